//! The home page: is the money used, is the work done, where I live?
//!
//! Invariant: places are compared each at its own as-of date, and the date is said; nothing is summed over levels.
//!
//! May use: model, figures, i18n; crates rust_decimal.

use super::Here;
use super::here::upper_first;
use super::route::Folder;
use super::table::RowName;
use super::views::{Home, KeyFigure, Row, Table, Tile, Value};
use crate::figures::{FigureIx, SheetFigures, Standing, money::MoneyLine};
use crate::model::{AreaIx, Measure, ReportIx};

/// How many reports the home page shows.
pub const NEWS: usize = 6;
/// How many lagging lines it shows.
const LATE: usize = 5;

/// The one number a place is known by: what was disbursed of what, in its newest period with money.
pub struct Headline<'f> {
    /// The figures of the period.
    pub figures: &'f SheetFigures,
    /// What the rate is counted on.
    pub whole: Option<FigureIx>,
    /// What was disbursed.
    pub disbursed: Option<FigureIx>,
    /// The rate, stated or counted.
    pub rate: Option<FigureIx>,
    /// The only line, where there is one; otherwise it is a sum.
    pub line: Option<&'f MoneyLine>,
    /// Which sum it is, in words; empty for a single line.
    pub scope: String,
}

impl Here<'_> {
    /// The headline of a place, if any money was reported.
    pub fn headline(&self, area: AreaIx) -> Option<Headline<'_>> {
        let site = self.site;
        site.figures.of_area(area).rev().find_map(|figures| self.headline_of(figures))
    }

    /// The headline of a place in one period.
    pub fn headline_of<'f>(&self, figures: &'f SheetFigures) -> Option<Headline<'f>> {
        let whole_total = figures.totals.iter().find(|t| t.programme.is_none() && t.capital.is_none());
        let total = whole_total
            .filter(|t| t.progress.is_some())
            .or_else(|| figures.totals.iter().find(|t| t.programme.is_none() && t.progress.is_some()))
            .or_else(|| figures.totals.iter().find(|t| t.progress.is_some()));
        if let Some(total) = total {
            let mut scope = match (total.programme, total.capital) {
                (Some(programme), _) => self.short(programme).to_owned(),
                (None, Some(capital)) => self.say(&format!("capital-{}", capital.name())),
                (None, None) => String::new(),
            };
            if total.unassigned > 0 {
                let note = self.count("total-unassigned", total.unassigned);
                scope = if scope.is_empty() { note } else { format!("{scope}; {note}") };
            }
            return Some(Headline { figures, whole: Some(total.whole), disbursed: total.disbursed, rate: total.progress, line: None, scope });
        }
        let with_rate = |l: &&MoneyLine| l.rate.is_some() || l.progress.is_some();
        let line = figures.money.iter().find(with_rate)?;
        let sheet = self.sheet(figures);
        let disbursed = line.disbursed.filter(|ix| figures.reading(sheet, *ix).missing().is_none());
        let scope = self.axes(self.site.record, &line.axes);
        Some(Headline { figures, whole: line.denominator.map(|(ix, _)| ix), disbursed, rate: line.rate.or(line.progress), line: Some(line), scope })
    }

    /// A place in a grid.
    pub fn tile(&self, ix: AreaIx) -> Tile {
        let area = self.site.record.area(ix);
        let kind = self.site.config.kind(&area.kind).map_or_else(String::new, |k| self.text(&k.name).to_owned());
        let (number, label) = match self.headline(ix) {
            Some(headline) => {
                let rate = headline.rate.map(|ix| self.value(headline.figures, ix).text).unwrap_or_default();
                (rate, self.with("tile-disbursed", &[("period", &self.language.period(headline.figures.period))]))
            }
            None if self.site.figures.of_area(ix).next().is_some() => (String::new(), self.say("tile-no-money")),
            None => (String::new(), self.say("tile-no-figures")),
        };
        Tile { link: self.area(ix), kind, number, label }
    }

    /// What a headline says, in one sentence.
    pub fn headline_sentence(&self, headline: &Headline<'_>) -> String {
        let figures = headline.figures;
        let phrase = |ix: FigureIx| self.phrase(&self.value(figures, ix));
        let day = headline.disbursed.or(headline.rate).and_then(|ix| figures.figure(ix).as_of);
        let place = upper_first(&self.area_name(figures.area));
        match (headline.disbursed, headline.whole, headline.rate) {
            (Some(done), Some(whole), Some(rate)) => {
                let mut sentence = self.with(
                    "headline-sentence",
                    &[
                        ("as-of", &upper_first(&self.as_of(day))),
                        ("place", &self.area_name(figures.area)),
                        ("done", &phrase(done)),
                        ("whole", &phrase(whole)),
                        ("rate", &phrase(rate)),
                    ],
                );
                if !headline.scope.is_empty() {
                    sentence = format!("{sentence} {}", self.with("headline-scope", &[("scope", &headline.scope)]));
                }
                sentence
            }
            (_, _, Some(rate)) => {
                self.with("headline-rate", &[("as-of", &upper_first(&self.as_of(day))), ("place", &place), ("rate", &phrase(rate)), ("scope", &headline.scope)])
            }
            _ => String::new(),
        }
    }

    /// Counts of standings among lines and indicators of a sheet.
    pub fn standings(&self, figures: &SheetFigures) -> (usize, usize, usize) {
        let all = figures.money.iter().map(|l| l.judged.standing).chain(figures.indicators.iter().map(|l| l.judged.standing));
        let (mut good, mut late, mut open) = (0, 0, 0);
        for standing in all {
            match standing {
                Standing::Met | Standing::OnTrack => good += 1,
                Standing::Behind => late += 1,
                Standing::NotAssessed => open += 1,
            }
        }
        (good, late, open)
    }
}

