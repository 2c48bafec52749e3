//! A still: everything the pages of a site are drawn from, as it was at one moment.
//!
//! Invariant: a still never changes; each of its files has the bytes a build would write.
//!
//! May use: config, figures, i18n, model, pages, reconcile, source, theme, diag, cards.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::past::Past;
use super::pictures::Album;
use super::{dress, publish, read};
use crate::cards::Look;
use crate::config::{Config, Host};
use crate::diag::Problem;
use crate::figures::Figures;
use crate::i18n::Language;
use crate::model::Record;
use crate::pages::{self, Index, PagePlan, Site, moved::Moved, route::Names};
use crate::reconcile::Findings;
use crate::source::{Hash, Sources};
use crate::theme::Theme;

/// What the stages before have made. What one change leaves as it is, is shared with the still before.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) config: Arc<Config>,
    pub(super) config_hash: Hash,
    pub(super) record: Record,
    pub(super) figures: Figures,
    pub(super) findings: Findings,
    pub(super) past: Arc<Past>,
    pub(super) dress: Arc<Dress>,
    pub(super) album: Arc<Album>,
    pub(super) sources: Arc<Sources>,
}

/// How pages look and speak.
pub(super) struct Dress {
    pub(super) theme: Theme,
    pub(super) languages: Vec<Language>,
}

/// Everything pages are drawn from.
pub struct Still {
    pub(super) made: Made,
    index: Arc<Index>,
    plan: Arc<Plan>,
    wanted: Wanted,
}

/// How a site is wanted, by its settings or by who builds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Links name `index.html`.
    pub(super) portable: bool,
    /// Each place and period has a notice kit.
    pub(super) kit: bool,
    /// Where the site will lie.
    pub(super) host: Option<Host>,
}

/// Every page, and what all of them may show.
struct Plan {
    names: Vec<Names>,
    pages: Vec<PagePlan>,
    moved: Vec<Moved>,
    shared: [u8; 16],
    by_path: OnceLock<HashMap<String, usize>>,
}

impl Still {
    /// Lists every page of what was made. A stick has no host; a host opens folders by itself, so that links to it name
    /// no `index.html`, for which some would send readers on to the folder.
    pub(super) fn planned(made: Made, asked: Wanted, problems: &mut Vec<Problem>) -> Self {
        let host = asked.host.or(made.config.host).filter(|_| !asked.portable);
        let portable = asked.portable || (made.config.portable && host.is_none());
        let wanted = Wanted { portable, kit: asked.kit || made.config.kit, host };
        if wanted.kit && made.config.base_url.is_none() {
            problems.push(super::problems::kit_without_address());
        }
        if made.config.cards == Some(true) && made.config.base_url.is_none() {
            problems.push(super::problems::cards_without_address());
        }
        let shared = dress::shared_key(&made.record, &made.config_hash, &made.dress.theme, &made.album, &made.sources, wanted);
        let index = Arc::new(Index::of(&made.record));
        let names = made.config.languages.iter().enumerate().map(|(at, lang)| Names::of(lang, at == 0)).collect();
        let mut plan = Plan { names, pages: Vec::new(), moved: Vec::new(), shared, by_path: OnceLock::new() };
        plan.pages = with_site(&made, &index, &plan, wanted, |site| pages::plan(site, shared).into_value(problems));
        plan.moved = with_site(&made, &index, &plan, wanted, |site| pages::moved::resolve(site, &plan.pages).into_value(problems));
        plan.pages.extend(pages::moved::plan(&plan.moved, &plan.pages, shared));
        let still = Still { made, index, plan: Arc::new(plan), wanted };
        problems.extend(still.taken_by_theme());
        still
    }

