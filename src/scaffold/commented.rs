//! A YAML file with a comment above each of its fields.
//!
//! Invariant: a comment says what the field's table says, once in a file, however often the field stands in it.
//!
//! May use: diag, mend, schema, tree.

use std::collections::BTreeSet;

use super::said;
use crate::diag::Tongue;
use crate::mend::yaml::scalar;
use crate::schema::{self, Kind};
use crate::tree::{Field, Group, Need, Pair, Shape};

/// Comments end before this column where they can.
const WIDTH: usize = 98;

/// What stands behind a key.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// Words.
    Words(String),
    /// Words in several languages, a line each.
    Text(Vec<(String, String)>),
    /// Ids on one line.
    Ids(Vec<String>),
    /// Fields of their own.
    Group(Entries),
    /// A list of groups.
    Groups(Vec<Entries>),
}

impl Value {
    pub(super) fn words(words: impl Into<String>) -> Self {
        Value::Words(words.into())
    }
}

/// Keys with what stands behind them.
pub(super) type Entries = Vec<(&'static str, Value)>;

/// What a file says, and which fields it offers to be filled in.
pub(super) struct Page<'p> {
    pub(super) kind: Kind,
    pub(super) path: &'p str,
    pub(super) entries: Entries,
    pub(super) offered: &'p [&'static str],
}

impl Page<'_> {
    /// The text of a YAML file, or of what stands at the top of a Markdown file.
    pub(super) fn text(&self, tongue: Tongue) -> String {
        let mut writer = Writer { tongue, out: schema::modeline(self.kind, self.path), told: BTreeSet::new() };
        let group = self.kind.group();
        writer.out.push('\n');
        writer.comment(&pair(group.about, tongue), 0);
        writer.out.push('\n');
        writer.entries(group, &self.entries, 0);
        for key in self.offered.iter().filter(|key| self.entries.iter().all(|(own, _)| own != *key)) {
            if let Some(field) = group.field(key) {
                writer.offer(field);
            }
        }
        writer.out
    }
}

fn pair(words: Pair, tongue: Tongue) -> String {
    said(tongue, words.0, words.1)
}

struct Writer {
    tongue: Tongue,
    out: String,
    told: BTreeSet<(&'static str, &'static str)>,
}

impl Writer {
    fn entries(&mut self, group: &'static Group, entries: &[(&'static str, Value)], indent: usize) {
        for (key, value) in entries {
            if let Some(field) = group.field(key) {
                self.field(group, field, value, indent);
            }
        }
    }

    fn field(&mut self, group: &'static Group, field: &'static Field, value: &Value, indent: usize) {
        if self.told.insert((group.name, field.key)) {
            self.about(field, indent);
        }
        let space = " ".repeat(indent);
        match value {
            Value::Words(words) => self.line(&format!("{space}{}: {}", field.key, scalar(words))),
            Value::Text(versions) => {
                self.line(&format!("{space}{}:", field.key));
                versions.iter().for_each(|(lang, words)| self.line(&format!("{space}  {lang}: {}", scalar(words))));
            }
            Value::Ids(ids) => self.line(&format!("{space}{}: [{}]", field.key, ids.join(", "))),
            Value::Group(entries) => {
                self.line(&format!("{space}{}:", field.key));
                if let Some(below) = below(field) {
                    self.entries(below, entries, indent + 2);
                }
            }
            Value::Groups(list) => {
                self.line(&format!("{space}{}:", field.key));
                for entries in list {
                    self.item(field, entries, indent + 2);
                }
            }
        }
    }

    /// An item of a list: its first field stands behind the dash, the comment on it above.
    fn item(&mut self, field: &'static Field, entries: &[(&'static str, Value)], dash: usize) {
        let (Some(below), Some(first)) = (below(field), entries.first()) else { return };
        if let Some(field) = below.field(first.0)
            && self.told.insert((below.name, field.key))
        {
            self.about(field, dash);
        }
        let from = self.out.len();
        self.entries(below, entries, dash + 2);
        self.out.replace_range(from + dash..from + dash + 1, "-");
    }

    /// A field somebody may fill in later: all of it is a comment.
    fn offer(&mut self, field: &'static Field) {
        self.about(field, 0);
        if let Some(example) = field.like.first() {
            let words = said(self.tongue, "Ví dụ", "Such as");
            self.line(&format!("# {words}: {example}"));
        }
        self.line(&format!("#{}:", field.key));
        let (below, list) = match field.shape {
            Shape::Group(below) => (below, false),
            Shape::Groups(below) => (below, true),
            _ => return,
        };
        for (at, needed) in below.fields.iter().filter(|field| field.need == Need::Yes).enumerate() {
            let dash = match (list, at) {
                (true, 0) => "  - ",
                (true, _) => "    ",
                _ => "  ",
            };
            self.line(&format!("#{dash}{}:", needed.key));
        }
    }

    fn about(&mut self, field: &Field, indent: usize) {
        self.comment(&pair(field.about, self.tongue), indent);
        if let Shape::Choice(choices) = field.shape {
            for choice in choices {
                self.line(&format!("{}#   {}: {}", " ".repeat(indent), choice.name, pair(choice.title, self.tongue)));
            }
        }
    }

    fn comment(&mut self, words: &str, indent: usize) {
        for line in comment(words, indent) {
            self.line(&line);
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }
}

fn below(field: &Field) -> Option<&'static Group> {
    match field.shape {
        Shape::Group(group) | Shape::Groups(group) | Shape::TextOrGroups(group) => Some(group),
        _ => None,
    }
}

/// Words as lines of comment.
pub(super) fn comment(words: &str, indent: usize) -> Vec<String> {
    let space = " ".repeat(indent);
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in words.split_whitespace() {
        if !line.is_empty() && indent + 3 + line.chars().count() + word.chars().count() > WIDTH {
            lines.push(format!("{space}# {line}"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(format!("{space}# {line}"));
    }
    lines
}
