//! Between which two values a number of a report may truly lie, and counting with such spans.
//!
//! Invariant: a span never becomes narrower than what is known: where a division does not come out even, its ends are
//! moved outwards.
//!
//! May use: model, figures, diag; crates rust_decimal.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::diag::nearest::fold;
use crate::figures::bounds::Bounds;
use crate::model::{Hedge, Number, Quantity, Reading};

/// From the lowest to the highest; an end may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Lowest; `None` when nothing bounds it from below.
    pub low: Option<Decimal>,
    /// Highest; `None` when nothing bounds it from above.
    pub high: Option<Decimal>,
}

/// Decimals kept where a division does not come out even.
const KEPT: u32 = 18;

/// Units that are counted one by one, folded, in Vietnamese and English: "4 xã" is four, not between 3,5 and 4,5.
const COUNTED: &[&str] = &[
    "xa",
    "phuong",
    "thi tran",
    "huyen",
    "quan",
    "thi xa",
    "thanh pho",
    "tinh",
    "thon",
    "ban",
    "buon",
    "ap",
    "to dan pho",
    "ho",
    "nguoi",
    "hoc sinh",
    "hoc vien",
    "lao dong",
    "lop",
    "truong",
    "tram",
    "nha",
    "can",
    "cong trinh",
    "du an",
    "tieu du an",
    "san pham",
    "mo hinh",
    "hop tac xa",
    "tieu chi",
    "chi tieu",
    "don vi",
    "commune",
    "communes",
    "district",
    "districts",
    "province",
    "provinces",
    "village",
    "villages",
    "household",
    "households",
    "person",
    "persons",
    "people",
    "pupil",
    "pupils",
    "student",
    "students",
    "worker",
    "workers",
    "class",
    "classes",
    "school",
    "schools",
    "house",
    "houses",
    "work",
    "works",
    "project",
    "projects",
    "product",
    "products",
    "model",
    "models",
    "cooperative",
    "cooperatives",
    "criterion",
    "criteria",
];

/// Whether a unit counts whole things.
pub fn counts_things(unit: &str) -> bool {
    let unit = fold(unit);
    COUNTED.iter().any(|word| unit.strip_prefix(word).is_some_and(|rest| rest.is_empty() || (rest.starts_with([' ', ',']) && !unit.contains('/'))))
}

impl Span {
    /// Just this value.
    pub fn exactly(value: Decimal) -> Self {
        Span { low: Some(value), high: Some(value) }
    }

    /// What the words of a reading leave open; `None` when it has no number.
    pub fn of(reading: &Reading, counted: bool) -> Option<Self> {
        match reading.quantity {
            Quantity::NothingYet => Some(Span::exactly(Decimal::ZERO)),
            Quantity::Pair { part, .. } => Some(Span::exactly(part.0)),
            Quantity::Range(low, high) => Some(Span { low: Some(low.0), high: Some(high.0) }),
            Quantity::Exact(number) => Span::with(number, reading.hedge, counted),
            _ => None,
        }
    }

    /// The same for a number and the word before it. "At least" and "no more than" bound one side only.
    pub fn with(number: Number, hedge: Hedge, counted: bool) -> Option<Self> {
        let value = number.0;
        if counted && hedge == Hedge::Exact && number.decimals() == 0 {
            return Some(Span::exactly(value));
        }
        let bounds = Bounds::of(&Reading {
            quantity: Quantity::Exact(number),
            unit: crate::model::Unit::Bare,
            hedge,
            standing: Default::default(),
            change: None,
            typed: String::new(),
        })?;
        let low = match hedge {
            Hedge::Under if value >= Decimal::ZERO => Some(Decimal::ZERO),
            Hedge::Under => None,
            _ => Some(bounds.low),
        };
        let high = (hedge != Hedge::AtLeast).then_some(bounds.high);
        Some(Span { low, high })
    }

    /// Whether some value lies in both.
    pub fn meets(self, other: Span) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(|(low, high)| low <= high);
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Whether every value of this lies above every value of the other.
    pub fn is_above(self, other: Span) -> bool {
        self.low.zip(other.high).is_some_and(|(low, high)| low > high)
    }

    /// The span of a sum; the outer `None` when the numbers grow too large to count with.
    pub fn plus(self, other: Span) -> Option<Self> {
        let add = |a: Option<Decimal>, b: Option<Decimal>| match (a, b) {
            (Some(a), Some(b)) => a.checked_add(b).map(Some),
            _ => Some(None),
        };
        Some(Span { low: add(self.low, other.low)?, high: add(self.high, other.high)? })
    }

    /// The span of the negative.
    pub fn negative(self) -> Self {
        Span { low: self.high.map(|h| -h), high: self.low.map(|l| -l) }
    }

    /// The span of a difference.
    pub fn minus(self, other: Span) -> Option<Self> {
        self.plus(other.negative())
    }

    /// The span moved by so many decimal places: a million is 3 places more than a thousand.
    pub fn shifted(self, places: i32) -> Option<Self> {
        let shift = |value: Option<Decimal>| match value {
            Some(value) => shifted(value, places).map(Some),
            None => Some(None),
        };
        Some(Span { low: shift(self.low)?, high: shift(self.high)? })
    }

    /// The span of a share in percent; `None` when the whole may be nothing.
    pub fn share(part: Span, whole: Span) -> Option<Self> {
        let least = whole.low.filter(|low| *low > Decimal::ZERO)?;
        let percent = |part: Decimal, whole: Decimal, way: RoundingStrategy| {
            let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
            Some(exact.round_dp_with_strategy(KEPT, way))
        };
        // A negative end grows with a small whole, a positive one with a large whole.
        let end = |part: Option<Decimal>, away: bool, way: RoundingStrategy| match part {
            None => Some(None),
            Some(part) => match (if away { Some(least) } else { whole.high }, part) {
                (Some(whole), part) => percent(part, whole, way).map(Some),
                (None, _) => Some(Some(Decimal::ZERO)),
            },
        };
        let low = end(part.low, part.low.is_some_and(|p| p < Decimal::ZERO), RoundingStrategy::ToNegativeInfinity)?;
        let high = end(part.high, part.high.is_some_and(|p| p >= Decimal::ZERO), RoundingStrategy::ToPositiveInfinity)?;
        Some(Span { low, high })
    }
}

/// A value moved by so many decimal places, exactly.
pub fn shifted(value: Decimal, places: i32) -> Option<Decimal> {
    let power = |n: i32| u32::try_from(n).ok().and_then(|n| 10u64.checked_pow(n)).map(Decimal::from);
    if places >= 0 {
        value.checked_mul(power(places)?)
    } else {
        let mut moved = value;
        moved.set_scale(value.scale() + places.unsigned_abs()).ok()?;
        Some(moved)
    }
}
