//! Who may use the editor: this machine, this page, and whoever has the address the program printed.
//!
//! Chosen: a secret that travels in a header of every question and is kept by the page, and a cookie that alone opens
//! nothing but the empty page. Refused: a cookie alone, because a browser sends it to every port of this machine.
//! Invariant: a request is answered only after it passed here.
//!
//! May use: diag, source; crates getrandom.

use super::{Request, Response};
use crate::diag::{Failure, Said, Tongue};
use crate::source;

/// The header that carries the secret.
pub const HEADER: &str = "x-minhbach-token";

/// A secret of 256 bits from the operating system, as hex digits.
#[derive(Clone)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name nobody can guess.
pub fn secret() -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        Failure::new(
            format!("Máy không tạo được mã ngẫu nhiên nên không mở trang sửa: {error}."),
            format!("The machine has no random numbers, so the editor was not opened: {error}."),
        )
    })?;
    Ok(hex(&bytes))
}

impl Token {
    /// A new one.
    pub fn new() -> Result<Self, Failure> {
        secret().map(Token)
    }

    /// The secret itself, for the printed address.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// What the cookie holds; the secret cannot be found from it.
    fn cookie(&self) -> String {
        hex(&source::hash(format!("minhbach edit cookie {}", self.0).as_bytes()))
    }
}

/// Compares without telling by its time how much was right.
fn same(given: &str, right: &str) -> bool {
    let differing = given.bytes().zip(right.bytes()).fold(0_u8, |all, (a, b)| all | (a ^ b));
    given.len() == right.len() && std::hint::black_box(differing) == 0
}

/// What a request asks for, as far as its rights matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The page itself and its files: the same for everybody, nothing of the site in them.
    Page,
    /// Anything of the site.
    Site,
    /// A drawn page, shown in a frame that sends no headers; its address is a secret.
    Frame,
}

/// The name of the cookie; each server on this machine has its own.
fn cookie_name(port: u16) -> String {
    format!("minhbach-edit-{port}")
}

/// Sets the cookie and opens the page; the secret goes on behind the `#`, which browsers send nowhere.
pub fn open(token: &Token, port: u16, rest: &str) -> Response {
    let rest = if rest.is_empty() { String::new() } else { format!("?{rest}") };
    let cookie = format!("{}={}; Path=/_edit/; HttpOnly; SameSite=Strict", cookie_name(port), token.cookie());
    Response::empty(303).with("set-cookie", &cookie).with("location", &format!("/_edit/{rest}#token={}", token.words()))
}

/// Whether the address holds the secret.
pub fn is_key(typed: &str, token: &Token) -> bool {
    same(typed, token.words())
}

fn cookie<'r>(request: &Request<'r>, name: &str) -> Option<&'r str> {
    request.header("cookie")?.split(';').find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whether a host is this machine under a name that cannot be given to another.
fn is_here(host: &str, port: u16) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host.strip_prefix(name).is_some_and(|rest| rest == format!(":{port}")))
}

