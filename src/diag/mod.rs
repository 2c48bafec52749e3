//! What is wrong, where it stands, why it matters and what to do.
//!
//! A problem is about content and is a value: it is collected, never thrown, so that a person mends
//! ten things in one sitting. A failure is about the machine and has a type of its own.
//! Invariant: every problem has its words in Vietnamese and in English.
//!
//! May use: nothing; crates serde, strsim, unicode-normalization, anstyle, serde_json.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub mod github;
pub mod json;
pub mod nearest;
pub mod print;
pub mod sarif;
pub mod short;

/// The language a message is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Vietnamese, the default.
    Vi,
    /// English.
    En,
}

/// One thing said in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The Vietnamese words.
    pub vi: String,
    /// The English words.
    pub en: String,
    /// Where they tell what to type, and nothing else can have been meant: the pieces of the file that change.
    pub certain: Vec<Swap>,
    /// Where one thing alone is likely to have been meant: the pieces that change when somebody agrees.
    pub likely: Vec<Swap>,
}

impl Said {
    /// Both wordings of one sentence.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Said { vi: vi.into(), en: en.into(), certain: Vec::new(), likely: Vec::new() }
    }

    /// The words in one language.
    pub fn in_tongue(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Vi => &self.vi,
            Tongue::En => &self.en,
        }
    }
}

/// The permanent identity of a kind of problem: a number people can quote and a name people can read.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    /// `MB` and four digits; never given to another problem.
    pub number: &'static str,
    /// Kebab name; also the folder of its case in `tests/problems/`.
    pub name: &'static str,
}

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// The site is published; a colleague would still mend it.
    Warning,
    /// Nothing is wrong: something an editor may want to know, told by `check` and never stopping anything.
    Notice,
}

/// A position inside one file, as an editor shows it: lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// Line, from 1 (0: the file as a whole).
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// How many characters are meant.
    pub width: u32,
}

/// A position in a named file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file relative to the site folder, with `/`.
    pub file: Arc<str>,
    /// Where in the file.
    pub spot: Spot,
}

impl Place {
    /// The file as a whole.
    pub fn whole(file: &Arc<str>) -> Self {
        Place { file: file.clone(), spot: Spot::default() }
    }

    /// A spot of a file.
    pub fn at(file: &Arc<str>, spot: Spot) -> Self {
        Place { file: file.clone(), spot }
    }
}

/// A value that remembers where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its file.
    pub spot: Spot,
}

/// Something wrong in the content, told so that a programme officer can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind.
    pub code: &'static Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where, when it stands in a file.
    pub place: Option<Place>,
    /// What is wrong, in the reader's words.
    pub what: Said,
    /// Why it matters.
    pub why: Said,
    /// What to type instead.
    pub fix: Said,
}

/// A piece of a file and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Where the piece stands, or the words around it.
    pub spot: Spot,
    /// The piece as it is.
    pub was: String,
    /// What it becomes.
    pub is: String,
}

impl Problem {
    /// The same problem, of which it is certain that `is` was meant by `was`, which stands once at its place.
    pub fn meant(mut self, was: impl Into<String>, is: impl Into<String>) -> Self {
        if let Some(place) = &self.place {
            self.fix.certain.push(Swap { spot: place.spot, was: was.into(), is: is.into() });
        }
        self
    }

    /// The same problem with what mends it, where there is such a thing.
    pub fn with(mut self, swap: impl IntoIterator<Item = Swap>) -> Self {
        self.fix.certain.extend(swap);
        self
    }

    /// The same problem; where `is` is something, nothing else was meant by `was`.
    pub fn meant_if(self, was: &str, is: Option<&str>) -> Self {
        match is {
            Some(is) if is != was => self.meant(was, is),
            _ => self,
        }
    }

    /// The same problem; where `is` is something, it is the only thing likely to have been meant by `was`.
    pub fn likely_if(mut self, was: &str, is: Option<&str>) -> Self {
        if let (Some(is), Some(place)) = (is.filter(|is| *is != was), &self.place) {
            self.fix.likely.push(Swap { spot: place.spot, was: was.to_owned(), is: is.to_owned() });
        }
        self
    }

    /// The same problem as a warning.
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// The same problem as a notice.
    pub fn as_notice(mut self) -> Self {
        self.severity = Severity::Notice;
        self
    }
}

/// A value together with everything noticed while making it.
#[derive(Debug)]
pub struct Checked<T> {
    /// What could be made.
    pub value: T,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl<T> Checked<T> {
    /// A value nothing is wrong with.
    pub fn sound(value: T) -> Self {
        Checked { value, problems: Vec::new() }
    }

    /// The value, its problems moved into `all`.
    pub fn into_value(self, all: &mut Vec<Problem>) -> T {
        all.extend(self.problems);
        self.value
    }
}

/// Sorts problems so that output never depends on threads: by file, line, column, then code.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| (&a.place, a.severity, a.code.number, &a.what.en).cmp(&(&b.place, b.severity, b.code.number, &b.what.en)));
    problems.dedup();
}

/// Whether any of them stops publication.
pub fn any_error(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity == Severity::Error)
}

/// Whether any of them is wrong: an error or a warning.
pub fn any_fault(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity != Severity::Notice)
}

/// Something the machine could not do: a full disk, a locked file. Its text names the path.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done, and what to try.
    pub said: Said,
}

impl Failure {
    /// A failure in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Failure { said: Said::new(vi, en) }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said.en)
    }
}

impl std::error::Error for Failure {}
