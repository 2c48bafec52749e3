//! Numbers that state nothing: dates and years, numbers of documents and parts, telephones, lengths of time.
//!
//! What they say of time stays among the tokens: it tells the year and the month of the claims beside them.
//!
//! May use: nothing.

use super::super::lexicon as lex;
use super::{After, Kind, Scanner};

impl Scanner<'_> {
    /// `dự án 1, 2 và 3`: the numbers after a label are labels too.
    pub(super) fn in_a_row(&mut self, at: usize, unit: bool, counted: bool) -> Option<usize> {
        let row = self.row?;
        let between = &self.all[row.after.min(at)..at];
        let joins = between.len() <= 2
            && between.iter().all(|l| match l.kind {
                Kind::Word => l.classes & (lex::AND | lex::TO) != 0,
                Kind::Mark(m) => matches!(m, ',' | '-' | '–' | '.' | '&' | '/'),
                Kind::Number => false,
            });
        let small = self.whole(at).is_some_and(|n| n < 1000) || row.by_space || lex::time(row.token).is_some() && self.is_year(at);
        if !joins || (between.is_empty() && !row.by_space) || unit || !small || (counted && lex::time(row.token).is_none()) {
            self.row = None;
            return None;
        }
        let token = if lex::time(row.token).is_some() && self.is_year(at) { lex::year(self.whole(at)?) } else { row.token };
        // A year does not draw a small number after it along: "năm 2023, 6 xã".
        if lex::time(row.token).is_some() && !self.is_year(at) {
            self.row = None;
            return None;
        }
        Some(self.label(token, at + 1, row.by_space))
    }

    /// Numbers joined by a stroke: dates, the numbers of documents, periods. Pairs are left to `claim`.
    pub(super) fn joined(&mut self, at: usize) -> Option<usize> {
        let typed = self.typed(at);
        let dotted: Vec<&str> = typed.split('.').collect();
        if let [day, month, year] = dotted.as_slice()
            && year.len() == 4
            && day.len() <= 2
            && month.len() <= 2
        {
            let month = month.parse().unwrap_or(0);
            return Some(self.month(at, month, at + 1));
        }
        let stroke = self.mark(at + 1)?;
        if stroke == ':' && self.is_number(at + 2) && self.all[at + 1].glued && self.all[at + 2].glued {
            return Some(self.skip(lex::OTHER, at + 3));
        }
        if stroke == '/' && self.all[at + 1].glued {
            let next = self.all.get(at + 2)?;
            if next.kind == Kind::Word && next.glued && self.text[next.start..].starts_with(char::is_uppercase) {
                return Some(self.paper(at + 2));
            }
            if !self.is_number(at + 2) || !next.glued {
                return None;
            }
            let third = self.mark(at + 3).filter(|m| *m == '/' && self.all[at + 3].glued).and(self.all.get(at + 4)).filter(|l| l.glued);
            match third.map(|l| l.kind) {
                Some(Kind::Word) if self.text[self.all[at + 4].start..].starts_with(char::is_uppercase) => return Some(self.paper(at + 4)),
                Some(Kind::Number) => {
                    let month = self.whole(at + 2).unwrap_or(0);
                    return Some(self.month(at, month, at + 5));
                }
                _ => {}
            }
            if self.is_year(at + 2) {
                // `quý 1/2024`, `tháng 3/2024`, `88/2019`.
                let quarter = self.classes(at.checked_sub(1)) & lex::QUARTER != 0;
                let number = self.whole(at).filter(|n| *n <= 12).unwrap_or(0);
                return Some(self.month(at, if quarter { number * 3 } else { number }, at + 3));
            }
            let (Some(day), Some(month)) = (self.whole(at), self.whole(at + 2)) else { return None };
            let possible = (1..=31).contains(&day) && (1..=12).contains(&month);
            let before = self.classes(at.checked_sub(1));
            let counts = self.classes(Some(at + 3)) & lex::COUNTED != 0;
            let certain = before & (lex::DATE | lex::MONTHWORD) != 0 || before & lex::UNTIL != 0 && (!counts || day > month);
            // Alone in a cell, or after "đạt", it is a pair; alone in a sentence it is a day.
            let states = at == 0 || self.word_is(at.checked_sub(1), &["đạt", "được", "có", "là", "còn", "đã", "met", "is", "with", "has"]);
            if possible && (certain || day > month || !counts && !states) {
                return Some(self.month(at, month, at + 3));
            }
            return None;
        }
        if matches!(stroke, '-' | '–' | '—') && self.is_number(at + 2) {
            if self.is_year(at) && self.is_year(at + 2) {
                let (first, last) = (self.whole(at)?, self.whole(at + 2)?);
                return Some(self.skip(lex::years(first, last), at + 3));
            }
            let (Some(day), Some(month)) = (self.whole(at), self.whole(at + 2)) else { return None };
            let close = self.all[at + 1].glued && self.all[at + 2].glued;
            // "5-7/6": from the fifth to the seventh.
            if close
                && self.mark(at + 3) == Some('/')
                && self.is_number(at + 4)
                && self.whole(at + 4).is_some_and(|n| (1..=12).contains(&n))
                && day < month
                && month <= 31
            {
                let month = self.whole(at + 4)?;
                return Some(self.month(at, month, at + 5));
            }
            let third =
                self.mark(at + 3).filter(|m| *m == '-' && self.all[at + 3].glued).and(self.all.get(at + 4)).is_some_and(|l| l.kind == Kind::Number && l.glued);
            if close && third {
                return Some(self.month(at, month, at + 5));
            }
            let dated = self.classes(at.checked_sub(1)) & (lex::DATE | lex::UNTIL) != 0;
            if close
                && dated
                && (1..=31).contains(&day)
                && (1..=12).contains(&month)
                && self.unit(at + 3).1 == After::Nothing
                && self.classes(Some(at + 3)) & lex::COUNTED == 0
            {
                return Some(self.month(at, month, at + 3));
            }
        }
        None
    }

    /// Goes over the letters of a document's number: `QĐ-TTg`.
    fn paper(&mut self, mut at: usize) -> usize {
        while self.all.get(at).is_some_and(|l| l.glued && (l.kind == Kind::Word || l.kind == Kind::Number || matches!(l.kind, Kind::Mark('-' | '/' | '–')))) {
            at += 1;
        }
        self.skip(lex::OTHER, at)
    }

    /// Years, months, quarters, hours and lengths of time.
    pub(super) fn dated(&mut self, at: usize, unit: bool, counted: bool) -> Option<usize> {
        let before = self.classes(at.checked_sub(1));
        let value = self.whole(at);
        if self.is_year(at) {
            let year = lex::year(value?);
            let said = before & (lex::YEARWORD | lex::UNTIL) != 0 || self.word_is(at.checked_sub(1), &["in", "of", "for", "during", "the", "đoạn", "nay"]);
            // "2000 hộ" is a count; "năm 2024 huyện …" and "đến 2025 xã …" are years.
            if said || !unit && !counted {
                return Some(self.label(year, at + 1, false));
            }
        }
        if before & lex::MONTHWORD != 0 && value.is_some_and(|n| n <= 12) {
            let month = value?;
            return Some(self.month(at, month, at + 1));
        }
        if before & lex::QUARTER != 0 && value.is_some_and(|n| n <= 4) {
            let month = value? * 3;
            return Some(self.skip(lex::month(month), at + 1));
        }
        if before & lex::MONTHS != 0 || self.classes(Some(at + 1)) & lex::MONTHS != 0 && value.is_some_and(|n| n <= 31) {
            let near = if before & lex::MONTHS != 0 { at - 1 } else { at + 1 };
            let month = self.month_by_name(near);
            return Some(self.month(at.min(near), month, at + 1));
        }
        if before & lex::DATE != 0 && value.is_some_and(|n| n <= 31) && !unit && !counted {
            return Some(self.skip(lex::OTHER, at + 1));
        }
        let next = self.classes(Some(at + 1));
        if next & lex::SPAN != 0 && !unit && self.text.get(self.all[at].end..self.all[at + 1].start).is_some_and(|gap| gap.len() <= 2) {
            let year_follows = self.is_number(at + 2) && (!self.is_year(at + 2) || next & lex::YEARWORD != 0);
            let in_kind = self.word_is(Some(at + 2), &["công"]);
            if !year_follows && !in_kind {
                let token = match value {
                    Some(months) if next & lex::MONTHWORD != 0 && months <= 12 => lex::month(months),
                    _ => lex::OTHER,
                };
                return Some(self.skip(token, at + 1));
            }
        }
        let hour = (self.classes(Some(at + 1)) | before) & lex::HOUR != 0 && !unit;
        (hour && value.is_some_and(|n| n < 60)).then(|| self.skip(lex::OTHER, at + 1))
    }

    fn month_by_name(&self, at: usize) -> u32 {
        const NAMES: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        NAMES.iter().position(|name| self.word_is(Some(at), &[name])).map_or(0, |at| at as u32 + 1)
    }

    /// The numbers of documents, parts, lists, telephones.
    pub(super) fn named(&mut self, at: usize, unit: bool, counted: bool) -> Option<usize> {
        let before_at = at.checked_sub(1);
        let before = self.classes(before_at);
        let typed = self.typed(at);
        let digits = typed.bytes().filter(u8::is_ascii_digit).count();
        let bare_digits = digits == typed.len();
        if before & lex::CALL != 0 || typed.starts_with('0') && (digits >= 9 || bare_digits && digits >= 3) && !unit {
            return Some(self.label(lex::OTHER, at + 1, true));
        }
        if bare_digits && digits >= 7 && !unit {
            return Some(self.label(lex::OTHER, at + 1, true));
        }
        // "24/24 giờ"
        if self.mark(at + 1) == Some('/') && self.is_number(at + 2) && self.classes(Some(at + 3)) & lex::SPAN != 0 {
            return Some(self.skip(lex::OTHER, at + 3));
        }
        // "(1) tuyên truyền; (2) kiểm tra", "Km12+500".
        let bracket = self.all.get(at + 1).is_some_and(|l| l.glued && l.kind == Kind::Mark(')'));
        let begins = before_at.is_none_or(|b| matches!(self.mark(b), Some('(' | '.' | ';' | ':')));
        if bare_digits && digits <= 2 && bracket && begins || before_at.is_some_and(|b| self.mark(b) == Some('+') && self.all[at].glued) {
            return Some(self.skip(lex::OTHER, at + 1));
        }
        // `1.`, `1.1.` at the beginning.
        if at == 0 && !unit && !counted {
            let short = typed.split('.').all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
            if short && (typed.contains('.') || self.all.get(1).is_some_and(|l| l.glued && matches!(l.kind, Kind::Mark('.' | ')')))) {
                return Some(self.skip(lex::OTHER, at + 1));
            }
        }
        if unit {
            return None;
        }
        if before & lex::NUMBERWORD != 0 {
            return (!counted).then(|| self.label(lex::OTHER, at + 1, false));
        }
        if before & lex::PAPER != 0 {
            return (!counted || self.word_is(before_at, &["qđ", "nq", "tt", "nđ", "no"])).then(|| self.label(lex::OTHER, at + 1, false));
        }
        let small = bare_digits && digits <= 3;
        // "cấp 2" is a level; "cấp 120 bồn nước" hands them out.
        let level = self.word_is(before_at, &["cấp", "loại", "mẫu", "tổ"]);
        if before & lex::LABEL != 0 && small && !counted && (!level || digits == 1) {
            let token = if before & lex::COMPONENT != 0 { lex::PART } else { lex::OTHER };
            return Some(self.label(token, at + 1, false));
        }
        None
    }
}
