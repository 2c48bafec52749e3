//! What would mend a problem, where one remedy alone makes sense and is done only when somebody agrees.
//!
//! `pipeline::certain` mends what can be meant in one way; here it is likely, not certain: a year that the folder says, a
//! line that says what another one says, a name the site knows by another spelling.
//! Invariant: a remedy is a proposal; whoever asks runs the site as it would be and drops one that does not help. No remedy
//! changes the value of a number, invents words, or explains a published number that changed.
//!
//! May use: diag, source, tree, parse, mend, values, figures, model; crates rust_decimal.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Place, Problem, Spot};
use crate::mend::swaps;
use crate::source::{self, Sources};

mod addresses;
mod files;
mod missing;
mod page;
mod rates;
mod surplus;
mod texts;
mod words;

/// One step of a remedy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Words take the place of these bytes of a file, counted without a mark in front of it.
    Put {
        /// The file.
        file: Arc<str>,
        /// From this byte on.
        from: usize,
        /// To this one.
        to: usize,
        /// What stands there then.
        words: String,
    },
    /// A file lies elsewhere.
    Move {
        /// Where it lies.
        from: Arc<str>,
        /// Where it shall lie.
        to: String,
    },
    /// A file lies at a second place too.
    Copy {
        /// Where it lies.
        from: Arc<str>,
        /// Where it shall lie too.
        to: String,
    },
    /// A file goes, because another one says the same.
    Drop {
        /// The file.
        file: Arc<str>,
    },
}

/// A rule that knows a remedy for some cases of a problem.
type Rule = fn(&Case<'_>) -> Option<Vec<Step>>;

/// Every problem some of whose cases have one sensible remedy, with the rule that knows it. `check --fix` asks first.
const RULES: &[(&str, Rule)] = &[
    // A word or a name that is known by another spelling.
    ("bad-base-url", likely),
    ("bad-id", words::sound_id),
    ("bad-reports-per-page", likely),
    ("bound-number-qualifier", words::qualifier),
    ("bound-number-too-precise", likely),
    ("bound-number-wrong-unit", likely),
    ("chart-of-words", likely),
    ("correction-of-unknown-figure", likely),
    ("redirect-unreadable", likely),
    ("theme-missing", words::theme),
    ("unreadable-value", likely),
    ("wrong-shape", words::alone),
    ("wrong-unit", likely),
    // What says nothing, or what something else says already.
    ("addresses-damaged", surplus::marks_of_a_merge),
    ("area-kind-twice", surplus::kind_again),
    ("correction-changes-nothing", surplus::entry),
    ("duplicate-id", surplus::again),
    ("duplicate-line", surplus::again),
    ("line-without-value", surplus::line),
    ("parent-circle", surplus::parent),
    ("redirect-address-taken", surplus::redirect),
    // What is missing and can be one thing only.
    ("figures-without-source", missing::source_of_figures),
    ("forecast-without-day", missing::day_of_forecast),
    ("front-matter-missing", missing::top_of_page),
    ("missing-key", missing::key),
    ("money-without-unit", missing::unit_of_money),
    ("page-kept-whole", missing::quick_look),
    ("period-not-of-folder", missing::period_of_folder),
    ("rate-without-denominator", rates::denominator),
    ("report-without-source", missing::source_of_report),
    // Files that lie elsewhere than they should.
    ("file-in-no-known-place", files::known_place),
    ("file-of-wrong-kind", files::true_ending),
    ("name-unreadable", files::sound_name),
    ("path-leaves-folder", files::beside),
    ("release-misnamed", files::release),
    ("sheet-without-area", files::sheet),
    ("translation-alone", files::translation),
    ("two-names-one-place", files::same_file),
    // Prose, and addresses that were.
    ("block-in-text", texts::block),
    ("published-address-vanished", addresses::redirect),
    ("raw-html", texts::markdown),
];

/// The problems some of whose cases are mended when somebody agrees.
pub fn names() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|(name, _)| *name)
}

/// What would mend a problem of the site; `None` where only the writer can know.
pub fn of(problem: &Problem, site: &Site<'_>) -> Option<Vec<Step>> {
    let (_, rule) = RULES.iter().find(|(name, _)| *name == problem.code.name)?;
    // What stands in no file is mended in the settings.
    let settings = || Place::whole(&Arc::from("site.toml"));
    let place = problem.place.clone().unwrap_or_else(settings);
    rule(&Case { problem, file: &place.file, spot: place.spot, site }).filter(|steps| !steps.is_empty())
}

