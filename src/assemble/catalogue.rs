//! Programmes, documents, areas and works, with every reference between them.
//!
//! Invariant: parents form a tree; nothing is its own ancestor.
//!
//! May use: diag, parse, model, config, markdown.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Hall, Written, problems, told_twice};
use crate::config;
use crate::diag::{At, Place, Said, Spot};
use crate::markdown;
use crate::model::area::MOST_TILES;
use crate::model::{
    Area, AreaIx, Component, ComponentIx, CriteriaSet, Document, Indicator, Lineage, Parts, Picture, Programme, ProgrammeIx, Record, Successor, Work,
};
use crate::parse::WrittenProgramme;

/// The file as a whole: what is named after its file has no better place.
const TOP: Spot = Spot { line: 0, column: 0, width: 0 };

pub(super) fn programmes(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    let said = Said::new("chỉ tiêu", "indicator");
    told_twice(hall, &said, written.programmes.iter().flat_map(|(f, _, p)| p.indicators.iter().map(move |i| (f, i.id.value.as_str(), i.id.spot))));
    let said = Said::new("bộ tiêu chí", "criteria set");
    told_twice(hall, &said, written.programmes.iter().flat_map(|(f, _, p)| p.sets.iter().map(move |s| (f, s.id.value.as_str(), s.id.spot))));
    let said = Said::new("chương trình", "programme");
    told_twice(hall, &said, written.programmes.iter().map(|(f, _, p)| (f, p.id.as_str(), TOP)));
    for (at, (file, _, p)) in written.programmes.iter().enumerate() {
        let ix = ProgrammeIx(at as u32);
        let said = Said::new("thành phần", "component");
        told_twice(hall, &said, p.components.iter().map(|c| (file, c.id.value.as_str(), c.id.spot)));
        record.programmes.push(programme(hall, file, p));
        for i in &p.indicators {
            let indicator = Indicator {
                id: i.id.value.clone(),
                programme: ix,
                component: i.component.as_ref().and_then(|id| component(hall, file, p, id)),
                name: i.name.clone(),
                meaning: i.meaning.clone(),
                unit: i.unit.clone().unwrap_or_default(),
                kind: i.kind,
                base: i.base.clone(),
                share_of: i.share_of.as_ref().and_then(|id| hall.indicator(file, id)),
                cumulative: i.cumulative,
                whole_period: i.whole_period,
                standard: i.standard.as_ref().and_then(|id| hall.set(file, id)),
                standard_note: i.standard_note.clone(),
            };
            record.indicators.push(indicator);
        }
        for s in &p.sets {
            let area_kind = s.area_kind.as_ref().and_then(|kind| area_kind(hall, file, kind));
            let set = CriteriaSet {
                id: s.id.value.clone(),
                programme: ix,
                name: s.name.clone(),
                document: s.document.as_ref().and_then(|id| hall.document(file, id)),
                area_kind,
                period: s.period,
                items: s.items,
                note: s.note.clone(),
                criteria: s.criteria.clone(),
            };
            record.sets.push(set);
        }
    }
}

fn programme(hall: &mut Hall<'_>, file: &Arc<str>, p: &WrittenProgramme) -> Programme {
    Programme {
        id: p.id.clone(),
        name: p.name.clone(),
        short: p.short.clone(),
        code: p.code.clone(),
        period: p.period,
        decision: p.decision.as_ref().and_then(|id| hall.document(file, id)),
        description: p.description.clone(),
        lead_agency: p.lead_agency.clone(),
        members: p.members.iter().filter_map(|id| hall.programme(file, id)).collect(),
        successors: p
            .successors
            .iter()
            .map(|s| Successor {
                name: s.name.clone(),
                programme: s.programme.as_ref().and_then(|id| hall.programme(file, id)),
                document: s.document.as_ref().and_then(|id| hall.document(file, id)),
                note: s.note.clone(),
            })
            .collect(),
        components: p
            .components
            .iter()
            .map(|c| Component {
                id: c.id.value.clone(),
                code: c.code.clone(),
                kind: c.kind,
                name: c.name.clone(),
                parent: c.parent.map(ComponentIx),
                depth: c.depth,
            })
            .collect(),
        sample: p.sample.is_some(),
    }
}

/// A component of a programme by its id.
pub(super) fn component(hall: &mut Hall<'_>, file: &Arc<str>, programme: &WrittenProgramme, id: &At<String>) -> Option<ComponentIx> {
    let at = programme.components.iter().position(|c| c.id.value == id.value);
    if at.is_none() {
        let known: Vec<&str> = programme.components.iter().map(|c| c.id.value.as_str()).collect();
        let near = crate::diag::nearest::nearest(&id.value, known.iter().copied());
        let what = Said::new(format!("thành phần (của chương trình {})", programme.id), format!("component (of programme {})", programme.id));
        hall.say(problems::unknown_id(Place::at(file, id.spot), &what, &id.value, near, &known));
    }
    at.map(|at| ComponentIx(at as u32))
}

