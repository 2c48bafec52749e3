//! `import`: what a filled-in form changes; with `--write` the files change, all of them or none.
//!
//! May use: pipeline, forms, mend, model, workbook, source, diag; crates clap.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Command;

use super::words::{FILE, Words};
use super::{Asked, PROBLEMS, SOUND, no_folder, say};
use crate::diag::print::Lines;
use crate::diag::{self, Failure, Problem, Said, Severity, Tongue};
use crate::forms::changes::{self, Edited};
use crate::forms::paper::Paper;
use crate::forms::{self, Change, DayAt, Filled, Known, Outcome, filled, foreign, problems as words, rows};
use crate::mend::write;
use crate::model::Period;
use crate::pipeline::{self, Errand, Looked, Task};
use crate::source;
use crate::workbook::mark::{Mark, marked};
use crate::workbook::{Spot, Unreadable, Workbook, read};

/// The largest form that is read.
const LIMIT: u64 = 64 * 1024 * 1024;

/// `import`.
pub fn command(words: &Words) -> Command {
    let path = clap::value_parser!(PathBuf);
    words
        .command("import", "nhap", "Xem biểu Excel đã điền làm đổi những gì", "Show what a filled-in Excel form changes")
        .arg(words.word("file", FILE, "Biểu đã điền (.xlsx)", "The filled-in form (.xlsx)").required(true).value_parser(path))
        .arg(words.path("map", FILE, "Tệp ánh xạ, để đọc sổ Excel của nơi khác", "A mapping file, to read somebody else's workbook"))
        .arg(words.flag("write", "Ghi vào tệp: tất cả hoặc không gì cả", "Write the files: everything or nothing"))
}

/// Shows what a form changes, and writes it when asked to.
pub fn run(asked: &Asked, tongue: Tongue) -> Result<u8, Failure> {
    if !asked.site.is_dir() {
        return Err(no_folder(&asked.site));
    }
    let path = asked.file.clone().unwrap_or_default();
    let mut problems = Vec::new();
    let site = pipeline::look(&asked.site, &mut problems)?;
    let Some(site) = site.filter(|_| !diag::any_error(&problems)) else {
        diag::sort(&mut problems);
        say::problems(&problems, &asked.site, tongue);
        return Ok(stopped(None, &problems, tongue));
    };
    let tongue = asked.tongue(site.config.first_language(), tongue);
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (book, bytes) = match open(&path, &name)? {
        Ok(read) => read,
        Err(why) => {
            let told = [words::no_workbook(&name, why)];
            say::problems(&told, &asked.site, tongue);
            return Ok(stopped(None, &told, tongue));
        }
    };
    let mut said: Vec<Problem> = Vec::new();
    let map = match &asked.map {
        Some(map) => Some(std::fs::read_to_string(map).map_err(|error| not_read(map, &error))?),
        None => None,
    };
    let read = match (&asked.map, &map) {
        (Some(file), Some(text)) => by_map(&book, &name, file, text, &site, tongue, &mut said),
        _ => filled::read(&book, &name, &mut said).map(|form| {
            let outcome = weigh(&form, &site, tongue);
            (form, outcome, None)
        }),
    };
    let map_file = asked.map.as_ref().map(|file| source::shown(file));
    let Some((form, mut outcome, left_out)) = read else {
        let lines = Ahead { root: &asked.site, files: map_file.iter().map(String::as_str).zip(map.as_deref()).collect() };
        say::problems_with(&said, &lines, tongue);
        return Ok(stopped(None, &said, tongue));
    };
    if path.with_file_name(format!("~${name}")).exists() {
        said.push(words::still_open(&name));
    }
    let mut all: Vec<(Option<Spot>, Problem)> = said.into_iter().map(|problem| (spot_of(&form, &problem), problem)).collect();
    all.append(&mut outcome.problems);
    let wrong = |all: &[(Option<Spot>, Problem)]| all.iter().any(|(_, problem)| problem.severity == Severity::Error);
    let mut elsewhere = Vec::new();
    if !wrong(&all) && !outcome.changes.is_empty() {
        (all, elsewhere) = look_ahead(asked, &form, &outcome, all)?;
    }
    let ahead = outcome.files.iter().map(|file| (file.path.as_str(), file.after.as_str()));
    let lines = Ahead { root: &asked.site, files: ahead.chain(map_file.iter().map(String::as_str).zip(map.as_deref())).collect() };
    let told: Vec<Problem> = all.iter().map(|(_, problem)| problem.clone()).chain(elsewhere.iter().cloned()).collect();
    say::problems_with(&told, &lines, tongue);
    if wrong(&all) || diag::any_error(&elsewhere) {
        let copy = mark_copy(&path, &bytes, &book, &form, &all, tongue)?;
        return Ok(stopped(copy.as_deref(), &told, tongue));
    }
    read_so_many(&outcome, left_out, tongue);
    if outcome.changes.is_empty() {
        say::line(match tongue {
            Tongue::Vi => "Không ô nào khác với số liệu của trang. Không có gì để ghi.",
            Tongue::En => "No cell differs from the figures of the site. There is nothing to write.",
        });
        return Ok(SOUND);
    }
    list(&outcome, tongue);
    if !asked.write {
        let map = map_file.as_ref().map_or_else(String::new, |map| format!(" --map \"{map}\""));
        let typed = format!("minhbach import \"{}\"{map} --write", path.display());
        say::line(&match tongue {
            Tongue::Vi => format!("Chưa ghi gì. Để ghi: {typed}"),
            Tongue::En => format!("Nothing was written. To write it: {typed}"),
        });
        return Ok(SOUND);
    }
    write(&site, &outcome.files)?;
    say::line(&match tongue {
        Tongue::Vi => {
            format!("{} Đã ghi {} ô vào {} tệp. Ghi chú và thứ tự trong tệp được giữ nguyên.", say::mark(true), outcome.changes.len(), outcome.files.len())
        }
        Tongue::En => format!(
            "{} Wrote {} into {}. Comments and order were kept.",
            say::mark(true),
            say::many(outcome.changes.len(), "cell"),
            say::many(outcome.files.len(), "file")
        ),
    });
    say::line(match tongue {
        Tongue::Vi => "  Bước tiếp theo: minhbach build",
        Tongue::En => "  Next: minhbach build",
    });
    Ok(SOUND)
}

