//! What a hedged number may really be.
//!
//! "trên 35.215" is at least that and less than one step more in its last meaningful digit; "gần" the
//! other way round; "khoảng" one step either way; a number without such a word is true to half a step of
//! its last printed digit.
//!
//! May use: model; crates rust_decimal.

use rust_decimal::Decimal;

use crate::model::{Hedge, Number, Quantity, Reading};

/// The lowest and the highest a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Lowest.
    pub low: Decimal,
    /// Highest.
    pub high: Decimal,
}

/// In which direction a value is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Exact,
    Up,
    Down,
    Both,
}

impl Bounds {
    /// The bounds of a reading; `None` when it has no number.
    pub fn of(reading: &Reading) -> Option<Self> {
        if let Quantity::Range(low, high) = reading.quantity {
            return Some(Bounds { low: low.0, high: high.0 });
        }
        let number = reading.number()?;
        let value = number.0;
        let half = printed_step(number).checked_div(Decimal::TWO)?;
        let step = meaningful_step(number);
        let (low, high) = match reading.hedge {
            Hedge::Exact => (value.checked_sub(half)?, value.checked_add(half)?),
            Hedge::Over | Hedge::AtLeast => (value, value.checked_add(step)?),
            Hedge::Nearly | Hedge::Under => (value.checked_sub(step)?, value),
            Hedge::About => (value.checked_sub(step)?, value.checked_add(step)?),
        };
        Some(Bounds { low, high })
    }
}

/// One step of the last printed digit: 0.01 for 42,99; 1 for 38.111.
pub fn printed_step(number: Number) -> Decimal {
    Decimal::new(1, number.decimals())
}

/// One step of the last digit that is not a filling zero: 10 for 1.730; 0.1 for 287,4.
pub fn meaningful_step(number: Number) -> Decimal {
    if number.decimals() > 0 || number.0.is_zero() {
        return printed_step(number);
    }
    let mut step = Decimal::ONE;
    let mut rest = number.0;
    while (rest % Decimal::TEN).is_zero() && step < Decimal::from(1_000_000_000u64) {
        rest /= Decimal::TEN;
        step *= Decimal::TEN;
    }
    step
}

/// The word that bounds a quotient, from the words that bound its parts: a rate of "over" amounts is "at least".
pub fn quotient(part: Hedge, whole: Hedge) -> Hedge {
    let flipped = match open(whole) {
        Open::Up => Open::Down,
        Open::Down => Open::Up,
        same => same,
    };
    word(join(open(part), flipped))
}

/// The word that bounds a sum.
pub fn sum(parts: impl Iterator<Item = Hedge>) -> Hedge {
    word(parts.map(open).fold(Open::Exact, join))
}

/// The word that bounds a difference.
pub fn difference(from: Hedge, taken: Hedge) -> Hedge {
    quotient(from, taken)
}

fn open(hedge: Hedge) -> Open {
    match hedge {
        Hedge::Exact => Open::Exact,
        Hedge::Over | Hedge::AtLeast => Open::Up,
        Hedge::Nearly | Hedge::Under => Open::Down,
        Hedge::About => Open::Both,
    }
}

fn join(a: Open, b: Open) -> Open {
    match (a, b) {
        (Open::Exact, other) | (other, Open::Exact) => other,
        (a, b) if a == b => a,
        _ => Open::Both,
    }
}

fn word(open: Open) -> Hedge {
    match open {
        Open::Exact => Hedge::Exact,
        Open::Up => Hedge::AtLeast,
        Open::Down => Hedge::Under,
        Open::Both => Hedge::About,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_bound_a_value_travel_through_sums_and_rates() {
        assert_eq!(quotient(Hedge::Over, Hedge::Exact), Hedge::AtLeast);
        assert_eq!(quotient(Hedge::Exact, Hedge::Over), Hedge::Under);
        assert_eq!(quotient(Hedge::Over, Hedge::Over), Hedge::About);
        assert_eq!(sum([Hedge::Exact, Hedge::Over].into_iter()), Hedge::AtLeast);
        assert_eq!(sum([Hedge::Nearly, Hedge::Over].into_iter()), Hedge::About);
    }
}
