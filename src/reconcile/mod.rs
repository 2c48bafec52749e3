//! What does not add up: every rule that figures must keep among themselves, and the likeliest reason where one is broken.
//!
//! Rates against amounts, parts against totals, results against plans, days against days: each rule is a small function
//! over one sheet, counted exactly and with spans for what words leave open. A broken rule becomes a finding, which
//! `check` tells and pages show.
//! Invariant: nothing is ever corrected; nothing is compared across days; what the words leave open is never a mismatch.
//!
//! May use: model, figures, diag, i18n, values; crates rust_decimal, jiff.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::figures::{FigureIx, Figures};
use crate::model::{AreaIx, Period, Record, Unit};

pub mod book;
pub mod changes;
pub mod counts;
pub mod equation;
pub mod explain;
pub mod problems;
pub mod rates;
pub mod series;
pub mod span;
pub mod totals;
mod words;

pub use book::Book;
pub use equation::Verdict;
pub use explain::{Explanation, Slip};
pub use span::Span;
pub use words::ends;

use equation::{Equation, Form};
use explain::Others;

#[cfg(test)]
mod tests;

/// A figure of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// Its area.
    pub area: AreaIx,
    /// Its period.
    pub period: Period,
    /// Which figure of the sheet.
    pub figure: FigureIx,
}

/// A rule figures must keep. Its sentence is published on the method page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A stated rate is the share its amounts give.
    Rate,
    /// A total is the sum of its parts, and never less than those known.
    Parts,
    /// The rate of a total lies between those of its parts.
    RateBetween,
    /// Planned = assigned + carried over ± adjusted.
    PlanSum,
    /// Criteria counted are no more than the set has.
    CriteriaOfSet,
    /// Met, mostly met and not met make the set.
    CriteriaSum,
    /// The count is that of the single criteria.
    CriteriaStates,
    /// No more is disbursed than there is.
    Available,
    /// The stated change is the result less the baseline.
    Change,
    /// What is above target is the result less the target.
    Exceeded,
    /// Nothing is reported before it happened.
    Day,
    /// What adds up over time does not fall.
    Series,
    /// Nothing grows or shrinks a thousandfold.
    Jump,
}

impl Rule {
    /// Every rule, in the order of the method page.
    pub const ALL: [Rule; 13] = [
        Rule::Rate,
        Rule::Parts,
        Rule::RateBetween,
        Rule::PlanSum,
        Rule::Available,
        Rule::CriteriaOfSet,
        Rule::CriteriaSum,
        Rule::CriteriaStates,
        Rule::Change,
        Rule::Exceeded,
        Rule::Day,
        Rule::Series,
        Rule::Jump,
    ];

    /// The name of its published sentence in the word files.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Rate => "check-rate",
            Rule::Parts => "check-parts",
            Rule::RateBetween => "check-rate-between",
            Rule::PlanSum => "check-plan-sum",
            Rule::CriteriaOfSet => "check-criteria-of-set",
            Rule::CriteriaSum => "check-criteria-sum",
            Rule::CriteriaStates => "check-criteria-states",
            Rule::Available => "check-available",
            Rule::Change => "check-change",
            Rule::Exceeded => "check-exceeded",
            Rule::Day => "check-day",
            Rule::Series => "check-series",
            Rule::Jump => "check-jump",
        }
    }
}

/// What the other figures give instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Between which values it lies.
    pub span: Span,
    /// The value itself, where no word makes it a span.
    pub nominal: Option<Decimal>,
    /// Its unit.
    pub unit: Unit,
    /// Decimals it is shown with.
    pub decimals: u32,
}

/// A rule that is broken.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// How: cut off, or a mismatch.
    pub verdict: Verdict,
    /// The figure it is about.
    pub stated: At,
    /// What it should be; `None` where days are compared.
    pub counted: Option<Counted>,
    /// The figures it was compared with.
    pub inputs: Vec<At>,
    /// What may have happened, the likeliest first.
    pub explanations: Vec<Explanation>,
    /// Whether the editor has explained it in a note.
    pub noted: bool,
}

impl Finding {
    /// Whether the stated value lies above what was counted.
    pub fn stated_is_above(&self, figures: &Figures, record: &Record) -> bool {
        let span = Book::of(record, figures, self.stated.area, self.stated.period).and_then(|b| Span::of(b.reading(self.stated.figure), false));
        self.counted.as_ref().zip(span).is_some_and(|(counted, stated)| stated.is_above(counted.span))
    }
}

/// Everything found, by the sheets it shows on.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    by_sheet: BTreeMap<(AreaIx, Period), Vec<Arc<Finding>>>,
}

impl Findings {
    /// Files findings under every sheet whose figures they name.
    pub fn file(found: impl IntoIterator<Item = Arc<Finding>>) -> Self {
        let mut all = Findings::default();
        for finding in found {
            let mut names: Vec<(AreaIx, Period)> = std::iter::once(&finding.stated).chain(&finding.inputs).map(|at| (at.area, at.period)).collect();
            names.sort();
            names.dedup();
            for name in names {
                all.by_sheet.entry(name).or_default().push(finding.clone());
            }
        }
        all
    }

    /// What touches figures of one sheet.
    pub fn of_sheet(&self, area: AreaIx, period: Period) -> &[Arc<Finding>] {
        self.by_sheet.get(&(area, period)).map_or(&[], Vec::as_slice)
    }

    /// What touches one figure.
    pub fn of_figure(&self, at: At) -> impl Iterator<Item = &Finding> {
        self.of_sheet(at.area, at.period).iter().map(|f| &**f).filter(move |f| f.stated == at || f.inputs.contains(&at))
    }

