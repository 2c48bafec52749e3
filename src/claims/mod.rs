//! The numbers a text states without binding them to a figure, and the words around them.
//!
//! The text is read once, with the file it stands in; what is kept of it are its numbers and, as tokens that can be compared
//! but not read, the words of the passages they stand in. Which figure a number is, is asked in `weigh`, when all are known.
//! Invariant: a number bound to a figure is no claim; a date, a year, the number of a document or of a part is none either.
//!
//! May use: diag, values, model, markdown; crates serde, rust_decimal.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diag::Spot;
use crate::markdown::{Linked, Passage, PassageKind};
use crate::model::{MoneyUnit, Reading, Unit};
use crate::values::Locale;

pub mod lexicon;
mod scan;

use lexicon::{CELL, RUNNING, Token};
pub use scan::Form;
use scan::Scanner;

/// One number that is bound to no figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// What it says.
    pub reading: Reading,
    /// How it is written.
    pub form: Form,
    /// Where it stands.
    pub spot: Spot,
    /// Its first byte and its length in the text of its file, when a link can be put around it there.
    pub bytes: Option<(u32, u32)>,
    /// The passage it stands in, or the row of its table.
    pub context: u32,
    /// Its place in the passage.
    pub at: u32,
    /// The head of its column.
    pub column: Option<u32>,
    /// The paragraph before its table or list.
    pub above: Option<u32>,
    /// The heading above it.
    pub heading: Option<u32>,
}

/// The claims of one text.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Claims {
    /// The claims, in the order of the text.
    pub all: Vec<Claim>,
    /// The passages they stand in.
    pub contexts: Vec<Vec<Token>>,
    /// Whether marks count in the words of this text.
    pub marks: bool,
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How numbers are written.
    pub locale: Locale,
    /// Whether marks count: in Vietnamese they do.
    pub marks: bool,
}

impl Manner {
    /// The manner of a language; one that is neither Vietnamese nor English writes numbers as the site does.
    pub fn of(lang: &str, site: Locale) -> Self {
        match lang.split('-').next().unwrap_or(lang) {
            "vi" => Manner { locale: Locale::Vi, marks: true },
            "en" => Manner { locale: Locale::En, marks: false },
            _ => Manner { locale: site, marks: false },
        }
    }
}

/// Where a text stands in its file.
pub struct Standing<'s> {
    /// Where its first byte is, when links can be put into it.
    pub first_byte: Option<usize>,
    /// The spot of a range of it.
    pub spot: &'s dyn Fn(Range<usize>) -> Spot,
}

/// Words kept until a claim needs them.
#[derive(Default)]
struct Waiting {
    tokens: Vec<Token>,
    kept: Option<u32>,
}

struct Reader<'r> {
    manner: Manner,
    standing: &'r Standing<'r>,
    claims: Claims,
    heading: Option<Waiting>,
    paragraph: Option<(Waiting, Option<Unit>)>,
    heads: Vec<Head>,
}

/// The head of a column.
struct Head {
    column: usize,
    waiting: Waiting,
    unit: Option<Unit>,
    /// A column of running numbers or dates.
    running: bool,
    /// A column that says what is counted.
    counts: bool,
    /// A column that says the unit of its row.
    units: bool,
}

/// Reads the claims of a text.
pub fn read(passages: &[Passage], manner: Manner, standing: &Standing<'_>) -> Claims {
    let claims = Claims { marks: manner.marks, ..Claims::default() };
    let mut reader = Reader { manner, standing, claims, heading: None, paragraph: None, heads: Vec::new() };
    let mut at = 0;
    while let Some(passage) = passages.get(at) {
        let end = match passage.kind {
            PassageKind::Cell { row, .. } => {
                let same = |p: &&Passage| matches!(p.kind, PassageKind::Cell { row: r, .. } if r == row);
                at + passages[at..].iter().take_while(same).count()
            }
            _ => at + 1,
        };
        reader.passage(passage.kind, &passages[at..end]);
        at = end;
    }
    reader.claims
}

/// More claims of the same telling: its title, its lead.
pub fn join(mut first: Claims, more: Claims) -> Claims {
    let base = first.contexts.len() as u32;
    first.contexts.extend(more.contexts);
    let moved = |ix: Option<u32>| ix.map(|ix| ix + base);
    let more =
        more.all.into_iter().map(|c| Claim { context: c.context + base, column: moved(c.column), above: moved(c.above), heading: moved(c.heading), ..c });
    first.all.extend(more);
    // A country's texts are kept with their claims: no room is kept that is not used.
    first.all.shrink_to_fit();
    first.contexts.shrink_to_fit();
    first
}

