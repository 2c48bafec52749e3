//! The pictures of the content: measured or drawn anew, and remembered, so that a picture that stays costs nothing.
//!
//! Invariant: what is published of a photograph was drawn here, never copied.
//!
//! May use: source, pages, pictures, diag, model; crates rayon, serde, postcard.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::memo;
use crate::diag::{Failure, Problem};
use crate::model::Record;
use crate::pages::picture::{Shown, ShownFile};
use crate::pictures::{self, Facts, Kind, RECIPE, Unfit};
use crate::source::{self, Found, Hash, Sources, Stamp};

const KINDS: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];
/// Bytes of renditions kept until they are written; what is more is drawn again then.
const KEPT: usize = 64 << 20;

/// Whether a file is a picture, by its name.
pub fn is_picture(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    KINDS.iter().any(|end| lower.ends_with(end))
}

const RECORDINGS: [&str; 5] = [".mp3", ".opus", ".ogg", ".m4a", ".wav"];

/// Whether a file is a recording, by its name: pages say what it weighs.
pub fn is_recording(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    RECORDINGS.iter().any(|end| lower.ends_with(end))
}

/// What is known of one picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Known {
    /// Published as it is, with its size where it tells one: a drawing in SVG, a moving GIF.
    AsIs(Option<(u32, u32)>),
    /// Drawn anew.
    Drawn(Facts),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    stamp: Stamp,
    hash: Hash,
    known: Known,
}

/// The bytes of the renditions of one picture.
type Files = Arc<Vec<Vec<u8>>>;

/// Every picture that pages show, by its file.
#[derive(Default)]
pub struct Album {
    entries: HashMap<String, Entry>,
    /// Renditions drawn in this run, by the hash of their picture.
    drawn: Mutex<HashMap<Hash, Files>>,
    kept: AtomicUsize,
}

impl Album {
    /// Looks at every picture of the record; one that is as it was when remembered is not opened.
    pub fn look(sources: &Sources, record: &Record, before: &Album, problems: &mut Vec<Problem>) -> Album {
        let album = Album { entries: HashMap::new(), drawn: Mutex::new(before.drawn()), kept: AtomicUsize::new(before.kept.load(Ordering::Relaxed)) };
        let files = files(record);
        let looked: Vec<(String, Result<Entry, Vec<Problem>>)> = files
            .into_par_iter()
            .filter_map(|file| {
                let found = sources.find(&file)?;
                let entry = album.entry(found, before.entries.get(&file));
                Some((file, entry))
            })
            .collect();
        let mut entries = HashMap::with_capacity(looked.len());
        for (file, entry) in looked {
            match entry {
                Ok(entry) => drop(entries.insert(file, entry)),
                Err(said) => problems.extend(said),
            }
        }
        Album { entries, ..album }
    }

    fn drawn(&self) -> HashMap<Hash, Files> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn entry(&self, found: &Found, before: Option<&Entry>) -> Result<Entry, Vec<Problem>> {
        if let Some(entry) = before.filter(|entry| !found.fresh && entry.stamp == found.stamp) {
            return Ok(entry.clone());
        }
        let read = source::read_bytes(found);
        let Some((bytes, hash)) = read.value else { return Err(read.problems) };
        // A stamp too fresh to be trusted is none.
        let stamp = if found.fresh { Stamp::default() } else { found.stamp };
        if let Some(entry) = before.filter(|entry| entry.hash == hash) {
            return Ok(Entry { stamp, ..entry.clone() });
        }
        let known = self.known(found, &bytes, hash).map_err(|why| vec![pictures::problems::unfit(&found.path, &why)])?;
        Ok(Entry { stamp, hash, known })
    }

    fn known(&self, found: &Found, bytes: &[u8], hash: Hash) -> Result<Known, Unfit> {
        if found.path.to_ascii_lowercase().ends_with(".svg") {
            return Ok(Known::AsIs(std::str::from_utf8(bytes).ok().and_then(svg)));
        }
        if pictures::kind(bytes) == Kind::Gif {
            return Ok(Known::AsIs(gif(bytes)));
        }
        let drawn = pictures::drawn(bytes)?;
        let size: usize = drawn.files.iter().map(Vec::len).sum();
        if self.kept.fetch_add(size, Ordering::Relaxed) + size <= KEPT {
            self.drawn.lock().unwrap_or_else(PoisonError::into_inner).insert(hash, Arc::new(drawn.files));
        }
        Ok(Known::Drawn(drawn.facts))
    }

    /// What a page is told of a picture.
    pub fn shown(&self, file: &str) -> Option<Shown> {
        let entry = self.entries.get(file)?;
        Some(match &entry.known {
            Known::AsIs(size) => Shown { size: *size, files: Vec::new() },
            Known::Drawn(facts) => {
                let file = |rendition: &pictures::Rendition| ShownFile {
                    end: format!("-{}-{}.{}", state(&entry.hash), rendition.width, rendition.made.ending()),
                    width: rendition.width,
                };
                Shown { size: Some((facts.width, facts.height)), files: facts.renditions.iter().map(file).collect() }
            }
        })
    }

