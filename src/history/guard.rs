//! The guard: a run in which many published values would disappear stops and asks.
//!
//! A folder renamed by mistake, or a file lost while copying, takes dozens of values off a site without one wrong
//! line. Invariant: a value an entry says was taken away is no surprise; a value for a new day takes none away.
//!
//! May use: nothing.

use std::collections::{BTreeMap, HashMap};

/// As many values may disappear in one run without a question.
pub const FEW: usize = 5;

/// A stated value: its whole permanent address, and what it says.
pub type Stated = (String, String);

/// What would disappear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// The values, by address.
    pub gone: Vec<Stated>,
    /// What looks like another name for many of them.
    pub renamed: Option<Renamed>,
}

/// One name in place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The old name, with its way down to it: `nam-nhun`, or `nam-nhun/2024`.
    pub from: String,
    /// The new one.
    pub to: String,
    /// How many values stand under the new name as they stood under the old.
    pub values: usize,
}

/// Whether that is more than a few.
pub fn loss(mut gone: Vec<Stated>, came: &[Stated]) -> Option<Loss> {
    gone.sort();
    gone.dedup_by(|a, b| a.0 == b.0);
    if gone.len() <= FEW {
        return None;
    }
    let renamed = renamed(&gone, came);
    Some(Loss { gone, renamed })
}

/// A name that took another's place: most values under the old one stand unchanged under the new one.
fn renamed(gone: &[Stated], came: &[Stated]) -> Option<Renamed> {
    let mut best: Option<Renamed> = None;
    let depth = gone.iter().map(|(address, _)| parts(address).len()).max().unwrap_or(0);
    for at in 0..depth {
        let masked = |(address, value): &Stated| {
            let parts = parts(address);
            let name = (*parts.get(at)?).to_owned();
            let rest: Vec<&str> = parts.iter().enumerate().map(|(n, part)| if n == at { "*" } else { *part }).collect();
            Some(((rest.join("\n"), value.clone()), name))
        };
        let new: HashMap<(String, String), String> = came.iter().filter_map(masked).collect();
        let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut olds: BTreeMap<String, usize> = BTreeMap::new();
        for (key, old) in gone.iter().filter_map(masked) {
            if let Some(name) = new.get(&key).filter(|name| **name != old) {
                *pairs.entry((old.clone(), name.clone())).or_default() += 1;
            }
            *olds.entry(old).or_default() += 1;
        }
        let likely = pairs.into_iter().filter(|((old, _), same)| *same > 1 && same * 5 >= olds.get(old).copied().unwrap_or(0) * 4);
        for ((from, to), values) in likely {
            if best.as_ref().is_none_or(|best| values > best.values) {
                best = Some(Renamed { from, to, values });
            }
        }
    }
    best
}

/// The parts of an address that may be renamed: its names, and its day.
fn parts(address: &str) -> Vec<&str> {
    address.split(['/', '@', '~']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(addresses: &[&str]) -> Vec<Stated> {
        addresses.iter().enumerate().map(|(at, address)| ((*address).to_owned(), format!("{at}"))).collect()
    }

    #[test]
    fn a_few_values_may_go_in_silence() {
        assert_eq!(loss(all(&["a/2024/x/1", "a/2024/x/2", "a/2024/x/3", "a/2024/x/4", "a/2024/x/5"]), &[]), None);
        assert_eq!(loss(all(&["a/2024/x/1", "a/2024/x/2", "a/2024/x/3", "a/2024/x/4", "a/2024/x/5", "b/2024/x/5"]), &[]).map(|l| l.gone.len()), Some(6));
    }

    #[test]
    fn another_name_is_recognised_wherever_it_stands() {
        let old = ["a/2024/ntm/p@2024-03", "a/2024/ntm/q@2024-03", "a/2024/ntm/r@2024-03", "a/2024/gn/p@2024-03", "a/2024/gn/q@2024-03", "a/2024/gn/r@2024-03"];
        let check = |from: &str, to: &str, expected: Option<(&str, &str, usize)>| {
            let new: Vec<String> = old.iter().map(|address| address.replacen(from, to, 1)).collect();
            let found = loss(all(&old), &all(&new.iter().map(String::as_str).collect::<Vec<_>>())).and_then(|l| l.renamed);
            assert_eq!(found.as_ref().map(|r| (r.from.as_str(), r.to.as_str(), r.values)), expected, "{from} → {to}");
        };
        check("a/", "b/", Some(("a", "b", 6)));
        check("/ntm/", "/nongthon/", Some(("ntm", "nongthon", 3)));
        check("@2024-03", "@2024-04", Some(("2024-03", "2024-04", 6)));
        let other: Vec<Stated> = all(&old).into_iter().map(|(address, value)| (address.replacen('a', "b", 1), format!("{value}9"))).collect();
        assert_eq!(loss(all(&old), &other).and_then(|l| l.renamed), None, "other values are no new name");
    }
}
