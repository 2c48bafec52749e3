//! How alike a picture is to the one it was made from, told without a person who looks.
//!
//! Structure is the mean of SSIM over the brightness of small windows, as readers see a picture; colour is the sum of squared
//! differences. Invariant: whole numbers only, so that every machine judges alike.
//!
//! May use: nothing; crates image.

use image::RgbImage;

/// The side of a window in dots, and how far the next one stands from it.
const WINDOW: usize = 8;
const STEP: usize = 4;
/// Dots of a window.
const DOTS: i64 = (WINDOW * WINDOW) as i64;
/// The constants of SSIM, (1 % of 255)² and (3 % of 255)², times the squared dots of a window.
const STEADY: i64 = 65_025 * DOTS * DOTS / 10_000;
const STEADY_SPREAD: i64 = 585_225 * DOTS * DOTS / 10_000;
/// A thousandth of structure less is not seen: one step of our JPEG qualities costs at least as much.
const UNSEEN: i64 = 1_000;
/// Nor is anything of this structure and with this mean squared difference (40 dB) told from the picture by eye.
const FINE: i64 = 985_000;
const FINE_DIFFERENCE: u64 = 6;

/// How alike two pictures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    /// Mean SSIM in millionths; a million for the same picture.
    structure: i64,
    /// Sum of squared differences of red, green and blue.
    difference: u64,
    /// How many numbers that is the sum of.
    parts: u64,
}

impl Likeness {
    /// Compares a picture with what became of it; `None` where they differ in size.
    pub(super) fn of(picture: &RgbImage, became: &RgbImage) -> Option<Self> {
        if picture.dimensions() != became.dimensions() {
            return None;
        }
        let difference = picture.as_raw().iter().zip(became.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b)).pow(2)).sum();
        Some(Likeness { structure: structure(picture, became), difference, parts: picture.as_raw().len() as u64 })
    }

    /// Whether a picture is as alike as another, as far as anybody can see.
    pub(super) fn reaches(&self, other: &Likeness) -> bool {
        let most = (other.difference / 4 * 5).max(self.parts * FINE_DIFFERENCE);
        self.structure + UNSEEN >= other.structure.min(FINE) && self.difference <= most
    }
}

fn structure(a: &RgbImage, b: &RgbImage) -> i64 {
    let (width, height) = (a.width() as usize, a.height() as usize);
    let (bright_a, bright_b) = (brightness(a), brightness(b));
    let (mut sum, mut windows) = (0i64, 0i64);
    for top in (0..height.saturating_sub(WINDOW - 1)).step_by(STEP) {
        for left in (0..width.saturating_sub(WINDOW - 1)).step_by(STEP) {
            let rows = (top..top + WINDOW).map(|y| y * width + left).map(|at| (&bright_a[at..at + WINDOW], &bright_b[at..at + WINDOW]));
            sum += window(rows);
            windows += 1;
        }
    }
    // A picture smaller than a window is judged by its difference alone.
    if windows == 0 { 1_000_000 } else { sum / windows }
}

/// SSIM of one window in millionths.
fn window<'d>(rows: impl Iterator<Item = (&'d [u8], &'d [u8])>) -> i64 {
    let (mut a, mut b, mut aa, mut bb, mut ab) = (0i64, 0i64, 0i64, 0i64, 0i64);
    for (row_a, row_b) in rows {
        for (x, y) in row_a.iter().zip(row_b) {
            let (x, y) = (i64::from(*x), i64::from(*y));
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
    }
    let together = (2 * a * b + STEADY, 2 * (DOTS * ab - a * b) + STEADY_SPREAD);
    let apart = (a * a + b * b + STEADY, (DOTS * aa - a * a) + (DOTS * bb - b * b) + STEADY_SPREAD);
    let product = |(one, other): (i64, i64)| i128::from(one) * i128::from(other);
    // OK because it lies between minus one and one million.
    i64::try_from(product(together) * 1_000_000 / product(apart)).unwrap_or(0)
}

fn brightness(picture: &RgbImage) -> Vec<u8> {
    let of = |[red, green, blue]: [u8; 3]| (u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29) >> 8;
    picture.pixels().map(|dot| of(dot.0) as u8).collect()
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn stripes(width: u32, height: u32, bright: u8) -> RgbImage {
        RgbImage::from_fn(width, height, |x, _| if x / 3 % 2 == 0 { Rgb([bright, 40, 40]) } else { Rgb([10, 10, 10]) })
    }

    #[test]
    fn what_is_blurred_or_of_another_colour_is_less_alike() {
        let picture = stripes(64, 48, 200);
        let same = Likeness::of(&picture, &picture).unwrap();
        assert_eq!((same.structure, same.difference), (1_000_000, 0));
        let blurred = Likeness::of(&picture, &RgbImage::from_pixel(64, 48, Rgb([100, 25, 25]))).unwrap();
        assert!(blurred.structure < 500_000 && !blurred.reaches(&same) && same.reaches(&blurred), "{blurred:?}");
        let faint = Likeness::of(&picture, &stripes(64, 48, 196)).unwrap();
        assert!(faint.reaches(&same), "nobody tells them apart: {faint:?}");
        // As bright, so the structure is the same.
        let [grey, brown] = [[100, 100, 100], [130, 90, 73]].map(|colour| RgbImage::from_pixel(64, 48, Rgb(colour)));
        let brown = Likeness::of(&grey, &brown).unwrap();
        assert!(brown.structure == 1_000_000 && !brown.reaches(&same), "{brown:?}");
        assert_eq!(Likeness::of(&picture, &stripes(64, 47, 200)), None);
        assert_eq!(Likeness::of(&stripes(5, 5, 9), &stripes(5, 5, 8)).map(|one| one.structure), Some(1_000_000));
    }

    #[test]
    fn what_nobody_sees_is_no_difference() {
        let like = |(structure, difference)| Likeness { structure, difference, parts: 300 };
        for (one, other, reaches) in [
            ((950_000, 9_000), (951_000, 9_000), true),
            ((950_000, 9_000), (951_001, 9_000), false),
            ((984_000, 0), (1_000_000, 0), true),
            ((983_999, 0), (1_000_000, 0), false),
            ((990_000, 1_800), (1_000_000, 0), true),
            ((990_000, 1_801), (1_000_000, 0), false),
            ((950_000, 5_000), (950_000, 4_000), true),
            ((950_000, 5_001), (950_000, 4_000), false),
        ] {
            assert_eq!(like(one).reaches(&like(other)), reaches, "{one:?} {other:?}");
        }
    }
}
