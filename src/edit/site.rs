//! What the editor asks of the site: what it says now, and what a check says of it as it would be.
//!
//! Invariant: a change is refused only for errors it brings; it is never the only way out of an error that it is refused.
//!
//! May use: diag, forms, pipeline, source, workbook, config, model; crates serde_json.

use std::collections::HashSet;
use std::sync::PoisonError;

use serde_json::{Value, json};

use super::{Desk, Stop};
use crate::config::Config;
use crate::diag::{Problem, Severity, Tongue};
use crate::forms::ahead;
use crate::model::Record;
use crate::pipeline::{Live, Shown};
use crate::source::{self, Hash, Sources};
use crate::workbook::Spot;

/// A file with other bytes.
pub type Laid = (String, Vec<u8>);

/// The site as it is now, or as it would be.
pub struct Looked<'s> {
    /// Its files.
    pub sources: &'s Sources,
    /// Its settings.
    pub config: &'s Config,
    /// What its files say.
    pub record: &'s Record,
    /// What is wrong with it.
    pub problems: &'s [Problem],
    live: &'s Live,
}

impl Looked<'_> {
    /// Everything that is wrong with the site now, looked at as closely as it will be with these files laid over it: the
    /// numbers of a large site's texts are weighed later, but those a change is about are weighed with it.
    pub fn before(&self, laid: &[Laid]) -> Result<Vec<Problem>, Stop> {
        if self.live.is_weighed() {
            return Ok(self.problems.to_vec());
        }
        let held = |(path, _): &Laid| Some((path.clone(), source::read_bytes(self.sources.find(path)?).value?.0));
        Ok(self.live.look_with(&laid.iter().filter_map(held).collect::<Vec<_>>())?.problems)
    }

    /// Everything that would be wrong with the site with these files laid over it.
    pub fn check(&self, laid: &[Laid]) -> Result<Vec<Problem>, Stop> {
        Ok(self.live.look_with(laid)?.problems)
    }
}

fn no_site() -> Stop {
    Stop::told(
        422,
        "Tệp cấu hình site.toml hoặc giao diện của trang đang có lỗi. Gõ minhbach check để xem.",
        "The settings (site.toml) or the theme of the site are broken. Type minhbach check to see how.",
    )
}

/// Looks at the site as its files lie on disk. It is taken hold of once: asking for it again while somebody waits to look
/// at changed files would wait for ever.
pub fn look<T>(desk: &Desk, with: impl FnOnce(&Looked<'_>) -> Result<T, Stop>) -> Result<T, Stop> {
    let live = desk.live.read().unwrap_or_else(PoisonError::into_inner);
    let looked = live.show(&[], |shown| {
        with(&Looked { sources: shown.sources(), config: shown.config(), record: shown.site.record, problems: shown.problems, live: &live })
    })?;
    looked.ok_or_else(no_site)?
}

/// Looks at the site with these files laid over it, page by page.
pub fn shown<T>(desk: &Desk, laid: &[Laid], with: impl FnOnce(&Shown<'_>) -> T) -> Result<T, Stop> {
    let live = desk.live.read().unwrap_or_else(PoisonError::into_inner);
    live.show(laid, with)?.ok_or_else(no_site)
}

/// What a check says of a change.
#[derive(Debug, Default)]
pub struct Ahead {
    /// What stops it.
    pub stops: Vec<(Option<Spot>, Problem)>,
    /// What a person shall know before it is written.
    pub told: Vec<(Option<Spot>, Problem)>,
}

/// Holds what is wrong after a change against what was wrong before it.
///
/// Errors that were there before do not stop it. Nor does a text that says the old number of a figure that changes: number and
/// text stand in two files, and one of them is changed first. The text is told of, and nothing is published until it
/// follows. Whatever else a change brings to light in another file is told of too, be it only worth knowing: a text that says
/// the old number without being bound to it stops nothing, and nobody would look for it there. In a file that was broken, whatever its mending brings to light in other
/// files does not stop it either: it was wrong all along.
pub fn ahead(before: &[Problem], after: Vec<(Option<Spot>, Problem)>, edited: &[&str]) -> Ahead {
    let file = |problem: &Problem| problem.place.as_ref().map(|place| place.file.to_string());
    let name = |problem: &Problem| (problem.code.number, file(problem), problem.what.en.clone());
    let known: HashSet<_> = before.iter().map(name).collect();
    let own = |problem: &Problem| file(problem).is_some_and(|file| edited.contains(&&*file));
    let was_broken = before.iter().any(|problem| problem.severity == Severity::Error && own(problem));
    let mut all = Ahead::default();
    for (spot, problem) in after {
        let new = !known.contains(&name(&problem));
        let follows = problem.code.name.starts_with("bound-") && !own(&problem);
        let stops = problem.severity == Severity::Error && !ahead::asks_for_correction(&problem) && !follows && new && (own(&problem) || !was_broken);
        if stops {
            all.stops.push((spot, problem));
        } else if spot.is_some() || (new && (problem.severity != Severity::Notice || !own(&problem))) || (problem.severity == Severity::Error && own(&problem))
        {
            all.told.push((spot, problem));
        }
    }
    all
}

/// A problem for the page.
pub fn problem(problem: &Problem, tongue: Tongue) -> Value {
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    };
    let place = problem.place.as_ref();
    json!({
        "code": problem.code.number,
        "severity": severity,
        "file": place.map(|place| &*place.file),
        "line": place.map(|place| place.spot.line),
        "column": place.map(|place| place.spot.column),
        "width": place.map(|place| place.spot.width),
        "what": problem.what.in_tongue(tongue),
        "why": problem.why.in_tongue(tongue),
        "fix": problem.fix.in_tongue(tongue),
    })
}

/// A hash for the page.
pub fn words_of(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bound;
    use crate::diag::{Code, Place, Said};
    use crate::forms::problems::CODES;

    fn error(code: &'static Code, file: &str) -> Problem {
        let said = || Said::new("x", code.name);
        Problem { code, severity: Severity::Error, place: Some(Place::whole(&file.into())), what: said(), why: said(), fix: said() }
    }

    #[test]
    fn a_change_is_refused_for_the_errors_it_brings_only() {
        let (one, two, bound) = (CODES[0], CODES[1], bound::problems::CODES[0]);
        let stops = |before: &[Problem], after: &[Problem]| {
            let after = after.iter().map(|problem| (None, problem.clone())).collect();
            ahead(before, after, &["a.md"]).stops.len()
        };
        assert_eq!(stops(&[], &[error(one, "a.md")]), 1);
        assert_eq!(stops(&[], &[error(one, "b.md")]), 1, "what it breaks elsewhere");
        assert_eq!(stops(&[error(one, "b.md")], &[error(one, "b.md")]), 0, "what was wrong elsewhere");
        assert_eq!(stops(&[error(one, "a.md"), error(two, "a.md")], &[error(one, "a.md")]), 0, "one of two mended");
        assert_eq!(stops(&[error(one, "a.md")], &[error(two, "a.md")]), 1, "one for another");
        assert_eq!(stops(&[error(one, "a.md")], &[error(two, "b.md")]), 0, "what a broken file had hidden");
        assert_eq!(stops(&[], &[error(bound, "b.md")]), 0, "a text that has to follow");
        assert_eq!(stops(&[], &[error(bound, "a.md")]), 1, "a number of the text itself");
    }
}
