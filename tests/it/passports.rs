//! The proof of a figure keeps its address for good, on the page and for machines.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::page::page;
use crate::site::{Built, Site};

/// Every figure of the open data by its permanent address.
fn permanent(json: &str) -> BTreeMap<String, Value> {
    let data: Value = serde_json::from_str(json).expect("the open data is JSON");
    let figures = data["figures"].as_array().expect("it lists figures");
    let mut all = BTreeMap::new();
    for figure in figures {
        let address = figure["permanent"].as_str().expect("every figure has a permanent address").to_owned();
        assert!(all.insert(address.clone(), figure.clone()).is_none(), "two figures have the permanent address {address}");
    }
    all
}

#[test]
fn every_permanent_address_is_an_anchor_on_a_page() {
    let site = Built::repository();
    for address in permanent(&site.text("so-lieu/so-lieu.json")).keys() {
        let mut parts = address.splitn(3, '/');
        let (area, period, rest) = (parts.next().expect("an area"), parts.next().expect("a period"), parts.next().expect("a figure"));
        let path = format!("don-vi/{area}/{period}/index.html");
        assert!(site.page(&path).by_id(rest).is_some(), "{path} has no anchor {rest}");
    }
}

#[test]
fn a_newer_snapshot_and_a_newer_plan_leave_every_permanent_address_with_its_value() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let before = permanent(&site.read("public/so-lieu/so-lieu.json"));
    let results = "content/areas/nam-nhun/2024/results.yaml";
    let later = "  - as_of: 2024-06-30\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 1.000\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: 6\n";
    site.write(results, site.read(results) + later);
    let plan = "date: 2024-05-01\n".to_owned() + &site.read("content/areas/nam-nhun/2024/plan.yaml").replace("2.487", "2.500");
    site.write("content/areas/nam-nhun/2024/plan.v2.yaml", plan);
    site.run(&["build"]).ended(0);
    let after = permanent(&site.read("public/so-lieu/so-lieu.json"));
    let html = page("period", &site.read("public/don-vi/nam-nhun/2024/index.html"));
    for (address, figure) in &before {
        let now = after.get(address).unwrap_or_else(|| panic!("{address} is gone"));
        assert_eq!(now.get("value"), figure.get("value"), "{address}");
        let rest = address.splitn(3, '/').nth(2).expect("a figure");
        assert!(html.by_id(rest).is_some(), "the page has no anchor {rest}");
    }
    assert!(after.len() > before.len());
    // What was counted in March was counted on the plan of March.
    assert_eq!(after["nam-nhun/2024/ntm/investment/progress@2024-03-31"]["value"], "31.4");
    assert_eq!(after["nam-nhun/2024/ntm/investment/progress@2024-06-30"]["value"], "40.0");
}

#[test]
fn the_machine_copy_says_what_the_passport_says() {
    let site = Built::repository();
    let all = permanent(&site.text("so-lieu/so-lieu.json"));
    let rate = &all["nam-nhun/2024/dtts-mn/investment/rate@2024-03-31"];
    assert_eq!(rate["rate_of"], "assigned");
    assert_eq!(rate["printed"], "đạt 39,7% kế hoạch");
    assert!(rate["note"].as_str().is_some_and(|note| note.contains("36.811")));
    assert!(rate["written"].as_str().is_some_and(|at| at.starts_with("content/areas/nam-nhun/2024/results.yaml:")));
    assert!(rate["source_title"].as_str().is_some_and(|title| title.contains("quý I")));
    let counted = &all["nam-nhun/2024/dtts-mn/investment/progress@2024-03-31"];
    assert_eq!(counted["formula"], "100 * a / b");
    assert_eq!(counted["inputs"][0], "nam-nhun/2024/dtts-mn/investment/disbursed");
}
