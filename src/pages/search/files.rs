//! The index of a language, cut into files.
//!
//! Things without a day come first, reports after them, newest first. Reports are cut from the oldest one on, so that a
//! new report changes the newest file only; the names of files with reports count from the oldest too.
//! Invariant: two builds give a file the same key only if its bytes would be the same.
//!
//! May use: search.

use super::found::{label, name, rank, report_key, reports, things, told};
use super::list;
use crate::pages::frame::{dir_of, shorten};
use crate::pages::key::KeyMaker;
use crate::pages::route::{Folder, relative};
use crate::pages::{Here, PageKind, PagePlan, Site};
use crate::search::{self, Block, Entry, Group, Head, entries_a_file};

/// Entries of the smallest file, and the most files there may be: with things that have no day, and with reports.
const THINGS: (usize, usize) = (250, 16);
const REPORTS: (usize, usize) = (200, 64);
/// So many files are loaded at once and need no directory.
const FEW: usize = 4;
/// Letters of a name; the names of parts of a programme can be whole sentences.
const TITLE: usize = 100;
/// Letters of the summary of a report where there is room for it, and the steps in which it becomes shorter where there
/// is not. Other things say by their names what they are.
const SUMMARY: [usize; 3] = [80, 60, 0];
/// Bytes of text in the index for each page of the site. Compressed they are a fourth of it, and 30 bytes a page are what
/// a site may ask of those who search in it.
const BYTES_A_PAGE: usize = 105;

/// A file of an index to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Where it lies.
    pub path: String,
    /// Changes whenever its bytes would.
    pub key: [u8; 16],
    lang: usize,
    number: usize,
    summary: usize,
}

/// What the index of one language holds, cut into files.
struct Plan {
    things: Vec<Vec<PageKind>>,
    reports: Vec<Vec<PageKind>>,
}

impl Plan {
    fn of(site: &Site<'_>, lang: usize) -> Plan {
        let things = things(site);
        let mut oldest_first: Vec<PageKind> = reports(site, lang).into_iter().map(|(ix, _)| PageKind::Report(ix)).collect();
        oldest_first.reverse();
        let cut = |all: &[PageKind], (smallest, most)| all.chunks(entries_a_file(all.len(), smallest, most)).map(<[PageKind]>::to_vec).collect::<Vec<_>>();
        let (things, mut reports) = (cut(&things, THINGS), cut(&oldest_first, REPORTS));
        reports.reverse();
        reports.iter_mut().for_each(|block| block.reverse());
        Plan { things, reports }
    }

    fn blocks(&self) -> impl Iterator<Item = &Vec<PageKind>> {
        self.things.iter().chain(&self.reports)
    }

    /// The name of a file: those with reports are counted from the oldest one.
    fn file_name(&self, number: usize) -> String {
        match number.checked_sub(self.things.len()) {
            None => format!("{number}.js"),
            Some(at) => format!("r{}.js", self.reports.len() - 1 - at),
        }
    }
}

/// Every file of every index. `shared` changes whenever something changes that any page may show.
pub fn index_files(site: &Site<'_>, pages: &[PagePlan], shared: [u8; 16]) -> Vec<IndexFile> {
    let of_language = |lang| {
        let pages = pages.iter().filter(|page| page.lang == lang && page.path.ends_with(".html")).count();
        of_language(site, lang, pages, shared)
    };
    (0..site.languages.len()).flat_map(of_language).collect()
}

