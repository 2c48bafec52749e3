//! The figures a report may speak of, each ready to be compared with a claim.
//!
//! Invariant: amounts of money are compared in đồng, shares in percent; a figure without a number is not among them.
//!
//! May use: figures, model, values; crates rust_decimal.

use std::collections::HashMap;
use std::ops::Deref;

use rust_decimal::Decimal;

use crate::figures::bounds::Bounds;
use crate::figures::{About, FigureIx, Figures, Origin, Rule, SheetFigures, What};
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
    /// Its digits without zeros at the end, whatever its size.
    pub mantissa: u128,
}

/// A figure a claim may be, as near to a report as it is.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k, 'f> {
    figure: &'k Figure<'f>,
    /// How near.
    pub tier: Tier,
}

impl<'f> Deref for Known<'_, 'f> {
    type Target = Figure<'f>;

    fn deref(&self) -> &Figure<'f> {
        self.figure
    }
}

/// A figure that claims are compared with.
#[derive(Clone, Debug)]
pub struct Figure<'f> {
    /// Its sheet.
    pub sheet: &'f SheetFigures,
    /// Which of it.
    pub ix: FigureIx,
    /// The reports that state it, or one of the figures it is counted from.
    reports: Vec<ReportIx>,
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
        mantissa: number.map_or(0, mantissa),
    })
}

/// The digits of a number without zeros at its end.
fn mantissa(n: Decimal) -> u128 {
    stripped(n).0
}

/// The digits without zeros at the end, and how many there were.
fn stripped(n: Decimal) -> (u128, usize) {
    let whole = n.mantissa().unsigned_abs();
    // Nearly all numbers fit into half, which is divided many times faster.
    if let Ok(mut rest) = u64::try_from(whole) {
        let mut zeros = 0;
        while rest != 0 && rest.is_multiple_of(10) {
            (rest, zeros) = (rest / 10, zeros + 1);
        }
        return (u128::from(rest), zeros);
    }
    let (mut rest, mut zeros) = (whole, 0);
    while rest.is_multiple_of(10) {
        (rest, zeros) = (rest / 10, zeros + 1);
    }
    (rest, zeros)
}

/// How many digits say something: a row of zeros at the end does not.
fn digits(n: Decimal) -> usize {
    let all = n.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1);
    let zeros = stripped(n).1;
    if n.scale() == 0 && zeros >= 2 { all - zeros } else { all }
}

/// The figures of other places that name a report as their source.
pub type Elsewhere = HashMap<ReportIx, Vec<(AreaIx, Period, FigureIx)>>;

/// Finds the figures whose source is a report about other places.
pub fn elsewhere(record: &Record, figures: &Figures) -> Elsewhere {
    let mut all = Elsewhere::new();
    for sheet in figures.all() {
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

/// The figures of one area in all its years.
struct Part<'f> {
    area: AreaIx,
    figures: Vec<Figure<'f>>,
    /// The figures in the order of their numbers, so that those of one value are found without looking at all.
    order: Vec<(Kind, Decimal, u32)>,
}

/// The figures of some areas and of the areas around them, made ready once for all reports about them.
pub struct Parts<'f>(HashMap<AreaIx, Part<'f>>);

impl<'f> Parts<'f> {
    /// Makes the figures of areas ready, and of their parents.
    pub fn of<'a>(record: &'f Record, figures: &'f Figures, areas: impl Iterator<Item = &'a AreaIx>) -> Self {
        let mut parts = HashMap::new();
        for area in areas.flat_map(|area| [Some(*area), record.area(*area).parent]).flatten() {
            parts.entry(area).or_insert_with(|| Part::of(record, figures, area));
        }
        Parts(parts)
    }

    /// The figures reports about these areas may speak of.
    pub fn place(&self, record: &Record, areas: &[AreaIx]) -> Place<'_, 'f> {
        let mut near: Vec<AreaIx> = areas.to_vec();
        near.extend(areas.iter().filter_map(|area| record.area(*area).parent));
        near.sort_unstable();
        near.dedup();
        Place { areas: areas.to_vec(), parts: near.iter().filter_map(|area| self.0.get(area)).collect() }
    }
}

impl<'f> Part<'f> {
    fn of(record: &'f Record, all: &'f Figures, area: AreaIx) -> Self {
        let mut figures = Vec::new();
        for sheet in all.of_area(area) {
            let Some(facts) = record.sheets.get(&(area, sheet.period)) else { continue };
            figures.extend((0..sheet.figures.len() as FigureIx).filter_map(|at| figure(record, sheet, facts, at)));
        }
        let mut order: Vec<(Kind, Decimal, u32)> =
            figures.iter().enumerate().filter_map(|(at, figure)| Some((figure.value.kind, figure.value.number?, at as u32))).collect();
        order.sort_unstable();
        Part { area, figures, order }
    }
}

