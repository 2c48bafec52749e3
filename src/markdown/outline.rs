//! What a text links to, which pictures it shows, how long it is, and what is wrong with it.
//!
//! Invariant: every place is the line of the whole file and the column in letters.
//!
//! May use: diag; crates pulldown-cmark, serde.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use serde::{Deserialize, Serialize};

use super::links::{self, Kind};
use super::position::Position;
use super::{parser, problems, raw};
use crate::diag::{At, Checked, Place, Problem};

/// What is to be known of a text before its page is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Addresses inside the site, as typed; links to other sites and to the page itself are not among them.
    pub links: Vec<At<String>>,
    /// Pictures.
    pub pictures: Vec<At<PictureUse>>,
    /// How many words it has.
    pub words: u32,
}

/// A picture in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureUse {
    /// File as typed.
    pub file: String,
    /// Words typed for those who cannot see it; empty when the front matter has them.
    pub alt: String,
}

/// Reads a text that begins on `first_line` of `file`.
pub fn outline(text: &str, first_line: u32, file: &Arc<str>) -> Checked<Outline> {
    let mut reading =
        Reading { text, position: Position::new(text, first_line), file, outline: Outline::default(), problems: Vec::new(), open: Vec::new(), paragraph: None };
    for (event, range) in parser(text).into_offset_iter() {
        reading.event(event, range);
    }
    Checked { value: reading.outline, problems: reading.problems }
}

/// A link or picture whose end has not been reached.
struct Open {
    target: String,
    kind: LinkType,
    picture: bool,
    words: String,
    /// Where what stands between the brackets ends.
    inner_end: usize,
}

struct Reading<'a> {
    text: &'a str,
    position: Position<'a>,
    file: &'a Arc<str>,
    outline: Outline,
    problems: Vec<Problem>,
    open: Vec<Open>,
    /// Whether we are in a paragraph, and whether a false list was already seen in it.
    paragraph: Option<bool>,
}

