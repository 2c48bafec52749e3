//! How commands and their options are described, in the language of whoever asks.
//!
//! Invariant: every word stands in Vietnamese and English side by side.
//!
//! May use: diag, config; crates clap.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command};

use crate::config::Host;
use crate::diag::{Said, Tongue};

/// Describes commands in one language.
pub struct Words {
    tongue: Tongue,
}

impl Words {
    /// Words in this language.
    pub fn of(tongue: Tongue) -> Self {
        Words { tongue }
    }

    /// The one of two wordings that is asked for.
    pub fn said(&self, vi: &str, en: &str) -> String {
        Said::new(vi, en).in_tongue(self.tongue).to_owned()
    }

    fn name(&self, name: (&'static str, &'static str)) -> &'static str {
        if self.tongue == Tongue::Vi { name.0 } else { name.1 }
    }

    fn headings(&self) -> (&'static str, &'static str, &'static str) {
        match self.tongue {
            Tongue::Vi => ("Cách dùng", "Lệnh", "Tùy chọn"),
            Tongue::En => ("Usage", "Commands", "Options"),
        }
    }

    /// The form of help where commands are listed.
    pub fn template(&self) -> String {
        let (usage, commands, options) = self.headings();
        format!("{{before-help}}{{about}}\n\n{usage}: {{usage}}\n\n{commands}:\n{{subcommands}}\n\n{options}:\n{{options}}{{after-help}}")
    }

    /// A command with its Vietnamese name.
    pub fn command(&self, name: &'static str, alias: &'static str, vi: &str, en: &str) -> Command {
        let (usage, _, options) = self.headings();
        Command::new(name)
            .visible_alias(alias)
            .about(self.said(vi, en))
            .help_template(format!("{{about}}\n\n{usage}: {{usage}}\n\n{options}:\n{{options}}{{after-help}}"))
            .disable_help_flag(true)
            .next_line_help(false)
    }

    /// A command that is a list of further words.
    pub fn list(&self, name: &'static str, alias: &'static str, vi: &str, en: &str) -> Command {
        let (usage, commands, options) = self.headings();
        self.command(name, alias, vi, en)
            .help_template(format!("{{about}}\n\n{usage}: {{usage}}\n\n{commands}:\n{{subcommands}}\n\n{options}:\n{{options}}{{after-help}}"))
            .disable_help_subcommand(true)
    }

    /// An option that is there or not.
    pub fn flag(&self, name: &'static str, vi: &str, en: &str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.said(vi, en))
    }

    /// An option with a value; `of` names the value in both languages.
    pub fn value(&self, name: &'static str, of: (&'static str, &'static str), vi: &str, en: &str) -> Arg {
        Arg::new(name).long(name).value_name(self.name(of)).help(self.said(vi, en))
    }

    /// An option whose value is one of few words; `shown` lists them.
    pub fn choice(&self, name: &'static str, among: &'static [&'static str], shown: &'static str, vi: &str, en: &str) -> Arg {
        self.value(name, (shown, shown), vi, en).value_parser(among.to_vec()).hide_possible_values(true)
    }

    /// An option whose value is a file or a folder.
    pub fn path(&self, name: &'static str, of: (&'static str, &'static str), vi: &str, en: &str) -> Arg {
        self.value(name, of, vi, en).value_parser(clap::value_parser!(PathBuf))
    }

    /// A word without dashes, in its place behind the command.
    pub fn word(&self, name: &'static str, of: (&'static str, &'static str), vi: &str, en: &str) -> Arg {
        Arg::new(name).value_name(self.name(of)).help(self.said(vi, en))
    }

    /// `--out FILE`.
    pub fn out(&self, vi: &str, en: &str) -> Arg {
        self.path("out", FILE, vi, en)
    }

    /// `--area ID`.
    pub fn area(&self) -> Arg {
        let vi = "Mã địa bàn, tên thư mục trong content/areas (mặc định: mọi địa bàn)";
        self.value("area", ("MÃ", "ID"), vi, "Id of an area, its folder in content/areas (default: all)")
    }

    /// `--let-go COUNT`.
    pub fn let_go(&self) -> Arg {
        let vi = "Cho đúng chừng này con số đã công bố biến mất";
        self.value("let-go", ("SỐ", "COUNT"), vi, "Let exactly so many published values disappear").value_parser(clap::value_parser!(usize))
    }

    /// `--date DATE`.
    pub fn day(&self, vi: &str, en: &str) -> Arg {
        self.value("date", ("NGÀY", "DATE"), vi, en)
    }

    /// `--yes`.
    pub fn yes(&self) -> Arg {
        self.flag("yes", "Không hỏi: lấy câu trả lời thường dùng", "Ask nothing: take the usual answers")
    }

    /// `--id ID`.
    pub fn id(&self) -> Arg {
        let vi = "Mã ngắn: a–z, 0–9 và gạch nối (mặc định: lập từ tên)";
        self.value("id", ("MÃ", "ID"), vi, "Short id: a–z, 0–9 and hyphens (default: made from the name)")
    }

    /// `--strict`.
    pub fn strict(&self) -> Arg {
        self.flag("strict", "Coi cảnh báo như lỗi", "Treat warnings as errors")
    }

    /// `--host HOST`.
    pub fn host(&self) -> Arg {
        let names = Host::ALL.map(|(_, name)| name);
        self.value(
            "host",
            ("NƠI", "HOST"),
            "Làm sẵn cho nơi đặt trang: github, gitlab, cloudflare, netlify, nginx, apache, iis, s3",
            "Make the site ready for a host: github, gitlab, cloudflare, netlify, nginx, apache, iis, s3",
        )
        .value_parser(names.to_vec())
        .hide_possible_values(true)
    }

    /// `--timings`.
    pub fn timings(&self) -> Arg {
        self.flag("timings", "In thời gian của từng bước", "Print what each step took")
    }
}

/// What a file is called where one is to be named.
pub const FILE: (&str, &str) = ("TỆP", "FILE");
