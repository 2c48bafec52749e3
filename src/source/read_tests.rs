//! What reading promises, file by file.
//!
//! May use: nothing; crates tempfile.

use std::fs;
use std::path::Path;

use super::*;
use crate::source::Stamp;

fn found(disk: &Path) -> Found {
    let stamp = fs::metadata(disk).map(|metadata| Stamp::of(&metadata)).unwrap_or_default();
    Found { path: "content/a.yaml".into(), disk: disk.into(), stamp, fresh: false, laid: None }
}

fn read_of(bytes: &[u8]) -> Checked<Option<Content>> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.yaml");
    fs::write(&path, bytes).unwrap();
    read_text(&found(&path))
}

fn text_of(bytes: &[u8]) -> Content {
    let checked = read_of(bytes);
    assert!(checked.problems.is_empty(), "{:?}", checked.problems);
    checked.value.unwrap()
}

/// The one problem: its number, line, column, and what it says.
fn problem_of(bytes: &[u8]) -> (&'static str, u32, u32, String) {
    let checked = read_of(bytes);
    assert!(checked.value.is_none());
    let [problem] = &checked.problems[..] else { panic!("one problem, not {:?}", checked.problems) };
    let spot = problem.place.as_ref().unwrap().spot;
    (problem.code.number, spot.line, spot.column, problem.what.en.clone())
}

#[test]
fn text_comes_without_mark_composed_and_with_the_hash_of_the_disk() {
    let plain = text_of("tên: Sốp Cộp\r\n".as_bytes());
    assert_eq!((plain.text.as_str(), plain.was_nfd), ("tên: Sốp Cộp\r\n", false));

    let marked = text_of(b"\xef\xbb\xbfa: 1\n");
    assert_eq!((marked.text.as_str(), marked.hash), ("a: 1\n", hash(b"\xef\xbb\xbfa: 1\n")));

    let decomposed: String = "tên: Sốp Cộp\r\n".nfd().collect();
    let mended = text_of(decomposed.as_bytes());
    assert_eq!((mended.text, mended.was_nfd, mended.hash), (plain.text, true, hash(decomposed.as_bytes())));
}

#[test]
fn an_empty_file_is_empty_text() {
    assert_eq!(text_of(b"").text, "");
}

#[test]
fn the_encoding_is_guessed() {
    let utf16: Vec<u8> = "tên: Sốp Cộp".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(problem_of(&utf16).3, "This file is written in UTF-16, not in UTF-8.");
    let with_mark = [&[0xff, 0xfe], &utf16[..]].concat();
    assert!(problem_of(&with_mark).3.contains("UTF-16"));

    // "Tên xã: Định Hóa, đường làng" as each old encoding wrote it.
    let tcvn3 = b"T\xaan x\xb7: \xa7\xdenh H\xe3a, \xae\xad\xeang l\xb5ng\n";
    assert!(problem_of(tcvn3).3.contains("TCVN3"));
    let cp1258 = b"T\xean xa\xde: \xd0i\xf2nh Ho\xeca, \xf0\xfd\xf5\xccng la\xccng\n";
    assert!(problem_of(cp1258).3.contains("Windows-1258"));

    assert!(problem_of(b"PK\x03\x04\x14\x00\x06\x00").3.contains("Excel"));
    assert!(problem_of(b"caf\xe9s: 1\n").3.contains("damaged"));
    assert!(problem_of(b"\xe9\xe9\xe9\xe9 \xe9\xe9\xe9\n").3 == "This file is not written in UTF-8.");
}

#[test]
fn the_first_bad_byte_has_its_line_and_column() {
    let bytes = ["tên: Sốp Cộp\nhuyện: ".as_bytes(), b"\xc3\x28\n"].concat();
    let (code, line, column, what) = problem_of(&bytes);
    assert_eq!((code, line, column), ("MB0007", 2, 8));
    assert!(what.contains("damaged"));
}

#[test]
fn a_huge_file_answers_at_once_without_being_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.yaml");
    // A file with a hole: 50 MB long, nothing on disk; and not one a reader could open.
    File::create(&path).unwrap().set_len(50 * 1024 * 1024).unwrap();
    let large = found(&path);
    fs::remove_file(&path).unwrap();
    let checked = read_text(&large);
    let problem = &checked.problems[0];
    assert_eq!((problem.code.number, problem.what.en.as_str()), ("MB0006", "This file is 50 MB large."));
    assert!(problem.why.vi.contains("4 MB"));
    let bytes = read_bytes(&large);
    assert_eq!(bytes.problems[0].code.number, "MB0006");
    assert!(bytes.problems[0].why.en.contains("25 MB"));
}

#[test]
fn a_file_that_grew_since_it_was_found_is_still_held_to_its_limit() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.yaml");
    fs::write(&path, "a").unwrap();
    let small = found(&path);
    File::options().write(true).open(&path).unwrap().set_len(TEXT_LIMIT + 1).unwrap();
    assert_eq!(read_text(&small).problems[0].code.number, "MB0006");
    assert_eq!(read_text(&small).problems[0].what.en, "This file is 4.1 MB large.");
}

#[test]
fn a_file_that_vanished_or_is_a_folder_is_a_problem() {
    let dir = tempfile::tempdir().unwrap();
    let gone = read_text(&found(&dir.path().join("gone")));
    assert_eq!(gone.problems[0].what.en, "This could not be read: the file or folder is not there.");
    let folder = read_bytes(&found(dir.path()));
    assert_eq!(folder.problems[0].code.number, "MB0013");
}

#[test]
fn bytes_come_as_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.png");
    fs::write(&path, b"\x89PNG\xff\x00").unwrap();
    assert_eq!(read_bytes(&found(&path)).value.unwrap(), (b"\x89PNG\xff\x00".to_vec(), hash(b"\x89PNG\xff\x00")));
}
