//! The room as a whole, on a small site in a folder of its own.
//!
//! May use: nothing; crates serde_json, tempfile.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const REPORT: &str = "content/reports/2024/bai-mot.md";
const DISBURSED: &str = "nam-nhun/2024/ntm/investment/disbursed";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

struct Bench {
    folder: TempDir,
    desk: Desk,
}

impl Bench {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/small"), folder.path());
        let live = Live::open(folder.path(), folder.path().join("public"), false);
        let desk = Desk::new(Arc::new(RwLock::new(live)), 4000, Tongue::En).unwrap();
        Bench { folder, desk }
    }

    fn read(&self, file: &str) -> String {
        String::from_utf8(fs::read(self.folder.path().join(file)).unwrap()).unwrap()
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.path().join(file), text).unwrap();
    }

    fn ask(&self, method: &str, way: &str, body: Option<&Value>) -> (u16, Value) {
        let mut headers = vec![("host".to_owned(), "127.0.0.1:4000".to_owned()), (HEADER.to_owned(), self.desk.token.words().to_owned())];
        if body.is_some() {
            headers.push(("origin".to_owned(), "http://127.0.0.1:4000".to_owned()));
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        let (path, query) = way.split_once('?').unwrap_or((way, ""));
        let body = body.map_or_else(Vec::new, |body| serde_json::to_vec(body).unwrap());
        let response = answer(&self.desk, &Request { method, path: &format!("/_edit/{path}"), query, headers: &headers, body: &body, from_here: true });
        (response.status, serde_json::from_slice(&response.body).unwrap_or_default())
    }

    fn get(&self, way: &str) -> Value {
        let (status, body) = self.ask("GET", way, None);
        assert_eq!(status, 200, "{body}");
        body
    }

    fn grid(&self) -> Value {
        self.get("api/grid?area=nam-nhun&period=2024")
    }

    /// Sends cells as the page does.
    fn cells(&self, grid: &Value, cells: &[(&str, &str, &str)], seen: Option<&Value>) -> (u16, Value) {
        let cells = cells.iter().map(|(id, column, value)| json!({ "id": id, "column": column, "value": value })).collect();
        self.send(grid, cells, seen)
    }

    fn send(&self, grid: &Value, cells: Vec<Value>, seen: Option<&Value>) -> (u16, Value) {
        let hashes: serde_json::Map<String, Value> =
            grid["files"].as_array().unwrap().iter().map(|file| (file["path"].as_str().unwrap().to_owned(), file["hash"].clone())).collect();
        let body = json!({
            "area": "nam-nhun", "period": "2024", "day": grid["day"], "nth": grid["nth"], "source": grid["source"],
            "hashes": hashes, "cells": cells, "seen": seen,
        });
        self.ask("POST", "api/grid", Some(&body))
    }

    fn text(&self, hash: &Value, text: &str, seen: Option<&Value>) -> (u16, Value) {
        self.ask("POST", "api/text", Some(&json!({ "file": REPORT, "hash": hash, "text": text, "seen": seen })))
    }
}

#[test]
fn a_cell_is_shown_before_and_after_and_then_one_line_of_the_file_changes() {
    let bench = Bench::new();
    let before =
        format!("\u{feff}# Ghi chú đầu tệp\r\n{}", bench.read(RESULTS).replace('\n', "\r\n").replace("disbursed: 780", "disbursed: \"780\"   # đã đối chiếu"));
    bench.write(RESULTS, &before);
    let grid = bench.grid();
    let row = grid["rows"].as_array().unwrap().iter().find(|row| row["id"] == DISBURSED).unwrap();
    assert_eq!((&row["plan"], &row["result"], &row["state"]), (&json!("2.487"), &json!("780"), &json!("")));
    let (status, shown) = bench.cells(&grid, &[(DISBURSED, "result", "790,5")], None);
    assert_eq!((status, &shown["written"]), (200, &json!(false)), "{shown}");
    assert_eq!((&shown["changes"][0]["before"], &shown["changes"][0]["after"]), (&json!("780"), &json!("790,5")));
    assert_eq!(bench.read(RESULTS), before, "nothing is written without a yes");
    let (status, done) = bench.cells(&grid, &[(DISBURSED, "result", "790,5")], Some(&shown["seen"]));
    assert_eq!((status, &done["written"]), (200, &json!(true)), "{done}");
    assert_eq!(bench.read(RESULTS), before.replace("\"780\"", "\"790,5\""));
}

