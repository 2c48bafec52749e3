//! What figures are held against: the numbers bound to them, and each other.
//!
//! Invariant: a bound number that names no figure, or does not say what its figure says, is a problem.
//!
//! May use: bound, figures, reconcile, model, pages, parse, config, markdown, assemble, diag; crates rayon.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::read::Read;
use crate::assemble;
use crate::bound;
use crate::config::Config;
use crate::diag::{self, At, Place, Problem};
use crate::figures::{self, Figures, Standpoint};
use crate::markdown::FigureUse;
use crate::model::{Period, Record, ReportIx};
use crate::pages::{key::KeyMaker, route::Folder, route::Names};
use crate::parse::Document;
use crate::reconcile::{self, Book, Findings};

/// The numbers a file binds to figures, in the report of this id or in a hand-written page.
pub(super) struct Bound {
    file: Arc<str>,
    report: Option<String>,
    lang: String,
    figures: Vec<FigureUse>,
    blocks: Vec<At<String>>,
}

/// Every number that is bound to a figure.
pub(super) fn bound_figures(documents: &[Read], config: &Config) -> Vec<Bound> {
    let mut all = Vec::new();
    for read in documents {
        let (figures, blocks, lang, report) = match &*read.document {
            Document::Report(report) => (&report.figures, &report.blocks, &report.lang, Some(&report.slug)),
            Document::Prose(prose) => (&prose.figures, &prose.blocks, &prose.lang, None),
            _ => continue,
        };
        if !figures.is_empty() || !blocks.is_empty() {
            let lang = if lang.is_empty() { config.first_language().to_owned() } else { lang.clone() };
            all.push(Bound { file: read.file.clone(), report: report.cloned(), lang, figures: figures.clone(), blocks: blocks.clone() });
        }
    }
    all
}

/// The bound numbers that name no figure, or do not say what their figure says.
pub(super) fn judge_bound(bound: &[Bound], record: &Record, figures: &Figures, config: &Config) -> Vec<Problem> {
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
        // A draft, or a report that could not be joined in, has no place of its own to look in.
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
    assemble::problems::figure_nowhere(Place::at(file, told.address.spot), address, near)
}

/// Looks for what does not add up, sheet by sheet, and marks the sheets that show some of it.
pub(super) fn reconcile_all(record: &mut Record, figures: &Figures, config: &Config, problems: &mut Vec<Problem>) -> Findings {
    let names = Names::of(config.first_language(), true);
    let children = reconcile::children(record);
    let one = |sheet: &figures::SheetFigures| {
        let book = Book::of(record, figures, sheet.area, sheet.period)?;
        let found = reconcile::of(&book, &children);
        let mut said: Vec<Problem> = found.iter().map(|finding| reconcile::problems::of_finding(&book, finding)).collect();
        let page = || format!("{}{}/", names.page(Folder::Areas, &record.area(sheet.area).id), sheet.period.slug());
        said.extend(reconcile::problems::doubts(&book, page));
        Some((found, said))
    };
    let all: Vec<_> = figures.sheets.par_iter().filter_map(|(_, sheet)| one(sheet)).collect();
    let mut found = Vec::new();
    for (findings, said) in all {
        found.extend(findings);
        problems.extend(said);
    }
    let findings = Findings::file(found);
    let marks: Vec<_> = findings.marks(record, figures).collect();
    for (name, mark) in marks {
        if let Some(sheet) = record.sheets.get_mut(&name) {
            sheet.digest = KeyMaker::new(&sheet.digest).with(mark.as_bytes()).finish();
        }
    }
    findings
}
