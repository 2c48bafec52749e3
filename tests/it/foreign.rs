//! Workbooks of other offices: merged heads, totals, names instead of ids.

use std::fs;

use minhbach::workbook::write::{Look, NewCell, NewSheet, NewValue, workbook};

use super::book::Book;
use super::site::{Said, Site};

const NAM_NHUN: &str = "content/areas/nam-nhun/2024/results.yaml";
const MUONG_TE: &str = "content/areas/muong-te/2024/results.yaml";

const MAP: &str = "\
# Biểu 2 của Sở Tài chính
period: 2024
as_of: 30/6/2024
source: bai-mot
rows: Huyện, thành phố
columns:
  - header: Xây dựng nông thôn mới / Kế hoạch giao
    programme: ntm
    capital: investment
    measure: assigned
  - header: Xây dựng nông thôn mới / Giải ngân
    programme: ntm
    capital: investment
    measure: disbursed
";

/// The small site with a second district.
fn site() -> Site {
    let site = Site::small();
    site.write("content/areas/muong-te/area.yaml", "name: Mường Tè\nkind: district\n");
    site.write(
        "content/areas/muong-te/2024/plan.yaml",
        "year: 2024\nmoney_unit: triệu đồng\nsource: bai-mot\nbudget:\n  - programme: ntm\n    capital: investment\n    assigned: 1.000,5\n",
    );
    site.write("map.yaml", MAP);
    site
}

fn words(words: &str) -> NewCell {
    NewCell::words(words, Look::Plain)
}

fn number(number: &str) -> NewCell {
    NewCell { value: NewValue::Number(number.parse().expect("a number")), look: Look::Plain }
}

fn blank() -> NewCell {
    NewCell::blank(Look::Plain)
}

/// A table as offices send it: a title, two rows of heads with merged cells, numbering, totals above and below.
fn table(site: &Site, total: &str) {
    let rows = vec![
        vec![words("Biểu 2: GIẢI NGÂN 6 THÁNG ĐẦU NĂM")],
        vec![],
        vec![words("TT"), words("Huyện,\nthành phố"), words("Xây dựng nông thôn mới"), blank(), words("Giảm nghèo"), blank()],
        vec![blank(), blank(), words("Kế hoạch giao"), words("Giải ngân"), words("Kế hoạch giao"), words("Giải ngân")],
        vec![words("A"), words("B"), words("1"), words("2"), words("3"), words("4")],
        vec![blank(), words("TỔNG SỐ"), number("3487.5"), number(total), number("0"), number("0")],
        vec![number("1"), words("Huyện Nậm Nhùn"), number("2487"), number("1500.25"), blank(), blank()],
        vec![number("2"), words("H. Mường Tè"), number("1000.5"), number("500"), blank(), blank()],
        vec![blank(), words("Ghi chú: số liệu tính đến 30/6")],
    ];
    let bytes = workbook(&[NewSheet { name: "Biểu 2".into(), rows, ..NewSheet::default() }]).expect("the workbook can be made");
    let path = site.path().join("so-tai-chinh.xlsx");
    fs::write(&path, bytes).expect("the workbook can be written");
    let mut book = Book::open(&path);
    let merged = "</sheetData><mergeCells count=\"5\"><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"E3:F3\"/></mergeCells>";
    let page = book.part("xl/worksheets/sheet1.xml");
    *page = page.replace("</sheetData>", merged);
    book.save(&path);
}

