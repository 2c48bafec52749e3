//! What can be mended in the files themselves for certain: accents put together, Tabs and odd spaces, mistyped words.
//!
//! Invariant: a file is changed only when, read again, it has fewer problems than before and none that it did not have.
//!
//! May use: config, diag, mend, parse, source, tree, values, remedies; crates rayon.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::Task;
use crate::config;
use crate::diag::{At, Failure, Problem, Swap as Meant};
use crate::mend::spaces::{self, Doubt};
use crate::mend::{lines, swaps as pieces};
use crate::parse::{self, Kind, Manner};
use crate::remedies;
use crate::source::{self, Found, Sources};
use crate::tree::{self, Desk};
use crate::values::Locale;

/// The problems of files some of which can be mended without anybody looking, because the file read again is better.
const OF_FILES: [&str; 7] = ["alias-refused", "broken-structure", "duplicate-key", "front-matter-open", "tab-indent", "unknown-choice", "unknown-key"];

/// The problems of files that are converted whole, after a yes.
const CONVERTED: [&str; 2] = ["not-utf8", "old-font-text"];

/// The problems some of which know what was meant.
const MEANT: [&str; 29] = [
    "bad-language-tag",
    "bad-margin",
    "bad-period",
    "bad-token-value",
    "block-leads-nowhere",
    "bound-number-cut-off",
    "bound-number-unreadable",
    "bound-numbers-in-one-link",
    "bound-words-empty",
    "comma-in-braces",
    "correction-before-differs",
    "correction-of-unknown-release",
    "dangerous-link",
    "false-list",
    "impossible-date",
    "indented-code",
    "link-to-nowhere",
    "missing-file",
    "number-of-other-style",
    "printed-without-value",
    "redirect-in-steps",
    "redirect-to-nowhere",
    "unknown-id",
    "unknown-language",
    "unknown-token",
    "unreadable-date",
    "year-list",
    "figure-not-linked",
    "figures-not-linked",
];

/// How `check --fix` puts some cases of a problem right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// At once, because one thing only can be meant.
    AtOnce,
    /// After it was shown and somebody agreed.
    Asked,
}

/// How `check --fix` can put some cases of a problem right, where it can.
pub fn how(name: &str) -> Option<How> {
    if OF_FILES.contains(&name) || MEANT.contains(&name) {
        return Some(How::AtOnce);
    }
    (CONVERTED.contains(&name) || remedies::names().any(|known| known == name)).then_some(How::Asked)
}

/// Problems that tell that something was put right which was not meant: the same thing would be there twice, or a
/// published number would be another.
const SPOILT: [&str; 9] = [
    "broken-structure",
    "counted-figure-changed",
    "duplicate-id",
    "duplicate-key",
    "duplicate-line",
    "front-matter-missing",
    "published-figure-changed",
    "published-figure-vanished",
    "sources-differ",
];

/// Whether a run tells of something that must not come about by mending.
pub fn spoilt(before: &[Problem], after: &[Problem]) -> bool {
    let said = |problem: &Problem| (problem.code.number, problem.place.as_ref().map(|place| place.file.clone()), problem.what.en.clone());
    let known: BTreeSet<_> = before.iter().map(said).collect();
    after.iter().any(|problem| SPOILT.contains(&problem.code.name) && !known.contains(&said(problem)))
}

/// What becomes of the files when each problem that knows what was meant is put right.
pub fn meant(root: &Path, out: &Path, problems: &[Problem]) -> Result<Vec<Mend>, Failure> {
    let by_file = by_file(problems);
    if by_file.is_empty() {
        return Ok(Vec::new());
    }
    let sources = source::gather(root, out)?.value;
    Ok(by_file.into_iter().filter_map(|(file, swaps)| put_right(sources.find(&file)?, &swaps)).collect())
}

/// What is known to be meant, file by file.
fn by_file(problems: &[Problem]) -> BTreeMap<Arc<str>, Vec<&Meant>> {
    let mut all: BTreeMap<Arc<str>, Vec<&Meant>> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| !problem.fix.certain.is_empty()) {
        if let Some(place) = &problem.place {
            all.entry(place.file.clone()).or_default().extend(&problem.fix.certain);
        }
    }
    all
}

