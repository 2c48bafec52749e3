//! What each layout is told: plain values with their words, ready to draw. Templates never compute.
//!
//! The doc comments here are the theme author's manual, and a test holds the themes to them.
//! Invariant: every number is text already formatted for the page's language; no view holds a float.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

/// A link with its words. `href` is relative to the page it stands on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    /// Address, relative to the page.
    pub href: String,
    /// Words.
    pub text: String,
    /// Language of the words where it differs from the page's; empty otherwise.
    pub lang: String,
    /// Whether it leads to the page it stands on.
    pub current: bool,
}

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// Language tag.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Address, relative to the page.
    pub href: String,
    /// Absolute address for `hreflang`; empty without `base_url`.
    pub absolute: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

/// Name and value of a line in a short list of facts about something.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// Its words.
    pub text: String,
    /// Where they lead; empty for none.
    pub href: String,
}

/// The office that answers, shown in the feedback box and the footer of every page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Office {
    /// Name.
    pub name: String,
    /// Person in charge; empty when not given, like every field below.
    pub person: String,
    /// Address.
    pub address: String,
    /// Telephone as printed.
    pub phone: String,
    /// `tel:` address.
    pub phone_href: String,
    /// E-mail.
    pub email: String,
    /// `mailto:` address with the page in its subject.
    pub email_href: String,
    /// Opening hours.
    pub hours: String,
    /// How soon an answer is promised.
    pub answer_time: String,
    /// Licence line.
    pub licence: String,
}

/// What `base.html` is told on every page, as `frame`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Frame {
    /// Language of the page.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Name of the site.
    pub site: String,
    /// Title of the page without the site's name.
    pub title: String,
    /// One sentence for search engines and shared links.
    pub description: String,
    /// Way to the site's root in the page's language: `../../`, or empty on the home page.
    pub home: String,
    /// Main menu.
    pub nav: Vec<Link>,
    /// The page in each language it exists in, itself included.
    pub languages: Vec<LanguageLink>,
    /// Way from the home page, the page itself last; empty on the home page.
    pub crumbs: Vec<Link>,
    /// Absolute address; empty without `base_url`.
    pub canonical: String,
    /// Feed of this page, else of the site: relative address.
    pub feed: String,
    /// Absolute address by which programs learn how to frame this page (oEmbed); empty for none.
    pub oembed: String,
    /// Open Graph kind: `website` or `article`.
    pub og_type: String,
    /// Absolute address of the picture for shared links: the card of the page or of the site, else a report's photograph;
    /// empty for none.
    pub og_image: String,
    /// Width of that picture in dots; empty where it is not known.
    pub og_image_width: String,
    /// Its height.
    pub og_image_height: String,
    /// Words for that picture.
    pub og_image_alt: String,
    /// JSON-LD, already safe inside a script element; empty for none.
    pub json_ld: String,
    /// Line saying that this place has ended; empty otherwise.
    pub banner: String,
    /// Whether the page shows sample content. Such a page is seen in a preview and never published.
    pub sample: bool,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// Who answers.
    pub office: Office,
    /// Links of the footer: method, corrections, data, about.
    pub footer: Vec<Link>,
    /// "Latest figures of this page: …"; empty where a page holds none.
    pub updated: String,
    /// The last change of the page: a release, a correction, or the newest day it speaks of; no words where nothing is known.
    pub changed: Link,
}

/// One value, printed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Value {
    /// `number`, `zero` (said in words), `missing`, `words`, `date`.
    pub kind: String,
    /// The value with the words that bound it: `trên 35.215`, `chưa giao`, `42,99%`.
    pub text: String,
    /// Its unit, empty where the text carries it or the table's heading does.
    pub unit: String,
    /// What standing it has, in words: `ước`, `dự kiến`, `tính lại`; empty for a plain actual value.
    pub flag: String,
    /// Its passport, relative to the page; empty for none.
    pub href: String,
    /// That it was put right after it had been published: `đã đính chính`; empty for most.
    pub mark: String,
}

