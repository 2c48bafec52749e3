//! What each old letter stands for.
//!
//! Written by hand from the standard TCVN 5712:1993 (the third set, with the capitals the fonts have), from Microsoft's
//! description of Windows-1258, and from the table VNI published with its fonts.
//! Everything here speaks of letters, not of bytes: a file of bytes is first read as Windows-1252, which gives each byte
//! the letter a program shows that knows nothing of the font.
//!
//! May use: nothing.

use std::sync::LazyLock;

use super::Old;

/// TCVN3: the old letter, then the one it stands for. Capitals with tones are those of another font, .VnTimeH.
const TCVN3: &str = "\
¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u{ad}ư®đ\
µàμà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ\
ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị\
ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ\
ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ";

/// Windows-1258 where it differs from Windows-1252, as letters of the latter; five are accents behind their letter.
const WINDOWS_1258: &str = "ÃĂãăÐĐðđÕƠõơÝƯýưþ₫Ì\u{300}ì\u{301}Ò\u{309}ò\u{323}Þ\u{303}";

/// VNI letters that stand alone. The letters after a, e, o, u, y are marks: see [`VNI_MARKS`].
const VNI: &str = "ôơÔƠöưÖƯñđÑĐííÍÍììÌÌæỉÆỈóĩÓĨòịÒỊîỵÎỴ";

/// VNI marks with the accents they put on the letter before them, and which letters those are.
const VNI_MARKS: &[(char, &str, &str)] = &[
    ('ù', "\u{301}", "aeouyơư"),
    ('ø', "\u{300}", "aeouyơư"),
    ('û', "\u{309}", "aeouyơư"),
    ('õ', "\u{303}", "aeouyơư"),
    ('ï', "\u{323}", "aeouyơư"),
    ('â', "\u{302}", "aeo"),
    ('á', "\u{302}\u{301}", "aeo"),
    ('à', "\u{302}\u{300}", "aeo"),
    ('å', "\u{302}\u{309}", "aeo"),
    ('ã', "\u{302}\u{303}", "aeo"),
    ('ä', "\u{302}\u{323}", "aeo"),
    ('ê', "\u{306}", "a"),
    ('é', "\u{306}\u{301}", "a"),
    ('è', "\u{306}\u{300}", "a"),
    ('ú', "\u{306}\u{309}", "a"),
    ('ü', "\u{306}\u{303}", "a"),
    ('ë', "\u{306}\u{323}", "a"),
];

/// A table to look letters up in; every old letter and every mark lies below this.
type Quick = [Option<char>; 0x400];

fn quick(table: &str) -> Box<Quick> {
    let mut all: Box<Quick> = Box::new([None; 0x400]);
    let letters: Vec<char> = table.chars().collect();
    for pair in letters.chunks_exact(2) {
        all[u32::from(pair[0]) as usize] = Some(pair[1]);
    }
    all
}

fn in_pairs(table: &Quick, letter: char) -> Option<char> {
    table.get(u32::from(letter) as usize).copied().flatten()
}

static QUICK_TCVN3: LazyLock<Box<Quick>> = LazyLock::new(|| quick(TCVN3));
static QUICK_WINDOWS_1258: LazyLock<Box<Quick>> = LazyLock::new(|| quick(WINDOWS_1258));
static QUICK_VNI: LazyLock<Box<Quick>> = LazyLock::new(|| quick(VNI));

/// What a single old letter stands for.
pub(super) fn single(old: Old, letter: char) -> Option<char> {
    match old {
        Old::Tcvn3 => in_pairs(&QUICK_TCVN3, letter),
        Old::Windows1258 => in_pairs(&QUICK_WINDOWS_1258, letter),
        Old::Vni => in_pairs(&QUICK_VNI, letter),
        Old::Utf16 => None,
    }
}

/// The accents a VNI mark puts on `base`, when it can stand behind it.
pub(super) fn vni_mark(base: char, mark: char) -> Option<&'static str> {
    let lower = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let (base, mark) = (lower(base), lower(mark));
    VNI_MARKS.iter().find(|(letter, _, on)| *letter == mark && on.contains(base)).map(|(_, accents, _)| *accents)
}

/// The letters from 80 to 9F of Windows-1252, which no old table changes; a dot where there is none.
const ABOVE_ASCII: &str = "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ";

/// The letter Windows-1252 shows for a byte.
pub(super) fn shown(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => ABOVE_ASCII.chars().nth(usize::from(byte - 0x80)).filter(|letter| *letter != '·'),
        _ => Some(char::from(byte)),
    }
}

/// A letter of Vietnamese that Latin-1 has too: it says nothing about the age of a text.
pub(super) fn is_in_both(letter: char) -> bool {
    "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ".contains(letter)
}

/// The way back, for tests: how an old font stored this text; `None` where it had no letter for it.
#[cfg(test)]
pub(super) fn stored(old: Old, text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::compose;
    let back = |table: &str, letter: char| {
        let letters: Vec<char> = table.chars().collect();
        letters.chunks(2).find(|pair| pair[1] == letter).map(|pair| pair[0])
    };
    let mut out = String::new();
    for letter in text.nfc() {
        if letter.is_ascii() {
            out.push(letter);
            continue;
        }
        match old {
            Old::Utf16 => out.push(letter),
            Old::Tcvn3 => out.push(back(TCVN3, letter)?),
            Old::Windows1258 => {
                // The quality of a vowel is part of its letter, the tone stands behind it.
                let parts: Vec<char> = std::iter::once(letter).nfd().collect();
                let is_tone = |c: &&char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(**c);
                let quality = parts[1..].iter().find(|c| !is_tone(c));
                let base = quality.map_or(Some(parts[0]), |mark| compose(parts[0], *mark))?;
                out.push(back(WINDOWS_1258, base).unwrap_or(base));
                out.extend(parts[1..].iter().find(is_tone).map(|tone| back(WINDOWS_1258, *tone).unwrap_or(*tone)));
            }
            Old::Vni => match back(VNI, letter) {
                Some(single) => out.push(single),
                None => {
                    let bases = "aeouyơưAEOUYƠƯ".chars().flat_map(|base| VNI_MARKS.iter().map(move |mark| (base, mark)));
                    let made = |(base, (_, accents, on)): &(char, &(char, &str, &str))| {
                        on.contains(base.to_lowercase().next().unwrap_or(*base)) && std::iter::once(*base).chain(accents.chars()).nfc().eq([letter])
                    };
                    let (base, (mark, ..)) = bases.into_iter().find(made)?;
                    out.push(back(VNI, base).unwrap_or(base));
                    out.extend(if base.is_uppercase() { mark.to_uppercase().collect::<Vec<_>>() } else { vec![*mark] });
                }
            },
        }
    }
    Some(out)
}
