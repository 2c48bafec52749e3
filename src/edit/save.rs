//! Cells of the grid on their way into the files: weighed as a filled-in form, checked, shown, and only then written.
//!
//! Invariant: what is written is, byte for byte, what was shown; a file that changed since it was read is not written.
//!
//! May use: diag, forms, mend, source, workbook; crates serde, serde_json.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};

use super::site::{self, Looked};
use super::{Desk, Stop, files, grid, lines};
use crate::diag::Problem;
use crate::forms::filled::{Column, FilledRow};
use crate::forms::{self, Filled, Known, Outcome, ahead, changes};
use crate::mend::{write, yaml};
use crate::source::{self, on_disk};
use crate::workbook::{self, Spot};

/// What the page sends.
#[derive(Debug, Deserialize)]
pub struct Asked {
    area: String,
    period: String,
    #[serde(default)]
    day: Option<String>,
    /// Which of the results of that day.
    #[serde(default)]
    nth: usize,
    /// The source of a new day.
    #[serde(default)]
    source: Option<String>,
    /// The hash of each file when it was read; none for one that was not there.
    hashes: BTreeMap<String, Option<String>>,
    cells: Vec<Cell>,
    /// What was shown to the person who now says yes.
    #[serde(default)]
    seen: Option<String>,
}

/// One cell.
#[derive(Debug, Deserialize)]
struct Cell {
    id: String,
    column: String,
    #[serde(default)]
    value: String,
    /// Whether its value shall go: a blank says nothing, so that this has to be said.
    #[serde(default)]
    remove: bool,
}

const COLUMNS: [(Column, &str); 5] =
    [(Column::Plan, "plan"), (Column::Result, "result"), (Column::State, "state"), (Column::Note, "note"), (Column::Source, "source")];

/// Where day and source of the grid stand, for problems about them: in a row no grid has.
const HEAD: u32 = 1_000_000;

/// Weighs cells of the grid; with what was shown, writes them.
pub fn grid(desk: &Desk, asked: &Asked) -> Result<Value, Stop> {
    let _held = desk.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    match once(desk, asked) {
        // Somebody saved a file between the look at it and the writing: the second look sees what they wrote.
        Err(Stop::Machine(failure)) => match once(desk, asked) {
            Err(Stop::Machine(_)) => Err(Stop::Machine(failure)),
            second => second,
        },
        outcome => outcome,
    }
}

fn once(desk: &Desk, asked: &Asked) -> Result<Value, Stop> {
    site::look(desk, |looked| weighed(desk, asked, looked))
}

fn weighed(desk: &Desk, asked: &Asked, looked: &Looked<'_>) -> Result<Value, Stop> {
    let now = grid::read(looked, desk.tongue, &asked.area, &asked.period, (asked.day.as_deref(), asked.nth))?;
    let hash = |file: &forms::paper::File| file.exists.then(|| site::words_of(&source::hash(file.text.as_bytes())));
    let changed: Vec<&str> = [&now.paper.plan, &now.paper.results]
        .into_iter()
        .filter(|file| asked.hashes.get(&file.path) != Some(&hash(file)))
        .map(|file| file.path.as_str())
        .collect();
    if !changed.is_empty() {
        return Err(Stop::With(409, json!({ "changed": changed, "grid": grid::told(desk, looked, &now) })));
    }
    let form = form(asked, &now);
    let sources = forms::site::sources(looked.record);
    let outcome = changes::of(&form, std::slice::from_ref(&now.paper), &now.rows, &Known { sources: &sources, languages: &looked.config.languages });
    let mut ahead = site::Ahead::default();
    for (spot, problem) in &outcome.problems {
        let list = if problem.severity == crate::diag::Severity::Error { &mut ahead.stops } else { &mut ahead.told };
        list.push((*spot, problem.clone()));
    }
    if ahead.stops.is_empty() && !outcome.files.is_empty() {
        let laid: Vec<site::Laid> = outcome.files.iter().map(|file| (file.path.clone(), file.after.clone().into_bytes())).collect();
        let before = looked.before(&laid)?;
        let after = ahead::told(&outcome, looked.check(&laid)?);
        let edited: Vec<&str> = outcome.files.iter().map(|file| file.path.as_str()).collect();
        let more = site::ahead(&before, after, &edited);
        ahead.stops.extend(more.stops);
        ahead.told.extend(more.told);
    }
    let told = |all: &[(Option<Spot>, Problem)]| all.iter().map(|(spot, problem)| with_cell(desk, &form, *spot, problem)).collect::<Vec<_>>();
    if !ahead.stops.is_empty() {
        return Err(Stop::With(422, json!({ "problems": told(&ahead.stops), "told": told(&ahead.told) })));
    }
    let seen = seen(outcome.files.iter().map(|file| (file.path.as_str(), file.after.as_bytes())));
    let mut answer =
        json!({ "seen": seen, "changes": changes_told(&outcome, &form), "files": files_told(&outcome), "told": told(&ahead.told), "written": false });
    let Some(given) = &asked.seen else { return Ok(answer) };
    if *given != seen {
        return Err(Stop::With(412, answer));
    }
    let mut all = Vec::new();
    for file in &outcome.files {
        let path = place(looked, &file.path)?;
        all.push(write::Change { path, before: file.before.clone().map(String::into_bytes), after: Some(file.after.clone().into_bytes()) });
    }
    write::all(&looked.sources.root, &all)?;
    answer["written"] = Value::Bool(true);
    Ok(answer)
}