/// A progress bar. Numbers are SVG units on a scale where 100 is the whole and 125 the end of the track.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Bar {
    /// `share` (a filled part), `band` (known only as from–to), `unknown` (no plan or no result), `target_range` (value within an allowed range).
    pub kind: String,
    /// Width of the filled part, such as `71.3`; never above 125.
    pub width: String,
    /// Where an uncertain part or an allowed range begins; empty for none.
    pub from: String,
    /// Where it ends; empty for none.
    pub to: String,
    /// Whether the value goes on beyond the track.
    pub over: bool,
    /// Place of the mark for the share of time gone by; empty for none.
    pub pace: String,
    /// `met`, `track`, `late` or `plain`.
    pub tone: String,
    /// The whole statement in words, for those who do not see the bar.
    pub label: String,
}

/// A standing: always a word and a symbol, never colour alone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StandingView {
    /// `met`, `track`, `late`, `none`.
    pub tone: String,
    /// The word.
    pub word: String,
    /// The symbol.
    pub symbol: String,
    /// A standing the source itself declares, in its words; empty for none.
    pub declared: String,
}

/// A remark below a row or a passport.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// `note`, `doubt`, `mismatch`, `scope`, `comparison`.
    pub kind: String,
    /// Its words.
    pub text: String,
}

/// Column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Heading.
    pub name: String,
    /// Whether its cells are numbers, set to the right.
    pub numeric: bool,
}

/// Cell of a table. Exactly one of the fields is filled.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    /// A value.
    pub value: Option<Value>,
    /// Words.
    pub text: String,
    /// A link.
    pub link: Option<Link>,
    /// A standing.
    pub standing: Option<StandingView>,
}

/// Row of a table: a heading cell, the other cells in the order of the columns, a bar and remarks.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Row {
    /// Heading of the row; `href` is empty where it leads nowhere.
    pub name: Link,
    /// A second line under the heading, such as capital type or group; empty for none.
    pub detail: String,
    /// One cell for every column after the first.
    pub cells: Vec<Cell>,
    /// A bar, drawn under the heading on a phone and beside the rate on a wide screen.
    pub bar: Option<Bar>,
    /// Remarks.
    pub notes: Vec<Note>,
}

/// A table. `record`: stacks on a phone; `matrix`: scrolls sideways with the first column fixed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    /// Id, unique on the page.
    pub id: String,
    /// `record` or `matrix`.
    pub kind: String,
    /// Heading above the table; empty for none.
    pub title: String,
    /// Caption: period, unit and date.
    pub caption: String,
    /// Columns, the heading column first.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Where the figures come from.
    pub sources: Vec<Link>,
    /// Said in place of the table when it has no rows.
    pub empty: String,
}

/// One of the few numbers a page begins with.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigure {
    /// The number.
    pub value: Value,
    /// What it is.
    pub label: String,
}

/// A place in the grid of places.
#[derive(Clone, Debug, Serialize)]
pub struct Tile {
    /// Name and address.
    pub link: Link,
    /// Kind of place.
    pub kind: String,
    /// Its number, such as the rate of disbursement; empty for none.
    pub number: String,
    /// What the number is, or that there is none.
    pub label: String,
}

/// A row of the map of tiles, from the west to the east.
#[derive(Clone, Debug, Serialize)]
pub struct TileRow {
    /// Places and the gaps between them; every row of a map has the same number.
    pub cells: Vec<TileCell>,
}

/// A cell of the map of tiles.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TileCell {
    /// The place; `None` for a gap.
    pub tile: Option<Tile>,
}

/// The stages of one sum of money on one scale: what was planned, what was assigned of it, what was disbursed.
#[derive(Clone, Debug, Serialize)]
pub struct Stages {
    /// Which line: programme and capital.
    pub name: String,
    /// Stages, the first of the way first.
    pub stages: Vec<Stage>,
}

