//! What telling old text apart promises: on every letter, on real prose, and on what is not old at all.
//!
//! May use: nothing; crates proptest, unicode-normalization.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

const LETTERS: [Old; 3] = [Old::Tcvn3, Old::Vni, Old::Windows1258];

/// Every letter of Vietnamese that ASCII lacks.
fn every_letter() -> Vec<char> {
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars();
    let all = vowels.flat_map(|vowel| tones.iter().flat_map(move |tone| format!("{vowel}{tone}").nfc().collect::<Vec<_>>()));
    all.chain("đĐ".chars()).filter(|letter| !letter.is_ascii()).collect()
}

/// The bytes a program wrote that shows letters as Windows-1252 does; `None` where it has no such letter.
fn as_bytes(shown: &str) -> Option<Vec<u8>> {
    shown.chars().map(|letter| (0..=u8::MAX).find(|byte| tables::shown(*byte) == Some(letter))).collect()
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn every_letter_comes_back_from_every_old_table() {
    let all = every_letter();
    assert_eq!(all.len(), 134);
    for old in LETTERS {
        for letter in &all {
            let text = letter.to_string();
            match tables::stored(old, &text) {
                Some(stored) => assert_eq!(words::whole(old, &format!("a{stored}")), format!("a{text}"), "{} {letter}", old.name()),
                None => assert!(old == Old::Tcvn3 && letter.is_uppercase(), "{} has {letter}", old.name()),
            }
        }
    }
}

#[test]
fn well_known_lines_are_read() {
    let check = |typed: &str, old: Old, expected: &str| {
        let seen = seen(typed).unwrap_or_else(|| panic!("{typed} is old"));
        assert_eq!((seen.old, seen.doubt.as_ref()), (old, None), "{typed}");
        let anew = anew(typed.as_bytes()).unwrap().unwrap();
        assert_eq!((anew.was.as_slice(), anew.text.as_str()), (&[old][..], expected));
        let bytes = as_bytes(typed).unwrap();
        assert_eq!(super::anew(&bytes).unwrap().unwrap().text, expected, "as bytes: {typed}");
        assert_eq!(told(&bytes), Some(old));
    };
    check("Céng hßa x· héi chñ nghÜa ViÖt Nam", Old::Tcvn3, "Cộng hòa xã hội chủ nghĩa Việt Nam");
    check("§éc lËp - Tù do - H¹nh phóc\r\n", Old::Tcvn3, "Độc lập - Tự do - Hạnh phúc\r\n");
    check("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", Old::Tcvn3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    check("UBND huyÖn NËm På, 42,99% kÕ ho¹ch; 2 × 3", Old::Tcvn3, "UBND huyện Nậm Pồ, 42,99% kế hoạch; 2 × 3");
    check("name: M\u{ad}êng NhÐ\nkind: huyÖn\n", Old::Tcvn3, "name: Mường Nhé\nkind: huyện\n");
    check("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Old::Vni, "Cộng hòa xã hội chủ nghĩa Việt Nam");
    check("COÄNG HOØA; Ñoäc laäp – Töï do – Haïnh phuùc", Old::Vni, "CỘNG HÒA; Độc lập – Tự do – Hạnh phúc");
    check("Tên xaÞ: Ðiònh Hoìa, ðýõÌng laÌng", Old::Windows1258, "Tên xã: Định Hóa, đường làng");
}

#[test]
fn the_place_and_a_sample_are_told() {
    let text = "---\ntitle: Tin\n---\nBáo cáo của huyện\nQuyÕt ®Þnh cña Chñ tÞch\n";
    let seen = seen(text).unwrap();
    assert_eq!((seen.line, seen.column, seen.width), (5, 1, 5));
    assert_eq!(seen.sample, ("QuyÕt ®Þnh cña Chñ tÞch".to_owned(), "Quyết định của Chủ tịch".to_owned()));
    let anew = anew(text.as_bytes()).unwrap().unwrap();
    assert_eq!(anew.text, text.replace("QuyÕt ®Þnh cña Chñ tÞch", "Quyết định của Chủ tịch"));
    assert_eq!(anew.lines.len(), 1);
}

#[test]
fn what_could_be_meant_in_two_ways_is_left() {
    let doubt = |text: &str| anew(text.as_bytes()).unwrap().unwrap_err();
    // "hé" is a word, and so is "hộ".
    assert_eq!(doubt("Huyện có 3 hé nghÌo, QuyÕt ®Þnh số 5\n"), Doubt::Mixed(1));
    assert_eq!(doubt("Quyết định của huyện\nhé\nQuyÕt ®Þnh cña tØnh\n"), Doubt::Mixed(2));
    // The hyphen no screen shows is gone.
    assert_eq!(doubt("Bé trëng ký QuyÕt ®Þnh"), Doubt::Lost(1, "trëng".into(), "trưởng".into()));
    // Each word is one or the other.
    let side_by_side = anew("Huyện NËm På, QuyÕt ®Þnh số 5\n".as_bytes()).unwrap().unwrap();
    assert_eq!(side_by_side.text, "Huyện Nậm Pồ, Quyết định số 5\n");
}

#[test]
fn code_is_shown_as_typed() {
    let text = "Chữ cũ trông như `Céng hßa x· héi chñ nghÜa`.\n\n```text\nQuyÕt ®Þnh cña Chñ tÞch\n```\nHết.\n";
    assert_eq!(seen(text), None);
    // Beside it old letters are old.
    let both = format!("{text}Uû ban huyÖn NËm Nhïn\n");
    assert_eq!(anew(both.as_bytes()).unwrap().unwrap().text, format!("{text}Uỷ ban huyện Nậm Nhùn\n"));
}

#[test]
fn utf_16_is_read_in_both_orders_with_and_without_a_mark() {
    let text = "name: Sốp Cộp\r\nkind: district\r\n";
    for little in [true, false] {
        for mark in ["", "\u{feff}"] {
            let bytes = utf16(&format!("{mark}{text}"), little);
            let anew = anew(&bytes).unwrap().unwrap();
            assert_eq!((anew.was.as_slice(), anew.text.as_str()), (&[Old::Utf16][..], text));
            assert_eq!(told(&bytes), Some(Old::Utf16));
            assert_eq!(super::anew(&bytes[..bytes.len() - 1]), None, "half a letter");
        }
    }
    let both = utf16("\u{feff}name: NËm Nhïn\nkind: huyÖn", true);
    let anew = anew(&both).unwrap().unwrap();
    assert_eq!((anew.was.as_slice(), anew.text.as_str()), (&[Old::Utf16, Old::Tcvn3][..], "name: Nậm Nhùn\nkind: huyện"));
    // A lone half of a pair, and bytes that are no text.
    assert_eq!(told(&[0xff, 0xfe, 0x00, 0xd8]), None);
    assert_eq!(told(&[0x01, 0x00, 0x02, 0x00, 0x03, 0x00]), None);
    assert_eq!(told(b""), None);
}

/// Every text file below `content/` and the smallest site, as it is.
fn texts() -> &'static [(PathBuf, String)] {
    static TEXTS: OnceLock<Vec<(PathBuf, String)>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let mut all = Vec::new();
        for place in ["content", "tests/sites", "site.toml", "README.md"] {
            walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(place), &mut all);
        }
        assert!(all.len() > 50);
        all
    })
}

