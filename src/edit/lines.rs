//! Texts line by line: what differs, what stays, and two changes of one text brought together.
//!
//! Invariant: a line nobody changed keeps its end, whatever the other lines have; no word of either side is lost.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

/// More differing lines than this are not searched for what they have in common.
const MOST: usize = 3000;

/// A line and how it ends in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// Its words.
    pub words: &'t str,
    /// `\n`, `\r\n` or `\r`; nothing at the end of a file without one.
    pub end: &'t str,
}

/// The lines of a text.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut all = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let end = if rest[at..].starts_with("\r\n") { 2 } else { usize::from(at < rest.len()) };
        all.push(Line { words: &rest[..at], end: &rest[at..at + end] });
        rest = &rest[at + end..];
    }
    all
}

/// The text with every line ended as a browser ends it.
pub fn in_browser(text: &str) -> String {
    lines(text).iter().fold(String::with_capacity(text.len()), |mut out, line| {
        out.push_str(line.words);
        if !line.end.is_empty() {
            out.push('\n');
        }
        out
    })
}

/// A run of lines that both texts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Same {
    a: usize,
    b: usize,
    len: usize,
}

/// What two lists have in common, in order, with an empty run at the end (E. Myers, "An O(ND) difference algorithm").
fn same<T: PartialEq>(a: &[T], b: &[T]) -> Vec<Same> {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(x, y)| x == y).count();
    let mut all = vec![Same { a: 0, b: 0, len: front }];
    let (inner_a, inner_b) = (&a[front..a.len() - back], &b[front..b.len() - back]);
    all.extend(pairs(inner_a, inner_b).into_iter().map(|(x, y)| Same { a: front + x, b: front + y, len: 1 }));
    all.push(Same { a: a.len() - back, b: b.len() - back, len: back });
    let mut joined: Vec<Same> = Vec::new();
    for run in all.into_iter().filter(|run| run.len > 0) {
        match joined.last_mut() {
            Some(last) if last.a + last.len == run.a && last.b + last.len == run.b => last.len += run.len,
            _ => joined.push(run),
        }
    }
    joined.push(Same { a: a.len(), b: b.len(), len: 0 });
    joined
}

/// Pairs of equal entries; none where too much differs.
fn pairs<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let most = (a.len() + b.len()).min(MOST);
    // `reach[most + k]` is how far along `a` the best way on diagonal `k` has come.
    let mut reach = vec![0_usize; 2 * most + 3];
    let mut steps: Vec<Vec<usize>> = Vec::new();
    let at = |k: isize| (most as isize + 1 + k) as usize;
    for d in 0..=most as isize {
        steps.push(reach[at(-d) - 1..=at(d) + 1].to_vec());
        for k in (-d..=d).step_by(2) {
            let down = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
            let mut x = if down { reach[at(k + 1)] } else { reach[at(k - 1)] + 1 };
            let mut y = (x as isize - k) as usize;
            while x < a.len() && y < b.len() && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reach[at(k)] = x;
            if x >= a.len() && y >= b.len() {
                return back(&steps, a.len(), b.len());
            }
        }
    }
    Vec::new()
}

/// The way back from the end of both lists.
fn back(steps: &[Vec<usize>], mut x: usize, mut y: usize) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for d in (0..steps.len() as isize).rev() {
        let reach = |k: isize| steps[d as usize][(d + 1 + k) as usize];
        let k = x as isize - y as isize;
        let down = k == -d || (k != d && reach(k - 1) < reach(k + 1));
        let before = if down { k + 1 } else { k - 1 };
        let from_x = if d == 0 { 0 } else { reach(before) };
        let from_y = if d == 0 { 0 } else { (from_x as isize - before) as usize };
        while x > from_x && y > from_y {
            (x, y) = (x - 1, y - 1);
            all.push((x, y));
        }
        (x, y) = (from_x, from_y);
    }
    all.reverse();
    all
}

