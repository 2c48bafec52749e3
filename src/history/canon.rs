//! A value as a release writes it: one line of plain words, the same on every machine and for good.
//!
//! `780 million_dong`, `over 35215 million_dong`, `estimate 31.40 percent`, `6/10`, `4..5 percent`,
//! `not_assigned million_dong`, `nothing_yet`, `date 2024-04`, `"words"`.
//! Invariant: different readings have different lines, and a line is read back as the reading it was made of;
//! how a number was spaced or grouped when it was typed leaves no trace.
//!
//! May use: model, values; crates rust_decimal, serde_json.

use rust_decimal::Decimal;

use crate::model::{Change, Hedge, Missing, MoneyUnit, Number, Quantity, Reading, Standing, Unit};
use crate::values::dates;

const CHANGES: [(Change, &str); 2] = [(Change::Fall, "fall"), (Change::Rise, "rise")];
const HEDGES: [(Hedge, &str); 5] =
    [(Hedge::Over, "over"), (Hedge::Nearly, "nearly"), (Hedge::About, "about"), (Hedge::Under, "under"), (Hedge::AtLeast, "at_least")];
const STANDINGS: [(Standing, &str); 4] =
    [(Standing::Estimate, "estimate"), (Standing::Forecast, "forecast"), (Standing::Aspired, "aspired"), (Standing::Provisional, "provisional")];
const MISSING: [Missing; 6] = [Missing::NotAssigned, Missing::NotDue, Missing::NoData, Missing::NotStated, Missing::NotApplicable, Missing::Withheld];
const MONEY: [MoneyUnit; 6] = [MoneyUnit::Dong, MoneyUnit::Thousand, MoneyUnit::Million, MoneyUnit::Billion, MoneyUnit::Trillion, MoneyUnit::Quadrillion];
const NOTHING_YET: &str = "nothing_yet";

/// The line of a reading.
pub fn line(reading: &Reading) -> String {
    let mut words: Vec<String> = Vec::with_capacity(4);
    let named = |words: &mut Vec<String>, word: Option<&str>| words.extend(word.map(str::to_owned));
    named(&mut words, reading.change.and_then(|c| name_of(&CHANGES, c)));
    named(&mut words, name_of(&HEDGES, reading.hedge));
    named(&mut words, name_of(&STANDINGS, reading.standing));
    words.push(match &reading.quantity {
        Quantity::Exact(n) => decimal(*n),
        Quantity::Range(a, b) => format!("{}..{}", decimal(*a), decimal(*b)),
        Quantity::Pair { part, whole } => format!("{}/{}", decimal(*part), decimal(*whole)),
        Quantity::NothingYet => NOTHING_YET.to_owned(),
        Quantity::Missing(missing) => missing.name().to_owned(),
        Quantity::Date(date) => format!("date {}", date.slug()),
        Quantity::Words(text) => quoted(text),
    });
    match &reading.unit {
        Unit::Money(unit) => words.push(unit.name().to_owned()),
        Unit::OtherMoney(text) => words.push(format!("money {}", quoted(text))),
        Unit::Percent => words.push("percent".to_owned()),
        Unit::PercentagePoint => words.push("percentage_point".to_owned()),
        Unit::Times => words.push("times".to_owned()),
        Unit::Of(text) => words.push(format!("of {}", quoted(text))),
        Unit::Bare => {}
    }
    words.join(" ")
}

/// The reading of a line; `None` when it is none that `line` makes.
pub fn read(text: &str) -> Option<Reading> {
    let mut reading =
        Reading { quantity: Quantity::NothingYet, unit: Unit::Bare, hedge: Hedge::Exact, standing: Standing::Actual, change: None, typed: String::new() };
    let mut rest = text;
    if let Some((change, after)) = strip(&CHANGES, rest) {
        (reading.change, rest) = (Some(change), after);
    }
    if let Some((hedge, after)) = strip(&HEDGES, rest) {
        (reading.hedge, rest) = (hedge, after);
    }
    if let Some((standing, after)) = strip(&STANDINGS, rest) {
        (reading.standing, rest) = (standing, after);
    }
    let (quantity, after) = quantity(rest)?;
    reading.quantity = quantity;
    reading.unit = match after.strip_prefix(' ') {
        None if after.is_empty() => Unit::Bare,
        None => return None,
        Some(unit) => self::unit(unit)?,
    };
    (line(&reading) == text).then_some(reading)
}

/// A line without its unit, and the unit alone: `4 of "xã"` is `4` and `xã`.
pub fn apart(text: &str) -> Option<(String, String)> {
    let reading = read(text)?;
    let unit = match &reading.unit {
        Unit::Money(unit) => unit.name().to_owned(),
        Unit::OtherMoney(words) | Unit::Of(words) => words.clone(),
        Unit::Percent => "percent".to_owned(),
        Unit::PercentagePoint => "percentage_point".to_owned(),
        Unit::Times => "times".to_owned(),
        Unit::Bare => String::new(),
    };
    Some((line(&Reading { unit: Unit::Bare, ..reading }), unit))
}