fn area_kind(hall: &mut Hall<'_>, file: &Arc<str>, kind: &At<String>) -> Option<String> {
    if hall.config.kind(&kind.value).is_some() {
        return Some(kind.value.clone());
    }
    let near = config::nearest_kind(hall.config, &kind.value).map(str::to_owned);
    let what = Said::new("loại địa bàn (area_kinds trong site.toml)", "kind of area (area_kinds in site.toml)");
    let config = hall.config;
    let known: Vec<&str> = config.area_kinds.iter().map(|kind| kind.id.as_str()).collect();
    hall.say(problems::unknown_id(Place::at(file, kind.spot), &what, &kind.value, near.as_deref(), &known));
    None
}

pub(super) fn documents(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    let said = Said::new("văn bản", "document");
    told_twice(hall, &said, written.papers.iter().map(|(f, _, p)| (f, p.id.as_str(), TOP)));
    for (file, _, p) in &written.papers {
        if let Some(link) = &p.link
            && !markdown::is_safe_address(&link.value)
        {
            hall.say(markdown::problems::outside_link(Place::at(file, link.spot), &link.value));
        }
        let beside = p.file.as_ref().and_then(|name| file_beside(hall, file, "content/documents", name, PAPERS));
        record.documents.push(Document {
            id: p.id.clone(),
            number: p.number.clone(),
            kind: p.kind.clone(),
            issuer: p.issuer.clone(),
            date: p.date,
            title: p.title.clone(),
            link: p.link.as_ref().map(|l| l.value.clone()),
            file: beside,
            note: p.note.clone(),
            sample: p.sample.is_some(),
        });
    }
}

/// What a picture may be.
pub(super) const PICTURES: &[&str] = &[".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"];
/// What a recording may be.
pub(super) const RECORDINGS: &[&str] = &[".mp3", ".m4a", ".ogg", ".opus", ".wav"];
/// What a document may be: nothing a browser would run, and no file of the content itself.
const PAPERS: &[&str] = &[
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".txt", ".csv", ".zip", ".png", ".jpg", ".jpeg", ".tif", ".tiff",
];

/// A file named beside another: it must exist, stay in its folder and be of a kind that is published there.
pub(super) fn file_beside(hall: &mut Hall<'_>, file: &Arc<str>, folder: &str, name: &At<String>, endings: &[&str]) -> Option<String> {
    if name.value.is_empty() {
        hall.say(problems::missing_file(Place::at(file, name.spot), "", None));
        return None;
    }
    let leaves = name.value.starts_with('/') || name.value.contains('\\') || name.value.split('/').any(|part| part == ".." || part == "." || part.is_empty());
    if leaves {
        hall.say(problems::path_leaves(Place::at(file, name.spot), &name.value));
        return None;
    }
    let lower = name.value.to_ascii_lowercase();
    if !endings.iter().any(|end| lower.ends_with(end)) {
        hall.say(problems::wrong_kind(Place::at(file, name.spot), &name.value, endings));
        return None;
    }
    let path = format!("{folder}/{}", name.value);
    if hall.files.contains(path.as_str()) {
        return Some(path);
    }
    let prefix = format!("{folder}/");
    let beside = hall.files.iter().filter_map(|f| f.strip_prefix(prefix.as_str())).filter(|f| endings.iter().any(|end| f.to_ascii_lowercase().ends_with(end)));
    let beside: Vec<&str> = beside.collect();
    let near = crate::diag::nearest::nearest(&name.value, beside.iter().copied());
    let problem = problems::missing_file(Place::at(file, name.spot), &path, near);
    let problem = problem.meant_if(&name.value, crate::diag::nearest::only(&name.value, beside));
    hall.say(problem);
    None
}

