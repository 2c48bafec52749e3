//! A text as HTML: headings below the page's own, tables that scroll by themselves, pictures with their words.
//!
//! The writer is our own, tag by tag, so that nothing can reach a page that is not written here.
//! Invariant: every tag is opened and closed here; typed HTML is text; no style, no script, no event attribute.
//!
//! May use: diag; crates pulldown-cmark.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::links::{self, Kind};
use super::{parser, raw};
use crate::diag::nearest::fold;

/// Where a link leads, and what it is called when the author did not say.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// Address, relative to the page.
    pub href: String,
    /// Words used when the link has none.
    pub text: Option<String>,
    /// Whether it is a number bound to a figure: it looks like the numbers of tables, not like a link out of the text.
    pub number: bool,
}

/// A picture as it stands on the page.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// Address, relative to the page.
    pub src: String,
    /// Its files in other widths, for `srcset`; empty when there is one alone.
    pub srcset: String,
    /// The same as WebP; empty for none.
    pub webp: String,
    /// Words for those who cannot see it; those typed in the text come first.
    pub alt: String,
    /// Caption; empty for none.
    pub caption: String,
    /// Credit; empty for none.
    pub credit: String,
    /// Whether it is drawn and not a photograph.
    pub illustration: bool,
    /// Width in pixels; empty when unknown.
    pub width: String,
    /// Height in pixels; empty when unknown.
    pub height: String,
}

/// How wide a picture stands on a page: the measure of its text, or a telephone without its margins.
const SIZES: &str = "(min-width: 44rem) 42rem, 88vw";

/// What the site knows of the addresses in a text.
pub trait Resolve {
    /// Where an address inside the site leads; `None` shows the words without a link.
    fn link(&self, target: &str) -> Option<Resolved>;
    /// The picture of a file; `None` shows its words instead.
    fn picture(&self, file: &str) -> Option<Picture>;
}

/// The words of the page's language that prose needs.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Marks a drawn picture: "Hình minh họa".
    pub illustration: &'a str,
    /// Names a table for those who hear it: "Bảng".
    pub table: &'a str,
    /// What each of `CALLOUTS` is called: "Lưu ý".
    pub callouts: [&'a str; CALLOUTS.len()],
}

/// The kinds of callout, as their class and their words are named, with the shape each has beside its word.
pub const CALLOUTS: [(&str, &str); 5] = [("note", "●"), ("tip", "★"), ("important", "◆"), ("warning", "▲"), ("caution", "■")];

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// HTML that is safe to set on a page.
    Html(String),
    /// Live figures, drawn by the site.
    Block {
        /// `table`, `progress` or `chart`.
        kind: &'static str,
        /// Which figures.
        address: String,
        /// The words typed for it: its caption.
        caption: String,
    },
}

/// A text as it is set on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its pieces, in order.
    pub parts: Vec<Part>,
    /// Its headings of the highest level, each with its id and its words.
    pub headings: Vec<(String, String)>,
}

/// A text in the pieces it is set on a page in.
pub fn html(text: &str, resolve: &dyn Resolve, words: Words<'_>) -> Text {
    let events: Vec<Event<'_>> = parser(text).collect();
    let mut writer = Writer {
        out: String::with_capacity(text.len() + text.len() / 4),
        resolve,
        words,
        levels: Vec::new(),
        heading: None,
        under: String::new(),
        tables: HashMap::new(),
        // The page's own landmarks.
        ids: HashSet::from(["main".to_owned(), "feedback".to_owned()]),
        repeats: HashMap::new(),
        links: Vec::new(),
        alignments: Vec::new(),
        cell: 0,
        head: false,
        depth: 0,
        parts: Vec::new(),
        headings: Vec::new(),
    };
    let mut at = 0;
    while at < events.len() {
        at = writer.event(&events, at);
    }
    writer.close_part();
    Text { parts: writer.parts, headings: writer.headings }
}

struct Writer<'a> {
    out: String,
    resolve: &'a dyn Resolve,
    words: Words<'a>,
    /// The headings the present place stands under, as typed. How many there are is what counts,
    /// so a text may begin with `##` and leave steps out, and the page still does not.
    levels: Vec<HeadingLevel>,
    /// Where the open heading begins, and its words.
    heading: Option<(usize, String)>,
    /// The words of the last heading, and how many tables have a name.
    under: String,
    tables: HashMap<String, u32>,
    ids: HashSet<String>,
    repeats: HashMap<String, u32>,
    /// Open links: where their words begin, what to say when there are none, and whether that is a number; `None` for one that leads nowhere.
    links: Vec<Option<(usize, String, bool)>>,
    alignments: Vec<Alignment>,
    cell: usize,
    head: bool,
    /// How many quotations and lists are open.
    depth: u32,
    /// The pieces that are done.
    parts: Vec<Part>,
    headings: Vec<(String, String)>,
}

