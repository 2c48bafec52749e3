//! Files of single bytes: which old table their words are written by.
//!
//! Invariant: a file in UTF-8 with a few damaged letters is not taken for one of another encoding.
//!
//! May use: nothing.

use std::collections::BTreeSet;

use super::{Old, syllable, tables, words};

/// The table and the letters a program shows that does not know it; `None` for UTF-8 and for what nobody can tell.
pub(super) fn read(bytes: &[u8]) -> Option<(Old, String)> {
    if !is_bytes(bytes) {
        return None;
    }
    let shown: String = bytes.iter().map(|byte| tables::shown(*byte)).collect::<Option<_>>()?;
    if shown.chars().any(|letter| letter.is_ascii_control() && !matches!(letter, '\t' | '\n' | '\r')) {
        return None;
    }
    let mut best: Option<(usize, Old)> = None;
    let mut second = 0;
    for old in [Old::Tcvn3, Old::Vni, Old::Windows1258] {
        let said = syllables(old, &shown);
        match best {
            Some((most, _)) if said <= most => second = second.max(said),
            _ => {
                second = best.map_or(0, |(most, _)| most);
                best = Some((said, old));
            }
        }
    }
    let (most, old) = best?;
    (most > second).then_some((old, shown))
}

/// Whether there are more bytes outside UTF-8 than letters in it: by chance two old letters may make one.
fn is_bytes(bytes: &[u8]) -> bool {
    let (mut sound, mut odd) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        odd += chunk.invalid().len();
    }
    odd > sound * 4
}

/// How many different words are Vietnamese when read by a table; none unless nearly all that have an old letter are.
fn syllables(old: Old, shown: &str) -> usize {
    let marked = |word: &&str| !word.is_ascii() && word.chars().any(char::is_alphabetic);
    let all: BTreeSet<&str> = shown.lines().flat_map(|line| words::runs(old, line).into_iter().map(|run| &line[run])).filter(marked).collect();
    let sound = all.iter().filter(|word| words::meant(old, word).is_some_and(|said| syllable::is_one(&said))).count();
    if sound >= 2 && sound * 10 >= all.len() * 7 { sound } else { 0 }
}
