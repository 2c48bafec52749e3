//! Where a figure comes from, and what became of it.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::{Line, Link};
use super::value::{Note, Value};

/// Proof of one figure: what, where, as of when, printed as, source, formula and inputs.
#[derive(Clone, Debug, Serialize)]
pub struct Passport {
    /// Anchor on the page.
    pub id: String,
    /// A second anchor that stays when a newer figure takes the plain one; empty when they are the same.
    pub permanent: String,
    /// Permanent address of the figure in the site.
    pub address: String,
    /// What it is, in a whole phrase.
    pub title: String,
    /// The value.
    pub value: Value,
    /// Lines: printed as, as of, due by, source, original, document, written in (file and line), counted on.
    pub lines: Vec<Line>,
    /// The rule in one sentence; empty for a value taken over as stated.
    pub rule: String,
    /// The rule with its numbers: `780 ÷ 2.487 = 31,4%`; empty for a stated value.
    pub formula: String,
    /// The figures it is counted from.
    pub inputs: Vec<Link>,
    /// What was counted for earlier days: the day, the calculation, and as `href` the anchor that stays.
    pub earlier: Vec<Line>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// What it said before, oldest first: corrections, revisions, and what it was counted as in earlier releases.
    pub history: Vec<HistoryLine>,
    /// A sentence to cite it by; empty where there are so many passports that the page has one for all.
    pub cite: String,
}

/// A step in the history of a place, a plan or a figure.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryLine {
    /// When; empty when not stated.
    pub date: String,
    /// What it happened to, where that is not what the page is about.
    pub about: Option<Link>,
    /// What happened.
    pub text: String,
    /// The other place; its `href` is empty when it has no page.
    pub place: Option<Link>,
    /// The document.
    pub document: Option<Link>,
    /// A remark; empty for none.
    pub note: String,
}
