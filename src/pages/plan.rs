//! The list of all pages, each with its address and its key.
//!
//! Invariant: the order is fixed; every address stands once, or the clash is a problem.
//!
//! May use: model, diag, history.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::changed::Changed;
use super::embed::Framed;
use super::key::KeyMaker;
use super::route::Folder;
use super::{PageKind, Site};
use crate::diag::{Checked, Code, Place, Problem, Said, Severity};
use crate::history;
use crate::model::{AreaIx, ComponentIx, DocumentIx, IndicatorIx, Period, ProgrammeIx, Report, ReportIx, Sheet, SourceRef};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&ADDRESS_TWICE];

static ADDRESS_TWICE: Code = Code { number: "MB0501", name: "address-claimed-twice" };

/// A page to be: what, in which language, where, and its key.
#[derive(Clone, Debug)]
pub struct PagePlan {
    /// Which page.
    pub kind: PageKind,
    /// Which of the site's languages.
    pub lang: usize,
    /// Its folder, relative to the site's root: empty or ending in `/`.
    pub dir: String,
    /// Its file: `don-vi/nam-nhun/index.html`.
    pub path: String,
    /// Changes whenever its bytes would.
    pub key: [u8; 16],
}

/// Lists every page of the site. `shared` changes whenever something changes that any page may show.
pub fn plan(site: &Site<'_>, shared: [u8; 16]) -> Checked<Vec<PagePlan>> {
    let mut pages = Vec::new();
    for lang in 0..site.languages.len() {
        let mut maker = Maker { site, lang, shared, pages: &mut pages, all_sheets: all_sheets(site) };
        maker.all();
    }
    let problems = told_twice(site, &pages);
    Checked { value: pages, problems }
}

fn all_sheets(site: &Site<'_>) -> [u8; 16] {
    let mut key = KeyMaker::new(b"sheets");
    site.record.sheets.values().for_each(|s| key.add(&s.digest));
    key.finish()
}

/// The pages of a list with so many entries.
pub fn list_pages(entries: usize, per_page: usize) -> u32 {
    (entries.div_ceil(per_page)).max(1) as u32
}

struct Maker<'m, 's> {
    site: &'m Site<'s>,
    lang: usize,
    shared: [u8; 16],
    pages: &'m mut Vec<PagePlan>,
    all_sheets: [u8; 16],
}

impl Maker<'_, '_> {
    fn add(&mut self, kind: PageKind, dir: String, key: KeyMaker) {
        let key = key.with(Changed::of(self.site, kind).key(self.site).as_bytes());
        let path = match kind {
            PageKind::NotFound => format!("{dir}404.html"),
            PageKind::Feed(_) | PageKind::CorrectionsFeed => format!("{dir}feed.xml"),
            _ => format!("{dir}index.html"),
        };
        self.pages.push(PagePlan { kind, lang: self.lang, dir, path, key: key.finish() });
    }

    /// A key with what every page of this language shares and the kind of the page.
    fn key(&self, kind: &str) -> KeyMaker {
        KeyMaker::new(&self.shared).with(&[self.lang as u8]).with(kind.as_bytes())
    }

    fn reports_key(&self, key: &mut KeyMaker, reports: impl IntoIterator<Item = ReportIx>) {
        for ix in reports {
            key.add(&self.site.record.report(ix).digest);
        }
    }

