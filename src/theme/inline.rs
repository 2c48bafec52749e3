//! What a page asks a browser to run, to paint with and to load: the policy a server sends with it is made from this.
//!
//! Invariant: what is not certainly allowed by a strict policy is told, tag by tag.
//!
//! May use: nothing; crates html5gum.

use html5gum::{StartTag, Token, Tokenizer};

use super::scan::{Piece, pieces};

/// What stands in a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The words of every `<style>`, as a browser hashes them.
    pub styles: Vec<String>,
    /// Whether it loads a script of the site.
    pub scripted: bool,
    /// Tags a strict policy would not let work, as written.
    pub refused: Vec<String>,
}

/// Elements whose attributes say what is loaded, or that are refused whole.
const LOADING: [&str; 20] = [
    "script", "link", "img", "source", "audio", "video", "track", "image", "use", "input", "button", "form", "base", "iframe", "frame", "object", "embed",
    "applet", "style", "meta",
];

/// Looks through a page. `base` is the site's own address, if it is known.
pub fn inline(html: &str, base: Option<&str>) -> Inline {
    let mut found = Inline::default();
    let mut in_style = false;
    for piece in pieces(html) {
        match piece {
            Piece::Raw(text) if in_style => found.styles.push(text.replace("\r\n", "\n").replace('\r', "\n")),
            Piece::Tag { whole, name, closing: false } => {
                in_style = name.eq_ignore_ascii_case("style");
                // Most tags are text marks: only those that can load or carry something are read letter by letter.
                let loads = LOADING.iter().any(|loading| loading.eq_ignore_ascii_case(name));
                if loads || may_carry(whole) {
                    let tag = Tokenizer::new(whole).flatten().find_map(|token| if let Token::StartTag(tag) = token { Some(tag) } else { None });
                    if let Some(tag) = tag {
                        found.tag(&tag, whole, base);
                    }
                }
            }
            Piece::Tag { .. } => in_style = false,
            _ => {}
        }
    }
    found
}

/// Whether a tag may have an attribute that is style or script.
fn may_carry(whole: &str) -> bool {
    let bytes = whole.as_bytes();
    let begins = |at: usize| bytes[at - 1].is_ascii_whitespace() || matches!(bytes[at - 1], b'"' | b'\'' | b'/');
    let carries = |at: usize| {
        bytes[at..].get(..5).is_some_and(|word| word.eq_ignore_ascii_case(b"style"))
            || bytes[at..].get(..2).is_some_and(|word| word.eq_ignore_ascii_case(b"on"))
    };
    (1..bytes.len()).any(|at| begins(at) && carries(at))
}

impl Inline {
    fn tag(&mut self, tag: &StartTag<()>, whole: &str, base: Option<&str>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attributes: Vec<(String, String)> = tag
            .attributes
            .iter()
            .map(|(name, value)| (String::from_utf8_lossy(name).to_ascii_lowercase(), String::from_utf8_lossy(value).trim().to_owned()))
            .collect();
        let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        let own = |address: &str| is_own(address, base);
        let painted = |address: &str| own(address) || address.to_ascii_lowercase().starts_with("data:");
        let carried = attributes.iter().any(|(name, _)| name == "style" || name.starts_with("on"));
        let all = |names: &[&str], fits: &dyn Fn(&str) -> bool| names.iter().filter_map(|name| value(name)).all(fits);
        let fits = match name.as_str() {
            "script" => self.script(value("type"), value("src"), &own),
            "link" => match value("rel").unwrap_or("").to_ascii_lowercase() {
                rel if rel.split_ascii_whitespace().any(|rel| matches!(rel, "stylesheet" | "preload" | "modulepreload" | "prefetch" | "manifest")) => false,
                rel if rel.contains("icon") => all(&["href"], &painted),
                _ => true,
            },
            "img" | "image" | "input" => all(&["src", "href", "xlink:href"], &painted) && pieces_of(value("srcset")).all(painted),
            "source" => all(&["src"], &own) && pieces_of(value("srcset")).all(painted),
            "use" => all(&["href", "xlink:href"], &|address| address.starts_with('#')),
            "audio" => all(&["src"], &own),
            "video" => all(&["src"], &own) && all(&["poster"], &painted),
            "form" => all(&["action"], &own),
            // Where links open is no address.
            "base" => value("href").is_none(),
            "track" | "iframe" | "frame" | "object" | "embed" | "applet" => false,
            _ => true,
        };
        if carried || !fits || !all(&["formaction"], &own) {
            self.refused.push(shortened(whole));
        }
    }

