//! What is written for odd names reads back as what was asked for.
//!
//! May use: config, diag, parse, values; crates proptest.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diag::Tongue;
use crate::parse::{self, Document as Read, Manner};
use crate::values::Locale;

fn habits(tongue: Tongue) -> Habits {
    Habits::of(std::iter::empty(), tongue)
}

fn manner() -> Manner {
    Manner { locale: Locale::Vi, languages: vec!["vi".to_owned(), "en".to_owned()] }
}

/// The document of a new file, in which nothing may be wrong.
#[track_caller]
fn read(file: &NewFile) -> Read {
    let kind = parse::kind::of(&file.path).expect("it lies where files of its kind lie");
    let path: Arc<str> = file.path.as_str().into();
    let read = parse::document(&path, &kind, &file.text, &manner());
    assert!(read.problems.is_empty(), "{}\n{:#?}", file.text, read.problems);
    read.value.expect("it can be read")
}

/// Names people and machines come up with.
fn name() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "Xã \"Mường Khoa\"",
        "Đường: Nà Lốc – Lam Sơn",
        "# không phải ghi chú",
        "Cầu #3",
        "'nháy đơn'",
        "- gạch đầu dòng",
        "true",
        "123",
        "~",
        "[ngoặc]",
        "{a: b}",
        "&a *b !c",
        "@x `y` %z",
        "Đắk Lắk\u{feff}",
        "dòng một\ndòng hai",
        "a\\b",
        "---",
        "<b>đậm</b>",
        "x: ",
        "|",
        ">",
        "",
    ]);
    let words = prop_oneof![odd.prop_map(str::to_owned), any::<String>(), "[ -~àáảãạđĐệỹ:#\"'\\-]{0,300}"];
    // Some keyboards put accents behind their letters.
    (words, any::<bool>()).prop_map(|(name, apart)| if apart { name.nfd().collect() } else { name })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_says_what_was_asked_for(typed in name(), english in any::<bool>()) {
        let name = plain(&typed);
        prop_assume!(!name.is_empty());
        let habits = habits(if english { Tongue::En } else { Tongue::Vi });
        let id = id::of(&name).unwrap_or_else(|| "x".to_owned());
        prop_assert!(id::is_sound(&id), "{}", id);
        let some = Some(name.clone());

        let file = area(&Area { id: id.clone(), name: name.clone(), kind: "district".to_owned(), parent: None }, &habits);
        let Read::Area(found) = read(&file) else { panic!("{}", file.text) };
        prop_assert_eq!(found.name.get(""), name.as_str());

        let file = programme(&Programme { id: id.clone(), name: name.clone(), short: some.clone(), period: None }, &habits);
        let Read::Programme(found) = read(&file) else { panic!("{}", file.text) };
        prop_assert_eq!((found.name.get(""), found.short.get("")), (name.as_str(), name.as_str()));

        let more = indicator::Indicator { id: "moi".to_owned(), name: name.clone(), unit: some.clone(), kind: "increase".to_owned() };
        let mut text = file.text.clone();
        for number in 1..=2 {
            let one = indicator::Indicator { id: format!("moi-{number}"), ..more.clone() };
            text = indicator::added(&text, &one, habits.tongue).expect("a new programme takes indicators");
        }
        let mut lines = text.lines();
        prop_assert!(file.text.lines().all(|line| lines.any(|other| other == line)), "what was there is there, in its order");
        let Read::Programme(found) = read(&NewFile { text, ..file }) else { panic!("no programme") };
        let names: Vec<&str> = found.indicators.iter().map(|indicator| indicator.name.get("")).collect();
        prop_assert_eq!(names, [name.as_str(), name.as_str()]);

        let file = document(&Document { id: id.clone(), title: name.clone(), number: some.clone(), date: Some("2026-01-02".to_owned()) }, &habits);
        let Read::Paper(found) = read(&file) else { panic!("{}", file.text) };
        prop_assert_eq!((found.title.get(""), found.number), (name.as_str(), some));

        let file = work(&Work { area: "a".to_owned(), id: id.clone(), name: name.clone(), status: "preparation".to_owned(), programme: None }, &habits);
        let Read::Work(found) = read(&file) else { panic!("{}", file.text) };
        prop_assert_eq!(found.name.get(""), name.as_str());

        let publisher = name.clone();
        let (areas, programmes) = (vec!["a".to_owned()], vec!["b".to_owned()]);
        let report = Report { year: 2026, id, title: name.clone(), published: "2026-01-02".to_owned(), areas, programmes, publisher };
        let file = super::report(&report, &habits);
        let kind = parse::kind::of(&file.path).expect("a report has its place");
        let found = parse::document(&file.path.as_str().into(), &kind, &file.text, &manner());
        // A title may hold links; one that looks like a link is judged as one.
        prop_assert!(found.problems.is_empty() || name.contains("]("), "{}\n{:#?}", file.text, found.problems);
    }

    #[test]
    fn a_new_site_takes_any_words(title in name(), office in name(), kind in 0..3_usize, english in any::<bool>()) {
        let (title, office) = (plain(&title), plain(&office));
        prop_assume!(!title.is_empty() && !office.is_empty());
        let tongue = if english { Tongue::En } else { Tongue::Vi };
        let site = site::Site { title: title.clone(), office: office.clone(), kind: site::KIND_IDS[kind].to_owned(), year: 2026 };
        for file in site::files(&site, tongue) {
            if file.path != "site.toml" {
                prop_assert!(read(&file).sample().is_some(), "{}", file.path);
                continue;
            }
            let read = crate::config::read(&file.text);
            prop_assert!(read.problems.is_empty(), "{}\n{:#?}", file.text, read.problems);
            let config = read.value.expect("settings");
            prop_assert_eq!((config.title.get(""), config.body.name.get("")), (title.as_str(), office.as_str()));
            prop_assert!(config.sample.is_some());
        }
    }
}

