//! Numbers that are no figures but follow from some: sums, differences, shares, changes, what is missing to the whole.
//!
//! They are known and nothing is said of them.
//!
//! May use: figures, model; crates rust_decimal.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::known::{Kind, Known, Tier, Value};
use crate::figures::What;
use crate::model::{Axes, IndicatorIx, Measure, ProgrammeIx};

/// So many figures are combined with each other; a larger sheet is tried by its lines only.
const MOST: usize = 120;

/// Whether a claim follows from the figures a report may speak of.
pub fn follows(claim: &Value, known: &[Known<'_, '_>], series: &[Vec<Decimal>]) -> bool {
    if let Some((part, whole)) = claim.pair {
        let has = |n: Decimal| known.iter().any(|k| k.value.number == Some(n) && k.value.kind == claim.kind);
        // "một nửa", "2/3": words for a share.
        let share = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.checked_div(whole));
        return has(part) && has(whole)
            || claim.kind == Kind::Count && whole <= Decimal::TEN && share.is_some_and(|s| known.iter().any(|k| k.value.kind == Kind::Share && near(k, s)));
    }
    let Some(_) = claim.number else { return false };
    if claim.digits < 2 && claim.kind != Kind::Count {
        return false;
    }
    let near: Vec<&Known<'_, '_>> =
        known.iter().filter(|k| k.tier <= Tier::SameSheet && k.value.number.is_some() && k.value.pair.is_none()).take(MOST).collect();
    let n = |k: &Known<'_, '_>| k.value.number.unwrap_or_default();
    let is = |n: Decimal| claim.kind != Kind::Count && claim.bounds.0 <= n && n <= claim.bounds.1 || claim.number == Some(n);
    let same: Vec<&&Known<'_, '_>> = near.iter().filter(|k| k.value.kind == claim.kind).collect();
    let small = claim.kind == Kind::Count;
    for (at, a) in same.iter().enumerate() {
        if claim.kind == Kind::Share && is(Decimal::ONE_HUNDRED - n(a)) {
            return true;
        }
        for b in &same[at + 1..] {
            // Small counts are sums of each other too easily.
            let related = !small || a.indicator == b.indicator;
            if related && (is((n(a) - n(b)).abs()) || claim.kind != Kind::Share && n(a).checked_add(n(b)).is_some_and(is)) {
                return true;
            }
        }
    }
    if claim.kind == Kind::Share {
        let others: Vec<&&Known<'_, '_>> = near.iter().filter(|k| k.value.kind != Kind::Share).collect();
        for a in &others {
            for b in others.iter().filter(|b| b.value.kind == a.value.kind) {
                if n(a) < n(b) && same_thing(a, b) && is_share(n(a), n(b), claim.bounds) {
                    return true;
                }
            }
        }
        return changes(series, claim.bounds);
    }
    sums(&near, &is)
}

fn near(known: &Known<'_, '_>, share: Decimal) -> bool {
    known.value.number.is_some_and(|n| (n - share).abs() <= Decimal::from(7))
}

fn same_thing(a: &Known<'_, '_>, b: &Known<'_, '_>) -> bool {
    a.indicator == b.indicator && (a.indicator.is_some() || a.programme == b.programme || a.what == b.what)
}

/// The numbers of each line and indicator on its different days and in its different years.
pub fn series(known: &[Known<'_, '_>]) -> Vec<Vec<Decimal>> {
    let mut all: HashMap<Thing, Vec<Decimal>> = HashMap::new();
    for k in known.iter().filter(|k| k.value.kind != Kind::Share) {
        if let Some(number) = k.value.number.filter(|n| *n > Decimal::ZERO) {
            all.entry((k.what, k.axes, k.indicator, k.programme, k.total, k.value.kind)).or_default().push(number);
        }
    }
    all.into_values().filter(|numbers| numbers.len() > 1).collect()
}

/// What is measured, without the day and the year.
type Thing = (What, Option<Axes>, Option<IndicatorIx>, Option<ProgrammeIx>, bool, Kind);

/// Whether a share is how much a line or an indicator changed from one day or year to another.
fn changes(series: &[Vec<Decimal>], (low, high): (Decimal, Decimal)) -> bool {
    let is = |change: Decimal, of: Decimal| is_share(change, of, (low, high));
    series.iter().any(|numbers| numbers.iter().enumerate().any(|(at, x)| numbers[at + 1..].iter().any(|y| is((x - y).abs(), *x) || is((x - y).abs(), *y))))
}

/// Whether part ÷ whole lies between two percentages; multiplied, because dividing takes ten times as long.
fn is_share(part: Decimal, whole: Decimal, (low, high): (Decimal, Decimal)) -> bool {
    let Some(part) = part.checked_mul(Decimal::ONE_HUNDRED) else { return false };
    low.checked_mul(whole).is_some_and(|low| low <= part) && high.checked_mul(whole).is_some_and(|high| part <= high)
}

/// Sums over the lines of a sheet: by capital, by programme, over all.
fn sums(near: &[&Known<'_, '_>], is: &dyn Fn(Decimal) -> bool) -> bool {
    let measures = [Measure::Assigned, Measure::Planned, Measure::Allocated, Measure::Disbursed, Measure::CarriedOver];
    measures.iter().any(|measure| {
        let lines: Vec<&&Known<'_, '_>> = near.iter().filter(|k| k.what == What::Measure(*measure) && !k.total && k.axes.is_some()).collect();
        let sum = |keep: &dyn Fn(&Known<'_, '_>) -> bool| {
            let mut seen = Vec::new();
            let mut total = Decimal::ZERO;
            for k in lines.iter().filter(|k| keep(k)) {
                if !seen.contains(&k.axes) {
                    seen.push(k.axes);
                    total += k.value.number.unwrap_or_default();
                }
            }
            (seen.len() > 1).then_some(total)
        };
        let by_capital = [crate::model::Capital::Investment, crate::model::Capital::Recurrent];
        sum(&|_| true).is_some_and(is)
            || by_capital.iter().any(|c| sum(&|k| k.capital == Some(*c)).is_some_and(is))
            || lines.iter().any(|l| sum(&|k| k.programme == l.programme).is_some_and(is))
            || lines.iter().any(|l| sum(&|k| k.programme != l.programme).is_some_and(is))
    })
}
