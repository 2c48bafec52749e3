//! Numbers in words: tables of what is said, and the law that words give the number back.
//!
//! May use: model; crates proptest, rust_decimal.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::Spoken;
use crate::i18n::{NumberStyle, numbers};
use crate::model::Number;

fn number(plain: &str) -> Number {
    Number(Decimal::from_str_exact(plain).expect("the cases are plain decimals"))
}

#[track_caller]
fn check(plain: &str, vi: &str, en: &str) {
    assert_eq!(Spoken::Vi.number(number(plain)), vi);
    assert_eq!(Spoken::En.number(number(plain)), en);
}

#[test]
fn numbers_are_said_as_schools_teach_them() {
    check("0", "không", "zero");
    check("1", "một", "one");
    check("4", "bốn", "four");
    check("5", "năm", "five");
    check("10", "mười", "ten");
    check("11", "mười một", "eleven");
    check("14", "mười bốn", "fourteen");
    check("15", "mười lăm", "fifteen");
    check("20", "hai mươi", "twenty");
    check("21", "hai mươi mốt", "twenty-one");
    check("24", "hai mươi tư", "twenty-four");
    check("25", "hai mươi lăm", "twenty-five");
    check("30", "ba mươi", "thirty");
    check("100", "một trăm", "one hundred");
    check("101", "một trăm linh một", "one hundred and one");
    check("104", "một trăm linh bốn", "one hundred and four");
    check("105", "một trăm linh năm", "one hundred and five");
    check("110", "một trăm mười", "one hundred and ten");
    check("115", "một trăm mười lăm", "one hundred and fifteen");
    check("121", "một trăm hai mươi mốt", "one hundred and twenty-one");
    check("1000", "một nghìn", "one thousand");
    check("1005", "một nghìn không trăm linh năm", "one thousand and five");
    check("1042", "một nghìn không trăm bốn mươi hai", "one thousand and forty-two");
    check("1842.5", "một nghìn tám trăm bốn mươi hai phẩy năm", "one thousand eight hundred and forty-two point five");
    check("2000", "hai nghìn", "two thousand");
    check("2024", "hai nghìn không trăm hai mươi tư", "two thousand and twenty-four");
    check("10000", "mười nghìn", "ten thousand");
    check("35215", "ba mươi lăm nghìn hai trăm mười lăm", "thirty-five thousand two hundred and fifteen");
    check("1000000", "một triệu", "one million");
    check("1005000", "một triệu không trăm linh năm nghìn", "one million five thousand");
    check("92711000000", "chín mươi hai tỷ bảy trăm mười một triệu", "ninety-two billion seven hundred and eleven million");
    check("1000000000", "một tỷ", "one billion");
    check("1000000005", "một tỷ không trăm linh năm", "one billion and five");
    check("1044000000000000000", "một tỷ không trăm bốn mươi tư triệu tỷ", "one quintillion forty-four quadrillion");
    check("-6.5", "âm sáu phẩy năm", "minus six point five");
}

#[test]
fn every_decimal_that_was_printed_is_said() {
    check("0.5", "không phẩy năm", "zero point five");
    check("0.50", "không phẩy năm mươi", "zero point five zero");
    check("0.05", "không phẩy không năm", "zero point zero five");
    check("0.00", "không phẩy không không", "zero point zero zero");
    check("31.25", "ba mươi mốt phẩy hai mươi lăm", "thirty-one point two five");
    check("42.99", "bốn mươi hai phẩy chín mươi chín", "forty-two point nine nine");
    check("90279.336", "chín mươi nghìn hai trăm bảy mươi chín phẩy ba trăm ba mươi sáu", "ninety thousand two hundred and seventy-nine point three three six");
    check(
        "81923.000",
        "tám mươi mốt nghìn chín trăm hai mươi ba phẩy không không không",
        "eighty-one thousand nine hundred and twenty-three point zero zero zero",
    );
    check("0.005", "không phẩy không trăm linh năm", "zero point zero zero five");
    check("3.1415", "ba phẩy một bốn một năm", "three point one four one five");
    let mut minus_nothing = Decimal::new(0, 1);
    minus_nothing.set_sign_negative(true);
    assert_eq!(Spoken::Vi.number(Number(minus_nothing)), "không phẩy không");
}

