//! The files of a site as they lie on disk: which there are, and what one of them holds.
//!
//! Invariant: every path is relative to the site folder, written with `/`, in NFC, and stays inside it.
//! Nothing is read while gathering, so a huge or broken file costs one question to the disk.
//!
//! May use: diag, letters; crates serde, blake3, dunce, unicode-normalization, walkdir.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::diag::{Failure, Said};

pub mod problems;

mod gather;
mod read;

pub use gather::{gather, is_device};
pub use read::{Content, TEXT_LIMIT, is_composed_anew, line, read_bytes, read_text};

/// The fingerprint of some bytes: the first 16 of BLAKE3.
pub type Hash = [u8; 16];

/// The fingerprint of `bytes`.
pub fn hash(bytes: &[u8]) -> Hash {
    let mut short = Hash::default();
    short.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
    short
}

/// How a file looks from outside: two equal stamps mean the same bytes, unless the file is fresh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Length in bytes.
    pub len: u64,
    /// When the file was last changed, in nanoseconds since 1970.
    pub mtime_ns: i64,
}

impl Stamp {
    /// The stamp of a file the disk was asked about.
    pub fn of(metadata: &std::fs::Metadata) -> Self {
        // OK because a disk that keeps no times gives every file the same one, and the hash decides then.
        let time = metadata.modified().unwrap_or(UNIX_EPOCH);
        Stamp { len: metadata.len(), mtime_ns: since_epoch(time) }
    }
}

/// Nanoseconds since 1970; times before are negative, times beyond the year 2262 stand still.
fn since_epoch(time: SystemTime) -> i64 {
    let clamp = |nanos: u128| i64::try_from(nanos).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => clamp(after.as_nanos()),
        Err(before) => -clamp(before.duration().as_nanos()),
    }
}

/// One file of the site.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its path relative to the site folder.
    pub path: Arc<str>,
    /// Where it really lies.
    pub disk: Arc<Path>,
    /// How it looked when it was found.
    pub stamp: Stamp,
    /// Changed so recently that the stamp cannot be trusted: it may change again within the same tick
    /// of the clock. Git has the same rule: <https://git-scm.com/docs/racy-git>.
    pub fresh: bool,
    /// What it shall hold: a change that is looked at before it is written. `None` is what lies on disk.
    pub laid: Option<Arc<[u8]>>,
}

/// Every file of the site, sorted by path.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The site folder.
    pub root: PathBuf,
    /// The files.
    pub files: Vec<Found>,
}

impl Sources {
    /// Takes the file at `path` to hold these bytes, whatever lies on disk.
    pub fn lay(&mut self, path: &str, bytes: &[u8]) {
        let stamp = Stamp { len: bytes.len() as u64, mtime_ns: 0 };
        let found = Found { path: path.into(), disk: on_disk(&self.root, path).into(), stamp, fresh: true, laid: Some(bytes.into()) };
        match self.files.binary_search_by(|found| (*found.path).cmp(path)) {
            Ok(at) => self.files[at] = found,
            Err(at) => self.files.insert(at, found),
        }
    }

    /// Takes it that there is no file at `path`, whatever lies on disk.
    pub fn take(&mut self, path: &str) {
        self.files.retain(|found| &*found.path != path);
    }

