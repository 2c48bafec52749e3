//! Every number the public reads, each with its rule and its sources.
//!
//! A sheet of the record becomes figures: the stated ones as they are, and the ones counted from them,
//! labelled as counted. Pages, downloads and feeds all read these, so they cannot disagree.
//! Invariant: nothing is rounded but in `rounding`; a missing value stays missing; no stage is added to another.
//!
//! May use: model, config, values; crates rust_decimal.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::config::Config;
use crate::model::{AreaIx, AsOf, Capital, Fact, Measure, Period, ProgrammeIx, RateOf, Reading, Record, Sheet, Subject};

pub mod address;
pub mod bounds;
mod earlier;
pub mod indicator;
pub mod lookup;
pub mod money;
pub mod rounding;
pub mod standing;
pub mod totals;

pub use indicator::IndicatorLine;
pub use lookup::Standpoint;
pub use money::MoneyLine;
pub use standing::{Judged, NoProgress, Standing};
pub use totals::TotalLine;

#[cfg(test)]
mod tests;

/// Which figure of its sheet.
pub type FigureIx = u32;

/// What a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// A line, indicator or criteria set.
    Subject(Subject),
    /// The sum over the lines of a programme, of a kind of capital, or of both.
    Total {
        /// Which programme; `None` for all.
        programme: Option<ProgrammeIx>,
        /// Which capital; `None` for both.
        capital: Option<Capital>,
    },
}

/// What a figure says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// A stated measure, or a sum of that measure.
    Measure(Measure),
    /// Assigned and carried over, with adjustments.
    Available,
    /// How far it is, in percent.
    Progress,
}

/// The rule a counted figure follows. Its sentence is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// assigned + carried over ± adjusted
    Available,
    /// disbursed ÷ the named denominator
    ShareOf(RateOf),
    /// actual − exceeded
    TargetFromExceeded,
    /// actual ÷ target
    ActualOfTarget,
    /// (actual − baseline) ÷ (target − baseline)
    WayFromBaseline,
    /// part ÷ whole
    PartOfWhole,
    /// Sum over lines.
    Sum,
    /// Sum over the lines that were assigned, others left out.
    SumOfAssigned,
}

impl Rule {
    /// The name of its sentence in the word files.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Available => "rule-available",
            Rule::ShareOf(_) => "rule-share",
            Rule::TargetFromExceeded => "rule-target-from-exceeded",
            Rule::ActualOfTarget => "rule-actual-of-target",
            Rule::WayFromBaseline => "rule-way-from-baseline",
            Rule::PartOfWhole => "rule-part-of-whole",
            Rule::Sum => "rule-sum",
            Rule::SumOfAssigned => "rule-sum-of-assigned",
        }
    }
}

impl Rule {
    /// How a machine counts it again from its inputs, in their order: `100 * a / b`.
    pub fn formula(self, inputs: usize) -> String {
        let names: Vec<String> = (b'a'..=b'z').map(|letter| char::from(letter).to_string()).collect();
        match self {
            Rule::ShareOf(_) | Rule::ActualOfTarget => "100 * a / b".to_owned(),
            Rule::TargetFromExceeded => "a - b".to_owned(),
            Rule::WayFromBaseline => "100 * (a - b) / (c - b)".to_owned(),
            Rule::PartOfWhole => "100 * a.value / a.whole".to_owned(),
            Rule::Available | Rule::Sum | Rule::SumOfAssigned if inputs <= names.len() => names[..inputs].join(" + "),
            Rule::Available | Rule::Sum | Rule::SumOfAssigned => "sum".to_owned(),
        }
    }
}

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// Stated by a source: which fact of the sheet.
    Stated(u32),
    /// Stated by a plan version that has been replaced: which of the sheet's replaced facts.
    Replaced(u32),
    /// Counted by the site.
    Counted {
        /// The value; exact, rounded only when shown.
        reading: Box<Reading>,
        /// The rule.
        rule: Rule,
        /// What it was counted from.
        inputs: Vec<FigureIx>,
    },
}

