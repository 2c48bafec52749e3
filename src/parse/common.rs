//! Pieces many files share: words in several languages, ids, dates, values, named choices.
//!
//! Invariant: whatever cannot be read is noted with its place and left out, so that reading goes on.
//!
//! May use: diag, tree, values, model, source; crates jiff.

use crate::diag::{At, Place, Spot, nearest};
use crate::model::{AsOf, Period, Quantity, Reading, Text, Unit};
use crate::source::is_device;
use crate::tree::{Desk, Fields, Kind, Need, Node, Shape};
use crate::values::{self, Locale, dates, problems as value_problems, words};

use super::{Manner, problems};

/// Words in one or several languages. Where somebody began to write one line for each language, none may be left out.
pub fn text(desk: &mut Desk, node: &Node<'_>, manner: &Manner) -> Option<Text> {
    let text = words(desk, node, manner)?;
    if matches!(node.kind, Kind::Map(_)) {
        note_untranslated(desk, node.spot, &text, manner);
    }
    Some(text)
}

fn words(desk: &mut Desk, node: &Node<'_>, manner: &Manner) -> Option<Text> {
    match &node.kind {
        Kind::Scalar { text, .. } => Some(Text { versions: vec![(String::new(), text.trim().to_owned())] }),
        Kind::Map(entries) => {
            let mut versions = Vec::new();
            for (key, value) in entries {
                if !manner.languages.iter().any(|lang| *lang == key.text) {
                    let place = desk.place(key.spot);
                    let near = nearest::nearest(&key.text, manner.languages.iter().map(String::as_str));
                    desk.say(problems::unknown_language(place, &key.text, near, &manner.languages));
                    continue;
                }
                if let Some(words) = desk.text(value).filter(|w| !w.value.is_empty()) {
                    versions.push((key.text.to_string(), words.value));
                }
            }
            versions.sort_by_key(|(tag, _)| manner.languages.iter().position(|lang| lang == tag));
            (!versions.is_empty()).then_some(Text { versions })
        }
        Kind::Empty => None,
        Kind::List(_) => {
            desk.text(node);
            None
        }
    }
}

/// Words under a key.
pub fn text_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, manner: &Manner) -> Option<Text> {
    fields.is(key, |shape| matches!(shape, Shape::Text));
    let (name, node) = fields.entry(key).filter(|(_, node)| !matches!(node.kind, Kind::Empty))?;
    let text = words(desk, node, manner)?;
    // A name written once is the same in every language; other words are those of the first.
    if fields.group.field(key).is_none_or(|field| !field.proper) {
        note_untranslated(desk, name.spot, &text, manner);
    }
    Some(text)
}

/// Notes each language of the site in which a text has no words.
fn note_untranslated(desk: &mut Desk, spot: Spot, text: &Text, manner: &Manner) {
    // `km`, `%` and `2024` are the same everywhere.
    let first = text.versions.first().map_or("", |(_, words)| words.as_str());
    if first.chars().filter(|letter| letter.is_alphabetic()).count() <= 2 && first.is_ascii() {
        return;
    }
    for (at, lang) in manner.languages.iter().enumerate() {
        if text.find(lang).is_none() && !(at == 0 && text.find("").is_some()) {
            desk.untranslated.extend(u8::try_from(at).ok().map(|value| At { value, spot }));
        }
    }
}

/// Words under a key that must be there; that it is not has been told.
pub fn need_text(desk: &mut Desk, fields: &Fields<'_, '_>, key: &'static str, manner: &Manner) -> Option<Text> {
    debug_assert!(fields.group.field(key).is_some_and(|field| field.need == Need::Yes), "the table {} does not need {key}", fields.group.name);
    text_at(desk, fields, key, manner)
}

/// The longest id: what is named after it must fit a disk and an address bar.
const LONGEST_ID: usize = 100;

