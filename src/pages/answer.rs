//! Which number the whole site is known by, and how everything stands at the newest time each place has told of.
//!
//! Invariant: the answer is of one place, one period and one day; of each place only the periods that ended last with
//! something assessed in them count, for the counts as for the list of what is behind.
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

    /// What tells how a place stands now: of the periods in which something is assessed those that ended last. A plan
    /// for a later year does not hide them, for nothing in it can be behind yet. Where nothing was ever assessed it is
    /// the newest period with anything that could be.
    pub fn standing_now(&self, area: AreaIx) -> Vec<&'h SheetFigures> {
        self.standing_now_by(area, |figures| self.standings([figures]))
    }

    /// The same for some lines and indicators of a place, which `count` counts.
    pub fn standing_now_by(&self, area: AreaIx, count: impl Fn(&SheetFigures) -> Standings) -> Vec<&'h SheetFigures> {
        let all: Vec<(Standings, &SheetFigures)> = self.site.figures.of_area(area).map(|figures| (count(figures), figures)).collect();
        let assessed = all.iter().filter(|(count, _)| count.good + count.late > 0).map(|(_, figures)| figures.period.last).max();
        match assessed {
            Some(last) => all.into_iter().map(|(_, figures)| figures).filter(|figures| figures.period.last == last).collect(),
            None => all.into_iter().rev().find(|(count, _)| count.open > 0).map(|(_, figures)| figures).into_iter().collect(),
        }
    }

    /// How everything stands now, over all places.
    pub fn all_standings(&self) -> Standings {
        self.standings(self.site.record.areas().flat_map(|(ix, _)| self.standing_now(ix)))
    }

    /// Counts of standings among lines and indicators of sheets.
    pub fn standings<'a>(&self, sheets: impl IntoIterator<Item = &'a SheetFigures>) -> Standings {
        self.standings_of(sheets, |_| true, |_| true)
    }

    /// Counts of standings among some lines and indicators of sheets.
    pub fn standings_of<'a>(
        &self,
        sheets: impl IntoIterator<Item = &'a SheetFigures>,
        line: impl Fn(&MoneyLine) -> bool,
        indicator: impl Fn(&IndicatorLine) -> bool,
    ) -> Standings {
        let mut count = Standings::default();
        let mut add = |standing: Standing| match standing {
            Standing::Met | Standing::OnTrack => count.good += 1,
            Standing::Behind => count.late += 1,
            Standing::NotAssessed => count.open += 1,
        };
        for figures in sheets {
            figures.money.iter().filter(|l| line(l)).for_each(|l| add(l.judged.standing));
            figures.indicators.iter().filter(|l| indicator(l)).for_each(|l| add(l.judged.standing));
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
