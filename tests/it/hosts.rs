//! A site made ready for a host: what is added, that the policy is true of every page, and that nothing is left behind.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use minhbach::config::Host;
use minhbach::host;

use super::folder::{differences, shape};
use super::page::{Element, page};
use super::site::Site;

/// The small site with an address.
fn small() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    site
}

/// This repository's own site, every page of it: what a chat shows of a page is no part of it.
fn every_page() -> Site {
    let site = Site::repository();
    site.replace("site.toml", "minify = \"full\"", "minify = \"full\"\ncards = false");
    site
}

/// The policies of a `_headers` file by the rule they stand in.
fn policies(headers: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rule = "";
    for line in headers.lines() {
        match line.strip_prefix("  ") {
            None => rule = line,
            Some(header) => {
                if let Some(policy) = header.strip_prefix("Content-Security-Policy: ") {
                    found.insert(rule.to_owned(), policy.to_owned());
                }
            }
        }
    }
    found
}

/// What a policy allows for a kind of thing: the sources named, or those of `default-src`.
fn sources<'p>(policy: &'p str, kind: &str) -> Vec<&'p str> {
    let of = |kind: &str| policy.split("; ").find_map(|part| part.strip_prefix(kind)?.strip_prefix(' ')).map(|all| all.split(' ').collect());
    of(kind).or_else(|| of("default-src")).unwrap_or_default()
}

/// What a browser would stop on a page under a policy; styles that were let through are added to `used`.
fn stopped(policy: &str, page: &Element, used: &mut BTreeSet<String>) -> Vec<String> {
    let mut told = Vec::new();
    let base = "https://minhbach.example/";
    let own = |address: &str| address.starts_with(base) || !(address.contains("//") || address.split('/').next().is_some_and(|first| first.contains(':')));
    let allowed = |kind: &str, address: &str| {
        let sources = sources(policy, kind);
        sources.contains(&"'self'") && own(address) || sources.contains(&"data:") && address.starts_with("data:")
    };
    for element in page.all() {
        let mut tell = |what: &str| told.push(format!("<{}>: {what}", element.name));
        for (name, _) in element.attributes.iter().filter(|(name, _)| *name == "style" || name.starts_with("on")) {
            tell(name);
        }
        let address = |name: &str| element.attribute(name);
        match element.name.as_str() {
            "style" => {
                let hash = format!("'{}'", host::hash(&element.raw()));
                if sources(policy, "style-src").contains(&hash.as_str()) {
                    used.insert(hash);
                } else {
                    tell("its style");
                }
            }
            "script" if address("type") == Some("application/ld+json") => {}
            "script" if !address("src").is_some_and(|src| allowed("script-src", src)) => tell("its script"),
            "img" if !address("src").is_some_and(|src| allowed("img-src", src)) => tell("its picture"),
            "audio" | "source" | "video" if address("src").is_some_and(|src| !allowed("media-src", src)) => tell("its recording"),
            "link" if address("rel") == Some("icon") && !allowed("img-src", address("href").unwrap_or("")) => tell("its icon"),
            "link" if address("rel") == Some("stylesheet") => tell("its style sheet"),
            "form" if !address("action").is_some_and(|action| allowed("form-action", action)) => tell("where it goes"),
            "base" if address("href").is_none() => {}
            "iframe" | "object" | "embed" | "base" => tell("is no part of a page"),
            _ => {}
        }
    }
    told
}