    /// Takes a file to be called otherwise; it is read where it lies.
    pub fn call(&mut self, from: &str, to: &str) {
        let Some(found) = self.find(from).cloned() else { return };
        self.take(from);
        self.files.push(Found { path: to.into(), fresh: true, ..found });
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// Looks again at one file that may have changed; false when it is a plain file of the site no longer.
    pub fn look_again(&mut self, path: &str) -> bool {
        let Ok(at) = self.files.binary_search_by(|found| (*found.path).cmp(path)) else { return false };
        let found = &mut self.files[at];
        match std::fs::symlink_metadata(&found.disk) {
            Ok(metadata) if metadata.is_file() => {
                *found = Found { path: found.path.clone(), disk: found.disk.clone(), stamp: Stamp::of(&metadata), fresh: true, laid: None };
                true
            }
            _ => false,
        }
    }

    /// The paths of all files.
    pub fn paths(&self) -> HashSet<Arc<str>> {
        self.files.iter().map(|found| found.path.clone()).collect()
    }

    /// The file at `path`.
    pub fn find(&self, path: &str) -> Option<&Found> {
        self.files.binary_search_by(|found| (*found.path).cmp(path)).ok().map(|at| &self.files[at])
    }
}

/// What a file is called in the site whose folder is `root`; `None` when it lies elsewhere.
pub fn name_of(root: &Path, disk: &Path) -> Option<String> {
    let inside = disk.strip_prefix(root).ok()?;
    let names: Vec<String> = inside.components().map(|part| part.as_os_str().to_string_lossy().nfc().collect()).collect();
    Some(names.join("/"))
}

/// Where a file of the site lies on disk, whichever way its accents are put together there.
pub fn on_disk(root: &Path, file: &str) -> PathBuf {
    let straight = root.join(file);
    if file.is_ascii() || straight.exists() {
        return straight;
    }
    file.split('/').fold(root.to_owned(), |folder, name| {
        let same = |entry: &std::fs::DirEntry| entry.file_name().to_str().is_some_and(|typed| typed.nfc().eq(name.chars()));
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        entries.into_iter().find(same).map_or_else(|| folder.join(name), |entry| entry.path())
    })
}

/// Whether another program holds the file, as Excel does with an open workbook.
pub fn is_held(error: &io::Error) -> bool {
    held(error.kind(), answer(error).raw_os_error(), cfg!(windows))
}

/// What the system answered, also where somebody has put the path around it, as `fs-err` does.
fn answer(error: &io::Error) -> &io::Error {
    error.get_ref().and_then(|around| around.source()).and_then(|inside| inside.downcast_ref()).unwrap_or(error)
}

/// Windows answers 32 or 33 where somebody shares a file with nobody, and "denied" where one is to be replaced that is
/// open; the standard library gives the first two no name.
fn held(kind: io::ErrorKind, code: Option<i32>, windows: bool) -> bool {
    matches!(kind, io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
        || windows && (matches!(code, Some(32 | 33)) || kind == io::ErrorKind::PermissionDenied)
}

/// What to do about a file another program may hold: the program officers have it open in is Excel.
pub fn close_it(path: &Path) -> Said {
    let ends = |end: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(end));
    match ["xlsx", "xls", "xlsm", "csv", "ods"].into_iter().any(ends) {
        true => Said::new("Hãy đóng tệp trong Excel rồi chạy lại lệnh.", "Close it in Excel and run the command again."),
        false => Said::new(
            "Nếu tệp đang mở trong chương trình khác, hãy đóng lại rồi chạy lại lệnh.",
            "If another program has it open, close it there and run the command again.",
        ),
    }
}

/// What to do about a file that could not be written: its owner may have marked it, or a program holds it.
pub fn let_write(path: &Path) -> Said {
    match is_read_only(path) {
        true => Said::new(
            "Tệp này được đặt là chỉ đọc: bỏ dấu Read-only (Chỉ đọc) trong Properties của tệp rồi chạy lại lệnh.",
            "The file is marked as read-only: take the mark away in its properties and run the command again.",
        ),
        false => close_it(path),
    }
}

/// Whether nobody is to write into the file. Windows does not even let another take its place; elsewhere it could be
/// done, and is refused all the same, so that the mark means one thing on every machine.
pub fn is_read_only(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.permissions().readonly())
}

/// Refuses a file that is marked as read-only before anything is done for it.
pub fn refuse_read_only(path: &Path) -> io::Result<()> {
    if is_read_only(path) { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
}

/// Whether Windows means a device by the last name of a path.
pub fn leads_to_device(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next()).is_some_and(|stem| is_device(stem.trim_end()))
}

/// Why the machine refused, in words where we know better ones than the system's.
pub fn reason(error: &io::Error) -> Said {
    use io::ErrorKind::*;
    if error.kind() != PermissionDenied && is_held(error) {
        return Said::new("đang có chương trình khác dùng", "another program is using it");
    }
    let (vi, en) = match error.kind() {
        NotFound => ("tệp hoặc thư mục không còn ở đó", "the file or folder is not there"),
        PermissionDenied => ("không có quyền", "permission was denied"),
        StorageFull | QuotaExceeded => ("ổ đĩa đã đầy", "the disk is full"),
        ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        AlreadyExists => ("ở đó đã có tệp hoặc thư mục cùng tên", "a file or folder of that name is there already"),
        NotADirectory => ("một phần của đường dẫn là tệp, không phải thư mục", "a part of the path is a file, not a folder"),
        IsADirectory => ("ở đó là một thư mục", "there is a folder in that place"),
        CrossesDevices => ("hai thư mục nằm trên hai ổ đĩa khác nhau", "the two folders lie on different disks"),
        _ => return Said::new(answer(error).to_string(), answer(error).to_string()),
    };
    Said::new(vi, en)
}

