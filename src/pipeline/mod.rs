//! The line from files to a finished site, readable top to bottom, and where it runs in parallel.
//!
//! Invariant: errors stop before anything is written; what is remembered from the last build never changes
//! what this one publishes.
//!
//! May use: source, config, parse, assemble, figures, i18n, model, pages, theme, export, output, diag, bound, markdown, history, reconcile, claims, mend, weigh; crates rayon, serde, blake3, flate2, fs-err, imagesize, postcard, jiff.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::assemble::{self, Filed};
use crate::bound;
use crate::config::Config;
use crate::diag::{self, At, Checked, Failure, Place, Problem, Spot};
use crate::figures::{self, Figures, Standpoint};
use crate::i18n::Language;
use crate::markdown::FigureUse;
use crate::mend::Fixes;
use crate::model::{Period, Record, ReportIx};
use crate::output::Written;
use crate::pages::{self, Index, PagePlan, Site, key::KeyMaker, route::Folder, route::Names};
use crate::parse::{self, Document, Kind};
use crate::reconcile::{self, Book, Findings};
use crate::source::{self, Found, Sources};
use crate::theme::{Theme, ThemeFile};

mod claims;
mod last;
mod look;
mod memo;
mod past;
mod pictures;
pub mod problems;
mod publish;
mod shown;

pub use claims::{harmless, links};
pub use look::{Looked, look, words};
use memo::Memo;
pub use past::{Compared, release_file};
pub use publish::{LIMIT, Weight};
pub use shown::{Shown, shown};

/// What to do.
#[derive(Clone, Debug)]
pub struct Task {
    /// The site folder.
    pub root: PathBuf,
    /// Where the site is published.
    pub out: PathBuf,
    /// Whether to forget what is remembered and compare every file.
    pub fresh: bool,
    /// Whether to publish, or only to look.
    pub write: bool,
    /// Whether links name `index.html`, so that the site opens from a folder or a stick.
    pub portable: bool,
    /// Whether a warning stops publication as an error does.
    pub strict: bool,
    /// How many published values may disappear although they are more than a few.
    pub let_go: Option<usize>,
    /// What is wanted besides.
    pub errand: Errand,
    /// Whether to look for what can be mended for certain.
    pub fix: bool,
}

/// What a run is wanted for besides looking at everything, or publishing it.
#[derive(Clone, Debug, Default)]
pub enum Errand {
    /// Nothing.
    #[default]
    None,
    /// To freeze what is published as a release.
    Release {
        /// Its label; a name that can be a file's.
        label: String,
        /// Its day.
        date: jiff::civil::Date,
    },
    /// To hold the figures against a release, the latest unless one is named; no page is looked at.
    Compare(Option<String>),
}

impl Task {
    /// Whether nothing is published because of these problems.
    pub fn is_stopped_by(&self, problems: &[Problem]) -> bool {
        diag::any_error(problems) || (self.strict && diag::any_fault(problems))
    }
}

/// Where the time went.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Name of the stage.
    pub name: &'static str,
    /// How long it took.
    pub time: Duration,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything noticed, sorted.
    pub problems: Vec<Problem>,
    /// What was written; `None` when nothing was to be, or errors stopped it.
    pub written: Option<Written>,
    /// Pages of the site.
    pub pages: usize,
    /// Areas, reports and figures, for the summary.
    pub counts: Counts,
    /// The heaviest pages, heaviest first.
    pub heaviest: Vec<Weight>,
    /// Where the time went.
    pub stages: Vec<Stage>,
    /// Languages of the site, for the language of messages.
    pub languages: Vec<String>,
    /// What differs from a release, when that was asked.
    pub compared: Compared,
    /// How many figures a new release holds.
    pub frozen: Option<u64>,
    /// How many published values would disappear, when that stops the run.
    pub lost: Option<usize>,
    /// Links that can be put into texts for certain.
    pub fixes: Vec<Fixes>,
}

