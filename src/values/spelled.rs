//! Numbers in words: `ba mươi`, `hai phần ba`, `một nửa`, `two thirds`, `thirty`.
//!
//! Data files never need them; the prose of reports does.
//! Invariant: a word that is often something else (`năm`, `một`, `second`) is a number only in company.
//!
//! May use: model; crates rust_decimal.

use rust_decimal::Decimal;

use super::Locale;
use crate::model::{Number, Quantity};

/// A number in words at the beginning of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// How many words it takes.
    pub words: usize,
    /// What it is.
    pub number: Decimal,
    /// What it is a part of, when it is a fraction.
    pub of: Option<Decimal>,
}

impl Spelled {
    /// The value.
    pub fn quantity(self) -> Quantity {
        match self.of {
            Some(whole) => Quantity::Pair { part: Number(self.number), whole: Number(whole) },
            None => Quantity::Exact(Number(self.number)),
        }
    }
}

const DIGITS: &[(&str, i64)] =
    &[("một", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5), ("sáu", 6), ("bảy", 7), ("bẩy", 7), ("tám", 8), ("chín", 9), ("mười", 10)];

/// The last digit of a number above ten has names of its own.
const LAST: &[(&str, i64)] = &[("mốt", 1), ("tư", 4), ("lăm", 5), ("nhăm", 5)];

const ENGLISH: &[(&str, i64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

const PARTS: &[(&str, i64)] =
    &[("half", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourths", 4), ("fifth", 5), ("fifths", 5), ("tenth", 10), ("tenths", 10)];

fn among(list: &[(&str, i64)], word: &str) -> Option<i64> {
    list.iter().find(|(name, _)| *name == word).map(|(_, n)| *n)
}

/// Reads a number at the beginning of `words`, which are in lower case.
pub fn read(words: &[&str], locale: Locale) -> Option<Spelled> {
    match locale {
        Locale::Vi => vietnamese(words),
        Locale::En => english(words),
    }
}

fn vietnamese(words: &[&str]) -> Option<Spelled> {
    if words.starts_with(&["một", "nửa"]) {
        return Some(Spelled { words: 2, number: Decimal::ONE, of: Some(Decimal::TWO) });
    }
    let (number, mut used) = below_thousand(words)?;
    if words.get(used) == Some(&"phần")
        && let Some(whole) = words.get(used + 1).and_then(|w| among(DIGITS, w).or_else(|| among(LAST, w)))
        && whole > number
    {
        return Some(Spelled { words: used + 2, number: Decimal::from(number), of: Some(Decimal::from(whole)) });
    }
    let mut value = Decimal::from(number);
    if words.get(used) == Some(&"rưỡi") {
        value += Decimal::new(5, 1);
        used += 1;
    }
    Some(Spelled { words: used, number: value, of: None })
}

/// `hai trăm ba mươi lăm`, `mười hai`, `sáu`.
fn below_thousand(words: &[&str]) -> Option<(i64, usize)> {
    let digit = |at: usize| words.get(at).and_then(|w| among(DIGITS, w));
    let last = |at: usize| words.get(at).and_then(|w| among(LAST, w)).or_else(|| digit(at).filter(|n| *n < 10));
    let first = digit(0)?;
    if words.get(1) == Some(&"trăm") && first < 10 {
        let (rest, used) = below_thousand(&words[2..]).filter(|(n, _)| *n >= 10).unwrap_or((0, 0));
        return Some((first * 100 + rest, 2 + used));
    }
    if first == 10 {
        return Some(last(1).filter(|_| words.get(1) != Some(&"tư")).map_or((10, 1), |n| (10 + n, 2)));
    }
    if words.get(1) == Some(&"mươi") && first > 1 {
        return Some(last(2).map_or((first * 10, 2), |n| (first * 10 + n, 3)));
    }
    Some((first, 1))
}

fn english(words: &[&str]) -> Option<Spelled> {
    let first = *words.first()?;
    // `half the plan`, `a third of`, `two thirds`, `two-thirds` as two words.
    if first == "half" {
        return Some(Spelled { words: 1, number: Decimal::ONE, of: Some(Decimal::TWO) });
    }
    if first == "a" {
        let whole = words.get(1).and_then(|w| among(PARTS, w)).filter(|_| words.get(2) == Some(&"of"))?;
        return Some(Spelled { words: 2, number: Decimal::ONE, of: Some(Decimal::from(whole)) });
    }
    let mut number = among(ENGLISH, first)?;
    let mut used = 1;
    if number >= 20
        && let Some(digit) = words.get(1).and_then(|w| among(ENGLISH, w)).filter(|n| *n < 10)
    {
        (number, used) = (number + digit, 2);
    }
    if let Some(whole) = words.get(used).and_then(|w| among(PARTS, w)).filter(|whole| *whole > number) {
        return Some(Spelled { words: used + 1, number: Decimal::from(number), of: Some(Decimal::from(whole)) });
    }
    if words.get(used) == Some(&"hundred") {
        (number, used) = (number * 100, used + 1);
    }
    Some(Spelled { words: used, number: Decimal::from(number), of: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, locale: Locale, expected: &str) {
        let words: Vec<&str> = text.split([' ', '-']).collect();
        let read = read(&words, locale).map_or_else(
            || "nothing".to_owned(),
            |s| match s.of {
                Some(of) => format!("{}/{} in {}", s.number, of, s.words),
                None => format!("{} in {}", s.number, s.words),
            },
        );
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn numbers_in_words_are_read_as_people_say_them() {
        for (text, expected) in [
            ("sáu xã", "6 in 1"),
            ("mười hai xã", "12 in 2"),
            ("mười lăm hộ", "15 in 2"),
            ("ba mươi triệu đồng", "30 in 2"),
            ("hai mươi mốt thôn", "21 in 3"),
            ("hai trăm hộ", "200 in 2"),
            ("một trăm bảy mươi hộ", "170 in 4"),
            ("hai tỷ", "2 in 1"),
            ("một nửa số xã", "1/2 in 2"),
            ("hai phần ba số hộ", "2/3 in 3"),
            ("một phần tư", "1/4 in 3"),
            ("hai rưỡi", "2.5 in 2"),
            ("nghìn", "nothing"),
            ("", "nothing"),
        ] {
            check(text, Locale::Vi, expected);
        }
        for (text, expected) in [
            ("six communes", "6 in 1"),
            ("thirty million dong", "30 in 1"),
            ("twenty-five households", "25 in 2"),
            ("half the plan", "1/2 in 1"),
            ("two thirds", "2/3 in 2"),
            ("two-thirds of", "2/3 in 2"),
            ("a quarter of", "1/4 in 2"),
            ("a report", "nothing"),
            ("two hundred homes", "200 in 2"),
        ] {
            check(text, Locale::En, expected);
        }
    }
}
