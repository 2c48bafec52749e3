//! Drawing pages and tables, and handing them to the one room that writes.
//!
//! Invariant: a page whose key is that of the published one is not drawn; everything published goes one way.
//!
//! May use: pages, theme, export, output, source, config, diag, model, history, pictures, cards; crates rayon, flate2, serde.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::{Compress, Compression, FlushCompress, Status};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::deliver::{self, Parcel};
use super::{Progress, Still, Task, pictures, problems};
use crate::cards::{self, Typecase};
use crate::config;
use crate::diag::{self, Failure, Problem};
use crate::export;
use crate::history;
use crate::model::AreaIx;
use crate::output::{Key, Publication, Written};
use crate::pages::card::{self, Placed};
use crate::pages::kit::{self, Medium};
use crate::pages::picture::rendition;
use crate::pages::{self, Here, PageKind, PagePlan, Site, embed, key::KeyMaker, list};
use crate::pictures::RECIPE;
use crate::source::{self, Found};
use crate::theme::{Minify, Theme, squeeze};

/// Compressed pages over this many bytes are warned of.
pub const LIMIT: u64 = 14_000;
/// What compression adds at most where it finds nothing to take away from so little: its head and its foot.
const GROWN: u64 = 64;
/// So many pages of each layout are weighed to learn how they compress.
const FIRST_FEW: u64 = 64;
/// So many pages of a kind are drawn by `check`.
const OF_A_KIND: usize = 24;
/// So many of the heaviest pages are remembered.
const HEAVIEST: usize = 5;

/// How much a page weighs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// Its file.
    pub path: String,
    /// Bytes as written.
    pub raw: u64,
    /// Bytes when compressed, as a host sends it.
    pub packed: u64,
}

/// What was drawn.
pub struct Drawn {
    /// What was written; `None` when only looking.
    pub written: Option<Written>,
    /// The heaviest pages.
    pub weights: Vec<Weight>,
}

/// Where what is made goes.
enum To {
    /// Nowhere: it is only looked at.
    Nowhere,
    /// Into the published site.
    Site(Box<Publication>),
    /// To whoever asked for one file of the site.
    One { path: String, bytes: Mutex<Option<Vec<u8>>> },
}

struct Press<'p> {
    site: &'p Site<'p>,
    theme: &'p Theme,
    to: To,
    minify: Minify,
    /// The letters of share cards.
    letters: Typecase,
    /// What is done for the host of the site, if it has one.
    parcel: Option<Parcel>,
    problems: Mutex<Vec<Problem>>,
    failure: Mutex<Option<Failure>>,
    weights: Mutex<Vec<Weight>>,
    /// By layout: how many pages were weighed, and the heaviest ratio in thousandths.
    seen: Mutex<HashMap<&'static str, (u64, u64)>>,
    done: AtomicUsize,
}

/// Draws everything that changed and publishes it.
pub fn publish(task: &Task, site: &Site<'_>, still: &Still, progress: Progress<'_>, remembered: &[Weight], all: &mut Vec<Problem>) -> Result<Drawn, Failure> {
    let pages = still.pages();
    let to = if task.write { To::Site(Box::new(Publication::begin(&task.root, &task.out, task.fresh)?)) } else { To::Nowhere };
    let mut press = Press::of(site, &still.made.dress.theme, to);
    press.parcel = still.host().map(|host| Parcel::open(&task.root, &task.out, host, site));
    let drawn: Vec<&PagePlan> = if task.write { pages.iter().collect() } else { to_look_at(pages, remembered) };
    drawn.par_iter().for_each(|page| {
        press.page(page);
        progress(press.done.fetch_add(1, Ordering::Relaxed) + 1, drawn.len());
    });
    if task.write {
        press.tables(still.shared());
        press.index(pages, still.shared());
    }
    press.kits(pages);
    press.oembeds(pages);
    press.cards(pages);
    press.files(still, pages);
    if let Some(failure) = press.failure.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        return Err(failure);
    }
    let said = press.problems.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    all.extend(said);
    let mut weights = press.weights.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    // Pages that were not drawn again keep the weight they had.
    let kept: Vec<Weight> =
        remembered.iter().filter(|w| !weights.iter().any(|n| n.path == w.path) && pages.iter().any(|p| p.path == w.path)).cloned().collect();
    weights.extend(kept);
    weights.sort_by(|a, b| (b.packed, b.raw, &a.path).cmp(&(a.packed, a.raw, &b.path)));
    weights.truncate(weights.iter().filter(|w| w.packed > LIMIT).count().max(HEAVIEST));
    all.extend(weights.iter().filter(|w| w.packed > LIMIT).map(|w| problems::page_too_heavy(&w.path, w.packed, LIMIT)));
    let mut aside = Vec::new();
    if let Some(parcel) = &press.parcel {
        all.extend(parcel.problems());
        if let To::Site(publication) = &press.to {
            aside = parcel.finish(publication, &task.out, site.config.first_language(), all)?;
        }
    }
    let written = match press.to {
        To::Site(publication) if !task.is_stopped_by(all) => Some(publication.publish()?),
        _ => None,
    };
    if written.is_some() {
        deliver::publish_aside(&task.root, &task.out, task.fresh, &aside)?;
        if let Some(parcel) = &press.parcel {
            parcel.remember(&task.root, &task.out)?;
        }
    }
    Ok(Drawn { written, weights })
}

