//! The book of corrections held against releases and data: does each entry say what was said, and what is said now?
//!
//! Entries for one figure and release form a chain: the first begins with what the release says, each next one with
//! what the one before ended in, and the last ends in what the following release says, or the data.
//! Invariant: a difference is settled only by an entry for that figure and the latest release.
//!
//! May use: diag, model, values.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::compare::{Difference, Fate};
use super::listing::{Line, Listing, base};
use super::problems;
use super::release::Release;
use super::{canon, words};
use crate::diag::{At, Problem, nearest};
use crate::model::{Correction, Record};
use crate::values::{self, Locale};

/// An entry whose figure is known.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which entry of the record.
    pub at: usize,
    /// The whole permanent address of its figure.
    pub address: String,
    /// Which release it corrects.
    pub release: usize,
    /// What was said, as `canon` writes it; `None` when the figure was not there.
    pub before: Option<String>,
    /// What is said since; `None` when the figure is gone.
    pub after: Option<String>,
}

impl Entry {
    /// The name of its sheet: `nam-nhun/2024`.
    pub fn sheet(&self) -> &str {
        sheet_of(&self.address).0
    }
}

/// An address as sheet and rest.
pub fn sheet_of(address: &str) -> (&str, &str) {
    let end = address.match_indices('/').nth(1).map_or(address.len(), |(at, _)| at);
    (&address[..end], address.get(end + 1..).unwrap_or(""))
}

/// What entries are held against.
pub struct Bench<'b> {
    /// Releases, oldest first.
    pub releases: &'b [Release],
    /// The figures of every sheet an entry names, by name.
    pub listings: &'b HashMap<String, Listing>,
    /// What differs from the latest release.
    pub differences: &'b [Difference],
    /// How numbers are written here.
    pub locale: Locale,
    /// Sheets of releases that were read once.
    read: RefCell<HashMap<(usize, String), Lines>>,
}

type Lines = Rc<Vec<Line>>;

impl<'b> Bench<'b> {
    /// A bench on which nothing lies yet.
    pub fn new(releases: &'b [Release], listings: &'b HashMap<String, Listing>, differences: &'b [Difference], locale: Locale) -> Self {
        Bench { releases, listings, differences, locale, read: RefCell::default() }
    }
}

/// The book, read.
#[derive(Debug, Default)]
pub struct Book {
    /// Every entry about a figure, in the order written.
    pub entries: Vec<Entry>,
    /// Figures that say something else again than their last entry: since that entry, and now.
    pub stale: Vec<Difference>,
}

/// Reads every entry, in the order written.
pub fn book(record: &Record, bench: &Bench<'_>, problems: &mut Vec<Problem>) -> Book {
    let mut chains: BTreeMap<(String, usize), Vec<Entry>> = BTreeMap::new();
    let mut all = Vec::new();
    for (at, correction) in record.corrections.iter().enumerate() {
        if correction.date.is_none_or(|date| !date.known()) {
            problems.push(problems::without_date(correction));
        }
        if correction.why.is_none() {
            problems.push(problems::without_reason(correction));
        }
        match (&correction.figure, correction.report) {
            (Some(figure), _) => {
                if let Some(entry) = bench.entry(at, correction, figure, &chains, problems) {
                    chains.entry((entry.address.clone(), entry.release)).or_default().push(entry.clone());
                    all.push(entry);
                }
            }
            (None, Some(_)) if correction.what.is_none() => problems.push(problems::without_words(correction)),
            (None, Some(_)) => {}
            (None, None) => problems.push(problems::without_figure(correction)),
        }
    }
    let fates: HashMap<&str, Fate> = bench.differences.iter().map(|d| (d.address.as_str(), d.fate)).collect();
    let mut stale = Vec::new();
    for ((address, release), chain) in &chains {
        let Some(last) = chain.last() else { continue };
        let target = bench.target(address, *release);
        // A counted figure follows its inputs; an entry made for it once need not follow with it.
        let follows = *release + 1 == bench.releases.len() && matches!(fates.get(address.as_str()), Some(Fate::Followed | Fate::Uncounted));
        if last.after != target && last.before != last.after && !follows {
            let next = bench.releases.get(release + 1).map(|next| next.label.as_str());
            problems.push(problems::after_differs(&record.corrections[last.at], address, target.as_deref(), next, bench.locale));
            if next.is_none() {
                let fate = if target.is_some() { Fate::Changed } else { Fate::Vanished };
                stale.push(Difference { address: address.clone(), fate, stated: true, before: last.after.clone(), after: target, place: None });
            }
        }
    }
    Book { entries: all, stale }
}

