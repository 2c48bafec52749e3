//! A results file as a grid: a row for each line of the plan and the results, for one day.
//!
//! Invariant: a cell shows what is typed in the file, never a number made from it.
//!
//! May use: diag, forms, mend, model, pipeline, source, values; crates serde_json.

use serde_json::{Value, json};

use super::site::{self, Looked};
use super::{Desk, Request, Stop};
use crate::diag::Tongue;
use crate::forms::blank::{STATES, state_words};
use crate::forms::paper::{Day, first_words};
use crate::forms::rows::{Row, Slot, Sort};
use crate::forms::{self, DayAt, Paper};
use crate::mend::yaml::Content;
use crate::model::{AsOf, Period};
use crate::pipeline;
use crate::source;
use crate::values::{self, dates};

/// At most so many sources are offered; any other is typed.
const SOURCES: usize = 300;

/// An area and a period on a day, with its rows.
pub struct Grid {
    /// The files.
    pub paper: Paper,
    /// The rows.
    pub rows: Vec<Row>,
    /// The day of the results.
    pub as_of: Option<AsOf>,
    /// Which of the results of that day.
    pub nth: usize,
    /// Values that are told twice and left out.
    twice: usize,
}

/// Reads the grid of an area and a period; without a day, that of the newest.
pub fn read(looked: &Looked<'_>, tongue: Tongue, area: &str, period: &str, (day, nth): (Option<&str>, usize)) -> Result<Grid, Stop> {
    let nowhere = || {
        Stop::told(
            404,
            format!(
                "Không có kế hoạch hay kết quả của “{area}” kỳ {period}, hoặc tệp đang có lỗi nên không mở thành bảng được. Có thể sửa tệp đó dưới dạng chữ."
            ),
            format!(
                "There is no plan and no result of “{area}” for {period}, or a file of it is broken and cannot be shown as a grid. It can be edited as text."
            ),
        )
    };
    let ix = looked.record.areas().find(|(_, own)| own.id == area).map(|(ix, _)| ix);
    let (ix, period) = ix.zip(Period::read(period)).ok_or_else(nowhere)?;
    let paper = forms::site::paper(looked.sources, looked.record, looked.config.locale, ix, period).ok_or_else(nowhere)?;
    let as_of = match day.filter(|day| !day.is_empty()) {
        None => paper.newest(),
        Some(typed) => {
            let written = paper.days().iter().filter_map(|day| day.as_of).find(|day| day.slug() == typed);
            let typed_day = || dates::as_of(typed).ok().filter(|day| day.known());
            Some(written.or_else(typed_day).ok_or_else(|| {
                Stop::told(
                    422,
                    format!("“{typed}” không đọc được là ngày nào. Ghi ngày cuối kỳ, ví dụ 30/6/2024."),
                    format!("“{typed}” cannot be read as a date. Write the last day of the period, such as 30/6/2024."),
                )
            })?)
        }
    };
    let of = as_of.map(|as_of| DayAt { as_of, nth });
    if nth > 0 && paper.day(of).is_none() {
        return Err(nowhere());
    }
    let papers = [paper];
    let language = pipeline::words(if tongue == Tongue::Vi { "vi" } else { "en" });
    let (rows, twice) = forms::rows(&papers, looked.record, &language, of);
    let [paper] = papers;
    Ok(Grid { paper, rows, as_of, nth, twice })
}

/// The grid that was asked for.
pub fn show(desk: &Desk, request: &Request<'_>) -> Result<Value, Stop> {
    let asked = |name: &str| request.asked(name).unwrap_or_default();
    site::look(desk, |looked| {
        let nth = asked("nth").parse().unwrap_or_default();
        let grid = read(looked, desk.tongue, &asked("area"), &asked("period"), (request.asked("day").as_deref(), nth))?;
        Ok(told(desk, looked, &grid))
    })
}

