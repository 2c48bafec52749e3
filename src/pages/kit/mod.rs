//! The notice kit of a place and period: a sheet for the notice board, words for the loudspeaker, for Zalo and for SMS.
//!
//! The law on grassroots democracy asks communes to post such news, to read it out and to hand it on; see also the texts
//! beside this file.
//! Invariant: every number comes from the tables of the page of that period, said in the same words and judged the same.
//!
//! May use: figures, model.

pub mod qr;
pub mod sms;
pub mod texts;

use crate::figures::{MoneyLine, SheetFigures};
use crate::model::{AreaIx, Period};
use crate::pages::Here;
use crate::pages::answer::Standings;
use crate::pages::route::Folder;
use crate::pages::table::RowName;
use crate::pages::views::{KitPage, Row, StandingView, Table, Value};
pub use texts::Medium;

/// Rows of money and of indicators for which one sheet of A4 has room.
const ROWS: [usize; 2] = [5, 5];
/// Rows of criteria, where there is little else.
const CRITERIA_ROWS: usize = 6;

/// Where the kit of a place and period lies, in the language of the page.
pub fn dir(here: &Here<'_>, area: AreaIx, period: Period) -> String {
    format!("{}{}/", here.period_dir(area, period), here.names().word(Folder::Kit))
}

/// The sheet, and the texts below it to copy from.
pub fn kit(here: &Here<'_>, area: AreaIx, period: Period) -> KitPage {
    let figures = here.site.figures.sheet(area, period);
    let address = here.absolute(&here.period_dir(area, period));
    let (tables, rest) = figures.map_or_else(|| (Vec::new(), 0), |figures| tables(here, figures));
    KitPage {
        place: here.link(&here.period_dir(area, period), here.with("kit-page", &[("period", &here.language.period(period))])),
        body: here.text(&here.site.config.body.name).to_owned(),
        summary: figures.map_or_else(String::new, |figures| answer(here, figures)),
        tables,
        more: if rest > 0 { here.count("kit-more", rest) } else { String::new() },
        qr: qr::of(&address),
        address: without_scheme(&address).to_owned(),
        texts: Medium::ALL.into_iter().map(|medium| texts::view(here, area, period, medium)).collect(),
    }
}

/// The answer first: the money; else how far its lines are; else how much is known.
fn answer(here: &Here<'_>, figures: &SheetFigures) -> String {
    let money = here.headline_of(figures).map(|headline| here.headline_sentence(&headline)).filter(|sentence| !sentence.is_empty());
    let place = [("place", here.area_name(figures.area)), ("period", here.language.period(figures.period))];
    let [place, period] = [&place[0], &place[1]].map(|(name, text)| (*name, text.as_str()));
    let Standings { good, late, open } = here.standings([figures]);
    let count = |count: usize| count.to_string();
    money.unwrap_or_else(|| match good + late + open {
        0 => here.with("period-sentence", &[("figures", &here.count("count-figures", figures.figures.len())), place, period]),
        lines => {
            let lines = here.count("kit-lines", lines);
            here.with("kit-answer", &[place, period, ("lines", &lines), ("good", &count(good)), ("late", &count(late)), ("open", &count(open))])
        }
    })
}

/// As much of the tables of the page as one sheet has room for, and how many lines it has not.
fn tables(here: &Here<'_>, figures: &SheetFigures) -> (Vec<Table>, usize) {
    let mut tables = Vec::new();
    let mut rest = 0;
    let [money_rows, indicator_rows] = ROWS;
    let kept = whole_lines_first(figures);
    // Sums stand below the lines only where all of them are there.
    let whole = figures.money.len() + figures.totals.len() <= money_rows;
    let money = here.money_table(figures, |line| whole || kept[..kept.len().min(money_rows)].contains(&line.axes));
    rest += if whole { 0 } else { figures.money.len().saturating_sub(money.rows.len()) };
    let mut indicators = here.indicator_table(figures, |_| true);
    rest += indicators.rows.len().saturating_sub(indicator_rows);
    indicators.rows.truncate(indicator_rows);
    let mut criteria = here.criteria_tables(figures);
    criteria.push(here.statement_table(figures, |_| true));
    let shown = money.rows.len() + indicators.rows.len();
    for (at, table) in criteria.iter_mut().enumerate() {
        // Criteria are for places that tell of little else.
        let room = if at == 0 && shown < indicator_rows { CRITERIA_ROWS } else { 0 };
        rest += table.rows.len().saturating_sub(room);
        table.rows.truncate(room);
    }
    for mut table in [money, indicators].into_iter().chain(criteria) {
        if table.rows.is_empty() {
            continue;
        }
        // A remark that a number does not agree belongs beside it everywhere; other remarks have room on the page.
        table.rows.iter_mut().for_each(|row| row.notes.retain(|note| matches!(note.kind.as_str(), "mismatch" | "doubt")));
        tables.push(table);
    }
    (tables, rest)
}

