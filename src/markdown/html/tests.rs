//! What prose becomes, and what it never becomes.
//!
//! May use: nothing; crates proptest.

use super::*;
use proptest::prelude::*;

struct Site;

impl Resolve for Site {
    fn link(&self, target: &str) -> Option<Resolved> {
        let id = target.strip_prefix("area:").or_else(|| target.strip_prefix("figure:"))?;
        (id != "khong-co").then(|| Resolved { href: format!("../don-vi/{id}/"), text: Some("Nậm Nhùn".to_owned()), number: target.starts_with("figure:") })
    }

    fn picture(&self, file: &str) -> Option<Picture> {
        let picture = Picture { src: file.to_owned(), alt: "Hội nghị".to_owned(), ..Picture::default() };
        match file {
            "anh.svg" => Some(Picture {
                caption: "Hội nghị <2024>".to_owned(),
                credit: "Hà".to_owned(),
                illustration: true,
                width: "640".to_owned(),
                height: "360".to_owned(),
                ..picture
            }),
            "duong.jpg" => {
                Some(Picture { src: "anh-1a2b3c4d-640.jpg".to_owned(), srcset: "anh-1a2b3c4d-320.jpg 320w, anh-1a2b3c4d-640.jpg 640w".to_owned(), ..picture })
            }
            "ban-do.png" => Some(Picture { src: "b.png".to_owned(), webp: "b-320.webp 320w".to_owned(), ..picture }),
            "tron.jpg" | "data:x" => Some(picture),
            _ => None,
        }
    }
}

fn written(text: &str) -> Text {
    html(text, &Site, Words { illustration: "Hình minh họa", table: "Bảng", callouts: ["Lưu ý", "Gợi ý", "Quan trọng", "Cảnh báo", "Cẩn thận"] })
}

#[test]
fn the_headings_of_the_highest_level_are_told_with_their_ids_and_bare_words() {
    let headings = written("# Tiền *đến* đâu\n\n## Vốn\n\na\n\n# [A & B](khong-co)\n").headings;
    assert_eq!(headings, [("tien-den-dau", "Tiền đến đâu"), ("a-b", "A & B")].map(|(id, words)| (id.to_owned(), words.to_owned())));
}

fn drawn(text: &str) -> String {
    let drawn = written(text).parts.into_iter().map(|part| match part {
        Part::Html(html) => html,
        Part::Block { kind, address, caption } => format!("{{{kind} {address} {caption}}}"),
    });
    drawn.collect()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(drawn(text).trim_end(), expected);
}

#[test]
fn a_block_of_figures_parts_the_text() {
    check("Một\n\n![Vốn *giao*](table:budget)\n\nHai", "<p>Một</p>\n{table budget Vốn giao}<p>Hai</p>");
    check("![](progress:ntm/investment)\n![Vốn](chart:ntm)", "{progress ntm/investment }{chart ntm Vốn}");
    // Where a block cannot stand its words do; the reader of the file has been told.
    check("> ![Vốn](table:budget)", "<blockquote>\n<p>Vốn</p>\n</blockquote>");
    check("Xem ![Vốn](table:budget)", "<p>Xem Vốn</p>");
}

