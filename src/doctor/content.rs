//! Whether the texts of the site are texts everyone can read.
//!
//! Invariant: what `check` refuses is told in its words.
//!
//! May use: source.

use super::Finding;
use super::names::in_words_of_check;
use crate::source::{self, Sources};

/// The ends of names of texts.
const TEXTS: [&str; 6] = [".yaml", ".yml", ".md", ".toml", ".txt", ".ftl"];

/// Reads every text.
pub fn look(sources: &Sources, findings: &mut Vec<Finding>) {
    let texts: Vec<_> = sources.files.iter().filter(|found| TEXTS.iter().any(|end| found.path.to_ascii_lowercase().ends_with(end))).collect();
    let problems: Vec<_> = texts.iter().flat_map(|found| source::read_text(found).problems).collect();
    if problems.is_empty() {
        let count = texts.len();
        findings.push(Finding::fine("letters", format!("{count} tệp chữ đều là UTF-8."), format!("All {count} texts are UTF-8.")));
    }
    findings.extend(in_words_of_check("letters", &problems));
}
