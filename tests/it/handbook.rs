//! The handbook for authors is played: what it tells people to type is typed, and what it says comes back comes back.
//!
//! The handbook is `content/pages/so-tay*.md`, in Vietnamese and English. Each part of a page (from one `##` to the
//! next) begins with the smallest site, `tests/sites/small`, and its blocks are taken in order:
//!
//! - ```` ```console ```` lines to type; `console shown` are looked at but not run, such as a command that never ends;
//! - ```` ```text ```` what the program answered to the lines above it; a line that is only `…` stands for any lines;
//!   `text shown` is not compared;
//! - ```` ```yaml content/…/results.yaml ```` a whole file; with `:9` or `:13-14` behind its name, what stands in place
//!   of these lines; with `:9+`, what stands behind line 9;
//! - `<!-- picture content/…/a.jpg -->` a picture that is there, unseen by readers;
//! - ```` ```cells form.xlsx ```` cells filled in, a line each: `F6 = 1500`;
//! - a block with a language alone is a piece of a file, and only shown;
//! - `<!-- what mends itself -->` the table behind it is made by the program: the codes `check --fix` mends.
//!
//! `MINHBACH_BLESS=1` writes what the program answers now into the `text` blocks and the table: read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use minhbach::explain::codes;
use minhbach::pipeline::certain::{How, how};

use super::book::{Book, Typed};
use super::site::{Site, repository};

/// A page of the handbook in one language.
struct Page {
    /// `so-tay-excel`.
    name: String,
    lang: &'static str,
    file: String,
    pieces: Vec<Piece>,
}

/// What a page is made of, as far as these tests care.
enum Piece {
    /// Of a level.
    Heading(usize),
    /// What stands behind the three ticks, what stands between, and the line of the file it begins on.
    Block { info: String, text: String, line: usize },
    /// A line of prose.
    Words(String),
}

fn pages() -> Vec<Page> {
    let folder = repository().join("content/pages");
    let mut names: Vec<String> =
        fs::read_dir(&folder).expect("the pages are there").map(|e| e.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.retain(|name| name.starts_with("so-tay"));
    names.sort();
    let page = |file: &String| {
        let text = fs::read_to_string(folder.join(file)).expect("a page is text");
        let lang = if file.ends_with(".en.md") { "en" } else { "vi" };
        let name = file.split('.').next().expect("a name begins").to_owned();
        Page { name, lang, file: format!("content/pages/{file}"), pieces: pieces(file, &text) }
    };
    names.iter().map(page).collect()
}

fn pieces(file: &str, text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let mut inside = String::new();
            loop {
                let (_, line) = lines.next().unwrap_or_else(|| panic!("{file}:{}: the block is never closed", at + 1));
                if line == "```" {
                    break;
                }
                inside.push_str(line);
                inside.push('\n');
            }
            pieces.push(Piece::Block { info: info.trim().to_owned(), text: inside, line: at + 2 });
        } else if line.starts_with('#') {
            pieces.push(Piece::Heading(line.chars().take_while(|c| *c == '#').count()));
        } else {
            pieces.push(Piece::Words(line.to_owned()));
        }
    }
    pieces
}

