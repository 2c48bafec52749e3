//! `new`: what it makes is sound at once, says what each field is, and never takes the place of anything.

use std::path::Path;

use minhbach::diag::Severity;
use minhbach::pipeline::Live;

use crate::site::Site;

const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Everything in a site that is content or settings.
fn written(site: &Site, folder: &str) -> Vec<String> {
    let files = site.files(folder).into_iter().map(|(path, _)| path);
    files.filter(|path| path == "site.toml" || path.starts_with("content/")).collect()
}

/// Takes the marks of a sample out of every file.
fn made_ones_own(site: &Site, folder: &str) {
    for file in written(site, folder) {
        let path = format!("{folder}/{file}");
        let text = site.read(&path);
        let kept: String = text.split_inclusive('\n').filter(|line| !["sample: true", "sample = true"].contains(&line.trim_end())).collect();
        assert_ne!(kept, text, "{path} says that it is a sample");
        site.write(&path, kept);
    }
}

#[test]
fn a_new_site_is_seen_and_is_published_only_as_ones_own() {
    for lang in LANGUAGES {
        for kind in if lang == "vi" { &["province", "district", "commune"][..] } else { &["commune"] } {
            let site = Site::empty();
            site.run(&["--lang", lang, "new", "site", "trang", "--kind", kind, "--year", "2024"]).ended(0);
            let files = written(&site, "trang");
            let said = site.run(&["--lang", lang, "--site", "trang", "check"]).ended(1);
            assert_eq!(said.err.matches("MB0213").count(), files.len(), "{}", said.err);
            for file in &files {
                assert!(said.err.contains(file), "{file} is told\n{}", said.err);
            }
            site.run(&["--site", "trang", "build"]).ended(1);
            assert!(!site.path().join("trang/public").exists());

            let root = site.path().join("trang");
            let seen = Live::open(&root, root.join("public"), false).look().expect("the files can be looked at");
            let still = seen.still.unwrap_or_else(|| panic!("{:#?}", seen.problems));
            let home = String::from_utf8(still.file("index.html").expect("it is drawn").expect("there is a home page")).expect("UTF-8");
            assert!(home.contains(if lang == "vi" { ">MẪU<" } else { ">SAMPLE<" }), "{home}");

            made_ones_own(&site, "trang");
            site.run(&["--site", "trang", "check", "--strict"]).ended(0);
            site.run(&["--lang", lang, "--site", "trang", "schema", "--check"]).ended(0);
            site.run(&["--site", "trang", "build"]).ended(0);
        }
    }
}

#[test]
fn every_new_file_leads_editors_to_its_schema() {
    let site = Site::empty();
    site.run(&["new", "site", "trang", "--year", "2024"]).ended(0);
    for file in written(&site, "trang") {
        let text = site.read(&format!("trang/{file}"));
        let line = text.lines().find(|line| *line != "---").expect("it has a line");
        let schema = line.split(['=', ' ']).next_back().expect("it names a file").to_owned();
        let folder = Path::new("trang").join(&file).parent().expect("a folder").to_owned();
        let schema = site.path().join(folder).join(schema);
        assert!(line.contains("schema") && schema.exists(), "{file}: {line}");
    }
}

