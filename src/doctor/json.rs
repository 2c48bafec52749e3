//! A report as one JSON document, for programs.
//!
//! May use: diag; crates serde_json.

use serde_json::{Value, json};

use super::{Finding, Report, State};
use crate::diag::{Said, json};

/// The version of the document; raised when a field changes its meaning or goes.
pub const VERSION: u32 = 1;

/// The whole report.
pub fn all(report: &Report) -> String {
    json::text(&json!({
        "format": "minhbach-doctor",
        "version": VERSION,
        "program": env!("CARGO_PKG_VERSION"),
        "summary": { "in_the_way": report.count(State::InTheWay), "remarks": report.count(State::Remark), "sound": report.is_sound() },
        "findings": report.findings.iter().map(one).collect::<Vec<_>>(),
    }))
}

fn one(finding: &Finding) -> Value {
    let said = |said: &Said| json!({ "vi": said.vi, "en": said.en });
    json!({
        "name": finding.name,
        "state": match finding.state {
            State::Fine => "fine",
            State::Remark => "remark",
            State::InTheWay => "in-the-way",
        },
        "what": said(&finding.what),
        "fix": finding.fix.as_ref().map(said),
    })
}
