//! The commands people type, and what they are told.
//!
//! Invariant: exit code 0 is sound, 1 problems in the content, 2 wrong use, 3 the machine; every word is
//! said in Vietnamese or English, as `--lang`, the site or the system asks.
//!
//! May use: pipeline, serve, source, diag, export, history, model, parse, mend, figures, forms, values, workbook; crates clap, anstream, anstyle, indicatif, fs-err, jiff.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::diag::{Failure, Said, Tongue};

mod ask;
mod build;
mod correction;
mod diff;
mod export;
mod fix;
mod import;
mod release;
mod say;
mod serve;
mod template;

const SOUND: u8 = 0;
const PROBLEMS: u8 = 1;
const WRONG_USE: u8 = 2;
const MACHINE: u8 = 3;

/// Runs the command line and says how it ended.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        anstream::eprintln!(
            "LỖI CỦA CHƯƠNG TRÌNH: minhbach dừng vì một lỗi của chính nó; trang đã công bố không bị đụng đến.\nOUR MISTAKE: minhbach stopped because of a bug of its own; the published site was not touched.\n{panic}"
        );
    }));
    let args: Vec<OsString> = args.into_iter().collect();
    let tongue = asked(&args);
    let matches = match command(tongue).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return wrong_use(&error, tongue),
    };
    let ended = match matches.subcommand() {
        Some(("build", sub)) => build::run(&options(&matches, sub, true), tongue_of(&matches, tongue)),
        Some(("check", sub)) => build::run(&options(&matches, sub, false), tongue_of(&matches, tongue)),
        Some(("serve", sub)) => serve::run(&matches, sub, tongue_of(&matches, tongue)),
        Some(("release", sub)) => release::run(&options(&matches, sub, false), sub, tongue_of(&matches, tongue)),
        Some(("diff", sub)) => diff::run(&options(&matches, sub, false), sub, tongue_of(&matches, tongue)),
        // Other things to make are further words after `new`.
        Some(("new", sub)) => match sub.subcommand() {
            Some(("correction", sub)) => correction::run(&options(&matches, sub, false), sub, tongue_of(&matches, tongue)),
            _ => {
                let _ = command(tongue).find_subcommand_mut("new").map(Command::print_help);
                return ExitCode::from(SOUND);
            }
        },
        Some(("template", sub)) => template::run(&Asked::of(&matches, sub), tongue_of(&matches, tongue)),
        Some(("import", sub)) => import::run(&Asked::of(&matches, sub), tongue_of(&matches, tongue)),
        Some(("export", sub)) => export::run(&Asked::of(&matches, sub), tongue_of(&matches, tongue)),
        _ => {
            let _ = command(tongue).print_help();
            return ExitCode::from(SOUND);
        }
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            say::failure(&failure, tongue);
            ExitCode::from(MACHINE)
        }
    }
}

/// What `template`, `import` and `export` are asked to do.
pub struct Asked {
    site: PathBuf,
    lang: Option<Tongue>,
    file: Option<PathBuf>,
    out: Option<PathBuf>,
    area: Option<String>,
    below: bool,
    period: Option<String>,
    as_of: Option<String>,
    format: Option<String>,
    map: Option<PathBuf>,
    write: bool,
}

impl Asked {
    fn of(all: &ArgMatches, sub: &ArgMatches) -> Self {
        let words = |name: &str| sub.try_get_one::<String>(name).ok().flatten().cloned();
        let path = |name: &str| sub.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        let flag = |name: &str| sub.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
        Asked {
            site: all.get_one::<PathBuf>("site").cloned().unwrap_or_else(|| PathBuf::from(".")),
            lang: all.get_one::<String>("lang").and_then(|lang| tongue(lang)),
            file: path("file"),
            out: path("out"),
            area: words("area"),
            below: flag("below"),
            period: words("period"),
            as_of: words("as-of"),
            format: words("format"),
            map: path("map"),
            write: flag("write"),
        }
    }

    /// The language of messages and forms: the one asked for, the site's, the system's.
    fn tongue(&self, first: &str, asked: Tongue) -> Tongue {
        self.lang.or_else(|| tongue(first)).unwrap_or(asked)
    }
}

/// What `build` and `check` are asked to do.
pub struct Options {
    site: PathBuf,
    out: PathBuf,
    fresh: bool,
    timings: bool,
    strict: bool,
    portable: bool,
    write: bool,
    fix: bool,
    lang: Option<Tongue>,
    let_go: Option<usize>,
}

