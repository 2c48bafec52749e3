//! Which documents a report, a sheet and the programmes were made from, with all that a small step of a live site leaves as
//! it is: it is looked up once, so that a step costs what changed and not what there is.
//!
//! Invariant: it holds as long as no file comes or goes, and every name and every draft stays what it was.
//!
//! May use: assemble, parse, model, source.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::judge::SheetName;
use super::read::Read;
use crate::assemble::{Drafts, Known, Names};
use crate::model::{Record, ReportIx};
use crate::parse::Document;
use crate::source::Sources;

/// Where a document is in the list of all.
type Place = usize;

/// What is filed where.
pub(super) struct Filing {
    /// For whoever makes sheets and reports anew.
    pub(super) known: Known,
    programmes: Vec<Place>,
    sheets: HashMap<SheetName, Vec<Place>>,
    reports: HashMap<ReportIx, Vec<Place>>,
}

impl Filing {
    /// Files the documents of a record.
    pub(super) fn of(sources: &Sources, documents: &[Read], record: &Record) -> Self {
        let drafts = Drafts::of(documents.iter().map(|read| &*read.document));
        let known = Known { files: sources.paths(), names: Arc::new(Names::of(record)), drafts: Arc::new(drafts) };
        let mut filing = Filing { known, programmes: Vec::new(), sheets: HashMap::new(), reports: HashMap::with_capacity(record.reports.len()) };
        for (at, read) in documents.iter().enumerate() {
            match filing.made(&read.document) {
                Some(Made::Sheet(name)) => filing.sheets.entry(name).or_default().push(at),
                Some(Made::Report(ix)) => filing.reports.entry(ix).or_default().push(at),
                None if matches!(*read.document, Document::Programme(_)) => filing.programmes.push(at),
                None => {}
            }
        }
        filing
    }

    /// What a document is a part of.
    fn made(&self, document: &Document) -> Option<Made> {
        match document {
            Document::Sheet(sheet) => self.known.names.area(&sheet.area).map(|area| Made::Sheet((area, sheet.period))),
            Document::Report(report) => self.known.names.report(&report.slug).map(Made::Report),
            _ => None,
        }
    }

    /// Every document of the sheets and reports these are parts of, and all programmes, in their order; `None` where one of
    /// them is part of nothing.
    pub(super) fn around<'d>(&self, documents: impl Iterator<Item = &'d Document>) -> Option<BTreeSet<Place>> {
        let mut all: BTreeSet<Place> = self.programmes.iter().copied().collect();
        for document in documents {
            all.extend(match self.made(document)? {
                Made::Sheet(name) => self.sheets.get(&name)?,
                Made::Report(ix) => self.reports.get(&ix)?,
            });
        }
        Some(all)
    }
}

/// What is made from several documents.
enum Made {
    Sheet(SheetName),
    Report(ReportIx),
}
