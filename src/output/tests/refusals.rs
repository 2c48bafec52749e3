//! What a publication refuses, and that a refusal changes nothing.
//!
//! May use: nothing.

use super::*;

fn refusal(site: &Site, out: &Path) -> String {
    Publication::begin(site.dir.path(), out, false).unwrap_err().said.en
}

#[test]
fn folders_where_something_else_would_be_lost_are_refused() {
    let site = Site::new();
    fs::create_dir_all(site.at("content")).unwrap();
    fs::write(site.at("file"), "x").unwrap();
    let home = std::env::home_dir().unwrap();
    let outs = ["", "..", "content", "content/public", "themes", "src", ".minhbach", "content/../themes", "file", "con", "Aux.www"].map(|path| site.at(path));
    for out in outs.iter().chain([&PathBuf::from("/"), &home]) {
        let words = refusal(&site, out);
        assert!(words.contains("cannot be published into") || words.contains("Could not look at"), "{out:?}: {words}");
    }
    assert_eq!(fs::read_dir(site.dir.path()).unwrap().count(), 2, "a refusal leaves no trace");
}

#[test]
fn another_build_of_the_site_holds_the_lock() {
    let site = Site::new();
    let first = site.begin();
    let words = refusal(&site, &site.at("elsewhere"));
    assert!(words.starts_with("Another build of this site is running"), "{words}");
    drop(first);
    site.begin();
}

#[test]
fn a_file_made_by_someone_else_is_never_overwritten() {
    let site = Site::new();
    fs::create_dir_all(site.at("public/vi")).unwrap();
    fs::write(site.at("public/index.html"), "theirs").unwrap();
    fs::write(site.at("public/same.html"), "same").unwrap();
    fs::write(site.at("public/news"), "theirs").unwrap();
    let before = site.tree();
    let publication = site.begin();
    for (path, named) in [("index.html", "index.html"), ("news/index.html", "news"), ("vi", "vi")] {
        if cfg!(windows) && named == "news" {
            // Windows tells a file in the place of a folder from nothing at all only when the folder is to be made.
            continue;
        }
        let failure = publication.put(path, &key("x"), b"ours").unwrap_err();
        assert!(failure.said.en.contains(named) && failure.said.en.contains("not made by this site"), "{failure}");
    }
    assert_eq!(publication.put("same.html", &key("same"), b"same").unwrap(), Put::Unchanged);
    assert!(publication.publish().is_err(), "what could not be put is not left out silently");
    assert_eq!(site.tree(), before);
    assert!(site.leftovers().is_empty());
}

#[test]
fn a_foreign_file_in_the_way_of_a_folder_stops_both_ways_of_publishing() {
    for few in [commit::FEW, 0] {
        let mut site = Site::new();
        site.few = few;
        let kept: Vec<(String, String)> = (0..9).map(|n| (format!("kept/{n}"), n.to_string())).collect();
        let kept: Vec<(&str, &str)> = kept.iter().map(|(path, words)| (path.as_str(), words.as_str())).collect();
        site.publish(&[&kept[..], &[("old/a", "a")]].concat());
        fs::write(site.at("public/old/theirs"), "theirs").unwrap();
        let before = site.tree();
        // `old/` cannot become a file while something of theirs lies in it.
        let failure = site.given(&[&kept[..], &[("old", "file")]].concat()).publish().unwrap_err();
        assert!(failure.said.en.contains("public"), "{failure}");
        assert_eq!(site.tree(), before);
        assert!(site.leftovers().is_empty());
        assert_eq!(site.publish(&[&kept[..], &[("old/a", "a")]].concat()).unchanged, 10);
    }
}

#[test]
fn a_damaged_record_removes_and_overwrites_nothing() {
    let site = Site::new();
    site.publish(SITE);
    let record = site.begin().staging.places.manifest();
    let whole = fs::read(&record).unwrap();
    for at in [3, 25, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&record, damaged).unwrap();
        let publication = site.begin();
        assert!(!publication.is_current("index.html", &key("home")));
        assert!(publication.put("index.html", &key("x"), b"other").is_err());
    }
    fs::write(&record, "").unwrap();
    assert_eq!(site.publish(&SITE[..1]), Written { written: 0, unchanged: 1, removed: 0, files: 1, bytes_total: 4 });
    assert_eq!(site.tree(), tree(SITE));
}

#[test]
fn a_record_never_reaches_outside_the_published_folder() {
    let site = Site::new();
    fs::write(site.at("precious"), "x").unwrap();
    let places = Places::of(site.dir.path(), &site.at("public")).unwrap();
    let made = Made { key: key("x"), hash: key("x"), stamp: Stamp::of(&fs::metadata(site.at("precious")).unwrap()) };
    fs::create_dir(places.notes()).unwrap();
    let forged = Manifest { records: vec![manifest::Record { path: "../precious".into(), made }] };
    forged.save_next(&places).unwrap();
    Manifest::enact(&places).unwrap();
    assert!(site.begin().published.records.is_empty());
    site.publish(SITE);
    assert!(site.at("precious").exists());
}

#[test]
fn only_addresses_below_the_folder_are_taken_and_each_once() {
    let site = Site::new();
    let publication = site.begin();
    for path in ["", "/etc/x", "../x", "a/../x", "a//b", "a/", "./a", "a\\b", "c:/x", "a\nb"] {
        assert!(publication.put(path, &key("x"), b"x").is_err(), "{path}");
    }
    publication.put("a", &key("x"), b"x").unwrap();
    assert!(publication.put("a", &key("y"), b"y").is_err());
    drop(publication);
    assert_eq!(fs::read_dir(site.dir.path()).unwrap().count(), 1, "only the memory is there");
}

#[test]
fn keeping_what_was_never_published_stops_the_publication() {
    let site = Site::new();
    let publication = site.begin();
    publication.keep("index.html");
    assert!(publication.publish().unwrap_err().said.en.contains("index.html"));
}

#[test]
fn a_file_that_cannot_be_written_leaves_everything_as_it_was() {
    let site = Site::new();
    site.publish(SITE);
    let publication = site.begin();
    publication.put("index.html", &key("other"), b"other").unwrap();
    // The first path makes a file of what the second needs as a folder, as a full disk would refuse it.
    publication.put("a", &key("x"), b"x").unwrap();
    let failure = publication.put("a/b", &key("x"), b"x").unwrap_err();
    assert!(failure.said.en.contains(if cfg!(windows) { r"a\b" } else { "a/b" }) && failure.said.en.contains("The published site is as it was"), "{failure}");
    assert!(publication.publish().is_err());
    assert_eq!(site.tree(), tree(SITE));
    assert!(site.leftovers().is_empty());
}

#[test]
fn a_full_disk_is_named_with_its_path() {
    let full = std::io::Error::from(ErrorKind::StorageFull);
    let said = failures::untouched(Path::new("/srv/site/index.html"), &full).said;
    assert_eq!(
        said.en,
        "Could not write /srv/site/index.html: the disk is full. The published site is as it was. Free some space on the disk and run the command again."
    );
    assert!(said.vi.contains("ổ đĩa đã đầy"));
}

#[test]
fn a_site_folder_that_cannot_be_written_is_named() {
    let site = Site::new();
    fs::write(site.at(".minhbach"), "a file").unwrap();
    let words = refusal(&site, &site.at("public"));
    assert!(words.contains(".minhbach") && words.contains("Make the site folder writable"), "{words}");
}
