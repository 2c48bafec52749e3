//! The public record: everything the files say, resolved.
//!
//! Invariant: every index points into its list; lists are in a fixed order whatever the order of the files.
//!
//! May use: nothing; crates –.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::area::Area;
use super::correction::Correction;
use super::fact::Fact;
use super::names::{AreaIx, DocumentIx, IndicatorIx, ProgrammeIx, ReportIx, SetIx, Text};
use super::period::{AsOf, Period};
use super::programme::{CriteriaSet, Document, Indicator, Programme};
use super::report::{Body, Report};
use super::work::Work;

/// One version of a plan. A newer version replaces; it is never added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersion {
    /// 1 for the first.
    pub number: u16,
    /// The decision behind it.
    pub document: Option<DocumentIx>,
    /// Its date.
    pub date: Option<AsOf>,
    /// Why it replaced the one before.
    pub reason: Option<Text>,
    /// Whether it is the one in force.
    pub in_force: bool,
}

/// All facts of one area in one period.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Which area.
    pub area: AreaIx,
    /// Which period.
    pub period: Period,
    /// What is in force: facts of the newest plan version and of all results, in the order written.
    pub facts: Vec<Fact>,
    /// Facts of replaced plan versions; readable, never counted.
    pub replaced: Vec<Fact>,
    /// The versions of the plan, oldest first.
    pub versions: Vec<PlanVersion>,
    /// Changes whenever a file of this sheet changes.
    pub digest: [u8; 16],
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}

/// A page written by hand.
#[derive(Clone, Debug)]
pub struct Prose {
    /// Name of the page: `about`, `method`, `contact` or its address.
    pub id: String,
    /// Language, title and prose, the site's first language first.
    pub tellings: Vec<(String, String, Body)>,
    /// Whether it is still written on and not published.
    pub draft: bool,
    /// Changes whenever a file of it changes.
    pub digest: [u8; 16],
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}

/// Everything the site knows. Reports and sheets are shared: a record in which one of them is another is made without
/// copying the rest.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Areas by id.
    pub areas: Vec<Area>,
    /// Programmes by id.
    pub programmes: Vec<Programme>,
    /// Indicators, by programme and in the order written.
    pub indicators: Vec<Indicator>,
    /// Criteria sets, by programme and in the order written.
    pub sets: Vec<CriteriaSet>,
    /// Documents by id.
    pub documents: Vec<Document>,
    /// Reports, newest first; drafts behind all others where nobody looks at them.
    pub reports: Vec<Arc<Report>>,
    /// Works by area and id.
    pub works: Vec<Work>,
    /// Facts by area and period.
    pub sheets: BTreeMap<(AreaIx, Period), Arc<Sheet>>,
    /// Pages written by hand, by id.
    pub prose: Vec<Prose>,
    /// What was put right after it had been published, in the order written.
    pub corrections: Vec<Correction>,
    /// Whether the site as a whole says that it is a sample, which is not published.
    pub sample_site: bool,
    /// Whether the book of corrections is a sample, which is not published.
    pub sample_corrections: bool,
    /// Changes whenever a programme, area, document or work changes: what every page may mention.
    pub digest: [u8; 16],
}

impl Record {
    /// Leaves out what is not published yet. Drafts stand behind all other reports, so that every index stays right.
    pub fn leave_out_drafts(&mut self) {
        let published = self.reports.partition_point(|report| !report.draft);
        self.reports.truncate(published);
        self.prose.retain(|page| !page.draft);
    }

    /// The area of an index.
    pub fn area(&self, ix: AreaIx) -> &Area {
        &self.areas[ix.at()]
    }

    /// The programme of an index.
    pub fn programme(&self, ix: ProgrammeIx) -> &Programme {
        &self.programmes[ix.at()]
    }

    /// The indicator of an index.
    pub fn indicator(&self, ix: IndicatorIx) -> &Indicator {
        &self.indicators[ix.at()]
    }

    /// The criteria set of an index.
    pub fn set(&self, ix: SetIx) -> &CriteriaSet {
        &self.sets[ix.at()]
    }

    /// The document of an index.
    pub fn document(&self, ix: DocumentIx) -> &Document {
        &self.documents[ix.at()]
    }

    /// The report of an index.
    pub fn report(&self, ix: ReportIx) -> &Report {
        &self.reports[ix.at()]
    }

    /// Whether any of its content is a sample.
    pub fn has_sample(&self) -> bool {
        self.sample_site
            || self.sample_corrections
            || self.areas.iter().any(|area| area.sample)
            || self.programmes.iter().any(|programme| programme.sample)
            || self.documents.iter().any(|document| document.sample)
            || self.reports.iter().any(|report| report.sample)
            || self.works.iter().any(|work| work.sample)
            || self.sheets.values().any(|sheet| sheet.sample)
            || self.prose.iter().any(|page| page.sample)
    }

    /// All areas with their indexes.
    pub fn areas(&self) -> impl Iterator<Item = (AreaIx, &Area)> {
        self.areas.iter().enumerate().map(|(at, area)| (AreaIx(at as u32), area))
    }

    /// All programmes with their indexes.
    pub fn programmes(&self) -> impl Iterator<Item = (ProgrammeIx, &Programme)> {
        self.programmes.iter().enumerate().map(|(at, programme)| (ProgrammeIx(at as u32), programme))
    }

    /// All indicators with their indexes.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        self.indicators.iter().enumerate().map(|(at, indicator)| (IndicatorIx(at as u32), indicator))
    }

    /// The sheets of one area, oldest period first.
    pub fn sheets_of(&self, area: AreaIx) -> impl Iterator<Item = &Sheet> {
        self.sheets.range((area, Period::year(i16::MIN))..).map(|(_, sheet)| &**sheet).take_while(move |sheet| sheet.area == area)
    }
}
