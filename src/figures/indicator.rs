//! Indicators: target, result and forecast, and how far each is by the rule of its kind.
//!
//! Invariant: a percentage is counted only where the rule of the kind allows it; otherwise there is a reason.
//!
//! May use: model, config; crates rust_decimal.

use rust_decimal::Decimal;

use super::standing::{self, Judged, NoProgress, Standing};
use super::{About, FigureIx, Origin, Rule, SheetFigures, What, address, bounds, counted, newest, rounding, stated};
use crate::config::Config;
use crate::model::{AsOf, Hedge, Indicator, IndicatorIx, IndicatorKind, Measure, Number, Period, Quantity, Reading, Record, Sheet, Subject, Unit};

/// An indicator of one group with its figures.
#[derive(Clone, Debug)]
pub struct IndicatorLine {
    /// Which indicator.
    pub indicator: IndicatorIx,
    /// Which group of people.
    pub group: Option<String>,
    /// Every stated figure, newest of each measure first.
    pub stated: Vec<(Measure, Vec<FigureIx>)>,
    /// The target, stated or counted.
    pub target: Option<FigureIx>,
    /// The baseline.
    pub baseline: Option<FigureIx>,
    /// The newest result.
    pub actual: Option<FigureIx>,
    /// The newest forecast.
    pub forecast: Option<FigureIx>,
    /// The stated rate.
    pub rate: Option<FigureIx>,
    /// The counted progress.
    pub progress: Option<FigureIx>,
    /// Why there is none.
    pub no_progress: Option<NoProgress>,
    /// Difference between result and target, where it is told in a sentence.
    pub gap: Option<Decimal>,
    /// How it stands.
    pub judged: Judged,
}

const MEASURES: [Measure; 7] = [Measure::Target, Measure::Baseline, Measure::Actual, Measure::Forecast, Measure::Exceeded, Measure::Change, Measure::Rate];

/// Adds an indicator and everything counted from it.
pub(super) fn line(out: &mut SheetFigures, sheet: &Sheet, record: &Record, config: &Config, ix: IndicatorIx, group: Option<String>, facts: &[u32]) {
    let indicator = record.indicator(ix);
    let subject = Subject::Indicator(ix, group.clone());
    let mut all: Vec<(Measure, Vec<FigureIx>)> = Vec::new();
    for measure in MEASURES {
        let indexes = stated(out, sheet, record, &subject, measure, facts);
        if !indexes.is_empty() {
            all.push((measure, indexes));
        }
    }
    let pick = |measure: Measure, out: &SheetFigures| all.iter().find(|(m, _)| *m == measure).and_then(|(_, ixs)| newest(out, sheet, ixs));
    let address = address::of_subject(record, &subject);
    let (actual, exceeded) = (pick(Measure::Actual, out), pick(Measure::Exceeded, out));
    let mut target = pick(Measure::Target, out);
    if let (None, Some(actual), Some(exceeded)) = (target, actual, exceeded) {
        target = target_from_exceeded(out, sheet, &subject, &address, actual, exceeded);
    }
    let mut line = IndicatorLine {
        indicator: ix,
        group,
        target,
        baseline: pick(Measure::Baseline, out),
        actual,
        forecast: pick(Measure::Forecast, out),
        rate: pick(Measure::Rate, out),
        progress: None,
        no_progress: None,
        gap: None,
        judged: Judged { elapsed: None, standing: Standing::NotAssessed },
        stated: all,
    };
    let period = if indicator.whole_period { record.programme(indicator.programme).period.unwrap_or(sheet.period) } else { sheet.period };
    match progress(out, sheet, indicator, &line) {
        Ok(counted) => {
            let as_of = actual.and_then(|ix| out.figure(ix).as_of);
            line.judged = standing::judge(counted.value, counted.hedge, counted.standing, period, as_of, config);
            if matches!(indicator.kind, IndicatorKind::AtLeast | IndicatorKind::AtMost | IndicatorKind::Range) {
                line.judged = standing::held(counted.value >= Decimal::ONE_HUNDRED, counted.standing, period, as_of);
            }
            if is_figure(&counted, indicator) {
                let origin = origin(out, sheet, &line, counted);
                line.progress = Some(out.add(format!("{address}/progress"), About::Subject(subject), What::Progress, as_of, origin));
            }
        }
        Err(why) => {
            line.no_progress = Some(why);
            judge_in_words(out, sheet, &mut line, indicator, period, why);
        }
    }
    out.indicators.push(line);
}