#[test]
fn a_yes_to_something_else_writes_nothing() {
    let bench = Bench::new();
    let (grid, before) = (bench.grid(), bench.read(RESULTS));
    let (_, shown) = bench.cells(&grid, &[(DISBURSED, "result", "790")], None);
    let (status, answer) = bench.cells(&grid, &[(DISBURSED, "result", "799")], Some(&shown["seen"]));
    assert_eq!((status, &answer["written"]), (412, &json!(false)));
    assert_eq!(bench.read(RESULTS), before);
}

#[test]
fn blanks_and_values_as_they_are_change_nothing() {
    let bench = Bench::new();
    let (grid, before) = (bench.grid(), bench.read(RESULTS));
    let (status, answer) = bench.cells(&grid, &[(DISBURSED, "result", ""), (DISBURSED, "plan", " 2.487 "), (DISBURSED, "note", "")], None);
    assert_eq!((status, answer["files"].as_array().unwrap().len()), (200, 0));
    assert_eq!(bench.read(RESULTS), before);
}

#[test]
fn what_cannot_be_read_or_breaks_the_site_is_refused_at_its_cell() {
    let bench = Bench::new();
    let (grid, before) = (bench.grid(), bench.read(RESULTS));
    for (column, value) in [("result", "780.5"), ("state", "đang tổng hợp"), ("source", "khong-co")] {
        let (status, answer) = bench.cells(&grid, &[(DISBURSED, column, value)], None);
        assert_eq!(status, 422, "{answer}");
        assert_eq!(answer["problems"][0]["cell"], json!({ "id": DISBURSED, "column": column }));
    }
    assert_eq!(bench.read(RESULTS), before);
}

#[test]
fn a_file_changed_elsewhere_is_not_written_over() {
    let bench = Bench::new();
    let grid = bench.grid();
    let (_, shown) = bench.cells(&grid, &[(DISBURSED, "result", "790")], None);
    let theirs = bench.read(RESULTS).replace("actual: 4", "actual: 5");
    bench.write(RESULTS, &theirs);
    let (status, answer) = bench.cells(&grid, &[(DISBURSED, "result", "790")], Some(&shown["seen"]));
    assert_eq!((status, &answer["changed"]), (409, &json!([RESULTS])));
    assert_eq!(bench.read(RESULTS), theirs);
    // Mine goes on the new version, and theirs stays.
    let (_, shown) = bench.cells(&answer["grid"], &[(DISBURSED, "result", "790")], None);
    let (status, _) = bench.cells(&answer["grid"], &[(DISBURSED, "result", "790")], Some(&shown["seen"]));
    assert_eq!(status, 200);
    assert_eq!(bench.read(RESULTS), theirs.replace("780", "790"));
}

const ACTUAL: &str = "nam-nhun/2024/xa-dat-chuan/actual";
const RATE: &str = "nam-nhun/2024/ntm/investment/rate";

/// Takes values out; gives what was shown before the yes, and how it ended.
fn taken_out(bench: &Bench, cells: &[(&str, &str)]) -> (Value, u16) {
    let grid = bench.grid();
    let cells: Vec<Value> = cells.iter().map(|(id, column)| json!({ "id": id, "column": column, "remove": true })).collect();
    let (status, shown) = bench.send(&grid, cells.clone(), None);
    if status != 200 {
        return (shown, status);
    }
    let (status, done) = bench.send(&grid, cells, Some(&shown["seen"]));
    assert_eq!(done["written"], json!(status == 200), "{done}");
    (shown, status)
}

#[test]
fn a_value_goes_out_of_its_file_when_that_is_asked_for_and_only_then() {
    let bench = Bench::new();
    let before = bench.read(RESULTS);
    let (shown, status) = taken_out(&bench, &[(DISBURSED, "result")]);
    assert_eq!((status, &shown["changes"][0]["before"], &shown["changes"][0]["after"]), (200, &json!("780"), &Value::Null), "{shown}");
    assert_eq!(bench.read(RESULTS), before.replace("        disbursed: 780\n", ""));
    // What is not there does not go, and a blank takes nothing out.
    let (shown, _) = taken_out(&bench, &[(DISBURSED, "result"), (DISBURSED, "note")]);
    assert_eq!(shown["files"], json!([]));

    // A rate takes its denominator along, a line goes with its last value, a list with its last line.
    let bench = Bench::new();
    assert_eq!(taken_out(&bench, &[(RATE, "result"), (ACTUAL, "result")]).1, 200);
    let rest = before.replace("        stated_rate: 31,4%\n        rate_of: assigned\n", "");
    assert_eq!(bench.read(RESULTS), rest.replace("    indicators:\n      - indicator: xa-dat-chuan\n        actual: 4\n", ""));

    // A state is a value too, and what was printed of a value goes with it.
    let bench = Bench::new();
    bench.write(
        RESULTS,
        &before
            .replace("actual: 4", "actual: chưa có số liệu\n        printed: không có")
            .replace("        disbursed: 780", "        disbursed: 780\n        note: một"),
    );
    assert_eq!(taken_out(&bench, &[(ACTUAL, "state"), (DISBURSED, "note")]).1, 200);
    assert_eq!(bench.read(RESULTS), before.replace("    indicators:\n      - indicator: xa-dat-chuan\n        actual: 4\n", ""));
}

