//! Parts against totals: components, funds and kinds of capital of a line, members of a group, areas within an area.
//!
//! Invariant: only figures of one measure, one day and one scope are added; credit and integrated funds never are;
//! less than the total is wrong only where the parts are known to be all there are.
//!
//! May use: model, figures.

use super::book::Book;
use super::equation::{Equation, Form, Term};
use super::explain::Others;
use super::{Children, Finding, Rule, judge};
use crate::figures::{FigureIx, MoneyLine};
use crate::model::{AreaIx, Axes, Capital, ComponentIx, Fund, Measure, ProgrammeIx, RateOf, Unit};

/// Amounts that add up.
const AMOUNTS: [Measure; 8] =
    [Measure::Planned, Measure::Assigned, Measure::Allocated, Measure::CarriedOver, Measure::Disbursed, Measure::WorkDone, Measure::Returned, Measure::Settled];

/// Lines that together are one line, or some of them.
struct Partition<'b> {
    parts: Vec<(Book<'b>, &'b MoneyLine)>,
    /// How many there are, when it is known.
    all: Option<usize>,
}

/// Every total of a sheet against each way it is split, its amounts and its rates.
pub(super) fn parts(book: &Book<'_>, children: &Children, found: &mut Vec<Finding>) {
    for line in &book.own.money {
        for partition in partitions(book, line, children) {
            for measure in AMOUNTS {
                for total in book.all(&line.stated, measure) {
                    amounts(book, line, total, measure, &partition, found);
                }
            }
            for total in book.all(&line.stated, Measure::Rate) {
                rates(book, total, &partition, found);
            }
        }
    }
}

fn partitions<'b>(book: &Book<'b>, line: &MoneyLine, children: &Children) -> Vec<Partition<'b>> {
    let mut all = Vec::new();
    let axes = &line.axes;
    let lines = |keep: &dyn Fn(&Axes) -> bool| -> Vec<(Book<'b>, &'b MoneyLine)> {
        book.own.money.iter().filter(|l| l.axes != *axes && keep(&l.axes)).map(|l| (*book, l)).collect()
    };
    if axes.capital.is_none() {
        all.push(Partition { parts: lines(&|a| Axes { capital: None, ..*a } == *axes), all: Some([Capital::Investment, Capital::Recurrent].len()) });
    }
    let funds = lines(&|a| Axes { fund: axes.fund, ..*a } == *axes && a.fund.is_some_and(|f| f.is_budget()));
    all.push(Partition { parts: separate_funds(axes.fund, funds), all: None });
    let below = lines(&|a| Axes { component: axes.component, ..*a } == *axes && within(book, axes.programme, a.component, axes.component));
    let top = |(_, part): &(Book<'_>, &MoneyLine)| {
        !below.iter().any(|(_, other)| within(book, axes.programme, part.axes.component, other.axes.component) && other.axes.component.is_some())
    };
    let topmost: Vec<_> = below.iter().filter(|part| top(part)).copied().collect();
    all.push(Partition { parts: topmost, all: None });
    let members = &book.record.programme(axes.programme).members;
    if !members.is_empty() {
        let parts = lines(&|a| members.contains(&a.programme) && Axes { programme: axes.programme, ..*a } == *axes);
        all.push(Partition { parts, all: Some(members.len()) });
    }
    areas(book, axes, children, &mut all);
    all.retain(|p| !p.parts.is_empty());
    all
}

/// Whether a component lies below another, or below the programme as a whole.
fn within(book: &Book<'_>, programme: ProgrammeIx, component: Option<ComponentIx>, above: Option<ComponentIx>) -> bool {
    let components = &book.record.programme(programme).components;
    let mut at = component.and_then(|c| components[c.at()].parent);
    if component.is_none() || component == above {
        return false;
    }
    let Some(above) = above else { return true };
    while let Some(parent) = at {
        if parent == above {
            return true;
        }
        at = components[parent.at()].parent;
    }
    false
}

/// Funds that do not contain one another: "central and local" is told again by its own parts, and what matches may be
/// local money too.
fn separate_funds<'b>(total: Option<Fund>, mut parts: Vec<(Book<'b>, &'b MoneyLine)>) -> Vec<(Book<'b>, &'b MoneyLine)> {
    let has = |parts: &[(Book<'b>, &'b MoneyLine)], funds: &[Fund]| parts.iter().any(|(_, l)| l.axes.fund.is_some_and(|f| funds.contains(&f)));
    const SPLIT: [Fund; 4] = [Fund::Central, Fund::Province, Fund::District, Fund::Commune];
    match total {
        Some(Fund::CentralAndLocal) => parts.retain(|(_, l)| l.axes.fund.is_some_and(|f| SPLIT.contains(&f))),
        Some(_) => parts.clear(),
        None => {
            if has(&parts, &[Fund::CentralAndLocal]) {
                parts.retain(|(_, l)| l.axes.fund == Some(Fund::CentralAndLocal));
            } else if has(&parts, &SPLIT[1..]) {
                parts.retain(|(_, l)| l.axes.fund != Some(Fund::Matching));
            }
        }
    }
    parts
}

