//! Somebody else's workbook, read by a small mapping file: which column is which value, which name is which place.
//!
//! Invariant: columns are known by the words at their head and rows by their names; a row of totals is checked
//! against its rows and never imported.
//!
//! May use: diag, model, parse, tree, values, workbook; crates rust_decimal.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::fields::MAPPING;
use super::filled::{Column, Filled, FilledRow};
use super::numbers::written;
use super::paper::{Kind, Paper};
use super::problems;
use super::rows::{Row, Slot};
use crate::diag::nearest::{fold, nearest};
use crate::diag::{At, Place, Problem};
use crate::model::{Area, AsOf, Measure, Number, Period, Quantity, Record, Text, Unit};
use crate::parse::common::{choice_at, date_at, groups_at, id_at, money_unit, period_at};
use crate::tree::{Desk, Kind as Shape, yaml};
use crate::values::{self, Locale};
use crate::workbook::{Sheet, Spot, Value, Workbook};

/// Names of rows of totals, where the map names none.
const TOTALS: [&str; 8] = ["tong", "tong so", "tong cong", "cong", "toan tinh", "toan huyen", "total", "sum"];

/// How a workbook is to be read.
#[derive(Clone, Debug)]
pub struct Map {
    /// Its file, for messages.
    pub file: Arc<str>,
    /// The sheet; the first one that can be seen where none is named.
    sheet: Option<At<String>>,
    /// The period its figures belong to.
    pub period: Period,
    /// The day they hold for.
    pub as_of: AsOf,
    /// Who states them.
    source: String,
    /// The area, where rows are indicators.
    area: Option<String>,
    /// The head of the column with the names.
    rows: At<String>,
    /// What money is counted in, where it is not as in the files.
    money: Option<(Unit, String)>,
    columns: Vec<ColumnMap>,
    names: Vec<(String, String)>,
    totals: Vec<String>,
}

