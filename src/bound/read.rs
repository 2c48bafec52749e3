//! What the words of a link claim: a value, a state, a day, or nothing that could be wrong.
//!
//! Words around the number belong to it: a qualifier just before the link, a unit just after it, the unit in the
//! heading of its column.
//! Invariant: every number is read by `values::read`; in doubt nothing is claimed.
//!
//! May use: diag, markdown, model, values.

use crate::diag::At;
use crate::diag::nearest::fold;
use crate::markdown::FigureUse;
use crate::model::{AsOf, Hedge, Missing, MoneyUnit, Reading, Standing, Unit};
use crate::values::{self, Locale, Misread, dates, words};

/// What a number counts, as far as two units can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Nothing,
    Money(MoneyUnit),
    OtherMoney,
    Percent,
    Point,
    Times,
    /// Communes, households …: the words as typed.
    Count(String),
}

/// What the words of a link claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// No number and no state: `[số này]`.
    Nothing,
    /// `chưa giao`; `None` for `chưa giải ngân`, which is zero.
    State(Option<Missing>),
    /// A day, as precise as told.
    Date(AsOf),
    /// A number, range or pair. `hedged_before` when the qualifier stands outside the brackets and may belong elsewhere.
    Value {
        reading: Box<Reading>,
        class: Class,
        hedged_before: bool,
        /// Whether the unit stands outside the brackets too.
        unit_outside: bool,
    },
    /// A number nobody can read.
    Unreadable(Misread),
    /// More than one number, of which only the first could be proved.
    Several,
}

/// States inside longer words: `các dự án chưa được giải ngân`.
const STATES: &[(&str, Option<Missing>)] = &[
    ("chua giai ngan", None),
    ("chua duoc giai ngan", None),
    ("nothing disbursed", None),
    ("nothing was disbursed", None),
    ("nothing has been disbursed", None),
    ("not been disbursed", None),
    ("not yet disbursed", None),
    ("no disbursement", None),
    ("chua giao", Some(Missing::NotAssigned)),
    ("chua duoc giao", Some(Missing::NotAssigned)),
    ("not assigned", Some(Missing::NotAssigned)),
    ("not yet assigned", Some(Missing::NotAssigned)),
    ("not been assigned", Some(Missing::NotAssigned)),
    ("not yet been assigned", Some(Missing::NotAssigned)),
    ("chua co so lieu", Some(Missing::NoData)),
    ("no data", Some(Missing::NoData)),
];

/// Reads the words of a link, a day where the figure is one.
pub(super) fn claim(told: &FigureUse, locale: Locale, is_date: bool) -> Claim {
    let text = told.words.value.trim().trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let Some(digit) = text.find(|c: char| c.is_ascii_digit()) else {
        if let Some(digits) = spelled(text) {
            return claim(&FigureUse { words: At { value: digits, spot: told.words.spot }, ..told.clone() }, locale, is_date);
        }
        return without_digits(text, is_date);
    };
    if is_date && let Some(day) = date(text) {
        return Claim::Date(day);
    }
    // Qualifiers may follow other words: `đã giải ngân trên 780 triệu đồng`.
    let mut starts: Vec<usize> = word_starts(text).take_while(|at| *at <= digit).collect();
    if starts.last() != Some(&digit) {
        starts.push(digit);
    }
    let mut misread = Misread::NoNumber;
    let read = starts.iter().find_map(|at| match values::read(&text[*at..], locale, &Unit::Bare) {
        Ok(reading) => Some((*at, reading)),
        Err(why) => {
            misread = why;
            None
        }
    });
    let Some((at, mut reading)) = read else { return Claim::Unreadable(misread) };
    let mut hedged_before = false;
    if at == 0 {
        hedged_before = take_before(&told.before, &mut reading);
    }
    let class = match &reading.unit {
        Unit::Of(tail) if another_number(tail) => return Claim::Several,
        Unit::Bare => outside(told),
        unit => class(unit, ""),
    };
    let unit_outside = reading.unit == Unit::Bare && class != Class::Nothing;
    Claim::Value { reading: Box::new(reading), class, hedged_before, unit_outside }
}

