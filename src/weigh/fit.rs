//! How well the words around a claim fit a figure: what speaks for it, what against, and whether enough is said.
//!
//! Invariant: what a text says of place, year, programme or measure outweighs an equal number.
//!
//! May use: claims, figures, model.

use super::known::{Kind, Known, Tier};
use super::setting::{Place, Reader, Said, Setting};
use super::vocabulary::Side;
use crate::claims::lexicon::Time;
use crate::figures::What;
use crate::model::{AreaIx, Axes, Fund, Measure, Period, Record, Report};

/// What the words say for a figure.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fit {
    /// The weight of everything, for choosing among equals.
    pub score: i32,
    /// The weight of what the text itself says.
    pub evidence: i32,
    /// Whether the text names the indicator.
    pub named: bool,
    /// Whether the text names the line and what is done with it, and nothing else could be meant.
    pub strong: bool,
}

/// The line a claim of the same sentence belongs to.
pub type Line = (AreaIx, Period, Axes);

/// Everything a fit is judged by.
pub struct Judge<'j> {
    /// The site.
    pub record: &'j Record,
    /// The report.
    pub report: &'j Report,
    /// Its text.
    pub reader: &'j Reader<'j>,
}

/// The words for what is done that fit a figure.
fn accepts(known: &Known<'_, '_>) -> &'static [Side] {
    use Side::*;
    match known.what {
        What::Available => &[Plan, Assigned],
        What::Progress | What::Measure(Measure::Rate) => &[Disbursed, Plan, Assigned, Carried, Allocated, Aim],
        What::Measure(measure) => match measure {
            Measure::Planned => &[Plan, Assigned],
            Measure::Assigned => &[Assigned, Plan],
            Measure::Allocated => &[Allocated, Plan],
            Measure::Adjusted => &[Adjusted],
            Measure::CarriedOver => &[Carried],
            Measure::Disbursed => &[Disbursed],
            Measure::Returned => &[Returned],
            Measure::Settled => &[Settled],
            Measure::WorkDone => &[Work],
            Measure::Target => &[Aim, Plan],
            Measure::Forecast => &[Forecast],
            Measure::Exceeded => &[Exceeded],
            _ => &[],
        },
    }
}

