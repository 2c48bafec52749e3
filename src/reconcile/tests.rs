//! Laws of reconciliation: the truth is never called a mismatch, a mistake beyond the words always is, and every
//! explanation, when it is followed, makes things agree.
//!
//! May use: assemble, parse, config, figures, model, i18n; crates proptest, rust_decimal.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Verdict;
use super::{Book, Finding, Rule, Slip, children, words};
use crate::assemble::{self, Filed};
use crate::figures::{self, Figures};
use crate::parse::{self, Document};

const SETTINGS: &str = "title = \"x\"\n[[area_kinds]]\nid = \"district\"\nname = \"Huyện\"\n";
const PROGRAMME: &str = "name: P\ncomponents:\n  - {id: a, code: A, kind: content, name: a}\n  - {id: b, code: B, kind: content, name: b}\n  - {id: c, code: C, kind: content, name: c}\nindicators:\n  - {id: share, name: s, unit: '%', kind: decrease}\n";

/// What was found in one small sheet, told one line each.
struct Told {
    findings: Vec<Finding>,
    /// Explanations: slip, the file's text of the figure it mends, and what to type instead.
    mends: Vec<(Slip, String, String)>,
}

#[track_caller]
fn told(plan: &str, results: &str) -> Told {
    let config = crate::config::read(SETTINGS).value.expect("the settings are sound");
    let manner = config.manner();
    let files = [
        ("content/programmes/p.yaml", PROGRAMME.to_owned()),
        ("content/documents/s.yaml", "title: nguồn\n".to_owned()),
        ("content/areas/a/area.yaml", "name: A\nkind: district\n".to_owned()),
        ("content/areas/a/2024/plan.yaml", format!("year: 2024\nmoney_unit: triệu đồng\nsource: s\n{plan}")),
        ("content/areas/a/2024/results.yaml", format!("year: 2024\nmoney_unit: triệu đồng\nsnapshots:\n  - as_of: 2024-06-30\n    source: s\n{results}")),
    ];
    let mut problems = Vec::new();
    let read: Vec<(Arc<str>, Document)> = files
        .iter()
        .filter_map(|(path, text)| {
            let file: Arc<str> = Arc::from(*path);
            let kind = parse::kind::of(path)?;
            Some((file.clone(), parse::document(&file, &kind, text, &manner).into_value(&mut problems)?))
        })
        .collect();
    let filed: Vec<Filed<'_>> = read.iter().map(|(file, document)| Filed { file: file.clone(), hash: [0; 16], document }).collect();
    let record = assemble::record(&filed, &HashSet::new(), &[], &config).into_value(&mut problems);
    assert!(problems.is_empty(), "{plan}{results}{:#?}", problems.iter().map(|p| &p.what.en).collect::<Vec<_>>());
    let figures = Figures { sheets: record.sheets.iter().map(|(name, sheet)| (*name, Arc::new(figures::of(sheet, &record, &config)))).collect() };
    let (name, _) = record.sheets.iter().next().expect("there is a sheet");
    let book = Book::of(&record, &figures, name.0, name.1).expect("the sheet has figures");
    let findings = super::of(&book, &children(&record));
    let mends = findings
        .iter()
        .flat_map(|f| &f.explanations)
        .filter_map(|e| Some((e.slip, words::typed(&book, e.at), words::in_its_place(&book, e.at, e.mended?))))
        .collect();
    Told { findings, mends }
}

fn rate(part: &str, whole: &str, stated: &str) -> Told {
    told(
        &format!("budget:\n  - programme: p\n    assigned: {whole}\n"),
        &format!("    budget:\n      - programme: p\n        disbursed: {part}\n        stated_rate: {stated}\n        rate_of: assigned\n"),
    )
}

fn verdicts(told: &Told) -> Vec<(Rule, Verdict)> {
    told.findings.iter().map(|f| (f.rule, f.verdict)).collect()
}

/// A number as a report writes it: `1234567` with two decimals is `12.345,67`.
fn vi(value: Decimal) -> String {
    crate::i18n::numbers::decimal(crate::model::Number(value), crate::i18n::NumberStyle::VI)
}

/// How a true value gets into a report.
#[derive(Clone, Copy, Debug)]
enum Way {
    Rounded(u32),
    Over(u32),
    Nearly(u32),
    About(u32),
    AtMost,
    AtLeast,
}

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        (0u32..3).prop_map(Way::Rounded),
        (0u32..3).prop_map(Way::Over),
        (0u32..3).prop_map(Way::Nearly),
        (0u32..3).prop_map(Way::About),
        Just(Way::AtMost),
        Just(Way::AtLeast),
    ]
}

