//! A part of a workbook as a row of tags and words, each with the bytes it takes up.
//!
//! Invariant: names come without the prefix of their namespace; words come with their references resolved.
//!
//! May use: nothing; crates quick-xml.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// One tag or some words.
#[derive(Debug)]
pub enum Piece {
    /// `<c r="A1">`, or `<c/>` when `empty`.
    Open {
        /// Its name.
        name: String,
        /// Its attributes.
        attributes: Vec<(String, String)>,
        /// Whether it closes itself.
        empty: bool,
        /// The bytes of the tag.
        bytes: Range<usize>,
    },
    /// `</c>`.
    Close {
        /// Its name.
        name: String,
        /// The bytes of the tag.
        bytes: Range<usize>,
    },
    /// Words between tags.
    Words(String),
}

/// The value of an attribute.
pub fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// Gives every piece of `text`; `None` where it is no XML.
pub fn each(text: &str, mut take: impl FnMut(Piece)) -> Option<()> {
    let mut reader = Reader::from_str(text);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().ok()?;
        let bytes = start..reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => take(open(&tag, false, bytes)?),
            Event::Empty(tag) => take(open(&tag, true, bytes)?),
            Event::End(tag) => take(Piece::Close { name: local(tag.name().as_ref()), bytes }),
            Event::Text(words) => take(Piece::Words(words.xml10_content().into_owned())),
            Event::CData(words) => take(Piece::Words(words.xml10_content().into_owned())),
            Event::GeneralRef(reference) => {
                let whole = &text[bytes];
                let letter = match reference.resolve_char_ref().ok()? {
                    Some(letter) => letter.to_string(),
                    None => match whole {
                        "&amp;" => "&".to_owned(),
                        "&lt;" => "<".to_owned(),
                        "&gt;" => ">".to_owned(),
                        "&quot;" => "\"".to_owned(),
                        "&apos;" => "'".to_owned(),
                        _ => return None,
                    },
                };
                take(Piece::Words(letter));
            }
            // A workbook has no such thing; a file that has wants to do something else.
            Event::DocType(_) => return None,
            Event::Eof => return Some(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

fn open(tag: &BytesStart<'_>, empty: bool, bytes: Range<usize>) -> Option<Piece> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        attributes.push((attribute.key.as_ref().to_owned(), attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
    }
    Some(Piece::Open { name: local(tag.name().as_ref()), attributes, empty, bytes })
}

/// Words as they stand between tags or in an attribute.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no other signs that command.
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
    out
}
