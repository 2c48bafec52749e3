//! Links, lines of facts, and lists of links: what nearly every page is made of.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

/// A link with its words. `href` is relative to the page it stands on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    /// Address, relative to the page.
    pub href: String,
    /// Words.
    pub text: String,
    /// Language of the words where it differs from the page's; empty otherwise.
    pub lang: String,
    /// Whether it leads to the page it stands on.
    pub current: bool,
}

/// Name and value of a line in a short list of facts about something.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// Its words.
    pub text: String,
    /// Where they lead; empty for none.
    pub href: String,
}

/// A part of a page with a heading, a list of links and a word for "none".
#[derive(Clone, Debug, Default, Serialize)]
pub struct Links {
    /// Heading.
    pub title: String,
    /// Links.
    pub links: Vec<Link>,
    /// Said when there are none.
    pub empty: String,
}
