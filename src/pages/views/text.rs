//! Texts written by hand, with the live figures and pictures set into them, and the pages made of nothing else.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::chart::{Chart, ProgressView};
use super::link::Link;
use super::table::Table;

/// A piece of a text: prose, or live figures set into it. All but one of the fields are empty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TextPart {
    /// Prose as safe HTML.
    pub html: String,
    /// Tables.
    pub tables: Vec<Table>,
    /// A bar with its sentence.
    pub progress: Option<ProgressView>,
    /// A chart with its numbers.
    pub chart: Option<Chart>,
}

/// A piece of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeadPart {
    /// Its words.
    pub text: String,
    /// Where they lead; empty for plain words.
    pub href: String,
    /// Whether it is a number bound to a figure, which leads to its passport.
    pub number: bool,
}

/// `page.html` (and `contact.html`), as `page`: a page written by hand.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePage {
    /// Its parts, each a link to its heading; empty where they are few.
    pub contents: Vec<Link>,
    /// The prose and the live figures it shows.
    pub body: Vec<TextPart>,
    /// Whether the contact box should stand first.
    pub contact: bool,
}

/// A picture with its words.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PictureView {
    /// Address, relative to the page.
    pub src: String,
    /// Its files in other widths, for `srcset`; empty when there is one alone.
    pub srcset: String,
    /// The same as WebP; empty for none.
    pub webp: String,
    /// Words for those who cannot see it.
    pub alt: String,
    /// Caption; empty for none.
    pub caption: String,
    /// Credit; empty for none.
    pub credit: String,
    /// Whether it is drawn and not a photograph.
    pub illustration: bool,
    /// Width in pixels; empty when unknown.
    pub width: String,
    /// Height in pixels; empty when unknown.
    pub height: String,
}
