//! Pages of places: the list of all, one place, and one place in one period with every passport.
//!
//! Invariant: a place that has ended keeps its pages and says what became of it.
//!
//! May use: model, figures, config.

use super::Here;
use super::answer::Standings;
use super::catalogue::REPORTS;
use super::contents;
use super::embed::Framed;
use super::here::upper_first;
use super::home::Headline;
use super::home::sort_places;
use super::list::area_file;
use super::views::{AreaPage, Areas, Cell, Column, HistoryLine, KeyFigure, Link, Links, Office, PeriodBlock, PeriodPage, PlaceGroup, Row, Table, Value};
use crate::figures::SheetFigures;
use crate::model::{AreaIx, AsOf, Lineage, Missing, Period, SourceRef};

/// Periods shown whole on the page of a place; older ones are links.
const PERIODS: usize = 3;

/// With more passports than this a page says once how it is cited: a sentence below each would make it heavy.
const CITED: usize = 40;

/// So many places are listed on one page.
const MOST_LISTED: usize = 150;

/// The list of all places.
pub fn areas(here: &Here<'_>) -> Areas {
    let (record, config) = (here.site.record, here.site.config);
    // A country has thousands of places: then this page lists the highest, and each of them those within it.
    let roots_only = record.areas.len() > MOST_LISTED;
    let (mut groups, mut listed) = (Vec::new(), Vec::new());
    let mut kinds: Vec<&crate::config::AreaKind> = config.area_kinds.iter().collect();
    kinds.sort_by_key(|k| k.level);
    for kind in kinds {
        let mut places: Vec<AreaIx> = record.areas().filter(|(_, a)| a.kind == kind.id && !(roots_only && a.parent.is_some())).map(|(ix, _)| ix).collect();
        if places.is_empty() {
            continue;
        }
        sort_places(here, &mut places);
        let with_figures: Vec<AreaIx> = places.iter().copied().filter(|ix| here.site.figures.of_area(*ix).next().is_some()).collect();
        let id = format!("bang-{}", kind.id);
        let (map, rest) = super::tiles::laid_out(here, &with_figures);
        groups.push(PlaceGroup {
            title: here.text(&kind.plural).to_owned(),
            map,
            tiles: if rest.len() <= 40 { rest.iter().map(|ix| here.tile(*ix)).collect() } else { Vec::new() },
            table: places_table(here, &id, &places),
        });
        listed.append(&mut places);
    }
    let comparisons = here.comparisons(&listed, None, "so-sanh");
    let years = super::years::links(here, None, "places-by-year");
    Areas {
        comparisons,
        years,
        summary: here.with("areas-summary", &[("places", &here.count("count-places", record.areas.len()))]),
        groups,
        letters: Vec::new(),
    }
}

/// Places, each with the period it told of last.
fn places_table(here: &Here<'_>, id: &str, places: &[AreaIx]) -> Table {
    let period = |headline: &Headline<'_>| here.language.period(headline.figures.period);
    let mut table = table_of(here, id, places, |ix| here.headline(ix), period);
    table.columns[1].name = here.say("column-period");
    table.caption = here.say("places-caption");
    table
}

/// Places in one period, each with the day of its number.
pub fn places_of_period(here: &Here<'_>, id: &str, places: &[AreaIx], period: Period) -> Table {
    let day = |headline: &Headline<'_>| headline.day().map_or_else(|| here.say("date-unknown"), |day| here.date(day));
    let mut table = table_of(here, id, places, |ix| here.headline_of(here.site.figures.sheet(ix, period)?), day);
    for (row, ix) in table.rows.iter_mut().zip(places) {
        row.name.href = here.href(&here.period_dir(*ix, period));
    }
    table.columns[1].name = here.say("column-as-of");
    table.caption = here.with("places-of-period-caption", &[("period", &here.language.period(period))]);
    table
}

