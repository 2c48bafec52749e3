//! What a person typed, as a tree in which every value keeps its text and its place.
//!
//! YAML and TOML are read into one shape, and nothing is converted on the way: `2.487` stays the five
//! characters it is, so that the value reader and not the file format decides what it means.
//! Chosen over deriving straight from YAML because a derived reader stops at the first wrong field of a
//! file and sees a number only after it has become a float.
//! Invariant: no alias is followed, so a small file cannot become a large tree.
//!
//! May use: diag; crates granit-parser, toml.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::diag::{At, Place, Problem, Said, Spot, Swap, nearest};

pub mod field;
pub mod problems;
pub mod toml;
pub mod yaml;

pub use field::{Choice, Field, Group, Need, Pair, Shape, Thing, Value};

/// A value as typed.
#[derive(Debug)]
pub struct Node<'a> {
    /// Where it stands.
    pub spot: Spot,
    /// The bytes it takes up in the text that was read, quotes and brackets included; a block of lines ends
    /// with its last value, a list may begin at its first dash or behind it, and a text of several
    /// lines begins behind its `|` or `>`.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: Kind<'a>,
}

/// The four shapes a value can have.
#[derive(Debug)]
pub enum Kind<'a> {
    /// Words or digits, as typed.
    Scalar {
        /// The text after unquoting.
        text: Cow<'a, str>,
        /// Whether it stood without quotes.
        plain: bool,
    },
    /// Keys with values, in the order written.
    Map(Vec<(Key<'a>, Node<'a>)>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Nothing after the colon.
    Empty,
}

/// A key and where it stands.
#[derive(Debug)]
pub struct Key<'a> {
    /// The key's text.
    pub text: Cow<'a, str>,
    /// Where it stands.
    pub spot: Spot,
    /// The bytes it takes up in the text that was read, quotes included.
    pub bytes: Range<usize>,
}

/// Collects the problems of one file while its tree is read.
#[derive(Debug)]
pub struct Desk {
    /// The file being read.
    pub file: Arc<str>,
    /// What was noticed so far.
    pub problems: Vec<Problem>,
    /// Words that are none of those known at their place and can only be meant for one of them.
    pub meant: Vec<At<&'static str>>,
    /// Texts that have no words in a language of the site: where they stand, and which language it is, by its place in
    /// the list of languages.
    pub untranslated: Vec<At<u8>>,
}

impl Desk {
    /// A desk for one file.
    pub fn new(file: &Arc<str>) -> Self {
        Desk { file: file.clone(), problems: Vec::new(), meant: Vec::new(), untranslated: Vec::new() }
    }

    /// A place in this file.
    pub fn place(&self, spot: Spot) -> Place {
        Place::at(&self.file, spot)
    }

    /// Notes a problem.
    pub fn say(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Keeps the one word out of `known` that can have been meant by what was typed here.
    pub fn mean(&mut self, typed: &str, spot: Spot, known: impl IntoIterator<Item = &'static str>) {
        self.meant.extend(nearest::only(typed, known).map(|value| At { value, spot }));
    }

    /// The node as a group of fields; anything else is a problem, and so is every key the group does not have and every
    /// field it needs and that is not there.
    pub fn fields<'n, 'a>(&mut self, node: &'n Node<'a>, group: &'static Group) -> Option<Fields<'n, 'a>> {
        match &node.kind {
            Kind::Map(entries) => {
                for (at, (key, value)) in entries.iter().enumerate() {
                    if group.field(&key.text).is_none() {
                        let place = self.place(key.spot);
                        let all_digits = key.text.chars().all(|c| c.is_ascii_digit());
                        if all_digits && matches!(value.kind, Kind::Empty) {
                            self.say(problems::comma_in_braces(place, &key.text).with(at.checked_sub(1).and_then(|at| cut_off(&entries[at].1, key))));
                        } else {
                            self.say(problems::unknown_key(place, &key.text, nearest::nearest(&key.text, group.keys()), &group.keys().collect::<Vec<_>>()));
                            self.mean(&key.text, key.spot, group.keys());
                        }
                    }
                }
                let fields = Fields { spot: node.spot, entries, group };
                for field in group.fields {
                    let there = |key: &str| fields.get(key).is_some();
                    let lacking = match field.need {
                        Need::No => false,
                        Need::Yes => !there(field.key),
                        Need::Unless(other) => !there(field.key) && !there(other),
                    };
                    if lacking {
                        fields.lack(self, field.key);
                    }
                }
                Some(fields)
            }
            Kind::Empty => {
                let place = self.place(node.spot);
                let wanted = keys_wanted(group);
                self.say(if node.spot.line == 0 { problems::empty_file(place, &wanted) } else { problems::nothing_here(place, &wanted) });
                None
            }
            Kind::Scalar { .. } if !self.file.ends_with(".toml") => {
                let place = self.place(node.spot);
                self.say(problems::words_for_fields(place, &keys_wanted(group), &shape(node), group.fields.first().map_or("name", |field| field.key)));
                None
            }
            _ => {
                let place = self.place(node.spot);
                self.say(problems::wrong_shape(place, &keys_wanted(group), &shape(node)));
                None
            }
        }
    }

    /// The node as words. A list or a map is a problem; an empty value is absent.
    pub fn text(&mut self, node: &Node<'_>) -> Option<At<String>> {
        match &node.kind {
            Kind::Scalar { text, .. } => Some(At { value: text.trim().to_owned(), spot: node.spot }),
            Kind::Empty => None,
            _ => {
                let place = self.place(node.spot);
                self.say(problems::wrong_shape(place, &Said::new("một giá trị trên một dòng", "one value on one line"), &shape(node)));
                None
            }
        }
    }

    /// The node as a list; one value alone counts as a list of one, an empty value as an empty list.
    pub fn list<'n, 'a>(&mut self, node: &'n Node<'a>) -> &'n [Node<'a>] {
        match &node.kind {
            Kind::List(items) => items,
            Kind::Empty => &[],
            _ => std::slice::from_ref(node),
        }
    }

