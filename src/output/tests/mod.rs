//! What a publication promises, on real folders.
//!
//! May use: nothing; crates tempfile, walkdir.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;

mod interrupted;
mod refusals;

/// A site folder with its published folder.
struct Site {
    dir: TempDir,
    few: usize,
}

/// Files and their words; a folder without files has none.
type Tree = BTreeMap<String, String>;

impl Site {
    fn new() -> Self {
        Site { dir: tempfile::tempdir().unwrap(), few: commit::FEW }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn begin(&self) -> Publication {
        let mut publication = Publication::begin(self.dir.path(), &self.at("public"), false).unwrap();
        publication.few = self.few;
        publication
    }

    /// A publication with these files given to it.
    fn given(&self, files: &[(&str, &str)]) -> Publication {
        let publication = self.begin();
        for (path, words) in files {
            publication.put(path, &key(words), words.as_bytes()).unwrap();
        }
        publication
    }

    fn publish(&self, files: &[(&str, &str)]) -> Written {
        self.given(files).publish().unwrap()
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        walk(&self.at("public"), "", &mut tree);
        tree
    }

    /// When everything in the site folder was last changed, folders included.
    fn times(&self) -> BTreeMap<PathBuf, SystemTime> {
        walkdir::WalkDir::new(self.dir.path())
            .into_iter()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap()))
            .collect()
    }

    /// What was forgotten beside the published folder.
    fn leftovers(&self) -> Vec<String> {
        let names = fs::read_dir(self.dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains("minhbach-new")).collect()
    }
}