fn walk(place: &Path, all: &mut Vec<(PathBuf, String)>) {
    if place.is_dir() {
        let mut inside: Vec<PathBuf> = std::fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        inside.iter().for_each(|place| walk(place, all));
    } else if place.extension().is_some_and(|end| ["md", "yaml", "toml"].iter().any(|known| end == *known)) {
        all.push((place.to_owned(), std::fs::read_to_string(place).unwrap()));
    }
}

#[test]
fn no_text_of_this_repository_is_taken_for_old() {
    for (path, text) in texts() {
        assert_eq!(seen(text), None, "{}", path.display());
        assert_eq!(anew(text.as_bytes()), None, "{}", path.display());
        // A line alone: of those in a block of code nobody can tell that they are.
        for line in text.lines().filter(|line| !line.contains("HuyÖn") && !line.contains("NËm")) {
            assert_eq!(seen(line), None, "{}: {line}", path.display());
        }
    }
}

/// Sentences of real prose of other languages, with the letters that are words of an old table too.
const ABROAD: &[&str] = &[
    "Le thé vert, né à l'été, est goûté après dîner chez Noël ; ça plaît déjà à l'aînée, naïve et gênée. « Voilà », dit-il.",
    "Der König grüßt schön über die Straße; fünf Mädchen hören ähnliche Lieder für Björn Müller.",
    "El niño comió allí; mañana será otro día. ¿Qué más, señor? ¡Té, sí! Año nuevo, según él.",
    "São João não é à mão; coração, irmã, avó, pôr, três, já é só lá, até à manhã. Ação e razão.",
    "På øya så vi små trær; det går også før år 2024. Færøyene, Ærø, Århus, blåbær, nå må få stå då.",
    "Við erum á Íslandi og það er gott; ég á bát, þú átt hús í bænum. Ýmislegt er öðruvísi.",
    "Così perché è più là; città, però, già, lunedì, virtù.",
    "A résumé at the café: 10 µm, 5 µl, ½ kg, 3 × 4, ±2 °C, §5, ©2024 Zürich®, 2·3, “naïve” façade, m², l¹ ¶ ·",
    "«Bài» · «Tin» — số 5×6, ½ tấn; 10 µm, Công ty A® và ©anh; §3 ¶4",
    "Vương quốc Anh: Beyoncé, Pelé, São Paulo, Zürich, Curaçao, Côte d'Ivoire, Việt Nam",
];

