//! What was published stays told: releases, corrections, the guard, and what pages say of the past.

use std::time::{Duration, SystemTime};

use crate::folder::{age, differences, shape};
use crate::site::Site;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const BOOK: &str = "content/corrections.yaml";
const COMMUNES: &str = "nam-nhun/2024/xa-dat-chuan/actual@2024-03-31";

/// The small site with a release of the first quarter.
fn released() -> Site {
    let site = Site::small();
    site.write("content/documents/quy-2.yaml", "title: Báo cáo quý II\n");
    let said = site.run(&["release", "2024-q1", "--date", "2024-04-05"]).ended(0);
    assert_eq!(said.out.lines().next(), Some("✔ Released 2024-q1, 2024-04-05: 7 figures → content/releases/2024-q1.txt"));
    site
}

/// Results for a further day.
const LATER: &str = "  - as_of: 2024-06-30\n    source: quy-2\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: 6\n";

fn numbered(said: &str) -> Vec<&str> {
    said.lines().filter_map(|line| line.strip_prefix("ERROR ")).map(|line| &line[..6]).collect()
}

#[test]
fn a_release_is_a_small_readable_file_and_the_same_every_time() {
    let (one, two) = (released(), released());
    let text = one.read("content/releases/2024-q1.txt");
    assert_eq!(text, two.read("content/releases/2024-q1.txt"));
    let expected = "minhbach-release 1\nlabel: 2024-q1\ndate: 2024-04-05\n\nnam-nhun/2024\n\
        ntm/investment/assigned~v1 = 2487 million_dong\n\
        ntm/investment/disbursed@2024-03-31 = 780 million_dong\n\
        ntm/investment/progress@2024-03-31 := 31.4 percent <- share-assigned 2\n\
        ntm/investment/rate@2024-03-31 = 31.4 percent\n\
        xa-dat-chuan/actual@2024-03-31 = 4 of \"xã\"\n\
        xa-dat-chuan/progress@2024-03-31 := 40.0 percent <- actual-of-target 2\n\
        xa-dat-chuan/target~v1 = 10 of \"xã\"\n\nend: 7 figures, sum ";
    assert!(text.starts_with(expected), "{text}");
    one.run(&["check"]).ended(0);
    one.run(&["build"]).ended(0);
}

#[test]
fn a_number_that_changed_is_refused_until_it_has_its_correction() {
    let site = released();
    site.run(&["build"]).ended(0);
    let page = "public/don-vi/nam-nhun/2024/index.html";
    let published = site.read(page);
    assert!(published.contains("lần đầu 2024-q1, mới nhất 2024-q1"), "the passport tells of the release");
    assert!(!published.contains("đã đính chính"));
    site.replace(RESULTS, "actual: 4", "actual: 5");
    for command in [["check"], ["build"]] {
        assert_eq!(numbered(&site.run(&command).ended(1).err), ["MB0601"], "{command:?}");
    }
    assert_eq!(site.read(page), published, "nothing was published");
    assert_eq!(numbered(&site.run(&["release", "2024-q2", "--date", "2024-07-05"]).ended(1).err), ["MB0601"]);
    assert!(!site.path().join("content/releases/2024-q2.txt").exists());

    let before = "# Sổ đính chính\r\ncorrections: []   # chưa có\r\n";
    site.write(BOOK, before);
    let said = site.run(&["new", "correction", "--why", "Đếm thiếu: một xã", "--date", "2024-05-02"]).ended(0);
    assert_eq!(said.out, format!("✔ Added 1 entry to content/corrections.yaml:\n  {COMMUNES}  4 → 5\n  Next: minhbach check\n"));
    let book = site.read(BOOK);
    assert!(book.starts_with("# Sổ đính chính\r\ncorrections:    # chưa có\r\n  - figure: "), "{book:?}");
    assert!(book.lines().count() == 9 && book.matches("\r\n").count() == 9, "{book:?}");
    assert_eq!(site.run(&["check", "--strict"]).ended(0).err, "");
    site.run(&["build"]).ended(0);

    let page = site.read(page);
    assert!(page.contains("đã đính chính"), "the table marks the figure");
    assert!(page.contains("Đính chính: 4 xã → 5 xã") && page.contains("Đếm thiếu: một xã"), "the passport tells why");
    assert!(page.contains("Thay đổi gần nhất trên trang này: đính chính 02/05/2024"), "the foot tells when");
    let list = site.read("public/dinh-chinh/index.html");
    assert!(list.contains("</a>: 4 xã → 5 xã (bản phát hành 2024-q1)") && list.contains("02/05/2024") && list.contains("Đếm thiếu: một xã"), "{list}");
    assert!(
        list.contains("href=\"../don-vi/nam-nhun/2024/#xa-dat-chuan/actual\"") || list.contains("href=../don-vi/nam-nhun/2024/#xa-dat-chuan/actual"),
        "{list}"
    );
    let feed = site.read("public/dinh-chinh/feed.xml");
    assert!(feed.contains("<updated>2024-05-02T00:00:00Z</updated>") && feed.matches("<entry>").count() == 1, "{feed}");
    let data: serde_json::Value = serde_json::from_str(&site.read("public/don-vi/nam-nhun/so-lieu.json")).expect("it is JSON");
    let figure = data["figures"].as_array().expect("figures").iter().find(|f| f["permanent"] == COMMUNES).expect("the figure is there");
    assert_eq!((figure["release_first"].as_str(), figure["release_last"].as_str()), (Some("2024-q1"), Some("2024-q1")));
    assert_eq!((figure["history"][0]["before"].as_str(), figure["history"][0]["after"].as_str()), (Some("4"), Some("5")));
    assert_eq!(figure["history"][0]["why"], "Đếm thiếu: một xã");
    let machine: serde_json::Value = serde_json::from_str(&site.read("public/dinh-chinh/dinh-chinh.json")).expect("it is JSON");
    assert_eq!(machine["corrections"][0]["figure"], COMMUNES);
    assert_eq!((machine["corrections"][0]["before"].as_str(), machine["corrections"][0]["after"].as_str()), (Some("4"), Some("5")));
    assert_eq!(machine["releases"][0]["label"], "2024-q1");
    for other in ["public/index.html", "public/chi-tieu/xa-dat-chuan/index.html"] {
        assert!(site.read(other).contains("đính chính 02/05/2024"), "{other} tells its last change");
    }
}

