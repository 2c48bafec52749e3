//! Whether the house is what it says it is: rooms, doors, words, views and settings.
//!
//! Every test here reads the repository as text and names what to mend.

use std::collections::{BTreeMap, BTreeSet};

#[path = "tidy/code.rs"]
mod code;
#[path = "tidy/lines.rs"]
mod lines;
#[path = "tidy/theme.rs"]
mod theme;
#[path = "tidy/words.rs"]
mod words;

use code::{Source, files, root, text};
use lines::Line;
use theme::{Reader, Type, Views};

/// Longest a Rust file may be.
const LONGEST: usize = 600;

/// Longer files that are one thought, each with its reason.
const LONGER: &[(&str, &str)] = &[];

/// Crates with one door: who may know them. A folder ends in `/`.
const DOORS: &[(&str, &[&str])] = &[
    ("ab_glyph", &["src/cards/letters.rs"]),
    ("anstream", &["src/cli/"]),
    ("axum", &["src/serve/"]),
    ("base64", &["src/host/policy.rs"]),
    ("clap", &["src/cli/"]),
    ("csv", &["src/export/"]),
    ("dunce", &["src/source/mod.rs"]),
    ("embed-manifest", &["src/build.rs"]),
    ("flate2", &["src/pipeline/"]),
    ("fluent-bundle", &["src/i18n/words.rs"]),
    ("fs4", &["src/doctor/space.rs"]),
    ("getrandom", &["src/edit/guard.rs"]),
    ("granit-parser", &["src/tree/yaml.rs"]),
    ("html5gum", &["src/theme/squeeze.rs", "src/theme/inline.rs"]),
    ("icu_collator", &["src/i18n/order.rs"]),
    ("icu_locale_core", &["src/i18n/order.rs"]),
    ("image", &["src/pictures/"]),
    ("include_dir", &["src/theme/builtin.rs"]),
    ("indicatif", &["src/cli/"]),
    ("jpeg-encoder", &["src/pictures/draw.rs"]),
    ("lossy-webp", &["src/pictures/webp.rs"]),
    ("minify-html", &["src/theme/squeeze.rs"]),
    ("notify", &["src/serve/changes.rs"]),
    ("notosans", &["src/cards/letters.rs"]),
    ("open", &["src/cli/serve.rs"]),
    ("png", &["src/cards/paper.rs"]),
    ("pulldown-cmark", &["src/markdown/"]),
    ("qrcodegen", &["src/pages/kit/qr.rs"]),
    ("quick-xml", &["src/workbook/xml.rs"]),
    ("rayon", &["src/pipeline/"]),
    ("rust_xlsxwriter", &["src/workbook/write.rs"]),
    ("rustix", &["src/output/", "src/doctor/rights.rs"]),
    ("sha2", &["src/host/policy.rs"]),
    ("strsim", &["src/diag/nearest.rs"]),
    ("tera", &["src/theme/engine.rs", "src/theme/engine/"]),
    ("tokio", &["src/serve/"]),
    ("toml", &["src/tree/toml.rs"]),
    ("unic-langid", &["src/i18n/words.rs"]),
    ("walkdir", &["src/source/"]),
    ("zip", &["src/workbook/zipped.rs"]),
];

/// Fields no template of the default theme draws, each with its reason. A site's own theme may.
const SPARE: &[(&str, &str, &str)] = &[];

/// Sums up what is wrong, if anything is.
#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The lines of a file's code on which one of these stands, with their numbers.
fn lines_with<'s>(source: &'s Source, wanted: &[&str]) -> Vec<(usize, &'s str)> {
    let has = |line: &str, word: &&str| {
        line.match_indices(*word).any(|(at, _)| {
            let named = |c: char| c.is_alphanumeric() || c == '_';
            let (before, after) = (line[..at].chars().next_back().unwrap_or(' '), line[at + word.len()..].chars().next().unwrap_or(' '));
            !(word.starts_with(named) && named(before) || word.ends_with(named) && named(after))
        })
    };
    source.code.lines().enumerate().filter(|(_, line)| wanted.iter().any(|word| has(line, word))).map(|(at, line)| (at + 1, line)).collect()
}