/// Lets a request pass, or answers it.
pub fn stop(request: &Request<'_>, token: &Token, port: u16, door: Door, tongue: Tongue) -> Option<Response> {
    let refuse = |vi: &str, en: &str| Some(Response::told(403, &Said::new(vi, en), tongue));
    let host = request.header("host").unwrap_or("");
    if !request.from_here || !is_here(host, port) {
        return refuse("Trang sửa chỉ mở được trên chính máy đang chạy minhbach.", "The editor opens only on the machine that runs minhbach.");
    }
    let elsewhere =
        ("Yêu cầu này đến từ một trang khác nên bị từ chối. Chưa có gì thay đổi.", "This request came from another site and was refused. Nothing was changed.");
    let own = format!("http://{host}");
    let foreign = request.header("origin").is_some_and(|origin| origin != own);
    let writes = !matches!(request.method, "GET" | "HEAD");
    // Every browser names the origin of what it posts.
    let unnamed = writes && request.header("origin").is_none();
    let site = request.header("sec-fetch-site");
    let from_other_site = match door {
        // Typed into the address bar, followed from a page of this server.
        Door::Page | Door::Frame => site.is_some_and(|site| !matches!(site, "none" | "same-origin")),
        Door::Site => site.is_some_and(|site| site != "same-origin"),
    };
    if foreign || unnamed || from_other_site {
        return refuse(elsewhere.0, elsewhere.1);
    }
    let key = (
        "Cần mở bằng đúng địa chỉ mà minhbach serve --edit in ra trong cửa sổ dòng lệnh. Mỗi lần chạy có một địa chỉ mới.",
        "Open the address that minhbach serve --edit prints in its window. It is a new one each time.",
    );
    let right = match door {
        Door::Page => cookie(request, &cookie_name(port)).is_some_and(|given| same(given, &token.cookie())),
        Door::Site => request.header(HEADER).is_some_and(|given| same(given, token.words())),
        Door::Frame => true,
    };
    if right { None } else { refuse(key.0, key.1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &str, headers: &[(&str, &str)], door: Door, from_here: bool) -> Option<u16> {
        let token = Token("a".repeat(64));
        let headers: Vec<(String, String)> = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let request = Request { method, path: "/_edit/", query: "", headers: &headers, body: b"", from_here };
        stop(&request, &token, 4000, door, Tongue::En).map(|response| response.status)
    }

    #[test]
    fn only_this_machine_this_page_and_the_secret() {
        let right = "a".repeat(64);
        let host = ("host", "127.0.0.1:4000");
        let key = (HEADER, right.as_str());
        let own = ("origin", "http://127.0.0.1:4000");
        let check = |method, headers: &[(&str, &str)], door, passes: bool| {
            assert_eq!(asked(method, headers, door, true).is_none(), passes, "{method} {headers:?} {door:?}");
        };
        check("GET", &[host, key], Door::Site, true);
        check("GET", &[host], Door::Site, false);
        check("GET", &[host, (HEADER, "b")], Door::Site, false);
        check("GET", &[host, (HEADER, &right[1..])], Door::Site, false);
        check("GET", &[("host", "evil.example:4000"), key], Door::Site, false);
        check("GET", &[("host", "127.0.0.1:4001"), key], Door::Site, false);
        check("GET", &[("host", "127.0.0.1.evil.example:4000"), key], Door::Site, false);
        check("GET", &[key], Door::Site, false);
        check("POST", &[host, key, own], Door::Site, true);
        check("POST", &[host, key], Door::Site, false);
        check("POST", &[host, key, ("origin", "http://evil.example")], Door::Site, false);
        check("POST", &[host, key, ("origin", "null")], Door::Site, false);
        check("POST", &[host, key, ("origin", "http://127.0.0.1:4001")], Door::Site, false);
        check("GET", &[host, key, ("sec-fetch-site", "cross-site")], Door::Site, false);
        check("GET", &[host, key, ("sec-fetch-site", "none")], Door::Site, false);
        check("GET", &[host, key, ("sec-fetch-site", "same-origin")], Door::Site, true);
        check("GET", &[host], Door::Page, false);
        assert!(asked("GET", &[host, key], Door::Site, false).is_some(), "another machine");
    }

    #[test]
    fn the_cookie_opens_the_empty_page_and_nothing_of_the_site() {
        let token = Token("a".repeat(64));
        let cookie = format!("x=1; minhbach-edit-4000={}", token.cookie());
        let headers = [("host", "localhost:4000"), ("cookie", cookie.as_str())];
        assert_eq!(asked("GET", &headers, Door::Page, true), None);
        assert_eq!(asked("GET", &headers, Door::Site, true), Some(403));
        assert!(!cookie.contains(token.words()));
        assert_ne!(Token::new().unwrap().words(), Token::new().unwrap().words());
        assert_eq!(Token::new().unwrap().words().len(), 64);
    }
}
