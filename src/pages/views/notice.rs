//! A place away from its page: on the notice board, over the loudspeaker, in a frame of another site.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::{Line, Link};
use super::table::Table;
use super::value::KeyFigure;

/// `notice.html`, as `page`: what a villager needs of one place, on one sheet of paper.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// The place.
    pub place: Link,
    /// The answer in one sentence.
    pub summary: String,
    /// Money, the most important lines.
    pub money: Table,
    /// Indicators, the most important ones.
    pub indicators: Table,
    /// Works with their state.
    pub works: Vec<Line>,
    /// What the sheet has no room for; empty where it holds everything.
    pub more: String,
    /// Where everything stands: the words of the address.
    pub address: Link,
}

/// `embed.html`, as `page`: a place, an indicator or a programme as other sites frame it.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedPage {
    /// The page it stands for.
    pub subject: Link,
    /// The answer in one sentence, with its day; empty where the figures are the answer.
    pub answer: String,
    /// The numbers that page begins with; none for an indicator.
    pub key_figures: Vec<KeyFigure>,
    /// Places side by side, for one day of one period: the first few, with how many there are in the caption. None for a place.
    pub table: Table,
    /// The day the figures hold for; empty where it is not known or the answer says it.
    pub day: String,
    /// Who stated them.
    pub sources: Vec<Link>,
    /// To the whole page, naming the site.
    pub more: Link,
}

/// `kit.html`, as `page`: the kit of a place and period, a sheet of A4 and the texts below it.
#[derive(Clone, Debug, Serialize)]
pub struct KitPage {
    /// The page it tells of.
    pub place: Link,
    /// Who gives notice.
    pub body: String,
    /// The answer in one sentence.
    pub summary: String,
    /// As much of money and indicators as the sheet has room for.
    pub tables: Vec<Table>,
    /// How many lines it has no room for, in words; empty for none.
    pub more: String,
    /// The address of the page as a QR code; none without `base_url`.
    pub qr: Option<QrView>,
    /// The same address to type; empty without `base_url`.
    pub address: String,
    /// Texts for the loudspeaker, Zalo and SMS.
    pub texts: Vec<KitText>,
}

/// A QR code as one SVG path.
#[derive(Clone, Debug, Serialize)]
pub struct QrView {
    /// Its side in units of the path, the white margin included.
    pub size: String,
    /// The dark squares.
    pub path: String,
}

/// A text of a notice kit.
#[derive(Clone, Debug, Serialize)]
pub struct KitText {
    /// What it is for.
    pub title: String,
    /// How long it is: words, or letters of those a message may have.
    pub length: String,
    /// The text as a file.
    pub href: String,
    /// The text.
    pub text: String,
}
