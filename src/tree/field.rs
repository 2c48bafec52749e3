//! What may stand in a file: groups of fields, each with its shape and its words in both languages.
//!
//! One source of truth: the reader takes its known keys, its needed keys and its "did you mean" from these tables, and
//! the schemas editors use are written from the same tables. In a debug build a reader that asks for a field no table
//! has, or reads it as another shape, stops at once.
//! Invariant: a table is data; it never decides what a value means.
//!
//! May use: nothing.

/// Words in Vietnamese and in English.
pub type Pair = (&'static str, &'static str);

/// A group of fields: a whole file, or what stands below a key.
#[derive(Debug)]
pub struct Group {
    /// Its permanent name.
    pub name: &'static str,
    /// What it is.
    pub title: Pair,
    /// What it is for.
    pub about: Pair,
    /// What may stand in it, the most important first.
    pub fields: &'static [Field],
}

impl Group {
    /// A field by its key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.fields.iter().map(|field| field.key)
    }
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    No,
    /// It must be there.
    Yes,
    /// It must be there unless the other field is.
    Unless(&'static str),
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What may stand below it.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// Another field that must stand beside it.
    pub with: Option<&'static str>,
    /// What it is called.
    pub title: Pair,
    /// What it means, in whole sentences.
    pub about: Pair,
    /// Values as one types them.
    pub like: &'static [&'static str],
    /// Whether it is the name of a person, a place or a firm: written once, it is the same in every language.
    pub proper: bool,
}

/// A word out of a fixed list, with what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As typed.
    pub name: &'static str,
    /// What it means.
    pub title: Pair,
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A programme.
    Programme,
    /// A component of a programme.
    Component,
    /// An indicator.
    Indicator,
    /// A criteria set.
    Set,
    /// An area.
    Area,
    /// A kind of area.
    AreaKind,
    /// A document.
    Document,
    /// A report.
    Report,
    /// A report or a document.
    Source,
    /// Something the site has no list of: a theme, a group of people.
    Free,
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Money.
    Money,
    /// A share in percent.
    Percent,
    /// A number of anything, or words in one or several languages.
    Any,
    /// A number of anything, or words.
    Count,
}

/// What may stand below a key.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Words in one language.
    Words,
    /// A list of words; one alone is a list of one.
    WordList,
    /// Words in the site's first language, or one line for each language.
    Text,
    /// The id given to what is described here.
    Own,
    /// The id of something else.
    Id(Thing),
    /// Ids of other things.
    Ids(Thing),
    /// A value as the source has it.
    Value(Value),
    /// A whole number without separators.
    Count,
    /// A share between 0 and 100.
    Margin,
    /// A year.
    Year,
    /// A year or a span of years.
    Period,
    /// A date as precise as the source.
    Date,
    /// Yes or no.
    YesNo,
    /// One of a fixed list of words.
    Choice(&'static [Choice]),
    /// Language tags.
    Languages,
    /// Fields of their own.
    Group(&'static Group),
    /// A list of groups; one alone is a list of one.
    Groups(&'static Group),
    /// Words in one or several languages, or a list of groups.
    TextOrGroups(&'static Group),
    /// The words of the source: of the only value, or of each by its key.
    Printed,
    /// Keys the author chooses, each with a value.
    Open(Pair),
}

impl Field {
    /// A field that may be left out.
    pub const fn new(key: &'static str, shape: Shape, title: Pair, about: Pair) -> Self {
        Field { key, shape, need: Need::No, with: None, title, about, like: &[], proper: false }
    }

    /// The same field, which must be there.
    pub const fn needed(self) -> Self {
        Field { need: Need::Yes, ..self }
    }

    /// The same field, which must be there unless another is.
    pub const fn needed_unless(self, other: &'static str) -> Self {
        Field { need: Need::Unless(other), ..self }
    }

    /// The same field, which asks for another beside it.
    pub const fn with(self, other: &'static str) -> Self {
        Field { with: Some(other), ..self }
    }

    /// The same field as the name of a person, a place or a firm.
    pub const fn proper(self) -> Self {
        Field { proper: true, ..self }
    }

    /// The same field with values as one types them.
    pub const fn like(self, values: &'static [&'static str]) -> Self {
        Field { like: values, ..self }
    }
}

impl Choice {
    /// A word with what it means.
    pub const fn new(name: &'static str, vi: &'static str, en: &'static str) -> Self {
        Choice { name, title: (vi, en) }
    }
}
