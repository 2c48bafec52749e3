//! Places side by side in a frame: what an indicator is in each of them, and how far each has come with a programme.
//!
//! Invariant: in one frame stand places of one level, in one period, at one day, as on the pages; what has no room is cut
//! at the end of that order, and the caption says of how many.
//!
//! May use: model, figures; crates rust_decimal.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::page;
use crate::figures::{About, FigureIx, IndicatorLine, SheetFigures};
use crate::model::{AreaIx, AsOf, IndicatorIx, Measure, Period, ProgrammeIx, Subject};
use crate::pages::Here;
use crate::pages::answer::Standings;
use crate::pages::catalogue;
use crate::pages::compare::Abreast;
use crate::pages::here::upper_first;
use crate::pages::table::RowName;
use crate::pages::views::{EmbedPage, KeyFigure, Link, Row, Table};

/// So many places one frame has room for.
const ROWS: usize = 5;

/// An indicator in the places that tell of it for one day.
pub fn indicator(here: &Here<'_>, ix: IndicatorIx) -> EmbedPage {
    let told = told(here, ix);
    let shown = &told.lines[..told.lines.len().min(ROWS)];
    let rows: Vec<Row> = shown.iter().map(|(figures, line)| row(here, figures, line)).collect();
    let mut table = here.indicator_frame("so-sanh", rows);
    table.columns[0].name = here.say("column-place");
    let by = if told.by_rate { "compared-caption" } else { "compared-caption-number" };
    table.caption = match told.lines[..] {
        [(figures, _)] => {
            let args = [("place", here.area_name(figures.area)), ("period", here.language.period(figures.period)), ("as-of", here.as_of(told.day))];
            here.with("indicator-caption", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        _ => caption(here, by, told.lines.len(), told.of, told.period, told.day),
    };
    finish(here, &mut table, told.lines.len(), told.all);
    let mut sources = Vec::new();
    for (figures, line) in shown {
        let stated: Vec<FigureIx> = [line.newest(Measure::Actual), line.newest(Measure::Target)].into_iter().flatten().collect();
        add(&mut sources, here.sources(figures, &stated));
    }
    let subject = here.indicator(ix);
    EmbedPage { answer: told.answer(here), table, ..page(here, subject, sources) }
}

/// A programme: how its lines and indicators stand, and its money in the places that tell of it for one day.
pub fn programme(here: &Here<'_>, ix: ProgrammeIx) -> EmbedPage {
    let subject = here.programme(ix);
    let all = lines_of(here, ix);
    let key_figures = key_figures_of_programme(here, ix);
    let Some(abreast) = abreast(here, ix) else {
        return EmbedPage { key_figures, ..page(here, subject, Vec::new()) };
    };
    let count = abreast.found.len();
    let shown = &abreast.found[..count.min(ROWS)];
    let mut table = here.money_frame("so-sanh", shown.iter().map(|(rate, hedge, headline)| here.compared(*rate, *hedge, headline)).collect());
    table.columns[0].name = here.say("column-place");
    let first = &abreast.found[0].2;
    table.caption = if count > 1 {
        caption(here, "compared-caption", count, abreast.of, Some(abreast.period), Some(abreast.day))
    } else {
        let figures = first.figures;
        let args = [("place", here.area_name(figures.area)), ("period", here.language.period(figures.period)), ("as-of", here.as_of(Some(abreast.day)))];
        here.with("money-caption", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
    };
    // The sentence about a single place says it already.
    if count > 1 && first.sum_of.is_none() && !first.scope.is_empty() {
        table.caption = format!("{} {}", table.caption, here.with("headline-scope", &[("scope", &first.scope)]));
    }
    finish(here, &mut table, count, all);
    let mut sources = Vec::new();
    for (_, _, headline) in shown {
        let figures = headline.figures;
        let of_the_day = |at: &FigureIx| {
            let figure = figures.figure(*at);
            figure.as_of == Some(abreast.day) && matches!(&figure.about, About::Subject(Subject::Money(axes)) if axes.programme == ix)
        };
        add(&mut sources, here.sources(figures, &(0..figures.figures.len() as FigureIx).filter(of_the_day).collect::<Vec<_>>()));
    }
    let answer = match shown {
        [(_, _, headline)] => here.headline_sentence(headline),
        _ => {
            let [highest, lowest] = [first, &abreast.found[count - 1].2].map(|headline| {
                let rate = headline.rate.map_or_else(String::new, |ix| here.in_sentence(headline.figures, ix));
                (rate, here.place(headline.figures.area))
            });
            span(here, "embed-disbursed-span", Some(abreast.day), count, lowest, highest)
        }
    };
    EmbedPage { answer, key_figures, table, ..page(here, subject, sources) }
}

/// The numbers the page of a programme begins with: how many places tell of it, and how everything of it stands now in
/// each.
pub fn key_figures_of_programme(here: &Here<'_>, ix: ProgrammeIx) -> Vec<KeyFigure> {
    let record = here.site.record;
    let is_of = |indicator: IndicatorIx| record.indicator(indicator).programme == ix;
    let (mut places, mut all) = (0, Standings::default());
    for (area, _) in record.areas() {
        let speaks_of = |figures: &&SheetFigures| figures.money.iter().any(|l| l.axes.programme == ix) || figures.indicators.iter().any(|l| is_of(l.indicator));
        if !here.site.figures.of_area(area).any(|figures| speaks_of(&figures)) {
            continue;
        }
        places += 1;
        let count = |figures: &SheetFigures| here.standings_of([figures], |l| l.axes.programme == ix, |l| is_of(l.indicator));
        for figures in here.standing_now_by(area, count) {
            // A sample is shown to be one.
            here.sheet(figures);
            let one = count(figures);
            all = Standings { good: all.good + one.good, late: all.late + one.late, open: all.open + one.open };
        }
    }
    if places == 0 {
        return Vec::new();
    }
    let counts = [(all.good, "key-good"), (all.late, "key-late"), (all.open, "key-open")];
    let counts = counts.into_iter().filter(|_| all != Standings::default());
    std::iter::once((places, "key-places")).chain(counts).map(|(count, id)| here.key_count(count, id)).collect()
}

/// How many rows the frame of an indicator has.
pub fn rows_of_indicator(here: &Here<'_>, ix: IndicatorIx) -> u32 {
    told(here, ix).lines.len().min(ROWS) as u32
}

/// How many rows the frame of a programme has.
pub fn rows_of_programme(here: &Here<'_>, ix: ProgrammeIx) -> u32 {
    abreast(here, ix).map_or(0, |abreast| abreast.found.len().min(ROWS) as u32)
}

/// The places of the level most of which tell of the money of a programme for one day.
fn abreast<'h>(here: &Here<'h>, ix: ProgrammeIx) -> Option<Abreast<'h>> {
    let places: Vec<AreaIx> = here.site.record.areas().map(|(area, _)| area).collect();
    let of_level =
        |(level, places): (u32, Vec<AreaIx>)| Some((Reverse(level), here.abreast(&places, None, |figures| here.headline_of_programme(figures, ix))?));
    let all = here.levels(&places).into_iter().filter_map(of_level);
    all.max_by_key(|(level, abreast)| (abreast.found.len(), abreast.period.last, abreast.day, *level)).map(|(_, abreast)| abreast)
}

/// How many budget lines of a programme its page may show.
fn lines_of(here: &Here<'_>, ix: ProgrammeIx) -> usize {
    let sheets = here.site.index.sheets_of_programme[ix.at()].iter().filter_map(|(area, period)| here.site.figures.sheet(*area, *period));
    sheets.map(|figures| figures.money.iter().filter(|l| l.axes.programme == ix).count()).sum()
}

/// What can be compared of an indicator.
struct Told<'h> {
    /// The highest rate first, or the greatest number.
    lines: Vec<(&'h SheetFigures, &'h IndicatorLine)>,
    by_rate: bool,
    period: Option<Period>,
    day: Option<AsOf>,
    /// Places of this level.
    of: usize,
    /// Everything told of the indicator, in any place and period.
    all: usize,
}

