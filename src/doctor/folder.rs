//! Whether there is a site at all, and whether it can be read.
//!
//! May use: diag, source.

use std::fs;

use super::around::Around;
use super::{Asked, Finding, at_places};
use crate::diag::Said;
use crate::source::{reason, shown};

/// Looks for the folder and its settings; false where there is no folder to look into.
pub fn look(asked: &Asked, findings: &mut Vec<Finding>) -> bool {
    let root = &asked.root;
    if let Err(error) = fs::read_dir(root) {
        let why = reason(&error);
        findings.push(Finding::in_the_way(
            "site-folder",
            Said::new(
                format!("Không mở được thư mục trang {}: {}.", shown(root), why.vi),
                format!("The site folder {} cannot be opened: {}.", shown(root), why.en),
            ),
            Said::new(
                "vào thư mục của trang rồi chạy lại, hoặc thêm --site và tên thư mục.",
                "go into the folder of the site and run the command again, or add --site and its name.",
            ),
        ));
        return false;
    }
    let place = std::path::absolute(root).unwrap_or_else(|_| root.clone());
    match fs::read(root.join("site.toml")) {
        Ok(_) => findings.push(Finding::fine("site-folder", format!("Thư mục trang: {}.", shown(&place)), format!("The site folder: {}.", shown(&place)))),
        Err(error) => {
            let why = reason(&error);
            findings.push(Finding::in_the_way(
                "site-folder",
                Said::new(
                    format!("Thư mục {} không có site.toml đọc được: {}.", shown(&place), why.vi),
                    format!("The folder {} has no site.toml that can be read: {}.", shown(&place), why.en),
                ),
                Said::new(
                    "vào đúng thư mục của trang rồi chạy lại, hoặc thêm --site và tên thư mục.",
                    "go into the folder of the site and run the command again, or add --site and its name.",
                ),
            ));
        }
    }
    true
}

/// Tells of folders and files the machine would not show.
pub fn unreadable(around: &Around, findings: &mut Vec<Finding>) {
    let places: Vec<String> = around.refused.iter().map(|(place, _)| place.clone()).collect();
    if let Some((_, why)) = around.refused.first() {
        findings.push(Finding::in_the_way(
            "unreadable",
            at_places(&format!("Có chỗ không đọc được ({})", why.vi), &format!("Some places cannot be read ({})", why.en), &places),
            Said::new("cấp quyền đọc cho người chạy lệnh.", "let the person who runs the command read them."),
        ));
    }
}
