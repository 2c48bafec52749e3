//! What `check --fix` asks about: remedies of the problems of a run, looked at as if they were done.
//!
//! Invariant: what is offered takes its problem away and brings no other; nothing is written here.
//!
//! May use: diag, remedies, source, weigh.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::certain::{self, Line};
use super::{AsIf, Outcome, Task, run_as_if};
use crate::diag::{Code, Failure, Problem, Severity};
use crate::remedies::{self, Site, Step};
use crate::source::{self, Sources};
use crate::weigh;

/// What would mend some problems of one kind.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The kind.
    pub code: &'static Code,
    /// What would be done, each remedy once.
    pub remedies: Vec<Vec<Step>>,
}

/// A file as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The file, relative to the site folder.
    pub file: String,
    /// Its bytes; `None` where there is none.
    pub before: Option<Vec<u8>>,
    /// Its bytes then; `None` where there shall be none.
    pub after: Option<Vec<u8>>,
}

/// What is shown before somebody agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A line of a file before and after.
    Line(Arc<str>, Line),
    /// A file that moves.
    Moved(Arc<str>, String),
    /// A file that is copied.
    Copied(Arc<str>, String),
    /// A file that goes, because another one says the same.
    Gone(Arc<str>),
}

/// The files as they would be, and what is shown of them.
pub type Ahead = (Vec<Changed>, Vec<Shown>);

/// What can be offered about the problems of a run, kind by kind, without what was refused before.
pub fn offers(task: &Task, problems: &[Problem], refused: &BTreeSet<Vec<Step>>) -> Result<Vec<Offer>, Failure> {
    let sources = source::gather(&task.root, &task.out)?.value;
    let site = Site::of(&sources);
    let mut all: BTreeMap<&'static str, Offer> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| problem.fix.certain.is_empty()) {
        let Some(steps) = remedies::of(problem, &site).filter(|steps| !refused.contains(steps)) else { continue };
        let offer = all.entry(problem.code.number).or_insert_with(|| Offer { code: problem.code, remedies: Vec::new() });
        if !offer.remedies.contains(&steps) {
            offer.remedies.push(steps);
        }
    }
    Ok(all.into_values().collect())
}

/// Says of each problem that `check --fix` would offer to mend that it would.
pub(super) fn tell(task: &Task, problems: &mut [Problem]) -> Result<(), Failure> {
    let may_be = |problem: &&mut Problem| problem.fix.certain.is_empty() && remedies::names().any(|name| name == problem.code.name);
    if !problems.iter_mut().any(|problem| may_be(&problem)) {
        return Ok(());
    }
    let sources = source::gather(&task.root, &task.out)?.value;
    let site = Site::of(&sources);
    for problem in problems.iter_mut().filter(|problem| may_be(problem)) {
        if remedies::of(problem, &site).is_some() {
            problem.fix.vi += " Sửa tự động, có hỏi trước: minhbach check --fix";
            problem.fix.en += " Automatic fix, after a question: minhbach check --fix";
        }
    }
    Ok(())
}

/// What some remedies would change, when doing them takes problems of this kind away and brings no other.
pub fn looked_at(task: &Task, before: &Outcome, code: &Code, wanted: &[Vec<Step>]) -> Result<Option<Ahead>, Failure> {
    let sources = source::gather(&task.root, &task.out)?.value;
    let Some((changed, shown)) = done(&sources, wanted) else { return Ok(None) };
    let laid: Vec<(String, Vec<u8>)> = changed.iter().filter_map(|file| Some((file.file.clone(), file.after.clone()?))).collect();
    // What only moves is read where it lies.
    let new_place = |file: &Changed| changed.iter().find(|other| other.before.is_none() && other.after == file.before).map(|other| other.file.clone());
    let (mut gone, mut moved) = (Vec::new(), Vec::new());
    for file in changed.iter().filter(|file| file.after.is_none()) {
        match new_place(file).filter(|_| sources.find(&file.file).is_some()) {
            Some(to) => moved.push((file.file.clone(), to)),
            None => gone.push(file.file.clone()),
        }
    }
    let laid: Vec<(String, Vec<u8>)> = laid.into_iter().filter(|(name, _)| !moved.iter().any(|(_, to)| to == name)).collect();
    let after = run_as_if(task, &AsIf { laid: &laid, gone: &gone, moved: &moved }, &|_, _| {})?;
    let helps = helps(&before.problems, &after.problems, code) && !certain::spoilt(&before.problems, &after.problems);
    Ok(helps.then_some((changed, shown)))
}

