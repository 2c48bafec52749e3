//! What the words around a claim say of it: which programme, capital, measure, place and time it is about.
//!
//! Words in the same sentence or table row bind; words of sentences before, of headings and of the paragraph above only
//! lean one way.
//! Invariant: what no word says stays unsaid.
//!
//! May use: claims, model.

use super::vocabulary::{Meaning, Mention, Side, Vocabulary};
use crate::claims::lexicon::{self, Time, Token};
use crate::claims::{Claim, Claims};
use crate::model::{AreaIx, Capital, Fund, IndicatorIx, ProgrammeIx, Unit};

/// A place as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of this site.
    Here(AreaIx),
    /// Another.
    Elsewhere,
}

/// What is said, and whether it is said beside the claim.
#[derive(Clone, Debug)]
pub struct Said<T> {
    /// The possible meanings.
    pub all: Vec<T>,
    /// Whether the words stand in the same sentence or row.
    pub near: bool,
}

impl<T> Default for Said<T> {
    fn default() -> Self {
        Said { all: Vec::new(), near: false }
    }
}

/// Everything the words around a claim say.
#[derive(Debug, Default)]
pub struct Setting {
    /// Programmes.
    pub programmes: Said<ProgrammeIx>,
    /// Words that several programmes are called by stand near.
    pub together: bool,
    /// Words that begin a programme's name stand near.
    pub near_programmes: Vec<ProgrammeIx>,
    /// Capital.
    pub capitals: Said<Capital>,
    /// What is done; near when the words stand just beside the claim.
    pub sides: Said<Side>,
    /// Places.
    pub places: Said<Place>,
    /// Times.
    pub years: Said<Time>,
    /// Up to which month.
    pub month: Option<i8>,
    /// Whose money.
    pub funds: Vec<Fund>,
    /// Whether a part of a programme is spoken of.
    pub part: bool,
    /// The words near the claim, for the names of indicators.
    pub words: Vec<Token>,
    /// The words right after the claim.
    pub after: Vec<Token>,
    /// The sentence: context and first token.
    pub sentence: (u32, usize),
}

/// How far a name of an indicator may stand before its number.
const BEFORE: usize = 22;
const AFTER: usize = 14;

/// The passages of one text with what their words mean.
pub struct Reader<'r> {
    claims: &'r Claims,
    vocabulary: &'r Vocabulary,
    mentions: Vec<Vec<Mention>>,
    year: i16,
}

impl<'r> Reader<'r> {
    /// Reads the passages of a report of some year.
    pub fn new(claims: &'r Claims, vocabulary: &'r Vocabulary, year: i16) -> Self {
        let mentions = claims.contexts.iter().map(|tokens| vocabulary.mentions(tokens, claims.marks)).collect();
        Reader { claims, vocabulary, mentions, year }
    }

