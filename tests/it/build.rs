//! What `build` and `check` do to the disk, what they say, and what every page of a site keeps to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::page::Element;
use crate::site::{Built, Site, repository};

// ---- what is published

#[test]
fn the_small_site_has_exactly_these_files() {
    let files: String = Built::small().files().iter().map(|(path, _)| format!("{path}\n")).collect();
    expected("files.txt", &files);
}

#[test]
fn the_small_site_has_exactly_these_pages() {
    for (file, path) in [
        ("area.html", "don-vi/nam-nhun/index.html"),
        ("period.html", "don-vi/nam-nhun/2024/index.html"),
        ("report.html", "tin/bai-mot/index.html"),
    ] {
        expected(file, &Built::small().page(path).named("main")[0].outline());
    }
    let known: BTreeSet<String> = ["files.txt", "area.html", "period.html", "report.html"].map(str::to_owned).into();
    let there: BTreeSet<String> =
        fs::read_dir(repository().join("tests/sites/small/expected")).expect("the folder is there").map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, known, "a file nobody makes is not an expectation");
}

/// Compares with a file of `tests/sites/small/expected/`. `MINHBACH_BLESS=1` writes it instead: a claim that it was read.
#[track_caller]
fn expected(file: &str, found: &str) {
    let path = repository().join("tests/sites/small/expected").join(file);
    if std::env::var_os("MINHBACH_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(&path, found).expect("the expectation can be written");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    if let Some((at, (wanted, found))) = wanted.lines().chain(std::iter::repeat("")).zip(found.lines()).enumerate().find(|(_, (w, f))| w != f) {
        panic!("{} line {}:\n  expected: {wanted}\n  found:    {found}\nIf this is as it should be: MINHBACH_BLESS=1 cargo test", path.display(), at + 1);
    }
    assert_eq!(wanted.lines().count(), found.lines().count(), "{} has more lines than were found", path.display());
}

#[test]
fn a_second_build_touches_nothing_at_all() {
    for site in [Site::small(), Site::repository()] {
        age(site.path());
        site.run(&["build"]).ended(0);
        let before = shape(site.path());
        let said = site.run(&["build"]).ended(0);
        assert!(said.out.contains("0 files new or changed") && said.out.contains("0 removed"), "{}", said.out);
        assert_eq!(differences(&before, &shape(site.path())), Vec::<String>::new());
    }
}

#[test]
fn a_second_build_right_after_the_first_leaves_the_published_folder_alone() {
    // Files this young are read again, because their stamps cannot be trusted yet.
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let before = shape(&site.path().join("public"));
    site.run(&["build"]).ended(0);
    site.run(&["build", "--fresh"]).ended(0);
    assert_eq!(differences(&before, &shape(&site.path().join("public"))), Vec::<String>::new());
}

