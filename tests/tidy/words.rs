//! The word files: which messages they hold, and which variables each is given.

use std::collections::{BTreeMap, BTreeSet};

/// The messages of a Fluent file, each with the variables it shows; a message that stands twice is told by name.
/// A variable that only chooses a plural form is not counted: Vietnamese has none.
pub fn messages(ftl: &str) -> (BTreeMap<String, BTreeSet<String>>, Vec<String>) {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut twice = Vec::new();
    let mut at = String::new();
    for line in ftl.lines().filter(|l| !l.starts_with('#')) {
        let mut words = line;
        if let Some((id, rest)) = line.split_once('=').filter(|(id, _)| id.starts_with(|c: char| c.is_ascii_lowercase())) {
            at = id.trim().to_owned();
            words = rest;
            if all.insert(at.clone(), BTreeSet::new()).is_some() {
                twice.push(at.clone());
            }
        }
        let shown = words.split('$').skip(1).filter(|v| !v.split('}').next().is_some_and(|v| v.contains("->")));
        let variables = shown.map(|v| v.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect());
        if let Some(mine) = all.get_mut(&at) {
            mine.extend(variables);
        }
    }
    (all, twice)
}
