//! What kind of slip would turn a figure into a claim: digits exchanged, one digit wrong, a mark or a unit misplaced, a word
//! that bounds it the wrong way.
//!
//! Invariant: numbers that no single slip turns into each other are not near.
//!
//! May use: model; crates rust_decimal.

use rust_decimal::Decimal;

use super::known::{Kind, Value};
use crate::model::Hedge;

/// How a claim may have come to differ from a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Two digits changed places.
    Transposed,
    /// One digit is another, is missing or is one too many.
    Digit,
    /// A mark or a unit stands elsewhere: ten, a hundred, a thousand times as much.
    Scale,
    /// "gần" where it is more, "trên" where it is less.
    Bound,
    /// A little off.
    Close,
}

/// The slip between a claim and a figure that differ, when one explains it.
pub fn slip(claim: &Value, figure: &Value) -> Option<Slip> {
    if claim.kind != figure.kind || claim.range.is_some() || claim.pair.is_some() != figure.pair.is_some() {
        return None;
    }
    if let (Some(own), Some(other)) = (claim.pair, figure.pair) {
        // One of both halves is right.
        return (claim.digits >= 3 && (own.0 == other.0) != (own.1 == other.1)).then_some(Slip::Close);
    }
    let (said, is) = (claim.number?, figure.number?);
    if said.is_zero() || is.is_zero() || said.is_sign_negative() != is.is_sign_negative() {
        return None;
    }
    if misbounded(claim, said, is) {
        return Some(Slip::Bound);
    }
    if claim.mantissa == figure.mantissa {
        return Some(Slip::Scale);
    }
    // Of short numbers every other one is a slip away.
    if claim.digits.min(figure.digits) < 2 || claim.kind == Kind::Count && is < Decimal::from(20) {
        return None;
    }
    let (a, b) = (Digits::of(claim.mantissa), Digits::of(figure.mantissa));
    let (a, b) = (a.all(), b.all());
    if transposed(a, b) {
        return Some(Slip::Transposed);
    }
    // Multiplied, because dividing takes ten times as long.
    let off = (said - is).abs();
    let within = |hundredths: i64| is.abs().checked_mul(Decimal::new(hundredths, 2)).is_some_and(|most| off <= most);
    if a.len().max(b.len()) >= 4 && one_digit(a, b) {
        return Some(Slip::Digit);
    }
    if a.len().max(b.len()) == 3 && one_digit(a, b) && is.abs().checked_mul(Decimal::new(35, 2)).is_some_and(|most| off < most) {
        return Some(Slip::Digit);
    }
    (claim.digits >= 3 && within(if claim.kind == Kind::Share { 3 } else { 4 })).then_some(Slip::Close)
}

fn misbounded(claim: &Value, said: Decimal, is: Decimal) -> bool {
    let step = (claim.bounds.1 - claim.bounds.0).abs();
    match claim.hedge {
        Hedge::Over | Hedge::AtLeast => is < said && said - is < step,
        Hedge::Nearly | Hedge::Under => is > said && is - said < step,
        _ => false,
    }
}

/// The digits of a number, first to last.
struct Digits {
    all: [u8; 40],
    from: usize,
}

impl Digits {
    fn of(mut number: u128) -> Self {
        let mut digits = Digits { all: [0; 40], from: 40 };
        while number > 0 {
            digits.from -= 1;
            digits.all[digits.from] = (number % 10) as u8;
            number /= 10;
        }
        digits
    }

    fn all(&self) -> &[u8] {
        &self.all[self.from..]
    }
}

fn transposed(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut differ = (0..a.len()).filter(|i| a[*i] != b[*i]);
    match (differ.next(), differ.next(), differ.next()) {
        (Some(i), Some(j), None) => a[i] == b[j] && a[j] == b[i] && j - i <= 2,
        _ => false,
    }
}

fn one_digit(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match long.len() - short.len() {
        0 => a.iter().zip(b).filter(|(x, y)| x != y).count() == 1,
        1 => (0..long.len()).any(|skip| long.iter().enumerate().filter(|(i, _)| *i != skip).map(|(_, c)| c).eq(short.iter())),
        _ => false,
    }
}
