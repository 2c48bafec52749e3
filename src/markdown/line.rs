//! Titles and leads: one line of plain words in which numbers may be bound, `[50,6%](figure:ntm/rate)`, and nothing else.
//!
//! Invariant: what is no link to this site is plain words, shown as typed.
//!
//! May use: diag.

use std::ops::Range;

use super::links::OWN;
use super::outline::{AFTER, BEFORE, FIGURE, FigureUse, last_letters};
use super::position::Position;
use crate::diag::At;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Plain words.
    Words(&'t str),
    /// A link within the site.
    Link {
        /// The words between the brackets.
        words: &'t str,
        /// The address.
        target: &'t str,
        /// Where the words stand in the line.
        at: Range<usize>,
    },
}

/// The pieces of a line.
pub fn line(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = text[at..].find('[').map(|found| at + found) {
        match link(text, open) {
            Some((words, target, end)) => {
                if open > from {
                    pieces.push(Piece::Words(&text[from..open]));
                }
                pieces.push(Piece::Link { words: &text[words.clone()], target, at: words });
                (from, at) = (end, end);
            }
            None => at = open + 1,
        }
    }
    if from < text.len() {
        pieces.push(Piece::Words(&text[from..]));
    }
    pieces
}

/// The words, the address and the end of a link that begins at `open`.
fn link(text: &str, open: usize) -> Option<(Range<usize>, &str, usize)> {
    let close = open + 1 + text[open + 1..].find(['[', ']'])?;
    let address = text[close..].strip_prefix("](")?;
    let length = address.find(')')?;
    let target = &address[..length];
    let (scheme, rest) = target.split_once(':')?;
    (OWN.contains(&scheme) && !rest.is_empty() && !target.contains(char::is_whitespace)).then_some((open + 1..close, target, close + 2 + length + 1))
}

/// The line as plain words, for cards, feeds and titles.
pub fn plain_line(text: &str) -> String {
    line(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Link { words, .. } => words,
        })
        .collect()
}

/// The links of a line and the figures among them. `typed` is the text of the file from the line of the value on, which
/// is line `first_line`: quotes and folded lines are as the writer has them, and so are the places told.
pub fn links_of_line(value: &At<String>, typed: &str, first_line: u32) -> (Vec<At<String>>, Vec<FigureUse>) {
    let position = Position::new(typed, first_line);
    let (mut links, mut figures) = (Vec::new(), Vec::<FigureUse>::new());
    let (mut said, mut from) = (String::new(), 0);
    for piece in line(&value.value) {
        let (words, target) = match piece {
            Piece::Words(words) => (words, None),
            Piece::Link { words, target, .. } => (words, Some(target)),
        };
        for figure in &mut figures {
            let room = AFTER.saturating_sub(figure.after.chars().count());
            figure.after.extend(words.chars().take(room));
        }
        if let Some(target) = target {
            let (words_spot, target_spot) = match typed[from..].find(&format!("]({target})")).map(|at| from + at) {
                Some(close) => {
                    let open = typed[from..close].rfind('[').map_or(close, |at| from + at + 1);
                    from = close + 2 + target.len();
                    (position.of(open..close), position.of(close + 2..from))
                }
                None => (value.spot, value.spot),
            };
            links.push(At { value: target.to_owned(), spot: target_spot });
            if let Some(address) = target.strip_prefix(FIGURE) {
                figures.push(FigureUse {
                    address: At { value: address.to_owned(), spot: target_spot },
                    words: At { value: words.to_owned(), spot: words_spot },
                    before: last_letters(&said, BEFORE).to_owned(),
                    after: String::new(),
                    heading: String::new(),
                    front: true,
                });
            }
        }
        said.push_str(words);
    }
    (links, figures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Spot;

    #[test]
    fn a_bound_number_of_a_lead_stands_where_it_is_typed() {
        let typed = "lead: >\n  Hết quý I, đã giải ngân\n  [780 triệu đồng](figure:a/b), [31,4%](figure:a/rate) kế hoạch\n";
        let value = "Hết quý I, đã giải ngân [780 triệu đồng](figure:a/b), [31,4%](figure:a/rate) kế hoạch".to_owned();
        let (links, figures) = links_of_line(&At { value, spot: Spot { line: 3, column: 7, width: 1 } }, typed, 3);
        let spot = |spot: Spot| (spot.line, spot.column, spot.width);
        assert_eq!(links.iter().map(|l| (l.value.as_str(), spot(l.spot))).collect::<Vec<_>>(), [("figure:a/b", (5, 20, 10)), ("figure:a/rate", (5, 41, 13))]);
        assert_eq!(figures[0].words, At { value: "780 triệu đồng".into(), spot: Spot { line: 5, column: 4, width: 14 } });
        assert_eq!(figures[0].before, "Hết quý I, đã giải ngân ");
        assert_eq!((figures[0].after.as_str(), figures[1].after.as_str()), (", 31,4% kế hoạch", " kế hoạch"));
    }

    #[test]
    fn only_links_within_the_site_are_taken_out_of_a_line() {
        for (typed, plain) in [
            ("Đã giải ngân [998 tỷ đồng](figure:ntm/disbursed), [50,6%](figure:ntm/rate) kế hoạch", "Đã giải ngân 998 tỷ đồng, 50,6% kế hoạch"),
            ("[Nậm Nhùn](area:nam-nhun)", "Nậm Nhùn"),
            ("[](figure:a)", ""),
            ("Nghị quyết [số 5] (2024) và [a](https://x.vn)", "Nghị quyết [số 5] (2024) và [a](https://x.vn)"),
            ("[a [b](figure:c)", "[a b"),
            ("[a](figure:) [b](figure:c d) [e](javascript:x)", "[a](figure:) [b](figure:c d) [e](javascript:x)"),
            ("*x* <b>y</b> [z", "*x* <b>y</b> [z"),
        ] {
            assert_eq!(plain_line(typed), plain, "{typed}");
        }
        let pieces = line("ở [Nậm Nhùn](area:nam-nhun).");
        assert_eq!(pieces, [Piece::Words("ở "), Piece::Link { words: "Nậm Nhùn", target: "area:nam-nhun", at: 5..16 }, Piece::Words(".")]);
    }
}