/// What the site holds.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Areas.
    pub areas: usize,
    /// Indicators.
    pub indicators: usize,
    /// Reports.
    pub reports: usize,
    /// Figures.
    pub figures: usize,
}

/// Told how far long work is: so many of so many pages.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

struct Clock {
    stages: Vec<Stage>,
    since: Instant,
}

impl Clock {
    fn lap(&mut self, name: &'static str) {
        self.stages.push(Stage { name, time: self.since.elapsed() });
        self.since = Instant::now();
    }
}

/// Runs the whole line.
pub fn run(task: &Task, progress: Progress<'_>) -> Result<Outcome, Failure> {
    run_with(task, &[], progress)
}

/// Runs the whole line as if these files held these bytes: a change is looked at before it is written.
pub fn run_with(task: &Task, laid: &[(String, Vec<u8>)], progress: Progress<'_>) -> Result<Outcome, Failure> {
    let mut clock = Clock { stages: Vec::new(), since: Instant::now() };
    let mut problems = Vec::new();
    let mut outcome = Outcome::default();

    // 1. gather
    let (sources, memo) = rayon::join(|| source::gather(&task.root, &task.out), || if task.fresh { Memo::default() } else { Memo::load(&task.root) });
    let mut sources = sources?.into_value(&mut problems);
    laid.iter().for_each(|(path, bytes)| sources.lay(path, bytes));
    clock.lap("gather");
    if problems.is_empty()
        && let Some(mut outcome) = last::unchanged(task, &sources)?
    {
        clock.lap("nothing to do");
        outcome.stages = clock.stages;
        return Ok(outcome);
    }

    // 0. configure
    let Some((config, config_hash)) = configure(&sources, &mut problems) else {
        return Ok(finish(outcome, problems, clock));
    };
    outcome.languages = config.languages.clone();

    // 2. parse
    let mut memo = memo.fitting(&config.manner());
    let weights = std::mem::take(&mut memo.weights);
    let mut read = parse_all(&sources, &config, memo, &mut problems);
    clock.lap("parse");

    // 3. assemble
    let files: HashSet<&str> = sources.files.iter().map(|f| &*f.path).collect();
    if task.write {
        read.remember(&task.root, &config.manner())?;
        clock.lap("remember");
    }
    let filed: Vec<Filed<'_>> = read.documents.iter().map(|d| Filed { file: d.file.clone(), hash: d.hash, document: &d.document }).collect();
    let read_files: HashSet<&str> = filed.iter().map(|f| &*f.file).collect();
    let unread: Vec<&str> = problems.iter().filter_map(|p| p.place.as_ref()).map(|p| &*p.file).filter(|f| !read_files.contains(f)).collect();
    let unread: Vec<String> = unread.into_iter().map(str::to_owned).collect();
    let mut record = assemble::record(&filed, &files, &unread, &config).into_value(&mut problems);
    drop(read_files);
    drop((filed, files));
    let bound = bound_figures(&read.documents, &config);
    let told = claims::take(&mut read.documents);
    drop(read);
    clock.lap("assemble");

    // 4. figure
    let sheets: Vec<_> = record.sheets.par_iter().map(|(name, sheet)| (*name, figures::of(sheet, &record, &config))).collect();
    let figures = Figures { sheets: sheets.into_iter().collect() };
    problems.extend(judge_bound(&bound, &record, &figures, &config));
    outcome.counts = Counts { areas: record.areas.len(), indicators: record.indicators.len(), reports: record.reports.len(), figures: figures.count() };
    clock.lap("figures");
    let findings = reconcile_all(&mut record, &figures, &config, &mut problems);
    clock.lap("reconcile");
    let mut past = past::look(task, &sources, &record, &figures, &config, &mut problems);
    past.history.mix(&mut record);
    outcome.lost = past.lost();
    if let Errand::Compare(_) = task.errand {
        outcome.compared = past.compared(&task.errand, &record, &config);
        return Ok(finish(outcome, problems, clock));
    }
    clock.lap("history");
    // Where something is missing or wrong, texts are not yet held against it.
    if !diag::any_error(&problems) {
        let (said, fixes) = claims::weigh(&told, &record, &figures, task.fix);
        problems.extend(said);
        if task.fix {
            outcome.fixes = claims::proved(fixes, &sources, &record, &figures, &config);
        }
    }
    drop(told);
    clock.lap("claims");

    // 5. theme and words
    let Some(theme) = theme(&sources, &config, &mut problems) else { return Ok(finish(outcome, problems, clock)) };
    let languages = languages(&config, &theme, &mut problems);
    clock.lap("theme");

    // 6. plan pages
    let index = Index::of(&record);
    let names: Vec<Names> = config.languages.iter().enumerate().map(|(at, lang)| Names::of(lang, at == 0)).collect();
    let pictures = pictures::Sizes::new(&sources);
    let prose = |file: &str| prose_of(&sources, file);
    let size = |file: &str| pictures.of(file);
    let site = Site {
        config: &config,
        record: &record,
        figures: &figures,
        history: &past.history,
        findings: &findings,
        index: &index,
        languages: &languages,
        names: &names,
        prose: &prose,
        picture_size: &size,
        portable: task.portable || config.portable,
    };
    let shared = shared_key(&record, &config_hash, &theme, &sources, site.portable);
    let pages = pages::plan(&site, shared).into_value(&mut problems);
    problems.extend(pages::plan::taken_by_theme(&site, &pages, &format!("themes/{}/", config.theme), theme.statics().iter().map(|(path, _)| *path)));
    outcome.pages = pages.iter().filter(|p| p.path.ends_with(".html")).count();
    clock.lap("plan");

    // 7. render and write
    if !task.is_stopped_by(&problems) {
        let drawn = publish::publish(task, &site, &theme, &sources, &pages, shared, progress, &weights, &mut problems)?;
        outcome.written = drawn.written;
        outcome.heaviest = drawn.weights;
        clock.lap("render and write");
    }
    if let Errand::Release { label, date } = &task.errand
        && !task.is_stopped_by(&problems)
    {
        outcome.frozen = Some(past::freeze(&task.root, label, *date, &record, &figures)?);
    }
    if task.write && outcome.written.is_some() {
        memo::save_weights(&task.root, &outcome.heaviest)?;
        past::remember(&task.root, &past, &record, &figures)?;
        last::note(task, &sources, &outcome, !diag::any_fault(&problems))?;
    }
    // Letting go of a country's documents takes a while; the answer need not wait for it.
    std::thread::spawn(move || drop((index, record, figures)));
    Ok(finish(outcome, problems, clock))
}

