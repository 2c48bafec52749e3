//! The words for what only the whole line can notice: no settings, rates that do not add up, pages too heavy.
//!
//! May use: diag, figures, model.

use crate::diag::{Code, Place, Problem, Said, Severity};
use crate::figures::{FigureIx, Figures, SheetFigures, Verdict};
use crate::model::{Quantity, Reading, Record, Sheet};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&NO_SETTINGS, &RATE_MISMATCH, &RATE_TRUNCATED, &PAGE_TOO_HEAVY, &KEPT_WHOLE];

static NO_SETTINGS: Code = Code { number: "MB0904", name: "no-settings" };
static RATE_MISMATCH: Code = Code { number: "MB0801", name: "rate-mismatch" };
static RATE_TRUNCATED: Code = Code { number: "MB0802", name: "rate-truncated" };
static PAGE_TOO_HEAVY: Code = Code { number: "MB0502", name: "page-too-heavy" };
static KEPT_WHOLE: Code = Code { number: "MB0503", name: "page-kept-whole" };

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

/// Stated rates that disagree with the amounts they are a share of. A note on the line says that the
/// editor knows; the page prints both either way.
pub fn of_figures(record: &Record, figures: &Figures) -> Vec<Problem> {
    let mut problems = Vec::new();
    for of_sheet in figures.sheets.values() {
        let Some(sheet) = record.sheets.get(&(of_sheet.area, of_sheet.period)) else { continue };
        let money = of_sheet.money.iter().map(|l| (l.verdict, l.rate, l.progress));
        let indicators = of_sheet.indicators.iter().map(|l| (l.verdict, l.rate, l.progress));
        for (verdict, rate, progress) in money.chain(indicators) {
            if let (Verdict::Mismatch | Verdict::Truncated, Some(rate), Some(progress)) = (verdict, rate, progress)
                && of_sheet.fact(sheet, rate).is_some_and(|f| f.note.is_none())
            {
                problems.push(disagreement(of_sheet, sheet, verdict, rate, progress));
            }
        }
    }
    problems
}

fn disagreement(figures: &SheetFigures, sheet: &Sheet, verdict: Verdict, rate: FigureIx, progress: FigureIx) -> Problem {
    let place: Option<Place> = figures.fact(sheet, rate).map(|f| f.place.clone());
    let stated = figures.reading(sheet, rate).typed.clone();
    let counted = number(figures.reading(sheet, progress));
    let (code, what) = match verdict {
        Verdict::Truncated => (
            &RATE_TRUNCATED,
            Said::new(
                format!("Nguồn nêu {stated}, nhưng đó là số bị cắt bớt: tính lại và làm tròn là {}.", vi(&counted)),
                format!("The source states {stated}, which is cut off, not rounded: recomputed it is {counted}%."),
            ),
        ),
        _ => (
            &RATE_MISMATCH,
            Said::new(
                format!("Nguồn nêu {stated}, nhưng tính lại từ số tiền là {}.", vi(&counted)),
                format!("The source states {stated}, but its amounts give {counted}%."),
            ),
        ),
    };
    Problem {
        code,
        severity: Severity::Warning,
        place,
        what,
        why: Said::new("trang in cả hai số và không sửa số nào; người đọc sẽ hỏi vì sao.", "the page prints both and corrects neither; readers will ask why."),
        fix: Said::new(
            "đối chiếu lại với nguồn; nếu gõ đúng như nguồn, thêm note: giải thích cho người đọc.",
            "compare with the source; if it is typed as the source has it, add note: with an explanation for readers.",
        ),
    }
}

fn number(reading: &Reading) -> String {
    match &reading.quantity {
        Quantity::Exact(n) => n.0.to_string(),
        _ => String::new(),
    }
}

fn vi(number: &str) -> String {
    format!("{}%", number.replace('.', ","))
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
