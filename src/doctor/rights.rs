//! Whether the folders commands write to can be written to, asked without writing.
//!
//! Chosen: the system is asked whether it would allow it. Refused: a file made and removed again, because it changes the
//! time of the folder, wakes programs that copy folders to other machines, and stays there if the power fails.
//!
//! May use: diag, source; crates rustix.

use std::io;
use std::path::Path;

use super::around::Around;
use super::{Asked, Finding, at_places, told};
use crate::diag::Said;
use crate::source::{reason, shown};

/// Looks at every folder a command writes to.
pub fn look(asked: &Asked, around: &Around, findings: &mut Vec<Finding>) {
    let mut refused = Vec::new();
    for folder in [&asked.root, &asked.root.join("content"), &asked.root.join(".minhbach"), &asked.out] {
        match writable(folder) {
            // What is not there yet is made in the site folder.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Ok(()) => {}
            Err(error) => {
                let name = told(&asked.root, folder);
                let place = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
                refused.push((if name.is_empty() { shown(&place) } else { name }, reason(&error)));
            }
        }
    }
    let places: Vec<String> = refused.iter().map(|(place, _)| place.clone()).collect();
    match refused.first() {
        None => findings.push(Finding::fine(
            "rights",
            "Ghi được vào thư mục trang, content, public và .minhbach.",
            "The site folder, content, public and .minhbach can be written to.",
        )),
        Some((_, why)) => findings.push(Finding::in_the_way(
            "rights",
            at_places(&format!("Không ghi được ({}) vào", why.vi), &format!("Cannot be written to ({})", why.en), &places),
            Said::new(
                "cấp quyền ghi cho người chạy lệnh, hoặc chép trang sang thư mục khác (không phải đĩa CD, thư mục chỉ đọc). minhbach check vẫn chạy được.",
                "give the person who runs the command the right to write there, or copy the site elsewhere (no CD, no read-only folder). minhbach check still works.",
            ),
        )),
    }
    let locked: Vec<String> = around.content().filter(|entry| entry.is_read_only).map(|entry| entry.name.clone()).collect();
    if !locked.is_empty() {
        findings.push(Finding::remark(
            "read-only-files",
            at_places("Có tệp chỉ cho đọc, máy không sửa vào được", "Some files can only be read, so that nothing can be mended in them", &locked),
            Said::new(
                "bỏ dấu “Read-only” trong Properties của tệp, nếu muốn nhập Excel hay sửa trong trình duyệt.",
                "take away “Read-only” in the properties of the file, if Excel is to be imported or files edited in the browser.",
            ),
        ));
    }
}

/// Whether a file could be made in a folder.
#[cfg(unix)]
fn writable(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    if !std::fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Whether a file could be made in a folder: it is opened as if one were to be.
#[cfg(windows)]
fn writable(folder: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    /// A file may be added; without this flag no folder can be opened.
    /// <https://learn.microsoft.com/windows/win32/fileio/file-access-rights-constants>
    const FILE_ADD_FILE: u32 = 0x2;
    const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
    if !std::fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    std::fs::OpenOptions::new().access_mode(FILE_ADD_FILE).custom_flags(FILE_FLAG_BACKUP_SEMANTICS).open(folder).map(drop)
}

#[cfg(not(any(unix, windows)))]
fn writable(folder: &Path) -> io::Result<()> {
    match std::fs::metadata(folder)?.permissions().readonly() {
        true => Err(io::ErrorKind::PermissionDenied.into()),
        false => Ok(()),
    }
}
