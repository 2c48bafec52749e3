//! What the files of a site give to a form: its papers, and the ids a source can have.
//!
//! Invariant: a file that cannot be read is no paper; nothing is made up for it.
//!
//! May use: model, parse, source, values.

use super::paper::{File, Paper};
use crate::model::{AreaIx, Period, Record};
use crate::parse::{self, Kind};
use crate::source::{self, Sources};
use crate::values::Locale;

/// Plan and results of an area and a period, as they are typed; `None` where there is neither, or one cannot be read.
pub fn paper(sources: &Sources, record: &Record, locale: Locale, area: AreaIx, period: Period) -> Option<Paper> {
    let folder = format!("content/areas/{}/{}", record.area(area).id, period.slug());
    let names = sources.files.iter().filter(|found| found.path.strip_prefix(&folder).is_some_and(|rest| rest.starts_with('/')));
    let mut plan: Option<(u16, File)> = None;
    let mut results = None;
    for found in names {
        let read = || File::read(&found.path, String::from_utf8(source::read_bytes(found).value?.0).ok()?);
        match parse::kind::of(&found.path) {
            Some(Kind::Plan { version, .. }) if plan.as_ref().is_none_or(|(newest, _)| *newest < version) => plan = Some((version, read()?)),
            Some(Kind::Results { .. }) => results = Some(read()?),
            _ => {}
        }
    }
    if plan.is_none() && results.is_none() {
        return None;
    }
    Some(Paper {
        area,
        period,
        plan: plan.map_or_else(|| File::missing(format!("{folder}/plan.yaml")), |(_, file)| file),
        results: results.unwrap_or_else(|| File::missing(format!("{folder}/results.yaml"))),
        locale,
    })
}

/// Ids a source can have.
pub fn sources(record: &Record) -> Vec<String> {
    record.reports.iter().map(|report| report.id.clone()).chain(record.documents.iter().map(|document| document.id.clone())).collect()
}
