//! A page as it would be with what was typed, drawn by the generator itself.
//!
//! Invariant: a drawn page runs nothing: it lies in a frame without scripts and says so itself.
//!
//! May use: model, pages, parse, pipeline, diag; crates serde, serde_json.

use std::collections::VecDeque;
use std::sync::Mutex;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Response, Stop, files, guard, site, text};
use crate::model::{Period, Record};
use crate::pages::{PageKind, PagePlan};
use crate::parse::{self, Kind};
use crate::pipeline::Shown;

/// So many drawn pages are kept.
const KEPT: usize = 8;

/// What a drawn page may load: its own style and the site's pictures.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src 'self'; form-action 'none'; \
     base-uri 'none'; frame-ancestors 'self'";

/// Pages that were drawn: a secret name, the address in the site, the bytes.
#[derive(Debug, Default)]
pub struct Drawn(Mutex<VecDeque<(String, String, Vec<u8>)>>);

/// What the page sends.
#[derive(Debug, Deserialize)]
pub struct Asked {
    file: String,
    text: String,
}

/// Draws the page of a file with another text, and tells what is wrong with it.
pub fn draw(desk: &Desk, asked: &Asked) -> Result<Value, Stop> {
    let whole = site::look(desk, |looked| Ok(text::read(files::text_file(looked.sources, &asked.file)?)?.with(&asked.text)))?;
    let laid = [(asked.file.clone(), whole.into_bytes())];
    let drawn = site::shown(desk, &laid, |shown| {
        let own = |problem: &&crate::diag::Problem| problem.place.as_ref().is_some_and(|place| *place.file == asked.file);
        let problems: Vec<Value> = shown.problems.iter().filter(own).map(|problem| site::problem(problem, desk.tongue)).collect();
        let errors = |problem: &&crate::diag::Problem| problem.severity == crate::diag::Severity::Error && !own(problem);
        let elsewhere = shown.problems.iter().filter(errors).count();
        let page = page_of(shown, &asked.file).and_then(|page| Some((page.path.clone(), shown.draw(page)?)));
        (problems, elsewhere, page)
    })?;
    let (problems, elsewhere, page) = drawn;
    let frame = match page {
        Some((path, html)) => Some(desk.drawn.keep(path, html)?),
        None => None,
    };
    Ok(json!({ "problems": problems, "elsewhere": elsewhere, "frame": frame }))
}

impl Drawn {
    /// Keeps a page and gives its address.
    fn keep(&self, path: String, html: Vec<u8>) -> Result<String, Stop> {
        let name = guard::secret()?;
        let address = format!("/_edit/drawn/{name}/{path}");
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.push_front((name, path, html));
        all.truncate(KEPT);
        Ok(address)
    }
}

/// A drawn page; what it links to is the site itself.
pub fn frame(desk: &Desk, way: &str) -> Response {
    let nowhere = || Stop::told(404, "Bản xem trước này không còn.", "This preview is gone.").answer(desk.tongue);
    let Some((name, path)) = way.split_once('/') else { return nowhere() };
    let all = desk.drawn.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    match all.iter().find(|(own, ..)| own == name) {
        Some((_, own, html)) if own == path => Response::bytes(200, "text/html; charset=utf-8", html.clone()).with("content-security-policy", POLICY),
        // Two slashes would lead to another server.
        Some(_) => Response::empty(307).with("location", &format!("/{}", path.trim_start_matches(['/', '\\']))),
        None => nowhere(),
    }
}

/// The page that shows what a file says.
fn page_of<'s>(shown: &'s Shown<'_>, file: &str) -> Option<&'s PagePlan> {
    let (kind, lang) = kind_of(shown.site.record, file)?;
    let at = shown.site.languages.iter().position(|language| Some(&language.tag) == lang.as_ref()).unwrap_or(0);
    shown.pages().iter().find(|page| page.kind == kind && page.lang == at)
}

fn kind_of(record: &Record, file: &str) -> Option<(PageKind, Option<String>)> {
    let area_of = |id: &str| record.areas().find(|(_, area)| area.id == id).map(|(ix, _)| ix);
    let kind = match parse::kind::of(file)? {
        Kind::Report { .. } => {
            let (at, telling) =
                record.reports.iter().enumerate().find_map(|(at, report)| Some((at, report.tellings.iter().find(|telling| telling.body.file == file)?)))?;
            return Some((PageKind::Report(crate::model::ReportIx(at as u32)), Some(telling.lang.clone())));
        }
        Kind::Prose { id, .. } => {
            let (at, page) = record.prose.iter().enumerate().find(|(_, page)| page.id == id)?;
            let lang = page.tellings.iter().find(|(.., body)| body.file == file).map(|(lang, ..)| lang.clone());
            return Some((if id == "method" { PageKind::Method } else { PageKind::Prose(at as u32) }, lang));
        }
        Kind::Area { id } => PageKind::Area(area_of(&id)?),
        Kind::Plan { area, period, .. } | Kind::Results { area, period } => PageKind::Period(area_of(&area)?, Period::read(&period)?),
        Kind::Programme { id } => PageKind::Programme(record.programmes().find(|(_, own)| own.id == id)?.0),
        Kind::Work { id, .. } => PageKind::Work(record.works.iter().position(|work| work.id == id)? as u32),
        Kind::Paper { id } => PageKind::Document(crate::model::DocumentIx(record.documents.iter().position(|document| document.id == id)? as u32)),
        Kind::Corrections => PageKind::Corrections,
        Kind::Release { .. } | Kind::Addresses | Kind::Other => return None,
    };
    Some((kind, None))
}
