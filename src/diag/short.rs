//! One line a problem, as editors and `grep` like it: place, weight, code, what, and what to do.
//!
//! Invariant: a problem is one line whatever an author typed, and none is left out.
//!
//! May use: nothing.

use super::print::{plain, visible};
use super::{Place, Problem, Severity, Tongue};

/// All problems, in the order given. `folder` leads from where the command was typed to the site.
pub fn all(problems: &[Problem], folder: &str, tongue: Tongue) -> String {
    problems.iter().map(|problem| one(problem, folder, tongue) + "\n").collect()
}

fn one(problem: &Problem, folder: &str, tongue: Tongue) -> String {
    let word = match (problem.severity, tongue) {
        (Severity::Error, Tongue::Vi) => "lỗi",
        (Severity::Warning, Tongue::Vi) => "cảnh báo",
        (Severity::Notice, Tongue::Vi) => "ghi chú",
        (Severity::Error, Tongue::En) => "error",
        (Severity::Warning, Tongue::En) => "warning",
        (Severity::Notice, Tongue::En) => "note",
    };
    let place = problem.place.as_ref().map_or_else(String::new, |place| place_of(place, folder) + ": ");
    let (what, fix) = (plain(problem.what.in_tongue(tongue)), plain(problem.fix.in_tongue(tongue)));
    format!("{place}{word} {}: {what} — {fix}", problem.code.number)
}

fn place_of(place: &Place, folder: &str) -> String {
    let file: String = folder.chars().chain(place.file.chars()).map(visible).collect();
    match place.spot.line {
        0 => file,
        line => format!("{file}:{line}:{}", place.spot.column.max(1)),
    }
}