#[test]
fn a_text_is_said_with_its_numbers_in_words() {
    for (typed, said) in [
        ("1.842,5 tỷ đồng", "một nghìn tám trăm bốn mươi hai phẩy năm tỷ đồng"),
        ("trên 35.215 triệu đồng", "trên ba mươi lăm nghìn hai trăm mười lăm triệu đồng"),
        ("đạt 31,4%.", "đạt ba mươi mốt phẩy bốn phần trăm."),
        ("giảm 2,42 điểm %", "giảm hai phẩy bốn mươi hai điểm phần trăm"),
        ("1% - 1,5%/năm", "một phần trăm đến một phẩy năm phần trăm mỗi năm"),
        ("2,5 điểm %/năm", "hai phẩy năm điểm phần trăm mỗi năm"),
        ("4–5%", "bốn đến năm phần trăm"),
        ("6/10 huyện", "sáu trên mười huyện"),
        ("Đến 31/03/2024, xã", "Đến ngày ba mươi mốt tháng ba năm hai nghìn không trăm hai mươi tư, xã"),
        ("tính đến ngày 05/04/2024", "tính đến ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi tư"),
        ("ngày 22/2", "ngày hai mươi hai tháng hai"),
        ("tháng 4/2024", "tháng tư năm hai nghìn không trăm hai mươi tư"),
        ("cuối tháng 10/2024", "cuối tháng mười năm hai nghìn không trăm hai mươi tư"),
        ("9 tháng năm 2024", "chín tháng năm hai nghìn không trăm hai mươi tư"),
        ("Quý IV/2024", "Quý bốn năm hai nghìn không trăm hai mươi tư"),
        ("quý I", "quý một"),
        ("giai đoạn 2021–2025", "giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"),
        ("(3 chỉ tiêu chậm)", "(ba chỉ tiêu chậm)"),
        ("tổng: 0 đồng", "tổng: không đồng"),
        ("thêm -5 hộ", "thêm âm năm hộ"),
        ("01 huyện", "một huyện"),
        // Names stay as they are.
        ("Quyết định 263/QĐ-TTg", "Quyết định 263/QĐ-TTg"),
        ("dịch COVID-19 và 7km2", "dịch COVID-19 và 7km2"),
        ("phiên bản 1.2.3", "phiên bản 1.2.3"),
        ("lúc 18:17", "lúc 18:17"),
        ("Quý Island", "Quý Island"),
        ("chưa có số liệu", "chưa có số liệu"),
        ("", ""),
    ] {
        assert_eq!(Spoken::Vi.text(typed), said);
    }
    for (typed, said) in [
        ("1,842.5 billion dong", "one thousand eight hundred and forty-two point five billion dong"),
        ("31.4% of the plan", "thirty-one point four per cent of the plan"),
        ("As of 31 March 2024, 6/10 districts", "As of the thirty-first of March twenty twenty-four, six of ten districts"),
        ("early October 2024", "early October twenty twenty-four"),
        ("Q1 2024", "the first quarter of twenty twenty-four"),
        ("2021–2023", "twenty twenty-one to twenty twenty-three"),
        ("in 2005 and 2,005 homes", "in two thousand and five and two thousand and five homes"),
        ("Decision 263/QĐ-TTg", "Decision 263/QĐ-TTg"),
    ] {
        assert_eq!(Spoken::En.text(typed), said);
    }
}

#[test]
fn a_telephone_number_is_said_digit_by_digit() {
    assert_eq!(Spoken::Vi.digits("0215 3.000.025"), "không hai một năm, ba, không không không, không hai năm");
    assert_eq!(Spoken::En.digits("+84 215"), "eight four, two one five");
    assert_eq!(Spoken::Vi.text("gọi 02153000025"), "gọi không hai một năm ba không không không không hai năm");
}

#[test]
fn a_language_nobody_taught_us_has_no_words() {
    assert_eq!((Spoken::of("vi"), Spoken::of("en-GB"), Spoken::of("hmn")), (Some(Spoken::Vi), Some(Spoken::En), None));
}