#[test]
fn what_cannot_go_without_its_neighbours_is_refused_and_told() {
    let bench = Bench::new();
    let before = bench.read(RESULTS);
    // The only day of a file: what would be left is no file of results.
    let (answer, status) = taken_out(&bench, &[(DISBURSED, "result"), (RATE, "result"), (ACTUAL, "result")]);
    assert_eq!((status, &answer["problems"][0]["code"]), (422, &json!("MB1016")), "{answer}");
    assert_eq!(bench.read(RESULTS), before);
    // A number typed in its place is what becomes of the value.
    let grid = bench.grid();
    let cells = vec![json!({ "id": DISBURSED, "column": "result", "remove": true }), json!({ "id": DISBURSED, "column": "result", "value": "790" })];
    let (_, shown) = bench.send(&grid, cells, None);
    assert_eq!((&shown["changes"].as_array().unwrap().len(), &shown["changes"][0]["after"]), (&1, &json!("790")), "{shown}");
}

#[test]
fn of_two_sources_for_one_day_each_is_edited() {
    let bench = Bench::new();
    let second = "  - as_of: 2024-03-31\n    source: qd-263\n    budget:\n      - programme: ntm\n        capital: investment\n        work_done: 800\n";
    let before = bench.read(RESULTS) + second;
    bench.write(RESULTS, &before);
    let first = bench.grid();
    let days: Vec<_> = first["days"].as_array().unwrap().iter().map(|day| (day["nth"].clone(), day["words"].as_str().unwrap().to_owned())).collect();
    assert_eq!((days[0].0.clone(), days[1].0.clone(), &first["nth"]), (json!(0), json!(1), &json!(0)));
    assert!(days[0].1.ends_with(" · bai-mot") && days[1].1.ends_with(" · qd-263"), "{days:?}");
    let grid = bench.get("api/grid?area=nam-nhun&period=2024&day=2024-03-31&nth=1");
    let shown = |grid: &Value, id: &str| grid["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()["result"].clone();
    let work = "nam-nhun/2024/ntm/investment/work_done";
    assert_eq!((shown(&first, DISBURSED), shown(&first, work), &first["source"]), (json!("780"), json!(""), &json!("bai-mot")));
    assert_eq!((shown(&grid, DISBURSED), shown(&grid, work), &grid["source"]), (json!(""), json!("800"), &json!("qd-263")));
    let cells = [(work, "result", "850"), (DISBURSED, "note", "hai nguồn")];
    let (status, answer) = bench.cells(&grid, &cells, None);
    assert_eq!(status, 200, "{answer}");
    assert_eq!(bench.cells(&grid, &cells, Some(&answer["seen"])).0, 200);
    assert_eq!(bench.read(RESULTS), before.replace("work_done: 800\n", "work_done: 850\n        note: hai nguồn\n"));
    assert_eq!(bench.ask("GET", "api/grid?area=nam-nhun&period=2024&day=2024-03-31&nth=2", None).0, 404);
}

const TEXT: &str = "Vốn đầu tư nông thôn mới đã được giải ngân 780 triệu đồng ở [Nậm Nhùn](area:nam-nhun).";

/// What is told of a report before a number is saved.
fn told_of_the_report(bench: &Bench) -> Vec<Value> {
    let (status, shown) = bench.cells(&bench.grid(), &[(DISBURSED, "result", "790")], None);
    assert_eq!(status, 200, "{shown}");
    let (own, others): (Vec<Value>, Vec<Value>) = shown["told"].as_array().unwrap().iter().cloned().partition(|problem| problem["file"] == REPORT);
    assert!(others.iter().all(|problem| problem["file"] == RESULTS), "{others:?}");
    own
}

#[test]
fn a_text_that_still_says_the_old_number_is_told_before_saving() {
    let bench = Bench::new();
    let report = bench.read(REPORT);
    let sentence = report.lines().last().unwrap();
    assert_eq!(told_of_the_report(&bench), Vec::<Value>::new(), "a text without the number");
    bench.write(REPORT, &report.replace(sentence, TEXT));
    let told = told_of_the_report(&bench);
    assert!(!told.is_empty() && told.iter().all(|problem| problem["what"].as_str().unwrap().contains("780")), "{told:?}");
    // A number that is bound to its figure stops the next build, and says so.
    bench.write(REPORT, &report.replace(sentence, &TEXT.replace("780 triệu đồng", "[780 triệu đồng](figure:ntm/investment/disbursed)")));
    let told = told_of_the_report(&bench);
    assert_eq!((&told[0]["severity"], &told[0]["code"]), (&json!("error"), &json!("MB0841")), "{told:?}");
    let grid = bench.grid();
    let (_, shown) = bench.cells(&grid, &[(DISBURSED, "result", "790")], None);
    assert_eq!(bench.cells(&grid, &[(DISBURSED, "result", "790")], Some(&shown["seen"])).0, 200, "number and text stand in two files; one is first");
}

#[test]
fn in_a_large_site_the_texts_about_the_place_are_looked_at_too() {
    let bench = Bench::new();
    let report = bench.read(REPORT);
    bench.write(REPORT, &report.replace(report.lines().last().unwrap(), TEXT));
    fs::create_dir_all(bench.folder.path().join("content/areas/khac")).unwrap();
    bench.write("content/areas/khac/area.yaml", "name: Khác\nkind: district\n");
    for number in 0..401 {
        let text = report.replace("areas: [nam-nhun]", "areas: [khac]").replace(report.lines().last().unwrap(), "Không có gì.");
        bench.write(&format!("content/reports/2024/bai-{number}.md"), &text);
    }
    bench.desk.live.write().unwrap().look().unwrap();
    assert!(!bench.desk.live.read().unwrap().is_weighed(), "its texts are weighed later");
    assert!(!told_of_the_report(&bench).is_empty());
}

#[test]
fn a_new_day_has_all_lines_with_empty_results_and_needs_a_source() {
    let bench = Bench::new();
    let mut grid = bench.get("api/grid?area=nam-nhun&period=2024&day=30/6/2024");
    assert_eq!((&grid["day"], &grid["is_new"]), (&json!("2024-06-30"), &json!(true)));
    let row = grid["rows"].as_array().unwrap().iter().find(|row| row["id"] == DISBURSED).unwrap();
    assert_eq!(row["result"], json!(""));
    let (status, answer) = bench.cells(&grid, &[(DISBURSED, "result", "1.200")], None);
    assert_eq!((status, &answer["problems"][0]["cell"]["column"]), (422, &json!("source")));
    grid["source"] = json!("bai-mot");
    let before = bench.read(RESULTS);
    let (_, shown) = bench.cells(&grid, &[(DISBURSED, "result", "1.200")], None);
    let (status, answer) = bench.cells(&grid, &[(DISBURSED, "result", "1.200")], Some(&shown["seen"]));
    assert_eq!(status, 200, "{answer}");
    let after = bench.read(RESULTS);
    assert!(after.starts_with(&before) && after.contains("as_of: 2024-06-30") && after.ends_with("disbursed: 1.200\n"), "{after}");
}

#[test]
fn a_text_keeps_its_mark_and_its_line_ends_and_a_wrong_one_is_refused() {
    let bench = Bench::new();
    let before = format!("\u{feff}{}", bench.read(REPORT).replace('\n', "\r\n"));
    bench.write(REPORT, &before);
    let open = bench.get(&format!("api/text?file={REPORT}"));
    let text = open["text"].as_str().unwrap();
    assert!(!text.contains('\r') && !text.contains('\u{feff}'));
    let (status, same) = bench.text(&open["hash"], text, None);
    assert_eq!((status, &same["files"][0]["hunks"]), (200, &json!([])));
    let (_, done) = bench.text(&open["hash"], text, Some(&same["seen"]));
    assert_eq!((&done["written"], bench.read(REPORT) == before), (&json!(true), true));
    let (status, answer) = bench.text(&open["hash"], &text.replace("area:nam-nhun", "area:khong-co"), None);
    assert_eq!(status, 422);
    assert_eq!(answer["problems"][0]["file"], json!(REPORT));
    let typed = text.replace("quý I", "quý một");
    let (_, shown) = bench.text(&open["hash"], &typed, None);
    let (status, done) = bench.text(&open["hash"], &typed, Some(&shown["seen"]));
    assert_eq!(status, 200, "{done}");
    assert_eq!(bench.read(REPORT), before.replace("quý I", "quý một"));
    // The hash of before is no longer that of the file.
    let (status, answer) = bench.text(&open["hash"], text, None);
    assert_eq!((status, &answer["hash"]), (409, &done["hash"]));
    assert!(answer["text"].as_str().unwrap().contains("quý một"));
}

#[test]
fn only_files_the_site_has_below_content_are_opened() {
    let bench = Bench::new();
    bench.write("content/reports/2024/anh.jpg", "x");
    fs::create_dir_all(bench.folder.path().join("content/releases")).unwrap();
    bench.write("content/releases/2024-q1.txt", "x");
    for file in [
        "site.toml",
        "../site.toml",
        "content/../site.toml",
        "/etc/passwd",
        "content/reports/2024/anh.jpg",
        "content/releases/2024-q1.txt",
        "content/reports/2024/khong.md",
        "",
    ] {
        assert_eq!(bench.ask("GET", &format!("api/text?file={file}"), None).0, 404, "{file}");
        let body = json!({ "file": file, "hash": "", "text": "x", "seen": null });
        assert_eq!(bench.ask("POST", "api/text", Some(&body)).0, 404, "{file}");
    }
    assert_eq!(bench.ask("GET", "api/grid?area=..&period=2024", None).0, 404);
}

#[test]
#[cfg(unix)]
fn a_link_is_no_file_of_the_site() {
    let bench = Bench::new();
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("bai-hai.md"), bench.read(REPORT)).unwrap();
    std::os::unix::fs::symlink(outside.path().join("bai-hai.md"), bench.folder.path().join("content/reports/2024/bai-hai.md")).unwrap();
    std::os::unix::fs::symlink(outside.path(), bench.folder.path().join("content/reports/2023")).unwrap();
    for file in ["content/reports/2024/bai-hai.md", "content/reports/2023/bai-hai.md"] {
        assert_eq!(bench.ask("GET", &format!("api/text?file={file}"), None).0, 404, "{file}");
    }
}