    /// The still after a change that leaves every page where it is. Who is mentioned where is looked up again unless
    /// that stays too. The keys of the pages are those of before: what shows a still draws pages when it is asked.
    pub(super) fn after(&self, made: Made, mentions_stay: bool) -> Self {
        let index = if mentions_stay { self.index.clone() } else { Arc::new(Index::of(&made.record)) };
        Still { made, index, plan: self.plan.clone(), wanted: self.wanted }
    }

    /// Files of the theme that lie where the site puts a file of its own.
    pub(super) fn taken_by_theme(&self) -> Vec<Problem> {
        let statics = self.made.dress.theme.statics();
        let folder = format!("themes/{}/", self.made.config.theme);
        self.with_site(|site| pages::plan::taken_by_theme(site, self.pages(), &folder, statics.iter().map(|(path, _)| *path)))
    }

    /// Where the site will lie, if it is made for a host.
    pub(super) fn host(&self) -> Option<Host> {
        self.wanted.host
    }

    /// Every page, in the order of the plan.
    pub(super) fn pages(&self) -> &[PagePlan] {
        &self.plan.pages
    }

    /// What every page may show.
    pub(super) fn shared(&self) -> [u8; 16] {
        self.plan.shared
    }

    /// Does something with the site as pages see it.
    pub(super) fn with_site<T>(&self, with: impl FnOnce(&Site<'_>) -> T) -> T {
        with_site(&self.made, &self.index, &self.plan, self.wanted, with)
    }

    /// The page in this file: `don-vi/nam-nhun/index.html`.
    fn page(&self, path: &str) -> Option<&PagePlan> {
        let by_path = self.plan.by_path.get_or_init(|| self.pages().iter().enumerate().map(|(at, page)| (page.path.clone(), at)).collect());
        by_path.get(path).map(|at| &self.pages()[*at])
    }

    /// The bytes a build would write into this file of the site; `None` when there is no such file. A page whose
    /// template fails has problems instead.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Vec<Problem>> {
        self.with_site(|site| publish::one(site, self, path, self.page(path)))
    }

    /// Whether the page in this file is a draft.
    pub fn is_draft(&self, path: &str) -> bool {
        self.page(path).is_some_and(|page| self.with_site(|site| pages::plan::is_draft(site, page.kind)))
    }

    /// How its pages are drawn.
    pub fn theme(&self) -> &Theme {
        &self.made.dress.theme
    }

    /// How its pages speak in the site's first language.
    pub fn language(&self) -> Option<&Language> {
        self.made.dress.languages.first()
    }

    /// The languages of the site, the first one first.
    pub fn languages(&self) -> &[String] {
        &self.made.config.languages
    }
}

fn with_site<T>(made: &Made, index: &Index, plan: &Plan, wanted: Wanted, with: impl FnOnce(&Site<'_>) -> T) -> T {
    let prose = |file: &str| read::prose_of(&made.sources, file);
    let picture = |file: &str| made.album.shown(file);
    let bytes = |file: &str| made.sources.find(file).map(|found| found.stamp.len);
    with(&Site {
        config: &made.config,
        record: &made.record,
        figures: &made.figures,
        history: &made.past.history,
        findings: &made.findings,
        index,
        moved: &plan.moved,
        languages: &made.dress.languages,
        names: &plan.names,
        prose: &prose,
        picture: &picture,
        file_bytes: &bytes,
        portable: wanted.portable,
        kit: wanted.kit,
        cards: look(made),
    })
}

/// The colours of share cards. Services that show them ask for a full address, so a site without one has none.
fn look(made: &Made) -> Option<Look> {
    made.config.base_url.as_ref().filter(|_| made.config.cards != Some(false))?;
    let theme = &made.dress.theme;
    // A colour written otherwise than in digits is left to browsers; black under white is nobody's mistake.
    Some(
        theme
            .colour("brand")
            .map_or(Look { brand: [0x1b; 3], on_brand: [0xff; 3] }, |brand| Look { brand, on_brand: theme.colour("on-brand").unwrap_or([0xff; 3]) }),
    )
}
