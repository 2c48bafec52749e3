//! A passage as words, marks and numbers, and which of its numbers state something.
//!
//! Invariant: every number is looked at once; dates, years, the numbers of documents and parts, telephone numbers and
//! lengths of time state nothing.
//!
//! May use: values, model; crates rust_decimal, serde.

use super::lexicon::{self as lex, Classes, Token};
use crate::model::{Number, Reading, Unit};
use crate::values::{self, Locale, Misread, spelled, words};

mod nothing;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Form {
    /// In digits.
    Digits,
    /// In digits of the other style: what it means is a guess.
    OtherStyle,
    /// In words.
    Words,
}

/// One number found in a passage.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its place among the tokens.
    pub at: usize,
    /// Its first byte in the passage, with the words that bound it.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// How it is written.
    pub form: Form,
    /// What it says.
    pub reading: Reading,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Mark(char),
}

/// A word, a number or a mark.
pub(super) struct Lexeme {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// Whether nothing stands between it and the one before.
    pub glued: bool,
    pub token: Token,
    pub classes: Classes,
}

/// What a number in a row of labels is taken for, and where the row ends so far.
#[derive(Clone, Copy)]
struct Row {
    token: Token,
    after: usize,
    by_space: bool,
}

/// What stands after a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    Money,
    Share,
    Times,
    /// `1,2 triệu lượt`: so many of something.
    Many,
}

pub(super) struct Scanner<'t> {
    text: &'t str,
    locale: Locale,
    all: Vec<Lexeme>,
    row: Option<Row>,
    pub tokens: Vec<Token>,
    pub found: Vec<Found>,
}

