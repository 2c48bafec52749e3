//! `diff`: what changed since a release.
//!
//! Invariant: it tells and judges nothing: whatever changed, it ends with 0.
//!
//! May use: pipeline, history, export, diag, model; crates clap.

use clap::{ArgMatches, Command};

use super::words::Words;
use super::{Options, PROBLEMS, SOUND, WRONG_USE, say};
use crate::diag::{Failure, Said, Severity, Tongue};
use crate::export;
use crate::history::{Difference, Fate, canon, words};
use crate::model::CorrectionKind;
use crate::pipeline::{Compared, Errand};

/// How a difference is told of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Unexplained,
    Correction,
    Revision,
    Vanished,
    Updated,
    Added,
    Followed,
    Uncounted,
}

const GROUPS: [(Group, &str, &str, &str); 8] = [
    (Group::Unexplained, "unexplained", "Đổi mà chưa ghi đính chính", "Changed without a correction"),
    (Group::Correction, "correction", "Đính chính", "Corrections"),
    (Group::Revision, "revision", "Điều chỉnh", "Revisions"),
    (Group::Vanished, "vanished", "Không còn mà chưa ghi đính chính", "Gone without a correction"),
    (Group::Updated, "update", "Cập nhật (ngày mới hoặc kế hoạch mới)", "Updates (a new day or a new plan)"),
    (Group::Added, "new", "Số mới", "New"),
    (Group::Followed, "recounted", "Tính lại theo số gốc", "Recounted from figures that changed"),
    (Group::Uncounted, "no_longer_counted", "Không còn tính", "No longer counted"),
];

fn group(difference: &Difference, kind: Option<CorrectionKind>) -> Group {
    match (difference.fate, kind) {
        (Fate::Updated, _) => Group::Updated,
        (Fate::Added, _) => Group::Added,
        (Fate::Followed, None) => Group::Followed,
        (Fate::Uncounted, None) => Group::Uncounted,
        (_, Some(CorrectionKind::Correction)) => Group::Correction,
        (_, Some(CorrectionKind::Revision)) => Group::Revision,
        (Fate::Vanished, None) => Group::Vanished,
        (Fate::Changed | Fate::Recounted, None) => Group::Unexplained,
    }
}

/// `diff`.
pub fn command(words: &Words) -> Command {
    words
        .command("diff", "sosanh", "Số liệu đã đổi những gì từ một bản phát hành", "What changed since a release")
        .arg(words.word("release", ("BẢN", "RELEASE"), "Bản phát hành để so (mặc định: bản mới nhất)", "The release to compare with (default: the latest)"))
        .arg(words.choice("format", &["human", "csv"], "human|csv", "Viết cho người đọc, hay bảng CSV", "For people, or as CSV"))
}

/// Runs `diff`.
pub fn run(options: &Options, sub: &ArgMatches, asked: Tongue) -> Result<u8, Failure> {
    let label = sub.get_one::<String>("release").cloned();
    let mut outcome = super::build::silent(options, asked, Errand::Compare(label.clone()))?;
    let tongue = options.lang.unwrap_or_else(|| super::build::of_site(&outcome, asked));
    // A change without an entry is what is asked for here, and no mistake.
    outcome.problems.retain(|p| p.severity == Severity::Error && !matches!(p.code.number, "MB0601" | "MB0602" | "MB0603" | "MB0610"));
    if !outcome.problems.is_empty() {
        say::problems(&outcome.problems, &options.site, tongue);
        return Ok(PROBLEMS);
    }
    let compared = outcome.compared;
    let csv = sub.get_one::<String>("format").is_some_and(|format| format == "csv");
    match (&compared.against, label) {
        (None, Some(label)) => {
            let known = compared.releases.iter().rev().map(|(label, _)| label.as_str()).take(6).collect::<Vec<_>>().join(", ");
            let mut said = Said::new(format!("Không có bản phát hành “{label}”."), format!("There is no release “{label}”."));
            if !known.is_empty() {
                said = Said::new(format!("{} Có các bản: {known}", said.vi), format!("{} There are: {known}", said.en));
            }
            say::refusal(&said, tongue);
            return Ok(WRONG_USE);
        }
        (None, None) if !csv => {
            let said = Said::new(
                "Trang chưa phát hành bản nào nên chưa có gì để so.\n  Bước tiếp theo: minhbach release <tên>",
                "Nothing has been released yet, so there is nothing to compare with.\n  Next: minhbach release <label>",
            );
            say::line(said.in_tongue(tongue));
            return Ok(SOUND);
        }
        _ => {}
    }
    if csv {
        table(&compared)
    } else {
        human(&compared, tongue)
    }
    Ok(SOUND)
}

fn human(compared: &Compared, tongue: Tongue) {
    let label = compared.against.as_deref().unwrap_or("");
    let day = compared.releases.iter().find(|(l, _)| l == label).map_or_else(String::new, |(_, day)| day.to_string());
    if compared.differences.is_empty() {
        let said = Said::new(format!("Không có gì đổi so với bản {label} ({day})."), format!("Nothing has changed since release {label} ({day})."));
        say::line(said.in_tongue(tongue));
        return;
    }
    let head = Said::new(format!("So với bản {label} ({day}):"), format!("Since release {label} ({day}):"));
    say::line(head.in_tongue(tongue));
    for (wanted, _, vi, en) in GROUPS {
        let mine: Vec<&Difference> = compared.differences.iter().filter(|(d, kind)| group(d, *kind) == wanted).map(|(d, _)| d).collect();
        if mine.is_empty() {
            continue;
        }
        let name = if tongue == Tongue::Vi { vi } else { en };
        say::line(&format!("\n{name}: {}", mine.len()));
        for difference in mine {
            let value = |line: &Option<String>| line.as_deref().map(|line| shown(line, tongue));
            let values = match (value(&difference.before), value(&difference.after)) {
                (Some(before), Some(after)) => format!("{before} → {after}"),
                (Some(before), None) => format!("{before} → {}", Said::new("không còn", "gone").in_tongue(tongue)),
                (None, Some(after)) => after,
                (None, None) => String::new(),
            };
            say::line(&format!("  {}  {values}", difference.address));
        }
    }
}

fn shown(line: &str, tongue: Tongue) -> String {
    canon::read(line).map_or_else(|| line.to_owned(), |reading| words::said(&reading).in_tongue(tongue).to_owned())
}

fn table(compared: &Compared) {
    let rows = compared.differences.iter().map(|(difference, kind)| {
        let wanted = group(difference, *kind);
        let name = GROUPS.iter().find(|(group, ..)| *group == wanted).map_or("", |(_, name, ..)| name);
        let place = difference.place.as_ref().map_or_else(String::new, |place| format!("{}:{}", place.file, place.spot.line));
        [name.to_owned(), difference.address.clone(), difference.before.clone().unwrap_or_default(), difference.after.clone().unwrap_or_default(), place]
    });
    say::text(&export::changes(compared.against.as_deref().unwrap_or(""), rows));
}