/// One stage of money.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// `planned`, `assigned`, `allocated` or `disbursed`.
    pub kind: String,
    /// What the stage is called.
    pub name: String,
    /// Its amount.
    pub value: Value,
    /// Its width in percent of the widest stage; empty where the amount is not known.
    pub width: String,
}

/// Small charts on one scale, each with its numbers below it, and all numbers once more as a matrix.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Trend {
    /// Id on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What is shown, and on which scale.
    pub caption: String,
    /// The charts; empty where nothing was told at two times.
    pub charts: Vec<SmallChart>,
    /// Every number: a row for each chart, a column for each year.
    pub table: Table,
}

/// One line over time. Its drawing is 100 wide and 40 high.
#[derive(Clone, Debug, Serialize)]
pub struct SmallChart {
    /// What it is about.
    pub name: Link,
    /// Capital or group; empty for none.
    pub detail: String,
    /// What the drawing says, in a sentence.
    pub statement: String,
    /// The line as an SVG path; it is broken where a year is not known.
    pub line: String,
    /// A dot for every number, as an SVG path.
    pub dots: String,
    /// Height of the line of 100 %; empty where the numbers are no shares.
    pub whole: String,
    /// The numbers: the year and the day, and the value.
    pub points: Vec<SmallPoint>,
}

/// One number of a small chart.
#[derive(Clone, Debug, Serialize)]
pub struct SmallPoint {
    /// Its year.
    pub name: String,
    /// Its number.
    pub value: Value,
}

/// A report in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Title and address.
    pub link: Link,
    /// Date as printed.
    pub date: String,
    /// Machine date for `<time>`; empty when unknown.
    pub datetime: String,
    /// Lead.
    pub lead: String,
    /// Places it covers.
    pub places: String,
}

/// Proof of one figure: what, where, as of when, printed as, source, formula and inputs.
#[derive(Clone, Debug, Serialize)]
pub struct Passport {
    /// Anchor on the page.
    pub id: String,
    /// A second anchor that stays when a newer figure takes the plain one; empty when they are the same.
    pub permanent: String,
    /// Permanent address of the figure in the site.
    pub address: String,
    /// What it is, in a whole phrase.
    pub title: String,
    /// The value.
    pub value: Value,
    /// Lines: printed as, as of, due by, source, original, document, written in (file and line), counted on.
    pub lines: Vec<Line>,
    /// The rule in one sentence; empty for a value taken over as stated.
    pub rule: String,
    /// The rule with its numbers: `780 ÷ 2.487 = 31,4%`; empty for a stated value.
    pub formula: String,
    /// The figures it is counted from.
    pub inputs: Vec<Link>,
    /// What was counted for earlier days: the day, the calculation, and as `href` the anchor that stays.
    pub earlier: Vec<Line>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// What it said before, oldest first: corrections, revisions, and what it was counted as in earlier releases.
    pub history: Vec<HistoryLine>,
    /// A sentence to cite it by; empty where there are so many passports that the page has one for all.
    pub cite: String,
}

/// A step in the history of a place, a plan or a figure.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryLine {
    /// When; empty when not stated.
    pub date: String,
    /// What it happened to, where that is not what the page is about.
    pub about: Option<Link>,
    /// What happened.
    pub text: String,
    /// The other place; its `href` is empty when it has no page.
    pub place: Option<Link>,
    /// The document.
    pub document: Option<Link>,
    /// A remark; empty for none.
    pub note: String,
}

/// A picture with its words.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PictureView {
    /// Address, relative to the page.
    pub src: String,
    /// Its files in other widths, for `srcset`; empty when there is one alone.
    pub srcset: String,
    /// The same as WebP; empty for none.
    pub webp: String,
    /// Words for those who cannot see it.
    pub alt: String,
    /// Caption; empty for none.
    pub caption: String,
    /// Credit; empty for none.
    pub credit: String,
    /// Whether it is drawn and not a photograph.
    pub illustration: bool,
    /// Width in pixels; empty when unknown.
    pub width: String,
    /// Height in pixels; empty when unknown.
    pub height: String,
}