/// The results of an indicator in places of one level, for one day of one period, of one group of people and in one unit:
/// the most places, among as many the newest. Where no result has a day, the newest line stands alone.
fn told<'h>(here: &Here<'h>, ix: IndicatorIx) -> Told<'h> {
    let (record, site) = (here.site.record, here.site);
    let places: Vec<AreaIx> = record.areas().map(|(area, _)| area).collect();
    let levels = here.levels(&places);
    let level_of: BTreeMap<AreaIx, u32> = levels.iter().flat_map(|(level, places)| places.iter().map(|place| (*place, *level))).collect();
    let mut all: Vec<(&SheetFigures, &IndicatorLine)> = Vec::new();
    let mut groups: BTreeMap<_, Vec<(&SheetFigures, &IndicatorLine)>> = BTreeMap::new();
    for (area, period) in &site.index.sheets_of_indicator[ix.at()] {
        let Some(figures) = site.figures.sheet(*area, *period) else { continue };
        for line in figures.indicators.iter().filter(|line| line.indicator == ix) {
            all.push((figures, line));
            let (Some(level), Some(actual)) = (level_of.get(area), line.newest(Measure::Actual)) else { continue };
            let reading = figures.reading(here.sheet(figures), actual);
            let Some(day) = figures.figure(actual).as_of.filter(|day| day.known() && reading.missing().is_none()) else { continue };
            groups.entry((*period, day, Reverse(*level), line.group.clone(), format!("{:?}", reading.unit))).or_default().push((figures, line));
        }
    }
    let most = groups.into_iter().max_by_key(|((period, day, level, ..), found)| (found.len(), period.last, *day, *level));
    let Some(((period, day, Reverse(level), ..), mut lines)) = most else {
        let newest = all.iter().copied().max_by_key(|(figures, _)| (figures.period.last, Reverse(figures.area)));
        return Told { lines: newest.into_iter().collect(), by_rate: false, period: None, day: None, of: 1, all: all.len() };
    };
    let number = |figures: &SheetFigures, at: Option<FigureIx>| figures.reading(here.sheet(figures), at?).number().map(|number| number.0);
    let rate = |(figures, line): &(&SheetFigures, &IndicatorLine)| number(figures, line.newest(Measure::Rate).or(line.progress));
    let by_rate = lines.iter().all(|told| rate(told).is_some());
    // What has no number, such as a span, comes last.
    lines.sort_by_key(|told| Reverse(if by_rate { rate(told) } else { number(told.0, told.1.newest(Measure::Actual)) }));
    Told { lines, by_rate, period: Some(period), day: Some(day), of: levels.get(&level).map_or(0, Vec::len), all: all.len() }
}

