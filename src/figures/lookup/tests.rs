//! Which figure a text means, before and after a new quarter is reported.
//!
//! May use: assemble, config, model, parse.

use std::collections::HashSet;
use std::sync::Arc;

use crate::assemble::{self, Filed};
use crate::figures::{self, Figures, Standpoint};
use crate::model::{Record, ReportIx};
use crate::parse::{self, Document};

const SETTINGS: &str = "title = \"x\"\n[[area_kinds]]\nid = \"district\"\nname = \"Huyện\"\n";

/// A report of district `a` (or of both), published on a day, with more front matter.
fn report(published: &str, more: &str) -> String {
    format!("---\ntitle: T\npublished: {published}\nareas: [a, b]\nyear: 2024\nsource:\n  name: N\n{more}---\nMột câu.\n")
}

fn snapshot(day: &str, source: &str, amount: &str) -> String {
    format!("  - as_of: {day}\n    source: {source}\n    budget:\n      - {{programme: p, capital: investment, disbursed: {amount}}}\n")
}

struct Site {
    record: Record,
    figures: Figures,
}

/// A site with the snapshots of district `a`, and reports by id.
fn site(snapshots: &[String], reports: &[(&str, String)]) -> Site {
    let config = crate::config::read(SETTINGS).value.expect("the settings are sound");
    let manner = config.manner();
    let results = format!("year: 2024\nmoney_unit: triệu đồng\nsnapshots:\n{}", snapshots.concat());
    let plan =
        |amount: &str| format!("year: 2024\nmoney_unit: triệu đồng\nsource: s\nbudget:\n  - {{programme: p, capital: investment, assigned: {amount}}}\n");
    let mut files = vec![
        ("content/programmes/p.yaml".to_owned(), "name: P\n".to_owned()),
        ("content/documents/s.yaml".to_owned(), "title: nguồn\n".to_owned()),
        ("content/areas/a/area.yaml".to_owned(), "name: A\nkind: district\n".to_owned()),
        ("content/areas/b/area.yaml".to_owned(), "name: B\nkind: district\n".to_owned()),
        ("content/areas/a/2024/plan.yaml".to_owned(), plan("1.000")),
        ("content/areas/b/2024/plan.yaml".to_owned(), plan("2.000") + "  - {programme: p, capital: recurrent, assigned: 300}\n"),
        ("content/areas/a/2024/results.yaml".to_owned(), results),
    ];
    files.extend(reports.iter().map(|(id, text)| (format!("content/reports/2024/{id}.md"), text.clone())));
    let mut problems = Vec::new();
    let read: Vec<(Arc<str>, Document)> = files
        .iter()
        .filter_map(|(path, text)| {
            let file: Arc<str> = Arc::from(path.as_str());
            let kind = parse::kind::of(path)?;
            let document = parse::document(&file, &kind, text, &manner).into_value(&mut problems)?;
            Some((file, document))
        })
        .collect();
    let filed: Vec<Filed<'_>> = read.iter().map(|(file, document)| Filed { file: file.clone(), hash: [0; 16], document }).collect();
    let record = assemble::record(&filed, &HashSet::new(), &[], &config).into_value(&mut problems);
    assert!(problems.is_empty(), "{:#?}", problems.iter().map(|p| &p.what.en).collect::<Vec<_>>());
    let sheets = record.sheets.iter().map(|(name, sheet)| (*name, Arc::new(figures::of(sheet, &record, &config)))).collect();
    Site { record, figures: Figures { sheets } }
}

impl Site {
    /// The value a report means by an address, as `place value`; for the address of a page without a report, `""`.
    fn means(&self, report: &str, address: &str) -> Option<String> {
        let ix = self.record.reports.iter().position(|r| r.id == report).map(|at| ReportIx(at as u32));
        let from = ix.map_or_else(Standpoint::default, |ix| Standpoint::of(&self.record, ix));
        let (figures, ix) = self.figures.find(&self.record, &from, address)?;
        let sheet = &self.record.sheets[&(figures.area, figures.period)];
        Some(format!("{} {}", self.record.area(figures.area).id, figures.reading(sheet, ix).number()?.0))
    }
}

const DISBURSED: &str = "p/investment/disbursed";
const FULL: &str = "a/2024/p/investment/disbursed";