/// The same line in the areas within this one, by their kind, or in the members of a group.
fn areas<'b>(book: &Book<'b>, axes: &Axes, children: &Children, all: &mut Vec<Partition<'b>>) {
    let area = book.record.area(book.own.area);
    let lines = |areas: &mut dyn Iterator<Item = &AreaIx>| -> Vec<(Book<'b>, &'b MoneyLine)> {
        areas.filter_map(|ix| book.other(*ix, book.own.period)).filter_map(|b| Some((b, b.line(axes)?))).collect()
    };
    let within = &children[book.own.area.at()];
    let mut kinds: Vec<&str> = within.iter().map(|ix| book.record.area(*ix).kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let parts = lines(&mut within.iter().filter(|ix| book.record.area(**ix).kind == kind));
        // All there are is what the area says there are: those with a page here may be a few of them.
        let count = area.parts.as_ref().filter(|p| p.kind == kind).map(|p| p.count as usize);
        all.push(Partition { parts, all: count });
    }
    if !area.members.is_empty() {
        let count = area.members_count.map_or(area.members.len(), |n| n as usize);
        all.push(Partition { parts: lines(&mut area.members.iter()), all: Some(count) });
    }
}

fn amounts(book: &Book<'_>, line: &MoneyLine, total: FigureIx, measure: Measure, partition: &Partition<'_>, found: &mut Vec<Finding>) {
    let base = &book.reading(total).unit;
    let day = book.own.figure(total).as_of;
    let Some(stated) = book.term(total, base, false) else { return };
    let same = |part: &Book<'_>, ix: FigureIx| part.scope(ix) == book.scope(total) && part.reading(ix).standing == book.reading(total).standing;
    let term = |(part, line): &(Book<'_>, &MoneyLine)| {
        let ix = part.on(&line.stated, measure, day).filter(|ix| same(part, *ix))?;
        part.term(ix, base, false)
    };
    let terms: Vec<Term> = partition.parts.iter().filter_map(term).collect();
    if terms.is_empty() {
        return;
    }
    let complete = partition.all == Some(terms.len());
    let form = if complete { Form::Sum } else { Form::NotBelow };
    judge(book, Rule::Parts, Equation::new(form, stated, terms), || others(book, line, measure, total, base), found);
}

/// What a total may have counted too, or been mistaken for.
fn others(book: &Book<'_>, line: &MoneyLine, measure: Measure, total: FigureIx, base: &Unit) -> Others {
    let day = book.own.figure(total).as_of;
    let mut others = Others::default();
    for other in book.own.money.iter().filter(|l| l.axes != line.axes) {
        let Some(term) = book.on(&other.stated, measure, day).and_then(|ix| book.term(ix, base, false)) else { continue };
        let aside = other.axes.programme == line.axes.programme && other.axes.fund.is_some_and(|f| !f.is_budget());
        if aside {
            others.beside.push(term);
        } else {
            others.amounts.push((0, term));
        }
    }
    others
}

fn rates(book: &Book<'_>, total: FigureIx, partition: &Partition<'_>, found: &mut Vec<Finding>) {
    let Some(fact) = book.fact(total) else { return };
    let of = fact.rate_of.filter(|of| *of != RateOf::NotStated);
    let (Some(of), Some(stated)) = (of, book.term(total, &Unit::Percent, false)) else { return };
    let term = |(part, line): &(Book<'_>, &MoneyLine)| {
        let ix = part.on(&line.stated, Measure::Rate, fact.as_of)?;
        let same = part.fact(ix)?.rate_of == Some(of) && part.scope(ix) == book.scope(total);
        same.then(|| part.term(ix, &Unit::Percent, false))?
    };
    let terms: Vec<Term> = partition.parts.iter().filter_map(term).collect();
    // Parts that are missing may lie on the other side.
    if partition.all != Some(terms.len()) || terms.len() < 2 {
        return;
    }
    judge(book, Rule::RateBetween, Equation::new(Form::Between, stated, terms), Others::default, found);
}
