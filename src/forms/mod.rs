//! The workbook an officer fills in: made from the files of a site, and read back into changes of them.
//!
//! A form has one row for each line of the plan and the results of an area and a period. What is blank in it says
//! nothing, what is as it was changes nothing, and what was changed becomes an edit of exactly one value.
//! Invariant: nothing is guessed; a cell that cannot be understood is told by its name and stops all changes.
//!
//! May use: diag, i18n, mend, model, values, workbook, parse, tree, source; crates rust_decimal.

pub mod ahead;
pub mod blank;
pub mod changes;
pub mod fields;
pub mod filled;
pub mod foreign;
mod lines;
mod numbers;
pub mod paper;
pub mod problems;
mod removal;
pub mod rows;
pub mod site;

pub use paper::{DayAt, Paper, Subject};
pub use rows::{Row, rows};

/// The version of the form; a form of another version is refused.
pub const VERSION: &str = "1";

pub use changes::{Change, Known, Outcome};
pub use filled::Filled;
