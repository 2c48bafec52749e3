//! What to type for a figure, in the language of the text.
//!
//! The words stand here and not in the theme, because they are words `values` reads: a theme may call things
//! otherwise on its pages.
//! Invariant: every wording offered has been judged right.
//!
//! May use: figures, i18n, markdown, model, values, diag; crates rust_decimal.

use rust_decimal::Decimal;

use super::Known;
use super::judge::{Fault, Finding, judge};
use super::read::Class;
use crate::figures::rounding::{cut, round};
use crate::i18n::{NumberStyle, numbers};
use crate::markdown::FigureUse;
use crate::model::{AsOf, Change, Hedge, Missing, MoneyUnit, Number, Quantity, Reading, Standing, Unit};
use crate::values::Locale;

fn english(lang: &str) -> bool {
    lang == "en" || lang.starts_with("en-")
}

fn style(lang: &str) -> NumberStyle {
    if english(lang) { NumberStyle::EN } else { NumberStyle::VI }
}

/// Picks the Vietnamese or the English words.
fn pick(lang: &str, vi: &str, en: &str) -> String {
    (if english(lang) { en } else { vi }).to_owned()
}

pub(super) fn criteria(lang: &str) -> &'static str {
    if english(lang) { "criteria" } else { "tiêu chí" }
}

/// A unit in words; empty where the number carries it.
pub(super) fn unit(unit: &Unit, lang: &str) -> String {
    match unit {
        Unit::Money(money) => self::money(*money, lang),
        Unit::OtherMoney(words) | Unit::Of(words) => words.clone(),
        Unit::PercentagePoint => pick(lang, "điểm %", "percentage points"),
        Unit::Times => pick(lang, "lần", "times"),
        Unit::Percent | Unit::Bare => String::new(),
    }
}

fn money(unit: MoneyUnit, lang: &str) -> String {
    let (vi, en) = match unit {
        MoneyUnit::Dong => ("đồng", "dong"),
        MoneyUnit::Thousand => ("nghìn đồng", "thousand dong"),
        MoneyUnit::Million => ("triệu đồng", "million dong"),
        MoneyUnit::Billion => ("tỷ đồng", "billion dong"),
        MoneyUnit::Trillion => ("nghìn tỷ đồng", "trillion dong"),
        MoneyUnit::Quadrillion => ("triệu tỷ đồng", "quadrillion dong"),
    };
    pick(lang, vi, en)
}

fn missing(missing: Missing, lang: &str) -> String {
    let (vi, en) = match missing {
        Missing::NotAssigned => ("chưa giao", "not assigned"),
        Missing::NotDue => ("chưa đến kỳ báo cáo", "not due yet"),
        Missing::NoData => ("chưa có số liệu", "no data yet"),
        Missing::NotStated => ("không nêu số", "number not stated"),
        Missing::NotApplicable => ("không áp dụng", "not applicable"),
        Missing::Withheld => ("không công bố", "withheld"),
    };
    pick(lang, vi, en)
}

/// A word that tells an expectation, for the sentence before the link.
pub(super) fn cue(standing: Standing, lang: &str) -> String {
    match standing {
        Standing::Estimate => pick(lang, "ước đạt", "estimated"),
        Standing::Aspired => pick(lang, "phấn đấu", "aims for"),
        _ => pick(lang, "dự kiến", "expected"),
    }
}

fn date(day: AsOf, lang: &str) -> String {
    let tag = if english(lang) { "en" } else { "vi" };
    let none: [(&str, &str); 0] = [];
    crate::i18n::Language::new(tag, &none).value.as_of(day)
}

