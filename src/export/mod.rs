//! Open data: every figure as CSV and JSON, for one place and for the whole site.
//!
//! Invariant: the same figures as on the pages, unrounded where they were stated; decimals with a dot;
//! a missing value is an empty value with its state, never 0.
//!
//! May use: model, figures, pages, history, workbook; crates csv, serde_json.

pub mod corrections;
pub mod sitemap;

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::figures::{About, FigureIx, Origin, SheetFigures, What};
use crate::history::{self, History, Trails};
use crate::model::{Change, Hedge, Measure, Quantity, Record, Sheet, SourceRef, Standing, Subject, Unit};
use crate::pages::list::COLUMNS;
use crate::workbook::write::{Look, NewCell, NewSheet, NewValue};

/// One value for each of `COLUMNS`.
type DataRow = [String; COLUMNS.len()];

/// Gives every row of the data files for some sheets, one at a time: a country has hundreds of thousands.
fn each_row<'f>(
    record: &Record,
    sheets: impl Iterator<Item = &'f SheetFigures>,
    mut take: impl FnMut(&DataRow, &Proof<'_>) -> io::Result<()>,
) -> io::Result<()> {
    for figures in sheets {
        let Some(sheet) = record.sheets.get(&(figures.area, figures.period)) else { continue };
        for ix in 0..figures.figures.len() as FigureIx {
            take(&row(record, figures, sheet, ix), &Proof { record, figures, sheet, ix })?;
        }
    }
    Ok(())
}

/// What a passport shows beside the row of a figure, for machines.
struct Proof<'p> {
    record: &'p Record,
    figures: &'p SheetFigures,
    sheet: &'p Sheet,
    ix: FigureIx,
}

impl Proof<'_> {
    /// Whether anything the figure rests on is a sample: only a preview has such figures.
    fn is_sample(&self) -> bool {
        let (record, figures) = (self.record, self.figures);
        let programme = match &figures.figure(self.ix).about {
            About::Subject(Subject::Money(axes)) => Some(axes.programme),
            About::Subject(Subject::Indicator(ix, _)) => Some(record.indicator(*ix).programme),
            About::Subject(Subject::Criteria(set)) => Some(record.set(*set).programme),
            About::Total { programme, .. } => *programme,
        };
        let source = figures.fact(self.sheet, self.ix).and_then(|fact| fact.source).is_some_and(|source| match source {
            SourceRef::Report(ix) => record.report(ix).sample,
            SourceRef::Document(ix) => record.document(ix).sample,
        });
        record.sample_site || self.sheet.sample || record.area(figures.area).sample || programme.is_some_and(|ix| record.programme(ix).sample) || source
    }

    fn permanent(&self) -> String {
        self.figures.permanent(self.sheet, self.ix)
    }

    /// Names and texts; empty ones are left out.
    fn fields(&self) -> Vec<(&'static str, String)> {
        let figure = self.figures.figure(self.ix);
        let fact = self.figures.fact(self.sheet, self.ix);
        let base = format!("{}/{}", self.record.area(self.figures.area).id, self.figures.period.slug());
        let words = |text: Option<&crate::model::Text>| text.map_or_else(String::new, |t| t.get("").to_owned());
        let mut fields = vec![
            ("permanent", format!("{base}/{}", self.permanent())),
            ("sample", said(self.is_sample())),
            ("formula", if let Origin::Counted { rule, inputs, .. } = &figure.origin { rule.formula(inputs.len()) } else { String::new() }),
        ];
        if let Some(fact) = fact {
            fields.push(("rate_of", fact.rate_of.map_or_else(String::new, |of| of.name().to_owned())));
            fields.push(("scope", if matches!(fact.reading.quantity, Quantity::Words(_)) { String::new() } else { words(fact.scope.as_deref()) }));
            fields.push(("note", words(fact.note.as_deref())));
            fields.push(("doubt", words(fact.doubt.as_deref())));
            fields.push(("chosen", words(fact.chosen.as_deref())));
            fields.push(("set_aside", said(fact.set_aside)));
            fields.push(("written", format!("{}:{}", fact.place.file, fact.place.spot.line)));
            fields.extend(self.original(fact.source));
        }
        fields.retain(|(_, text)| !text.is_empty());
        fields
    }

    /// The original behind a report, or the number and title of a document.
    fn original(&self, source: Option<SourceRef>) -> Vec<(&'static str, String)> {
        match source {
            Some(SourceRef::Report(ix)) => self.record.report(ix).tellings.first().map_or_else(Vec::new, |telling| {
                let origin = &telling.origin;
                let title = origin.title.as_ref().map_or_else(|| origin.name.clone(), |title| format!("{}: {title}", origin.name));
                vec![("source_title", title), ("source_url", origin.url.clone().unwrap_or_default())]
            }),
            Some(SourceRef::Document(ix)) => {
                let document = self.record.document(ix);
                let title = document.number.as_ref().map_or_else(String::new, |number| format!("{number}: ")) + document.title.get("");
                vec![("source_title", title)]
            }
            None => Vec::new(),
        }
    }
}

