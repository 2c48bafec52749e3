//! Capitals the TCVN3 fonts could not store.
//!
//! The plain font has no capital with a tone; `CỘNG HÒA` was typed `CéNG HßA` and set in another font. The letters
//! around one tell: where all that can be capitals are, the others were meant to be.
//! Invariant: a word with a small letter in it is left as it is.
//!
//! May use: nothing.

use std::ops::Range;

/// What the letters of a word say about its capitals.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    /// Letters that are capitals for certain.
    upper: usize,
    /// Letters that are small for certain.
    lower: usize,
    /// Letters that have no capital in the font.
    open: usize,
}

impl Look {
    fn of(typed: &str) -> Self {
        let mut look = Look::default();
        for letter in typed.chars() {
            match letter {
                'A'..='Z' | '¡'..='§' => look.upper += 1,
                'a'..='z' | '¨'..='®' => look.lower += 1,
                _ => look.open += 1,
            }
        }
        look
    }

    /// Written in capitals, as far as one can see.
    fn is_loud(self) -> bool {
        self.lower == 0 && self.upper >= 2 && self.open > 0
    }

    fn may_be_loud(self) -> bool {
        self.lower == 0 && self.open > 0
    }
}

/// Makes capitals of the letters that were meant to be; the words are those of the line, and what they say.
pub(super) fn raise(line: &str, words: &mut [(Range<usize>, String)]) {
    let looks: Vec<Look> = words.iter().map(|(run, _)| Look::of(&line[run.clone()])).collect();
    let beside = |a: usize, b: usize| line[words[a].0.end..words[b].0.start].trim().is_empty();
    let loud: Vec<bool> = (0..words.len())
        .map(|at| {
            // One capital may begin a word of small letters; its neighbours decide.
            let before = at.checked_sub(1).filter(|before| beside(*before, at)).map(|before| looks[before]);
            let after = (at + 1 < words.len() && beside(at, at + 1)).then(|| looks[at + 1]);
            let neighbours = || before.into_iter().chain(after);
            looks[at].is_loud() || (looks[at].may_be_loud() && neighbours().any(Look::is_loud) && neighbours().all(|look| look.lower == 0))
        })
        .collect();
    for ((_, word), _) in words.iter_mut().zip(loud).filter(|(_, loud)| *loud) {
        *word = word.to_uppercase();
    }
}
