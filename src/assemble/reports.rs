//! Reports in all their languages, hand-written pages, and the links in their prose.
//!
//! Invariant: a report exists once, however many languages tell it; its first language carries the facts.
//!
//! May use: diag, parse, model; crates blake3.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::catalogue::{PICTURES, RECORDINGS, file_beside, pictures};
use super::{Hall, Written, first_half, problems};
use crate::diag::{At, Place, Said, nearest};
use crate::model::record::Prose;
use crate::model::{AsOf, Origin, Record, Report, ReportIx, Telling};
use crate::parse::WrittenReport;

type Told<'d> = (Arc<str>, [u8; 16], &'d WrittenReport);

pub(super) fn reports(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record, is_behind: fn(&Report) -> bool) {
    record.reports = told(hall, written).into_iter().map(Arc::new).collect();
    // Newest first; the id decides between reports of one day.
    record.reports.sort_by(|a, b| (is_behind(a), b.sort_day(), &a.id).cmp(&(is_behind(b), a.sort_day(), &b.id)));
    // Nobody else has the names yet: nothing is copied.
    Arc::make_mut(&mut hall.names).reports = record.reports.iter().enumerate().map(|(at, r)| (r.id.clone(), ReportIx(at as u32))).collect();
}

/// Every report that could be joined from its languages, in the order of their ids.
pub(super) fn told(hall: &mut Hall<'_>, written: &Written<'_>) -> Vec<Report> {
    let mut reports = Vec::new();
    let first_language = hall.config.first_language().to_owned();
    let mut by_slug: BTreeMap<&str, Vec<&Told<'_>>> = BTreeMap::new();
    for told in &written.reports {
        by_slug.entry(&told.2.slug).or_default().push(told);
    }
    for (slug, mut tellings) in by_slug {
        tellings.sort_by_key(|(file, _, r)| (language_rank(hall, &r.lang), file.clone()));
        let is_first = |r: &WrittenReport| r.lang.is_empty() || r.lang == first_language;
        // The first one stays, so that nobody who names the report is blamed.
        while tellings.len() > 1 && is_first(tellings[1].2) {
            let (file, _, _) = tellings.remove(1);
            hall.say(problems::duplicate_id(Place::whole(file), &Said::new("bài", "report"), slug, &tellings[0].0));
        }
        if !is_first(tellings[0].2) {
            // An original that could not be read has been told of.
            if hall.unread.reports.insert(slug.to_owned()) {
                hall.say(problems::translation_alone(Place::whole(&tellings[0].0), slug, &first_language));
            }
            continue;
        }
        match report(hall, &tellings, &first_language) {
            Some(report) => reports.push(report),
            None => drop(hall.unread.reports.insert(slug.to_owned())),
        }
    }
    reports
}

fn language_rank(hall: &Hall<'_>, lang: &str) -> usize {
    if lang.is_empty() { 0 } else { hall.config.languages.iter().position(|l| l == lang).unwrap_or(usize::MAX) }
}

