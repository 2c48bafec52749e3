//! What a site says, for commands that publish nothing: files, settings, record.
//!
//! Invariant: it is read as a build reads it, and nothing is written.
//!
//! May use: source, config, assemble, diag, figures, model, i18n, theme, history, mend.

use std::path::Path;
use std::sync::Arc;

use super::memo::Memo;
use super::read::parse_all;
use super::{Errand, Task, configure, past};
use crate::assemble::{self, Filed};
use crate::config::Config;
use crate::diag::{Failure, Problem};
use crate::figures::{self, Figures};
use crate::history::History;
use crate::i18n::Language;
use crate::mend;
use crate::model::Record;
use crate::source::{self, Sources};
use crate::theme::Theme;

/// A site as it lies on disk.
#[derive(Debug)]
pub struct Looked {
    /// Its files.
    pub sources: Sources,
    /// Its settings.
    pub config: Config,
    /// What its files say.
    pub record: Record,
}

impl Looked {
    /// Every number the public reads.
    pub fn figures(&self) -> Figures {
        Figures { sheets: self.record.sheets.iter().map(|(name, sheet)| (*name, Arc::new(figures::of(sheet, &self.record, &self.config)))).collect() }
    }
}

impl Looked {
    /// What was published before.
    pub fn history(&self, root: &Path, figures: &Figures) -> History {
        let task = Task {
            root: root.to_owned(),
            out: root.join("public"),
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
        past::look(&task, &self.sources, &self.record, figures, &self.config, &mut Vec::new()).history
    }
}

/// Reads the site at `root`. What is wrong is added to `problems`; without settings there is no site.
pub fn look(root: &Path, problems: &mut Vec<Problem>) -> Result<Option<Looked>, Failure> {
    look_with(root, &[], problems)
}

/// Reads the site at `root` as if these files held these bytes; a folder that is not there yet holds nothing else.
pub fn look_with(root: &Path, laid: &[(String, Vec<u8>)], problems: &mut Vec<Problem>) -> Result<Option<Looked>, Failure> {
    problems.extend(mend::settled(root));
    let is_new = !laid.is_empty() && !root.exists();
    let mut sources =
        if is_new { Sources { root: root.to_owned(), files: Vec::new() } } else { source::gather(root, &root.join("public"))?.into_value(problems) };
    laid.iter().for_each(|(path, bytes)| sources.lay(path, bytes));
    let Some((config, _)) = configure(&sources, problems) else { return Ok(None) };
    let read = parse_all(&sources, &config, Memo::load(root).fitting(&config.manner()), problems);
    let filed: Vec<Filed<'_>> = read.documents.iter().map(|d| Filed { file: d.file.clone(), hash: d.hash, document: &d.document }).collect();
    let mut record = assemble::record(&filed, &sources.paths(), &[], &config).into_value(problems);
    record.leave_out_drafts();
    drop(filed);
    Ok(Some(Looked { sources, config, record }))
}

/// The first language of the site at `root`, when there is a site.
pub fn language(root: &Path) -> Option<String> {
    // A folder that is no site may be a whole disk: it is not walked through.
    if !root.join("site.toml").is_file() {
        return None;
    }
    let sources = source::gather(root, &root.join("public")).ok()?.value;
    let (config, _) = configure(&sources, &mut Vec::new())?;
    Some(config.first_language().to_owned())
}

/// The words of the built-in theme in one language.
pub fn words(tag: &str) -> Language {
    let theme = Theme::load("default", &[], &[]).value;
    let ftl = theme.map_or_else(Vec::new, |theme| theme.ftl(tag));
    Language::new(tag, &ftl).value
}
