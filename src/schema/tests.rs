//! Tables, readers and schemas say the same.
//!
//! May use: config, diag, forms, model, parse, tree, values; crates boon, serde_json.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::{Kind, Names, Writer, modeline, reference};
use crate::diag::Tongue;
use crate::model::Measure;
use crate::parse::{self, Manner, kind};
use crate::tree::{Field, Group, Need, Shape};
use crate::values::{self, Locale};
use crate::{config, forms};

/// Fields no reader reads, each with its reason.
const UNREAD: &[(&str, &str)] = &[("criterion_state", "note")];

/// Fields a report must have and its translations need not: the reader knows which of the two a file is, a schema does not.
const BY_LANGUAGE: [&str; 2] = ["/published", "/areas"];

/// Values of a field as its table shows them; where it shows none, what its shape allows.
fn values(field: &Field) -> Vec<Json> {
    let or = |others: &[&str]| {
        let typed = if field.like.is_empty() { others } else { field.like };
        typed.iter().map(|typed| json!(typed)).collect::<Vec<Json>>()
    };
    match field.shape {
        Shape::Words | Shape::Text => or(&["Chữ", "Khác"]),
        Shape::WordList => or(&["Chữ"]).into_iter().map(|one| json!([one])).collect(),
        Shape::Own | Shape::Id(_) => or(&["mot", "hai"]),
        Shape::Ids(_) => vec![json!(["mot"]), json!(["mot", "hai"])],
        Shape::Value(_) => or(&["12", "13"]),
        Shape::Count | Shape::Margin => or(&["3", "4"]),
        Shape::Year => or(&["2024", "2023"]),
        Shape::Period => or(&["2021-2025"]),
        Shape::Date => or(&["2024-03-31", "2024-04-30"]),
        Shape::YesNo => vec![json!(true), json!(false)],
        Shape::Choice(choices) => choices.iter().map(|choice| json!(choice.name)).collect(),
        Shape::Languages => vec![json!(["vi"]), json!(["vi", "en"])],
        Shape::Group(group) => vec![whole(group, 3)],
        Shape::Groups(group) => vec![json!([whole(group, 3)])],
        Shape::TextOrGroups(group) => vec![json!([whole(group, 3)]), json!("Chữ")],
        Shape::Printed => or(&["chữ"]),
        Shape::Open(_) => or(&["mot"]).into_iter().map(|one| json!({ "brand": one })).collect(),
    }
}

/// Other values a reader would notice, right or not.
fn others(field: &Field) -> Vec<Json> {
    let second = json!("khac");
    match field.shape {
        Shape::WordList | Shape::Ids(_) => vec![json!([second])],
        Shape::Count | Shape::Margin | Shape::Year | Shape::Period | Shape::Value(_) => vec![json!("7"), json!("1999")],
        Shape::Date => vec![json!("2024-05-31")],
        Shape::Open(_) => vec![json!({ "brand": second })],
        _ => vec![second],
    }
}

/// Everything a table holds, `deep` groups deep.
fn whole(group: &'static Group, deep: usize) -> Json {
    let below = |field: &Field| matches!(field.shape, Shape::Group(_) | Shape::Groups(_) | Shape::TextOrGroups(_));
    let taken = group.fields.iter().filter(|field| deep > 0 || !below(field));
    let one = |field: &Field| match field.shape {
        Shape::Groups(group) => json!([whole(group, deep.saturating_sub(1))]),
        _ => values(field).swap_remove(0),
    };
    Json::Object(taken.map(|field| (field.key.to_owned(), one(field))).collect())
}

