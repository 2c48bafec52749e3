//! Puts changed files in place: each whole or not at all, all of them or none.
//!
//! Invariant: a file that changed since it was read is not overwritten; when one file cannot be written, those before
//! it hold again what they held; and when the power fails, the next command finds a list ([`super::journal`]) by which
//! it brings the writing to its end or takes it back ([`super::settle`]).
//!
//! May use: diag, source.

use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::beside::{self, Wait};
use super::journal::{self, Entry, Journal};
use super::{problems, settle};
use crate::diag::Failure;
use crate::source::{hash, leads_to_device};

/// A file and what it shall hold.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where it lies.
    pub path: PathBuf,
    /// What it held when it was read; `None` where there was no file.
    pub before: Option<Vec<u8>>,
    /// What it shall hold; `None` where there shall be no file.
    pub after: Option<Vec<u8>>,
}

/// Writes all changes of the site at `root` or none. A file that holds what it shall hold already is not touched.
pub fn all(root: &Path, changes: &[Change]) -> Result<(), Failure> {
    let changes: Vec<&Change> = changes.iter().filter(|change| change.before != change.after).collect();
    // One file takes its place in one moment, so that nothing can be half done.
    let _lock = match changes.len() {
        0 => return Ok(()),
        1 => None,
        _ => Some(settle::before_writing(root)?),
    };
    let mut writing = Writing::of(root, changes)?;
    let steps = writing.steps();
    steps.into_iter().try_for_each(|step| writing.take(step))
}

/// Writes the files of a site whose folder may not be there yet; where they cannot be written, no empty folder is left.
pub fn all_in_new(root: &Path, changes: &[Change]) -> Result<(), Failure> {
    let was_there = root.exists();
    fs::create_dir_all(root).map_err(|error| problems::not_written(root, &error))?;
    all(root, changes).inspect_err(|_| {
        if !was_there {
            journal::leave_no_lock(root);
            remove_empty(root);
        }
    })
}

/// Removes a folder and those in it, as far as nothing lies in them.
fn remove_empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_empty(&entry.path());
        }
    }
    // Only goes where nothing lies in it.
    let _ = fs::remove_dir(folder);
}

/// One step of a writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The new bytes of a file are laid beside it.
    Lay(usize),
    /// The list is written down.
    Open,
    /// The new bytes take the place of the old.
    Replace(usize),
    /// The list goes: the writing stands.
    Close,
}

/// One step of taking a writing back after a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Back {
    /// The old bytes of a file are laid beside it.
    Keep(usize),
    /// They take its place again.
    Restore(usize),
    /// New bytes that wait beside a file go.
    Sweep(usize),
    /// The list goes.
    Close,
}

/// A writing under way.
pub(super) struct Writing<'w> {
    root: PathBuf,
    changes: Vec<&'w Change>,
}

impl<'w> Writing<'w> {
    /// A writing of files that are as they were read, and all lie below the site folder.
    pub(super) fn of(root: &Path, changes: Vec<&'w Change>) -> Result<Self, Failure> {
        let root = fs::canonicalize(root).map_err(|error| problems::not_written(root, &error))?;
        let mut names = HashSet::new();
        for change in &changes {
            let Some(name) = name(&root, &change.path) else { return Err(problems::not_of_the_site(&change.path)) };
            if !names.insert(name) {
                return Err(problems::not_written(&change.path, &ErrorKind::AlreadyExists.into()));
            }
            if held(&change.path)? != change.before {
                return Err(problems::changed_meanwhile(&change.path));
            }
        }
        Ok(Writing { root, changes })
    }

    fn has_list(&self) -> bool {
        self.changes.len() > 1
    }

    /// Everything that can fail for want of room or permission happens beside the files, before the first of them changes.
    pub(super) fn steps(&self) -> Vec<Step> {
        let count = self.changes.len();
        let list = |step: Step| self.has_list().then_some(step);
        (0..count).map(Step::Lay).chain(list(Step::Open)).chain((0..count).map(Step::Replace)).chain(list(Step::Close)).collect()
    }

    /// Takes one step; where it fails, everything is put back as it was.
    pub(super) fn take(&mut self, step: Step) -> Result<(), Failure> {
        let paths = || self.changes.iter().map(|change| change.path.as_path());
        match step {
            Step::Lay(at) => {
                let change = self.changes[at];
                let Some(after) = &change.after else { return Ok(()) };
                beside::lay(&change.path, after, Wait::New).map(drop).map_err(|error| {
                    self.sweep();
                    problems::not_written(&change.path, &error)
                })
            }
            Step::Open => beside::settle_names(paths()).and_then(|()| self.list().save(&self.root)).map_err(|error| {
                self.sweep();
                let _ = Journal::close(&self.root);
                problems::not_written(&journal::place(&self.root), &error)
            }),
            Step::Replace(at) => self.replace(at).or_else(|failure| {
                for back in self.way_back(at) {
                    self.go_back(back)?;
                }
                Err(failure)
            }),
            Step::Close => {
                // What cannot be tidied now is found to be done by the next command.
                let _ = beside::settle_names(paths()).and_then(|()| Journal::close(&self.root));
                Ok(())
            }
        }
    }