impl Told<'_> {
    /// The answer in one sentence: the result of the one place, or from which to which number the results go.
    fn answer(&self, here: &Here<'_>) -> String {
        let number = |(figures, line): &(&SheetFigures, &IndicatorLine)| -> Option<(Decimal, String, String)> {
            let actual = line.newest(Measure::Actual)?;
            let number = figures.reading(here.sheet(figures), actual).number()?;
            Some((number.0, here.in_sentence(figures, actual), here.place(figures.area).to_owned()))
        };
        let numbers: Vec<_> = self.lines.iter().filter_map(number).collect();
        // The lowest of some is not the lowest of all.
        if numbers.len() < self.lines.len() {
            return String::new();
        }
        let ends = numbers.iter().min_by_key(|(number, ..)| *number).zip(numbers.iter().max_by_key(|(number, ..)| *number));
        match (ends, &self.lines[..]) {
            (Some(((_, value, _), _)), [(figures, _)]) => {
                let args = [("as-of", upper_first(&here.as_of(self.day))), ("place", here.area_name(figures.area)), ("value", value.clone())];
                here.with("embed-result", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
            }
            (Some(((_, low, low_place), (_, high, high_place))), _) => {
                span(here, "embed-span", self.day, numbers.len(), (low.clone(), low_place), (high.clone(), high_place))
            }
            (None, _) => String::new(),
        }
    }
}

/// From which to which number something goes, and where.
fn span(here: &Here<'_>, id: &str, day: Option<AsOf>, count: usize, lowest: (String, &str), highest: (String, &str)) -> String {
    let places = here.count("count-places", count);
    let day = upper_first(&here.as_of(day));
    here.with(id, &[("as-of", &day), ("low", &lowest.0), ("low-place", lowest.1), ("high", &highest.0), ("high-place", highest.1), ("places", &places)])
}

/// An indicator in one place, whose period the caption says.
fn row(here: &Here<'_>, figures: &SheetFigures, line: &IndicatorLine) -> Row {
    let mut row = here.indicator_row(figures, line, RowName::Place);
    row.detail = line.group.as_ref().map(|group| here.group_name(figures, line, group)).unwrap_or_default();
    // What must be known to read the number; the rest is a step away.
    row.notes.retain(|note| ["mismatch", "doubt", "scope"].contains(&note.kind.as_str()));
    row
}

fn caption(here: &Here<'_>, id: &str, count: usize, of: usize, period: Option<Period>, day: Option<AsOf>) -> String {
    let period = period.map_or_else(String::new, |period| here.language.period(period));
    here.with(id, &[("count", &count.to_string()), ("of", &of.to_string()), ("period", &period), ("as-of", &here.as_of(day))])
}

/// Says the unit once and what was cut: `count` places could be compared, of `all` rows of the page.
fn finish(here: &Here<'_>, table: &mut Table, count: usize, all: usize) {
    // The name of the page is the heading.
    table.title.clear();
    here.say_unit_once(table);
    let shown = table.rows.len();
    let cut = if shown < count {
        // A page lists so many rows; the others are in the data files.
        let id = if all <= catalogue::ROWS { "embed-cut" } else { "embed-cut-to-files" };
        here.with(id, &[("shown", &shown.to_string()), ("count", &count.to_string())])
    } else if shown < all {
        here.count("embed-others", all - shown)
    } else {
        return;
    };
    let stop = if table.caption.ends_with('.') { "" } else { "." };
    table.caption = format!("{}{stop} {cut}", table.caption);
}

fn add(sources: &mut Vec<Link>, more: Vec<Link>) {
    for link in more {
        if sources.iter().all(|known| known.href != link.href) {
            sources.push(link);
        }
    }
}
