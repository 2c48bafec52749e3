//! `explain`: every problem has its words, and every example is played on a site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use minhbach::diag::Severity;
use minhbach::explain::{self, Example, Explanation, Tried, Words, codes};
use minhbach::pipeline::certain;
use rayon::prelude::*;

use super::mended::Fixed;
use super::problems;
use super::site::Site;

/// What the program says to standard error.
fn said(site: &Site, ask: &[String]) -> String {
    site.run(&ask.iter().map(String::as_str).collect::<Vec<_>>()).err
}

/// The codes that are told of, each with the word for its weight.
fn told(said: String) -> (BTreeMap<String, String>, String) {
    let head = |line: &str| {
        let (word, rest) = line.split_once(" MB")?;
        let digits = rest.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        ["ERROR", "WARNING", "NOTE"].contains(&word).then(|| (format!("MB{digits}"), word.to_owned()))
    };
    (said.lines().filter_map(head).collect(), said)
}

/// The smallest site with a report whose text is this.
fn with_report(text: &str) -> Site {
    let site = Site::small();
    let front = "---\ntitle: Bài hai\npublished: 2024-05-02\nareas: [nam-nhun]\nprogrammes: [ntm]\nsource:\n  name: Trang của huyện\n---\n";
    site.write("content/reports/2024/bai-hai.md", format!("{front}{text}\n"));
    site
}

/// Puts one text in the place of another, which must stand in the file once.
fn swap(site: &Site, file: &str, from: &str, to: &str) {
    let text = site.read(file);
    assert_eq!(text.matches(from).count(), 1, "{file} does not say this once:\n{from}\n--- but:\n{text}");
    site.write(file, text.replacen(from, to, 1));
}

/// The site as it is typed wrong, what is asked of it, and how it is put right.
type Laid<'e> = (Site, Vec<String>, Box<dyn Fn(&Site) + 'e>);

fn mend<'e>(mend: impl Fn(&Site) + 'e) -> Box<dyn Fn(&Site) + 'e> {
    Box::new(mend)
}

fn laid(example: &Example) -> Option<Laid<'_>> {
    let Example { file, wrong, right, ref tried } = *example;
    let check = || vec!["check".to_owned()];
    Some(match *tried {
        Tried::Case(case) => (problems::site(case), problems::asked(case), mend(move |site: &Site| swap(site, file, wrong, right))),
        Tried::Sound(case) => {
            let site = problems::site(case);
            swap(&site, file, right, wrong);
            (site, problems::asked(case), mend(move |site: &Site| swap(site, file, wrong, right)))
        }
        Tried::Report => (with_report(wrong), check(), mend(move |site: &Site| swap(site, file, wrong, right))),
        Tried::InPlaceOf(instead) => {
            let site = Site::small();
            swap(&site, file, instead, wrong);
            (site, check(), mend(move |site: &Site| swap(site, file, wrong, right)))
        }
        Tried::Renamed(case) => {
            let rename = move |site: &Site| fs::rename(site.path().join(wrong), site.path().join(right)).expect("the file can be renamed");
            (problems::site(case), problems::asked(case), mend(rename))
        }
        Tried::Added(case, added) => (
            problems::site(case),
            problems::asked(case),
            mend(move |site: &Site| {
                site.write(added, right);
            }),
        ),
        Tried::Not(_) => return None,
    })
}

/// What is told of the wrong example: it may be a case itself, of which that is known.
fn said_of_wrong(example: &Example, site: &Site, ask: &[String]) -> String {
    match example.tried {
        Tried::Case(case) | Tried::Renamed(case) | Tried::Added(case, _) if ask[0] == "check" => problems::told(case),
        _ => said(site, ask),
    }
}

/// What is wrong with the example of a problem.
fn played(explanation: &Explanation) -> Option<String> {
    let number = explain::find(explanation.name)?.number;
    let (site, ask, mend) = laid(&explanation.example)?;
    let (codes, said) = told(said_of_wrong(&explanation.example, &site, &ask));
    let weight = match explanation.weight {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Notice => "NOTE",
    };
    if codes.get(number).is_none_or(|told| told != weight) {
        return Some(format!("{number} {}: the wrong example is not told of as {weight}:\n{said}", explanation.name));
    }
    mend(&site);
    let (codes, said) = told(self::said(&site, &ask));
    let wrong = codes.contains_key(number) || codes.values().any(|word| word != "NOTE");
    wrong.then(|| format!("{number} {}: of the right example this is told:\n{said}", explanation.name))
}

