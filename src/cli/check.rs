//! What may be typed after `check`, and how its problems are told to programs; `build.rs` runs it, for both are one engine.
//!
//! Invariant: what programs read is everything that was noticed, and nothing else stands beside it.
//!
//! May use: diag, explain; crates clap.

use std::path::{Component, Path};

use clap::{ArgMatches, Command};

use super::Options;
use super::words::Words;
use crate::diag::{self, Problem, Tongue};
use crate::explain::print;

/// `check`.
pub fn command(words: &Words) -> Command {
    words
        .command("check", "kiemtra", "Kiểm tra mọi tệp, không ghi gì", "Check every file, write nothing")
        .arg(words.flag(
            "fix",
            "Tự sửa: chỗ chắc chắn thì sửa ngay, chỗ chỉ có một cách hợp lý thì hỏi trước",
            "Mend: at once what is certain, after a question what has one sensible remedy",
        ))
        .arg(words.flag("yes", "Đồng ý với mọi cách sửa được đề nghị, không hỏi", "Agree to every remedy offered, do not ask").requires("fix"))
        .arg(words.choice(
            "format",
            &["human", "short", "json", "sarif", "github"],
            "human|short|json|sarif|github",
            "Viết cho người đọc, hay cho máy đọc",
            "For people, or for programs",
        ))
        .arg(words.strict())
        .arg(words.timings())
}

/// How problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// To a person, on standard error, with a summary on standard output.
    Human,
    /// One line each, on standard output as all that follow.
    Short,
    /// One document.
    Json,
    /// For hosts of code.
    Sarif,
    /// For GitHub's remarks.
    Github,
}

impl Format {
    /// The format asked for; of commands that have only one, that one.
    pub fn of(sub: &ArgMatches) -> Self {
        match sub.try_get_one::<String>("format").ok().flatten().map(String::as_str) {
            Some("short") => Format::Short,
            Some("json") => Format::Json,
            Some("sarif") => Format::Sarif,
            Some("github") => Format::Github,
            _ => Format::Human,
        }
    }
}

/// The problems as a program reads them, all of them.
pub fn for_programs(problems: &[Problem], options: &Options, stopped: bool, tongue: Tongue) -> String {
    let folder = folder(&options.site);
    match options.format {
        Format::Human => String::new(),
        Format::Short => diag::short::all(problems, &folder, tongue),
        Format::Json => diag::json::all(problems, stopped),
        Format::Sarif => diag::sarif::all(problems, &folder, tongue, &|code| print::title(code, tongue)),
        Format::Github => diag::github::all(problems, &folder, tongue),
    }
}

/// From where the command was typed to the site, so that places can be opened from there; nothing for a site that was
/// named from the root of the disk, because its places are told within it.
fn folder(site: &Path) -> String {
    let parts: Vec<String> = site.components().filter(|part| *part != Component::CurDir).map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if site.is_absolute() || parts.is_empty() { String::new() } else { parts.join("/") + "/" }
}