fn report(hall: &mut Hall<'_>, tellings: &[&Told<'_>], first_language: &str) -> Option<Report> {
    let (file, _, r) = tellings[0];
    let folder = r.folder.then(|| file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned());
    let beside = folder.clone().unwrap_or_else(|| file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned());
    let origin = r.origin.clone()?;
    let mut told = Vec::with_capacity(tellings.len());
    let mut hasher = blake3::Hasher::new();
    for (file, hash, w) in tellings {
        hasher.update(file.as_bytes()).update(&[0]).update(hash);
        let lang = if w.lang.is_empty() { first_language.to_owned() } else { w.lang.clone() };
        let pictures =
            if w.pictures.is_empty() && !told.is_empty() { pictures(hall, file, &beside, &r.pictures) } else { pictures(hall, file, &beside, &w.pictures) };
        for shown in &w.shown {
            if !w.pictures.iter().any(|p| p.value.file == shown.value) {
                file_beside(hall, file, &beside, shown, PICTURES);
            }
        }
        told.push(Telling {
            lang,
            title: w.title.clone(),
            lead: w.lead.clone(),
            bound_lead: w.bound_lead.clone(),
            authors: if w.authors.is_empty() { r.authors.clone() } else { w.authors.clone() },
            organisation: w.organisation.clone().or_else(|| r.organisation.clone()),
            origin: merged(w.origin.as_ref(), &origin),
            pictures,
            body: w.body.clone(),
            report_links: w.links.iter().filter_map(|l| l.value.strip_prefix("report:")).map(str::to_owned).collect(),
            figure_links: w.figures.iter().map(|figure| figure.address.value.clone()).chain(w.blocks.iter().map(|block| after_scheme(&block.value))).collect(),
        });
    }
    if let Some(cover) = &r.cover
        && !r.pictures.iter().any(|p| p.value.file == cover.value)
    {
        // A cover is drawn with the words given under `pictures`.
        if file_beside(hall, file, &beside, cover, PICTURES).is_some() {
            hall.say(crate::parse::problems::picture_without_words(Place::at(file, cover.spot), &cover.value));
        }
    }
    for audio in &r.audio {
        file_beside(hall, file, &beside, &At { value: audio.value.file.clone(), spot: audio.spot }, RECORDINGS);
    }
    for summary in &r.summaries {
        if let Some(audio) = &summary.value.audio {
            file_beside(hall, file, &beside, &At { value: audio.clone(), spot: summary.spot }, RECORDINGS);
        }
    }
    Some(Report {
        id: r.slug.clone(),
        folder: Some(beside),
        published: r.published.unwrap_or(AsOf::UNKNOWN),
        event: r.event,
        year: r.year,
        as_of: r.as_of,
        draft: hall.drafts.reports.contains(&r.slug),
        areas: r.areas.iter().filter_map(|id| hall.area(file, id)).collect(),
        programmes: r.programmes.iter().filter_map(|id| hall.programme(file, id)).collect(),
        documents: r.documents.iter().filter_map(|id| hall.document(file, id)).collect(),
        cover: r.cover.as_ref().map(|c| c.value.clone()),
        related: r.related.clone(),
        summaries: r.summaries.iter().map(|s| s.value.clone()).collect(),
        audio: r.audio.iter().map(|a| a.value.clone()).collect(),
        tellings: told,
        shown: tellings.iter().flat_map(|(_, _, w)| &w.shown).map(|s| s.value.clone()).collect(),
        digest: first_half(&hasher.finalize()),
        sample: tellings.iter().any(|(_, _, w)| w.sample.is_some()),
    })
}

/// The address without what it begins with: `table:`, `chart:`.
fn after_scheme(target: &str) -> String {
    target.split_once(':').map_or(target, |(_, address)| address).to_owned()
}

/// What a translation leaves out comes from the first language.
fn merged(own: Option<&Origin>, first: &Origin) -> Origin {
    let Some(own) = own else { return first.clone() };
    Origin {
        name: own.name.clone(),
        url: own.url.clone().or_else(|| first.url.clone()),
        title: own.title.clone().or_else(|| first.title.clone()),
        author: own.author.clone().or_else(|| first.author.clone()),
        date: own.date.or(first.date),
        licence: own.licence.clone().or_else(|| first.licence.clone()),
    }
}

pub(super) fn prose(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, _, p)) in written.prose.iter().enumerate() {
        by_id.entry(&p.id).or_default().push(at);
    }
    for (id, mut told) in by_id {
        told.sort_by_key(|at| language_rank(hall, &written.prose[*at].2.lang));
        let mut hasher = blake3::Hasher::new();
        let (mut tellings, mut sample) = (Vec::new(), false);
        for at in told {
            let (file, hash, p) = &written.prose[at];
            hasher.update(file.as_bytes()).update(&[0]).update(hash);
            sample |= p.sample.is_some();
            let lang = if p.lang.is_empty() { hall.config.first_language().to_owned() } else { p.lang.clone() };
            if let Some((_, _, first)) = tellings.iter().find(|(known, _, _): &&(String, String, crate::model::Body)| *known == lang) {
                hall.say(problems::duplicate_id(Place::whole(file), &Said::new("trang viết tay", "hand-written page"), id, &first.file));
                continue;
            }
            tellings.push((lang, p.title.clone(), p.body.clone()));
        }
        let draft = hall.drafts.pages.contains(id);
        record.prose.push(Prose { id: id.to_owned(), tellings, draft, digest: first_half(&hasher.finalize()), sample });
    }
}