/// Looks for what does not add up, sheet by sheet, and marks the sheets that show some of it.
fn reconcile_all(record: &mut Record, figures: &Figures, config: &Config, problems: &mut Vec<Problem>) -> Findings {
    let names = Names::of(config.first_language(), true);
    let children = reconcile::children(record);
    let one = |sheet: &figures::SheetFigures| {
        let book = Book::of(record, figures, sheet.area, sheet.period)?;
        let found = reconcile::of(&book, &children);
        let mut said: Vec<Problem> = found.iter().map(|finding| reconcile::problems::of_finding(&book, finding)).collect();
        let page = || format!("{}{}/", names.page(Folder::Areas, &record.area(sheet.area).id), sheet.period.slug());
        said.extend(reconcile::problems::doubts(&book, page));
        Some((found, said))
    };
    let all: Vec<_> = figures.sheets.par_iter().filter_map(|(_, sheet)| one(sheet)).collect();
    let mut found = Vec::new();
    for (findings, said) in all {
        found.extend(findings);
        problems.extend(said);
    }
    let findings = Findings::file(found);
    let marks: Vec<_> = findings.marks(record, figures).collect();
    for (name, mark) in marks {
        if let Some(sheet) = record.sheets.get_mut(&name) {
            sheet.digest = KeyMaker::new(&sheet.digest).with(mark.as_bytes()).finish();
        }
    }
    findings
}

