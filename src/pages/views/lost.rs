//! Pages for those who come to an address where nothing lies, or nothing any more.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Link;

/// `404.html`, as `page`. Its links are absolute where `base_url` is set.
#[derive(Clone, Debug, Serialize)]
pub struct NotFound {
    /// The page with the search box.
    pub search: String,
    /// Links to home, places, reports.
    pub links: Vec<Link>,
}

/// `moved.html`, as `page`: the page at an address that lies elsewhere now. It sends the reader on.
#[derive(Clone, Debug, Serialize)]
pub struct Moved {
    /// The page it leads to.
    pub target: Link,
}