#[test]
fn the_same_files_make_the_same_bytes_whatever_the_threads_the_folder_and_the_order() {
    let wanted = Built::repository().files();
    let elsewhere = Site::empty();
    let folder = elsewhere.path().join("Trang của tôi (bản 2)");
    copy_backwards(&repository().join("content"), &folder.join("content"));
    fs::copy(repository().join("site.toml"), folder.join("site.toml")).expect("site.toml is there");
    for threads in ["1", "8"] {
        let out = elsewhere.path().join(format!("out-{threads}"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_minhbach"));
        command.args(["build", "--fresh", "--out"]).arg(&out).current_dir(&folder).env("RAYON_NUM_THREADS", threads).env("TZ", "Pacific/Kiritimati").env("LANG", "en_US.UTF-8");
        assert!(command.stdout(Stdio::null()).status().expect("it can be run").success());
        same_files(&wanted, &elsewhere.files(&format!("out-{threads}")));
    }
}

#[test]
fn a_page_of_a_removed_report_goes_and_its_folder_with_it() {
    let site = Site::small();
    site.write("content/reports/2024/bai-hai.md", TWO);
    site.run(&["build"]).ended(0);
    assert!(site.path().join("public/tin/bai-hai/index.html").is_file());
    site.remove("content/reports/2024/bai-hai.md");
    let said = site.run(&["build"]).ended(0);
    assert!(said.out.contains("1 removed"), "{}", said.out);
    assert!(!site.path().join("public/tin/bai-hai").exists());
    assert!(!site.read("public/tin/index.html").contains("Bài hai"));
}

const TWO: &str = "---\ntitle: Bài hai\nlead: Câu mở.\npublished: 2024-05-02\nareas: [nam-nhun]\nprogrammes: [ntm]\nsource:\n  name: Trang của huyện\n---\nHai.\n";

#[test]
fn a_file_of_someone_else_in_the_published_folder_stays() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    site.write("public/CNAME", "minhbach.example\n").write("public/don-vi/ghi-chu.txt", "của tôi").write("public/anh/a.png", "x");
    site.write("content/reports/2024/bai-hai.md", TWO);
    site.run(&["build"]).ended(0);
    site.run(&["build", "--fresh"]).ended(0);
    assert_eq!((site.read("public/CNAME").as_str(), site.read("public/don-vi/ghi-chu.txt").as_str(), site.read("public/anh/a.png").as_str()), ("minhbach.example\n", "của tôi", "x"));
    assert!(site.path().join("public/tin/bai-hai/index.html").is_file());
}

#[test]
fn a_file_of_someone_else_where_a_page_belongs_stops_the_build_and_stays() {
    let site = Site::small();
    site.write("public/tin/bai-mot/index.html", "của tôi");
    let said = site.run(&["build"]).ended(3);
    assert!(said.err.contains("bai-mot/index.html was not made by this site"), "{}", said.err);
    assert_eq!(site.files("public"), [("tin/bai-mot/index.html".to_owned(), "của tôi".as_bytes().to_vec())]);
}

// ---- what is never touched

#[test]
fn check_writes_nothing() {
    for site in [Site::small(), Site::repository()] {
        let before = shape(site.path());
        site.run(&["check"]).ended(0);
        assert_eq!(differences(&before, &shape(site.path())), Vec::<String>::new());
    }
    let site = Site::small();
    site.run(&["build"]).ended(0);
    site.replace("content/areas/nam-nhun/area.yaml", "Nậm Nhùn", "Tên khác");
    let before = shape(site.path());
    site.run(&["check"]).ended(0);
    site.replace("content/areas/nam-nhun/area.yaml", "kind: district", "kind: nowhere");
    let broken = shape(site.path());
    site.run(&["check"]).ended(1);
    assert_eq!(differences(&broken, &shape(site.path())), Vec::<String>::new());
    assert_eq!(differences(&before, &broken), ["changed: content/areas/nam-nhun/area.yaml"], "only the test itself changed something");
}

#[test]
fn a_build_that_fails_leaves_the_published_site_as_it_was() {
    type Harm = fn(&Site) -> &Site;
    let harms: [(&str, i32, Harm); 5] = [
        ("a broken data file", 1, |s| s.write("content/areas/nam-nhun/2024/plan.yaml", "year: 2024\n\tbudget: x\n")),
        ("an unknown name", 1, |s| s.replace("content/areas/nam-nhun/2024/plan.yaml", "programme: ntm", "programme: nothing")),
        ("broken settings", 1, |s| s.write("site.toml", "title = ")),
        ("a template that fails while pages are drawn", 1, |s| {
            s.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\ntheme = \"rieng\"");
            s.write("themes/rieng/layouts/area.html", "{% extends \"default/layouts/area.html\" %}{% block content %}{{ page.nothing.at_all }}{% endblock content %}")
        }),
        ("a folder of the machine that cannot be", 3, |s| {
            // Where the notes lie, a file stands in the way of the lock.
            fs::remove_dir_all(s.path().join(".minhbach")).expect("the notes are there");
            s.write(".minhbach", "a file")
        }),
    ];
    for (what, code, harm) in harms {
        let site = Site::small();
        site.run(&["build"]).ended(0);
        let before = shape(&site.path().join("public"));
        harm(&site);
        // Something that would change every page, if it were published.
        site.replace("content/areas/nam-nhun/area.yaml", "Nậm Nhùn", "Tên khác");
        let said = site.run(&["build"]);
        assert_eq!(said.code, code, "{what}\n{}{}", said.out, said.err);
        assert_eq!(differences(&before, &shape(&site.path().join("public"))), Vec::<String>::new(), "{what}");
        let left: Vec<String> = fs::read_dir(site.path()).expect("the site is there").map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).filter(|n| n.contains("minhbach-new")).collect();
        assert_eq!(left, Vec::<String>::new(), "{what}: nothing half made is left beside it");
    }
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let states = States::new();
    for round in 0..6 {
        let wanted = states.enter(round % 2);
        let mut both = [states.start(), states.start()];
        let ended: Vec<(Option<i32>, String)> = both.iter_mut().map(ended).collect();
        for (code, err) in &ended {
            assert!(*code == Some(0) || (*code == Some(3) && err.contains("Another build of this site is running")), "{code:?} {err}");
        }
        assert!(ended.iter().any(|(code, _)| *code == Some(0)), "one of them built");
        same_files(wanted, &states.site.files("public"));
    }
}

