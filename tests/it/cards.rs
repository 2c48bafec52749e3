//! Share cards: every page is shown by one, a card says what its page says, and a card that stays is not drawn again.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use super::page::page;
use super::site::Site;

const BASE: &str = "https://minhbach.example/";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const REPORT: &str = "content/reports/2024/bai-mot.md";

fn small() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    site
}

/// What a page says of itself to services that show shared links.
fn meta(site: &Site, path: &str) -> BTreeMap<String, String> {
    let read = page(path, &site.read(&format!("public/{path}")));
    let metas = read.named("meta");
    let told = metas.iter().filter_map(|meta| {
        let name = meta.attribute("property").or_else(|| meta.attribute("name"))?;
        Some((name.to_owned(), meta.attribute("content")?.to_owned()))
    });
    told.collect()
}

/// The file of the card a page is shown by.
fn card(site: &Site, path: &str) -> String {
    let told = meta(site, path);
    let file = told["og:image"].strip_prefix(BASE).unwrap_or_else(|| panic!("{path}: {told:?}")).to_owned();
    assert!(site.path().join("public").join(&file).is_file(), "{path}: {file}");
    file
}

fn cards(site: &Site) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let time = |path: &str| fs::metadata(site.path().join("public").join(path)).and_then(|m| m.modified()).expect("a time");
    site.files("public").into_iter().filter(|(path, _)| path.ends_with(".png")).map(|(path, bytes)| (path.clone(), (bytes, time(&path)))).collect()
}

#[test]
fn every_page_is_shown_by_a_card_that_says_what_it_says() {
    let site = small();
    site.run(&["build"]).ended(0);
    for (path, folder, said) in [
        ("index.html", "tep/ve-lai/chia-se-", "780 triệu đồng"),
        ("don-vi/nam-nhun/index.html", "tep/ve-lai/don-vi/nam-nhun/chia-se-", "780 triệu đồng"),
        ("don-vi/nam-nhun/2024/index.html", "tep/ve-lai/don-vi/nam-nhun/2024/chia-se-", "780 triệu đồng"),
        ("chuong-trinh/ntm/index.html", "tep/ve-lai/chuong-trinh/ntm/chia-se-", "Chương trình thử"),
        ("chi-tieu/xa-dat-chuan/index.html", "tep/ve-lai/chi-tieu/xa-dat-chuan/chia-se-", "Số xã đạt chuẩn"),
        ("tin/bai-mot/index.html", "tep/ve-lai/tin/bai-mot/chia-se-", "Bài một. Một câu mở đầu."),
        // A page without an answer of its own is shown by the card of the site.
        ("phuong-phap/index.html", "tep/ve-lai/chia-se-site-", "Trang thử"),
        ("tim/index.html", "tep/ve-lai/chia-se-site-", "Trang thử"),
    ] {
        let file = card(&site, path);
        let told = meta(&site, path);
        assert!(file.starts_with(folder) && file.len() == folder.len() + 12, "{path}: {file}");
        assert!(told["og:image:alt"].contains(said), "{path}: {told:?}");
        let size = (told["og:image:width"].as_str(), told["og:image:height"].as_str(), told["twitter:card"].as_str());
        assert_eq!(size, ("1200", "630", "summary_large_image"), "{path}");
        let bytes = fs::read(site.path().join("public").join(&file)).expect("a card");
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() <= 60_000, "{file}: {} bytes", bytes.len());
        assert_eq!(bytes[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "{file}: 1200 by 630");
    }
    assert!(!meta(&site, "404.html").contains_key("og:image"));
    let all = cards(&site);
    // What is framed in another page is not sent on by itself.
    let is_shared = |path: &str| path.ends_with(".html") && path != "404.html" && !path.starts_with("nhung/");
    let shown: std::collections::BTreeSet<String> =
        site.files("public").into_iter().filter(|(path, _)| is_shared(path)).map(|(path, _)| card(&site, &path)).collect();
    assert!(all.keys().eq(&shown), "{:?} but shown {shown:?}", all.keys());
}

