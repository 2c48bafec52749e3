//! Texts with live figures set into them: tables, bars and charts, drawn with the components of all other pages.
//!
//! Invariant: a chart has its numbers beside its bars and as a table; what is missing is a word and no bar.
//!
//! May use: bound, figures, markdown, model, values; crates rust_decimal.

use rust_decimal::Decimal;

use super::Here;
use super::contents;
use super::report::Resolver;
use super::say::svg;
use super::table::{RowName, cell};
use super::views::{Chart, ChartRow, Column, Link, ProgressView, Row, Table, TextPart};
use crate::bound::blocks::{self, Shows};
use crate::figures::{FigureIx, MoneyLine, SheetFigures, Standpoint};
use crate::markdown::{self, Part};
use crate::model::{Measure, MoneyUnit, ProgrammeIx, Unit};
use crate::values;

/// The text of a file in the pieces it is read in, and links to its parts.
pub fn text(file: &str, resolver: &Resolver<'_>, from: &Standpoint<'_>) -> (Vec<TextPart>, Vec<Link>) {
    let here = resolver.here;
    let Some(text) = (here.site.prose)(file) else { return (Vec::new(), Vec::new()) };
    let callouts = markdown::CALLOUTS.map(|(kind, _)| here.say(&format!("callout-{kind}")));
    let words = markdown::Words { illustration: &here.say("illustration"), table: &here.say("table"), callouts: callouts.each_ref().map(String::as_str) };
    let markdown::Text { parts, headings } = markdown::html(&text, resolver, words);
    let draw = |(at, part)| match part {
        Part::Html(html) => TextPart { html, ..TextPart::default() },
        // A block that leads nowhere stops the build before anything is drawn.
        Part::Block { kind, address, caption } => here.block(kind, &address, &caption, from, at).unwrap_or_default(),
    };
    let parts = parts.into_iter().enumerate().map(draw).collect();
    (parts, headings.into_iter().map(|(id, words)| contents::part(&id, words)).collect())
}

