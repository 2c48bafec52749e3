//! What a check of the site as it would be says of the changes of a form: each problem with the cell it comes from.
//!
//! Invariant: a problem on a changed line is told of its cell; no problem is lost.
//!
//! May use: diag, mend, workbook.

use std::collections::HashMap;

use super::changes::Outcome;
use crate::diag::Problem;
use crate::mend::yaml;
use crate::workbook::Spot;

/// What asks for a correction and does not stop a change: the correction is written when the new number stands in its file.
const PUBLISHED: [&str; 2] = ["published-figure-changed", "counted-figure-changed"];

/// Whether a problem only asks for a correction of something published.
pub fn asks_for_correction(problem: &Problem) -> bool {
    PUBLISHED.contains(&problem.code.name)
}

/// The problems of the site as it would be, each with the cell whose line it stands on, where it is one.
pub fn told(outcome: &Outcome, problems: Vec<Problem>) -> Vec<(Option<Spot>, Problem)> {
    let mut by_line: HashMap<(&str, u32), Spot> = HashMap::new();
    for change in &outcome.changes {
        let file = outcome.files.iter().find(|file| file.path == change.file);
        if let Some(line) = file.and_then(|file| yaml::line(&file.after, &change.path)) {
            by_line.insert((change.file.as_str(), line), change.spot);
        }
    }
    let with_spot = |problem: Problem| {
        let problem = if asks_for_correction(&problem) { problem.as_warning() } else { problem };
        let spot = problem.place.as_ref().and_then(|place| by_line.get(&(&*place.file, place.spot.line)).copied());
        (spot, problem)
    };
    problems.into_iter().map(with_spot).collect()
}
