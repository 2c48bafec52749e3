//! One value of a YAML file set, one line or snapshot added, everything else byte for byte as it was.
//!
//! Invariant: the file is read again after the edit; unless it says exactly what it said before and what was asked,
//! and nothing else, the edit is refused.
//!
//! May use: tree.

mod removal;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use crate::tree::{Desk, Key, Kind, Node, yaml};

/// One step from the top of a file to a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Under this key.
    Key(String),
    /// The item at this position of a list, from 0.
    Item(usize),
}

impl Step {
    /// Under this key.
    pub fn key(name: impl Into<String>) -> Self {
        Step::Key(name.into())
    }
}

/// What a file says, without its places and its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing after the colon.
    Nothing,
    /// A value as words.
    Words(String),
    /// Keys with values, in order.
    Map(Vec<(String, Content)>),
    /// A list.
    List(Vec<Content>),
}

impl Content {
    /// A value as words.
    pub fn words(words: impl Into<String>) -> Self {
        Content::Words(words.into())
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Gives the value at `path` these words; a key that is not there is added at the end of its line.
    Set {
        /// From the top of the file to the value.
        path: Vec<Step>,
        /// Words for a value that is there, anything for a new key.
        value: Content,
    },
    /// Adds an item at the end of a list.
    Push {
        /// From the top of the file to the list.
        path: Vec<Step>,
        /// The new item.
        item: Content,
    },
    /// Takes a key or an item out.
    Remove {
        /// From the top of the file to it.
        path: Vec<Step>,
    },
}

impl Edit {
    /// From the top of the file to what it changes.
    pub fn path(&self) -> &[Step] {
        match self {
            Edit::Set { path, .. } | Edit::Push { path, .. } | Edit::Remove { path } => path,
        }
    }
}

/// Why a file was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The file cannot be read as YAML without a problem.
    Unreadable,
    /// There is no such place in it.
    NoSuchPlace,
    /// It is written in a form in which nothing can be added without touching its neighbours.
    Form,
}

/// The text with the edits, which all speak of places in the text as it is given.
pub fn edit(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = &text[..text.len() - body.len()];
    let root = read(body).ok_or(Refused::Unreadable)?;
    let paper = Paper { text: body, style: Style::of(&root, body) };
    let mut patches = Vec::new();
    for edit in edits {
        patches.push((paper.patch(&root, edit)?, edit.path().len()));
    }
    // What is added deeper in the tree comes first where two additions meet.
    patches.sort_by_key(|(patch, depth)| (patch.bytes.start, patch.bytes.end, Reverse(*depth)));
    let mut out = String::with_capacity(text.len() + 64 * edits.len());
    let mut done = 0;
    for (patch, _) in &patches {
        if patch.bytes.start < done {
            return Err(Refused::Form);
        }
        out.push_str(&body[done..patch.bytes.start]);
        out.push_str(&patch.text);
        done = patch.bytes.end;
    }
    out.push_str(&body[done..]);

    let mut meant = content(&root);
    // Items that go leave their numbers to those behind them, so they go last, and the last of a list first.
    let (mut gone, stay): (Vec<&Edit>, Vec<&Edit>) = edits.iter().partition(|edit| matches!(edit, Edit::Remove { .. }));
    gone.sort_by(|a, b| b.path().cmp(a.path()));
    stay.into_iter().chain(gone).try_for_each(|edit| apply(&mut meant, edit))?;
    let says = read(&out).map(|root| content(&root));
    if says.as_ref() == Some(&meant) { Ok(format!("{mark}{out}")) } else { Err(Refused::Form) }
}

/// What a file says.
pub fn says(text: &str) -> Option<Content> {
    read(text.strip_prefix('\u{feff}').unwrap_or(text)).map(|root| content(&root))
}

/// The line a path leads to, from 1.
pub fn line(text: &str, path: &[Step]) -> Option<u32> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root = read(body)?;
    find(&root, path, body).map(|place| place.node.spot.line)
}

fn read(text: &str) -> Option<Node<'_>> {
    let mut desk = Desk::new(&Arc::from("edit.yaml"));
    let root = yaml::read(text, 1, &mut desk)?;
    desk.problems.is_empty().then_some(root)
}

fn content(node: &Node<'_>) -> Content {
    match &node.kind {
        Kind::Empty => Content::Nothing,
        Kind::Scalar { text, .. } => Content::Words(text.to_string()),
        Kind::Map(entries) => Content::Map(entries.iter().map(|(key, value)| (key.text.to_string(), content(value))).collect()),
        Kind::List(items) => Content::List(items.iter().map(content).collect()),
    }
}