/// A part of a page with a heading, a list of links and a word for "none".
#[derive(Clone, Debug, Default, Serialize)]
pub struct Links {
    /// Heading.
    pub title: String,
    /// Links.
    pub links: Vec<Link>,
    /// Said when there are none.
    pub empty: String,
}

/// `home.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// What the site is, in one line.
    pub tagline: String,
    /// The answer in one or two sentences.
    pub summary: String,
    /// What the site rests on: figures, places, reports.
    pub basis: String,
    /// The few numbers.
    pub key_figures: Vec<KeyFigure>,
    /// Places on a map of tiles; empty where none is set on it.
    pub map: Vec<TileRow>,
    /// Places that are not on the map.
    pub places: Vec<Tile>,
    /// All places as a list.
    pub places_link: Link,
    /// Places by year.
    pub years_link: Link,
    /// Programmes with what was disbursed, in the place the answer is about.
    pub programmes: Table,
    /// The same for every place.
    pub programmes_link: Link,
    /// What lags behind.
    pub late: Table,
    /// Latest reports.
    pub news: Vec<Card>,
    /// All reports.
    pub news_link: Link,
}

/// Places of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceGroup {
    /// Heading.
    pub title: String,
    /// Places on a map of tiles; empty where none is set on it.
    pub map: Vec<TileRow>,
    /// Places that are not on the map.
    pub tiles: Vec<Tile>,
    /// All of them as a table.
    pub table: Table,
}

/// `areas.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Areas {
    /// One sentence.
    pub summary: String,
    /// Places of one level side by side, for one day of one period.
    pub comparisons: Vec<Table>,
    /// Places by kind.
    pub groups: Vec<PlaceGroup>,
    /// Periods, each with a page of its own.
    pub years: Links,
    /// Links from A to Z for a long list; empty otherwise.
    pub letters: Vec<Link>,
}

/// One period on the page of a place.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodBlock {
    /// Id of the block on the page.
    pub id: String,
    /// Heading: "Năm 2024".
    pub title: String,
    /// The page of the period with every passport.
    pub link: Link,
    /// One sentence.
    pub summary: String,
    /// Money on its way, for lines of which several stages are known.
    pub stages: Vec<Stages>,
    /// Money.
    pub money: Vec<Table>,
    /// Indicators.
    pub indicators: Table,
    /// Criteria.
    pub criteria: Vec<Table>,
}

/// `area.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct AreaPage {
    /// Kind and parent: "Huyện · Lai Châu".
    pub kind: String,
    /// What it is; empty for none.
    pub about: String,
    /// The answer in one or two sentences.
    pub summary: String,
    /// The few numbers.
    pub key_figures: Vec<KeyFigure>,
    /// Periods, newest first. Older ones than the newest three stand as links only.
    pub periods: Vec<PeriodBlock>,
    /// All periods as links.
    pub period_links: Links,
    /// How it went over the years.
    pub trend: Trend,
    /// Places within it on a map of tiles; empty where none is set on it.
    pub map: Vec<TileRow>,
    /// Places within it that are not on the map.
    pub places: Vec<Tile>,
    /// Places within it side by side, for one day of one period.
    pub comparison: Table,
    /// Whether sums over its parts are complete, in a sentence; empty for none.
    pub rollup: String,
    /// Works.
    pub works: Links,
    /// Reports.
    pub reports: Vec<Card>,
    /// Documents.
    pub documents: Links,
    /// Downloads.
    pub downloads: Links,
    /// What became of it.
    pub history: Vec<HistoryLine>,
    /// The office of the place itself; empty name for none.
    pub office: Office,
    /// A sentence to cite it by; empty while it has no figures.
    pub cite: String,
    /// A line of HTML with which another site shows its figures; empty where the site does not know its address.
    pub embed: String,
}

