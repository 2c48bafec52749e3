//! What pages tell of the past: the history of each figure, marks beside corrected ones, the page of corrections.
//!
//! Invariant: corrections of errors and revisions by better knowledge stand apart; the newest comes first.
//!
//! May use: model, figures, history, diag; crates blake3.

use super::here::upper_first;
use super::views::{Corrections, FeedEntry, HistoryLine, Line, Link, Links};
use super::{Here, feed, list};
use crate::figures::{FigureIx, SheetFigures};
use crate::history::{Entry, Trails, canon, listing, settle};
use crate::model::{AsOf, Correction, CorrectionKind, Period};

/// Entries in the feed of corrections.
pub const ENTRIES: usize = 50;

impl Here<'_> {
    /// The past of every figure of a sheet; nothing while nothing was released.
    pub fn trails(&self, figures: &SheetFigures) -> Trails {
        let area = &self.site.record.area(figures.area).id;
        if self.site.history.releases.is_empty() { Trails::default() } else { self.site.history.trails(&format!("{area}/{}", figures.period.slug())) }
    }

    /// Since when a figure is published, and whether it said something else before.
    pub fn past(&self, figures: &SheetFigures, ix: FigureIx, trails: &Trails) -> (Option<Line>, Vec<HistoryLine>) {
        let history = self.site.history;
        let address = figures.permanent(self.sheet(figures), ix);
        let entries: Vec<&Entry> = self.entries_of(figures, &address).collect();
        let label = |at: u32| history.releases.get(at as usize).map_or("", |release| release.label.as_str());
        let mut lines: Vec<(AsOf, HistoryLine)> = entries.iter().map(|entry| self.entry_line(figures, ix, entry)).collect();
        let line = trails.of(&address).map(|(trail, last)| {
            for (at, before, after) in &trail.steps {
                // What an entry tells is not told again.
                let told = entries.iter().any(|entry| entry.release as u32 + 1 == *at);
                if let Some(release) = history.releases.get(*at as usize).filter(|_| !told) {
                    let (before, after) = (self.old_value(figures, ix, Some(before)), self.old_value(figures, ix, Some(after)));
                    let text = self.with("history-release", &[("release", &release.label), ("before", &before), ("after", &after)]);
                    lines.push((AsOf::day(release.date), self.history_line(AsOf::day(release.date), text)));
                }
            }
            self.with("passport-release-words", &[("first", label(trail.first)), ("last", label(last))])
        });
        lines.sort_by_key(|(day, _)| *day);
        let words = line.or_else(|| history.latest().map(|latest| self.with("passport-release-none", &[("release", &latest.label)])));
        let line = words.map(|text| Line { name: self.say("passport-release"), text, href: String::new() });
        (line, lines.into_iter().map(|(_, line)| line).collect())
    }

    /// The latest release that says of a figure what is said now.
    pub fn released_as(&self, figures: &SheetFigures, ix: FigureIx, trails: &Trails) -> Option<&str> {
        let sheet = self.sheet(figures);
        let (trail, last) = trails.of(&figures.permanent(sheet, ix))?;
        let says = trail.says(&listing::value(self.site.record, sheet, figures, ix));
        self.site.history.releases.get(last as usize).filter(|_| says).map(|release| release.label.as_str())
    }

    /// The mark beside a figure that was corrected or revised; empty for one that was not.
    pub fn mark(&self, figures: &SheetFigures, ix: FigureIx) -> String {
        let sheet = (figures.area, figures.period);
        if self.site.history.sheet(sheet).is_none_or(|past| past.entries.is_empty()) {
            return String::new();
        }
        let address = figures.permanent(self.sheet(figures), ix);
        let last = self.entries_of(figures, &address).last();
        last.map_or_else(String::new, |entry| self.say(&format!("mark-{}", self.correction(entry).kind.name())))
    }

    fn correction(&self, entry: &Entry) -> &Correction {
        &self.site.record.corrections[entry.at]
    }

    fn entries_of<'e>(&'e self, figures: &SheetFigures, address: &'e str) -> impl Iterator<Item = &'e Entry> {
        let history = self.site.history;
        let mine = history.sheet((figures.area, figures.period)).map_or(&[][..], |past| &past.entries);
        mine.iter().map(|at| &history.entries[*at as usize]).filter(move |entry| settle::sheet_of(&entry.address).1 == address)
    }

    fn entry_line(&self, figures: &SheetFigures, ix: FigureIx, entry: &Entry) -> (AsOf, HistoryLine) {
        let correction = self.correction(entry);
        let day = correction.date.unwrap_or(AsOf::UNKNOWN);
        let (before, after) = (self.old_value(figures, ix, entry.before.as_deref()), self.old_value(figures, ix, entry.after.as_deref()));
        let text = self.with(&format!("history-{}", correction.kind.name()), &[("before", &before), ("after", &after)]);
        let line = HistoryLine {
            document: correction.document.map(|ix| self.document(ix)),
            note: self.maybe(correction.why.as_ref()),
            ..self.history_line(day, text)
        };
        (day, line)
    }

    fn history_line(&self, day: AsOf, text: String) -> HistoryLine {
        HistoryLine { date: if day.known() { self.date(day) } else { String::new() }, about: None, text, place: None, document: None, note: String::new() }
    }

    /// A value as it was published, in the words of today.
    fn old_value(&self, figures: &SheetFigures, ix: FigureIx, line: Option<&str>) -> String {
        self.old(line, &self.unit_of(figures, ix))
    }

    fn old(&self, line: Option<&str>, unit_now: &str) -> String {
        let Some(line) = line else { return self.say("value-gone") };
        let Some(reading) = canon::read(line) else { return line.to_owned() };
        let own = self.unit(&reading.unit);
        let unit = if matches!(reading.unit, crate::model::Unit::Bare) { unit_now } else { &own };
        self.phrase(&self.reading(&reading, unit))
    }

    /// The figure an entry is about, where the site still has it.
    fn figure_of(&self, entry: &Entry) -> Option<(&SheetFigures, FigureIx)> {
        let (name, rest) = settle::sheet_of(&entry.address);
        let (area, period) = name.split_once('/')?;
        let (ix, _) = self.site.record.areas().find(|(_, a)| a.id == area)?;
        let figures = self.site.figures.sheet(ix, Period::read(period)?)?;
        let at = figures.find_permanent(self.sheet(figures), rest)?;
        Some((figures, at))
    }

    /// What an entry is about and what it says: title, where it leads, and the change in words.
    fn told(&self, at: usize) -> Told {
        let correction = &self.site.record.corrections[at];
        if let Some(entry) = self.site.history.entry(at) {
            let found = self.figure_of(entry);
            let values = |line: Option<&str>| match found {
                Some((figures, ix)) => self.old_value(figures, ix, line),
                None => self.old(line, ""),
            };
            let (before, after) = (values(entry.before.as_deref()), values(entry.after.as_deref()));
            let release = self.site.history.releases.get(entry.release).map_or("", |r| r.label.as_str());
            let (title, href) = match found {
                Some((figures, ix)) => (self.figure_title(figures, ix), self.passport(figures, &figures.figure(ix).address)),
                None => (entry.address.clone(), String::new()),
            };
            let change = self.with("correction-change", &[("before", &before), ("after", &after), ("release", release)]);
            return Told { title, href, change };
        }
        let link = correction.report.map(|ix| self.report(ix)).unwrap_or_default();
        Told { title: link.text, href: link.href, change: self.maybe(correction.what.as_ref()) }
    }

    /// The entries of one kind, newest first; of one day, the one written last first.
    fn newest_first(&self, kind: Option<CorrectionKind>) -> Vec<usize> {
        let all = &self.site.record.corrections;
        let known = |at: &usize| self.site.history.entry(*at).is_some() || all[*at].report.is_some();
        let mut wanted: Vec<usize> = (0..all.len()).filter(|at| kind.is_none_or(|kind| all[*at].kind == kind)).filter(known).collect();
        wanted.sort_by_key(|at| std::cmp::Reverse((all[*at].date.filter(|day| day.known()), *at)));
        wanted
    }
}

