//! Results against baselines and targets: the stated change, and what is above target.
//!
//! Invariant: per cent and percentage points are told apart where the source tells them apart; elsewhere either may be meant.
//!
//! May use: model, figures.

use super::Verdict;
use super::book::Book;
use super::equation::{Equation, Form, Term};
use super::explain::Others;
use super::{Finding, Rule, judge};
use crate::figures::{FigureIx, IndicatorLine};
use crate::model::{Change, IndicatorKind, Measure, Unit};

/// The stated change is the result less the baseline, and goes the same way.
pub(super) fn change(book: &Book<'_>, found: &mut Vec<Finding>) {
    for line in &book.own.indicators {
        for ix in book.all(&line.stated, Measure::Change) {
            let ways = changes(book, line, ix);
            if ways.iter().any(|e| e.verdict() == Verdict::Consistent) {
                continue;
            }
            if let Some(equation) = ways.into_iter().next() {
                judge(book, Rule::Change, equation, Others::default, found);
            }
        }
    }
}

/// What a stated change may mean, the likeliest first.
fn changes(book: &Book<'_>, line: &IndicatorLine, ix: FigureIx) -> Vec<Equation> {
    let counted = book.counts_things(line);
    let day = book.own.figure(ix).as_of;
    let reading = book.reading(ix);
    let term = |ix: FigureIx| book.term(ix, &Unit::Bare, counted);
    let actual = book.on(&line.stated, Measure::Actual, day).and_then(term);
    let baseline = book.in_force(&line.stated, Measure::Baseline, day).and_then(term);
    let (Some(actual), Some(baseline)) = (actual, baseline) else { return Vec::new() };
    let in_percent = book.record.indicator(line.indicator).unit.get("").trim_start().starts_with('%');
    let Some(stated) = book.term(ix, &reading.unit, counted && reading.unit == Unit::Bare) else { return Vec::new() };
    let signed = match reading.change {
        Some(Change::Fall) => vec![stated.taken()],
        Some(Change::Rise) => vec![stated],
        // Without a word for it, either way may be meant.
        None => vec![stated.clone(), stated.taken()],
    };
    let forms: &[Form] = match reading.unit {
        Unit::Percent if in_percent => &[Form::Sum, Form::Change],
        Unit::Percent => &[Form::Change],
        _ => &[Form::Sum],
    };
    let mut all = Vec::new();
    for form in forms {
        for stated in &signed {
            let terms = match form {
                // The base of a change comes first.
                Form::Change => vec![baseline.clone().taken(), actual.clone()],
                _ => vec![actual.clone(), baseline.clone().taken()],
            };
            all.push(Equation { directed: reading.change.is_some(), ..Equation::new(*form, stated.clone(), terms) });
        }
    }
    all
}

/// What is above target is the result less the target; of what should fall, the target less the result.
pub(super) fn exceeded(book: &Book<'_>, found: &mut Vec<Finding>) {
    for line in &book.own.indicators {
        let counted = book.counts_things(line);
        let falls = matches!(book.record.indicator(line.indicator).kind, IndicatorKind::Decrease | IndicatorKind::AtMost);
        for ix in book.all(&line.stated, Measure::Exceeded) {
            let term = |ix: FigureIx| book.term(ix, &Unit::Bare, counted);
            let actual = book.on(&line.stated, Measure::Actual, book.own.figure(ix).as_of).and_then(term);
            let (Some(stated), Some(actual)) = (term(ix), actual) else { continue };
            let way = |target: Term| {
                let terms = if falls { vec![target, actual.clone().taken()] } else { vec![actual.clone(), target.taken()] };
                Equation::new(Form::Sum, stated.clone(), terms)
            };
            let ways: Vec<Equation> = book.all(&line.stated, Measure::Target).filter_map(term).map(way).collect();
            if ways.iter().any(|e| e.verdict() == Verdict::Consistent) {
                continue;
            }
            if let Some(equation) = ways.into_iter().next() {
                judge(book, Rule::Exceeded, equation, Others::default, found);
            }
        }
    }
}
