//! Every place in one period, and the list of periods.
//!
//! Invariant: each number has the day of its own beside it; places stand side by side only where their days are one.
//!
//! May use: config, model.

use std::collections::BTreeSet;

use super::Here;
use super::Site;
use super::area::places_of_period;
use super::here::upper_first;
use super::home::sort_places;
use super::route::Folder;
use super::views::{Links, PlaceGroup, YearPage};
use crate::model::{AreaIx, Period};

/// So many places a page of a period lists; a country has more, and its places list those within them.
const MOST_LISTED: usize = 150;

/// Every period with a sheet, newest first; of two that end together the shorter one first.
pub fn periods(site: &Site<'_>) -> Vec<Period> {
    let all: BTreeSet<Period> = site.figures.sheets.keys().map(|(_, period)| *period).collect();
    let mut all: Vec<Period> = all.into_iter().collect();
    all.sort_by_key(|period| (std::cmp::Reverse(period.last), std::cmp::Reverse(period.first)));
    all
}

/// Links to the pages of periods, leaving out the one a page is about.
pub fn links(here: &Here<'_>, without: Option<Period>, title: &str) -> Links {
    let of = |period: Period| {
        let dir = format!("{}{}/", here.names().folder(Folder::Periods), period.slug());
        here.link(&dir, here.period(period))
    };
    let all = periods(here.site).into_iter().filter(|period| Some(*period) != without);
    Links { title: here.say(title), links: all.map(of).collect(), empty: String::new() }
}

/// One period, or with none the list of all.
pub fn year(here: &Here<'_>, period: Option<Period>) -> YearPage {
    let Some(period) = period else {
        let others = links(here, None, "all-periods");
        return YearPage { summary: here.say("years-summary"), comparisons: Vec::new(), groups: Vec::new(), others };
    };
    let (record, config) = (here.site.record, here.site.config);
    let mut places: Vec<AreaIx> = here.site.figures.sheets.keys().filter(|(_, own)| *own == period).map(|(area, _)| *area).collect();
    places.dedup();
    let figures: usize = places.iter().filter_map(|ix| here.site.figures.sheet(*ix, period)).map(|f| f.figures.len()).sum();
    let mut summary = here.with(
        "year-summary",
        &[
            ("period", &upper_first(&here.language.period(period))),
            ("places", &here.count("count-places", places.len())),
            ("figures", &here.count("count-figures", figures)),
        ],
    );
    if places.len() > MOST_LISTED {
        summary = format!("{summary} {}", here.count("year-shortened", MOST_LISTED));
    }
    let comparisons = here.comparisons(&places, Some(period), "so-sanh");
    sort_places(here, &mut places);
    places.truncate(MOST_LISTED);
    let mut kinds: Vec<&crate::config::AreaKind> = config.area_kinds.iter().collect();
    kinds.sort_by_key(|kind| kind.level);
    let groups = kinds.into_iter().filter_map(|kind| {
        let mine: Vec<AreaIx> = places.iter().copied().filter(|ix| record.area(*ix).kind == kind.id).collect();
        (!mine.is_empty()).then(|| PlaceGroup {
            title: here.text(&kind.plural).to_owned(),
            map: Vec::new(),
            tiles: Vec::new(),
            table: places_of_period(here, &format!("bang-{}", kind.id), &mine, period),
        })
    });
    YearPage { summary, comparisons, groups: groups.collect(), others: links(here, Some(period), "other-periods") }
}