/// What is typed, the file it makes, and words that stand in it.
type Right = (&'static [&'static str], &'static str, &'static [&'static str]);

const RIGHT: &[Right] = &[
    (&["area", "Mường  Thử"], "content/areas/muong-thu/area.yaml", &["name: Mường Thử\n", "kind: district\n", "#parent:\n"]),
    (&["area", "Đắk Thử", "--parent", "nam-nhun", "--id", "dak"], "content/areas/dak/area.yaml", &["name: Đắk Thử\n", "parent: nam-nhun\n"]),
    (
        &["programme", "Chương trình: thứ hai", "--short", "Thứ hai", "--period", "2026-2030"],
        "content/programmes/thu-hai.yaml",
        &["name: \"Chương trình: thứ hai\"\n", "short: Thứ hai\n", "period: 2026-2030\n"],
    ),
    (
        &["document", "Giao kế hoạch", "--number", "12/QĐ-UBND", "--date", "5/1/2025"],
        "content/documents/12-qd-ubnd.yaml",
        &["number: 12/QĐ-UBND\n", "title: Giao kế hoạch\n", "date: 2025-01-05\n"],
    ),
    (
        &["work", "Cầu #3", "--area", "nam-nhun", "--programme", "ntm", "--status", "implementation"],
        "content/areas/nam-nhun/works/cau-3.yaml",
        &["name: \"Cầu #3\"\n", "programme: ntm\n", "status: implementation\n", "#physical_progress:\n"],
    ),
    (
        &["report", "Quý II: \"tăng tốc\"", "--area", "nam-nhun", "--programme", "ntm", "--date", "2024-07-05"],
        "content/reports/2024/quy-ii-tang-toc.md",
        &["published: 2024-07-05\n", "areas: [nam-nhun]\n", "programmes: [ntm]\n", "source:\n", "  name: Nhóm thử\n"],
    ),
    (&["period", "2025", "--source", "qd-263"], "content/areas/nam-nhun/2025/plan.yaml", &["year: 2025\n", "money_unit: triệu đồng\n", "document: qd-263\n"]),
    (
        &["indicator", "Số hộ", "--programme", "ntm", "--unit", "hộ", "--kind", "increase"],
        "content/programmes/ntm.yaml",
        &["  - id: so-ho\n    # ", "    name: Số hộ\n", "    unit: hộ\n", "    kind: increase\n"],
    ),
];

#[test]
fn what_is_made_is_sound_at_once() {
    for lang in LANGUAGES {
        let site = Site::small();
        for (typed, file, words) in RIGHT {
            let said = site.run(&[&["--lang", lang, "new"], *typed].concat()).ended(0);
            assert!(said.out.contains(file), "{typed:?} says what it made: {}", said.out);
            let text = site.read(file);
            for word in *words {
                assert!(text.contains(word), "{typed:?}: {word:?} stands in\n{text}");
            }
            site.run(&["check", "--strict"]).ended(0);
            // The site speaks Vietnamese, whatever its messages are told in.
            site.run(&["--lang", "vi", "schema", "--check"]).ended(0);
        }
        // A second time there is something in the way, and it stays as it is.
        let before = site.files("");
        for (typed, ..) in RIGHT {
            site.run(&[&["--lang", lang, "new"], *typed].concat()).ended(2);
        }
        assert_eq!(site.files(""), before);
        site.run(&["build"]).ended(0);
    }
}

#[test]
fn words_have_vietnamese_names() {
    let site = Site::small();
    site.run(&["moi", "dia-ban", "Mường Thử"]).ended(0);
    site.run(&["moi", "chuong-trinh", "Chương trình hai"]).ended(0);
    site.run(&["moi", "chi-so", "Số bể", "--programme", "chuong-trinh-hai"]).ended(0);
    site.run(&["moi", "van-ban", "Văn bản hai"]).ended(0);
    site.run(&["moi", "cong-trinh", "Cầu", "--area", "muong-thu"]).ended(0);
    site.run(&["moi", "bai", "Bài hai", "--area", "muong-thu,nam-nhun"]).ended(0);
    site.run(&["moi", "ky", "--area", "muong-thu", "--source", "van-ban-hai"]).ended(0);
    site.run(&["check", "--strict"]).ended(0);
    site.run(&["moi", "trang", "trang-khac"]).ended(0);
}

/// What is typed, and what comes back in Vietnamese and in English.
type Wrong = (&'static [&'static str], &'static str, &'static str);

