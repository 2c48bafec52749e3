//! Budget lines: what was available, what was disbursed, and the rate with its denominator named.
//!
//! Invariant: stages are kept apart; a rate is counted only from amounts of one money.
//!
//! May use: model, config, values; crates rust_decimal.

use rust_decimal::Decimal;

use super::standing::{self, Judged, NoProgress, Standing};
use super::{About, FigureIx, Origin, Rule, SheetFigures, What, address, bounds, counted, newest, rounding, stated};
use crate::config::Config;
use crate::model::{AsOf, Axes, Measure, Number, Quantity, RateOf, Reading, Record, Sheet, Subject, Unit};
use crate::values;

/// A budget line with its figures.
#[derive(Clone, Debug)]
pub struct MoneyLine {
    /// Its axes.
    pub axes: Axes,
    /// Every stated figure, newest of each measure first.
    pub stated: Vec<(Measure, Vec<FigureIx>)>,
    /// What the rate is counted on, and its name.
    pub denominator: Option<(FigureIx, RateOf)>,
    /// The newest disbursed amount.
    pub disbursed: Option<FigureIx>,
    /// The newest stated rate.
    pub rate: Option<FigureIx>,
    /// The counted rate.
    pub progress: Option<FigureIx>,
    /// Why there is none.
    pub no_progress: Option<NoProgress>,
    /// How it stands.
    pub judged: Judged,
}

impl MoneyLine {
    /// The newest figure of a measure.
    pub fn newest(&self, measure: Measure) -> Option<FigureIx> {
        self.stated.iter().find(|(m, _)| *m == measure).and_then(|(_, all)| all.first().copied())
    }
}

const MEASURES: [Measure; 10] = [
    Measure::Planned,
    Measure::Assigned,
    Measure::Allocated,
    Measure::Adjusted,
    Measure::CarriedOver,
    Measure::Disbursed,
    Measure::WorkDone,
    Measure::Returned,
    Measure::Settled,
    Measure::Rate,
];

/// Adds a budget line and everything counted from it.
pub(super) fn line(out: &mut SheetFigures, sheet: &Sheet, record: &Record, config: &Config, axes: Axes, facts: &[u32]) {
    let subject = Subject::Money(axes);
    let mut all: Vec<(Measure, Vec<FigureIx>)> = Vec::new();
    for measure in MEASURES {
        let indexes = stated(out, sheet, record, &subject, measure, facts);
        if !indexes.is_empty() {
            all.push((measure, indexes));
        }
    }
    let mut line = MoneyLine {
        axes,
        stated: all,
        denominator: None,
        disbursed: None,
        rate: None,
        progress: None,
        no_progress: None,
        judged: Judged { elapsed: None, standing: Standing::NotAssessed },
    };
    let pick = |measure: Measure, out: &SheetFigures| line.stated.iter().find(|(m, _)| *m == measure).and_then(|(_, all)| newest(out, sheet, all));
    let disbursed = pick(Measure::Disbursed, out);
    // A rate stands beside the amount of its own day only.
    let day = |ix: FigureIx| out.figure(ix).as_of;
    let rate = pick(Measure::Rate, out).filter(|rate| disbursed.is_none_or(|amount| day(*rate) == day(amount)));
    let wanted = rate.and_then(|ix| out.fact(sheet, ix)).and_then(|f| f.rate_of).filter(|of| *of != RateOf::NotStated);
    let denominator = denominator(out, sheet, record, &line, wanted);
    line.disbursed = disbursed;
    line.rate = rate;
    line.denominator = denominator;
    match share(out, sheet, disbursed, denominator) {
        Ok((value, reading)) => {
            let decimals = rate.and_then(|ix| out.reading(sheet, ix).number()).map_or(1, Number::decimals);
            let (of, name) = denominator.unwrap_or((0, RateOf::Assigned)); // OK because a share has a denominator
            let part = disbursed.unwrap_or(0);
            let as_of = out.figure(part).as_of;
            line.judged = standing::judge(value, reading.hedge, reading.standing, sheet.period, as_of, config);
            let rounded = Reading { quantity: Quantity::Exact(Number(rounding::round(value, decimals))), ..reading };
            let origin = Origin::Counted { reading: Box::new(rounded), rule: Rule::ShareOf(name), inputs: vec![part, of] };
            line.progress = Some(out.add(format!("{}/progress", address::of_axes(record, &axes)), About::Subject(subject), What::Progress, as_of, origin));
        }
        Err(why) => {
            line.no_progress = Some(why);
            // A rate may be known while its amounts are not.
            if let Some(reading) = rate.map(|ix| out.reading(sheet, ix))
                && let Some(number) = reading.number()
            {
                let as_of = rate.and_then(|ix| out.figure(ix).as_of);
                line.judged = standing::judge(number.0, reading.hedge, reading.standing, sheet.period, as_of, config);
            }
        }
    }
    out.money.push(line);
}

/// Gives the figure of a measure that a rate may be counted on.
type Pick<'p> = &'p dyn Fn(Measure, &SheetFigures) -> Option<FigureIx>;

/// What the rate is counted on: what the source names, else what was available.
fn denominator(out: &mut SheetFigures, sheet: &Sheet, record: &Record, line: &MoneyLine, wanted: Option<RateOf>) -> Option<(FigureIx, RateOf)> {
    let pick = |measure: Measure, out: &SheetFigures| line.stated.iter().find(|(m, _)| *m == measure).and_then(|(_, all)| newest(out, sheet, all));
    let base = format!("{}/available", address::of_axes(record, &line.axes));
    among(out, sheet, line, wanted, (base, None), &pick)
}

