//! `explain`: what the code of a problem means, with a wrong and a right example.
//!
//! May use: explain, diag, pipeline; crates clap.

use clap::Command;

use super::words::Words;
use super::{Options, SOUND, Typed, WRONG_USE, say};
use crate::diag::{Failure, Said, Tongue};
use crate::explain::{self, print};
use crate::pipeline::{self, certain};

/// `explain`.
pub fn command(words: &Words) -> Command {
    words.command("explain", "giaithich", "Giải thích một mã lỗi, có ví dụ sai và đúng", "Explain a problem, with a wrong and right example").arg(words.word(
        "code",
        ("MÃ", "CODE"),
        "Mã như MB0102, hay tên cố định; không ghi gì: in mọi mã",
        "A code such as MB0102, or its name; none: list all",
    ))
}

/// Prints one explanation, or the list of all.
pub fn run(typed: &Typed<'_>) -> Result<u8, Failure> {
    let Options { site, lang, .. } = typed.options(false);
    let tongue = lang.or_else(|| super::tongue(&pipeline::language(&site)?)).unwrap_or(typed.tongue);
    let Some(asked) = typed.sub.get_one::<String>("code") else {
        say::text(&print::list(tongue));
        return Ok(SOUND);
    };
    let Some(code) = explain::find(asked) else {
        unknown(asked, tongue);
        return Ok(WRONG_USE);
    };
    match explain::of(code) {
        Some(explanation) => say::text(&print::page(code, explanation, certain::how(code.name), tongue)),
        None => say::line(&format!("{}  {}", code.number, code.name)),
    }
    Ok(SOUND)
}

fn unknown(asked: &str, tongue: Tongue) {
    let shown = say::quoted(asked);
    say::refusal(&Said::new(format!("Không có mã {shown}."), format!("There is no problem {shown}.")), tongue);
    if let Some(near) = explain::near(asked) {
        let title = print::title(near, tongue).unwrap_or(near.name);
        let words = Said::new(format!("Có phải bạn muốn gõ: {} ({title})?", near.number), format!("Did you mean: {} ({title})?", near.number));
        say::note(words.in_tongue(tongue));
    }
    say::note(Said::new("Xem mọi mã: minhbach explain", "For all of them: minhbach explain").in_tongue(tongue));
}