/// Types words into cells of the table.
fn retype(site: &Site, cells: &[(&str, &str)]) {
    let mut book = Book::open(&site.path().join("so-tai-chinh.xlsx"));
    let page = book.part("xl/worksheets/sheet1.xml");
    for (cell, words) in cells {
        let start = page.find(&format!("<c r=\"{cell}\"")).expect("the cell is there");
        let end = start + page[start..].find("</c>").expect("a cell ends") + 4;
        page.replace_range(start..end, &format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>"));
    }
    book.save(&site.path().join("so-tai-chinh.xlsx"));
}

fn import(site: &Site, args: &[&str]) -> Said {
    site.run(&[&["import", "so-tai-chinh.xlsx", "--map", "map.yaml"], args].concat())
}

#[test]
fn a_workbook_of_another_office_is_read_by_its_heads_and_names() {
    let site = site();
    table(&site, "2000.25");
    let before = site.read(NAM_NHUN);
    let said = import(&site, &["--write"]).ended(0);
    assert!(said.out.contains("Read 4 cells, 4 matched, 2 changed. Left out 3 rows"), "{}", said.out);
    assert!(said.out.contains("Totals: 2 cells the sum of their rows, 0 without"), "{}", said.out);
    assert!(said.out.contains("Wrote 2 cells into 2 files"), "{}", said.out);
    let day = |disbursed: &str| {
        format!(
            "  - as_of: 2024-06-30\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: {disbursed}\n"
        )
    };
    assert_eq!(site.read(NAM_NHUN), before + &day("1.500,25"));
    assert_eq!(site.read(MUONG_TE), format!("year: 2024\nmoney_unit: triệu đồng\nsnapshots:\n{}", day("500")));
    site.run(&["check"]).ended(0);
    assert!(import(&site, &["--write"]).ended(0).out.contains("nothing to write"));
}

#[test]
fn a_name_of_another_place_is_not_taken_for_one_of_ours() {
    let site = site();
    for name in ["Thị trấn Nậm Nhùn", "Nậm", "Nậm Nhùn 2"] {
        table(&site, "2000.25");
        let mut book = Book::open(&site.path().join("so-tai-chinh.xlsx"));
        let strings = book.part("xl/sharedStrings.xml");
        *strings = strings.replace("Huyện Nậm Nhùn", name);
        book.save(&site.path().join("so-tai-chinh.xlsx"));
        let said = import(&site, &[]).ended(1);
        assert!(said.err.contains("MB1025") && said.err.contains(&format!("“{name}”")), "{}", said.err);
    }
    // A row that is left out belongs to the total all the same.
    site.write("map.yaml", format!("{MAP}names:\n  Nậm Nhùn 2: \"-\"\n"));
    assert!(import(&site, &[]).ended(0).out.contains("Left out 4 rows"));
    // Two places of one name are told apart by the map alone.
    site.write("content/areas/nam-nhun-xa/area.yaml", "name: Nậm Nhùn\nkind: district\n");
    table(&site, "2000.25");
    assert!(import(&site, &[]).ended(1).err.contains("MB1025"));
    site.write("map.yaml", format!("{MAP}names:\n  Huyện Nậm Nhùn: nam-nhun\n"));
    import(&site, &[]).ended(0);
}

#[test]
fn money_counted_otherwise_is_the_same_money() {
    let site = site();
    table(&site, "2000.25");
    site.write("map.yaml", MAP.replace("rows:", "money_unit: tỷ đồng\nrows:"));
    let said = import(&site, &[]).ended(0);
    assert!(said.out.contains("→ 1.500.250") && said.out.contains("2.487 → 2.487.000"), "{}", said.out);
    // Numbers typed as words too; what is no bare number takes its unit along, and a unit of its own stays.
    for (typed, written) in
        [("1.500,25", "1.500.250"), ("trên 1,5", "trên 1,5 tỷ đồng"), ("780 triệu đồng", "780 triệu đồng"), ("chưa giải ngân", "chưa giải ngân")]
    {
        retype(&site, &[("D7", typed), ("D6", "trên 1")]);
        let said = import(&site, &[]).ended(0);
        assert!(said.out.lines().any(|line| line.ends_with(&format!("→ {written}"))), "{typed}: {}", said.out);
    }
}

#[test]
fn a_total_that_is_not_the_sum_stops_everything() {
    let site = site();
    table(&site, "2000.52");
    let before = site.files("content");
    let said = import(&site, &["--write"]).ended(1);
    assert!(
        said.err.contains("MB1026") && said.err.contains("[so-tai-chinh.xlsx]Biểu 2!D6") && said.err.contains("2.000,52") && said.err.contains("2.000,25"),
        "{}",
        said.err
    );
    assert!(site.files("content") == before, "a file changed");
    assert!(Book::open(&site.path().join("so-tai-chinh (errors).xlsx")).part("xl/commentsMinhbach.xml").contains("ref=\"D6\""));
}

#[test]
fn a_total_typed_as_words_is_compared_too_and_one_that_cannot_be_is_told() {
    let site = site();
    let with = |total: &str, row: &str| {
        table(&site, "2000.25");
        retype(&site, &[("D6", total), ("D7", row)]);
        import(&site, &[])
    };
    assert!(with("2.000,25", "1.500,25").ended(0).out.contains("2 cells the sum of their rows, 0 without"));
    assert!(with("2.000,52", "1.500,25").ended(1).err.contains("MB1026"));
    assert!(with("500", "chưa giải ngân").ended(0).out.contains("2 cells the sum of their rows, 0 without"));
    assert!(with("2.000,25", "trên 1.500").ended(0).out.contains("1 cell the sum of their rows, 1 without"));
}

/// What is wrong with a map or with what it is laid over, and the words for it.
pub const CASES: &[super::forms::Named] = &[
    ("no-such-sheet", |site| {
        site.write("map.yaml", format!("{MAP}sheet: Biểu 3\n"));
    }),
    ("no-such-head", |site| {
        site.replace("map.yaml", "Giải ngân", "Giải nganh");
    }),
    ("head-twice", |site| {
        site.replace("map.yaml", "Xây dựng nông thôn mới / Giải ngân", "Giải ngân");
    }),
    ("unknown-name-in-workbook", |site| {
        site.remove("content/areas/muong-te/area.yaml");
        site.remove("content/areas/muong-te/2024/plan.yaml");
    }),
    ("wrong-total", |site| table(site, "1")),
    ("map-without-area", |site| {
        site.write("map.yaml", format!("{MAP}names:\n  H. Mường Tè: xa-dat-chuan\n"));
    }),
];

/// The site and the workbook of a case, and what is said about it.
pub fn said(damage: fn(&Site), lang: &str) -> Said {
    let site = site();
    table(&site, "2000.25");
    damage(&site);
    let files = site.files("content");
    let said = import(&site, &["--write", "--lang", lang]).ended(1);
    assert!(site.files("content") == files, "a file changed");
    said
}

#[test]
fn rows_may_be_indicators_of_one_area() {
    let site = site();
    let rows = vec![
        vec![words("Chỉ tiêu"), words("Kế hoạch"), words("Thực hiện")],
        vec![words("Số xã đạt chuẩn"), number("10"), words("6/10")],
        vec![words("Chỉ tiêu của tỉnh"), number("5"), number("5")],
    ];
    let bytes = workbook(&[NewSheet { name: "Biểu".into(), rows, ..NewSheet::default() }]).expect("the workbook can be made");
    fs::write(site.path().join("so-tai-chinh.xlsx"), bytes).expect("the workbook can be written");
    site.write(
        "map.yaml",
        "period: 2024\nas_of: 2024-03-31\nsource: bai-mot\narea: nam-nhun\nrows: chỉ tiêu\ncolumns:\n  - header: ke hoach\n    measure: target\n  - header: Thực hiện\n    measure: actual\nnames:\n  Chỉ tiêu của tỉnh: \"-\"\n",
    );
    let before = site.read(NAM_NHUN);
    import(&site, &["--write"]).ended(0);
    assert_eq!(site.read(NAM_NHUN), before.replace("actual: 4", "actual: 6/10"));
}

#[test]
fn a_map_with_mistakes_is_told_like_any_file() {
    let site = site();
    table(&site, "2000.25");
    site.write("map.yaml", MAP.replace("rows:", "row:").replace("disbursed", "disbursd"));
    let said = import(&site, &[]).ended(1);
    for words in ["map.yaml:5:1", "“row”", "map.yaml:14:14", "disbursed"] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
}
