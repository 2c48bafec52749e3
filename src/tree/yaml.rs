//! YAML into a tree, with the place of every key and value.
//!
//! The parser is the one under serde-saphyr, used directly so that numbers keep their typed text.
//! Invariant: aliases are refused, depth and size are bounded.
//!
//! May use: diag; crates granit-parser.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span, StrInput};

use super::{Desk, Key, Kind, Node, problems};
use crate::diag::Spot;

const MOST_NODES: usize = 200_000;
const DEEPEST: usize = 40;

/// Reads one YAML document. `first_line` is the number of its first line in the file, so that places in a
/// report's front matter count from the top of the report.
pub fn read<'a>(text: &'a str, first_line: u32, desk: &mut Desk) -> Option<Node<'a>> {
    let mut reader = Reader { events: Parser::new_from_str(text), first_line, nodes: 0, stopped: false };
    match reader.document(desk) {
        Ok(node) => node,
        Err(Stop::Broken(line, column)) => {
            report_broken(text, first_line, line, column, desk);
            None
        }
        Err(Stop::TooDeep(line, column)) => {
            let spot = Spot { line: first_line + line.max(1) - 1, column, width: 1 };
            desk.say(problems::file_too_complex(desk.place(spot)));
            None
        }
        Err(Stop::Said) => None,
    }
}

enum Stop {
    /// The parser gave up at this line and column (from 1).
    Broken(u32, u32),
    /// The parser met deeper nesting than it follows, at this line and column.
    TooDeep(u32, u32),
    /// A problem has been noted already.
    Said,
}

struct Reader<'a> {
    events: Parser<'a, StrInput<'a>>,
    first_line: u32,
    nodes: usize,
    stopped: bool,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, Stop> {
        match self.events.next_event() {
            None => Ok(None),
            Some(Ok(pair)) => Ok(Some(pair)),
            Some(Err(error)) => {
                let mark = error.marker();
                if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
                    return Err(Stop::TooDeep(mark.line() as u32, mark.col() as u32 + 1));
                }
                Err(Stop::Broken(mark.line() as u32, mark.col() as u32 + 1))
            }
        }
    }

    fn document(&mut self, desk: &mut Desk) -> Result<Option<Node<'a>>, Stop> {
        let mut root = None;
        let mut second = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::DocumentStart(..) if root.is_some() => second = Some(Spot { width: 3, ..self.spot(&span) }),
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event => {
                    let node = self.node(event, span, 0, desk)?;
                    if let Some(spot) = second {
                        desk.say(problems::second_document(desk.place(spot)));
                        return Err(Stop::Said);
                    }
                    root = Some(node);
                }
            }
        }
        // A file without a single value is not nothing: whoever reads it says what is missing.
        Ok(root.or(Some(Node { spot: Spot::default(), bytes: 0..0, kind: Kind::Empty })))
    }

    fn spot(&self, span: &Span) -> Spot {
        let (start, end) = (span.start, span.end);
        let width = if end.line() == start.line() { (end.col() - start.col()).max(1) } else { 1 };
        Spot { line: start.line() as u32 + self.first_line - 1, column: start.col() as u32 + 1, width: width as u32 }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize, desk: &mut Desk) -> Result<Node<'a>, Stop> {
        let spot = self.spot(&span);
        self.nodes += 1;
        if self.nodes > MOST_NODES || depth > DEEPEST {
            desk.say(problems::file_too_complex(desk.place(spot)));
            self.stopped = true;
            return Err(Stop::Said);
        }
        let mut bytes = bytes(&span);
        let kind = match event {
            Event::Scalar(text, style, _, _) => scalar(text, style),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        Some((Event::SequenceEnd, end)) => {
                            bytes.end = bytes.end.max(closing(&end));
                            break;
                        }
                        None => break,
                        Some((event, span)) => items.push(self.node(event, span, depth + 1, desk)?),
                    }
                }
                bytes.end = items.last().map_or(bytes.end, |last: &Node<'_>| bytes.end.max(last.bytes.end));
                Kind::List(items)
            }
            Event::MappingStart(..) => {
                let (entries, end) = self.entries(depth, desk)?;
                bytes.end = bytes.end.max(end);
                if let Some((key, value)) = entries.last() {
                    bytes.end = bytes.end.max(key.bytes.end).max(value.bytes.end);
                }
                Kind::Map(entries)
            }
            Event::Alias(_) => {
                desk.say(problems::alias_refused(desk.place(spot)));
                return Err(Stop::Said);
            }
            _ => Kind::Empty,
        };
        Ok(Node { spot, bytes, kind })
    }

    /// The entries of a map, and where the bracket that closes it ends.
    fn entries(&mut self, depth: usize, desk: &mut Desk) -> Result<(Vec<(Key<'a>, Node<'a>)>, usize), Stop> {
        let mut entries: Vec<(Key<'a>, Node<'a>)> = Vec::new();
        let mut first: HashMap<Cow<'a, str>, u32> = HashMap::new();
        loop {
            let (event, span) = match self.next()? {
                Some((Event::MappingEnd, end)) => return Ok((entries, closing(&end))),
                None => return Ok((entries, 0)),
                Some(pair) => pair,
            };
            let key = self.node(event, span, depth + 1, desk)?;
            let Some((event, span)) = self.next()? else { return Ok((entries, 0)) };
            let value = self.node(event, span, depth + 1, desk)?;
            let text = match key.kind {
                Kind::Scalar { text, .. } => text,
                Kind::Empty => Cow::Borrowed(""),
                _ => {
                    desk.say(problems::broken_structure(desk.place(key.spot), None));
                    continue;
                }
            };
            if let Some(line) = first.get(&text) {
                desk.say(problems::duplicate_key(desk.place(key.spot), &text, *line));
                continue;
            }
            first.insert(text.clone(), key.spot.line);
            entries.push((Key { text, spot: key.spot, bytes: key.bytes }, value));
        }
    }
}