/// The same edit on what the file says.
fn apply(content: &mut Content, edit: &Edit) -> Result<(), Refused> {
    let mut at = content;
    let (last, above) = match edit {
        Edit::Set { path, .. } | Edit::Remove { path } => path.split_last().map(|(last, above)| (Some(last), above)).ok_or(Refused::NoSuchPlace)?,
        Edit::Push { path, .. } => (None, path.as_slice()),
    };
    for step in above {
        at = match (at, step) {
            (Content::Map(entries), Step::Key(key)) => entries.iter_mut().find(|(k, _)| k == key).map(|(_, value)| value),
            (Content::List(items), Step::Item(at)) => items.get_mut(*at),
            (alone, Step::Item(0)) => Some(alone),
            _ => None,
        }
        .ok_or(Refused::NoSuchPlace)?;
    }
    match (edit, at, last) {
        (Edit::Set { value, .. }, Content::Map(entries), Some(Step::Key(key))) => match entries.iter_mut().find(|(k, _)| k == key) {
            Some((_, old)) => *old = value.clone(),
            None => entries.push((key.clone(), value.clone())),
        },
        (Edit::Set { value, .. }, Content::List(items), Some(Step::Item(at))) => *items.get_mut(*at).ok_or(Refused::NoSuchPlace)? = value.clone(),
        (Edit::Push { item, .. }, Content::List(items), _) => items.push(item.clone()),
        (Edit::Remove { .. }, Content::Map(entries), Some(Step::Key(key))) => entries.retain(|(own, _)| own != key),
        (Edit::Remove { .. }, Content::List(items), Some(Step::Item(at))) if *at < items.len() => drop(items.remove(*at)),
        _ => return Err(Refused::Form),
    }
    Ok(())
}

/// Bytes to take out and words to put there.
struct Patch {
    bytes: Range<usize>,
    text: String,
}

/// The node a path leads to, and its key where it has one.
struct Place<'n, 'a> {
    key: Option<&'n Key<'a>>,
    node: &'n Node<'a>,
    /// Whether it stands inside brackets, where a comma ends a value.
    inside: bool,
}

fn find<'n, 'a>(root: &'n Node<'a>, path: &[Step], text: &str) -> Option<Place<'n, 'a>> {
    let mut place = Place { key: None, node: root, inside: false };
    for step in path {
        let inside = place.inside || (matches!(place.node.kind, Kind::Map(_) | Kind::List(_)) && in_brackets(place.node, text));
        place = match (&place.node.kind, step) {
            (Kind::Map(entries), Step::Key(name)) => {
                entries.iter().find(|(key, _)| key.text == *name).map(|(key, node)| Place { key: Some(key), node, inside })?
            }
            (Kind::List(items), Step::Item(at)) => Place { key: None, node: items.get(*at)?, inside },
            // One value alone counts as a list of one.
            (_, Step::Item(0)) => place,
            _ => return None,
        };
    }
    Some(place)
}

/// How a file is indented.
#[derive(Clone, Copy, Debug)]
struct Style {
    /// From a key to the dash of a list under it.
    list: usize,
    /// From a key to the keys under it.
    map: usize,
}

impl Style {
    fn of(root: &Node<'_>, text: &str) -> Self {
        let (mut list, mut map) = (None, None);
        look(root, text, &mut list, &mut map);
        Style { list: list.unwrap_or(2), map: map.unwrap_or(2) }
    }
}

/// Finds the first list and the first map under a key.
fn look(node: &Node<'_>, text: &str, list: &mut Option<usize>, map: &mut Option<usize>) {
    match &node.kind {
        Kind::Map(entries) => {
            for (key, value) in entries {
                let under = |to: usize| column(text, to).checked_sub(column(text, key.bytes.start));
                match &value.kind {
                    Kind::List(items) if !in_brackets(value, text) => {
                        let dash = items.first().and_then(|item| dash_before(text, item.bytes.start));
                        *list = list.or_else(|| dash.and_then(under));
                    }
                    Kind::Map(inner) if !in_brackets(value, text) => {
                        *map = map.or_else(|| inner.first().and_then(|(key, _)| under(key.bytes.start)));
                    }
                    _ => {}
                }
                look(value, text, list, map);
            }
        }
        Kind::List(items) => items.iter().for_each(|item| look(item, text, list, map)),
        _ => {}
    }
}

fn in_brackets(node: &Node<'_>, text: &str) -> bool {
    text[node.bytes.start..].starts_with(['{', '['])
}

/// The column of a byte in characters, from 0.
fn column(text: &str, at: usize) -> usize {
    text[..at].rsplit('\n').next().unwrap_or("").chars().count()
}

