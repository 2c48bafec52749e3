//! A number of a cell as a data file writes numbers.
//!
//! Invariant: every digit is kept; only marks are added.
//!
//! May use: i18n, model, values; crates rust_decimal.

use rust_decimal::Decimal;

use crate::i18n::numbers::{NumberStyle, decimal};
use crate::model::Number;
use crate::values::Locale;

/// The marks of a locale.
pub fn style(locale: Locale) -> NumberStyle {
    match locale {
        Locale::Vi => NumberStyle::VI,
        Locale::En => NumberStyle::EN,
    }
}

/// A number as the file writes numbers, in the manner of what stood there before.
pub fn written(number: Decimal, locale: Locale, like: Option<&str>, sign: &str) -> String {
    let style = style(locale);
    let (group, _) = locale.marks();
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let ungrouped = like.is_some_and(|like| !like.contains(group) && digits(like.split(style.decimal).next().unwrap_or("")) > 3);
    let words = decimal(Number(number), if ungrouped { NumberStyle { group: None, ..style } } else { style });
    let sign = match like {
        Some(like) if !like.contains('%') && like.contains(|c: char| c.is_ascii_digit()) => "",
        _ => sign,
    };
    format!("{words}{sign}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_the_manner_of_the_one_before() {
        let check = |number: &str, locale, like, sign, expected: &str| {
            let number = number.parse().unwrap();
            assert_eq!(written(number, locale, like, sign), expected);
        };
        check("90279.336", Locale::Vi, None, "", "90.279,336");
        check("90279.336", Locale::En, None, "", "90,279.336");
        check("1282", Locale::Vi, Some("2.487"), "", "1.282");
        check("1282", Locale::Vi, Some("2487"), "", "1282");
        check("1282", Locale::Vi, Some("780"), "", "1.282");
        check("-3.5", Locale::Vi, None, "", "-3,5");
        check("32.5", Locale::Vi, Some("31,4%"), "%", "32,5%");
        check("32.5", Locale::Vi, Some("31,4"), "%", "32,5");
        check("32.5", Locale::Vi, Some("chưa có số liệu"), "%", "32,5%");
        check("1234567", Locale::Vi, Some("2487,5"), "", "1234567");
    }
}