#[test]
fn every_file_says_what_it_may_use_and_uses_just_that() {
    let sources = Source::all();
    let truth = lines::true_lines(&sources);
    if std::env::var_os("MINHBACH_BLESS").is_some() {
        for source in sources.iter().filter(|s| Line::of(s).as_ref() != Some(&truth[&s.path])) {
            std::fs::write(root().join(&source.path), lines::mended(source, &truth[&source.path])).expect("the file can be written");
        }
        return;
    }
    let mut wrong = Vec::new();
    for source in &sources {
        let is = &truth[&source.path];
        let whole = if source.speaks_for_room() { " (for its whole room)" } else { "" };
        match Line::of(source) {
            _ if !source.typed.starts_with("//! ") => wrong.push(format!("{}: the first line must say what the file is for", source.path)),
            None => wrong.push(format!("{}: no line; it is `{}`", source.path, is.typed())),
            Some(said) if said != *is => wrong.push(format!("{}{whole}: says `{}` but uses `{}`", source.path, said.typed(), is.typed())),
            Some(_) => {}
        }
    }
    none(wrong);
}

#[test]
fn the_reader_of_code_sees_paths_and_nothing_else() {
    let known = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<BTreeSet<_>>();
    let check = |path: &str, typed: &str, rooms: &[&str], crates: &[&str]| {
        let source = Source::of(path, typed.to_owned());
        let found: BTreeSet<String> = source.rooms(&known(&["diag", "model", "tree", "cli"])).into_keys().collect();
        assert_eq!(found, known(rooms), "rooms of {typed}");
        assert_eq!(source.crates(&known(&["toml", "serde", "csv"])), known(crates), "crates of {typed}");
    };
    check("src/parse/a.rs", "use crate::{diag::At, model};", &["diag", "model"], &[]);
    check("src/parse/a.rs", "use crate::{\n    diag::{self, At as B},\n    model::{Unit, names::{Text}},\n};", &["diag", "model"], &[]);
    check("src/parse/a.rs", "fn f(x: crate::model::Unit) {}", &["model"], &[]);
    check("src/parse/a.rs", "use super::super::model::Unit;\nuse super::common;", &["model"], &[]);
    check("src/model/a.rs", "use crate::model::Unit;", &[], &[]);
    check("src/parse/a.rs", "// crate::diag\nlet a = \"crate::model\"; /* crate::tree */ let c = '\"'; let b = r#\"crate::cli\"#;", &[], &[]);
    check("src/parse/a.rs", "#[cfg(test)]\nmod tests {\n    use crate::cli::{A};\n}\nuse crate::diag::At;", &["diag"], &[]);
    check("src/tree/toml.rs", "use toml::Spanned;\nlet x = my_csv::f();", &[], &["toml"]);
    check("src/config/mod.rs", "use crate::tree::{Desk, toml};\nlet x = toml::read();", &["tree"], &[]);
    check("src/tree/mod.rs", "pub mod toml;\nlet x = toml::read(); let y = serde::x();", &[], &["serde"]);
}

#[test]
fn the_map_names_every_room_and_every_room_is_there() {
    let sources = Source::all();
    let there: BTreeSet<String> = sources.iter().filter_map(|s| s.room().map(str::to_owned)).collect();
    assert_eq!(lines::rooms(), there, "rooms of src/lib.rs and folders of src/");
    let map: String = text("src/lib.rs").lines().filter(|l| l.starts_with("//!")).collect::<Vec<_>>().join("\n");
    none(there.iter().filter(|room| !map.contains(&format!("[`{room}`]"))).map(|room| format!("src/lib.rs: the map does not tell of `{room}`")).collect());
}

#[test]
fn rooms_use_each_other_in_one_direction() {
    let sources = Source::all();
    let mut uses: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for source in sources.iter().filter(|s| s.speaks_for_room()) {
        uses.insert(source.room().unwrap_or(""), Line::of(source).unwrap_or_default().rooms.into_keys().collect());
    }
    // Rooms that use no room left are taken away until none is left, or a circle.
    loop {
        let left: BTreeSet<String> = uses.keys().map(|r| (*r).to_owned()).collect();
        let before = uses.len();
        uses.retain(|_, of| of.iter().any(|room| left.contains(room)));
        if uses.len() == before {
            break;
        }
    }
    assert!(uses.is_empty(), "these rooms use each other in a circle: {uses:?}");
}

