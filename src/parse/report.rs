//! Reports and hand-written pages: front matter, then prose.
//!
//! Invariant: lines are counted from the top of the file, front matter included; the prose stays in its
//! file and is read again when its page is drawn.
//!
//! May use: diag, tree, markdown, model, claims; crates serde.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::common::{self, date_at, group_at, groups_at, ids_at, sample_at, yes_at};
use super::kind::Kind;
use super::{Manner, fields, problems};
use crate::claims::{self, Claims};
use crate::diag::{At, Spot};
use crate::markdown::{self, FigureUse, Outline};
use crate::model::{AsOf, Audio, Body, Origin, Period, Picture, Related, Translation};
use crate::tree::{Desk, Fields, yaml};

/// A report in one language, as written. The languages meet in `assemble`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Report and model::Telling, with references still as words")]
pub struct WrittenReport {
    pub slug: String,
    pub lang: String,
    pub folder: bool,
    pub title: String,
    pub lead: Option<String>,
    pub bound_lead: Option<String>,
    pub authors: Vec<String>,
    pub organisation: Option<String>,
    pub published: Option<AsOf>,
    pub event: Option<AsOf>,
    pub year: i16,
    pub as_of: Option<AsOf>,
    pub areas: Vec<At<String>>,
    pub programmes: Vec<At<String>>,
    pub documents: Vec<At<String>>,
    pub origin: Option<Origin>,
    pub cover: Option<At<String>>,
    pub pictures: Vec<At<Picture>>,
    pub related: Vec<Related>,
    pub summaries: Vec<At<Translation>>,
    pub audio: Vec<At<Audio>>,
    pub draft: bool,
    pub sample: Option<Spot>,
    pub front: Spot,
    pub body: Body,
    pub links: Vec<At<String>>,
    pub figures: Vec<FigureUse>,
    pub blocks: Vec<At<String>>,
    pub shown: Vec<At<String>>,
    pub claims: Arc<Claims>,
}

/// A hand-written page in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::record::Prose")]
pub struct WrittenProse {
    pub id: String,
    pub lang: String,
    pub title: String,
    pub draft: bool,
    pub body: Body,
    pub links: Vec<At<String>>,
    pub figures: Vec<FigureUse>,
    pub blocks: Vec<At<String>>,
    pub sample: Option<Spot>,
}

/// The front matter and the prose of a file, and the line the prose begins on.
struct Split<'a> {
    front: &'a str,
    prose: &'a str,
    prose_line: u32,
}

fn split<'a>(text: &'a str, desk: &mut Desk) -> Option<Split<'a>> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    if first.trim_end() != "---" {
        let width = first.trim_end().chars().count() as u32;
        let spot = if text.is_empty() { Spot::default() } else { Spot { line: 1, column: 1, width } };
        desk.say(problems::no_front_matter(desk.place(spot)));
        return None;
    }
    let start = first.len();
    let mut at = start;
    for (index, line) in lines.enumerate() {
        if line.trim_end() == "---" {
            let after = at + line.len();
            return Some(Split { front: &text[start..at], prose: &text[after..], prose_line: index as u32 + 3 });
        }
        at += line.len();
    }
    desk.say(problems::open_front_matter(desk.place(Spot { line: 1, column: 1, width: 3 })));
    None
}

/// The prose of a report or page: everything after the front matter.
pub fn prose_of(text: &str) -> &str {
    let mut desk = Desk::new(&Arc::from(""));
    split(text, &mut desk).map_or("", |s| s.prose)
}

/// The bytes of the front matter.
pub fn front_of(text: &str) -> Option<std::ops::Range<usize>> {
    let mut desk = Desk::new(&Arc::from(""));
    let parts = split(text, &mut desk)?;
    // The front matter follows the first line.
    let start = text.split_inclusive('\n').next().map_or(0, str::len);
    Some(start..start + parts.front.len())
}

fn body(split: &Split<'_>, desk: &mut Desk) -> (Body, Outline) {
    let checked = markdown::outline(split.prose, split.prose_line, &desk.file);
    let outline = checked.into_value(&mut desk.problems);
    (Body { file: desk.file.to_string(), first_line: split.prose_line, words: outline.words }, outline)
}

/// The prose with the numbers it states.
fn told(text: &str, split: &Split<'_>, manner: claims::Manner, desk: &mut Desk) -> (Body, Outline, Claims) {
    let first_byte = Some(text.len() - split.prose.len());
    let (checked, claims) = markdown::outline_with(split.prose, split.prose_line, &desk.file, |passages, spot| {
        claims::read(passages, manner, &claims::Standing { first_byte, spot })
    });
    let outline = checked.into_value(&mut desk.problems);
    (Body { file: desk.file.to_string(), first_line: split.prose_line, words: outline.words }, outline, claims)
}

