//! From a table of fields to its JSON Schema.
//!
//! Invariant: what the reader accepts is never refused (but for blanks at the ends of a quoted word of a fixed list): a
//! value may be typed as a number or as words, one entry stands for a list of one, a field that need not be there may be
//! left empty, and an id nobody has heard of yet is still an id.
//!
//! May use: diag, model, tree; crates serde_json.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::names::{Name, Names};
use crate::diag::Tongue;
use crate::model::Text;
use crate::tree::{Choice, Field, Group, Need, Pair, Shape, Thing, Value};

/// An id, as the reader wants it; a reader forgives blanks at its ends.
const ID: &str = r"^\s*[a-z0-9-]{1,100}\s*$";
/// A number somewhere, or a state in words, such as “chưa giao” or “not stated”.
const VALUE: &str = r"[0-9]|^\s*[cknwCKNW]";
/// A date with its year, or that it is unknown.
const DATE: &str = r"[0-9]{4}|^\s*[knuKNU]";
/// One year, or two with something between them.
const YEARS: &str = r"^\s*[0-9]{4}";
/// A whole number.
const WHOLE: &str = r"^\s*\+?[0-9]+\s*$";

/// How values are typed.
pub const VALUES: Pair = (
    "Gõ đúng như nguồn viết, không đổi: 2.487 · 42,99% · trên 35.215 · khoảng 3 · 4 - 5 · 6/10 · 71 tỷ 355 triệu đồng. Chưa có số thì gõ lý do: chưa giao, chưa đến kỳ, chưa có số liệu, không nêu, không áp dụng, không công bố. Đừng ghi 0 khi chưa có số.",
    "Type it as the source has it: 2.487 · 42,99% · over 35.215 · about 3 · 4 - 5 · 6/10. Where there is no number, type why: not assigned, not due, no data, not stated, not applicable, withheld. Do not write 0 for a number nobody stated.",
);

/// How dates are typed.
pub const DATES: Pair = (
    "Chính xác đến đâu ghi đến đó: 2024-03-31 · 31/3/2024 · 2024-03 · 2024-Q1 · 2024 · cuối 2024-03 · không rõ.",
    "As precise as the source: 2024-03-31 · 31/3/2024 · 2024-03 · 2024-Q1 · 2024 · cuối 2024-03 (late March) · không rõ (unknown).",
);

/// States a value may have, as examples an editor offers.
pub const STATES: [&str; 6] = ["chưa giao", "chưa đến kỳ", "chưa có số liệu", "không nêu", "không áp dụng", "không công bố"];

/// Writes the schema of one table.
pub struct Writer<'n> {
    names: &'n Names,
    tongue: Tongue,
    definitions: BTreeMap<String, Json>,
}

impl<'n> Writer<'n> {
    /// The schema of a whole file.
    pub fn file(group: &'static Group, names: &'n Names, tongue: Tongue) -> Json {
        let mut writer = Writer { names, tongue, definitions: BTreeMap::new() };
        let mut schema = writer.group(group);
        schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        let by = writer.said(("Do lệnh minhbach schema viết; đừng sửa tay.", "Written by minhbach schema; do not edit."));
        schema.insert("$comment".to_owned(), json!(by));
        schema.insert("definitions".to_owned(), json!(writer.definitions));
        Json::Object(schema)
    }