/// The files of a site, each read at most once.
pub struct Site<'s> {
    sources: &'s Sources,
    texts: RefCell<BTreeMap<Arc<str>, Option<Arc<str>>>>,
}

impl<'s> Site<'s> {
    /// A site whose files are these.
    pub fn of(sources: &'s Sources) -> Self {
        Site { sources, texts: RefCell::default() }
    }

    /// The text of a file; `None` where places in it would not be those on the disk.
    fn text(&self, file: &str) -> Option<Arc<str>> {
        if let Some(known) = self.texts.borrow().get(file) {
            return known.clone();
        }
        let found = self.sources.find(file)?;
        let content = source::read_text(found).value.filter(|content| !content.was_nfd && !found.disk.is_symlink());
        let text: Option<Arc<str>> = content.map(|content| content.text.into());
        self.texts.borrow_mut().insert(file.into(), text.clone());
        text
    }

    /// Every file's name.
    fn names(&self) -> impl Iterator<Item = &'s Arc<str>> {
        self.sources.files.iter().map(|found| &found.path)
    }

    fn has(&self, file: &str) -> bool {
        self.sources.find(file).is_some()
    }

    /// Whether there is nothing of this name, seen by a disk that does not tell capitals apart.
    fn is_free(&self, file: &str) -> bool {
        let folded = file.to_lowercase();
        !self.names().any(|name| name.to_lowercase() == folded) && !source::on_disk(&self.sources.root, file).exists()
    }

    fn root(&self) -> &std::path::Path {
        &self.sources.root
    }

    fn bytes(&self, file: &str) -> Option<Vec<u8>> {
        source::read_bytes(self.sources.find(file)?).value.map(|(bytes, _)| bytes)
    }
}

/// One problem to be mended.
struct Case<'c> {
    problem: &'c Problem,
    file: &'c Arc<str>,
    spot: Spot,
    site: &'c Site<'c>,
}

impl Case<'_> {
    fn text(&self) -> Option<Arc<str>> {
        self.site.text(self.file)
    }

    /// The words put in quotation marks in the sentence of the problem, in order.
    fn quoted(&self) -> Vec<&str> {
        let parts = self.problem.what.en.split('“').skip(1);
        parts.filter_map(|part| part.split('”').next()).collect()
    }

    /// The file of the case, with another text.
    fn becomes(&self, after: &str) -> Option<Vec<Step>> {
        let before = self.text()?;
        Some(vec![put(self.file, &before, after)?])
    }
}

/// The step from one text of a file to another.
fn put(file: &Arc<str>, before: &str, after: &str) -> Option<Step> {
    if before == after {
        return None;
    }
    let front: usize = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let rest = before.len().min(after.len()) - front;
    let (a, b) = (before[front..].chars().rev(), after[front..].chars().rev());
    let mut back = 0;
    for (a, b) in a.zip(b) {
        if a != b || back + a.len_utf8() > rest {
            break;
        }
        back += a.len_utf8();
    }
    Some(Step::Put { file: file.clone(), from: front, to: before.len() - back, words: after[front..after.len() - back].to_owned() })
}

/// What the problem itself knows to be likely.
fn likely(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let step = |swap| {
        let Range { start, end } = swaps::range(&text, swap)?;
        Some(Step::Put { file: case.file.clone(), from: start, to: end, words: swap.is.clone() })
    };
    case.problem.fix.likely.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_between_two_texts_is_the_smallest_one() {
        let step = |before: &str, after: &str| match put(&"a".into(), before, after) {
            Some(Step::Put { from, to, words, .. }) => Some((before[from..to].to_owned(), words)),
            _ => None,
        };
        let is = |was: &str, is: &str| Some((was.to_owned(), is.to_owned()));
        assert_eq!(step("a: 1\nb: 2\n", "a: 1\nc: 3\nb: 2\n"), is("", "c: 3\n"));
        assert_eq!(step("a: xã\n", "a: xà\n"), is("ã", "à"));
        assert_eq!(step("aaa", "aa"), is("a", ""));
        assert_eq!(step("a", "a"), None);
    }

    #[test]
    fn every_rule_stands_once_in_order_of_its_kind() {
        let mut names: Vec<&str> = names().collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
