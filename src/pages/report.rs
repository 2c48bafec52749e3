//! Reports and their archive.
//!
//! Invariant: a report shows the figures that rest on it, drawn from the data and not from its prose.
//!
//! May use: model, figures, markdown; crates rust_decimal.

use rust_decimal::Decimal;

use super::list::published_file;
use super::picture::{largest, picture};
use super::views::{Archive, AudioView, LeadPart, Line, Link, Links, ReportPage, SummaryView, Table, TextPart};
use super::{Here, PageKind, blocks, plan, prose};
use crate::figures::{SheetFigures, Standpoint};
use crate::markdown::{self, Piece, Resolve, Resolved};
use crate::model::{AsOf, Grain, Number, Picture, Report, ReportIx, SourceRef, Telling};

/// Words a minute of an unhurried reader.
const WORDS_A_MINUTE: u32 = 200;

/// One report.
pub fn report(here: &Here<'_>, ix: ReportIx) -> ReportPage {
    let report = here.site.record.report(ix);
    let Some(telling) = report.telling(here.lang()) else { unreachable!("a report is told at least once") }; // OK because assemble drops a report without a telling
    let folder = report.folder.clone().unwrap_or_default();
    let cover = report.cover.as_ref().and_then(|file| telling.pictures.iter().find(|p| p.file == *file)).map(|p| picture(here, &folder, p));
    let date = if report.published.known() { report.published } else { report.event.unwrap_or(AsOf::UNKNOWN) };
    let (figures, figures_elsewhere) = figures(here, ix);
    ReportPage {
        lead: lead(here, ix, telling),
        date: dates(here, report),
        datetime: if date.grain == Grain::Day { date.day.to_string() } else { String::new() },
        byline: telling.authors.iter().map(String::as_str).chain(telling.organisation.as_deref()).collect::<Vec<_>>().join(", "),
        minutes: here.count("minutes-to-read", telling.body.words.div_ceil(WORDS_A_MINUTE).max(1) as usize),
        places: report.areas.iter().map(|a| here.area(*a)).collect(),
        programmes: report.programmes.iter().map(|p| here.programme(*p)).collect(),
        cover,
        body: body(here, ix, telling),
        figures,
        figures_elsewhere,
        documents: Links { title: here.say("documents"), links: report.documents.iter().map(|d| here.document(*d)).collect(), empty: String::new() },
        origin: origin(here, telling),
        related: Links {
            title: here.say("related"),
            links: report.related.iter().map(|r| Link { href: r.url.clone(), text: r.title.clone(), ..Link::default() }).collect(),
            empty: String::new(),
        },
        summaries: report
            .summaries
            .iter()
            .map(|s| SummaryView {
                lang: s.lang.clone(),
                title: s.title.clone().unwrap_or_default(),
                text: s.text.clone(),
                dir: super::frame::direction(&s.lang).to_owned(),
                audio: s.audio.as_ref().map_or_else(String::new, |file| here.href(&published_file(here.site, &format!("{folder}/{file}")))),
                detail: s.audio.as_ref().map_or_else(String::new, |file| heard(here, &format!("{folder}/{file}"), None)),
            })
            .collect(),
        audio: report
            .audio
            .iter()
            .map(|a| AudioView {
                src: here.href(&published_file(here.site, &format!("{folder}/{}", a.file))),
                lang: a.lang.clone(),
                detail: heard(here, &format!("{folder}/{}", a.file), a.minutes),
            })
            .collect(),
        cite: cite(here, report, telling),
        untranslated: String::new(),
    }
}

