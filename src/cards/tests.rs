//! What a card does with long titles, with letters the fonts lack, and that it is drawn alike everywhere.
//!
//! May use: nothing; crates blake3, png, unicode-normalization.

use unicode_normalization::UnicodeNormalization;

use super::wrap::Wrapped;
use super::*;

/// The bytes of a card without numbers and of one with. When they change, so must `RECIPE`: published cards are kept by it.
const DRAWN: (u32, &str) = (1, "5d99ee7b72fcd2ec");

const LOOK: Look = Look { brand: [0x7a, 0x1f, 0x1f], on_brand: [0xff; 3] };

fn full() -> ShareCard {
    let number = |value: &str, label: &str| CardNumber { value: value.to_owned(), label: label.to_owned() };
    ShareCard {
        name: "Minh bạch các chương trình mục tiêu quốc gia".to_owned(),
        title: "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2021-2030, giai đoạn I từ năm 2021 đến năm 2025, ở các huyện, các xã đặc biệt khó khăn".to_owned(),
        answer: "Tính đến 31/03/2024, huyện Nậm Nhùn đã giải ngân 52.595 triệu đồng trong 144.614 triệu đồng, đạt 36,4%. Phạm vi: Vốn đầu tư. Trang có 6 chỉ tiêu của năm 2024; tính cả các dòng vốn, 3 mục đạt hoặc đúng tiến độ.".to_owned(),
        numbers: vec![number("36,4%", "Tỷ lệ giải ngân vốn đầu tư (ước)"), number("144.614 triệu đồng", "Vốn giao"), number("3", "mục đạt hoặc đúng tiến độ")],
        foot: vec!["Số liệu mới nhất của trang: 31/03/2024".to_owned(), "Trang thông tin điện tử huyện Nậm Nhùn, tỉnh Lai Châu".to_owned()],
        address: "minhbach.example".to_owned(),
        look: LOOK,
    }
}

/// Letters of a text in lines, where every letter is one wide.
fn wrapped(text: &str, most: usize, width: i32) -> String {
    let Wrapped { lines, cut } = lines(text, most, width, &|words| i32::try_from(words.chars().count()).unwrap_or(0));
    assert!(lines.len() <= most && lines.iter().all(|line| line.chars().count() <= width as usize), "{lines:?}");
    lines.join("|") + if cut { " CUT" } else { "" }
}

#[test]
fn a_long_text_ends_with_a_whole_word() {
    for (text, most, width, seen) in [
        ("Huyện Nậm Nhùn", 2, 20, "Huyện Nậm Nhùn"),
        ("Huyện Nậm Nhùn", 2, 9, "Huyện Nậm|Nhùn"),
        ("Huyện Nậm Nhùn, năm 2024", 2, 10, "Huyện Nậm|Nhùn, năm… CUT"),
        ("Huyện Nậm Nhùn, năm 2024", 1, 16, "Huyện Nậm Nhùn… CUT"),
        ("Huyện Nậm Nhùn, năm 2024", 1, 14, "Huyện Nậm… CUT"),
        ("một hai  ba", 1, 20, "một hai ba"),
        ("aaaa bbbb", 1, 4, "aaa… CUT"),
        ("minhbach.example/rất", 3, 8, "minhbach|.example|/rất"),
        ("a minhbach.example", 2, 8, "a|minhbac… CUT"),
        ("", 3, 8, ""),
        ("chữ", 0, 8, " CUT"),
        // What holds together is one word.
        ("đạt 36\u{a0}tỷ", 2, 6, "đạt|36\u{a0}tỷ"),
    ] {
        assert_eq!(wrapped(text, most, width), seen, "{text:?} in {most} lines of {width}");
    }
}

#[test]
fn only_letters_that_can_be_drawn_are_legible() {
    let vowels = "a ă â e ê i o ô ơ u ư y";
    let toned: String =
        vowels.split(' ').flat_map(|vowel| ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"].map(|tone| format!("{vowel}{tone}"))).collect();
    for text in [&*toned, &toned.to_uppercase(), "đ Đ ₫ “chưa giao” – 36,4% ≥ 10 · 2021‑2025 1\u{202f}000\u{a0}tỷ…", "Öresund, Łódź, Ελλάδα, Київ", ""]
    {
        assert!(legible(text), "{text}");
    }
    for text in ["ꪼꪕ", "ភាសាខ្មែរ", "عربي", "漢字", "😀", "x\u{301}", "ơ\u{306}"] {
        assert!(!legible(text), "{text}");
    }
    let card = ShareCard { foot: vec!["ꪼꪕ".to_owned()], ..full() };
    assert!(full().is_legible() && !card.is_legible());
}

/// The colour of every dot, by its place in the palette.
fn dots(bytes: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height, info.color_type, info.bit_depth), (1200, 630, png::ColorType::Indexed, png::BitDepth::Four));
    let mut packed = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut packed).expect("the dots");
    packed.iter().flat_map(|two| [two >> 4, two & 15]).collect()
}

