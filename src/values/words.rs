//! The words around a number: states, qualifiers and units, in Vietnamese and English, with or without marks.
//!
//! Invariant: a word list is data; adding a synonym is one line.
//!
//! May use: diag, model.

use crate::diag::nearest::fold;
use crate::model::{Change, Hedge, Missing, MoneyUnit, Reading, Standing, Unit};

/// Folded words for a state; `None` is "nothing yet", which is zero said in words.
const STATES: &[(&str, Option<Missing>)] = &[
    ("chua giao", Some(Missing::NotAssigned)),
    ("chua giao von", Some(Missing::NotAssigned)),
    ("chua giao chi tieu", Some(Missing::NotAssigned)),
    ("not assigned", Some(Missing::NotAssigned)),
    ("not yet assigned", Some(Missing::NotAssigned)),
    ("chua den ky", Some(Missing::NotDue)),
    ("chua den ky bao cao", Some(Missing::NotDue)),
    ("not due", Some(Missing::NotDue)),
    ("not due yet", Some(Missing::NotDue)),
    ("not yet due", Some(Missing::NotDue)),
    ("chua co so lieu", Some(Missing::NoData)),
    ("khong co so lieu", Some(Missing::NoData)),
    ("no data", Some(Missing::NoData)),
    ("no data yet", Some(Missing::NoData)),
    ("khong neu", Some(Missing::NotStated)),
    ("khong neu so", Some(Missing::NotStated)),
    ("nguon khong neu so", Some(Missing::NotStated)),
    ("not stated", Some(Missing::NotStated)),
    ("number not stated", Some(Missing::NotStated)),
    ("khong ap dung", Some(Missing::NotApplicable)),
    ("not applicable", Some(Missing::NotApplicable)),
    ("khong cong bo", Some(Missing::Withheld)),
    ("withheld", Some(Missing::Withheld)),
    ("chua giai ngan", None),
    ("nothing disbursed", None),
    ("nothing disbursed yet", None),
];

/// What a qualifier does to a reading.
#[derive(Clone, Copy)]
enum Says {
    Hedge(Hedge),
    Standing(Standing),
    Change(Change),
    Nothing,
}

/// Folded qualifiers, longer ones before their beginnings.
const QUALIFIERS: &[(&str, Says)] = &[
    ("giam xuong con", Says::Nothing),
    ("giam con", Says::Nothing),
    ("xuong con", Says::Nothing),
    ("uoc dat", Says::Standing(Standing::Estimate)),
    ("uoc tinh", Says::Standing(Standing::Estimate)),
    ("uoc", Says::Standing(Standing::Estimate)),
    ("estimate", Says::Standing(Standing::Estimate)),
    ("estimated", Says::Standing(Standing::Estimate)),
    ("du kien", Says::Standing(Standing::Forecast)),
    ("expected", Says::Standing(Standing::Forecast)),
    ("forecast", Says::Standing(Standing::Forecast)),
    ("phan dau", Says::Standing(Standing::Aspired)),
    ("aims for", Says::Standing(Standing::Aspired)),
    ("so bo", Says::Standing(Standing::Provisional)),
    ("provisional", Says::Standing(Standing::Provisional)),
    ("aimed for", Says::Standing(Standing::Aspired)),
    ("khong qua", Says::Hedge(Hedge::Under)),
    ("toi da", Says::Hedge(Hedge::Under)),
    ("chua toi", Says::Hedge(Hedge::Under)),
    ("chua den", Says::Hedge(Hedge::Under)),
    ("it nhat", Says::Hedge(Hedge::AtLeast)),
    ("toi thieu", Says::Hedge(Hedge::AtLeast)),
    ("xap xi", Says::Hedge(Hedge::About)),
    ("chung", Says::Hedge(Hedge::About)),
    ("khoang", Says::Hedge(Hedge::About)),
    ("tren", Says::Hedge(Hedge::Over)),
    ("hon", Says::Hedge(Hedge::Over)),
    ("gan", Says::Hedge(Hedge::Nearly)),
    ("duoi", Says::Hedge(Hedge::Under)),
    ("just over", Says::Hedge(Hedge::Over)),
    ("just under", Says::Hedge(Hedge::Nearly)),
    ("roughly", Says::Hedge(Hedge::About)),
    ("up to", Says::Hedge(Hedge::Under)),
    ("more than", Says::Hedge(Hedge::Over)),
    ("over", Says::Hedge(Hedge::Over)),
    ("nearly", Says::Hedge(Hedge::Nearly)),
    ("almost", Says::Hedge(Hedge::Nearly)),
    ("approximately", Says::Hedge(Hedge::About)),
    ("about", Says::Hedge(Hedge::About)),
    ("around", Says::Hedge(Hedge::About)),
    ("no more than", Says::Hedge(Hedge::Under)),
    ("less than", Says::Hedge(Hedge::Under)),
    ("at most", Says::Hedge(Hedge::Under)),
    ("under", Says::Hedge(Hedge::Under)),
    ("at least", Says::Hedge(Hedge::AtLeast)),
    ("a fall of", Says::Change(Change::Fall)),
    ("a rise of", Says::Change(Change::Rise)),
    ("down", Says::Change(Change::Fall)),
    ("up", Says::Change(Change::Rise)),
    ("giam", Says::Change(Change::Fall)),
    ("tang", Says::Change(Change::Rise)),
    ("binh quan", Says::Nothing),
    ("tuong duong", Says::Nothing),
    ("moi dat", Says::Nothing),
    ("chi dat", Says::Nothing),
    ("dat", Says::Nothing),
    ("bang", Says::Nothing),
    ("chiem", Says::Nothing),
    ("gap", Says::Nothing),
    ("them", Says::Nothing),
    ("con", Says::Nothing),
];

