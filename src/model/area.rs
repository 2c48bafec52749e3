//! Places: provinces, districts, communes, villages and groups of them, with what became of each.
//!
//! Invariant: kinds are data of the site, not code; an area that has ended stays readable.
//!
//! May use: nothing; crates jiff, serde.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::names::{AreaIx, DocumentIx, Text};

/// What happened to an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineageEnd {
    /// It became part of another.
    MergedInto,
    /// It was split into another.
    SplitInto,
    /// It now lies within another.
    PartOf,
    /// It ended as a unit.
    Ended,
    /// It goes on under another name.
    Renamed,
    /// It was made from another.
    FormedFrom,
}

impl LineageEnd {
    /// Every kind with its permanent name.
    pub const ALL: [(LineageEnd, &'static str); 6] = [
        (LineageEnd::MergedInto, "merged_into"),
        (LineageEnd::SplitInto, "split_into"),
        (LineageEnd::PartOf, "part_of"),
        (LineageEnd::Ended, "ended"),
        (LineageEnd::Renamed, "renamed"),
        (LineageEnd::FormedFrom, "formed_from"),
    ];

    /// The permanent name used in files and word lists.
    pub fn name(self) -> &'static str {
        LineageEnd::ALL.iter().find(|(how, _)| *how == self).map_or("", |(_, name)| name)
    }
}

/// One step in the history of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lineage {
    /// What happened.
    pub how: LineageEnd,
    /// The other area, when it has a page here.
    pub area: Option<AreaIx>,
    /// The other area's name, when it has none.
    pub name: Option<Text>,
    /// Whether the whole of it is meant; `None` when not said.
    pub whole: Option<bool>,
    /// When.
    pub date: Option<Date>,
    /// By which document.
    pub document: Option<DocumentIx>,
    /// A remark.
    pub note: Option<Text>,
}

/// A map of tiles has at most so many rows, and so many columns.
pub const MOST_TILES: u32 = 24;

/// How many parts a complete sum over this area needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The kind of area the parts are.
    pub kind: String,
    /// How many there are.
    pub count: u32,
}

/// Who answers for a place or for the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponsibleBody {
    /// Name of the office.
    pub name: Text,
    /// Person in charge.
    pub person: Option<Text>,
    /// Address.
    pub address: Option<Text>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Opening hours.
    pub hours: Option<Text>,
    /// Licence line.
    pub licence: Option<Text>,
    /// How soon an answer is promised.
    pub answer_time: Option<Text>,
}

/// One area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its folder name; the name in addresses.
    pub id: String,
    /// Its name without the word for its kind.
    pub name: Text,
    /// Its kind, an id of the site's `area_kinds`.
    pub kind: String,
    /// The area it belongs to.
    pub parent: Option<AreaIx>,
    /// The official code.
    pub code: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// One or two sentences.
    pub about: Option<Text>,
    /// First day of its existence.
    pub from: Option<Date>,
    /// The day it ended.
    pub to: Option<Date>,
    /// What it came from and what became of it.
    pub lineage: Vec<Lineage>,
    /// A line shown on top of every page of an area that has ended.
    pub historical: Option<Text>,
    /// Members of a group.
    pub members: Vec<AreaIx>,
    /// How many members a group has, where they are not all listed.
    pub members_count: Option<u32>,
    /// Row and column on the map of tiles, from 1.
    pub tile: Option<(u32, u32)>,
    /// What a complete sum needs.
    pub parts: Option<Parts>,
    /// Who answers for it.
    pub body: Option<ResponsibleBody>,
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}