#[test]
fn every_borrowed_crate_has_one_door() {
    let sources = Source::all();
    let known = lines::dependencies();
    let mut wrong: Vec<String> = DOORS.iter().filter(|(name, _)| !known.contains(*name)).map(|(name, _)| format!("{name} is not in Cargo.toml")).collect();
    for (name, doors) in DOORS {
        let one = BTreeSet::from([name.replace('-', "_")]);
        let behind = |s: &&Source| !doors.iter().any(|door| s.path == *door || door.ends_with('/') && s.path.starts_with(door));
        wrong.extend(sources.iter().filter(|s| !s.is_test()).filter(behind).filter(|s| !s.crates(&one).is_empty()).map(|s| format!("{}: uses {name}", s.path)));
    }
    none(wrong);
}

#[test]
fn every_crate_of_the_manifest_is_used() {
    let names = |crates: &BTreeSet<String>| crates.iter().map(|c| c.replace('-', "_")).collect::<BTreeSet<_>>();
    let used_in = |folder: &str, name: &str| files(folder).iter().filter(|f| f.ends_with(".rs")).any(|f| text(f).contains(&format!("{name}::")));
    let tests = names(&lines::test_dependencies());
    let all = names(&lines::dependencies());
    let mut wrong: Vec<String> = all.difference(&tests).filter(|c| !used_in("src", c)).map(|c| format!("{c} is asked for and not used in src/")).collect();
    wrong.extend(tests.iter().filter(|c| !used_in("tests", c) && !used_in("src", c)).map(|c| format!("{c} is asked for and not used by any test")));
    none(wrong);
}

#[test]
fn no_number_is_a_float() {
    let found = |s: &Source| lines_with(s, &["f32", "f64"]).into_iter().map(|(at, line)| format!("{}:{at}: {}", s.path, line.trim())).collect::<Vec<_>>();
    none(Source::all().iter().flat_map(found).collect());
}

#[test]
fn only_the_publisher_the_memory_the_book_and_the_mender_write_files() {
    const WRITING: &[&str] = &[
        "fs::write",
        "fs_err::write",
        "create_dir",
        "create_dir_all",
        "remove_file",
        "remove_dir",
        "remove_dir_all",
        "rename(",
        "hard_link",
        "fs::copy",
        "set_permissions",
        "File::create",
        "File::options",
        "OpenOptions",
    ];
    // What is remembered between builds, what a command adds to a site's content, and who asks whether a folder would take
    // a file, which Windows answers only to one who opens it.
    const MEMORY: &[&str] = &["src/pipeline/memo.rs", "src/pipeline/last.rs", "src/history/file.rs", "src/doctor/rights.rs"];
    // `output` writes the published site, `mend` what an editor asked to be mended; nobody else touches a file.
    let outside = |s: &&Source| !matches!(s.room(), Some("output" | "mend")) && !MEMORY.contains(&s.path.as_str()) && !s.is_test();
    let found = |s: &Source| lines_with(s, WRITING).into_iter().map(|(at, line)| format!("{}:{at}: {}", s.path, line.trim())).collect::<Vec<_>>();
    none(Source::all().iter().filter(outside).flat_map(found).collect());
}

/// What of `std::process` is no way to start another program.
const HARMLESS: &[&str] = &["process::ExitCode", "process::id"];

/// Files that start another program, each with its reason.
const STARTERS: &[(&str, &str)] = &[];

#[test]
fn no_other_program_is_ever_started() {
    // A path with an ampersand, a quote or a percent sign means something to a shell; where there is none, it cannot.
    let starts = |line: &str| {
        let rest = HARMLESS.iter().fold(line.to_owned(), |line, harmless| line.replace(harmless, ""));
        ["process::", "process as", "CommandExt"].iter().any(|way| rest.contains(way))
    };
    assert!(starts("use std::process::{Command, ExitCode};") && starts("std::process::Command::new(x)") && !starts("use std::process::ExitCode;"));
    let found = |s: &Source| {
        let lines = s.code.lines().enumerate().filter(|(_, line)| starts(line));
        lines.map(|(at, line)| format!("{}:{}: {}", s.path, at + 1, line.trim())).collect::<Vec<_>>()
    };
    let quiet = |s: &&Source| !s.is_test() && !STARTERS.iter().any(|(file, _)| s.path == *file);
    none(Source::all().iter().filter(quiet).flat_map(found).collect());
}

