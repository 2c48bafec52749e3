//! Sums over budget lines: by programme, by capital, and over everything.
//!
//! Invariant: a sum stands only where its parts are complete and share a day; credit and integrated
//! funds are never added; a programme that stands for several is not added to its members.
//!
//! May use: model, config.

use super::money::{share, sum};
use super::standing::{self, Judged, NoProgress};
use super::{About, FigureIx, Origin, Rule, SheetFigures, What, address, rounding};
use crate::config::Config;
use crate::model::{AsOf, Capital, Measure, Missing, Number, ProgrammeIx, Quantity, RateOf, Reading, Record, Sheet};

/// A sum over budget lines.
#[derive(Clone, Debug)]
pub struct TotalLine {
    /// Which programme; `None` for all.
    pub programme: Option<ProgrammeIx>,
    /// Which capital; `None` for both.
    pub capital: Option<Capital>,
    /// Sum of what the rates are counted on.
    pub whole: FigureIx,
    /// Sum of what was disbursed; `None` while not every line has reported for the same day.
    pub disbursed: Option<FigureIx>,
    /// Rate of the sums.
    pub progress: Option<FigureIx>,
    /// How it stands.
    pub judged: Option<Judged>,
    /// Lines added.
    pub lines: usize,
    /// Lines left out because nothing was assigned to them yet.
    pub unassigned: usize,
    /// Lines that have not reported.
    pub unreported: usize,
}

/// Adds every sum that has at least two lines.
pub(super) fn add(out: &mut SheetFigures, sheet: &Sheet, record: &Record, config: &Config) {
    for (programme, capital) in groups(out, record) {
        total(out, sheet, record, config, programme, capital);
    }
}

/// What sums are made of: each programme, and where there are several, each kind of capital and everything.
pub(super) fn groups(out: &SheetFigures, record: &Record) -> Vec<(Option<ProgrammeIx>, Option<Capital>)> {
    let lines = (0..out.money.len()).filter(|at| counts(out, record, *at));
    let mut programmes: Vec<ProgrammeIx> = lines.map(|at| out.money[at].axes.programme).collect();
    programmes.dedup();
    let several = programmes.len() > 1;
    let of_all = [Some(Capital::Investment), Some(Capital::Recurrent), None].map(|capital| (None, capital));
    programmes.into_iter().map(|programme| (Some(programme), None)).chain(of_all.into_iter().filter(|_| several)).collect()
}

/// The lines a sum is made of; `None` where money is spoken of without an amount.
pub(super) fn lines_of(out: &SheetFigures, sheet: &Sheet, record: &Record, programme: Option<ProgrammeIx>, capital: Option<Capital>) -> Option<Vec<usize>> {
    let mine = (0..out.money.len()).filter(|at| {
        let axes = &out.money[*at].axes;
        counts(out, record, *at) && programme.is_none_or(|p| axes.programme == p) && capital.is_none_or(|c| axes.capital == Some(c))
    });
    (!unknown_money(out, sheet, record, capital)).then(|| mine.collect())
}

/// Whether a line is a part of sums: budget money, of a whole programme, not told again by a wider one.
fn counts(out: &SheetFigures, record: &Record, at: usize) -> bool {
    let axes = &out.money[at].axes;
    let members = &record.programme(axes.programme).members;
    let told_by_members = !members.is_empty() && out.money.iter().any(|l| members.contains(&l.axes.programme));
    // Lines by fund are parts of a line without fund, where there is one.
    let part_of_wider = axes.fund.is_some()
        && out
            .money
            .iter()
            .any(|l| l.axes.fund.is_none() && l.axes.programme == axes.programme && l.axes.capital == axes.capital && l.axes.carried_from == axes.carried_from);
    // Lines by capital are parts of a line without capital.
    let part_by_capital = axes.capital.is_some()
        && out
            .money
            .iter()
            .any(|l| l.axes.capital.is_none() && l.axes.fund == axes.fund && l.axes.programme == axes.programme && l.axes.carried_from == axes.carried_from);
    axes.component.is_none() && axes.fund.is_none_or(|f| f.is_budget()) && !told_by_members && !part_of_wider && !part_by_capital
}

