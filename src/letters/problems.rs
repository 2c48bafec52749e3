//! The words for old letters in a file.
//!
//! May use: diag.

use std::sync::Arc;

use super::{Doubt, Old, Seen, seen};
use crate::diag::{Code, Place, Problem, Said, Severity, Spot};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&OLD_FONT_TEXT];

static OLD_FONT_TEXT: Code = Code { number: "MB0011", name: "old-font-text" };

/// The old letters of a file, if it has any: one problem a file, at the first of them.
pub fn of(text: &str, file: &Arc<str>) -> Option<Problem> {
    seen(text).map(|seen| old_font_text(file, &seen))
}

fn old_font_text(file: &Arc<str>, seen: &Seen) -> Problem {
    let (before, after) = &seen.sample;
    let name = match seen.old {
        Old::Tcvn3 => "TCVN3/ABC",
        Old::Utf16 | Old::Windows1258 | Old::Vni => seen.old.name(),
    };
    let fix = match &seen.doubt {
        None => Said::new(
            "minhbach check --fix cho xem vài dòng, hỏi, rồi chuyển cả tệp sang Unicode (bản cũ được giữ ở .minhbach/luu/). Xem lại tên riêng và chữ hoa sau khi chuyển.",
            "minhbach check --fix shows some lines, asks, and converts the file to Unicode (the old one is kept in .minhbach/luu/). Read names and capitals again afterwards.",
        ),
        Some(Doubt::Mixed(line)) => Said::new(
            format!(
                "dòng {line} lẫn chữ cũ với chữ Unicode, nên máy không tự chuyển. Chép riêng đoạn chữ cũ, chuyển bằng UniKey Toolkit (Ctrl+Shift+F6), rồi dán lại."
            ),
            format!(
                "line {line} has old letters beside Unicode, so it is not converted automatically. Copy the old part, convert it with the UniKey Toolkit (Ctrl+Shift+F6), and paste it back."
            ),
        ),
        Some(Doubt::Lost(line, typed, meant)) => Said::new(
            format!(
                "chữ ư đã mất khi chép: “{typed}” ở dòng {line} lẽ ra là “{meant}”, nên máy không tự chuyển. Chuyển tệp gốc bằng UniKey Toolkit (Ctrl+Shift+F6), rồi dán lại."
            ),
            format!(
                "the letter ư was lost in copying: “{typed}” on line {line} should be “{meant}”, so it is not converted automatically. Convert the original with the UniKey Toolkit (Ctrl+Shift+F6), and paste it again."
            ),
        ),
    };
    Problem {
        code: &OLD_FONT_TEXT,
        severity: Severity::Error,
        place: Some(Place::at(file, Spot { line: seen.line, column: seen.column, width: seen.width })),
        what: Said::new(
            format!("Chữ trong tệp dùng bảng mã cũ ({name}): “{before}” là “{after}”."),
            format!("The text uses old letters ({name}): “{before}” is “{after}”."),
        ),
        why: Said::new(
            "chữ này chỉ đọc được bằng phông cũ; trên trang, người đọc thấy chữ sai và không tìm ra.",
            "they can be read in the old font only; on the pages readers see garbled words, and search does not find them.",
        ),
        fix,
    }
}
