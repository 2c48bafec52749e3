//! The explanations themselves, a file for each group of problems.
//!
//! Invariant: sentences a person without training in programming understands; what is typed stands in the example.
//!
//! May use: nothing.

use super::{Example, Explanation, Tried};

mod bound;
mod coming;
mod fields;
mod files;
mod history;
mod reports;
mod site;
mod sums;
mod theme;
mod together;
mod values;
mod workbooks;

/// Every explanation, group by group.
pub const ALL: &[&[Explanation]] = &[
    files::WORDS,
    values::WORDS,
    fields::WORDS,
    together::WORDS,
    reports::WORDS,
    site::PAGES,
    history::WORDS,
    theme::WORDS,
    sums::WORDS,
    bound::BOUND,
    bound::FREE,
    site::SETTINGS_WORDS,
    workbooks::WORDS,
    coming::WORDS,
];

/// A file of a case of `tests/problems`.
const fn case(case: &'static str, file: &'static str, wrong: &'static str, right: &'static str) -> Example {
    Example { file, wrong, right, tried: Tried::Case(case) }
}

/// A file of a case of which nothing is told.
const fn sound(case: &'static str, file: &'static str, wrong: &'static str, right: &'static str) -> Example {
    Example { file, wrong, right, tried: Tried::Sound(case) }
}

/// The text of a report.
const fn report(wrong: &'static str, right: &'static str) -> Example {
    Example { file: "content/reports/2024/bai-hai.md", wrong, right, tried: Tried::Report }
}

/// A place of the smallest site.
const fn small(file: &'static str, instead: &'static str, wrong: &'static str, right: &'static str) -> Example {
    Example { file, wrong, right, tried: Tried::InPlaceOf(instead) }
}

/// A file with the wrong name, or in the wrong folder.
const fn renamed(case: &'static str, wrong: &'static str, right: &'static str) -> Example {
    Example { file: "", wrong, right, tried: Tried::Renamed(case) }
}

/// Something that is there without the file it needs.
const fn added(case: &'static str, wrong: &'static str, file: &'static str, right: &'static str) -> Example {
    Example { file: "", wrong, right, tried: Tried::Added(case, file) }
}

/// Something for people to read only, and why.
const fn untried(file: &'static str, wrong: &'static str, right: &'static str, why: &'static str) -> Example {
    Example { file, wrong, right, tried: Tried::Not(why) }
}
