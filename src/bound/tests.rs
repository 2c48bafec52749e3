//! Words and figures as a table a colleague can check: what is right, what is wrong, and what is offered instead.
//!
//! May use: diag, markdown, model, values, i18n; crates rust_decimal.

use rust_decimal::Decimal;

use super::judge::judge;
use super::{Fault, Known, locales, read, wording};
use crate::diag::{At, Spot};
use crate::markdown::FigureUse;
use crate::model::{Missing, Number, Quantity, Reading, Unit};
use crate::values::{self, Locale, dates};

/// A figure as its data file types it: `35.215 | triệu đồng`; the part after the bar is the unit of the file or indicator.
fn figure(typed: &str) -> (Reading, String) {
    let (value, unit) = typed.split_once('|').map_or((typed, ""), |(value, unit)| (value.trim(), unit.trim()));
    let money = values::words::money(&crate::diag::nearest::fold(unit));
    let of_file = money.map_or(Unit::Bare, Unit::Money);
    let mut reading = match value.strip_prefix("= ") {
        Some(day) => Reading { quantity: Quantity::Date(dates::as_of(day).unwrap()), ..values::read("0", Locale::Vi, &Unit::Bare).unwrap() },
        None => match value.strip_prefix("~ ") {
            Some(words) => Reading { quantity: Quantity::Words(words.to_owned()), ..values::read("0", Locale::Vi, &Unit::Bare).unwrap() },
            None => values::read(value, Locale::Vi, &of_file).unwrap(),
        },
    };
    if money.is_none() && !unit.is_empty() {
        // An indicator's value is kept without a unit of its own.
        reading.unit = Unit::Bare;
    }
    (reading, unit.to_owned())
}

fn known<'f>(reading: &'f Reading, unit: &str, lang: &str, exact: Option<Decimal>) -> Known<'f> {
    let unit = if matches!(reading.unit, Unit::Bare) { unit.to_owned() } else { wording::unit(&reading.unit, lang) };
    let texts = match &reading.quantity {
        Quantity::Words(words) => vec![words.as_str()],
        _ => Vec::new(),
    };
    Known { standing: reading.standing, class: read::class(&reading.unit, &unit), unit, exact, texts, reading }
}

/// A link with the words around it: `giải ngân trên [35.215] triệu đồng`; without brackets all of it is the link.
fn link(typed: &str) -> FigureUse {
    let (before, rest) = typed.split_once('[').unwrap_or(("", typed));
    let (words, after) = rest.split_once(']').unwrap_or((rest, ""));
    let (heading, before) = before.split_once(" | ").unwrap_or(("", before));
    let at = |value: &str| At { value: value.to_owned(), spot: Spot::default() };
    FigureUse { address: at("a/b"), words: at(words), before: before.into(), after: after.into(), heading: heading.into(), front: false }
}

fn fault(words: &str, of: &str, lang: &str) -> Option<Fault> {
    let (reading, unit) = figure(of);
    super::fault(&link(words), &known(&reading, &unit, lang, None), lang, Locale::Vi)
}

#[track_caller]
fn right(of: &str, all: &[&str]) {
    for words in all {
        assert_eq!(fault(words, of, "vi"), None, "{words:?} is right for {of:?}");
    }
}

#[track_caller]
fn wrong(of: &str, all: &[(&str, Fault)]) {
    for (words, expected) in all {
        assert_eq!(fault(words, of, "vi").as_ref(), Some(expected), "{words:?} is wrong for {of:?}");
    }
}

use Fault::*;