/// Folded money words, longer ones first.
const MONEY: &[(&str, MoneyUnit)] = &[
    ("trieu ty", MoneyUnit::Quadrillion),
    ("trieu ti", MoneyUnit::Quadrillion),
    ("nghin ty", MoneyUnit::Trillion),
    ("nghin ti", MoneyUnit::Trillion),
    ("ngan ty", MoneyUnit::Trillion),
    ("trillion", MoneyUnit::Trillion),
    ("ty", MoneyUnit::Billion),
    ("ti", MoneyUnit::Billion),
    ("billion", MoneyUnit::Billion),
    ("trieu", MoneyUnit::Million),
    ("million", MoneyUnit::Million),
    ("nghin", MoneyUnit::Thousand),
    ("ngan", MoneyUnit::Thousand),
    ("thousand", MoneyUnit::Thousand),
];

/// The state a folded text stands for; the inner `None` is "nothing yet".
pub fn state(folded: &str) -> Option<Option<Missing>> {
    STATES.iter().find(|(words, _)| *words == folded).map(|(_, state)| *state)
}

/// Takes the qualifiers off the front of a text, notes what they say, and returns the rest.
pub fn strip_qualifiers<'t>(text: &'t str, reading: &mut Reading) -> &'t str {
    let mut rest = text.trim_start();
    'words: while !rest.is_empty() {
        for (words, says) in QUALIFIERS {
            if let Some(tail) = strip_folded(rest, words) {
                match says {
                    Says::Hedge(hedge) => reading.hedge = *hedge,
                    Says::Standing(standing) => reading.standing = *standing,
                    Says::Change(change) => reading.change = Some(*change),
                    Says::Nothing => {}
                }
                rest = tail;
                continue 'words;
            }
        }
        break;
    }
    rest
}

/// `text` without the words at its front, when they stand there as whole words, whatever their marks.
fn strip_folded<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    // Most words are told apart by their first letter, without looking at marks.
    let first = text.bytes().next()?;
    if first.is_ascii() && !words.as_bytes().first()?.eq_ignore_ascii_case(&first) {
        return None;
    }
    let letters = words.chars().count();
    let end = text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at);
    let (head, tail) = text.split_at(end);
    let whole_word = tail.is_empty() || tail.starts_with(char::is_whitespace);
    (whole_word && fold(head) == words).then(|| tail.trim_start())
}

/// The unit written after a number; `None` when nothing is written.
pub fn unit(text: &str) -> Option<Unit> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if let Some(after) = text.strip_prefix('%') {
        let after = after.trim();
        return Some(if after.is_empty() || after.starts_with('/') { Unit::Percent } else { Unit::Of(text.to_owned()) });
    }
    let folded = fold(text);
    if folded.starts_with("diem %") || folded.starts_with("diem phan tram") || folded.starts_with("percentage point") {
        return Some(Unit::PercentagePoint);
    }
    if folded == "phan tram" || folded == "percent" {
        return Some(Unit::Percent);
    }
    if folded == "lan" || folded == "times" {
        return Some(Unit::Times);
    }
    money(&folded).map(Unit::Money).or_else(|| Some(Unit::Of(text.to_owned())))
}

/// The money unit a text begins with (`triệu đồng`, `tỷ 355 triệu`, `đồng`).
pub fn money(folded: &str) -> Option<MoneyUnit> {
    let folded = folded.trim();
    let is_dong = |rest: &str| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) || ["dong", "d", "vnd"].contains(&rest)
    };
    for (words, unit) in MONEY {
        if let Some(rest) = folded.strip_prefix(words)
            && (rest.is_empty() || rest.starts_with(' '))
            && is_dong(rest)
        {
            return Some(*unit);
        }
    }
    ["dong", "vnd"].contains(&folded).then_some(MoneyUnit::Dong)
}