impl Writer<'_> {
    fn close_part(&mut self) {
        if !self.out.trim().is_empty() {
            self.parts.push(Part::Html(std::mem::take(&mut self.out)));
        }
    }

    /// Writes the event at `at`, and more where several belong together; says where to go on.
    fn event(&mut self, events: &[Event<'_>], at: usize) -> usize {
        match &events[at] {
            Event::Start(Tag::Paragraph) => {
                if let Some(end) = only_pictures(events, at + 1) {
                    return self.figures(events, at + 1, end);
                }
                self.out.push_str("<p>");
            }
            Event::Start(Tag::Image { link_type: _, dest_url, title, id: _ }) => {
                let (alt, next) = plain(events, at + 1);
                self.picture(dest_url, title, &alt, false);
                return next;
            }
            Event::Start(Tag::HtmlBlock) => {
                let mut next = at + 1;
                let mut typed = String::new();
                while let Some(Event::Html(line) | Event::Text(line)) = events.get(next) {
                    typed.push_str(line);
                    next += 1;
                }
                let shown = raw::without_comments(&typed);
                if !shown.trim().is_empty() {
                    self.out.push_str("<p>");
                    self.text(shown.trim());
                    self.out.push_str("</p>\n");
                }
                return next;
            }
            Event::Start(tag) => self.start(tag),
            Event::End(TagEnd::Link) => {
                if let Some(Event::Text(next)) = events.get(at + 1) {
                    self.say_unit_once(next);
                }
                self.end(TagEnd::Link);
            }
            Event::End(tag) => self.end(*tag),
            Event::Text(words) => self.text(words),
            Event::Code(words) => {
                self.out.push_str("<code>");
                self.text(words);
                self.out.push_str("</code>");
            }
            Event::Html(typed) | Event::InlineHtml(typed) => self.text(&raw::without_comments(typed)),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            // Footnotes, task lists and formulas are not switched on.
            _ => {}
        }
        at + 1
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.levels.retain(|above| above < level);
                self.levels.push(*level);
                self.heading = Some((self.out.len(), String::new()));
            }
            Tag::BlockQuote(kind) => {
                self.depth += 1;
                match kind {
                    None => self.out.push_str("<blockquote>\n"),
                    Some(kind) => self.callout(*kind),
                }
            }
            // What a reader is to type at a prompt is told apart from files and answers.
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if info.split_whitespace().next() == Some("console") => {
                self.out.push_str("<pre class=\"typed\"><code>");
            }
            Tag::CodeBlock(_) => self.out.push_str("<pre><code>"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => {
                let _ = writeln!(self.out, "<ol start=\"{first}\">");
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::Item => {
                self.depth += 1;
                self.out.push_str("<li>");
            }
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.out.push_str("<div class=\"prose-table\" role=\"region\" tabindex=\"0\" aria-label=\"");
                let name = self.table_name();
                attribute(&mut self.out, &name);
                self.out.push_str("\">\n<table>\n");
            }
            Tag::TableHead => {
                (self.head, self.cell) = (true, 0);
                self.out.push_str("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => {
                self.out.push_str(if self.head { "<th scope=\"col\"" } else { "<td" });
                self.out.push_str(match self.alignments.get(self.cell) {
                    Some(Alignment::Left) => " class=\"align-left\">",
                    Some(Alignment::Center) => " class=\"align-center\">",
                    Some(Alignment::Right) => " class=\"align-right\">",
                    _ => ">",
                });
            }
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, id: _ } => self.link(*link_type, dest_url, title),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(kind) => {
                self.depth -= 1;
                self.out.push_str(if kind.is_none() { "</blockquote>\n" } else { "</div>\n" });
            }
            TagEnd::CodeBlock => self.out.push_str("</code></pre>\n"),
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => {
                self.depth -= 1;
                self.out.push_str("</li>\n");
            }
            TagEnd::Table => self.out.push_str("</tbody>\n</table>\n</div>\n"),
            TagEnd::TableHead => {
                self.head = false;
                self.out.push_str("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => {
                self.cell += 1;
                self.out.push_str(if self.head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link => {
                if let Some(Some((from, words, _))) = self.links.pop() {
                    if self.out.len() == from {
                        self.text(&words);
                    }
                    self.out.push_str("</a>");
                }
            }
            _ => {}
        }
    }

    /// Opens a callout as the component of that name draws one: its shape and its word stand above what it says.
    fn callout(&mut self, kind: BlockQuoteKind) {
        let at = match kind {
            BlockQuoteKind::Note => 0,
            BlockQuoteKind::Tip => 1,
            BlockQuoteKind::Important => 2,
            BlockQuoteKind::Warning => 3,
            BlockQuoteKind::Caution => 4,
        };
        let ((class, shape), word) = (CALLOUTS[at], self.words.callouts[at]);
        let _ = write!(self.out, "<div class=\"callout callout--{class}\"><p class=\"callout__word\"><span aria-hidden=\"true\">{shape}</span> ");
        escape(&mut self.out, word, false);
        self.out.push_str("</p>\n");
    }

    /// The opening tag goes in last: its id is made of the words between.
    fn end_heading(&mut self) {
        let Some((from, words)) = self.heading.take() else { return };
        self.under.clone_from(&words);
        let level = (1 + self.levels.len()).min(4);
        let id = self.id(&words);
        self.out.insert_str(from, &format!("<h{level} id=\"{id}\">"));
        if level == 2 {
            self.headings.push((id, words.trim().to_owned()));
        }
        let _ = writeln!(self.out, "</h{level}>");
    }

    /// What a table is called for those who hear it: after the heading it stands under, and counted where that is not enough.
    fn table_name(&mut self) -> String {
        let word = self.words.table;
        let name = if self.under.trim().is_empty() { word.to_owned() } else { format!("{word}: {}", self.under.trim()) };
        let times = self.tables.entry(name.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { name } else { format!("{name} ({times})") }
    }

    /// An id of plain letters that no other heading of the text has.
    fn id(&mut self, words: &str) -> String {
        let mut id = String::new();
        for letter in fold(words).chars() {
            if letter.is_ascii_alphanumeric() {
                id.push(letter);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
            if id.len() == 60 {
                break;
            }
        }
        let base = match id.trim_end_matches('-') {
            "" => "muc".to_owned(),
            words => words.to_owned(),
        };
        let mut id = base.clone();
        while !self.ids.insert(id.clone()) {
            let times = self.repeats.entry(base.clone()).or_insert(1);
            *times += 1;
            id = format!("{base}-{times}");
        }
        id
    }

    fn link(&mut self, link_type: LinkType, target: &str, title: &str) {
        let kind = if link_type == LinkType::Email { Kind::Person } else { links::kind(target) };
        let mut number = false;
        let (href, words) = match kind {
            Kind::Outside | Kind::Here => (target.to_owned(), target.to_owned()),
            Kind::Person if link_type == LinkType::Email => (format!("mailto:{target}"), target.to_owned()),
            Kind::Person => (target.to_owned(), target.split_once(':').map_or(target, |(_, who)| who).to_owned()),
            Kind::Site => match self.resolve.link(target) {
                Some(resolved) => {
                    number = resolved.number;
                    (resolved.href, resolved.text.unwrap_or_else(|| target.to_owned()))
                }
                None => return self.links.push(None),
            },
            Kind::Refused => return self.links.push(None),
        };
        self.out.push_str(if number { "<a class=\"value\" href=\"" } else { "<a href=\"" });
        address(&mut self.out, &href);
        self.out.push('"');
        if kind == Kind::Outside {
            self.out.push_str(" rel=\"noopener external\"");
        }
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            attribute(&mut self.out, title);
            self.out.push('"');
        }
        self.out.push('>');
        self.links.push(Some((self.out.len(), words, number)));
    }

    /// A number that is filled in leaves out the unit the writer has typed after it: `[](figure:…) triệu đồng`.
    fn say_unit_once(&mut self, next: &str) {
        let Some(Some((_, words, true))) = self.links.last_mut() else { return };
        let next = next.trim_start();
        let again = |at: &usize| next.strip_prefix(&words[*at + 1..]).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        if let Some(at) = words.match_indices(' ').map(|(at, _)| at).find(again) {
            words.truncate(at);
        }
    }

    /// Pictures alone in their paragraph stand as figures of their own.
    fn figures(&mut self, events: &[Event<'_>], from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            if let Event::Start(Tag::Image { dest_url, title, .. }) = &events[at] {
                let (alt, next) = plain(events, at + 1);
                match links::block(dest_url).filter(|_| self.depth == 0) {
                    Some((kind, address)) => {
                        self.close_part();
                        self.parts.push(Part::Block { kind, address: address.to_owned(), caption: alt.trim().to_owned() });
                    }
                    None => self.picture(dest_url, title, &alt, true),
                }
                at = next;
            } else {
                at += 1;
            }
        }
        end + 1
    }

    fn picture(&mut self, file: &str, title: &str, alt: &str, figure: bool) {
        let known = if links::kind(file) == Kind::Refused { None } else { self.resolve.picture(file) };
        let Some(picture) = known else {
            let (open, close) = if figure { ("<p>", "</p>\n") } else { ("", "") };
            if !alt.is_empty() {
                self.out.push_str(open);
                self.text(alt);
                self.out.push_str(close);
            }
            return;
        };
        let (outer, note) = if figure { ("figure", "figcaption") } else { ("span", "small") };
        let _ = write!(self.out, "<{outer} class=\"picture\">");
        if !picture.webp.is_empty() {
            self.out.push_str("<picture><source type=\"image/webp\" srcset=\"");
            attribute(&mut self.out, &picture.webp);
            let _ = write!(self.out, "\" sizes=\"{SIZES}\">");
        }
        self.out.push_str("<img src=\"");
        address(&mut self.out, &picture.src);
        if !picture.srcset.is_empty() {
            self.out.push_str("\" srcset=\"");
            attribute(&mut self.out, &picture.srcset);
            let _ = write!(self.out, "\" sizes=\"{SIZES}");
        }
        let alt = if alt.is_empty() { &picture.alt } else { alt };
        let caption = if picture.caption.is_empty() { title } else { &picture.caption };
        for (name, value) in [("alt", alt), ("width", &picture.width), ("height", &picture.height)] {
            if name == "alt" || !value.is_empty() {
                let _ = write!(self.out, "\" {name}=\"");
                attribute(&mut self.out, value);
            }
        }
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\">");
        if !picture.webp.is_empty() {
            self.out.push_str("</picture>");
        }
        let mark = if picture.illustration { self.words.illustration } else { "" };
        if !(mark.is_empty() && caption.is_empty() && picture.credit.is_empty()) {
            let _ = write!(self.out, "<{note}>");
            for (open, words, close) in [("<b>", mark, "</b>"), ("", caption, ""), ("", picture.credit.as_str(), "")] {
                if !words.is_empty() {
                    self.out.push_str(open);
                    self.text(words);
                    self.out.push_str(close);
                    self.out.push(' ');
                }
            }
            self.out.pop();
            let _ = write!(self.out, "</{note}>");
        }
        let _ = write!(self.out, "</{outer}>{}", if figure { "\n" } else { "" });
    }

    fn text(&mut self, words: &str) {
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(words);
        }
        escape(&mut self.out, words, false);
    }
}

