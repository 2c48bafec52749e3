//! What is typed and what it means, as a table a colleague can check.
//!
//! May use: nothing.

use super::*;

fn show(reading: &Reading) -> String {
    let n = |n: &Number| n.0.to_string();
    let quantity = match &reading.quantity {
        Quantity::Exact(a) => n(a),
        Quantity::Range(a, b) => format!("{}..{}", n(a), n(b)),
        Quantity::Pair { part, whole } => format!("{} of {}", n(part), n(whole)),
        Quantity::NothingYet => "0 in words".into(),
        Quantity::Missing(m) => m.name().into(),
        other => format!("{other:?}"),
    };
    let unit = match &reading.unit {
        Unit::Money(m) => format!(" {}", m.name()),
        Unit::Percent => " %".into(),
        Unit::PercentagePoint => " pp".into(),
        Unit::Times => " times".into(),
        Unit::Of(words) => format!(" {words}"),
        Unit::OtherMoney(words) => format!(" {words}"),
        Unit::Bare => String::new(),
    };
    let mut out = format!("{quantity}{unit}");
    if reading.hedge != Hedge::Exact {
        out += &format!(" {:?}", reading.hedge);
    }
    if reading.standing != Standing::Actual {
        out += &format!(" {:?}", reading.standing);
    }
    if let Some(change) = reading.change {
        out += &format!(" {change:?}");
    }
    out
}

fn check(typed: &str, expected: &str) {
    let read = read(typed, Locale::Vi, &Unit::Bare).map(|r| show(&r)).unwrap_or_else(|e| format!("{e:?}"));
    assert_eq!(read, expected, "{typed}");
}

#[test]
fn values_are_read_as_the_report_writes_them() {
    check("90.279,336", "90279.336");
    check("81.923,000", "81923.000");
    check("2.487", "2487");
    check("42,99%", "42.99 %");
    check("33,40 %", "33.40 %");
    check("2,5%/năm", "2.5 %");
    check("trên 35.215", "35215 Over");
    check("hơn 287,4 tỷ đồng", "287.4 billion_dong Over");
    check("gần 11,5%", "11.5 % Nearly");
    check("khoảng 3,0%", "3.0 % About");
    check("phấn đấu giảm trên 6,5%", "6.5 % Over Aspired Fall");
    check("dự kiến 13 xã", "13 xã Forecast");
    check("không quá 5%", "5 % Under");
    check("tối thiểu 80%", "80 % AtLeast");
    check("giảm còn 3,81%", "3.81 %");
    check("4 - 5%", "4..5 %");
    check("1% - 1,5%/năm", "1..1.5 %");
    check("gấp 2,5 - 3 lần", "2.5..3 times");
    check("3-4 sao", "3..4 sao");
    check("6/10", "6 of 10");
    check("6/9 tiêu chí", "6 of 9 tiêu chí");
    check("44,119/177,810", "44.119 of 177.810");
    check("1.971 tỷ đồng", "1971 billion_dong");
    check("1,044 triệu tỷ đồng", "1.044 quadrillion_dong");
    check("71 tỷ 355 triệu đồng", "71355 million_dong");
    check("01 huyện", "1 huyện");
    check("2,7 điểm %", "2.7 pp");
    check("-1,5", "-1.5");
    check("0", "0");
}

#[test]
fn states_are_words_and_none_but_one_is_zero() {
    check("chưa giao", "not_assigned");
    check("Chưa giao vốn", "not_assigned");
    check("chua giao", "not_assigned");
    check("chưa giải ngân", "0 in words");
    check("chưa có số liệu", "no_data");
    check("không nêu", "not_stated");
    check("không áp dụng", "not_applicable");
    check("không công bố", "withheld");
    check("chưa đến kỳ", "not_due");
}

#[test]
fn numbers_of_the_other_style_are_refused_with_a_suggestion() {
    check("42.99", "OtherLocale([\"42,99\", \"4.299\"])");
    check("1.25", "OtherLocale([\"1,25\", \"125\"])");
    check("90279.336", "OtherLocale([\"90.279,336\", \"90.279.336\"])");
    check("1,234,567", "OtherLocale([\"1.234.567\"])");
    check("90,279.336", "OtherLocale([\"90.279,336\"])");
    assert_eq!(read("90,279.336", Locale::En, &Unit::Bare).map(|r| show(&r)), Ok("90279.336".into()));
    assert_eq!(read("over 2,487 million dong", Locale::En, &Unit::Bare).map(|r| show(&r)), Ok("2487 million_dong Over".into()));
}

#[test]
fn what_is_no_value_is_refused() {
    for typed in ["đang tổng hợp", "%", "", "-", "n/a", "1_000"] {
        check(typed, "NoNumber");
    }
    check("5 - 4%", "Backwards");
    check("79.228.162.514.264.337.593.543.950.336", "TooLong");
    check("010", "OtherLocale([\"10\"])");
}

#[test]
fn units_change_exactly() {
    let n = |text: &str| Number(Decimal::from_str_exact(text).unwrap());
    assert_eq!(in_unit(n("1971"), MoneyUnit::Billion, MoneyUnit::Million), Some(n("1971000")));
    assert_eq!(in_unit(n("2487"), MoneyUnit::Million, MoneyUnit::Billion), Some(n("2.487")));
    assert_eq!(in_unit(n("0.5"), MoneyUnit::Dong, MoneyUnit::Quadrillion).map(|n| n.0.to_string()).as_deref(), Some("0.0000000000000005"));
}
