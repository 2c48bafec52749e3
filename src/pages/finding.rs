//! What does not add up, said to readers: beside the stated figure, beside every figure it was compared with, and in
//! the rows of tables.
//!
//! Invariant: both values stand together; an explanation is only offered where the editor gives none.
//!
//! May use: model, figures, reconcile; crates rust_decimal.

use super::Here;
use super::table::note;
use super::views::{Line, Link, Note, Passport};
use crate::figures::{FigureIx, SheetFigures};
use crate::model::{Fact, Hedge, Measure, Number, Quantity, Reading, Standing, Unit};
use crate::reconcile::{self, At, Book, Counted, Explanation, Finding, Rule, series};
use rust_decimal::Decimal;

/// So many figures a value was compared with are named on its passport.
const COMPARED: usize = 12;

impl<'h> Here<'h> {
    fn book(&self, figures: &SheetFigures) -> Option<Book<'h>> {
        Book::of(self.site.record, self.site.figures, figures.area, figures.period)
    }

    fn sheet_of(&self, at: At) -> Option<&'h SheetFigures> {
        self.site.figures.sheet(at.area, at.period)
    }

    /// On the passport of a figure: what it does not agree with, or that it agrees.
    pub fn findings_of(&self, figures: &SheetFigures, ix: FigureIx, passport: &mut Passport) {
        let at = At { area: figures.area, period: figures.period, figure: ix };
        let mut stated = false;
        for finding in self.site.findings.of_figure(at) {
            if finding.stated == at {
                stated = true;
                passport.notes.push(note("mismatch", self.finding(finding)));
                let compared = finding.inputs.iter().take(COMPARED).filter_map(|at| self.input_of(*at));
                passport.lines.extend(compared.map(|link| Line { name: self.say("passport-compared"), text: link.text, href: link.href }));
                if finding.inputs.len() > COMPARED {
                    let rest = self.count("found-more", finding.inputs.len() - COMPARED);
                    passport.lines.push(Line { name: self.say("passport-compared"), text: rest, href: String::new() });
                }
                if !finding.noted {
                    passport.notes.extend(finding.explanations.iter().map(|e| note("note", self.explanation(e))));
                }
            } else if let Some(other) = self.sheet_of(finding.stated) {
                let title = self.figure_title(other, finding.stated.figure);
                let text = self.with("found-used", &[("what", &title)]);
                let href = self.passport(other, &other.figure(finding.stated.figure).address);
                passport.lines.push(Line { name: self.say("passport-checked"), text, href });
            }
        }
        let rate = figures.fact(self.sheet(figures), ix).is_some_and(|f| f.measure == Measure::Rate);
        if !rate {
            return;
        }
        let line = figures.money.iter().find(|l| l.rate == Some(ix)).and_then(|l| l.progress);
        let progress = line.or_else(|| figures.indicators.iter().find(|l| l.rate == Some(ix)).and_then(|l| l.progress));
        let Some(progress) = progress else { return };
        let value = self.value(figures, progress);
        passport.inputs.push(Link { href: value.href.clone(), text: self.with("counted-here", &[("value", &value.text)]), ..Link::default() });
        if !stated && self.book(figures).is_some_and(|book| reconcile::rates::verdict(&book, ix) == reconcile::Verdict::Consistent) {
            let text = self.with("verdict-consistent", &[("counted", &value.text)]);
            passport.lines.push(Line { name: self.say("passport-checked"), text, href: String::new() });
        }
    }

    /// A link to the passport of a figure something was compared with, of whichever sheet.
    fn input_of(&self, at: At) -> Option<Link> {
        let other = self.sheet_of(at)?;
        let mut link = self.input(other, at.figure);
        if (other.area, other.period) != self.page_sheet() {
            link.text = format!("{}, {}: {}", self.area_name(other.area), self.language.period(other.period), link.text);
        }
        Some(link)
    }

    /// On the passports of two sources that differ: what the other one gives, and why one was chosen.
    pub fn other_source_of(&self, figures: &SheetFigures, ix: FigureIx, fact: &Fact, passport: &mut Passport) {
        if fact.chosen.is_none() && !fact.set_aside {
            return;
        }
        let own = figures.figure(ix);
        for at in (0..figures.figures.len() as FigureIx).filter(|at| *at != ix) {
            let (figure, theirs) = (figures.figure(at), figures.fact(self.sheet(figures), at));
            let Some(theirs) = theirs.filter(|f| f.set_aside != fact.set_aside && f.as_of == fact.as_of && f.by == fact.by) else { continue };
            if figure.about != own.about || figure.what != own.what {
                continue;
            }
            let value = self.value(figures, at);
            let name = self.say(if fact.set_aside { "passport-chosen" } else { "passport-other-source" });
            passport.lines.push(Line { name, text: self.phrase(&value), href: value.href });
            if let (true, Some(why)) = (fact.set_aside, &theirs.chosen) {
                passport.notes.push(note("note", self.with("chosen-because", &[("why", self.text(why))])));
            }
        }
    }

    /// The sheet this page is about, where it is about one.
    fn page_sheet(&self) -> (crate::model::AreaIx, crate::model::Period) {
        match self.page.kind {
            super::PageKind::Period(area, period) => (area, period),
            _ => (crate::model::AreaIx(u32::MAX), crate::model::Period::year(0)),
        }
    }

    /// In the row of a line: what is wrong with its own figures, and that others were compared with them.
    pub fn row_findings(&self, figures: &SheetFigures, stated: &[(Measure, Vec<FigureIx>)], notes: &mut Vec<Note>) {
        let found = self.site.findings.of_sheet(figures.area, figures.period);
        if found.is_empty() {
            return;
        }
        let here = |at: &At| (at.area, at.period) == (figures.area, figures.period) && stated.iter().any(|(_, all)| all.contains(&at.figure));
        let mut used = false;
        let mut own = false;
        for finding in found {
            if here(&finding.stated) {
                own = true;
                let mut words = self.finding(finding);
                // An older figure is not the one in the row: then its day is named.
                let newest = stated.iter().any(|(_, all)| all.first() == Some(&finding.stated.figure));
                if let (false, Some(day)) = (newest, figures.figure(finding.stated.figure).as_of.filter(|d| d.known())) {
                    words = format!("{words} ({})", self.as_of(Some(day)));
                }
                notes.push(note("mismatch", words));
            } else {
                used |= finding.inputs.iter().any(here);
            }
        }
        if used && !own {
            notes.push(note("mismatch", self.say("found-in-row")));
        }
    }

    /// Both values in a sentence.
    fn finding(&self, finding: &Finding) -> String {
        let Some(figures) = self.sheet_of(finding.stated) else { return String::new() };
        let phrase = |figures: &SheetFigures, ix: FigureIx| self.phrase(&self.value(figures, ix));
        let stated = phrase(figures, finding.stated.figure);
        let counted = finding.counted.as_ref().map_or_else(String::new, |c| self.counted(c));
        let above = finding.stated_is_above(self.site.figures, self.site.record);
        let both = |id: &str| self.with(id, &[("stated", &stated), ("counted", &counted)]);
        match (finding.rule, finding.verdict) {
            (Rule::Rate, reconcile::Verdict::Truncated) => both("verdict-truncated"),
            (Rule::Rate, _) => both("verdict-mismatch"),
            (Rule::Parts, _) => both(if above { "found-parts-below" } else { "found-parts-above" }),
            (Rule::RateBetween, _) => both("found-rate-between"),
            (Rule::PlanSum, _) => both("found-plan-sum"),
            (Rule::CriteriaOfSet, _) => both("found-criteria-of-set"),
            (Rule::CriteriaSum, _) => {
                let size = self.book(figures).and_then(|book| book.set_size(finding.stated.figure)).unwrap_or(0);
                self.with("found-criteria-sum", &[("counted", &counted), ("size", &size.to_string())])
            }
            (Rule::CriteriaStates, _) => both("found-criteria-states"),
            (Rule::Available, _) => both("found-available"),
            (Rule::Change, _) => {
                let counted = finding.counted.as_ref().map_or_else(String::new, |c| self.counted_change(figures, finding.stated.figure, c));
                self.with("found-change", &[("stated", &stated), ("counted", &counted)])
            }
            (Rule::Exceeded, _) => both("found-exceeded"),
            (Rule::Day, _) => {
                let fact = figures.fact(self.sheet(figures), finding.stated.figure);
                let published = fact.and_then(|f| f.source).and_then(|s| series::published(self.site.record, s));
                let day = fact.and_then(|f| f.as_of).map_or_else(String::new, |d| self.date(d));
                let published = published.map_or_else(String::new, |d| self.date(d));
                self.with("found-day", &[("stated", &stated), ("day", &day), ("published", &published)])
            }
            (Rule::Series, _) => {
                let before = finding.inputs.first().and_then(|at| figures.figure(at.figure).as_of).map_or_else(String::new, |d| self.date(d));
                self.with("found-series", &[("stated", &stated), ("counted", &counted), ("before", &before)])
            }
            (Rule::Jump, _) => both(if above { "found-jump-above" } else { "found-jump-below" }),
        }
    }

    /// What was counted: one value, or from one to another.
    fn counted(&self, counted: &Counted) -> String {
        let reading = |value: Decimal| Reading {
            quantity: Quantity::Exact(Number(value)),
            unit: counted.unit.clone(),
            hedge: Hedge::Exact,
            standing: Standing::Actual,
            change: None,
            typed: String::new(),
        };
        let one = |value: Decimal| self.phrase(&self.reading(&reading(value), &self.unit(&counted.unit)));
        match reconcile::ends(counted) {
            (Some(low), Some(high)) if low == high => one(low),
            (Some(low), Some(high)) => self.with("found-from-to", &[("low", &one(low)), ("high", &one(high))]),
            (Some(low), None) => format!("{} {}", self.say("hedge-at-least"), one(low)),
            (None, Some(high)) => format!("{} {}", self.say("hedge-under"), one(high)),
            (None, None) => String::new(),
        }
    }

    /// A fall or a rise by what was counted, in the unit of the stated change.
    fn counted_change(&self, figures: &SheetFigures, ix: FigureIx, counted: &Counted) -> String {
        let falls = counted.nominal.or(counted.span.high).is_some_and(|value| value < Decimal::ZERO);
        let turned = if falls { Counted { span: counted.span.negative(), nominal: counted.nominal.map(|n| -n), ..counted.clone() } } else { counted.clone() };
        let word = self.say(if falls { "change-fall" } else { "change-rise" });
        let unit = if counted.unit == Unit::Bare { self.unit_of(figures, ix) } else { String::new() };
        let glue = if unit.is_empty() || unit == "%" { "" } else { " " };
        format!("{word} {}{glue}{unit}", self.counted(&turned))
    }

    /// What may have happened, in a sentence.
    fn explanation(&self, explanation: &Explanation) -> String {
        let title = |at: At| self.sheet_of(at).map_or_else(String::new, |f| self.phrase(&self.value(f, at.figure)));
        let meant: Vec<String> = explanation.meant.iter().filter_map(|at| Some(self.input_of(*at)?.text)).collect();
        let unit = self.sheet_of(explanation.at).map(|f| f.reading(self.sheet(f), explanation.at.figure).unit.clone());
        let is = explanation.mended.map_or_else(String::new, |n| if unit == Some(Unit::Percent) { self.language.percent(n) } else { self.language.decimal(n) });
        self.with(explanation.slip.name(), &[("was", &title(explanation.at)), ("is", &is), ("meant", &meant.join("; "))])
    }
}
