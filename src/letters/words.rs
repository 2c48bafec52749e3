//! The words of a text in old letters, and what they say.
//!
//! Invariant: only the letters of a table change, and whatever stands between words stays.
//!
//! May use: nothing; crates unicode-normalization.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{Old, capitals, tables};

/// Where the words of a line stand: letters, and the signs that are letters in the old font.
pub(super) fn runs(old: Old, line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in line.char_indices() {
        if is_part(old, letter) {
            let end = at + letter.len_utf8();
            match runs.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end = end,
                None => runs.push(at..end),
            }
        }
    }
    runs
}

fn is_part(old: Old, letter: char) -> bool {
    letter.is_alphabetic() || is_accent(letter) || (old == Old::Tcvn3 && tables::single(old, letter).is_some())
}

/// An accent that stands behind its letter.
pub(super) fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// What a word says when every letter of it is an old one or a plain one.
pub(super) fn meant(old: Old, word: &str) -> Option<String> {
    let (out, whole) = read(old, word);
    whole.then_some(out)
}

/// What a word says, and whether every letter of it could be read.
fn read(old: Old, word: &str) -> (String, bool) {
    let (mut out, mut whole) = (String::with_capacity(word.len() * 2), true);
    // The letter a VNI mark would stand behind.
    let mut base: Option<char> = None;
    for letter in word.chars() {
        if letter.is_ascii() {
            out.push(letter);
            base = Some(letter);
            continue;
        }
        if old == Old::Vni
            && let Some(accents) = base.and_then(|base| tables::vni_mark(base, letter))
        {
            out.push_str(accents);
            base = None;
            continue;
        }
        base = tables::single(old, letter);
        // Of Windows-1258 most letters are those it shares with Windows-1252.
        whole &= base.is_some() || (old == Old::Windows1258 && letter <= 'ÿ');
        out.push(base.unwrap_or(letter));
    }
    (out.nfc().collect(), whole)
}

/// The whole text, every letter of it taken for an old one.
pub(super) fn whole(old: Old, text: &str) -> String {
    text.split('\n').map(|line| whole_line(old, line)).collect::<Vec<_>>().join("\n")
}

fn whole_line(old: Old, line: &str) -> String {
    let mut words: Vec<(Range<usize>, String)> = runs(old, line).into_iter().map(|run| (run.clone(), word(old, &line[run]))).collect();
    if old == Old::Tcvn3 {
        capitals::raise(line, &mut words);
    }
    replaced(line, &words)
}

/// A word of a text that is old throughout.
fn word(old: Old, typed: &str) -> String {
    let said = read(old, typed).0;
    // A sign that stands alone may well be that sign: 2 × 3, a half, the end of a quotation.
    let alone = !typed.chars().any(char::is_alphabetic);
    let is_sign = alone && (typed.chars().all(|sign| "×÷".contains(sign)) || !(super::syllable::is_one(&said) || said.chars().all(char::is_uppercase)));
    if is_sign { typed.to_owned() } else { said }
}

/// The line with these words in place of what stands there.
pub(super) fn replaced(line: &str, words: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(line.len() * 2);
    let mut done = 0;
    for (run, word) in words {
        out.push_str(&line[done..run.start]);
        out.push_str(word);
        done = run.end;
    }
    out + &line[done..]
}
