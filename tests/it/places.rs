//! What pages of places compare, draw and print: one level, one day, one sheet of paper.

use crate::page::{Element, page};
use crate::site::Site;

/// The small site with a second and a third district, whose figures hold for other days, in two years.
fn three_districts(day_of_second: &str) -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nminify = \"off\"");
    for (id, name, assigned, disbursed, day) in
        [("sop-cop", "Sốp Cộp", "1.000", "900", day_of_second), ("dak-r-lap", "Đắk R’lấp", "2.000", "200", "2024-06-30")]
    {
        let (folder, year) = (format!("content/areas/{id}"), "2024");
        site.write(&format!("{folder}/area.yaml"), format!("name: {name}\nkind: district\n"));
        site.write(&format!("{folder}/{year}/plan.yaml"), plan(year, assigned));
        site.write(&format!("{folder}/{year}/results.yaml"), results(year, day, disbursed));
    }
    site
}

fn plan(year: &str, assigned: &str) -> String {
    format!("year: {year}\nmoney_unit: triệu đồng\nsource: bai-mot\nbudget:\n  - programme: ntm\n    capital: investment\n    assigned: {assigned}\n")
}

fn results(year: &str, day: &str, disbursed: &str) -> String {
    format!(
        "year: {year}\nmoney_unit: triệu đồng\nsnapshots:\n  - as_of: {day}\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: {disbursed}\n"
    )
}

fn built(site: &Site, path: &str) -> Element {
    site.run(&["build"]).ended(0);
    page(path, &site.read(&format!("public/{path}")))
}

/// The heading cells of the table of comparison, in their order.
fn compared(page: &Element) -> Vec<String> {
    let boxes = page.named("div").into_iter().filter(|e| e.attribute("id").is_some_and(|id| id.starts_with("so-sanh")));
    let tables: Vec<&Element> = boxes.flat_map(|e| e.named("tbody")).collect();
    tables.iter().flat_map(|body| body.named("th")).map(|th| th.words().trim().to_owned()).collect()
}

#[test]
fn places_are_compared_only_where_their_days_are_one() {
    let site = three_districts("2024-03-31");
    for path in ["don-vi/index.html", "ky/2024/index.html"] {
        let page = built(&site, path);
        // The highest rate first; the district with another day is left out and counted.
        assert_eq!(compared(&page), ["Sốp Cộp", "Nậm Nhùn"], "{path}");
        assert!(page.words().contains("2 trong 3 đơn vị cùng cấp có số của năm 2024, tính đến 31/03/2024"), "{path}: {}", page.words());
    }
    let apart = three_districts("2024-04-30");
    assert_eq!(compared(&built(&apart, "don-vi/index.html")), Vec::<String>::new());
    assert_eq!(compared(&built(&apart, "ky/2024/index.html")), Vec::<String>::new());
}

#[test]
fn places_of_two_levels_are_never_compared() {
    let site = three_districts("2024-03-31");
    site.write("site.toml", site.read("site.toml") + "\n[[area_kinds]]\nid = \"commune\"\nname = \"Xã\"\nplural = \"Các xã\"\nlevel = 2\n");
    site.replace("content/areas/sop-cop/area.yaml", "kind: district", "kind: commune");
    assert_eq!(compared(&built(&site, "don-vi/index.html")), Vec::<String>::new());
}

#[test]
fn the_first_page_answers_with_the_newest_number_of_one_place_and_its_day() {
    let site = three_districts("2024-03-31");
    let home = built(&site, "index.html");
    let words = home.words();
    assert!(words.contains("Mới nhất: tính đến 30/06/2024, huyện Đắk R’lấp đã giải ngân 200 triệu đồng trong 2.000 triệu đồng, đạt 10,0%."), "{words}");
    // A place that lies in another with money does not speak for the site.
    site.replace("content/areas/dak-r-lap/area.yaml", "kind: district", "kind: district\nparent: nam-nhun");
    let words = built(&site, "index.html").words();
    assert!(words.contains("tính đến 31/03/2024, huyện"), "{words}");
    assert!(!words.contains("huyện Đắk R’lấp đã giải ngân"), "{words}");
}

