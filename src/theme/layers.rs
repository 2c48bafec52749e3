//! The files of a theme in two layers: the built-in theme below, the site's own above.
//!
//! Invariant: a file is known by the name a person can open: `themes/<name>/…` of the site, `default/…` built in.
//!
//! May use: nothing; crates blake3.

use std::collections::BTreeMap;

/// A file of a site's theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Path inside the theme's folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl ThemeFile {
    /// A file of text.
    pub fn text(path: &str, text: &str) -> Self {
        ThemeFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }
}

/// The name of the built-in layer in front of its files.
pub(super) const BELOW: &str = "default/";

/// Both layers.
pub(super) struct Layers {
    /// What stands in front of the site's files: `themes/<name>/`.
    pub(super) above: String,
    /// Every file by its whole name.
    files: BTreeMap<String, Vec<u8>>,
    /// Files that are not UTF-8 although they should be text.
    pub(super) unreadable: Vec<String>,
}

impl Layers {
    /// Lays the files of the site's theme over the built-in ones.
    pub(super) fn new(name: &str, builtin: impl IntoIterator<Item = (String, Vec<u8>)>, site: &[ThemeFile]) -> Self {
        let above = format!("themes/{name}/");
        let below = builtin.into_iter().map(|(path, bytes)| (format!("{BELOW}{path}"), bytes));
        let over = site.iter().map(|file| (format!("{above}{}", file.path.trim_start_matches(above.as_str())), file.bytes.clone()));
        let files: BTreeMap<String, Vec<u8>> = below.chain(over).collect();
        let unreadable = files.iter().filter(|(name, bytes)| is_text(name) && std::str::from_utf8(bytes).is_err()).map(|(name, _)| name.clone()).collect();
        Layers { above, files, unreadable }
    }

    /// The text of a file, by its whole name.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let text = std::str::from_utf8(self.files.get(name)?).ok()?;
        Some(text.trim_start_matches('\u{feff}'))
    }

    /// The whole name of the file that counts for `path`: the site's, else the built-in one. A path may name its layer itself.
    pub(super) fn name_of(&self, path: &str) -> Option<String> {
        [path.to_owned(), format!("{}{path}", self.above), format!("{BELOW}{path}")].into_iter().find(|name| self.files.contains_key(name))
    }

    /// The file that counts for `path`.
    pub(super) fn find(&self, path: &str) -> Option<&str> {
        self.text(&self.name_of(path)?)
    }

    /// Every template with its whole name.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.keys().filter(|name| is_template(inner(name, &self.above))).filter_map(|name| Some((name.as_str(), self.text(name)?)))
    }

    /// Every path inside the theme that begins with `folder`, of either layer, sorted.
    pub(super) fn paths(&self, folder: &str) -> Vec<&str> {
        let mut all: Vec<&str> = self.files.keys().map(|name| inner(name, &self.above)).filter(|path| path.starts_with(folder)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether either layer has a file whose path begins with `folder`.
    pub(super) fn has(&self, folder: &str) -> bool {
        [BELOW, self.above.as_str()].iter().any(|layer| {
            let begins = format!("{layer}{folder}");
            self.files.range(begins.clone()..).next().is_some_and(|(name, _)| name.starts_with(&begins))
        })
    }

    /// The word files of a language, each with its whole name: built in first, so that the site has the last word.
    pub(super) fn words(&self, tag: &str) -> Vec<(String, String)> {
        let (whole, part) = (format!("i18n/{tag}.ftl"), format!(".{tag}.ftl"));
        let layer = |layer: &str| {
            let words = self
                .files
                .keys()
                .filter(|name| name.strip_prefix(layer).is_some_and(|path| path == whole || (path.starts_with("i18n/") && path.ends_with(&part))));
            words.filter_map(|name| Some((name.clone(), self.text(name)?.to_owned()))).collect::<Vec<_>>()
        };
        [layer(BELOW), layer(&self.above)].concat()
    }

    /// The languages there are words for, sorted.
    pub(super) fn languages(&self) -> Vec<String> {
        let tags = self.paths("i18n/").into_iter().filter_map(|path| path.strip_prefix("i18n/")?.strip_suffix(".ftl"));
        tags.filter(|tag| !tag.contains(['.', '/'])).map(str::to_owned).collect()
    }

    /// The files to be published as they are: path without `static/`, and bytes.
    pub(super) fn statics(&self) -> Vec<(&str, &[u8])> {
        let files = self.paths("static/").into_iter();
        files.filter_map(|path| Some((path.strip_prefix("static/")?, self.files.get(&self.name_of(path)?)?.as_slice()))).collect()
    }

    /// Changes whenever a template, style or word of the theme changes.
    pub(super) fn hash_into(&self, hasher: &mut blake3::Hasher) {
        for (name, bytes) in self.files.iter().filter(|(name, _)| is_text(name)) {
            for part in [name.as_bytes(), bytes] {
                hasher.update(&part.len().to_le_bytes()).update(part);
            }
        }
    }
}

fn inner<'a>(name: &'a str, above: &str) -> &'a str {
    name.strip_prefix(above).or_else(|| name.strip_prefix(BELOW)).unwrap_or(name)
}

fn is_template(path: &str) -> bool {
    (path.starts_with("layouts/") || path.starts_with("components/")) && [".html", ".xml", ".svg"].iter().any(|end| path.ends_with(end))
}

fn is_text(name: &str) -> bool {
    !name.contains("/static/") && [".html", ".xml", ".svg", ".css", ".ftl"].iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers() -> Layers {
        let builtin = [
            ("layouts/a.html", "below a"),
            ("layouts/b.html", "below b"),
            ("i18n/vi.ftl", "x = 1"),
            ("i18n/sentences.vi.ftl", "y = 1"),
            ("static/icon.svg", "1"),
        ];
        let builtin = builtin.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let site = [
            ThemeFile::text("layouts/a.html", "above a"),
            ThemeFile::text("themes/tinh/i18n/vi.ftl", "x = 2"),
            ThemeFile::text("i18n/hmn.ftl", "x = 3"),
            ThemeFile::text("static/icon.svg", "2"),
            ThemeFile { path: "css/site.css".to_owned(), bytes: vec![0xff] },
        ];
        Layers::new("tinh", builtin, &site)
    }

    #[test]
    fn a_file_of_the_site_takes_the_place_of_the_built_in_one() {
        let layers = layers();
        assert_eq!(layers.find("layouts/a.html"), Some("above a"));
        assert_eq!(layers.find("default/layouts/a.html"), Some("below a"));
        assert_eq!(layers.find("layouts/b.html"), Some("below b"));
        assert_eq!(layers.name_of("layouts/a.html").as_deref(), Some("themes/tinh/layouts/a.html"));
        assert_eq!(layers.statics(), [("icon.svg", &b"2"[..])]);
        assert_eq!(layers.templates().count(), 3);
        // Of a folder it is asked whether either layer has it, and no longer name is taken for it.
        let has = ["layouts/", "css/", "i18n/", "layout/", "components/", "css/site.css/"].map(|folder| layers.has(folder));
        assert_eq!(has, [true, true, true, false, false, false]);
        assert_eq!(layers.unreadable, ["themes/tinh/css/site.css"]);
    }

    #[test]
    fn words_of_both_layers_count_and_the_site_has_the_last_one() {
        let layers = layers();
        let names: Vec<_> = layers.words("vi").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["default/i18n/sentences.vi.ftl", "default/i18n/vi.ftl", "themes/tinh/i18n/vi.ftl"]);
        assert_eq!(layers.languages(), ["hmn", "vi"]);
    }
}
