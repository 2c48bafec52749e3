//! The order of measuring: each build is followed at once by a `cp -r` of what it wrote.
//!
//! A machine has slow minutes and fast ones. A build is therefore compared only with the copy made beside
//! it, and the middle of several such pairs is quoted.
//! Invariant: every kind of build has as many pairs as there are rounds.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::corpus::{self, Corpus, Minify};
use crate::measure::{self, Output, Run};

/// A kind of build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Everything, from nothing, with the quick whitespace pass.
    Quick,
    /// Everything, from nothing, with minify-html.
    Full,
    /// Again, with nothing changed.
    Unchanged,
    /// After a sentence was added to one report.
    OneReport,
    /// After one number of one district changed.
    OneResult,
}

impl Build {
    /// All kinds, in the order they are measured: the last three go on from the second.
    pub const ALL: [Build; 5] = [Build::Quick, Build::Full, Build::Unchanged, Build::OneReport, Build::OneResult];

    /// What the table calls it.
    pub fn name(self) -> &'static str {
        match self {
            Build::Quick => "full, quick pass",
            Build::Full => "full, minify-html",
            Build::Unchanged => "no change",
            Build::OneReport => "one report changed",
            Build::OneResult => "one result changed",
        }
    }

    /// How many times as long as `cp -r` it may take; a changed result has no target of its own.
    pub fn target(self) -> Option<f64> {
        match self {
            Build::Quick => Some(2.0),
            Build::Full => Some(4.0),
            Build::Unchanged | Build::OneReport => Some(0.3),
            Build::OneResult => None,
        }
    }
}

/// A build and the copy of its output made right after it.
pub struct Pair {
    /// The build.
    pub build: Run,
    /// The copy.
    pub copy: Run,
}

/// All pairs of one kind of build.
pub struct Series {
    /// The kind.
    pub build: Build,
    /// What it left in `public/`, after the last round.
    pub output: Output,
    /// One for each round.
    pub pairs: Vec<Pair>,
}

/// Measures a corpus in as many rounds as asked.
pub fn of(corpus: &Corpus, rounds: u32) -> io::Result<Vec<Series>> {
    let mut all: Vec<Series> = Build::ALL.map(|build| Series { build, output: Output::default(), pairs: Vec::new() }).into();
    for round in 1..=rounds {
        for series in &mut all {
            eprintln!("    {} ({round} of {rounds})", series.build.name());
            prepare(corpus, series.build, round)?;
            let build = sound(build(corpus, &[])?)?;
            let copy = copy(&corpus.root)?;
            series.pairs.push(Pair { build, copy });
            series.output = measure::output(&corpus.root.join("public"))?;
        }
    }
    corpus::remove(&copy_of(&corpus.root))?;
    Ok(all)
}

/// What a full build says about its own stages.
pub fn stages(corpus: &Corpus) -> io::Result<Run> {
    prepare(corpus, Build::Full, 0)?;
    build(corpus, &["--timings"])
}

fn prepare(corpus: &Corpus, build: Build, round: u32) -> io::Result<()> {
    match build {
        Build::Quick => corpus.set_minify(Minify::Quick).and_then(|()| corpus.forget()),
        Build::Full => corpus.set_minify(Minify::Full).and_then(|()| corpus.forget()),
        Build::Unchanged => Ok(()),
        Build::OneReport => corpus.change_report(round),
        Build::OneResult => corpus.change_results(),
    }
}

fn build(corpus: &Corpus, options: &[&str]) -> io::Result<Run> {
    measure::run(Command::new(env!("CARGO_BIN_EXE_minhbach")).arg("build").args(options), &corpus.root)
}

fn copy(root: &Path) -> io::Result<Run> {
    let copy = copy_of(root);
    corpus::remove(&copy)?;
    sound(measure::run(Command::new("cp").arg("-r").arg("public").arg(&copy), root)?)
}

/// Beside the site and not in it: nothing lies in a site's folder that is not part of the site.
fn copy_of(root: &Path) -> PathBuf {
    root.with_extension("copy")
}

/// The run, unless it failed: then there is nothing to compare, and its last words say why.
fn sound(run: Run) -> io::Result<Run> {
    if run.code == 0 {
        return Ok(run);
    }
    let lines: Vec<&str> = run.said.lines().collect();
    let last = lines[lines.len().saturating_sub(20)..].join("\n      ");
    Err(io::Error::other(format!("it ended with code {}, saying:\n      {last}", run.code)))
}