/// The dash an item stands behind.
fn dash_before(text: &str, item: usize) -> Option<usize> {
    let before = text[..item].trim_end_matches([' ', '\t', '\n', '\r']);
    before.ends_with('-').then(|| before.len() - 1)
}

struct Paper<'t> {
    text: &'t str,
    style: Style,
}

impl Paper<'_> {
    fn patch(&self, root: &Node<'_>, edit: &Edit) -> Result<Patch, Refused> {
        match edit {
            Edit::Set { path, value } => match find(root, path, self.text) {
                Some(place) => self.set(&place, value),
                None => {
                    let Some((Step::Key(key), above)) = path.split_last() else { return Err(Refused::NoSuchPlace) };
                    let above = find(root, above, self.text).ok_or(Refused::NoSuchPlace)?;
                    self.add_key(above.node, key, value)
                }
            },
            Edit::Remove { path } => removal::patch(self.text, root, path),
            Edit::Push { path, item } => {
                let place = find(root, path, self.text).ok_or(Refused::NoSuchPlace)?;
                self.push(place.node, item)
            }
        }
    }

    /// Other words for a value, in the quotes it has.
    fn set(&self, place: &Place<'_, '_>, value: &Content) -> Result<Patch, Refused> {
        let Content::Words(words) = value else { return Err(Refused::Form) };
        let bytes = place.node.bytes.clone();
        match &place.node.kind {
            Kind::Empty if bytes.is_empty() || self.text[bytes.clone()].trim().is_empty() => {
                let key = place.key.ok_or(Refused::Form)?;
                let colon = self.text[key.bytes.end..].find(':').map(|at| key.bytes.end + at + 1).ok_or(Refused::Form)?;
                Ok(Patch { bytes: colon..colon, text: format!(" {}", written(words, Quotes::None, place.inside)) })
            }
            Kind::Empty => Ok(Patch { bytes, text: written(words, Quotes::None, place.inside) }),
            Kind::Scalar { text, .. } if **text == **words => Ok(Patch { bytes: bytes.start..bytes.start, text: String::new() }),
            Kind::Scalar { plain, .. } => {
                let typed = &self.text[bytes.clone()];
                let quotes = match typed.chars().next() {
                    Some('\'') if !plain => Quotes::Single,
                    Some('"') if !plain => Quotes::Double,
                    _ => Quotes::None,
                };
                let bytes = if *plain || quotes != Quotes::None { bytes } else { self.block(place, bytes)? };
                Ok(Patch { bytes, text: written(words, quotes, place.inside) })
            }
            Kind::Map(_) | Kind::List(_) => Err(Refused::Form),
        }
    }

    /// A text of several lines, from its `|` or `>` to the end of its last line.
    fn block(&self, place: &Place<'_, '_>, bytes: Range<usize>) -> Result<Range<usize>, Refused> {
        let from = place.key.ok_or(Refused::Form)?.bytes.end;
        let start = self.text[from..bytes.start].find(['|', '>']).ok_or(Refused::Form)? + from;
        Ok(start..start + self.text[start..bytes.end].trim_end().len())
    }

    /// A key at the end of a map.
    fn add_key(&self, map: &Node<'_>, key: &str, value: &Content) -> Result<Patch, Refused> {
        let Kind::Map(entries) = &map.kind else { return Err(Refused::Form) };
        if in_brackets(map, self.text) {
            let Content::Words(words) = value else { return Err(Refused::Form) };
            let end = self.text[..map.bytes.end - 1].trim_end().len();
            let comma = if entries.is_empty() || self.text[..end].ends_with(',') { "" } else { "," };
            let space = if entries.is_empty() { "" } else { " " };
            return Ok(Patch { bytes: end..end, text: format!("{comma}{space}{}: {}", inside_brackets(key), inside_brackets(words)) });
        }
        let first = entries.first().map(|(key, _)| key.bytes.start).ok_or(Refused::Form)?;
        let indent = column(self.text, first);
        let mut lines = Vec::new();
        self.key_lines(key, value, indent, &mut lines);
        Ok(self.after(map, &lines))
    }

    /// An item at the end of a list.
    fn push(&self, list: &Node<'_>, item: &Content) -> Result<Patch, Refused> {
        let Kind::List(items) = &list.kind else { return Err(Refused::Form) };
        let last = items.last().ok_or(Refused::Form)?;
        if in_brackets(list, self.text) {
            let Content::Words(words) = item else { return Err(Refused::Form) };
            return Ok(Patch { bytes: last.bytes.end..last.bytes.end, text: format!(", {}", inside_brackets(words)) });
        }
        let dash = dash_before(self.text, last.bytes.start).ok_or(Refused::Form)?;
        let mut lines = Vec::new();
        self.item_lines(item, column(self.text, dash), &mut lines);
        Ok(self.after(list, &lines))
    }

    /// Lines after the last one of a node.
    fn after(&self, node: &Node<'_>, lines: &[String]) -> Patch {
        let end = node.bytes.start + self.text[node.bytes.clone()].trim_end().len();
        let (line_end, ending) = match self.text[end..].find('\n') {
            Some(at) => (end + at + 1, if self.text[..end + at].ends_with('\r') { "\r\n" } else { "\n" }),
            // The last line of the file has no end: it gets one, and the new last line has none.
            None => {
                let ending = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
                let text = lines.iter().flat_map(|line| [ending, line]).collect();
                return Patch { bytes: self.text.len()..self.text.len(), text };
            }
        };
        Patch { bytes: line_end..line_end, text: lines.iter().flat_map(|line| [line.as_str(), ending]).collect() }
    }

    fn key_lines(&self, key: &str, value: &Content, indent: usize, lines: &mut Vec<String>) {
        let (space, key) = (" ".repeat(indent), bare(key));
        match value {
            Content::Nothing => lines.push(format!("{space}{key}:")),
            Content::Words(words) => lines.push(format!("{space}{key}: {}", bare(words))),
            Content::Map(entries) => {
                lines.push(format!("{space}{key}:"));
                entries.iter().for_each(|(key, value)| self.key_lines(key, value, indent + self.style.map, lines));
            }
            Content::List(items) => {
                lines.push(format!("{space}{key}:"));
                items.iter().for_each(|item| self.item_lines(item, indent + self.style.list, lines));
            }
        }
    }

    fn item_lines(&self, item: &Content, dash: usize, lines: &mut Vec<String>) {
        let space = " ".repeat(dash);
        match item {
            Content::Nothing => lines.push(format!("{space}-")),
            Content::Words(words) => lines.push(format!("{space}- {}", bare(words))),
            Content::Map(entries) => {
                let from = lines.len();
                entries.iter().for_each(|(key, value)| self.key_lines(key, value, dash + 2, lines));
                if let Some(line) = lines.get_mut(from) {
                    line.replace_range(dash..dash + 1, "-");
                }
            }
            Content::List(items) => {
                lines.push(format!("{space}-"));
                items.iter().for_each(|item| self.item_lines(item, dash + 2, lines));
            }
        }
    }
}

