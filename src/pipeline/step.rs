//! One small step of a live site: a report, a sheet or the theme changed, and every name stays what it was.
//!
//! Invariant: a step comes to what a run of the whole line over the same files comes to; where it cannot, it says so and
//! the whole line is run.
//!
//! May use: assemble, diag, figures, model, parse, reconcile, source.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::filing::Filing;
use super::judge::{self, Bound, Reconciled, SheetName};
use super::live::{findings, remembered};
use super::memo::Memo;
use super::pictures::Album;
use super::read::{Read, read_one};
use super::still::{Dress, Made};
use super::{Clock, Seen, Stage, Still, claims, dress, past};
use crate::assemble::{self, Filed};
use crate::diag::{self, Problem};
use crate::figures;
use crate::model::{Fact, Record, Report, Sheet, SourceRef, Subject};
use crate::parse::{self, Document, Kind};
use crate::reconcile;
use crate::source::Sources;

/// What was told, by the stage that told it.
#[derive(Clone, Default)]
pub(super) struct Said {
    pub(super) gather: Vec<Problem>,
    pub(super) parsing: Vec<Problem>,
    pub(super) assembly: Vec<Problem>,
    pub(super) bound: Vec<Problem>,
    pub(super) reconciled: BTreeMap<SheetName, Arc<Reconciled>>,
    pub(super) past: Vec<Problem>,
    pub(super) claims: Vec<Problem>,
    pub(super) dress: Vec<Problem>,
    pub(super) pictures: Vec<Problem>,
    pub(super) plan: Vec<Problem>,
}

impl Said {
    fn parts(&self) -> impl Iterator<Item = &Problem> {
        let parts = [&self.gather, &self.parsing, &self.assembly, &self.bound, &self.past, &self.claims, &self.dress, &self.pictures, &self.plan];
        parts.into_iter().flatten().chain(self.reconciled.values().flat_map(|one| &one.said))
    }

    /// Everything, sorted.
    pub(super) fn all(&self) -> Vec<Problem> {
        let mut all: Vec<Problem> = self.parts().cloned().collect();
        diag::sort(&mut all);
        all
    }

    /// Whether anything stops publication.
    pub(super) fn any_error(&self) -> bool {
        self.parts().any(|problem| problem.severity == diag::Severity::Error)
    }
}

/// A look that found no error, with everything it made.
pub(super) struct Base {
    pub(super) still: Arc<Still>,
    /// In the order of their files.
    pub(super) documents: Vec<Read>,
    pub(super) filing: Arc<Filing>,
    pub(super) bound: Arc<Vec<Arc<Bound>>>,
    pub(super) said: Said,
    /// Whether the numbers of all texts have been held against the figures.
    pub(super) is_weighed: bool,
}

impl Base {
    pub(super) fn languages(&self) -> Vec<String> {
        self.still.languages().to_vec()
    }

    pub(super) fn seen(&self, stages: Vec<Stage>) -> Seen {
        let still = (!self.said.any_error()).then(|| self.still.clone());
        Seen { problems: self.said.all(), still, languages: self.languages(), is_step: false, stages }
    }

    /// The documents, for a run of the whole line.
    pub(super) fn memo(&self) -> Memo {
        Memo::of(&self.still.made.config.manner(), remembered(&self.still.made.sources, &self.documents))
    }

    pub(super) fn is_small(&self, reports: usize) -> bool {
        self.still.made.record.reports.len() <= reports
    }

    /// Holds the numbers of all texts against the figures.
    pub(super) fn weigh(&mut self) {
        self.said.claims = claims::weigh(&claims::of(&self.documents), &self.still.made.record, &self.still.made.figures, false).0;
        self.is_weighed = true;
    }

    /// These files, and the texts about the places whose figures stand in them.
    pub(super) fn around(&self, files: &BTreeSet<String>) -> BTreeSet<String> {
        let areas: HashSet<&str> = self.documents.iter().filter(|read| files.contains(&*read.file)).filter_map(area_of).collect();
        let about = |read: &&Read| match &*read.document {
            Document::Report(report) => report.areas.iter().any(|area| areas.contains(area.value.as_str())),
            _ => false,
        };
        files.iter().cloned().chain(self.documents.iter().filter(about).map(|read| read.file.to_string())).collect()
    }

