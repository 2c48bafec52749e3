//! Width and height of pictures, so that a page keeps its place for one before it has come.
//!
//! Invariant: a picture that cannot be measured is shown all the same, without a size.
//!
//! May use: source; crates imagesize.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::source::{self, Sources};

const KINDS: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];

/// Whether a file is a picture, by its name.
pub fn is_picture(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    KINDS.iter().any(|end| lower.ends_with(end))
}

/// Measures pictures when they are asked for, each once.
pub struct Sizes<'s> {
    sources: &'s Sources,
    known: Mutex<HashMap<String, Option<(u32, u32)>>>,
}

impl<'s> Sizes<'s> {
    /// Sizes of the pictures among the files.
    pub fn new(sources: &'s Sources) -> Self {
        Sizes { sources, known: Mutex::new(HashMap::new()) }
    }

    /// The size of a picture of the site folder.
    pub fn of(&self, file: &str) -> Option<(u32, u32)> {
        let mut known = self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(size) = known.get(file) {
            return *size;
        }
        let size = self.measure(file);
        known.insert(file.to_owned(), size);
        size
    }

    fn measure(&self, file: &str) -> Option<(u32, u32)> {
        let (bytes, _) = source::read_bytes(self.sources.find(file)?).value?;
        if file.to_ascii_lowercase().ends_with(".svg") {
            return svg(std::str::from_utf8(&bytes).ok()?);
        }
        let size = imagesize::blob_size(&bytes).ok()?;
        Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
    }
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
