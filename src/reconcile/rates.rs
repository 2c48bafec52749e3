//! Stated rates against the amounts they are a share of.
//!
//! Invariant: a rate is judged only on the denominator its source names, for its own day.
//!
//! May use: model, figures.

use super::Verdict;
use super::book::{Book, Stated};
use super::equation::{Equation, Form, Term};
use super::explain::{Others, Slip};
use super::{Children, Finding, Rule, judge};
use crate::figures::{FigureIx, IndicatorLine, MoneyLine};
use crate::model::{AsOf, Axes, IndicatorKind, Measure, RateOf, Unit};

/// So many other places are looked at for an amount that may have been taken from one of them.
const NEIGHBOURS: usize = 300;

/// What each named denominator is made of.
const WHOLES: [(RateOf, Measure); 4] = [
    (RateOf::Assigned, Measure::Assigned),
    (RateOf::Planned, Measure::Planned),
    (RateOf::Allocated, Measure::Allocated),
    (RateOf::CarriedOver, Measure::CarriedOver),
];

/// Rates of budget lines, of every snapshot.
pub(super) fn money(book: &Book<'_>, children: &Children, found: &mut Vec<Finding>) {
    for line in &book.own.money {
        for rate in book.all(&line.stated, Measure::Rate) {
            let Some(equation) = of_money(book, line, rate) else { continue };
            let verdict = equation.verdict();
            if verdict == Verdict::Consistent || (verdict == Verdict::Mismatch && holds_on_older_plan(book, line, &equation)) {
                continue;
            }
            judge(book, Rule::Rate, equation, || others(book, line, rate, children), found);
        }
    }
}

/// What a stated rate of a budget line must be; `None` when the source leaves something out.
pub fn of_money(book: &Book<'_>, line: &MoneyLine, rate: FigureIx) -> Option<Equation> {
    let fact = book.fact(rate)?;
    let of = fact.rate_of.filter(|of| !matches!(of, RateOf::NotStated | RateOf::Target))?;
    let stated = book.term(rate, &Unit::Percent, false)?;
    let part = book.on(&line.stated, Measure::Disbursed, fact.as_of)?;
    let base = base(book, line, of, fact.as_of)?;
    let mut terms = vec![book.term(part, &base, false)?];
    terms.extend(whole(book, &line.stated, of, fact.as_of, &base)?);
    Some(Equation::new(Form::Share, stated, terms))
}

/// The verdict on one stated rate, whichever line it belongs to.
pub fn verdict(book: &Book<'_>, rate: FigureIx) -> Verdict {
    let has = |stated: &Stated| stated.iter().any(|(m, all)| *m == Measure::Rate && all.contains(&rate));
    let money = book.own.money.iter().find(|l| has(&l.stated));
    if let Some(equation) = money.and_then(|line| of_money(book, line, rate)) {
        return equation.verdict();
    }
    let indicator = book.own.indicators.iter().find(|l| has(&l.stated));
    indicator.map_or(Verdict::NotCheckable, |line| of_indicator(book, line, rate).map_or(Verdict::NotCheckable, |all| best(&all)))
}

/// The unit a share is counted in: that of its denominator.
fn base(book: &Book<'_>, line: &MoneyLine, of: RateOf, day: Option<AsOf>) -> Option<Unit> {
    let measure = WHOLES.iter().find(|(name, _)| *name == of).map_or(Measure::Assigned, |(_, m)| *m);
    Some(book.reading(book.in_force(&line.stated, measure, day)?).unit.clone())
}

/// The named denominator of a line on a day.
fn whole(book: &Book<'_>, stated: &Stated, of: RateOf, day: Option<AsOf>, base: &Unit) -> Option<Vec<Term>> {
    let one = |measure: Measure| book.in_force(stated, measure, day);
    if of != RateOf::Available {
        let (_, measure) = WHOLES.iter().find(|(name, _)| *name == of)?;
        return Some(vec![book.term(one(*measure)?, base, false)?]);
    }
    let mut terms = vec![book.term(one(Measure::Assigned)?, base, false)?];
    for measure in [Measure::CarriedOver, Measure::Adjusted] {
        if let Some(ix) = one(measure) {
            terms.push(book.term(ix, base, false)?);
        }
    }
    Some(terms)
}

