//! Which files of the site can be edited, how a person finds them, and which one belongs to a page.
//!
//! Only files the site has already, below `content/`, of a kind it reads: no settings, no theme, no release, no picture,
//! and nothing that a link leads to. New ones are made by `minhbach new`.
//! Invariant: a name that leads out of `content/` is no file of the site.
//!
//! May use: diag, model, pages, parse, source; crates serde_json.

use std::path::Path;

use serde_json::{Value, json};

use super::site::{self, Looked};
use super::{Desk, Stop};
use crate::diag::nearest::fold;
use crate::model::Record;
use crate::pages::route::{Folder, Names};
use crate::parse::{self, Kind};
use crate::source::{Found, Sources};

/// At most so many finds are shown.
const FINDS: usize = 40;

/// A file that can be edited as text.
pub fn text_file<'s>(sources: &'s Sources, file: &str) -> Result<&'s Found, Stop> {
    let known = !matches!(parse::kind::of(file), None | Some(Kind::Other | Kind::Addresses | Kind::Release { .. }));
    let found = sources.find(file).filter(|_| known).filter(|found| lies_inside(&sources.root, &found.disk));
    found.ok_or_else(|| Stop::told(404, format!("Không có tệp “{file}” để sửa ở đây."), format!("There is no file “{file}” to edit here.")))
}

/// Whether a path really leads below `content/`, not through a link.
pub fn lies_inside(root: &Path, disk: &Path) -> bool {
    // A file that is not there yet lies where its folder does.
    let real = |path: &Path| path.canonicalize().ok();
    let own = if disk.exists() { real(disk) } else { disk.parent().and_then(real) };
    let content = real(&root.join("content"));
    !disk.is_symlink() && own.zip(content).is_some_and(|(own, content)| own.starts_with(content))
}

/// Where something is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the grid of an area and a period.
    Grid(String, String),
    /// As text.
    Text(String),
}

impl Spot {
    fn told(&self, title: &str, detail: &str) -> Value {
        match self {
            Spot::Grid(area, period) => json!({ "area": area, "period": period, "title": title, "detail": detail }),
            Spot::Text(file) => json!({ "file": file, "title": title, "detail": detail }),
        }
    }
}

/// What the page is told first.
pub fn start(desk: &Desk) -> Result<Value, Stop> {
    site::look(desk, |looked| Ok(json!({ "title": looked.config.title.get(looked.config.first_language()) })))
}

/// Grids and texts with these words.
pub fn find(desk: &Desk, typed: &str) -> Result<Value, Stop> {
    site::look(desk, |looked| Ok(json!({ "finds": finds(looked, typed) })))
}

/// Whether every word asked for begins a word.
pub fn has_all(folded: &str, asked: &[String]) -> bool {
    let starts =
        |word: &String| folded.match_indices(word.as_str()).any(|(at, _)| folded[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()));
    asked.iter().all(starts)
}

/// The words asked for.
pub fn asked_words(typed: &str) -> Vec<String> {
    fold(typed).split_whitespace().map(str::to_owned).collect()
}

fn finds(looked: &Looked<'_>, typed: &str) -> Vec<Value> {
    let (record, language) = (&looked.record, looked.config.first_language());
    let asked = asked_words(typed);
    let mut out: Vec<Value> = Vec::new();
    let fits = |title: &str, detail: &str| asked.is_empty() || has_all(&fold(&format!("{title} {detail}")), &asked);
    let reports = || {
        record
            .reports
            .iter()
            .flat_map(|report| report.tellings.iter())
            .map(|telling| (Spot::Text(telling.body.file.clone()), telling.title.clone(), telling.body.file.clone()))
    };
    // The newest reports come first when nothing is asked for yet.
    let few = if asked.is_empty() { 6 } else { FINDS };
    let add = |spot: Spot, title: &str, detail: &str, out: &mut Vec<Value>| {
        if out.len() < FINDS && fits(title, detail) {
            out.push(spot.told(title, detail));
        }
    };
    for ((ix, period), _) in record.sheets.iter().rev() {
        let area = record.area(*ix);
        add(
            Spot::Grid(area.id.clone(), period.slug()),
            &format!("{} {}", area.name.get(language), period.slug()),
            &format!("content/areas/{}/{}/", area.id, period.slug()),
            &mut out,
        );
        if asked.is_empty() && out.len() >= FINDS - 2 * few {
            break;
        }
    }
    for (spot, title, file) in reports().take(if asked.is_empty() { few } else { usize::MAX }) {
        add(spot, &title, &file, &mut out);
    }
    for (_, title, body) in record.prose.iter().flat_map(|prose| prose.tellings.iter()).take(if asked.is_empty() { few } else { usize::MAX }) {
        add(Spot::Text(body.file.clone()), title, &body.file, &mut out);
    }
    if !asked.is_empty() {
        let told: Vec<String> = out.iter().filter_map(|find| find["file"].as_str().map(str::to_owned)).collect();
        let rest = looked.sources.files.iter().filter(|found| !told.iter().any(|file| **file == *found.path));
        for found in rest.filter(|found| !matches!(parse::kind::of(&found.path), None | Some(Kind::Other | Kind::Addresses | Kind::Release { .. }))) {
            add(Spot::Text(found.path.to_string()), &found.path, "", &mut out);
        }
    }
    out
}

