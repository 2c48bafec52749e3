//! From what was written to what it means: names become things, lines become facts.
//!
//! Invariant: every reference resolves or is named in a problem; units agree; one line stands once;
//! a newer plan version replaces the older, it is never added.
//!
//! May use: diag, config, parse, values, model, markdown; crates blake3.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::config::Config;
use crate::diag::{At, Checked, Place, Problem, Said, Spot, nearest};
use crate::model::{AreaIx, DocumentIx, IndicatorIx, ProgrammeIx, Record, Report, ReportIx, SetIx, SourceRef};
use crate::parse::{
    Document, Kind, WrittenArea, WrittenCorrection, WrittenDocument, WrittenProgramme, WrittenProse, WrittenReport, WrittenSheet, WrittenWork, kind,
};

mod catalogue;
mod corrections;
pub mod problems;
mod reports;
mod sheets;

/// One document with the file it came from and the hash of that file.
#[derive(Clone, Debug)]
pub struct Filed<'d> {
    /// The file, relative to the site folder.
    pub file: Arc<str>,
    /// Hash of its bytes.
    pub hash: [u8; 16],
    /// What it says.
    pub document: &'d Document,
}

/// Joins all documents into one record, drafts behind all other reports: they are judged like them, and then left out.
/// `files` are the paths of all files of the site, `unread` those of files that could not be read: a name that may stand
/// in one of them is not called unknown.
pub fn record(filed: &[Filed<'_>], files: &HashSet<Arc<str>>, unread: &[String], config: &Config) -> Checked<Record> {
    joined(Hall::new(files, unread, drafts(filed), config), filed, |report| report.draft)
}

/// The same for somebody who looks at drafts too: they stand among the others, by their day.
pub fn record_with_drafts(filed: &[Filed<'_>], files: &HashSet<Arc<str>>, unread: &[String], config: &Config) -> Checked<Record> {
    joined(Hall::new(files, unread, drafts(filed), config), filed, |_| false)
}

fn drafts(filed: &[Filed<'_>]) -> Arc<Drafts> {
    Arc::new(Drafts::of(filed.iter().map(|one| one.document)))
}

fn joined(mut hall: Hall<'_>, filed: &[Filed<'_>], is_behind: fn(&Report) -> bool) -> Checked<Record> {
    let mut written = Written::default();
    filed.iter().for_each(|one| written.take(one));
    hall.names = Arc::new(Names::read(&written));
    let mut record = Record { sample_site: hall.config.sample.is_some(), ..Record::default() };
    catalogue::programmes(&mut hall, &written, &mut record);
    catalogue::documents(&mut hall, &written, &mut record);
    catalogue::areas(&mut hall, &written, &mut record);
    reports::reports(&mut hall, &written, &mut record, is_behind);
    reports::prose(&mut hall, &written, &mut record);
    catalogue::works(&mut hall, &written, &mut record);
    sheets::sheets(&mut hall, &written, &mut record);
    corrections::corrections(&mut hall, &written, &mut record);
    reports::links(&mut hall, &written, &record);
    record.digest = written.digest();
    Checked { value: record, problems: hall.problems }
}

/// What stays as it is when sheets and reports are made anew.
#[derive(Clone, Debug)]
pub struct Known {
    /// The paths of all files of the site.
    pub files: HashSet<Arc<str>>,
    /// The names of the record.
    pub names: Arc<Names>,
    /// What is not to be published yet.
    pub drafts: Arc<Drafts>,
}

/// Makes sheets and reports of a record anew, where every name stays what it was. `filed` are all programmes, and every
/// document of the sheets and reports that changed.
/// `None` where a report takes another place or another name than it had: then everything is joined again.
pub fn anew(filed: &[Filed<'_>], known: &Known, mut record: Record, config: &Config) -> Option<Checked<Record>> {
    let mut written = Written::default();
    filed.iter().for_each(|one| written.take(one));
    let mut hall = Hall { names: known.names.clone(), ..Hall::new(&known.files, &[], known.drafts.clone(), config) };
    let slugs: HashSet<&str> = written.reports.iter().map(|(_, _, r)| r.slug.as_str()).collect();
    let reports = reports::told(&mut hall, &written);
    if reports.len() != slugs.len() && !crate::diag::any_error(&hall.problems) {
        return None;
    }
    for report in reports {
        let place = &mut record.reports[hall.names.reports.get(&report.id)?.at()];
        if place.sort_day() != report.sort_day() {
            return None;
        }
        *place = Arc::new(report);
    }
    sheets::sheets(&mut hall, &written, &mut record);
    reports::links(&mut hall, &written, &record);
    Some(Checked { value: record, problems: hall.problems })
}

/// What is not to be published yet, by id.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    reports: HashSet<String>,
    pages: HashSet<String>,
}

impl Drafts {
    /// What these documents call a draft. A translation need not say so: it is one when its original is.
    pub fn of<'d>(documents: impl Iterator<Item = &'d Document>) -> Self {
        let mut drafts = Drafts::default();
        for document in documents {
            match document {
                Document::Report(report) if report.draft => drop(drafts.reports.insert(report.slug.clone())),
                Document::Prose(page) if page.draft => drop(drafts.pages.insert(page.id.clone())),
                _ => {}
            }
        }
        drafts
    }
}

type From<'d, T> = Vec<(Arc<str>, [u8; 16], &'d T)>;

