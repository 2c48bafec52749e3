//! How the files of a site are laid out already, so that a new one is like its neighbours.
//!
//! Invariant: a site without files has the habits of this project's own.
//!
//! May use: diag, parse.

use crate::diag::Tongue;
use crate::parse::{self, Kind};

/// The habits of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// The language of its comments.
    pub tongue: Tongue,
    /// Whether data files end in `.yml`.
    is_yml: bool,
    /// Whether a report has a folder of its own.
    has_folders: bool,
}

impl Habits {
    /// The habits of a site with these files.
    pub fn of<'f>(paths: impl Iterator<Item = &'f str>, tongue: Tongue) -> Self {
        let (mut yaml, mut yml, mut folders, mut files) = (0, 0, 0, 0);
        for path in paths {
            match parse::kind::of(path) {
                Some(Kind::Report { folder: true, .. }) => folders += 1,
                Some(Kind::Report { .. }) => files += 1,
                Some(_) if path.ends_with(".yml") => yml += 1,
                Some(_) if path.ends_with(".yaml") => yaml += 1,
                _ => {}
            }
        }
        Habits { tongue, is_yml: yml > yaml, has_folders: folders > files }
    }

    /// A data file without its ending as the site ends them.
    pub(super) fn data(&self, stem: &str) -> String {
        format!("{stem}.{}", if self.is_yml { "yml" } else { "yaml" })
    }

    /// Where a report of a year lies.
    pub(super) fn report(&self, year: i16, id: &str) -> String {
        if self.has_folders { format!("content/reports/{year}/{id}/index.md") } else { format!("content/reports/{year}/{id}.md") }
    }
}
