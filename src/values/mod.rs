//! The value reader: from the words of a report to an exact value.
//!
//! `trên 35.215`, `42,99%`, `4 - 5%`, `6/10`, `71 tỷ 355 triệu đồng`, `chưa giao`: a value is read from the
//! text as typed, in the locale the site declares, before anything can turn it into a float. The same
//! reader serves data files, front matter, spreadsheet cells and prose.
//! Invariant: what is read is exactly what was typed, or it is refused with a suggestion.
//!
//! May use: diag, model; crates rust_decimal, jiff, serde.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::diag::nearest::fold;
use crate::model::{Hedge, Missing, MoneyUnit, Number, Quantity, Reading, Standing, Unit};

pub mod dates;
pub mod problems;
pub mod spelled;
pub mod words;

/// How numbers are written: which mark groups thousands and which begins the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// `90.279,336`
    Vi,
    /// `90,279.336`
    En,
}

impl Locale {
    /// The mark between thousands and the mark before decimals.
    pub fn marks(self) -> (char, char) {
        match self {
            Locale::Vi => ('.', ','),
            Locale::En => (',', '.'),
        }
    }
}

/// Why a text is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Misread {
    /// Written in the other style; the ways it may have been meant.
    OtherLocale(Vec<String>),
    /// No number and no known state in it.
    NoNumber,
    /// More digits than can be kept exactly.
    TooLong,
    /// A range that runs backwards.
    Backwards,
}

/// Reads one value. `unit` is what a number without a unit of its own counts.
pub fn read(typed: &str, locale: Locale, unit: &Unit) -> Result<Reading, Misread> {
    let clean = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut reading =
        Reading { quantity: Quantity::NothingYet, unit: unit.clone(), hedge: Hedge::Exact, standing: Standing::Actual, change: None, typed: clean.clone() };
    if let Some(state) = words::state(&fold(&clean)) {
        reading.quantity = state.map_or(Quantity::NothingYet, Quantity::Missing);
        return Ok(reading);
    }
    let rest = words::strip_qualifiers(&clean, &mut reading);
    let (quantity, own_unit) = quantity(rest, locale)?;
    reading.quantity = quantity;
    if let Some(own) = own_unit {
        reading.unit = own;
    }
    Ok(reading)
}

/// Whether a text says that a value is missing, and why; `Some(None)` is "nothing yet", which is zero.
pub fn missing(typed: &str) -> Option<Option<Missing>> {
    words::state(&fold(typed.trim()))
}

/// The number, range or pair at the beginning of `text`, and the unit written after it.
fn quantity(text: &str, locale: Locale) -> Result<(Quantity, Option<Unit>), Misread> {
    let (first, rest) = number(text, locale)?;
    let after = rest.trim_start();
    if let Some(tail) = after.strip_prefix('/')
        && tail.trim_start().starts_with(|c: char| c.is_ascii_digit())
    {
        let (whole, rest) = number(tail.trim_start(), locale)?;
        return Ok((Quantity::Pair { part: first, whole }, words::unit(rest)));
    }
    // A range may repeat its unit: `1% - 1,5%/năm`, `4 đến 5%`.
    let (inner, dash) = split_before_dash(after);
    if let Some(tail) = dash {
        let (last, rest) = number(tail.trim_start(), locale)?;
        if last < first {
            return Err(Misread::Backwards);
        }
        let unit = words::unit(rest).or_else(|| words::unit(inner));
        return Ok((Quantity::Range(first, last), unit));
    }
    match words::unit(rest) {
        Some(Unit::Money(unit)) => composite(first, unit, rest, locale),
        unit => Ok((Quantity::Exact(first), unit)),
    }
}

/// `71 tỷ 355 triệu đồng`: amounts in falling units add up, exactly, in the smallest of them.
fn composite(first: Number, unit: MoneyUnit, rest: &str, locale: Locale) -> Result<(Quantity, Option<Unit>), Misread> {
    let Some(at) = rest.find(|c: char| c.is_ascii_digit()) else {
        return Ok((Quantity::Exact(first), Some(Unit::Money(unit))));
    };
    let unit = match words::unit(&rest[..at]) {
        Some(Unit::Money(unit)) => unit,
        _ => return Ok((Quantity::Exact(first), Some(Unit::Money(unit)))),
    };
    let (second, tail) = number(&rest[at..], locale)?;
    match words::unit(tail) {
        Some(Unit::Money(smaller)) if smaller < unit => {
            let sum = in_unit(first, unit, smaller).and_then(|n| n.0.checked_add(second.0)).ok_or(Misread::TooLong)?;
            Ok((Quantity::Exact(Number(sum)), Some(Unit::Money(smaller))))
        }
        _ => Err(Misread::NoNumber),
    }
}

