//! What was published before, held against what would be published now: releases, corrections, the last build.
//!
//! Invariant: what the last build published is remembered only when a build has published.
//!
//! May use: history, source, figures, model, config, diag, parse; crates rayon, jiff.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::judge::SheetName;
use super::{Errand, Task};
use crate::config::Config;
use crate::diag::{Checked, Failure, Problem};
use crate::figures::{Figures, SheetFigures};
use crate::history::{self, Difference, Fate, History, Listing, Loss, Release, SheetNow, Stated};
use crate::model::{CorrectionKind, Record};
use crate::parse::{self, Kind, Manner};
use crate::source::{self, Sources};

/// So many differences without an entry are told in one run.
const TOLD: usize = 1000;

/// What was found.
#[derive(Debug, Default)]
pub struct Past {
    /// For pages.
    pub history: History,
    /// What differs from the release it was held against.
    differences: Vec<Difference>,
    /// What would disappear.
    loss: Option<Loss>,
    /// Whether the last build published the same.
    remembered: bool,
    /// What each sheet says now.
    nows: Vec<Arc<SheetNow>>,
    /// What is wrong with the files of releases and addresses.
    unread: Vec<Problem>,
}

/// What `diff` and `new correction` are told.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// Labels and days of all releases, oldest first.
    pub releases: Vec<(String, Date)>,
    /// The release it was held against.
    pub against: Option<String>,
    /// Every difference; where an entry explains it, of which kind that is.
    pub differences: Vec<(Difference, Option<CorrectionKind>)>,
    /// Figures that say something else again than their last entry.
    pub stale: Vec<Difference>,
    /// How files are read here.
    pub manner: Option<Manner>,
}

/// Looks back.
pub fn look(task: &Task, sources: &Sources, record: &Record, figures: &Figures, config: &Config, problems: &mut Vec<Problem>) -> Past {
    let mut unread = Vec::new();
    let read = (releases(sources, &mut unread).into(), addresses(sources, &mut unread).into());
    let (releases, _): &(Arc<[Release]>, _) = &read;
    let guarded = task.write || matches!(task.errand, Errand::Release { .. });
    let memory = if guarded { last_build(&task.root) } else { None };
    // What is new is only wanted where it is asked for: a country may have hundreds of thousands of new figures.
    let news = matches!(task.errand, Errand::Compare(_));
    let all: Vec<(SheetNow, Vec<Stated>, Vec<Stated>, bool)> = figures
        .sheets
        .par_iter()
        .filter_map(|(_, sheet)| {
            let Some(memory) = &memory else { return Some((held(releases.last(), record, sheet, news)?, Vec::new(), Vec::new(), false)) };
            let (now, listing) = history::now(releases.last(), record, sheet)?;
            let (gone, came, same) = since_last_build(memory, &listing);
            Some((without_news(now, news), gone, came, same))
        })
        .collect();
    let mut remembered = memory.as_ref().is_some_and(|memory| memory.sections.len() == all.iter().filter(|(.., same)| *same).count());
    let (mut nows, mut gone, mut came) = (Vec::with_capacity(all.len()), Vec::new(), Vec::new());
    for (now, went, arrived, same) in all {
        remembered &= same || arrived.is_empty();
        gone.extend(went);
        came.extend(arrived);
        nows.push(Arc::new(now));
    }
    if let Some(memory) = &memory {
        let there = names(&nows);
        for section in memory.sections.iter().filter(|s| !there.contains(s.name.as_str())) {
            gone.extend(memory.lines(section).into_iter().map(|(_, line)| (format!("{}/{}", section.name, line.address), line.value)));
        }
    }
    let mut past = Past { remembered, ..Past::joined(read, unread, nows, Ground { record, figures, config }, problems) };
    if guarded {
        past.guard(task, gone, came, record, figures, problems);
    }
    if let Errand::Compare(Some(label)) = &task.errand {
        past.hold_against(label, record, figures);
    }
    past
}

