//! The words for a publication that could not be made.
//!
//! Invariant: every sentence names the path and says what became of the published site.
//!
//! May use: diag, source.

use std::io;
use std::path::Path;

use crate::diag::{Failure, Said};
use crate::source::{is_held, is_read_only, let_write, reason, shown};

/// Something went wrong before anything published was touched.
pub fn untouched(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    let hint = match (is_full(error), is_held(error) || is_read_only(path)) {
        (true, _) => free_space(),
        (_, true) => {
            let close = let_write(path);
            Said::new(format!(" {}", close.vi), format!(" {}", close.en))
        }
        _ => Said::new("", ""),
    };
    Failure::new(
        format!("Không ghi được {}: {}. Trang đã đăng vẫn nguyên như cũ.{}", shown(path), why.vi, hint.vi),
        format!("Could not write {}: {}. The published site is as it was.{}", shown(path), why.en, hint.en),
    )
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

fn free_space() -> Said {
    Said::new(" Giải phóng chỗ trên ổ đĩa rồi chạy lại.", " Free some space on the disk and run the command again.")
}

/// A file of the published site could not be looked at.
pub fn unseen(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!("Không xem được {}: {}. Trang đã đăng vẫn nguyên như cũ.", shown(path), why.vi),
        format!("Could not look at {}: {}. The published site is as it was.", shown(path), why.en),
    )
}

/// A commit broke off at `place` and could not be undone at once.
pub fn half_done(place: &Path, error: &io::Error, again: &io::Error) -> Failure {
    let (why, then) = (reason(error), reason(again));
    Failure::new(
        format!(
            "Đang đăng {} thì gặp lỗi: {}; và chưa trả lại được như cũ: {} ({again}). Chạy lại lệnh này: nó sẽ trả lại trang cũ trước khi làm tiếp.",
            shown(place),
            why.vi,
            then.vi
        ),
        format!(
            "Publishing {} broke off: {}; and the old site could not be put back yet: {} ({again}). Run the command again: it puts the old site back before it does anything else.",
            shown(place),
            why.en,
            then.en
        ),
    )
}

/// An interrupted commit is still there and cannot be undone.
pub fn not_put_back(out: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!(
            "Lần đăng trước vào {} bị dừng giữa chừng và chưa trả lại được trang cũ: {} ({error}). Sửa nguyên nhân này rồi chạy lại lệnh.",
            shown(out),
            why.vi
        ),
        format!(
            "The last publication into {} was interrupted and the old site could not be put back: {} ({error}). Mend this cause and run the command again.",
            shown(out),
            why.en
        ),
    )
}

/// The site is published but the record of it is not.
pub fn unrecorded(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!("Trang đã đăng xong, nhưng không ghi được sổ {}: {}. Lần chạy sau sẽ ghi lại.", shown(path), why.vi),
        format!("The site is published, but its record {} could not be written: {}. The next run writes it.", shown(path), why.en),
    )
}

/// The site folder cannot hold `.minhbach/`.
pub fn no_notes(path: &Path, error: &io::Error) -> Failure {
    let why = reason(error);
    let fix = match is_full(error) {
        true => free_space(),
        false => Said::new(" Cấp quyền ghi vào thư mục trang rồi chạy lại.", " Make the site folder writable and run the command again."),
    };
    Failure::new(
        format!("Không ghi được vào {}, nơi ghi lại những gì đã đăng: {}. Trang đã đăng vẫn nguyên như cũ.{}", shown(path), why.vi, fix.vi),
        format!("Could not write to {}, where what was published is recorded: {}. The published site is as it was.{}", shown(path), why.en, fix.en),
    )
}

/// Another build holds the lock.
pub fn locked(root: &Path) -> Failure {
    Failure::new(
        format!("Đang có một lần dựng khác của trang {}. Đợi nó xong rồi chạy lại.", shown(root)),
        format!("Another build of this site is running ({}). Wait until it has finished and run the command again.", shown(root)),
    )
}

/// The folder named for the site must not be published to.
pub fn refused_folder(out: &Path, why: Said) -> Failure {
    Failure::new(
        format!("Không đăng vào {}: {}. Chọn một thư mục riêng, ví dụ public.", shown(out), why.vi),
        format!("The site cannot be published into {}: {}. Choose a folder of its own, such as public.", shown(out), why.en),
    )
}

/// A file this site did not make lies where a page belongs.
pub fn foreign(path: &Path) -> Failure {
    Failure::new(
        format!("{} không phải do trang này tạo ra, nên không bị ghi đè. Dọn trống thư mục đăng, dời tệp đó đi, hoặc chọn thư mục khác.", shown(path)),
        format!("{} was not made by this site and is not overwritten. Empty the folder, move that file away, or choose another folder.", shown(path)),
    )
}

/// An address that cannot be a file below the published folder.
pub fn no_address(path: &str) -> Failure {
    Failure::new(
        format!("“{path}” không thể là tên tệp trong trang. Trang đã đăng vẫn nguyên như cũ."),
        format!("“{path}” cannot be the name of a file of the site. The published site is as it was."),
    )
}

/// One address was claimed twice, or kept although it was never there.
pub fn inconsistent(path: &str) -> Failure {
    Failure::new(
        format!("Tệp “{path}” chưa được ghi trọn vẹn hoặc có hai bản khác nhau, nên không đăng. Trang đã đăng vẫn nguyên như cũ."),
        format!("The file “{path}” was not completed or was made twice, so nothing is published. The published site is as it was."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_file_that_excel_holds_is_to_be_closed_there() {
        let failure = untouched(Path::new("public/so-lieu.csv"), &io::ErrorKind::ResourceBusy.into());
        assert_eq!(
            failure.said.vi,
            "Không ghi được public/so-lieu.csv: đang có chương trình khác dùng. Trang đã đăng vẫn nguyên như cũ. Hãy đóng tệp trong Excel rồi chạy lại lệnh."
        );
        assert!(!untouched(Path::new("public"), &io::ErrorKind::NotADirectory.into()).said.en.contains("close"), "nothing to close");
    }
}
