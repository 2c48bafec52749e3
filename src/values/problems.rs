//! The words for values and dates that cannot be read.
//!
//! May use: diag.

use super::dates::{self, NoDate};
use super::{Locale, Misread};
use crate::diag::{Code, Place, Problem, Said, Severity, nearest};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&UNREADABLE, &OTHER_LOCALE, &WRONG_UNIT, &IMPOSSIBLE_DATE, &UNREADABLE_DATE];

static UNREADABLE: Code = Code { number: "MB0101", name: "unreadable-value" };
static OTHER_LOCALE: Code = Code { number: "MB0102", name: "number-of-other-style" };
static WRONG_UNIT: Code = Code { number: "MB0103", name: "wrong-unit" };
static IMPOSSIBLE_DATE: Code = Code { number: "MB0104", name: "impossible-date" };
static UNREADABLE_DATE: Code = Code { number: "MB0106", name: "unreadable-date" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// A value that could not be read.
pub fn misread(place: Place, typed: &str, misread: &Misread, locale: Locale) -> Problem {
    match misread {
        Misread::OtherLocale(ways) => other_locale(place, typed, ways, locale),
        Misread::NoNumber => no_number(place, typed),
        Misread::TooLong => error(
            &UNREADABLE,
            place,
            Said::new(format!("“{typed}” có quá nhiều chữ số để giữ chính xác."), format!("“{typed}” has more digits than can be kept exactly.")),
            Said::new("trang chỉ in số giữ được từng chữ số.", "a number is only printed when every digit can be kept."),
            Said::new("dùng đơn vị lớn hơn (triệu đồng, tỷ đồng) hoặc bớt phần thập phân.", "use a larger unit or fewer decimals."),
        ),
        Misread::Backwards => error(
            &UNREADABLE,
            place,
            Said::new(format!("Khoảng “{typed}” đi từ số lớn xuống số nhỏ."), format!("The range “{typed}” runs from the larger number to the smaller.")),
            Said::new("không rõ đây là khoảng hay là phép trừ.", "it is unclear whether this is a range or a subtraction."),
            Said::new("viết số nhỏ trước, ví dụ 4 - 5%.", "write the smaller number first, such as 4 - 5%."),
        ),
    }
}

/// The states in the words of either language.
const STATES: [&str; 14] = [
    "chưa giao",
    "chưa đến kỳ",
    "chưa có số liệu",
    "không nêu",
    "không áp dụng",
    "không công bố",
    "chưa giải ngân",
    "not assigned",
    "not due",
    "no data",
    "not stated",
    "not applicable",
    "withheld",
    "nothing disbursed",
];

/// Words that are neither a number nor a state.
fn no_number(place: Place, typed: &str) -> Problem {
    error(
        &UNREADABLE,
        place,
        Said::new(
            format!("“{typed}” không phải là một số và cũng không phải một trạng thái đã biết."),
            format!("“{typed}” is neither a number nor a known state."),
        ),
        Said::new(
            "trang không in điều máy không hiểu, và không bao giờ thay bằng 0.",
            "nothing is printed that is not understood, and nothing is replaced by 0.",
        ),
        Said::new(
            "viết một số (2.487; 42,99%; trên 35.215; 6/10) hoặc một trạng thái: chưa giao, chưa đến kỳ, chưa có số liệu, không nêu, không áp dụng, không công bố, chưa giải ngân.",
            "write a number (as the site's style has it) or a state: not assigned, not due, no data, not stated, not applicable, withheld, nothing disbursed.",
        ),
    )
    .likely_if(typed, nearest::only(typed, STATES))
}

/// Something that counts nothing.
pub fn no_count(place: Place, typed: &str) -> Problem {
    error(
        &UNREADABLE,
        place,
        Said::new(format!("“{typed}” không phải một số đếm."), format!("“{typed}” is no count.")),
        Said::new(
            "ở đây chỉ có thể là bao nhiêu cái, nên không có phần thập phân, dấu âm hay chữ.",
            "only how many there are can stand here, so no decimals, no minus and no words.",
        ),
        Said::new("viết các chữ số liền nhau, ví dụ 36.", "write digits only, such as 36."),
    )
}

fn other_locale(place: Place, typed: &str, ways: &[String], locale: Locale) -> Problem {
    // The ways are of the number alone; what stands around it stays.
    let around =
        typed.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).map(|run| run.trim_matches(['.', ','])).find(|run| run.contains(['.', ',']));
    let whole = |way: &String| around.map_or_else(|| way.clone(), |number| typed.replacen(number, way, 1));
    let whole: Vec<String> = ways.iter().map(whole).collect();
    let list_vi = whole.join(" hoặc ");
    let list_en = whole.join(" or ");
    let by_source = if whole.len() == 1 { Said::new("", "") } else { Said::new(", tùy theo số trong nguồn", ", whichever the source says") };
    let (why, fix) = match locale {
        Locale::Vi => (
            Said::new(
                "ở đây số viết theo kiểu Việt Nam (numbers = \"vi\"): dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.",
                "numbers here are written the Vietnamese way (numbers = \"vi\"): a dot groups thousands, a comma begins decimals.",
            ),
            Said::new(format!("viết {list_vi}{}.", by_source.vi), format!("write {list_en}{}.", by_source.en)),
        ),
        Locale::En => (
            Said::new(
                "ở đây số viết theo kiểu Anh (numbers = \"en\"): dấu phẩy ngăn hàng nghìn, dấu chấm trước phần thập phân.",
                "numbers here are written the English way (numbers = \"en\"): a comma groups thousands, a dot begins decimals.",
            ),
            Said::new(format!("viết {list_vi}{}.", by_source.vi), format!("write {list_en}{}.", by_source.en)),
        ),
    };
    let fix = if ways.is_empty() { Said::new("viết lại số theo kiểu trên.", "write the number in that style.") } else { fix };
    let problem = error(
        &OTHER_LOCALE,
        place,
        Said::new(format!("Số “{typed}” viết theo kiểu khác."), format!("The number “{typed}” is written in another style.")),
        why,
        fix,
    );
    // `010` has one reading here and may still have been another number.
    problem.meant_if(typed, whole.first().filter(|_| whole.len() == 1 && around.is_some()).map(String::as_str))
}

