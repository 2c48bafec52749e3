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
use super::passages::{Cutter, Passage};
use super::position::Position;
use super::{parser, problems, raw};
use crate::diag::{At, Checked, Place, Problem, Spot, Swap};

/// What is to be known of a text before its page is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Addresses inside the site, as typed; links to other sites and to the page itself are not among them.
    pub links: Vec<At<String>>,
    /// Pictures.
    pub pictures: Vec<At<PictureUse>>,
    /// Numbers bound to figures.
    pub figures: Vec<FigureUse>,
    /// Live figures shown in the text.
    pub blocks: Vec<At<String>>,
    /// How many words it has.
    pub words: u32,
}

/// A link to a figure, with what stands around it: the words of a number do not all stand in the brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureUse {
    /// The address, without `figure:`.
    pub address: At<String>,
    /// The words between the brackets.
    pub words: At<String>,
    /// Words before the link, at most 80 letters; a line end where another paragraph, item or cell ended.
    pub before: String,
    /// Words after it in the same paragraph, at most 24 letters.
    pub after: String,
    /// The heading of the column it stands in; empty outside of tables.
    pub heading: String,
    /// Whether it stands in the title or the lead.
    pub front: bool,
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
    let mut reading = Reading::new(text, first_line, file);
    for (event, range) in parser(text).into_offset_iter() {
        reading.event(event, range);
    }
    Checked { value: reading.outline, problems: reading.problems }
}

/// Reads a text as `outline` does and gives its passages, and where a range of it stands, to `look`.
pub fn outline_with<T>(
    text: &str,
    first_line: u32,
    file: &Arc<str>,
    look: impl FnOnce(&[Passage], &dyn Fn(Range<usize>) -> Spot) -> T,
) -> (Checked<Outline>, T) {
    let mut reading = Reading::new(text, first_line, file);
    let mut cutter = Cutter::default();
    for (event, range) in parser(text).into_offset_iter() {
        cutter.event(text, &event, &range);
        reading.event(event, range);
    }
    let seen = look(&cutter.finish(), &|range| reading.position.of(range));
    (Checked { value: reading.outline, problems: reading.problems }, seen)
}

/// How links to figures begin.
pub(super) const FIGURE: &str = "figure:";

/// A link or picture whose end has not been reached.
struct Open {
    target: String,
    kind: LinkType,
    picture: bool,
    words: String,
    /// Where what stands between the brackets begins.
    inner_start: usize,
    /// What was said before it.
    before: String,
    /// Where what stands between the brackets ends.
    inner_end: usize,
}

/// The words gone by, for the numbers among them.
#[derive(Default)]
struct Told {
    /// The last words.
    before: String,
    /// Which figures still wait for the words after them, from this one on.
    waiting: usize,
    /// The headings of the open table, and whether they are just being read.
    headings: Vec<String>,
    head: bool,
    cell: usize,
}

/// How many letters before and after a link are kept.
pub(super) const BEFORE: usize = 80;
pub(super) const AFTER: usize = 24;

/// The last so many letters of a text.
pub(super) fn last_letters(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &text[from..]
}

impl Told {
    /// The last letters said.
    fn tail(&self) -> String {
        last_letters(&self.before, BEFORE).to_owned()
    }

    fn say(&mut self, words: &str, figures: &mut [FigureUse]) {
        if self.head
            && let Some(heading) = self.headings.last_mut()
        {
            heading.push_str(words);
        }
        for figure in figures.iter_mut().skip(self.waiting) {
            let room = AFTER.saturating_sub(figure.after.chars().count());
            figure.after.extend(words.chars().take(room));
        }
        while figures.get(self.waiting).is_some_and(|figure| figure.after.chars().count() >= AFTER) {
            self.waiting += 1;
        }
        self.before.push_str(words);
        if self.before.len() > 4096 {
            self.before = self.tail();
        }
    }

    /// A paragraph, item or cell ended: what follows is not said in one breath.
    fn stop(&mut self, figures: usize) {
        self.waiting = figures;
        if !self.before.ends_with('\n') {
            self.before.push('\n');
        }
    }
}

/// The scheme of the site that a mistyped one was meant to be, with its colon.
fn meant_scheme(typed: &str, picture: bool) -> Option<String> {
    let known = links::OWN.into_iter().chain(links::BLOCKS.into_iter().filter(|_| picture));
    crate::diag::nearest::only(typed.trim(), known).map(|scheme| format!("{scheme}:"))
}

/// Marks that look like those of a list and are none to Markdown.
const MARKS: [char; 10] = ['•', '·', '▪', '●', '○', '‣', '–', '—', '\u{f0b7}', '\u{2212}'];

