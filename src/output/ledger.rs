//! What becomes of each path of the site during one publication.
//!
//! Invariant: every path is told once; a path that was begun and never told stops the publication.
//!
//! May use: diag, source.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::failures;
use super::manifest::{Made, Manifest, Record};
use crate::diag::Failure;
use crate::source::Stamp;

/// What is known of one path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Nobody spoke of it: it leaves the site.
    Untold,
    /// Someone is working on it.
    Begun,
    /// It lies on disk as it should.
    Same(Made),
    /// It waits in staging.
    Staged(Made),
}

/// How a file was made, if somebody has.
fn made(fate: Fate) -> Option<Made> {
    match fate {
        Fate::Same(made) | Fate::Staged(made) => Some(made),
        Fate::Untold | Fate::Begun => None,
    }
}

/// The fates of all paths: those published before by their record, new ones by name.
#[derive(Debug)]
pub struct Ledger {
    old: Vec<Fate>,
    new: HashMap<Box<str>, Fate>,
    unknown: Option<Box<str>>,
}

/// The new site as far as it concerns the disk.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The record of the new site.
    pub manifest: Manifest,
    /// Which records of it come from staging.
    pub enter: Vec<usize>,
    /// Paths that are no longer part of the site.
    pub leave: Vec<Box<str>>,
    /// How many files stay as they are.
    pub unchanged: usize,
    /// Whether the record is another than before.
    pub differs: bool,
}

impl Outcome {
    /// The paths that come from staging.
    pub fn entering(&self) -> impl Iterator<Item = &str> {
        self.enter.iter().map(|at| &*self.manifest.records[*at].path)
    }

    /// The paths that go.
    pub fn leaving(&self) -> impl Iterator<Item = &str> {
        self.leave.iter().map(|path| &**path)
    }
}

impl Ledger {
    /// Nothing told yet about `count` recorded files.
    pub fn new(count: usize) -> Self {
        Ledger { old: vec![Fate::Untold; count], new: HashMap::new(), unknown: None }
    }

    /// A file stays as it was recorded; one without record cannot, and stops the publication.
    pub fn keep(&mut self, record: Option<(usize, Made)>, path: &str) {
        match record {
            Some((at, made)) if self.old[at] == Fate::Untold || self.old[at] == Fate::Same(made) => self.old[at] = Fate::Same(made),
            _ => self.unknown = Some(path.into()),
        }
    }

    /// Someone begins to make `path`; false when someone did before.
    pub fn begin(&mut self, at: Option<usize>, path: &str) -> bool {
        match at {
            Some(at) => std::mem::replace(&mut self.old[at], Fate::Begun) == Fate::Untold,
            None => match self.new.entry(path.into()) {
                Entry::Occupied(_) => false,
                Entry::Vacant(slot) => {
                    slot.insert(Fate::Begun);
                    true
                }
            },
        }
    }

    /// `path` is made: it waits in staging, or lies on disk already.
    pub fn tell(&mut self, at: Option<usize>, path: &str, made: Made, staged: bool) {
        let fate = if staged { Fate::Staged(made) } else { Fate::Same(made) };
        match at {
            Some(at) => self.old[at] = fate,
            None => {
                self.new.insert(path.into(), fate);
            }
        }
    }

    /// How a file told of looks on disk.
    pub fn stamp(&self, at: Option<usize>, path: &str) -> Option<Stamp> {
        let fate = match at {
            Some(at) => self.old.get(at),
            None => self.new.get(path),
        };
        fate.copied().and_then(made).map(|made| made.stamp)
    }

    /// Every file told of so far with its length, in order. `published` are the files the ledger was begun with.
    pub fn told(&self, published: &Manifest) -> Vec<(String, u64)> {
        let before = published.records.iter().map(|record| &record.path).zip(&self.old);
        let all = before.chain(&self.new).filter_map(|(path, fate)| Some((path.to_string(), made(*fate)?.stamp.len)));
        let mut all: Vec<(String, u64)> = all.collect();
        all.sort_unstable();
        all
    }

    /// Draws the line; `is_there` says whether a file that leaves is still on disk.
    pub fn close(self, published: Manifest, is_there: impl Fn(&str) -> bool) -> Result<Outcome, Failure> {
        if let Some(path) = self.unknown {
            return Err(failures::inconsistent(&path));
        }
        let before = published.records.into_iter().zip(self.old).map(|(record, fate)| (record.path, Some(record.made), fate));
        let added = self.new.into_iter().map(|(path, fate)| (path, None, fate));
        let mut outcome = Outcome::default();
        let mut all = Vec::new();
        for (path, was, fate) in before.chain(added) {
            let (made, staged) = match fate {
                Fate::Untold => {
                    outcome.differs = true;
                    if is_there(&path) {
                        outcome.leave.push(path);
                    }
                    continue;
                }
                Fate::Begun => return Err(failures::inconsistent(&path)),
                Fate::Same(made) => (made, false),
                Fate::Staged(made) => (made, true),
            };
            outcome.differs |= staged || was != Some(made);
            all.push((Record { path, made }, staged));
        }
        all.sort_unstable_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        outcome.enter = all.iter().enumerate().filter(|(_, (_, staged))| *staged).map(|(at, _)| at).collect();
        outcome.unchanged = all.len() - outcome.enter.len();
        outcome.manifest.records = all.into_iter().map(|(record, _)| record).collect();
        Ok(outcome)
    }
}