    /// Holds the numbers of some texts against the figures: what is told of the others stays.
    pub(super) fn weigh_only(&mut self, files: &BTreeSet<String>) {
        self.said.claims.retain(|problem| problem.place.as_ref().is_none_or(|place| !files.contains(&*place.file)));
        let told: Vec<claims::Told> = self.documents.iter().filter(|read| files.contains(&*read.file)).filter_map(claims::told).collect();
        self.said.claims.extend(claims::weigh(&told, &self.still.made.record, &self.still.made.figures, false).0);
    }

    fn find(&self, file: &str) -> Option<usize> {
        self.documents.binary_search_by(|read| (*read.file).cmp(file)).ok()
    }
}

/// What became of a step.
pub(super) enum Step {
    /// More changed than a step can follow.
    Whole,
    /// A file cannot be read as what it is; nothing behind it was looked at.
    Stopped(Vec<Problem>),
    /// The site after the change, sound or not.
    Next(Box<Base>),
}

/// Goes on from a sound look to the files as they are in `sources`, where no others than `dirty` have changed.
pub(super) fn step(base: &Base, sources: Sources, dirty: &BTreeSet<String>, clock: &mut Clock) -> Step {
    match Walk::begin(base, sources, dirty, clock) {
        Ok(walk) => walk.go(clock).map_or(Step::Whole, |next| Step::Next(Box::new(next))),
        Err(step) => step,
    }
}

/// A step under way.
struct Walk<'b> {
    base: &'b Base,
    sources: Sources,
    /// Documents that are not what they were, by file.
    changed: BTreeMap<Arc<str>, Read>,
    said: Said,
    is_dressed_anew: bool,
    /// Whether a picture, or what shows one, may be another.
    shows_anew: bool,
}

impl<'b> Walk<'b> {
    /// Reads the files that changed.
    fn begin(base: &'b Base, sources: Sources, dirty: &BTreeSet<String>, clock: &mut Clock) -> Result<Self, Step> {
        let made = &base.still.made;
        let manner = made.config.manner();
        let theme = format!("themes/{}/", made.config.theme);
        let mut walk = Walk { base, sources, changed: BTreeMap::new(), said: base.said.clone(), is_dressed_anew: false, shows_anew: false };
        let mut unread = false;
        for path in dirty {
            if path.starts_with("themes/") {
                walk.is_dressed_anew |= path.starts_with(&theme);
                continue;
            }
            let (Some(kind), Some(at)) = (parse::kind::of(path), walk.sources.files.binary_search_by(|found| (*found.path).cmp(path)).ok()) else {
                return Err(Step::Whole);
            };
            match kind {
                // Recordings are looked at when they are heard.
                Kind::Other => {
                    walk.shows_anew = true;
                    continue;
                }
                Kind::Report { .. } => walk.shows_anew = true,
                Kind::Plan { .. } | Kind::Results { .. } => {}
                _ => return Err(Step::Whole),
            }
            let Some(before) = base.find(path).map(|at| &base.documents[at]) else { return Err(Step::Whole) };
            let (read, said, _) = read_one(at, &walk.sources.files[at], &kind, &manner, Some(before.remembered()));
            walk.said.parsing.retain(|problem| !is_in(problem, path));
            walk.said.parsing.extend(said);
            match read {
                Some(read) if read.hash == before.hash && Arc::ptr_eq(&read.document, &before.document) => {}
                Some(read) if takes_its_place(&read, before) => drop(walk.changed.insert(read.file.clone(), read)),
                Some(_) => return Err(Step::Whole),
                None => unread = true,
            }
        }
        clock.lap("parse");
        if unread {
            return Err(Step::Stopped(Said { claims: Vec::new(), ..walk.said }.all()));
        }
        Ok(walk)
    }

