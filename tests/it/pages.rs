//! What every page, feed and table of a site keeps to, looked at on this repository's own.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::Element;
use crate::site::Built;

/// Most bytes of a page as a host sends it, and what nineteen of twenty pages stay below.
const HEAVIEST: usize = 14_000;
const MOST_PAGES: usize = 10_240;

#[test]
fn pages_are_light() {
    let mut sizes: Vec<(usize, String)> =
        Built::repository().files().into_iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| (packed(&bytes), path)).collect();
    sizes.sort();
    let (heaviest, path) = &sizes[sizes.len() - 1];
    assert!(*heaviest <= HEAVIEST, "{path} takes {heaviest} bytes");
    let (at_95, path) = &sizes[sizes.len() * 95 / 100];
    assert!(*at_95 <= MOST_PAGES, "more than one page in twenty is as heavy as {path} with {at_95} bytes");
}

fn packed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    std::io::Write::write_all(&mut encoder, bytes).expect("memory takes bytes");
    encoder.finish().expect("memory takes bytes").len()
}

/// Runs a rule over every page of the repository's site and tells every breach at once.
#[track_caller]
fn every_page(rule: impl Fn(&str, &Element) -> Vec<String>) {
    let mut told = String::new();
    for (path, read) in Built::repository().pages() {
        for breach in rule(path, read) {
            told.push_str(&format!("{path}: {breach}\n"));
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

/// Whether a page stands in frames of other sites: `embed.rs` says what it owes. Nobody finds it, and it is nobody's translation.
fn is_framed(path: &str) -> bool {
    path.starts_with("nhung/") || path.starts_with("en/embed/")
}

#[test]
fn no_page_runs_a_script_or_asks_another_server() {
    every_page(|path, read| {
        let mut breaches = Vec::new();
        for element in read.all() {
            let name = element.name.as_str();
            // Only the page that searches runs one, and leads no further than itself.
            let searches = ["tim/index.html", "en/search/index.html"].contains(&path);
            if name == "script" && element.attribute("type") != Some("application/ld+json") && !searches {
                breaches.push("runs a script".to_owned());
            }
            let asks_for_words = searches || path == "404.html";
            // Links of a framed page leave the frame.
            let leaves = name == "base" && is_framed(path) && element.attributes.iter().all(|(attribute, value)| attribute == "target" && value == "_top");
            if ["iframe", "object", "embed", "form", "base"].contains(&name) && !leaves && !(name == "form" && asks_for_words) {
                breaches.push(format!("has a <{name}>"));
            }
            for (attribute, value) in &element.attributes {
                if attribute.starts_with("on") || attribute == "style" {
                    breaches.push(format!("<{name} {attribute}={value}>"));
                }
                let asks = match name {
                    // An address to be known by, or to be visited, is not asked by the browser itself.
                    "link" => !element.attribute("rel").is_some_and(|rel| ["canonical", "alternate", "license"].contains(&rel)),
                    "img" | "source" | "script" | "audio" | "video" | "track" | "use" | "image" | "input" => true,
                    _ => false,
                };
                let away = value.contains("http:") || value.contains("https:") || value.starts_with("//") || (value.starts_with("data:") && value != "data:,");
                if asks && away && ["href", "src", "srcset", "poster", "xlink:href"].contains(&attribute.as_str()) {
                    breaches.push(format!("<{name} {attribute}={value}>"));
                }
            }
            if name == "style" && ["@import", "url("].iter().any(|asks| element.raw().contains(asks)) {
                breaches.push("its style asks for a file".to_owned());
            }
        }
        breaches
    });
}

#[test]
fn every_page_says_what_it_is() {
    let with_address = |path: &str| path != "404.html";
    every_page(|path, read| {
        let mut breaches = Vec::new();
        let mut need = |holds: bool, what: &str| {
            if !holds {
                breaches.push(what.to_owned());
            }
        };
        let words = |name: &str| read.named(name).iter().map(|e| e.words()).collect::<Vec<_>>();
        let meta = |key: &str, name: &str| {
            read.named("meta").iter().find(|m| m.attribute(key) == Some(name)).and_then(|m| m.attribute("content")).unwrap_or("").to_owned()
        };
        let h1 = words("h1");
        need(h1.len() == 1 && !h1[0].is_empty(), "has not one heading of the first rank");
        // A drawing has a title of its own.
        let drawn: usize = read.named("svg").iter().map(|svg| svg.all().into_iter().filter(|e| e.name == "title").count()).sum();
        let title = words("title");
        need(title.len() == 1 + drawn && !title[0].is_empty(), "has no title");
        let lang = if path.starts_with("en/") { "en" } else { "vi" };
        need(read.named("html").first().and_then(|e| e.attribute("lang")) == Some(lang), "does not name its language");
        if is_framed(path) {
            need(meta("name", "robots") == "noindex", "stays out of search engines");
            return breaches;
        }
        need(!meta("name", "description").is_empty(), "has no description");
        need(meta("name", "viewport").contains("width=device-width"), "is not made for telephones");
        need(!meta("property", "og:title").is_empty(), "has no title for those who share it");
        need(read.named("main").len() == 1, "has not one main part");
        need(!read.words().contains('⟨'), "shows a word that nobody wrote");
        let rel = |rel: &str| read.named("link").into_iter().filter(|l| l.attribute("rel") == Some(rel)).collect::<Vec<_>>();
        let address = format!("https://minhbach.example/{}", path.trim_end_matches("index.html"));
        let canonical: Vec<_> = rel("canonical").iter().filter_map(|l| l.attribute("href")).map(str::to_owned).collect();
        if with_address(path) {
            need(canonical == [address.clone()], &format!("is known as {canonical:?}"));
            need(meta("property", "og:url") == address, "is shared under another address");
            let alternates = rel("alternate");
            for hreflang in ["vi", "en", "x-default"] {
                let own = alternates.iter().find(|l| l.attribute("hreflang") == Some(hreflang)).and_then(|l| l.attribute("href"));
                need(own.is_some(), &format!("does not say where it is in {hreflang}"));
                if hreflang == lang {
                    need(own == Some(address.as_str()), "does not name itself among its languages");
                }
            }
        } else {
            need(canonical.is_empty() && meta("name", "robots") == "noindex", "stays out of search engines");
        }
        breaches
    });
}

#[test]
fn the_languages_of_a_page_name_each_other() {
    let site = Built::repository();
    let alternates = |path: &str| -> BTreeMap<String, String> {
        let all = site.page(path).named("link").into_iter().filter_map(|l| Some((l.attribute("hreflang")?.to_owned(), l.attribute("href")?.to_owned())));
        all.collect()
    };
    for path in site.pages().keys().filter(|path| *path != "404.html") {
        let mine = alternates(path);
        for address in mine.values() {
            let other = format!("{}index.html", address.trim_start_matches("https://minhbach.example/"));
            assert_eq!(alternates(&other), mine, "{path} and {other}");
        }
    }
}

#[test]
fn headings_go_down_one_rank_at_a_time_and_tables_name_their_cells() {
    every_page(|_, read| {
        let mut breaches = Vec::new();
        let mut rank = 0;
        let named = |e: &&Element| e.attribute("role") == Some("region") && e.attribute("aria-label").is_some();
        let in_named_regions: usize = read.all().into_iter().filter(named).map(|region| region.named("table").len()).sum();
        let with_caption = read.named("table").iter().filter(|t| !t.named("caption").is_empty()).count();
        if with_caption + in_named_regions < read.named("table").len() {
            breaches.push("has a table without a caption".to_owned());
        }
        for element in read.all() {
            if let [b'h', digit @ b'1'..=b'6'] = element.name.as_bytes() {
                let next = digit - b'0';
                if next > rank + 1 {
                    breaches.push(format!("after rank {rank} comes <h{next}> {}", element.words()));
                }
                rank = next;
            }
            if element.name == "table" {
                breaches
                    .extend(element.named("th").iter().filter(|th| th.attribute("scope").is_none()).map(|th| format!("a <th> has no scope: {}", th.words())));
            }
            if element.name == "img"
                && !(element.attributes.contains_key("alt") && element.attributes.contains_key("width") && element.attributes.contains_key("height"))
            {
                breaches.push(format!("a picture has no words or no size: {:?}", element.attributes));
            }
            if element.name == "svg" && element.attribute("aria-hidden") != Some("true") && element.attribute("role") != Some("img") {
                breaches.push("a drawing is neither hidden from nor told to a screen reader".to_owned());
            }
        }
        breaches
    });
}

#[test]
fn reports_and_data_describe_themselves_to_machines() {
    let site = Built::repository();
    for (path, read) in site.pages() {
        let mut kinds: BTreeSet<String> = BTreeSet::new();
        for script in read.named("script").into_iter().filter(|script| script.attribute("src").is_none()) {
            let text = script.raw();
            let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}\n{text}"));
            for item in value.as_array().cloned().unwrap_or_else(|| vec![value]) {
                assert_eq!(item["@context"], "https://schema.org", "{path}");
                let kind = item["@type"].as_str().unwrap_or("").to_owned();
                if kind == "NewsArticle" {
                    assert!(item["headline"].is_string() && item["url"].as_str().is_some_and(|u| u.starts_with("https://")), "{path}: {item}");
                }
                if kind == "Dataset" {
                    assert!(item["name"].is_string() && item["distribution"].is_array(), "{path}: {item}");
                }
                kinds.insert(kind);
            }
        }
        let year = |name: &str| name.bytes().all(|b| b.is_ascii_digit());
        let is_report = matches!(path.split('/').collect::<Vec<_>>()[..], ["tin", name, "index.html"] | ["en", "reports", name, "index.html"] if !year(name));
        assert_eq!(kinds.contains("NewsArticle"), is_report, "{path}: {kinds:?}");
        if matches!(path.as_str(), "so-lieu/index.html" | "en/data/index.html") {
            assert!(kinds.contains("Dataset"), "{path}: {kinds:?}");
        }
    }
}

#[test]
fn feeds_and_sitemap_are_sound_and_lead_to_files() {
    let site = Built::repository();
    let files: BTreeSet<String> = site.files().into_iter().map(|(path, _)| path).collect();
    let xml: Vec<&String> = files.iter().filter(|path| path.ends_with(".xml")).collect();
    for wanted in ["feed.xml", "en/feed.xml", "don-vi/nam-nhun/feed.xml", "en/areas/nam-nhun/feed.xml", "sitemap.xml"] {
        assert!(files.contains(wanted), "{wanted} is there");
    }
    let file_of = |address: &str| {
        let inside = address.strip_prefix("https://minhbach.example/").unwrap_or_else(|| panic!("{address} is not of this site"));
        let inside = inside.split('#').next().unwrap_or("");
        if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
    };
    for path in xml {
        let elements = sound_xml(path, &site.text(path));
        let texts = |name: &str| elements.iter().filter(|(n, ..)| n == name).map(|(_, _, text)| text.clone()).collect::<Vec<_>>();
        if path == "sitemap.xml" {
            let addresses = texts("loc");
            let unique: BTreeSet<&String> = addresses.iter().collect();
            assert_eq!(unique.len(), addresses.len(), "an address stands twice in the sitemap");
            for address in &addresses {
                assert!(files.contains(&file_of(address)), "{address}");
            }
            let pages = files.iter().filter(|f| f.ends_with(".html") && *f != "404.html" && !is_framed(f)).count();
            assert_eq!(addresses.len(), pages, "every page is in the sitemap");
        } else {
            let entries = texts("entry").len();
            // There may be nothing to correct.
            assert!(entries > 0 || path.ends_with("dinh-chinh/feed.xml") || path.ends_with("corrections/feed.xml"), "{path} has entries");
            for (name, least) in [("id", entries + 1), ("title", entries + 1), ("updated", entries + 1)] {
                let found = texts(name);
                assert!(found.len() >= least && found.iter().all(|text| !text.is_empty()), "{path}: {name}: {found:?}");
            }
            for day in texts("updated") {
                assert!(day.len() >= 20 && day.as_bytes()[10] == b'T', "{path}: {day} is no moment of RFC 3339");
            }
            let ids = texts("id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
            for (_, tag, _) in elements.iter().filter(|(n, ..)| n == "link") {
                let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
                assert!(files.contains(&file_of(href)), "{path}: {tag}");
            }
        }
    }
}

/// Every element of an XML text with its tag and the words before its first child; a panic where it is not well formed.
fn sound_xml(path: &str, text: &str) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}');
    assert!(rest.starts_with("<?xml "), "{path} begins with its declaration");
    while let Some(at) = rest.find('<') {
        let words = &rest[..at];
        assert!(!words.contains("]]>") && sound_references(words), "{path}: {words}");
        match open.last() {
            Some(top) => found[*top].2.push_str(words.trim()),
            None => assert!(words.trim().is_empty(), "{path}: words outside everything: {words}"),
        }
        let end = rest[at..].find('>').unwrap_or_else(|| panic!("{path}: a tag never ends")) + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('?') || tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let top = open.pop().unwrap_or_else(|| panic!("{path}: </{name}> closes nothing"));
            assert_eq!(found[top].0, name.trim(), "{path}");
            continue;
        }
        let name: String = tag.chars().take_while(|c| !c.is_whitespace() && *c != '/').collect();
        assert!(tag.matches('"').count().is_multiple_of(2) && sound_references(tag), "{path}: <{tag}>");
        found.push((name, tag.to_owned(), String::new()));
        if !tag.ends_with('/') {
            open.push(found.len() - 1);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{path}: <{}> is never closed", open.first().map_or("", |at| &found[*at].0));
    found
}

/// Whether every `&` begins one of the five references XML knows, or a number.
fn sound_references(text: &str) -> bool {
    text.split('&')
        .skip(1)
        .all(|rest| rest.split_once(';').is_some_and(|(name, _)| matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") || name.starts_with('#')))
}