#[test]
fn an_old_report_keeps_its_figure_when_a_new_quarter_is_reported() {
    let (april, july) = (("quy-1", report("2024-04-02", "")), ("quy-2", report("2024-07-03", "")));
    let before = site(&[snapshot("2024-03-31", "quy-1", "780")], std::slice::from_ref(&april));
    assert_eq!(before.means("quy-1", DISBURSED).as_deref(), Some("a 780"));
    let quarters = [snapshot("2024-03-31", "quy-1", "780"), snapshot("2024-06-30", "quy-2", "990")];
    let after = site(&quarters, &[april, july]);
    assert_eq!(after.means("quy-1", DISBURSED).as_deref(), Some("a 780"));
    assert_eq!(after.means("quy-1", FULL).as_deref(), Some("a 780"), "a full address is read from the same standpoint");
    assert_eq!(after.means("quy-2", DISBURSED).as_deref(), Some("a 990"));
    assert_eq!(after.means("", FULL).as_deref(), Some("a 990"), "a page without a day tells the newest");
    assert_eq!(after.means("quy-1", "p/investment/disbursed@2024-03-31").as_deref(), Some("a 780"));
    assert_eq!(after.means("quy-2", "p/investment/disbursed@2024-03-31").as_deref(), Some("a 780"));
}

#[test]
fn a_report_that_is_no_source_means_what_was_known_on_its_day() {
    let quarters = [snapshot("2024-03-31", "s", "780"), snapshot("2024-06-30", "s", "990"), snapshot("2024-09-30", "s", "995")];
    let site =
        site(&quarters, &[("thang-8", report("2024-08-15", "")), ("som", report("2024-01-05", "")), ("mot-ngay", report("2024-12-30", "as_of: 2024-06-30\n"))]);
    assert_eq!(site.means("thang-8", DISBURSED).as_deref(), Some("a 990"));
    assert_eq!(site.means("mot-ngay", DISBURSED).as_deref(), Some("a 990"), "the day of the front matter comes first");
    // Nothing was known yet: the newest is better than none, and the judge will say when the words differ.
    assert_eq!(site.means("som", DISBURSED).as_deref(), Some("a 995"));
}

#[test]
fn the_first_place_that_has_the_figure_is_meant() {
    let site = site(&[snapshot("2024-03-31", "s", "780")], &[("bai", report("2024-04-02", ""))]);
    assert_eq!(site.means("bai", "p/investment/assigned").as_deref(), Some("a 1000"));
    assert_eq!(site.means("bai", "p/recurrent/assigned").as_deref(), Some("b 300"));
    assert_eq!(site.means("bai", "b/2024/p/investment/assigned").as_deref(), Some("b 2000"));
    assert_eq!(site.means("bai", "b/2023/p/investment/assigned"), None);
    assert_eq!(site.means("", "p/investment/assigned"), None, "a page without a place needs the full address");
    assert_eq!(site.means("bai", "p/investment/returned"), None);
}

#[test]
fn a_permanent_address_stays_with_its_figure() {
    let find = |site: &Site, address: &str| site.means("", &format!("a/2024/{address}"));
    let one = site(&[snapshot("2024-03-31", "s", "780")], &[]);
    let sheet = one.record.sheets.values().next().unwrap();
    let figures = one.figures.sheets.values().next().unwrap();
    let permanent: Vec<(String, Option<String>)> =
        (0..figures.figures.len() as u32).map(|ix| figures.permanent(sheet, ix)).map(|address| (address.clone(), find(&one, &address))).collect();
    assert!(permanent.iter().any(|(address, _)| address == "p/investment/disbursed@2024-03-31"), "{permanent:?}");
    assert!(permanent.iter().all(|(_, found)| found.is_some()), "{permanent:?}");
    let two = site(&[snapshot("2024-03-31", "s", "780"), snapshot("2024-06-30", "s", "990")], &[]);
    for (address, found) in permanent.iter().filter(|(address, _)| address.contains('@')) {
        if address.starts_with("p/investment/disbursed") {
            assert_eq!(find(&two, address), *found, "{address}");
        }
    }
    let unique: HashSet<String> = (0..figures.figures.len() as u32).map(|ix| figures.permanent(sheet, ix)).collect();
    assert_eq!(unique.len(), figures.figures.len());
}
