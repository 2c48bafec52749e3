//! Area files and works.
//!
//! Invariant: what became of an area is kept step by step, never overwritten.
//!
//! May use: diag, tree, model; crates serde, jiff.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self, choice_at, count_at, date_at, day_at, group_at, groups_at, id_at, ids_at, money_at, need_text, reading_at, sample_at, text_at};
use super::{Manner, fields};
use crate::diag::{At, Spot};
use crate::model::area::ResponsibleBody;
use crate::model::work::{Milestone, Owner};
use crate::model::{AsOf, LineageEnd, Picture, Reading, Text, Unit, WorkStatus};
use crate::tree::{Desk, Fields, Kind as Shape, Node};

/// An area as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Area, with references still as words")]
pub struct WrittenArea {
    pub id: String,
    pub name: Text,
    pub kind: At<String>,
    pub parent: Option<At<String>>,
    pub code: Option<String>,
    pub aliases: Vec<String>,
    pub about: Option<Text>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub lineage: Vec<WrittenLineage>,
    pub historical: Option<Text>,
    pub members: Vec<At<String>>,
    pub members_count: Option<u32>,
    pub tile: Option<At<(u32, u32)>>,
    pub parts: Option<(String, u32)>,
    pub body: Option<ResponsibleBody>,
    pub sample: Option<Spot>,
}

/// A step in the history of an area, as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Lineage")]
pub struct WrittenLineage {
    pub how: LineageEnd,
    pub area: Option<At<String>>,
    pub name: Option<Text>,
    pub whole: Option<bool>,
    pub date: Option<Date>,
    pub document: Option<At<String>>,
    pub note: Option<Text>,
}

/// A work as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of model::Work, with references still as words")]
pub struct WrittenWork {
    pub area: String,
    pub id: String,
    pub name: Text,
    pub programme: Option<At<String>>,
    pub component: Option<At<String>>,
    pub owners: Vec<Owner>,
    pub place: Option<Text>,
    pub contractor: Option<Text>,
    pub supervisor: Option<Text>,
    pub contact: Option<Text>,
    pub status: WorkStatus,
    pub start: (Option<AsOf>, Option<AsOf>),
    pub finish: (Option<AsOf>, Option<AsOf>),
    pub plan: Option<Reading>,
    pub paid: Option<Reading>,
    pub physical: Option<Reading>,
    pub as_of: Option<AsOf>,
    pub source: Option<At<String>>,
    pub milestones: Vec<Milestone>,
    pub pictures: Vec<At<Picture>>,
    pub note: Option<Text>,
    pub sample: Option<Spot>,
}

/// Reads the office that answers, from `site.toml` or an area file.
pub fn body(desk: &mut Desk, node: &Node<'_>, manner: &Manner) -> Option<ResponsibleBody> {
    let fields = desk.fields(node, &fields::area::BODY)?;
    Some(ResponsibleBody {
        name: need_text(desk, &fields, "name", manner)?,
        person: text_at(desk, &fields, "person", manner),
        address: text_at(desk, &fields, "address", manner),
        phone: fields.text(desk, "phone").map(|p| p.value),
        email: fields.text(desk, "email").map(|e| e.value),
        hours: text_at(desk, &fields, "hours", manner),
        licence: text_at(desk, &fields, "licence", manner),
        answer_time: text_at(desk, &fields, "answer_time", manner),
    })
}

/// Reads `areas/<id>/area.yaml`.
pub fn area(root: &Node<'_>, id: &str, manner: &Manner, desk: &mut Desk) -> Option<WrittenArea> {
    let fields = desk.fields(root, &fields::area::AREA)?;
    let name = need_text(desk, &fields, "name", manner);
    let kind = fields.need(desk, "kind");
    let valid = group_at(desk, &fields, "valid");
    let parts = group_at(desk, &fields, "parts");
    let tile = group_at(desk, &fields, "tile");
    let (from, to) = valid.map_or((None, None), |v| (day_at(desk, &v, "from"), day_at(desk, &v, "to")));
    Some(WrittenArea {
        id: id.to_owned(),
        parent: id_at(desk, &fields, "parent"),
        code: fields.text(desk, "code").map(|c| c.value),
        aliases: fields.get("aliases").map_or_else(Vec::new, |n| desk.texts(n)).into_iter().map(|a| a.value).collect(),
        about: text_at(desk, &fields, "about", manner),
        from,
        to,
        lineage: lineage(desk, &fields, manner),
        historical: text_at(desk, &fields, "historical", manner),
        members: ids_at(desk, &fields, "members"),
        members_count: count_at(desk, &fields, "members_count"),
        tile: tile.and_then(|t| Some(At { value: (count_at(desk, &t, "row")?, count_at(desk, &t, "column")?), spot: t.spot })),
        parts: parts.and_then(|p| Some((p.need(desk, "kind")?.value, count_at(desk, &p, "count")?))),
        body: fields.get("body").and_then(|node| body(desk, node, manner)),
        sample: sample_at(desk, &fields),
        name: name?,
        kind: kind?,
    })
}

