//! The letters of cards: Noto Sans in two weights, carried by the program, each letter of each size drawn once.
//!
//! Letters are never stretched, shaped or kerned: Vietnamese needs none of it once its accents are composed. What would
//! need it (Thai Viet, Khmer, Arabic, accents that stay apart) the fonts cannot draw, and `legible` says so.
//! Invariant: measuring and drawing count in whole numbers, sixty-fourths of a dot.
//!
//! May use: nothing; crates ab_glyph, notosans, unicode-normalization.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use ab_glyph::{Font, FontRef, Glyph, Point, PxScale};
use unicode_normalization::UnicodeNormalization;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A weight and a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Style {
    pub(super) weight: Weight,
    /// In dots.
    pub(super) size: u16,
}

/// A letter in dots: where it lies against the pen, and how much of each dot it covers, in fifths.
struct Type {
    left: i32,
    top: i32,
    width: i32,
    levels: Vec<u8>,
}

/// Drawn letters; many cards are made of few.
#[derive(Default)]
pub struct Typecase {
    types: RwLock<HashMap<(Style, char), Arc<Type>>>,
}

fn font(weight: Weight) -> &'static FontRef<'static> {
    static REGULAR: OnceLock<FontRef<'static>> = OnceLock::new();
    static BOLD: OnceLock<FontRef<'static>> = OnceLock::new();
    // OK because both fonts are part of the program, and every test that draws reads them.
    let read = |bytes| FontRef::try_from_slice(bytes).unwrap();
    match weight {
        Weight::Regular => REGULAR.get_or_init(|| read(notosans::REGULAR_TTF)),
        Weight::Bold => BOLD.get_or_init(|| read(notosans::BOLD_TTF)),
    }
}

/// A text as it is drawn: accents composed, every gap a space or a space that holds together, nothing invisible.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            '\u{a0}' | '\u{202f}' | '\u{2007}' => out.push('\u{a0}'),
            '\u{2011}' => out.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            gap if gap.is_whitespace() || gap.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Whether every letter of a text can be drawn as it should be read.
pub fn legible(text: &str) -> bool {
    // An accent left after composing would be drawn beside its letter.
    let apart = |letter: char| matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}');
    let known = |letter: char| [Weight::Regular, Weight::Bold].into_iter().all(|weight| font(weight).glyph_id(letter).0 != 0);
    plain(text).chars().all(|letter| !apart(letter) && known(letter))
}

/// So many font units are as wide as a letter is high.
fn units(font: &FontRef<'_>) -> i64 {
    font.units_per_em().map_or(1000, |units| units as i64).max(1)
}

/// How far the pen goes on after a letter.
fn advance(style: Style, letter: char) -> i64 {
    let font = font(style.weight);
    font.h_advance_unscaled(font.glyph_id(letter)) as i64 * i64::from(style.size) * 64 / units(font)
}

impl Typecase {
    /// How wide a text is, in whole dots.
    pub(super) fn width(&self, style: Style, text: &str) -> i32 {
        let all: i64 = text.chars().map(|letter| advance(style, letter)).sum();
        i32::try_from((all + 63) / 64).unwrap_or(i32::MAX / 4)
    }

    /// Writes a line; `dot` is told each dot that is covered, from the beginning of the line, and how much of it, in fifths.
    pub(super) fn write(&self, style: Style, line: &str, mut dot: impl FnMut(i32, i32, u8)) {
        let mut pen = 0;
        for letter in line.chars() {
            let drawn = self.drawn(style, letter);
            let x = i32::try_from((pen + 32) / 64).unwrap_or(i32::MAX / 4) + drawn.left;
            for (at, level) in (0_i32..).zip(&drawn.levels).filter(|(_, level)| **level > 0) {
                dot(x + at % drawn.width, drawn.top + at / drawn.width, *level);
            }
            pen += advance(style, letter);
        }
    }

    fn drawn(&self, style: Style, letter: char) -> Arc<Type> {
        if let Some(drawn) = self.types.read().unwrap_or_else(PoisonError::into_inner).get(&(style, letter)) {
            return drawn.clone();
        }
        let drawn = Arc::new(cast(style, letter));
        self.types.write().unwrap_or_else(PoisonError::into_inner).entry((style, letter)).or_insert(drawn).clone()
    }
}

/// Draws a letter.
fn cast(style: Style, letter: char) -> Type {
    // From so much on a dot counts as one, two … five fifths.
    let steps = [0.1, 0.3, 0.5, 0.7, 0.9];
    let font = font(style.weight);
    // The crate's size is the height of a line, ours that of a letter.
    let height = font.height_unscaled() as i64 * i64::from(style.size) / units(font);
    let height = u16::try_from(height).unwrap_or(style.size).into();
    let scale = PxScale { x: height, y: height };
    let glyph = Glyph { id: font.glyph_id(letter), scale, position: Point::default() };
    let Some(outline) = font.outline_glyph(glyph) else { return Type { left: 0, top: 0, width: 1, levels: Vec::new() } };
    let bounds = outline.px_bounds();
    let (left, top) = (bounds.min.x as i32, bounds.min.y as i32);
    let (width, tall) = ((bounds.max.x as i32 - left).max(1), (bounds.max.y as i32 - top).max(0));
    let mut levels = vec![0; usize::try_from(width * tall).unwrap_or(0)];
    outline.draw(|x, y, covered| {
        let level = steps.iter().filter(|step| covered >= **step).count() as u8;
        let at = y as usize * width as usize + x as usize;
        if let Some(dot) = levels.get_mut(at).filter(|_| (x as i32) < width) {
            *dot = level;
        }
    });
    Type { left, top, width, levels }
}
