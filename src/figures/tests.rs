//! What is written in a plan and its results, and what the public reads: one row a rule.
//!
//! May use: assemble, parse, config.

use std::collections::HashSet;
use std::sync::Arc;

use crate::assemble::{self, Filed};
use crate::parse::{self, Document};

const SETTINGS: &str = "title = \"x\"\n[[area_kinds]]\nid = \"district\"\nname = \"Huyện\"\n";
const PROGRAMME: &str = "name: P\nindicators:\n  - {id: up, name: u, unit: xã, kind: increase}\n  - {id: down, name: d, unit: '%', kind: decrease}\n  - {id: floor, name: f, unit: '%', kind: at_least}\n  - {id: ceiling, name: c, unit: '%', kind: at_most}\n  - {id: band, name: b, unit: '%', kind: range}\n  - {id: count, name: n, unit: huyện, kind: count_of}\n";
const PAPER: &str = "title: nguồn\n";

/// The figures of one small sheet, each as `address = value hedge`, and each line's standing as `address: Standing`.
fn told(plan: &str, results: &str) -> Vec<String> {
    let config = crate::config::read(SETTINGS).value.expect("the settings are sound");
    let manner = config.manner();
    let files = [
        ("content/programmes/p.yaml", PROGRAMME.to_owned()),
        ("content/documents/s.yaml", PAPER.to_owned()),
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
            let document = parse::document(&file, &kind, text, &manner).into_value(&mut problems)?;
            Some((file, document))
        })
        .collect();
    let filed: Vec<Filed<'_>> = read.iter().map(|(file, document)| Filed { file: file.clone(), hash: [0; 16], document }).collect();
    let record = assemble::record(&filed, &HashSet::new(), &[], &config).into_value(&mut problems);
    assert!(problems.is_empty(), "{:#?}", problems.iter().map(|p| &p.what.en).collect::<Vec<_>>());
    let sheet = record.sheets.values().next().expect("there is a sheet");
    let figures = super::of(sheet, &record, &config);
    let mut all: Vec<String> = Vec::new();
    for (ix, figure) in figures.figures.iter().enumerate() {
        if let (super::Origin::Counted { .. }, Some(n)) = (&figure.origin, figures.reading(sheet, ix as u32).number()) {
            all.push(format!("{} = {} {:?}", figure.address, n.0, figures.reading(sheet, ix as u32).hedge));
        }
    }
    all.extend(
        figures
            .indicators
            .iter()
            .map(|l| format!("{}: {:?}{}", record.indicator(l.indicator).id, l.judged.standing, l.no_progress.map_or_else(String::new, |w| format!(" {w:?}")))),
    );
    all.extend(figures.money.iter().map(|l| {
        format!("{}: {:?}{}", super::address::of_axes(&record, &l.axes), l.judged.standing, l.no_progress.map_or_else(String::new, |w| format!(" {w:?}")))
    }));
    all
}

#[track_caller]
fn check(plan: &str, results: &str, expected: &[&str]) {
    assert_eq!(told(plan, results), expected);
}

fn indicator(id: &str, plan: &str, actual: &str) -> (String, String) {
    let plan = if plan.is_empty() { String::new() } else { format!("targets:\n  - indicator: {id}\n{plan}") };
    (plan, format!("    indicators:\n      - indicator: {id}\n        actual: {actual}\n"))
}

#[track_caller]
fn check_indicator(id: &str, plan: &str, actual: &str, expected: &[&str]) {
    let (plan, results) = indicator(id, plan, actual);
    check(&plan, &results, expected);
}

