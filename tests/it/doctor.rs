//! `doctor`: each thing that can stand in the way is put there on purpose, and is told with a remedy; nothing is changed.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use super::site::Site;
use super::writing;

const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";

/// What is told of a site, in both languages; nothing of it has changed by that.
#[track_caller]
fn told(site: &Site, code: i32) -> (String, String) {
    let before = site.files("");
    let say = |lang: &str| {
        let said = site.run(&["doctor", "--lang", lang]).ended(code);
        assert_eq!(said.err, "");
        said.out
    };
    let both = (say("vi"), say("en"));
    assert!(site.files("") == before, "doctor changed something");
    both
}

/// Wants one line of the English report, and its remedy in the next.
#[track_caller]
fn finds(site: &Site, code: i32, line: &str, remedy: &str) {
    let (vi, en) = told(site, code);
    let mut lines = en.lines().skip_while(|own| !own.contains(line));
    assert!(lines.next().is_some(), "{line} is not in:\n{en}");
    let fix = lines.next().unwrap_or_default();
    assert!(fix.starts_with("    To fix: ") && fix.contains(remedy), "{remedy} is not in:\n{en}");
    let count = |text: &str, sign: &str| text.lines().filter(|line| line.starts_with(sign)).count();
    for sign in ["✔", "!", "✘"] {
        assert_eq!(count(&vi, sign), count(&en, sign), "both languages tell the same:\n{vi}\n{en}");
    }
}

#[test]
fn a_sound_site_has_nothing_in_the_way() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let (vi, en) = told(&site, 0);
    assert!(vi.contains("✔ tốt       Chương trình minhbach") && vi.ends_with("✔ Không có gì cản trở.\n"), "{vi}");
    assert!(en.contains("✔ fine    The program: minhbach") && en.ends_with("✔ Nothing stands in the way.\n"), "{en}");
    for fine in
        ["The site folder: ", "can be written to", "free room", "No path is longer", "Names of files", "texts are UTF-8", "No file is open", "The clock says"]
    {
        assert!(en.contains(fine), "{fine}: {en}");
    }
    assert!(en.contains("The built site is not older"), "{en}");
    // The alias, and the language of the site where none is asked for.
    let said = site.run(&["kham", "--lang", "vi"]).ended(0);
    assert_eq!(said.out.lines().count(), vi.lines().count());
}

#[test]
fn a_folder_that_is_no_site_is_told() {
    let site = Site::empty();
    finds(&site, 1, "✘ blocks  The folder", "--site");
    let said = site.run(&["doctor", "--site", "nowhere"]).ended(1);
    assert!(said.out.contains("✘ blocks  The site folder nowhere cannot be opened: the file or folder is not there."), "{}", said.out);
}