fn lineage(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Vec<WrittenLineage> {
    let mut steps = Vec::new();
    for f in groups_at(desk, fields, "lineage") {
        let Some(how) = choice_at(desk, &f, "how", &LineageEnd::ALL) else { continue };
        steps.push(WrittenLineage {
            how,
            area: id_at(desk, &f, "area"),
            name: text_at(desk, &f, "name", manner),
            whole: choice_at(desk, &f, "extent", &[(true, "whole"), (false, "part")]),
            date: day_at(desk, &f, "date"),
            document: id_at(desk, &f, "document"),
            note: text_at(desk, &f, "note", manner),
        });
    }
    steps
}

/// Reads `areas/<id>/works/<id>.yaml`.
pub fn work(root: &Node<'_>, area: &str, id: &str, manner: &Manner, desk: &mut Desk) -> Option<WrittenWork> {
    let fields = desk.fields(root, &fields::work::WORK)?;
    let locale = common::locale(desk, &fields, manner);
    let unit = common::money_unit(desk, &fields);
    let name = need_text(desk, &fields, "name", manner);
    let dates = |desk: &mut Desk, key: &str| {
        let pair = group_at(desk, &fields, key);
        pair.map_or((None, None), |p| (date_at(desk, &p, "planned"), date_at(desk, &p, "actual")))
    };
    Some(WrittenWork {
        area: area.to_owned(),
        id: id.to_owned(),
        programme: id_at(desk, &fields, "programme"),
        component: id_at(desk, &fields, "component"),
        owners: owners(desk, &fields, manner),
        place: text_at(desk, &fields, "place", manner),
        contractor: text_at(desk, &fields, "contractor", manner),
        supervisor: text_at(desk, &fields, "supervisor", manner),
        contact: text_at(desk, &fields, "contact", manner),
        start: dates(desk, "start"),
        finish: dates(desk, "finish"),
        plan: money_at(desk, &fields, "plan", locale, unit.as_ref()),
        paid: money_at(desk, &fields, "paid", locale, unit.as_ref()),
        physical: reading_at(desk, &fields, "physical_progress", locale, &Unit::Percent),
        as_of: date_at(desk, &fields, "as_of"),
        source: id_at(desk, &fields, "source"),
        milestones: milestones(desk, &fields, manner),
        pictures: super::report::pictures(desk, &fields),
        note: text_at(desk, &fields, "note", manner),
        sample: sample_at(desk, &fields),
        status: choice_at(desk, &fields, "status", &WorkStatus::ALL)?,
        name: name?,
    })
}

fn owners(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Vec<Owner> {
    let Some(node) = fields.get("owner") else { return Vec::new() };
    if !matches!(node.kind, Shape::List(_)) {
        return common::text(desk, node, manner).map(|name| Owner { name, from: None, to: None }).into_iter().collect();
    }
    let mut owners = Vec::new();
    for f in groups_at(desk, fields, "owner") {
        if let Some(name) = need_text(desk, &f, "name", manner) {
            owners.push(Owner { name, from: date_at(desk, &f, "from"), to: date_at(desk, &f, "to") });
        }
    }
    owners
}

fn milestones(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Vec<Milestone> {
    let states = [("done", "done"), ("under_way", "under_way"), ("not_begun", "not_begun")];
    let mut steps = Vec::new();
    for f in groups_at(desk, fields, "milestones") {
        if let Some(name) = need_text(desk, &f, "name", manner) {
            let state = choice_at(desk, &f, "state", &states).map(str::to_owned);
            steps.push(Milestone { name, date: date_at(desk, &f, "date"), state });
        }
    }
    steps
}
