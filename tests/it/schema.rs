//! Schemas as editors use them: every sound file keeps to its own, every mistyped one does not, and settings of others
//! stay as they were.

use std::collections::BTreeMap;
use std::path::Path;

use minhbach::parse::kind::{self, Kind};
use minhbach::schema;
use rayon::prelude::*;
use serde_json::Value;

use super::problems;
use super::site::{Site, copy, repository};

/// The schema of a file of the site.
fn kind_of(path: &str) -> Option<schema::Kind> {
    Some(match kind::of(path)? {
        Kind::Programme { .. } => schema::Kind::Programme,
        Kind::Area { .. } => schema::Kind::Area,
        Kind::Plan { .. } => schema::Kind::Plan,
        Kind::Results { .. } => schema::Kind::Results,
        Kind::Work { .. } => schema::Kind::Work,
        Kind::Paper { .. } => schema::Kind::Document,
        Kind::Corrections => schema::Kind::Corrections,
        Kind::Report { .. } => schema::Kind::Report,
        Kind::Prose { .. } => schema::Kind::Page,
        Kind::Release { .. } | Kind::Addresses | Kind::Other => return None,
    })
}

/// What an editor sees: the file as YAML, of a Markdown file its front matter.
fn seen(path: &str, bytes: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let front = if path.ends_with(".md") { text.split("---").nth(1)? } else { text };
    serde_saphyr::from_str(front).ok()
}

/// Every file of the site's content that does not keep to the schema the program has written for this site.
fn refused(site: &Site) -> (Vec<String>, usize) {
    site.run(&["schema"]).ended(0);
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let mut known = BTreeMap::new();
    for (kind, name, _) in schema::Kind::ALL {
        let written: Value = serde_json::from_str(&site.read(&kind.file())).expect("a schema is JSON");
        compiler.add_resource(name, written).expect("a schema can be read");
        known.insert(kind, compiler.compile(name, &mut schemas).expect("a schema is sound"));
    }
    let mut refused = Vec::new();
    let mut looked = 0;
    for (path, bytes) in site.files("content") {
        let path = format!("content/{path}");
        let (Some(kind), true) = (kind_of(&path), path.ends_with(".yaml") || path.ends_with(".md")) else { continue };
        let Some(file) = seen(&path, &bytes) else { continue };
        looked += 1;
        if let Err(error) = schemas.validate(&file, known[&kind]) {
            refused.push(format!("{path}: {error:#}"));
        }
    }
    (refused, looked)
}