/// The same amount in another unit, exactly; `None` when it does not fit.
pub fn in_unit(number: Number, from: MoneyUnit, to: MoneyUnit) -> Option<Number> {
    let (from, to) = (from.zeros(), to.zeros());
    let power = |n: u32| Decimal::from(10u64.pow(n));
    if from >= to {
        number.0.checked_mul(power(from - to)).map(Number)
    } else {
        // Dividing by a power of ten only moves the decimal mark.
        let mut moved = number.0;
        moved.set_scale(moved.scale() + (to - from)).ok()?;
        Some(Number(moved.normalize()))
    }
}

fn split_before_dash(text: &str) -> (&str, Option<&str>) {
    for dash in ["-", "–", "—", "đến ", "tới ", "to "] {
        if let Some(at) = text.find(dash) {
            let (before, after) = (&text[..at], text[at + dash.len()..].trim_start());
            let unit_or_nothing = before.trim().is_empty() || before.trim() == "%" || words::unit(before).is_some_and(|u| matches!(u, Unit::Money(_)));
            if unit_or_nothing && after.starts_with(|c: char| c.is_ascii_digit()) {
                return (before, Some(after));
            }
        }
    }
    (text, None)
}

/// The number at the beginning of `text` and what follows it.
fn number(text: &str, locale: Locale) -> Result<(Number, &str), Misread> {
    let (sign, body) = match text.strip_prefix(['-', '−', '+']) {
        Some(rest) => (if text.starts_with('+') { "" } else { "-" }, rest.trim_start()),
        None => ("", text),
    };
    let end = body.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(body.len());
    let digits = body[..end].trim_end_matches(['.', ',']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Misread::NoNumber);
    }
    let rest = &body[digits.len()..];
    // `2024-03`, `12a` or `1.` are no numbers of a report.
    if rest.starts_with(['.', ',']) && rest.len() == 1 || rest.starts_with('_') {
        return Err(Misread::NoNumber);
    }
    let (group, decimal) = locale.marks();
    let Some(plain) = plain(digits, group, decimal) else {
        return Err(Misread::OtherLocale(meant(digits, group, decimal)));
    };
    let value = Decimal::from_str_exact(&format!("{sign}{plain}")).map_err(|_| Misread::TooLong)?;
    Ok((Number(value), rest))
}

/// The digits with a decimal point, when they follow the locale's grammar.
fn plain(digits: &str, group: char, decimal: char) -> Option<String> {
    let (whole, fraction) = match digits.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if fraction.is_some_and(|f| f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let mut groups = whole.split(group);
    let first = groups.next()?;
    let mut joined = first.to_owned();
    let mut grouped = false;
    for part in groups {
        if part.len() != 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        grouped = true;
        joined.push_str(part);
    }
    let sound_start = first.bytes().all(|b| b.is_ascii_digit())
        && !first.is_empty()
        && (!grouped || (first.len() <= 3 && !first.starts_with('0')))
        // `01 huyện` is a padded count; `010` is more likely a mistake.
        && (first.len() <= 2 || !first.starts_with('0'));
    if !sound_start {
        return None;
    }
    if let Some(fraction) = fraction {
        joined.push('.');
        joined.push_str(fraction);
    }
    Some(joined)
}

/// How digits in a foreign style may have been meant: marks exchanged, or the last mark as grouping.
fn meant(digits: &str, group: char, decimal: char) -> Vec<String> {
    let mut ways = Vec::new();
    let swapped: String = digits
        .chars()
        .map(|c| {
            if c == group {
                decimal
            } else if c == decimal {
                group
            } else {
                c
            }
        })
        .collect();
    // With both marks, and each where the other style has it, nothing but that style was meant.
    let is_foreign = digits.contains(group) && digits.contains(decimal) && plain(digits, decimal, group).is_some();
    let ungrouped: String = digits.chars().filter(|c| c.is_ascii_digit() && !is_foreign).collect();
    let regrouped = grouped(ungrouped.trim_start_matches('0'), group);
    let as_decimal = match swapped.rsplit_once(decimal) {
        Some((whole, fraction)) => {
            let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
            format!("{}{decimal}{fraction}", grouped(&whole, group))
        }
        None => swapped,
    };
    for way in [as_decimal, regrouped] {
        if plain(&way, group, decimal).is_some() && !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

fn grouped(digits: &str, group: char) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    out
}

impl FromStr for Locale {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "vi" => Ok(Locale::Vi),
            "en" => Ok(Locale::En),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests;
