//! The book of corrections, with its reports and documents found.
//!
//! May use: diag, model.

use super::{Hall, Written};
use crate::diag::{Place, Said};
use crate::model::{Correction, Record};

pub(super) fn corrections(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    record.sample_corrections = written.sample_corrections;
    for (file, one) in &written.corrections {
        let report = one.report.as_ref().and_then(|id| {
            if hall.unread.reports.contains(&id.value) {
                return None;
            }
            let found = hall.names.reports.get(&id.value).copied();
            hall.known(file, id, &Said::new("bài", "report"), found, |names| names.reports.keys())
        });
        // A report nobody knows has been told of.
        if one.report.is_some() && report.is_none() {
            continue;
        }
        record.corrections.push(Correction {
            place: Place::at(file, one.spot),
            figure: one.figure.clone(),
            report,
            kind: one.kind,
            release: one.release.clone(),
            before: one.before.clone(),
            after: one.after.clone(),
            what: one.what.clone(),
            why: one.why.clone(),
            document: one.document.as_ref().and_then(|id| hall.document(file, id)),
            date: one.date,
        });
    }
}
