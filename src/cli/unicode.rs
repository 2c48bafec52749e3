//! `check --fix` on old files: a sample is shown, somebody agrees, and the files are put into Unicode.
//!
//! Invariant: without a clear yes nothing is written; the old files are kept; all files are converted or none.
//!
//! May use: diag, letters, mend, pipeline, source.

use super::{Options, ask, say};
use crate::diag::{Failure, Said, Tongue};
use crate::letters::{Anew, Doubt};
use crate::mend::{keep, write};
use crate::pipeline::old::{self, OldFile};
use crate::source;

/// What became of the old files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// There are none.
    None,
    /// They were shown, and stay as they are.
    Shown,
    /// They were converted.
    Converted,
}

/// Shows the old files, asks, and converts them.
pub fn files(options: &Options, tongue: Tongue) -> Result<Ended, Failure> {
    let all = old::files(&options.site, &options.out)?;
    if all.is_empty() {
        return Ok(Ended::None);
    }
    all.iter().for_each(|old| shown(old, options, tongue));
    let sure: Vec<(&OldFile, &Anew)> = all.iter().filter_map(|old| Some((old, old.anew.as_ref().ok()?))).collect();
    if sure.is_empty() || !agreed(sure.len(), options, tongue) {
        return Ok(Ended::Shown);
    }
    let mut changes: Vec<write::Change> = keep::unseen_by_git(&options.site).into_iter().collect();
    let mut kept = Vec::new();
    for (old, anew) in &sure {
        let (keeps, name) = keep::old(&options.site, &old.file, &old.before);
        changes.extend(keeps);
        let path = source::on_disk(&options.site, &old.file);
        changes.push(write::Change { path, before: Some(old.before.clone()), after: Some(anew.text.clone().into_bytes()) });
        kept.push(name);
    }
    write::all(&options.site, &changes)?;
    for ((old, _), kept) in sure.iter().zip(kept) {
        let (mark, file) = (say::mark(true), &old.file);
        options.remark(&match tongue {
            Tongue::Vi => format!("{mark} {file}: đã chuyển sang Unicode (UTF-8); bản cũ ở {kept}. Mời xem lại tên riêng và chữ hoa."),
            Tongue::En => format!("{mark} {file}: now in Unicode (UTF-8); the old file is {kept}. Please read names and capitals again."),
        });
    }
    Ok(Ended::Converted)
}

/// One file: how it is stored, and some lines before and after.
fn shown(old: &OldFile, options: &Options, tongue: Tongue) {
    const LINES: usize = 3;
    let file = &old.file;
    let anew = match &old.anew {
        Ok(anew) => anew,
        Err(doubt) => return options.remark(&format!("  {file}: {}", left(doubt).in_tongue(tongue))),
    };
    let was: Vec<&str> = anew.was.iter().map(|old| old.name()).collect();
    options.remark(&format!("  {file}: {} → Unicode (UTF-8)", was.join(", ")));
    let word = if tongue == Tongue::Vi { "dòng" } else { "line" };
    for line in anew.lines.iter().take(LINES) {
        let after = say::quoted(&short(&line.after));
        // Where only the bytes are others there is nothing to compare.
        options.remark(&match line.before == line.after {
            true => format!("    {word} {}: {after}", line.number),
            false => format!("    {word} {}: {} → {after}", line.number, say::quoted(&short(&line.before))),
        });
    }
    if anew.lines.len() > LINES {
        let more = anew.lines.len() - LINES;
        options.remark(&match tongue {
            Tongue::Vi => format!("    … và {more} dòng khác"),
            Tongue::En => format!("    … and {}", say::many(more, "more line")),
        });
    }
}

/// A line as long as somebody reads in a sample.
fn short(line: &str) -> String {
    const LONGEST: usize = 70;
    if line.chars().count() <= LONGEST { line.to_owned() } else { line.chars().take(LONGEST).chain(['…']).collect() }
}

/// Why a file is left to the person.
fn left(doubt: &Doubt) -> Said {
    match doubt {
        Doubt::Mixed(line) => {
            Said::new(format!("để nguyên, vì dòng {line} lẫn chữ cũ với chữ Unicode."), format!("left as it is: line {line} has old letters beside Unicode."))
        }
        Doubt::Lost(line, typed, meant) => Said::new(
            format!("để nguyên, vì chữ ư đã mất khi chép: “{typed}” ở dòng {line} lẽ ra là “{meant}”."),
            format!("left as it is: the letter ư was lost in copying; “{typed}” on line {line} should be “{meant}”."),
        ),
    }
}

fn agreed(count: usize, options: &Options, tongue: Tongue) -> bool {
    if options.yes {
        return true;
    }
    let folder = keep::FOLDER;
    let question = Said::new(
        format!("Chuyển {count} tệp trên sang Unicode? Bản cũ được giữ ở {folder}/."),
        format!("Convert the {} above to Unicode? The old {} kept in {folder}/.", say::many(count, "file"), if count == 1 { "one is" } else { "ones are" }),
    );
    if ask::is_possible() {
        return ask::yes_or_no(&question, tongue);
    }
    options.remark(match tongue {
        Tongue::Vi => "  Chưa chuyển tệp nào. Xem các dòng trên; nếu đúng, chạy: minhbach check --fix --yes",
        Tongue::En => "  Nothing was converted. Look at the lines above; if they are right, run: minhbach check --fix --yes",
    });
    false
}
