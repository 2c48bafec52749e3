//! Plans and results of one area in one period: lines named by their axes, each with its values.
//!
//! Invariant: plan and results are read alike, so that they can meet on the same axes.
//!
//! May use: diag, tree, values, model; crates serde.

use serde::{Deserialize, Serialize};

use super::common::{self, choice_at, count_at, date_at, groups_at, id_at, sample_at, text_at, year_at};
use super::fields::sheet::{self as fields, LADDER};
use super::{Manner, problems};
use crate::diag::{At, Spot, nearest};
use crate::model::{AsOf, Capital, Fund, Measure, Period, Quantity, RateOf, Reading, Remark, Text, Unit};
use crate::tree::{Desk, Fields, Kind as Shape, Node, Shape as FieldShape};
use crate::values::{self, Locale, Misread};

/// A plan or a results file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WrittenSheet {
    /// The area, by its folder.
    pub area: String,
    /// The period, by its folder.
    pub period: Period,
    /// Plan version; 0 for results.
    pub version: u16,
    /// The decision of this version.
    pub document: Option<At<String>>,
    /// Its date.
    pub date: Option<AsOf>,
    /// Why it replaced the one before.
    pub reason: Option<Text>,
    /// How its numbers are written.
    pub locale: Locale,
    /// A plan has one snapshot without a date.
    pub snapshots: Vec<Snapshot>,
    /// Where it says that it is a sample.
    pub sample: Option<Spot>,
}

/// What one source says for one day.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    /// The day.
    pub as_of: Option<AsOf>,
    /// Report or document.
    pub source: Option<At<String>>,
    /// Lines.
    pub items: Vec<Item>,
}

/// What a line is about, as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ItemSubject {
    /// A budget line.
    Money {
        /// Programme.
        programme: At<String>,
        /// Component.
        component: Option<At<String>>,
        /// Capital.
        capital: Option<Capital>,
        /// Fund.
        fund: Option<Fund>,
        /// Year carried over from.
        carried_from: Option<i16>,
    },
    /// An indicator.
    Indicator {
        /// Its id.
        indicator: At<String>,
        /// Group of people.
        group: Option<At<String>>,
    },
    /// A criteria set.
    Criteria {
        /// Its id.
        set: At<String>,
        /// States of single criteria.
        items: Vec<(At<u32>, Measure)>,
        /// The document that recognised the status.
        decision: Option<At<String>>,
        /// The year the award counts for.
        award_year: Option<i16>,
    },
}

/// One line with its values.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Item {
    /// Where the line begins.
    pub spot: Spot,
    /// What it is about.
    pub subject: ItemSubject,
    /// A date of its own.
    pub as_of: Option<AsOf>,
    /// The day it is due or expected.
    pub by: Option<AsOf>,
    /// A source of its own.
    pub source: Option<At<String>>,
    /// Values.
    pub entries: Vec<Entry>,
    /// Denominator of the stated rate.
    pub rate_of: Option<RateOf>,
    /// Words that are part of the meaning.
    pub scope: Option<Remark>,
    /// Remark.
    pub note: Option<Remark>,
    /// Doubt.
    pub doubt: Option<Remark>,
    /// Why a value is withheld.
    pub reason_withheld: Option<Remark>,
    /// Why this source was chosen.
    pub chosen: Option<Remark>,
    /// A standing the source declares.
    pub declared: Option<Remark>,
    /// A comparison the source makes.
    pub comparison: Option<Remark>,
    /// Name of the group.
    pub group_name: Option<Remark>,
}

/// One value of a line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What it measures.
    pub measure: Measure,
    /// Where it stands.
    pub spot: Spot,
    /// The value, or why it cannot be read as a number; words are right for indicators told in words.
    pub reading: Result<Reading, Misread>,
    /// As typed.
    pub typed: String,
    /// The words, for a value written in several languages.
    pub words: Option<Remark>,
    /// The words of the source.
    pub printed: Option<String>,
}

const AXES: [&str; 5] = ["programme", "component", "capital", "fund", "carried_from"];

/// What a key measures.
fn measure_of(key: &str) -> Option<Measure> {
    if key == "stated_rate" { Some(Measure::Rate) } else { Measure::ALL.iter().find(|(_, name)| *name == key).map(|(measure, _)| *measure) }
}

fn name_of(measure: Measure) -> &'static str {
    if measure == Measure::Rate { "stated_rate" } else { Measure::ALL.iter().find(|(other, _)| *other == measure).map_or("", |(_, name)| *name) }
}

struct Sheet<'m> {
    locale: Locale,
    unit: Option<Unit>,
    manner: &'m Manner,
}

