//! A picture as dots: which kind of file it is, how large it may be, and which way up it stands.
//!
//! Invariant: size is judged from the head of the file, before room is made for its dots.
//!
//! May use: nothing; crates image.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::Unfit;

/// More dots than this are refused: a telephone takes 12 to 50 million, a picture made to fill a machine has billions.
const MOST_DOTS: u64 = 60_000_000;
/// No side may be longer.
const LONGEST: u32 = 20_000;

/// A kind of file that comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names its kind")]
pub enum Kind {
    Jpeg,
    Png,
    Webp,
    Gif,
    Heic,
    Avif,
    Unknown,
}

/// What a file is by its first bytes, whatever its name says.
pub fn kind(bytes: &[u8]) -> Kind {
    let brand = bytes.get(8..12).unwrap_or_default();
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Kind::Jpeg,
        [0x89, b'P', b'N', b'G', ..] => Kind::Png,
        [b'R', b'I', b'F', b'F', ..] if brand == b"WEBP" => Kind::Webp,
        [b'G', b'I', b'F', b'8', ..] => Kind::Gif,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => match brand {
            b"avif" | b"avis" => Kind::Avif,
            b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => Kind::Heic,
            _ => Kind::Unknown,
        },
        _ => Kind::Unknown,
    }
}

/// The dots of a picture, the right way up.
pub(super) fn dots(bytes: &[u8]) -> Result<DynamicImage, Unfit> {
    let format = match kind(bytes) {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        Kind::Heic => return Err(Unfit::Heic),
        Kind::Avif => return Err(Unfit::Avif),
        Kind::Gif | Kind::Unknown => return Err(Unfit::Unknown),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_DOTS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unfit::Broken)?;
    let (width, height) = decoder.dimensions();
    if width > LONGEST || height > LONGEST || u64::from(width) * u64::from(height) > MOST_DOTS {
        return Err(Unfit::TooLarge { width, height });
    }
    let orientation = decoder.orientation().map_err(|_| Unfit::Broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unfit::Broken)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}
