//! Feeds of reports and corrections.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

/// One entry of a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// Permanent id.
    pub id: String,
    /// Address.
    pub href: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Date and time.
    pub updated: String,
    /// Author.
    pub author: String,
}

/// `feed.xml`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// Permanent id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Language tag.
    pub lang: String,
    /// Address of the feed itself.
    pub self_href: String,
    /// Address of the page it belongs to.
    pub href: String,
    /// Date and time of the newest entry.
    pub updated: String,
    /// Author.
    pub author: String,
    /// Entries, newest first.
    pub entries: Vec<FeedEntry>,
}
