//! What cannot be made to happen on every machine: a full disk, a path of Windows, a clock, an office's folder.
//!
//! May use: nothing; crates jiff.

use std::path::Path;
use std::time::{Duration, SystemTime};

use jiff::civil::date;

use super::*;

#[test]
fn a_disk_that_is_nearly_full_is_told_and_one_that_is_full_stands_in_the_way() {
    const MB: u64 = 1024 * 1024;
    let is = |free: Option<u64>, published: u64| space::judged(free, published).state;
    assert_eq!(is(Some(9_000 * MB), 0), State::Fine);
    assert_eq!(is(Some(400 * MB), 0), State::Remark);
    assert_eq!(is(Some(40 * MB), 0), State::InTheWay);
    assert_eq!(is(Some(1_000 * MB), 960 * MB), State::InTheWay, "the new site lies beside the old one");
    assert_eq!(is(None, 0), State::Remark, "what is not known is not fine");
    let said = space::judged(Some(40 * MB + MB / 2), 0).what;
    assert_eq!(said.vi, "Ổ đĩa còn trống 40,5 MB, dựng trang cần khoảng 50,0 MB.");
    assert_eq!(said.en, "The disk has 40.5 MB of free room; a build needs about 50.0 MB.");
}

#[test]
fn a_path_too_long_for_windows_stands_in_the_way_there_and_is_told_elsewhere() {
    let is = |length: usize, windows: bool| names::judged_lengths(&[(length, "content/x")], windows).state;
    assert_eq!(names::judged_lengths(&[], true).state, State::Fine);
    assert_eq!((is(245, true), is(245, false)), (State::Remark, State::Remark));
    assert_eq!((is(260, true), is(260, false)), (State::InTheWay, State::Remark));
}

#[test]
fn a_clock_behind_the_newest_file_or_release_is_told() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let today = date(2023, 11, 14);
    let hours = |hours: u64| Some(("content/a.md", now + Duration::from_secs(hours * 3600)));
    assert_eq!(clock::judged(now, today, None, None).state, State::Fine);
    assert_eq!(clock::judged(now, today, hours(14), None).state, State::Fine, "a disk that keeps local time");
    let told = clock::judged(now, today, hours(30), None);
    assert_eq!((told.state, told.what.en.as_str()), (State::Remark, "The clock says 2023-11-14, but content/a.md was changed after that day."));
    assert_eq!(clock::judged(now, today, None, Some((today, "q3".to_owned()))).state, State::Fine);
    let told = clock::judged(now, today, None, Some((date(2024, 1, 5), "q4".to_owned())));
    assert!(told.what.en.contains("before the release q4 of 2024-01-05"), "{told:?}");
}

#[test]
fn a_folder_that_is_copied_elsewhere_is_known_by_its_name() {
    let is = |path: &str| age::shared(Path::new(path)).is_some();
    assert!(is("/users/a/OneDrive/site") && is("/users/a/OneDrive - So Tai chinh/site") && is("/home/a/Dropbox/site") && is("/home/a/Google Drive/x"));
    assert!(!is("/home/a/dropboxes/site") && !is("/home/a/onedriver") && !is("/home/a/site"));
}