    fn all(&mut self) {
        let (record, index) = (self.site.record, self.site.index);
        let names = &self.site.names[self.lang];
        let everything = |key: KeyMaker, sheets: &[u8; 16]| key.with(sheets);
        let mut home = everything(self.key("home"), &self.all_sheets);
        home.add(&(record.reports.len() as u32).to_le_bytes());
        self.reports_key(&mut home, (0..record.reports.len().min(super::home::NEWS) as u32).map(ReportIx));
        self.add(PageKind::Home, names.prefix.clone(), home);
        self.add(PageKind::Areas, names.folder(Folder::Areas), everything(self.key("areas"), &self.all_sheets));
        for at in 0..record.areas.len() {
            self.area(AreaIx(at as u32));
        }
        if !record.sheets.is_empty() {
            let all = super::years::periods(self.site);
            let dir = names.folder(Folder::Periods);
            let key = everything(self.key("years"), &self.all_sheets);
            self.add(PageKind::Year(None), dir.clone(), key.clone());
            for period in all {
                self.add(PageKind::Year(Some(period)), format!("{dir}{}/", period.slug()), key.clone().with(period.slug().as_bytes()));
            }
        }
        self.add(PageKind::Programmes, names.folder(Folder::Programmes), everything(self.key("programmes"), &self.all_sheets));
        self.add(PageKind::Indicators, names.folder(Folder::Indicators), self.key("indicators"));
        for (at, programme) in record.programmes.iter().enumerate() {
            let ix = ProgrammeIx(at as u32);
            let dir = names.page(Folder::Programmes, &programme.id);
            let mut key = everything(self.key("programme"), &self.all_sheets);
            self.reports_key(&mut key, index.by_programme[at].iter().copied().take(super::catalogue::REPORTS));
            key.add(&(index.by_programme[at].len() as u32).to_le_bytes());
            self.add(PageKind::Programme(ix), dir.clone(), key.clone());
            self.framed_with_sources(Framed::Programme(ix), key, &index.sheets_of_programme[at]);
            for (c, component) in programme.components.iter().enumerate() {
                let key = everything(self.key("component"), &self.all_sheets).with(&[c as u8]);
                self.add(PageKind::Component(ix, ComponentIx(c as u32)), format!("{dir}{}/", component.id), key);
            }
        }
        for (at, indicator) in record.indicators.iter().enumerate() {
            let key = everything(self.key("indicator"), &self.all_sheets).with(indicator.id.as_bytes());
            let ix = IndicatorIx(at as u32);
            self.add(PageKind::Indicator(ix), names.page(Folder::Indicators, &indicator.id), key.clone());
            self.framed_with_sources(Framed::Indicator(ix), key, &index.sheets_of_indicator[at]);
        }
        self.reports();
        self.add(PageKind::Documents, names.folder(Folder::Documents), self.key("documents"));
        for (at, document) in record.documents.iter().enumerate() {
            let mut key = self.key("document").with(document.id.as_bytes());
            self.reports_key(&mut key, index.by_document[at].iter().copied().take(super::catalogue::REPORTS));
            // Plans that rest on the document.
            let rests_on = |s: &&Arc<Sheet>| s.versions.iter().any(|v| v.document == Some(DocumentIx(at as u32)));
            record.sheets.values().filter(rests_on).for_each(|s| key.add(&s.digest));
            self.add(PageKind::Document(DocumentIx(at as u32)), names.page(Folder::Documents, &document.id), key);
        }
        self.add(PageKind::Works, names.folder(Folder::Works), self.key("works"));
        for (at, work) in record.works.iter().enumerate() {
            let mut key = self.key("work").with(work.id.as_bytes());
            if let Some(SourceRef::Report(report)) = work.source {
                self.reports_key(&mut key, [report]);
            }
            self.add(PageKind::Work(at as u32), names.page(Folder::Works, &work.id), key);
        }
        self.add(PageKind::Data, names.folder(Folder::Data), everything(self.key("data"), &self.all_sheets));
        // Pages written by hand are few, and may link to any report or figure without words of their own.
        let mut written = everything(self.key("prose"), &self.all_sheets);
        self.reports_key(&mut written, (0..record.reports.len() as u32).map(ReportIx));
        let prose = |id: &str| record.prose.iter().find(|p| p.id == id).map_or([0; 16], |p| p.digest);
        self.add(PageKind::Method, names.folder(Folder::Method), written.clone().with(b"method").with(&prose("method")));
        // Corrections name figures and reports from anywhere.
        let book = history::book(record, self.site.history);
        self.add(PageKind::Corrections, names.folder(Folder::Corrections), written.clone().with(b"corrections").with(&book));
        self.add(PageKind::CorrectionsFeed, names.folder(Folder::Corrections), written.clone().with(b"corrections feed").with(&book));
        for (at, page) in record.prose.iter().enumerate() {
            let dir = match page.id.as_str() {
                "method" => continue,
                "about" => names.folder(Folder::About),
                "accessibility" => names.folder(Folder::Accessibility),
                "contact" => names.folder(Folder::Contact),
                id => format!("{}{id}/", names.prefix),
            };
            self.add(PageKind::Prose(at as u32), dir, written.clone().with(&page.digest));
        }
        for list in super::search::list_pages_of(self.site, self.lang) {
            let key = self.key("search").with(&list.part).with(&list.number.to_le_bytes()).with(format!("{:?}", list.letter).as_bytes());
            self.add(PageKind::Search(list.letter, list.number), list.dir, key);
        }
        if self.lang == 0 {
            self.add(PageKind::NotFound, String::new(), self.key("404"));
        }
        let mut key = self.key("feed");
        self.reports_key(&mut key, (0..record.reports.len().min(super::feed::ENTRIES) as u32).map(ReportIx));
        self.add(PageKind::Feed(None), names.prefix.clone(), key);
    }

