//! Which known name a mistyped one probably meant.
//!
//! Invariant: marks and `đ` do not count, so `thuc hien`, `thực_hiện` and `thuc-hien` are one name.
//!
//! May use: nothing; crates strsim, unicode-normalization.

use unicode_normalization::UnicodeNormalization;

/// Base letters in lower case: marks dropped, `đ` to `d`. The key for tolerant comparison.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| match c {
            'đ' | 'ð' | 'Đ' | 'Ð' => 'd',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The candidate most like `typed`, when one is close enough to suggest.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let key = |s: &str| fold(s).replace(['_', ' '], "-");
    let typed = key(typed);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = key(candidate);
        let distance = strsim::damerau_levenshtein(&typed, &other);
        let allowed = (typed.chars().count().max(other.chars().count()) / 3).max(1);
        if distance <= allowed && best.is_none_or(|(d, c)| (distance, candidate) < (d, c)) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_finds_its_name() {
        let names = ["assigned", "disbursed", "programme"];
        assert_eq!(nearest("asigned", names), Some("assigned"));
        assert_eq!(nearest("Disbursd", names), Some("disbursed"));
        assert_eq!(nearest("colour", names), None);
        assert_eq!(nearest("nậm-nhùn", ["nam-nhun", "nam-po"]), Some("nam-nhun"));
        assert_eq!(fold("Đắk Lắk"), "dak lak");
    }
}
