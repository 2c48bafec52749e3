//! Smaller pages that say the same.
//!
//! Invariant: the words a reader sees are the same before and after, in the same order and parted the same way.
//!
//! May use: nothing; crates minify-html, html5gum.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::scan::{self, Piece, Words, pieces};

/// How much work is done on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minify {
    /// Everything minify-html does safely; where it would glue words together the page stays as it was.
    Full,
    /// Idle spaces and comments only.
    Quick,
    /// Nothing.
    Off,
}

/// A page after its treatment.
#[derive(Debug, PartialEq, Eq)]
pub struct Squeezed {
    /// The page.
    pub html: String,
    /// Whether the full treatment would have changed the words, so that the page only got the quick one.
    pub kept_whole: bool,
}

/// Makes an HTML page smaller. Feeds and pictures are not HTML and must not come here.
pub fn squeeze(html: String, how: Minify) -> Squeezed {
    match how {
        Minify::Off => Squeezed { html, kept_whole: false },
        Minify::Quick => Squeezed { html: quick(&html), kept_whole: false },
        Minify::Full => match full(&html) {
            Some(html) => Squeezed { html, kept_whole: false },
            None => Squeezed { html: quick(&html), kept_whole: true },
        },
    }
}

/// Styles and scripts are left alone: minify-html writes media queries old telephones do not know.
fn full(html: &str) -> Option<String> {
    if too_deep(html) {
        return None;
    }
    let settings =
        minify_html::Cfg { keep_closing_tags: true, keep_html_and_head_opening_tags: true, keep_input_type_text_attr: true, ..minify_html::Cfg::default() };
    let small = String::from_utf8(minify_html::minify(html.as_bytes(), &settings)).ok()?;
    same_words(html, &small).then_some(small)
}

/// minify-html climbs down the page by calling itself, so a page nested without end would break the program.
fn too_deep(html: &str) -> bool {
    const DEEPEST: usize = 200;
    // Elements that are never closed, or need not be.
    const LIGHT: [&str; 28] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "!doctype", "p", "li", "dt", "dd", "td", "th",
        "tr", "thead", "tbody", "tfoot", "option", "colgroup", "rt", "rp",
    ];
    let mut depth = 0usize;
    for tag in html.split('<').skip(1) {
        let closing = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '!' || c == '-')).unwrap_or(name.len())];
        if name.is_empty() || LIGHT.iter().any(|light| name.eq_ignore_ascii_case(light)) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// Our own reading is quick but knows few entities; where it sees a difference html5gum, which knows all, has the last word.
fn same_words(before: &str, after: &str) -> bool {
    scan::words(before) == scan::words(after) || (before.contains('&') && thorough_words(before) == thorough_words(after))
}

fn thorough_words(page: &str) -> String {
    let mut words = Words::default();
    let mut unseen = false;
    let mut emitter = DefaultEmitter::<()>::default();
    // Scripts, titles and the like hold no tags.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        let (name, begins) = match &token {
            Token::StartTag(tag) => (&tag.name, true),
            Token::EndTag(tag) => (&tag.name, false),
            Token::String(text) if !unseen => {
                words.decoded(&String::from_utf8_lossy(text));
                continue;
            }
            _ => continue,
        };
        let name = std::str::from_utf8(name).unwrap_or("");
        unseen = begins && matches!(name, "script" | "style" | "xmp" | "iframe" | "noembed" | "noframes");
        if scan::is_block(name) || matches!(name, "title" | "textarea") {
            words.edge();
        }
    }
    words.edge();
    words.lines
}

/// What stood before the spaces being looked at.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// A tag beside which spaces show nowhere.
    Block,
    /// Anything else.
    Shown,
}

