//! The first page of the site.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Link;
use super::report::Card;
use super::table::Table;
use super::tile::{Tile, TileRow};
use super::value::KeyFigure;

/// `home.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// What the site is, in one line.
    pub tagline: String,
    /// The answer in one or two sentences.
    pub summary: String,
    /// What the site rests on: figures, places, reports.
    pub basis: String,
    /// The few numbers.
    pub key_figures: Vec<KeyFigure>,
    /// Places on a map of tiles; empty where none is set on it.
    pub map: Vec<TileRow>,
    /// Places that are not on the map.
    pub places: Vec<Tile>,
    /// All places as a list.
    pub places_link: Link,
    /// Places by year.
    pub years_link: Link,
    /// Programmes with what was disbursed, in the place the answer is about.
    pub programmes: Table,
    /// The same for every place.
    pub programmes_link: Link,
    /// What lags behind.
    pub late: Table,
    /// Latest reports.
    pub news: Vec<Card>,
    /// All reports.
    pub news_link: Link,
}
