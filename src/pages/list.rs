//! Documents, works and the data page.
//!
//! Invariant: physical and financial progress of a work stand in two rows, never in one.
//!
//! May use: model, figures; crates jiff, rust_decimal.

use super::here::upper_first;
use super::route::Folder;
use super::table::cell;
use super::views::{Cell, Column, DataPage, DocumentPage, Documents, Line, Link, Links, Row, Table, WorkPage, Works};
use super::{Here, Site};
use crate::figures::money::share_of;
use crate::model::{AreaIx, AsOf, DocumentIx, Hedge, Reading, Work};

/// All figures of the site as CSV.
pub const SITE_CSV: &str = "so-lieu/so-lieu.csv";
/// All figures of the site as JSON.
pub const SITE_JSON: &str = "so-lieu/so-lieu.json";

/// The data file of one place, relative to the site's root. It exists once, for all languages.
pub fn area_file(site: &Site<'_>, ix: AreaIx, end: &str) -> String {
    format!("{}so-lieu.{end}", site.names[0].page(Folder::Areas, &site.record.area(ix).id))
}

/// The list of corrections for machines, relative to the site's root: once, for all languages.
pub fn corrections_file(site: &Site<'_>) -> String {
    let names = &site.names[0];
    format!("{}{}.json", names.folder(Folder::Corrections), names.word(Folder::Corrections))
}

/// Where a file of the content is published, relative to the site's root: once, for all languages.
pub fn published_file(site: &Site<'_>, file: &str) -> String {
    format!("{}/{}", site.names[0].word(Folder::Files), file.strip_prefix("content/").unwrap_or(file))
}

/// The folder of what was drawn here, pictures and cards: a file in it never changes, since its name would. It lies where no
/// page and no file of the content does, once for all languages.
pub fn drawn_folder(site: &Site<'_>) -> String {
    let names = &site.names[0];
    format!("{}/{}/", names.word(Folder::Files), names.word(Folder::Drawn))
}

/// Where what is drawn of a file of the content is published, but for the end of its name.
pub fn drawn_file(site: &Site<'_>, file: &str) -> String {
    format!("{}{}", drawn_folder(site), file.strip_prefix("content/").unwrap_or(file))
}

fn day(here: &Here<'_>, day: Option<jiff::civil::Date>) -> String {
    day.map_or_else(String::new, |d| here.date(AsOf::day(d)))
}

/// The list of documents.
pub fn documents(here: &Here<'_>) -> Documents {
    let record = here.site.record;
    let mut all: Vec<usize> = (0..record.documents.len()).collect();
    all.sort_by(|a, b| (record.documents[*b].date, &record.documents[*a].id).cmp(&(record.documents[*a].date, &record.documents[*b].id)));
    let rows = all
        .into_iter()
        .map(|at| {
            let document = &record.documents[at];
            Row {
                name: here.document(DocumentIx(at as u32)),
                detail: here.maybe(document.kind.as_ref()),
                cells: vec![
                    Cell { text: here.text(&document.title).to_owned(), ..Cell::default() },
                    Cell { text: here.maybe(document.issuer.as_ref()), ..Cell::default() },
                    Cell { text: day(here, document.date), ..Cell::default() },
                ],
                ..Row::default()
            }
        })
        .collect();
    let column = |id: &str| Column { name: here.say(id), numeric: false };
    Documents {
        summary: here.with("documents-summary", &[("count", &here.count("count-documents", record.documents.len()))]),
        table: Table {
            id: "van-ban".to_owned(),
            kind: "record".to_owned(),
            caption: here.say("documents-caption"),
            columns: vec![column("column-number"), column("column-about"), column("column-issuer"), column("column-date")],
            rows,
            empty: here.say("no-documents"),
            ..Table::default()
        },
    }
}

