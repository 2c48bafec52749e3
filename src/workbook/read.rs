//! A workbook as cells.
//!
//! Invariant: nothing is guessed from a locale; a number is a number, whatever marks the screen showed.
//!
//! May use: nothing; crates jiff, rust_decimal.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::{Decimal, RoundingStrategy};

use super::xml::{Piece, attribute, each};
use super::zipped::Parts;
use super::{Sheet, Spot, Unreadable, Value, Workbook};

/// Reads a workbook.
pub fn workbook(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let parts = parts(bytes)?;
    let book = Book::of(&parts).ok_or(Unreadable::Broken)?;
    let sheets = book.sheets.iter().map(|tab| sheet(&parts, &book, tab)).collect::<Option<Vec<_>>>();
    Ok(Workbook { sheets: sheets.ok_or(Unreadable::Broken)? })
}

/// The parts of a file that is a workbook; what else it is, where it is none.
fn parts(bytes: &[u8]) -> Result<Parts, Unreadable> {
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    if bytes.starts_with(OLE) {
        // A workbook with a password lies encrypted in the same kind of file as an old one.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(name.len()).any(|window| window == name);
        return Err(if locked { Unreadable::Locked } else { Unreadable::Old });
    }
    if !bytes.starts_with(b"PK") {
        let text = bytes.iter().take(4096).all(|byte| *byte != 0) && !bytes.starts_with(b"%PDF");
        return Err(if text && !bytes.is_empty() { Unreadable::Text } else { Unreadable::Foreign });
    }
    let parts = Parts::of(bytes)?;
    let has = |start: &str| parts.all.iter().any(|(name, _)| name.starts_with(start));
    match parts.get("xl/workbook.xml") {
        Some(_) => Ok(parts),
        None if has("xl/workbook.bin") => Err(Unreadable::Binary),
        None if has("word/") || has("ppt/") => Err(Unreadable::OtherOffice),
        None if parts.text("mimetype").is_some_and(|kind| kind.contains("opendocument.spreadsheet")) => Err(Unreadable::OpenDocument),
        None => Err(Unreadable::Foreign),
    }
}

/// How a number is meant to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Plain,
    Percent,
    Day,
}

struct Tab {
    name: String,
    hidden: bool,
    part: String,
}

/// What all sheets share.
struct Book {
    sheets: Vec<Tab>,
    shown: Vec<Shown>,
    words: Vec<String>,
    /// Whether days count from 1904, as old Macintosh workbooks do.
    from_1904: bool,
}

impl Book {
    fn of(parts: &Parts) -> Option<Self> {
        let mut targets = HashMap::new();
        each(parts.text("xl/_rels/workbook.xml.rels")?, |piece| {
            if let Piece::Open { name, attributes, .. } = piece
                && name == "Relationship"
                && let (Some(id), Some(target)) = (attribute(&attributes, "Id"), attribute(&attributes, "Target"))
            {
                targets.insert(id.to_owned(), inside(target));
            }
        })?;
        let mut sheets = Vec::new();
        let mut from_1904 = false;
        each(parts.text("xl/workbook.xml")?, |piece| {
            let Piece::Open { name, attributes, .. } = piece else { return };
            match name.as_str() {
                "workbookPr" => from_1904 = matches!(attribute(&attributes, "date1904"), Some("1" | "true")),
                "sheet" => {
                    let id = attributes.iter().find(|(key, _)| key.ends_with(":id")).map(|(_, id)| id.as_str());
                    let part = id.and_then(|id| targets.get(id)).cloned();
                    if let (Some(name), Some(part)) = (attribute(&attributes, "name"), part) {
                        let hidden = attribute(&attributes, "state").is_some_and(|state| state != "visible");
                        sheets.push(Tab { name: name.to_owned(), hidden, part });
                    }
                }
                _ => {}
            }
        })?;
        // A sheet of charts has no cells.
        sheets.retain(|tab| tab.part.contains("worksheets/"));
        let words = parts.text("xl/sharedStrings.xml").map_or(Some(Vec::new()), shared)?;
        let shown = parts.text("xl/styles.xml").map_or(Some(Vec::new()), looks)?;
        Some(Book { sheets, shown, words, from_1904 })
    }
}

