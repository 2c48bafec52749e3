//! What an editor is told of each kind of file: JSON Schemas (draft-07), and how editors find them.
//!
//! Chosen: a folder `.schema/` beside `site.toml`, kept with the content. Refused: `.minhbach/`, because that is memory
//! anybody may delete and nobody commits, while a line in a content file must lead to its schema on a fresh clone, without
//! a network.
//! Invariant: a schema never refuses what the reader accepts.
//!
//! May use: diag, model, config, forms, parse, tree; crates serde_json.

use crate::diag::Tongue;
use crate::parse::fields;
use crate::tree::Group;
use crate::{config, forms};

pub mod names;
pub mod reference;
pub mod vscode;
mod write;

pub use names::Names;
use write::Writer;

/// The folder of the schemas, beside `site.toml`.
pub const FOLDER: &str = ".schema";

/// The kinds of files an editor can help with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `site.toml`
    Site,
    /// `content/programmes/<id>.yaml`
    Programme,
    /// `content/areas/<id>/area.yaml`
    Area,
    /// `content/areas/<id>/<period>/plan.yaml`
    Plan,
    /// `content/areas/<id>/<period>/results.yaml`
    Results,
    /// `content/areas/<id>/works/<id>.yaml`
    Work,
    /// `content/documents/<id>.yaml`
    Document,
    /// `content/corrections.yaml`
    Corrections,
    /// The front matter of `content/reports/<year>/<slug>.md`
    Report,
    /// The front matter of `content/pages/<name>.md`
    Page,
    /// The mapping file of an import.
    Mapping,
}

impl Kind {
    /// Every kind, with its permanent name and the files it is for (none where they may lie anywhere).
    pub const ALL: [(Kind, &'static str, &'static [&'static str]); 11] = [
        (Kind::Site, "site", &["site.toml"]),
        (Kind::Programme, "programme", &["content/programmes/*.yaml", "content/programmes/*.yml"]),
        (Kind::Area, "area", &["content/areas/*/area.yaml", "content/areas/*/area.yml"]),
        (Kind::Plan, "plan", &["content/areas/*/*/plan.yaml", "content/areas/*/*/plan.v*.yaml", "content/areas/*/*/plan.yml", "content/areas/*/*/plan.v*.yml"]),
        (Kind::Results, "results", &["content/areas/*/*/results.yaml", "content/areas/*/*/results.yml"]),
        (Kind::Work, "work", &["content/areas/*/works/*.yaml", "content/areas/*/works/*.yml"]),
        (Kind::Document, "document", &["content/documents/*.yaml", "content/documents/*.yml"]),
        (Kind::Corrections, "corrections", &["content/corrections.yaml", "content/corrections.yml"]),
        (Kind::Report, "report", &[]),
        (Kind::Page, "page", &[]),
        (Kind::Mapping, "mapping", &[]),
    ];

    /// The permanent name, which is also its file's.
    pub fn name(self) -> &'static str {
        Kind::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, name, _)| name)
    }

    /// Where its files lie, for people.
    fn of_files(self) -> &'static str {
        match self {
            Kind::Site => "site.toml",
            Kind::Programme => "content/programmes/<id>.yaml",
            Kind::Area => "content/areas/<id>/area.yaml",
            Kind::Plan => "content/areas/<id>/<period>/plan.yaml, plan.v2.yaml",
            Kind::Results => "content/areas/<id>/<period>/results.yaml",
            Kind::Work => "content/areas/<id>/works/<id>.yaml",
            Kind::Document => "content/documents/<id>.yaml",
            Kind::Corrections => "content/corrections.yaml",
            Kind::Report => "content/reports/<year>/<slug>.md",
            Kind::Page => "content/pages/<name>.md",
            Kind::Mapping => "minhbach import --map <file>.yaml",
        }
    }

    /// The table its reader reads by.
    pub fn group(self) -> &'static Group {
        match self {
            Kind::Site => &config::fields::SITE,
            Kind::Programme => &fields::programme::PROGRAMME,
            Kind::Area => &fields::area::AREA,
            Kind::Plan => &fields::sheet::PLAN,
            Kind::Results => &fields::sheet::RESULTS,
            Kind::Work => &fields::work::WORK,
            Kind::Document => &fields::programme::PAPER,
            Kind::Corrections => &fields::report::CORRECTIONS,
            Kind::Report => &fields::report::REPORT,
            Kind::Page => &fields::report::PAGE,
            Kind::Mapping => &forms::fields::MAPPING,
        }
    }

    /// The schema's file, relative to the site folder.
    pub fn file(self) -> String {
        format!("{FOLDER}/{}.json", self.name())
    }
}

/// A file to be written, relative to the site folder, with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// Where it goes.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// The lines at the top of a content file that lead editors to its schema: one for VS Code, one for JetBrains; for
/// `site.toml` the one its editors know. `path` is the content file's, relative to the site folder, with `/`.
/// In a Markdown file they belong below the first `---`.
pub fn modeline(kind: Kind, path: &str) -> String {
    let up = path.matches('/').count();
    let schema = if up == 0 { format!("./{}", kind.file()) } else { format!("{}{}", "../".repeat(up), kind.file()) };
    match kind {
        Kind::Site => format!("#:schema {schema}\n"),
        _ => format!("# yaml-language-server: $schema={schema}\n# $schema: {schema}\n"),
    }
}

/// The schemas of a site, one file for each kind, in the words of `tongue`.
pub fn files(names: &Names, tongue: Tongue) -> Vec<SchemaFile> {
    Kind::ALL.iter().map(|(kind, ..)| SchemaFile { path: kind.file(), text: pretty(&Writer::file(kind.group(), names, tongue)) }).collect()
}

/// JSON a person can read, with a line ending at its end.
fn pretty(value: &serde_json::Value) -> String {
    // OK because a tree of texts always has a JSON form.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests;
