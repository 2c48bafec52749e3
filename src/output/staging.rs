//! The new site while it is made, in a folder beside the published one.
//!
//! Invariant: nothing here is part of the published site; what is not published is removed again.
//!
//! May use: diag, source.

use std::collections::HashSet;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::{PoisonError, RwLock};
use std::time::SystemTime;

use fs_err as fs;

use super::failures;
use super::places::{Places, below};
use crate::diag::Failure;
use crate::source::Stamp;

/// The staging folder; it comes into being with the first file, so that a build without changes writes nothing.
#[derive(Debug)]
pub struct Staging {
    /// Where everything lies.
    pub places: Places,
    folders: RwLock<HashSet<Box<str>>>,
    stays: bool,
}

impl Staging {
    /// No file yet.
    pub fn new(places: Places) -> Self {
        Staging { places, folders: RwLock::default(), stays: false }
    }

    /// Adds a file and tells how it looks on disk. With `age` it is as old as that.
    pub fn write(&self, path: &str, bytes: &[u8], age: Option<SystemTime>) -> Result<Stamp, Failure> {
        self.add(path, age, |file| file.write_all(bytes))
    }

    /// Adds a file that is made piece by piece.
    pub fn write_with(&self, path: &str, age: Option<SystemTime>, write: &dyn Fn(&mut dyn Write) -> std::io::Result<()>) -> Result<Stamp, Failure> {
        self.add(path, age, |file| {
            let mut pieces = std::io::BufWriter::with_capacity(256 * 1024, file);
            write(&mut pieces)?;
            pieces.flush()
        })
    }

    fn add(&self, path: &str, age: Option<SystemTime>, fill: impl Fn(&mut std::fs::File) -> std::io::Result<()>) -> Result<Stamp, Failure> {
        let place = below(self.places.site(), path);
        let written = || -> std::io::Result<Stamp> {
            self.folder(parent(path))?;
            let mut file = std::fs::File::create_new(&place)?;
            fill(&mut file)?;
            if let Some(age) = age {
                file.set_modified(age)?;
            }
            Ok(Stamp::of(&file.metadata()?))
        };
        written().map_err(|error| failures::untouched(&place, &error))
    }

    /// Makes a folder of the new site, asking the disk once for each.
    pub fn folder(&self, path: &str) -> std::io::Result<()> {
        // OK to go on after a panic elsewhere: a folder in the set is always on disk.
        if self.folders.read().unwrap_or_else(PoisonError::into_inner).contains(path) {
            return Ok(());
        }
        std::fs::create_dir_all(below(self.places.site(), path))?;
        self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(path.into());
        Ok(())
    }

    /// Makes the new site whole: everything of the published one that does not leave is linked into it,
    /// what people put there by hand included.
    pub fn complete(&self, leaving: &HashSet<&str>) -> Result<(), Failure> {
        self.folder("").map_err(|error| failures::untouched(&self.places.site(), &error))?;
        self.adopt("", leaving)
    }

    fn adopt(&self, folder: &str, leaving: &HashSet<&str>) -> Result<(), Failure> {
        let old = self.places.published(folder);
        let new = below(self.places.site(), folder);
        let mut empty = true;
        for entry in std::fs::read_dir(&old).map_err(|error| failures::unseen(&old, &error))? {
            let entry = entry.map_err(|error| failures::unseen(&old, &error))?;
            empty = false;
            let kind = entry.file_type().map_err(|error| failures::unseen(&entry.path(), &error))?;
            let name = entry.file_name();
            // A name that is not Unicode was put there by hand: it moves as it is, folder or file.
            let path = name.to_str().map(|name| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") });
            match path {
                Some(path) if kind.is_dir() => self.adopt(&path, leaving)?,
                Some(path) if leaving.contains(&*path) => {}
                _ => {
                    let target = new.join(&name);
                    self.folder(folder).and_then(|()| keep(&entry.path(), &target, kind)).map_err(|error| match error.kind() {
                        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => failures::foreign(&entry.path()),
                        _ => failures::untouched(&target, &error),
                    })?;
                }
            }
        }
        let made = if empty { self.folder(folder).is_ok() } else { new.is_dir() };
        if made {
            same_rights(&old, &new).map_err(|error| failures::untouched(&new, &error))?;
        }
        Ok(())
    }

    /// Leaves the folder on disk for the next `begin`, as a killed process would.
    pub fn stay(&mut self) {
        self.stays = true;
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.stays && !self.folders.get_mut().unwrap_or_else(PoisonError::into_inner).is_empty() {
            // What cannot be removed now is removed when the next publication begins.
            let _ = remove(&self.places.staging);
        }
    }
}

/// Removes a folder with everything in it.
pub fn remove(folder: &Path) -> std::io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        #[cfg(windows)]
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            // Somebody marked a page as read-only, and the one it was lies here. On some disks (a stick, a share) Windows
            // removes no such file before the mark is gone.
            take_marks(folder)?;
            std::fs::remove_dir_all(folder)
        }
        outcome => outcome,
    }
}

#[cfg(windows)]
fn take_marks(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let mut rights = entry.metadata()?.permissions();
        if rights.readonly() {
            rights.set_readonly(false);
            std::fs::set_permissions(entry.path(), rights)?;
        }
        if entry.file_type()?.is_dir() {
            take_marks(&entry.path())?;
        }
    }
    Ok(())
}

/// The folder of a file of the site.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// A second name for the same file: a hard link, or a copy of the same age where the disk has no links.
pub fn second_name(from: &Path, to: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::StorageFull) => Err(error),
        Err(_) => copy(from, to),
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    // Windows wants a file opened for writing here; elsewhere even a file no one may write can be dated.
    std::fs::File::options().read(true).write(cfg!(windows)).open(to)?.set_modified(modified)
}

/// A folder that changes places keeps who may read and write it.
fn same_rights(old: &Path, new: &Path) -> std::io::Result<()> {
    let rights = fs::metadata(old)?.permissions();
    if fs::metadata(new)?.permissions() != rights {
        fs::set_permissions(new, rights)?;
    }
    Ok(())
}

/// Takes one thing over from the old folder as it is.
fn keep(from: &Path, to: &Path, kind: std::fs::FileType) -> std::io::Result<()> {
    if kind.is_dir() {
        fs::create_dir(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            keep(&entry.path(), &to.join(entry.file_name()), entry.file_type()?)?;
        }
        return Ok(());
    }
    #[cfg(unix)]
    if kind.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    second_name(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_age_of_its_original() {
        let dir = tempfile::tempdir().unwrap();
        let (from, to) = (dir.path().join("a"), dir.path().join("b"));
        std::fs::write(&from, "words").unwrap();
        let old = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        std::fs::File::options().write(true).open(&from).unwrap().set_modified(old).unwrap();
        copy(&from, &to).unwrap();
        let stamp = |path: &Path| Stamp::of(&std::fs::metadata(path).unwrap());
        assert_eq!(stamp(&from), stamp(&to));
    }
}
