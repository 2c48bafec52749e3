//! `serve` through the real program: what is shown, what lies over it, who is answered.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

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

/// A program that runs until the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the program on a machine whose browser only writes down what it is started with; gives the lines it printed until
/// `last`, and what the browser was given.
#[cfg(target_os = "linux")]
fn opened(site: &Site, args: &[&str], last: &str) -> (Running, String, String) {
    use std::os::unix::fs::PermissionsExt;

    let (browser, asked) = (site.path().join("machine/xdg-open"), site.path().join("machine/asked"));
    site.write("machine/xdg-open", format!("#!/bin/sh\nprintf %s \"$1\" >'{0}.new' && /bin/mv '{0}.new' '{0}'\n", asked.display()));
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).expect("it can be made a program");
    let mut child = Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .current_dir(site.path())
        .env("NO_COLOR", "1")
        .env("PATH", site.path().join("machine"))
        .env_remove("BROWSER")
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    let mut lines = BufReader::new(child.stdout.take().expect("its words can be read"));
    let running = Running(child);
    let mut said = String::new();
    while !said.contains(last) {
        assert!(lines.read_line(&mut said).expect("its words are text") > 0, "it ended: {said}");
    }
    let mut address = std::fs::read_to_string(&asked);
    for _ in 0..200 {
        if address.is_ok() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
        address = std::fs::read_to_string(&asked);
    }
    (running, said, address.expect("the browser is started"))
}

#[cfg(target_os = "linux")]
fn status(address: &str) -> String {
    let (host, way) = address.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    let mut stream = TcpStream::connect(host).expect("the server answers");
    write!(stream, "GET /{way} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("it listens");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers with text");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn open_starts_the_browser_with_an_address_that_opens_the_editor_once() {
    let site = Site::small();
    let (_running, said, address) = opened(&site, &["serve", "--edit", "--open", "--port", "0", "--lang", "en"], "Stop with");
    let (_, secret) = address.split_once("/_edit/?token=").expect("the editor is opened");
    assert!(!said.contains(secret), "what others can see is not the lasting secret");
    assert!(status(&address).contains(" 303 "), "it opens the editor");
    assert!(status(&address).contains(" 403 "), "and only once");
    let printed = said.split_whitespace().find(|word| word.contains("/_edit/?token=")).expect("the lasting address is printed");
    assert!(status(printed).contains(" 303 ") && status(printed).contains(" 303 "));
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_alone_opens_the_site_it_stands_in() {
    let site = Site::small();
    let (_running, said, address) = opened(&site, &["--lang", "vi"], "Đừng đóng cửa sổ này");
    assert!(said.contains(&address) && status(&address).contains(" 200 "), "{said} {address}");
}

#[test]
fn the_program_alone_says_how_to_begin_where_no_site_is() {
    let said = Site::empty().run(&[]).ended(0);
    assert!(said.out.contains("minhbach new site") && said.out.contains("no file site.toml"), "{}", said.out);
    let said = Site::empty().run(&["--lang", "vi"]).ended(0);
    assert!(said.out.contains("minhbach new site") && said.out.contains("site.toml"), "{}", said.out);
    Site::empty().run(&["--site", "khong-co"]).ended(3);
}
