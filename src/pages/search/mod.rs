//! Search without a server: a page with a box and a list from A to Z, and the index behind the box.
//!
//! Without a script the page is the list. With it, what is typed is looked up in index files, which are only loaded then.
//! Every language has its own page and its own index, of what has a page in that language.
//! Invariant: the list and the index know the same things by the same names.
//!
//! May use: nothing.

mod files;
mod found;
mod list;

pub use files::{IndexFile, index_file, index_files};
pub use list::{Letter, ListPage, dir, list_pages_of, search, title};

use super::here::Here;
use super::route::Folder;

/// The script of the page, a file of the theme.
pub const SCRIPT: &str = "search.js";

/// Where the search page of a page's language lies.
pub fn address(here: &Here<'_>) -> String {
    here.href(&here.names().folder(Folder::Search))
}
