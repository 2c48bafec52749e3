//! Every kind of problem, each as a folder a person can open: a bad sample and the exact words.
//!
//! `tests/problems/<name>/` holds the files that differ from `tests/sites/small`. What a plain file cannot
//! hold (a symbolic link, 50 MB, accents put together as macOS does) is made by the lines of `how.txt`.
//! `expected.vi.txt` and `expected.en.txt` are all that `minhbach check` prints to standard error; where only another
//! command can notice the problem, `how.txt` names it in a line `ask …`.
//! `fixed/` holds what `check --fix` makes of the case; `mended.rs` looks at it.
//! `near-miss/<what>/` inside a case is a site of its own that looks like the mistake and is none: of it nothing is told.
//! A name is a kind of problem, alone or with `--` and what is special; `accepted--…` are oddities nobody
//! need hear of, and `all--…` hold many mistakes. `MINHBACH_BLESS=1` writes the expected files: that is a
//! claim that they were read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use minhbach::diag::Code;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::site::{Site, copy, repository};
use super::writing;

fn folder() -> PathBuf {
    repository().join("tests/problems")
}

/// Every case, by name.
pub fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the cases are there");
    let mut names: Vec<String> = entries.map(|entry| entry.expect("an entry can be read").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The kind of problem a case is about.
fn kind(name: &str) -> &str {
    name.split_once("--").map_or(name, |(kind, _)| kind)
}

/// The small site with a case laid over it.
pub fn site(name: &str) -> Site {
    let site = Site::small();
    let case = folder().join(name);
    copy(&case, site.path());
    for own in ["how.txt", "expected.vi.txt", "expected.en.txt"] {
        // OK because a case need not have all of them.
        let _ = fs::remove_file(site.path().join(own));
    }
    // OK because few cases have near misses, or mend themselves.
    let _ = fs::remove_dir_all(site.path().join("near-miss"));
    let _ = fs::remove_dir_all(site.path().join("fixed"));
    if let Ok(how) = fs::read_to_string(case.join("how.txt")) {
        how.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).for_each(|line| step(&site, line));
    }
    site
}

/// What is asked of the program: `check`, unless the case says otherwise.
pub fn asked(name: &str) -> Vec<String> {
    let how = fs::read_to_string(folder().join(name).join("how.txt")).unwrap_or_default();
    let own = how.lines().find_map(|line| line.strip_prefix("ask ")).unwrap_or("check");
    own.split(' ').map(str::to_owned).collect()
}

