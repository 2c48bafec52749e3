//! Numbers in texts that are bound to figures: what the site prints is right, what is changed is wrong.

use crate::folder::same_files;
use crate::site::Site;

/// Addresses of all figures of a built site, from its table of data.
fn addresses(site: &Site) -> Vec<String> {
    let table = site.read("public/so-lieu/so-lieu.csv");
    let mut lines = table.lines();
    let head = lines.next().unwrap_or_default().trim_start_matches('\u{feff}');
    let column = head.split(',').position(|name| name == "address").unwrap_or_else(|| panic!("no addresses in {head}"));
    lines.filter_map(|line| line.split(',').nth(column)).filter(|address| !address.contains('~') && address.contains('/')).map(str::to_owned).collect()
}

/// A page of one link a line, with these words.
fn page(links: &[(String, String)]) -> String {
    let lines: Vec<String> = links.iter().map(|(words, address)| format!("- [{words}](figure:{address})\n")).collect();
    format!("---\ntitle: Tất cả\n---\n{}", lines.concat())
}

/// The words of each bound number of a page, in order.
fn words(html: &str) -> Vec<String> {
    let plain = |text: &str| text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    html.split("<li>").skip(1).filter_map(|item| item.split_once("class=")?.1.split_once('>')?.1.split_once("</a>")).map(|(words, _)| plain(words)).collect()
}

const VI: &str = "content/pages/tat-ca.md";
const EN: &str = "content/pages/tat-ca.en.md";

#[test]
fn every_number_the_site_prints_is_right_when_it_is_typed_and_wrong_when_a_digit_is_changed() {
    let site = Site::repository();
    site.replace("site.toml", "minify = \"full\"", "minify = \"off\"");
    site.run(&["build"]).ended(0);
    let addresses = addresses(&site);
    assert!(!addresses.is_empty());
    let empty: Vec<(String, String)> = addresses.iter().map(|address| (String::new(), address.clone())).collect();
    site.write(VI, page(&empty)).write(EN, page(&empty)).run(&["build"]).ended(0);
    let printed = |path: &str| -> Vec<(String, String)> {
        let html = site.read(path);
        let (_, article) = html.split_once("<h1").expect("a page has a heading");
        let words = words(article);
        assert_eq!(words.len(), addresses.len(), "{path}");
        words.into_iter().zip(addresses.iter().cloned()).collect()
    };
    let (vi, en) = (printed("public/tat-ca/index.html"), printed("public/en/tat-ca/index.html"));
    site.write(VI, page(&vi)).write(EN, page(&en));
    site.run(&["check"]).ended(0);

    for (file, told) in [(VI, &vi), (EN, &en)] {
        // Numbers without a qualifier; the first digit of each is changed.
        let changed: Vec<(String, String)> = told
            .iter()
            .filter(|(words, _)| words.len() < 40)
            .filter_map(|(words, address)| {
                let first = words.chars().next().filter(char::is_ascii_digit)?;
                let other = if first == '4' { '7' } else { '4' };
                Some((format!("{other}{}", &words[1..]), address.clone()))
            })
            .collect();
        assert!(!changed.is_empty());
        site.write(file, page(&changed));
        let said = site.run(&["check"]).ended(1);
        let told: usize = said.err.lines().filter(|line| line.starts_with("ERROR ")).count();
        let unseen: usize = said.err.lines().filter_map(|line| line.trim().strip_prefix("… and ")?.split(' ').next()?.parse::<usize>().ok()).sum();
        assert_eq!(told + unseen, changed.len(), "{file}: {}", said.err);
        site.write(file, page(told_of(file, &vi, &en)));
    }
}

fn told_of<'t>(file: &str, vi: &'t [(String, String)], en: &'t [(String, String)]) -> &'t [(String, String)] {
    if file == VI { vi } else { en }
}

const REPORT: &str = "---\ntitle: Đạt [31,4%](figure:ntm/investment/rate) <b>vốn</b>\nlead: Đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed) ở [Nậm Nhùn](area:nam-nhun) & <i>hết</i>.\npublished: 2024-04-05\nareas: [nam-nhun]\nsource:\n  name: Trang của huyện\n---\nĐã giải ngân [780](figure:ntm/investment/disbursed) triệu đồng, tức [](figure:ntm/investment/rate).\n\n![Vốn](table:budget)\n\n![](progress:ntm/investment)\n\n![Theo ngày](chart:ntm/investment/disbursed)\n";
const PATH: &str = "content/reports/2024/bai-hai.md";
const DATA: &str = "content/areas/nam-nhun/2024/results.yaml";

fn small() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nminify = \"off\"\nbase_url = \"https://x.vn/\"");
    site.write(PATH, REPORT);
    site
}

