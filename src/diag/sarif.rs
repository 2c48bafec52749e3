//! Problems as SARIF 2.1.0, which hosts of code and editors show beside the lines.
//!
//! Invariant: places are relative addresses, columns count characters, and a rule is told once.
//!
//! May use: nothing; crates serde_json.

use std::fmt::Write;

use serde_json::{Value, json};

use super::print::plain;
use super::{Code, Place, Problem, Severity, Tongue, json};

/// What a kind of problem is called, where somebody has named it.
pub type Titles<'t> = &'t dyn Fn(&Code) -> Option<&'static str>;

/// All problems, in the order given. `folder` leads from where the command was typed to the site.
pub fn all(problems: &[Problem], folder: &str, tongue: Tongue, titles: Titles<'_>) -> String {
    let mut rules: Vec<&Problem> = Vec::new();
    for problem in problems {
        if !rules.iter().any(|known| known.code == problem.code) {
            rules.push(problem);
        }
    }
    rules.sort_by_key(|problem| problem.code.number);
    let results: Vec<Value> = problems.iter().map(|problem| result(problem, &rules, folder, tongue)).collect();
    json::text(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "minhbach",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|problem| rule(problem, tongue, titles)).collect::<Vec<_>>(),
            }},
            "language": if tongue == Tongue::Vi { "vi" } else { "en" },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

/// What is told of a kind of problem: in the words of the first one there is.
fn rule(problem: &Problem, tongue: Tongue, titles: Titles<'_>) -> Value {
    let (what, why) = (plain(problem.what.in_tongue(tongue)), plain(problem.why.in_tongue(tongue)));
    let title = titles(problem.code).map_or_else(|| problem.code.name.replace('-', " "), str::to_owned);
    json!({
        "id": problem.code.number,
        "name": problem.code.name,
        "shortDescription": { "text": title },
        "fullDescription": { "text": what },
        "help": { "text": format!("{why}\n{}\nminhbach explain {}", fix(problem, tongue), problem.code.number) },
        "defaultConfiguration": { "level": level(problem.severity) },
    })
}

fn fix(problem: &Problem, tongue: Tongue) -> String {
    let word = if tongue == Tongue::Vi { "Cách sửa" } else { "To fix" };
    format!("{word}: {}", plain(problem.fix.in_tongue(tongue)))
}

fn result(problem: &Problem, rules: &[&Problem], folder: &str, tongue: Tongue) -> Value {
    let why = if tongue == Tongue::Vi { "Vì sao" } else { "Why" };
    let text = format!("{}\n{why}: {}\n{}", plain(problem.what.in_tongue(tongue)), plain(problem.why.in_tongue(tongue)), fix(problem, tongue));
    json!({
        "ruleId": problem.code.number,
        "ruleIndex": rules.iter().position(|rule| rule.code == problem.code),
        "level": level(problem.severity),
        "message": { "text": text },
        "locations": problem.place.iter().map(|place| location(place, folder)).collect::<Vec<_>>(),
    })
}

fn location(place: &Place, folder: &str) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(folder) + &uri(&place.file) } });
    if place.spot.line > 0 {
        let column = place.spot.column.max(1);
        physical["region"] = json!({ "startLine": place.spot.line, "startColumn": column, "endColumn": column + place.spot.width.max(1) });
    }
    json!({ "physicalLocation": physical })
}

/// A path as a relative address.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte as char);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
