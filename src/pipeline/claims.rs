//! The numbers of all reports held against the figures: what is told of them, and which links can be put in.
//!
//! Invariant: a link is put only around a number that is one figure for certain and is typed in digits.
//!
//! May use: claims, diag, figures, i18n, mend, model, parse, source, weigh, bound, config; crates rayon.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Read;
use crate::bound;
use crate::claims::{Claim, Claims, Form};
use crate::config::Config;
use crate::diag::{Place, Problem, Said};
use crate::figures::{Figures, Standpoint};
use crate::i18n::{NumberStyle, numbers};
use crate::mend::{self, Fixes, Insert};
use crate::model::{MoneyUnit, Number, Quantity, Record, ReportIx, Unit};
use crate::parse::{self, Document};
use crate::source::{self, Hash, Sources};
use crate::weigh::{Meant, Scales, Verdict, problems};

/// The claims of one report in one language.
pub(super) struct Told {
    file: Arc<str>,
    report: String,
    hash: Hash,
    claims: Claims,
}

/// So many notes of a kind are told one by one; more are told in one.
const MOST: usize = 200;

/// Takes the claims out of the documents: the rest of them is let go of before figures are made.
pub(super) fn take(documents: &mut [Read]) -> Vec<Told> {
    let mut all = Vec::new();
    for read in documents {
        if let Document::Report(report) = &mut read.document
            && !report.claims.all.is_empty()
        {
            all.push(Told { file: read.file.clone(), report: report.slug.clone(), hash: read.hash, claims: std::mem::take(&mut report.claims) });
        }
    }
    all
}

/// What one text has to be told of.
#[derive(Default)]
struct Weighed {
    warnings: Vec<Problem>,
    unlinked: Vec<Problem>,
    unsure: Vec<Problem>,
    unknown: Vec<(String, u32)>,
    unknown_at: Option<Place>,
    fixes: Option<Fixes>,
}

/// Holds every claim against the figures.
pub(super) fn weigh(told: &[Told], record: &Record, figures: &Figures) -> (Vec<Problem>, Vec<Fixes>) {
    if told.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let by_id: HashMap<&str, ReportIx> = record.reports.iter().enumerate().map(|(at, report)| (report.id.as_str(), ReportIx(at as u32))).collect();
    let scales = Scales::of(record, figures);
    let all: Vec<(&Told, Weighed)> =
        told.par_iter().filter_map(|told| by_id.get(told.report.as_str()).map(|ix| (told, one(told, *ix, record, &scales)))).collect();
    let mut problems: Vec<Problem> = Vec::new();
    let first = |has: &dyn Fn(&Weighed) -> usize| {
        let with: Vec<&(&Told, Weighed)> = all.iter().filter(|(_, w)| has(w) > 0).collect();
        (with.iter().map(|(_, w)| has(w)).sum::<usize>(), with.len(), with.first().map_or("", |(t, _)| &*t.file).to_owned())
    };
    let unlinked = first(&|w| w.unlinked.len());
    let unsure = first(&|w| w.unsure.len());
    let unknown = first(&|w| w.unknown.len());
    let many_without = unsure.0 > MOST || unknown.1 > MOST;
    if unlinked.0 > MOST {
        problems.push(problems::many_not_linked(unlinked.0, unlinked.1, &unlinked.2));
    }
    if many_without {
        let both = first(&|w| w.unsure.len() + w.unknown.len());
        problems.push(problems::many_without(both.0, both.1, &both.2));
    }
    let mut fixes = Vec::new();
    for (_, weighed) in all {
        problems.extend(weighed.warnings);
        if unlinked.0 <= MOST {
            problems.extend(weighed.unlinked);
        }
        if !many_without {
            problems.extend(weighed.unsure);
            problems.extend(weighed.unknown_at.map(|place| problems::without_figure(place, &weighed.unknown)));
        }
        fixes.extend(weighed.fixes);
    }
    (problems, fixes)
}

fn one(told: &Told, ix: ReportIx, record: &Record, scales: &Scales<'_>) -> Weighed {
    let mut out = Weighed::default();
    let mut inserts = Vec::new();
    let figured = |meant: &Meant<'_>| figured(record, scales, ix, *meant);
    for (claim, verdict) in told.claims.all.iter().zip(scales.weigh(ix, &told.claims)) {
        let place = Place::at(&told.file, claim.spot);
        let typed = claim.reading.typed.as_str();
        match verdict {
            Verdict::Agrees(meant) => {
                let Some(figure) = figured(&meant) else { continue };
                let links = links(claim, &figure.address);
                out.unlinked.push(problems::not_linked(place, typed, &figure, links.is_some()));
                inserts.extend(links.into_iter().flatten());
            }
            Verdict::Several(all) => {
                let all: Vec<_> = all.iter().filter_map(&figured).collect();
                if !all.is_empty() {
                    out.unsure.push(problems::ambiguous(place, typed, &all));
                }
            }
            Verdict::Near(meant, slip) => out.warnings.extend(figured(&meant).map(|figure| problems::nearly(place, typed, &figure, slip))),
            Verdict::Follows | Verdict::Nothing => {}
            Verdict::Unknown => {
                out.unknown.push((typed.to_owned(), claim.spot.line));
                out.unknown_at.get_or_insert(place);
            }
        }
    }
    if !inserts.is_empty() {
        out.fixes = Some(Fixes { file: told.file.to_string(), hash: told.hash, inserts });
    }
    out
}

