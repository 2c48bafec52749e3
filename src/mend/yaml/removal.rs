//! A key or an item taken out of a file, with the lines it stands on.
//!
//! Invariant: a comment on a line of its own stays unless it stands inside of what goes; what stands in brackets, and the
//! last key or item of its kind, is left to the person, because what would remain is another kind of thing.
//!
//! May use: tree.

use std::ops::Range;

use super::{Patch, Refused, Step, dash_before, find, in_brackets};
use crate::tree::{Kind, Node};

/// What to take out so that nothing stands at `path` any more.
pub(super) fn patch(text: &str, root: &Node<'_>, path: &[Step]) -> Result<Patch, Refused> {
    let (last, above) = path.split_last().ok_or(Refused::NoSuchPlace)?;
    let above = find(root, above, text).ok_or(Refused::NoSuchPlace)?;
    if above.inside || in_brackets(above.node, text) {
        return Err(Refused::Form);
    }
    let bytes = match (&above.node.kind, last) {
        (Kind::Map(entries), Step::Key(name)) => {
            let at = entries.iter().position(|(key, _)| key.text == *name).ok_or(Refused::NoSuchPlace)?;
            let (key, value) = &entries[at];
            let end = line_end(text, end_of(text, value).max(key.bytes.end));
            match (line_start(text, key.bytes.start), entries.get(at + 1)) {
                (Some(start), _) if entries.len() > 1 => start..end,
                // Behind a dash the next key takes its place.
                (None, Some((next, _))) if at == 0 && text[end..next.bytes.start].trim().is_empty() => key.bytes.start..next.bytes.start,
                _ => return Err(Refused::Form),
            }
        }
        (Kind::List(items), Step::Item(at)) => {
            let item = items.get(*at).ok_or(Refused::NoSuchPlace)?;
            let dash = dash_before(text, item.bytes.start).ok_or(Refused::Form)?;
            let start = line_start(text, dash).filter(|_| items.len() > 1).ok_or(Refused::Form)?;
            start..line_end(text, end_of(text, item).max(dash + 1))
        }
        _ => return Err(Refused::Form),
    };
    Ok(Patch { bytes, text: String::new() })
}

/// Where the words of a node end, without the blank lines behind them.
fn end_of(text: &str, node: &Node<'_>) -> usize {
    let Range { start, .. } = node.bytes;
    match &node.kind {
        Kind::Empty if text[node.bytes.clone()].trim().is_empty() => 0,
        _ => start + text[node.bytes.clone()].trim_end().len(),
    }
}

/// Where the line of a byte begins, when nothing but spaces stands before it.
fn line_start(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    text[start..at].bytes().all(|byte| byte == b' ').then_some(start)
}

/// Where the line of a byte ends, its line end included.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |line| at + line + 1)
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, edit};
    use super::*;

    const RESULTS: &str = "\
# Kết quả quý I.
year: 2024
snapshots:
  # quý I
  - as_of: 2024-03-31
    budget:
      - programme: ntm
        disbursed: 780 # chưa đối chiếu
        note: |
          một
          hai

      # Vốn sự nghiệp
      - disbursed: 5
        programme: gnbv
        printed:
  - as_of: 2024-06-30
    budget:
      - programme: ntm
        disbursed: 1.200
";

    fn remove(at: &str) -> Edit {
        let step = |part: &str| part.parse().map_or_else(|_| Step::key(part), Step::Item);
        Edit::Remove { path: at.split('/').map(step).collect() }
    }

    #[track_caller]
    fn check(edits: &[Edit], gone: &[&str]) {
        let expected = gone.iter().fold(RESULTS.to_owned(), |text, part| {
            assert!(text.contains(part), "{part:?} is there");
            text.replacen(part, "", 1)
        });
        assert_eq!(edit(RESULTS, edits).as_deref(), Ok(expected.as_str()));
        // The same with the line ends of Windows.
        let crlf = |text: &str| text.replace('\n', "\r\n");
        assert_eq!(edit(&crlf(RESULTS), edits), Ok(crlf(&expected)));
    }

    #[test]
    fn what_is_taken_out_takes_its_lines_and_nothing_else() {
        check(&[remove("snapshots/0/budget/0/disbursed")], &["        disbursed: 780 # chưa đối chiếu\n"]);
        check(&[remove("snapshots/0/budget/0/note")], &["        note: |\n          một\n          hai\n"]);
        check(&[remove("snapshots/0/budget/1/printed")], &["        printed:\n"]);
        check(&[remove("snapshots/0/budget/1/disbursed")], &["disbursed: 5\n        "]);
        check(&[remove("snapshots/0/budget/1")], &["      - disbursed: 5\n        programme: gnbv\n        printed:\n"]);
        check(&[remove("snapshots/1")], &["  - as_of: 2024-06-30\n    budget:\n      - programme: ntm\n        disbursed: 1.200\n"]);
        check(&[remove("snapshots/1/budget")], &["    budget:\n      - programme: ntm\n        disbursed: 1.200\n"]);
    }

    #[test]
    fn several_things_go_together_with_others_that_change() {
        let set = Edit::Set { path: vec![Step::key("year")], value: super::super::Content::words("2024") };
        check(
            &[remove("snapshots/0/budget/0/disbursed"), set, remove("snapshots/1")],
            &["        disbursed: 780 # chưa đối chiếu\n", "  - as_of: 2024-06-30\n    budget:\n      - programme: ntm\n        disbursed: 1.200\n"],
        );
        let both = [remove("snapshots/0/budget/0"), remove("snapshots/0/budget/1")];
        assert_eq!(edit(RESULTS, &both), Err(Refused::Form), "a list of nothing is no list");
    }

    #[test]
    fn what_would_leave_another_kind_of_thing_is_left_to_the_person() {
        assert_eq!(edit("a: {b: 1, c: 2}\n", &[remove("a/b")]), Err(Refused::Form));
        assert_eq!(edit("a:\n  b: 1\n", &[remove("a/b")]), Err(Refused::Form));
        assert_eq!(edit("a:\n  - 1\n", &[remove("a/0")]), Err(Refused::Form));
        assert_eq!(edit("a:\n  - b: 1\n    # một\n    c: 2\n", &[remove("a/0/b")]), Err(Refused::Form), "whose comment would it be");
        assert_eq!(edit(RESULTS, &[remove("snapshots/7")]), Err(Refused::NoSuchPlace));
        assert_eq!(edit("a: 1\nb: 2", &[remove("b")]).as_deref(), Ok("a: 1\n"));
        assert_eq!(edit("\u{feff}a: 1\nb: 2\n", &[remove("a")]).as_deref(), Ok("\u{feff}b: 2\n"));
    }
}