fn table_of<'h>(
    here: &Here<'h>,
    id: &str,
    places: &[AreaIx],
    headline: impl Fn(AreaIx) -> Option<Headline<'h>>,
    when: impl Fn(&Headline<'_>) -> String,
) -> Table {
    let rows = places
        .iter()
        .map(|ix| {
            let area = here.site.record.area(*ix);
            let headline = headline(*ix);
            let period = headline.as_ref().map_or_else(|| "–".to_owned(), &when);
            let value = |at: Option<u32>| match (&headline, at) {
                (Some(h), Some(at)) => here.value(h.figures, at),
                (Some(_), None) => here.nothing_stated(),
                (None, _) => Value { kind: "missing".to_owned(), text: here.missing(Missing::NoData), ..Value::default() },
            };
            let parent = area.parent.map_or_else(String::new, |p| here.place(p).to_owned());
            let ended = area.to.map(|day| here.with("ended-on", &[("date", &here.date(AsOf::day(day)))])).unwrap_or_default();
            let detail: Vec<String> = [parent, ended].into_iter().filter(|s| !s.is_empty()).collect();
            Row {
                name: here.area(*ix),
                detail: detail.join(" · "),
                cells: vec![
                    Cell { text: period, ..Cell::default() },
                    Cell { value: Some(value(headline.as_ref().and_then(|h| h.disbursed))), ..Cell::default() },
                    Cell { value: Some(value(headline.as_ref().and_then(|h| h.rate))), ..Cell::default() },
                ],
                ..Row::default()
            }
        })
        .collect();
    Table {
        id: id.to_owned(),
        kind: "record".to_owned(),
        title: String::new(),
        caption: String::new(),
        columns: vec![
            Column { name: here.say("column-place"), numeric: false },
            Column { name: String::new(), numeric: false },
            Column { name: here.say("column-disbursed"), numeric: true },
            Column { name: here.say("column-rate"), numeric: true },
        ],
        rows,
        sources: Vec::new(),
        empty: String::new(),
    }
}

/// One place.
pub fn area(here: &Here<'_>, ix: AreaIx) -> AreaPage {
    let site = here.site;
    let record = site.record;
    let area = record.area(ix);
    let all: Vec<&SheetFigures> = site.figures.of_area(ix).rev().collect();
    let mut places: Vec<AreaIx> = site.index.children[ix.at()].iter().chain(&area.members).copied().collect();
    sort_places(here, &mut places);
    // Of one level only the highest is compared here; the others are within it.
    let comparison = here.comparisons(&places, None, "so-sanh").into_iter().next().unwrap_or_default();
    let (map, beside) = super::tiles::laid_out(here, &places);
    let kind = site.config.kind(&area.kind).map_or_else(String::new, |k| here.text(&k.name).to_owned());
    let parent = area.parent.map(|p| here.place(p).to_owned());
    let reports = &site.index.by_area[ix.at()];
    let mut page = AreaPage {
        contents: Vec::new(),
        kind: [Some(kind), parent].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        about: here.maybe(area.about.as_ref()),
        summary: summary(here, ix, &all),
        key_figures: key_figures(here, ix),
        periods: all.iter().take(PERIODS).map(|f| block(here, f)).collect(),
        period_links: Links {
            title: here.say("all-periods"),
            links: all.iter().map(|f| here.link(&here.period_dir(ix, f.period), here.period(f.period))).collect(),
            empty: here.say("no-periods"),
        },
        trend: here.trend_of_area(ix),
        map,
        places: beside.iter().map(|p| here.tile(*p)).collect(),
        comparison,
        rollup: rollup(here, ix, &places),
        works: Links {
            title: here.say("works"),
            links: site.index.works_of_area[ix.at()].iter().map(|w| super::list::work_link(here, *w)).collect(),
            empty: here.say("no-works-of-place"),
        },
        reports: reports.iter().take(REPORTS).map(|r| here.card(*r)).collect(),
        documents: documents(here, ix, &all),
        downloads: downloads(here, ix, None),
        history: area.lineage.iter().map(|step| history(here, step)).collect(),
        office: area.body.as_ref().map_or_else(Office::default, |body| super::frame::office(here, body)),
        embed: here.embed_line(Framed::Area(ix)),
        cite: if all.is_empty() { String::new() } else { here.cite_place(ix, &all) },
    };
    page.contents = contents_of_area(here, &page);
    page
}

