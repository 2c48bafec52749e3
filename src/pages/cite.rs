//! Sentences to cite by, ready to copy: who publishes it, what it is, for which day, in which release, and where it stands.
//!
//! Invariant: a release is named only where it says what the page says; the address is the one that stays.
//!
//! May use: model, figures, history.

use super::views::Passport;
use super::{Here, frame};
use crate::figures::{FigureIx, SheetFigures};
use crate::history::{Release, Trails, listing};
use crate::model::{AreaIx, AsOf};

impl Here<'_> {
    /// The sentence of one figure.
    pub fn cite_figure(&self, figures: &SheetFigures, ix: FigureIx, passport: &Passport, trails: &Trails) -> String {
        let anchor = if passport.permanent.is_empty() { &passport.id } else { &passport.permanent };
        let address = self.address_of(&format!("{}#{anchor}", self.period_dir(figures.area, figures.period)));
        let as_of = figures.figure(ix).as_of.filter(|day| day.known()).map(|day| self.as_of(Some(day)));
        let release = self.released_as(figures, ix, trails).map(|label| self.with("cite-release", &[("release", label)]));
        let details: Vec<String> = as_of.into_iter().chain(release).chain([address]).collect();
        let who = self.publisher(Some(figures.area));
        // An estimate is cited as one.
        let is_number = !matches!(passport.value.kind.as_str(), "missing" | "words");
        let value = if is_number { self.in_sentence(figures, ix) } else { self.phrase(&passport.value) };
        self.with("cite-figure", &[("who", &who), ("title", &passport.title), ("value", &value), ("details", &details.join(", "))])
    }

    /// The sentence of a page about a place that shows these figures.
    pub fn cite_place(&self, area: AreaIx, all: &[&SheetFigures]) -> String {
        let site = self.site;
        let says_so = |release: &&Release| {
            all.iter().all(|figures| {
                let listing = listing::of(site.record, self.sheet(figures), figures);
                release.section(&listing.name).is_some_and(|section| section.digest == listing.digest())
            })
        };
        let release = site.history.latest().filter(says_so).map(|release| release.label.as_str());
        self.cite_page(Some(area), &frame::title(self), frame::newest_day(self), release)
    }

    /// The sentence of a page.
    pub fn cite_page(&self, area: Option<AreaIx>, title: &str, newest: Option<AsOf>, release: Option<&str>) -> String {
        let newest = newest.filter(|day| day.known()).map(|day| self.with("cite-newest", &[("date", &self.date(day))]));
        let release = release.map(|label| self.with("cite-release", &[("release", label)]));
        let details: Vec<String> = newest.into_iter().chain(release).chain([self.address_of(&self.page.dir)]).collect();
        self.with("cite-page", &[("who", &self.publisher(area)), ("title", title), ("details", &details.join(", "))])
    }

    /// Who publishes the figures of a place: its own office, else the one of the site.
    fn publisher(&self, area: Option<AreaIx>) -> String {
        let own = area.and_then(|ix| self.site.record.area(ix).body.as_ref());
        let name = self.text(&own.unwrap_or(&self.site.config.body).name);
        if name.is_empty() { self.text(&self.site.config.title).to_owned() } else { name.to_owned() }
    }

    /// The whole address of a folder of the site, else the one within it.
    pub fn address_of(&self, to: &str) -> String {
        let address = self.absolute(to);
        if address.is_empty() { format!("/{to}") } else { address }
    }
}
