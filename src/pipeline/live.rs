//! A live site: the same line as a build, run again whenever a file changes, with what it has read kept in memory.
//!
//! Invariant: what a live site shows is what a fresh build of the same files would write, byte for byte; only drafts are
//! here and not there.
//!
//! May use: assemble, diag, reconcile, source, mend.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use super::filing::Filing;
use super::judge::{self, Bound, Reconciled};
use super::memo::{Memo, Remembered};
use super::pictures::Album;
use super::read::{Read, parse_all};
use super::step::{Base, Said, Step, step};
use super::still::{Dress, Made};
use super::{Clock, Errand, Shown, Stage, Still, Task, all_figures, assembled, claims, configure, dress, past};
use crate::assemble;
use crate::diag::{self, Failure, Problem};
use crate::mend;
use crate::reconcile::Findings;
use crate::source::{self, Sources};

/// A site with no more reports than this has their numbers weighed in every look; a larger one afterwards.
const WEIGHED_AT_ONCE: usize = 400;

/// A site that is looked at while it is written.
pub struct Live {
    task: Task,
    memo: Memo,
    /// The last look that found no error, with everything it made.
    base: Option<Base>,
    /// Files that may have changed since then.
    dirty: BTreeSet<String>,
}

/// What a look at the files came to.
pub struct Seen {
    /// Everything noticed, sorted.
    pub problems: Vec<Problem>,
    /// The site, when nothing stops it from being published.
    pub still: Option<Arc<Still>>,
    /// The languages of the site, where its settings could be read.
    pub languages: Vec<String>,
    /// Whether only what changed was made anew.
    pub is_step: bool,
    /// Where the time went.
    pub stages: Vec<Stage>,
}

/// Numbers of texts that have still to be held against the figures of a site.
pub struct Unweighed {
    told: Vec<claims::Told>,
    still: Arc<Still>,
}

impl Unweighed {
    /// Weighs them; `None` when told to stop. It takes seconds for a country.
    pub fn weigh(&self, stop: &AtomicBool) -> Option<Vec<Problem>> {
        claims::weigh_until(&self.told, &self.still.made.record, &self.still.made.figures, false, stop).map(|(said, _)| said)
    }
}

/// What came of one run of the line.
struct Run {
    problems: Vec<Problem>,
    /// The site, whether or not errors keep it from being published.
    still: Option<Still>,
    languages: Vec<String>,
    clock: Clock,
}

impl Run {
    fn seen(self) -> Seen {
        let mut problems = self.problems;
        diag::sort(&mut problems);
        let still = self.still.filter(|_| !diag::any_error(&problems)).map(Arc::new);
        Seen { problems, still, languages: self.languages, is_step: false, stages: self.clock.stages }
    }
}

/// The site with files laid over it, whether or not errors keep it from being published.
struct Laid {
    still: Option<Arc<Still>>,
    /// Sorted.
    problems: Vec<Problem>,
    languages: Vec<String>,
}

/// Everything a run of the line made, when it came to its end.
struct Whole {
    run: Run,
    memo: Memo,
    base: Option<Base>,
}

impl Live {
    /// A live site in the folder `root`, published into `out`. What the last build has read is used and left as it is.
    pub fn open(root: &Path, out: PathBuf, portable: bool) -> Self {
        let task = Task {
            root: root.to_owned(),
            out,
            fresh: false,
            write: false,
            portable,
            host: None,
            kit: false,
            strict: false,
            let_go: None,
            errand: Errand::None,
            fix: false,
        };
        Live { task, memo: Memo::load(root), base: None, dirty: BTreeSet::new() }
    }

    /// Looks at all files as they lie on disk now.
    pub fn look(&mut self) -> Result<Seen, Failure> {
        let memo = match self.base.take() {
            Some(base) => base.memo(),
            None => std::mem::take(&mut self.memo),
        };
        self.dirty.clear();
        let Whole { run, memo, base } = self.run(&[], memo)?;
        match base {
            Some(base) => {
                let seen = base.seen(run.clock.stages);
                self.base = Some(base);
                Ok(seen)
            }
            None => {
                self.memo = memo;
                Ok(run.seen())
            }
        }
    }

    /// Looks again where only these files may have changed.
    pub fn look_at(&mut self, changed: &[PathBuf]) -> Result<Seen, Failure> {
        let Some(base) = &self.base else { return self.look() };
        self.dirty.extend(changed.iter().filter_map(|disk| source::name_of(&base.still.made.sources.root, disk)));
        let mut clock = Clock { stages: Vec::new(), since: Instant::now() };
        let Some(sources) = looked_again(base, &mut self.dirty) else { return self.look() };
        clock.lap("gather");
        match step(base, sources, &self.dirty, &mut clock) {
            Step::Whole => self.look(),
            Step::Stopped(problems) => Ok(Seen { problems, still: None, languages: base.languages(), is_step: true, stages: clock.stages }),
            Step::Next(next) => {
                let mut next = *next;
                if next.is_small(WEIGHED_AT_ONCE) {
                    next.weigh();
                    clock.lap("claims");
                }
                let seen = Seen { is_step: true, ..next.seen(clock.stages) };
                if seen.still.is_none() {
                    return Ok(seen);
                }
                // Letting go of what was replaced need not be waited for.
                let old = self.base.replace(next);
                std::thread::spawn(move || drop(old));
                self.dirty.clear();
                Ok(seen)
            }
        }
    }