#[test]
fn the_policy_is_true_of_every_page_and_no_wider() {
    let site = every_page();
    site.run(&["build", "--host", "cloudflare"]).ended(0);
    let policies = policies(&site.read("public/_headers"));
    assert_eq!(policies.keys().map(String::as_str).collect::<Vec<_>>(), ["/*", "/en/embed/*", "/en/search/*", "/nhung/*", "/tim/*"]);
    let mut used = BTreeSet::new();
    let mut searched = 0;
    for (path, bytes) in site.files("public").iter().filter(|(path, _)| path.ends_with(".html")) {
        let rule = policies.keys().rev().find(|rule| format!("/{path}").starts_with(rule.trim_end_matches('*'))).expect("a rule fits every page");
        let read = page(path, std::str::from_utf8(bytes).expect("pages are UTF-8"));
        assert_eq!(stopped(&policies[rule], &read, &mut used), Vec::<String>::new(), "{path} under {rule}");
        searched += usize::from(
            ["/tim/*", "/en/search/*"].contains(&rule.as_str())
                && read.all().iter().any(|element| element.name == "script" && element.attribute("src").is_some()),
        );
    }
    assert_eq!(searched, 2, "the search pages were seen with their scripts");
    for (rule, policy) in &policies {
        let hashes: BTreeSet<String> = sources(policy, "style-src").into_iter().map(str::to_owned).collect();
        assert_eq!(hashes, used, "{rule} allows styles no page has");
        let framed = ["/nhung/*", "/en/embed/*"].contains(&rule.as_str());
        let frames = if framed { "frame-ancestors *" } else { "frame-ancestors 'none'" };
        assert!(policy.ends_with(frames), "{rule}: {policy}");
        assert!(!policy.contains("unsafe") && policy.contains('*') == framed && !policy.contains("http"), "{policy}");
    }
    assert!(used.len() > 10, "the styles of the layouts were seen");
    // The test itself notices what is against the policy.
    let bad = page("bad", "<p style=\"a\"><script>b</script><img src=\"https://c.example/\"><form action=\"//d.example\"></form><style>e</style></p>");
    assert_eq!(stopped(&policies["/*"], &bad, &mut BTreeSet::new()).len(), 5);
}

#[test]
fn a_page_that_stays_keeps_its_style_in_the_policy() {
    let site = small();
    site.run(&["build", "--host", "cloudflare"]).ended(0);
    let whole = site.read("public/_headers");
    site.replace("content/reports/2024/bai-mot.md", "Một câu mở đầu.", "Một câu khác.");
    let said = site.run(&["build", "--host", "cloudflare"]).ended(0);
    assert!(!said.out.contains(" 0 unchanged"), "{}", said.out);
    assert_eq!(site.read("public/_headers"), whole, "what is remembered");
    for entry in fs::read_dir(site.path().join(".minhbach")).expect("the memory is there") {
        let path = entry.expect("an entry").path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("styles-")) {
            fs::remove_file(path).expect("it can be removed");
        }
    }
    site.replace("content/reports/2024/bai-mot.md", "Một câu khác.", "Một câu mở đầu.");
    site.run(&["build", "--host", "cloudflare"]).ended(0);
    assert_eq!(site.read("public/_headers"), whole, "without memory");
}

/// The policy a page says itself.
fn own_policy(page: &Element) -> Option<&str> {
    let of_page = |meta: &&Element| meta.attribute("http-equiv") == Some("Content-Security-Policy");
    page.named("meta").into_iter().find(of_page).and_then(|meta| meta.attribute("content"))
}

#[test]
fn where_no_headers_are_sent_each_page_says_its_policy_itself_and_no_wider() {
    let site = every_page();
    site.run(&["build", "--host", "github", "--strict"]).ended(0);
    let (mut seen, mut searched) = (0, 0);
    for (path, bytes) in site.files("public").iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let read = page(path, text);
        let policy = own_policy(&read).unwrap_or_else(|| panic!("{path} says nothing"));
        let mut used = BTreeSet::new();
        assert_eq!(stopped(policy, &read, &mut used), Vec::<String>::new(), "{path}: {policy}");
        let hashes: BTreeSet<String> = sources(policy, "style-src").into_iter().filter(|source| *source != "'none'").map(str::to_owned).collect();
        assert_eq!(hashes, used, "{path} allows styles it does not have");
        let of_search = path.starts_with("tim/") || path.starts_with("en/search/");
        assert_eq!(sources(policy, "script-src") == ["'self'"], of_search, "{path}: {policy}");
        // Browsers leave it out of a page and say so, and stop nothing that stands before it.
        assert!(!policy.contains("frame-ancestors") && !policy.contains("unsafe"), "{path}: {policy}");
        let at = |tag: &str| text.find(tag).unwrap_or(usize::MAX);
        assert!(at("http-equiv=\"Content-Security-Policy") < at("<style").min(at("<title")).min(at("<script")), "{path}");
        // A browser looks for the encoding in the first bytes.
        assert!(String::from_utf8_lossy(&bytes[..1024]).contains("charset"), "{path}");
        searched += usize::from(of_search);
        seen += 1;
    }
    assert!(seen > 300 && searched > 1, "{seen}, {searched}");
}