type Opened = Result<(Workbook, Vec<u8>), Unreadable>;

/// The workbook and its bytes.
fn open(path: &Path, name: &str) -> Result<Opened, Failure> {
    if name.starts_with("~$") {
        return Ok(Err(Unreadable::Note));
    }
    let io = |error: std::io::Error| not_read(path, &error);
    if std::fs::metadata(path).map_err(io)?.len() > LIMIT {
        return Ok(Err(Unreadable::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(io)?;
    Ok(read::workbook(&bytes).map(|book| (book, bytes)))
}

fn not_read(path: &Path, error: &std::io::Error) -> Failure {
    let why = source::reason(error);
    let hint = match source::is_held(error) || error.kind() == ErrorKind::PermissionDenied {
        true => source::close_it(path),
        false => Said::new("Xem lại tên tệp.", "Look at its name again."),
    };
    Failure::new(format!("Không đọc được {}: {}. {}", path.display(), why.vi, hint.vi), format!("Could not read {}: {}. {}", path.display(), why.en, hint.en))
}

/// What the form changes.
fn weigh(form: &Filled, site: &Looked, tongue: Tongue) -> Outcome {
    let papers: Vec<Paper> = changes::papers_of(form)
        .into_iter()
        .filter_map(|(area, period)| {
            let (ix, _) = site.record.areas().find(|(_, own)| own.id == area)?;
            forms::site::paper(&site.sources, &site.record, site.config.locale, ix, Period::read(&period)?)
        })
        .collect();
    let language = pipeline::words(if tongue == Tongue::Vi { "vi" } else { "en" });
    let (rows, _) = rows(&papers, &site.record, &language, changes::day_of(form));
    changes::of(form, &papers, &rows, &Known { sources: &forms::site::sources(&site.record), languages: &site.config.languages })
}

/// Somebody else's workbook, read by a mapping file: as a form, what it changes, and how many rows say nothing.
fn by_map(
    book: &Workbook,
    name: &str,
    file: &Path,
    text: &str,
    site: &Looked,
    tongue: Tongue,
    said: &mut Vec<Problem>,
) -> Option<(Filled, Outcome, Option<foreign::LeftOut>)> {
    let map = foreign::map(&source::shown(file), text, said)?;
    let kinds: Vec<_> = site.config.area_kinds.iter().map(|kind| (kind.id.clone(), kind.name.clone())).collect();
    let table = foreign::table(book, &map, said)?;
    let (entries, left_out) = foreign::entries(&table, &map, &site.record, &kinds, site.config.locale, name, said);
    let areas: BTreeSet<&str> = entries.iter().map(|entry| entry.area.as_str()).collect();
    let papers: Vec<Paper> = areas
        .into_iter()
        .filter_map(|area| {
            let (ix, _) = site.record.areas().find(|(_, own)| own.id == area)?;
            forms::site::paper(&site.sources, &site.record, site.config.locale, ix, map.period)
        })
        .collect();
    let language = pipeline::words(if tongue == Tongue::Vi { "vi" } else { "en" });
    let (rows, _) = rows(&papers, &site.record, &language, Some(DayAt::first(map.as_of)));
    let form = foreign::filled(&table, &map, &entries, &papers, &rows, name, said);
    if form.rows.is_empty() && said.is_empty() {
        said.push(words::no_rows(name, &form.sheet));
    }
    let outcome = changes::of(&form, &papers, &rows, &Known { sources: &forms::site::sources(&site.record), languages: &site.config.languages });
    Some((form, outcome, Some(left_out)))
}

/// The cell a problem names.
fn spot_of(form: &Filled, problem: &Problem) -> Option<Spot> {
    let place = problem.place.as_ref()?;
    let cell = place.file.strip_prefix(&format!("[{}]{}!", form.file, form.sheet))?;
    Spot::of(cell)
}

type Told = Vec<(Option<Spot>, Problem)>;

/// Checks the site as it would be. What is wrong with a changed line is told with its cell; of the rest only errors are told.
fn look_ahead(asked: &Asked, form: &Filled, outcome: &Outcome, mut all: Told) -> Result<(Told, Vec<Problem>), Failure> {
    let task = Task {
        root: asked.site.clone(),
        out: asked.site.join("public"),
        fresh: false,
        write: false,
        portable: false,
        host: None,
        kit: false,
        strict: false,
        let_go: None,
        errand: Errand::None,
        fix: false,
    };
    let laid: Vec<(String, Vec<u8>)> = outcome.files.iter().map(|file| (file.path.clone(), file.after.clone().into_bytes())).collect();
    let ahead = pipeline::run_with(&task, &laid, &|_, _| {})?;
    let mut elsewhere = Vec::new();
    for (spot, mut problem) in forms::ahead::told(outcome, ahead.problems) {
        match spot {
            Some(at) => {
                problem.place = Some(form.place(at));
                all.push((spot, problem));
            }
            None if problem.severity == Severity::Error => elsewhere.push(problem),
            None => {}
        }
    }
    Ok((all, elsewhere))
}

/// Lines of files as they would be.
struct Ahead<'f> {
    root: &'f Path,
    files: HashMap<&'f str, &'f str>,
}

impl Lines for Ahead<'_> {
    fn line(&self, file: &str, line: u32) -> Option<String> {
        match self.files.get(file) {
            Some(text) => text.lines().nth(line.checked_sub(1)? as usize).map(str::to_owned),
            None => source::line(self.root, file, line),
        }
    }
}

/// A copy of the workbook with the wrong cells red, beside it, under a name nobody uses.
fn mark_copy(path: &Path, bytes: &[u8], book: &Workbook, form: &Filled, all: &[(Option<Spot>, Problem)], tongue: Tongue) -> Result<Option<PathBuf>, Failure> {
    let marks: Vec<Mark> = all
        .iter()
        .filter(|(_, problem)| problem.severity == Severity::Error)
        .filter_map(|(spot, problem)| {
            let fix = if tongue == Tongue::Vi { "Cách sửa" } else { "To fix" };
            let words = format!("{} {}\n{fix}: {}", problem.code.number, problem.what.in_tongue(tongue), problem.fix.in_tongue(tongue));
            Some(Mark { spot: (*spot)?, words })
        })
        .collect();
    let Some(sheet) = book.sheet(&form.sheet).filter(|_| !marks.is_empty()) else { return Ok(None) };
    let Some(copy) = marked(bytes, sheet, &marks) else { return Ok(None) };
    let stem = path.file_stem().unwrap_or(OsStr::new("")).to_string_lossy().into_owned();
    let word = if tongue == Tongue::Vi { "lỗi" } else { "errors" };
    let names = std::iter::once(format!("{stem} ({word}).xlsx")).chain((2..1000).map(|number| format!("{stem} ({word} {number}).xlsx")));
    let Some(free) = names.map(|name| path.with_file_name(name)).find(|path| !path.exists()) else { return Ok(None) };
    write::one(&free, &copy)?;
    Ok(Some(free))
}

fn stopped<'p>(copy: Option<&Path>, told: impl IntoIterator<Item = &'p Problem>, tongue: Tongue) -> u8 {
    if let Some(copy) = copy {
        say::line(&match tongue {
            Tongue::Vi => format!("  Bản Excel đã tô đỏ các ô lỗi: {}", copy.display()),
            Tongue::En => format!("  A copy with the wrong cells in red: {}", copy.display()),
        });
    }
    say::line(&match tongue {
        Tongue::Vi => format!("{} Chưa có tệp nào bị thay đổi. Sửa các lỗi trên rồi nhập lại.", say::mark(false)),
        Tongue::En => format!("{} No file was changed. Mend the errors above and import again.", say::mark(false)),
    });
    say::explained(told, tongue);
    PROBLEMS
}

