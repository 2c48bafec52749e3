//! What was counted while an earlier snapshot was the newest.
//!
//! A rate once published keeps its address and its value: `ntm/investment/progress@2024-03-31` stands beside the plain
//! one when the next quarter has come. It is counted on the plan that was in force on its day.
//! Invariant: nothing here has a plain address; a sum stands only where every line reported for that very day.
//!
//! May use: model; crates –.

use std::collections::BTreeMap;

use super::money::{same_day_denominator, share, sum};
use super::{About, FigureIx, MoneyLine, Origin, Rule, SheetFigures, What, address, indicator, rounding, totals};
use crate::model::{AsOf, Capital, Measure, Missing, Number, ProgrammeIx, Quantity, RateOf, Reading, Record, Sheet, Subject};

/// A line of a day: which line, what was disbursed, and what that is counted on.
struct OnDay {
    line: usize,
    disbursed: FigureIx,
    whole: Option<FigureIx>,
}

/// Adds the rates and sums of every day before the newest.
pub(super) fn add(out: &mut SheetFigures, sheet: &Sheet, record: &Record) {
    let mut days: BTreeMap<AsOf, Vec<OnDay>> = BTreeMap::new();
    for at in 0..out.money.len() {
        let line = out.money[at].clone();
        for (day, disbursed) in of_days(out, sheet, &line.stated, Measure::Disbursed) {
            let newest = Some(disbursed) == line.disbursed;
            let whole = if newest { line.denominator.map(|(ix, _)| ix) } else { rate(out, sheet, record, &line, day, disbursed) };
            days.entry(day).or_default().push(OnDay { line: at, disbursed, whole });
        }
    }
    for at in 0..out.indicators.len() {
        let line = out.indicators[at].clone();
        for (day, actual) in of_days(out, sheet, &line.stated, Measure::Actual) {
            if Some(actual) != line.actual {
                let target = target_on(out, sheet, &line, day);
                indicator::earlier(out, sheet, record, &indicator::IndicatorLine { actual: Some(actual), target, ..line.clone() }, day);
            }
        }
    }
    let told: Vec<(Option<ProgrammeIx>, Option<Capital>, Option<AsOf>)> =
        out.totals.iter().map(|t| (t.programme, t.capital, t.disbursed.and_then(|ix| out.figure(ix).as_of))).collect();
    for (day, lines) in days {
        for (programme, capital) in totals::groups(out, record) {
            // The sum of the newest day has the plain address already.
            let known = told.iter().any(|(p, c, d)| (*p, *c) == (programme, capital) && *d == Some(day));
            if !known {
                total(out, sheet, record, programme, capital, day, &lines);
            }
        }
    }
}

/// The figures of a measure by their days, where the day is known; one set aside for another source is left out.
fn of_days(out: &SheetFigures, sheet: &Sheet, stated: &[(Measure, Vec<FigureIx>)], measure: Measure) -> Vec<(AsOf, FigureIx)> {
    let all = stated.iter().filter(|(m, _)| *m == measure).flat_map(|(_, all)| all.iter().copied());
    all.filter_map(|ix| {
        let fact = out.fact(sheet, ix)?;
        let day = fact.as_of.filter(|day| day.known() && !fact.set_aside)?;
        Some((day, ix))
    })
    .collect()
}

/// The plan version in force on a day: the newest where the versions do not say from when they hold.
fn version_on(sheet: &Sheet, day: AsOf) -> Option<u16> {
    let replaced: Vec<_> = sheet.versions.iter().skip(1).collect();
    if replaced.is_empty() || replaced.iter().any(|v| v.date.is_none_or(|d| !d.known())) {
        return None;
    }
    let in_force = sheet.versions.iter().rev().find(|v| v.number == 1 || v.date.is_some_and(|d| d.day <= day.day))?;
    (!in_force.in_force).then_some(in_force.number)
}

/// What a replaced plan version said of a subject.
fn replaced(out: &SheetFigures, sheet: &Sheet, subject: &Subject, measure: Measure, version: u16) -> Option<FigureIx> {
    out.figures
        .iter()
        .position(|figure| match figure.origin {
            Origin::Replaced(at) => {
                let fact = &sheet.replaced[at as usize];
                fact.version == version && fact.measure == measure && fact.subject == *subject
            }
            _ => false,
        })
        .map(|at| at as FigureIx)
}