#[test]
fn figures_are_found_without_marks_and_come_with_the_words_that_say_them() {
    let bench = Bench::new();
    let found = |words: &str| bench.get(&format!("api/figures?file={REPORT}&q={words}"))["figures"].clone();
    let first = &found("nam+nhun+giai+ngan")[0];
    assert_eq!(first["markdown"], json!("[780 triệu đồng](figure:ntm/investment/disbursed)"), "{first}");
    assert!(found("khong+co+gi").as_array().unwrap().is_empty());
    assert!(!found("").as_array().unwrap().is_empty(), "those of the report's own place");
}

#[test]
fn a_preview_shows_what_was_typed_and_leaves_the_file_alone() {
    let bench = Bench::new();
    let before = bench.read(REPORT);
    let body = json!({ "file": REPORT, "text": before.replace("quý I", "quý một") });
    let (status, drawn) = bench.ask("POST", "api/preview", Some(&body));
    assert_eq!(status, 200, "{drawn}");
    let frame = drawn["frame"].as_str().unwrap().to_owned();
    let headers = [("host".to_owned(), "127.0.0.1:4000".to_owned())];
    let page = answer(&bench.desk, &Request { method: "GET", path: &frame, query: "", headers: &headers, body: b"", from_here: true });
    assert!(String::from_utf8(page.body).unwrap().contains("quý một"));
    assert!(
        page.headers.iter().any(|(name, value)| *name == "content-security-policy" && value.contains("default-src 'none'") && !value.contains("script-src"))
    );
    assert_eq!(bench.read(REPORT), before);
    let (name, _) = frame.rsplit_once('/').unwrap();
    let picture = answer(&bench.desk, &Request { method: "GET", path: &format!("{name}/anh.jpg"), query: "", headers: &headers, body: b"", from_here: true });
    assert_eq!((picture.status, picture.headers.iter().find(|(name, _)| *name == "location").unwrap().1.as_str()), (307, "/tin/bai-mot/anh.jpg"));
    let drawn = frame.split('/').take(4).collect::<Vec<_>>().join("/");
    for elsewhere in ["/evil.example", "\\evil.example"] {
        let path = format!("{drawn}/{elsewhere}");
        let sent = answer(&bench.desk, &Request { method: "GET", path: &path, query: "", headers: &headers, body: b"", from_here: true });
        assert_eq!(sent.headers.iter().find(|(name, _)| *name == "location").unwrap().1, "/evil.example");
    }
    let other = answer(&bench.desk, &Request { method: "GET", path: "/_edit/drawn/0/x", query: "", headers: &headers, body: b"", from_here: true });
    assert_eq!(other.status, 404);
}

