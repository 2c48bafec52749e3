//! What each host is given, on a site of three files.
//!
//! May use: nothing.

use std::collections::BTreeSet;

use super::*;

/// Does something with what a host is given for a site at this address.
fn given<T>(host: Host, base_url: Option<&str>, files: &[(String, u64)], with: impl FnOnce(&Delivery<'_>, Extra) -> T) -> T {
    let styles = BTreeSet::from([hash("a{}"), hash("b{}")]);
    let search = ["tim/".to_owned(), "en/search/".to_owned()];
    let framed = ["nhung/".to_owned(), "en/embed/".to_owned()];
    let embeds = if base_url.is_some() { &framed[..] } else { &[] };
    let folders = Folders { search: &search, embeds, files: "tep/", drawn: "tep/ve-lai/" };
    let moved = [("don-vi/cu/".to_owned(), "don-vi/moi/".to_owned())];
    let delivery = Delivery { host, lang: "en", base_url, files, styles: &styles, folders, moved: &moved, out: "public" };
    let extra = extra(&delivery);
    with(&delivery, extra)
}

fn files() -> Vec<(String, u64)> {
    [("404.html", 5), ("feed.xml", 7), ("index.html", 9), ("tep/it's.pdf", 11), ("tep/page.html", 3)].map(|(path, bytes)| (path.to_owned(), bytes)).into()
}

fn text(files: &[(String, Vec<u8>)], name: &str) -> String {
    let bytes = &files.iter().find(|(path, _)| path == name).unwrap_or_else(|| panic!("there is no {name}")).1;
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn a_policy_allows_the_styles_of_the_site_and_scripts_only_where_it_searches() {
    given(Host::Cloudflare, None, &files(), |delivery, _| {
        let strict = delivery.policy(Scripts::None);
        let [a, b] = [hash("a{}"), hash("b{}")];
        assert!(
            strict.contains(&format!("'{a}'")) && strict.contains(&format!("'{b}'")) && !strict.contains("script-src") && !strict.contains("unsafe"),
            "{strict}"
        );
        let own = delivery.policy(Scripts::Own);
        assert_eq!(own.replace("script-src 'self'; ", ""), strict);
    });
}

#[test]
fn cloudflare_takes_the_policy_back_where_another_holds() {
    given(Host::Cloudflare, None, &files(), |delivery, extra| {
        let headers = text(&extra.beside, "_headers");
        let strict = delivery.policy(Scripts::None);
        let own = delivery.policy(Scripts::Own);
        assert!(headers.starts_with(&format!("/*\n  Content-Security-Policy: {strict}\n  X-Content-Type-Options: nosniff\n")), "{headers}");
        for folder in ["/tim/*", "/en/search/*"] {
            assert!(headers.contains(&format!("\n{folder}\n  ! Content-Security-Policy\n  Content-Security-Policy: {own}\n")), "{headers}");
        }
        assert!(headers.contains("\n/tep/*\n  ! Cache-Control\n  Cache-Control: public, max-age=3600\n"), "{headers}");
        // The narrower rule comes after the wider one it takes back.
        assert!(headers.ends_with("\n/tep/ve-lai/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"), "{headers}");
    });
}

#[test]
fn netlify_cannot_take_anything_back() {
    given(Host::Netlify, None, &files(), |delivery, extra| {
        let headers = text(&extra.beside, "_headers");
        assert!(!headers.contains('!') && headers.contains(&delivery.policy(Scripts::Own)), "{headers}");
        assert_eq!(headers.matches("Content-Security-Policy").count(), 1);
    });
}

#[test]
fn only_pages_made_for_it_may_be_framed() {
    let address = Some("https://a.example/");
    let framed = |policy: &str| policy.contains("frame-ancestors *");
    given(Host::Cloudflare, address, &files(), |delivery, extra| {
        let headers = text(&extra.beside, "_headers");
        let open = delivery.policy_of_embeds();
        assert!(framed(&open) && !open.contains("'none'; frame-ancestors 'none'") && !open.contains("script-src"), "{open}");
        for folder in ["/nhung/*", "/en/embed/*"] {
            assert!(headers.contains(&format!("\n{folder}\n  ! Content-Security-Policy\n  Content-Security-Policy: {open}\n")), "{headers}");
        }
        assert_eq!(headers.matches("frame-ancestors *").count(), 2, "{headers}");
    });
    for (host, name) in [(Host::Nginx, "minhbach.conf"), (Host::Apache, ".htaccess"), (Host::Iis, "web.config")] {
        given(host, address, &files(), |_, extra| {
            let all: Vec<_> = extra.beside.iter().chain(&extra.aside).cloned().collect();
            let text = text(&all, name);
            assert_eq!(text.matches("frame-ancestors *").count(), 2, "{text}");
            assert_eq!(text.matches("frame-ancestors 'none'").count(), 3, "{text}");
            let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} in {text}"));
            assert!(at("nhung") < at("frame-ancestors *"), "{text}");
        });
        given(host, None, &files(), |_, extra| {
            assert!(!extra.beside.iter().chain(&extra.aside).any(|(_, bytes)| framed(&String::from_utf8_lossy(bytes))));
        });
    }
}

/// Policies join on Netlify: what closes one page may not stand where it closes all.
#[test]
fn netlify_closes_every_page_but_those_made_to_be_framed() {
    let files = [
        "404.html",
        "don-vi/a/index.html",
        "en/areas/a/index.html",
        "en/embed/a/index.html",
        "en/index.html",
        "index.html",
        "nhung/a/index.html",
        "nhung/a/oembed.json",
    ];
    let files: Vec<(String, u64)> = files.map(|path| (path.to_owned(), 1)).into();
    given(Host::Netlify, Some("https://a.example/"), &files, |_, extra| {
        let headers = text(&extra.beside, "_headers");
        let whole = headers.lines().nth(1).unwrap();
        assert!(headers.starts_with("/*\n") && whole.contains("default-src 'none'") && !whole.contains("frame-ancestors"), "{headers}");
        let rules = headers.split("\n/").skip(1).map(|rule| format!("/{rule}"));
        let closed: Vec<String> = rules.filter(|rule| rule.contains("frame-ancestors")).map(|rule| rule.lines().next().unwrap().to_owned()).collect();
        assert_eq!(closed, ["/", "/404.html", "/don-vi/*", "/en/", "/en/areas/*", "/en/index.html", "/index.html"]);
        assert_eq!(headers.matches("frame-ancestors 'none'").count(), closed.len());
    });
}

/// What a server says of how long a file may be kept, by its own rules.
fn kept(host: Host, extra: &Extra, path: &str) -> Vec<String> {
    let all: Vec<_> = extra.beside.iter().chain(&extra.aside).cloned().collect();
    let path = format!("/{path}");
    let value = |line: &str| line.split_once("Cache-Control").map(|(_, value)| value.trim_matches([' ', ':', '"', ';']).to_owned());
    match host {
        Host::Netlify | Host::Cloudflare => {
            let mut found = Vec::new();
            let headers = text(&all, "_headers");
            for rule in format!("\n{headers}").split("\n/").skip(1) {
                let (fits, lines) = rule.split_once('\n').unwrap();
                if path[1..] != *fits && !fits.strip_suffix('*').is_some_and(|begin| path[1..].starts_with(begin)) {
                    continue;
                }
                for line in lines.lines() {
                    match line.strip_prefix("  ! Cache-Control") {
                        Some(_) => found.clear(),
                        None => found.extend(value(line)),
                    }
                }
            }
            found
        }
        Host::Apache => {
            let text = text(&all, ".htaccess");
            let mut fits = true;
            let mut last = None;
            for line in text.lines().map(str::trim) {
                if let Some(begin) = line.strip_prefix("<If \"%{REQUEST_URI} =~ m#^").and_then(|rest| rest.strip_suffix("#\">")) {
                    fits = path.starts_with(&begin.replace('\\', ""));
                } else if line == "</If>" {
                    fits = true;
                } else if fits && line.starts_with("Header set Cache-Control") {
                    last = value(line);
                }
            }
            last.into_iter().collect()
        }
        _ => {
            let text = text(&all, "minhbach.conf");
            let map = text.split("$minhbach_cache {").nth(1).unwrap().split('}').next().unwrap();
            let lines: Vec<(&str, &str)> = map.lines().filter_map(|line| line.trim().split_once(' ')).collect();
            let found = lines.iter().find(|(name, _)| name.strip_prefix("~^").is_some_and(|begin| path.starts_with(&begin.replace('\\', ""))));
            vec![found.unwrap_or(&lines[0]).1.trim_matches(['"', ';']).to_owned()]
        }
    }
}

#[test]
fn what_was_drawn_is_kept_for_good_and_pages_are_asked_for_again() {
    let paths = ["index.html", "don-vi/a/index.html", "don-vi/a/so-lieu.csv", "tep/reports/a.pdf", "tep/b.pdf", "tep/ve-lai/reports/a-1a2b3c4d-640.webp"];
    let files: Vec<(String, u64)> = paths.map(|path| (path.to_owned(), 1)).into();
    let [page, file, drawn] = ["public, max-age=300", "public, max-age=3600", "public, max-age=31536000, immutable"];
    for host in [Host::Cloudflare, Host::Netlify, Host::Nginx, Host::Apache] {
        for address in [None, Some("https://a.example/")] {
            given(host, address, &files, |_, extra| {
                for (path, wanted) in paths.iter().zip([page, page, page, file, file, drawn]) {
                    assert_eq!(kept(host, &extra, path), [wanted], "{host:?} {address:?} {path}");
                }
            });
        }
    }
    given(Host::Iis, None, &files, |_, extra| {
        let text = text(&extra.beside, "web.config");
        let of = |folder: &str| text.split(&format!("<location path=\"{folder}\">")).nth(1).unwrap().split("</location>").next().unwrap().to_owned();
        assert!(of("tep").contains("cacheControlMaxAge=\"01:00:00\" cacheControlCustom=\"public\""), "{text}");
        assert!(of("tep/ve-lai").contains("cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\""), "{text}");
    });
    given(Host::S3, None, &files, |_, extra| {
        let (list, script) = (text(&extra.aside, "upload.csv"), text(&extra.aside, "upload.sh"));
        assert!(list.contains("tep/ve-lai/reports/a-1a2b3c4d-640.webp,1,image/webp,\"public, max-age=31536000, immutable\"\r\n"), "{list}");
        assert!(
            script.contains("--include 'tep/ve-lai/*.webp' --content-type 'image/webp' --cache-control 'public, max-age=31536000, immutable'\n"),
            "{script}"
        );
    });
}

#[test]
fn github_is_told_the_domain_only_where_it_is_ones_own() {
    for (base_url, wanted) in [
        (Some("https://minhbach.example/"), Some("minhbach.example\n")),
        (Some("https://xa.github.io/"), None),
        (Some("https://xa.github.io/minhbach/"), None),
        (Some("https://xa.example/minhbach/"), None),
        (Some("https://minhbach.example:8443/"), Some("minhbach.example\n")),
        (None, None),
    ] {
        given(Host::Github, base_url, &files(), |_, extra| {
            let found = extra.beside.iter().find(|(path, _)| path == "CNAME").map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
            assert_eq!(found.as_deref(), wanted, "{base_url:?}");
            assert!(extra.beside.contains(&(".nojekyll".to_owned(), Vec::new())));
        });
    }
}

#[test]
fn servers_are_told_where_the_site_begins() {
    for (base_url, lost) in [(None, "/404.html"), (Some("https://a.example/"), "/404.html"), (Some("https://a.example/minh/bach/"), "/minh/bach/404.html")] {
        let begin = lost.trim_end_matches("404.html");
        given(Host::Apache, base_url, &files(), |_, extra| {
            let text = text(&extra.beside, ".htaccess");
            assert!(text.contains(&format!("\nErrorDocument 404 {lost}\n")) && text.contains(&format!("m#^{begin}tim/#")), "{text}");
        });
        given(Host::Nginx, base_url, &files(), |_, extra| {
            let text = text(&extra.aside, "minhbach.conf");
            assert!(text.contains(&format!(" error_page 404 {lost};\n")) && text.contains(&format!(" ~^{begin}en/search/ \"")), "{text}");
            assert!(!text.contains("[["), "{text}");
        });
        given(Host::Iis, base_url, &files(), |_, extra| {
            let text = text(&extra.beside, "web.config");
            assert!(text.contains(&format!("path=\"{lost}\"")) && text.contains("<location path=\"en/search\">"), "{text}");
        });
    }
}

#[test]
fn every_host_has_its_steps_in_both_languages() {
    for (host, name) in Host::ALL {
        for lang in ["vi", "en", "hmn"] {
            let styles = BTreeSet::new();
            let folders = Folders { search: &[], embeds: &[], files: "tep/", drawn: "tep/ve-lai/" };
            let delivery = Delivery { host, lang, base_url: Some("https://a.example/"), files: &[], styles: &styles, folders, moved: &[], out: "trang" };
            let extra = extra(&delivery);
            let steps = text(&extra.aside, if lang == "vi" { "HUONG-DAN-DANG.txt" } else { "PUBLISHING.txt" });
            assert!(steps.contains(&format!("minhbach build --host {name}")) || host == Host::Gitlab, "{name}: {steps}");
            assert!(steps.lines().any(|line| line.trim_start().starts_with("1. ")), "{name}: {steps}");
            for (path, bytes) in extra.aside.iter().chain(&extra.beside) {
                assert!(!String::from_utf8_lossy(bytes).contains("[["), "{name}: {path} has a gap");
            }
        }
    }
}

#[test]
fn a_list_for_s3_has_every_file_with_its_type() {
    given(Host::S3, None, &files(), |_, extra| {
        let list = text(&extra.aside, "upload.csv");
        assert!(list.contains("\r\nfeed.xml,7,application/atom+xml; charset=utf-8,\"public, max-age=300\"\r\n"), "{list}");
        assert!(list.contains("\r\ntep/it's.pdf,11,application/pdf,\"public, max-age=3600\"\r\n"), "{list}");
    });
}

#[test]
fn what_a_host_would_refuse_is_told() {
    let told = |host, files: &[(String, u64)]| given(host, Some("https://a.example/"), files, |delivery, _| limits(delivery).len());
    let many: Vec<(String, u64)> = (0..20_001).map(|at| (format!("{at}.html"), 1)).collect();
    assert_eq!(told(Host::Cloudflare, &many), 1);
    assert_eq!(told(Host::Cloudflare, &many[1..]), 0);
    let large = |bytes| [("a.pdf".to_owned(), bytes)];
    assert_eq!((told(Host::Cloudflare, &large(26_214_400)), told(Host::Cloudflare, &large(26_214_401))), (0, 1));
    assert_eq!((told(Host::Github, &large(1_000_000_000)), told(Host::Github, &large(1_000_000_001))), (0, 1));
    assert_eq!(told(Host::Nginx, &large(u64::MAX)), 0);
    let styles: BTreeSet<String> = (0..40).map(|at| hash(&at.to_string())).collect();
    let delivery = |styles| Delivery {
        host: Host::Cloudflare,
        lang: "vi",
        base_url: None,
        files: &[],
        styles,
        folders: Folders { search: &[], embeds: &[], files: "tep/", drawn: "tep/ve-lai/" },
        moved: &[],
        out: "public",
    };
    assert_eq!(limits(&delivery(&styles)).len(), 1);
    assert_eq!(limits(&delivery(&BTreeSet::from([hash("a")]))).len(), 0);
}

#[test]
fn moved_addresses_are_told_to_hosts_that_send_readers_on() {
    given(Host::Cloudflare, None, &files(), |_, extra| assert_eq!(text(&extra.beside, "_redirects"), "/don-vi/cu/ /don-vi/moi/ 301\n"));
    given(Host::Netlify, None, &files(), |_, extra| assert_eq!(text(&extra.beside, "_redirects"), "/don-vi/cu/ /don-vi/moi/ 301!\n"));
    given(Host::Nginx, Some("https://a.example/b/"), &files(), |_, extra| {
        let text = text(&extra.aside, "minhbach.conf");
        assert!(text.contains("    location = /b/don-vi/cu/ {\n        return 301 /b/don-vi/moi/;\n    }\n"), "{text}");
    });
    given(Host::Apache, None, &files(), |_, extra| {
        let text = text(&extra.beside, ".htaccess");
        assert!(text.contains("RedirectMatch 301 \"^/don-vi/cu(/|/index\\.html)?$\" \"/don-vi/moi/\"\n"), "{text}");
    });
    given(Host::S3, None, &files(), |_, extra| assert!(text(&extra.aside, "upload.sh").contains("--website-redirect '/don-vi/moi/'")));
    let many: Vec<(String, String)> = (0..2_001).map(|at| (format!("a/{at}/"), "b/".to_owned())).collect();
    let styles = BTreeSet::new();
    let folders = Folders { search: &[], embeds: &[], files: "tep/", drawn: "tep/ve-lai/" };
    let delivery = Delivery { host: Host::Cloudflare, lang: "vi", base_url: None, files: &[], styles: &styles, folders, moved: &many, out: "public" };
    assert_eq!(text(&extra(&delivery).beside, "_redirects").lines().count(), 2_000);
    assert_eq!(limits(&delivery).len(), 1);
}
