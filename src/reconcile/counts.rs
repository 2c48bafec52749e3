//! What is planned, what there is, and how many of how many: sums along one line and counts of criteria.
//!
//! Invariant: what a source leaves out is not filled in: without it nothing is compared.
//!
//! May use: model, figures; crates rust_decimal.

use super::Verdict;
use super::book::Book;
use super::equation::{Equation, Form, Term};
use super::explain::{Others, Slip};
use super::rates::carried_lines;
use super::{Finding, Rule, judge, series};
use crate::figures::{FigureIx, MoneyLine, Origin};
use crate::model::{Axes, Capital, Measure, SetIx, Subject, Unit};

/// Planned = assigned + carried over ± adjusted, where a line states them for one day.
pub(super) fn plan_sum(book: &Book<'_>, found: &mut Vec<Finding>) {
    for line in &book.own.money {
        for planned in book.all(&line.stated, Measure::Planned) {
            let base = &book.reading(planned).unit;
            let day = book.own.figure(planned).as_of;
            let on = |measure: Measure| book.on(&line.stated, measure, day).and_then(|ix| book.term(ix, base, false));
            let (Some(stated), Some(assigned)) = (book.term(planned, base, false), on(Measure::Assigned)) else { continue };
            let mut terms = vec![assigned];
            terms.extend(on(Measure::Adjusted));
            let alone = Equation::new(Form::Sum, stated.clone(), terms.clone());
            match on(Measure::CarriedOver) {
                Some(carried) => terms.insert(1, carried),
                None => {
                    let carried = carried_lines(book, &line.axes, day, base);
                    // Where carried money has lines of its own, a plan may or may not hold it.
                    if carried.is_empty() || alone.verdict() == Verdict::Consistent {
                        continue;
                    }
                    terms.extend(carried);
                }
            }
            judge(book, Rule::PlanSum, Equation::new(Form::Sum, stated, terms), Others::default, found);
        }
    }
}

/// No more is disbursed than there is, by whichever stage of the plan is the highest.
pub(super) fn available(book: &Book<'_>, found: &mut Vec<Finding>) {
    for line in book.own.money.iter().filter(|l| l.axes.fund.is_none_or(|f| f.is_budget())) {
        for disbursed in book.all(&line.stated, Measure::Disbursed) {
            let day = book.own.figure(disbursed).as_of;
            let base = &book.reading(disbursed).unit;
            if !book.newest_plan_held_on(day) {
                continue;
            }
            let (Some(stated), Some(terms)) = (book.term(disbursed, base, false), most(book, line, disbursed, base)) else { continue };
            let equation = Equation::new(Form::NotAbove, stated, terms);
            if series::jumps_from(&equation) {
                series::thousandfold(book, &equation, found);
                continue;
            }
            judge(book, Rule::Available, equation.clone(), || others(book, line, disbursed, base, &equation), found);
            series::far_below(book, line, &equation, found);
        }
    }
}

/// The most that may be disbursed on a line; `None` where some of it is spoken of without a number.
fn most(book: &Book<'_>, line: &MoneyLine, disbursed: FigureIx, base: &Unit) -> Option<Vec<Term>> {
    let day = book.own.figure(disbursed).as_of;
    let force = |stated: &super::book::Stated, measure: Measure| book.in_force(stated, measure, day);
    let spoken = |ix: Option<FigureIx>| match ix {
        None => Some(None),
        Some(ix) => book.term(ix, base, false).map(Some),
    };
    let mut sum: Vec<Term> = Vec::new();
    for measure in [Measure::Assigned, Measure::CarriedOver, Measure::Adjusted] {
        sum.extend(spoken(force(&line.stated, measure))?);
    }
    // Carried money on a line of its own, of which nothing is told as disbursed, may be told here.
    for other in book.own.money.iter() {
        if other.axes.carried_from.is_some()
            && line.axes.carried_from.is_none()
            && (Axes { carried_from: None, ..other.axes }) == line.axes
            && book.on(&other.stated, Measure::Disbursed, day).is_none()
        {
            sum.extend(spoken(force(&other.stated, Measure::CarriedOver))?);
        }
    }
    // What was adjusted is a part of something; alone it tells of no money.
    if sum.iter().all(|t| book.fact(t.at.figure).is_some_and(|f| f.measure == Measure::Adjusted)) {
        sum.clear();
    }
    let mut all: Vec<Vec<Term>> = vec![sum];
    for measure in [Measure::Planned, Measure::Allocated] {
        all.push(spoken(force(&line.stated, measure))?.into_iter().collect());
    }
    let high = |terms: &Vec<Term>| terms.iter().try_fold(rust_decimal::Decimal::ZERO, |sum, t| sum.checked_add(t.span.high?));
    // Where nothing was planned, whatever is done is outside the plan, and said so.
    all.retain(|terms| !terms.is_empty() && high(terms).is_none_or(|high| high > rust_decimal::Decimal::ONE));
    all.into_iter().max_by_key(high)
}