/// Numbers in words, where what is counted follows: `ba xã`, `two districts`. One is left out, for it is an article too.
const SPELLED: &[(&str, u8)] = &[
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
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
];

/// A number in words as one in digits.
fn spelled(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let rest = ["cả ", "all "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let (first, after) = rest.split_once(' ')?;
    let (_, number) = SPELLED.iter().find(|(word, _)| *word == first)?;
    noun(after).map(|_| format!("{number} {after}"))
}

fn without_digits(text: &str, is_date: bool) -> Claim {
    if let Some(state) = values::missing(text) {
        return Claim::State(state);
    }
    if is_date && let Some(day) = date(text) {
        return Claim::Date(day);
    }
    let folded = format!(" {} ", fold(text));
    let inside = |words: &str| folded.contains(&format!(" {words} "));
    STATES.iter().find(|(words, _)| inside(words)).map_or(Claim::Nothing, |(_, state)| Claim::State(*state))
}

/// A date somewhere in the words: `trước ngày 31/12/2024`.
fn date(text: &str) -> Option<AsOf> {
    word_starts(text).find_map(|at| dates::as_of(&text[at..]).ok()).filter(|day| day.known())
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter(|(at, c)| !c.is_whitespace() && (*at == 0 || text[..*at].ends_with(char::is_whitespace))).map(|(at, _)| at)
}

/// Applies the qualifiers that stand directly before the link, outside its brackets.
fn take_before(before: &str, reading: &mut Reading) -> bool {
    let line = before.rsplit('\n').next().unwrap_or("");
    let starts: Vec<usize> = word_starts(line).collect();
    let mut found = false;
    // Up to three words make one qualifier, and two may follow one another: `phấn đấu giảm trên`.
    for at in starts.iter().rev().take(5).rev() {
        let mut outside = Reading { hedge: Hedge::Exact, standing: Standing::Actual, change: None, ..reading.clone() };
        if words::strip_qualifiers(&line[*at..], &mut outside).is_empty() && !looks_alike(&line[*at..]) {
            if reading.hedge == Hedge::Exact && outside.hedge != Hedge::Exact {
                reading.hedge = outside.hedge;
                found = true;
            }
            if reading.standing == Standing::Actual {
                reading.standing = outside.standing;
            }
            reading.change = reading.change.or(outside.change);
            break;
        }
    }
    found
}

/// Words that are qualifiers only when their marks are left out: `gắn`, `hôn`, `đuôi`.
fn looks_alike(words: &str) -> bool {
    const OTHERS: [&str; 8] = ["gắn", "gân", "hồn", "hôn", "đuôi", "đuổi", "chúng", "chứng"];
    words.split_whitespace().any(|word| OTHERS.contains(&word.to_lowercase().as_str()))
}

/// The unit just after the link, or in the heading of its column.
pub(super) fn outside(told: &FigureUse) -> Class {
    let mut after = told.after.trim_start();
    // `780/2.487 triệu đồng`: both numbers have the unit that follows the second.
    if let Some(rest) = after.strip_prefix('/').map(str::trim_start).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',').trim_start();
    }
    let ended = told.after.starts_with(['\n', '.', ',', ';', ':', ')']);
    if !ended && !after.is_empty() {
        match class(&Unit::Of(after.to_owned()), "") {
            Class::Count(_) => {}
            known => return known,
        }
        if noun(after).is_some() {
            return Class::Count(after.to_owned());
        }
    }
    heading_money(&told.heading).map_or(Class::Nothing, Class::Money)
}

/// `Đã giải ngân (triệu đồng)`: only where "đồng" is written, for "tỷ lệ" is no money.
fn heading_money(heading: &str) -> Option<MoneyUnit> {
    let clean: String = heading.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    word_starts(&clean).find_map(|at| {
        let tail = clean[at..].split_whitespace().take(3).collect::<Vec<_>>().join(" ");
        money_words(&tail).filter(|(_, words)| words.ends_with("dong") || words.ends_with("vnd")).map(|(unit, _)| unit)
    })
}

