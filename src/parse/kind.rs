//! Which file is what, told by its path alone.
//!
//! Invariant: every file under `content/` is either known, a file beside a report, or named in a problem.
//!
//! May use: model.

use crate::model::Period;

/// What a file of `content/` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A programme.
    Programme {
        /// Its id.
        id: String,
    },
    /// An area.
    Area {
        /// Its id.
        id: String,
    },
    /// A plan of an area and period.
    Plan {
        /// The area.
        area: String,
        /// The period's folder.
        period: String,
        /// 1 for `plan.yaml`, 2 for `plan.v2.yaml`.
        version: u16,
    },
    /// Results of an area and period.
    Results {
        /// The area.
        area: String,
        /// The period's folder.
        period: String,
    },
    /// A construction work.
    Work {
        /// The area.
        area: String,
        /// Its id.
        id: String,
    },
    /// A document.
    Paper {
        /// Its id.
        id: String,
    },
    /// A report in one language.
    Report {
        /// The year's folder.
        year: String,
        /// Its id.
        slug: String,
        /// Language; empty for the site's first.
        lang: String,
        /// Whether it has a folder of its own.
        folder: bool,
    },
    /// A page written by hand, in one language.
    Prose {
        /// Its name.
        id: String,
        /// Language; empty for the site's first.
        lang: String,
    },
    /// The list of corrections.
    Corrections,
    /// What a release said; read in `history`, never by hand.
    Release {
        /// Its label.
        label: String,
    },
    /// Every address a release has published; read in `history`, never by hand.
    Addresses,
    /// A picture, a PDF, a recording: used by others or by nobody.
    Other,
}

/// What the file at `path` (relative to the site folder) is; `None` for a data file in no known place.
pub fn of(path: &str) -> Option<Kind> {
    let rest = path.strip_prefix("content/")?;
    let parts: Vec<&str> = rest.split('/').collect();
    let yaml = |name: &str| name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).map(str::to_owned);
    let known = match parts.as_slice() {
        ["programmes", name] => yaml(name).map(|id| Kind::Programme { id }),
        ["documents", name] => yaml(name).map(|id| Kind::Paper { id }),
        ["areas", id, name] if yaml(name).as_deref() == Some("area") => Some(Kind::Area { id: (*id).into() }),
        ["areas", area, "works", name] => yaml(name).map(|id| Kind::Work { area: (*area).into(), id }),
        ["areas", area, period, name] if Period::read(period).is_some() => match yaml(name).as_deref() {
            Some("results") => Some(Kind::Results { area: (*area).into(), period: (*period).into() }),
            Some(plan) => plan_version(plan).map(|version| Kind::Plan { area: (*area).into(), period: (*period).into(), version }),
            None => None,
        },
        ["reports", year, name] if name.ends_with(".md") => {
            let (slug, lang) = split_lang(name.trim_end_matches(".md"));
            Some(Kind::Report { year: (*year).into(), slug, lang, folder: false })
        }
        ["reports", year, slug, name] if name.ends_with(".md") => {
            let (stem, lang) = split_lang(name.trim_end_matches(".md"));
            (stem == "index").then(|| Kind::Report { year: (*year).into(), slug: (*slug).into(), lang, folder: true })
        }
        ["pages", name] if name.ends_with(".md") => {
            let (id, lang) = split_lang(name.trim_end_matches(".md"));
            Some(Kind::Prose { id, lang })
        }
        [name] if yaml(name).as_deref() == Some("corrections") => Some(Kind::Corrections),
        ["addresses.txt"] => Some(Kind::Addresses),
        ["releases", name] => name.strip_suffix(".txt").map(|label| Kind::Release { label: label.into() }),
        _ => None,
    };
    // A release in a folder of its own would be a release nobody compares with.
    let is_data = [".yaml", ".yml", ".md"].iter().any(|end| rest.ends_with(end)) || (rest.starts_with("releases/") && rest.ends_with(".txt"));
    known.or((!is_data).then_some(Kind::Other))
}

fn plan_version(stem: &str) -> Option<u16> {
    match stem.strip_prefix("plan")? {
        "" => Some(1),
        rest => rest.strip_prefix(".v")?.parse().ok().filter(|v| *v >= 2),
    }
}

/// `index.en` → (`index`, `en`).
fn split_lang(stem: &str) -> (String, String) {
    match stem.rsplit_once('.') {
        Some((name, lang)) if (2..=8).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => {
            (name.to_owned(), lang.to_owned())
        }
        _ => (stem.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_what_a_file_is() {
        assert_eq!(of("content/areas/nam-nhun/2024/plan.v2.yaml"), Some(Kind::Plan { area: "nam-nhun".into(), period: "2024".into(), version: 2 }));
        assert_eq!(of("content/areas/bac-giang/2021-2023/results.yaml"), Some(Kind::Results { area: "bac-giang".into(), period: "2021-2023".into() }));
        assert_eq!(of("content/reports/2024/x/index.en.md"), Some(Kind::Report { year: "2024".into(), slug: "x".into(), lang: "en".into(), folder: true }));
        assert_eq!(of("content/reports/2024/x/anh.jpg"), Some(Kind::Other));
        assert_eq!(of("content/releases/2024-quy-1.txt"), Some(Kind::Release { label: "2024-quy-1".into() }));
        assert_eq!(of("content/releases/cũ/2023.txt"), None);
        for lost in ["content/areas/nam-nhun/plan.yaml", "content/areas/nam-nhun/24/plan.yaml", "content/report.md", "content/areas/a/2024/plans.yaml"] {
            assert_eq!(of(lost), None, "{lost}");
        }
    }
}
