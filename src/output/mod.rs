//! The only room that writes a site.
//!
//! A publication takes every file of the new site, notices which are already there, stages the others
//! beside the published folder and lets the new site take its place at once. Dropped, it leaves no trace.
//! Invariant: the published folder holds the old site or the new one, whatever fails, and a file this
//! site did not make is neither changed nor removed. What is as it should be is not even touched.
//!
//! May use: diag, source; crates blake3, postcard, rustix, serde.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::diag::Failure;
use crate::source::{Hash, Stamp, hash};

mod commit;
mod failures;
mod journal;
mod ledger;
mod manifest;
mod places;
mod staging;

use commit::Commit;
use ledger::Ledger;
use manifest::{Made, Manifest};
use places::Places;
use staging::Staging;

/// What a published file was made from, in short: equal keys mean equal bytes.
pub type Key = [u8; 16];

/// Counts and hashes bytes without keeping them.
#[derive(Default)]
struct Measure {
    hasher: blake3::Hasher,
    len: u64,
}

impl Measure {
    fn finish(&self) -> (Hash, u64) {
        let mut short = Hash::default();
        short.copy_from_slice(&self.hasher.finalize().as_bytes()[..16]);
        (short, self.len)
    }
}

impl Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.hasher.update(bytes);
        self.len += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// One publication under way. Files are given to it from any number of threads.
#[derive(Debug)]
pub struct Publication {
    staging: Staging,
    published: Manifest,
    ledger: Mutex<Ledger>,
    anew: bool,
    blank: bool,
    few: usize,
    _lock: File,
}

/// What became of a file given to a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is new or differs, and waits to be published.
    Written,
    /// The published file holds these bytes already.
    Unchanged,
}

/// What a publication did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files are new or differ.
    pub written: usize,
    /// How many stayed untouched.
    pub unchanged: usize,
    /// How many files of the last publication are gone.
    pub removed: usize,
    /// How many files the site has now.
    pub files: usize,
    /// How many bytes they have together.
    pub bytes_total: u64,
}

impl Publication {
    /// Takes the lock of the site, undoes a commit that was interrupted, and reads what was published last.
    ///
    /// With `fresh`, nothing is taken to be current and every file is compared byte by byte.
    pub fn begin(root: &Path, out: &Path, fresh: bool) -> Result<Self, Failure> {
        let places = Places::of(root, out)?;
        let lock = lock(&places)?;
        commit::recover(&places)?;
        let published = Manifest::load(&places).unwrap_or_default();
        Ok(Publication {
            ledger: Mutex::new(Ledger::new(published.records.len())),
            blank: !places.out.exists() || commit::is_empty(&places.out),
            staging: Staging::new(places),
            anew: fresh,
            few: commit::FEW,
            published,
            _lock: lock,
        })
    }

    /// Whether `path` was published from exactly this key and lies on disk untouched.
    pub fn is_current(&self, path: &str, key: &Key) -> bool {
        let Some(at) = self.published.find(path).filter(|_| !self.anew) else {
            return false;
        };
        let made = &self.published.records[at].made;
        made.key == *key
            && std::fs::symlink_metadata(self.staging.places.published(path)).is_ok_and(|metadata| metadata.is_file() && Stamp::of(&metadata) == made.stamp)
    }

    /// Whether the companion `path` of a file is current, and as old as that file is now.
    pub fn is_current_beside(&self, path: &str, key: &Key, of: &str) -> bool {
        let age = self.age(of);
        let at = self.published.find(path).map(|at| self.published.records[at].made.stamp.mtime_ns);
        age.is_some() && age == at && self.is_current(path, key)
    }

    /// Every file given so far with its length, in order.
    pub fn told(&self) -> Vec<(String, u64)> {
        self.ledger().told(&self.published)
    }

