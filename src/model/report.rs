//! News-style reports: what is told about them and where they come from.
//!
//! Invariant: a report names its original; a picture has words for those who cannot see it.
//!
//! May use: nothing; crates serde, jiff.

use serde::{Deserialize, Serialize};

use super::names::{AreaIx, DocumentIx, ProgrammeIx};
use super::period::AsOf;

/// One picture of a report or a work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// File name beside the report.
    pub file: String,
    /// Words for those who cannot see it.
    pub alt: String,
    /// What it shows.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// Whether it is drawn, not a photograph of the event.
    pub illustration: bool,
}

/// The original a report is written from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The publisher.
    pub name: String,
    /// Address of the original.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its author.
    pub author: Option<String>,
    /// Its date, unknown when it printed none.
    pub date: Option<AsOf>,
    /// The licence line it asks for.
    pub licence: Option<String>,
}

/// A link outside the facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Words of the link.
    pub title: String,
    /// Address.
    pub url: String,
}

/// A summary in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Language tag.
    pub lang: String,
    /// Title in that language.
    pub title: Option<String>,
    /// The summary.
    pub text: String,
    /// Recording, a file beside the report.
    pub audio: Option<String>,
}

/// A recording of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audio {
    /// File beside the report.
    pub file: String,
    /// Language tag.
    pub lang: String,
    /// Length in minutes.
    pub minutes: Option<u32>,
}

/// The prose of a report in one language. It is read from its file when a page is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Body {
    /// The file, relative to the site folder.
    pub file: String,
    /// The line its prose begins on, from 1.
    pub first_line: u32,
    /// About how many words it has, for the reading time.
    pub words: u32,
}

/// What a report says in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Language tag.
    pub lang: String,
    /// Title.
    pub title: String,
    /// The lead, kept apart from the body.
    pub lead: Option<String>,
    /// The lead with its links to figures, as typed, when it has any.
    pub bound_lead: Option<String>,
    /// Authors.
    pub authors: Vec<String>,
    /// Their organisation.
    pub organisation: Option<String>,
    /// The original.
    pub origin: Origin,
    /// Pictures.
    pub pictures: Vec<Picture>,
    /// The prose.
    pub body: Body,
    /// Ids of the reports the prose links to.
    pub report_links: Vec<String>,
    /// Addresses of the figures the text links to, and of the tables, bars and charts it shows.
    pub figure_links: Vec<String>,
}

/// One report in all its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Id; the name in addresses.
    pub id: String,
    /// The folder of its pictures, relative to the site folder; `None` for a report in a single file.
    pub folder: Option<String>,
    /// Publication date.
    pub published: AsOf,
    /// The date of what it tells.
    pub event: Option<AsOf>,
    /// The year it is filed under.
    pub year: i16,
    /// The day its figures hold for, where its text speaks of one day.
    pub as_of: Option<AsOf>,
    /// Whether it is still written on and not published.
    pub draft: bool,
    /// Areas it covers.
    pub areas: Vec<AreaIx>,
    /// Programmes it is about.
    pub programmes: Vec<ProgrammeIx>,
    /// Documents it cites.
    pub documents: Vec<DocumentIx>,
    /// Its first picture.
    pub cover: Option<String>,
    /// Links outside the facts.
    pub related: Vec<Related>,
    /// Summaries in other languages.
    pub summaries: Vec<Translation>,
    /// Recordings.
    pub audio: Vec<Audio>,
    /// What it says, the site's first language first.
    pub tellings: Vec<Telling>,
    /// Pictures its prose shows, told of in the front matter or not.
    pub shown: Vec<String>,
    /// Changes whenever any file of it changes.
    pub digest: [u8; 16],
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}

impl Report {
    /// What it says in `lang`, else in the site's first language.
    pub fn telling(&self, lang: &str) -> Option<&Telling> {
        self.tellings.iter().find(|t| t.lang == lang).or_else(|| self.tellings.first())
    }

    /// The date it is sorted by: published, else the event, else the end of its year.
    pub fn sort_day(&self) -> jiff::civil::Date {
        if self.published.known() {
            self.published.day
        } else {
            self.event.filter(|e| e.known()).map_or(jiff::civil::Date::constant(self.year, 12, 31), |e| e.day)
        }
    }
}