fn finish(mut outcome: Outcome, mut problems: Vec<Problem>, clock: Clock) -> Outcome {
    diag::sort(&mut problems);
    outcome.problems = problems;
    outcome.stages = clock.stages;
    outcome
}

fn configure(sources: &Sources, problems: &mut Vec<Problem>) -> Option<(Config, source::Hash)> {
    let Some(found) = sources.find("site.toml") else {
        // A link or a pipe in its place has been told of.
        if !problems.iter().any(|p| p.place.as_ref().is_some_and(|place| &*place.file == "site.toml")) {
            problems.push(problems::no_settings());
        }
        return None;
    };
    let content = source::read_text(found).into_value(problems)?;
    let config = crate::config::read(&content.text).into_value(problems)?;
    Some((config, content.hash))
}

/// One file that was read.
struct Read {
    file: Arc<str>,
    found: usize,
    hash: source::Hash,
    document: Document,
    /// Whether it may be remembered: nothing was wrong with it.
    sound: bool,
}

/// Every document.
struct AllRead {
    documents: Vec<Read>,
    stamps: Vec<source::Stamp>,
    changed: bool,
}

/// What became of one file: a document, problems, and whether it was read anew.
type One = (Option<Read>, Vec<Problem>, bool);

fn parse_all(sources: &Sources, config: &Config, memo: Memo, problems: &mut Vec<Problem>) -> AllRead {
    let manner = config.manner();
    let known = memo.documents.len();
    let mut remembered = memo.documents;
    // Documents whose files look as they did are taken out of memory; the rest is read, side by side.
    let mut tasks: Vec<(usize, Kind, Option<memo::Remembered>)> = Vec::new();
    let mut slots: Vec<Option<One>> = Vec::with_capacity(sources.files.len());
    for (at, found) in sources.files.iter().enumerate() {
        let kind = match parse::kind::of(&found.path) {
            Some(Kind::Other | Kind::Release { .. }) => continue,
            Some(kind) => kind,
            None if found.path.starts_with("content/") => {
                problems.push(parse::problems::lost_file(Place::whole(&found.path)));
                continue;
            }
            None => continue,
        };
        match remembered.remove(&*found.path) {
            Some(old) if old.stamp == found.stamp && !found.fresh => {
                let read = Read { file: found.path.clone(), found: at, hash: old.hash, document: old.document, sound: true };
                slots.push(Some((Some(read), Vec::new(), false)));
            }
            old => {
                slots.push(None);
                tasks.push((at, kind, old));
            }
        }
    }
    let read: Vec<One> = tasks.into_par_iter().map(|(at, kind, old)| read_one(at, &sources.files[at], &kind, &manner, old)).collect();
    let mut read = read.into_iter();
    let mut all = AllRead {
        documents: Vec::with_capacity(slots.len()),
        // A stamp too fresh to be trusted is not remembered: the file may change again under the same one.
        stamps: sources.files.iter().map(|f| if f.fresh { source::Stamp::default() } else { f.stamp }).collect(),
        changed: false,
    };
    for slot in slots {
        let Some((document, said, changed)) = slot.or_else(|| read.next()) else { continue };
        problems.extend(said);
        all.changed |= changed;
        all.documents.extend(document);
    }
    all.changed |= all.documents.len() != known;
    all
}

fn read_one(at: usize, found: &Found, kind: &Kind, manner: &parse::Manner, old: Option<memo::Remembered>) -> One {
    let Checked { value, problems: mut said } = source::read_text(found);
    let Some(content) = value else { return (None, said, true) };
    let (document, sound) = match old.filter(|old| old.hash == content.hash) {
        Some(old) => (Some(old.document), true),
        None => {
            let document = parse::document(&found.path, kind, &content.text, manner);
            let sound = document.problems.is_empty() && said.is_empty();
            (document.into_value(&mut said), sound)
        }
    };
    let read = document.map(|document| Read { file: found.path.clone(), found: at, hash: content.hash, document, sound });
    (read, said, true)
}

