//! Tables of figures, row by row.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Link;
use super::value::{Bar, Note, StandingView, Value};

/// Column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Heading.
    pub name: String,
    /// Whether its cells are numbers, set to the right.
    pub numeric: bool,
}

/// Cell of a table. Exactly one of the fields is filled.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    /// A value.
    pub value: Option<Value>,
    /// Words.
    pub text: String,
    /// A link.
    pub link: Option<Link>,
    /// A standing.
    pub standing: Option<StandingView>,
}

/// Row of a table: a heading cell, the other cells in the order of the columns, a bar and remarks.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Row {
    /// Heading of the row; `href` is empty where it leads nowhere.
    pub name: Link,
    /// A second line under the heading, such as capital type or group; empty for none.
    pub detail: String,
    /// One cell for every column after the first.
    pub cells: Vec<Cell>,
    /// A bar, drawn under the heading on a phone and beside the rate on a wide screen.
    pub bar: Option<Bar>,
    /// Remarks.
    pub notes: Vec<Note>,
}

/// A table. `record`: stacks on a phone; `matrix`: scrolls sideways with the first column fixed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    /// Id, unique on the page.
    pub id: String,
    /// `record` or `matrix`.
    pub kind: String,
    /// Heading above the table; empty for none.
    pub title: String,
    /// Caption: period, unit and date.
    pub caption: String,
    /// Columns, the heading column first.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Where the figures come from.
    pub sources: Vec<Link>,
    /// Said in place of the table when it has no rows.
    pub empty: String,
}
