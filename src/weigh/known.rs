//! The figures a report may speak of, each ready to be compared with a claim.
//!
//! Invariant: amounts of money are compared in đồng, shares in percent; a figure without a number is not among them.
//!
//! May use: figures, model, values; crates rust_decimal.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::figures::bounds::Bounds;
use crate::figures::{About, FigureIx, Figures, Rule, SheetFigures, What};
use crate::model::{
    AreaIx, AsOf, Axes, Capital, Change, Hedge, IndicatorIx, Measure, MoneyUnit, Number, Period, ProgrammeIx, Quantity, Reading, Record, ReportIx, Sheet,
    SourceRef, Subject, Unit,
};
use crate::values;

/// What kind of number it is: numbers of two kinds are never equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Money, in đồng.
    Money,
    /// Percent, or a difference of percents.
    Share,
    /// A multiple.
    Times,
    /// So many of something.
    Count,
}

/// How near a figure is to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The report is its source.
    Own,
    /// Of the report's places and year.
    SameSheet,
    /// Of its places in other years, or of the place around them.
    Wider,
}

/// The numbers of a reading, in the unit they are compared in.
#[derive(Clone, Debug)]
pub struct Value {
    /// What kind.
    pub kind: Kind,
    /// Lowest and highest it may be.
    pub bounds: (Decimal, Decimal),
    /// The number itself.
    pub number: Option<Decimal>,
    /// Part and whole.
    pub pair: Option<(Decimal, Decimal)>,
    /// From and to.
    pub range: Option<(Decimal, Decimal)>,
    /// The word that bounds it.
    pub hedge: Hedge,
    /// How many đồng one of its unit is, for money.
    pub unit: Option<MoneyUnit>,
    /// Rise or fall.
    pub change: Option<Change>,
    /// How many digits it was written with that say something.
    pub digits: usize,
}

/// A figure a claim may be.
#[derive(Clone, Debug)]
pub struct Known<'f> {
    /// Its sheet.
    pub sheet: &'f SheetFigures,
    /// Which of it.
    pub ix: FigureIx,
    /// How near.
    pub tier: Tier,
    /// Its value.
    pub value: Value,
    /// Its programme.
    pub programme: Option<ProgrammeIx>,
    /// Its capital.
    pub capital: Option<Capital>,
    /// Its line, when it is money.
    pub axes: Option<Axes>,
    /// Its indicator.
    pub indicator: Option<IndicatorIx>,
    /// Whether no other programme has money in its sheet.
    pub alone: bool,
    /// Whether it is a sum over lines.
    pub total: bool,
    /// Whether it was counted by the site.
    pub counted: bool,
    /// What is said of it.
    pub what: What,
    /// The day.
    pub as_of: Option<AsOf>,
    /// The day it is due.
    pub by: Option<AsOf>,
}

/// The value of a reading. `unit` is what a bare number counts.
pub fn value(reading: &Reading, unit: &Unit) -> Option<Value> {
    let unit = if reading.unit == Unit::Bare { unit } else { &reading.unit };
    let (kind, money) = match unit {
        Unit::Money(money) => (Kind::Money, Some(*money)),
        Unit::Percent | Unit::PercentagePoint => (Kind::Share, None),
        Unit::Times => (Kind::Times, None),
        Unit::Of(_) | Unit::Bare => (Kind::Count, None),
        Unit::OtherMoney(_) => return None,
    };
    let in_base = |n: Decimal| match money {
        Some(from) => values::in_unit(Number(n), from, MoneyUnit::Dong).map(|n| n.0),
        None => Some(n),
    };
    let pair = |a: Number, b: Number| Some((in_base(a.0)?, in_base(b.0)?));
    let (number, pair, range) = match reading.quantity {
        Quantity::Exact(n) => (Some(in_base(n.0)?), None, None),
        Quantity::Pair { part, whole } => (Some(in_base(part.0)?), pair(part, whole), None),
        Quantity::Range(a, b) => (None, None, pair(a, b)),
        _ => return None,
    };
    let bounds = Bounds::of(reading)?;
    let digits = match reading.quantity {
        Quantity::Exact(n) => digits(n.0),
        Quantity::Pair { part, whole } | Quantity::Range(part, whole) => digits(part.0) + digits(whole.0),
        _ => 0,
    };
    Some(Value {
        kind,
        bounds: (in_base(bounds.low)?, in_base(bounds.high)?),
        number,
        pair,
        range,
        hedge: reading.hedge,
        unit: money,
        change: reading.change,
        digits,
    })
}

/// How many digits say something: a row of zeros at the end does not.
fn digits(n: Decimal) -> usize {
    let mut rest = n.mantissa().unsigned_abs();
    let all = rest.checked_ilog10().map_or(1, |log| log as usize + 1);
    let mut zeros = 0;
    while rest != 0 && rest.is_multiple_of(10) {
        (rest, zeros) = (rest / 10, zeros + 1);
    }
    if n.scale() == 0 && zeros >= 2 { all - zeros } else { all }
}

/// The figures of other places that name a report as their source.
pub type Elsewhere = HashMap<ReportIx, Vec<(AreaIx, Period, FigureIx)>>;

/// Finds the figures whose source is a report about other places.
pub fn elsewhere(record: &Record, figures: &Figures) -> Elsewhere {
    let mut all = Elsewhere::new();
    for sheet in figures.sheets.values() {
        let Some(facts) = record.sheets.get(&(sheet.area, sheet.period)) else { continue };
        for ix in 0..sheet.figures.len() as FigureIx {
            if let Some(SourceRef::Report(report)) = sheet.fact(facts, ix).and_then(|f| f.source)
                && !record.report(report).areas.contains(&sheet.area)
            {
                all.entry(report).or_default().push((sheet.area, sheet.period, ix));
            }
        }
    }
    all
}