struct Told {
    title: String,
    href: String,
    change: String,
}

/// The page of corrections.
pub fn corrections(here: &Here<'_>) -> Corrections {
    let lines = |kind| here.newest_first(Some(kind)).into_iter().map(|at| line(here, at)).collect();
    let machine = vec![
        here.link(&format!("{}feed.xml", here.page.dir), here.say("corrections-feed")),
        here.link(&list::corrections_file(here.site), here.say("download-json")),
    ];
    Corrections {
        intro: here.say("corrections-intro"),
        corrections: lines(CorrectionKind::Correction),
        revisions: lines(CorrectionKind::Revision),
        revisions_intro: here.say("revisions-intro"),
        no_corrections: here.say("no-corrections"),
        no_revisions: here.say("no-revisions"),
        machine: Links { title: here.say("corrections-follow"), links: machine, empty: String::new() },
    }
}

fn line(here: &Here<'_>, at: usize) -> HistoryLine {
    let correction = &here.site.record.corrections[at];
    let Told { title, href, change } = here.told(at);
    let day = correction.date.filter(|day| day.known());
    HistoryLine {
        date: day.map_or_else(String::new, |day| here.date(day)),
        about: Some(Link { href, text: title, ..Link::default() }),
        text: change,
        place: None,
        document: correction.document.map(|ix| here.document(ix)),
        note: here.maybe(correction.why.as_ref()),
    }
}

/// The entries of the feed of corrections.
pub fn entries(here: &Here<'_>) -> Vec<FeedEntry> {
    let site = here.site;
    let one = |at: usize| {
        let correction = &site.record.corrections[at];
        let of_this = here.apart();
        let Told { title, change, .. } = of_this.told(at);
        here.shows(of_this.has_shown_sample());
        let day = correction.date.filter(|day| day.known())?;
        let why = here.maybe(correction.why.as_ref());
        // An entry keeps its id when others are added before or after it.
        let typed = |at: &Option<crate::diag::At<String>>| at.as_ref().map(|at| at.value.clone());
        let report = correction.report.map(|ix| site.record.report(ix).id.as_str());
        let told = (typed(&correction.figure), typed(&correction.before), typed(&correction.after), report, correction.date);
        let mark = blake3::hash(format!("{told:?}").as_bytes());
        let dir = here.page.dir.clone();
        let words = format!("{}: {}", here.say(&format!("kind-{}", correction.kind.name())), upper_first(&title));
        Some(FeedEntry {
            id: feed::permanent(here, &format!("{dir}#{}", &mark.to_hex()[..12])),
            href: feed::address(here, &dir),
            title: here.marked(words, site.record.sample_corrections || of_this.has_shown_sample()),
            summary: [change, why].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". "),
            updated: format!("{}T00:00:00Z", day.day),
            author: here.text(&site.config.body.name).to_owned(),
        })
    };
    here.newest_first(None).into_iter().filter_map(one).take(ENTRIES).collect()
}
