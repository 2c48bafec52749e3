//! Why two values may not agree, found by trying: a mistake is undone in thought, and what then agrees is offered.
//!
//! Invariant: with every explanation that is offered the equation holds; none is a verdict, none is applied.
//!
//! May use: model; crates rust_decimal.

use rust_decimal::Decimal;

use super::At;
use super::Verdict;
use super::equation::{Equation, Form, Term};
use super::span::shifted;
use crate::model::{Number, RateOf};

/// What may have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slip {
    /// Two neighbouring digits changed places.
    Transposed,
    /// A digit slipped: one is missing and another stands elsewhere.
    Slipped,
    /// One digit is another.
    Digit,
    /// The separator or the unit is off by so many places.
    Factor(i32),
    /// The rate is counted on something else.
    Denominator(RateOf),
    /// The rate is counted with what was carried over.
    WithCarriedOver,
    /// The rate is counted on one kind of capital, or on the whole programme.
    OtherWhole,
    /// The rate is counted on a plan that has been replaced.
    OlderPlan,
    /// The amount is another line's.
    OtherLine,
    /// The total leaves out a part.
    LeftOut,
    /// The total counts a part twice.
    CountedTwice,
    /// The total counts a line that is no part of it.
    CountedToo,
    /// A rise was written as a fall, or the other way round.
    Direction,
}

impl Slip {
    /// The name of its sentence in the word files.
    pub fn name(self) -> &'static str {
        match self {
            Slip::Transposed => "explain-transposed",
            Slip::Slipped => "explain-slipped",
            Slip::Digit => "explain-digit",
            Slip::Factor(_) => "explain-factor",
            Slip::Denominator(_) => "explain-denominator",
            Slip::WithCarriedOver => "explain-with-carried-over",
            Slip::OtherWhole => "explain-other-whole",
            Slip::OlderPlan => "explain-older-plan",
            Slip::OtherLine => "explain-other-line",
            Slip::LeftOut => "explain-left-out",
            Slip::CountedTwice => "explain-counted-twice",
            Slip::CountedToo => "explain-counted-too",
            Slip::Direction => "explain-direction",
        }
    }
}

/// What would make an equation hold.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What may have happened.
    pub slip: Slip,
    /// The figure it happened to.
    pub at: At,
    /// What that figure would be, where it was mistyped.
    pub mended: Option<Number>,
    /// The figures that would have been meant, left out or counted twice.
    pub meant: Vec<At>,
    /// How many other values were tried in the same way: the fewer, the rarer it fits by chance.
    pub tried: usize,
    /// How many findings of the sheet it explains.
    pub explains: usize,
}

/// What else may have been meant, beside mistyped digits.
#[derive(Default)]
pub struct Others {
    /// Other wholes of a share, with what they are.
    pub wholes: Vec<(Slip, Vec<Term>)>,
    /// Other amounts of the same kind in the same place, with where in the equation they would stand.
    pub amounts: Vec<(usize, Term)>,
    /// The same of other places; looked at only when nothing nearer fits.
    pub far: Vec<(usize, Term)>,
    /// Lines that are no part of a sum, such as credit.
    pub beside: Vec<Term>,
}

/// So many explanations are offered.
const MOST: usize = 3;

/// Everything that would make the equation hold, the likeliest first.
pub fn explain(equation: &Equation, others: &Others) -> Vec<Explanation> {
    let mut found = Vec::new();
    // A total usually equals its parts: what only makes it large enough explains nothing.
    let mut equal = equation.clone();
    if equal.form == Form::NotBelow {
        equal.form = Form::Sum;
    }
    let holds = |candidate: &Equation| candidate.verdict() == Verdict::Consistent;
    let strict = matches!(equal.form, Form::Share | Form::Sum | Form::Change);
    if strict {
        wholes(&equal, others, &holds, &mut found);
        parts(&equal, others, &holds, &mut found);
        digits(&equal, &holds, &mut found);
        if !amounts(&equal, &others.amounts, &holds, &mut found) {
            amounts(&equal, &others.far, &holds, &mut found);
        }
        direction(&equal, &holds, &mut found);
    }
    factors(&equal, &holds, strict, &mut found);
    if equal.form == Form::NotAbove {
        wholes(&equal, others, &holds, &mut found);
    }
    rank(&mut found);
    found
}

/// The likeliest first: what explains most, then what rarely fits by chance; at most three.
pub fn rank(found: &mut Vec<Explanation>) {
    found.sort_by_key(|e| (std::cmp::Reverse(e.explains), e.tried));
    found.truncate(MOST);
}

