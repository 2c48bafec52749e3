//! `doctor`: what on this machine stands in the way of the site, and what to do about it.
//!
//! Invariant: nothing is changed; every line has its sign, its word and its sentence, so that nothing is said by colour alone.
//!
//! May use: doctor, diag; crates anstyle, clap.

use std::time::SystemTime;

use anstyle::{AnsiColor, Style};
use clap::Command;

use super::check::Format;
use super::words::Words;
use super::{Options, PROBLEMS, SOUND, ask, say};
use crate::diag::{Failure, Said, Tongue};
use crate::doctor::{self, Asked, Finding, Report, State};

/// `doctor`.
pub fn command(words: &Words) -> Command {
    words
        .command("doctor", "kham", "Khám máy và thư mục trang: quyền ghi, ổ đĩa, tên tệp", "Examine machine and folder: rights, disk, names")
        .arg(words.choice("format", &["human", "json"], "human|json", "Viết cho người đọc, hay cho máy đọc", "For people, or for programs"))
}

/// Runs `doctor`.
pub fn run(options: &Options, asked: Tongue) -> Result<u8, Failure> {
    let report = doctor::look(&Asked { root: options.site.clone(), out: options.out.clone(), now: SystemTime::now(), today: ask::today() });
    let site = report.language.as_deref().and_then(super::tongue);
    let tongue = options.lang.or(site).unwrap_or(asked);
    match options.format {
        Format::Json => say::text(&doctor::json::all(&report)),
        _ => told(&report, tongue),
    }
    Ok(if report.is_sound() { SOUND } else { PROBLEMS })
}

fn told(report: &Report, tongue: Tongue) {
    report.findings.iter().for_each(|finding| one(finding, tongue));
    let (stop, remarks) = (report.count(State::InTheWay), report.count(State::Remark));
    let words = match (stop, remarks) {
        (0, 0) => Said::new("Không có gì cản trở.", "Nothing stands in the way."),
        (0, _) => Said::new(
            format!("Không có gì cản trở; {remarks} điều nên biết."),
            format!("Nothing stands in the way; {} to know of.", say::many(remarks, "thing")),
        ),
        _ => Said::new(
            format!("{stop} điều cản trở, {remarks} điều nên biết. Sửa theo lời trên rồi chạy lại: minhbach doctor"),
            format!("{} in the way, {} to know of. Do as told above and run again: minhbach doctor", say::many(stop, "thing"), say::many(remarks, "thing")),
        ),
    };
    say::line(&format!("{} {}", say::mark(stop == 0), words.in_tongue(tongue)));
}

/// One finding: sign, word, sentence, and below it what to do.
fn one(finding: &Finding, tongue: Tongue) {
    let (sign, colour, word) = match finding.state {
        State::Fine => ("✔", AnsiColor::Green, Said::new("tốt", "fine")),
        State::Remark => ("!", AnsiColor::Yellow, Said::new("nên biết", "know")),
        State::InTheWay => ("✘", AnsiColor::Red, Said::new("cản trở", "blocks")),
    };
    let style = Style::new().bold().fg_color(Some(colour.into()));
    let width = if tongue == Tongue::Vi { 8 } else { 6 };
    say::line(&format!("{style}{sign}{style:#} {:<width$}  {}", word.in_tongue(tongue), plain(finding.what.in_tongue(tongue))));
    if let Some(fix) = &finding.fix {
        let to_fix = if tongue == Tongue::Vi { "Cách sửa" } else { "To fix" };
        say::line(&format!("    {to_fix}: {}", fix.in_tongue(tongue)));
    }
}

/// Names of files come from anybody: nothing in them is obeyed by a terminal.
fn plain(text: &str) -> String {
    text.chars().map(crate::diag::print::visible).collect()
}
