//! S3: a list of every file with its type, and a script that sends what changed.
//!
//! `aws s3 sync` sends a file again when its length or time differs; a build leaves the time of unchanged files alone.
//!
//! May use: nothing.

use std::collections::BTreeSet;

use super::policy::{DRAWN, FILES, PAGES};
use super::{Delivery, Extra, Folders, types};

pub(super) fn extra(delivery: &Delivery<'_>, extra: &mut Extra) {
    extra.aside.push(("upload.csv".to_owned(), list(delivery).into_bytes()));
    extra.aside.push(("upload.sh".to_owned(), script(delivery).into_bytes()));
}

fn list(delivery: &Delivery<'_>) -> String {
    let mut text = "path,bytes,content_type,cache_control\r\n".to_owned();
    for (path, bytes) in delivery.files {
        let quoted = if path.contains(['"', ',']) { format!("\"{}\"", path.replace('"', "\"\"")) } else { path.clone() };
        text.push_str(&format!("{quoted},{bytes},{},\"{}\"\r\n", types::of(path), delivery.cache(path)));
    }
    text
}

/// Pages go last, so that none is seen before what it shows is there; what is no longer part of the site goes at the end.
fn script(delivery: &Delivery<'_>) -> String {
    let words = delivery.said(
        "# Đưa trang lên S3: BUCKET=ten-kho sh upload.sh    (xem HUONG-DAN-DANG.txt)",
        "# Sends the site to S3: BUCKET=name sh upload.sh    (see PUBLISHING.txt)",
    );
    let ask = delivery.said("BUCKET=ten-kho sh upload.sh", "BUCKET=name sh upload.sh");
    let out = delivery.out.replace('\'', "'\\''");
    let mut text = format!(
        "#!/bin/sh\n{words}\nset -eu\nsite=$(cd \"$(dirname \"$0\")/..\" && pwd)/'{out}'\nto=\"s3://${{BUCKET:?{ask}}}\"\nsend() {{\n    aws s3 sync \"$site\" \"$to\" --exclude '*' \"$@\"\n}}\n"
    );
    // Feeds are XML with a type of their own; they are sent after the other XML files, which leave them out.
    let mut kinds: BTreeSet<(bool, String, &str, &str)> = BTreeSet::new();
    for (path, _) in delivery.files {
        let ending = types::ending(path);
        let pattern = match path.ends_with("feed.xml") {
            true => "*feed.xml".to_owned(),
            false if ending.is_empty() => path.clone(),
            false => format!("*.{}", &path[path.len() - ending.len()..]),
        };
        kinds.insert((ending == "html", pattern, types::of(path), delivery.cache(path)));
    }
    for (_, pattern, kind, cache) in &kinds {
        // What lies within a folder is left out where what lies around it is sent, and sent with words of its own.
        let Folders { files, drawn, .. } = delivery.folders;
        let (inside, within) = match *cache {
            DRAWN => (format!("{drawn}{pattern}"), Vec::new()),
            FILES => (format!("{files}{pattern}"), vec![(drawn, DRAWN)]),
            _ => (pattern.clone(), vec![(files, FILES), (drawn, DRAWN)]),
        };
        let mut but = String::new();
        for (folder, _) in within.iter().filter(|(_, kept)| kinds.iter().any(|(_, other, _, cache)| other == pattern && cache == kept)) {
            but.push_str(&format!(" --exclude '{folder}*'"));
        }
        if pattern == "*.xml" {
            but.push_str(" --exclude '*feed.xml'");
        }
        text.push_str(&format!("send --include '{}'{but} --content-type '{kind}' --cache-control '{cache}'\n", inside.replace('\'', "'\\''")));
    }
    text.push_str("aws s3 sync \"$site\" \"$to\" --delete\n");
    // A bucket's website sends readers on by itself where a file says so.
    for (from, to) in delivery.moved {
        text.push_str(&format!(
            "aws s3 cp \"$site/{from}index.html\" \"$to/{from}index.html\" --website-redirect '/{to}' --content-type '{}' --cache-control '{PAGES}'\n",
            types::of("index.html")
        ));
    }
    text
}
