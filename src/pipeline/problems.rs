//! The words for what only the whole line can notice: no settings, pages too heavy.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&NO_SETTINGS, &PAGE_TOO_HEAVY, &KEPT_WHOLE, &KIT_WITHOUT_ADDRESS];

static NO_SETTINGS: Code = Code { number: "MB0904", name: "no-settings" };
static PAGE_TOO_HEAVY: Code = Code { number: "MB0502", name: "page-too-heavy" };
static KEPT_WHOLE: Code = Code { number: "MB0503", name: "page-kept-whole" };
static KIT_WITHOUT_ADDRESS: Code = Code { number: "MB0504", name: "kit-without-address" };

/// There is no `site.toml`.
pub fn no_settings() -> Problem {
    Problem {
        code: &NO_SETTINGS,
        severity: Severity::Error,
        place: None,
        what: Said::new("Thư mục này không có tệp site.toml.", "This folder has no site.toml."),
        why: Said::new("tệp này cho biết tên trang, ngôn ngữ và cách viết số.", "it says the site's title, languages and how numbers are written."),
        fix: Said::new(
            "chạy lệnh trong thư mục của trang, hoặc tạo site.toml với một dòng title = \"Tên trang\".",
            "run the command in the site's folder, or make a site.toml with one line title = \"Name of the site\".",
        ),
    }
}

/// A page over the limit.
pub fn page_too_heavy(path: &str, bytes: u64, limit: u64) -> Problem {
    Problem {
        code: &PAGE_TOO_HEAVY,
        severity: Severity::Warning,
        place: None,
        what: Said::new(
            format!("Trang {path} nặng {bytes} byte khi nén, quá giới hạn {limit}."),
            format!("The page {path} weighs {bytes} bytes compressed, over the limit of {limit}."),
        ),
        why: Said::new("điện thoại rẻ trên mạng chậm phải chờ thêm một lượt tải.", "a cheap phone on a slow line waits for one more round trip."),
        fix: Said::new(
            "chia bớt nội dung: bài dài thành hai bài, số liệu theo từng năm.",
            "split the content: a long report into two, figures by single years.",
        ),
    }
}

/// A page that minifying would have changed.
pub fn kept_whole(path: &str) -> Problem {
    Problem {
        code: &KEPT_WHOLE,
        severity: Severity::Warning,
        place: None,
        what: Said::new(format!("Trang {path} được giữ nguyên, không rút gọn."), format!("The page {path} was kept as it was, not minified.")),
        why: Said::new(
            "trang này lồng quá sâu, hoặc rút gọn sẽ làm dính hay mất chữ trên trang.",
            "the page is nested too deeply, or minifying would have glued or lost words on it.",
        ),
        fix: Said::new(
            "không cần làm gì; nếu muốn trang nhẹ hơn, đặt minify = \"quick\" trong site.toml.",
            "nothing needs doing; for lighter pages set minify = \"quick\" in site.toml.",
        ),
    }
}

/// Notice kits are wanted, and nobody said where the site lies.
pub fn kit_without_address() -> Problem {
    Problem {
        code: &KIT_WITHOUT_ADDRESS,
        severity: Severity::Warning,
        place: Some(Place::whole(&"site.toml".into())),
        what: Said::new(
            "Bộ thông báo không có mã QR và địa chỉ trang, vì chưa biết trang nằm ở đâu.",
            "The notice kits have no QR code and no address, because nobody said where the site lies.",
        ),
        why: Said::new(
            "người đọc tờ niêm yết không mở được trang để xem đủ số và nguồn.",
            "who reads the sheet cannot open the page with all figures and their sources.",
        ),
        fix: Said::new(
            "thêm vào site.toml dòng base_url = \"https://…/\" với địa chỉ thật của trang.",
            "add a line base_url = \"https://…/\" with the true address of the site to site.toml.",
        ),
    }
}