/// Looks back again where no more than some sheets have changed, and nothing is published.
pub fn again(before: &Past, changed: &[SheetName], record: &Record, figures: &Figures, config: &Config, problems: &mut Vec<Problem>) -> Past {
    let History { releases, addresses, .. } = &before.history;
    let anew = |now: &Arc<SheetNow>| {
        let sheet = figures.sheets.get(&now.sheet).filter(|_| changed.contains(&now.sheet));
        sheet.map_or_else(|| Some(now.clone()), |sheet| held(releases.last(), record, sheet, false).map(Arc::new))
    };
    let nows = before.nows.iter().filter_map(anew).collect();
    Past::joined((releases.clone(), addresses.clone()), before.unread.clone(), nows, Ground { record, figures, config }, problems)
}

/// What one sheet says now, held against a release where there is one.
fn held(release: Option<&Release>, record: &Record, sheet: &SheetFigures, news: bool) -> Option<SheetNow> {
    match release {
        Some(_) => history::now(release, record, sheet).map(|(now, _)| without_news(now, news)),
        None => Some(history::alone(record, sheet)),
    }
}

fn without_news(mut now: SheetNow, news: bool) -> SheetNow {
    now.differences.retain(|d| news || !matches!(d.fate, Fate::Added | Fate::Updated));
    now
}

fn names(nows: &[Arc<SheetNow>]) -> HashSet<&str> {
    nows.iter().map(|now| now.name.as_str()).collect()
}

/// What the past is held against.
#[derive(Clone, Copy)]
struct Ground<'g> {
    record: &'g Record,
    figures: &'g Figures,
    config: &'g Config,
}

/// What releases are there, and every address they published.
type Published = (Arc<[Release]>, Arc<[history::addresses::Address]>);

impl Past {
    /// Joins what every sheet says now with what was published. `unread` is what is wrong with the files of that.
    fn joined((releases, addresses): Published, unread: Vec<Problem>, nows: Vec<Arc<SheetNow>>, on: Ground<'_>, problems: &mut Vec<Problem>) -> Past {
        let mut differences: Vec<Difference> = nows.iter().flat_map(|now| &now.differences).cloned().collect();
        if let Some(latest) = releases.last() {
            let there = names(&nows);
            let lost = latest.sections.iter().filter(|s| !there.contains(s.name.as_str()));
            differences.extend(lost.flat_map(|section| history::compare::lost_sheet(latest, &section.name)));
        }
        problems.extend(unread.iter().cloned());
        let mut history = History::of(on.record, on.figures, releases, &nows, &differences, on.config.locale, problems);
        history.addresses = addresses;
        let past = Past { history, differences, loss: None, remembered: false, nows, unread };
        past.tell(on.config, problems);
        past
    }

    /// Tells of every difference no entry explains.
    fn tell(&self, config: &Config, problems: &mut Vec<Problem>) {
        let Some(latest) = self.history.latest() else { return };
        let unexplained = history::settle::unexplained(&self.differences, &self.history.entries, self.history.releases.len() - 1);
        problems.extend(unexplained.into_iter().take(TOLD).map(|d| history::problems::unexplained(d, &latest.label, config.locale)));
    }

    fn guard(&mut self, task: &Task, mut gone: Vec<Stated>, mut came: Vec<Stated>, record: &Record, figures: &Figures, problems: &mut Vec<Problem>) {
        let removed: HashSet<&str> = self.history.entries.iter().filter(|e| e.after.is_none()).map(|e| e.address.as_str()).collect();
        let vanished = self.differences.iter().filter(|d| d.fate == Fate::Vanished);
        gone.extend(vanished.filter_map(|d| Some((d.address.clone(), d.before.clone()?))));
        gone.retain(|(address, _)| !removed.contains(address.as_str()));
        if gone.len() > history::guard::FEW {
            came.extend(self.came(record, figures));
        }
        self.loss = history::guard::loss(gone, &came).filter(|loss| Some(loss.gone.len()) != task.let_go);
        if let Some(loss) = &self.loss {
            problems.push(history::problems::values_disappear(loss, task.let_go));
        }
    }

