//! The parts of a workbook, taken out of their ZIP and put back.
//!
//! Invariant: no part may be larger than any real one, so a small file cannot fill the memory.
//!
//! May use: nothing; crates zip.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Unreadable;

/// The largest part that is read, and all parts together.
const MOST: u64 = 128 * 1024 * 1024;

/// Every part with its name, in the order of the file.
pub struct Parts {
    /// Name and bytes.
    pub all: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// Takes all parts out.
    pub fn of(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
        let mut all = Vec::new();
        let mut left = MOST;
        for at in 0..archive.len() {
            let part = archive.by_index(at).map_err(|_| Unreadable::Broken)?;
            if part.is_dir() {
                continue;
            }
            let name = part.name().map_err(|_| Unreadable::Broken)?.trim_start_matches('/').to_owned();
            let mut held = Vec::new();
            let read = part.take(left + 1).read_to_end(&mut held).map_err(|_| Unreadable::Broken)? as u64;
            left = left.checked_sub(read).ok_or(Unreadable::TooLarge)?;
            all.push((name, held));
        }
        Ok(Parts { all })
    }

    /// The bytes of a part; names are told apart without regard to case, as Windows does.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.all.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, bytes)| bytes.as_slice())
    }

    /// The words of a part.
    pub fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.get(name)?).ok().map(|text| text.trim_start_matches('\u{feff}'))
    }

    /// Puts other words in a part, or adds it.
    pub fn put(&mut self, name: &str, text: String) {
        match self.all.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case(name)) {
            Some((_, bytes)) => *bytes = text.into_bytes(),
            None => self.all.push((name.to_owned(), text.into_bytes())),
        }
    }

    /// A ZIP of all parts.
    pub fn zip(&self) -> Option<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.all {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).ok()?;
            writer.write_all(bytes).ok()?;
        }
        writer.finish().ok().map(Cursor::into_inner)
    }
}