#[test]
fn an_amount_is_told_in_any_unit_of_money() {
    right(
        "780 | triệu đồng",
        &[
            "780 triệu đồng",
            "780",
            "đã giải ngân 780 triệu đồng",
            "0,78 tỷ đồng",
            "0,780 tỷ",
            "0,8 tỷ đồng",
            "780.000.000 đồng",
            "780.000 nghìn đồng",
            "780 triệu đồng vốn đầu tư",
            "780 triệu đồng tính đến 31/3/2024 theo Quyết định 263/QĐ-TTg",
            "780 triệu đồng năm 2024, đợt 30.11.2023",
            "780 triệu đồng, bằng một phần ba kế hoạch",
            "giải ngân [780]/2.487 triệu đồng",
            "giải ngân [0,78] tỷ đồng",
            "cho [780] ngân hàng",
            "Giải ngân (tỷ đồng) | [0,78]",
            "Tỷ lệ giải ngân | [780]",
            "trên 700 triệu đồng",
            "gần 800 triệu đồng",
            "khoảng 800 triệu đồng",
            "khoảng 0,8 tỷ",
            "không quá 1 tỷ đồng",
            "ít nhất 780 triệu đồng",
            "số này",
            "",
        ],
    );
    wrong(
        "780 | triệu đồng",
        &[
            ("790 triệu đồng", Differs),
            ("0,79 tỷ đồng", Differs),
            ("0,7 tỷ đồng", Truncated),
            ("780 tỷ đồng", Differs),
            ("Giải ngân (tỷ đồng) | [780]", Differs),
            ("[780] tỷ đồng", Differs),
            ("780,0 triệu đồng", TooPrecise),
            ("780,4 triệu đồng", TooPrecise),
            ("78%", Unit),
            ("780 lần", Unit),
            ("780 triệu USD", Unit),
            ("trên 780 triệu đồng", Hedge),
            ("gần 780 triệu đồng", Hedge),
            ("gần 900 triệu đồng", Differs),
            ("trên 800 triệu đồng", Hedge),
            ("trên 600 triệu đồng", Differs),
            ("chưa giải ngân", HasValue),
            ("chưa giao vốn", HasValue),
            ("780 triệu đồng, đạt 31,4%", Several),
            ("780 triệu đồng/2.487 triệu đồng", Several),
            ("780 triệu đồng (31,4)", Several),
            ("780 triệu đồng trên tổng số 2.487 triệu đồng", Several),
            ("0 đồng", Differs),
        ],
    );
    right("1.971 tỷ đồng", &["1.971 tỷ đồng", "1.971.000 triệu đồng", "gần 2.000 tỷ đồng", "gần 2 nghìn tỷ đồng", "1,971 nghìn tỷ đồng", "2,0 nghìn tỷ"]);
    wrong("1.971 tỷ đồng", &[("1,9 nghìn tỷ đồng", Truncated), ("1.917 tỷ đồng", Differs)]);
    right("71 tỷ 355 triệu đồng", &["71 tỷ 355 triệu đồng", "71,355 tỷ đồng", "71.355 triệu đồng", "71,4 tỷ"]);
    right("81.923,000 | triệu đồng", &["81.923 triệu đồng", "81.923,000 triệu đồng", "81,9 tỷ đồng", "81,923 tỷ đồng"]);
    assert!(matches!(fault("1,971.5 triệu đồng", "1.971,5 | triệu đồng", "vi"), Some(Unreadable(_))));
}

#[test]
fn an_english_text_writes_numbers_the_english_way() {
    for words in ["1,971 billion dong", "1,971 billion VND", "VND 1,971 billion", "1.971 trillion dong", "1.97 trillion dong", "nearly 2 trillion dong"] {
        assert_eq!(fault(words, "1.971 tỷ đồng", "en"), None, "{words}");
    }
    assert!(matches!(fault("1.971 billion dong", "1.971 tỷ đồng", "en"), Some(Differs)));
    assert_eq!(fault("31.4% of the plan", "31,4%", "en"), None);
    assert_eq!(fault("31.4 per cent", "31,4%", "en"), None);
    assert!(matches!(fault("31,4%", "31,4%", "en"), Some(Unreadable(_))));
    assert_eq!(fault("over [35,215] million dong", "trên 35.215 | triệu đồng", "en"), None);
    // A language with no style of its own may follow either.
    assert_eq!(fault("31,4%", "31,4%", "hmn"), None);
    assert_eq!(fault("31.4%", "31,4%", "hmn"), None);
    assert!(fault("31.5%", "31,4%", "hmn").is_some());
}

