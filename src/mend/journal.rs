//! The list of a writing under way: which files change, and the fingerprints of their bytes before and after.
//!
//! Invariant: the list is safe on disk before the first file changes and goes after the last one; a list that is not whole
//! was never acted on; a list names files below the site folder only.
//!
//! It is text, so that whoever comes to mend a half-written site can read it.
//!
//! May use: source.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use super::beside::settle_folder;
use crate::source::{Hash, hash};

const FIRST: &str = "minhbach writing 1";

/// One file of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file, relative to the site folder, with `/`.
    pub file: String,
    /// The fingerprint of what it held; `None` where there was no file.
    pub old: Option<Hash>,
    /// The fingerprint of what it shall hold; `None` where there shall be no file.
    pub new: Option<Hash>,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// The files, in the order in which they change.
    pub entries: Vec<Entry>,
}

/// Where the list lies.
pub fn place(root: &Path) -> PathBuf {
    root.join(".minhbach").join("writing")
}

/// Takes the lock that lets one command write at a time, and waits for it. The system lets go of it when a command dies.
pub fn lock(root: &Path) -> io::Result<File> {
    let folder = root.join(".minhbach");
    fs::create_dir_all(&folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("writing.lock"))?;
    file.lock()?;
    Ok(file)
}

/// Takes the lock away from a folder in which nothing was written after all.
pub fn leave_no_lock(root: &Path) {
    let folder = root.join(".minhbach");
    let _ = fs::remove_file(folder.join("writing.lock"));
    // Only goes where nothing else lies in it.
    let _ = fs::remove_dir(folder);
}

impl Journal {
    /// Writes the list down and waits until the disk has it.
    pub fn save(&self, root: &Path) -> io::Result<()> {
        let place = place(root);
        let beside = place.with_extension("new");
        let body = self.text();
        let mut file = File::create(&beside)?;
        file.write_all(format!("{FIRST}\n{}\n{body}", hex(&hash(body.as_bytes()))).as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &place)?;
        settle_folder(&root.join(".minhbach"))?;
        settle_folder(root)
    }

    /// The list of a writing that did not come to its end; `None` when there is none, or it is not whole.
    pub fn load(root: &Path) -> io::Result<Option<Self>> {
        match fs::read(place(root)) {
            Ok(bytes) => Ok(Journal::read(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether there is a list, whole or not. It costs one question to the disk.
    pub fn is_there(root: &Path) -> bool {
        fs::symlink_metadata(place(root)).is_ok()
    }

    /// Takes the list away: the writing has come to its end.
    pub fn close(root: &Path) -> io::Result<()> {
        match fs::remove_file(place(root)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => settle_folder(&root.join(".minhbach")),
        }
    }

    fn text(&self) -> String {
        self.entries.iter().fold(String::new(), |mut text, entry| {
            let sum = |hash: &Option<Hash>| hash.as_ref().map_or_else(|| "-".to_owned(), hex);
            // OK because writing to a string cannot fail.
            let _ = writeln!(text, "{} {} {}", sum(&entry.old), sum(&entry.new), entry.file);
            text
        })
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (sum, body) = text.strip_prefix(FIRST)?.strip_prefix('\n')?.split_once('\n')?;
        if sum != hex(&hash(body.as_bytes())) {
            return None;
        }
        let entry = |line: &str| {
            let mut parts = line.splitn(3, ' ');
            let (old, new, file) = (parts.next()?, parts.next()?, parts.next()?);
            let sum = |typed: &str| if typed == "-" { Some(None) } else { unhex(typed).map(Some) };
            is_inside(file).then_some(Entry { file: file.to_owned(), old: sum(old)?, new: sum(new)? })
        };
        let entries: Option<Vec<Entry>> = body.lines().map(entry).collect();
        Some(Journal { entries: entries? })
    }
}

/// Whether a name leads to a place below the site folder and nowhere else.
pub fn is_inside(file: &str) -> bool {
    !file.is_empty() && !file.contains('\n') && Path::new(file).components().all(|part| matches!(part, Component::Normal(_)))
}

fn hex(hash: &Hash) -> String {
    hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn unhex(text: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    if text.len() != hash.len() * 2 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_whole_or_not_at_all() {
        let entry = |file: &str, old: Option<&[u8]>| Entry { file: file.to_owned(), old: old.map(hash), new: Some(hash(b"new")) };
        let journal = Journal {
            entries: vec![
                entry("content/Kế hoạch 1.yaml", Some(b"old")),
                entry("content/b.yaml", None),
                Entry { file: "content/c.yaml".into(), old: Some(hash(b"old")), new: None },
            ],
        };
        let folder = tempfile::TempDir::new().unwrap();
        drop(lock(folder.path()).unwrap());
        assert_eq!(Journal::load(folder.path()).unwrap(), None);
        journal.save(folder.path()).unwrap();
        assert_eq!(Journal::load(folder.path()).unwrap(), Some(journal));
        let whole = fs::read(place(folder.path())).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            assert_eq!(Journal::read(&damaged), None, "byte {at}");
            assert_eq!(Journal::read(&whole[..at]), None, "cut off at {at}");
        }
        Journal::close(folder.path()).unwrap();
        assert!(!Journal::is_there(folder.path()));
    }

    #[test]
    fn a_list_that_leads_out_of_the_site_is_none() {
        for file in ["../x", "/etc/passwd", "content/../../x", "", "./x"] {
            let body = format!("- {} {file}\n", hex(&hash(b"")));
            assert_eq!(Journal::read(format!("{FIRST}\n{}\n{body}", hex(&hash(body.as_bytes()))).as_bytes()), None, "{file}");
        }
    }
}
