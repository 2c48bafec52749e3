//! What `check --fix` makes of the cases of `tests/problems`, file by file.
//!
//! A case of which it is said that something mends itself holds in `fixed/` the files that are other ones afterwards, whole,
//! and in `fixed/gone.txt` the names of those that are gone. `--yes` agrees to what is asked about. `MINHBACH_BLESS=1`
//! writes them: that is a claim that they were read, above all that no number has another value.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use minhbach::explain::codes;
use minhbach::pipeline::certain::{self, How};
use rayon::prelude::*;

use super::problems;
use super::site::{Site, repository};

/// A case mended: what it says before and after, and the files that are other ones.
struct Mended {
    name: String,
    /// The numbers of the problems that are said to mend themselves.
    said: BTreeSet<String>,
    /// Those of which there are fewer afterwards.
    gone: BTreeSet<String>,
    files: BTreeMap<String, Vec<u8>>,
    told: String,
}

fn fixed(name: &str) -> PathBuf {
    repository().join("tests/problems").join(name).join("fixed")
}

/// The files of a site that its writers see.
fn content(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.files("").into_iter().filter(|(name, _)| !name.starts_with(".minhbach/") && !name.starts_with("public/")).collect()
}

/// How often each problem is told, and which of them are said to mend themselves.
fn told(said: &str) -> (BTreeMap<String, usize>, BTreeSet<String>) {
    let (mut counts, mut mends) = (BTreeMap::new(), BTreeSet::new());
    for block in said.split("\n\n") {
        let head = block.lines().find_map(|line| {
            let (word, rest) = line.split_once(" MB")?;
            ["ERROR", "WARNING", "NOTE"].contains(&word).then(|| format!("MB{}", &rest[..4]))
        });
        let Some(number) = head else { continue };
        if block.contains("minhbach check --fix") {
            mends.insert(number.clone());
        }
        *counts.entry(number).or_default() += 1;
    }
    (counts, mends)
}

/// A case that was mended with every question answered by yes: its files before and after, what was said while it was
/// mended, and what `check` tells then.
pub struct Fixed {
    before: BTreeMap<String, Vec<u8>>,
    after: BTreeMap<String, Vec<u8>>,
    said: String,
    /// What `check` tells afterwards, in English.
    pub left: String,
}

impl Fixed {
    /// Every test of this run that asks for a case looks at the same one.
    pub fn case(name: &str) -> Arc<Self> {
        static ALL: Mutex<BTreeMap<String, Arc<OnceLock<Arc<Fixed>>>>> = Mutex::new(BTreeMap::new());
        let one = ALL.lock().expect("nobody panics with it").entry(name.to_owned()).or_default().clone();
        let fix = || {
            let site = problems::site(name);
            let before = content(&site);
            let run = site.run(&["check", "--fix", "--yes", "--lang", "en"]);
            let after = content(&site);
            Arc::new(Fixed { before, after, said: run.out + &run.err, left: site.run(&["check", "--lang", "en"]).err })
        };
        one.get_or_init(fix).clone()
    }
}

fn mended(name: &str) -> Option<Mended> {
    if problems::asked(name)[0] != "check" {
        return None;
    }
    let (counts, said) = told(&problems::told(name));
    if said.is_empty() {
        return None;
    }
    let case = Fixed::case(name);
    let (before, after) = (&case.before, &case.after);
    let (left, _) = told(&case.left);
    let fewer = |number: &&String| left.get(*number).copied().unwrap_or(0) < counts[*number];
    let mut files: BTreeMap<String, Vec<u8>> =
        after.iter().filter(|(file, bytes)| before.get(*file) != Some(*bytes)).map(|(file, bytes)| (file.clone(), bytes.clone())).collect();
    let lost: String = before.keys().filter(|file| !after.contains_key(*file)).map(|file| format!("{file}\n")).collect();
    if !lost.is_empty() {
        files.insert("gone.txt".to_owned(), lost.into_bytes());
    }
    Some(Mended { name: name.to_owned(), gone: said.iter().filter(fewer).cloned().collect(), said, files, told: case.said.clone() })
}

