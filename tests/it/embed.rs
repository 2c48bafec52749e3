//! Pages that other sites frame: small, with the numbers of the page they stand for, and a way out of the frame.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::page::{Element, page};
use super::site::Site;

const ADDRESS: &str = "https://minhbach.example/";

fn built() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    site.run(&["build", "--strict"]).ended(0);
    site
}

fn read(site: &Site, path: &str) -> Element {
    page(path, &site.read(&format!("public/{path}")))
}

fn linked<'e>(page: &'e Element, rel: &str, kind: &str) -> Option<&'e str> {
    let fits = |link: &&Element| link.attribute("rel") == Some(rel) && link.attribute("type").unwrap_or("") == kind;
    page.named("link").into_iter().find(fits).and_then(|link| link.attribute("href"))
}

#[test]
fn a_framed_page_says_what_the_page_of_the_place_begins_with_and_leads_out_of_the_frame() {
    let site = built();
    let framed = read(&site, "nhung/nam-nhun/index.html");
    let whole = read(&site, "don-vi/nam-nhun/index.html");
    let figures = |page: &Element| page.named("dl").into_iter().find(|list| list.attribute("class") == Some("key-figures")).expect("there are figures").words();
    assert_eq!(figures(&framed), figures(&whole));
    let words = framed.words();
    for said in ["Huyện Nậm Nhùn", "31,4%", "780 triệu đồng", "Tính đến 31/03/2024", "Nguồn: Bài một", "Xem đủ số liệu và nguồn: Trang thử"]
    {
        assert!(words.contains(said), "{said} in {words}");
    }
    assert!(framed.named("nav").is_empty() && framed.named("footer").is_empty() && framed.named("header").is_empty());
    assert_eq!(framed.named("base")[0].attribute("target"), Some("_top"));
    assert_eq!(linked(&framed, "canonical", ""), Some("https://minhbach.example/don-vi/nam-nhun/"));
    let robots = framed.named("meta").iter().any(|meta| meta.attribute("name") == Some("robots") && meta.attribute("content") == Some("noindex"));
    assert!(robots && !site.read("public/sitemap.xml").contains("nhung"));
    let links: Vec<&str> = framed.named("a").iter().filter_map(|link| link.attribute("href")).collect();
    assert!(links.iter().all(|href| href.starts_with("../../")) && links.contains(&"../../don-vi/nam-nhun/"), "{links:?}");
}

#[test]
fn a_page_tells_how_it_is_framed_to_people_and_to_programs() {
    let site = built();
    let whole = read(&site, "don-vi/nam-nhun/index.html");
    let at = linked(&whole, "alternate", "application/json+oembed").expect("the page names its oEmbed");
    let told: serde_json::Value =
        serde_json::from_str(&site.read(&format!("public/{}", at.strip_prefix(ADDRESS).expect("an address of the site")))).expect("it is JSON");
    let line = told["html"].as_str().expect("it has its line");
    assert_eq!((&told["version"], &told["type"], &told["title"]), (&"1.0".into(), &"rich".into(), &"Huyện Nậm Nhùn".into()));
    let frame = page("line", line);
    let frame = &frame.named("iframe")[0];
    assert_eq!(frame.attribute("src"), Some("https://minhbach.example/nhung/nam-nhun/"));
    for (name, value) in [("width", &told["width"]), ("height", &told["height"])] {
        assert_eq!(frame.attribute(name), Some(value.to_string().as_str()));
    }
    let shown = whole.named("code").iter().map(|code| code.words().trim().to_owned()).find(|words| words.starts_with("<iframe"));
    assert_eq!(shown.as_deref(), Some(line), "what people copy is what programs get");
}

#[test]
fn without_an_address_there_is_nothing_to_frame() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    assert!(!site.path().join("public/nhung").exists());
    let whole = site.read("public/don-vi/nam-nhun/index.html");
    assert!(!whole.contains("iframe") && !whole.contains("oembed"), "{whole}");
}

#[test]
fn every_framed_page_of_this_site_is_small() {
    let site = Site::repository();
    site.run(&["build"]).ended(0);
    let mut seen = 0;
    for (path, bytes) in site.files("public") {
        if (path.starts_with("nhung/") || path.starts_with("en/embed/")) && path.ends_with(".html") {
            let mut packer = GzEncoder::new(Vec::new(), Compression::new(6));
            packer.write_all(&bytes).expect("memory has room");
            let packed = packer.finish().expect("memory has room").len();
            assert!(packed <= 6_000, "{path} weighs {packed} bytes");
            assert!(page(&path, std::str::from_utf8(&bytes).expect("pages are UTF-8")).named("dt").len() <= 4, "{path}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}