#[test]
fn a_vanished_number_and_one_of_another_rule_get_their_entries_too() {
    let site = released();
    let results = site.read(RESULTS);
    site.write(RESULTS, results.split("    indicators:").next().unwrap_or_default());
    assert_eq!(numbered(&site.run(&["check"]).ended(1).err), ["MB0602"]);
    site.run(&["new", "correction", COMMUNES, "--why", "Số của huyện khác", "--kind", "revision", "--date", "2024-05-02"]).ended(0);
    assert!(site.read(BOOK).contains("kind: revision\n    release: 2024-q1\n    before: 4\n    after: xóa\n"), "{}", site.read(BOOK));
    site.run(&["check"]).ended(0);
    site.run(&["build"]).ended(0);
    let list = site.read("public/dinh-chinh/index.html");
    assert!(list.contains("4 xã → không còn"), "{list}");

    let site = released();
    site.replace("content/programmes/ntm.yaml", "kind: increase", "kind: at_least");
    assert_eq!(numbered(&site.run(&["check"]).ended(1).err), ["MB0603"]);
    site.run(&["moi", "dinh-chinh", "--why", "Đổi cách tính", "--date", "2024-05-02"]).ended(0);
    site.run(&["check"]).ended(0);
}

#[test]
fn another_unit_is_another_number() {
    let site = released();
    site.replace("content/programmes/ntm.yaml", "unit: xã", "unit: huyện");
    assert_eq!(numbered(&site.run(&["check"]).ended(1).err), ["MB0601", "MB0601"]);
    assert!(site.run(&["diff"]).ended(0).out.contains("xa-dat-chuan/actual@2024-03-31  4 xã → 4 huyện"));
}

#[test]
fn what_is_new_or_typed_anew_needs_no_words() {
    let site = released();
    let said = site.run(&["diff"]).ended(0);
    assert_eq!(said.out, "Nothing has changed since release 2024-q1 (2024-04-05).\n");
    site.replace(RESULTS, "disbursed: 780", "disbursed: \"780 \"").replace(PLAN, "2.487", "2487");
    assert_eq!(site.run(&["diff"]).ended(0).out, said.out, "only the typing changed");
    site.write(RESULTS, site.read(RESULTS) + LATER);
    site.write("content/areas/nam-nhun/2024/plan.v2.yaml", site.read(PLAN).replace("10", "12") + "document: qd-263\ndate: 2024-05-01\nreason: Điều chỉnh\n");
    assert_eq!(site.run(&["check"]).ended(0).err, "");
    let said = site.run(&["diff"]).ended(0);
    let heads: Vec<&str> = said.out.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(heads[..2], ["Since release 2024-q1 (2024-04-05):", "Updates (a new day or a new plan): 4"], "{}", said.out);
    assert!(said.out.contains("  nam-nhun/2024/xa-dat-chuan/target~v2  12 xã\n"), "{}", said.out);
    assert!(!said.out.contains("without a correction"), "{}", said.out);
}

