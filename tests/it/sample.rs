//! Content marked as a sample: no command publishes it, a preview shows it and says so on every page it is seen on.

use std::collections::BTreeMap;

use minhbach::pipeline::Live;

use crate::site::Site;

/// A site with one thing of each kind.
fn site() -> Site {
    let site = Site::small();
    site.write("content/areas/muong-thu/area.yaml", "name: Mường Thử\nkind: district\n");
    site.write(
        "content/areas/muong-thu/2024/plan.yaml",
        "year: 2024\nmoney_unit: triệu đồng\nsource: qd-264\nbudget:\n  - programme: ba\n    assigned: 5.311\ntargets:\n  - indicator: so-be\n    target: 3\n",
    );
    site.write("content/areas/muong-thu/works/cau-treo.yaml", "name: Cầu treo bản Thử\nstatus: implementation\nprogramme: ba\n");
    site.write("content/documents/qd-264.yaml", "number: 264/QĐ-TTg\ntitle: Trích yếu thứ hai\n");
    site.write("content/programmes/ba.yaml", "name: Chương trình ba\nindicators:\n  - {id: so-be, name: Số bể nước, unit: bể, kind: increase}\n");
    site.write(
        "content/reports/2024/bai-hai.md",
        "---\ntitle: Bài thứ hai\npublished: 2024-05-02\nareas: [muong-thu]\nprogrammes: [ba]\nsource:\n  name: Trang\n---\nVăn bản [](document:qd-264), con số [](figure:ba/assigned).\n",
    );
    site.write("content/pages/about.md", "---\ntitle: Giới thiệu riêng\n---\nLời giới thiệu.\n");
    site.write("content/corrections.yaml", "corrections:\n  - report: bai-hai\n    what: Sửa một câu\n    why: Gõ nhầm câu ấy\n    date: 2024-05-03\n");
    site
}

/// A file, the line that marks it, and words only its things are known by.
const MARKED: &[(&str, &str, &[&str])] = &[
    ("content/areas/muong-thu/area.yaml", "sample: true\n", &["Mường Thử"]),
    ("content/areas/muong-thu/2024/plan.yaml", "sample: true\n", &["5.311"]),
    ("content/areas/muong-thu/works/cau-treo.yaml", "sample: true\n", &["Cầu treo bản Thử"]),
    ("content/documents/qd-264.yaml", "sample: true\n", &["264/QĐ-TTg", "Trích yếu thứ hai"]),
    ("content/programmes/ba.yaml", "sample: true\n", &["Chương trình ba", "Số bể nước"]),
    ("content/reports/2024/bai-hai.md", "sample: true\n", &["Bài thứ hai"]),
    ("content/pages/about.md", "sample: true\n", &["Giới thiệu riêng"]),
    ("content/corrections.yaml", "sample: true\n", &["Gõ nhầm câu ấy"]),
    ("site.toml", "sample = true\n", &["Trang thử"]),
];

/// Marks a file: a Markdown file below its first line, any other at its top.
fn mark(site: &Site, file: &str, line: &str) {
    let text = site.read(file);
    let marked = match text.strip_prefix("---\n") {
        Some(rest) => format!("---\n{line}{rest}"),
        None => format!("{line}{text}"),
    };
    site.write(file, marked);
}

/// Every page as a preview shows it.
fn pages(site: &Site, paths: &[String]) -> BTreeMap<String, String> {
    let seen = Live::open(site.path(), site.path().join("public"), false).look().expect("the files can be looked at");
    let still = seen.still.unwrap_or_else(|| panic!("{:#?}", seen.problems));
    let page = |path: &String| Some((path.clone(), String::from_utf8(still.file(path).expect("a page is drawn")?).expect("pages are UTF-8")));
    paths.iter().filter_map(page).collect()
}

fn paths(site: &Site) -> Vec<String> {
    site.run(&["build"]).ended(0);
    site.files("public").into_iter().map(|(path, _)| path).filter(|path| path.ends_with(".html")).collect()
}

#[test]
fn every_page_that_shows_a_sample_says_so_in_a_preview() {
    let sound = site();
    let paths = paths(&sound);
    let is_marked = |text: &str| text.contains(">MẪU<");
    let unmarked = pages(&sound, &paths);
    assert!(unmarked.values().all(|text| !is_marked(text)), "nothing is a sample yet");
    let mut wrong = String::new();
    for (file, line, words) in MARKED {
        let site = site();
        mark(&site, file, line);
        let pages = pages(&site, &paths);
        for word in *words {
            let showing: Vec<&String> = unmarked.iter().filter(|(_, text)| text.contains(word)).map(|(path, _)| path).collect();
            assert!(!showing.is_empty(), "{word} stands on a page");
            let silent = showing.iter().filter(|path| !is_marked(&pages[**path]));
            silent.for_each(|path| wrong.push_str(&format!("{file} is a sample, {word} stands on {path}, and the page does not say so\n")));
        }
        if *file != "site.toml" {
            assert!(pages.values().any(|text| !is_marked(text)), "{file}: pages that show nothing of it are as they were");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn nothing_publishes_a_sample() {
    let site = Site::small();
    mark(&site, "content/areas/nam-nhun/area.yaml", "sample: true\n");
    for command in [&["check"][..], &["build"], &["release", "2024-quy-1"]] {
        let said = site.run(command).ended(1);
        assert_eq!(said.err.matches("ERROR MB0213").count(), 1, "{command:?}: {}", said.err);
        assert!(said.err.contains("content/areas/nam-nhun/area.yaml:1:1"), "{}", said.err);
    }
    assert!(site.files("").iter().all(|(path, _)| !path.starts_with("public/") && !path.starts_with("content/releases")), "nothing was published");
    site.replace("content/areas/nam-nhun/area.yaml", "sample: true\n", "");
    site.run(&["build"]).ended(0);
}

#[test]
fn a_preview_in_english_says_sample() {
    let site = Site::small();
    site.replace("site.toml", "languages = [\"vi\"]", "languages = [\"en\"]\nsample = true");
    let pages = pages(&site, &["index.html".to_owned()]);
    assert!(pages["index.html"].contains(">SAMPLE<"), "{pages:#?}");
}