    /// Stated values that are new since the latest release: among them may be those that seem to be gone.
    fn came(&self, record: &Record, figures: &Figures) -> Vec<Stated> {
        let Some(latest) = self.history.latest() else { return Vec::new() };
        let new = |d: Difference| (d.stated && matches!(d.fate, Fate::Added | Fate::Updated)).then_some(()).and_then(|()| Some((d.address, d.after?)));
        let sheets = figures.sheets.par_iter().filter_map(|(_, sheet)| history::now(Some(latest), record, sheet));
        sheets.flat_map_iter(|(now, _)| now.differences.into_iter().filter_map(new)).collect()
    }

    /// Holds the figures against an older release.
    fn hold_against(&mut self, label: &str, record: &Record, figures: &Figures) {
        let releases = &self.history.releases;
        let Some(release) = releases.iter().find(|r| r.label == label).filter(|_| releases.last().is_some_and(|last| last.label != label)) else { return };
        let nows: Vec<SheetNow> = figures.sheets.par_iter().filter_map(|(_, sheet)| Some(history::now(Some(release), record, sheet)?.0)).collect();
        let there: HashSet<&str> = nows.iter().map(|now| now.name.as_str()).collect();
        let lost = release.sections.iter().filter(|s| !there.contains(s.name.as_str()));
        let lost: Vec<Difference> = lost.flat_map(|section| history::compare::lost_sheet(release, &section.name)).collect();
        self.differences = nows.into_iter().flat_map(|now| now.differences).chain(lost).collect();
    }

    /// How many values the guard would not let go.
    pub fn lost(&self) -> Option<usize> {
        self.loss.as_ref().map(|loss| loss.gone.len())
    }

    /// What `diff` tells.
    pub fn compared(&mut self, errand: &Errand, record: &Record, config: &Config) -> Compared {
        let releases: Vec<(String, Date)> = self.history.releases.iter().map(|r| (r.label.clone(), r.date)).collect();
        let wanted = match errand {
            Errand::Compare(Some(label)) => self.history.releases.iter().position(|r| r.label == *label),
            _ => self.history.releases.len().checked_sub(1),
        };
        let entries = std::mem::take(&mut self.history.entries);
        let mut kinds: HashMap<&str, CorrectionKind> = HashMap::new();
        for entry in entries.iter().filter(|e| Some(e.release) >= wanted) {
            kinds.insert(&entry.address, record.corrections[entry.at].kind);
        }
        // An entry that has been overtaken explains nothing any more.
        let stale = std::mem::take(&mut self.history.stale);
        kinds.retain(|address, _| !stale.iter().any(|d| d.address == *address));
        let explained = |d: Difference| (kinds.get(d.address.as_str()).copied(), d);
        let mut differences: Vec<_> = std::mem::take(&mut self.differences).into_iter().map(explained).map(|(kind, d)| (d, kind)).collect();
        differences.sort_by(|(a, _), (b, _)| a.address.cmp(&b.address));
        Compared { against: wanted.map(|at| releases[at].0.clone()), releases, differences, stale, manner: Some(config.manner()) }
    }
}

/// Every release that could be read, oldest first.
fn releases(sources: &Sources, problems: &mut Vec<Problem>) -> Vec<Release> {
    let found: Vec<_> = sources.files.iter().filter_map(|found| Some((found, release_label(&found.path)?))).collect();
    let read: Vec<Checked<Option<Release>>> = found.par_iter().map(|(found, _)| history::release::read(&found.path, &found.disk)).collect();
    let mut releases = Vec::new();
    for ((found, label), read) in found.into_iter().zip(read) {
        match read.into_value(problems) {
            Some(release) if release.label != label || history::release::label(&label).is_err() => {
                problems.push(history::problems::release_misnamed(&found.path, &release.label));
            }
            Some(release) => releases.push(release),
            None => {}
        }
    }
    history::in_order(&mut releases);
    releases
}

