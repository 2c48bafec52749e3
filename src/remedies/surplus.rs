//! What says nothing, or says what something else says already: it is taken out.
//!
//! May use: mend.

use super::page::{self, Page, under, words};
use super::{Case, Step};
use crate::mend::yaml::{Content, Step as To};

/// An item of a list that says, word for word, what an item before it says; or a whole file that another one repeats.
pub(super) fn again(case: &Case<'_>) -> Option<Vec<Step>> {
    if case.spot.line == 0 {
        return same_file(case);
    }
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let path = page.item(case.spot)?;
    let says = page.says()?;
    let (last, above) = path.split_last()?;
    let (To::Item(at), Content::List(items)) = (last, under(&says, above)?) else { return None };
    let own = items.get(*at)?;
    if items[..*at].iter().any(|other| sorted(other) == sorted(own)) { case.becomes(&page.without(&path)?) } else { None }
}

/// What an item says, in whatever order.
fn sorted(content: &Content) -> Content {
    match content {
        Content::Map(entries) => {
            let mut entries: Vec<(String, Content)> = entries.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Content::Map(entries)
        }
        Content::List(items) => Content::List(items.iter().map(sorted).collect()),
        other => other.clone(),
    }
}

/// The second of `area.yaml` and `area.yml`, when both say the same.
fn same_file(case: &Case<'_>) -> Option<Vec<Step>> {
    let stem = case.file.strip_suffix(".yml").or_else(|| case.file.strip_suffix(".yaml"))?;
    let other = [".yaml", ".yml"].iter().map(|end| format!("{stem}{end}")).find(|name| **name != **case.file && case.site.has(name))?;
    (case.site.bytes(&other)? == case.site.bytes(case.file)?).then(|| vec![Step::Drop { file: case.file.clone() }])
}

/// A line that names what it is about and says nothing of it.
pub(super) fn line(case: &Case<'_>) -> Option<Vec<Step>> {
    const NAMES: [&str; 11] = ["programme", "component", "capital", "fund", "group", "indicator", "set", "source", "carried_from", "adjustment", "version"];
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let path = page.item(case.spot)?;
    let says = page.says()?;
    let Content::Map(entries) = under(&says, &path)? else { return None };
    // A note is something said, and a measure without a number waits for somebody to fill it in.
    let names_only = entries.iter().all(|(key, value)| matches!(value, Content::Words(_)) && NAMES.contains(&key.as_str()));
    if names_only { case.becomes(&page.without(&path)?) } else { None }
}

/// A correction whose old and new value are the same.
pub(super) fn entry(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    match page.without(&page.item(case.spot)?) {
        Some(after) => case.becomes(&after),
        // It is all the book says.
        None => Some(vec![Step::Drop { file: case.file.clone() }]),
    }
}

/// An area that is said to belong to itself, where all others of its kind belong to one.
pub(super) fn parent(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let says = page.says()?;
    let own = case.file.split('/').nth(2)?;
    let kind = words(&says, "kind")?;
    let mut parents = Vec::new();
    for name in case.site.names().filter(|name| *name != case.file && name.starts_with("content/areas/") && name.ends_with("/area.yaml")) {
        let text = case.site.text(name)?;
        let other = Page::of(name, &text)?.says()?;
        if words(&other, "kind") == Some(kind) {
            parents.push(words(&other, "parent").unwrap_or_default().to_owned());
        }
    }
    let after = match page::agreed(parents.iter().map(String::as_str)) {
        Some(agreed) if !agreed.is_empty() && agreed != own => page.with(&[], "parent", Content::words(agreed))?,
        // Nobody else of its kind belongs to anything.
        Some("") | None if words(&says, "parent") == Some(own) => page.without(&[To::key("parent")])?,
        _ => return None,
    };
    case.becomes(&after)
}

/// A line of `[redirects]` that cannot lead anywhere, because something lies at its address.
pub(super) fn redirect(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let at = case.spot.line.checked_sub(1)? as usize;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let line = lines.get(at)?;
    let (from, to) = leads(line)?;
    // Where another line moves the address too, both must lead to one page.
    let by_page = case.problem.what.en.ends_with("there is a page.");
    let again = || lines[..at].iter().any(|other| leads(other).is_some_and(|(own, goal)| own == from && goal == to));
    if by_page || again() { case.becomes(&[lines[..at].concat(), lines[at + 1..].concat()].concat()) } else { None }
}

/// The old and the new address on a line.
fn leads(line: &str) -> Option<(&str, &str)> {
    let (from, to) = line.split_once('=').filter(|_| line.trim_start().starts_with('"'))?;
    Some((bare(from), bare(to)))
}

/// An address as typed, without quotes and slashes around it.
fn bare(typed: &str) -> &str {
    typed.trim().trim_matches('"').trim_matches('/')
}

/// A kind of area declared a second time in the same words.
pub(super) fn kind_again(case: &Case<'_>) -> Option<Vec<Step>> {
    const HEAD: &str = "[[area_kinds]]";
    let text = case.text()?;
    let at = case.spot.line.checked_sub(1)? as usize;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let start = lines.get(..=at)?.iter().rposition(|line| line.trim() == HEAD)?;
    let end_of = |start: usize| lines[start + 1..].iter().position(|line| line.trim_start().starts_with('[')).map_or(lines.len(), |more| start + 1 + more);
    let says = |start: usize| {
        let mut said: Vec<&str> = lines[start + 1..end_of(start)].iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        said.sort_unstable();
        said
    };
    let own = says(start);
    let before = (0..start).filter(|at| lines[*at].trim() == HEAD);
    let told = before.into_iter().any(|other| says(other) == own);
    if told { case.becomes(&[lines[..start].concat(), lines[end_of(start)..].concat()].concat()) } else { None }
}

/// What Git leaves in a list of addresses when two branches added to it: both kept what they had, so all of it stays.
pub(super) fn marks_of_a_merge(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let is_mark = |line: &str| ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark)) || line.trim_end() == "=======";
    let (marks, stay): (Vec<&str>, Vec<&str>) = text.split_inclusive('\n').partition(|line| is_mark(line));
    if marks.is_empty() {
        return None;
    }
    case.becomes(&stay.concat())
}