/// Documents by kind, in the order of their paths.
#[derive(Default)]
struct Written<'d> {
    programmes: From<'d, WrittenProgramme>,
    areas: From<'d, WrittenArea>,
    sheets: From<'d, WrittenSheet>,
    works: From<'d, WrittenWork>,
    papers: From<'d, WrittenDocument>,
    reports: From<'d, WrittenReport>,
    prose: From<'d, WrittenProse>,
    corrections: Vec<(Arc<str>, &'d WrittenCorrection)>,
    sample_corrections: bool,
}

impl<'d> Written<'d> {
    fn take(&mut self, one: &Filed<'d>) {
        let (file, hash) = (one.file.clone(), one.hash);
        match one.document {
            Document::Programme(p) => self.programmes.push((file, hash, p)),
            Document::Area(a) => self.areas.push((file, hash, a)),
            Document::Sheet(s) => self.sheets.push((file, hash, s)),
            Document::Work(w) => self.works.push((file, hash, w)),
            Document::Paper(p) => self.papers.push((file, hash, p)),
            Document::Report(r) => self.reports.push((file, hash, r)),
            Document::Prose(p) => self.prose.push((file, hash, p)),
            Document::Corrections(book) => {
                self.corrections.extend(book.entries.iter().map(|c| (file.clone(), c)));
                self.sample_corrections |= book.sample.is_some();
            }
        }
    }

    /// What every page may mention: programmes, areas, documents and works.
    fn digest(&self) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new();
        let hashes = self.programmes.iter().map(|p| (&p.0, p.1)).chain(self.areas.iter().map(|a| (&a.0, a.1)));
        let hashes = hashes.chain(self.papers.iter().map(|p| (&p.0, p.1))).chain(self.works.iter().map(|w| (&w.0, w.1)));
        for (file, hash) in hashes {
            hasher.update(file.as_bytes()).update(&[0]).update(&hash);
        }
        first_half(&hasher.finalize())
    }
}

/// The first sixteen bytes of a hash.
fn first_half(hash: &blake3::Hash) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&hash.as_bytes()[..16]);
    half
}

/// Which id is which position in its list.
#[derive(Clone, Debug, Default)]
pub struct Names {
    areas: HashMap<String, AreaIx>,
    programmes: HashMap<String, ProgrammeIx>,
    indicators: HashMap<String, IndicatorIx>,
    sets: HashMap<String, SetIx>,
    documents: HashMap<String, DocumentIx>,
    reports: HashMap<String, ReportIx>,
}

