//! Whether the clock can be right.
//!
//! A clock that stands in the past dates releases and corrections wrongly. Whether it is right nobody here can know, but
//! files from its future tell that it is not.
//!
//! May use: diag, history; crates jiff.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::civil::Date;

use super::around::{self, Around};
use super::{Asked, Finding};
use crate::diag::Said;
use crate::history;

/// Disks that keep local time are off by up to a day after a journey.
const DOUBT: Duration = Duration::from_secs(24 * 60 * 60);

/// Holds the clock against the newest file and the newest release.
pub fn look(asked: &Asked, around: &Around, findings: &mut Vec<Finding>) {
    let releases = around.content().filter(|entry| entry.name.starts_with("content/releases/") && entry.name.ends_with(".txt"));
    let newest = releases.filter_map(|entry| {
        let file: Arc<str> = entry.name.as_str().into();
        history::release::read(&file, &entry.disk).value.map(|release| (release.date, release.label))
    });
    findings.push(judged(asked.now, asked.today, around::newest(around.content()).map(|(entry, time)| (entry.name.as_str(), time)), newest.max()));
}

pub(super) fn judged(now: SystemTime, today: Date, file: Option<(&str, SystemTime)>, release: Option<(Date, String)>) -> Finding {
    let fix = || {
        Said::new(
            "chỉnh lại ngày giờ của máy (Settings → Time → Sync now). Đồng hồ đúng thì tệp đó mang giờ sai: lưu lại nó một lần.",
            "set the clock of the machine (Settings → Time → Sync now). If it is right, that file has a wrong time: save it once more.",
        )
    };
    if let Some((date, label)) = release.filter(|(date, _)| *date > today) {
        return Finding::remark(
            "clock",
            Said::new(
                format!("Đồng hồ máy ghi {today}, trước ngày {date} của bản phát hành {label}."),
                format!("The clock says {today}, which is before the release {label} of {date}."),
            ),
            Said::new(
                "chỉnh lại ngày giờ của máy (Settings → Time → Sync now), nếu không đính chính và bản phát hành sẽ mang ngày sai.",
                "set the clock of the machine (Settings → Time → Sync now), or corrections and releases will have wrong dates.",
            ),
        );
    }
    match file.filter(|(_, time)| time.duration_since(now).is_ok_and(|ahead| ahead > DOUBT)) {
        Some((name, _)) => Finding::remark(
            "clock",
            Said::new(
                format!("Đồng hồ máy ghi {today}, nhưng tệp {name} được sửa sau ngày đó."),
                format!("The clock says {today}, but {name} was changed after that day."),
            ),
            fix(),
        ),
        None => Finding::fine("clock", format!("Đồng hồ máy ghi {today}, không tệp nào mới hơn."), format!("The clock says {today}; no file is newer.")),
    }
}
