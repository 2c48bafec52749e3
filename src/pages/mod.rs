//! Which pages exist, where they lie and what each is told.
//!
//! `plan` lists every page with a key that changes whenever anything the page may show changes; `draw`
//! makes the view of one page. A page whose key is unchanged need not be drawn.
//! Invariant: every address once; every page's view is complete; views hold words, not numbers to count with.
//!
//! May use: diag, model, figures, config, i18n, markdown, bound, values, history, reconcile, search, cards; crates serde, serde_json, blake3, rust_decimal, jiff, qrcodegen, unicode-normalization.

use serde::Serialize;

use crate::cards::Look;
use crate::config::Config;
use crate::figures::Figures;
use crate::history::History;
use crate::i18n::Language;
use crate::model::{AreaIx, ComponentIx, DocumentIx, IndicatorIx, Period, ProgrammeIx, Record, ReportIx};
use crate::reconcile::Findings;

pub mod answer;
pub mod area;
pub mod blocks;
pub mod card;
pub mod catalogue;
pub mod changed;
pub mod cite;
pub mod compare;
pub mod contents;
pub mod embed;
pub mod feed;
pub mod finding;
pub mod frame;
pub mod here;
pub mod home;
pub mod index;
pub mod key;
pub mod kit;
pub mod list;
pub mod moved;
pub mod notice;
pub mod passport;
pub mod past;
pub mod picture;
pub mod plan;
pub mod prose;
pub mod report;
pub mod route;
pub mod say;
pub mod search;
pub mod stages;
pub mod table;
pub mod tiles;
pub mod trend;
pub mod views;
pub mod years;

pub use here::Here;
pub use index::Index;
pub use plan::{PagePlan, plan};

/// Everything pages are made from.
pub struct Site<'s> {
    /// Settings.
    pub config: &'s Config,
    /// What the files say.
    pub record: &'s Record,
    /// Every number.
    pub figures: &'s Figures,
    /// What was published before.
    pub history: &'s History,
    /// What does not add up.
    pub findings: &'s Findings,
    /// Who is mentioned where.
    pub index: &'s Index,
    /// Addresses that lead elsewhere.
    pub moved: &'s [moved::Moved],
    /// Languages, the site's first one first.
    pub languages: &'s [Language],
    /// Address words by language.
    pub names: &'s [route::Names],
    /// Reads the prose of a report or page again when it is drawn.
    pub prose: &'s (dyn Fn(&str) -> Option<String> + Sync),
    /// Bytes of a file of the site folder, when it is there.
    pub file_bytes: &'s (dyn Fn(&str) -> Option<u64> + Sync),
    /// Whether links name `index.html`.
    pub portable: bool,
    /// Whether each place and period has a notice kit.
    pub kit: bool,
    /// What is known of a picture of the site folder.
    pub picture: &'s (dyn Fn(&str) -> Option<picture::Shown> + Sync),
    /// The colours of share cards; none where pages have none.
    pub cards: Option<Look>,
}

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each names the page it is")]
pub enum PageKind {
    Home,
    Areas,
    Area(AreaIx),
    Period(AreaIx, Period),
    /// What is put up on paper at a place.
    Notice(AreaIx),
    /// What other sites frame.
    Embed(embed::Framed),
    /// Every place in one period, or the list of periods.
    Year(Option<Period>),
    /// The notice kit of a place and period.
    Kit(AreaIx, Period),
    Programmes,
    Programme(ProgrammeIx),
    Component(ProgrammeIx, ComponentIx),
    Indicators,
    Indicator(IndicatorIx),
    Report(ReportIx),
    /// Reports of one year, or of all years; the page of the list, from 1.
    Archive(Option<i16>, u32),
    Documents,
    Document(DocumentIx),
    Works,
    Work(u32),
    Data,
    Method,
    Corrections,
    Prose(u32),
    /// The page with the search box, or of the list from A to Z one letter; the page of the letter, from 1.
    Search(Option<search::Letter>, u32),
    NotFound,
    /// The page at an address that was.
    Moved(u32),
    /// The feed of the site, or of one area.
    Feed(Option<AreaIx>),
    CorrectionsFeed,
}

