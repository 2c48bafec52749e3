//! A site ready to be drawn, page by page, for somebody who looks at it.
//!
//! Invariant: a page drawn here is the page a build draws from the same files.
//!
//! May use: assemble, config, diag, figures, pages, source, theme.

use std::collections::HashSet;

use super::memo::Memo;
use super::{Task, bound_figures, claims, configure, judge_bound, languages, parse_all, past, pictures, prose_of, reconcile_all, shared_key, theme};
use crate::assemble::{self, Filed};
use crate::config;
use crate::diag::{self, Failure, Problem};
use crate::figures::{self, Figures};
use crate::pages::{self, Index, PagePlan, Site, route::Names};
use crate::source;
use crate::theme::{Minify, Theme, squeeze};

/// A site somebody looks at.
pub struct Shown<'s> {
    /// Everything pages are made from.
    pub site: &'s Site<'s>,
    /// Every page.
    pub pages: &'s [PagePlan],
    /// What is wrong, sorted.
    pub problems: &'s [Problem],
    theme: &'s Theme,
}

impl Shown<'_> {
    /// Draws one page; `None` where its template is broken.
    pub fn draw(&self, page: &PagePlan) -> Option<Vec<u8>> {
        let drawing = pages::draw(self.site, page);
        let text = self.theme.render(drawing.layout, &self.site.languages[page.lang], &drawing.frame, &drawing.view).ok()?;
        let minify = match self.site.config.minify {
            config::Minify::Full => Minify::Full,
            config::Minify::Quick => Minify::Quick,
            config::Minify::Off => Minify::Off,
        };
        Some(if super::is_html(page) { squeeze(text, minify).html.into_bytes() } else { text.into_bytes() })
    }
}

/// Looks at a site as if these files held these bytes; `None` where it has no settings or no theme.
pub fn shown<T>(task: &Task, laid: &[(String, Vec<u8>)], with: impl FnOnce(&Shown<'_>) -> T) -> Result<Option<T>, Failure> {
    let mut problems = Vec::new();
    let mut sources = source::gather(&task.root, &task.out)?.into_value(&mut problems);
    laid.iter().for_each(|(path, bytes)| sources.lay(path, bytes));
    let Some((config, config_hash)) = configure(&sources, &mut problems) else { return Ok(None) };
    let memo = Memo::load(&task.root).fitting(&config.manner());
    let mut read = parse_all(&sources, &config, memo, &mut problems);
    let files: HashSet<&str> = sources.files.iter().map(|f| &*f.path).collect();
    let filed: Vec<Filed<'_>> = read.documents.iter().map(|d| Filed { file: d.file.clone(), hash: d.hash, document: &d.document }).collect();
    let mut record = assemble::record(&filed, &files, &[], &config).into_value(&mut problems);
    drop((filed, files));
    let bound = bound_figures(&read.documents, &config);
    let told = claims::take(&mut read.documents);
    let figures = Figures { sheets: record.sheets.iter().map(|(name, sheet)| (*name, figures::of(sheet, &record, &config))).collect() };
    problems.extend(judge_bound(&bound, &record, &figures, &config));
    let findings = reconcile_all(&mut record, &figures, &config, &mut problems);
    let past = past::look(task, &sources, &record, &figures, &config, &mut problems);
    past.history.mix(&mut record);
    if !diag::any_error(&problems) {
        problems.extend(claims::weigh(&told, &record, &figures, false).0);
    }
    let Some(theme) = theme(&sources, &config, &mut problems) else { return Ok(None) };
    let languages = languages(&config, &theme, &mut problems);
    let index = Index::of(&record);
    let names: Vec<Names> = config.languages.iter().enumerate().map(|(at, lang)| Names::of(lang, at == 0)).collect();
    let pictures = pictures::Sizes::new(&sources);
    let prose = |file: &str| prose_of(&sources, file);
    let size = |file: &str| pictures.of(file);
    let site = Site {
        config: &config,
        record: &record,
        figures: &figures,
        history: &past.history,
        findings: &findings,
        index: &index,
        languages: &languages,
        names: &names,
        prose: &prose,
        picture_size: &size,
        portable: task.portable || config.portable,
    };
    let pages = pages::plan(&site, shared_key(&record, &config_hash, &theme, &sources, site.portable)).into_value(&mut problems);
    diag::sort(&mut problems);
    Ok(Some(with(&Shown { site: &site, pages: &pages, problems: &problems, theme: &theme })))
}
