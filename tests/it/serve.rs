//! `serve` through the real program: what is shown, what lies over it, who is answered.

use super::edit::Editor;
use super::site::Site;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";

/// Changes a file and gives the page as soon as it shows so. A file may be looked at while it is half written.
fn after_a_change(editor: &Editor, page: &str, change: impl FnOnce(), shows: impl Fn(&str) -> bool) -> String {
    change();
    let mut turn = "0".to_owned();
    let mut body = String::new();
    for _ in 0..20 {
        turn = editor.send("GET", &format!("/_live/wait?since={turn}"), &[], "").body;
        body = editor.send("GET", page, &[], "").body;
        if shows(&body) {
            return body;
        }
    }
    panic!("the page never showed the change:\n{body}")
}

#[test]
fn a_page_is_what_a_build_writes_and_follows_its_files() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let built = site.read("public/don-vi/nam-nhun/2024/index.html");
    let editor = Editor::start(&site);
    let page = "/don-vi/nam-nhun/2024/";
    let shown = editor.send("GET", page, &[], "");
    assert_eq!(shown.status, 200);
    // Nothing but what is laid over it differs.
    let start = built.trim_end().trim_end_matches("</html>").trim_end_matches("</body>");
    assert!(shown.body.starts_with(start), "the page is the built one");
    assert!(shown.body[start.len()..].contains("/_edit/?page=/don-vi/nam-nhun/2024/"));
    assert!(!shown.body.contains(&editor.token), "pages hold no secret");
    let change = || {
        site.replace(RESULTS, "disbursed: 780", "disbursed: 999");
    };
    after_a_change(&editor, page, change, |body| body.contains("999") && !body.contains("minhbach-errors"));
    assert_eq!(editor.send("GET", "/khong-co/", &[], "").status, 404);
    assert_eq!(editor.send("GET", "/don-vi/nam-nhun", &[], "").status, 307);
}

#[test]
fn a_mistake_lies_over_the_last_good_page_until_it_is_mended() {
    let site = Site::small();
    let editor = Editor::start(&site);
    let page = "/don-vi/nam-nhun/2024/";
    let change = || {
        site.replace(RESULTS, "disbursed: 780", "disbursed: 780.5");
    };
    let wrong = after_a_change(&editor, page, change, |body| body.contains("MB0102"));
    assert!(wrong.contains("minhbach-errors") && wrong.contains("MB0102") && wrong.contains(&format!("{RESULTS}:10")), "{wrong}");
    assert!(wrong.contains("Nậm Nhùn"), "the page is still there");
    let again = editor.send("GET", page, &[], "").body;
    assert!(again.contains("minhbach-errors"), "also when it is asked for again");
    let change = || {
        site.replace(RESULTS, "disbursed: 780.5", "disbursed: 781");
    };
    after_a_change(&editor, page, change, |body| !body.contains("minhbach-errors") && body.contains("781"));
}

#[test]
fn a_request_under_another_name_is_refused() {
    let site = Site::small();
    let editor = Editor::start(&site);
    for host in ["evil.example", "evil.example:4000", "192.168.1.7:4000"] {
        assert_eq!(editor.send("GET", "/", &[("Host", host)], "").status, 403, "{host}");
    }
    assert_eq!(editor.send("POST", "/", &[], "").status, 405);
}
