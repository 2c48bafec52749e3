//! The book of corrections for machines.
//!
//! Invariant: the same entries as on the page of corrections; values as releases write them, their unit beside them.
//!
//! May use: model, history; crates serde_json.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::history::{History, canon};
use crate::model::{Record, Text};

/// JSON: one object an entry on one line, in the order written; what is absent is left out.
pub fn json(out: &mut dyn Write, title: &str, record: &Record, history: &History) -> io::Result<()> {
    let releases: Vec<Value> = history.releases.iter().map(|r| json!({"label": r.label, "date": r.date.to_string(), "figures": r.figures()})).collect();
    let head = json!({"title": title, "releases": releases}).to_string();
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

/// Words written once as a string, else by language.
fn words(text: &Text) -> Value {
    match text.versions.as_slice() {
        [(tag, words)] if tag.is_empty() => json!(words),
        all => all.iter().map(|(tag, words)| (tag.clone(), json!(words))).collect::<Map<String, Value>>().into(),
    }
}
