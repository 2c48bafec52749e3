//! A live site: the same line as a build, run again whenever a file changes, with what it has read kept in memory.
//!
//! Invariant: what a live site shows is what a fresh build of the same files would write, byte for byte.
//!
//! May use: config, diag, source.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::memo::{Memo, Remembered};
use super::read::{Read, parse_all};
use super::still::Made;
use super::{Clock, Errand, Shown, Stage, Still, Task, all_figures, assembled, claims, configure, dress, judge, past};
use crate::config::Config;
use crate::diag::{self, Failure, Problem};
use crate::source::{self, Sources};

/// A site that is looked at while it is written.
pub struct Live {
    task: Task,
    memo: Memo,
}

/// What a look at the files came to.
pub struct Seen {
    /// Everything noticed, sorted.
    pub problems: Vec<Problem>,
    /// The site, when nothing stops it from being published.
    pub still: Option<Arc<Still>>,
    /// The languages of the site, where its settings could be read.
    pub languages: Vec<String>,
    /// Where the time went.
    pub stages: Vec<Stage>,
}

impl Live {
    /// A live site in the folder `root`, published into `out`. What the last build has read is used and left as it is.
    pub fn open(root: &Path, out: PathBuf, portable: bool) -> Self {
        let task = Task { root: root.to_owned(), out, fresh: false, write: false, portable, strict: false, let_go: None, errand: Errand::None, fix: false };
        Live { task, memo: Memo::load(root) }
    }

    /// Looks at the files as they lie on disk now.
    pub fn look(&mut self) -> Result<Seen, Failure> {
        let memo = std::mem::take(&mut self.memo);
        let (run, memo) = self.run(&[], memo)?;
        self.memo = memo;
        Ok(run.seen())
    }

    /// Looks at the site as if these files held these bytes: a change is seen before it is written.
    pub fn look_with(&self, laid: &[(String, Vec<u8>)]) -> Result<Seen, Failure> {
        Ok(self.run(laid, self.memo.clone())?.0.seen())
    }

    /// Does something with the site as if these files held these bytes, also while errors keep it from being published;
    /// `None` where it has no settings or no theme.
    pub fn show<T>(&self, laid: &[(String, Vec<u8>)], with: impl FnOnce(&Shown<'_>) -> T) -> Result<Option<T>, Failure> {
        let (run, _) = self.run(laid, self.memo.clone())?;
        let mut problems = run.problems;
        diag::sort(&mut problems);
        Ok(run.still.map(|still| still.with_site(|site| with(&Shown { site, still: &still, problems: &problems }))))
    }

    fn run(&self, laid: &[(String, Vec<u8>)], memo: Memo) -> Result<(Run, Memo), Failure> {
        let mut clock = Clock { stages: Vec::new(), since: Instant::now() };
        let mut problems = Vec::new();
        let mut sources = source::gather(&self.task.root, &self.task.out)?.into_value(&mut problems);
        laid.iter().for_each(|(path, bytes)| sources.lay(path, bytes));
        clock.lap("gather");
        let Some((config, config_hash)) = configure(&sources, &mut problems) else {
            return Ok((Run { problems, still: None, languages: Vec::new(), clock }, memo));
        };
        let languages = config.languages.clone();
        let read = parse_all(&sources, &config, memo.fitting(&config.manner()), &mut problems);
        clock.lap("parse");
        let memo = Memo::of(&config.manner(), remembered(&sources, &read.documents));
        let still = self.still(sources, config, config_hash, read.documents, &mut problems, &mut clock);
        Ok((Run { problems, still, languages, clock }, memo))
    }

    fn still(
        &self,
        sources: Sources,
        config: Config,
        config_hash: source::Hash,
        documents: Vec<Read>,
        problems: &mut Vec<Problem>,
        clock: &mut Clock,
    ) -> Option<Still> {
        let mut record = assembled(&sources, &documents, &config, problems);
        clock.lap("assemble");
        let figures = all_figures(&record, &config);
        problems.extend(judge::judge_bound(&judge::bound_figures(&documents, &config), &record, &figures, &config));
        clock.lap("figures");
        let findings = judge::reconcile_all(&mut record, &figures, &config, problems);
        clock.lap("reconcile");
        let past = past::look(&self.task, &sources, &record, &figures, &config, problems);
        past.history.mix(&mut record);
        clock.lap("history");
        if !diag::any_error(problems) {
            problems.extend(claims::weigh(&claims::of(&documents), &record, &figures, false).0);
        }
        clock.lap("claims");
        let theme = dress::theme(&sources, &config, problems)?;
        let languages = dress::languages(&config, &theme, problems);
        clock.lap("theme");
        let made = Made { config, config_hash, record, figures, findings, past, theme, languages, sources };
        let still = Still::planned(made, self.task.portable, problems);
        clock.lap("plan");
        Some(still)
    }
}

/// Sound documents by file. A stamp too fresh to be trusted is none: the file may change again under the same one.
fn remembered(sources: &Sources, documents: &[Read]) -> impl Iterator<Item = (String, Remembered)> {
    documents.iter().filter(|read| read.sound).map(|read| {
        let found = &sources.files[read.found];
        let stamp = if found.fresh { source::Stamp::default() } else { found.stamp };
        (read.file.to_string(), Remembered { stamp, hash: read.hash, document: read.document.clone() })
    })
}

/// What came of one run.
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
        Seen { problems, still, languages: self.languages, stages: self.clock.stages }
    }
}