#[test]
fn what_mends_itself_leaves_just_these_files() {
    let bless = std::env::var_os("MINHBACH_BLESS").is_some();
    let names: Vec<String> = problems::names().into_iter().filter(|name| !name.starts_with("accepted--")).collect();
    let all: Vec<Mended> = names.par_iter().filter_map(|name| mended(name)).collect();
    let mut wrong = Vec::new();
    for case in &all {
        let folder = fixed(&case.name);
        if bless {
            let _ = fs::remove_dir_all(&folder);
            for (file, bytes) in &case.files {
                let path = folder.join(file);
                fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
                fs::write(path, bytes).expect("the file can be written");
            }
        }
        let expected = if folder.is_dir() { Site::at(&folder).into_iter().collect() } else { BTreeMap::new() };
        if expected != case.files {
            let shown = |files: &BTreeMap<String, Vec<u8>>| {
                files.iter().map(|(file, bytes)| format!("{file}:\n{}", String::from_utf8_lossy(bytes))).collect::<String>()
            };
            wrong.push(format!("{}\n--- expected\n{}--- is\n{}{}", case.name, shown(&expected), shown(&case.files), case.told));
        }
    }
    let known: BTreeSet<&str> = all.iter().map(|case| case.name.as_str()).collect();
    wrong.extend(
        names.iter().filter(|name| fixed(name).is_dir() && !known.contains(name.as_str())).map(|name| format!("{name} has fixed/ and does not mend itself")),
    );
    assert!(wrong.is_empty(), "{} cases differ:\n\n{}", wrong.len(), wrong.join("\n"));

    // What is declared happens in a case, and nothing else is promised.
    let happens: BTreeSet<&str> = all.iter().flat_map(|case| case.gone.iter().map(String::as_str)).collect();
    let promised: BTreeSet<&str> = all.iter().flat_map(|case| case.said.iter().map(String::as_str)).collect();
    let mut wrong = Vec::new();
    for code in codes::of_content() {
        match (certain::how(code.name), promised.contains(code.number), happens.contains(code.number)) {
            (Some(_), _, false) => wrong.push(format!("{} {} is declared to mend itself and no case shows it", code.number, code.name)),
            (None, true, _) => wrong.push(format!("{} {} is told to mend itself and not declared", code.number, code.name)),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is asked about is not done where nobody can answer.
#[test]
fn without_a_yes_nothing_uncertain_is_done() {
    let asked: BTreeSet<&str> = codes::of_content().into_iter().filter(|code| certain::how(code.name) == Some(How::Asked)).map(|code| code.number).collect();
    let names: Vec<String> = problems::names().into_iter().filter(|name| fixed(name).is_dir() && !name.starts_with("not-utf8")).collect();
    let wrong: Vec<String> = names
        .par_iter()
        .filter_map(|name| {
            let (_, said) = told(&problems::told(name));
            // Where something is certain too, that is done.
            if !said.iter().all(|number| asked.contains(number.as_str())) {
                return None;
            }
            let site = problems::site(name);
            let before = content(&site);
            let run = site.run(&["check", "--fix", "--lang", "en"]);
            let told = run.out.contains("None of this was done") || run.out.contains("Nothing was converted");
            (content(&site) != before || !told).then(|| format!("{name}:\n{}", run.out))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explain_counts_what_mends_itself() {
    let content = codes::of_content();
    let mending = content.iter().filter(|code| certain::how(code.name).is_some()).count();
    let said = Site::empty().run(&["explain", "--lang", "en"]).ended(0);
    assert!(said.out.contains(&format!("of {} problems check tells of, it mends {mending} (", content.len())), "{}", said.out);
    assert!(mending * 2 >= content.len(), "less than half of them mend themselves: {mending} of {}", content.len());
}