fn contents_of_area(here: &Here<'_>, page: &AreaPage) -> Vec<Link> {
    let part = |there, id, word: &str| contents::if_there(there, id, || here.say(word));
    let links = |id, links: &Links| contents::if_there(!links.links.is_empty(), id, || links.title.clone());
    contents::of([
        page.periods.iter().map(|block| contents::part(&block.id, block.title.clone())).collect(),
        contents::if_there(!page.trend.charts.is_empty(), &page.trend.id, || page.trend.title.clone()),
        part(!page.places.is_empty() || !page.map.is_empty(), "places", "places-within"),
        links("works", &page.works),
        part(!page.reports.is_empty(), "reports", "reports-here"),
        links("documents", &page.documents),
        links("downloads", &page.downloads),
        part(!page.cite.is_empty(), "cite", "cite"),
        part(!page.history.is_empty(), "changes", "place-history"),
    ])
}

/// The answer first: money of the newest period that has some, else how much is known.
fn summary(here: &Here<'_>, ix: AreaIx, all: &[&SheetFigures]) -> String {
    let Some(newest) = all.first() else { return here.with("area-no-figures", &[("place", &upper_first(&here.area_name(ix)))]) };
    let money = here.headline(ix).map(|h| here.headline_sentence(&h)).unwrap_or_default();
    let rest = standing_sentence(here, ix);
    let first = if money.is_empty() {
        here.with("area-figures-sentence", &[("place", &upper_first(&here.area_name(ix))), ("figures", &here.count("count-figures", newest.figures.len()))])
    } else {
        money
    };
    if rest.is_empty() { first } else { format!("{first} {rest}") }
}

/// How what was planned stands, with the periods it is counted over; empty where there is nothing to assess.
fn standing_sentence(here: &Here<'_>, ix: AreaIx) -> String {
    let now = here.standing_now(ix);
    let Standings { good, late, open } = here.standings(now.iter().copied());
    let periods: Vec<String> = now.iter().map(|figures| here.language.period(figures.period)).collect();
    let periods = upper_first(&periods.join(", "));
    let id = match (good + late, open) {
        (0, 0) => return String::new(),
        (0, _) => "area-unassessed-sentence",
        _ => "area-standing-sentence",
    };
    let [good, late, open] = [good, late, open].map(|count| count.to_string());
    here.with(id, &[("periods", &periods), ("good", &good), ("late", &late), ("open", &open)])
}

/// The numbers the page of a place begins with.
pub fn key_figures(here: &Here<'_>, ix: AreaIx) -> Vec<KeyFigure> {
    let mut keys = Vec::new();
    if let Some(headline) = here.headline(ix) {
        let period = here.language.period(headline.figures.period);
        if let Some(rate) = headline.rate {
            keys.push(KeyFigure { value: here.value(headline.figures, rate), label: here.with("key-rate", &[("period", &period)]) });
        }
        if let Some(done) = headline.disbursed {
            keys.push(KeyFigure { value: here.value(headline.figures, done), label: here.with("key-disbursed", &[("period", &period)]) });
        }
    }
    let Standings { good, late, open } = here.standings(here.standing_now(ix));
    if good + late > 0 {
        keys.extend([here.key_count(good, "key-good"), here.key_count(late, "key-late")]);
    }
    if open > 0 {
        keys.push(here.key_count(open, "key-open"));
    }
    keys.truncate(4);
    keys
}

