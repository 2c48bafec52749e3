//! TOML into the same tree as YAML, so that settings are read and judged like everything else.
//!
//! May use: diag; crates toml.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Desk, Key, Kind, Node, problems};
use crate::diag::Spot;

/// Reads a TOML file. A mistake in its form is noted on the desk.
pub fn read<'a>(text: &'a str, desk: &mut Desk) -> Option<Node<'a>> {
    match DeTable::parse(text) {
        Ok(table) => {
            let span = table.span();
            Some(Node { spot: spot(text, span.start, span.start), bytes: span, kind: entries(text, table.into_inner()) })
        }
        Err(error) => {
            let at = error.span().unwrap_or(0..0);
            let here = spot(text, at.start, at.end);
            let typed = text.lines().nth(here.line as usize - 1).unwrap_or("");
            desk.say(problems::broken_settings(desk.place(here), quoted(typed)));
            None
        }
    }
}

/// `title = Trang thử` with the quotes it needs; nothing when quotes are not what is missing.
fn quoted(typed: &str) -> Option<String> {
    let (key, value) = typed.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let bare = value.starts_with(char::is_alphabetic) && !value.contains(['"', '\'']) && !key.is_empty();
    bare.then(|| format!("{key} = \"{value}\""))
}

fn entries<'a>(text: &str, table: DeTable<'a>) -> Kind<'a> {
    let mut entries: Vec<(Key<'a>, Node<'a>)> = table
        .into_iter()
        .map(|(key, value)| {
            let span = key.span();
            (Key { text: key.into_inner(), spot: spot(text, span.start, span.end), bytes: span }, node(text, value))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.spot);
    Kind::Map(entries)
}

fn node<'a>(text: &str, value: Spanned<DeValue<'a>>) -> Node<'a> {
    let span = value.span();
    let here = spot(text, span.start, span.end);
    let plain = |text: String| Kind::Scalar { text: Cow::Owned(text), plain: true };
    let kind = match value.into_inner() {
        DeValue::String(text) => Kind::Scalar { text, plain: false },
        DeValue::Array(items) => Kind::List(items.into_iter().map(|item| node(text, item)).collect()),
        DeValue::Table(table) => entries(text, table),
        DeValue::Boolean(yes) => plain(yes.to_string()),
        // Numbers and dates keep the characters as typed.
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => plain(text[span.clone()].to_owned()),
    };
    Node { spot: here, bytes: span, kind }
}

fn spot(text: &str, start: usize, end: usize) -> Spot {
    let before = text.get(..start).unwrap_or("");
    let line = before.matches('\n').count() as u32 + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1;
    let width = text.get(start..end).map_or(1, |s| s.lines().next().unwrap_or("").chars().count()).max(1) as u32;
    Spot { line, column, width }
}