    /// The page other sites frame, where there is one; `key` is that of the page it stands for.
    fn framed(&mut self, of: Framed, key: KeyMaker) {
        if of.is_there(self.site) {
            self.add(PageKind::Embed(of), of.dir(&self.site.names[self.lang], self.site.record), key.with(b"embed"));
        }
    }

    /// The same, of a page that does not name who stated its numbers as the framed one does.
    fn framed_with_sources(&mut self, of: Framed, mut key: KeyMaker, sheets: &BTreeSet<(AreaIx, Period)>) {
        let mut reports = Vec::new();
        sheets.iter().filter_map(|name| self.site.record.sheets.get(name)).for_each(|sheet| sources(sheet, &mut reports));
        self.reports_key(&mut key, reports);
        self.framed(of, key);
    }

    fn area(&mut self, ix: AreaIx) {
        let (record, index) = (self.site.record, self.site.index);
        let names = &self.site.names[self.lang];
        let dir = names.page(Folder::Areas, &record.area(ix).id);
        let mut key = self.key("area").with(record.area(ix).id.as_bytes());
        let periods: Vec<Period> = record.sheets_of(ix).map(|s| s.period).collect();
        record.sheets_of(ix).for_each(|s| key.add(&s.digest));
        for child in index.children[ix.at()].iter().chain(&record.area(ix).members) {
            record.sheets_of(*child).for_each(|s| key.add(&s.digest));
        }
        let mut reports: Vec<ReportIx> = index.by_area[ix.at()].iter().copied().take(super::catalogue::REPORTS).collect();
        self.reports_key(&mut key, reports.iter().copied());
        key.add(&(index.by_area[ix.at()].len() as u32).to_le_bytes());
        reports.clear();
        record.sheets_of(ix).for_each(|s| sources(s, &mut reports));
        self.reports_key(&mut key, reports);
        self.add(PageKind::Area(ix), dir.clone(), key.clone());
        if !periods.is_empty() {
            self.framed(Framed::Area(ix), key.clone());
            self.add(PageKind::Notice(ix), format!("{dir}{}/", names.word(Folder::Notice)), key.with(b"notice"));
        }
        for period in &periods {
            let Some(sheet) = record.sheets.get(&(ix, *period)) else { continue };
            let mut key = self.key("period").with(record.area(ix).id.as_bytes()).with(&sheet.digest);
            periods.iter().for_each(|p| key.add(p.slug().as_bytes()));
            let mut reports = Vec::new();
            sources(sheet, &mut reports);
            self.reports_key(&mut key, reports);
            let dir = format!("{dir}{}/", period.slug());
            if self.site.kit {
                let dir = format!("{dir}{}/", names.word(Folder::Kit));
                self.add(PageKind::Kit(ix, *period), dir, key.clone().with(b"kit"));
            }
            self.add(PageKind::Period(ix, *period), dir, key);
        }
        if !index.by_area[ix.at()].is_empty() {
            let mut key = self.key("area feed").with(record.area(ix).id.as_bytes());
            self.reports_key(&mut key, index.by_area[ix.at()].iter().copied().take(super::feed::ENTRIES));
            self.add(PageKind::Feed(Some(ix)), dir, key);
        }
    }

