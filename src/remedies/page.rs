//! A data file, or the top of a report, as its YAML: what stands at a spot, and the text with something put in or taken out.
//!
//! May use: diag, mend, parse, tree.

use std::ops::Range;
use std::sync::Arc;

use crate::diag::Spot;
use crate::mend::yaml::{self, Content, Edit, Step};
use crate::parse::report;
use crate::tree::{self, Desk, Kind, Node};

/// The YAML of a file.
pub(super) struct Page<'t> {
    text: &'t str,
    yaml: Range<usize>,
}

impl<'t> Page<'t> {
    /// The YAML of a data file, or of the top of a report or page.
    pub(super) fn of(file: &str, text: &'t str) -> Option<Self> {
        let yaml = if file.ends_with(".md") { report::front_of(text)? } else { 0..text.len() };
        Some(Page { text, yaml })
    }

    fn part(&self) -> &'t str {
        &self.text[self.yaml.clone()]
    }

    /// What the file says.
    pub(super) fn says(&self) -> Option<Content> {
        yaml::says(self.part())
    }

    /// The steps from the top to what stands at a spot, and the bytes it takes up in the file.
    pub(super) fn at(&self, spot: Spot) -> Option<(Vec<Step>, Range<usize>)> {
        let first = 1 + self.text[..self.yaml.start].matches('\n').count() as u32;
        let mut desk = Desk::new(&Arc::from(""));
        let root = tree::yaml::read(self.part(), first, &mut desk)?;
        let mut path = Vec::new();
        let bytes = down(&root, (spot.line, spot.column), &mut path);
        Some((path, self.yaml.start + bytes.start..self.yaml.start + bytes.end))
    }

    /// The steps to the item of a list, the innermost one, in which a spot stands.
    pub(super) fn item(&self, spot: Spot) -> Option<Vec<Step>> {
        let (mut path, _) = self.at(spot)?;
        while !matches!(path.last()?, Step::Item(_)) {
            path.pop();
        }
        Some(path)
    }

    /// The text of the whole file with these edits.
    pub(super) fn edited(&self, edits: &[Edit]) -> Option<String> {
        let part = yaml::edit(self.part(), edits).ok()?;
        Some([&self.text[..self.yaml.start], &part, &self.text[self.yaml.end..]].concat())
    }

    /// The text of the whole file with a value given to a key.
    pub(super) fn with(&self, above: &[Step], key: &str, value: Content) -> Option<String> {
        let path = above.iter().cloned().chain([Step::key(key)]).collect();
        self.edited(&[Edit::Set { path, value }])
    }

    /// The text of the whole file without what a path leads to; where it would be the last of its list, without the list.
    pub(super) fn without(&self, path: &[Step]) -> Option<String> {
        let (_, above) = path.split_last()?;
        [path, above].into_iter().filter(|path| !path.is_empty()).find_map(|path| self.edited(&[Edit::Remove { path: path.to_vec() }]))
    }

    /// The text of the whole file with a line before all others of its YAML, comments left above it.
    pub(super) fn with_first(&self, line: &str) -> String {
        let mut at = self.yaml.start;
        for own in self.part().split_inclusive('\n') {
            if !own.trim().is_empty() && !own.starts_with('#') && !own.starts_with("---") {
                break;
            }
            at += own.len();
        }
        let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        [&self.text[..at], line, end, &self.text[at..]].concat()
    }
}

/// What of a file a path leads to.
pub(super) fn under<'c>(content: &'c Content, path: &[Step]) -> Option<&'c Content> {
    path.iter().try_fold(content, |at, step| match (at, step) {
        (Content::Map(entries), Step::Key(key)) => entries.iter().find(|(own, _)| own == key).map(|(_, value)| value),
        (Content::List(items), Step::Item(item)) => items.get(*item),
        _ => None,
    })
}

/// The words under a key of a group.
pub(super) fn words<'c>(group: &'c Content, key: &str) -> Option<&'c str> {
    match under(group, &[Step::key(key)])? {
        Content::Words(words) => Some(words),
        _ => None,
    }
}

/// Every word under a key of this name, wherever it stands.
pub(super) fn everywhere<'c>(content: &'c Content, key: &str, all: &mut Vec<&'c str>) {
    match content {
        Content::Map(entries) => {
            for (own, value) in entries {
                match value {
                    Content::Words(words) if own == key => all.push(words),
                    value => everywhere(value, key, all),
                }
            }
        }
        Content::List(items) => items.iter().for_each(|item| everywhere(item, key, all)),
        _ => {}
    }
}

/// The one word all of them are, when there is any.
pub(super) fn agreed<'w>(all: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let mut all = all.into_iter();
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Goes down to what begins at a place or holds it, and says which bytes that takes up.
fn down(node: &Node<'_>, place: (u32, u32), path: &mut Vec<Step>) -> Range<usize> {
    let starts = |spot: Spot| (spot.line, spot.column) <= place;
    match &node.kind {
        Kind::Map(entries) => match entries.iter().rev().find(|(key, _)| starts(key.spot)) {
            Some((key, value)) => {
                path.push(Step::key(key.text.as_ref()));
                if (key.spot.line, key.spot.column) == place || matches!(value.kind, Kind::Empty) { key.bytes.clone() } else { down(value, place, path) }
            }
            None => node.bytes.clone(),
        },
        Kind::List(items) => match items.iter().rposition(|item| starts(item.spot)) {
            Some(at) if (node.spot.line, node.spot.column) < place || items.len() == 1 || at == 0 => {
                path.push(Step::Item(at));
                down(&items[at], place, path)
            }
            _ => node.bytes.clone(),
        },
        _ => node.bytes.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "year: 2024\nbudget:\n  - programme: ntm\n    assigned: 5\n  - programme: gnbv\n    assigned: 6\n";

    #[test]
    fn what_stands_at_a_spot_is_found_with_its_item() {
        let page = Page::of("a.yaml", TEXT).unwrap();
        let spot = |line, column| Spot { line, column, width: 1 };
        let step = |part: &str| part.parse().map_or_else(|_| Step::key(part), Step::Item);
        let path = |typed: &str| typed.split('/').map(step).collect::<Vec<_>>();
        assert_eq!(page.at(spot(6, 15)).map(|(path, bytes)| (path, &TEXT[bytes])), Some((path("budget/1/assigned"), "6")));
        assert_eq!(page.item(spot(5, 5)), Some(path("budget/1")));
        assert_eq!(page.item(spot(1, 7)), None);
        assert_eq!(page.without(&path("budget/1")).as_deref(), Some(&TEXT[..TEXT.find("  - programme: gnbv").unwrap()]));
        assert_eq!(page.with_first("money_unit: đồng"), format!("money_unit: đồng\n{TEXT}"));
    }

    #[test]
    fn places_of_a_report_count_from_its_first_line() {
        let text = "---\ntitle: A\nareas: [x]\n---\nBài.\n";
        let page = Page::of("a.md", text).unwrap();
        assert_eq!(page.at(Spot { line: 2, column: 8, width: 1 }).map(|(_, bytes)| &text[bytes]), Some("A"));
        assert_eq!(page.with(&[], "lead", Content::words("B")).as_deref(), Some("---\ntitle: A\nareas: [x]\nlead: B\n---\nBài.\n"));
    }
}
