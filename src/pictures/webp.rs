//! Photographs as WebP that keeps not every dot, held at arm's length from the young encoder that makes them.
//!
//! Nothing of it is believed: what it makes is opened again and compared with the picture, and what is not lighter than the
//! JPEG, not as alike, or not made at all, is not offered. Then readers get the JPEG, as before.
//! Invariant: a mistake of the encoder, be it an error or a panic, never stops a build.
//!
//! Its first release (0.1.0) leaves what lies beyond a picture black, up to the next sixteen dots, and with an odd side the
//! last row or column too: it is given whole squares of sixteen, filled with the dots of the edge, and the true size is
//! written into the head afterwards. The squares are the same, so every reader cuts it there.
//! It has no `unsafe`, no threads and nothing that asks which processor it runs on. It weighs with floats, by plain
//! arithmetic and `log2` of the 256 chances from 1/256 to 1, of which glibc (with and without FMA) and musl both give the
//! nearest float; a test holds the bytes.
//!
//! May use: nothing; crates image, lossy-webp.

use std::cell::Cell;
use std::panic::{UnwindSafe, catch_unwind};

use image::{ImageFormat, RgbImage};
use lossy_webp::{ColorType, EncoderParams, WebPEncoder};

use super::likeness::Likeness;

/// Pictures with more dots have no WebP: at half a millionth of a second a dot, a strip of a thousand screens would take
/// longer than all others.
const MOST_DOTS: u64 = 4_000_000;
/// Squares the format is made of.
const SQUARE: u32 = 16;
/// So much more than half the quality of a JPEG was about as alike on twenty photographs.
const MORE: u8 = 55;
/// How far the second and the third try are from the one before: from where on a step costs much, less far.
const STEPS: [u8; 2] = [4, 2];
const FINE: u8 = 86;
const FINE_STEPS: [u8; 2] = [2, 1];
const FINEST: u8 = 100;

/// A WebP of a photograph that is lighter than its JPEG of this quality and as alike: the lightest of three tries.
pub(super) fn lighter(picture: &RgbImage, jpeg: &[u8], quality: u8) -> Option<Vec<u8>> {
    let wanted = Likeness::of(picture, &opened(jpeg, ImageFormat::Jpeg)?)?;
    let mut quality = (MORE + quality / 2).min(FINEST);
    let steps = if quality < FINE { STEPS } else { FINE_STEPS };
    let mut found = None;
    for step in steps.map(Some).into_iter().chain([None]) {
        let bytes = photograph(picture, quality)?;
        let is_alike = Likeness::of(picture, &opened(&bytes, ImageFormat::WebP)?)?.reaches(&wanted);
        let is_light = bytes.len() < jpeg.len();
        if is_alike && is_light {
            found = Some(bytes);
        }
        let Some(step) = step else { break };
        quality = match (is_alike, is_light) {
            (true, _) => quality.saturating_sub(step),
            // Finer is heavier still.
            (false, false) => break,
            (false, true) => (quality + step).min(FINEST),
        };
    }
    found
}

/// The picture as WebP of a quality from 0 to 100.
pub(super) fn photograph(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let (width, height) = picture.dimensions();
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_DOTS {
        return None;
    }
    let whole = |side: u32| side.div_ceil(SQUARE) * SQUARE;
    let filled = RgbImage::from_fn(whole(width), whole(height), |x, y| *picture.get_pixel(x.min(width - 1), y.min(height - 1)));
    let mut params = EncoderParams::default();
    params.use_lossy = true;
    params.lossy_quality = quality.min(FINEST);
    let mut bytes = attempted(|| {
        let mut bytes = Vec::new();
        let mut encoder = WebPEncoder::new(&mut bytes);
        encoder.set_params(params);
        encoder.encode(filled.as_raw(), filled.width(), filled.height(), ColorType::Rgb8).ok()?;
        Some(bytes)
    })?;
    // RIFF, length, WEBP, `VP8 `, length, three bytes of the frame, its mark, width, height.
    let head = bytes.get_mut(..30)?;
    let side = |side: u32| u16::try_from(side).ok().filter(|side| *side < 1 << 14).map(u16::to_le_bytes);
    let is_known = head[12..16] == *b"VP8 " && head[23..26] == [0x9d, 0x01, 0x2a];
    let is_filled = Some([head[26], head[27]]) == side(filled.width()) && Some([head[28], head[29]]) == side(filled.height());
    if !is_known || !is_filled {
        return None;
    }
    head[26..28].copy_from_slice(&side(width)?);
    head[28..30].copy_from_slice(&side(height)?);
    Some(bytes)
}