/// The numbers a line of the front matter states. No link is put there: YAML would read it anew.
fn claims_of(line: &At<String>, manner: claims::Manner, desk: &Desk) -> Claims {
    let own = |range: std::ops::Range<usize>| Spot { width: line.value.get(range).map_or(1, |s| s.chars().count() as u32), ..line.spot };
    let look = |passages: &[markdown::Passage], _: &dyn Fn(std::ops::Range<usize>) -> Spot| {
        claims::read(passages, manner, &claims::Standing { first_byte: None, spot: &own })
    };
    markdown::outline_with(&line.value, line.spot.line, &desk.file, look).1
}

/// Reads a report in one language.
pub fn report(text: &str, kind: &Kind, manner: &Manner, desk: &mut Desk) -> Option<WrittenReport> {
    let Kind::Report { year, slug, lang, folder } = kind else { return None };
    check_language(desk, lang, manner);
    let parts = split(text, desk)?;
    let root = yaml::read(parts.front, 2, desk)?;
    let fields = desk.fields(&root, &fields::report::REPORT)?;
    let first = lang.is_empty() || manner.languages.first() == Some(lang);
    let title = fields.need(desk, "title");
    let lead = fields.text(desk, "lead");
    let folder_year = Period::read(year).filter(|p| p.first == p.last).map(|p| p.first);
    if folder_year.is_none() {
        desk.say(problems::bad_year_folder(desk.place(Spot::default()), year));
    }
    let stated_year = common::year_at(desk, &fields, "year");
    if let (Some(stated), Some(folder), Some((_, node))) = (stated_year, folder_year, fields.entry("year"))
        && stated != folder
    {
        desk.say(problems::other_period(desk.place(node.spot), &stated.to_string(), &folder.to_string()));
    }
    if first {
        for key in ["published", "areas"] {
            if fields.get(key).is_none() {
                fields.lack(desk, key);
            }
        }
    }
    let origin = group_at(desk, &fields, "source").and_then(|fields| origin(desk, &fields));
    if first && fields.get("source").is_none() {
        desk.say(problems::report_without_source(desk.place(fields.spot)));
    }
    let pictures = pictures(desk, &fields);
    let cover = fields.text(desk, "cover");
    let own_language = if lang.is_empty() { manner.languages.first().map_or("vi", String::as_str) } else { lang };
    let reading = claims::Manner::of(own_language, manner.locale);
    let (body, mut outline, of_body) = told(text, &parts, reading, desk);
    let of_front = [title.as_ref(), lead.as_ref()].into_iter().flatten().map(|line| claims_of(line, reading, desk));
    let claims = of_front.fold(Claims::default(), claims::join);
    let claims = Claims { marks: reading.marks, ..claims::join(claims, of_body) };
    let title = title.map(|title| with_links(&title, &parts, &mut outline));
    let bound_lead = lead.as_ref().map(|lead| lead.value.clone());
    let lead = lead.map(|lead| with_links(&lead, &parts, &mut outline));
    let bound_lead = bound_lead.filter(|typed| lead.as_ref() != Some(typed));
    for shown in &outline.pictures {
        let described = pictures.iter().any(|p| p.value.file == shown.value.file);
        if shown.value.alt.trim().is_empty() && !described {
            desk.say(problems::picture_without_words(desk.place(shown.spot), &shown.value.file));
        }
    }
    Some(WrittenReport {
        slug: slug.clone(),
        lang: lang.clone(),
        folder: *folder,
        title: title?,
        lead,
        bound_lead,
        authors: fields.get("authors").map_or_else(Vec::new, |n| desk.texts(n)).into_iter().map(|a| a.value).collect(),
        organisation: fields.text(desk, "organisation").map(|o| o.value),
        published: date_at(desk, &fields, "published"),
        event: date_at(desk, &fields, "event"),
        year: folder_year?,
        as_of: date_at(desk, &fields, "as_of"),
        areas: ids_at(desk, &fields, "areas"),
        programmes: ids_at(desk, &fields, "programmes"),
        documents: ids_at(desk, &fields, "documents"),
        origin,
        cover,
        pictures,
        related: related(desk, &fields),
        summaries: summaries(desk, &fields),
        audio: audio(desk, &fields),
        draft: yes_at(desk, &fields, "draft").unwrap_or(false),
        sample: sample_at(desk, &fields),
        front: fields.spot,
        body,
        links: outline.links,
        figures: outline.figures,
        blocks: outline.blocks,
        shown: outline.pictures.into_iter().map(|p| At { value: p.value.file, spot: p.spot }).collect(),
        claims: Arc::new(claims),
    })
}