/// Where the page at an address is edited.
pub fn of_page(desk: &Desk, page: &str) -> Result<Value, Stop> {
    site::look(desk, |looked| {
        let found = spot_of(looked, page).filter(|spot| match spot {
            Spot::Grid(..) => true,
            Spot::Text(file) => looked.sources.find(file).is_some(),
        });
        Ok(found.map_or(Value::Null, |spot| spot.told("", "")))
    })
}

fn spot_of(looked: &Looked<'_>, page: &str) -> Option<Spot> {
    let (record, languages) = (&looked.record, &looked.config.languages);
    let page = page.trim_start_matches('/');
    let page = page.strip_suffix("index.html").unwrap_or(page);
    // The first language has no folder of its own, so the others are asked first.
    let own = languages.iter().enumerate().rev().find(|(at, tag)| *at == 0 || page.starts_with(&format!("{tag}/")));
    let (at, lang) = own?;
    let names = Names::of(lang, at == 0);
    let below = |folder: Folder| page.strip_prefix(&names.folder(folder)).map(|rest| rest.trim_end_matches('/'));
    let yaml = |folder: &str, id: &str| Spot::Text(format!("content/{folder}/{id}.yaml"));
    let prose = |id: &str| prose_of(record, id, lang);
    if let Some(rest) = below(Folder::Areas) {
        let (id, period) = rest.split_once('/').unwrap_or((rest, ""));
        let (ix, area) = record.areas().find(|(_, area)| area.id == id)?;
        let newest = || record.sheets_of(ix).map(|sheet| sheet.period.slug()).last();
        let period = if period.is_empty() { newest() } else { Some(period.to_owned()) };
        return Some(period.map_or_else(|| yaml("areas", &format!("{id}/area")), |period| Spot::Grid(area.id.clone(), period)));
    }
    if let Some(id) = below(Folder::Reports) {
        return record.reports.iter().find(|report| report.id == id)?.telling(lang).map(|telling| Spot::Text(telling.body.file.clone()));
    }
    if let Some(id) = below(Folder::Programmes).filter(|id| !id.is_empty()) {
        return Some(yaml("programmes", id.split('/').next().unwrap_or(id)));
    }
    if let Some(id) = below(Folder::Documents).filter(|id| !id.is_empty()) {
        return Some(yaml("documents", id));
    }
    if let Some(id) = below(Folder::Works).filter(|id| !id.is_empty()) {
        return record.works.iter().find(|work| work.id == id).map(|work| Spot::Text(format!("{}/{id}.yaml", work.folder)));
    }
    // Every other page written by hand lies under its own name.
    let id = page.strip_prefix(names.prefix.as_str()).unwrap_or(page).trim_end_matches('/');
    if record.prose.iter().any(|page| page.id == id) {
        return prose(id);
    }
    [(Folder::About, "about"), (Folder::Accessibility, "accessibility"), (Folder::Contact, "contact"), (Folder::Method, "method")]
        .into_iter()
        .find(|(folder, _)| below(*folder) == Some(""))
        .and_then(|(_, id)| prose(id))
        .or_else(|| below(Folder::Corrections).filter(|rest| rest.is_empty()).map(|_| Spot::Text("content/corrections.yaml".to_owned())))
}

fn prose_of(record: &Record, id: &str, lang: &str) -> Option<Spot> {
    let page = record.prose.iter().find(|page| page.id == id)?;
    let telling = page.tellings.iter().find(|(own, ..)| own == lang).or(page.tellings.first());
    telling.map(|(_, _, body)| Spot::Text(body.file.clone()))
}