#[test]
fn a_qualifier_is_part_of_the_number() {
    right(
        "trên 35.215 | triệu đồng",
        &[
            "trên 35.215 triệu đồng",
            "hơn 35.215 triệu đồng",
            "giải ngân trên [35.215 triệu đồng]",
            "đã giải ngân được hơn [35.215] triệu đồng",
            "trên 35,2 tỷ đồng",
            "trên 35 tỷ đồng",
            "35,2 tỷ đồng",
            "35 tỷ đồng",
            "khoảng 35 tỷ đồng",
        ],
    );
    wrong(
        "trên 35.215 | triệu đồng",
        &[
            ("35.215 triệu đồng", Hedge),
            ("gắn [35.215 triệu đồng]", Hedge),
            ("gần 35.215 triệu đồng", Hedge),
            ("gần 36 tỷ đồng", Hedge),
            ("trên 36 tỷ đồng", Hedge),
            ("trên 35.216 triệu đồng", Hedge),
            ("trên 35.125 triệu đồng", Differs),
            ("36 tỷ đồng", Differs),
        ],
    );
    right(
        "35.215 | triệu đồng",
        &["trên 35 tỷ đồng", "trên [35 tỷ đồng]", "35.215 triệu đồng", "gần 35,22 tỷ đồng", "780 triệu đồng trên [35.215 triệu đồng]"],
    );
    wrong(
        "35.215 | triệu đồng",
        &[
            ("gần 36 tỷ đồng", Hedge),
            ("gần 35,3 tỷ đồng", Hedge),
            ("trên 35.215 triệu đồng", Hedge),
            ("trên 36 tỷ đồng", Hedge),
            ("trên 34 tỷ đồng", Differs),
            ("trên [35.215 triệu đồng]", Hedge),
        ],
    );
    right("gần 11,5%", &["gần 11,5%", "gần [11,5%]", "dưới 11,5%"]);
    wrong("gần 11,5%", &[("11,5%", Hedge), ("trên 11,5%", Hedge), ("gần 12,5%", Differs)]);
    right("không quá 5%", &["không quá 5%", "dưới [5%]", "tối đa 5%"]);
    right("ít nhất 80%", &["ít nhất 80%", "từ 80% trở lên, tối thiểu [80%]", "at least 80%"]);
    right("khoảng 3,0%", &["khoảng 3,0%", "xấp xỉ [3,0%]", "khoảng 3%"]);
    wrong("khoảng 3,0%", &[("3,0%", Hedge)]);
}

#[test]
fn a_rate_is_rounded_half_up_to_the_digits_written() {
    let (reading, _) = figure("31,4%");
    let exact = Decimal::from(78_000) / Decimal::from(2_487);
    let counted = |words: &str| super::fault(&link(words), &known(&reading, "", "vi", Some(exact)), "vi", Locale::Vi);
    for words in ["31,4%", "31%", "31,36%", "31,363%", "gần 31,4%", "trên 31,3%", "trên 31%", "khoảng 31%"] {
        assert_eq!(counted(words), None, "{words}");
    }
    assert_eq!(counted("31,3%"), Some(Truncated));
    assert_eq!(counted("31,5%"), Some(Differs));
    assert_eq!(counted("32%"), Some(Differs));
    assert_eq!(counted("gần 32%"), Some(Hedge));
    right("31,4%", &["31,4%", "31,4 %", "31%", "31,4 phần trăm", "31,4% kế hoạch", "31,4", "[31,4]%", "31,4 điểm %", "2,5% kế hoạch, sửa thành [31,4]"]);
    wrong(
        "31,4%",
        &[
            ("31,40%", TooPrecise),
            ("31,36%", TooPrecise),
            ("41,3%", Differs),
            ("32%", Differs),
            ("31,4 tỷ đồng", Unit),
            ("31,4 triệu đồng", Unit),
            ("31 huyện", Unit),
        ],
    );
    right("2,7 điểm %", &["2,7 điểm %", "2,7%", "2,7 điểm phần trăm", "2,7"]);
    right("gấp 2,5 lần", &["2,5 lần", "gấp 2,5 lần", "2,5"]);
    wrong("gấp 2,5 lần", &[("2,5%", Unit), ("2,5 tỷ đồng", Unit)]);
}

