//! What a filled-in form changes: for each cell before and after, and the edits of the files.
//!
//! Invariant: a blank says nothing, a cell as it was changes nothing, and each change is one value of one file.
//!
//! May use: diag, i18n, mend, model, values, workbook; crates rust_decimal.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::blank::{STATES, shown, state_words};
use super::filled::{Column, Filled, FilledRow};
use super::lines::{add_lines, head, lists, places};
use super::numbers::{style, written};
use super::paper::{DayAt, File, Paper, Subject, first_words};
use super::problems;
use super::removal::{Removed, moved};
use super::rows::{Row, Slot, Sort};
use crate::diag::nearest::nearest;
use crate::diag::{Place, Problem, Tongue};
use crate::i18n::numbers::decimal;
use crate::mend::yaml::{self, Content, Edit, Step};
use crate::model::{Missing, Number, Unit};
use crate::values::{self, Locale, dates};
use crate::workbook::write::NewValue;
use crate::workbook::{Spot, Value};

/// One value that changes.
#[derive(Clone, Debug)]
pub struct Change {
    /// The cell that says so.
    pub spot: Spot,
    /// Its file.
    pub file: String,
    /// Where it stands in the file after the change.
    pub path: Vec<Step>,
    /// Id of the row.
    pub id: String,
    /// The row in words.
    pub name: String,
    /// Which of its values: the key in the file.
    pub key: String,
    /// What was typed; `None` where there was nothing.
    pub before: Option<String>,
    /// What is typed now; `None` where the value goes.
    pub after: Option<String>,
}

/// A file as it would be.
#[derive(Clone, Debug)]
pub struct Edited {
    /// Its path in the site.
    pub path: String,
    /// Its text before; `None` for a new file.
    pub before: Option<String>,
    /// Its text after.
    pub after: String,
}

/// What came of a form.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// What changes, in the order of the rows.
    pub changes: Vec<Change>,
    /// The files as they would be.
    pub files: Vec<Edited>,
    /// What is wrong, each with its cell where it has one.
    pub problems: Vec<(Option<Spot>, Problem)>,
    /// Rows that were read.
    pub read: usize,
    /// Rows whose line the site knows.
    pub matched: usize,
    /// Rows of the form that did not come back.
    pub gone: usize,
    /// Rows without anything to say.
    pub blank: usize,
}

/// What the site knows besides the papers.
pub struct Known<'k> {
    /// Ids of reports and documents.
    pub sources: &'k [String],
    /// The site's languages.
    pub languages: &'k [String],
}

/// What a form changes in these papers.
pub fn of(form: &Filled, papers: &[Paper], rows: &[Row], known: &Known<'_>) -> Outcome {
    let mut weigher = Weigher { form, papers, known, out: Outcome::default(), sheets: papers.iter().map(|_| Pending::default()).collect() };
    let by_id: HashMap<&str, &Row> = rows.iter().map(|row| (row.id.as_str(), row)).collect();
    for filled in &form.rows {
        weigher.out.read += 1;
        let Some(row) = by_id.get(filled.id.as_str()) else {
            let near = nearest(&filled.id, rows.iter().map(|row| row.id.as_str()));
            let spot = filled.spot(Column::Id);
            weigher.out.problems.push((Some(spot), problems::unknown_row(form.place(spot), &filled.id, near)));
            continue;
        };
        weigher.out.matched += 1;
        weigher.row(row, filled);
    }
    let back: HashSet<&str> = form.rows.iter().map(|row| row.id.as_str()).collect();
    weigher.out.gone = form.ids.iter().filter(|id| !back.contains(id.as_str())).count();
    weigher.close();
    weigher.out
}

/// What is collected for one paper.
#[derive(Default)]
struct Pending {
    plan: Vec<Edit>,
    results: Vec<Edit>,
    /// New lines by their subject, in the order met.
    new_plan: Vec<(Subject, Vec<(String, Content)>)>,
    new_results: Vec<(Subject, Vec<(String, Content)>)>,
    /// Positions of changes of new lines, to be told where they come to stand.
    of_new: Vec<(usize, bool, usize)>,
    gone_plan: Removed,
    gone_results: Removed,
}

struct Weigher<'w> {
    form: &'w Filled,
    papers: &'w [Paper],
    known: &'w Known<'w>,
    out: Outcome,
    sheets: Vec<Pending>,
}

/// What a cell says of a value.
enum Says {
    Nothing,
    Same,
    New(String),
    Wrong(Box<Problem>),
}

