//! Each number of a text held against the figures: which one it is, or is meant to be.
//!
//! A claim agrees with one figure, with several, follows from some, is one slip away from the figure its words mean, or is
//! none that is known. Numbers alone never decide: words around them must not speak against, and the shorter the number, the
//! more must speak for it.
//! Invariant: a warning needs words that name one figure and nothing else; what is unsure is said as a note or not at all.
//!
//! May use: claims, diag, figures, model, values; crates rust_decimal.

use crate::claims::{Claim, Claims, Form, lexicon};
use crate::figures::{FigureIx, Figures, SheetFigures, Standpoint, What};
use crate::model::{AreaIx, Hedge, Measure, MoneyUnit, Quantity, Record, ReportIx, Unit};

mod derive;
mod fit;
mod known;
mod near;
pub mod problems;
mod setting;
mod vocabulary;

use fit::{Fit, Judge, Line};
use known::{Elsewhere, Kind, Known, Set, Tier, Value};
pub use known::{Parts, Place};
pub use near::Slip;
use setting::{Reader, Setting};
use vocabulary::Vocabulary;

/// A figure of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Meant<'f> {
    /// Its sheet.
    pub sheet: &'f SheetFigures,
    /// Which.
    pub ix: FigureIx,
}

/// What a claim is.
#[derive(Clone, Debug)]
pub enum Verdict<'f> {
    /// It is this figure and no other.
    Agrees(Meant<'f>),
    /// It is one of these.
    Several(Vec<Meant<'f>>),
    /// It follows from figures, or says too little to be one.
    Follows,
    /// It is meant to be this figure and differs from it.
    Near(Meant<'f>, Slip),
    /// There is no such figure.
    Unknown,
    /// A number in words that counts what no figure counts: nothing to speak of.
    Nothing,
}

/// How much is found out of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Everything.
    Whole,
    /// All but whether a number that is no figure follows from some: it counts as unknown.
    Figures,
}

/// The scales a site's claims are weighed on; made once.
pub struct Scales<'s> {
    record: &'s Record,
    figures: &'s Figures,
    vocabulary: Vocabulary,
    elsewhere: Elsewhere,
}

impl<'s> Scales<'s> {
    /// The scales of a site.
    pub fn of(record: &'s Record, figures: &'s Figures) -> Self {
        Scales { record, figures, vocabulary: Vocabulary::of(record), elsewhere: known::elsewhere(record, figures) }
    }

    /// What each claim of a report is.
    pub fn weigh(&self, ix: ReportIx, claims: &Claims) -> Vec<Verdict<'s>> {
        let areas = &self.record.report(ix).areas;
        self.weigh_at(&self.parts(areas.iter()).place(self.record, areas), ix, claims, Care::Whole)
    }

    /// The figures of some areas, made ready once for all reports about them.
    pub fn parts<'a>(&self, areas: impl Iterator<Item = &'a AreaIx>) -> Parts<'s> {
        Parts::of(self.record, self.figures, areas)
    }

    /// What each claim of a report about a place is.
    pub fn weigh_at(&self, place: &Place<'_, 's>, ix: ReportIx, claims: &Claims, care: Care) -> Vec<Verdict<'s>> {
        if claims.all.is_empty() {
            return Vec::new();
        }
        let report = self.record.report(ix);
        let elsewhere = Place::elsewhere(self.record, self.figures, &self.elsewhere, ix);
        let set = place.known(self.record, &elsewhere, ix);
        let known = &set.all;
        let values: Vec<Option<Value>> = claims.all.iter().map(|claim| known::value(&claim.reading, &Unit::Bare)).collect();
        let reader = Reader::new(claims, &self.vocabulary, report.year);
        let judge = Judge { record: self.record, report, reader: &reader };
        let series = std::cell::OnceCell::new();
        let weighing = Weighing { scales: self, report: ix, known, values: &values, set: &set, series, judge, claims, care };
        let settings: Vec<Setting> = claims.all.iter().map(|claim| reader.setting(claim)).collect();
        // The lines that the long numbers of a sentence name help to place its short ones.
        let mut first: Vec<Vec<Pick>> = (0..claims.all.len()).map(|at| weighing.equals(at, &settings[at], &[])).collect();
        let line_of =
            |at: usize| weighing.chosen(at, &first[at]).and_then(|pick| known[pick].axes.map(|axes| (known[pick].sheet.area, known[pick].sheet.period, axes)));
        let lines: Vec<Option<Line>> = (0..claims.all.len()).map(line_of).collect();
        (0..claims.all.len())
            .map(|at| {
                let beside: Vec<Line> = (0..claims.all.len())
                    .filter(|other| *other != at && settings[*other].sentence == settings[at].sentence)
                    .filter_map(|other| lines[other])
                    .collect();
                // The nearest of them before the claim is the one a rate belongs to.
                let nearest = (0..at).rev().take_while(|other| settings[*other].sentence == settings[at].sentence).find_map(|other| lines[other]);
                let beside = nearest.map_or(beside, |line| vec![line]);
                weighing.verdict(at, &settings[at], &beside, std::mem::take(&mut first[at]))
            })
            .collect()
    }

    /// The shortest words a link of this report can name a figure by.
    pub fn link(&self, report: ReportIx, meant: Meant<'_>) -> Option<String> {
        self.figures.shortest(self.record, &Standpoint::of(self.record, report), meant.sheet, meant.ix)
    }
}