/// What `check` tells of a case in English. `every_problem_is_told_in_these_words` holds the program to the words of the file,
/// so nobody else need start it for them; only while they are being written it is asked.
pub fn told(name: &str) -> String {
    assert_eq!(asked(name)[0], "check", "{name} is told of by another command");
    if std::env::var_os("MINHBACH_BLESS").is_some() {
        return site(name).run(&asked(name).iter().map(String::as_str).collect::<Vec<_>>()).err;
    }
    fs::read_to_string(folder().join(name).join("expected.en.txt")).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// One line of `how.txt`: what to do, to which file, with what.
fn step(site: &Site, line: &str) {
    if line.starts_with("ask ") {
        return;
    }
    if let Some(command) = line.strip_prefix("run ") {
        site.run(&command.split(' ').collect::<Vec<_>>()).ended(0);
        return;
    }
    let (verb, rest) = line.split_once(' ').expect("a step has a verb and a file");
    let (path, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let path = path.replace("\\n", "\n");
    let text = rest.replace("\\n", "\n");
    let disk = site.path().join(&path);
    let add = |more: &str| {
        let old = fs::read_to_string(&disk).unwrap_or_default();
        site.write(&path, old + more);
    };
    match verb {
        "write" => drop(site.write(&path, text)),
        "append" => add(&text),
        "swap" => {
            let (from, to) = text.split_once(" => ").expect("swap <file> <from> => <to>");
            site.replace(&path, from, to);
        }
        "repeat" => {
            let (times, text) = text.split_once(' ').expect("repeat <file> <times> <text>");
            add(&text.repeat(times.parse().expect("a number of times")));
        }
        "move" => fs::rename(&disk, site.path().join(&text)).expect("it can be renamed"),
        "remove" => drop(site.remove(&path)),
        // A file with a hole: that long, nothing on disk.
        "size" => {
            site.write(&path, "");
            fs::File::options().write(true).open(&disk).and_then(|file| file.set_len(text.parse().expect("a length"))).expect("the file can grow");
        }
        "bytes" => {
            let digits: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
            let byte = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).expect("two hexadecimal digits");
            site.write(&path, digits.chunks(2).map(byte).collect::<Vec<u8>>());
        }
        "bom" => drop(site.write(&path, format!("\u{feff}{}", site.read(&path)))),
        // What a killed program leaves: `interrupt <file> <from> <to>`.
        "interrupt" => {
            let (from, to) = text.split_once(' ').expect("interrupt <file> <from> <to>");
            writing::interrupt(site, &path, &site.read(&path).replace(from, to));
        }
        "crlf" => drop(site.write(&path, site.read(&path).replace('\n', "\r\n"))),
        "utf16" => {
            let units = std::iter::once(0xfeff).chain(site.read(&path).encode_utf16().collect::<Vec<_>>());
            site.write(&path, units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        }
        "nfd" => fs::rename(&disk, site.path().join(path.nfd().collect::<String>())).expect("the file can be renamed"),
        "nfd-text" => drop(site.write(&path, site.read(&path).nfd().collect::<String>())),
        #[cfg(unix)]
        "symlink" => {
            let link = site.path().join(&text);
            fs::create_dir_all(link.parent().expect("a link has a folder")).expect("folders can be made");
            std::os::unix::fs::symlink(&path, link).expect("a link can be made");
        }
        #[cfg(unix)]
        "socket" => drop(std::os::unix::net::UnixListener::bind(&disk).expect("a socket can be made")),
        "prose" => drop(site.write(&path, prose(text.parse().expect("a number of words")))),
        "words" => drop(site.write(&format!("themes/tinh/i18n/{path}.ftl"), words_but(&text))),
        _ => panic!("unknown step: {line}"),
    }
}

/// A report of words that no compression makes small: the same on every machine.
fn prose(words: u32) -> String {
    let mut text = String::from("---\ntitle: Bài dài\npublished: 2024-05-02\nareas: [nam-nhun]\nsource:\n  name: Trang của huyện\n---\n");
    let mut state = 1u32;
    for word in 1..=words {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(&format!("{:05x}", state >> 12));
        text.push(if word.is_multiple_of(12) { '\n' } else { ' ' });
    }
    text
}

/// The built-in Vietnamese words without one message.
fn words_but(id: &str) -> String {
    let folder = repository().join("themes/default/i18n");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("the theme has its words");
    let all = read("vi.ftl") + &read("sentences.vi.ftl");
    assert!(all.lines().any(|line| line.starts_with(&format!("{id} ="))), "the theme has no message {id}");
    all.lines().filter(|line| !line.starts_with(&format!("{id} ="))).map(|line| format!("{line}\n")).collect()
}

/// Without what may change with every change of the theme: a weight in bytes, the fields a template is told.
fn steady(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let line = line.split_once(" Available fields: ").map_or(line, |(before, _)| before);
        let weight = ["nặng ", "weighs "].iter().find_map(|word| {
            line.split_once(word).filter(|(_, after)| after.starts_with(|c: char| c.is_ascii_digit())).map(|(before, after)| (before, word, after))
        });
        match weight {
            Some((before, word, after)) if line.contains(" byte") => {
                out.push_str(&format!("{before}{word}N{}", after.trim_start_matches(|c: char| c.is_ascii_digit())));
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

#[test]
fn every_problem_is_told_in_these_words() {
    let bless = std::env::var_os("MINHBACH_BLESS").is_some();
    let wrong: Vec<String> = names()
        .par_iter()
        .flat_map(|name| {
            let mut wrong = Vec::new();
            for lang in ["vi", "en"] {
                // Each language has a site of its own: a command may change what the next one would tell.
                let site = site(name);
                let asked = asked(name);
                let command: Vec<&str> = asked.iter().map(String::as_str).chain(["--lang", lang]).collect();
                let said = site.run(&command);
                let told = steady(&said.err);
                let file = folder().join(name).join(format!("expected.{lang}.txt"));
                if bless {
                    fs::write(&file, &told).expect("the expected words can be written");
                }
                let expected = fs::read_to_string(&file).unwrap_or_default();
                if told != expected {
                    wrong.push(format!("{name} ({lang})\n--- expected\n{expected}--- told\n{told}"));
                }
                let errors = told.lines().any(|line| line.starts_with("LỖI ") || line.starts_with("ERROR "));
                if said.code != i32::from(errors) {
                    wrong.push(format!("{name} ({lang}) ended with {}\n{}", said.code, said.err));
                }
            }
            wrong
        })
        .collect();
    assert!(wrong.is_empty(), "{} cases differ:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// The near misses of a case, by name.
fn near_misses(name: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder().join(name).join("near-miss")) else { return Vec::new() };
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    all.sort();
    all
}

#[test]
fn of_near_misses_nothing_is_told() {
    let all: Vec<PathBuf> = names().iter().flat_map(|name| near_misses(name)).collect();
    let told = all.par_iter().filter_map(|near| {
        let site = Site::small();
        copy(near, site.path());
        let said = site.run(&["check"]);
        (!said.err.is_empty() || said.code != 0).then(|| format!("{}\n{}", near.display(), said.err))
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{} near misses are told of:\n\n{}", told.len(), told.join("\n"));
}

#[test]
fn whatever_does_not_add_up_has_a_near_miss() {
    for code in minhbach::reconcile::problems::CODES {
        assert!(!near_misses(code.name).is_empty(), "{} has no near miss", code.name);
    }
}

#[test]
fn checking_leaves_no_trace() {
    let site = site("rate-mismatch");
    let before = site.files("");
    site.run(&["check"]).ended(0);
    assert!(site.files("") == before, "check wrote something");
}

/// The number of every problem.
pub fn numbers() -> BTreeSet<&'static str> {
    codes().into_iter().map(|code| code.number).collect()
}

fn codes() -> Vec<&'static Code> {
    minhbach::explain::codes::of_content()
}

#[test]
fn every_kind_of_problem_has_a_folder_and_every_folder_its_problem() {
    if std::env::var_os("MINHBACH_BLESS").is_some() {
        // The words are just being written.
        return;
    }
    let names: BTreeSet<String> = names().into_iter().collect();
    let mut by_name = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    for code in codes() {
        assert!(by_name.insert(code.name, code.number).is_none(), "two problems are named {}", code.name);
        assert!(numbers.insert(code.number), "two problems have the number {}", code.number);
        assert!(names.contains(code.name), "{} {} has no folder in tests/problems", code.number, code.name);
        let number = code.number.strip_prefix("MB").unwrap_or_default();
        assert!(number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()), "{}", code.number);
    }
    for name in &names {
        let read = |file: &str| fs::read_to_string(folder().join(name).join(file)).unwrap_or_else(|_| panic!("{name} has no {file}"));
        let (vi, en) = (read("expected.vi.txt"), read("expected.en.txt"));
        match (kind(name), by_name.get(kind(name))) {
            ("accepted", _) => assert!(vi.is_empty() && en.is_empty(), "{name} is accepted and yet told of"),
            ("all", _) => {}
            (_, Some(number)) => assert!(vi.contains(number) && en.contains(number), "{name} does not tell of {number}"),
            (kind, None) => panic!("{name}: no problem is named {kind}"),
        }
    }
}

/// Every code declared in the sources stands in the list of its room; those of forms have their cases in `forms.rs`.
#[test]
fn no_room_keeps_a_problem_to_itself() {
    let told: BTreeSet<&str> = codes().iter().chain(minhbach::forms::problems::CODES).map(|code| code.number).collect();
    let mut files = Vec::new();
    sources(&repository().join("src"), &mut files);
    for file in files {
        let text = fs::read_to_string(&file).expect("the source can be read");
        for (at, _) in text.match_indices("number: \"MB") {
            let number = &text[at + 9..at + 15];
            assert!(told.contains(number), "{} declares {number}, which is in no CODES list", file.display());
        }
    }
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

const TEN: &str = "all--ten-mistakes-in-five-files";

#[test]
fn ten_mistakes_in_five_files_are_told_in_one_run_and_nothing_is_written() {
    let site = site(TEN);
    let said = site.run(&["build"]).ended(1);
    let heads: Vec<&str> = said.err.lines().filter(|line| line.starts_with("ERROR ")).collect();
    assert_eq!(heads.len(), 10, "{}", said.err);
    let places: Vec<(&str, u32)> = said
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("  content/"))
        .filter_map(|place| {
            let mut parts = place.splitn(3, ':');
            Some((parts.next()?, parts.next()?.parse().ok()?))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(places.iter().map(|(file, _)| *file).collect::<BTreeSet<_>>().len(), 5, "{places:?}");
    assert!(said.out.contains("Nothing was written"), "{}", said.out);
    assert!(!site.path().join("public").exists());
}

#[test]
fn mistakes_leave_the_published_site_as_it_was() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let bytes = site.files("public");
    let times = times(&site.path().join("public"));
    copy(&folder().join(TEN).join("content"), &site.path().join("content"));
    site.run(&["build"]).ended(1);
    site.run(&["build", "--fresh"]).ended(1);
    assert!(site.files("public") == bytes, "a published file changed");
    assert_eq!(self::times(&site.path().join("public")), times);
}

/// The times of every file and folder.
fn times(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        let time = fs::metadata(&path).and_then(|data| data.modified()).expect("the file is there");
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("the folder is there").map(|entry| entry.expect("an entry can be read").path()));
        }
        all.insert(path, time);
    }
    all
}

#[test]
fn typed_html_reaches_the_page_as_words() {
    let site = site("raw-html");
    site.run(&["build"]).ended(0);
    let page = site.read("public/tin/bai-hai/index.html");
    let (_, article) = page.split_once("<article").expect("a report is an article");
    let (article, _) = article.split_once("</article>").expect("the article ends");
    for run in ["<script", "<img", "<b", "<!--"] {
        assert!(!article.contains(run), "{run} is on the page:\n{article}");
    }
    assert!(article.contains("&lt;script"), "what was typed is shown as words:\n{article}");
}

#[test]
fn a_page_nested_without_end_is_published_without_breaking_the_program() {
    let site = site("page-kept-whole");
    site.run(&["build"]).ended(0);
    assert!(site.read("public/tin/bai-hai/index.html").matches("<blockquote>").count() == 5000);
}

#[test]
fn an_output_folder_that_holds_something_else_is_refused() {
    let site = Site::small();
    let before = site.files("");
    for out in [".", "..", "/", "content", "content/x", "themes", ".git", ".minhbach", "content/areas/nam-nhun/2024"] {
        let said = site.run(&["build", "--out", out]).ended(3);
        assert!(said.err.contains("cannot be published into"), "{out}: {}", said.err);
        let after = site.files("").into_iter().filter(|(name, _)| !name.starts_with(".minhbach/")).collect::<Vec<_>>();
        assert!(after == before, "--out {out} changed something");
    }
}
