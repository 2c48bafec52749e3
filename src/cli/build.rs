//! `build` and `check`: one engine; `check` writes nothing.
//!
//! May use: pipeline, diag; crates indicatif, anstream, clap.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use clap::Command;
use indicatif::{ProgressBar, ProgressStyle};

use super::check::{self, Format};
use super::words::Words;
use super::{Options, PROBLEMS, SOUND, ask, asked as agreed, fix, no_folder, say, unicode};
use crate::diag::{Failure, Problem, Said, Severity, Tongue};
use crate::pipeline::{self, Errand, Outcome, Task};

/// `build`.
pub fn command(words: &Words) -> Command {
    words
        .command("build", "dung", "Kiểm tra rồi dựng trang vào thư mục public", "Check, then build the site into the folder public")
        .arg(words.path("out", ("THƯ MỤC", "FOLDER"), "Nơi đặt trang (mặc định: public)", "Where the site goes (default: public)"))
        .arg(words.flag("fresh", "Quên lần dựng trước, so lại từng tệp", "Forget the last build and compare every file"))
        .arg(words.let_go())
        .arg(words.strict())
        .arg(words.flag("portable", "Liên kết mở được ngay từ thư mục, USB", "Links that open straight from a folder or stick"))
        .arg(words.host().conflicts_with("portable"))
        .arg(
            words
                .flag(
                    "kit",
                    "Thêm bộ thông báo cho từng nơi, từng kỳ: tờ A4, loa, Zalo, SMS",
                    "Add a notice kit for each place and period: A4, loudspeaker, Zalo, SMS",
                )
                .visible_alias("bo-thong-bao"),
        )
        .arg(words.timings())
}

/// Runs the line and says what came of it.
pub fn run(options: &Options, asked: Tongue) -> Result<u8, Failure> {
    let started = Instant::now();
    let Ran { outcome, task, tongue } = ran(options, asked, Errand::None)?;
    let stopped = task.is_stopped_by(&outcome.problems);
    if options.format != Format::Human {
        say::text(&check::for_programs(&outcome.problems, options, stopped, tongue));
    } else if stopped {
        stopped_by(&outcome, options, tongue);
    } else if options.write {
        built(&outcome, options, started.elapsed(), tongue);
    } else {
        checked(&outcome, options, tongue);
    }
    if options.timings {
        timings(&outcome);
    }
    Ok(if stopped { PROBLEMS } else { SOUND })
}

/// A run of the line, its problems already told.
pub struct Ran {
    /// What came of it.
    pub outcome: Outcome,
    /// What was asked for.
    pub task: Task,
    /// The language to go on in.
    pub tongue: Tongue,
}

/// Runs the line with an errand and tells its problems.
pub fn ran(options: &Options, asked: Tongue, errand: Errand) -> Result<Ran, Failure> {
    if !options.site.is_dir() {
        return Err(no_folder(&options.site));
    }
    let mut task = task(options, errand);
    let mut outcome = once(&task, asked)?;
    let mut tongue = options.lang.unwrap_or_else(|| of_site(&outcome, asked));
    if options.fix {
        let old = unicode::files(options, tongue)?;
        let files = fix::files(options, tongue)?;
        if files || old == unicode::Ended::Converted {
            outcome = once(&task, asked)?;
        }
        let run = || once(&task, asked);
        let (better, mut words) = fix::meant(outcome, options, tongue, &run)?;
        let ended = agreed::files(better, &task, options, tongue, &run)?;
        outcome = ended.outcome;
        if ended.changed {
            // What was agreed to may show what else is meant.
            let (better, more) = fix::meant(outcome, options, tongue, &run)?;
            outcome = better;
            words |= more;
        }
        let links = fix::links(&outcome.fixes, options, tongue)?;
        if links {
            outcome = once(&task, asked)?;
        }
        if !files && !words && !links && !ended.offered && old == unicode::Ended::None {
            fix::nothing(options, tongue);
        }
    }
    tell(&outcome, options, tongue);
    let errors = outcome.problems.iter().filter(|p| p.severity == Severity::Error).count();
    if let (Some(lost), 1) = (outcome.lost, errors)
        && options.format == Format::Human
        && ask::is_possible()
        && ask::yes_or_no(&let_go_question(lost), tongue)
    {
        task.let_go = Some(lost);
        outcome = once(&task, asked)?;
        tongue = options.lang.unwrap_or_else(|| of_site(&outcome, asked));
        // Nothing new is to be told unless a file changed while the question stood.
        if task.is_stopped_by(&outcome.problems) {
            tell(&outcome, options, tongue);
        }
    }
    Ok(Ran { outcome, task, tongue })
}

