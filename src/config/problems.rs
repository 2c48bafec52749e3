//! The words for settings that cannot be used.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&BAD_LANGUAGE, &BAD_ADDRESS, &BAD_MARGIN, &BAD_COUNT, &KIND_TWICE];

static BAD_LANGUAGE: Code = Code { number: "MB0901", name: "bad-language-tag" };
static BAD_ADDRESS: Code = Code { number: "MB0902", name: "bad-base-url" };
static BAD_MARGIN: Code = Code { number: "MB0903", name: "bad-margin" };
static BAD_COUNT: Code = Code { number: "MB0905", name: "bad-reports-per-page" };
static KIND_TWICE: Code = Code { number: "MB0906", name: "area-kind-twice" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// Something that is no language tag.
pub fn bad_language(place: Place, typed: &str) -> Problem {
    error(
        &BAD_LANGUAGE,
        place,
        Said::new(format!("“{typed}” không phải một mã ngôn ngữ."), format!("“{typed}” is no language tag.")),
        Said::new("mã ngôn ngữ báo cho trình đọc màn hình biết phải đọc thế nào.", "the tag tells a screen reader how to speak the page."),
        Said::new("dùng mã như vi, en, hmn, km.", "use a tag such as vi, en, hmn, km."),
    )
}

/// Something that is no absolute address.
pub fn bad_address(place: Place, typed: &str) -> Problem {
    // A name of a host alone can be meant for its address only.
    let is_host = typed.contains('.') && typed.starts_with(char::is_alphanumeric) && typed.chars().all(|c| c.is_ascii_alphanumeric() || ".-/".contains(c));
    error(
        &BAD_ADDRESS,
        place,
        Said::new(format!("“{typed}” không phải địa chỉ trang đầy đủ."), format!("“{typed}” is no complete web address.")),
        Said::new("nguồn tin Atom, sơ đồ trang và liên kết chia sẻ cần địa chỉ đầy đủ.", "feeds, the sitemap and shared links need the complete address."),
        Said::new(
            "viết base_url = \"https://ten-mien.vn/\", hoặc xóa dòng này khi chưa có địa chỉ.",
            "write base_url = \"https://example.org/\", or delete the line while there is none.",
        ),
    )
    .likely_if(typed, Some(format!("https://{typed}")).filter(|_| is_host).as_deref())
}

/// A margin outside 0 to 100.
pub fn bad_margin(place: Place, typed: &str) -> Problem {
    error(
        &BAD_MARGIN,
        place,
        Said::new(format!("“{typed}” không phải số điểm phần trăm từ 0 đến 100."), format!("“{typed}” is no number of percentage points from 0 to 100.")),
        Said::new(
            "ngưỡng này quyết định việc nào được gọi là chậm và được in ở trang cách tính.",
            "this threshold decides what is called behind, and is printed on the method page.",
        ),
        Said::new("viết on_track_margin = \"10\".", "write on_track_margin = \"10\"."),
    )
}

/// So many reports on a page that none or no telephone could show them.
pub fn bad_count(place: Place, typed: &str) -> Problem {
    error(
        &BAD_COUNT,
        place,
        Said::new(format!("“{typed}” không phải số bài từ 1 đến 500."), format!("“{typed}” is no number of reports from 1 to 500.")),
        Said::new(
            "mỗi trang danh sách in chừng ấy bài; trang quá dài thì điện thoại tải chậm.",
            "each page of the archive shows so many; a page too long is slow on a telephone.",
        ),
        Said::new("viết reports_per_page = 20.", "write reports_per_page = 20."),
    )
    .likely_if(typed, Some("20"))
}

/// Two kinds of area of one id.
pub fn kind_twice(place: Place, id: &str) -> Problem {
    error(
        &KIND_TWICE,
        place,
        Said::new(format!("Loại địa bàn “{id}” được khai báo hai lần."), format!("The kind of area “{id}” is declared twice.")),
        Said::new(
            "không biết đơn vị thuộc cấp nào và được cộng cùng những đơn vị nào.",
            "it is unknown which level its areas have and which of them are summed together.",
        ),
        Said::new("giữ lại một [[area_kinds]], xóa cái kia hoặc đổi id.", "keep one of the two [[area_kinds]], delete the other or give it another id."),
    )
}