/// Whether a sum over the parts would be complete; it is never made from some of them.
fn rollup(here: &Here<'_>, ix: AreaIx, places: &[AreaIx]) -> String {
    let Some(parts) = &here.site.record.area(ix).parts else { return String::new() };
    let reported: Vec<AreaIx> = places.iter().copied().filter(|p| here.site.record.area(*p).kind == parts.kind && here.headline(*p).is_some()).collect();
    let names: Vec<&str> = reported.iter().map(|p| here.place(*p)).collect();
    here.with("rollup-incomplete", &[("reported", &reported.len().to_string()), ("count", &parts.count.to_string()), ("names", &names.join(", "))])
}

fn documents(here: &Here<'_>, ix: AreaIx, all: &[&SheetFigures]) -> Links {
    let mut found = Vec::new();
    for figures in all {
        let sheet = here.sheet(figures);
        let plans = sheet.versions.iter().filter_map(|v| v.document);
        let sources = sheet.facts.iter().filter_map(|f| match f.source {
            Some(SourceRef::Document(document)) => Some(document),
            _ => None,
        });
        for document in plans.chain(sources) {
            if !found.contains(&document) {
                found.push(document);
            }
        }
    }
    for step in &here.site.record.area(ix).lineage {
        if let Some(document) = step.document.filter(|d| !found.contains(d)) {
            found.push(document);
        }
    }
    Links { title: here.say("documents"), links: found.into_iter().map(|d| here.document(d)).collect(), empty: String::new() }
}

/// The figures as files, and the notice kit of a period: the named one, else the newest.
fn downloads(here: &Here<'_>, ix: AreaIx, period: Option<Period>) -> Links {
    let newest = here.site.figures.of_area(ix).next_back().map(|figures| figures.period);
    let link = |end: &str, id: &str| here.link(&area_file(here.site, ix, end), here.say(id));
    let notice = || here.link(&here.notice_dir(ix), here.say("notice-to-print"));
    let mut links = if newest.is_some() { vec![link("csv", "download-csv"), link("json", "download-json"), notice()] } else { Vec::new() };
    if let Some(period) = period.or(newest).filter(|_| here.site.kit) {
        links.push(here.link(&super::kit::dir(here, ix, period), here.with("download-kit", &[("period", &here.language.period(period))])));
    }
    Links { title: here.say("downloads"), links, empty: String::new() }
}

/// One step of what became of a place.
pub fn history(here: &Here<'_>, step: &Lineage) -> HistoryLine {
    let extent = match step.whole {
        Some(true) => here.say("extent-whole"),
        Some(false) => here.say("extent-part"),
        None => String::new(),
    };
    let how = here.say(&format!("lineage-{}", step.how.name().replace('_', "-")));
    let place = match (step.area, &step.name) {
        (Some(ix), _) => Some(Link { text: upper_first(&here.area_name(ix)), ..here.area(ix) }),
        (None, Some(name)) => Some(Link { text: here.text(name).to_owned(), ..Link::default() }),
        (None, None) => None,
    };
    let with_extent = step.area.is_some() || step.name.is_some();
    HistoryLine {
        about: None,
        date: step.date.map_or_else(String::new, |day| here.date(AsOf::day(day))),
        text: if extent.is_empty() || !with_extent { how } else { format!("{how} ({extent})") },
        place,
        document: step.document.map(|d| here.document(d)),
        note: here.maybe(step.note.as_ref()),
    }
}