/// The fixes that leave nothing to tell of: a link whose words would not say just what the figure says is not put in.
pub(super) fn proved(fixes: Vec<Fixes>, sources: &Sources, record: &Record, figures: &Figures, config: &Config) -> Vec<Fixes> {
    let by_id: HashMap<&str, ReportIx> = record.reports.iter().enumerate().map(|(at, report)| (report.id.as_str(), ReportIx(at as u32))).collect();
    let prove = |mut fixes: Fixes| {
        let text = source::read_text(sources.find(&fixes.file)?).value?.text;
        let faults = |inserts: &[Insert]| {
            let mended = String::from_utf8(mend::mended(text.as_bytes(), inserts)?).ok()?;
            faults(&fixes.file, &mended, &by_id, record, figures, config)
        };
        let before = faults(&[])?;
        if faults(&fixes.inserts)? > before {
            fixes.inserts = fixes.inserts.chunks(2).filter(|link| faults(link) == Some(before)).flatten().cloned().collect();
        }
        (!fixes.inserts.is_empty()).then_some(fixes)
    };
    fixes.into_par_iter().filter_map(prove).collect()
}

/// How many of the bound numbers of a text do not say what their figure says.
fn faults(file: &str, text: &str, by_id: &HashMap<&str, ReportIx>, record: &Record, figures: &Figures, config: &Config) -> Option<usize> {
    let file: Arc<str> = file.into();
    let kind = parse::kind::of(&file)?;
    let Some(Document::Report(report)) = parse::document(&file, &kind, text, &config.manner()).value else { return None };
    let ix = *by_id.get(report.slug.as_str())?;
    let lang = if report.lang.is_empty() { config.first_language() } else { &report.lang };
    let told = bound::Text { file: &file, lang, locale: config.manner().locale };
    let from = Standpoint::of(record, ix);
    Some(
        report
            .figures
            .iter()
            .filter(|figure| figures.find(record, &from, &figure.address.value).is_none_or(|found| bound::problem(figure, told, record, found).is_some()))
            .count(),
    )
}

/// The brackets around a number, where they can be put.
pub fn links(claim: &Claim, address: &str) -> Option<[Insert; 2]> {
    let (start, length) = claim.bytes?;
    let plain = address.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'/' | b'@' | b'~' | b'.'));
    let (start, end) = (start as usize, start as usize + length as usize);
    (plain && claim.form == Form::Digits).then(|| [Insert { at: start, text: "[".to_owned() }, Insert { at: end, text: format!("](figure:{address})") }])
}

fn figured(record: &Record, scales: &Scales<'_>, report: ReportIx, meant: Meant<'_>) -> Option<problems::Figured> {
    let sheet = record.sheets.get(&(meant.sheet.area, meant.sheet.period))?;
    let address = scales.link(report, meant)?;
    let fact = meant.sheet.fact(sheet, meant.ix);
    let reading = meant.sheet.reading(sheet, meant.ix);
    let value = if reading.typed.is_empty() {
        let percent = if reading.unit == Unit::Percent { "%" } else { "" };
        let shown = |style| match reading.quantity {
            Quantity::Exact(n) | Quantity::Pair { part: n, .. } => numbers::decimal(Number(n.0), style) + percent,
            _ => String::new(),
        };
        Said::new(shown(NumberStyle::VI), shown(NumberStyle::EN))
    } else {
        let unit = match &reading.unit {
            Unit::Money(unit) if !reading.typed.contains(|c: char| c.is_alphabetic()) => {
                let (vi, en) = money(*unit);
                Said::new(format!(" {vi}"), format!(" {en}"))
            }
            _ => Said::new("", ""),
        };
        Said::new(format!("{}{}", reading.typed, unit.vi), format!("{}{}", reading.typed, unit.en))
    };
    Some(problems::Figured { address, value, stated: fact.map(|f| (f.place.file.to_string(), f.place.spot.line)) })
}

fn money(unit: MoneyUnit) -> (&'static str, &'static str) {
    match unit {
        MoneyUnit::Dong => ("đồng", "dong"),
        MoneyUnit::Thousand => ("nghìn đồng", "thousand dong"),
        MoneyUnit::Million => ("triệu đồng", "million dong"),
        MoneyUnit::Billion => ("tỷ đồng", "billion dong"),
        MoneyUnit::Trillion => ("nghìn tỷ đồng", "trillion dong"),
        MoneyUnit::Quadrillion => ("triệu tỷ đồng", "quadrillion dong"),
    }
}
