//! How well numbers in texts are found and told apart, measured on labelled sentences.
//!
//! `tests/claims/*.txt` holds sentences in the manner of programme reports, each with what must be found in it and what it
//! is; `tests/claims/site` the figures they speak of. A hash of the sentence says which half it belongs to: the half the
//! reader was tuned on, or the half kept apart. `MINHBACH_CLAIMS=tuned` prints what goes wrong in the first half.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use minhbach::assemble::{self, Filed};
use minhbach::config::{self, Config};
use minhbach::figures::{self, Figures, Standpoint};
use minhbach::model::{Record, ReportIx};
use minhbach::parse::{self, Document};
use minhbach::source;
use minhbach::weigh::{Meant, Scales, Verdict};

use super::site::repository;

/// What a number of a sentence is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Label {
    typed: String,
    sign: char,
    address: String,
}

/// A sentence, table or list with its labels.
struct Case {
    /// Report it stands in and language it is told in.
    report: String,
    lang: String,
    text: String,
    labels: Vec<Label>,
}

fn cases() -> Vec<Case> {
    let folder = repository().join("tests/claims");
    let mut files: Vec<_> = fs::read_dir(&folder).expect("the sentences are there").map(|e| e.expect("an entry can be read").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let (report, lang) = name.split_once('.').unwrap_or((&name, ""));
        let text = fs::read_to_string(&file).expect("the sentences can be read");
        for block in text.split("\n\n") {
            let mut lines = Vec::new();
            let mut labels = Vec::new();
            for line in block.lines().filter(|l| !l.starts_with("# ") && !l.is_empty()) {
                match line.strip_prefix("  ") {
                    Some(label) => labels.push(labelled(label)),
                    None => lines.push(if line == "//" { "" } else { line }),
                }
            }
            if !lines.is_empty() {
                all.push(Case { report: report.to_owned(), lang: lang.to_owned(), text: lines.join("\n"), labels });
            }
        }
    }
    all
}

fn labelled(line: &str) -> Label {
    let (before, sign) = [" = ", " ~ ", " | "].iter().find_map(|s| line.find(s).map(|at| (at, s.trim().chars().next().unwrap_or(' ')))).unwrap_or_else(|| {
        let at = line.len() - 2;
        (at, line[at + 1..].chars().next().unwrap_or(' '))
    });
    assert!("=~|?+".contains(sign), "{line}");
    let address = line.get(before + 3..).unwrap_or("").trim().to_owned();
    Label { typed: line[..before].trim().to_owned(), sign, address }
}

/// The record and the figures of the sentences.
struct Known {
    config: Config,
    record: Record,
    figures: Figures,
}

fn known() -> Known {
    let root = repository().join("tests/claims/site");
    let config = config::read(&fs::read_to_string(root.join("site.toml")).expect("the settings are there")).value.expect("the settings are sound");
    let mut files = Vec::new();
    collect(&root, &root.join("content"), &mut files);
    files.sort();
    let mut read: Vec<(Arc<str>, [u8; 16], Document)> = Vec::new();
    for (path, text) in &files {
        let file: Arc<str> = path.as_str().into();
        let kind = parse::kind::of(path).expect("the path is known");
        let document = parse::document(&file, &kind, text, &config.manner());
        assert!(document.problems.is_empty(), "{path}: {:?}", document.problems);
        read.push((file, source::hash(text.as_bytes()), document.value.expect("the file is sound")));
    }
    let filed: Vec<Filed<'_>> = read.iter().map(|(file, hash, document)| Filed { file: file.clone(), hash: *hash, document }).collect();
    let names: HashSet<Arc<str>> = files.iter().map(|(path, _)| path.as_str().into()).collect();
    let record = assemble::record(&filed, &names, &[], &config);
    assert!(record.problems.is_empty(), "{:?}", record.problems);
    let record = record.value;
    let sheets = record.sheets.iter().map(|(name, sheet)| (*name, Arc::new(figures::of(sheet, &record, &config)))).collect();
    Known { config, figures: Figures { sheets }, record }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("the file is in the site").to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("the file can be read")));
        }
    }
}

/// Right, wrong and missed.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    /// In tenths of a percent.
    fn precision(self) -> usize {
        (self.right * 1000).checked_div(self.right + self.wrong).unwrap_or(1000)
    }

    fn recall(self) -> usize {
        (self.right * 1000).checked_div(self.right + self.missed).unwrap_or(1000)
    }
}

const KINDS: [&str; 3] = ["finding numbers", "agreements linked", "warnings"];

