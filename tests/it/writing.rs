//! A writing of several files that a power cut interrupts: the next command brings it to its end, or says plainly why not.
//!
//! The list of an interrupted writing is laid here by hand, as a killed program leaves it.

use std::fs;

use minhbach::source::hash;

use super::site::Site;

const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const LIST: &str = ".minhbach/writing";

fn hex(bytes: &[u8]) -> String {
    hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Leaves a site as a program does that was killed when it was about to write this file, and others before it.
pub fn interrupt(site: &Site, file: &str, after: &str) {
    let (folder, name) = file.rsplit_once('/').expect("a file of the site lies in a folder");
    let list = fs::read_to_string(site.path().join(LIST)).unwrap_or_default();
    let before = list.splitn(3, '\n').nth(2).unwrap_or_default();
    let body = format!("{before}{} {} {file}\n", hex(site.read(file).as_bytes()), hex(after.as_bytes()));
    site.write(LIST, format!("minhbach writing 1\n{}\n{body}", hex(body.as_bytes())));
    site.write(&format!("{folder}/.{name}.minhbach-new"), after);
}

/// A plan and results that change together, the plan in place already, the results not.
fn half_written() -> Site {
    let site = Site::small();
    interrupt(&site, PLAN, &site.read(PLAN).replace("assigned: 2.487", "assigned: 2.500"));
    interrupt(&site, RESULTS, &site.read(RESULTS).replace("disbursed: 780", "disbursed: 785"));
    let plan = site.path().join(PLAN);
    fs::rename(plan.with_file_name(".plan.yaml.minhbach-new"), plan).expect("the plan can take its place");
    site
}

/// What lies about that is not content.
fn left(site: &Site) -> Vec<String> {
    site.files("").into_iter().map(|(name, _)| name).filter(|name| name.contains("minhbach-") || name == LIST).collect()
}

#[test]
fn the_next_command_brings_a_writing_to_its_end() {
    for command in [["check"].as_slice(), &["build"], &["export", "--format", "json", "--out", "x.json"], &["release", "q1", "--date", "2024-04-05"]] {
        let site = half_written();
        let said = site.run(command).ended(0);
        assert!(site.read(PLAN).contains("assigned: 2.500") && site.read(RESULTS).contains("disbursed: 785"), "{command:?}");
        assert_eq!(left(&site), Vec::<String>::new(), "{command:?}");
        assert_eq!(said.err.contains("MB1102"), command[0] == "check", "{command:?}: {}", said.err);
        let again = site.run(&["check"]).ended(0);
        assert!(!again.err.contains("MB11"), "{}", again.err);
    }
}

#[test]
fn a_file_changed_by_hand_in_between_is_not_lost_and_nothing_is_published() {
    let site = half_written();
    site.replace(RESULTS, "disbursed: 780", "disbursed: 781");
    let before = site.files("content");
    let said = site.run(&["build"]).ended(1);
    assert!(said.err.contains("ERROR MB1101") && said.err.contains(&format!("Changed or removed since: {RESULTS}.")), "{}", said.err);
    assert!(said.err.contains(&format!("New already: {PLAN}.")), "{}", said.err);
    assert!(site.files("content") == before, "nothing was touched");
    assert!(!site.path().join("public").exists());
    // As the message says: the files are looked at, and the list goes.
    site.remove(LIST);
    site.run(&["build"]).ended(0);
    assert!(site.read(RESULTS).contains("disbursed: 781"));
}

#[test]
fn what_was_not_begun_when_a_file_was_changed_by_hand_is_taken_back() {
    let site = Site::small();
    interrupt(&site, PLAN, &site.read(PLAN).replace("2.487", "2.500"));
    interrupt(&site, RESULTS, &site.read(RESULTS).replace("780", "785"));
    site.replace(RESULTS, "780", "781");
    let said = site.run(&["check", "--lang", "vi"]).ended(0);
    assert!(said.err.contains("GHI CHÚ MB1102") && said.err.contains("đã được bỏ"), "{}", said.err);
    assert!(site.read(PLAN).contains("2.487") && site.read(RESULTS).contains("781"));
    assert_eq!(left(&site), Vec::<String>::new());
}

#[test]
fn a_site_that_cannot_be_written_to_can_be_checked() {
    let site = Site::small();
    let folders = ["content/areas/nam-nhun/2024", "content/areas/nam-nhun", "content/areas", "content", ""];
    let read_only = |is: bool| {
        for folder in folders {
            let path = site.path().join(folder);
            let mut rights = fs::metadata(&path).expect("the folder is there").permissions();
            set(&mut rights, is);
            fs::set_permissions(path, rights).expect("rights can be set");
        }
    };
    read_only(true);
    let said = site.run(&["check"]);
    read_only(false);
    let said = said.ended(0);
    assert!(said.out.contains("no errors"), "{}", said.out);
    assert!(!site.path().join(".minhbach").exists(), "it leaves no trace");
}

#[cfg(unix)]
fn set(rights: &mut fs::Permissions, read_only: bool) {
    use std::os::unix::fs::PermissionsExt;
    rights.set_mode(if read_only { 0o555 } else { 0o755 });
}

#[cfg(not(unix))]
fn set(rights: &mut fs::Permissions, read_only: bool) {
    rights.set_readonly(read_only);
}

#[test]
fn a_writing_of_several_files_leaves_no_list_behind() {
    let site = Site::small();
    site.replace(PLAN, "    capital: investment", "\tcapital: investment").replace(RESULTS, "disbursed: 780", "disbursd: 780");
    site.run(&["check", "--fix"]).ended(0);
    assert!(site.read(PLAN).contains("    capital: investment") && site.read(RESULTS).contains("disbursed: 780"));
    assert_eq!(left(&site), Vec::<String>::new());
}
