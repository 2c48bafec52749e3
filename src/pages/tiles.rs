//! Places as tiles: on a map whose rows and columns are set by hand in their files, or one after the other.
//!
//! Invariant: every place is shown once; of two places set on one tile the second stands below the map.
//!
//! May use: model.

use std::collections::BTreeMap;

use super::Here;
use super::views::{TileCell, TileRow};
use crate::model::AreaIx;
use crate::model::area::MOST_TILES;

/// So few places make no map.
const FEWEST: usize = 2;

/// The map of those places that are set on one, from its first used row and column on, and the places that are not.
/// A map is of the places of one kind within one place: of several, the one with the most tiles.
pub fn laid_out(here: &Here<'_>, places: &[AreaIx]) -> (Vec<TileRow>, Vec<AreaIx>) {
    let on_map = |n: u32| (1..=MOST_TILES).contains(&n);
    let tile = |ix: AreaIx| here.site.record.area(ix).tile.filter(|(row, column)| on_map(*row) && on_map(*column));
    let family = |ix: AreaIx| (here.site.record.area(ix).parent, here.site.record.area(ix).kind.as_str());
    let mut families: BTreeMap<_, usize> = BTreeMap::new();
    places.iter().filter(|ix| tile(**ix).is_some()).for_each(|ix| *families.entry(family(*ix)).or_default() += 1);
    let largest = families.into_iter().rev().max_by_key(|(_, tiles)| *tiles).map(|(family, _)| family);
    let mut at: BTreeMap<(u32, u32), AreaIx> = BTreeMap::new();
    let mut rest = Vec::new();
    for ix in places {
        match tile(*ix).filter(|tile| Some(family(*ix)) == largest && !at.contains_key(tile)) {
            Some(tile) => drop(at.insert(tile, *ix)),
            None => rest.push(*ix),
        }
    }
    if at.len() < FEWEST {
        return (Vec::new(), places.to_vec());
    }
    let ends = |all: Vec<u32>| all.iter().min().copied().zip(all.iter().max().copied()).unwrap_or((1, 0));
    let (top, bottom) = ends(at.keys().map(|(row, _)| *row).collect());
    let (left, right) = ends(at.keys().map(|(_, column)| *column).collect());
    let cell = |row, column| TileCell { tile: at.get(&(row, column)).map(|ix| here.tile(*ix)) };
    let rows = (top..=bottom).map(|row| TileRow { cells: (left..=right).map(|column| cell(row, column)).collect() }).collect();
    (rows, rest)
}
