//! The words for what only the whole line can notice: no settings, pages too heavy, what has no translation yet.
//!
//! May use: diag.

use std::sync::Arc;

use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&NO_SETTINGS, &PAGE_TOO_HEAVY, &KEPT_WHOLE, &KIT_WITHOUT_ADDRESS, &CARDS_WITHOUT_ADDRESS, &TEXT_UNTRANSLATED, &FILE_UNTRANSLATED];

static NO_SETTINGS: Code = Code { number: "MB0904", name: "no-settings" };
static PAGE_TOO_HEAVY: Code = Code { number: "MB0502", name: "page-too-heavy" };
static KEPT_WHOLE: Code = Code { number: "MB0503", name: "page-kept-whole" };
static CARDS_WITHOUT_ADDRESS: Code = Code { number: "MB0508", name: "cards-without-address" };
static KIT_WITHOUT_ADDRESS: Code = Code { number: "MB0504", name: "kit-without-address" };
static TEXT_UNTRANSLATED: Code = Code { number: "MB0219", name: "text-untranslated" };
static FILE_UNTRANSLATED: Code = Code { number: "MB0415", name: "file-untranslated" };

/// So many lines or files are named in one note; the rest is counted.
const NAMED: usize = 8;

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

/// Texts of a file that have no words in a language of the site.
pub fn text_untranslated(place: Place, first: &str, language: &str, lines: &[u32]) -> Problem {
    let count = lines.len();
    let mut named: Vec<u32> = lines.to_vec();
    named.dedup();
    let (vi_rest, en_rest) = if named.len() > NAMED { (" …", " …") } else { ("", "") };
    let named: Vec<String> = named.iter().take(NAMED).map(u32::to_string).collect();
    let named = named.join(", ");
    let (texts, lines) = (if count == 1 { "text has" } else { "texts have" }, if count == 1 { "line" } else { "lines" });
    let fix = if place.file.ends_with(".toml") {
        Said::new(
            format!("viết lời của cả hai ngôn ngữ: {{ {first} = \"…\", {language} = \"…\" }}."),
            format!("write the words of both languages: {{ {first} = \"…\", {language} = \"…\" }}."),
        )
    } else {
        Said::new(
            format!("để trống sau dấu hai chấm, rồi viết mỗi ngôn ngữ một dòng thụt vào: {first}: … và {language}: …"),
            format!("leave nothing after the colon and write an indented line for each language: {first}: … and {language}: …"),
        )
    };
    Problem {
        code: &TEXT_UNTRANSLATED,
        severity: Severity::Notice,
        place: Some(place),
        what: Said::new(
            format!("{count} chỗ chưa có lời bằng ngôn ngữ “{language}”: dòng {named}{vi_rest}."),
            format!("{count} {texts} no words in the language “{language}” yet: {lines} {named}{en_rest}."),
        ),
        why: Said::new(
            "trên trang bằng ngôn ngữ ấy, những chỗ này hiện lời của ngôn ngữ chính.",
            "pages in that language show the words of the first language there.",
        ),
        fix,
    }
}

/// Reports or pages of a folder that have no file in a language of the site.
pub fn file_untranslated(folder: &str, first: &str, language: &str, files: &[&Arc<str>]) -> Problem {
    let short = |file: &str| file.strip_prefix(folder).unwrap_or(file).trim_start_matches('/').to_owned();
    let named: Vec<String> = files.iter().take(NAMED).map(|file| short(file)).collect();
    let rest = if files.len() > NAMED { ", …" } else { "" };
    let named = named.join(", ");
    let original = files.first().map_or("", |file| file.trim_end_matches(".md"));
    let original = original.strip_suffix(&format!(".{first}")).unwrap_or(original);
    let wanted = format!("{original}.{language}.md");
    let count = files.len();
    let have = if count == 1 { "file has" } else { "files have" };
    Problem {
        code: &FILE_UNTRANSLATED,
        severity: Severity::Notice,
        place: files.first().map(|file| Place::whole(file)),
        what: Said::new(
            format!("{count} tệp trong {folder} chưa có bản bằng ngôn ngữ “{language}”: {named}{rest}."),
            format!("{count} {have} no version in the language “{language}” in {folder}: {named}{rest}."),
        ),
        why: Said::new("người đọc ngôn ngữ ấy gặp bản bằng ngôn ngữ chính.", "who reads that language comes upon the version in the first language."),
        fix: Said::new(format!("dịch rồi lưu bên cạnh bản gốc: {wanted}."), format!("translate it and save it beside the original: {wanted}.")),
    }
}

/// Share cards are asked for, and nobody said where the site lies.
pub fn cards_without_address() -> Problem {
    Problem {
        code: &CARDS_WITHOUT_ADDRESS,
        severity: Severity::Warning,
        place: Some(Place::whole(&"site.toml".into())),
        what: Said::new("Trang không có thẻ chia sẻ, vì chưa biết trang nằm ở đâu.", "The site has no share cards, because nobody said where it lies."),
        why: Said::new("Zalo và Facebook chỉ hiện thẻ có địa chỉ đầy đủ.", "chats show only a card with a full address."),
        fix: Said::new(
            "thêm vào site.toml dòng base_url = \"https://…/\" với địa chỉ thật của trang, hoặc xóa dòng cards = true.",
            "add a line base_url = \"https://…/\" with the true address of the site to site.toml, or delete the line cards = true.",
        ),
    }
}
