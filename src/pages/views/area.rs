//! Pages of places and of periods.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::chart::{Stages, Trend};
use super::frame::Office;
use super::link::{Link, Links};
use super::passport::{HistoryLine, Passport};
use super::report::Card;
use super::table::Table;
use super::tile::{Tile, TileRow};
use super::value::KeyFigure;

/// Places of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceGroup {
    /// Heading.
    pub title: String,
    /// Places on a map of tiles; empty where none is set on it.
    pub map: Vec<TileRow>,
    /// Places that are not on the map.
    pub tiles: Vec<Tile>,
    /// All of them as a table.
    pub table: Table,
}

/// `areas.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Areas {
    /// One sentence.
    pub summary: String,
    /// Places of one level side by side, for one day of one period.
    pub comparisons: Vec<Table>,
    /// Places by kind.
    pub groups: Vec<PlaceGroup>,
    /// Periods, each with a page of its own.
    pub years: Links,
    /// Links from A to Z for a long list; empty otherwise.
    pub letters: Vec<Link>,
}

/// One period on the page of a place.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodBlock {
    /// Id of the block on the page.
    pub id: String,
    /// Heading: "Năm 2024".
    pub title: String,
    /// The page of the period with every passport.
    pub link: Link,
    /// One sentence.
    pub summary: String,
    /// Money on its way, for lines of which several stages are known.
    pub stages: Vec<Stages>,
    /// Money.
    pub money: Vec<Table>,
    /// Indicators.
    pub indicators: Table,
    /// Criteria.
    pub criteria: Vec<Table>,
}

/// `area.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct AreaPage {
    /// Its parts, each a link to its heading; empty where they are few.
    pub contents: Vec<Link>,
    /// Kind and parent: "Huyện · Lai Châu".
    pub kind: String,
    /// What it is; empty for none.
    pub about: String,
    /// The answer in one or two sentences.
    pub summary: String,
    /// The few numbers.
    pub key_figures: Vec<KeyFigure>,
    /// Periods, newest first. Older ones than the newest three stand as links only.
    pub periods: Vec<PeriodBlock>,
    /// All periods as links.
    pub period_links: Links,
    /// How it went over the years.
    pub trend: Trend,
    /// Places within it on a map of tiles; empty where none is set on it.
    pub map: Vec<TileRow>,
    /// Places within it that are not on the map.
    pub places: Vec<Tile>,
    /// Places within it side by side, for one day of one period.
    pub comparison: Table,
    /// Whether sums over its parts are complete, in a sentence; empty for none.
    pub rollup: String,
    /// Works.
    pub works: Links,
    /// Reports.
    pub reports: Vec<Card>,
    /// Documents.
    pub documents: Links,
    /// Downloads.
    pub downloads: Links,
    /// What became of it.
    pub history: Vec<HistoryLine>,
    /// The office of the place itself; empty name for none.
    pub office: Office,
    /// A sentence to cite it by; empty while it has no figures.
    pub cite: String,
    /// A line of HTML with which another site shows its figures; empty where the site does not know its address.
    pub embed: String,
}

/// `period.html`, as `page`: one place in one period, with the passport of every figure.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodPage {
    /// Its parts, each a link to its heading; empty where they are few.
    pub contents: Vec<Link>,
    /// The place.
    pub place: Link,
    /// The tables, as on the page of the place.
    pub block: PeriodBlock,
    /// Other periods of the place.
    pub others: Links,
    /// Plan versions, in words.
    pub versions: Vec<HistoryLine>,
    /// What replaced versions said.
    pub replaced: Vec<Passport>,
    /// Passports in the order of the tables.
    pub passports: Vec<Passport>,
    /// A sentence to cite the page by; empty where each passport has its own.
    pub cite: String,
    /// Downloads.
    pub downloads: Links,
}

/// `year.html`, as `page`: every place in one period, or the list of all periods.
#[derive(Clone, Debug, Serialize)]
pub struct YearPage {
    /// One sentence.
    pub summary: String,
    /// Places of one level side by side, for one day.
    pub comparisons: Vec<Table>,
    /// Places by kind, each with the day of its own.
    pub groups: Vec<PlaceGroup>,
    /// The other periods.
    pub others: Links,
}