impl Here<'_> {
    fn block(&self, kind: &str, address: &str, caption: &str, from: &Standpoint<'_>, at: usize) -> Option<TextPart> {
        let block = blocks::find(kind, address, from, self.site.record, self.site.figures)?;
        let figures = block.figures;
        let record = self.site.record;
        let tables = |all: Vec<Table>| TextPart { tables: self.set_into_text(all, caption, at), ..TextPart::default() };
        let indicators = |programme: Option<ProgrammeIx>| {
            let mine = |l: &crate::figures::IndicatorLine| programme.is_none_or(|ix| record.indicator(l.indicator).programme == ix);
            [self.indicator_table(figures, mine), self.statement_table(figures, mine)]
        };
        Some(match block.shows {
            Shows::Budget => tables(vec![self.money_table(figures, |_| true)]),
            Shows::Indicators => tables(indicators(None).into()),
            Shows::Criteria => tables(self.criteria_tables(figures)),
            Shows::Programme(ix) => {
                let mut all = vec![self.money_table(figures, |line| line.axes.programme == ix)];
                all.extend(indicators(Some(ix)));
                tables(all)
            }
            Shows::Line(line) => {
                let row = self.money_row(figures, figures.money.get(line)?, RowName::Programme);
                TextPart { progress: Some(self.progress(figures, row, 2, caption)), ..TextPart::default() }
            }
            Shows::Indicator(line) => {
                let row = self.indicator_row(figures, figures.indicators.get(line)?, RowName::Programme);
                TextPart { progress: Some(self.progress(figures, row, 2, caption)), ..TextPart::default() }
            }
            Shows::Lines(programme) => TextPart { chart: Some(self.lines_chart(figures, programme, caption, at)), ..TextPart::default() },
            Shows::Series(all) => TextPart { chart: Some(self.series_chart(figures, &all, caption, at)), ..TextPart::default() },
        })
    }

    /// Tables inside a text: the writer's words begin the caption, and the prose around names the source.
    fn set_into_text(&self, mut tables: Vec<Table>, caption: &str, at: usize) -> Vec<Table> {
        tables.retain(|table| !table.rows.is_empty());
        for (part, table) in tables.iter_mut().enumerate() {
            table.id = format!("so-lieu-{at}-{part}");
            table.title = String::new();
            table.sources = Vec::new();
            table.caption = begun_with(caption, &table.caption);
        }
        tables
    }

    /// The row of a table as a bar of its own: the rate is the cell at `rate`.
    fn progress(&self, figures: &SheetFigures, row: Row, rate: usize, caption: &str) -> ProgressView {
        let place = format!("{}, {}", self.area_name(figures.area), self.language.period(figures.period));
        let mut cells = row.cells.into_iter();
        let value = cells.nth(rate).and_then(|cell| cell.value).unwrap_or_default();
        let standing = cells.next().and_then(|cell| cell.standing);
        let detail = if row.detail.is_empty() { place } else { format!("{} · {place}", row.detail) };
        ProgressView { caption: caption.to_owned(), name: row.name, detail, bar: row.bar, value, standing, notes: row.notes }
    }

    /// Disbursed beside planned, line by line.
    fn lines_chart(&self, figures: &SheetFigures, programme: Option<ProgrammeIx>, caption: &str, at: usize) -> Chart {
        let mine = |line: &MoneyLine| programme.is_none_or(|ix| line.axes.programme == ix);
        let lines: Vec<&MoneyLine> = figures.money.iter().filter(|line| mine(line)).collect();
        let amount = |ix: Option<FigureIx>| ix.and_then(|ix| self.amount(figures, ix));
        let drawn: Vec<(Option<Decimal>, Option<Decimal>)> =
            lines.iter().map(|line| (amount(line.newest(Measure::Disbursed)), amount(line.denominator.map(|(ix, _)| ix)))).collect();
        let most = drawn.iter().flat_map(|(a, b)| [*a, *b]).flatten().max().unwrap_or_default();
        let rows = lines.iter().zip(&drawn).map(|(line, (done, plan))| {
            let row = self.money_row(figures, line, RowName::Programme);
            let mut cells = row.cells.into_iter().filter_map(|cell| cell.value);
            let (planned, value) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            // Where nothing could be disbursed because nothing was assigned, that is what is to be said.
            let value = if line.newest(Measure::Disbursed).is_none() && planned.kind == "missing" { planned } else { value };
            ChartRow { name: row.name, detail: row.detail, value, width: share(*done, most), plan: share(*plan, most) }
        });
        let rows: Vec<ChartRow> = rows.collect();
        let mut table = self.money_table(figures, mine);
        let detail = table.caption.clone();
        table.rows.iter_mut().for_each(|row| row.bar = None);
        self.chart(at, caption, detail, rows, table)
    }

    /// One measure on several days.
    fn series_chart(&self, figures: &SheetFigures, all: &[FigureIx], caption: &str, at: usize) -> Chart {
        let drawn: Vec<Option<Decimal>> = all.iter().map(|ix| self.amount(figures, *ix)).collect();
        // A rate is drawn on the scale of its whole.
        let rates = all.iter().all(|ix| figures.reading(self.sheet(figures), *ix).unit == Unit::Percent);
        let whole = if rates { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
        let most = drawn.iter().copied().flatten().fold(whole, Decimal::max);
        let day = |ix: FigureIx| figures.figure(ix).as_of.map_or_else(|| self.language.period(figures.period), |day| self.date(day));
        let row = |(ix, amount): (&FigureIx, &Option<Decimal>)| ChartRow {
            name: Link { text: day(*ix), ..Link::default() },
            value: self.value(figures, *ix),
            width: share(*amount, most),
            ..ChartRow::default()
        };
        let rows = all.iter().zip(&drawn).map(row).collect();
        let title = all.last().map_or_else(String::new, |ix| self.figure_title(figures, *ix));
        let table = Table {
            kind: "record".to_owned(),
            caption: title.clone(),
            columns: vec![Column { name: self.say("column-date"), numeric: false }, Column { name: self.say("column-value"), numeric: true }],
            rows: all
                .iter()
                .map(|ix| Row { name: Link { text: day(*ix), ..Link::default() }, cells: vec![cell(self.value(figures, *ix))], ..Row::default() })
                .collect(),
            ..Table::default()
        };
        self.chart(at, caption, title, rows, table)
    }

    /// The writer's words above, place and day below them; without words of the writer, place and day alone.
    fn chart(&self, at: usize, words: &str, detail: String, rows: Vec<ChartRow>, mut table: Table) -> Chart {
        table.id = format!("so-lieu-{at}");
        table.title = String::new();
        table.sources = Vec::new();
        let (caption, detail) = if words.is_empty() { (detail, String::new()) } else { (words.to_owned(), detail) };
        Chart { caption, detail, plans: rows.iter().any(|row| !row.plan.is_empty()), rows, table }
    }

    /// A number that can be drawn on one scale with others: money in dong.
    pub(super) fn amount(&self, figures: &SheetFigures, ix: FigureIx) -> Option<Decimal> {
        let reading = figures.reading(self.sheet(figures), ix);
        let number = reading.number()?;
        let number = match reading.unit {
            Unit::Money(unit) => values::in_unit(number, unit, MoneyUnit::Dong)?,
            _ => number,
        };
        (!number.0.is_sign_negative() || number.0.is_zero()).then_some(number.0)
    }
}

/// A caption that begins with the writer's words.
fn begun_with(words: &str, caption: &str) -> String {
    match (words.is_empty(), caption.is_empty()) {
        (true, _) => caption.to_owned(),
        (_, true) => words.to_owned(),
        _ if words.ends_with(['.', '!', '?', ':', ';', '…']) => format!("{words} {caption}"),
        _ => format!("{words}. {caption}"),
    }
}

/// A width in percent of the widest bar.
fn share(amount: Option<Decimal>, most: Decimal) -> String {
    match amount {
        Some(amount) if most.is_zero() => svg(amount),
        Some(amount) => amount.checked_mul(Decimal::ONE_HUNDRED).and_then(|n| n.checked_div(most)).map(svg).unwrap_or_default(),
        None => String::new(),
    }
}
