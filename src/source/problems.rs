//! The words for files that cannot be used as they lie on disk.
//!
//! May use: diag, letters.

use std::path::Path;
use std::sync::Arc;

use super::{reason, shown};
use crate::diag::{Code, Failure, Place, Problem, Said, Severity, Spot};
use crate::letters::Old;

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&FILE_TOO_LARGE, &NOT_UTF8, &SYMLINK_REFUSED, &NAME_UNREADABLE, &FILE_UNREADABLE, &TWO_NAMES_ONE_PLACE];

static FILE_TOO_LARGE: Code = Code { number: "MB0006", name: "file-too-large" };
static NOT_UTF8: Code = Code { number: "MB0007", name: "not-utf8" };
static SYMLINK_REFUSED: Code = Code { number: "MB0008", name: "symlink-refused" };
static NAME_UNREADABLE: Code = Code { number: "MB0012", name: "name-unreadable" };
static FILE_UNREADABLE: Code = Code { number: "MB0013", name: "file-unreadable" };
static TWO_NAMES_ONE_PLACE: Code = Code { number: "MB0014", name: "two-names-one-place" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// What a file that is not UTF-8 seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// An encoding that can be put into UTF-8.
    Old(Old),
    /// UTF-16 with a piece missing.
    BrokenUtf16,
    /// A Word, Excel or PDF file under another name.
    Office,
    /// UTF-8 with a few wrong bytes in it.
    Damaged,
    /// Some other encoding.
    Unknown,
}

/// Megabytes as a person reads them, to one decimal, rounded up so that a refused file never seems to fit.
fn megabytes(bytes: u64, comma: char) -> String {
    let tenths = (u128::from(bytes) * 10).div_ceil(1024 * 1024);
    match tenths % 10 {
        0 => format!("{}", tenths / 10),
        tenth => format!("{}{comma}{tenth}", tenths / 10),
    }
}

/// A file larger than any real one of its kind.
pub fn file_too_large(path: &Arc<str>, len: u64, limit: u64) -> Problem {
    let fix = if limit > super::read::TEXT_LIMIT {
        Said::new(
            "thu nhỏ ảnh hoặc nén tệp lại; tệp quá lớn thì đăng ở nơi khác và đặt đường dẫn tới đó.",
            "make the picture smaller or compress the file; what must stay this large goes elsewhere, with a link to it.",
        )
    } else {
        Said::new(
            "chia tệp theo đơn vị và theo năm; nếu đây là ảnh hay bảng tính bị đổi tên, lấy nó ra khỏi thư mục này.",
            "split it by area and by year; if it is a picture or a workbook under another name, take it out of this folder.",
        )
    };
    error(
        &FILE_TOO_LARGE,
        Place::whole(path),
        Said::new(format!("Tệp này nặng {} MB.", megabytes(len, ',')), format!("This file is {} MB large.", megabytes(len, '.'))),
        Said::new(
            format!("tệp loại này chỉ được đọc tới {} MB, để một tệp nhầm không làm máy quá tải.", megabytes(limit, ',')),
            format!("files of this kind are read up to {} MB, so that one mistake cannot overload the machine.", megabytes(limit, '.')),
        ),
        fix,
    )
}

