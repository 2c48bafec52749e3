//! Open data: every figure as CSV and JSON, for one place and for the whole site.
//!
//! Invariant: the same figures as on the pages, unrounded where they were stated; decimals with a dot;
//! a missing value is an empty value with its state, never 0.
//!
//! May use: model, figures, pages, i18n; crates csv, serde_json, rust_decimal.

pub mod sitemap;

use serde_json::{Map, Value, json};

use crate::figures::{About, FigureIx, Origin, SheetFigures, What};
use crate::model::{Hedge, Quantity, Record, Sheet, SourceRef, Standing, Subject, Unit};
use crate::pages::list::COLUMNS;

/// Rows of the data files for some sheets, one value for each of `COLUMNS`.
pub fn rows<'f>(record: &Record, sheets: impl Iterator<Item = &'f SheetFigures>) -> Vec<[String; COLUMNS.len()]> {
    let mut rows = Vec::new();
    for figures in sheets {
        let Some(sheet) = record.sheets.get(&(figures.area, figures.period)) else { continue };
        rows.extend((0..figures.figures.len() as FigureIx).map(|ix| row(record, figures, sheet, ix)));
    }
    rows
}

fn row(record: &Record, figures: &SheetFigures, sheet: &Sheet, ix: FigureIx) -> [String; COLUMNS.len()] {
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
        (Unit::Bare, About::Subject(Subject::Indicator(ix, _)), What::Measure(_)) => record.indicator(*ix).unit.get("").to_owned(),
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
        hedge(reading.hedge).to_owned(),
        if reading.missing().is_some() { String::new() } else { standing(reading.standing).to_owned() },
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

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Actual => "actual",
        Standing::Estimate => "estimate",
        Standing::Forecast => "forecast",
        Standing::Aspired => "aspired",
        Standing::Provisional => "provisional",
    }
}

/// CSV by RFC 4180 with a byte order mark, for machines and for spreadsheets that look for one.
pub fn csv(rows: &[[String; COLUMNS.len()]]) -> Vec<u8> {
    let mut out = b"\xef\xbb\xbf".to_vec();
    {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
        // Writing to a Vec cannot fail; a spreadsheet must not take a text for a formula.
        let _ = writer.write_record(COLUMNS);
        for row in rows {
            let _ = writer.write_record(row.iter().enumerate().map(|(at, text)| guarded(COLUMNS[at], text)));
        }
        let _ = writer.flush();
    }
    out
}

/// A text that begins like a formula gets an apostrophe; numbers stay as they are.
fn guarded(column: &str, text: &str) -> String {
    let formula = text.starts_with(['=', '+', '@', '\t', '\r']) || (text.starts_with('-') && !matches!(column, "value" | "value_high" | "whole"));
    if formula { format!("'{text}") } else { text.to_owned() }
}

/// JSON: one object a figure, empty fields left out, numbers as strings so that every digit survives.
pub fn json(title: &str, licence: &str, rows: &[[String; COLUMNS.len()]]) -> Vec<u8> {
    let mut out = Vec::with_capacity(rows.len() * 320 + 200);
    let head = json!({"title": title, "licence": licence, "numbers": "decimal strings"}).to_string();
    out.extend_from_slice(head.trim_end_matches('}').as_bytes());
    out.extend_from_slice(b",\"figures\":[");
    for (at, row) in rows.iter().enumerate() {
        let object: Map<String, Value> =
            COLUMNS.iter().zip(row).filter(|(_, text)| !text.is_empty()).map(|(name, text)| ((*name).to_owned(), value_of(name, text))).collect();
        out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        out.extend_from_slice(Value::Object(object).to_string().as_bytes());
    }
    out.extend_from_slice(b"\n]}\n");
    out
}

fn value_of(name: &str, text: &str) -> Value {
    if name == "inputs" { Value::Array(text.split(' ').map(|t| Value::String(t.to_owned())).collect()) } else { Value::String(text.to_owned()) }
}