/// Every figure a report may speak of.
pub fn all<'f>(record: &'f Record, figures: &'f Figures, elsewhere: &Elsewhere, ix: ReportIx) -> Vec<Known<'f>> {
    let report = record.report(ix);
    let mut all = Vec::new();
    let mut places: Vec<AreaIx> = report.areas.clone();
    places.extend(report.areas.iter().filter_map(|area| record.area(*area).parent));
    places.sort_unstable();
    places.dedup();
    for area in places {
        let own_place = report.areas.contains(&area);
        for sheet in figures.of_area(area) {
            let Some(facts) = record.sheets.get(&(area, sheet.period)) else { continue };
            let same = own_place && sheet.period == Period::year(report.year);
            // A text looks a few years back and forward, no further.
            let far = sheet.period.first == sheet.period.last && (sheet.period.first - report.year).abs() > 2;
            if far || !own_place && sheet.period != Period::year(report.year) {
                continue;
            }
            let tier = if same { Tier::SameSheet } else { Tier::Wider };
            all.extend((0..sheet.figures.len() as FigureIx).filter_map(|at| known(record, sheet, facts, at, tier, ix)));
        }
    }
    for (area, period, at) in elsewhere.get(&ix).into_iter().flatten() {
        if let (Some(sheet), Some(facts)) = (figures.sheet(*area, *period), record.sheets.get(&(*area, *period))) {
            all.extend(known(record, sheet, facts, *at, Tier::Own, ix));
        }
    }
    all
}

fn known<'f>(record: &Record, sheet: &'f SheetFigures, facts: &Sheet, ix: FigureIx, tier: Tier, report: ReportIx) -> Option<Known<'f>> {
    let figure = sheet.figure(ix);
    let reading = sheet.reading(facts, ix);
    let fact = sheet.fact(facts, ix);
    let (axes, indicator, programme, capital, total) = match &figure.about {
        About::Subject(Subject::Money(a)) => (Some(*a), None, Some(a.programme), a.capital, false),
        About::Subject(Subject::Indicator(i, _)) => (None, Some(*i), Some(record.indicator(*i).programme), None, false),
        About::Subject(Subject::Criteria(set)) => (None, None, Some(record.set(*set).programme), None, false),
        About::Total { programme, capital } => (None, None, *programme, *capital, true),
    };
    let rate = matches!(figure.what, What::Progress | What::Measure(Measure::Rate));
    let unit = match indicator.filter(|_| !rate) {
        Some(i) => values::words::unit(record.indicator(i).unit.get("")).unwrap_or(Unit::Bare),
        None if rate => Unit::Percent,
        None => Unit::Bare,
    };
    let value = value(reading, &unit)?;
    let mut tier = tier;
    if fact.is_some_and(|f| f.source == Some(SourceRef::Report(report))) || inputs_are_own(sheet, facts, ix, report) {
        tier = Tier::Own;
    }
    Some(Known {
        sheet,
        ix,
        tier,
        value,
        programme,
        capital,
        axes,
        indicator,
        alone: axes.is_some_and(|a| sheet.money.iter().all(|line| line.axes.programme == a.programme)),
        total,
        counted: fact.is_none(),
        what: figure.what,
        as_of: figure.as_of,
        by: fact.and_then(|f| f.by),
    })
}

/// A rate or a sum counted from what the report states is as near as these.
fn inputs_are_own(sheet: &SheetFigures, facts: &Sheet, ix: FigureIx, report: ReportIx) -> bool {
    let crate::figures::Origin::Counted { inputs, rule, .. } = &sheet.figure(ix).origin else { return false };
    !matches!(rule, Rule::Available)
        && !inputs.is_empty()
        && inputs.iter().any(|input| sheet.fact(facts, *input).is_some_and(|f| f.source == Some(SourceRef::Report(report))))
}

impl Value {
    /// Whether a claim with this value says what a figure with the other one is.
    pub fn agrees(&self, figure: &Value) -> bool {
        if self.kind != figure.kind {
            return false;
        }
        if let Some(range) = self.range {
            return figure.range == Some(range);
        }
        match (self.pair, figure.pair) {
            (Some(own), Some(other)) => return own == other,
            (Some(_), None) => return false,
            _ => {}
        }
        let (Some(number), Some(other)) = (self.number, figure.number) else { return false };
        if self.kind == Kind::Count && self.hedge == Hedge::Exact {
            return number == other;
        }
        if number == other {
            return true;
        }
        let inside = |n: Decimal| self.bounds.0 <= n && n <= self.bounds.1;
        // "trên 35" of 36 would have been "trên 36" or "36"; the bounds end there.
        match self.hedge {
            Hedge::Over | Hedge::AtLeast => self.bounds.0 <= other && other < self.bounds.1,
            Hedge::Nearly | Hedge::Under => self.bounds.0 < other && other <= self.bounds.1,
            _ => inside(other),
        }
    }

    /// Whether both are the same number, not only near enough.
    pub fn is_exactly(&self, figure: &Value) -> bool {
        self.number == figure.number && self.range == figure.range && (self.hedge == figure.hedge || self.hedge == Hedge::Exact || figure.hedge == Hedge::Exact)
    }
}
