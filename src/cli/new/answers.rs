//! What somebody wants, taken from what was typed, asked for where he sits at a terminal, or else what is usual.
//!
//! Invariant: what is still missing is told all at once, each with what to type.
//!
//! May use: diag, scaffold; crates clap.

use clap::ArgMatches;

use super::Stop;
use crate::cli::{Typed, ask};
use crate::diag::nearest::nearest;
use crate::diag::{Said, Tongue};
use crate::scaffold::plain;

/// Answers to the questions of one command.
pub(super) struct Answers<'m> {
    sub: &'m ArgMatches,
    tongue: Tongue,
    asks: bool,
    missing: Vec<Said>,
}

impl<'m> Answers<'m> {
    pub(super) fn of(typed: &Typed<'m>) -> Self {
        Answers { sub: typed.sub, tongue: typed.tongue, asks: ask::is_possible() && !typed.sub.get_flag("yes"), missing: Vec::new() }
    }

    /// What was typed for an option.
    pub(super) fn typed(&self, name: &str) -> Option<String> {
        self.sub.get_one::<String>(name).map(|words| plain(words)).filter(|words| !words.is_empty())
    }

    /// An answer there must be: typed, asked for, or the usual one. `hint` is what to type where it is missing.
    pub(super) fn need(&mut self, name: &str, question: &Said, usual: Option<&str>, hint: &Said) -> String {
        let found = self.typed(name).or_else(|| self.asked(question, usual)).or_else(|| usual.map(str::to_owned));
        found.unwrap_or_else(|| {
            self.missing.push(Said::new(format!("  {}  ({})", hint.vi, bare(&question.vi)), format!("  {}  ({})", hint.en, bare(&question.en))));
            String::new()
        })
    }

    /// An answer that is asked for only, because there is no option for it.
    pub(super) fn ask(&self, question: &Said, usual: &str) -> String {
        self.asked(question, Some(usual)).unwrap_or_else(|| usual.to_owned())
    }

    /// An answer that may be left out.
    pub(super) fn may(&mut self, name: &str, question: &Said) -> Option<String> {
        let left_out = Said::new(format!("{} (Enter: để trống)", question.vi), format!("{} (Enter: none)", question.en));
        self.typed(name).or_else(|| self.asked(&left_out, None))
    }

    fn asked(&self, question: &Said, usual: Option<&str>) -> Option<String> {
        if !self.asks {
            return None;
        }
        let usual = usual.map_or_else(String::new, |usual| format!(" [{usual}]"));
        let question = Said::new(format!("{}{usual}", question.vi), format!("{}{usual}", question.en));
        ask::line(&question, self.tongue).map(|answer| plain(&answer)).filter(|answer| !answer.is_empty())
    }

    /// Goes on only where nothing is missing.
    pub(super) fn whole(&self) -> Result<(), Stop> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let list = |vi: bool| self.missing.iter().map(|said| if vi { said.vi.as_str() } else { said.en.as_str() }).collect::<Vec<_>>().join("\n");
        Err(Stop::Asked(Said::new(
            format!("Chưa đủ để tạo. Gõ thêm:\n{}\nChưa ghi gì.", list(true)),
            format!("Something is missing. Add:\n{}\nNothing was written.", list(false)),
        )))
    }
}

/// A question without its mark, for the list of what is missing.
fn bare(question: &str) -> &str {
    question.trim_end_matches([':', '?'])
}

/// One of few words; another one is refused with the nearest.
pub(super) fn among<'a>(typed: &str, all: impl Iterator<Item = &'a str> + Clone, what: &Said) -> Result<(), Stop> {
    if all.clone().any(|word| word == typed) {
        return Ok(());
    }
    let list = all.clone().take(20).collect::<Vec<_>>().join(", ");
    let near = nearest(typed, all);
    let fix = match near {
        Some(near) => Said::new(format!("Có phải là: {near}?"), format!("Did you mean: {near}?")),
        None if list.is_empty() => Said::new("Trang chưa có mục nào loại này.", "The site has none yet."),
        None => Said::new(format!("Chọn một trong: {list}"), format!("Choose one of: {list}")),
    };
    Err(Stop::Asked(Said::new(
        format!("Không có {} “{typed}”. {} Chưa ghi gì.", what.vi, fix.vi),
        format!("There is no {} “{typed}”. {} Nothing was written.", what.en, fix.en),
    )))
}
