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

/// The folders people write in; everything below them is watched.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Watches the files of a site.
pub struct Watching {
    events: Receiver<Vec<PathBuf>>,
    /// It watches as long as it is kept.
    watcher: RecommendedWatcher,
    /// Folders that were not there yet.
    awaited: Vec<PathBuf>,
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
    let (there, awaited): (Vec<PathBuf>, Vec<PathBuf>) = FOLDERS.map(|name| watched.join(name)).into_iter().partition(|folder| folder.is_dir());
    for folder in there {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    Ok(Watching { events, watcher, awaited })
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
    pub fn next(&mut self) -> Option<Changed> {
        let mut bursts = vec![self.events.recv().ok()?];
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(changed) => bursts.push(changed),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        // A folder that has come may hold files already: nothing was told of them.
        if self.has_come() || bursts.iter().any(Vec::is_empty) {
            return Some(Changed::Anything);
        }
        let files: BTreeSet<PathBuf> = bursts.into_iter().flatten().collect();
        Some(Changed::Files(files.into_iter().collect()))
    }

    /// Begins to watch folders that were made since; tells whether there were any.
    fn has_come(&mut self) -> bool {
        let before = self.awaited.len();
        self.awaited.retain(|folder| !folder.is_dir() || self.watcher.watch(folder, RecursiveMode::Recursive).is_err());
        self.awaited.len() < before
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
        let mut watching = watch(folder.path()).unwrap();
        std::fs::write(folder.path().join("content/a.md"), "x").unwrap();
        let Some(Changed::Files(files)) = watching.next() else { panic!("a change is told") };
        assert_eq!(files, [folder.path().canonicalize().unwrap().join("content/a.md")]);
    }

    #[test]
    fn a_folder_that_comes_later_is_watched_too() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut watching = watch(folder.path()).unwrap();
        std::fs::create_dir_all(folder.path().join("themes/x")).unwrap();
        assert_eq!(watching.next(), Some(Changed::Anything));
        let own = folder.path().join("themes/x/a.css");
        std::fs::write(&own, "x").unwrap();
        assert_eq!(watching.next(), Some(Changed::Files(vec![own.canonicalize().unwrap()])));
    }
}