/// What may have been meant where more is disbursed than there is.
fn others(book: &Book<'_>, line: &MoneyLine, disbursed: FigureIx, base: &Unit, equation: &Equation) -> Others {
    let day = book.own.figure(disbursed).as_of;
    let mut others = Others::default();
    let mut with = equation.terms.clone();
    with.extend(carried_lines(book, &line.axes, day, base).into_iter().filter(|t| equation.terms.iter().all(|own| own.at != t.at)));
    if with.len() > equation.terms.len() {
        others.wholes.push((Slip::WithCarriedOver, with));
    }
    // The line of both kinds of capital together.
    let wider = line.axes.capital.and_then(|_: Capital| book.line(&Axes { capital: None, ..line.axes }));
    if let Some(terms) = wider.and_then(|l| most(book, l, disbursed, base)) {
        others.wholes.push((Slip::OtherWhole, terms));
    }
    others
}

/// Counts of criteria against the size of the set, against each other, and against single criteria.
pub(super) fn criteria(book: &Book<'_>, found: &mut Vec<Finding>) {
    let mut groups: Vec<(SetIx, Option<crate::model::AsOf>, Option<crate::model::SourceRef>)> = Vec::new();
    for (ix, set) in facts(book) {
        let Some(fact) = book.fact(ix) else { continue };
        let size = book.record.set(set).criteria.len();
        if size > 0 {
            of_set(book, ix, size, found);
        }
        let group = (set, fact.as_of, fact.source);
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    for (set, day, source) in groups {
        let mine: Vec<FigureIx> =
            facts(book).filter(|(ix, own)| *own == set && book.fact(*ix).is_some_and(|f| f.as_of == day && f.source == source)).map(|(ix, _)| ix).collect();
        together(book, set, &mine, found);
    }
}

/// Stated figures of criteria sets that count.
fn facts<'b>(book: &'b Book<'b>) -> impl Iterator<Item = (FigureIx, SetIx)> + 'b {
    (0..book.own.figures.len() as FigureIx).filter_map(move |ix| match (&book.own.figure(ix).origin, &book.own.figure(ix).about) {
        (Origin::Stated(_), crate::figures::About::Subject(Subject::Criteria(set))) if book.fact(ix).is_some_and(|f| !f.set_aside) => Some((ix, *set)),
        _ => None,
    })
}

fn is_count(book: &Book<'_>, ix: FigureIx) -> bool {
    book.fact(ix).is_some_and(|f| matches!(f.measure, Measure::Met | Measure::MostlyMet | Measure::NotMet))
}

fn of_set(book: &Book<'_>, ix: FigureIx, size: usize, found: &mut Vec<Finding>) {
    if !is_count(book, ix) {
        return;
    }
    let all = Term::count(book.at(ix), size);
    if let Some(stated) = book.term(ix, &Unit::Bare, true) {
        judge(book, Rule::CriteriaOfSet, Equation::new(Form::NotAbove, stated, vec![all.clone()]), Others::default, found);
    }
    if let Some(whole) = Term::whole_of_pair(book.at(ix), book.reading(ix)) {
        judge(book, Rule::CriteriaOfSet, Equation::new(Form::Sum, whole, vec![all]), Others::default, found);
    }
}

/// What one source says of one set for one day.
fn together(book: &Book<'_>, set: SetIx, mine: &[FigureIx], found: &mut Vec<Finding>) {
    let size = book.record.set(set).criteria.len();
    let count = |measure: Measure| mine.iter().copied().find(|ix| book.fact(*ix).is_some_and(|f| f.measure == measure));
    let counts: Vec<(Measure, FigureIx)> = [Measure::Met, Measure::MostlyMet, Measure::NotMet].into_iter().filter_map(|m| count(m).map(|ix| (m, ix))).collect();
    let terms: Vec<Term> = counts.iter().filter_map(|(_, ix)| book.term(*ix, &Unit::Bare, true)).collect();
    if size > 0 && terms.len() > 1 && terms.len() == counts.len() {
        // All three make the set; two of them are no more than it.
        let form = if terms.len() == 3 { Form::Sum } else { Form::NotBelow };
        let mut whole = Term::count(terms[0].at, size);
        whole.at = terms[0].at;
        judge(book, Rule::CriteriaSum, Equation::new(form, whole, terms), Others::default, found);
    }
    let states: Vec<(FigureIx, &[(u32, Measure)])> =
        mine.iter().filter_map(|ix| book.fact(*ix)?.criteria.as_ref().map(|c| (*ix, c.states.as_slice()))).filter(|(_, s)| !s.is_empty()).collect();
    let Some((named, states)) = states.first() else { return };
    for (measure, ix) in counts {
        let single = states.iter().filter(|(_, state)| *state == measure).count();
        let Some(stated) = book.term(ix, &Unit::Bare, true) else { continue };
        // Some may be named and others not: then there are no fewer than those.
        let form = if size > 0 && states.len() == size { Form::Sum } else { Form::NotBelow };
        judge(book, Rule::CriteriaStates, Equation::new(form, stated, vec![Term::count(book.at(*named), single)]), Others::default, found);
    }
}
