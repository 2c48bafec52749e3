//! Content marked as a sample: no command publishes it, a preview shows it and says so on every page it is seen on.

use std::collections::BTreeMap;

use minhbach::pipeline::Live;

use crate::page::page;
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
    shown(site, paths).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("pages are UTF-8"))).collect()
}

/// Files as a preview shows them.
fn shown(site: &Site, paths: &[String]) -> BTreeMap<String, Vec<u8>> {
    let seen = Live::open(site.path(), site.path().join("public"), false).look().expect("the files can be looked at");
    let still = seen.still.unwrap_or_else(|| panic!("{:#?}", seen.problems));
    let file = |path: &String| Some((path.clone(), still.file(path).expect("it is made")?));
    paths.iter().filter_map(file).collect()
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

/// What leaves a page: a line of it that speaks of a sample has to say so itself.
fn is_marked(path: &str, line: &str, whole: &str) -> bool {
    match path.rsplit('.').next() {
        // The column stands last.
        Some("csv") => line.ends_with(",true"),
        Some("json") => line.contains("\"sample\":\"true\"") || whole.contains("\"title\": \"MẪU: "),
        // An entry of a feed is not a line; its title is.
        Some("xml") => whole.contains("<title>MẪU: "),
        Some("js") => line.contains("MẪU: "),
        Some("txt") => whole.starts_with("MẪU") || whole.starts_with("MAU: "),
        _ => true,
    }
}

#[test]
fn what_leaves_a_page_of_a_preview_says_of_a_sample_that_it_is_one() {
    let with_all = || {
        let site = site();
        site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"\nkit = true");
        site
    };
    let sound = with_all();
    sound.run(&["build"]).ended(0);
    let leaves = |path: &String| [".csv", ".json", ".xml", ".js", ".txt"].iter().any(|end| path.ends_with(end)) && path != "search.js";
    let paths: Vec<String> = sound.files("public").into_iter().map(|(path, _)| path).filter(leaves).collect();
    let texts = |site: &Site| -> BTreeMap<String, String> {
        shown(site, &paths).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("texts are UTF-8"))).collect()
    };
    let before = texts(&sound);
    for (path, text) in &before {
        assert_eq!(text.as_bytes(), std::fs::read(sound.path().join("public").join(path)).expect("it was built"), "{path}: a preview without samples");
        assert!(!text.contains("MẪU") && !text.contains("sample"), "{path}: nothing is a sample yet");
    }
    let (mut wrong, mut seen) = (String::new(), std::collections::BTreeSet::new());
    for (file, line, words) in MARKED {
        let site = with_all();
        mark(&site, file, line);
        let texts = texts(&site);
        for word in *words {
            for (path, text) in before.iter().filter(|(path, text)| text.contains(word) && !path.starts_with("sitemap")) {
                let now = &texts[path];
                seen.insert(path.rsplit('.').next().expect("it has an end"));
                let silent = now.lines().filter(|line| line.contains(word) && !is_marked(path, line, now));
                silent.for_each(|line| wrong.push_str(&format!("{file} is a sample, {path} says {word} and not that: {line}\n")));
                assert!(text.lines().count() <= now.lines().count(), "{path}");
            }
        }
        // An SMS has no accents, and its place is its area's.
        if file.starts_with("content/areas/muong-thu/") && !file.contains("works") {
            let sms = &texts["don-vi/muong-thu/2024/bo-thong-bao/tin-nhan.txt"];
            assert!(sms.starts_with("MAU: ") && sms.trim_end().len() <= 160, "{file}: {sms}");
            let kit = &pages(&site, &["don-vi/muong-thu/2024/bo-thong-bao/index.html".to_owned()])["don-vi/muong-thu/2024/bo-thong-bao/index.html"];
            assert!(kit.contains(">MẪU<"), "{file}: {kit}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["csv", "js", "json", "txt", "xml"]);
}

#[test]
fn a_shared_address_of_a_preview_says_of_a_sample_that_it_is_one() {
    let site = site();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    let paths = ["don-vi/muong-thu/index.html", "nhung/muong-thu/index.html", "don-vi/nam-nhun/index.html"].map(str::to_owned);
    let told = |text: &str, of: &str| {
        let page = page("a page", text);
        let metas = page.named("meta");
        metas.iter().find(|meta| meta.attribute("property") == Some(of)).and_then(|meta| meta.attribute("content")).map(str::to_owned)
    };
    let before = pages(&site, &paths);
    mark(&site, "content/areas/muong-thu/area.yaml", "sample: true\n");
    let now = pages(&site, &paths);
    for path in &paths[..2] {
        assert!(now[path].contains("<title>MẪU: ") && !before[path].contains("MẪU"), "{path}: {}", now[path]);
    }
    let (page, sound) = (&now[&paths[0]], &before[&paths[0]]);
    assert_eq!(told(page, "og:title").as_deref(), Some("MẪU: Huyện Mường Thử"));
    assert!(told(page, "og:image:alt").is_some_and(|words| words.starts_with("MẪU: ")), "the card says it: {page}");
    assert_ne!(told(page, "og:image"), told(sound, "og:image"), "and is another");
    assert!(page.contains("\"name\":\"MẪU: Huyện Mường Thử\""), "so do the words for search engines: {page}");
    assert!(!now[&paths[2]].contains("<title>MẪU"), "{}", now[&paths[2]]);
}
