//! Files that lie elsewhere than they should, or are called otherwise.
//!
//! May use: diag, parse, source.

use std::collections::BTreeSet;
use std::path::Path;

use super::page::{Page, words};
use super::{Case, Step};
use crate::diag::nearest;
use crate::parse::kind;

/// The file moves, when nothing lies there.
fn moved(case: &Case<'_>, to: String) -> Option<Vec<Step>> {
    (case.site.is_free(&to) && *to != **case.file).then(|| vec![Step::Move { from: case.file.clone(), to }])
}

/// The part of a file's path that is this name, under another name; every file below a folder moves with it.
pub(super) fn renamed_part(case: &Case<'_>, typed: &str, sound: &str) -> Option<Vec<Step>> {
    let parts: Vec<&str> = case.file.split('/').collect();
    let is_it = |part: &&str| **part == *typed || part.strip_prefix(typed).is_some_and(|end| end.starts_with('.'));
    let at = parts.iter().position(is_it)?;
    let named = parts[at].replacen(typed, sound, 1);
    if at + 1 == parts.len() {
        return moved(case, [&parts[..at], &[named.as_str()]].concat().join("/"));
    }
    let (from, to) = (format!("{}/", parts[..=at].join("/")), format!("{}/", [&parts[..at], &[named.as_str()]].concat().join("/")));
    let below: Vec<_> = case.site.names().filter(|name| name.starts_with(&from)).collect();
    let step = |name: &&std::sync::Arc<str>| {
        let to = format!("{to}{}", &name[from.len()..]);
        case.site.is_free(&to).then(|| Step::Move { from: (*name).clone(), to })
    };
    below.iter().map(step).collect()
}

/// A name with signs that a disk elsewhere cannot hold: hyphens take their place.
pub(super) fn sound_name(case: &Case<'_>) -> Option<Vec<Step>> {
    let typed = *case.quoted().first()?;
    let (stem, end) = typed.rsplit_once('.').unwrap_or((typed, ""));
    let plain: String = stem.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    let sound = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    // A name of a device, or one that ends in a full stop, is the writer's to change.
    if sound.is_empty() || end.is_empty() || sound == stem || !case.file.ends_with(typed) {
        return None;
    }
    let folder = case.file.strip_suffix(typed)?;
    let to = format!("{folder}{sound}.{end}");
    (!crate::source::on_disk(case.site.root(), &to).exists()).then(|| vec![Step::Move { from: case.file.clone(), to }])
}

/// A file in no known place that says, or whose name says, where it belongs.
pub(super) fn known_place(case: &Case<'_>) -> Option<Vec<Step>> {
    let parts: Vec<&str> = case.file.split('/').collect();
    let to = match parts.as_slice() {
        ["content", "areas", area, name] if is_sheet(name) => format!("content/areas/{area}/{}/{name}", says(case, "year")?),
        ["content", "areas", area, period, name] if is_sheet(name) => format!("content/areas/{area}/{}/{name}", years(period)?),
        ["content", "areas", area, period, name] => {
            let (stem, end) = name.rsplit_once('.')?;
            format!("content/areas/{area}/{period}/{}.{end}", nearest::only(stem, ["plan", "results"])?)
        }
        ["content", name] | ["content", "reports", name] if name.ends_with(".md") => format!("content/reports/{}/{name}", says(case, "published")?.get(..4)?),
        _ => return None,
    };
    kind::of(&to).filter(|kind| *kind != kind::Kind::Other)?;
    moved(case, to)
}

fn is_sheet(name: &str) -> bool {
    ["plan.yaml", "results.yaml", "plan.yml", "results.yml"].contains(&name)
}

fn says(case: &Case<'_>, key: &str) -> Option<String> {
    let text = case.text()?;
    words(&Page::of(case.file, &text)?.says()?, key).map(str::to_owned)
}

/// The years in the name of a folder: `2025-2021` backwards, `nam-2023` with a word.
fn years(folder: &str) -> Option<String> {
    let mut years: Vec<&str> = folder.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    years.sort_unstable();
    match years.as_slice() {
        [one] if one.len() == 4 => Some((*one).to_owned()),
        [one, other] if one.len() == 4 && other.len() == 4 && one != other => Some(format!("{one}-{other}")),
        _ => None,
    }
}

/// Figures of an area whose folder is mistyped move to the area that is meant.
pub(super) fn sheet(case: &Case<'_>) -> Option<Vec<Step>> {
    let parts: Vec<&str> = case.file.split('/').collect();
    let ["content", "areas", typed, rest @ ..] = parts.as_slice() else { return None };
    let area = |name: &str| name.strip_prefix("content/areas/").and_then(|rest| rest.strip_suffix("/area.yaml")).map(str::to_owned);
    let areas: Vec<String> = case.site.names().filter_map(|name| area(name)).collect();
    let meant = nearest::only(typed, areas.iter().map(String::as_str))?;
    moved(case, format!("content/areas/{meant}/{}", rest.join("/")))
}