/// The figures of the places some reports are about, and of the places around these.
pub struct Place<'p, 'f> {
    areas: Vec<AreaIx>,
    parts: Vec<&'p Part<'f>>,
}

impl<'f> Place<'_, 'f> {
    /// The figures of other places that name a report as their source.
    pub fn elsewhere(record: &'f Record, figures: &'f Figures, elsewhere: &Elsewhere, ix: ReportIx) -> Vec<Figure<'f>> {
        let named = elsewhere.get(&ix).into_iter().flatten();
        named.filter_map(|(area, period, at)| figure(record, figures.sheet(*area, *period)?, record.sheets.get(&(*area, *period))?, *at)).collect()
    }

    /// Every figure a report about this place may speak of.
    pub fn known<'k>(&'k self, record: &Record, elsewhere: &'k [Figure<'f>], ix: ReportIx) -> Set<'k, 'f> {
        let year = record.report(ix).year;
        let mut all = Vec::with_capacity(self.parts.iter().map(|part| part.figures.len()).sum::<usize>() + elsewhere.len());
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let own_place = self.areas.contains(&part.area);
            let mut named = vec![NONE; part.figures.len()];
            for (at, figure) in part.figures.iter().enumerate() {
                let period = figure.sheet.period;
                let same = own_place && period == Period::year(year);
                // A text looks a few years back and forward, no further.
                let far = period.first == period.last && (period.first - year).abs() > 2;
                if far || !own_place && period != Period::year(year) {
                    continue;
                }
                let tier = if figure.reports.contains(&ix) {
                    Tier::Own
                } else if same {
                    Tier::SameSheet
                } else {
                    Tier::Wider
                };
                named[at] = all.len() as u32;
                all.push(Known { figure, tier });
            }
            parts.push((part.order.as_slice(), named));
        }
        let from = all.len();
        all.extend(elsewhere.iter().map(|figure| Known { figure, tier: Tier::Own }));
        let ranges = all.iter().enumerate().filter(|(_, k)| k.value.range.is_some()).map(|(at, _)| at as u32).collect();
        Set { all, parts, elsewhere: from, ranges }
    }
}

const NONE: u32 = u32::MAX;

/// The figures of a part in the order of their numbers, and which of the set each is.
type InOrder<'k> = (&'k [(Kind, Decimal, u32)], Vec<u32>);

/// The figures a report may speak of.
pub struct Set<'k, 'f> {
    /// The figures.
    pub all: Vec<Known<'k, 'f>>,
    parts: Vec<InOrder<'k>>,
    /// From where on they are figures of other places.
    elsewhere: usize,
    ranges: Vec<u32>,
}

impl Set<'_, '_> {
    /// The figures of a kind whose numbers lie from `low` to `high`.
    pub fn between(&self, kind: Kind, low: Decimal, high: Decimal) -> impl Iterator<Item = usize> + '_ {
        let near = self.parts.iter().flat_map(move |(order, named)| {
            let from = order.partition_point(|(k, n, _)| (*k, *n) < (kind, low));
            let inside = order[from..].iter().take_while(move |(k, n, _)| *k == kind && *n <= high);
            inside.map(|(_, _, at)| named[*at as usize]).filter(|at| *at != NONE).map(|at| at as usize)
        });
        let other = (self.elsewhere..self.all.len()).filter(move |at| {
            let value = &self.all[*at].value;
            value.kind == kind && value.number.is_some_and(|n| low <= n && n <= high)
        });
        near.chain(other)
    }

    /// The figures that are ranges.
    pub fn ranges(&self) -> impl Iterator<Item = usize> + '_ {
        self.ranges.iter().map(|at| *at as usize)
    }
}

fn figure<'f>(record: &Record, sheet: &'f SheetFigures, facts: &Sheet, ix: FigureIx) -> Option<Figure<'f>> {
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
    Some(Figure {
        sheet,
        ix,
        reports: stated_by(sheet, facts, ix),
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

/// The report that states a figure. A rate or a sum is as near to a report as what it is counted from.
fn stated_by(sheet: &SheetFigures, facts: &Sheet, ix: FigureIx) -> Vec<ReportIx> {
    let source = |ix: FigureIx| match sheet.fact(facts, ix)?.source {
        Some(SourceRef::Report(report)) => Some(report),
        _ => None,
    };
    match &sheet.figure(ix).origin {
        Origin::Counted { rule: Rule::Available, .. } => Vec::new(),
        Origin::Counted { inputs, .. } => {
            let mut all: Vec<ReportIx> = inputs.iter().filter_map(|input| source(*input)).collect();
            all.sort_unstable();
            all.dedup();
            all
        }
        _ => source(ix).into_iter().collect(),
    }
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