fn read_so_many(outcome: &Outcome, left_out: Option<foreign::LeftOut>, tongue: Tongue) {
    let (read, matched, cells) = (outcome.read, outcome.matched, outcome.changes.len());
    say::line(&match (tongue, left_out) {
        (Tongue::Vi, None) => format!("Đọc {read} dòng, khớp {matched}, để trống {}, {cells} ô đổi.", outcome.blank),
        (Tongue::En, None) => format!("Read {}, {matched} matched, {} blank, {} changed.", say::many(read, "row"), outcome.blank, say::many(cells, "cell")),
        (Tongue::Vi, Some(out)) => {
            format!("Đọc {read} ô, khớp {matched}, {cells} ô đổi. Bỏ qua {} dòng (tổng, đánh số, ghi chú, dòng bỏ theo names:).", out.rows)
        }
        (Tongue::En, Some(out)) => {
            format!(
                "Read {}, {matched} matched, {cells} changed. Left out {} (totals, numbering, remarks, those left out by names:).",
                say::many(read, "cell"),
                say::many(out.rows, "row")
            )
        }
    });
    if let Some(out) = left_out {
        say::line(&match tongue {
            Tongue::Vi => format!("  Dòng tổng: {} ô đúng bằng tổng các dòng, {} ô không cộng được để so.", out.compared, out.not_compared),
            Tongue::En => format!("  Totals: {} the sum of their rows, {} without a sum to compare.", say::many(out.compared, "cell"), out.not_compared),
        });
    }
    if outcome.gone > 0 {
        say::line(&match tongue {
            Tongue::Vi => format!("  {} dòng của biểu không còn trong tệp nhập: giữ nguyên trên trang.", outcome.gone),
            Tongue::En => format!("  {} of the form did not come back: they stay as they are on the site.", say::many(outcome.gone, "row")),
        });
    }
}

