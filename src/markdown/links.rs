//! Which addresses a text may link to.
//!
//! Invariant: an address is judged as a browser reads it, so control characters and spaces do not hide a scheme.
//!
//! May use: nothing.

/// The schemes of links inside the site: `area:nam-nhun`, `figure:ntm/investment/disbursed` …
pub(super) const OWN: [&str; 8] = ["area", "programme", "report", "document", "indicator", "figure", "component", "page"];

/// The schemes of pictures that stand for live figures: `![Giải ngân](table:budget)`.
pub(super) const BLOCKS: [&str; 3] = ["table", "progress", "chart"];

/// The kind and the address of a block, when a picture is one.
pub(super) fn block(target: &str) -> Option<(&'static str, &str)> {
    let (scheme, address) = target.split_once(':')?;
    BLOCKS.iter().find(|kind| **kind == scheme).map(|kind| (*kind, address))
}

/// What an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Another site.
    Outside,
    /// An e-mail address or a telephone number.
    Person,
    /// A place on the same page.
    Here,
    /// A page of this site, by its scheme or by its path: the site must say where it is.
    Site,
    /// Anything else: it could run a script, or leads nowhere.
    Refused,
}

/// Judges an address. Entities and backslashes were already resolved by the Markdown reader.
pub(super) fn kind(target: &str) -> Kind {
    // Browsers drop tabs and line ends anywhere and other control characters at the front; dropping all of them is stricter.
    let seen: String = target.chars().filter(|c| !c.is_control() && !c.is_whitespace() && *c != '\u{feff}').take(64).collect();
    if seen.starts_with('#') {
        return Kind::Here;
    }
    if seen.starts_with(['/', '\\']) && seen[1..].starts_with(['/', '\\']) {
        return if seen.trim_start_matches(['/', '\\']).is_empty() { Kind::Refused } else { Kind::Outside };
    }
    let Some(at) = seen.find([':', '/', '?', '#']).filter(|at| seen[*at..].starts_with(':')) else {
        // A scheme longer than what was looked at is none of ours.
        return if seen.chars().count() == 64 && !seen.contains(['/', '?', '#']) && target.contains(':') { Kind::Refused } else { Kind::Site };
    };
    let nobody = seen[at + 1..].trim_start_matches(['/', '\\']).is_empty();
    match seen[..at].to_ascii_lowercase().as_str() {
        "http" | "https" | "mailto" | "tel" if nobody => Kind::Refused,
        "http" | "https" => Kind::Outside,
        "mailto" | "tel" => Kind::Person,
        own if OWN.contains(&own) => Kind::Site,
        _ => Kind::Refused,
    }
}

/// Whether an address leads to another site, an e-mail address or a telephone number, and can do no harm.
pub fn is_safe_address(target: &str) -> bool {
    matches!(kind(target), Kind::Outside | Kind::Person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_judged_as_a_browser_reads_it() {
        let long = format!("{}:x", "a".repeat(80));
        for (target, wanted) in [
            ("https://laichau.gov.vn", Kind::Outside),
            ("HTTP://x", Kind::Outside),
            ("//x.vn/a", Kind::Outside),
            ("/\\x.vn", Kind::Outside),
            ("mailto:a@b.vn", Kind::Person),
            ("tel:02133876", Kind::Person),
            ("#ket-qua", Kind::Here),
            ("\u{1}#ket-qua", Kind::Here),
            ("area:nam-nhun", Kind::Site),
            ("figure:ntm/investment/disbursed", Kind::Site),
            ("../phuong-phap/", Kind::Site),
            ("/don-vi/?a=b:c", Kind::Site),
            ("", Kind::Site),
            ("https://", Kind::Refused),
            ("//", Kind::Refused),
            ("mailto:", Kind::Refused),
            ("javascript:alert(1)", Kind::Refused),
            ("JaVaScRiPt:alert(1)", Kind::Refused),
            (" \u{1}java\tscr\nipt:alert(1)", Kind::Refused),
            ("\u{feff}javascript:alert(1)", Kind::Refused),
            ("vbscript:x", Kind::Refused),
            ("data:text/html,x", Kind::Refused),
            ("file:///etc/passwd", Kind::Refused),
            ("aera:nam-nhun", Kind::Refused),
            (&long, Kind::Refused),
        ] {
            assert_eq!(kind(target), wanted, "{target:?}");
        }
    }
}