#[test]
fn things_that_are_counted_keep_their_names() {
    right(
        "13 | xã",
        &["13 xã", "13", "13 xã đạt chuẩn", "[13] xã", "cả 13 xã", "13 đơn vị", "[13] to 15", "[13], họ", "[13] ban chỉ đạo", "01 huyện trong [13] xã"],
    );
    wrong("13 | xã", &[("14 xã", Differs), ("13 huyện", Unit), ("[13] huyện", Unit), ("13%", Unit), ("13 tỷ đồng", Unit), ("13,0 xã", TooPrecise)]);
    right("3 | xã", &["ba xã", "cả ba xã", "03 xã", "một số xã", "Ba xã khó khăn"]);
    wrong("3 | xã", &[("hai xã", Differs), ("ba huyện", Unit), ("năm xã", Differs)]);
    assert_eq!(fault("three communes", "3 | xã", "en"), None);
    assert_eq!(fault("all four communes", "3 | xã", "en"), Some(Differs));
    assert_eq!(fault("13 communes", "13 | xã", "en"), None);
    right("48,5 | triệu đồng/người/năm", &["48,5 triệu đồng/người/năm", "48,5 triệu đồng", "48,5"]);
    wrong("48,5 | triệu đồng/người/năm", &[("48,5%", Unit), ("48,4 triệu đồng", Differs)]);
    right("3,81 | %", &["3,81%", "giảm còn 3,81%", "còn [3,81%]"]);
    right("6/10 | huyện", &["6/10 huyện", "6/10", "6 trên 10 huyện", "6 huyện", "60%"]);
    wrong("6/10 | huyện", &[("6/11 huyện", Differs), ("7/10", Differs), ("6 trên 11 huyện", Differs), ("61%", Differs), ("6/10 xã", Unit)]);
    right("4 - 5%", &["4-5%", "4–5%", "từ 4 đến 5%", "4% - 5%"]);
    wrong("4 - 5%", &[("4-6%", Differs), ("4%", Differs)]);
}

#[test]
fn what_is_missing_has_no_number_and_nothing_yet_is_zero() {
    right("chưa giao | triệu đồng", &["chưa giao", "chưa giao vốn", "chưa được giao vốn", "còn chờ", ""]);
    wrong(
        "chưa giao | triệu đồng",
        &[
            ("0 đồng", NoValue(Missing::NotAssigned)),
            ("780 triệu đồng", NoValue(Missing::NotAssigned)),
            ("chưa giải ngân", NoValue(Missing::NotAssigned)),
            ("chưa có số liệu", NoValue(Missing::NotAssigned)),
        ],
    );
    right("chưa giải ngân | triệu đồng", &["chưa giải ngân", "các dự án chưa giải ngân nguồn vốn", "0 đồng", "0"]);
    wrong("chưa giải ngân | triệu đồng", &[("780 triệu đồng", Differs), ("chưa giao vốn", HasValue)]);
    right("không nêu | triệu đồng", &["không nêu", "nguồn không nêu số"]);
}

#[test]
fn an_expectation_is_told_as_one() {
    right(
        "dự kiến 13 | xã",
        &[
            "dự kiến 13 xã",
            "dự kiến có [13 xã]",
            "huyện sẽ có [13 xã]",
            "mục tiêu là [13 xã]",
            "đến hết năm 2024, [13 xã]",
            "[13 xã] theo kế hoạch",
            "Kế hoạch 2025 | [13]",
        ],
    );
    wrong("dự kiến 13 | xã", &[("13 xã", Forecast), ("Huyện đã có [13 xã]", Forecast), ("Huyện có [13 xã]. Cuối năm khác", Forecast)]);
    right("phấn đấu giảm trên 6,5%", &["phấn đấu giảm trên 6,5%", "phấn đấu giảm trên [6,5%]", "phấn đấu tỷ lệ hộ nghèo giảm [trên 6,5%]"]);
    wrong(
        "phấn đấu giảm trên 6,5%",
        &[
            ("đã giảm trên [6,5%]", Forecast),
            ("phấn đấu giảm [6,5%]", Hedge),
            ("phấn đấu tăng trên [6,5%]", Direction),
            ("sẽ tăng thêm [trên 6,5%]", Direction),
        ],
    );
    right("ước 90 | triệu đồng", &["ước đạt [90 triệu đồng]", "ước 90 triệu đồng"]);
    wrong("ước 90 | triệu đồng", &[("đạt [90 triệu đồng]", Forecast)]);
    assert_eq!(fault("is expected to have [13 communes]", "dự kiến 13 | xã", "en"), None);
    assert_eq!(fault("by the end of the year, [13 communes]", "dự kiến 13 | xã", "en"), None);
    assert_eq!(fault("has [13 communes]", "dự kiến 13 | xã", "en"), Some(Forecast));
    right("giảm 2,5%", &["giảm 2,5%", "2,5%", "giảm [2,5%]"]);
    wrong("giảm 2,5%", &[("tăng 2,5%", Direction), ("tăng [2,5%]", Direction)]);
}

