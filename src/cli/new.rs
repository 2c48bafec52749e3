//! `new`: things to make, each a further word.
//!
//! May use: diag; crates clap.

use clap::Command;

use super::words::Words;
use super::{SOUND, Typed, command as whole, correction};
use crate::diag::Failure;

/// `new`.
pub fn command(words: &Words) -> Command {
    words.command("new", "moi", "Thêm một mục mới: correction (dinh-chinh)", "Add something new: correction").subcommand(correction::command(words))
}

/// Makes what the further word says.
pub fn run(typed: &Typed<'_>) -> Result<u8, Failure> {
    match typed.sub.subcommand() {
        Some(("correction", sub)) => {
            let typed = typed.further(sub);
            correction::run(&typed.options(false), sub, typed.tongue)
        }
        _ => {
            // A help that cannot be printed has nobody to read it.
            let _ = whole(typed.tongue).find_subcommand_mut("new").map(Command::print_help);
            Ok(SOUND)
        }
    }
}