fn opened(bytes: &[u8], format: ImageFormat) -> Option<RgbImage> {
    attempted(|| image::load_from_memory_with_format(bytes, format).ok()).map(|picture| picture.to_rgb8())
}

thread_local! {
    static ATTEMPTING: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of this thread would be caught here: then it is nothing to tell anybody.
pub fn is_attempting() -> bool {
    ATTEMPTING.get()
}

/// What is made, or nothing when making it fails in whatever way.
fn attempted<T>(make: impl FnOnce() -> Option<T> + UnwindSafe) -> Option<T> {
    ATTEMPTING.set(true);
    let made = catch_unwind(make);
    ATTEMPTING.set(false);
    made.ok().flatten()
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::super::tests::{crc, jpeg_of_quality, landscape};
    use super::*;

    #[test]
    fn an_encoder_that_panics_gives_nothing_and_goes_unheard() {
        assert!(!is_attempting());
        let heard = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| assert!(is_attempting())));
        assert_eq!(attempted(|| -> Option<u8> { panic!("a bug of somebody else") }), None);
        std::panic::set_hook(heard);
        assert_eq!((attempted(|| Some(1)), attempted(|| None::<u8>), is_attempting()), (Some(1), None, false));
    }

    #[test]
    fn the_edge_of_a_picture_is_whole_whatever_its_sides() {
        for (width, height) in [(16, 16), (17, 16), (31, 45), (1, 1), (100, 3), (203, 151)] {
            let picture = RgbImage::from_pixel(width, height, Rgb([230, 120, 40]));
            let opened = opened(&photograph(&picture, 80).expect("it is made"), ImageFormat::WebP).expect("it can be opened");
            assert_eq!(opened.dimensions(), (width, height));
            let far = opened.enumerate_pixels().find(|(.., dot)| dot.0.iter().zip([230u8, 120, 40]).any(|(found, put)| found.abs_diff(put) > 4));
            assert_eq!(far, None, "{width} × {height}");
        }
    }

    #[test]
    fn every_machine_makes_the_same_bytes() {
        let sums = [20, 60, 85, 100].map(|quality| crc(&photograph(&landscape(203, 151), quality).expect("it is made")));
        assert_eq!(sums, [1_874_335_286, 162_162_046, 2_539_219_414, 4_235_349_405]);
    }

    #[test]
    fn a_webp_that_is_heavier_or_less_alike_is_not_offered() {
        let picture = landscape(320, 240);
        let jpeg = jpeg_of_quality(&picture, 60);
        let webp = lighter(&picture, &jpeg, 60).expect("it is lighter");
        assert!(webp.len() < jpeg.len());
        let found = |bytes: &[u8], format| Likeness::of(&picture, &opened(bytes, format).unwrap()).unwrap();
        assert!(found(&webp, ImageFormat::WebP).reaches(&found(&jpeg, ImageFormat::Jpeg)));
        assert_eq!(lighter(&picture, &jpeg_of_quality(&picture, 10), 82), None, "all tries are heavier");
        // Half as many colours as dots cannot show this; a JPEG of the best quality has one for each.
        let specks = RgbImage::from_fn(320, 240, |x, y| if (x + y) % 2 == 0 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) });
        assert_eq!(lighter(&specks, &jpeg_of_quality(&specks, 98), 82), None, "no try is as alike");
        assert_eq!(lighter(&picture, b"no JPEG", 60), None);
        assert_eq!(photograph(&RgbImage::new(2_001, 2_000), 60), None, "it has too many dots");
    }
}