/// The same for an earlier day, on which other amounts were in force.
pub(super) fn same_day_denominator(
    out: &mut SheetFigures,
    sheet: &Sheet,
    record: &Record,
    line: &MoneyLine,
    wanted: Option<RateOf>,
    day: AsOf,
    pick: Pick<'_>,
) -> Option<(FigureIx, RateOf)> {
    let base = format!("{}/available@{}", address::of_axes(record, &line.axes), day.slug());
    among(out, sheet, line, wanted, (base, Some(day)), pick)
}

/// `total`: the address and the day of the sum, where one has to be made.
fn among(
    out: &mut SheetFigures,
    sheet: &Sheet,
    line: &MoneyLine,
    wanted: Option<RateOf>,
    total: (String, Option<AsOf>),
    pick: Pick<'_>,
) -> Option<(FigureIx, RateOf)> {
    let by_name = |of: RateOf, out: &SheetFigures| match of {
        RateOf::Assigned => pick(Measure::Assigned, out),
        RateOf::Planned => pick(Measure::Planned, out),
        RateOf::Allocated => pick(Measure::Allocated, out),
        RateOf::CarriedOver => pick(Measure::CarriedOver, out),
        _ => None,
    };
    if let Some(of) = wanted.filter(|of| *of != RateOf::Available) {
        return by_name(of, out).map(|ix| (ix, of));
    }
    let (assigned, carried, adjusted) = (pick(Measure::Assigned, out), pick(Measure::CarriedOver, out), pick(Measure::Adjusted, out));
    let parts: Vec<FigureIx> = [assigned, carried, adjusted].into_iter().flatten().collect();
    if assigned.is_some() && parts.len() > 1 {
        let known = line.denominator.filter(|(ix, _)| matches!(&out.figure(*ix).origin, Origin::Counted { inputs, .. } if *inputs == parts));
        if known.is_some() {
            return known;
        }
        let readings: Vec<&Reading> = parts.iter().map(|ix| out.reading(sheet, *ix)).collect();
        if let Some(sum) = sum(&readings) {
            let as_of = total.1.or_else(|| assigned.and_then(|ix| out.figure(ix).as_of));
            let origin = Origin::Counted { reading: Box::new(sum), rule: Rule::Available, inputs: parts };
            return Some((out.add(total.0, About::Subject(Subject::Money(line.axes)), What::Available, as_of, origin), RateOf::Available));
        }
    }
    [RateOf::Assigned, RateOf::Planned, RateOf::Allocated, RateOf::CarriedOver].into_iter().find_map(|of| by_name(of, out).map(|ix| (ix, of)))
}

/// Percent of a whole, unrounded, with the words that bound it; or why there is none.
pub(super) fn share(out: &SheetFigures, sheet: &Sheet, part: Option<FigureIx>, whole: Option<(FigureIx, RateOf)>) -> Result<(Decimal, Reading), NoProgress> {
    let whole = whole.ok_or(NoProgress::NoPlan)?;
    let of = out.reading(sheet, whole.0);
    if let Some(missing) = of.missing() {
        return Err(NoProgress::PlanMissing(missing));
    }
    let part = out.reading(sheet, part.ok_or(NoProgress::NoResult)?);
    if let Some(missing) = part.missing() {
        return Err(NoProgress::ResultMissing(missing));
    }
    let (p, w) = same_money(part, of).ok_or(NoProgress::OtherUnit)?;
    let value = rounding::percent(p.0, w.0).ok_or(NoProgress::PlanZero)?;
    let reading = Reading {
        quantity: Quantity::Exact(Number(value)),
        unit: Unit::Percent,
        hedge: bounds::quotient(part.hedge, of.hedge),
        standing: part.standing,
        change: None,
        typed: String::new(),
    };
    Ok((value, reading))
}

/// Percent of one amount in another, unrounded; `None` where they cannot be compared.
pub fn share_of(part: &Reading, whole: &Reading) -> Option<Decimal> {
    let (part, whole) = same_money(part, whole)?;
    rounding::percent(part.0, whole.0)
}

/// Two amounts in one unit; `None` when they are of different money.
pub(super) fn same_money(a: &Reading, b: &Reading) -> Option<(Number, Number)> {
    let (x, y) = (a.number()?, b.number()?);
    match (&a.unit, &b.unit) {
        (Unit::Money(from), Unit::Money(to)) if from != to => {
            let small = *from.min(to);
            Some((values::in_unit(x, *from, small)?, values::in_unit(y, *to, small)?))
        }
        (a, b) if a == b => Some((x, y)),
        // "Nothing disbursed yet" is zero in every unit.
        _ if x.0.is_zero() || y.0.is_zero() => Some((x, y)),
        _ => None,
    }
}

/// The exact sum of amounts, in the smallest of their units; `None` when one is missing or of another money.
pub(super) fn sum(readings: &[&Reading]) -> Option<Reading> {
    let first = readings.first()?;
    let mut unit = first.unit.clone();
    for reading in readings {
        if let (Unit::Money(a), Unit::Money(b)) = (&unit, &reading.unit) {
            unit = Unit::Money(*a.min(b));
        }
    }
    let mut total = Decimal::ZERO;
    for reading in readings {
        let number = reading.number()?;
        let number = match (&reading.unit, &unit) {
            (Unit::Money(from), Unit::Money(to)) => values::in_unit(number, *from, *to)?,
            (a, b) if a == b => number,
            _ if number.0.is_zero() => number,
            _ => return None,
        };
        total = total.checked_add(number.0)?;
    }
    let like = Reading { unit, hedge: bounds::sum(readings.iter().map(|r| r.hedge)), ..(*first).clone() };
    Some(counted(total, &like))
}
