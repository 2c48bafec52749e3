//! Live figures inside a text: `![Giải ngân](table:budget)`, `![](progress:ntm/investment)`, `![](chart:ntm)`.
//!
//! A full address begins with place and period, `table:nam-nhun/2024/budget`; within a report the first of its places
//! that has what is asked for is meant, in the report's year. A block shows the newest figures, for it is part of the
//! page and not of the sentence.
//! Invariant: what is offered as an address can be found.
//!
//! May use: diag, figures, model.

use crate::diag::{At, Place, Problem, nearest};
use crate::figures::{FigureIx, Figures, SheetFigures, Standpoint, address};
use crate::model::{Period, ProgrammeIx, Quantity, Record};
use std::sync::Arc;

use super::problems;

/// What a block shows, and of which place and period.
#[derive(Clone, Debug)]
pub struct Block<'f> {
    /// The figures of the place and period.
    pub figures: &'f SheetFigures,
    /// What of them.
    pub shows: Shows,
}

/// What a block shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// All budget lines, as a table.
    Budget,
    /// All indicators, as tables.
    Indicators,
    /// All criteria, as tables.
    Criteria,
    /// Budget lines and indicators of a programme, as tables.
    Programme(ProgrammeIx),
    /// The bar of a budget line, by its place among them.
    Line(usize),
    /// The bar of an indicator, by its place among them.
    Indicator(usize),
    /// The budget lines of a programme, or of all, as a chart.
    Lines(Option<ProgrammeIx>),
    /// One measure on several days, oldest first, as a chart.
    Series(Vec<FigureIx>),
}

/// What an address of a block shows; `None` when there is no such thing.
pub fn find<'f>(kind: &str, address: &str, from: &Standpoint<'_>, record: &Record, figures: &'f Figures) -> Option<Block<'f>> {
    let mut sheets = places(address, from, record, figures).into_iter();
    sheets.find_map(|(figures, rest)| shows(kind, rest, record, figures).map(|shows| Block { figures, shows }))
}

/// The places an address may mean, each with the address within it.
fn places<'f, 'a>(address: &'a str, from: &Standpoint<'_>, record: &Record, figures: &'f Figures) -> Vec<(&'f SheetFigures, &'a str)> {
    let mut parts = address.splitn(3, '/');
    let named = parts.next().zip(parts.next()).zip(parts.next()).and_then(|((area, period), rest)| {
        let period = Period::read(period)?;
        Some((figures.sheet(from.area(record, area)?, period)?, rest))
    });
    let own = from.areas.iter().filter_map(|area| Some((figures.sheet(*area, Period::year(from.year))?, address)));
    named.into_iter().chain(own).collect()
}

fn shows(kind: &str, address: &str, record: &Record, figures: &SheetFigures) -> Option<Shows> {
    let programme = || record.programmes().find(|(_, p)| p.id == address).map(|(ix, _)| ix);
    let has_money = |ix: ProgrammeIx| figures.money.iter().any(|line| line.axes.programme == ix);
    let has_any = |ix: ProgrammeIx| has_money(ix) || figures.indicators.iter().any(|line| record.indicator(line.indicator).programme == ix);
    match (kind, address) {
        ("table", "budget") => (!figures.money.is_empty()).then_some(Shows::Budget),
        ("table", "indicators") => (!figures.indicators.is_empty()).then_some(Shows::Indicators),
        ("table", "criteria") => (!figures.criteria.is_empty()).then_some(Shows::Criteria),
        ("table", _) => programme().filter(|ix| has_any(*ix)).map(Shows::Programme),
        ("progress", _) => {
            let line = figures.money.iter().position(|line| address::of_axes(record, &line.axes) == address).map(Shows::Line);
            line.or_else(|| figures.indicators.iter().position(|line| of_indicator(record, line) == address).map(Shows::Indicator))
        }
        ("chart", "budget") => (!figures.money.is_empty()).then_some(Shows::Lines(None)),
        ("chart", _) => {
            let lines = programme().filter(|ix| has_money(*ix)).map(|ix| Shows::Lines(Some(ix)));
            lines.or_else(|| series(figures, address))
        }
        _ => None,
    }
}

fn of_indicator(record: &Record, line: &crate::figures::IndicatorLine) -> String {
    address::of_subject(record, &crate::model::Subject::Indicator(line.indicator, line.group.clone()))
}

/// All days of one measure, without what was set aside or replaced.
fn series(figures: &SheetFigures, address: &str) -> Option<Shows> {
    let mine = |ix: &FigureIx| figures.base(*ix) == address && !figures.figure(*ix).address.contains('~');
    let mut all: Vec<FigureIx> = (0..figures.figures.len() as FigureIx).filter(mine).collect();
    all.sort_by_key(|ix| figures.figure(*ix).as_of);
    (!all.is_empty()).then_some(Shows::Series(all))
}

/// Every address of a kind there is in a place.
fn known(kind: &str, record: &Record, figures: &SheetFigures) -> Vec<String> {
    let mut all: Vec<String> = ["budget", "indicators", "criteria"].map(str::to_owned).into();
    all.extend(record.programmes().map(|(_, p)| p.id.clone()));
    if kind == "progress" {
        all.extend(figures.money.iter().map(|line| address::of_axes(record, &line.axes)));
        all.extend(figures.indicators.iter().map(|line| of_indicator(record, line)));
    }
    if kind == "chart" {
        all.extend((0..figures.figures.len() as FigureIx).map(|ix| figures.base(ix).to_owned()));
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|address| seen.insert(address.clone()) && shows(kind, address, record, figures).is_some());
    all
}

/// Why a block cannot be drawn; `None` for one that can.
pub fn problem(told: &At<String>, file: &Arc<str>, from: &Standpoint<'_>, record: &Record, figures: &Figures) -> Option<Problem> {
    let (kind, address) = told.value.split_once(':')?;
    let place = Place::at(file, told.spot);
    match find(kind, address, from, record, figures) {
        Some(Block { figures: of_sheet, shows: Shows::Series(all) }) => {
            let sheet = &record.sheets[&(of_sheet.area, of_sheet.period)];
            let in_words = all.iter().all(|ix| matches!(of_sheet.reading(sheet, *ix).quantity, Quantity::Words(_) | Quantity::Date(_)));
            in_words.then(|| problems::chart_of_words(place, &told.value))
        }
        Some(_) => None,
        None => {
            // The places the address names, else those of the report; else there is only the form to tell.
            let places = places(address, from, record, figures);
            let rest = places.first().map_or(address, |(_, rest)| rest);
            let before = &address[..address.len() - rest.len()];
            let there: Vec<String> = places.first().map_or_else(Vec::new, |(figures, _)| known(kind, record, figures));
            let near = nearest::nearest(rest, there.iter().map(String::as_str)).map(|near| format!("{kind}:{before}{near}"));
            let known = there.iter().take(6).map(|address| format!("{kind}:{before}{address}")).collect();
            let only = nearest::only(rest, there.iter().map(String::as_str)).map(|only| format!("{kind}:{before}{only}"));
            Some(problems::block_nowhere(place, &told.value, near, known).meant_if(&told.value, only.as_deref()))
        }
    }
}