#[test]
fn a_line_is_drawn_over_single_years_and_its_numbers_stand_in_a_matrix() {
    let site = three_districts("2024-03-31");
    for (year, disbursed) in [("2022", "500"), ("2021", "250")] {
        site.write(&format!("content/areas/sop-cop/{year}/plan.yaml"), plan(year, "1.000"));
        site.write(&format!("content/areas/sop-cop/{year}/results.yaml"), results(year, &format!("{year}-12-31"), disbursed));
    }
    let page = built(&site, "don-vi/sop-cop/index.html");
    let section = page.all().into_iter().find(|e| e.attribute("id") == Some("cac-nam")).expect("the years are drawn");
    let title = section.named("title")[0].words();
    assert_eq!(title.trim(), "Nông thôn mới, Tỷ lệ giải ngân · Vốn đầu tư. 2021: 25,0%; 2022: 50,0%; đến 31/03/2024: 90,0%.");
    let lines: Vec<&str> = section.named("path").iter().filter_map(|p| p.attribute("d")).collect();
    // From 2022 to 2024 a year is not known: the line is broken there.
    assert!(lines.contains(&"M0 30L33.3 20M100 4"), "{lines:?}");
    let matrix = section.all().into_iter().find(|e| e.attribute("role") == Some("region")).expect("a matrix scrolls in a region");
    assert_eq!(matrix.attribute("tabindex"), Some("0"));
    let heads: Vec<String> = matrix.named("thead")[0].named("th").iter().map(|th| th.words().trim().to_owned()).collect();
    assert_eq!(heads, ["Nội dung", "2021", "2022", "2024"]);
    // One year draws nothing.
    assert!(!built(&site, "don-vi/nam-nhun/index.html").all().iter().any(|e| e.attribute("id") == Some("cac-nam")));
}

#[test]
fn tiles_stand_where_they_are_set_and_gaps_are_silent() {
    let site = three_districts("2024-03-31");
    for (id, row, column) in [("sop-cop", 3, 7), ("dak-r-lap", 4, 9)] {
        let file = format!("content/areas/{id}/area.yaml");
        site.write(&file, format!("{}tile:\n  row: {row}\n  column: {column}\n", site.read(&file)));
    }
    let home = built(&site, "index.html");
    let map = home.all().into_iter().find(|e| e.attribute("class") == Some("tile-map")).expect("two places make a map");
    let rows: Vec<Vec<String>> = map
        .named("ul")
        .iter()
        .map(|row| {
            row.named("li").iter().map(|cell| if cell.attribute("aria-hidden") == Some("true") { String::new() } else { cell.named("a")[0].words() }).collect()
        })
        .collect();
    assert_eq!(rows, [["Sốp Cộp", "", ""], ["", "", "Đắk R’lấp"]]);
    // The place without a tile stands below the map, once.
    let below = home.all().into_iter().find(|e| e.attribute("class") == Some("tiles")).expect("tiles below the map");
    assert_eq!(below.named("a").iter().map(|a| a.words()).collect::<Vec<_>>(), ["Nậm Nhùn"]);
}

#[test]
fn two_places_on_one_tile_are_told() {
    let site = three_districts("2024-03-31");
    for id in ["sop-cop", "dak-r-lap"] {
        let file = format!("content/areas/{id}/area.yaml");
        site.write(&file, format!("{}tile: {{ row: 1, column: 2 }}\n", site.read(&file)));
    }
    let said = site.run(&["check"]);
    assert!(said.err.contains("MB0312"), "{}{}", said.out, said.err);
}

#[test]
fn a_notice_holds_what_a_sheet_has_room_for_and_counts_the_rest() {
    let site = three_districts("2024-03-31");
    let indicators: String = (1..=12).map(|n| format!("  - id: chi-tieu-{n}\n    name: Chỉ tiêu thứ {n}\n    unit: hộ\n    kind: increase\n")).collect();
    site.write("content/programmes/ntm.yaml", site.read("content/programmes/ntm.yaml") + &indicators);
    let results: String = (1..=12).map(|n| format!("      - indicator: chi-tieu-{n}\n        actual: {n}\n")).collect();
    site.write("content/areas/nam-nhun/2024/results.yaml", site.read("content/areas/nam-nhun/2024/results.yaml") + &results);
    let notice = built(&site, "don-vi/nam-nhun/niem-yet/index.html");
    assert_eq!(notice.named("h1")[0].words().trim(), "Bảng niêm yết: Huyện Nậm Nhùn, năm 2024");
    let words = notice.words();
    assert!(words.contains("Tính đến 31/03/2024, huyện Nậm Nhùn đã giải ngân 780 triệu đồng trong 2.487 triệu đồng, đạt 31,4%."), "{words}");
    // Thirteen indicators, eight of them printed.
    assert!(words.contains("Còn 5 dòng không in ở đây."), "{words}");
    assert!(words.contains("/don-vi/nam-nhun/"), "{words}");
    // A place without figures has nothing to put up.
    site.write("content/areas/muong-nhe/area.yaml", "name: Mường Nhé\nkind: district\n");
    site.run(&["build"]).ended(0);
    assert!(!site.path().join("public/don-vi/muong-nhe/niem-yet").exists());
}