#[test]
fn the_fullest_card_is_light_and_stays_within_its_margins() {
    let letters = Typecase::default();
    let bytes = draw(&full(), &letters);
    assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
    let dots = dots(&bytes);
    for (at, colour) in dots.iter().enumerate() {
        let (x, y) = (at % 1200, at / 1200);
        let inside = (72..1128).contains(&x) && y < 612;
        assert!(
            inside
                || *colour
                    == if y < 92 {
                        6
                    } else if (546..548).contains(&y) {
                        12
                    } else {
                        0
                    },
            "colour {colour} at {x}, {y}"
        );
    }
    for (rows, what) in [(110..525, "title and answer"), (570..610, "foot")] {
        assert!(rows.clone().any(|y| dots[y * 1200..(y + 1) * 1200].contains(&if what == "foot" { 15 } else { 5 })), "{what}");
    }
}

#[test]
fn a_number_stands_with_its_unit_and_label_or_not_at_all() {
    let letters = Typecase::default();
    let mut paper = Paper::new(WIDTH.into(), HEIGHT.into());
    let hand = Hand { paper: &mut paper, letters: &letters };
    let number = |value: &str, label: &str| CardNumber { value: value.to_owned(), label: label.to_owned() };
    let (rate, amount) = (number("36,4%", "giải ngân, năm 2024, tính đến 31/03/2024"), number("144.614 triệu đồng", "vốn giao"));
    for (numbers, kept) in [
        (vec![rate.clone(), rate.clone(), rate.clone(), rate.clone()], 3),
        (vec![rate.clone(), amount.clone(), rate.clone()], 2),
        (vec![rate.clone(), number("5", &"chữ ".repeat(40))], 1),
        (vec![number(&"9".repeat(60), ""), rate], 0),
        (Vec::new(), 0),
    ] {
        assert_eq!(hand.fitting(&numbers).len(), kept, "{numbers:?}");
    }
    // Where the answer needs the room, the numbers go and the answer stays whole.
    let (short, long) =
        (ShareCard { title: "Nậm Nhùn".to_owned(), answer: "Một câu.".to_owned(), ..full() }, ShareCard { title: "Nậm Nhùn".to_owned(), ..full() });
    let without = |card: &ShareCard| draw(&ShareCard { numbers: Vec::new(), ..card.clone() }, &letters);
    let long = ShareCard { answer: long.answer.repeat(2), ..long };
    assert_ne!(draw(&short, &letters), without(&short));
    assert_eq!(draw(&long, &letters), without(&long));
}

#[test]
fn the_foot_holds_whole_parts() {
    let letters = Typecase::default();
    let only = |parts: usize| draw(&ShareCard { foot: full().foot[..parts].to_vec(), ..full() }, &letters);
    assert_eq!(only(2), only(1), "the source has no room beside the day, and is not cut");
    assert_ne!(only(1), only(0));
}

#[test]
fn a_card_with_words_without_room_for_them_is_still_a_card() {
    let letters = Typecase::default();
    let long = "minhbach".repeat(400);
    let number = CardNumber { value: long.clone(), label: long.clone() };
    let card = ShareCard {
        name: long.clone(),
        title: long.clone(),
        answer: long.clone(),
        numbers: vec![number; 9],
        foot: vec![long.clone(); 3],
        address: long,
        look: LOOK,
    };
    dots(&draw(&card, &letters));
    let none = ShareCard {
        name: String::new(),
        title: String::new(),
        answer: String::new(),
        numbers: Vec::new(),
        foot: Vec::new(),
        address: String::new(),
        look: LOOK,
    };
    dots(&draw(&none, &letters));
}

#[test]
fn the_same_card_is_the_same_file_and_another_number_is_another() {
    let letters = Typecase::default();
    let composed = draw(&full(), &letters);
    assert_eq!(composed, draw(&full(), &Typecase::default()));
    // As a Mac types it.
    let apart = ShareCard { title: full().title.nfd().collect(), ..full() };
    assert_eq!(composed, draw(&apart, &letters));
    let other = ShareCard { answer: full().answer.replace("52.595", "52.596"), ..full() };
    assert_ne!(other.key(), full().key());
    assert_ne!(draw(&other, &letters), composed);
    let other = ShareCard { look: Look { brand: [0, 0, 1], ..LOOK }, ..full() };
    assert_ne!(other.key(), full().key());
    // A word that moves from one place to the next is another card too.
    let other = ShareCard { title: full().title + "a", answer: full().answer[1..].to_owned(), ..full() };
    assert_ne!(other.key(), full().key());
}

#[test]
fn a_card_drawn_otherwise_has_another_recipe() {
    let with_numbers = ShareCard { title: "Huyện Nậm Nhùn".to_owned(), answer: full().answer[..100].to_owned(), ..full() };
    let both = [full(), with_numbers].map(|card| draw(&card, &Typecase::default())).concat();
    let hash = blake3::hash(&both).to_hex();
    assert_eq!((RECIPE, &hash[..16]), DRAWN, "cards look otherwise than before: raise RECIPE by one, and write both here");
}