/// One file of the site as it would be published; `None` when the site has no such file.
pub fn one(site: &Site<'_>, still: &Still, path: &str, page: Option<&PagePlan>) -> Result<Option<Vec<u8>>, Vec<Problem>> {
    let press = Press::of(site, &still.made.dress.theme, To::One { path: path.to_owned(), bytes: Mutex::default() });
    match page {
        Some(page) => press.page(page),
        None => {
            press.tables(still.shared());
            press.index(still.pages(), still.shared());
            press.kits(still.pages());
            press.oembeds(still.pages());
            press.cards(still.pages());
            press.files(still, still.pages());
        }
    }
    let problems = press.problems.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    match press.to {
        To::One { bytes, .. } if !diag::any_error(&problems) => Ok(bytes.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)),
        _ => Err(problems),
    }
}

/// What `check` draws: every page of a kind that has few, and of a kind that has thousands a spread of them and
/// those that were heaviest when last built. The content of every page is checked before any is drawn; drawing
/// finds what is wrong with a layout, which is the same on the next page of its kind.
fn to_look_at<'p>(pages: &'p [PagePlan], heaviest: &[Weight]) -> Vec<&'p PagePlan> {
    let mut kinds: HashMap<_, Vec<&PagePlan>> = HashMap::new();
    for page in pages {
        kinds.entry((std::mem::discriminant(&page.kind), page.lang)).or_default().push(page);
    }
    let mut chosen: Vec<&PagePlan> = Vec::new();
    for all in kinds.into_values() {
        let step = all.len().div_ceil(OF_A_KIND).max(1);
        chosen
            .extend(all.iter().copied().enumerate().filter(|(at, page)| at % step == 0 || heaviest.iter().any(|w| w.path == page.path)).map(|(_, page)| page));
    }
    chosen
}

impl<'p> Press<'p> {
    fn of(site: &'p Site<'p>, theme: &'p Theme, to: To) -> Self {
        let minify = match site.config.minify {
            config::Minify::Full => Minify::Full,
            config::Minify::Quick => Minify::Quick,
            config::Minify::Off => Minify::Off,
        };
        Press {
            site,
            theme,
            to,
            minify,
            letters: Typecase::default(),
            parcel: None,
            problems: Mutex::default(),
            failure: Mutex::default(),
            weights: Mutex::default(),
            seen: Mutex::default(),
            done: AtomicUsize::new(0),
        }
    }

    fn fail(&self, failure: Failure) {
        self.failure.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get_or_insert(failure);
    }

    /// Takes note of a failure, if it is one.
    fn tried(&self, tried: Result<(), Failure>) {
        if let Err(failure) = tried {
            self.fail(failure);
        }
    }

    fn failed(&self) -> bool {
        self.failure.lock().unwrap_or_else(std::sync::PoisonError::into_inner).is_some()
    }

    /// Whether somebody waits for this file.
    fn is_wanted(&self, path: &str) -> bool {
        !matches!(&self.to, To::One { path: wanted, .. } if wanted != path)
    }