#[test]
fn a_policy_stands_in_the_page_only_where_the_host_sends_none() {
    let site = small();
    let says = |args: &[&str]| {
        site.run(args).ended(0);
        own_policy(&page("index.html", &site.read("public/index.html"))).map(str::to_owned)
    };
    for (_, name) in Host::ALL {
        let own = says(&["build", "--host", name]);
        assert_eq!(own.is_some(), ["github", "gitlab", "s3"].contains(&name), "{name}: {own:?}");
        // What was published for another host is not taken for this one's.
        assert_eq!(says(&["build"]), None, "after {name}");
    }
    assert_eq!(says(&["build", "--portable"]), None);
}

#[test]
fn what_the_policy_stops_is_told() {
    let site = small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\ntheme = \"tinh\"");
    let page = |tag: &str| format!("{{% extends \"default/layouts/home.html\" %}}{{% block content %}}{tag}{{% endblock content %}}");
    for tag in ["<p style=\"color:red\">a</p>", "<img src=\"https://b.example/a.png\" alt=\"\">", "<script src=\"search.js\"></script>"] {
        site.write("themes/tinh/layouts/home.html", page(tag));
        for command in [&["build", "--host", "nginx"][..], &["check", "--strict"]] {
            let said = site.run(command);
            let told = said.err.contains("MB1303") && said.err.contains("index.html");
            assert_eq!(told, command[0] == "build", "{tag}: {}", said.err);
        }
        // It is told again by a build that draws nothing anew.
        assert!(site.run(&["build", "--host", "nginx"]).ended(0).err.contains("MB1303"), "{tag}");
        assert_eq!(site.run(&["build", "--host", "nginx", "--strict"]).code, 1, "{tag}");
    }
    site.write("themes/tinh/layouts/home.html", page("<p>a</p>"));
    assert_eq!(site.run(&["build", "--host", "nginx", "--strict"]).ended(0).err, "");
    // A style of the theme's own is allowed by what it says.
    site.write("themes/tinh/layouts/home.html", page("<style>p{color:red}</style>"));
    site.run(&["build", "--host", "cloudflare", "--strict"]).ended(0);
    assert!(site.read("public/_headers").contains(&host::hash("p{color:red}")));
}

#[test]
fn a_second_build_writes_nothing_and_another_host_leaves_nothing_of_the_first() {
    let site = small();
    site.run(&["build"]).ended(0);
    let plain = site.files("public");
    let mut fresh: BTreeMap<&str, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    for (_, name) in Host::ALL {
        let other = small();
        other.run(&["build", "--host", name]).ended(0);
        let both = [other.files("public"), other.files("public-host").into_iter().map(|(path, bytes)| (format!("host/{path}"), bytes)).collect()].concat();
        fresh.insert(name, both);
    }
    // A file of somebody else stays whatever the host.
    site.write("public-host/notes.txt", "mine");
    for (_, name) in Host::ALL {
        site.run(&["build", "--host", name]).ended(0);
        let found = [site.files("public"), site.files("public-host").into_iter().map(|(path, bytes)| (format!("host/{path}"), bytes)).collect()].concat();
        let found: Vec<_> = found.into_iter().filter(|(path, _)| path != "host/notes.txt").collect();
        let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        assert_eq!(names(&found), names(&fresh[name]), "{name}");
        assert!(found == fresh[name], "{name}: the same site gives the same bytes");
        let before = [shape(&site.path().join("public")), shape(&site.path().join("public-host"))];
        for args in [&["build", "--host", name][..], &["build", "--host", name, "--fresh"]] {
            let said = site.run(args).ended(0);
            assert!(said.out.contains("(0 files new or changed") && said.out.contains(" 0 removed)"), "{name}: {}", said.out);
            let after = [shape(&site.path().join("public")), shape(&site.path().join("public-host"))];
            for (before, after) in before.iter().zip(&after) {
                assert_eq!(differences(before, after), Vec::<String>::new(), "{name} {args:?}");
            }
        }
    }
    site.run(&["build"]).ended(0);
    assert!(site.files("public") == plain, "without a host the site is as it was");
    assert_eq!(site.files("public-host"), [("notes.txt".to_owned(), b"mine".to_vec())]);
}