/// The column a preview adds where anything of the site is a sample.
const SAMPLE: &str = "sample";

/// Yes is a word, no is nothing.
fn said(yes: bool) -> String {
    if yes { "true".to_owned() } else { String::new() }
}

fn row(record: &Record, figures: &SheetFigures, sheet: &Sheet, ix: FigureIx) -> DataRow {
    let figure = figures.figure(ix);
    let reading = figures.reading(sheet, ix);
    let fact = figures.fact(sheet, ix);
    let base = format!("{}/{}", record.area(figures.area).id, figures.period.slug());
    let mut named = Named::default();
    match &figure.about {
        About::Subject(Subject::Money(axes)) => {
            let programme = record.programme(axes.programme);
            named.programme = programme.id.clone();
            named.component = axes.component.map_or_else(String::new, |c| programme.components[c.at()].id.clone());
            named.capital = axes.capital.map_or("", |c| c.name());
            named.fund = axes.fund.map_or("", |f| f.name());
            named.carried_from = axes.carried_from.map_or_else(String::new, |y| y.to_string());
        }
        About::Subject(Subject::Indicator(ix, group)) => {
            named.indicator = record.indicator(*ix).id.clone();
            named.programme = record.programme(record.indicator(*ix).programme).id.clone();
            named.group = group.clone().unwrap_or_default();
        }
        About::Subject(Subject::Criteria(set)) => named.set = record.set(*set).id.clone(),
        About::Total { programme, capital } => {
            named.programme = programme.map_or_else(|| "all".to_owned(), |p| record.programme(p).id.clone());
            named.capital = capital.map_or("", |c| c.name());
        }
    }
    let measure = match figure.what {
        What::Measure(measure) => measure.name(),
        What::Available => "available",
        What::Progress => "progress",
    };
    let (value, high, whole) = match &reading.quantity {
        Quantity::Exact(n) => (n.0.to_string(), String::new(), String::new()),
        Quantity::Range(a, b) => (a.0.to_string(), b.0.to_string(), String::new()),
        Quantity::Pair { part, whole } => (part.0.to_string(), String::new(), whole.0.to_string()),
        Quantity::NothingYet => ("0".to_owned(), String::new(), String::new()),
        Quantity::Date(date) => (date.slug(), String::new(), String::new()),
        Quantity::Words(words) => (words.clone(), String::new(), String::new()),
        Quantity::Missing(_) => Default::default(),
    };
    let unit = match (&reading.unit, &figure.about, figure.what) {
        (Unit::Percent, _, _) => "percent".to_owned(),
        (Unit::Bare, About::Subject(Subject::Indicator(ix, _)), What::Measure(_)) => match record.indicator(*ix).unit.get("") {
            // One name for one unit: a share that was counted is "percent" too.
            "%" => "percent".to_owned(),
            words => words.to_owned(),
        },
        (Unit::Bare, About::Subject(Subject::Criteria(_)), _) if matches!(reading.quantity, Quantity::Pair { .. } | Quantity::Exact(_)) => {
            "criteria".to_owned()
        }
        (Unit::Money(money), _, _) => money.name().to_owned(),
        (Unit::OtherMoney(words) | Unit::Of(words), _, _) => words.clone(),
        (Unit::PercentagePoint, _, _) => "percentage_point".to_owned(),
        (Unit::Times, _, _) => "times".to_owned(),
        (Unit::Bare, _, _) => String::new(),
    };
    let (rule, inputs) = match &figure.origin {
        Origin::Counted { rule, inputs, .. } => {
            let inputs: Vec<String> = inputs.iter().map(|i| format!("{base}/{}", figures.figure(*i).address)).collect();
            (rule.name().trim_start_matches("rule-").replace('-', "_"), inputs.join(" "))
        }
        Origin::Replaced(_) => ("replaced".to_owned(), String::new()),
        Origin::Stated(_) => (String::new(), String::new()),
    };
    let source = fact.and_then(|f| f.source).map_or_else(String::new, |source| match source {
        SourceRef::Report(ix) => record.report(ix).id.clone(),
        SourceRef::Document(ix) => record.document(ix).id.clone(),
    });
    [
        format!("{base}/{}", figure.address),
        record.area(figures.area).id.clone(),
        record.area(figures.area).name.get("").to_owned(),
        figures.period.slug(),
        named.programme,
        named.component,
        named.capital.to_owned(),
        named.fund.to_owned(),
        named.carried_from,
        named.indicator,
        named.group,
        named.set,
        measure.to_owned(),
        value,
        high,
        whole,
        unit,
        match reading.change {
            Some(Change::Fall) => "fall",
            Some(Change::Rise) => "rise",
            None => "",
        }
        .to_owned(),
        hedge(reading.hedge).to_owned(),
        if reading.missing().is_some() { String::new() } else { standing(figure.what, reading.standing).to_owned() },
        reading.missing().map_or("", |m| m.name()).to_owned(),
        figure.as_of.map_or_else(String::new, |a| a.slug()),
        fact.and_then(|f| f.by).map_or_else(String::new, |b| b.slug()),
        fact.map_or_else(String::new, |f| f.printed.clone().unwrap_or_else(|| f.reading.typed.clone())),
        source,
        rule,
        inputs,
    ]
}