/// Whether money is spoken of without an amount that would belong to this sum.
fn unknown_money(out: &SheetFigures, sheet: &Sheet, record: &Record, capital: Option<Capital>) -> bool {
    out.money.iter().enumerate().any(|(at, line)| {
        let same_capital = capital.is_none() || line.axes.capital.is_none() || line.axes.capital == capital;
        let spoken_of =
            line.denominator.is_some_and(|(ix, _)| matches!(out.reading(sheet, ix).missing(), Some(Missing::NotStated | Missing::Withheld | Missing::NoData)));
        same_capital && spoken_of && !counts(out, record, at) && line.axes.component.is_none()
    })
}

fn total(out: &mut SheetFigures, sheet: &Sheet, record: &Record, config: &Config, programme: Option<ProgrammeIx>, capital: Option<Capital>) {
    let Some(mine) = lines_of(out, sheet, record, programme, capital) else { return };
    let mut wholes: Vec<FigureIx> = Vec::new();
    let mut parts: Vec<FigureIx> = Vec::new();
    let (mut unassigned, mut unreported) = (0, 0);
    let mut day: Option<Option<AsOf>> = None;
    for at in &mine {
        let line = &out.money[*at];
        let Some((whole, _)) = line.denominator else { return };
        match out.reading(sheet, whole).missing() {
            Some(Missing::NotAssigned) => {
                unassigned += 1;
                continue;
            }
            // What is carried over without an amount, or withheld, makes any sum a guess.
            Some(_) => return,
            None => wholes.push(whole),
        }
        match line.disbursed.filter(|ix| out.reading(sheet, *ix).missing().is_none()) {
            Some(ix) if day.is_none_or(|d| d == out.figure(ix).as_of) => {
                day = Some(out.figure(ix).as_of);
                parts.push(ix);
            }
            _ => unreported += 1,
        }
    }
    if wholes.len() < 2 {
        return;
    }
    let readings: Vec<&Reading> = wholes.iter().map(|ix| out.reading(sheet, *ix)).collect();
    let Some(sum_of_wholes) = sum(&readings) else { return };
    let readings: Vec<&Reading> = parts.iter().map(|ix| out.reading(sheet, *ix)).collect();
    let sum_of_parts = if unreported == 0 { sum(&readings) } else { None };
    let rule = if unassigned > 0 { Rule::SumOfAssigned } else { Rule::Sum };
    let about = About::Total { programme, capital };
    let address = address::of_total(record, programme, capital);
    let as_of = day.flatten();
    let whole = out.add(
        format!("{address}/assigned"),
        about.clone(),
        What::Available,
        as_of,
        Origin::Counted { reading: Box::new(sum_of_wholes), rule, inputs: wholes.clone() },
    );
    let disbursed = sum_of_parts.map(|reading| {
        let origin = Origin::Counted { reading: Box::new(reading), rule, inputs: parts };
        out.add(format!("{address}/disbursed"), about.clone(), What::Measure(Measure::Disbursed), as_of, origin)
    });
    let mut line = TotalLine { programme, capital, whole, disbursed, progress: None, judged: None, lines: wholes.len(), unassigned, unreported };
    if let Some(disbursed) = disbursed
        && let Ok((value, reading)) = share(out, sheet, Some(disbursed), Some((whole, RateOf::Available)))
    {
        line.judged = Some(standing::judge(value, reading.hedge, reading.standing, sheet.period, as_of, config));
        let rounded = Reading { quantity: Quantity::Exact(Number(rounding::round(value, 1))), ..reading };
        let origin = Origin::Counted { reading: Box::new(rounded), rule: Rule::ShareOf(RateOf::Available), inputs: vec![disbursed, whole] };
        line.progress = Some(out.add(format!("{address}/progress"), about, What::Progress, as_of, origin));
    }
    out.totals.push(line);
}

/// Whether a total explains why it has no rate.
pub fn why_incomplete(line: &TotalLine) -> Option<NoProgress> {
    (line.unreported > 0).then_some(NoProgress::NoResult)
}