    /// For each sheet that shows something found, words that change whenever what it shows of it changes.
    pub fn marks<'f>(&'f self, record: &'f Record, figures: &'f Figures) -> impl Iterator<Item = ((AreaIx, Period), String)> + 'f {
        let typed = |at: &At| Book::of(record, figures, at.area, at.period).map_or("", |book| book.reading(at.figure).typed.as_str());
        let mark = move |finding: &Arc<Finding>| {
            let values: Vec<&str> = std::iter::once(&finding.stated).chain(&finding.inputs).map(typed).collect();
            format!("{finding:?}{values:?}")
        };
        self.by_sheet.iter().map(move |(name, all)| (*name, all.iter().map(mark).collect()))
    }
}

/// The areas within each area.
pub type Children = Vec<Vec<AreaIx>>;

/// The areas within each area, of the whole record.
pub fn children(record: &Record) -> Children {
    let mut all = vec![Vec::new(); record.areas.len()];
    for (ix, area) in record.areas() {
        if let Some(parent) = area.parent {
            all[parent.at()].push(ix);
        }
    }
    all
}

/// The sheets whose rules look at one of these: all of the same place, and in the same period those of the places above,
/// beside and within it, and of the groups it is a member of.
pub fn around(record: &Record, children: &Children, changed: &[(AreaIx, Period)]) -> BTreeSet<(AreaIx, Period)> {
    let mut all = BTreeSet::new();
    for (area, period) in changed {
        all.extend(record.sheets_of(*area).map(|sheet| (sheet.area, sheet.period)));
        let above = record.area(*area).parent;
        let beside = above.map_or(&[][..], |above| children[above.at()].as_slice());
        let groups = record.areas().filter(|(_, group)| group.members.contains(area)).map(|(ix, _)| ix);
        let places = above.iter().chain(beside).chain(&children[area.at()]).copied().chain(groups);
        all.extend(places.map(|place| (place, *period)).filter(|name| record.sheets.contains_key(name)));
    }
    all
}

/// Every broken rule of one sheet.
pub fn of(book: &Book<'_>, children: &Children) -> Vec<Finding> {
    let mut found = Vec::new();
    rates::money(book, children, &mut found);
    rates::indicators(book, &mut found);
    totals::parts(book, children, &mut found);
    counts::plan_sum(book, &mut found);
    counts::available(book, &mut found);
    counts::criteria(book, &mut found);
    changes::change(book, &mut found);
    changes::exceeded(book, &mut found);
    series::days(book, &mut found);
    series::falling(book, &mut found);
    series::years(book, &mut found);
    explain_together(&mut found);
    found
}

/// One mistake may break several rules: what would mend more of them is likelier.
fn explain_together(found: &mut [Finding]) {
    if found.len() < 2 {
        return;
    }
    let all: Vec<(At, Option<crate::model::Number>)> = found.iter().flat_map(|f| &f.explanations).map(|e| (e.at, e.mended)).collect();
    for finding in found {
        for explanation in finding.explanations.iter_mut().filter(|e| e.mended.is_some()) {
            explanation.explains = all.iter().filter(|(at, mended)| *at == explanation.at && *mended == explanation.mended).count().max(1);
        }
        explain::rank(&mut finding.explanations);
    }
}

/// Judges an equation and keeps what is wrong; the words for what else may have been meant are made only then.
fn judge(book: &Book<'_>, rule: Rule, equation: Equation, others: impl FnOnce() -> Others, found: &mut Vec<Finding>) {
    let verdict = equation.verdict();
    if matches!(verdict, Verdict::Consistent | Verdict::NotCheckable) {
        return;
    }
    let mut explanations = if verdict == Verdict::Mismatch { explain::explain(&equation, &others()) } else { Vec::new() };
    // Only totals leave out parts or count them twice.
    if !matches!(rule, Rule::Parts | Rule::PlanSum) {
        explanations.retain(|e| !matches!(e.slip, Slip::LeftOut | Slip::CountedTwice | Slip::CountedToo));
    }
    found.extend(finding(book, rule, verdict, &equation, explanations));
}

fn finding(book: &Book<'_>, rule: Rule, verdict: Verdict, equation: &Equation, explanations: Vec<Explanation>) -> Option<Finding> {
    let stated = equation.stated.at;
    let mut inputs: Vec<At> = Vec::with_capacity(equation.terms.len());
    for term in &equation.terms {
        if term.at != stated && !inputs.contains(&term.at) {
            inputs.push(term.at);
        }
    }
    let own = equation.stated.number.map_or(0, |n| n.decimals());
    let theirs = equation.terms.iter().filter_map(|t| t.value()).map(|v| v.normalize().scale()).max().unwrap_or(0);
    let decimals = match equation.form {
        Form::Share | Form::Change => own,
        Form::Between | Form::Grows | Form::NotAbove => theirs,
        Form::Sum | Form::NotBelow => theirs.max(own),
    };
    let unit = match equation.form {
        Form::Share => Unit::Percent,
        _ => book.reading(stated.figure).unit.clone(),
    };
    let span = if equation.form == Form::Between { equation.printed_ends()? } else { equation.counted()? };
    let counted = Counted { span, nominal: equation.nominal(), unit, decimals };
    let noted = book.fact(stated.figure).is_some_and(|f| f.note.is_some());
    Some(Finding { rule, verdict, stated, counted: Some(counted), inputs, explanations, noted })
}