#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new_one() {
    let states = States::new();
    states.enter(0);
    let began = Instant::now();
    ended(&mut states.start());
    let whole = began.elapsed();
    let mut killed = 0;
    for round in 1..=10u32 {
        let (old, new) = (&states.clean[(round as usize + 1) % 2], states.enter(round as usize % 2));
        let mut child = states.start();
        // Spread over the whole build, with most in its second half, where the site changes places.
        std::thread::sleep(whole * (round * 11 % 13 + 1) / 12);
        let _ = child.kill();
        killed += i32::from(child.wait().expect("it ends").code().is_none());
        let there = states.site.files("public");
        assert!(there == *old || there == *new, "round {round}: the published site is neither the old nor the new one");
        let mut next = states.start();
        let (code, err) = ended(&mut next);
        assert_eq!(code, Some(0), "round {round}: {err}");
        same_files(new, &states.site.files("public"));
    }
    assert!(killed > 0, "no build was slow enough to be killed");
}

/// A site that goes back and forth between two states, each with what a clean build makes of it.
struct States {
    site: Site,
    clean: [Vec<(String, Vec<u8>)>; 2],
}

impl States {
    fn new() -> Self {
        let site = Site::repository();
        site.replace("site.toml", "minify = \"full\"", "minify = \"quick\"");
        let states = States { site, clean: [Vec::new(), Vec::new()] };
        let clean = [0, 1].map(|at| {
            states.enter(at);
            let folder = format!("clean-{at}");
            states.site.run(&["build", "--fresh", "--out", &folder]).ended(0);
            states.site.files(&folder)
        });
        states.enter(0);
        states.site.run(&["build"]).ended(0);
        States { clean, ..states }
    }

    /// Brings the content into a state: the name of an area, which stands on most pages, and a report.
    fn enter(&self, at: usize) -> &Vec<(String, Vec<u8>)> {
        let path = "content/areas/nam-nhun/area.yaml";
        let text = self.site.read(path);
        let name = ["vi: Nậm Nhùn", "vi: Nậm Nhùn hai"];
        let plain = text.replace("vi: Nậm Nhùn hai\n", "vi: Nậm Nhùn\n");
        self.site.write(path, plain.replacen(&format!("{}\n", name[0]), &format!("{}\n", name[at]), 1));
        let report = "content/reports/2024/them.md";
        if at == 1 {
            self.site.write(report, TWO);
        } else if self.site.path().join(report).exists() {
            self.site.remove(report);
        }
        &self.clean[at]
    }

    fn start(&self) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minhbach"));
        command.args(["build", "--lang", "en"]).current_dir(self.site.path()).stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().expect("it can be run")
    }
}

fn ended(child: &mut Child) -> (Option<i32>, String) {
    let mut err = String::new();
    std::io::Read::read_to_string(child.stderr.as_mut().expect("it speaks"), &mut err).expect("it speaks UTF-8");
    (child.wait().expect("it ends").code(), err)
}

// ---- what is said