impl Way {
    fn print(self, truth: Decimal) -> String {
        let to = |decimals: u32, way: RoundingStrategy| {
            let mut value = truth.round_dp_with_strategy(decimals, way);
            value.rescale(decimals);
            vi(value)
        };
        match self {
            Way::Rounded(d) => to(d, RoundingStrategy::MidpointAwayFromZero),
            Way::Over(d) => format!("trên {}", to(d, RoundingStrategy::ToZero)),
            Way::Nearly(d) => format!("gần {}", to(d, RoundingStrategy::AwayFromZero)),
            Way::About(d) => format!("khoảng {}", to(d, RoundingStrategy::MidpointAwayFromZero)),
            Way::AtMost => format!("không quá {}", vi((truth + Decimal::from(17)).round_dp_with_strategy(0, RoundingStrategy::AwayFromZero))),
            Way::AtLeast => format!("ít nhất {}", vi((truth - Decimal::from(17)).max(Decimal::ZERO).round_dp_with_strategy(0, RoundingStrategy::ToZero))),
        }
    }
}

fn percent_of(part: Decimal, whole: Decimal) -> Decimal {
    part * Decimal::ONE_HUNDRED / whole
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rate_of_true_amounts_is_never_a_mismatch(
        whole in 100_000i64..90_000_000, share in 1i64..1000, parts in (way(), way(), way()),
    ) {
        let whole = Decimal::new(whole, 3);
        let part = (whole * Decimal::new(share, 3)).round_dp(4);
        let told = rate(&parts.0.print(part), &parts.1.print(whole), &format!("{}%", parts.2.print(percent_of(part, whole))));
        let rates: Vec<_> = verdicts(&told).into_iter().filter(|(rule, _)| *rule == Rule::Rate).collect();
        prop_assert!(rates.is_empty(), "{parts:?} {:?}", told.findings);
        prop_assert!(!verdicts(&told).contains(&(Rule::Available, Verdict::Mismatch)));
    }

    #[test]
    fn a_rate_that_is_cut_off_is_told_as_cut_off_or_not_at_all(whole in 100_000i64..90_000_000, share in 1i64..1000, decimals in 0u32..3) {
        let whole = Decimal::new(whole, 0);
        let part = (whole * Decimal::new(share, 3)).round_dp(0);
        let exact = percent_of(part, whole);
        let mut cut = exact.round_dp_with_strategy(decimals, RoundingStrategy::ToZero);
        cut.rescale(decimals);
        let rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let told = rate(&vi(part), &vi(whole), &format!("{}%", vi(cut)));
        let rates: Vec<Verdict> = told.findings.iter().filter(|f| f.rule == Rule::Rate).map(|f| f.verdict).collect();
        // Half a step away from the border both readings fit.
        let clear = (exact - cut - Decimal::new(5, decimals + 1)).abs() > Decimal::new(1, 4);
        if clear {
            prop_assert_eq!(rates, if rounded == cut { Vec::new() } else { vec![Verdict::Truncated] });
        } else {
            prop_assert!(!rates.contains(&Verdict::Mismatch));
        }
    }

    #[test]
    fn a_changed_digit_beyond_the_words_is_always_told(whole in 10_000i64..99_999, share in 150i64..900, at in 0usize..3, digit in 0u8..10) {
        let whole = Decimal::from(whole);
        let part = (whole * Decimal::new(share, 3)).round_dp(0);
        let right = percent_of(part, whole).round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        let mut digits = format!("{right:.1}").into_bytes();
        let at = if at == 2 { digits.len() - 1 } else { at };
        prop_assume!(digits.len() == 4 && digits[at] != b'0' + digit && (at > 0 || digit > 0));
        digits[at] = b'0' + digit;
        let wrong = Decimal::from_str_exact(std::str::from_utf8(&digits).expect("digits")).expect("a number");
        let away = (wrong - percent_of(part, whole)).abs();
        let told = rate(&vi(part), &vi(whole), &format!("{}%", vi(wrong)));
        let rates: Vec<_> = verdicts(&told).into_iter().filter(|(rule, _)| *rule == Rule::Rate).collect();
        // Half a step for the rate, and what half a million dong makes of it.
        let slack = Decimal::new(5, 2) + Decimal::new(51, 0) / whole * Decimal::TWO;
        if away > slack {
            prop_assert!(!rates.is_empty(), "{part} of {whole} given as {wrong}%");
        }
    }

    #[test]
    fn every_explanation_when_followed_makes_the_rate_agree(whole in 10_000i64..99_999, part in 1_000i64..90_000, stated in 10i64..999) {
        let (part, whole, stated) = (vi(Decimal::from(part)), vi(Decimal::from(whole)), format!("{}%", vi(Decimal::new(stated, 1))));
        let told = rate(&part, &whole, &stated);
        for (slip, was, is) in &told.mends {
            if told.findings.iter().any(|f| f.rule != Rule::Rate) {
                continue;
            }
            let mended = |text: &String| if text == was { is.clone() } else { text.clone() };
            let after = rate(&mended(&part), &mended(&whole), &mended(&stated));
            let rates: Vec<_> = verdicts(&after).into_iter().filter(|(rule, _)| *rule == Rule::Rate).collect();
            prop_assert!(rates.is_empty() || part == whole, "{slip:?}: {was} → {is} in {part} of {whole} as {stated}: {rates:?}");
        }
    }

    #[test]
    fn true_parts_never_exceed_a_true_total(parts in proptest::collection::vec((1i64..9_000_000, way()), 1..4), total in way(), extra in 0i64..5000) {
        let all: Vec<(Decimal, Way)> = parts.into_iter().map(|(value, way)| (Decimal::new(value, 3), way)).collect();
        let sum: Decimal = all.iter().map(|(value, _)| *value).sum::<Decimal>() + Decimal::new(extra, 3);
        let mut plan = format!("budget:\n  - programme: p\n    assigned: {}\n", total.print(sum));
        for ((value, way), id) in all.iter().zip(["a", "b", "c"]) {
            plan.push_str(&format!("  - programme: p\n    component: {id}\n    assigned: {}\n", way.print(*value)));
        }
        let told = told(&plan, "    budget:\n      - programme: p\n        disbursed: chưa giải ngân\n");
        prop_assert!(verdicts(&told).is_empty(), "{plan} {:?}", told.findings);
    }

    #[test]
    fn parts_that_are_too_much_are_always_told(a in 10_000i64..99_999, b in 10_000i64..99_999, more in 3i64..5000) {
        let plan = format!(
            "budget:\n  - programme: p\n    assigned: {}\n  - programme: p\n    component: a\n    assigned: {}\n  - programme: p\n    component: b\n    assigned: {}\n",
            vi(Decimal::from(a + b - more)), vi(Decimal::from(a)), vi(Decimal::from(b)),
        );
        let told = told(&plan, "    budget:\n      - programme: p\n        disbursed: chưa giải ngân\n");
        prop_assert_eq!(verdicts(&told), [(Rule::Parts, Verdict::Mismatch)]);
    }

    #[test]
    fn a_true_change_is_never_a_mismatch(before in 0i64..100_000, after in 0i64..100_000, ways in (0u32..3, 0u32..3, 0u32..3)) {
        let (before, after) = (Decimal::new(before, 3), Decimal::new(after, 3));
        prop_assume!((before - after).abs() > Decimal::ONE);
        let word = if after < before { "giảm" } else { "tăng" };
        let print = |decimals: u32, value: Decimal| Way::Rounded(decimals).print(value);
        let results = |word: &str| format!(
            "    indicators:\n      - indicator: share\n        baseline: {}%\n        actual: {}%\n        change: {word} {} điểm %\n",
            print(ways.0, before), print(ways.1, after), print(ways.2, (before - after).abs()),
        );
        prop_assert!(verdicts(&told("", &results(word))).is_empty(), "{}", results(word));
        // The other way round it is one, unless rounding hides the whole of it.
        let other = told("", &results(if word == "giảm" { "tăng" } else { "giảm" }));
        if (before - after).abs() > Decimal::from(2) {
            prop_assert_eq!(verdicts(&other), [(Rule::Change, Verdict::Mismatch)]);
        }
    }
}