#[test]
fn a_report_behind_many_figures_names_the_pages_where_they_stand() {
    let site = three_districts("2024-06-30");
    let indicators =
        |range: std::ops::Range<usize>| range.map(|n| format!("  - id: so-{n}\n    name: Chỉ số {n}\n    unit: hộ\n    kind: increase\n")).collect::<String>();
    let targets = |range: std::ops::Range<usize>| range.map(|n| format!("  - indicator: so-{n}\n    target: {n}\n")).collect::<String>();
    site.replace("content/programmes/ntm.yaml", "indicators:\n", &format!("indicators:\n{}", indicators(1..62)));
    site.write("content/areas/sop-cop/2024/plan.yaml", format!("{}targets:\n{}", plan("2024", "1.000"), targets(1..50)));
    let few = built(&site, "tin/bai-mot/index.html");
    assert!(few.named("table").len() >= 3 && few.words().contains("Chỉ số 49"), "{}", few.words());
    site.write("content/areas/sop-cop/2024/plan.yaml", format!("{}targets:\n{}", plan("2024", "1.000"), targets(1..62)));
    let many = built(&site, "tin/bai-mot/index.html");
    assert!(many.named("table").is_empty());
    let lines: Vec<(String, String)> = many
        .named("a")
        .into_iter()
        .filter(|a| a.words().contains("dòng số liệu"))
        .map(|a| (a.words().trim().to_owned(), a.attribute("href").unwrap_or_default().to_owned()))
        .collect();
    assert_eq!(
        lines,
        [
            ("Đắk R’lấp, năm 2024: 1 dòng số liệu".to_owned(), "../../don-vi/dak-r-lap/2024/".to_owned()),
            ("Nậm Nhùn, năm 2024: 2 dòng số liệu".to_owned(), "../../don-vi/nam-nhun/2024/".to_owned()),
            ("Sốp Cộp, năm 2024: 62 dòng số liệu".to_owned(), "../../don-vi/sop-cop/2024/".to_owned()),
        ]
    );
}

#[test]
fn three_stages_of_one_line_are_drawn_over_one_another() {
    let site = three_districts("2024-03-31");
    site.replace("content/areas/sop-cop/2024/plan.yaml", "    assigned: 1.000\n", "    planned: 1.250\n    assigned: 1.000\n");
    let page = built(&site, "don-vi/sop-cop/index.html");
    let stages = page.all().into_iter().find(|e| e.attribute("class") == Some("stages")).expect("three stages are drawn");
    let bar = stages.named("svg")[0];
    let widths: Vec<&str> = bar.named("rect").iter().filter_map(|rect| rect.attribute("width")).collect();
    assert_eq!(widths, ["100", "80", "72"]);
    let said: Vec<String> = stages.named("dd").iter().map(|dd| dd.words().replace('\u{a0}', " ").trim().to_owned()).collect();
    assert_eq!(said, ["1.250 triệu đồng", "1.000 triệu đồng", "900 triệu đồng"]);
    // Two stages are told by the bar of the rate already.
    assert!(!built(&site, "don-vi/nam-nhun/index.html").all().iter().any(|e| e.attribute("class") == Some("stages")));
}

#[test]
fn a_recording_says_how_long_it_is_and_what_it_weighs() {
    let site = Site::small();
    let report = site.read("content/reports/2024/bai-mot.md");
    site.remove("content/reports/2024/bai-mot.md");
    let heard = "audio:\n  - file: nghe.opus\n    lang: hmv\n    minutes: 2\nsummaries:\n  - lang: ar\n    text: ملخص\n    audio: tom-tat.mp3\n";
    site.write("content/reports/2024/bai-mot/index.md", report.replacen("areas: [nam-nhun]", &format!("{heard}areas: [nam-nhun]"), 1));
    site.write("content/reports/2024/bai-mot/nghe.opus", vec![1; 239_001]).write("content/reports/2024/bai-mot/tom-tat.mp3", vec![1; 12]);
    let page = built(&site, "tin/bai-mot/index.html");
    let words: Vec<String> = page.all().into_iter().filter(|e| e.attribute("class") == Some("audio")).map(|e| e.named("span")[0].words()).collect();
    assert_eq!(words.iter().map(|w| w.trim()).collect::<Vec<_>>(), ["Nghe bài này nghe 2 phút · 240 KB", "Nghe bài này 1 KB"]);
    let arabic = page.named("p").into_iter().find(|p| p.attribute("lang") == Some("ar")).expect("the summary is there");
    assert_eq!(arabic.attribute("dir"), Some("rtl"));
    // Another recording under the same name is told of in the next build.
    site.write("content/reports/2024/bai-mot/nghe.opus", vec![2; 500_000]);
    let words = built(&site, "tin/bai-mot/index.html").words();
    assert!(words.contains("500 KB"), "{words}");
}