/// A value whose unit does not fit what it measures.
pub fn wrong_unit(place: Place, typed: &str, wanted: &str, found: &str) -> Problem {
    error(
        &WRONG_UNIT,
        place,
        Said::new(
            format!("“{typed}” có đơn vị “{found}”, nhưng ở đây tính bằng “{wanted}”."),
            format!("“{typed}” is in “{found}”, but this is measured in “{wanted}”."),
        ),
        Said::new("hai số khác đơn vị không so sánh và không cộng được.", "numbers of different units can neither be compared nor added."),
        Said::new(
            format!("viết giá trị bằng “{wanted}”, hoặc sửa đơn vị (unit) của chỉ tiêu trong tệp chương trình."),
            format!("write the value in “{wanted}”, or mend the indicator's unit in the programme file."),
        ),
    )
    .likely_if(found, nearest::only(found, [wanted]))
}

/// A value that is no money where an amount should stand.
pub fn no_money(place: Place, typed: &str, found: &str) -> Problem {
    let fix = Said::new(
        "viết một số tiền, ví dụ 2.487 triệu đồng; tỷ lệ thì ghi ở stated_rate.",
        "write an amount, such as 2.487 triệu đồng; a rate belongs to stated_rate.",
    );
    Problem { fix, ..wrong_unit(place, typed, "đồng", found) }
}

/// A value that is no share where a rate should stand.
pub fn no_rate(place: Place, typed: &str, found: &str) -> Problem {
    let fix = Said::new(
        "viết một tỷ lệ, ví dụ 31,4%; số tiền thì ghi ở mục của nó (assigned, disbursed …).",
        "write a rate, such as 31,4%; an amount belongs to its own field (assigned, disbursed …).",
    );
    Problem { fix, ..wrong_unit(place, typed, "%", found) }
}

/// A date that cannot be.
pub fn no_date(place: Place, typed: &str, why: NoDate) -> Problem {
    let problem = match why {
        NoDate::Impossible => error(
            &IMPOSSIBLE_DATE,
            place,
            Said::new(format!("Lịch không có ngày “{typed}”."), format!("There is no such date as “{typed}”.")),
            Said::new("số liệu không có ngày đúng thì không so được với kỳ khác.", "a figure without a true date cannot be compared with another period."),
            Said::new(
                "xem lại ngày và tháng trong nguồn; tháng 4, 6, 9, 11 có 30 ngày, tháng 2 có 28 hoặc 29.",
                "look up day and month in the source; April, June, September and November have 30 days, February 28 or 29.",
            ),
        ),
        NoDate::Unreadable => error(
            &UNREADABLE_DATE,
            place,
            Said::new(format!("“{typed}” không đọc được thành ngày."), format!("“{typed}” cannot be read as a date.")),
            Said::new("số liệu nào cũng cần biết tính đến ngày nào.", "every figure needs the day it holds for."),
            Said::new(
                "viết 2024-03-31, 31/3/2024, 2024-03, 2024-Q1, 2024, đầu 2024-10, cuối 2024-03, hoặc không rõ.",
                "write 2024-03-31, 31/3/2024, 2024-03, 2024-Q1, 2024, early 2024-10, late 2024-03, or unknown.",
            ),
        ),
    };
    problem.meant_if(typed, dates::meant(typed).as_deref())
}