/// Runs the line with an errand and tells nothing.
pub fn silent(options: &Options, asked: Tongue, errand: Errand) -> Result<Outcome, Failure> {
    if !options.site.is_dir() {
        return Err(no_folder(&options.site));
    }
    once(&task(options, errand), asked)
}

fn task(options: &Options, errand: Errand) -> Task {
    Task {
        root: options.site.clone(),
        out: options.out.clone(),
        fresh: options.fresh,
        write: options.write,
        strict: options.strict,
        portable: options.portable,
        host: options.host,
        kit: options.kit,
        let_go: options.let_go,
        fix: options.fix,
        errand,
    }
}

fn let_go_question(lost: usize) -> Said {
    Said::new(format!("Bỏ {lost} con số này khỏi trang?"), format!("Let these {lost} values go?"))
}

/// What is only worth knowing is told by `check`; a build counts it.
fn tell(outcome: &Outcome, options: &Options, tongue: Tongue) {
    if options.format != Format::Human {
        return;
    }
    let told: Vec<_> = outcome.problems.iter().filter(|problem| is_told(problem, options)).cloned().collect();
    say::problems(&told, &options.site, tongue);
}

fn is_told(problem: &Problem, options: &Options) -> bool {
    !options.write || problem.severity != Severity::Notice
}

fn once(task: &Task, asked: Tongue) -> Result<Outcome, Failure> {
    let bar = bar(asked);
    let outcome = pipeline::run(task, &|done, all| {
        if let Some(bar) = &bar
            && (done % 64 == 0 || done == all)
        {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    });
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    outcome
}

/// The site's first language, when messages exist in it.
pub fn of_site(outcome: &Outcome, asked: Tongue) -> Tongue {
    match outcome.languages.first().map(String::as_str) {
        Some("vi") => Tongue::Vi,
        Some("en") => Tongue::En,
        _ => asked,
    }
}

/// A bar for long work, on a terminal only.
fn bar(tongue: Tongue) -> Option<ProgressBar> {
    if !std::io::stderr().is_terminal() {
        return None;
    }
    let template = match tongue {
        Tongue::Vi => "  đang dựng {pos}/{len} trang [{bar:30}]",
        Tongue::En => "  building {pos}/{len} pages [{bar:30}]",
    };
    let bar = ProgressBar::no_length();
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(200));
    Some(bar)
}

fn stopped_by(outcome: &Outcome, options: &Options, tongue: Tongue) {
    let tally = say::tally(&outcome.problems, tongue);
    let (left, next) = match (tongue, options.write) {
        (Tongue::Vi, true) => ("Chưa ghi gì; trang đã công bố vẫn nguyên.", "Bước tiếp theo: sửa các lỗi trên rồi chạy lại."),
        (Tongue::Vi, false) => ("", "Bước tiếp theo: sửa các lỗi trên rồi chạy lại."),
        (Tongue::En, true) => ("Nothing was written; the published site is as it was.", "Next: mend the errors above and run again."),
        (Tongue::En, false) => ("", "Next: mend the errors above and run again."),
    };
    say::line(format!("{} {tally}. {left}", say::mark(false)).replace(".  ", ". ").trim_end());
    explained(outcome, options, tongue);
    say::line(&format!("  {next}"));
}