fn of_language(site: &Site<'_>, lang: usize, pages: usize, shared: [u8; 16]) -> Vec<IndexFile> {
    let plan = Plan::of(site, lang);
    let summary = summary(site, lang, &plan, pages);
    let dir = site.names[lang].folder(Folder::Search);
    let first = KeyMaker::new(&shared).with(b"index").with(&[lang as u8, summary as u8, u8::from(site.portable)]);
    let last = plan.things.len() + plan.reports.len();
    // The years of places stand beside their names.
    let mut periods = first.clone();
    site.record.sheets.values().for_each(|s| periods.add(format!("{} {} {}", s.area.0, s.period.slug(), s.sample).as_bytes()));
    let periods = periods.finish();
    let keys: Vec<[u8; 16]> = plan
        .blocks()
        .enumerate()
        .map(|(number, block)| {
            let mut key = first.clone().with(&(number as u32).to_le_bytes());
            if number < plan.things.len() {
                key.add(&periods);
            }
            block.iter().for_each(|kind| report_key(site, lang, *kind, &mut key));
            key.finish()
        })
        .collect();
    let mut files: Vec<IndexFile> =
        (0..last).map(|number| IndexFile { path: format!("{dir}{}", plan.file_name(number)), key: keys[number], lang, number, summary }).collect();
    // The first one knows all words.
    let mut whole = first;
    keys.iter().for_each(|key| whole.add(key));
    files[0].key = whole.finish();
    files
}

/// How long a summary may be, so that the whole index stays as light as promised.
fn summary(site: &Site<'_>, lang: usize, plan: &Plan, pages: usize) -> usize {
    // A thing without a day has a short name, an id and a few words beside them; a report a day and a place.
    const THING: usize = 115;
    const BESIDE: usize = 30;
    let of_report = |kind: &PageKind| match kind {
        PageKind::Report(ix) => {
            let report = site.record.report(*ix);
            report.telling(&site.languages[lang].tag).map_or(0, |t| t.title.len()) + report.id.len() + BESIDE
        }
        _ => 0,
    };
    let reports = plan.reports.iter().flatten();
    let things: usize = plan.things.iter().map(Vec::len).sum();
    let names: usize = things * THING + reports.clone().map(of_report).sum::<usize>();
    let room = (pages * BYTES_A_PAGE).saturating_sub(names);
    // Four letters of Vietnamese are about five bytes.
    let letters = room * 4 / 5 / reports.count().max(1);
    SUMMARY.into_iter().find(|step| *step <= letters).unwrap_or(0)
}

/// The bytes of a file.
pub fn index_file(site: &Site<'_>, file: &IndexFile) -> Vec<u8> {
    let page = list::page(site, file.lang);
    let here = Here::new(site, &page);
    let plan = Plan::of(site, file.lang);
    let block = |kinds: &Vec<PageKind>| block(&here, kinds, file.summary);
    if file.number > 0 {
        return plan.blocks().nth(file.number).map_or_else(Vec::new, |kinds| search::file(file.number, &block(kinds), None));
    }
    let blocks: Vec<Block> = if plan.blocks().count() > FEW { plan.blocks().map(block).collect() } else { plan.blocks().take(1).map(block).collect() };
    let directory = if blocks.len() > FEW { search::directory(&blocks) } else { String::new() };
    let head = Head { tail: if site.portable { "index.html" } else { "" }, files: [plan.things.len(), plan.reports.len()], directory };
    search::file(0, &blocks[0], Some(&head))
}

fn block(here: &Here<'_>, kinds: &[PageKind], summary: usize) -> Block {
    let mut groups: Block = Vec::new();
    for kind in kinds {
        let Some(dir) = dir_of(here.site, *kind, here.page.lang) else { continue };
        let (folder, id) = dir.trim_end_matches('/').rsplit_once('/').map_or(("", dir.trim_end_matches('/')), |(_, id)| (&dir[..dir.len() - id.len() - 1], id));
        let base = relative(&here.page.dir, folder);
        let of_this = here.apart();
        let (detail, text) = told(&of_this, *kind);
        let (rank, label) = (rank(*kind), label(&of_this, *kind));
        let summary = if matches!(kind, PageKind::Report(_)) && summary > 0 { shorten(&text, summary) } else { String::new() };
        let entry = Entry { title: shorten(&name(here, *kind), TITLE), id: id.to_owned(), detail, summary };
        match groups.iter_mut().find(|group| group.rank == rank && group.label == label && group.base == base) {
            Some(group) => group.entries.push(entry),
            None => groups.push(Group { rank, label, base, entries: vec![entry] }),
        }
    }
    groups
}