/// Reads `plan.yaml` or `plan.vN.yaml`.
pub fn plan(root: &Node<'_>, area: &str, folder: &str, version: u16, manner: &Manner, desk: &mut Desk) -> Option<WrittenSheet> {
    let fields = desk.fields(root, &fields::PLAN)?;
    let sheet = Sheet { locale: common::locale(desk, &fields, manner), unit: common::money_unit(desk, &fields), manner };
    let period = own_period(desk, &fields, folder)?;
    let mut items = Vec::new();
    sheet.items(desk, &fields, &["budget", "targets"], &mut items);
    let document = id_at(desk, &fields, "document");
    let snapshot = Snapshot { as_of: None, source: id_at(desk, &fields, "source").or_else(|| document.clone()), items };
    Some(WrittenSheet {
        area: area.to_owned(),
        period,
        version,
        document,
        date: date_at(desk, &fields, "date"),
        reason: text_at(desk, &fields, "reason", manner),
        locale: sheet.locale,
        snapshots: vec![snapshot],
        sample: sample_at(desk, &fields),
    })
}

/// Reads `results.yaml`.
pub fn results(root: &Node<'_>, area: &str, folder: &str, manner: &Manner, desk: &mut Desk) -> Option<WrittenSheet> {
    let fields = desk.fields(root, &fields::RESULTS)?;
    let sheet = Sheet { locale: common::locale(desk, &fields, manner), unit: common::money_unit(desk, &fields), manner };
    let period = own_period(desk, &fields, folder)?;
    let mut snapshots = Vec::new();
    for fields in groups_at(desk, &fields, "snapshots") {
        let as_of = date_at(desk, &fields, "as_of");
        let mut items = Vec::new();
        sheet.items(desk, &fields, &["budget", "indicators", "criteria"], &mut items);
        snapshots.push(Snapshot { as_of, source: id_at(desk, &fields, "source"), items });
    }
    let (area, locale, sample) = (area.to_owned(), sheet.locale, sample_at(desk, &fields));
    Some(WrittenSheet { area, period, version: 0, document: None, date: None, reason: None, locale, snapshots, sample })
}

/// The period the file states, which must be its folder's.
fn own_period(desk: &mut Desk, fields: &Fields<'_, '_>, folder: &str) -> Option<Period> {
    let folder = Period::read(folder)?;
    let key = if fields.get("period").is_some() { "period" } else { "year" };
    fields.is(key, |shape| matches!(shape, FieldShape::Period));
    let Some(stated) = fields.text(desk, key) else { return Some(folder) };
    if Period::read(&stated.value) != Some(folder) {
        let place = desk.place(stated.spot);
        desk.say(problems::other_period(place, &stated.value, &folder.slug()));
    }
    Some(folder)
}