#[test]
fn what_cannot_happen_says_why() {
    let mut wrong = Vec::new();
    for source in Source::all().iter().filter(|s| !s.is_test()) {
        let typed: Vec<&str> = source.typed.lines().collect();
        for (at, line) in lines_with(source, &[".unwrap()", ".expect(", "panic!", "unreachable!", "unwrap_unchecked", "todo!"]) {
            let said = typed[at - 1].contains("// OK because ") || at > 1 && typed[at - 2].contains("// OK because ");
            if !said {
                wrong.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_problem_has_a_number_a_name_and_a_case() {
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let tests: String = files("tests").into_iter().map(|f| if f.ends_with(".rs") { format!("{f}\n{}", text(&f)) } else { format!("{f}\n") }).collect();
    for source in Source::all() {
        for code in source.typed.split("Code {").skip(1).filter_map(|rest| rest.split_once('}').map(|(code, _)| code)) {
            let part = |key: &str| code.split_once(&format!("{key}: \"")).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned);
            let (Some(number), Some(name)) = (part("number"), part("name")) else { continue };
            if !(number.len() == 6 && number.starts_with("MB") && number[2..].bytes().all(|b| b.is_ascii_digit())) {
                wrong.push(format!("{}: `{number}` is no number of a problem", source.path));
            }
            for key in [&number, &name] {
                if let Some(other) = seen.insert(key.clone(), source.path.clone()) {
                    wrong.push(format!("{}: `{key}` is taken in {other}", source.path));
                }
            }
            if !tests.contains(&format!("tests/problems/{name}/")) && !tests.contains(&format!("\"{name}\"")) {
                wrong.push(format!("{}: `{name}` has no case in tests/", source.path));
            }
        }
    }
    assert!(seen.len() > 100, "the problems of src/ are found");
    none(wrong);
}

#[test]
fn no_file_is_longer_than_a_thought() {
    let rust = files("src").into_iter().chain(files("tests")).filter(|f| f.ends_with(".rs"));
    let long: BTreeMap<String, usize> =
        rust.map(|f| (text(&f).lines().count(), f)).filter(|(lines, _)| *lines > LONGEST).map(|(lines, f)| (f, lines)).collect();
    let known: BTreeSet<&str> = LONGER.iter().map(|(file, _)| *file).collect();
    let mut wrong: Vec<String> = long.iter().filter(|(f, _)| !known.contains(f.as_str())).map(|(f, lines)| format!("{f}: {lines} lines")).collect();
    wrong.extend(known.iter().filter(|f| !long.contains_key(**f)).map(|f| format!("{f} is no longer a long file")));
    none(wrong);
}

#[test]
fn every_word_exists_in_every_language_with_the_same_variables() {
    let mut wrong = Vec::new();
    for kind in ["", "sentences."] {
        let (vi, twice_vi) = words::messages(&text(&format!("themes/default/i18n/{kind}vi.ftl")));
        let (en, twice_en) = words::messages(&text(&format!("themes/default/i18n/{kind}en.ftl")));
        wrong.extend(twice_vi.into_iter().chain(twice_en).map(|id| format!("{kind}*.ftl: `{id}` stands twice")));
        for id in vi.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
            match (vi.get(id), en.get(id)) {
                (Some(a), Some(b)) if a == b => {}
                (Some(a), Some(b)) => wrong.push(format!("{kind}*.ftl: `{id}` is told with {a:?} in Vietnamese and {b:?} in English")),
                (a, _) => wrong.push(format!("{kind}{}.ftl: `{id}` is missing", if a.is_none() { "vi" } else { "en" })),
            }
        }
    }
    none(wrong);
}

#[test]
fn every_word_is_said_and_every_word_said_exists() {
    let views = Views::declared();
    let mut reader = Reader::new(&views);
    reader.read_all();
    let ids = |kind: &str| words::messages(&text(&format!("themes/default/i18n/{kind}en.ftl"))).0.into_keys().collect::<BTreeSet<_>>();
    let (theme, sentences) = (ids(""), ids("sentences."));
    let both: BTreeSet<String> = theme.union(&sentences).cloned().collect();
    let mut wrong: Vec<String> = reader.words.difference(&both).map(|w| format!("a template says `{w}`, which no word file has")).collect();
    let rust: String = files("src").iter().filter(|f| f.ends_with(".rs")).map(|f| text(f)).collect();
    let whole = |id: &str| rust.contains(&format!("\"{id}\""));
    let begun = |id: &str| id.match_indices('-').any(|(at, _)| rust.contains(&format!("\"{}{{", &id[..=at])));
    // `format!("{id}-name")` beside `"id"`.
    let ended = |id: &str| id.rfind('-').is_some_and(|at| rust.contains(&format!("}}{}\"", &id[at..])) && whole(&id[..at]));
    let in_rust = |id: &str| whole(id) || begun(id) || ended(id);
    let in_templates = |id: &str| reader.words.contains(id) || id.match_indices('-').any(|(at, _)| INDEXED.contains(&&id[..=at]));
    wrong.extend(both.iter().filter(|id| !in_templates(id) && !in_rust(id)).map(|id| format!("nobody says `{id}`")));
    none(wrong);
}

/// Words templates choose by a name they are told, such as the kind of a remark.
const INDEXED: &[&str] = &["note-"];

#[test]
fn every_component_is_a_folder_with_its_template_and_its_description() {
    let mut wrong = Vec::new();
    let all = files("themes/default/components");
    let names: BTreeSet<&str> = all.iter().filter_map(|f| f.split('/').nth(3)).collect();
    for name in names {
        let path = |ending: &str| format!("themes/default/components/{name}/{name}.{ending}");
        for ending in ["html", "yaml"] {
            if !all.contains(&path(ending)) {
                wrong.push(format!("{} is missing", path(ending)));
            }
        }
        if all.contains(&path("html")) && all.contains(&path("yaml")) {
            let (html, yaml) = (text(&path("html")), text(&path("yaml")));
            let signature = html.split_once(&format!("component {name}(")).and_then(|(_, rest)| rest.split_once(") ")).map_or("", |(s, _)| s);
            let asked: BTreeSet<String> = signature
                .split(',')
                .map(|a| a.split([':', '=']).next().unwrap_or("").trim().to_owned())
                .filter(|a| !a.is_empty() && !a.starts_with('@'))
                .collect();
            let described: BTreeSet<String> = theme::options(&yaml).into_keys().collect();
            if asked != described {
                wrong.push(format!("{name}: the template asks for {asked:?}, the description tells of {described:?}"));
            }
            if !yaml.contains("\nexamples:") {
                wrong.push(format!("{name}: no example"));
            }
        }
    }
    none(wrong);
}

#[test]
fn templates_use_only_what_they_are_told_and_draw_all_of_it() {
    let views = Views::declared();
    let mut reader = Reader::new(&views);
    reader.read_all();
    let mut wrong = std::mem::take(&mut reader.wrong);
    let there: BTreeSet<String> = files("themes/default/layouts").iter().filter_map(|f| f.rsplit('/').next().map(str::to_owned)).collect();
    wrong.extend(views.layouts.keys().filter(|l| !there.contains(*l)).map(|l| format!("src/pages/views: there is no layout {l}")));
    let spare: BTreeSet<(String, String)> = SPARE.iter().map(|(view, field, _)| ((*view).to_owned(), (*field).to_owned())).collect();
    for (view, fields) in &views.fields {
        for field in fields.keys() {
            let is = (view.clone(), field.clone());
            match (reader.drawn.contains(&is), spare.contains(&is)) {
                (false, false) => wrong.push(format!("{view}.{field} is told and never drawn")),
                (true, true) => wrong.push(format!("{view}.{field} is listed as spare and drawn")),
                _ => {}
            }
        }
    }
    wrong.extend(
        spare.iter().filter(|(view, field)| views.fields.get(view).is_none_or(|f| !f.contains_key(field))).map(|s| format!("spare {s:?} does not exist")),
    );
    none(wrong);
}

#[test]
fn the_reader_of_templates_notices_what_is_wrong() {
    let views = Views::declared();
    let told = || BTreeMap::from([("page".to_owned(), Type::View("Home".to_owned()))]);
    let said = |template: &str| {
        let mut reader = Reader::new(&views);
        reader.read("t", template, told());
        reader.wrong
    };
    assert_eq!(said("{% for c in page.news %}{{ c.link.text }}{% endfor %}"), Vec::<String>::new());
    assert_eq!(said("{{ page.titel }}"), ["t:1: Home has no `titel`"]);
    assert_eq!(said("\n{% for c in page.news %}{{ c.datum }}{% endfor %}"), ["t:2: Card has no `datum`"]);
    assert_eq!(said("{{ pages.news }}"), ["t:1: `pages` is given by nobody"]);
    assert_eq!(said("{{ <tables t={page.late} /> }}"), ["t:1: there is no component `tables`"]);
    assert_eq!(said("{{ <table t={page.news_link} /> }}").len(), 1);
    assert_eq!(said("{%- set late = [r for r in page.late.rows if r.bars] -%}"), ["t:1: Row has no `bars`"]);
}

#[test]
fn every_setting_and_every_command_is_in_the_readme() {
    let readme = text("README.md");
    let named = |word: &str| readme.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).any(|w| w.trim_matches('-') == word);
    let keys = |tables: &str| tables.split("Field::new(").skip(1).filter_map(|rest| rest.split('"').nth(1).map(str::to_owned)).collect::<Vec<_>>();
    let settings = keys(&text("src/config/fields.rs"));
    assert!(settings.len() > 10, "the settings of src/config are found");
    let areas = text("src/parse/fields/area.rs");
    let body = keys(areas.split("pub static AREA").next().unwrap_or_default());
    assert!(!body.is_empty(), "the settings of [body] are found");
    let cli = text("src/cli/mod.rs");
    let quoted = |after: &str| cli.split(after).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect::<Vec<_>>();
    let commands = quoted(" sub(\"")
        .into_iter()
        .chain(quoted("flag(\""))
        .chain(quoted(".long(\""))
        .chain(quoted(" value(\""))
        .chain(quoted("(value(\""))
        .collect::<Vec<_>>();
    assert!(commands.len() > 6, "the commands of src/cli are found");
    none(settings.iter().chain(&body).chain(&commands).filter(|word| !named(word)).map(|word| format!("README.md does not tell of `{word}`")).collect());
}

#[test]
fn the_readme_prints_the_smallest_site_as_it_is() {
    let readme = text("README.md");
    let mut printed: BTreeSet<String> = BTreeSet::new();
    let mut wrong = Vec::new();
    let lines: Vec<&str> = readme.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let Some(path) = line.strip_prefix('`').and_then(|l| l.strip_suffix('`')).filter(|p| p.contains('.')) else { continue };
        let shown: Vec<&str> = lines[at + 3..].iter().take_while(|l| **l != "```").copied().collect();
        let file = format!("tests/sites/small/{path}");
        if text(&file).trim_end() != shown.join("\n").trim_end() {
            wrong.push(format!("{path} differs from what README.md prints"));
        }
        printed.insert(file);
    }
    let typed = files("tests/sites/small").into_iter().filter(|f| !f.contains("/expected/"));
    wrong.extend(typed.filter(|f| !printed.contains(f)).map(|f| format!("README.md does not print {f}")));
    none(wrong);
}

#[test]
fn nothing_lies_about_at_the_top() {
    let tidy: BTreeSet<&str> = ["Cargo.toml", "Cargo.lock", "README.md", "LICENSE", "src", "content", "themes", "tests", "site.toml"].into();
    let made = ["target", "public", "public-host"];
    let entries = std::fs::read_dir(root()).expect("the repository is there").filter_map(|e| e.ok()?.file_name().into_string().ok());
    let there: BTreeSet<String> = entries.filter(|name| !name.starts_with('.') && !made.contains(&name.as_str())).collect();
    assert_eq!(there.iter().map(String::as_str).collect::<BTreeSet<_>>(), tidy);
}

#[test]
fn files_lie_here_with_the_same_line_ends_on_every_machine() {
    // Themes are built into the program: with other line ends another machine would make other pages.
    assert!(text(".gitattributes").lines().any(|line| line == "* text=auto eol=lf"), ".gitattributes leaves line ends to Git");
}