    /// The document of a file as it is now.
    fn now<'w>(&'w self, read: &'w Read) -> &'w Read {
        self.changed.get(&read.file).unwrap_or(read)
    }

    /// Every document of the sheets and reports concerned, and all programmes.
    fn concerned(&self) -> Option<Vec<Read>> {
        let around = self.base.filing.around(self.changed.values().map(|read| &*read.document))?;
        Some(around.into_iter().map(|at| self.now(&self.base.documents[at]).clone()).collect())
    }

    fn go(mut self, clock: &mut Clock) -> Option<Base> {
        let made = &self.base.still.made;
        let (mut record, mut figures, mut findings_now, mut stays) = (made.record.clone(), made.figures.clone(), made.findings.clone(), true);
        let mut bound = self.base.bound.clone();
        let mut sheets: Vec<SheetName> = Vec::new();
        if !self.changed.is_empty() {
            let concerned = self.concerned()?;
            let filed: Vec<Filed<'_>> = concerned.iter().map(|read| Filed { file: read.file.clone(), hash: read.hash, document: &read.document }).collect();
            let anew = assemble::anew(&filed, &self.base.filing.known, record, &made.config)?;
            let own: HashSet<&str> = concerned.iter().filter(|read| !matches!(&*read.document, Document::Programme(_))).map(|read| &*read.file).collect();
            self.said.assembly.retain(|problem| problem.place.as_ref().is_none_or(|place| !own.contains(&*place.file)));
            drop((filed, own));
            record = anew.into_value(&mut self.said.assembly);
            for (name, sheet) in &record.sheets {
                let before = made.record.sheets.get(name)?;
                if !Arc::ptr_eq(sheet, before) {
                    stays &= mentions(sheet) == mentions(before);
                    sheets.push(*name);
                }
            }
            for (report, before) in record.reports.iter().zip(&made.record.reports).filter(|(now, before)| !Arc::ptr_eq(now, before)) {
                if !has_same_pages(report, before) {
                    return None;
                }
            }
            clock.lap("assemble");
            for name in &sheets {
                figures.sheets.insert(*name, Arc::new(figures::of(&record.sheets[name], &record, &made.config)));
            }
            bound = Arc::new(self.bound());
            let concerned = self.naming(&bound, &sheets, &record);
            let files: HashSet<&str> = concerned.iter().map(|bound| &*bound.file).collect();
            // What a text says no more is told no more.
            let stays = |file: &str| !files.contains(file) && !self.changed.contains_key(file);
            self.said.bound.retain(|problem| problem.place.as_ref().is_some_and(|place| stays(&place.file)));
            self.said.bound.extend(judge::judge_bound(&concerned, &record, &figures, &made.config));
            clock.lap("figures");
            let around: Vec<SheetName> = reconcile::around(&record, &reconcile::children(&record), &sheets).into_iter().collect();
            let anew = judge::reconcile(&around, &record, &figures, &made.config);
            self.said.reconciled.extend(anew.into_iter().map(|(name, one)| (name, Arc::new(one))));
            findings_now = findings(self.said.reconciled.values());
            clock.lap("reconcile");
        }
        let past = if sheets.is_empty() {
            made.past.clone()
        } else {
            self.said.past.clear();
            Arc::new(past::again(&made.past, &sheets, &record, &figures, &made.config, &mut self.said.past))
        };
        clock.lap("history");
        let dress = if self.is_dressed_anew { Arc::new(self.dressed()?) } else { made.dress.clone() };
        clock.lap("theme");
        let album = if self.shows_anew {
            self.said.pictures.clear();
            Arc::new(Album::look(&self.sources, &record, &made.album, &mut self.said.pictures))
        } else {
            made.album.clone()
        };
        clock.lap("pictures");
        let made = Made {
            config: made.config.clone(),
            config_hash: made.config_hash,
            record,
            figures,
            findings: findings_now,
            past,
            dress,
            album,
            sources: Arc::new(self.sources),
        };
        let still = self.base.still.after(made, stays);
        if self.is_dressed_anew {
            // Addresses of pages among themselves stay as they were; only files of the theme may have taken one.
            self.said.plan = still.taken_by_theme();
        }
        clock.lap("plan");
        let mut documents = self.base.documents.clone();
        self.said.claims.retain(|problem| problem.place.as_ref().is_none_or(|place| !self.changed.contains_key(&place.file)));
        let is_weighed = self.base.is_weighed && self.changed.is_empty();
        for (file, read) in self.changed {
            documents[self.base.find(&file)?] = read;
        }
        Some(Base { still: Arc::new(still), documents, filing: self.base.filing.clone(), bound, said: self.said, is_weighed })
    }