/// How long a recording is and how much it asks of a telephone.
fn heard(here: &Here<'_>, file: &str, minutes: Option<u32>) -> String {
    let minutes = minutes.map(|m| here.count("minutes-to-hear", m as usize));
    // Rounded up, so that no file weighs nothing.
    let size = (here.site.file_bytes)(file).map(|bytes| {
        let kilobytes = Number(Decimal::from(bytes.div_ceil(1000)));
        here.with("kilobytes", &[("size", &here.language.decimal(kilobytes))])
    });
    [minutes, size].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The lead in pieces: words, and the numbers bound to figures.
fn lead(here: &Here<'_>, ix: ReportIx, telling: &Telling) -> Vec<LeadPart> {
    let resolver = Resolver { here, report: Some(ix), telling: Some(telling) };
    let words = |text: &str| LeadPart { text: text.to_owned(), ..LeadPart::default() };
    let Some(bound) = &telling.bound_lead else { return telling.lead.iter().map(|text| words(text)).collect() };
    let part = |piece| match piece {
        Piece::Words(text) => words(text),
        Piece::Link { words: text, target, .. } => match resolver.link(target) {
            Some(found) => LeadPart { text: text.to_owned(), href: found.href, number: found.number },
            None => words(text),
        },
    };
    markdown::line(bound).into_iter().map(part).collect()
}

fn dates(here: &Here<'_>, report: &Report) -> String {
    let published = if report.published.known() { here.with("published-on", &[("date", &here.date(report.published))]) } else { here.say("published-unknown") };
    let event = report.event.map(|e| here.with("event-on", &[("date", &here.date(e))]));
    [event, Some(published)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn cite(here: &Here<'_>, report: &Report, telling: &Telling) -> String {
    let who = telling.organisation.clone().or_else(|| telling.authors.first().cloned()).unwrap_or_else(|| here.text(&here.site.config.title).to_owned());
    let when = if report.published.known() { here.date(report.published) } else { report.year.to_string() };
    here.with("cite-page", &[("who", &who), ("title", &telling.title), ("details", &format!("{when}, {}", here.address_of(&here.page.dir)))])
}

fn origin(here: &Here<'_>, telling: &Telling) -> Vec<Line> {
    let origin = &telling.origin;
    let mut lines = vec![Line { name: here.say("origin-publisher"), text: origin.name.clone(), href: origin.url.clone().unwrap_or_default() }];
    let mut add = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            lines.push(Line { name: here.say(name), text, href: String::new() });
        }
    };
    add("origin-title", origin.title.clone());
    add("origin-author", origin.author.clone());
    add("origin-date", origin.date.map(|d| here.date(d)));
    add("origin-licence", origin.licence.clone());
    lines
}

/// Rows of figures a report shows below its text. The report of a whole province may be the source of thousands: then
/// it says on which pages they stand, so that a phone need not fetch them all with the text.
const ROWS: usize = 60;

/// The figures that rest on a report, a table for each place and period, or the pages where they stand.
fn figures(here: &Here<'_>, ix: ReportIx) -> (Vec<Table>, Links) {
    let mut tables = Vec::new();
    let mut pages = Vec::new();
    let mut rows = 0;
    for (area, period) in &here.site.index.sheets_of_report[ix.at()] {
        let Some(figures) = here.site.figures.sheet(*area, *period) else { continue };
        let id = format!("{}-{}", here.site.record.area(*area).id, period.slug());
        let before = rows;
        let mut push = |mut table: Table, part: &str| {
            rows += table.rows.len();
            if !table.rows.is_empty() && rows <= ROWS {
                table.id = format!("{part}-{id}");
                table.sources = Vec::new();
                tables.push(table);
            }
        };
        push(here.money_table(figures, |l| l.stated.iter().any(|(_, all)| rests_on(here, figures, all, ix))), "tien");
        push(here.indicator_table(figures, |l| l.stated.iter().any(|(_, all)| rests_on(here, figures, all, ix))), "chi-tieu");
        push(here.statement_table(figures, |l| l.stated.iter().any(|(_, all)| rests_on(here, figures, all, ix))), "loi");
        if figures.criteria.iter().any(|(_, all)| rests_on(here, figures, all, ix)) {
            for (at, table) in here.criteria_tables(figures).into_iter().enumerate() {
                push(table, &format!("tieu-chi-{}", at + 1));
            }
        }
        if rows > before {
            let place = here.area(*area).text;
            let words =
                here.with("figures-stand", &[("place", &place), ("period", &here.language.period(*period)), ("rows", &here.count("rows", rows - before))]);
            pages.push(here.link(&here.period_dir(*area, *period), words));
        }
    }
    if rows <= ROWS {
        return (tables, Links::default());
    }
    (Vec::new(), Links { title: here.say("figures-of-report"), links: pages, empty: String::new() })
}

fn rests_on(here: &Here<'_>, figures: &SheetFigures, all: &[u32], ix: ReportIx) -> bool {
    let sheet = here.sheet(figures);
    all.iter().filter_map(|f| figures.fact(sheet, *f)).any(|f| f.source == Some(SourceRef::Report(ix)))
}

/// The picture for shared links: absolute address and words.
pub fn shared_picture(here: &Here<'_>) -> (String, String) {
    let none = (String::new(), String::new());
    let PageKind::Report(ix) = here.page.kind else { return none };
    let report = here.site.record.report(ix);
    let (Some(cover), Some(telling)) = (&report.cover, report.telling(here.lang())) else { return none };
    let file = format!("{}/{cover}", report.folder.clone().unwrap_or_default());
    // Services that show shared links do not read SVG.
    let Some(path) = largest(here, &file).filter(|_| here.site.config.base_url.is_some()) else { return none };
    let alt = telling.pictures.iter().find(|p| p.file == *cover).map_or_else(String::new, |p| p.alt.clone());
    (here.absolute(&path), alt)
}

/// The prose of a report, and the live figures it shows.
fn body(here: &Here<'_>, ix: ReportIx, telling: &Telling) -> Vec<TextPart> {
    let resolver = Resolver { here, report: Some(ix), telling: Some(telling) };
    blocks::text(&telling.body.file, &resolver, &Standpoint::of(here.site.record, ix)).0
}

/// Says where the links and pictures of a text lead.
pub struct Resolver<'r> {
    /// The page.
    pub here: &'r Here<'r>,
    /// The report, when the text is one.
    pub report: Option<ReportIx>,
    /// Its words in the page's language.
    pub telling: Option<&'r Telling>,
}