fn is_id(typed: &str) -> bool {
    (1..=LONGEST_ID).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !is_device(typed)
}

/// The id a file or folder gives to what it holds.
pub fn name(desk: &mut Desk, typed: &str) {
    if !is_id(typed) {
        let place = Place::whole(&desk.file);
        desk.say(problems::bad_name(place, typed));
    }
}

/// An id: ASCII lower case, digits and hyphens.
pub fn id(desk: &mut Desk, found: At<String>) -> Option<At<String>> {
    let sound = is_id(&found.value);
    if !sound {
        let place = desk.place(found.spot);
        desk.say(problems::bad_id(place, &found.value));
    }
    sound.then_some(found)
}

/// The id given to what is described here.
pub fn own_id(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<At<String>> {
    fields.is("id", |shape| matches!(shape, Shape::Own));
    fields.need(desk, "id").and_then(|found| id(desk, found))
}

/// A reference to something by its id, under a key.
pub fn id_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<At<String>> {
    fields.is(key, |shape| matches!(shape, Shape::Id(_)));
    fields.text(desk, key).and_then(|found| id(desk, found))
}

/// References under a key.
pub fn ids_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Vec<At<String>> {
    fields.is(key, |shape| matches!(shape, Shape::Ids(_)));
    let found = fields.get(key).map_or_else(Vec::new, |node| desk.texts(node));
    found.into_iter().filter_map(|found| id(desk, found)).collect()
}

/// The group of fields under a key.
pub fn group_at<'n, 'a>(desk: &mut Desk, fields: &Fields<'n, 'a>, key: &str) -> Option<Fields<'n, 'a>> {
    let below = match fields.group.field(key).map(|field| field.shape) {
        Some(Shape::Group(below)) => Some(below),
        _ => None,
    };
    fields.is(key, |_| below.is_some());
    desk.fields(fields.get(key)?, below?)
}

/// The groups of fields in the list under a key.
pub fn groups_at<'n, 'a>(desk: &mut Desk, fields: &Fields<'n, 'a>, key: &str) -> Vec<Fields<'n, 'a>> {
    let below = match fields.group.field(key).map(|field| field.shape) {
        Some(Shape::Groups(below) | Shape::TextOrGroups(below)) => Some(below),
        _ => None,
    };
    fields.is(key, |_| below.is_some());
    let nodes = fields.get(key).map_or(&[][..], |node| desk.list(node));
    nodes.iter().filter_map(|node| desk.fields(node, below?)).collect()
}

/// A date under a key.
pub fn date_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<AsOf> {
    fields.is(key, |shape| matches!(shape, Shape::Date));
    let found = fields.text(desk, key)?;
    date(desk, &found)
}

/// A date as written.
pub fn date(desk: &mut Desk, found: &At<String>) -> Option<AsOf> {
    match dates::as_of(&found.value) {
        Ok(date) => Some(date),
        Err(why) => {
            let place = desk.place(found.spot);
            desk.say(value_problems::no_date(place, &found.value, why));
            None
        }
    }
}

/// A whole day under a key.
pub fn day_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<jiff::civil::Date> {
    date_at(desk, fields, key).filter(|date| date.known()).map(|date| date.day)
}

/// A period under a key.
pub fn period_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<Period> {
    fields.is(key, |shape| matches!(shape, Shape::Period));
    let found = fields.text(desk, key)?;
    let period = Period::read(&found.value);
    if period.is_none() {
        let place = desk.place(found.spot);
        desk.say(problems::bad_period(place, &found.value));
    }
    period
}

/// A whole number under a key.
pub fn count_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<u32> {
    fields.is(key, |shape| matches!(shape, Shape::Count));
    let found = fields.text(desk, key)?;
    let number = found.value.parse().ok();
    if number.is_none() {
        let place = desk.place(found.spot);
        desk.say(value_problems::no_count(place, &found.value));
    }
    number
}

/// A single year under a key.
pub fn year_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<i16> {
    fields.is(key, |shape| matches!(shape, Shape::Year));
    let found = fields.text(desk, key)?;
    let year = Period::read(&found.value).filter(|p| p.first == p.last).map(|p| p.first);
    if year.is_none() {
        let place = desk.place(found.spot);
        desk.say(problems::bad_year(place, &found.value));
    }
    year
}

/// Yes or no under a key.
pub fn yes_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<bool> {
    fields.is(key, |shape| matches!(shape, Shape::YesNo));
    one_of(desk, fields, key, &[(true, "true"), (false, "false")])
}

/// Where a file says that it is a sample, if it does.
pub fn sample_at(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<Spot> {
    yes_at(desk, fields, "sample").filter(|yes| *yes)?;
    fields.entry("sample").map(|(key, _)| key.spot)
}

/// One of the named choices under a key: those of the model, which are those of the table.
pub fn choice_at<T: Copy>(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, all: &[(T, &'static str)]) -> Option<T> {
    let same = |shape: &Shape| matches!(shape, Shape::Choice(told) if told.iter().map(|choice| choice.name).eq(all.iter().map(|(_, name)| *name)));
    fields.is(key, same);
    one_of(desk, fields, key, all)
}

fn one_of<T: Copy>(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, all: &[(T, &'static str)]) -> Option<T> {
    let found = fields.text(desk, key)?;
    let chosen = all.iter().find(|(_, name)| *name == found.value).map(|(value, _)| *value);
    if chosen.is_none() {
        let place = desk.place(found.spot);
        let near = nearest::nearest(&found.value, all.iter().map(|(_, name)| *name));
        let names: Vec<&str> = all.iter().map(|(_, name)| *name).collect();
        desk.say(problems::unknown_choice(place, &found.value, near, &names));
        desk.mean(&found.value, found.spot, names);
    }
    chosen
}

/// The file's `numbers:`, else the site's.
pub fn locale(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Locale {
    choice_at(desk, fields, "numbers", &[(Locale::Vi, "vi"), (Locale::En, "en")]).unwrap_or(manner.locale)
}

/// The file's `money_unit:`.
pub fn money_unit(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<Unit> {
    let found = fields.text(desk, "money_unit")?;
    Some(money(&found.value))
}

/// The money unit of a text: one of the đồng's, or another money by its words.
pub fn money(typed: &str) -> Unit {
    words::money(&nearest::fold(typed)).map_or_else(|| Unit::OtherMoney(typed.to_owned()), Unit::Money)
}

/// A value under a key; unreadable ones are noted.
pub fn reading_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, locale: Locale, unit: &Unit) -> Option<Reading> {
    fields.is(key, |shape| matches!(shape, Shape::Value(_)));
    let found = fields.text(desk, key)?;
    match values::read(&found.value, locale, unit) {
        Ok(reading) => Some(reading),
        Err(why) => {
            let place = desk.place(found.spot);
            desk.say(value_problems::misread(place, &found.value, &why, locale));
            None
        }
    }
}

/// An amount of money under a key; `unit` is the file's, when it names one.
pub fn money_at(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, locale: Locale, unit: Option<&Unit>) -> Option<Reading> {
    let reading = reading_at(desk, fields, key, locale, unit.unwrap_or(&Unit::Bare))?;
    let place = desk.place(fields.get(key)?.spot);
    match &reading.unit {
        // Nothing is nothing in every unit.
        _ if reading.missing().is_some() || reading.quantity == Quantity::NothingYet => {}
        Unit::Money(_) | Unit::OtherMoney(_) => {}
        Unit::Bare => desk.say(problems::money_without_unit(place, &reading.typed)),
        Unit::Of(found) => desk.say(value_problems::no_money(place, &reading.typed, found)),
        _ => desk.say(value_problems::no_money(place, &reading.typed, "%")),
    }
    Some(reading)
}
