//! Addresses: where each page lies, and the way from one page to another.
//!
//! The first language lies at the root under its own words; every other language under its tag.
//! Invariant: links are relative, so that the site works in any folder.
//!
//! May use: nothing.

/// The words of addresses in one language.
#[derive(Clone, Debug)]
pub struct Names {
    /// Where the language begins: empty, or `en/`.
    pub prefix: String,
    words: &'static [&'static str; 21],
}

/// A kind of folder in the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names the pages that lie in it")]
pub enum Folder {
    Areas,
    Programmes,
    Indicators,
    Reports,
    Documents,
    Works,
    Data,
    Method,
    Corrections,
    Contact,
    About,
    Accessibility,
    Page,
    Files,
    Search,
    Periods,
    Notice,
    Kit,
    Embed,
    /// How the names of share cards begin.
    Card,
    /// Within that of the files: what was drawn here, under names that change with it.
    Drawn,
}

const VI: [&str; 21] = [
    "don-vi",
    "chuong-trinh",
    "chi-tieu",
    "tin",
    "van-ban",
    "cong-trinh",
    "so-lieu",
    "phuong-phap",
    "dinh-chinh",
    "lien-he",
    "gioi-thieu",
    "truy-cap",
    "trang",
    "tep",
    "tim",
    "ky",
    "niem-yet",
    "bo-thong-bao",
    "nhung",
    "chia-se",
    "ve-lai",
];
const EN: [&str; 21] = [
    "areas",
    "programmes",
    "indicators",
    "reports",
    "documents",
    "works",
    "data",
    "method",
    "corrections",
    "contact",
    "about",
    "accessibility",
    "page",
    "files",
    "search",
    "periods",
    "notice",
    "notice-kit",
    "embed",
    "share",
    "drawn",
];

impl Names {
    /// The address words of a language; every language but Vietnamese uses the English ones.
    pub fn of(lang: &str, first: bool) -> Self {
        let words = if lang == "vi" { &VI } else { &EN };
        Names { prefix: if first { String::new() } else { format!("{lang}/") }, words }
    }

    /// The word of a folder.
    pub fn word(&self, folder: Folder) -> &'static str {
        self.words[folder as usize]
    }

    /// The address of a folder: `don-vi/`, `en/areas/`.
    pub fn folder(&self, folder: Folder) -> String {
        format!("{}{}/", self.prefix, self.word(folder))
    }

    /// The address of a page in a folder.
    pub fn page(&self, folder: Folder, id: &str) -> String {
        format!("{}{}/{id}/", self.prefix, self.word(folder))
    }
}

/// The way from the folder `from` to the address `to` (both relative to the site's root, folders ending in `/`).
pub fn relative(from: &str, to: &str) -> String {
    let mut same = 0;
    for (a, b) in from.split_inclusive('/').zip(to.split_inclusive('/')) {
        if a != b || !a.ends_with('/') {
            break;
        }
        same += a.len();
    }
    let up = from[same..].matches('/').count();
    let rest = &to[same..];
    if up == 0 && rest.is_empty() {
        return "./".to_owned();
    }
    let mut way = String::with_capacity(up * 3 + rest.len());
    for _ in 0..up {
        way.push_str("../");
    }
    way.push_str(rest);
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_pages_is_relative() {
        for (from, to, way) in [
            ("", "don-vi/nam-nhun/", "don-vi/nam-nhun/"),
            ("don-vi/nam-nhun/", "", "../../"),
            ("don-vi/nam-nhun/", "don-vi/sop-cop/", "../sop-cop/"),
            ("don-vi/nam-nhun/2024/", "don-vi/nam-nhun/", "../"),
            ("don-vi/nam-nhun/", "don-vi/nam-nhun/", "./"),
            ("don-vi/nam-nhun/", "don-vi/nam-nhun/so-lieu.csv", "so-lieu.csv"),
            ("don-vi/a/", "don-vi/ab/", "../ab/"),
            ("en/areas/a/", "don-vi/a/", "../../../don-vi/a/"),
        ] {
            assert_eq!(relative(from, to), way, "{from} → {to}");
        }
    }
}
