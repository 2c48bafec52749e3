//! A word or a name that is known by another spelling, put in its place.
//!
//! May use: diag, mend.

use super::page::Page;
use super::{Case, Step, files};
use crate::diag::nearest;
use crate::mend::yaml::{Content, Edit};

/// An id with capitals, accents or spaces becomes a sound one: in the file, or in the name of the file or folder.
/// Every place that names it is told of by itself and becomes the same.
pub(super) fn sound_id(case: &Case<'_>) -> Option<Vec<Step>> {
    let typed = case.quoted().first().copied()?.to_owned();
    // A name of a device is sound but for what it means on Windows: another one is the writer's to find.
    let sound = sound(&typed).filter(|sound| *sound != typed)?;
    if case.spot.line == 0 {
        return files::renamed_part(case, &typed, &sound);
    }
    let text = case.text()?;
    let start = super::swaps::range(&text, &crate::diag::Swap { spot: case.spot, was: typed, is: String::new() })?;
    Some(vec![Step::Put { file: case.file.clone(), from: start.start, to: start.end, words: sound }])
}

/// Lower-case letters, digits and hyphens only.
pub(super) fn sound(typed: &str) -> Option<String> {
    let plain: String = nearest::fold(typed).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let sound = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    (!sound.is_empty() && sound.len() <= 100).then_some(sound)
}

/// A qualifier that the figure does not have goes, inside the link and before it; one it has comes.
pub(super) fn qualifier(case: &Case<'_>) -> Option<Vec<Step>> {
    let mut steps = super::likely(case)?;
    // Whatever stands outside the brackets is quoted at the end of what is to be done.
    if let Some((_, outside)) = case.problem.fix.en.rsplit_once("take out “") {
        let text = case.text()?;
        let line: usize = text.split_inclusive('\n').take(case.spot.line.checked_sub(1)? as usize).map(str::len).sum();
        let words = line + text[line..].char_indices().nth(case.spot.column.checked_sub(1)? as usize)?.0;
        steps.push(without_before(case, &text, line, words, outside.split('”').next()?)?);
    }
    Some(steps)
}

/// Without the word that stands before the bracket of a link.
fn without_before(case: &Case<'_>, text: &str, line: usize, link: usize, word: &str) -> Option<Step> {
    let bracket = text[line..link].rfind('[')? + line;
    let at = text[line..bracket].trim_end().rfind(word)? + line;
    let only_spaces = text[at + word.len()..bracket].trim().is_empty();
    only_spaces.then(|| Step::Put { file: case.file.clone(), from: at, to: bracket, words: String::new() })
}

/// A theme that has no files: one the site has, of nearly the same name; else the built-in one, when the site has none.
pub(super) fn theme(case: &Case<'_>) -> Option<Vec<Step>> {
    let typed =
        case.quoted().first().map_or_else(|| case.problem.what.en.rsplit("themes/").next().unwrap_or("").trim_end_matches('.').to_owned(), |t| (*t).to_owned());
    let mut themes: Vec<&str> = case.site.names().filter_map(|name| name.strip_prefix("themes/")?.split('/').next()).collect();
    themes.dedup();
    let meant = if themes.is_empty() { "default" } else { nearest::only(&typed, themes.iter().copied())? };
    let text = case.text()?;
    let is_theme = |line: &&str| line.trim_start().starts_with("theme") && line.contains('=') && line.contains(&format!("\"{typed}\""));
    let line = text.lines().find(is_theme)?;
    case.becomes(&text.replacen(line, &line.replacen(&format!("\"{typed}\""), &format!("\"{meant}\""), 1), 1))
}

/// A list of one value where a value should stand alone.
pub(super) fn alone(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let (path, _) = page.at(case.spot)?;
    let says = page.says()?;
    let key: Vec<_> =
        path.into_iter().rev().skip_while(|step| !matches!(step, crate::mend::yaml::Step::Key(_))).collect::<Vec<_>>().into_iter().rev().collect();
    let Content::List(items) = super::page::under(&says, &key)? else { return None };
    let [Content::Words(word)] = items.as_slice() else { return None };
    let removed = page.edited(&[Edit::Remove { path: key.clone() }])?;
    let (last, above) = key.split_last()?;
    let crate::mend::yaml::Step::Key(last) = last else { return None };
    let page = Page::of(case.file, &removed)?;
    case.becomes(&page.with(above, last, Content::words(word))?)
}
