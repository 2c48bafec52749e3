//! How a problem looks on a terminal and in a log: what, where, the line as typed, why, what to do.
//!
//! Invariant: nothing relies on colour; the words alone are enough. What an author typed cannot command the terminal.
//!
//! May use: nothing; crates anstyle.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::{Problem, Severity, Tongue};

/// Gives the text of a line of a file of the site, so that a problem can show it as typed.
pub trait Lines {
    /// Line `line` (from 1) of `file`, without its line ending.
    fn line(&self, file: &str, line: u32) -> Option<String>;
}

/// At most this many problems of one file are shown; the rest are counted.
pub const PER_FILE: usize = 20;

/// At most this many notes of one kind are shown; the rest are counted.
pub const NOTES: usize = 20;

/// All problems, in the order given, with the count of those left out of a crowded file, and of notes of which there are many.
pub fn all(problems: &[Problem], lines: &dyn Lines, tongue: Tongue) -> String {
    let mut notes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut few = |problem: &&Problem| {
        let seen = notes.entry(problem.code.number).or_default();
        *seen += usize::from(problem.severity == Severity::Notice);
        *seen <= NOTES
    };
    let told: Vec<&Problem> = problems.iter().filter(|problem| few(problem)).collect();
    let mut out = in_full(&told, lines, tongue);
    for (code, seen) in notes.into_iter().filter(|(_, seen)| *seen > NOTES) {
        let rest = seen - NOTES;
        let _ = match tongue {
            Tongue::Vi => writeln!(out, "… và {rest} ghi chú {code} khác; xem đủ: minhbach check --format short\n"),
            Tongue::En => writeln!(out, "… and {rest} more notes {code}; to see all: minhbach check --format short\n"),
        };
    }
    out
}

fn in_full(problems: &[&Problem], lines: &dyn Lines, tongue: Tongue) -> String {
    let mut out = String::new();
    let mut file: Option<&str> = None;
    let mut shown = 0;
    let mut hidden = 0;
    let rest = |out: &mut String, hidden: usize| {
        if hidden > 0 {
            let _ = match tongue {
                Tongue::Vi => writeln!(out, "  … và {hidden} vấn đề khác trong tệp này.\n"),
                Tongue::En => writeln!(out, "  … and {hidden} more in this file.\n"),
            };
        }
    };
    for problem in problems {
        let this = problem.place.as_ref().map(|p| &*p.file);
        if this != file {
            rest(&mut out, hidden);
            (file, shown, hidden) = (this, 0, 0);
        }
        if shown == PER_FILE && this.is_some() {
            hidden += 1;
            continue;
        }
        shown += 1;
        out.push_str(&one(problem, lines, tongue));
        out.push('\n');
    }
    rest(&mut out, hidden);
    out
}

/// One problem with its four parts.
pub fn one(problem: &Problem, lines: &dyn Lines, tongue: Tongue) -> String {
    let (word, colour) = match (problem.severity, tongue) {
        (Severity::Error, Tongue::Vi) => ("LỖI", AnsiColor::Red),
        (Severity::Error, Tongue::En) => ("ERROR", AnsiColor::Red),
        (Severity::Notice, Tongue::Vi) => ("GHI CHÚ", AnsiColor::Cyan),
        (Severity::Notice, Tongue::En) => ("NOTE", AnsiColor::Cyan),
        (Severity::Warning, Tongue::Vi) => ("CẢNH BÁO", AnsiColor::Yellow),
        (Severity::Warning, Tongue::En) => ("WARNING", AnsiColor::Yellow),
    };
    let strong = Style::new().bold().fg_color(Some(colour.into()));
    let (why, fix) = match tongue {
        Tongue::Vi => ("Vì sao", "Cách sửa"),
        Tongue::En => ("Why", "To fix"),
    };
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{strong}{word} {}{strong:#}  {}", problem.code.number, plain(problem.what.in_tongue(tongue)));
    if let Some(place) = &problem.place {
        let spot = place.spot;
        if spot.line == 0 {
            let _ = writeln!(out, "  {}", place.file);
        } else {
            let _ = writeln!(out, "  {}:{}:{}", place.file, spot.line, spot.column);
            if let Some(line) = lines.line(&place.file, spot.line) {
                excerpt(&mut out, &line, spot.line, spot.column, spot.width);
            }
        }
    }
    let _ = writeln!(out, "  {why}: {}", plain(problem.why.in_tongue(tongue)));
    let _ = writeln!(out, "  {fix}: {}", plain(problem.fix.in_tongue(tongue)));
    out
}

/// A sign that a terminal would obey instead of showing it, as a dot.
pub fn visible(letter: char) -> char {
    let turns = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if turns || letter.is_control() { '·' } else { letter }
}

/// A sentence on one line, with every sign visible and no quotation longer than anybody reads.
pub(super) fn plain(words: &str) -> Cow<'_, str> {
    const QUOTED: usize = 120;
    const ALL: usize = 1200;
    if words.len() <= QUOTED && words.chars().all(|c| visible(c) == c) {
        return Cow::Borrowed(words);
    }
    let mut out = String::new();
    let (mut quoted, mut open) = (0, false);
    let mut length = 0;
    for letter in words.chars().map(visible) {
        match letter {
            '“' => (quoted, open) = (0, true),
            '”' => open = false,
            _ if open => quoted += 1,
            _ => {}
        }
        match quoted {
            n if open && n > QUOTED + 1 => continue,
            n if open && n == QUOTED + 1 => out.push('…'),
            _ => out.push(letter),
        }
        length += 1;
        if length > ALL {
            out.push('…');
            break;
        }
    }
    Cow::Owned(out)
}

/// The line as typed (a tab as an arrow, a long line cut around the place) and a row of carets below it.
fn excerpt(out: &mut String, line: &str, number: u32, column: u32, width: u32) {
    const WINDOW: usize = 90;
    let letters: Vec<char> = line.chars().map(|c| if c == '\t' { '→' } else { visible(c) }).collect();
    let column = (column.max(1) as usize - 1).min(letters.len());
    let start = if column > WINDOW - 20 { column - 20 } else { 0 };
    let end = letters.len().min(start + WINDOW);
    let shown: String = letters[start..end].iter().collect();
    let (before, after) = (if start > 0 { "…" } else { "" }, if end < letters.len() { "…" } else { "" });
    let gutter = format!("  {number:>4} | ");
    let _ = writeln!(out, "{gutter}{before}{shown}{after}");
    let pad = gutter.chars().count() + before.chars().count() + (column - start);
    let width = (width.max(1) as usize).min(end.saturating_sub(column).max(1));
    let _ = writeln!(out, "{}{}", " ".repeat(pad), "^".repeat(width));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_cannot_command_the_terminal() {
        assert_eq!(plain("“Nậm Nhùn”: đơn vị"), "“Nậm Nhùn”: đơn vị");
        assert_eq!(plain("“a\u{1b}[2J\nERROR\u{202e}b”"), "“a·[2J·ERROR·b”");
        let long = format!("There is no “{}” here.", "x".repeat(100_000));
        assert_eq!(plain(&long), format!("There is no “{}…” here.", "x".repeat(120)));
        assert_eq!(plain(&"x".repeat(5000)), format!("{}…", "x".repeat(1201)));
    }
}