    /// What is said of one claim.
    pub fn setting(&self, claim: &Claim) -> Setting {
        let tokens = &self.claims.contexts[claim.context as usize];
        let mentions = &self.mentions[claim.context as usize];
        let at = claim.at as usize;
        let is_row = claim.column.is_some();
        let from = if is_row { 0 } else { tokens[..at].iter().rposition(|t| *t == lexicon::STOP).map_or(0, |p| p + 1) };
        let to = if is_row { tokens.len() } else { tokens[at..].iter().position(|t| *t == lexicon::STOP).map_or(tokens.len(), |p| at + p) };
        let number = |t: &Token| matches!(*t, lexicon::CLAIM | lexicon::BOUND);
        let last_number = tokens[from..at].iter().rposition(number).map_or(from, |p| from + p + 1);
        let next_number = tokens[at + 1..to].iter().position(number).map_or(to, |p| at + 1 + p);
        let span = Span { tokens, mentions, from, at, last_number, next_number };
        let elsewhere: Vec<u32> = claim.column.into_iter().chain(claim.above).chain(claim.heading).collect();

        let mut setting = Setting { sentence: (claim.context, from), ..Setting::default() };
        setting.programmes = self.said(&span, &elsewhere, is_row, |m| if let Meaning::Programme(ix) = m { Some(ix) } else { None });
        setting.together = self.said(&span, &elsewhere[..claim.column.iter().count()], is_row, |m| (m == Meaning::All).then_some(())).near;
        setting.near_programmes = self.said(&span, &elsewhere, is_row, |m| if let Meaning::NearProgramme(ix) = m { Some(ix) } else { None }).all;
        setting.capitals = self.said(&span, &elsewhere, is_row, |m| if let Meaning::Capital(c) = m { Some(c) } else { None });
        if is_row && setting.capitals.all.is_empty() {
            // A cell says "Đầu tư" where a sentence says "vốn đầu tư".
            setting.capitals.all.extend(self.capital_of_row(tokens));
            setting.capitals.near = !setting.capitals.all.is_empty();
        }
        setting.funds = self.said(&span, &elsewhere[..claim.column.iter().count()], is_row, |m| if let Meaning::Fund(f) = m { Some(f) } else { None }).all;
        setting.places = self.places(&span, &elsewhere, is_row);
        setting.sides = self.sides(&span, claim, is_row);
        self.times(&span, &elsewhere, is_row, &mut setting);
        setting.part = mentions.iter().any(|m| m.meaning == Meaning::Part && m.at >= from && m.at < if is_row { to } else { at.max(next_number) });
        setting.after = tokens[at + 1..to].iter().take_while(|t| lexicon::is_word(**t)).take(4).map(|t| lexicon::lower(*t)).collect();
        setting.words = self.words(&span, claim, is_row);
        setting
    }

    /// The nearest before the claim and the nearest after it in its sentence; else what was said before.
    fn said<T: PartialEq>(&self, span: &Span<'_>, elsewhere: &[u32], is_row: bool, of: impl Fn(Meaning) -> Option<T>) -> Said<T> {
        let mut all: Vec<T> = Vec::new();
        if is_row {
            span.mentions.iter().for_each(|m| add(&mut all, of(m.meaning)));
            // The column says it as near as the row does.
            if let (true, Some(column)) = (all.is_empty(), elsewhere.first()) {
                self.mentions[*column as usize].iter().for_each(|m| add(&mut all, of(m.meaning)));
            }
        } else {
            add(&mut all, span.mentions.iter().rev().filter(|m| m.end <= span.at && m.at >= span.from).find_map(|m| of(m.meaning)));
            add(&mut all, span.mentions.iter().filter(|m| m.at > span.at && m.end <= span.next_number).find_map(|m| of(m.meaning)));
        }
        if !all.is_empty() {
            return Said { all, near: true };
        }
        if !is_row {
            let earlier = span.mentions.iter().rev().filter(|m| m.end <= span.from).find_map(|m| of(m.meaning));
            if let Some(found) = earlier {
                return Said { all: vec![found], near: false };
            }
        }
        let found = elsewhere.iter().find_map(|context| self.mentions[*context as usize].iter().rev().find_map(|m| of(m.meaning)));
        Said { all: found.into_iter().collect(), near: false }
    }

    fn capital_of_row(&self, tokens: &[Token]) -> Option<Capital> {
        let marks = self.claims.marks;
        let has = |words: &str| {
            let wanted = lexicon::phrase(words, marks);
            tokens.windows(wanted.len()).any(|w| w.iter().map(|t| lexicon::lower(*t)).eq(wanted.iter().copied()))
        };
        has("đầu tư").then_some(Capital::Investment)
    }

