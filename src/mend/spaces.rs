//! Tabs and spaces nobody can tell from an ordinary one, where YAML allows only ordinary ones.
//!
//! Invariant: only white space changes, and only before the first word of a line, behind the dash of a list, and between
//! a key's colon and its value. A text is changed only if every way of reading its Tabs that makes sense says the same.
//!
//! May use: nothing.

use super::yaml::{self, Content};

/// Why a text was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No width of a Tab makes the file readable.
    None,
    /// Two widths make it readable, and it says something else with each.
    Several,
}

/// How wide a Tab may have looked to the person who typed it; the first one that fits is taken.
const WIDTHS: [usize; 3] = [2, 4, 8];

/// The text with ordinary spaces. `is_sound` says whether the file can be read with this text in it; a text that has
/// nothing to put right is given back as it is.
pub fn ordinary(text: &str, is_sound: &dyn Fn(&str) -> bool) -> Result<String, Doubt> {
    let plain = lines(text, plain_spaces);
    if !plain.split('\n').any(|line| indent(line).contains('\t')) {
        return if is_sound(&plain) { Ok(plain) } else { Err(Doubt::None) };
    }
    let mut found: Option<(String, Option<Content>)> = None;
    for width in WIDTHS {
        for stops in [false, true] {
            let tried = lines(&plain, |line| spaced(line, width, stops));
            if !is_sound(&tried) {
                continue;
            }
            let says = yaml::says(&tried);
            match &found {
                Some((_, said)) if *said != says => return Err(Doubt::Several),
                Some(_) => {}
                None => found = Some((tried, says)),
            }
        }
    }
    found.map(|(text, _)| text).ok_or(Doubt::None)
}

fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    text.split('\n').map(change).collect::<Vec<_>>().join("\n")
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// A space that looks like one and is another sign: the one that keeps words together, the wide one of East Asia.
fn is_odd(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}')
}

/// The line with ordinary spaces in front of its words, behind its dashes and behind its key.
fn plain_spaces(line: &str) -> String {
    let (front, mut rest) = line.split_at(line.find(|c| !is_space(c)).unwrap_or(line.len()));
    // A Tab in front is looked at with its neighbours; a sign without width leaves nothing behind.
    let mut out: String = front.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).map(|c| if c == '\t' { c } else { ' ' }).collect();
    while let Some(after) = rest.strip_prefix('-').filter(|after| after.starts_with(is_space)) {
        let (gap, words) = after.split_at(after.find(|c| !is_space(c)).unwrap_or(after.len()));
        out.push('-');
        out.extend(gap.chars().map(|_| ' '));
        rest = words;
    }
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\''));
    let Some((key, value)) = rest.split_once(':').filter(|(key, _)| is_key(key)) else { return out + rest };
    let (gap, words) = value.split_at(value.find(|c| !is_space(c)).unwrap_or(value.len()));
    let gap = match gap.chars().all(|c| c == ' ') {
        true => gap,
        false if words.trim_end().is_empty() => "",
        false => " ",
    };
    out + key + ":" + gap + words
}

fn is_space(letter: char) -> bool {
    letter == ' ' || letter == '\t' || is_odd(letter)
}

/// The line with every Tab in front of its words as so many spaces, or as spaces to the next stop.
fn spaced(line: &str, width: usize, stops: bool) -> String {
    let front = indent(line);
    let mut out = String::with_capacity(line.len() + 8);
    for letter in front.chars() {
        let wide = match letter {
            '\t' if stops => width - out.len() % width,
            '\t' => width,
            _ => 1,
        };
        out.extend(std::iter::repeat_n(' ', wide));
    }
    out + &line[front.len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readable(text: &str) -> bool {
        yaml::says(text).is_some()
    }

    #[test]
    fn a_tab_is_as_wide_as_its_neighbours_ask() {
        let check = |text: &str, expected: &str| assert_eq!(ordinary(text, &readable).as_deref(), Ok(expected), "{text:?}");
        check("a:\n  - b: 1\n\tc: 2\n", "a:\n  - b: 1\n    c: 2\n");
        check("a:\r\n- b: 1\r\n\tc: 2\r\n", "a:\r\n- b: 1\r\n  c: 2\r\n");
        check("a:\n\tb:\n\t\tc: 1 # x\ty\n", "a:\n  b:\n    c: 1 # x\ty\n");
        check("a:\n    b: 1\n  \tc: 2\n", "a:\n    b: 1\n    c: 2\n");
    }

    #[test]
    fn where_a_tab_can_mean_two_things_it_means_nothing() {
        // With two spaces it stands beside b, with four beside c.
        assert_eq!(ordinary("a:\n  b:\n    c: 1\n\td: 2\n", &readable), Err(Doubt::Several));
        assert_eq!(ordinary("a: [\n\tb: ]: c\n", &readable), Err(Doubt::None));
    }

    #[test]
    fn odd_spaces_become_ordinary_where_they_stand_for_them() {
        let check = |text: &str, expected: &str| assert_eq!(ordinary(text, &|_| true).as_deref(), Ok(expected), "{text:?}");
        check("a:\u{a0}2.487\nb:\u{a0} \u{a0}x\u{a0}y\n", "a: 2.487\nb: x\u{a0}y\n");
        check("a:\u{a0}\r\n\u{a0}\u{3000}- b: 1\n", "a:\r\n  - b: 1\n");
        check("-\u{a0}a: 1\n", "- a: 1\n");
        check("a:  x\u{a0}y: z\n# ghi\u{a0}chú\n", "a:  x\u{a0}y: z\n# ghi\u{a0}chú\n");
        check("a:\tx\n", "a: x\n");
    }
}