#[test]
fn a_callout_has_its_word_and_its_shape_and_a_quotation_stays_one() {
    let open = |kind: &str, shape: &str, word: &str| {
        format!("<div class=\"callout callout--{kind}\"><p class=\"callout__word\"><span aria-hidden=\"true\">{shape}</span> {word}</p>\n")
    };
    for (mark, kind, shape, word) in [
        ("NOTE", "note", "●", "Lưu ý"),
        ("tip", "tip", "★", "Gợi ý"),
        ("Important", "important", "◆", "Quan trọng"),
        ("WARNING", "warning", "▲", "Cảnh báo"),
        ("CAUTION", "caution", "■", "Cẩn thận"),
    ] {
        check(
            &format!("> [!{mark}]\n> Họp **sáng**.\n>\n> - xã"),
            &format!("{}<p>Họp <strong>sáng</strong>.</p>\n<ul>\n<li>xã</li>\n</ul>\n</div>", open(kind, shape, word)),
        );
    }
    check("- a\n\n  > [!NOTE]\n  > b", &format!("<ul>\n<li><p>a</p>\n{}<p>b</p>\n</div>\n</li>\n</ul>", open("note", "●", "Lưu ý")));
    check("> Họp\n> sáng.", "<blockquote>\n<p>Họp\nsáng.</p>\n</blockquote>");
    // Only the five marks alone on the first line are meant; everything else is a quotation with brackets in it.
    check("> [!NOTE] Họp", "<blockquote>\n<p>[!NOTE] Họp</p>\n</blockquote>");
    check("> [!LƯU Ý]\n> Họp", "<blockquote>\n<p>[!LƯU Ý]\nHọp</p>\n</blockquote>");
}

#[test]
fn a_bound_number_looks_like_a_number() {
    // The resolver of these tests calls everything Nậm Nhùn: its last word stands for a unit.
    let filled = |words: &str, rest: &str| format!("<p><a class=\"value\" href=\"../don-vi/a/\">{words}</a>{rest}</p>");
    check("[](figure:a) Nhùn.", &filled("Nậm", " Nhùn."));
    check("[](figure:a) Nhùng.", &filled("Nậm Nhùn", " Nhùng."));
    check("[](area:a) Nhùn.", "<p><a href=\"../don-vi/a/\">Nậm Nhùn</a> Nhùn.</p>");
    check("[780](figure:a/b)", "<p><a class=\"value\" href=\"../don-vi/a/b/\">780</a></p>");
}

#[test]
fn headings_stand_below_the_title_of_the_page_and_leave_no_step_out() {
    check("# Kết quả Đắk\n\nx\n\n# Kết quả Đắk", "<h2 id=\"ket-qua-dak\">Kết quả Đắk</h2>\n<p>x</p>\n<h2 id=\"ket-qua-dak-2\">Kết quả Đắk</h2>");
    check("## A **b**\n### C\n#### D\n##### E", "<h2 id=\"a-b\">A <strong>b</strong></h2>\n<h3 id=\"c\">C</h3>\n<h4 id=\"d\">D</h4>\n<h4 id=\"e\">E</h4>");
    check("# A\n### B\n### C\n# …", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h3 id=\"c\">C</h3>\n<h2 id=\"muc\">…</h2>");
    check("# Main", "<h2 id=\"main-2\">Main</h2>");
    check("## A\n## B", "<h2 id=\"a\">A</h2>\n<h2 id=\"b\">B</h2>");
    check("# a-2\n# a\n# a\n# a", "<h2 id=\"a-2\">a-2</h2>\n<h2 id=\"a\">a</h2>\n<h2 id=\"a-3\">a</h2>\n<h2 id=\"a-4\">a</h2>");
}

#[test]
fn tables_scroll_by_themselves_and_align_by_class() {
    check(
        "| Xã | Vốn |\n|:--|--:|\n| A | 1 |\n",
        "<div class=\"prose-table\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng\">\n<table>\n<thead>\n<tr><th scope=\"col\" class=\"align-left\">Xã</th><th scope=\"col\" class=\"align-right\">Vốn</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-left\">A</td><td class=\"align-right\">1</td></tr>\n</tbody>\n</table>\n</div>",
    );
}

