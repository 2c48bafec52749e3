//! `schema`: writes the schemas editors complete and explain by, and says whether they are up to date.
//!
//! Invariant: a file that says what it should is not touched, and settings somebody made are kept byte for byte.
//!
//! May use: pipeline, schema, diag, mend, source; crates clap, fs-err.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::words::Words;
use super::{Options, PROBLEMS, SOUND, no_folder, say};
use crate::diag::{self, Failure, Said, Tongue};
use crate::mend::write::{self, Change};
use crate::pipeline;
use crate::schema::vscode::{self, Joined};
use crate::schema::{self, Names, SchemaFile};
use crate::source;

/// `schema`.
pub fn command(words: &Words) -> Command {
    words
        .command("schema", "luoc-do", "Viết lược đồ để VS Code, JetBrains gợi ý khi gõ", "Write schemas, so that editors complete and explain")
        .arg(words.flag("vscode", "Viết cả cài đặt cho VS Code", "Write settings for VS Code too"))
        .arg(words.flag("check", "Chỉ xem đã mới nhất chưa, không ghi gì", "Only say whether they are up to date"))
        .arg(words.flag("reference", "In bảng giải thích mọi mục, dạng Markdown", "Print every field with its meaning, as Markdown"))
}

/// What the files are to become.
struct Planned {
    changes: Vec<(String, Change)>,
    /// What is to be added to a file by hand.
    by_hand: Vec<(String, String)>,
}

/// Runs `schema`.
pub fn run(options: &Options, sub: &ArgMatches, asked: Tongue) -> Result<u8, Failure> {
    if sub.get_flag("reference") {
        say::text(&schema::reference::page(options.lang.unwrap_or(asked)));
        return Ok(SOUND);
    }
    let site = &options.site;
    if !site.is_dir() {
        return Err(no_folder(site));
    }
    let mut problems = Vec::new();
    let Some(looked) = pipeline::look(site, &mut problems)? else {
        diag::sort(&mut problems);
        let tongue = options.lang.unwrap_or(asked);
        say::problems(&problems, site, tongue);
        say::line(Said::new("Sửa site.toml trước khi viết lược đồ.", "Mend site.toml before schemas are written.").in_tongue(tongue));
        return Ok(PROBLEMS);
    };
    let tongue = options.lang.or_else(|| super::tongue(looked.config.first_language())).unwrap_or(asked);
    let names = Names::of(&looked.record, &looked.config);
    let in_tongue = |tongue| planned(site, &names, tongue, sub.get_flag("vscode"));
    let planned = in_tongue(tongue)?;
    if sub.get_flag("check") {
        // Words in the other language are no older for it.
        let other = in_tongue(if tongue == Tongue::Vi { Tongue::En } else { Tongue::Vi })?;
        return Ok(checked(if other.is_done() { &other } else { &planned }, tongue));
    }
    let changes: Vec<Change> = planned.changes.iter().map(|(_, change)| change.clone()).collect();
    write::all(site, &changes)?;
    told(&planned, tongue);
    Ok(SOUND)
}

/// What is to be written so that the schemas know the site as it is in `looked`.
pub fn changes(site: &Path, looked: &pipeline::Looked, tongue: Tongue) -> Result<Vec<Change>, Failure> {
    let planned = planned(site, &Names::of(&looked.record, &looked.config), tongue, false)?;
    Ok(planned.changes.into_iter().map(|(_, change)| change).collect())
}

/// What is to be written, and what somebody has to add by hand.
fn planned(site: &Path, names: &Names, tongue: Tongue, for_vscode: bool) -> Result<Planned, Failure> {
    let mut planned = Planned { changes: Vec::new(), by_hand: Vec::new() };
    for file in schema::files(names, tongue) {
        let before = held(site, &file.path)?;
        // Another machine may have stored it with its own line endings.
        if before.as_deref().map(plain) != Some(file.text.clone().into_bytes()) {
            planned.change(site, &file, before);
        }
    }
    for file in if for_vscode { vscode::files() } else { Vec::new() } {
        let before = held(site, &file.path)?;
        let joined = before.as_deref().map(|bytes| vscode::joined(&file.path, &String::from_utf8_lossy(bytes)));
        match joined {
            None => planned.change(site, &file, None),
            Some(Joined::Said) => {}
            Some(Joined::Added(text)) => planned.change(site, &SchemaFile { text, ..file }, before),
            Some(Joined::ByHand(text)) => planned.by_hand.push((file.path, text)),
        }
    }
    Ok(planned)
}

impl Planned {
    /// Whether nothing is left to be written or added.
    fn is_done(&self) -> bool {
        self.changes.is_empty() && self.by_hand.is_empty()
    }

    fn change(&mut self, site: &Path, file: &SchemaFile, before: Option<Vec<u8>>) {
        let change = Change { path: site.join(&file.path), before, after: Some(file.text.clone().into_bytes()) };
        self.changes.push((file.path.clone(), change));
    }
}

fn held(site: &Path, path: &str) -> Result<Option<Vec<u8>>, Failure> {
    let disk = site.join(path);
    match fs_err::read(&disk) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(source::failure(("đọc", "read"), &disk, &error)),
    }
}

fn plain(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    text.replace("\r\n", "\n").into_bytes()
}

fn checked(planned: &Planned, tongue: Tongue) -> u8 {
    if planned.is_done() {
        let words = Said::new("Lược đồ đúng với trang hiện nay.", "The schemas say what the site is now.");
        say::line(&format!("{} {}", say::mark(true), words.in_tongue(tongue)));
        return SOUND;
    }
    let words = Said::new("Lược đồ đã cũ. Chạy lại: minhbach schema", "The schemas are out of date. Run again: minhbach schema");
    say::line(&format!("{} {}", say::mark(false), words.in_tongue(tongue)));
    for path in planned.changes.iter().map(|(path, _)| path).chain(planned.by_hand.iter().map(|(path, _)| path)) {
        say::line(&format!("    {path}"));
    }
    PROBLEMS
}

fn told(planned: &Planned, tongue: Tongue) {
    let count = planned.changes.len();
    let words = match count {
        0 => Said::new("Lược đồ đã mới nhất, không phải ghi gì.", "The schemas are up to date; nothing was written."),
        _ => Said::new(format!("Đã ghi {count} tệp:"), format!("Wrote {}:", say::many(count, "file"))),
    };
    say::line(&format!("{} {}", say::mark(true), words.in_tongue(tongue)));
    planned.changes.iter().for_each(|(path, _)| say::line(&format!("    {path}")));
    for (path, text) in &planned.by_hand {
        let words = Said::new(
            format!("{path} đã có cài đặt riêng nên để nguyên. Hãy tự thêm vào:"),
            format!("{path} has settings of its own and is left as it is. Add to it by hand:"),
        );
        say::line(&format!("  {}\n{text}", words.in_tongue(tongue)));
    }
    let next = Said::new(
        "  Bước tiếp theo: cài phần mở rộng YAML (Red Hat) trong VS Code, rồi mở thư mục này. Lưu các tệp trên cùng nội dung.\n  Thêm địa bàn, chương trình, chỉ số mới thì chạy lại lệnh này.",
        "  Next: install the YAML extension (Red Hat) in VS Code and open this folder. Keep these files with the content.\n  Run this again after adding areas, programmes or indicators.",
    );
    say::line(next.in_tongue(tongue));
}
