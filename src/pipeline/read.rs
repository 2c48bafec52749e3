//! Reading every document of a site: what is remembered is not read again.
//!
//! Invariant: a document from memory is the one its file would give.
//!
//! May use: source, config, parse, diag; crates rayon.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::memo::{self, Memo};
use crate::config::Config;
use crate::diag::{At, Checked, Failure, Place, Problem};
use crate::parse::{self, Document, Kind};
use crate::source::{self, Found, Sources};

/// One file that was read.
#[derive(Clone)]
pub(super) struct Read {
    pub(super) file: Arc<str>,
    pub(super) found: usize,
    pub(super) hash: source::Hash,
    pub(super) document: Arc<Document>,
    /// Its texts that lack a language of the site.
    pub(super) untranslated: Vec<At<u8>>,
    /// Whether it may be remembered: nothing was wrong with it.
    pub(super) sound: bool,
}

impl Read {
    /// The same for a memory, where it says nothing of how its file looked.
    pub(super) fn remembered(&self) -> memo::Remembered {
        memo::Remembered { stamp: source::Stamp::default(), hash: self.hash, document: self.document.clone(), untranslated: self.untranslated.clone() }
    }
}

/// Every document.
pub(super) struct AllRead {
    pub(super) documents: Vec<Read>,
    stamps: Vec<source::Stamp>,
    changed: bool,
}

/// What became of one file: a document, problems, and whether it was read anew.
pub(super) type One = (Option<Read>, Vec<Problem>, bool);

/// Every document of the site; what its files are found to be wrong in is added to `problems`.
pub(super) fn parse_all(sources: &Sources, config: &Config, memo: Memo, problems: &mut Vec<Problem>) -> AllRead {
    let manner = config.manner();
    let known = memo.documents.len();
    let mut remembered = memo.documents;
    // Documents whose files look as they did are taken out of memory; the rest is read, side by side.
    let mut tasks: Vec<(usize, Kind, Option<memo::Remembered>)> = Vec::new();
    let mut slots: Vec<Option<One>> = Vec::with_capacity(sources.files.len());
    for (at, found) in sources.files.iter().enumerate() {
        let kind = match parse::kind::of(&found.path) {
            Some(Kind::Other | Kind::Addresses | Kind::Release { .. }) => continue,
            Some(kind) => kind,
            None if found.path.starts_with("content/") => {
                problems.push(parse::problems::lost_file(Place::whole(&found.path)));
                continue;
            }
            None => continue,
        };
        match remembered.remove(&*found.path) {
            Some(old) if old.stamp == found.stamp && !found.fresh => {
                let read = Read { file: found.path.clone(), found: at, hash: old.hash, document: old.document, untranslated: old.untranslated, sound: true };
                slots.push(Some((Some(read), Vec::new(), false)));
            }
            old => {
                slots.push(None);
                tasks.push((at, kind, old));
            }
        }
    }
    let read: Vec<One> = tasks.into_par_iter().map(|(at, kind, old)| read_one(at, &sources.files[at], &kind, &manner, old)).collect();
    let mut read = read.into_iter();
    let mut all = AllRead {
        documents: Vec::with_capacity(slots.len()),
        // A stamp too fresh to be trusted is not remembered: the file may change again under the same one.
        stamps: sources.files.iter().map(|f| if f.fresh { source::Stamp::default() } else { f.stamp }).collect(),
        changed: false,
    };
    for slot in slots {
        let Some((document, said, changed)) = slot.or_else(|| read.next()) else { continue };
        problems.extend(said);
        all.changed |= changed;
        all.documents.extend(document);
    }
    all.changed |= all.documents.len() != known;
    all
}

/// Reads one file, unless it says what it said when it was remembered.
pub(super) fn read_one(at: usize, found: &Found, kind: &Kind, manner: &parse::Manner, old: Option<memo::Remembered>) -> One {
    let Checked { value, problems: mut said } = source::read_text(found);
    let Some(content) = value else { return (None, said, true) };
    let (document, untranslated, sound) = match old.filter(|old| old.hash == content.hash) {
        Some(old) => (Some(old.document), old.untranslated, true),
        None => {
            let (document, desk) = parse::read(&found.path, kind, &content.text, manner);
            let sound = desk.problems.is_empty() && said.is_empty();
            said.extend(desk.problems);
            (document.map(Arc::new), desk.untranslated, sound)
        }
    };
    let read = document.map(|document| Read { file: found.path.clone(), found: at, hash: content.hash, document, untranslated, sound });
    (read, said, true)
}

impl AllRead {
    /// Writes down what was read, when something changed.
    pub(super) fn remember(&self, root: &Path, manner: &parse::Manner) -> Result<(), Failure> {
        if !self.changed {
            return Ok(());
        }
        let sound = self.documents.iter().filter(|d| d.sound);
        let documents: Vec<(&str, memo::Kept<'_>)> =
            sound.map(|d| (&*d.file, memo::Kept { stamp: self.stamps[d.found], hash: d.hash, document: &d.document, untranslated: &d.untranslated })).collect();
        Memo::save(root, manner, &documents)
    }
}

/// The prose of a file, read again when its page is drawn: to keep the prose of a country in memory would
/// cost more than the second look at the few reports that changed.
pub(super) fn prose_of(sources: &Sources, file: &str) -> Option<String> {
    let content = source::read_text(sources.find(file)?).value?;
    Some(parse::report::prose_of(&content.text).to_owned())
}
