//! Pages about the figures themselves: their files, the rules they follow, what was put right.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::{Line, Link, Links};
use super::passport::HistoryLine;
use super::table::Table;
use super::text::TextPart;
use super::value::{Bar, StandingView};

/// `data.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// One sentence: how many figures.
    pub summary: String,
    /// Files for the whole site.
    pub downloads: Links,
    /// Files by place.
    pub by_place: Table,
    /// Columns of the files.
    pub dictionary: Table,
    /// On what terms the figures may be used again; empty for none.
    pub licence: String,
    /// A sentence to cite them by.
    pub cite: String,
}

/// `method.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Method {
    /// Its parts, each a link to its heading.
    pub contents: Vec<Link>,
    /// Prose of the site, as safe HTML; empty for none.
    pub body: Vec<TextPart>,
    /// Rules with their thresholds: name and sentence.
    pub rules: Vec<Line>,
    /// Rules by which figures are compared with one another: name and sentence.
    pub checks: Vec<Line>,
    /// Kinds of missing values: word and meaning.
    pub missing: Vec<Line>,
    /// Words that bound a value: word and meaning.
    pub hedges: Vec<Line>,
    /// Standings: word and meaning.
    pub standings: Vec<StandingView>,
    /// The bars: each state with its words.
    pub bars: Vec<Bar>,
}

/// `corrections.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Corrections {
    /// What a correction is here.
    pub intro: String,
    /// Corrections of errors, newest first.
    pub corrections: Vec<HistoryLine>,
    /// Said when there are none.
    pub no_corrections: String,
    /// What a revision is here.
    pub revisions_intro: String,
    /// Revisions by better knowledge, newest first.
    pub revisions: Vec<HistoryLine>,
    /// Said when there are none.
    pub no_revisions: String,
    /// The same for machines: feed and JSON.
    pub machine: Links,
}
