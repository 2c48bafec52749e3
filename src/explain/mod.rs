//! What each problem means, told at length: why it matters, a wrong and a right example, how to mend it.
//!
//! Invariant: every problem of every room has one explanation, with words in both languages, and there is no
//! explanation of a problem that is not there. The examples are played: a wrong one brings up just this problem, the
//! right one does not.
//!
//! May use: diag, assemble, bound, config, forms, history, i18n, markdown, pages, parse, pipeline, reconcile, source, theme, tree, values, weigh, mend, letters, host, pictures.

use crate::diag::{Code, Severity, nearest};

pub mod codes;
pub mod print;
mod words;

/// One sentence in Vietnamese and in English.
pub type Words = (&'static str, &'static str);

/// A problem explained.
#[derive(Debug)]
pub struct Explanation {
    /// The permanent name of the problem.
    pub name: &'static str,
    /// How much it weighs when it is noticed.
    pub weight: Severity,
    /// What it is called.
    pub title: Words,
    /// What it means.
    pub what: Words,
    /// Why it matters.
    pub why: Words,
    /// How to mend it.
    pub fix: Words,
    /// What is typed wrong, and right.
    pub example: Example,
}

/// Something typed wrong, and the same typed right.
#[derive(Debug)]
pub struct Example {
    /// The file it stands in; empty where the example is about files as such.
    pub file: &'static str,
    /// As it should not be.
    pub wrong: &'static str,
    /// As it should be.
    pub right: &'static str,
    /// How the example is tried on a site.
    pub tried: Tried,
}

/// How an example is tried on a real site, so that it cannot become untrue.
#[derive(Debug)]
pub enum Tried {
    /// The wrong text stands in a case of `tests/problems`; the right one takes its place there.
    Case(&'static str),
    /// The right text stands in such a case, of which nothing is told; the wrong one takes its place there.
    Sound(&'static str),
    /// Both texts are, one after the other, the text of a report of the smallest site.
    Report,
    /// Both take the place of this text in the file of the smallest site.
    InPlaceOf(&'static str),
    /// The wrong file of a case is renamed.
    Renamed(&'static str),
    /// The case lacks this file; the right text is what it says.
    Added(&'static str, &'static str),
    /// It cannot be laid into a site of plain files, for this reason.
    Not(&'static str),
}

/// Why the example of a form is not played on a site; `tests/forms` plays it in a workbook.
pub const IN_A_WORKBOOK: &str = "it is about the cells of a workbook, which `tests/it/forms.rs` fills in";

/// Finds a problem by its number (`MB0102`, `mb0102`, `102`) or its permanent name.
pub fn find(typed: &str) -> Option<&'static Code> {
    let typed = nearest::fold(typed.trim()).replace(['_', ' '], "-");
    let digits = typed.strip_prefix("mb").unwrap_or(&typed).trim_start_matches('-');
    let number = (!digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| format!("MB{digits:0>4}"));
    codes::all().into_iter().find(|code| Some(code.number) == number.as_deref() || code.name == typed)
}

/// The problem whose number or name is most like what was typed.
pub fn near(typed: &str) -> Option<&'static Code> {
    let typed = typed.trim();
    let all = codes::all();
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let like = if digits.is_empty() {
        nearest::nearest(typed, all.iter().map(|code| code.name))
    } else {
        nearest::nearest(&format!("MB{digits:0>4}"), all.iter().map(|code| code.number))
    };
    all.iter().find(|code| like.is_some_and(|like| like == code.name || like == code.number)).copied()
}

/// What is known of a problem.
pub fn of(code: &Code) -> Option<&'static Explanation> {
    all().find(|explanation| explanation.name == code.name)
}

/// Every explanation.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    words::ALL.iter().flat_map(|group| group.iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_found_as_people_type_it() {
        let number = |typed: &str| find(typed).map(|code| code.number);
        for typed in ["MB0102", "mb0102", " Mb0102 ", "102", "0102", "MB102", "number-of-other-style", "Number_of other style"] {
            assert_eq!(number(typed), Some("MB0102"), "{typed}");
        }
        assert_eq!(number("1"), Some("MB0001"));
        for typed in ["", "MB", "MB0000", "99999", "so-sai"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_mistyped_problem_has_one_most_like_it() {
        let likest = |typed: &str| near(typed).map(|code| code.number);
        assert_eq!(likest("number-of-other-stile"), Some("MB0102"));
        assert_eq!(likest("MB0120"), Some("MB0102"));
        assert_eq!(likest("xyz"), None);
    }
}
