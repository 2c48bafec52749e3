//! Words into lines: a text that is too long ends with a whole word and three dots.
//!
//! Invariant: no line is wider than allowed; letters are parted only where one word is wider than a line.
//!
//! May use: nothing.

/// A text in lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrapped {
    /// The lines, at most as many as asked for.
    pub(super) lines: Vec<String>,
    /// Whether some of the text had no room.
    pub(super) cut: bool,
}

/// Breaks a text at its spaces into at most `most` lines. `measure` tells how wide a piece of a line is.
pub(super) fn lines(text: &str, most: usize, width: i32, measure: &dyn Fn(&str) -> i32) -> Wrapped {
    let space = measure(" ");
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    let mut words: std::collections::VecDeque<String> = text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    while let Some(word) = words.pop_front() {
        let wide = measure(&word);
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if wide + space <= room => {
                line.push(' ');
                line.push_str(&word);
                room -= wide + space;
            }
            _ if full => {
                if let Some(line) = lines.last_mut() {
                    end_early(line, width, measure);
                }
                return Wrapped { lines, cut: true };
            }
            _ if wide <= width => {
                lines.push(word);
                room = width - wide;
            }
            _ => {
                // An address may be wider than a line.
                let (head, rest) = parted(&word, width, measure);
                words.push_front(rest);
                lines.push(head);
                room = 0;
            }
        }
    }
    Wrapped { lines, cut: false }
}

/// As many letters of a word as fit, at least one, and the rest.
fn parted(word: &str, width: i32, measure: &dyn Fn(&str) -> i32) -> (String, String) {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let first = word.chars().next().map_or(0, char::len_utf8);
    let end = ends.take_while(|end| measure(&word[..*end]) <= width).last().unwrap_or(first);
    (word[..end].to_owned(), word[end..].to_owned())
}

/// Ends a line although words follow: three dots, after the last word they fit behind. A single word is shortened.
fn end_early(line: &mut String, width: i32, measure: &dyn Fn(&str) -> i32) {
    const DOTS: &str = "…";
    while measure(line) + measure(DOTS) > width {
        match line.rfind(' ') {
            Some(at) => line.truncate(at),
            None => {
                if line.pop().is_none() {
                    break;
                }
            }
        }
    }
    // "of 144.614, …" reads as a mistake.
    line.truncate(line.trim_end_matches([',', ';', ':', '.', '–', '-', '(', '“', ' ', '\u{a0}']).len());
    line.push_str(DOTS);
}