impl Reader<'_> {
    fn passage(&mut self, kind: PassageKind, passages: &[Passage]) {
        match kind {
            PassageKind::Heading => {
                let tokens = self.alone(&passages[0], None);
                self.heading = Some(Waiting { tokens, kept: None });
                self.paragraph = None;
            }
            PassageKind::Paragraph => {
                let tokens = self.alone(&passages[0], None);
                let unit = says_unit(&passages[0].words).then(|| unit_in(&passages[0].words)).flatten();
                self.paragraph = Some((Waiting { tokens, kept: None }, unit));
                self.heads.clear();
            }
            PassageKind::Item => {
                let above = self.above();
                drop(self.alone(&passages[0], above));
            }
            PassageKind::Head { column } => {
                if column == 0 {
                    self.heads.clear();
                }
                let tokens = self.alone(&passages[0], None);
                let words = &passages[0].words;
                let any = |class| tokens.iter().any(|t| lexicon::classes(*t, self.manner.marks) & class != 0);
                let share = words.contains('%') || is_share(words);
                self.heads.push(Head {
                    column,
                    unit: if share { Some(Unit::Percent) } else { unit_in(words) },
                    running: tokens.len() <= 2 && any(RUNNING),
                    counts: any(lexicon::COUNTED) && unit_in(words).is_none(),
                    units: says_unit(words),
                    waiting: Waiting { tokens, kept: None },
                });
            }
            PassageKind::Cell { .. } => self.row(passages),
        }
    }

    /// A passage that stands for itself. Gives its tokens.
    fn alone(&mut self, passage: &Passage, above: Option<u32>) -> Vec<Token> {
        let scanner = self.scan(passage);
        if scanner.found.is_empty() {
            return scanner.tokens;
        }
        let (tokens, found) = (scanner.tokens.clone(), scanner.found);
        let context = self.keep(tokens.clone());
        let heading = self.heading_kept();
        for found in found {
            let claim = self.claim(passage, &found, found.at, context);
            self.claims.all.push(Claim { above, heading, ..claim });
        }
        tokens
    }

    fn row(&mut self, cells: &[Passage]) {
        let column_of = |cell: &Passage| if let PassageKind::Cell { column, .. } = cell.kind { column } else { 0 };
        let own_unit = cells
            .iter()
            .find(|c| self.heads.iter().any(|h| h.units && h.column == column_of(c)))
            .and_then(|c| unit_in(&c.words).or_else(|| c.words.contains('%').then_some(Unit::Percent)));
        let mut tokens: Vec<Token> = Vec::new();
        let mut drafts: Vec<(usize, usize, scan::Found)> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let scanner = self.scan(cell);
            let running = self.heads.iter().any(|h| h.running && h.column == column_of(cell));
            if !running {
                drafts.extend(scanner.found.into_iter().map(|found| (at, tokens.len() + found.at, found)));
            }
            tokens.extend(scanner.tokens);
            tokens.push(CELL);
        }
        if drafts.is_empty() {
            return;
        }
        let context = self.keep(tokens);
        let heading = self.heading_kept();
        let above = self.above();
        let table_unit = self.paragraph.as_ref().and_then(|(_, unit)| unit.clone());
        for (at, place, mut found) in drafts {
            let head = self.heads.iter_mut().position(|h| h.column == column_of(&cells[at]));
            if found.reading.unit == Unit::Bare && found.form == Form::Digits {
                let head = head.map(|at| &self.heads[at]);
                let of_head = head.and_then(|h| h.unit.clone());
                let of_table = table_unit.clone().filter(|_| !head.is_some_and(|h| h.counts));
                found.reading.unit = own_unit.clone().or(of_head).or(of_table).unwrap_or(Unit::Bare);
            }
            let column = head.map(|at| {
                let mut waiting = std::mem::take(&mut self.heads[at].waiting);
                let kept = self.kept(&mut waiting);
                self.heads[at].waiting = waiting;
                kept
            });
            let claim = self.claim(&cells[at], &found, place, context);
            self.claims.all.push(Claim { column, above, heading, ..claim });
        }
    }

    fn scan<'p>(&self, passage: &'p Passage) -> Scanner<'p> {
        let mut scanner = Scanner::new(&passage.words, self.manner.locale, self.manner.marks);
        scanner.run(&|byte| piece_at(passage, byte).is_some_and(|at| passage.pieces[at].linked == Linked::ToFigure));
        scanner
    }

    fn claim(&self, passage: &Passage, found: &scan::Found, at: usize, context: u32) -> Claim {
        let range = source_of(passage, found.start..found.end);
        let shown = range.clone().unwrap_or_else(|| {
            let piece = piece_at(passage, found.start).map(|at| &passage.pieces[at]);
            piece.map_or(0..0, |p| if p.as_typed { p.source.start + (found.start - p.at)..p.source.end } else { p.source.clone() })
        });
        // A bracket after these would begin a picture or belong to another link.
        let apart = !passage.words[..found.start].ends_with(['!', ']', '[', '\\']);
        let bytes = range.filter(|_| apart).zip(self.standing.first_byte).map(|(range, base)| ((base + range.start) as u32, range.len() as u32));
        Claim {
            reading: found.reading.clone(),
            form: found.form,
            spot: (self.standing.spot)(shown),
            bytes,
            context,
            at: at as u32,
            column: None,
            above: None,
            heading: None,
        }
    }

    fn keep(&mut self, tokens: Vec<Token>) -> u32 {
        self.claims.contexts.push(tokens);
        self.claims.contexts.len() as u32 - 1
    }

    fn kept(&mut self, waiting: &mut Waiting) -> u32 {
        match waiting.kept {
            Some(kept) => kept,
            None => {
                let kept = self.keep(waiting.tokens.clone());
                waiting.kept = Some(kept);
                kept
            }
        }
    }

    fn heading_kept(&mut self) -> Option<u32> {
        let mut waiting = self.heading.take()?;
        let kept = self.kept(&mut waiting);
        self.heading = Some(waiting);
        Some(kept)
    }

    fn above(&mut self) -> Option<u32> {
        let (mut waiting, unit) = self.paragraph.take()?;
        let kept = self.kept(&mut waiting);
        self.paragraph = Some((waiting, unit));
        Some(kept)
    }
}

