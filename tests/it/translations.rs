//! What a further language of the site has no words for: a list that can be read, and that stops nothing.

use super::problems;
use super::site::Site;

fn untranslated() -> Site {
    problems::site("text-untranslated")
}

#[test]
fn what_is_not_translated_is_told_again_from_memory_and_stops_nothing() {
    let site = untranslated();
    let first = site.run(&["check", "--strict"]).ended(0);
    assert_eq!(first.err.matches("NOTE MB0219").count(), 1, "{}", first.err);
    assert!(first.out.contains("0 errors, 0 warnings, 1 note\n"), "{}", first.out);
    let built = site.run(&["build", "--strict"]).ended(0);
    assert!(built.out.contains("1 note\n") && built.err.is_empty(), "{}{}", built.out, built.err);
    assert_eq!(site.run(&["check", "--strict"]).ended(0).err, first.err, "what is remembered of a file");
}

#[test]
fn of_many_files_some_are_told_and_the_rest_is_counted() {
    let site = untranslated();
    for at in 1..=30 {
        site.write(&format!("content/areas/xa-{at:02}/area.yaml"), format!("name: Xã {at}\nkind: district\nabout: Một xã vùng cao.\n"));
    }
    let said = site.run(&["check"]).ended(0);
    assert_eq!(said.err.matches("NOTE MB0219").count(), 20, "{}", said.err);
    assert!(said.err.ends_with("… and 11 more notes MB0219; to see all: minhbach check --format short\n\n"), "{}", said.err);
    assert!(said.out.contains("31 notes"), "{}", said.out);
    let short = site.run(&["check", "--format", "short"]).ended(0);
    assert_eq!(short.out.matches("note MB0219").count(), 31, "{}", short.out);
    // A mistake is told alone: what could be translated is looked at when it is mended.
    site.replace("content/areas/xa-01/area.yaml", "kind: district", "kind: huyen");
    let wrong = site.run(&["check"]).ended(1);
    assert!(!wrong.err.contains("MB0219"), "{}", wrong.err);
}