/// A line as a command line takes it apart.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for letter in line.chars() {
        match letter {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            other => {
                word.push(other);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// Every command a page names: the lines of its blocks, and the code in its prose that begins with the program's name.
fn commands(page: &Page) -> Vec<String> {
    let mut all = Vec::new();
    for piece in &page.pieces {
        match piece {
            Piece::Block { info, text, .. } if info.split(' ').next() == Some("console") => all.extend(text.lines().map(str::to_owned)),
            Piece::Words(line) => {
                all.extend(line.split('`').skip(1).step_by(2).filter(|code| words(code).first().is_some_and(|word| word == "minhbach")).map(str::to_owned))
            }
            _ => {}
        }
    }
    all
}

#[test]
fn the_handbook_names_only_commands_and_options_there_are() {
    let site = Site::small();
    let mut known: BTreeMap<Vec<String>, String> = BTreeMap::new();
    let mut wrong = String::new();
    let mut count = 0;
    for page in pages() {
        for line in commands(&page) {
            let typed = words(&line);
            count += 1;
            if typed.first().map(String::as_str) != Some("minhbach") {
                wrong.push_str(&format!("{}: “{line}” is no command of this program\n", page.file));
                continue;
            }
            let verbs: Vec<String> = typed[1..]
                .iter()
                .take_while(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !word.starts_with('-'))
                .take(2)
                .cloned()
                .collect();
            let help = known.entry(verbs.clone()).or_insert_with(|| {
                let mut args: Vec<&str> = verbs.iter().map(String::as_str).collect();
                args.push("--help");
                let said = site.run(&args);
                if said.code == 0 { said.out } else { String::new() }
            });
            if help.is_empty() {
                wrong.push_str(&format!("{}: there is no command “minhbach {}”\n", page.file, verbs.join(" ")));
            }
            let options: BTreeSet<&str> = help.split(|c: char| !(c.is_ascii_lowercase() || c == '-')).filter(|word| word.starts_with("--")).collect();
            for option in typed.iter().filter(|word| word.starts_with("--")) {
                let option = option.split('=').next().unwrap_or(option);
                if !options.contains(option) && !help.is_empty() {
                    wrong.push_str(&format!("{}: “minhbach {}” knows no {option}\n", page.file, verbs.join(" ")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 0, "the handbook names no command");
}

#[test]
fn what_the_handbook_says_comes_back_comes_back() {
    let mut wrong = String::new();
    for page in pages() {
        let mut site = Site::small();
        let mut stage = Stage::default();
        let mut answers = Vec::new();
        for piece in &page.pieces {
            match piece {
                Piece::Heading(2) => {
                    stage.end(&site, &page, &mut wrong);
                    (site, stage) = (Site::small(), Stage::default());
                }
                Piece::Block { info, text, line } => {
                    let place = format!("{}:{line}", page.file);
                    if info == "text" {
                        stage.told = true;
                        if !agrees(text, &stage.said) {
                            wrong.push_str(&format!("{place} is not what the program answers:\n{}\n", stage.said));
                            answers.push((*line, text.lines().count(), stage.said.clone()));
                        }
                    } else {
                        stage.take(&site, page.lang, info, text, &place);
                    }
                }
                Piece::Words(line) => {
                    if let Some(path) = line.strip_prefix("<!-- picture ").and_then(|rest| rest.strip_suffix(" -->")) {
                        site.write(path, PICTURE);
                    }
                }
                Piece::Heading(_) => {}
            }
        }
        stage.end(&site, &page, &mut wrong);
        if std::env::var_os("MINHBACH_BLESS").is_some() {
            bless(&page.file, &answers);
            wrong.clear();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The smallest picture there is: a PNG of one grey dot.
const PICTURE: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\xda\x63\x68\x00\x00\x00\x82\x00\x81\xda\x45\x08\x3b\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// Where a part of a page has come to.
#[derive(Default)]
struct Stage {
    /// What the last lines were answered.
    said: String,
    /// Whether a file was laid down, and whether an answer was told since: a mistake that is explained may stay.
    laid: bool,
    told: bool,
}

impl Stage {
    fn take(&mut self, site: &Site, lang: &str, info: &str, text: &str, place: &str) {
        let (kind, rest) = info.split_once(' ').unwrap_or((info, ""));
        match (kind, rest) {
            ("console", "") => {
                self.said.clear();
                for line in text.lines() {
                    let typed = words(line);
                    let args: Vec<&str> = ["--lang", lang].into_iter().chain(typed[1..].iter().map(String::as_str)).collect();
                    let said = site.run(&args);
                    self.said.push_str(&said.err);
                    self.said.push_str(&said.out);
                }
            }
            ("console" | "text", "shown") | (_, "") => {}
            ("cells", file) => {
                let path = site.path().join(file);
                let mut book = Book::open(&path);
                for line in text.lines() {
                    let (cell, value) = line.split_once(" = ").unwrap_or_else(|| panic!("{place}: {line:?} is no cell"));
                    let number = value.bytes().all(|b| b.is_ascii_digit());
                    book.set(cell.trim(), if number { Typed::Number(value) } else { Typed::Words(value) });
                }
                book.save(&path);
            }
            (_, file) => {
                self.laid = true;
                self.told = false;
                lay(site, file, text, place);
            }
        }
    }

    /// Samples nobody calls wrong are right.
    fn end(&self, site: &Site, page: &Page, wrong: &mut String) {
        if self.laid && !self.told {
            let said = site.run(&["--lang", page.lang, "check", "--strict"]);
            if said.code != 0 {
                wrong.push_str(&format!("{}: the samples are not accepted:\n{}{}\n", page.file, said.err, said.out));
            }
        }
    }
}

/// Puts a sample into a site: a whole file, or lines of one.
fn lay(site: &Site, file: &str, text: &str, place: &str) {
    let Some((path, lines)) = file.split_once(':') else {
        site.write(file, text);
        return;
    };
    let number = |line: &str| line.parse::<usize>().unwrap_or_else(|_| panic!("{place}: {lines:?} are no lines"));
    let span = match (lines.strip_suffix('+'), lines.split_once('-')) {
        (Some(line), _) => number(line)..number(line),
        (None, Some((first, last))) => number(first) - 1..number(last),
        (None, None) => number(lines) - 1..number(lines),
    };
    let before = site.read(path);
    let mut lines: Vec<&str> = before.lines().collect();
    assert!(span.end <= lines.len(), "{place}: {path} has {} lines", lines.len());
    lines.splice(span, text.lines());
    site.write(path, lines.join("\n") + "\n");
}

/// Whether an answer is the one told.
fn agrees(told: &str, said: &str) -> bool {
    let (told, said): (Vec<String>, Vec<String>) = (told.lines().map(steady).collect(), said.lines().map(steady).collect());
    let told: Vec<&str> = told.iter().map(String::as_str).skip_while(|l| l.is_empty()).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).skip_while(|l| l.is_empty()).collect();
    fits(trimmed(&told), trimmed(&said))
}

fn trimmed<'l, 'a>(lines: &'l [&'a str]) -> &'l [&'a str] {
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |at| at + 1);
    &lines[..end]
}

fn fits(told: &[&str], said: &[&str]) -> bool {
    match told.split_first() {
        None => said.is_empty(),
        Some((&"…", rest)) => (0..=said.len()).any(|from| fits(rest, &said[from..])),
        Some((line, rest)) => said.split_first().is_some_and(|(first, more)| line == first && fits(rest, more)),
    }
}

/// A line without the numbers that differ from day to day: how long a build took, how heavy a page is, how many pages and
/// files a site has, which grows with every new kind of page.
fn steady(line: &str) -> String {
    let of_a_build = line.contains("→ public/");
    let mut words: Vec<String> = line.trim_end().split(' ').map(str::to_owned).collect();
    for at in 0..words.len() {
        let weight = words.get(at + 1).is_some_and(|next| next == "KB");
        if of_a_build || weight {
            words[at] = words[at].replace(|c: char| c.is_ascii_digit(), "");
        }
    }
    words.join(" ")
}

/// Writes the answers into the page; one that leaves lines out is for a person to mend.
fn bless(file: &str, answers: &[(usize, usize, String)]) {
    let path = repository().join(file);
    let text = fs::read_to_string(&path).expect("the page is there");
    let mut lines: Vec<&str> = text.lines().collect();
    for (line, count, said) in answers.iter().rev() {
        let block = line - 1..line - 1 + count;
        assert!(!lines[block.clone()].contains(&"…"), "{file}:{line}: this answer is told in part; please mend it by hand");
        lines.splice(block, said.trim_matches('\n').lines());
    }
    fs::write(path, lines.join("\n") + "\n").expect("the page can be written");
}

#[test]
fn the_handbook_says_the_same_in_both_languages() {
    let mut told: BTreeMap<String, Vec<(&'static str, String)>> = BTreeMap::new();
    for page in pages() {
        let shape = page.pieces.iter().filter_map(|piece| match piece {
            Piece::Heading(level) => Some(format!("{} a heading\n", "#".repeat(*level))),
            // What the program answers is in the reader's language; what is typed is the same.
            Piece::Block { info, .. } if info.starts_with("text") => Some("an answer\n".to_owned()),
            // So is what it names the files it makes, which is quoted where it has spaces.
            Piece::Block { info, text, .. } => Some(format!("{info}\n{}", text.split('"').step_by(2).collect::<Vec<_>>().join("\"…\""))),
            Piece::Words(_) => None,
        });
        told.entry(page.name.clone()).or_default().push((page.lang, shape.collect()));
    }
    for (name, languages) in told {
        let tongues: Vec<&str> = languages.iter().map(|(lang, _)| *lang).collect();
        assert_eq!(tongues, ["en", "vi"], "{name} is told in these languages");
        let (english, vietnamese) = (&languages[0].1, &languages[1].1);
        for (at, (en, vi)) in english.lines().zip(vietnamese.lines()).enumerate() {
            assert_eq!(en, vi, "{name}: the outlines part on line {at} of\n{vietnamese}");
        }
        assert_eq!(english.lines().count(), vietnamese.lines().count(), "{name}: one language goes on:\n{english}\n---\n{vietnamese}");
    }
}

#[test]
fn every_problem_the_handbook_names_exists() {
    let known = super::problems::numbers();
    for page in pages() {
        let text = fs::read_to_string(repository().join(&page.file)).expect("the page is there");
        for (at, _) in text.match_indices("MB") {
            let number: String = text[at..].chars().take(6).collect();
            if number[2..].bytes().all(|b| b.is_ascii_digit()) {
                assert!(known.contains(number.as_str()), "{}: there is no {number}", page.file);
            }
        }
    }
}

#[test]
fn every_page_of_the_handbook_is_reached_from_its_first() {
    let all = pages();
    for lang in ["vi", "en"] {
        let first = all.iter().find(|page| page.name == "so-tay" && page.lang == lang).expect("the handbook has a first page");
        let text = fs::read_to_string(repository().join(&first.file)).expect("the page is there");
        for page in all.iter().filter(|page| page.lang == lang && page.name != "so-tay") {
            assert!(text.contains(&format!("](page:{})", page.name)), "{} does not lead to {}", first.file, page.name);
        }
    }
}

/// The line behind which the table of what mends itself stands, up to the next heading.
const MENDS: &str = "<!-- what mends itself -->\n\n";

/// The codes `check --fix` mends by itself and those it asks about, in the groups of `explain`.
fn mended(lang: &str) -> String {
    let said = |vi, en| if lang == "vi" { vi } else { en };
    let mut table = said("| Về việc | Tự sửa | Hỏi rồi sửa |\n|---|---|---|\n", "| About | Mends itself | Asks first |\n|---|---|---|\n").to_owned();
    for ((vi, en), codes) in codes::grouped() {
        let of = |wanted: How| codes.iter().filter(|code| how(code.name) == Some(wanted)).map(|code| code.number).collect::<Vec<_>>().join(" ");
        let (at_once, asked) = (of(How::AtOnce), of(How::Asked));
        if !(at_once.is_empty() && asked.is_empty()) {
            table.push_str(&format!("| {} | {} | {} |\n", said(vi, en), or_none(&at_once), or_none(&asked)));
        }
    }
    table + "\n"
}

fn or_none(codes: &str) -> &str {
    if codes.is_empty() { "–" } else { codes }
}

#[test]
fn the_handbook_lists_just_the_problems_that_mend_themselves() {
    let mut seen = 0;
    for page in pages() {
        let path = repository().join(&page.file);
        let text = fs::read_to_string(&path).expect("the page is there");
        let Some(begin) = text.find(MENDS).map(|at| at + MENDS.len()) else { continue };
        let end = text[begin..].find("\n#").map_or(text.len(), |at| begin + at + 1);
        // Where there is no table yet, the heading follows at once.
        let end = if text[begin..].starts_with('#') { begin } else { end };
        let is = mended(page.lang);
        seen += 1;
        if std::env::var_os("MINHBACH_BLESS").is_some() {
            fs::write(&path, format!("{}{is}{}", &text[..begin], &text[end..])).expect("the page can be written");
            continue;
        }
        assert_eq!(&text[begin..end], is, "{}: MINHBACH_BLESS=1 writes the table", page.file);
    }
    assert_eq!(seen, 2, "the table stands in the handbook of both languages");
}
