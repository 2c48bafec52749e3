//! Pictures made here, in all the ways cameras and people make them.
//!
//! May use: nothing; crates image, jpeg-encoder.

use image::{ColorType, DynamicImage, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};

use super::read::dots;
use super::*;

/// A picture with as many colours as a photograph: soft hills, and the grain a camera adds.
fn photograph(width: u32, height: u32) -> RgbImage {
    let mut grain = 12345u32;
    RgbImage::from_fn(width, height, |x, y| {
        grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (grain >> 28) as u8;
        let soft = |a: u32, b: u32| u8::try_from((a * 160 / width.max(1) + b * 80 / height.max(1)).min(239)).unwrap();
        Rgb([soft(x, y) + noise, soft(width - x, y) + noise, soft(x, height - y) + noise])
    })
}

/// Hills before a sky, with trees, and the grain of a camera: soft and sharp at once, as a photograph is.
pub(super) fn landscape(width: u32, height: u32) -> RgbImage {
    let mut grain = 1u32;
    let hill = |x: u32, every: u32, high: u32| {
        let at = x * 1_000 / width % every;
        at.min(every - at) * high / every
    };
    RgbImage::from_fn(width, height, |x, y| {
        grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (noise, down) = (grain >> 29, y * 1_000 / height);
        let [red, green, blue] = if down < 400 - hill(x, 700, 300) {
            [120 + down / 8, 160 + down / 10, 230]
        } else if down < 650 - hill(x, 310, 400) {
            [70 + hill(x, 90, 60), 100 + down / 20, 110]
        } else {
            let leaf = (x * 7 + y * 3) / 5 % 3 * 14 + (x * x / 9 + y * 5) / 4 % 2 * 10;
            [60 + leaf, 85 + leaf, 40 + leaf / 2]
        };
        let dot = |colour: u32| u8::try_from((colour + noise).min(255)).unwrap();
        Rgb([dot(red), dot(green), dot(blue)])
    })
}

/// The same in the light of an evening, which gives it the thousands of colours a photograph has.
pub(super) fn taken(width: u32, height: u32) -> RgbImage {
    let mut picture = landscape(width, height);
    for (x, y, dot) in picture.enumerate_pixels_mut() {
        let light = [x * 50 / width, y * 40 / height, (x + 2 * y) * 30 / (width + height)];
        dot.0.iter_mut().zip(light).for_each(|(colour, light)| *colour = colour.saturating_sub(light as u8));
    }
    picture
}

/// Soft at the width of a telephone, and specks beyond it, which half as many colours as dots cannot show.
fn specks(width: u32, height: u32) -> RgbImage {
    let mut picture = taken(width, height);
    for (x, y, dot) in picture.enumerate_pixels_mut() {
        if (x + y) % 2 == 0 {
            dot.0.swap(0, 2);
        }
    }
    picture
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    jpeg_of_quality(picture, 90)
}

