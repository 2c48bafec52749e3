//! Problems as one JSON document, for programs.
//!
//! Invariant: every text is there in both languages and exactly as it is; a sign a terminal would obey is written as its
//! number, which a program reads as the sign.
//!
//! May use: nothing; crates serde_json.

use std::fmt::Write;

use serde_json::{Value, json};

use super::print::visible;
use super::{Problem, Said, Severity};

/// The version of the document; raised when a field changes its meaning or goes.
pub const VERSION: u32 = 1;

/// All problems, in the order given. `stopped` says whether they keep the site from being published.
pub fn all(problems: &[Problem], stopped: bool) -> String {
    let count = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
    text(&json!({
        "format": "minhbach-check",
        "version": VERSION,
        "program": env!("CARGO_PKG_VERSION"),
        "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "notices": count(Severity::Notice),
            "stopped": stopped,
        },
        "problems": problems.iter().map(one).collect::<Vec<_>>(),
    }))
}

fn one(problem: &Problem) -> Value {
    let said = |said: &Said| json!({ "vi": said.vi, "en": said.en });
    let mut value = json!({
        "code": problem.code.number,
        "name": problem.code.name,
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        },
        "what": said(&problem.what),
        "why": said(&problem.why),
        "fix": said(&problem.fix),
    });
    if let Some(place) = &problem.place {
        value["file"] = json!(&*place.file);
        // Line 0 is the file as a whole.
        if place.spot.line > 0 {
            value["line"] = json!(place.spot.line);
            value["column"] = json!(place.spot.column.max(1));
            value["width"] = json!(place.spot.width);
        }
    }
    value
}

/// JSON with every sign visible.
pub fn text(value: &Value) -> String {
    // OK because a tree of texts and numbers always has a JSON form.
    let written = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut out = String::with_capacity(written.len() + 1);
    for letter in written.chars() {
        // A line ending here is the writer's own; one within a text is escaped already.
        if letter == '\n' || visible(letter) == letter {
            out.push(letter);
        } else {
            // Writing to a String cannot fail; each of these signs is one UTF-16 unit.
            let _ = write!(out, "\\u{:04x}", letter as u32);
        }
    }
    out.push('\n');
    out
}
