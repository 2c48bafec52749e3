//! One place in one period as the rules read it: which figure of a line holds for which day.
//!
//! Invariant: a figure that was set aside for another source is never compared; nothing is compared across days.
//!
//! May use: model, figures.

use super::At;
use super::equation::Term;
use crate::figures::{FigureIx, Figures, IndicatorLine, MoneyLine, Origin, SheetFigures};
use crate::model::{AreaIx, AsOf, Axes, Fact, Measure, Period, Reading, Record, Sheet, Subject, Unit};

/// Every stated figure of a line, newest of each measure first.
pub type Stated = [(Measure, Vec<FigureIx>)];

/// A sheet with everything around it.
#[derive(Clone, Copy)]
pub struct Book<'b> {
    /// What the files say.
    pub record: &'b Record,
    /// Every figure of the site.
    pub figures: &'b Figures,
    /// The sheet.
    pub sheet: &'b Sheet,
    /// Its figures.
    pub own: &'b SheetFigures,
}

impl<'b> Book<'b> {
    /// The book of one area and period.
    pub fn of(record: &'b Record, figures: &'b Figures, area: AreaIx, period: Period) -> Option<Self> {
        Some(Book { record, figures, sheet: record.sheets.get(&(area, period))?, own: figures.sheet(area, period)? })
    }

    /// Another sheet of the same site.
    pub fn other(&self, area: AreaIx, period: Period) -> Option<Self> {
        Book::of(self.record, self.figures, area, period)
    }

    /// A figure of this sheet, named for the whole site.
    pub fn at(&self, figure: FigureIx) -> At {
        At { area: self.own.area, period: self.own.period, figure }
    }

    /// The fact behind a figure.
    pub fn fact(&self, ix: FigureIx) -> Option<&'b Fact> {
        self.own.fact(self.sheet, ix)
    }

    /// The value of a figure.
    pub fn reading(&self, ix: FigureIx) -> &'b Reading {
        self.own.reading(self.sheet, ix)
    }

    /// A figure as a value of an equation.
    pub fn term(&self, ix: FigureIx, base: &Unit, counted: bool) -> Option<Term> {
        Term::of(self.at(ix), self.reading(ix), base, counted)
    }

    /// The figures of a measure that count, newest first.
    pub fn all(&self, stated: &'b Stated, measure: Measure) -> impl DoubleEndedIterator<Item = FigureIx> + 'b {
        let book = *self;
        let all = stated.iter().find(|(m, _)| *m == measure).map_or(&[][..], |(_, all)| all.as_slice());
        all.iter().copied().filter(move |ix| book.fact(*ix).is_some_and(|f| !f.set_aside))
    }

    /// The figure of a measure for exactly this day.
    pub fn on(&self, stated: &'b Stated, measure: Measure, day: Option<AsOf>) -> Option<FigureIx> {
        self.all(stated, measure).find(|ix| self.own.figure(*ix).as_of == day)
    }

    /// The figure of a measure that held on a day: of that day, else the newest before it, else one without a day,
    /// else the first after it.
    pub fn in_force(&self, stated: &'b Stated, measure: Measure, day: Option<AsOf>) -> Option<FigureIx> {
        let Some(known) = day.filter(|d| d.known()) else { return self.all(stated, measure).next() };
        let own_day = |ix: FigureIx| self.own.figure(ix).as_of.filter(|d| d.known());
        self.on(stated, measure, day)
            .or_else(|| self.all(stated, measure).filter(|ix| own_day(*ix).is_some_and(|d| d.day <= known.day)).max_by_key(|ix| own_day(*ix)))
            .or_else(|| self.all(stated, measure).find(|ix| own_day(*ix).is_none()))
            .or_else(|| self.all(stated, measure).min_by_key(|ix| own_day(*ix)))
    }

    /// What replaced plan versions said of a measure.
    pub fn replaced(&self, axes: &Axes, measure: Measure) -> Vec<FigureIx> {
        if self.sheet.replaced.is_empty() {
            return Vec::new();
        }
        let is_it = |ix: &FigureIx| {
            matches!(self.own.figure(*ix).origin, Origin::Replaced(_))
                && self.fact(*ix).is_some_and(|f| f.measure == measure && matches!(&f.subject, Subject::Money(own) if own == axes))
        };
        (0..self.own.figures.len() as FigureIx).filter(is_it).collect()
    }

    /// Whether the plan version in force is known to have been in force on a day.
    pub fn newest_plan_held_on(&self, day: Option<AsOf>) -> bool {
        let newest = self.sheet.versions.iter().find(|v| v.in_force).and_then(|v| v.date).filter(|d| d.known());
        match (newest, day.filter(|d| d.known())) {
            (Some(newest), Some(day)) => newest.day <= day.day,
            _ => self.sheet.versions.len() < 2,
        }
    }

    /// The line of these axes.
    pub fn line(&self, axes: &Axes) -> Option<&'b MoneyLine> {
        self.own.money.iter().find(|l| l.axes == *axes)
    }

    /// The words that are part of a figure's meaning.
    pub fn scope(&self, ix: FigureIx) -> Option<&'b str> {
        self.fact(ix)?.scope.as_ref().map(|s| s.get(""))
    }

    /// How many criteria the set of a figure has.
    pub fn set_size(&self, ix: FigureIx) -> Option<usize> {
        match &self.fact(ix)?.subject {
            Subject::Criteria(set) => Some(self.record.set(*set).criteria.len()),
            _ => None,
        }
    }

    /// Whether an indicator counts whole things.
    pub fn counts_things(&self, line: &IndicatorLine) -> bool {
        super::span::counts_things(self.record.indicator(line.indicator).unit.get(""))
    }
}