/// Where the paragraph ends, when it holds pictures and nothing else.
fn only_pictures(events: &[Event<'_>], mut at: usize) -> Option<usize> {
    let mut any = false;
    loop {
        match events.get(at)? {
            Event::Start(Tag::Image { .. }) => {
                any = true;
                at = plain(events, at + 1).1;
            }
            Event::SoftBreak | Event::HardBreak => at += 1,
            Event::Text(words) if words.trim().is_empty() => at += 1,
            Event::End(TagEnd::Paragraph) => return any.then_some(at),
            _ => return None,
        }
    }
}

/// The words of a picture, from the event after its beginning, and the event after its end.
fn plain(events: &[Event<'_>], mut at: usize) -> (String, usize) {
    let (mut words, mut depth) = (String::new(), 0);
    while let Some(event) = events.get(at) {
        at += 1;
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) if depth == 0 => break,
            Event::End(TagEnd::Image) => depth -= 1,
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    (words.trim().to_owned(), at)
}

fn attribute(out: &mut String, value: &str) {
    escape(out, value, true);
}

fn escape(out: &mut String, text: &str, attribute: bool) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            // Control characters may not stand in HTML at all.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// An address as an attribute: what may not stand in one is written as `%20`.
fn address(out: &mut String, href: &str) {
    for letter in href.trim().chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                // OK because these are all ASCII.
                let _ = write!(out, "%{:02X}", letter as u32);
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
