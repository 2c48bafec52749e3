//! The one place that speaks HTTP: who is answered, and with what.
//!
//! Invariant: a request under a name that is not this machine's is refused, so that no page of elsewhere can be made to
//! look like ours; another machine is answered only with `--lan`, and never by the editor.
//!
//! May use: diag, edit, pipeline; crates axum, tokio.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use axum::{Router, serve as axum_serve};
use tokio::net::TcpListener;

use super::{Stage, gallery, not_started, overlay};
use crate::diag::{Failure, Tongue};
use crate::edit;
use crate::pipeline::Still;

/// So long a page waits for a change before it asks again.
const WAIT: Duration = Duration::from_secs(25);

/// Answers until the program is stopped.
pub async fn serve(listener: TcpListener, stage: Arc<Stage>) -> Result<(), Failure> {
    let app = Router::new().fallback(answer).with_state(stage);
    axum_serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await.map_err(|error| not_started(&error))
}

/// Whether a host names this machine; with `--lan` by its number too, which cannot be made to lead elsewhere.
fn is_ours(host: &str, port: u16, lan: bool) -> bool {
    let Some((name, own)) = host.rsplit_once(':') else { return false };
    let number: Option<IpAddr> = name.trim_start_matches('[').trim_end_matches(']').parse().ok();
    own == port.to_string() && (name == "localhost" || number.is_some_and(|number| number.is_loopback() || lan))
}

fn plain(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert("content-type", HeaderValue::from_static(kind));
    response.headers_mut().insert("cache-control", HeaderValue::from_static("no-store"));
    response
}

async fn answer(State(stage): State<Arc<Stage>>, ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request) -> Response {
    let host = request.headers().get("host").and_then(|host| host.to_str().ok()).unwrap_or("").to_owned();
    let from_here = peer.ip().is_loopback();
    if !is_ours(&host, stage.port, stage.lan) || (!from_here && !stage.lan) {
        return plain(StatusCode::FORBIDDEN, "text/plain; charset=utf-8", "minhbach: 127.0.0.1\n");
    }
    let path = request.uri().path().to_owned();
    if path.starts_with("/_edit/") && stage.desk.is_some() {
        return edited(stage, request, from_here).await;
    }
    if !matches!(request.method().as_str(), "GET" | "HEAD") {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", "");
    }
    match path.as_str() {
        "/_live/live.js" => plain(StatusCode::OK, "text/javascript; charset=utf-8", overlay::SCRIPT),
        "/_live/live.css" => plain(StatusCode::OK, "text/css; charset=utf-8", overlay::STYLE),
        "/_live/wait" => waited(&stage, request.uri().query().unwrap_or("")).await,
        _ => {
            let page = tokio::task::spawn_blocking(move || shown(&stage, &path, from_here)).await;
            page.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", ""))
        }
    }
}

/// The number of the next look, or of this one after a while.
async fn waited(stage: &Stage, query: &str) -> Response {
    let since: Option<u64> = query.strip_prefix("since=").and_then(|typed| typed.parse().ok());
    let mut turn = stage.turn.subscribe();
    let now = match tokio::time::timeout(WAIT, turn.wait_for(|now| Some(*now) != since)).await {
        Ok(Ok(now)) => *now,
        _ => *stage.turn.borrow(),
    };
    plain(StatusCode::OK, "text/plain; charset=utf-8", now.to_string())
}

/// A request of the editor, as plain data.
async fn edited(stage: Arc<Stage>, request: Request, from_here: bool) -> Response {
    let (parts, body) = request.into_parts();
    // A little too much is read to its end, so that the answer is heard; of more than that the rest is not taken in.
    let body = to_bytes(body, 4 * edit::LIMIT).await.map_or_else(|_| vec![0; edit::LIMIT + 1], |body| body.to_vec());
    let answer = tokio::task::spawn_blocking(move || {
        let headers = headers(&parts.headers);
        let request = edit::Request {
            method: parts.method.as_str(),
            path: parts.uri.path(),
            query: parts.uri.query().unwrap_or(""),
            headers: &headers,
            body: &body,
            from_here,
        };
        stage.desk.as_ref().map(|desk| edit::answer(desk, &request))
    })
    .await;
    let Ok(Some(answer)) = answer else { return plain(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", "") };
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn headers(all: &HeaderMap) -> Vec<(String, String)> {
    all.iter().filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))).collect()
}