fn piece_at(passage: &Passage, byte: usize) -> Option<usize> {
    passage.pieces.partition_point(|p| p.at <= byte).checked_sub(1)
}

/// Where some words stand in the text, when they are typed there in one go and lead nowhere.
fn source_of(passage: &Passage, range: Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (piece_at(passage, range.start)?, piece_at(passage, range.end - 1)?);
    let pieces = &passage.pieces[first..=last];
    let whole = pieces.iter().all(|p| p.as_typed && p.linked == Linked::No) && pieces.windows(2).all(|two| two[0].source.end == two[1].source.start);
    whole.then(|| {
        let start = pieces[0].source.start + (range.start - pieces[0].at);
        start..start + range.len()
    })
}

/// "Đơn vị tính: triệu đồng"
fn says_unit(words: &str) -> bool {
    let low = words.to_lowercase();
    ["đơn vị tính", "đơn vị:", "đvt", "unit"].iter().any(|said| low.contains(said)) || low.trim() == "đơn vị"
}

fn is_share(words: &str) -> bool {
    let low = words.to_lowercase();
    ["tỷ lệ", "tỉ lệ", "rate", "share"].iter().any(|said| low.contains(said))
}

/// The money unit some words name.
fn unit_in(words: &str) -> Option<Unit> {
    let low = words.to_lowercase();
    let named = [
        ("nghìn tỷ đồng", MoneyUnit::Trillion),
        ("tỷ đồng", MoneyUnit::Billion),
        ("tỉ đồng", MoneyUnit::Billion),
        ("triệu đồng", MoneyUnit::Million),
        ("nghìn đồng", MoneyUnit::Thousand),
        ("ngàn đồng", MoneyUnit::Thousand),
        ("trillion", MoneyUnit::Trillion),
        ("billion", MoneyUnit::Billion),
        ("million", MoneyUnit::Million),
        ("thousand dong", MoneyUnit::Thousand),
    ];
    named.iter().find(|(name, _)| low.contains(name)).map(|(_, unit)| Unit::Money(*unit))
}

#[cfg(test)]
mod tests;
