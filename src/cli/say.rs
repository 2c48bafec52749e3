//! What is printed: summaries on standard output, problems and failures on standard error.
//!
//! May use: diag, source; crates anstream, anstyle, clap.

use anstyle::{AnsiColor, Style};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diag::print::{self, Lines};
use crate::diag::{Failure, Problem, Said, Severity, Tongue};
use crate::source;

/// The lines of the site's files, read again when a problem shows one.
pub struct FileLines<'f> {
    /// The site folder.
    pub root: &'f std::path::Path,
}

impl Lines for FileLines<'_> {
    fn line(&self, file: &str, line: u32) -> Option<String> {
        source::line(self.root, file, line)
    }
}

/// Prints problems to standard error.
pub fn problems(problems: &[Problem], root: &std::path::Path, tongue: Tongue) {
    problems_with(problems, &FileLines { root }, tongue);
}

/// Prints problems whose lines are not on the disk yet.
pub fn problems_with(problems: &[Problem], lines: &dyn Lines, tongue: Tongue) {
    if !problems.is_empty() {
        anstream::eprint!("{}", print::all(problems, lines, tongue));
    }
}

/// Prints a remark to standard error: the command cannot do what was asked.
pub fn note(text: &str) {
    anstream::eprintln!("{text}");
}

/// Prints a failure of the machine.
pub fn failure(failure: &Failure, tongue: Tongue) {
    let strong = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    let word = match tongue {
        Tongue::Vi => "KHÔNG LÀM ĐƯỢC",
        Tongue::En => "FAILED",
    };
    anstream::eprintln!("{strong}{word}{strong:#}  {}", failure.said.in_tongue(tongue));
}

/// Where more is said about problems just told, with the code of the gravest as an example.
pub fn explained<'p>(told: impl IntoIterator<Item = &'p Problem>, tongue: Tongue) {
    let Some(first) = told.into_iter().min_by_key(|problem| problem.severity) else { return };
    line(&match tongue {
        Tongue::Vi => format!("  Giải thích thêm, có ví dụ: minhbach explain {}", first.code.number),
        Tongue::En => format!("  More, with examples: minhbach explain {}", first.code.number),
    });
}

/// How many errors and warnings there are, in words.
pub fn tally(problems: &[Problem], tongue: Tongue) -> String {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    let notices = problems.iter().filter(|p| p.severity == Severity::Notice).count();
    let warnings = problems.len() - errors - notices;
    let mut words = match tongue {
        Tongue::Vi => format!("{errors} lỗi, {warnings} cảnh báo"),
        Tongue::En => format!("{}, {}", many(errors, "error"), many(warnings, "warning")),
    };
    if notices > 0 {
        words += &match tongue {
            Tongue::Vi => format!(", {notices} ghi chú"),
            Tongue::En => format!(", {}", many(notices, "note")),
        };
    }
    words
}

/// So many things, in English: "1 page", "2 pages".
pub fn many(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// Prints a line to standard output.
pub fn line(text: &str) {
    anstream::println!("{text}");
}

/// A mark before a line: a tick or a cross, each with its colour and always with words after it.
pub fn mark(sound: bool) -> String {
    let (sign, colour) = if sound { ("✔", AnsiColor::Green) } else { ("✘", AnsiColor::Red) };
    let style = Style::new().bold().fg_color(Some(colour.into()));
    format!("{style}{sign}{style:#}")
}

/// A line of a file between quotes, with its Tabs as arrows and nothing in it that a terminal would obey.
pub fn quoted(line: &str) -> String {
    let shown: String = line.trim_end_matches('\r').chars().map(|c| if c == '\t' { '→' } else { print::visible(c) }).collect();
    format!("“{shown}”")
}

/// Prints a text as it is to standard output.
pub fn text(text: &str) {
    anstream::print!("{text}");
}

/// What was asked for cannot be done as it was asked.
pub fn refusal(said: &Said, tongue: Tongue) {
    let strong = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    anstream::eprintln!("{strong}{}{strong:#}", said.in_tongue(tongue));
}

/// Something was typed wrong.
pub fn wrong_use(error: &clap::Error, tongue: Tongue) {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let typed = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg].into_iter().map(text).find(|t| !t.is_empty()).unwrap_or_default();
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].into_iter().map(text).find(|t| !t.is_empty());
    let value = text(ContextKind::InvalidValue);
    let what = match (error.kind(), tongue) {
        (ErrorKind::InvalidSubcommand, Tongue::Vi) => format!("Không có lệnh “{typed}”."),
        (ErrorKind::InvalidSubcommand, Tongue::En) => format!("There is no command “{typed}”."),
        (ErrorKind::UnknownArgument, Tongue::Vi) => format!("Không có tùy chọn “{typed}”."),
        (ErrorKind::UnknownArgument, Tongue::En) => format!("There is no option “{typed}”."),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Tongue::Vi) => format!("“{value}” không dùng được cho {typed}."),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Tongue::En) => format!("“{value}” cannot be used for {typed}."),
        (_, Tongue::Vi) => format!("Lệnh gõ chưa đúng: {typed}"),
        (_, Tongue::En) => format!("The command is not right: {typed}"),
    };
    let strong = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    anstream::eprintln!("{strong}{what}{strong:#}");
    if let Some(near) = near {
        match tongue {
            Tongue::Vi => anstream::eprintln!("Có phải bạn muốn gõ: {near}?"),
            Tongue::En => anstream::eprintln!("Did you mean: {near}?"),
        }
    }
    match tongue {
        Tongue::Vi => anstream::eprintln!("Xem hướng dẫn: minhbach --help"),
        Tongue::En => anstream::eprintln!("For help: minhbach --help"),
    }
}
