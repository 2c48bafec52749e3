//! The rows of a form: for each line its plan and its result, and each further value on a row of its own.
//!
//! Invariant: a row's id names its value for good, so that a form can be sorted, shortened and read back.
//!
//! May use: i18n, mend, model.

use std::collections::{BTreeMap, HashSet};

use super::paper::{DayAt, File, Kind, Line, Paper, Subject, first_words};
use crate::i18n::Language;
use crate::mend::yaml::{Content, Step};
use crate::model::{Capital, Fund, IndicatorKind, Measure, Record, Unit};

/// What can stand in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A number in this unit.
    Number(Unit),
    /// A percentage.
    Percent,
    /// A day or words.
    Day,
    /// Words.
    Words,
}

/// One value of a file: where it stands, or where it would.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Whether it belongs to the plan.
    pub plan: bool,
    /// Its key.
    pub key: &'static str,
    /// Its line, where there is one.
    pub line: Option<Vec<Step>>,
    /// What is typed there.
    pub typed: Option<Content>,
    /// The words of the source beside it, which a new value would not have.
    pub printed: bool,
    /// Whether its line says what a rate is a share of.
    pub denominator: bool,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which paper of the form.
    pub paper: usize,
    /// Its id: `nam-nhun/2024/ntm/investment/disbursed`.
    pub id: String,
    /// What it is about.
    pub subject: Subject,
    /// Name of the area.
    pub area: String,
    /// What it is, in words.
    pub name: String,
    /// What it counts, in words.
    pub unit: String,
    /// What can stand in it.
    pub sort: Sort,
    /// The planned value.
    pub plan: Option<Slot>,
    /// The result.
    pub result: Option<Slot>,
    /// Whether the note and the source of the line are on this row.
    pub leads: bool,
    /// The note of its line.
    pub note: Option<Content>,
    /// A source of its own.
    pub source: Option<String>,
    /// The denominator of a rate, for a new line.
    pub rate_of: Option<String>,
}

impl Row {
    /// The value the state of the row speaks of.
    pub fn main(&self) -> Option<&Slot> {
        self.result.as_ref().or(self.plan.as_ref())
    }

    /// The file of a slot.
    pub fn file<'p>(&self, paper: &'p Paper, slot: &Slot) -> &'p File {
        if slot.plan { &paper.plan } else { &paper.results }
    }
}

/// The key of a measure in a file.
fn key_of(measure: Measure) -> &'static str {
    if measure == Measure::Rate { "stated_rate" } else { measure.name() }
}

/// Every measure with its key in a file.
pub(super) fn measures() -> impl Iterator<Item = (Measure, &'static str)> {
    Measure::ALL.into_iter().map(|(measure, _)| (measure, key_of(measure)))
}

fn first_result(kind: Kind) -> Measure {
    match kind {
        Kind::Money => Measure::Disbursed,
        Kind::Indicator => Measure::Actual,
        Kind::Criteria => Measure::Met,
    }
}

fn first_plan(kind: Kind) -> Option<Measure> {
    match kind {
        Kind::Money => Some(Measure::Assigned),
        Kind::Indicator => Some(Measure::Target),
        Kind::Criteria => None,
    }
}

/// All rows of some papers for one day, and how many values are left out because their line is told twice.
pub fn rows(papers: &[Paper], record: &Record, language: &Language, of: Option<DayAt>) -> (Vec<Row>, usize) {
    let mut all = Vec::new();
    let mut twice = 0;
    for (at, paper) in papers.iter().enumerate() {
        let maker = Maker { at, paper, record, language };
        twice += maker.rows(of, &mut all);
    }
    // Two lines whose axes read alike would be one row.
    let mut seen = HashSet::new();
    let before = all.len();
    all.retain(|row| seen.insert(row.id.clone()));
    twice += before - all.len();
    (all, twice)
}

struct Maker<'p> {
    at: usize,
    paper: &'p Paper,
    record: &'p Record,
    language: &'p Language,
}

/// The one line that states a measure; two such lines cannot be told apart in a form.
enum Stated<'c, 'l> {
    Nowhere,
    Once(&'l Line<'c>),
    Twice,
}

fn stated<'c, 'l>(lines: &'l [Line<'c>], subject: &Subject, key: &str) -> Stated<'c, 'l> {
    let mut found = lines.iter().filter(|line| line.subject == *subject && line.get(key).is_some());
    match (found.next(), found.next()) {
        (None, _) => Stated::Nowhere,
        (Some(line), None) => Stated::Once(line),
        _ => Stated::Twice,
    }
}