/// Axes of the budget lines, those of whole programmes before parts of them.
fn whole_lines_first(figures: &SheetFigures) -> Vec<crate::model::Axes> {
    let mut lines: Vec<&MoneyLine> = figures.money.iter().collect();
    lines.sort_by_key(|line| (line.axes.component.is_some(), line.axes.fund.is_some()));
    lines.into_iter().map(|line| line.axes).collect()
}

/// A line of the tables as the texts tell it.
struct Told {
    /// What it is about: "Nông thôn mới, vốn đầu tư".
    name: String,
    /// What is said of it, in the order of the table: "vốn 2.487 triệu đồng".
    parts: Vec<String>,
    /// How it is judged, where it is.
    standing: Option<StandingView>,
}

/// What the cells of a row are called when their value is told, and when it is missing.
type Words = [(&'static str, &'static str); 3];

/// Every line of a period: money, indicators, criteria, and what is told in words.
fn told(here: &Here<'_>, figures: &SheetFigures) -> Vec<Told> {
    const MONEY: Words = [("kit-plan", "column-plan"), ("kit-done", "column-disbursed"), ("kit-rate", "column-rate")];
    const INDICATOR: Words = [("kit-target", "column-target"), ("kit-actual", "column-actual"), ("kit-progress", "column-progress")];
    let order = whole_lines_first(figures);
    let mut money: Vec<&MoneyLine> = figures.money.iter().collect();
    money.sort_by_key(|line| order.iter().position(|axes| *axes == line.axes));
    let money = money.into_iter().map(|line| {
        let row = here.money_row(figures, line, RowName::Programme);
        line_of(here, here.axes(here.site.record, &line.axes), &row, MONEY)
    });
    let indicators = figures.indicators.iter().filter(|line| !here.in_words(line)).map(|line| {
        let row = here.indicator_row(figures, line, RowName::Programme);
        let name = if row.detail.is_empty() { row.name.text.clone() } else { format!("{} ({})", row.name.text, row.detail) };
        line_of(here, name, &row, INDICATOR)
    });
    let rows = |table: &Table| -> Vec<String> {
        let row = |row: &Row| row.cells.iter().find_map(|cell| cell.value.as_ref()).map(|value| missing(here, &row.name.text, &phrase(here, value)));
        table.rows.iter().filter_map(row).collect()
    };
    let criteria = here.criteria_tables(figures).into_iter().map(|table| Told { parts: rows(&table), name: table.title, standing: None });
    let words = here.statement_table(figures, |_| true);
    let words = Told { parts: rows(&words), name: words.title, standing: None };
    let all: Vec<Told> = money.chain(indicators).chain(criteria).chain([words]).collect();
    all.into_iter().filter(|told| !told.parts.is_empty()).collect()
}

fn line_of(here: &Here<'_>, name: String, row: &Row, words: Words) -> Told {
    let values = row.cells.iter().filter_map(|cell| cell.value.as_ref());
    // A plan nobody stated is no news, and what cannot be judged without it is none either.
    let nobody_planned = row.cells.first().and_then(|cell| cell.value.as_ref()).is_some_and(|plan| plan.text == here.say("nothing-stated"));
    let said = values.zip(words).enumerate().filter(|(at, (value, _))| value.text != "–" && !(*at == 0 && nobody_planned));
    let parts: Vec<String> = said
        .map(|(_, (value, (id, name)))| {
            let phrase = phrase(here, value);
            match value.kind.as_str() {
                "missing" | "zero" | "words" => missing(here, &here.say(name).to_lowercase(), &phrase),
                _ => here.with(id, &[("value", &phrase)]),
            }
        })
        .collect();
    let standing = row.cells.iter().find_map(|cell| cell.standing.clone()).filter(|standing| !(nobody_planned && standing.tone == "none"));
    Told { name, parts, standing }
}

/// A value with what it is: "35.215 triệu đồng (ước)".
fn phrase(here: &Here<'_>, value: &Value) -> String {
    // That the site counted a rate is said beside it on the page; read out it would only be in the way.
    let flag = if value.flag.is_empty() || value.flag == here.say("counted-by-site") { String::new() } else { format!(" ({})", value.flag) };
    format!("{}{flag}", here.phrase(value))
}

/// What there is no number for: "kế hoạch: chưa giao".
fn missing(here: &Here<'_>, what: &str, value: &str) -> String {
    here.with("kit-missing", &[("what", what), ("value", value)])
}

/// An address as people read it.
fn without_scheme(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("http://")
}
