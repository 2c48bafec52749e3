//! What Windows, Excel and old Vietnamese fonts do to files, one test for each hazard.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unicode_normalization::UnicodeNormalization;

use super::book::{Book, Typed};
use super::site::{Built, Site, copy, repository};

const AREA: &str = "content/areas/nam-nhun/area.yaml";
const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const REPORT: &str = "content/reports/2024/bai-mot.md";

/// Every text file of the smallest site.
const TEXTS: [&str; 7] = ["site.toml", "content/programmes/ntm.yaml", "content/documents/qd-263.yaml", AREA, PLAN, RESULTS, REPORT];

/// The published files of the smallest site as it is.
fn published(site: &Site) -> Vec<(String, Vec<u8>)> {
    site.run(&["build", "--fresh"]).ended(0);
    site.files("public")
}

#[test]
fn a_mark_in_front_is_accepted_silently() {
    let site = Site::small();
    let plain = published(&site);
    for file in TEXTS {
        site.write(file, format!("\u{feff}{}", site.read(file)));
    }
    let said = site.run(&["check", "--strict"]).ended(0);
    assert_eq!(said.err, "");
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&published(&site)), names(&plain));
    assert!(site.read("public/tin/bai-mot/index.html").contains("Một câu mở đầu."));
}

#[test]
fn windows_line_ends_and_spaces_behind_the_dashes_are_accepted_and_stay() {
    let site = Site::small();
    let plain = published(&site);
    let windows = |text: &str| text.replace("---\n", "---  \n").replace('\n', "\r\n");
    for file in TEXTS {
        site.write(file, windows(&site.read(file)));
    }
    assert_eq!(site.run(&["check", "--strict"]).ended(0).err, "");
    assert!(published(&site) == plain, "two machines, one site");
    // What is written back keeps them: a mended word, a filled-in cell.
    let report = site.read(REPORT);
    assert!(report.starts_with("---  \r\n"), "{report}");
    site.write(REPORT, report.replace("published:", "publishd:"));
    site.run(&["check", "--fix"]).ended(0);
    assert_eq!(site.read(REPORT), report);
    let results = site.read(RESULTS);
    site.run(&["template", "--area", "nam-nhun", "--out", "bieu.xlsx"]).ended(0);
    let mut book = Book::open(&site.path().join("bieu.xlsx"));
    book.set("F6", Typed::Number("790"));
    book.save(&site.path().join("bieu.xlsx"));
    site.run(&["import", "bieu.xlsx", "--write"]).ended(0);
    assert_eq!(site.read(RESULTS), results.replace("disbursed: 780\r\n", "disbursed: 790\r\n"));
}

/// The text as a program stored it that knows UTF-16 alone.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Text whose letters all lie in one byte, as those bytes.
fn bytes(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or_else(|_| panic!("{letter} has no byte"))).collect()
}

/// The area of the smallest site with words in it, its line ends those of Windows.
const WORDS: &str = "name: Nậm Nhùn\r\nkind: district\r\nabout: Huyện nghèo của tỉnh, xã Mường Mô # đã rà soát\r\n";
const TCVN3: &str = "name: NËm Nhïn\r\nkind: district\r\nabout: HuyÖn nghÌo cña tØnh, x· M\u{ad}êng M« # ®· rµ so¸t\r\n";
const VNI: &str = "name: Naäm Nhuøn\r\nkind: district\r\nabout: Huyeän ngheøo cuûa tænh, xaõ Möôøng Moâ # ñaõ raø soaùt\r\n";
const WINDOWS_1258: &str = "name: Nâòm NhuÌn\r\nkind: district\r\nabout: Huyêòn ngheÌo cuÒa tiÒnh, xaÞ MýõÌng Mô # ðaÞ raÌ soaìt\r\n";