    /// Makes a file unless the published one has the same key.
    fn make(&self, path: &str, key: &Key, make: impl FnOnce() -> Option<Vec<u8>>) {
        if self.failed() || !self.is_wanted(path) {
            return;
        }
        match &self.to {
            To::Site(publication) if publication.is_current(path, key) => {
                publication.keep(path);
                self.tried(self.parcel.as_ref().map_or(Ok(()), |parcel| parcel.pack(publication, path, key, None)));
            }
            To::Site(publication) => {
                let Some(bytes) = make() else { return };
                let packed = |_| self.parcel.as_ref().map_or(Ok(()), |parcel| parcel.pack(publication, path, key, Some(bytes.as_slice())));
                self.tried(publication.put(path, key, &bytes).and_then(packed));
            }
            To::One { bytes, .. } => *bytes.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = make(),
            To::Nowhere => drop(make()),
        }
    }

    fn page(&self, page: &PagePlan) {
        let mut drawn = None;
        self.make(&page.path, &page.key, || {
            let drawing = pages::draw(self.site, page);
            drawn = Some(drawing.card.clone());
            let language = &self.site.languages[page.lang];
            match self.theme.render(drawing.layout, language, &drawing.frame, &drawing.view) {
                Ok(text) if super::is_html(page) => {
                    let squeezed = squeeze(text, self.minify);
                    if squeezed.kept_whole {
                        self.say(problems::kept_whole(&page.path));
                    }
                    let html = match &self.parcel {
                        Some(parcel) => parcel.ready(page, squeezed.html),
                        None => squeezed.html,
                    };
                    if !matches!(self.to, To::One { .. }) {
                        self.weigh(drawing.layout, &page.path, html.as_bytes());
                    }
                    Some(html.into_bytes())
                }
                Ok(text) => Some(text.into_bytes()),
                Err(problem) => {
                    self.say(problem);
                    None
                }
            }
        });
        if let (Some(parcel), To::Site(publication), true) = (&self.parcel, &self.to, super::is_html(page) && !self.failed())
            && drawn.is_none()
        {
            self.tried(parcel.look_again(page, publication));
        }
        self.card(page, drawn);
    }

    /// The share card of a page, where it has one of its own. A page that stays keeps the card it was published with: its
    /// key is over all the card may say, and the record of the last publication knows the file. `check` draws none, and
    /// who asks for one file of the site, as `serve` does, waits for no card but the one asked for.
    fn card(&self, page: &PagePlan, drawn: Option<Option<Placed>>) {
        let To::Site(publication) = &self.to else { return };
        if self.site.cards.is_none() || !card::has_own(page.kind) || self.failed() {
            return;
        }
        let beginning = card::beginning(self.site, page);
        let mut before = publication.beginning(&beginning).filter(|(path, key)| card::is_of(self.site, page, path, key));
        if drawn.is_none()
            && let Some((path, key)) = before.next()
            && publication.is_current(path, key)
        {
            return publication.keep(path);
        }
        if let Some(placed) = drawn.unwrap_or_else(|| pages::draw(self.site, page).card) {
            self.placed(&placed);
        }
    }

    fn placed(&self, placed: &Placed) {
        self.make(&placed.path, &placed.key, || Some(cards::draw(&placed.card, &self.letters)));
    }

    /// The cards of the site, and the one of a page that somebody asks for by its address.
    fn cards(&self, pages: &[PagePlan]) {
        if matches!(self.to, To::Nowhere) {
            return;
        }
        let mut all: Vec<Placed> = (0..self.site.languages.len()).filter_map(|lang| card::of_site(self.site, lang)).collect();
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all.dedup_by(|a, b| a.path == b.path);
        if let To::One { path, .. } = &self.to {
            let may_be = |page: &&PagePlan| card::has_own(page.kind) && path.starts_with(&card::beginning(self.site, page));
            all.extend(pages.iter().filter(may_be).filter_map(|page| pages::draw(self.site, page).card));
        }
        all.iter().for_each(|placed| self.placed(placed));
    }

