//! Where a page stands: its language, its folder, and the way from it to every other page.
//!
//! Invariant: a link is made only to a page that exists in the language, else to its first language.
//!
//! May use: model, i18n, figures.

use std::cell::Cell;

use super::route::{self, Folder, Names};
use super::views::{Card, Link};
use super::{PagePlan, Site, plan};
use crate::figures::SheetFigures;
use crate::i18n::{Arg, Language};
use crate::model::{AreaIx, AsOf, ComponentIx, DocumentIx, Grain, IndicatorIx, Period, ProgrammeIx, ReportIx, Sheet, SourceRef, Text};

/// A page being drawn.
pub struct Here<'h> {
    /// Everything.
    pub site: &'h Site<'h>,
    /// The page.
    pub page: &'h PagePlan,
    /// Its language.
    pub language: &'h Language,
    /// Whether anything of a sample has been shown so far.
    sample: Cell<bool>,
}

impl<'h> Here<'h> {
    /// Stands on a page.
    pub fn new(site: &'h Site<'h>, page: &'h PagePlan) -> Self {
        Here { site, page, language: &site.languages[page.lang], sample: Cell::new(false) }
    }

    /// Notes that something is shown which may be a sample.
    pub fn shows(&self, sample: bool) {
        self.sample.set(self.sample.get() || sample);
    }

    /// Whether anything shown so far is a sample.
    pub fn has_shown_sample(&self) -> bool {
        self.sample.get()
    }

