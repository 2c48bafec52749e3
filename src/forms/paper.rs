//! The plan and the results of one area and period as they are typed, line by line.
//!
//! Invariant: a line is known by its axes alone, whatever its position in the file.
//!
//! May use: diag, mend, model, values.

use crate::diag::nearest::fold;
use crate::mend::yaml::{Content, Step, says};
use crate::model::{AreaIx, AsOf, Period, Unit};
use crate::values::{Locale, dates, words};

/// A data file as it is typed.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path in the site.
    pub path: String,
    /// Its text; empty for a file that is not there yet.
    pub text: String,
    /// What it says.
    pub content: Content,
    /// Whether it is there.
    pub exists: bool,
}

impl File {
    /// A file that is there; `None` where it cannot be read.
    pub fn read(path: &str, text: String) -> Option<Self> {
        let content = says(&text)?;
        Some(File { path: path.to_owned(), text, content, exists: true })
    }

    /// A file that would have to be made.
    pub fn missing(path: String) -> Self {
        File { path, text: String::new(), content: Content::Map(Vec::new()), exists: false }
    }
}

/// Plan and results of one area in one period.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The area.
    pub area: AreaIx,
    /// The period.
    pub period: Period,
    /// The plan in force.
    pub plan: File,
    /// The results.
    pub results: File,
    /// How numbers are written in the site.
    pub locale: Locale,
}

/// What a line is about, by the words of its axes: `ntm`, `investment`; an indicator's id; a criteria set's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The list it stands in: `budget`, `targets`, `indicators` or `criteria`; plan and results of an indicator are one subject.
    pub kind: Kind,
    /// Each axis with its word, in a fixed order.
    pub axes: Vec<(&'static str, String)>,
}

/// The three kinds of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A budget line.
    Money,
    /// An indicator.
    Indicator,
    /// A criteria set.
    Criteria,
}

impl Kind {
    /// The list of its lines in a plan or in a snapshot of results.
    pub fn list(self, plan: bool) -> &'static str {
        match self {
            Kind::Money => "budget",
            Kind::Indicator if plan => "targets",
            Kind::Indicator => "indicators",
            Kind::Criteria => "criteria",
        }
    }

    fn axes(self) -> &'static [&'static str] {
        match self {
            Kind::Money => &["programme", "component", "capital", "fund", "carried_from"],
            Kind::Indicator => &["indicator", "group"],
            Kind::Criteria => &["set"],
        }
    }

    const ALL: [Kind; 3] = [Kind::Money, Kind::Indicator, Kind::Criteria];
}

impl Subject {
    /// The word of an axis.
    pub fn axis(&self, name: &str) -> Option<&str> {
        self.axes.iter().find(|(axis, _)| *axis == name).map(|(_, word)| word.as_str())
    }

    /// As addresses name it: `ntm/investment`.
    pub fn slug(&self) -> String {
        self.axes.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join("/")
    }
}

/// One line of a file.
#[derive(Clone, Debug)]
pub struct Line<'c> {
    /// What it is about.
    pub subject: Subject,
    /// Where it stands.
    pub path: Vec<Step>,
    /// Its keys with their values.
    pub entries: &'c [(String, Content)],
}

impl Line<'_> {
    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&Content> {
        self.entries.iter().find(|(own, _)| own == key).map(|(_, value)| value).filter(|value| **value != Content::Nothing)
    }
}

/// The words of a value, or of its first language.
pub fn first_words(content: &Content, language: &str) -> Option<String> {
    match content {
        Content::Words(words) => Some(words.clone()),
        Content::Map(entries) => {
            let own = entries.iter().find(|(key, _)| key == language).or(entries.first());
            own.and_then(|(_, value)| first_words(value, language))
        }
        _ => None,
    }
}

fn entry<'c>(content: &'c Content, key: &str) -> Option<&'c Content> {
    match content {
        Content::Map(entries) => entries.iter().find(|(own, _)| own == key).map(|(_, value)| value),
        _ => None,
    }
}