/// A figure among the known ones that has the value of a claim.
#[derive(Clone, Copy, Debug)]
struct Pick {
    known: usize,
    fit: Fit,
    exact: bool,
}

struct Weighing<'w, 's> {
    scales: &'w Scales<'s>,
    report: ReportIx,
    known: &'w [Known<'w, 's>],
    /// What the claims are compared by.
    values: &'w [Option<Value>],
    set: &'w Set<'w, 's>,
    care: Care,
    series: std::cell::OnceCell<Vec<Vec<rust_decimal::Decimal>>>,
    judge: Judge<'w>,
    claims: &'w Claims,
}

impl<'s> Weighing<'_, 's> {
    /// The figures of a claim's value that its words do not speak against, best first; one for each thing that is measured.
    fn equals(&self, at: usize, setting: &Setting, lines: &[Line]) -> Vec<Pick> {
        let claim = &self.claims.all[at];
        let Some(value) = &self.values[at] else { return Vec::new() };
        let mut picks: Vec<Pick> = Vec::new();
        for at in self.of_value(value, claim) {
            let known = &self.known[at];
            let Some(mut fit) = self.judge.fit(known, setting, value.change.is_some(), lines) else { continue };
            let exact = value.is_exactly(&known.value);
            fit.score += i32::from(exact);
            // "trên 487" of "trên 487": the same word says it too.
            fit.evidence += i32::from(exact && value.hedge == known.value.hedge && value.hedge != Hedge::Exact);
            picks.push(Pick { known: at, fit, exact });
        }
        picks.sort_by_key(|p| (std::cmp::Reverse(p.fit.score), p.known));
        let mut kept: Vec<Pick> = Vec::new();
        for pick in picks {
            match kept.iter().position(|k| self.same_thing(k.known, pick.known)) {
                Some(at) if kept[at].fit.score == pick.fit.score && self.is_plain(pick.known) && !self.is_plain(kept[at].known) => kept[at] = pick,
                Some(_) => {}
                None => kept.push(pick),
            }
        }
        kept
    }

    /// The known figures whose value a claim has, whatever the words around it say, in their order.
    fn of_value(&self, value: &Value, claim: &Claim) -> Vec<usize> {
        let (low, high) = value.bounds;
        let (low, high) = value.number.map_or((low, high), |n| (low.min(n), high.max(n)));
        let agrees = |at: &usize| value.agrees(&self.known[*at].value);
        let mut all: Vec<usize> = match value.range {
            Some(_) => self.set.ranges().filter(agrees).collect(),
            None => self.set.between(value.kind, low, high).filter(agrees).collect(),
        };
        // "trong đó đầu tư 780": an amount without its unit may be in the unit the figure is stated in.
        if let (Unit::Bare, Kind::Count, Some(number)) = (&claim.reading.unit, value.kind, value.number) {
            for unit in MoneyUnit::ALL {
                let Some(amount) = crate::values::in_unit(crate::model::Number(number), unit, MoneyUnit::Dong) else { continue };
                let same = self.set.between(Kind::Money, amount.0, amount.0);
                all.extend(same.filter(|at| self.known[*at].value.unit == Some(unit) && self.is_bare_amount(value, &self.known[*at], claim)));
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    fn is_bare_amount(&self, value: &Value, known: &Known<'_, '_>, claim: &Claim) -> bool {
        let Some(unit) = known.value.unit else { return false };
        let stated = crate::values::in_unit(crate::model::Number(known.value.number.unwrap_or_default()), MoneyUnit::Dong, unit);
        let alone = claim.column.is_some() || value.digits >= 3;
        alone && stated.is_some_and(|n| value.number == Some(n.0))
    }

    /// Two readings of one thing: an older and a newer snapshot, a stated and a counted rate.
    fn same_thing(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.known[a], &self.known[b]);
        let rate = |k: &Known<'_, '_>| matches!(k.what, What::Progress | What::Measure(Measure::Rate));
        std::ptr::eq(a.sheet, b.sheet)
            && (a.sheet.base(a.ix) == b.sheet.base(b.ix)
                || a.axes == b.axes && a.indicator == b.indicator && a.total == b.total && a.programme == b.programme && rate(a) && rate(b))
    }

    /// Whether the plain address leads to it.
    fn is_plain(&self, at: usize) -> bool {
        let known = &self.known[at];
        let base = known.sheet.base(known.ix);
        let from = Standpoint::of(self.scales.record, self.report);
        let full = format!("{}/{}/{base}", self.scales.record.area(known.sheet.area).id, known.sheet.period.slug());
        self.scales.figures.find(self.scales.record, &from, &full).is_some_and(|(_, ix)| ix == known.ix)
    }

    /// The one figure a claim is, when enough speaks for it.
    fn chosen(&self, at: usize, picks: &[Pick]) -> Option<usize> {
        let best = picks.first()?;
        if picks.get(1).is_some_and(|second| second.fit.score >= best.fit.score) {
            return None;
        }
        let known = &self.known[best.known];
        let value = self.values[at].as_ref()?;
        let short = value.digits <= 2;
        let mut need = match value.digits {
            0..=2 => 4,
            3 => 3,
            4 => 1,
            _ => 0,
        };
        need += i32::from(!best.exact && value.hedge == Hedge::Exact) + if known.tier == Tier::Wider { 2 } else { 0 };
        let named = !short || known.indicator.is_none() || best.fit.named;
        (best.fit.evidence >= need && named).then_some(best.known)
    }

    /// `alone`: what the claim equals when nothing stands beside it.
    fn verdict(&self, at: usize, setting: &Setting, lines: &[Line], alone: Vec<Pick>) -> Verdict<'s> {
        let claim = &self.claims.all[at];
        let Some(value) = &self.values[at] else { return Verdict::Follows };
        let meant = |at: usize| Meant { sheet: self.known[at].sheet, ix: self.known[at].ix };
        let picks = if lines.is_empty() { alone } else { self.equals(at, setting, lines) };
        let chosen = self.chosen(at, &picks);
        if claim.form == Form::Words && chosen.is_none() {
            if matches!(claim.reading.quantity, Quantity::Pair { .. }) {
                return Verdict::Follows;
            }
            if !self.is_worth_saying(claim, setting) {
                return Verdict::Nothing;
            }
        }
        match (chosen, claim.form) {
            // A number in the other style that means a figure is a mark misplaced.
            (Some(known), Form::OtherStyle) => return Verdict::Near(meant(known), Slip::Scale),
            (Some(known), _) => return Verdict::Agrees(meant(known)),
            _ => {}
        }
        if !picks.is_empty() && value.digits >= 3 {
            let best = picks[0].fit.score;
            return Verdict::Several(picks.iter().filter(|p| p.fit.score + 1 >= best).take(4).map(|p| meant(p.known)).collect());
        }
        let follows = || self.counts_programmes(claim, setting) || derive::follows(value, self.known, self.series.get_or_init(|| derive::series(self.known)));
        if picks.is_empty()
            && claim.form == Form::Digits
            && (value.digits < 4 || !self.of_value(value, claim).into_iter().any(|at| value.agrees(&self.known[at].value)))
            && let Some((known, slip)) = self.near(value, setting, lines)
            && (slip != Slip::Close || !follows())
        {
            return Verdict::Near(meant(known), slip);
        }
        if self.care == Care::Whole && follows() { Verdict::Follows } else { Verdict::Unknown }
    }

    /// "3 chương trình mục tiêu quốc gia" is no figure and known to all.
    fn counts_programmes(&self, claim: &Claim, setting: &Setting) -> bool {
        let named = ["chương", "programmes"].map(|w| lexicon::lower(lexicon::word(w, self.claims.marks)));
        let few = claim.reading.number().is_some_and(|n| n.0 <= rust_decimal::Decimal::from(self.scales.record.programmes.len()));
        few && claim.reading.unit == Unit::Bare && setting.after.iter().take(4).any(|w| named.contains(w))
    }

    /// Numbers in words are told of only where they count what a figure counts.
    fn is_worth_saying(&self, claim: &Claim, setting: &Setting) -> bool {
        // "hai xã" is a way of speaking.
        let several = claim.reading.number().is_some_and(|n| n.0 > rust_decimal::Decimal::TWO);
        let near = self.known.iter().filter(|k| k.tier <= Tier::SameSheet);
        claim.reading.unit != Unit::Bare || several && near.filter_map(|k| k.indicator).any(|ix| self.judge.reader.counts(setting, ix) == Some(true))
    }

    /// The one figure the words mean, when the claim is one slip away from it.
    fn near(&self, value: &Value, setting: &Setting, lines: &[Line]) -> Option<(usize, Slip)> {
        // Most numbers are near no figure at all; only then are words worth weighing.
        if !self.known.iter().any(|k| k.tier != Tier::Wider && !k.total && near::slip(value, &k.value).is_some()) {
            return None;
        }
        let mut strong: Vec<(usize, i32)> = Vec::new();
        for (at, known) in self.known.iter().enumerate().filter(|(_, k)| k.value.kind == value.kind && k.tier != Tier::Wider && !k.total) {
            if let Some(fit) = self.judge.fit(known, setting, value.change.is_some(), lines).filter(|f| f.strong) {
                strong.push((at, fit.score));
            }
        }
        strong.sort_by_key(|(at, score)| (std::cmp::Reverse(*score), *at));
        let (best, score) = *strong.first()?;
        // Another thing that the words fit as well.
        if strong.iter().skip(1).any(|(at, other)| *other + 1 >= score && !self.same_thing(best, *at)) {
            return None;
        }
        near::slip(value, &self.known[best].value).map(|slip| (best, slip))
    }
}