    /// The renditions of a picture, each with its place in them; none for one that is published as it is.
    pub fn renditions(&self, file: &str) -> Option<(Hash, usize)> {
        match self.entries.get(file) {
            Some(Entry { known: Known::Drawn(facts), hash, .. }) => Some((*hash, facts.renditions.len())),
            _ => None,
        }
    }

    /// The bytes of a rendition: drawn before, or now.
    pub fn bytes(&self, found: &Found, hash: &Hash, at: usize) -> Option<Vec<u8>> {
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner).get(hash).cloned();
        let files = match drawn {
            Some(files) => files,
            None => {
                let (bytes, now) = source::read_bytes(found).value?;
                let files = Arc::new(pictures::drawn(&bytes).ok().filter(|_| now == *hash)?.files);
                let size: usize = files.iter().map(Vec::len).sum();
                if self.kept.fetch_add(size, Ordering::Relaxed) + size <= KEPT {
                    self.drawn.lock().unwrap_or_else(PoisonError::into_inner).insert(*hash, files.clone());
                }
                files
            }
        };
        files.get(at).cloned()
    }

    /// Changes whenever a page could show a picture otherwise.
    pub fn digest(&self) -> Hash {
        let mut files: Vec<&String> = self.entries.keys().collect();
        files.sort_unstable();
        let mut all = RECIPE.to_le_bytes().to_vec();
        for file in files {
            all.extend(file.as_bytes());
            all.extend(self.entries[file].hash);
        }
        source::hash(&all)
    }

    /// What the last build remembered.
    pub fn load(root: &Path) -> Album {
        Album { entries: read(root).unwrap_or_default(), ..Album::default() }
    }

    /// Remembers what is known, unless it is what was remembered.
    pub fn save(&self, root: &Path) -> Result<(), Failure> {
        if self.entries.is_empty() || read(root).as_ref() == Some(&self.entries) {
            return Ok(());
        }
        let mut entries: Vec<(&String, &Entry)> = self.entries.iter().collect();
        entries.sort_unstable_by_key(|(file, _)| *file);
        memo::write(root, "pictures", &postcard::to_stdvec(&(RECIPE, entries)).unwrap_or_default())
    }
}

fn read(root: &Path) -> Option<HashMap<String, Entry>> {
    let bytes = std::fs::read(root.join(".minhbach").join("pictures")).ok()?;
    let (sum, body) = bytes.split_at_checked(16)?;
    let (recipe, entries): (u32, Vec<(String, Entry)>) = postcard::from_bytes(body).ok()?;
    (sum == source::hash(body) && recipe == RECIPE).then(|| entries.into_iter().collect())
}

/// Eight letters that tell the states of one picture apart, and the ways it was drawn in: readers keep what a name stands
/// for as long as they like.
fn state(hash: &Hash) -> String {
    source::hash(&[hash.as_slice(), &RECIPE.to_le_bytes()].concat())[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Pictures of reports and works, each once.
fn files(record: &Record) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for report in &record.reports {
        let folder = report.folder.as_deref().unwrap_or("");
        let pictures = report.tellings.iter().flat_map(|t| &t.pictures).map(|p| &p.file);
        files.extend(pictures.chain(&report.shown).chain(&report.cover).map(|f| format!("{folder}/{f}")));
    }
    for work in &record.works {
        files.extend(work.pictures.iter().map(|p| format!("{}/{}", work.folder, p.file)));
    }
    files.retain(|file| is_picture(file));
    files.sort();
    files.dedup();
    files
}

/// The size in the head of a GIF.
fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| bytes.get(at..at + 2).map(|two| u32::from(u16::from_le_bytes([two[0], two[1]])));
    side(6).zip(side(8))
}
/// The size of a drawing by its `viewBox`, else by its `width` and `height`.
fn svg(text: &str) -> Option<(u32, u32)> {
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let at = tag.find(&format!(" {name}="))? + name.len() + 2;
        let quote = tag[at..].chars().next()?;
        tag[at + 1..].split(quote).next()
    };
    let whole = |text: &str| text.trim().trim_end_matches("px").split('.').next().and_then(|n| n.parse::<u32>().ok()).filter(|n| *n > 0);
    if let Some(numbers) = attribute("viewBox") {
        let parts: Vec<&str> = numbers.split([' ', ',']).filter(|p| !p.is_empty()).collect();
        if let [_, _, width, height] = parts.as_slice() {
            return whole(width).zip(whole(height));
        }
    }
    whole(attribute("width")?).zip(whole(attribute("height")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_tells_its_size() {
        assert_eq!(svg("<?xml?><svg xmlns='x' viewBox=\"0 0 640 360\"><g/></svg>"), Some((640, 360)));
        assert_eq!(svg("<svg width='20px' height='10'></svg>"), Some((20, 10)));
        assert_eq!(svg("<svg></svg>"), None);
        assert!(is_picture("a/B.JPG") && !is_picture("a.pdf"));
    }
}
