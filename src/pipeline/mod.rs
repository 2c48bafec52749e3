//! The line from files to a finished site, readable top to bottom, and where it runs in parallel.
//!
//! Invariant: errors stop before anything is written; what is remembered from the last build never changes
//! what this one publishes.
//!
//! May use: source, config, parse, assemble, figures, i18n, model, pages, theme, export, output, diag, bound, markdown, history, reconcile, claims, mend, weigh, tree, values, letters, host, pictures, remedies, cards; crates rayon, serde, blake3, flate2, fs-err, postcard, jiff.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::assemble::{self, Filed};
use crate::config::{Config, Host};
use crate::diag::{self, Failure, Place, Problem};
use crate::figures::{self, Figures};
use crate::history;
use crate::host;
use crate::mend::{self, Fixes};
use crate::model::Record;
use crate::output::Written;
use crate::pages::{self, PagePlan};
use crate::parse::problems as parse_problems;
use crate::source::{self, Sources};

pub mod asked;
pub mod certain;
mod claims;
mod deliver;
mod dress;
mod filing;
mod judge;
mod last;
mod live;
mod look;
mod memo;
pub mod old;
mod past;
mod pictures;
pub mod problems;
mod publish;
mod read;
mod shown;
mod step;
mod still;
mod translations;

pub use claims::{harmless, links};
use judge::Bound;
pub use live::{Live, Seen, Unweighed};
pub use look::{Looked, language, look, look_with, words};
use memo::Memo;
pub use past::{Compared, release_file};
use pictures::Album;
pub use publish::{LIMIT, Weight};
use read::{Read, parse_all};
pub use shown::Shown;
pub use still::Still;
use still::{Dress, Made, Wanted};

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
    /// Where the site will lie; the settings say it where nothing is asked for.
    pub host: Option<Host>,
    /// Whether each place and period gets a notice kit.
    pub kit: bool,
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
    fn wanted(&self) -> Wanted {
        Wanted { portable: self.portable, kit: self.kit, host: self.host }
    }

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
    /// Where the steps to bring the site to its host are written.
    pub guide: Option<PathBuf>,
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

impl Counts {
    fn of(record: &Record, figures: &Figures) -> Self {
        Counts { areas: record.areas.len(), indicators: record.indicators.len(), reports: record.reports.len(), figures: figures.count() }
    }
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
    let mut outcome = run_with(task, &[], progress)?;
    certain::tell(task, &mut outcome.problems)?;
    asked::tell(task, &mut outcome.problems)?;
    Ok(outcome)
}

/// Runs the whole line as if these files held these bytes: a change is looked at before it is written.
pub fn run_with(task: &Task, laid: &[(String, Vec<u8>)], progress: Progress<'_>) -> Result<Outcome, Failure> {
    run_as_if(task, &AsIf { laid, gone: &[], moved: &[] }, progress)
}

/// How the files of a site are taken to be otherwise than they are.
struct AsIf<'a> {
    /// What files hold.
    laid: &'a [(String, Vec<u8>)],
    /// Which are not there.
    gone: &'a [String],
    /// Which lie elsewhere: from where, and where.
    moved: &'a [(String, String)],
}

