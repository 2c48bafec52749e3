//! A picture on a page: its files in several widths, its size, and its words.
//!
//! Invariant: a page names only files that are published, and keeps the room of a picture before it has come.
//!
//! May use: model.

use super::list::{drawn_file, published_file};
use super::views::PictureView;
use super::{Here, Site};
use crate::model::Picture;

/// What is known of a picture of the site folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Width and height of the largest of its files, when known.
    pub size: Option<(u32, u32)>,
    /// Its files, narrow ones first; none when it is published as it is.
    pub files: Vec<ShownFile>,
}

/// One file of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFile {
    /// What stands in place of the end of its name: `-1a2b3c4d-640.jpg`.
    pub end: String,
    /// Its width in dots.
    pub width: u32,
}

/// The width a browser begins with that understands no list of files.
const USUAL: u32 = 640;

/// Where a rendition of a file is published, relative to the site's root.
pub fn rendition(site: &Site<'_>, file: &str, end: &str) -> String {
    let drawn = drawn_file(site, file);
    let stem = drawn.rsplit_once('.').map_or(&*drawn, |(stem, _)| stem);
    format!("{stem}{end}")
}

/// A picture of a report or work.
pub fn picture(here: &Here<'_>, folder: &str, picture: &Picture) -> PictureView {
    let of = format!("{folder}/{}", picture.file);
    let published = published_file(here.site, &of);
    let shown = (here.site.picture)(&of).unwrap_or_default();
    let (width, height) = shown.size.map_or((String::new(), String::new()), |(w, h)| (w.to_string(), h.to_string()));
    let (webp, known): (Vec<&ShownFile>, Vec<&ShownFile>) = shown.files.iter().partition(|file| file.end.ends_with(".webp"));
    let href = |file: &ShownFile| here.href(&rendition(here.site, &of, &file.end));
    let list = |files: &[&ShownFile]| files.iter().map(|file| format!("{} {}w", address(&href(file)), file.width)).collect::<Vec<_>>().join(", ");
    let usual = known.iter().rev().find(|file| file.width <= USUAL).or_else(|| known.first());
    PictureView {
        src: usual.map_or_else(|| here.href(&published), |file| href(file)),
        srcset: if known.len() > 1 { list(&known) } else { String::new() },
        webp: list(&webp),
        alt: picture.alt.clone(),
        caption: picture.caption.clone().unwrap_or_default(),
        credit: picture.credit.clone().unwrap_or_default(),
        illustration: picture.illustration,
        width,
        height,
    }
}

/// The largest file of a picture that every service reads, relative to the site's root; `None` for a drawing in SVG.
pub fn largest(here: &Here<'_>, file: &str) -> Option<String> {
    let shown = (here.site.picture)(file)?;
    match shown.files.iter().rev().find(|file| !file.end.ends_with(".webp")) {
        Some(widest) => Some(rendition(here.site, file, &widest.end)),
        None => Some(published_file(here.site, file)).filter(|path| !path.ends_with(".svg")),
    }
}

/// In a list of files a comma or a space would end the address.
fn address(href: &str) -> String {
    href.replace('%', "%25").replace(' ', "%20").replace(',', "%2C")
}
