//! Who is mentioned where: reports by area, programme and document, areas by parent, sheets by source.
//!
//! Invariant: lists keep the order of the record, so reports are newest first.
//!
//! May use: model.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{AreaIx, Period, Record, ReportIx, SourceRef, Subject};

/// Cross references, made once.
#[derive(Debug, Default)]
pub struct Index {
    /// Reports of each area.
    pub by_area: Vec<Vec<ReportIx>>,
    /// Reports of each programme.
    pub by_programme: Vec<Vec<ReportIx>>,
    /// Reports that cite each document.
    pub by_document: Vec<Vec<ReportIx>>,
    /// Areas within each area.
    pub children: Vec<Vec<AreaIx>>,
    /// Sheets that take figures from each report.
    pub sheets_of_report: Vec<Vec<(AreaIx, Period)>>,
    /// Sheets with a line or an indicator of each programme.
    pub sheets_of_programme: Vec<BTreeSet<(AreaIx, Period)>>,
    /// Sheets with a line of each indicator.
    pub sheets_of_indicator: Vec<BTreeSet<(AreaIx, Period)>>,
    /// Works of each area.
    pub works_of_area: Vec<Vec<u32>>,
    /// Reports by year, newest year last.
    pub by_year: BTreeMap<i16, Vec<ReportIx>>,
    /// Groups each area is a member of.
    pub groups_of: Vec<Vec<AreaIx>>,
}

impl Index {
    /// Reads the record once.
    pub fn of(record: &Record) -> Self {
        let mut index = Index {
            by_area: vec![Vec::new(); record.areas.len()],
            by_programme: vec![Vec::new(); record.programmes.len()],
            by_document: vec![Vec::new(); record.documents.len()],
            children: vec![Vec::new(); record.areas.len()],
            sheets_of_report: vec![Vec::new(); record.reports.len()],
            sheets_of_programme: vec![BTreeSet::new(); record.programmes.len()],
            sheets_of_indicator: vec![BTreeSet::new(); record.indicators.len()],
            works_of_area: vec![Vec::new(); record.areas.len()],
            by_year: BTreeMap::new(),
            groups_of: vec![Vec::new(); record.areas.len()],
        };
        for (at, report) in record.reports.iter().enumerate() {
            let ix = ReportIx(at as u32);
            report.areas.iter().for_each(|a| push_once(&mut index.by_area[a.at()], ix));
            report.programmes.iter().for_each(|p| push_once(&mut index.by_programme[p.at()], ix));
            report.documents.iter().for_each(|d| push_once(&mut index.by_document[d.at()], ix));
            index.by_year.entry(report.year).or_default().push(ix);
        }
        for (ix, area) in record.areas() {
            if let Some(parent) = area.parent {
                index.children[parent.at()].push(ix);
            }
            area.members.iter().for_each(|m| index.groups_of[m.at()].push(ix));
        }
        for (at, work) in record.works.iter().enumerate() {
            index.works_of_area[work.area.at()].push(at as u32);
        }
        for (name, sheet) in &record.sheets {
            for fact in sheet.facts.iter().chain(&sheet.replaced) {
                if let Some(SourceRef::Report(report)) = fact.source {
                    push_once(&mut index.sheets_of_report[report.at()], *name);
                }
                match &fact.subject {
                    Subject::Money(axes) => {
                        index.sheets_of_programme[axes.programme.at()].insert(*name);
                    }
                    Subject::Indicator(ix, _) => {
                        index.sheets_of_indicator[ix.at()].insert(*name);
                        index.sheets_of_programme[record.indicator(*ix).programme.at()].insert(*name);
                    }
                    Subject::Criteria(_) => {}
                }
            }
        }
        index
    }
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if list.last() != Some(&item) {
        list.push(item);
    }
}
