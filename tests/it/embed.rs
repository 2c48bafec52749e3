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

/// The small site with four districts in one programme: three of them told of for one day, one for another.
fn side_by_side() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    for (id, name, day, disbursed, actual) in
        [("a", "A Thử", "2024-03-31", "200", "9"), ("b", "B Thử", "2024-03-31", "900", "2"), ("c", "C Thử", "2024-02-29", "1.000", "10")]
    {
        site.write(&format!("content/areas/{id}/area.yaml"), format!("name: {name}\nkind: district\n"));
        let plan = site.read("content/areas/nam-nhun/2024/plan.yaml").replace("2.487", "1.000");
        site.write(&format!("content/areas/{id}/2024/plan.yaml"), plan);
        site.write(
            &format!("content/areas/{id}/2024/results.yaml"),
            format!(
                "year: 2024\nmoney_unit: triệu đồng\nsnapshots:\n  - as_of: {day}\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: {disbursed}\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: {actual}\n"
            ),
        );
    }
    site
}

fn rows(page: &Element) -> Vec<String> {
    let names = page.named("tbody").into_iter().flat_map(|body| body.named("th").into_iter().map(Element::words).collect::<Vec<_>>());
    names.map(|name| name.trim().to_owned()).collect()
}

#[test]
fn an_indicator_and_a_programme_are_framed_for_one_day_and_one_level() {
    let site = side_by_side();
    site.run(&["build", "--strict"]).ended(0);
    let indicator = read(&site, "nhung/chi-tieu/xa-dat-chuan/index.html");
    // 9, 4 and 2 of 10; who told for another day is left out.
    assert_eq!(rows(&indicator), ["A Thử", "Nậm Nhùn", "B Thử"]);
    let words = indicator.words();
    for said in ["Số xã đạt chuẩn", "Tính đến 31/03/2024: từ 2 xã (B Thử) đến 9 xã (A Thử), ở 3 đơn vị.", "3 trong 4 đơn vị cùng cấp", "Nguồn: Bài một"]
    {
        assert!(words.contains(said), "{said} in {words}");
    }
    let programme = read(&site, "nhung/chuong-trinh/ntm/index.html");
    assert_eq!(rows(&programme), ["B Thử", "Nậm Nhùn", "A Thử"]);
    let words = programme.words();
    assert!(!words.contains(".."), "{words}");
    for said in ["Tính đến 31/03/2024, giải ngân: từ 20,0% (A Thử) đến 90,0% (B Thử), ở 3 đơn vị.", "3 trong 4 đơn vị cùng cấp", "đơn vị có số liệu"]
    {
        assert!(words.contains(said), "{said} in {words}");
    }
    let figures = |page: &Element| page.named("dl").into_iter().find(|list| list.attribute("class") == Some("key-figures")).map(Element::words);
    assert_eq!(figures(&programme), figures(&read(&site, "chuong-trinh/ntm/index.html")));
    assert!(figures(&programme).is_some());
    for (framed, dir) in [(&indicator, "chi-tieu/xa-dat-chuan/"), (&programme, "chuong-trinh/ntm/")] {
        let address = format!("{ADDRESS}{dir}");
        assert_eq!(linked(framed, "canonical", ""), Some(address.as_str()));
        assert_eq!(framed.named("base")[0].attribute("target"), Some("_top"));
        let way = format!("../../../{dir}");
        assert!(framed.named("a").iter().filter_map(|link| link.attribute("href")).any(|href| href == way), "{way}");
        // The page tells people and programs the same line.
        let whole = read(&site, &format!("{dir}index.html"));
        let at = linked(&whole, "alternate", "application/json+oembed").expect("the page names its oEmbed");
        let told: serde_json::Value =
            serde_json::from_str(&site.read(&format!("public/{}", at.strip_prefix(ADDRESS).expect("an address of the site")))).expect("it is JSON");
        let shown = whole.named("code").iter().map(|code| code.words().trim().to_owned()).find(|words| words.starts_with("<iframe"));
        assert_eq!(shown.as_deref(), told["html"].as_str());
        assert!(shown.is_some_and(|line| line.contains(&format!("{ADDRESS}nhung/{dir}"))));
    }
    assert!(!site.read("public/sitemap.xml").contains("nhung"));
}

#[test]
fn what_has_no_room_in_a_frame_is_cut_and_counted() {
    let site = side_by_side();
    for id in ["d", "e", "f"] {
        for file in ["area.yaml", "2024/plan.yaml", "2024/results.yaml"] {
            let text = site.read(&format!("content/areas/b/{file}")).replace("B Thử", &format!("{} Thử", id.to_uppercase()));
            site.write(&format!("content/areas/{id}/{file}"), text);
        }
    }
    site.run(&["build"]).ended(0);
    for dir in ["chi-tieu/xa-dat-chuan", "chuong-trinh/ntm"] {
        let framed = read(&site, &format!("nhung/{dir}/index.html"));
        assert_eq!(rows(&framed).len(), 5, "{dir}");
        let words = framed.words();
        assert!(words.contains("6 trong 7 đơn vị cùng cấp") && words.contains("Ở đây có 5 trong 6 đơn vị"), "{dir}: {words}");
        // The answer is of all of them, shown or not.
        assert!(words.contains("ở 6 đơn vị"), "{dir}: {words}");
    }
}

#[test]
fn a_page_with_room_for_sixty_rows_says_that_there_are_more() {
    let site = side_by_side();
    for at in 0..60 {
        for file in ["area.yaml", "2024/plan.yaml", "2024/results.yaml"] {
            let text = site.read(&format!("content/areas/b/{file}")).replace("B Thử", &format!("Thử {at}"));
            site.write(&format!("content/areas/m{at}/{file}"), text);
        }
    }
    site.run(&["build"]).ended(0);
    for dir in ["chi-tieu/xa-dat-chuan", "chuong-trinh/ntm", "chuong-trinh", "don-vi"] {
        let page = read(&site, &format!("{dir}/index.html"));
        let captions: Vec<String> =
            page.named("table").iter().filter(|table| table.named("tr").len() == 61).map(|table| table.named("caption")[0].words()).collect();
        assert_eq!(captions.len(), 1, "{dir} has one table of sixty rows and a head");
        assert!(captions[0].contains("Ở đây có 60 dòng đầu trong 6"), "{dir}: {}", captions[0]);
        assert!(captions[0].ends_with("đủ cả trong tệp số liệu."), "{dir}: {}", captions[0]);
    }
}

#[test]
fn one_id_for_a_place_an_indicator_and_a_programme_gives_three_frames() {
    let site = side_by_side();
    for file in ["area.yaml", "2024/plan.yaml", "2024/results.yaml"] {
        let text = site.read(&format!("content/areas/a/{file}"));
        site.remove(&format!("content/areas/a/{file}"));
        site.write(&format!("content/areas/ntm/{file}"), text);
    }
    // A place may even be called as the folder of the others.
    site.write("content/areas/chi-tieu/area.yaml", "name: Chỉ Tiêu\nkind: district\n");
    site.write("content/areas/chi-tieu/2024/plan.yaml", site.read("content/areas/b/2024/plan.yaml"));
    site.run(&["build"]).ended(0);
    for (path, title) in [("nhung/ntm/", "A Thử"), ("nhung/chuong-trinh/ntm/", "Chương trình thử"), ("nhung/chi-tieu/", "Chỉ Tiêu")] {
        assert!(read(&site, &format!("{path}index.html")).named("h1")[0].words().contains(title), "{path}");
        assert!(site.path().join(format!("public/{path}oembed.json")).exists(), "{path}");
    }
}
