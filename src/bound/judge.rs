//! Whether the words of a link say what the figure says.
//!
//! A number is right when rounding the figure half up to its printed digits gives it. A qualifier is right when it
//! leaves room for the figure: "over" is up to one step of the last meaningful digit above, "nearly" is half a step
//! below (35.215 is not nearly 36.000, for it is nearer to 35.000), "about" one step either way; "at least" and "at
//! most" are taken by the letter. A figure that has a qualifier itself may be told only in words that are true of
//! everything it may be.
//! Invariant: in doubt the words are right.
//!
//! May use: diag, figures, markdown, model, values; crates rust_decimal.

use rust_decimal::Decimal;

use super::Known;
use super::read::{Claim, Class, claim, noun};
use crate::diag::nearest::fold;
use crate::figures::bounds::meaningful_step;
use crate::figures::rounding::{cut, percent, round};
use crate::markdown::FigureUse;
use crate::model::{AsOf, Change, Grain, Hedge, Missing, MoneyUnit, Number, Quantity, Reading, Standing};
use crate::values::{Locale, Misread};

/// How the words of a link differ from its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another number.
    Differs,
    /// Cut off instead of rounded.
    Truncated,
    /// More digits than the data has.
    TooPrecise,
    /// Another unit.
    Unit,
    /// A qualifier left out, or one that is not true.
    Hedge,
    /// An estimate, forecast or aspiration told as a fact.
    Forecast,
    /// A fall told as a rise, or the other way round.
    Direction,
    /// A number, or another state, for what has no value.
    NoValue(Missing),
    /// A state for what has a value.
    HasValue,
    /// A number written in the style of another language, or one that cannot be read.
    Unreadable(Misread),
    /// More than one number in one link.
    Several,
    /// A number that is not in the words of the figure.
    NotInWords,
}

/// What is wrong, and what had been understood by then: the wording to type follows its unit and precision.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub fault: Fault,
    pub decimals: Option<u32>,
    pub money: Option<MoneyUnit>,
    /// Whether a qualifier stands before the link, outside its brackets.
    pub hedged_before: bool,
    /// Whether the unit stands outside the brackets too.
    pub unit_outside: bool,
}

/// Judges the words of a link in the first locale they are right in.
pub(super) fn judge(told: &FigureUse, known: &Known<'_>, locales: &[Locale]) -> Result<(), Finding> {
    let mut first = None;
    for locale in locales {
        match in_locale(told, known, *locale) {
            Ok(()) => return Ok(()),
            Err(finding) => first = first.or(Some(finding)),
        }
    }
    first.map_or(Ok(()), Err)
}

fn in_locale(told: &FigureUse, known: &Known<'_>, locale: Locale) -> Result<(), Finding> {
    let is_date = matches!(known.reading.quantity, Quantity::Date(_));
    let claim = claim(told, locale, is_date);
    let (decimals, money) = match &claim {
        Claim::Value { reading, class, .. } => (
            reading.number().map(Number::decimals),
            match class {
                Class::Money(unit) => Some(*unit),
                _ => None,
            },
        ),
        _ => (None, None),
    };
    let hedged_before = matches!(&claim, Claim::Value { hedged_before: true, .. });
    let unit_outside = matches!(&claim, Claim::Value { unit_outside: true, .. });
    let wrong = |fault| Err(Finding { fault, decimals, money, hedged_before, unit_outside });
    let outcome = match (&claim, &known.reading.quantity) {
        (Claim::Nothing, _) => return Ok(()),
        (_, Quantity::Words(_)) => return if in_words(&told.words.value, &known.texts) { Ok(()) } else { wrong(Fault::NotInWords) },
        (Claim::Unreadable(_), Quantity::Date(day)) => {
            if numbers_of(&told.words.value).iter().all(|n| numbers_of(&day.day.to_string()).contains(n)) {
                Ok(())
            } else {
                Err(Fault::Differs)
            }
        }
        (Claim::Unreadable(why), _) => Err(Fault::Unreadable(why.clone())),
        (Claim::Several, _) => Err(Fault::Several),
        (Claim::State(state), quantity) => state_of(*state, quantity),
        (Claim::Date(said), Quantity::Date(day)) => {
            if same_day(*said, *day) {
                Ok(())
            } else {
                Err(Fault::Differs)
            }
        }
        (Claim::Date(_), _) => Ok(()),
        (Claim::Value { reading, .. }, Quantity::Date(day)) => {
            let day = numbers_of(&day.day.to_string());
            if numbers_of(&reading.typed).iter().all(|n| day.contains(n)) { Ok(()) } else { Err(Fault::Differs) }
        }
        (Claim::Value { .. }, Quantity::Missing(missing)) => Err(Fault::NoValue(*missing)),
        (Claim::Value { reading, class, hedged_before, .. }, _) => {
            let first = value(reading, class, known);
            // "780 trên 2.487 triệu đồng" is "780 of 2.487", not "over 2.487".
            if first == Err(Fault::Hedge) && *hedged_before && of_something(&told.before) {
                value(&Reading { hedge: Hedge::Exact, ..(**reading).clone() }, class, known)
            } else {
                first
            }
        }
    };
    let outcome = outcome.and_then(|()| match &claim {
        Claim::Value { reading, .. } => standing(told, reading, known).and_then(|()| direction(told, reading, known)),
        Claim::Date(_) => standing(told, known.reading, known),
        _ => Ok(()),
    });
    outcome.or_else(wrong)
}