/// The differences no entry explains.
pub fn unexplained<'d>(differences: &'d [Difference], entries: &[Entry], latest: usize) -> Vec<&'d Difference> {
    let told: std::collections::HashSet<&str> = entries.iter().filter(|e| e.release == latest).map(|e| e.address.as_str()).collect();
    differences.iter().filter(|d| d.fate.needs_entry() && !told.contains(d.address.as_str())).collect()
}

type Chains = BTreeMap<(String, usize), Vec<Entry>>;

impl Bench<'_> {
    fn entry(&self, at: usize, correction: &Correction, figure: &At<String>, chains: &Chains, problems: &mut Vec<Problem>) -> Option<Entry> {
        let release = match &correction.release {
            Some(label) => match self.releases.iter().position(|r| r.label == label.value) {
                Some(release) => release,
                None => {
                    let known: Vec<&str> = self.releases.iter().map(|r| r.label.as_str()).collect();
                    problems.push(problems::unknown_release(correction, label, nearest::nearest(&label.value, known.iter().copied()), &known));
                    return None;
                }
            },
            None => match self.meant(correction, figure, chains) {
                Some(release) => release,
                None => {
                    problems.push(problems::no_release(correction));
                    return None;
                }
            },
        };
        let address = match self.address(&figure.value, release) {
            Ok(address) => address,
            Err(found) if found.is_empty() => {
                let near = self.near(&figure.value, release);
                problems.push(problems::unknown_figure(correction, figure, &self.releases[release].label, near.as_deref()));
                return None;
            }
            Err(found) => {
                problems.push(problems::ambiguous_figure(correction, figure, &found));
                return None;
            }
        };
        let said = self.said(&address, release, chains);
        let target = self.target(&address, release);
        let like = [said.as_deref(), target.as_deref()];
        let before = self.value(correction.before.as_ref(), like);
        let after = self.value(correction.after.as_ref(), like);
        if before.as_ref() != Some(&said) {
            let label = &self.releases[release].label;
            let chained = chains.contains_key(&(address.clone(), release));
            problems.push(problems::before_differs(correction, &address, said.as_deref(), label, chained, self.locale));
        }
        let Some(after) = after else {
            problems.push(problems::after_missing(correction, &address, target.as_deref(), self.locale));
            return Some(Entry { at, address, release, before: said, after: target });
        };
        if said == after {
            problems.push(problems::changes_nothing(correction, &address));
        }
        // The chain goes on from what was really said, so that one mistake is told once.
        Some(Entry { at, address, release, before: said, after })
    }

    /// The release an entry without one means: the latest of its day that says what the entry says was said.
    fn meant(&self, correction: &Correction, figure: &At<String>, chains: &Chains) -> Option<usize> {
        let day = correction.date.filter(|date| date.known()).map(|date| date.day);
        let in_time = |release: &usize| day.is_none_or(|day| self.releases[*release].date <= day);
        let says = |release: &usize| {
            self.address(&figure.value, *release).is_ok_and(|address| {
                let said = self.said(&address, *release, chains);
                self.value(correction.before.as_ref(), [said.as_deref(), None]).is_some_and(|before| before == said)
            })
        };
        let mut newest_first = (0..self.releases.len()).rev().filter(in_time);
        newest_first.clone().find(says).or_else(|| newest_first.next()).or_else(|| self.releases.len().checked_sub(1))
    }

    /// What is said of a figure after a release and the entries made since.
    fn said(&self, address: &str, release: usize, chains: &Chains) -> Option<String> {
        match chains.get(&(address.to_owned(), release)).and_then(|chain| chain.last()) {
            Some(last) => last.after.clone(),
            None => self.in_release(address, release),
        }
    }

    /// The lines of a sheet in a release.
    fn lines(&self, sheet: &str, release: usize) -> Lines {
        let mut read = self.read.borrow_mut();
        let lines = read
            .entry((release, sheet.to_owned()))
            .or_insert_with(|| Rc::new(self.releases[release].lines_of(sheet).into_iter().map(|(_, line)| line).collect()));
        lines.clone()
    }

    /// What a release says of a figure.
    fn in_release(&self, address: &str, release: usize) -> Option<String> {
        let (sheet, rest) = sheet_of(address);
        self.lines(sheet, release).iter().find(|line| line.address == rest).map(|line| line.value.clone())
    }

    /// What the following release, or the data, say of a figure.
    fn target(&self, address: &str, release: usize) -> Option<String> {
        if release + 1 < self.releases.len() {
            return self.in_release(address, release + 1);
        }
        let (sheet, rest) = sheet_of(address);
        self.listings.get(sheet)?.lines.iter().find(|(line, _)| line.address == rest).map(|(line, _)| line.value.clone())
    }

    /// The figure an address means: itself, or the only one on its line. What it may mean where that is not one.
    fn address(&self, typed: &str, release: usize) -> Result<String, Vec<String>> {
        let (sheet, rest) = sheet_of(typed);
        let mut found = among(self.lines(sheet, release).iter(), rest);
        if found.is_empty() {
            found = among(self.listings.get(sheet).into_iter().flat_map(|l| &l.lines).map(|(line, _)| line), rest);
        }
        let mut whole: Vec<String> = found.into_iter().map(|rest| format!("{sheet}/{rest}")).collect();
        if whole.len() == 1 { Ok(whole.remove(0)) } else { Err(whole) }
    }

    /// The nearest address there is.
    fn near(&self, typed: &str, release: usize) -> Option<String> {
        let (sheet, _) = sheet_of(typed);
        let sheets = self.releases[release].sections.iter().map(|s| s.name.as_str());
        let sheet = if self.releases[release].section(sheet).is_some() { sheet } else { nearest::nearest(sheet, sheets)? };
        let all: Vec<String> = self.lines(sheet, release).iter().map(|line| format!("{sheet}/{}", line.address)).collect();
        nearest::nearest(typed, all.iter().map(String::as_str)).map(str::to_owned)
    }

    /// A typed value as `canon` writes it: `Some(None)` says the figure is not there, `None` that nothing was typed.
    fn value(&self, typed: Option<&At<String>>, like: [Option<&str>; 2]) -> Option<Option<String>> {
        let typed = &typed?.value;
        if words::is_removed(typed) {
            return Some(None);
        }
        let known = || like.into_iter().flatten().filter_map(canon::read);
        let same = known().find(|reading| words::matches(typed, reading, self.locale)).map(|reading| canon::line(&reading));
        let read = || canon::read(typed).or_else(|| values::read(typed, self.locale, &known().next()?.unit).ok()).map(|reading| canon::line(&reading));
        Some(Some(same.or_else(read).unwrap_or_else(|| typed.clone())))
    }
}

/// The addresses a typed one may mean.
fn among<'l>(lines: impl Iterator<Item = &'l Line> + Clone, typed: &str) -> Vec<String> {
    let all = |same: &dyn Fn(&str) -> bool| lines.clone().map(|line| &line.address).filter(|address| same(address)).cloned().collect::<Vec<_>>();
    let exact = all(&|address| address == typed);
    if !exact.is_empty() {
        return exact;
    }
    let without_version = all(&|address| address.split('~').next() == Some(typed));
    if without_version.is_empty() { all(&|address| base(address) == typed) } else { without_version }
}