impl Names {
    /// The names of a record that has been joined.
    pub fn of(record: &Record) -> Self {
        Names {
            areas: numbered(record.areas.iter().map(|a| a.id.as_str()), AreaIx),
            programmes: numbered(record.programmes.iter().map(|p| p.id.as_str()), ProgrammeIx),
            documents: numbered(record.documents.iter().map(|d| d.id.as_str()), DocumentIx),
            indicators: numbered(record.indicators.iter().map(|i| i.id.as_str()), IndicatorIx),
            sets: numbered(record.sets.iter().map(|s| s.id.as_str()), SetIx),
            reports: numbered(record.reports.iter().map(|r| r.id.as_str()), ReportIx),
        }
    }

    /// The names as written, but for those of reports. Files are in the order of their paths, and so are the lists:
    /// positions can be told in advance.
    fn read(written: &Written<'_>) -> Self {
        Names {
            areas: numbered(written.areas.iter().map(|(_, _, a)| a.id.as_str()), AreaIx),
            programmes: numbered(written.programmes.iter().map(|(_, _, p)| p.id.as_str()), ProgrammeIx),
            documents: numbered(written.papers.iter().map(|(_, _, p)| p.id.as_str()), DocumentIx),
            indicators: numbered(written.programmes.iter().flat_map(|(_, _, p)| &p.indicators).map(|i| i.id.value.as_str()), IndicatorIx),
            sets: numbered(written.programmes.iter().flat_map(|(_, _, p)| &p.sets).map(|s| s.id.value.as_str()), SetIx),
            reports: HashMap::new(),
        }
    }

    /// The place of this id.
    pub fn area(&self, id: &str) -> Option<AreaIx> {
        self.areas.get(id).copied()
    }

    /// The report of this id.
    pub fn report(&self, id: &str) -> Option<ReportIx> {
        self.reports.get(id).copied()
    }
}

/// The first thing of a name keeps it; a second one is a problem told where the lists are made.
fn numbered<'n, Ix>(ids: impl Iterator<Item = &'n str>, ix: impl Fn(u32) -> Ix) -> HashMap<String, Ix> {
    let mut map = HashMap::new();
    for (at, id) in ids.enumerate() {
        map.entry(id.to_owned()).or_insert_with(|| ix(at as u32));
    }
    map
}

/// What files stand for that could not be read: their own mistakes are told, and nobody who names them is blamed.
#[derive(Default)]
struct Unread {
    areas: HashSet<String>,
    programmes: HashSet<String>,
    documents: HashSet<String>,
    reports: HashSet<String>,
    pages: HashSet<String>,
}

impl Unread {
    fn of(files: &[String]) -> Self {
        let mut unread = Unread::default();
        for file in files {
            match kind::of(file) {
                Some(Kind::Area { id }) => drop(unread.areas.insert(id)),
                Some(Kind::Programme { id }) => drop(unread.programmes.insert(id)),
                Some(Kind::Paper { id }) => drop(unread.documents.insert(id)),
                Some(Kind::Report { slug, .. }) => drop(unread.reports.insert(slug)),
                Some(Kind::Prose { id, .. }) => drop(unread.pages.insert(id)),
                _ => {}
            }
        }
        unread
    }
}

/// Where references are resolved and problems collected.
struct Hall<'c> {
    config: &'c Config,
    files: &'c HashSet<Arc<str>>,
    problems: Vec<Problem>,
    names: Arc<Names>,
    unread: Unread,
    drafts: Arc<Drafts>,
}

impl<'c> Hall<'c> {
    fn new(files: &'c HashSet<Arc<str>>, unread: &[String], drafts: Arc<Drafts>, config: &'c Config) -> Self {
        Hall { config, files, problems: Vec::new(), names: Arc::default(), unread: Unread::of(unread), drafts }
    }
}