/// Each change, before and after.
fn list(outcome: &Outcome, tongue: Tongue) {
    let key = |change: &Change| match (change.key.as_str(), tongue) {
        ("note", Tongue::Vi) => "ghi chú".to_owned(),
        ("source", Tongue::Vi) => "nguồn".to_owned(),
        (key, _) => key.to_owned(),
    };
    let mut file: Option<Arc<str>> = None;
    for change in &outcome.changes {
        if file.as_deref() != Some(change.file.as_str()) {
            say::line(&format!("  {}", change.file));
            file = Some(Arc::from(change.file.as_str()));
        }
        let nothing = if tongue == Tongue::Vi { "(trống)" } else { "(blank)" };
        let (before, after) = (change.before.as_deref().unwrap_or(nothing), change.after.as_deref().unwrap_or(nothing));
        say::line(&format!("    {}  {} [{}]: {before} → {after}", change.spot.name(), change.name, key(change)));
    }
}

fn write(site: &Looked, files: &[Edited]) -> Result<(), Failure> {
    let changes: Vec<write::Change> = files
        .iter()
        .map(|file| {
            let path = site.sources.find(&file.path).map_or_else(|| site.sources.root.join(&file.path), |found| found.disk.to_path_buf());
            write::Change { path, before: file.before.clone().map(String::into_bytes), after: Some(file.after.clone().into_bytes()) }
        })
        .collect();
    write::all(&site.sources.root, &changes)
}
