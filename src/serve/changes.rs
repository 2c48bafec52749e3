//! Tells when a file of the site changed.
//!
//! Invariant: a burst of changes is told once, when it is over; what the program itself keeps aside is no change.
//!
//! May use: diag; crates notify.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diag::Failure;

/// So long nothing may happen before a burst is over.
const QUIET: Duration = Duration::from_millis(30);
/// So long a burst is waited for at most.
const LONGEST: Duration = Duration::from_millis(500);

/// What may have changed.
#[derive(Debug, PartialEq, Eq)]
pub enum Changed {
    /// These files.
    Files(Vec<PathBuf>),
    /// Any file.
    Anything,
}

/// Watches the files of a site.
pub struct Watching {
    events: Receiver<Vec<PathBuf>>,
    /// It watches as long as it is kept.
    _watcher: RecommendedWatcher,
}

/// Begins to watch the site at `root`.
pub fn watch(root: &Path) -> Result<Watching, Failure> {
    let (told, events) = channel();
    let mine: PathBuf = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let watched = mine.clone();
    let failed = |error: notify::Error| {
        Failure::new(
            format!("Không theo dõi được thay đổi trong {}: {error}.", root.display()),
            format!("Changes in {} could not be watched: {error}.", root.display()),
        )
    };
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let changed = match event {
            // Some changes may have been missed: everything is looked at.
            Err(_) => Vec::new(),
            Ok(event) if event.need_rescan() => Vec::new(),
            Ok(event) => {
                let changed: Vec<PathBuf> = event.paths.into_iter().filter(|path| is_content(&mine, path) && is_change(event.kind, path)).collect();
                if changed.is_empty() {
                    return;
                }
                changed
            }
        };
        // Nobody listens any more only when the program ends.
        let _ = told.send(changed);
    })
    .map_err(failed)?;
    watcher.watch(&watched, RecursiveMode::NonRecursive).map_err(failed)?;
    for folder in ["content", "themes"].map(|name| watched.join(name)).into_iter().filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    Ok(Watching { events, _watcher: watcher })
}

/// Whether something happened to a file. Being read is nothing; a folder changes whenever a file in it does, so that only
/// its coming and going counts.
fn is_change(kind: EventKind, path: &Path) -> bool {
    match kind {
        EventKind::Access(_) => false,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => true,
        _ => !path.is_dir(),
    }
}

/// Whether a path is a file people write: hidden files and what was published are not.
fn is_content(root: &Path, path: &Path) -> bool {
    let Ok(own) = path.strip_prefix(root) else { return true };
    let hidden = own.iter().any(|part| part.to_string_lossy().starts_with('.'));
    !hidden && own.iter().next() != Some(OsStr::new("public"))
}

impl Watching {
    /// Waits for the next burst of changes to be over, and tells which files it was about; `None` when there will be no
    /// more. A burst is told after half a second even if it goes on.
    pub fn next(&self) -> Option<Changed> {
        let mut bursts = vec![self.events.recv().ok()?];
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(changed) => bursts.push(changed),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        if bursts.iter().any(Vec::is_empty) {
            return Some(Changed::Anything);
        }
        let files: BTreeSet<PathBuf> = bursts.into_iter().flatten().collect();
        Some(Changed::Files(files.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_people_write_is_a_change() {
        let is = |path: &str| is_content(Path::new("/site"), &Path::new("/site").join(path));
        assert!(is("content/areas/a/area.yaml") && is("site.toml") && is("themes/x/layouts/home.html"));
        assert!(!is(".minhbach/memo") && !is("public/index.html") && !is("content/.a.md.minhbach-new"));
    }

    #[test]
    fn a_written_file_is_told() {
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::create_dir(folder.path().join("content")).unwrap();
        let watching = watch(folder.path()).unwrap();
        std::fs::write(folder.path().join("content/a.md"), "x").unwrap();
        let Some(Changed::Files(files)) = watching.next() else { panic!("a change is told") };
        assert_eq!(files, [folder.path().canonicalize().unwrap().join("content/a.md")]);
    }
}
