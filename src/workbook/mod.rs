//! Spreadsheet files: cells in, cells out, and wrong cells marked in a copy.
//!
//! This room knows sheets, rows and cells; what they mean is told elsewhere. A workbook is a ZIP of XML parts. It is
//! read part by part here and not through a spreadsheet crate, because those hand out every number as a float
//! and hide whether a cell was shown as a percentage.
//! Invariant: a number is the decimal the cell shows, exact to the fifteen digits a spreadsheet keeps.
//!
//! May use: nothing; crates jiff, quick-xml, rust_decimal, rust_xlsxwriter, zip.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

pub mod mark;
pub mod read;
pub mod write;
mod xml;
mod zipped;

/// Where a cell stands: row and column, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

impl Spot {
    /// As people name it: `E7`.
    pub fn name(self) -> String {
        format!("{}{}", column_name(self.column), self.row + 1)
    }

    /// Reads `E7`.
    pub fn of(name: &str) -> Option<Self> {
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let (letters, number) = name.split_at(digits);
        if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let column = letters.bytes().fold(0u32, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        Some(Spot { row: number.parse::<u32>().ok()?.checked_sub(1)?, column: column - 1 })
    }
}

/// As people name a column: `E`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push((b'A' + ((left - 1) % 26) as u8) as char);
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// What a cell holds, as its looks say it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Decimal),
    /// A percentage; 45.5 for a cell that shows 45,5%.
    Percent(Decimal),
    /// A day.
    Day(Date),
    /// Words.
    Words(String),
    /// TRUE or FALSE.
    Truth(bool),
    /// A formula that went wrong, such as `#REF!`.
    Fault(String),
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its cells that hold something.
    pub cells: BTreeMap<Spot, Value>,
    /// First and last cell of each merged block.
    pub merged: Vec<(Spot, Spot)>,
    /// The part of the ZIP it lies in.
    part: String,
}

impl Sheet {
    /// What a cell holds.
    pub fn get(&self, row: u32, column: u32) -> Option<&Value> {
        self.cells.get(&Spot { row, column })
    }

    /// The last row that holds something, from 0.
    pub fn last_row(&self) -> Option<u32> {
        self.cells.keys().map(|spot| spot.row).max()
    }
}

/// All sheets, in the order of their tabs.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// The sheets.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// The sheet of this name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// Why a file cannot be read as a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// An old `.xls`.
    Old,
    /// Protected with a password.
    Locked,
    /// The note Excel keeps beside a workbook that is open: `~$…`.
    Note,
    /// A spreadsheet of another program: `.ods`.
    OpenDocument,
    /// Excel's own binary form: `.xlsb`.
    Binary,
    /// A Word document or a presentation.
    OtherOffice,
    /// Plain text, such as a `.csv`.
    Text,
    /// Something else.
    Foreign,
    /// A workbook that is cut off or damaged.
    Broken,
    /// Too much in it.
    TooLarge,
}

#[cfg(test)]
mod tests;