#[test]
fn old_files_are_converted_after_a_sample_and_a_yes_and_kept() {
    let stored: [(&str, Vec<u8>, &str); 6] = [
        ("UTF-16", utf16(&format!("\u{feff}{WORDS}")), "line 1: “name: Nậm Nhùn”"),
        ("UTF-16", utf16(WORDS), "line 1: “name: Nậm Nhùn”"),
        ("TCVN3 (ABC)", bytes(TCVN3), "line 1: “name: NËm Nhïn” → “name: Nậm Nhùn”"),
        ("TCVN3 (ABC)", format!("\u{feff}{TCVN3}").into_bytes(), "line 1: “name: NËm Nhïn” → “name: Nậm Nhùn”"),
        ("VNI", bytes(VNI), "line 1: “name: Naäm Nhuøn” → “name: Nậm Nhùn”"),
        ("Windows-1258", bytes(WINDOWS_1258), "line 3: “about: Huyêòn ngheÌo"),
    ];
    for (name, old, sample) in stored {
        let site = Site::small();
        site.write(AREA, &old);
        let code = if std::str::from_utf8(&old).is_ok() && !old.contains(&0) { "MB0011" } else { "MB0007" };
        let told = site.run(&["check"]).ended(1);
        assert!(told.err.contains(code) && told.err.contains("minhbach check --fix"), "{name}: {}", told.err);
        // Nobody sits there to answer, and nobody agreed beforehand.
        let before = site.files("");
        let asked = site.run(&["check", "--fix"]).ended(1);
        assert!(asked.out.contains(&format!("{AREA}: {name} → Unicode (UTF-8)")) && asked.out.contains(sample), "{name}: {}", asked.out);
        assert!(asked.out.contains("Nothing was converted"), "{}", asked.out);
        assert!(site.files("") == before, "{name}: something was written");
        let done = site.run(&["check", "--fix", "--yes"]);
        assert!(done.out.contains("now in Unicode") && !done.err.contains("MB0007") && !done.err.contains("MB0011"), "{name}: {}{}", done.out, done.err);
        assert_eq!(site.read(AREA), WORDS, "{name}");
        assert_eq!(fs::read(site.path().join(".minhbach/luu").join(AREA)).unwrap(), old, "{name} is kept");
        assert_eq!(site.read(".minhbach/.gitignore"), "*\n");
        let after = site.files("");
        site.run(&["check", "--fix", "--yes"]);
        assert!(site.files("") == after, "{name}: a second run changed something");
    }
}

#[test]
fn old_files_change_all_or_none_and_everything_else_in_them_stays() {
    let site = Site::small();
    let report = site.read(REPORT);
    site.write(AREA, bytes(TCVN3));
    site.write(REPORT, report.clone() + "\nQuyÕt ®Þnh cña Chñ tÞch huyÖn, ngµy 5/4; xem [quý I](figure:ntm/investment/disbursed).\n");
    site.write(".minhbach/luu", "in the way");
    // The lock of those who write several files is empty and stays.
    let held = || site.files("").into_iter().filter(|(name, _)| name != ".minhbach/writing.lock").collect::<Vec<_>>();
    let before = held();
    site.run(&["check", "--fix", "--yes"]).ended(3);
    assert!(held() == before, "something was converted");
    site.remove(".minhbach/luu");
    site.run(&["check", "--fix", "--yes"]);
    assert_eq!(site.read(AREA), WORDS);
    assert_eq!(site.read(REPORT), report + "\nQuyết định của Chủ tịch huyện, ngày 5/4; xem [quý I](figure:ntm/investment/disbursed).\n");
}

#[test]
fn what_could_be_two_things_is_not_converted() {
    let site = Site::small();
    let text = site.read(REPORT) + "\nHuyện còn 3 hé nghÌo theo QuyÕt ®Þnh số 5.\n";
    site.write(REPORT, &text);
    let said = site.run(&["check", "--fix", "--yes"]).ended(1);
    assert!(said.out.contains("left as it is: line 12 has old letters beside Unicode"), "{}", said.out);
    assert!(said.err.contains("MB0011") && said.err.contains("line 12 has old letters"), "{}", said.err);
    assert_eq!(site.read(REPORT), text);
}

#[test]
fn accents_stored_apart_are_the_same_name_everywhere() {
    let site = Site::small();
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"></svg>";
    let apart = |text: &str| text.nfd().collect::<String>();
    fs::remove_file(site.path().join(REPORT)).unwrap();
    let report = Site::small().read(REPORT).replace("source:", "pictures:\n  - file: đường.svg\n    alt: Con đường mới\nsource:");
    // The picture's name on disk is in one form, and what the report says in the other.
    site.write(&apart("content/reports/2024/bai-mot/đường.svg"), picture);
    site.write("content/reports/2024/bai-mot/index.md", &report);
    let said = site.run(&["check", "--strict"]).ended(0);
    assert_eq!(said.err, "");
    let with = published(&site);
    site.write("content/reports/2024/bai-mot/index.md", apart(&report));
    site.run(&["build"]).ended(0);
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&with), names(&site.files("public")), "the same addresses");
    // Ids of headings are plain, and đ is a d in both forms.
    let heading = "\n## Đường đến Điện Biên\n";
    for text in [format!("{report}{heading}"), apart(&format!("{report}{heading}"))] {
        site.write("content/reports/2024/bai-mot/index.md", text);
        site.run(&["build"]).ended(0);
        assert!(
            site.read("public/tin/bai-mot/index.html").contains("id=\"duong-den-dien-bien\"")
                || site.read("public/tin/bai-mot/index.html").contains("id=duong-den-dien-bien")
        );
    }
    // An id with accents is refused in both forms with the same plain one.
    for id in ["nậm-nhùn".to_owned(), apart("nậm-nhùn")] {
        let site = Site::small();
        site.replace(REPORT, "areas: [nam-nhun]", &format!("areas: [{id}]"));
        let said = site.run(&["check"]).ended(1);
        assert!(said.err.contains("nam-nhun"), "{}", said.err);
    }
    // Two files whose names differ only in this are one file on other machines.
    #[cfg(target_os = "linux")]
    {
        site.write("content/reports/2024/bai-mot/đường.svg", picture);
        let said = site.run(&["check"]).ended(1);
        assert!(said.err.contains("MB0014"), "{}", said.err);
    }
}