fn built(outcome: &Outcome, options: &Options, time: Duration, tongue: Tongue) {
    let Some(written) = &outcome.written else { return };
    let seconds = seconds(time, tongue);
    let out = options.out.strip_prefix(&options.site).unwrap_or(&options.out);
    // Both are written as this machine writes paths.
    let (folder, first) = (out.join(""), out.join("index.html"));
    let (folder, first) = (folder.display(), first.display());
    say::line(&match tongue {
        Tongue::Vi => format!(
            "{} Đã dựng {} trang trong {seconds} giây → {folder}    ({} tệp mới hoặc đổi, {} giữ nguyên, {} xóa)",
            say::mark(true),
            outcome.pages,
            written.written,
            written.unchanged,
            written.removed
        ),
        Tongue::En => format!(
            "{} Built {} in {seconds} s → {folder}    ({} files new or changed, {} unchanged, {} removed)",
            say::mark(true),
            say::many(outcome.pages, "page"),
            written.written,
            written.unchanged,
            written.removed
        ),
    });
    if let Some(heavy) = outcome.heaviest.first() {
        let (size, limit) = (kilobytes(heavy.packed, tongue), kilobytes(pipeline::LIMIT, tongue));
        say::line(&match tongue {
            Tongue::Vi => format!("  Trang nặng nhất: {}  {size} KB khi nén (giới hạn {limit} KB)", heavy.path),
            Tongue::En => format!("  Heaviest page: {}  {size} KB compressed (limit {limit} KB)", heavy.path),
        });
    }
    warnings(outcome, options, tongue);
    if let Some(guide) = &outcome.guide {
        let guide = guide.strip_prefix(&options.site).unwrap_or(guide).display();
        say::line(&match tongue {
            Tongue::Vi => format!("  Bước tiếp theo: mở {first} để xem, rồi đưa lên máy chủ theo {guide}"),
            Tongue::En => format!("  Next: open {first} to look, then bring it to the host by {guide}"),
        });
        return;
    }
    say::line(&match tongue {
        Tongue::Vi => format!("  Bước tiếp theo: mở {first} để xem, hoặc chép thư mục lên máy chủ."),
        Tongue::En => format!("  Next: open {first} to look, or copy the folder to a server."),
    });
}

fn checked(outcome: &Outcome, options: &Options, tongue: Tongue) {
    let c = &outcome.counts;
    say::line(&match tongue {
        Tongue::Vi => format!("{} {} đơn vị, {} chỉ tiêu, {} bài, {} con số: không có lỗi.", say::mark(true), c.areas, c.indicators, c.reports, c.figures),
        Tongue::En => {
            let (areas, indicators) = (say::many(c.areas, "area"), say::many(c.indicators, "indicator"));
            format!("{} {areas}, {indicators}, {}, {}: no errors.", say::mark(true), say::many(c.reports, "report"), say::many(c.figures, "figure"))
        }
    });
    warnings(outcome, options, tongue);
    say::line(match tongue {
        Tongue::Vi => "  Bước tiếp theo: minhbach build",
        Tongue::En => "  Next: minhbach build",
    });
}

fn warnings(outcome: &Outcome, options: &Options, tongue: Tongue) {
    if !outcome.problems.is_empty() {
        say::line(&format!("  {}", say::tally(&outcome.problems, tongue)));
    }
    explained(outcome, options, tongue);
}

/// Where more is said about the problems just told.
fn explained(outcome: &Outcome, options: &Options, tongue: Tongue) {
    say::explained(outcome.problems.iter().filter(|problem| is_told(problem, options)), tongue);
}

fn timings(outcome: &Outcome) {
    let pages = outcome.pages.max(1) as u128;
    for stage in &outcome.stages {
        anstream::eprintln!("  {:<18}{:>9} ms {:>9} µs/page", stage.name, stage.time.as_millis(), stage.time.as_micros() / pages);
    }
}

/// Seconds with one decimal, in the style of the language. It is a time, not a figure of the site.
fn seconds(time: Duration, tongue: Tongue) -> String {
    tenths(u64::try_from(time.as_millis() / 100).unwrap_or(u64::MAX), tongue)
}

fn kilobytes(bytes: u64, tongue: Tongue) -> String {
    tenths(bytes / 100, tongue)
}

fn tenths(tenths: u64, tongue: Tongue) -> String {
    let mark = if tongue == Tongue::Vi { ',' } else { '.' };
    format!("{}{mark}{}", tenths / 10, tenths % 10)
}
