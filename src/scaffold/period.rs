//! A new year or span of years for an area: the lines of the last one, each with the word for a value nobody has yet.
//!
//! Invariant: no value is ever taken over, only what lines are called and counted in.
//!
//! May use: forms, mend, model, schema.

use std::collections::BTreeMap;

use super::commented::{Entries, Page, Value};
use super::{Habits, NewFile, said};
use crate::forms::paper::{Kind, Line, Paper, Subject};
use crate::mend::yaml::Content;
use crate::model::{Measure, Period, Record};
use crate::schema;

/// What a new period is of, and who says so.
#[derive(Clone, Debug)]
pub struct New {
    /// The area.
    pub area: String,
    /// The period.
    pub period: Period,
    /// The document or report that sets the plan.
    pub source: String,
    /// Whether that is a document.
    pub is_document: bool,
    /// The day for which there are no results yet.
    pub as_of: String,
}

/// A line with the measures that are to be filled in.
struct Blank {
    subject: Subject,
    /// Words that belong to what the line is called: the name of a group, a scope.
    words: Vec<(&'static str, Value)>,
    keys: Vec<&'static str>,
}

/// What results do not begin with: what is worked out, foreseen or judged.
const LATER: [Measure; 5] = [Measure::Rate, Measure::Forecast, Measure::Exceeded, Measure::Change, Measure::Status];

/// Plan and results with the lines of an earlier period.
pub fn after(paper: &Paper, new: &New, habits: &Habits) -> Vec<NewFile> {
    let later = new.period.first - paper.period.first;
    let days = paper.days();
    let mut plan = blanks(paper.plan_lines().iter(), later);
    plan.iter_mut().for_each(|line| line.ready(true));
    let mut results = blanks(paper.plan_lines().iter(), later);
    results.iter_mut().for_each(|line| line.keys.clear());
    for line in blanks(days.iter().flat_map(|day| &day.lines), later) {
        match results.iter_mut().find(|known| known.subject == line.subject) {
            Some(known) => known.join(line),
            None => results.push(line),
        }
    }
    results.iter_mut().for_each(|line| line.ready(false));
    let money = |file| paper.money_words(file).filter(|_| plan.iter().chain(&results).any(|line| line.subject.kind == Kind::Money));
    files(&plan, &results, [money(&paper.plan), money(&paper.results)], new, habits)
}

/// Plan and results with a line for every programme and indicator of the site: an area's first period.
pub fn first(record: &Record, new: &New, habits: &Habits) -> Vec<NewFile> {
    let covers = |period: Option<Period>| period.is_none_or(|own| own.first <= new.period.last && new.period.first <= own.last);
    let is_current = |at: usize| record.programmes[at].members.is_empty() && covers(record.programmes[at].period);
    let line = |kind, axis, id: &str| Blank { subject: Subject { kind, axes: vec![(axis, id.to_owned())] }, words: Vec::new(), keys: Vec::new() };
    let lines = |is_plan: bool| {
        let money = record.programmes.iter().enumerate().filter(|(at, _)| is_current(*at)).map(|(_, own)| line(Kind::Money, "programme", &own.id));
        let counted = record.indicators.iter().filter(|own| is_current(own.programme.at())).map(|own| line(Kind::Indicator, "indicator", &own.id));
        let mut all: Vec<Blank> = money.chain(counted).collect();
        all.iter_mut().for_each(|line| line.ready(is_plan));
        all
    };
    let money = said(habits.tongue, "triệu đồng", "million dong");
    files(&lines(true), &lines(false), [Some(money.clone()), Some(money)], new, habits)
}

/// Every line once, under its name of the new period.
fn blanks<'l>(lines: impl Iterator<Item = &'l Line<'l>>, later: i16) -> Vec<Blank> {
    let mut all: Vec<Blank> = Vec::new();
    for line in lines.filter(|line| !line.subject.axes.is_empty()) {
        let mut subject = line.subject.clone();
        for (axis, word) in &mut subject.axes {
            // Money carried over into this year came from the year before, and so it does next year.
            if *axis == "carried_from"
                && let Ok(year) = word.parse::<i16>()
            {
                *word = (year + later).to_string();
            }
        }
        let keys = Measure::ALL.iter().filter(|(measure, key)| !LATER.contains(measure) && line.get(key).is_some()).map(|(_, key)| *key).collect();
        let words = ["group_name", "scope"].into_iter().filter_map(|key| Some((key, text(line.get(key)?)?))).collect();
        let blank = Blank { subject, words, keys };
        match all.iter_mut().find(|known| known.subject == blank.subject) {
            Some(known) => known.join(blank),
            None => all.push(blank),
        }
    }
    all
}