/// Adds the rate of an earlier day; says what it is counted on.
fn rate(out: &mut SheetFigures, sheet: &Sheet, record: &Record, line: &MoneyLine, day: AsOf, disbursed: FigureIx) -> Option<FigureIx> {
    let subject = Subject::Money(line.axes);
    let version = version_on(sheet, day);
    let stated_rate = of_days(out, sheet, &line.stated, Measure::Rate).into_iter().find(|(d, _)| *d == day).map(|(_, ix)| ix);
    let named = stated_rate.and_then(|ix| out.fact(sheet, ix)).and_then(|f| f.rate_of).filter(|of| *of != RateOf::NotStated);
    let pick = |measure: Measure, out: &SheetFigures| match version {
        Some(version) => replaced(out, sheet, &subject, measure, version),
        None => {
            let same_day = of_days(out, sheet, &line.stated, measure).into_iter().find(|(d, _)| *d == day).map(|(_, ix)| ix);
            same_day.or_else(|| line.newest(measure).filter(|ix| out.fact(sheet, *ix).is_some_and(|f| !f.set_aside)))
        }
    };
    let (whole, name) = same_day_denominator(out, sheet, record, line, named, day, &pick)?;
    let (value, reading) = share(out, sheet, Some(disbursed), Some((whole, name))).ok()?;
    let decimals = stated_rate.and_then(|ix| out.reading(sheet, ix).number()).map_or(1, Number::decimals);
    let rounded = Reading { quantity: Quantity::Exact(Number(rounding::round(value, decimals))), ..reading };
    let origin = Origin::Counted { reading: Box::new(rounded), rule: Rule::ShareOf(name), inputs: vec![disbursed, whole] };
    out.add(format!("{}/progress@{}", address::of_axes(record, &line.axes), day.slug()), About::Subject(subject), What::Progress, Some(day), origin);
    Some(whole)
}

fn target_on(out: &SheetFigures, sheet: &Sheet, line: &indicator::IndicatorLine, day: AsOf) -> Option<FigureIx> {
    match version_on(sheet, day) {
        Some(version) => replaced(out, sheet, &Subject::Indicator(line.indicator, line.group.clone()), Measure::Target, version),
        None => line.target,
    }
}

/// Adds the sums of a day on which every line of the group had reported.
fn total(out: &mut SheetFigures, sheet: &Sheet, record: &Record, programme: Option<ProgrammeIx>, capital: Option<Capital>, day: AsOf, lines: &[OnDay]) {
    let Some(mine) = totals::lines_of(out, sheet, record, programme, capital) else { return };
    let (mut wholes, mut parts) = (Vec::new(), Vec::new());
    let mut rule = Rule::Sum;
    for at in mine {
        match lines.iter().find(|l| l.line == at) {
            Some(OnDay { disbursed, whole: Some(whole), .. }) => {
                parts.push(*disbursed);
                wholes.push(*whole);
            }
            // Nothing was assigned to the line: the sum is told to leave it out.
            _ if out.money[at].denominator.is_some_and(|(ix, _)| out.reading(sheet, ix).missing() == Some(Missing::NotAssigned)) => rule = Rule::SumOfAssigned,
            _ => return,
        }
    }
    if wholes.len() < 2 {
        return;
    }
    let reading = |ixs: &[FigureIx], out: &SheetFigures| sum(&ixs.iter().map(|ix| out.reading(sheet, *ix)).collect::<Vec<_>>());
    let (Some(assigned), Some(disbursed)) = (reading(&wholes, out), reading(&parts, out)) else { return };
    let (address, about) = (address::of_total(record, programme, capital), About::Total { programme, capital });
    let push = |name: &str, what: What, reading: Reading, rule: Rule, inputs: Vec<FigureIx>, out: &mut SheetFigures| {
        let origin = Origin::Counted { reading: Box::new(reading), rule, inputs };
        out.add(format!("{address}/{name}@{}", day.slug()), about.clone(), what, Some(day), origin)
    };
    let whole = push("assigned", What::Available, assigned, rule, wholes, out);
    let part = push("disbursed", What::Measure(Measure::Disbursed), disbursed, rule, parts, out);
    if let Ok((value, reading)) = share(out, sheet, Some(part), Some((whole, RateOf::Available))) {
        let rounded = Reading { quantity: Quantity::Exact(Number(rounding::round(value, 1))), ..reading };
        push("progress", What::Progress, rounded, Rule::ShareOf(RateOf::Available), vec![part, whole], out);
    }
}
