//! Puts changed files in place: each whole or not at all, all of them or none.
//!
//! Invariant: a file that changed since it was read is not overwritten; when one file cannot be written, those before
//! it hold again what they held.
//!
//! May use: diag, source.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::diag::Failure;
use crate::source::{reason, shown};

/// A file and what it shall hold.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where it lies.
    pub path: PathBuf,
    /// What it held when it was read; `None` where there was no file.
    pub before: Option<Vec<u8>>,
    /// What it shall hold.
    pub after: Vec<u8>,
}

/// Writes all changes or none. A file that holds what it shall hold already is not touched.
pub fn all(changes: &[Change]) -> Result<(), Failure> {
    let changes: Vec<&Change> = changes.iter().filter(|change| change.before.as_ref() != Some(&change.after)).collect();
    for change in &changes {
        if held(&change.path)? != change.before {
            return Err(changed_meanwhile(&change.path));
        }
    }
    // Everything that can fail for want of room or permission happens beside the files.
    let mut waiting = Vec::new();
    for change in &changes {
        match beside(&change.path, &change.after) {
            Ok(new) => waiting.push(new),
            Err(error) => {
                waiting.iter().for_each(|new| drop(fs::remove_file(new)));
                return Err(not_written(&change.path, &error));
            }
        }
    }
    for (at, (change, new)) in changes.iter().zip(&waiting).enumerate() {
        // Somebody may have saved it while the others were being written.
        let outcome = match held(&change.path) {
            Ok(now) if now == change.before => fs::rename(new, &change.path).map_err(|error| not_written(&change.path, &error)),
            Ok(_) => Err(changed_meanwhile(&change.path)),
            Err(failure) => Err(failure),
        };
        if let Err(failure) = outcome {
            waiting[at..].iter().for_each(|new| drop(fs::remove_file(new)));
            for done in &changes[..at] {
                put_back(done)?;
            }
            return Err(failure);
        }
    }
    Ok(())
}

/// Writes one file for a person to open, in place of whatever was there.
pub fn one(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let new = beside(path, bytes).map_err(|error| not_written(path, &error))?;
    fs::rename(&new, path).map_err(|error| {
        let _ = fs::remove_file(&new);
        not_written(path, &error)
    })
}

fn held(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(not_written(path, &error)),
    }
}

/// The bytes in a new file beside `path`, safe on the disk, with the permissions of the old one.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    if !folder.as_os_str().is_empty() {
        fs::create_dir_all(folder)?;
    }
    let new = folder.join(format!(".{name}.minhbach-new"));
    let write = || {
        let mut file = fs::File::create(&new)?;
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()
    };
    write().inspect_err(|_| drop(fs::remove_file(&new)))?;
    Ok(new)
}

fn put_back(change: &Change) -> Result<(), Failure> {
    let back = match &change.before {
        Some(before) => beside(&change.path, before).and_then(|old| fs::rename(old, &change.path)),
        None => fs::remove_file(&change.path),
    };
    back.map_err(|error| not_put_back(&change.path, &error))
}

fn not_written(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!(
            "Không ghi được {}: {}. Chưa có tệp nào bị thay đổi. Nếu tệp đang mở trong chương trình khác, hãy đóng lại rồi chạy lại lệnh.",
            shown(path),
            why.vi
        ),
        format!("Could not write {}: {}. No file was changed. If another program has it open, close it there and run the command again.", shown(path), why.en),
    )
}

fn changed_meanwhile(path: &Path) -> Failure {
    Failure::new(
        format!("Tệp {} vừa được người khác hoặc chương trình khác sửa. Chưa có tệp nào bị thay đổi. Chạy lại lệnh để xem số mới rồi hãy ghi.", shown(path)),
        format!(
            "{} has just been changed by somebody or another program. No file was changed. Run the command again, look at the new figures, then write.",
            shown(path)
        ),
    )
}

fn not_put_back(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!("Ghi dở thì gặp lỗi, và chưa trả lại được {} như cũ: {}. Xem lại tệp này trước khi làm tiếp.", shown(path), why.vi),
        format!("Writing broke off, and {} could not be put back as it was: {}. Look at this file before you go on.", shown(path), why.en),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn change(folder: &TempDir, name: &str, before: Option<&str>, after: &str) -> Change {
        Change { path: folder.path().join(name), before: before.map(|b| b.as_bytes().to_vec()), after: after.as_bytes().to_vec() }
    }

    fn files(folder: &TempDir) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
            .collect();
        all.sort();
        all
    }

    fn two() -> TempDir {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a"), "1").unwrap();
        fs::write(folder.path().join("b"), "2").unwrap();
        folder
    }

    fn is(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn all_files_change_and_nothing_lies_about() {
        let folder = two();
        all(&[change(&folder, "a", Some("1"), "x"), change(&folder, "b", Some("2"), "2"), change(&folder, "c", None, "y")]).unwrap();
        assert_eq!(files(&folder), is(&[("a", "x"), ("b", "2"), ("c", "y")]));
    }

    #[test]
    fn a_file_changed_meanwhile_stops_everything() {
        let folder = two();
        let failure = all(&[change(&folder, "a", Some("1"), "x"), change(&folder, "b", Some("old"), "y")]).unwrap_err();
        assert!(failure.said.en.contains("has just been changed"), "{failure}");
        assert_eq!(files(&folder), is(&[("a", "1"), ("b", "2")]));
        assert!(all(&[change(&folder, "a", None, "x")]).is_err());
    }

    #[test]
    fn when_one_file_cannot_be_written_the_others_are_put_back() {
        let folder = two();
        // A folder stands where the third file should come to lie: nothing is begun.
        fs::create_dir(folder.path().join("c")).unwrap();
        let changes = [change(&folder, "a", Some("1"), "x"), change(&folder, "n", None, "y"), change(&folder, "c", None, "z")];
        assert!(all(&changes).is_err());
        assert_eq!(files(&folder), is(&[("a", "1"), ("b", "2")]));
        // Named twice, the second time it is no longer what was read: by then two files have their new bytes.
        let changes = [change(&folder, "a", Some("1"), "x"), change(&folder, "n", None, "y"), change(&folder, "a", Some("1"), "z")];
        assert!(all(&changes).is_err());
        assert_eq!(files(&folder), is(&[("a", "1"), ("b", "2")]));
    }
}
