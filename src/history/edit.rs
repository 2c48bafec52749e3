//! Adding entries to the book of corrections without touching a byte of what stands in it.
//!
//! Invariant: the old text is a part of the new one but for an empty `[]`; the new text is read back before it is
//! given out, and holds the old entries and the new ones, or nothing is given.
//!
//! May use: diag, model, parse.

use std::sync::Arc;

use crate::model::CorrectionKind;
use crate::parse::{self, Document, Kind, Manner, WrittenCorrection};

/// An entry to be added.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The whole permanent address.
    pub figure: String,
    /// Error or better knowledge.
    pub kind: CorrectionKind,
    /// The release it corrects.
    pub release: String,
    /// What was said, as it is typed here.
    pub before: String,
    /// What is said now.
    pub after: String,
    /// Why.
    pub why: String,
    /// The document it rests on.
    pub document: Option<String>,
    /// The day.
    pub date: String,
}

/// The text a new book begins with.
const HEAD: &str = "# Sổ đính chính của trang: mỗi lần sửa một con số đã công bố thì ghi một mục.\ncorrections:\n";

/// The text with the entries added at its end; `None` when the file is not laid out so that it can be added to.
pub fn added(text: &str, entries: &[NewEntry], manner: &Manner) -> Option<String> {
    let old = read(text, manner)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (mut new, indent) = ready(text, !old.is_empty(), end)?;
    for entry in entries {
        new.push_str(&written(entry, indent, end));
    }
    let now = read(&new, manner)?;
    let same = |entry: &NewEntry, now: &WrittenCorrection| {
        let is = |field: &Option<crate::diag::At<String>>, wanted: &str| field.as_ref().is_some_and(|f| f.value == wanted);
        is(&now.figure, &entry.figure)
            && is(&now.before, &entry.before)
            && is(&now.after, &entry.after)
            && now.why.as_ref().is_some_and(|w| w.get("") == entry.why)
    };
    let kept =
        now.len() == old.len() + entries.len() && old.iter().zip(&now).all(|(a, b)| a.figure.as_ref().map(|f| &f.value) == b.figure.as_ref().map(|f| &f.value));
    (kept && entries.iter().zip(&now[old.len()..]).all(|(entry, now)| same(entry, now))).then_some(new)
}

/// The entries of a text; `None` when it has mistakes.
fn read(text: &str, manner: &Manner) -> Option<Vec<WrittenCorrection>> {
    let bare = text.trim_start_matches('\u{feff}');
    if bare.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Some(Vec::new());
    }
    let file: Arc<str> = "content/corrections.yaml".into();
    let read = parse::document(&file, &Kind::Corrections, bare, manner);
    match read.value {
        Some(Document::Corrections(book)) if read.problems.is_empty() => Some(book.entries),
        _ => None,
    }
}

/// The text ending where an entry may begin, and how far entries are indented.
fn ready<'t>(text: &'t str, has_entries: bool, end: &str) -> Option<(String, &'t str)> {
    let mut new = text.to_owned();
    let key = text.lines().find(|line| line.trim_start_matches('\u{feff}').starts_with("corrections:"));
    let mut indent = "  ";
    match key {
        None if text.trim().is_empty() => new = HEAD.replace('\n', end),
        None => {
            close(&mut new, end);
            new.push_str("corrections:");
        }
        Some(line) if !has_entries => {
            // `corrections: []` becomes the head of a list; what is said behind it stays.
            let at = text.find(line)?;
            if let Some(open) = line.find('[') {
                let shut = line[open..].find(']').map(|shut| open + shut)?;
                let space = line[..open].ends_with(' ') && line[shut + 1..].trim().is_empty();
                new.replace_range(at + open - usize::from(space)..at + shut + 1, "");
            }
        }
        Some(_) => {
            let first = text.lines().find(|line| line.trim_start().starts_with("- "))?;
            indent = &first[..first.len() - first.trim_start().len()];
        }
    }
    close(&mut new, end);
    Some((new, indent))
}

