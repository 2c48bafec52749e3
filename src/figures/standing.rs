//! How a line stands: met or exceeded, on track, behind, or not assessed, by a published rule.
//!
//! The rule: met at 100 % and more; otherwise compared with the share of the period gone by at the as-of
//! date, less the margin of `site.toml`. A forecast or aspiration is never assessed.
//!
//! May use: model, config; crates rust_decimal.

use rust_decimal::Decimal;

use super::rounding;
use crate::config::Config;
use crate::model::{AsOf, Hedge, Missing, Period, Standing as Kind};

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Met or exceeded.
    Met,
    /// On track.
    OnTrack,
    /// Behind.
    Behind,
    /// Not assessed.
    NotAssessed,
}

/// Why there is no percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProgress {
    /// The plan is missing, for this reason.
    PlanMissing(Missing),
    /// The result is missing, for this reason.
    ResultMissing(Missing),
    /// No plan was stated.
    NoPlan,
    /// No result was stated.
    NoResult,
    /// The plan is zero.
    PlanZero,
    /// A decrease without a baseline: higher than the target by so much.
    AboveTarget,
    /// A decrease without a baseline: at or below the target.
    AtOrBelowTarget,
    /// The target equals the baseline.
    TargetIsBaseline,
    /// Told in words or dates.
    InWords,
    /// Units that cannot be compared.
    OtherUnit,
}

/// Progress, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Percent of the period gone by at the as-of date, unrounded; `None` without a date.
    pub elapsed: Option<Decimal>,
    /// How it stands.
    pub standing: Standing,
}

/// Percent of a period gone by at the end of a day.
pub fn elapsed(period: Period, as_of: Option<AsOf>) -> Option<Decimal> {
    let day = as_of.filter(|a| a.known())?.day;
    let (gone, total) = period.elapsed(day);
    rounding::percent(Decimal::from(gone), Decimal::from(total))
}

/// Judges a percentage.
pub fn judge(progress: Decimal, hedge: Hedge, kind: Kind, period: Period, as_of: Option<AsOf>, config: &Config) -> Judged {
    let elapsed = elapsed(period, as_of);
    let real = matches!(kind, Kind::Actual | Kind::Estimate | Kind::Provisional);
    let standing = match elapsed {
        _ if !real => Standing::NotAssessed,
        // "At most 100 %" does not prove that the target was met.
        _ if progress >= Decimal::ONE_HUNDRED && hedge != Hedge::Under => Standing::Met,
        Some(elapsed) if progress >= elapsed - config.on_track_margin => Standing::OnTrack,
        Some(_) => Standing::Behind,
        None => Standing::NotAssessed,
    };
    Judged { elapsed, standing }
}

/// Met or not, for floors and ceilings: before the period ends, "not yet" is behind all the same.
pub fn held(holds: bool, kind: Kind, period: Period, as_of: Option<AsOf>) -> Judged {
    let real = matches!(kind, Kind::Actual | Kind::Estimate | Kind::Provisional);
    let standing = match (real, holds) {
        (false, _) => Standing::NotAssessed,
        (true, true) => Standing::Met,
        (true, false) => Standing::Behind,
    };
    Judged { elapsed: elapsed(period, as_of), standing }
}