#[test]
fn diff_tells_each_kind_of_change_in_its_words() {
    let site = Site::small();
    let none = "Nothing has been released yet, so there is nothing to compare with.\n  Next: minhbach release <label>\n";
    assert_eq!(site.run(&["diff"]).ended(0).out, none);
    let site = released();
    site.replace(RESULTS, "actual: 4", "actual: 5").replace(RESULTS, "disbursed: 780", "disbursed: 781");
    site.run(&["new", "correction", COMMUNES, "--why", "Đếm thiếu", "--date", "2024-05-02"]).ended(0);
    let said = site.run(&["diff"]).ended(0);
    let expected = "Since release 2024-q1 (2024-04-05):\n\n\
        Changed without a correction: 1\n  nam-nhun/2024/ntm/investment/disbursed@2024-03-31  780 million dong → 781 million dong\n\n\
        Corrections: 1\n  nam-nhun/2024/xa-dat-chuan/actual@2024-03-31  4 xã → 5 xã\n\n\
        Recounted from figures that changed: 1\n  nam-nhun/2024/xa-dat-chuan/progress@2024-03-31  40.0% → 50.0%\n";
    assert_eq!(said.out, expected);
    assert_eq!(said.err, "");
    let vi = site.run(&["sosanh", "2024-q1", "--lang", "vi"]).ended(0).out;
    assert!(vi.contains("Đổi mà chưa ghi đính chính: 1\n  nam-nhun/2024/ntm/investment/disbursed@2024-03-31  780 triệu đồng → 781 triệu đồng\n"), "{vi}");
    let csv = site.run(&["diff", "--format", "csv"]).ended(0).out;
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows[0], "release,what,figure,before,after,place");
    assert_eq!(rows[1], format!("2024-q1,unexplained,nam-nhun/2024/ntm/investment/disbursed@2024-03-31,780 million_dong,781 million_dong,{RESULTS}:9"));
    let said = site.run(&["diff", "2023"]).ended(2);
    assert_eq!(said.err, "There is no release “2023”. There are: 2024-q1\n");
}

#[test]
fn the_second_release_begins_anew_and_the_book_stays_true() {
    let site = released();
    site.replace(RESULTS, "actual: 4", "actual: 5");
    site.run(&["new", "correction", "--why", "Đếm thiếu", "--date", "2024-05-02"]).ended(0);
    site.write(RESULTS, site.read(RESULTS) + LATER);
    site.run(&["phathanh", "2024-q2", "--date", "2024-07-05"]).ended(0);
    site.run(&["check"]).ended(0);
    assert!(site.run(&["diff"]).ended(0).out.starts_with("Nothing has changed since release 2024-q2"));
    let old = site.run(&["diff", "2024-q1"]).ended(0).out;
    assert!(old.contains("Corrections: 1") && old.contains("Updates"), "{old}");
    site.run(&["build"]).ended(0);
    let page = site.read("public/don-vi/nam-nhun/2024/index.html");
    assert!(page.contains("lần đầu 2024-q1, mới nhất 2024-q2") && page.contains("lần đầu 2024-q2, mới nhất 2024-q2"), "both are told");
    assert!(page.contains("Thay đổi gần nhất trên trang này: bản phát hành 2024-q2, 05/07/2024"), "the foot tells of the newer one");
    assert!(page.contains("Đính chính: 4 xã → 5 xã"), "the passport keeps its history");
    let built = site.files("public");
    site.run(&["build", "--fresh", "--out", "clean"]).ended(0);
    assert!(built == site.files("clean"), "memory changes nothing");
    // What is put right after the second release is a chain of its own, with the release left out meaning the latest.
    site.replace(RESULTS, "actual: 5", "actual: 7");
    site.write(BOOK, site.read(BOOK) + &format!("  - figure: {COMMUNES}\n    before: 5\n    after: 7\n    why: Lại thiếu\n    date: 2024-07-06\n"));
    site.run(&["check"]).ended(0);
    let said = site.run(&["release", "2024-q1b", "--date", "2024-06-01"]).ended(2);
    assert_eq!(said.err, "A new release must come after 2024-q2 (2024-07-05). Choose a later day, or on that day a name that sorts after it.\n");
}