    /// The numbers texts bind to figures, as they are now.
    fn bound(&self) -> Vec<Arc<Bound>> {
        let config = &self.base.still.made.config;
        let mut all: Vec<Arc<Bound>> = self.base.bound.iter().filter(|bound| !self.changed.contains_key(&bound.file)).cloned().collect();
        all.extend(self.changed.values().filter_map(|read| judge::bound_of(read, config)));
        all.sort_by(|a, b| a.file.cmp(&b.file));
        all
    }

    /// The texts whose bound numbers may be wrong now: those that changed, in whatever language their report is told, and
    /// those that may name a figure of a sheet that changed.
    fn naming(&self, bound: &[Arc<Bound>], sheets: &[SheetName], record: &Record) -> Vec<Arc<Bound>> {
        let places: HashSet<&str> = sheets.iter().map(|(area, _)| record.area(*area).id.as_str()).collect();
        let is_about = |report: &&Arc<Report>| sheets.iter().any(|(area, _)| report.areas.contains(area));
        let mut reports: HashSet<&str> = record.reports.iter().filter(is_about).map(|report| report.id.as_str()).collect();
        reports.extend(self.changed.values().filter_map(|read| match &*read.document {
            Document::Report(report) => Some(report.slug.as_str()),
            _ => None,
        }));
        bound.iter().filter(|bound| self.changed.contains_key(&bound.file) || bound.may_name(&places, &reports)).cloned().collect()
    }

    fn dressed(&mut self) -> Option<Dress> {
        let config = &self.base.still.made.config;
        self.said.dress.clear();
        let theme = dress::theme(&self.sources, config, &mut self.said.dress)?;
        let languages = dress::languages(config, &theme, &mut self.said.dress);
        Some(Dress { theme, languages })
    }
}

/// The place a sheet is about.
fn area_of(read: &Read) -> Option<&str> {
    match &*read.document {
        Document::Sheet(sheet) => Some(sheet.area.as_str()),
        _ => None,
    }
}

fn is_in(problem: &Problem, file: &str) -> bool {
    problem.place.as_ref().is_some_and(|place| &*place.file == file)
}

/// Whether a document stands in the place of the one before: a report that becomes a draft, or is published, is a page
/// more or less.
fn takes_its_place(now: &Read, before: &Read) -> bool {
    match (&*now.document, &*before.document) {
        (Document::Report(now), Document::Report(before)) => now.draft == before.draft,
        (Document::Sheet(now), Document::Sheet(before)) => (&now.area, now.period, now.version) == (&before.area, before.period, before.version),
        _ => false,
    }
}

/// Whether a report stands on the same pages and lists as before.
fn has_same_pages(now: &Report, before: &Report) -> bool {
    let told = |report: &Report| report.tellings.iter().map(|telling| telling.lang.clone()).collect::<Vec<_>>();
    (now.year, &now.areas, &now.programmes, &now.documents, told(now)) == (before.year, &before.areas, &before.programmes, &before.documents, told(before))
}

/// What a sheet mentions: the reports it takes figures from, and what they are about.
fn mentions(sheet: &Sheet) -> (HashSet<&Subject>, HashSet<u32>) {
    let facts = || sheet.facts.iter().chain(&sheet.replaced);
    let source = |fact: &Fact| match fact.source {
        Some(SourceRef::Report(report)) => Some(report.0),
        _ => None,
    };
    (facts().map(|fact| &fact.subject).collect(), facts().filter_map(source).collect())
}
