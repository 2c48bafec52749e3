//! The book of corrections: what was published wrongly, what is said since, and why.
//!
//! Invariant: an entry with something left out is still an entry; what is missing is told by `history`, which
//! knows what could be filled in.
//!
//! May use: diag, tree, model; crates serde.

use serde::{Deserialize, Serialize};

use super::Manner;
use super::common::{self, choice_at, date_at, groups_at, id_at, sample_at, text_at};
use super::fields::report::CORRECTIONS;
use crate::diag::{At, Spot};
use crate::model::{AsOf, CorrectionKind, Text};
use crate::tree::{Desk, Fields, Kind as Shape, Node};

/// The book, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenBook {
    /// Its entries.
    pub entries: Vec<WrittenCorrection>,
    /// Where it says that it is a sample.
    pub sample: Option<Spot>,
}

/// One entry, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenCorrection {
    /// Where it begins.
    pub spot: Spot,
    /// The figure's address.
    pub figure: Option<At<String>>,
    /// The report whose words were put right.
    pub report: Option<At<String>>,
    /// Error or better knowledge.
    pub kind: CorrectionKind,
    /// The release it corrects.
    pub release: Option<At<String>>,
    /// What was said.
    pub before: Option<At<String>>,
    /// What is said since.
    pub after: Option<At<String>>,
    /// What was put right in words.
    pub what: Option<Text>,
    /// Why.
    pub why: Option<Text>,
    /// The document it rests on.
    pub document: Option<At<String>>,
    /// The day it was made.
    pub date: Option<AsOf>,
}

/// Reads `corrections.yaml`.
pub fn corrections(root: &Node<'_>, manner: &Manner, desk: &mut Desk) -> Option<WrittenBook> {
    let book = desk.fields(root, &CORRECTIONS)?;
    let mut entries = Vec::new();
    for fields in groups_at(desk, &book, "corrections") {
        // A kind that cannot be read has been told of; the entry still counts.
        let kind = choice_at(desk, &fields, "kind", &CorrectionKind::ALL).unwrap_or(CorrectionKind::Correction);
        entries.push(WrittenCorrection {
            spot: fields.spot,
            figure: fields.text(desk, "figure"),
            report: id_at(desk, &fields, "report"),
            kind,
            release: fields.text(desk, "release"),
            before: value(desk, &fields, "before", manner),
            after: value(desk, &fields, "after", manner),
            what: text_at(desk, &fields, "what", manner),
            why: text_at(desk, &fields, "why", manner).filter(|why| !why.get("").is_empty()),
            document: id_at(desk, &fields, "document"),
            date: date_at(desk, &fields, "date"),
        });
    }
    Some(WrittenBook { entries, sample: sample_at(desk, &book) })
}

/// A value as typed; of one written in several languages the first.
fn value(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, manner: &Manner) -> Option<At<String>> {
    let node = fields.get(key)?;
    match node.kind {
        Shape::Map(_) => common::text(desk, node, manner).map(|text| At { value: text.get("").to_owned(), spot: node.spot }),
        _ => desk.text(node),
    }
}