    fn said(&self, pair: Pair) -> &'static str {
        match self.tongue {
            Tongue::Vi => pair.0,
            Tongue::En => pair.1,
        }
    }

    /// What it is called and what it means, in the site's language, and below it in the other one.
    fn words(&self, schema: &mut Map<String, Json>, title: Pair, about: &[Pair]) {
        let all = |vi: bool| about.iter().map(|pair| if vi { pair.0 } else { pair.1 }).collect::<Vec<_>>().join("\n\n");
        let (first, other, name) = match self.tongue {
            Tongue::Vi => (all(true), all(false), title.1),
            Tongue::En => (all(false), all(true), title.0),
        };
        schema.insert("title".to_owned(), json!(self.said(title)));
        schema.insert("markdownDescription".to_owned(), json!(format!("{first}\n\n---\n\n*{name}*: {other}")));
        schema.insert("description".to_owned(), json!(first));
    }

    fn group(&mut self, group: &'static Group) -> Map<String, Json> {
        let mut schema = Map::new();
        self.words(&mut schema, group.title, &[group.about]);
        let properties: Map<String, Json> = group.fields.iter().map(|field| (field.key.to_owned(), self.field(field))).collect();
        let with = |need: Need| group.fields.iter().filter(move |field| field.need == need).map(|field| field.key);
        let beside: Map<String, Json> = group.fields.iter().filter_map(|field| Some((field.key.to_owned(), json!([field.with?])))).collect();
        let instead: Vec<Json> = group
            .fields
            .iter()
            .filter_map(|field| match field.need {
                Need::Unless(other) => Some(json!({ "anyOf": [says(field.key), says(other)] })),
                _ => None,
            })
            .collect();
        schema.insert("type".to_owned(), json!("object"));
        schema.insert("properties".to_owned(), Json::Object(properties));
        schema.insert("additionalProperties".to_owned(), json!(false));
        schema.insert("required".to_owned(), json!(with(Need::Yes).collect::<Vec<_>>()));
        if !beside.is_empty() {
            schema.insert("dependencies".to_owned(), Json::Object(beside));
        }
        if !instead.is_empty() {
            schema.insert("allOf".to_owned(), Json::Array(instead));
        }
        schema
    }

    /// A reference to a table that is written once.
    fn reference(&mut self, group: &'static Group) -> Json {
        if !self.definitions.contains_key(group.name) {
            // A table may hold itself: the name is taken before its fields are written.
            self.definitions.insert(group.name.to_owned(), Json::Null);
            let schema = self.group(group);
            self.definitions.insert(group.name.to_owned(), Json::Object(schema));
        }
        json!({ "$ref": format!("#/definitions/{}", group.name) })
    }

    fn field(&mut self, field: &'static Field) -> Json {
        // A field that must be there must say something.
        let empty = field.need != Need::Yes;
        let mut schema = self.shape(field.shape, empty);
        let mut about = vec![field.about];
        let mut examples: Vec<Json> = field.like.iter().filter_map(|typed| example(field.shape, typed)).collect();
        match field.shape {
            Shape::Value(_) => {
                about.push(VALUES);
                examples.extend(STATES.map(Json::from));
            }
            Shape::Date => about.push(DATES),
            _ => {}
        }
        self.words(&mut schema, field.title, &about);
        if !examples.is_empty() && !matches!(field.shape, Shape::Open(_)) {
            schema.insert("examples".to_owned(), json!(examples));
        }
        Json::Object(schema)
    }

    fn shape(&mut self, shape: Shape, empty: bool) -> Map<String, Json> {
        let schema = match shape {
            Shape::Words => words(empty),
            Shape::WordList => listed(words(true), empty, &["string", "number", "boolean"]),
            Shape::Text => self.text(empty),
            Shape::Own => scalar(&["string", "integer"], ID, empty),
            Shape::Id(thing) => {
                let id = self.id(thing);
                if empty { json!({ "anyOf": [id, nothing()] }) } else { json!({ "anyOf": [id] }) }
            }
            Shape::Ids(thing) => {
                let id = self.id(thing);
                let types = types(&["array", "string", "integer"], empty);
                // A dash with nothing behind it is nothing.
                json!({ "type": types, "items": { "anyOf": [id, nothing()] }, "if": { "type": ["string", "integer"] }, "then": id })
            }
            Shape::Value(Value::Any) => {
                let mut schema = self.text(empty);
                schema["type"] = json!(types(&["string", "number", "object"], empty));
                schema
            }
            Shape::Value(_) => scalar(&["string", "number"], VALUE, empty),
            Shape::Count => scalar(&["string", "integer"], WHOLE, empty),
            Shape::Margin => {
                let mut schema = scalar(&["string", "number"], r"^\s*[0-9]+([.,][0-9]+)?\s*$", empty);
                (schema["minimum"], schema["maximum"]) = (json!(0), json!(100));
                schema
            }
            Shape::Year | Shape::Period => scalar(&["string", "integer"], YEARS, empty),
            Shape::Date => scalar(&["string", "integer", "number"], DATE, empty),
            Shape::YesNo => scalar(&["boolean", "string"], r"^\s*(true|false)\s*$", empty),
            Shape::Choice(choices) => self.choice(choices, empty),
            Shape::Languages => listed(scalar(&["string"], r"^\s*[A-Za-z0-9-]{2,12}\s*$", true), empty, &["string"]),
            Shape::Group(group) => {
                let mut schema = Json::Object(self.group(group));
                schema["type"] = json!(types(&["object"], empty));
                schema
            }
            Shape::Groups(group) => {
                let one = self.reference(group);
                json!({ "type": types(&["array", "object"], empty), "items": one, "if": { "type": "object" }, "then": one })
            }
            Shape::TextOrGroups(group) => {
                let mut schema = self.text(empty);
                schema["type"] = json!(types(&["string", "number", "boolean", "object", "array"], empty));
                schema["items"] = self.reference(group);
                schema
            }
            Shape::Printed => json!({ "type": types(&["string", "number", "boolean", "object"], empty), "additionalProperties": words(true) }),
            Shape::Open(_) => json!({ "type": types(&["object"], empty), "additionalProperties": words(true) }),
        };
        match schema {
            Json::Object(schema) => schema,
            _ => Map::new(),
        }
    }

    /// Words, or one line for each language of the site.
    fn text(&self, empty: bool) -> Json {
        let lines = match self.names.languages.as_slice() {
            [] => json!({ "additionalProperties": words(true) }),
            tags => {
                let lines: Map<String, Json> = tags.iter().map(|tag| (tag.clone(), words(true))).collect();
                json!({ "properties": lines, "additionalProperties": false })
            }
        };
        // Not among the properties at once: an editor would begin every text as a group of languages.
        json!({ "type": types(&["string", "number", "boolean", "object"], empty), "if": { "type": "object" }, "then": lines })
    }

    fn choice(&self, choices: &[Choice], empty: bool) -> Json {
        let names: Vec<&str> = choices.iter().map(|choice| choice.name).collect();
        let titles: Vec<String> = choices.iter().map(|choice| format!("{} · {}", self.said(choice.title), self.other(choice.title))).collect();
        let one = json!({ "enum": names, "enumDescriptions": titles, "markdownEnumDescriptions": titles });
        if empty { json!({ "anyOf": [one, nothing()] }) } else { one }
    }

    fn other(&self, pair: Pair) -> &'static str {
        match self.tongue {
            Tongue::Vi => pair.1,
            Tongue::En => pair.0,
        }
    }

    /// An id of one kind: those the site has, with what they are called, or one it does not have yet.
    fn id(&mut self, thing: Thing) -> Json {
        let key = match thing {
            Thing::Programme => "id_programme",
            Thing::Component => "id_component",
            Thing::Indicator => "id_indicator",
            Thing::Set => "id_set",
            Thing::Area => "id_area",
            Thing::AreaKind => "id_area_kind",
            Thing::Document => "id_document",
            Thing::Report => "id_report",
            Thing::Source => "id_source",
            Thing::Free => "id",
        };
        if !self.definitions.contains_key(key) {
            let new = scalar(&["string", "integer"], ID, false);
            let known: Vec<&Name> = self.names.of_thing(thing).collect();
            let schema = if known.is_empty() { new } else { json!({ "anyOf": [self.known(&known), new] }) };
            self.definitions.insert(key.to_owned(), schema);
        }
        json!({ "$ref": format!("#/definitions/{key}") })
    }

    fn known(&self, known: &[&Name]) -> Json {
        let tag = if self.tongue == Tongue::Vi { "vi" } else { "en" };
        let ids: Vec<&str> = known.iter().map(|name| name.id.as_str()).collect();
        let titles: Vec<&str> = known.iter().map(|name| Text::get(&name.title, tag)).collect();
        json!({ "enum": ids, "enumDescriptions": titles, "markdownEnumDescriptions": titles })
    }
}

