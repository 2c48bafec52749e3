//! Where a byte of a text stands: line and column as an editor counts them.
//!
//! Invariant: one look-up costs the same in a line of ten letters and in a line of a million.
//!
//! May use: diag.

use std::ops::Range;

use crate::diag::Spot;

const STEP: usize = 512;

/// The lines of one text, counted once.
pub(super) struct Position<'a> {
    text: &'a str,
    /// Line and letters gone by on it at the first letter of every 512th byte.
    marks: Vec<(usize, u32, u32)>,
}

impl<'a> Position<'a> {
    /// Counts the lines of a text that begins on `first_line` of its file.
    pub(super) fn new(text: &'a str, first_line: u32) -> Self {
        let mut marks = vec![(0, first_line, 0)];
        let (mut line, mut column) = (first_line, 0);
        for (at, letter) in text.char_indices() {
            if at >= marks.len() * STEP {
                marks.push((at, line, column));
            }
            (line, column) = after(letter, line, column);
        }
        Position { text, marks }
    }

    /// The spot of a range of bytes, cut off at the end of its first line.
    pub(super) fn of(&self, range: Range<usize>) -> Spot {
        let last = self.marks.partition_point(|(at, ..)| *at <= range.start).saturating_sub(1);
        let (from, mut line, mut column) = self.marks[last];
        for letter in self.text.get(from..range.start).unwrap_or("").chars() {
            (line, column) = after(letter, line, column);
        }
        let meant = self.text.get(range).unwrap_or("");
        let width = meant.lines().next().unwrap_or("").chars().take(200).count();
        Spot { line, column: column + 1, width: u32::try_from(width).unwrap_or(1).max(1) }
    }
}

fn after(letter: char, line: u32, column: u32) -> (u32, u32) {
    if letter == '\n' { (line + 1, 0) } else { (line, column + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_counts_letters_and_lines_also_far_into_a_text() {
        let text = format!("Nậm Nhùn\n{}đây\n", "ă".repeat(2000));
        let position = Position::new(&text, 10);
        let spot = |word: &str| text.find(word).map(|at| position.of(at..at + word.len()));
        assert_eq!(spot("Nhùn"), Some(Spot { line: 10, column: 5, width: 4 }));
        assert_eq!(spot("đây"), Some(Spot { line: 11, column: 2001, width: 3 }));
        assert_eq!(position.of(0..text.len()), Spot { line: 10, column: 1, width: 8 });
        assert_eq!(position.of(text.len()..text.len()), Spot { line: 12, column: 1, width: 1 });
    }
}