impl Hall<'_> {
    fn say(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn programme(&mut self, file: &Arc<str>, id: &At<String>) -> Option<ProgrammeIx> {
        if self.unread.programmes.contains(&id.value) {
            return None;
        }
        let found = self.names.programmes.get(&id.value).copied();
        self.known(file, id, &Said::new("chương trình", "programme"), found, |n| n.programmes.keys())
    }

    fn area(&mut self, file: &Arc<str>, id: &At<String>) -> Option<AreaIx> {
        if self.unread.areas.contains(&id.value) {
            return None;
        }
        let found = self.names.areas.get(&id.value).copied();
        self.known(file, id, &Said::new("đơn vị", "area"), found, |n| n.areas.keys())
    }

    fn indicator(&mut self, file: &Arc<str>, id: &At<String>) -> Option<IndicatorIx> {
        let found = self.names.indicators.get(&id.value).copied();
        // It may stand in a programme that could not be read.
        if found.is_none() && !self.unread.programmes.is_empty() {
            return None;
        }
        self.known(file, id, &Said::new("chỉ tiêu", "indicator"), found, |n| n.indicators.keys())
    }

    fn set(&mut self, file: &Arc<str>, id: &At<String>) -> Option<SetIx> {
        let found = self.names.sets.get(&id.value).copied();
        if found.is_none() && !self.unread.programmes.is_empty() {
            return None;
        }
        self.known(file, id, &Said::new("bộ tiêu chí", "criteria set"), found, |n| n.sets.keys())
    }

    fn document(&mut self, file: &Arc<str>, id: &At<String>) -> Option<DocumentIx> {
        if self.unread.documents.contains(&id.value) {
            return None;
        }
        let found = self.names.documents.get(&id.value).copied();
        self.known(file, id, &Said::new("văn bản", "document"), found, |n| n.documents.keys())
    }

    /// A source is a report or a document.
    fn source(&mut self, file: &Arc<str>, id: &At<String>) -> Option<SourceRef> {
        if self.unread.reports.contains(&id.value) || self.unread.documents.contains(&id.value) {
            return None;
        }
        if self.drafts.reports.contains(&id.value) {
            self.say(problems::names_a_draft(Place::at(file, id.spot), &id.value));
            return None;
        }
        let report = self.names.reports.get(&id.value).map(|ix| SourceRef::Report(*ix));
        let found = report.or_else(|| self.names.documents.get(&id.value).map(|ix| SourceRef::Document(*ix)));
        self.known(file, id, &Said::new("bài hay văn bản", "report or document"), found, |n| n.reports.keys().chain(n.documents.keys()).collect::<Vec<_>>())
    }

    fn known<'s, T, I: IntoIterator<Item = &'s String>>(
        &'s mut self,
        file: &Arc<str>,
        id: &At<String>,
        what: &Said,
        found: Option<T>,
        all: impl Fn(&'s Names) -> I,
    ) -> Option<T> {
        if found.is_none() {
            let mut known: Vec<&str> = all(&self.names).into_iter().map(String::as_str).collect();
            known.sort_unstable();
            let near = nearest::nearest(&id.value, known.iter().copied());
            self.problems.push(problems::unknown_id(Place::at(file, id.spot), what, &id.value, near, &known));
        }
        found
    }
}

/// Notes every id that is given twice, with both places.
fn told_twice<'n>(hall: &mut Hall<'_>, what: &Said, ids: impl Iterator<Item = (&'n Arc<str>, &'n str, Spot)>) {
    let mut first: BTreeMap<&str, (&Arc<str>, Spot)> = BTreeMap::new();
    for (file, id, spot) in ids {
        match first.get(id) {
            Some((other, at)) => {
                let first = if at.line == 0 { other.to_string() } else { format!("{other}:{}", at.line) };
                hall.say(problems::duplicate_id(Place::at(file, spot), what, id, &first));
            }
            None => {
                first.insert(id, (file, spot));
            }
        }
    }
}
