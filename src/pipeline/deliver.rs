//! Making a finished site ready for its host: what the pages carry is looked at, texts are compressed, and what the host
//! needs is added.
//!
//! Invariant: the policy allows what stands in the pages as they are published, whether they were drawn now or before.
//!
//! May use: host, output, pages, source, theme, config, diag; crates flate2, postcard, serde.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::memo;
use crate::config::Host;
use crate::diag::{Failure, Problem};
use crate::host::{self, Delivery, Extra, Folders, Scripts};
use crate::output::{Key, Publication};
use crate::pages::{PagePlan, Site, key::KeyMaker, list, route::Folder};
use crate::source;
use crate::theme;

/// Files smaller than this are not compressed: they fit into one packet as they are.
const SMALL: usize = 1_000;
/// So many tags of one build are told of; a theme's mistake stands on every page.
const TOLD: usize = 10;

/// What a page carries, as long as its key is this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Look {
    key: Key,
    styles: BTreeSet<String>,
}

/// A site being made ready.
pub(super) struct Parcel {
    host: Host,
    base_url: Option<String>,
    /// Folders of the search pages of all languages.
    search: Vec<String>,
    /// Folders of the pages made to be framed, of all languages.
    embeds: Vec<String>,
    /// The folder of files of the content.
    files: String,
    /// The one of pictures and cards drawn here.
    drawn: String,
    moved: Vec<(String, String)>,
    /// What pages carried when they were last looked at.
    before: BTreeMap<String, Look>,
    seen: Mutex<BTreeMap<String, Look>>,
    /// Tags the policy stops, each with the first page it was seen on.
    refused: Mutex<BTreeMap<String, String>>,
    /// Styles of pages with such tags, which are looked at every time.
    styles: Mutex<BTreeSet<String>>,
}

impl Parcel {
    /// Begins; what is remembered of the pages saves looking at those that stay.
    pub(super) fn open(root: &Path, out: &Path, host: Host, site: &Site<'_>) -> Self {
        Parcel {
            host,
            base_url: site.config.base_url.clone(),
            search: site.names.iter().map(|names| names.folder(Folder::Search)).collect(),
            // Without an address nobody can frame a page, and there are none.
            embeds: site.names.iter().filter(|_| site.config.base_url.is_some()).map(|names| names.folder(Folder::Embed)).collect(),
            files: format!("{}/", site.names[0].word(Folder::Files)),
            drawn: list::drawn_folder(site),
            moved: site.moved.iter().map(|moved| (moved.from.clone(), moved.to.clone())).collect(),
            before: read(root, out).unwrap_or_default(),
            seen: Mutex::default(),
            refused: Mutex::default(),
            styles: Mutex::default(),
        }
    }

    /// A page as it will be sent, looked at: where the host sends no headers, it says itself what it may do.
    pub(super) fn ready(&self, page: &PagePlan, html: String) -> String {
        let styles = self.look(page, &html);
        if !host::sends_no_headers(self.host) {
            return html;
        }
        let scripts = if self.is_of_search(page) { Scripts::Own } else { Scripts::None };
        host::within(&html, &styles, scripts)
    }

    fn is_of_search(&self, page: &PagePlan) -> bool {
        self.search.iter().any(|folder| page.path.starts_with(folder))
    }

    /// Looks at a page, and gives the hashes of its styles.
    fn look(&self, page: &PagePlan, html: &str) -> BTreeSet<String> {
        let found = theme::inline(html, self.base_url.as_deref());
        let mut refused = found.refused;
        if found.scripted && !self.is_of_search(page) {
            refused.push("<script src=…>".to_owned());
        }
        let styles: BTreeSet<String> = found.styles.iter().map(|style| host::hash(style)).collect();
        if refused.is_empty() {
            locked(&self.seen).insert(page.path.clone(), Look { key: page.key, styles: styles.clone() });
            return styles;
        }
        locked(&self.styles).extend(styles.iter().cloned());
        let mut all = locked(&self.refused);
        for tag in refused {
            let first = all.entry(tag).or_insert_with(|| page.path.clone());
            if page.path < *first {
                first.clone_from(&page.path);
            }
        }
        styles
    }

    /// Looks at a page that stays as it was published, unless that is remembered.
    pub(super) fn look_again(&self, page: &PagePlan, publication: &Publication) -> Result<(), Failure> {
        match self.before.get(&page.path).filter(|look| look.key == page.key) {
            Some(look) => drop(locked(&self.seen).insert(page.path.clone(), look.clone())),
            None => drop(self.look(page, &String::from_utf8_lossy(&publication.read(&page.path)?))),
        }
        Ok(())
    }

