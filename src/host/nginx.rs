//! nginx: one file of settings for a server of one's own.
//!
//! `add_header` in a block takes away those of the block around it, so every header stands once, for the whole server,
//! and what differs from folder to folder is a map.
//!
//! May use: nothing.

use super::policy::{ALWAYS, DRAWN, FILES, PAGES, Scripts};
use super::{Delivery, Extra};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    extra.aside.push(("minhbach.conf".to_owned(), written(delivery).into_bytes()));
}

fn written(delivery: &Delivery<'_>) -> String {
    let root = delivery.root();
    let mut text =
        delivery.said("# Cấu hình nginx cho trang này: xem HUONG-DAN-DANG.txt.\n", "# Settings of nginx for this site: see PUBLISHING.txt.\n").to_owned();
    text.push_str(&format!("map $uri $minhbach_policy {{\n    default \"{}\";\n", delivery.policy(Scripts::None)));
    for folder in delivery.folders.search {
        text.push_str(&format!("    ~^{} \"{}\";\n", pattern(&format!("{root}{folder}")), delivery.policy(Scripts::Own)));
    }
    for folder in delivery.folders.embeds {
        text.push_str(&format!("    ~^{} \"{}\";\n", pattern(&format!("{root}{folder}")), delivery.policy_of_embeds()));
    }
    text.push_str("}\n");
    let [files, drawn] = [delivery.folders.files, delivery.folders.drawn].map(|folder| pattern(&format!("{root}{folder}")));
    // The first pattern that fits is taken. A lost address has become that of the page which says so: nobody keeps it.
    text.push_str(&format!("map $uri $minhbach_cache {{\n    default \"{PAGES}\";\n    ~^{drawn} \"{DRAWN}\";\n    ~^{files} \"{FILES}\";\n}}\n"));
    // An address of its own for each: a map would ask for a size of its table, which only one site of a server may set.
    let mut moved = String::new();
    for (from, to) in delivery.moved {
        for ending in ["", "/", "/index.html"] {
            moved.push_str(&format!("    location = {root}{}{ending} {{\n        return 301 {root}{to};\n    }}\n", from.trim_end_matches('/')));
        }
    }
    let folder = if root == "/" { delivery.filled("/var/www/[[DOMAIN]]") } else { "/var/www/html".to_owned() };
    let mut headers = String::new();
    for (name, value) in [("Content-Security-Policy", "$minhbach_policy"), ("Cache-Control", "$minhbach_cache")].iter().chain(&ALWAYS) {
        headers.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    text.push_str(&delivery.filled(&format!(
        "server {{
    listen 80;
    listen [::]:80;
    server_name [[DOMAIN]];
    root {folder};
    index index.html;
    absolute_redirect off;
    server_tokens off;
    error_page 404 [[ROOT]]404.html;
    charset utf-8;
    charset_types text/plain text/css text/xml text/csv text/javascript application/javascript application/json application/xml application/atom+xml image/svg+xml;
    gzip_static on;
    gzip_vary on;
{headers}{moved}    location / {{
        try_files $uri $uri/ =404;
    }}
    location ~ \\.csv$ {{
        default_type text/csv;
        types {{ }}
    }}
    location ~ /feed\\.xml$ {{
        default_type application/atom+xml;
        types {{ }}
    }}
    location ~ \\.gz$ {{
        return 404;
    }}
}}
"
    )));
    text
}

/// A path as the beginning of a pattern.
fn pattern(path: &str) -> String {
    path.chars().flat_map(|c| if c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_') { vec![c] } else { vec!['\\', c] }).collect()
}
