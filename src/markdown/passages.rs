//! A text cut into passages: headings, paragraphs, list items and table cells, as plain words that know where they stand.
//!
//! Invariant: the words of a passage are what a reader sees; code, pictures and addresses are not among them.
//!
//! May use: nothing; crates pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list item, or a paragraph of one.
    Item,
    /// The head of a table's column.
    Head {
        /// Which column.
        column: usize,
    },
    /// A cell of a table.
    Cell {
        /// Which row, from 1.
        row: usize,
        /// Which column.
        column: usize,
    },
}

/// Whether some words already lead somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linked {
    /// They are plain.
    No,
    /// They lead to a figure.
    ToFigure,
    /// They lead somewhere else.
    Elsewhere,
}

/// Words that stand together in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where they begin in the passage.
    pub at: usize,
    /// Where they stand in the text.
    pub source: Range<usize>,
    /// Whether they are typed as they are read.
    pub as_typed: bool,
    /// Whether they already lead somewhere.
    pub linked: Linked,
}

/// Some words of a text that are read in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its words.
    pub words: String,
    /// Where they stand.
    pub pieces: Vec<Stretch>,
}

/// Cuts a text into passages while its events go by.
#[derive(Default)]
pub(super) struct Cutter {
    done: Vec<Passage>,
    open: Option<Passage>,
    lists: usize,
    pictures: usize,
    code: bool,
    links: Vec<Linked>,
    row: usize,
    column: usize,
}

impl Cutter {
    /// Every passage, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Passage> {
        self.flush();
        self.done
    }

    pub(super) fn event(&mut self, text: &str, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.begin(PassageKind::Heading),
            Event::Start(Tag::Paragraph) if self.lists == 0 => self.begin(PassageKind::Paragraph),
            Event::Start(Tag::Paragraph | Tag::Item) => self.begin(PassageKind::Item),
            Event::Start(Tag::List(_)) => {
                self.flush();
                self.lists += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.flush();
                self.lists -= 1;
            }
            Event::Start(Tag::Table(_)) => (self.row, self.column) = (0, 0),
            Event::Start(Tag::TableRow) => (self.row, self.column) = (self.row + 1, 0),
            Event::Start(Tag::TableCell) => {
                let column = self.column;
                self.begin(if self.row == 0 { PassageKind::Head { column } } else { PassageKind::Cell { row: self.row, column } });
                self.column += 1;
            }
            Event::Start(Tag::CodeBlock(_)) => self.code = true,
            Event::End(TagEnd::CodeBlock) => self.code = false,
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.links.push(if dest_url.starts_with("figure:") { Linked::ToFigure } else { Linked::Elsewhere });
            }
            Event::End(TagEnd::Link) => drop(self.links.pop()),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => self.flush(),
            Event::Text(words) => self.add(text, words, range),
            Event::Code(_) => self.add(text, " \u{fffc} ", range),
            Event::SoftBreak | Event::HardBreak => self.add(text, " ", range),
            _ => {}
        }
    }

    fn begin(&mut self, kind: PassageKind) {
        self.flush();
        self.open = Some(Passage { kind, words: String::new(), pieces: Vec::new() });
    }

    fn flush(&mut self) {
        // An empty cell still holds its column.
        let kept = self.open.take().filter(|p| !p.words.trim().is_empty() || matches!(p.kind, PassageKind::Head { .. }));
        self.done.extend(kept);
    }

    fn add(&mut self, text: &str, words: &str, range: &Range<usize>) {
        if self.code || self.pictures > 0 {
            return;
        }
        let linked = self.links.last().copied().unwrap_or(Linked::No);
        if self.open.is_none() {
            // What follows a nested list belongs to the item around it.
            self.begin(if self.lists > 0 { PassageKind::Item } else { PassageKind::Paragraph });
        }
        let Some(open) = &mut self.open else { return };
        let as_typed = text.get(range.clone()) == Some(words);
        open.pieces.push(Stretch { at: open.words.len(), source: range.clone(), as_typed, linked });
        open.words.push_str(words);
    }
}
