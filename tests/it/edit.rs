//! The editor of `serve --edit` through the real program and raw HTTP: who is let in, what is written, what is not.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use super::site::Site;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const REPORT: &str = "content/reports/2024/bai-mot.md";
const DISBURSED: &str = "nam-nhun/2024/ntm/investment/disbursed";

/// A running server; it ends with the test.
pub struct Editor {
    child: Child,
    /// `127.0.0.1:4000`.
    host: String,
    /// The secret.
    pub token: String,
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Status line and headers, in small letters.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Editor {
    /// Starts the program.
    pub fn start(site: &Site) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_minhbach"))
            .current_dir(site.path())
            .env("NO_COLOR", "1")
            .args(["serve", "--edit", "--port", "0", "--lang", "en"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program can be run");
        let mut lines = BufReader::new(child.stdout.take().expect("its words can be read"));
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(lines.read_line(&mut line).expect("its words are text") > 0, "the program ended without an address");
            if let Some(at) = line.find("http://").filter(|_| line.contains("/_edit/?token=")) {
                break line[at + "http://".len()..].split_whitespace().next().unwrap_or("").to_owned();
            }
        };
        // Whatever else it says shall not fill the pipe.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        let (host, token) = address.split_once("/_edit/?token=").expect("an address with a secret");
        Editor { child, host: host.to_owned(), token: token.to_owned() }
    }

    /// Sends one request.
    pub fn send(&self, method: &str, way: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).expect("the server answers");
        let mut head = format!("{method} {way} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        if !headers.iter().any(|(name, _)| *name == "Host") {
            head.push_str(&format!("Host: {}\r\n", self.host));
        }
        headers.iter().for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
        stream.write_all(format!("{head}\r\n{body}").as_bytes()).expect("it can be asked");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("it answers to the end");
        let all = String::from_utf8(all).expect("an answer is text");
        let (head, body) = all.split_once("\r\n\r\n").expect("an answer has a head");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn get(&self, way: &str) -> Value {
        let answer = self.send("GET", &format!("/_edit/api/{way}"), &[("X-Minhbach-Token", &self.token)], "");
        assert_eq!(answer.status, 200, "{way}: {}", answer.body);
        answer.json()
    }

    fn post(&self, way: &str, body: &Value) -> Answer {
        let origin = format!("http://{}", self.host);
        let headers = [("X-Minhbach-Token", self.token.as_str()), ("Origin", &origin), ("Content-Type", "application/json"), ("Sec-Fetch-Site", "same-origin")];
        self.send("POST", &format!("/_edit/api/{way}"), &headers, &body.to_string())
    }

    fn grid(&self) -> Value {
        self.get("grid?area=nam-nhun&period=2024")
    }

    /// Sends cells: shown first, and with a yes written.
    fn cells(&self, grid: &Value, cells: &[(&str, &str)], seen: &Value) -> Answer {
        let files = grid["files"].as_array().expect("a grid has files");
        let hashes: serde_json::Map<String, Value> = files.iter().map(|file| (file["path"].as_str().unwrap_or("").to_owned(), file["hash"].clone())).collect();
        let cells: Vec<Value> = cells.iter().map(|(column, value)| json!({ "id": DISBURSED, "column": column, "value": value })).collect();
        self.post("grid", &json!({ "area": "nam-nhun", "period": "2024", "day": grid["day"], "hashes": hashes, "cells": cells, "seen": seen }))
    }

    fn text(&self, file: &str, hash: &Value, text: &str, seen: &Value) -> Answer {
        self.post("text", &json!({ "file": file, "hash": hash, "text": text, "seen": seen }))
    }
}

#[test]
fn only_this_page_with_its_secret_is_let_in() {
    let site = Site::small();
    let before = site.files("content");
    let editor = Editor::start(&site);
    let token = editor.token.clone();
    let grid = "/_edit/api/grid?area=nam-nhun&period=2024";
    let status = |headers: &[(&str, &str)]| editor.send("GET", grid, headers, "").status;
    assert!(token.len() >= 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()), "128 bits or more");
    assert_eq!(status(&[("X-Minhbach-Token", &token)]), 200);
    assert_eq!(status(&[]), 403, "no secret");
    assert_eq!(status(&[("X-Minhbach-Token", &"0".repeat(token.len()))]), 403, "another secret");
    assert_eq!(status(&[("X-Minhbach-Token", &token), ("Origin", "http://evil.example")]), 403, "another origin");
    assert_eq!(status(&[("X-Minhbach-Token", &token), ("Sec-Fetch-Site", "cross-site")]), 403, "from another site");
    assert_eq!(status(&[("X-Minhbach-Token", &token), ("Host", "evil.example")]), 403, "under another name");
    let body = json!({ "file": REPORT, "hash": "", "text": "x" }).to_string();
    let key = ("X-Minhbach-Token", token.as_str());
    let json = ("Content-Type", "application/json");
    for headers in [&[json][..], &[key, json][..], &[key, json, ("Origin", "null")][..], &[key, json, ("Origin", "http://127.0.0.1:1")][..]] {
        assert_eq!(editor.send("POST", "/_edit/api/text", headers, &body).status, 403, "{headers:?}");
    }
    let large = "x".repeat(5 * 1024 * 1024);
    assert_eq!(editor.post("text", &json!({ "file": REPORT, "hash": "", "text": large })).status, 413);
    assert_eq!(site.files("content"), before);
}