/// The bytes of a span; the parser of a text knows them always.
fn bytes(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or(0..0)
}

/// Where a closing bracket ends. A block of lines closes without one, somewhere in what follows it.
fn closing(span: &Span) -> usize {
    let bytes = bytes(span);
    if bytes.is_empty() { 0 } else { bytes.end }
}

fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle) -> Kind<'a> {
    let plain = style == ScalarStyle::Plain;
    if plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") { Kind::Empty } else { Kind::Scalar { text, plain } }
}

/// Says where reading stopped, and names the usual causes: a Tab, or a colon inside an unquoted value.
fn report_broken(text: &str, first_line: u32, line: u32, column: u32, desk: &mut Desk) {
    let mut tabs = 0;
    // The parser may give up at the end of the line before the Tab.
    for (index, typed) in text.lines().enumerate().take(line as usize + 1) {
        let indent: &str = &typed[..typed.len() - typed.trim_start_matches([' ', '\t']).len()];
        if let Some(at) = indent.find('\t') {
            let spot = Spot { line: first_line + index as u32, column: at as u32 + 1, width: 1 };
            desk.say(problems::tab_indent(desk.place(spot)));
            tabs += 1;
        }
    }
    if tabs > 0 {
        return;
    }
    // The parser notices an unquoted colon on its own line or on the one after it.
    for number in [line, line.saturating_sub(1)] {
        let Some(typed) = number.checked_sub(1).and_then(|n| text.lines().nth(n as usize)) else { continue };
        let Some((key, value)) = typed.split_once(": ") else { continue };
        let value = value.trim();
        let special = value.starts_with(['@', '`', '%', '*', '&', '!', '[', '{', '|', '>']);
        if !value.starts_with(['"', '\'']) && (value.contains(": ") || value.ends_with(':') || special) {
            let quoted = format!("{}: \"{}\"", key.trim(), value.replace('\\', "\\\\").replace('"', "\\\""));
            let spot = Spot { line: first_line + number - 1, column: key.chars().count() as u32 + 3, width: value.chars().count() as u32 };
            desk.say(problems::broken_structure(desk.place(spot), Some(quoted)));
            return;
        }
    }
    let spot = Spot { line: first_line + line.max(1) - 1, column, width: 1 };
    desk.say(problems::broken_structure(desk.place(spot), None));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn names(text: &str) -> Vec<(&'static str, u32)> {
        let mut desk = Desk::new(&Arc::from("x.yaml"));
        read(text, 1, &mut desk);
        desk.problems.iter().map(|p| (p.code.name, p.place.as_ref().map_or(0, |p| p.spot.line))).collect()
    }

    #[test]
    fn every_value_keeps_its_text_and_place() {
        let mut desk = Desk::new(&Arc::from("x.yaml"));
        let node = read("năm: 2024\nassigned: 2.487\nq: '010'\n", 5, &mut desk).unwrap();
        let Kind::Map(entries) = node.kind else { panic!("a map was typed") };
        let Kind::Scalar { text, plain } = &entries[1].1.kind else { panic!("a value was typed") };
        assert_eq!((&**text, *plain), ("2.487", true));
        assert_eq!(entries[1].1.spot, Spot { line: 6, column: 11, width: 5 });
        assert!(desk.problems.is_empty());
    }

    /// The bytes of every key, value and list, in the order written.
    fn pieces<'t>(node: &Node<'_>, text: &'t str, out: &mut Vec<&'t str>) {
        match &node.kind {
            Kind::Map(entries) => {
                out.push(&text[node.bytes.clone()]);
                for (key, value) in entries {
                    out.push(&text[key.bytes.clone()]);
                    pieces(value, text, out);
                }
            }
            Kind::List(items) => {
                out.push(&text[node.bytes.clone()]);
                items.iter().for_each(|item| pieces(item, text, out));
            }
            _ => out.push(&text[node.bytes.clone()]),
        }
    }

    #[test]
    fn every_value_knows_its_bytes() {
        let check = |text: &str, expected: &[&str]| {
            let mut desk = Desk::new(&Arc::from("x.yaml"));
            let node = read(text, 1, &mut desk).unwrap();
            let mut found = Vec::new();
            pieces(&node, text, &mut found);
            assert_eq!(found[1..], *expected, "{text}");
        };
        check("năm: trên 35  # ghi\nb: 'x'\n", &["năm", "trên 35", "b", "'x'"]);
        check("\"a\": \"x\\ny\"\r\nb:\r\nc: ~\r\n", &["\"a\"", "\"x\\ny\"", "b", "", "c", "~"]);
        check("l:\n- a: 1\n  b: 2 # x\n\n- a: 3\n# end\n", &["l", "a: 1\n  b: 2 # x\n\n- a: 3", "a: 1\n  b: 2", "a", "1", "b", "2", "a: 3", "a", "3"]);
        check("l: [ {a: 1, b: }, 2 ] \nb: x", &["l", "[ {a: 1, b: }, 2 ]", "{a: 1, b: }", "a", "1", "b", "", "2", "b", "x"]);
        check("a:\n  b: một\n    hai\nc: |\n  x\n  y\nd: 1\n", &["a", "b: một\n    hai", "b", "một\n    hai", "c", "x\n  y\n", "d", "1"]);
    }

    #[test]
    fn broken_files_are_named_by_cause() {
        assert_eq!(names("a:\n\t- b: 1\n"), [("tab-indent", 2)]);
        assert_eq!(names("a: 1\na: 2\n"), [("duplicate-key", 2)]);
        assert_eq!(names("a: Xã: Sốp: Cộp\nb: 1\n"), [("broken-structure", 1)]);
        assert_eq!(names("a: &x [1]\nb: [*x, *x]\n"), [("alias-refused", 2)]);
        assert_eq!(names(&format!("{}{}", "[".repeat(60), "]".repeat(60))), [("file-too-complex", 1)]);
        assert_eq!(names("a: \"open\nb: 1\n").len(), 1);
    }
}