/// `period.html`, as `page`: one place in one period, with the passport of every figure.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodPage {
    /// The place.
    pub place: Link,
    /// The tables, as on the page of the place.
    pub block: PeriodBlock,
    /// Other periods of the place.
    pub others: Links,
    /// Plan versions, in words.
    pub versions: Vec<HistoryLine>,
    /// What replaced versions said.
    pub replaced: Vec<Passport>,
    /// Passports in the order of the tables.
    pub passports: Vec<Passport>,
    /// A sentence to cite the page by; empty where each passport has its own.
    pub cite: String,
    /// Downloads.
    pub downloads: Links,
}

/// `year.html`, as `page`: every place in one period, or the list of all periods.
#[derive(Clone, Debug, Serialize)]
pub struct YearPage {
    /// One sentence.
    pub summary: String,
    /// Places of one level side by side, for one day.
    pub comparisons: Vec<Table>,
    /// Places by kind, each with the day of its own.
    pub groups: Vec<PlaceGroup>,
    /// The other periods.
    pub others: Links,
}

/// `notice.html`, as `page`: what a villager needs of one place, on one sheet of paper.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// The place.
    pub place: Link,
    /// The answer in one sentence.
    pub summary: String,
    /// Money, the most important lines.
    pub money: Table,
    /// Indicators, the most important ones.
    pub indicators: Table,
    /// Works with their state.
    pub works: Vec<Line>,
    /// What the sheet has no room for; empty where it holds everything.
    pub more: String,
    /// Where everything stands: the words of the address.
    pub address: Link,
}

/// `embed.html`, as `page`: a place as other sites frame it.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedPage {
    /// The page it stands for.
    pub place: Link,
    /// The numbers that page begins with.
    pub key_figures: Vec<KeyFigure>,
    /// The day they hold for; empty where it is not known.
    pub day: String,
    /// Who stated them.
    pub sources: Vec<Link>,
    /// To the whole page, naming the site.
    pub more: Link,
}

/// `kit.html`, as `page`: the kit of a place and period, a sheet of A4 and the texts below it.
#[derive(Clone, Debug, Serialize)]
pub struct KitPage {
    /// The page it tells of.
    pub place: Link,
    /// Who gives notice.
    pub body: String,
    /// The answer in one sentence.
    pub summary: String,
    /// As much of money and indicators as the sheet has room for.
    pub tables: Vec<Table>,
    /// How many lines it has no room for, in words; empty for none.
    pub more: String,
    /// The address of the page as a QR code; none without `base_url`.
    pub qr: Option<QrView>,
    /// The same address to type; empty without `base_url`.
    pub address: String,
    /// Texts for the loudspeaker, Zalo and SMS.
    pub texts: Vec<KitText>,
}

/// A QR code as one SVG path.
#[derive(Clone, Debug, Serialize)]
pub struct QrView {
    /// Its side in units of the path, the white margin included.
    pub size: String,
    /// The dark squares.
    pub path: String,
}

/// A text of a notice kit.
#[derive(Clone, Debug, Serialize)]
pub struct KitText {
    /// What it is for.
    pub title: String,
    /// How long it is: words, or letters of those a message may have.
    pub length: String,
    /// The text as a file.
    pub href: String,
    /// The text.
    pub text: String,
}

/// A programme in the list of programmes.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammeCard {
    /// Name and address.
    pub link: Link,
    /// Decision and years.
    pub detail: String,
    /// What it is; empty for none.
    pub description: String,
}

/// `programmes.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Programmes {
    /// One sentence.
    pub summary: String,
    /// The programmes.
    pub cards: Vec<ProgrammeCard>,
    /// Money of each place by programme.
    pub table: Table,
}

