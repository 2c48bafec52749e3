//! The style of a page: what its layout needs, in the order of the layers, without comments and idle spaces.
//!
//! Invariant: strings, addresses and the spaces that mean something stay exactly as written.
//!
//! May use: nothing.

use std::collections::HashMap;

use super::layers::Layers;

/// The files every page carries, around the components of its layout.
const BEFORE: [&str; 3] = ["css/tokens.css", "css/base.css", "css/layout.css"];
const AFTER: [&str; 2] = ["css/utilities.css", "css/print.css"];

/// The files of a theme's style. Each is made small once, however many layouts carry it.
pub(super) struct Styles<'t> {
    layers: &'t Layers,
    tokens: &'t str,
    /// What the site adds of its own.
    own: Vec<String>,
    /// The files that were asked for, as a page carries them; empty where there is none.
    small: HashMap<String, String>,
}

impl<'t> Styles<'t> {
    /// Of these files. `tokens` stands for `css/tokens.css`, already set to the site's colours.
    pub(super) fn new(layers: &'t Layers, tokens: &'t str) -> Self {
        let own = layers.paths("css/").into_iter().filter(|path| !BEFORE.contains(path) && !AFTER.contains(path)).map(str::to_owned);
        Styles { layers, tokens, own: own.collect(), small: HashMap::new() }
    }

    /// The style of a layout that uses `components`.
    pub(super) fn of(&mut self, components: &[String]) -> String {
        let parts = components.iter().map(|name| format!("components/{name}/{name}.css"));
        let paths = BEFORE.iter().map(|path| (*path).to_owned()).chain(parts).chain(AFTER.iter().map(|path| (*path).to_owned()));
        let (layers, tokens) = (self.layers, self.tokens);
        let mut out = String::new();
        for path in paths.chain(self.own.iter().cloned()) {
            out.push_str(self.small.entry(path).or_insert_with_key(|path| small(layers, tokens, path)));
        }
        out
    }
}

/// A file as a page carries it.
fn small(layers: &Layers, tokens: &str, path: &str) -> String {
    let text = if path == BEFORE[0] { Some(tokens) } else { layers.find(path) };
    let small = squeezed(text.unwrap_or_default());
    // A plain file of the site stands above all layers of the theme.
    if small.is_empty() || small.contains("@layer") { small } else { format!("@layer site{{{small}}}") }
}

/// The components a layout says it uses: `{# components: bar, table #}` on its first line.
pub(super) fn components(layout: &str) -> Vec<String> {
    let list = layout
        .trim_start()
        .strip_prefix("{#")
        .and_then(|rest| rest.split_once("#}"))
        .and_then(|(comment, _)| comment.trim_start_matches('-').trim().strip_prefix("components:"));
    list.map_or_else(Vec::new, |list| list.trim_end_matches('-').split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// CSS without its comments and the spaces nobody needs.
pub(super) fn squeezed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let bytes = css.as_bytes();
    let (mut at, mut space, mut stop) = (0, false, false);
    while at < bytes.len() {
        let rest = &css[at..];
        let byte = bytes[at];
        if let Some(comment) = rest.strip_prefix("/*") {
            at += comment.find("*/").map_or(rest.len(), |end| end + 4);
            // Between two words a comment parts them without being a space: `1px/**/2px`.
            let parts = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || b"-_%#.\\".contains(b) || !b.is_ascii());
            if !space && parts(out.as_bytes().last()) && parts(bytes.get(at)) {
                out.push_str("/**/");
            }
            continue;
        }
        if byte.is_ascii_whitespace() {
            (space, at) = (true, at + 1);
            continue;
        }
        if std::mem::take(&mut space) && needs_space(&out, byte) {
            out.push(' ');
        }
        let end = at
            + match byte {
                b'"' | b'\'' => string_end(bytes, at) - at,
                b'u' | b'U' if is_address(rest, &out) => rest.find(')').map_or(rest.len(), |end| end + 1),
                b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                _ => rest.chars().next().map_or(1, char::len_utf8),
            };
        if byte == b';' && stop {
            at = end;
            continue;
        }
        // The last stop of a block ends nothing; only after a name's colon would its loss be one (`--empty:;`).
        if byte == b'}' && stop && !out.ends_with(":;") {
            out.pop();
        }
        stop = byte == b';';
        out.push_str(&css[at..end]);
        at = end;
    }
    out
}

