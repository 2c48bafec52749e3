//! The last change of a page, told in one line at its foot.
//!
//! It is the newest of the releases in which one of its figures appeared or changed, and of the corrections about
//! them; for a report the day its words were put right, or published. Where nothing of that is known it is the newest
//! day the page speaks of, in words that say just that.
//! Invariant: it comes from the content, never from a clock or from the time of a file.
//!
//! May use: model, history.

use super::route::Folder;
use super::views::Link;
use super::{Here, PageKind, Site};
use crate::history::{Event, Moment};
use crate::model::{AreaIx, AsOf, CorrectionKind, Grain, Period};

/// What is known of a page's last change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// A release or a correction.
    moment: Option<Moment>,
    /// The newest day its figures hold for.
    newest: Option<AsOf>,
    /// The day it was published, for a report.
    published: Option<AsOf>,
    /// Whether all this is about the whole site, because the page has no figures of its own.
    of_site: bool,
}

impl Changed {
    /// The last change of a page.
    pub fn of(site: &Site<'_>, kind: PageKind) -> Changed {
        let (record, index, history) = (site.record, site.index, site.history);
        let sheets = |names: &mut dyn Iterator<Item = (AreaIx, Period)>| {
            let mut changed = Changed::default();
            for past in names.filter_map(|name| history.sheet(name)) {
                changed.moment = changed.moment.max(past.last);
                changed.newest = changed.newest.max(past.newest);
            }
            changed
        };
        let whole = Changed { moment: history.whole().last, newest: history.whole().newest, ..Changed::default() };
        let known = |day: Option<AsOf>| day.filter(|day| day.known());
        let own = match kind {
            PageKind::Area(ix) => sheets(&mut record.sheets_of(ix).map(|sheet| (sheet.area, sheet.period))),
            PageKind::Embed(of) => return Changed::of(site, of.page()),
            PageKind::Notice(ix) => sheets(&mut record.sheets_of(ix).map(|sheet| (sheet.area, sheet.period))),
            PageKind::Year(Some(period)) => sheets(&mut record.sheets.keys().filter(|(_, own)| *own == period).copied()),
            PageKind::Period(ix, period) | PageKind::Kit(ix, period) => sheets(&mut std::iter::once((ix, period))),
            PageKind::Programme(ix) | PageKind::Component(ix, _) => sheets(&mut index.sheets_of_programme[ix.at()].iter().copied()),
            PageKind::Indicator(ix) => sheets(&mut index.sheets_of_indicator[ix.at()].iter().copied()),
            PageKind::Report(ix) => {
                let report = record.report(ix);
                Changed { moment: history.of_report(ix), published: known(Some(report.published)), newest: known(report.event), of_site: false }
            }
            PageKind::Archive(year, _) => {
                let mine = record.reports.iter().filter(|report| year.is_none_or(|year| report.year == year));
                // Of many days none is the day the list was published: it is the newest one that is spoken of.
                Changed { newest: mine.flat_map(|report| [known(Some(report.published)), known(report.event)]).max().flatten(), ..Changed::default() }
            }
            PageKind::Document(ix) => Changed { newest: record.document(ix).date.map(AsOf::day), ..Changed::default() },
            PageKind::Work(ix) => Changed { newest: known(record.works[ix as usize].as_of), ..Changed::default() },
            PageKind::Home | PageKind::Areas | PageKind::Year(None) | PageKind::Programmes | PageKind::Indicators | PageKind::Data => whole,
            _ => Changed::default(),
        };
        if own == Changed::default() { Changed { of_site: true, ..whole } } else { own }
    }

    /// Changes whenever the line would.
    pub fn key(self, site: &Site<'_>) -> String {
        let label = match self.moment.map(|m| m.event) {
            Some(Event::Released(at)) => site.history.releases.get(at as usize).map_or("", |release| release.label.as_str()),
            Some(Event::Corrected(at)) => site.record.corrections[at as usize].kind.name(),
            None => "",
        };
        format!("{self:?} {label}")
    }
}

/// The line of a page; without words where nothing at all is known.
pub fn line(here: &Here<'_>) -> Link {
    let changed = Changed::of(here.site, here.page.kind);
    let of = if changed.of_site { "site" } else { "page" };
    let corrections = here.names().folder(Folder::Corrections);
    if let Some(moment) = changed.moment {
        let date = here.date(moment.day);
        return match moment.event {
            Event::Released(at) => {
                let label = here.site.history.releases.get(at as usize).map_or("", |release| release.label.as_str());
                plain(here.with(&format!("changed-{of}-released"), &[("release", label), ("date", &date)]))
            }
            Event::Corrected(at) => {
                let kind = here.site.record.corrections[at as usize].kind;
                let how = if kind == CorrectionKind::Correction { "corrected" } else { "revised" };
                here.link(&corrections, here.with(&format!("changed-{of}-{how}"), &[("date", &date)]))
            }
        };
    }
    match (changed.published, changed.newest) {
        (Some(day), _) => plain(here.with("changed-published", &[("date", &here.date(day))])),
        (None, Some(day)) if day.grain == Grain::Unknown => Link::default(),
        (None, Some(day)) => plain(here.with(&format!("changed-{of}-newest"), &[("date", &here.date(day))])),
        (None, None) => Link::default(),
    }
}

fn plain(text: String) -> Link {
    Link { text, ..Link::default() }
}