/// Where a file lies; refused when a link leads elsewhere.
pub fn place(looked: &Looked<'_>, file: &str) -> Result<PathBuf, Stop> {
    let root = &looked.sources.root;
    let path = looked.sources.find(file).map_or_else(|| on_disk(root, file), |found| found.disk.to_path_buf());
    if files::lies_inside(root, &path) {
        Ok(path)
    } else {
        Err(Stop::told(404, format!("Không có tệp “{file}” để sửa ở đây."), format!("There is no file “{file}” to edit here.")))
    }
}

/// The fingerprint of what files shall hold.
pub fn seen<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> String {
    let mut all = Vec::new();
    for (path, bytes) in files {
        all.extend_from_slice(path.as_bytes());
        all.extend_from_slice(&source::hash(bytes));
    }
    site::words_of(&source::hash(&all))
}

/// The cells as a form that came back: each row of the grid is a row of it, and only typed cells are filled.
fn form(asked: &Asked, now: &grid::Grid) -> Filled {
    let head = |column: u32| Spot { row: HEAD, column };
    let mut rows: Vec<FilledRow> = Vec::new();
    for cell in &asked.cells {
        let at = rows.iter().position(|row| row.id == cell.id).unwrap_or_else(|| {
            let row = rows.len() as u32;
            let at = COLUMNS.iter().enumerate().map(|(column, (name, _))| (*name, Spot { row, column: column as u32 })).collect();
            rows.push(FilledRow { id: cell.id.clone(), cells: HashMap::new(), at, removed: Vec::new() });
            rows.len() - 1
        });
        let words = cell.value.trim();
        let Some((column, _)) = COLUMNS.iter().find(|(_, name)| *name == cell.column) else { continue };
        if cell.remove {
            rows[at].removed.push(*column);
        } else if !words.is_empty() {
            // A blank says nothing, here as in Excel.
            let spot = rows[at].spot(*column);
            rows[at].cells.insert(*column, (spot, workbook::Value::Words(words.to_owned())));
        }
    }
    Filled {
        file: now.paper.results.path.clone(),
        sheet: now.paper.period.slug(),
        as_of: now.as_of,
        nth: now.nth,
        as_of_at: head(0),
        made_for: now.as_of,
        filled: false,
        source: asked.source.as_ref().map(|source| source.trim().to_owned()).filter(|source| !source.is_empty()),
        source_at: head(1),
        ids: rows.iter().map(|row| row.id.clone()).collect(),
        rows,
        map: None,
    }
}

/// The cell of a spot: id of its row and name of its column.
fn cell_of(form: &Filled, spot: Spot) -> Option<(String, &'static str)> {
    if spot.row == HEAD {
        return Some((String::new(), if spot.column == 0 { "day" } else { "source" }));
    }
    let row = form.rows.get(spot.row as usize)?;
    COLUMNS.get(spot.column as usize).map(|(_, name)| (row.id.clone(), *name)).or_else(|| Some((row.id.clone(), "result")))
}

fn with_cell(desk: &Desk, form: &Filled, spot: Option<Spot>, problem: &Problem) -> Value {
    let mut told = site::problem(problem, desk.tongue);
    if let Some((id, column)) = spot.and_then(|spot| cell_of(form, spot)) {
        told["cell"] = json!({ "id": id, "column": column });
        // The place of a form is a cell of Excel; here the cell itself is shown.
        if problem.place.as_ref().is_some_and(|place| place.file.starts_with('[')) {
            told["file"] = Value::Null;
        }
    }
    told
}

fn changes_told(outcome: &Outcome, form: &Filled) -> Vec<Value> {
    let told = |change: &changes::Change| {
        let file = outcome.files.iter().find(|file| file.path == change.file);
        let column = cell_of(form, change.spot).map_or("", |(_, column)| column);
        json!({
            "id": change.id,
            "name": change.name,
            "column": column,
            "file": change.file,
            "line": file.and_then(|file| yaml::line(&file.after, &change.path)),
            "before": change.before,
            "after": change.after,
        })
    };
    outcome.changes.iter().map(told).collect()
}

fn files_told(outcome: &Outcome) -> Vec<Value> {
    let told = |file: &changes::Edited| json!({ "file": file.path, "is_new": file.before.is_none(), "hunks": lines::hunks(file.before.as_deref().unwrap_or(""), &file.after) });
    outcome.files.iter().map(told).collect()
}
