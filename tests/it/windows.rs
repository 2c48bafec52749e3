//! What only Windows does: a program that shares a file with nobody, drive letters, paths with `\`.
//!
//! `tests/windows/run` runs these under Wine; on other systems there is nothing here to run.
#![cfg(windows)]

use std::fs::{File, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;

use super::book::{Book, Typed};
use super::site::Site;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const CSV: &str = "public/so-lieu/so-lieu.csv";

/// With whom an open file is shared: nobody, or those who only read, as Excel does with a workbook.
const NOBODY: u32 = 0;
const READERS: u32 = 1;

fn hold(site: &Site, path: &str, with: u32) -> File {
    OpenOptions::new().read(true).share_mode(with).open(site.path().join(path)).expect("the file can be held")
}

/// A form in which one cell is filled in.
fn filled(site: &Site) {
    site.run(&["template", "--area", "nam-nhun", "--out", "bieu.xlsx"]).ended(0);
    let mut book = Book::open(&site.path().join("bieu.xlsx"));
    book.set("F6", Typed::Number("790"));
    book.save(&site.path().join("bieu.xlsx"));
}

#[test]
fn a_form_that_excel_has_open_is_read_and_one_it_shares_with_nobody_is_told() {
    let site = Site::small();
    filled(&site);
    let open = hold(&site, "bieu.xlsx", READERS);
    site.run(&["import", "bieu.xlsx"]).ended(0);
    drop(open);
    let _open = hold(&site, "bieu.xlsx", NOBODY);
    let said = site.run(&["import", "bieu.xlsx", "--write"]).ended(3);
    assert!(said.err.contains("Could not read bieu.xlsx: another program is using it. Close it in Excel and run the command again."), "{}", said.err);
    let said = site.run(&["import", "bieu.xlsx", "--lang", "vi"]).ended(3);
    assert!(said.err.contains("Hãy đóng tệp trong Excel"), "{}", said.err);
}

#[test]
fn figures_another_program_has_open_are_not_half_written() {
    let site = Site::small();
    filled(&site);
    let before = site.files("content");
    for with in [NOBODY, READERS] {
        let open = hold(&site, RESULTS, with);
        let said = site.run(&["import", "bieu.xlsx", "--write"]);
        drop(open);
        assert!(matches!(said.code, 1 | 3) && said.err.contains("another program"), "{}{}", said.out, said.err);
        assert!(site.files("content") == before, "something was written or left");
    }
    site.run(&["import", "bieu.xlsx", "--write"]).ended(0);
    assert!(site.read(RESULTS).contains("disbursed: 790"));
}

#[test]
fn a_published_table_that_excel_has_open_stops_the_build_and_leaves_the_site_as_it_was() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let before = site.files("public");
    site.replace(RESULTS, "disbursed: 780", "disbursed: 790");
    let open = hold(&site, CSV, READERS);
    let said = site.run(&["build"]).ended(3);
    assert!(said.err.contains("so-lieu.csv") && said.err.contains("Close it in Excel"), "{}", said.err);
    assert!(!said.err.contains(r"\\?\"), "{}", said.err);
    assert!(site.files("public") == before, "a part was published");
    drop(open);
    site.run(&["build"]).ended(0);
    assert!(site.read(CSV).contains(",790,"));
    assert!(!site.path().join(".public.minhbach-new").exists());
}

#[test]
fn paths_are_taken_as_windows_writes_them() {
    let site = Site::small();
    let whole = site.path().to_string_lossy().replace('/', "\\");
    assert!(whole.chars().nth(1) == Some(':'), "{whole} has a drive");
    site.run(&["--site", &whole, "build", "--out", &format!(r"{whole}\ra ngoài")]).ended(0);
    assert!(site.path().join("ra ngoài").join("index.html").is_file());
    let said = site.run(&["--site", r".\", "build"]).ended(0);
    assert!(said.out.contains(r"→ public\ "), "{}", said.out);
    let said = site.run(&["build", "--out", r".\content\x"]).ended(3);
    assert!(said.err.contains("what people write lies there") && !said.err.contains(r"\\?\"), "{}", said.err);
    // A drive nobody has.
    let said = site.run(&["build", "--out", r"Q:\x"]).ended(3);
    assert!(said.err.contains(r"Q:\"), "{}", said.err);
}

#[test]
fn capitals_of_a_folder_asked_for_do_not_matter() {
    let site = Site::small();
    let said = site.run(&["build", "--out", "CONTENT"]).ended(3);
    assert!(said.err.contains("what people write lies there"), "{}", said.err);
    site.run(&["build"]).ended(0);
    let said = site.run(&["build", "--out", "PUBLIC"]).ended(0);
    assert!(said.out.contains("0 files new or changed"), "{}", said.out);
}
