//! A publication stopped after every single step, and what the next one makes of it.
//!
//! May use: source.

use commit::Step;
use journal::Journal;

use super::*;
use crate::source::shown;

const KEPT: &[(&str, &str)] = &[("k/1", "1"), ("k/2", "2"), ("k/3", "3"), ("k/4", "4"), ("k/5", "5"), ("k/6", "6"), ("k/7", "7"), ("k/8", "8"), ("k/9", "9")];
/// A page that changes, one that goes with its folder, a file that becomes a folder, a folder that becomes a file.
const BEFORE: &[(&str, &str)] = &[("index.html", "before"), ("gone/deep/x.html", "gone"), ("news", "file"), ("old/x", "x")];
const AFTER: &[(&str, &str)] = &[("index.html", "after!"), ("news/index.html", "folder"), ("old", "file"), ("new/a/b.html", "new")];
const HAND: (&str, &str) = ("CNAME", "example.vn");

/// A site published as `BEFORE`, with something put there by hand, and a commit to `AFTER` ready.
fn ready(few: usize, empty: bool) -> (Site, Commit, File, Tree, Tree) {
    let mut site = Site::new();
    site.few = few;
    if !empty {
        site.publish(&[KEPT, BEFORE].concat());
        fs::write(site.at("public/CNAME"), HAND.1).unwrap();
    }
    let hand: &[_] = if empty { &[] } else { &[HAND] };
    let before = if empty { Tree::new() } else { tree(&[KEPT, BEFORE, hand].concat()) };
    let after = tree(&[KEPT, AFTER, hand].concat());
    let (commit, lock) = site.given(&[KEPT, AFTER].concat()).ready().unwrap();
    (site, commit, lock, before, after)
}

/// Stops a commit after each number of steps; says which steps there were.
fn stop_everywhere(few: usize, empty: bool, swap: Option<fn(&Path, &Path) -> std::io::Result<()>>) -> Vec<Step> {
    let mut steps = Vec::new();
    for stop in 0.. {
        let (site, mut commit, lock, before, after) = ready(few, empty);
        commit.swap = swap.unwrap_or(commit.swap);
        steps.clear();
        for _ in 0..stop {
            steps.extend(commit.step().unwrap());
        }
        let done = steps.len() < stop;
        let stands = steps.iter().any(|step| matches!(step, Step::Rename | Step::Close)) || (swap.is_none() && steps.contains(&Step::Exchange));
        // The process is killed here: nothing is tidied, only its lock is gone.
        commit.staging.stay();
        drop((commit, lock));

        if !steps.iter().any(|step| matches!(step, Step::Move(_))) {
            assert_eq!(site.tree(), if stands { after.clone() } else { before.clone() }, "a reader after {steps:?}");
        }
        drop(site.begin());
        assert_eq!(site.tree(), if stands { after.clone() } else { before }, "the next command after {steps:?}");
        assert!(site.leftovers().is_empty());
        let next = site.publish(&[KEPT, AFTER].concat());
        assert_eq!(site.tree(), after, "the next publication after {steps:?}");
        assert_eq!((next.written == 0, next.removed == 0), (stands, stands || empty), "{steps:?}");
        // The record is right again: what goes now is found and goes.
        site.publish(KEPT);
        assert_eq!(site.tree(), if empty { tree(KEPT) } else { tree(&[KEPT, &[HAND]].concat()) }, "{steps:?}");
        if done {
            break;
        }
    }
    steps
}

#[test]
fn the_first_publication() {
    assert_eq!(stop_everywhere(commit::FEW, true, None), [Step::Rename, Step::Record, Step::Clear]);
}

#[cfg(unix)]
#[test]
fn an_exchange_of_folders() {
    assert_eq!(stop_everywhere(commit::FEW, false, None), [Step::Exchange, Step::Record, Step::Clear]);
}

#[test]
fn a_commit_file_by_file() {
    let steps = stop_everywhere(0, false, None);
    assert_eq!((steps.first(), steps.len()), (Some(&Step::Open), 4 + 11));
}

#[cfg(unix)]
#[test]
fn a_disk_that_cannot_exchange() {
    let steps = stop_everywhere(commit::FEW, false, Some(|_, _| Err(ErrorKind::InvalidInput.into())));
    assert_eq!(steps[..2], [Step::Exchange, Step::Open]);
}