    /// Puts a compressed companion beside a file that was given before, where the host sends it and it is smaller.
    pub(super) fn pack(&self, publication: &Publication, path: &str, key: &Key, bytes: Option<&[u8]>) -> Result<(), Failure> {
        let Some((beside, key)) = self.companion(path, key) else { return Ok(()) };
        if publication.is_current_beside(&beside, &key, path) {
            publication.keep(&beside);
            return Ok(());
        }
        let stays;
        let bytes = match bytes {
            Some(bytes) => bytes,
            None => {
                stays = publication.read(path)?;
                &stays
            }
        };
        if bytes.len() < SMALL {
            return Ok(());
        }
        let mut packed = Vec::with_capacity(bytes.len() / 3);
        // Writing to memory cannot fail.
        let _ = packing(&mut packed, |out| out.write_all(bytes));
        publication.put_beside(&beside, &key, &packed, path).map(drop)
    }

    /// The same for a file that is made piece by piece.
    pub(super) fn pack_large(
        &self,
        publication: &Publication,
        path: &str,
        key: &Key,
        write: &dyn Fn(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<(), Failure> {
        let Some((beside, key)) = self.companion(path, key) else { return Ok(()) };
        if publication.is_current_beside(&beside, &key, path) {
            publication.keep(&beside);
            return Ok(());
        }
        publication.put_large_beside(&beside, &key, path, &|out| packing(out, write)).map(drop)
    }

    fn companion(&self, path: &str, key: &Key) -> Option<(String, Key)> {
        (host::sends_packed(self.host) && host::is_packed(path)).then(|| (format!("{path}.gz"), KeyMaker::new(key).with(b"gz").finish()))
    }

    /// What the policy would stop, and what the host needs to know and does not.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let refused = locked(&self.refused);
        let mut said: Vec<Problem> = refused.iter().take(TOLD).map(|(tag, page)| host::problems::refused(page, tag)).collect();
        if self.base_url.is_none() {
            said.push(host::problems::without_address(self.host));
        }
        said
    }

    /// Adds what the host needs to the site. Gives what belongs beside it, and tells what the host would refuse.
    pub(super) fn finish(&self, publication: &Publication, out: &Path, lang: &str, problems: &mut Vec<Problem>) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let files = publication.told();
        let mut styles = locked(&self.styles).clone();
        styles.extend(locked(&self.seen).values().flat_map(|look| look.styles.iter().cloned()));
        let folders = Folders { search: &self.search, embeds: &self.embeds, files: &self.files, drawn: &self.drawn };
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        let delivery =
            Delivery { host: self.host, lang, base_url: self.base_url.as_deref(), files: &files, styles: &styles, folders, moved: &self.moved, out: &name };
        problems.extend(host::limits(&delivery));
        let Extra { beside, aside } = host::extra(&delivery);
        // A file of that name in the theme's static folder is somebody's decision.
        for (path, bytes) in beside.iter().filter(|(path, _)| files.binary_search_by(|(told, _)| told.cmp(path)).is_err()) {
            publication.put(path, &source::hash(bytes), bytes)?;
        }
        Ok(aside)
    }

    /// Remembers what the pages carry.
    pub(super) fn remember(&self, root: &Path, out: &Path) -> Result<(), Failure> {
        let seen = locked(&self.seen);
        if *seen == self.before {
            return Ok(());
        }
        memo::write(root, &notes(out), &postcard::to_stdvec(&*seen).unwrap_or_default())
    }
}

/// Publishes what is for whoever brings the site to its host, beside the site; without a host what lay there goes.
pub(super) fn publish_aside(root: &Path, out: &Path, fresh: bool, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let publication = Publication::begin(root, &folder_aside(out), fresh)?;
    if files.is_empty() && publication.paths().next().is_none() {
        return Ok(());
    }
    for (path, bytes) in files {
        publication.put(path, &source::hash(bytes), bytes)?;
    }
    publication.publish().map(drop)
}

/// Whether everything that lies beside the site is as it was left.
pub(super) fn is_aside_untouched(root: &Path, out: &Path, is_there: bool) -> Result<bool, Failure> {
    let publication = Publication::begin(root, &folder_aside(out), false)?;
    let mut paths = publication.paths().peekable();
    Ok(paths.peek().is_some() == is_there && paths.all(|path| publication.is_untouched(path)))
}

/// The folder beside the published one.
pub(super) fn folder_aside(out: &Path) -> PathBuf {
    out.with_file_name(host::aside(&out.file_name().unwrap_or_default().to_string_lossy()))
}

/// Compresses what is written, always to the same bytes.
fn packing(out: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> std::io::Result<()> {
    let mut packer = GzEncoder::new(out, flate2::Compression::best());
    write(&mut packer)?;
    packer.finish().map(drop)
}

/// What is remembered of the pages in this folder.
fn notes(out: &Path) -> String {
    let hash = source::hash(out.to_string_lossy().as_bytes());
    format!("styles-{}", hash[..4].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

fn read(root: &Path, out: &Path) -> Option<BTreeMap<String, Look>> {
    let bytes = std::fs::read(root.join(".minhbach").join(notes(out))).ok()?;
    let (sum, body) = bytes.split_at_checked(16)?;
    if sum == source::hash(body) { postcard::from_bytes(body).ok() } else { None }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