/// One period of a place.
pub fn block(here: &Here<'_>, figures: &SheetFigures) -> PeriodBlock {
    let slug = figures.period.slug();
    let sentence = here.headline_of(figures).map(|h| here.headline_sentence(&h)).unwrap_or_default();
    let mut money = Vec::new();
    if !figures.money.is_empty() {
        let mut table = here.money_table(figures, |_| true);
        table.id = format!("tien-{slug}");
        money.push(table);
    }
    let mut indicators = Table::default();
    if figures.indicators.iter().any(|line| !here.in_words(line)) {
        indicators = here.indicator_table(figures, |_| true);
        indicators.id = format!("chi-tieu-{slug}");
    }
    let mut criteria = here.criteria_tables(figures);
    let statements = here.statement_table(figures, |_| true);
    if !statements.rows.is_empty() {
        criteria.push(statements);
    }
    for table in &mut criteria {
        table.id = format!("{}-{slug}", table.id);
    }
    PeriodBlock {
        id: format!("ky-{slug}"),
        title: here.period(figures.period),
        link: here.link(&here.period_dir(figures.area, figures.period), here.with("all-passports", &[("period", &here.language.period(figures.period))])),
        summary: if sentence.is_empty() {
            here.with(
                "period-sentence",
                &[
                    ("figures", &here.count("count-figures", figures.figures.len())),
                    ("place", &here.area_name(figures.area)),
                    ("period", &here.language.period(figures.period)),
                ],
            )
        } else {
            sentence
        },
        stages: here.stages(figures),
        money,
        indicators,
        criteria,
    }
}

/// One place in one period, with every passport.
pub fn period(here: &Here<'_>, ix: AreaIx, period: Period) -> PeriodPage {
    let site = here.site;
    let empty = || SheetFigures { area: ix, period, figures: Vec::new(), money: Vec::new(), totals: Vec::new(), indicators: Vec::new(), criteria: Vec::new() };
    let none;
    let figures = match site.figures.sheet(ix, period) {
        Some(figures) => figures,
        None => {
            none = empty();
            &none
        }
    };
    let sheet = here.sheet(figures);
    let others = site.figures.of_area(ix).rev().filter(|f| f.period != period);
    let (mut passports, mut replaced) = (here.passports(figures), here.replaced(figures));
    let mut cite = String::new();
    if passports.len() + replaced.len() > CITED {
        passports.iter_mut().chain(&mut replaced).for_each(|passport| passport.cite.clear());
        cite = here.cite_place(ix, &[figures]);
    }
    let mut page = PeriodPage {
        contents: Vec::new(),
        place: here.area(ix),
        block: block(here, figures),
        others: Links {
            title: here.say("other-periods"),
            links: others.map(|f| here.link(&here.period_dir(ix, f.period), here.period(f.period))).collect(),
            empty: String::new(),
        },
        versions: if sheet.versions.len() > 1 || sheet.versions.iter().any(|v| v.document.is_some() || v.date.is_some()) {
            sheet
                .versions
                .iter()
                .map(|v| HistoryLine {
                    about: None,
                    date: v.date.map_or_else(String::new, |d| here.date(d)),
                    text: here.with(if v.in_force { "version-in-force" } else { "version-replaced" }, &[("number", &v.number.to_string())]),
                    place: None,
                    document: v.document.map(|d| here.document(d)),
                    note: here.maybe(v.reason.as_ref()),
                })
                .collect()
        } else {
            Vec::new()
        },
        replaced,
        passports,
        cite,
        downloads: downloads(here, ix, Some(period)),
    };
    page.contents = contents_of_period(here, &page);
    page
}

fn contents_of_period(here: &Here<'_>, page: &PeriodPage) -> Vec<Link> {
    let part = |there, id, word: &str| contents::if_there(there, id, || here.say(word));
    let table = |table: &Table| contents::if_there(!table.rows.is_empty(), &table.id, || table.title.clone());
    contents::of([
        page.block.money.iter().chain([&page.block.indicators]).chain(&page.block.criteria).flat_map(table).collect(),
        part(!page.versions.is_empty(), "versions", "plan-versions"),
        part(!page.passports.is_empty(), "passports", "passports"),
        part(!page.replaced.is_empty(), "replaced", "replaced"),
        part(!page.cite.is_empty(), "cite", "cite"),
        contents::if_there(!page.downloads.links.is_empty(), "downloads", || page.downloads.title.clone()),
    ])
}