    /// "xã A, huyện B, tỉnh C" is about A.
    fn places(&self, span: &Span<'_>, elsewhere: &[u32], is_row: bool) -> Said<Place> {
        let of = |m: Meaning| match m {
            Meaning::Area(ix) => Some(Place::Here(ix)),
            Meaning::Elsewhere => Some(Place::Elsewhere),
            _ => None,
        };
        let mut said = self.said(span, elsewhere, is_row, of);
        if is_row && !said.near && names_a_place(span) {
            return Said { all: vec![Place::Elsewhere], near: true };
        }
        if said.near && !is_row {
            let before: Vec<(&Mention, Place)> =
                span.mentions.iter().filter(|m| m.end <= span.at && m.at >= span.from).filter_map(|m| of(m.meaning).map(|p| (m, p))).collect();
            if let Some((last, _)) = before.last() {
                let mut first = before.len() - 1;
                let mut begins = last.at;
                while first > 0 && begins.saturating_sub(before[first - 1].0.end) <= 2 {
                    first -= 1;
                    begins = before[first].0.at;
                }
                said.all.retain(|p| Some(*p) != before.last().map(|(_, p)| *p));
                said.all.insert(0, before[first].1);
            }
        }
        said
    }

    /// What is done with it: the words right before the claim, else those right after.
    fn sides(&self, span: &Span<'_>, claim: &Claim, is_row: bool) -> Said<Side> {
        let (column, share) = (claim.column, claim.reading.unit == Unit::Percent);
        let of = |m: &Mention| if let Meaning::Side(side) = m.meaning { Some(side) } else { None };
        if is_row {
            let head: Vec<Side> = column.map_or_else(Vec::new, |c| self.mentions[c as usize].iter().filter_map(of).collect());
            let row: Vec<Side> = span.mentions.iter().filter_map(of).collect();
            let all = if head.is_empty() { row } else { head };
            return Said { near: !all.is_empty(), all };
        }
        let cut = |from: usize, to: usize, back: bool| {
            let breaks = |t: &Token| matches!(*t, lexicon::BREAK);
            if back {
                span.tokens[from..to].iter().rposition(breaks).map_or(from, |p| from + p + 1)
            } else {
                span.tokens[from..to].iter().position(|t| breaks(t) || *t == lexicon::COMMA).map_or(to, |p| from + p)
            }
        };
        let start = cut(span.last_number, span.at, true);
        let before: Vec<(usize, Side)> = span.mentions.iter().filter(|m| m.at >= start && m.end <= span.at).filter_map(|m| of(m).map(|s| (m.end, s))).collect();
        let end = cut(span.at + 1, span.next_number, false);
        let after: Vec<Side> = span.mentions.iter().filter(|m| m.at > span.at && m.end <= end).filter_map(of).collect();
        // "kế hoạch vốn giao năm nay là …": all that is said before counts; the last word says most.
        if let Some((place, last)) = before.last() {
            let mut all = vec![*last];
            if span.at - place > 6 {
                all.extend(after.first());
            }
            return Said { all, near: span.at - place <= 9 };
        }
        // "9.760 triệu đồng đến nay chưa giải ngân" is still what was assigned.
        if let Some(first) = after.first().filter(|side| **side != Side::Left || share) {
            return Said { all: vec![*first], near: true };
        }
        let earlier = span.mentions.iter().rev().filter(|m| m.at >= span.from && m.end <= span.at).find_map(of);
        Said { all: earlier.into_iter().collect(), near: false }
    }

    fn times(&self, span: &Span<'_>, elsewhere: &[u32], is_row: bool, setting: &mut Setting) {
        let of_token = |t: &Token| lexicon::time(*t);
        let relative = |m: &Mention| match m.meaning {
            Meaning::LastYear => Some(Time::Year(self.year - 1)),
            Meaning::NextYear => Some(Time::Year(self.year + 1)),
            _ => None,
        };
        let is_year = |t: &Time| !matches!(t, Time::Month(_));
        let mut near: Vec<Time> = Vec::new();
        if is_row {
            near.extend(span.tokens.iter().filter_map(of_token).filter(is_year));
            near.extend(span.mentions.iter().filter_map(relative));
            if let Some(column) = elsewhere.first() {
                near.extend(self.claims.contexts[*column as usize].iter().filter_map(of_token).filter(is_year));
            }
        } else {
            let spoken = |from: usize, to: usize| {
                let tokens = span.tokens[from..to].iter().enumerate().filter_map(move |(at, t)| of_token(t).filter(is_year).map(|time| (from + at, time)));
                let words = span.mentions.iter().filter(move |m| m.at >= from && m.end <= to).filter_map(|m| relative(m).map(|t| (m.at, t)));
                tokens.chain(words).collect::<Vec<_>>()
            };
            near.extend(spoken(span.from, span.at).into_iter().max_by_key(|(at, _)| *at).map(|(_, t)| t));
            near.extend(spoken(span.at + 1, span.next_number).into_iter().min_by_key(|(at, _)| *at).map(|(_, t)| t));
        }
        let month = |tokens: &[Token]| tokens.iter().rev().filter_map(of_token).find_map(|t| if let Time::Month(m) = t { Some(m) } else { None });
        setting.month = month(&span.tokens[span.from..span.at]).or_else(|| {
            if is_row { elsewhere.iter().find_map(|c| month(&self.claims.contexts[*c as usize])) } else { month(&span.tokens[span.at + 1..span.next_number]) }
        });
        if near.is_empty() {
            let far = elsewhere.iter().find_map(|c| self.claims.contexts[*c as usize].iter().rev().filter_map(of_token).find(is_year));
            setting.years = Said { all: far.into_iter().collect(), near: false };
        } else {
            setting.years = Said { all: near, near: true };
        }
    }

