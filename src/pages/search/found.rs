//! What can be found, and in which words.
//!
//! Invariant: everything that has a page of its own can be found, but for the years of a place, which stand beside its name.
//!
//! May use: model.

use crate::model::{AreaIx, AsOf, ComponentIx, DocumentIx, IndicatorIx, ProgrammeIx, Report, ReportIx};
use crate::pages::frame::{is_about_sample, title_of};
use crate::pages::key::KeyMaker;
use crate::pages::plan::{is_draft, told_in};
use crate::pages::{Here, PageKind, Site};

/// What can be found and has no day, in the order in which equally good finds are shown.
pub(super) fn things(site: &Site<'_>) -> Vec<PageKind> {
    let record = site.record;
    let upto = |count: usize| 0..count as u32;
    let mut all: Vec<PageKind> = upto(record.areas.len()).map(|at| PageKind::Area(AreaIx(at))).collect();
    all.extend(upto(record.programmes.len()).map(|at| PageKind::Programme(ProgrammeIx(at))));
    for (ix, programme) in record.programmes() {
        all.extend(upto(programme.components.len()).map(|at| PageKind::Component(ix, ComponentIx(at))));
    }
    all.extend(upto(record.indicators.len()).map(|at| PageKind::Indicator(IndicatorIx(at))));
    all.extend([PageKind::Data, PageKind::Method, PageKind::Corrections]);
    all.extend(upto(record.prose.len()).filter(|at| record.prose[*at as usize].id != "method").map(PageKind::Prose));
    all.extend(upto(record.works.len()).map(PageKind::Work));
    all.extend(upto(record.documents.len()).map(|at| PageKind::Document(DocumentIx(at))));
    all
}

/// Reports with a page in a language, newest first.
pub(super) fn reports<'s>(site: &Site<'s>, lang: usize) -> Vec<(ReportIx, &'s Report)> {
    let tag = site.languages[lang].tag.as_str();
    site.record.reports.iter().enumerate().map(|(at, report)| (ReportIx(at as u32), &**report)).filter(|(_, report)| told_in(report, tag)).collect()
}

/// The name under which something is listed.
pub(super) fn name(here: &Here<'_>, kind: PageKind) -> String {
    match kind {
        PageKind::Area(ix) => here.text(&here.site.record.area(ix).name).to_owned(),
        kind => title_of(here, kind),
    }
}

/// The word for one of its kind; for a place what it is, such as a district; for a part of a programme also which one. Asked
/// for behind what is told of it: where that spoke of a sample, the word says so.
pub(super) fn label(here: &Here<'_>, kind: PageKind) -> String {
    let word = word(here, kind);
    let word = if is_draft(here.site, kind) { here.with("draft-title", &[("title", &word)]) } else { word };
    here.marked(word, is_about_sample(here.site, kind) || here.has_shown_sample())
}

fn word(here: &Here<'_>, kind: PageKind) -> String {
    let record = here.site.record;
    let of = |word: &str, programme| format!("{word} · {}", here.text(&record.programme(programme).short));
    match kind {
        PageKind::Area(ix) => here.site.config.kind(&record.area(ix).kind).map_or_else(|| here.say("column-place"), |kind| here.text(&kind.name).to_owned()),
        PageKind::Programme(_) => here.say("programme"),
        PageKind::Component(p, c) => of(&here.say(&format!("component-{}", record.programme(p).components[c.at()].kind.name().replace('_', "-"))), p),
        PageKind::Indicator(ix) => of(&here.say("column-indicator"), record.indicator(ix).programme),
        PageKind::Work(_) => here.say("column-work"),
        PageKind::Document(ix) => record.document(ix).kind.as_ref().map_or_else(|| here.say("found-document"), |kind| here.text(kind).to_owned()),
        PageKind::Report(_) => here.say("found-report"),
        _ => here.say("found-page"),
    }
}

/// What stands beside the name, and a summary.
pub(super) fn told(here: &Here<'_>, kind: PageKind) -> (String, String) {
    let record = here.site.record;
    let joined = |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ");
    match kind {
        PageKind::Area(ix) => {
            let area = record.area(ix);
            let within = area.parent.is_some_and(|ix| record.area(ix).sample);
            here.shows(within || record.sheets_of(ix).any(|sheet| sheet.sample));
            let parent = area.parent.map_or("", |ix| here.text(&record.area(ix).name));
            let periods: Vec<String> = record.sheets_of(ix).map(|sheet| sheet.period.slug()).collect();
            (joined(&[parent, &area.aliases.join(", "), &periods.join(", ")]), here.maybe(area.about.as_ref()))
        }
        PageKind::Programme(ix) => {
            let programme = record.programme(ix);
            let years = programme.period.map_or_else(String::new, |period| period.slug());
            (joined(&[here.text(&programme.short), &years]), here.maybe(programme.description.as_ref()))
        }
        PageKind::Component(p, c) => (record.programme(p).components[c.at()].code.clone(), String::new()),
        PageKind::Indicator(ix) => (here.indicator_unit(ix), here.maybe(record.indicator(ix).meaning.as_ref())),
        PageKind::Work(ix) => {
            let work = &record.works[ix as usize];
            here.shows(record.area(work.area).sample);
            let state = here.say(&format!("work-{}", work.status.name().replace('_', "-")));
            (joined(&[here.text(&record.area(work.area).name), &state]), String::new())
        }
        PageKind::Document(ix) => {
            let document = record.document(ix);
            let day = document.date.map_or_else(String::new, |day| here.date(AsOf::day(day)));
            (joined(&[&here.maybe(document.issuer.as_ref()), &day]), String::new())
        }
        PageKind::Report(ix) => {
            let card = here.card(ix);
            (joined(&[&card.date, &card.places]), card.lead)
        }
        _ => (String::new(), String::new()),
    }
}

/// Which of two equally good finds comes first: places, then programmes and what they measure, reports last.
pub(super) fn rank(kind: PageKind) -> u8 {
    match kind {
        PageKind::Area(_) => 0,
        PageKind::Programme(_) => 1,
        PageKind::Component(..) => 2,
        PageKind::Indicator(_) => 3,
        PageKind::Work(_) => 5,
        PageKind::Document(_) => 6,
        PageKind::Report(_) => 7,
        _ => 4,
    }
}

/// What is said of a report here; everything else that can be found is in the key every page shares.
pub(super) fn report_key(site: &Site<'_>, lang: usize, kind: PageKind, key: &mut KeyMaker) {
    let PageKind::Report(ix) = kind else { return };
    let report = site.record.report(ix);
    let telling = report.telling(&site.languages[lang].tag);
    key.add(report.id.as_bytes());
    key.add(&[u8::from(report.draft), u8::from(report.sample)]);
    key.add(telling.map_or("", |t| t.title.as_str()).as_bytes());
    key.add(telling.and_then(|t| t.lead.as_deref()).unwrap_or("").as_bytes());
    key.add(format!("{:?} {:?} {:?}", report.published, report.event, report.areas).as_bytes());
}
