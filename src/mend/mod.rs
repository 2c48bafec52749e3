//! Changes the bytes of a file of the site where a fix is certain, and nothing else in it.
//!
//! Every other fix can join: it says which bytes it puts where, and this room puts them there. [`yaml`] finds the bytes of
//! a value in a data file, [`write`] puts several files in place together, [`settled`] does so after a power cut.
//! Invariant: a file that is not as it was read stays untouched; the new file is complete before it takes the old one's
//! place; what stands outside the fixes is the same byte for byte.
//!
//! May use: source, diag, tree; crates fs-err.

use std::path::Path;

use crate::diag::Failure;
use crate::source::{self, Hash};

mod beside;
mod journal;
pub mod keep;
pub mod lines;
pub mod problems;
mod settle;
pub mod spaces;
pub mod swaps;
pub mod write;
pub mod yaml;

pub use beside::{NEW, OLD};
pub use settle::{Half, State, Way, is_waiting, seen, settled};

/// Bytes put into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insert {
    /// Before which byte of the text, counted without a mark in front of the file.
    pub at: usize,
    /// What is put there.
    pub text: String,
}

/// The fixes of one file.
#[derive(Clone, Debug)]
pub struct Fixes {
    /// The file, relative to the site folder.
    pub file: String,
    /// The hash of its bytes when it was read.
    pub hash: Hash,
    /// What is put into it.
    pub inserts: Vec<Insert>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// It was changed.
    Changed,
    /// It is not as it was read, or is written in a way in which places cannot be found again; nothing was changed.
    LeftAlone,
}

const MARK: &[u8] = "\u{feff}".as_bytes();

/// The bytes with the fixes put in; `None` when a place is not there.
pub fn mended(bytes: &[u8], inserts: &[Insert]) -> Option<Vec<u8>> {
    let front = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    let text = std::str::from_utf8(&bytes[front..]).ok()?;
    let mut sorted: Vec<&Insert> = inserts.iter().collect();
    sorted.sort_by_key(|insert| insert.at);
    let mut out = Vec::with_capacity(bytes.len() + inserts.iter().map(|i| i.text.len()).sum::<usize>());
    out.extend_from_slice(&bytes[..front]);
    let mut done = 0;
    for insert in sorted {
        out.extend_from_slice(text.get(done..insert.at)?.as_bytes());
        out.extend_from_slice(insert.text.as_bytes());
        done = insert.at;
    }
    out.extend_from_slice(text.get(done..)?.as_bytes());
    Some(out)
}

/// Puts the fixes of one file into it.
pub fn apply(root: &Path, fixes: &Fixes) -> Result<Mended, Failure> {
    let disk = source::on_disk(root, &fixes.file);
    // A link leads to a file that may not be the site's own.
    if disk.is_symlink() {
        return Ok(Mended::LeftAlone);
    }
    let bytes = fs_err::read(&disk).map_err(|error| source::failure(("đọc", "read"), &disk, &error))?;
    if source::hash(&bytes) != fixes.hash || source::is_composed_anew(&bytes) {
        return Ok(Mended::LeftAlone);
    }
    let Some(new) = mended(&bytes, &fixes.inserts) else { return Ok(Mended::LeftAlone) };
    write::all(root, &[write::Change { path: disk, before: Some(bytes), after: Some(new) }])?;
    Ok(Mended::Changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insert(at: usize, text: &str) -> Insert {
        Insert { at, text: text.to_owned() }
    }

    #[test]
    fn only_what_is_put_in_is_new() {
        let text = "\u{feff}Giao 780 đồng.\r\n";
        let links = [insert(8, "](figure:x)"), insert(5, "[")];
        assert_eq!(mended(text.as_bytes(), &links).as_deref(), Some("\u{feff}Giao [780](figure:x) đồng.\r\n".as_bytes()));
        assert_eq!(mended(text.as_bytes(), &[insert(999, "x")]), None);
        assert_eq!(mended(&[0xff], &[]), None);
    }

    #[test]
    fn a_file_that_changed_is_left_alone_and_one_that_did_not_keeps_its_rights() {
        let folder = tempfile::TempDir::new().unwrap();
        let disk = folder.path().join("bài.md");
        std::fs::write(&disk, "Giao 780.").unwrap();
        let fixes = |hash| Fixes { file: "bài.md".into(), hash, inserts: vec![insert(5, "["), insert(8, "]")] };
        assert_eq!(apply(folder.path(), &fixes(source::hash(b"Giao 78."))).unwrap(), Mended::LeftAlone);
        assert_eq!(std::fs::read_to_string(&disk).unwrap(), "Giao 780.");
        assert_eq!(apply(folder.path(), &fixes(source::hash(b"Giao 780."))).unwrap(), Mended::Changed);
        assert_eq!(std::fs::read_to_string(&disk).unwrap(), "Giao [780].");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
