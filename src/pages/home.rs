//! The home page: is the money used, is the work done, where I live?
//!
//! Invariant: the sentence, the first figure and the money are of one place, one period and one day; nothing is summed
//! over levels.
//!
//! May use: model, figures, i18n.

use super::Here;
use super::here::{lower_first, upper_first};
use super::route::Folder;
use super::table::RowName;
use super::views::{Home, KeyFigure, Table, Tile};
use crate::figures::{FigureIx, Judged, SheetFigures, Standing, TotalLine, money::MoneyLine};
use crate::model::{AreaIx, Capital, ProgrammeIx, ReportIx};

/// How many places the home page shows beside its map.
const TILES: usize = 24;
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
    /// What it is a sum of, where it is one: only sums of the same can be compared.
    pub sum_of: Option<(Option<ProgrammeIx>, Option<Capital>)>,
    /// How it stands.
    pub judged: Judged,
}

impl<'h> Here<'h> {
    /// The headline of a place, if any money was reported.
    pub fn headline(&self, area: AreaIx) -> Option<Headline<'h>> {
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
        match total {
            Some(total) => Some(self.headline_of_total(figures, total)),
            None => figures.money.iter().find(|line| has_rate(line)).map(|line| self.headline_of_line(figures, line)),
        }
    }

    /// What a place says of one programme: the sum over its lines, else the first of them with a rate.
    pub fn headline_of_programme<'f>(&self, figures: &'f SheetFigures, programme: ProgrammeIx) -> Option<Headline<'f>> {
        match figures.totals.iter().find(|t| t.programme == Some(programme) && t.capital.is_none() && t.progress.is_some()) {
            Some(total) => Some(self.headline_of_total(figures, total)),
            None => {
                let line = figures.money.iter().find(|line| line.axes.programme == programme && has_rate(line))?;
                Some(self.headline_of_line(figures, line))
            }
        }
    }

    fn headline_of_total<'f>(&self, figures: &'f SheetFigures, total: &TotalLine) -> Headline<'f> {
        let mut scope = match (total.programme, total.capital) {
            (Some(programme), _) => self.short(programme).to_owned(),
            (None, Some(capital)) => self.say(&format!("capital-{}", capital.name())),
            (None, None) => String::new(),
        };
        if total.unassigned > 0 {
            let note = self.count("total-unassigned", total.unassigned);
            scope = if scope.is_empty() { note } else { format!("{scope}; {note}") };
        }
        let judged = total.judged.unwrap_or(Judged { elapsed: None, standing: Standing::NotAssessed });
        let sum_of = Some((total.programme, total.capital));
        Headline { figures, whole: Some(total.whole), disbursed: total.disbursed, rate: total.progress, line: None, scope, sum_of, judged }
    }

    fn headline_of_line<'f>(&self, figures: &'f SheetFigures, line: &'f MoneyLine) -> Headline<'f> {
        let sheet = self.sheet(figures);
        let disbursed = line.disbursed.filter(|ix| figures.reading(sheet, *ix).missing().is_none());
        let scope = self.axes(self.site.record, &line.axes);
        let (whole, rate) = (line.denominator.map(|(ix, _)| ix), line.rate.or(line.progress));
        Headline { figures, whole, disbursed, rate, line: Some(line), scope, sum_of: None, judged: line.judged }
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
}

fn has_rate(line: &MoneyLine) -> bool {
    line.rate.is_some() || line.progress.is_some()
}

