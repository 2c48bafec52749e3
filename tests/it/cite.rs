//! Sentences to cite by: complete, true of the page they stand on, and leading to what they name.

use super::page::{Element, page};
use super::site::{Built, Site};

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const PERIOD: &str = "don-vi/nam-nhun/2024/index.html";

fn read(site: &Site, path: &str) -> Element {
    page(path, &site.read(&format!("public/{path}")))
}

/// The sentences of a page.
fn cited(page: &Element) -> Vec<String> {
    let sentences = page.all().into_iter().filter(|element| element.attribute("class") == Some("cite"));
    sentences.map(|element| element.words().trim().to_owned()).collect()
}

/// The sentence of a figure.
fn of(page: &Element, anchor: &str) -> String {
    let passport = page.named("article").into_iter().find(|passport| passport.attribute("id") == Some(anchor)).expect("the figure has its passport");
    cited(passport).pop().expect("it has its sentence")
}

#[test]
fn every_passport_ends_with_a_sentence_whose_address_leads_to_it() {
    let site = Built::repository();
    for path in [PERIOD, "en/areas/nam-nhun/2024/index.html"] {
        let read = site.page(path);
        let passports: Vec<&Element> = read.named("article").into_iter().filter(|article| article.attribute("class") == Some("passport")).collect();
        assert!(passports.len() > 20, "{path}");
        for passport in passports {
            let sentence = cited(passport).pop().expect("it has its sentence");
            let title = passport.named("h3")[0].words();
            let (said, address) = sentence.rsplit_once(", https://minhbach.example/").expect("it ends with its address");
            assert!(said.contains(&format!("“{}”: ", title.trim())), "{sentence}");
            let (folder, anchor) = address.split_once('#').expect("the address has an anchor");
            assert_eq!(format!("{folder}index.html"), path);
            assert!(passport.attribute("id") == Some(anchor) || passport.by_id(anchor).is_some(), "{sentence}");
        }
    }
}

#[test]
fn a_release_is_named_only_where_it_says_the_same() {
    let site = Site::small();
    site.write("content/documents/quy-2.yaml", "title: Báo cáo quý II\n");
    site.run(&["build"]).ended(0);
    let sentence = || of(&read(&site, PERIOD), "xa-dat-chuan/actual");
    let said = "Nhóm thử, “Thực hiện: Số xã đạt chuẩn; huyện Nậm Nhùn, năm 2024”: ";
    assert_eq!(sentence(), format!("{said}4 xã, tính đến 31/03/2024, /don-vi/nam-nhun/2024/#xa-dat-chuan/actual@2024-03-31"));
    site.run(&["release", "q1", "--date", "2024-04-05"]).ended(0);
    site.run(&["build"]).ended(0);
    assert_eq!(sentence(), format!("{said}4 xã, tính đến 31/03/2024, bản phát hành q1, /don-vi/nam-nhun/2024/#xa-dat-chuan/actual@2024-03-31"));
    let place = || cited(&read(&site, "don-vi/nam-nhun/index.html"));
    assert_eq!(place(), ["Nhóm thử, “Huyện Nậm Nhùn”, số liệu đến 31/03/2024, bản phát hành q1, /don-vi/nam-nhun/"]);
    // What was put right since is no longer what the release says.
    site.replace(RESULTS, "actual: 4", "actual: 5");
    let correction = "corrections:\n  - figure: nam-nhun/2024/xa-dat-chuan/actual@2024-03-31\n    release: q1\n    before: 4\n    after: 5\n    why: Gõ nhầm\n    date: 2024-06-01\n";
    site.write("content/corrections.yaml", correction);
    site.run(&["build"]).ended(0);
    assert_eq!(sentence(), format!("{said}5 xã, tính đến 31/03/2024, /don-vi/nam-nhun/2024/#xa-dat-chuan/actual@2024-03-31"));
    assert_eq!(place(), ["Nhóm thử, “Huyện Nậm Nhùn”, số liệu đến 31/03/2024, /don-vi/nam-nhun/"]);
    assert!(of(&read(&site, PERIOD), "ntm/investment/disbursed").contains("bản phát hành q1"), "the others stand in it");
}

#[test]
fn an_estimate_is_cited_as_one() {
    let site = Site::small();
    site.replace(RESULTS, "actual: 4", "actual: ước 4");
    site.run(&["build"]).ended(0);
    let sentence = of(&read(&site, PERIOD), "xa-dat-chuan/actual");
    assert!(sentence.contains("”: ước 4 xã, tính đến"), "{sentence}");
}

#[test]
fn a_page_of_very_many_figures_is_cited_as_a_whole() {
    let site = Site::small();
    let with = |count: usize| {
        let site = Site::small();
        let indicators: String = (1..=count).map(|n| format!("  - id: viec-{n}\n    name: Việc thứ {n}\n    unit: hộ\n    kind: increase\n")).collect();
        site.write("content/programmes/ntm.yaml", site.read("content/programmes/ntm.yaml") + &indicators);
        let results: String = (1..=count).map(|n| format!("      - indicator: viec-{n}\n        actual: {n}\n")).collect();
        site.write(RESULTS, site.read(RESULTS) + &results);
        site.run(&["build"]).ended(0);
        cited(&read(&site, PERIOD))
    };
    site.run(&["build"]).ended(0);
    let own = cited(&read(&site, PERIOD)).len();
    assert_eq!(with(40 - own).len(), 40, "each of forty has its own");
    assert_eq!(with(41 - own), ["Nhóm thử, “Huyện Nậm Nhùn, năm 2024”, số liệu đến 31/03/2024, /don-vi/nam-nhun/2024/"]);
}

#[test]
fn reports_and_data_are_cited_too() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    assert_eq!(cited(&read(&site, "tin/bai-mot/index.html")), ["Trang thử, “Bài một”, 02/04/2024, /tin/bai-mot/"]);
    assert_eq!(cited(&read(&site, "so-lieu/index.html")), ["Nhóm thử, “Số liệu”, số liệu đến 31/03/2024, /so-lieu/"]);
}
