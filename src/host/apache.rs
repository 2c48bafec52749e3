//! Apache: `.htaccess` in the site's own folder, for servers whose settings others look after.
//!
//! Invariant: only directives of `AllowOverride FileInfo Indexes` are used, and those of a module only where it is loaded:
//! any other would make every page an error.
//!
//! May use: nothing.

use super::policy::{ALWAYS, DRAWN, FILES, PAGES, Scripts};
use super::types::{TEXTS, TYPES};
use super::{Delivery, Extra};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    extra.beside.push((".htaccess".to_owned(), written(delivery).into_bytes()));
}

fn written(delivery: &Delivery<'_>) -> String {
    let root = delivery.root();
    let mut text = format!("DirectoryIndex index.html\nErrorDocument 404 {root}404.html\nAddDefaultCharset utf-8\n");
    for (ending, kind) in TYPES {
        text.push_str(&format!("AddType {} .{ending}\n", kind.split(';').next().unwrap_or(kind)));
    }
    let texts: Vec<String> = TYPES[..TEXTS].iter().map(|(ending, _)| format!(".{ending}")).collect();
    text.push_str(&format!("AddCharset utf-8 {}\n", texts.join(" ")));
    if !delivery.moved.is_empty() {
        text.push_str("<IfModule mod_alias.c>\n");
        for (from, to) in delivery.moved {
            text.push_str(&format!(
                "  RedirectMatch 301 \"^{}(/|/index\\.html)?$\" \"{root}{to}\"\n",
                pattern(&format!("{root}{}", from.trim_end_matches('/')))
            ));
        }
        text.push_str("</IfModule>\n");
    }
    text.push_str("<Files \"feed.xml\">\n  ForceType application/atom+xml\n</Files>\n<IfModule mod_headers.c>\n");
    for (name, value) in ALWAYS {
        text.push_str(&format!("  Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!("  Header always set Content-Security-Policy \"{}\"\n  Header set Cache-Control \"{PAGES}\"\n", delivery.policy(Scripts::None)));
    let inside = |folder: &str, line: String| format!("  <If \"%{{REQUEST_URI}} =~ m#^{}#\">\n    {line}\n  </If>\n", pattern(&format!("{root}{folder}")));
    for folder in delivery.folders.search {
        text.push_str(&inside(folder, format!("Header always set Content-Security-Policy \"{}\"", delivery.policy(Scripts::Own))));
    }
    for folder in delivery.folders.embeds {
        text.push_str(&inside(folder, format!("Header always set Content-Security-Policy \"{}\"", delivery.policy_of_embeds())));
    }
    // What comes later holds. Without `always` nothing is said of a lost address, which nobody is to keep.
    for (folder, kept) in [(delivery.folders.files, FILES), (delivery.folders.drawn, DRAWN)] {
        text.push_str(&inside(folder, format!("Header set Cache-Control \"{kept}\"")));
    }
    text.push_str("</IfModule>\n<IfModule mod_filter.c>\n  <IfModule mod_deflate.c>\n    AddOutputFilterByType DEFLATE");
    for (_, kind) in &TYPES[..TEXTS] {
        text.push_str(&format!(" {}", kind.split(';').next().unwrap_or(kind)));
    }
    text.push_str(" application/atom+xml\n  </IfModule>\n</IfModule>\n");
    text
}

/// A path as the beginning of a pattern.
fn pattern(path: &str) -> String {
    path.chars().flat_map(|c| if c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_') { vec![c] } else { vec!['\\', c] }).collect()
}