fn of_something(before: &str) -> bool {
    let rest = before.trim_end();
    let Some(rest) = rest.strip_suffix("trên").or_else(|| rest.strip_suffix("tren")).map(str::trim_end) else { return false };
    rest.ends_with(|c: char| c.is_ascii_digit() || c == '%') || ["đồng", "tỷ", "tỉ", "triệu"].iter().any(|unit| rest.ends_with(unit))
}

fn state_of(said: Option<Missing>, quantity: &Quantity) -> Result<(), Fault> {
    match (said, quantity) {
        (None, Quantity::NothingYet) => Ok(()),
        (None, Quantity::Exact(n)) if n.0.is_zero() => Ok(()),
        (Some(said), Quantity::Missing(own)) if said == *own => Ok(()),
        (_, Quantity::Missing(own)) => Err(Fault::NoValue(*own)),
        _ => Err(Fault::HasValue),
    }
}

/// Words of a figure told in words: the link's words stand in them, or at least each of its numbers does.
fn in_words(said: &str, texts: &[&str]) -> bool {
    let folded = fold(said.trim());
    texts.iter().any(|text| fold(text).contains(&folded) || numbers_of(said).iter().all(|n| numbers_of(text).contains(n)))
}

/// The numbers of a text, as typed but for padding zeros.
fn numbers_of(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let clean = runs.map(|run| run.trim_matches(['.', ',']).trim_start_matches('0').to_owned());
    clean.filter(|run| run.contains(|c: char| c.is_ascii_digit())).collect()
}

/// Whether a day is told rightly: as it is known, or less precisely.
fn same_day(said: AsOf, own: AsOf) -> bool {
    let (a, b) = (said.day, own.day);
    let fine = |grain: Grain| match grain {
        Grain::Day => 0,
        Grain::EarlyMonth | Grain::LateMonth => 1,
        Grain::Month => 2,
        Grain::Quarter => 3,
        _ => 4,
    };
    let same_month = (a.year(), a.month()) == (b.year(), b.month());
    match said.grain {
        _ if said.grain == own.grain => a == b,
        _ if fine(said.grain) < fine(own.grain) => false,
        Grain::EarlyMonth => same_month && b.day() <= 10,
        Grain::LateMonth => same_month && b.day() >= 20,
        Grain::Month => same_month,
        Grain::Quarter => a.year() == b.year() && (a.month() - 1) / 3 == (b.month() - 1) / 3,
        Grain::Year => a.year() == b.year(),
        _ => false,
    }
}

/// A number, range or pair against a figure that has one.
fn value(said: &Reading, class: &Class, known: &Known<'_>) -> Result<(), Fault> {
    let figure = known.reading;
    let own = &known.class;
    if let (Quantity::Pair { part, whole }, Class::Percent) = (&figure.quantity, class) {
        let Some((said, share)) = said.number().zip(percent(part.0, whole.0)) else { return Err(Fault::Differs) };
        return exact(said, share, None);
    }
    let is_zero = matches!(figure.quantity, Quantity::NothingYet);
    if !is_zero {
        comparable(class, own)?;
    }
    let scale = match (own, class) {
        (Class::Money(from), Class::Money(to)) => from.zeros() as i32 - to.zeros() as i32,
        _ => 0,
    };
    match (&said.quantity, &figure.quantity) {
        (Quantity::Range(a, b), Quantity::Range(c, d)) => plain(*a, *c, scale).and(plain(*b, *d, scale)),
        (Quantity::Pair { part: a, whole: b }, Quantity::Pair { part: c, whole: d }) => plain(*a, *c, scale).and(plain(*b, *d, scale)),
        (Quantity::Exact(a), Quantity::Pair { part, whole }) => {
            plain(*a, *part, scale)?;
            whole_after(said).map_or(Ok(()), |text| if text == whole.0.normalize().to_string() { Ok(()) } else { Err(Fault::Differs) })
        }
        (Quantity::Exact(a), Quantity::Exact(_) | Quantity::NothingYet) => {
            let Some(number) = figure.number() else { return Err(Fault::Differs) };
            one(*a, said, number, scale, known)
        }
        _ => Err(Fault::Differs),
    }
}