#[test]
fn several_changes_are_listed_and_written_together() {
    let site = released();
    site.replace(RESULTS, "actual: 4", "actual: 5").replace(PLAN, "target: 10", "target: trên 10");
    let said = site.run(&["new", "correction", "--why", "x"]).ended(2);
    let list = format!(
        "2 figures changed; give the address of one, or --all for all of them:\n  1. {COMMUNES}  4 xã → 5 xã\n  2. nam-nhun/2024/xa-dat-chuan/target~v1  10 xã → over 10 xã\n"
    );
    assert_eq!(said.err, list);
    assert_eq!(site.run(&["new", "correction", "--all"]).ended(2).err, "A reason is missing. Add: --why \"A digit was mistyped\"\n");
    let said = site.run(&["new", "correction", COMMUNES, "--why", "x", "--before", "3"]).ended(2);
    assert_eq!(said.err, "--before says “3”, but it is “4”; leave --before out and it is filled in.\n");
    site.run(&["new", "correction", "nam-nhun/2024/xa-dat-chuan/actual", "--why", "Một", "--before", "04", "--after", "5", "--date", "2024-05-02"]).ended(0);
    site.run(&["new", "correction", "--all", "--why", "Hai # \"ba\"", "--document", "qd-263", "--date", "2024-05-03"]).ended(0);
    assert_eq!(site.run(&["check"]).ended(0).err, "");
    let said = site.run(&["new", "correction"]).ended(0);
    assert_eq!(said.out, "No figure of release 2024-q1 has changed without a correction.\n");
    let said = site.run(&["new", "correction", COMMUNES]).ended(2);
    assert_eq!(said.err, format!("“{COMMUNES}” has its correction already.\n"));
    let book = site.read(BOOK);
    site.write(BOOK, format!("corrections: [{{figure: {COMMUNES}, before: 4, after: 5, why: a, date: 2024-05-02}}]\n"));
    let said = site.run(&["new", "correction", "--why", "x"]).ended(2);
    assert!(said.err.contains("Nothing can be added to content/corrections.yaml"), "{}", said.err);
    site.write(BOOK, book);
    site.run(&["check"]).ended(0);
}

#[test]
fn a_label_is_a_name_any_machine_can_hold() {
    let site = Site::small();
    for (label, words) in [
        ("../q1", "cannot be the name of a release"),
        ("Q1", "cannot be the name of a release"),
        ("quý-1", "cannot be the name of a release"),
        ("q1.txt", "cannot be the name of a release"),
        ("nul", "Windows keeps the name"),
        ("com1", "Windows keeps the name"),
        ("", "cannot be the name of a release"),
    ] {
        let said = site.run(&["release", label, "--date", "2024-04-05"]).ended(2);
        assert!(said.err.contains(words), "{label}: {}", said.err);
    }
    assert!(site.run(&["release", "q1", "--date", "31/3/2024"]).ended(2).err.contains("is no day"), "a day is typed one way");
    assert!(!site.path().join("content/releases").exists());
    site.run(&["release", "q1", "--date", "2024-04-05"]).ended(0);
    assert!(site.run(&["release", "q1", "--date", "2024-04-06"]).ended(2).err.contains("There is a release “q1” already"));
    site.run(&["release", "today"]).ended(0);
}

#[test]
fn a_damaged_release_stops_everything_that_would_lean_on_it() {
    let site = released();
    site.replace("content/releases/2024-q1.txt", "= 4 of", "= bốn of");
    for command in [&["check"][..], &["build"], &["diff"], &["new", "correction"], &["release", "2024-q2", "--date", "2024-07-01"]] {
        let said = site.run(command).ended(1);
        assert_eq!(numbered(&said.err), ["MB0604"], "{command:?}");
        assert!(said.err.contains("content/releases/2024-q1.txt:10:1"), "{}", said.err);
    }
}

