//! The editor of `serve --edit`: figures as a grid, reports as text with a live picture, saved byte for byte.
//!
//! A request is plain data and so is its answer; only `serve` knows the network. Figures go the way of a filled-in form
//! ([`crate::forms`]), so that a cell typed here and a cell of Excel change a file alike.
//! Invariant: nothing is written that was not shown before, checked before, and is still as it was when it was shown.
//!
//! May use: bound, diag, figures, forms, mend, model, pages, parse, pipeline, source, workbook, values, config; crates getrandom, serde, serde_json.

use std::sync::{Arc, Mutex, RwLock};

use serde::Serialize;
use serde_json::{Value, json};

use crate::diag::{Failure, Said, Tongue};
use crate::pipeline::Live;

mod files;
mod grid;
mod guard;
mod lines;
mod picker;
mod preview;
mod save;
mod shell;
mod site;
mod text;
mod words;

pub use guard::{HEADER, Token};

/// The largest request that is read, in bytes: a text of a million letters in a hurry of escapes.
pub const LIMIT: usize = 4 * 1024 * 1024;

/// A request as it came in.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// `GET`, `POST` …
    pub method: &'r str,
    /// The path, from `/`.
    pub path: &'r str,
    /// What stands behind `?`, as it came.
    pub query: &'r str,
    /// Headers with names in small letters.
    pub headers: &'r [(String, String)],
    /// The body.
    pub body: &'r [u8],
    /// Whether it came from this machine.
    pub from_here: bool,
}

impl<'r> Request<'r> {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&'r str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// A value of the query, its escapes read.
    fn asked(&self, name: &str) -> Option<String> {
        self.query.split('&').find_map(|pair| {
            let (own, value) = pair.split_once('=').unwrap_or((pair, ""));
            (own == name).then(|| unescaped(value))
        })
    }
}

