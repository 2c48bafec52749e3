//! Everything that lies in the site folder, asked for once: names, sizes, times; no file is opened.
//!
//! Invariant: no link is followed, and a folder without end stops the walk, not the command.
//!
//! May use: source, diag.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Asked, told};
use crate::diag::Said;
use crate::source::reason;

/// At most so many entries are looked at: twice the files of a country's site.
const MOST: usize = 200_000;

/// Folders that belong to other programs.
const LEFT_ASIDE: [&str; 4] = [".git", ".svn", "node_modules", "target"];

/// A file or folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it lies.
    pub disk: PathBuf,
    /// What it is called, seen from the site folder, as it lies on disk.
    pub name: String,
    /// Its length in bytes; none for a folder.
    pub len: u64,
    /// When it was last changed.
    pub changed: Option<SystemTime>,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it can only be read.
    pub is_read_only: bool,
}

impl Entry {
    /// The last part of its name.
    pub fn last(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

/// Everything in a folder.
#[derive(Debug, Default)]
pub struct Around {
    /// What people write, and whatever else lies there.
    pub own: Vec<Entry>,
    /// What was published.
    pub published: Vec<Entry>,
    /// What the program keeps for itself.
    pub memory: Vec<Entry>,
    /// What could not be looked at, and why.
    pub refused: Vec<(String, Said)>,
}

impl Around {
    /// Walks through the site folder and what was published.
    pub fn of(asked: &Asked) -> Self {
        let mut around = Around::default();
        let memory = asked.root.join(".minhbach");
        around.own = around.below(&asked.root, &asked.root, &[&asked.out, &memory]);
        around.published = around.below(&asked.root, &asked.out, &[]);
        around.memory = around.below(&asked.root, &memory, &[]);
        around
    }

    fn below(&mut self, root: &Path, start: &Path, but: &[&Path]) -> Vec<Entry> {
        let mut all = Vec::new();
        let mut open = vec![start.to_owned()];
        while let Some(folder) = open.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                // What is not there yet is nothing that could not be read.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => {
                    self.refused.push((told(root, &folder), reason(&error)));
                    continue;
                }
            };
            for entry in entries {
                let taken = entry.and_then(|entry| Ok((entry.path(), entry.metadata()?)));
                let (disk, metadata) = match taken {
                    Ok(taken) => taken,
                    Err(error) => {
                        self.refused.push((told(root, &folder), reason(&error)));
                        continue;
                    }
                };
                let is_aside = LEFT_ASIDE.iter().any(|aside| disk.file_name() == Some(OsStr::new(aside)));
                if is_aside || but.contains(&disk.as_path()) || all.len() >= MOST {
                    continue;
                }
                if metadata.is_dir() {
                    open.push(disk.clone());
                }
                all.push(Entry {
                    name: told(root, &disk),
                    len: if metadata.is_file() { metadata.len() } else { 0 },
                    changed: metadata.modified().ok(),
                    is_folder: metadata.is_dir(),
                    is_read_only: metadata.is_file() && metadata.permissions().readonly(),
                    disk,
                });
            }
        }
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    /// What belongs to the content: the settings, `content/` and `themes/`, without hidden files.
    pub fn content(&self) -> impl Iterator<Item = &Entry> {
        let places = ["site.toml", "content", "themes"];
        self.own.iter().filter(move |entry| {
            let mut parts = entry.name.split('/');
            places.contains(&parts.next().unwrap_or_default()) && !entry.name.split('/').any(|part| part.starts_with(['.', '~']))
        })
    }
}

/// How many bytes these files have together.
pub fn bytes(entries: &[Entry]) -> u64 {
    entries.iter().map(|entry| entry.len).sum()
}

/// The file that was changed last.
pub fn newest<'e>(entries: impl Iterator<Item = &'e Entry>) -> Option<(&'e Entry, SystemTime)> {
    entries.filter(|entry| !entry.is_folder).filter_map(|entry| Some((entry, entry.changed?))).max_by_key(|(_, time)| *time)
}