    fn say(&self, problem: Problem) {
        let mut problems = self.problems.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // One broken template would fail on every page that uses it; the page named is the same on every machine.
        match problems.iter_mut().find(|p| p.place.is_some() && p.place == problem.place && p.code == problem.code) {
            Some(told) if problem.what.en < told.what.en => *told = problem,
            Some(_) => {}
            None => problems.push(problem),
        }
    }

    /// Compressing every page would cost more than drawing it. Pages of one layout compress alike: the first
    /// few are weighed, and then those that by the heaviest ratio seen, and a quarter more, may be over the limit.
    fn weigh(&self, layout: &'static str, path: &str, bytes: &[u8]) {
        let raw = bytes.len() as u64;
        // Whoever only looks wants to know what is too heavy, and no page becomes heavier when it is compressed.
        if matches!(self.to, To::Nowhere) && raw + GROWN <= LIMIT {
            return self.weighed(Weight { path: path.to_owned(), raw, packed: raw });
        }
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (count, permille) = *seen.entry(layout).or_insert((0, 0));
        if count >= FIRST_FEW && raw * permille / 1000 * 5 / 4 <= LIMIT {
            return;
        }
        drop(seen);
        let packed = packed(bytes);
        seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let entry = seen.entry(layout).or_insert((0, 0));
        *entry = (entry.0 + 1, entry.1.max((packed * 1000).div_ceil(raw.max(1))));
        drop(seen);
        self.weighed(Weight { path: path.to_owned(), raw, packed });
    }

    fn weighed(&self, weight: Weight) {
        let mut weights = self.weights.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        weights.push(weight);
        weights.sort_by(|a, b| (b.packed, b.raw, &a.path).cmp(&(a.packed, a.raw, &b.path)));
        // Every page over the limit is told of; of the others only the heaviest.
        let over = weights.iter().filter(|w| w.packed > LIMIT).count();
        weights.truncate(over.max(HEAVIEST));
    }

    /// The data files of each place and of the whole site.
    fn tables(&self, shared: Key) {
        let site = self.site;
        let record = site.record;
        let language = site.config.first_language();
        let (title, licence) = (site.config.title.get(language), site.config.body.licence.as_ref().map_or("", |l| l.get(language)));
        let mut whole = KeyMaker::new(&shared);
        let areas: Vec<AreaIx> = record.areas().map(|(ix, _)| ix).filter(|ix| site.figures.of_area(*ix).next().is_some()).collect();
        areas.par_iter().for_each(|ix| {
            let mut key = KeyMaker::new(&shared).with(b"table").with(record.area(*ix).id.as_bytes());
            record.sheets_of(*ix).for_each(|s| key.add(&s.digest));
            let name = format!("{title} – {}", record.area(*ix).name.get(language));
            let sheets = || site.figures.of_area(*ix);
            self.make(&list::area_file(site, *ix, "csv"), &key.clone().with(b"csv").finish(), || in_memory(|out| export::csv(out, record, sheets())));
            self.make(&list::area_file(site, *ix, "json"), &key.with(b"json").finish(), || {
                in_memory(|out| export::json(out, &name, licence, record, site.history, sheets()))
            });
        });
        record.sheets.values().for_each(|s| whole.add(&s.digest));
        let book = whole.clone().with(b"corrections").with(&history::book(record, site.history));
        self.make(&list::corrections_file(site), &book.finish(), || in_memory(|out| export::corrections::json(out, title, record, site.history)));
        let sheets = || site.figures.all();
        // At the size of a country these two are written piece by piece: each has tens of megabytes.
        self.make_large(list::SITE_CSV, &whole.clone().with(b"csv").finish(), &|out| export::csv(out, record, sheets()));
        self.make_large(list::SITE_JSON, &whole.with(b"json").finish(), &|out| export::json(out, title, licence, record, site.history, sheets()));
    }

    /// The texts of the notice kits.
    fn kits(&self, pages: &[PagePlan]) {
        pages.par_iter().for_each(|page| {
            let PageKind::Kit(area, period) = page.kind else { return };
            for medium in Medium::ALL {
                let path = format!("{}{}", page.dir, medium.file(self.site.config.languages[page.lang].starts_with("vi")));
                let key = KeyMaker::new(&page.key).with(medium.file(true).as_bytes()).finish();
                self.make(&path, &key, || Some(kit::texts::text(&Here::new(self.site, page), area, period, medium).into_bytes()));
            }
        });
    }

