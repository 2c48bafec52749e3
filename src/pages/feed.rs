//! Atom feeds: of the whole site, of each place, and of corrections.
//!
//! Invariant: dates come from the reports, never from a clock.
//!
//! May use: model.

use super::frame;
use super::route::Folder;
use super::views::{Feed, FeedEntry};
use super::{Here, past, plan};
use crate::model::{AreaIx, ReportIx};

/// Reports in one feed.
pub const ENTRIES: usize = 20;

/// A feed.
pub fn feed(here: &Here<'_>, area: Option<AreaIx>) -> Feed {
    let site = here.site;
    let reports: Vec<ReportIx> = match area {
        Some(ix) => site.index.by_area[ix.at()].iter().copied().take(ENTRIES).collect(),
        None => (0..site.record.reports.len().min(ENTRIES) as u32).map(ReportIx).collect(),
    };
    let home = here.text(&site.config.title);
    let title = match area {
        Some(_) => format!("{} – {home}", frame::title(here)),
        None => home.to_owned(),
    };
    let entries: Vec<FeedEntry> = reports
        .iter()
        .map(|ix| {
            let report = site.record.report(*ix);
            let of_this = here.apart();
            of_this.card(*ix);
            here.shows(of_this.has_shown_sample());
            let telling = report.telling(here.lang());
            let at = if plan::told_in(report, here.lang()) { here.page.lang } else { 0 };
            let dir = site.names[at].page(Folder::Reports, &report.id);
            FeedEntry {
                id: permanent(here, &dir),
                href: address(here, &dir),
                title: here.marked(telling.map_or_else(String::new, |t| t.title.clone()), of_this.has_shown_sample()),
                summary: telling.and_then(|t| t.lead.clone()).unwrap_or_default(),
                updated: format!("{}T00:00:00Z", report.sort_day()),
                author: telling.and_then(|t| t.organisation.clone().or_else(|| t.authors.first().cloned())).unwrap_or_else(|| home.to_owned()),
            }
        })
        .collect();
    whole(here, title, entries)
}

/// The feed of corrections and revisions.
pub fn corrections(here: &Here<'_>) -> Feed {
    let title = format!("{} – {}", frame::title(here), here.text(&here.site.config.title));
    whole(here, title, past::entries(here))
}

fn whole(here: &Here<'_>, title: String, entries: Vec<FeedEntry>) -> Feed {
    let title = here.marked(title, frame::is_sample(here));
    let updated = entries.first().map_or_else(|| "2021-01-01T00:00:00Z".to_owned(), |e| e.updated.clone());
    Feed {
        id: permanent(here, &format!("{}feed.xml", here.page.dir)),
        title,
        lang: here.lang().to_owned(),
        self_href: address(here, &here.page.path),
        href: address(here, &here.page.dir),
        updated,
        author: here.text(&here.site.config.body.name).to_owned(),
        entries,
    }
}

/// Feeds want absolute addresses; without `base_url` they are relative to the feed, which readers resolve.
pub fn address(here: &Here<'_>, to: &str) -> String {
    here.site.config.base_url.as_ref().map_or_else(|| here.href(to), |base| format!("{base}{to}"))
}

/// A permanent id: the absolute address where there is one, else a tag of the page's own address.
pub fn permanent(here: &Here<'_>, to: &str) -> String {
    match &here.site.config.base_url {
        Some(base) => format!("{base}{to}"),
        None => format!("tag:minhbach.invalid,2021:/{to}"),
    }
}