#[test]
fn what_cannot_be_written_to_stands_in_the_way() {
    for place in ["public", ".minhbach"] {
        let site = Site::small();
        site.write(place, "a file where a folder belongs");
        finds(&site, 1, &format!("Cannot be written to (a part of the path is a file, not a folder): {place}."), "the right to write there");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_without_the_right_to_write_stands_in_the_way() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::small();
    let content = site.path().join("content");
    fs::set_permissions(&content, fs::Permissions::from_mode(0o555)).unwrap();
    let may_all = File::create(content.join("x")).is_ok();
    if may_all {
        // Whoever may do everything is not kept from anything, and is told so.
        fs::remove_file(content.join("x")).unwrap();
        assert!(told(&site, 0).1.contains("can be written to"));
    } else {
        finds(&site, 1, "Cannot be written to (permission was denied): content.", "minhbach check still works");
    }
    fs::set_permissions(&content, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn files_that_can_only_be_read_are_told() {
    let site = Site::small();
    let plan = site.path().join(PLAN);
    let mut rights = fs::metadata(&plan).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&plan, rights).unwrap();
    finds(&site, 0, &format!("Some files can only be read, so that nothing can be mended in them: {PLAN}."), "Read-only");
}

#[test]
fn names_of_other_machines_are_told() {
    let site = Site::small();
    site.write("content/reports/2024/ke:hoach.md", "x");
    finds(&site, 1, "✘ blocks  The name “ke:hoach.md” holds characters that cannot be used. [MB0012]", "rename the file");
    let site = Site::small();
    site.write("content/reports/2024/BAI-MOT.md", "x");
    if site.read("content/reports/2024/bai-mot.md") != "x" {
        finds(&site, 1, "[MB0014]", "rename or delete one");
    }
    let site = Site::small();
    site.write("content/reports/2024/bai-mot/a\u{309}nh.jpg", "x");
    finds(&site, 0, "! know    Names with accents stored apart (NFD, as macOS does): content/reports/2024/bai-mot/a\u{309}nh.jpg.", "names without accents");
}

#[test]
fn a_long_path_is_told() {
    let site = Site::small();
    let deep = format!("content/reports/2024/{}", ["a"; 120].join("/"));
    site.write(&format!("{deep}/x.jpg"), "x");
    // Where it is so it stands in the way.
    finds(&site, i32::from(cfg!(windows)), "characters long (Windows takes 259)", "nearer to the root");
}

#[test]
fn letters_of_another_encoding_are_told() {
    let site = Site::small();
    site.write(
        "content/pages/about.md",
        b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam, \xae\xe9c l\xcbp t\xf9 do h\xb9nh ph\xf3c, \xae\xad\xa8\xa9\xaa\xab\xac",
    );
    finds(&site, 1, "[MB0007] content/pages/about.md.", "UTF-8");
}

#[test]
fn an_open_workbook_is_told() {
    let site = Site::small();
    site.write("~$Báo cáo quý 3.xlsx", "x");
    finds(&site, 0, "! know    Files are open in Excel, Word or LibreOffice: ~$Báo cáo quý 3.xlsx.", "save and close");
    let site = Site::small();
    site.write("content/areas/.~lock.a.xlsx#", "x");
    finds(&site, 0, "content/areas/.~lock.a.xlsx#.", "save and close");
}

#[test]
fn what_interrupted_commands_left_is_told_and_stays() {
    let site = Site::small();
    site.write("content/areas/nam-nhun/2024/.plan.yaml.minhbach-new", "x").write(".public.minhbach-new/site/index.html", "x");
    finds(&site, 0, "content/areas/nam-nhun/2024/.plan.yaml.minhbach-new, .public.minhbach-new/", "run minhbach build");

    let site = Site::small();
    writing::interrupt(&site, PLAN, &site.read(PLAN).replace("2.487", "2.500"));
    writing::interrupt(&site, RESULTS, &site.read(RESULTS).replace("780", "785"));
    finds(&site, 0, &format!("A writing of several files was interrupted: {PLAN}, {RESULTS}."), "run minhbach check");
    // The plan is in place, and somebody has changed the results since.
    fs::rename(site.path().join("content/areas/nam-nhun/2024/.plan.yaml.minhbach-new"), site.path().join(PLAN)).unwrap();
    site.replace(RESULTS, "780", "781");
    finds(&site, 1, &format!("Changed or removed since: {RESULTS}."), "MB1101");
    // A list that is not whole is nothing, and is left alone all the same.
    site.write(".minhbach/writing", "minhbach writing 1\n0000");
    told(&site, 0);
}

#[test]
fn a_clock_behind_the_files_is_told() {
    let site = Site::small();
    let file = File::options().write(true).open(site.path().join(PLAN)).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(10 * 24 * 3600)).unwrap();
    finds(&site, 0, &format!("but {PLAN} was changed after that day."), "set the clock");
    let site = Site::small();
    site.run(&["release", "sau", "--date", "2099-01-05"]).ended(0);
    finds(&site, 0, "before the release sau of 2099-01-05", "set the clock");
}

#[test]
fn a_shared_folder_is_told() {
    let site = Site::empty();
    super::site::copy(Site::small().path(), &site.path().join("OneDrive - So Tai chinh/trang"));
    let said = site.run(&["doctor", "--site", "OneDrive - So Tai chinh/trang"]).ended(0);
    assert!(said.out.contains("! know    The site lies in the shared folder “OneDrive - So Tai chinh”"), "{}", said.out);
    assert!(said.out.contains("pause it during a build"), "{}", said.out);
}

#[test]
fn what_is_older_than_the_content_is_told() {
    let site = Site::small();
    finds(&site, 0, "The site has not been built yet.", "run minhbach build");
    site.run(&["build"]).ended(0);
    site.run(&["schema"]).ended(0);
    let (_, en) = told(&site, 0);
    assert!(en.contains("The schemas for editors say what the site is now."), "{en}");
    site.write("content/areas/moi/area.yaml", "name: Mới\nkind: district\n");
    let file = File::options().write(true).open(site.path().join("content/areas/moi/area.yaml")).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(60)).unwrap();
    finds(&site, 0, "content/areas/moi/area.yaml is newer than the site in public.", "run minhbach build");
    finds(&site, 0, "The schemas for editors are out of date: .schema/", "run minhbach schema");
}

#[test]
fn programs_are_told_in_a_document() {
    let site = Site::small();
    site.write("public", "x");
    let said = site.run(&["doctor", "--format", "json"]).ended(1);
    let told: serde_json::Value = serde_json::from_str(&said.out).expect("it is a document");
    assert_eq!((&told["format"], &told["version"], &told["summary"]["sound"]), (&"minhbach-doctor".into(), &1.into(), &false.into()));
    let findings = told["findings"].as_array().expect("findings");
    let rights = findings.iter().find(|finding| finding["name"] == "rights").expect("one about rights");
    assert_eq!(rights["state"], "in-the-way");
    assert!(rights["what"]["vi"].as_str().is_some_and(|vi| vi.contains("Không ghi được")), "{rights}");
    assert!(findings.iter().all(|finding| (finding["state"] == "fine") == finding["fix"].is_null()), "each that is not fine has its remedy");
    assert!(said.err.is_empty());
}

#[test]
fn typed_wrong_it_says_what_is_right() {
    let site = Site::small();
    let said = site.run(&["doctr"]).ended(2);
    assert!(said.err.contains("There is no command “doctr”.") && said.err.contains("Did you mean: doctor?"), "{}", said.err);
    let said = site.run(&["doctor", "--format", "xml"]).ended(2);
    assert!(said.err.contains("“xml” cannot be used for --format"), "{}", said.err);
    let said = site.run(&["doctor", "--help"]).ended(0);
    assert!(said.out.contains("--format <human|json>"), "{}", said.out);
}
