//! Whether a word is a Vietnamese syllable.
//!
//! A syllable is a beginning, a rhyme and a tone; there are some thirty beginnings and a hundred and sixty rhymes, so
//! words of other languages, and Latin letters that stand for others, hardly ever make one by chance.
//!
//! May use: nothing; crates unicode-normalization.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Longest first, so that the first that fits is the right one.
const BEGINNINGS: &[&str] =
    &["ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"];

/// Rhymes without their tone; `ăk` is that of Đắk.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot \
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut \
uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu \
y yêm yên yêng yêt yêu ynh yt ych";

/// Rhymes only `gi` has: it lends them its i.
const AFTER_GI: &str = "êc êm ên êng êp êt êu m n p t ch nh";

static RHYME: LazyLock<HashSet<&str>> = LazyLock::new(|| RHYMES.split_whitespace().collect());
static RHYME_AFTER_GI: LazyLock<HashSet<&str>> = LazyLock::new(|| AFTER_GI.split_whitespace().collect());

/// Whether the letters are one Vietnamese syllable, with or without capitals.
pub(super) fn is_one(word: &str) -> bool {
    const LONGEST: usize = 8;
    let mut plain = String::with_capacity(word.len());
    let mut tone = None;
    for letter in word.nfd().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if tone.is_none() => tone = Some(letter),
            // The Icelandic letter looks the same as a capital and is often typed in its place.
            'ð' => plain.push('đ'),
            'a'..='z' | 'đ' | '\u{302}' | '\u{306}' | '\u{31b}' => plain.push(letter),
            _ => return false,
        }
    }
    let plain: String = plain.nfc().collect();
    if plain.chars().count() > LONGEST {
        return false;
    }
    let rest = BEGINNINGS.iter().find_map(|begin| plain.strip_prefix(begin).map(|rest| (*begin, rest)));
    let sounds = match rest {
        // In "gì" and "giếng" the i is the rhyme's own.
        Some(("gi", rest)) => RHYME.contains(rest) || RHYME_AFTER_GI.contains(rest) || rest.is_empty(),
        Some((_, rest)) => RHYME.contains(rest),
        None => RHYME.contains(&*plain),
    };
    // A syllable that is stopped by its last consonant is said in two tones only; names in k are often written without.
    let stopped = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    let rough = plain.ends_with('k');
    sounds && (!(stopped || rough) || matches!(tone, Some('\u{301}' | '\u{323}')) || (rough && tone.is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_syllables_are_told_from_other_words() {
        for word in "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Nậm Pồ Mường Nhé Sốp Cộp Đắk Ðắk giữa gì giếng Quỳnh quyết khuỷu thuở hoá hóa ơ ở ý yếu NGHIÊN thuyền ươi".split(' ') {
            assert!(is_one(word), "{word}");
            assert!(is_one(&word.nfd().collect::<String>()), "{word} in NFD");
        }
        for word in "café été thé́ Zürich Noël Krông naïve ộtộ bằ ằ trởng Mờng àt ngắnh Strömung w Ccộng ăn1 ôi!".split(' ') {
            assert!(!is_one(word), "{word}");
        }
    }
}