/// Whether an older rate is true of the plan that was in force then.
fn holds_on_older_plan(book: &Book<'_>, line: &MoneyLine, equation: &Equation) -> bool {
    let day = book.own.figure(equation.stated.at.figure).as_of;
    !book.newest_plan_held_on(day) && older_plans(book, line, equation).iter().any(|(_, whole)| with_whole(equation, whole) == Verdict::Consistent)
}

fn with_whole(equation: &Equation, whole: &[Term]) -> Verdict {
    let mut other = equation.clone();
    other.terms.truncate(1);
    other.terms.extend(whole.iter().cloned());
    other.verdict()
}

fn older_plans(book: &Book<'_>, line: &MoneyLine, equation: &Equation) -> Vec<(Slip, Vec<Term>)> {
    let Some(newest) = equation.terms.get(1) else { return Vec::new() };
    let Some(fact) = book.fact(newest.at.figure) else { return Vec::new() };
    let base = book.reading(newest.at.figure).unit.clone();
    let replaced = book.replaced(&line.axes, fact.measure);
    // The rest of what was available is as it was.
    let rest = &equation.terms[2..];
    let whole = |ix: &FigureIx| Some((Slip::OlderPlan, std::iter::once(book.term(*ix, &base, false)?).chain(rest.iter().cloned()).collect()));
    replaced.iter().filter_map(whole).collect()
}

/// What else a rate may have been counted on, or from.
fn others(book: &Book<'_>, line: &MoneyLine, rate: FigureIx, children: &Children) -> Others {
    let mut others = Others::default();
    let Some(equation) = of_money(book, line, rate) else { return others };
    let Some(fact) = book.fact(rate) else { return others };
    let (day, own) = (fact.as_of, fact.rate_of.unwrap_or(RateOf::NotStated));
    let Some(base) = base(book, line, own, day) else { return others };
    for of in [RateOf::Assigned, RateOf::Available, RateOf::Planned, RateOf::Allocated, RateOf::CarriedOver] {
        if of != own
            && let Some(terms) = whole(book, &line.stated, of, day, &base)
        {
            others.wholes.push((Slip::Denominator(of), terms));
        }
    }
    // Money carried over may stand on lines of its own.
    let carried = carried_lines(book, &line.axes, day, &base);
    if !carried.is_empty()
        && let Some(mut terms) = whole(book, &line.stated, own, day, &base)
    {
        terms.extend(carried);
        others.wholes.push((Slip::WithCarriedOver, terms));
    }
    let measure = WHOLES.iter().find(|(name, _)| *name == own).map_or(Measure::Assigned, |(_, m)| *m);
    let one = |book: &Book<'_>, other: &MoneyLine, measure: Measure| book.term(book.in_force(&other.stated, measure, day)?, &base, false);
    let mut both: Vec<Term> = Vec::new();
    for other in book.own.money.iter().filter(|l| l.axes != line.axes) {
        let (mine, theirs) = (&line.axes, &other.axes);
        let same_capital = Axes { capital: mine.capital, ..*theirs } == *mine;
        let whole_programme = theirs.component.is_none() && Axes { component: mine.component, ..*theirs } == *mine;
        let whole = one(book, other, measure);
        if same_capital && theirs.capital.is_some() {
            both.extend(whole.clone());
        }
        match whole {
            Some(term) if same_capital || whole_programme => others.wholes.push((Slip::OtherWhole, vec![term])),
            Some(term) => others.amounts.push((2, term)),
            None => {}
        }
        let part = book.on(&other.stated, Measure::Disbursed, day).and_then(|ix| book.term(ix, &base, false));
        others.amounts.extend(part.map(|term| (1, term)));
    }
    // Both kinds of capital together, where the line is one of them.
    if line.axes.capital.is_some()
        && !both.is_empty()
        && let Some(mut terms) = whole(book, &line.stated, own, day, &base)
    {
        terms.extend(both);
        others.wholes.push((Slip::OtherWhole, terms));
    }
    others.wholes.extend(older_plans(book, line, &equation));
    // The same line of neighbouring places.
    let area = book.record.area(book.own.area);
    let near = area.parent.map_or(&[][..], |parent| children[parent.at()].as_slice());
    let kin = area.parent.iter().chain(near).chain(&children[book.own.area.at()]).filter(|ix| **ix != book.own.area);
    for other in kin.take(NEIGHBOURS).filter_map(|ix| book.other(*ix, book.own.period)) {
        let Some(theirs) = other.line(&line.axes) else { continue };
        let part = other.on(&theirs.stated, Measure::Disbursed, day).and_then(|ix| other.term(ix, &base, false));
        others.far.extend(part.map(|term| (1, term)));
        others.far.extend(one(&other, theirs, measure).map(|term| (2, term)));
    }
    others
}