/// A file the machine would not give or take; `doing` is a verb in both languages.
pub fn failure(doing: (&str, &str), path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    let hint = if is_held(error) || is_read_only(path) { let_write(path) } else { Said::new("", "") };
    Failure::new(
        format!("Không {} được {}: {}. {}", doing.0, shown(path), why.vi, hint.vi).trim_end(),
        format!("Could not {} {}: {}. {}", doing.1, shown(path), why.en, hint.en).trim_end(),
    )
}

/// `path` as a person would type it, for messages: to a folder whose links are resolved Windows gives a name that begins
/// with `\\?\`, which no officer has seen and not every program opens.
pub fn shown(path: &Path) -> String {
    dunce::simplified(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_excel_holds_is_told_from_one_without_rights() {
        let check = |kind, code, windows, expected| assert_eq!(held(kind, code, windows), expected, "{kind:?} {code:?}");
        // What Windows answers: shared with nobody, a part locked, and replacing what is open.
        check(io::ErrorKind::Other, Some(32), true, true);
        check(io::ErrorKind::Other, Some(33), true, true);
        check(io::ErrorKind::PermissionDenied, Some(5), true, true);
        check(io::ErrorKind::NotFound, Some(2), true, false);
        // The same numbers mean other things elsewhere.
        check(io::ErrorKind::BrokenPipe, Some(32), false, false);
        check(io::ErrorKind::PermissionDenied, Some(13), false, false);
        check(io::ErrorKind::ResourceBusy, Some(16), false, true);
        assert_eq!(reason(&io::ErrorKind::ResourceBusy.into()).vi, "đang có chương trình khác dùng");
        assert_eq!(close_it(Path::new("Báo cáo quý 3.XLSX")).vi, "Hãy đóng tệp trong Excel rồi chạy lại lệnh.");
        assert!(close_it(Path::new("bai.md")).en.contains("another program"));
    }

    #[test]
    fn the_answer_of_the_system_is_found_behind_a_path() {
        let plain = std::fs::File::open("there is no such file").unwrap_err();
        let around = fs_err::File::open("there is no such file").unwrap_err();
        assert_eq!((plain.raw_os_error(), around.raw_os_error()), (Some(2), None), "the path hides the number");
        assert_eq!((answer(&plain).raw_os_error(), answer(&around).raw_os_error()), (Some(2), Some(2)));
        assert_eq!(answer(&around).to_string(), plain.to_string());
    }

    #[test]
    fn a_file_marked_as_read_only_is_told_from_one_that_is_open() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("bieu.xlsx");
        std::fs::write(&path, "x").unwrap();
        assert!(refuse_read_only(&path).is_ok() && let_write(&path) == close_it(&path));
        let mark = |is: bool| {
            let mut rights = std::fs::metadata(&path).unwrap().permissions();
            #[allow(clippy::permissions_set_readonly_false, reason = "the folder goes in a moment")]
            rights.set_readonly(is);
            std::fs::set_permissions(&path, rights).unwrap();
        };
        mark(true);
        assert_eq!(refuse_read_only(&path).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
        let denied = failure(("ghi", "write"), &path, &io::ErrorKind::PermissionDenied.into());
        assert!(
            denied.said.vi.ends_with("không có quyền. Tệp này được đặt là chỉ đọc: bỏ dấu Read-only (Chỉ đọc) trong Properties của tệp rồi chạy lại lệnh."),
            "{denied}"
        );
        mark(false);
    }

    #[test]
    fn a_path_to_a_device_is_known_by_its_last_name() {
        assert!(["con", "ra/AUX.xlsx", "x/nul .tar.gz"].iter().all(|path| leads_to_device(Path::new(path))));
        assert!(["con/x.csv", "console", "", "..", "ra/aux1.xlsx"].iter().all(|path| !leads_to_device(Path::new(path))));
    }

    #[cfg(windows)]
    #[test]
    fn a_path_is_shown_as_explorer_shows_it() {
        let folder = tempfile::TempDir::new().unwrap();
        let real = std::fs::canonicalize(folder.path()).unwrap();
        assert!(real.to_string_lossy().starts_with(r"\\?\"), "{}", real.display());
        assert!(!shown(&real).starts_with(r"\\"), "{}", shown(&real));
    }
}
