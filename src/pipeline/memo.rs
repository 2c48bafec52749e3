//! What is remembered from one build to the next: documents by the hash of their files.
//!
//! Invariant: a memory that is damaged, of another program or of other settings is no memory; deleting it
//! changes nothing but the time the next build takes.
//!
//! May use: parse, source, diag; crates fs-err, postcard, serde, blake3.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Weight;
use crate::diag::Failure;
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
    pub document: Document,
}

/// Everything remembered.
#[derive(Debug, Default)]
pub struct Memo {
    /// Sound documents by file.
    pub documents: HashMap<String, Remembered>,
    /// The heaviest pages.
    pub weights: Vec<Weight>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    program: [u8; 16],
    manner: String,
    weights: Vec<Weight>,
    count: u64,
}

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
    /// What the last build of this program with these settings remembered.
    pub fn load(root: &Path, manner: &Manner) -> Self {
        Memo::read(root, manner).unwrap_or_default()
    }

    fn read(root: &Path, manner: &Manner) -> Option<Self> {
        let bytes = std::fs::read(file(root)).ok()?;
        let (sum, body) = bytes.split_at_checked(16)?;
        if sum != crate::source::hash(body) {
            return None;
        }
        let (head, mut rest): (Head, &[u8]) = postcard::take_from_bytes(body).ok()?;
        if head.program != program() || head.manner != manner_name(manner) {
            return None;
        }
        let mut documents = HashMap::with_capacity(head.count as usize);
        for _ in 0..head.count {
            let ((path, remembered), after): ((String, Remembered), &[u8]) = postcard::take_from_bytes(rest).ok()?;
            documents.insert(path, remembered);
            rest = after;
        }
        Some(Memo { documents, weights: head.weights })
    }

    /// Remembers what a build has read. The file is complete before it takes the place of the old one.
    pub fn save(
        root: &Path,
        manner: &Manner,
        documents: impl Iterator<Item = (Arc<str>, Stamp, Hash, Document)>,
        weights: &[Weight],
    ) -> Result<(), Failure> {
        let mut body = Vec::new();
        let mut count = 0;
        for (path, stamp, hash, document) in documents {
            // A document that cannot be written down is read again next time.
            if let Ok(bytes) = postcard::to_stdvec(&(&*path, Remembered { stamp, hash, document })) {
                body.extend_from_slice(&bytes);
                count += 1;
            }
        }
        let head = Head { program: program(), manner: manner_name(manner), weights: weights.to_vec(), count };
        let mut all = postcard::to_stdvec(&head).unwrap_or_default();
        all.append(&mut body);
        let path = file(root);
        let said = |error: std::io::Error| Failure::io(("ghi", "write"), &path, &error);
        let beside = path.with_extension("new");
        fs_err::create_dir_all(root.join(".minhbach")).map_err(said)?;
        let mut bytes = crate::source::hash(&all).to_vec();
        bytes.append(&mut all);
        fs_err::write(&beside, bytes).map_err(said)?;
        fs_err::rename(&beside, &path).map_err(said)
    }
}
