//! Lines nobody wrote yet: in which list they come to stand, and behind which.
//!
//! Invariant: lines that are there keep their places.
//!
//! May use: mend.

use std::collections::BTreeMap;

use super::paper::{File, Kind, Paper, Subject};
use crate::mend::yaml::{Content, Edit, Step};

/// The head of a file that is not there yet.
pub fn head(paper: &Paper, file: &File) -> Vec<(String, Content)> {
    let key = if paper.period.first == paper.period.last { "year" } else { "period" };
    let mut entries = vec![(key.to_owned(), Content::words(paper.period.slug()))];
    entries.extend(paper.money_words(file).map(|words| ("money_unit".to_owned(), Content::words(words))));
    entries
}

/// New lines by the list they belong to.
pub fn lists(new: &[(Subject, Vec<(String, Content)>)], plan: bool) -> Vec<(String, Content)> {
    let mut all: Vec<(String, Content)> = Vec::new();
    for kind in [Kind::Money, Kind::Indicator, Kind::Criteria] {
        let items: Vec<Content> = new.iter().filter(|(subject, _)| subject.kind == kind).map(|(_, entries)| Content::Map(entries.clone())).collect();
        if !items.is_empty() {
            all.push((kind.list(plan).to_owned(), Content::List(items)));
        }
    }
    all
}

/// Where new lines come to stand, when so many are in each list already.
pub fn places(top: &[Step], there: &BTreeMap<Kind, usize>, new: &[(Subject, Vec<(String, Content)>)], plan: bool) -> Vec<Vec<Step>> {
    let mut next = there.clone();
    new.iter()
        .map(|(subject, _)| {
            let number = next.entry(subject.kind).or_default();
            *number += 1;
            top.iter().cloned().chain([Step::key(subject.kind.list(plan)), Step::Item(*number - 1)]).collect()
        })
        .collect()
}

/// Adds new lines to the lists below `top`.
pub fn add_lines(top: &[Step], lines: &[Vec<Step>], new: &[(Subject, Vec<(String, Content)>)], plan: bool, edits: &mut Vec<Edit>) -> Vec<Vec<Step>> {
    let mut there: BTreeMap<Kind, usize> = BTreeMap::new();
    for kind in [Kind::Money, Kind::Indicator, Kind::Criteria] {
        let list = Step::key(kind.list(plan));
        let many = lines.iter().filter(|path| path.get(top.len()) == Some(&list)).count();
        if many > 0 {
            there.insert(kind, many);
        }
    }
    for (name, list) in lists(new, plan) {
        let path: Vec<Step> = top.iter().cloned().chain([Step::key(&name)]).collect();
        let kind = [Kind::Money, Kind::Indicator, Kind::Criteria].into_iter().find(|kind| kind.list(plan) == name);
        match list {
            Content::List(items) if kind.is_some_and(|kind| there.contains_key(&kind)) => {
                edits.extend(items.into_iter().map(|item| Edit::Push { path: path.clone(), item }));
            }
            list => edits.push(Edit::Set { path, value: list }),
        }
    }
    places(top, &there, new, plan)
}