#[test]
fn a_comment_stands_above_every_field_once() {
    let file = area(&Area { id: "muong-thu".to_owned(), name: "Mường Thử".to_owned(), kind: "district".to_owned(), parent: None }, &habits(Tongue::Vi));
    let expected = "\
# yaml-language-server: $schema=../../../.schema/area.json
# $schema: ../../../.schema/area.json

# Một địa bàn: tên, cấp, thuộc đâu, và đã thay đổi thế nào. Tên thư mục là mã của địa bàn.

# Tên riêng, không kèm cấp: Nậm Nhùn.
name: Mường Thử
# Tỉnh, huyện, xã…: mã trong [[area_kinds]] của site.toml.
kind: district
# Mã của địa bàn cấp trên: tên thư mục trong content/areas.
#parent:
# Mã đơn vị hành chính, đặt trong ngoặc kép.
# Ví dụ: 112
#code:
# Tên cũ, tên thường gọi: để nhận ra địa bàn trong bài và trong bảng Excel.
#aliases:
# Một hai câu về địa bàn.
#about:
# Ai trả lời về địa bàn này, nếu khác nơi nêu trong site.toml.
#body:
#  name:
";
    assert_eq!(file.text, expected);
}

#[test]
fn an_indicator_stands_below_those_that_are_there() {
    let before = "name: Chương trình\r\nindicators:\r\n  - id: mot   # giữ nguyên\r\n    name: Một\r\n    kind: increase\r\nperiod: 2021-2025\r\n";
    let new = indicator::Indicator { id: "hai".to_owned(), name: "Hai".to_owned(), unit: None, kind: "decrease".to_owned() };
    let after = indicator::added(before, &new, Tongue::En).expect("it can be added");
    let expected = before.replace(
        "period:",
        "  # The short name used in other files and in addresses: a–z, 0–9 and hyphens. Do not change it\r\n  # once it is published.\r\n  - id: hai\r\n    # Its name, as in the plan.\r\n    name: Hai\r\n    # What is good, so that progress is counted rightly.\r\n    #   increase: Higher is better\r\n    #   decrease: Lower is better\r\n    #   at_least: To be kept at or above the target\r\n    #   at_most: To be kept at or below the target\r\n    #   range: To lie within the target range\r\n    #   milestone: A milestone: done, under way, not begun\r\n    #   count_of: How many out of a total (6/10)\r\n    #   text: Told in words, without a number\r\n    kind: decrease\r\nperiod:",
    );
    assert_eq!(after, expected);
    assert!(indicator::added("name: x\nindicators: [{id: a, name: b, kind: increase}]\n", &new, Tongue::En).is_err());
}