/// Words back to the number: written apart from what says them, so that a mistake is not made twice.
fn vietnamese(words: &str) -> Decimal {
    const NAMES: [(&str, u32); 13] = [
        ("không", 0),
        ("một", 1),
        ("mốt", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("tư", 4),
        ("năm", 5),
        ("lăm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
    ];
    // A number below a thousand, then what it is multiplied with, or the end.
    let (mut total, mut below_billion, mut group) = (Decimal::ZERO, Decimal::ZERO, 0u32);
    for word in words.split(' ') {
        match word {
            "mười" => group += 10,
            "mươi" => group = group / 10 * 10 + group % 10 * 10,
            "trăm" => group *= 100,
            "linh" => {}
            "nghìn" | "triệu" => {
                below_billion += Decimal::from(group) * Decimal::from(if word == "nghìn" { 1_000 } else { 1_000_000 });
                group = 0;
            }
            "tỷ" => {
                total = (total + below_billion + Decimal::from(group)) * Decimal::from(1_000_000_000);
                (below_billion, group) = (Decimal::ZERO, 0);
            }
            digit => group += NAMES.iter().find(|(name, _)| *name == digit).unwrap_or_else(|| panic!("{digit} in {words}")).1,
        }
    }
    total + below_billion + Decimal::from(group)
}

fn english(words: &str) -> Decimal {
    let (mut total, mut group) = (Decimal::ZERO, 0usize);
    for word in words.split([' ', '-']) {
        if word == "and" {
        } else if word == "hundred" {
            group *= 100;
        } else if let Some(at) = super::english::SMALL.iter().position(|name| *name == word) {
            group += at;
        } else if let Some(at) = ["thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion", "septillion", "octillion"]
            .iter()
            .position(|n| *n == word)
        {
            total += Decimal::from(group) * Decimal::from(10u128.pow(3 * (at as u32 + 1)) as i128);
            group = 0;
        } else {
            let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
            group += 20 + 10 * tens.iter().position(|n| *n == word).unwrap_or_else(|| panic!("{word} in {words}"));
        }
    }
    total + Decimal::from(group)
}

/// The number, its words and the text with the number in digits all say the same.
fn come_back(number: Decimal) {
    let number = Number(number);
    let (vi, en) = (Spoken::Vi.number(number), Spoken::En.number(number));
    let whole = |said: &str, mark: &str| said.split(mark).next().unwrap_or("").to_owned();
    assert_eq!(vietnamese(&whole(&vi, " phẩy ")), number.0.trunc(), "{vi}");
    assert_eq!(english(&whole(&en, " point ")), number.0.trunc(), "{en}");
    let digits: String =
        en.split(" point ").nth(1).unwrap_or("").split(' ').filter_map(|w| super::english::SMALL.iter().position(|n| *n == w)).map(|n| n.to_string()).collect();
    assert_eq!(digits, number.0.to_string().split('.').nth(1).unwrap_or(""), "{en}");
    assert_eq!(Spoken::Vi.text(&numbers::decimal(number, NumberStyle::VI)), vi);
    assert_eq!(Spoken::En.text(&numbers::decimal(number, NumberStyle::EN)), en);
}

#[test]
fn words_of_every_small_number_give_it_back() {
    (0..=9999).map(Decimal::from).for_each(come_back);
}

#[test]
fn no_two_decimals_share_their_words() {
    let mut seen = std::collections::HashSet::new();
    for scale in 1..=3 {
        for units in 0..10i64.pow(scale) {
            assert!(seen.insert(Spoken::Vi.number(Number(Decimal::new(units, scale)))), "{units} at {scale}");
        }
    }
}

proptest! {
    #[test]
    fn words_of_any_number_give_it_back(units in 0i128..=79_228_162_514_264_337_593_543_950_335, scale in 0u32..6) {
        come_back(Decimal::from_i128_with_scale(units, scale));
    }

    #[test]
    fn a_text_keeps_what_is_no_number(text in "[0-9A-Za-zĐđ.,/%–: -]{0,24}", words in "[A-Za-zĐđ.,/–: -]{0,24}") {
        let letters = |said: &str| said.chars().filter(|c| matches!(c, 'Đ' | 'X')).count();
        prop_assert_eq!(letters(&Spoken::Vi.text(&text)), letters(&text));
        prop_assert_eq!(letters(&Spoken::En.text(&text)), letters(&text));
        prop_assume!(!words.contains('Q') && !words.contains('q'));
        prop_assert_eq!(Spoken::Vi.text(&words), words);
    }
}