#[test]
fn an_interrupted_undoing_is_undone_again() {
    let moves = ready(0, false).1.count_moves();
    for made in 0..=moves {
        for undone in 0..=moves {
            let (site, mut commit, lock, before, _) = ready(0, false);
            for _ in 0..=made {
                commit.step().unwrap();
            }
            let mut part = Journal::load(&commit.staging.places).unwrap();
            part.moves.drain(..moves - undone);
            part.undo(&commit.staging.places).unwrap();
            commit.staging.stay();
            drop((commit, lock));
            drop(site.begin());
            assert_eq!(site.tree(), before, "{made} made, {undone} undone");
        }
    }
}

#[test]
fn a_move_that_fails_is_taken_back_at_once() {
    let moves = ready(0, false).1.count_moves();
    for made in 0..moves {
        let (site, mut commit, _lock, before, _) = ready(0, false);
        for _ in 0..=made {
            commit.step().unwrap();
        }
        // Whatever still waits in staging is lost, so that one of the next moves fails.
        let waiting = site.at(".public.minhbach-new/site");
        let Some((lost, _)) = AFTER.iter().rfind(|(path, _)| waiting.join(path).is_file()) else {
            break;
        };
        fs::rename(waiting.join(lost), site.at("lost")).unwrap();
        let place = shown(&commit.staging.places.published(lost));
        let failure = commit.finish().map(drop).unwrap_err();
        assert!(failure.said.vi.contains(&place), "{failure} does not name {place}");
        assert!(failure.said.en.contains("The published site is as it was"), "{failure}");
        assert_eq!(site.tree(), before, "after {made}");
        assert!(site.leftovers().is_empty());
    }
}

#[test]
fn the_record_of_a_site_that_stands_is_not_lost() {
    for (few, empty) in [(commit::FEW, true), (commit::FEW, false), (0, false)] {
        let (site, mut commit, lock, ..) = ready(few, empty);
        while !matches!(commit.step().unwrap(), Some(Step::Rename | Step::Exchange | Step::Close)) {}
        commit.staging.stay();
        drop((commit, lock));
        // Nobody makes the pages of the interrupted publication again: they are known to be ours, and go.
        site.publish(KEPT);
        assert_eq!(site.tree(), if empty { tree(KEPT) } else { tree(&[KEPT, &[HAND]].concat()) });
    }
}

#[test]
fn a_copy_torn_by_the_interruption_is_not_put_back() {
    let (site, mut commit, lock, before, _) = ready(0, false);
    commit.step().unwrap();
    let old = commit.staging.places.old();
    fs::create_dir_all(&old).unwrap();
    fs::write(old.join("index.html"), "bef").unwrap();
    commit.staging.stay();
    drop((commit, lock));
    drop(site.begin());
    assert_eq!(site.tree(), before);
}

#[test]
fn a_torn_journal_was_never_acted_on() {
    let (site, mut commit, lock, before, _) = ready(0, false);
    commit.step().unwrap();
    let journal = commit.staging.places.journal();
    let whole = fs::read(&journal).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&journal, damaged).unwrap();
        assert!(Journal::load(&commit.staging.places).is_none(), "byte {at}");
    }
    fs::write(&journal, &whole[..whole.len() / 2]).unwrap();
    commit.staging.stay();
    drop((commit, lock));
    drop(site.begin());
    assert_eq!(site.tree(), before);
    assert!(site.leftovers().is_empty());
}

#[test]
fn only_removals_are_commits_too() {
    for few in [commit::FEW, 0] {
        for stop in 0..9 {
            let mut site = Site::new();
            site.few = few;
            site.publish(&[KEPT, BEFORE].concat());
            let (mut commit, lock) = site.given(&[KEPT, &BEFORE[..1]].concat()).ready().unwrap();
            for _ in 0..stop {
                commit.step().unwrap();
            }
            commit.staging.stay();
            drop((commit, lock));
            drop(site.begin());
            let now = site.tree();
            assert!(now == tree(&[KEPT, BEFORE].concat()) || now == tree(&[KEPT, &BEFORE[..1]].concat()), "{stop}: {now:?}");
            site.publish(&[KEPT, &BEFORE[..1]].concat());
            assert_eq!(site.tree(), tree(&[KEPT, &BEFORE[..1]].concat()));
            assert!(site.leftovers().is_empty());
        }
    }
}
