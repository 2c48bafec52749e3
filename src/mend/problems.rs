//! The words for files that could not be written, and for a writing that was interrupted.
//!
//! Invariant: every sentence names the file and says what became of it and of the others.
//!
//! May use: diag, source.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::settle::{Half, State};
use crate::diag::{Code, Failure, Place, Problem, Said, Severity};
use crate::source::{let_write, reason, shown};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&WRITING_UNFINISHED, &WRITING_ENDED];

static WRITING_UNFINISHED: Code = Code { number: "MB1101", name: "writing-unfinished" };
static WRITING_ENDED: Code = Code { number: "MB1102", name: "writing-ended" };

/// How an interrupted writing was brought to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All files are new.
    Written,
    /// All files are old.
    TakenBack,
}

/// An interrupted writing that cannot be brought to its end, for the machine's sake or because of what somebody did.
pub fn unfinished(halves: &[Half], error: Option<&io::Error>) -> Problem {
    let first = halves.iter().find(|half| half.state == State::Other).or_else(|| halves.iter().find(|half| half.state == State::Old)).or(halves.first());
    let files = |state: State| names(halves.iter().filter(|half| half.state == state));
    let mut what = Said::new(
        "Lần ghi trước bị dừng giữa chừng (mất điện hay tắt máy) và chưa làm cho xong được.",
        "The last writing was interrupted (a power cut, a machine switched off) and could not be brought to its end.",
    );
    for (state, vi, en) in [
        (State::New, "Đã có số mới", "New already"),
        (State::Old, "Còn như cũ", "Still as before"),
        (State::Other, "Đã bị sửa hoặc xóa sau đó", "Changed or removed since"),
    ] {
        if let Some(files) = files(state) {
            what.vi += &format!(" {vi}: {files}.");
            what.en += &format!(" {en}: {files}.");
        }
    }
    let fix = match error {
        Some(error) => {
            let why = reason(error);
            Said::new(
                format!("máy không cho ghi vào thư mục này ({}). Cấp quyền ghi, đóng tệp ở chương trình khác, rồi chạy lại lệnh: máy tự làm cho xong.", why.vi),
                format!(
                    "the machine does not let this folder be written to ({}). Make it writable, close its files in other programs and run the command again: it brings the writing to its end.",
                    why.en
                ),
            )
        }
        None => Said::new(
            "chưa tệp nào bị đụng đến. Xem lại từng tệp trên, sửa cho khớp nhau (cùng số mới hoặc cùng số cũ), rồi xóa tệp .minhbach/writing và chạy lại lệnh.",
            "no file was touched. Look at each of these files, make them agree (all new or all as before), then delete the file .minhbach/writing and run the command again.",
        ),
    };
    Problem {
        code: &WRITING_UNFINISHED,
        severity: Severity::Error,
        place: first.map(|half| Place::whole(&Arc::from(half.file.as_str()))),
        what,
        why: Said::new(
            "các tệp này được ghi cùng nhau; nửa mới nửa cũ thì trang sẽ nói sai mà không ai biết.",
            "these files were written together; half new and half old, the site would be wrong and nobody would know.",
        ),
        fix,
    }
}

/// Whether a problem says that a writing could not be brought to its end.
pub fn is_unfinished(problem: &Problem) -> bool {
    problem.code == &WRITING_UNFINISHED
}

/// An interrupted writing that has been brought to its end.
pub fn ended(ended: Ended, halves: &[Half]) -> Problem {
    let files = names(halves.iter()).unwrap_or_default();
    let (what, fix) = match ended {
        Ended::Written => (
            Said::new(
                format!("Lần ghi trước bị dừng giữa chừng (mất điện hay tắt máy); nay đã ghi cho xong: {files}."),
                format!("The last writing was interrupted (a power cut, a machine switched off); it has now been brought to its end: {files}."),
            ),
            Said::new("không cần làm gì.", "nothing needs doing."),
        ),
        Ended::TakenBack => (
            Said::new(
                format!("Lần ghi trước bị dừng giữa chừng (mất điện hay tắt máy) và đã được bỏ; các tệp vẫn như trước lần ghi đó: {files}."),
                format!(
                    "The last writing was interrupted (a power cut, a machine switched off) and has been taken back; these files are as before it: {files}."
                ),
            ),
            Said::new("làm lại việc đó nếu vẫn cần (nhập tệp, lưu trang sửa).", "do it again if it is still wanted (import the file, save in the editor)."),
        ),
    };
    let why = Said::new("các tệp ghi cùng nhau luôn cùng mới hoặc cùng cũ.", "files written together are all new or all old.");
    Problem { code: &WRITING_ENDED, severity: Severity::Notice, place: None, what, why, fix }
}

