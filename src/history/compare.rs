//! What has become of the figures of a release: which are new, which say something else, which are gone.
//!
//! A new day or a new plan version is an update and needs no words. A stated figure that says something else, or is
//! gone, needs an entry in `corrections.yaml`. A counted one follows its inputs in silence; when none of them
//! changed, the rule did, and that needs an entry too.
//! Invariant: comparing a release with the figures it was made of finds nothing.
//!
//! May use: diag, model, figures.

use std::collections::HashMap;

use super::listing::{Line, Listing, base};
use super::release::Release;
use crate::diag::Place;
use crate::figures::{FigureIx, Origin, SheetFigures, What};
use crate::model::{AreaIx, AsOf, Measure, Period, Record, Sheet};

/// What became of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// Stated, and says something else.
    Changed,
    /// Stated, and gone.
    Vanished,
    /// Counted, and says something else although its inputs did not change.
    Recounted,
    /// Counted, and followed its inputs.
    Followed,
    /// Counted, and not counted any more.
    Uncounted,
    /// A line that was there, for a new day or in a new plan version.
    Updated,
    /// A line that was not there.
    Added,
}

impl Fate {
    /// Whether the reader is owed an explanation.
    pub fn needs_entry(self) -> bool {
        matches!(self, Fate::Changed | Fate::Vanished | Fate::Recounted)
    }
}

/// One figure that is not as the release has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The whole permanent address.
    pub address: String,
    /// What became of it.
    pub fate: Fate,
    /// Whether a source states it: now, or then when it is gone.
    pub stated: bool,
    /// What the release says, as `canon` writes it.
    pub before: Option<String>,
    /// What the data say.
    pub after: Option<String>,
    /// Where the data say it; for a figure that is gone, where the release does.
    pub place: Option<Place>,
}

/// What one sheet says now.
#[derive(Clone, Debug)]
pub struct SheetNow {
    /// `nam-nhun/2024`
    pub name: String,
    /// The sheet.
    pub sheet: (AreaIx, Period),
    /// The newest day one of its figures holds for.
    pub newest: Option<AsOf>,
    /// What differs from a release.
    pub differences: Vec<Difference>,
}

/// Compares a sheet with a release.
pub fn sheet(release: &Release, listing: &Listing, digest: [u8; 16], record: &Record, figures: &SheetFigures) -> Vec<Difference> {
    let Some(section) = release.section(&listing.name) else {
        return listing.lines.iter().map(|(line, ix)| now(listing, record, figures, line, *ix, Fate::Added)).collect();
    };
    if section.digest == digest {
        return Vec::new();
    }
    let then = release.lines(section);
    let old: HashMap<&str, &Line> = then.iter().map(|(_, line)| (line.address.as_str(), line)).collect();
    let new: HashMap<FigureIx, &Line> = listing.lines.iter().map(|(line, ix)| (*ix, line)).collect();
    let bases: std::collections::HashSet<&str> = then.iter().map(|(_, line)| base(&line.address)).collect();
    let mut all = Vec::new();
    for (line, ix) in &listing.lines {
        match old.get(line.address.as_str()) {
            None => {
                let known = bases.contains(base(&line.address));
                all.push(now(listing, record, figures, line, *ix, if known { Fate::Updated } else { Fate::Added }));
            }
            Some(old_line) if old_line.value == line.value => {}
            Some(old_line) => {
                let fate = match (old_line.is_stated() || line.is_stated(), followed(figures, *ix, line, old_line, &old, &new)) {
                    (true, _) => Fate::Changed,
                    (false, true) => Fate::Followed,
                    (false, false) => Fate::Recounted,
                };
                all.push(Difference { before: Some(old_line.value.clone()), ..now(listing, record, figures, line, *ix, fate) });
            }
        }
    }
    let there: std::collections::HashSet<&str> = listing.lines.iter().map(|(line, _)| line.address.as_str()).collect();
    all.extend(then.iter().filter(|(_, line)| !there.contains(line.address.as_str())).map(|(at, line)| gone(release, &listing.name, *at, line)));
    all.sort_by(|a, b| a.address.cmp(&b.address));
    all
}

/// The figures of a sheet that is not there any more.
pub fn lost_sheet(release: &Release, name: &str) -> Vec<Difference> {
    release.lines_of(name).iter().map(|(at, line)| gone(release, name, *at, line)).collect()
}

fn gone(release: &Release, sheet: &str, at: u32, line: &Line) -> Difference {
    Difference {
        address: format!("{sheet}/{}", line.address),
        fate: if line.is_stated() { Fate::Vanished } else { Fate::Uncounted },
        stated: line.is_stated(),
        before: Some(line.value.clone()),
        after: None,
        place: Some(release.place(at)),
    }
}

fn now(listing: &Listing, record: &Record, figures: &SheetFigures, line: &Line, ix: FigureIx, fate: Fate) -> Difference {
    Difference {
        address: format!("{}/{}", listing.name, line.address),
        fate,
        stated: line.is_stated(),
        before: None,
        after: Some(line.value.clone()),
        place: record.sheets.get(&(figures.area, figures.period)).and_then(|sheet| place(sheet, figures, ix)),
    }
}

/// Where a figure is written; a counted one where its first input is.
pub fn place(sheet: &Sheet, figures: &SheetFigures, ix: FigureIx) -> Option<Place> {
    match (&figures.figure(ix).origin, figures.fact(sheet, ix)) {
        (_, Some(fact)) => Some(fact.place.clone()),
        (Origin::Counted { inputs, .. }, _) => inputs.iter().find_map(|input| place(sheet, figures, *input)),
        _ => None,
    }
}

/// Whether a counted figure changed because something it is counted from did.
fn followed(figures: &SheetFigures, ix: FigureIx, line: &Line, then: &Line, old: &HashMap<&str, &Line>, new: &HashMap<FigureIx, &Line>) -> bool {
    let count = |line: &Line| line.rule.as_ref().and_then(|rule| rule.rsplit_once(' ')).map(|(_, count)| count.to_owned());
    if count(line) != count(then) {
        return true;
    }
    let figure = figures.figure(ix);
    let Origin::Counted { inputs, .. } = &figure.origin else { return false };
    let changed = |input: FigureIx| new.get(&input).is_none_or(|line| old.get(line.address.as_str()).is_none_or(|then| then.value != line.value));
    // A stated rate says how precisely its counted neighbour is shown.
    let neighbour = (figure.what == What::Progress).then(|| {
        let all = 0..figures.figures.len() as FigureIx;
        all.filter(|other| figures.figure(*other).about == figure.about && figures.figure(*other).what == What::Measure(Measure::Rate))
    });
    inputs.iter().copied().chain(neighbour.into_iter().flatten()).any(changed)
}
