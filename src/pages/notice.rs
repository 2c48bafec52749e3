//! What a villager needs of one place, on one sheet of paper to be put up at the commune house.
//!
//! Invariant: one place, one period, its days said; what the sheet has no room for is counted, and the address leads to it.
//!
//! May use: model, figures.

use super::Here;
use super::list;
use super::views::{Line, Link, Notice, Table};
use crate::figures::SheetFigures;
use crate::model::AreaIx;

/// Rows of an A4 sheet, so that office and address still stand on it.
const MONEY: usize = 7;
const INDICATORS: usize = 8;
const WORKS: usize = 5;

impl<'h> Here<'h> {
    /// The period a place is posted with: the newest with money, else the newest with anything.
    pub fn posted(&self, ix: AreaIx) -> Option<&'h SheetFigures> {
        self.headline(ix).map(|headline| headline.figures).or_else(|| self.newest_judged(ix)).or_else(|| self.site.figures.of_area(ix).next_back())
    }
}

/// The notice of a place.
pub fn notice(here: &Here<'_>, ix: AreaIx) -> Notice {
    let works = &here.site.index.works_of_area[ix.at()];
    let (mut money, mut indicators) = (Table::default(), Table::default());
    let mut summary = String::new();
    if let Some(figures) = here.posted(ix) {
        let block = super::area::block(here, figures);
        summary = block.summary;
        // A line of a component is a part of the line of its programme.
        let whole = figures.money.iter().any(|line| line.axes.component.is_none());
        money = here.money_table(figures, |line| !whole || line.axes.component.is_none());
        indicators = block.indicators;
    }
    // Lines with a number come first, and sums stand below them as they do elsewhere.
    money.rows.sort_by_key(|row| (row.name.href.is_empty(), row.cells.first().and_then(|c| c.value.as_ref()).is_some_and(|v| v.kind == "missing")));
    let sums = money.rows.iter().filter(|row| row.name.href.is_empty()).count();
    let sums = money.rows.split_off(money.rows.len() - sums);
    let room = MONEY.saturating_sub(sums.len());
    let left = [shortened(&mut money, room), shortened(&mut indicators, INDICATORS), works.len().saturating_sub(WORKS)].iter().sum();
    money.rows.extend(sums);
    let address = here.absolute(&here.area_dir(ix));
    Notice {
        place: here.area(ix),
        summary,
        money,
        indicators,
        works: works.iter().take(WORKS).map(|work| work_line(here, *work)).collect(),
        more: if left > 0 { here.count("notice-more", left) } else { String::new() },
        address: Link { text: if address.is_empty() { format!("/{}", here.area_dir(ix)) } else { address }, ..here.area(ix) },
    }
}

/// Takes rows and remarks for which a sheet of paper has no room; answers how many rows.
fn shortened(table: &mut Table, most: usize) -> usize {
    let left = table.rows.len().saturating_sub(most);
    table.rows.truncate(most);
    for row in &mut table.rows {
        row.notes.retain(|note| note.kind == "mismatch" || note.kind == "doubt");
    }
    left
}

fn work_line(here: &Here<'_>, ix: u32) -> Line {
    let work = &here.site.record.works[ix as usize];
    let link = list::work_link(here, ix);
    let words = [here.say(&format!("work-{}", work.status.name().replace('_', "-"))), here.as_of(work.as_of), here.maybe(work.contact.as_ref())];
    Line { name: link.text, text: words.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" · "), href: link.href }
}