impl Resolver<'_> {
    fn find(&self, target: &str) -> Option<Link> {
        let (scheme, id) = target.split_once(':')?;
        let (here, record) = (self.here, self.here.site.record);
        match scheme {
            "area" => record.areas().find(|(_, a)| a.id == id).map(|(ix, _)| here.area(ix)),
            "programme" => record.programmes().find(|(_, p)| p.id == id).map(|(ix, _)| here.programme(ix)),
            "indicator" => record.indicators().find(|(_, i)| i.id == id).map(|(ix, _)| here.indicator(ix)),
            "document" => record.documents.iter().position(|d| d.id == id).map(|at| here.document(crate::model::DocumentIx(at as u32))),
            "report" => record.reports.iter().position(|r| r.id == id).map(|at| here.report(ReportIx(at as u32))),
            "page" => prose::link(here, id),
            "component" => {
                let (programme, component) = id.split_once('/')?;
                let (ix, p) = record.programmes().find(|(_, p)| p.id == programme)?;
                let at = p.components.iter().position(|c| c.id == component)?;
                Some(here.component(ix, crate::model::ComponentIx(at as u32)))
            }
            "figure" => self.figure(id),
            _ => None,
        }
    }

    /// A full address, or one within the report's only place and its year.
    fn figure(&self, address: &str) -> Option<Link> {
        let here = self.here;
        let record = here.site.record;
        let from = self.report.map_or_else(Standpoint::default, |ix| Standpoint::of(record, ix));
        let (figures, at) = here.site.figures.find(record, &from, address)?;
        Some(Link { text: here.in_sentence(figures, at), href: here.value(figures, at).href, ..Link::default() })
    }
}

impl Resolve for Resolver<'_> {
    fn link(&self, target: &str) -> Option<Resolved> {
        self.find(target).map(|link| Resolved { href: link.href, text: Some(link.text), number: target.starts_with("figure:") })
    }

    fn picture(&self, file: &str) -> Option<markdown::Picture> {
        let (report, telling) = (self.here.site.record.report(self.report?), self.telling?);
        let folder = report.folder.clone().unwrap_or_default();
        let known = telling.pictures.iter().find(|p| p.file == file).cloned();
        let described = known.unwrap_or_else(|| Picture { file: file.to_owned(), alt: String::new(), caption: None, credit: None, illustration: false });
        let view = picture(self.here, &folder, &described);
        Some(markdown::Picture {
            src: view.src,
            srcset: view.srcset,
            webp: view.webp,
            alt: view.alt,
            caption: view.caption,
            credit: view.credit,
            illustration: view.illustration,
            width: view.width,
            height: view.height,
        })
    }
}

/// A page of the archive.
pub fn archive(here: &Here<'_>, year: Option<i16>, number: u32) -> Archive {
    let site = here.site;
    let per_page = site.config.reports_per_page;
    let all: Vec<ReportIx> = match year {
        Some(year) => site.index.by_year.get(&year).cloned().unwrap_or_default(),
        None => (0..site.record.reports.len() as u32).map(ReportIx).collect(),
    };
    let link = |year: Option<i16>, number: u32, words: String| {
        let dir = plan::archive_dir(site, here.page.lang, year, number);
        Link { href: here.href(&dir), text: words, lang: String::new(), current: dir == here.page.dir }
    };
    let last = if year.is_none() { 1 } else { plan::list_pages(all.len(), per_page) };
    let mut all_years = vec![link(None, 1, here.say("newest"))];
    all_years.extend(years(here));
    let summary = match year {
        Some(year) => here.with("archive-year-summary", &[("year", &year.to_string()), ("count", &here.count("count-reports", all.len()))]),
        None => here.with("archive-summary", &[("count", &here.count("count-reports", all.len()))]),
    };
    Archive {
        summary,
        years: all_years,
        cards: all.iter().skip((number as usize - 1) * per_page).take(per_page).map(|r| here.card(*r)).collect(),
        pages: if last > 1 { near_pages(number, last).into_iter().map(|n| link(year, n, n.to_string())).collect() } else { Vec::new() },
        previous: (number > 1).then(|| link(year, number - 1, here.say("previous-page"))),
        next: (number < last).then(|| link(year, number + 1, here.say("next-page"))),
    }
}

/// The reports of each year, newest first.
pub fn years(here: &Here<'_>) -> Vec<Link> {
    let years = here.site.index.by_year.iter().rev();
    let link = |(year, reports): (&i16, &Vec<ReportIx>)| {
        let dir = plan::archive_dir(here.site, here.page.lang, Some(*year), 1);
        let words = here.with("year-with-count", &[("year", &year.to_string()), ("count", &reports.len().to_string())]);
        Link { href: here.href(&dir), text: words, lang: String::new(), current: dir == here.page.dir }
    };
    years.map(link).collect()
}

/// The first page, the last, and those near this one: a long archive must not cost every page its weight.
fn near_pages(number: u32, last: u32) -> Vec<u32> {
    let mut pages: Vec<u32> = (number.saturating_sub(3).max(1)..=(number + 3).min(last)).collect();
    if pages.first() != Some(&1) {
        pages.insert(0, 1);
    }
    if pages.last() != Some(&last) {
        pages.push(last);
    }
    pages
}