/// Links of the prose to areas, programmes, reports, documents and indicators must lead somewhere.
pub(super) fn links(hall: &mut Hall<'_>, written: &Written<'_>, record: &Record) {
    for (file, _, r) in &written.reports {
        let text = Text { file, is_draft: hall.drafts.reports.contains(&r.slug) };
        r.links.iter().for_each(|link| check_link(hall, text, link, record));
    }
    for (file, _, p) in &written.prose {
        let text = Text { file, is_draft: hall.drafts.pages.contains(&p.id) };
        p.links.iter().for_each(|link| check_link(hall, text, link, record));
    }
}

/// The one thing of the site a path can have been meant for: the file of a report, or the page of an area or a report.
fn meant_by_path(hall: &Hall<'_>, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != "." && *part != "..").collect();
    let report = |id: &str| hall.names.reports.contains_key(id).then(|| format!("report:{id}"));
    match parts.as_slice() {
        [.., file] if file.ends_with(".md") => report(file.trim_end_matches(".md")),
        [.., "tin" | "reports" | "news", id] => report(id),
        [.., "don-vi" | "areas", id] => hall.names.areas.contains_key(*id).then(|| format!("area:{id}")),
        _ => None,
    }
}

/// Where a link stands. One draft may lead to another: they can be published together.
#[derive(Clone, Copy)]
struct Text<'t> {
    file: &'t Arc<str>,
    is_draft: bool,
}

fn check_link(hall: &mut Hall<'_>, text: Text<'_>, link: &At<String>, record: &Record) {
    let file = text.file;
    let Some((scheme, target)) = link.value.split_once(':') else {
        // A relative address would lead somewhere else on every page: the site's own names do not.
        if !link.value.starts_with('#') {
            let meant = meant_by_path(hall, &link.value);
            hall.say(problems::relative_link(Place::at(file, link.spot), &link.value, meant.as_deref()));
        }
        return;
    };
    let id = At { value: target.to_owned(), spot: link.spot };
    match scheme {
        "area" => drop(hall.area(file, &id)),
        "programme" => drop(hall.programme(file, &id)),
        "document" => drop(hall.document(file, &id)),
        "indicator" => drop(hall.indicator(file, &id)),
        "report" => {
            if hall.drafts.reports.contains(target) && !text.is_draft {
                hall.say(problems::names_a_draft(Place::at(file, link.spot), target));
            } else if !hall.names.reports.contains_key(target) && !hall.unread.reports.contains(target) {
                let mut known: Vec<String> = hall.names.reports.keys().cloned().collect();
                known.sort_unstable();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let near = nearest::nearest(target, known.iter().copied());
                hall.say(problems::unknown_id(Place::at(file, link.spot), &Said::new("bài", "report"), target, near, &known));
            }
        }
        "component" => {
            let known: Vec<String> = record.programmes.iter().flat_map(|p| p.components.iter().map(move |c| format!("{}/{}", p.id, c.id))).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let found = known.contains(&target);
            let near = nearest::nearest(target, known.iter().copied());
            if !found && hall.unread.programmes.is_empty() {
                hall.say(problems::unknown_id(Place::at(file, link.spot), &Said::new("thành phần", "component"), target, near, &known));
            }
        }
        "page" => {
            // Every site has a page on its method, written by hand or not.
            let known: BTreeSet<&str> = record.prose.iter().map(|page| page.id.as_str()).chain(["method"]).collect();
            // The method page is there without anybody's words too.
            if hall.drafts.pages.contains(target) && target != "method" && !text.is_draft {
                hall.say(problems::names_a_draft_page(Place::at(file, link.spot), target));
            } else if !known.contains(target) && !hall.unread.pages.contains(target) {
                let known: Vec<&str> = known.into_iter().collect();
                let near = nearest::nearest(target, known.iter().copied());
                hall.say(problems::unknown_id(Place::at(file, link.spot), &Said::new("trang viết tay", "hand-written page"), target, near, &known));
            }
        }
        // `figure:` links are judged where figures exist; web addresses are not fetched.
        _ => {}
    }
}
