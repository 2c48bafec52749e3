//! The texts of new files: what was asked for, filled in, and above each field a comment on what it is.
//!
//! Chosen: comments are the words of the tables readers read by. Refused: templates with comments of their own, because
//! they would say something else one day than the schema and the reader.
//! Invariant: what is written here is read back without a problem, whatever words it was given.
//!
//! May use: diag, forms, mend, model, parse, schema, tree, source; crates unicode-normalization.

use unicode_normalization::UnicodeNormalization;

use crate::diag::{Said, Tongue};

mod commented;
mod habits;
pub mod id;
pub mod indicator;
pub mod period;
mod settings;
pub mod site;
#[cfg(test)]
mod tests;
mod things;

pub use habits::Habits;
pub use things::{Area, Document, Programme, Report, Work, area, document, programme, report, work};

/// A file that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Where it goes, relative to the site folder, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Words as they are put into a file: on one line, with accents as files have them, and nothing a terminal would obey.
pub fn plain(typed: &str) -> String {
    let visible: String = typed.nfc().map(|c| if c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One of two wordings, in the language of a file's comments.
fn said(tongue: Tongue, vi: &str, en: &str) -> String {
    Said::new(vi, en).in_tongue(tongue).to_owned()
}