/// A cell as it is seen.
pub fn seen(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Percent(number) => format!("{number}%"),
        Value::Day(day) => day.to_string(),
        Value::Words(words) => words.trim().to_owned(),
        Value::Truth(yes) => (if *yes { "TRUE" } else { "FALSE" }).to_owned(),
        Value::Fault(fault) => fault.clone(),
    }
}

impl Weigher<'_> {
    fn wrong(&mut self, spot: Spot, problem: Problem) {
        self.out.problems.push((Some(spot), problem));
    }

    fn row(&mut self, row: &Row, filled: &FilledRow) {
        let before = (self.out.changes.len(), self.out.problems.len());
        let said_anything = filled.cells.keys().any(|column| *column != Column::Id) || !filled.removed.is_empty();
        // The state speaks of the result; where a row has none, of the plan.
        let state_of_plan = row.result.is_none();
        let mut has_value = row.main().is_some_and(|slot| slot.typed.is_some());
        for (column, slot, with_state) in [(Column::Plan, &row.plan, state_of_plan), (Column::Result, &row.result, !state_of_plan)] {
            let Some(slot) = slot else { continue };
            let (spot, says) = self.value(row, slot, filled, column, with_state);
            match says {
                Says::Nothing | Says::Same => {}
                Says::New(after) => {
                    // `with_state` marks the value the row is about.
                    has_value |= with_state;
                    self.change(row, slot, spot, after);
                }
                Says::Wrong(problem) => self.wrong(spot, *problem),
            }
        }
        filled.removed.iter().for_each(|column| self.remove(row, filled, *column));
        if row.leads {
            self.note(row, filled, has_value);
            self.source(row, filled, has_value);
        }
        if !said_anything && (self.out.changes.len(), self.out.problems.len()) == before {
            self.out.blank += 1;
        }
    }

    /// What the cells of a row say of one value.
    fn value(&self, row: &Row, slot: &Slot, filled: &FilledRow, column: Column, with_state: bool) -> (Spot, Says) {
        let paper = &self.papers[row.paper];
        let file = row.file(paper, slot);
        let locale = paper.locale(file);
        let language = self.known.languages.first().map_or("vi", String::as_str);
        let was = slot.typed.as_ref().map(|typed| shown(typed, &row.sort, locale, language));
        let was_state = was.as_ref().and_then(|was| was.state);
        let spot = filled.spot(column);
        let cell = filled.cells.get(&column).map(|(_, value)| value);
        let typed = slot.typed.as_ref().and_then(|typed| first_words(typed, language));
        let number = match cell {
            None => Says::Nothing,
            Some(value) => self.read(value, row, was.as_ref().map(|was| &was.value), typed.as_deref(), locale, spot),
        };
        if !with_state {
            return (spot, number);
        }
        let Some((state_spot, state)) = filled.cells.get(&Column::State) else { return (spot, number) };
        let words = seen(state);
        let Some(state) = values::missing(&words) else {
            return (*state_spot, Says::Wrong(Box::new(problems::unknown_state(self.form.place(*state_spot), &words))));
        };
        let as_before = was_state == Some(state);
        match number {
            // A state that was there before says nothing new beside a number.
            Says::New(_) | Says::Wrong(_) if as_before => (spot, number),
            Says::New(typed) if values::missing(&typed) != Some(state) => {
                (*state_spot, Says::Wrong(Box::new(problems::number_and_state(self.form.place(*state_spot), &typed, &words))))
            }
            Says::Same if !as_before => {
                (*state_spot, Says::Wrong(Box::new(problems::number_and_state(self.form.place(*state_spot), typed.as_deref().unwrap_or(""), &words))))
            }
            Says::Nothing if as_before => (*state_spot, Says::Same),
            Says::Nothing => (*state_spot, Says::New(self.state(state, words))),
            other => (spot, other),
        }
    }

    /// A state as it is written: the chosen words, or the right ones for a state typed another way.
    fn state(&self, state: Option<Missing>, words: String) -> String {
        if STATES.iter().any(|(_, vi, en)| [*vi, *en].contains(&words.as_str())) {
            return words;
        }
        let tongue = if self.known.languages.first().is_some_and(|first| first == "en") { Tongue::En } else { Tongue::Vi };
        state_words(state, tongue).to_owned()
    }

    /// What a cell that holds something says.
    fn read(&self, value: &Value, row: &Row, was: Option<&NewValue>, typed: Option<&str>, locale: Locale, spot: Spot) -> Says {
        let place = || self.form.place(spot);
        let same = match (was, value) {
            (Some(NewValue::Number(a)), Value::Number(b)) | (Some(NewValue::Percent(a)), Value::Percent(b)) => a == b,
            (Some(NewValue::Day(a)), Value::Day(b)) => a == b,
            (Some(NewValue::Words(a)), Value::Words(b)) => a.split_whitespace().eq(b.split_whitespace()),
            _ => false,
        };
        if same {
            return Says::Same;
        }
        match value {
            Value::Fault(_) | Value::Truth(_) => Says::Wrong(Box::new(problems::cell_without_value(place(), &seen(value)))),
            Value::Day(day) if row.sort == Sort::Day => Says::New(day.to_string()),
            Value::Day(day) if row.sort == Sort::Words => Says::New(format!("{}/{}/{}", day.day(), day.month(), day.year())),
            Value::Day(day) => {
                let meant = format!("{}/{}", day.day(), day.month());
                Says::Wrong(Box::new(problems::became_date(place(), &format!("{meant}/{}", day.year()), &meant)))
            }
            Value::Percent(percent) => match row.sort {
                Sort::Percent => same_or_new(was, *percent, written(*percent, locale, typed, "%")),
                Sort::Words | Sort::Day => Says::New(written(*percent, locale, None, "%")),
                Sort::Number(_) => {
                    let words = decimal(Number(*percent), style(locale));
                    Says::Wrong(Box::new(problems::percent_out_of_place(place(), &words, &row.unit)))
                }
            },
            Value::Number(number) => match row.sort {
                Sort::Percent => same_or_new(was, *number, written(*number, locale, typed, "%")),
                Sort::Number(_) => Says::New(written(*number, locale, typed, "")),
                Sort::Words | Sort::Day => {
                    let words = number.to_string();
                    if typed == Some(words.as_str()) { Says::Same } else { Says::New(words) }
                }
            },
            Value::Words(words) => self.words(words.trim(), row, typed, locale, place),
        }
    }

    fn words(&self, words: &str, row: &Row, typed: Option<&str>, locale: Locale, place: impl Fn() -> Place) -> Says {
        if typed == Some(words) {
            return Says::Same;
        }
        if let Some(state) = values::missing(words) {
            let as_before = typed.and_then(values::missing) == Some(state);
            return if as_before { Says::Same } else { Says::New(words.to_owned()) };
        }
        let unit = match &row.sort {
            Sort::Words => return Says::New(words.to_owned()),
            Sort::Day => {
                let same = typed.is_some_and(|typed| dates::as_of(typed).is_ok_and(|day| dates::as_of(words) == Ok(day)));
                return if same { Says::Same } else { Says::New(words.to_owned()) };
            }
            Sort::Percent => &Unit::Percent,
            Sort::Number(unit) => unit,
        };
        match values::read(words, locale, unit) {
            Err(why) => Says::Wrong(Box::new(values::problems::misread(place(), words, &why, locale))),
            Ok(reading) => {
                let before = typed.and_then(|typed| values::read(typed, locale, unit).ok());
                let same = before.is_some_and(|before| {
                    crate::model::Reading { typed: String::new(), ..before } == crate::model::Reading { typed: String::new(), ..reading }
                });
                if same { Says::Same } else { Says::New(words.to_owned()) }
            }
        }
    }

    fn change(&mut self, row: &Row, slot: &Slot, spot: Spot, after: String) {
        let language = self.known.languages.first().map_or("vi", String::as_str);
        let before = slot.typed.as_ref().and_then(|typed| first_words(typed, language));
        let file = row.file(&self.papers[row.paper], slot).path.clone();
        if slot.printed {
            let problem = problems::printed_kept(self.form.place(spot), &file);
            self.wrong(spot, problem);
        }
        let mut tail = vec![Step::key(slot.key)];
        if let Some(Content::Map(versions)) = &slot.typed {
            // Words in several languages: the site's first one changes.
            tail.push(Step::key(versions.iter().find(|(own, _)| own == language).or(versions.first()).map_or(language, |(own, _)| own.as_str())));
            if versions.len() > 1 {
                let problem = problems::translation_kept(self.form.place(spot), &file);
                self.wrong(spot, problem);
            }
        }
        self.set(row, slot.plan, slot.line.as_deref(), &tail, &after);
        let path = slot.line.iter().flatten().cloned().chain(tail).collect();
        self.tell(
            row,
            slot.plan,
            slot.line.is_some(),
            Change { spot, file, path, id: row.id.clone(), name: row.name.clone(), key: slot.key.to_owned(), before, after: Some(after) },
        );
    }

    /// Takes a value out of its line, with what is said of it alone.
    fn remove(&mut self, row: &Row, filled: &FilledRow, column: Column) {
        let main = if row.result.is_some() { Column::Result } else { Column::Plan };
        let column = if column == Column::State { main } else { column };
        // What is typed in its place says what becomes of it.
        if filled.cells.contains_key(&column) || (column == main && filled.cells.contains_key(&Column::State)) {
            return;
        }
        let beside = |key: &'static str, typed: &Option<Content>| row.main().map(|slot| (slot, vec![key], typed.clone()));
        let found = match column {
            Column::Plan | Column::Result => {
                let slot = if column == Column::Plan { &row.plan } else { &row.result };
                slot.as_ref().map(|slot| {
                    let rate_of = (slot.key == "stated_rate" && slot.denominator).then_some("rate_of");
                    let printed = slot.printed.then_some("printed");
                    (slot, [Some(slot.key), rate_of, printed].into_iter().flatten().collect(), slot.typed.clone())
                })
            }
            Column::Note => beside("note", &row.note).filter(|_| row.leads),
            Column::Source => beside("source", &row.source.clone().map(Content::Words)).filter(|_| row.leads),
            Column::Id | Column::State => None,
        };
        let Some((slot, keys, Some(typed))) = found else { return };
        let Some(line) = &slot.line else { return };
        let language = self.known.languages.first().map_or("vi", String::as_str);
        let pending = &mut self.sheets[row.paper];
        let gone = if slot.plan { &mut pending.gone_plan } else { &mut pending.gone_results };
        keys.iter().for_each(|key| gone.add(line, key));
        let spot = filled.spot(column);
        let path = line.iter().cloned().chain([Step::key(keys[0])]).collect();
        let file = row.file(&self.papers[row.paper], slot).path.clone();
        let before = first_words(&typed, language);
        self.out.changes.push(Change { spot, file, path, id: row.id.clone(), name: row.name.clone(), key: keys[0].to_owned(), before, after: None });
    }

    /// Notes a change; one on a new line is told its place when that is known.
    fn tell(&mut self, row: &Row, plan: bool, there: bool, change: Change) {
        if !there {
            let new = if plan { &self.sheets[row.paper].new_plan } else { &self.sheets[row.paper].new_results };
            let at = new.iter().position(|(subject, _)| *subject == row.subject).unwrap_or(0);
            let number = self.out.changes.len();
            self.sheets[row.paper].of_new.push((number, plan, at));
        }
        self.out.changes.push(change);
    }

    /// Puts a value on its line, or on a new line of its subject.
    fn set(&mut self, row: &Row, plan: bool, line: Option<&[Step]>, tail: &[Step], words: &str) {
        // A rate needs its denominator; where its line says none, that of the day before.
        let is_rate = tail == [Step::key("stated_rate")] && row.main().is_some_and(|slot| !slot.denominator);
        let rate_of = row.rate_of.as_ref().filter(|_| is_rate);
        let pending = &mut self.sheets[row.paper];
        if let Some(line) = line {
            let under = |tail: &[Step]| line.iter().chain(tail).cloned().collect();
            let edits = if plan { &mut pending.plan } else { &mut pending.results };
            edits.push(Edit::Set { path: under(tail), value: Content::words(words) });
            if let Some(of) = rate_of {
                edits.push(Edit::Set { path: under(&[Step::key("rate_of")]), value: Content::words(of) });
            }
            return;
        }
        let new = if plan { &mut pending.new_plan } else { &mut pending.new_results };
        let at = new.iter().position(|(subject, _)| *subject == row.subject).unwrap_or_else(|| {
            let axes = row.subject.axes.iter().map(|(axis, word)| ((*axis).to_owned(), Content::words(word))).collect();
            new.push((row.subject.clone(), axes));
            new.len() - 1
        });
        if let Some(Step::Key(key)) = tail.first() {
            new[at].1.push((key.clone(), Content::words(words)));
            if let Some(of) = rate_of {
                new[at].1.push(("rate_of".to_owned(), Content::words(of)));
            }
        }
    }

    fn note(&mut self, row: &Row, filled: &FilledRow, has_value: bool) {
        let Some((spot, value)) = filled.cells.get(&Column::Note) else { return };
        let language = self.known.languages.first().map_or("vi", String::as_str);
        let after = seen(value);
        let before = row.note.as_ref().and_then(|note| first_words(note, language));
        if before.as_deref().map(str::trim) == Some(after.as_str()) {
            return;
        }
        let mut tail = vec![Step::key("note")];
        if let Some(Content::Map(versions)) = &row.note {
            tail.push(Step::key(versions.iter().find(|(own, _)| own == language).or(versions.first()).map_or(language, |(own, _)| own.as_str())));
            if versions.len() > 1 {
                let file = row.main().map_or(String::new(), |slot| row.file(&self.papers[row.paper], slot).path.clone());
                let problem = problems::translation_kept(self.form.place(*spot), &file);
                self.wrong(*spot, problem);
            }
        }
        self.beside(row, *spot, "note", &tail, before, after, has_value);
    }

    fn source(&mut self, row: &Row, filled: &FilledRow, has_value: bool) {
        let Some((spot, value)) = filled.cells.get(&Column::Source) else { return };
        let after = seen(value);
        if row.source.as_deref() == Some(after.as_str()) {
            return;
        }
        if !self.known.sources.contains(&after) {
            let near = nearest(&after, self.known.sources.iter().map(String::as_str));
            let problem = problems::unknown_source(self.form.place(*spot), &after, near);
            self.wrong(*spot, problem);
            return;
        }
        self.beside(row, *spot, "source", &[Step::key("source")], row.source.clone(), after, has_value);
    }

    /// Words that stand beside the values of a line.
    #[expect(clippy::too_many_arguments, reason = "one change with all its parts")]
    fn beside(&mut self, row: &Row, spot: Spot, key: &str, tail: &[Step], before: Option<String>, after: String, has_value: bool) {
        let Some(slot) = row.main() else { return };
        if slot.line.is_none() && !has_value {
            let problem = problems::note_without_value(self.form.place(spot));
            self.wrong(spot, problem);
            return;
        }
        let file = row.file(&self.papers[row.paper], slot).path.clone();
        let line = slot.line.clone();
        self.set(row, slot.plan, line.as_deref(), tail, &after);
        let path = line.iter().flatten().chain(tail).cloned().collect();
        self.tell(
            row,
            slot.plan,
            line.is_some(),
            Change { spot, file, path, id: row.id.clone(), name: row.name.clone(), key: key.to_owned(), before, after: Some(after) },
        );
    }

    /// Makes the edits of all files.
    fn close(&mut self) {
        for (number, pending) in std::mem::take(&mut self.sheets).into_iter().enumerate() {
            let paper = &self.papers[number];
            let mut plan = pending.plan;
            let stands_plan = add_lines(&[], &paper.plan_lines().iter().map(|line| line.path.clone()).collect::<Vec<_>>(), &pending.new_plan, true, &mut plan);
            let gone_plan = pending.gone_plan.edits(&paper.plan.content, &plan);
            plan.extend(gone_plan.iter().cloned());
            self.edited(paper, &paper.plan, plan);
            let mut results = pending.results;
            let day = paper.day(self.form.as_of.map(|as_of| DayAt { as_of, nth: self.form.nth }));
            let stands = match &day {
                Some(day) => {
                    self.same_source(day.source.as_deref(), &paper.results.path);
                    let paths: Vec<_> = day.lines.iter().map(|line| line.path.clone()).collect();
                    add_lines(&day.path, &paths, &pending.new_results, false, &mut results)
                }
                None if pending.new_results.is_empty() => Vec::new(),
                None => self.new_day(paper, &pending.new_results, &mut results),
            };
            let gone_results = pending.gone_results.edits(&paper.results.content, &results);
            results.extend(gone_results.iter().cloned());
            self.edited(paper, &paper.results, results);
            for (change, of_plan, line) in pending.of_new {
                let change = &mut self.out.changes[change];
                if let Some(at) = (if of_plan { &stands_plan } else { &stands }).get(line) {
                    change.path = at.iter().cloned().chain(std::mem::take(&mut change.path)).collect();
                }
            }
            self.move_up(&paper.plan.path, &gone_plan);
            self.move_up(&paper.results.path, &gone_results);
        }
    }

    /// Tells changes where they stand once other lines have gone.
    fn move_up(&mut self, file: &str, gone: &[Edit]) {
        self.out.changes.iter_mut().filter(|change| change.file == file && change.after.is_some()).for_each(|change| change.path = moved(&change.path, gone));
    }

    /// The source of a day that is there already does not change by the way.
    fn same_source(&mut self, written: Option<&str>, file: &str) {
        if let (Some(found), Some(written)) = (self.form.source.as_deref(), written)
            && found != written
        {
            let spot = self.form.source_at;
            let problem = problems::source_kept(self.form.place(spot), written, found, file);
            if !self.out.problems.iter().any(|(at, _)| *at == Some(spot)) {
                self.wrong(spot, problem);
            }
        }
    }

    /// A day nobody reported on before.
    fn new_day(&mut self, paper: &Paper, new: &[(Subject, Vec<(String, Content)>)], edits: &mut Vec<Edit>) -> Vec<Vec<Step>> {
        let Some(as_of) = self.form.as_of else {
            let spot = self.form.as_of_at;
            let problem = problems::day_unreadable(self.form.place(spot), "");
            self.wrong(spot, problem);
            return Vec::new();
        };
        let mut entries = vec![("as_of".to_owned(), Content::words(as_of.slug()))];
        let spot = self.form.source_at;
        let told = self.out.problems.iter().any(|(at, _)| *at == Some(spot));
        match &self.form.source {
            Some(source) if self.known.sources.contains(source) => entries.push(("source".to_owned(), Content::words(source))),
            Some(source) if !told => {
                let near = nearest(source, self.known.sources.iter().map(String::as_str));
                let problem = problems::unknown_source(self.form.place(spot), source, near);
                self.wrong(spot, problem);
            }
            None if !told && new.iter().any(|(_, entries)| !entries.iter().any(|(key, _)| key == "source")) => {
                let problem = problems::no_source(self.form.place(spot), &as_of.slug());
                self.wrong(spot, problem);
            }
            _ => {}
        }
        let number = paper.days().len();
        let top = [Step::key("snapshots"), Step::Item(number)];
        let stands = places(&top, &BTreeMap::new(), new, false);
        entries.extend(lists(new, false));
        let item = Content::Map(entries);
        edits.push(if number == 0 {
            Edit::Set { path: vec![Step::key("snapshots")], value: Content::List(vec![item]) }
        } else {
            Edit::Push { path: vec![Step::key("snapshots")], item }
        });
        stands
    }

    fn edited(&mut self, paper: &Paper, file: &File, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        let text = if file.exists { file.text.clone() } else { yaml::new_file(&Content::Map(head(paper, file))) };
        match yaml::edit(&text, &edits) {
            Ok(after) => self.out.files.push(Edited { path: file.path.clone(), before: file.exists.then_some(text), after }),
            Err(_) => {
                // Which of them it was: each is tried alone.
                let fails = |edit: &Edit| yaml::edit(&text, std::slice::from_ref(edit)).is_err();
                let (gone, stay): (Vec<&Edit>, Vec<&Edit>) = edits.iter().partition(|edit| matches!(edit, Edit::Remove { .. }));
                let here = || self.out.changes.iter().filter(|change| change.file == file.path);
                let spots: Vec<Spot> = here().map(|change| change.spot).collect();
                let typed = here().filter(|change| change.after.is_some()).map(|change| change.spot);
                let mut guilty: Vec<Spot> = typed.zip(stay).filter(|(_, edit)| fails(edit)).map(|(spot, _)| spot).collect();
                if gone.into_iter().any(fails) {
                    guilty.extend(here().filter(|change| change.after.is_none()).map(|change| change.spot));
                }
                for spot in if guilty.is_empty() { spots } else { guilty } {
                    let problem = problems::not_editable(self.form.place(spot), &file.path);
                    self.wrong(spot, problem);
                }
            }
        }
    }
}

fn same_or_new(was: Option<&NewValue>, number: Decimal, typed: String) -> Says {
    if matches!(was, Some(NewValue::Percent(before)) if *before == number) { Says::Same } else { Says::New(typed) }
}

/// The papers a form speaks of: area and period of each id, in the order met.
pub fn papers_of(form: &Filled) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for row in &form.rows {
        let mut parts = row.id.splitn(3, '/');
        if let (Some(area), Some(period)) = (parts.next(), parts.next()) {
            let pair = (area.to_owned(), period.to_owned());
            if !all.contains(&pair) {
                all.push(pair);
            }
        }
    }
    all
}

/// The day a form is about, for a first look at it.
pub fn day_of(form: &Filled) -> Option<DayAt> {
    form.as_of.or(form.made_for).map(|as_of| DayAt { as_of, nth: form.nth })
}