/// One column with values.
#[derive(Clone, Debug)]
struct ColumnMap {
    head: At<String>,
    /// Axes of a budget line; none for an indicator's value.
    axes: Vec<(&'static str, String)>,
    measure: String,
}

const AXES: [&str; 5] = ["programme", "component", "capital", "fund", "carried_from"];

/// Reads a mapping file.
pub fn map(file: &str, text: &str, said: &mut Vec<Problem>) -> Option<Map> {
    let file: Arc<str> = file.into();
    let mut desk = Desk::new(&file);
    let map = read(&file, text, &mut desk);
    let sound = desk.problems.is_empty();
    said.append(&mut desk.problems);
    map.filter(|_| sound)
}

fn read(file: &Arc<str>, text: &str, desk: &mut Desk) -> Option<Map> {
    let root = yaml::read(text, 1, desk)?;
    let fields = desk.fields(&root, &MAPPING)?;
    let named = |(measure, name): &(Measure, &'static str)| if *measure == Measure::Rate { "stated_rate" } else { name };
    let measures: Vec<(&str, &'static str)> = Measure::ALL.iter().map(named).map(|name| (name, name)).collect();
    let mut columns = Vec::new();
    for column in groups_at(desk, &fields, "columns") {
        let (head, measure) = (column.need(desk, "header"), choice_at(desk, &column, "measure", &measures));
        let axes = AXES.iter().filter_map(|axis| Some((*axis, column.text(desk, axis)?.value))).collect();
        let (Some(head), Some(measure)) = (head, measure) else { continue };
        columns.push(ColumnMap { head, axes, measure: measure.to_owned() });
    }
    let mut names = Vec::new();
    if let Some(node) = fields.get("names")
        && let Shape::Map(entries) = &node.kind
    {
        for (key, value) in entries {
            names.extend(desk.text(value).map(|id| (fold(key.text.trim()), id.value)));
        }
    }
    let totals: Vec<String> = fields.get("totals").map_or_else(Vec::new, |node| desk.texts(node)).into_iter().map(|words| fold(&words.value)).collect();
    let money = money_unit(desk, &fields).zip(fields.text(desk, "money_unit").map(|typed| typed.value));
    let (sheet, area) = (fields.text(desk, "sheet"), id_at(desk, &fields, "area").map(|area| area.value));
    let (period, as_of) = (period_at(desk, &fields, "period"), date_at(desk, &fields, "as_of"));
    let (source, rows) = (id_at(desk, &fields, "source"), fields.text(desk, "rows"));
    Some(Map { file: file.clone(), sheet, period: period?, as_of: as_of?, source: source?.value, area, rows: rows?, money, columns, names, totals })
}

/// A table found in a sheet.
pub struct Table<'s> {
    sheet: &'s Sheet,
    /// The first row below the heads.
    first: u32,
    names: u32,
    columns: Vec<u32>,
}

/// Finds the sheet and the columns a map speaks of.
pub fn table<'s>(book: &'s Workbook, map: &Map, said: &mut Vec<Problem>) -> Option<Table<'s>> {
    let sheet = match &map.sheet {
        Some(name) => book.sheets.iter().find(|sheet| fold(sheet.name.trim()) == fold(&name.value)),
        None => book.sheets.iter().find(|sheet| !sheet.hidden),
    };
    let Some(sheet) = sheet else {
        let there: Vec<&str> = book.sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| sheet.name.as_str()).collect();
        let spot = map.sheet.as_ref().map(|name| name.spot).unwrap_or_default();
        said.push(problems::no_sheet(Place::at(&map.file, spot), map.sheet.as_ref().map_or("", |name| &name.value), &there));
        return None;
    };
    let wanted: Vec<&At<String>> = std::iter::once(&map.rows).chain(map.columns.iter().map(|column| &column.head)).collect();
    // The block of heads is the one in which most of them are found; one row of heads before several.
    let mut best: Option<(usize, u32, Heads)> = None;
    for depth in 1..=4 {
        for row in 0..=sheet.last_row().unwrap_or(0).min(60) {
            let heads = heads(sheet, row, depth);
            let found = wanted.iter().filter(|head| !matching(&heads, &head.value).is_empty()).count();
            if found > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((found, row + depth, heads));
            }
        }
    }
    let (_, first, heads) = best.unwrap_or((0, 0, Vec::new()));
    let mut columns = Vec::new();
    for head in wanted {
        let place = Place::at(&map.file, head.spot);
        match matching(&heads, &head.value).as_slice() {
            [one] => columns.push(*one),
            [] => said.push(problems::no_head(place, &head.value, nearest(&head.value, heads.iter().map(|(_, words)| words.as_str())))),
            several => {
                let words: Vec<String> = heads.iter().filter(|(column, _)| several.contains(column)).map(|(_, words)| words.clone()).collect();
                said.push(problems::head_twice(place, &head.value, &words));
            }
        }
    }
    (columns.len() == map.columns.len() + 1).then(|| Table { sheet, first, names: columns[0], columns: columns[1..].to_vec() })
}