/// A translation whose name is nearly that of a report without one.
pub(super) fn translation(case: &Case<'_>) -> Option<Vec<Step>> {
    let (folder, name) = case.file.rsplit_once('/')?;
    let (slug, lang) = name.strip_suffix(".md")?.rsplit_once('.')?;
    let slugs: BTreeSet<&str> = case
        .site
        .names()
        .filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".md"))
        .filter(|other| !other.contains(['.', '/']) && !case.site.has(&format!("{folder}/{other}.{lang}.md")))
        .collect();
    moved(case, format!("{folder}/{}.{lang}.md", nearest::only(slug, slugs)?))
}

/// A picture whose name has another ending than its bytes tell.
pub(super) fn true_ending(case: &Case<'_>) -> Option<Vec<Step>> {
    let typed = (*case.quoted().first()?).to_owned();
    let (folder, _) = case.file.rsplit_once('/')?;
    let from = format!("{folder}/{typed}");
    let bytes = case.site.bytes(&from)?;
    let end = match bytes.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpg",
        [b'G', b'I', b'F', b'8', ..] => "gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "webp",
        _ => return None,
    };
    let name = format!("{}.{end}", typed.rsplit_once('.').map_or(&*typed, |(stem, _)| stem));
    let to = format!("{folder}/{name}");
    let text = case.text()?;
    let range = super::swaps::range(&text, &crate::diag::Swap { spot: case.spot, was: typed, is: String::new() })?;
    let named = Step::Put { file: case.file.clone(), from: range.start, to: range.end, words: name };
    case.site.is_free(&to).then(|| vec![Step::Move { from: from.as_str().into(), to }, named])
}

/// A release under another name than its own.
pub(super) fn release(case: &Case<'_>) -> Option<Vec<Step>> {
    let label = *case.quoted().first()?;
    moved(case, format!("content/releases/{label}.txt"))
}

/// A file of the site that lies in another folder than the text that shows it: it is copied beside the text.
pub(super) fn beside(case: &Case<'_>) -> Option<Vec<Step>> {
    let typed = (*case.quoted().first()?).to_owned();
    let (folder, _) = case.file.rsplit_once('/')?;
    let straight = typed.replace('\\', "/");
    let from = match straight.strip_prefix('/') {
        Some(rest) => rest.to_owned(),
        None => joined(folder, &straight)?,
    };
    // Only what is the site's own, and is shown on pages anyway.
    if !from.starts_with("content/") || !case.site.has(&from) || !kind::of(&from).is_some_and(|kind| kind == kind::Kind::Other) {
        return None;
    }
    let name = Path::new(&from).file_name()?.to_str()?.to_owned();
    let to = format!("{folder}/{name}");
    let text = case.text()?;
    let range = super::swaps::range(&text, &crate::diag::Swap { spot: case.spot, was: typed, is: String::new() })?;
    let named = Step::Put { file: case.file.clone(), from: range.start, to: range.end, words: name };
    let copy = match case.site.has(&to) {
        true if case.site.bytes(&to)? == case.site.bytes(&from)? => None,
        true => return None,
        false => case.site.is_free(&to).then(|| Step::Copy { from: from.as_str().into(), to }),
    };
    Some(copy.into_iter().chain([named]).collect())
}

/// Where a relative path leads, as long as it stays in the site.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// One of two files whose names differ only in capitals, when both hold the same and no text names it.
pub(super) fn same_file(case: &Case<'_>) -> Option<Vec<Step>> {
    let other = case.quoted().into_iter().find(|name| name.contains('/'))?.to_owned();
    if case.site.bytes(&other)? != case.site.bytes(case.file)? {
        return None;
    }
    let is_named = |file: &str| {
        let name = file.rsplit('/').next().unwrap_or(file);
        let texts = case.site.names().filter(|text| text.ends_with(".md") || text.ends_with(".yaml"));
        texts.into_iter().any(|text| case.site.text(text).is_some_and(|text| text.contains(name)))
    };
    match (is_named(case.file), is_named(&other)) {
        (false, _) => Some(vec![Step::Drop { file: case.file.clone() }]),
        (true, false) => Some(vec![Step::Drop { file: other.as_str().into() }]),
        (true, true) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_the_site_and_a_folder_tells_its_years() {
        assert_eq!(joined("content/reports/2024", "../../anh.svg").as_deref(), Some("content/anh.svg"));
        assert_eq!(joined("content", "../../x"), None);
        assert_eq!(years("2025-2021").as_deref(), Some("2021-2025"));
        assert_eq!(years("nam-2023").as_deref(), Some("2023"));
        assert_eq!(years("quy-1"), None);
    }
}