const WRONG: &[Wrong] = &[
    (&["area"], "\"Tên địa bàn\"", "\"Name of the area\""),
    (&["area", "Mường Thử", "--kind", "distrit"], "Có phải là: district?", "Did you mean: district?"),
    (&["area", "Mường Thử", "--parent", "nam-nhum"], "Có phải là: nam-nhun?", "Did you mean: nam-nhun?"),
    (&["area", "Nậm Nhùn"], "Mã “nam-nhun” đã có một địa bàn khác dùng", "The id “nam-nhun” is taken by another area"),
    (&["area", "Mường Thử", "--id", "Mường Thử"], "Ví dụ: --id muong-thu", "Such as: --id muong-thu"),
    (&["area", "…"], "--id ma-ngan", "--id short-name"),
    (&["programme"], "\"Tên chương trình\"", "\"Name of the programme\""),
    (&["programme", "Hai", "--period", "2030-2026"], "--period 2026-2030", "--period 2026-2030"),
    (&["indicator"], "\"Tên chỉ số\"", "\"Name of the indicator\""),
    (&["indicator", "Hai", "--programme", "nmt"], "Có phải là: ntm?", "Did you mean: ntm?"),
    (&["indicator", "Hai", "--kind", "more"], "Chọn một trong: increase", "Choose one of: increase"),
    (&["document"], "\"Trích yếu\"", "\"What it is about\""),
    (&["document", "Hai", "--date", "31/2/2024"], "“31/2/2024” không phải một ngày", "“31/2/2024” is no day"),
    (&["document", "Bài một", "--id", "bai-mot"], "một văn bản hoặc bài khác", "another document or report"),
    (&["work"], "\"Tên công trình\"", "\"Name of the work\""),
    (&["work", "Hai", "--area", "khac"], "minhbach new area", "minhbach new area"),
    (&["work", "Hai", "--status", "complete"], "Có phải là: completed?", "Did you mean: completed?"),
    (&["report"], "\"Tiêu đề bài\"", "\"Title of the report\""),
    (&["report", "Hai", "--area", "nam-nhun,khac"], "“khac”", "“khac”"),
    (&["report", "Hai", "--date", "mai"], "“mai” không phải một ngày", "“mai” is no day"),
    (&["period"], "--source …", "--source …"),
    (&["period", "2025", "--source", "qd-26"], "Có phải là: qd-263?", "Did you mean: qd-263?"),
    (&["period", "25", "--source", "qd-263"], "“25” không phải một kỳ", "“25” is no period"),
    (&["period", "2025", "--source", "qd-263", "--as-of", "x"], "--as-of 1/1/2025", "--as-of 1/1/2025"),
    (&["period", "2024", "--source", "qd-263"], "Đã có kỳ 2024", "There is 2024 already"),
    (&["period", "2020", "--source", "qd-263"], "--area …", "--area …"),
    (&["period", "2025", "--source", "qd-263", "--area", "nam"], "“nam”", "“nam”"),
    (&["site", "."], "đã có site.toml", "has site.toml already"),
    (&["site", "moi", "--year", "hai"], "“hai” không phải một năm", "“hai” is no year"),
    (&["site", "moi", "--kind", "village"], "“village” không dùng được", "“village” cannot be used"),
    (&["sit"], "Có phải bạn muốn gõ: site?", "Did you mean: site?"),
];

#[test]
fn what_is_typed_wrong_is_told_with_what_to_type_and_writes_nothing() {
    let site = Site::small();
    let before = site.files("");
    for (typed, vi, en) in WRONG {
        for (lang, words) in LANGUAGES.into_iter().zip([vi, en]) {
            let said = site.run(&[&["--lang", lang, "new"], *typed].concat()).ended(2);
            assert!(said.err.contains(*words), "{typed:?}: {words:?} is said\n{}", said.err);
            assert_eq!(said.out, "", "{typed:?}");
        }
    }
    assert_eq!(site.files(""), before);
}

#[test]
fn a_refusal_is_in_the_language_of_the_site() {
    let site = Site::small();
    let said = site.run_as_typed(&["new", "period", "khong-phai-ky"]).ended(2);
    assert!(said.err.contains("Chưa ghi gì."), "{}", said.err);
}

#[test]
fn what_to_type_next_is_typed_from_the_same_place() {
    let site = Site::small();
    let elsewhere = Site::empty();
    let folder = site.path().to_string_lossy().into_owned();
    let said = elsewhere.run(&["--site", &folder, "new", "area", "Mường Tè", "--kind", "district"]).ended(0);
    assert!(said.out.contains(&format!("minhbach --site {folder} new period --area muong-te")), "{}", said.out);
}

#[test]
fn where_there_is_no_site_one_is_to_be_made_first() {
    let site = Site::empty();
    for (typed, ..) in RIGHT {
        let said = site.run(&[&["new"], *typed].concat()).ended(1);
        assert!(said.err.contains("minhbach new site"), "{}", said.err);
    }
    assert!(site.files("").is_empty());
}