    fn replace(&self, at: usize) -> Result<(), Failure> {
        let change = self.changes[at];
        // Somebody may have saved it while the others were being written.
        if held(&change.path)? != change.before {
            return Err(problems::changed_meanwhile(&change.path));
        }
        let done = match change.after {
            Some(_) => fs::rename(beside::place(&change.path, Wait::New), &change.path),
            None => fs::remove_file(&change.path),
        };
        done.map_err(|error| problems::not_written(&change.path, &error))
    }

    /// The way back after file `at` could not be written. The old bytes of all files lie beside them before the first comes
    /// back, so that wherever this stops the next command can go on with it.
    pub(super) fn way_back(&self, at: usize) -> Vec<Back> {
        let close = self.has_list().then_some(Back::Close);
        (0..at).map(Back::Keep).chain((0..at).map(Back::Restore)).chain((at..self.changes.len()).map(Back::Sweep)).chain(close).collect()
    }

    /// Takes one step back.
    pub(super) fn go_back(&self, back: Back) -> Result<(), Failure> {
        let outcome = |path: &Path, outcome: io::Result<()>| outcome.map_err(|error| problems::not_put_back(path, &error));
        match back {
            Back::Keep(at) => match &self.changes[at] {
                Change { path, before: Some(before), .. } => outcome(path, beside::lay(path, before, Wait::Old).map(drop)),
                _ => Ok(()),
            },
            Back::Restore(at) => {
                let change = self.changes[at];
                // Whoever saved it in the meantime has it as he saved it.
                if held(&change.path)? != change.after {
                    return Err(problems::changed_in_between(&change.path));
                }
                let back = match change.before {
                    Some(_) => fs::rename(beside::place(&change.path, Wait::Old), &change.path),
                    None => fs::remove_file(&change.path),
                };
                outcome(&change.path, back)
            }
            Back::Sweep(at) => {
                let _ = fs::remove_file(beside::place(&self.changes[at].path, Wait::New));
                Ok(())
            }
            Back::Close => {
                let paths = self.changes.iter().map(|change| change.path.as_path());
                outcome(&journal::place(&self.root), beside::settle_names(paths).and_then(|()| Journal::close(&self.root)))
            }
        }
    }

    fn list(&self) -> Journal {
        let entry = |change: &&Change| Entry {
            // OK because all names were found when the writing began, and nothing has moved since but into these folders.
            file: name(&self.root, &change.path).unwrap_or_default(),
            old: change.before.as_deref().map(hash),
            new: change.after.as_deref().map(hash),
        };
        Journal { entries: self.changes.iter().map(entry).collect() }
    }

    fn sweep(&self) {
        self.changes.iter().for_each(|change| drop(fs::remove_file(beside::place(&change.path, Wait::New))));
    }
}

/// What a file is called in the list, with its folders as they lie on disk; `None` when it lies elsewhere.
fn name(root: &Path, path: &Path) -> Option<String> {
    let absolute = std::path::absolute(path).ok()?;
    // A new file may have folders that are not there yet.
    let mut there = absolute.parent()?;
    while fs::symlink_metadata(there).is_err() {
        there = there.parent()?;
    }
    let real = fs::canonicalize(there).ok()?.join(absolute.strip_prefix(there).ok()?);
    let names: Option<Vec<&str>> = real.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(names?.join("/")).filter(|name| journal::is_inside(name))
}

/// Writes one file for a person to open, in place of whatever was there.
pub fn one(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if leads_to_device(path) {
        return Err(problems::a_device(path));
    }
    let new = beside::lay(path, bytes, Wait::New).map_err(|error| problems::not_written(path, &error))?;
    fs::rename(&new, path).map_err(|error| {
        let _ = fs::remove_file(&new);
        problems::not_written(path, &error)
    })
}