    /// Whether the numbers of all texts have been held against the figures, or there is no sound site they could be held against.
    pub fn is_weighed(&self) -> bool {
        self.base.as_ref().is_none_or(|base| base.is_weighed)
    }

    /// Numbers of texts that the last look has left to be weighed.
    pub fn unweighed(&self) -> Option<Unweighed> {
        let base = self.base.as_ref().filter(|base| !base.is_weighed)?;
        Some(Unweighed { told: claims::of(&base.documents), still: base.still.clone() })
    }

    /// Takes in what was found by weighing; everything noticed is told again, unless the site has changed meanwhile.
    pub fn weighed(&mut self, unweighed: &Unweighed, said: Vec<Problem>) -> Option<Vec<Problem>> {
        let base = self.base.as_mut().filter(|base| Arc::ptr_eq(&base.still, &unweighed.still))?;
        base.said.claims = said;
        base.is_weighed = true;
        Some(base.said.all())
    }

    /// Looks at the site as if these files held these bytes: a change is seen before it is written.
    pub fn look_with(&self, laid: &[(String, Vec<u8>)]) -> Result<Seen, Failure> {
        let Laid { still, problems, languages } = self.laid(laid)?;
        let still = still.filter(|_| !diag::any_error(&problems));
        Ok(Seen { problems, still, languages, is_step: false, stages: Vec::new() })
    }