pub(super) fn jpeg_of_quality(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder.encode(picture.as_raw(), picture.width() as u16, picture.height() as u16, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

/// The same JPEG as a telephone saves it: with the way it was held, and with the place it was taken at.
pub(super) fn with_camera_notes(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    // TIFF, big-endian: a directory with Orientation and GPSInfo, then the GPS directory with a latitude.
    let mut tiff: Vec<u8> = b"MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend(2u16.to_be_bytes());
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1]);
    tiff.extend(38u32.to_be_bytes());
    tiff.extend(0u32.to_be_bytes());
    tiff.extend(2u16.to_be_bytes());
    tiff.extend([0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0]);
    tiff.extend([0, 2, 0, 5, 0, 0, 0, 3]);
    tiff.extend(68u32.to_be_bytes());
    tiff.extend(0u32.to_be_bytes());
    for (part, of) in [(22u32, 1u32), (8, 1), (2345, 100)] {
        tiff.extend(part.to_be_bytes());
        tiff.extend(of.to_be_bytes());
    }
    tiff.extend(b"GPS-LATITUDE-MARK");
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn has(bytes: &[u8], piece: &[u8]) -> bool {
    bytes.windows(piece.len()).any(|window| window == piece)
}

#[test]
fn nothing_a_camera_wrote_beside_the_dots_goes_out() {
    let taken = with_camera_notes(&jpeg(&taken(1600, 1200)), 1);
    assert!(has(&taken, b"Exif") && has(&taken, b"GPS-LATITUDE-MARK"), "the camera wrote its notes");
    let drawn = drawn(&taken).expect("a telephone's picture is fit");
    let made: Vec<Made> = drawn.facts.renditions.iter().map(|r| r.made).collect();
    assert_eq!(made, [[Made::Jpeg; 3], [Made::Webp; 3]].concat(), "both kinds are looked at");
    for file in &drawn.files {
        assert!(!has(file, b"Exif") && !has(file, b"EXIF") && !has(file, b"VP8X") && !has(file, b"GPS") && !has(file, b"MM\0\x2a"), "no note goes out");
    }
}

#[test]
fn a_picture_taken_sideways_stands_the_right_way_up() {
    let taken = with_camera_notes(&jpeg(&photograph(400, 200)), 6);
    let facts = drawn(&taken).expect("it is fit").facts;
    assert_eq!((facts.width, facts.height), (200, 400));
}

#[test]
fn a_photograph_comes_in_three_widths_light_enough_for_a_slow_line() {
    let drawn = drawn(&jpeg(&taken(1600, 1200))).expect("it is fit");
    let made: Vec<_> = drawn.facts.renditions.iter().map(|r| (r.width, r.made)).collect();
    assert_eq!(made, [320, 640, 1280].map(|w| (w, Made::Jpeg)).into_iter().chain([320, 640, 1280].map(|w| (w, Made::Webp))).collect::<Vec<_>>());
    for (jpeg, webp) in drawn.files[..3].iter().zip(&drawn.files[3..]) {
        assert!(webp.len() < jpeg.len() && has(&webp[..16], b"WEBPVP8 "), "{} {}", webp.len(), jpeg.len());
    }
    assert_eq!((drawn.facts.width, drawn.facts.height), (1280, 960));
    let middle = &drawn.files[1];
    assert!(middle.len() <= 40_000, "{} bytes at 640 dots", middle.len());
    // Progressive: the first scan shows all of it.
    assert!(has(middle, &[0xff, 0xc2]), "it is a progressive JPEG");
}

#[test]
fn webp_is_offered_in_all_widths_or_in_none() {
    for picture in [photograph(700, 500), taken(400, 300), specks(700, 500), specks(640, 640)] {
        let drawn = drawn(&jpeg(&picture)).expect("it is fit");
        let webps = drawn.facts.renditions.iter().filter(|r| r.made == Made::Webp).count();
        assert!(webps == 0 || webps * 2 == drawn.files.len(), "{:?}", drawn.facts);
    }
}

#[test]
fn a_small_picture_is_not_made_larger() {
    let facts = drawn(&jpeg(&photograph(200, 100))).expect("it is fit").facts;
    assert_eq!((facts.width, facts.height), (200, 100));
    assert!(facts.renditions.iter().all(|r| r.width == 200), "{facts:?}");
}

#[test]
fn a_photograph_in_black_and_white_is_one_and_a_grey_drawing_with_soft_edges_is_none() {
    let old = |picture: &RgbImage| DynamicImage::from(DynamicImage::from(picture.clone()).to_luma8());
    let made = |picture: &DynamicImage| {
        let mut bytes = Vec::new();
        picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
        let drawn = drawn(&bytes).expect("it is fit");
        (drawn.facts.renditions[0].made, drawn.files[0].len())
    };
    let (kind, size) = made(&old(&taken(640, 480)));
    assert_eq!(kind, Made::Jpeg);
    assert!(size <= 10_000, "{size} bytes at 320 dots");
    // Circles on paper: every edge has many greys.
    let drawing = RgbImage::from_fn(640, 480, |x, y| {
        let (x, y) = ((x % 160).abs_diff(80), (y % 160).abs_diff(80));
        let grey = (x * x + y * y).saturating_sub(3_500).min(255) as u8;
        Rgb([grey; 3])
    });
    assert_eq!(made(&old(&drawing)).0, Made::Png);
}

#[test]
fn a_drawing_keeps_its_edges_and_what_shines_through() {
    let drawing = RgbaImage::from_fn(700, 300, |x, _| if x < 350 { Rgba([122, 31, 31, 255]) } else { Rgba([0, 0, 0, 0]) });
    let mut bytes = Vec::new();
    image::codecs::png::PngEncoder::new(&mut bytes).write_image(drawing.as_raw(), 700, 300, ColorType::Rgba8.into()).unwrap();
    let drawn = drawn(&bytes).expect("it is fit");
    let pngs: Vec<u32> = drawn.facts.renditions.iter().filter(|r| r.made == Made::Png).map(|r| r.width).collect();
    assert_eq!(pngs, [320, 640, 700]);
    let again = image::load_from_memory(&drawn.files[2]).unwrap().to_rgba8();
    assert_eq!((again.get_pixel(10, 10).0, again.get_pixel(690, 10).0[3]), ([122, 31, 31, 255], 0));
    // Beside PNG stands WebP in every width, or in none.
    let webps = drawn.facts.renditions.iter().filter(|r| r.made == Made::Webp).count();
    assert!(webps == 0 || webps == 3);
    for (at, webp) in drawn.facts.renditions.iter().enumerate().filter(|(_, r)| r.made == Made::Webp) {
        assert_eq!(image::load_from_memory(&drawn.files[at]).unwrap().width(), webp.width);
    }
}

#[test]
fn what_is_no_picture_for_readers_is_told_apart() {
    let ftyp = |brand: &[u8; 4]| [b"\0\0\0\x18ftyp".as_slice(), brand, b"\0\0\0\0mif1heic"].concat();
    for (bytes, why) in [
        (ftyp(b"heic"), Unfit::Heic),
        (ftyp(b"mif1"), Unfit::Heic),
        (ftyp(b"avif"), Unfit::Avif),
        (ftyp(b"mp42"), Unfit::Unknown),
        (b"<html>".to_vec(), Unfit::Unknown),
        (Vec::new(), Unfit::Unknown),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Unfit::Broken),
    ] {
        assert_eq!(drawn(&bytes).map(|d| d.facts), Err(why));
    }
    let whole = jpeg(&photograph(300, 300));
    assert!(matches!(drawn(&whole[..40]).map(|d| d.facts), Err(Unfit::Broken)), "a picture that breaks off");
}

#[test]
fn a_picture_made_to_fill_a_machine_is_refused_by_its_head() {
    // A PNG of 60,000 by 60,000 dots in 33 bytes of head.
    let mut head = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(60_000u32.to_be_bytes());
    chunk.extend(60_000u32.to_be_bytes());
    chunk.extend([8, 2, 0, 0, 0]);
    head.extend(13u32.to_be_bytes());
    let sum = crc(&chunk);
    head.extend(chunk);
    head.extend(sum.to_be_bytes());
    // The head of its first piece of dots, so that a reader goes on to them.
    head.extend(10u32.to_be_bytes());
    head.extend(b"IDAT");
    assert_eq!(dots(&head).map(|d: DynamicImage| d.width()), Err(Unfit::TooLarge { width: 60_000, height: 60_000 }));
}

/// The checksum of PNG.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }))
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let taken = jpeg(&taken(700, 500));
    assert_eq!(drawn(&taken).unwrap().files, drawn(&taken).unwrap().files);
}