/// A target of the workbook's relations as the name of a part.
fn inside(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }
}

/// Words that several cells may share; those of a phonetic guide are left out.
fn shared(text: &str) -> Option<Vec<String>> {
    let mut all = Vec::new();
    let (mut inside, mut guide) = (false, false);
    each(text, |piece| match piece {
        Piece::Open { name, empty, .. } => match name.as_str() {
            "si" => all.push(String::new()),
            "t" => inside = !empty,
            "rPh" => guide = !empty,
            _ => {}
        },
        Piece::Close { name, .. } => match name.as_str() {
            "t" => inside = false,
            "rPh" => guide = false,
            _ => {}
        },
        Piece::Words(words) => {
            if let Some(last) = all.last_mut().filter(|_| inside && !guide) {
                last.push_str(&words);
            }
        }
    })?;
    Some(all.iter().map(|words| unhidden(words)).collect())
}

/// `_x000D_` is how a workbook writes a sign XML cannot hold.
fn unhidden(words: &str) -> String {
    if !words.contains("_x") {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest[at + 6..].starts_with('_')).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match code.and_then(char::from_u32) {
            Some(letter) => {
                out.push_str(&rest[..at]);
                out.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

/// For each style of a cell, how it shows a number.
fn looks(text: &str) -> Option<Vec<Shown>> {
    let mut own: HashMap<u32, String> = HashMap::new();
    let mut shown = Vec::new();
    let mut inside = false;
    each(text, |piece| match piece {
        Piece::Open { name, attributes, .. } => {
            let number = attribute(&attributes, "numFmtId").and_then(|id| id.parse().ok());
            match (name.as_str(), number) {
                ("numFmt", Some(id)) => drop(own.insert(id, attribute(&attributes, "formatCode").unwrap_or("").to_owned())),
                ("cellXfs", _) => inside = true,
                ("xf", id) if inside => {
                    let id = id.unwrap_or(0);
                    shown.push(own.get(&id).map_or_else(|| built_in(id), |code| by_code(code)));
                }
                _ => {}
            }
        }
        Piece::Close { name, .. } if name == "cellXfs" => inside = false,
        _ => {}
    })?;
    Some(shown)
}

fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=17 | 22 | 27..=36 | 50..=58 => Shown::Day,
        _ => Shown::Plain,
    }
}

/// What a format code makes of a number: quoted and bracketed words in it say nothing.
fn by_code(code: &str) -> Shown {
    let mut bare = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|c| *c == '"')),
            '[' => drop(letters.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            ';' => break,
            c => bare.push(c.to_ascii_lowercase()),
        }
    }
    if bare.contains('%') {
        Shown::Percent
    } else if bare != "general" && (bare.contains(['d', 'y']) || bare.contains('m') && !bare.contains(['h', 's'])) {
        Shown::Day
    } else {
        Shown::Plain
    }
}

fn sheet(parts: &Parts, book: &Book, tab: &Tab) -> Option<Sheet> {
    let mut sheet = Sheet { name: tab.name.clone(), hidden: tab.hidden, part: tab.part.clone(), ..Sheet::default() };
    let mut cell: Option<Typed> = None;
    let mut next = Spot { row: 0, column: 0 };
    each(parts.text(&tab.part)?, |piece| match piece {
        Piece::Open { name, attributes, empty, .. } => match name.as_str() {
            "row" => {
                let row = attribute(&attributes, "r").and_then(|r| r.parse::<u32>().ok()).and_then(|r| r.checked_sub(1));
                next = Spot { row: row.unwrap_or(next.row), column: 0 };
                // A row without a number follows the one before.
                if empty {
                    next.row += 1;
                }
            }
            "c" => {
                let spot = attribute(&attributes, "r").and_then(Spot::of).unwrap_or(next);
                next.column = spot.column + 1;
                let style = attribute(&attributes, "s").and_then(|s| s.parse::<usize>().ok()).unwrap_or(0);
                let typed = Typed { spot, kind: attribute(&attributes, "t").unwrap_or("n").to_owned(), style, ..Typed::default() };
                cell = (!empty).then_some(typed);
            }
            "v" | "t" => {
                if let Some(cell) = &mut cell {
                    cell.open = !empty;
                }
            }
            "rPh" | "f" => {
                if let Some(cell) = &mut cell {
                    cell.aside = !empty;
                }
            }
            "mergeCell" => {
                let range = attribute(&attributes, "ref").and_then(|range| range.split_once(':'));
                sheet.merged.extend(range.and_then(|(a, b)| Some((Spot::of(a)?, Spot::of(b)?))));
            }
            _ => {}
        },
        Piece::Close { name, .. } => match name.as_str() {
            "row" => next = Spot { row: next.row + 1, column: 0 },
            "c" => {
                if let Some((spot, value)) = cell.take().and_then(|cell| Some((cell.spot, cell.value(book)?))) {
                    sheet.cells.insert(spot, value);
                }
            }
            "v" | "t" => {
                if let Some(cell) = &mut cell {
                    cell.open = false;
                }
            }
            "rPh" | "f" => {
                if let Some(cell) = &mut cell {
                    cell.aside = false;
                }
            }
            _ => {}
        },
        Piece::Words(words) => {
            if let Some(cell) = cell.as_mut().filter(|cell| cell.open && !cell.aside) {
                cell.words.push_str(&words);
            }
        }
    })?;
    Some(sheet)
}

