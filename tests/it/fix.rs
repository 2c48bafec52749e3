//! `check --fix`: what is certain is mended, everything else stays, and a second run changes nothing.

use unicode_normalization::UnicodeNormalization;

use super::site::Site;

const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const REPORT: &str = "content/reports/2024/bai-mot.md";

/// Breaks the file, mends it, and wants back what was there before it was broken.
#[track_caller]
fn mends(path: &str, breaks: impl Fn(&str) -> String, told: &[&str]) {
    let site = Site::small();
    let sound = site.read(path);
    let broken = breaks(&sound);
    assert_ne!(broken, sound, "nothing was broken");
    site.write(path, &broken);
    let said = site.run(&["check", "--fix"]).ended(0);
    for words in told {
        assert!(said.out.contains(words), "{words} is not in:\n{}", said.out);
    }
    assert_eq!(site.read(path), sound);
    let again = site.run(&["check", "--fix"]).ended(0);
    assert!(again.out.contains("nothing to mend automatically"), "{}", again.out);
    assert_eq!(site.read(path), sound);
}

#[test]
fn tabs_become_the_spaces_their_neighbours_have() {
    let told = ["plan.yaml: mended", "line 6: “→capital: investment” → “    capital: investment”"];
    mends(PLAN, |text| text.replace("    capital:", "\tcapital:"), &told);
    mends(REPORT, |text| text.replace("  name: Trang", "\tname: Trang"), &["bai-mot.md: mended"]);
}

#[test]
fn mistyped_fields_and_words_become_what_they_were_meant_to_be() {
    mends(RESULTS, |text| text.replace("disbursed:", "disbursd:"), &["“        disbursd: 780” → “        disbursed: 780”"]);
    mends(PLAN, |text| text.replace("capital: investment", "capital: investmet"), &["“    capital: investmet” → “    capital: investment”"]);
    // A field hidden behind another mistyped one.
    mends(RESULTS, |text| text.replace("snapshots:", "snapshot:").replace("disbursed:", "disbursd:"), &["line 3", "line 9"]);
    mends("site.toml", |text| text.replace("numbers = ", "nunbers = "), &["site.toml: mended"]);
    mends(REPORT, |text| text.replace("published:", "publishd:"), &["line 4: “publishd: 2024-04-02” → “published: 2024-04-02”"]);
}

#[test]
fn spaces_that_are_none_become_spaces() {
    mends(PLAN, |text| text.replace("year: 2024", "year:\u{a0}2024").replace("    capital", "\u{a0}\u{a0}\u{a0}\u{a0}capital"), &["line 1"]);
}

#[test]
fn tabs_odd_spaces_and_mistyped_words_of_one_file_are_mended_together() {
    let broken = |text: &str| text.replace("    capital:", "\tcapitl:").replace("    target:", "\ttarget:\u{a0}").replace("year: ", "yaer:\u{a0}");
    let site = Site::small();
    site.write(PLAN, broken(&site.read(PLAN)));
    site.run(&["check", "--fix"]).ended(0);
    assert_eq!(site.read(PLAN), Site::small().read(PLAN));
}

#[test]
fn comments_line_ends_and_the_mark_in_front_stay() {
    let own = |text: &str| format!("\u{feff}# ghi chú\u{a0}riêng\r\n{}", text.replace('\n', " # x\ty\r\n"));
    let site = Site::small();
    let wanted = own(&site.read(PLAN));
    site.write(PLAN, own(&site.read(PLAN)).replace("    capital", "\tcapital").replace("assigned", "asigned"));
    site.run(&["check", "--fix"]).ended(0);
    assert_eq!(site.read(PLAN), wanted);
}

#[test]
fn accents_stored_apart_are_put_together_and_then_numbers_are_linked() {
    let site = Site::small();
    let text = site.read(REPORT) + "\nĐã giải ngân 780 triệu đồng vốn đầu tư Nông thôn mới.\n";
    let bound = text.replace("780 triệu đồng", "[780 triệu đồng](figure:ntm/investment/disbursed)");
    site.write(REPORT, text.nfd().collect::<String>());
    let said = site.run(&["check", "--fix"]).ended(0);
    assert!(said.out.contains("accents stored apart (NFD) → put together (NFC)"), "{}", said.out);
    assert!(said.out.contains("linked 1 number"), "{}", said.out);
    assert_eq!(site.read(REPORT), bound);
    let again = site.run(&["check", "--fix"]).ended(0);
    assert!(again.out.contains("nothing to mend"), "{}", again.out);
}