impl Judge<'_> {
    /// How well a figure fits; `None` when the text says it is another one.
    pub fn fit(&self, known: &Known<'_, '_>, setting: &Setting, change: bool, lines: &[Line]) -> Option<Fit> {
        let mut fit = Fit {
            score: match known.tier {
                Tier::Own => 3,
                Tier::SameSheet => 1,
                Tier::Wider => -1,
            },
            ..Fit::default()
        };
        let mut sure = true;
        self.place(known, setting, &mut fit)?;
        self.time(known, setting, &mut fit, &mut sure)?;
        self.programme(known, setting, &mut fit, &mut sure)?;
        self.capital(known, setting, &mut fit, &mut sure)?;
        self.side(known, setting, &mut fit, &mut sure)?;
        self.money(known, setting, &mut fit, &mut sure)?;
        self.indicator(known, setting, &mut fit, &mut sure)?;
        if change && known.value.change.is_none() {
            if known.value.kind == Kind::Money {
                return None;
            }
            fit.score -= 3;
            sure = false;
        }
        let line = known.axes.map(|axes| (known.sheet.area, known.sheet.period, axes));
        let beside = line.is_some_and(|line| lines.contains(&line));
        if beside {
            fit.score += 2;
            fit.evidence += 2;
        }
        let address = &known.sheet.figure(known.ix).address;
        fit.score -= if address.contains('~') { 3 } else { i32::from(address.contains('@') && known.tier != Tier::Own) };
        fit.score -= i32::from(known.counted);
        fit.strong = sure && known.tier != Tier::Wider && !address.contains('~');
        // A rate stands after its amounts.
        if known.value.kind == Kind::Share && known.indicator.is_none() {
            fit.strong &= beside || setting.sides.near;
        }
        Some(fit)
    }

    fn same_place(&self, a: AreaIx, b: AreaIx) -> bool {
        a == b || self.record.area(a).name == self.record.area(b).name
    }

    fn place(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit) -> Option<()> {
        let here = |p: &Place| matches!(p, Place::Here(area) if self.same_place(*area, known.sheet.area));
        match &setting.places {
            Said { all, .. } if all.is_empty() => {}
            Said { all, near: true } => {
                // The first place is the one the sentence is about.
                if !all.iter().any(here) {
                    return None;
                }
                fit.score += if all.first().is_some_and(here) { 2 } else { 0 };
            }
            Said { all, .. } => {
                fit.score += if all.iter().any(here) {
                    1
                } else if self.report.areas.len() > 1 {
                    -3
                } else {
                    0
                }
            }
        }
        Some(())
    }

    fn time(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit, sure: &mut bool) -> Option<()> {
        let period = known.sheet.period;
        let fits = |time: &Time| match time {
            Time::Year(y) => {
                period == Period::year(*y)
                    || known.axes.is_some_and(|a| a.carried_from == Some(*y))
                    || known.by.is_some_and(|by| by.known() && by.day.year() == *y)
                    || (period.first < period.last && period.last == *y)
            }
            Time::Years(first, last) => period == (Period { first: *first, last: *last }),
            Time::Month(_) => true,
        };
        let said = &setting.years;
        if said.near {
            if !said.all.iter().any(fits) {
                // "giai đoạn 2021-2025" is part of many names.
                if said.all.iter().all(|t| matches!(t, Time::Years(..))) && known.tier != Tier::Wider && known.value.kind != Kind::Money {
                    fit.score -= 2;
                    *sure = false;
                } else {
                    return None;
                }
            } else {
                fit.score += 2;
                fit.evidence += 1;
            }
            *sure &= said.all.iter().all(fits);
        } else if let Some(far) = said.all.first() {
            fit.score += if fits(far) { 1 } else { -1 };
            *sure &= fits(far) || known.tier == Tier::Own;
        } else {
            fit.score += i32::from(period == Period::year(self.report.year));
        }
        let done = matches!(
            known.what,
            What::Progress | What::Measure(Measure::Disbursed | Measure::Actual | Measure::Rate | Measure::WorkDone | Measure::Met | Measure::MostlyMet)
        );
        if let (Some(month), Some(day), true) = (setting.month, known.as_of.filter(|d| d.known() && d.grain != crate::model::Grain::Year), done) {
            if day.day.month() != month {
                return None;
            }
            fit.score += 2;
            fit.evidence += 1;
        }
        Some(())
    }

    fn programme(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit, sure: &mut bool) -> Option<()> {
        let together = known.programme.is_none_or(|p| !self.record.programme(p).members.is_empty());
        let said = &setting.programmes;
        let is = |p| known.programme == Some(p);
        if known.indicator.is_some() {
            // The name of an indicator says more than the programme it belongs to.
            if said.near {
                fit.score += if said.all.iter().any(|p| is(*p)) { 1 } else { -2 };
            }
            return Some(());
        }
        if known.alone && !said.near {
            fit.score += 1;
            fit.evidence += 2;
        }
        if together {
            if setting.together {
                fit.score += 2;
                fit.evidence += 2;
            } else if said.near {
                return None;
            }
            *sure &= setting.together && said.all.is_empty() || self.report.programmes.is_empty();
            return Some(());
        }
        if said.near {
            if !said.all.iter().any(|p| is(*p)) {
                return None;
            }
            fit.score += 2;
            fit.evidence += 2;
        } else if let Some(far) = said.all.first() {
            fit.score += if is(*far) { 1 } else { -2 };
            fit.evidence += i32::from(is(*far));
            *sure = false;
        } else if self.report.programmes.len() == 1 {
            let only = self.report.programmes.first().is_some_and(|p| is(*p));
            fit.score += if only { 1 } else { -1 };
            fit.evidence += i32::from(only);
            *sure &= only;
        } else {
            *sure = false;
        }
        if setting.near_programmes.iter().any(|p| is(*p)) {
            fit.score += 1;
            fit.evidence += 1;
        }
        if setting.together && !said.near {
            fit.score -= 1;
            *sure = false;
        }
        *sure &= said.all.iter().all(|p| is(*p));
        Some(())
    }

    fn capital(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit, sure: &mut bool) -> Option<()> {
        if known.indicator.is_some() {
            return Some(());
        }
        let said = &setting.capitals;
        match known.capital {
            Some(_) if said.all.is_empty() => *sure = false,
            Some(own) => {
                let fits = said.all.contains(&own);
                if said.near && !fits {
                    return None;
                }
                let weight = if said.near { 2 } else { 1 };
                fit.score += if fits { weight } else { -1 };
                fit.evidence += if fits { weight } else { 0 };
                *sure &= said.near && said.all.len() == 1 && fits;
            }
            None => {
                if said.near {
                    fit.score -= 2;
                }
                *sure &= said.all.is_empty();
            }
        }
        Some(())
    }

    fn side(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit, sure: &mut bool) -> Option<()> {
        let said = &setting.sides;
        if said.all.contains(&Side::Left) {
            return None;
        }
        let accepted = accepts(known);
        let fits = |s: &Side| accepted.contains(s);
        let first = said.all.first().is_some_and(fits);
        let actual = matches!(known.what, What::Measure(Measure::Actual | Measure::Baseline | Measure::Met | Measure::MostlyMet | Measure::NotMet));
        if actual {
            // "so với kế hoạch" after a result says nothing against it; "phấn đấu" before it does.
            let aims = said.all.iter().any(|s| matches!(s, Side::Aim | Side::Forecast | Side::Exceeded));
            if aims && said.near {
                fit.score -= 3;
                *sure = false;
            } else if aims {
                fit.score -= 2;
                *sure = false;
            } else {
                fit.score += 1;
            }
            *sure &= !said.all.contains(&Side::Plan);
            if known.what == What::Measure(Measure::Baseline) {
                fit.score -= 2;
                *sure = false;
            }
            return Some(());
        }
        if said.near {
            if !said.all.iter().any(fits) {
                return None;
            }
            fit.score += if first { 3 } else { 1 };
            // The very word, not one that may stand for it.
            fit.score += i32::from(accepted.first() == said.all.first());
            fit.evidence += 2;
            *sure &= first;
        } else if let Some(far) = said.all.first() {
            fit.score += if fits(far) { 1 } else { -1 };
            fit.evidence += i32::from(fits(far));
            *sure = false;
        } else {
            let aim = matches!(known.what, What::Measure(Measure::Target | Measure::Forecast | Measure::Exceeded));
            fit.score -= i32::from(aim);
            *sure &= known.value.kind == Kind::Share && !aim;
        }
        Some(())
    }

    fn money(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit, sure: &mut bool) -> Option<()> {
        if known.indicator.is_some() {
            return Some(());
        }
        let Some(axes) = known.axes else {
            *sure &= setting.funds.is_empty() && !setting.part;
            return Some(());
        };
        match axes.component {
            None if setting.part => return None,
            Some(_) => {
                fit.score -= if setting.part { 0 } else { 2 };
                *sure = false;
            }
            None => {}
        }
        match axes.fund {
            Some(fund) => {
                let wide = fund == Fund::CentralAndLocal && setting.funds.iter().any(|f| f.is_budget());
                let fits = setting.funds.contains(&fund) || wide;
                fit.score += if fits { 2 } else { -1 };
                *sure &= fits;
            }
            None if !setting.funds.is_empty() => {
                fit.score -= 2;
                *sure = false;
            }
            None => {}
        }
        if let Some(year) = axes.carried_from {
            let said = setting.sides.all.contains(&Side::Carried) || setting.years.all.contains(&Time::Year(year));
            fit.score += if said { 1 } else { -2 };
            *sure &= said;
        } else if setting.sides.all.contains(&Side::Carried) && !matches!(known.what, What::Measure(Measure::CarriedOver)) {
            fit.score -= 1;
            *sure = false;
        }
        Some(())
    }

    fn indicator(&self, known: &Known<'_, '_>, setting: &Setting, fit: &mut Fit, sure: &mut bool) -> Option<()> {
        let Some(ix) = known.indicator else { return Some(()) };
        let counts = self.reader.counts(setting, ix);
        if counts == Some(false) && known.value.kind == Kind::Count {
            return None;
        }
        let (found, all) = self.reader.names(setting, ix);
        let most = found * 5 >= all * 3 && (found >= 2 || all <= 1 && found == 1);
        fit.named = most;
        fit.score += i32::try_from(2 * found).unwrap_or(0).saturating_sub(i32::try_from(all).unwrap_or(0)).clamp(-3, 8);
        fit.evidence += if most { 3 } else { i32::from(found * 5 >= all * 2) };
        if counts == Some(true) {
            fit.score += 1;
            fit.evidence += 1;
        }
        *sure &= found * 4 >= all * 3 && (found >= 3 || found == all && found == 2);
        Some(())
    }
}
