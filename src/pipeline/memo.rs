//! What is remembered from one build to the next: documents by the hash of their files.
//!
//! Invariant: a memory that is damaged, of another program or of other settings is no memory; deleting it
//! changes nothing but the time the next build takes.
//!
//! May use: parse, source, diag; crates fs-err, postcard, serde, blake3, rayon.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Weight;
use crate::diag::{At, Failure};
use crate::parse::{Document, Manner};
use crate::source::{Hash, Stamp};

/// A document as it was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remembered {
    /// How its file looked.
    pub stamp: Stamp,
    /// Hash of its file.
    pub hash: Hash,
    /// What it says.
    pub document: Arc<Document>,
    /// Its texts that lack a language of the site.
    pub untranslated: Vec<At<u8>>,
}

/// A document to be remembered, in the same shape.
#[derive(Serialize)]
pub struct Kept<'k> {
    /// How its file looked.
    pub stamp: Stamp,
    /// Hash of its file.
    pub hash: Hash,
    /// What it says.
    pub document: &'k Document,
    /// Its texts that lack a language of the site.
    pub untranslated: &'k [At<u8>],
}

/// Everything remembered.
#[derive(Clone, Debug, Default)]
pub struct Memo {
    /// For which settings.
    manner: String,
    /// Sound documents by file.
    pub documents: HashMap<String, Remembered>,
    /// The heaviest pages.
    pub weights: Vec<Weight>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    program: [u8; 16],
    manner: String,
    /// Length in bytes of each shard that follows.
    shards: Vec<u64>,
}

/// Documents in one shard; shards are read side by side.
const SHARD: usize = 2_000;

fn file(root: &Path) -> PathBuf {
    root.join(".minhbach").join("memo")
}

/// A hash that changes with the program: its version, and the file it runs from.
pub fn program() -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    if let Ok(data) = std::env::current_exe().and_then(std::fs::metadata) {
        let stamp = Stamp::of(&data);
        hasher.update(&stamp.len.to_le_bytes());
        hasher.update(&stamp.mtime_ns.to_le_bytes());
    }
    let mut half = [0; 16];
    half.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    half
}

fn manner_name(manner: &Manner) -> String {
    format!("{:?} {}", manner.locale, manner.languages.join(" "))
}

impl Memo {
    /// What the last build of this program remembered. For which settings is asked later, by `fitting`.
    pub fn load(root: &Path) -> Self {
        Memo::read(root).unwrap_or_default()
    }

    /// This memory, if it was made with these settings; else none.
    pub fn fitting(self, manner: &Manner) -> Self {
        if self.manner == manner_name(manner) { self } else { Memo::default() }
    }

    /// A memory of these documents.
    pub fn of(manner: &Manner, documents: impl Iterator<Item = (String, Remembered)>) -> Self {
        Memo { manner: manner_name(manner), documents: documents.collect(), weights: Vec::new() }
    }

    fn read(root: &Path) -> Option<Self> {
        let bytes = std::fs::read(file(root)).ok()?;
        let (sum, body) = bytes.split_at_checked(16)?;
        if sum != crate::source::hash(body) {
            return None;
        }
        let (head, mut rest): (Head, &[u8]) = postcard::take_from_bytes(body).ok()?;
        if head.program != program() {
            return None;
        }
        let mut shards = Vec::with_capacity(head.shards.len());
        for length in head.shards {
            let (shard, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
            shards.push(shard);
            rest = after;
        }
        let read: Option<Vec<Vec<(String, Remembered)>>> = shards.par_iter().map(|shard| postcard::from_bytes(shard).ok()).collect();
        Some(Memo { manner: head.manner, documents: read?.into_iter().flatten().collect(), weights: read_weights(root).unwrap_or_default() })
    }

    /// Remembers what a build has read. The file is complete before it takes the place of the old one.
    pub fn save(root: &Path, manner: &Manner, documents: &[(&str, Kept<'_>)]) -> Result<(), Failure> {
        let shards: Vec<Vec<u8>> = documents.par_chunks(SHARD).map(|shard| postcard::to_stdvec(shard).unwrap_or_default()).collect();
        let lengths = shards.iter().map(|s| s.len() as u64).collect();
        let head = Head { program: program(), manner: manner_name(manner), shards: lengths };
        let mut body = postcard::to_stdvec(&head).unwrap_or_default();
        shards.iter().for_each(|shard| body.extend_from_slice(shard));
        write(root, "memo", &body)
    }
}

fn read_weights(root: &Path) -> Option<Vec<Weight>> {
    let bytes = std::fs::read(root.join(".minhbach").join("weights")).ok()?;
    let (sum, body) = bytes.split_at_checked(16)?;
    if sum == crate::source::hash(body) { postcard::from_bytes(body).ok() } else { None }
}

/// Remembers the heaviest pages.
pub fn save_weights(root: &Path, weights: &[Weight]) -> Result<(), Failure> {
    if read_weights(root).as_deref() == Some(weights) {
        return Ok(());
    }
    write(root, "weights", &postcard::to_stdvec(weights).unwrap_or_default())
}

/// Writes a file of the memory folder with its checksum in front; complete before it takes the old one's place.
pub fn write(root: &Path, name: &str, body: &[u8]) -> Result<(), Failure> {
    let folder = root.join(".minhbach");
    let path = folder.join(name);
    let said = |error: std::io::Error| crate::source::failure(("ghi", "write"), &path, &error);
    // Two builds at once each write a file of their own; the last one to finish is remembered.
    let beside = path.with_extension(format!("new-{}", std::process::id()));
    fs_err::create_dir_all(&folder).map_err(said)?;
    let mut bytes = crate::source::hash(body).to_vec();
    bytes.extend_from_slice(body);
    fs_err::write(&beside, bytes).map_err(said)?;
    match fs_err::rename(&beside, &path) {
        // Another build of the site was faster and took what lay beside for its own.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        renamed => renamed.map_err(said),
    }
}