#[test]
fn each_kind_of_indicator_counts_by_its_own_rule() {
    check_indicator("up", "    target: 10\n", "4", &["up/progress = 40.0 Exact", "up: OnTrack"]);
    check_indicator("up", "    target: 10\n", "12", &["up/progress = 120.0 Exact", "up: Met"]);
    check_indicator("up", "    target: 30\n    baseline: 20\n", "21", &["up/progress = 10.0 Exact", "up: Behind"]);
    check_indicator("up", "    target: trên 500\n", "400", &["up/progress = 80.0 Under", "up: OnTrack"]);
    check_indicator("down", "    target: 3\n    baseline: 5\n", "4", &["down/progress = 50.0 Exact", "down: OnTrack"]);
    check_indicator("down", "    target: 3\n", "3,81%", &["down: Behind AboveTarget"]);
    check_indicator("down", "    target: 3\n", "2,63%", &["down: Met AtOrBelowTarget"]);
    check_indicator("floor", "    target: 80\n", "84,6%", &["floor/progress = 100.0 Exact", "floor: Met"]);
    check_indicator("ceiling", "    target: 5\n", "6", &["ceiling/progress = 0.0 Exact", "ceiling: Behind"]);
    check_indicator("band", "    target: 4 - 5%\n", "4,5", &["band/progress = 100.0 Exact", "band: Met"]);
    check_indicator("count", "", "6/10", &["count/progress = 60.0 Exact", "count: OnTrack"]);
}

#[test]
fn what_cannot_be_counted_says_why() {
    check_indicator("up", "    target: 0\n", "4", &["up: NotAssessed PlanZero"]);
    check_indicator("up", "    target: 20\n    baseline: 20\n", "21", &["up: NotAssessed TargetIsBaseline"]);
    check_indicator("up", "", "4", &["up: NotAssessed NoPlan"]);
    check_indicator("up", "    target: chưa giao\n", "4", &["up: NotAssessed PlanMissing(NotAssigned)"]);
    check_indicator("up", "    target: 10\n", "chưa có số liệu", &["up: NotAssessed ResultMissing(NoData)"]);
}

#[test]
fn more_than_planned_tells_the_plan() {
    let results = "    indicators:\n      - indicator: up\n        actual: 9\n        exceeded: 1\n";
    check("", results, &["up/target = 8 Exact", "up/progress = 112.5 Exact", "up: Met"]);
}

#[test]
fn of_several_targets_the_last_is_the_target() {
    let plan = "targets:\n  - indicator: up\n    target: 4\n    by: 2024-06-30\n  - indicator: up\n    target: 10\n    by: 2024-12-31\n";
    check(plan, "    indicators:\n      - indicator: up\n        actual: 4\n", &["up/progress = 40.0 Exact", "up: OnTrack"]);
}

fn money(plan: &str, results: &str) -> (String, String) {
    (format!("budget:\n{plan}"), format!("    budget:\n{results}"))
}

#[track_caller]
fn check_money(plan: &str, results: &str, expected: &[&str]) {
    let (plan, results) = money(plan, results);
    check(&plan, &results, expected);
}

#[test]
fn money_counts_on_what_was_available() {
    check_money("  - programme: p\n    assigned: 2.487\n", "      - programme: p\n        disbursed: 780\n", &["p/progress = 31.4 Exact", "p: Behind"]);
    check_money(
        "  - programme: p\n    assigned: 80\n    carried_over: 30\n    adjusted: -10\n",
        "      - programme: p\n        disbursed: trên 50\n",
        &["p/available = 100 Exact", "p/progress = 50.0 AtLeast", "p: OnTrack"],
    );
    // The denominator the source names wins; a written unit wins over the file's.
    check_money(
        "  - programme: p\n    assigned: 80\n    planned: 0,1 tỷ đồng\n",
        "      - programme: p\n        disbursed: 50\n        stated_rate: 50%\n        rate_of: planned\n",
        &["p/progress = 50 Exact", "p: OnTrack"],
    );
    check_money(
        "  - programme: p\n    assigned: chưa giao\n",
        "      - programme: p\n        disbursed: chưa có số liệu\n",
        &["p: NotAssessed PlanMissing(NotAssigned)"],
    );
    check_money(
        "  - programme: p\n    assigned: 1.282\n",
        "      - programme: p\n        disbursed: chưa giải ngân\n",
        &["p/progress = 0.0 Exact", "p: Behind"],
    );
    check_money("  - programme: p\n    assigned: 0\n", "      - programme: p\n        disbursed: 5\n", &["p: NotAssessed PlanZero"]);
}