    fn script(&mut self, kind: Option<&str>, src: Option<&str>, own: &dyn Fn(&str) -> bool) -> bool {
        // Data in a script element is never run.
        if matches!(kind, Some("application/ld+json" | "application/json")) {
            return true;
        }
        let fits = src.is_some_and(own);
        self.scripted |= fits;
        fits
    }
}

/// The addresses of a `srcset`.
fn pieces_of(srcset: Option<&str>) -> impl Iterator<Item = &str> {
    srcset.unwrap_or("").split(',').filter_map(|part| part.split_ascii_whitespace().next())
}

/// Whether an address lies in the site: relative, or below the site's own.
fn is_own(address: &str, base: Option<&str>) -> bool {
    // Browsers leave these out and take a backslash for a slash.
    let address = address.replace(['\t', '\n', '\r'], "").replace('\\', "/");
    if base.is_some_and(|base| address.starts_with(base)) {
        return true;
    }
    let scheme = address.find(':').is_some_and(|colon| address.find(['/', '?', '#']).is_none_or(|other| colon < other));
    !scheme && !address.starts_with("//")
}

fn shortened(tag: &str) -> String {
    match tag.char_indices().nth(100) {
        Some((at, _)) => format!("{}…", &tag[..at]),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_taken_as_a_browser_takes_them() {
        let page = "<!doctype html><style media=all>a{b:\"</x>\"}\r\nc{}</style><title><style></title><svg><style>d{}</style></svg><style></style>";
        assert_eq!(inline(page, None), Inline { styles: vec!["a{b:\"</x>\"}\nc{}".to_owned(), "d{}".to_owned()], ..Inline::default() });
    }

    #[test]
    fn what_a_strict_policy_stops_is_told() {
        let base = Some("https://a.example/x/");
        for refused in [
            "<p style=\"color:red\">",
            "<p title='a'style=b>",
            "<p STYLE=b>",
            "<a onclick=\"go()\">",
            "<svg/onload=go()>",
            "<script>go()</script>",
            "<script type=module>go()</script>",
            "<script src=https://b.example/x.js></script>",
            "<script src=//b.example/x.js></script>",
            "<script src='/\\b.example/x.js'></script>",
            "<script src=\"data:text/javascript,go()\"></script>",
            "<link rel=stylesheet href=a.css>",
            "<link rel=icon href=https://b.example/i.png>",
            "<img src=https://b.example/i.png>",
            "<img src=a.png srcset=\"a.png 1x, https://b.example/i.png 2x\">",
            "<video poster=//b.example/i.png>",
            "<audio src=\"data:audio/mp3,\">",
            "<iframe src=a.html></iframe>",
            "<base href=/>",
            "<form action=https://b.example/>",
            "<button formaction=https://b.example/>",
            "<object data=a.svg>",
        ] {
            assert_eq!(inline(refused, base).refused.len(), 1, "{refused}");
        }
        for allowed in [
            "<p class=style title=\"on style\">",
            "<a href=https://b.example/ id=one>",
            "<script type=application/ld+json>{}</script>",
            "<link rel=canonical href=https://b.example/>",
            "<link rel=icon href=data:,>",
            "<img src=../a.png srcset=\"a.png 1x, data:, 2x\">",
            "<img src=https://a.example/x/a.png>",
            "<img src=\"a/b:c.png\">",
            "<form action=../tim/>",
            "<audio controls src=a.mp3>",
            "<style>p{}</style>",
        ] {
            assert_eq!(inline(allowed, base).refused, Vec::<String>::new(), "{allowed}");
        }
        assert!(inline("<script src=../search.js defer></script>", base).scripted);
    }
}
