//! The page to search in, and its list from A to Z.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::{Link, Links};

/// A line of the list from A to Z.
#[derive(Clone, Debug, Serialize)]
pub struct ListLine {
    /// Name and address.
    pub link: Link,
    /// Its kind and what tells it from others of the same name: "Huyện · Sơn La · 2023".
    pub detail: String,
}

/// Everything under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup {
    /// Id on the page.
    pub id: String,
    /// The letter.
    pub title: String,
    /// Its lines, in the order of the language.
    pub lines: Vec<ListLine>,
}

/// `search.html`, as `page`: the box, and the list from A to Z or one letter of a long one.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// One sentence.
    pub summary: String,
    /// The page with the box: what is typed goes there as `q`.
    pub action: String,
    /// The script that searches; it finds its index beside the page. Empty on the pages of letters, which have none.
    pub script: String,
    /// The letters: on this page, or each on a page of its own.
    pub letters: Vec<Link>,
    /// The lists of this page.
    pub groups: Vec<LetterGroup>,
    /// Pages of a long letter, the present one marked; empty for a single page.
    pub pages: Vec<Link>,
    /// Previous page.
    pub previous: Option<Link>,
    /// Next page.
    pub next: Option<Link>,
    /// Reports by year, where there are too many of them for the list.
    pub reports: Links,
}
