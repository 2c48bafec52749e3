//! Every field of every kind of file as a page to read, in Markdown.
//!
//! Invariant: it is written from the tables the readers read by, so it names no field that is not there and leaves none out.
//!
//! May use: diag, tree.

use std::fmt::Write;

use super::Kind;
use super::write::{DATES, VALUES};
use crate::diag::Tongue;
use crate::tree::{Field, Group, Need, Pair, Shape, Thing, Value};

/// The whole reference.
pub fn page(tongue: Tongue) -> String {
    let said = |pair: Pair| if tongue == Tongue::Vi { pair.0 } else { pair.1 };
    let mut out = String::new();
    // Writing to a String cannot fail.
    for (kind, ..) in Kind::ALL {
        let files = kind.of_files();
        let group = kind.group();
        let _ = writeln!(out, "## {}\n\n`{files}`\n\n{}\n", said(group.title), said(group.about));
        table(&mut out, group, tongue);
        let mut below = Vec::new();
        collect(group, &mut below);
        for group in below {
            let _ = writeln!(out, "### {} (`{}`)\n\n{}\n", said(group.title), group.name, said(group.about));
            table(&mut out, group, tongue);
        }
    }
    let _ = writeln!(out, "## {}\n\n{}\n\n{}", said(("Giá trị và ngày", "Values and dates")), said(VALUES), said(DATES));
    out
}

/// The groups below a group, each once, in the order they are met.
fn collect(group: &'static Group, into: &mut Vec<&'static Group>) {
    for field in group.fields {
        if let Shape::Group(below) | Shape::Groups(below) | Shape::TextOrGroups(below) = field.shape
            && !into.iter().any(|known| known.name == below.name)
        {
            into.push(below);
            collect(below, into);
        }
    }
}

fn table(out: &mut String, group: &Group, tongue: Tongue) {
    let heads = match tongue {
        Tongue::Vi => ["Mục", "Tên", "Ghi gì", "Ý nghĩa"],
        Tongue::En => ["Field", "Called", "What stands there", "Meaning"],
    };
    let _ = writeln!(out, "| {} |\n|---|---|---|---|", heads.join(" | "));
    for field in group.fields {
        let said = |pair: Pair| if tongue == Tongue::Vi { pair.0 } else { pair.1 };
        let needed = match field.need {
            Need::No => String::new(),
            Need::Yes => format!(" **{}**", said(("bắt buộc", "needed"))),
            Need::Unless(other) => format!(" **{} `{other}`**", said(("bắt buộc nếu không có", "needed without"))),
        };
        let _ = writeln!(out, "| `{}`{needed} | {} | {} | {} |", field.key, said(field.title), shape(field, tongue), said(field.about));
    }
    out.push('\n');
}

/// What may stand below a key, in words.
fn shape(field: &Field, tongue: Tongue) -> String {
    let said = |pair: Pair| if tongue == Tongue::Vi { pair.0 } else { pair.1 };
    let words = match field.shape {
        Shape::Choice(choices) => {
            return choices.iter().map(|choice| format!("`{}`: {}", choice.name, said(choice.title))).collect::<Vec<_>>().join("<br>");
        }
        Shape::Group(below) => return format!("{} `{}`", said(("nhóm", "group")), below.name),
        Shape::Groups(below) => return format!("{} `{}`", said(("danh sách", "list of")), below.name),
        Shape::TextOrGroups(below) => return format!("{} `{}`", said(("lời, hoặc danh sách", "words, or a list of")), below.name),
        Shape::Open(of) => return said(of).to_owned(),
        Shape::Words => ("chữ", "words"),
        Shape::WordList => ("danh sách chữ", "list of words"),
        Shape::Text => ("lời, có thể theo từng ngôn ngữ", "words, in one language or several"),
        Shape::Own => ("mã", "id"),
        Shape::Id(thing) => thing_of(thing, false),
        Shape::Ids(thing) => thing_of(thing, true),
        Shape::Value(Value::Money) => ("số tiền", "amount of money"),
        Shape::Value(Value::Percent) => ("tỷ lệ %", "percentage"),
        Shape::Value(Value::Any | Value::Count) => ("giá trị", "value"),
        Shape::Count => ("số nguyên", "whole number"),
        Shape::Margin => ("từ 0 đến 100", "from 0 to 100"),
        Shape::Year => ("năm", "year"),
        Shape::Period => ("năm, hoặc 2021-2025", "year, or 2021-2025"),
        Shape::Date => ("ngày", "date"),
        Shape::YesNo => ("`true` / `false`", "`true` / `false`"),
        Shape::Languages => ("mã ngôn ngữ", "language tags"),
        Shape::Printed => ("nguyên văn", "the source's words"),
    };
    let like = field.like.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(" · ");
    if like.is_empty() { said(words).to_owned() } else { format!("{}: {like}", said(words)) }
}

fn thing_of(thing: Thing, many: bool) -> Pair {
    match (thing, many) {
        (Thing::Programme, false) => ("mã chương trình", "id of a programme"),
        (Thing::Programme, true) => ("các mã chương trình", "ids of programmes"),
        (Thing::Component, _) => ("mã dự án thành phần", "id of a component"),
        (Thing::Indicator, _) => ("mã chỉ số", "id of an indicator"),
        (Thing::Set, _) => ("mã bộ tiêu chí", "id of a criteria set"),
        (Thing::Area, false) => ("mã địa bàn", "id of an area"),
        (Thing::Area, true) => ("các mã địa bàn", "ids of areas"),
        (Thing::AreaKind, _) => ("mã cấp địa bàn", "id of a kind of area"),
        (Thing::Document, false) => ("mã văn bản", "id of a document"),
        (Thing::Document, true) => ("các mã văn bản", "ids of documents"),
        (Thing::Report, _) => ("mã bài viết", "id of a report"),
        (Thing::Source, _) => ("mã bài viết hoặc văn bản", "id of a report or document"),
        (Thing::Free, _) => ("tên ngắn: chữ thường không dấu, chữ số, gạch nối", "short name of a–z, 0–9 and hyphens"),
    }
}