/// A value as an editor would type it. Left out is a number that an editor would put between quotes: it is told in words.
fn example(shape: Shape, typed: &str) -> Option<Json> {
    let digits = typed.bytes().all(|b| b.is_ascii_digit());
    match shape {
        Shape::Year | Shape::Period | Shape::Count => typed.parse::<u32>().ok().map(Json::from),
        Shape::Value(_) => (!digits && !typed.starts_with('-') && !typed.replace('.', "").bytes().all(|b| b.is_ascii_digit())).then(|| json!(typed)),
        _ => Some(json!(typed)),
    }
}

/// That a key is there with something behind it.
fn says(key: &str) -> Json {
    json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } })
}

/// Nothing after the colon. Said in this way an editor does not offer to type “null”.
fn nothing() -> Json {
    json!({ "not": { "type": ["string", "number", "boolean", "array", "object"] } })
}

/// The types of a value, with nothing at all among them where it may be left empty.
fn types(of: &[&str], empty: bool) -> Vec<String> {
    of.iter().copied().chain(empty.then_some("null")).map(str::to_owned).collect()
}

fn scalar(of: &[&str], pattern: &str, empty: bool) -> Json {
    json!({ "type": types(of, empty), "pattern": pattern })
}

/// Words in one language; a file may take them for a number or for yes or no.
fn words(empty: bool) -> Json {
    json!({ "type": types(&["string", "number", "boolean"], empty) })
}

/// A list, or one of its kind alone.
fn listed(one: Json, empty: bool, alone: &[&str]) -> Json {
    let of: Vec<&str> = std::iter::once("array").chain(alone.iter().copied()).collect();
    json!({ "type": types(&of, empty), "items": one, "if": { "type": alone }, "then": one })
}
