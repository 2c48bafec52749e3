//! A filled-in form as it comes back: the day, the source, and for each row what its cells hold.
//!
//! Invariant: columns are found by their heads and rows by their ids, wherever they were moved.
//!
//! May use: diag, model, values, workbook.

use std::collections::HashMap;
use std::sync::Arc;

use super::blank::{HIDDEN, sheet_name};
use super::{VERSION, problems};
use crate::diag::nearest::fold;
use crate::diag::{Place, Problem, Tongue};
use crate::model::AsOf;
use crate::values::dates;
use crate::workbook::{Sheet, Spot, Value, Workbook};

/// The columns a person fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Id of the line.
    Id,
    /// Planned value.
    Plan,
    /// Result.
    Result,
    /// State.
    State,
    /// Note.
    Note,
    /// Source of its own.
    Source,
}

/// The heads of columns, folded, in both languages.
const HEADS: [(Column, &str, &str); 6] = [
    (Column::Id, "ma dong", "line"),
    (Column::Plan, "ke hoach", "plan"),
    (Column::Result, "ket qua", "result"),
    (Column::State, "trang thai", "state"),
    (Column::Note, "ghi chu", "note"),
    (Column::Source, "nguon rieng", "own source"),
];

/// A form as it comes back.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Name of the file, for messages.
    pub file: String,
    /// Name of its sheet of figures.
    pub sheet: String,
    /// The day its results hold for.
    pub as_of: Option<AsOf>,
    /// Which of the results of that day, where several sources tell of it; a form is about the first.
    pub nth: usize,
    /// Where that stands.
    pub as_of_at: Spot,
    /// The day it was made for.
    pub made_for: Option<AsOf>,
    /// Whether it came with results of that day.
    pub filled: bool,
    /// The source of all lines.
    pub source: Option<String>,
    /// Where that stands.
    pub source_at: Spot,
    /// Its rows.
    pub rows: Vec<FilledRow>,
    /// The ids it was made with.
    pub ids: Vec<String>,
    /// The mapping file by which somebody else's workbook was read; it names day and source.
    pub map: Option<Arc<str>>,
}

/// One row as it comes back.
#[derive(Clone, Debug)]
pub struct FilledRow {
    /// Id of its line.
    pub id: String,
    /// Its cells that hold something.
    pub cells: HashMap<Column, (Spot, Value)>,
    /// Where each column of it stands.
    pub at: HashMap<Column, Spot>,
    /// Columns whose value shall go. A blank cell never says that; only the editor can.
    pub removed: Vec<Column>,
}

impl FilledRow {
    /// Where a column of this row stands.
    pub fn spot(&self, column: Column) -> Spot {
        self.at.get(&column).copied().unwrap_or(Spot { row: 0, column: 0 })
    }
}

impl Filled {
    /// A cell of the sheet of figures, for messages.
    pub fn place(&self, spot: Spot) -> Place {
        match &self.map {
            Some(map) if spot == self.source_at || spot == self.as_of_at => Place::whole(map),
            _ => problems::cell(&self.file, &self.sheet, spot),
        }
    }
}