/// What the reader of a kind makes of a file, without places, and the names of what it notices.
fn read(kind: Kind, file: &Json) -> (String, Vec<&'static str>) {
    let manner = Manner { locale: Locale::Vi, languages: vec!["vi".to_owned(), "en".to_owned()] };
    // YAML reads JSON.
    let text = serde_json::to_string_pretty(file).unwrap();
    let path = match kind {
        Kind::Site | Kind::Mapping => "",
        Kind::Programme => "content/programmes/a.yaml",
        Kind::Area => "content/areas/a/area.yaml",
        Kind::Plan => "content/areas/a/2024/plan.yaml",
        Kind::Results => "content/areas/a/2024/results.yaml",
        Kind::Work => "content/areas/a/works/b.yaml",
        Kind::Document => "content/documents/a.yaml",
        Kind::Corrections => "content/corrections.yaml",
        Kind::Report => "content/reports/2024/a.md",
        Kind::Page => "content/pages/a.md",
    };
    let (made, problems) = match kind {
        Kind::Site => {
            let checked = config::read(&toml(file, true));
            (format!("{:?}", checked.value), checked.problems)
        }
        Kind::Mapping => {
            let mut problems = Vec::new();
            (format!("{:?}", forms::foreign::map("a.yaml", &text, &mut problems)), problems)
        }
        _ => {
            let text = if path.ends_with(".md") { format!("---\n{text}\n---\n") } else { text };
            let checked = parse::document(&Arc::from(path), &kind::of(path).unwrap(), &text, &manner);
            (format!("{:?}", checked.value), checked.problems)
        }
    };
    let placeless: String = made.split("Spot {").enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once('}').unwrap().1 }).collect();
    (placeless, problems.iter().map(|problem| problem.code.name).collect())
}

/// A file as TOML: one line for each field, groups between braces.
fn toml(value: &Json, top: bool) -> String {
    match value {
        Json::Object(fields) => {
            let lines: Vec<String> = fields.iter().filter(|(_, v)| !v.is_null()).map(|(key, v)| format!("{key} = {}", toml(v, false))).collect();
            if top { lines.join("\n") } else { format!("{{ {} }}", lines.join(", ")) }
        }
        Json::Array(all) => format!("[{}]", all.iter().map(|one| toml(one, false)).collect::<Vec<_>>().join(", ")),
        scalar => scalar.to_string(),
    }
}

/// Every field of a file: the way to it, its table and itself.
fn ways(group: &'static Group, way: &str, file: &Json, into: &mut Vec<(String, &'static Group, &'static Field)>) {
    for field in group.fields {
        let here = format!("{way}/{}", field.key);
        let Some(value) = file.get(field.key) else { continue };
        into.push((here.clone(), group, field));
        match (field.shape, value) {
            (Shape::Group(below), _) => ways(below, &here, value, into),
            (Shape::Groups(below) | Shape::TextOrGroups(below), Json::Array(all)) => ways(below, &format!("{here}/0"), &all[0], into),
            _ => {}
        }
    }
}

/// The file with another value there. Of two fields that stand for each other only one is left.
fn with(file: &Json, (way, group, field): &(String, &'static Group, &'static Field), value: Json) -> Json {
    let mut file = file.clone();
    *file.pointer_mut(way).unwrap() = value;
    let instead = |one: &Field| match one.need {
        Need::Unless(other) if one.key == field.key => Some(other),
        Need::Unless(other) if other == field.key => Some(one.key),
        _ => None,
    };
    let above = file.pointer_mut(&way[..way.len() - field.key.len() - 1]).unwrap().as_object_mut().unwrap();
    group.fields.iter().filter_map(instead).for_each(|other| drop(above.remove(other)));
    file
}

/// A schema as a validator independent of ours reads it.
struct Validator {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Validator {
    fn new(schema: Json) -> Self {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("s.json", schema).unwrap();
        let index = compiler.compile("s.json", &mut schemas).unwrap();
        Validator { schemas, index }
    }

    fn of(kind: Kind, languages: &[&str]) -> Self {
        let names = Names { languages: languages.iter().map(|tag| (*tag).to_owned()).collect(), ..Names::default() };
        Validator::new(Writer::file(kind.group(), &names, Tongue::Vi))
    }

