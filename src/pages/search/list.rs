//! The list from A to Z: one page while it is short, a page for each letter when it is long.
//!
//! Invariant: no page has more lines than are light enough to be sent; names stand in the order of the language.
//!
//! May use: i18n, search.

use std::collections::BTreeMap;

use super::SCRIPT;
use super::found::{label, name, report_key, reports, things, told};
use crate::i18n::sort_by_name;
use crate::pages::key::KeyMaker;
use crate::pages::plan::list_pages;
use crate::pages::route::Folder;
use crate::pages::views::{LetterGroup, Link, Links, ListLine, Search};
use crate::pages::{Here, PageKind, PagePlan, Site, report};
use crate::search::fold;

/// Lines of one page of a letter.
const LINES: usize = 150;
/// A site with no more lines than this lists them all on one page, which is quicker than any letter: it weighs some
/// 12 KB compressed then, where a build begins to warn.
const ALL_ON_ONE: usize = 180;
/// A site with more reports than this lists them by year only: nobody who looks for one of ten thousand knows the first
/// letter of its title.
const REPORTS: usize = 1000;

/// Under which letter something stands: in lower case, without its tone; `0` for all digits.
pub type Letter = char;

const DIGITS: Letter = '0';

/// A page on which the search page of a language stands.
pub(super) fn page(site: &Site<'_>, lang: usize) -> PagePlan {
    let dir = site.names[lang].folder(Folder::Search);
    PagePlan { kind: PageKind::Search(None, 1), lang, path: format!("{dir}index.html"), dir, key: [0; 16] }
}

/// One page of the list, with what changes whenever its own lines or those around it change.
pub struct ListPage {
    /// Its letter; `None` for the page with the box.
    pub letter: Option<Letter>,
    /// Which page of the letter, from 1.
    pub number: u32,
    /// Where it lies.
    pub dir: String,
    /// Changes with its lines, as far as what every page shares does not.
    pub part: [u8; 16],
}

/// Every page of the list of a language, the one with the box first.
pub fn list_pages_of(site: &Site<'_>, lang: usize) -> Vec<ListPage> {
    let page = page(site, lang);
    let letters = letters(&Here::new(site, &page));
    let mut around = KeyMaker::new(b"list");
    letters.iter().for_each(|(letter, kinds)| around.add(format!("{letter}{}", kinds.len()).as_bytes()));
    site.index.by_year.iter().for_each(|(year, all)| around.add(format!("{year} {}", all.len()).as_bytes()));
    // The years of places stand beside their names.
    site.record.sheets.keys().for_each(|(area, period)| around.add(format!("{} {}", area.0, period.slug()).as_bytes()));
    let part = |kinds: &mut dyn Iterator<Item = &PageKind>| {
        let mut part = around.clone();
        kinds.for_each(|kind| report_key(site, lang, *kind, &mut part));
        part.finish()
    };
    let whole = is_whole(&letters);
    let first = if whole { part(&mut letters.values().flatten()) } else { part(&mut std::iter::empty()) };
    let mut pages = vec![ListPage { letter: None, number: 1, dir: page.dir.clone(), part: first }];
    for (letter, kinds) in letters.iter().filter(|_| !whole) {
        let part = part(&mut kinds.iter());
        let numbers = 1..=list_pages(kinds.len(), LINES);
        pages.extend(numbers.map(|number| ListPage { letter: Some(*letter), number, dir: dir(site, lang, Some(*letter), number), part }));
    }
    pages
}

/// Where a page of the list lies.
pub fn dir(site: &Site<'_>, lang: usize, letter: Option<Letter>, number: u32) -> String {
    let names = &site.names[lang];
    let mut dir = names.folder(Folder::Search);
    if let Some(letter) = letter {
        dir.push_str(&format!("{}/", word(letter)));
    }
    if number > 1 {
        dir.push_str(&format!("{}-{number}/", names.word(Folder::Page)));
    }
    dir
}

/// What is listed, by letter.
fn letters(here: &Here<'_>) -> BTreeMap<Letter, Vec<PageKind>> {
    let mut letters: BTreeMap<Letter, Vec<PageKind>> = BTreeMap::new();
    let mut all = things(here.site);
    if here.site.record.reports.len() <= REPORTS {
        all.extend(reports(here.site, here.page.lang).into_iter().map(|(ix, _)| PageKind::Report(ix)));
    }
    for kind in all {
        letters.entry(letter(&name(here, kind), here.lang())).or_default().push(kind);
    }
    letters
}

/// Whether everything stands on the page with the box.
fn is_whole(letters: &BTreeMap<Letter, Vec<PageKind>>) -> bool {
    letters.values().map(Vec::len).sum::<usize>() <= ALL_ON_ONE
}

