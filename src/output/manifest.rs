//! The record of what was published: each file, what it was made from, and how it looked on disk.
//!
//! Invariant: sorted by path, each path once, each below the published folder. A damaged record, or one
//! of another version or folder, counts as none, and then no file is ever removed or overwritten by it.
//!
//! May use: source; crates serde, postcard.

use std::io::Write;

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::Key;
use super::places::{Places, is_address};
use crate::source::{Hash, Stamp, hash};

/// How a record begins; the number changes with its shape.
const HEAD: &[u8] = b"minhbach published 1\n";

/// How a file of the site was made and how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// What it was made from.
    pub key: Key,
    /// The fingerprint of its bytes.
    pub hash: Hash,
    /// How it looks on disk.
    pub stamp: Stamp,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its path below the published folder.
    pub path: Box<str>,
    /// How it was made.
    pub made: Made,
}

/// All published files.
#[derive(Debug, Default)]
pub struct Manifest {
    /// Sorted by path.
    pub records: Vec<Record>,
}

impl Manifest {
    /// The record of the last publication into this folder, if there is a sound one.
    pub fn load(places: &Places) -> Option<Self> {
        Self::read(places, &fs::read(places.manifest()).ok()?)
    }

    /// The record of a publication that may not have come to its end.
    pub fn load_next(places: &Places) -> Option<Self> {
        Self::read(places, &fs::read(places.next_manifest()).ok()?)
    }

    fn read(places: &Places, bytes: &[u8]) -> Option<Self> {
        let (sum, body) = bytes.strip_prefix(HEAD)?.split_first_chunk::<16>()?;
        if hash(body) != *sum {
            return None;
        }
        let (out, records): (String, Vec<Record>) = postcard::from_bytes(body).ok()?;
        let sound =
            out == places.called().to_string_lossy() && records.iter().all(|record| is_address(&record.path)) && records.is_sorted_by(|a, b| a.path < b.path);
        sound.then_some(Manifest { records })
    }

    /// Writes the record beside the one in force, complete before anything is published.
    pub fn save_next(&self, places: &Places) -> std::io::Result<()> {
        let body = postcard::to_stdvec(&(places.called().to_string_lossy(), &self.records)).map_err(std::io::Error::other)?;
        let mut file = fs::File::create(places.next_manifest())?;
        file.write_all(HEAD)?;
        file.write_all(&hash(&body))?;
        file.write_all(&body)
    }

    /// Puts the record written by `save_next` in force.
    pub fn enact(places: &Places) -> std::io::Result<()> {
        fs::rename(places.next_manifest(), places.manifest())
    }

    /// Which record is of `path`.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.records.binary_search_by(|record| (*record.path).cmp(path)).ok()
    }

    /// Whether a file below the folder `path` was published.
    pub fn has_below(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let at = self.records.partition_point(|record| *record.path < *folder);
        self.records.get(at).is_some_and(|record| record.path.starts_with(&folder))
    }

    /// Whether exactly this lies on disk: every file untouched, and nothing left of `before` that is not in here.
    pub fn describes(&self, places: &Places, before: Option<&Manifest>) -> bool {
        let on_disk = |path: &str| std::fs::symlink_metadata(places.published(path)).ok().filter(|metadata| metadata.is_file());
        self.records.iter().all(|record| on_disk(&record.path).is_some_and(|metadata| Stamp::of(&metadata) == record.made.stamp))
            && before.is_none_or(|old| old.records.iter().all(|gone| self.find(&gone.path).is_some() || on_disk(&gone.path).is_none()))
    }
}
