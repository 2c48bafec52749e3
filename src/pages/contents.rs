//! The parts of a long page, each a link to its heading.
//!
//! Invariant: a page of few parts lists none; a reader sees it whole without.
//!
//! May use: nothing.

use super::views::Link;

/// So many parts are worth a list.
const FEW: usize = 4;

/// A link to a part of the page it stands on.
pub fn part(id: &str, words: String) -> Link {
    Link { href: format!("#{id}"), text: words, ..Link::default() }
}

/// The list of those parts the page has, in its order; empty where they are few.
pub fn of<const N: usize>(parts: [Vec<Link>; N]) -> Vec<Link> {
    let parts: Vec<Link> = parts.into_iter().flatten().collect();
    if parts.len() < FEW { Vec::new() } else { parts }
}

/// A part that is there.
pub fn if_there(there: bool, id: &str, words: impl FnOnce() -> String) -> Vec<Link> {
    there.then(|| part(id, words())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{if_there, of};

    #[test]
    fn three_parts_are_seen_without_a_list_and_four_are_listed_in_order() {
        let part = |there, id: &str| if_there(there, id, || id.to_owned());
        assert!(of([part(true, "a"), part(true, "b"), part(false, "c"), part(true, "d")]).is_empty());
        let hrefs: Vec<String> = of([part(true, "a"), part(true, "b"), part(true, "c"), part(true, "d")]).into_iter().map(|l| l.href).collect();
        assert_eq!(hrefs, ["#a", "#b", "#c", "#d"]);
    }
}
