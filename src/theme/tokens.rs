//! The site's own colours and measures, set where the theme declares them.
//!
//! A value goes into the first declaration of its token, so that what the theme says later for the dark scheme
//! or for forced colours still wins; `<token>_dark` sets the dark scheme. A rule appended at the end was refused:
//! it would have undone the dark scheme of every token it set.
//! Invariant: a value is one value; it cannot end its declaration or begin another.
//!
//! May use: diag.

use super::problems;
use crate::diag::{At, Problem, nearest};

const DARK: &str = "(prefers-color-scheme: dark)";

/// The text of `tokens.css` with the site's values in it.
pub(super) fn set(css: &str, tokens: &[(At<String>, At<String>)], all: &mut Vec<Problem>) -> String {
    let mut out = css.to_owned();
    let known = names(css);
    for (At { value: token, spot: place }, At { value, spot }) in tokens {
        let typed = token.replace('_', "-");
        let (name, dark) = typed.strip_suffix("-dark").map_or((typed.as_str(), false), |name| (name, true));
        if !known.contains(&name) {
            let problem = problems::unknown_token(*place, token, nearest::nearest(name, known.iter().copied()), &known);
            all.push(problem.meant_if(name, nearest::only(name, known.iter().copied())));
            continue;
        }
        let colour = shows_colour(css, name);
        let value = value.trim();
        if !is_value(value) || (colour && !is_colour(value)) {
            let marked = format!("#{value}");
            let is_code = matches!(value.len(), 3 | 6) && value.bytes().all(|b| b.is_ascii_hexdigit());
            all.push(problems::bad_token_value(*spot, token, value, colour).meant_if(value, (colour && is_code).then_some(&*marked)));
            continue;
        }
        match if dark { in_dark(&out, name) } else { declared(&out, name, 0) } {
            Some(range) => out.replace_range(range, value),
            None => out.push_str(&format!("\n@layer tokens{{@media screen and {DARK}{{:root{{--{name}:{value}}}}}}}")),
        }
    }
    out
}

/// A token that is a plain colour (`#7a1f1f`, `#fff`): its red, green and blue.
pub(super) fn colour(css: &str, name: &str) -> Option<[u8; 3]> {
    let digits = css[declared(css, name, 0)?].trim().strip_prefix('#')?;
    let digits: Vec<u8> = digits.chars().map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok())).collect::<Option<_>>()?;
    match *digits {
        [red, green, blue] => Some([red * 17, green * 17, blue * 17]),
        [a, b, c, d, e, f] => Some([a * 16 + b, c * 16 + d, e * 16 + f]),
        _ => None,
    }
}

/// Every token of the theme, without its two hyphens.
fn names(css: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for part in css.split("--").skip(1) {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(part.len());
        if part[end..].trim_start().starts_with(':') && !all.contains(&&part[..end]) {
            all.push(&part[..end]);
        }
    }
    all
}

/// Whether the theme's own value of a token is a colour, or another token that is one.
fn shows_colour(css: &str, name: &str) -> bool {
    let value = |name: &str| declared(css, name, 0).map_or("", |range| css[range].trim());
    let other = value(name).strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
    is_colour(other.map_or(value(name), value))
}

/// Where the value of a token stands that is declared at or after `from`.
fn declared(css: &str, name: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let wanted = format!("--{name}");
    let found = css[from..].match_indices(&wanted).find_map(|(at, _)| {
        let after = from + at + wanted.len();
        let value = css[after..].trim_start().strip_prefix(':')?;
        Some(css.len() - value.len())
    })?;
    let start = css.len() - css[found..].trim_start().len();
    Some(start..start + css[start..].find([';', '}', '\n']).unwrap_or(0))
}

/// The same inside the dark scheme of the theme; `None` where it does not say it again.
fn in_dark(css: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let block = css.find(DARK)?;
    let end = css[block..].find("@media").map_or(css.len(), |next| block + next);
    declared(css, name, block).filter(|range| range.start < end)
}

