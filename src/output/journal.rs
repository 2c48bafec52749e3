//! A commit file by file, for large sites where little changed and for disks that cannot swap folders.
//!
//! Invariant: the list of moves is safe on disk before the first move, and every move can be undone any
//! number of times, whether it was made or not; so whatever stops the commit, the old site can be put back.
//!
//! Chosen: an interrupted commit is undone. Refused: finishing it. Because the old files are known to be
//! whole, while the new ones may not have reached the disk when the power fails, and the command that
//! finds the journal makes them again anyway.
//!
//! May use: diag, source; crates serde, postcard.

use std::collections::HashSet;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::failures;
use super::places::{Places, above, below};
use super::staging::second_name;
use crate::diag::Failure;
use crate::source::hash;

/// One change of the published folder.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// A new folder.
    Make(Box<str>),
    /// A second name among the old files, for a file about to be replaced.
    Save(Box<str>),
    /// The new file takes the place of the old one; there is no moment without the file.
    Replace(Box<str>),
    /// A new file.
    Add(Box<str>),
    /// A file that is no longer part of the site goes among the old ones, and folders this empties go too.
    Leave(Box<str>),
}

/// The moves of one commit, in order.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// New pages come before the pages that link to them, and old ones go last, except where one stands in the way.
    pub moves: Vec<Move>,
}

impl Journal {
    /// Plans the moves that bring `enter` in and take `leave` out.
    pub fn plan(places: &Places, enter: &[&str], leave: &[&str]) -> Result<Self, Failure> {
        let leaving: HashSet<&str> = leave.iter().copied().collect();
        let mut make: Vec<&str> = Vec::new();
        let mut known: HashSet<&str> = HashSet::new();
        for folder in enter.iter().flat_map(|path| above(path)) {
            if known.insert(folder) {
                let place = places.published(folder);
                match std::fs::symlink_metadata(&place) {
                    Ok(metadata) if metadata.is_dir() => {}
                    Ok(_) if !leaving.contains(folder) => return Err(failures::foreign(&place)),
                    _ => make.push(folder),
                }
            }
        }
        make.sort_unstable();
        let is_there = |path: &&&str| std::fs::symlink_metadata(places.published(path)).is_ok_and(|metadata| !metadata.is_dir());
        let (replace, add): (Vec<&str>, Vec<&str>) = enter.iter().copied().partition(|path| is_there(&path));
        let entering: HashSet<&str> = enter.iter().copied().collect();
        let in_the_way = |path: &str| known.contains(path) || above(path).any(|folder| entering.contains(folder));
        let (first, last): (Vec<&str>, Vec<&str>) = leave.iter().copied().filter(|path| is_there(&path)).partition(|path| in_the_way(path));

        let mut moves: Vec<Move> = first.into_iter().map(|path| Move::Leave(path.into())).collect();
        moves.extend(make.into_iter().map(|path| Move::Make(path.into())));
        moves.extend(add.into_iter().map(|path| Move::Add(path.into())));
        moves.extend(replace.into_iter().flat_map(|path| [Move::Save(path.into()), Move::Replace(path.into())]));
        moves.extend(last.into_iter().map(|path| Move::Leave(path.into())));
        Ok(Journal { moves })
    }

    /// Writes the list down and waits until the disk has it.
    pub fn save(&self, places: &Places) -> io::Result<()> {
        let body = postcard::to_stdvec(self).map_err(io::Error::other)?;
        let mut file = fs::File::create(places.journal())?;
        file.write_all(&hash(&body))?;
        file.write_all(&body)?;
        file.sync_all()?;
        if cfg!(unix) {
            fs::File::open(&places.staging)?.sync_all()?;
        }
        Ok(())
    }

    /// The list of an interrupted commit. A list that is not whole was never acted on.
    pub fn load(places: &Places) -> Option<Self> {
        let bytes = fs::read(places.journal()).ok()?;
        let (sum, body) = bytes.split_first_chunk::<16>()?;
        if hash(body) == *sum { postcard::from_bytes(body).ok() } else { None }
    }

    /// The commit point: without the list there is nothing to undo.
    pub fn close(places: &Places) -> io::Result<()> {
        fs::remove_file(places.journal())
    }

    /// Makes one move.
    pub fn run(&self, at: usize, places: &Places) -> io::Result<()> {
        match &self.moves[at] {
            Move::Make(path) => fs::create_dir(places.published(path)),
            Move::Save(path) => second_name(&places.published(path), &old(places, path)?),
            Move::Replace(path) | Move::Add(path) => fs::rename(below(places.site(), path), places.published(path)),
            Move::Leave(path) => {
                absent_is_fine(fs::rename(places.published(path), old(places, path)?))?;
                for folder in above(path) {
                    // A folder that still holds something stays.
                    if std::fs::remove_dir(places.published(folder)).is_err() {
                        break;
                    }
                }
                Ok(())
            }
        }
    }

    /// The published file or folder a move is about.
    pub fn place(&self, at: usize, places: &Places) -> PathBuf {
        let (Move::Make(path) | Move::Save(path) | Move::Replace(path) | Move::Add(path) | Move::Leave(path)) = &self.moves[at];
        places.published(path)
    }

    /// Puts the old site back, from wherever the commit had come to.
    pub fn undo(&self, places: &Places) -> io::Result<()> {
        for made in self.moves.iter().rev() {
            match made {
                Move::Make(path) => {
                    // Not made, or no longer empty: both are as they should be.
                    let _ = std::fs::remove_dir(places.published(path));
                }
                Move::Save(_) => {}
                Move::Replace(path) => {
                    if !is_at(&below(places.site(), path)) && is_at(&below(places.old(), path)) {
                        fs::rename(below(places.old(), path), places.published(path))?;
                    }
                }
                Move::Add(path) => {
                    let new = below(places.site(), path);
                    if !is_at(&new) {
                        absent_is_fine(fs::rename(places.published(path), new))?;
                    }
                }
                Move::Leave(path) => {
                    let kept = below(places.old(), path);
                    if is_at(&kept) {
                        let place = places.published(path);
                        fs::create_dir_all(place.parent().unwrap_or(&places.out))?;
                        fs::rename(kept, place)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Where an old file is kept, with the folders above it.
fn old(places: &Places, path: &str) -> io::Result<PathBuf> {
    let kept = below(places.old(), path);
    fs::create_dir_all(kept.parent().unwrap_or(&places.staging))?;
    Ok(kept)
}

fn is_at(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

fn absent_is_fine(outcome: io::Result<()>) -> io::Result<()> {
    match outcome {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