#[test]
fn each_page_leads_to_what_it_is_made_from() {
    let bench = Bench::new();
    for (page, expected) in [
        ("/don-vi/nam-nhun/2024/", json!({ "area": "nam-nhun", "period": "2024" })),
        ("/don-vi/nam-nhun/index.html", json!({ "area": "nam-nhun", "period": "2024" })),
        ("/tin/bai-mot/", json!({ "file": REPORT })),
        ("/van-ban/qd-263/", json!({ "file": "content/documents/qd-263.yaml" })),
        ("/chuong-trinh/ntm/", json!({ "file": "content/programmes/ntm.yaml" })),
    ] {
        let mut found = bench.get(&format!("api/where?page={page}"));
        let own = found.as_object_mut().unwrap();
        own.remove("title");
        own.remove("detail");
        assert_eq!(found, expected, "{page}");
    }
    assert_eq!(bench.get("api/where?page=/"), Value::Null);
}

#[test]
fn only_the_printed_address_opens_the_page() {
    let bench = Bench::new();
    let ask = |query: &str, cookie: Option<&str>| {
        let mut headers = vec![("host".to_owned(), "127.0.0.1:4000".to_owned())];
        headers.extend(cookie.map(|cookie| ("cookie".to_owned(), cookie.to_owned())));
        answer(&bench.desk, &Request { method: "GET", path: "/_edit/", query, headers: &headers, body: b"", from_here: true })
    };
    assert_eq!(ask("", None).status, 403);
    assert_eq!(ask("token=00", None).status, 403);
    let opened = ask(&format!("page=/&token={}", bench.desk.token.words()), None);
    let header = |name: &str| opened.headers.iter().find(|(own, _)| *own == name).unwrap().1.clone();
    assert_eq!((opened.status, header("location")), (303, format!("/_edit/?page=/#token={}", bench.desk.token.words())));
    let cookie = header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains(bench.desk.token.words()));
    let page = ask("", cookie.split(';').next());
    assert_eq!(page.status, 200);
    assert!(!String::from_utf8(page.body).unwrap().contains(bench.desk.token.words()), "the page itself holds no secret");
}

