//! Puts new files in place: looked at within their site first, then all written, or none.
//!
//! Invariant: a file in which a build would find an error is not written.
//!
//! May use: diag, mend, pipeline, scaffold, source.

use std::path::{Path, PathBuf};

use super::{Made, Stop, ground::Ground};
use crate::cli::{SOUND, Typed, say, schema};
use crate::diag::{Said, Severity, Tongue};
use crate::mend::write::{self, Change};
use crate::pipeline::{self, Errand, Task};
use crate::scaffold::NewFile;
use crate::source;

/// Files to be, and those that change: what they held and what they shall hold.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) new: Vec<NewFile>,
    pub(super) changed: Vec<(NewFile, Vec<u8>)>,
}

impl Batch {
    pub(super) fn one(file: NewFile) -> Self {
        Batch { new: vec![file], changed: Vec::new() }
    }

    /// Looks at the site as it would be, writes, and says what was made. `next` is what to do then.
    pub(super) fn put(&self, typed: &Typed<'_>, ground: &Ground, next: &Said) -> Made {
        let options = typed.options(false);
        let tongue = ground.tongue;
        free(&self.new, &options.site)?;
        let laid: Vec<(String, Vec<u8>)> = self.all().map(|file| (file.path.clone(), file.text.clone().into_bytes())).collect();
        let ahead = pipeline::run_with(&looking(&options.site), &laid, &|_, _| {})?;
        let is_own = |file: &str| laid.iter().any(|(path, _)| path == file);
        let mut wrong = ahead.problems;
        wrong.retain(|problem| problem.severity == Severity::Error && problem.place.as_ref().is_some_and(|place| is_own(&place.file)));
        if !wrong.is_empty() {
            say::problems_with(&wrong, &Lines { batch: self, root: &options.site }, tongue);
            say::note(Said::new("Chưa ghi gì.", "Nothing was written.").in_tongue(tongue));
            return Err(Stop::Told);
        }
        let mut changes: Vec<Change> = self.new.iter().map(|file| fresh(file, &options.site)).collect();
        changes.extend(self.changed.iter().map(|(file, before)| Change {
            path: source::on_disk(&ground.looked.sources.root, &file.path),
            before: Some(before.clone()),
            after: Some(file.text.clone().into_bytes()),
        }));
        // Editors offer what is new at once.
        if let Some(looked) = pipeline::look_with(&options.site, &laid, &mut Vec::new())? {
            changes.extend(schema::changes(&options.site, &looked, ground.habits.tongue)?);
        }
        write::all(&options.site, &changes)?;
        let head = if self.new.is_empty() { Said::new("Đã thêm vào:", "Added to:") } else { Said::new("Đã tạo:", "Made:") };
        told(self.all(), &head, &typed_at(typed.all.get_one::<PathBuf>("site"), next), tongue);
        Ok(SOUND)
    }

    fn all(&self) -> impl Iterator<Item = &NewFile> {
        self.new.iter().chain(self.changed.iter().map(|(file, _)| file))
    }
}

/// A file to be made.
pub(super) fn fresh(file: &NewFile, site: &Path) -> Change {
    Change { path: site.join(&file.path), before: None, after: Some(file.text.clone().into_bytes()) }
}

/// Nothing may lie where a new file goes.
pub(super) fn free(files: &[NewFile], site: &Path) -> Result<(), Stop> {
    let there: Vec<&str> = files.iter().map(|file| file.path.as_str()).filter(|path| std::fs::symlink_metadata(site.join(path)).is_ok()).collect();
    if there.is_empty() {
        return Ok(());
    }
    let list = there.iter().map(|path| format!("  {path}\n")).collect::<String>();
    Err(Stop::Asked(Said::new(
        format!("Đã có:\n{list}Lệnh này không ghi đè tệp nào. Chưa ghi gì."),
        format!("There already:\n{list}This command writes over nothing. Nothing was written."),
    )))
}

/// What to type next, for somebody who stands in another folder than the site's.
fn typed_at(site: Option<&PathBuf>, next: &Said) -> Said {
    let Some(site) = site else { return next.clone() };
    let named = |words: &str| words.replace("minhbach ", &format!("minhbach --site {} ", shown(site)));
    Said::new(named(&next.vi), named(&next.en))
}

/// A folder as it is typed.
pub(super) fn shown(folder: &Path) -> String {
    let words = folder.display().to_string();
    if words.contains(' ') { format!("\"{words}\"") } else { words }
}

/// Says what was made and what to do next.
pub(super) fn told<'f>(files: impl Iterator<Item = &'f NewFile>, head: &Said, next: &Said, tongue: Tongue) {
    say::line(&format!("{} {}", say::mark(true), head.in_tongue(tongue)));
    files.for_each(|file| say::line(&format!("    {}", file.path)));
    say::line(&format!("  {} {}", Said::new("Bước tiếp theo:", "Next:").in_tongue(tongue), next.in_tongue(tongue)));
}

fn looking(site: &Path) -> Task {
    Task {
        root: site.to_owned(),
        out: site.join("public"),
        fresh: false,
        write: false,
        portable: false,
        host: None,
        kit: false,
        strict: false,
        let_go: None,
        errand: Errand::None,
        fix: false,
    }
}

/// Lines of files as they would be.
struct Lines<'b> {
    batch: &'b Batch,
    root: &'b Path,
}

impl crate::diag::print::Lines for Lines<'_> {
    fn line(&self, file: &str, line: u32) -> Option<String> {
        match self.batch.all().find(|own| own.path == file) {
            Some(own) => own.text.lines().nth(line.checked_sub(1)? as usize).map(str::to_owned),
            None => source::line(self.root, file, line),
        }
    }
}
