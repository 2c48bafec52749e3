//! A writing stopped after every single step, and what the next command makes of it.
//!
//! May use: diag; crates tempfile.

use std::collections::BTreeMap;

use tempfile::TempDir;

use super::*;
use crate::diag::Severity;
use crate::mend::write::{Back, Change, Step, Writing};

/// Every file of the site but what the program keeps for itself.
type Tree = BTreeMap<String, String>;

const BEFORE: &[(&str, &str)] =
    &[("content/a.yaml", "a: 1\n"), ("content/tên/b.yaml", "b: 1\n"), ("content/old/d.yaml", "d: 1\n"), ("content/other.yaml", "x\n")];
const AFTER: &[(&str, &str)] =
    &[("content/a.yaml", "a: 2\n"), ("content/tên/b.yaml", "b: 2\n"), ("content/new/c.yaml", "c: 2\n"), ("content/other.yaml", "x\n")];
const CHANGED: [&str; 4] = ["content/a.yaml", "content/tên/b.yaml", "content/new/c.yaml", "content/old/d.yaml"];

fn tree(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

struct Site {
    folder: TempDir,
    changes: Vec<Change>,
}

impl Site {
    fn new() -> Self {
        let site = Site { folder: TempDir::new().unwrap(), changes: Vec::new() };
        BEFORE.iter().for_each(|(name, text)| site.put(name, text));
        let is = |of: &[(&str, &str)], name: &str| of.iter().find(|(own, _)| *own == name).map(|(_, text)| text.as_bytes().to_vec());
        let changes = CHANGED.map(|name| Change { path: site.at(name), before: is(BEFORE, name), after: is(AFTER, name) });
        Site { changes: changes.into(), ..site }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::create_dir_all(self.at(name).parent().unwrap()).unwrap();
        fs::write(self.at(name), text).unwrap();
    }

    fn tree(&self) -> Tree {
        let mut all = Tree::new();
        let mut open = vec![self.folder.path().to_owned()];
        while let Some(folder) = open.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                let name = path.strip_prefix(self.folder.path()).unwrap().to_str().unwrap().replace('\\', "/");
                match path.is_dir() {
                    true if name == ".minhbach" => {}
                    true => open.push(path),
                    false => drop(all.insert(name, fs::read_to_string(&path).unwrap())),
                }
            }
        }
        all
    }

    /// The writing up to a number of steps; the process is killed then, and nothing of it is left but its files.
    fn killed_after(&self, steps: usize) -> usize {
        let lock = before_writing(self.folder.path()).unwrap();
        let mut writing = Writing::of(self.folder.path(), self.changes.iter().collect()).unwrap();
        let all = writing.steps();
        all.iter().take(steps).for_each(|step| writing.take(*step).unwrap());
        drop(lock);
        all.len()
    }

    fn is_settled(&self) -> bool {
        !Journal::is_there(self.folder.path())
    }
}

#[test]
fn whatever_stops_a_writing_all_files_are_old_or_all_are_new() {
    let opened = 1 + CHANGED.len();
    for stop in 0.. {
        let site = Site::new();
        let all = site.killed_after(stop);
        let told = settled(site.folder.path());
        assert!(site.is_settled(), "after {stop} steps");
        if stop < opened {
            // The new bytes beside the files are nobody's yet; the next writing takes their place.
            let now: Tree = site.tree().into_iter().filter(|(name, _)| !name.ends_with(beside::NEW)).collect();
            assert_eq!((now, told), (tree(BEFORE), Vec::new()), "after {stop} steps");
            site.killed_after(all);
        } else {
            assert_eq!(told.len(), usize::from(stop < all), "after {stop} steps");
            assert!(told.iter().all(|problem| problem.severity == Severity::Notice && problem.what.en.contains("brought to its end")), "{told:?}");
        }
        assert_eq!(site.tree(), tree(AFTER), "after {stop} steps");
        assert_eq!(settled(site.folder.path()), Vec::new(), "a second look finds nothing");
        if stop >= all {
            break;
        }
    }
}

#[test]
fn a_settling_that_is_stopped_too_is_settled_again() {
    let site = Site::new();
    let all = site.killed_after(usize::MAX);
    for (replaced, changed) in CHANGED.iter().enumerate() {
        let site = Site::new();
        site.killed_after(all - 1 - CHANGED.len() + replaced);
        // What the settling does next, and no more.
        let next = site.at(changed);
        match AFTER.iter().any(|(name, _)| name == changed) {
            true => fs::rename(beside::place(&next, Wait::New), next).unwrap(),
            false => fs::remove_file(next).unwrap(),
        }
        settled(site.folder.path());
        assert_eq!(site.tree(), tree(AFTER), "{replaced} were replaced");
    }
}