/// A cell as its XML types it.
#[derive(Debug)]
struct Typed {
    spot: Spot,
    kind: String,
    style: usize,
    words: String,
    open: bool,
    aside: bool,
}

impl Default for Typed {
    fn default() -> Self {
        Typed { spot: Spot { row: 0, column: 0 }, kind: String::new(), style: 0, words: String::new(), open: false, aside: false }
    }
}

impl Typed {
    fn value(self, book: &Book) -> Option<Value> {
        let words = |words: String| (!words.trim().is_empty()).then_some(Value::Words(words));
        match self.kind.as_str() {
            "s" => words(book.words.get(self.words.trim().parse::<usize>().ok()?)?.clone()),
            "str" | "inlineStr" => words(unhidden(&self.words)),
            "b" => Some(Value::Truth(self.words.trim() == "1")),
            "e" => Some(Value::Fault(self.words.trim().to_owned())),
            "d" => {
                let day = self.words.trim().get(..10)?.parse().ok();
                Some(day.map_or_else(|| Value::Words(self.words.clone()), Value::Day))
            }
            _ if self.words.trim().is_empty() => None,
            _ => {
                let Some(number) = number(self.words.trim()) else { return Some(Value::Words(self.words)) };
                Some(match book.shown.get(self.style).copied().unwrap_or(Shown::Plain) {
                    Shown::Plain => Value::Number(number),
                    Shown::Percent => number.checked_mul(Decimal::ONE_HUNDRED).map_or(Value::Number(number), |of_100| Value::Percent(of_100.normalize())),
                    Shown::Day => day(number, book.from_1904).map_or(Value::Number(number), Value::Day),
                })
            }
        }
    }
}

/// The decimal a person typed, from what the file keeps.
///
/// A spreadsheet keeps fifteen digits, and writes a number with as many as its binary form needs: who types 1,1 finds
/// `1.1000000000000001` in the file, and 0,1 + 0,2 is `0.30000000000000004`. Rounding to fifteen digits gives back what was typed:
/// <https://learn.microsoft.com/office/troubleshoot/excel/floating-point-arithmetic-inaccurate-result>.
fn number(typed: &str) -> Option<Decimal> {
    let exact = if typed.contains(['e', 'E']) { Decimal::from_scientific(typed).ok()? } else { typed.parse::<Decimal>().ok()? };
    exact.round_sf_with_strategy(15, RoundingStrategy::MidpointAwayFromZero).map(|kept| kept.normalize())
}

/// The day a serial number means; the time of day is left out.
fn day(serial: Decimal, from_1904: bool) -> Option<Date> {
    let days = i64::try_from(serial.trunc()).ok()?;
    // Before March 1900 Excel counts a 29 February that never was.
    let start = if from_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    if !from_1904 && days < 61 || days > 100_000 {
        return None;
    }
    start.checked_add(days.days()).ok()
}

#[cfg(test)]
pub(super) fn number_of(typed: &str) -> Option<Decimal> {
    number(typed)
}
