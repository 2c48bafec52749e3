//! How the new site becomes the published one, step by step.
//!
//! Invariant: up to one step everything can be thrown away; after it everything left is tidying that the
//! next command can do as well. Folders change places in that one step; a commit file by file is short,
//! and whatever stops it is undone, at once or by the next command.
//!
//! May use: diag; crates rustix.

use std::collections::VecDeque;
use std::io;
use std::path::Path;

use fs_err as fs;

use super::failures;
use super::journal::Journal;
use super::ledger::Outcome;
use super::manifest::Manifest;
use super::places::Places;
use super::staging::{self, Staging};
use crate::diag::Failure;

/// Up to this many unchanged files are linked into a new folder that changes places with the old one.
///
/// Chosen: an exchange where it is cheap, because no moment of it can be seen; a district's site has a few
/// hundred files. Refused: an exchange for every size: one change among 1,000 pages takes 5 ms file by file,
/// and as an exchange between a third of `cp -r` and three times as long, nearly all of it making folders.
pub const FEW: usize = 500;

/// Whether two folders can change places in one moment here. Windows has no call for it.
const CAN_EXCHANGE: bool = cfg!(any(target_os = "linux", target_os = "android", target_vendor = "apple"));

/// One step. The published site is the new one after `Rename`, `Exchange` or `Close`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The staging folder becomes the published one, where there is none yet.
    Rename,
    /// The staging folder and the published one change places at once.
    Exchange,
    /// The list of moves is written down.
    Open,
    /// One move of the list.
    Move(usize),
    /// The list is removed: the commit stands.
    Close,
    /// The record of what is published comes into force.
    Record,
    /// What is left of staging and of the old site is removed.
    Clear,
}

/// A commit under way.
pub struct Commit {
    /// The new site and where everything lies.
    pub staging: Staging,
    outcome: Outcome,
    /// How two folders change places; a test puts a disk here that cannot.
    pub swap: fn(&Path, &Path) -> io::Result<()>,
    journal: Journal,
    steps: VecDeque<Step>,
}

impl Commit {
    /// Makes everything ready; nothing published is touched yet.
    pub fn prepare(staging: Staging, outcome: Outcome, few: usize) -> Result<Self, Failure> {
        let mut commit = Commit { staging, outcome, swap: exchange, journal: Journal::default(), steps: VecDeque::new() };
        let changed = commit.outcome.enter.len() + commit.outcome.leave.len();
        if changed > 0 {
            commit.choose(changed, few)?;
        }
        if commit.outcome.differs {
            let places = &commit.staging.places;
            commit.outcome.manifest.save_next(places).map_err(|error| failures::no_notes(&places.notes(), &error))?;
            commit.steps.push_back(Step::Record);
        }
        if changed > 0 {
            commit.steps.push_back(Step::Clear);
        }
        Ok(commit)
    }

    /// Chooses how the new site takes its place.
    fn choose(&mut self, changed: usize, few: usize) -> Result<(), Failure> {
        let places = &self.staging.places;
        if !places.out.exists() {
            self.steps.push_back(Step::Rename);
            return Ok(());
        }
        let was_empty = is_empty(&places.out);
        if was_empty || CAN_EXCHANGE && (self.outcome.unchanged <= few || changed >= self.outcome.unchanged) {
            self.staging.complete(&self.outcome.entering().chain(self.outcome.leaving()).collect())?;
            self.steps.push_back(if was_empty { Step::Rename } else { Step::Exchange });
        } else {
            self.open_journal()?;
        }
        Ok(())
    }

    /// Plans a commit file by file, before the steps already planned.
    fn open_journal(&mut self) -> Result<(), Failure> {
        let (enter, leave): (Vec<&str>, Vec<&str>) = (self.outcome.entering().collect(), self.outcome.leaving().collect());
        self.journal = Journal::plan(&self.staging.places, &enter, &leave)?;
        let moves = (0..self.journal.moves.len()).map(Step::Move);
        let all: Vec<Step> = std::iter::once(Step::Open).chain(moves).chain([Step::Close]).collect();
        for step in all.into_iter().rev() {
            self.steps.push_front(step);
        }
        Ok(())
    }

