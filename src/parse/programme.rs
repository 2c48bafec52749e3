//! Programme files and document files.
//!
//! Invariant: components keep the order of the decision, parents before children.
//!
//! May use: diag, tree, model; crates serde, jiff.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self, choice_at, count_at, day_at, id_at, ids_at, need_text, own_id, period_at, sample_at, text_at, yes_at};
use super::{Manner, fields::programme as fields};
use crate::diag::{At, Spot};
use crate::model::{ComponentKind, Criterion, IndicatorKind, Period, Text};
use crate::tree::{Desk, Fields, Node};

/// A programme as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Programme, with references still as words")]
pub struct WrittenProgramme {
    pub id: String,
    pub name: Text,
    pub short: Text,
    pub code: Option<String>,
    pub period: Option<Period>,
    pub decision: Option<At<String>>,
    pub description: Option<Text>,
    pub lead_agency: Option<Text>,
    pub members: Vec<At<String>>,
    pub successors: Vec<WrittenSuccessor>,
    pub components: Vec<WrittenComponent>,
    pub indicators: Vec<WrittenIndicator>,
    pub sets: Vec<WrittenSet>,
    pub sample: Option<Spot>,
}

/// What follows a programme, as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Successor")]
pub struct WrittenSuccessor {
    pub name: Text,
    pub programme: Option<At<String>>,
    pub document: Option<At<String>>,
    pub note: Option<Text>,
}

/// A component as written; `parent` is its place in the flat list.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Component")]
pub struct WrittenComponent {
    pub id: At<String>,
    pub code: String,
    pub kind: ComponentKind,
    pub name: Text,
    pub parent: Option<u32>,
    pub depth: u8,
}

/// An indicator as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Indicator, with references still as words")]
pub struct WrittenIndicator {
    pub id: At<String>,
    pub name: Text,
    pub meaning: Option<Text>,
    pub unit: Option<Text>,
    pub kind: IndicatorKind,
    pub component: Option<At<String>>,
    pub base: Option<Text>,
    pub share_of: Option<At<String>>,
    pub cumulative: bool,
    pub whole_period: bool,
    pub standard: Option<At<String>>,
    pub standard_note: Option<Text>,
}

/// A criteria set as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::CriteriaSet, with references still as words")]
pub struct WrittenSet {
    pub id: At<String>,
    pub name: Text,
    pub document: Option<At<String>>,
    pub area_kind: Option<At<String>>,
    pub period: Option<Period>,
    pub items: Option<u32>,
    pub note: Option<Text>,
    pub criteria: Vec<Criterion>,
}

/// A document as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Document")]
pub struct WrittenDocument {
    pub id: String,
    pub number: Option<String>,
    pub kind: Option<Text>,
    pub issuer: Option<Text>,
    pub date: Option<Date>,
    pub title: Text,
    pub link: Option<At<String>>,
    pub file: Option<At<String>>,
    pub note: Option<Text>,
    pub sample: Option<Spot>,
}

/// Reads `programmes/<id>.yaml`.
pub fn programme(root: &Node<'_>, id: &str, manner: &Manner, desk: &mut Desk) -> Option<WrittenProgramme> {
    let fields = desk.fields(root, &fields::PROGRAMME)?;
    let name = need_text(desk, &fields, "name", manner)?;
    let mut components = Vec::new();
    tree(desk, &fields, manner, None, 0, &mut components);
    Some(WrittenProgramme {
        id: id.to_owned(),
        short: text_at(desk, &fields, "short", manner).unwrap_or_else(|| name.clone()),
        name,
        code: fields.text(desk, "code").map(|c| c.value),
        period: period_at(desk, &fields, "period"),
        decision: id_at(desk, &fields, "decision"),
        description: text_at(desk, &fields, "description", manner),
        lead_agency: text_at(desk, &fields, "lead_agency", manner),
        members: ids_at(desk, &fields, "members"),
        successors: each(desk, &fields, "successor", |desk, f| {
            Some(WrittenSuccessor {
                name: need_text(desk, f, "name", manner)?,
                programme: id_at(desk, f, "programme"),
                document: id_at(desk, f, "document"),
                note: text_at(desk, f, "note", manner),
            })
        }),
        components,
        indicators: each(desk, &fields, "indicators", |desk, f| indicator(desk, f, manner)),
        sets: each(desk, &fields, "criteria_sets", |desk, f| set(desk, f, manner)),
        sample: sample_at(desk, &fields),
    })
}

