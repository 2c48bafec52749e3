//! Words as they are compared: without marks, `đ` as `d`, in lower case.
//!
//! `themes/default/static/search.js` does the same to what a person types. `tests/search/fold.txt` holds both to one table.
//! Invariant: a word as typed and the word it is compared as stand at the same place of their lists.
//!
//! May use: diag; crates unicode-normalization.

use unicode_normalization::char::is_combining_mark;

pub use crate::diag::nearest::fold;

/// The words of a text as typed: what is neither letter, mark nor digit parts them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c))).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_and_folded_as_the_table_says() {
        let table = include_str!("../../tests/search/fold.txt");
        let mut cases = 0;
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (typed, folded) = line.split_once(" =>").expect("a line of the table has an arrow");
            let typed: String = serde_json::from_str(&format!("\"{typed}\"")).expect("the left side is a text with escapes");
            assert_eq!(words(&typed).map(fold).collect::<Vec<_>>().join(" "), folded.trim(), "{typed}");
            cases += 1;
        }
        assert!(cases > 15, "the table is read");
    }
}
