//! A page cut into its tags, texts and comments, and the words a reader sees of it.
//!
//! Invariant: the pieces put together are the page, byte for byte.
//!
//! May use: nothing.

/// One piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Characters between tags, as written.
    Text(&'a str),
    /// The content of an element that holds no tags (`script`, `textarea`, `title` …).
    Raw(&'a str),
    /// A whole comment.
    Comment(&'a str),
    /// A whole tag and its name.
    Tag {
        /// As written.
        whole: &'a str,
        /// Name, as written, without `/`.
        name: &'a str,
        /// Whether it ends an element.
        closing: bool,
    },
    /// A doctype and whatever else begins with `<!`, `<?` or is never closed.
    Other(&'a str),
}

/// Cuts a page into its pieces.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    /// The element whose content holds no tags, when its opening tag was the last piece.
    raw: Option<&'a str>,
}

/// Begins at the beginning.
pub(super) fn pieces(page: &str) -> Pieces<'_> {
    Pieces { rest: page, raw: None }
}

impl<'a> Pieces<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at(length);
        self.rest = rest;
        piece
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw.take() {
            let end = raw_end(self.rest, name);
            if end > 0 {
                return Some(Piece::Raw(self.take(end)));
            }
        }
        let rest = self.rest;
        let bytes = rest.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        let Some(kind) = markup(bytes) else {
            let mut end = 0;
            while let Some(next) = rest[end..].find('<') {
                end += next;
                if markup(&bytes[end..]).is_some() {
                    return Some(Piece::Text(self.take(end)));
                }
                end += 1;
            }
            return Some(Piece::Text(self.take(rest.len())));
        };
        match kind {
            Markup::Comment => Some(Piece::Comment(self.take(comment_end(rest)))),
            Markup::Other => Some(Piece::Other(self.take(rest.find('>').map_or(rest.len(), |end| end + 1)))),
            Markup::Tag { closing } => {
                let Some(end) = tag_end(bytes) else { return Some(Piece::Other(self.take(rest.len()))) };
                let whole = self.take(end);
                let from = if closing { 2 } else { 1 };
                let length = whole.as_bytes()[from..].iter().position(|b| matches!(b, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' | b'/' | b'>')).unwrap_or(0);
                let name = &whole[from..from + length];
                if !closing && is_raw(name) {
                    self.raw = Some(name);
                }
                Some(Piece::Tag { whole, name, closing })
            }
        }
    }
}

enum Markup {
    Comment,
    Other,
    Tag { closing: bool },
}

/// What a `<` begins; `None` when it is a character of the text.
fn markup(bytes: &[u8]) -> Option<Markup> {
    match bytes {
        [b'<', b'!', b'-', b'-', ..] => Some(Markup::Comment),
        [b'<', b'/', letter, ..] if letter.is_ascii_alphabetic() => Some(Markup::Tag { closing: true }),
        [b'<', b'!' | b'?' | b'/', _, ..] => Some(Markup::Other),
        [b'<', letter, ..] if letter.is_ascii_alphabetic() => Some(Markup::Tag { closing: false }),
        _ => None,
    }
}

/// `-->` ends a comment, and so do `--!>` and, at once, `<!-->` and `<!--->`: browsers are lenient here.
fn comment_end(rest: &str) -> usize {
    for short in ["<!-->", "<!--->"] {
        if rest.starts_with(short) {
            return short.len();
        }
    }
    let mut at = 4;
    while let Some(dashes) = rest[at..].find("--") {
        let after = &rest[at + dashes + 2..];
        for end in [">", "!>"] {
            if after.starts_with(end) {
                return at + dashes + 2 + end.len();
            }
        }
        at += dashes + 1;
    }
    rest.len()
}

/// The end of a tag: a `>` inside quotes does not count.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    // A quote only opens a value after `=`; elsewhere browsers take it for a letter of a name.
    let mut value = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return Some(at + 1),
            b'=' => value = true,
            b'"' | b'\'' if value => {
                at += 1 + bytes[at + 1..].iter().position(|b| b == byte)?;
                value = false;
            }
            byte if !byte.is_ascii_whitespace() => value = false,
            _ => {}
        }
        at += 1;
    }
    None
}

fn is_raw(name: &str) -> bool {
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"].iter().any(|raw| raw.eq_ignore_ascii_case(name))
}