/// A component in the tree.
#[derive(Clone, Debug, Serialize)]
pub struct ComponentLine {
    /// Code.
    pub code: String,
    /// Name and address.
    pub link: Link,
    /// Depth, from 0.
    pub depth: u8,
    /// Kind.
    pub kind: String,
}

/// A criteria set with its criteria.
#[derive(Clone, Debug, Serialize)]
pub struct SetView {
    /// Id on the page.
    pub id: String,
    /// Name.
    pub name: String,
    /// Document, years and number of items.
    pub detail: String,
    /// Document.
    pub document: Option<Link>,
    /// Criteria: number and name.
    pub criteria: Vec<Line>,
    /// A remark; empty for none.
    pub note: String,
}

/// `programme.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammePage {
    /// What it is.
    pub description: String,
    /// The answer in one sentence.
    pub summary: String,
    /// Decision, years, agency.
    pub lines: Vec<Line>,
    /// The programmes it stands for.
    pub members: Links,
    /// Money by place and period.
    pub money: Table,
    /// Components.
    pub components: Vec<ComponentLine>,
    /// Indicators.
    pub indicators: Links,
    /// Criteria sets.
    pub sets: Vec<SetView>,
    /// What follows it.
    pub successors: Vec<HistoryLine>,
    /// Reports.
    pub reports: Vec<Card>,
}

/// `component.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ComponentPage {
    /// Code, kind, programme.
    pub lines: Vec<Line>,
    /// Its parts.
    pub children: Vec<ComponentLine>,
    /// Its indicators.
    pub indicators: Links,
    /// Money by place and period.
    pub money: Table,
    /// Works.
    pub works: Links,
}

/// `indicators.html`, as `page`: every indicator by programme.
#[derive(Clone, Debug, Serialize)]
pub struct Indicators {
    /// One list a programme.
    pub groups: Vec<Links>,
}

/// `indicator.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorPage {
    /// What it means.
    pub meaning: String,
    /// How it is judged, in one sentence.
    pub rule: String,
    /// Unit, base, programme, component, standard.
    pub lines: Vec<Line>,
    /// Every place and period.
    pub table: Table,
    /// How it went over the years, place by place.
    pub trend: Trend,
}

/// A piece of a text: prose, or live figures set into it. All but one of the fields are empty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TextPart {
    /// Prose as safe HTML.
    pub html: String,
    /// Tables.
    pub tables: Vec<Table>,
    /// A bar with its sentence.
    pub progress: Option<ProgressView>,
    /// A chart with its numbers.
    pub chart: Option<Chart>,
}

/// One budget line or indicator as a bar.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProgressView {
    /// What the writer calls it; empty for none.
    pub caption: String,
    /// The line or indicator.
    pub name: Link,
    /// Capital, fund or group, place, period and day.
    pub detail: String,
    /// The bar, whose label is the whole statement; `None` where there is nothing to draw.
    pub bar: Option<Bar>,
    /// What is counted or stated, such as a rate; it leads to its passport.
    pub value: Value,
    /// How it stands.
    pub standing: Option<StandingView>,
    /// Remarks.
    pub notes: Vec<Note>,
}

/// Bars of several numbers on one scale, each with its words, and the same numbers as a table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Chart {
    /// What the writer calls it, else what it shows.
    pub caption: String,
    /// What it shows, place, day and unit, when the caption is the writer's; empty otherwise.
    pub detail: String,
    /// Bars, in reading order.
    pub rows: Vec<ChartRow>,
    /// Whether outlines for the plan are drawn.
    pub plans: bool,
    /// The numbers as a table.
    pub table: Table,
}

/// One bar of a chart.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChartRow {
    /// What it is: a line, or a day.
    pub name: Link,
    /// Capital or fund; empty for none.
    pub detail: String,
    /// Its number.
    pub value: Value,
    /// Width of the bar in percent of the widest; empty when there is no number.
    pub width: String,
    /// Width of the outline for the plan; empty for none.
    pub plan: String,
}

