//! A value as a person types it, and as a message tells it.
//!
//! Invariant: what `typed` gives is read back as the very same value; what no words can say is given as a release writes it.
//!
//! May use: diag, model, values.

use super::canon;
use crate::diag::Said;
use crate::diag::nearest::fold;
use crate::model::{AsOf, Change, Hedge, Missing, MoneyUnit, Number, Quantity, Reading, Standing, Unit};
use crate::values::{self, Locale, dates};

/// Words for "this figure is gone".
pub const REMOVED: [&str; 2] = ["removed", "xóa"];

/// Whether a text says that a figure was taken away.
pub fn is_removed(typed: &str) -> bool {
    REMOVED.iter().any(|word| fold(word) == fold(typed.trim()))
}

/// What to type for a value where its unit is known.
pub fn typed(reading: &Reading, locale: Locale) -> String {
    let line = canon::line(reading);
    let words = match &reading.quantity {
        // Words that look like something else are better told as a release does.
        Quantity::Words(words) => return if matches(words, reading, locale) && !is_removed(words) { words.clone() } else { line },
        Quantity::Date(date) => day(*date),
        _ => sentence(reading, locale, &VI, &typed_unit(&reading.unit)),
    };
    if matches(&words, reading, locale) { words } else { line }
}

/// A day as it is typed.
fn day(date: AsOf) -> String {
    let slug = date.slug();
    match (slug.strip_suffix("-early"), slug.strip_suffix("-late")) {
        (Some(month), _) => format!("đầu {month}"),
        (_, Some(month)) => format!("cuối {month}"),
        _ => slug,
    }
}

/// Whether a typed text says this value: as a release writes it, or as a person types it in a file of that unit.
pub fn matches(typed: &str, reading: &Reading, locale: Locale) -> bool {
    let typed = typed.trim();
    let line = canon::line(reading);
    if typed == line {
        return true;
    }
    match &reading.quantity {
        // Nothing but the words or the day is said then.
        Quantity::Words(_) | Quantity::Date(_) if !is_plain(reading) => false,
        Quantity::Words(words) => words.split_whitespace().eq(typed.split_whitespace()),
        Quantity::Date(date) => dates::as_of(typed).is_ok_and(|typed| typed == *date),
        _ => values::read(typed, locale, &reading.unit).is_ok_and(|typed| canon::line(&typed) == line),
    }
}

fn is_plain(reading: &Reading) -> bool {
    reading.hedge == Hedge::Exact && reading.standing == Standing::Actual && reading.change.is_none()
}

/// A value in a message: each language in its own style.
pub fn said(reading: &Reading) -> Said {
    match &reading.quantity {
        Quantity::Words(words) => Said::new(format!("“{words}”"), format!("“{words}”")),
        Quantity::Date(AsOf { .. }) => {
            let line = canon::line(reading).trim_start_matches("date ").to_owned();
            Said::new(line.clone(), line)
        }
        _ => Said::new(
            sentence(reading, Locale::Vi, &VI, unit_name(&reading.unit, &VI).as_str()),
            sentence(reading, Locale::En, &EN, unit_name(&reading.unit, &EN).as_str()),
        ),
    }
}

