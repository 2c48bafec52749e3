//! `release`: checks everything, then freezes every published figure.
//!
//! May use: pipeline, history, diag; crates clap, jiff.

use clap::{ArgMatches, Command};

use super::build::{self, Ran};
use super::words::Words;
use super::{Options, PROBLEMS, SOUND, WRONG_USE, ask, say};
use crate::diag::{Failure, Said, Tongue};
use crate::history::{self, release::BadLabel};
use crate::pipeline::{self, Errand};

/// `release`.
pub fn command(words: &Words) -> Command {
    words
        .command("release", "phathanh", "Chốt mọi con số đang công bố thành bản phát hành", "Freeze every published figure as a release")
        .arg(words.word("label", ("TÊN", "LABEL"), "Tên bản phát hành, chẳng hạn 2024-quy-1", "Name of the release, such as 2024-q1").required(true))
        .arg(words.day("Ngày phát hành, dạng 2024-04-05 (mặc định: hôm nay)", "Day of the release, as 2024-04-05 (default: today)"))
        .arg(words.let_go())
}

/// Runs `release`.
pub fn run(options: &Options, sub: &ArgMatches, asked: Tongue) -> Result<u8, Failure> {
    let label = sub.get_one::<String>("label").cloned().unwrap_or_default();
    let early = options.lang.unwrap_or(asked);
    let refuse = |said: &Said, tongue: Tongue| {
        say::refusal(said, tongue);
        Ok(WRONG_USE)
    };
    if let Err(why) = history::release::label(&label) {
        return refuse(&bad_label(&label, why), early);
    }
    let Some(date) = day(sub) else { return refuse(&bad_day(sub), early) };
    let file = pipeline::release_file(&options.site, &label);
    if file.exists() {
        return refuse(&taken(&label), early);
    }
    let before = build::silent(options, asked, Errand::Compare(None))?;
    if let Some((last, day)) = before.compared.releases.last()
        && (date, &label) <= (*day, last)
    {
        return refuse(&too_early(last, *day), options.lang.unwrap_or_else(|| build::of_site(&before, asked)));
    }
    let Ran { outcome, tongue, .. } = build::ran(options, asked, Errand::Release { label: label.clone(), date })?;
    let Some(figures) = outcome.frozen else {
        let tally = say::tally(&outcome.problems, tongue);
        let words = Said::new(
            format!("{tally}. Chưa phát hành gì.\n  Bước tiếp theo: sửa các lỗi trên rồi chạy lại."),
            format!("{tally}. Nothing was released.\n  Next: mend the errors above and run again."),
        );
        say::line(&format!("{} {}", say::mark(false), words.in_tongue(tongue)));
        return Ok(PROBLEMS);
    };
    let words = Said::new(
        format!(
            "Đã phát hành bản {label}, ngày {date}: {figures} con số → content/releases/{label}.txt\n  Từ nay đổi một số đã phát hành thì phải ghi đính chính.\n  Bước tiếp theo: minhbach build"
        ),
        format!(
            "Released {label}, {date}: {} → content/releases/{label}.txt\n  From now on a released number changes only with a correction.\n  Next: minhbach build",
            say::many(usize::try_from(figures).unwrap_or(usize::MAX), "figure")
        ),
    );
    say::line(&format!("{} {}", say::mark(true), words.in_tongue(tongue)));
    Ok(SOUND)
}

/// The day asked for, else today.
pub fn day(sub: &ArgMatches) -> Option<jiff::civil::Date> {
    match sub.get_one::<String>("date") {
        Some(typed) => history::day(typed),
        None => Some(ask::today()),
    }
}

/// Why a day cannot be read.
pub fn bad_day(sub: &ArgMatches) -> Said {
    let typed = sub.get_one::<String>("date").map_or("", String::as_str);
    Said::new(format!("“{typed}” không phải một ngày. Gõ dạng: --date 2024-04-05"), format!("“{typed}” is no day. Type it as: --date 2024-04-05"))
}

fn bad_label(label: &str, why: BadLabel) -> Said {
    match why {
        BadLabel::Letters => Said::new(
            format!("“{label}” không đặt làm tên bản phát hành được. Dùng chữ thường không dấu, chữ số và dấu gạch nối, chẳng hạn: 2024-quy-1"),
            format!("“{label}” cannot be the name of a release. Use a–z, 0–9 and hyphens, such as: 2024-q1"),
        ),
        BadLabel::Device => Said::new(
            format!("Windows giữ tên “{label}” cho thiết bị. Chọn tên khác, chẳng hạn: 2024-quy-1"),
            format!("Windows keeps the name “{label}” for a device. Choose another, such as: 2024-q1"),
        ),
    }
}

fn taken(label: &str) -> Said {
    Said::new(
        format!("Đã có bản phát hành “{label}”; bản đã phát hành không ghi đè. Chọn tên khác."),
        format!("There is a release “{label}” already; what was released is never written over. Choose another name."),
    )
}

fn too_early(last: &str, day: jiff::civil::Date) -> Said {
    Said::new(
        format!("Bản mới phải đứng sau bản {last} ({day}). Chọn ngày sau ngày đó, hoặc cùng ngày với tên đứng sau."),
        format!("A new release must come after {last} ({day}). Choose a later day, or on that day a name that sorts after it."),
    )
}
