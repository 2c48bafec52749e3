//! Addresses that were published: remembered by releases, kept by a line of the settings, never lost in silence.

use super::page::page;
use super::site::Site;

/// The small site with an address of its own and a page written by hand.
fn site() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    site.write("content/pages/hoi-dap.md", "---\ntitle: Hỏi đáp\n---\nHỏi thì đáp.\n");
    site
}

const HEAD: &str = "minhbach-addresses 1\n";

#[test]
fn a_release_remembers_every_address_people_keep() {
    let site = site();
    site.run(&["release", "2024-q1", "--date", "2024-04-05"]).ended(0);
    let text = site.read("content/addresses.txt");
    let lines: Vec<&str> = text.strip_prefix(HEAD).expect("it says what it is").lines().collect();
    assert!(lines.is_sorted());
    for dir in ["don-vi/", "don-vi/nam-nhun/", "don-vi/nam-nhun/2024/", "tin/bai-mot/", "tin/2024/", "hoi-dap/", "tim/"] {
        assert!(lines.contains(&format!("{dir} 2024-q1").as_str()), "{dir}: {lines:?}");
    }
    // Each is a page, and every page but the first and the one for lost addresses is there.
    site.run(&["build"]).ended(0);
    let mut pages: Vec<String> =
        site.files("public").into_iter().filter_map(|(path, _)| path.strip_suffix("/index.html").map(|dir| format!("{dir}/ 2024-q1"))).collect();
    // A page that others frame follows the page of its place.
    pages.retain(|page| !page.starts_with("nhung/"));
    pages.sort();
    assert_eq!(pages, lines);
    site.write("content/pages/hoi-nua.md", "---\ntitle: Hỏi nữa\n---\nCòn hỏi.\n");
    site.run(&["release", "2024-q2", "--date", "2024-07-05"]).ended(0);
    let then = site.read("content/addresses.txt");
    assert_eq!(then.replace("hoi-nua/ 2024-q2\n", ""), text, "what was there stays");
}

#[test]
fn who_frames_a_page_goes_on_framing_it_under_its_new_name() {
    let site = site();
    site.write("site.toml", site.read("site.toml") + "\n[redirects]\n\"don-vi/cu/\" = \"don-vi/nam-nhun/\"\n\"don-vi/khac/\" = \"don-vi/\"\n\"chi-tieu/cu/\" = \"chi-tieu/xa-dat-chuan/\"\n\"chuong-trinh/cu/\" = \"chuong-trinh/ntm/\"\n");
    site.run(&["build", "--strict", "--host", "netlify"]).ended(0);
    assert_eq!(page("nhung/cu", &site.read("public/nhung/cu/index.html")).links(), ["../nam-nhun/"]);
    assert_eq!(page("cu", &site.read("public/nhung/chi-tieu/cu/index.html")).links(), ["../xa-dat-chuan/"]);
    assert_eq!(page("cu", &site.read("public/nhung/chuong-trinh/cu/index.html")).links(), ["../ntm/"]);
    assert!(!site.path().join("public/nhung/khac").exists());
    let redirects = site.read("public/_redirects");
    assert!(redirects.contains("/nhung/cu/ /nhung/nam-nhun/ 301!\n"), "{redirects}");
}

#[test]
fn a_line_moves_a_page_on_every_host() {
    let site = site();
    site.run(&["release", "2024-q1", "--date", "2024-04-05"]).ended(0);
    let old = site.read("content/pages/hoi-dap.md");
    site.write("content/pages/hoi-va-dap.md", old).remove("content/pages/hoi-dap.md");
    let said = site.run(&["build"]).ended(1);
    assert!(said.err.contains("MB1310") && said.err.contains("\"hoi-dap/\" = \"hoi-va-dap/\""), "{}", said.err);
    site.write("site.toml", site.read("site.toml") + "\n[redirects]\n\"/hoi-dap\" = \"/hoi-va-dap\"\n");
    assert_eq!(site.run(&["check", "--strict"]).ended(0).err, "");
    site.run(&["build"]).ended(0);
    let html = site.read("public/hoi-dap/index.html");
    assert!(html.contains("url=../hoi-va-dap/"), "{html}");
    let moved = page("hoi-dap", &html);
    assert_eq!((moved.links(), moved.named("title")[0].words().as_str()), (vec!["../hoi-va-dap/"], "Hỏi đáp"));
    let link = |rel: &str| moved.named("link").into_iter().find(|link| link.attribute("rel") == Some(rel)).and_then(|link| link.attribute("href"));
    assert_eq!(link("canonical"), Some("https://minhbach.example/hoi-va-dap/"));
    let map = site.read("public/sitemap.xml");
    assert!(map.contains("/hoi-va-dap/") && !map.contains("/hoi-dap/"));
    assert!(!site.read("public/tim/0.js").contains("hoi-dap/"));
    // A stick names files, a host that sends readers on is told.
    site.run(&["build", "--portable"]).ended(0);
    assert!(site.read("public/hoi-dap/index.html").contains("url=../hoi-va-dap/index.html"));
    site.run(&["build", "--host", "cloudflare", "--strict"]).ended(0);
    assert_eq!(site.read("public/_redirects"), "/hoi-dap/ /hoi-va-dap/ 301\n");
    site.run(&["build", "--host", "nginx"]).ended(0);
    assert!(site.read("public-host/minhbach.conf").contains("location = /hoi-dap/ {\n        return 301 /hoi-va-dap/;"));
    // The old address is remembered by the next release too, and still leads on.
    site.run(&["release", "2024-q2", "--date", "2024-07-05"]).ended(0);
    assert!(site.read("content/addresses.txt").contains("hoi-dap/ 2024-q1\nhoi-va-dap/ 2024-q2\n"));
}

#[test]
fn what_lies_below_an_address_moves_with_it() {
    let site = site();
    site.write("content/addresses.txt", format!("{HEAD}don-vi/cu/ q1\ndon-vi/cu/2019/ q1\ndon-vi/cu/2024/ q1\ndon-vi/khac/ q1\n"));
    site.write("site.toml", site.read("site.toml") + "\n[redirects]\n\"don-vi/cu/\" = \"don-vi/nam-nhun/\"\n\"don-vi/khac/\" = \"don-vi/\"\n");
    assert_eq!(site.run(&["build", "--strict"]).ended(0).err, "");
    for (from, to) in
        [("don-vi/cu/", "../nam-nhun/"), ("don-vi/cu/2024/", "../../nam-nhun/2024/"), ("don-vi/cu/2019/", "../../nam-nhun/"), ("don-vi/khac/", "../")]
    {
        assert_eq!(page(from, &site.read(&format!("public/{from}index.html"))).links(), [to], "{from}");
    }
    // Without the line, what is gone is told once for a whole folder.
    site.replace("site.toml", "\"don-vi/cu/\" = \"don-vi/nam-nhun/\"\n", "");
    let said = site.run(&["check"]).ended(1);
    assert_eq!(said.err.matches("MB1310").count(), 1, "{}", said.err);
}

#[test]
fn a_moved_page_follows_its_target() {
    let site = site();
    site.write("site.toml", site.read("site.toml") + "\n[redirects]\n\"cu/\" = \"hoi-dap/\"\n");
    site.run(&["build"]).ended(0);
    site.replace("content/pages/hoi-dap.md", "title: Hỏi đáp", "title: Hỏi và đáp");
    site.run(&["build"]).ended(0);
    assert!(site.read("public/cu/index.html").contains("Hỏi và đáp"));
    let said = site.run(&["build"]).ended(0);
    assert!(said.out.contains("(0 files new or changed"), "{}", said.out);
}