#[derive(Default)]
struct Named {
    programme: String,
    component: String,
    capital: &'static str,
    fund: &'static str,
    carried_from: String,
    indicator: String,
    group: String,
    set: String,
}

fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "",
        Hedge::Over => "over",
        Hedge::Nearly => "nearly",
        Hedge::About => "about",
        Hedge::Under => "under",
        Hedge::AtLeast => "at_least",
    }
}

/// A forecast is one although its words do not say so again; a target that says nothing has not happened.
fn standing(what: What, standing: Standing) -> &'static str {
    match standing {
        Standing::Actual if what == What::Measure(Measure::Forecast) => "forecast",
        Standing::Actual if what == What::Measure(Measure::Target) => "",
        Standing::Actual => "actual",
        Standing::Estimate => "estimate",
        Standing::Forecast => "forecast",
        Standing::Aspired => "aspired",
        Standing::Provisional => "provisional",
    }
}

/// CSV by RFC 4180 with a byte order mark, for machines and for spreadsheets that look for one.
pub fn csv<'f>(out: &mut dyn Write, record: &Record, sheets: impl Iterator<Item = &'f SheetFigures>) -> io::Result<()> {
    out.write_all(b"\xef\xbb\xbf")?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let marked = record.has_sample();
    writer.write_record(COLUMNS.into_iter().chain(marked.then_some(SAMPLE)))?;
    each_row(record, sheets, |row, proof| {
        // A spreadsheet must not take a text for a formula.
        for (at, text) in row.iter().enumerate() {
            writer.write_field(guarded(COLUMNS[at], text).as_bytes())?;
        }
        if marked {
            writer.write_field(said(proof.is_sample()))?;
        }
        Ok(writer.write_record(None::<&[u8]>)?)
    })?;
    writer.flush()
}

