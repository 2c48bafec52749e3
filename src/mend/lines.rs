//! Whole lines that can be put right in one way: one told twice, a top that was not closed, a value that points elsewhere.
//!
//! Invariant: only proposals; whoever asks reads the text again and takes one only if it is better for it.
//!
//! May use: diag.

use crate::diag::Problem;

/// Most lines the top of a report can have.
const TOP: usize = 200;

/// The texts in which this problem may be gone, the likeliest first.
pub fn tried(text: &str, problem: &Problem) -> Option<Vec<String>> {
    let at = problem.place.as_ref()?.spot.line.checked_sub(1)? as usize;
    match problem.code.name {
        "broken-structure" => quoted(text, at).map(|text| vec![text]),
        "duplicate-key" => once(text, at).map(|text| vec![text]),
        "front-matter-open" => Some(closed(text)),
        "alias-refused" => written_out(text, at).map(|text| vec![text]),
        _ => None,
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// Without a line that says, word for word, what a line of the same group has said.
fn once(text: &str, at: usize) -> Option<String> {
    let lines = lines(text);
    let line = *lines.get(at)?;
    let same = |other: &&str| other.trim_end() == line.trim_end();
    let group = lines[..at].iter().rev().take_while(|other| other.trim().is_empty() || indent(other) >= indent(line));
    let has_more = lines.get(at + 1).is_some_and(|next| !next.trim().is_empty() && indent(next) > indent(line));
    let says = line.split_once(':').is_some_and(|(_, value)| !value.trim().is_empty());
    (says && !has_more && group.into_iter().any(same)).then(|| [lines[..at].concat(), lines[at + 1..].concat()].concat())
}

/// With quotes around a value that has a colon in it.
fn quoted(text: &str, at: usize) -> Option<String> {
    let lines = lines(text);
    let line = lines.get(at)?.trim_end();
    let (key, value) = line.split_once(": ")?;
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let is_plain = value.contains(": ") && !value.contains(['"', '\\', '#', '{', '[', '&', '*']) && !value.starts_with(['\'', '|', '>']);
    let end = &lines[at][line.len()..];
    (is_plain && is_key(key.trim_start_matches([' ', '-'])))
        .then(|| [&lines[..at].concat(), key, ": \"", value.trim(), "\"", end, &lines[at + 1..].concat()].concat())
}

/// With the line that closes the top of a report before a line that can be no field of it.
fn closed(text: &str) -> Vec<String> {
    let lines = lines(text);
    let end = if text.contains("\r\n") { "---\r\n" } else { "---\n" };
    let is_prose = |line: &str| {
        let key = line.split_once(':').map(|(key, _)| key);
        !line.trim().is_empty() && !line.starts_with([' ', '\t', '-', '#']) && key.is_none_or(|key| key.contains(' ') || !key.is_ascii())
    };
    let first = lines.iter().take(TOP).skip(1).position(|line| is_prose(line));
    first.map(|at| [lines[..=at].concat(), end.to_owned(), lines[at + 1..].concat()].concat()).into_iter().collect()
}

/// With the value itself where `*name` points to the only `&name` of the file.
fn written_out(text: &str, at: usize) -> Option<String> {
    let lines = lines(text);
    let (key, name) = lines.get(at)?.split_once(": *")?;
    let name = name.trim_end();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let anchor = format!(": &{name} ");
    let mut named = text.match_indices(&anchor);
    let (Some((from, _)), None, true) = (named.next(), named.next(), is_name) else { return None };
    let value = text[from + anchor.len()..].split('\n').next()?.trim();
    let is_plain = !value.is_empty() && !value.contains(['#', '&', '*', '|', '>', '{', '[', '"', '\'']);
    let end = &lines[at][lines[at].trim_end().len()..];
    is_plain.then(|| [&lines[..at].concat(), key, ": ", value, end, &lines[at + 1..].concat()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_told_twice_goes_only_when_both_say_the_same() {
        assert_eq!(once("a: 1\nb: 2\na: 1\n", 2).as_deref(), Some("a: 1\nb: 2\n"));
        assert_eq!(once("a: 1\na: 2\n", 1), None);
        assert_eq!(once("- x: 1\n  y: 2\n- x: 3\n  y: 2\n  y: 2\n", 4).as_deref(), Some("- x: 1\n  y: 2\n- x: 3\n  y: 2\n"));
        assert_eq!(once("a:\n  b: 1\na:\n  b: 1\n", 2), None);
    }

    #[test]
    fn a_value_with_a_colon_is_put_between_quotes() {
        assert_eq!(quoted("a: 1\n  vi: Theo Quyết định: lần 1\r\n", 1).as_deref(), Some("a: 1\n  vi: \"Theo Quyết định: lần 1\"\r\n"));
        for text in ["vi: \"Theo: lần 1", "vi: một", "Một câu: hai: ba", "vi: {a: b: c}"] {
            assert_eq!(quoted(text, 0), None, "{text}");
        }
    }

    #[test]
    fn a_top_is_closed_before_the_first_line_that_is_no_field() {
        let open = "---\ntitle: Bài\nsource:\n  name: Trang\nMột câu: hai.\n";
        assert_eq!(closed(open), ["---\ntitle: Bài\nsource:\n  name: Trang\n---\nMột câu: hai.\n"]);
        assert!(closed("---\ntitle: Bài\n").is_empty());
    }

    #[test]
    fn a_value_that_points_elsewhere_is_written_out() {
        assert_eq!(written_out("a: &v 2.487\nb: *v\n", 1).as_deref(), Some("a: &v 2.487\nb: 2.487\n"));
        assert_eq!(written_out("a: &v 1\nc: &v 2\nb: *v\n", 2), None);
        assert_eq!(written_out("b: *v\n", 0), None);
    }
}
