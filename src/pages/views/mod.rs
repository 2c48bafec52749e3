//! What each layout is told: plain values with their words, ready to draw. Templates never compute.
//!
//! A file for each kind of page or family of components. The doc comments in them are the theme author's manual, and a test
//! holds the themes to them.
//! Invariant: every number is text already formatted for the page's language; no view holds a float.
//!
//! May use: nothing.

mod area;
mod chart;
mod document;
mod feed;
mod frame;
mod home;
mod link;
mod lost;
mod method;
mod notice;
mod passport;
mod programme;
mod report;
mod search;
mod table;
mod text;
mod tile;
mod value;
mod work;

pub use area::{AreaPage, Areas, PeriodBlock, PeriodPage, PlaceGroup, YearPage};
pub use chart::{Chart, ChartRow, ProgressView, SmallChart, SmallPoint, Stage, Stages, Trend};
pub use document::{DocumentPage, Documents};
pub use feed::{Feed, FeedEntry};
pub use frame::{Frame, LanguageLink, Office};
pub use home::Home;
pub use link::{Line, Link, Links};
pub use lost::{Moved, NotFound};
pub use method::{Corrections, DataPage, Method};
pub use notice::{EmbedPage, KitPage, KitText, Notice, QrView};
pub use passport::{HistoryLine, Passport};
pub use programme::{ComponentLine, ComponentPage, IndicatorPage, Indicators, ProgrammeCard, ProgrammePage, Programmes, SetView};
pub use report::{Archive, AudioView, Card, ReportPage, SummaryView};
pub use search::{LetterGroup, ListLine, Search};
pub use table::{Cell, Column, Row, Table};
pub use text::{LeadPart, PictureView, ProsePage, TextPart};
pub use tile::{Tile, TileCell, TileRow};
pub use value::{Bar, KeyFigure, Note, StandingView, Value};
pub use work::{WorkPage, Works};