/// A page's view, whichever it is.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each carries the view of that name")]
pub enum View {
    Home(Box<views::Home>),
    Areas(Box<views::Areas>),
    Area(Box<views::AreaPage>),
    Period(Box<views::PeriodPage>),
    Notice(Box<views::Notice>),
    Embed(Box<views::EmbedPage>),
    Year(Box<views::YearPage>),
    Kit(Box<views::KitPage>),
    Programmes(Box<views::Programmes>),
    Programme(Box<views::ProgrammePage>),
    Component(Box<views::ComponentPage>),
    Indicators(Box<views::Indicators>),
    Indicator(Box<views::IndicatorPage>),
    Report(Box<views::ReportPage>),
    Archive(Box<views::Archive>),
    Documents(Box<views::Documents>),
    Document(Box<views::DocumentPage>),
    Works(Box<views::Works>),
    Work(Box<views::WorkPage>),
    Data(Box<views::DataPage>),
    Method(Box<views::Method>),
    Corrections(Box<views::Corrections>),
    Prose(Box<views::ProsePage>),
    Search(Box<views::Search>),
    NotFound(Box<views::NotFound>),
    Moved(Box<views::Moved>),
    Feed(Box<views::Feed>),
}

/// A page ready to be rendered.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The layout's file: `layouts/area.html`.
    pub layout: &'static str,
    /// What `base.html` is told.
    pub frame: views::Frame,
    /// What the layout is told.
    pub view: View,
    /// The share card of the page, where it has one of its own.
    pub card: Option<card::Placed>,
}

/// Draws one page.
pub fn draw(site: &Site<'_>, page: &PagePlan) -> Drawing {
    let here = Here::new(site, page);
    let (layout, view) = match page.kind {
        PageKind::Home => ("layouts/home.html", View::Home(Box::new(home::home(&here)))),
        PageKind::Areas => ("layouts/areas.html", View::Areas(Box::new(area::areas(&here)))),
        PageKind::Area(ix) => ("layouts/area.html", View::Area(Box::new(area::area(&here, ix)))),
        PageKind::Period(ix, period) => ("layouts/period.html", View::Period(Box::new(area::period(&here, ix, period)))),
        PageKind::Notice(ix) => ("layouts/notice.html", View::Notice(Box::new(notice::notice(&here, ix)))),
        PageKind::Embed(of) => ("layouts/embed.html", View::Embed(Box::new(embed::embed(&here, of)))),
        PageKind::Year(period) => ("layouts/year.html", View::Year(Box::new(years::year(&here, period)))),
        PageKind::Kit(ix, period) => ("layouts/kit.html", View::Kit(Box::new(kit::kit(&here, ix, period)))),
        PageKind::Programmes => ("layouts/programmes.html", View::Programmes(Box::new(catalogue::programmes(&here)))),
        PageKind::Programme(ix) => ("layouts/programme.html", View::Programme(Box::new(catalogue::programme(&here, ix)))),
        PageKind::Component(p, c) => ("layouts/component.html", View::Component(Box::new(catalogue::component(&here, p, c)))),
        PageKind::Indicators => ("layouts/indicators.html", View::Indicators(Box::new(catalogue::indicators(&here)))),
        PageKind::Indicator(ix) => ("layouts/indicator.html", View::Indicator(Box::new(catalogue::indicator(&here, ix)))),
        PageKind::Report(ix) => ("layouts/report.html", View::Report(Box::new(report::report(&here, ix)))),
        PageKind::Archive(year, number) => ("layouts/archive.html", View::Archive(Box::new(report::archive(&here, year, number)))),
        PageKind::Documents => ("layouts/documents.html", View::Documents(Box::new(list::documents(&here)))),
        PageKind::Document(ix) => ("layouts/document.html", View::Document(Box::new(list::document(&here, ix)))),
        PageKind::Works => ("layouts/works.html", View::Works(Box::new(list::works(&here)))),
        PageKind::Work(ix) => ("layouts/work.html", View::Work(Box::new(list::work(&here, ix)))),
        PageKind::Data => ("layouts/data.html", View::Data(Box::new(list::data(&here)))),
        PageKind::Method => ("layouts/method.html", View::Method(Box::new(prose::method(&here)))),
        PageKind::Corrections => ("layouts/corrections.html", View::Corrections(Box::new(past::corrections(&here)))),
        PageKind::Prose(ix) => prose::page(&here, ix),
        PageKind::Search(letter, number) => ("layouts/search.html", View::Search(Box::new(search::search(&here, letter, number)))),
        PageKind::NotFound => ("layouts/404.html", View::NotFound(Box::new(prose::not_found(&here)))),
        PageKind::Moved(at) => ("layouts/moved.html", View::Moved(Box::new(moved::page(&here, at)))),
        PageKind::Feed(area) => ("layouts/feed.xml", View::Feed(Box::new(feed::feed(&here, area)))),
        PageKind::CorrectionsFeed => ("layouts/feed.xml", View::Feed(Box::new(feed::corrections(&here)))),
    };
    let card = card::own(&here, &view);
    let frame = frame::frame(&here, &view, card.as_ref());
    Drawing { layout, frame, view, card }
}