#[test]
fn a_picture_alone_is_a_figure_with_caption_credit_and_mark() {
    let note = "<b>Hình minh họa</b> Hội nghị &lt;2024&gt; Hà";
    let image = "<img src=\"anh.svg\" alt=\"Hội nghị\" width=\"640\" height=\"360\" loading=\"lazy\" decoding=\"async\">";
    check("![](anh.svg)", &format!("<figure class=\"picture\">{image}<figcaption>{note}</figcaption></figure>"));
    check("x ![](anh.svg)", &format!("<p>x <span class=\"picture\">{image}<small>{note}</small></span></p>"));
    let plain = |alt: &str| format!("<img src=\"tron.jpg\" alt=\"{alt}\" loading=\"lazy\" decoding=\"async\">");
    check(
        "![Xã \"một\"](tron.jpg)\n![](tron.jpg 'Chú thích')",
        &format!(
            "<figure class=\"picture\">{}</figure>\n<figure class=\"picture\">{}<figcaption>Chú thích</figcaption></figure>",
            plain("Xã &quot;một&quot;"),
            plain("Hội nghị")
        ),
    );
    let wide = "anh-1a2b3c4d-320.jpg 320w, anh-1a2b3c4d-640.jpg 640w";
    let sizes = "sizes=\"(min-width: 44rem) 42rem, 88vw\"";
    let image = format!("<img src=\"anh-1a2b3c4d-640.jpg\" srcset=\"{wide}\" {sizes} alt=\"Đường\" loading=\"lazy\" decoding=\"async\">");
    check("![Đường](duong.jpg)", &format!("<figure class=\"picture\">{image}</figure>"));
    let source = format!("<source type=\"image/webp\" srcset=\"b-320.webp 320w\" {sizes}>");
    check(
        "![Bản đồ](ban-do.png)",
        &format!("<figure class=\"picture\"><picture>{source}<img src=\"b.png\" alt=\"Bản đồ\" loading=\"lazy\" decoding=\"async\"></picture></figure>"),
    );
    check("![Không có](la.svg)\n\nx ![y](la.svg) ![z](data:x)", "<p>Không có</p>\n<p>x y z</p>");
}

#[test]
fn links_lead_where_the_site_says_and_nowhere_else() {
    check("[huyện](area:nam-nhun) [](area:nam-nhun)", "<p><a href=\"../don-vi/nam-nhun/\">huyện</a> <a href=\"../don-vi/nam-nhun/\">Nậm Nhùn</a></p>");
    check("[a *b*](area:khong-co) [c](javascript:x)", "<p>a <em>b</em> c</p>");
    check("[a](https://x.vn/?q=1&r=\"2\")", "<p><a href=\"https://x.vn/?q=1&amp;r=%222%22\" rel=\"noopener external\">a</a></p>");
    check("<a@b.vn> [](tel:0213) [h](#x 'y')", "<p><a href=\"mailto:a@b.vn\">a@b.vn</a> <a href=\"tel:0213\">0213</a> <a href=\"#x\" title=\"y\">h</a></p>");
}

