//! What was published before, what has become of it, and who was told.
//!
//! A release freezes every published figure in a small text file. From then on a figure may not change in silence:
//! the data are held against the latest release, and the book of corrections against both.
//! Invariant: a figure that was published and says something else now has an entry, or nothing is published.
//!
//! May use: diag, model, figures, values, parse, source; crates blake3, fs-err, jiff, rust_decimal, serde_json.

pub mod addresses;
pub mod canon;
pub mod compare;
pub mod edit;
pub mod file;
pub mod guard;
pub mod listing;
pub mod problems;
pub mod release;
pub mod settle;
pub mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Problem;
use crate::figures::{Figures, SheetFigures};
use crate::model::{AreaIx, AsOf, Correction, Period, Record, ReportIx};
use crate::values::Locale;

pub use compare::{Difference, Fate, SheetNow};
pub use guard::{Loss, Stated};
pub use listing::{Line, Listing};
pub use release::Release;
pub use settle::Entry;

/// Something that happened to published figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: AsOf,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// Figures appeared in this release, or said something else in it than in the one before.
    Released(u32),
    /// This entry of the book of corrections was made.
    Corrected(u32),
}

/// What is known of one sheet's past.
#[derive(Clone, Debug, Default)]
pub struct SheetPast {
    /// The last thing that happened to it.
    pub last: Option<Moment>,
    /// The newest day one of its figures holds for.
    pub newest: Option<AsOf>,
    /// The entries about its figures.
    pub entries: Vec<u32>,
    /// Changes whenever its past does; nothing while it has none.
    digest: Option<[u8; 16]>,
}

/// Everything that is known of what was published before.
#[derive(Debug, Default)]
pub struct History {
    /// Every release, oldest first.
    pub releases: Arc<[Release]>,
    /// Every address they published.
    pub addresses: Arc<[addresses::Address]>,
    /// Every entry about a figure, in the order written.
    pub entries: Vec<Entry>,
    /// Figures that say something else again than their last entry.
    pub stale: Vec<Difference>,
    sheets: BTreeMap<(AreaIx, Period), SheetPast>,
    of_reports: HashMap<ReportIx, Moment>,
    /// The last thing that happened to any figure, and the newest day one holds for.
    whole: SheetPast,
}

/// Puts releases in the order of their days; of one day, in the order of their labels.
pub fn in_order(releases: &mut [Release]) {
    releases.sort_by(|a, b| (a.date, &a.label).cmp(&(b.date, &b.label)));
}

/// One sheet held against a release, with what it lists; without one, nothing differs.
pub fn now(against: Option<&Release>, record: &Record, figures: &SheetFigures) -> Option<(SheetNow, Listing)> {
    let sheet = record.sheets.get(&(figures.area, figures.period))?;
    let listing = listing::of(record, sheet, figures);
    let differences = against.map_or_else(Vec::new, |release| compare::sheet(release, &listing, listing.digest(), record, figures));
    Some((SheetNow { name: listing.name.clone(), sheet: (figures.area, figures.period), newest: newest(figures), differences }, listing))
}

/// One sheet where there is nothing to hold it against.
pub fn alone(record: &Record, figures: &SheetFigures) -> SheetNow {
    SheetNow { name: listing::name(record, figures), sheet: (figures.area, figures.period), newest: newest(figures), differences: Vec::new() }
}

/// The newest day one of the figures holds for.
fn newest(figures: &SheetFigures) -> Option<AsOf> {
    figures.figures.iter().filter_map(|figure| figure.as_of).filter(|day| day.known()).max()
}

impl History {
    /// Joins what is known. `nows` are all sheets, held against the latest release.
    pub fn of(
        record: &Record,
        figures: &Figures,
        releases: Arc<[Release]>,
        nows: &[Arc<SheetNow>],
        differences: &[Difference],
        locale: Locale,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let names: HashMap<&str, &SheetNow> = nows.iter().map(|now| (now.name.as_str(), &**now)).collect();
        let mut listings = HashMap::new();
        for figure in record.corrections.iter().filter_map(|c| c.figure.as_ref()) {
            let name = settle::sheet_of(&figure.value).0;
            if let Some(now) = names.get(name)
                && let (Some(sheet), Some(figures)) = (record.sheets.get(&now.sheet), figures.sheets.get(&now.sheet))
            {
                listings.entry(name.to_owned()).or_insert_with(|| listing::of(record, sheet, figures));
            }
        }
        let settle::Book { entries, stale } = settle::book(record, &settle::Bench::new(&releases, &listings, differences, locale), problems);
        let mut history = History { releases, entries, stale, ..History::default() };
        let mut by_sheet: HashMap<&str, Vec<u32>> = HashMap::new();
        for (at, entry) in history.entries.iter().enumerate() {
            by_sheet.entry(entry.sheet()).or_default().push(at as u32);
        }
        let mut pasts: Vec<SheetPast> = Vec::with_capacity(nows.len());
        for now in nows {
            let entries = by_sheet.remove(now.name.as_str()).unwrap_or_default();
            pasts.push(history.past_of(&now.name, now.newest, entries, record));
        }
        for (now, past) in nows.iter().zip(pasts) {
            history.whole.last = history.whole.last.max(past.last);
            history.whole.newest = history.whole.newest.max(past.newest);
            history.sheets.insert(now.sheet, past);
        }
        for (at, correction) in record.corrections.iter().enumerate() {
            let moment = Moment { day: correction.date.unwrap_or(AsOf::UNKNOWN), event: Event::Corrected(at as u32) };
            history.whole.last = history.whole.last.max(Some(moment).filter(|m| m.day.known()));
            if let (Some(report), true) = (correction.report, moment.day.known()) {
                let last = history.of_reports.entry(report).or_insert(moment);
                *last = (*last).max(moment);
            }
        }
        history
    }