/// The bytes are not UTF-8 text.
pub fn not_utf8(path: &Arc<str>, spot: Spot, encoding: Encoding) -> Problem {
    let (vi, en) = match encoding {
        Encoding::Old(Old::Utf16) => ("Tệp này được ghi theo mã UTF-16, không phải UTF-8.", "This file is written in UTF-16, not in UTF-8."),
        Encoding::BrokenUtf16 => {
            ("Tệp này có vẻ được ghi theo mã UTF-16 và bị hỏng một phần.", "This file seems to be written in UTF-16, and a part of it is damaged.")
        }
        Encoding::Old(Old::Windows1258) => (
            "Tệp này có vẻ được ghi theo mã Windows-1258 (tiếng Việt của Windows cũ), không phải UTF-8.",
            "This file seems to be written in Windows-1258 (Vietnamese of older Windows), not in UTF-8.",
        ),
        Encoding::Old(Old::Tcvn3) => (
            "Tệp này có vẻ được gõ theo mã TCVN3 (phông chữ .VnTime), không phải UTF-8.",
            "This file seems to be typed in TCVN3 (the .VnTime fonts), not in UTF-8.",
        ),
        Encoding::Old(Old::Vni) => (
            "Tệp này có vẻ được gõ theo mã VNI (phông chữ VNI-Times), không phải UTF-8.",
            "This file seems to be typed in VNI (the VNI-Times fonts), not in UTF-8.",
        ),
        Encoding::Office => ("Tệp này là tệp Word, Excel, PDF hoặc tệp nén, không phải tệp chữ.", "This is a Word, Excel, PDF or zip file, not a text file."),
        Encoding::Damaged => ("Từ chỗ này có chữ bị hỏng, không đọc được theo UTF-8.", "From here on there are damaged letters that cannot be read as UTF-8."),
        Encoding::Unknown => ("Tệp này không được ghi theo mã UTF-8.", "This file is not written in UTF-8."),
    };
    let why = match encoding {
        Encoding::Office => Said::new("tệp này không có dòng chữ nào máy đọc thẳng được.", "it holds no lines that can be read as they are."),
        _ => Said::new(
            "đọc nhầm mã thì tên người, tên xã và con số sẽ hiện sai trên trang.",
            "read in the wrong encoding, names of people and places would appear garbled on the pages.",
        ),
    };
    let fix = match encoding {
        Encoding::Old(Old::Utf16) => Said::new(
            "minhbach check --fix chuyển cả tệp sang UTF-8 (bản cũ được giữ ở .minhbach/luu/). Lần sau, trong PowerShell thay dấu > bằng: | Out-File -Encoding utf8 tên-tệp.",
            "minhbach check --fix converts the file to UTF-8 (the old one is kept in .minhbach/luu/). Next time, in PowerShell, write | Out-File -Encoding utf8 name instead of >.",
        ),
        Encoding::Old(_) => Said::new(
            "minhbach check --fix cho xem vài dòng, hỏi, rồi chuyển cả tệp sang UTF-8 (bản cũ được giữ ở .minhbach/luu/). Xem lại tên riêng và chữ hoa sau khi chuyển.",
            "minhbach check --fix shows some lines, asks, and converts the file to UTF-8 (the old one is kept in .minhbach/luu/). Read names and capitals again afterwards.",
        ),
        Encoding::BrokenUtf16 => Said::new(
            "mở tệp bằng Notepad hoặc VS Code, xem lại chữ ở chỗ hỏng và lưu lại với mã UTF-8.",
            "open it in Notepad or VS Code, look at the damaged part, and save it again as UTF-8.",
        ),
        Encoding::Office => Said::new(
            "chép nội dung vào một tệp chữ và lưu với mã UTF-8; nếu muốn đăng chính tệp này, đặt lại đuôi đúng của nó.",
            "copy its contents into a text file saved as UTF-8; to publish the file itself, give it back its right extension.",
        ),
        Encoding::Damaged => Said::new("gõ lại chữ ở chỗ này và lưu tệp với mã UTF-8.", "type the letter at this place again and save the file as UTF-8."),
        Encoding::Unknown => {
            Said::new("mở tệp bằng chương trình đã tạo ra nó và lưu lại với mã UTF-8.", "open it with the program that made it and save it again as UTF-8.")
        }
    };
    error(&NOT_UTF8, Place::at(path, spot), Said::new(vi, en), why, fix)
}

/// A symbolic link; `inside` says whether it stays in the site folder, and is unknown when it leads nowhere.
pub fn symlink_refused(path: &Arc<str>, inside: Option<bool>) -> Problem {
    let what = match inside {
        Some(true) => Said::new("Đây là một liên kết tới chỗ khác trong thư mục trang.", "This is a symbolic link to another place in the site folder."),
        Some(false) => Said::new("Đây là một liên kết ra ngoài thư mục trang.", "This is a symbolic link that leaves the site folder."),
        None => Said::new("Đây là một liên kết không dẫn tới đâu.", "This is a symbolic link that leads nowhere."),
    };
    let why = match inside {
        Some(true) => Said::new(
            "trên máy khác liên kết có thể mất hoặc chỉ sang tệp khác, và cùng một số liệu sẽ được đọc hai lần.",
            "on another machine it may be gone or lead elsewhere, and the same figures would be read twice.",
        ),
        _ => Said::new(
            "qua liên kết, tệp riêng trên máy này có thể lên trang công khai, và máy khác không dựng lại được trang.",
            "through a link, private files of this machine could become public, and no other machine could build the same site.",
        ),
    };
    let fix = Said::new("xóa liên kết và chép tệp thật vào chỗ của nó.", "delete the link and put a copy of the real file in its place.");
    error(&SYMLINK_REFUSED, Place::whole(path), what, why, fix)
}

