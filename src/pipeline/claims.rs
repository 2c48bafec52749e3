//! The numbers of all reports held against the figures: what is told of them, and which links can be put in.
//!
//! Invariant: a link is put only around a number that is one figure for certain and is typed in digits.
//!
//! May use: claims, diag, figures, i18n, mend, model, parse, source, weigh, bound, config, markdown; crates rayon.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::read::Read;
use crate::bound;
use crate::claims::{Claim, Claims, Form};
use crate::config::Config;
use crate::diag::{self, Problem, Said};
use crate::figures::{Figures, Standpoint};
use crate::i18n::{NumberStyle, numbers};
use crate::markdown;
use crate::mend::{self, Fixes, Insert};
use crate::model::{MoneyUnit, Number, Quantity, Record, ReportIx, Unit};
use crate::parse::{self, Document};
use crate::source::{self, Hash, Sources};
use crate::weigh::{Care, Meant, Place, Scales, Verdict, problems};

/// The claims of one report in one language.
pub(super) struct Told {
    file: Arc<str>,
    report: String,
    hash: Hash,
    claims: Arc<Claims>,
}

/// So many notes of a kind are told one by one; more are told in one.
const MOST: usize = 200;
/// Of more numbers that are no figure than this it is not found out which follow from figures.
const A_FEW: usize = 2_000;

/// The claims of all documents. They stay when the rest of the documents is let go of before figures are made.
pub(super) fn of(documents: &[Read]) -> Vec<Told> {
    documents.iter().filter_map(told).collect()
}

/// The claims of one document, when it has any.
pub(super) fn told(read: &Read) -> Option<Told> {
    match &*read.document {
        Document::Report(report) if !report.claims.all.is_empty() => {
            Some(Told { file: read.file.clone(), report: report.slug.clone(), hash: read.hash, claims: report.claims.clone() })
        }
        _ => None,
    }
}

/// What one text has to be told of.
#[derive(Default)]
struct Weighed {
    warnings: Vec<Problem>,
    unlinked: Vec<Problem>,
    unsure: Vec<Problem>,
    unknown: Vec<(String, u32)>,
    unknown_at: Option<diag::Place>,
    fixes: Option<Fixes>,
}

/// How many claims of a text there is something to say of, and whether any of it is a warning.
#[derive(Clone, Copy, Default)]
struct Tally {
    unlinked: usize,
    unsure: usize,
    unknown: usize,
    warns: bool,
}

/// So many texts are weighed one after the other, with the figures of their places made ready once.
const ROUND: usize = 200;

/// Holds every claim against the figures. `fix` asks for the links that can be put in.
///
/// A country's reports hold a hundred thousand numbers nobody linked, and what is said of them is one sentence: they are
/// counted first, and only what is told one by one is looked at with all care and put into words.
pub(super) fn weigh(told: &[Told], record: &Record, figures: &Figures, fix: bool) -> (Vec<Problem>, Vec<Fixes>) {
    // OK because nobody tells it to stop.
    weigh_until(told, record, figures, fix, &AtomicBool::new(false)).unwrap_or_default()
}

/// The same, given up with `None` as soon as somebody says to stop.
pub(super) fn weigh_until(told: &[Told], record: &Record, figures: &Figures, fix: bool, stop: &AtomicBool) -> Option<(Vec<Problem>, Vec<Fixes>)> {
    if told.is_empty() {
        return Some((Vec::new(), Vec::new()));
    }
    let in_rounds = Rounds { record, stop };
    let by_id: HashMap<&str, ReportIx> = record.reports.iter().enumerate().map(|(at, report)| (report.id.as_str(), ReportIx(at as u32))).collect();
    let scales = Scales::of(record, figures);
    let texts: Vec<(&Told, ReportIx)> = told.iter().filter_map(|told| by_id.get(told.report.as_str()).map(|ix| (told, *ix))).collect();
    let mut counted = in_rounds.of(&texts, &scales, |place, told, ix| tally(&scales.weigh_at(place, ix, &told.claims, Care::Figures)));
    // Of a few, those that follow from figures are told apart from those that are none.
    if counted.iter().map(|(_, tally)| tally.unknown).sum::<usize>() <= A_FEW {
        let open: Vec<(&Told, ReportIx)> = counted.iter().filter(|(_, tally)| tally.unknown > 0).map(|(text, _)| *text).collect();
        let whole = in_rounds.of(&open, &scales, |place, told, ix| tally(&scales.weigh_at(place, ix, &told.claims, Care::Whole)));
        let mut whole = whole.into_iter().map(|(_, tally)| tally);
        counted.iter_mut().filter(|(_, tally)| tally.unknown > 0).for_each(|(_, tally)| *tally = whole.next().unwrap_or_default());
    }
    let sum = |of: &dyn Fn(&Tally) -> usize| {
        let with: Vec<_> = counted.iter().filter(|(_, tally)| of(tally) > 0).collect();
        (with.iter().map(|(_, tally)| of(tally)).sum::<usize>(), with.len(), with.first().map_or("", |((told, _), _)| &*told.file).to_owned())
    };
    let unlinked = sum(&|t| t.unlinked);
    let both = sum(&|t| t.unsure + t.unknown);
    // Those without a figure are one note a text.
    let many_without = sum(&|t| t.unsure).0 > MOST || sum(&|t| t.unknown).1 > MOST;
    let mut problems: Vec<Problem> = Vec::new();
    if unlinked.0 > MOST {
        problems.push(problems::many_not_linked(unlinked.0, unlinked.1, &unlinked.2));
    }
    if many_without {
        problems.push(problems::many_without(both.0, both.1, &both.2));
    }
    let in_words = |tally: &Tally| tally.warns || tally.unlinked > 0 && (fix || unlinked.0 <= MOST) || tally.unsure + tally.unknown > 0 && !many_without;
    let concerned: Vec<(&Told, ReportIx)> = counted.iter().filter(|(_, tally)| in_words(tally)).map(|(text, _)| *text).collect();
    let all = in_rounds.of(&concerned, &scales, |place, told, ix| one(told, ix, record, &scales, place));
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
        fixes.extend(weighed.fixes.filter(|_| fix));
    }
    (!stop.load(Ordering::Relaxed)).then_some((problems, fixes))
}

