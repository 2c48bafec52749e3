//! An address that was published and is gone: a line that leads to the page that took its place.
//!
//! May use: nothing.

use std::sync::Arc;

use super::{Case, Step, put};

/// A redirect to the one new page that lies beside the old address.
pub(super) fn redirect(case: &Case<'_>) -> Option<Vec<Step>> {
    let [swap] = case.problem.fix.likely.as_slice() else { return None };
    let settings = Arc::from("site.toml");
    let text = case.site.text(&settings)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("\"{}\" = \"{}\"{end}", swap.was, swap.is);
    let after = match text.split_inclusive('\n').position(|line| line.trim() == "[redirects]") {
        Some(at) => {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            [lines[..=at].concat(), line, lines[at + 1..].concat()].concat()
        }
        None => format!("{}{end}{end}[redirects]{end}{line}", text.trim_end()),
    };
    Some(vec![put(&settings, &text, &after)?])
}
