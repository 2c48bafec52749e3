//! What was said wrongly and has been put right: corrections of errors, revisions by better knowledge.
//!
//! Invariant: an entry is kept as it was written; whether it agrees with releases and data is judged in `history`.
//!
//! May use: diag; crates serde.

use serde::{Deserialize, Serialize};

use super::names::{DocumentIx, ReportIx, Text};
use super::period::AsOf;
use crate::diag::{At, Place};

/// Why a published figure changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CorrectionKind {
    /// đính chính: it was wrong.
    Correction,
    /// điều chỉnh: it was right for its day and is known better now.
    Revision,
}

impl CorrectionKind {
    /// Both kinds with their permanent names.
    pub const ALL: [(CorrectionKind, &'static str); 2] = [(CorrectionKind::Correction, "correction"), (CorrectionKind::Revision, "revision")];

    /// The permanent name used in files and word lists.
    pub fn name(self) -> &'static str {
        CorrectionKind::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

/// One entry of `corrections.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Where it begins.
    pub place: Place,
    /// The address of the figure, as typed; absent where words of a report were put right.
    pub figure: Option<At<String>>,
    /// The report whose words were put right.
    pub report: Option<ReportIx>,
    /// Error or better knowledge.
    pub kind: CorrectionKind,
    /// The label of the release it corrects, when it names one.
    pub release: Option<At<String>>,
    /// What that release said, as typed.
    pub before: Option<At<String>>,
    /// What is said since, as typed.
    pub after: Option<At<String>>,
    /// What was put right, where it was no figure.
    pub what: Option<Text>,
    /// Why.
    pub why: Option<Text>,
    /// The document it rests on.
    pub document: Option<DocumentIx>,
    /// The day it was made.
    pub date: Option<AsOf>,
}