    fn past_of(&self, name: &str, newest: Option<AsOf>, entries: Vec<u32>, record: &Record) -> SheetPast {
        let mut digest = listing::Digest::default();
        let mut last = None;
        let mut before = None;
        for (at, release) in self.releases.iter().enumerate() {
            let here = release.section(name).map(|section| section.digest);
            digest.add(&format!("{} {} {here:?}", release.label, release.date));
            if here != before {
                last = Some(Moment { day: AsOf::day(release.date), event: Event::Released(at as u32) });
            }
            before = here;
        }
        for entry in entries.iter().map(|at| &self.entries[*at as usize]) {
            digest.add(&format!("{entry:?} {:?}", told(&record.corrections[entry.at])));
            let made = record.corrections[entry.at].date.filter(|day| day.known());
            last = last.max(made.map(|day| Moment { day, event: Event::Corrected(entry.at as u32) }));
        }
        let digest = (!self.releases.is_empty() || !entries.is_empty()).then(|| digest.finish());
        SheetPast { last, newest, entries, digest }
    }

    /// The latest release.
    pub fn latest(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// What is known of a sheet.
    pub fn sheet(&self, sheet: (AreaIx, Period)) -> Option<&SheetPast> {
        self.sheets.get(&sheet)
    }

    /// What is known of the whole site.
    pub fn whole(&self) -> &SheetPast {
        &self.whole
    }

    /// What an entry of the book says of its figure.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.binary_search_by_key(&at, |entry| entry.at).ok().map(|found| &self.entries[found])
    }

    /// The last time the words of a report were put right.
    pub fn of_report(&self, report: ReportIx) -> Option<Moment> {
        self.of_reports.get(&report).copied()
    }

    /// Makes every sheet's digest change with its past, so that what shows it is drawn anew.
    pub fn mix(&self, record: &mut Record) {
        for (name, past) in &self.sheets {
            if let (Some(sheet), Some(digest)) = (record.sheets.get_mut(name), past.digest) {
                let mut mixed = listing::Digest::default();
                mixed.add(&format!("{:?} {digest:?}", sheet.digest));
                Arc::make_mut(sheet).digest = mixed.finish();
            }
        }
    }

    /// The past of every figure of a sheet, read from all releases.
    pub fn trails(&self, name: &str) -> Trails {
        let mut trails = Trails::default();
        let mut before: Option<[u8; 16]> = None;
        for (at, release) in self.releases.iter().enumerate() {
            let at = at as u32;
            let Some(section) = release.section(name) else {
                before = None;
                continue;
            };
            if before != Some(section.digest) {
                for (_, line) in release.lines(section) {
                    trails.see(at, line);
                }
            }
            trails.sections.push((at, section.digest));
            before = Some(section.digest);
        }
        trails
    }
}

/// The past of the figures of one sheet, by their addresses within it.
#[derive(Debug, Default)]
pub struct Trails {
    by_address: HashMap<String, Trail>,
    sections: Vec<(u32, [u8; 16])>,
}

/// The past of one figure.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The release it first appeared in.
    pub first: u32,
    /// The last release it was seen in that differs from the one before.
    seen: u32,
    /// What it said then.
    value: String,
    /// Every release in which it said something else than in the one before: which, before, after.
    pub steps: Vec<(u32, String, String)>,
}

impl Trail {
    /// Whether this is what the figure said last.
    pub fn says(&self, value: &str) -> bool {
        self.value == value
    }
}

impl Trails {
    fn see(&mut self, at: u32, line: Line) {
        match self.by_address.get_mut(&line.address) {
            None => drop(self.by_address.insert(line.address, Trail { first: at, seen: at, value: line.value, steps: Vec::new() })),
            Some(trail) => {
                if trail.value != line.value {
                    trail.steps.push((at, std::mem::replace(&mut trail.value, line.value.clone()), line.value));
                }
                trail.seen = at;
            }
        }
    }

    /// The past of a figure, and the latest release it stands in.
    pub fn of(&self, address: &str) -> Option<(&Trail, u32)> {
        let trail = self.by_address.get(address)?;
        // Releases that say the same as the one before are not read: the figure stands in them too.
        let digest = self.sections.iter().find(|(at, _)| *at == trail.seen).map(|(_, digest)| *digest);
        let after = self.sections.iter().skip_while(|(at, _)| *at < trail.seen).take_while(|(_, other)| Some(*other) == digest);
        Some((trail, after.last().map_or(trail.seen, |(at, _)| *at)))
    }
}

/// What an entry tells readers, without where it is written.
fn told(correction: &Correction) -> impl std::fmt::Debug + '_ {
    (correction.kind, &correction.what, &correction.why, correction.document, correction.date, correction.report)
}

/// Changes whenever the book of corrections tells readers something else.
pub fn book(record: &Record, history: &History) -> [u8; 16] {
    let mut digest = listing::Digest::default();
    record.corrections.iter().for_each(|correction| digest.add(&format!("{:?}", told(correction))));
    history.entries.iter().for_each(|entry| digest.add(&format!("{entry:?}")));
    history.releases.iter().for_each(|release| digest.add(&format!("{} {}", release.label, release.date)));
    digest.finish()
}

/// The day of a release as it is typed.
pub fn day(typed: &str) -> Option<Date> {
    typed.parse().ok().filter(|day: &Date| (1900..=2200).contains(&day.year()))
}
