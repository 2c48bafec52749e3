//! Every fact of the five reports is in the data and readable on a page, exactly as it was printed.
//!
//! The list is `tests/seeds/facts.yaml`; the site is this repository's own.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::page::Element;
use crate::site::{Built, repository};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeds {
    facts: Vec<Fact>,
    checks: Vec<Check>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    seed: String,
    id: String,
    figure: String,
    #[serde(default)]
    also: Vec<String>,
    value: Option<String>,
    value_min: Option<String>,
    value_max: Option<String>,
    of: Option<String>,
    state: Option<String>,
    date: Option<String>,
    #[serde(default)]
    text: bool,
    unit: Option<String>,
    original: String,
    qualifier: String,
    as_of: Option<String>,
    by: Option<String>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    seed: String,
    rule: String,
    inputs: Vec<String>,
    against: String,
    computed: String,
    stated: String,
    verdict: String,
}

/// A figure as the open data has it: every field is text, a missing one is not there.
type Figure = BTreeMap<String, Value>;

fn seeds() -> Seeds {
    let text = std::fs::read_to_string(repository().join("tests/seeds/facts.yaml")).expect("the facts are there");
    serde_saphyr::from_str(&text).expect("the facts can be read")
}

fn figures(site: &Built) -> BTreeMap<String, Figure> {
    #[derive(Deserialize)]
    struct Data {
        figures: Vec<Figure>,
    }
    let data: Data = serde_json::from_str(&site.text("so-lieu/so-lieu.json")).expect("the open data is JSON");
    let mut all = BTreeMap::new();
    for figure in data.figures {
        let address = figure["address"].as_str().expect("an address is text").to_owned();
        assert!(all.insert(address.clone(), figure).is_none(), "two figures have the address {address}");
    }
    all
}

/// The page a figure stands on, in a folder of words of one language.
fn place<'a>(address: &'a str, folder: &str) -> (String, &'a str) {
    let mut parts = address.splitn(3, '/');
    let (area, period, rest) = (parts.next().expect("an area"), parts.next().expect("a period"), parts.next().expect("a figure"));
    (format!("{folder}/{area}/{period}/index.html"), rest)
}

/// What is wrong with one fact at one address.
fn faults(fact: &Fact, address: &str, figures: &BTreeMap<String, Figure>, site: &Built) -> Vec<String> {
    let Some(figure) = figures.get(address) else { return vec!["there is no such figure in so-lieu.json".to_owned()] };
    let told_elsewhere = address != fact.figure;
    let mut wrong = Vec::new();
    let mut same = |field: &str, wanted: &str| {
        let found = figure.get(field).and_then(Value::as_str).unwrap_or("");
        if found != wanted {
            wrong.push(format!("{field} is {found:?}, not {wanted:?}"));
        }
    };
    if !told_elsewhere && !fact.text {
        // Text, so that `81923.000` keeps its three decimals.
        let value = fact.value.as_ref().or(fact.value_min.as_ref()).or(fact.date.as_ref());
        same("value", value.map_or("", String::as_str));
        same("value_high", fact.value_max.as_deref().unwrap_or(""));
        same("whole", fact.of.as_deref().unwrap_or(""));
        if let Some(unit) = &fact.unit {
            same("unit", unit_name(unit));
        }
        let (hedge, standing) = words_around(fact);
        same("qualifier", hedge);
        if fact.state.is_none() {
            same("standing", standing);
        }
    }
    same("state", fact.state.as_deref().unwrap_or(""));
    if let Some(day) = fact.as_of.as_deref().filter(|_| fact.qualifier != "derived") {
        same("as_of", day);
    }
    if let Some(day) = &fact.by {
        same("by", day);
    }
    if fact.qualifier == "derived" {
        let counted = figure.get("rule").is_some();
        if !counted {
            wrong.push("the site counts it, but the data does not say by which rule".to_owned());
        }
    } else {
        same("source", &fact.source);
    }

    let (path, id) = place(address, "don-vi");
    let vietnamese = site.page(&path);
    match vietnamese.by_id(id) {
        None => wrong.push(format!("{path} has no passport #{id}")),
        Some(passport) => {
            let words = passport.words();
            // A further address may print only the part of the sentence that speaks of it.
            let part = figure.get("printed").and_then(Value::as_str).filter(|p| told_elsewhere && fact.original.contains(p) && words.contains(p));
            if fact.qualifier != "derived" && part.is_none() && !words.contains(&fact.original) {
                wrong.push(format!("its passport does not say {:?} but: {words}", fact.original));
            }
            let report = format!("../../../tin/{}/index.html", fact.source);
            if fact.qualifier != "derived" && !passport.links().contains(&report.as_str()) {
                wrong.push(format!("its passport does not link to {report}"));
            }
        }
    }
    let (path, id) = place(address, "en/areas");
    if site.page(&path).by_id(id).is_none() {
        wrong.push(format!("{path} has no passport #{id}"));
    }
    wrong
}

