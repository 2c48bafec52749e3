//! A place, an indicator or a programme as a small page that other sites frame, and the oEmbed by which their programs
//! find it.
//!
//! Invariant: its numbers stand on the page it stands for, each leading to its proof; it exists only where the site knows
//! its own address, for nobody can frame a page without one.
//!
//! May use: model, figures; crates serde_json.

use std::collections::BTreeSet;

use serde_json::json;

use super::here::upper_first;
use super::route::{Folder, Names};
use super::views::{EmbedPage, Link, Table};
use super::{Here, PageKind, Site, area, frame};
use crate::figures::{FigureIx, SheetFigures};
use crate::model::{AreaIx, IndicatorIx, IndicatorKind, Period, ProgrammeIx, Record};

mod abreast;

pub use abreast::key_figures_of_programme;

/// The size of the frame, in pixels of CSS: four figures in two rows, and what becomes of a place that has ended.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 340;
const HEIGHT_OF_ENDED: u32 = 460;
/// With a table: its heading, caption and foot, the figures of a programme, and each row.
const HEIGHT_OF_TABLE: u32 = 420;
const HEIGHT_OF_FIGURES: u32 = 260;
const HEIGHT_OF_ROW: u32 = 72;
/// Sources named below the figures; the rest stands on the page.
const SOURCES: usize = 2;

/// What other sites frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each names what it is about")]
pub enum Framed {
    Area(AreaIx),
    Indicator(IndicatorIx),
    Programme(ProgrammeIx),
}

impl Framed {
    /// What a page may be framed as.
    pub fn of(page: PageKind) -> Option<Self> {
        Some(match page {
            PageKind::Area(ix) => Framed::Area(ix),
            PageKind::Indicator(ix) => Framed::Indicator(ix),
            PageKind::Programme(ix) => Framed::Programme(ix),
            _ => return None,
        })
    }

    /// The page it stands for.
    pub fn page(self) -> PageKind {
        match self {
            Framed::Area(ix) => PageKind::Area(ix),
            Framed::Indicator(ix) => PageKind::Indicator(ix),
            Framed::Programme(ix) => PageKind::Programme(ix),
        }
    }

    /// The page whose subject a page shows: of a framed one the page it stands for, of any other itself.
    pub fn shown_by(page: PageKind) -> PageKind {
        if let PageKind::Embed(of) = page { of.page() } else { page }
    }

    /// Where it lies. Places came first and keep their addresses; a place, an indicator and a programme may share an id.
    pub fn dir(self, names: &Names, record: &Record) -> String {
        let below = |folder, id: &str| format!("{}{}/{id}/", names.folder(Folder::Embed), names.word(folder));
        match self {
            Framed::Area(ix) => names.page(Folder::Embed, &record.area(ix).id),
            Framed::Indicator(ix) => below(Folder::Indicators, &record.indicator(ix).id),
            Framed::Programme(ix) => below(Folder::Programmes, &record.programme(ix).id),
        }
    }

    /// Whether there is anything to frame: a site with an address, and figures. An indicator told in words has none.
    pub fn is_there(self, site: &Site<'_>) -> bool {
        let told = |sheets: &BTreeSet<(AreaIx, Period)>, has: &dyn Fn(&SheetFigures) -> bool| {
            sheets.iter().filter_map(|(area, period)| site.figures.sheet(*area, *period)).any(has)
        };
        let has_figures = || match self {
            Framed::Area(ix) => site.figures.of_area(ix).next().is_some(),
            Framed::Indicator(ix) => {
                let in_words = matches!(site.record.indicator(ix).kind, IndicatorKind::Text | IndicatorKind::Milestone);
                !in_words && told(&site.index.sheets_of_indicator[ix.at()], &|figures| figures.indicators.iter().any(|line| line.indicator == ix))
            }
            Framed::Programme(ix) => told(&site.index.sheets_of_programme[ix.at()], &|figures| figures.money.iter().any(|line| line.axes.programme == ix)),
        };
        site.config.base_url.is_some() && has_figures()
    }
}