#[test]
fn the_query_is_read_with_its_escapes() {
    for (typed, read) in [("N%E1%BA%ADm+Nh%C3%B9n", "Nậm Nhùn"), ("100%", "100%"), ("%zz", "%zz"), ("", "")] {
        assert_eq!(unescaped(typed), read);
    }
}

#[test]
fn whatever_is_picked_says_what_its_figure_says() {
    let values = [
        "780",
        "ước 780",
        "dự kiến 780",
        "phấn đấu 780",
        "sơ bộ 780",
        "trên 35.215",
        "gần 780,5",
        "khoảng 780",
        "ít nhất 780",
        "700 - 800",
        "1.971 tỷ đồng",
        "chưa giải ngân",
        "chưa có số liệu",
        "không nêu",
    ];
    for value in values {
        let bench = Bench::new();
        bench.write(
            RESULTS,
            &bench
                .read(RESULTS)
                .replace("disbursed: 780", &format!("disbursed: {value}"))
                .replace("        stated_rate: 31,4%\n        rate_of: assigned\n", ""),
        );
        let picked = bench.get(&format!("api/figures?file={REPORT}&q=nam+nhun"));
        let picked: Vec<&str> = picked["figures"].as_array().unwrap().iter().map(|figure| figure["markdown"].as_str().unwrap()).collect();
        assert!(picked.iter().any(|typed| typed.contains("figure:ntm/investment/disbursed")), "{value}");
        let text = picked.iter().fold(bench.read(REPORT), |text, typed| format!("{text}\nCon số là {typed}.\n"));
        let (_, drawn) = bench.ask("POST", "api/preview", Some(&json!({ "file": REPORT, "text": text })));
        assert_eq!(drawn["problems"], json!([]), "{value}: {picked:?}");
    }
}