/// A grid for the page.
pub fn told(desk: &Desk, looked: &Looked<'_>, grid: &Grid) -> Value {
    let (paper, record, tongue) = (&grid.paper, looked.record, desk.tongue);
    let first = looked.config.first_language();
    let area = record.area(paper.area);
    let language = pipeline::words(if tongue == Tongue::Vi { "vi" } else { "en" });
    let all = paper.days();
    let of_day = |as_of: AsOf, days: &[Day<'_>]| days.iter().filter(|day| day.as_of == Some(as_of)).count();
    let days: Vec<Value> = all
        .iter()
        .enumerate()
        .filter_map(|(at, day)| Some((day.as_of.filter(|day| day.known())?, at, day)))
        .map(|(as_of, at, day)| {
            // Days told by several sources are told apart by their sources.
            let source = day.source.as_ref().filter(|_| of_day(as_of, &all) > 1);
            let words = source.map_or_else(|| language.as_of(as_of), |source| format!("{} · {source}", language.as_of(as_of)));
            json!({ "day": as_of.slug(), "nth": of_day(as_of, &all[..at]), "words": words, "source": day.source })
        })
        .collect();
    let day = paper.day(grid.as_of.map(|as_of| DayAt { as_of, nth: grid.nth }));
    let files: Vec<Value> = [&paper.plan, &paper.results]
        .into_iter()
        .map(|file| json!({ "path": file.path, "hash": file.exists.then(|| site::words_of(&source::hash(file.text.as_bytes()))) }))
        .collect();
    let reports = record.reports.iter().map(|report| (report.id.as_str(), report.telling(first).map_or("", |telling| telling.title.as_str())));
    let documents = record.documents.iter().map(|document| (document.id.as_str(), document.title.get(first)));
    let sources: Vec<Value> = reports.chain(documents).take(SOURCES).map(|(id, title)| json!({ "id": id, "title": title })).collect();
    let own = looked
        .problems
        .iter()
        .filter(|problem| problem.place.as_ref().is_some_and(|place| [&paper.plan.path, &paper.results.path].contains(&&place.file.to_string())));
    json!({
        "area": area.id,
        "name": area.name.get(first),
        "period": paper.period.slug(),
        "day": grid.as_of.map(AsOf::slug),
        "nth": grid.nth,
        "day_words": grid.as_of.map(|day| language.as_of(day)),
        "is_new": day.is_none(),
        "source": day.and_then(|day| day.source),
        "days": days,
        "files": files,
        "sources": sources,
        "states": STATES.iter().map(|(_, vi, en)| if tongue == Tongue::Vi { *vi } else { *en }).collect::<Vec<_>>(),
        "twice": grid.twice,
        "problems": own.map(|problem| site::problem(problem, tongue)).collect::<Vec<_>>(),
        "rows": grid.rows.iter().map(|row| row_told(row, first, tongue)).collect::<Vec<_>>(),
    })
}

fn row_told(row: &Row, first: &str, tongue: Tongue) -> Value {
    let typed = |slot: &Slot| slot.typed.as_ref().and_then(|typed| first_words(typed, first));
    let state = row.main().and_then(typed).and_then(|typed| values::missing(&typed)).map(|state| state_words(state, tongue));
    // The state of a plan stands in its own cell where a result has the column of states.
    let value =
        |slot: &Option<Slot>, own: bool| slot.as_ref().map(|slot| typed(slot).filter(|words| !own || values::missing(words).is_none()).unwrap_or_default());
    let words = |content: &Option<Content>| content.as_ref().and_then(|content| first_words(content, first)).unwrap_or_default();
    let sort = match row.sort {
        Sort::Number(_) => "number",
        Sort::Percent => "percent",
        Sort::Day => "day",
        Sort::Words => "words",
    };
    json!({
        "id": row.id,
        "name": row.name,
        "unit": row.unit,
        "sort": sort,
        "plan": value(&row.plan, row.result.is_none()),
        "result": value(&row.result, true),
        "state": state.unwrap_or(""),
        "note": row.leads.then(|| words(&row.note)),
        "source": row.leads.then(|| row.source.clone().unwrap_or_default()),
    })
}
