//! What `build` and `check` do to the disk, and what they say.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::edits::quick;
use crate::folder::{age, copy_backwards, differences, same_files, shape};
use crate::site::{Built, Site, repository};

// ---- what is published

#[test]
fn the_small_site_has_exactly_these_files() {
    let files: String = Built::small().files().iter().map(|(path, _)| format!("{path}\n")).collect();
    expected("files.txt", &files);
}

#[test]
fn the_small_site_has_exactly_these_pages() {
    for (file, path) in
        [("area.html", "don-vi/nam-nhun/index.html"), ("period.html", "don-vi/nam-nhun/2024/index.html"), ("report.html", "tin/bai-mot/index.html")]
    {
        expected(file, &Built::small().page(path).named("main")[0].outline());
    }
    let known: BTreeSet<String> = ["files.txt", "area.html", "period.html", "report.html"].map(str::to_owned).into();
    let there: BTreeSet<String> = fs::read_dir(repository().join("tests/sites/small/expected"))
        .expect("the folder is there")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
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
        command
            .args(["build", "--fresh", "--out"])
            .arg(&out)
            .current_dir(&folder)
            .env("RAYON_NUM_THREADS", threads)
            .env("TZ", "Pacific/Kiritimati")
            .env("LANG", "en_US.UTF-8");
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

const TWO: &str =
    "---\ntitle: Bài hai\nlead: Câu mở.\npublished: 2024-05-02\nareas: [nam-nhun]\nprogrammes: [ntm]\nsource:\n  name: Trang của huyện\n---\nHai.\n";

#[test]
fn a_file_of_someone_else_in_the_published_folder_stays() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    site.write("public/CNAME", "minhbach.example\n").write("public/don-vi/ghi-chu.txt", "của tôi").write("public/anh/a.png", "x");
    site.write("content/reports/2024/bai-hai.md", TWO);
    site.run(&["build"]).ended(0);
    site.run(&["build", "--fresh"]).ended(0);
    assert_eq!(
        (site.read("public/CNAME").as_str(), site.read("public/don-vi/ghi-chu.txt").as_str(), site.read("public/anh/a.png").as_str()),
        ("minhbach.example\n", "của tôi", "x")
    );
    assert!(site.path().join("public/tin/bai-hai/index.html").is_file());
}

#[test]
fn a_file_of_someone_else_where_a_page_belongs_stops_the_build_and_stays() {
    let site = Site::small();
    site.write("public/tin/bai-mot/index.html", "của tôi");
    let said = site.run(&["build"]).ended(3).slashed();
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
            s.write(
                "themes/rieng/layouts/area.html",
                "{% extends \"default/layouts/area.html\" %}{% block content %}{{ page.nothing.at_all }}{% endblock content %}",
            )
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
        let left: Vec<String> = fs::read_dir(site.path())
            .expect("the site is there")
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|n| n.contains("minhbach-new"))
            .collect();
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
    // A build that changes every page, for its length; then back to where it began.
    states.enter(1);
    ended(&mut states.start());
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
        let apart = |from: &[(String, Vec<u8>)]| -> Vec<String> {
            let missing = from.iter().filter(|one| !there.contains(one)).map(|(name, _)| format!("not as it was: {name}"));
            missing.chain(there.iter().filter(|(name, _)| from.iter().all(|(own, _)| own != name)).map(|(name, _)| format!("more: {name}"))).take(5).collect()
        };
        assert!(there == *old || there == *new, "round {round}: the published site is neither the old nor the new one: {:?}, {:?}", apart(old), apart(new));
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
        let site = quick();
        // A site of few files changes places as a whole, which is what is looked at here: without an address it has no
        // pages that other sites frame, and few enough.
        site.replace("site.toml", "base_url = \"https://minhbach.example/\"\n", "");
        let states = States { site, clean: [Vec::new(), Vec::new()] };
        let clean = [0, 1].map(|at| {
            states.enter(at);
            let folder = format!("clean-{at}");
            states.site.run(&["build", "--fresh", "--out", &folder]).ended(0);
            states.site.files(&folder)
        });
        let most = clean.iter().map(Vec::len).max().unwrap_or_default();
        assert!(most <= 500, "{most} files are published one by one: choose a smaller site");
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
    for machine in [
        &["--site", "nowhere", "build"][..],
        &["--site", "nowhere", "check"],
        &["build", "--out", "site.toml/x"],
        &["build", "--out", "."],
        &["build", "--out", "content"],
    ] {
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
    let heaviest = "phuong-phap/index.html";
    let first = site.run(&["build", "--lang", "vi"]).ended(0).slashed();
    assert_eq!(
        measured(&first.out),
        format!(
            "✔ Đã dựng {pages} trang trong N giây → public/    ({files} tệp mới hoặc đổi, 0 giữ nguyên, 0 xóa)\n  Trang nặng nhất: {heaviest}  N KB khi nén (giới hạn N KB)\n  Bước tiếp theo: mở public/index.html để xem, hoặc chép thư mục lên máy chủ.\n"
        )
    );
    let second = site.run(&["build", "--lang", "en"]).ended(0).slashed();
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
    let said = site.run(&["build", "--out", "web"]).ended(0).slashed();
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
        for args in [&["--help"][..], &["build", "--help"], &["check", "--help"], &["new", "--help"]] {
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