/// Takes away the folders of content that held nothing but a file that went.
pub fn tidied(root: &Path, file: &str) {
    let content = root.join("content");
    for folder in root.join(file).ancestors().skip(1).take_while(|folder| folder.starts_with(&content) && *folder != content) {
        // Only goes where nothing lies in it.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

/// What a file holds now.
pub(super) fn held(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(problems::not_written(path, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn a_new_folder_that_cannot_be_written_is_gone_again() {
        let folder = TempDir::new().unwrap();
        let root = folder.path().join("site");
        // What should be a file is a folder to the other.
        let changes = ["a", "a/b"].map(|name| Change { path: root.join(name), before: None, after: Some(b"x".to_vec()) });
        assert!(all_in_new(&root, &changes).is_err());
        assert!(!root.exists(), "{:?}", fs::read_dir(&root).map(|found| found.flatten().map(|one| one.path()).collect::<Vec<_>>()));
    }

    fn change(folder: &TempDir, name: &str, before: Option<&str>, after: &str) -> Change {
        Change { path: folder.path().join(name), before: before.map(|b| b.as_bytes().to_vec()), after: Some(after.as_bytes().to_vec()) }
    }

    fn files(folder: &TempDir) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
            .collect();
        all.sort();
        all
    }

    fn two() -> TempDir {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a"), "1").unwrap();
        fs::write(folder.path().join("b"), "2").unwrap();
        folder
    }

    fn is(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn all_files_change_and_nothing_lies_about() {
        let folder = two();
        all(folder.path(), &[change(&folder, "a", Some("1"), "x"), change(&folder, "b", Some("2"), "2"), change(&folder, "c", None, "y")]).unwrap();
        assert_eq!(files(&folder), is(&[("a", "x"), ("b", "2"), ("c", "y")]));
    }

    #[test]
    fn a_file_changed_meanwhile_stops_everything() {
        let folder = two();
        let failure = all(folder.path(), &[change(&folder, "a", Some("1"), "x"), change(&folder, "b", Some("old"), "y")]).unwrap_err();
        assert!(failure.said.en.contains("has just been changed"), "{failure}");
        assert_eq!(files(&folder), is(&[("a", "1"), ("b", "2")]));
        assert!(all(folder.path(), &[change(&folder, "a", None, "x")]).is_err());
    }

    #[test]
    fn when_one_file_cannot_be_written_the_others_are_put_back() {
        let folder = two();
        // A folder stands where the third file should come to lie: nothing is begun.
        fs::create_dir(folder.path().join("c")).unwrap();
        let changes = [change(&folder, "a", Some("1"), "x"), change(&folder, "n", None, "y"), change(&folder, "c", None, "z")];
        assert!(all(folder.path(), &changes).is_err());
        assert_eq!(files(&folder), is(&[("a", "1"), ("b", "2")]));
        // Somebody saves the third file when the first two have their new bytes.
        let changes = [change(&folder, "a", Some("1"), "x"), change(&folder, "n", None, "y"), change(&folder, "b", Some("2"), "z")];
        let mut writing = Writing::of(folder.path(), changes.iter().collect()).unwrap();
        let _lock = settle::before_writing(folder.path()).unwrap();
        let failure = writing.steps().into_iter().try_for_each(|step| {
            if step == Step::Replace(2) {
                fs::write(folder.path().join("b"), "by hand").unwrap();
            }
            writing.take(step)
        });
        assert!(failure.unwrap_err().said.en.contains("has just been changed"));
        assert_eq!(files(&folder), is(&[("a", "1"), ("b", "by hand")]));
        assert!(!Journal::is_there(folder.path()));
    }

    #[test]
    fn a_file_moves_whole_and_takes_its_empty_folder_with_it() {
        let folder = TempDir::new().unwrap();
        fs::create_dir_all(folder.path().join("content/old/x")).unwrap();
        fs::write(folder.path().join("content/old/x/a"), "1").unwrap();
        let gone = Change { path: folder.path().join("content/old/x/a"), before: Some(b"1".to_vec()), after: None };
        all(folder.path(), &[gone.clone(), change(&folder, "content/a", None, "1")]).unwrap();
        tidied(folder.path(), "content/old/x/a");
        assert_eq!(fs::read_to_string(folder.path().join("content/a")).unwrap(), "1");
        assert!(!folder.path().join("content/old").exists());
        assert!(all(folder.path(), &[gone]).is_err(), "it is no longer as it was read");
    }

    #[test]
    fn a_file_of_somebody_else_is_not_written() {
        let (folder, other) = (two(), two());
        let failure = all(folder.path(), &[change(&other, "a", Some("1"), "x")]).unwrap_err();
        assert!(failure.said.en.contains("is not a file of this site"), "{failure}");
        let twice = [change(&folder, "a", Some("1"), "x"), change(&folder, "a", Some("1"), "y")];
        assert!(all(folder.path(), &twice).is_err());
        assert_eq!((files(&folder), files(&other)), (is(&[("a", "1"), ("b", "2")]), is(&[("a", "1"), ("b", "2")])));
    }
}
