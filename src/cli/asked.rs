//! `check --fix` on what has one sensible remedy: it is shown, somebody agrees, and it is done.
//!
//! Invariant: without a clear yes nothing is written; what is done was looked at as if it were done, and takes its problem
//! away without bringing another.
//!
//! May use: diag, explain, mend, pipeline, source.

use std::collections::BTreeSet;

use super::ask::{self, Choice};
use super::{Options, say};
use crate::diag::{Code, Failure, Said, Tongue};
use crate::explain::print;
use crate::mend::write;
use crate::pipeline::asked::{self, Changed, Shown};
use crate::pipeline::{Outcome, Task};
use crate::source;

/// How it ended.
pub struct Ended {
    /// The site as it is now.
    pub outcome: Outcome,
    /// Whether anything was offered.
    pub offered: bool,
    /// Whether anything was done.
    pub changed: bool,
}

/// Offers what would mend the problems of a run, kind by kind, and does what is agreed to.
pub fn files(mut outcome: Outcome, task: &Task, options: &Options, tongue: Tongue, run: &dyn Fn() -> Result<Outcome, Failure>) -> Result<Ended, Failure> {
    const ROUNDS: usize = 400;
    // What was refused, what cannot be done together with others of its kind, and what waits for somebody who can say yes.
    let (mut refused, mut one_by_one, mut waiting) = (BTreeSet::new(), BTreeSet::new(), 0usize);
    let (mut offered, mut changed) = (false, false);
    let mut left: BTreeSet<&'static str> = BTreeSet::new();
    for _ in 0..ROUNDS {
        let Some(mut offer) = asked::offers(task, &outcome.problems, &refused)?.into_iter().next() else { break };
        if one_by_one.contains(offer.code.number) {
            offer.remedies.truncate(1);
        }
        let Some((files, lines)) = asked::looked_at(task, &outcome, offer.code, &offer.remedies)? else {
            if offer.remedies.len() > 1 {
                one_by_one.insert(offer.code.number);
            } else {
                refused.extend(offer.remedies);
                left.insert(offer.code.number);
            }
            continue;
        };
        offered = true;
        shown(offer.code, &lines, options, tongue);
        match agreed(offer.remedies.len(), options, tongue) {
            Choice::All => {
                let change =
                    |file: &Changed| write::Change { path: source::on_disk(&options.site, &file.file), before: file.before.clone(), after: file.after.clone() };
                write::all(&options.site, &files.iter().map(change).collect::<Vec<_>>())?;
                files.iter().filter(|file| file.after.is_none()).for_each(|file| write::tidied(&options.site, &file.file));
                done(&files, options, tongue);
                (outcome, changed) = (run()?, true);
            }
            Choice::Each => drop(one_by_one.insert(offer.code.number)),
            Choice::None => refused.extend(offer.remedies),
            Choice::Nobody => {
                waiting += offer.remedies.len();
                refused.extend(offer.remedies);
            }
            Choice::Stop => break,
        }
    }
    for number in left {
        options.remark(&match tongue {
            Tongue::Vi => format!("  {number}: cách sửa đã thử làm nảy ra lỗi khác, nên để nguyên cho người viết."),
            Tongue::En => format!("  {number}: the remedy tried would bring up another problem, so this is left to the writer."),
        });
    }
    if waiting > 0 {
        options.remark(match tongue {
            Tongue::Vi => "  Chưa sửa chỗ nào ở trên. Xem lại; nếu đúng, chạy: minhbach check --fix --yes (hoặc ở cửa sổ lệnh, không có --yes, để được hỏi từng loại)",
            Tongue::En => "  None of this was done. Look at it; if it is right, run: minhbach check --fix --yes (or in a terminal, without --yes, to be asked kind by kind)",
        });
    }
    Ok(Ended { outcome, offered, changed })
}

/// One kind of problem, and what would become of the files.
fn shown(code: &Code, lines: &[Shown], options: &Options, tongue: Tongue) {
    const MOST: usize = 24;
    let title = print::title(code, tongue).unwrap_or(code.name);
    options.remark(&format!("  {}  {title}", code.number));
    let word = if tongue == Tongue::Vi { "dòng" } else { "line" };
    for line in lines.iter().take(MOST) {
        options.remark(&match (line, tongue) {
            (Shown::Line(file, line), tongue) => {
                let (before, after) = (say::quoted(&line.before), say::quoted(&line.after));
                match (line.before.is_empty(), line.after.is_empty(), tongue) {
                    (true, _, Tongue::Vi) => format!("    {file}, {word} {}: thêm {after}", line.number),
                    (true, _, Tongue::En) => format!("    {file}, {word} {}: add {after}", line.number),
                    (_, true, Tongue::Vi) => format!("    {file}, {word} {}: bỏ {before}", line.number),
                    (_, true, Tongue::En) => format!("    {file}, {word} {}: take out {before}", line.number),
                    _ => format!("    {file}, {word} {}: {before} → {after}", line.number),
                }
            }
            (Shown::Moved(from, to), _) => format!("    {} → {}", say::quoted(from), say::quoted(to)),
            (Shown::Copied(from, to), Tongue::Vi) => format!("    chép {} → {}", say::quoted(from), say::quoted(to)),
            (Shown::Copied(from, to), Tongue::En) => format!("    copy {} → {}", say::quoted(from), say::quoted(to)),
            (Shown::Gone(file), Tongue::Vi) => format!("    bỏ tệp {}", say::quoted(file)),
            (Shown::Gone(file), Tongue::En) => format!("    remove the file {}", say::quoted(file)),
        });
    }
    if lines.len() > MOST {
        let more = lines.len() - MOST;
        options.remark(&match tongue {
            Tongue::Vi => format!("    … và {more} dòng khác"),
            Tongue::En => format!("    … and {}", say::many(more, "more line")),
        });
    }
}

fn agreed(count: usize, options: &Options, tongue: Tongue) -> Choice {
    if options.yes {
        return Choice::All;
    }
    if !ask::is_possible() {
        return Choice::Nobody;
    }
    match count {
        1 => ask::choice(&Said::new("Sửa như trên?", "Do this?"), false, tongue),
        _ => ask::choice(&Said::new(format!("Sửa cả {count} chỗ như trên?"), format!("Do all {count} of these?")), true, tongue),
    }
}

fn done(files: &[Changed], options: &Options, tongue: Tongue) {
    let mark = say::mark(true);
    for Changed { file, after, .. } in files {
        options.remark(&match (after, tongue) {
            (Some(_), Tongue::Vi) => format!("{mark} {file}: đã ghi; mọi chữ khác giữ nguyên."),
            (Some(_), Tongue::En) => format!("{mark} {file}: written; every other letter is as it was."),
            (None, Tongue::Vi) => format!("{mark} {file}: không còn ở chỗ cũ."),
            (None, Tongue::En) => format!("{mark} {file}: no longer there."),
        });
    }
}