/// The view of the home page.
pub fn home(here: &Here<'_>) -> Home {
    let site = here.site;
    let record = site.record;
    let with_figures: Vec<AreaIx> = record.areas().map(|(ix, _)| ix).filter(|ix| site.figures.of_area(*ix).next().is_some()).collect();
    let (mut good, mut late, mut open) = (0, 0, 0);
    for figures in site.figures.all() {
        let (g, l, o) = here.standings(figures);
        (good, late, open) = (good + g, late + l, open + o);
    }
    let key = |number: usize, label: &str| KeyFigure {
        value: Value {
            kind: "number".to_owned(),
            text: here.language.decimal(crate::model::Number(rust_decimal::Decimal::from(number as u64))),
            ..Value::default()
        },
        label: here.count(label, number),
    };
    let mut places: Vec<AreaIx> = with_figures.clone();
    sort_places(here, &mut places);
    let places: Vec<AreaIx> = places.into_iter().take(24).collect();
    Home {
        tagline: here.text(&site.config.tagline).to_owned(),
        summary: here.with(
            "home-summary",
            &[
                ("figures", &here.count("count-figures", site.figures.count())),
                ("places", &here.count("count-places", with_figures.len())),
                ("reports", &here.count("count-reports", record.reports.len())),
            ],
        ),
        key_figures: vec![key(with_figures.len(), "key-places"), key(good, "key-good"), key(late, "key-late"), key(open, "key-open")],
        places: places.iter().map(|ix| here.tile(*ix)).collect(),
        places_link: here.folder(Folder::Areas, &here.say("all-places")),
        programmes: latest_money(here),
        late: late_lines(here),
        news: (0..record.reports.len().min(NEWS) as u32).map(|at| here.card(ReportIx(at))).collect(),
        news_link: here.folder(Folder::Reports, &here.say("all-reports")),
    }
}

/// Highest level first, then by name.
pub fn sort_places(here: &Here<'_>, places: &mut [AreaIx]) {
    let record = here.site.record;
    crate::i18n::sort_by_name(here.lang(), places, |ix: AreaIx| here.text(&record.area(ix).name));
    places.sort_by_key(|ix| here.site.config.kind(&record.area(*ix).kind).map_or(u32::MAX, |k| k.level));
}

/// What each programme's places have disbursed, newest first: no sum over places of different levels and days.
fn latest_money(here: &Here<'_>) -> Table {
    let site = here.site;
    let mut found: Vec<(&SheetFigures, &MoneyLine)> = Vec::new();
    for figures in site.figures.all() {
        found.extend(figures.money.iter().filter(|l| l.newest(Measure::Disbursed).is_some() && l.axes.component.is_none()).map(|l| (figures, l)));
    }
    let day = |f: &SheetFigures, l: &MoneyLine| l.disbursed.and_then(|ix| f.figure(ix).as_of).filter(|a| a.known());
    found.sort_by(|a, b| (day(b.0, b.1), a.1.axes, a.0.area).cmp(&(day(a.0, a.1), b.1.axes, b.0.area)));
    let rows: Vec<Row> = found
        .iter()
        .take(8)
        .map(|(figures, line)| {
            let mut row = here.money_row(figures, line, RowName::Programme);
            let place = format!("{}, {}", here.place(figures.area), here.language.period(figures.period));
            row.detail = if row.detail.is_empty() { place } else { format!("{place} · {}", row.detail) };
            row.notes.retain(|n| n.kind == "mismatch");
            row
        })
        .collect();
    let mut table = here.money_frame("chuong-trinh", rows);
    table.title = here.say("home-programmes");
    table.caption = here.say("home-programmes-caption");
    table
}

/// What lags behind, the furthest first.
fn late_lines(here: &Here<'_>) -> Table {
    let site = here.site;
    let mut found = Vec::new();
    for figures in site.figures.all() {
        let sheet = here.sheet(figures);
        for line in figures.money.iter().filter(|l| l.judged.standing == Standing::Behind) {
            let shown = line.progress.or(line.rate).and_then(|ix| figures.reading(sheet, ix).number());
            let gap = line.judged.elapsed.zip(shown).map(|(e, n)| e - n.0);
            found.push((gap, figures, line));
        }
    }
    found.sort_by(|a, b| (b.0, a.1.area, a.1.period, a.2.axes).cmp(&(a.0, b.1.area, b.1.period, b.2.axes)));
    let rows = found.iter().take(LATE).map(|(_, figures, line)| {
        let mut row = here.money_row(figures, line, RowName::Place);
        row.detail = format!("{} · {}", row.detail, here.short(line.axes.programme));
        row.notes.retain(|n| n.kind == "mismatch");
        row
    });
    let mut table = here.money_frame("cham", rows.collect());
    table.title = here.say("home-late");
    table.caption = here.say("home-late-caption");
    table.empty = if table.rows.is_empty() { here.say("home-none-late") } else { String::new() };
    table
}