fn options(all: &ArgMatches, sub: &ArgMatches, write: bool) -> Options {
    let site = all.get_one::<PathBuf>("site").cloned().unwrap_or_else(|| PathBuf::from("."));
    let out = sub.try_get_one::<PathBuf>("out").ok().flatten().cloned().unwrap_or_else(|| PathBuf::from("public"));
    let flag = |name: &str| sub.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
    Options {
        out: if out.is_absolute() { out } else { site.join(out) },
        site,
        fresh: flag("fresh"),
        timings: flag("timings"),
        strict: flag("strict"),
        portable: flag("portable"),
        write,
        let_go: sub.try_get_one::<usize>("let-go").ok().flatten().copied(),
        fix: flag("fix"),
        lang: all.get_one::<String>("lang").and_then(|lang| tongue(lang)),
    }
}

fn tongue(lang: &str) -> Option<Tongue> {
    match lang.split(['-', '_', '.']).next() {
        Some("vi") => Some(Tongue::Vi),
        Some("en" | "C" | "POSIX") => Some(Tongue::En),
        _ => None,
    }
}

/// The language asked for before the arguments have been read: help and mistakes are told in it too.
fn asked(args: &[OsString]) -> Tongue {
    let texts: Vec<&str> = args.iter().filter_map(|a| a.to_str()).collect();
    let after = texts.iter().position(|a| *a == "--lang").and_then(|at| texts.get(at + 1)).copied();
    let joined = texts.iter().find_map(|a| a.strip_prefix("--lang="));
    after.or(joined).and_then(tongue).or_else(system).unwrap_or(Tongue::Vi)
}

/// The language of the system, where it says one that is known.
fn system() -> Option<Tongue> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .filter(|v| !v.starts_with('C'))
        .and_then(|value| tongue(&value))
}

fn tongue_of(matches: &ArgMatches, asked: Tongue) -> Tongue {
    matches.get_one::<String>("lang").and_then(|lang| tongue(lang)).unwrap_or(asked)
}