#[test]
fn another_number_is_another_card_and_no_other_card_is_drawn() {
    let site = small();
    site.run(&["build"]).ended(0);
    let before = cards(&site);
    let (area, site_card, report) = (card(&site, "don-vi/nam-nhun/index.html"), card(&site, "tim/index.html"), card(&site, "tin/bai-mot/index.html"));
    let again = site.run(&["build"]).ended(0).out;
    assert!(again.contains("(0 files new or changed"), "{again}");
    assert_eq!(cards(&site), before);

    // Words of a report that its card does not say.
    site.write(REPORT, site.read(REPORT) + "\nMột câu nữa.\n");
    site.run(&["build"]).ended(0);
    assert_eq!(cards(&site), before);

    site.replace(RESULTS, "780", "781");
    site.run(&["build"]).ended(0);
    let after = cards(&site);
    let other = card(&site, "don-vi/nam-nhun/index.html");
    assert_ne!(area, other);
    assert!(!after.contains_key(&area), "the old card is gone");
    assert!(meta(&site, "don-vi/nam-nhun/index.html")["og:image:alt"].contains("781 triệu đồng"));
    for same in [site_card, report] {
        assert_eq!(after[&same], before[&same], "{same}");
    }

    let made = site.files("public");
    site.run(&["build", "--fresh"]).ended(0);
    crate::folder::same_files(&site.files("public"), &made);
}

#[test]
fn a_card_somebody_deleted_is_drawn_again() {
    let site = small();
    site.run(&["build"]).ended(0);
    let made = site.files("public");
    site.remove(&format!("public/{}", card(&site, "index.html"))).remove(&format!("public/{}", card(&site, "tim/index.html")));
    site.remove(&format!("public/{}", card(&site, "don-vi/nam-nhun/index.html")));
    site.run(&["build"]).ended(0);
    crate::folder::same_files(&made, &site.files("public"));
}

#[test]
fn a_title_whose_letters_cannot_be_drawn_is_shown_by_the_card_of_the_site() {
    let site = small();
    site.replace(REPORT, "title: Bài một", "title: Bài ꪼꪕ");
    site.run(&["build"]).ended(0);
    assert_eq!(card(&site, "tin/bai-mot/index.html"), card(&site, "tim/index.html"));
    let made = site.files("public");
    site.write(REPORT, site.read(REPORT) + "\nMột câu nữa.\n");
    site.run(&["build"]).ended(0);
    let cards = |files: &[(String, Vec<u8>)]| files.iter().filter(|(path, _)| path.ends_with(".png")).map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(cards(&made), cards(&site.files("public")));
    // Where not even the name of the site can be drawn, there is no card, and no address of one.
    site.replace("site.toml", "title = \"Trang thử\"", "title = \"ꪼꪕ\"");
    site.run(&["build"]).ended(0);
    assert!(!meta(&site, "tim/index.html").contains_key("og:image"));
}

#[test]
fn cards_are_left_out_without_an_address_or_when_nobody_wants_them() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    assert!(cards(&site).is_empty() && !meta(&site, "index.html").contains_key("og:image"));
    let site = small();
    site.run(&["build"]).ended(0);
    assert!(!cards(&site).is_empty());
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\ncards = false");
    site.run(&["build"]).ended(0);
    assert!(cards(&site).is_empty() && !meta(&site, "index.html").contains_key("og:image"));
}

#[test]
fn the_band_has_the_colour_of_the_theme() {
    let site = small();
    site.run(&["build"]).ended(0);
    let palette = |site: &Site| {
        let bytes = fs::read(site.path().join("public").join(card(site, "index.html"))).expect("a card");
        let at = bytes.windows(4).position(|four| four == b"PLTE").expect("a palette") + 4;
        bytes[at + 18..at + 21].to_vec()
    };
    assert_eq!(palette(&site), [0x7a, 0x1f, 0x1f]);
    let before = card(&site, "index.html");
    site.write("site.toml", site.read("site.toml") + "\n[colours]\nbrand = \"#123456\"\n");
    site.run(&["build"]).ended(0);
    assert_eq!(palette(&site), [0x12, 0x34, 0x56]);
    assert_ne!(card(&site, "index.html"), before);
}