    /// How programs of other sites learn to frame a page.
    fn oembeds(&self, pages: &[PagePlan]) {
        pages.par_iter().for_each(|page| {
            let PageKind::Embed(of) = page.kind else { return };
            let key = KeyMaker::new(&page.key).with(b"oembed").finish();
            self.make(&embed::file(&page.dir), &key, || Some(embed::oembed(&Here::new(self.site, page), of)));
        });
    }

    /// What the search pages look into.
    fn index(&self, pages: &[PagePlan], shared: Key) {
        let files = pages::search::index_files(self.site, pages, shared);
        files.par_iter().for_each(|file| self.make(&file.path, &file.key, || Some(pages::search::index_file(self.site, file))));
    }

    /// Makes a large file unless the published one has the same key.
    fn make_large(&self, path: &str, key: &Key, write: &dyn Fn(&mut dyn Write) -> std::io::Result<()>) {
        match &self.to {
            To::Site(publication) if !self.failed() => {
                let given = match publication.is_current(path, key) {
                    true => {
                        publication.keep(path);
                        Ok(())
                    }
                    false => publication.put_large(path, key, write).map(drop),
                };
                let packed = |()| self.parcel.as_ref().map_or(Ok(()), |parcel| parcel.pack_large(publication, path, key, write));
                self.tried(given.and_then(packed));
            }
            To::Site(_) | To::Nowhere => {}
            To::One { .. } => self.make(path, key, || in_memory(write)),
        }
    }

    /// Sitemap, robots, the theme's static files, and the pictures and documents of the content.
    fn files(&self, still: &Still, pages: &[PagePlan]) {
        let sources = &still.made.sources;
        let base = self.site.config.base_url.as_deref();
        let made = |path: &str, bytes: Vec<u8>| {
            let key = source::hash(&bytes);
            self.make(path, &key, || Some(bytes));
        };
        if let Some(base) = base {
            export::sitemap::sitemap(base, pages).into_iter().for_each(|(path, bytes)| made(&path, bytes));
        }
        made("robots.txt", export::sitemap::robots(base));
        self.theme.statics().into_iter().for_each(|(path, bytes)| made(path, bytes.to_vec()));
        let used = used_files(self.site);
        used.par_iter().for_each(|file| {
            let Some(found) = sources.find(file) else { return };
            let path = list::published_file(self.site, file);
            if let Some((hash, count)) = still.made.album.renditions(file) {
                self.picture(still, found, &hash, count);
                return;
            }
            if !self.is_wanted(&path) || pictures::is_picture(file) && (self.site.picture)(file).is_none() {
                return;
            }
            // A stamp that is too fresh to be trusted is no key.
            let key = KeyMaker::new(b"file").with(file.as_bytes()).with(&found.stamp.len.to_le_bytes()).with(&found.stamp.mtime_ns.to_le_bytes());
            let key = if found.fresh { key.with(b"fresh").finish() } else { key.finish() };
            let read = || source::read_bytes(found);
            if found.fresh {
                let read = read();
                read.problems.into_iter().for_each(|p| self.say(p));
                if let Some((bytes, hash)) = read.value {
                    self.make(&path, &hash, || Some(bytes));
                }
            } else {
                self.make(&path, &key, || {
                    let read = read();
                    read.problems.into_iter().for_each(|p| self.say(p));
                    read.value.map(|(bytes, _)| bytes)
                });
            }
        });
    }
}

impl Press<'_> {
    /// The files of a picture that was drawn anew. `check` has drawn it already to see whether it can be.
    fn picture(&self, still: &Still, found: &Found, hash: &source::Hash, count: usize) {
        if matches!(self.to, To::Nowhere) {
            return;
        }
        let Some(shown) = (self.site.picture)(&found.path) else { return };
        for (at, file) in shown.files.iter().enumerate().take(count) {
            let path = rendition(self.site, &found.path, &file.end);
            let key = KeyMaker::new(hash).with(b"picture").with(file.end.as_bytes()).with(&RECIPE.to_le_bytes()).finish();
            self.make(&path, &key, || still.made.album.bytes(found, hash, at));
        }
    }
}

