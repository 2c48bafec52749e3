//! A page as a browser would read it: elements in elements, words decoded.
//!
//! Strict where a browser forgives: an element that is closed in the wrong place is a panic, because the
//! next browser may forgive it in another way.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Elements that have no end.
const VOID: [&str; 9] = ["base", "meta", "link", "img", "br", "hr", "input", "source", "col"];

/// An element of a page.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name, in small letters.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// What stands in it.
    pub inside: Vec<Inside>,
}

/// What can stand in an element.
#[derive(Debug)]
pub enum Inside {
    /// Words.
    Words(String),
    /// A further element.
    Element(Element),
}

/// Reads a page; `name` is only for messages.
#[track_caller]
pub fn page(name: &str, html: &str) -> Element {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let mut open = vec![Element::default()];
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                let element = Element {
                    name: text(&tag.name),
                    attributes: tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect(),
                    inside: Vec::new(),
                };
                open.push(element);
                if tag.self_closing || VOID.contains(&&*text(&tag.name)) {
                    close(&mut open);
                }
            }
            Token::EndTag(tag) => {
                let last = &open[open.len() - 1].name;
                assert_eq!(*last, text(&tag.name), "{name}: <{last}> is closed by </{}>", text(&tag.name));
                close(&mut open);
            }
            Token::String(words) => open.last_mut().expect("the page itself is open").inside.push(Inside::Words(text(&words))),
            Token::Error(error) => panic!("{name}: {error:?}"),
            Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    assert_eq!(open.len(), 1, "{name}: <{}> is never closed", open[open.len() - 1].name);
    open.remove(0)
}

fn close(open: &mut Vec<Element>) {
    let element = open.pop().expect("something is open");
    open.last_mut().expect("the page itself is open").inside.push(Inside::Element(element));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")
}

impl Element {
    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Every element inside, in the order of the page.
    pub fn all(&self) -> Vec<&Element> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'e>(&'e self, into: &mut Vec<&'e Element>) {
        for inside in &self.inside {
            if let Inside::Element(element) = inside {
                into.push(element);
                element.collect(into);
            }
        }
    }

    /// Every element of a name inside.
    pub fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|e| e.name == name).collect()
    }

    /// The element with an id.
    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.all().into_iter().find(|e| e.attribute("id") == Some(id))
    }

    /// Where links inside lead.
    pub fn links(&self) -> Vec<&str> {
        self.named("a").into_iter().filter_map(|a| a.attribute("href")).collect()
    }

    /// The text right inside, untouched: of a style or a script.
    pub fn raw(&self) -> String {
        self.inside.iter().map(|inside| if let Inside::Words(words) = inside { words.as_str() } else { "" }).collect()
    }

    /// The words inside: runs of spaces are one space, a hard space is a space; styles and scripts say nothing.
    pub fn words(&self) -> String {
        let mut all = String::new();
        self.speak(&mut all);
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn speak(&self, all: &mut String) {
        if matches!(self.name.as_str(), "style" | "script") {
            return;
        }
        for inside in &self.inside {
            match inside {
                Inside::Words(words) => all.push_str(words),
                Inside::Element(element) => {
                    // A reader sees a gap between blocks, and none between words of one line.
                    let line = ["a", "b", "strong", "em", "i", "span", "abbr", "time", "sup", "sub", "code", "wbr"].contains(&&*element.name);
                    all.push_str(if line { "" } else { " " });
                    element.speak(all);
                    all.push_str(if line { "" } else { " " });
                }
            }
        }
    }

    /// The element in a form a person can read: one line for each tag and each run of words.
    pub fn outline(&self) -> String {
        let mut out = String::new();
        self.draw(0, &mut out);
        out
    }

    fn draw(&self, depth: usize, out: &mut String) {
        let space = "  ".repeat(depth);
        let attributes: String =
            self.attributes.iter().map(|(name, value)| if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{value}\"") }).collect();
        out.push_str(&format!("{space}<{}{attributes}>\n", self.name));
        for inside in &self.inside {
            match inside {
                Inside::Words(words) => {
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    if !words.is_empty() {
                        out.push_str(&format!("{space}  {words}\n"));
                    }
                }
                Inside::Element(element) => element.draw(depth + 1, out),
            }
        }
    }
}
