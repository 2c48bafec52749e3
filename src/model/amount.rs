//! What a number of a report is: an exact value, its unit, and the words that qualify it.
//!
//! Invariant: a value is decimal from the text to the page, never a float; printed decimals are kept
//! (`81.923,000` has three); a missing value has a kind and is never zero.
//!
//! May use: nothing; crates rust_decimal, serde.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::period::AsOf;

/// An exact decimal that keeps its printed decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub Decimal);

impl Number {
    /// How many decimals were printed.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <[u8; 16]>::deserialize(deserializer).map(|bytes| Number(Decimal::deserialize(bytes)))
    }
}

/// The words that bound a value: "over", "nearly" …
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hedge {
    /// The value itself.
    #[default]
    Exact,
    /// trên, hơn: the value is a floor, not reached exactly.
    Over,
    /// gần: just under.
    Nearly,
    /// khoảng, xấp xỉ: around.
    About,
    /// dưới, không quá: a ceiling.
    Under,
    /// ít nhất, tối thiểu: a floor.
    AtLeast,
}

/// What standing a value has: something that happened, or something expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// It happened.
    #[default]
    Actual,
    /// ước: an estimate before the period closed.
    Estimate,
    /// dự kiến: a forecast.
    Forecast,
    /// phấn đấu: aspired to.
    Aspired,
    /// sơ bộ: provisional.
    Provisional,
}

/// Whether the words said that something fell or rose by the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Change {
    /// giảm: it fell by this much.
    Fall,
    /// tăng: it rose by this much.
    Rise,
}

/// Why there is no value. None of these is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Missing {
    /// chưa giao: not assigned yet.
    NotAssigned,
    /// chưa đến kỳ: not due yet.
    NotDue,
    /// chưa có số liệu: no data.
    NoData,
    /// không nêu: the source speaks of it without giving the number.
    NotStated,
    /// không áp dụng: not applicable.
    NotApplicable,
    /// không công bố: withheld, with a reason.
    Withheld,
}

impl Missing {
    /// The permanent name used in data files and word lists.
    pub fn name(self) -> &'static str {
        match self {
            Missing::NotAssigned => "not_assigned",
            Missing::NotDue => "not_due",
            Missing::NoData => "no_data",
            Missing::NotStated => "not_stated",
            Missing::NotApplicable => "not_applicable",
            Missing::Withheld => "withheld",
        }
    }
}

/// What was measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// One number.
    Exact(Number),
    /// From one number to another.
    Range(Number, Number),
    /// "6/10": a part of a whole; both are kept.
    Pair {
        /// The part.
        part: Number,
        /// The whole.
        whole: Number,
    },
    /// "chưa giải ngân": zero, said in words.
    NothingYet,
    /// There is no value, and this is why.
    Missing(Missing),
    /// A date, for milestones and deadlines.
    Date(AsOf),
    /// A statement without a number, for indicators told in words.
    Words(String),
}

/// Units of Vietnamese money, as powers of ten of one đồng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MoneyUnit {
    /// đồng
    Dong,
    /// nghìn đồng
    Thousand,
    /// triệu đồng
    Million,
    /// tỷ đồng
    Billion,
    /// nghìn tỷ đồng
    Trillion,
    /// triệu tỷ đồng
    Quadrillion,
}

impl MoneyUnit {
    /// Every unit, the smallest first.
    pub const ALL: [MoneyUnit; 6] = [MoneyUnit::Dong, MoneyUnit::Thousand, MoneyUnit::Million, MoneyUnit::Billion, MoneyUnit::Trillion, MoneyUnit::Quadrillion];

    /// How many zeros: one of this unit is 10^zeros đồng.
    pub fn zeros(self) -> u32 {
        match self {
            MoneyUnit::Dong => 0,
            MoneyUnit::Thousand => 3,
            MoneyUnit::Million => 6,
            MoneyUnit::Billion => 9,
            MoneyUnit::Trillion => 12,
            MoneyUnit::Quadrillion => 15,
        }
    }

    /// The permanent name used in data files and word lists.
    pub fn name(self) -> &'static str {
        match self {
            MoneyUnit::Dong => "dong",
            MoneyUnit::Thousand => "thousand_dong",
            MoneyUnit::Million => "million_dong",
            MoneyUnit::Billion => "billion_dong",
            MoneyUnit::Trillion => "trillion_dong",
            MoneyUnit::Quadrillion => "quadrillion_dong",
        }
    }
}

/// What a value counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Money.
    Money(MoneyUnit),
    /// Money of another country or counting, by the words typed in `money_unit`.
    OtherMoney(String),
    /// A percentage.
    Percent,
    /// A difference between percentages.
    PercentagePoint,
    /// A multiple ("gấp 2,5 lần").
    Times,
    /// Communes, households, kilometres …
    Of(String),
    /// Nothing was written.
    Bare,
}

/// A value as it was read, with everything its words said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The value.
    pub quantity: Quantity,
    /// Its unit.
    pub unit: Unit,
    /// The words that bound it.
    pub hedge: Hedge,
    /// What standing it has.
    pub standing: Standing,
    /// Whether it is a fall or a rise.
    pub change: Option<Change>,
    /// Exactly as typed.
    pub typed: String,
}

impl Reading {
    /// The one number, when there is exactly one; "nothing yet" is zero.
    pub fn number(&self) -> Option<Number> {
        match self.quantity {
            Quantity::Exact(number) => Some(number),
            Quantity::Pair { part, .. } => Some(part),
            Quantity::NothingYet => Some(Number(Decimal::ZERO)),
            _ => None,
        }
    }

    /// Why there is no value.
    pub fn missing(&self) -> Option<Missing> {
        match self.quantity {
            Quantity::Missing(missing) => Some(missing),
            _ => None,
        }
    }
}
