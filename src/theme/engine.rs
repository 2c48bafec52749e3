//! The template engine: templates are read once, pages are drawn from many threads.
//!
//! Invariant: what a page is told is turned into the engine's values once; words and styles are shared between pages.
//!
//! May use: pages (views), i18n, diag; crates tera, blake3, serde.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{PoisonError, RwLock};

use serde::Serialize;
use tera::{Context, Error, ErrorKind, Tera, Value};

use super::layers::{BELOW, Layers, ThemeFile};
use super::{builtin, css, problems, tokens};
use crate::diag::{At, Checked, Place, Problem, Said, Spot};
use crate::i18n::Language;
use crate::pages::views::Frame;

/// A theme, ready to draw.
pub struct Theme {
    tera: Tera,
    layers: Layers,
    /// Layouts by the name pages use (`report.html`), each with its whole name and the style its pages carry.
    layouts: HashMap<String, (String, Value)>,
    /// Words by language. They belong to the theme, so a language is prepared when its first page is drawn.
    words: RwLock<HashMap<String, Value>>,
    /// `css/tokens.css`, set to the site's values.
    tokens_css: String,
    digest: [u8; 16],
}

impl Theme {
    /// The theme `name`: the built-in one under the files of `themes/<name>`, its tokens set to the site's values.
    /// `None` when not even the built-in templates can be read.
    pub fn load(name: &str, site: &[ThemeFile], tokens: &[(At<String>, At<String>)]) -> Checked<Option<Theme>> {
        let mut all = Vec::new();
        if site.is_empty() && name != "default" {
            all.push(problems::theme_missing(name));
        }
        let builtin = builtin::files().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
        let value = Theme::assemble(Layers::new(name, builtin, site), tokens, &mut all);
        Checked { value, problems: all }
    }

    fn assemble(layers: Layers, tokens: &[(At<String>, At<String>)], all: &mut Vec<Problem>) -> Option<Theme> {
        for name in &layers.unreadable {
            all.push(problems::template_broken(
                Some(Place::whole(&name.as_str().into())),
                &Said::new("tệp không được ghi theo mã UTF-8.", "the file is not written in UTF-8."),
            ));
        }
        let tera = read(&layers, all)?;
        let tokens_css = tokens::set(layers.find("css/tokens.css").unwrap_or(""), tokens, all);
        let mut small = css::Styles::new(&layers, &tokens_css);
        let mut styles: HashMap<Vec<String>, Value> = HashMap::new();
        let mut layouts = HashMap::new();
        for path in layers.paths("layouts/") {
            let (Some(layout), Some(name)) = (path.strip_prefix("layouts/"), layers.name_of(path)) else { continue };
            let components = components(&layers, &name, all);
            let style = styles.entry(components).or_insert_with_key(|components| Value::safe_string(&small.of(components)));
            layouts.insert(layout.to_owned(), (name, style.clone()));
        }
        let mut hasher = blake3::Hasher::new();
        layers.hash_into(&mut hasher);
        hasher.update(tokens_css.as_bytes());
        let mut digest = [0; 16];
        digest.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Some(Theme { tera, layers, layouts, words: RwLock::default(), tokens_css, digest })
    }

    /// Draws one page: `layout` is `report.html`, `feed.xml` …; the template is told `frame`, `page`, the words `w` and the style `css`.
    #[expect(clippy::result_large_err, reason = "a page fails once in a build that stops; boxing every problem would burden every caller")]
    pub fn render<V: Serialize>(&self, layout: &str, language: &Language, frame: &Frame, page: &V) -> Result<String, Problem> {
        let fail =
            |place: Option<Place>, detail: &str| problems::template_failed(place, if frame.title.is_empty() { &frame.site } else { &frame.title }, detail);
        let Some((name, style)) = self.layouts.get(layout.trim_start_matches("layouts/")) else {
            return Err(fail(None, &format!("there is no layouts/{layout}")));
        };
        let mut context = Context::new();
        for (key, value) in [("frame", Value::try_from_serializable(frame)), ("page", Value::try_from_serializable(page))] {
            context.insert_value(key, value.map_err(|error| fail(None, &error.to_string()))?);
        }
        context.insert_value("w", self.words(language));
        context.insert_value("css", style.clone());
        let mut out = Vec::with_capacity(32 * 1024);
        let drawn = self
            .tera
            .render_to(name, &context, &mut out)
            .map_err(|error| first_fault(&error))
            .and_then(|()| String::from_utf8(out).map_err(|error| (None, same(&error.to_string()))));
        // Where the engine does not say the place, the layout is a beginning.
        drawn.map_err(|(place, detail)| fail(place.or_else(|| Some(Place::whole(&name.as_str().into()))), &detail.en))
    }