impl Here<'_> {
    /// Where the framed page of this page lies; `None` where it has none.
    fn embed_dir(&self, of: Framed) -> Option<String> {
        of.is_there(self.site).then(|| of.dir(self.names(), self.site.record))
    }

    /// The line of HTML that frames the page; empty where it has none.
    pub fn embed_line(&self, of: Framed) -> String {
        let Some(dir) = self.embed_dir(of) else { return String::new() };
        let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let title = format!("{} – {}", frame::title_of(self, of.page()), self.text(&self.site.config.title));
        let height = self.embed_height(of);
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{WIDTH}\" height=\"{height}\" loading=\"lazy\"></iframe>",
            escaped(&self.absolute(&dir)),
            escaped(&title)
        )
    }

    fn embed_height(&self, of: Framed) -> u32 {
        match of {
            Framed::Area(ix) if self.site.record.area(ix).historical.is_some() => HEIGHT_OF_ENDED,
            Framed::Area(_) => HEIGHT,
            Framed::Indicator(ix) => HEIGHT_OF_TABLE + HEIGHT_OF_ROW * abreast::rows_of_indicator(self, ix),
            Framed::Programme(ix) => HEIGHT_OF_TABLE + HEIGHT_OF_FIGURES + HEIGHT_OF_ROW * abreast::rows_of_programme(self, ix),
        }
    }

    /// The address of the oEmbed of a page; empty where it has none.
    pub fn oembed(&self, page: PageKind) -> String {
        Framed::of(page).and_then(|of| self.embed_dir(of)).map_or_else(String::new, |dir| self.absolute(&file(&dir)))
    }
}

/// The oEmbed beside a framed page.
pub fn file(dir: &str) -> String {
    format!("{dir}oembed.json")
}

/// A framed page.
pub fn embed(here: &Here<'_>, of: Framed) -> EmbedPage {
    match of {
        Framed::Area(ix) => of_area(here, ix),
        Framed::Indicator(ix) => abreast::indicator(here, ix),
        Framed::Programme(ix) => abreast::programme(here, ix),
    }
}

fn of_area(here: &Here<'_>, ix: AreaIx) -> EmbedPage {
    let day = here.headline(ix).and_then(|headline| headline.day()).or_else(|| frame::newest_day(here));
    // A rate counted from figures rests on what was stated for that day.
    let told = here.posted(ix).map(|figures| {
        let of_the_day = |ix: &FigureIx| day.is_none() || figures.figure(*ix).as_of == day;
        here.sources(figures, &(0..figures.figures.len() as FigureIx).filter(of_the_day).collect::<Vec<_>>())
    });
    EmbedPage {
        key_figures: area::key_figures(here, ix),
        day: day.map_or_else(String::new, |day| upper_first(&here.as_of(Some(day)))),
        ..page(here, here.area(ix), told.unwrap_or_default())
    }
}

/// What every framed page has: the page it stands for, its first sources, and the way out.
fn page(here: &Here<'_>, subject: Link, mut sources: Vec<Link>) -> EmbedPage {
    sources.truncate(SOURCES);
    EmbedPage {
        more: Link { text: here.with("embed-more", &[("site", here.text(&here.site.config.title))]), ..subject.clone() },
        subject,
        answer: String::new(),
        key_figures: Vec::new(),
        table: Table::default(),
        day: String::new(),
        sources,
    }
}

/// The oEmbed of a framed page, as <https://oembed.com> has it.
pub fn oembed(here: &Here<'_>, of: Framed) -> Vec<u8> {
    let site = here.site;
    // What was shown is known when the page is drawn.
    embed(here, of);
    let told = json!({
        "version": "1.0",
        "type": "rich",
        "title": here.marked(frame::title_of(here, of.page()), frame::is_sample(here)),
        "provider_name": here.text(&site.config.title),
        "provider_url": here.absolute(&here.names().prefix),
        "html": here.embed_line(of),
        "width": WIDTH,
        "height": here.embed_height(of),
    });
    format!("{told:#}\n").into_bytes()
}