/// One number the public reads.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its address within the sheet: `ntm/investment/disbursed`, with `@date` for an older snapshot.
    pub address: String,
    /// What it is about.
    pub about: About,
    /// What it says.
    pub what: What,
    /// The day it holds for.
    pub as_of: Option<AsOf>,
    /// Where it comes from.
    pub origin: Origin,
}

/// All figures of one area in one period, and how they stand together in tables.
#[derive(Clone, Debug)]
pub struct SheetFigures {
    /// Which area.
    pub area: AreaIx,
    /// Which period.
    pub period: Period,
    /// Every figure.
    pub figures: Vec<Figure>,
    /// Budget lines.
    pub money: Vec<MoneyLine>,
    /// Sums over budget lines.
    pub totals: Vec<TotalLine>,
    /// Indicators.
    pub indicators: Vec<IndicatorLine>,
    /// Criteria: the set and its figures, the status first when stated.
    pub criteria: Vec<(crate::model::SetIx, Vec<FigureIx>)>,
}

impl SheetFigures {
    /// The figure of an index.
    pub fn figure(&self, ix: FigureIx) -> &Figure {
        &self.figures[ix as usize]
    }

    /// The value of a figure.
    pub fn reading<'s>(&'s self, sheet: &'s Sheet, ix: FigureIx) -> &'s Reading {
        match &self.figure(ix).origin {
            Origin::Stated(at) => &sheet.facts[*at as usize].reading,
            Origin::Replaced(at) => &sheet.replaced[*at as usize].reading,
            Origin::Counted { reading, .. } => reading,
        }
    }

    /// The fact behind a stated figure.
    pub fn fact<'s>(&self, sheet: &'s Sheet, ix: FigureIx) -> Option<&'s Fact> {
        match &self.figure(ix).origin {
            Origin::Stated(at) => Some(&sheet.facts[*at as usize]),
            Origin::Replaced(at) => Some(&sheet.replaced[*at as usize]),
            Origin::Counted { .. } => None,
        }
    }

    /// The figure at an address within the sheet.
    pub fn find(&self, address: &str) -> Option<FigureIx> {
        self.figures.iter().position(|f| f.address == address).map(|at| at as FigureIx)
    }

    fn add(&mut self, address: String, about: About, what: What, as_of: Option<AsOf>, origin: Origin) -> FigureIx {
        self.figures.push(Figure { address, about, what, as_of, origin });
        self.figures.len() as FigureIx - 1
    }
}

/// Every figure of the site.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// By area and period.
    pub sheets: BTreeMap<(AreaIx, Period), Arc<SheetFigures>>,
}

impl Figures {
    /// The figures of one area and period.
    pub fn sheet(&self, area: AreaIx, period: Period) -> Option<&SheetFigures> {
        self.sheets.get(&(area, period)).map(|sheet| &**sheet)
    }

    /// The sheets of one area, oldest first.
    pub fn of_area(&self, area: AreaIx) -> impl DoubleEndedIterator<Item = &SheetFigures> {
        self.sheets.range((area, Period::year(i16::MIN))..=(area, Period::year(i16::MAX))).map(|(_, s)| &**s)
    }

    /// Every sheet, by area and period.
    pub fn all(&self) -> impl Iterator<Item = &SheetFigures> {
        self.sheets.values().map(|sheet| &**sheet)
    }

    /// How many figures there are.
    pub fn count(&self) -> usize {
        self.sheets.values().map(|s| s.figures.len()).sum()
    }
}