#[test]
fn every_wrong_example_brings_up_its_problem_and_every_right_one_nothing() {
    let all: Vec<&Explanation> = explain::all().collect();
    let wrong: Vec<String> = all.par_iter().filter_map(|explanation| played(explanation)).collect();
    assert!(wrong.is_empty(), "{} examples do not do what they say:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Most examples are played; the others say why they are not.
#[test]
fn examples_that_cannot_be_played_say_why() {
    let reasons: Vec<(&str, &str)> =
        explain::all().filter_map(|one| if let Tried::Not(why) = one.example.tried { Some((one.name, why)) } else { None }).collect();
    for (name, why) in &reasons {
        assert!(why.split(' ').count() >= 4, "{name} does not say why it is not played: {why}");
        let is_form = minhbach::forms::problems::CODES.iter().any(|code| code.name == *name);
        assert_eq!(is_form, *why == explain::IN_A_WORKBOOK, "{name}");
    }
}

#[test]
fn every_problem_is_explained_in_both_languages() {
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for one in explain::all() {
        if !names.insert(one.name) {
            wrong.push(format!("{} is explained twice", one.name));
        }
        if !codes::all().iter().any(|code| code.name == one.name) {
            wrong.push(format!("{} is explained and is no problem any more", one.name));
        }
        let sentences: [(&str, Words); 3] = [("what", one.what), ("why", one.why), ("fix", one.fix)];
        for (part, (vi, en)) in sentences.into_iter().chain([("title", one.title)]) {
            for (lang, text) in [("vi", vi), ("en", en)] {
                let ends = text.ends_with(['.', ')']) != (part == "title");
                if text.trim() != text || text.len() < 10 || !ends || text.contains("  ") || text.contains('\n') {
                    wrong.push(format!("{}: {part} in {lang} is no sentence: “{text}”", one.name));
                }
            }
            if vi == en {
                wrong.push(format!("{}: {part} is told in one language only", one.name));
            }
        }
        let Example { wrong: bad, right, .. } = one.example;
        if bad.trim().is_empty() || right.trim().is_empty() || bad == right || bad.lines().count() > 16 || right.lines().count() > 16 {
            wrong.push(format!("{}: an example is two short, different texts", one.name));
        }
    }
    wrong.extend(codes::all().iter().filter(|code| !names.contains(code.name)).map(|code| format!("{} {} is not explained", code.number, code.name)));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_problem_is_explained_by_number_or_name_in_the_language_asked_for() {
    let site = Site::empty();
    let by_number = site.run(&["explain", "MB0102", "--lang", "vi"]).ended(0).out;
    for typed in ["mb0102", "102", "number-of-other-style"] {
        assert_eq!(site.run(&["giaithich", typed, "--lang", "vi"]).ended(0).out, by_number, "{typed}");
    }
    assert!(
        by_number.starts_with("MB0102  Số viết theo kiểu khác\n  Lỗi: chưa sửa thì chưa dựng được trang. Tên cố định: number-of-other-style\n"),
        "{by_number}"
    );
    for part in ["  Nghĩa là: ", "  Vì sao: ", "  Sai, trong content/areas/", "      stated_rate: 31.4%\n", "  Đúng:\n", "  Cách sửa: ", "  Tự sửa: "]
    {
        assert!(by_number.contains(part), "{part}\n{by_number}");
    }
    let in_english = site.run(&["explain", "MB0102"]).ended(0).out;
    assert!(in_english.starts_with("MB0102  A number in another style\n") && in_english.contains("\n      stated_rate: 31,4%\n"), "{in_english}");
}

/// As `check` does, it speaks the first language of the site unless another one is asked for.
#[test]
fn within_a_site_its_language_is_spoken() {
    let site = Site::small();
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_minhbach"));
        let done = command.current_dir(site.path()).env("NO_COLOR", "1").env("LANG", "en_US.UTF-8").args(args).output().expect("the program can be run");
        String::from_utf8(done.stdout).expect("it is text")
    };
    assert!(run(&["explain", "MB0102"]).starts_with("MB0102  Số viết"));
    assert!(run(&["explain", "MB0102", "--lang", "en"]).starts_with("MB0102  A number"));
}

#[test]
fn without_a_code_every_problem_is_listed_once() {
    let site = Site::empty();
    for lang in ["vi", "en"] {
        let list = site.run(&["explain", "--lang", lang]).ended(0).out;
        for code in codes::all() {
            assert_eq!(list.matches(&format!("  {}  ", code.number)).count(), 1, "{}", code.number);
        }
        assert!(list.lines().all(|line| line.chars().count() <= 100), "{list}");
    }
}

#[test]
fn a_mistyped_code_gets_the_nearest_one() {
    let site = Site::empty();
    let said = site.run(&["explain", "tab-indnet"]).ended(2);
    assert!(said.err.contains("There is no problem “tab-indnet”.") && said.err.contains("Did you mean: MB0003 ("), "{}", said.err);
    let said = site.run(&["explain", "mb\u{1b}[2J", "--lang", "vi"]).ended(2);
    assert!(!said.err.contains('\u{1b}') && said.err.contains("Xem mọi mã: minhbach explain"), "{}", said.err);
    assert!(said.out.is_empty());
}

/// Where the example of a problem is one that cannot be mended for certain: a file of the smallest site, a text in it, and
/// what it is mistyped as.
const MENDED: &[(&str, &str, &str, &str)] = &[
    ("bound-number-unreadable", "content/reports/2024/bai-mot.md", " ở [Nậm Nhùn]", ", đạt [31.4%](figure:ntm/investment/rate), ở [Nậm Nhùn]"),
    ("duplicate-key", "content/areas/nam-nhun/2024/results.yaml", "        disbursed: 780\n", "        disbursed: 780\n        disbursed: 780\n"),
    ("number-of-other-style", "content/areas/nam-nhun/2024/results.yaml", "disbursed: 780", "disbursed: 1,780.5"),
    (
        "printed-without-value",
        "content/areas/nam-nhun/2024/results.yaml",
        "        rate_of: assigned\n",
        "        rate_of: assigned\n        printed:\n          disbursd: 780 triệu đồng\n",
    ),
    ("unknown-choice", "content/areas/nam-nhun/2024/plan.yaml", "capital: investment", "capital: investmet"),
    ("unknown-language", "content/areas/nam-nhun/area.yaml", "name: Nậm Nhùn", "name:\n  VN: Nậm Nhùn"),
];

/// What the page of a problem says about `check --fix` is so.
#[test]
fn what_mends_itself_is_mended_in_the_example() {
    let all: Vec<&Explanation> = explain::all().filter(|one| certain::how(one.name) == Some(certain::How::AtOnce)).collect();
    all.par_iter().for_each(|explanation| {
        let check = ["check".to_owned()];
        let fixed = |site: &Site| {
            site.run(&["check", "--fix", "--yes"]);
            said(site, &check)
        };
        let (before, after) = match (MENDED.iter().find(|(name, ..)| *name == explanation.name), &explanation.example.tried) {
            (Some((_, file, instead, wrong)), _) => {
                let site = Site::small();
                swap(&site, file, instead, wrong);
                (said(&site, &check), fixed(&site))
            }
            // `mended.rs` mends the same case.
            (None, Tried::Case(case) | Tried::Renamed(case) | Tried::Added(case, _)) if problems::asked(case)[0] == "check" => {
                (problems::told(case), Fixed::case(case).left.clone())
            }
            (None, _) => {
                let Some((site, ask, _)) = laid(&explanation.example) else { return };
                (said_of_wrong(&explanation.example, &site, &ask), fixed(&site))
            }
        };
        let number = explain::find(explanation.name).expect("a problem has a number").number;
        let of_it = before.split("\n\n").find(|block| block.contains(&format!(" {number}  "))).unwrap_or_else(|| panic!("{number} is not told of:\n{before}"));
        assert!(of_it.contains("check --fix"), "it is not said that this mends itself:\n{of_it}");
        let (codes, said) = told(after);
        assert!(!codes.contains_key(number), "{number} {} is said to mend itself and stays:\n{said}", explanation.name);
    });
}