    /// Does something with the site as if these files held these bytes, also while errors keep it from being published;
    /// `None` where it has no settings or no theme.
    pub fn show<T>(&self, laid: &[(String, Vec<u8>)], with: impl FnOnce(&Shown<'_>) -> T) -> Result<Option<T>, Failure> {
        let Laid { still, problems, .. } = self.laid(laid)?;
        Ok(still.map(|still| still.with_site(|site| with(&Shown { site, still: &still, problems: &problems }))))
    }

    /// The site with these bytes laid over it, with what is wrong with it then, sorted.
    fn laid(&self, laid: &[(String, Vec<u8>)]) -> Result<Laid, Failure> {
        if let Some(found) = self.laid_on_base(laid) {
            return Ok(found);
        }
        let memo = self.base.as_ref().map_or_else(|| self.memo.clone(), Base::memo);
        let Whole { run, base, .. } = self.run(laid, memo)?;
        let (mut problems, languages) = (run.problems, run.languages);
        diag::sort(&mut problems);
        // Where nothing is laid over a sound site, it could be the base of the next look.
        let still = run.still.map(Arc::new).or_else(|| base.map(|base| base.still));
        Ok(Laid { still, problems, languages })
    }

    /// The same where it is a small step from the last sound look.
    fn laid_on_base(&self, laid: &[(String, Vec<u8>)]) -> Option<Laid> {
        let base = self.base.as_ref()?;
        let mut dirty = self.dirty.clone();
        // What was written since the last look is looked at too: nobody may save over what he has not seen.
        let mut sources = looked_again(base, &mut dirty)?;
        for (path, bytes) in laid {
            sources.find(path)?;
            sources.lay(path, bytes);
            dirty.insert(path.clone());
        }
        match step(base, sources, &dirty, &mut Clock { stages: Vec::new(), since: Instant::now() }) {
            Step::Next(mut next) => {
                if next.is_small(WEIGHED_AT_ONCE) {
                    next.weigh();
                } else {
                    let around = next.around(&dirty);
                    next.weigh_only(&around);
                }
                Some(Laid { still: Some(next.still.clone()), problems: next.said.all(), languages: next.languages() })
            }
            Step::Stopped(_) | Step::Whole => None,
        }
    }

    fn run(&self, laid: &[(String, Vec<u8>)], memo: Memo) -> Result<Whole, Failure> {
        let mut clock = Clock { stages: Vec::new(), since: Instant::now() };
        let mut said = Said::default();
        said.gather.extend(mend::settled(&self.task.root));
        let mut sources = source::gather(&self.task.root, &self.task.out)?.into_value(&mut said.gather);
        laid.iter().for_each(|(path, bytes)| sources.lay(path, bytes));
        clock.lap("gather");
        let Some((config, config_hash)) = configure(&sources, &mut said.gather) else {
            return Ok(Whole { run: Run { problems: said.all(), still: None, languages: Vec::new(), clock }, memo, base: None });
        };
        let languages = config.languages.clone();
        let documents = parse_all(&sources, &config, memo.fitting(&config.manner()), &mut said.parsing).documents;
        clock.lap("parse");
        let unread: Vec<Problem> = [said.gather.as_slice(), said.parsing.as_slice()].concat();
        let mut so_far = unread.clone();
        let record = assembled(&sources, &documents, &config, assemble::record_with_drafts, &mut so_far);
        said.assembly = so_far.split_off(unread.len());
        clock.lap("assemble");
        let figures = all_figures(&record, &config);
        let bound: Vec<Arc<Bound>> = documents.iter().filter_map(|read| judge::bound_of(read, &config)).collect();
        said.bound = judge::judge_bound(&bound, &record, &figures, &config);
        clock.lap("figures");
        let names: Vec<_> = figures.sheets.keys().copied().collect();
        said.reconciled = judge::reconcile(&names, &record, &figures, &config).into_iter().map(|(name, one)| (name, Arc::new(one))).collect();
        let findings = findings(said.reconciled.values());
        clock.lap("reconcile");
        let past = past::look(&self.task, &sources, &record, &figures, &config, &mut said.past);
        clock.lap("history");
        let memo = Memo::of(&config.manner(), remembered(&sources, &documents));
        let Some(theme) = dress::theme(&sources, &config, &mut said.dress) else {
            return Ok(Whole { run: Run { problems: said.all(), still: None, languages, clock }, memo, base: None });
        };
        let words = dress::languages(&config, &theme, &mut said.dress);
        clock.lap("theme");
        let remembered = self.base.as_ref().map_or_else(|| Arc::new(Album::load(&self.task.root)), |base| base.still.made.album.clone());
        let album = Arc::new(Album::look(&sources, &record, &remembered, &mut said.pictures));
        clock.lap("pictures");
        let dress = Arc::new(Dress { theme, languages: words });
        let made = Made { config: Arc::new(config), config_hash, record, figures, findings, past: Arc::new(past), dress, album, sources: Arc::new(sources) };
        let still = Still::planned(made, self.task.wanted(), &mut said.plan);
        clock.lap("plan");
        if said.any_error() {
            return Ok(Whole { run: Run { problems: said.all(), still: Some(still), languages, clock }, memo, base: None });
        }
        let filing = Arc::new(Filing::of(&still.made.sources, &documents, &still.made.record));
        let mut base = Base { still: Arc::new(still), documents, filing, bound: Arc::new(bound), said, is_weighed: false };
        if base.is_small(WEIGHED_AT_ONCE) {
            base.weigh();
            clock.lap("claims");
        } else if !laid.is_empty() {
            base.weigh_only(&base.around(&laid.iter().map(|(path, _)| path.clone()).collect()));
            clock.lap("claims");
        }
        let run = Run { problems: base.said.all(), still: None, languages, clock };
        // Files laid over the site are no base for what lies on disk.
        match laid.is_empty() {
            true => Ok(Whole { run, memo: Memo::default(), base: Some(base) }),
            false => Ok(Whole { run: Run { still: Arc::into_inner(base.still), ..run }, memo, base: None }),
        }
    }
}

/// The files of the last sound look, those that may have changed looked at again. One that is no file of the site and does
/// not lie there either was somebody's scratch and is forgotten; `None` when files came or went.
fn looked_again(base: &Base, dirty: &mut BTreeSet<String>) -> Option<Sources> {
    let mut sources = Sources::clone(&base.still.made.sources);
    let mut scratch = Vec::new();
    for path in dirty.iter() {
        if sources.look_again(path) {
            continue;
        }
        if sources.find(path).is_some() || std::fs::symlink_metadata(source::on_disk(&sources.root, path)).is_ok() {
            return None;
        }
        scratch.push(path.clone());
    }
    dirty.retain(|path| !scratch.contains(path));
    Some(sources)
}

/// What does not add up in all sheets.
pub(super) fn findings<'r>(all: impl Iterator<Item = &'r Arc<Reconciled>>) -> Findings {
    Findings::file(all.flat_map(|one| one.findings.iter().cloned()))
}

/// Sound documents by file. A stamp too fresh to be trusted is none: the file may change again under the same one.
pub(super) fn remembered(sources: &Sources, documents: &[Read]) -> impl Iterator<Item = (String, Remembered)> {
    documents.iter().filter(|read| read.sound).map(|read| {
        let found = &sources.files[read.found];
        let stamp = if found.fresh { source::Stamp::default() } else { found.stamp };
        (read.file.to_string(), Remembered { stamp, hash: read.hash, document: read.document.clone(), untranslated: read.untranslated.clone() })
    })
}
