//! What around a site may keep its commands from working: the folder, the disk, names, letters, leftovers, the clock.
//!
//! `check` looks at what the files say; this room looks at the machine they lie on.
//! Invariant: nothing is changed, no process is started and no network is asked; whatever cannot be found out is said to be
//! unknown and never taken to be fine.
//!
//! May use: diag, history, mend, pipeline, schema, source; crates fs4, jiff, rustix, serde_json, unicode-normalization.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::civil::Date;

use crate::diag::Said;
use crate::source;

mod age;
mod around;
mod clock;
mod content;
mod folder;
pub mod json;
mod left;
mod names;
mod rights;
mod space;

use around::Around;

/// How a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Fine,
    /// Worth knowing; commands work.
    Remark,
    /// A command will not work, or not rightly, until it is mended.
    InTheWay,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Permanent kebab name.
    pub name: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found.
    pub what: Said,
    /// What to do, where something can be done.
    pub fix: Option<Said>,
}

impl Finding {
    fn fine(name: &'static str, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Finding { name, state: State::Fine, what: Said::new(vi, en), fix: None }
    }

    fn remark(name: &'static str, what: Said, fix: Said) -> Self {
        Finding { name, state: State::Remark, what, fix: Some(fix) }
    }

    fn in_the_way(name: &'static str, what: Said, fix: Said) -> Self {
        Finding { name, state: State::InTheWay, what, fix: Some(fix) }
    }
}

/// What is to be looked at, and when it is.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The site folder.
    pub root: PathBuf,
    /// The published folder.
    pub out: PathBuf,
    /// The clock.
    pub now: SystemTime,
    /// The day.
    pub today: Date,
}

/// Everything that was looked at.
#[derive(Debug)]
pub struct Report {
    /// The findings, in the order in which they are told.
    pub findings: Vec<Finding>,
    /// The first language of the site, where its settings could be read.
    pub language: Option<String>,
}

impl Report {
    /// Whether nothing stands in the way.
    pub fn is_sound(&self) -> bool {
        self.count(State::InTheWay) == 0
    }

    /// How many findings stand so.
    pub fn count(&self, state: State) -> usize {
        self.findings.iter().filter(|finding| finding.state == state).count()
    }
}

/// Looks at a site and the machine it lies on.
pub fn look(asked: &Asked) -> Report {
    let mut report = Report { findings: vec![program()], language: None };
    let findings = &mut report.findings;
    if !folder::look(asked, findings) {
        return report;
    }
    let around = Around::of(asked);
    folder::unreadable(&around, findings);
    rights::look(asked, &around, findings);
    space::look(asked, &around, findings);
    // Where the folder cannot be gone through, that has been told of by now.
    if let Ok(gathered) = source::gather(&asked.root, &asked.out) {
        names::look(&around, &gathered.problems, findings);
        content::look(&gathered.value, findings);
    }
    left::look(asked, &around, findings);
    clock::look(asked, &around, findings);
    report.language = age::look(asked, &around, findings);
    report
}

fn program() -> Finding {
    let (version, system, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    Finding::fine(
        "program",
        format!("Chương trình minhbach {version}, máy {system} {machine}."),
        format!("The program: minhbach {version} on {system} {machine}."),
    )
}

/// A few of many places, in words.
fn few(places: &[String], vi: bool) -> String {
    const FEW: usize = 3;
    let shown = places.iter().take(FEW).cloned().collect::<Vec<_>>().join(", ");
    match places.len().saturating_sub(FEW) {
        0 => shown,
        more if vi => format!("{shown} … và {more} chỗ nữa"),
        more => format!("{shown} … and {more} more"),
    }
}

/// A finding about places: `vi` and `en` are followed by a few of them.
fn at_places(vi: &str, en: &str, places: &[String]) -> Said {
    Said::new(format!("{vi}: {}.", few(places, true)), format!("{en}: {}.", few(places, false)))
}

/// A path as it is told: seen from the site folder where it lies in there.
fn told(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Bytes as megabytes with one decimal, rounded down.
fn megabytes(bytes: u64, comma: char) -> String {
    let tenths = bytes / (1024 * 1024 / 10);
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests;
