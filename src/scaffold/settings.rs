//! `site.toml` with a comment above each setting.
//!
//! Invariant: settings of a section stand below its head, and all without one above the first.
//!
//! May use: diag, schema, tree.

use super::commented::{Entries, Value, comment};
use super::said;
use crate::diag::Tongue;
use crate::schema::{self, Kind};
use crate::tree::{Field, Group, Shape};

/// The text of `site.toml`.
pub(super) fn text(entries: &Entries, tongue: Tongue) -> String {
    let group = Kind::Site.group();
    let mut out = schema::modeline(Kind::Site, "site.toml");
    out.push('\n');
    lines(&mut out, &comment(&said(tongue, group.about.0, group.about.1), 0));
    out.push('\n');
    let is_section = |value: &Value| matches!(value, Value::Group(_) | Value::Groups(_));
    for (key, value) in entries.iter().filter(|(_, value)| !is_section(value)) {
        setting(&mut out, group, key, value, tongue, true);
    }
    for (key, value) in entries.iter().filter(|(_, value)| is_section(value)) {
        let Some(field) = group.field(key) else { continue };
        out.push('\n');
        about(&mut out, field, tongue);
        match (value, field.shape) {
            (Value::Group(entries), Shape::Group(below)) => {
                out.push_str(&format!("[{key}]\n"));
                entries.iter().for_each(|(key, value)| setting(&mut out, below, key, value, tongue, true));
            }
            (Value::Groups(list), Shape::Groups(below)) => {
                for (at, entries) in list.iter().enumerate() {
                    out.push_str(&format!("{}[[{key}]]\n", if at == 0 { "" } else { "\n" }));
                    entries.iter().for_each(|(key, value)| setting(&mut out, below, key, value, tongue, at == 0));
                }
            }
            _ => {}
        }
    }
    out
}

fn setting(out: &mut String, group: &Group, key: &str, value: &Value, tongue: Tongue, told: bool) {
    let Some(field) = group.field(key) else { return };
    if told {
        about(out, field, tongue);
    }
    let typed = match (value, field.shape) {
        (Value::Words(words), Shape::Count | Shape::YesNo) => words.clone(),
        (Value::Words(words), _) => quoted(words),
        (Value::Ids(ids), _) => format!("[{}]", ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", ")),
        _ => return,
    };
    out.push_str(&format!("{key} = {typed}\n"));
}

fn about(out: &mut String, field: &Field, tongue: Tongue) {
    lines(out, &comment(&said(tongue, field.about.0, field.about.1), 0));
    if let Shape::Choice(choices) = field.shape {
        for choice in choices {
            out.push_str(&format!("#   {}: {}\n", choice.name, said(tongue, choice.title.0, choice.title.1)));
        }
    }
}

fn lines(out: &mut String, lines: &[String]) {
    lines.iter().for_each(|line| out.push_str(&format!("{line}\n")));
}

/// Words between the quotes of TOML.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
