//! A still: everything the pages of a site are drawn from, as it was at one moment.
//!
//! Invariant: a still never changes; each of its files has the bytes a build would write.
//!
//! May use: config, figures, i18n, model, pages, reconcile, source, theme, diag.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::past::Past;
use super::{dress, pictures, publish, read};
use crate::config::Config;
use crate::diag::Problem;
use crate::figures::Figures;
use crate::i18n::Language;
use crate::model::Record;
use crate::pages::{self, Index, PagePlan, Site, route::Names};
use crate::reconcile::Findings;
use crate::source::{Hash, Sources};
use crate::theme::Theme;

/// What the stages before have made.
pub(super) struct Made {
    pub(super) config: Config,
    pub(super) config_hash: Hash,
    pub(super) record: Record,
    pub(super) figures: Figures,
    pub(super) findings: Findings,
    pub(super) past: Past,
    pub(super) theme: Theme,
    pub(super) languages: Vec<Language>,
    pub(super) sources: Sources,
}

/// Everything pages are drawn from.
pub struct Still {
    pub(super) config: Config,
    pub(super) record: Record,
    pub(super) figures: Figures,
    findings: Findings,
    pub(super) past: Past,
    index: Index,
    pub(super) theme: Theme,
    languages: Vec<Language>,
    names: Vec<Names>,
    pub(super) sources: Sources,
    /// Every page, in the order of the plan.
    pub(super) pages: Vec<PagePlan>,
    /// What every page may show.
    pub(super) shared: [u8; 16],
    portable: bool,
    by_path: OnceLock<HashMap<String, usize>>,
}

impl Still {
    /// Lists every page of what was made.
    pub(super) fn planned(made: Made, portable: bool, problems: &mut Vec<Problem>) -> Self {
        let Made { config, config_hash, record, figures, findings, past, theme, languages, sources } = made;
        let portable = portable || config.portable;
        let shared = dress::shared_key(&record, &config_hash, &theme, &sources, portable);
        let index = Index::of(&record);
        let names = config.languages.iter().enumerate().map(|(at, lang)| Names::of(lang, at == 0)).collect();
        let (pages, by_path) = (Vec::new(), OnceLock::new());
        let mut still = Still { config, record, figures, findings, past, index, theme, languages, names, sources, pages, shared, portable, by_path };
        still.pages = still.with_site(|site| {
            let pages = pages::plan(site, shared).into_value(problems);
            let statics = still.theme.statics();
            let taken = pages::plan::taken_by_theme(site, &pages, &format!("themes/{}/", still.config.theme), statics.iter().map(|(path, _)| *path));
            problems.extend(taken);
            pages
        });
        still
    }

    /// Does something with the site as pages see it.
    pub(super) fn with_site<T>(&self, with: impl FnOnce(&Site<'_>) -> T) -> T {
        let pictures = pictures::Sizes::new(&self.sources);
        let prose = |file: &str| read::prose_of(&self.sources, file);
        let size = |file: &str| pictures.of(file);
        with(&Site {
            config: &self.config,
            record: &self.record,
            figures: &self.figures,
            history: &self.past.history,
            findings: &self.findings,
            index: &self.index,
            languages: &self.languages,
            names: &self.names,
            prose: &prose,
            picture_size: &size,
            portable: self.portable,
        })
    }

    /// The page in this file: `don-vi/nam-nhun/index.html`.
    fn page(&self, path: &str) -> Option<&PagePlan> {
        let by_path = self.by_path.get_or_init(|| self.pages.iter().enumerate().map(|(at, page)| (page.path.clone(), at)).collect());
        by_path.get(path).map(|at| &self.pages[*at])
    }

    /// The bytes a build would write into this file of the site; `None` when there is no such file. A page whose
    /// template fails has problems instead.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Vec<Problem>> {
        self.with_site(|site| publish::one(site, self, path, self.page(path)))
    }

    /// The languages of the site, the first one first.
    pub fn languages(&self) -> &[String] {
        &self.config.languages
    }
}
