//! Pages of programmes, their components and their indicators.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::chart::Trend;
use super::link::{Line, Link, Links};
use super::passport::HistoryLine;
use super::report::Card;
use super::table::Table;
use super::value::KeyFigure;

/// A programme in the list of programmes.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammeCard {
    /// Name and address.
    pub link: Link,
    /// Decision and years.
    pub detail: String,
    /// What it is; empty for none.
    pub description: String,
}

/// `programmes.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Programmes {
    /// One sentence.
    pub summary: String,
    /// The programmes.
    pub cards: Vec<ProgrammeCard>,
    /// Money of each place by programme.
    pub table: Table,
}

/// A component in the tree.
#[derive(Clone, Debug, Serialize)]
pub struct ComponentLine {
    /// Code.
    pub code: String,
    /// Name and address.
    pub link: Link,
    /// Depth, from 0.
    pub depth: u8,
    /// Kind.
    pub kind: String,
}

/// A criteria set with its criteria.
#[derive(Clone, Debug, Serialize)]
pub struct SetView {
    /// Id on the page.
    pub id: String,
    /// Name.
    pub name: String,
    /// Document, years and number of items.
    pub detail: String,
    /// Document.
    pub document: Option<Link>,
    /// Criteria: number and name.
    pub criteria: Vec<Line>,
    /// A remark; empty for none.
    pub note: String,
}

/// `programme.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammePage {
    /// Its parts, each a link to its heading; empty where they are few.
    pub contents: Vec<Link>,
    /// What it is.
    pub description: String,
    /// The answer in one sentence.
    pub summary: String,
    /// Places that tell of it, and how its lines and indicators stand now in each; none without figures.
    pub key_figures: Vec<KeyFigure>,
    /// Decision, years, agency.
    pub lines: Vec<Line>,
    /// The programmes it stands for.
    pub members: Links,
    /// Money by place and period.
    pub money: Table,
    /// Components.
    pub components: Vec<ComponentLine>,
    /// Indicators.
    pub indicators: Links,
    /// Criteria sets.
    pub sets: Vec<SetView>,
    /// What follows it.
    pub successors: Vec<HistoryLine>,
    /// Reports.
    pub reports: Vec<Card>,
    /// A sentence to cite it by; empty while it has no figures.
    pub cite: String,
    /// A line of HTML with which another site shows its figures; empty where the site does not know its address.
    pub embed: String,
}

/// `component.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ComponentPage {
    /// Code, kind, programme.
    pub lines: Vec<Line>,
    /// Its parts.
    pub children: Vec<ComponentLine>,
    /// Its indicators.
    pub indicators: Links,
    /// Money by place and period.
    pub money: Table,
    /// Works.
    pub works: Links,
}

/// `indicators.html`, as `page`: every indicator by programme.
#[derive(Clone, Debug, Serialize)]
pub struct Indicators {
    /// One list a programme.
    pub groups: Vec<Links>,
}

/// `indicator.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorPage {
    /// What it means.
    pub meaning: String,
    /// How it is judged, in one sentence.
    pub rule: String,
    /// Unit, base, programme, component, standard.
    pub lines: Vec<Line>,
    /// Every place and period.
    pub table: Table,
    /// How it went over the years, place by place.
    pub trend: Trend,
    /// A sentence to cite it by; empty while it has no figures.
    pub cite: String,
    /// A line of HTML with which another site shows its figures; empty where the site does not know its address, and for an
    /// indicator told in words.
    pub embed: String,
}