/// A name without the quotation mark or bracket it may begin with: people look under its first letter.
fn from_first_letter(name: &str) -> &str {
    name.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The letter a name stands under. Vietnamese has letters of its own, `ă` and `đ`; elsewhere they stand with `a` and `d`.
fn letter(name: &str, lang: &str) -> Letter {
    let Some(first) = from_first_letter(name).chars().next() else { return DIGITS };
    let first = first.to_lowercase().next().unwrap_or(first);
    if !first.is_alphabetic() {
        return DIGITS;
    }
    if lang == "vi" {
        const WITH_TONES: [(&str, Letter); 6] = [("ằẳẵắặă", 'ă'), ("ầẩẫấậâ", 'â'), ("ềểễếệê", 'ê'), ("ồổỗốộô", 'ô'), ("ờởỡớợơ", 'ơ'), ("ừửữứựư", 'ư')];
        if let Some((_, plain)) = WITH_TONES.iter().find(|(letters, _)| letters.contains(first)) {
            return *plain;
        }
        if first == 'đ' {
            return first;
        }
    }
    fold(first.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(first)
}

/// A letter in an address, as Vietnamese is typed without its marks: `dd` for `đ`.
fn word(letter: Letter) -> String {
    const TYPED: [(Letter, &str); 8] = [('ă', "aw"), ('â', "aa"), ('đ', "dd"), ('ê', "ee"), ('ô', "oo"), ('ơ', "ow"), ('ư', "uw"), (DIGITS, "0-9")];
    match TYPED.iter().find(|(known, _)| *known == letter) {
        Some((_, typed)) => (*typed).to_owned(),
        None if letter.is_ascii() => letter.to_string(),
        None => format!("u{:x}", u32::from(letter)),
    }
}

fn heading(letter: Letter) -> String {
    if letter == DIGITS { "0–9".to_owned() } else { letter.to_uppercase().collect() }
}

/// The title of a page of the list.
pub fn title(here: &Here<'_>, letter: Option<Letter>, number: u32) -> String {
    match letter {
        None => here.say("title-search"),
        Some(letter) if number == 1 => here.with("title-letter", &[("letter", &heading(letter))]),
        Some(letter) => here.with("title-letter-page", &[("letter", &heading(letter)), ("page", &number.to_string())]),
    }
}

/// The page with the box, or one of the pages of the list.
pub fn search(here: &Here<'_>, letter: Option<Letter>, number: u32) -> Search {
    let (site, lang) = (here.site, here.page.lang);
    let all = letters(here);
    let whole = is_whole(&all);
    let to = |letter, number, words: String| {
        let to = dir(site, lang, letter, number);
        Link { href: here.href(&to), text: words, lang: String::new(), current: to == here.page.dir }
    };
    let mut order: Vec<Letter> = all.keys().copied().collect();
    let headings: BTreeMap<Letter, String> = order.iter().map(|letter| (*letter, heading(*letter))).collect();
    sort_by_name(here.lang(), &mut order, |letter| headings.get(&letter).map_or("", String::as_str));
    let group = |letter: Letter| LetterGroup { id: format!("chu-{}", word(letter)), title: heading(letter), lines: lines(here, &all, letter) };
    let count: usize = all.values().map(Vec::len).sum();
    let last = letter.map_or(1, |letter| list_pages(all.get(&letter).map_or(0, Vec::len), LINES));
    let lists_reports = site.record.reports.len() <= REPORTS;
    Search {
        summary: match letter {
            None => here.with("search-summary", &[("count", &here.count("count-things", count))]),
            Some(letter) => {
                here.with("letter-summary", &[("letter", &heading(letter)), ("count", &here.count("count-things", all.get(&letter).map_or(0, Vec::len)))])
            }
        },
        action: super::address(here),
        script: if letter.is_none() { here.href(SCRIPT) } else { String::new() },
        letters: order
            .iter()
            .map(|letter| {
                if whole {
                    Link { href: format!("#chu-{}", word(*letter)), text: heading(*letter), ..Link::default() }
                } else {
                    to(Some(*letter), 1, heading(*letter))
                }
            })
            .collect(),
        groups: match letter {
            None if whole => order.iter().map(|letter| group(*letter)).collect(),
            None => Vec::new(),
            Some(letter) => {
                let mut group = group(letter);
                group.lines = group.lines.into_iter().skip((number as usize - 1) * LINES).take(LINES).collect();
                vec![group]
            }
        },
        pages: if last > 1 { (1..=last).map(|number| to(letter, number, number.to_string())).collect() } else { Vec::new() },
        previous: (number > 1).then(|| to(letter, number - 1, here.say("previous-page"))),
        next: (number < last).then(|| to(letter, number + 1, here.say("next-page"))),
        reports: Links {
            title: here.say("reports-by-year"),
            links: if lists_reports || letter.is_some() { Vec::new() } else { report::years(here) },
            empty: String::new(),
        },
    }
}

/// The lines under a letter, in the order of the language.
fn lines(here: &Here<'_>, all: &BTreeMap<Letter, Vec<PageKind>>, letter: Letter) -> Vec<ListLine> {
    let kinds = all.get(&letter).map_or(&[][..], Vec::as_slice);
    let names: Vec<String> = kinds.iter().map(|kind| name(here, *kind)).collect();
    let mut order: Vec<usize> = (0..kinds.len()).collect();
    sort_by_name(here.lang(), &mut order, |at| from_first_letter(&names[at]));
    let line = |at: usize| {
        let to = crate::pages::frame::dir_of(here.site, kinds[at], here.page.lang).unwrap_or_default();
        let of_this = here.apart();
        let (detail, _) = told(&of_this, kinds[at]);
        let label = label(&of_this, kinds[at]);
        let detail = if detail.is_empty() { label } else { format!("{label} · {detail}") };
        ListLine { link: here.link(&to, names[at].as_str()), detail }
    };
    order.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_under_the_letters_of_their_language() {
        for (name, vi, en) in [
            ("Ấm Thượng", 'â', 'a'),
            ("Ắn", 'ă', 'a'),
            ("Án", 'a', 'a'),
            ("Đắk Lắk", 'đ', 'd'),
            ("Ứng Hòa", 'ư', 'u'),
            ("“Ước mơ”", 'ư', 'u'),
            ("263/QĐ-TTg", '0', '0'),
            ("(x)", 'x', 'x'),
            ("…", '0', '0'),
            ("Ярославль", 'я', 'я'),
        ] {
            assert_eq!((letter(name, "vi"), letter(name, "en")), (vi, en), "{name}");
        }
        assert_eq!(['đ', 'a', '0', 'я'].map(word), ["dd", "a", "0-9", "u44f"]);
    }
}
