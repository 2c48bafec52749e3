//! Each component of the theme with each of its examples, as a page would show it.
//!
//! What is expected lies in `tests/gallery/<component>.html`, one example below the other. A component with its
//! `<name>.yaml` is found by its folder; nothing is listed here. `MINHBACH_BLESS=1` writes the files: read the difference.

use std::collections::BTreeSet;
use std::fs;

use minhbach::i18n::Language;
use minhbach::theme::{Component, Theme, ThemeFile};

use super::edit::Editor;
use super::site::{Site, repository};

fn theme() -> Theme {
    Theme::load("default", &[], &[]).value.expect("the built-in theme can be read")
}

fn vietnamese(theme: &Theme) -> Language {
    Language::new("vi", &theme.ftl("vi")).value
}

/// Every example of a component, each under its name, a tag on a line.
fn drawn(theme: &Theme, component: &Component) -> String {
    let language = vietnamese(theme);
    let mut all = String::new();
    for example in &component.examples {
        let html = theme.example(component, example, &language).unwrap_or_else(|problem| panic!("{}: {}: {}", component.name, example.name, problem.what.en));
        let lines = html.trim().replace("><", ">\n<");
        all.push_str(&format!("<!-- {} -->\n{lines}{}", example.name, if lines.is_empty() { "" } else { "\n" }));
    }
    all
}

#[test]
fn every_example_looks_as_it_did() {
    let folder = repository().join("tests/gallery");
    let theme = theme();
    let mut wrong = Vec::new();
    let mut known = BTreeSet::new();
    for component in theme.gallery() {
        assert!(component.problems.is_empty(), "{:?}", component.problems);
        assert!(!component.examples.is_empty(), "{} has no example", component.name);
        let file = format!("{}.html", component.name);
        let now = drawn(&theme, &component);
        if std::env::var_os("MINHBACH_BLESS").is_some() {
            fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(&file), &now)).expect("it can be written");
        } else if fs::read_to_string(folder.join(&file)).ok().as_ref() != Some(&now) {
            wrong.push(format!("tests/gallery/{file} is not what is drawn now:\n{now}"));
        }
        known.insert(file);
    }
    for entry in fs::read_dir(&folder).expect("the folder is there") {
        let name = entry.expect("an entry can be read").file_name().to_string_lossy().into_owned();
        if !known.contains(&name) {
            wrong.push(format!("tests/gallery/{name} belongs to no component"));
        }
    }
    assert!(wrong.is_empty(), "{}\nRead the difference; MINHBACH_BLESS=1 writes it.", wrong.join("\n"));
}

#[test]
fn an_example_has_a_name_of_its_own_and_every_option_stands_in_one() {
    let mut wrong = Vec::new();
    for component in theme().gallery() {
        let names: BTreeSet<&str> = component.examples.iter().map(|example| example.name.as_str()).collect();
        if names.len() != component.examples.len() || names.contains("") {
            wrong.push(format!("{}: two examples of one name", component.name));
        }
        for told in &component.options {
            if !component.examples.iter().any(|example| example.values.contains_key(&told.name)) {
                wrong.push(format!("{}: no example gives `{}`", component.name, told.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_component_of_the_sites_own_theme_is_found_by_its_folder() {
    let own = [
        ThemeFile::text("components/la/la.html", "{% component la(text: string) %}<p>{{ text }}</p>{% endcomponent la %}"),
        ThemeFile::text("components/la/la.yaml", "description:\n  vi: Lá.\n  en: A leaf.\nexamples:\n- name: mot\n  values:\n    text: <b>Một\n"),
    ];
    let theme = Theme::load("rieng", &own, &[]).value.expect("it can be read");
    let component = theme.gallery().into_iter().find(|component| component.name == "la").expect("it is found");
    assert_eq!(drawn(&theme, &component), "<!-- mot -->\n<p>&lt;b&gt;Một</p>\n");
}

#[test]
fn the_preview_shows_the_gallery_and_a_build_has_none() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    assert!(site.files("public").iter().all(|(path, _)| !path.contains("gallery")));
    let editor = Editor::start(&site);
    let get = |way: &str| editor.send("GET", way, &[], "");
    assert!(get("/_gallery/").body.contains("href=\"/_gallery/bar/\""));
    assert!(get("/_gallery/bar/").body.contains("<svg") && get("/_gallery/bar/late/").body.contains("/_live/live.js"));
    assert_eq!(get("/_gallery/khong-co/").status, 404);
}