#[test]
fn what_lies_beside_is_put_back_when_it_was_lost() {
    let site = small();
    site.run(&["build", "--host", "nginx"]).ended(0);
    let whole = site.files("public-host");
    site.remove("public-host/minhbach.conf");
    site.run(&["build", "--host", "nginx"]).ended(0);
    assert_eq!(site.files("public-host"), whole);
}

#[test]
fn compressed_companions_are_as_old_as_their_files_and_say_the_same() {
    let site = small();
    site.run(&["build", "--host", "nginx"]).ended(0);
    let time = |path: &str| fs::metadata(site.path().join("public").join(path)).and_then(|found| found.modified()).expect("it has a time");
    let packed = || site.files("public").into_iter().filter(|(path, _)| path.ends_with(".gz")).collect::<Vec<_>>();
    let unpacked = |bytes: &[u8]| {
        let mut whole = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut whole).expect("it is gzip");
        whole
    };
    let check = |packed: &[(String, Vec<u8>)]| {
        for (path, bytes) in packed {
            let of = path.strip_suffix(".gz").expect("it ends so");
            assert_eq!(unpacked(bytes), fs::read(site.path().join("public").join(of)).expect("its file is there"), "{of}");
            assert_eq!(time(path), time(of), "{of}");
            assert_eq!(bytes[4..8], [0; 4], "{path} has a time inside");
        }
    };
    let first = packed();
    check(&first);
    for path in ["index.html.gz", "search.js.gz", "so-lieu/so-lieu.json.gz", "404.html.gz"] {
        assert!(first.iter().any(|(found, _)| found == path), "{path}");
    }
    site.replace("content/reports/2024/bai-mot.md", "Một câu mở đầu.", "Một câu khác.");
    site.run(&["build", "--host", "nginx"]).ended(0);
    let second = packed();
    check(&second);
    assert!(first.iter().zip(&second).filter(|(a, b)| a == b).count() > 3 && first != second);
    // A page somebody has touched is as new as he left it, and so is its companion.
    let page = fs::File::options().write(true).open(site.path().join("public/index.html")).expect("it can be opened");
    page.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000)).expect("it can be dated");
    drop(page);
    site.run(&["build", "--host", "nginx"]).ended(0);
    check(&packed());
    assert_eq!(packed(), second);
}

#[test]
fn a_host_may_stand_in_the_settings_and_a_stick_has_none() {
    let site = small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nportable = true\nhost = \"github\"");
    let said = site.run(&["build"]).ended(0).slashed();
    assert!(said.out.contains("public-host/HUONG-DAN-DANG.txt"), "{}", said.out);
    assert_eq!(site.read("public/CNAME"), "minhbach.example\n");
    assert!(!site.read("public/index.html").contains("don-vi/index.html"), "a host opens folders by itself");
    site.run(&["build", "--host", "apache"]).ended(0);
    assert!(!site.path().join("public/CNAME").exists() && site.path().join("public/.htaccess").exists());
    site.run(&["build", "--portable"]).ended(0);
    assert!(!site.path().join("public/.htaccess").exists() && site.read("public/index.html").contains("don-vi/index.html"));
    assert_eq!(site.run(&["build", "--portable", "--host", "apache"]).code, 2);
    let said = site.run(&["build", "--host", "apahce"]);
    assert!(said.code == 2 && said.err.contains("apache"), "{}", said.err);
}

#[test]
fn a_lost_address_leads_back_from_any_depth() {
    let site = small();
    site.run(&["build", "--host", "cloudflare"]).ended(0);
    let lost = page("404.html", &site.read("public/404.html"));
    assert!(!lost.links().is_empty());
    for link in lost.links().into_iter().filter(|link| !link.starts_with('#')) {
        assert!(link.starts_with("https://minhbach.example/"), "{link}");
    }
    // `host-without-address`
    let site = Site::small();
    let said = site.run(&["build", "--host", "cloudflare"]).ended(0);
    assert!(said.err.contains("MB1301") && said.err.contains("base_url"), "{}", said.err);
    assert!(!site.run(&["build"]).ended(0).err.contains("MB1301"));
}

