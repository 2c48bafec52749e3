//! `new`: things to make, each a further word.
//!
//! Invariant: a file that is there is never written over; the files of one command are all written, or none is.
//!
//! May use: diag, pipeline; crates clap.

use clap::Command;

use super::words::Words;
use super::{SOUND, Typed, WRONG_USE, command as whole, correction, say};
use crate::diag::Failure;
use crate::pipeline;

mod answers;
mod area;
mod document;
mod ground;
mod indicator;
mod made;
mod period;
mod programme;
mod report;
mod site;
mod work;

/// A thing that can be made: what may be typed after its word, and what makes it.
struct Thing {
    name: &'static str,
    command: fn(&Words) -> Command,
    run: fn(&Typed<'_>) -> Made,
}

/// How making something ends: done, or refused in words with the exit code for it.
type Made = Result<u8, Stop>;

/// Why nothing was made.
enum Stop {
    /// It was asked for in a way that cannot be; the words say what to type.
    Asked(crate::diag::Said),
    /// Problems of the site, which have been told.
    Told,
    /// The machine.
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Failed(failure)
    }
}

/// Everything that can be made, in the order of `--help`.
const THINGS: &[Thing] = &[
    Thing { name: "site", command: site::command, run: site::run },
    Thing { name: "area", command: area::command, run: area::run },
    Thing { name: "period", command: period::command, run: period::run },
    Thing { name: "report", command: report::command, run: report::run },
    Thing { name: "programme", command: programme::command, run: programme::run },
    Thing { name: "indicator", command: indicator::command, run: indicator::run },
    Thing { name: "document", command: document::command, run: document::run },
    Thing { name: "work", command: work::command, run: work::run },
];

/// `new`.
pub fn command(words: &Words) -> Command {
    words
        .list("new", "moi", "Tạo trang, địa bàn, kỳ, bài, chỉ số… có sẵn lời chỉ dẫn", "Make a site, an area, a period, a report …")
        .subcommands(THINGS.iter().map(|thing| (thing.command)(words)))
        .subcommand(correction::command(words))
}

/// Makes what the further word says.
pub fn run(typed: &Typed<'_>) -> Result<u8, Failure> {
    let Some((name, sub)) = typed.sub.subcommand() else {
        // A help that cannot be printed has nobody to read it.
        let _ = whole(typed.tongue).find_subcommand_mut("new").map(Command::print_help);
        return Ok(SOUND);
    };
    let typed = typed.further(sub);
    let Some(thing) = THINGS.iter().find(|thing| thing.name == name) else {
        return correction::run(&typed.options(false), sub, typed.tongue);
    };
    match (thing.run)(&typed) {
        Ok(code) => Ok(code),
        Err(Stop::Told) => Ok(super::PROBLEMS),
        Err(Stop::Failed(failure)) => Err(failure),
        Err(Stop::Asked(said)) => {
            // Where there is a site, it is refused in the site's language, as everything else is told.
            let options = typed.options(false);
            let of_site = || pipeline::language(&options.site).and_then(|first| super::tongue(&first));
            say::refusal(&said, options.lang.or_else(of_site).unwrap_or(typed.tongue));
            Ok(WRONG_USE)
        }
    }
}
