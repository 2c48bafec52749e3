//! Names and paths that one machine can hold and another cannot.
//!
//! Invariant: what `check` refuses is told in its words; the rest is only worth knowing.
//!
//! May use: diag; crates unicode-normalization.

use std::collections::BTreeMap;

use unicode_normalization::is_nfc;

use super::around::{Around, Entry};
use super::{Finding, at_places, few};
use crate::diag::{Problem, Said};

/// The longest path Windows takes from programs that know nothing of longer ones, the drive's letter included.
const LONGEST: usize = 259;
/// A path longer than this becomes too long when a build or an editor puts a file beside it under a longer name.
const LONG: usize = 240;

/// Looks at every name.
pub fn look(around: &Around, gathered: &[Problem], findings: &mut Vec<Finding>) {
    findings.push(lengths(around.own.iter().chain(&around.published)));
    let told = in_words_of_check("names", gathered);
    if told.is_empty() {
        findings.push(Finding::fine(
            "names",
            "Tên tệp và thư mục dùng được trên Windows, macOS và Linux.",
            "Names of files and folders can be used on Windows, macOS and Linux.",
        ));
    }
    findings.extend(told);
    let apart: Vec<String> = around.own.iter().filter(|entry| !is_nfc(entry.last())).map(|entry| entry.name.clone()).collect();
    if !apart.is_empty() {
        findings.push(Finding::remark(
            "accents-apart",
            at_places("Tên ghi dấu tiếng Việt ghép rời (NFD, kiểu macOS)", "Names with accents stored apart (NFD, as macOS does)", &apart),
            Said::new(
                "máy vẫn đọc đúng; nhưng khi nén zip hay đồng bộ sang Windows có thể sinh ra hai tệp cùng tên. Nên đổi sang tên không dấu.",
                "they are read rightly; but a zip file or a shared folder may make two files of one name on Windows. Better give them names without accents.",
            ),
        ));
    }
}

/// Problems by kind, each kind once with its first places.
pub(super) fn in_words_of_check(name: &'static str, problems: &[Problem]) -> Vec<Finding> {
    let mut kinds: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        kinds.entry(problem.code.number).or_default().push(problem);
    }
    let place = |problem: &&Problem| problem.place.as_ref().map(|place| place.file.to_string());
    kinds
        .into_iter()
        .map(|(number, all)| {
            let places: Vec<String> = all.iter().filter_map(place).collect();
            let what =
                Said::new(format!("{} [{number}] {}.", all[0].what.vi, few(&places, true)), format!("{} [{number}] {}.", all[0].what.en, few(&places, false)));
            Finding::in_the_way(name, what, all[0].fix.clone())
        })
        .collect()
}

/// Windows counts a path in the units of UTF-16.
fn length(entry: &Entry) -> usize {
    std::path::absolute(&entry.disk).unwrap_or_else(|_| entry.disk.clone()).to_string_lossy().encode_utf16().count()
}

fn lengths<'e>(entries: impl Iterator<Item = &'e Entry>) -> Finding {
    let mut long: Vec<(usize, &str)> = entries.map(|entry| (length(entry), entry.name.as_str())).filter(|(length, _)| *length > LONG).collect();
    long.sort_unstable_by(|a, b| b.cmp(a));
    judged_lengths(&long, cfg!(windows))
}

pub(super) fn judged_lengths(long: &[(usize, &str)], is_windows: bool) -> Finding {
    let Some((longest, _)) = long.first() else {
        return Finding::fine("path-length", format!("Không đường dẫn nào dài quá {LONG} ký tự."), format!("No path is longer than {LONG} characters."));
    };
    let places: Vec<String> = long.iter().map(|(_, name)| (*name).to_owned()).collect();
    let what = at_places(
        &format!("Có đường dẫn dài tới {longest} ký tự (Windows nhận {LONGEST})"),
        &format!("Some paths are up to {longest} characters long (Windows takes {LONGEST})"),
        &places,
    );
    let fix = Said::new(
        "chuyển thư mục trang lên gần gốc ổ đĩa, chẳng hạn D:\\trang, hoặc đặt tên thư mục ngắn hơn.",
        "move the site folder nearer to the root of the disk, such as D:\\site, or give its folders shorter names.",
    );
    match is_windows && *longest > LONGEST {
        true => Finding::in_the_way("path-length", what, fix),
        false => Finding::remark("path-length", what, fix),
    }
}