/// A piece of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeadPart {
    /// Its words.
    pub text: String,
    /// Where they lead; empty for plain words.
    pub href: String,
    /// Whether it is a number bound to a figure, which leads to its passport.
    pub number: bool,
}

/// `report.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPage {
    /// Lead, in pieces.
    pub lead: Vec<LeadPart>,
    /// "Published …", "event …".
    pub date: String,
    /// Machine date; empty when unknown.
    pub datetime: String,
    /// Authors and organisation.
    pub byline: String,
    /// "3 minutes".
    pub minutes: String,
    /// Places.
    pub places: Vec<Link>,
    /// Programmes.
    pub programmes: Vec<Link>,
    /// First picture.
    pub cover: Option<PictureView>,
    /// The prose and the live figures it shows, in the order they are read.
    pub body: Vec<TextPart>,
    /// The figures whose source is this report; none when they are too many for one page.
    pub figures: Vec<Table>,
    /// The pages where those figures stand, when they are too many for this one.
    pub figures_elsewhere: Links,
    /// Documents.
    pub documents: Links,
    /// The original: publisher, title, author, date, address, licence.
    pub origin: Vec<Line>,
    /// Links outside the facts.
    pub related: Links,
    /// Summaries in other languages.
    pub summaries: Vec<SummaryView>,
    /// Recordings.
    pub audio: Vec<AudioView>,
    /// A sentence to cite it by.
    pub cite: String,
    /// Said when the report is shown in another language than the page's; empty otherwise.
    pub untranslated: String,
}

/// A summary in another language.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryView {
    /// Language tag.
    pub lang: String,
    /// Title; empty for none.
    pub title: String,
    /// The summary.
    pub text: String,
    /// `ltr` or `rtl`, as its language is written.
    pub dir: String,
    /// Address of a recording; empty for none.
    pub audio: String,
    /// Size of the recording in words.
    pub detail: String,
}

/// A recording.
#[derive(Clone, Debug, Serialize)]
pub struct AudioView {
    /// Address.
    pub src: String,
    /// Language tag.
    pub lang: String,
    /// Length and size in words.
    pub detail: String,
}

/// `archive.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Archive {
    /// One sentence: how many reports.
    pub summary: String,
    /// Years.
    pub years: Vec<Link>,
    /// Reports.
    pub cards: Vec<Card>,
    /// Pages of this list, the present one marked; empty for a single page.
    pub pages: Vec<Link>,
    /// Previous page.
    pub previous: Option<Link>,
    /// Next page.
    pub next: Option<Link>,
}

/// `documents.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Documents {
    /// One sentence.
    pub summary: String,
    /// Documents.
    pub table: Table,
}

/// `document.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentPage {
    /// Number, kind, issuer, date, address, file.
    pub lines: Vec<Line>,
    /// A remark; empty for none.
    pub note: String,
    /// Programmes, plans and sets that rest on it.
    pub uses: Links,
    /// Reports that cite it.
    pub reports: Vec<Card>,
}

/// `works.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Works {
    /// One sentence.
    pub summary: String,
    /// Works.
    pub table: Table,
}

/// `work.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct WorkPage {
    /// State and dates in one sentence.
    pub summary: String,
    /// Place, owner, contractor, supervisor, contact, programme.
    pub lines: Vec<Line>,
    /// Physical and financial progress, apart.
    pub progress: Table,
    /// Steps.
    pub milestones: Vec<Line>,
    /// Pictures.
    pub pictures: Vec<PictureView>,
    /// A remark; empty for none.
    pub note: String,
}

/// `data.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// One sentence: how many figures.
    pub summary: String,
    /// Files for the whole site.
    pub downloads: Links,
    /// Files by place.
    pub by_place: Table,
    /// Columns of the files.
    pub dictionary: Table,
    /// On what terms the figures may be used again; empty for none.
    pub licence: String,
    /// A sentence to cite them by.
    pub cite: String,
}

