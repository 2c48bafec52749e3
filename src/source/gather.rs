//! Which files the site has: a walk through `site.toml`, `content/` and `themes/`.
//!
//! Invariant: no symbolic link is followed and no file is opened.
//!
//! May use: diag; crates walkdir, unicode-normalization.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::{Found, Sources, Stamp, problems, reason, since_epoch};
use crate::diag::{Checked, Failure, Problem};

/// Where the files of a site lie, seen from its folder.
const PLACES: [&str; 3] = ["site.toml", "content", "themes"];

/// A file changed this recently may change again under the same stamp: FAT keeps times to two seconds.
const TICK: Duration = Duration::from_secs(2);

/// Finds every file of the site at `root`, leaving aside what lies in `out`.
pub fn gather(root: &Path, out: &Path) -> Result<Checked<Sources>, Failure> {
    let folder = std::fs::canonicalize(root).map_err(|error| problems::no_site_folder(root, &error))?;
    if !folder.is_dir() {
        return Err(problems::no_site_folder(root, &std::io::ErrorKind::NotADirectory.into()));
    }
    let mut walk = Walk {
        out: std::fs::canonicalize(out).ok(),
        trusted_before: since_epoch(SystemTime::now() - TICK),
        root: folder,
        files: Vec::new(),
        problems: Vec::new(),
    };
    for place in PLACES {
        walk.through(place);
    }
    let Walk { root: folder, mut files, mut problems, .. } = walk;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    refuse_twins(&mut files, &mut problems);
    Ok(Checked { value: Sources { root: folder, files }, problems })
}

/// A walk under way.
struct Walk {
    root: PathBuf,
    out: Option<PathBuf>,
    trusted_before: i64,
    files: Vec<Found>,
    problems: Vec<Problem>,
}

impl Walk {
    fn through(&mut self, place: &str) {
        let start = self.root.join(place);
        if std::fs::symlink_metadata(&start).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
            return;
        }
        let mut entries = WalkDir::new(&start).sort_by_file_name().follow_links(false).follow_root_links(false).into_iter();
        while let Some(next) = entries.next() {
            match next {
                Ok(entry) if is_left_aside(entry.file_name()) || self.out.as_deref() == Some(entry.path()) => {
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) => {
                    if !self.meet(&entry) && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => {
                    let path = self.relative(error.path().unwrap_or(&start)).0;
                    let why = error.io_error().map_or_else(|| reason(&std::io::ErrorKind::Other.into()), reason);
                    self.problems.push(problems::unreadable(&path, &why));
                }
            }
        }
    }

    /// Takes note of one entry; false when nothing below it can be used.
    fn meet(&mut self, entry: &DirEntry) -> bool {
        let (path, sound) = self.relative(entry.path());
        if !sound {
            self.problems.push(problems::name_unreadable(&path));
            return false;
        }
        let kind = entry.file_type();
        if kind.is_symlink() {
            let inside = std::fs::canonicalize(entry.path()).ok().map(|target| target.starts_with(&self.root));
            self.problems.push(problems::symlink_refused(&path, inside));
        } else if kind.is_file() {
            match entry.metadata() {
                Ok(metadata) => {
                    let stamp = Stamp::of(&metadata);
                    let fresh = stamp.mtime_ns >= self.trusted_before;
                    self.files.push(Found { path, disk: entry.path().into(), stamp, fresh, laid: None });
                }
                Err(error) => {
                    let why = error.io_error().map_or_else(|| reason(&std::io::ErrorKind::Other.into()), reason);
                    self.problems.push(problems::unreadable(&path, &why));
                }
            }
        } else if !kind.is_dir() {
            self.problems.push(problems::not_a_file(&path));
        }
        true
    }

    /// The path seen from the site folder, and whether every name in it can be used on any machine.
    fn relative(&self, path: &Path) -> (Arc<str>, bool) {
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        let mut sound = true;
        let mut written = String::with_capacity(inside.as_os_str().len());
        for component in inside.components() {
            let name = component.as_os_str().to_string_lossy();
            sound &= matches!(name, Cow::Borrowed(_)) && !name.contains(is_unholdable) && !is_kept_by_windows(&name);
            if !written.is_empty() {
                written.push('/');
            }
            // A name that cannot be used is only ever shown, so its odd letters may be shown as marks.
            match name.is_ascii() {
                true => written.extend(name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c })),
                false => written.extend(name.nfc().map(|c| if c.is_control() { '\u{fffd}' } else { c })),
            }
        }
        (written.into(), sound)
    }
}

/// Letters a file name cannot hold on Windows, or that no one can see.
fn is_unholdable(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// Names that mean a device to Windows, and endings it takes away.
pub(super) fn is_kept_by_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    is_device(stem) || name.ends_with(['.', ' '])
}

/// Whether Windows means a device by a name, in every folder and whatever stands behind a full stop.
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
pub fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // The raised digits are digits to Windows.
    let is_number = |rest: &str| matches!(rest, "¹" | "²" | "³") || rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit());
    matches!(&*name, "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || ["com", "lpt"].iter().any(|port| name.strip_prefix(port).is_some_and(is_number))
}

/// Files that editors, Office and file managers leave behind.
fn is_left_aside(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    bytes.starts_with(b".")
        || bytes.starts_with(b"~$")
        || bytes.ends_with(b"~")
        || bytes.ends_with(b".swp")
        || bytes.eq_ignore_ascii_case(b"thumbs.db")
        || bytes.eq_ignore_ascii_case(b"desktop.ini")
}

/// Names every file whose path is another's but for capitals or for how its accents are put together.
fn refuse_twins(files: &mut Vec<Found>, problems: &mut Vec<Problem>) {
    let mut first: HashMap<Cow<str>, &Found> = HashMap::with_capacity(files.len());
    let mut same = Vec::new();
    for (at, found) in files.iter().enumerate() {
        let plain = found.path.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let folded = if plain { Cow::Borrowed(&*found.path) } else { Cow::Owned(found.path.to_lowercase().nfc().collect()) };
        match first.get(&folded) {
            Some(twin) => {
                problems.push(problems::two_names_one_place(&found.path, &twin.path));
                if twin.path == found.path {
                    same.push(at);
                }
            }
            None => {
                first.insert(folded, found);
            }
        }
    }
    drop(first);
    for at in same.into_iter().rev() {
        files.remove(at);
    }
}

#[cfg(test)]
#[path = "gather_tests.rs"]
mod tests;