    /// The same place, with nothing shown yet: to see of one thing among many whether it is a sample.
    pub fn apart(&self) -> Here<'h> {
        Here::new(self.site, self.page)
    }

    /// A title that leaves its page, such as that of a feed's entry: of a sample it says so.
    pub fn marked(&self, title: String, is_sample: bool) -> String {
        if is_sample || self.site.record.sample_site { self.with("sample-title", &[("title", &title)]) } else { title }
    }

    /// The page's language tag.
    pub fn lang(&self) -> &str {
        &self.language.tag
    }

    /// The address words of the page's language.
    pub fn names(&self) -> &Names {
        &self.site.names[self.page.lang]
    }

    /// Words of the content in the page's language, else in the first.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang())
    }

    /// Words that may be absent.
    pub fn maybe(&self, text: Option<&Text>) -> String {
        text.map_or_else(String::new, |t| self.text(t).to_owned())
    }

    /// A message.
    pub fn say(&self, id: &str) -> String {
        self.language.say(id)
    }

    /// A message with its parts.
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        self.language.say_with(id, &args)
    }

    /// A message about a number of things.
    pub fn count(&self, id: &str, count: usize) -> String {
        self.language.say_with(id, &[("count", Arg::Count(count as i64))])
    }

    /// The way to an address of the site.
    pub fn href(&self, to: &str) -> String {
        // 404.html is served at any depth: its links are absolute, or from the root where the address is not known.
        match (&self.site.config.base_url, self.page.kind) {
            (Some(base), super::PageKind::NotFound) => format!("{base}{to}"),
            (None, super::PageKind::NotFound) => format!("/{to}"),
            _ => {
                let mut way = route::relative(&self.page.dir, to);
                if self.site.portable && (to.is_empty() || to.ends_with('/')) {
                    way = format!("{}index.html", way.trim_start_matches("./"));
                }
                way
            }
        }
    }

    /// The absolute address of a folder of the site; empty without `base_url`.
    pub fn absolute(&self, to: &str) -> String {
        self.site.config.base_url.as_ref().map_or_else(String::new, |base| format!("{base}{to}"))
    }

    /// A link to a folder.
    pub fn folder(&self, folder: Folder, words: &str) -> Link {
        let to = self.names().folder(folder);
        Link { href: self.href(&to), text: words.to_owned(), lang: String::new(), current: to == self.page.dir }
    }

    /// A link with words, to an address of the site.
    pub fn link(&self, to: &str, words: impl Into<String>) -> Link {
        Link { href: self.href(to), text: words.into(), lang: String::new(), current: false }
    }

    /// Kind and name of an area: "Huyện Nậm Nhùn" in Vietnamese, "Nam Nhun district" elsewhere.
    pub fn area_name(&self, ix: AreaIx) -> String {
        let area = self.site.record.area(ix);
        self.shows(area.sample);
        let name = self.text(&area.name);
        let Some(kind) = self.site.config.kind(&area.kind).filter(|k| k.id != "group") else { return name.to_owned() };
        let kind = self.text(&kind.name);
        self.with("area-full-name", &[("kind", &lower_first(kind, self.lang())), ("name", name)])
    }

    /// The name of an area without its kind.
    pub fn place(&self, ix: AreaIx) -> &'h str {
        let area = self.site.record.area(ix);
        self.shows(area.sample);
        area.name.get(self.lang())
    }

    /// The short name of a programme.
    pub fn short(&self, ix: ProgrammeIx) -> &'h str {
        let programme = self.site.record.programme(ix);
        self.shows(programme.sample);
        programme.short.get(self.lang())
    }

    /// Where an area's page lies.
    pub fn area_dir(&self, ix: AreaIx) -> String {
        self.shows(self.site.record.area(ix).sample);
        self.names().page(Folder::Areas, &self.site.record.area(ix).id)
    }

    /// A link to an area.
    pub fn area(&self, ix: AreaIx) -> Link {
        self.link(&self.area_dir(ix), self.place(ix))
    }

    /// Where the page of an area's period lies.
    pub fn period_dir(&self, ix: AreaIx, period: Period) -> String {
        self.shows(self.site.record.sheets.get(&(ix, period)).is_some_and(|sheet| sheet.sample));
        format!("{}{}/", self.area_dir(ix), period.slug())
    }

    /// Where the notice of an area lies.
    pub fn notice_dir(&self, ix: AreaIx) -> String {
        format!("{}{}/", self.area_dir(ix), self.names().word(Folder::Notice))
    }

    /// Where a programme's page lies.
    pub fn programme_dir(&self, ix: ProgrammeIx) -> String {
        self.shows(self.site.record.programme(ix).sample);
        self.names().page(Folder::Programmes, &self.site.record.programme(ix).id)
    }

    /// A link to a programme.
    pub fn programme(&self, ix: ProgrammeIx) -> Link {
        self.link(&self.programme_dir(ix), self.short(ix))
    }

    /// A link to a component, its code before its name.
    pub fn component(&self, programme: ProgrammeIx, ix: ComponentIx) -> Link {
        let component = &self.site.record.programme(programme).components[ix.at()];
        self.link(&format!("{}{}/", self.programme_dir(programme), component.id), self.text(&component.name))
    }

    /// A link to an indicator.
    pub fn indicator(&self, ix: IndicatorIx) -> Link {
        let indicator = self.site.record.indicator(ix);
        self.shows(self.site.record.programme(indicator.programme).sample);
        self.link(&self.names().page(Folder::Indicators, &indicator.id), self.text(&indicator.name))
    }

    /// A link to a document, by its number where it has one.
    pub fn document(&self, ix: DocumentIx) -> Link {
        let document = self.site.record.document(ix);
        self.shows(document.sample);
        let words = document.number.clone().unwrap_or_else(|| self.text(&document.title).to_owned());
        self.link(&self.names().page(Folder::Documents, &document.id), words)
    }

    /// A link to a report: in this language, or marked as being in another. One that is a draft says so wherever it is named.
    pub fn report(&self, ix: ReportIx) -> Link {
        let report = self.site.record.report(ix);
        self.shows(report.sample);
        let here = plan::told_in(report, self.lang());
        let at = if here { self.page.lang } else { 0 };
        let dir = self.site.names[at].page(Folder::Reports, &report.id);
        let title = report.telling(self.lang()).map_or("", |t| t.title.as_str());
        let lang = if here { String::new() } else { report.tellings.first().map_or_else(String::new, |t| t.lang.clone()) };
        let text = if report.draft { self.with("draft-title", &[("title", title)]) } else { title.to_owned() };
        Link { href: self.href(&dir), text, lang, current: false }
    }

    /// A link to whoever stated a figure.
    pub fn source(&self, source: SourceRef) -> Link {
        match source {
            SourceRef::Report(ix) => self.report(ix),
            SourceRef::Document(ix) => self.document(ix),
        }
    }

    /// A link to a figure's passport.
    pub fn passport(&self, figures: &SheetFigures, address: &str) -> String {
        let dir = self.period_dir(figures.area, figures.period);
        let way = if dir == self.page.dir { String::new() } else { self.href(&dir) };
        format!("{way}#{address}")
    }

    /// A date in words.
    pub fn date(&self, date: AsOf) -> String {
        self.language.as_of(date)
    }

    /// A date after "tính đến" or "as of": a whole day or the end of what is meant.
    pub fn as_of(&self, date: Option<AsOf>) -> String {
        match date {
            Some(date) if date.known() => self.with("as-of", &[("date", &self.date(date))]),
            _ => self.say("as-of-unknown"),
        }
    }

    /// The name of a period, beginning a title.
    pub fn period(&self, period: Period) -> String {
        upper_first(&self.language.period(period))
    }

    /// The sheet behind some figures.
    pub fn sheet(&self, figures: &SheetFigures) -> &'h Sheet {
        let sheet = &self.site.record.sheets[&(figures.area, figures.period)];
        self.shows(sheet.sample);
        sheet
    }

    /// A report in a list.
    pub fn card(&self, ix: ReportIx) -> Card {
        let report = self.site.record.report(ix);
        let telling = report.telling(self.lang());
        let date = if report.published.known() { report.published } else { report.event.unwrap_or(AsOf::UNKNOWN) };
        let words = match (report.published.known(), report.event) {
            (true, _) => self.date(report.published),
            (false, Some(event)) => self.with("event-on", &[("date", &self.date(event))]),
            (false, None) => self.with("year-of-report", &[("year", &report.year.to_string())]),
        };
        let places: Vec<&str> = report.areas.iter().map(|a| self.place(*a)).collect();
        Card {
            link: self.report(ix),
            date: words,
            datetime: if date.grain == Grain::Day { date.day.to_string() } else { String::new() },
            lead: telling.and_then(|t| t.lead.clone()).unwrap_or_default(),
            places: places.join(", "),
        }
    }
}

/// The first letter in lower case, for a kind of area inside a sentence.
pub fn lower_first(text: &str, _lang: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The first letter in upper case, for the beginning of a sentence or title.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