/// `%E1%BA%ADm+a` → `ậm a`; what is no escape stays.
fn unescaped(typed: &str) -> String {
    let mut bytes = Vec::with_capacity(typed.len());
    let mut rest = typed.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match escaped {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Headers with names in small letters.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    fn empty(status: u16) -> Self {
        Response { status, headers: vec![("cache-control", "no-store".to_owned()), ("x-content-type-options", "nosniff".to_owned())], body: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    fn bytes(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let mut response = Response::empty(status).with("content-type", kind);
        response.body = body.into();
        response
    }

    fn json(status: u16, body: &impl Serialize) -> Self {
        // OK because what is answered has text for keys and no number that is none.
        Response::bytes(status, "application/json; charset=utf-8", serde_json::to_vec(body).unwrap_or_default())
    }

    /// A sentence: for the page as data, for a person as text.
    fn told(status: u16, said: &Said, tongue: Tongue) -> Self {
        Response::json(status, &json!({ "say": said.in_tongue(tongue) }))
    }
}

/// What the editor works on.
pub struct Desk {
    /// The site.
    live: Arc<RwLock<Live>>,
    /// The port the server listens on.
    port: u16,
    /// The language of the page.
    tongue: Tongue,
    token: Token,
    /// A secret that opens the editor once.
    once: Mutex<Option<Token>>,
    drawn: preview::Drawn,
    /// Held while a change is checked and written: two tabs never write at once.
    writing: Mutex<()>,
}

impl Desk {
    /// A desk for a site that is served at `port`, with a new secret.
    pub fn new(live: Arc<RwLock<Live>>, port: u16, tongue: Tongue) -> Result<Self, Failure> {
        Ok(Desk { live, port, tongue, token: Token::new()?, once: Mutex::new(None), drawn: preview::Drawn::default(), writing: Mutex::new(()) })
    }

    /// What to open in the browser, after `http://127.0.0.1:<port>`.
    pub fn address(&self) -> String {
        format!("/_edit/?token={}", self.token.words())
    }

    /// The same for a browser that is started with it: everybody on this machine can see what a program is started with, so
    /// that this address opens the editor once and is worth nothing afterwards.
    pub fn address_once(&self) -> Result<String, Failure> {
        let once = Token::new()?;
        let address = format!("/_edit/?token={}", once.words());
        *self.once.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(once);
        Ok(address)
    }

    /// Whether this opens the editor: its secret, or the one for a single opening, which is used up.
    fn opens_with(&self, typed: &str) -> bool {
        let mut once = self.once.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        guard::is_key(typed, &self.token) || once.take_if(|once| guard::is_key(typed, once)).is_some()
    }
}

/// An answer that is none of what was asked for.
enum Stop {
    /// Told to the person.
    Told(u16, Said),
    /// Told to the page, with what it needs to go on.
    With(u16, Value),
    /// The machine could not.
    Machine(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Machine(failure)
    }
}

impl Stop {
    fn told(status: u16, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Stop::Told(status, Said::new(vi, en))
    }

    fn answer(self, tongue: Tongue) -> Response {
        match self {
            Stop::Told(status, said) => Response::told(status, &said, tongue),
            Stop::With(status, value) => Response::json(status, &value),
            Stop::Machine(failure) => Response::told(500, &failure.said, tongue),
        }
    }
}

/// The answer to a request below `/_edit/`.
pub fn answer(desk: &Desk, request: &Request<'_>) -> Response {
    let tongue = desk.tongue;
    let way = request.path.strip_prefix("/_edit/").unwrap_or("");
    let door = match way {
        _ if way.starts_with("api/") => guard::Door::Site,
        _ if way.starts_with("drawn/") => guard::Door::Frame,
        _ => guard::Door::Page,
    };
    let opens = way.is_empty() && request.method == "GET" && request.from_here && request.asked("token").is_some_and(|typed| desk.opens_with(&typed));
    if let Some(response) = guard::stop(request, &desk.token, desk.port, door, tongue).filter(|_| !opens) {
        return if door == guard::Door::Page { shell::refused(&response, tongue) } else { response };
    }
    if request.body.len() > LIMIT {
        return Stop::told(413, "Nội dung gửi lên quá lớn.", "What was sent is too large.").answer(tongue);
    }
    let get = matches!(request.method, "GET" | "HEAD");
    let outcome = match (get, way) {
        (true, "") if opens => {
            let rest: Vec<&str> = request.query.split('&').filter(|pair| !pair.starts_with("token=")).collect();
            return guard::open(&desk.token, desk.port, &rest.join("&"));
        }
        (true, "") => return shell::page(tongue),
        (true, _) if door == guard::Door::Frame => return preview::frame(desk, &way["drawn/".len()..]),
        (true, _) if door == guard::Door::Page => return shell::file(way).unwrap_or_else(|| not_there(tongue)),
        (true, "api/site") => files::start(desk),
        (true, "api/find") => files::find(desk, &request.asked("q").unwrap_or_default()),
        (true, "api/where") => files::of_page(desk, &request.asked("page").unwrap_or_default()),
        (true, "api/grid") => grid::show(desk, request),
        (true, "api/text") => text::show(desk, &request.asked("file").unwrap_or_default()),
        (true, "api/figures") => picker::find(desk, request),
        (false, "api/grid") if request.method == "POST" => read(request).and_then(|asked| save::grid(desk, &asked)),
        (false, "api/text") if request.method == "POST" => read(request).and_then(|asked| text::save(desk, &asked)),
        (false, "api/merge") if request.method == "POST" => read(request).and_then(|asked| text::merge(&asked)),
        (false, "api/preview") if request.method == "POST" => read(request).and_then(|asked| preview::draw(desk, &asked)),
        _ => return not_there(tongue),
    };
    match outcome {
        Ok(value) => Response::json(200, &value),
        Err(stop) => stop.answer(tongue),
    }
}

fn not_there(tongue: Tongue) -> Response {
    Stop::told(404, "Không có địa chỉ này.", "There is no such address.").answer(tongue)
}

/// The body as what was asked.
fn read<T: serde::de::DeserializeOwned>(request: &Request<'_>) -> Result<T, Stop> {
    let is_json = request.header("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    serde_json::from_slice(request.body).ok().filter(|_| is_json).ok_or_else(|| {
        Stop::told(
            400,
            "Trang sửa gửi lên một yêu cầu không đọc được. Tải lại trang rồi thử lại.",
            "The editor sent something that cannot be read. Load the page again and retry.",
        )
    })
}

#[cfg(test)]
mod tests;
