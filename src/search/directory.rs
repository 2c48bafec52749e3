//! Which word stands in which file, so that a search in a large site loads only the files it needs.
//!
//! Invariant: every word of every entry is in it, folded, once; words are sorted.
//!
//! May use: nothing.

use std::collections::{BTreeMap, HashMap};

use super::words::{fold, words};
use super::{Block, Group};

/// The number of the first file as a character; the others follow it. All of them can stand in a script as they are.
const FIRST: u8 = b'#';

/// Every word with the files it stands in: `ban ## chi #%'' cop $$`, each run of files as its first and its last one.
pub fn directory(blocks: &[Block]) -> String {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    // A word is folded once, however often it is typed.
    let mut known: HashMap<&str, (String, usize)> = HashMap::new();
    for (number, block) in blocks.iter().enumerate() {
        for word in block.iter().flat_map(texts).flat_map(words) {
            let (folded, last) = known.entry(word).or_insert_with(|| (fold(word), usize::MAX));
            if *last != number {
                *last = number;
                let file = FIRST + u8::try_from(number).unwrap_or(0);
                let runs = files.entry(folded.clone()).or_default();
                match runs.last_mut() {
                    Some(end) if *end + 1 >= file => *end = file,
                    _ => runs.extend([file, file]),
                }
            }
        }
    }
    let lines: Vec<String> = files.into_iter().map(|(word, runs)| format!("{word} {}", String::from_utf8_lossy(&runs))).collect();
    lines.join(" ")
}

/// Everything that is searched.
fn texts(group: &Group) -> impl Iterator<Item = &str> {
    std::iter::once(&*group.label).chain(group.entries.iter().flat_map(|entry| [&*entry.title, &*entry.detail, &*entry.summary]))
}

#[cfg(test)]
mod tests {
    use super::super::Entry;
    use super::*;

    #[test]
    fn a_word_names_its_files_in_runs() {
        let block = |titles: &[&str]| {
            let entries = titles.iter().map(|title| Entry { title: (*title).to_owned(), ..Entry::default() }).collect();
            vec![Group { entries, ..Group::default() }]
        };
        let blocks = [block(&["Sốp Cộp"]), block(&["Cốp"]), block(&["xã"]), block(&["COP xã", "Cọp"])];
        assert_eq!(directory(&blocks), "cop #$&& sop ## xa %&");
        assert_eq!(directory(&[]), "");
    }
}