/// The kind of a unit. `own` is the unit of the indicator, for a number that has none written beside it.
pub(super) fn class(unit: &Unit, own: &str) -> Class {
    match unit {
        Unit::Money(money) => Class::Money(*money),
        Unit::OtherMoney(_) => Class::OtherMoney,
        Unit::Percent => Class::Percent,
        Unit::PercentagePoint => Class::Point,
        Unit::Times => Class::Times,
        Unit::Bare if own.is_empty() => Class::Nothing,
        Unit::Bare => of_words(own),
        Unit::Of(words) => of_words(words),
    }
}

fn of_words(text: &str) -> Class {
    let text = text.trim().trim_start_matches(['(', '–']).trim_start();
    let folded = fold(text);
    let begins = |word: &str| folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if ["diem %", "diem phan tram", "percentage point", "percentage points", "điểm"].iter().any(|word| begins(word)) {
        return Class::Point;
    }
    if text.starts_with('%') || ["phan tram", "percent", "per cent"].iter().any(|word| begins(word)) {
        return Class::Percent;
    }
    if begins("lan") || begins("times") {
        return Class::Times;
    }
    match money_words(text) {
        Some(_) if ["usd", "us$", "do la", "dollar", "euro", "eur"].iter().any(|other| folded.contains(other)) => Class::OtherMoney,
        Some((unit, _)) => Class::Money(unit),
        None => Class::Count(text.to_owned()),
    }
}

/// The money words a text begins with, whatever follows them: `triệu đồng vốn đầu tư`.
fn money_words(text: &str) -> Option<(MoneyUnit, String)> {
    let end = text.find([',', ';', '.', '(', ')', '/', ':', '\n']).unwrap_or(text.len());
    let all: Vec<String> = fold(&text[..end]).split_whitespace().take(3).map(str::to_owned).collect();
    // `ngân hàng` is a bank and `ti vi` a television; only marks and the next word tell them from `ngàn` and `tỉ`.
    let bank = text.trim_start().to_lowercase().starts_with("ngân");
    if bank || (matches!(all.first()?.as_str(), "ti" | "ty") && matches!(all.get(1).map(String::as_str), Some("vi" | "le" | "trong" | "so"))) {
        return None;
    }
    (1..=all.len()).rev().find_map(|count| {
        let words = all[..count].join(" ");
        words::money(&words).map(|unit| (unit, words))
    })
}

/// Things that are counted, by the words for them: a number of communes is no number of districts. Marks count, for
/// `họ` is no `hộ`.
const NOUNS: &[(&str, &[&str])] = &[
    ("commune", &["xã", "commune", "communes"]),
    ("district", &["huyện", "district", "districts"]),
    ("province", &["tỉnh", "province", "provinces"]),
    ("village", &["thôn", "bản", "village", "villages", "hamlet", "hamlets"]),
    ("household", &["hộ", "household", "households", "family", "families"]),
    ("person", &["người", "person", "people", "persons"]),
    ("criterion", &["criterion", "criteria"]),
    ("kilometre", &["km", "kilometre", "kilometres"]),
    ("hectare", &["ha", "hectare", "hectares"]),
];

/// What is counted, when the first word says it.
pub(super) fn noun(words: &str) -> Option<&'static str> {
    let words = words.trim().to_lowercase();
    if words.starts_with("tiêu chí") {
        return Some("criterion");
    }
    let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    NOUNS.iter().find(|(_, all)| all.contains(&first)).map(|(name, _)| *name)
}

/// Whether the words after a number hold a second one: `triệu đồng, đạt 31,4%`. Years, dates and numbers of documents
/// have no unit and no marks between their digits.
fn another_number(tail: &str) -> bool {
    let trimmed = |word: &'_ str| word.trim_matches(['(', ')', ',', ';', ':', '.', '“', '”']).to_owned();
    let all: Vec<String> = tail.split(|c: char| c.is_whitespace() || c == '/').map(trimmed).filter(|word| !word.is_empty()).collect();
    all.iter().enumerate().any(|(at, word)| {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let percent = word.contains('%') || all.get(at + 1).is_some_and(|next| next.starts_with('%'));
        let parts: Vec<&str> = word.split(['.', ',']).collect();
        let marked = parts.len() == 2 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        number && (percent || marked || money_words(&all[at + 1..].join(" ")).is_some())
    })
}
