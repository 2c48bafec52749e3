//! New bytes beside the file they are for, safe on the disk before they take its place.
//!
//! Invariant: a file beside another begins with a dot, so that no build takes it for content.
//!
//! May use: source.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::source::refuse_read_only;

/// What is to become of the bytes beside a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// They shall take its place.
    New,
    /// They were there before, and come back if a writing is taken back.
    Old,
}

/// The end of the name of a file that waits to take another one's place.
pub const NEW: &str = ".minhbach-new";
/// The end of the name of a file that waits to come back.
pub const OLD: &str = ".minhbach-old";

/// Where the bytes wait.
pub fn place(path: &Path, wait: Wait) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(if wait == Wait::New { NEW } else { OLD });
    path.with_file_name(name)
}

/// Puts bytes beside `path`, safe on the disk, with the permissions of the file there.
pub fn lay(path: &Path, bytes: &[u8], wait: Wait) -> io::Result<PathBuf> {
    if path.file_name().is_none() {
        return Err(ErrorKind::InvalidInput.into());
    }
    refuse_read_only(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    if !folder.as_os_str().is_empty() {
        fs::create_dir_all(folder)?;
    }
    let new = place(path, wait);
    let write = || {
        let mut file = fs::File::create(&new)?;
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()
    };
    write().inspect_err(|_| drop(fs::remove_file(&new)))?;
    Ok(new)
}

/// Waits until the disk has the names in the folders of these files, and not only their bytes.
pub fn settle_names<'p>(paths: impl Iterator<Item = &'p Path>) -> io::Result<()> {
    let mut folders: Vec<&Path> = paths.filter_map(Path::parent).collect();
    folders.sort_unstable();
    folders.dedup();
    folders.into_iter().try_for_each(settle_folder)
}

/// The same for one folder. Windows has no such thing to ask for.
pub fn settle_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::File::open(folder)?.sync_all() {
        // Some network disks keep names in order by themselves and refuse the question.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied) => Ok(()),
        outcome => outcome,
    }
}
