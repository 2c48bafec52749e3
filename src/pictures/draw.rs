//! Renditions of a picture: narrower ones drawn from wider ones, each as light as it can be and still be looked at.
//!
//! Invariant: a picture is never drawn larger than it came.
//!
//! May use: nothing; crates image, jpeg-encoder.

use image::imageops::FilterType;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::{Drawn, Facts, Made, Rendition, Unfit, WIDTHS, webp};

/// A rendition of 640 dots aims at so many bytes, the others at as many a dot.
const BYTES_AT_640: u64 = 40_000;
/// From fine to coarse; the first that is light enough is taken.
const QUALITIES: [u8; 9] = [82, 75, 68, 60, 52, 44, 36, 28, 20];

/// Draws every rendition.
pub(super) fn all(picture: &DynamicImage) -> Result<Drawn, Unfit> {
    let widest = picture.width().min(WIDTHS[WIDTHS.len() - 1]);
    let widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < widest).chain([widest]).collect();
    // Wide ones first: each narrower one is drawn from the one before.
    let mut drawn: Vec<DynamicImage> = Vec::new();
    for width in widths.iter().rev() {
        let from = drawn.last().unwrap_or(picture);
        drawn.push(if from.width() == *width { from.clone() } else { narrower(from, *width) });
    }
    drawn.reverse();
    let (width, height) = drawn.last().map(|widest| (widest.width(), widest.height())).ok_or(Unfit::Broken)?;
    let has_few_colours = !is_photograph(picture);
    let mut renditions = Vec::new();
    let mut files = Vec::new();
    // A browser that is offered WebP takes it: it is offered in all widths or in none.
    let mut lighter = Some(Vec::new());
    for picture in &drawn {
        let width = picture.width();
        let (made, bytes, webp) = if has_few_colours {
            let bytes = png(picture).ok_or(Unfit::Broken)?;
            let webp = lighter.is_some().then(|| exact_webp(picture)).flatten().filter(|webp| webp.len() < bytes.len());
            (Made::Png, bytes, webp)
        } else {
            let picture = opaque(picture);
            let (bytes, quality) = jpeg(&picture).ok_or(Unfit::Broken)?;
            let webp = lighter.is_some().then(|| webp::lighter(&picture, &bytes, quality)).flatten();
            (Made::Jpeg, bytes, webp)
        };
        lighter = lighter.zip(webp).map(|(mut all, bytes)| {
            all.push((Rendition { width, made: Made::Webp }, bytes));
            all
        });
        renditions.push(Rendition { width, made });
        files.push(bytes);
    }
    if let Some(webp) = lighter {
        for (rendition, bytes) in webp {
            renditions.push(rendition);
            files.push(bytes);
        }
    }
    Ok(Drawn { facts: Facts { width, height, renditions }, files })
}

/// The same picture, narrower.
fn narrower(picture: &DynamicImage, width: u32) -> DynamicImage {
    let height = u64::from(picture.height()) * u64::from(width) / u64::from(picture.width().max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    // A telephone's twelve million dots are first halved roughly: that is four times as fast, and nobody sees it.
    if picture.width() / 4 > width {
        return picture.thumbnail_exact(width * 2, height * 2).resize_exact(width, height, FilterType::CatmullRom);
    }
    picture.resize_exact(width, height, FilterType::CatmullRom)
}

/// Whether a picture was taken and not drawn: it has very many colours, or, as in a photograph in black and white, no few
/// of them make up most of it. JPEG has no few colours: it was made for photographs.
fn is_photograph(picture: &DynamicImage) -> bool {
    let small = picture.thumbnail(200, 200).to_rgba8();
    let mut dots: Vec<[u8; 4]> = small.pixels().map(|dot| dot.0).collect();
    dots.sort_unstable();
    let mut shares: Vec<usize> = dots.chunk_by(|a, b| a == b).map(<[_]>::len).collect();
    if shares.len() > 2048 && shares.len() * 8 > dots.len() {
        return true;
    }
    // What shines through is a drawing's: JPEG would fill it.
    let shines_through = dots.iter().any(|[.., alpha]| *alpha < 255);
    shares.sort_unstable_by(|a, b| b.cmp(a));
    !shines_through && shares.len() > 100 && shares.iter().take(16).sum::<usize>() * 2 < dots.len()
}

/// What shines through is white, as paper is.
fn opaque(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let dots = picture.to_rgba8();
    let over = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u32::from(colour), u32::from(alpha));
        u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    RgbImage::from_fn(dots.width(), dots.height(), |x, y| {
        let [red, green, blue, alpha] = dots.get_pixel(x, y).0;
        Rgb([over(red, alpha), over(green, alpha), over(blue, alpha)])
    })
}

/// The JPEG of a photograph, and its quality. What is lighter than it is as light as it has to be.
fn jpeg(picture: &RgbImage) -> Option<(Vec<u8>, u8)> {
    let dots = u64::from(picture.width()) * u64::from(picture.height());
    // A tall picture may weigh no more than one that is four by three: it is the width that is asked for.
    let usual = u64::from(picture.width()) * u64::from(picture.width()) * 3 / 4;
    let most = dots.min(usual) * BYTES_AT_640 / (640 * 480);
    let mut last = None;
    for quality in QUALITIES {
        let bytes = jpeg_of(picture, quality)?;
        let light = bytes.len() as u64 <= most;
        last = Some((bytes, quality));
        if light {
            break;
        }
    }
    last
}

fn jpeg_of(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let (width, height) = (u16::try_from(picture.width()).ok()?, u16::try_from(picture.height()).ok()?);
    encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).ok()?;
    Some(bytes)
}

fn png(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder =
        image::codecs::png::PngEncoder::new_with_quality(&mut bytes, image::codecs::png::CompressionType::Best, image::codecs::png::FilterType::Adaptive);
    written(picture, encoder)?;
    Some(bytes)
}

fn exact_webp(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    written(picture, image::codecs::webp::WebPEncoder::new_lossless(&mut bytes))?;
    Some(bytes)
}

fn written(picture: &DynamicImage, encoder: impl ImageEncoder) -> Option<()> {
    let (width, height) = (picture.width(), picture.height());
    if picture.color().has_alpha() {
        encoder.write_image(picture.to_rgba8().as_raw(), width, height, ExtendedColorType::Rgba8).ok()
    } else {
        encoder.write_image(picture.to_rgb8().as_raw(), width, height, ExtendedColorType::Rgb8).ok()
    }
}
