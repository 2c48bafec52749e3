//! What other programs and interrupted commands have left behind.
//!
//! May use: diag, mend.

use std::ffi::OsString;

use super::around::Around;
use super::{Asked, Finding, at_places, few, told};
use crate::diag::Said;
use crate::mend::{self, State, Way};

/// Looks for workbooks that are open, writings that were interrupted, and files that wait for nobody.
pub fn look(asked: &Asked, around: &Around, findings: &mut Vec<Finding>) {
    let open: Vec<String> = around.own.iter().filter(|entry| is_note_of_office(entry.last())).map(|entry| entry.name.clone()).collect();
    if !open.is_empty() {
        findings.push(Finding::remark(
            "open-files",
            at_places("Có tệp đang mở trong Excel, Word hay LibreOffice", "Files are open in Excel, Word or LibreOffice", &open),
            Said::new(
                "lưu rồi đóng chúng trước khi nhập; không mở gì mà vẫn báo thì xóa các tệp nhỏ này.",
                "save and close them before an import; if nothing is open, delete these small files.",
            ),
        ));
    }
    let has_list = writing(asked, findings);
    let mut waiting: Vec<String> = Vec::new();
    if !has_list {
        let waits = |name: &str| [mend::NEW, mend::OLD].iter().any(|end| name.starts_with('.') && name.ends_with(end));
        waiting.extend(around.own.iter().filter(|entry| !entry.is_folder && waits(entry.last())).map(|entry| entry.name.clone()));
    }
    let mut name = OsString::from(".");
    name.push(asked.out.file_name().unwrap_or_default());
    name.push(mend::NEW);
    let staging = asked.out.with_file_name(name);
    if staging.is_dir() {
        waiting.push(told(&asked.root, &staging) + "/");
    }
    if !waiting.is_empty() {
        findings.push(Finding::remark(
            "leftovers",
            at_places("Còn tệp tạm của một lệnh bị dừng giữa chừng", "A command that was interrupted has left files behind", &waiting),
            Said::new(
                "chạy minhbach build: máy dọn thư mục tạm của lần dựng; các tệp tạm khác xóa được, không mất gì.",
                "run minhbach build, which clears what a build left; other such files can be deleted, nothing is lost.",
            ),
        ));
    }
    if open.is_empty() && waiting.is_empty() && !has_list {
        findings.push(Finding::fine(
            "leftovers",
            "Không có tệp đang mở trong Excel, không có tệp tạm bỏ lại.",
            "No file is open in Excel, and nothing was left behind by interrupted commands.",
        ));
    }
}

/// Tells of an interrupted writing; whether there is one.
fn writing(asked: &Asked, findings: &mut Vec<Finding>) -> bool {
    let Ok(Some((halves, way))) = mend::seen(&asked.root) else { return false };
    let all: Vec<String> = halves.iter().map(|half| half.file.clone()).collect();
    let changed: Vec<String> = halves.iter().filter(|half| half.state == State::Other).map(|half| half.file.clone()).collect();
    let what = at_places("Lần ghi nhiều tệp trước đây bị dừng giữa chừng", "A writing of several files was interrupted", &all);
    findings.push(match way {
        Way::On | Way::Back => Finding::remark(
            "interrupted-writing",
            what,
            Said::new("chạy minhbach check: máy tự làm cho xong, không mất gì.", "run minhbach check: it brings the writing to its end, nothing is lost."),
        ),
        Way::Stuck => Finding::in_the_way(
            "interrupted-writing",
            Said::new(
                format!("{} Đã bị sửa hoặc xóa sau đó: {}.", what.vi, few(&changed, true)),
                format!("{} Changed or removed since: {}.", what.en, few(&changed, false)),
            ),
            Said::new("chạy minhbach check và làm theo lời của lỗi MB1101.", "run minhbach check and do as the problem MB1101 says."),
        ),
    });
    true
}

/// The note Office and LibreOffice lay beside a file that is open.
fn is_note_of_office(name: &str) -> bool {
    name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'))
}
