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

/// The one candidate that `typed` was meant to be: a slip or two away from it, and further from every other one.
pub fn only<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let key = |s: &str| fold(s).replace(['_', ' '], "-");
    let typed = key(typed);
    let slips = match typed.chars().count() {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    };
    let mut near: Vec<(usize, &str)> = candidates.into_iter().map(|candidate| (strsim::damerau_levenshtein(&typed, &key(candidate)), candidate)).collect();
    near.sort_unstable();
    match *near.as_slice() {
        [(distance, candidate), ref rest @ ..] if distance <= slips && rest.first().is_none_or(|(other, _)| *other > slips + distance) => Some(candidate),
        _ => None,
    }
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

    #[test]
    fn a_name_is_meant_for_certain_when_no_other_is_near() {
        let names = ["assigned", "adjusted", "disbursed", "planned", "plan", "date", "rate"];
        assert_eq!(only("disbursd", names), Some("disbursed"));
        assert_eq!(only("Asigned", names), Some("assigned"));
        assert_eq!(only("as_signed", names), Some("assigned"));
        assert_eq!(only("thực_hiện", ["thuc_hien", "ke_hoach"]), Some("thuc_hien"));
        // Two are as near, or it is a word of its own.
        assert_eq!(only("bate", names), None);
        assert_eq!(only("plann", names), None);
        assert_eq!(only("đầu tư", ["investment", "recurrent"]), None);
        assert_eq!(only("x1", ["x2"]), None);
        assert_eq!(only("", [""]), Some(""));
    }
}
