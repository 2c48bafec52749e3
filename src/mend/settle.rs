//! What becomes of a writing that was interrupted: it is brought to its end, or taken back, or told of.
//!
//! Invariant: a file that holds neither its old nor its new bytes is somebody's own work and is not touched; where the rest
//! can be made neither all new nor all old without it, nothing is touched at all.
//!
//! Chosen: what waits beside the files is brought to its end, because it was on disk and agreed to before the first file
//! changed. Refused: taking it back as `output` does, because an import that was said yes to shall not get lost.
//!
//! May use: diag, source.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::beside::{self, Wait};
use super::journal::{self, Entry, Journal};
use super::problems::{self, Ended};
use crate::diag::{Failure, Problem};
use crate::source::{Hash, hash};

/// How a file of an interrupted writing looks now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As before the writing.
    Old,
    /// As it shall be after it.
    New,
    /// Otherwise: somebody has changed it since.
    Other,
}

/// A file of an interrupted writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Half {
    /// The file, relative to the site folder.
    pub file: String,
    /// How it looks.
    pub state: State,
    /// Its new bytes still wait beside it.
    waits: bool,
    /// Its old bytes can come back.
    kept: bool,
}

/// What can be done about an interrupted writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// All files can be made new.
    On,
    /// All files can be made old.
    Back,
    /// Neither.
    Stuck,
}

/// Whether there is a list of a writing, interrupted or under way.
pub fn is_waiting(root: &Path) -> bool {
    Journal::is_there(root)
}

/// An interrupted writing, looked at and not touched; `None` when there is none.
pub fn seen(root: &Path) -> io::Result<Option<(Vec<Half>, Way)>> {
    if !Journal::is_there(root) {
        return Ok(None);
    }
    let root = fs::canonicalize(root)?;
    Ok(Journal::load(&root)?.map(|journal| {
        let halves: Vec<Half> = journal.entries.iter().map(|entry| half(&root, entry)).collect();
        let way = way(&halves);
        (halves, way)
    }))
}

/// Brings an interrupted writing to its end before a site is read, and tells what became of it.
pub fn settled(root: &Path) -> Vec<Problem> {
    // Nearly always there is none, and then nothing is asked for but this.
    if !Journal::is_there(root) {
        return Vec::new();
    }
    // Whoever is writing right now is waited for; then there is nothing left to do.
    let outcome = journal::lock(root).and_then(|lock| {
        let told = under_lock(root)?;
        drop(lock);
        Ok(told)
    });
    match outcome {
        Ok(told) => told.into_iter().collect(),
        // A site on a disk that cannot be written to can still be looked at.
        Err(error) => match seen(root) {
            Ok(None) => Vec::new(),
            Ok(Some((halves, _))) => vec![problems::unfinished(&halves, Some(&error))],
            Err(_) => vec![problems::unfinished(&[], Some(&error))],
        },
    }
}

/// Takes the lock for a new writing; one that was interrupted is settled first.
pub(super) fn before_writing(root: &Path) -> Result<File, Failure> {
    let failed = |error: io::Error| problems::not_written(&root.join(".minhbach"), &error);
    let lock = journal::lock(root).map_err(failed)?;
    match under_lock(root).map_err(failed)? {
        Some(problem) if problems::is_unfinished(&problem) => Err(problems::still_unfinished(&problem)),
        _ => Ok(lock),
    }
}