/// What was carried over to a line and stands on lines of its own, by year.
pub(super) fn carried_lines(book: &Book<'_>, axes: &Axes, day: Option<AsOf>, base: &Unit) -> Vec<Term> {
    if axes.carried_from.is_some() {
        return Vec::new();
    }
    let lines = book.own.money.iter().filter(|l| l.axes.carried_from.is_some() && Axes { carried_from: None, ..l.axes } == *axes);
    lines.filter_map(|l| book.term(book.in_force(&l.stated, Measure::CarriedOver, day)?, base, false)).collect()
}

/// Rates of indicators: the result in percent of the target.
pub(super) fn indicators(book: &Book<'_>, found: &mut Vec<Finding>) {
    for line in &book.own.indicators {
        for rate in book.all(&line.stated, Measure::Rate) {
            let Some(mut all) = of_indicator(book, line, rate) else { continue };
            if !matches!(best(&all), Verdict::Mismatch | Verdict::Truncated) {
                continue;
            }
            let verdict = best(&all);
            let at = all.iter().position(|e| e.verdict() == verdict).unwrap_or(0);
            let equation = all.swap_remove(at);
            judge(book, Rule::Rate, equation, Others::default, found);
        }
    }
}

/// The kindest verdict: a rate is right when it is right for one reading of it.
fn best(all: &[Equation]) -> Verdict {
    let verdicts: Vec<Verdict> = all.iter().map(Equation::verdict).collect();
    [Verdict::Consistent, Verdict::Truncated, Verdict::Mismatch].into_iter().find(|v| verdicts.contains(v)).unwrap_or(Verdict::NotCheckable)
}

/// What a stated rate of an indicator may be: of any of its targets, or of the way from the baseline.
fn of_indicator(book: &Book<'_>, line: &IndicatorLine, rate: FigureIx) -> Option<Vec<Equation>> {
    let fact = book.fact(rate)?;
    if fact.rate_of == Some(RateOf::NotStated) {
        return None;
    }
    let kind = book.record.indicator(line.indicator).kind;
    if matches!(kind, IndicatorKind::AtMost | IndicatorKind::Range | IndicatorKind::Milestone | IndicatorKind::Text) {
        return None;
    }
    let counted = book.counts_things(line);
    let stated = book.term(rate, &Unit::Percent, false)?;
    let actual = book.on(&line.stated, Measure::Actual, fact.as_of).or_else(|| book.on(&line.stated, Measure::Forecast, fact.as_of))?;
    let part = book.term(actual, &Unit::Bare, counted)?;
    let mut all = Vec::new();
    for target in book.all(&line.stated, Measure::Target) {
        let Some(target) = book.term(target, &Unit::Bare, counted) else { continue };
        all.push(Equation::new(Form::Share, stated.clone(), vec![part.clone(), target.clone()]));
        if kind == IndicatorKind::Decrease {
            all.push(Equation::new(Form::Share, stated.clone(), vec![target.clone(), part.clone()]));
        }
        // The way from the baseline is counted by the site; a report may mean it.
        if let Some(progress) = line.progress.filter(|_| line.baseline.is_some() && line.actual == Some(actual)) {
            let way = book.reading(progress).number().and_then(|n| {
                let mut term = book.term(rate, &Unit::Percent, false)?;
                term.span = super::Span::with(n, crate::model::Hedge::About, false)?;
                Some(term)
            });
            all.extend(way.map(|way| Equation::new(Form::Sum, stated.clone(), vec![way])));
        }
    }
    if all.is_empty()
        && let Some(whole) = Term::whole_of_pair(book.at(actual), book.reading(actual))
    {
        all.push(Equation::new(Form::Share, stated, vec![part, whole]));
    }
    Some(all)
}
