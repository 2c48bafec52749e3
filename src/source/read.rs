//! What one file holds: text as everyone can read it, or the bytes of a picture.
//!
//! Invariant: a file over its limit is refused before it is opened; text is UTF-8 in NFC without a mark in front.
//!
//! May use: diag, letters; crates unicode-normalization.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::problems::{self, Encoding};
use super::{Found, Hash, Stamp, hash, on_disk};
use crate::diag::{Checked, Problem, Spot};
use crate::letters::{self, Old};

/// The largest file read as text: data, settings, reports, templates. The largest real one is below 200 KB.
pub const TEXT_LIMIT: u64 = 4 * 1024 * 1024;

/// The largest picture or document to be published: Cloudflare Pages refuses more than 25 MB a file.
pub const BYTES_LIMIT: u64 = 25 * 1024 * 1024;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The words, in NFC; line ends as written.
    pub text: String,
    /// The fingerprint of the bytes on disk.
    pub hash: Hash,
    /// Whether the accents were put together differently on disk, as macOS does.
    pub was_nfd: bool,
}

/// Reads one text file.
pub fn read_text(found: &Found) -> Checked<Option<Content>> {
    let read = read(found, TEXT_LIMIT);
    let Some(bytes) = read.value else {
        return Checked { value: None, problems: read.problems };
    };
    let hash = hash(&bytes);
    if let Some(encoding) = foreign(&bytes) {
        return refused(problems::not_utf8(&found.path, Spot::default(), encoding));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            return refused(problems::not_utf8(&found.path, end_of(good), guess(good, error.as_bytes())));
        }
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let (text, was_nfd) = composed(text);
    Checked::sound(Some(Content { text, hash, was_nfd }))
}

/// Whether the accents in these bytes are put together differently from what `read_text` gives, so that places in both differ.
pub fn is_composed_anew(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or(true, |text| composed(text.to_owned()).1)
}

/// A line of a file of the site as typed, for a message: letters that cannot be read are shown as marks.
pub fn line(root: &Path, file: &str, number: u32) -> Option<String> {
    let at = number.checked_sub(1)? as usize;
    let disk = on_disk(root, file);
    let stamp = Stamp::of(&std::fs::metadata(&disk).ok()?);
    let found = Found { path: file.into(), disk: disk.into(), stamp, fresh: true, laid: None };
    if let Some(content) = read_text(&found).value {
        return content.text.lines().nth(at).map(str::to_owned);
    }
    let bytes = read(&found, TEXT_LIMIT).value?;
    let typed = String::from_utf8_lossy(bytes.split(|byte| *byte == b'\n').nth(at)?).into_owned();
    Some(typed.trim_start_matches('\u{feff}').trim_end_matches('\r').to_owned())
}

/// Reads one picture, document or other file that is published as it is.
pub fn read_bytes(found: &Found) -> Checked<Option<(Vec<u8>, Hash)>> {
    let Checked { value, problems } = read(found, BYTES_LIMIT);
    let with_hash = |bytes: Vec<u8>| {
        let hash = hash(&bytes);
        (bytes, hash)
    };
    Checked { value: value.map(with_hash), problems }
}

fn refused<T>(problem: Problem) -> Checked<Option<T>> {
    Checked { value: None, problems: vec![problem] }
}

fn read(found: &Found, limit: u64) -> Checked<Option<Vec<u8>>> {
    if found.stamp.len > limit {
        return refused(problems::file_too_large(&found.path, found.stamp.len, limit));
    }
    if let Some(laid) = &found.laid {
        return Checked::sound(Some(laid.to_vec()));
    }
    // OK because the limit fits: it is checked above.
    let mut bytes = Vec::with_capacity(found.stamp.len as usize + 1);
    let outcome = File::open(&found.disk).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes));
    match outcome {
        // The file has grown since it was found.
        Ok(len) if len as u64 > limit => refused(problems::file_too_large(&found.path, len as u64, limit)),
        Ok(_) => Checked::sound(Some(bytes)),
        Err(error) => refused(problems::unread(&found.path, &found.disk, &error)),
    }
}

/// The text in NFC, and whether that is another text than the one given.
fn composed(text: String) -> (String, bool) {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return (text, false);
    }
    let composed: String = text.nfc().collect();
    let differs = composed != text;
    (composed, differs)
}

/// Where the text that ends here stands in an editor.
fn end_of(good: &[u8]) -> Spot {
    let text = String::from_utf8_lossy(good);
    let line = text.rsplit('\n').next().unwrap_or("");
    let before = text.matches('\n').count();
    let column = line.trim_start_matches('\u{feff}').chars().count();
    Spot { line: before as u32 + 1, column: column as u32 + 1, width: 1 }
}

/// Files that are no UTF-8 text at all, told by how they begin.
fn foreign(bytes: &[u8]) -> Option<Encoding> {
    let office: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"];
    if office.iter().any(|mark| bytes.starts_with(mark)) {
        return Some(Encoding::Office);
    }
    let start = &bytes[..bytes.len().min(4096)];
    let nuls = start.iter().filter(|byte| **byte == 0).count();
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || nuls * 5 > start.len();
    utf16.then(|| if letters::told(bytes) == Some(Old::Utf16) { Encoding::Old(Old::Utf16) } else { Encoding::BrokenUtf16 })
}

/// What a file of single bytes is: an old table, a few damaged letters, or nobody knows.
fn guess(good: &[u8], all: &[u8]) -> Encoding {
    let few = all.iter().filter(|byte| **byte >= 0x80).count() < 4;
    match letters::told(all) {
        Some(old) => Encoding::Old(old),
        None if few || !good.is_ascii() => Encoding::Damaged,
        None => Encoding::Unknown,
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