/// `6 trên 10 huyện`, `6 of 10 districts`: the whole of a pair told in words.
fn whole_after(said: &Reading) -> Option<String> {
    let crate::model::Unit::Of(tail) = &said.unit else { return None };
    let folded = fold(tail);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let at = words.iter().position(|word| matches!(*word, "tren" | "of" | "so"))?;
    words.get(at + 1).filter(|word| word.bytes().all(|b| b.is_ascii_digit())).map(|word| (*word).to_owned())
}

fn comparable(said: &Class, own: &Class) -> Result<(), Fault> {
    use Class::*;
    let sound = match (own, said) {
        (_, Nothing) | (OtherMoney, OtherMoney) | (Money(_), Money(_)) | (Times, Times) => true,
        // People write "%" for percentage points.
        (Percent | Point, Percent | Point) => true,
        (Count(own), Count(said)) => noun(own).zip(noun(said)).is_none_or(|(a, b)| a == b),
        (Percent | Point, Count(said)) => noun(said).is_none(),
        (_, Count(_)) => true,
        // What has no unit at all is a number of criteria or the like.
        _ => false,
    };
    if sound { Ok(()) } else { Err(Fault::Unit) }
}

/// The same number in another unit of money: `scale` zeros more.
fn moved(number: Decimal, scale: i32) -> Option<Decimal> {
    if scale >= 0 {
        number.checked_mul(Decimal::from(10u64.checked_pow(scale.unsigned_abs())?))
    } else {
        let mut number = number;
        number.set_scale(number.scale() + scale.unsigned_abs()).ok()?;
        Some(number)
    }
}

fn plain(said: Number, own: Number, scale: i32) -> Result<(), Fault> {
    let digits = (own.decimals() as i32 - scale).max(0) as u32;
    moved(own.0, scale).map_or(Ok(()), |value| exact(said, value, Some(digits)))
}

/// A number without qualifiers; `digits` is how many decimals the data has, `None` when it is exact.
fn exact(said: Number, value: Decimal, digits: Option<u32>) -> Result<(), Fault> {
    let decimals = said.decimals();
    let finer = digits.is_some_and(|digits| decimals > digits);
    if said.0.is_zero() != value.is_zero() {
        return Err(Fault::Differs);
    }
    if finer {
        let close = digits.is_some_and(|digits| round(said.0, digits) == value);
        return Err(if close { Fault::TooPrecise } else { Fault::Differs });
    }
    if round(value, decimals) == said.0 {
        Ok(())
    } else if cut(value, decimals) == said.0 {
        Err(Fault::Truncated)
    } else {
        Err(Fault::Differs)
    }
}

/// One number with its qualifier against one figure with its own.
fn one(said: Number, reading: &Reading, own: Number, scale: i32, known: &Known<'_>) -> Result<(), Fault> {
    let figure = known.reading;
    let Some(mut value) = moved(known.exact.unwrap_or(own.0), scale) else { return Ok(()) };
    // A fall may be kept as a negative number.
    if reading.change == Some(Change::Fall) && figure.change.is_none() && value.is_sign_negative() {
        value = -value;
    }
    let digits = known.exact.is_none().then(|| (own.decimals() as i32 - scale).max(0) as u32);
    if figure.hedge == Hedge::Exact && reading.hedge == Hedge::Exact {
        return exact(said, value, digits);
    }
    let same = said.0 == value || known.exact.is_some() && round(value, said.decimals()) == said.0;
    if same && side(figure.hedge).is_some() && side(figure.hedge) == side(reading.hedge) {
        return if digits.is_some_and(|digits| said.decimals() > digits) { Err(Fault::TooPrecise) } else { Ok(()) };
    }
    let Some(own_step) = moved(meaningful_step(own), scale) else { return Ok(()) };
    let (low, high) = match figure.hedge {
        Hedge::Exact => (value, value),
        Hedge::Over | Hedge::AtLeast => (value, value + own_step),
        Hedge::Nearly | Hedge::Under => (value - own_step, value),
        Hedge::About => (value - own_step, value + own_step),
    };
    if room(said, reading.hedge, figure.hedge, (low, high), own_step) {
        return Ok(());
    }
    // The number is right and its qualifier is not, or the number is another one.
    let bare = exact(said, value, digits);
    Err(match bare {
        Ok(()) => Fault::Hedge,
        Err(Fault::TooPrecise) => Fault::TooPrecise,
        Err(_) if reading.hedge != Hedge::Exact && near(said, value) => Fault::Hedge,
        Err(fault) => fault,
    })
}

fn near(said: Number, value: Decimal) -> bool {
    (said.0 - value).abs() <= meaningful_step(said)
}

