//! Days and series: nothing is reported before it happened, what adds up does not fall, nothing jumps a thousandfold.
//!
//! Invariant: only what happened is compared over time; forecasts, aims and targets may change.
//!
//! May use: model, figures; crates jiff, rust_decimal.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Verdict;
use super::book::{Book, Stated};
use super::equation::{Equation, Form, Term};
use super::explain::{Explanation, Others, Slip};
use super::span::shifted;
use super::{At, Finding, Rule, finding, judge};
use crate::figures::{FigureIx, MoneyLine, Origin, standing};
use crate::model::{AsOf, Fact, Grain, IndicatorKind, Measure, Number, Period, Record, SourceRef, Standing};

/// A thousand, give or take: between these a jump looks like a wrong unit or separator.
const JUMP: (u64, u64) = (500, 2000);

/// Percent of the period that must be gone before a thousandth of the plan looks like a wrong unit.
const QUARTER: u64 = 25;

/// When a source was published, where that is known.
pub fn published(record: &Record, source: SourceRef) -> Option<AsOf> {
    match source {
        SourceRef::Report(ix) => Some(record.report(ix).published).filter(|day| day.known()),
        SourceRef::Document(ix) => record.document(ix).date.map(AsOf::day),
    }
}

/// The first day of what was said: of "2024" the first of January.
fn first_day(day: AsOf) -> Date {
    let last = day.day;
    match day.grain {
        Grain::Year => Date::constant(last.year(), 1, 1),
        Grain::Quarter => last.with().month((last.month() - 1) / 3 * 3 + 1).day(1).build().unwrap_or(last),
        Grain::Month | Grain::EarlyMonth => last.first_of_month(),
        Grain::LateMonth => last.with().day(21.min(last.day())).build().unwrap_or(last),
        Grain::Day | Grain::Unknown => last,
    }
}

/// Whether a fact tells of something that happened, and of which day.
fn happened(fact: &Fact) -> Option<AsOf> {
    let told = !matches!(fact.measure, Measure::Target | Measure::Forecast | Measure::Planned | Measure::Assigned | Measure::Allocated | Measure::Adjusted);
    let real = matches!(fact.reading.standing, Standing::Actual | Standing::Provisional);
    fact.as_of.filter(|day| day.known() && told && real && fact.reading.missing().is_none())
}

/// Results of a day after their source was published; one finding for all of one source and day.
pub(super) fn days(book: &Book<'_>, found: &mut Vec<Finding>) {
    let mut late: Vec<((SourceRef, AsOf), Vec<FigureIx>)> = Vec::new();
    for ix in 0..book.own.figures.len() as FigureIx {
        if !matches!(book.own.figure(ix).origin, Origin::Stated(_)) {
            continue;
        }
        let Some(fact) = book.fact(ix) else { continue };
        let (Some(day), Some(source)) = (happened(fact), fact.source) else { continue };
        if published(book.record, source).is_none_or(|out| first_day(day) <= out.day) {
            continue;
        }
        match late.iter_mut().find(|(key, _)| *key == (source, day)) {
            Some((_, all)) => all.push(ix),
            None => late.push(((source, day), vec![ix])),
        }
    }
    for (_, mut all) in late {
        // The first as written.
        all.sort_by_key(|ix| book.fact(*ix).map(|f| f.place.spot.line));
        let noted = all.iter().any(|ix| book.fact(*ix).is_some_and(|f| f.note.is_some()));
        let mut all = all.into_iter().map(|ix| book.at(ix));
        let Some(stated) = all.next() else { continue };
        found.push(Finding { rule: Rule::Day, verdict: Verdict::Mismatch, stated, counted: None, inputs: all.collect(), explanations: Vec::new(), noted });
    }
}

/// Money that adds up over the year, and counts of places, lower on a later day; and jumps of anything from day to day.
pub(super) fn falling(book: &Book<'_>, found: &mut Vec<Finding>) {
    for line in &book.own.money {
        for measure in [Measure::Disbursed, Measure::WorkDone, Measure::Settled] {
            over_time(book, &line.stated, measure, false, true, found);
        }
        for measure in [Measure::Planned, Measure::Assigned, Measure::Allocated, Measure::CarriedOver] {
            over_time(book, &line.stated, measure, false, false, found);
        }
    }
    for line in &book.own.indicators {
        let counts = book.record.indicator(line.indicator).kind == IndicatorKind::CountOf;
        over_time(book, &line.stated, Measure::Actual, counts, counts, found);
    }
}

