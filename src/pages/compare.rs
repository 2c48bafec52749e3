//! Places side by side, the highest rate first.
//!
//! Invariant: in one table stand places of one level, in one period, at one day, with sums of the same money; a place
//! without such a number is left out and counted in the caption.
//!
//! May use: model, figures; crates rust_decimal.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Here;
use super::home::Headline;
use super::table::{cell, note};
use super::views::{Cell, Row, Table};
use crate::figures::SheetFigures;
use crate::model::{AreaIx, AsOf, Axes, Capital, Hedge, Period, ProgrammeIx, Reading};

/// So many rows a table has at most.
const ROWS: usize = 60;

/// What has to be the same for numbers to be compared: period, day, and which money.
type Same = (Period, AsOf, Money);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Money {
    Sum(Option<ProgrammeIx>, Option<Capital>),
    Line(Axes),
}

/// Places of one level whose numbers of one money hold for one day of one period, the highest rate first.
pub struct Abreast<'h> {
    /// The period.
    pub period: Period,
    /// The day.
    pub day: AsOf,
    /// Rate and headline of each.
    pub found: Vec<(Decimal, Hedge, Headline<'h>)>,
    /// How many places of the level there are.
    pub of: usize,
}

impl<'h> Here<'h> {
    /// The places of each level that can be compared, a table for each level; of one period only where it is named.
    pub fn comparisons(&self, places: &[AreaIx], period: Option<Period>, id: &str) -> Vec<Table> {
        self.levels(places).into_iter().filter_map(|(level, places)| self.comparison(&places, period, &format!("{id}-{level}"))).collect()
    }

    /// Places by their level; groups of places have none.
    pub fn levels(&self, places: &[AreaIx]) -> BTreeMap<u32, Vec<AreaIx>> {
        let mut levels: BTreeMap<u32, Vec<AreaIx>> = BTreeMap::new();
        for ix in places {
            if let Some(kind) = self.site.config.kind(&self.site.record.area(*ix).kind).filter(|kind| kind.id != "group") {
                levels.entry(kind.level).or_default().push(*ix);
            }
        }
        levels
    }

    /// Places of one level: those with a rate for the one day of the one period most of them tell of.
    pub fn abreast(&self, places: &[AreaIx], period: Option<Period>, headline_of: impl Fn(&'h SheetFigures) -> Option<Headline<'h>>) -> Option<Abreast<'h>> {
        let mut groups: BTreeMap<Same, Vec<(Decimal, Hedge, Headline<'h>)>> = BTreeMap::new();
        for ix in places {
            for figures in self.site.figures.of_area(*ix).filter(|f| period.is_none_or(|p| p == f.period)) {
                let Some(headline) = headline_of(figures) else { continue };
                let (Some(rate), Some(day)) = (self.rate_of(&headline), headline.day()) else { continue };
                let money = headline
                    .sum_of
                    .map_or_else(|| headline.line.map(|line| Money::Line(line.axes)), |(programme, capital)| Some(Money::Sum(programme, capital)));
                let Some(money) = money else { continue };
                groups.entry((figures.period, day, money)).or_default().push((rate.0, rate.1, headline));
            }
        }
        // The most places; among as many, the newest.
        let ((period, day, _), mut found) = groups.into_iter().max_by_key(|((period, day, _), found)| (found.len(), period.last, *day))?;
        found.sort_by_key(|(rate, ..)| Reverse(*rate));
        Some(Abreast { period, day, found, of: places.len() })
    }

    /// Places of one level side by side, where there are two at least.
    fn comparison(&self, places: &[AreaIx], period: Option<Period>, id: &str) -> Option<Table> {
        let Abreast { period, day, found, of } = self.abreast(places, period, |figures| self.headline_of(figures)).filter(|abreast| abreast.found.len() > 1)?;
        let scope = match found.first().map(|(_, _, headline)| (headline.sum_of, &headline.scope)) {
            Some((Some((Some(programme), _)), _)) => self.short(programme).to_owned(),
            Some((Some((None, Some(capital))), _)) => self.say(&format!("capital-{}", capital.name())),
            Some((None, scope)) => scope.clone(),
            _ => String::new(),
        };
        let count = found.len();
        let rows = found.into_iter().take(ROWS).map(|(rate, hedge, headline)| self.compared(rate, hedge, &headline)).collect();
        let mut table = self.money_frame(id, rows);
        table.columns[0].name = self.say("column-place");
        table.title = self.say("compared");
        let args = [("count", count.to_string()), ("of", of.to_string()), ("period", self.language.period(period)), ("as-of", self.as_of(Some(day)))];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
        table.caption = self.with("compared-caption", &args);
        if !scope.is_empty() {
            table.caption = format!("{} {}", table.caption, self.with("headline-scope", &[("scope", &scope)]));
        }
        self.say_unit_once(&mut table);
        self.say_what_is_cut(&mut table, count);
        Some(table)
    }

    fn rate_of(&self, headline: &Headline<'_>) -> Option<(Decimal, Hedge)> {
        let reading: &Reading = headline.figures.reading(self.sheet(headline.figures), headline.rate?);
        reading.number().map(|number| (number.0, reading.hedge))
    }

    /// The row of a place.
    pub fn compared(&self, rate: Decimal, hedge: Hedge, headline: &Headline<'_>) -> Row {
        let figures: &SheetFigures = headline.figures;
        let value = |ix: Option<u32>| cell(ix.map_or_else(|| self.nothing_stated(), |ix| self.value(figures, ix)));
        let label = self.headline_sentence(headline);
        let mut notes = Vec::new();
        if let Some(line) = headline.line {
            self.row_findings(figures, &line.stated, &mut notes);
        }
        if headline.sum_of.is_some() {
            let total = figures.totals.iter().find(|t| Some((t.programme, t.capital)) == headline.sum_of);
            notes.extend(total.filter(|t| t.unassigned > 0).map(|t| note("scope", self.count("total-unassigned", t.unassigned))));
        }
        Row {
            name: self.area(figures.area),
            cells: vec![
                value(headline.whole),
                value(headline.disbursed),
                value(headline.rate),
                Cell { standing: Some(self.standing(headline.judged, String::new())), ..Cell::default() },
            ],
            bar: Some(self.bar(Some((rate, hedge)), headline.judged, label)),
            notes,
            ..Row::default()
        }
    }
}
