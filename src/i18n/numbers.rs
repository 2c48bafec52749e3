//! How a language writes numbers: which mark stands before the decimals and which between the thousands.
//!
//! Invariant: every digit that came in goes out; rounding is done before, in `figures`.
//!
//! May use: model.

use super::words::Words;
use crate::model::Number;

/// The marks of a language's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    /// Between the whole number and its decimals.
    pub decimal: char,
    /// Between thousands; `None` when they are not set apart.
    pub group: Option<char>,
}

impl NumberStyle {
    /// Vietnamese: `90.279,336`.
    pub const VI: NumberStyle = NumberStyle { decimal: ',', group: Some('.') };
    /// English: `90,279.336`.
    pub const EN: NumberStyle = NumberStyle { decimal: '.', group: Some(',') };
    /// A language nobody described: `90279.336`, as machines write it.
    pub const PLAIN: NumberStyle = NumberStyle { decimal: '.', group: None };

    /// The style of a language. One that is neither Vietnamese nor English says it in two messages,
    /// `number-decimal` and `number-group`.
    pub fn of(tag: &str, words: &Words) -> Self {
        let mark = |id: &str| words.fixed(id).and_then(|mark| mark.chars().next());
        match tag.split('-').next().unwrap_or(tag) {
            "vi" => NumberStyle::VI,
            "en" => NumberStyle::EN,
            _ => NumberStyle { decimal: mark("number-decimal").unwrap_or('.'), group: mark("number-group") },
        }
    }
}

/// A number with all the decimals it has, thousands set apart in four digits too (`1.000`), a minus before it.
pub fn decimal(number: Number, style: NumberStyle) -> String {
    let digits = number.0.abs().to_string();
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number.0.is_sign_negative() && !number.0.is_zero() {
        out.push('-');
    }
    group_into(&mut out, whole, style.group);
    if !decimals.is_empty() {
        out.push(style.decimal);
        out.push_str(decimals);
    }
    out
}

/// A percentage, the sign without a space: `42,99%`.
pub fn percent(number: Number, style: NumberStyle) -> String {
    let mut out = decimal(number, style);
    out.push('%');
    out
}

/// A whole number in digits, its thousands set apart.
pub(super) fn grouped(digits: &str, group: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    let whole = digits.strip_prefix('-').inspect(|_| out.push('-')).unwrap_or(digits);
    group_into(&mut out, whole, Some(group));
    out
}

fn group_into(out: &mut String, digits: &str, group: Option<char>) {
    let Some(group) = group else {
        out.push_str(digits);
        return;
    };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn number(text: &str) -> Number {
        // OK because the cases below are plain decimals.
        Number(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        for (plain, vi, en) in [
            ("90279.336", "90.279,336", "90,279.336"),
            ("81923.000", "81.923,000", "81,923.000"),
            ("1000", "1.000", "1,000"),
            ("999", "999", "999"),
            ("0", "0", "0"),
            ("0.05", "0,05", "0.05"),
            ("-1234567.005", "-1.234.567,005", "-1,234,567.005"),
            ("-0.00", "0,00", "0.00"),
            ("79228162514264337593543950335", "79.228.162.514.264.337.593.543.950.335", "79,228,162,514,264,337,593,543,950,335"),
        ] {
            assert_eq!(decimal(number(plain), NumberStyle::VI), vi);
            assert_eq!(decimal(number(plain), NumberStyle::EN), en);
            assert_eq!(decimal(number(plain), NumberStyle::PLAIN), plain.replace("-0.00", "0.00"));
        }
        let mut minus_nothing = Decimal::new(0, 2);
        minus_nothing.set_sign_negative(true);
        assert_eq!(decimal(Number(minus_nothing), NumberStyle::VI), "0,00");
        assert_eq!(percent(number("42.99"), NumberStyle::VI), "42,99%");
        assert_eq!(percent(number("-1.5"), NumberStyle::EN), "-1.5%");
    }

    #[test]
    fn a_further_language_says_its_marks_in_its_words() {
        let style = |tag: &str, text: &str| {
            let words = Words::read(tag, &[("x.ftl", text)]).value;
            NumberStyle::of(tag, &words)
        };
        assert_eq!(style("fr", "number-decimal = ,\nnumber-group = { \"\u{202f}\" }"), NumberStyle { decimal: ',', group: Some('\u{202f}') });
        assert_eq!(style("hmn", "home = Tsev"), NumberStyle::PLAIN);
        assert_eq!(style("vi-VN", "number-decimal = ;"), NumberStyle::VI);
    }
}
