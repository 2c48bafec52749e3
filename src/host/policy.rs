//! The policy of each page: what a browser may paint with, run and load there. A server sends it; where it cannot, the
//! page says it itself.
//!
//! Invariant: nothing is allowed but the styles the pages carry, pictures and recordings of the site, its own forms and,
//! where the search page is, scripts of the site; only pages made for it may be framed.
//!
//! May use: nothing; crates base64, sha2.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::{Delivery, Host};

/// A style as a policy names it.
pub fn hash(style: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(style.as_bytes())))
}

/// Which scripts a page may load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// None.
    None,
    /// Those of the site.
    Own,
}

/// Nobody frames the page.
pub(super) const UNFRAMED: &str = "frame-ancestors 'none'";

impl Delivery<'_> {
    /// The value of `Content-Security-Policy`: nobody frames a page.
    pub(super) fn policy(&self, scripts: Scripts) -> String {
        format!("{}; {UNFRAMED}", self.policy_without_frames(scripts))
    }

    /// The same for the pages made to be framed by whoever wants to.
    pub(super) fn policy_of_embeds(&self) -> String {
        format!("{}; frame-ancestors *", self.policy_without_frames(Scripts::None))
    }

    /// What holds for every page, whoever may frame it.
    pub(super) fn policy_without_frames(&self, scripts: Scripts) -> String {
        allowed(self.styles, scripts)
    }
}

/// What a page with these styles may do, whoever may frame it.
fn allowed(styles: &BTreeSet<String>, scripts: Scripts) -> String {
    let mut policy = "default-src 'none'; ".to_owned();
    if scripts == Scripts::Own {
        policy.push_str("script-src 'self'; ");
    }
    policy.push_str("style-src");
    if styles.is_empty() {
        policy.push_str(" 'none'");
    }
    styles.iter().for_each(|hash| policy.push_str(&format!(" '{hash}'")));
    // `data:` is the empty icon of every page, which keeps browsers from asking for one.
    policy.push_str("; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'");
    policy
}

/// Whether the host sends no headers of one's own, so that a page has to say itself what it may do.
///
/// Chosen: the hosts of which that is known. It costs 131 bytes a page compressed (measured on this repository's 403
/// pages: 5,410 to 5,542 at the median, 9,044 to 9,173 at p95, 11,944 to 12,079 at most), half of it the hash of the
/// style; who may frame a page cannot be said there. Refused: every page of every site, because a server that sends the
/// header would say it twice; and pages for a folder or a stick, because nobody stands between a stick and its reader,
/// the standard does not say that 'self' fits a file (Chromium 156 takes it so, and the search works), and without a host
/// nothing would tell a theme's author what is stopped.
pub fn sends_no_headers(host: Host) -> bool {
    matches!(host, Host::Github | Host::Gitlab | Host::S3)
}

/// A page that says itself what it may do: before anything it could be about, and behind the encoding, which a browser
/// looks for in the first bytes.
pub fn within(html: &str, styles: &BTreeSet<String>, scripts: Scripts) -> String {
    let lower = html.to_ascii_lowercase();
    let end = |tag: &str| Some(lower[lower.find(tag)?..].find('>')? + lower.find(tag)? + 1);
    let at = ["<meta charset", "<head>", "<html", "<!doctype"].into_iter().find_map(end).unwrap_or(0);
    let policy = allowed(styles, scripts);
    format!("{}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{}", &html[..at], &html[at..])
}

/// Headers that hold for every file, besides the policy.
pub(super) const ALWAYS: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin")];

/// How long pages and data may be kept before they are asked for again.
pub(super) const PAGES: &str = "public, max-age=300";
/// How long pictures, recordings and documents may be kept: they rarely change.
pub(super) const FILES: &str = "public, max-age=3600";
/// How long pictures and cards drawn here may be kept: for good, or the longest time every cache understands.
pub(super) const DRAWN: &str = "public, max-age=31536000, immutable";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_hashed_as_browsers_do() {
        // From the standard's own vectors, and what a browser asks for when a page has an empty style.
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn a_page_says_its_policy_behind_its_encoding_and_before_its_style() {
        let styles = BTreeSet::from(["sha256-a".to_owned()]);
        let said = |scripts| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", allowed(&styles, scripts));
        for (html, before) in [
            ("<!doctype html><html lang=vi><meta charset=utf-8><title>a</title>", "<!doctype html><html lang=vi><meta charset=utf-8>"),
            ("<!DOCTYPE html><HTML lang=\"vi\"><title>a</title>", "<!DOCTYPE html><HTML lang=\"vi\">"),
            ("<!doctype html><title>a</title>", "<!doctype html>"),
            ("<title>a</title>", ""),
        ] {
            assert_eq!(within(html, &styles, Scripts::None), html.replacen(before, &format!("{before}{}", said(Scripts::None)), 1), "{html}");
        }
        assert!(said(Scripts::Own).contains("script-src 'self'") && !said(Scripts::None).contains("script-src"));
        assert!(!said(Scripts::Own).contains("frame-ancestors"), "browsers leave it out of a page and say so");
    }
}
