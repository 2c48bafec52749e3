//! What is missing and can be one thing only, because the folder, the file's name or everything beside it says so.
//!
//! May use: mend.

use super::page::{Page, agreed, everywhere, under, words};
use super::{Case, Step};
use crate::mend::yaml::{Content, Step as To};

/// So many others must say the same before one is taken to mean it too.
const ENOUGH: usize = 2;

/// A field that the folder, the name of the file, or all others of its kind tell.
pub(super) fn key(case: &Case<'_>) -> Option<Vec<Step>> {
    let quoted = case.quoted();
    let key = *quoted.first()?;
    let text = case.text()?;
    if case.file.starts_with("site.toml") || case.problem.what.en.ends_with("is empty.") {
        return None;
    }
    let parts: Vec<&str> = case.file.split('/').collect();
    let page = Page::of(case.file, &text)?;
    let after = match (parts.as_slice(), key) {
        (["content", "areas", _, period, _], "year") => page.with_first(&format!("year: {period}")),
        (["content", "areas", _, "area.yaml"], "kind") => page.with(&[], "kind", Content::words(kind_of_all(case)?))?,
        (["content", "reports", ..], "published") => page.with(&[], "published", Content::words(day_of(parts.last()?)?))?,
        (["content", "reports" | "pages", ..], "title") => page.with_first(&format!("title: {}", plain(heading(&text)?)?)),
        _ => return None,
    };
    case.becomes(&after)
}

/// The kind that all other areas are.
fn kind_of_all(case: &Case<'_>) -> Option<String> {
    let mut kinds = Vec::new();
    for name in case.site.names().filter(|name| *name != case.file && name.starts_with("content/areas/") && name.ends_with("/area.yaml")) {
        kinds.push(words(&Page::of(name, &case.site.text(name)?)?.says()?, "kind")?.to_owned());
    }
    agreed(kinds.iter().map(String::as_str)).map(str::to_owned)
}

/// The day a file's name begins with.
fn day_of(name: &str) -> Option<String> {
    let day = name.get(..10)?;
    let shaped = day.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    (shaped && name[10..].starts_with(['-', '.', '_'])).then(|| day.to_owned())
}

/// The first heading of a text, when nothing stands before it.
fn heading(text: &str) -> Option<&str> {
    let body = match text.strip_prefix("---") {
        Some(rest) => rest.split_once("\n---")?.1.split_once('\n')?.1,
        None => text,
    };
    body.lines().find(|line| !line.trim().is_empty())?.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty())
}

/// Words as a YAML value, where they need no more than quotation marks.
fn plain(words: &str) -> Option<String> {
    let bare = !words.contains([':', '#', '"', '\'', '[', ']', '{', '}', '&', '*', '!', '|', '>', '%', '@', '`', '\\']) && !words.starts_with(['-', '?', ' ']);
    match bare {
        true => Some(words.to_owned()),
        false if !words.contains(['"', '\\']) => Some(format!("\"{words}\"")),
        false => None,
    }
}

/// The heading of a page without a top becomes its title.
pub(super) fn top_of_page(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    if !case.file.starts_with("content/pages/") || text.trim_start().starts_with("---") {
        return None;
    }
    let title = heading(&text)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (_, body) = text.split_once(&format!("# {title}"))?;
    let body = body.trim_start_matches(['\r', '\n']);
    case.becomes(&format!("---{end}title: {}{end}---{end}{end}{body}", plain(title)?))
}

/// The one source all other figures of the file name; else the only report of this place and year.
pub(super) fn source_of_figures(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let says = page.says()?;
    let mut all = Vec::new();
    everywhere(&says, "source", &mut all);
    let source = match (all.as_slice(), agreed(all.iter().copied())) {
        ([], _) => only_report(case)?,
        (_, Some(agreed)) => agreed.to_owned(),
        _ => return None,
    };
    let item = page.item(case.spot)?;
    // Lines of one day have one source, written once for all of them.
    let day = item.iter().take(2).cloned().collect::<Vec<_>>();
    let is_day = matches!(day.as_slice(), [To::Key(key), To::Item(_)] if key == "snapshots");
    let mut own = Vec::new();
    if let Some(day) = under(&says, &day) {
        everywhere(day, "source", &mut own);
    }
    let at = if is_day && own.is_empty() { day } else { item };
    case.becomes(&page.with(&at, "source", Content::words(source))?)
}