#[test]
fn a_file_marked_as_read_only_is_told_and_nothing_is_written() {
    let site = Site::small();
    site.run(&["template", "--area", "nam-nhun", "--out", "bieu.xlsx"]).ended(0);
    let mut book = Book::open(&site.path().join("bieu.xlsx"));
    book.set("F6", Typed::Number("790"));
    book.save(&site.path().join("bieu.xlsx"));
    let mark = |is: bool| {
        let path = site.path().join(RESULTS);
        let mut rights = fs::metadata(&path).expect("the file is there").permissions();
        #[allow(clippy::permissions_set_readonly_false, reason = "the folder goes in a moment")]
        rights.set_readonly(is);
        fs::set_permissions(path, rights).expect("it can be marked");
    };
    mark(true);
    let before = site.files("content");
    for (lang, words) in [("en", "The file is marked as read-only"), ("vi", "Tệp này được đặt là chỉ đọc")] {
        let said = site.run(&["import", "bieu.xlsx", "--write", "--lang", lang]).ended(3);
        assert!(said.err.contains("results.yaml") && said.err.contains(words), "{}", said.err);
    }
    assert!(site.files("content") == before, "something was written or left");
    mark(false);
    site.run(&["import", "bieu.xlsx", "--write"]).ended(0);
}

#[test]
fn a_name_of_a_device_is_no_place_to_write_to() {
    let site = Site::small();
    // What was read may be remembered, as by any command.
    let files = || site.files("").into_iter().filter(|(name, _)| !name.starts_with(".minhbach/")).collect::<Vec<_>>();
    let before = files();
    for args in [["build", "--out", "nul"].as_slice(), &["template", "--area", "nam-nhun", "--out", "aux.xlsx"], &["export", "--format", "csv", "--out", "con"]]
    {
        let said = site.run(args).ended(3);
        assert!(said.err.contains("Windows keeps that name for a device"), "{args:?}: {}", said.err);
    }
    assert!(files() == before, "something was written");
}

/// Runs the program from a folder with a locale that knows no Vietnamese.
fn run_in(folder: &Path, args: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_minhbach"));
    command.current_dir(folder).env("LC_ALL", "C").env("LANG", "C").env_remove("NO_COLOR");
    command.args(args).output().expect("the program can be run")
}

#[test]
fn a_pipe_gets_utf_8_whatever_the_locale_and_no_colours() {
    let site = Site::small();
    site.replace(RESULTS, "disbursed:", "disbursd:");
    let said = run_in(site.path(), &["check", "--lang", "vi"]);
    let (out, err) = (String::from_utf8(said.stdout).expect("UTF-8"), String::from_utf8(said.stderr).expect("UTF-8"));
    assert!(err.contains("Ở đây không có mục “disbursd”") && out.contains("✘ 1 lỗi"), "{out}{err}");
    assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "a pipe shows no colours: {out}{err}");
}

/// A folder as people have it: a Vietnamese name, an ampersand, spaces, percent signs, and more than 260 characters. On
/// Windows nobody stands in a folder that long; what is built in it is longer than that all the same.
fn far_away(root: &Path) -> PathBuf {
    let least = if cfg!(windows) { 180 } else { 300 };
    let mut folder = root.join("Nguyễn Văn Đức & Cộng sự (100%)").join("OneDrive - Sở Thông tin");
    while folder.to_string_lossy().chars().count() < least {
        folder = folder.join("Báo cáo quý III năm 2024 'bản cuối' ^ !");
    }
    folder
}

