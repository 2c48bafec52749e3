//! What is still written on: judged like everything else, seen in `serve` and nowhere else.

use super::edit::Editor;
use super::site::Site;

const DRAFT: &str = "content/reports/2024/bai-hai.md";
const WORDS: &str = "Đường vào bản Chuồn Chuồn";

/// The small site with a draft of a report and a draft of a page, each leading to the other.
fn site() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://example.org/\"");
    site.write(DRAFT, draft("areas: [nam-nhun]", "Xem [lịch](page:lich)."));
    site.write("content/pages/lich.md", format!("---\ntitle: Lịch {WORDS}\ndraft: true\n---\nXem [](report:bai-hai).\n"));
    site
}

fn draft(areas: &str, text: &str) -> String {
    format!(
        "---\ntitle: {WORDS}\nlead: Một câu.\npublished: 2024-05-02\n{areas}\nprogrammes: [ntm]\ndraft: true\nsource:\n  name: Trang của huyện\n---\n{text}\n"
    )
}

#[test]
fn no_published_file_knows_a_draft() {
    let site = site();
    site.run(&["build"]).ended(0);
    let files = site.files("public");
    assert!(files.iter().any(|(path, _)| path == "sitemap.xml") && files.iter().any(|(path, _)| path == "feed.xml"));
    let folded = minhbach::diag::nearest::fold(WORDS);
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for word in [WORDS, "bai-hai", "bản nháp", "BẢN NHÁP", &folded] {
            // The handbook may speak of drafts; the small site has none.
            assert!(!text.contains(word), "{path} has “{word}”");
        }
        assert!(!path.contains("bai-hai") && !path.starts_with("lich/"), "{path}");
    }
    site.replace(DRAFT, "draft: true\n", "").replace("content/pages/lich.md", "draft: true\n", "");
    site.run(&["build"]).ended(0);
    assert!(site.read("public/tin/index.html").contains(WORDS) && site.read("public/lich/index.html").contains(WORDS));
}

#[test]
fn a_draft_is_judged_like_what_is_published() {
    let site = site();
    for (areas, text, code) in [
        ("areas: [khong-co]", "Một.", "MB0301"),
        ("areas: [nam-nhun]", "Xem [đây](report:khong-co).", "MB0301"),
        ("areas: [nam-nhun]", "Đã giải ngân [790 triệu đồng](figure:ntm/investment/disbursed).", "MB0841"),
    ] {
        site.write(DRAFT, draft(areas, text));
        let said = site.run(&["check"]).ended(1);
        assert!(said.err.contains(code) && said.err.contains(DRAFT), "{}", said.err);
    }
    site.write(DRAFT, draft("areas: [nam-nhun]", "Đã giải ngân 780 triệu đồng."));
    let said = site.run(&["check"]).ended(0);
    assert!(said.err.contains(DRAFT), "a number nobody bound is told of: {}", said.err);
}

#[test]
fn what_is_published_leads_to_no_draft() {
    let site = site();
    for to in ["report:bai-hai", "page:lich"] {
        site.replace("content/reports/2024/bai-mot.md", "\n---\n", &format!("\n---\nXem [đây]({to}).\n\n"));
        let said = site.run(&["build"]).ended(1);
        assert!(said.err.contains("is still a draft") && said.err.contains("bai-mot.md"), "{}", said.err);
        site.replace("content/reports/2024/bai-mot.md", &format!("Xem [đây]({to}).\n\n"), "");
    }
    site.run(&["build"]).ended(0);
}

#[test]
fn the_preview_shows_drafts_and_says_so() {
    let site = site();
    let editor = Editor::start(&site);
    let get = |page: &str| editor.send("GET", page, &[], "").body;
    for page in ["/tin/bai-hai/", "/lich/"] {
        let body = get(page);
        let main = body.find("<main").map(|at| &body[at..]).unwrap_or_default();
        let mark = main.find("minhbach-draft").unwrap_or(usize::MAX);
        assert!(mark < main.find("<h1").unwrap_or(0) && main.contains("<strong>DRAFT</strong>"), "{page}: {main}");
        assert!(main.contains(WORDS));
    }
    for list in ["/", "/tin/", "/don-vi/nam-nhun/", "/lich/"] {
        assert!(get(list).contains(&format!("BẢN NHÁP: {WORDS}")), "{list} marks the draft");
    }
    assert!(get("/tim/").contains("BẢN NHÁP: Tin") && get("/tim/").contains("BẢN NHÁP: Trang"));
    assert!(!get("/tin/bai-mot/").contains("minhbach-draft"), "what is published is not marked");
}