#[test]
fn the_exit_code_says_who_has_to_act() {
    let site = Site::small();
    site.run(&["check"]).ended(0);
    site.run(&["build"]).ended(0);
    for wrong in [&["buidl"][..], &["build", "--outt", "x"], &["build", "--out"], &["--lang", "fr", "build"], &["build", "more"]] {
        site.run(wrong).ended(2);
    }
    for machine in [&["--site", "nowhere", "build"][..], &["--site", "nowhere", "check"], &["build", "--out", "site.toml/x"], &["build", "--out", "."], &["build", "--out", "content"]] {
        let said = site.run(machine).ended(3);
        assert!(said.err.contains("FAILED"), "{}", said.err);
    }
    site.write("content/documents/qd-263.yaml", "number: [");
    site.run(&["check"]).ended(1);
    site.run(&["build"]).ended(1);
}

#[test]
fn warnings_stop_only_those_who_ask_for_it() {
    let site = Site::small();
    site.replace("content/areas/nam-nhun/2024/results.yaml", "31,4%", "39,9%");
    let said = site.run(&["build"]).ended(0);
    assert!(said.out.contains("0 errors, 1 warning") && said.err.contains("39,9%"), "{}{}", said.out, said.err);
    site.run(&["build", "--strict"]).ended(1);
    site.run(&["check", "--strict"]).ended(1);
}

#[test]
fn a_strict_build_with_warnings_publishes_nothing() {
    let site = Site::small();
    site.replace("content/areas/nam-nhun/2024/results.yaml", "31,4%", "39,9%");
    site.run(&["build", "--strict"]).ended(1);
    assert!(!site.path().join("public").exists());
}

#[test]
fn the_summary_is_said_in_both_languages() {
    let site = Site::small();
    let pages = Built::small().files().iter().filter(|(path, _)| path.ends_with(".html")).count();
    let files = Built::small().files().len();
    let heaviest = "don-vi/nam-nhun/2024/index.html";
    let first = site.run(&["build", "--lang", "vi"]).ended(0);
    assert_eq!(
        measured(&first.out),
        format!(
            "✔ Đã dựng {pages} trang trong N giây → public/    ({files} tệp mới hoặc đổi, 0 giữ nguyên, 0 xóa)\n  Trang nặng nhất: {heaviest}  N KB khi nén (giới hạn N KB)\n  Bước tiếp theo: mở public/index.html để xem, hoặc chép thư mục lên máy chủ.\n"
        )
    );
    let second = site.run(&["build", "--lang", "en"]).ended(0);
    assert_eq!(
        measured(&second.out),
        format!(
            "✔ Built {pages} pages in N s → public/    (0 files new or changed, {files} unchanged, 0 removed)\n  Heaviest page: {heaviest}  N KB compressed (limit N KB)\n  Next: open public/index.html to look, or copy the folder to a server.\n"
        )
    );
    assert_eq!(site.run(&["check", "--lang", "vi"]).ended(0).out, "✔ 1 đơn vị, 1 chỉ tiêu, 1 bài, 7 con số: không có lỗi.\n  Bước tiếp theo: minhbach build\n");
    assert_eq!(site.run(&["check", "--lang", "en"]).ended(0).out, "✔ 1 area, 1 indicator, 1 report, 7 figures: no errors.\n  Next: minhbach build\n");
    let (first, second) = (first.err, second.err);
    assert_eq!((first.as_str(), second.as_str()), ("", ""), "a sound build has nothing to say on the error line");
}

#[test]
fn the_summary_names_the_folder_that_was_asked_for() {
    let site = Site::small();
    let said = site.run(&["build", "--out", "web"]).ended(0);
    assert!(said.out.contains("→ web/") && said.out.contains("open web/index.html"), "{}", said.out);
    assert!(site.path().join("web/index.html").is_file());
}

/// Times and sizes taken out of a summary.
fn measured(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let unit = word.trim_end_matches([')', '\n']);
        let number = words.last_mut().filter(|n| matches!(unit, "s" | "giây" | "KB") && n.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')));
        if let Some(number) = number {
            *number = "N".to_owned();
        }
        words.push(word.to_owned());
    }
    words.join(" ")
}

