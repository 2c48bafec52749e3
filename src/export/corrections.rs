//! The book of corrections for machines.
//!
//! Invariant: the same entries as on the page of corrections; values as releases write them, their unit beside them.
//!
//! May use: model, history, figures; crates serde_json.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::figures::SheetFigures;
use crate::history::{History, Trails, canon, settle};
use crate::model::{Record, Text};

/// JSON: one object an entry on one line, in the order written; what is absent is left out.
pub fn json(out: &mut dyn Write, title: &str, record: &Record, history: &History) -> io::Result<()> {
    let releases: Vec<Value> = history.releases.iter().map(|r| json!({"label": r.label, "date": r.date.to_string(), "figures": r.figures()})).collect();
    let mut head = json!({"title": title, "releases": releases});
    if record.has_sample() {
        head[super::SAMPLE] = json!("true");
    }
    let head = head.to_string();
    // The head stays open for the entries.
    out.write_all(&head.as_bytes()[..head.len() - 1])?;
    out.write_all(b",\"corrections\":[")?;
    let mut before: &[u8] = b"\n";
    for (at, correction) in record.corrections.iter().enumerate() {
        let entry = history.entry(at);
        if entry.is_none() && correction.report.is_none() {
            continue;
        }
        let mut object = Map::new();
        let mut add = |name: &str, value: Option<Value>| drop(value.map(|value| object.insert(name.to_owned(), value)));
        add("kind", Some(json!(correction.kind.name())));
        let of_sample_sheet = |address: &str| {
            let name = settle::sheet_of(address).0;
            record.sheets.values().any(|s| s.sample && format!("{}/{}", record.area(s.area).id, s.period.slug()) == name)
        };
        let is_sample = record.sample_site
            || record.sample_corrections
            || correction.report.is_some_and(|ix| record.report(ix).sample)
            || entry.is_some_and(|entry| of_sample_sheet(&entry.address));
        add(super::SAMPLE, is_sample.then(|| json!("true")));
        add("date", correction.date.map(|date| json!(date.slug())));
        add("figure", entry.map(|entry| json!(entry.address)));
        add("report", correction.report.map(|ix| json!(record.report(ix).id)));
        add("release", entry.and_then(|entry| history.releases.get(entry.release)).map(|release| json!(release.label)));
        // A figure that was not there, or is gone, is null.
        let apart = |value: Option<&String>| value.and_then(|line| canon::apart(line));
        let (old, new) = entry.map_or((None, None), |entry| (apart(entry.before.as_ref()), apart(entry.after.as_ref())));
        let value = |told: &Option<(String, String)>| entry.map(|_| json!(told.as_ref().map(|(value, _)| value)));
        let unit = |told: &Option<(String, String)>| told.as_ref().map(|(_, unit)| unit.clone()).filter(|unit| !unit.is_empty());
        add("before", value(&old));
        add("after", value(&new));
        let (was, is) = (unit(&old), unit(&new));
        if was.is_some() && is.is_some() && was != is {
            add("unit_before", was.map(|unit| json!(unit)));
            add("unit", is.map(|unit| json!(unit)));
        } else {
            add("unit", is.or(was).map(|unit| json!(unit)));
        }
        add("what", correction.what.as_ref().map(words));
        add("why", correction.why.as_ref().map(words));
        add("document", correction.document.map(|ix| json!(record.document(ix).id)));
        out.write_all(before)?;
        before = b",\n";
        serde_json::to_writer(&mut *out, &object)?;
    }
    out.write_all(b"\n]}\n")
}

/// The past of a figure for machines: the release it first stood in, the latest, and every change between.
pub(super) fn past(record: &Record, history: &History, trails: &Trails, figures: &SheetFigures, permanent: &str) -> Value {
    let label = |at: usize| history.releases.get(at).map_or("", |release| release.label.as_str());
    let value = |line: &str| json!(canon::apart(line).map(|(value, _)| value));
    let mut object = Map::new();
    let mut changes = Vec::new();
    let of_sheet = history.sheet((figures.area, figures.period)).map_or(&[][..], |past| &past.entries);
    let entries: Vec<_> = of_sheet.iter().map(|at| &history.entries[*at as usize]).filter(|entry| settle::sheet_of(&entry.address).1 == permanent).collect();
    if let Some((trail, last)) = trails.of(permanent) {
        object.insert("release_first".to_owned(), json!(label(trail.first as usize)));
        object.insert("release_last".to_owned(), json!(label(last as usize)));
        // What an entry tells is not told again.
        let untold = trail.steps.iter().filter(|(at, _, _)| !entries.iter().any(|entry| entry.release + 1 == *at as usize));
        changes.extend(untold.map(|(at, before, after)| json!({"release": label(*at as usize), "before": value(before), "after": value(after)})));
    }
    for entry in entries {
        let correction = &record.corrections[entry.at];
        let told = |line: &Option<String>| line.as_deref().map_or(Value::Null, value);
        changes.push(json!({
            "kind": correction.kind.name(),
            "date": correction.date.map(|date| date.slug()),
            "before": told(&entry.before),
            "after": told(&entry.after),
            "why": correction.why.as_ref().map(words),
        }));
    }
    if !changes.is_empty() {
        object.insert("history".to_owned(), json!(changes));
    }
    object.into()
}

/// Words written once as a string, else by language.
fn words(text: &Text) -> Value {
    match text.versions.as_slice() {
        [(tag, words)] if tag.is_empty() => json!(words),
        all => all.iter().map(|(tag, words)| (tag.clone(), json!(words))).collect::<Map<String, Value>>().into(),
    }
}