/// Seven values more than the small site has.
fn crowded() -> Site {
    let site = Site::small();
    let more: String = (1..8).map(|n| format!("      - indicator: xa-dat-chuan\n        group: nhom-{n}\n        actual: {n}\n")).collect();
    site.write(RESULTS, site.read(RESULTS) + &more);
    site
}

#[test]
fn many_values_do_not_disappear_without_a_yes() {
    let site = crowded();
    let small = Site::small().read(RESULTS);
    let crowd = site.read(RESULTS);
    site.run(&["build"]).ended(0);
    let published = site.files("public");
    site.write(RESULTS, &small);
    let said = site.run(&["build"]).ended(1);
    assert_eq!(numbered(&said.err), ["MB0616"]);
    assert!(said.err.contains("7 published values would disappear") && said.err.contains("--let-go 7"), "{}", said.err);
    assert!(site.files("public") == published, "nothing was written");
    site.run(&["build", "--let-go", "6"]).ended(1);
    assert_eq!(numbered(&site.run(&["release", "q1", "--date", "2024-04-05"]).ended(1).err), ["MB0616"]);
    site.run(&["check"]).ended(0);
    site.run(&["build", "--let-go", "7"]).ended(0);
    site.run(&["build"]).ended(0);
    // What is gone is gone; it may come back and go once more only with another yes.
    site.write(RESULTS, &crowd);
    site.run(&["build"]).ended(0);
    site.write(RESULTS, &small);
    site.run(&["build"]).ended(1);
}

#[test]
fn another_name_for_an_area_is_recognised_and_can_be_put_in_the_book() {
    let site = crowded();
    site.run(&["release", "q1", "--date", "2024-04-05"]).ended(0);
    site.run(&["build"]).ended(0);
    std::fs::rename(site.path().join("content/areas/nam-nhun"), site.path().join("content/areas/nam-nhum")).expect("the folder can be renamed");
    site.write("content/reports/2024/bai-mot.md", site.read("content/reports/2024/bai-mot.md").replace("nam-nhun", "nam-nhum"));
    let said = site.run(&["build"]).ended(1);
    assert!(said.err.contains("12 of them stand under the name “nam-nhum” instead of “nam-nhun” now, with the same values."), "{}", said.err);
    assert_eq!(numbered(&said.err).iter().filter(|code| **code == "MB0602").count(), 12, "{}", said.err);
    site.run(&["new", "correction", "--all", "--why", "Tên đúng của huyện", "--date", "2024-05-02"]).ended(0);
    // The numbers have their words; the old address still needs to lead somewhere.
    let said = site.run(&["build"]).ended(1);
    assert!(said.err.contains("MB1310") && !said.err.contains("MB0602"), "{}", said.err);
    site.write("site.toml", site.read("site.toml") + "\n[redirects]\n\"don-vi/nam-nhun/\" = \"don-vi/nam-nhum/\"\n");
    assert_eq!(site.run(&["build"]).ended(0).err, "");
}

#[test]
fn memory_notices_a_release_and_a_correction_and_nothing_else() {
    let site = Site::small();
    let age = || {
        age(&site.path().join("content"));
        let settings = std::fs::File::options().write(true).open(site.path().join("site.toml"));
        settings.and_then(|file| file.set_modified(SystemTime::now() - Duration::from_secs(3600))).expect("times can be set");
    };
    age();
    site.run(&["build"]).ended(0);
    let before = shape(&site.path().join("public"));
    site.run(&["build"]).ended(0);
    assert_eq!(differences(&before, &shape(&site.path().join("public"))), Vec::<String>::new(), "a build with nothing to do touches nothing");
    site.run(&["release", "q1", "--date", "2024-04-05"]).ended(0);
    site.run(&["build"]).ended(0);
    assert!(site.read("public/index.html").contains("bản phát hành q1, 05/04/2024"), "the release is noticed");
    age();
    site.run(&["build"]).ended(0);
    let before = shape(&site.path().join("public"));
    site.run(&["build"]).ended(0);
    assert_eq!(differences(&before, &shape(&site.path().join("public"))), Vec::<String>::new());
    site.write(BOOK, "corrections:\n  - report: bai-mot\n    what: Tên huyện\n    why: Gõ nhầm\n    date: 2024-06-01\n");
    site.run(&["build"]).ended(0);
    let report = site.read("public/tin/bai-mot/index.html");
    assert!(report.contains("Thay đổi gần nhất trên trang này: đính chính 01/06/2024"), "{report}");
    // What was built from memory is what a clean build makes.
    let built = site.files("public");
    site.run(&["build", "--fresh", "--out", "clean"]).ended(0);
    assert!(built == site.files("clean"), "memory changes nothing");
}