#[test]
fn help_fits_a_screen_in_both_languages() {
    let site = Site::empty();
    for lang in ["vi", "en"] {
        for args in [&["--help"][..], &["build", "--help"], &["check", "--help"], &[]] {
            let args: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
            let said = site.run(&args).ended(0);
            // A line longer than a terminal takes two.
            let lines: usize = said.out.lines().map(|line| line.chars().count().div_ceil(80).max(1)).sum();
            assert!((6..=24).contains(&lines), "{args:?} takes {lines} lines:\n{}", said.out);
            let vietnamese = said.out.contains("Tùy chọn");
            assert_eq!(vietnamese, lang == "vi", "{}", said.out);
        }
    }
}

// ---- what every page keeps to

/// Most bytes of a page as a host sends it, and what nineteen of twenty pages stay below.
const HEAVIEST: usize = 14_000;
const MOST_PAGES: usize = 10_240;

#[test]
fn pages_are_light() {
    let mut sizes: Vec<(usize, String)> = Built::repository().files().into_iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| (packed(&bytes), path)).collect();
    sizes.sort();
    let (heaviest, path) = &sizes[sizes.len() - 1];
    assert!(*heaviest <= HEAVIEST, "{path} takes {heaviest} bytes");
    let (at_95, path) = &sizes[sizes.len() * 95 / 100];
    assert!(*at_95 <= MOST_PAGES, "more than one page in twenty is as heavy as {path} with {at_95} bytes");
}

fn packed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    std::io::Write::write_all(&mut encoder, bytes).expect("memory takes bytes");
    encoder.finish().expect("memory takes bytes").len()
}