/// What a cell shows: a cell of a merged block shows what its first one holds.
fn shows(sheet: &Sheet, spot: Spot) -> Option<&Value> {
    let inside = |(a, b): &&(Spot, Spot)| (a.row..=b.row).contains(&spot.row) && (a.column..=b.column).contains(&spot.column);
    let at = sheet.merged.iter().find(inside).map_or(spot, |(first, _)| *first);
    sheet.cells.get(&at)
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Columns with the words at their heads.
type Heads = Vec<(u32, String)>;

/// The heads of all columns in a block of rows, from the top down, with ` / ` between them.
fn heads(sheet: &Sheet, row: u32, depth: u32) -> Heads {
    let columns: BTreeSet<u32> = sheet.cells.keys().map(|spot| spot.column).collect();
    let last = columns.last().copied().unwrap_or(0);
    let head = |column: u32| {
        let mut parts: Vec<String> = Vec::new();
        for row in row..row + depth {
            if let Some(Value::Words(words)) = shows(sheet, Spot { row, column }) {
                let words = tidy(words);
                if parts.last() != Some(&words) {
                    parts.push(words);
                }
            }
        }
        (!parts.is_empty()).then(|| (column, parts.join(" / ")))
    };
    (0..=last).filter_map(head).collect()
}

/// The columns whose head is, or ends with, these words.
fn matching(heads: &[(u32, String)], wanted: &str) -> Vec<u32> {
    let wanted = fold(&tidy(wanted).replace(" /", "/").replace("/ ", "/"));
    let ends = |head: &str| {
        let head = fold(head).replace(" / ", "/");
        head == wanted || head.ends_with(&format!("/{wanted}"))
    };
    heads.iter().filter(|(_, head)| ends(head)).map(|(column, _)| *column).collect()
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Names {
    Area(String),
    Indicator(String),
    Total,
    Nothing,
}

/// Kinds of places by their ids, with their names.
pub type Kinds = [(String, Text)];

/// One row of the table with the area it is about, and its indicator where it names one.
pub struct Entry {
    row: u32,
    /// The area.
    pub area: String,
    indicator: Option<String>,
}

/// What of a table is not imported.
#[derive(Clone, Copy, Debug, Default)]
pub struct LeftOut {
    /// Rows of totals, numbering and remarks, and rows the map leaves out.
    pub rows: usize,
    /// Cells of totals that were compared with their sum.
    pub compared: usize,
    /// Cells of totals that could not be: words such as “over 35” have no sum.
    pub not_compared: usize,
}

/// The rows of a table, and what is left out.
pub fn entries(
    table: &Table<'_>,
    map: &Map,
    record: &Record,
    kinds: &Kinds,
    locale: Locale,
    book_file: &str,
    said: &mut Vec<Problem>,
) -> (Vec<Entry>, LeftOut) {
    let mut all = Vec::new();
    let mut left_out = LeftOut::default();
    // Rows that are left out or not understood are part of a total all the same.
    let (mut totals, mut others) = (Vec::new(), Vec::new());
    for row in table.first..=table.sheet.last_row().unwrap_or(0) {
        let spot = Spot { row, column: table.names };
        let holds = table.columns.iter().any(|column| table.sheet.get(row, *column).is_some());
        let Some(Value::Words(name)) = shows(table.sheet, spot) else {
            left_out.rows += usize::from(holds);
            continue;
        };
        let name = tidy(name);
        match names(&name, map, record, kinds, holds) {
            Some(Names::Area(area)) => all.push(Entry { row, area, indicator: None }),
            Some(Names::Indicator(indicator)) => match &map.area {
                Some(area) => all.push(Entry { row, area: area.clone(), indicator: Some(indicator) }),
                None => {
                    others.push(row);
                    said.push(problems::map_without_area(problems::cell(book_file, &table.sheet.name, spot), &name));
                }
            },
            Some(Names::Total) => totals.push(row),
            Some(Names::Nothing) => {
                left_out.rows += 1;
                others.extend(map.names.iter().any(|(own, _)| *own == fold(&name)).then_some(row));
            }
            None => {
                others.push(row);
                let ids = record.areas.iter().flat_map(|area| [area.id.as_str(), area.name.get("")]).chain(record.indicators.iter().map(|own| own.id.as_str()));
                let near = nearest(&name, ids).map(|near| record.areas.iter().find(|area| area.name.get("") == near).map_or(near, |area| area.id.as_str()));
                said.push(problems::unknown_name(problems::cell(book_file, &table.sheet.name, spot), &name, near, &map.file));
            }
        }
    }
    for row in &totals {
        let known: Vec<u32> = all.iter().map(|entry: &Entry| entry.row).collect();
        let ways = [known.clone(), [known, others.clone()].concat()];
        check_total(&Total { table, row: *row, totals: &totals, ways: &ways, locale }, book_file, &mut left_out, said);
    }
    left_out.rows += totals.len();
    (all, left_out)
}

/// What a name means; `None` where nobody knows.
fn names(name: &str, map: &Map, record: &Record, kinds: &Kinds, holds: bool) -> Option<Names> {
    let folded = fold(name);
    if let Some((_, id)) = map.names.iter().find(|(own, _)| *own == folded) {
        return match id.as_str() {
            "-" => Some(Names::Nothing),
            id if record.areas.iter().any(|area| area.id == *id) => Some(Names::Area(id.to_owned())),
            id => record.indicators.iter().find(|own| own.id == *id).map(|own| Names::Indicator(own.id.clone())),
        };
    }
    let bare = folded.trim_end_matches([':', '.']).trim();
    let total = if map.totals.is_empty() { TOTALS.contains(&bare) } else { map.totals.iter().any(|own| own == bare || *own == folded) };
    // A row of column numbers, or a line below the table.
    let numbering = name.chars().count() <= 2 || bare.chars().all(|c| c.is_ascii_digit() || "()= +-".contains(c));
    if total {
        return Some(Names::Total);
    }
    // The word for its kind may stand before a name, whole or as its first letter; the word for another kind means
    // another place: the town of Nậm Nhùn is not the district.
    let is = |area: &Area, own: &str| {
        let Some(before) = folded.strip_suffix(&fold(own)) else { return false };
        let kind = kinds.iter().filter(|(id, _)| *id == area.kind).flat_map(|(_, name)| &name.versions).map(|(_, word)| fold(word));
        before.is_empty()
            || before.ends_with([' ', '.']) && kind.into_iter().any(|word| [word.as_str(), &word[..1]].contains(&before.trim_end_matches([' ', '.'])))
    };
    let named = |area: &Area| area.id == folded || area.name.versions.iter().map(|(_, own)| own).chain(&area.aliases).any(|own| is(area, own));
    let mut areas = record.areas.iter().filter(|area| named(area));
    if let Some(area) = areas.next() {
        // Two places of one name are told apart by `names:`.
        return areas.next().is_none().then(|| Names::Area(area.id.clone()));
    }
    let indicator = record.indicators.iter().find(|own| own.id == folded || own.name.versions.iter().any(|(_, own)| fold(own) == folded));
    match indicator {
        Some(own) => Some(Names::Indicator(own.id.clone())),
        None if numbering || !holds => Some(Names::Nothing),
        None => None,
    }
}

/// A row of totals, and the rows it may be the sum of: with those that are left out, or without.
struct Total<'t> {
    table: &'t Table<'t>,
    row: u32,
    totals: &'t [u32],
    ways: &'t [Vec<u32>],
    locale: Locale,
}

impl Total<'_> {
    /// The number of a cell; a state that is not zero adds nothing, other words have no number.
    fn number(&self, row: u32, column: u32) -> Option<Option<Decimal>> {
        let Some(value) = self.table.sheet.get(row, column) else { return Some(None) };
        match value {
            Value::Number(number) => Some(Some(*number)),
            Value::Words(words) if values::missing(words).is_some() => Some(None),
            Value::Words(words) => {
                let reading = values::read(words, self.locale, &Unit::Bare).ok()?;
                let bare = words.chars().all(|c| c.is_ascii_digit() || ".,- ".contains(c));
                reading.number().filter(|_| bare).map(|number| Some(number.0))
            }
            _ => None,
        }
    }

    /// The sum of some rows between two others; `None` where one of them has no number.
    fn sum(&self, rows: &[u32], column: u32, from: u32, to: u32) -> Option<Decimal> {
        let mut rows = rows.iter().filter(|row| (from..to).contains(row));
        rows.try_fold(Decimal::ZERO, |sum, row| sum.checked_add(self.number(*row, column)?.unwrap_or_default()))
    }
}

