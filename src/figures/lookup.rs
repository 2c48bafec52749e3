//! How a text names a figure, and the permanent address of each.
//!
//! A full address names place and period: `nam-nhun/2024/ntm/investment/disbursed`. Within a report both may be left
//! out. An address without a date means, in a report, the figure as that report knew it: a new quarter must not change
//! what an old report says.
//! Invariant: a permanent address never passes to another figure, whatever is reported later.
//!
//! May use: model.

use super::{FigureIx, Figures, SheetFigures};
use crate::model::{AreaIx, AsOf, Period, Record, ReportIx, Sheet, SourceRef};

/// From where an address is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standpoint<'s> {
    /// Places looked in, in this order, when the address names none.
    pub areas: &'s [AreaIx],
    /// The year looked in.
    pub year: i16,
    /// The day the text speaks of, when it says one.
    pub as_of: Option<AsOf>,
    /// The report the text belongs to.
    pub report: Option<ReportIx>,
    /// The day the text was written: what was reported later is not meant.
    pub told: Option<AsOf>,
}

impl<'s> Standpoint<'s> {
    /// The standpoint of a report.
    pub fn of(record: &'s Record, ix: ReportIx) -> Self {
        let report = record.report(ix);
        let told = Some(report.published).filter(|day| day.known()).or(report.event);
        Standpoint { areas: &report.areas, year: report.year, as_of: report.as_of, report: Some(ix), told }
    }

    /// The place of an id. Most addresses name a place of the report, so a country is looked through only for another one.
    pub fn area(&self, record: &Record, id: &str) -> Option<AreaIx> {
        let own = self.areas.iter().copied().find(|ix| record.area(*ix).id == id);
        own.or_else(|| record.areas().find(|(_, area)| area.id == id).map(|(ix, _)| ix))
    }
}

impl Figures {
    /// The figure of an address: a full one, or one within the places and the year of the standpoint.
    pub fn find<'f>(&'f self, record: &Record, from: &Standpoint<'_>, address: &str) -> Option<(&'f SheetFigures, FigureIx)> {
        let mut parts = address.splitn(3, '/');
        let full = parts.next().zip(parts.next()).zip(parts.next()).and_then(|((area, period), rest)| {
            let period = Period::read(period)?;
            let ix = from.area(record, area)?;
            let sheet = self.sheet(ix, period)?;
            sheet.find_from(&record.sheets[&(ix, sheet.period)], from, rest).map(|at| (sheet, at))
        });
        full.or_else(|| {
            from.areas.iter().find_map(|area| {
                let sheet = self.sheet(*area, Period::year(from.year))?;
                sheet.find_from(&record.sheets[&(*area, sheet.period)], from, address).map(|at| (sheet, at))
            })
        })
    }
}

impl Figures {
    /// The shortest address that leads a text at the standpoint to this very figure.
    pub fn shortest(&self, record: &Record, from: &Standpoint<'_>, sheet: &SheetFigures, ix: FigureIx) -> Option<String> {
        let of = record.sheets.get(&(sheet.area, sheet.period))?;
        let full = format!("{}/{}", record.area(sheet.area).id, sheet.period.slug());
        let (base, own, permanent) = (sheet.base(ix), &sheet.figure(ix).address, sheet.permanent(of, ix));
        let ways = [base.to_owned(), own.clone(), permanent.clone(), format!("{full}/{base}"), format!("{full}/{own}"), format!("{full}/{permanent}")];
        // In a report about several places the short words lead to the first; of the others the place is said.
        let said = from.areas.len() > 1 && from.areas.first() != Some(&sheet.area);
        ways.into_iter().skip(if said { 3 } else { 0 }).find(|way| {
            let found = self.find(record, from, way);
            found.is_some_and(|(other, at)| (other.area, other.period) == (sheet.area, sheet.period) && at == ix)
        })
    }
}

impl SheetFigures {
    /// The figure of an address within the sheet, as a text at the standpoint means it.
    fn find_from(&self, sheet: &Sheet, from: &Standpoint<'_>, address: &str) -> Option<FigureIx> {
        if address.contains(['@', '~']) {
            return self.find(address).or_else(|| self.find_permanent(sheet, address)).or_else(|| {
                // A forecast named by the day it is for: the newest of those made for it.
                let made = format!("{address}@");
                let all = (0..self.figures.len() as FigureIx).filter(|ix| self.permanent(sheet, *ix).starts_with(&made));
                all.max_by_key(|ix| self.figure(*ix).as_of)
            });
        }
        let all: Vec<FigureIx> =
            (0..self.figures.len() as FigureIx).filter(|ix| self.base(*ix) == address && !self.figure(*ix).address.contains('~')).collect();
        // The plain address is the newest figure; the others follow by their dates.
        let newest = |keep: &dyn Fn(FigureIx) -> bool| {
            let kept = all.iter().copied().filter(|ix| keep(*ix));
            kept.max_by_key(|ix| (!self.figure(*ix).address.contains('@'), self.figure(*ix).as_of))
        };
        let newest_by = |day: AsOf| {
            let kept = all.iter().copied().filter(|ix| self.figure(*ix).as_of.is_none_or(|own| !own.known() || own.day <= day.day));
            kept.max_by_key(|ix| (self.figure(*ix).as_of, !self.figure(*ix).address.contains('@')))
        };
        let own = |ix: FigureIx| from.report.is_some() && self.fact(sheet, ix).is_some_and(|f| f.source == from.report.map(SourceRef::Report));
        let known = |day: Option<AsOf>| day.filter(|day| day.known());
        known(from.as_of).and_then(newest_by).or_else(|| newest(&own)).or_else(|| known(from.told).and_then(newest_by)).or_else(|| newest(&|_| true))
    }

    /// The address without its date and without what tells it from others on the same line.
    pub fn base(&self, ix: FigureIx) -> &str {
        let address = &self.figure(ix).address;
        &address[..address.find(['@', '~']).unwrap_or(address.len())]
    }

    /// The address within the sheet that stays with this figure for good: it always has the day, and the plan version.
    pub fn permanent(&self, sheet: &Sheet, ix: FigureIx) -> String {
        let figure = self.figure(ix);
        let tail = figure.address.find('~').map_or("", |at| &figure.address[at..]);
        let fact = self.fact(sheet, ix);
        let day = fact.and_then(|f| f.by.or(f.as_of)).or(figure.as_of).filter(|day| day.known());
        let mut address = self.base(ix).to_owned();
        if let Some(day) = day {
            address.push('@');
            address.push_str(&day.slug());
        }
        // Several sources look ahead to one day: each forecast keeps the day it was made for good.
        if let Some(made) = fact.filter(|f| f.by.is_some_and(AsOf::known)).and_then(|f| f.as_of).filter(|made| made.known()) {
            address.push('@');
            address.push_str(&made.slug());
        }
        address.push_str(tail);
        if let Some(fact) = fact.filter(|f| f.version > 0 && !tail.contains("~v")) {
            address.push_str(&format!("~v{}", fact.version));
        }
        address
    }

    /// The figure of a permanent address within the sheet.
    pub fn find_permanent(&self, sheet: &Sheet, address: &str) -> Option<FigureIx> {
        let base = &address[..address.find(['@', '~']).unwrap_or(address.len())];
        (0..self.figures.len() as FigureIx).find(|ix| self.base(*ix) == base && self.permanent(sheet, *ix) == address)
    }
}

#[cfg(test)]
mod tests;
