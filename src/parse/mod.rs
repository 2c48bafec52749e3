//! What was written: one file into one document, shape checked, every value with its place.
//!
//! Invariant: a document knows no other file; names are still words here and are resolved in `assemble`.
//!
//! May use: diag, tree, values, markdown, model, claims, letters, source; crates serde, jiff.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diag::{Checked, Spot};
use crate::letters;
use crate::tree::{Desk, Node, yaml};
use crate::values::Locale;

pub mod area;
pub mod common;
pub mod correction;
pub mod fields;
pub mod kind;
mod private;
pub mod problems;
pub mod programme;
pub mod report;
pub mod sheet;

pub use area::{WrittenArea, WrittenWork};
pub use correction::{WrittenBook, WrittenCorrection};
pub use kind::Kind;
pub use programme::{WrittenDocument, WrittenProgramme};
pub use report::{WrittenProse, WrittenReport};
pub use sheet::{Entry, Item, ItemSubject, Snapshot, WrittenSheet};

/// What a reader of files needs to know of the site's settings.
#[derive(Clone, Debug)]
pub struct Manner {
    /// How numbers are written unless a file says otherwise.
    pub locale: Locale,
    /// The site's languages, the first one first.
    pub languages: Vec<String>,
}

/// One file, read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Document {
    /// `programmes/<id>.yaml`
    Programme(Box<WrittenProgramme>),
    /// `areas/<id>/area.yaml`
    Area(Box<WrittenArea>),
    /// `areas/<id>/<period>/plan.yaml`, `plan.v2.yaml`, `results.yaml`
    Sheet(Box<WrittenSheet>),
    /// `areas/<id>/works/<id>.yaml`
    Work(Box<WrittenWork>),
    /// `documents/<id>.yaml`
    Paper(Box<WrittenDocument>),
    /// `reports/<year>/<slug>.md`
    Report(Box<WrittenReport>),
    /// `pages/<name>.md`
    Prose(Box<WrittenProse>),
    /// `corrections.yaml`
    Corrections(WrittenBook),
}

impl Document {
    /// Where the file says that it is a sample, if it does.
    pub fn sample(&self) -> Option<Spot> {
        match self {
            Document::Programme(p) => p.sample,
            Document::Area(a) => a.sample,
            Document::Sheet(s) => s.sample,
            Document::Work(w) => w.sample,
            Document::Paper(p) => p.sample,
            Document::Report(r) => r.sample,
            Document::Prose(p) => p.sample,
            Document::Corrections(book) => book.sample,
        }
    }
}

/// Reads one file of `content/`. `path` is relative to the site folder; `kind` says what it is.
pub fn document(file: &Arc<str>, kind: &Kind, text: &str, manner: &Manner) -> Checked<Option<Document>> {
    let (value, desk) = read(file, kind, text, manner);
    Checked { value, problems: desk.problems }
}

/// What is noticed in a file of `content/`, and what its mistyped words were meant to be.
pub fn noticed(file: &Arc<str>, kind: &Kind, text: &str, manner: &Manner) -> Desk {
    read(file, kind, text, manner).1
}

/// One file with everything noticed in it.
pub fn read(file: &Arc<str>, kind: &Kind, text: &str, manner: &Manner) -> (Option<Document>, Desk) {
    let mut desk = Desk::new(file);
    let document = at_desk(kind, text, manner, &mut desk);
    (document, desk)
}

fn at_desk(kind: &Kind, text: &str, manner: &Manner, desk: &mut Desk) -> Option<Document> {
    match kind {
        Kind::Programme { id } | Kind::Area { id } | Kind::Work { id, .. } | Kind::Paper { id } | Kind::Prose { id, .. } => common::name(desk, id),
        Kind::Report { slug, .. } => common::name(desk, slug),
        Kind::Plan { .. } | Kind::Results { .. } | Kind::Corrections | Kind::Release { .. } | Kind::Addresses | Kind::Other => {}
    }
    let document = match kind {
        Kind::Report { .. } => report::report(text, kind, manner, desk).map(|r| Document::Report(Box::new(r))),
        Kind::Prose { .. } => report::prose(text, kind, manner, desk).map(|p| Document::Prose(Box::new(p))),
        _ => yaml::read(text, 1, desk).and_then(|root| from_yaml(&root, kind, manner, desk)),
    };
    desk.problems.extend(private::identity_numbers(text, &desk.file));
    desk.problems.extend(letters::problems::of(text, &desk.file));
    document
}

fn from_yaml(root: &Node<'_>, kind: &Kind, manner: &Manner, desk: &mut Desk) -> Option<Document> {
    match kind {
        Kind::Programme { id } => programme::programme(root, id, manner, desk).map(|p| Document::Programme(Box::new(p))),
        Kind::Area { id } => area::area(root, id, manner, desk).map(|a| Document::Area(Box::new(a))),
        Kind::Plan { area, period, version } => sheet::plan(root, area, period, *version, manner, desk).map(|s| Document::Sheet(Box::new(s))),
        Kind::Results { area, period } => sheet::results(root, area, period, manner, desk).map(|s| Document::Sheet(Box::new(s))),
        Kind::Work { area, id } => area::work(root, area, id, manner, desk).map(|w| Document::Work(Box::new(w))),
        Kind::Paper { id } => programme::paper(root, id, manner, desk).map(|p| Document::Paper(Box::new(p))),
        Kind::Corrections => correction::corrections(root, manner, desk).map(Document::Corrections),
        Kind::Report { .. } | Kind::Prose { .. } | Kind::Release { .. } | Kind::Addresses | Kind::Other => None,
    }
}
