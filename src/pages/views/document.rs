//! Pages of the documents the figures rest on.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::{Line, Links};
use super::report::Card;
use super::table::Table;

/// `documents.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Documents {
    /// One sentence.
    pub summary: String,
    /// Documents.
    pub table: Table,
}

/// `document.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentPage {
    /// Number, kind, issuer, date, address, file.
    pub lines: Vec<Line>,
    /// A remark; empty for none.
    pub note: String,
    /// Programmes, plans and sets that rest on it.
    pub uses: Links,
    /// Reports that cite it.
    pub reports: Vec<Card>,
}
