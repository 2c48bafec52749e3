//! An indicator put into the file of its programme, below those that are there.
//!
//! Invariant: what stood in the file stands there still, byte for byte; what is added says what was asked for.
//!
//! May use: diag, mend, tree, schema.

use super::commented::comment;
use super::said;
use crate::diag::Tongue;
use crate::mend::yaml::{self, Content, Edit, Refused, Step};
use crate::schema::Kind;
use crate::tree::Shape;

/// An indicator to be.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is counted.
    pub unit: Option<String>,
    /// How it is judged.
    pub kind: String,
}

/// Ways to judge an indicator, as they are typed.
pub fn kinds() -> Vec<&'static str> {
    let field = Kind::Programme.group().field("indicators").map(|field| field.shape);
    let kind = match field {
        Some(Shape::Groups(group)) => group.field("kind").map(|field| field.shape),
        _ => None,
    };
    match kind {
        Some(Shape::Choice(choices)) => choices.iter().map(|choice| choice.name).collect(),
        _ => Vec::new(),
    }
}

/// The text of a programme's file with one indicator more.
pub fn added(text: &str, indicator: &Indicator, tongue: Tongue) -> Result<String, Refused> {
    let words = |key: &str, words: &str| (key.to_owned(), Content::words(words));
    let mut entries = vec![words("id", &indicator.id), words("name", &indicator.name)];
    entries.extend(indicator.unit.as_ref().map(|unit| words("unit", unit)));
    entries.push(words("kind", &indicator.kind));
    let path = vec![Step::key("indicators")];
    let has_list =
        matches!(yaml::says(text), Some(Content::Map(top)) if top.iter().any(|(key, value)| key == "indicators" && matches!(value, Content::List(_))));
    let item = Content::Map(entries);
    let edit = if has_list { Edit::Push { path, item } } else { Edit::Set { path, value: Content::List(vec![item]) } };
    let added = yaml::edit(text, &[edit])?;
    let told = with_comments(text, &added, tongue);
    // A comment says nothing; should one ever, the bare lines are the answer.
    Ok(if yaml::says(&told) == yaml::says(&added) { told } else { added })
}

/// The added lines with a comment above each that begins with a field of an indicator.
fn with_comments(before: &str, after: &str, tongue: Tongue) -> String {
    let Some(Shape::Groups(group)) = Kind::Programme.group().field("indicators").map(|field| field.shape) else { return after.to_owned() };
    let same = before.split_inclusive('\n').zip(after.split_inclusive('\n')).take_while(|(a, b)| a.trim_end() == b.trim_end()).count();
    let added = after.split_inclusive('\n').count() - before.split_inclusive('\n').count();
    let end = if after.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = String::with_capacity(after.len() + 800);
    for (at, line) in after.split_inclusive('\n').enumerate() {
        let bare = line.trim_start().trim_start_matches("- ");
        if (same..same + added).contains(&at)
            && let Some(field) = bare.split_once(':').and_then(|(key, _)| group.field(key))
        {
            let indent = line.len() - line.trim_start().len();
            let mut lines = comment(&said(tongue, field.about.0, field.about.1), indent);
            if let Shape::Choice(choices) = field.shape {
                lines.extend(
                    choices.iter().map(|choice| format!("{}#   {}: {}", " ".repeat(indent), choice.name, said(tongue, choice.title.0, choice.title.1))),
                );
            }
            for line in lines {
                out.push_str(&line);
                out.push_str(end);
            }
        }
        out.push_str(line);
    }
    out
}
