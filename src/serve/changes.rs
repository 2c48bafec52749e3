//! Tells when a file of the site changed.
//!
//! Invariant: a burst of changes is told once, when it is over; what the program itself keeps aside is no change.
//!
//! May use: diag; crates notify.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diag::Failure;

/// So long nothing may happen before a burst is over.
const QUIET: Duration = Duration::from_millis(40);

/// Watches the files of a site.
pub struct Watching {
    events: Receiver<()>,
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
        let concerns = match &event {
            Ok(event) => !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_content(&mine, path)),
            // Some changes may have been missed: the files are looked at.
            Err(_) => true,
        };
        if concerns {
            // Nobody listens any more only when the program ends.
            let _ = told.send(());
        }
    })
    .map_err(failed)?;
    watcher.watch(&watched, RecursiveMode::NonRecursive).map_err(failed)?;
    for folder in ["content", "themes"].map(|name| watched.join(name)).into_iter().filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    Ok(Watching { events, _watcher: watcher })
}

/// Whether a path is a file people write: hidden files and what was published are not.
fn is_content(root: &Path, path: &Path) -> bool {
    let Ok(own) = path.strip_prefix(root) else { return true };
    let hidden = own.iter().any(|part| part.to_string_lossy().starts_with('.'));
    !hidden && own.iter().next() != Some(OsStr::new("public"))
}

impl Watching {
    /// Waits for the next burst of changes to be over; `false` when there will be none.
    pub fn next(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
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
        assert!(watching.next());
    }
}
