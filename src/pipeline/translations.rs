//! What a site of several languages has not said in all of them: texts of YAML files, reports and pages.
//!
//! Nothing is wrong where words are missing: a page shows those of the first language instead. It is a list of work to do,
//! told by `check` once for each file, and for reports once for each folder.
//! Invariant: a site of one language is told nothing; a draft is told nothing of until it is published.
//!
//! May use: parse, config, diag.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::problems;
use super::read::Read;
use crate::config::Config;
use crate::diag::{At, Place, Problem};
use crate::parse::Document;

/// Everything that lacks words in a language of the site.
pub(super) fn missing(documents: &[Read], config: &Config) -> Vec<Problem> {
    if config.languages.len() < 2 {
        return Vec::new();
    }
    let settings = texts(&Arc::from("site.toml"), &config.untranslated, config);
    let of_files = documents.iter().flat_map(|read| texts(&read.file, &read.untranslated, config));
    settings.into_iter().chain(of_files).chain(files(documents, config)).collect()
}

/// The texts of one file, a note for each language.
fn texts(file: &Arc<str>, untranslated: &[At<u8>], config: &Config) -> Vec<Problem> {
    let mut by_language: BTreeMap<u8, Vec<&At<u8>>> = BTreeMap::new();
    untranslated.iter().for_each(|at| by_language.entry(at.value).or_default().push(at));
    let told = |(language, mut all): (u8, Vec<&At<u8>>)| {
        all.sort_by_key(|at| (at.spot.line, at.spot.column));
        let lines: Vec<u32> = all.iter().map(|at| at.spot.line).collect();
        let language = config.languages.get(usize::from(language))?;
        Some(problems::text_untranslated(Place::at(file, all.first()?.spot), config.first_language(), language, &lines))
    };
    by_language.into_iter().filter_map(told).collect()
}

/// A report or page in its languages.
#[derive(Default)]
struct Told<'d> {
    /// Its file in the first language of the site.
    first: Option<&'d Arc<str>>,
    languages: BTreeSet<&'d str>,
    draft: bool,
}

/// Reports and pages without a file of their own in a language, by folder.
fn files(documents: &[Read], config: &Config) -> Vec<Problem> {
    let mut all: BTreeMap<(&str, &str), Told<'_>> = BTreeMap::new();
    for read in documents {
        let (kind, id, lang, draft) = match &*read.document {
            Document::Report(report) => ("report", &report.slug, &report.lang, report.draft),
            Document::Prose(page) => ("page", &page.id, &page.lang, page.draft),
            _ => continue,
        };
        let lang = if lang.is_empty() { config.first_language() } else { lang };
        let told = all.entry((kind, id)).or_default();
        told.languages.insert(lang);
        told.draft |= draft;
        if lang == config.first_language() {
            told.first = Some(&read.file);
        }
    }
    // A report alone in its folder is one of the folder above.
    let folder = |file: &str| {
        let up = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
        if file.rsplit('/').next().is_some_and(|name| name.starts_with("index.")) { up(&up(file)) } else { up(file) }
    };
    let mut lacking: BTreeMap<(String, &str), Vec<&Arc<str>>> = BTreeMap::new();
    for told in all.values().filter(|told| !told.draft) {
        let Some(first) = told.first else { continue };
        for language in config.languages.iter().filter(|language| !told.languages.contains(language.as_str())) {
            lacking.entry((folder(first), language)).or_default().push(first);
        }
    }
    let told = |((folder, language), files): ((String, &str), Vec<_>)| problems::file_untranslated(&folder, config.first_language(), language, &files);
    lacking.into_iter().map(told).collect()
}
