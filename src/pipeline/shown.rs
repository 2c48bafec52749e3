//! A site somebody looks at while it is written, with what is wrong with it.
//!
//! Invariant: a page drawn here is the page a build draws from the same files.
//!
//! May use: diag, pages, config, source.

use super::Still;
use crate::config::Config;
use crate::diag::Problem;
use crate::pages::{PagePlan, Site};
use crate::source::Sources;

/// A site somebody looks at.
pub struct Shown<'s> {
    /// Everything pages are made from.
    pub site: &'s Site<'s>,
    /// What is wrong, sorted.
    pub problems: &'s [Problem],
    pub(super) still: &'s Still,
}

impl Shown<'_> {
    /// Every page.
    pub fn pages(&self) -> &[PagePlan] {
        self.still.pages()
    }

    /// The files it was made from.
    pub fn sources(&self) -> &Sources {
        &self.still.made.sources
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.still.made.config
    }

    /// Draws one page; `None` where its template is broken.
    pub fn draw(&self, page: &PagePlan) -> Option<Vec<u8>> {
        super::publish::one(self.site, self.still, &page.path, Some(page)).ok().flatten()
    }
}