#[test]
fn typed_html_is_text_and_comments_are_gone() {
    check("a <b onclick=\"x\">c</b> <!-- nháp -->d", "<p>a &lt;b onclick=\"x\"&gt;c&lt;/b&gt; d</p>");
    check("<script>\nalert(1)\n</script>\n\nx", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n<p>x</p>");
    check("<!-- nháp -->\n\nx\u{7}", "<p>x</p>");
}

#[test]
fn the_rest_of_commonmark_is_there() {
    check(
        "3. a\n4. b\n\n> c\n\n---\n\n- `d<`\n\n```js\ne\n```\n\n~~f~~  \ng",
        "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<blockquote>\n<p>c</p>\n</blockquote>\n<hr>\n<ul>\n<li><code>d&lt;</code></li>\n</ul>\n<pre><code>e\n</code></pre>\n<p><del>f</del><br>\ng</p>",
    );
}

#[test]
fn each_table_is_called_by_a_name_of_its_own() {
    let table = "|a|\n|-|\n|b|\n\n";
    let text = format!("{table}## Vốn *2024*\n\n{table}{table}## Xã\n\n{table}");
    let html = drawn(&text);
    let names: Vec<&str> = html.split("aria-label=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(names, ["Bảng", "Bảng: Vốn 2024", "Bảng: Vốn 2024 (2)", "Bảng: Xã"]);
}

#[test]
fn what_is_to_be_typed_at_a_prompt_is_told_apart() {
    check("```console\nminhbach check\n```", "<pre class=\"typed\"><code>minhbach check\n</code></pre>");
    check("```console shown\na\n```", "<pre class=\"typed\"><code>a\n</code></pre>");
    check("```yaml\na: 1\n```\n\n```\"onclick=\"x\nb\n```", "<pre><code>a: 1\n</code></pre>\n<pre><code>b\n</code></pre>");
}

/// Reads the tags back as a browser would find them; says what is wrong with the first bad one.
fn unsafe_or_unbalanced(html: &str) -> Option<String> {
    const TAGS: &str = "p h2 h3 h4 blockquote pre code ol ul li div table thead tbody tr th td em strong del a img br hr figure figcaption span small b";
    const ATTRIBUTES: &str = "id start class role tabindex aria-label scope href rel title src alt width height loading decoding";
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>') else { return Some("an open tag".to_owned()) };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !TAGS.split(' ').any(|known| known == name) {
            return Some(format!("<{name}>"));
        }
        if !matches!(name, "img" | "br" | "hr") {
            open.push(name);
        }
        while !attributes.is_empty() {
            let (name, value) = attributes.split_once("=\"")?;
            let Some((value, after)) = value.split_once('"') else { return Some(format!("{name} has no end")) };
            if !ATTRIBUTES.split(' ').any(|known| known == name) {
                return Some(format!("attribute {name}"));
            }
            if matches!(name, "href" | "src") && links::kind(value) == Kind::Refused {
                return Some(format!("{name}={value}"));
            }
            attributes = after.trim_start();
        }
    }
    (!open.is_empty()).then(|| format!("{open:?} stay open"))
}

#[test]
fn the_watchman_of_the_law_below_sees_what_he_should() {
    for bad in ["<script>", "<p onclick=\"x\"></p>", "<a href=\"java\u{9}script:x\"></a>", "<p>", "<p><em></p></em>", "<p"] {
        assert!(unsafe_or_unbalanced(bad).is_some(), "{bad}");
    }
}

#[test]
fn long_and_hostile_texts_grow_only_with_their_length() {
    // What took more than its length would not end while somebody waits.
    for piece in ["[", "![](", "<!--", "> ", "*a_", "# a\n", "|a", "<b ", "[a](area:b)", "- ", "\\", "&#", "x\u{301}"] {
        let text = piece.repeat(20_000);
        let _ = crate::markdown::outline(&text, 1, &"x.md".into());
        let (one, all) = (drawn(&piece.repeat(200)).len(), drawn(&text).len());
        assert!(all <= 120 * one, "{piece:?}: {one} bytes of 200, {all} bytes of 20,000");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_typed_becomes_unsafe_or_unbalanced_html(pieces in prop::collection::vec(prop_oneof![
        prop::sample::select(vec![
            "<script>", "</p>", "<img onerror=x>", "<!--", "-->", "[a](", "![](", "javascript:x", "java&#115;cript:", "area:b", "anh.svg", ")", "]", "\"", "'",
            "|a|b|\n|--|-:|\n", "\n", "\n\n", "# ", "> ", "- ", "2026. ", "    ", "`", "```\n", "**", "_", "~~", "<https://x>", "<a@b.c>", "&lt;", "\\", "\t", "[x]: ", "\u{0}", "\u{1}",
        ]).prop_map(str::to_owned),
        "\\PC{0,6}",
    ], 0..30)) {
        let text = pieces.concat();
        let html = drawn(&text);
        prop_assert_eq!(unsafe_or_unbalanced(&html), None, "{}", html);
        let outline = crate::markdown::outline(&text, 1, &"x.md".into());
        let lines = u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX) + 1;
        prop_assert!(outline.problems.iter().filter_map(|p| p.place.as_ref()).all(|p| (1..=lines).contains(&p.spot.line)));
    }
}
