//! How soon a browser has the new page after a file was saved: `serve` on a corpus, one file of each kind changed.
//!
//! A round writes a file, waits at `/_live/wait` as a page does, and fetches the page; it ends when the page shows the
//! change. Then it is left alone until `serve` has done what it left for later.
//! Invariant: every page that is fetched is the one a reader of that file has open.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::corpus::Corpus;

/// How soon the page should be there.
const GOAL: Duration = Duration::from_millis(300);
/// So long nobody waits for a page.
const LONGEST: Duration = Duration::from_secs(120);
/// The template that is changed.
const TEMPLATE: &str =
    "{# components: #}\n{% extends \"default/layouts/report.html\" %}\n{% block content %}<p>Lần {time}</p>{{ super() }}{% endblock content %}\n";

/// Writes one file anew.
type Change<'c> = Box<dyn FnMut() -> io::Result<()> + 'c>;

/// A running `serve`; it ends with the measuring.
struct Server {
    child: Child,
    host: String,
    opened: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(root: &Path) -> io::Result<Server> {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_minhbach"))
            .args(["serve", "--port", "0", "--lang", "en"])
            .current_dir(root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or_else(|| io::Error::other("it says nothing"))?);
        let mut line = String::new();
        let host = loop {
            line.clear();
            if lines.read_line(&mut line)? == 0 {
                return Err(io::Error::other("serve ended before it was ready"));
            }
            if let Some(at) = line.find("http://") {
                break line[at + "http://".len()..].trim().trim_end_matches('/').to_owned();
            }
        };
        // Whatever else it says shall not fill the pipe.
        thread::spawn(move || io::copy(&mut lines, &mut io::sink()));
        Ok(Server { child, host, opened: begun.elapsed() })
    }

    fn get(&self, way: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(stream, "GET {way} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        match answer.split_once("\r\n\r\n") {
            Some((head, body)) if head.contains(" 200 ") => Ok(body.to_owned()),
            _ => Err(io::Error::other(format!("{way}: {}", answer.lines().next().unwrap_or("no answer")))),
        }
    }

    /// What a reader sees of a page, without what `serve` lays over it.
    fn page(&self, way: &str) -> io::Result<String> {
        self.get(way).map(|page| page.split("<link rel=\"stylesheet\" href=\"/_live/").next().unwrap_or_default().to_owned())
    }

    /// A line of `/proc/<pid>/status`, in bytes; nothing elsewhere than on Linux.
    fn memory(&self, name: &str) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let kibibytes: u64 = status.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB")?.trim().parse().ok())?;
        Some(kibibytes * 1024)
    }

    /// How long it takes until a page shows what `change` writes, and how much of that was waiting for the look.
    fn after(&self, way: &str, change: &mut dyn FnMut() -> io::Result<()>) -> io::Result<(Duration, Duration)> {
        let before = self.page(way)?;
        let mut turn = self.turn()?;
        let begun = Instant::now();
        change()?;
        while begun.elapsed() < LONGEST {
            turn = self.get(&format!("/_live/wait?since={turn}"))?;
            let waited = begun.elapsed();
            if self.page(way)? != before {
                return Ok((begun.elapsed(), waited));
            }
        }
        Err(io::Error::other(format!("{way} never showed the change")))
    }

    /// The number of the present look, which every page carries.
    fn turn(&self) -> io::Result<String> {
        let page = self.get("/")?;
        let turn = page.split("data-turn=\"").nth(1).and_then(|rest| rest.split('"').next());
        turn.map(str::to_owned).ok_or_else(|| io::Error::other("the page has no turn"))
    }

    /// Waits until it has nothing more to do: until the time its threads ran has stood still for a while.
    fn rest(&self) {
        let ran =
            || fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok().map(|stat| stat.split(' ').skip(13).take(2).collect::<Vec<_>>().join(" "));
        let begun = Instant::now();
        let mut last = ran();
        while begun.elapsed() < LONGEST {
            thread::sleep(Duration::from_millis(300));
            let now = ran();
            if now == last {
                return;
            }
            last = now;
        }
    }
}

/// Measures one corpus and prints what came of it.
pub fn measure(corpus: &Corpus, rounds: u32) -> io::Result<()> {
    let root = &corpus.root;
    let template = root.join("themes/rieng/layouts/report.html");
    if let Some(folder) = template.parent() {
        fs::create_dir_all(folder)?;
    }
    let draw = |time: u32| fs::write(&template, TEMPLATE.replace("{time}", &time.to_string()));
    draw(0)?;
    let settings = root.join("site.toml");
    fs::write(&settings, fs::read_to_string(&settings)?.replace("theme = \"default\"", "theme = \"rieng\""))?;

    let server = Server::start(root)?;
    server.rest();
    println!(
        "   opened in {} ms; then {} MB, at most {} MB",
        server.opened.as_millis(),
        megabytes(server.memory("VmRSS:")),
        megabytes(server.memory("VmHWM:"))
    );
    let report = format!("/tin/{}/", corpus.report());
    let results = corpus.results_page()?;
    let mut kinds: [(&str, &str, Change<'_>); 3] = [
        ("an edited report", &report, {
            let mut time = 0;
            Box::new(move || {
                time += 1;
                corpus.change_report(time)
            })
        }),
        ("an edited results file", &results, Box::new(|| corpus.change_results())),
        ("an edited template", &report, {
            let mut time = 0;
            Box::new(move || {
                time += 1;
                draw(time)
            })
        }),
    ];
    println!("   {:<24} {:>8} {:>8} {:>8}   of the median: look, page", "save to page, ms", "best", "median", "worst");
    for (name, way, change) in &mut kinds {
        let mut all = Vec::new();
        for _ in 0..rounds {
            all.push(server.after(way, change)?);
            server.rest();
        }
        all.sort_unstable();
        let (middle, waited) = all[all.len() / 2];
        let met = if middle <= GOAL { "met" } else { "MISSED" };
        println!(
            "   {name:<24} {:>8} {:>8} {:>8}   {} + {}; goal {} ms: {met}",
            all[0].0.as_millis(),
            middle.as_millis(),
            all[all.len() - 1].0.as_millis(),
            waited.as_millis(),
            (middle - waited).as_millis(),
            GOAL.as_millis()
        );
    }
    println!("   at the end {} MB, at most {} MB\n", megabytes(server.memory("VmRSS:")), megabytes(server.memory("VmHWM:")));
    Ok(())
}

fn megabytes(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "?".to_owned(), |bytes| (bytes / 1_000_000).to_string())
}
