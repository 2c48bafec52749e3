//! How a line or an indicator went over the years: a small chart for each, and every number as a matrix.
//!
//! Invariant: a chart begins at zero and draws only single years, one number a year; a year without a number breaks the
//! line; numbers of one unit are drawn on one scale.
//!
//! May use: model, figures; crates rust_decimal.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Here;
use super::say::svg;
use super::table::cell;
use super::views::{Cell, Column, Link, Row, SmallChart, SmallPoint, Table, Trend, Value};
use crate::figures::{FigureIx, IndicatorLine, MoneyLine, SheetFigures};
use crate::model::{AreaIx, Axes, IndicatorIx, Measure, Missing, MoneyUnit, Unit};

/// So many charts one page draws.
const CHARTS: usize = 12;
/// Height of a chart in its own units; its width is 100.
const HIGH: i64 = 40;

/// One line over the years.
struct Series<'h> {
    name: Link,
    detail: String,
    /// By year: where the number stands.
    points: BTreeMap<i16, (&'h SheetFigures, FigureIx)>,
}

/// The points of a series that can be drawn: year and number.
type Drawn = Vec<(i16, Decimal)>;

impl<'h> Here<'h> {
    /// The rates of the budget lines of a place, and its indicators, over the years.
    pub fn trend_of_area(&self, ix: AreaIx) -> Trend {
        let mut money: BTreeMap<Axes, Series<'h>> = BTreeMap::new();
        let mut indicators: BTreeMap<(IndicatorIx, Option<String>), Series<'h>> = BTreeMap::new();
        for figures in self.site.figures.of_area(ix) {
            for line in &figures.money {
                let Some(rate) = rate(line) else { continue };
                let series = money.entry(line.axes).or_insert_with(|| Series {
                    name: self.programme(line.axes.programme),
                    detail: [self.say("trend-rate"), self.axes_beside_programme(&line.axes)]
                        .into_iter()
                        .filter(|s| !s.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · "),
                    points: BTreeMap::new(),
                });
                series.add(figures, rate);
            }
            for line in &figures.indicators {
                let Some(actual) = actual(line) else { continue };
                let key = (line.indicator, line.group.clone());
                let series = indicators.entry(key).or_insert_with(|| Series {
                    name: self.indicator(line.indicator),
                    detail: line.group.as_ref().map(|group| self.group_name(figures, line, group)).unwrap_or_default(),
                    points: BTreeMap::new(),
                });
                series.add(figures, actual);
            }
        }
        self.trend(money.into_values().chain(indicators.into_values()).collect(), "cac-nam")
    }

    /// An indicator over the years, place by place.
    pub fn trend_of_indicator(&self, ix: IndicatorIx) -> Trend {
        let mut places: BTreeMap<(AreaIx, Option<String>), Series<'h>> = BTreeMap::new();
        for (area, period) in &self.site.index.sheets_of_indicator[ix.at()] {
            let Some(figures) = self.site.figures.sheet(*area, *period) else { continue };
            for line in figures.indicators.iter().filter(|line| line.indicator == ix) {
                let Some(actual) = actual(line) else { continue };
                let key = (*area, line.group.clone());
                let series = places.entry(key).or_insert_with(|| Series {
                    name: self.area(*area),
                    detail: line.group.as_ref().map(|group| self.group_name(figures, line, group)).unwrap_or_default(),
                    points: BTreeMap::new(),
                });
                series.add(figures, actual);
            }
        }
        self.trend(places.into_values().collect(), "cac-nam")
    }

    fn trend(&self, all: Vec<Series<'h>>, id: &str) -> Trend {
        let mut drawn: Vec<(Series<'h>, Unit, Drawn)> = Vec::new();
        for series in all {
            if let Some((unit, points)) = self.drawn(&series) {
                drawn.push((series, unit, points));
            }
        }
        drawn.truncate(CHARTS);
        let years = |all: &mut dyn Iterator<Item = i16>| all.fold(None, |ends: Option<(i16, i16)>, y| Some(ends.map_or((y, y), |(a, b)| (a.min(y), b.max(y)))));
        let Some((first, last)) = years(&mut drawn.iter().flat_map(|(_, _, points)| points.iter().map(|(year, _)| *year))) else { return Trend::default() };
        // A rate is drawn on the scale of its whole.
        let most = |unit: &Unit| {
            let whole = if *unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
            drawn.iter().filter(|(_, other, _)| other == unit).flat_map(|(_, _, points)| points).fold(whole, |most, (_, number)| most.max(*number))
        };
        let charts = drawn.iter().map(|(series, unit, points)| self.small_chart(series, unit, points, (first, last), most(unit))).collect();
        let table = self.matrix(&drawn, (first, last), id);
        Trend { id: id.to_owned(), title: self.say("trend"), caption: self.say("trend-caption"), charts, table }
    }

    /// What can be drawn of a series: numbers of one unit in two years or more.
    fn drawn(&self, series: &Series<'h>) -> Option<(Unit, Drawn)> {
        let mut unit = None;
        let mut points = Vec::new();
        for (year, (figures, ix)) in &series.points {
            let reading = figures.reading(self.sheet(figures), *ix);
            let Some(number) = self.amount(figures, *ix) else { continue };
            // Money is drawn in dong, whichever unit it was told in; a bare number has the unit of its indicator.
            let own = match &reading.unit {
                Unit::Money(_) => Unit::Money(MoneyUnit::Dong),
                Unit::Bare => Unit::Of(self.unit_of(figures, *ix)),
                other => other.clone(),
            };
            if unit.get_or_insert_with(|| own.clone()) != &own {
                return None;
            }
            points.push((*year, number));
        }
        (points.len() > 1).then_some(())?;
        Some((unit?, points))
    }

    fn small_chart(&self, series: &Series<'h>, unit: &Unit, points: &Drawn, (first, last): (i16, i16), most: Decimal) -> SmallChart {
        let across = Decimal::from(i64::from(last) - i64::from(first)).max(Decimal::ONE);
        let high = Decimal::from(HIGH);
        let height = |number: Decimal| if most.is_zero() { high } else { high - number * high / most };
        let at =
            |(year, number): &(i16, Decimal)| (svg(Decimal::from(i64::from(*year) - i64::from(first)) * Decimal::ONE_HUNDRED / across), svg(height(*number)));
        let mut line = String::new();
        let mut dots = String::new();
        for (n, point) in points.iter().enumerate() {
            let (x, y) = at(point);
            let joined = n > 0 && points[n - 1].0 + 1 == point.0;
            line.push_str(&format!("{}{x} {y}", if joined { "L" } else { "M" }));
            dots.push_str(&format!("M{x} {y}h0"));
        }
        let told: Vec<SmallPoint> = points
            .iter()
            .filter_map(|(year, _)| Some((year, series.points.get(year)?)))
            .map(|(year, (figures, ix))| self.small_point(*year, figures, *ix))
            .collect();
        let said: Vec<String> = told.iter().map(|point| format!("{}: {}", point.name, self.phrase(&point.value))).collect();
        let what = if series.detail.is_empty() { series.name.text.clone() } else { format!("{}, {}", series.name.text, series.detail) };
        SmallChart {
            name: series.name.clone(),
            detail: series.detail.clone(),
            statement: self.with("trend-statement", &[("what", &what), ("points", &said.join("; "))]),
            line,
            dots,
            whole: if *unit == Unit::Percent { svg(height(Decimal::ONE_HUNDRED)) } else { String::new() },
            points: told,
        }
    }

    /// A year's number; a day within the year is said, because another year may have gone on to its end.
    fn small_point(&self, year: i16, figures: &SheetFigures, ix: FigureIx) -> SmallPoint {
        let day = figures.figure(ix).as_of.filter(|day| day.known() && day.day < figures.period.end());
        let name = day.map_or_else(|| year.to_string(), |day| self.with("trend-until", &[("date", &self.date(day))]));
        SmallPoint { name, value: self.value(figures, ix) }
    }

    fn matrix(&self, drawn: &[(Series<'h>, Unit, Drawn)], (first, last): (i16, i16), id: &str) -> Table {
        let years: Vec<i16> = (first..=last).filter(|year| drawn.iter().any(|(series, ..)| series.points.contains_key(year))).collect();
        let mut columns = vec![Column { name: self.say("column-subject"), numeric: false }];
        columns.extend(years.iter().map(|year| Column { name: year.to_string(), numeric: true }));
        let none = || Value { kind: "missing".to_owned(), text: self.missing(Missing::NoData), ..Value::default() };
        let rows = drawn.iter().map(|(series, ..)| Row {
            name: series.name.clone(),
            detail: series.detail.clone(),
            cells: years.iter().map(|year| series.points.get(year).map_or_else(|| cell(none()), |(figures, ix)| self.year_cell(figures, *ix))).collect(),
            ..Row::default()
        });
        Table { id: format!("{id}-bang"), kind: "matrix".to_owned(), caption: self.say("trend-table"), columns, rows: rows.collect(), ..Table::default() }
    }

    fn year_cell(&self, figures: &SheetFigures, ix: FigureIx) -> Cell {
        cell(self.value(figures, ix))
    }

    /// Component, capital, fund and year of a budget line, beside its programme.
    fn axes_beside_programme(&self, axes: &Axes) -> String {
        let mut words: Vec<String> = Vec::new();
        words.extend(axes.component.map(|c| self.site.record.programme(axes.programme).components[c.at()].code.clone()));
        words.extend(axes.capital.map(|c| self.say(&format!("capital-{}", c.name()))));
        words.extend(axes.fund.map(|f| self.say(&format!("fund-{}", f.name().replace('_', "-")))));
        words.extend(axes.carried_from.map(|year| self.with("carried-from", &[("year", &year.to_string())])));
        words.join(" · ")
    }
}

impl<'h> Series<'h> {
    /// Only single years are drawn: two spans of years may tell of the same money twice.
    fn add(&mut self, figures: &'h SheetFigures, ix: FigureIx) {
        if figures.period.first == figures.period.last {
            self.points.entry(figures.period.first).or_insert((figures, ix));
        }
    }
}

fn rate(line: &MoneyLine) -> Option<FigureIx> {
    line.newest(Measure::Rate).or(line.progress)
}

fn actual(line: &IndicatorLine) -> Option<FigureIx> {
    line.newest(Measure::Actual)
}