impl Maker<'_> {
    fn rows(&self, of: Option<DayAt>, all: &mut Vec<Row>) -> usize {
        let (plan, days) = (self.paper.plan_lines(), self.paper.days());
        let day = self.paper.day(of);
        let results: &[Line<'_>] = day.as_ref().map_or(&[], |day| &day.lines);
        let mut subjects: Vec<&Subject> = Vec::new();
        let mut seen = HashSet::new();
        for line in plan.iter().chain(days.iter().flat_map(|day| &day.lines)) {
            if !line.subject.axes.is_empty() && seen.insert(&line.subject) {
                subjects.push(&line.subject);
            }
        }
        // What earlier days state of a line is asked for on a later day too, but not what they foresaw.
        let mut asked: BTreeMap<&Subject, Vec<&'static str>> = BTreeMap::new();
        for line in days.iter().flat_map(|day| &day.lines) {
            let keys = measures().filter(|(measure, key)| {
                line.get(key).is_some() && (!matches!(measure, Measure::Forecast | Measure::Exceeded) || results.iter().any(|now| now.path == line.path))
            });
            asked.entry(&line.subject).or_default().extend(keys.map(|(_, key)| key));
        }
        let mut twice = 0;
        for subject in subjects {
            let mut leads = true;
            let (first, planned) = (first_result(subject.kind), first_plan(subject.kind));
            // The main row: planned and reached, side by side.
            let mut pair = Vec::new();
            if let Some(measure) = planned {
                pair.push((measure, true));
            }
            pair.push((first, false));
            let mut main = [None, None];
            for (measure, of_plan) in &pair {
                let lines = if *of_plan { &plan[..] } else { results };
                match self.slot(lines, subject, key_of(*measure), *of_plan) {
                    Some(slot) => main[usize::from(!of_plan)] = Some(slot),
                    None => twice += 1,
                }
            }
            let [mut plan_slot, result_slot] = main;
            // Two files that count in different money cannot share a row.
            let apart = subject.kind == Kind::Money && self.paper.money(&self.paper.plan) != self.paper.money(&self.paper.results);
            if let Some(slot) = plan_slot.take_if(|_| apart && result_slot.is_some()) {
                all.push(self.row(subject, planned.unwrap_or(first), Some(slot), None, false, results, &days));
            }
            if let Some(result) = result_slot {
                all.push(self.row(subject, first, plan_slot, Some(result), std::mem::take(&mut leads), results, &days));
            } else if let Some(slot) = plan_slot {
                all.push(self.row(subject, planned.unwrap_or(first), Some(slot), None, std::mem::take(&mut leads), results, &days));
            }
            // Everything else that is stated of the line.
            for (measure, key) in measures() {
                if Some(measure) != planned && plan.iter().any(|line| line.subject == *subject && line.get(key).is_some()) {
                    match self.slot(&plan, subject, key, true) {
                        Some(slot) => all.push(self.row(subject, measure, Some(slot), None, false, results, &days)),
                        None => twice += 1,
                    }
                }
                if measure != first && asked.get(subject).is_some_and(|keys| keys.contains(&key)) {
                    match self.slot(results, subject, key, false) {
                        Some(slot) => all.push(self.row(subject, measure, None, Some(slot), false, results, &days)),
                        None => twice += 1,
                    }
                }
            }
        }
        twice
    }

    /// Where a value stands, or would stand; `None` when two lines state it.
    fn slot(&self, lines: &[Line<'_>], subject: &Subject, key: &'static str, plan: bool) -> Option<Slot> {
        let slot = |line: Option<&Line<'_>>, typed: Option<Content>| {
            let printed = line.and_then(|line| line.get("printed")).is_some_and(|printed| match printed {
                Content::Map(entries) => entries.iter().any(|(own, _)| own == key),
                // One string belongs to the first value of the line.
                _ => line.and_then(|line| line.entries.iter().find(|(own, _)| measures().any(|(_, k)| k == own))).is_some_and(|(own, _)| own == key),
            });
            let denominator = line.is_some_and(|line| line.get("rate_of").is_some());
            Slot { plan, key, line: line.map(|line| line.path.clone()), typed, printed, denominator }
        };
        match stated(lines, subject, key) {
            Stated::Once(line) => Some(slot(Some(line), line.get(key).cloned())),
            Stated::Nowhere => Some(slot(lines.iter().find(|line| line.subject == *subject), None)),
            Stated::Twice => None,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one row is put together from all that is known of its line")]
    fn row(
        &self,
        subject: &Subject,
        measure: Measure,
        plan: Option<Slot>,
        result: Option<Slot>,
        leads: bool,
        results: &[Line<'_>],
        days: &[super::paper::Day<'_>],
    ) -> Row {
        let paper = self.paper;
        let area = self.record.area(paper.area);
        let base = format!("{}/{}/{}", area.id, paper.period.slug(), subject.slug());
        let id = if result.is_some() { format!("{base}/{}", measure.name()) } else { format!("{base}/{}@plan", measure.name()) };
        let file = if result.is_some() { &paper.results } else { &paper.plan };
        let (sort, unit) = self.sort(subject, measure, file);
        let plan_lines = paper.plan_lines();
        let of_results = results.iter().find(|line| line.subject == *subject);
        let line = if result.is_some() { of_results } else { plan_lines.iter().find(|line| line.subject == *subject) };
        let earlier = days.iter().rev().flat_map(|day| &day.lines).filter(|line| line.subject == *subject).find_map(|line| line.get("rate_of"));
        Row {
            paper: self.at,
            id,
            area: area.name.get(&self.language.tag).to_owned(),
            name: self.name(subject, measure, leads),
            unit,
            sort,
            plan,
            result,
            leads,
            note: line.and_then(|line| line.get("note")).cloned(),
            source: line.and_then(|line| line.get("source")).and_then(|source| first_words(source, "")),
            rate_of: earlier.and_then(|of| first_words(of, "")),
            subject: subject.clone(),
        }
    }

    fn sort(&self, subject: &Subject, measure: Measure, file: &File) -> (Sort, String) {
        if measure == Measure::Rate {
            return (Sort::Percent, "%".to_owned());
        }
        if measure == Measure::Status {
            return (Sort::Words, String::new());
        }
        match subject.kind {
            Kind::Money => (Sort::Number(self.paper.money(file)), self.paper.money_words(file).unwrap_or_default()),
            Kind::Criteria => (Sort::Number(Unit::Bare), String::new()),
            Kind::Indicator => {
                let own = self.record.indicators().find(|(_, own)| Some(own.id.as_str()) == subject.axis("indicator"));
                let Some((_, indicator)) = own else { return (Sort::Words, String::new()) };
                let unit = indicator.unit.get(&self.language.tag).to_owned();
                match indicator.kind {
                    IndicatorKind::Text => (Sort::Words, unit),
                    IndicatorKind::Milestone => (Sort::Day, unit),
                    _ if unit.trim() == "%" || unit.starts_with("%/") => (Sort::Percent, unit),
                    _ => (Sort::Number(Unit::Bare), unit),
                }
            }
        }
    }

    /// `Nông thôn mới · Vốn đầu tư`, with the measure where it is not the main row.
    fn name(&self, subject: &Subject, measure: Measure, main: bool) -> String {
        let tag = &self.language.tag;
        let mut parts = Vec::new();
        match subject.kind {
            Kind::Money => {
                let id = subject.axis("programme").unwrap_or("");
                let programme = self.record.programmes().find(|(_, own)| own.id == id).map(|(_, own)| own);
                parts.push(programme.map_or(id, |own| own.short.get(tag)).to_owned());
                if let Some(id) = subject.axis("component") {
                    let component = programme.and_then(|own| own.components.iter().find(|c| c.id == id));
                    parts.push(component.map_or(id.to_owned(), |c| format!("{} {}", c.code, c.name.get(tag)).trim().to_owned()));
                }
                let capital = [Capital::Investment, Capital::Recurrent].into_iter().find(|c| Some(c.name()) == subject.axis("capital"));
                parts.extend(capital.map(|c| self.language.say(&format!("capital-{}", c.name()))));
                let fund = Fund::ALL.iter().find(|(_, name)| Some(*name) == subject.axis("fund"));
                parts.extend(fund.map(|(_, name)| self.language.say(&format!("fund-{}", name.replace('_', "-")))));
                parts.extend(subject.axis("carried_from").map(|year| if tag == "vi" { format!("nguồn năm {year}") } else { format!("money of {year}") }));
            }
            Kind::Indicator => {
                let id = subject.axis("indicator").unwrap_or("");
                let indicator = self.record.indicators().find(|(_, own)| own.id == id);
                parts.push(indicator.map_or(id, |(_, own)| own.name.get(tag)).to_owned());
                parts.extend(subject.axis("group").map(str::to_owned));
            }
            Kind::Criteria => {
                let id = subject.axis("set").unwrap_or("");
                let set = self.record.sets.iter().find(|own| own.id == id);
                parts.push(set.map_or(id, |own| own.name.get(tag)).to_owned());
            }
        }
        if !main || subject.kind == Kind::Criteria {
            parts.push(self.language.say(&format!("measure-{}", measure.name().replace('_', "-"))));
        }
        parts.join(" · ")
    }
}