fn put_right(found: &Found, swaps: &[&Meant]) -> Option<Mend> {
    let content = source::read_text(found).value?;
    let bytes = source::read_bytes(found).value.filter(|(_, hash)| *hash == content.hash)?.0;
    // A link leads to a file that may not be the site's own; in letters put together anew places are others.
    if content.was_nfd || found.disk.is_symlink() {
        return None;
    }
    let mark = if bytes.starts_with(MARK.as_bytes()) { MARK } else { "" };
    let after = pieces::swapped(&content.text, swaps);
    let lines = changed(&content.text, &after);
    (!lines.is_empty()).then(|| Mend { file: found.path.clone(), before: bytes, after: [mark, &after].concat().into_bytes(), composed: 0, lines })
}

/// The lines that change; a line that goes becomes nothing, and one that comes was nothing.
pub(super) fn changed(before: &str, after: &str) -> Vec<Line> {
    let (was, is): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let front = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let back = if was.len() == is.len() { 0 } else { was[front..].iter().rev().zip(is[front..].iter().rev()).take_while(|(a, b)| a == b).count() };
    let (was, is) = (&was[front..was.len() - back], &is[front..is.len() - back]);
    let line = |at: usize| {
        let text = |lines: &[&str]| lines.get(at).map_or_else(String::new, |line| (*line).to_owned());
        Line { number: (front + at) as u32 + 1, before: text(was), after: text(is) }
    };
    (0..was.len().max(is.len())).map(line).filter(|line| line.before != line.after).collect()
}

/// A file and what becomes of it.
#[derive(Clone, Debug)]
pub struct Mend {
    /// The file, relative to the site folder.
    pub file: Arc<str>,
    /// Its bytes as they lie on disk.
    pub before: Vec<u8>,
    /// Its bytes as they shall be.
    pub after: Vec<u8>,
    /// How many lines change only in how their accents are put together.
    pub composed: usize,
    /// The lines that change otherwise.
    pub lines: Vec<Line>,
}

/// A line that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub before: String,
    /// What it shall say.
    pub after: String,
}

/// What can be done about the files of a site.
#[derive(Debug, Default)]
pub struct Mends {
    /// The files that change.
    pub files: Vec<Mend>,
    /// Files with Tabs that are left to the person, and why.
    pub left: Vec<(Arc<str>, Doubt)>,
}

/// Looks through the files of a site for what can be mended.
pub fn mends(root: &Path, out: &Path) -> Result<Mends, Failure> {
    let sources = source::gather(root, out)?.value;
    Ok(of(&sources, |_| true))
}

/// Says of each problem that `check --fix` would mend that it would.
pub(super) fn tell(task: &Task, problems: &mut [Problem]) -> Result<(), Failure> {
    let may_be = |problem: &Problem| OF_FILES.contains(&problem.code.name) || !problem.fix.certain.is_empty();
    let files: BTreeSet<Arc<str>> = problems.iter().filter(|p| may_be(p)).filter_map(|p| p.place.as_ref()).map(|place| place.file.clone()).collect();
    if files.is_empty() {
        return Ok(());
    }
    let sources = source::gather(&task.root, &task.out)?.value;
    let mends = of(&sources, |file| files.contains(file));
    let mut texts: BTreeMap<Arc<str>, String> = BTreeMap::new();
    for problem in problems.iter_mut().filter(|p| may_be(p)) {
        let Some(place) = &problem.place else { continue };
        // A top that was not closed is told of at its beginning and closed at its end.
        let closes = problem.code.name == "front-matter-open";
        let changes = |line: &Line| line.number == place.spot.line || closes && line.after.trim_end() == "---";
        let of_file = || OF_FILES.contains(&problem.code.name) && mends.files.iter().any(|mend| mend.file == place.file && mend.lines.iter().any(changes));
        let mut is_meant = || {
            let read = || sources.find(&place.file).and_then(|found| source::read_text(found).value).map_or_else(String::new, |content| content.text);
            let text = texts.entry(place.file.clone()).or_insert_with(read);
            !problem.fix.certain.is_empty() && problem.fix.certain.iter().all(|swap| pieces::range(text, swap).is_some())
        };
        if of_file() || is_meant() {
            problem.fix.vi += " Sửa tự động: minhbach check --fix";
            problem.fix.en += " Automatic fix: minhbach check --fix";
        }
    }
    Ok(())
}

