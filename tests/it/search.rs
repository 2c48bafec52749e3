//! Search without a server: what the index and the list from A to Z hold, how light they are, and what stays words.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::folder::{age, same_files};
use crate::page::page;
use crate::site::{Built, Site};

/// Most bytes of index, as a host sends them, for each page of a site; and most bytes of the script that searches.
const INDEX_A_PAGE: usize = 30;
const SCRIPT: usize = 3 * 1024;

fn packed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    std::io::Write::write_all(&mut encoder, bytes).expect("memory takes bytes");
    encoder.finish().expect("memory takes bytes").len()
}

fn is_index(path: &str) -> bool {
    ["tim/", "en/search/"].iter().any(|dir| path.strip_prefix(dir).is_some_and(|name| name.ends_with(".js")))
}

/// What a file of the index hands to the page: its number, its groups, and of the first one what it says of the others.
fn call(text: &str) -> Vec<Value> {
    let inside = text.trim_end().strip_prefix("minhbach(").and_then(|t| t.strip_suffix(')')).unwrap_or_else(|| panic!("one call, and nothing else: {text}"));
    serde_json::from_str(&format!("[{inside}]")).unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// Every entry of an index: label, address from the site's root, title, detail, summary.
fn entries(files: &[(String, Vec<u8>)], dir: &str) -> Vec<[String; 5]> {
    let mut all = Vec::new();
    for (_, bytes) in files.iter().filter(|(path, _)| path.starts_with(dir) && is_index(path)) {
        for group in call(std::str::from_utf8(bytes).expect("an index is UTF-8"))[1].as_array().expect("groups") {
            let word = |at: usize| group[at].as_str().expect("a word").to_owned();
            let texts: Vec<&str> = group[3].as_array().expect("texts").iter().filter_map(Value::as_str).collect();
            for four in texts.chunks(4) {
                let up = dir.matches('/').count();
                let base = word(2);
                let climbs = base.matches("../").count();
                let kept: String = dir.split_inclusive('/').take(up - climbs).collect();
                let address = format!("{kept}{}{}/", base.trim_start_matches("../"), four[1]);
                all.push([word(1), address, four[0].to_owned(), four[2].to_owned(), four[3].to_owned()]);
            }
        }
    }
    all
}

#[test]
fn the_index_is_light_and_so_is_the_script() {
    let files = Built::repository().files();
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html")).count();
    let index: usize = files.iter().filter(|(path, _)| is_index(path)).map(|(_, bytes)| packed(bytes)).sum();
    assert!(index <= INDEX_A_PAGE * pages, "{index} bytes of index for {pages} pages");
    let script = files.iter().find(|(path, _)| path == "search.js").map(|(_, bytes)| packed(bytes)).expect("the script is published");
    assert!(script <= SCRIPT, "{script} bytes of script");
}

#[test]
fn everything_that_has_a_page_is_in_the_index_and_in_the_list() {
    let site = Built::repository();
    let files = site.files();
    let there: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    for (dir, folders) in [
        ("tim/", ["don-vi/", "chuong-trinh/", "chi-tieu/", "tin/", "van-ban/"]),
        ("en/search/", ["en/areas/", "en/programmes/", "en/indicators/", "en/reports/", "en/documents/"]),
    ] {
        let entries = entries(&files, dir);
        let listed = page(dir, &site.text(&format!("{dir}index.html")));
        let links: BTreeSet<String> = listed
            .named("section")
            .iter()
            .filter(|s| s.attribute("class") == Some("letters"))
            .flat_map(|s| s.named("a"))
            .filter_map(|a| a.attribute("href").map(str::to_owned))
            .collect();
        let up = "../".repeat(dir.matches('/').count());
        for entry in &entries {
            let file = format!("{}index.html", entry[1]);
            assert!(there.contains(file.as_str()), "{entry:?} leads nowhere");
            let way = if dir == "tim/" { format!("{up}{file}") } else { format!("../{}", file.trim_start_matches("en/")) };
            assert!(links.contains(&way), "{entry:?} is not in the list ({way})");
        }
        for folder in folders {
            assert!(entries.iter().any(|entry| entry[1].starts_with(folder)), "nothing of {folder} can be found");
        }
        assert_eq!(links.len(), entries.len(), "the list and the index of {dir} know the same things");
    }
    let found = entries(&files, "tim/");
    let sop_cop = found.iter().find(|entry| entry[1] == "don-vi/sop-cop/").expect("the place is there");
    assert_eq!(sop_cop[..4], ["Huyện", "don-vi/sop-cop/", "Sốp Cộp", "Sơn La · 2023"]);
}

#[test]
fn only_the_page_that_searches_has_a_script_and_it_loads_nothing_else() {
    let site = Built::repository();
    for (path, read) in site.pages() {
        let scripts: Vec<_> = read.named("script").into_iter().filter_map(|s| s.attribute("src")).collect();
        match path.as_str() {
            "tim/index.html" => assert_eq!(scripts, ["../search.js"]),
            "en/search/index.html" => assert_eq!(scripts, ["../../search.js"]),
            _ => assert!(scripts.is_empty(), "{path}: {scripts:?}"),
        }
    }
    let lost = site.text("404.html");
    assert!(lost.contains("https://minhbach.example/tim/"), "a lost reader can search");
}

/// A site with so many districts, named in the order of the alphabet.
fn with_areas(names: &[&str]) -> Site {
    let site = Site::small();
    for (at, name) in names.iter().enumerate() {
        site.write(&format!("content/areas/noi-{at}/area.yaml"), format!("name: {}\nkind: district\n", Value::from(*name)));
    }
    site
}

#[test]
fn names_stand_in_vietnamese_order_under_vietnamese_letters() {
    let site = with_areas(&["Yên Châu", "Đắk Lắk", "Dầu Tiếng", "Ân Thi", "An Biên", "Ứng Hòa", "U Minh", "Sơn La", "Sốp Cộp"]);
    site.run(&["build"]).ended(0);
    let list = page("tim", &site.read("public/tim/index.html"));
    let letters: Vec<String> =
        list.named("section").iter().filter(|s| s.attribute("class") == Some("letters")).flat_map(|s| s.named("h2")).map(|h| h.words()).collect();
    let ours = |letter: &&String| ["A", "Â", "D", "Đ", "S", "U", "Ư", "Y"].contains(&letter.as_str());
    assert_eq!(letters.iter().filter(ours).collect::<Vec<_>>(), ["A", "Â", "D", "Đ", "S", "U", "Ư", "Y"], "{letters:?}");
    let names: Vec<String> = list.named("section").iter().flat_map(|s| s.named("a")).map(|a| a.words()).collect();
    let at = |name: &str| names.iter().position(|n| n == name).unwrap_or_else(|| panic!("{name} is listed in {names:?}"));
    assert!(at("Sốp Cộp") < at("Sơn La") && at("Dầu Tiếng") < at("Đắk Lắk") && at("An Biên") < at("Ân Thi"), "{names:?}");
}

#[test]
fn a_long_list_has_a_page_for_each_letter_and_no_page_is_too_long() {
    let names: Vec<String> = (0..200).map(|at| format!("Nậm {at}")).chain((0..20).map(|at| format!("Đăk {at}"))).collect();
    let site = with_areas(&names.iter().map(String::as_str).collect::<Vec<_>>());
    site.run(&["build"]).ended(0);
    let lines = |path: &str| page(path, &site.read(&format!("public/{path}"))).named("section").iter().flat_map(|s| s.named("li")).count();
    assert_eq!(lines("tim/index.html"), 0, "the first page has the box and the letters");
    assert_eq!(lines("tim/dd/index.html"), 21, "the places and the page of corrections, Đính chính");
    let n = (lines("tim/n/index.html"), lines("tim/n/trang-2/index.html"));
    assert!(n.0 == 150 && n.1 >= 50, "{n:?}");
    assert!(!site.read("public/tim/n/index.html").contains("search.js"), "a letter needs no script");
}

#[test]
fn hostile_names_stay_words() {
    let name = "</script><img src=x onerror=alert(1)>\u{2028}\" + alert(2) + \"";
    let site = with_areas(&[name]);
    site.run(&["build"]).ended(0);
    let index = site.read("public/tim/0.js");
    assert!(!index.contains('<') && !index.contains('\u{2028}'), "{index}");
    assert!(entries(&site.files("public"), "tim/").iter().any(|entry| entry[2].contains("onerror=alert(1)>")), "and is still found by its name");
    assert!(!site.read("public/tim/index.html").contains("<img"));
}

#[test]
fn a_new_title_changes_its_own_file_and_a_new_text_none() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let index = |site: &Site| site.files("public").into_iter().filter(|(path, _)| is_index(path)).collect::<Vec<_>>();
    let before = index(&site);
    assert_eq!(before.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["tim/0.js", "tim/r0.js"]);
    site.replace("content/reports/2024/bai-mot.md", "Vốn quý I", "Toàn bộ vốn quý I");
    age(&site.path().join("content"));
    site.run(&["build"]).ended(0);
    assert!(index(&site) == before, "the text of a report is not in the index");
    site.replace("content/reports/2024/bai-mot.md", "title: Bài một", "title: Bài hai");
    site.run(&["build"]).ended(0);
    let after = index(&site);
    assert!(after[0] == before[0] && after[1] != before[1], "only the file of the report is another");
    site.run(&["build", "--out", "clean", "--fresh"]).ended(0);
    same_files(&site.files("clean"), &site.files("public"));
}

#[test]
fn a_large_site_says_which_word_stands_in_which_file() {
    let names: Vec<String> = (0..1100).map(|at| format!("Bản {at}{}", if at == 1050 { " Sốp Cộp" } else { "" })).collect();
    let site = with_areas(&names.iter().map(String::as_str).collect::<Vec<_>>());
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nminify = \"off\"");
    site.run(&["build"]).ended(0);
    let first = call(&site.read("public/tim/0.js"));
    assert_eq!(first[2][1], serde_json::json!([5, 1]));
    let words: Vec<&str> = first[2][2].as_str().expect("a directory").split(' ').collect();
    let files = words.chunks(2).find(|pair| pair[0] == "cop").expect("the word is known")[1].as_bytes()[0] - b'#';
    assert!(site.read(&format!("public/tim/{files}.js")).contains("Sốp Cộp"));
}