/// The whole of a figure: `trên 35.215 triệu đồng`.
pub(super) fn phrase(known: &Known<'_>, lang: &str) -> String {
    let decimal = |n: Number| numbers::decimal(n, style(lang));
    let number = match &known.reading.quantity {
        Quantity::Exact(n) => decimal(*n),
        Quantity::Range(a, b) => format!("{}–{}", decimal(*a), decimal(*b)),
        Quantity::Pair { part, whole } => format!("{}/{}", decimal(*part), decimal(*whole)),
        Quantity::NothingYet => return pick(lang, "chưa giải ngân", "nothing disbursed"),
        Quantity::Missing(why) => return missing(*why, lang),
        Quantity::Date(day) => return date(*day, lang),
        Quantity::Words(words) => return known.texts.last().map_or(words.as_str(), |text| *text).to_owned(),
    };
    with_unit(known.reading, &number, &known.class, &known.unit, lang)
}

fn with_unit(reading: &Reading, number: &str, class: &Class, unit: &str, lang: &str) -> String {
    let change = reading.change.map(|change| match change {
        Change::Fall => pick(lang, "giảm", "down"),
        Change::Rise => pick(lang, "tăng", "up"),
    });
    let hedge = match reading.hedge {
        Hedge::Exact => None,
        Hedge::Over => Some(pick(lang, "trên", "over")),
        Hedge::Nearly => Some(pick(lang, "gần", "nearly")),
        Hedge::About => Some(pick(lang, "khoảng", "about")),
        Hedge::Under => Some(pick(lang, "không quá", "at most")),
        Hedge::AtLeast => Some(pick(lang, "ít nhất", "at least")),
    };
    let number = if *class == Class::Percent && !unit.contains("phần trăm") { format!("{number}%") } else { number.to_owned() };
    let unit = if *class == Class::Percent { "" } else { unit };
    [change.as_deref(), hedge.as_deref(), Some(&number), Some(unit).filter(|u| !u.is_empty())].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What may be typed instead, best first: with the unit and the digits of the writer where that is true, and the figure as
/// the pages say it.
pub(super) fn right(told: &FigureUse, known: &Known<'_>, lang: &str, locales: &[Locale], finding: &Finding) -> Vec<String> {
    let mut all = vec![phrase(known, lang)];
    if let (Quantity::Exact(own), Some(decimals)) = (&known.reading.quantity, finding.decimals) {
        let (from, to) = match (&known.class, finding.money) {
            (Class::Money(from), Some(to)) => (*from, to),
            (Class::Money(from), None) => (*from, *from),
            _ => (MoneyUnit::Dong, MoneyUnit::Dong),
        };
        let exact = Number(known.exact.unwrap_or(own.0));
        if let Some(moved) = crate::values::in_unit(exact, from, to) {
            let short = shortened(moved.0, decimals, known.reading.hedge);
            // "1 tỷ đồng" for 780 million is true and tells nothing.
            let number = if short.abs().mantissa() < 10 && known.exact.is_none() { moved } else { Number(short) };
            let unit = if matches!(known.class, Class::Money(_)) { money(to, lang) } else { known.unit.clone() };
            let write = |number: Number, class: &Class, unit: &str| with_unit(known.reading, &numbers::decimal(number, style(lang)), class, unit, lang);
            all.push(write(number, &known.class, &unit));
            if finding.unit_outside && finding.fault != Fault::Unit {
                // The unit is there already, after the link or in the heading.
                let whole = if known.exact.is_none() { moved } else { number };
                all = vec![write(whole, &Class::Nothing, ""), write(number, &Class::Nothing, "")];
            }
        }
    }
    all.dedup();
    let alone = |words: &String| FigureUse { words: crate::diag::At { value: words.clone(), spot: told.words.spot }, before: String::new(), ..told.clone() };
    let cued = |words: &String| FigureUse { before: format!("{} ", cue(known.standing, lang)), ..alone(words) };
    all.retain(|words| judge(&cued(words), known, locales).is_ok());
    all
}

/// Fewer digits, so that the qualifier stays true.
fn shortened(value: Decimal, decimals: u32, hedge: Hedge) -> Decimal {
    match hedge {
        Hedge::Over | Hedge::AtLeast => cut(value, decimals),
        Hedge::Nearly | Hedge::Under if cut(value, decimals) != value => cut(value, decimals) + Decimal::new(1, decimals),
        _ => round(value, decimals),
    }
}