/// Every entry of a list of groups.
fn each<T>(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, mut read: impl FnMut(&mut Desk, &Fields<'_, '_>) -> Option<T>) -> Vec<T> {
    common::groups_at(desk, fields, key).iter().filter_map(|fields| read(desk, fields)).collect()
}

fn tree(desk: &mut Desk, above: &Fields<'_, '_>, manner: &Manner, parent: Option<u32>, depth: u8, into: &mut Vec<WrittenComponent>) {
    for fields in common::groups_at(desk, above, "components") {
        let Some(id) = own_id(desk, &fields) else { continue };
        let name = need_text(desk, &fields, "name", manner).unwrap_or_default();
        let code = fields.text(desk, "code").map_or_else(|| id.value.to_uppercase(), |c| c.value);
        let kind = choice_at(desk, &fields, "kind", &ComponentKind::ALL).unwrap_or(if depth == 0 { ComponentKind::Project } else { ComponentKind::SubProject });
        let here = into.len() as u32;
        into.push(WrittenComponent { id, code, kind, name, parent, depth });
        tree(desk, &fields, manner, Some(here), depth + 1, into);
    }
}

fn indicator(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Option<WrittenIndicator> {
    let id = own_id(desk, fields)?;
    let name = need_text(desk, fields, "name", manner).unwrap_or_default();
    Some(WrittenIndicator {
        id,
        name,
        meaning: text_at(desk, fields, "meaning", manner),
        unit: text_at(desk, fields, "unit", manner),
        // A kind that was not understood has been noted; the indicator is still there for those who name it.
        kind: choice_at(desk, fields, "kind", &IndicatorKind::ALL).unwrap_or(IndicatorKind::ALL[0].0),
        component: id_at(desk, fields, "component"),
        base: text_at(desk, fields, "base", manner),
        share_of: id_at(desk, fields, "share_of"),
        cumulative: yes_at(desk, fields, "cumulative").unwrap_or(true),
        whole_period: choice_at(desk, fields, "period", &[(false, "year"), (true, "whole")]).unwrap_or(false),
        standard: id_at(desk, fields, "standard"),
        standard_note: text_at(desk, fields, "standard_note", manner),
    })
}

fn set(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Option<WrittenSet> {
    let id = own_id(desk, fields)?;
    Some(WrittenSet {
        id,
        name: need_text(desk, fields, "name", manner).unwrap_or_default(),
        document: id_at(desk, fields, "document"),
        area_kind: id_at(desk, fields, "area_kind"),
        period: period_at(desk, fields, "period"),
        items: count_at(desk, fields, "items"),
        note: text_at(desk, fields, "note", manner),
        criteria: each(desk, fields, "criteria", |desk, f| Some(Criterion { number: count_at(desk, f, "number")?, name: need_text(desk, f, "name", manner)? })),
    })
}

/// Reads `documents/<id>.yaml`.
pub fn paper(root: &Node<'_>, id: &str, manner: &Manner, desk: &mut Desk) -> Option<WrittenDocument> {
    let fields = desk.fields(root, &fields::PAPER)?;
    Some(WrittenDocument {
        id: id.to_owned(),
        number: fields.text(desk, "number").map(|n| n.value),
        kind: text_at(desk, &fields, "kind", manner),
        issuer: text_at(desk, &fields, "issuer", manner),
        date: day_at(desk, &fields, "date"),
        title: need_text(desk, &fields, "title", manner)?,
        link: fields.text(desk, "link"),
        file: fields.text(desk, "file"),
        note: text_at(desk, &fields, "note", manner),
        sample: sample_at(desk, &fields),
    })
}
