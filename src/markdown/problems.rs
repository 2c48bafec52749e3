//! The words for what can be wrong with prose.
//!
//! May use: diag.

use super::links::OWN;
use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&RAW_HTML, &DANGEROUS_LINK, &INDENTED_CODE, &FALSE_LIST, &YEAR_LIST, &BLOCK_IN_TEXT];

static RAW_HTML: Code = Code { number: "MB0405", name: "raw-html" };
static DANGEROUS_LINK: Code = Code { number: "MB0406", name: "dangerous-link" };
static INDENTED_CODE: Code = Code { number: "MB0407", name: "indented-code" };
static FALSE_LIST: Code = Code { number: "MB0408", name: "false-list" };
static YEAR_LIST: Code = Code { number: "MB0409", name: "year-list" };
static BLOCK_IN_TEXT: Code = Code { number: "MB0855", name: "block-in-text" };

fn warning(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Warning, place: Some(place), what, why, fix }
}

fn cut(typed: &str) -> String {
    let mut short: String = typed.chars().filter(|c| !c.is_control()).take(40).collect();
    if typed.chars().count() > 40 {
        short.push('…');
    }
    short
}

/// HTML in the text.
pub fn raw_html(place: Place, typed: &str) -> Problem {
    let typed = cut(typed);
    warning(
        &RAW_HTML,
        place,
        Said::new(format!("Bài có mã HTML “{typed}”."), format!("The text holds HTML code: “{typed}”.")),
        Said::new("mã HTML không được chạy; người đọc sẽ thấy nguyên các ký hiệu này như chữ.", "HTML code is not run; readers will see these signs as text."),
        Said::new(
            "viết bằng dấu của Markdown: **đậm**, *nghiêng*, [chữ](địa chỉ), dòng trống giữa hai đoạn.",
            "write it with the marks of Markdown: **bold**, *italic*, [words](address), an empty line between paragraphs.",
        ),
    )
}

/// An address of a kind that is not allowed.
pub fn dangerous_link(place: Place, target: &str, nearest: Option<&str>) -> Problem {
    let target = cut(target);
    let own = OWN.map(|scheme| format!("{scheme}:")).join(" ");
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}: ?"), format!("did you mean: {near}: ?")),
        None => Said::new(
            format!("dùng địa chỉ bắt đầu bằng https:, http:, mailto:, tel:, # hoặc {own}."),
            format!("use an address that begins with https:, http:, mailto:, tel:, # or {own}."),
        ),
    };
    Problem {
        severity: Severity::Error,
        ..warning(
            &DANGEROUS_LINK,
            place,
            Said::new(format!("Không được dẫn đến địa chỉ “{target}”."), format!("A link may not lead to “{target}”.")),
            Said::new(
                "địa chỉ loại này có thể chạy mã trong máy người đọc, hoặc không mở được.",
                "an address of this kind could run code on the reader's machine, or opens nothing.",
            ),
            fix,
        )
    }
}

/// An address in a field that can only lead to another site or to a person.
pub fn outside_link(place: Place, target: &str) -> Problem {
    let fix = Said::new("viết địa chỉ đầy đủ, bắt đầu bằng https://.", "write the complete address, beginning with https://.");
    Problem { fix, ..dangerous_link(place, target, None) }
}

/// Four spaces at the beginning of a line.
pub fn indented_code(place: Place) -> Problem {
    warning(
        &INDENTED_CODE,
        place,
        Said::new("Dòng này bắt đầu bằng bốn dấu cách.", "This line begins with four spaces."),
        Said::new(
            "trên trang nó thành một khối mã máy tính, chữ không xuống dòng.",
            "on the page it becomes a block of computer code whose lines do not wrap.",
        ),
        Said::new("xóa các dấu cách ở đầu dòng.", "delete the spaces at the beginning of the line."),
    )
}

/// A line that begins with a mark Markdown does not know as a list.
pub fn false_list(place: Place, mark: char) -> Problem {
    warning(
        &FALSE_LIST,
        place,
        Said::new(format!("Dòng bắt đầu bằng “{mark}” không thành danh sách."), format!("A line that begins with “{mark}” does not become a list.")),
        Said::new("trên trang các dòng sẽ dính vào nhau thành một đoạn.", "on the page the lines will run together in one paragraph."),
        Said::new("thay dấu đó bằng gạch nối và một dấu cách: - xã …", "put a hyphen and a space in its place: - commune …"),
    )
}

/// A paragraph that begins with a year and a full stop.
pub fn year_list(place: Place, first: u64) -> Problem {
    warning(
        &YEAR_LIST,
        place,
        Said::new(
            format!("“{first}.” ở đầu dòng thành danh sách đánh số từ {first}."),
            format!("“{first}.” at the beginning of a line becomes a list numbered from {first}."),
        ),
        Said::new("đoạn văn sẽ thụt vào như một mục của danh sách.", "the paragraph will be indented like an item of a list."),
        Said::new(format!("thêm dấu \\ trước dấu chấm: {first}\\."), format!("put a \\ before the full stop: {first}\\.")),
    )
    .meant(format!("{first}."), format!("{first}\\."))
}

/// A table, bar or chart of live figures in the middle of a sentence, a list or a table.
pub fn block_in_text(place: Place) -> Problem {
    Problem {
        severity: Severity::Error,
        ..warning(
            &BLOCK_IN_TEXT,
            place,
            Said::new("Bảng hay biểu đồ số liệu này không đứng riêng một đoạn.", "This table or chart of figures does not stand in a paragraph of its own."),
            Said::new(
                "bảng và biểu đồ không nằm được giữa câu, trong danh sách hay trong ô bảng.",
                "a table or chart cannot stand inside a sentence, a list or a cell of a table.",
            ),
            Said::new("để một dòng trống trước và sau dòng ![…](…).", "leave an empty line before and after the line ![…](…)."),
        )
    }
}