#[test]
fn a_file_of_the_theme_is_not_written_over() {
    let site = small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\ntheme = \"tinh\"");
    site.write("themes/tinh/static/_headers", "/*\n  X-Own: yes\n");
    site.run(&["build", "--host", "cloudflare"]).ended(0);
    assert_eq!(site.read("public/_headers"), "/*\n  X-Own: yes\n");
}

#[test]
fn what_a_workflow_types_is_understood() {
    let site = small();
    for (host, name) in [("github", "minhbach.yml"), ("gitlab", "gitlab-ci.yml")] {
        site.run(&["build", "--host", host]).ended(0);
        let text = site.read(&format!("public-host/{name}"));
        serde_saphyr::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let commands: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split_once("minhbach ").filter(|(before, _)| before.ends_with("run: ") || before.ends_with("- ")))
            .map(|(_, rest)| rest)
            .collect();
        assert!(commands.len() >= 3, "{name}: {commands:?}");
        for command in commands {
            let command = command.split(['>', '|']).next().expect("a command").trim();
            let said = site.run(&command.split(' ').collect::<Vec<_>>());
            assert_ne!(said.code, 2, "{name}: minhbach {command}\n{}", said.err);
        }
        assert!(text.contains("sha256sum --check --strict"), "{name}");
    }
}

/// Whether a pattern of `aws s3 sync` fits a path; `*` stands for any letters.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => {
            path.strip_prefix(before).is_some_and(|rest| (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).any(|at| fits(after, &rest[at..])))
        }
    }
}

#[cfg(unix)]
#[test]
fn the_script_for_s3_sends_every_file_once_with_its_type() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::repository();
    site.run(&["build", "--host", "s3", "--out", "public's"]).ended(0);
    // Somebody who only writes down what is asked of him.
    site.write("bin/aws", "#!/bin/sh\nfor word in \"$@\"; do printf '%s\\t' \"$word\"; done >>\"$LOG\"\necho >>\"$LOG\"\n");
    fs::set_permissions(site.path().join("bin/aws"), fs::Permissions::from_mode(0o755)).expect("it can be made a program");
    let log = site.path().join("log");
    let path = format!("{}:{}", site.path().join("bin").display(), std::env::var("PATH").unwrap_or_default());
    let script = site.path().join("public's-host/upload.sh");
    let run = |bucket: Option<&str>| {
        let mut command = Command::new("sh");
        command.arg(&script).env("PATH", &path).env("LOG", &log).env_remove("BUCKET");
        bucket.map(|bucket| command.env("BUCKET", bucket));
        command.output().expect("a shell is there")
    };
    assert!(!run(None).status.success() && !log.exists(), "without a bucket nothing is sent");
    let said = run(Some("kho"));
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let log = fs::read_to_string(&log).expect("something was asked");
    let mut sends: Vec<Vec<&str>> = log.lines().map(|line| line.split('\t').filter(|word| !word.is_empty()).collect()).collect();
    let last = sends.pop().expect("the last one cleans up");
    assert_eq!(last[4..], ["--delete"]);
    assert!(sends.iter().all(|words| Path::new(words[2]).ends_with("public's") && words[3] == "s3://kho"), "{log}");
    let list = site.read("public's-host/upload.csv");
    let mut listed = 0;
    for line in list.lines().skip(1) {
        let [path, _, kind, cache] = line.splitn(4, ',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let sent = |words: &&Vec<&str>| {
            words[4..].chunks(2).fold(true, |sent, pair| match pair {
                ["--exclude", pattern] if fits(pattern, path) => false,
                ["--include", pattern] if fits(pattern, path) => true,
                _ => sent,
            })
        };
        let by: Vec<&Vec<&str>> = sends.iter().filter(sent).collect();
        assert_eq!(by.len(), 1, "{path}: {by:?}");
        let option = |name: &str| by[0].iter().position(|word| *word == name).map(|at| by[0][at + 1]);
        assert_eq!((option("--content-type"), option("--cache-control")), (Some(kind), Some(cache.trim_matches('"'))), "{path}");
        listed += 1;
    }
    assert_eq!(listed, site.files("public's").len());
}
