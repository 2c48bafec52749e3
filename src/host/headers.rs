//! Cloudflare Pages and Netlify: both read `_headers`, with a difference in what happens when two rules fit.
//!
//! May use: nothing.

use std::collections::BTreeSet;

use super::limits::CLOUDFLARE_REDIRECTS;
use super::policy::{ALWAYS, FILES, PAGES, Scripts, UNFRAMED};
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
        let lines: Vec<String> = std::iter::once(whole).chain(always).chain([cache(PAGES)]).collect();
        let closed = closed(delivery).into_iter().map(|path| rule(&path, &[format!("Content-Security-Policy: {UNFRAMED}")]));
        return std::iter::once(rule("/*", &lines)).chain(closed).collect();
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
    text.push_str(&rule(&format!("/{}*", delivery.folders.files), &["! Cache-Control".to_owned(), cache(FILES)]));
    text
}

/// The widest rules that fit every page but those made to be framed; none where there are no such pages.
fn closed(delivery: &Delivery<'_>) -> BTreeSet<String> {
    let embeds = delivery.folders.embeds;
    let mut rules = BTreeSet::new();
    if embeds.is_empty() {
        return rules;
    }
    for (path, _) in delivery.files.iter().filter(|(path, _)| path.ends_with(".html") && !embeds.iter().any(|folder| path.starts_with(folder))) {
        // The first folder on the way to the page that holds no page made to be framed.
        let folders = path.match_indices('/').map(|(at, _)| &path[..=at]);
        match folders.into_iter().find(|folder| !embeds.iter().any(|embed| embed.starts_with(folder))) {
            Some(folder) => drop(rules.insert(format!("/{folder}*"))),
            None => {
                rules.insert(format!("/{path}"));
                rules.extend(path.strip_suffix("index.html").map(|folder| format!("/{folder}")));
            }
        }
    }
    rules
}