impl AllRead {
    /// Writes down what was read, when something changed.
    fn remember(&self, root: &Path, manner: &parse::Manner) -> Result<(), Failure> {
        if !self.changed {
            return Ok(());
        }
        let sound = self.documents.iter().filter(|d| d.sound);
        let documents: Vec<(&str, memo::Kept<'_>)> =
            sound.map(|d| (&*d.file, memo::Kept { stamp: self.stamps[d.found], hash: d.hash, document: &d.document })).collect();
        Memo::save(root, manner, &documents)
    }
}

/// The prose of a file, read again when its page is drawn: to keep the prose of a country in memory would
/// cost more than the second look at the few reports that changed.
fn prose_of(sources: &Sources, file: &str) -> Option<String> {
    let content = source::read_text(sources.find(file)?).value?;
    Some(parse::report::prose_of(&content.text).to_owned())
}

fn theme(sources: &Sources, config: &Config, problems: &mut Vec<Problem>) -> Option<Theme> {
    let prefix = format!("themes/{}/", config.theme);
    let mut files = Vec::new();
    for found in sources.files.iter().filter(|f| f.path.starts_with(&prefix)) {
        if let Some((bytes, _)) = source::read_bytes(found).into_value(problems) {
            // A file of `themes/default` that is as the program carries it is not laid over itself.
            if config.theme != "default" || !crate::theme::is_builtin(&found.path[prefix.len()..], &bytes) {
                files.push(ThemeFile { path: found.path.to_string(), bytes });
            }
        }
    }
    let mut loaded = Theme::load(&config.theme, &files, &config.colours);
    locate(&mut loaded.problems, "theme-missing", config.spots.theme);
    loaded.into_value(problems)
}

/// The language every theme has all words in.
const WHOLE: &str = "vi";

fn languages(config: &Config, theme: &Theme, problems: &mut Vec<Problem>) -> Vec<Language> {
    let offered = theme.languages();
    let all: Vec<Language> = config
        .languages
        .iter()
        .map(|tag| {
            // A language may begin with a few words: the rest stands in Vietnamese until it is translated.
            let own = theme.ftl(tag);
            let sources = if own.is_empty() || tag == WHOLE { own } else { [theme.ftl(WHOLE), own].concat() };
            let mut language = Language::among(tag, &sources, &offered);
            locate(&mut language.problems, "language-missing", config.spots.languages);
            language.into_value(problems)
        })
        .collect();
    let whole = Language::new(WHOLE, &theme.ftl(WHOLE)).value;
    for language in all.iter().filter(|language| language.tag != WHOLE && offered.contains(&language.tag)) {
        let own = Language::new(&language.tag, &theme.ftl(&language.tag)).value;
        let file = format!("themes/{}/i18n/{}.ftl", config.theme, language.tag);
        problems.extend(own.words.lacking(&whole.words).iter().map(|id| crate::i18n::problems::word_missing(&file, &language.tag, id)));
    }
    all
}

/// The theme knows no settings: where they name what it does not have is said here.
fn locate(problems: &mut [Problem], name: &str, spot: Spot) {
    let here = problems.iter_mut().filter(|problem| problem.code.name == name);
    here.for_each(|problem| problem.place = Some(Place::at(&"site.toml".into(), spot)));
}

/// The numbers a file binds to figures, in the report of this id or in a hand-written page.
struct Bound {
    file: Arc<str>,
    report: Option<String>,
    lang: String,
    figures: Vec<FigureUse>,
    blocks: Vec<At<String>>,
}

/// Every number that is bound to a figure.
fn bound_figures(documents: &[Read], config: &Config) -> Vec<Bound> {
    let mut all = Vec::new();
    for read in documents {
        let (figures, blocks, lang, report) = match &read.document {
            Document::Report(report) => (&report.figures, &report.blocks, &report.lang, Some(&report.slug)),
            Document::Prose(prose) => (&prose.figures, &prose.blocks, &prose.lang, None),
            _ => continue,
        };
        if !figures.is_empty() || !blocks.is_empty() {
            let lang = if lang.is_empty() { config.first_language().to_owned() } else { lang.clone() };
            all.push(Bound { file: read.file.clone(), report: report.cloned(), lang, figures: figures.clone(), blocks: blocks.clone() });
        }
    }
    all
}

/// The bound numbers that name no figure, or do not say what their figure says.
fn judge_bound(bound: &[Bound], record: &Record, figures: &Figures, config: &Config) -> Vec<Problem> {
    let by_id: HashMap<&str, ReportIx> = if bound.is_empty() {
        HashMap::new()
    } else {
        record.reports.iter().enumerate().map(|(at, report)| (report.id.as_str(), ReportIx(at as u32))).collect()
    };
    let locale = config.manner().locale;
    let judged = bound.par_iter().flat_map_iter(|bound| {
        let report = bound.report.as_ref().and_then(|id| by_id.get(id.as_str()).copied());
        let from = report.map_or_else(Standpoint::default, |ix| Standpoint::of(record, ix));
        let text = bound::Text { file: &bound.file, lang: &bound.lang, locale };
        // A draft, or a report that could not be joined in, has no place of its own to look in.
        let lost = report.is_none() && bound.report.is_some();
        let told = if lost { &[] } else { bound.figures.as_slice() };
        let blocks = if lost { &[] } else { bound.blocks.as_slice() };
        let blocks = blocks.iter().filter_map(|block| bound::blocks::problem(block, &bound.file, &from, record, figures));
        told.iter()
            .filter_map(|told| match figures.find(record, &from, &told.address.value) {
                Some(figure) => bound::problem(told, text, record, figure),
                None => Some(leads_nowhere(told, text.file, report, record, figures)),
            })
            .chain(blocks)
            .collect::<Vec<_>>()
    });
    judged.collect()
}

/// A link to a figure nobody stated, with the nearest address there is.
fn leads_nowhere(told: &FigureUse, file: &Arc<str>, report: Option<ReportIx>, record: &Record, figures: &Figures) -> Problem {
    let address = told.address.value.as_str();
    let own = report.map(|ix| record.report(ix)).and_then(|r| figures.sheet(*r.areas.first()?, Period::year(r.year)));
    let near = own.and_then(|sheet| diag::nearest::nearest(address, sheet.figures.iter().map(|f| f.address.as_str())));
    assemble::problems::figure_nowhere(Place::at(file, told.address.spot), address, near)
}

/// What every page may show: settings, theme, this program, and what the record shares.
fn shared_key(record: &Record, config_hash: &source::Hash, theme: &Theme, sources: &Sources, portable: bool) -> [u8; 16] {
    let mut key = KeyMaker::new(&memo::program());
    key.add(&[u8::from(portable)]);
    key.add(config_hash);
    key.add(&theme.digest());
    key.add(&record.digest);
    for prose in &record.prose {
        key.add(prose.id.as_bytes());
        prose.tellings.iter().for_each(|(lang, title, _)| {
            key.add(lang.as_bytes());
            key.add(title.as_bytes());
        });
    }
    // Pictures carry their size on pages.
    for found in sources.files.iter().filter(|f| pictures::is_picture(&f.path)) {
        key.add(found.path.as_bytes());
        key.add(&found.stamp.len.to_le_bytes());
        key.add(&found.stamp.mtime_ns.to_le_bytes());
    }
    key.finish()
}

/// Whether a page is one that people read, and not a feed.
pub fn is_html(page: &PagePlan) -> bool {
    page.path.ends_with(".html")
}