fn over_time(book: &Book<'_>, stated: &Stated, measure: Measure, counted: bool, grows: bool, found: &mut Vec<Finding>) {
    let day = |fact: &Fact| match measure {
        // A plan without a day comes before every day it is told again for.
        Measure::Planned | Measure::Assigned | Measure::Allocated | Measure::CarriedOver => fact.as_of.or(Some(AsOf::day(book.own.period.start()))),
        _ => happened(fact),
    };
    let mut days: Vec<(AsOf, FigureIx)> = book.all(stated, measure).filter_map(|ix| Some((day(book.fact(ix)?).filter(|day| day.known())?, ix))).collect();
    days.sort();
    for pair in days.windows(2) {
        let [(before, earlier), (after, later)] = [pair[0], pair[1]];
        let base = &book.reading(later).unit;
        if before.day == after.day || book.scope(earlier) != book.scope(later) {
            continue;
        }
        let (Some(then), Some(now)) = (book.term(earlier, base, counted), book.term(later, base, counted)) else { continue };
        let equation = Equation::new(Form::Grows, now, vec![then]);
        if jumps(&equation) {
            thousandfold(book, &equation, found);
        } else if grows {
            judge(book, Rule::Series, equation, Others::default, found);
        }
    }
}

/// Plans, targets and results of a year against the year before.
pub(super) fn years(book: &Book<'_>, found: &mut Vec<Finding>) {
    let own = book.own.period;
    let length = own.last - own.first;
    let Some(before) = book.other(book.own.area, Period { first: own.first - 1 - length, last: own.first - 1 }) else { return };
    let compare = |mine: &Stated, theirs: &Stated, measure: Measure, found: &mut Vec<Finding>| {
        let newest = |book: &Book<'_>, stated: &Stated| {
            stated.iter().find(|(m, _)| *m == measure).and_then(|(_, all)| all.iter().copied().find(|ix| book.fact(*ix).is_some_and(|f| !f.set_aside)))
        };
        let (Some(now), Some(then)) = (newest(book, mine), newest(&before, theirs)) else { return };
        let base = &book.reading(now).unit;
        let (Some(stated), Some(earlier)) = (book.term(now, base, false), before.term(then, base, false)) else { return };
        let equation = Equation::new(Form::Grows, stated, vec![earlier]);
        if jumps(&equation) {
            thousandfold(book, &equation, found);
        }
    };
    for line in &book.own.money {
        let Some(theirs) = before.line(&line.axes) else { continue };
        for measure in [Measure::Planned, Measure::Assigned, Measure::Allocated] {
            compare(&line.stated, &theirs.stated, measure, found);
        }
    }
    for line in &book.own.indicators {
        let theirs = before.own.indicators.iter().find(|l| l.indicator == line.indicator && l.group == line.group);
        let Some(theirs) = theirs else { continue };
        for measure in [Measure::Target, Measure::Actual] {
            compare(&line.stated, &theirs.stated, measure, found);
        }
    }
}

/// What was disbursed is a thousandth of what there is, late in the period, and no rate confirms it.
pub(super) fn far_below(book: &Book<'_>, line: &MoneyLine, equation: &Equation, found: &mut Vec<Finding>) {
    let day = book.own.figure(equation.stated.at.figure).as_of;
    let late = standing::elapsed(book.own.period, day).is_some_and(|gone| gone >= Decimal::from(QUARTER));
    if late && jumps(equation) && book.on(&line.stated, Measure::Rate, day).is_none() {
        thousandfold(book, equation, found);
    }
}

/// How many times one value is the other, about a thousand either way.
fn jumps(equation: &Equation) -> bool {
    jumps_from(equation) || values(equation).is_some_and(|(stated, other)| is_thousandfold(other, stated))
}

/// Whether the stated value is about a thousand times what it is compared with.
pub(super) fn jumps_from(equation: &Equation) -> bool {
    values(equation).is_some_and(|(stated, other)| is_thousandfold(stated, other))
}

fn values(equation: &Equation) -> Option<(Decimal, Decimal)> {
    let other = equation.terms.iter().try_fold(Decimal::ZERO, |sum, t| sum.checked_add(t.value()?))?;
    equation.stated.value().map(|stated| (stated, other))
}

fn is_thousandfold(large: Decimal, small: Decimal) -> bool {
    let times = |n: u64| small.checked_mul(Decimal::from(n));
    small > Decimal::ZERO && times(JUMP.0).zip(times(JUMP.1)).is_some_and(|(low, high)| large >= low && large <= high)
}

/// Tells of a jump, and which of the two values would be near the other after a move of three places.
pub(super) fn thousandfold(book: &Book<'_>, equation: &Equation, found: &mut Vec<Finding>) {
    let Some((stated, other)) = values(equation) else { return };
    let by = if stated > other { -3 } else { 3 };
    let moved = |term: &Term, by: i32| Some((term.at, Number(shifted(term.number?.0, by)?.normalize())));
    let offer =
        |slip: i32, (at, mended): (At, Number)| Explanation { slip: Slip::Factor(slip), at, mended: Some(mended), meant: Vec::new(), tried: 2, explains: 1 };
    let mut all: Vec<Explanation> = moved(&equation.stated, by).map(|m| offer(by, m)).into_iter().collect();
    if let [only] = equation.terms.as_slice() {
        all.extend(moved(only, -by).map(|m| offer(-by, m)));
        // A comma with three digits behind it looks like a thousand's dot: that value is named first.
        if only.number.is_some_and(|n| n.decimals() == 3) && equation.stated.number.is_none_or(|n| n.decimals() != 3) {
            all.reverse();
        }
    }
    found.extend(finding(book, Rule::Jump, Verdict::Mismatch, equation, all));
}