#[test]
fn a_site_far_down_in_a_folder_with_any_name_is_built() {
    let home = Site::empty();
    let folder = far_away(home.path());
    copy(&repository().join("tests/sites/small"), &folder);
    let ended = |args: &[&str], from: &Path| {
        let said = run_in(from, args);
        assert!(said.status.success(), "{args:?}\n{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    };
    let site = folder.to_string_lossy().into_owned();
    let file = folder.join("Biểu & số liệu.xlsx");
    let form = file.to_string_lossy().into_owned();
    ended(&["--site", &site, "build"], home.path());
    ended(&["build"], &folder);
    ended(&["--site", &site, "template", "--area", "nam-nhun", "--out", &form], home.path());
    ended(&["--site", &site, "import", &form], home.path());
    ended(&["--site", &site, "export", "--format", "csv", "--out", &folder.join("ra.csv").to_string_lossy()], home.path());
    ended(&["--site", &site, "check", "--fix"], home.path());
    assert!(folder.join("public/index.html").is_file() && folder.join("ra.csv").is_file());
    assert!(folder.join(".public.minhbach-new/site/don-vi/nam-nhun/2024/index.html").to_string_lossy().chars().count() > 260, "pages are made that far down");
}

#[test]
fn what_excel_leaves_beside_an_open_workbook_is_no_file_of_the_site() {
    let site = Site::small();
    let plain = published(&site);
    site.write("content/areas/nam-nhun/~$bieu.xlsx", b"\x05Nguyen Van A");
    site.write("content/reports/2024/~$bai-mot.md", "x");
    assert_eq!(site.run(&["check", "--strict"]).ended(0).err, "");
    assert!(published(&site) == plain, "it was published");
    // Opened by mistake it is told for what it is; beside a form it says that the form is still open.
    site.run(&["template", "--area", "nam-nhun", "--out", "bieu.xlsx"]).ended(0);
    site.write("~$bieu.xlsx", b"\x05Nguyen Van A");
    let said = site.run(&["import", "~$bieu.xlsx"]).ended(1);
    assert!(said.err.contains("bieu.xlsx"), "{}", said.err);
    let said = site.run(&["import", "bieu.xlsx"]).ended(0);
    assert!(said.err.contains("seems to be open in Excel"), "{}", said.err);
}

#[test]
fn the_csv_of_pages_and_of_the_command_is_for_machines_and_says_so() {
    let site = Site::small();
    site.replace(RESULTS, "disbursed: 780", "disbursed: 780,5\n        note: \"một, \\\"hai\\\"\"");
    let said = site.run(&["export", "--format", "csv", "--out", "ra.csv"]).ended(0);
    assert!(said.out.contains("for machines") && said.out.contains("--format xlsx"), "{}", said.out);
    let said = site.run(&["export", "--format", "csv", "--lang", "vi", "--out", "ra.csv"]).ended(0);
    assert!(said.out.contains("cho máy"), "{}", said.out);
    site.run(&["build"]).ended(0);
    for file in ["ra.csv", "public/so-lieu/so-lieu.csv", "public/don-vi/nam-nhun/so-lieu.csv"] {
        let text = site.read(file);
        assert!(text.starts_with('\u{feff}'), "{file} has a mark in front");
        assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "{file}: lines end as RFC 4180 says");
        assert!(text.contains(",780.5,"), "{file}: decimals have a dot");
        let columns = text.lines().next().map_or(0, |head| head.split(',').count());
        assert!(text.lines().all(|line| fields(line) == columns), "{file}: every row has as many fields as the head");
        assert!(!text.contains("sep="), "{file}: a line for Excel alone would take the mark its place");
    }
    for (page, label) in [("so-lieu/index.html", "(cho máy)"), ("don-vi/nam-nhun/index.html", "(cho máy)"), ("en/data/index.html", "(for machines)")] {
        assert!(Built::repository().text(page).contains(label), "{page} does not say {label}");
    }
}

/// How many fields a row of a CSV file has.
fn fields(line: &str) -> usize {
    let mut quoted = false;
    1 + line
        .chars()
        .filter(|letter| {
            quoted ^= *letter == '"';
            *letter == ',' && !quoted
        })
        .count()
}

#[test]
fn the_handbook_says_what_to_do_when_windows_stops_the_program() {
    for (page, words) in
        [("so-tay-bat-dau.md", ["Unblock", "Run anyway", "Smart App Control"]), ("so-tay-bat-dau.en.md", ["Unblock", "Run anyway", "Smart App Control"])]
    {
        let text = fs::read_to_string(repository().join("content/pages").join(page)).expect("the page is there");
        for word in words {
            assert!(text.contains(word), "{page} does not say {word}");
        }
    }
}