    /// Draws one component alone, told `values` and the words of a language.
    #[expect(clippy::result_large_err, reason = "it is told like a page that fails")]
    pub(super) fn component<V: Serialize>(&self, name: &str, values: &V, language: &Language) -> Result<String, Problem> {
        let mut implicit = Context::new();
        implicit.insert_value("w", self.words(language));
        Context::from_serialize(values)
            .and_then(|told| self.tera.render_component_with_implicits(name, &told, &implicit, None, true))
            .map_err(|error| first_fault(&error))
            .map_err(|(place, detail)| problems::template_failed(place, name, &detail.en))
    }

    /// Every file inside the theme that begins with `folder`, of either layer, sorted.
    pub(super) fn files(&self, folder: &str) -> Vec<&str> {
        self.layers.paths(folder)
    }

    /// The file that counts for `path`: its whole name, and its text.
    pub(super) fn file(&self, path: &str) -> Option<(String, &str)> {
        let name = self.layers.name_of(path)?;
        let text = self.layers.text(&name)?;
        Some((name, text))
    }

    /// The style of everything the theme can draw.
    pub fn whole_style(&self) -> String {
        let folders = self.layers.paths("components/").into_iter().filter_map(|path| path.split('/').nth(1).map(str::to_owned));
        let components: BTreeSet<String> = folders.collect();
        css::Styles::new(&self.layers, &self.tokens_css).of(&components.into_iter().collect::<Vec<_>>())
    }

    fn words(&self, language: &Language) -> Value {
        if let Some(words) = self.words.read().unwrap_or_else(PoisonError::into_inner).get(&language.tag) {
            return words.clone();
        }
        let map: BTreeMap<String, String> = language.words.map().into_iter().collect();
        let words = Value::from_serializable(&map);
        self.words.write().unwrap_or_else(PoisonError::into_inner).entry(language.tag.clone()).or_insert(words).clone()
    }

    /// Changes whenever a template, a style, a word or a token of the theme changes.
    pub fn digest(&self) -> [u8; 16] {
        self.digest
    }

    /// A token as it is set, where it is a plain colour: red, green, blue.
    pub fn colour(&self, token: &str) -> Option<[u8; 3]> {
        tokens::colour(&self.tokens_css, token)
    }

    /// The word files of a language with their names, for `Language::new`: built in first, the site's after.
    pub fn ftl(&self, tag: &str) -> Vec<(String, String)> {
        self.layers.words(tag)
    }

    /// The languages the theme has words for, sorted.
    pub fn languages(&self) -> Vec<String> {
        self.layers.languages()
    }

    /// Files published as they are: path in the site, and bytes.
    pub fn statics(&self) -> Vec<(&str, &[u8])> {
        self.layers.statics()
    }

    /// The style a layout's pages carry, for tests and for whoever counts bytes.
    pub fn style(&self, layout: &str) -> Option<&str> {
        self.layouts.get(layout)?.1.as_str()
    }
}

/// Reads all templates. A broken file of the site is named and left out, so that every broken one is found in one go.
fn read(layers: &Layers, all: &mut Vec<Problem>) -> Option<Tera> {
    let mut left_out = BTreeSet::new();
    loop {
        let mut tera = Tera::default();
        tera.autoescape_on([".html", ".xml", ".svg"]);
        tera.set_escape_fn(escape);
        // The engine looks for a name as it is, then among the site's files, then among the built-in ones; the same order
        // decides between two components of one name.
        // OK because no template has been added yet.
        tera.set_fallback_prefixes([layers.above.clone(), BELOW.to_owned()]).unwrap();
        let Err(error) = tera.add_raw_templates(layers.templates().filter(|(name, _)| !left_out.contains(*name))) else { return Some(tera) };
        let mut again = false;
        for (place, detail) in faults(&error) {
            if let Some(place) = &place {
                again |= !place.file.starts_with(BELOW) && left_out.insert(place.file.to_string());
            }
            all.push(problems::template_broken(place, &detail));
        }
        if !again {
            return None;
        }
    }
}

