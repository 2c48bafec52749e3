//! The commands people type, and what they are told.
//!
//! Invariant: exit code 0 is sound, 1 problems in the content, 2 wrong use, 3 the machine; every word is
//! said in Vietnamese or English, as `--lang`, the site or the system asks.
//!
//! May use: pipeline, serve, source, diag, export, history, model, parse, mend, figures, forms, values, workbook, schema, scaffold, doctor, explain, letters, config, pictures; crates clap, anstream, anstyle, indicatif, fs-err, jiff, open.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::config::Host;
use crate::diag::{Failure, Tongue};
use crate::pictures;

mod alone;
mod ask;
mod asked;
mod build;
mod check;
mod correction;
mod diff;
mod doctor;
mod explain;
mod export;
mod fix;
mod import;
mod new;
mod release;
mod say;
mod schema;
mod serve;
mod template;
mod unicode;
mod words;

use check::Format;
use words::Words;

const SOUND: u8 = 0;
const PROBLEMS: u8 = 1;
const WRONG_USE: u8 = 2;
const MACHINE: u8 = 3;

/// One command: what may be typed after its name, and what it does.
struct Verb {
    name: &'static str,
    command: fn(&Words) -> Command,
    run: fn(&Typed<'_>) -> Result<u8, Failure>,
}

/// Every command, in the order of `--help`. A command is a file of this folder; here it is only listed.
const VERBS: &[Verb] = &[
    Verb { name: "build", command: build::command, run: |typed| build::run(&typed.options(true), typed.tongue) },
    Verb { name: "check", command: check::command, run: |typed| build::run(&typed.options(false), typed.tongue) },
    Verb { name: "serve", command: serve::command, run: |typed| serve::run(typed.all, typed.sub, typed.tongue) },
    Verb { name: "new", command: new::command, run: new::run },
    Verb { name: "template", command: template::command, run: |typed| template::run(&typed.asked(), typed.tongue) },
    Verb { name: "import", command: import::command, run: |typed| import::run(&typed.asked(), typed.tongue) },
    Verb { name: "export", command: export::command, run: |typed| export::run(&typed.asked(), typed.tongue) },
    Verb { name: "release", command: release::command, run: |typed| release::run(&typed.options(false), typed.sub, typed.tongue) },
    Verb { name: "diff", command: diff::command, run: |typed| diff::run(&typed.options(false), typed.sub, typed.tongue) },
    Verb { name: "doctor", command: doctor::command, run: |typed| doctor::run(&typed.options(false), typed.tongue) },
    Verb { name: "schema", command: schema::command, run: |typed| schema::run(&typed.options(false), typed.sub, typed.tongue) },
    Verb { name: "explain", command: explain::command, run: explain::run },
];

fn verb(name: &str) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.name == name)
}

/// What was typed: the options of every command, those of this one, and the language to answer in.
pub struct Typed<'m> {
    /// Options of every command: `--site`, `--lang`.
    pub all: &'m ArgMatches,
    /// What stands behind the command's name.
    pub sub: &'m ArgMatches,
    /// The language asked for, or the system's.
    pub tongue: Tongue,
}

impl Typed<'_> {
    /// The same behind a further word, such as `correction` in `new correction`.
    fn further<'m>(&'m self, sub: &'m ArgMatches) -> Typed<'m> {
        Typed { all: self.all, sub, tongue: self.tongue }
    }

    fn options(&self, write: bool) -> Options {
        options(self.all, self.sub, write)
    }

    fn asked(&self) -> Asked {
        Asked::of(self.all, self.sub)
    }
}

/// Runs the command line and says how it ended.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        if pictures::is_attempting() {
            return;
        }
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
    let Some((verb, sub)) = matches.subcommand().and_then(|(name, sub)| Some((verb(name)?, sub))) else {
        return ended(alone::run(&matches, tongue_of(&matches, tongue)), tongue);
    };
    let typed = Typed { all: &matches, sub, tongue: tongue_of(&matches, tongue) };
    ended((verb.run)(&typed), typed.tongue)
}

fn ended(how: Result<u8, Failure>, tongue: Tongue) -> ExitCode {
    match how {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            say::failure(&failure, tongue);
            ExitCode::from(MACHINE)
        }
    }
}

/// The folder of the site: the one named by `--site`, else the one somebody stands in.
fn site(all: &ArgMatches) -> PathBuf {
    all.get_one::<PathBuf>("site").cloned().unwrap_or_else(|| PathBuf::from("."))
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
            site: site(all),
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
    host: Option<Host>,
    kit: bool,
    write: bool,
    fix: bool,
    yes: bool,
    lang: Option<Tongue>,
    let_go: Option<usize>,
    format: Format,
}

impl Options {
    /// A remark on what is being done; where programs read standard output, it does not go there.
    fn remark(&self, text: &str) {
        match self.format {
            Format::Human => say::line(text),
            _ => say::note(text),
        }
    }
}

fn options(all: &ArgMatches, sub: &ArgMatches, write: bool) -> Options {
    let site = site(all);
    let out = sub.try_get_one::<PathBuf>("out").ok().flatten().cloned().unwrap_or_else(|| PathBuf::from("public"));
    let flag = |name: &str| sub.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
    Options {
        out: if out.is_absolute() { out } else { site.join(out) },
        site,
        fresh: flag("fresh"),
        timings: flag("timings"),
        strict: flag("strict"),
        portable: flag("portable"),
        host: sub.try_get_one::<String>("host").ok().flatten().and_then(|name| Host::of(name)),
        kit: flag("kit"),
        write,
        let_go: sub.try_get_one::<usize>("let-go").ok().flatten().copied(),
        fix: flag("fix"),
        yes: flag("yes"),
        format: Format::of(sub),
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
    let words = Words::of(tongue);
    Command::new("minhbach")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.said(
            "minhbach: dựng trang công khai chương trình công từ số liệu và bài viết",
            "minhbach: builds public programme pages from data files and reports",
        ))
        .help_template(words.template())
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            words
                .path(
                    "site",
                    ("THƯ MỤC", "FOLDER"),
                    "Thư mục có site.toml (mặc định: thư mục đang đứng)",
                    "The folder with site.toml (default: the current one)",
                )
                .global(true),
        )
        .arg(words.choice("lang", &["vi", "en"], "vi|en", "Ngôn ngữ của lời nhắn", "Language of messages").global(true))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words.said("In số phiên bản; LỆNH --help: hướng dẫn một lệnh", "Print the version; COMMAND --help: help on one")),
        )
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).global(true).hide(true).help(words.said("In hướng dẫn này", "Print this help")))
        .subcommands(VERBS.iter().map(|verb| (verb.command)(&words)))
        .after_help(words.said(
            "Mã kết thúc: 0 tốt, 1 nội dung có lỗi, 2 gõ sai lệnh, 3 máy không làm được.",
            "Exit codes: 0 sound, 1 problems in the content, 2 wrong use, 3 the machine.",
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
