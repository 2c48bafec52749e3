//! Values taken out of a file, and what would say nothing without them: their line, its list, its day.
//!
//! Invariant: a line keeps its place as long as it states one value.
//!
//! May use: mend.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::measures;
use crate::mend::yaml::{Content, Edit, Step};

/// Keys of lines that go.
#[derive(Debug, Default)]
pub struct Removed {
    keys: BTreeMap<Vec<Step>, BTreeSet<String>>,
}

impl Removed {
    /// Takes a key of a line out.
    pub fn add(&mut self, line: &[Step], key: &str) {
        self.keys.entry(line.to_vec()).or_default().insert(key.to_owned());
    }

    /// The edits of a file: what goes is a key where its line still states something, else the line, and so on upwards.
    /// `edits` are those of values that stay or come; what they add to stays too.
    pub fn edits(&self, content: &Content, edits: &[Edit]) -> Vec<Edit> {
        let comes = |path: &[Step]| edits.iter().any(|edit| edit.path().starts_with(path));
        let mut paths: Vec<Vec<Step>> = Vec::new();
        let mut lines: BTreeMap<Vec<Step>, usize> = BTreeMap::new();
        for (line, keys) in &self.keys {
            let Some(Content::Map(entries)) = at(content, line) else { continue };
            let stays = |own: &String| !keys.contains(own) && measures().any(|(_, key)| key == own);
            if entries.iter().any(|(own, _)| stays(own)) || comes(line) {
                paths.extend(keys.iter().map(|key| line.iter().cloned().chain([Step::key(key)]).collect()));
            } else {
                paths.push(line.clone());
                *lines.entry(line[..line.len() - 1].to_vec()).or_default() += 1;
            }
        }
        let mut days: BTreeMap<Vec<Step>, BTreeSet<Vec<Step>>> = BTreeMap::new();
        for (list, gone) in lines {
            if count(at(content, &list)) == gone && !comes(&list) {
                replace(&mut paths, &list);
                days.entry(list[..list.len() - 1].to_vec()).or_default().insert(list);
            }
        }
        for (day, lists) in days {
            let Some(Content::Map(entries)) = at(content, &day).filter(|_| matches!(day.last(), Some(Step::Item(_)))) else { continue };
            let holds = |(key, value): &(String, Content)| {
                let list: Vec<Step> = day.iter().cloned().chain([Step::key(key)]).collect();
                matches!(value, Content::List(_) | Content::Map(_)) && !lists.contains(&list)
            };
            if !entries.iter().any(holds) && !comes(&day) {
                replace(&mut paths, &day);
            }
        }
        paths.into_iter().map(|path| Edit::Remove { path }).collect()
    }
}

/// Takes something out as a whole, with all that was to go from inside of it.
fn replace(paths: &mut Vec<Vec<Step>>, whole: &[Step]) {
    paths.retain(|path| !path.starts_with(whole));
    paths.push(whole.to_vec());
}

fn at<'c>(content: &'c Content, path: &[Step]) -> Option<&'c Content> {
    path.iter().try_fold(content, |content, step| match (content, step) {
        (Content::Map(entries), Step::Key(key)) => entries.iter().find(|(own, _)| own == key).map(|(_, value)| value),
        (Content::List(items), Step::Item(at)) => items.get(*at),
        // One value alone counts as a list of one.
        (alone, Step::Item(0)) => Some(alone),
        _ => None,
    })
}

fn count(list: Option<&Content>) -> usize {
    match list {
        Some(Content::List(items)) => items.len(),
        Some(_) => 1,
        None => 0,
    }
}

/// Where something stands after these edits: items that went leave their numbers to those behind them.
pub fn moved(path: &[Step], edits: &[Edit]) -> Vec<Step> {
    let mut now = path.to_vec();
    for edit in edits {
        let Edit::Remove { path: gone } = edit else { continue };
        let Some((Step::Item(removed), list)) = gone.split_last() else { continue };
        if path.starts_with(list)
            && let (Some(Step::Item(own)), Some(Step::Item(now))) = (path.get(list.len()), now.get_mut(list.len()))
            && own > removed
        {
            *now -= 1;
        }
    }
    now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mend::yaml::says;

    const RESULTS: &str = "\
year: 2024
snapshots:
  - as_of: 2024-03-31
    source: bai-mot
    budget:
      - programme: ntm
        disbursed: 780
        stated_rate: 31,4%
        rate_of: assigned
      - programme: gnbv
        disbursed: 5
        note: một
    indicators:
      - indicator: xa
        actual: 4
  - as_of: 2024-06-30
    source: bai-hai
    budget:
      programme: ntm
      disbursed: 1.200
";

    fn path(typed: &str) -> Vec<Step> {
        typed.split('/').map(|part| part.parse().map_or_else(|_| Step::key(part), Step::Item)).collect()
    }

    #[track_caller]
    fn check(removed: &[(&str, &str)], edits: &[Edit], expected: &[&str]) {
        let mut all = Removed::default();
        removed.iter().for_each(|(line, key)| all.add(&path(line), key));
        let found = all.edits(&says(RESULTS).unwrap(), edits);
        assert_eq!(found, expected.iter().map(|at| Edit::Remove { path: path(at) }).collect::<Vec<_>>());
    }

    #[test]
    fn a_line_goes_with_its_last_value_a_list_with_its_last_line_a_day_with_its_last_list() {
        let (first, second, indicator) = ("snapshots/0/budget/0", "snapshots/0/budget/1", "snapshots/0/indicators/0");
        check(&[(first, "disbursed")], &[], &["snapshots/0/budget/0/disbursed"]);
        check(&[(first, "stated_rate"), (first, "rate_of")], &[], &["snapshots/0/budget/0/rate_of", "snapshots/0/budget/0/stated_rate"]);
        check(&[(second, "disbursed")], &[], &["snapshots/0/budget/1"]);
        check(&[(second, "note")], &[], &["snapshots/0/budget/1/note"]);
        check(&[(indicator, "actual")], &[], &["snapshots/0/indicators"]);
        check(&[("snapshots/1/budget/0", "disbursed")], &[], &["snapshots/1"]);
        let all = [(first, "disbursed"), (first, "stated_rate"), (first, "rate_of"), (second, "disbursed"), (indicator, "actual")];
        check(&all[..4], &[], &["snapshots/0/budget"]);
        check(&all, &[], &["snapshots/0"]);
        // What comes in the same moment keeps what it comes into.
        let comes = Edit::Set { path: path("snapshots/0/budget/1/work_done"), value: Content::words("7") };
        check(&all[3..4], std::slice::from_ref(&comes), &["snapshots/0/budget/1/disbursed"]);
    }

    #[test]
    fn what_stands_behind_an_item_that_went_moves_up() {
        let gone: Vec<Edit> = ["a/1", "a/3", "b/0/c"].map(|at| Edit::Remove { path: path(at) }).into();
        for (before, after) in [("a/0/x", "a/0/x"), ("a/2/x", "a/1/x"), ("a/4/x", "a/2/x"), ("b/1/c", "b/1/c"), ("a", "a")] {
            assert_eq!(moved(&path(before), &gone), path(after), "{before}");
        }
    }
}
