//! Numbers said in words, for those who read aloud and those who listen: `1.842,5` → "một nghìn tám trăm bốn mươi hai phẩy năm".
//!
//! Invariant: every digit that came in is said, so the words give the number back; what is no number stays as it was typed.
//!
//! May use: model.

use crate::model::Number;

mod english;
#[cfg(test)]
mod tests;
mod text;
mod vietnamese;

/// A language whose numbers can be said in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// "hai mươi mốt phẩy năm".
    Vi,
    /// "twenty-one point five".
    En,
}

impl Spoken {
    /// How a language says its numbers; nothing for a language nobody taught us.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split('-').next().unwrap_or(tag) {
            "vi" => Some(Spoken::Vi),
            "en" => Some(Spoken::En),
            _ => None,
        }
    }

    /// A number in words, with every decimal it has: 0,50 is "không phẩy năm mươi" and 0,5 is "không phẩy năm".
    pub fn number(self, number: Number) -> String {
        let digits = number.0.abs().to_string();
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let minus = number.0.is_sign_negative() && !number.0.is_zero();
        self.signed(minus, whole, decimals)
    }

    /// A text with its numbers, percentages, ranges, pairs and dates in words.
    pub fn text(self, text: &str) -> String {
        text::said(self, text)
    }

    /// Digits one by one, as a telephone number is said; a space or mark between them is a short stop.
    pub fn digits(self, typed: &str) -> String {
        let groups = typed.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
        let said = groups.map(|group| group.chars().map(|digit| self.digit(digit)).collect::<Vec<_>>().join(" "));
        said.collect::<Vec<_>>().join(", ")
    }

    fn signed(self, minus: bool, whole: &str, decimals: &str) -> String {
        let (sign, mark) = match self {
            Spoken::Vi => ("âm ", " phẩy "),
            Spoken::En => ("minus ", " point "),
        };
        let mut said = if minus { sign.to_owned() } else { String::new() };
        said.push_str(&self.whole(whole));
        if !decimals.is_empty() {
            said.push_str(mark);
            said.push_str(&self.decimals(decimals));
        }
        said
    }

    fn whole(self, digits: &str) -> String {
        match self {
            Spoken::Vi => vietnamese::whole(digits),
            Spoken::En => english::whole(digits),
        }
    }

    fn decimals(self, digits: &str) -> String {
        match self {
            Spoken::Vi => vietnamese::decimals(digits),
            Spoken::En => digits.chars().map(|digit| self.digit(digit)).collect::<Vec<_>>().join(" "),
        }
    }

    fn digit(self, digit: char) -> &'static str {
        let at = digit.to_digit(10).unwrap_or_default() as usize;
        match self {
            Spoken::Vi => vietnamese::DIGITS[at],
            Spoken::En => english::SMALL[at],
        }
    }
}