/// One value alone counts as a list of one.
fn items(content: &Content) -> Vec<&Content> {
    match content {
        Content::List(items) => items.iter().collect(),
        Content::Nothing => Vec::new(),
        alone => vec![alone],
    }
}

/// The lines below `top`.
fn lines<'c>(top: &'c Content, at: &[Step], plan: bool) -> Vec<Line<'c>> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let Some(list) = entry(top, kind.list(plan)).filter(|_| !(plan && kind == Kind::Criteria)) else { continue };
        for (number, item) in items(list).into_iter().enumerate() {
            let Content::Map(entries) = item else { continue };
            let word = |axis: &'static str| match entry(item, axis) {
                Some(Content::Words(word)) => Some((axis, word.trim().to_owned())),
                _ => None,
            };
            let axes: Vec<_> = kind.axes().iter().filter_map(|axis| word(axis)).collect();
            let path = at.iter().cloned().chain([Step::key(kind.list(plan)), Step::Item(number)]).collect();
            all.push(Line { subject: Subject { kind, axes }, path, entries });
        }
    }
    all
}

/// One of the days of the results. Several sources may tell of one day, each apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayAt {
    /// The day.
    pub as_of: AsOf,
    /// Which of those of that day, from 0.
    pub nth: usize,
}

impl DayAt {
    /// The first of a day.
    pub fn first(as_of: AsOf) -> Self {
        DayAt { as_of, nth: 0 }
    }
}

/// One day of the results.
#[derive(Clone, Debug)]
pub struct Day<'c> {
    /// Its date as typed, read.
    pub as_of: Option<AsOf>,
    /// Where it stands.
    pub path: Vec<Step>,
    /// The source of all its lines.
    pub source: Option<String>,
    /// Its lines.
    pub lines: Vec<Line<'c>>,
}

impl Paper {
    /// The lines of the plan.
    pub fn plan_lines(&self) -> Vec<Line<'_>> {
        lines(&self.plan.content, &[], true)
    }

    /// The days of the results.
    pub fn days(&self) -> Vec<Day<'_>> {
        let Some(list) = entry(&self.results.content, "snapshots") else { return Vec::new() };
        let day = |(number, item): (usize, &'_ Content)| {
            let words = |key: &str| entry(item, key).and_then(|value| first_words(value, ""));
            (number, words("as_of").and_then(|typed| dates::as_of(&typed).ok()), words("source"))
        };
        let found: Vec<_> = items(list).into_iter().enumerate().map(|(number, item)| (day((number, item)), item)).collect();
        found
            .into_iter()
            .map(|((number, as_of, source), item)| {
                let path = vec![Step::key("snapshots"), Step::Item(number)];
                Day { as_of, lines: lines(item, &path, false), path, source }
            })
            .collect()
    }

    /// A day of the results, where it is there.
    pub fn day(&self, wanted: Option<DayAt>) -> Option<Day<'_>> {
        let wanted = wanted?;
        self.days().into_iter().filter(|day| day.as_of == Some(wanted.as_of)).nth(wanted.nth)
    }

    /// The newest day of the results whose date is known.
    pub fn newest(&self) -> Option<AsOf> {
        self.days().iter().filter_map(|day| day.as_of).filter(|date| date.known()).max_by_key(|date| date.day)
    }

    fn setting(&self, file: &File, key: &str) -> Option<String> {
        entry(&file.content, key).and_then(|value| first_words(value, ""))
    }

    /// How numbers are written in a file.
    pub fn locale(&self, file: &File) -> Locale {
        self.setting(file, "numbers").and_then(|typed| typed.parse().ok()).unwrap_or(self.locale)
    }

    /// The words for the money unit of a file; of the other file where this one has none.
    pub fn money_words(&self, file: &File) -> Option<String> {
        self.setting(file, "money_unit").or_else(|| self.setting(&self.results, "money_unit")).or_else(|| self.setting(&self.plan, "money_unit"))
    }

    /// The money unit of a file.
    pub fn money(&self, file: &File) -> Unit {
        let words = self.money_words(file);
        words.map_or(Unit::Bare, |typed| words::money(&fold(&typed)).map_or(Unit::OtherMoney(typed), Unit::Money))
    }
}