/// Counted progress, rounded as the stated rate is.
fn origin(out: &SheetFigures, sheet: &Sheet, line: &IndicatorLine, counted: Counted) -> Origin {
    let decimals = line.rate.and_then(|ix| out.reading(sheet, ix).number()).map_or(1, Number::decimals);
    let reading = Reading {
        quantity: Quantity::Exact(Number(rounding::round(counted.value, decimals))),
        unit: Unit::Percent,
        hedge: counted.hedge,
        standing: counted.standing,
        change: None,
        typed: String::new(),
    };
    Origin::Counted { reading: Box::new(reading), rule: counted.rule, inputs: counted.inputs }
}

/// Whether progress is published as a figure: "met or not" alone is no percentage.
fn is_figure(counted: &Counted, indicator: &Indicator) -> bool {
    counted.rule != Rule::PartOfWhole || !matches!(indicator.kind, IndicatorKind::AtLeast)
}

/// Adds what was counted from an earlier result.
pub(super) fn earlier(out: &mut SheetFigures, sheet: &Sheet, record: &Record, line: &IndicatorLine, day: AsOf) {
    let indicator = record.indicator(line.indicator);
    let Some(counted) = progress(out, sheet, indicator, line).ok().filter(|counted| is_figure(counted, indicator)) else { return };
    let subject = Subject::Indicator(line.indicator, line.group.clone());
    let address = format!("{}/progress@{}", address::of_subject(record, &subject), day.slug());
    let origin = origin(out, sheet, line, counted);
    out.add(address, About::Subject(subject), What::Progress, Some(day), origin);
}

/// "9, one more than planned": the plan was 8.
fn target_from_exceeded(out: &mut SheetFigures, sheet: &Sheet, subject: &Subject, address: &str, actual: FigureIx, exceeded: FigureIx) -> Option<FigureIx> {
    let (a, e) = (out.reading(sheet, actual), out.reading(sheet, exceeded));
    let value = a.number()?.0.checked_sub(e.number()?.0)?;
    let reading = Reading { hedge: bounds::difference(a.hedge, e.hedge), ..counted(value, a) };
    let as_of = out.figure(actual).as_of;
    let origin = Origin::Counted { reading: Box::new(reading), rule: Rule::TargetFromExceeded, inputs: vec![actual, exceeded] };
    Some(out.add(format!("{address}/target"), About::Subject(subject.clone()), What::Measure(Measure::Target), as_of, origin))
}

struct Counted {
    value: Decimal,
    hedge: Hedge,
    standing: crate::model::Standing,
    rule: Rule,
    inputs: Vec<FigureIx>,
}