#[test]
fn a_new_period_has_the_lines_of_the_last_and_none_of_its_values() {
    let site = Site::small();
    site.run(&["new", "period", "2025", "--source", "qd-263"]).ended(0);
    let bare = |file: &str| {
        site.read(file).lines().filter(|line| !line.trim_start().starts_with('#') && !line.is_empty()).map(|line| format!("{line}\n")).collect::<String>()
    };
    let plan = "year: 2025\nmoney_unit: triệu đồng\ndocument: qd-263\nbudget:\n  - programme: ntm\n    capital: investment\n    assigned: chưa giao\ntargets:\n  - indicator: xa-dat-chuan\n    target: chưa giao\n";
    assert_eq!(bare("content/areas/nam-nhun/2025/plan.yaml"), plan);
    let results = "year: 2025\nmoney_unit: triệu đồng\nsnapshots:\n  - as_of: 2025-01-01\n    source: qd-263\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: chưa có số liệu\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: chưa có số liệu\n";
    assert_eq!(bare("content/areas/nam-nhun/2025/results.yaml"), results);
}

#[test]
fn a_whole_country_moves_on_a_year() {
    let site = Site::repository();
    site.run(&["new", "document", "Giao kế hoạch năm sau", "--id", "giao-ke-hoach"]).ended(0);
    // Its districts ended in 2025; those asked for by name are opened all the same.
    let plans =
        site.files("content/areas").into_iter().map(|(path, _)| path).filter(|path| path.ends_with("/2024/plan.yaml") || path.ends_with("/2024/results.yaml"));
    let mut areas: Vec<String> = plans.map(|path| path.split('/').next().expect("a folder").to_owned()).collect();
    areas.dedup();
    assert!(areas.len() > 1);
    for area in &areas {
        site.run(&["new", "period", "2025", "--source", "giao-ke-hoach", "--area", area]).ended(0);
        for file in ["plan", "results"] {
            let text = site.read(&format!("content/areas/{area}/2025/{file}.yaml"));
            let digits = text.lines().filter(|line| !line.trim_start().starts_with('#')).filter_map(|line| line.split_once(": "));
            let values: Vec<_> = digits
                .filter(|(key, value)| {
                    !["year", "as_of", "carried_from", "scope", "source"].contains(&key.trim_start_matches([' ', '-']))
                        && value.chars().any(|c| c.is_ascii_digit())
                })
                .collect();
            assert!(
                values.iter().all(|(key, _)| ["programme", "component", "indicator", "set", "group", "group_name", "money_unit", "document", "vi", "en"]
                    .contains(&key.trim_start_matches([' ', '-']))),
                "{area}: {values:?}"
            );
        }
    }
    let live = Live::open(site.path(), site.path().join("public"), false).look().expect("the files can be looked at");
    let errors: Vec<_> = live.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn a_new_file_is_like_its_neighbours() {
    let site = Site::small();
    for file in [
        "content/areas/nam-nhun/area",
        "content/areas/nam-nhun/2024/plan",
        "content/areas/nam-nhun/2024/results",
        "content/documents/qd-263",
        "content/programmes/ntm",
    ] {
        let text = site.read(&format!("{file}.yaml"));
        site.remove(&format!("{file}.yaml")).write(&format!("{file}.yml"), text);
    }
    let report = site.read("content/reports/2024/bai-mot.md");
    site.remove("content/reports/2024/bai-mot.md").write("content/reports/2024/bai-mot/index.md", report);
    site.run(&["new", "area", "Mường Thử"]).ended(0);
    site.run(&["new", "report", "Bài hai", "--area", "nam-nhun", "--date", "2024-05-02"]).ended(0);
    assert!(site.path().join("content/areas/muong-thu/area.yml").exists());
    assert!(site.path().join("content/reports/2024/bai-hai/index.md").exists());
    site.run(&["check", "--strict"]).ended(0);
}

#[test]
fn help_fits_a_screen() {
    let site = Site::empty();
    for lang in LANGUAGES {
        for thing in ["", "site", "area", "period", "report", "programme", "indicator", "document", "work", "correction"] {
            let words: Vec<&str> = ["--lang", lang, "new", thing, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
            let said = site.run(&words).ended(0);
            assert!(said.out.lines().count() <= 24, "{words:?}\n{}", said.out);
        }
    }
}