struct Reading<'a> {
    text: &'a str,
    position: Position<'a>,
    file: &'a Arc<str>,
    outline: Outline,
    problems: Vec<Problem>,
    open: Vec<Open>,
    /// Whether we are in a paragraph, and whether a false list was already seen in it.
    paragraph: Option<bool>,
    told: Told,
    /// How many quotations, lists and tables we are in.
    depth: u32,
    /// Blocks of the open paragraph, and whether it holds anything else.
    blocks: Vec<Spot>,
    other: bool,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str, first_line: u32, file: &'a Arc<str>) -> Self {
        Reading {
            text,
            position: Position::new(text, first_line),
            file,
            outline: Outline::default(),
            problems: Vec::new(),
            open: Vec::new(),
            paragraph: None,
            depth: 0,
            blocks: Vec::new(),
            other: false,
            told: Told::default(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let end = range.end;
        match event {
            // The range of these two spans the whole link: nothing between its brackets has been read yet.
            Event::Start(Tag::Link { link_type, dest_url, .. }) => return self.begin(link_type, &dest_url, false, range.start),
            Event::Start(Tag::Image { link_type, dest_url, .. }) => return self.begin(link_type, &dest_url, true, range.start),
            Event::End(TagEnd::Link | TagEnd::Image) => self.finish(range),
            Event::Start(Tag::Paragraph) => {
                self.paragraph = Some(false);
                self.other = false;
            }
            Event::End(TagEnd::Paragraph) => {
                self.paragraph = None;
                self.end_blocks();
                self.told.stop(self.outline.figures.len());
            }
            Event::Start(Tag::BlockQuote(_) | Tag::Item | Tag::Table(_)) => self.depth += 1,
            Event::Start(Tag::TableHead) => {
                self.told.headings.clear();
                (self.told.head, self.told.cell) = (true, 0);
            }
            Event::Start(Tag::TableCell) if self.told.head => self.told.headings.push(String::new()),
            Event::Start(Tag::TableRow) => self.told.cell = 0,
            Event::End(TagEnd::TableHead) => self.told.head = false,
            Event::End(TagEnd::Table) => {
                self.depth = self.depth.saturating_sub(1);
                self.told.headings.clear();
            }
            Event::End(TagEnd::BlockQuote(_)) => self.depth = self.depth.saturating_sub(1),
            Event::End(TagEnd::TableCell) => {
                self.told.cell += 1;
                self.end_blocks();
                self.told.stop(self.outline.figures.len());
            }
            Event::End(end @ (TagEnd::Item | TagEnd::Heading(_))) => {
                self.depth = self.depth.saturating_sub(u32::from(end == TagEnd::Item));
                self.end_blocks();
                self.told.stop(self.outline.figures.len());
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(open) = self.open.last_mut() {
                    open.words.push(' ');
                }
                self.told.say(" ", &mut self.outline.figures);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                let margins = self.margins(&range);
                let place = self.place(range);
                self.problems.push(problems::indented_code(place).with(margins));
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
        if let Some(open) = self.open.last_mut() {
            open.words.push_str(words);
        }
        self.other |= !self.open.iter().any(|open| open.picture) && !words.trim().is_empty();
        self.told.say(words, &mut self.outline.figures);
    }

    /// A block stands alone: it is a table or a drawing, and no part of a sentence or of a list.
    fn end_blocks(&mut self) {
        let misplaced = self.other || self.depth > 0 || self.paragraph.is_some();
        for spot in self.blocks.drain(..) {
            if misplaced {
                self.problems.push(problems::block_in_text(Place::at(self.file, spot)));
            }
        }
    }

    fn begin(&mut self, kind: LinkType, target: &str, picture: bool, start: usize) {
        let bracket = if picture { 2 } else { 1 };
        let before = if target.starts_with(FIGURE) { self.told.tail() } else { String::new() };
        let inner_start = start + bracket;
        self.open.push(Open { target: target.to_owned(), kind, picture, words: String::new(), inner_start, before, inner_end: inner_start });
    }

    fn finish(&mut self, range: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let spot = self.position.of(self.target_range(&open, &range));
        if open.picture && links::block(&open.target).is_some() {
            // A link around it, or a heading, is no place for a block.
            self.other |= !self.open.is_empty() || self.paragraph.is_none();
            self.blocks.push(spot);
            return self.outline.blocks.push(At { value: open.target, spot });
        }
        self.other |= !open.picture;
        let kind = links::kind(&open.target);
        if open.kind == LinkType::Email {
            // `<a@b.vn>` has no scheme and leads to a person.
        } else if kind == Kind::Refused {
            let nearest = open.target.split_once(':').and_then(|(scheme, _)| {
                crate::diag::nearest::nearest(scheme.trim(), links::OWN.into_iter().chain(links::BLOCKS.into_iter().filter(|_| open.picture)))
            });
            let problem = problems::dangerous_link(Place::at(self.file, spot), &open.target, nearest);
            self.problems.push(match open.target.split_once(':') {
                Some((scheme, _)) => problem.meant_if(&format!("{scheme}:"), meant_scheme(scheme, open.picture).as_deref()),
                None => problem,
            });
        } else if open.picture {
            self.outline.pictures.push(At { value: PictureUse { file: open.target, alt: open.words.trim().to_owned() }, spot });
        } else if kind == Kind::Site {
            if let Some(address) = open.target.strip_prefix(FIGURE) {
                let inner = open.inner_start.min(open.inner_end)..open.inner_end;
                self.outline.figures.push(FigureUse {
                    address: At { value: address.to_owned(), spot },
                    words: At { value: open.words, spot: self.position.of(inner) },
                    before: open.before,
                    after: String::new(),
                    heading: self.told.headings.get(self.told.cell).filter(|_| !self.told.head).cloned().unwrap_or_default(),
                    front: false,
                });
            }
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
        let marked = words.starts_with(MARKS);
        let alone = || self.text[..range.start].bytes().rev().find(|byte| *byte != b' ' && *byte != b'\t').is_none_or(|byte| byte == b'\n');
        if self.paragraph == Some(false) && marked && alone() {
            self.paragraph = Some(true);
            // OK because the text begins with one of the marks.
            let mark = words.chars().next().unwrap_or('•');
            let place = self.place(range.start..range.start + mark.len_utf8());
            let marks = self.marks(range.start);
            self.problems.push(problems::false_list(place, mark).with(marks));
        }
    }

    /// A hyphen for each mark at the beginning of a line, from here to the end of the paragraph.
    fn marks(&self, from: usize) -> Vec<Swap> {
        let mut at = from;
        let mut all = Vec::new();
        for line in self.text[from..].split_inclusive('\n').take_while(|line| !line.trim().is_empty()) {
            let start = at + (line.len() - line.trim_start_matches([' ', '\t']).len());
            at += line.len();
            let Some(mark) = self.text[start..at].chars().next().filter(|mark| MARKS.contains(mark)) else { continue };
            let rest = &self.text[start + mark.len_utf8()..at];
            let is = if rest.starts_with([' ', '\t']) { "-" } else { "- " };
            all.push(Swap { spot: self.position.of(start..start + mark.len_utf8()), was: mark.to_string(), is: is.to_owned() });
        }
        all
    }

    /// The white space in front of each line of a block that became code by it.
    fn margins(&self, range: &Range<usize>) -> Vec<Swap> {
        let start = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let mut at = start;
        let mut all = Vec::new();
        for line in self.text[start..range.end].split_inclusive('\n') {
            let margin = line.len() - line.trim_start_matches([' ', '\t']).len();
            if margin > 0 && !line.trim().is_empty() {
                all.push(Swap { spot: self.position.of(at..at + margin), was: line[..margin].to_owned(), is: String::new() });
            }
            at += line.len();
        }
        all
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
    fn a_bound_number_is_kept_with_the_words_around_it() {
        assert_eq!(read("[*780*\ntriệu đồng](figure:a)").value.figures[0].words.value, "780 triệu đồng");
        let text = "Huyện giải ngân trên\n**[35.215](figure:a)** triệu đồng, đạt [](figure:b).\n\n| Xã | Vốn (*tỷ đồng*) |\n|---|--:|\n| Dự kiến | [0,78](figure:c) |\n\n- [6/10](figure:d)\n";
        let figures = read(text).value.figures;
        let seen: Vec<_> = figures
            .iter()
            .map(|f| (f.words.value.as_str(), f.words.spot.line, f.words.spot.column, f.before.as_str(), f.after.as_str(), f.heading.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("35.215", 9, 4, "Huyện giải ngân trên ", " triệu đồng, đạt .", ""),
                ("", 9, 41, "Huyện giải ngân trên 35.215 triệu đồng, đạt ", ".", ""),
                ("0,78", 13, 14, "Huyện giải ngân trên 35.215 triệu đồng, đạt .\nXã\nVốn (tỷ đồng)\nDự kiến\n", "", "Vốn (tỷ đồng)"),
                ("6/10", 15, 4, "Huyện giải ngân trên 35.215 triệu đồng, đạt .\nXã\nVốn (tỷ đồng)\nDự kiến\n0,78\n", "", ""),
            ]
        );
    }

    #[test]
    fn a_block_stands_alone_in_its_paragraph() {
        let text = "![Vốn](table:budget)\n\n![](progress:ntm/investment)\n![Ảnh](a.svg)\n";
        let outline = read(text).value;
        assert_eq!(
            outline.blocks.iter().map(|b| (b.value.as_str(), b.spot.line, b.spot.column)).collect::<Vec<_>>(),
            [("table:budget", 8, 8), ("progress:ntm/investment", 10, 5)]
        );
        assert_eq!(outline.pictures.len(), 1);
        assert_eq!(seen(text), []);
        for text in [
            "Xem ![Vốn](table:budget)",
            "![Vốn](table:budget) đây",
            "- ![Vốn](table:budget)",
            "> ![Vốn](chart:ntm)",
            "# ![Vốn](chart:ntm)",
            "[![Vốn](chart:ntm)](area:a)",
            "| a |\n|---|\n| ![Vốn](chart:ntm) |",
        ] {
            assert_eq!(seen(text).iter().map(|seen| seen.0).collect::<Vec<_>>(), ["block-in-text"], "{text}");
        }
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