/// Percent of the way, by the kind of the indicator; or why there is none.
fn progress(out: &SheetFigures, sheet: &Sheet, indicator: &Indicator, line: &IndicatorLine) -> Result<Counted, NoProgress> {
    use IndicatorKind::*;
    if matches!(indicator.kind, Milestone | Text) {
        return Err(NoProgress::InWords);
    }
    let actual = line.actual.map(|ix| (ix, out.reading(sheet, ix)));
    if let Some((ix, reading)) = actual
        && let Quantity::Pair { part, whole } = reading.quantity
        && (indicator.kind == CountOf || line.target.is_none())
    {
        let value = rounding::percent(part.0, whole.0).ok_or(NoProgress::PlanZero)?;
        return Ok(Counted { value, hedge: reading.hedge, standing: reading.standing, rule: Rule::PartOfWhole, inputs: vec![ix] });
    }
    let target = line.target.ok_or(NoProgress::NoPlan)?;
    let goal = out.reading(sheet, target);
    if let Some(missing) = goal.missing() {
        return Err(NoProgress::PlanMissing(missing));
    }
    let (actual, now) = actual.ok_or(NoProgress::NoResult)?;
    if let Some(missing) = now.missing() {
        return Err(NoProgress::ResultMissing(missing));
    }
    let value = now.number().ok_or(NoProgress::InWords)?.0;
    let (low, high) = limits(goal).ok_or(NoProgress::InWords)?;
    let hedge = bounds::quotient(now.hedge, goal.hedge);
    let done = |value, rule, inputs| Ok(Counted { value, hedge, standing: now.standing, rule, inputs });
    let whole_or_none = |holds: bool| if holds { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
    match indicator.kind {
        AtLeast => done(whole_or_none(value >= low), Rule::ActualOfTarget, vec![actual, target]),
        AtMost => done(whole_or_none(value <= high), Rule::ActualOfTarget, vec![actual, target]),
        Range => done(whole_or_none(value >= low && value <= high), Rule::ActualOfTarget, vec![actual, target]),
        Increase | Decrease => {
            let goal_value = if indicator.kind == Increase { low } else { high };
            let start = line.baseline.and_then(|ix| out.reading(sheet, ix).number().map(|n| (ix, n.0)));
            match start {
                Some((ix, start)) => {
                    let way = goal_value.checked_sub(start).ok_or(NoProgress::OtherUnit)?;
                    let gone = value.checked_sub(start).ok_or(NoProgress::OtherUnit)?;
                    let value = rounding::percent(gone, way).ok_or(NoProgress::TargetIsBaseline)?;
                    done(value, Rule::WayFromBaseline, vec![actual, ix, target])
                }
                None if indicator.kind == Increase => {
                    let value = rounding::percent(value, goal_value).ok_or(NoProgress::PlanZero)?;
                    done(value, Rule::ActualOfTarget, vec![actual, target])
                }
                None if value <= goal_value => Err(NoProgress::AtOrBelowTarget),
                None => Err(NoProgress::AboveTarget),
            }
        }
        CountOf => {
            let value = rounding::percent(value, low).ok_or(NoProgress::PlanZero)?;
            done(value, Rule::ActualOfTarget, vec![actual, target])
        }
        Milestone | Text => Err(NoProgress::InWords),
    }
}

/// Lowest and highest value that meets a target.
fn limits(goal: &Reading) -> Option<(Decimal, Decimal)> {
    match goal.quantity {
        Quantity::Range(low, high) => Some((low.0, high.0)),
        _ => goal.number().map(|n| (n.0, n.0)),
    }
}

/// Standings that need no percentage.
fn judge_in_words(out: &SheetFigures, sheet: &Sheet, line: &mut IndicatorLine, indicator: &Indicator, period: Period, why: NoProgress) {
    let Some(actual) = line.actual else { return };
    let (now, as_of) = (out.reading(sheet, actual), out.figure(actual).as_of);
    match why {
        NoProgress::AboveTarget | NoProgress::AtOrBelowTarget => {
            let goal = line.target.and_then(|ix| out.reading(sheet, ix).number());
            line.gap = now.number().zip(goal).and_then(|(n, g)| n.0.checked_sub(g.0)).map(|gap| gap.abs());
            line.judged = standing::held(why == NoProgress::AtOrBelowTarget, now.standing, period, as_of);
        }
        NoProgress::InWords if indicator.kind == IndicatorKind::Milestone => {
            if let Quantity::Date(done) = now.quantity {
                let due = line.target.and_then(|ix| match out.reading(sheet, ix).quantity {
                    Quantity::Date(due) => Some(due),
                    _ => None,
                });
                line.judged = standing::held(due.is_none_or(|due| done.day <= due.day), now.standing, period, as_of);
            }
        }
        _ => {}
    }
}