/// So many files are named.
const NAMED: usize = 5;

fn names<'h>(halves: impl Iterator<Item = &'h Half>) -> Option<String> {
    let all: Vec<&str> = halves.map(|half| half.file.as_str()).collect();
    let more = if all.len() > NAMED { format!(" … (+{})", all.len() - NAMED) } else { String::new() };
    (!all.is_empty()).then(|| all[..all.len().min(NAMED)].join(", ") + &more)
}

/// A file could not be written.
pub fn not_written(path: &Path, error: &io::Error) -> Failure {
    let (why, close) = (reason(error), let_write(path));
    Failure::new(
        format!("Không ghi được {}: {}. Chưa có tệp nào bị thay đổi. {}", shown(path), why.vi, close.vi),
        format!("Could not write {}: {}. No file was changed. {}", shown(path), why.en, close.en),
    )
}

/// A file whose name is no name of a file on Windows.
pub fn a_device(path: &Path) -> Failure {
    Failure::new(
        format!("Không ghi {}: Windows giữ tên đó cho thiết bị. Chưa có tệp nào bị thay đổi. Chọn tên khác.", shown(path)),
        format!("{} cannot be written: Windows keeps that name for a device. No file was changed. Choose another name.", shown(path)),
    )
}

/// A file is not what it was when it was read.
pub fn changed_meanwhile(path: &Path) -> Failure {
    Failure::new(
        format!("Tệp {} vừa được người khác hoặc chương trình khác sửa. Chưa có tệp nào bị thay đổi. Chạy lại lệnh để xem số mới rồi hãy ghi.", shown(path)),
        format!(
            "{} has just been changed by somebody or another program. No file was changed. Run the command again, look at the new figures, then write.",
            shown(path)
        ),
    )
}

/// A file was changed between its new bytes and its old ones coming back.
pub fn changed_in_between(path: &Path) -> Failure {
    Failure::new(
        format!(
            "Ghi dở thì gặp lỗi; trong lúc trả lại như cũ thì tệp {} lại vừa bị sửa, nên được để nguyên. Gõ minhbach check để xem còn lại gì.",
            shown(path)
        ),
        format!(
            "Writing broke off, and while the files were put back somebody changed {}, so it was left alone. Type minhbach check to see what is left.",
            shown(path)
        ),
    )
}

/// A file could not get its old bytes back.
pub fn not_put_back(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!("Ghi dở thì gặp lỗi, và chưa trả lại được {} như cũ: {}. Sửa nguyên nhân này rồi chạy lại lệnh: máy tự làm tiếp.", shown(path), why.vi),
        format!(
            "Writing broke off, and {} could not be put back as it was: {}. Mend this cause and run the command again: it goes on from there.",
            shown(path),
            why.en
        ),
    )
}

/// A link leads out of the site folder.
pub fn not_of_the_site(path: &Path) -> Failure {
    Failure::new(
        format!("{} không phải tệp của trang này (nằm ngoài thư mục trang, có thể qua một liên kết). Chưa có tệp nào bị thay đổi.", shown(path)),
        format!("{} is not a file of this site (it lies outside its folder, perhaps through a link). No file was changed.", shown(path)),
    )
}

/// An earlier writing stands in the way of a new one.
pub fn still_unfinished(problem: &Problem) -> Failure {
    Failure::new(
        format!("{} Chưa ghi thêm gì. Cách sửa: {}", problem.what.vi, problem.fix.vi),
        format!("{} Nothing more was written. To fix: {}", problem.what.en, problem.fix.en),
    )
}