/// The figures of one sheet.
pub fn of(sheet: &Sheet, record: &Record, config: &Config) -> SheetFigures {
    let mut out = SheetFigures {
        area: sheet.area,
        period: sheet.period,
        figures: Vec::with_capacity(sheet.facts.len() * 2),
        money: Vec::new(),
        totals: Vec::new(),
        indicators: Vec::new(),
        criteria: Vec::new(),
    };
    let groups = by_subject(sheet);
    for (subject, facts) in &groups {
        match subject {
            Subject::Money(axes) => money::line(&mut out, sheet, record, config, *axes, facts),
            Subject::Indicator(ix, group) => indicator::line(&mut out, sheet, record, config, *ix, group.clone(), facts),
            Subject::Criteria(set) => {
                let mut figures: Vec<FigureIx> = Vec::new();
                for measure in [Measure::Status, Measure::Met, Measure::MostlyMet, Measure::NotMet] {
                    figures.extend(stated(&mut out, sheet, record, subject, measure, facts).first());
                }
                out.criteria.push((*set, figures));
            }
        }
    }
    // A programme that stands for several comes after its members.
    out.money.sort_by_key(|line| !record.programme(line.axes.programme).members.is_empty());
    totals::add(&mut out, sheet, record, config);
    for (at, fact) in sheet.replaced.iter().enumerate() {
        // The source that was not chosen keeps its name when its plan is replaced.
        let other = fact.chosen.is_none() && sheet.replaced.iter().any(|f| f.chosen.is_some() && same_figure(f, fact));
        let address = format!("{}{}~v{}", address::of_fact(record, fact, None), if other { "~other" } else { "" }, fact.version);
        out.add(address, About::Subject(fact.subject.clone()), What::Measure(fact.measure), fact.as_of, Origin::Replaced(at as u32));
    }
    earlier::add(&mut out, sheet, record);
    // A country has hundreds of thousands of figures: no room is kept that is not used.
    out.figures.shrink_to_fit();
    out
}

/// Whether two facts of one plan version are told of one figure.
fn same_figure(a: &Fact, b: &Fact) -> bool {
    (&a.subject, a.measure, a.as_of, a.by, a.version) == (&b.subject, b.measure, b.as_of, b.by, b.version)
}

/// Facts by what they are about: budget lines in the order of programmes, then indicators, then criteria.
fn by_subject(sheet: &Sheet) -> Vec<(Subject, Vec<u32>)> {
    let mut groups: BTreeMap<&Subject, Vec<u32>> = BTreeMap::new();
    for (at, fact) in sheet.facts.iter().enumerate() {
        groups.entry(&fact.subject).or_default().push(at as u32);
    }
    groups.into_iter().map(|(subject, facts)| (subject.clone(), facts)).collect()
}

/// Adds the stated figures of one measure, newest first; the newest has the plain address.
/// One that was set aside for another source comes last.
fn stated(out: &mut SheetFigures, sheet: &Sheet, record: &Record, subject: &Subject, measure: Measure, facts: &[u32]) -> Vec<FigureIx> {
    let mut mine: Vec<u32> = facts.iter().copied().filter(|at| sheet.facts[*at as usize].measure == measure).collect();
    mine.sort_by_key(|at| {
        let fact = &sheet.facts[*at as usize];
        let known = fact.as_of.is_some_and(AsOf::known);
        // Of several targets the last one is the target; those before it are steps on the way.
        let by = fact.by.map_or(sheet.period.end(), |by| by.day);
        (fact.set_aside, std::cmp::Reverse((by, known, fact.as_of)), *at)
    });
    let mut indexes = Vec::new();
    for (rank, at) in mine.iter().enumerate() {
        let fact = &sheet.facts[*at as usize];
        let mut address = address::of_fact(record, fact, (rank > 0).then_some(fact.by.or(fact.as_of)).flatten());
        if fact.set_aside {
            address.push_str("~other");
        }
        let mut unique = address.clone();
        let mut count = 2;
        while out.figures.iter().any(|f| f.address == unique) {
            unique = format!("{address}~{count}");
            count += 1;
        }
        indexes.push(out.add(unique, About::Subject(subject.clone()), What::Measure(measure), fact.as_of, Origin::Stated(*at)));
    }
    indexes
}

/// The newest figure of a measure that counts.
fn newest(out: &SheetFigures, sheet: &Sheet, indexes: &[FigureIx]) -> Option<FigureIx> {
    indexes.first().copied().filter(|ix| out.fact(sheet, *ix).is_some_and(|f| !f.set_aside))
}

/// A reading made by the site.
fn counted(value: Decimal, like: &Reading) -> Reading {
    Reading { quantity: crate::model::Quantity::Exact(crate::model::Number(value)), typed: String::new(), ..like.clone() }
}
