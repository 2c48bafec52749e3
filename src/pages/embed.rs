//! A place as a small page that other sites frame, and the oEmbed by which their programs find it.
//!
//! Invariant: its numbers are those the page of the place begins with, each leading there; it exists only where the site
//! knows its own address, for nobody can frame a page without one.
//!
//! May use: model, figures; crates serde_json.

use serde_json::json;

use super::here::upper_first;
use super::route::Folder;
use super::views::EmbedPage;
use super::{Here, area};
use crate::figures::{FigureIx, SheetFigures};
use crate::model::AreaIx;

/// The size of the frame, in pixels of CSS: four figures in two rows, and what becomes of a place that has ended.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 340;
const HEIGHT_OF_ENDED: u32 = 460;
/// Sources named below the figures; the rest stands on the page of the place.
const SOURCES: usize = 2;

impl Here<'_> {
    /// Where the framed page of a place lies; `None` where it has none.
    pub fn embed_dir(&self, ix: AreaIx) -> Option<String> {
        let is_there = self.site.config.base_url.is_some() && self.site.figures.of_area(ix).next().is_some();
        is_there.then(|| self.names().page(Folder::Embed, &self.site.record.area(ix).id))
    }

    /// The line of HTML that frames the page of a place; empty where it has none.
    pub fn embed_line(&self, ix: AreaIx) -> String {
        let Some(dir) = self.embed_dir(ix) else { return String::new() };
        let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let title = format!("{} – {}", upper_first(&self.area_name(ix)), self.text(&self.site.config.title));
        let height = self.embed_height(ix);
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{WIDTH}\" height=\"{height}\" loading=\"lazy\"></iframe>",
            escaped(&self.absolute(&dir)),
            escaped(&title)
        )
    }

    fn embed_height(&self, ix: AreaIx) -> u32 {
        if self.site.record.area(ix).historical.is_some() { HEIGHT_OF_ENDED } else { HEIGHT }
    }

    /// The address of the oEmbed of a place; empty where it has none.
    pub fn oembed(&self, ix: AreaIx) -> String {
        self.embed_dir(ix).map_or_else(String::new, |dir| self.absolute(&file(&dir)))
    }
}

/// The oEmbed beside a framed page.
pub fn file(dir: &str) -> String {
    format!("{dir}oembed.json")
}

/// The framed page of a place.
pub fn embed(here: &Here<'_>, ix: AreaIx) -> EmbedPage {
    let all: Vec<&SheetFigures> = here.site.figures.of_area(ix).rev().collect();
    let day = here.headline(ix).and_then(|headline| headline.day()).or_else(|| super::frame::newest_day(here));
    // A rate counted from figures rests on what was stated for that day.
    let told = here.posted(ix).map(|figures| {
        let of_the_day = |ix: &FigureIx| day.is_none() || figures.figure(*ix).as_of == day;
        here.sources(figures, &(0..figures.figures.len() as FigureIx).filter(of_the_day).collect::<Vec<_>>())
    });
    let mut sources = told.unwrap_or_default();
    sources.truncate(SOURCES);
    EmbedPage {
        place: here.area(ix),
        key_figures: area::key_figures(here, ix, &all),
        day: day.map_or_else(String::new, |day| upper_first(&here.as_of(Some(day)))),
        sources,
        more: here.link(&here.area_dir(ix), here.with("embed-more", &[("site", here.text(&here.site.config.title))])),
    }
}

/// The oEmbed of a framed page, as <https://oembed.com> has it.
pub fn oembed(here: &Here<'_>, ix: AreaIx) -> Vec<u8> {
    let site = here.site;
    let told = json!({
        "version": "1.0",
        "type": "rich",
        "title": upper_first(&here.area_name(ix)),
        "provider_name": here.text(&site.config.title),
        "provider_url": here.absolute(&here.names().prefix),
        "html": here.embed_line(ix),
        "width": WIDTH,
        "height": here.embed_height(ix),
    });
    format!("{told:#}\n").into_bytes()
}