fn offer(slip: Slip, at: At, mended: Option<Number>, meant: Vec<At>, tried: usize) -> Explanation {
    Explanation { slip, at, mended, meant, tried, explains: 1 }
}

/// Another denominator.
fn wholes(equation: &Equation, others: &Others, holds: &dyn Fn(&Equation) -> bool, found: &mut Vec<Explanation>) {
    for (slip, whole) in &others.wholes {
        let mut other = equation.clone();
        if equation.form == Form::Share {
            other.terms.truncate(1);
        } else {
            other.terms.clear();
        }
        other.terms.extend(whole.iter().cloned());
        if !whole.is_empty() && holds(&other) {
            found.push(offer(*slip, equation.stated.at, None, whole.iter().map(|t| t.at).collect(), others.wholes.len()));
        }
    }
}

/// A total that leaves out a part, counts one twice, or counts what is no part of it.
fn parts(equation: &Equation, others: &Others, holds: &dyn Fn(&Equation) -> bool, found: &mut Vec<Explanation>) {
    if equation.form != Form::Sum || equation.terms.len() < 2 {
        return;
    }
    for (at, term) in equation.terms.iter().enumerate() {
        if term.number.is_some_and(|n| n.0.is_zero()) {
            continue;
        }
        let mut without = equation.clone();
        without.terms.remove(at);
        if holds(&without) {
            found.push(offer(Slip::LeftOut, equation.stated.at, None, vec![term.at], equation.terms.len()));
        }
        let mut twice = equation.clone();
        twice.terms.push(term.clone());
        if holds(&twice) {
            found.push(offer(Slip::CountedTwice, equation.stated.at, None, vec![term.at], equation.terms.len()));
        }
    }
    for term in &others.beside {
        let mut with = equation.clone();
        with.terms.push(term.clone());
        if holds(&with) {
            found.push(offer(Slip::CountedToo, equation.stated.at, None, vec![term.at], others.beside.len()));
        }
    }
}

/// A fall told as a rise.
fn direction(equation: &Equation, holds: &dyn Fn(&Equation) -> bool, found: &mut Vec<Explanation>) {
    let turned = equation.replacing(0, equation.stated.clone().taken());
    if equation.directed && holds(&turned) {
        found.push(offer(Slip::Direction, equation.stated.at, None, Vec::new(), 1));
    }
}

/// The amount of another line; only when one alone fits. Says whether any fits.
fn amounts(equation: &Equation, others: &[(usize, Term)], holds: &dyn Fn(&Equation) -> bool, found: &mut Vec<Explanation>) -> bool {
    let fits = |(place, term): &&(usize, Term)| {
        let same = equation.term(*place).is_some_and(|own| own.at == term.at || own.value() == term.value());
        !same && holds(&equation.replacing(*place, term.clone()))
    };
    let fitting: Vec<&(usize, Term)> = others.iter().filter(fits).collect();
    if let [(place, term)] = fitting.as_slice()
        && let Some(own) = equation.term(*place)
    {
        found.push(offer(Slip::OtherLine, own.at, None, vec![term.at], others.len()));
    }
    !fitting.is_empty()
}

/// Of more values than this some slip fits somewhere, and tells nothing.
const MANY: usize = 12;

/// Mistyped digits. Exchanged neighbours are offered as they come; the others only when one number alone fits.
fn digits(equation: &Equation, holds: &dyn Fn(&Equation) -> bool, found: &mut Vec<Explanation>) {
    let most = if equation.terms.len() > MANY { 0 } else { equation.terms.len() };
    for (slip, candidates) in [(Slip::Transposed, transposed as fn(Number) -> Vec<Number>), (Slip::Digit, one_digit), (Slip::Slipped, slipped)] {
        let mut tried = 0;
        let mut fitting: Vec<(At, Number)> = Vec::new();
        for place in 0..=most {
            let Some(term) = equation.term(place) else { continue };
            let Some(number) = term.number else { continue };
            for other in candidates(number) {
                tried += 1;
                if term.with(other).is_some_and(|term| holds(&equation.replacing(place, term))) {
                    fitting.push((term.at, other));
                }
            }
        }
        if slip == Slip::Transposed || fitting.len() == 1 {
            // A slip of neighbouring digits is an exchange, and has been offered as one.
            fitting.retain(|(at, other)| !found.iter().any(|e| e.at == *at && e.mended == Some(*other)));
            found.extend(fitting.into_iter().map(|(at, other)| offer(slip, at, Some(other), Vec::new(), tried)));
        }
    }
}