/// Letters, digits and the few signs of colours, measures and lists of fonts; quotes and parentheses in pairs.
fn is_value(value: &str) -> bool {
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || "#%.,()/ -+*\"'".contains(c));
    let pairs = value.matches('(').count() == value.matches(')').count()
        && value.matches('"').count().is_multiple_of(2)
        && value.matches('\'').count().is_multiple_of(2);
    plain && pairs && !value.is_empty() && !value.contains("/*") && !value.to_ascii_lowercase().contains("url")
}

fn is_colour(value: &str) -> bool {
    const FUNCTIONS: [&str; 10] = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color-mix"];
    match (value.strip_prefix('#'), value.split_once('(')) {
        (Some(hex), _) => matches!(hex.len(), 3 | 4 | 6 | 8) && hex.bytes().all(|b| b.is_ascii_hexdigit()),
        (None, Some((function, _))) => FUNCTIONS.contains(&function.trim()),
        (None, None) => value.len() > 2 && value.bytes().all(|b| b.is_ascii_alphabetic()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "@layer tokens {\n:root {\n  --brand: #7a1f1f;\n  --on-brand: #fff;\n  --link: #00f;\n  --gap: 1rem;\n  --accent: var(--brand);\n}\n@media screen and (prefers-color-scheme: dark) {\n  :root { --link: #8ec; }\n}\n@media (forced-colors: active) { :root { --brand: Highlight; } }\n}";

    #[test]
    fn a_plain_colour_is_read_as_it_is_set() {
        for (name, value, seen) in
            [("brand", "#0b5cad", Some([0x0b, 0x5c, 0xad])), ("on_brand", "#fc0", Some([0xff, 0xcc, 0])), ("brand", "navy", None), ("link", "rgb(1 2 3)", None)]
        {
            let (css, _) = setting(name, value);
            assert_eq!(colour(&css, &name.replace('_', "-")), seen, "{name} = {value}");
        }
        assert_eq!(colour(CSS, "brand"), Some([0x7a, 0x1f, 0x1f]));
        assert_eq!(colour(CSS, "nothing"), None);
    }

    fn at(typed: &str) -> At<String> {
        At { value: typed.to_owned(), spot: crate::diag::Spot::default() }
    }

    fn setting(token: &str, value: &str) -> (String, Vec<&'static str>) {
        let mut problems = Vec::new();
        let css = set(CSS, &[(at(token), at(value))], &mut problems);
        (css, problems.iter().map(|p| p.code.name).collect())
    }

    #[test]
    fn a_value_stands_where_its_token_is_declared() {
        for (token, value, old, new) in [
            ("brand", "#123456", "--brand: #7a1f1f;", "--brand: #123456;"),
            ("on_brand", "rgb(1 2 3 / 50%)", "--on-brand: #fff;", "--on-brand: rgb(1 2 3 / 50%);"),
            ("link", "navy", "--link: #00f;", "--link: navy;"),
            ("link_dark", "#abc", "--link: #8ec;", "--link: #abc;"),
            ("gap", "2em", "--gap: 1rem;", "--gap: 2em;"),
        ] {
            assert_eq!(setting(token, value), (CSS.replace(old, new), vec![]));
        }
    }

    #[test]
    fn a_dark_value_the_theme_does_not_have_is_added() {
        let (css, problems) = setting("brand_dark", "#eee");
        assert_eq!(css, format!("{CSS}\n@layer tokens{{@media screen and (prefers-color-scheme: dark){{:root{{--brand:#eee}}}}}}"));
        assert!(problems.is_empty());
    }

    #[test]
    fn unknown_tokens_and_strange_values_are_problems() {
        let mut problems = Vec::new();
        set(CSS, &[(at("brnd"), at("#123"))], &mut problems);
        assert_eq!((problems[0].code.name, problems[0].fix.en.contains("brand")), ("unknown-token", true));
        for value in ["", "#12", "#1234567", "red;}", "</style>", "url(x)", "expression(1)", "1rem", "\\72", "#fff /* x", "rgb(1"] {
            assert_eq!(setting("brand", value), (CSS.to_owned(), vec!["bad-token-value"]), "{value}");
        }
        assert_eq!(setting("accent", "1rem").1, ["bad-token-value"]);
        assert_eq!(setting("gap", "1rem; color: red").1, ["bad-token-value"]);
    }
}
