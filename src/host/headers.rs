//! Cloudflare Pages and Netlify: both read `_headers`, with a difference in what happens when two rules fit.
//!
//! May use: nothing.

use std::collections::BTreeMap;

use super::limits::CLOUDFLARE_REDIRECTS;
use super::policy::{ALWAYS, DRAWN, FILES, PAGES, Scripts, UNFRAMED};
use super::{Delivery, Extra, Host};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    extra.beside.push(("_headers".to_owned(), written(delivery).into_bytes()));
    if !delivery.moved.is_empty() {
        extra.beside.push(("_redirects".to_owned(), redirects(delivery).into_bytes()));
    }
}

/// Cloudflare follows a rule before it looks for a page, Netlify only where the rule says so with `!`. Rules beyond what
/// Cloudflare reads are left out: the page at the old address moves the reader there.
fn redirects(delivery: &Delivery<'_>) -> String {
    let (code, most) = if delivery.host == Host::Netlify { ("301!", usize::MAX) } else { ("301", CLOUDFLARE_REDIRECTS) };
    delivery.moved.iter().take(most).map(|(from, to)| format!("/{from} /{to} {code}\n")).collect()
}

fn written(delivery: &Delivery<'_>) -> String {
    let rule = |path: &str, lines: &[String]| lines.iter().fold(format!("{path}\n"), |text, line| text + "  " + line + "\n");
    let policy = |scripts| format!("Content-Security-Policy: {}", delivery.policy(scripts));
    let cache = |value: &str| format!("Cache-Control: {value}");
    let always = ALWAYS.iter().map(|(name, value)| format!("{name}: {value}"));
    if delivery.host == Host::Netlify {
        // Netlify joins the values of all rules that fit, and cannot take one back. A policy joined to another allows what
        // both allow, so one that is right for the search page has to hold for the whole site.
        // So what closes a page to frames stands in rules of their own, wherever no page is made for them.
        let whole = match delivery.folders.embeds {
            [] => policy(Scripts::Own),
            _ => format!("Content-Security-Policy: {}", delivery.policy_without_frames(Scripts::Own)),
        };
        // For the same reason each file is told by one rule how long it may be kept.
        let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
        if !delivery.folders.embeds.is_empty() {
            let embeds: Vec<&str> = delivery.folders.embeds.iter().map(String::as_str).collect();
            let is_closed = |file: &str| file.ends_with(".html") && !embeds.iter().any(|folder| file.starts_with(folder));
            for path in widest(delivery, &embeds, is_closed).into_keys() {
                rules.entry(path).or_default().push(format!("Content-Security-Policy: {UNFRAMED}"));
            }
        }
        for (path, file) in widest(delivery, &[delivery.folders.files, delivery.folders.drawn], |_| true) {
            rules.entry(path).or_default().push(cache(delivery.cache(file)));
        }
        let lines: Vec<String> = std::iter::once(whole).chain(always).collect();
        return std::iter::once(rule("/*", &lines)).chain(rules.iter().map(|(path, lines)| rule(path, lines))).collect();
    }
    // Cloudflare joins values too, but `!` takes back what a wider rule has set.
    let lines: Vec<String> = std::iter::once(policy(Scripts::None)).chain(always).chain([cache(PAGES)]).collect();
    let mut text = rule("/*", &lines);
    for folder in delivery.folders.search {
        text.push_str(&rule(&format!("/{folder}*"), &["! Content-Security-Policy".to_owned(), policy(Scripts::Own)]));
    }
    for folder in delivery.folders.embeds {
        let policy = format!("Content-Security-Policy: {}", delivery.policy_of_embeds());
        text.push_str(&rule(&format!("/{folder}*"), &["! Content-Security-Policy".to_owned(), policy]));
    }
    for (folder, kept) in [(delivery.folders.files, FILES), (delivery.folders.drawn, DRAWN)] {
        text.push_str(&rule(&format!("/{folder}*"), &["! Cache-Control".to_owned(), cache(kept)]));
    }
    text
}

/// The widest rules that fit all files of a kind, each with one of them, so that none fits both what lies within one of these
/// folders and what lies outside of it.
fn widest<'d>(delivery: &Delivery<'d>, apart: &[&str], is_meant: impl Fn(&str) -> bool) -> BTreeMap<String, &'d str> {
    let mut rules = BTreeMap::new();
    for (path, _) in delivery.files.iter().filter(|(path, _)| is_meant(path)) {
        // The first folder on the way to the file that holds none of these, unless it is one of them or lies within one.
        let folders = path.match_indices('/').map(|(at, _)| &path[..=at]);
        match folders.into_iter().find(|folder| !apart.iter().any(|at| at.starts_with(folder) && at != folder)) {
            Some(folder) => drop(rules.insert(format!("/{folder}*"), path.as_str())),
            None => {
                rules.insert(format!("/{path}"), path.as_str());
                rules.extend(path.strip_suffix("index.html").map(|folder| (format!("/{folder}"), path.as_str())));
            }
        }
    }
    rules
}
