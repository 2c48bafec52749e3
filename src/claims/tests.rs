//! Which numbers of a sentence state something, as a table a colleague can check.
//!
//! May use: markdown.

use std::sync::Arc;

use super::*;

fn found(text: &str, lang: &str) -> Vec<String> {
    let file: Arc<str> = "a.md".into();
    let manner = Manner::of(lang, Locale::Vi);
    let read = |passages: &[Passage], spot: &dyn Fn(Range<usize>) -> Spot| read(passages, manner, &Standing { first_byte: Some(0), spot });
    let (_, claims) = crate::markdown::outline_with(text, 1, &file, read);
    claims.all.iter().map(|claim| claim.reading.typed.clone()).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(found(text, "vi"), expected, "{text}");
}

#[test]
fn amounts_shares_ranges_and_pairs_are_claims_with_the_words_that_bound_them() {
    check("Giao 2.487 triệu đồng, giải ngân trên 780 triệu, đạt gần 31,4% kế hoạch.", &["2.487 triệu đồng", "trên 780 triệu", "gần 31,4%"]);
    check("Tổng 71 tỷ 355 triệu đồng, tăng 4 - 5%, gấp 2,5 lần.", &["71 tỷ 355 triệu đồng", "4 - 5%", "2,5 lần"]);
    check("Có 6/10 huyện, không quá 500 hộ, nhiều hơn 8 chỉ tiêu.", &["6/10", "không quá 500", "8"]);
    check("Hỗ trợ 12 ngày công và 1,2 triệu lượt người.", &["12", "1,2"]);
    check("Một nửa số xã, hai phần ba số hộ, ba mươi triệu đồng, sáu xã.", &["Một nửa", "hai phần ba", "ba mươi triệu đồng", "sáu"]);
    assert_eq!(
        found("Half of it, two thirds, 6 of the 10 communes, over 2,487 million dong, twenty-five households.", "en"),
        ["Half", "two thirds", "6/10", "over 2,487 million dong", "twenty-five"]
    );
}

#[test]
fn dates_papers_parts_and_telephones_are_none() {
    for text in [
        "Sáng 2/4, chiều 22-2, ngày 31/3/2024, quý I/2024, tháng 9, 9 tháng đầu năm, giai đoạn 2021 - 2025, năm 2022, 2023 và 2024.",
        "Quyết định số 263/QĐ-TTg, Nghị quyết 88/2019/QH14, Quyết định 90, Thông tư 15/2022/TT-BTC, Chỉ thị 40-CT/TW.",
        "Dự án 2, tiểu dự án 1 của dự án 3; dự án 4, 5 và 6; tiêu chí 17, điểm 3 Điều 5, nhóm 1, COVID-19, 5G, A4.",
        "Gọi 0213 387 6123, 0912345678; lúc 8 giờ 30 hoặc 7h30; từ ngày 5-7/6; 24/24 giờ; chủ nhật 7/7.",
        "1. Mở đầu",
        "`780 xã` và [trang](https://x.vn/2024/780) ![Ảnh 12 hộ](a.svg)",
        "[780 triệu đồng](figure:ntm/investment/disbursed)",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_column_gives_its_unit_and_running_numbers_are_none() {
    let text = "Đơn vị tính: triệu đồng.\n\n| TT | Xã | Vốn | Tỷ lệ (%) | Số hộ |\n|---|---|---|---|---|\n| 1 | A | 780 | 31,4 | 12 |\n";
    let file: Arc<str> = "a.md".into();
    let read =
        |passages: &[Passage], spot: &dyn Fn(Range<usize>) -> Spot| read(passages, Manner::of("vi", Locale::Vi), &Standing { first_byte: Some(0), spot });
    let (_, claims) = crate::markdown::outline_with(text, 1, &file, read);
    let units: Vec<(&str, &Unit)> = claims.all.iter().map(|c| (c.reading.typed.as_str(), &c.reading.unit)).collect();
    assert_eq!(units, [("780", &Unit::Money(MoneyUnit::Million)), ("31,4", &Unit::Percent), ("12", &Unit::Bare)]);
}
