//! Problems as the commands by which GitHub puts remarks beside the lines of a change.
//!
//! Invariant: a problem is one line, and nothing an author typed can end it, begin another or add a property.
//!
//! May use: nothing.

use super::print::{plain, visible};
use super::{Problem, Severity, Tongue};

/// All problems, in the order given. `folder` leads from where the command was typed to the site.
pub fn all(problems: &[Problem], folder: &str, tongue: Tongue) -> String {
    problems.iter().map(|problem| one(problem, folder, tongue) + "\n").collect()
}

fn one(problem: &Problem, folder: &str, tongue: Tongue) -> String {
    let word = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let mut properties = Vec::new();
    if let Some(place) = &problem.place {
        let file: String = folder.chars().chain(place.file.chars()).collect();
        properties.push(format!("file={}", property(&file)));
        if place.spot.line > 0 {
            let column = place.spot.column.max(1);
            properties.push(format!("line={},col={column},endColumn={}", place.spot.line, column + place.spot.width.max(1)));
        }
    }
    properties.push(format!("title={} {}", problem.code.number, problem.code.name));
    let (why, fix) = if tongue == Tongue::Vi { ("Vì sao", "Cách sửa") } else { ("Why", "To fix") };
    let text =
        format!("{}\n{why}: {}\n{fix}: {}", plain(problem.what.in_tongue(tongue)), plain(problem.why.in_tongue(tongue)), plain(problem.fix.in_tongue(tongue)));
    format!("::{word} {}::{}", properties.join(","), data(&text))
}

/// A text after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    let shown: String = text.chars().map(visible).collect();
    data(&shown).replace(':', "%3A").replace(',', "%2C")
}