/// A total is the sum of all rows, or of those between it and the total before or behind it.
fn check_total(total: &Total<'_>, book_file: &str, left_out: &mut LeftOut, said: &mut Vec<Problem>) {
    let row = total.row;
    let before = total.totals.iter().copied().filter(|other| *other < row).max().unwrap_or(0);
    let behind = total.totals.iter().copied().filter(|other| *other > row).min().unwrap_or(u32::MAX);
    for column in total.table.columns.iter().copied() {
        let stated = match total.number(row, column) {
            Some(None) => continue,
            Some(Some(stated)) => Some(stated),
            None => None,
        };
        let blocks = [(0, u32::MAX), (before, row), (row, behind)];
        // A block without rows has no sum.
        let some = |rows: &[u32], (from, to): (u32, u32)| rows.iter().any(|row| (from..to).contains(row));
        let sums: Vec<Option<Decimal>> = total
            .ways
            .iter()
            .rev()
            .flat_map(|rows| blocks.into_iter().filter(|block| some(rows, *block)).map(|(from, to)| total.sum(rows, column, from, to)))
            .collect();
        let right = stated.is_some() && sums.contains(&stated);
        let (Some(stated), Some(Some(first)), true) = (stated, sums.first(), right || !sums.contains(&None)) else {
            left_out.not_compared += 1;
            continue;
        };
        left_out.compared += 1;
        if !right {
            let place = problems::cell(book_file, &total.table.sheet.name, Spot { row, column });
            let shown = |number: Decimal| written(number.normalize(), total.locale, None, "");
            said.push(problems::wrong_total(place, &shown(stated), &shown(*first)));
        }
    }
}