/// Qualifiers that open a number in the same direction.
fn side(hedge: Hedge) -> Option<i8> {
    match hedge {
        Hedge::Exact => None,
        Hedge::Over | Hedge::AtLeast => Some(1),
        Hedge::Nearly | Hedge::Under => Some(-1),
        Hedge::About => Some(0),
    }
}

/// Whether what is said leaves room for everything the figure may be.
fn room(said: Number, hedge: Hedge, own: Hedge, (low, high): (Decimal, Decimal), own_step: Decimal) -> bool {
    let (t, step, half) = (said.0, meaningful_step(said), Decimal::new(5, said.decimals() + 1));
    let point = own == Hedge::Exact;
    let coarser = point || step > own_step;
    match hedge {
        Hedge::Exact => low >= t - half && high <= t + half && coarser,
        Hedge::Over => (if point { low > t } else { low >= t }) && high <= t + step && (!point || high < t + step) && coarser,
        Hedge::AtLeast => low >= t && (point || high <= t + step && coarser),
        Hedge::Nearly => high <= t && (!point || high < t) && low >= t - step / Decimal::TWO && coarser,
        Hedge::Under => high <= t && (point || low >= t - step && coarser),
        Hedge::About => low >= t - step && high <= t + step,
    }
}

/// An expectation is told as one: by the words themselves, or by those around them.
fn standing(told: &FigureUse, said: &Reading, known: &Known<'_>) -> Result<(), Fault> {
    let expected = matches!(known.standing, Standing::Estimate | Standing::Forecast | Standing::Aspired);
    if !expected || (said.standing != Standing::Actual && !std::ptr::eq(said, known.reading)) {
        return Ok(());
    }
    // What follows in another sentence is said of something else.
    let after = told.after.split(['.', '!', '?', ';']).next().unwrap_or("");
    let around = format!(" {} {} {after} {} ", told.before, told.words.value, told.heading);
    let folded: String = fold(&around).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let folded = format!(" {} ", folded.split_whitespace().collect::<Vec<_>>().join(" "));
    let cued = EXPECTED.iter().any(|cue| folded.contains(&format!(" {cue} "))) || EXPECTED_BEGIN.iter().any(|cue| folded.contains(&format!(" {cue}")));
    if cued { Ok(()) } else { Err(Fault::Forecast) }
}

/// Folded words that tell of an expectation.
const EXPECTED: &[&str] = &[
    "se",
    "uoc",
    "uoc tinh",
    "uoc dat",
    "du kien",
    "du bao",
    "du tinh",
    "du toan",
    "ke hoach",
    "muc tieu",
    "chi tieu",
    "phan dau",
    "ky vong",
    "huong den",
    "huong toi",
    "den het",
    "het nam",
    "den nam",
    "toi nam",
    "den cuoi",
    "den thang",
    "cuoi nam",
    "nam toi",
    "nam sau",
    "dat ra",
    "de ra",
    "can",
    "phai",
    "nhiem vu",
    "dang ky",
    "giao",
    "tam tinh",
    "so bo",
    "kha nang",
    "co the",
    "muon",
    "quyet tam",
    "cam ket",
    "will",
    "by",
    "would",
    "should",
    "next",
    "to be",
    "to reach",
    "due",
    "likely",
    "hopes",
    "hope",
    "could",
];

/// Beginnings of English words that do.
const EXPECTED_BEGIN: &[&str] =
    &["expect", "forecast", "estimat", "plan", "target", "goal", "aim", "project", "intend", "provisional", "aspir", "commit", "anticipat"];

/// A fall is not told as a rise.
fn direction(told: &FigureUse, said: &Reading, known: &Known<'_>) -> Result<(), Fault> {
    let Some(own) = known.reading.change else { return Ok(()) };
    let said = said.change.or_else(|| {
        let around = format!("{} {}", told.before, told.words.value).to_lowercase();
        let words: Vec<&str> = around.split(|c: char| !c.is_alphanumeric()).collect();
        let has = |all: &[&str]| words.iter().any(|word| all.contains(word));
        let fall = has(&[
            "giảm",
            "fall",
            "falls",
            "fell",
            "fallen",
            "decrease",
            "decreased",
            "drop",
            "dropped",
            "down",
            "reduce",
            "reduced",
            "reduction",
            "cut",
            "lower",
        ]);
        let rise = has(&["tăng", "rise", "rises", "rose", "risen", "increase", "increased", "grew", "growth", "up", "higher"]);
        match (fall, rise) {
            (true, false) => Some(Change::Fall),
            (false, true) => Some(Change::Rise),
            _ => None,
        }
    });
    if said.is_none_or(|said| said == own) { Ok(()) } else { Err(Fault::Direction) }
}
