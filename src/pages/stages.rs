//! Money on its way: planned, assigned, allocated, disbursed, drawn over one another on one scale.
//!
//! Invariant: stages are shown beside one another and never added; what is not known is a word and no bar.
//!
//! May use: model, figures; crates rust_decimal.

use rust_decimal::Decimal;

use super::Here;
use super::say::svg;
use super::views::{Stage, Stages};
use crate::figures::{FigureIx, MoneyLine, SheetFigures};
use crate::model::Measure;

/// The stages, in the order money goes through them.
const WAY: [(Measure, &str, &str); 4] = [
    (Measure::Planned, "planned", "stage-of-plan"),
    (Measure::Assigned, "assigned", "stage-of-assigned"),
    (Measure::Allocated, "allocated", "stage-of-allocated"),
    (Measure::Disbursed, "disbursed", "column-disbursed"),
];
/// From so many stages on a drawing says more than the bar of the rate.
const FEWEST: usize = 3;
/// So many lines of one period are drawn.
const LINES: usize = 8;

impl Here<'_> {
    /// The lines of a period of which at least three stages are told.
    pub fn stages(&self, figures: &SheetFigures) -> Vec<Stages> {
        figures.money.iter().filter_map(|line| self.stages_of(figures, line)).take(LINES).collect()
    }

    fn stages_of(&self, figures: &SheetFigures, line: &MoneyLine) -> Option<Stages> {
        let told: Vec<(&str, &str, FigureIx, Option<Decimal>)> =
            WAY.iter().filter_map(|(measure, kind, words)| line.newest(*measure).map(|ix| (*kind, *words, ix, self.amount(figures, ix)))).collect();
        if told.len() < FEWEST || told.iter().filter(|(.., amount)| amount.is_some()).count() < FEWEST {
            return None;
        }
        let most = told.iter().filter_map(|(.., amount)| *amount).max().filter(|most| !most.is_zero())?;
        let stages = told.into_iter().map(|(kind, words, ix, amount)| Stage {
            kind: kind.to_owned(),
            name: self.say(words),
            value: self.value(figures, ix),
            width: amount.and_then(|amount| amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(most)).map(svg).unwrap_or_default(),
        });
        Some(Stages { name: self.axes(self.site.record, &line.axes), stages: stages.collect() })
    }
}