fn text(content: &Content) -> Option<Value> {
    match content {
        Content::Words(words) => Some(Value::words(words)),
        Content::Map(versions) => {
            let words = |(lang, content): &(String, Content)| match content {
                Content::Words(words) => Some((lang.clone(), words.clone())),
                _ => None,
            };
            Some(Value::Text(versions.iter().filter_map(words).collect()))
        }
        _ => None,
    }
}

impl Blank {
    fn join(&mut self, other: Blank) {
        for key in other.keys {
            if !self.keys.contains(&key) {
                self.keys.push(key);
            }
        }
        for (key, value) in other.words {
            if self.words.iter().all(|(own, _)| *own != key) {
                self.words.push((key, value));
            }
        }
    }

    /// A line must say something: what such a line says first.
    fn ready(&mut self, plan: bool) {
        if self.keys.is_empty() {
            self.keys.push(match (self.subject.kind, plan) {
                (Kind::Money, true) => "assigned",
                (Kind::Money, false) => "disbursed",
                (Kind::Indicator, true) => "target",
                (Kind::Indicator, false) => "actual",
                (Kind::Criteria, _) => "met",
            });
        }
    }

    fn entries(&self, state: &str) -> Entries {
        let axes = self.subject.axes.iter().map(|(axis, word)| (*axis, Value::words(word)));
        axes.chain(self.words.iter().cloned()).chain(self.keys.iter().map(|key| (*key, Value::words(state)))).collect()
    }
}

fn files(plan: &[Blank], results: &[Blank], [plan_money, results_money]: [Option<String>; 2], new: &New, habits: &Habits) -> Vec<NewFile> {
    let folder = format!("content/areas/{}/{}", new.area, new.period.slug());
    let head = |money: Option<String>| {
        let key = if new.period.first == new.period.last { "year" } else { "period" };
        let mut entries: Entries = vec![(key, Value::words(new.period.slug()))];
        entries.extend(money.map(|words| ("money_unit", Value::words(words))));
        entries
    };
    let lists = |lines: &[Blank], is_plan: bool, state: &str| -> Entries {
        let mut by_kind: BTreeMap<Kind, Vec<Entries>> = BTreeMap::new();
        lines.iter().for_each(|line| by_kind.entry(line.subject.kind).or_default().push(line.entries(state)));
        by_kind.into_iter().map(|(kind, lines)| (kind.list(is_plan), Value::Groups(lines))).collect()
    };
    let mut all = Vec::new();
    let mut add = |kind: schema::Kind, name: &str, entries: Entries, offered: &[&'static str]| {
        let path = habits.data(&format!("{folder}/{name}"));
        let text = Page { kind, path: &path, entries, offered }.text(habits.tongue);
        all.push(NewFile { path, text });
    };
    let own = if new.is_document { "document" } else { "source" };
    let mut entries = head(plan_money);
    entries.push((own, Value::words(&new.source)));
    entries.extend(lists(plan, true, &said(habits.tongue, "chưa giao", "not assigned")));
    add(schema::Kind::Plan, "plan", entries, &["document", "date"]);
    let mut snapshot: Entries = vec![("as_of", Value::words(&new.as_of)), ("source", Value::words(&new.source))];
    snapshot.extend(lists(results, false, &said(habits.tongue, "chưa có số liệu", "no data")));
    let mut entries = head(results_money);
    entries.push(("snapshots", Value::Groups(vec![snapshot])));
    add(schema::Kind::Results, "results", entries, &[]);
    all
}