/// Runs a rule over every page of the repository's site and tells every breach at once.
#[track_caller]
fn every_page(rule: impl Fn(&str, &Element) -> Vec<String>) {
    let mut told = String::new();
    for (path, read) in Built::repository().pages() {
        for breach in rule(path, read) {
            told.push_str(&format!("{path}: {breach}\n"));
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn no_page_runs_a_script_or_asks_another_server() {
    every_page(|_, read| {
        let mut breaches = Vec::new();
        for element in read.all() {
            let name = element.name.as_str();
            if name == "script" && element.attribute("type") != Some("application/ld+json") {
                breaches.push("runs a script".to_owned());
            }
            if ["iframe", "object", "embed", "form", "base"].contains(&name) {
                breaches.push(format!("has a <{name}>"));
            }
            for (attribute, value) in &element.attributes {
                if attribute.starts_with("on") || attribute == "style" {
                    breaches.push(format!("<{name} {attribute}={value}>"));
                }
                let asks = match name {
                    // An address to be known by, or to be visited, is not asked by the browser itself.
                    "link" => !element.attribute("rel").is_some_and(|rel| ["canonical", "alternate", "license"].contains(&rel)),
                    "img" | "source" | "script" | "audio" | "video" | "track" | "use" | "image" | "input" => true,
                    _ => false,
                };
                let away = value.contains("http:") || value.contains("https:") || value.starts_with("//") || value.starts_with("data:");
                if asks && away && ["href", "src", "srcset", "poster", "xlink:href"].contains(&attribute.as_str()) {
                    breaches.push(format!("<{name} {attribute}={value}>"));
                }
            }
            if name == "style" && ["@import", "url("].iter().any(|asks| element.raw().contains(asks)) {
                breaches.push("its style asks for a file".to_owned());
            }
        }
        breaches
    });
}

#[test]
fn every_page_says_what_it_is() {
    let with_address = |path: &str| path != "404.html";
    every_page(|path, read| {
        let mut breaches = Vec::new();
        let mut need = |holds: bool, what: &str| {
            if !holds {
                breaches.push(what.to_owned());
            }
        };
        let words = |name: &str| read.named(name).iter().map(|e| e.words()).collect::<Vec<_>>();
        let meta = |key: &str, name: &str| read.named("meta").iter().find(|m| m.attribute(key) == Some(name)).and_then(|m| m.attribute("content")).unwrap_or("").to_owned();
        let h1 = words("h1");
        need(h1.len() == 1 && !h1[0].is_empty(), "has not one heading of the first rank");
        let title = words("title");
        need(title.len() == 1 && !title[0].is_empty(), "has no title");
        let lang = if path.starts_with("en/") { "en" } else { "vi" };
        need(read.named("html").first().and_then(|e| e.attribute("lang")) == Some(lang), "does not name its language");
        need(!meta("name", "description").is_empty(), "has no description");
        need(meta("name", "viewport").contains("width=device-width"), "is not made for telephones");
        need(!meta("property", "og:title").is_empty(), "has no title for those who share it");
        need(read.named("main").len() == 1, "has not one main part");
        need(!read.words().contains('⟨'), "shows a word that nobody wrote");
        let rel = |rel: &str| read.named("link").into_iter().filter(|l| l.attribute("rel") == Some(rel)).collect::<Vec<_>>();
        let address = format!("https://minhbach.example/{}", path.trim_end_matches("index.html"));
        let canonical: Vec<_> = rel("canonical").iter().filter_map(|l| l.attribute("href")).map(str::to_owned).collect();
        if with_address(path) {
            need(canonical == [address.clone()], &format!("is known as {canonical:?}"));
            need(meta("property", "og:url") == address, "is shared under another address");
            let alternates = rel("alternate");
            for hreflang in ["vi", "en", "x-default"] {
                let own = alternates.iter().find(|l| l.attribute("hreflang") == Some(hreflang)).and_then(|l| l.attribute("href"));
                need(own.is_some(), &format!("does not say where it is in {hreflang}"));
                if hreflang == lang {
                    need(own == Some(&address), "does not name itself among its languages");
                }
            }
        } else {
            need(canonical.is_empty() && meta("name", "robots") == "noindex", "stays out of search engines");
        }
        breaches
    });
}

#[test]
fn the_languages_of_a_page_name_each_other() {
    let site = Built::repository();
    let alternates = |path: &str| -> BTreeMap<String, String> {
        let all = site.page(path).named("link").into_iter().filter_map(|l| Some((l.attribute("hreflang")?.to_owned(), l.attribute("href")?.to_owned())));
        all.collect()
    };
    for path in site.pages().keys().filter(|path| *path != "404.html") {
        let mine = alternates(path);
        for address in mine.values() {
            let other = format!("{}index.html", address.trim_start_matches("https://minhbach.example/"));
            assert_eq!(alternates(&other), mine, "{path} and {other}");
        }
    }
}

#[test]
fn headings_go_down_one_rank_at_a_time_and_tables_name_their_cells() {
    every_page(|_, read| {
        let mut breaches = Vec::new();
        let mut rank = 0;
        let named = |e: &&Element| e.attribute("role") == Some("region") && e.attribute("aria-label").is_some();
        let in_named_regions: usize = read.all().into_iter().filter(named).map(|region| region.named("table").len()).sum();
        let with_caption = read.named("table").iter().filter(|t| !t.named("caption").is_empty()).count();
        if with_caption + in_named_regions < read.named("table").len() {
            breaches.push("has a table without a caption".to_owned());
        }
        for element in read.all() {
            if let [b'h', digit @ b'1'..=b'6'] = element.name.as_bytes() {
                let next = digit - b'0';
                if next > rank + 1 {
                    breaches.push(format!("after rank {rank} comes <h{next}> {}", element.words()));
                }
                rank = next;
            }
            if element.name == "table" {
                breaches.extend(element.named("th").iter().filter(|th| th.attribute("scope").is_none()).map(|th| format!("a <th> has no scope: {}", th.words())));
            }
            if element.name == "img" && !(element.attributes.contains_key("alt") && element.attributes.contains_key("width") && element.attributes.contains_key("height")) {
                breaches.push(format!("a picture has no words or no size: {:?}", element.attributes));
            }
            if element.name == "svg" && element.attribute("aria-hidden") != Some("true") && element.attribute("role") != Some("img") {
                breaches.push("a drawing is neither hidden from nor told to a screen reader".to_owned());
            }
        }
        breaches
    });
}

#[test]
fn reports_and_data_describe_themselves_to_machines() {
    let site = Built::repository();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (path, read) in site.pages() {
        for script in read.named("script") {
            let text = script.raw();
            let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}\n{text}"));
            for item in value.as_array().cloned().unwrap_or_else(|| vec![value]) {
                assert_eq!(item["@context"], "https://schema.org", "{path}");
                let kind = item["@type"].as_str().unwrap_or("").to_owned();
                if kind == "NewsArticle" {
                    assert!(item["headline"].is_string() && item["url"].as_str().is_some_and(|u| u.starts_with("https://")), "{path}: {item}");
                }
                if kind == "Dataset" {
                    assert!(item["name"].is_string() && item["distribution"].is_array(), "{path}: {item}");
                }
                *kinds.entry(kind).or_default() += 1;
            }
        }
    }
    assert_eq!(kinds.get("NewsArticle"), Some(&10), "five reports in two languages: {kinds:?}");
    assert!(kinds.contains_key("Dataset"), "{kinds:?}");
}

#[test]
fn feeds_and_sitemap_are_sound_and_lead_to_files() {
    let site = Built::repository();
    let files: BTreeSet<String> = site.files().into_iter().map(|(path, _)| path).collect();
    let xml: Vec<&String> = files.iter().filter(|path| path.ends_with(".xml")).collect();
    for wanted in ["feed.xml", "en/feed.xml", "don-vi/nam-nhun/feed.xml", "en/areas/nam-nhun/feed.xml", "sitemap.xml"] {
        assert!(files.contains(wanted), "{wanted} is there");
    }
    let file_of = |address: &str| {
        let inside = address.strip_prefix("https://minhbach.example/").unwrap_or_else(|| panic!("{address} is not of this site"));
        let inside = inside.split('#').next().unwrap_or("");
        if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
    };
    for path in xml {
        let elements = sound_xml(path, &site.text(path));
        let texts = |name: &str| elements.iter().filter(|(n, ..)| n == name).map(|(_, _, text)| text.clone()).collect::<Vec<_>>();
        if path == "sitemap.xml" {
            let addresses = texts("loc");
            let unique: BTreeSet<&String> = addresses.iter().collect();
            assert_eq!(unique.len(), addresses.len(), "an address stands twice in the sitemap");
            for address in &addresses {
                assert!(files.contains(&file_of(address)), "{address}");
            }
            let pages = files.iter().filter(|f| f.ends_with(".html") && *f != "404.html").count();
            assert_eq!(addresses.len(), pages, "every page is in the sitemap");
        } else {
            let entries = texts("entry").len();
            assert!(entries > 0, "{path} has entries");
            for (name, least) in [("id", entries + 1), ("title", entries + 1), ("updated", entries + 1)] {
                let found = texts(name);
                assert!(found.len() >= least && found.iter().all(|text| !text.is_empty()), "{path}: {name}: {found:?}");
            }
            for day in texts("updated") {
                assert!(day.len() >= 20 && day.as_bytes()[10] == b'T', "{path}: {day} is no moment of RFC 3339");
            }
            let ids = texts("id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
            for (_, tag, _) in elements.iter().filter(|(n, ..)| n == "link") {
                let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
                assert!(files.contains(&file_of(href)), "{path}: {tag}");
            }
        }
    }
}

/// Every element of an XML text with its tag and the words before its first child; a panic where it is not well formed.
fn sound_xml(path: &str, text: &str) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}');
    assert!(rest.starts_with("<?xml "), "{path} begins with its declaration");
    while let Some(at) = rest.find('<') {
        let words = &rest[..at];
        assert!(!words.contains("]]>") && sound_references(words), "{path}: {words}");
        match open.last() {
            Some(top) => found[*top].2.push_str(words.trim()),
            None => assert!(words.trim().is_empty(), "{path}: words outside everything: {words}"),
        }
        let end = rest[at..].find('>').unwrap_or_else(|| panic!("{path}: a tag never ends")) + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('?') || tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let top = open.pop().unwrap_or_else(|| panic!("{path}: </{name}> closes nothing"));
            assert_eq!(found[top].0, name.trim(), "{path}");
            continue;
        }
        let name: String = tag.chars().take_while(|c| !c.is_whitespace() && *c != '/').collect();
        assert!(tag.matches('"').count().is_multiple_of(2) && sound_references(tag), "{path}: <{tag}>");
        found.push((name, tag.to_owned(), String::new()));
        if !tag.ends_with('/') {
            open.push(found.len() - 1);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{path}: <{}> is never closed", open.first().map_or("", |at| &found[*at].0));
    found
}

/// Whether every `&` begins one of the five references XML knows, or a number.
fn sound_references(text: &str) -> bool {
    text.split('&').skip(1).all(|rest| rest.split_once(';').is_some_and(|(name, _)| matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") || name.starts_with('#')))
}

// ---- looking at folders

/// How every file and folder below a folder looks: bytes, and when it was changed.
type Shape = BTreeMap<String, (Option<Vec<u8>>, SystemTime)>;

fn shape(root: &Path) -> Shape {
    let mut shape = Shape::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("the folder is there").map(|e| e.expect("an entry").path()).chain([folder.clone()]) {
            let metadata = fs::symlink_metadata(&path).expect("it is there");
            let name = path.strip_prefix(root).expect("below its root").to_string_lossy().into_owned();
            let bytes = metadata.is_file().then(|| fs::read(&path).expect("it can be read"));
            if metadata.is_dir() && path != folder {
                folders.push(path);
            }
            shape.insert(name, (bytes, metadata.modified().expect("the disk keeps times")));
        }
    }
    shape
}

fn differences(before: &Shape, after: &Shape) -> Vec<String> {
    let mut told = Vec::new();
    for (name, (bytes, time)) in after {
        match before.get(name) {
            None => told.push(format!("new: {name}")),
            Some((old, _)) if old != bytes => told.push(format!("changed: {name}")),
            Some((_, old)) if old != time => told.push(format!("touched: {name}")),
            Some(_) => {}
        }
    }
    told.extend(before.keys().filter(|name| !after.contains_key(*name)).map(|name| format!("gone: {name}")));
    told
}

/// Says which files differ, and not their bytes.
#[track_caller]
pub fn same_files(wanted: &[(String, Vec<u8>)], found: &[(String, Vec<u8>)]) {
    let map = |files: &[(String, Vec<u8>)]| -> BTreeMap<String, Vec<u8>> { files.iter().cloned().collect() };
    let (wanted, found) = (map(wanted), map(found));
    let mut told: Vec<String> = wanted.keys().filter(|path| !found.contains_key(*path)).map(|path| format!("missing: {path}")).collect();
    for (path, bytes) in &found {
        match wanted.get(path) {
            None => told.push(format!("too many: {path}")),
            Some(other) if other != bytes => told.push(first_difference(path, other, bytes)),
            Some(_) => {}
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

fn first_difference(path: &str, wanted: &[u8], found: &[u8]) -> String {
    let at = wanted.iter().zip(found).position(|(a, b)| a != b).unwrap_or(wanted.len().min(found.len()));
    let near = |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(60)..bytes.len().min(at + 60)]).into_owned();
    format!("differs: {path} at byte {at}\n    wanted: {}\n    found:  {}", near(wanted), near(found))
}

/// Makes every file look as if it was written an hour ago, so that its stamp can be trusted.
pub fn age(root: &Path) {
    let then = SystemTime::now() - Duration::from_secs(3600);
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("the folder is there").map(|e| e.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(then)).expect("times can be set");
            }
        }
    }
}

/// Copies a folder, the last name first.
fn copy_backwards(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    let mut entries: Vec<_> = fs::read_dir(from).expect("the folder is there").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries.into_iter().rev() {
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_backwards(&path, &target);
        } else {
            copy_file(&path, &target);
        }
    }
}

fn copy_file(from: &Path, to: &Path) {
    fs::write(to, fs::read(from).expect("it can be read")).expect("it can be written");
}
