//! Which number the whole site is known by, and how everything stands at the newest time each place has told of.
//!
//! Invariant: the answer is of one place, one period and one day; of each place only its newest period counts.
//!
//! May use: model, figures; crates rust_decimal.

use std::cmp::Reverse;

use super::Here;
use super::home::Headline;
use super::views::{KeyFigure, Value};
use crate::figures::{IndicatorLine, MoneyLine, SheetFigures, Standing};
use crate::model::{AreaIx, AsOf, Number};
use rust_decimal::Decimal;

/// How many lines and indicators stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    /// Met or on track.
    pub good: usize,
    /// Behind.
    pub late: usize,
    /// Not assessed.
    pub open: usize,
}

impl<'h> Here<'h> {
    /// The headline a reader of the whole site is told first: of the place that lies in no other place with money, the
    /// newest of them where there are several; and whether there are.
    pub fn answer(&self) -> Option<(Headline<'h>, bool)> {
        let record = self.site.record;
        let told = |ix: AreaIx| self.headline(ix).is_some();
        let lies_in_another = |ix: AreaIx| {
            let mut at = record.area(ix).parent;
            while let Some(parent) = at {
                if told(parent) {
                    return true;
                }
                at = record.area(parent).parent;
            }
            false
        };
        let level = |ix: AreaIx| self.site.config.kind(&record.area(ix).kind).map_or(u32::MAX, |kind| kind.level);
        let all: Vec<Headline<'h>> = record.areas().map(|(ix, _)| ix).filter(|ix| !lies_in_another(*ix)).filter_map(|ix| self.headline(ix)).collect();
        let several = all.len() > 1;
        let newest = all.into_iter().max_by_key(|h| (h.day(), h.figures.period.last, Reverse(level(h.figures.area)), Reverse(h.figures.area)));
        newest.map(|headline| (headline, several))
    }

    /// The newest figures of a place with anything that can be judged.
    pub fn newest_judged(&self, area: AreaIx) -> Option<&'h SheetFigures> {
        self.site.figures.of_area(area).rev().find(|figures| !figures.money.is_empty() || !figures.indicators.is_empty())
    }

    /// How everything stands now: the newest period of each place.
    pub fn all_standings(&self) -> Standings {
        let mut all = Standings::default();
        for figures in self.site.record.areas().filter_map(|(ix, _)| self.newest_judged(ix)) {
            let one = self.standings(figures);
            all = Standings { good: all.good + one.good, late: all.late + one.late, open: all.open + one.open };
        }
        all
    }

    /// Counts of standings among lines and indicators of a sheet.
    pub fn standings(&self, figures: &SheetFigures) -> Standings {
        self.standings_of(figures, |_| true, |_| true)
    }

    /// Counts of standings among some lines and indicators of a sheet.
    pub fn standings_of(&self, figures: &SheetFigures, line: impl Fn(&MoneyLine) -> bool, indicator: impl Fn(&IndicatorLine) -> bool) -> Standings {
        let money = figures.money.iter().filter(|l| line(l)).map(|l| l.judged.standing);
        let all = money.chain(figures.indicators.iter().filter(|l| indicator(l)).map(|l| l.judged.standing));
        let mut count = Standings::default();
        for standing in all {
            match standing {
                Standing::Met | Standing::OnTrack => count.good += 1,
                Standing::Behind => count.late += 1,
                Standing::NotAssessed => count.open += 1,
            }
        }
        count
    }

    /// A number of things as a key figure.
    pub fn key_count(&self, number: usize, id: &str) -> KeyFigure {
        KeyFigure {
            value: Value { kind: "number".to_owned(), text: self.language.decimal(Number(Decimal::from(number as u64))), ..Value::default() },
            label: self.count(id, number),
        }
    }
}

impl Headline<'_> {
    /// The day it holds for, where it is known.
    pub fn day(&self) -> Option<AsOf> {
        self.disbursed.or(self.rate).and_then(|ix| self.figures.figure(ix).as_of).filter(|day| day.known())
    }
}