/// The words of a language around numbers.
struct Tongue {
    changes: [&'static str; 2],
    hedges: [&'static str; 5],
    standings: [&'static str; 4],
    missing: [&'static str; 6],
    nothing: &'static str,
    range: &'static str,
    money: [&'static str; 6],
    points: &'static str,
    times: &'static str,
}

const VI: Tongue = Tongue {
    changes: ["giảm", "tăng"],
    hedges: ["trên", "gần", "khoảng", "dưới", "ít nhất"],
    standings: ["ước", "dự kiến", "phấn đấu", "sơ bộ"],
    missing: ["chưa giao", "chưa đến kỳ", "chưa có số liệu", "không nêu", "không áp dụng", "không công bố"],
    nothing: "chưa giải ngân",
    range: " - ",
    money: ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng", "triệu tỷ đồng"],
    points: "điểm %",
    times: "lần",
};

const EN: Tongue = Tongue {
    changes: ["a fall of", "a rise of"],
    hedges: ["over", "nearly", "about", "under", "at least"],
    standings: ["estimated", "expected", "aimed for:", "provisional"],
    missing: ["not assigned", "not due", "no data", "not stated", "not applicable", "withheld"],
    nothing: "nothing disbursed",
    range: " to ",
    money: ["dong", "thousand dong", "million dong", "billion dong", "trillion dong", "quadrillion dong"],
    points: "percentage points",
    times: "times",
};

fn sentence(reading: &Reading, locale: Locale, tongue: &Tongue, unit: &str) -> String {
    let number = |n: Number| grouped(n, locale);
    let value = match &reading.quantity {
        Quantity::Exact(n) => number(*n),
        Quantity::Range(a, b) => format!("{}{}{}", number(*a), tongue.range, number(*b)),
        Quantity::Pair { part, whole } => format!("{}/{}", number(*part), number(*whole)),
        Quantity::NothingYet => return tongue.nothing.to_owned(),
        Quantity::Missing(missing) => return tongue.missing[missing_at(*missing)].to_owned(),
        Quantity::Date(_) | Quantity::Words(_) => return canon::line(reading),
    };
    let change = reading.change.map(|change| tongue.changes[usize::from(change == Change::Rise)]);
    let hedge = match reading.hedge {
        Hedge::Exact => None,
        Hedge::Over => Some(0),
        Hedge::Nearly => Some(1),
        Hedge::About => Some(2),
        Hedge::Under => Some(3),
        Hedge::AtLeast => Some(4),
    };
    let standing = match reading.standing {
        Standing::Actual => None,
        Standing::Estimate => Some(0),
        Standing::Forecast => Some(1),
        Standing::Aspired => Some(2),
        Standing::Provisional => Some(3),
    };
    let glued = if unit.starts_with('%') || unit.is_empty() { format!("{value}{unit}") } else { format!("{value} {unit}") };
    let words = [change, standing.map(|at| tongue.standings[at]), hedge.map(|at| tongue.hedges[at]), Some(glued.as_str())];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn missing_at(missing: Missing) -> usize {
    match missing {
        Missing::NotAssigned => 0,
        Missing::NotDue => 1,
        Missing::NoData => 2,
        Missing::NotStated => 3,
        Missing::NotApplicable => 4,
        Missing::Withheld => 5,
    }
}

/// What is typed after a number: only what its file does not already say.
fn typed_unit(unit: &Unit) -> String {
    match unit {
        Unit::Percent => "%".to_owned(),
        _ => String::new(),
    }
}

fn unit_name(unit: &Unit, tongue: &Tongue) -> String {
    match unit {
        Unit::Money(money) => tongue.money[money_at(*money)].to_owned(),
        Unit::OtherMoney(words) | Unit::Of(words) => words.clone(),
        Unit::Percent => "%".to_owned(),
        Unit::PercentagePoint => tongue.points.to_owned(),
        Unit::Times => tongue.times.to_owned(),
        Unit::Bare => String::new(),
    }
}

fn money_at(unit: MoneyUnit) -> usize {
    (unit.zeros() / 3) as usize
}

/// The digits in the style of a locale, every printed decimal kept.
fn grouped(number: Number, locale: Locale) -> String {
    let (group, decimal) = locale.marks();
    let plain = number.0.to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_is_read_back_as_the_same_value() {
        let million = Unit::Money(MoneyUnit::Million);
        let check = |line: &str, locale: Locale, expected: &str| {
            let reading = canon::read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(typed(&reading, locale), expected, "{line}");
            assert!(matches(expected, &reading, locale), "{expected}");
        };
        check("2487 million_dong", Locale::Vi, "2.487");
        check("2487.50 million_dong", Locale::En, "2,487.50");
        check("31.4 percent", Locale::Vi, "31,4%");
        check("fall over aspired 6.5 percent", Locale::Vi, "giảm phấn đấu trên 6,5%");
        check("4..5 percent", Locale::Vi, "4 - 5%");
        check("6/10", Locale::Vi, "6/10");
        check("not_assigned million_dong", Locale::Vi, "chưa giao");
        check("nothing_yet million_dong", Locale::Vi, "chưa giải ngân");
        check("date 2024-04", Locale::Vi, "2024-04");
        check("\"một câu dài\"", Locale::Vi, "một câu dài");
        check("over nothing_yet", Locale::Vi, "over nothing_yet");
        let reading = values::read("780", Locale::Vi, &million).expect("a number");
        assert!(matches("780 triệu đồng", &reading, Locale::Vi) && matches("780 million_dong", &reading, Locale::Vi));
        assert!(!matches("780 tỷ đồng", &reading, Locale::Vi) && !matches("780,0", &reading, Locale::Vi) && !matches("trên 780", &reading, Locale::Vi));
    }

    #[test]
    fn a_message_tells_a_value_in_its_own_style() {
        let reading = canon::read("estimate over 2487.5 million_dong");
        assert!(reading.is_none(), "qualifiers have one order");
        let said = said(&canon::read("over estimate 2487.5 million_dong").expect("a value"));
        assert_eq!((said.vi.as_str(), said.en.as_str()), ("ước trên 2.487,5 triệu đồng", "estimated over 2,487.5 million dong"));
    }
}