fn under_lock(root: &Path) -> io::Result<Option<Problem>> {
    let Some((halves, way)) = seen(root)? else {
        // A list that is not whole was never acted on.
        return if Journal::is_there(root) { Journal::close(root).map(|()| None) } else { Ok(None) };
    };
    let real = fs::canonicalize(root)?;
    let journal = Journal::load(&real)?.unwrap_or_default();
    let ended = match way {
        Way::On if go_on(&real, &journal)? => Ended::Written,
        Way::Back => {
            go_back(&real, &journal)?;
            Ended::TakenBack
        }
        // Or somebody saved one of the files at this very moment.
        Way::Stuck | Way::On => {
            let now: Vec<Half> = journal.entries.iter().map(|entry| half(&real, entry)).collect();
            return Ok(Some(problems::unfinished(&now, None)));
        }
    };
    let paths: Vec<PathBuf> = journal.entries.iter().map(|entry| disk(&real, entry)).collect();
    for path in &paths {
        [Wait::New, Wait::Old].into_iter().for_each(|wait| drop(fs::remove_file(beside::place(path, wait))));
    }
    beside::settle_names(paths.iter().map(PathBuf::as_path).filter(|path| path.parent().is_some_and(Path::is_dir)))?;
    Journal::close(root)?;
    Ok(Some(problems::ended(ended, &halves)))
}

/// Puts the new bytes of every file in place; false when one of them is no longer what it was.
fn go_on(root: &Path, journal: &Journal) -> io::Result<bool> {
    for entry in &journal.entries {
        let path = disk(root, entry);
        match state(root, entry) {
            State::New => {}
            State::Old if entry.new.is_none() => fs::remove_file(&path)?,
            State::Old => fs::rename(beside::place(&path, Wait::New), &path)?,
            State::Other => return Ok(false),
        }
    }
    Ok(true)
}

/// Puts the old bytes of every file back; what somebody changed stays as it is.
fn go_back(root: &Path, journal: &Journal) -> io::Result<()> {
    for entry in &journal.entries {
        let path = disk(root, entry);
        match (state(root, entry), entry.old) {
            (State::Old | State::Other, _) => {}
            (State::New, Some(_)) => fs::rename(beside::place(&path, Wait::Old), &path)?,
            (State::New, None) => fs::remove_file(&path)?,
        }
    }
    Ok(())
}

/// All new where that can be; else all old. A file somebody changed before its turn came has its new bytes still beside
/// it: it was never touched, and stays as it is when the others go back.
fn way(halves: &[Half]) -> Way {
    let on = |half: &Half| half.state == State::New || half.state == State::Old && half.waits;
    let back = |half: &Half| match half.state {
        State::Old => true,
        State::New => half.kept,
        State::Other => half.waits,
    };
    if halves.iter().all(on) {
        Way::On
    } else if halves.iter().all(back) {
        Way::Back
    } else {
        Way::Stuck
    }
}

fn half(root: &Path, entry: &Entry) -> Half {
    let path = disk(root, entry);
    let inside = is_inside(root, &path);
    let holds = |wait: Wait, hash: &Hash| inside && fingerprint(&beside::place(&path, wait)).is_ok_and(|now| now.as_ref() == Some(hash));
    Half {
        file: entry.file.clone(),
        state: state(root, entry),
        waits: entry.new.as_ref().is_none_or(|new| holds(Wait::New, new)),
        kept: entry.old.as_ref().is_none_or(|old| holds(Wait::Old, old)),
    }
}

fn state(root: &Path, entry: &Entry) -> State {
    let path = disk(root, entry);
    let inside = is_inside(root, &path);
    match fingerprint(&path) {
        Ok(now) if inside && now == entry.new => State::New,
        Ok(now) if inside && now == entry.old => State::Old,
        _ => State::Other,
    }
}

/// Whether a path really leads below the site folder, not through a link.
fn is_inside(root: &Path, path: &Path) -> bool {
    match path.parent().map(fs::canonicalize) {
        Some(Ok(folder)) => folder.starts_with(root),
        // A folder that is not there leads nowhere else.
        Some(Err(error)) => error.kind() == io::ErrorKind::NotFound,
        None => false,
    }
}

/// The fingerprint of a plain file; none when there is nothing.
fn fingerprint(path: &Path) -> io::Result<Option<Hash>> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => fs::read(path).map(|bytes| Some(hash(&bytes))),
        Ok(_) => Err(io::ErrorKind::InvalidInput.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn disk(root: &Path, entry: &Entry) -> PathBuf {
    root.join(&entry.file)
}

#[cfg(test)]
#[path = "settle_tests.rs"]
mod tests;
