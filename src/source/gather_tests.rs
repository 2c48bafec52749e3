//! What gathering promises, on real folders.
//!
//! May use: nothing; crates tempfile.

use std::fs;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::source::problems::CODES;

fn site(files: &[&str]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in files {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    dir
}

fn gathered(dir: &TempDir) -> Checked<Sources> {
    gather(dir.path(), &dir.path().join("public")).unwrap()
}

fn paths(checked: &Checked<Sources>) -> Vec<&str> {
    checked.value.files.iter().map(|found| &*found.path).collect()
}

fn codes(checked: &Checked<Sources>) -> Vec<(&str, &str)> {
    checked.problems.iter().map(|p| (p.code.number, &*p.place.as_ref().unwrap().file)).collect()
}

#[test]
fn finds_every_file_sorted_and_nothing_editors_leave_behind() {
    let dir = site(&[
        "site.toml",
        "README.md",
        "content/b/z.md",
        "content/b.md",
        "content/a.yaml",
        "themes/t/x.css",
        "src/main.rs",
        "content/.hidden/x.md",
        "content/.DS_Store",
        "content/~$bao-cao.docx",
        "content/x.md.swp",
        "content/x.md~",
        "content/Thumbs.db",
        "content/Desktop.ini",
    ]);
    let all = gathered(&dir);
    assert_eq!(paths(&all), ["content/a.yaml", "content/b.md", "content/b/z.md", "site.toml", "themes/t/x.css"]);
    assert!(all.problems.is_empty());
    assert_eq!(all.value.find("content/b/z.md").unwrap().stamp.len, 1);
    assert!(all.value.find("content/c").is_none());
}

#[test]
fn the_output_folder_is_no_source() {
    let dir = site(&["content/a.md", "content/public/a.md"]);
    let all = gather(dir.path(), &dir.path().join("content/../content/public")).unwrap();
    assert_eq!(paths(&all), ["content/a.md"]);
}

#[test]
fn a_site_without_folders_is_empty_and_a_missing_site_is_a_failure() {
    let dir = site(&[]);
    assert!(gathered(&dir).value.files.is_empty());
    let gone = dir.path().join("gone");
    let failure = gather(&gone, &gone).unwrap_err();
    assert!(failure.said.en.contains("is not there") && failure.said.vi.contains("không còn"), "{failure}");
}

#[test]
fn a_file_changed_just_now_is_fresh_and_an_old_one_is_not() {
    let dir = site(&["content/new.md", "content/old.md", "content/future.md"]);
    let set = |name: &str, time| fs::File::options().write(true).open(dir.path().join(name)).unwrap().set_modified(time).unwrap();
    set("content/old.md", SystemTime::now() - Duration::from_secs(60));
    set("content/future.md", SystemTime::now() + Duration::from_secs(3600));
    let all = gathered(&dir);
    let fresh = |path| all.value.find(path).unwrap().fresh;
    assert!(fresh("content/new.md") && fresh("content/future.md") && !fresh("content/old.md"));
}

#[cfg(unix)]
#[test]
fn every_symbolic_link_is_refused_and_none_is_followed() {
    use std::os::unix::fs::symlink;
    let dir = site(&["content/a.md", "content/.x"]);
    let at = |path: &str| dir.path().join(path);
    symlink("a.md", at("content/in.md")).unwrap();
    symlink("/etc/passwd", at("content/out.md")).unwrap();
    symlink("nowhere", at("content/lost.md")).unwrap();
    symlink("/etc", at("themes")).unwrap();
    symlink("nowhere", at("content/.#a.md")).unwrap();
    let all = gathered(&dir);
    assert_eq!(paths(&all), ["content/a.md"]);
    assert_eq!(codes(&all), [("MB0008", "content/in.md"), ("MB0008", "content/lost.md"), ("MB0008", "content/out.md"), ("MB0008", "themes")]);
    let what: Vec<_> = all.problems.iter().map(|p| p.what.en.as_str()).collect();
    assert!(what[0].contains("another place in the site folder") && what[1].contains("nowhere") && what[2].contains("leaves"));
}

#[cfg(unix)]
#[test]
fn names_that_not_every_machine_holds_are_named() {
    use std::os::unix::ffi::OsStrExt;
    let dir = site(&["content/a?.md", "content/tab\t.md", "content/b|c/inner.md"]);
    fs::write(dir.path().join("content").join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
    let all = gathered(&dir);
    assert!(paths(&all).is_empty());
    assert_eq!(
        codes(&all),
        [("MB0012", "content/a?.md"), ("MB0012", "content/b|c"), ("MB0012", "content/caf\u{fffd}.md"), ("MB0012", "content/tab\u{fffd}.md")]
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_files_is_named_and_never_opened() {
    let dir = site(&["content/a.md"]);
    let pipe = std::os::unix::net::UnixListener::bind(dir.path().join("content/pipe")).unwrap();
    assert_eq!(codes(&gathered(&dir)), [("MB0013", "content/pipe")]);
    drop(pipe);
}

#[test]
fn names_that_differ_only_in_capitals_or_accents_are_two_names_for_one_place() {
    let dir = site(&["content/Bao-Cao.md", "content/bao-cao.md", "content/Đ.md", "content/đ.md", "content/tên.md"]);
    let decomposed: String = "content/tên.md".nfd().collect();
    fs::write(dir.path().join(decomposed), "y").unwrap();
    let all = gathered(&dir);
    // A disk that holds only one of a pair (macOS) has nothing to name.
    if fs::read_dir(dir.path().join("content")).unwrap().count() == 6 {
        assert_eq!(paths(&all), ["content/Bao-Cao.md", "content/bao-cao.md", "content/tên.md", "content/Đ.md", "content/đ.md"]);
        assert_eq!(codes(&all), [("MB0014", "content/bao-cao.md"), ("MB0014", "content/tên.md"), ("MB0014", "content/đ.md")]);
        assert!(all.problems[1].what.en.contains("accents") && all.problems[0].what.en.contains("capital"));
    }
}

#[test]
fn a_decomposed_name_is_composed() {
    let dir = site(&[]);
    fs::create_dir(dir.path().join("content")).unwrap();
    let decomposed: String = "content/Định Hóa.md".nfd().collect();
    fs::write(dir.path().join(decomposed), "y").unwrap();
    assert_eq!(paths(&gathered(&dir)), ["content/Định Hóa.md"]);
}

#[test]
fn every_code_is_its_own() {
    let mut numbers: Vec<_> = CODES.iter().flat_map(|code| [code.number, code.name]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), CODES.len() * 2);
}

#[test]
fn devices_of_windows_are_known_whatever_their_capitals_and_endings() {
    for name in ["con", "CON", "Prn", "aux", "nul", "com1", "COM0", "lpt9", "com¹", "LPT³", "conin$", "CONOUT$"] {
        assert!(is_device(name) && is_kept_by_windows(name), "{name}");
        assert!(is_kept_by_windows(&format!("{name}.yaml")) && is_kept_by_windows(&format!("{name} .v2.md")), "{name} with an end");
    }
    for name in ["", "con-1", "icon", "com", "com10", "lpt12", "com⁴", "nul1", "aux-", "cồn", "console", "auxiliary", "con$"] {
        assert!(!is_device(name) && !is_kept_by_windows(name), "{name}");
    }
}