#[test]
fn a_way_back_that_is_stopped_ends_all_old_or_all_new() {
    for failed in 0..CHANGED.len() {
        for stop in 0.. {
            let site = Site::new();
            let lock = before_writing(site.folder.path()).unwrap();
            let mut writing = Writing::of(site.folder.path(), site.changes.iter().collect()).unwrap();
            let steps = writing.steps();
            steps.iter().take_while(|step| **step != Step::Replace(failed)).for_each(|step| writing.take(*step).unwrap());
            let back = writing.way_back(failed);
            let kept = back.iter().take(stop).filter(|back| matches!(back, Back::Keep(_))).count() == failed;
            let began = stop > failed;
            back.iter().take(stop).for_each(|back| writing.go_back(*back).unwrap());
            drop(lock);
            settled(site.folder.path());
            assert!(site.is_settled(), "{failed}, {stop}");
            // Nothing has come back yet: what waits is complete and goes on. From then on everything goes back.
            let now = site.tree();
            let all_new = now == tree(AFTER);
            assert!(all_new || now == tree(BEFORE), "{failed}, {stop}: {now:?}");
            assert!(!(kept && began && all_new), "{failed}, {stop}");
            if stop > back.len() {
                break;
            }
        }
    }
}

#[test]
fn what_somebody_changed_in_between_is_not_lost() {
    let opened = 1 + CHANGED.len();
    for replaced in 0..=CHANGED.len() {
        for (at, hand) in CHANGED.iter().enumerate() {
            let site = Site::new();
            site.killed_after(opened + replaced);
            site.put(hand, "by hand\n");
            let before = site.tree();
            let told = settled(site.folder.path());
            let now = site.tree();
            assert_eq!(now[*hand], "by hand\n", "{replaced}, {hand}");
            if replaced == 0 {
                // None was changed yet: they all stay as they were, and the hand's work with them.
                assert!(told[0].what.en.contains("taken back"), "{told:?}");
                let mut old = tree(BEFORE);
                old.insert((*hand).to_owned(), "by hand\n".to_owned());
                assert_eq!((now, site.is_settled()), (old, true), "{at}");
            } else {
                assert_eq!((told.len(), told[0].severity), (1, Severity::Error), "{replaced}, {hand}");
                assert!(told[0].what.en.contains(&format!("Changed or removed since: {hand}.")), "{told:?}");
                assert_eq!(now, before, "nothing is touched: {replaced}, {hand}");
                let failure = crate::mend::write::all(site.folder.path(), &site.changes[..2]).unwrap_err();
                assert!(failure.said.en.contains("Nothing more was written"), "{failure}");
                assert_eq!(site.tree(), before, "and nothing is written over it");
            }
        }
    }
}

#[test]
fn a_torn_list_was_never_acted_on() {
    let site = Site::new();
    site.killed_after(1 + CHANGED.len());
    let list = journal::place(site.folder.path());
    let whole = fs::read(&list).unwrap();
    fs::write(&list, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(settled(site.folder.path()), Vec::new());
    assert!(site.is_settled());
    assert_eq!(site.tree()["content/a.yaml"], "a: 1\n");
}

#[cfg(unix)]
#[test]
fn a_link_put_in_a_folders_place_is_not_followed() {
    let (site, other) = (Site::new(), TempDir::new().unwrap());
    site.killed_after(1 + CHANGED.len());
    fs::rename(site.at("content/tên"), other.path().join("tên")).unwrap();
    std::os::unix::fs::symlink(other.path().join("tên"), site.at("content/tên")).unwrap();
    settled(site.folder.path());
    assert_eq!(fs::read_to_string(other.path().join("tên/b.yaml")).unwrap(), "b: 1\n");
}

#[cfg(unix)]
#[test]
fn a_site_that_cannot_be_written_to_is_told_and_left() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    site.killed_after(2 + CHANGED.len());
    let before = site.tree();
    let lock = site.at(".minhbach/writing.lock");
    fs::set_permissions(&lock, fs::Permissions::from_mode(0o400)).unwrap();
    if File::options().write(true).open(&lock).is_ok() {
        // Whoever may do everything cannot be kept from it by permissions; a folder in the lock's place does.
        fs::remove_file(&lock).unwrap();
        fs::create_dir(&lock).unwrap();
    }
    let told = settled(site.folder.path());
    assert_eq!((told.len(), told[0].severity, site.tree()), (1, Severity::Error, before));
    assert!(told[0].what.en.contains("New already: content/a.yaml."), "{told:?}");
    assert!(told[0].fix.en.contains("Make it writable"), "{told:?}");
}