fn walk(folder: &Path, at: &str, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.map(|entry| entry.unwrap()) {
        let path = format!("{at}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            tree.insert(format!("{path}/"), String::new());
            walk(&entry.path(), &format!("{path}/"), tree);
        } else {
            tree.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

fn tree(files: &[(&str, &str)]) -> Tree {
    let folders = files.iter().flat_map(|(path, _)| places::above(path)).map(|folder| (format!("{folder}/"), String::new()));
    let folders: Vec<_> = folders.collect();
    files.iter().map(|(path, words)| (path.to_string(), words.to_string())).chain(folders).collect()
}

fn key(words: &str) -> Key {
    hash(words.as_bytes())
}

const SITE: &[(&str, &str)] = &[("index.html", "home"), ("vi/sop-cop/index.html", "Sốp Cộp"), ("data/all.csv", "a,b")];

#[test]
fn a_first_publication_is_whole_and_leaves_nothing_else() {
    let site = Site::new();
    let written = site.publish(SITE);
    assert_eq!(written, Written { written: 3, unchanged: 0, removed: 0, files: 3, bytes_total: 18 });
    assert_eq!(site.tree(), tree(SITE));
    assert!(site.leftovers().is_empty());
}

#[test]
fn nothing_is_seen_of_a_site_before_it_is_whole() {
    let site = Site::new();
    let publication = site.given(SITE);
    assert!(!site.at("public").exists());
    publication.publish().unwrap();
    let second = site.given(&[("index.html", "other")]);
    assert_eq!(site.tree(), tree(SITE));
    drop(second);
    assert_eq!(site.tree(), tree(SITE));
    assert!(site.leftovers().is_empty());
    assert_eq!(site.publish(SITE).unchanged, 3);
}

#[test]
fn a_second_publication_of_the_same_writes_nothing_and_touches_no_time() {
    let site = Site::new();
    site.publish(SITE);
    let before = site.times();
    std::thread::sleep(Duration::from_millis(30));
    assert_eq!(site.publish(SITE), Written { written: 0, unchanged: 3, removed: 0, files: 3, bytes_total: 18 });
    let again = site.begin();
    for (path, words) in SITE {
        assert!(again.is_current(path, &key(words)));
        again.keep(path);
    }
    assert_eq!(again.publish().unwrap().unchanged, 3);
    assert_eq!(site.times(), before);
}

#[test]
fn a_build_from_scratch_of_the_same_writes_nothing_either() {
    let site = Site::new();
    site.publish(SITE);
    let before = site.times();
    let publication = Publication::begin(site.dir.path(), &site.at("public"), true).unwrap();
    for (path, words) in SITE {
        assert!(!publication.is_current(path, &key(words)));
        assert_eq!(publication.put(path, &key(words), words.as_bytes()).unwrap(), Put::Unchanged);
    }
    publication.publish().unwrap();
    assert_eq!(site.times(), before);
}

#[test]
fn current_means_same_key_and_untouched() {
    let site = Site::new();
    site.publish(SITE);
    fs::write(site.at("public/data/all.csv"), "b,a").unwrap();
    let publication = site.begin();
    assert!(publication.is_current("index.html", &key("home")));
    assert!(!publication.is_current("index.html", &key("other")));
    assert!(!publication.is_current("data/all.csv", &key("a,b")));
    assert!(!publication.is_current("nowhere.html", &key("home")));
}

#[test]
fn a_published_file_changed_or_deleted_by_hand_is_made_whole_again() {
    let site = Site::new();
    site.publish(SITE);
    fs::write(site.at("public/index.html"), "mine").unwrap();
    fs::remove_file(site.at("public/data/all.csv")).unwrap();
    assert_eq!(site.publish(SITE).written, 2);
    assert_eq!(site.tree(), tree(SITE));
}

#[test]
fn a_new_key_for_the_same_bytes_changes_the_record_only() {
    let site = Site::new();
    site.publish(SITE);
    let before = site.times();
    let publication = site.begin();
    for (path, words) in SITE {
        publication.put(path, &key("new"), words.as_bytes()).unwrap();
    }
    assert_eq!(publication.publish().unwrap().written, 0);
    let after = site.times();
    let changed: Vec<_> = before.keys().filter(|path| before[*path] != after[*path]).collect();
    assert!(changed.iter().all(|path| path.to_str().unwrap().contains(".minhbach")), "{changed:?}");
    assert!(site.begin().is_current("index.html", &key("new")));
}

#[test]
fn what_leaves_the_site_goes_with_the_folders_it_empties() {
    // In one exchange, and file by file.
    for few in [commit::FEW, 0] {
        let mut site = Site::new();
        site.few = few;
        site.publish(SITE);
        fs::create_dir(site.at("public/mine")).unwrap();
        let written = site.publish(&SITE[..2]);
        assert_eq!((written.removed, written.unchanged), (1, 2));
        let mut left = tree(&SITE[..2]);
        left.insert("mine/".into(), String::new());
        assert_eq!(site.tree(), left);
        assert!(site.leftovers().is_empty());
    }
}

#[test]
fn what_people_put_there_by_hand_stays() {
    for few in [commit::FEW, 0] {
        let mut site = Site::new();
        site.few = few;
        fs::create_dir_all(site.at("public/data")).unwrap();
        fs::write(site.at("public/CNAME"), "example.vn").unwrap();
        fs::write(site.at("public/data/hand.pdf"), "pdf").unwrap();
        site.publish(SITE);
        let before = site.times();
        site.publish(&[("index.html", "other"), SITE[1]]);
        site.publish(&[SITE[1]]);
        assert_eq!(site.tree(), tree(&[SITE[1], ("CNAME", "example.vn"), ("data/hand.pdf", "pdf")]));
        for kept in ["public/CNAME", "public/data/hand.pdf", "public/vi/sop-cop/index.html"] {
            assert_eq!(site.times()[&site.at(kept)], before[&site.at(kept)], "{kept}");
        }
    }
}

#[cfg(unix)]
#[test]
fn links_and_rights_people_gave_the_folder_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = Site::new();
    site.publish(SITE);
    fs::set_permissions(site.at("public"), fs::Permissions::from_mode(0o750)).unwrap();
    symlink("/srv/videos", site.at("public/videos")).unwrap();
    site.publish(&[("index.html", "other")]);
    assert_eq!(fs::read_link(site.at("public/videos")).unwrap(), Path::new("/srv/videos"));
    assert_eq!(fs::metadata(site.at("public")).unwrap().permissions().mode() & 0o777, 0o750);
}

#[cfg(unix)]
#[test]
fn a_published_folder_that_is_a_link_is_followed() {
    let site = Site::new();
    fs::create_dir_all(site.at("elsewhere/www")).unwrap();
    std::os::unix::fs::symlink(site.at("elsewhere/www"), site.at("public")).unwrap();
    site.publish(SITE);
    site.publish(&[("index.html", "other")]);
    assert!(fs::symlink_metadata(site.at("public")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(site.at("elsewhere/www/index.html")).unwrap(), "other");
}

#[test]
fn a_page_marked_as_read_only_is_in_nobodys_way() {
    for few in [commit::FEW, 0] {
        let mut site = Site::new();
        site.few = few;
        site.publish(SITE);
        let page = site.at("public/index.html");
        let mut rights = fs::metadata(&page).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(page, rights).unwrap();
        site.publish(&[("index.html", "other"), SITE[1], SITE[2]]);
        site.publish(SITE);
        assert_eq!(site.tree(), tree(SITE));
        assert!(site.leftovers().is_empty());
    }
}

#[test]
fn few_changes_among_many_files_move_single_files() {
    let mut site = Site::new();
    site.few = 0;
    site.publish(SITE);
    let before = site.times();
    site.publish(&[("index.html", "other"), SITE[1], SITE[2]]);
    assert_eq!(site.tree()["index.html"], "other");
    // The folder is the same one: an exchange would have made a new one.
    let after = site.times();
    assert_eq!(after[&site.at("public/vi")], before[&site.at("public/vi")]);
    assert_eq!(after[&site.at("public/data/all.csv")], before[&site.at("public/data/all.csv")]);
    assert!(site.leftovers().is_empty());
}

#[test]
fn a_disk_that_cannot_exchange_folders_gets_single_files() {
    let site = Site::new();
    site.publish(SITE);
    let (mut commit, lock) = site.given(&[("index.html", "other"), SITE[1], ("new/index.html", "new")]).ready().unwrap();
    commit.swap = |_, _| Err(ErrorKind::Unsupported.into());
    commit.finish().unwrap();
    drop(lock);
    assert_eq!(site.tree(), tree(&[("index.html", "other"), SITE[1], ("new/index.html", "new")]));
    assert_eq!(site.publish(&[("index.html", "other"), SITE[1], ("new/index.html", "new")]).unchanged, 3);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    for few in [commit::FEW, 0] {
        let mut site = Site::new();
        site.few = few;
        let kept: Vec<(String, String)> = (0..9).map(|n| (format!("kept/{n}"), n.to_string())).collect();
        let kept: Vec<(&str, &str)> = kept.iter().map(|(path, words)| (path.as_str(), words.as_str())).collect();
        site.publish(&[&kept[..], &[("news", "file"), ("old/deep/page", "deep")]].concat());
        let second = [&kept[..], &[("news/index.html", "folder"), ("old", "file")]].concat();
        assert_eq!(site.publish(&second).removed, 2);
        assert_eq!(site.tree(), tree(&second));
    }
}

#[test]
fn two_threads_give_files_at_once() {
    let site = Site::new();
    let files: Vec<(String, String)> = (0..400).map(|n| (format!("{}/{}/{n}.html", n % 7, n % 3), n.to_string())).collect();
    let publication = site.begin();
    std::thread::scope(|scope| {
        for half in files.chunks(200) {
            scope.spawn(|| half.iter().for_each(|(path, words)| assert_eq!(publication.put(path, &key(words), words.as_bytes()).unwrap(), Put::Written)));
        }
    });
    assert_eq!(publication.publish().unwrap().written, 400);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, words)| (path.as_str(), words.as_str())).collect();
    assert_eq!(site.tree(), tree(&files));
    assert_eq!(site.publish(&files).unchanged, 400);
}
