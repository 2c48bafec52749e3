//! Pages of works that are built.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Line;
use super::table::Table;
use super::text::PictureView;

/// `works.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Works {
    /// One sentence.
    pub summary: String,
    /// Works.
    pub table: Table,
}

/// `work.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct WorkPage {
    /// State and dates in one sentence.
    pub summary: String,
    /// Place, owner, contractor, supervisor, contact, programme.
    pub lines: Vec<Line>,
    /// Physical and financial progress, apart.
    pub progress: Table,
    /// Steps.
    pub milestones: Vec<Line>,
    /// Pictures.
    pub pictures: Vec<PictureView>,
    /// A remark; empty for none.
    pub note: String,
}
