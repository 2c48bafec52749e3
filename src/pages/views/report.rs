//! Pages of reports, and reports in a list.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::{Line, Link, Links};
use super::table::Table;
use super::text::{LeadPart, PictureView, TextPart};

/// A report in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Title and address.
    pub link: Link,
    /// Date as printed.
    pub date: String,
    /// Machine date for `<time>`; empty when unknown.
    pub datetime: String,
    /// Lead.
    pub lead: String,
    /// Places it covers.
    pub places: String,
}

/// `report.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPage {
    /// Lead, in pieces.
    pub lead: Vec<LeadPart>,
    /// "Published …", "event …".
    pub date: String,
    /// Machine date; empty when unknown.
    pub datetime: String,
    /// Authors and organisation.
    pub byline: String,
    /// "3 minutes".
    pub minutes: String,
    /// Places.
    pub places: Vec<Link>,
    /// Programmes.
    pub programmes: Vec<Link>,
    /// First picture.
    pub cover: Option<PictureView>,
    /// The prose and the live figures it shows, in the order they are read.
    pub body: Vec<TextPart>,
    /// The figures whose source is this report; none when they are too many for one page.
    pub figures: Vec<Table>,
    /// The pages where those figures stand, when they are too many for this one.
    pub figures_elsewhere: Links,
    /// Documents.
    pub documents: Links,
    /// The original: publisher, title, author, date, address, licence.
    pub origin: Vec<Line>,
    /// Links outside the facts.
    pub related: Links,
    /// Summaries in other languages.
    pub summaries: Vec<SummaryView>,
    /// Recordings.
    pub audio: Vec<AudioView>,
    /// A sentence to cite it by.
    pub cite: String,
    /// Said when the report is shown in another language than the page's; empty otherwise.
    pub untranslated: String,
}

/// A summary in another language.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryView {
    /// Language tag.
    pub lang: String,
    /// Title; empty for none.
    pub title: String,
    /// The summary.
    pub text: String,
    /// `ltr` or `rtl`, as its language is written.
    pub dir: String,
    /// Address of a recording; empty for none.
    pub audio: String,
    /// Size of the recording in words.
    pub detail: String,
}

/// A recording.
#[derive(Clone, Debug, Serialize)]
pub struct AudioView {
    /// Address.
    pub src: String,
    /// Language tag.
    pub lang: String,
    /// Length and size in words.
    pub detail: String,
}

/// `archive.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Archive {
    /// One sentence: how many reports.
    pub summary: String,
    /// Years.
    pub years: Vec<Link>,
    /// Reports.
    pub cards: Vec<Card>,
    /// Pages of this list, the present one marked; empty for a single page.
    pub pages: Vec<Link>,
    /// Previous page.
    pub previous: Option<Link>,
    /// Next page.
    pub next: Option<Link>,
}