/// The id of the only report about the area of this file in its year.
fn only_report(case: &Case<'_>) -> Option<String> {
    let parts: Vec<&str> = case.file.split('/').collect();
    let ["content", "areas", area, year, _] = parts.as_slice() else { return None };
    let folder = format!("content/reports/{year}/");
    let mut found = Vec::new();
    for name in case.site.names().filter(|name| name.starts_with(&folder) && name.ends_with(".md")) {
        let slug = name[folder.len()..].trim_end_matches(".md").trim_end_matches("/index");
        // A translation is the same report.
        if slug.contains('.') {
            continue;
        }
        let text = case.site.text(name)?;
        if let Some(Content::List(areas)) = Page::of(name, &text)?.says().as_ref().and_then(|says| under(says, &[To::key("areas")]))
            && areas.iter().any(|own| matches!(own, Content::Words(own) if own == area))
        {
            found.push(slug.to_owned());
        }
    }
    match found.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// The publisher all other reports name, when there are some.
pub(super) fn source_of_report(case: &Case<'_>) -> Option<Vec<Step>> {
    let mut all = Vec::new();
    for name in case.site.names().filter(|name| *name != case.file && name.starts_with("content/reports/") && name.ends_with(".md")) {
        let text = case.site.text(name)?;
        let says = Page::of(name, &text)?.says()?;
        all.extend(
            under(&says, &[To::key("source"), To::key("name")]).and_then(|name| if let Content::Words(name) = name { Some(name.clone()) } else { None }),
        );
    }
    let publisher = agreed(all.iter().map(String::as_str)).filter(|_| all.len() >= ENOUGH)?;
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    case.becomes(&page.with(&[], "source", Content::Map(vec![("name".to_owned(), Content::words(publisher))]))?)
}

/// The unit of money that every other file of figures of the same place gives; else every one of the site.
pub(super) fn unit_of_money(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    if words(&page.says()?, "money_unit").is_some() {
        return None;
    }
    let area: Vec<&str> = case.file.split('/').take(3).collect();
    let units_below = |folder: &str| {
        let files = case.site.names().filter(|name| *name != case.file && name.starts_with(folder) && name.ends_with(".yaml"));
        let unit = |name: &str| words(&Page::of(name, &case.site.text(name)?)?.says()?, "money_unit").map(str::to_owned);
        files.filter_map(|name| unit(name)).collect::<Vec<String>>()
    };
    let mut units = units_below(&format!("{}/", area.join("/")));
    if units.is_empty() {
        units = units_below("content/areas/");
    }
    let unit = agreed(units.iter().map(String::as_str))?;
    // Where the years are told first, the unit stands below them.
    let line = format!("money_unit: {unit}");
    case.becomes(&page.with_first(&line))
}

/// The day that every other forecast of the file is for.
pub(super) fn day_of_forecast(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let says = page.says()?;
    let mut days = Vec::new();
    everywhere(&says, "by", &mut days);
    let day = agreed(days)?;
    case.becomes(&page.with(&page.item(case.spot)?, "by", Content::words(day))?)
}

/// The year of the folder, where the file cannot belong to the folder of the year it says.
pub(super) fn period_of_folder(case: &Case<'_>) -> Option<Vec<Step>> {
    let quoted = case.quoted();
    let [typed, folder] = quoted.as_slice() else { return None };
    let parts: Vec<&str> = case.file.split('/').collect();
    let ["content", "areas", area, _, name] = parts.as_slice() else { return None };
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let says = page.says()?;
    let turned = typed.split_once('-').is_some_and(|(first, last)| format!("{last}-{first}") == *folder);
    let is_taken = case.site.has(&format!("content/areas/{area}/{typed}/{name}"));
    let mut days = Vec::new();
    everywhere(&says, "as_of", &mut days);
    let of_folder = !days.is_empty() && days.iter().all(|day| day.starts_with(folder));
    if !(turned || is_taken || of_folder) {
        return None;
    }
    case.becomes(&page.with(&[], "year", Content::words(*folder))?)
}

/// Pages that cannot be made smaller with care are made smaller quickly.
pub(super) fn quick_look(case: &Case<'_>) -> Option<Vec<Step>> {
    let settings = std::sync::Arc::from("site.toml");
    let text = case.site.text(&settings)?;
    if text.lines().any(|line| line.trim_start().starts_with("minify")) {
        return None;
    }
    Some(vec![super::put(&settings, &text, &format!("minify = \"quick\"\n{text}"))?])
}
