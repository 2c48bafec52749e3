//! What figures are held against: the numbers bound to them, and each other.
//!
//! Invariant: a bound number that names no figure, or does not say what its figure says, is a problem.
//!
//! May use: bound, figures, reconcile, model, pages, parse, config, markdown, assemble, diag; crates rayon.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::read::Read;
use crate::assemble;
use crate::bound;
use crate::config::Config;
use crate::diag::{self, At, Place, Problem};
use crate::figures::{Figures, Standpoint};
use crate::markdown::FigureUse;
use crate::model::{AreaIx, Period, Record, ReportIx};
use crate::pages::{key::KeyMaker, route::Folder, route::Names};
use crate::parse::Document;
use crate::reconcile::{self, Book, Finding, Findings};

/// The numbers a file binds to figures, in the report of this id or in a hand-written page.
pub(super) struct Bound {
    pub(super) file: Arc<str>,
    report: Option<String>,
    lang: String,
    figures: Vec<FigureUse>,
    blocks: Vec<At<String>>,
}

/// The numbers a document binds to figures, when it binds any.
pub(super) fn bound_of(read: &Read, config: &Config) -> Option<Arc<Bound>> {
    let (figures, blocks, lang, report) = match &*read.document {
        Document::Report(report) => (&report.figures, &report.blocks, &report.lang, Some(&report.slug)),
        Document::Prose(prose) => (&prose.figures, &prose.blocks, &prose.lang, None),
        _ => return None,
    };
    let lang = if lang.is_empty() { config.first_language().to_owned() } else { lang.clone() };
    let bound = || Arc::new(Bound { file: read.file.clone(), report: report.cloned(), lang, figures: figures.clone(), blocks: blocks.clone() });
    (!figures.is_empty() || !blocks.is_empty()).then(bound)
}

impl Bound {
    /// Whether one of its numbers may be a figure of one of these places: its report, by its id, is about one of them, or an
    /// address begins with the place.
    pub(super) fn may_name(&self, places: &HashSet<&str>, reports: &HashSet<&str>) -> bool {
        let figures = self.figures.iter().map(|told| told.address.value.as_str());
        let blocks = self.blocks.iter().filter_map(|block| Some(block.value.split_once(':')?.1));
        let begins = |address: &str| address.split('/').next().is_some_and(|place| places.contains(place));
        self.report.as_deref().is_some_and(|id| reports.contains(id)) || figures.chain(blocks).any(begins)
    }
}

/// The bound numbers that name no figure, or do not say what their figure says.
pub(super) fn judge_bound(bound: &[Arc<Bound>], record: &Record, figures: &Figures, config: &Config) -> Vec<Problem> {
    let by_id: HashMap<&str, ReportIx> = if bound.is_empty() {
        HashMap::new()
    } else {
        record.reports.iter().enumerate().map(|(at, report)| (report.id.as_str(), ReportIx(at as u32))).collect()
    };
    let locale = config.manner().locale;
    let judged = bound.par_iter().flat_map_iter(|bound| {
        let report = bound.report.as_ref().and_then(|id| by_id.get(id.as_str()).copied());
        let from = report.map_or_else(Standpoint::default, |ix| Standpoint::of(record, ix));
        let text = bound::Text { file: &bound.file, lang: &bound.lang, locale };
        // A report that could not be joined in has no place of its own to look in.
        let lost = report.is_none() && bound.report.is_some();
        let told = if lost { &[] } else { bound.figures.as_slice() };
        let blocks = if lost { &[] } else { bound.blocks.as_slice() };
        let blocks = blocks.iter().filter_map(|block| bound::blocks::problem(block, &bound.file, &from, record, figures));
        told.iter()
            .filter_map(|told| match figures.find(record, &from, &told.address.value) {
                Some(figure) => bound::problem(told, text, record, figure),
                None => Some(leads_nowhere(told, text.file, report, record, figures)),
            })
            .chain(blocks)
            .collect::<Vec<_>>()
    });
    judged.collect()
}

/// A link to a figure nobody stated, with the nearest address there is.
fn leads_nowhere(told: &FigureUse, file: &Arc<str>, report: Option<ReportIx>, record: &Record, figures: &Figures) -> Problem {
    let address = told.address.value.as_str();
    let own = report.map(|ix| record.report(ix)).and_then(|r| figures.sheet(*r.areas.first()?, Period::year(r.year)));
    let near = own.and_then(|sheet| diag::nearest::nearest(address, sheet.figures.iter().map(|f| f.address.as_str())));
    let only = own.and_then(|sheet| diag::nearest::only(address, sheet.figures.iter().map(|f| f.address.as_str())));
    assemble::problems::figure_nowhere(Place::at(file, told.address.spot), address, near).meant_if(address, only)
}

/// What does not add up in one sheet, and what is to be told of it.
#[derive(Clone)]
pub(super) struct Reconciled {
    pub(super) findings: Vec<Arc<Finding>>,
    pub(super) said: Vec<Problem>,
}

/// Which sheet.
pub(super) type SheetName = (AreaIx, Period);

/// Looks for what does not add up in some sheets.
pub(super) fn reconcile(names: &[SheetName], record: &Record, figures: &Figures, config: &Config) -> Vec<(SheetName, Reconciled)> {
    let words = Names::of(config.first_language(), true);
    let children = reconcile::children(record);
    let one = |name: &SheetName| {
        let book = Book::of(record, figures, name.0, name.1)?;
        let found = reconcile::of(&book, &children);
        let mut said: Vec<Problem> = found.iter().map(|finding| reconcile::problems::of_finding(&book, finding)).collect();
        let page = || format!("{}{}/", words.page(Folder::Areas, &record.area(name.0).id), name.1.slug());
        said.extend(reconcile::problems::doubts(&book, page));
        Some((*name, Reconciled { findings: found.into_iter().map(Arc::new).collect(), said }))
    };
    names.par_iter().filter_map(one).collect()
}

/// Looks for what does not add up, and marks the sheets that show some of it.
pub(super) fn reconcile_all(record: &mut Record, figures: &Figures, config: &Config, problems: &mut Vec<Problem>) -> Findings {
    let names: Vec<SheetName> = figures.sheets.keys().copied().collect();
    let mut found = Vec::new();
    for (_, one) in reconcile(&names, record, figures, config) {
        found.extend(one.findings);
        problems.extend(one.said);
    }
    let findings = Findings::file(found);
    let marks: Vec<_> = findings.marks(record, figures).collect();
    for (name, mark) in marks {
        if let Some(sheet) = record.sheets.get_mut(&name) {
            let digest = KeyMaker::new(&sheet.digest).with(mark.as_bytes()).finish();
            Arc::make_mut(sheet).digest = digest;
        }
    }
    findings
}