/// A misplaced separator or unit.
fn factors(equation: &Equation, holds: &dyn Fn(&Equation) -> bool, strict: bool, found: &mut Vec<Explanation>) {
    const PLACES: [i32; 6] = [3, -3, 1, -1, 2, -2];
    // Where only "no more than" must hold, a tenth of anything fits: then only a thousand tells something.
    let places = if strict { &PLACES[..] } else { &PLACES[..2] };
    let tried = places.len() * (equation.terms.len() + 1);
    // Amounts lose their separators more often than rates do.
    for place in (1..=equation.terms.len()).chain([0]) {
        let Some((term, number)) = equation.term(place).and_then(|t| Some((t, t.number.filter(|n| !n.0.is_zero())?))) else { continue };
        for by in places {
            let Some(other) = moved(number, *by) else { continue };
            let Some(term_then) = term.with(other) else { continue };
            let then = equation.replacing(place, term_then);
            if holds(&then) && (strict || is_near(&then)) {
                found.push(offer(Slip::Factor(*by), term.at, Some(other), Vec::new(), tried));
            }
        }
    }
}

/// Whether the stated value is of the size of what it is compared with.
fn is_near(equation: &Equation) -> bool {
    let sum = equation.terms.iter().try_fold(Decimal::ZERO, |sum, t| sum.checked_add(t.value()?));
    match (equation.stated.value(), sum) {
        (Some(stated), Some(sum)) if !stated.is_zero() && !sum.is_zero() => {
            let near = |a: Decimal, b: Decimal| a.checked_mul(Decimal::TEN).is_some_and(|a| a >= b);
            near(stated, sum) && near(sum, stated)
        }
        _ => false,
    }
}

/// The number with its separator moved.
fn moved(number: Number, places: i32) -> Option<Number> {
    let value = shifted(number.0, places)?;
    // No more decimals than the move needs: 1.730 ÷ 1.000 is 1,73.
    Some(Number(if places < 0 && value.scale() > number.decimals() { trimmed(value, number.decimals()) } else { value }))
}

fn trimmed(value: Decimal, least: u32) -> Decimal {
    let mut value = value;
    while value.scale() > least && (value.mantissa() % 10) == 0 {
        let scale = value.scale() - 1;
        value.rescale(scale);
    }
    value
}

/// The digits of a number, without its sign and mark.
fn digits_of(number: Number) -> Vec<u8> {
    number.0.mantissa().unsigned_abs().to_string().into_bytes()
}

/// A number of the same length and decimals from other digits; `None` when it would begin with 0.
fn from_digits(digits: &[u8], like: Number) -> Option<Number> {
    if digits.len() > 1 && digits[0] == b'0' && digits.len() > like.decimals() as usize {
        return None;
    }
    let mantissa: i128 = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let signed = if like.0.is_sign_negative() { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, like.decimals()).ok().map(Number)
}

fn transposed(number: Number) -> Vec<Number> {
    let digits = digits_of(number);
    let swap = |at: usize| {
        let mut other = digits.clone();
        other.swap(at, at + 1);
        (digits[at] != digits[at + 1]).then(|| from_digits(&other, number)).flatten()
    };
    (0..digits.len().saturating_sub(1)).filter_map(swap).collect()
}

fn one_digit(number: Number) -> Vec<Number> {
    let digits = digits_of(number);
    let mut all = Vec::new();
    if digits.len() < 2 {
        return all;
    }
    for at in 0..digits.len() {
        for digit in (b'0'..=b'9').filter(|d| *d != digits[at]) {
            let mut other = digits.clone();
            other[at] = digit;
            all.extend(from_digits(&other, number));
        }
    }
    all
}

/// One digit dropped and another put in elsewhere. Of short numbers this makes almost any other.
fn slipped(number: Number) -> Vec<Number> {
    let digits = digits_of(number);
    let mut all: Vec<Number> = Vec::new();
    if !(5..=15).contains(&digits.len()) {
        return all;
    }
    for gone in 0..digits.len() {
        let mut rest = digits.clone();
        rest.remove(gone);
        for at in (0..=rest.len()).filter(|at| *at != gone) {
            for digit in b'0'..=b'9' {
                let mut other = rest.clone();
                other.insert(at, digit);
                if let Some(other) = from_digits(&other, number).filter(|o| *o != number)
                    && !all.contains(&other)
                {
                    all.push(other);
                }
            }
        }
    }
    all
}
