//! Writing what history adds to a site: a release, and the book of corrections.
//!
//! Invariant: a file is complete on disk before it takes its place; what stood there before stays until then.
//!
//! May use: diag, source; crates fs-err.

use std::io::{BufWriter, Write};
use std::path::Path;

use crate::diag::Failure;
use crate::source;

/// Writes a file through `write`; the old one, if any, stays until the new one is complete.
pub fn put(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Failure> {
    let said = |error: std::io::Error| source::failure(("ghi", "write"), path, &error);
    source::refuse_read_only(path).map_err(said)?;
    if let Some(folder) = path.parent() {
        fs_err::create_dir_all(folder).map_err(said)?;
    }
    // A name with a dot in front is left aside by the next build, should this one be interrupted.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Two builds may run at once: each writes beside under a name of its own.
    let beside = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let written = (|| {
        let mut file = BufWriter::new(fs_err::File::create(&beside)?);
        write(&mut file)?;
        file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        // Who may read the old file may read the new one.
        if let Ok(old) = fs_err::metadata(path) {
            fs_err::set_permissions(&beside, old.permissions())?;
        }
        fs_err::rename(&beside, path)
    })();
    if written.is_err() {
        // What could not be finished is of no use to anybody.
        let _ = fs_err::remove_file(&beside);
    }
    written.map_err(said)
}