/// A name that not every machine can hold.
pub fn name_unreadable(path: &Arc<str>) -> Problem {
    let name = path.rsplit('/').next().unwrap_or(path);
    if super::gather::is_kept_by_windows(name) {
        return error(
            &NAME_UNREADABLE,
            Place::whole(path),
            Said::new(format!("Tên “{name}” không dùng được trên Windows."), format!("The name “{name}” cannot be used on Windows.")),
            Said::new(
                "Windows giữ các tên con, prn, aux, nul, com1, lpt1 cho thiết bị và bỏ dấu chấm hay dấu cách ở cuối tên, nên không chép được trang sang đó.",
                "Windows keeps the names con, prn, aux, nul, com1, lpt1 for devices and drops a full stop or space at the end, so the site could not be copied there.",
            ),
            Said::new("đổi tên tệp hoặc thư mục.", "rename the file or folder."),
        );
    }
    error(
        &NAME_UNREADABLE,
        Place::whole(path),
        Said::new(format!("Tên “{name}” có ký tự không dùng được."), format!("The name “{name}” holds characters that cannot be used.")),
        Said::new(
            "máy Windows không lưu được tên có \\ : * ? \" < > | hoặc ký tự không nhìn thấy, nên không chép được trang sang đó.",
            "Windows cannot hold a name with \\ : * ? \" < > | or with characters no one can see, so the site could not be copied there.",
        ),
        Said::new(
            "đổi tên tệp hoặc thư mục, chỉ dùng chữ cái, chữ số, dấu chấm và gạch nối.",
            "rename the file or folder, using letters, digits, dots and hyphens only.",
        ),
    )
}

/// A file that could not be read; one that another program holds is to be closed there.
pub fn unread(path: &Arc<str>, disk: &Path, error: &std::io::Error) -> Problem {
    let problem = unreadable(path, &reason(error));
    if super::is_held(error) { Problem { fix: lowered(&super::close_it(disk)), ..problem } } else { problem }
}

/// A sentence that goes on after a colon.
fn lowered(said: &Said) -> Said {
    let lower = |text: &str| text.chars().next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + &text[first.len_utf8()..]);
    Said::new(lower(&said.vi), lower(&said.en))
}

/// A file the machine would not give.
pub fn unreadable(path: &Arc<str>, why: &Said) -> Problem {
    error(
        &FILE_UNREADABLE,
        Place::whole(path),
        Said::new(format!("Không đọc được chỗ này: {}.", why.vi), format!("This could not be read: {}.", why.en)),
        Said::new("thiếu nó thì trang sẽ thiếu số liệu mà không ai biết.", "without it the site would silently lack figures."),
        Said::new(
            "cấp quyền đọc cho người chạy lệnh; nếu tệp đang được chép hoặc vừa bị xóa, chạy lại lệnh sau khi xong.",
            "let the person who runs the command read it; if it is being copied or was just deleted, run the command again afterwards.",
        ),
    )
}

/// A pipe, a socket or a device among the files.
pub fn not_a_file(path: &Arc<str>) -> Problem {
    error(
        &FILE_UNREADABLE,
        Place::whole(path),
        Said::new("Đây không phải tệp thường.", "This is not an ordinary file."),
        Said::new("đọc một ống dẫn hoặc thiết bị có thể không bao giờ xong.", "reading a pipe or a device may never end."),
        Said::new("xóa nó khỏi thư mục trang.", "take it out of the site folder."),
    )
}

/// Two files that are one file on Windows and macOS.
pub fn two_names_one_place(path: &Arc<str>, other: &str) -> Problem {
    let what = if **path == *other {
        Said::new(
            format!("Có hai tệp cùng tên “{other}”, chỉ khác cách ghép dấu."),
            format!("There are two files named “{other}”; only the way their accents are put together differs."),
        )
    } else {
        Said::new(format!("Tên này chỉ khác “{other}” ở chữ hoa, chữ thường."), format!("This name differs from “{other}” only in capital letters."))
    };
    error(
        &TWO_NAMES_ONE_PLACE,
        Place::whole(path),
        what,
        Said::new(
            "trên Windows và macOS hai tên này là một tệp, nên một trong hai sẽ bị mất khi chép.",
            "on Windows and macOS the two names are one file, so one of the two would be lost in copying.",
        ),
        Said::new("đổi tên hoặc xóa một trong hai tệp.", "rename or delete one of the two files."),
    )
}

/// There is no site to read.
pub fn no_site_folder(root: &Path, error: &std::io::Error) -> Failure {
    let why = reason(error);
    Failure::new(
        format!("Không mở được thư mục trang {}: {}.", shown(root), why.vi),
        format!("The site folder {} could not be opened: {}.", shown(root), why.en),
    )
}