#[test]
fn every_sound_file_keeps_to_its_schema() {
    let (wrong, looked) = refused(&Site::repository());
    assert!(wrong.is_empty() && looked > 50, "{looked} files\n{}", wrong.join("\n"));
    let (wrong, looked) = refused(&Site::small());
    assert!(wrong.is_empty() && looked == 6, "{looked} files\n{}", wrong.join("\n"));
    let accepted: Vec<String> = problems::names().into_iter().filter(|name| name.starts_with("accepted--")).collect();
    assert!(!accepted.is_empty());
    let wrong: Vec<String> =
        accepted.par_iter().flat_map_iter(|name| refused(&problems::site(name)).0.into_iter().map(move |wrong| format!("{name}: {wrong}"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mistyped_fields_and_words_do_not_keep_to_their_schema() {
    const KINDS: [&str; 5] = ["unknown-key", "missing-key", "wrong-shape", "unknown-choice", "rate-without-denominator"];
    // Settings are TOML, read below; kinds of areas are the site's own words, and a new one may be there tomorrow.
    const ELSEWHERE: [&str; 2] = ["title-of-the-site", "unknown-choice--kind"];
    let is = |name: &&String| KINDS.contains(&name.split("--").next().unwrap_or(name)) && !ELSEWHERE.iter().any(|other| name.ends_with(other));
    let has_content = |name: &&String| repository().join("tests/problems").join(name).join("content").is_dir();
    let cases: Vec<String> = problems::names().iter().filter(is).filter(has_content).cloned().collect();
    assert!(cases.len() > 12, "{cases:?}");
    let sound: Vec<&String> = cases.par_iter().filter(|name| refused(&problems::site(name)).0.is_empty()).collect();
    assert!(sound.is_empty(), "an editor would say nothing of {sound:?}");
}

#[test]
fn schemas_offer_the_ids_of_this_site_with_their_names() {
    let site = Site::small();
    let said = site.run(&["schema"]).ended(0);
    assert!(said.out.contains(".schema/plan.json") && said.err.is_empty(), "{}", said.out);
    let plan: Value = serde_json::from_str(&site.read(".schema/plan.json")).unwrap();
    let offered = |id: &str, at: &str| plan.pointer(&format!("/definitions/{id}/anyOf/0/{at}/0")).cloned().unwrap_or_default();
    assert_eq!(offered("id_programme", "enum"), "ntm");
    assert_eq!(offered("id_indicator", "enumDescriptions"), "Số xã đạt chuẩn");
    assert_eq!(offered("id_source", "enum"), "bai-mot");
    assert_eq!(plan["title"], "Plan");
    site.run(&["schema", "--lang", "vi"]).ended(0);
    let plan: Value = serde_json::from_str(&site.read(".schema/plan.json")).unwrap();
    assert_eq!(plan["title"], "Kế hoạch");
    assert!(plan["markdownDescription"].as_str().is_some_and(|words| words.contains("What was planned")), "both languages are there");
}

#[test]
fn schemas_are_written_once_and_told_to_be_old_when_the_site_has_grown() {
    let site = Site::small();
    site.run(&["schema", "--check"]).ended(1);
    assert!(!site.path().join(".schema").exists(), "--check writes nothing");
    site.run(&["schema"]).ended(0);
    let before = site.files(".schema");
    let said = site.run(&["luoc-do"]).ended(0);
    assert!(said.out.contains("nothing was written"), "{}", said.out);
    assert_eq!(site.files(".schema"), before);
    site.run(&["schema", "--check"]).ended(0);
    // A clone on Windows has other line endings.
    site.write(".schema/area.json", site.read(".schema/area.json").replace('\n', "\r\n"));
    site.run(&["schema", "--check"]).ended(0);
    // Who asks in the other language asks about the same files.
    for lang in ["vi", "en"] {
        site.run(&["--lang", lang, "schema", "--check"]).ended(0);
    }
    site.write("content/areas/muong-te/area.yaml", "name: Mường Tè\nkind: district\n");
    let said = site.run(&["schema", "--check"]).ended(1);
    assert!(said.out.contains(".schema/area.json") && !said.out.contains(".schema/page.json"), "{}", said.out);
    site.run(&["schema"]).ended(0);
    assert!(site.read(".schema/area.json").contains("Mường Tè"));
    // What is wrong in a file does not keep an editor from helping to mend it; without settings there is no site.
    site.write("content/areas/muong-te/area.yaml", "nmae: Mường Tè\nkind: district\n");
    site.run(&["schema"]).ended(0);
    site.write("site.toml", "title = \n");
    site.run(&["schema"]).ended(1);
    site.run(&["--site", "nowhere", "schema"]).ended(3);
}

#[test]
fn settings_of_the_folder_are_added_to_and_never_lost() {
    let site = Site::small();
    site.run(&["schema", "--vscode"]).ended(0);
    let settings: Value = serde_json::from_str(&site.read(".vscode/settings.json")).unwrap();
    assert_eq!(settings["yaml.schemas"]["./.schema/area.json"][0], "content/areas/*/area.yaml");
    assert!(site.read(".vscode/extensions.json").contains("redhat.vscode-yaml"));
    site.run(&["schema", "--vscode", "--check"]).ended(0);

    let typed = "{\n  \"editor.fontSize\": 16\n}\n";
    site.write(".vscode/settings.json", typed);
    site.run(&["schema", "--vscode"]).ended(0);
    assert!(site.read(".vscode/settings.json").starts_with("{\n  \"editor.fontSize\": 16,\n  \"evenBetterToml"), "{}", site.read(".vscode/settings.json"));
    let commented = "{\n  // cỡ chữ\n  \"editor.fontSize\": 16,\n}\n";
    site.write(".vscode/settings.json", commented);
    let said = site.run(&["schema", "--vscode"]).ended(0);
    assert_eq!(site.read(".vscode/settings.json"), commented);
    assert!(said.out.contains("left as it is") && said.out.contains("yaml.schemas"), "{}", said.out);
}

#[test]
fn every_file_the_settings_name_is_one_the_reader_knows() {
    for (kind, name, globs) in schema::Kind::ALL {
        for glob in globs.iter().filter(|glob| glob.starts_with("content/")) {
            let path = glob.replace("*/*/", "a/2024/").replace("plan.v*", "plan.v2").replace('*', "a");
            assert_eq!(kind_of(&path), Some(kind), "{name}: {path}");
            // The line at the top of such a file leads to the schema from where the file lies.
            let line = schema::modeline(kind, &path);
            let leads = line.lines().next().and_then(|line| line.split_once("$schema=")).expect("a modeline names a schema").1;
            let mut at = Path::new(&path).parent().expect("a file has a folder").to_path_buf();
            for part in leads.split('/') {
                if part == ".." {
                    at.pop();
                } else {
                    at.push(part);
                }
            }
            assert_eq!(at, Path::new(&kind.file()), "{path}");
        }
    }
}

#[test]
fn a_modeline_is_a_comment_wherever_it_stands() {
    let site = Site::small();
    for path in ["site.toml", "content/areas/nam-nhun/area.yaml", "content/areas/nam-nhun/2024/plan.yaml", "content/reports/2024/bai-mot.md"] {
        let line = schema::modeline(if path == "site.toml" { schema::Kind::Site } else { kind_of(path).expect("it has a schema") }, path);
        let text = site.read(path);
        site.write(path, if path.ends_with(".md") { text.replacen("---\n", &format!("---\n{line}"), 1) } else { line + &text });
    }
    site.run(&["check", "--strict"]).ended(0);
}

#[test]
fn the_repository_keeps_its_own_schemas_up_to_date() {
    let site = Site::repository();
    copy(&repository().join(".schema"), &site.path().join(".schema"));
    copy(&repository().join(".vscode"), &site.path().join(".vscode"));
    site.run(&["schema", "--vscode", "--check", "--lang", "vi"]).ended(0);
}

#[test]
fn the_reference_is_printed_in_both_languages() {
    let site = Site::empty();
    let said = site.run(&["schema", "--reference"]).ended(0);
    assert!(said.out.contains("| `disbursed` | Disbursed |") && said.err.is_empty());
    let said = site.run(&["schema", "--reference", "--lang", "vi"]).ended(0);
    assert!(said.out.contains("| `disbursed` | Đã giải ngân |"));
}
