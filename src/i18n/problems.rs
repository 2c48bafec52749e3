//! The words for what can be wrong with the words of a language.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&LANGUAGE_MISSING, &WORDS_BROKEN, &WORD_MISSING];

static LANGUAGE_MISSING: Code = Code { number: "MB0711", name: "language-missing" };
static WORDS_BROKEN: Code = Code { number: "MB0712", name: "words-broken" };
static WORD_MISSING: Code = Code { number: "MB0713", name: "word-missing" };

/// The site asks for a language the theme has no words for.
pub fn language_missing(tag: &str, offered: &[String]) -> Problem {
    let list = offered.join(", ");
    let fix = if offered.is_empty() {
        Said::new(format!("thêm tệp i18n/{tag}.ftl vào thư mục giao diện của trang."), format!("add a file i18n/{tag}.ftl to the theme folder of the site."))
    } else {
        Said::new(
            format!("trong site.toml chọn một trong các ngôn ngữ đã có: {list}; hoặc thêm tệp i18n/{tag}.ftl vào thư mục giao diện của trang."),
            format!("in site.toml choose one of the languages there are: {list}; or add a file i18n/{tag}.ftl to the theme folder of the site."),
        )
    };
    Problem {
        code: &LANGUAGE_MISSING,
        severity: Severity::Error,
        place: None,
        what: Said::new(format!("Giao diện chưa có lời bằng ngôn ngữ “{tag}”."), format!("The theme has no words in the language “{tag}”.")),
        why: Said::new("các nút, tiêu đề và chú thích của trang sẽ trống.", "buttons, headings and captions of the pages would be empty."),
        fix,
    }
}

/// A word file cannot be read at this place.
pub fn words_broken(place: Place, detail: &str) -> Problem {
    Problem {
        code: &WORDS_BROKEN,
        severity: Severity::Error,
        place: Some(place),
        what: Said::new("Máy không đọc được lời ở chỗ này.", format!("The words cannot be read here: {}.", detail.trim_end_matches('.'))),
        why: Said::new("lời viết ở đây sẽ không hiện trên trang nào.", "what is written here would appear on no page."),
        fix: Said::new(
            "viết mỗi lời trên một dòng: ten-loi = Lời hiện ra; tên chỉ gồm chữ không dấu, chữ số và gạch nối; dòng nối tiếp thụt vào bốn dấu cách.",
            "write each message on a line: message-name = Words shown; a name has plain letters, digits and hyphens only; indent continued lines by four spaces.",
        ),
    }
}

/// A message that the theme's first language has and this one has not; `file` is where it would stand.
pub fn word_missing(file: &str, tag: &str, id: &str) -> Problem {
    Problem {
        code: &WORD_MISSING,
        severity: Severity::Warning,
        place: Some(Place::whole(&file.into())),
        what: Said::new(format!("Ngôn ngữ “{tag}” thiếu lời “{id}”."), format!("The language “{tag}” lacks the message “{id}”.")),
        why: Said::new("trang hiện lời tiếng Việt ở chỗ này.", "pages show the Vietnamese words there."),
        fix: Said::new(format!("thêm một dòng {id} = … vào tệp này."), format!("add a line {id} = … to this file.")),
    }
}