#[test]
fn sums_stand_only_where_their_parts_are_complete() {
    let line = |capital: &str, key: &str, value: &str| format!("{key}- programme: p\n{key}  capital: {capital}\n{key}  {value}\n");
    let plan = |recurrent: &str| line("investment", "  ", "assigned: 80") + &line("recurrent", "  ", recurrent);
    let done = |recurrent: &str| line("investment", "      ", "disbursed: 40") + &line("recurrent", "      ", recurrent);
    let sums = |plan: &str, results: &str| {
        let (plan, results) = money(plan, results);
        told(&plan, &results).into_iter().filter(|t| t.starts_with("total")).collect::<Vec<_>>()
    };
    assert_eq!(
        sums(&plan("assigned: 20"), &done("disbursed: trên 10")),
        ["total/p/assigned = 100 Exact", "total/p/disbursed = 50 AtLeast", "total/p/progress = 50.0 AtLeast"]
    );
    // One line has not reported: the plan is summed, what was disbursed is not.
    assert_eq!(sums(&plan("assigned: 20"), &done("disbursed: chưa có số liệu")), ["total/p/assigned = 100 Exact"]);
    // Nothing assigned yet: one line is left, and a sum of one line is none.
    assert_eq!(sums(&plan("assigned: chưa giao"), &done("disbursed: chưa có số liệu")), Vec::<String>::new());
    // Credit is never added to the budget.
    let credit = "  - programme: p\n    fund: policy_credit\n    assigned: 500\n  - programme: p\n    fund: central\n    assigned: 100\n";
    assert_eq!(sums(credit, "      - programme: p\n        fund: central\n        disbursed: 50\n"), Vec::<String>::new());
}

#[test]
fn an_earlier_day_keeps_its_rates_and_sums() {
    let plan = "budget:\n  - programme: p\n    capital: investment\n    assigned: 80\n  - programme: p\n    capital: recurrent\n    assigned: 20\n";
    let day = |amounts: [&str; 2]| {
        let line = |capital: &str, amount: &str| format!("      - programme: p\n        capital: {capital}\n        disbursed: {amount}\n");
        format!("    budget:\n{}{}", line("investment", amounts[0]), line("recurrent", amounts[1]))
    };
    let later = |amounts| format!("  - as_of: 2024-09-30\n    source: s\n{}", day(amounts));
    let counted = |results: &str| told(plan, results).into_iter().filter(|t| t.contains(" = ")).collect::<Vec<_>>();
    assert_eq!(
        counted(&(day(["40", "5"]) + &later(["60", "10"]))),
        [
            "p/investment/progress = 75.0 Exact",
            "p/recurrent/progress = 50.0 Exact",
            "total/p/assigned = 100 Exact",
            "total/p/disbursed = 70 Exact",
            "total/p/progress = 70.0 Exact",
            "p/investment/progress@2024-06-30 = 50.0 Exact",
            "p/recurrent/progress@2024-06-30 = 25.0 Exact",
            "total/p/assigned@2024-06-30 = 100 Exact",
            "total/p/disbursed@2024-06-30 = 45 Exact",
            "total/p/progress@2024-06-30 = 45.0 Exact",
        ]
    );
    // Only one line has a later amount: the sum of the earlier day still stands, and keeps its day.
    let investment = "  - as_of: 2024-09-30\n    source: s\n    budget:\n      - programme: p\n        capital: investment\n        disbursed: 60\n";
    assert_eq!(
        counted(&(day(["40", "5"]) + investment)),
        [
            "p/investment/progress = 75.0 Exact",
            "p/recurrent/progress = 25.0 Exact",
            "total/p/assigned = 100 Exact",
            "p/investment/progress@2024-06-30 = 50.0 Exact",
            "total/p/assigned@2024-06-30 = 100 Exact",
            "total/p/disbursed@2024-06-30 = 45 Exact",
            "total/p/progress@2024-06-30 = 45.0 Exact",
        ]
    );
}
