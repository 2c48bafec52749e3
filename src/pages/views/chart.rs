//! Figures drawn: money on its way, lines over the years, bars on one scale.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Link;
use super::table::Table;
use super::value::{Bar, Note, StandingView, Value};

/// The stages of one sum of money on one scale: what was planned, what was assigned of it, what was disbursed.
#[derive(Clone, Debug, Serialize)]
pub struct Stages {
    /// Which line: programme and capital.
    pub name: String,
    /// Stages, the first of the way first.
    pub stages: Vec<Stage>,
}

/// One stage of money.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// `planned`, `assigned`, `allocated` or `disbursed`.
    pub kind: String,
    /// What the stage is called.
    pub name: String,
    /// Its amount.
    pub value: Value,
    /// Its width in percent of the widest stage; empty where the amount is not known.
    pub width: String,
}

/// Small charts on one scale, each with its numbers below it, and all numbers once more as a matrix.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Trend {
    /// Id on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What is shown, and on which scale.
    pub caption: String,
    /// The charts; empty where nothing was told at two times.
    pub charts: Vec<SmallChart>,
    /// Every number: a row for each chart, a column for each year.
    pub table: Table,
}

/// One line over time. Its drawing is 100 wide and 40 high.
#[derive(Clone, Debug, Serialize)]
pub struct SmallChart {
    /// What it is about.
    pub name: Link,
    /// Capital or group; empty for none.
    pub detail: String,
    /// What the drawing says, in a sentence.
    pub statement: String,
    /// The line as an SVG path; it is broken where a year is not known.
    pub line: String,
    /// A dot for every number, as an SVG path.
    pub dots: String,
    /// Height of the line of 100 %; empty where the numbers are no shares.
    pub whole: String,
    /// The numbers: the year and the day, and the value.
    pub points: Vec<SmallPoint>,
}

/// One number of a small chart.
#[derive(Clone, Debug, Serialize)]
pub struct SmallPoint {
    /// Its year.
    pub name: String,
    /// Its number.
    pub value: Value,
}

/// One budget line or indicator as a bar.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProgressView {
    /// What the writer calls it; empty for none.
    pub caption: String,
    /// The line or indicator.
    pub name: Link,
    /// Capital, fund or group, place, period and day.
    pub detail: String,
    /// The bar, whose label is the whole statement; `None` where there is nothing to draw.
    pub bar: Option<Bar>,
    /// What is counted or stated, such as a rate; it leads to its passport.
    pub value: Value,
    /// How it stands.
    pub standing: Option<StandingView>,
    /// Remarks.
    pub notes: Vec<Note>,
}

/// Bars of several numbers on one scale, each with its words, and the same numbers as a table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Chart {
    /// What the writer calls it, else what it shows.
    pub caption: String,
    /// What it shows, place, day and unit, when the caption is the writer's; empty otherwise.
    pub detail: String,
    /// Bars, in reading order.
    pub rows: Vec<ChartRow>,
    /// Whether outlines for the plan are drawn.
    pub plans: bool,
    /// The numbers as a table.
    pub table: Table,
}

/// One bar of a chart.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChartRow {
    /// What it is: a line, or a day.
    pub name: Link,
    /// Capital or fund; empty for none.
    pub detail: String,
    /// Its number.
    pub value: Value,
    /// Width of the bar in percent of the widest; empty when there is no number.
    pub width: String,
    /// Width of the outline for the plan; empty for none.
    pub plan: String,
}
