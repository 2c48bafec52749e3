//! `check --fix`: what is certain is put into the files, and every change is told.
//!
//! Invariant: a file changes whole or not at all; a second run changes nothing.
//!
//! May use: pipeline, diag, mend, source.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Options, say};
use crate::diag::{Failure, Tongue};
use crate::mend::spaces::Doubt;
use crate::mend::{self, Fixes, Mended, write};
use crate::pipeline::Outcome;
use crate::pipeline::certain::{self, Mend};
use crate::source;

/// Mends the files themselves, before anything they say is weighed; whether any was changed.
pub fn files(options: &Options, tongue: Tongue) -> Result<bool, Failure> {
    let mends = certain::mends(&options.site, &options.out)?;
    let change =
        |mend: &Mend| write::Change { path: source::on_disk(&options.site, &mend.file), before: Some(mend.before.clone()), after: Some(mend.after.clone()) };
    let changes: Vec<write::Change> = mends.files.iter().map(change).collect();
    write::all(&options.site, &changes)?;
    mends.files.iter().for_each(|mend| told(mend, options, tongue));
    for (file, doubt) in &mends.left {
        options.remark(&match (doubt, tongue) {
            (Doubt::Several, Tongue::Vi) => {
                format!("  {file}: để nguyên phím Tab, vì thay bằng mấy dấu cách thì tệp cũng đọc được nhưng hiểu theo nghĩa khác nhau. Mời tự xếp thẳng hàng.")
            }
            (Doubt::None, Tongue::Vi) => format!("  {file}: để nguyên phím Tab, vì thay bằng dấu cách thì tệp vẫn chưa đọc được. Mời tự xếp thẳng hàng."),
            (Doubt::Several, Tongue::En) => {
                format!("  {file}: its Tabs are left; with spaces in their place it could mean more than one thing. Please line it up by hand.")
            }
            (Doubt::None, Tongue::En) => {
                format!("  {file}: its Tabs are left; with spaces in their place it still could not be read. Please line it up by hand.")
            }
        });
    }
    Ok(!mends.files.is_empty())
}

/// One file: each line before and after.
fn told(mend: &Mend, options: &Options, tongue: Tongue) {
    let file = &mend.file;
    options.remark(&match tongue {
        Tongue::Vi => format!("{} {file}: đã tự sửa; mọi chữ khác giữ nguyên.", say::mark(true)),
        Tongue::En => format!("{} {file}: mended; every other letter is as it was.", say::mark(true)),
    });
    if mend.composed > 0 {
        options.remark(&match tongue {
            Tongue::Vi => format!("    {} dòng: dấu tiếng Việt ghép rời (NFD) → chữ liền (NFC)", mend.composed),
            Tongue::En => format!("    {}: accents stored apart (NFD) → put together (NFC)", say::many(mend.composed, "line")),
        });
    }
    for line in &mend.lines {
        let word = if tongue == Tongue::Vi { "dòng" } else { "line" };
        let (before, after) = (say::quoted(&line.before), say::quoted(&line.after));
        options.remark(&format!("    {word} {}: {before} → {after}", line.number));
    }
}

/// Puts in what the problems of a run know to be meant, and runs again; as long as there is more, and at most so often.
/// A change that would tell a thing twice, or change what was published, is taken back.
pub fn meant(mut outcome: Outcome, options: &Options, tongue: Tongue, run: &dyn Fn() -> Result<Outcome, Failure>) -> Result<(Outcome, bool), Failure> {
    const ROUNDS: usize = 40;
    let (mut changed, mut one_by_one) = (false, false);
    let mut left: BTreeSet<Arc<str>> = BTreeSet::new();
    for _ in 0..ROUNDS {
        let mut mends = certain::meant(&options.site, &options.out, &outcome.problems)?;
        mends.retain(|mend| !left.contains(&mend.file));
        mends.truncate(if one_by_one { 1 } else { usize::MAX });
        if mends.is_empty() {
            break;
        }
        let change = |mend: &Mend| write::Change {
            path: source::on_disk(&options.site, &mend.file),
            before: Some(mend.before.clone()),
            after: Some(mend.after.clone()),
        };
        let changes: Vec<write::Change> = mends.iter().map(change).collect();
        write::all(&options.site, &changes)?;
        let after = run()?;
        if certain::spoilt(&outcome.problems, &after.problems) {
            let back = |change: write::Change| write::Change { before: change.after, after: change.before, ..change };
            write::all(&options.site, &changes.into_iter().map(back).collect::<Vec<_>>())?;
            if mends.len() == 1 {
                left.extend(mends.into_iter().map(|mend| mend.file));
            }
            one_by_one = true;
            continue;
        }
        mends.iter().for_each(|mend| told(mend, options, tongue));
        (outcome, changed) = (after, true);
    }
    Ok((outcome, changed))
}

/// Puts links around the numbers of texts and says so; whether anything was changed.
pub fn links(fixes: &[Fixes], options: &Options, tongue: Tongue) -> Result<bool, Failure> {
    let mut changed = false;
    for fixes in fixes {
        let file = &fixes.file;
        // Each link is an opening and a closing bracket.
        let links = fixes.inserts.len() / 2;
        match (mend::apply(&options.site, fixes)?, tongue) {
            (Mended::Changed, tongue) => {
                changed = true;
                options.remark(&match tongue {
                    Tongue::Vi => format!("{} {file}: đã gắn liên kết cho {links} con số; mọi chữ khác giữ nguyên.", say::mark(true)),
                    Tongue::En => format!("{} {file}: linked {}; every other letter is as it was.", say::mark(true), say::many(links, "number")),
                });
            }
            (Mended::LeftAlone, Tongue::Vi) => options.remark(&format!("  {file}: để nguyên, vì tệp vừa đổi hoặc là liên kết tượng trưng.")),
            (Mended::LeftAlone, Tongue::En) => options.remark(&format!("  {file}: left as it is; it has just changed or is a symbolic link.")),
        }
    }
    Ok(changed)
}

/// Says that there was nothing to mend.
pub fn nothing(options: &Options, tongue: Tongue) {
    options.remark(match tongue {
        Tongue::Vi => "  Không có gì để tự sửa.",
        Tongue::En => "  There is nothing to mend automatically.",
    });
}