impl Sheet<'_> {
    fn items(&self, desk: &mut Desk, fields: &Fields<'_, '_>, keys: &[&str], into: &mut Vec<Item>) {
        for key in keys {
            for line in groups_at(desk, fields, key) {
                into.extend(self.item(desk, &line));
            }
        }
        // A country has a hundred thousand lines: no room is kept that is not used.
        into.shrink_to_fit();
    }

    fn item(&self, desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<Item> {
        let has = |key: &str| fields.group.field(key).is_some();
        let subject = if has("indicator") {
            ItemSubject::Indicator { indicator: id_at(desk, fields, "indicator")?, group: id_at(desk, fields, "group") }
        } else if has("set") {
            self.criteria(desk, fields)?
        } else {
            ItemSubject::Money {
                programme: id_at(desk, fields, "programme")?,
                component: id_at(desk, fields, "component"),
                capital: choice_at(desk, fields, "capital", &[(Capital::Investment, "investment"), (Capital::Recurrent, "recurrent")]),
                fund: choice_at(desk, fields, "fund", &Fund::ALL),
                carried_from: year_at(desk, fields, "carried_from"),
            }
        };
        let money = matches!(subject, ItemSubject::Money { .. });
        let entries = self.entries(desk, fields, money);
        // What was typed and could not be read, or stands under an unknown key, has been told of.
        let tried = fields.iter().any(|(key, node)| !has(&key.text) || (measure_of(&key.text).is_some() && !matches!(node.kind, Shape::Empty)));
        if !tried && entries.is_empty() && !matches!(&subject, ItemSubject::Criteria { items, .. } if !items.is_empty()) {
            let place = desk.place(fields.spot);
            desk.say(problems::line_without_value(place));
        }
        let rate_of = if has("rate_of") { choice_at(desk, fields, "rate_of", &RateOf::ALL) } else { None };
        for (field, other) in fields.group.fields.iter().filter_map(|field| Some((field, field.with?))) {
            let Some((key, _)) = fields.entry(field.key).filter(|_| fields.get(other).is_none()) else { continue };
            let place = desk.place(key.spot);
            desk.say(problems::rate_without_denominator(place));
        }
        Some(Item {
            spot: fields.spot,
            subject,
            as_of: date_at(desk, fields, "as_of"),
            by: date_at(desk, fields, "by"),
            source: id_at(desk, fields, "source"),
            entries,
            rate_of,
            scope: self.remark(desk, fields, "scope"),
            note: self.remark(desk, fields, "note"),
            doubt: self.remark(desk, fields, "doubt"),
            reason_withheld: self.remark(desk, fields, "reason_withheld"),
            chosen: self.remark(desk, fields, "chosen"),
            declared: self.remark(desk, fields, "declared"),
            comparison: self.remark(desk, fields, "comparison"),
            group_name: if has("group_name") { self.remark(desk, fields, "group_name") } else { None },
        })
    }

    fn remark(&self, desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<Remark> {
        text_at(desk, fields, key, self.manner).map(Remark::new)
    }

    fn entries(&self, desk: &mut Desk, fields: &Fields<'_, '_>, money: bool) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, node) in fields.iter() {
            let name = &*key.text;
            let Some(measure) = measure_of(name).filter(|_| !AXES.contains(&name)) else { continue };
            // Nothing after the colon is "absent": a blank never erases and never means zero.
            if matches!(node.kind, Shape::Empty) {
                continue;
            }
            if let Shape::Map(_) = node.kind {
                let Some(words) = common::text(desk, node, self.manner) else { continue };
                let typed = words.get("").to_owned();
                entries.push(Entry { measure, spot: node.spot, reading: Err(Misread::NoNumber), typed, words: Some(Remark::new(words)), printed: None });
                continue;
            }
            let Some(found) = desk.text(node) else { continue };
            let unit = match measure {
                Measure::Rate => Unit::Percent,
                _ if money => match &self.unit {
                    Some(unit) => unit.clone(),
                    None => Unit::Bare,
                },
                _ => Unit::Bare,
            };
            if measure == Measure::Status && !LADDER.iter().any(|rung| rung.name == found.value) {
                let place = desk.place(found.spot);
                let rungs: Vec<&str> = LADDER.iter().map(|rung| rung.name).collect();
                desk.say(problems::unknown_choice(place, &found.value, nearest::nearest(&found.value, rungs.iter().copied()), &rungs));
                desk.mean(&found.value, found.spot, rungs);
                continue;
            }
            let reading = values::read(&found.value, self.locale, &unit);
            if money
                && measure != Measure::Rate
                && matches!(&reading, Ok(r) if r.unit == Unit::Bare && r.missing().is_none() && r.quantity != Quantity::NothingYet)
            {
                let place = desk.place(found.spot);
                desk.say(problems::money_without_unit(place, &found.value));
            }
            entries.push(Entry { measure, spot: found.spot, reading, typed: found.value, words: None, printed: None });
        }
        self.printed(desk, fields, &mut entries);
        entries.shrink_to_fit();
        entries
    }

    /// `printed:` holds the words of the source: one string for the only value, or one for each measure.
    fn printed(&self, desk: &mut Desk, fields: &Fields<'_, '_>, entries: &mut [Entry]) {
        let Some(node) = fields.get("printed") else { return };
        if let Shape::Map(list) = &node.kind {
            for (key, value) in list {
                let measure = measure_of(&key.text);
                match entries.iter_mut().find(|e| Some(e.measure) == measure) {
                    Some(entry) => entry.printed = desk.text(value).map(|t| t.value),
                    None => {
                        let place = desk.place(key.spot);
                        let near = nearest::only(&key.text, entries.iter().map(|entry| name_of(entry.measure)));
                        desk.say(problems::printed_without_value(place, &key.text, near));
                    }
                }
            }
        } else if let Some(words) = desk.text(node) {
            // One string belongs to the first value; a line with a rate beside its amount names them apart.
            if let Some(entry) = entries.first_mut() {
                entry.printed = Some(words.value);
            }
        }
    }

    fn criteria(&self, desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<ItemSubject> {
        let set = id_at(desk, fields, "set")?;
        let mut items = Vec::new();
        for item in groups_at(desk, fields, "items") {
            let states = [(Measure::Met, "met"), (Measure::MostlyMet, "mostly_met"), (Measure::NotMet, "not_met")];
            let spot = item.get("criterion").map_or(item.spot, |n| n.spot);
            if let (Some(number), Some(state)) = (count_at(desk, &item, "criterion"), choice_at(desk, &item, "state", &states)) {
                items.push((At { value: number, spot }, state));
            }
        }
        let award_year = year_at(desk, fields, "award_year");
        Some(ItemSubject::Criteria { set, items, decision: id_at(desk, fields, "decision"), award_year })
    }
}