/// Runs the whole line as if the files of the site were otherwise.
fn run_as_if(task: &Task, files: &AsIf<'_>, progress: Progress<'_>) -> Result<Outcome, Failure> {
    let AsIf { laid, gone, moved } = files;
    let mut clock = Clock { stages: Vec::new(), since: Instant::now() };
    // A writing that a power cut interrupted comes to its end before anything is read.
    let mut problems = mend::settled(&task.root);
    let mut outcome = Outcome::default();

    // 1. gather
    let (sources, memo) = rayon::join(|| source::gather(&task.root, &task.out), || if task.fresh { Memo::default() } else { Memo::load(&task.root) });
    let mut sources = sources?.into_value(&mut problems);
    gone.iter().for_each(|path| sources.take(path));
    moved.iter().for_each(|(from, to)| sources.call(from, to));
    laid.iter().for_each(|(path, bytes)| sources.lay(path, bytes));
    // What is told of a file that goes, goes with it.
    let left: Vec<&String> = gone.iter().chain(moved.iter().map(|(from, _)| from)).collect();
    problems.retain(|problem| {
        !left.iter().any(|file| problem.place.as_ref().is_some_and(|place| *place.file == ***file) || problem.what.en.contains(file.as_str()))
    });
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
    let read = parse_all(&sources, &config, memo, &mut problems);
    clock.lap("parse");
    if task.write {
        read.remember(&task.root, &config.manner())?;
        clock.lap("remember");
    }

    // 3. assemble
    let mut record = assembled(&sources, &read.documents, &config, assemble::record, &mut problems);
    let bound: Vec<Arc<Bound>> = read.documents.iter().filter_map(|read| judge::bound_of(read, &config)).collect();
    let told = claims::of(&read.documents);
    // What is laid over a site to be looked at may stand among samples; only publishing asks for the real thing.
    let samples = if laid.is_empty() { samples(&read.documents, &config) } else { Vec::new() };
    let untranslated = if laid.is_empty() { translations::missing(&read.documents, &config) } else { Vec::new() };
    // The rest of what was read is let go of before figures are made.
    drop(read);
    clock.lap("assemble");

    // 4. figure
    let figures = all_figures(&record, &config);
    problems.extend(judge::judge_bound(&bound, &record, &figures, &config));
    clock.lap("figures");
    let findings = judge::reconcile_all(&mut record, &figures, &config, &mut problems);
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
    problems.extend(samples);
    // What could be translated is of no interest while something is wrong.
    if !diag::any_error(&problems) {
        problems.extend(untranslated);
    }
    // Drafts have been judged like everything else; from here on there are none.
    record.leave_out_drafts();
    outcome.counts = Counts::of(&record, &figures);

    // 5. theme and words
    let Some(theme) = dress::theme(&sources, &config, &mut problems) else { return Ok(finish(outcome, problems, clock)) };
    let languages = dress::languages(&config, &theme, &mut problems);
    clock.lap("theme");
    let remembered = if task.fresh { Album::default() } else { Album::load(&task.root) };
    let album = Album::look(&sources, &record, &remembered, &mut problems);
    drop(remembered);
    clock.lap("pictures");

    // 6. plan pages
    let dress = Dress { theme, languages };
    let made = Made {
        config: Arc::new(config),
        config_hash,
        record,
        figures,
        findings,
        past: Arc::new(past),
        dress: Arc::new(dress),
        album: Arc::new(album),
        sources: Arc::new(sources),
    };
    let still = Still::planned(made, task.wanted(), &mut problems);
    outcome.guide = still.host().map(|_| guide(task, &still));
    outcome.pages = still.pages().iter().filter(|p| p.path.ends_with(".html")).count();
    clock.lap("plan");

    // 7. render and write
    if !task.is_stopped_by(&problems) {
        let drawn = still.with_site(|site| publish::publish(task, site, &still, progress, &weights, &mut problems))?;
        outcome.written = drawn.written;
        outcome.heaviest = drawn.weights;
        clock.lap("render and write");
    }
    let (record, figures) = (&still.made.record, &still.made.figures);
    if let Errand::Release { label, date } = &task.errand
        && !task.is_stopped_by(&problems)
    {
        let kept = still.pages().iter().filter(|page| pages::moved::is_kept(page.kind)).map(|page| page.dir.as_str());
        history::addresses::add(&task.root, label, kept)?;
        outcome.frozen = Some(past::freeze(&task.root, label, *date, record, figures)?);
    }
    if task.write && outcome.written.is_some() {
        memo::save_weights(&task.root, &outcome.heaviest)?;
        still.made.album.save(&task.root)?;
        past::remember(&task.root, &still.made.past, record, figures)?;
        last::note(task, &still.made.sources, &outcome, !diag::any_fault(&problems))?;
    }
    // Letting go of a country's documents takes a while; the answer need not wait for it.
    std::thread::spawn(move || drop(still));
    Ok(finish(outcome, problems, clock))
}

/// Where the steps to bring the site to its host are written.
fn guide(task: &Task, still: &Still) -> PathBuf {
    deliver::folder_aside(&task.out).join(host::guide_name(still.made.config.first_language()))
}

/// How documents are joined: for readers, or for somebody who looks at drafts too.
type Join = fn(&[Filed<'_>], &HashSet<Arc<str>>, &[String], &Config) -> diag::Checked<Record>;

/// Joins all documents into one record.
fn assembled(sources: &Sources, documents: &[Read], config: &Config, join: Join, problems: &mut Vec<Problem>) -> Record {
    let filed: Vec<Filed<'_>> = documents.iter().map(|d| Filed { file: d.file.clone(), hash: d.hash, document: &d.document }).collect();
    let read: HashSet<&str> = filed.iter().map(|f| &*f.file).collect();
    let unread: Vec<&str> = problems.iter().filter_map(|p| p.place.as_ref()).map(|p| &*p.file).filter(|f| !read.contains(f)).collect();
    let unread: Vec<String> = unread.into_iter().map(str::to_owned).collect();
    join(&filed, &sources.paths(), &unread, config).into_value(problems)
}

/// Every file that is still a sample: a live site shows it, nothing publishes it.
fn samples(documents: &[Read], config: &Config) -> Vec<Problem> {
    let settings = config.sample.map(|spot| (Arc::from("site.toml"), spot));
    let content = documents.iter().filter_map(|read| Some((read.file.clone(), read.document.sample()?)));
    settings.into_iter().chain(content).map(|(file, spot)| parse_problems::sample_content(Place::at(&file, spot))).collect()
}

fn all_figures(record: &Record, config: &Config) -> Figures {
    let sheets: Vec<_> = record.sheets.par_iter().map(|(name, sheet)| (*name, Arc::new(figures::of(sheet, record, config)))).collect();
    Figures { sheets: sheets.into_iter().collect() }
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

/// Whether a page is one that people read, and not a feed.
pub fn is_html(page: &PagePlan) -> bool {
    page.path.ends_with(".html")
}
