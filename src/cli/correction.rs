//! `new correction`: writes down why a published figure says something else now.
//!
//! What was said is known from the release and what is said now from the data, so that only the reason is asked for.
//! Invariant: nothing is written unless the book of corrections can be read back with the old and the new entries.
//!
//! May use: pipeline, history, model, diag, parse, source; crates clap, fs-err.

use clap::{ArgMatches, Command};

use super::words::Words;
use super::{Options, PROBLEMS, SOUND, WRONG_USE, ask, build, release, say};
use crate::diag::{Failure, Problem, Said, Severity, Tongue};
use crate::history::edit::{self, NewEntry};
use crate::history::{Difference, canon, file, listing, words};
use crate::model::CorrectionKind;
use crate::parse::Manner;
use crate::pipeline::{Compared, Errand};
use crate::source;

const BOOK: &str = "content/corrections.yaml";

/// `new correction`.
pub fn command(words: &Words) -> Command {
    let kinds = ("correction|revision", &["correction", "revision"]);
    words
        .command("correction", "dinh-chinh", "Ghi đính chính cho số đã công bố nay đã đổi", "Record a correction of a published figure")
        .arg(words.word("figure", ("ĐỊA CHỈ", "ADDRESS"), "Địa chỉ của con số, như in trên trang", "Address of the figure, as its page prints it"))
        .arg(words.flag("all", "Ghi cho mọi con số đã đổi", "For every figure that changed"))
        .arg(words.value("why", ("LỜI", "WORDS"), "Vì sao đổi", "Why it changed"))
        .arg(words.choice("kind", kinds.1, kinds.0, "Đính chính lỗi, hay điều chỉnh vì biết rõ hơn", "An error, or better knowledge"))
        .arg(words.value("document", ("TÊN", "ID"), "Văn bản làm căn cứ", "The document it rests on"))
        .arg(words.value("before", ("SỐ", "VALUE"), "Số cũ (tự biết từ bản phát hành)", "The old value (known from the release)"))
        .arg(words.value("after", ("SỐ", "VALUE"), "Số mới (tự biết từ số liệu)", "The new value (known from the data)"))
        .arg(words.day("Ngày đính chính (mặc định: hôm nay)", "Day of the correction (default: today)"))
}

/// Runs `new correction`.
pub fn run(options: &Options, sub: &ArgMatches, asked: Tongue) -> Result<u8, Failure> {
    let outcome = build::silent(options, asked, Errand::Compare(None))?;
    let tongue = options.lang.unwrap_or_else(|| build::of_site(&outcome, asked));
    if let Some(told) = in_the_way(outcome.problems) {
        say::problems(&told, &options.site, tongue);
        return Ok(PROBLEMS);
    }
    let compared = outcome.compared;
    let refuse = |said: Said| {
        say::refusal(&said, tongue);
        Ok(WRONG_USE)
    };
    let (Some(label), Some(manner)) = (compared.against.clone(), compared.manner.clone()) else {
        return refuse(Said::new(
            "Trang chưa phát hành bản nào nên chưa có số nào để đính chính. Làm bản phát hành: minhbach release <tên>",
            "Nothing has been released yet, so there is nothing to correct. Make a release: minhbach release <label>",
        ));
    };
    // A figure that changed again is told of from its last entry on.
    let stale = |d: &Difference| compared.stale.iter().any(|other| other.address == d.address);
    let never_told = compared.differences.iter().filter(|(d, kind)| d.fate.needs_entry() && kind.is_none() && !stale(d)).map(|(d, _)| d);
    let open: Vec<&Difference> = never_told.chain(&compared.stale).collect();
    let chosen = match choose(sub, &open, &compared, tongue, &label) {
        Ok(chosen) if chosen.is_empty() => return Ok(SOUND),
        Ok(chosen) => chosen,
        Err(said) => return refuse(said),
    };
    let Some(date) = release::day(sub) else { return refuse(release::bad_day(sub)) };
    let why = match sub.get_one::<String>("why").cloned().filter(|why| !why.trim().is_empty()) {
        Some(why) => why,
        None if ask::is_possible() => match ask::line(&Said::new("Vì sao số này đổi?", "Why did it change?"), tongue) {
            Some(why) => why,
            None => return refuse(no_reason()),
        },
        None => return refuse(no_reason()),
    };
    let kind = kind(sub, tongue);
    let entries: Vec<NewEntry> = chosen
        .iter()
        .map(|d| NewEntry {
            figure: d.address.clone(),
            kind,
            release: label.clone(),
            before: typed(d.before.as_deref(), &manner),
            after: typed(d.after.as_deref(), &manner),
            why: why.split_whitespace().collect::<Vec<_>>().join(" "),
            document: sub.get_one::<String>("document").cloned(),
            date: date.to_string(),
        })
        .collect();
    if let Some(said) = contradicted(sub, &chosen, &manner) {
        return refuse(said);
    }
    let path = options.site.join(BOOK);
    let book = match fs_err::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(source::failure(("đọc", "read"), &path, &error)),
    };
    let Some(new) = edit::added(&book, &entries, &manner) else {
        return refuse(Said::new(
            format!("Không thêm được vào {BOOK}: tệp cần dạng “corrections:” rồi mỗi mục bắt đầu bằng “- ”. Sửa lại tệp rồi chạy lại; chưa ghi gì."),
            format!(
                "Nothing can be added to {BOOK}: it needs “corrections:” and then entries that each begin with “- ”. Mend the file and run again; nothing was written."
            ),
        ));
    };
    file::put(&path, |out| out.write_all(new.as_bytes()))?;
    say::line(&format!("{} {}", say::mark(true), written(&entries, tongue)));
    for entry in &entries {
        say::line(&format!("  {}  {} → {}", entry.figure, entry.before, entry.after));
    }
    say::line(Said::new("  Bước tiếp theo: minhbach check", "  Next: minhbach check").in_tongue(tongue));
    Ok(SOUND)
}