/// Whether there are fewer problems of a kind and no more of any other that a run with errors looks for too.
fn helps(before: &[Problem], after: &[Problem], code: &Code) -> bool {
    // Texts are weighed and pages are made only when there is no error, so what is told of them may be new.
    // A note stops nothing, and a file in its right place may lack a translation.
    let is_late = |problem: &Problem| {
        problem.severity == Severity::Notice || weigh::problems::CODES.contains(&problem.code) || LATE.iter().any(|late| problem.code.number.starts_with(late))
    };
    let count = |all: &[Problem]| {
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        all.iter().filter(|problem| !is_late(problem) || problem.code == code).for_each(|problem| *counts.entry(problem.code.number).or_default() += 1);
        counts
    };
    let (was, is) = (count(before), count(after));
    let of = |counts: &BTreeMap<&'static str, usize>, number: &str| counts.get(number).copied().unwrap_or(0);
    of(&is, code.number) < of(&was, code.number) && is.iter().all(|(number, count)| *count <= of(&was, number))
}

/// Problems of pages, of the theme and of hosts.
const LATE: [&str; 4] = ["MB05", "MB07", "MB13", "MB0213"];

/// The files as they would be, and what is shown of it; `None` where the remedies cannot be done together.
fn done(sources: &Sources, wanted: &[Vec<Step>]) -> Option<Ahead> {
    let mut puts: BTreeMap<&Arc<str>, BTreeSet<(usize, usize, &str)>> = BTreeMap::new();
    let mut files: BTreeMap<String, Changed> = BTreeMap::new();
    let mut shown = Vec::new();
    for step in wanted.iter().flatten() {
        if let Step::Put { file, from, to, words } = step {
            puts.entry(file).or_default().insert((*from, *to, words));
        }
    }
    for (file, pieces) in puts {
        let found = sources.find(file)?;
        let text = source::read_text(found).value?.text;
        let bytes = source::read_bytes(found).value?.0;
        let mark = if bytes.starts_with("\u{feff}".as_bytes()) { "\u{feff}" } else { "" };
        let (mut after, mut at) = (String::new(), 0);
        for (from, to, words) in pieces {
            after.push_str(text.get(at..from)?);
            after.push_str(words);
            at = to;
        }
        after.push_str(text.get(at..)?);
        shown.extend(certain::changed(&text, &after).into_iter().map(|line| Shown::Line(file.clone(), line)));
        files.insert(file.to_string(), Changed { file: file.to_string(), before: Some(bytes), after: Some([mark, &after].concat().into_bytes()) });
    }
    // A file may be named by several problems; it moves once.
    let moves: BTreeSet<&Step> = wanted.iter().flatten().filter(|step| !matches!(step, Step::Put { .. })).collect();
    for step in moves {
        let (from, to) = match step {
            Step::Move { from, to } | Step::Copy { from, to } => (from, Some(to)),
            Step::Drop { file } => (file, None),
            Step::Put { .. } => continue,
        };
        let before = match sources.find(from) {
            Some(found) => source::read_bytes(found).value?.0,
            // A name that cannot be used is not among the files of the site.
            None => std::fs::read(source::on_disk(&sources.root, from)).ok()?,
        };
        let own = files.remove(&**from).and_then(|file| file.after).unwrap_or_else(|| before.clone());
        if let Some(to) = to
            && files.insert(to.clone(), Changed { file: to.clone(), before: None, after: Some(own.clone()) }).is_some()
        {
            return None;
        }
        let after = matches!(step, Step::Copy { .. }).then_some(own);
        if after.as_ref() != Some(&before) {
            files.insert(from.to_string(), Changed { file: from.to_string(), before: Some(before), after });
        }
        shown.push(match step {
            Step::Copy { from, to } => Shown::Copied(from.clone(), to.clone()),
            Step::Move { from, to } => Shown::Moved(from.clone(), to.clone()),
            _ => Shown::Gone(from.clone()),
        });
    }
    Some((files.into_values().collect(), shown))
}