/// `method.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Method {
    /// Prose of the site, as safe HTML; empty for none.
    pub body: Vec<TextPart>,
    /// Rules with their thresholds: name and sentence.
    pub rules: Vec<Line>,
    /// Rules by which figures are compared with one another: name and sentence.
    pub checks: Vec<Line>,
    /// Kinds of missing values: word and meaning.
    pub missing: Vec<Line>,
    /// Words that bound a value: word and meaning.
    pub hedges: Vec<Line>,
    /// Standings: word and meaning.
    pub standings: Vec<StandingView>,
    /// The bars: each state with its words.
    pub bars: Vec<Bar>,
}

/// `corrections.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Corrections {
    /// What a correction is here.
    pub intro: String,
    /// Corrections of errors, newest first.
    pub corrections: Vec<HistoryLine>,
    /// Said when there are none.
    pub no_corrections: String,
    /// What a revision is here.
    pub revisions_intro: String,
    /// Revisions by better knowledge, newest first.
    pub revisions: Vec<HistoryLine>,
    /// Said when there are none.
    pub no_revisions: String,
    /// The same for machines: feed and JSON.
    pub machine: Links,
}

/// `page.html` (and `contact.html`), as `page`: a page written by hand.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePage {
    /// The prose and the live figures it shows.
    pub body: Vec<TextPart>,
    /// Whether the contact box should stand first.
    pub contact: bool,
}

/// A line of the list from A to Z.
#[derive(Clone, Debug, Serialize)]
pub struct ListLine {
    /// Name and address.
    pub link: Link,
    /// Its kind and what tells it from others of the same name: "Huyện · Sơn La · 2023".
    pub detail: String,
}

/// Everything under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup {
    /// Id on the page.
    pub id: String,
    /// The letter.
    pub title: String,
    /// Its lines, in the order of the language.
    pub lines: Vec<ListLine>,
}

/// `search.html`, as `page`: the box, and the list from A to Z or one letter of a long one.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// One sentence.
    pub summary: String,
    /// The page with the box: what is typed goes there as `q`.
    pub action: String,
    /// The script that searches; it finds its index beside the page. Empty on the pages of letters, which have none.
    pub script: String,
    /// The letters: on this page, or each on a page of its own.
    pub letters: Vec<Link>,
    /// The lists of this page.
    pub groups: Vec<LetterGroup>,
    /// Pages of a long letter, the present one marked; empty for a single page.
    pub pages: Vec<Link>,
    /// Previous page.
    pub previous: Option<Link>,
    /// Next page.
    pub next: Option<Link>,
    /// Reports by year, where there are too many of them for the list.
    pub reports: Links,
}

/// `404.html`, as `page`. Its links are absolute where `base_url` is set.
#[derive(Clone, Debug, Serialize)]
pub struct NotFound {
    /// The page with the search box.
    pub search: String,
    /// Links to home, places, reports.
    pub links: Vec<Link>,
}

/// `moved.html`, as `page`: the page at an address that lies elsewhere now. It sends the reader on.
#[derive(Clone, Debug, Serialize)]
pub struct Moved {
    /// The page it leads to.
    pub target: Link,
}

/// One entry of a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// Permanent id.
    pub id: String,
    /// Address.
    pub href: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Date and time.
    pub updated: String,
    /// Author.
    pub author: String,
}

/// `feed.xml`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// Permanent id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Language tag.
    pub lang: String,
    /// Address of the feed itself.
    pub self_href: String,
    /// Address of the page it belongs to.
    pub href: String,
    /// Date and time of the newest entry.
    pub updated: String,
    /// Author.
    pub author: String,
    /// Entries, newest first.
    pub entries: Vec<FeedEntry>,
}
