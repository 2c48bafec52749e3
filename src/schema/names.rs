//! The ids of one site with what they are called, so that an editor can offer them.
//!
//! Invariant: in the order of the site's record.
//!
//! May use: config, model, tree.

use crate::config::Config;
use crate::model::{Record, Text};
use crate::tree::Thing;

/// An id and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The id, as typed in files.
    pub id: String,
    /// What people call it.
    pub title: Text,
}

/// Everything a file of the site can name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Programmes.
    pub programmes: Vec<Name>,
    /// Components of all programmes.
    pub components: Vec<Name>,
    /// Indicators.
    pub indicators: Vec<Name>,
    /// Criteria sets.
    pub sets: Vec<Name>,
    /// Areas.
    pub areas: Vec<Name>,
    /// Kinds of areas.
    pub area_kinds: Vec<Name>,
    /// Documents.
    pub documents: Vec<Name>,
    /// Reports.
    pub reports: Vec<Name>,
    /// Languages of the site.
    pub languages: Vec<String>,
}

/// At most so many of one kind are offered: a longer list helps nobody and makes editors slow.
const OFFERED: usize = 500;

impl Names {
    /// The names of a site.
    pub fn of(record: &Record, config: &Config) -> Self {
        let plain = |words: &str| Text { versions: vec![(String::new(), words.to_owned())] };
        let name = |id: &str, title: &Text| Name { id: id.to_owned(), title: title.clone() };
        let code_and_name =
            |code: &str, title: &Text| Text { versions: title.versions.iter().map(|(tag, words)| (tag.clone(), format!("{code}: {words}"))).collect() };
        let mut components: Vec<Name> = Vec::new();
        for component in record.programmes.iter().flat_map(|programme| &programme.components) {
            // Components of two programmes may share an id.
            if !components.iter().any(|known| known.id == component.id) {
                components.push(Name { id: component.id.clone(), title: code_and_name(&component.code, &component.name) });
            }
        }
        let of_document = |document: &crate::model::Document| match &document.number {
            Some(number) => Name { id: document.id.clone(), title: code_and_name(number, &document.title) },
            None => name(&document.id, &document.title),
        };
        let of_report =
            |report: &crate::model::Report| Name { id: report.id.clone(), title: plain(report.tellings.first().map_or("", |telling| telling.title.as_str())) };
        Names {
            programmes: record.programmes.iter().take(OFFERED).map(|programme| name(&programme.id, &programme.name)).collect(),
            components: components.into_iter().take(OFFERED).collect(),
            indicators: record.indicators.iter().take(OFFERED).map(|indicator| name(&indicator.id, &indicator.name)).collect(),
            sets: record.sets.iter().take(OFFERED).map(|set| name(&set.id, &set.name)).collect(),
            areas: record.areas.iter().take(OFFERED).map(|area| name(&area.id, &area.name)).collect(),
            area_kinds: config.area_kinds.iter().take(OFFERED).map(|kind| name(&kind.id, &kind.name)).collect(),
            documents: record.documents.iter().take(OFFERED).map(of_document).collect(),
            reports: record.reports.iter().take(OFFERED).map(|report| of_report(report)).collect(),
            languages: config.languages.clone(),
        }
    }

    /// Everything one id can name.
    pub fn of_thing(&self, thing: Thing) -> impl Iterator<Item = &Name> {
        let (first, then): (&[Name], &[Name]) = match thing {
            Thing::Programme => (&self.programmes, &[]),
            Thing::Component => (&self.components, &[]),
            Thing::Indicator => (&self.indicators, &[]),
            Thing::Set => (&self.sets, &[]),
            Thing::Area => (&self.areas, &[]),
            Thing::AreaKind => (&self.area_kinds, &[]),
            Thing::Document => (&self.documents, &[]),
            Thing::Report => (&self.reports, &[]),
            Thing::Source => (&self.reports, &self.documents),
            Thing::Free => (&[], &[]),
        };
        first.iter().chain(then)
    }
}
