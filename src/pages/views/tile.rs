//! Places as tiles, in a grid or on a map.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Link;

/// A place in the grid of places.
#[derive(Clone, Debug, Serialize)]
pub struct Tile {
    /// Name and address.
    pub link: Link,
    /// Kind of place.
    pub kind: String,
    /// Its number, such as the rate of disbursement; empty for none.
    pub number: String,
    /// What the number is, or that there is none.
    pub label: String,
}

/// A row of the map of tiles, from the west to the east.
#[derive(Clone, Debug, Serialize)]
pub struct TileRow {
    /// Places and the gaps between them; every row of a map has the same number.
    pub cells: Vec<TileCell>,
}

/// A cell of the map of tiles.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TileCell {
    /// The place; `None` for a gap.
    pub tile: Option<Tile>,
}