pub(super) fn areas(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    let said = Said::new("đơn vị", "area");
    told_twice(hall, &said, written.areas.iter().map(|(f, _, a)| (f, a.id.as_str(), TOP)));
    for (file, _, a) in &written.areas {
        let kind = area_kind(hall, file, &a.kind).unwrap_or_else(|| a.kind.value.clone());
        let lineage = a
            .lineage
            .iter()
            .map(|l| Lineage {
                how: l.how,
                area: l.area.as_ref().and_then(|id| hall.area(file, id)),
                name: l.name.clone(),
                whole: l.whole,
                date: l.date,
                document: l.document.as_ref().and_then(|id| hall.document(file, id)),
                note: l.note.clone(),
            })
            .collect();
        record.areas.push(Area {
            id: a.id.clone(),
            name: a.name.clone(),
            kind,
            parent: a.parent.as_ref().and_then(|id| hall.area(file, id)),
            code: a.code.clone(),
            aliases: a.aliases.clone(),
            about: a.about.clone(),
            from: a.from,
            to: a.to,
            lineage,
            historical: a.historical.clone(),
            members: a.members.iter().filter_map(|id| hall.area(file, id)).collect(),
            members_count: a.members_count,
            tile: a.tile.as_ref().map(|tile| tile.value),
            parts: a.parts.clone().map(|(kind, count)| Parts { kind, count }),
            body: a.body.clone(),
            sample: a.sample.is_some(),
        });
    }
    tiles(hall, written, record);
    for at in 0..record.areas.len() {
        if circles(record, AreaIx(at as u32)) {
            let (file, _, a) = &written.areas[at];
            let spot = a.parent.as_ref().map_or(TOP, |p| p.spot);
            hall.say(problems::parent_circle(Place::at(file, spot), &a.id));
            record.areas[at].parent = None;
        }
    }
}

/// Two places of one kind in one place must not be set on one tile, and none off the map.
fn tiles(hall: &mut Hall<'_>, written: &Written<'_>, record: &Record) {
    type Tile<'t> = (Option<AreaIx>, &'t str, (u32, u32));
    let mut taken: HashMap<Tile<'_>, &str> = HashMap::new();
    for ((file, _, a), area) in written.areas.iter().zip(&record.areas) {
        let Some(tile) = &a.tile else { continue };
        let on_map = |n: u32| (1..=MOST_TILES).contains(&n);
        if !on_map(tile.value.0) || !on_map(tile.value.1) {
            hall.say(problems::tile_taken(Place::at(file, tile.spot), &a.id, None, MOST_TILES));
        } else if let Some(other) = taken.insert((area.parent, area.kind.as_str(), tile.value), &a.id) {
            hall.say(problems::tile_taken(Place::at(file, tile.spot), &a.id, Some(other), MOST_TILES));
        }
    }
}

fn circles(record: &Record, start: AreaIx) -> bool {
    let mut at = record.area(start).parent;
    for _ in 0..record.areas.len() {
        match at {
            None => return false,
            Some(ix) if ix == start => return true,
            Some(ix) => at = record.area(ix).parent,
        }
    }
    true
}

pub(super) fn works(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    let said = Said::new("công trình", "work");
    told_twice(hall, &said, written.works.iter().map(|(f, _, w)| (f, w.id.as_str(), TOP)));
    for (file, _, w) in &written.works {
        let whole = At { value: w.area.clone(), spot: TOP };
        let Some(area) = hall.area(file, &whole) else { continue };
        let programme = w.programme.as_ref().and_then(|id| hall.programme(file, id));
        let owner = programme.and_then(|ix| written.programmes.get(ix.at())).map(|(_, _, p)| *p);
        let component = match (&w.component, owner) {
            (Some(id), Some(programme)) => component(hall, file, programme, id),
            _ => None,
        };
        let folder = format!("content/areas/{}/works", w.area);
        let pictures = pictures(hall, file, &folder, &w.pictures);
        record.works.push(Work {
            id: w.id.clone(),
            area,
            name: w.name.clone(),
            programme,
            component,
            owners: w.owners.clone(),
            place: w.place.clone(),
            contractor: w.contractor.clone(),
            supervisor: w.supervisor.clone(),
            contact: w.contact.clone(),
            status: w.status,
            start: w.start,
            finish: w.finish,
            plan: w.plan.clone(),
            paid: w.paid.clone(),
            physical: w.physical.clone(),
            as_of: w.as_of,
            source: w.source.as_ref().and_then(|id| hall.source(file, id)),
            milestones: w.milestones.clone(),
            pictures,
            folder,
            note: w.note.clone(),
            sample: w.sample.is_some(),
        });
    }
}

/// Pictures whose files exist.
pub(super) fn pictures(hall: &mut Hall<'_>, file: &Arc<str>, folder: &str, written: &[At<Picture>]) -> Vec<Picture> {
    let mut sound = Vec::new();
    for picture in written {
        let name = At { value: picture.value.file.clone(), spot: picture.spot };
        if file_beside(hall, file, folder, &name, PICTURES).is_some() {
            sound.push(picture.value.clone());
        }
    }
    sound
}
