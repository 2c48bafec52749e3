//! The file as it was, kept where no build looks before something is done to it that cannot be undone.
//!
//! Invariant: nothing that was kept is ever overwritten, and git does not see it.
//!
//! May use: nothing; crates fs-err.

use std::path::{Path, PathBuf};

use super::write::Change;

/// Where old files are kept, seen from the site folder.
pub const FOLDER: &str = ".minhbach/luu";

/// What is written so that the old bytes of a file are kept, and where they will lie, seen from the site folder.
pub fn old(root: &Path, file: &str, bytes: &[u8]) -> (Vec<Change>, String) {
    let mut changes = Vec::new();
    let mut number = 1u32;
    let kept = loop {
        let name = if number == 1 { format!("{FOLDER}/{file}") } else { format!("{FOLDER}/{file}.{number}") };
        match fs_err::read(root.join(&name)) {
            // It was kept before.
            Ok(there) if there == bytes => break name,
            Ok(_) => number += 1,
            Err(_) => {
                changes.push(Change { path: root.join(&name), before: None, after: Some(bytes.to_vec()) });
                break name;
            }
        }
    };
    (changes, kept)
}

/// What is written so that git leaves the folder alone, in sites whose own list does not name it.
pub fn unseen_by_git(root: &Path) -> Option<Change> {
    let path: PathBuf = root.join(".minhbach/.gitignore");
    (!path.exists()).then(|| Change { path, before: None, after: Some(b"*\n".to_vec()) })
}

#[cfg(test)]
mod tests {
    use super::super::write;
    use super::*;

    #[test]
    fn every_old_version_is_kept_and_the_same_one_once() {
        let folder = tempfile::TempDir::new().unwrap();
        let keep = |bytes: &[u8]| {
            let (changes, name) = old(folder.path(), "content/a.md", bytes);
            write::all(folder.path(), &changes).unwrap();
            name
        };
        assert_eq!(keep(b"1"), ".minhbach/luu/content/a.md");
        assert_eq!(keep(b"2"), ".minhbach/luu/content/a.md.2");
        assert_eq!(keep(b"1"), ".minhbach/luu/content/a.md");
        assert_eq!(keep(b"3"), ".minhbach/luu/content/a.md.3");
        assert_eq!(std::fs::read(folder.path().join(".minhbach/luu/content/a.md.2")).unwrap(), b"2");
    }
}
