//! No link of the site leads nowhere, wherever the site is put.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::{Element, page};
use crate::site::{Built, Site};

/// The address every absolute link of the repository's site begins with, from its `site.toml`.
const BASE: &str = "https://minhbach.example/";

/// A site in memory: its files, and the ids of every page.
struct Web {
    files: BTreeSet<String>,
    pages: &'static BTreeMap<String, Element>,
    ids: BTreeMap<String, BTreeSet<String>>,
}

impl Web {
    fn of(site: &'static Built) -> Self {
        let files = site.files().into_iter().map(|(path, _)| path).collect();
        let pages = site.pages();
        let ids = pages.iter().map(|(path, page)| (path.clone(), page.all().iter().filter_map(|e| e.attribute("id")).map(str::to_owned).collect())).collect();
        Web { files, pages, ids }
    }

    /// What is wrong with a link of the page `from`, when the site lies in the folder `under` of a server that
    /// also answers below `base`.
    fn fault(&self, from: &str, link: &str, under: &str, base: &str) -> Option<String> {
        let address = match link.strip_prefix(base) {
            Some(rest) => format!("{under}{rest}"),
            None if is_elsewhere(link) => return None,
            None if link.starts_with('/') => link.trim_start_matches('/').to_owned(),
            None => resolved(&format!("{under}{from}"), link)?,
        };
        let (path, fragment) = address.split_once('#').unwrap_or((&address, ""));
        let Some(inside) = path.strip_prefix(under) else { return Some(format!("{link} leaves the site, to /{path}")) };
        let file = if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() };
        if !self.files.contains(&file) {
            return Some(format!("{link} leads to {file}, which is not there"));
        }
        if fragment.is_empty() {
            return None;
        }
        let fragment = decoded(fragment);
        (!self.ids.get(&file).is_some_and(|ids| ids.contains(&fragment))).then(|| format!("{link} leads to #{fragment}, which is not on {file}"))
    }
}

/// Whether a link leaves the site for another one, or for a program, or is the empty icon that asks nobody.
fn is_elsewhere(link: &str) -> bool {
    link == "data:," || ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
}

/// Where a relative link leads, seen from the server's root; nothing when it climbs above it.
fn resolved(from: &str, link: &str) -> Option<String> {
    if link.starts_with('#') {
        return Some(format!("{from}{link}"));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let (path, fragment) = link.split_once('#').map_or((link, None), |(p, f)| (p, Some(f)));
    let mut last_is_folder = false;
    for part in path.split('/') {
        last_is_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    let mut whole = parts.join("/");
    if last_is_folder && !whole.is_empty() {
        whole.push('/');
    }
    Some(fragment.map_or(whole.clone(), |f| format!("{whole}#{f}")))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [a, b, after @ ..]) => {
                let digits = std::str::from_utf8(&[*a, *b]).ok().and_then(|d| u8::from_str_radix(d, 16).ok());
                bytes.push(digits.unwrap_or(b'?'));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Everything on a page that names another file.
fn links(page: &Element) -> Vec<String> {
    let mut all = Vec::new();
    for element in page.all() {
        for name in ["href", "src", "poster", "data", "action", "cite"] {
            all.extend(element.attribute(name).map(str::to_owned));
        }
        if let Some(set) = element.attribute("srcset") {
            all.extend(set.split(',').filter_map(|one| one.split_whitespace().next()).map(str::to_owned));
        }
        if element.name == "meta" && element.attribute("property").is_some_and(|p| matches!(p, "og:url" | "og:image")) {
            all.extend(element.attribute("content").map(str::to_owned));
        }
    }
    all
}

fn broken(web: &Web, under: &str, base: &str) -> String {
    let mut told = String::new();
    for (path, page) in web.pages {
        for link in links(page) {
            if let Some(fault) = web.fault(path, &link, under, base) {
                told.push_str(&format!("{path}: {fault}\n"));
            }
        }
    }
    told
}

#[test]
fn every_link_of_both_languages_leads_somewhere() {
    let web = Web::of(Built::repository());
    assert!(web.pages.keys().any(|p| p.starts_with("en/")) && web.pages.len() > 100, "the site is there");
    let told = broken(&web, "", BASE);
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn links_work_when_the_site_lies_in_a_sub_folder() {
    // Nothing on a page may begin with `/`: whoever unpacks the site into /minhbach/ must not land at the server's root.
    let web = Web::of(Built::repository());
    let told = broken(&web, "trang/minhbach/", BASE);
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn the_crawl_notices_a_link_to_nowhere() {
    let web = Web::of(Built::repository());
    let from = "don-vi/nam-nhun/2024/index.html";
    for sound in
        ["../", "./", "#ntm/investment/assigned", "../../../", "../../../tin/nam-nhun-quy-1-2024/", "https://example.org/x", "https://minhbach.example/en/"]
    {
        assert_eq!(web.fault(from, sound, "", BASE), None, "{sound}");
        assert_eq!(web.fault(from, sound, "a/b/", BASE), None, "{sound}");
    }
    for lost in ["../nowhere/", "#nothing", "../../sop-cop/2023/#ntm", "https://minhbach.example/nowhere/"] {
        assert!(web.fault(from, lost, "", BASE).is_some(), "{lost}");
    }
    assert!(web.fault(from, "/don-vi/", "a/", BASE).is_some());
}

#[test]
fn every_id_stands_once_on_its_page() {
    let mut told = String::new();
    for (path, read) in Built::repository().pages() {
        let mut seen = BTreeSet::new();
        for id in read.all().iter().filter_map(|e| e.attribute("id")) {
            if !seen.insert(id) {
                told.push_str(&format!("{path}: #{id} stands twice\n"));
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn what_a_page_refers_to_by_id_is_on_it() {
    // `aria-labelledby`, `aria-describedby`, `headers`, `for`: a screen reader follows them too.
    let mut told = String::new();
    for (path, read) in Built::repository().pages() {
        let ids: BTreeSet<&str> = read.all().iter().filter_map(|e| e.attribute("id")).collect();
        for element in read.all() {
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"] {
                for id in element.attribute(name).into_iter().flat_map(str::split_whitespace).filter(|id| !ids.contains(id)) {
                    told.push_str(&format!("{path}: {name} names #{id}, which is not there\n"));
                }
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn the_page_for_lost_readers_links_absolutely() {
    // It is shown at any address, so a relative link on it would lead anywhere.
    let read = Built::repository().page("404.html");
    let relative: Vec<String> = links(read).into_iter().filter(|l| !is_elsewhere(l) && !l.starts_with('#')).collect();
    assert_eq!(relative, Vec::<String>::new());
    let home = read.links().into_iter().any(|l| l == BASE);
    assert!(home, "it leads home: {:?}", read.links());
}

#[test]
fn without_an_address_of_its_own_the_page_for_lost_readers_links_from_the_root() {
    let site = Site::small();
    site.run(&["build"]).ended(0);
    let read = page("404.html", &site.read("public/404.html"));
    let relative: Vec<String> = links(&read).into_iter().filter(|l| !is_elsewhere(l) && !l.starts_with(['#', '/'])).collect();
    assert_eq!(relative, Vec::<String>::new());
}