    /// The words an indicator's name is looked for in.
    fn words(&self, span: &Span<'_>, claim: &Claim, is_row: bool) -> Vec<Token> {
        let mut all: Vec<Token> = Vec::new();
        if is_row {
            all.extend_from_slice(span.tokens);
            claim.column.iter().for_each(|c| all.extend_from_slice(&self.claims.contexts[*c as usize]));
        } else {
            let first = span.at.saturating_sub(BEFORE).max(span.last_number);
            let last = (span.at + 1 + AFTER).min(span.next_number);
            all.extend_from_slice(&span.tokens[first..last]);
        }
        let spelled: Vec<Token> = all.iter().filter_map(|t| self.vocabulary.spelled_out(*t, self.claims.marks)).flatten().copied().collect();
        let mut all: Vec<Token> = all.into_iter().filter(|t| lexicon::is_word(*t)).map(lexicon::lower).chain(spelled).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How well the words near a claim name an indicator: words found, words of the name.
    pub fn names(&self, setting: &Setting, ix: IndicatorIx) -> (usize, usize) {
        let name = self.vocabulary.indicator(ix, self.claims.marks);
        (name.iter().filter(|t| setting.words.binary_search(t).is_ok()).count(), name.len())
    }

    /// Whether what is counted after a claim is what an indicator counts: yes, no, or nothing is said.
    pub fn counts(&self, setting: &Setting, ix: IndicatorIx) -> Option<bool> {
        let unit = self.vocabulary.unit(ix, self.claims.marks);
        let first = setting.after.first()?;
        let wanted = unit.first()?;
        // "386 hộ", "27 rated OCOP products", "345 lao động" of workers given training.
        if setting.after.iter().take(3).any(|word| word == wanted) || self.vocabulary.indicator(ix, self.claims.marks).contains(first) {
            return Some(true);
        }
        (lexicon::classes(*first, self.claims.marks) & lexicon::COUNTED != 0).then_some(false)
    }
}

/// Whether a row begins with a name: two words or more, all with capitals, that mean nothing else here.
fn names_a_place(span: &Span<'_>) -> bool {
    let cells = span.tokens.split(|t| *t == lexicon::CELL);
    let first = cells.map(|cell| cell.iter().filter(|t| lexicon::is_word(**t))).find(|words| words.clone().next().is_some());
    first.is_some_and(|words| words.clone().count() >= 2 && words.clone().all(|t| lexicon::is_capital(*t))) && span.mentions.first().is_none_or(|m| m.at > 3)
}

/// Adds what is said for the first time.
fn add<T: PartialEq>(all: &mut Vec<T>, found: Option<T>) {
    if let Some(found) = found.filter(|found| !all.contains(found)) {
        all.push(found);
    }
}

struct Span<'s> {
    tokens: &'s [Token],
    mentions: &'s [Mention],
    from: usize,
    at: usize,
    last_number: usize,
    next_number: usize,
}