#[test]
fn a_plan_for_a_later_year_does_not_hide_what_is_behind() {
    let site = Site::small();
    site.replace("content/areas/nam-nhun/2024/results.yaml", "as_of: 2024-03-31", "as_of: 2024-12-31");
    site.write("content/areas/nam-nhun/2025/plan.yaml", "year: 2025\nsource: bai-mot\ntargets:\n  - indicator: xa-dat-chuan\n    target: 12\n");
    let area = built(&site, "don-vi/nam-nhun/index.html");
    let told = "Năm 2024, tính cả dòng vốn và chỉ tiêu: 0 mục đạt hoặc đúng tiến độ, 2 mục chậm, 0 mục chưa đánh giá được.";
    assert!(area.words().contains(told), "{}", area.words());
    // The count of the first page and its list of what is behind are of one and the same period.
    let home = page("index.html", &site.read("public/index.html")).words().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(home.contains("mục chậm 2") || home.contains("mục chậm2"), "{home}");
    assert!(home.contains("Nậm Nhùn năm 2024 · Vốn đầu tư"), "{home}");
}

#[test]
fn where_nothing_can_be_assessed_yet_no_count_says_nothing_is_behind() {
    let site = Site::small();
    site.remove("content/areas/nam-nhun/2024/results.yaml");
    let area = built(&site, "don-vi/nam-nhun/index.html").words();
    assert!(area.contains("Năm 2024, tính cả dòng vốn và chỉ tiêu: 2 mục, chưa mục nào đánh giá được."), "{area}");
    assert!(!area.contains("mục chậm"), "{area}");
}

#[test]
fn a_programme_counts_its_places_once_for_the_sentence_and_the_figures() {
    let site = three_districts("2024-03-31");
    // A fourth district has a target of the programme and no money.
    site.write("content/areas/tram-tau/area.yaml", "name: Trạm Tấu\nkind: district\n");
    site.write("content/areas/tram-tau/2024/plan.yaml", "year: 2024\nsource: bai-mot\ntargets:\n  - indicator: xa-dat-chuan\n    target: 2\n");
    let page = built(&site, "chuong-trinh/ntm/index.html").words().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("số liệu của 4 đơn vị trên trang này"), "{page}");
    assert!(page.contains("đơn vị có số liệu 4"), "{page}");
}

#[test]
fn a_work_says_in_one_sentence_what_is_built_and_what_is_paid() {
    let site = Site::small();
    let head = "name: Cầu bản Một\nprogramme: ntm\nstatus: implementation\nas_of: 2024-03-31\nsource: bai-mot\nmoney_unit: triệu đồng\n";
    let cases = [
        ("", "Đang thi công; tính đến 31/03/2024."),
        ("physical_progress: trên 65%\n", "Đang thi công; tính đến 31/03/2024: đã làm trên 65% khối lượng."),
        ("paid: 4.500\nplan: 14.900\n", "Đang thi công; tính đến 31/03/2024: đã thanh toán 4.500 triệu đồng trong 14.900 triệu đồng."),
        (
            "physical_progress: 0%\npaid: ước 4.500\nplan: không nêu\n",
            "Đang thi công; tính đến 31/03/2024: đã làm 0% khối lượng, đã thanh toán 4.500 triệu đồng (ước).",
        ),
        ("physical_progress: chưa có số liệu\npaid: không nêu\nplan: 14.900\n", "Đang thi công; tính đến 31/03/2024."),
    ];
    for (told, wanted) in cases {
        site.write("content/areas/nam-nhun/works/cau.yaml", format!("{head}{told}"));
        let page = built(&site, "cong-trinh/cau/index.html");
        let all = page.all();
        let summary = all.iter().find(|e| e.attribute("class").is_some_and(|class| class.contains("page-head__summary")));
        assert_eq!(summary.map(|e| e.words().trim().to_owned()).as_deref(), Some(wanted), "{told}");
    }
}
