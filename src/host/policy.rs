//! The policy a server sends with each page: what a browser may paint with, run and load there.
//!
//! Invariant: nothing is allowed but the styles the pages carry, pictures and recordings of the site, its own forms and,
//! where the search page is, scripts of the site; only pages made for it may be framed.
//!
//! May use: nothing; crates base64, sha2.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::Delivery;

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
        let mut policy = "default-src 'none'; ".to_owned();
        if scripts == Scripts::Own {
            policy.push_str("script-src 'self'; ");
        }
        policy.push_str("style-src");
        if self.styles.is_empty() {
            policy.push_str(" 'none'");
        }
        self.styles.iter().for_each(|hash| policy.push_str(&format!(" '{hash}'")));
        // `data:` is the empty icon of every page, which keeps browsers from asking for one.
        policy.push_str("; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'");
        policy
    }
}

/// Headers that hold for every file, besides the policy.
pub(super) const ALWAYS: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin")];

/// How long pages and data may be kept before they are asked for again.
pub(super) const PAGES: &str = "public, max-age=300";
/// How long pictures, recordings and documents may be kept: they rarely change.
pub(super) const FILES: &str = "public, max-age=3600";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_hashed_as_browsers_do() {
        // From the standard's own vectors, and what a browser asks for when a page has an empty style.
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