/// How texts are gone through, as long as nobody says to stop.
struct Rounds<'r> {
    record: &'r Record,
    stop: &'r AtomicBool,
}

impl Rounds<'_> {
    /// Does something with each text, side by side, and gives what came of it in the order of the texts.
    fn of<'t, 's, T: Send>(
        &self,
        texts: &[(&'t Told, ReportIx)],
        scales: &Scales<'s>,
        with: impl Fn(&Place<'_, 's>, &Told, ReportIx) -> T + Sync,
    ) -> Vec<((&'t Told, ReportIx), T)> {
        let record = self.record;
        let areas = |at: usize| record.report(texts[at].1).areas.as_slice();
        // Neighbours are weighed together: they share what lies around them.
        let around = |at: usize| areas(at).first().map(|area| record.area(*area).parent.unwrap_or(*area));
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|at| (around(*at), areas(*at)));
        let mut done: Vec<(usize, T)> = order
            .par_chunks(ROUND)
            .filter(|_| !self.stop.load(Ordering::Relaxed))
            .flat_map_iter(|some| {
                let parts = scales.parts(some.iter().flat_map(|at| areas(*at)));
                let weighed = some.chunk_by(|a, b| areas(*a) == areas(*b)).flat_map(|same| {
                    let place = parts.place(record, areas(same[0]));
                    same.iter().map(|at| (*at, with(&place, texts[*at].0, texts[*at].1))).collect::<Vec<_>>()
                });
                weighed.collect::<Vec<_>>()
            })
            .collect();
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().map(|(at, what)| (texts[at], what)).collect()
    }
}

/// Counts what there is to say.
fn tally(verdicts: &[Verdict<'_>]) -> Tally {
    let mut tally = Tally::default();
    for verdict in verdicts {
        match verdict {
            Verdict::Agrees(_) => tally.unlinked += 1,
            Verdict::Several(_) => tally.unsure += 1,
            Verdict::Unknown => tally.unknown += 1,
            Verdict::Near(..) => tally.warns = true,
            Verdict::Follows | Verdict::Nothing => {}
        }
    }
    tally
}

fn one<'s>(told: &Told, ix: ReportIx, record: &Record, scales: &Scales<'s>, place: &Place<'_, 's>) -> Weighed {
    let mut out = Weighed::default();
    let mut inserts = Vec::new();
    let figured = |meant: &Meant<'_>| figured(record, scales, ix, *meant);
    for (claim, verdict) in told.claims.all.iter().zip(scales.weigh_at(place, ix, &told.claims, Care::Whole)) {
        let place = diag::Place::at(&told.file, claim.spot);
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
        fixes.inserts = harmless(&text, std::mem::take(&mut fixes.inserts));
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

/// The links that change nothing else of a text. In `**780**là` the stars close because a digit stands before them; before
/// a bracket they would be stars.
pub fn harmless(text: &str, inserts: Vec<Insert>) -> Vec<Insert> {
    let drawn = |text: &str| markdown::html(parse::report::prose_of(text), &WithoutLinks, markdown::Words { illustration: "", table: "", callouts: [""; 5] });
    let before = drawn(text);
    let same = |inserts: &[Insert]| {
        let mended = mend::mended(text.as_bytes(), inserts).and_then(|bytes| String::from_utf8(bytes).ok());
        mended.is_some_and(|mended| drawn(&mended) == before)
    };
    if inserts.is_empty() || same(&inserts) {
        return inserts;
    }
    // One after the other, and again as long as that lets another one in.
    let mut left: Vec<[Insert; 2]> = inserts.chunks_exact(2).map(|link| [link[0].clone(), link[1].clone()]).collect();
    let mut kept: Vec<Insert> = Vec::new();
    loop {
        let before = left.len();
        left.retain(|link| {
            let mut tried = kept.clone();
            tried.extend(link.iter().cloned());
            let sound = same(&tried);
            if sound {
                kept = tried;
            }
            !sound
        });
        if left.len() == before {
            return kept;
        }
    }
}

/// A site that knows nothing: links show their words alone.
struct WithoutLinks;

impl markdown::Resolve for WithoutLinks {
    fn link(&self, _: &str) -> Option<markdown::Resolved> {
        None
    }

    fn picture(&self, _: &str) -> Option<markdown::Picture> {
        None
    }
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