/// Where the closing tag of an element without tags begins.
fn raw_end(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(next) = rest[at..].find("</") {
        let begin = at + next;
        let after = &rest.as_bytes()[begin + 2..];
        let ends = after.get(name.len()).is_none_or(|b| matches!(b, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' | b'/' | b'>'));
        if after.get(..name.len()).is_some_and(|closing| closing.eq_ignore_ascii_case(name.as_bytes())) && ends {
            return begin;
        }
        at = begin + 2;
    }
    rest.len()
}

/// Whether an element stands on lines of its own, so that a space beside it shows nowhere.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "head"
            | "body"
            | "meta"
            | "link"
            | "base"
            | "main"
            | "div"
            | "nav"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "aside"
            | "figure"
            | "figcaption"
            | "blockquote"
            | "form"
            | "fieldset"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "p"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "pre"
            | "table"
            | "caption"
            | "colgroup"
            | "col"
            | "thead"
            | "tbody"
            | "tfoot"
            | "tr"
            | "th"
            | "td"
            | "address"
            | "details"
            | "summary"
            | "dialog"
            | "br"
    )
}

/// The words a reader sees, a line each: what stands between spaces and the edges of blocks. Inline tags part nothing.
pub(super) fn words(page: &str) -> String {
    let mut words = Words { lines: String::with_capacity(page.len() / 2) };
    let mut inside = "";
    for piece in pieces(page) {
        match piece {
            Piece::Text(text) => words.text(text),
            Piece::Raw(text) if inside.eq_ignore_ascii_case("textarea") || inside.eq_ignore_ascii_case("title") => words.text(text),
            Piece::Tag { name, closing, .. } => {
                inside = if closing { "" } else { name };
                if is_block(name) || name.eq_ignore_ascii_case("title") || name.eq_ignore_ascii_case("textarea") {
                    words.edge();
                }
            }
            Piece::Raw(_) | Piece::Comment(_) | Piece::Other(_) => {}
        }
    }
    words.edge();
    words.lines
}

/// Words being gathered.
#[derive(Default)]
pub(super) struct Words {
    /// Each word with a line end after it, the last one perhaps without.
    pub(super) lines: String,
}

impl Words {
    /// The end of a word.
    pub(super) fn edge(&mut self) {
        if !self.lines.is_empty() && !self.lines.ends_with('\n') {
            self.lines.push('\n');
        }
    }

    fn text(&mut self, text: &str) {
        for (at, part) in text.split([' ', '\n', '\t', '\r', '\x0c']).enumerate() {
            if at > 0 {
                self.edge();
            }
            self.letters(part);
        }
    }

    /// The letters of a word, the entities our pages use as the letters they stand for.
    fn letters(&mut self, mut part: &str) {
        while let Some(at) = part.find('&') {
            self.lines.push_str(&part[..at]);
            part = &part[at..];
            let entity = part[1..].split_once(';').and_then(|(name, rest)| Some((letter(name)?, rest)));
            let (letter, rest) = entity.unwrap_or(('&', &part[1..]));
            self.lines.push(letter);
            part = rest;
        }
        self.lines.push_str(part);
    }

    /// Letters already decoded.
    pub(super) fn decoded(&mut self, text: &str) {
        for letter in text.chars() {
            if letter.is_ascii_whitespace() {
                self.edge();
            } else {
                self.lines.push(letter);
            }
        }
    }
}

fn letter(entity: &str) -> Option<char> {
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        numeric => {
            let digits = numeric.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| !c.is_ascii_control())?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_what_a_reader_sees() {
        for (page, seen) in [
            ("<p>Sốp <b>C</b>ộp</p><p>xã</p>", "Sốp|Cộp|xã"),
            ("<a>Sốp</a><strong>Cộp</strong>", "SốpCộp"),
            ("a<!-- b -->c<script>var d = '<p>';</script> <style>e</style>f", "ac|f"),
            ("<title>A <b> &amp; c</title><p title=\"x > y\">d", "A|<b>|&|c|d"),
            ("5 < 6 &lt;7&#62; 1&nbsp;000 &middot; R&D", "5|<|6|<7>|1\u{a0}000|&middot;|R&D"),
            ("<!doctype html><html><td>a</td><td>b</td>c<br>d", "a|b|c|d"),
            ("a<!-->b<!--->c<!-- x --!>d<!-- e", "abcd"),
            ("<p data-x='>' \">a", "a"),
            ("<SCRIPT>a</scripty>b</script>c", "c"),
        ] {
            assert_eq!(words(page).trim_end().replace('\n', "|"), seen, "{page}");
        }
    }

    proptest! {
        #[test]
        fn pieces_put_together_are_the_page(pieces_ in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<", ">", "<!--", "-->", "--!>", "<!", "<?x", "</", "<a href='x>'", "\"", "'", "=", "<script>", "</script", "<TITLE>", "</title >", "ế", " ", "a&amp;",
        ]), 0..30)) {
            let page = pieces_.concat();
            let again: String = pieces(&page).map(|piece| match piece {
                Piece::Text(s) | Piece::Raw(s) | Piece::Comment(s) | Piece::Other(s) | Piece::Tag { whole: s, .. } => s,
            }).collect();
            prop_assert_eq!(again, page);
        }
    }
}