/// The name of a unit in the open data.
fn unit_name(unit: &str) -> &str {
    match unit {
        "triệu đồng" => "million_dong",
        "tỷ đồng" => "billion_dong",
        "%" => "percent",
        "tiêu chí" => "criteria",
        other => other,
    }
}

/// The bounding word and the standing a qualifier of the list stands for.
fn words_around(fact: &Fact) -> (&'static str, &'static str) {
    let hedge = match fact.qualifier.as_str() {
        "exact" | "expected" | "strive" | "derived" => "",
        "over" | "strive_over" => "over",
        "nearly" => "nearly",
        "about" => "about",
        other => panic!("{} {}: the qualifier {other:?} is not known", fact.seed, fact.id),
    };
    let standing = match fact.qualifier.as_str() {
        "strive" | "strive_over" => "aspired",
        // A forecast is one whatever words bound it, and a target has not happened.
        _ if fact.figure.ends_with("/forecast") => "forecast",
        _ if fact.figure.ends_with("/target") => "",
        _ => "actual",
    };
    (hedge, standing)
}

#[test]
fn every_fact_of_the_five_reports_is_in_the_data_and_on_its_page() {
    let site = Built::repository();
    let figures = figures(site);
    let mut told = String::new();
    for fact in &seeds().facts {
        for address in std::iter::once(&fact.figure).chain(&fact.also) {
            for fault in faults(fact, address, &figures, site) {
                told.push_str(&format!("{} {} {address}: {fault}\n", fact.seed, fact.id));
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn what_can_be_recomputed_agrees_or_prints_both_numbers_in_both_languages() {
    let site = Built::repository();
    let figures = figures(site);
    let mut told = String::new();
    for check in &seeds().checks {
        let mut fault = |words: String| told.push_str(&format!("{} {}: {words}\n", check.seed, check.against));
        let value = |address: &str| {
            figures.get(address).and_then(|f| f.get("value")).and_then(Value::as_str).and_then(|v| rust_decimal::Decimal::from_str_exact(v).ok())
        };
        let inputs: Vec<_> = check.inputs.iter().filter_map(|i| value(i)).collect();
        if inputs.len() != check.inputs.len() {
            fault("an input is no number".to_owned());
            continue;
        }
        let computed = match check.rule.as_str() {
            "sum" => inputs.iter().sum(),
            "rate" => {
                (inputs[0] * rust_decimal::Decimal::ONE_HUNDRED / inputs[1]).round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
            }
            other => panic!("the rule {other:?} is not known"),
        };
        if computed.normalize().to_string() != check.computed.trim_end_matches('0').trim_end_matches('.') {
            fault(format!("the inputs give {computed}, not {}", check.computed));
        }
        if value(&check.against).map(|v| v.to_string()).as_deref() != Some(check.stated.as_str()) {
            fault(format!("the site states {:?}, not {}", value(&check.against), check.stated));
        }
        if check.rule == "sum" {
            continue;
        }
        // The site's own count stands beside the stated one, with as many decimals.
        let decimals = rust_decimal::Decimal::from_str_exact(&check.stated).expect("a number").scale();
        let shown = computed_again(&inputs, decimals);
        let progress = check.against.replace("/rate", "/progress");
        if figures.get(&progress).and_then(|f| f.get("value")).and_then(Value::as_str) != Some(shown.as_str()) {
            fault(format!("{progress} is {:?}, not {shown}", figures.get(&progress).map(|f| &f["value"])));
        }
        for (folder, mark) in [("don-vi", ','), ("en/areas", '.')] {
            let (path, id) = place(&check.against, folder);
            let all = site.page(&path);
            let Some(passport) = all.by_id(id) else {
                fault(format!("{path} has no passport #{id}"));
                continue;
            };
            let printed = |number: &str| format!("{}%", number.replace('.', &mark.to_string()));
            let both = [printed(&check.stated), printed(&shown)];
            let warned: Vec<String> = passport.all().iter().filter(|e| has_class(e, "note--mismatch")).map(|e| e.words()).collect();
            let says_both = warned.iter().any(|words| both.iter().all(|number| words.contains(number.as_str())));
            match check.verdict.as_str() {
                "mismatch" if !says_both => fault(format!("{path} does not print both {} and {}: {warned:?}", both[0], both[1])),
                "consistent" if !warned.is_empty() => fault(format!("{path} calls a sound rate a mismatch: {warned:?}")),
                _ => {}
            }
            let in_table =
                all.named("table").iter().flat_map(|t| t.all()).any(|e| has_class(e, "note--mismatch") && both.iter().all(|n| e.words().contains(n.as_str())));
            if (check.verdict == "mismatch") != in_table {
                fault(format!("{path}: the table {} both numbers", if in_table { "prints" } else { "does not print" }));
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

fn computed_again(inputs: &[rust_decimal::Decimal], decimals: u32) -> String {
    let value = inputs[0] * rust_decimal::Decimal::ONE_HUNDRED / inputs[1];
    let mut value = value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    value.rescale(decimals);
    value.to_string()
}

fn has_class(element: &Element, class: &str) -> bool {
    element.attribute("class").is_some_and(|all| all.split(' ').any(|c| c == class))
}

#[test]
fn the_year_that_is_wrong_in_the_report_on_tram_tau_is_doubted_in_the_open() {
    let site = Built::repository();
    for (path, word) in [("don-vi/tram-tau/2024/index.html", "2023"), ("en/areas/tram-tau/2024/index.html", "2023")] {
        let read = site.page(path);
        let passport = read.by_id("ho-duoc-ho-tro-nha-o/target").expect("the figure is there");
        let doubts: Vec<String> = passport.all().iter().filter(|e| has_class(e, "note--doubt")).map(|e| e.words()).collect();
        assert!(doubts.iter().any(|d| d.contains(word)), "{path}: {}", passport.words());
        let in_table = read.named("table").iter().flat_map(|t| t.all()).any(|e| has_class(e, "note--doubt"));
        assert!(in_table, "{path}: the doubt stands beside the number in the table too");
    }
}

#[test]
fn every_historical_area_says_what_became_of_it() {
    let site = Built::repository();
    for area in ["sop-cop", "tram-tau", "nam-nhun", "dinh-hoa", "phu-binh", "dai-tu", "son-dong", "bac-giang", "quang-nam"] {
        for (folder, day) in [("don-vi", "1/7/2025"), ("en/areas", "1 July 2025")] {
            let path = format!("{folder}/{area}/index.html");
            let words = site.page(&path).words();
            assert!(words.contains(day), "{path} does not say what happened on {day}");
        }
    }
}