#[test]
fn a_title_and_a_lead_are_plain_words_everywhere_but_on_the_page_of_the_report() {
    let site = small();
    site.run(&["build"]).ended(0);
    // Packed dots of a picture may spell anything.
    for (path, bytes) in site.files("public").into_iter().filter(|(path, _)| !path.ends_with(".png")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("](") && !text.contains("figure:"), "{path}");
        assert!(!text.contains("<b>vốn") && !text.contains("<i>hết"), "{path}");
    }
    let page = site.read("public/tin/bai-hai/index.html");
    assert!(page.contains("<h1>Đạt 31,4% &lt;b&gt;vốn&lt;/b&gt;</h1>"), "{page}");
    let link = "<a class=\"value\" href=\"../../don-vi/nam-nhun/2024/#ntm/investment/disbursed\">780 triệu đồng</a>";
    assert!(page.contains(&format!("Đã giải ngân {link} ở <a href=\"../../don-vi/nam-nhun/\">Nậm Nhùn</a> &amp; &lt;i&gt;hết&lt;/i&gt;.</p>")), "{page}");
    assert!(page.contains("content=\"Đã giải ngân 780 triệu đồng ở Nậm Nhùn &amp; &lt;i&gt;hết&lt;/i&gt;.\""), "{page}");
    assert!(site.read("public/feed.xml").contains("Đạt 31,4% &lt;b&gt;"));
}

#[test]
fn a_text_shows_its_blocks_with_the_words_of_the_writer() {
    let site = small();
    site.run(&["build"]).ended(0);
    let page = site.read("public/tin/bai-hai/index.html");
    for wanted in [
        "<caption><span>Vốn. ",
        "<figure class=\"progress\">",
        "<figure class=\"chart\"><figcaption>Theo ngày <span class=\"chart__detail\">Đã giải ngân: ",
        "<span class=\"chart__value\"><a class=\"value\" href=\"../../don-vi/nam-nhun/2024/#ntm/investment/disbursed\">780</a>&nbsp;",
        "<details class=\"chart__numbers\">",
    ] {
        assert!(page.contains(wanted), "{wanted} is not on the page:\n{page}");
    }
    // Only what search engines read is a script.
    assert_eq!(page.matches("<script").count(), page.matches("<script type=\"application/ld+json\">").count());
}

#[test]
fn an_old_text_stays_right_when_a_new_quarter_is_reported() {
    let site = small();
    site.run(&["build"]).ended(0);
    let new = "  - as_of: 2024-06-30\n    source: bai-ba\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 990\n        stated_rate: 39,8%\n        rate_of: assigned\n";
    site.write(DATA, site.read(DATA) + new);
    site.write("content/reports/2024/bai-ba.md", "---\ntitle: Quý II\npublished: 2024-07-05\nareas: [nam-nhun]\nsource:\n  name: Trang của huyện\n---\nĐã giải ngân [990 triệu đồng](figure:ntm/investment/disbursed), quý I [780 triệu đồng](figure:ntm/investment/disbursed@2024-03-31).\n");
    site.run(&["build"]).ended(0);
    let page = site.read("public/tin/bai-hai/index.html");
    assert!(page.contains("2024/#ntm/investment/disbursed@2024-03-31\">780</a> triệu đồng, tức <a class=\"value\""), "{page}");
    assert!(page.contains(">31,4%</a>.</p>"), "{page}");
    // The chart is live: it has both days.
    assert!(page.contains("30/06/2024") && page.contains(">990</a>"), "{page}");
    // A day in the front matter says otherwise.
    site.replace(PATH, "areas: [nam-nhun]", "areas: [nam-nhun]\nas_of: 2024-06-30");
    let said = site.run(&["check"]).ended(1);
    assert!(said.err.contains("the figure is “990 triệu đồng”"), "{}", said.err);
}

#[test]
fn a_changed_figure_stops_the_build_until_the_text_follows_and_then_all_pages_are_new() {
    let site = small();
    site.run(&["build"]).ended(0);
    site.replace(DATA, "disbursed: 780", "disbursed: 781");
    let said = site.run(&["build"]).ended(1);
    assert!(said.err.contains("MB0841") && said.err.contains("[781 triệu đồng](figure:ntm/investment/disbursed)"), "{}", said.err);
    site.write(PATH, site.read(PATH).replace("[780", "[781"));
    site.run(&["build"]).ended(0);
    assert!(site.read("public/tin/bai-hai/index.html").contains(">781</a>"));
    site.run(&["build", "--out", "clean", "--fresh"]).ended(0);
    same_files(&site.files("public"), &site.files("clean"));
}

#[test]
fn a_block_of_another_place_follows_its_data() {
    let site = small();
    site.write("content/areas/nam-po/area.yaml", "name: Nậm Pồ\nkind: district\n");
    let plan = "year: 2024\nmoney_unit: triệu đồng\nsource: qd-263\nbudget:\n  - programme: ntm\n    capital: investment\n    assigned: 500\n";
    site.write("content/areas/nam-po/2024/plan.yaml", plan);
    site.write(PATH, format!("{REPORT}\n![Nơi khác](table:nam-po/2024/budget)\n"));
    site.write("content/pages/about.md", "---\ntitle: Giới thiệu\n---\n![](chart:nam-po/2024/ntm)\n");
    site.run(&["build"]).ended(0);
    site.replace("content/areas/nam-po/2024/plan.yaml", "assigned: 500", "assigned: 501");
    site.run(&["build"]).ended(0);
    assert!(site.read("public/tin/bai-hai/index.html").contains(">501</a>"));
    site.run(&["build", "--out", "clean", "--fresh"]).ended(0);
    same_files(&site.files("public"), &site.files("clean"));
}
