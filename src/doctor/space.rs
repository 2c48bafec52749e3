//! Whether the disk has room for a new site beside the old one.
//!
//! May use: diag; crates fs4.

use super::around::{self, Around};
use super::{Asked, Finding, megabytes};
use crate::diag::Said;

const MEGABYTE: u64 = 1024 * 1024;
/// What a build needs besides the site it makes: its memory, and forms and exports made along the way.
const SPARE: u64 = 50 * MEGABYTE;
/// Less than this is worth knowing of on any disk.
const LITTLE: u64 = 500 * MEGABYTE;

/// Asks the disk.
pub fn look(asked: &Asked, around: &Around, findings: &mut Vec<Finding>) {
    findings.push(judged(fs4::available_space(&asked.root).ok(), around::bytes(&around.published)));
}

/// A new site is complete before the old one goes, so that for a moment the disk holds both.
pub(super) fn judged(free: Option<u64>, published: u64) -> Finding {
    let Some(free) = free else {
        return Finding::remark(
            "space",
            Said::new("Không hỏi được ổ đĩa còn trống bao nhiêu.", "The disk would not say how much room it has."),
            Said::new("tự xem ổ đĩa còn chỗ không.", "see for yourself whether the disk has room."),
        );
    };
    let need = published + SPARE;
    let what = |vi: &str, en: &str| {
        Said::new(format!("Ổ đĩa còn trống {} MB{vi}", megabytes(free, ',')), format!("The disk has {} MB of free room{en}", megabytes(free, '.')))
    };
    let fix = || Said::new("giải phóng chỗ trên ổ đĩa, hoặc chuyển trang sang ổ khác.", "free some space on the disk, or move the site to another one.");
    if free < need {
        let (vi, en) = (megabytes(need, ','), megabytes(need, '.'));
        Finding::in_the_way("space", what(&format!(", dựng trang cần khoảng {vi} MB."), &format!("; a build needs about {en} MB.")), fix())
    } else if free < LITTLE {
        Finding::remark("space", what(", sắp đầy.", " and is nearly full."), fix())
    } else {
        let said = what(".", ".");
        Finding::fine("space", said.vi, said.en)
    }
}