/// Cuts a text into words, numbers and marks.
pub(super) fn lexemes(text: &str, marks: bool) -> Vec<Lexeme> {
    let mut all: Vec<Lexeme> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if first.is_ascii_digit() {
            while let Some((at, c)) = letters.peek().copied() {
                let mark_inside = matches!(c, '.' | ',') && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
                if !c.is_ascii_digit() && !mark_inside {
                    break;
                }
                end = at + 1;
                letters.next();
            }
            Kind::Number
        } else if first.is_alphabetic() {
            while let Some((at, c)) = letters.peek().copied() {
                if !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c) {
                    break;
                }
                end = at + c.len_utf8();
                letters.next();
            }
            Kind::Word
        } else {
            Kind::Mark(first)
        };
        let glued = all.last().is_some_and(|before: &Lexeme| before.end == start);
        let token = if kind == Kind::Word { lex::word(&text[start..end], marks) } else { lex::OTHER };
        let classes = if kind == Kind::Word { lex::classes(token, marks) } else { 0 };
        all.push(Lexeme { kind, start, end, glued, token, classes });
    }
    all
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, locale: Locale, marks: bool) -> Self {
        Scanner { text, locale, all: lexemes(text, marks), row: None, tokens: Vec::new(), found: Vec::new() }
    }

    /// Looks at every number. `is_bound` says whether the words at a byte are bound to a figure already.
    pub(super) fn run(&mut self, is_bound: &dyn Fn(usize) -> bool) {
        let mut at = 0;
        while at < self.all.len() {
            at = match self.all[at].kind {
                Kind::Number if is_bound(self.all[at].start) => {
                    self.tokens.push(lex::BOUND);
                    at + 1
                }
                Kind::Number => self.number(at),
                Kind::Word => self.spelled(at, is_bound).unwrap_or_else(|| self.word(at)),
                Kind::Mark(mark) => {
                    let gap = !self.all[at].glued || self.all.get(at + 1).is_none_or(|next| !next.glued);
                    self.tokens.extend(match mark {
                        '.' | '!' | '?' | '…' => Some(lex::STOP),
                        ',' | '(' | ')' => Some(lex::COMMA),
                        ';' | ':' => Some(lex::BREAK),
                        '-' | '–' | '—' if gap => Some(lex::BREAK),
                        _ => None,
                    });
                    at + 1
                }
            };
        }
    }

    /// A word; the quarter "quý II" is a time.
    fn word(&mut self, at: usize) -> usize {
        self.tokens.push(self.all[at].token);
        if self.classes(Some(at)) & lex::QUARTER != 0
            && let Some(quarter) = ["I", "II", "III", "IV"].iter().position(|roman| self.all.get(at + 1).is_some_and(|l| &self.text[l.start..l.end] == *roman))
        {
            self.tokens.push(lex::month(3 * (quarter as u32 + 1)));
            return at + 2;
        }
        at + 1
    }

    fn typed(&self, at: usize) -> &'t str {
        let lexeme = &self.all[at];
        &self.text[lexeme.start..lexeme.end]
    }

    fn word_is(&self, at: Option<usize>, wanted: &[&str]) -> bool {
        at.and_then(|at| self.all.get(at)).is_some_and(|l| {
            l.kind == Kind::Word && {
                let typed = &self.text[l.start..l.end];
                wanted.iter().any(|w| typed.eq_ignore_ascii_case(w) || typed.chars().flat_map(char::to_lowercase).eq(w.chars()))
            }
        })
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.all.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn is_number(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|l| l.kind == Kind::Number)
    }

    fn classes(&self, at: Option<usize>) -> Classes {
        at.and_then(|at| self.all.get(at)).map_or(0, |l| l.classes)
    }

    /// A whole number without marks, when it is one.
    fn whole(&self, at: usize) -> Option<u32> {
        let typed = self.typed(at);
        if self.is_number(at) && typed.bytes().all(|b| b.is_ascii_digit()) { typed.parse().ok() } else { None }
    }

    fn is_year(&self, at: usize) -> bool {
        self.all.get(at).is_some() && self.typed(at).len() == 4 && self.whole(at).is_some_and(|n| (1900..=2100).contains(&n))
    }

    fn skip(&mut self, token: Token, end: usize) -> usize {
        self.tokens.push(token);
        end
    }

    fn label(&mut self, token: Token, end: usize, by_space: bool) -> usize {
        self.row = Some(Row { token, after: end, by_space });
        self.skip(token, end)
    }

    /// Whether one of the few words before says "up to".
    fn is_until(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|before| self.word_is(Some(before), &["đến", "tới", "hết", "by", "until", "end", "at", "to"]))
    }

    fn month(&mut self, at: usize, month: u32, end: usize) -> usize {
        let token = if self.is_until(at) && (1..=12).contains(&month) { lex::month(month) } else { lex::OTHER };
        self.skip(token, end)
    }

    /// Looks at the number at `at` and says where to go on.
    fn number(&mut self, at: usize) -> usize {
        let before = at.checked_sub(1);
        let (unit_end, after) = self.unit(at + 1);
        let counted = self.classes(Some(at + 1)) & lex::COUNTED != 0;
        let unit = !matches!(after, After::Nothing);
        let glued_word = |l: Option<&Lexeme>| l.is_some_and(|l| l.kind == Kind::Word);
        let lexeme = &self.all[at];
        if lexeme.glued && glued_word(before.and_then(|b| self.all.get(b))) {
            return self.skip(lex::OTHER, at + 1);
        }
        // COVID-19, and words joined like it.
        if lexeme.glued && at >= 2 && self.mark(at - 1) == Some('-') && self.all[at - 1].glued && glued_word(self.all.get(at - 2)) {
            return self.skip(lex::OTHER, at + 1);
        }
        if self.all.get(at + 1).is_some_and(|next| next.kind == Kind::Word && next.glued && next.classes & lex::GLUED == 0) {
            return self.skip(lex::OTHER, at + 1);
        }
        if let Some(end) = self.in_a_row(at, unit, counted) {
            return end;
        }
        if let Some(end) = self.joined(at) {
            return end;
        }
        if let Some(end) = self.dated(at, unit, counted) {
            return end;
        }
        if let Some(end) = self.named(at, unit, counted) {
            return end;
        }
        self.claim(at, unit_end, after)
    }

    /// The unit that begins at `at`: where it ends and what it is.
    fn unit(&self, at: usize) -> (usize, After) {
        if self.mark(at) == Some('%') {
            return (at + 1, After::Share);
        }
        let is = |at: usize, wanted: &[&str]| self.word_is(Some(at), wanted);
        if is(at, &["phần"]) && is(at + 1, &["trăm"])
            || is(at, &["per"]) && is(at + 1, &["cent"])
            || is(at, &["percentage"]) && is(at + 1, &["point", "points"])
        {
            return (at + 2, After::Share);
        }
        if is(at, &["percent"]) {
            return (at + 1, After::Share);
        }
        if is(at, &["điểm"]) {
            if self.mark(at + 1) == Some('%') {
                return (at + 2, After::Share);
            }
            if is(at + 1, &["phần"]) && is(at + 2, &["trăm"]) {
                return (at + 3, After::Share);
            }
        }
        if is(at, &["lần", "times"]) && !is(at + 1, &["thứ"]) {
            return (at + 1, After::Times);
        }
        let dong = |at: usize| self.classes(Some(at)) & lex::DONG != 0 && !is(at + 1, &["bào", "chí", "bộ", "loạt", "thời"]);
        let mut end = at;
        while self.classes(Some(end)) & lex::SCALE != 0 && end < at + 2 && !is(end + 1, &["lệ"]) {
            end += 1;
        }
        if end > at {
            if dong(end) {
                return (end + 1, After::Money);
            }
            return (end, if self.classes(Some(end)) & lex::COUNTED != 0 { After::Many } else { After::Money });
        }
        if dong(at) { (at + 1, After::Money) } else { (at, After::Nothing) }
    }

    /// The words that bound a number before `at`: where they begin.
    fn hedge(&self, at: usize) -> usize {
        let is = |back: usize, wanted: &[&str]| at.checked_sub(back).is_some_and(|at| self.word_is(Some(at), wanted));
        if is(1, &["than"]) && is(2, &["more", "less"]) {
            return if is(3, &["no"]) { at - 3 } else { at - 2 };
        }
        let two = is(1, &["quá"]) && is(2, &["không"])
            || is(1, &["nhất"]) && is(2, &["ít"])
            || is(1, &["thiểu"]) && is(2, &["tối"])
            || is(1, &["xỉ"]) && is(2, &["xấp"])
            || is(1, &["least", "most"]) && is(2, &["at"]);
        if two {
            return at - 2;
        }
        let compares = is(1, &["hơn"]) && is(2, &["cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "sớm", "muộn", "kém"]);
        let one = is(1, &["trên", "hơn", "gần", "khoảng", "dưới", "over", "nearly", "almost", "approximately", "about", "around", "under"]) && !compares;
        if one { at - 1 } else { at }
    }

    /// A number that states something.
    fn claim(&mut self, at: usize, unit_end: usize, after: After) -> usize {
        let first = self.hedge(at);
        let start = self.all[first].start;
        let mut end = if after == After::Many { at + 1 } else { unit_end };
        let mut middle: Option<(usize, usize)> = None;
        if after == After::Money
            && self.is_number(unit_end)
            && self.classes(Some(unit_end - 1)) & lex::SCALE != 0
            && let (smaller, After::Money) = self.unit(unit_end + 1)
        {
            // 71 tỷ 355 triệu đồng
            end = smaller;
        } else if let Some(last) = self.range(at, unit_end, after) {
            end = last;
        } else if after == After::Nothing
            && let Some((whole, last)) = self.pair(at)
        {
            (middle, end) = (Some((at, whole)), last);
        }
        let stop = self.all[end - 1].end;
        let typed = match middle {
            Some((part, whole)) => {
                let before = &self.text[start..self.all[part].end];
                format!("{before}/{}", &self.text[self.all[whole].start..stop])
            }
            None => self.text[start..stop].to_owned(),
        };
        let (mut reading, form) = match values::read(&typed, self.locale, &Unit::Bare) {
            Ok(reading) => (reading, Form::Digits),
            Err(Misread::OtherLocale(ways)) if after != After::Nothing && middle.is_none() => {
                let meant = ways.iter().find_map(|way| {
                    let typed = typed.replacen(self.typed(at), way, 1);
                    values::read(&typed, self.locale, &Unit::Bare).ok()
                });
                match meant {
                    Some(reading) => (Reading { typed, ..reading }, Form::OtherStyle),
                    None => return self.skip(lex::OTHER, end),
                }
            }
            Err(_) => return self.skip(lex::OTHER, at + 1),
        };
        if after == After::Many {
            let many = self.text[self.all[at + 1].start..self.all[unit_end].end].to_owned();
            reading.unit = Unit::Of(many);
            end = unit_end;
        }
        self.standing(first, &mut reading);
        self.found.push(Found { at: self.tokens.len(), start, end: stop, form, reading });
        self.tokens.push(lex::CLAIM);
        self.row = None;
        end
    }

    /// `4 - 5%`, `từ 4% đến 5%`: where the range ends.
    fn range(&self, at: usize, unit_end: usize, after: After) -> Option<usize> {
        let dash = match self.all.get(unit_end)?.kind {
            Kind::Mark('-' | '–' | '—') => true,
            Kind::Word => self.classes(Some(unit_end)) & lex::TO != 0,
            _ => false,
        };
        if !dash || !self.is_number(unit_end + 1) || self.is_year(unit_end + 1) || matches!(self.mark(unit_end + 2), Some('/')) {
            return None;
        }
        let (end, second) = self.unit(unit_end + 2);
        let counted = self.classes(Some(unit_end + 2)) & lex::COUNTED != 0;
        let agree = (after == After::Nothing || after == second) && (second != After::Nothing || counted);
        let rising = |a: usize, b: usize| {
            let n = |at: usize| values::read(self.typed(at), self.locale, &Unit::Bare).ok().and_then(|r| r.number());
            n(a).zip(n(b)).is_some_and(|(a, b): (Number, Number)| a < b)
        };
        (agree && second != After::Many && rising(at, unit_end + 1)).then_some(end)
    }

    /// `6/10`, `6 trong số 10`, `6 of the 10`: where the whole is and where the pair ends.
    fn pair(&self, at: usize) -> Option<(usize, usize)> {
        let whole = if self.mark(at + 1) == Some('/') {
            at + 2
        } else {
            let mut next = at + 1;
            if !self.word_is(Some(next), &["trong", "trên", "of", "out"]) {
                return None;
            }
            while self.word_is(Some(next), &["trong", "trên", "tổng", "số", "of", "out", "the"]) {
                next += 1;
            }
            next
        };
        let small = |at: usize| values::read(self.typed(at), self.locale, &Unit::Bare).ok().and_then(|r| r.number());
        if !self.is_number(whole) || self.is_year(whole) && self.mark(at + 1) != Some('/') || small(at)? > small(whole)? {
            return None;
        }
        let (end, after) = self.unit(whole + 1);
        let span = self.classes(Some(whole + 1)) & lex::SPAN != 0;
        (after != After::Many && !span).then_some((whole, end))
    }

    /// "phấn đấu", "ước", "giảm" before a number belong to what it says.
    fn standing(&self, first: usize, reading: &mut Reading) {
        for back in (1..=4).rev() {
            let Some(from) = first.checked_sub(back) else { continue };
            if self.all[from..first].iter().any(|l| l.kind != Kind::Word) {
                continue;
            }
            let mut said = reading.clone();
            let before = self.text[self.all[from].start..self.all[first].start].trim_end();
            if words::strip_qualifiers(before, &mut said).is_empty() {
                (reading.standing, reading.change) = (said.standing, said.change);
                return;
            }
        }
    }

    /// A number in words at `at`, when it counts something or is money.
    fn spelled(&mut self, at: usize, is_bound: &dyn Fn(usize) -> bool) -> Option<usize> {
        if !self.may_be_spelled(at) || is_bound(self.all[at].start) {
            return None;
        }
        let after: Vec<String> = self.all[at..]
            .iter()
            .take(7)
            .take_while(|l| l.kind == Kind::Word || l.kind == Kind::Mark('-') && l.glued)
            .filter(|l| l.kind == Kind::Word)
            .map(|l| self.text[l.start..l.end].to_lowercase())
            .collect();
        let words: Vec<&str> = after.iter().map(String::as_str).collect();
        let spelled = spelled::read(&words, self.locale)?;
        // Hyphens between the words are lexemes of their own.
        let mut next = at;
        let mut left = spelled.words;
        while left > 0 {
            left -= usize::from(self.all.get(next)?.kind == Kind::Word);
            next += 1;
        }
        let (unit_end, unit) = self.unit(next);
        let counted = self.classes(Some(next)) & lex::COUNTED != 0;
        let many_words = spelled.words > 1;
        let tame = match spelled.of {
            Some(_) => true,
            None if unit == After::Money || unit == After::Share => many_words || spelled.number > rust_decimal::Decimal::ONE,
            None => {
                counted
                    && !self.word_is(Some(next), &["chương", "programmes", "programme"])
                    && (many_words || spelled.number > rust_decimal::Decimal::ONE && !self.word_is(Some(at), &["năm"]))
            }
        };
        if !tame || unit == After::Many {
            return None;
        }
        let first = self.hedge(at);
        let start = self.all[first].start;
        let end = if spelled.of.is_some() { next } else { unit_end.max(next) };
        let stop = self.all[end - 1].end;
        let mut reading =
            values::read(&format!("{}1 {}", &self.text[start..self.all[at].start], &self.text[self.all[next - 1].end..stop]), self.locale, &Unit::Bare).ok()?;
        reading.quantity = spelled.quantity();
        reading.typed = self.text[start..stop].to_owned();
        self.standing(first, &mut reading);
        self.found.push(Found { at: self.tokens.len(), start, end: stop, form: Form::Words, reading });
        self.tokens.push(lex::CLAIM);
        Some(end)
    }

    /// A quick look before the slow one.
    fn may_be_spelled(&self, at: usize) -> bool {
        self.all[at].classes & lex::SPELLED != 0
    }
}
