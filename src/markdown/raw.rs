//! HTML typed into a text: it is shown as typed, except comments, which are dropped.
//!
//! May use: nothing.

use std::borrow::Cow;

/// Typed HTML without its comments. A comment that is never closed stays, so that it is seen.
pub(super) fn without_comments(typed: &str) -> Cow<'_, str> {
    if !typed.contains("<!--") {
        return Cow::Borrowed(typed);
    }
    let mut kept = String::with_capacity(typed.len());
    let mut rest = typed;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_comments_are_dropped_and_open_ones_stay() {
        for (typed, kept) in [
            ("<b>", "<b>"),
            ("<!-- chưa duyệt -->", ""),
            ("<!-- a --> b <!-- c -->d", " b d"),
            ("<!-- quên đóng", "<!-- quên đóng"),
            ("a <!-- b --> <!-- c", "a  <!-- c"),
        ] {
            assert_eq!(without_comments(typed), kept);
        }
    }
}
