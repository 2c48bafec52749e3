//! Cells written, read back and marked; numbers as spreadsheets keep them.
//!
//! May use: nothing; crates jiff.

use jiff::civil::date;

use super::mark::{Mark, marked};
use super::read::{number_of, workbook};
use super::write::{Look, NewCell, NewSheet, NewValue};
use super::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_number_is_what_was_typed_and_not_its_float() {
    for (kept, typed) in [
        ("1.1000000000000001", "1.1"),
        ("0.30000000000000004", "0.3"),
        ("90279.335999999996", "90279.336"),
        ("0.45500000000000002", "0.455"),
        ("12345678901234.5", "12345678901234.5"),
        ("1E-3", "0.001"),
        ("1.5E+3", "1500"),
        ("-0", "0"),
        ("81923", "81923"),
    ] {
        assert_eq!(number_of(kept), Some(decimal(typed)), "{kept}");
    }
    for text in ["", "x", "1,5", "NaN", "1E400"] {
        assert_eq!(number_of(text), None, "{text}");
    }
}

fn sample() -> Vec<u8> {
    let cell = |value| NewCell { value, look: Look::Open };
    let rows = vec![
        vec![NewCell::words("Số liệu", Look::Title)],
        vec![cell(NewValue::Number(decimal("90279.336"))), cell(NewValue::Percent(decimal("42.99"))), cell(NewValue::Day(date(2024, 3, 31)))],
        vec![cell(NewValue::Words("trên <35> & \"hơn\"".into())), cell(NewValue::Blank), cell(NewValue::Number(decimal("1234567890123456.7")))],
        vec![cell(NewValue::Words("6/10".into())), cell(NewValue::Percent(decimal("7"))), cell(NewValue::Number(decimal("-3")))],
    ];
    let sheet = NewSheet { name: "Số liệu".into(), rows, widths: vec![10, 20], protected: true, frozen: Some((1, 1)), ..NewSheet::default() };
    let lists = NewSheet { name: "ẩn".into(), rows: vec![vec![NewCell::words("1", Look::Plain)]], hidden: true, ..NewSheet::default() };
    write::workbook(&[sheet, lists]).unwrap()
}

#[test]
fn what_is_written_is_read_back() {
    let book = workbook(&sample()).unwrap();
    let sheet = book.sheet("Số liệu").unwrap();
    let held: Vec<(String, Value)> = sheet.cells.iter().map(|(spot, value)| (spot.name(), value.clone())).collect();
    let words = |w: &str| Value::Words(w.into());
    assert_eq!(
        held,
        [
            ("A1".to_owned(), words("Số liệu")),
            ("A2".to_owned(), Value::Number(decimal("90279.336"))),
            ("B2".to_owned(), Value::Percent(decimal("42.99"))),
            ("C2".to_owned(), Value::Day(date(2024, 3, 31))),
            ("A3".to_owned(), words("trên <35> & \"hơn\"")),
            ("C3".to_owned(), words("1234567890123456.7")),
            ("A4".to_owned(), words("6/10")),
            ("B4".to_owned(), Value::Percent(decimal("7"))),
            ("C4".to_owned(), Value::Number(decimal("-3"))),
        ]
    );
    assert!(book.sheet("ẩn").unwrap().hidden && !sheet.hidden);
    assert_eq!(sample(), sample(), "the same cells make the same bytes");
}

#[test]
fn marked_cells_are_red_and_say_why_and_nothing_else_changes() {
    let bytes = sample();
    let book = workbook(&bytes).unwrap();
    let sheet = book.sheet("Số liệu").unwrap();
    let mark = |name: &str, words: &str| Mark { spot: Spot::of(name).unwrap(), words: words.into() };
    // A cell that holds something, one that is empty, one beyond the last column, one in a row that is not there.
    let marks = [mark("B2", "sai <1>"), mark("B3", "thiếu"), mark("H3", "x"), mark("A9", "y"), mark("A9", "z")];
    let copy = marked(&bytes, sheet, &marks).unwrap();
    let again = workbook(&copy).unwrap();
    assert_eq!(again.sheet("Số liệu").unwrap().cells, sheet.cells);
    let parts = zipped::Parts::of(&copy).unwrap();
    let page = parts.text("xl/worksheets/sheet1.xml").unwrap();
    let style = |name: &str| {
        let tag = page.split(&format!("r=\"{name}\"")).nth(1).unwrap().split('>').next().unwrap();
        tag.split("s=\"").nth(1).unwrap().split('"').next().unwrap().parse::<usize>().unwrap()
    };
    let styles = parts.text("xl/styles.xml").unwrap();
    let xfs: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap().split("<xf ").skip(1).collect();
    let fills = styles.split("<fills").nth(1).unwrap().matches("<fill>").count();
    for name in ["B2", "B3", "H3", "A9"] {
        assert!(xfs[style(name)].contains(&format!("fillId=\"{}\"", fills - 1)), "{name} is red");
    }
    assert!(!xfs[style("A2")].contains(&format!("fillId=\"{}\"", fills - 1)), "A2 is not red");
    let comments = parts.text("xl/commentsMinhbach.xml").unwrap();
    assert!(comments.contains("ref=\"B2\"") && comments.contains("sai &lt;1&gt;") && comments.contains("y\nz"), "{comments}");
    // A second time adds to what is there.
    let twice = marked(&copy, again.sheet("Số liệu").unwrap(), &[mark("B2", "khác"), mark("C4", "mới")]).unwrap();
    let parts = zipped::Parts::of(&twice).unwrap();
    let comments = parts.text("xl/commentsMinhbach.xml").unwrap();
    assert!(!comments.contains("khác") && comments.contains("ref=\"C4\""), "{comments}");
    assert_eq!(parts.text("xl/worksheets/sheet1.xml").unwrap().matches("<legacyDrawing").count(), 1);
}

#[test]
fn what_is_no_workbook_is_told_by_what_it_is() {
    let zip = |names: &[&str]| {
        let mut parts = zipped::Parts { all: Vec::new() };
        names.iter().for_each(|name| parts.put(name, "x".into()));
        parts.zip().unwrap()
    };
    let ole = |tail: &[u8]| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", tail].concat();
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, expected) in [
        (ole(b"W\0o\0r\0k\0"), Unreadable::Old),
        (ole(&encrypted), Unreadable::Locked),
        (b"a;b\n1;2\n".to_vec(), Unreadable::Text),
        (b"%PDF-1.7\n".to_vec(), Unreadable::Foreign),
        (b"PK\x03\x04cut off".to_vec(), Unreadable::Broken),
        (zip(&["word/document.xml"]), Unreadable::OtherOffice),
        (zip(&["xl/workbook.bin"]), Unreadable::Binary),
        (zip(&["a.txt"]), Unreadable::Foreign),
        (zip(&["xl/workbook.xml"]), Unreadable::Broken),
    ] {
        assert_eq!(workbook(&bytes).unwrap_err(), expected);
    }
}

#[test]
fn a_cell_has_the_name_people_give_it() {
    for (name, row, column) in [("A1", 0, 0), ("E7", 6, 4), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)] {
        assert_eq!(Spot::of(name), Some(Spot { row, column }), "{name}");
        assert_eq!(Spot { row, column }.name(), name);
    }
    for name in ["", "7", "A", "A0", "a1", "AAAA1"] {
        assert_eq!(Spot::of(name), None, "{name}");
    }
}