/// What can be mended in the files that are `wanted`.
pub(super) fn of(sources: &Sources, wanted: impl Fn(&str) -> bool + Sync) -> Mends {
    // How other files are read hangs on the settings, so these come first and are taken as mended.
    let settings = sources.find("site.toml").and_then(|found| one(found, &Reader::Settings));
    let text = match &settings {
        Some((_, text, _)) => text.as_str(),
        None => "",
    };
    let manner = config::noticed(text).0.map_or(Manner { locale: Locale::Vi, languages: vec!["vi".to_owned()] }, |config| config.manner());
    let content = sources.files.par_iter().filter_map(|found| {
        let kind = parse::kind::of(&found.path).filter(|kind| !matches!(kind, Kind::Other | Kind::Addresses | Kind::Release { .. }))?;
        if wanted(&found.path) { one(found, &Reader::Content(&kind, &manner)) } else { None }
    });
    let content: Vec<Looked> = content.collect();
    let mut all = Mends::default();
    for (mend, _, doubt) in settings.filter(|_| wanted("site.toml")).into_iter().chain(content) {
        all.left.extend(doubt.map(|doubt| (mend.file.clone(), doubt)));
        if mend.before != mend.after {
            all.files.push(mend);
        }
    }
    all
}

/// A file as it is and as it shall be, its text then, and why its Tabs were left.
type Looked = (Mend, String, Option<Doubt>);

/// How a file is read.
enum Reader<'r> {
    Settings,
    Content(&'r Kind, &'r Manner),
}

impl Reader<'_> {
    fn read(&self, file: &Arc<str>, text: &str) -> Desk {
        match self {
            Reader::Settings => config::noticed(text).1,
            Reader::Content(kind, manner) => parse::noticed(file, kind, text, manner),
        }
    }

    /// The part of a text that is YAML.
    fn yaml(&self, text: &str) -> Option<std::ops::Range<usize>> {
        match self {
            Reader::Settings => None,
            Reader::Content(Kind::Report { .. } | Kind::Prose { .. }, _) => parse::report::front_of(text),
            Reader::Content(..) => Some(0..text.len()),
        }
    }
}

const MARK: &str = "\u{feff}";

fn one(found: &Found, reader: &Reader<'_>) -> Option<Looked> {
    let content = source::read_text(found).value?;
    // It is read once more for its bytes: what goes back must be what was there.
    let bytes = source::read_bytes(found).value.filter(|(_, hash)| *hash == content.hash)?.0;
    let raw = std::str::from_utf8(&bytes).ok()?;
    let (mark, raw) = raw.strip_prefix(MARK).map_or(("", raw), |rest| (MARK, rest));
    let text = content.text;
    let (spaced, doubt) = with_spaces(&found.path, &text, reader);
    let mended = with_lines(&found.path, &with_words(&found.path, &spaced, reader), reader);
    let composed = if content.was_nfd { raw.split('\n').zip(text.split('\n')).filter(|(a, b)| a != b).count() } else { 0 };
    let lines = changed(&text, &mended);
    let after = [mark, &mended].concat().into_bytes();
    Some((Mend { file: found.path.clone(), after, composed, lines, before: bytes }, mended, doubt))
}

/// The text with ordinary spaces, when the file cannot be read as it is and can be read then.
fn with_spaces(file: &Arc<str>, text: &str, reader: &Reader<'_>) -> (String, Option<Doubt>) {
    let desk = reader.read(file, text);
    let Some(yaml) = reader.yaml(text).filter(|_| !is_shaped(&desk.problems)) else { return (text.to_owned(), None) };
    let whole = |part: &str| [&text[..yaml.start], part, &text[yaml.end..]].concat();
    // A mistyped word in the same file is no reason to leave its Tabs.
    let is_sound = |part: &str| is_shaped(&reader.read(file, &with_words(file, &whole(part), reader)).problems);
    let has_tabs = desk.problems.iter().any(|problem| problem.code.name == "tab-indent");
    match spaces::ordinary(&text[yaml.clone()], &is_sound) {
        Ok(part) => (whole(&part), None),
        Err(doubt) => (text.to_owned(), has_tabs.then_some(doubt)),
    }
}