/// Every address a release has published.
fn addresses(sources: &Sources, problems: &mut Vec<Problem>) -> Vec<history::addresses::Address> {
    let text = sources.find(history::addresses::FILE).and_then(|found| source::read_text(found).into_value(problems));
    text.map_or_else(Vec::new, |content| history::addresses::read(&content.text).into_value(problems))
}

fn release_label(path: &str) -> Option<String> {
    match parse::kind::of(path) {
        Some(Kind::Release { label }) => Some(label),
        _ => None,
    }
}

/// Where the stated values of the last build are remembered, as a release would have them.
fn memory_file(root: &Path) -> PathBuf {
    root.join(".minhbach").join("published")
}

fn last_build(root: &Path) -> Option<Release> {
    let name: Arc<str> = ".minhbach/published".into();
    history::release::read(&name, &memory_file(root)).value
}

/// Stated values of a sheet that the last build published and this one would not, and the other way round; and
/// whether they are the same.
fn since_last_build(memory: &Release, listing: &Listing) -> (Vec<Stated>, Vec<Stated>, bool) {
    let whole = |line: &history::Line| (format!("{}/{}", listing.name, line.address), line.value.clone());
    let Some(section) = memory.section(&listing.name) else {
        return (Vec::new(), listing.stated().map(whole).collect(), false);
    };
    if section.digest == listing.digest_of_stated() {
        return (Vec::new(), Vec::new(), true);
    }
    let then = memory.lines(section);
    let old: HashSet<&str> = then.iter().map(|(_, line)| line.address.as_str()).collect();
    let new: HashSet<&str> = listing.stated().map(|line| line.address.as_str()).collect();
    let gone = then.iter().map(|(_, line)| line).filter(|line| !new.contains(line.address.as_str())).map(whole).collect();
    (gone, listing.stated().filter(|line| !old.contains(line.address.as_str())).map(whole).collect(), false)
}

/// Remembers what was published.
pub fn remember(root: &Path, past: &Past, record: &Record, figures: &Figures) -> Result<(), Failure> {
    if past.remembered {
        return Ok(());
    }
    history::file::put(&memory_file(root), |out| write(out, "published", Date::constant(2000, 1, 1), record, figures, history::Line::is_stated).map(drop))
}

/// Freezes everything as a release; tells how many figures that are.
pub fn freeze(root: &Path, label: &str, date: Date, record: &Record, figures: &Figures) -> Result<u64, Failure> {
    let mut count = 0;
    history::file::put(&release_file(root, label), |out| write(out, label, date, record, figures, |_| true).map(|figures| count = figures))?;
    Ok(count)
}

/// Where a release lies.
pub fn release_file(root: &Path, label: &str) -> PathBuf {
    root.join("content").join("releases").join(format!("{label}.txt"))
}

/// Sheets listed side by side, so many at a time: a country's listing never lies in memory whole.
const TOGETHER: usize = 256;

fn write(
    out: &mut dyn std::io::Write,
    label: &str,
    date: Date,
    record: &Record,
    figures: &Figures,
    keep: impl Fn(&history::Line) -> bool,
) -> std::io::Result<u64> {
    let mut sheets: Vec<(String, &SheetFigures)> = figures.all().map(|sheet| (history::listing::name(record, sheet), sheet)).collect();
    sheets.sort_by(|(a, _), (b, _)| a.cmp(b));
    let listed =
        |(_, figures): &(String, &SheetFigures)| record.sheets.get(&(figures.area, figures.period)).map(|sheet| history::listing::of(record, sheet, figures));
    let listings = sheets.chunks(TOGETHER).flat_map(|some| some.par_iter().filter_map(listed).collect::<Vec<_>>()).map(Cow::Owned);
    history::release::write(out, label, date, listings, keep)
}