/// The view of the home page.
pub fn home(here: &Here<'_>) -> Home {
    let site = here.site;
    let record = site.record;
    let with_figures: Vec<AreaIx> = record.areas().map(|(ix, _)| ix).filter(|ix| site.figures.of_area(*ix).next().is_some()).collect();
    let mut places: Vec<AreaIx> = with_figures.clone();
    sort_places(here, &mut places);
    let (map, places) = super::tiles::laid_out(here, &places);
    let answer = here.answer();
    let all = here.all_standings();
    let basis = here.with(
        "home-summary",
        &[
            ("figures", &here.count("count-figures", site.figures.count())),
            ("places", &here.count("count-places", with_figures.len())),
            ("reports", &here.count("count-reports", record.reports.len())),
        ],
    );
    let (summary, basis) = match &answer {
        Some((headline, several)) => (answer_sentence(here, headline, *several), basis),
        None => (basis, String::new()),
    };
    Home {
        tagline: here.text(&site.config.tagline).to_owned(),
        summary,
        basis,
        key_figures: vec![
            answer.as_ref().and_then(|(headline, _)| rate(here, headline)).unwrap_or_else(|| here.key_count(with_figures.len(), "key-places")),
            here.key_count(all.good, "key-good"),
            here.key_count(all.late, "key-late"),
            here.key_count(all.open, "key-open"),
        ],
        map,
        places: places.iter().take(TILES).map(|ix| here.tile(*ix)).collect(),
        places_link: here.folder(Folder::Areas, &here.say("all-places")),
        years_link: if site.figures.sheets.is_empty() { Default::default() } else { here.folder(Folder::Periods, &here.say("places-by-year")) },
        programmes: money_of(here, answer.as_ref().map(|(headline, _)| headline)),
        programmes_link: here.folder(Folder::Programmes, &here.say("all-programmes-and-places")),
        late: late_lines(here),
        news: (0..record.reports.len().min(NEWS) as u32).map(|at| here.card(ReportIx(at))).collect(),
        news_link: here.folder(Folder::Reports, &here.say("all-reports")),
    }
}

/// What the newest number says; where places stand side by side, that it is the newest.
fn answer_sentence(here: &Here<'_>, headline: &Headline<'_>, several: bool) -> String {
    let sentence = here.headline_sentence(headline);
    if several { here.with("home-newest", &[("sentence", &lower_first(&sentence, here.lang()))]) } else { sentence }
}

/// The rate of the answer, with its place and period.
fn rate(here: &Here<'_>, headline: &Headline<'_>) -> Option<KeyFigure> {
    let figures = headline.figures;
    let place = here.place(figures.area);
    let label = here.with("key-rate-of", &[("place", place), ("period", &here.language.period(figures.period))]);
    Some(KeyFigure { value: here.value(figures, headline.rate?), label })
}

/// Highest level first, then by name.
pub fn sort_places(here: &Here<'_>, places: &mut [AreaIx]) {
    let record = here.site.record;
    crate::i18n::sort_by_name(here.lang(), places, |ix: AreaIx| here.text(&record.area(ix).name));
    places.sort_by_key(|ix| here.site.config.kind(&record.area(*ix).kind).map_or(u32::MAX, |k| k.level));
}

/// The money of the place and period the answer is about, programme by programme: one place, one period, its days said.
fn money_of(here: &Here<'_>, answer: Option<&Headline<'_>>) -> Table {
    let Some(headline) = answer else {
        let mut table = here.money_frame("chuong-trinh", Vec::new());
        table.title = here.say("home-programmes");
        return table;
    };
    let mut table = here.money_table(headline.figures, |l| l.axes.component.is_none());
    table.id = "chuong-trinh".to_owned();
    table.title = here.say("home-programmes");
    table.rows.iter_mut().for_each(|row| row.notes.retain(|n| n.kind == "mismatch"));
    table
}

/// What lags behind, the furthest first.
fn late_lines(here: &Here<'_>) -> Table {
    let site = here.site;
    let mut found = Vec::new();
    for figures in site.record.areas().flat_map(|(ix, _)| here.standing_now(ix)) {
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
    if found.len() > LATE {
        table.caption = format!("{} {}", table.caption, here.with("home-late-of", &[("shown", &LATE.to_string()), ("count", &found.len().to_string())]));
    }
    table.empty = if table.rows.is_empty() { here.say("home-none-late") } else { String::new() };
    table
}