/// The errors that must be mended first: all but the changes, and changes of changes, an entry is about to explain.
fn in_the_way(problems: Vec<Problem>) -> Option<Vec<Problem>> {
    let about_entries = ["MB0601", "MB0602", "MB0603", "MB0610"];
    let told: Vec<Problem> = problems.into_iter().filter(|p| p.severity == Severity::Error && !about_entries.contains(&p.code.number)).collect();
    (!told.is_empty()).then_some(told)
}

/// The figures entries are wanted for; none when there is nothing to do, which has been said then.
fn choose<'d>(sub: &ArgMatches, open: &[&'d Difference], compared: &Compared, tongue: Tongue, label: &str) -> Result<Vec<&'d Difference>, Said> {
    if let Some(typed) = sub.get_one::<String>("figure") {
        let mut found: Vec<&Difference> = open.iter().copied().filter(|d| d.address == *typed).collect();
        if found.is_empty() {
            found = open.iter().copied().filter(|d| listing::base(&d.address) == typed || d.address.split('~').next() == Some(typed.as_str())).collect();
        }
        return match found.len() {
            1 => Ok(found),
            0 => Err(nothing_for(typed, compared, open, label)),
            _ => Err(Said::new(
                format!("Địa chỉ “{typed}” chỉ {} con số đã đổi; ghi cả ngày:\n{}", found.len(), list(&found, Tongue::Vi)),
                format!("“{typed}” means {} figures that changed; add the day:\n{}", found.len(), list(&found, Tongue::En)),
            )),
        };
    }
    match open {
        [] => {
            let said = Said::new(
                format!("Không có số nào của bản {label} bị đổi mà chưa ghi đính chính."),
                format!("No figure of release {label} has changed without a correction."),
            );
            say::line(said.in_tongue(tongue));
            Ok(Vec::new())
        }
        [one] => Ok(vec![*one]),
        all if sub.get_flag("all") => Ok(all.to_vec()),
        all if ask::is_possible() => {
            say::line(&list(all, tongue));
            let question = Said::new("Ghi cho số nào? Gõ số thứ tự, hoặc * để ghi tất cả:", "Which one? Type its number, or * for all:");
            let answer = ask::line(&question, tongue).unwrap_or_default();
            let one = answer.parse::<usize>().ok().and_then(|at| all.get(at.checked_sub(1)?));
            match (answer.as_str(), one) {
                ("*", _) => Ok(all.to_vec()),
                (_, Some(one)) => Ok(vec![*one]),
                _ => Err(Said::new("Chưa chọn số nào; chưa ghi gì.", "Nothing was chosen; nothing was written.")),
            }
        }
        all => Err(Said::new(
            format!("Có {} con số đã đổi; ghi địa chỉ của một số, hoặc --all để ghi tất cả:\n{}", all.len(), list(all, Tongue::Vi)),
            format!("{} figures changed; give the address of one, or --all for all of them:\n{}", all.len(), list(all, Tongue::En)),
        )),
    }
}

