//! Prose whose marks can be put right without touching a word.
//!
//! May use: nothing.

use super::{Case, Step};

/// A table or chart of figures gets a paragraph of its own.
pub(super) fn block(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = case.spot.line.checked_sub(1)? as usize;
    let line = *lines.get(at)?;
    let body = line.trim_end();
    let end = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
    // A cell, an item or a quotation would lose its shape.
    if body.starts_with(['|', '>', '#', '-', '*', '+', ' ', '\t']) || body.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let place = body.char_indices().nth(case.spot.column.checked_sub(1)? as usize)?.0;
    let start = body[..place].rfind("![")?;
    let close = place + body[place..].find(')')? + 1;
    let (before, block, after) = (body[..start].trim_end(), &body[start..close], body[close..].trim_start());
    if before.contains("![") || after.contains("![") {
        return None;
    }
    let empty = |line: Option<&&str>| line.is_none_or(|line| line.trim().is_empty());
    let mut own = Vec::new();
    if !before.is_empty() {
        own.extend([before, end, end]);
    } else if at > 0 && !empty(lines.get(at - 1)) {
        own.push(end);
    }
    own.extend([block, end]);
    if !after.is_empty() {
        own.extend([end, after, end]);
    } else if !empty(lines.get(at + 1)) {
        own.push(end);
    }
    case.becomes(&[lines[..at].concat(), own.concat(), lines[at + 1..].concat()].concat())
}

/// HTML that has a mark of Markdown becomes that mark.
pub(super) fn markdown(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let at = case.spot.line.checked_sub(1)? as usize;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let line = *lines.get(at)?;
    let after = marked(line)?;
    case.becomes(&[&lines[..at].concat(), &*after, &lines[at + 1..].concat()].concat())
}

/// A line with marks of Markdown for its tags; `None` when one of them has none, or is not closed on the line.
fn marked(line: &str) -> Option<String> {
    let (mut out, mut rest, mut open) = (String::new(), line, Vec::<(String, String)>::new());
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let tag = &rest[start..];
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = &comment[comment.find("-->")? + 3..];
            continue;
        }
        // A sign that begins no tag stays.
        if !tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            out.push('<');
            rest = &tag[1..];
            continue;
        }
        let close = tag.find('>')?;
        let inner = tag[1..close].trim_end_matches('/').trim();
        rest = &tag[close + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            let (own, mark) = open.pop()?;
            if !own.eq_ignore_ascii_case(name.trim()) || out.ends_with([' ', '*', '[']) {
                return None;
            }
            out.push_str(&mark);
            continue;
        }
        let name = inner.split_whitespace().next()?.to_ascii_lowercase();
        let (before, behind) = match &*name {
            "b" | "strong" => ("**", "**".to_owned()),
            "i" | "em" => ("*", "*".to_owned()),
            "u" | "span" | "font" => ("", String::new()),
            "a" => ("[", format!("]({})", address(inner)?)),
            "br" if rest.trim().is_empty() => {
                out.truncate(out.trim_end().len());
                out.push('\\');
                continue;
            }
            _ => return None,
        };
        if rest.starts_with(' ') {
            return None;
        }
        out.push_str(before);
        open.push((name, behind));
    }
    out.push_str(rest);
    (open.is_empty() && out != line).then_some(out)
}

/// Where a link leads, when it is an ordinary address.
fn address(tag: &str) -> Option<&str> {
    let (_, rest) = tag.split_once("href=")?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let address = rest[1..].split(quote).next()?;
    let sound = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
    (sound && !address.contains([' ', '(', ')', '<', '>'])).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_with_a_mark_become_it_and_no_word_is_touched() {
        let check = |line: &str, after: Option<&str>| assert_eq!(marked(line).as_deref(), after, "{line}");
        check("Xem <b onclick=\"alert(1)\">đậm</b>.\n", Some("Xem **đậm**.\n"));
        check("<i>Nghiêng</i> <a href=\"https://a.vn/x\">nơi đây</a>", Some("*Nghiêng* [nơi đây](https://a.vn/x)"));
        check("Một dòng<br>\n", Some("Một dòng\\\n"));
        check("Chữ <!-- ghi chú -->thường", Some("Chữ thường"));
        check("5 < 6 <b>x</b>", Some("5 < 6 **x**"));
        check("<script>alert(1)</script>", None);
        check("<b>không đóng", None);
        check("<b> hở </b>", None);
        check("<a href=\"javascript:x\">x</a>", None);
        check("không có gì", None);
    }
}
