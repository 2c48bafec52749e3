//! The words for what can be wrong with a theme.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity, Spot};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&TEMPLATE_BROKEN, &TEMPLATE_FAILED, &UNKNOWN_TOKEN, &BAD_TOKEN_VALUE, &THEME_MISSING];

static TEMPLATE_BROKEN: Code = Code { number: "MB0701", name: "template-broken" };
static TEMPLATE_FAILED: Code = Code { number: "MB0702", name: "template-failed" };
static UNKNOWN_TOKEN: Code = Code { number: "MB0703", name: "unknown-token" };
static BAD_TOKEN_VALUE: Code = Code { number: "MB0704", name: "bad-token-value" };
static THEME_MISSING: Code = Code { number: "MB0705", name: "theme-missing" };

fn error(code: &'static Code, place: Option<Place>, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place, what, why, fix }
}

/// A template the engine cannot read; `detail` is what the engine says, which it says in English.
pub fn template_broken(place: Option<Place>, detail: &Said) -> Problem {
    error(
        &TEMPLATE_BROKEN,
        place,
        Said::new(format!("Máy không đọc được mẫu trang này: {}", detail.vi), format!("This template cannot be read: {}", detail.en)),
        Said::new("mọi trang dùng mẫu này đều không dựng được.", "no page that uses it can be drawn."),
        Said::new(
            "sửa chỗ được chỉ; hoặc xóa tệp này khỏi giao diện của trang để dùng mẫu có sẵn cùng tên.",
            "mend the place shown; or delete the file from the site's theme to use the built-in one of the same name.",
        ),
    )
}

/// A template that could not draw a page; `detail` is what the engine says, in English.
pub fn template_failed(place: Option<Place>, page: &str, detail: &str) -> Problem {
    error(
        &TEMPLATE_FAILED,
        place,
        Said::new(format!("Không dựng được trang “{page}”: {detail}"), format!("The page “{page}” could not be drawn: {detail}")),
        Said::new("trang này không thể công bố.", "the page cannot be published."),
        Said::new(
            "sửa mẫu ở chỗ được chỉ; mỗi mẫu được biết những gì ghi trong themes/default/README.md.",
            "mend the template at the place shown; what each layout is told is written in themes/default/README.md.",
        ),
    )
}

/// A colour or measure the theme does not have.
pub fn unknown_token(spot: Spot, token: &str, nearest: Option<&str>, known: &[&str]) -> Problem {
    let list = known.join(", ");
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}?"), format!("did you mean: {near}?")),
        None => Said::new(format!("dùng một trong các tên: {list}."), format!("use one of: {list}.")),
    };
    error(
        &UNKNOWN_TOKEN,
        settings(spot),
        Said::new(format!("Giao diện không có màu hay số đo tên “{token}”."), format!("The theme has no colour or measure named “{token}”.")),
        Said::new("giá trị này sẽ không đổi gì trên trang.", "the value would change nothing on the pages."),
        fix,
    )
}

/// A value that is no colour or measure.
pub fn bad_token_value(spot: Spot, token: &str, value: &str, colour: bool) -> Problem {
    let fix = if colour {
        Said::new(format!("viết mã màu, ví dụ: {token} = \"#7a1f1f\""), format!("write a colour, for example: {token} = \"#7a1f1f\""))
    } else {
        Said::new(format!("viết một số đo, ví dụ: {token} = \"1.5rem\""), format!("write a measure, for example: {token} = \"1.5rem\""))
    };
    error(
        &BAD_TOKEN_VALUE,
        settings(spot),
        Said::new(format!("“{value}” không dùng được cho “{token}”."), format!("“{value}” cannot stand for “{token}”.")),
        Said::new("giá trị lạ có thể làm hỏng cả phần trình bày của trang.", "a strange value could break the style of every page."),
        fix,
    )
}

/// The site names a theme whose folder holds nothing.
pub fn theme_missing(name: &str) -> Problem {
    error(
        &THEME_MISSING,
        settings(Spot::default()),
        Said::new(format!("Không có tệp nào trong themes/{name}."), format!("There are no files in themes/{name}.")),
        Said::new("trang nhờ giao diện này quyết định cách trình bày.", "the site relies on this theme for its looks."),
        Said::new(
            format!("đặt theme = \"default\" trong site.toml, hoặc thêm tệp vào themes/{name}."),
            format!("set theme = \"default\" in site.toml, or put files into themes/{name}."),
        ),
    )
}

fn settings(spot: Spot) -> Option<Place> {
    Some(Place::at(&"site.toml".into(), spot))
}
