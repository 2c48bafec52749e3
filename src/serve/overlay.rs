//! What is laid over a page as it is served: mistakes, the way to the editor, and the script that shows the next page.
//!
//! Invariant: nothing of this is part of the page itself; what an author typed is shown and never becomes markup.
//!
//! May use: diag.

use crate::diag::{Problem, Severity, Tongue};

/// Waits for the next look at the files and shows the page anew.
pub const SCRIPT: &str = include_str!("web/live.js");
/// How it looks.
pub const STYLE: &str = include_str!("web/live.css");

/// At most so many mistakes are shown.
const SHOWN: usize = 20;

/// Words as they are, with nothing in them that could be markup.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What is put at the end of a page.
pub fn of(problems: &[Problem], turn: u64, edit: Option<&str>, tongue: Tongue) -> String {
    let vi = tongue == Tongue::Vi;
    let errors: Vec<&Problem> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    let mut out = String::from("<link rel=\"stylesheet\" href=\"/_live/live.css\">");
    if let Some(page) = edit {
        let words = if vi { "Sửa trang này" } else { "Edit this page" };
        out.push_str(&format!("<aside aria-label=\"minhbach\"><a class=\"minhbach-edit\" href=\"/_edit/?page={}\">{words}</a></aside>", escaped(page)));
    }
    if !errors.is_empty() {
        let (title, fix, rest) = if vi {
            (
                format!("Còn {} lỗi, nên trang bên dưới là bản đúng gần nhất", errors.len()),
                "Cách sửa",
                format!("… và {} lỗi khác.", errors.len().saturating_sub(SHOWN)),
            )
        } else {
            (
                format!("{} errors are left; the page below is the last good one", errors.len()),
                "To fix",
                format!("… and {} more.", errors.len().saturating_sub(SHOWN)),
            )
        };
        out.push_str(&format!("<div class=\"minhbach-errors\" role=\"alert\" lang=\"{}\"><p><strong>{title}</strong></p><ul>", if vi { "vi" } else { "en" }));
        for problem in errors.iter().take(SHOWN) {
            let place = problem.place.as_ref().map_or_else(String::new, |place| {
                if place.spot.line > 0 { format!("{}:{}:{}", place.file, place.spot.line, place.spot.column) } else { place.file.to_string() }
            });
            out.push_str(&format!(
                "<li><strong>{}</strong> {} <code>{}</code><br>{fix}: {}</li>",
                problem.code.number,
                escaped(problem.what.in_tongue(tongue)),
                escaped(&place),
                escaped(problem.fix.in_tongue(tongue))
            ));
        }
        out.push_str("</ul>");
        if errors.len() > SHOWN {
            out.push_str(&format!("<p>{rest}</p>"));
        }
        out.push_str("</div>");
    }
    out.push_str(&format!("<script src=\"/_live/live.js\" data-turn=\"{turn}\" defer></script>"));
    out
}

/// What stands at the top of a page that is a draft.
fn of_draft(tongue: Tongue) -> String {
    let (lang, name, rest) = match tongue {
        Tongue::Vi => ("vi", "BẢN NHÁP", "Chỉ thấy trong bản xem trước này, chưa đăng. Xóa dòng draft: true để đăng."),
        Tongue::En => ("en", "DRAFT", "It shows in this preview only and is not published. To publish it, delete the line draft: true."),
    };
    format!("<p class=\"minhbach-draft\" lang=\"{lang}\"><strong>{name}</strong> {rest}</p>")
}

/// A page that says only what is wrong, where no good page was seen yet.
pub fn alone(over: &str, tongue: Tongue) -> String {
    let lang = if tongue == Tongue::Vi { "vi" } else { "en" };
    format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>minhbach</title><body>{over}</body></html>"
    )
}

/// The page of a draft, marked at the top of what it says.
pub fn marked(page: &[u8], tongue: Tongue) -> Vec<u8> {
    let after = |tag: &[u8]| {
        let begins = page.windows(tag.len()).position(|part| part == tag)?;
        Some(begins + page[begins..].iter().position(|byte| *byte == b'>')? + 1)
    };
    let at = after(b"<main").or_else(|| after(b"<body")).unwrap_or(0);
    [&page[..at], of_draft(tongue).as_bytes(), &page[at..]].concat()
}

/// The page with this at its end.
pub fn laid(page: &[u8], over: &str) -> Vec<u8> {
    let end = b"</body>";
    // A page that was made smaller may have left its end tags out.
    let at = page.windows(end.len()).rposition(|part| part == end).unwrap_or(page.len());
    [&page[..at], over.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_at_the_end_of_a_page_whether_it_has_one_or_not() {
        let check = |page: &str, expected: &str| assert_eq!(String::from_utf8(laid(page.as_bytes(), "+")).unwrap(), expected);
        check("<body>a</body></html>", "<body>a+</body></html>");
        check("<body>a", "<body>a+");
    }

    #[test]
    fn a_draft_is_marked_where_its_words_begin() {
        let check = |page: &str, before: &str| {
            let marked = String::from_utf8(marked(page.as_bytes(), Tongue::Vi)).unwrap();
            assert!(marked.starts_with(&format!("{before}<p class=\"minhbach-draft\" lang=\"vi\"><strong>BẢN NHÁP</strong>")), "{marked}");
        };
        check("<body><nav></nav><main id=\"main\"><h1>a", "<body><nav></nav><main id=\"main\">");
        check("<body class=x>a", "<body class=x>");
        check("a", "");
    }

    #[test]
    fn what_an_author_typed_is_shown_as_it_is() {
        let problem = crate::pipeline::problems::page_too_heavy("<script>", 1, 1);
        let error = Problem { severity: Severity::Error, ..problem };
        let over = of(&[error], 1, Some("/a\"><script>"), Tongue::En);
        assert!(!over.contains("<script>") && over.contains("&lt;script&gt;"), "{over}");
    }
}