#[test]
fn other_languages_are_not_taken_for_old() {
    for text in ABROAD {
        assert_eq!(seen(text), None, "{text}");
        for (at, _) in text.match_indices(' ') {
            assert_eq!(seen(&text[..at]), None, "{}", &text[..at]);
            assert_eq!(seen(&text[at..]), None, "{}", &text[at..]);
        }
        if let Some(bytes) = as_bytes(text) {
            assert_eq!(told(&bytes), None, "as bytes: {text}");
        }
    }
}

/// Lines of Vietnamese prose of this repository that an old font could store.
fn prose() -> &'static [String] {
    static PROSE: OnceLock<Vec<String>> = OnceLock::new();
    PROSE.get_or_init(|| {
        let reports = texts().iter().filter(|(path, _)| path.to_string_lossy().contains("reports") && !path.to_string_lossy().contains(".en.md"));
        let lines = reports.flat_map(|(_, text)| text.lines()).filter(|line| !line.is_ascii());
        let all: Vec<String> = lines.filter(|line| LETTERS.iter().all(|old| tables::stored(*old, &small(line)).is_some())).map(str::to_owned).collect();
        assert!(all.len() > 50, "there is prose");
        all
    })
}

/// The text without capitals TCVN3 cannot store.
fn small(text: &str) -> String {
    text.chars()
        .flat_map(|letter| if tables::stored(Old::Tcvn3, &letter.to_string()).is_some() { vec![letter] } else { letter.to_lowercase().collect() })
        .collect()
}

#[test]
fn real_prose_comes_back_whole_as_letters_and_as_bytes() {
    for old in LETTERS {
        for chunk in prose().chunks(6) {
            let text = small(&chunk.join("\n"));
            let stored = tables::stored(old, &text).unwrap();
            let back = anew(stored.as_bytes()).unwrap_or_else(|| panic!("{} is not seen: {stored}", old.name()));
            assert_eq!(back.map(|anew| anew.text), Ok(text.clone()), "{}", old.name());
            if let Some(bytes) = as_bytes(&stored) {
                let back = anew(&bytes).unwrap_or_else(|| panic!("{} is not told: {stored}", old.name()));
                assert_eq!(back.map(|anew| anew.text), Ok(text), "{} as bytes", old.name());
            }
        }
    }
}

/// Every word of the repository's texts, whatever the language.
fn vocabulary() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let words = texts()
            .iter()
            .filter(|(path, _)| !path.ends_with("README.md") && !path.to_string_lossy().contains("so-tay-kiem-tra"))
            .flat_map(|(_, text)| text.split_whitespace())
            .chain(ABROAD[..7].iter().flat_map(|t| t.split(' ')));
        let all: std::collections::BTreeSet<&str> = words.collect();
        all.into_iter().map(str::to_owned).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mixture_of_words_in_unicode_is_taken_for_old(picked in proptest::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let text: String = picked.iter().map(|at| at.get(vocabulary()).as_str()).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(seen(&text), None);
        prop_assert_eq!(anew(text.as_bytes()), None);
        prop_assert_eq!(seen(&text.nfd().collect::<String>().nfc().collect::<String>()), None);
    }

    #[test]
    fn old_lines_among_new_ones_come_back_or_are_left(picked in proptest::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..6), which in 0..2usize) {
        let old = [Old::Tcvn3, Old::Vni][which];
        // A short line may have nothing in it that decides.
        let lines: Vec<(String, bool)> = picked.iter().map(|(at, stored)| (small(at.get::<String>(prose())), *stored)).filter(|(line, _)| line.len() > 60).collect();
        let meant = lines.iter().map(|(line, _)| line.as_str()).collect::<Vec<_>>().join("\n");
        let typed = lines.iter().map(|(line, stored)| if *stored { tables::stored(old, line).unwrap() } else { line.clone() }).collect::<Vec<_>>().join("\n");
        match anew(typed.as_bytes()) {
            Some(Ok(anew)) => prop_assert_eq!(anew.text, meant),
            Some(Err(_)) => {}
            // A line of numbers may have but a word or two, and one old word is none.
            None => prop_assert!(lines.iter().filter(|(line, stored)| *stored && !line.starts_with('|')).count() == 0, "{}", typed),
        }
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Some(Ok(anew)) = anew(&bytes) {
            prop_assert!(anew.text.chars().all(|letter| !letter.is_control() || "\t\n\r".contains(letter)));
        }
    }

    #[test]
    fn what_is_no_letter_stays(text in "[a-zà-ỹµ·¸-ÿ0-9 .,:#%\\r\\n-]{0,120}") {
        let plain = |text: &str| text.chars().filter(|c| c.is_ascii() && !c.is_ascii_alphabetic()).collect::<String>();
        if let Some(Ok(anew)) = anew(text.as_bytes()) {
            prop_assert_eq!(plain(&anew.text), plain(&text));
        }
    }
}