/// A file small enough to be made in memory, which cannot fail.
fn in_memory(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    write(&mut bytes).ok().map(|()| bytes)
}

/// Pictures, recordings and documents that pages link to, each once.
fn used_files(site: &Site<'_>) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for report in &site.record.reports {
        let folder = report.folder.as_deref().unwrap_or("");
        let pictures = report.tellings.iter().flat_map(|t| &t.pictures).map(|p| &p.file);
        let sound = report.audio.iter().map(|a| &a.file).chain(report.summaries.iter().filter_map(|s| s.audio.as_ref()));
        files.extend(pictures.chain(sound).chain(&report.shown).map(|f| format!("{folder}/{f}")));
    }
    for work in &site.record.works {
        files.extend(work.pictures.iter().map(|p| format!("{}/{}", work.folder, p.file)));
    }
    files.extend(site.record.documents.iter().filter_map(|d| d.file.clone()));
    files.sort();
    files.dedup();
    files
}

/// The head and the foot of what is compressed as hosts do it.
const GZIP: u64 = 18;

/// How many bytes a host would send; level 6 is what hosts use.
pub fn packed(bytes: &[u8]) -> u64 {
    // Its tables are larger than any page: each thread makes them once.
    thread_local!(static PACKER: RefCell<(Compress, Vec<u8>)> = RefCell::new((Compress::new(Compression::new(6), false), Vec::with_capacity(32 * 1024))));
    PACKER.with_borrow_mut(|(packer, out)| {
        packer.reset();
        loop {
            out.clear();
            let done = packer.total_in() as usize;
            // OK because the packer was not given up before: it refuses nothing else.
            if packer.compress_vec(&bytes[done..], out, FlushCompress::Finish).unwrap() == Status::StreamEnd {
                return packer.total_out() + GZIP;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_weighs_what_a_host_sends_of_it_one_after_another() {
        let words: String = (0..20_000u32).map(|n| format!("{:x} ", n.wrapping_mul(2_654_435_761))).collect();
        for text in [&words[..], "", "a", &words[..5_000], &"<p>Minh bạch</p>".repeat(9_000)] {
            let mut whole = flate2::write::GzEncoder::new(Vec::new(), Compression::new(6));
            whole.write_all(text.as_bytes()).expect("memory takes everything");
            assert_eq!(packed(text.as_bytes()), whole.finish().expect("memory takes everything").len() as u64, "{} bytes", text.len());
        }
    }

    #[test]
    fn what_cannot_be_compressed_grows_by_little() {
        let mut state = 1u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let bytes: Vec<u8> = (0..LIMIT).map(|_| noise()).collect();
        for length in [0, 1, 100, 5_000, LIMIT as usize] {
            assert!(packed(&bytes[..length]) <= length as u64 + GROWN, "{length}: {}", packed(&bytes[..length]));
        }
    }

    fn plan(kind: PageKind, path: String) -> PagePlan {
        PagePlan { kind, lang: 0, dir: String::new(), path, key: [0; 16] }
    }

    #[test]
    fn a_check_draws_every_page_of_a_small_kind_and_the_heaviest_of_a_large_one() {
        let mut pages: Vec<PagePlan> = (0..1000).map(|at| plan(PageKind::Area(AreaIx(at)), format!("a/{at}"))).collect();
        pages.extend((0..OF_A_KIND as u32).map(|at| plan(PageKind::Prose(at), format!("p/{at}"))));
        pages.push(plan(PageKind::Home, "index.html".to_owned()));
        let heaviest = [Weight { path: "a/777".to_owned(), raw: 1, packed: 1 }];
        let drawn: Vec<&str> = to_look_at(&pages, &heaviest).iter().map(|page| &*page.path).collect();
        assert_eq!(drawn.iter().filter(|path| path.starts_with("p/")).count(), OF_A_KIND);
        assert!(drawn.contains(&"index.html") && drawn.contains(&"a/777") && drawn.contains(&"a/0"));
        assert!(drawn.iter().filter(|path| path.starts_with("a/")).count() <= OF_A_KIND + 1);
    }
}
