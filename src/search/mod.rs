//! The index in which a page of the site searches without a server.
//!
//! An index is a handful of small script files that only hold words. The page that searches loads the first of
//! them when somebody begins to type, and of the others those in which the typed words stand.
//! Invariant: what an author typed stays words in every file; equal entries give equal bytes; a report that is
//! added or changed changes the file it stands in and the first one, and no other.
//!
//! May use: diag; crates serde_json, unicode-normalization.

mod directory;
mod file;
mod words;

pub use directory::directory;
pub use file::{Head, file};
pub use words::{fold, words};

/// Something that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its name, which counts most.
    pub title: String,
    /// The last part of its address.
    pub id: String,
    /// What stands beside the name: place, day, number.
    pub detail: String,
    /// A short summary; empty for none.
    pub summary: String,
}

/// Entries of one kind, in the order in which equally good ones are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Which kinds come first among equally good finds: 0 before all others.
    pub rank: u8,
    /// The word for one of the kind.
    pub label: String,
    /// The way from the page that searches to the folder of their pages.
    pub base: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// The groups of one file.
pub type Block = Vec<Group>;

/// How the entries of a kind are cut into files: so many in each.
///
/// Chosen: a number of entries that doubles when there would be too many files. Refused: files of equal weight,
/// because then one word more in an old report would move the entries of every file after it.
pub fn entries_a_file(entries: usize, smallest: usize, most_files: usize) -> usize {
    let mut size = smallest;
    while entries.div_ceil(size) > most_files {
        size *= 2;
    }
    size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_grow_only_when_there_would_be_too_many() {
        for (entries, size) in [(0, 200), (1, 200), (12_800, 200), (12_801, 400), (20_000, 400), (100_000, 1600)] {
            assert_eq!(entries_a_file(entries, 200, 64), size, "{entries}");
        }
    }
}
