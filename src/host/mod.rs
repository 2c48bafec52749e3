//! What a host needs beside the pages: headers, types, redirects, and the steps to publish.
//!
//! Each host is a file here, with what it is known to do and not to do; the words of its steps lie in `guides/`.
//! Invariant: the same site gives the same bytes; nothing is allowed to a page that no page needs.
//!
//! May use: config, diag; crates base64, sha2.

use std::collections::BTreeSet;

pub use crate::config::Host;

mod apache;
mod github;
mod gitlab;
mod headers;
mod iis;
mod limits;
mod nginx;
mod policy;
pub mod problems;
mod s3;
mod types;

pub use limits::limits;
use policy::{DRAWN, FILES, PAGES};
pub use policy::{Scripts, hash, sends_no_headers, within};
pub use types::is_packed;

/// A finished site on its way to a host.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'d> {
    /// The host.
    pub host: Host,
    /// The language of the site, for the words of the steps.
    pub lang: &'d str,
    /// Absolute address ending in `/`.
    pub base_url: Option<&'d str>,
    /// Every file of the site with its length in bytes, in order; without those made here.
    pub files: &'d [(String, u64)],
    /// The hashes of every style the pages carry, as a policy writes them.
    pub styles: &'d BTreeSet<String>,
    /// Folders whose pages have a script, and the one of pictures, recordings and documents.
    pub folders: Folders<'d>,
    /// Old addresses, each with the page it leads to; both are folders of the site.
    pub moved: &'d [(String, String)],
    /// The name of the published folder.
    pub out: &'d str,
}

/// Folders in which something else holds than elsewhere; each ends in `/`.
#[derive(Clone, Copy, Debug)]
pub struct Folders<'d> {
    /// Those with the search page of a language.
    pub search: &'d [String],
    /// Those with the pages other sites may frame; none where there are no such pages.
    pub embeds: &'d [String],
    /// The one of files of the content.
    pub files: &'d str,
    /// The one within it of what was drawn here: a file in it never changes, since its name would.
    pub drawn: &'d str,
}

/// Files for a host, each with its path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// Part of the site.
    pub beside: Vec<(String, Vec<u8>)>,
    /// For whoever publishes it, and no part of the site.
    pub aside: Vec<(String, Vec<u8>)>,
}

/// What the host needs.
pub fn extra(delivery: &Delivery<'_>) -> Extra {
    let mut extra = Extra::default();
    match delivery.host {
        Host::Github => github::extra(delivery, &mut extra),
        Host::Gitlab => gitlab::extra(delivery, &mut extra),
        Host::Cloudflare | Host::Netlify => headers::extra(delivery, &mut extra),
        Host::Nginx => nginx::extra(delivery, &mut extra),
        Host::Apache => apache::extra(delivery, &mut extra),
        Host::Iis => iis::extra(delivery, &mut extra),
        Host::S3 => s3::extra(delivery, &mut extra),
    }
    let (name, words) = guide(delivery);
    extra.aside.push((name.to_owned(), words.into_bytes()));
    extra
}

/// Whether the host sends a file that lies compressed beside another in its place.
pub fn sends_packed(host: Host) -> bool {
    matches!(host, Host::Gitlab | Host::Nginx)
}

impl Delivery<'_> {
    /// Where the site begins on its host: `/`, or `/project/`.
    fn root(&self) -> &str {
        let rest = self.base_url.and_then(|base| base.split_once("://")).map_or("", |(_, rest)| rest);
        rest.find('/').map_or("/", |at| &rest[at..])
    }

    /// The name in the site's address; empty when it is not known.
    fn domain(&self) -> &str {
        let rest = self.base_url.and_then(|base| base.split_once("://")).map_or("", |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or("");
        host.split(':').next().unwrap_or("")
    }

    fn is_vietnamese(&self) -> bool {
        self.lang == "vi"
    }

    /// The one of two wordings for the site's language.
    fn said<'s>(&self, vi: &'s str, en: &'s str) -> &'s str {
        if self.is_vietnamese() { vi } else { en }
    }

    /// How long a file may be kept.
    fn cache(&self, path: &str) -> &'static str {
        match path {
            _ if path.starts_with(self.folders.drawn) => DRAWN,
            _ if path.starts_with(self.folders.files) => FILES,
            _ => PAGES,
        }
    }

    /// The folder of what is no part of the site.
    fn aside(&self) -> String {
        aside(self.out)
    }

    /// A template with its gaps filled in.
    fn filled(&self, template: &str) -> String {
        let domain = if self.domain().is_empty() { "minhbach.example" } else { self.domain() };
        let aside = self.aside();
        let gaps = [("[[OUT]]", self.out), ("[[ASIDE]]", aside.as_str()), ("[[DOMAIN]]", domain), ("[[ROOT]]", self.root())];
        gaps.iter().fold(template.to_owned(), |text, (gap, words)| text.replace(gap, words))
    }
}

/// The name of the folder beside the published one.
pub fn aside(out: &str) -> String {
    format!("{out}-host")
}

/// The name of the file with the steps, in the language of the site.
pub fn guide_name(lang: &str) -> &'static str {
    if lang == "vi" { "HUONG-DAN-DANG.txt" } else { "PUBLISHING.txt" }
}

/// The steps to publish, in the language of the site.
fn guide(delivery: &Delivery<'_>) -> (&'static str, String) {
    let (vi, en) = match delivery.host {
        Host::Github => (include_str!("guides/github.vi.txt"), include_str!("guides/github.en.txt")),
        Host::Gitlab => (include_str!("guides/gitlab.vi.txt"), include_str!("guides/gitlab.en.txt")),
        Host::Cloudflare => (include_str!("guides/cloudflare.vi.txt"), include_str!("guides/cloudflare.en.txt")),
        Host::Netlify => (include_str!("guides/netlify.vi.txt"), include_str!("guides/netlify.en.txt")),
        Host::Nginx => (include_str!("guides/nginx.vi.txt"), include_str!("guides/nginx.en.txt")),
        Host::Apache => (include_str!("guides/apache.vi.txt"), include_str!("guides/apache.en.txt")),
        Host::Iis => (include_str!("guides/iis.vi.txt"), include_str!("guides/iis.en.txt")),
        Host::S3 => (include_str!("guides/s3.vi.txt"), include_str!("guides/s3.en.txt")),
    };
    (guide_name(delivery.lang), delivery.filled(delivery.said(vi, en)))
}

#[cfg(test)]
mod tests;