type Fault = (Option<Place>, Said);

/// What the engine says, in the only language it knows.
fn same(detail: &str) -> Said {
    Said::new(detail, detail)
}

fn first_fault(error: &Error) -> Fault {
    faults(error).into_iter().next().unwrap_or_else(|| (None, same(&error.to_string())))
}

/// Where the engine says its troubles are.
fn faults(error: &Error) -> Vec<Fault> {
    let whole = |name: &str| Some(Place::whole(&name.into()));
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let width = if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
            vec![(place(report.filename(), span.start_line, span.start_col + 1, width), same(report.message()))]
        }
        ErrorKind::CircularExtend { tpl, .. } => vec![(whole(tpl), Said::new("mẫu này dựa vào chính nó.", "it extends itself, directly or through others."))],
        ErrorKind::CircularInclude { tpl, .. } => vec![(whole(tpl), Said::new("mẫu này chứa chính nó.", "it includes itself, directly or through others."))],
        ErrorKind::MissingParent { current, parent } => {
            vec![(whole(current), Said::new(format!("không có mẫu “{parent}”."), format!("there is no template “{parent}”.")))]
        }
        ErrorKind::Msg(message) => reports(message),
        _ => vec![(None, same(&error.to_string()))],
    }
}

/// Troubles found while the templates are tied together come as one text: `error: …`, ` --> file:line:column`, an excerpt.
fn reports(message: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut lines = message.lines().peekable();
    while let Some(line) = lines.next() {
        let (Some(detail), Some(at)) = (line.strip_prefix("error: "), lines.peek().and_then(|next| next.trim_start().strip_prefix("--> "))) else { continue };
        let mut parts = at.rsplitn(3, ':');
        let (column, line, file) = (parts.next(), parts.next(), parts.next());
        let number = |part: Option<&str>| part.and_then(|digits| digits.parse().ok()).unwrap_or(0);
        found.push((file.and_then(|file| place(file, number(line), number(column), 1)), same(detail)));
    }
    if found.is_empty() {
        // "Component `x` is defined in both `a` and `b`": the first file named is as good as the other.
        let file = message.split('`').find(|part| part.contains('/')).map(|file| Place::whole(&file.into()));
        found.push((file, same(message.lines().next().unwrap_or(""))));
    }
    found
}

fn place(file: &str, line: usize, column: usize, width: usize) -> Option<Place> {
    let number = |n: usize| u32::try_from(n).unwrap_or(0);
    (!file.is_empty()).then(|| Place::at(&file.into(), Spot { line: number(line), column: number(column), width: number(width.max(1)) }))
}

/// The components whose style a layout's pages need: those of the layouts it extends first, then its own.
fn components(layers: &Layers, layout: &str, all: &mut Vec<Problem>) -> Vec<String> {
    let mut lists = Vec::new();
    let mut next = Some(layout.to_owned());
    while let Some(name) = next.take().filter(|_| lists.len() < 10) {
        let Some(text) = layers.text(&name) else { break };
        let own = css::components(text);
        for unknown in own.iter().filter(|component| !layers.has(&format!("components/{component}/"))) {
            let detail = Said::new(format!("không có thành phần “{unknown}”."), format!("there is no component “{unknown}”."));
            all.push(problems::template_broken(Some(Place::at(&name.as_str().into(), Spot { line: 1, column: 1, width: 1 })), &detail));
        }
        lists.push(own);
        let parent = text.split_once("{% extends \"").or_else(|| text.split_once("{%- extends \"")).and_then(|(_, rest)| rest.split_once('"'));
        next = parent.and_then(|(path, _)| layers.name_of(path)).filter(|parent| *parent != name);
    }
    let mut ordered: Vec<String> = Vec::new();
    for component in lists.into_iter().rev().flatten() {
        if !ordered.contains(&component) {
            ordered.push(component);
        }
    }
    ordered
}

/// Escapes for HTML, XML and attributes in either quotes, a run at a time: most words have nothing to escape.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&text.as_bytes()[from..at])?;
        out.write_all(entity)?;
        from = at + 1;
    }
    out.write_all(&text.as_bytes()[from..])
}

#[cfg(test)]
mod tests;