#[test]
fn what_is_not_certain_stays_and_is_told() {
    let stays = |path: &str, from: &str, to: &str, told: &str| {
        let site = Site::small();
        site.replace(path, from, to);
        let before = site.files("content");
        let said = site.run(&["check", "--fix"]).ended(1);
        assert!(site.files("content") == before, "{to:?} was mended");
        assert!((said.out.clone() + &said.err).contains(told), "{told}:\n{}{}", said.out, said.err);
        assert!(!said.err.contains("Automatic fix"), "{}", said.err);
    };
    stays(RESULTS, "disbursed: 780", "disbursed: 42.99", "written in another style");
    // Two fields are as near, or the right one is there already.
    stays(PLAN, "    assigned: 2.487", "    assigned: 2.487\n    asigned: 3", "no field “asigned”");
    stays(PLAN, "capital: investment", "capital: đầu tư", "none of the words known here");
    // As four spaces the source is the whole day's, as eight that of the last line alone.
    let site = Site::small();
    let text = site.read(RESULTS).replacen("    source: bai-mot\n", "", 1) + "\tsource: bai-mot\n";
    site.write(RESULTS, &text);
    let said = site.run(&["check", "--fix"]).ended(1);
    assert!(said.out.contains("results.yaml: its Tabs are left; with spaces in their place it could mean more than one thing"), "{}", said.out);
    assert!(!said.err.contains("Automatic fix"), "{}", said.err);
    assert_eq!(site.read(RESULTS), text);
}

/// What is certain by itself and yet would tell one thing twice, or change what was published, is taken back.
#[test]
fn a_change_that_would_do_harm_is_taken_back() {
    let stays = |site: &Site, told: &str| {
        let before = site.files("content");
        let said = site.run(&["check", "--fix"]).ended(1);
        assert!(site.files("content") == before, "something was mended:\n{}", said.out);
        assert!(said.err.contains(told), "{told}:\n{}", said.err);
    };
    let site = Site::small();
    site.replace(RESULTS, "        actual: 4\n", "        actual: 4\n      - indicator: xa-dat-chaun\n        actual: 5\n");
    stays(&site, "“xa-dat-chaun”");
    let site = Site::small();
    site.run(&["release", "q1", "--date", "2024-04-05"]).ended(0);
    site.replace(RESULTS, "indicator: xa-dat-chuan\n        actual: 4", "indicator: xa-dat-chaun\n        actual: 5");
    stays(&site, "“xa-dat-chaun”");
}

#[test]
fn what_problems_know_to_be_meant_is_put_in_also_where_several_files_show_it() {
    mends(RESULTS, |text| text.replace("indicator: xa-dat-chuan", "indicator: xa-dat-chaun"), &["results.yaml: mended", "line 13"]);
    mends(RESULTS, |text| text.replace("source: bai-mot", "source: bai-mto"), &["line 5"]);
    mends(REPORT, |text| text.replace("(area:nam-nhun)", "(areas:nam-nhun)"), &["bai-mot.md: mended"]);
    mends(REPORT, |text| text.replace("(area:nam-nhun)", "(area:nam-nhum)"), &["bai-mot.md: mended"]);
    mends(REPORT, |text| text.replace("---\nVốn", "Vốn"), &["line 9"]);
    mends(PLAN, |text| text.replace("    assigned: 2.487\n", "    assigned: 2.487\n    assigned: 2.487\n"), &["plan.yaml: mended"]);
}

#[test]
fn a_problem_that_can_be_mended_says_so() {
    let site = Site::small();
    site.replace(PLAN, "assigned:", "asigned:");
    let said = site.run(&["check"]).ended(1);
    assert!(said.err.contains("did you mean: assigned: ? Automatic fix: minhbach check --fix"), "{}", said.err);
    let said = site.run(&["check", "--lang", "vi"]).ended(1);
    assert!(said.err.contains("Sửa tự động: minhbach check --fix"), "{}", said.err);
}