fn command(tongue: Tongue) -> Command {
    let said = |vi: &str, en: &str| Said::new(vi, en).in_tongue(tongue).to_owned();
    let folder = if tongue == Tongue::Vi { "THƯ MỤC" } else { "FOLDER" };
    let headings = match tongue {
        Tongue::Vi => ("Cách dùng", "Lệnh", "Tùy chọn"),
        Tongue::En => ("Usage", "Commands", "Options"),
    };
    let template =
        format!("{{before-help}}{{about}}\n\n{}: {{usage}}\n\n{}:\n{{subcommands}}\n\n{}:\n{{options}}{{after-help}}", headings.0, headings.1, headings.2);
    let sub_template = format!("{{about}}\n\n{}: {{usage}}\n\n{}:\n{{options}}{{after-help}}", headings.0, headings.2);
    let flag = |name: &'static str, vi: &str, en: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(said(vi, en));
    let file = if tongue == Tongue::Vi { "TỆP" } else { "FILE" };
    let words = |name: &'static str, vi_name: &'static str, en_name: &'static str, vi: &str, en: &str| {
        Arg::new(name).long(name).value_name(if tongue == Tongue::Vi { vi_name } else { en_name }).help(said(vi, en))
    };
    let area = || {
        words(
            "area",
            "MÃ",
            "ID",
            "Mã địa bàn, tên thư mục trong content/areas (mặc định: mọi địa bàn)",
            "Id of an area, its folder in content/areas (default: all)",
        )
    };
    let out = |vi: &str, en: &str| Arg::new("out").long("out").value_name(file).value_parser(clap::value_parser!(PathBuf)).help(said(vi, en));
    let help = || Arg::new("help").long("help").short('h').action(ArgAction::Help).global(true).help(said("In hướng dẫn này", "Print this help"));
    let sub = |name: &'static str, alias: &'static str, vi: &str, en: &str| {
        Command::new(name).visible_alias(alias).about(said(vi, en)).help_template(sub_template.clone()).disable_help_flag(true).next_line_help(false)
    };
    let value = |name: &'static str, of: (&'static str, &'static str), vi: &str, en: &str| {
        Arg::new(name).long(name).value_name(if tongue == Tongue::Vi { of.0 } else { of.1 }).help(said(vi, en))
    };
    let let_go = || {
        value("let-go", ("SỐ", "COUNT"), "Cho đúng chừng này con số đã công bố biến mất", "Let exactly so many published values disappear")
            .value_parser(clap::value_parser!(usize))
    };
    let day = |vi: &str, en: &str| value("date", ("NGÀY", "DATE"), vi, en);
    Command::new("minhbach")
        .version(env!("CARGO_PKG_VERSION"))
        .about(said(
            "minhbach: dựng trang công khai cho các chương trình công từ tệp số liệu và bài viết",
            "minhbach: builds public programme transparency pages from data files and reports",
        ))
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("site")
                .long("site")
                .global(true)
                .value_name(folder)
                .value_parser(clap::value_parser!(PathBuf))
                .help(said("Thư mục có site.toml (mặc định: thư mục đang đứng)", "The folder with site.toml (default: the current one)")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("vi|en")
                .value_parser(["vi", "en"])
                .hide_possible_values(true)
                .help(said("Ngôn ngữ của lời nhắn", "Language of messages")),
        )
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(said("In số phiên bản", "Print the version")))
        .arg(help())
        .subcommand(
            sub("build", "dung", "Kiểm tra rồi dựng trang vào thư mục public", "Check, then build the site into the folder public")
                .arg(
                    Arg::new("out")
                        .long("out")
                        .value_name(folder)
                        .value_parser(clap::value_parser!(PathBuf))
                        .help(said("Nơi đặt trang (mặc định: public)", "Where the site goes (default: public)")),
                )
                .arg(flag("fresh", "Quên lần dựng trước, so lại từng tệp", "Forget the last build and compare every file"))
                .arg(let_go())
                .arg(flag("strict", "Coi cảnh báo như lỗi", "Treat warnings as errors"))
                .arg(flag("portable", "Liên kết mở được ngay từ thư mục, USB", "Links that open straight from a folder or stick"))
                .arg(flag("timings", "In thời gian của từng bước", "Print what each step took")),
        )
        .subcommand(
            sub("check", "kiemtra", "Kiểm tra mọi tệp, không ghi gì", "Check every file, write nothing")
                .arg(flag(
                    "fix",
                    "Tự sửa những chỗ chắc chắn: phím Tab, dấu ghép rời, mục gõ nhầm, liên kết của con số",
                    "Mend what is certain: Tabs, accents, mistyped fields, links of numbers",
                ))
                .arg(flag("strict", "Coi cảnh báo như lỗi", "Treat warnings as errors"))
                .arg(flag("timings", "In thời gian của từng bước", "Print what each step took")),
        )
        .subcommand(
            sub("serve", "xem", "Xem, và sửa với --edit, trang trong trình duyệt", "See the site in a browser; --edit edits it")
                .arg(flag(
                    "edit",
                    "Sửa được số liệu và bài viết trong trình duyệt, chỉ trên máy này",
                    "Edit figures and texts in the browser, on this machine only",
                ))
                .arg(
                    value("port", ("SỐ", "NUMBER"), "Cổng (mặc định: cổng trống đầu tiên từ 4000)", "Port (default: the first free one from 4000)")
                        .value_parser(clap::value_parser!(u16)),
                )
                .arg(flag("lan", "Cho máy khác trong mạng cùng xem", "Let other machines of the network see it too")),
        )
        .subcommand(
            sub("release", "phathanh", "Chốt mọi con số đang công bố thành bản phát hành", "Freeze every published figure as a release")
                .arg(
                    Arg::new("label")
                        .required(true)
                        .value_name(if tongue == Tongue::Vi { "TÊN" } else { "LABEL" })
                        .help(said("Tên bản phát hành, chẳng hạn 2024-quy-1", "Name of the release, such as 2024-q1")),
                )
                .arg(day("Ngày phát hành, dạng 2024-04-05 (mặc định: hôm nay)", "Day of the release, as 2024-04-05 (default: today)"))
                .arg(let_go()),
        )
        .subcommand(
            sub("diff", "sosanh", "Số liệu đã đổi những gì từ một bản phát hành", "What changed since a release")
                .arg(
                    Arg::new("release")
                        .value_name(if tongue == Tongue::Vi { "BẢN" } else { "RELEASE" })
                        .help(said("Bản phát hành để so (mặc định: bản mới nhất)", "The release to compare with (default: the latest)")),
                )
                .arg(
                    value("format", ("human|csv", "human|csv"), "Viết cho người đọc, hay bảng CSV", "For people, or as CSV")
                        .value_parser(["human", "csv"])
                        .hide_possible_values(true),
                ),
        )
        .subcommand(
            sub("new", "moi", "Thêm một mục mới: correction (dinh-chinh)", "Add something new: correction").subcommand(
                sub("correction", "dinh-chinh", "Ghi đính chính cho số đã công bố nay đã đổi", "Record a correction of a published figure")
                    .arg(
                        Arg::new("figure")
                            .value_name(if tongue == Tongue::Vi { "ĐỊA CHỈ" } else { "ADDRESS" })
                            .help(said("Địa chỉ của con số, như in trên trang", "Address of the figure, as its page prints it")),
                    )
                    .arg(flag("all", "Ghi cho mọi con số đã đổi", "For every figure that changed"))
                    .arg(value("why", ("LỜI", "WORDS"), "Vì sao đổi", "Why it changed"))
                    .arg(
                        value(
                            "kind",
                            ("correction|revision", "correction|revision"),
                            "Đính chính lỗi, hay điều chỉnh vì biết rõ hơn",
                            "An error, or better knowledge",
                        )
                        .value_parser(["correction", "revision"])
                        .hide_possible_values(true),
                    )
                    .arg(value("document", ("TÊN", "ID"), "Văn bản làm căn cứ", "The document it rests on"))
                    .arg(value("before", ("SỐ", "VALUE"), "Số cũ (tự biết từ bản phát hành)", "The old value (known from the release)"))
                    .arg(value("after", ("SỐ", "VALUE"), "Số mới (tự biết từ số liệu)", "The new value (known from the data)"))
                    .arg(day("Ngày đính chính (mặc định: hôm nay)", "Day of the correction (default: today)")),
            ),
        )
        .subcommand(
            sub("template", "mau", "Tạo biểu Excel để điền số liệu", "Make an Excel form to fill figures in")
                .arg(area())
                .arg(flag("below", "Cả các địa bàn trực thuộc", "The areas below it too"))
                .arg(words("period", "NĂM", "YEAR", "Kỳ: 2024 hoặc 2021-2025 (mặc định: kỳ mới nhất)", "Period: 2024 or 2021-2025 (default: the newest)"))
                .arg(words("as-of", "NGÀY", "DAY", "Kết quả tính đến ngày nào (mặc định: ngày mới nhất)", "The day results hold for (default: the newest)"))
                .arg(out("Tên tệp .xlsx", "Name of the .xlsx")),
        )
        .subcommand(
            sub("import", "nhap", "Xem biểu Excel đã điền làm đổi những gì", "Show what a filled-in Excel form changes")
                .arg(
                    Arg::new("file")
                        .required(true)
                        .value_name(file)
                        .value_parser(clap::value_parser!(PathBuf))
                        .help(said("Biểu đã điền (.xlsx)", "The filled-in form (.xlsx)")),
                )
                .arg(
                    Arg::new("map")
                        .long("map")
                        .value_name(file)
                        .value_parser(clap::value_parser!(PathBuf))
                        .help(said("Tệp ánh xạ, để đọc sổ Excel của nơi khác", "A mapping file, to read somebody else's workbook")),
                )
                .arg(flag("write", "Ghi vào tệp: tất cả hoặc không gì cả", "Write the files: everything or nothing")),
        )
        .subcommand(
            sub("export", "xuat", "Xuất mọi con số thành tệp Excel, CSV hoặc JSON", "Write every figure as Excel, CSV or JSON")
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("xlsx|csv|json")
                        .value_parser(["xlsx", "csv", "json"])
                        .hide_possible_values(true)
                        .help(said("Dạng tệp (mặc định: xlsx)", "Kind of file (default: xlsx)")),
                )
                .arg(area())
                .arg(out("Tên tệp", "Name of the file")),
        )
        .after_help(said(
            "\nMã kết thúc: 0 tốt, 1 nội dung có lỗi, 2 gõ sai lệnh, 3 máy không làm được.",
            "\nExit codes: 0 sound, 1 problems in the content, 2 wrong use, 3 the machine.",
        ))
}

/// Help and version are answers; anything else was typed wrong and is told with the nearest right word.
fn wrong_use(error: &clap::Error, tongue: Tongue) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::from(SOUND);
    }
    say::wrong_use(error, tongue);
    ExitCode::from(WRONG_USE)
}

/// A site folder that is not there is a matter of the command line.
fn no_folder(site: &Path) -> Failure {
    Failure::new(format!("Không có thư mục {}. Xem lại --site.", site.display()), format!("There is no folder {}. Look at --site again.", site.display()))
}