/// A new file that says this.
pub fn new_file(content: &Content) -> String {
    let Content::Map(entries) = content else { return String::new() };
    let paper = Paper { text: "", style: Style { list: 2, map: 2 } };
    let mut lines = Vec::new();
    entries.iter().for_each(|(key, value)| paper.key_lines(key, value, 0, &mut lines));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quotes {
    None,
    Single,
    Double,
}

/// Words as a value behind a key: bare where that reads back as the same words, else in quotes.
pub fn scalar(words: &str) -> String {
    bare(words)
}

/// Words in a block of lines.
fn bare(words: &str) -> String {
    written(words, Quotes::None, false)
}

/// Words inside brackets, where a comma ends a value.
fn inside_brackets(words: &str) -> String {
    written(words, Quotes::None, true)
}

/// Words as a value: bare where that reads back as the same words, else in quotes.
fn written(words: &str, quotes: Quotes, inside: bool) -> String {
    let reads_back = || {
        let (typed, step) = if inside { (format!("[{words}]"), Step::Item(0)) } else { (format!("k: {words}\n"), Step::key("k")) };
        let place = |root: &Node<'_>| find(root, std::slice::from_ref(&step), &typed).map(|place| content(place.node));
        !words.chars().any(char::is_control) && read(&typed).is_some_and(|root| place(&root) == Some(Content::words(words)))
    };
    match quotes {
        Quotes::None if reads_back() => words.to_owned(),
        Quotes::Single if !words.chars().any(|c| c.is_control() || c == '\u{feff}') => format!("'{}'", words.replace('\'', "''")),
        _ => {
            let mut out = String::from("\"");
            for letter in words.chars() {
                match letter {
                    '"' => out.push_str("\\\""),
                    '\\' => out.push_str("\\\\"),
                    '\n' => out.push_str("\\n"),
                    '\t' => out.push_str("\\t"),
                    c if c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}') => out.push_str(&format!("\\u{:04x}", c as u32)),
                    c => out.push(c),
                }
            }
            out + "\""
        }
    }
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