fn close(text: &mut String, end: &str) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(end);
    }
}

fn written(entry: &NewEntry, indent: &str, end: &str) -> String {
    let fields = [
        ("figure", Some(entry.figure.as_str())),
        ("kind", Some(entry.kind.name())),
        ("release", Some(entry.release.as_str())),
        ("before", Some(entry.before.as_str())),
        ("after", Some(entry.after.as_str())),
        ("why", Some(entry.why.as_str())),
        ("document", entry.document.as_deref()),
        ("date", Some(entry.date.as_str())),
    ];
    let mut out = String::new();
    for (at, (key, value)) in fields.iter().filter_map(|(key, value)| Some((key, (*value)?))).enumerate() {
        out.push_str(indent);
        out.push_str(if at == 0 { "- " } else { "  " });
        out.push_str(&format!("{key}: {}{end}", scalar(value)));
    }
    out
}

/// A value on one line of YAML: plain where it can be, else in quotation marks.
fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " .,%/@~_-()“”".contains(c);
    let begins = text.starts_with(char::is_alphanumeric);
    if begins && !text.ends_with(' ') && text.chars().all(plain) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Locale;

    fn entry(why: &str) -> NewEntry {
        NewEntry {
            figure: "a/2024/ntm/disbursed@2024-03-31".to_owned(),
            kind: CorrectionKind::Correction,
            release: "q1".to_owned(),
            before: "780".to_owned(),
            after: "removed".to_owned(),
            why: why.to_owned(),
            document: None,
            date: "2024-05-02".to_owned(),
        }
    }

    fn manner() -> Manner {
        Manner { locale: Locale::Vi, languages: vec!["vi".to_owned()] }
    }

    const LINES: &str = "  - figure: a/2024/ntm/disbursed@2024-03-31\n    kind: correction\n    release: q1\n    before: 780\n    after: removed\n    why: Nhầm\n    date: 2024-05-02\n";

    #[test]
    fn an_entry_is_added_and_every_other_byte_stays() {
        let check = |text: &str, expected: &str| assert_eq!(added(text, &[entry("Nhầm")], &manner()).as_deref(), Some(expected), "{text:?}");
        check("", &format!("{HEAD}{LINES}"));
        check("# Sổ\ncorrections: []\n", &format!("# Sổ\ncorrections:\n{LINES}"));
        check("corrections: [ ]  # chưa có", &format!("corrections:   # chưa có\n{LINES}"));
        check("corrections:\n", &format!("corrections:\n{LINES}"));
        check("# chỉ có lời", &format!("# chỉ có lời\ncorrections:\n{LINES}"));
        let one = "corrections:\n  # một\n  - figure: b/2023/x/actual   # cũ\n    why: 'Vì sao'\n    date: 2024-01-01\n# hết";
        check(one, &format!("{one}\n{LINES}"));
        let flush = "corrections:\n- figure: b/2023/x/actual\n  why: Vì sao\n";
        check(flush, &format!("{flush}{}", LINES.replace("\n  ", "\n").trim_start()));
        check("corrections: []\r\n", &format!("corrections:\r\n{}", LINES.replace('\n', "\r\n")));
    }

    #[test]
    fn words_of_any_kind_are_read_back() {
        for why in ["Nhầm: “780” thay cho \"790\" # xem sau", "- gạch", "không", "1", "a\nb", "đuôi ", "\\", "[x]", "{", "*", "&a", "!x", "'", "%", "@"]
        {
            let new = added("corrections: []\n", &[entry(why.trim())], &manner());
            assert!(new.is_some(), "{why:?}");
        }
    }

    #[test]
    fn a_book_that_cannot_be_added_to_is_left_alone() {
        for text in ["corrections: [{figure: x}]\n", "corrections:\n  - figur: x\n", "corrections: ]\n", "a: 1\n"] {
            assert_eq!(added(text, &[entry("Nhầm")], &manner()), None, "{text:?}");
        }
    }
}
