//! The sitemap and `robots.txt`.
//!
//! Invariant: addresses are absolute, so there is a sitemap only where the site knows its own address.
//!
//! May use: pages.

use crate::pages::{PageKind, PagePlan};

/// Most addresses in one file, by the protocol 50,000.
const MOST: usize = 40_000;

/// The sitemap files: one, or an index with its parts.
pub fn sitemap(base: &str, pages: &[PagePlan]) -> Vec<(String, Vec<u8>)> {
    let addresses: Vec<&str> = pages
        .iter()
        .filter(|p| {
            !matches!(p.kind, PageKind::NotFound | PageKind::Moved(_) | PageKind::Kit(..) | PageKind::Embed(_) | PageKind::Feed(_) | PageKind::CorrectionsFeed)
        })
        .map(|p| p.dir.as_str())
        .collect();
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let list = |part: &[&str]| {
        let mut xml = format!("{head}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for dir in part {
            xml.push_str(&format!("<url><loc>{}</loc></url>\n", escape(&format!("{base}{dir}"))));
        }
        xml.push_str("</urlset>\n");
        xml.into_bytes()
    };
    if addresses.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), list(&addresses))];
    }
    let mut files = Vec::new();
    let mut index = format!("{head}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (at, part) in addresses.chunks(MOST).enumerate() {
        let name = format!("sitemap-{}.xml", at + 1);
        index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&format!("{base}{name}"))));
        files.push((name, list(part)));
    }
    index.push_str("</sitemapindex>\n");
    files.insert(0, ("sitemap.xml".to_owned(), index.into_bytes()));
    files
}

/// What crawlers may read: everything.
pub fn robots(base: Option<&str>) -> Vec<u8> {
    let map = base.map_or_else(String::new, |base| format!("Sitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{map}").into_bytes()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&apos;")
}