/// A title or lead as plain words; its links join those of the prose.
fn with_links(value: &At<String>, parts: &Split<'_>, outline: &mut Outline) -> String {
    if !value.value.contains("](") {
        return value.value.clone();
    }
    // The front matter begins on line 2.
    let typed = value.spot.line.saturating_sub(2) as usize;
    let from: usize = parts.front.split_inclusive('\n').take(typed).map(str::len).sum();
    let (links, figures) = markdown::links_of_line(value, &parts.front[from..], value.spot.line);
    outline.links.extend(links);
    outline.figures.extend(figures);
    markdown::plain_line(&value.value)
}

fn check_language(desk: &mut Desk, lang: &str, manner: &Manner) {
    if !lang.is_empty() && !manner.languages.iter().any(|known| known == lang) {
        let near = crate::diag::nearest::nearest(lang, manner.languages.iter().map(String::as_str));
        desk.say(problems::unknown_language(desk.place(Spot::default()), lang, near, &manner.languages));
    }
}

fn origin(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<Origin> {
    let text = |desk: &mut Desk, key: &str| fields.text(desk, key).map(|t| t.value);
    let url = fields.text(desk, "url");
    if let Some(url) = &url
        && !markdown::is_safe_address(&url.value)
    {
        desk.say(markdown::problems::outside_link(desk.place(url.spot), &url.value));
    }
    Some(Origin {
        name: fields.need(desk, "name")?.value,
        url: url.map(|u| u.value),
        title: text(desk, "title"),
        author: text(desk, "author"),
        date: date_at(desk, fields, "date"),
        licence: text(desk, "licence"),
    })
}

/// Reads the `pictures:` of a report or a work.
pub fn pictures(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<At<Picture>> {
    let mut pictures = Vec::new();
    for f in groups_at(desk, fields, "pictures") {
        let Some(file) = f.need(desk, "file") else { continue };
        let alt = f.text(desk, "alt").map(|a| a.value).unwrap_or_default();
        if alt.is_empty() {
            desk.say(problems::picture_without_words(desk.place(file.spot), &file.value));
        }
        let picture = Picture {
            file: file.value,
            alt,
            caption: f.text(desk, "caption").map(|c| c.value),
            credit: f.text(desk, "credit").map(|c| c.value),
            illustration: yes_at(desk, &f, "illustration").unwrap_or(false),
        };
        pictures.push(At { value: picture, spot: file.spot });
    }
    pictures
}

fn related(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<Related> {
    let mut links = Vec::new();
    for f in groups_at(desk, fields, "related") {
        let (Some(title), Some(url)) = (f.need(desk, "title"), f.need(desk, "url")) else { continue };
        if markdown::is_safe_address(&url.value) {
            links.push(Related { title: title.value, url: url.value });
        } else {
            desk.say(markdown::problems::outside_link(desk.place(url.spot), &url.value));
        }
    }
    links
}

fn summaries(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<At<Translation>> {
    let mut all = Vec::new();
    for f in groups_at(desk, fields, "summaries") {
        let (Some(lang), Some(text)) = (f.need(desk, "lang"), f.need(desk, "text")) else { continue };
        let (title, audio) = (f.text(desk, "title").map(|t| t.value), f.text(desk, "audio"));
        let spot = audio.as_ref().map_or(text.spot, |a| a.spot);
        all.push(At { value: Translation { lang: lang.value, title, text: text.value, audio: audio.map(|a| a.value) }, spot });
    }
    all
}

fn audio(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<At<Audio>> {
    let mut all = Vec::new();
    for f in groups_at(desk, fields, "audio") {
        let (Some(file), Some(lang)) = (f.need(desk, "file"), f.need(desk, "lang")) else { continue };
        let minutes = common::count_at(desk, &f, "minutes");
        all.push(At { value: Audio { file: file.value, lang: lang.value, minutes }, spot: file.spot });
    }
    all
}

/// Reads a hand-written page in one language.
pub fn prose(text: &str, kind: &Kind, manner: &Manner, desk: &mut Desk) -> Option<WrittenProse> {
    let Kind::Prose { id, lang } = kind else { return None };
    check_language(desk, lang, manner);
    let parts = split(text, desk)?;
    let root = yaml::read(parts.front, 2, desk)?;
    let fields = desk.fields(&root, &fields::report::PAGE)?;
    let title = fields.need(desk, "title")?;
    let (body, mut outline) = body(&parts, desk);
    let title = with_links(&title, &parts, &mut outline);
    for shown in &outline.pictures {
        desk.say(problems::picture_out_of_place(desk.place(shown.spot), &shown.value.file));
    }
    let draft = yes_at(desk, &fields, "draft").unwrap_or(false);
    let sample = sample_at(desk, &fields);
    let Outline { links, figures, blocks, .. } = outline;
    Some(WrittenProse { id: id.clone(), lang: lang.clone(), title, draft, body, links, figures, blocks, sample })
}
