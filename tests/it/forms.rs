//! The round trip of a spreadsheet through the real binary: a form made, filled in by program, imported.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use rayon::prelude::*;

use super::book::{Book, Typed};
use super::site::{Said, Site, repository};

const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";

/// Makes a form of the site and opens it.
fn form(site: &Site, args: &[&str]) -> Book {
    let _ = fs::remove_file(site.path().join("bieu.xlsx"));
    site.run(&[&["template", "--lang", "vi", "--out", "bieu.xlsx"], args].concat()).ended(0);
    let book = Book::open(&site.path().join("bieu.xlsx"));
    fs::remove_file(site.path().join("bieu.xlsx")).expect("the form can be removed");
    book
}

/// Saves a form as `bieu.xlsx` and imports it.
fn import(site: &Site, book: &Book, args: &[&str]) -> Said {
    book.save(&site.path().join("bieu.xlsx"));
    site.run(&[&["import", "bieu.xlsx"], args].concat())
}

/// The files people wrote.
fn content(site: &Site) -> Vec<(String, Vec<u8>)> {
    site.files("content")
}

/// The lines of two texts that differ, when both have as many.
fn differing(before: &str, after: &str) -> Vec<(String, String)> {
    assert_eq!(before.lines().count(), after.lines().count());
    before.lines().zip(after.lines()).filter(|(a, b)| a != b).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

// The rows of the small site: F6 disbursed (plan in E6), F7 the rate, F8 communes (plan in E8).

#[test]
fn a_form_that_comes_back_as_it_went_out_changes_nothing() {
    let site = Site::repository();
    let before = content(&site);
    let periods = [("nam-nhun", "2024"), ("bac-giang", "2023"), ("bac-giang", "2021-2023"), ("sop-cop", "2023"), ("tram-tau", "2024"), ("thai-nguyen", "2022")];
    for (area, period) in periods {
        for lang in ["vi", "en"] {
            site.run(&["template", "--lang", lang, "--area", area, "--period", period, "--out", "f.xlsx"]).ended(0);
            let said = site.run(&["import", "f.xlsx", "--write"]).ended(0);
            assert!(said.out.contains(" 0 cells changed") && said.out.contains("nothing to write"), "{area} {period}: {}", said.out);
            fs::remove_file(site.path().join("f.xlsx")).expect("the form can be removed");
        }
    }
    site.run(&["template", "--period", "2023", "--out", "all.xlsx"]).ended(0);
    site.run(&["import", "all.xlsx", "--write"]).ended(0);
    assert!(content(&site) == before, "a file changed");
}

#[test]
fn one_changed_cell_is_one_changed_line_and_only_when_asked_to_write() {
    let site = Site::small();
    let before = site.read(RESULTS);
    let mut book = form(&site, &["--area", "nam-nhun"]);
    book.set("F6", Typed::Number("1790.1000000000001"));
    let said = import(&site, &book, &[]).ended(0);
    assert!(said.out.contains("F6  Nông thôn mới · Vốn đầu tư [disbursed]: 780 → 1.790,1") || said.out.contains("780 → 1.790,1"), "{}", said.out);
    assert!(said.out.contains("Nothing was written"), "{}", said.out);
    assert_eq!(site.read(RESULTS), before);
    let said = import(&site, &book, &["--write"]).ended(0);
    assert!(said.out.contains("Wrote 1 cell into 1 file"), "{}", said.out);
    let line = |words: &str| format!("        disbursed: {words}");
    assert_eq!(differing(&before, &site.read(RESULTS)), [(line("780"), line("1.790,1"))]);
    // What was written is what the form says: importing it again changes nothing.
    assert!(import(&site, &book, &["--write"]).ended(0).out.contains("nothing to write"));
}

#[test]
fn every_kind_of_cell_is_written_as_reports_write_it() {
    let results = "year: 2024\r\nmoney_unit: triệu đồng\r\nsnapshots:\r\n  - as_of: 2024-03-31\r\n    source: bai-mot\r\n    budget:\r\n      # đầu tư\r\n      - programme: ntm\r\n        capital: investment\r\n        disbursed: '780'   # báo cáo\r\n        stated_rate: 31,4%\r\n        rate_of: assigned\r\n    indicators:\r\n      - {indicator: xa-dat-chuan, actual: 4}\r\n";
    let site = Site::small();
    site.write(RESULTS, format!("\u{feff}{results}"));
    let before = content(&site);
    let check = |cells: &[(&str, Typed<'_>)], from: &str, to: &str| {
        let mut book = form(&site, &["--area", "nam-nhun"]);
        for (cell, typed) in cells {
            let typed = match typed {
                Typed::Number(t) => Typed::Number(t),
                Typed::Words(t) => Typed::Words(t),
                Typed::Fault(t) => Typed::Fault(t),
                Typed::Nothing => Typed::Nothing,
            };
            book.set(cell, typed);
        }
        import(&site, &book, &["--write"]).ended(0);
        assert_eq!(site.read(RESULTS), format!("\u{feff}{}", results.replacen(from, to, 1)));
        site.write(RESULTS, format!("\u{feff}{results}"));
    };
    check(&[("F6", Typed::Words("trên 780,5"))], "'780'", "'trên 780,5'");
    check(&[("F6", Typed::Number("90279.335999999996"))], "'780'", "'90.279,336'");
    check(&[("F6", Typed::Nothing), ("G6", Typed::Words("chua giai ngan"))], "'780'", "'chưa giải ngân'");
    check(&[("F7", Typed::Number("0.32500000000000001"))], "31,4%", "32,5%");
    check(&[("F8", Typed::Words("6/10"))], "actual: 4", "actual: 6/10");
    check(&[("F8", Typed::Words("ước 5,5"))], "actual: 4", "actual: \"ước 5,5\"");
    check(&[("H6", Typed::Words("Đã đối chiếu: khớp"))], "rate_of: assigned\r\n", "rate_of: assigned\r\n        note: \"Đã đối chiếu: khớp\"\r\n");
    // Blank never erases, a state that was there gives way to a number, and the same words typed otherwise are the same.
    check(&[("F6", Typed::Nothing), ("E6", Typed::Nothing), ("F8", Typed::Nothing)], "", "");
    check(&[("F6", Typed::Words(" 780,0 "))], "", "");
    assert!(content(&site) == before);
    let mut book = form(&site, &["--area", "nam-nhun"]);
    book.set("E6", Typed::Number("2500")).set("E8", Typed::Number("12"));
    let plan = site.read(PLAN);
    import(&site, &book, &["--write"]).ended(0);
    assert_eq!(
        differing(&plan, &site.read(PLAN)),
        [("    assigned: 2.487".into(), "    assigned: 2.500".into()), ("    target: 10".into(), "    target: 12".into())]
    );
}

#[test]
fn a_new_day_is_added_behind_the_others() {
    let site = Site::small();
    let before = site.read(RESULTS);
    let mut book = form(&site, &["--area", "nam-nhun", "--as-of", "30/6/2024"]);
    book.set("C3", Typed::Words("bai-mot")).set("F6", Typed::Number("1500")).set("F7", Typed::Words("60,3%")).set("G8", Typed::Words("chưa có số liệu"));
    import(&site, &book, &["--write"]).ended(0);
    let added = "  - as_of: 2024-06-30\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 1.500\n        stated_rate: 60,3%\n        rate_of: assigned\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: chưa có số liệu\n";
    assert_eq!(site.read(RESULTS), format!("{before}{added}"));
    site.run(&["build"]).ended(0);
    assert!(site.read("public/don-vi/nam-nhun/2024/index.html").contains("1.500"));
    // The day of a form without results may be another than it was made for.
    let mut book = form(&site, &["--area", "nam-nhun", "--as-of", "30/9/2024"]);
    book.set("C2", Typed::Number("45657")).set("C3", Typed::Words("bai-mot")).set("F6", Typed::Number("2000"));
    import(&site, &book, &["--write"]).ended(0);
    assert!(
        site.read(RESULTS).ends_with(
            "  - as_of: 2024-12-31\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 2.000\n"
        )
    );
}

#[test]
fn results_nobody_wrote_yet_become_a_new_file() {
    let site = Site::small();
    site.remove(RESULTS);
    let mut book = form(&site, &["--area", "nam-nhun", "--as-of", "2024-Q1"]);
    book.set("C3", Typed::Words("bai-mot")).set("F7", Typed::Words("4"));
    import(&site, &book, &["--write"]).ended(0);
    assert_eq!(
        site.read(RESULTS),
        "year: 2024\nmoney_unit: triệu đồng\nsnapshots:\n  - as_of: 2024-Q1\n    source: bai-mot\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: 4\n"
    );
    site.run(&["check"]).ended(0);
}

#[test]
fn all_wrong_cells_are_told_at_once_and_marked_in_a_copy() {
    let site = Site::small();
    let before = content(&site);
    let mut book = form(&site, &["--area", "nam-nhun"]);
    book.set("E6", Typed::Number("3000"))
        .set("F6", Typed::Words("đang tổng hợp"))
        .set("F7", Typed::Fault("#DIV/0!"))
        .set("G8", Typed::Words("xong rồi"))
        .set("I6", Typed::Words("bai-mott"));
    let said = import(&site, &book, &["--write"]).ended(1);
    for cell in ["F6", "F7", "G8", "I6"] {
        assert!(said.err.contains(&format!("[bieu.xlsx]Số liệu!{cell}")), "{cell}: {}", said.err);
    }
    assert!(said.err.contains("Did you mean: bai-mot") || said.err.contains("did you mean: bai-mot"), "{}", said.err);
    assert!(said.out.contains("No file was changed"), "{}", said.out);
    assert!(content(&site) == before, "a file changed");
    let copy = site.path().join("bieu (errors).xlsx");
    let mut marked = Book::open(&copy);
    let comments = marked.part("xl/commentsMinhbach.xml").clone();
    assert_eq!(comments.matches("<comment ").count(), 4, "{comments}");
    assert!(comments.contains("ref=\"F6\"") && comments.contains("đang tổng hợp"), "{comments}");
    // The copy is mended and imported like the form it came from.
    for (cell, typed) in [("F6", Typed::Number("800")), ("F7", Typed::Nothing), ("G8", Typed::Nothing), ("I6", Typed::Nothing)] {
        marked.set(cell, typed);
    }
    import(&site, &marked, &["--write"]).ended(0);
    assert!(site.read(RESULTS).contains("disbursed: 800\n") && site.read(PLAN).contains("assigned: 3.000\n"));
    // A second copy does not take the place of the first.
    import(&site, &book, &[]).ended(1);
    assert!(site.path().join("bieu (errors 2).xlsx").exists());
}

#[test]
fn what_check_finds_in_the_result_is_told_with_its_cell_and_nothing_is_written() {
    let site = Site::small();
    let before = content(&site);
    let mut book = form(&site, &["--area", "nam-nhun"]);
    book.set("E6", Typed::Number("3000")).set("F8", Typed::Words("11/10"));
    let said = import(&site, &book, &["--write"]).ended(1);
    assert!(said.err.contains("[bieu.xlsx]Số liệu!F8") && said.err.contains("MB0"), "{}", said.err);
    assert!(content(&site) == before, "a file changed");
    assert!(Book::open(&site.path().join("bieu (errors).xlsx")).part("xl/commentsMinhbach.xml").contains("ref=\"F8\""));
}

#[test]
fn a_form_of_several_areas_changes_all_their_files_or_none() {
    let site = Site::repository();
    let before = content(&site);
    let mut book = form(&site, &["--period", "2023"]);
    let page = book.part("xl/worksheets/sheet2.xml").clone();
    assert!(page.contains("r=\"F20\""), "the form has many rows");
    let strings = book.part("xl/sharedStrings.xml").clone();
    assert!(strings.contains("bac-giang/2023/") && strings.contains("sop-cop/2023/"), "rows of two areas");
    // Every empty note of a leading row is filled: several files change.
    let rows: Vec<u32> = (6..200).filter(|row| page.contains(&format!("<c r=\"H{row}\""))).collect();
    let mut one_wrong = false;
    for row in &rows {
        if page.contains(&format!("<c r=\"F{row}\"")) && !one_wrong {
            book.set(&format!("F{row}"), Typed::Fault("#REF!"));
            one_wrong = true;
        }
        book.set(&format!("H{row}"), Typed::Words("x"));
    }
    import(&site, &book, &["--write"]).ended(1);
    assert!(content(&site) == before, "a file changed");
}

#[test]
fn a_published_number_that_changes_is_written_and_asks_for_its_correction() {
    let site = Site::small();
    site.run(&["release", "2024-q1", "--date", "2024-04-05"]).ended(0);
    let mut book = form(&site, &["--area", "nam-nhun"]);
    book.set("F6", Typed::Number("781"));
    let said = import(&site, &book, &["--write"]).ended(0);
    assert!(said.err.contains("WARNING MB0601") && said.err.contains("[bieu.xlsx]Số liệu!F6") && said.err.contains("new correction"), "{}", said.err);
    assert!(site.read(RESULTS).contains("disbursed: 781\n"));
    assert!(site.run(&["check"]).ended(1).err.contains("ERROR MB0601"));
}

/// A kind of problem, and what is done to the form of the small site to meet it.
type Case = (&'static str, fn(&Site, &mut Book));

/// The same for a workbook of another office.
pub type Named = (&'static str, fn(&Site));

/// Every kind of problem with a form: how it comes about.
const CASES: &[Case] = &[
    ("number-and-state", |_, book| {
        book.set("F6", Typed::Number("790")).set("G6", Typed::Words("chưa có số liệu"));
    }),
    ("unknown-state", |_, book| {
        book.set("G6", Typed::Words("đang làm"));
    }),
    ("cell-became-date", |_, book| {
        book.set("F8", Typed::Number("45571")).style_of("F8", "C2");
    }),
    ("percent-out-of-place", |_, book| {
        book.set("F6", Typed::Number("0.42999999999999999")).style_of("F6", "F7");
    }),
    ("cell-without-value", |_, book| {
        book.set("F6", Typed::Fault("#REF!"));
    }),
    ("form-without-day", |_, book| {
        book.set("C2", Typed::Words("quý một"));
    }),
    ("form-without-day", |site, book| {
        site.remove(RESULTS);
        *book = form(site, &["--area", "nam-nhun"]);
        book.set("F6", Typed::Number("780"));
    }),
    ("day-of-form-changed", |_, book| {
        book.set("C2", Typed::Words("30/6/2024"));
    }),
    ("unknown-row", |_, book| {
        book.set("A6", Typed::Words("nam-nhun/2024/ntn/investment/disbursed"));
    }),
    ("unknown-row", |_, book| {
        book.set("A6", Typed::Nothing);
    }),
    ("row-twice", |_, book| {
        book.set("A8", Typed::Words("nam-nhun/2024/ntm/investment/disbursed"));
    }),
    ("unknown-source-in-form", |_, book| {
        book.set("I6", Typed::Words("bai-moi"));
    }),
    ("new-day-without-source", |site, book| {
        *book = form(site, &["--area", "nam-nhun", "--as-of", "2024-06-30"]);
        book.set("F6", Typed::Number("900"));
    }),
    ("source-of-day-kept", |_, book| {
        book.set("C3", Typed::Words("qd-263")).set("F6", Typed::Number("900"));
    }),
    ("line-not-editable", |site, book| {
        site.replace(RESULTS, "    indicators:\n      - indicator: xa-dat-chuan\n        actual: 4\n", "    indicators: []\n");
        *book = form(site, &["--area", "nam-nhun"]);
        book.set("F8", Typed::Number("5"));
    }),
    ("form-without-rows", |_, book| {
        for row in 6..=8 {
            for column in "ABCDEFGHI".chars() {
                book.set(&format!("{column}{row}"), Typed::Nothing);
            }
        }
    }),
    ("printed-words-kept", |site, book| {
        site.replace(RESULTS, "disbursed: 780\n", "disbursed: 780\n        printed:\n          disbursed: hơn 700 triệu\n");
        book.set("F6", Typed::Number("790"));
    }),
    ("translation-kept", |site, book| {
        site.replace("site.toml", "languages = [\"vi\"]", "languages = [\"vi\", \"en\"]");
        site.replace(RESULTS, "disbursed: 780\n", "disbursed: 780\n        note:\n          vi: Đã khớp\n          en: Agreed\n");
        *book = form(site, &["--area", "nam-nhun"]);
        book.set("H6", Typed::Words("Chưa khớp"));
    }),
    ("note-without-value", |site, book| {
        *book = form(site, &["--area", "nam-nhun", "--as-of", "2024-06-30"]);
        book.set("H6", Typed::Words("chờ kho bạc"));
    }),
    ("workbook-still-open", |site, _| {
        site.write("~$bieu.xlsx", "x");
    }),
    ("form-of-other-version", |_, book| {
        let strings = book.part("xl/sharedStrings.xml");
        let index = strings.matches("<si>").count();
        *strings = strings.replace("</sst>", "<si><t>99</t></si></sst>");
        let page = book.part("xl/worksheets/sheet3.xml");
        let start = page.find("<c r=\"A2\"").expect("the version stands in A2");
        let end = start + page[start..].find("</c>").expect("a cell ends") + 4;
        page.replace_range(start..end, &format!("<c r=\"A2\" t=\"s\"><v>{index}</v></c>"));
    }),
    ("no-form", |_, book| *book.part("xl/workbook.xml") = book.part("xl/workbook.xml").replace("_minhbach", "khac")),
];

/// Files that are no workbook, by how they begin.
const FOREIGN: &[(&str, &str, &[u8])] = &[
    ("old", "bieu.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0"),
    ("locked", "bieu.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
    ("note", "~$bieu.xlsx", b"x"),
    ("text", "bieu.csv", b"a,b\r\n1,2\r\n"),
    ("broken", "bieu.xlsx", b"PK\x03\x04"),
    ("picture", "anh.png", b"\x89PNG\r\n\x1a\n\0\0"),
];

/// Compares with what is expected, or writes it down when that is asked for.
fn told(name: &str, lang: &str, said: &Said, wrong: &mut Vec<String>) {
    let file = repository().join("tests/forms").join(format!("{name}.{lang}.txt"));
    let told = format!("{}{}", said.err, said.out);
    if std::env::var_os("MINHBACH_BLESS").is_some() {
        fs::create_dir_all(file.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(&file, &told).expect("the expected words can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if told != expected {
        wrong.push(format!("{name} ({lang})\n--- expected\n{expected}--- told\n{told}"));
    }
}

#[test]
fn every_problem_of_a_form_is_told_in_these_words() {
    let wrong = Mutex::new(Vec::new());
    let cases: Vec<(String, &Case)> = CASES
        .iter()
        .enumerate()
        .map(|(at, case)| (if at > 0 && CASES[at - 1].0 == case.0 { format!("{}--again", case.0) } else { case.0.to_owned() }, case))
        .collect();
    cases.par_iter().for_each(|(case, (name, damage))| {
        for lang in ["vi", "en"] {
            let site = Site::small();
            let mut book = form(&site, &["--area", "nam-nhun"]);
            damage(&site, &mut book);
            let files = content(&site);
            let said = import(&site, &book, &["--lang", lang]);
            assert!(content(&site) == files, "{case}: a file changed");
            told(case, lang, &said, &mut wrong.lock().expect("no test has failed"));
            let code = minhbach::forms::problems::CODES.iter().find(|code| code.name == *name).unwrap_or_else(|| panic!("no problem is named {name}"));
            assert!(said.err.contains(code.number), "{case} does not tell of {}:\n{}", code.number, said.err);
        }
    });
    FOREIGN.par_iter().for_each(|(name, file, bytes)| {
        for lang in ["vi", "en"] {
            let site = Site::small();
            site.write(file, bytes);
            let said = site.run(&["import", file, "--lang", lang]).ended(1);
            assert!(said.err.contains("MB1001"), "{}", said.err);
            told(&format!("no-workbook--{name}"), lang, &said, &mut wrong.lock().expect("no test has failed"));
        }
    });
    super::foreign::CASES.par_iter().for_each(|(name, damage)| {
        for lang in ["vi", "en"] {
            let said = super::foreign::said(*damage, lang);
            let code = minhbach::forms::problems::CODES.iter().find(|code| code.name == *name).unwrap_or_else(|| panic!("no problem is named {name}"));
            assert!(said.err.contains(code.number), "{name} does not tell of {}:\n{}", code.number, said.err);
            told(name, lang, &said, &mut wrong.lock().expect("no test has failed"));
        }
    });
    let wrong = wrong.into_inner().expect("no test has failed");
    assert!(wrong.is_empty(), "{} cases differ:\n\n{}", wrong.len(), wrong.join("\n"));
    let met: BTreeSet<&str> = CASES.iter().map(|(name, _)| *name).chain(super::foreign::CASES.iter().map(|(name, _)| *name)).chain(["no-workbook"]).collect();
    let all: BTreeSet<&str> = minhbach::forms::problems::CODES.iter().map(|code| code.name).collect();
    assert_eq!(met, all, "every problem of a form has a case");
    let folder = fs::read_dir(repository().join("tests/forms")).expect("the cases are there").count();
    assert_eq!(folder, 2 * (CASES.len() + FOREIGN.len() + super::foreign::CASES.len()), "an expected file nobody produced");
}

#[test]
fn a_form_is_not_laid_over_another_and_nothing_is_made_of_nothing() {
    let site = Site::small();
    site.run(&["template", "--area", "nam-nhun", "--out", "a.xlsx"]).ended(0);
    let bytes = fs::read(site.path().join("a.xlsx")).expect("the form is there");
    assert!(site.run(&["template", "--area", "nam-nhun", "--out", "a.xlsx"]).ended(2).err.contains("is there already"));
    assert!(fs::read(site.path().join("a.xlsx")).expect("the form is there") == bytes);
    assert!(site.run(&["template", "--area", "nam-nhunn"]).ended(2).err.contains("Did you mean: nam-nhun?"));
    assert!(site.run(&["template", "--area", "nam-nhun", "--period", "2025"]).ended(1).err.contains("2025"));
    assert!(site.run(&["template", "--as-of", "hôm qua"]).ended(2).err.contains("is no day"));
    assert!(site.run(&["import", "nowhere.xlsx"]).ended(3).err.contains("nowhere.xlsx"));
    assert!(!site.path().join("form-nam-nhun-2025.xlsx").exists());
}

#[test]
fn what_is_exported_is_what_is_published() {
    let site = Site::repository();
    site.run(&["build"]).ended(0);
    for (format, published) in [("csv", "public/so-lieu/so-lieu.csv"), ("json", "public/so-lieu/so-lieu.json")] {
        site.run(&["export", "--lang", "vi", "--format", format, "--out", "out"]).ended(0);
        assert!(site.read("out") == site.read(published), "{format} differs from what the site publishes");
    }
    site.run(&["export", "--area", "nam-nhun", "--out", "so.xlsx"]).ended(0);
    let bytes = fs::read(site.path().join("so.xlsx")).expect("the export is there");
    let book = minhbach::workbook::read::workbook(&bytes).expect("it is a workbook");
    let sheet = &book.sheets[0];
    let (mut numbers, mut states) = (0, 0);
    let head = |name: &str| (0..60).find(|column| sheet.get(0, *column) == Some(&minhbach::workbook::Value::Words(name.into()))).expect("the column is there");
    let (value, state) = (head("value"), head("state"));
    for row in 1..=sheet.last_row().expect("rows are there") {
        numbers += usize::from(matches!(sheet.get(row, value), Some(minhbach::workbook::Value::Number(_))));
        states += usize::from(matches!(sheet.get(row, state), Some(minhbach::workbook::Value::Words(_))));
        assert!(sheet.get(row, state).is_none() || sheet.get(row, value).is_none(), "a missing value is empty, not 0");
    }
    assert!(numbers > 10 && states > 1, "{numbers} numbers, {states} states");
    assert!(site.run(&["export", "--area", "nam-nhunn"]).ended(2).err.contains("nam-nhun?"));
    assert!(!Path::new("so-lieu-tat-ca.xlsx").exists());
}
