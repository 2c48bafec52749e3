//! When: the years a plan covers and the day a figure holds for, as precisely as the source said and no more.
//!
//! Invariant: every date exists in the calendar; an unknown date is said, not guessed.
//!
//! May use: nothing; crates jiff, serde.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The year or years a plan and its results belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// First year.
    pub first: i16,
    /// Last year; the same for a single year.
    pub last: i16,
}

impl Period {
    /// One calendar year.
    pub fn year(year: i16) -> Self {
        Period { first: year, last: year }
    }

    /// Reads `2024`, `2021-2023` or `2021..2023`.
    pub fn read(text: &str) -> Option<Self> {
        let year = |s: &str| s.trim().parse::<i16>().ok().filter(|y| s.trim().len() == 4 && (1900..=2200).contains(y));
        if let Some(only) = year(text) {
            return Some(Period::year(only));
        }
        let (first, last) = text.split_once("..").or_else(|| text.split_once(['-', '–']))?;
        let (first, last) = (year(first)?, year(last)?);
        (first < last).then_some(Period { first, last })
    }

    /// The name used in folders and addresses: `2024` or `2021-2023`.
    pub fn slug(self) -> String {
        if self.first == self.last { self.first.to_string() } else { format!("{}-{}", self.first, self.last) }
    }

    /// The first day.
    pub fn start(self) -> Date {
        Date::constant(self.first, 1, 1)
    }

    /// The last day.
    pub fn end(self) -> Date {
        Date::constant(self.last, 12, 31)
    }

    /// Days gone by at the end of `day`, and days altogether; a day outside counts as the nearer end.
    pub fn elapsed(self, day: Date) -> (i64, i64) {
        let days = |from: Date, to: Date| i64::from(from.until(to).map_or(0, |span| span.get_days())) + 1;
        let total = days(self.start(), self.end());
        if day < self.start() { (0, total) } else { (days(self.start(), day.min(self.end())), total) }
    }
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grain {
    /// A day.
    Day,
    /// A month.
    Month,
    /// The beginning of a month.
    EarlyMonth,
    /// The end of a month.
    LateMonth,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
    /// Nothing is known of the date.
    Unknown,
}

/// The day a figure holds for: the last day meant, and how precisely it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AsOf {
    /// The last day of what was said; for an unknown date the calendar's last day, so that it sorts last.
    pub day: Date,
    /// How precisely.
    pub grain: Grain,
}

impl AsOf {
    /// A date nobody stated.
    pub const UNKNOWN: AsOf = AsOf { day: Date::MAX, grain: Grain::Unknown };

    /// One day.
    pub fn day(day: Date) -> Self {
        AsOf { day, grain: Grain::Day }
    }

    /// Whether a date was stated at all.
    pub fn known(self) -> bool {
        self.grain != Grain::Unknown
    }

    /// The form used in addresses and data files: `2024-03-31`, `2024-03`, `2024-Q1`, `2024`, `unknown`.
    pub fn slug(self) -> String {
        let (year, month) = (self.day.year(), self.day.month());
        match self.grain {
            Grain::Day => self.day.to_string(),
            Grain::Month => format!("{year}-{month:02}"),
            Grain::EarlyMonth => format!("{year}-{month:02}-early"),
            Grain::LateMonth => format!("{year}-{month:02}-late"),
            Grain::Quarter => format!("{year}-Q{}", (month + 2) / 3),
            Grain::Year => year.to_string(),
            Grain::Unknown => "unknown".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_reads_its_own_name() {
        for (text, slug) in [("2024", "2024"), ("2021-2023", "2021-2023"), ("2021..2023", "2021-2023"), ("2021–2023", "2021-2023")] {
            assert_eq!(Period::read(text).map(Period::slug).as_deref(), Some(slug));
        }
        for text in ["24", "2023-2021", "2024-2024", "năm 2024", ""] {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    #[test]
    fn elapsed_counts_days_and_stops_at_the_ends() {
        assert_eq!(Period::year(2024).elapsed(date(2024, 3, 31)), (91, 366));
        assert_eq!(Period::year(2022).elapsed(date(2023, 1, 31)), (365, 365));
        assert_eq!(Period::year(2024).elapsed(date(2023, 12, 31)), (0, 366));
        assert_eq!(Period { first: 2021, last: 2023 }.elapsed(date(2023, 9, 30)), (1003, 1095));
    }
}