    fn accepts(&self, file: &Json) -> bool {
        self.schemas.validate(file, self.index).is_ok()
    }
}

#[test]
fn every_field_of_every_table_is_read_and_its_schema_accepts_what_is_read() {
    let mut wrong = Vec::new();
    for (kind, name, _) in Kind::ALL {
        let schema = Validator::of(kind, &[]);
        let mut file = whole(kind.group(), 3);
        let mut all = Vec::new();
        ways(kind.group(), "", &file, &mut all);
        if kind.group().field("year").is_some_and(|year| year.need == Need::Unless("period")) {
            file.as_object_mut().unwrap().insert("period".to_owned(), json!("2024"));
        }
        for at in &all {
            let (way, group, field) = at;
            let read_with = |value: &Json| read(kind, &with(&file, at, value.clone()));
            let own = values(field);
            // What a table shows is read without a remark, every word of a list, and the schema knows it.
            for value in &own {
                let (_, problems) = read_with(value);
                // The folder of the sample is a year; English numbers have other marks than those of the sample.
                let right = problems.is_empty() || problems == ["period-not-of-folder"] && field.key == "period" || *value == "en";
                if !right {
                    wrong.push(format!("{name}{way}: {value} is refused by the reader: {problems:?}"));
                }
                if !schema.accepts(&with(&file, at, value.clone())) {
                    wrong.push(format!("{name}{way}: {value} is refused by the schema"));
                }
            }
            // It makes a difference, so it is read.
            let first = read_with(&own[0]);
            let empty = (field.need == Need::No).then_some(Json::Null);
            let mut others = own[1..].iter().cloned().chain(others(field)).chain(empty.clone());
            if others.any(|other| read_with(&other) != first) == UNREAD.contains(&(group.name, field.key)) {
                wrong.push(format!("{name}{way}: no reader asks for it"));
            }
            // Left empty, it is lacking for both or for none. TOML has no way to leave a field empty.
            let empty = with(&file, at, Json::Null);
            let lacks = read(kind, &empty).1.contains(&"missing-key") && !(kind == Kind::Report && BY_LANGUAGE.contains(&way.as_str()));
            if kind != Kind::Site && lacks == schema.accepts(&empty) {
                wrong.push(format!("{name}{way} left empty: the reader {} it, the schema does not", if lacks { "refuses" } else { "takes" }));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_no_table_knows_is_refused_by_reader_and_schema() {
    for (kind, name, _) in Kind::ALL {
        let mut file = whole(kind.group(), 3);
        let schema = Validator::of(kind, &["vi", "en"]);
        assert!(schema.accepts(&file), "{name}");
        file.as_object_mut().unwrap().insert("khong-co".to_owned(), json!("x"));
        assert!(read(kind, &file).1.contains(&"unknown-key"), "{name}");
        assert!(!schema.accepts(&file), "{name}");
    }
    let mut area = whole(Kind::Area.group(), 3);
    area["name"] = json!({ "vi": "Nậm Nhùn", "en": "Nam Nhun" });
    assert!(Validator::of(Kind::Area, &["vi", "en"]).accepts(&area));
    assert!(!Validator::of(Kind::Area, &["vi"]).accepts(&area), "a language the site does not have");
    area["name"] = json!(["Nậm Nhùn"]);
    assert!(!Validator::of(Kind::Area, &["vi", "en"]).accepts(&area), "a list for words");
}

#[test]
fn values_and_states_are_words_the_reader_knows() {
    for state in super::write::STATES {
        assert!(values::missing(state).is_some(), "{state}");
    }
    let schema = Validator::of(Kind::Plan, &[]);
    let file = |value: Json| json!({ "year": 2024, "budget": [{ "programme": "ntm", "assigned": value }] });
    for typed in [json!("trên 35.215"), json!(2487), json!("2.487"), json!("chưa giao"), json!("NOT ASSIGNED"), json!("71 tỷ 355 triệu đồng"), json!(null)]
    {
        assert!(schema.accepts(&file(typed.clone())), "{typed}");
    }
    for typed in [json!("đang tổng hợp"), json!([1]), json!({ "vi": "2" })] {
        assert!(!schema.accepts(&file(typed.clone())), "{typed}");
    }
}

#[test]
fn every_measure_of_the_model_is_a_field_of_a_line() {
    let lines = [&parse::fields::sheet::BUDGET, &parse::fields::sheet::INDICATOR, &parse::fields::sheet::CRITERIA];
    for (measure, name) in Measure::ALL {
        let key = if measure == Measure::Rate { "stated_rate" } else { name };
        assert!(lines.iter().any(|line| line.field(key).is_some()), "{key}");
    }
}

#[test]
fn ids_of_the_site_are_offered_with_their_names_and_others_are_still_ids() {
    let name = |id: &str, title: &str| super::names::Name { id: id.to_owned(), title: crate::model::Text::plain(title) };
    let names = Names { programmes: vec![name("ntm", "Nông thôn mới")], ..Names::default() };
    let schema = Writer::file(Kind::Plan.group(), &names, Tongue::Vi);
    let offered = schema.pointer("/definitions/id_programme/anyOf/0").unwrap();
    assert_eq!(offered["enum"], json!(["ntm"]));
    assert_eq!(offered["enumDescriptions"], json!(["Nông thôn mới"]));
    let schema = Validator::new(schema);
    let file = |id: &str| json!({ "year": 2024, "budget": [{ "programme": id, "assigned": 1 }] });
    assert!(schema.accepts(&file("moi-lap")), "a programme made since the schema was written");
    assert!(!schema.accepts(&file("Nông thôn mới")));
}

#[test]
fn the_reference_tells_of_every_field_in_both_languages() {
    fn keys(group: &'static Group, seen: &mut Vec<&'static str>, into: &mut Vec<&'static Field>) {
        if seen.contains(&group.name) {
            return;
        }
        seen.push(group.name);
        for field in group.fields {
            into.push(field);
            if let Shape::Group(below) | Shape::Groups(below) | Shape::TextOrGroups(below) = field.shape {
                keys(below, seen, into);
            }
        }
    }
    let mut all = Vec::new();
    Kind::ALL.iter().for_each(|(kind, ..)| keys(kind.group(), &mut Vec::new(), &mut all));
    assert!(all.len() > 150);
    for tongue in [Tongue::Vi, Tongue::En] {
        let page = reference::page(tongue);
        for field in &all {
            let (title, about) = if tongue == Tongue::Vi { (field.title.0, field.about.0) } else { (field.title.1, field.about.1) };
            assert!(page.contains(&format!("| `{}`", field.key)) && page.contains(title) && page.contains(about), "{}", field.key);
            assert!(!title.contains('|') && !about.contains('|') && !about.is_empty(), "{}", field.key);
        }
    }
}

#[test]
fn a_table_names_each_field_once_and_asks_only_for_fields_it_has() {
    let mut all: Map<String, Json> = Map::new();
    for (kind, ..) in Kind::ALL {
        let mut found = Vec::new();
        ways(kind.group(), "", &whole(kind.group(), 3), &mut found);
        for (_, group, field) in found {
            let with = field.with.into_iter().chain(if let Need::Unless(other) = field.need { Some(other) } else { None });
            with.into_iter().for_each(|other| assert!(group.field(other).is_some(), "{} of {}", field.key, group.name));
            assert_eq!(group.keys().filter(|key| *key == field.key).count(), 1, "{} of {}", field.key, group.name);
            // A name of a table is the name of its schema: two tables of one name would be one.
            let keys = json!(group.keys().collect::<Vec<_>>());
            assert_eq!(*all.entry(group.name).or_insert_with(|| keys.clone()), keys, "{}", group.name);
        }
    }
}

#[test]
fn a_modeline_leads_from_the_file_to_its_schema() {
    assert_eq!(
        modeline(Kind::Plan, "content/areas/nam-nhun/2024/plan.yaml"),
        "# yaml-language-server: $schema=../../../../.schema/plan.json\n# $schema: ../../../../.schema/plan.json\n"
    );
    assert_eq!(modeline(Kind::Site, "site.toml"), "#:schema ./.schema/site.json\n");
    assert_eq!(modeline(Kind::Mapping, "bieu.yaml"), "# yaml-language-server: $schema=./.schema/mapping.json\n# $schema: ./.schema/mapping.json\n");
}