/// Spaces mean nothing beside braces, stops and commas, after a colon, and inside parentheses at their ends.
fn needs_space(out: &str, next: u8) -> bool {
    let Some(last) = out.as_bytes().last() else { return false };
    // `--empty: ;` must keep its space: older browsers drop a property without any value.
    if *last == b':' {
        return matches!(next, b';' | b'}');
    }
    !matches!(last, b'{' | b'}' | b';' | b',' | b'(') && !matches!(next, b'{' | b'}' | b';' | b',' | b')')
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b if b == bytes[start] => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// `url(` without quotes: everything up to its end is the address.
fn is_address(rest: &str, out: &str) -> bool {
    let begins = rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("url("));
    let inside_word = out.as_bytes().last().is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    begins && !inside_word && !rest[4..].trim_start().starts_with(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::super::layers::ThemeFile;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_go_where_they_mean_nothing_and_stay_where_they_mean_something() {
        for (css, small) in [
            ("/* a */ a :hover , b{ color : red ; }\n", "a :hover,b{color :red}"),
            (
                "@media screen and (max-width: 47.99em) {\n  .a .b { margin: 0 -1px calc(1px + 2px); }\n}",
                "@media screen and (max-width:47.99em){.a .b{margin:0 -1px calc(1px + 2px)}}",
            ),
            ("a::before { content: \" /* no */  (\" attr(href) ')  ' ; }", "a::before{content:\" /* no */  (\" attr(href) ')  '}"),
            (
                "a { b: url( data:image/svg+xml;a , b  /*c*/ ) ; c: URL(\"x  y\") URL( ; ) }",
                "a{b:url( data:image/svg+xml;a , b  /*c*/ );c:URL(\"x  y\") URL( ; )}",
            ),
            ("a{--empty: ;--b:1px/**/2px;c:1 /* x */ 2}", "a{--empty: ;--b:1px/**/2px;c:1 2}"),
            (":is(a, b):not( .c ) .d > e { f: \"\\\"  x\" }", ":is(a,b):not(.c) .d > e{f:\"\\\"  x\"}"),
            ("@layer a, b;\n@layer a { }", "@layer a,b;@layer a{}"),
            ("a{b:c} /* open", "a{b:c}"),
            ("a{b:\"open  ", "a{b:\"open  "),
            ("a\\  b{}", "a\\  b{}"),
            ("a{b:c;;}d{e:\\;;}", "a{b:c}d{e:\\;}"),
        ] {
            assert_eq!(squeezed(css), small);
        }
    }

    #[test]
    fn a_layout_names_its_components() {
        assert_eq!(components("{# components: bar, table #}\n{% extends \"x\" %}"), ["bar", "table"]);
        assert_eq!(components("{#- components: bar -#}"), ["bar"]);
        assert!(components("{# about bars #}").is_empty() && components("<p>").is_empty());
    }

    #[test]
    fn a_page_carries_the_style_of_its_components_in_the_order_of_the_layers() {
        let builtin = [
            ("css/tokens.css", "@layer tokens{}"),
            ("css/print.css", "@layer utilities{p{}}"),
            ("components/bar/bar.css", "@layer components{.bar{}}"),
            ("components/tree/tree.css", "x{}"),
        ];
        let builtin = builtin.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let layers = Layers::new("tinh", builtin, &[ThemeFile::text("css/site.css", "a { }")]);
        let mut styles = Styles::new(&layers, "@layer tokens { b {} }");
        let css = styles.of(&["bar".to_owned(), "link".to_owned()]);
        assert_eq!(css, "@layer tokens{b{}}@layer components{.bar{}}@layer utilities{p{}}@layer site{a{}}");
        // What was made small for one layout is there for the next.
        assert_eq!(styles.of(&["tree".to_owned()]), "@layer tokens{b{}}@layer site{x{}}@layer utilities{p{}}@layer site{a{}}");
        assert_eq!(styles.of(&["bar".to_owned()]), css);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn squeezing_twice_changes_nothing_more_and_strings_survive(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", " ", "\n", "{", "}", ";", ":", ",", "(", ")", "\"x  y\"", "'z; }'", "/* c */", "url( q  q )", "--b", "1px", "\\;", "ế",
        ]), 0..40)) {
            let css = pieces.concat();
            let small = squeezed(&css);
            prop_assert_eq!(squeezed(&small), small.clone());
            let plain = |s: &str| s.replace("/**/", "").chars().filter(|c| !c.is_whitespace() && *c != ';').collect::<String>();
            let without_comments = pieces.iter().filter(|p| **p != "/* c */").copied().collect::<String>();
            prop_assert_eq!(plain(&small), plain(&without_comments));
        }
    }
}