    /// Takes the next step and says which; nothing when all are done.
    pub fn step(&mut self) -> Result<Option<Step>, Failure> {
        let Some(step) = self.steps.pop_front() else {
            return Ok(None);
        };
        let places = &self.staging.places;
        match step {
            Step::Rename => rename(self).map_err(|error| self.give_up(&places.out, &error))?,
            Step::Exchange => match (self.swap)(&places.site(), &places.out) {
                Ok(()) => {}
                Err(error) if is_unsupported(&error) => self.open_journal()?,
                Err(error) => return Err(self.give_up(&places.out, &error)),
            },
            Step::Open => {
                // When files only leave, there is no staging folder yet to hold the list.
                self.staging.folder("").and_then(|()| self.journal.save(places)).map_err(|error| self.give_up(&places.out, &error))?;
            }
            Step::Move(at) => {
                let place = self.journal.place(at, places);
                self.journal.run(at, places).map_err(|error| self.take_back(&place, &error))?;
            }
            Step::Close => {
                let place = places.journal();
                Journal::close(places).map_err(|error| self.take_back(&place, &error))?;
            }
            Step::Record => Manifest::enact(places).map_err(|error| failures::unrecorded(&places.manifest(), &error))?,
            Step::Clear => {
                // What cannot be removed now is removed when the next publication begins.
                let _ = staging::remove(&places.staging);
            }
        }
        Ok(Some(step))
    }

    /// How many single files are to be moved.
    #[cfg(test)]
    pub fn count_moves(&self) -> usize {
        self.journal.moves.len()
    }

    /// Takes every step.
    pub fn finish(mut self) -> Result<Outcome, Failure> {
        while self.step()?.is_some() {}
        Ok(self.outcome)
    }

    /// Nothing published was touched: the new record goes, and the staging folder with it. `place` is what could not be put
    /// where it belongs.
    fn give_up(&self, place: &Path, error: &io::Error) -> Failure {
        let _ = std::fs::remove_file(self.staging.places.next_manifest());
        failures::untouched(place, error)
    }

    /// Undoes the moves made so far; what cannot be undone now waits for the next command.
    fn take_back(&mut self, place: &Path, error: &io::Error) -> Failure {
        let places = &self.staging.places;
        match self.journal.undo(places).and_then(|()| Journal::close(places)) {
            Ok(()) => self.give_up(place, error),
            Err(again) => {
                let failure = failures::half_done(place, error, &again);
                self.staging.stay();
                failure
            }
        }
    }
}

/// Moves the staging folder to where no site is yet.
fn rename(commit: &Commit) -> io::Result<()> {
    let places = &commit.staging.places;
    if cfg!(windows) && places.out.exists() {
        fs::remove_dir(&places.out)?;
    }
    fs::rename(places.site(), &places.out)
}

/// Lets two folders change places in one moment.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether a folder is there and holds nothing.
pub fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// What begins with every publication: an interrupted commit is undone, a finished one is recorded, leftovers go.
pub fn recover(places: &Places) -> Result<(), Failure> {
    let put_back = |error: io::Error| failures::not_put_back(&places.out, &error);
    if let Some(journal) = Journal::load(places) {
        // A published folder that was deleted since is not brought back in pieces.
        if places.out.is_dir() {
            journal.undo(places).map_err(put_back)?;
        }
        Journal::close(places).map_err(put_back)?;
    }
    let next = places.next_manifest();
    if next.exists() {
        let stands = Manifest::load_next(places).is_some_and(|new| new.describes(places, Manifest::load(places).as_ref()));
        let settled = if stands { Manifest::enact(places) } else { fs::remove_file(&next) };
        settled.map_err(|error| failures::no_notes(&next, &error))?;
    }
    match staging::remove(&places.staging) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failures::untouched(&places.staging, &error)),
        _ => Ok(()),
    }
}