/// What was typed in a browser, with the line ends of the text it was typed over.
pub fn kept(before: &str, typed: &str) -> String {
    let (old, new) = (lines(before), lines(typed));
    let usual = usual_end(&old);
    let words = |all: &[Line<'_>]| all.iter().map(|line| line.words.to_owned()).collect::<Vec<_>>();
    let (a, b) = (words(&old), words(&new));
    let mut ends: Vec<&str> = vec![usual; new.len()];
    let mut done = (0, 0);
    for run in same(&a, &b) {
        // Lines that take the place of others end as those did.
        for (from, to) in (done.0..run.a).zip(done.1..run.b) {
            ends[to] = old[from].end;
        }
        for step in 0..run.len {
            ends[run.b + step] = old[run.a + step].end;
        }
        done = (run.a + run.len, run.b + run.len);
    }
    let mut out = String::with_capacity(typed.len() + new.len());
    for (line, end) in new.iter().zip(ends) {
        out.push_str(line.words);
        match (line.end.is_empty(), end.is_empty()) {
            (true, _) => {}
            (false, true) => out.push_str(usual),
            (false, false) => out.push_str(end),
        }
    }
    out
}

/// How most lines of a text end.
fn usual_end<'t>(lines: &[Line<'t>]) -> &'t str {
    let count = |end: &str| lines.iter().filter(|line| line.end == end).count();
    ["\r\n", "\r"].into_iter().max_by_key(|end| count(end)).filter(|end| count(end) > count("\n")).unwrap_or("\n")
}

/// Lines in place of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hunk {
    /// The first line that goes, from 1; where none goes, the line before which others come.
    pub line: usize,
    /// The first line that comes, from 1.
    pub new_line: usize,
    /// What goes.
    pub before: Vec<String>,
    /// What comes.
    pub after: Vec<String>,
}

/// What differs between two texts; how lines end is not compared.
pub fn hunks(before: &str, after: &str) -> Vec<Hunk> {
    let (a, b) = (words_of(before), words_of(after));
    let mut all = Vec::new();
    let mut done = (0, 0);
    for run in same(&a, &b) {
        if run.a > done.0 || run.b > done.1 {
            let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
            all.push(Hunk { line: done.0 + 1, new_line: done.1 + 1, before: owned(&a[done.0..run.a]), after: owned(&b[done.1..run.b]) });
        }
        done = (run.a + run.len, run.b + run.len);
    }
    all
}

fn words_of(text: &str) -> Vec<&str> {
    lines(text).iter().map(|line| line.words).collect()
}

/// Two changes of one text in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text with both; where both changed the same lines, mine.
    pub text: String,
    /// Their lines where mine took the place.
    pub left_out: Vec<Hunk>,
}