fn words(value: Option<&Value>) -> Option<String> {
    match value {
        Some(Value::Words(words)) => Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

/// Reads a form; `None` where the workbook is none.
pub fn read(book: &Workbook, file: &str, said: &mut Vec<Problem>) -> Option<Filled> {
    let hidden = book.sheet(HIDDEN).filter(|hidden| words(hidden.get(0, 0)).as_deref() == Some("minhbach-form"));
    let figures = book.sheet(sheet_name(Tongue::Vi)).or_else(|| book.sheet(sheet_name(Tongue::En)));
    let (Some(hidden), Some(sheet)) = (hidden, figures) else {
        said.push(problems::no_form(file));
        return None;
    };
    let version = words(hidden.get(1, 0)).unwrap_or_default();
    if version != VERSION {
        said.push(problems::other_version(file, &version));
        return None;
    }
    let Some((head, columns)) = heads(sheet) else {
        said.push(problems::no_form(file));
        return None;
    };
    let label = |vi: &str, en: &str| {
        let is = |value: &Value| matches!(value, Value::Words(typed) if [vi, en].contains(&fold(typed.trim()).as_str()));
        sheet
            .cells
            .iter()
            .find(|(spot, value)| spot.row < head && is(value))
            .map(|(spot, _)| Spot { row: spot.row, column: spot.column + super::blank::place::HEAD })
    };
    let as_of_at = label("tinh den ngay", "as of").unwrap_or(Spot { row: super::blank::place::AS_OF, column: super::blank::place::HEAD });
    let source_at = label("nguon chung", "source of all").unwrap_or(Spot { row: super::blank::place::SOURCE, column: super::blank::place::HEAD });
    let mut form = Filled {
        file: file.to_owned(),
        sheet: sheet.name.clone(),
        as_of: None,
        nth: 0,
        as_of_at,
        made_for: words(hidden.get(2, 0)).and_then(|slug| dates::as_of(&slug).ok()),
        filled: words(hidden.get(3, 0)).as_deref() == Some("filled"),
        source: words(sheet.cells.get(&source_at)),
        source_at,
        rows: Vec::new(),
        map: None,
        ids: (0..=hidden.last_row().unwrap_or(0)).filter_map(|row| words(hidden.get(row, 1))).collect(),
    };
    form.as_of = day(&form, sheet, said);
    rows(&mut form, sheet, head, &columns, said);
    if form.rows.is_empty() && said.is_empty() {
        said.push(problems::no_rows(file, &sheet.name));
    }
    Some(form)
}

fn heads(sheet: &Sheet) -> Option<(u32, HashMap<Column, u32>)> {
    let rows: std::collections::BTreeSet<u32> = sheet.cells.keys().map(|spot| spot.row).take_while(|row| *row < 100).collect();
    rows.into_iter().find_map(|row| {
        let mut columns = HashMap::new();
        for (spot, value) in sheet.cells.range(Spot { row, column: 0 }..Spot { row: row + 1, column: 0 }) {
            let typed = words(Some(value)).map(|typed| fold(&typed)).unwrap_or_default();
            if let Some((column, ..)) = HEADS.iter().find(|(_, vi, en)| [*vi, *en].contains(&typed.as_str())) {
                columns.entry(*column).or_insert(spot.column);
            }
        }
        (columns.len() == HEADS.len()).then_some((row, columns))
    })
}

fn day(form: &Filled, sheet: &Sheet, said: &mut Vec<Problem>) -> Option<AsOf> {
    let place = form.place(form.as_of_at);
    let typed = match sheet.cells.get(&form.as_of_at) {
        // A form without results may wait for its day until one is filled in.
        None if !form.filled => return None,
        None => String::new(),
        Some(Value::Day(day)) => return checked(form, AsOf::day(*day), place, said),
        Some(Value::Words(typed)) => typed.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(other) => super::changes::seen(other),
    };
    match dates::as_of(&typed) {
        Ok(day) if day.known() => checked(form, day, place, said),
        _ => {
            said.push(problems::day_unreadable(place, &typed));
            None
        }
    }
}

fn checked(form: &Filled, day: AsOf, place: Place, said: &mut Vec<Problem>) -> Option<AsOf> {
    if let Some(made_for) = form.made_for.filter(|made_for| form.filled && *made_for != day) {
        said.push(problems::day_changed(place, &made_for.slug(), &day.slug()));
        return None;
    }
    Some(day)
}

fn rows(form: &mut Filled, sheet: &Sheet, head: u32, columns: &HashMap<Column, u32>, said: &mut Vec<Problem>) {
    let mut first: HashMap<String, Spot> = HashMap::new();
    for row in head + 1..=sheet.last_row().unwrap_or(0) {
        let at: HashMap<Column, Spot> = columns.iter().map(|(name, column)| (*name, Spot { row, column: *column })).collect();
        let cells: HashMap<Column, (Spot, Value)> = at.iter().filter_map(|(name, spot)| Some((*name, (*spot, sheet.cells.get(spot)?.clone())))).collect();
        let id = words(cells.get(&Column::Id).map(|(_, value)| value)).unwrap_or_default();
        let filled = cells.keys().any(|column| *column != Column::Id);
        if id.is_empty() {
            if filled {
                said.push(problems::unknown_row(form.place(at[&Column::Id]), "", None));
            }
            continue;
        }
        if let Some(other) = first.get(&id) {
            said.push(problems::row_twice(form.place(at[&Column::Id]), &id, &other.name()));
            continue;
        }
        first.insert(id.clone(), at[&Column::Id]);
        form.rows.push(FilledRow { id, cells, at, removed: Vec::new() });
    }
}
