//! A note on the last sound build, so that a build with nothing to do can say so at once.
//!
//! Invariant: the note is believed only when every file of the site looks as it did then, the program is the
//! same, nothing was wrong, and every published file is untouched.
//!
//! May use: output, source, diag, config; crates postcard, serde, blake3, rayon.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::deliver::is_aside_untouched;
use super::memo::{program, write};
use super::{Counts, Outcome, Task, Weight};
use crate::config::Host;
use crate::diag::Failure;
use crate::output::{Publication, Written};
use crate::source::{Hash, Sources};

#[derive(Serialize, Deserialize)]
struct Note {
    program: Hash,
    sources: Hash,
    out: String,
    portable: bool,
    host: Option<String>,
    guide: Option<String>,
    kit: bool,
    pages: usize,
    counts: Counts,
    heaviest: Vec<Weight>,
    languages: Vec<String>,
}

/// How all files of the site look; `None` while one is too fresh to be trusted.
fn look(sources: &Sources) -> Option<Hash> {
    let mut hasher = blake3::Hasher::new();
    for found in &sources.files {
        if found.fresh {
            return None;
        }
        hasher.update(found.path.as_bytes()).update(&[0]);
        hasher.update(&found.stamp.len.to_le_bytes()).update(&found.stamp.mtime_ns.to_le_bytes());
    }
    let mut half = [0; 16];
    half.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    Some(half)
}

/// The outcome of the last build, when this one would do nothing.
pub fn unchanged(task: &Task, sources: &Sources) -> Result<Option<Outcome>, Failure> {
    if task.fresh || !task.write {
        return Ok(None);
    }
    let Some(note) = read(&task.root) else { return Ok(None) };
    let same_site = note.program == program() && note.out == task.out.to_string_lossy() && look(sources) == Some(note.sources);
    if !same_site || (note.portable, note.kit) != (task.portable, task.kit) {
        return Ok(None);
    }
    if note.host.as_deref() != task.host.map(Host::name) {
        return Ok(None);
    }
    let publication = Publication::begin(&task.root, &task.out, false)?;
    let paths: Vec<&str> = publication.paths().collect();
    // A record of nothing is a record that was lost: every site has files.
    if paths.is_empty() || !paths.par_iter().all(|path| publication.is_untouched(path)) {
        return Ok(None);
    }
    let written = Written { unchanged: paths.len(), files: paths.len(), ..Written::default() };
    drop(publication);
    if !is_aside_untouched(&task.root, &task.out, note.guide.is_some())? {
        return Ok(None);
    }
    Ok(Some(Outcome {
        written: Some(written),
        pages: note.pages,
        counts: note.counts,
        heaviest: note.heaviest,
        languages: note.languages,
        guide: note.guide.map(PathBuf::from),
        ..Outcome::default()
    }))
}

fn read(root: &Path) -> Option<Note> {
    let bytes = std::fs::read(root.join(".minhbach").join("last")).ok()?;
    let (sum, body) = bytes.split_at_checked(16)?;
    if sum == crate::source::hash(body) { postcard::from_bytes(body).ok() } else { None }
}

/// Notes a build in which nothing was wrong; forgets the note otherwise.
pub fn note(task: &Task, sources: &Sources, outcome: &Outcome, sound: bool) -> Result<(), Failure> {
    let path = task.root.join(".minhbach").join("last");
    let Some(look) = look(sources).filter(|_| sound) else {
        // A note that is not there is no harm.
        let _ = std::fs::remove_file(path);
        return Ok(());
    };
    let note = Note {
        program: program(),
        sources: look,
        out: task.out.to_string_lossy().into_owned(),
        portable: task.portable,
        host: task.host.map(|host| host.name().to_owned()),
        guide: outcome.guide.as_ref().map(|guide| guide.to_string_lossy().into_owned()),
        kit: task.kit,
        pages: outcome.pages,
        counts: outcome.counts,
        heaviest: outcome.heaviest.clone(),
        languages: outcome.languages.clone(),
    };
    let body = postcard::to_stdvec(&note).unwrap_or_default();
    let kept = std::fs::read(&path).is_ok_and(|old| old.get(16..) == Some(&body[..]));
    if kept { Ok(()) } else { write(&task.root, "last", &body) }
}