/// What I changed of `base`, put into `theirs`.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Merged {
    let (o, a, b) = (words_of(base), words_of(mine), words_of(theirs));
    // Where each line of the base stands on both sides.
    let places = |other: &[&str]| {
        let mut at: Vec<Option<usize>> = vec![None; o.len()];
        for run in same(&o, other) {
            (0..run.len).for_each(|step| at[run.a + step] = Some(run.b + step));
        }
        at
    };
    let (in_mine, in_theirs) = (places(&a), places(&b));
    let mut stable: Vec<(usize, usize, usize)> = (0..o.len()).filter_map(|at| Some((at, in_mine[at]?, in_theirs[at]?))).collect();
    stable.push((o.len(), a.len(), b.len()));
    let mut out: Vec<&str> = Vec::new();
    let mut left_out = Vec::new();
    let mut done = (0, 0, 0);
    for (at, of_mine, of_theirs) in stable {
        let (was, own, other) = (&o[done.0..at], &a[done.1..of_mine], &b[done.2..of_theirs]);
        if own == was {
            out.extend(other);
        } else {
            if other != was && other != own {
                let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
                left_out.push(Hunk { line: done.2 + 1, new_line: out.len() + 1, before: owned(other), after: owned(own) });
            }
            out.extend(own);
        }
        out.extend(o.get(at));
        done = (at + 1, of_mine + 1, of_theirs + 1);
    }
    let mut text = out.join("\n");
    let last = if a.last() == o.last() { theirs } else { mine };
    if !text.is_empty() && last.ends_with(['\n', '\r']) {
        text.push('\n');
    }
    Merged { text, left_out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_nobody_changed_keeps_its_end() {
        let check = |before: &str, typed: &str, expected: &str| assert_eq!(kept(before, typed), expected, "{before:?} {typed:?}");
        check("a\r\nb\r\nc\r\n", "a\nB\nc\n", "a\r\nB\r\nc\r\n");
        check("a\r\nb\nc\r\n", "a\nx\ny\nb\nc\n", "a\r\nx\r\ny\r\nb\nc\r\n");
        check("a\nb\r\nc\n", "a\nB\nc\n", "a\nB\r\nc\n");
        check("a\r\nb", "a\nb", "a\r\nb");
        check("a\r\nb", "a\nb\n", "a\r\nb\r\n");
        check("a\r\nb", "a\nb\nc", "a\r\nb\r\nc");
        check("a\rb\r", "a\nc\nb\n", "a\rc\rb\r");
        check("", "a\n", "a\n");
        check("a\r\n", "", "");
    }

    #[test]
    fn what_was_only_looked_at_is_the_same_byte_for_byte() {
        for text in ["", "a", "a\n", "a\r\n\r\nb", "\r\r\n\n", "a\rb\nc\r\nd", "\n\n\n", "x\n\nx\n\nx\r\n"] {
            assert_eq!(kept(text, &in_browser(text)), text);
        }
    }

    #[test]
    fn what_differs_is_told_by_its_lines() {
        let hunk = |line, new_line, before: &[&str], after: &[&str]| Hunk {
            line,
            new_line,
            before: before.iter().map(|s| (*s).to_owned()).collect(),
            after: after.iter().map(|s| (*s).to_owned()).collect(),
        };
        assert_eq!(hunks("a\nb\nc\nd\n", "a\nB\nc\nd\n"), [hunk(2, 2, &["b"], &["B"])]);
        assert_eq!(hunks("a\nb\nc\nd\n", "a\nc\nd\ne\n"), [hunk(2, 2, &["b"], &[]), hunk(5, 4, &[], &["e"])]);
        assert_eq!(hunks("a\r\nb\r\n", "a\nb\n"), []);
        assert_eq!(hunks("", "a"), [hunk(1, 1, &[], &["a"])]);
        assert_eq!(hunks("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n").iter().map(|h| h.before.len() + h.after.len()).sum::<usize>(), 5);
    }

    #[test]
    fn two_changes_come_together_and_nothing_is_lost() {
        let base = "1\n2\n3\n4\n5\n";
        assert_eq!(merge(base, "1\nx\n3\n4\n5\n", "1\n2\n3\n4\ny\n"), Merged { text: "1\nx\n3\n4\ny\n".into(), left_out: vec![] });
        assert_eq!(merge(base, "0\n1\n2\n3\n4\n5\n", "1\n2\n4\n5\n").text, "0\n1\n2\n4\n5\n");
        assert_eq!(merge(base, base, "q\n").text, "q\n");
        assert_eq!(merge(base, "q\n", base).text, "q\n");
        assert_eq!(merge(base, "1\nx\n3\n4\n5\n", "1\nx\n3\n4\n5\n").left_out, []);
        let both = merge(base, "1\n2\nmine\n4\n5\n", "1\n2\ntheirs\n4\n5\n6\n");
        assert_eq!(both.text, "1\n2\nmine\n4\n5\n6\n");
        assert_eq!((both.left_out[0].before.as_slice(), both.left_out[0].line), (&["theirs".to_owned()][..], 3));
    }
}
