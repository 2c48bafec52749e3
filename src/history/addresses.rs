//! Every address a release has published, in one small text file: `content/addresses.txt`.
//!
//! ```text
//! minhbach-addresses 1
//! don-vi/nam-nhun/ 2024-quy-1
//! don-vi/nam-nhun/2024/ 2024-quy-1
//! ```
//!
//! Each line names the first release that published the address; the lines are sorted, and none is ever taken out.
//! Invariant: what cannot be read is told, line by line; the rest is held against the site all the same.
//!
//! May use: diag, source; crates fs-err.

use std::collections::BTreeMap;
use std::path::Path;

use super::file;
use super::problems;
use crate::diag::{Checked, Failure, Place, Spot};
use crate::source;

/// Where the addresses are kept, relative to the site folder.
pub const FILE: &str = "content/addresses.txt";

const FIRST: &str = "minhbach-addresses 1";

/// An address that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// A folder of the site: `don-vi/nam-nhun/`.
    pub dir: String,
    /// The first release that had it.
    pub release: String,
    /// The line it stands on.
    pub line: u32,
}

impl Address {
    /// Its line.
    pub fn place(&self) -> Place {
        Place::at(&FILE.into(), Spot { line: self.line, column: 1, width: u32::try_from(self.dir.chars().count()).unwrap_or(1) })
    }
}

/// Reads the file.
pub fn read(text: &str) -> Checked<Vec<Address>> {
    let mut problems = Vec::new();
    let mut addresses = Vec::new();
    let mut lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
    if lines.next().is_none_or(|(line, _)| line.trim_end() != FIRST) {
        problems.push(problems::addresses_damaged(1, None));
    }
    for (typed, line) in lines {
        let read = typed.trim_end().split_once(' ').filter(|(dir, release)| is_dir(dir) && super::release::label(release).is_ok());
        match read {
            Some((dir, release)) => addresses.push(Address { dir: dir.to_owned(), release: release.to_owned(), line }),
            None if typed.trim().is_empty() => {}
            None => problems.push(problems::addresses_damaged(line, Some(typed))),
        }
    }
    Checked { value: addresses, problems }
}

/// Whether this names a folder of the site: parts of letters, digits, `-` and `_`, each followed by `/`.
pub fn is_dir(typed: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    typed.strip_suffix('/').is_some_and(|parts| parts.split('/').all(part))
}

/// Adds what a release publishes. What was there stays, also where a page is gone.
pub fn add<'d>(root: &Path, label: &str, dirs: impl Iterator<Item = &'d str>) -> Result<(), Failure> {
    let path = root.join("content").join("addresses.txt");
    let old = match fs_err::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(source::failure(("đọc", "read"), &path, &error)),
    };
    let mut all: BTreeMap<String, String> = read(&old).value.into_iter().map(|address| (address.dir, address.release)).collect();
    for dir in dirs.filter(|dir| is_dir(dir)) {
        all.entry(dir.to_owned()).or_insert_with(|| label.to_owned());
    }
    let mut text = format!("{FIRST}\n");
    all.iter().for_each(|(dir, release)| text.push_str(&format!("{dir} {release}\n")));
    if text == old {
        return Ok(());
    }
    file::put(&path, |out| out.write_all(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_kept() {
        let good = "minhbach-addresses 1\r\ndon-vi/a/ 2024-quy-1\r\n\r\nen/areas/a/ q2\n";
        let read_good = read(good);
        assert!(read_good.problems.is_empty());
        assert_eq!(
            read_good.value.iter().map(|a| (a.dir.as_str(), a.release.as_str(), a.line)).collect::<Vec<_>>(),
            [("don-vi/a/", "2024-quy-1", 2), ("en/areas/a/", "q2", 4)]
        );
        let bad = read("addresses\ndon-vi/a/\n../a/ q1\n/a/ q1\na q1\na/ Q1\nb/ q1\n");
        assert_eq!((bad.problems.len(), bad.value.len()), (6, 1));
    }

    #[test]
    fn a_release_adds_and_never_takes_away() {
        let dir = tempfile::tempdir().unwrap();
        let text = || std::fs::read_to_string(dir.path().join(FILE)).unwrap();
        add(dir.path(), "q1", ["", "b/", "a/"].into_iter()).unwrap();
        assert_eq!(text(), "minhbach-addresses 1\na/ q1\nb/ q1\n");
        add(dir.path(), "q2", ["a/", "c/d/"].into_iter()).unwrap();
        assert_eq!(text(), "minhbach-addresses 1\na/ q1\nb/ q1\nc/d/ q2\n");
    }
}