    fn reports(&mut self) {
        let (record, index, config) = (self.site.record, self.site.index, self.site.config);
        let names = &self.site.names[self.lang];
        let lang = config.languages.get(self.lang).map_or("", String::as_str);
        let by_id: HashMap<&str, &Report> = record.reports.iter().map(|r| (r.id.as_str(), &**r)).collect();
        let areas: HashMap<&str, AreaIx> = record.areas().map(|(ix, a)| (a.id.as_str(), ix)).collect();
        for (at, report) in record.reports.iter().enumerate() {
            if !told_in(report, lang) {
                continue;
            }
            let mut key = self.key("report").with(&report.digest);
            for name in &index.sheets_of_report[at] {
                key.add(&record.sheets[name].digest);
            }
            // A link to another report shows its title when it has no words of its own.
            for link in report.tellings.iter().flat_map(|t| &t.report_links) {
                if let Some(other) = by_id.get(link.as_str()) {
                    key.add(&other.digest);
                }
            }
            // And a link to a figure shows its value: of the sheet it names, or of one of the report's places in its year.
            for link in report.tellings.iter().flat_map(|t| &t.figure_links) {
                let mut parts = link.splitn(3, '/');
                let named = parts.next().zip(parts.next()).and_then(|(area, period)| Some((*areas.get(area)?, Period::read(period)?)));
                let own = report.areas.iter().map(|area| (*area, Period::year(report.year)));
                named.into_iter().chain(own).filter_map(|name| record.sheets.get(&name)).for_each(|s| key.add(&s.digest));
            }
            self.add(PageKind::Report(ReportIx(at as u32)), names.page(Folder::Reports, &report.id), key);
        }
        let years: Vec<(Option<i16>, Vec<ReportIx>)> = std::iter::once((None, (0..record.reports.len() as u32).map(ReportIx).collect()))
            .chain(index.by_year.iter().map(|(year, all)| (Some(*year), all.clone())))
            .collect();
        let counts: Vec<u8> =
            index.by_year.iter().flat_map(|(y, all)| [y.to_le_bytes().to_vec(), (all.len() as u32).to_le_bytes().to_vec()]).flatten().collect();
        for (year, all) in years {
            let per_page = config.reports_per_page;
            // The list of all years shows the newest; older ones are reached by their year.
            let last = if year.is_none() { 1 } else { list_pages(all.len(), per_page) };
            for number in 1..=last {
                let mut key = self.key("archive").with(&counts).with(&number.to_le_bytes());
                self.reports_key(&mut key, all.iter().copied().skip((number as usize - 1) * per_page).take(per_page));
                let dir = archive_dir(self.site, self.lang, year, number);
                self.add(PageKind::Archive(year, number), dir, key);
            }
        }
    }
}

/// Where a page of the archive lies.
pub fn archive_dir(site: &Site<'_>, lang: usize, year: Option<i16>, number: u32) -> String {
    let names = &site.names[lang];
    let mut dir = names.folder(Folder::Reports);
    if let Some(year) = year {
        dir.push_str(&format!("{year}/"));
    }
    if number > 1 {
        dir.push_str(&format!("{}-{number}/", names.word(Folder::Page)));
    }
    dir
}

/// Whether a page is still written on. A site that is published has none.
pub fn is_draft(site: &Site<'_>, kind: PageKind) -> bool {
    match kind {
        PageKind::Report(ix) => site.record.report(ix).draft,
        PageKind::Prose(ix) => site.record.prose[ix as usize].draft,
        PageKind::Method => site.record.prose.iter().any(|page| page.id == "method" && page.draft),
        _ => false,
    }
}

/// Whether a report has a page in a language.
pub fn told_in(report: &Report, lang: &str) -> bool {
    report.tellings.iter().any(|t| t.lang == lang)
}

fn sources(sheet: &Sheet, into: &mut Vec<ReportIx>) {
    for fact in sheet.facts.iter().chain(&sheet.replaced) {
        if let Some(SourceRef::Report(report)) = fact.source
            && !into.contains(&report)
        {
            into.push(report);
        }
    }
}

/// Two pages must not claim one address, also not where upper and lower case are the same.
fn told_twice(site: &Site<'_>, pages: &[PagePlan]) -> Vec<Problem> {
    let mut first: HashMap<String, usize> = HashMap::with_capacity(pages.len());
    let mut problems = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        if let Some(other) = first.insert(page.path.to_lowercase(), at) {
            let other = &pages[other];
            // Two things of one kind have one id then, and that has been told where the id is given.
            if std::mem::discriminant(&other.kind) != std::mem::discriminant(&page.kind) || other.lang != page.lang {
                problems.push(claimed_twice(&page.dir, [(file(site, other), other), (file(site, page), page)].map(|(file, page)| (file, words(page.kind)))));
            }
        }
    }
    problems
}