fn quantity(text: &str) -> Option<(Quantity, &str)> {
    if text.starts_with('"') {
        let (words, rest) = unquoted(text)?;
        return Some((Quantity::Words(words), rest));
    }
    let (word, rest) = text.find(' ').map_or((text, ""), |at| text.split_at(at));
    if word == NOTHING_YET {
        return Some((Quantity::NothingYet, rest));
    }
    if let Some(missing) = MISSING.into_iter().find(|m| m.name() == word) {
        return Some((Quantity::Missing(missing), rest));
    }
    if word == "date" {
        let rest = rest.strip_prefix(' ')?;
        let (slug, rest) = rest.find(' ').map_or((rest, ""), |at| rest.split_at(at));
        return Some((Quantity::Date(date(slug)?), rest));
    }
    let number = |text: &str| Decimal::from_str_exact(text).ok().map(Number);
    let quantity = if let Some((a, b)) = word.split_once("..") {
        Quantity::Range(number(a)?, number(b)?)
    } else if let Some((part, whole)) = word.split_once('/') {
        Quantity::Pair { part: number(part)?, whole: number(whole)? }
    } else {
        Quantity::Exact(number(word)?)
    };
    Some((quantity, rest))
}

fn unit(text: &str) -> Option<Unit> {
    let words = |text: &str| unquoted(text).filter(|(_, rest)| rest.is_empty()).map(|(words, _)| words);
    Some(match text {
        "percent" => Unit::Percent,
        "percentage_point" => Unit::PercentagePoint,
        "times" => Unit::Times,
        _ => match text.split_once(' ') {
            Some(("money", rest)) => Unit::OtherMoney(words(rest)?),
            Some(("of", rest)) => Unit::Of(words(rest)?),
            _ => Unit::Money(MONEY.into_iter().find(|unit| unit.name() == text)?),
        },
    })
}

/// A day by the slug that addresses use.
fn date(slug: &str) -> Option<crate::model::AsOf> {
    let early = slug.strip_suffix("-early").map(|month| format!("early {month}"));
    let late = slug.strip_suffix("-late").map(|month| format!("late {month}"));
    dates::as_of(&early.or(late).unwrap_or_else(|| slug.to_owned())).ok()
}

fn name_of<T: Copy + PartialEq>(all: &[(T, &'static str)], wanted: T) -> Option<&'static str> {
    all.iter().find(|(value, _)| *value == wanted).map(|(_, name)| *name)
}

fn strip<'t, T: Copy>(all: &[(T, &'static str)], text: &'t str) -> Option<(T, &'t str)> {
    let (word, rest) = text.split_once(' ')?;
    all.iter().find(|(_, name)| *name == word).map(|(value, _)| (*value, rest))
}

/// Every printed decimal; zero has no sign.
fn decimal(number: Number) -> String {
    let mut value = number.0;
    if value.is_zero() {
        value.set_sign_positive(true);
    }
    value.to_string()
}

/// Words in quotation marks on one line, as JSON writes them.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<String>();
    let words = stream.next()?.ok()?;
    let end = stream.byte_offset();
    Some((words, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{self, Locale};

    #[test]
    fn a_value_has_one_line_however_it_was_typed() {
        let million = Unit::Money(MoneyUnit::Million);
        let check = |typed: &str, unit: &Unit, expected: &str| {
            let reading = values::read(typed, Locale::Vi, unit).unwrap_or_else(|e| panic!("{typed}: {e:?}"));
            assert_eq!(line(&reading), expected, "{typed}");
            let back = read(expected).unwrap_or_else(|| panic!("{expected} is read back"));
            assert_eq!(Reading { typed: reading.typed.clone(), ..back }, reading, "{expected}");
        };
        check("2.487", &million, "2487 million_dong");
        check("  2.487 ", &million, "2487 million_dong");
        check("81.923,000", &million, "81923.000 million_dong");
        check("trên 35.215", &million, "over 35215 million_dong");
        check("1.971 tỷ đồng", &million, "1971 billion_dong");
        check("33,40 %", &Unit::Percent, "33.40 percent");
        check("4 - 5%", &Unit::Percent, "4..5 percent");
        check("6/10", &Unit::Bare, "6/10");
        check("phấn đấu giảm trên 6,5%", &Unit::Bare, "fall over aspired 6.5 percent");
        check("chưa giao", &million, "not_assigned million_dong");
        check("chưa giải ngân", &Unit::Bare, "nothing_yet");
        check("5 xã đặc biệt", &Unit::Bare, "5 of \"xã đặc biệt\"");
        check("-3", &Unit::OtherMoney("USD \"mới\"".to_owned()), "-3 money \"USD \\\"mới\\\"\"");
    }

    #[test]
    fn a_line_nobody_wrote_is_no_value() {
        for text in
            ["", "780 ", "780  million_dong", "2.487,5", "over", "780 gold", "780 million_dong more", "\"open", "01", "+5", "early 2024-03", "date 31/3/2024"]
        {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