/// Drops comments, makes every run of spaces one, and drops it between two blocks. One pass.
fn quick(html: &str) -> String {
    if html.contains("<![CDATA[") {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    // Spaces seen and not yet written.
    let mut idle: Option<char> = None;
    let mut before = Before::Block;
    let (mut in_head, mut pre) = (false, 0u32);
    for piece in pieces(html) {
        match piece {
            // Without it `<<!-- x -->b` would become a tag, `&am<!-- x -->p;` a sign, and a line end first in `pre` would go.
            Piece::Comment(comment) => {
                if pre > 0 || !(idle.is_some() || out.is_empty() || out.ends_with('>')) {
                    out.push_str(comment);
                    before = Before::Shown;
                }
            }
            Piece::Text(text) if pre > 0 => out.push_str(text),
            Piece::Text(text) => {
                let mut rest = text;
                loop {
                    let word = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
                    if word.len() < rest.len() {
                        let line = idle == Some('\n') || rest[..rest.len() - word.len()].contains('\n');
                        idle = Some(if line { '\n' } else { ' ' });
                    }
                    if word.is_empty() {
                        break;
                    }
                    out.extend(idle.take());
                    before = Before::Shown;
                    let end = long_space(word.as_bytes());
                    out.push_str(&word[..end]);
                    rest = &word[end..];
                }
            }
            // `<!--` in a script moves the script's end; no page of ours has one, so such a page is left alone.
            Piece::Raw(text) if text.contains("<!--") => return html.to_owned(),
            Piece::Raw(text) => {
                out.push_str(text);
                before = Before::Shown;
            }
            Piece::Other(text) => {
                // The doctype, when it is where it belongs.
                before = if out.is_empty() { Before::Block } else { Before::Shown };
                out.extend(idle.take().filter(|_| before == Before::Shown));
                out.push_str(text);
            }
            Piece::Tag { whole, name, closing } => {
                if name == "head" {
                    in_head = !closing;
                } else if name == "body" {
                    in_head = false;
                }
                let block = scan::is_block(name) || (in_head && matches!(name, "title" | "style" | "script"));
                let space = idle.take();
                // Only where a line ended: that is where the spaces of templates are.
                if !(block && before == Before::Block && (space == Some('\n') || in_head)) {
                    out.extend(space);
                }
                out.push_str(whole);
                before = if block { Before::Block } else { Before::Shown };
                if name.eq_ignore_ascii_case("pre") {
                    pre = if closing { pre.saturating_sub(1) } else { pre + 1 };
                }
            }
        }
    }
    out.extend(idle.take().filter(|_| before == Before::Shown));
    out
}

/// Where the first space stands that is not a single blank inside the text.
fn long_space(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_whitespace() && (*byte != b' ' || bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)) {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_quick_way_drops_what_shows_nowhere() {
        for (page, small) in [
            (
                "<!doctype html>\n<html>\n<head>\n<title> A  b </title>\n<style>\n a  b\n</style>\n</head>\n<body>\n",
                "<!doctype html><html><head><title> A  b </title><style>\n a  b\n</style></head><body>",
            ),
            ("<ul>\n  <li>a</li>\n\n  <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
            ("<p>\n  <a>Sốp</a>\n  <strong>Cộp</strong>\n</p>", "<p>\n<a>Sốp</a>\n<strong>Cộp</strong>\n</p>"),
            ("<p>a   b\tc <!-- x --> d</p>", "<p>a b c d</p>"),
            ("<pre>\n a  <b>\n\n</b> </pre>\n<p>x", "<pre>\n a  <b>\n\n</b> </pre><p>x"),
            ("<textarea>\n a\n  b\n</textarea>  c", "<textarea>\n a\n  b\n</textarea> c"),
            ("a<script>\n x  y\n</script>\n\n<b>c</b>", "a<script>\n x  y\n</script>\n<b>c</b>"),
            ("<<!-- x -->b &am<!-- x -->p; <pre><!-- x -->\n", "<<!-- x -->b &am<!-- x -->p; <pre><!-- x -->\n"),
            ("a  b<script><!-- </script>  c", "a  b<script><!-- </script>  c"),
            ("<a title=\"x  >\n y\">b</a>", "<a title=\"x  >\n y\">b</a>"),
            ("1\u{a0}  000", "1\u{a0} 000"),
            ("<svg><![CDATA[ a > b  c ]]></svg>  d", "<svg><![CDATA[ a > b  c ]]></svg>  d"),
        ] {
            assert_eq!(squeeze(page.to_owned(), Minify::Quick).html, small);
        }
    }

    #[test]
    fn the_full_way_keeps_a_page_whose_words_it_would_glue() {
        let glued = "<!doctype html><html lang=vi><head><title>x</title></head><body><div><a href=\"x\">Sốp</a> <strong>Cộp</strong></div></body></html>";
        let squeezed = squeeze(glued.to_owned(), Minify::Full);
        assert!(squeezed.kept_whole);
        assert_eq!(squeezed.html, glued);
        let sound = "<!doctype html>\n<html lang=\"vi\">\n<head>\n<title>x</title>\n</head>\n<body>\n<p class=\"\">Huyện  &middot; <a href=\"x\">Sốp</a> <strong>Cộp</strong> <!-- x --></p>\n<input type=\"text\">\n</body>\n</html>\n";
        let squeezed = squeeze(sound.to_owned(), Minify::Full);
        assert!(!squeezed.kept_whole && squeezed.html.len() < sound.len(), "{squeezed:?}");
        assert!(squeezed.html.contains("</body></html>") && squeezed.html.contains("<head>") && squeezed.html.contains("type=text"), "{}", squeezed.html);
    }

    #[test]
    fn styles_and_scripts_are_not_rewritten() {
        let page =
            "<!doctype html><title>x</title><style>@media (min-width:10em){a{b:c}}</style><script type=\"application/ld+json\">{\"a\": 1}</script><p>x</p>";
        let html = squeeze(page.to_owned(), Minify::Full).html;
        assert!(html.contains("(min-width:10em)") && html.contains("{\"a\": 1}"), "{html}");
    }

    #[test]
    fn nothing_is_done_when_nothing_is_asked_for() {
        let page = "<p>  a <!-- b --> </p>";
        assert_eq!(squeeze(page.to_owned(), Minify::Off), Squeezed { html: page.to_owned(), kept_whole: false });
    }

    #[test]
    fn both_readings_of_a_page_see_the_same_words() {
        for page in ["<p>Sốp <b>C</b>ộp<p>xã", "a<!-- b -->c<script>d</script> <style>e</style>f", "<title>A &amp; c</title>x<br>y", "<td>a<td>b &nbsp; c"]
        {
            assert_eq!(scan::words(page), thorough_words(page), "{page}");
        }
        assert!(same_words("<p>a &middot; b", "<p>a · b") && !same_words("<p>a &middot; b", "<p>a ·b"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn no_way_changes_the_words(pieces in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<b>", "</b>", "<a href=\"x  >\">", "</a>", "<div>\n", "</div>", "<li>", "<td>", "<br>", "<img src=x>", "<pre>", "</pre>", "<textarea>", "</textarea>",
            "<script>", "</script>", "<style>", "</style>", "<title>", "</title>", "<head>", "</head>", "<body>", "<!-- x -->", "<!--", "<!doctype html>", "<svg>", "</svg>",
            " ", "  ", "\n", "\n\t ", "Sốp", "Cộp", "&amp;", "&nbsp;", "&lt;", "<", ">", "5", "<?x >", "\u{a0}", "\r\n",
        ]), 0..40)) {
            let page = pieces.concat();
            let small = quick(&page);
            prop_assert_eq!(scan::words(&page), scan::words(&small), "{:?} became {:?}", page, small);
            prop_assert_eq!(thorough_words(&page), thorough_words(&small), "{:?} became {:?}", page, small);
            prop_assert!(small.len() <= page.len());
            prop_assert_eq!(quick(&small), small.clone());
        }

        #[test]
        fn the_full_way_keeps_the_words_of_sound_pages(words in prop::collection::vec("[a-zăế]{1,4}", 1..12), inline in prop::collection::vec(0..4usize, 12)) {
            let body: String = words.iter().zip(&inline).map(|(word, kind)| match kind {
                0 => format!("{word} "),
                1 => format!("<b>{word}</b> "),
                2 => format!("<p>{word}</p>\n"),
                _ => format!("<div><i>{word}</i> <b>{word}</b></div>"),
            }).collect();
            let page = format!("<!doctype html><html lang=vi><head><title>t</title></head><body>{body}</body></html>");
            let small = squeeze(page.clone(), Minify::Full);
            prop_assert_eq!(scan::words(&page), scan::words(&small.html));
        }
    }
}