#[test]
fn the_printed_address_opens_a_page_that_runs_its_own_scripts_only() {
    let site = Site::small();
    let editor = Editor::start(&site);
    assert_eq!(editor.send("GET", "/_edit/", &[], "").status, 403);
    assert_eq!(editor.send("GET", "/_edit/edit.js", &[], "").status, 403);
    let opened = editor.send("GET", &format!("/_edit/?token={}", editor.token), &[], "");
    assert_eq!(opened.status, 303);
    let cookie = opened.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie").to_owned();
    assert!(cookie.contains("httponly") && cookie.contains("samesite=strict"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap_or("");
    let page = editor.send("GET", "/_edit/", &[("Cookie", cookie)], "");
    assert_eq!(page.status, 200);
    let policy = page.head.lines().find_map(|line| line.strip_prefix("content-security-policy: ")).expect("a policy");
    for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe") && !page.body.contains(&editor.token));
    // The page itself opens nothing of the site.
    assert_eq!(editor.send("GET", "/_edit/api/site", &[("Cookie", cookie)], "").status, 403);
}

#[test]
fn one_saved_cell_is_one_changed_line_and_everything_else_stays() {
    let site = Site::small();
    let before = format!("\u{feff}# Ghi chú\r\n{}", site.read(RESULTS).replace('\n', "\r\n").replace("disbursed: 780", "disbursed: '780'  # đã đối chiếu"));
    site.write(RESULTS, &before);
    let editor = Editor::start(&site);
    let grid = editor.grid();
    // As it is, a blank, and another way to type the same: nothing changes.
    let same = editor.cells(&grid, &[("result", " 780 "), ("note", ""), ("plan", "2.487")], &Value::Null);
    assert_eq!((same.status, same.json()["files"].as_array().map(Vec::len)), (200, Some(0)), "{}", same.body);
    let shown = editor.cells(&grid, &[("result", "1.790,1")], &Value::Null);
    assert_eq!(shown.status, 200, "{}", shown.body);
    let change = shown.json()["changes"][0].clone();
    assert_eq!((&change["before"], &change["after"], &change["file"]), (&json!("780"), &json!("1.790,1"), &json!(RESULTS)));
    assert_eq!(site.read(RESULTS), before, "nothing is written before the yes");
    let done = editor.cells(&grid, &[("result", "1.790,1")], &shown.json()["seen"]);
    assert_eq!((done.status, &done.json()["written"]), (200, &json!(true)), "{}", done.body);
    assert_eq!(site.read(RESULTS), before.replace("'780'", "'1.790,1'"));
    assert_eq!(editor.grid()["files"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_value_is_taken_out_unless_a_text_still_says_it() {
    let site = Site::small();
    site.replace(REPORT, "Vốn quý I đã được giải ngân ở", "Vốn quý I đã được giải ngân [780 triệu đồng](figure:ntm/investment/disbursed) ở");
    let before = site.read(RESULTS);
    let editor = Editor::start(&site);
    let grid = editor.grid();
    let blank = editor.cells(&grid, &[("result", "")], &Value::Null);
    assert_eq!((blank.status, blank.json()["files"].as_array().map(Vec::len)), (200, Some(0)), "a blank says nothing");
    let send = |seen: &Value| {
        let hashes: serde_json::Map<String, Value> =
            grid["files"].as_array().expect("files").iter().map(|file| (file["path"].as_str().unwrap_or("").to_owned(), file["hash"].clone())).collect();
        let cells = json!([{ "id": DISBURSED, "column": "result", "remove": true }]);
        editor.post("grid", &json!({ "area": "nam-nhun", "period": "2024", "day": grid["day"], "hashes": hashes, "cells": cells, "seen": seen }))
    };
    let refused = send(&Value::Null);
    assert_eq!((refused.status, &refused.json()["problems"][0]["file"]), (422, &json!(REPORT)), "{}", refused.body);
    site.replace(REPORT, "[780 triệu đồng](figure:ntm/investment/disbursed) ", "");
    // The text was changed by another program: it is seen a moment later.
    let mut shown = send(&Value::Null);
    for _ in 0..200 {
        if shown.status == 200 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        shown = send(&Value::Null);
    }
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert_eq!((&shown.json()["changes"][0]["before"], &shown.json()["changes"][0]["after"]), (&json!("780"), &Value::Null));
    assert_eq!(site.read(RESULTS), before, "nothing is written before the yes");
    assert_eq!(send(&shown.json()["seen"]).status, 200);
    assert_eq!(site.read(RESULTS), before.replace("        disbursed: 780\n", ""));
}

#[test]
fn a_wrong_cell_and_a_wrong_text_are_refused_with_the_words_of_check() {
    let site = Site::small();
    let editor = Editor::start(&site);
    let before = site.files("content");
    let refused = editor.cells(&editor.grid(), &[("result", "780.5")], &Value::Null);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let problem = &refused.json()["problems"][0];
    assert_eq!((&problem["code"], &problem["cell"]["column"]), (&json!("MB0102"), &json!("result")));
    let open = editor.get(&format!("text?file={REPORT}"));
    let text = open["text"].as_str().expect("a text");
    let refused = editor.text(REPORT, &open["hash"], &text.replace("area:nam-nhun", "area:nam-nhum"), &Value::Null);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let problem = &refused.json()["problems"][0];
    assert_eq!((&problem["file"], &problem["severity"]), (&json!(REPORT), &json!("error")));
    assert!(problem["line"].as_u64().is_some_and(|line| line > 1) && problem["fix"].as_str().is_some_and(|fix| fix.contains("nam-nhun")), "{problem}");
    assert_eq!(site.files("content"), before);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written_over_and_both_versions_are_told() {
    let site = Site::small();
    let editor = Editor::start(&site);
    let grid = editor.grid();
    let seen = editor.cells(&grid, &[("result", "790")], &Value::Null).json()["seen"].clone();
    site.replace(RESULTS, "actual: 4", "actual: 5");
    let theirs = site.read(RESULTS);
    let conflict = editor.cells(&grid, &[("result", "790")], &seen);
    assert_eq!((conflict.status, &conflict.json()["changed"]), (409, &json!([RESULTS])), "{}", conflict.body);
    assert_eq!(site.read(RESULTS), theirs);
    let open = editor.get(&format!("text?file={REPORT}"));
    let (base, mine) = (open["text"].as_str().expect("a text"), open["text"].as_str().unwrap_or("").replace("quý I", "quý một"));
    site.replace(REPORT, "Một câu mở đầu.", "Một câu khác.");
    let theirs = site.read(REPORT);
    let conflict = editor.text(REPORT, &open["hash"], &mine, &Value::Null);
    assert_eq!((conflict.status, &conflict.json()["text"]), (409, &json!(theirs)), "{}", conflict.body);
    assert_eq!(site.read(REPORT), theirs);
    // Both changes come together, and that can be saved.
    let merged = editor.post("merge", &json!({ "base": base, "mine": mine, "theirs": theirs })).json();
    assert_eq!((&merged["text"], &merged["left_out"]), (&json!(theirs.replace("quý I", "quý một")), &json!([])));
    let (hash, text) = (conflict.json()["hash"].clone(), merged["text"].as_str().unwrap_or("").to_owned());
    let seen = editor.text(REPORT, &hash, &text, &Value::Null).json()["seen"].clone();
    assert_eq!(editor.text(REPORT, &hash, &text, &seen).status, 200);
    assert_eq!(site.read(REPORT), theirs.replace("quý I", "quý một"));
}

#[test]
fn no_file_outside_of_the_content_is_read_or_written() {
    let site = Site::small();
    let editor = Editor::start(&site);
    let settings = site.read("site.toml");
    for file in ["site.toml", "../site.toml", "content/../site.toml", "content/reports/2024/../../../site.toml", "/etc/passwd", "content/khong.md"] {
        let answer = editor.send("GET", &format!("/_edit/api/text?file={file}"), &[("X-Minhbach-Token", &editor.token)], "");
        assert_eq!(answer.status, 404, "{file}");
        assert_eq!(editor.text(file, &json!(""), "x", &Value::Null).status, 404, "{file}");
    }
    assert_eq!(site.read("site.toml"), settings);
}

#[test]
fn the_preview_shows_what_was_typed_and_the_site_stays_as_it_is() {
    let site = Site::small();
    let editor = Editor::start(&site);
    let before = site.files("content");
    let drawn = editor.post("preview", &json!({ "file": REPORT, "text": site.read(REPORT).replace("quý I", "quý một") })).json();
    let frame = drawn["frame"].as_str().expect("a drawn page").to_owned();
    let page = editor.send("GET", &frame, &[], "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("quý một") && page.head.contains("content-security-policy: default-src 'none'"), "{}", page.head);
    let broken = editor.post("preview", &json!({ "file": REPORT, "text": site.read(REPORT).replace("area:nam-nhun", "area:khong-co") })).json();
    assert_eq!(broken["problems"][0]["severity"], json!("error"), "{broken}");
    assert_eq!(site.files("content"), before);
}

#[test]
fn a_figure_is_found_without_marks_and_inserted_as_it_is_said() {
    let site = Site::small();
    let editor = Editor::start(&site);
    let figures = editor.get(&format!("figures?file={REPORT}&q=nam+nhun+giai+ngan"));
    assert_eq!(figures["figures"][0]["markdown"], json!("[780 triệu đồng](figure:ntm/investment/disbursed)"), "{figures}");
}