/// Whether the lines of a file stand as they should: fields where fields belong, each of them known.
fn is_shaped(problems: &[Problem]) -> bool {
    !problems.iter().any(|problem| tree::problems::CODES.contains(&problem.code))
}

/// The text with the words that mistyped ones were meant to be.
fn with_words(file: &Arc<str>, text: &str, reader: &Reader<'_>) -> String {
    let desk = reader.read(file, text);
    let meant = swaps(text, &desk.meant);
    if meant.is_empty() {
        return text.to_owned();
    }
    let before = counted(&desk.problems);
    let all = settled(file, swapped(text, &meant), reader);
    if is_better(&before, &counted(&reader.read(file, &all).problems)) {
        return all;
    }
    // From the last one to the first, so that the places of those before stay.
    let (mut text, mut before) = (text.to_owned(), before);
    for swap in meant.iter().rev() {
        let tried = swapped(&text, std::slice::from_ref(swap));
        let after = counted(&reader.read(file, &tried).problems);
        if is_better(&before, &after) {
            (text, before) = (tried, after);
        }
    }
    text
}

/// The text with whole lines put right: one that is there twice, a top that was not closed, a value that points elsewhere.
fn with_lines(file: &Arc<str>, text: &str, reader: &Reader<'_>) -> String {
    const ROUNDS: usize = 16;
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let problems = reader.read(file, &text).problems;
        let before = counted(&problems);
        let better = problems
            .iter()
            .filter_map(|problem| lines::tried(&text, problem))
            .flatten()
            .find(|tried| is_better(&before, &counted(&reader.read(file, tried).problems)));
        match better {
            Some(better) => text = better,
            None => break,
        }
    }
    text
}

/// Behind a key that was mistyped others may have been hidden that are mistyped too.
fn settled(file: &Arc<str>, mut text: String, reader: &Reader<'_>) -> String {
    const DEEPEST: usize = 8;
    for _ in 0..DEEPEST {
        let meant = swaps(&text, &reader.read(file, &text).meant);
        if meant.is_empty() {
            break;
        }
        text = swapped(&text, &meant);
    }
    text
}

/// What each problem says, and how often.
fn counted(problems: &[Problem]) -> BTreeMap<(&'static str, String), usize> {
    let mut all = BTreeMap::new();
    for problem in problems {
        *all.entry((problem.code.number, problem.what.en.clone())).or_default() += 1;
    }
    all
}

type Counted = BTreeMap<(&'static str, String), usize>;

fn is_better(before: &Counted, after: &Counted) -> bool {
    before != after && after.iter().all(|(said, count)| before.get(said).is_some_and(|old| count <= old))
}

/// A word of a text and what takes its place.
struct Swap {
    bytes: std::ops::Range<usize>,
    word: &'static str,
}

/// The places of the words in the text, in order; a word that is not found there as typed is left out.
fn swaps(text: &str, meant: &[At<&'static str>]) -> Vec<Swap> {
    let mut all: Vec<Swap> = meant.iter().filter_map(|word| swap(text, word)).collect();
    all.sort_by_key(|swap| swap.bytes.start);
    all.dedup_by_key(|swap| swap.bytes.start);
    all
}

fn swap(text: &str, meant: &At<&'static str>) -> Option<Swap> {
    let line = meant.spot.line.checked_sub(1)? as usize;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut letters = text[start..].char_indices().skip(meant.spot.column.checked_sub(1)? as usize);
    let first = letters.next()?.0;
    let end = letters.nth((meant.spot.width as usize).checked_sub(1)?).map_or(text.len() - start, |(at, _)| at);
    let typed = text[start..].get(first..end)?;
    // Quotes stay.
    let inner = typed.trim_matches(['"', '\'']);
    let quote = (typed.len() - inner.len()) / 2;
    let bytes = start + first + quote..start + end - quote;
    (!inner.is_empty() && !inner.contains(['\n', '"', '\'', '\\'])).then_some(Swap { bytes, word: meant.value })
}

fn swapped(text: &str, swaps: &[Swap]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for swap in swaps {
        out += &text[done..swap.bytes.start];
        out += swap.word;
        done = swap.bytes.end;
    }
    out + &text[done..]
}
