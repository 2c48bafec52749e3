//! Photographs made fit for the web: turned the right way up, in several widths, light, and without the place they were taken at.
//!
//! Every picture is drawn anew from its dots, so nothing a camera wrote beside them (where, when, whose) can be published.
//! Invariant: no byte of the file that was taken in stands in a file that goes out, but for drawings in SVG and moving GIFs,
//! which hold no place; the same picture gives the same bytes on every machine.
//!
//! Chosen for photographs: progressive JPEG for every browser, and WebP beside it where that is lighter in all widths at the
//! same likeness, by SSIM and colour; a browser that knows both takes the WebP. Of twenty photographs fifteen have one, and
//! with it weigh 23 % less; of the other five one width at least would be heavier. It costs up to three tries a width, about
//! three seconds of one core for a photograph, once. `vaam-image-webp` is one person's first release: `webp` says how it is
//! kept from doing harm. Refused: the C library, which is lighter still and would ask for a C compiler on every machine that
//! builds this program; `webp-rust` 0.2, heavier than our JPEG at 640 dots; encoders under the AGPL. WebP that keeps every
//! dot serves where it is good: beside PNG.
//!
//! May use: diag; crates image, jpeg-encoder, lossy-webp, serde.

use serde::{Deserialize, Serialize};

mod draw;
mod likeness;
pub mod problems;
mod read;
#[cfg(test)]
mod tests;
mod webp;

pub use read::{Kind, kind};
pub use webp::is_attempting;

/// Changes whenever the same picture would give other bytes.
pub const RECIPE: u32 = 2;

/// Widths a picture comes in, as far as it has them.
pub const WIDTHS: [u32; 3] = [320, 640, 1280];

/// A kind of file a picture is published as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each names its kind")]
pub enum Made {
    Jpeg,
    Png,
    Webp,
}

impl Made {
    /// The end of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Made::Jpeg => "jpg",
            Made::Png => "png",
            Made::Webp => "webp",
        }
    }
}

/// One file of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendition {
    /// Its width in dots.
    pub width: u32,
    /// What it is.
    pub made: Made,
}

/// What is known of a picture once it has been drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Width of the largest rendition.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its files, narrow ones first, those every browser knows before others.
    pub renditions: Vec<Rendition>,
}

/// A picture drawn anew.
#[derive(Debug)]
pub struct Drawn {
    /// What is known of it.
    pub facts: Facts,
    /// The bytes of each rendition.
    pub files: Vec<Vec<u8>>,
}

/// Why a picture cannot be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// HEIC, as telephones save it: most browsers show nothing.
    Heic,
    /// AVIF: the place it was taken at cannot be taken out here.
    Avif,
    /// No kind of picture we know.
    Unknown,
    /// More dots than one machine should be asked to draw.
    TooLarge {
        /// Width in dots.
        width: u32,
        /// Height in dots.
        height: u32,
    },
    /// It breaks off or is damaged.
    Broken,
}

/// Draws a photograph or a drawing made of dots.
pub fn drawn(bytes: &[u8]) -> Result<Drawn, Unfit> {
    draw::all(&read::dots(bytes)?)
}