#[allow(clippy::print_stdout, reason = "the scores are what the test is for")]
#[test]
fn numbers_of_texts_are_found_and_told_apart() {
    let known = known();
    let scales = Scales::of(&known.record, &known.figures);
    let by_id: BTreeMap<&str, ReportIx> = known.record.reports.iter().enumerate().map(|(at, r)| (r.id.as_str(), ReportIx(at as u32))).collect();
    let shown = std::env::var("MINHBACH_CLAIMS").unwrap_or_default();
    let mut scores = [[Score::default(); 3]; 2];
    let mut sizes = [0; 2];
    for case in cases() {
        let half = usize::from(source::hash(case.text.as_bytes())[0] & 1);
        sizes[half] += 1;
        let ix = by_id[case.report.as_str()];
        let found = weighed(&known, &scales, ix, &case);
        for label in case.labels.iter().filter(|l| "=~".contains(l.sign)) {
            let from = Standpoint::of(&known.record, ix);
            assert!(known.figures.find(&known.record, &from, &label.address).is_some(), "{}: there is no figure {}", case.text, label.address);
        }
        let address = |meant: &Meant<'_>| scales.link(ix, *meant).unwrap_or_default();
        let mut notes = Vec::new();
        let mut left = case.labels.clone();
        let [finding, linking, warning] = &mut scores[half];
        for (typed, verdict) in found.iter().filter(|(_, verdict)| !matches!(verdict, Verdict::Nothing)) {
            let Some(at) = left.iter().position(|l| l.typed == *typed) else {
                finding.wrong += 1;
                notes.push(format!("not in the labels: {typed}"));
                if matches!(verdict, Verdict::Agrees(_)) {
                    linking.wrong += 1;
                }
                if matches!(verdict, Verdict::Near(..)) {
                    warning.wrong += 1;
                }
                continue;
            };
            let label = left.remove(at);
            finding.right += 1;
            let is = match verdict {
                Verdict::Agrees(meant) => ('=', address(meant)),
                Verdict::Near(meant, _) => ('~', address(meant)),
                Verdict::Several(all) => ('|', all.iter().map(address).collect::<Vec<_>>().join(" ")),
                Verdict::Follows => ('+', String::new()),
                Verdict::Unknown | Verdict::Nothing => ('?', String::new()),
            };
            for (sign, score) in [('=', &mut *linking), ('~', &mut *warning)] {
                match (is.0 == sign, label.sign == sign) {
                    (true, true) if is.1 == label.address => score.right += 1,
                    (true, true) => (score.wrong, score.missed) = (score.wrong + 1, score.missed + 1),
                    (true, false) => score.wrong += 1,
                    (false, true) => score.missed += 1,
                    (false, false) => {}
                }
            }
            if is.0 != label.sign || "=~".contains(is.0) && is.1 != label.address {
                notes.push(format!("{typed}: {} {} instead of {} {}", is.0, is.1, label.sign, label.address));
            }
        }
        for label in left {
            finding.missed += 1;
            linking.missed += usize::from(label.sign == '=');
            warning.missed += usize::from(label.sign == '~');
            notes.push(format!("not found: {}", label.typed));
        }
        if !notes.is_empty() && shown == ["tuned", "held"][half] {
            println!("{}\n    {}", case.text, notes.join("\n    "));
        }
    }
    for (half, name) in ["tuned half", "held-out half"].iter().enumerate() {
        println!("{name}: {} texts", sizes[half]);
        for (kind, score) in KINDS.iter().zip(scores[half]) {
            let (p, r) = (score.precision(), score.recall());
            println!(
                "  {kind:<18} precision {}.{:03}  recall {}.{:03}   ({} right, {} wrong, {} missed)",
                p / 1000,
                p % 1000,
                r / 1000,
                r % 1000,
                score.right,
                score.wrong,
                score.missed
            );
        }
    }
    assert!(sizes[0] + sizes[1] >= 240, "{sizes:?}");
    for (kind, score) in KINDS.iter().zip(scores[1]) {
        assert!(score.precision() >= 980 && score.recall() >= 900, "{kind}: {score:?}");
    }
}

/// The numbers found in a text, each with what it is.
fn weighed<'s>(known: &Known, scales: &Scales<'s>, ix: ReportIx, case: &Case) -> Vec<(String, Verdict<'s>)> {
    let lang = if case.lang.is_empty() { String::new() } else { format!(".{}", case.lang) };
    let path = format!("content/reports/2024/{}{lang}.md", case.report);
    let text = format!("---\ntitle: Thử\npublished: 2024-07-10\nareas: [muong-khoa]\nsource: {{ name: Thử }}\n---\n{}\n", case.text);
    let file: Arc<str> = path.as_str().into();
    let kind = parse::kind::of(&path).expect("the path is known");
    let document = parse::document(&file, &kind, &text, &known.config.manner()).value;
    let Some(Document::Report(report)) = document else { panic!("the text is a report") };
    let typed = |claim: &minhbach::claims::Claim| claim.reading.typed.clone();
    let verdicts = scales.weigh(ix, &report.claims);
    report.claims.all.iter().map(typed).zip(verdicts).collect()
}