    /// The node as a list of words.
    pub fn texts(&mut self, node: &Node<'_>) -> Vec<At<String>> {
        let mut texts: Vec<At<String>> = self.list(node).iter().filter_map(|item| self.text(item)).collect();
        texts.shrink_to_fit();
        texts
    }
}

/// The number whose decimals became a key of their own, put between quotes.
fn cut_off(before: &Node<'_>, key: &Key<'_>) -> Option<Swap> {
    let Kind::Scalar { text, .. } = &before.kind else { return None };
    let (spot, was) = (before.spot, format!("{text},{}", key.text));
    let width = was.chars().count() as u32;
    let touches = spot.line == key.spot.line && spot.column + width == key.spot.column + key.text.len() as u32;
    let is_number = text.ends_with(|c: char| c.is_ascii_digit()) && !text.contains(['"', '\\']);
    (touches && is_number).then(|| Swap { spot: Spot { width, ..spot }, is: format!("\"{was}\""), was })
}

fn keys_wanted(group: &Group) -> Said {
    let some = group.keys().take(4).map(|k| format!("{k}:")).collect::<Vec<_>>().join(", ");
    Said::new(format!("các mục ({some} …)"), format!("fields ({some} …)"))
}

/// What a node looks like, in words.
pub fn shape(node: &Node<'_>) -> Said {
    match &node.kind {
        Kind::Scalar { text, .. } => Said::new(format!("giá trị “{text}”"), format!("the value “{text}”")),
        Kind::Map(_) => Said::new("một nhóm các mục", "a group of fields"),
        Kind::List(_) => Said::new("một danh sách", "a list"),
        Kind::Empty => Said::new("chưa có gì", "nothing"),
    }
}

/// The entries of a map, asked for by key.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'n, 'a> {
    /// Where the map begins.
    pub spot: Spot,
    /// What may stand in it.
    pub group: &'static Group,
    entries: &'n [(Key<'a>, Node<'a>)],
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The value of a key, when the key is there and something follows it.
    pub fn get(&self, key: &str) -> Option<&'n Node<'a>> {
        self.entry(key).map(|(_, node)| node).filter(|node| !matches!(node.kind, Kind::Empty))
    }

    /// The key with its value, empty or not.
    pub fn entry(&self, key: &str) -> Option<(&'n Key<'a>, &'n Node<'a>)> {
        debug_assert!(self.group.field(key).is_some(), "the table {} has no field {key}", self.group.name);
        self.entries.iter().find(|(k, _)| k.text == key).map(|(k, v)| (k, v))
    }

    /// Holds the reader to its table: a field is read as the shape that is told of it.
    pub fn is(&self, key: &str, right: impl Fn(&Shape) -> bool) {
        debug_assert!(
            self.group.field(key).is_some_and(|field| right(&field.shape)),
            "{key} of {} is read as another shape than its table says",
            self.group.name
        );
    }

    /// All keys in the order written.
    pub fn iter(&self) -> impl Iterator<Item = (&'n Key<'a>, &'n Node<'a>)> + use<'n, 'a> {
        self.entries.iter().map(|(k, v)| (k, v))
    }

    /// The words under a key.
    pub fn text(&self, desk: &mut Desk, key: &str) -> Option<At<String>> {
        self.get(key).and_then(|node| desk.text(node))
    }

    /// Notes that a key is not there, or that nothing follows it.
    pub fn lack(&self, desk: &mut Desk, key: &str) {
        let problem = match self.entry(key) {
            Some((key, _)) => problems::empty_key(desk.place(key.spot), &key.text),
            None => problems::missing_key(desk.place(self.spot), key),
        };
        desk.say(problem);
    }

    /// The words under a key that must be there; that it is not has been told.
    pub fn need(&self, desk: &mut Desk, key: &'static str) -> Option<At<String>> {
        debug_assert!(self.group.field(key).is_some_and(|field| field.need == Need::Yes), "the table {} does not need {key}", self.group.name);
        self.text(desk, key)
    }
}