#[test]
fn the_two_known_mismatches_are_explained_by_general_means() {
    let nam_nhun = rate("38.111", "92.711", "39,7%");
    assert_eq!(nam_nhun.mends, [(Slip::Slipped, "38.111".to_owned(), "36.811".to_owned())]);
    let quang_nam = rate("hơn 262", "hơn 1.730", "gần 11,5%");
    assert_eq!(quang_nam.mends, [(Slip::Transposed, "gần 11,5%".to_owned(), "gần 15,1%".to_owned())]);
}

#[test]
fn of_several_explanations_the_rarer_by_chance_comes_first_and_no_more_than_three_come() {
    for (part, whole, stated) in [("780", "2.000", "31,2%"), ("78,0", "2.487", "31,36%"), ("1.234", "9.876", "21,5%")] {
        let told = rate(part, whole, stated);
        for finding in &told.findings {
            assert!(finding.explanations.len() <= 3);
            assert!(finding.explanations.is_sorted_by_key(|e| (std::cmp::Reverse(e.explains), e.tried)), "{:?}", finding.explanations);
        }
    }
}

#[test]
fn stated_rates_are_judged_as_a_reader_would() {
    let verdict = |stated: &str, part: &str, whole: &str| verdicts(&rate(part, whole, stated));
    for (stated, part, whole) in [
        ("33,40%", "trên 2.791", "8.356,336"),
        ("42,99%", "trên 35.215", "81.923,000"),
        ("50,6%", "998", "1.971"),
        ("31,4%", "780", "2.487"),
        ("27,7%", "13.704", "49.416"),
        ("39,7%", "36.811", "92.711"),
    ] {
        assert_eq!(verdict(stated, part, whole), [], "{stated} of {part} in {whole}");
    }
    assert_eq!(verdict("39,7%", "38.111", "92.711"), [(Rule::Rate, Verdict::Mismatch)]);
    assert_eq!(verdict("gần 11,5%", "hơn 262", "hơn 1.730"), [(Rule::Rate, Verdict::Mismatch)]);
    assert_eq!(verdict("41,10%", "38.111", "92.711"), [(Rule::Rate, Verdict::Truncated)]);
}
