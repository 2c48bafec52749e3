//! The one place where a number is rounded: half up, to the printed precision.
//!
//! May use: nothing; crates rust_decimal.

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds half up (away from zero at the midpoint) and keeps exactly `decimals` decimals.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}

/// Cuts off what is beyond `decimals`, as some reports do.
pub fn cut(value: Decimal, decimals: u32) -> Decimal {
    let mut cut = value.round_dp_with_strategy(decimals, RoundingStrategy::ToZero);
    cut.rescale(decimals);
    cut
}

/// A share in percent, unrounded; `None` when the whole is zero or the numbers are too large.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    if whole.is_zero() {
        return None;
    }
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_and_decimals_stay() {
        let d = |s: &str| Decimal::from_str_exact(s).unwrap();
        for (value, decimals, rounded) in [("2.345", 2, "2.35"), ("0.15", 1, "0.2"), ("41.107", 1, "41.1"), ("3", 2, "3.00"), ("-2.5", 0, "-3")] {
            assert_eq!(round(d(value), decimals).to_string(), rounded);
        }
        assert_eq!(cut(d("42.989"), 2).to_string(), "42.98");
        assert_eq!(percent(d("1"), d("0")), None);
    }
}
