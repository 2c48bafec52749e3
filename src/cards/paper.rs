//! A card as dots, each one of sixteen colours, and the PNG of it.
//!
//! Invariant: a dot outside the paper is no mistake and leaves no trace.
//!
//! May use: nothing; crates png.

use super::Look;

const WHITE: [u8; 3] = [0xff; 3];
const TEXT: [u8; 3] = [0x1b; 3];
const MUTED: [u8; 3] = [0x50, 0x5a, 0x5f];

/// What is drawn with. Five shades of text, five of words on the band, four of what stands back, the band and the white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    OnBrand,
    Muted,
    /// The lightest shade of what stands back, for a rule.
    Faint,
    Brand,
}

impl Ink {
    /// Which colour of the palette covers so many fifths of a dot.
    fn colour(self, level: u8) -> u8 {
        match self {
            Ink::Text => level,
            Ink::OnBrand => 6 + level,
            Ink::Muted => [0, 12, 13, 14, 14, 15][usize::from(level)],
            Ink::Faint => 12,
            Ink::Brand => 6,
        }
    }
}

/// A sheet of dots.
pub(super) struct Paper {
    width: i32,
    height: i32,
    dots: Vec<u8>,
}

impl Paper {
    /// White paper.
    pub(super) fn new(width: i32, height: i32) -> Self {
        Paper { width, height, dots: vec![0; usize::try_from(width * height).unwrap_or(0)] }
    }

    /// Fills whole rows.
    pub(super) fn fill(&mut self, top: i32, rows: i32, ink: Ink) {
        let row = |y: i32| usize::try_from(y.clamp(0, self.height) * self.width).unwrap_or(0);
        let (from, to) = (row(top), row(top + rows));
        self.dots[from..to].fill(ink.colour(5));
    }

    /// Covers so many fifths of a dot.
    pub(super) fn dot(&mut self, x: i32, y: i32, ink: Ink, level: u8) {
        if (0..self.width).contains(&x) && (0..self.height).contains(&y) {
            // OK because both lie on the paper.
            self.dots[usize::try_from(y * self.width + x).unwrap()] = ink.colour(level.min(5));
        }
    }

    /// The PNG: two dots a byte, a palette, no filter, because a filter of neighbours makes flat colours longer.
    pub(super) fn png(&self, look: &Look) -> Vec<u8> {
        let two: Vec<u8> = self.dots.chunks(2).map(|pair| (pair[0] << 4) | pair.get(1).unwrap_or(&0)).collect();
        let mut bytes = Vec::with_capacity(32 * 1024);
        let side = |length: i32| u32::try_from(length).unwrap_or(0);
        let mut encoder = png::Encoder::new(&mut bytes, side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette(look));
        encoder.set_compression(png::Compression::Balanced);
        encoder.set_filter(png::Filter::NoFilter);
        // OK because a palette and as many dots as were promised are all an encoder into memory can ask for.
        encoder.write_header().and_then(|mut writer| writer.write_image_data(&two)).unwrap();
        bytes
    }
}

fn palette(look: &Look) -> Vec<u8> {
    let mixed = |under: [u8; 3], over: [u8; 3], part: u16, of: u16| {
        [0, 1, 2].map(|at| u8::try_from((u16::from(under[at]) * (of - part) + u16::from(over[at]) * part) / of).unwrap_or(u8::MAX))
    };
    let text = (0..=5).map(|level| mixed(WHITE, TEXT, level, 5));
    let band = (0..=5).map(|level| mixed(look.brand, look.on_brand, level, 5));
    let muted = (1..=4).map(|level| mixed(WHITE, MUTED, level, 4));
    text.chain(band).chain(muted).flatten().collect()
}