/// The same table for people who look at it in a spreadsheet: numbers as numbers, everything else as words.
pub fn sheet<'f>(name: &str, record: &Record, sheets: impl Iterator<Item = &'f SheetFigures>) -> NewSheet {
    let columns = || COLUMNS.into_iter().chain(record.has_sample().then_some(SAMPLE));
    let mut rows: Vec<Vec<NewCell>> = vec![columns().map(|column| NewCell::words(column, Look::Head)).collect()];
    // Taking rows cannot fail.
    let _ = each_row(record, sheets, |row, proof| {
        let mark = said(proof.is_sample());
        rows.push(row.iter().chain([&mark]).zip(columns()).map(|(text, column)| cell(column, text)).collect());
        Ok(())
    });
    let widths = columns().map(|column| if matches!(column, "address" | "printed" | "inputs") { 40 } else { 14 }).collect();
    NewSheet { name: name.to_owned(), widths, rows, frozen: Some((1, 1)), first: true, ..NewSheet::default() }
}

fn cell(column: &str, text: &str) -> NewCell {
    let value = match text.parse() {
        _ if text.is_empty() => NewValue::Blank,
        Ok(number) if matches!(column, "value" | "value_high" | "whole") => NewValue::Number(number),
        _ => NewValue::Words(text.to_owned()),
    };
    NewCell { value, look: Look::Plain }
}

/// A text that begins like a formula gets an apostrophe; numbers stay as they are.
fn guarded<'t>(column: &str, text: &'t str) -> Cow<'t, str> {
    let formula = text.starts_with(['=', '+', '@', '\t', '\r']) || (text.starts_with('-') && !matches!(column, "value" | "value_high" | "whole"));
    if formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What changed since a release, as CSV: one row a figure, values as releases write them.
pub fn changes(release: &str, rows: impl Iterator<Item = [String; 5]>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(["release", "what", "figure", "before", "after", "place"]);
    for [what, figure, before, after, place] in rows {
        let _ = writer.write_record([release, &what, &figure, &guarded("", &before), &guarded("", &after), &place]);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// JSON: one object a figure on one line, empty fields left out, numbers as strings so that every digit survives.
pub fn json<'f>(
    out: &mut dyn Write,
    title: &str,
    licence: &str,
    record: &Record,
    history: &History,
    sheets: impl Iterator<Item = &'f SheetFigures>,
) -> io::Result<()> {
    let mut pasts: Option<(String, Trails)> = None;
    let mut head = json!({"title": title, "licence": licence, "numbers": "decimal strings"});
    if record.has_sample() {
        head[SAMPLE] = json!("true");
    }
    let head = head.to_string();
    out.write_all(head.trim_end_matches('}').as_bytes())?;
    out.write_all(b",\"figures\":[")?;
    let mut before: &[u8] = b"\n{";
    each_row(record, sheets, |row, proof| {
        out.write_all(before)?;
        before = b",\n{";
        let mut comma = "";
        for (name, text) in COLUMNS.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
            // The names of columns need no escaping.
            write!(out, "{comma}\"{name}\":")?;
            comma = ",";
            if *name == "inputs" {
                serde_json::to_writer(&mut *out, &text.split(' ').collect::<Vec<_>>())?;
            } else {
                serde_json::to_writer(&mut *out, text)?;
            }
        }
        for (name, text) in proof.fields() {
            write!(out, "{comma}\"{name}\":")?;
            serde_json::to_writer(&mut *out, &text)?;
        }
        if history.latest().is_some() {
            let name = history::listing::name(record, proof.figures);
            if pasts.as_ref().is_none_or(|(of, _)| *of != name) {
                pasts = Some((name.clone(), history.trails(&name)));
            }
            let past = pasts.as_ref().map_or(Value::Null, |(_, trails)| corrections::past(record, history, trails, proof.figures, &proof.permanent()));
            for (field, value) in past.as_object().into_iter().flatten() {
                write!(out, "{comma}\"{field}\":")?;
                serde_json::to_writer(&mut *out, value)?;
            }
        }
        out.write_all(b"}")
    })?;
    out.write_all(b"\n]}\n")
}