/// A file of the site, with what is laid over pages.
fn shown(stage: &Stage, path: &str, from_here: bool) -> Response {
    let now = stage.now.read().unwrap_or_else(PoisonError::into_inner);
    let (good, mut problems) = (now.good.clone(), now.problems.clone());
    drop(now);
    let turn = *stage.turn.borrow();
    if let Some(way) = path.strip_prefix(gallery::ADDRESS)
        && let Some(page) = good.as_ref().and_then(|still| gallery_page(still, way, stage.tongue))
    {
        let over = overlay::of(&problems, turn, None, stage.tongue);
        return plain(StatusCode::OK, "text/html; charset=utf-8", overlay::laid(page.as_bytes(), &over));
    }
    let asked = decoded(path.trim_start_matches('/'));
    let file = if asked.is_empty() || asked.ends_with('/') { format!("{asked}index.html") } else { asked.clone() };
    let mut read = |file: &str| match good.as_ref().map(|still| still.file(file)) {
        Some(Ok(bytes)) => bytes,
        // A template that fails is a mistake like any other.
        Some(Err(said)) => {
            problems.extend(said);
            Some(Vec::new())
        }
        None => None,
    };
    let mut status = StatusCode::OK;
    let bytes = read(&file).or_else(|| {
        let folder = !asked.is_empty() && !asked.ends_with('/') && read(&format!("{asked}/index.html")).is_some();
        status = if folder { StatusCode::PERMANENT_REDIRECT } else { StatusCode::NOT_FOUND };
        if folder { None } else { read("404.html") }
    });
    if status == StatusCode::PERMANENT_REDIRECT {
        let mut response = plain(StatusCode::TEMPORARY_REDIRECT, "text/plain; charset=utf-8", "");
        if let Ok(to) = HeaderValue::from_str(&format!("/{}/", path.trim_start_matches('/'))) {
            response.headers_mut().insert("location", to);
        }
        return response;
    }
    let kind = if status == StatusCode::OK { kind_of(&file) } else { "text/html; charset=utf-8" };
    if !kind.starts_with("text/html") {
        return plain(status, kind, bytes.unwrap_or_default());
    }
    let edit = (from_here && stage.desk.is_some()).then_some(path);
    let over = overlay::of(&problems, turn, edit, stage.tongue);
    let page = match bytes.filter(|bytes| !bytes.is_empty()) {
        Some(bytes) if good.as_ref().is_some_and(|still| still.is_draft(&file)) => overlay::laid(&overlay::marked(&bytes, stage.tongue), &over),
        Some(bytes) => overlay::laid(&bytes, &over),
        None => overlay::alone(&over, stage.tongue).into_bytes(),
    };
    plain(status, kind, page)
}

fn gallery_page(still: &Still, way: &str, tongue: Tongue) -> Option<String> {
    gallery::Gallery { theme: still.theme(), language: still.language()?, tongue }.page(&decoded(way))
}

/// `t%E1%BB%87p` → `tệp`.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn kind_of(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_ours_under_its_own_names_only() {
        for (host, lan, ours) in [
            ("127.0.0.1:4000", false, true),
            ("localhost:4000", false, true),
            ("[::1]:4000", false, true),
            ("127.0.0.1:4001", false, false),
            ("evil.example:4000", false, false),
            ("localhost.evil.example:4000", true, false),
            ("192.168.1.7:4000", false, false),
            ("192.168.1.7:4000", true, true),
            ("127.0.0.1", false, false),
            ("", true, false),
        ] {
            assert_eq!(is_ours(host, 4000, lan), ours, "{host} {lan}");
        }
    }
}