/// One document.
pub fn document(here: &Here<'_>, ix: DocumentIx) -> DocumentPage {
    let record = here.site.record;
    let document = record.document(ix);
    let plain = |name: &str, text: String| (!text.is_empty()).then(|| Line { name: here.say(name), text, href: String::new() });
    let mut lines: Vec<Line> = [
        plain("column-number", document.number.clone().unwrap_or_default()),
        plain("kind", here.maybe(document.kind.as_ref())),
        plain("column-issuer", here.maybe(document.issuer.as_ref())),
        plain("column-date", day(here, document.date)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some(link) = &document.link {
        lines.push(Line { name: here.say("where-to-read"), text: link.clone(), href: link.clone() });
    }
    if let Some(file) = &document.file {
        let name = file.rsplit('/').next().unwrap_or(file).to_owned();
        lines.push(Line { name: here.say("file"), text: name, href: here.href(&published_file(here.site, file)) });
    }
    let mut uses: Vec<Link> = record
        .programmes()
        .filter(|(_, p)| p.decision == Some(ix) || p.successors.iter().any(|s| s.document == Some(ix)))
        .map(|(p, _)| here.programme(p))
        .collect();
    for set in record.sets.iter().filter(|s| s.document == Some(ix)) {
        let mut link = here.programme(set.programme);
        link.href.push_str(&format!("#{}", set.id));
        link.text = here.text(&set.name).to_owned();
        uses.push(link);
    }
    for sheet in record.sheets.values().filter(|s| s.versions.iter().any(|v| v.document == Some(ix))) {
        let words = here.with("title-period", &[("place", &upper_first(&here.area_name(sheet.area))), ("period", &here.language.period(sheet.period))]);
        uses.push(here.link(&here.period_dir(sheet.area, sheet.period), words));
    }
    let reports = here.site.index.by_document[ix.at()].iter().take(super::catalogue::REPORTS).map(|r| here.card(*r)).collect();
    DocumentPage {
        lines,
        note: here.maybe(document.note.as_ref()),
        uses: Links { title: here.say("used-by"), links: uses, empty: here.say("used-by-none") },
        reports,
    }
}

/// Where a work's page lies.
pub fn work_link(here: &Here<'_>, ix: u32) -> Link {
    let work = &here.site.record.works[ix as usize];
    here.shows(work.sample);
    here.link(&here.names().page(Folder::Works, &work.id), here.text(&work.name))
}

fn status(here: &Here<'_>, work: &Work) -> String {
    here.say(&format!("work-{}", work.status.name().replace('_', "-")))
}

fn work_reading(here: &Here<'_>, reading: Option<&Reading>) -> super::views::Value {
    reading.map_or_else(|| here.nothing_stated(), |r| here.reading(r, &here.unit(&r.unit)))
}

/// The list of works.
pub fn works(here: &Here<'_>) -> Works {
    let record = here.site.record;
    let rows = (0..record.works.len() as u32)
        .map(|ix| {
            let work = &record.works[ix as usize];
            Row {
                name: work_link(here, ix),
                detail: here.place(work.area).to_owned(),
                cells: vec![
                    Cell { text: status(here, work), ..Cell::default() },
                    cell(work_reading(here, work.plan.as_ref())),
                    cell(work_reading(here, work.paid.as_ref())),
                    cell(work_reading(here, work.physical.as_ref())),
                ],
                ..Row::default()
            }
        })
        .collect();
    let column = |id: &str, numeric| Column { name: here.say(id), numeric };
    let summary = if record.works.is_empty() {
        here.say("no-works-yet")
    } else {
        here.with("works-summary", &[("count", &here.count("count-works", record.works.len()))])
    };
    Works {
        summary,
        table: Table {
            id: "cong-trinh".to_owned(),
            kind: "record".to_owned(),
            caption: here.say("works-caption"),
            columns: vec![
                column("column-work", false),
                column("column-state", false),
                column("column-cost", true),
                column("column-paid", true),
                column("column-built", true),
            ],
            rows,
            empty: if record.works.is_empty() { here.say("no-works") } else { String::new() },
            ..Table::default()
        },
    }
}

/// One work.
pub fn work(here: &Here<'_>, ix: u32) -> WorkPage {
    let record = here.site.record;
    let work = &record.works[ix as usize];
    let mut lines = vec![Line { name: here.say("column-place"), text: upper_first(&here.area_name(work.area)), href: here.area(work.area).href }];
    let mut add = |name: &str, text: String| {
        if !text.is_empty() {
            lines.push(Line { name: here.say(name), text, href: String::new() });
        }
    };
    add("work-where", here.maybe(work.place.as_ref()));
    for owner in &work.owners {
        let dates: Vec<String> =
            [owner.from.map(|d| here.with("since", &[("date", &here.date(d))])), owner.to.map(|d| here.with("until", &[("date", &here.date(d))]))]
                .into_iter()
                .flatten()
                .collect();
        let name = here.text(&owner.name);
        add("work-owner", if dates.is_empty() { name.to_owned() } else { format!("{name} ({})", dates.join(", ")) });
    }
    add("work-contractor", here.maybe(work.contractor.as_ref()));
    add("work-supervisor", here.maybe(work.supervisor.as_ref()));
    add("work-contact", here.maybe(work.contact.as_ref()));
    let dates = |pair: (Option<AsOf>, Option<AsOf>)| match pair {
        (planned, Some(actual)) => {
            let plan = planned.map(|p| format!(" ({})", here.with("planned-for", &[("date", &here.date(p))]))).unwrap_or_default();
            format!("{}{plan}", here.date(actual))
        }
        (Some(planned), None) => here.with("planned-for", &[("date", &here.date(planned))]),
        (None, None) => String::new(),
    };
    add("work-start", dates(work.start));
    add("work-finish", dates(work.finish));
    if let Some(p) = work.programme {
        let link = here.programme(p);
        lines.push(Line { name: here.say("programme"), text: link.text, href: link.href });
    }
    if let Some(source) = work.source {
        let link = here.source(source);
        lines.push(Line { name: here.say("passport-source"), text: link.text, href: link.href });
    }
    let pictures = work.pictures.iter().map(|p| super::picture::picture(here, &work.folder, p)).collect();
    WorkPage {
        summary: work_summary(here, work),
        lines,
        progress: progress(here, work),
        milestones: work
            .milestones
            .iter()
            .map(|m| {
                let state = m.state.as_ref().map(|s| here.say(&format!("milestone-{}", s.replace('_', "-"))));
                let date = m.date.map(|d| here.date(d));
                Line { name: here.text(&m.name).to_owned(), text: [date, state].into_iter().flatten().collect::<Vec<_>>().join(" · "), href: String::new() }
            })
            .collect(),
        pictures,
        note: here.maybe(work.note.as_ref()),
    }
}

/// Where a work stands in one sentence: its stage, its day, and what is known of what is built and paid.
fn work_summary(here: &Here<'_>, work: &Work) -> String {
    let state = status(here, work);
    let as_of = here.as_of(work.as_of);
    let said = |reading: Option<&Reading>| {
        let reading = reading.filter(|reading| reading.number().is_some())?;
        let value = work_reading(here, Some(reading));
        let words = here.phrase(&value);
        // An estimate says that it is one.
        Some(if value.flag.is_empty() { words } else { format!("{words} ({})", value.flag) })
    };
    let built = said(work.physical.as_ref()).map(|share| here.with("work-told-built", &[("share", &share)]));
    let paid = match (said(work.paid.as_ref()), said(work.plan.as_ref())) {
        (Some(paid), Some(plan)) => Some(here.with("work-told-paid-of", &[("paid", &paid), ("plan", &plan)])),
        (Some(paid), None) => Some(here.with("work-told-paid", &[("paid", &paid)])),
        (None, _) => None,
    };
    let told: Vec<String> = [built, paid].into_iter().flatten().collect();
    if told.is_empty() {
        return here.with("work-summary", &[("state", &state), ("as-of", &as_of)]);
    }
    here.with("work-summary-told", &[("state", &state), ("as-of", &as_of), ("told", &told.join(", "))])
}

/// How much is built and how much is paid, apart.
fn progress(here: &Here<'_>, work: &Work) -> Table {
    let judged = crate::figures::Judged { elapsed: None, standing: crate::figures::Standing::NotAssessed };
    let built = work.physical.as_ref().and_then(|r| r.number().map(|n| (n.0, r.hedge)));
    let paid = work.paid.as_ref().zip(work.plan.as_ref()).and_then(|(paid, plan)| share_of(paid, plan));
    let paid_value = match paid {
        Some(share) => super::views::Value { kind: "number".to_owned(), text: here.percent(share), flag: here.say("counted-by-site"), ..Default::default() },
        None => here.nothing_stated(),
    };
    let row = |id: &str, amount: super::views::Value, share: super::views::Value, bar: Option<(rust_decimal::Decimal, Hedge)>| Row {
        name: Link { text: here.say(id), ..Link::default() },
        cells: vec![cell(amount), cell(share.clone())],
        bar: Some(here.bar(bar, judged, format!("{}: {}", here.say(id), share.text))),
        ..Row::default()
    };
    let money = super::views::Value {
        kind: "words".to_owned(),
        text: format!("{} / {}", here.phrase(&work_reading(here, work.paid.as_ref())), here.phrase(&work_reading(here, work.plan.as_ref()))),
        ..Default::default()
    };
    let physical = work_reading(here, work.physical.as_ref());
    Table {
        id: "tien-do".to_owned(),
        kind: "record".to_owned(),
        caption: here.with("work-progress-caption", &[("as-of", &here.as_of(work.as_of))]),
        columns: vec![
            Column { name: here.say("column-what"), numeric: false },
            Column { name: here.say("column-amount"), numeric: true },
            Column { name: here.say("column-progress"), numeric: true },
        ],
        rows: vec![
            row("work-physical", super::views::Value { kind: "missing".to_owned(), text: "–".to_owned(), ..Default::default() }, physical, built),
            row("work-financial", money, paid_value, paid.map(|p| (p, Hedge::Exact))),
        ],
        ..Table::default()
    }
}

/// The data page.
pub fn data(here: &Here<'_>) -> DataPage {
    let site = here.site;
    let file = |to: &str, id: &str| here.link(to, here.say(id));
    let rows = site
        .record
        .areas()
        .filter(|(ix, _)| site.figures.of_area(*ix).next().is_some())
        .map(|(ix, _)| {
            let count: usize = site.figures.of_area(ix).map(|f| f.figures.len()).sum();
            Row {
                name: here.area(ix),
                cells: vec![
                    Cell { text: here.language.decimal(crate::model::Number(rust_decimal::Decimal::from(count as u64))), ..Cell::default() },
                    Cell { link: Some(here.link(&area_file(site, ix, "csv"), "CSV")), ..Cell::default() },
                    Cell { link: Some(here.link(&area_file(site, ix, "json"), "JSON")), ..Cell::default() },
                ],
                ..Row::default()
            }
        })
        .take(200)
        .collect();
    let column = |id: &str, numeric| Column { name: here.say(id), numeric };
    let dictionary = COLUMNS.iter().map(|name| Row {
        name: Link { text: (*name).to_owned(), ..Link::default() },
        cells: vec![Cell { text: here.say(&format!("data-{}", name.replace('_', "-"))), ..Cell::default() }],
        ..Row::default()
    });
    DataPage {
        summary: here.with("data-summary", &[("figures", &here.count("count-figures", site.figures.count()))]),
        downloads: Links {
            title: here.say("downloads-site"),
            links: vec![file(SITE_CSV, "download-csv"), file(SITE_JSON, "download-json")],
            empty: String::new(),
        },
        by_place: Table {
            id: "theo-noi".to_owned(),
            kind: "record".to_owned(),
            title: here.say("data-by-place"),
            caption: here.say("data-by-place-caption"),
            columns: vec![column("column-place", false), column("column-figures", true), column("column-csv", false), column("column-json", false)],
            rows,
            empty: here.say("no-figures"),
            ..Table::default()
        },
        dictionary: Table {
            id: "cot".to_owned(),
            kind: "record".to_owned(),
            title: here.say("data-dictionary"),
            caption: here.say("data-dictionary-caption"),
            columns: vec![column("column-name", false), column("column-meaning", false)],
            rows: dictionary.collect(),
            ..Table::default()
        },
        licence: here.maybe(site.config.body.licence.as_ref()),
        cite: here.cite_page(None, &super::frame::title(here), site.history.whole().newest, None),
    }
}

/// The columns of the data files, in order; each has its meaning in the word files.
pub const COLUMNS: [&str; 27] = [
    "address",
    "area",
    "area_name",
    "period",
    "programme",
    "component",
    "capital",
    "fund",
    "carried_from",
    "indicator",
    "group",
    "criteria_set",
    "measure",
    "value",
    "value_high",
    "whole",
    "unit",
    "change",
    "qualifier",
    "standing",
    "state",
    "as_of",
    "by",
    "printed",
    "source",
    "rule",
    "inputs",
];