#[test]
fn other_words_in_the_book_reach_every_page_that_tells_them() {
    let site = released();
    site.replace(RESULTS, "actual: 4", "actual: 5");
    site.run(&["new", "correction", "--why", "Đếm thiếu", "--date", "2024-05-02"]).ended(0);
    site.run(&["build"]).ended(0);
    site.replace(BOOK, "why: Đếm thiếu", "why: Đếm thiếu một xã vùng cao");
    site.run(&["build"]).ended(0);
    for page in ["don-vi/nam-nhun/2024/index.html", "dinh-chinh/index.html", "dinh-chinh/feed.xml", "dinh-chinh/dinh-chinh.json"] {
        assert!(site.read(&format!("public/{page}")).contains("một xã vùng cao"), "{page}");
    }
    let built = site.files("public");
    site.run(&["build", "--fresh", "--out", "clean"]).ended(0);
    assert!(built == site.files("clean"), "memory changes nothing");
}

#[test]
fn a_site_without_releases_says_what_it_knows() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let foot = |page: &str, words: &str| assert!(site.read(&format!("public/{page}")).contains(words), "{page} says {words}");
    foot("index.html", "Ngày mới nhất nêu trên trang này: 31/03/2024");
    foot("don-vi/nam-nhun/2024/index.html", "Ngày mới nhất nêu trên trang này: 31/03/2024");
    foot("tin/bai-mot/index.html", "Đăng ngày 02/04/2024");
    foot("phuong-phap/index.html", "Số liệu mới nhất của trang web: 31/03/2024");
    foot("404.html", "Số liệu mới nhất của trang web: 31/03/2024");
    foot("dinh-chinh/index.html", "Chưa có đính chính nào.");
    assert!(!site.read("public/don-vi/nam-nhun/2024/index.html").contains("Phát hành"), "no passport speaks of releases");
}

#[test]
fn a_figure_keeps_its_address_when_another_is_told_for_the_same_day() {
    let site = Site::small();
    let forecast = |value: &str| format!("      - indicator: xa-dat-chuan\n        forecast: {value}\n        by: 2024-12-31\n");
    site.write(RESULTS, site.read(RESULTS) + &forecast("9"));
    site.write("content/documents/khac.yaml", "title: Nguồn khác\n").write("content/documents/quy-2.yaml", "title: Báo cáo quý II\n");
    let plan = site.read(PLAN);
    site.write(PLAN, format!("{plan}    chosen: Nguồn gốc\n  - indicator: xa-dat-chuan\n    target: 11\n    source: khac\n"));
    site.run(&["release", "q1", "--date", "2024-04-05"]).ended(0);
    let release = site.read("content/releases/q1.txt");
    assert!(release.contains("xa-dat-chuan/forecast@2024-12-31@2024-03-31 = 9 of \"xã\"\n"), "{release}");
    assert!(release.contains("xa-dat-chuan/target~other~v1 = 11 of \"xã\"\n"), "{release}");
    site.write(RESULTS, format!("{}{LATER}{}", site.read(RESULTS), forecast("10")));
    site.write("content/areas/nam-nhun/2024/plan.v2.yaml", plan.replace("10", "12") + "document: qd-263\ndate: 2024-05-01\nreason: Điều chỉnh\n");
    assert_eq!(site.run(&["check"]).ended(0).err, "");
    let said = site.run(&["diff"]).ended(0).out;
    assert!(said.contains("xa-dat-chuan/forecast@2024-12-31@2024-06-30  10"), "{said}");
}

#[test]
fn a_number_that_changes_again_is_told_from_its_last_entry_on() {
    let site = released();
    for (from, to) in [("4", "5"), ("5", "7"), ("7", "4")] {
        site.replace(RESULTS, &format!("actual: {from}"), &format!("actual: {to}"));
        site.run(&["check"]).ended(1);
        site.run(&["diff"]).ended(0);
        let said = site.run(&["new", "correction", "--why", "Lại đếm", "--date", "2024-05-02"]).ended(0).out;
        assert!(said.contains(&format!("{COMMUNES}  {from} → {to}")), "{said}");
        assert_eq!(site.run(&["check"]).ended(0).err, "");
    }
}