/// The table as a filled-in form: each value of it in the row of the site it belongs to.
pub fn filled(table: &Table<'_>, map: &Map, entries: &[Entry], papers: &[Paper], rows: &[Row], book_file: &str, said: &mut Vec<Problem>) -> Filled {
    let nowhere = Spot { row: u32::MAX - 1, column: 0 };
    let mut form = Filled {
        file: book_file.to_owned(),
        sheet: table.sheet.name.clone(),
        as_of: Some(map.as_of),
        nth: 0,
        as_of_at: nowhere,
        made_for: None,
        filled: false,
        source: Some(map.source.clone()),
        source_at: nowhere,
        rows: Vec::new(),
        ids: Vec::new(),
        map: Some(map.file.clone()),
    };
    let mut by_id: BTreeMap<(u32, u32), FilledRow> = BTreeMap::new();
    let mut seen: HashMap<(String, Column), Spot> = HashMap::new();
    for entry in entries {
        for (column, mapped) in table.columns.iter().zip(&map.columns) {
            let spot = Spot { row: entry.row, column: *column };
            let Some(value) = table.sheet.cells.get(&spot) else { continue };
            let found = rows.iter().find_map(|row| {
                let prefix = format!("{}/{}/", entry.area, map.period.slug());
                let here = row.id.starts_with(&prefix) && about(row, mapped, entry.indicator.as_deref());
                let is = |slot: &&Slot| slot.key == mapped.measure;
                let which = if row.result.as_ref().filter(is).is_some() { Some(Column::Result) } else { row.plan.as_ref().filter(is).map(|_| Column::Plan) };
                which.filter(|_| here).map(|which| (row, which))
            });
            let (id, which, value) = match found {
                Some((row, which)) => (row.id.clone(), which, counted(value, map, &papers[row.paper], row, which)),
                None => {
                    let axes: Vec<&str> = mapped.axes.iter().map(|(_, word)| word.as_str()).chain(entry.indicator.as_deref()).collect();
                    (format!("{}/{}/{}/{}", entry.area, map.period.slug(), axes.join("/"), mapped.measure), Column::Result, value.clone())
                }
            };
            if let Some(other) = seen.insert((id.clone(), which), spot) {
                said.push(problems::row_twice(problems::cell(book_file, &table.sheet.name, spot), &id, &other.name()));
                continue;
            }
            let cells = HashMap::from([(which, (spot, value))]);
            let at = HashMap::from([(which, spot), (Column::Id, spot)]);
            by_id.insert((entry.row, *column), FilledRow { id, cells, at, removed: Vec::new() });
        }
    }
    form.rows = by_id.into_values().collect();
    form
}

fn about(row: &Row, mapped: &ColumnMap, indicator: Option<&str>) -> bool {
    match (row.subject.kind, indicator) {
        (Kind::Indicator, Some(id)) => row.subject.axis("indicator") == Some(id) && row.subject.axis("group").is_none(),
        (Kind::Money, None) => AXES.iter().all(|axis| row.subject.axis(axis) == mapped.axes.iter().find(|(own, _)| own == axis).map(|(_, word)| word.as_str())),
        _ => false,
    }
}

/// A value of the workbook in the money of the file, exactly; what cannot be converted takes its unit along.
fn counted(value: &Value, map: &Map, paper: &Paper, row: &Row, which: Column) -> Value {
    let file = if which == Column::Plan { &paper.plan } else { &paper.results };
    let (to, locale) = (paper.money(file), paper.locale(file));
    let Some((from, typed)) = map.money.as_ref().filter(|(from, _)| *from != to && row.subject.kind == Kind::Money && row.unit != "%") else {
        return value.clone();
    };
    let converted = |number: Decimal| match (from, &to) {
        (Unit::Money(from), Unit::Money(to)) => values::in_unit(Number(number), *from, *to).map(|number| Value::Number(number.0.normalize())),
        _ => None,
    };
    match value {
        Value::Number(number) => converted(*number).unwrap_or_else(|| Value::Words(format!("{} {typed}", written(*number, locale, None, "")))),
        Value::Words(words) => match values::read(words, locale, &Unit::Bare) {
            Ok(reading) if reading.unit == Unit::Bare && reading.missing().is_none() && reading.quantity != Quantity::NothingYet => {
                let bare = words.chars().all(|c| c.is_ascii_digit() || ".,- ".contains(c));
                let number = reading.number().filter(|_| bare && matches!(reading.quantity, Quantity::Exact(_)));
                number.and_then(|number| converted(number.0)).unwrap_or_else(|| Value::Words(format!("{} {typed}", words.trim())))
            }
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}