impl Reading<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let end = range.end;
        match event {
            // The range of these two spans the whole link: nothing between its brackets has been read yet.
            Event::Start(Tag::Link { link_type, dest_url, .. }) => return self.begin(link_type, &dest_url, false, range.start),
            Event::Start(Tag::Image { link_type, dest_url, .. }) => return self.begin(link_type, &dest_url, true, range.start),
            Event::End(TagEnd::Link | TagEnd::Image) => self.finish(range),
            Event::Start(Tag::Paragraph) => self.paragraph = Some(false),
            Event::End(TagEnd::Paragraph) => self.paragraph = None,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                let place = self.place(range);
                self.problems.push(problems::indented_code(place));
            }
            Event::Start(Tag::List(Some(first))) if first >= 1000 => {
                let place = self.place(range.start..range.start + first.to_string().len() + 1);
                self.problems.push(problems::year_list(place, first));
            }
            Event::Start(Tag::HtmlBlock) => self.raw_html(range),
            Event::InlineHtml(typed) if !typed.starts_with("</") => self.raw_html(range),
            Event::Text(words) => {
                self.false_list(&range);
                self.count(&words);
            }
            Event::Code(words) => self.count(&words),
            _ => {}
        }
        if let Some(open) = self.open.last_mut() {
            open.inner_end = open.inner_end.max(end);
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::at(self.file, self.position.of(range))
    }

    fn count(&mut self, words: &str) {
        let count = words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        self.outline.words = self.outline.words.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        if let Some(open) = self.open.last_mut().filter(|open| open.picture) {
            open.words.push_str(words);
        }
    }

    fn begin(&mut self, kind: LinkType, target: &str, picture: bool, start: usize) {
        let bracket = if picture { 2 } else { 1 };
        self.open.push(Open { target: target.to_owned(), kind, picture, words: String::new(), inner_end: start + bracket });
    }

    fn finish(&mut self, range: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let spot = self.position.of(self.target_range(&open, &range));
        let kind = links::kind(&open.target);
        if open.kind == LinkType::Email {
            // `<a@b.vn>` has no scheme and leads to a person.
        } else if kind == Kind::Refused {
            let nearest = open.target.split_once(':').and_then(|(scheme, _)| crate::diag::nearest::nearest(scheme.trim(), links::OWN));
            self.problems.push(problems::dangerous_link(Place::at(self.file, spot), &open.target, nearest));
        } else if open.picture {
            self.outline.pictures.push(At { value: PictureUse { file: open.target, alt: open.words.trim().to_owned() }, spot });
        } else if kind == Kind::Site {
            self.outline.links.push(At { value: open.target, spot });
        }
    }

    /// The bytes of the address itself; of the whole link where it stands elsewhere (`[words][name]`).
    fn target_range(&self, open: &Open, range: &Range<usize>) -> Range<usize> {
        match open.kind {
            LinkType::Inline => {
                let Some(rest) = self.text.get(open.inner_end..range.end).and_then(|rest| rest.strip_prefix("](")) else { return range.clone() };
                let address = rest.trim_start();
                let start = range.end - address.len();
                let (start, address) = address.strip_prefix('<').map_or((start, address), |inner| (start + 1, inner));
                let length = if address.starts_with(&open.target) { open.target.len() } else { address.find([' ', '\n', ')', '>']).unwrap_or(address.len()) };
                start..start + length
            }
            LinkType::Autolink => range.start + 1..range.end - 1,
            _ => range.clone(),
        }
    }

    fn raw_html(&mut self, range: Range<usize>) {
        let shown = raw::without_comments(&self.text[range.clone()]);
        let Some(first) = shown.lines().map(str::trim).find(|line| !line.is_empty()) else { return };
        let problem = problems::raw_html(self.place(range), first);
        self.problems.push(problem);
    }

    /// `• xã` or `– xã` at the beginning of a line of a paragraph: a list for the eye, not for the page.
    fn false_list(&mut self, range: &Range<usize>) {
        let words = &self.text[range.clone()];
        let marked = words.starts_with(['•', '·', '▪', '●', '○', '‣', '–', '—', '\u{f0b7}', '\u{2212}']);
        let alone = || self.text[..range.start].bytes().rev().find(|byte| *byte != b' ' && *byte != b'\t').is_none_or(|byte| byte == b'\n');
        if self.paragraph == Some(false) && marked && alone() {
            self.paragraph = Some(true);
            // OK because the text begins with one of the marks.
            let mark = words.chars().next().unwrap_or('•');
            let place = self.place(range.start..range.start + mark.len_utf8());
            self.problems.push(problems::false_list(place, mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Checked<Outline> {
        outline(text, 8, &"reports/2024/nam-nhun.md".into())
    }

    fn seen(text: &str) -> Vec<(&'static str, u32, u32)> {
        read(text).problems.iter().map(|p| (p.code.name, p.place.as_ref().unwrap().spot.line, p.place.as_ref().unwrap().spot.column)).collect()
    }

    #[test]
    fn links_and_pictures_stand_where_their_addresses_are_typed() {
        let text = "Huyện [Nậm Nhùn](area:nam-nhun) và [**số**]( <figure:ntm/investment/disbursed> \"x\").\n\n![Hội nghị, *năm* 2024](hoi-nghi.svg)\n[![](a.svg)](area:b) [](area:c) <https://x.vn> <a@b.vn> [m](mailto:a@b) [h](#x)\n[d][1]\n\n[1]: document:qd-1719\n";
        let outline = read(text).value;
        let links: Vec<_> = outline.links.iter().map(|l| (l.value.as_str(), l.spot.line, l.spot.column, l.spot.width)).collect();
        assert_eq!(
            links,
            [
                ("area:nam-nhun", 8, 18, 13),
                ("figure:ntm/investment/disbursed", 8, 47, 31),
                ("area:b", 11, 14, 6),
                ("area:c", 11, 25, 6),
                ("document:qd-1719", 12, 1, 6)
            ]
        );
        let pictures: Vec<_> = outline.pictures.iter().map(|p| (p.value.file.as_str(), p.value.alt.as_str(), p.spot.line, p.spot.column)).collect();
        assert_eq!(pictures, [("hoi-nghi.svg", "Hội nghị, năm 2024", 10, 25), ("a.svg", "", 11, 6)]);
    }

    #[test]
    fn words_are_counted_as_a_reader_counts_them() {
        assert_eq!(read("# Nậm Nhùn\n\nNăm 2024 – huyện có **10** xã.\n\n| a | b |\n|---|---|\n| c | `d e` |\n").value.words, 13);
    }

    #[test]
    fn typed_html_is_pointed_out_and_comments_are_not() {
        assert_eq!(seen("a <b>c</b>\n\n<div>\nx\n</div>\n"), [("raw-html", 8, 3), ("raw-html", 10, 1)]);
        assert_eq!(seen("<!-- nháp -->\n\na <!-- b --> c\n"), []);
        assert_eq!(seen("<!-- nháp\n\nhết\n"), [("raw-html", 8, 1)]);
    }

    #[test]
    fn dangerous_addresses_are_refused_however_they_are_disguised() {
        for target in [
            "javascript:alert(1)",
            "JAVASCRIPT:x",
            "java&#115;cript:x",
            "javascript&colon;x",
            "&#1;javascript:x",
            "<java&Tab;script:x>",
            "data:text/html,x",
            "vbscript:x",
            "file:///c",
        ] {
            assert_eq!(seen(&format!("[a]({target})")).first().map(|p| p.0), Some("dangerous-link"), "{target}");
            assert_eq!(seen(&format!("![a]({target})")).first().map(|p| p.0), Some("dangerous-link"), "{target}");
            assert!(read(&format!("[a]({target})")).value.links.is_empty());
        }
        assert_eq!(seen("<javascript:alert(1)>"), [("dangerous-link", 8, 2)]);
        assert_eq!(seen("<can.bo@laichau.gov.vn>"), []);
        let problem = read("[a](aera:nam-nhun)").problems.remove(0);
        assert!(problem.fix.en.contains("area:"), "{}", problem.fix.en);
    }

    #[test]
    fn traps_of_pasted_text_are_pointed_out() {
        assert_eq!(seen("Mở đầu.\n\n    Thụt vào bốn dấu cách.\n"), [("indented-code", 10, 5)]);
        assert_eq!(seen("• xã một\n• xã hai\n\n  – xã ba\n"), [("false-list", 8, 1), ("false-list", 11, 3)]);
        assert_eq!(seen("2026. Kết quả\n"), [("year-list", 8, 1)]);
        assert_eq!(seen("3. Kết quả\n4. Khác\n\n- xã\n- xã\n\nTừ **2021**– 2025 • hết\n"), []);
    }
}
