//! Programmes with their components, indicators and criteria sets, and the documents behind them.
//!
//! Invariant: components are a tree in the order of the decision; an indicator's id is unique in the site.
//!
//! May use: nothing; crates jiff, serde.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::names::{ComponentIx, DocumentIx, IndicatorIx, ProgrammeIx, SetIx, Text};
use super::period::Period;

/// The levels a component can have. A component is not a construction project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ComponentKind {
    /// dự án thành phần
    Project,
    /// tiểu dự án
    SubProject,
    /// nội dung thành phần
    Content,
    /// chương trình chuyên đề
    Theme,
}

impl ComponentKind {
    /// Every kind with its permanent name.
    pub const ALL: [(ComponentKind, &'static str); 4] =
        [(ComponentKind::Project, "project"), (ComponentKind::SubProject, "sub_project"), (ComponentKind::Content, "content"), (ComponentKind::Theme, "theme")];

    /// The permanent name used in files and word lists.
    pub fn name(self) -> &'static str {
        ComponentKind::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

/// One part of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Id within the programme.
    pub id: String,
    /// The short code of the decision, such as DA3.TDA2.
    pub code: String,
    /// Which level.
    pub kind: ComponentKind,
    /// Full name.
    pub name: Text,
    /// The component it belongs to.
    pub parent: Option<ComponentIx>,
    /// How deep in the tree, from 0.
    pub depth: u8,
}

/// What the values of an indicator mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndicatorKind {
    /// More is better, towards a target.
    Increase,
    /// Less is better, towards a target.
    Decrease,
    /// A floor that must be held.
    AtLeast,
    /// A ceiling that must be held.
    AtMost,
    /// Must lie within a range.
    Range,
    /// Done, under way or not begun.
    Milestone,
    /// So many of so many.
    CountOf,
    /// Told in words.
    Text,
}

impl IndicatorKind {
    /// Every kind with its permanent name.
    pub const ALL: [(IndicatorKind, &'static str); 8] = [
        (IndicatorKind::Increase, "increase"),
        (IndicatorKind::Decrease, "decrease"),
        (IndicatorKind::AtLeast, "at_least"),
        (IndicatorKind::AtMost, "at_most"),
        (IndicatorKind::Range, "range"),
        (IndicatorKind::Milestone, "milestone"),
        (IndicatorKind::CountOf, "count_of"),
        (IndicatorKind::Text, "text"),
    ];

    /// The permanent name used in files and word lists.
    pub fn name(self) -> &'static str {
        IndicatorKind::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

/// One thing that is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Id, unique in the site.
    pub id: String,
    /// Whose indicator it is.
    pub programme: ProgrammeIx,
    /// Which component it belongs to.
    pub component: Option<ComponentIx>,
    /// Name.
    pub name: Text,
    /// What it means, in one sentence.
    pub meaning: Option<Text>,
    /// What it counts ("xã", "%", "điểm %", "triệu đồng/người").
    pub unit: Text,
    /// How its values are judged.
    pub kind: IndicatorKind,
    /// What a share is counted on.
    pub base: Option<Text>,
    /// The indicator it is a share of.
    pub share_of: Option<IndicatorIx>,
    /// Whether values add up within their period.
    pub cumulative: bool,
    /// Whether a value counts the whole programme period and not one year.
    pub whole_period: bool,
    /// The criteria set it counts by.
    pub standard: Option<SetIx>,
    /// Which version of a standard it follows.
    pub standard_note: Option<Text>,
}

/// One criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its number in the document.
    pub number: u32,
    /// Its name.
    pub name: Text,
}

/// A versioned set of criteria that a place is judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriteriaSet {
    /// Id, unique in the site.
    pub id: String,
    /// Whose set it is.
    pub programme: ProgrammeIx,
    /// Name.
    pub name: Text,
    /// The document that sets it.
    pub document: Option<DocumentIx>,
    /// The kind of area it judges.
    pub area_kind: Option<String>,
    /// The years it is in force.
    pub period: Option<Period>,
    /// How many items its criteria have together.
    pub items: Option<u32>,
    /// A remark.
    pub note: Option<Text>,
    /// The criteria; a set told in words only has none.
    pub criteria: Vec<Criterion>,
}

/// What follows a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// Its name.
    pub name: Text,
    /// Its page here.
    pub programme: Option<ProgrammeIx>,
    /// The document that sets it.
    pub document: Option<DocumentIx>,
    /// A remark.
    pub note: Option<Text>,
}

/// One programme, or several spoken of together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Id; the name in addresses.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// The number of its decision, as people say it.
    pub code: Option<String>,
    /// The years it runs.
    pub period: Option<Period>,
    /// The decision that set it up.
    pub decision: Option<DocumentIx>,
    /// What it is, in plain words.
    pub description: Option<Text>,
    /// The leading agency.
    pub lead_agency: Option<Text>,
    /// The programmes it stands for, when it stands for several.
    pub members: Vec<ProgrammeIx>,
    /// What follows it.
    pub successors: Vec<Successor>,
    /// Its parts, parents before children.
    pub components: Vec<Component>,
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}

/// A decision, plan or law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Id; the name in addresses.
    pub id: String,
    /// Number, such as 1719/QĐ-TTg.
    pub number: Option<String>,
    /// Kind of document.
    pub kind: Option<Text>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// Its date.
    pub date: Option<Date>,
    /// What it is about.
    pub title: Text,
    /// Where it can be read.
    pub link: Option<String>,
    /// The file published with it, relative to the site folder.
    pub file: Option<String>,
    /// A remark.
    pub note: Option<Text>,
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}