/// So many figures are listed for a choice.
const LISTED: usize = 30;

fn list(all: &[&Difference], tongue: Tongue) -> String {
    let value = |line: Option<&str>| match line {
        None => Said::new("không còn", "gone").in_tongue(tongue).to_owned(),
        Some(line) => canon::read(line).map_or_else(|| line.to_owned(), |reading| words::said(&reading).in_tongue(tongue).to_owned()),
    };
    let line = |(at, d): (usize, &&Difference)| format!("  {}. {}  {} → {}", at + 1, d.address, value(d.before.as_deref()), value(d.after.as_deref()));
    let mut lines: Vec<String> = all.iter().enumerate().take(LISTED).map(line).collect();
    if all.len() > LISTED {
        lines.push(Said::new(format!("  … và {} số khác", all.len() - LISTED), format!("  … and {} more", all.len() - LISTED)).in_tongue(tongue).to_owned());
    }
    lines.join("\n")
}

fn nothing_for(typed: &str, compared: &Compared, open: &[&Difference], label: &str) -> Said {
    let near = crate::diag::nearest::nearest(typed, open.iter().map(|d| d.address.as_str()));
    let explained = compared.differences.iter().any(|(d, kind)| kind.is_some() && (d.address == typed || listing::base(&d.address) == typed));
    match near {
        Some(near) => Said::new(
            format!("Không có số nào đã đổi ở địa chỉ “{typed}”. Có phải bạn muốn ghi: {near}"),
            format!("No figure changed at “{typed}”. Did you mean: {near}"),
        ),
        None if explained => Said::new(format!("Số “{typed}” đã có đính chính rồi."), format!("“{typed}” has its correction already.")),
        None => Said::new(
            format!("Số “{typed}” không khác bản {label}, hoặc không có trong bản đó; không cần đính chính."),
            format!("“{typed}” is as release {label} has it, or is not in it; it needs no correction."),
        ),
    }
}

fn kind(sub: &ArgMatches, tongue: Tongue) -> CorrectionKind {
    match sub.get_one::<String>("kind").map(String::as_str) {
        Some("revision") => CorrectionKind::Revision,
        Some(_) => CorrectionKind::Correction,
        None if ask::is_possible() => {
            let question = Said::new(
                "Số cũ sai (đính chính)? Trả lời không nếu số cũ đúng vào lúc đó, nay biết rõ hơn.",
                "Was the old number wrong? Answer no if it was right for its day and is known better now.",
            );
            if ask::yes_or_no(&question, tongue) { CorrectionKind::Correction } else { CorrectionKind::Revision }
        }
        None => CorrectionKind::Correction,
    }
}

/// A value that was given and is not the one known.
fn contradicted(sub: &ArgMatches, chosen: &[&Difference], manner: &Manner) -> Option<Said> {
    for (name, value) in [("before", chosen.first()?.before.as_deref()), ("after", chosen.first()?.after.as_deref())] {
        let Some(given) = sub.get_one::<String>(name) else { continue };
        let same = match value {
            None => words::is_removed(given),
            Some(value) => canon::read(value).is_some_and(|reading| words::matches(given, &reading, manner.locale)),
        };
        if !same || chosen.len() > 1 {
            let right = typed(value, manner);
            return Some(Said::new(
                format!("--{name} ghi “{given}” nhưng phải là “{right}”; bỏ --{name} để máy tự ghi."),
                format!("--{name} says “{given}”, but it is “{right}”; leave --{name} out and it is filled in."),
            ));
        }
    }
    None
}

fn typed(value: Option<&str>, manner: &Manner) -> String {
    match value {
        None if manner.languages.first().is_some_and(|lang| lang == "vi") => words::REMOVED[1].to_owned(),
        None => words::REMOVED[0].to_owned(),
        Some(value) => canon::read(value).map_or_else(|| value.to_owned(), |reading| words::typed(&reading, manner.locale)),
    }
}

fn no_reason() -> Said {
    Said::new("Thiếu lý do. Thêm: --why \"Gõ nhầm một chữ số\"", "A reason is missing. Add: --why \"A digit was mistyped\"")
}

fn written(entries: &[NewEntry], tongue: Tongue) -> String {
    let said = Said::new(
        format!("Đã ghi {} mục vào {BOOK}:", entries.len()),
        format!("Added {} to {BOOK}:", if entries.len() == 1 { "1 entry".to_owned() } else { format!("{} entries", entries.len()) }),
    );
    said.in_tongue(tongue).to_owned()
}