    /// The bytes of a published file.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let place = self.staging.places.published(path);
        std::fs::read(&place).map_err(|error| failures::unseen(&place, &error))
    }

    /// Every path that was published last.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.published.records.iter().map(|record| record.path.as_ref())
    }

    /// The files published last whose paths begin so, each with what it was made from.
    pub fn beginning<'p>(&'p self, with: &'p str) -> impl Iterator<Item = (&'p str, &'p Key)> {
        let from = self.published.records.partition_point(|record| &*record.path < with);
        let files = self.published.records[from..].iter().take_while(move |record| record.path.starts_with(with));
        files.map(|record| (record.path.as_ref(), &record.made.key))
    }

    /// Whether `path` lies on disk as it was published, whatever it was made from.
    pub fn is_untouched(&self, path: &str) -> bool {
        self.published.find(path).is_some_and(|at| {
            std::fs::symlink_metadata(self.staging.places.published(path))
                .is_ok_and(|metadata| metadata.is_file() && Stamp::of(&metadata) == self.published.records[at].made.stamp)
        })
    }

    /// `path` stays as it is, because it is current.
    pub fn keep(&self, path: &str) {
        let record = self.published.find(path).map(|at| (at, self.published.records[at].made));
        self.ledger().keep(record, path);
    }

    /// Gives the bytes of `path`; only a difference to what is published is written.
    pub fn put(&self, path: &str, key: &Key, bytes: &[u8]) -> Result<Put, Failure> {
        self.put_aged(path, key, bytes, None)
    }

    /// Gives the bytes of a companion of a file given before; it is made as old as that file.
    pub fn put_beside(&self, path: &str, key: &Key, bytes: &[u8], of: &str) -> Result<Put, Failure> {
        self.put_aged(path, key, bytes, self.age(of))
    }

    /// How old a file given before is.
    fn age(&self, path: &str) -> Option<i64> {
        self.ledger().stamp(self.published.find(path), path).map(|stamp| stamp.mtime_ns)
    }

    fn put_aged(&self, path: &str, key: &Key, bytes: &[u8], age: Option<i64>) -> Result<Put, Failure> {
        if !places::is_address(path) {
            return Err(failures::no_address(path));
        }
        let at = self.published.find(path);
        if !self.ledger().begin(at, path) {
            return Err(failures::inconsistent(path));
        }
        let hash = hash(bytes);
        let on_disk = self.compare(at, path, &hash, bytes.len() as u64)?.filter(|stamp| age.is_none_or(|age| age == stamp.mtime_ns));
        let stamp = match on_disk {
            Some(stamp) => stamp,
            None => self.staging.write(path, bytes, age.map(time))?,
        };
        self.ledger().tell(at, path, Made { key: *key, hash, stamp }, on_disk.is_none());
        Ok(if on_disk.is_none() { Put::Written } else { Put::Unchanged })
    }

    /// Gives a file too large to be held in memory. `write` makes the same bytes each time it is called: once
    /// to learn whether they differ from what is published, and once more if they do.
    pub fn put_large(&self, path: &str, key: &Key, write: &dyn Fn(&mut dyn Write) -> std::io::Result<()>) -> Result<Put, Failure> {
        self.put_large_aged(path, key, None, write)
    }

    /// The same for a companion of a file given before.
    pub fn put_large_beside(&self, path: &str, key: &Key, of: &str, write: &dyn Fn(&mut dyn Write) -> std::io::Result<()>) -> Result<Put, Failure> {
        self.put_large_aged(path, key, self.age(of), write)
    }

    fn put_large_aged(&self, path: &str, key: &Key, age: Option<i64>, write: &dyn Fn(&mut dyn Write) -> std::io::Result<()>) -> Result<Put, Failure> {
        if !places::is_address(path) {
            return Err(failures::no_address(path));
        }
        let at = self.published.find(path);
        if !self.ledger().begin(at, path) {
            return Err(failures::inconsistent(path));
        }
        let mut measure = Measure::default();
        write(&mut measure).map_err(|error| failures::untouched(&self.staging.places.published(path), &error))?;
        let (hash, len) = measure.finish();
        let on_disk = self.compare(at, path, &hash, len)?.filter(|stamp| age.is_none_or(|age| age == stamp.mtime_ns));
        let stamp = match on_disk {
            Some(stamp) => stamp,
            None => self.staging.write_with(path, age.map(time), write)?,
        };
        self.ledger().tell(at, path, Made { key: *key, hash, stamp }, on_disk.is_none());
        Ok(if on_disk.is_none() { Put::Written } else { Put::Unchanged })
    }

    /// Makes the new site the published one, and removes the files of the last one that are not part of it.
    pub fn publish(self) -> Result<Written, Failure> {
        let commit = self.ready()?;
        let outcome = commit.0.finish()?;
        Ok(Written {
            written: outcome.enter.len(),
            unchanged: outcome.unchanged,
            removed: outcome.leave.len(),
            files: outcome.manifest.records.len(),
            bytes_total: outcome.manifest.records.iter().map(|record| record.made.stamp.len).sum(),
        })
    }

    /// The commit before its first step, and the lock that guards it.
    fn ready(self) -> Result<(Commit, File), Failure> {
        // OK to go on after a panic elsewhere: a file that was being made then is still marked as begun.
        let ledger = self.ledger.into_inner().unwrap_or_else(PoisonError::into_inner);
        let places = &self.staging.places;
        let is_there = |path: &str| std::fs::symlink_metadata(places.published(path)).is_ok_and(|metadata| !metadata.is_dir());
        let outcome = ledger.close(self.published, is_there)?;
        Ok((Commit::prepare(self.staging, outcome, self.few)?, self._lock))
    }

    /// How the published file looks, if it holds exactly these bytes.
    fn compare(&self, at: Option<usize>, path: &str, wanted: &Hash, len: u64) -> Result<Option<Stamp>, Failure> {
        if self.blank {
            return Ok(None);
        }
        let place = self.staging.places.published(path);
        let metadata = match std::fs::symlink_metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            // A file stands where the path needs a folder: ours goes, another's stays.
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                let ours = places::above(path).any(|folder| self.published.find(folder).is_some());
                return if ours { Ok(None) } else { Err(failures::foreign(&place)) };
            }
            Err(error) => return Err(failures::unseen(&place, &error)),
        };
        let stamp = Stamp::of(&metadata);
        if let Some(at) = at.filter(|_| metadata.is_file() && !self.anew) {
            let made = &self.published.records[at].made;
            if made.stamp == stamp {
                return Ok((made.hash == *wanted).then_some(stamp));
            }
        }
        let equal = metadata.is_file() && stamp.len == len && hash(&std::fs::read(&place).map_err(|error| failures::unseen(&place, &error))?) == *wanted;
        let ours = at.is_some() || (metadata.is_dir() && self.published.has_below(path));
        match (equal, ours) {
            (true, _) => Ok(Some(stamp)),
            (false, true) => Ok(None),
            (false, false) => Err(failures::foreign(&place)),
        }
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        // OK to go on after a panic elsewhere: no change of the ledger is ever half done.
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// So many nanoseconds after 1970, or before.
fn time(nanos: i64) -> SystemTime {
    let span = Duration::from_nanos(nanos.unsigned_abs());
    if nanos < 0 { UNIX_EPOCH - span } else { UNIX_EPOCH + span }
}

/// Takes the lock of the site; it is let go when the publication ends, however it ends.
fn lock(places: &Places) -> Result<File, Failure> {
    let path = places.lock();
    let open = || {
        std::fs::create_dir_all(places.notes())?;
        File::options().create(true).truncate(false).write(true).open(&path)
    };
    let file = open().map_err(|error| failures::no_notes(&places.notes(), &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(failures::locked(&places.root)),
        Err(TryLockError::Error(error)) => Err(failures::no_notes(&path, &error)),
    }
}

#[cfg(test)]
mod tests;