#[test]
fn days_and_words_are_told_as_they_are() {
    right(
        "= 2024-03-31",
        &[
            "31/3/2024",
            "ngày 31/03/2024",
            "ngày 31 tháng 3 năm 2024",
            "tháng 3/2024",
            "tháng 3 năm 2024",
            "quý I/2024",
            "năm 2024",
            "trước ngày 31/3/2024",
            "31/3",
            "cuối tháng 3/2024",
        ],
    );
    wrong("= 2024-03-31", &[("30/3/2024", Differs), ("tháng 4/2024", Differs), ("năm 2023", Differs), ("30/3", Differs)]);
    wrong("= 2024-03", &[("31/3/2024", Differs), ("đầu tháng 3/2024", Differs)]);
    assert_eq!(fault("31 March 2024", "= 2024-03-31", "en"), None);
    assert_eq!(fault("March 2024", "= 2024-03-31", "en"), None);
    right("~ nhiều hơn bộ tiêu chí cũ 8 chỉ tiêu", &["nhiều hơn bộ cũ 8 chỉ tiêu", "8", "Nhiều hơn bộ tiêu chí cũ", "khó khăn"]);
    wrong("~ nhiều hơn bộ tiêu chí cũ 8 chỉ tiêu", &[("9 chỉ tiêu", NotInWords)]);
}

/// Readings of every kind: what is printed on the site is always right, in both languages.
#[test]
fn words_the_site_prints_are_always_right_and_a_changed_digit_never_is() {
    let mut seed = 7u64;
    let mut roll = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let units = ["triệu đồng", "tỷ đồng", "nghìn đồng", "%", "điểm %", "lần", "xã", "hộ", "triệu đồng/người", ""];
    let hedges = ["", "", "", "trên ", "gần ", "khoảng ", "không quá ", "ít nhất "];
    for round in 0..4_000 {
        let scale = roll(4) as u32;
        let size = 10u64.pow(1 + roll(9) as u32);
        let number = Number(Decimal::new(1 + roll(size) as i64, scale));
        let unit = units[roll(units.len() as u64) as usize];
        let typed = format!("{}{} | {unit}", hedges[roll(hedges.len() as u64) as usize], crate::i18n::numbers::decimal(number, crate::i18n::NumberStyle::VI));
        let (reading, own) = figure(&typed);
        for lang in ["vi", "en"] {
            let known = known(&reading, &own, lang, None);
            let words = known.phrase(lang);
            let judged = |words: &str| judge(&link(words), &known, &locales(lang, Locale::Vi)).map_err(|finding| finding.fault);
            assert_eq!(judged(&words), Ok(()), "round {round}: {words:?} for {typed:?}");
            if reading.hedge != crate::model::Hedge::Exact {
                continue;
            }
            for (at, digit) in words.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
                let other = char::from(b'0' + ((digit as u8 - b'0') + 1 + roll(9) as u8) % 10);
                let changed = format!("{}{other}{}", &words[..at], &words[at + 1..]);
                assert!(judged(&changed).is_err(), "round {round}: {changed:?} for {typed:?}");
            }
        }
    }
}