/// The theme's own files must not lie where the site puts a page or a data file.
pub fn taken_by_theme<'f>(site: &Site<'_>, pages: &[PagePlan], folder: &str, statics: impl Iterator<Item = &'f str>) -> Vec<Problem> {
    let statics: Vec<&'f str> = statics.collect();
    // A theme has few such files and a country many thousand pages: only who stands in the way of one is put into words.
    let wanted: HashSet<String> = statics.iter().map(|path| path.to_lowercase()).collect();
    let mut taken: HashMap<String, Claim> = HashMap::new();
    let own = || Said::new("một tệp máy tự làm ra", "a file that is always made");
    let made = ["robots.txt", "sitemap.xml", super::list::SITE_CSV, super::list::SITE_JSON].map(str::to_owned);
    let tables = site.record.areas().flat_map(|(ix, _)| ["csv", "json"].map(|end| super::list::area_file(site, ix, end)));
    let oembeds = pages.iter().filter(|page| matches!(page.kind, PageKind::Embed(_))).map(|page| super::embed::file(&page.dir));
    let made = made.into_iter().chain([super::list::corrections_file(site)]).chain(tables).chain(oembeds).map(|path| path.to_lowercase());
    taken.extend(made.filter(|path| wanted.contains(path)).map(|path| (path, (None, own()))));
    let of_search = |path: &String| site.names.iter().any(|names| path.starts_with(&names.folder(Folder::Search)));
    if wanted.iter().any(of_search) {
        taken.extend(super::search::index_files(site, pages, [0; 16]).into_iter().map(|file| (file.path, (None, own()))));
    }
    let pages = pages.iter().map(|page| (page.path.to_lowercase(), page)).filter(|(path, _)| wanted.contains(path));
    taken.extend(pages.map(|(path, page)| (path, (file(site, page), words(page.kind)))));
    let clash = |path: &'f str| {
        let claim = taken.get(&path.to_lowercase())?.clone();
        Some(claimed_twice(path, [claim, (Some(format!("{folder}static/{path}")), Said::new("", ""))]))
    };
    statics.into_iter().filter_map(clash).collect()
}

/// Who wants an address: a file a person can rename, or what it is when there is none.
type Claim = (Option<String>, Said);

fn claimed_twice(address: &str, claims: [Claim; 2]) -> Problem {
    let [a, b] = claims.clone().map(|(file, words)| file.map_or(words, |file| Said::new(file.clone(), file)));
    // The file named last is the one that can be renamed; where only the first is a file, it is that one.
    let [(first, _), (second, _)] = claims;
    Problem {
        code: &ADDRESS_TWICE,
        severity: Severity::Error,
        place: second.or(first).map(|file| Place::whole(&file.into())),
        what: Said::new(
            format!("Hai trang cùng đòi địa chỉ “{address}”: {} và {}.", a.vi, b.vi),
            format!("Two pages claim the address “{address}”: {} and {}.", a.en, b.en),
        ),
        why: Said::new("một trang sẽ đè lên trang kia.", "one page would overwrite the other."),
        fix: Said::new("đổi tên tệp hoặc thư mục này.", "rename this file or folder."),
    }
}

/// The file a page comes from, for a person to find it; pages every site has come from none.
fn file(site: &Site<'_>, page: &PagePlan) -> Option<String> {
    let record = site.record;
    let programme = |ix: ProgrammeIx| format!("content/programmes/{}.yaml", record.programme(ix).id);
    Some(match page.kind {
        PageKind::Report(ix) => record.report(ix).tellings.first()?.body.file.clone(),
        PageKind::Prose(ix) => record.prose[ix as usize].tellings.first()?.2.file.clone(),
        PageKind::Embed(of) => return file(site, &PagePlan { kind: of.page(), ..page.clone() }),
        PageKind::Area(ix) | PageKind::Notice(ix) => format!("content/areas/{}/area.yaml", record.area(ix).id),
        PageKind::Period(ix, period) | PageKind::Kit(ix, period) => format!("content/areas/{}/{}", record.area(ix).id, period.slug()),
        PageKind::Programme(ix) | PageKind::Component(ix, _) => programme(ix),
        PageKind::Indicator(ix) => programme(record.indicator(ix).programme),
        PageKind::Document(ix) => format!("content/documents/{}.yaml", record.documents[ix.at()].id),
        PageKind::Work(ix) => {
            let work = &record.works[ix as usize];
            format!("{}/{}.yaml", work.folder, work.id)
        }
        _ => return None,
    })
}

/// What a page without a file of its own is.
fn words(kind: PageKind) -> Said {
    match kind {
        PageKind::Home => Said::new("trang chủ", "the home page"),
        PageKind::Archive(Some(year), _) => Said::new(format!("danh sách bài năm {year}"), format!("the list of reports of {year}")),
        PageKind::Archive(None, _) => Said::new("danh sách bài", "the list of reports"),
        PageKind::Feed(_) | PageKind::CorrectionsFeed => Said::new("nguồn tin Atom", "the feed"),
        _ => Said::new("một trang có sẵn", "a page every site has"),
    }
}
