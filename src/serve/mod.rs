//! The site in a browser while it is written: built in memory, drawn when asked for, looked at again when a file changes.
//!
//! Invariant: what is shown is what a build would write; a mistake never takes the last good page away, it lies over it.
//! Without being told to, nothing outside of this machine is answered.
//!
//! May use: diag, edit, pipeline, i18n, theme; crates axum, tokio, notify.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::diag::{Failure, Problem, Tongue};
use crate::edit::Desk;
use crate::pipeline::{Live, Seen, Still};
use changes::Changed;

mod changes;
mod gallery;
mod http;
mod overlay;

/// The port that is tried first.
const PORT: u16 = 4000;
/// So many ports after it are tried where nobody asked for one.
const TRIES: u16 = 20;

/// So long the pages that are open have the machine for themselves after a change: weighing takes all of it.
const PAGES_FIRST: Duration = Duration::from_millis(150);

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The site folder.
    pub root: PathBuf,
    /// The port; without one, the first free from 4000 on. 0 is any.
    pub port: Option<u16>,
    /// Whether other machines are answered too.
    pub lan: bool,
    /// Whether the site can be edited, from this machine only.
    pub edit: bool,
    /// Whether it is to be opened in the browser.
    pub open: bool,
    /// The language of messages, where one was asked for.
    pub tongue: Option<Tongue>,
}

/// Told to the person who started it.
pub enum News<'n> {
    /// It can be opened: the address of the site, and that of the editor.
    Ready {
        /// `http://127.0.0.1:4000/`
        site: String,
        /// With its secret.
        edit: Option<String>,
        /// What the browser is to be started with, where it is.
        open: Option<String>,
    },
    /// The files were looked at.
    Looked(&'n [Problem]),
    /// The files could not be looked at; they are with the next change.
    Failed(&'n Failure),
}

/// What is shown now.
struct Moment {
    /// The last site without an error.
    good: Option<Arc<Still>>,
    /// What is wrong with the files as they are.
    problems: Vec<Problem>,
}

/// What every answer is made from.
struct Stage {
    live: Arc<RwLock<Live>>,
    now: RwLock<Moment>,
    /// Counts the looks; pages wait for the next one.
    turn: watch::Sender<u64>,
    desk: Option<Desk>,
    port: u16,
    lan: bool,
    tongue: Tongue,
}

impl Stage {
    /// Shows what was seen.
    fn show(&self, seen: Seen) {
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        let old = seen.still.and_then(|still| now.good.replace(still));
        now.problems = seen.problems;
        drop(now);
        self.turn.send_modify(|turn| *turn += 1);
        // Letting go of a country takes a while: no page waits for it.
        drop(old);
    }
}

/// Told what happens, in the language of messages.
type Tell<'t> = &'t (dyn Fn(&News<'_>, Tongue) + Sync);

impl Stage {
    /// Holds the numbers of all texts against the figures where the last look has left that for later. It goes on beside
    /// everything else until what it gives is set: then the site has changed again.
    fn weigh_later<'s>(self: &Arc<Self>, tongue: Tongue, tell: Tell<'s>, scope: &'s std::thread::Scope<'s, '_>) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        let (stage, told_to_stop) = (self.clone(), stop.clone());
        scope.spawn(move || {
            std::thread::sleep(PAGES_FIRST);
            if told_to_stop.load(Ordering::Relaxed) {
                return;
            }
            let Some(unweighed) = stage.live.read().unwrap_or_else(PoisonError::into_inner).unweighed() else { return };
            let Some(said) = unweighed.weigh(&told_to_stop) else { return };
            let problems = stage.live.write().unwrap_or_else(PoisonError::into_inner).weighed(&unweighed, said);
            if let Some(problems) = problems {
                stage.now.write().unwrap_or_else(PoisonError::into_inner).problems.clone_from(&problems);
                tell(&News::Looked(&problems), tongue);
            }
        });
        stop
    }
}

/// Shows the site until the program is stopped.
pub fn run(wish: &Wish, tongue: Tongue, tell: Tell<'_>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build().map_err(|error| not_started(&error))?;
    runtime.block_on(async {
        let listener = listen(wish).await?;
        let port = listener.local_addr().map_err(|error| not_started(&error))?.port();
        let mut live = Live::open(&wish.root, wish.root.join("public"), false);
        let seen = live.look()?;
        let own = seen.languages.first().and_then(|first| match first.as_str() {
            "vi" => Some(Tongue::Vi),
            "en" => Some(Tongue::En),
            _ => None,
        });
        let tongue = wish.tongue.or(own).unwrap_or(tongue);
        let live = Arc::new(RwLock::new(live));
        let desk = if wish.edit { Some(Desk::new(live.clone(), port, tongue)?) } else { None };
        let now = RwLock::new(Moment { good: None, problems: Vec::new() });
        let stage = Arc::new(Stage { live, now, turn: watch::Sender::new(0), desk, port, lan: wish.lan, tongue });
        tell(&News::Looked(&seen.problems), tongue);
        stage.show(seen);
        let site = format!("http://127.0.0.1:{port}");
        let edit = stage.desk.as_ref().map(|desk| format!("{site}{}", desk.address()));
        let open = match (wish.open, &stage.desk) {
            (false, _) => None,
            (true, Some(desk)) => Some(format!("{site}{}", desk.address_once()?)),
            (true, None) => Some(format!("{site}/")),
        };
        let mut watching = changes::watch(&wish.root)?;
        tell(&News::Ready { site: format!("{site}/"), edit, open }, tongue);
        let (looker, http) = (stage.clone(), http::serve(listener, stage));
        std::thread::scope(|scope| {
            // The files are looked at on a thread of their own, so that pages are answered meanwhile.
            scope.spawn(move || {
                let mut weighing = looker.weigh_later(tongue, tell, scope);
                while let Some(changed) = watching.next() {
                    weighing.store(true, Ordering::Relaxed);
                    let mut live = looker.live.write().unwrap_or_else(PoisonError::into_inner);
                    let seen = match changed {
                        Changed::Files(files) => live.look_at(&files),
                        Changed::Anything => live.look(),
                    };
                    drop(live);
                    match seen {
                        Ok(seen) => {
                            let problems = seen.problems.clone();
                            looker.show(seen);
                            tell(&News::Looked(&problems), tongue);
                        }
                        Err(failure) => tell(&News::Failed(&failure), tongue),
                    }
                    weighing = looker.weigh_later(tongue, tell, scope);
                }
            });
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(http))
        })
    })
}

/// A port to listen on.
async fn listen(wish: &Wish) -> Result<TcpListener, Failure> {
    let host = if wish.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let first = wish.port.unwrap_or(PORT);
    let last = if wish.port.is_some() { first } else { first + TRIES };
    for port in first..=last {
        match TcpListener::bind(SocketAddr::from((host, port))).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse && port < last => {}
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(taken(port)),
            Err(error) => return Err(not_started(&error)),
        }
    }
    Err(taken(last))
}

fn taken(port: u16) -> Failure {
    Failure::new(
        format!("Cổng {port} đang có chương trình khác dùng. Chọn cổng khác: --port {}.", port.wrapping_add(1)),
        format!("Port {port} is used by another program. Choose another one: --port {}.", port.wrapping_add(1)),
    )
}

fn not_started(error: &std::io::Error) -> Failure {
    Failure::new(format!("Không mở được máy chủ xem trước: {error}."), format!("The preview server could not be started: {error}."))
}
