//! The page of the editor and its files, which hold nothing of the site.
//!
//! Invariant: nothing runs but the scripts that the program carries; nothing is loaded from elsewhere.
//!
//! May use: diag; crates serde_json.

use super::{Response, words};
use crate::diag::Tongue;

/// What the page may load, run and send.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const PAGE: &str = include_str!("web/edit.html");
const STYLE: &str = include_str!("web/edit.css");

const SCRIPTS: [(&str, &str); 6] = [
    ("edit.js", include_str!("web/edit.js")),
    ("page.js", include_str!("web/page.js")),
    ("grid.js", include_str!("web/grid.js")),
    ("text.js", include_str!("web/text.js")),
    ("review.js", include_str!("web/review.js")),
    ("picker.js", include_str!("web/picker.js")),
];

fn guarded(response: Response) -> Response {
    response
        .with("content-security-policy", POLICY)
        .with("referrer-policy", "no-referrer")
        .with("x-frame-options", "DENY")
        .with("cross-origin-opener-policy", "same-origin")
        .with("cross-origin-resource-policy", "same-origin")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The page, in a language.
pub fn page(tongue: Tongue) -> Response {
    guarded(Response::bytes(200, "text/html; charset=utf-8", html(tongue)))
}

fn html(tongue: Tongue) -> String {
    let all = words::all(tongue);
    let mut out = PAGE.replace("{{lang}}", if tongue == Tongue::Vi { "vi" } else { "en" });
    for (id, said) in &all {
        out = out.replace(&format!("{{{{{id}}}}}"), &escaped(said));
    }
    // OK because words are text.
    out.replace("{{words}}", &escaped(&serde_json::to_string(&all).unwrap_or_default()))
}

/// A file of the page.
pub fn file(name: &str) -> Option<Response> {
    if name == "edit.css" {
        return Some(guarded(Response::bytes(200, "text/css; charset=utf-8", STYLE)));
    }
    let (_, script) = SCRIPTS.iter().find(|(own, _)| *own == name)?;
    Some(guarded(Response::bytes(200, "text/javascript; charset=utf-8", *script)))
}

/// Why the page is not shown, for a person.
pub fn refused(response: &Response, tongue: Tongue) -> Response {
    let said: serde_json::Value = serde_json::from_slice(&response.body).unwrap_or_default();
    let said = escaped(said["say"].as_str().unwrap_or(""));
    let (lang, title) = if tongue == Tongue::Vi { ("vi", "Chưa mở được trang sửa") } else { ("en", "The editor was not opened") };
    let body = format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><h1>{title}</h1><p>{said}</p></html>\n"
    );
    guarded(Response::bytes(response.status, "text/html; charset=utf-8", body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_the_page_asks_for_is_there_and_every_word_there_is_asked_for() {
        let mut asked: Vec<String> = PAGE.split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0.to_owned())).collect();
        for (_, script) in SCRIPTS {
            asked.extend(script.split("say('").skip(1).filter_map(|rest| Some(rest.split_once('\'')?.0.to_owned())));
        }
        let all = words::all(Tongue::Vi);
        let lacking: Vec<&String> = asked.iter().filter(|id| !all.contains_key(id.as_str()) && !["lang", "words"].contains(&id.as_str())).collect();
        assert!(lacking.is_empty(), "no words for {lacking:?}");
        // A word may be chosen before it is said, and those of columns are put together.
        let said = |id: &str| {
            PAGE.contains(&format!("{{{{{id}}}}}")) || id.starts_with("column-") || SCRIPTS.iter().any(|(_, script)| script.contains(&format!("'{id}'")))
        };
        let idle: Vec<&&str> = all.keys().filter(|id| !said(id)).collect();
        assert!(idle.is_empty(), "nobody says {idle:?}");
        assert!(!html(Tongue::En).contains("{{"));
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere_and_nothing_is_written_into_the_page_as_text_of_a_script() {
        for text in SCRIPTS.iter().map(|(_, script)| *script).chain([PAGE, STYLE]) {
            for never in ["http://", "https://", "innerHTML", "eval(", "style=\"", "onclick=", "<script>"] {
                assert!(!text.contains(never), "{never}");
            }
        }
    }
}
