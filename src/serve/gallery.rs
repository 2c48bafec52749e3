//! `/_gallery/`: every component of the theme with its examples, for whoever draws. It is part of no site.
//!
//! Invariant: what is shown is drawn by the theme; what stands around it never becomes markup of its own.
//!
//! May use: diag, i18n, theme.

use super::overlay::escaped;
use crate::diag::Tongue;
use crate::i18n::Language;
use crate::theme::{Component, Example, Theme};

/// Where it lies.
pub const ADDRESS: &str = "/_gallery/";

/// What it is drawn with.
pub struct Gallery<'g> {
    /// The theme.
    pub theme: &'g Theme,
    /// The words of the examples.
    pub language: &'g Language,
    /// The words around them.
    pub tongue: Tongue,
}

impl Gallery<'_> {
    /// The page at an address below `/_gallery/`: the list, `bar/` with all its examples, `bar/late/` with one alone.
    pub fn page(&self, way: &str) -> Option<String> {
        let components = self.theme.gallery();
        let mut parts = way.split('/').filter(|part| !part.is_empty());
        let (name, example) = (parts.next(), parts.next());
        let Some(name) = name else { return Some(self.list(&components)) };
        let component = components.iter().find(|component| component.name == name)?;
        match example {
            None => Some(self.all(component)),
            Some(name) => component.examples.iter().find(|example| example.name == name).map(|example| self.alone(component, example)),
        }
    }

    fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        if self.tongue == Tongue::Vi { vi } else { en }
    }

    fn list(&self, components: &[Component]) -> String {
        let title = self.say("Các thành phần của giao diện", "Components of the theme");
        let intro = self.say(
            "Mỗi thành phần là một thư mục trong components/ của giao diện. Ví dụ nằm trong tệp <tên>.yaml của thư mục ấy.",
            "Each component is a folder in components/ of the theme. Its examples stand in the file <name>.yaml of that folder.",
        );
        let mut body = format!("<h1>{title}</h1><p>{}</p><ul class=\"links\">", escaped(intro));
        for component in components {
            body.push_str(&format!(
                "<li><a href=\"{ADDRESS}{name}/\">{name}</a> ({count}) {about}</li>",
                name = escaped(&component.name),
                count = component.examples.len(),
                about = escaped(component.about.in_tongue(self.tongue)),
            ));
        }
        body.push_str("</ul>");
        self.framed(title, &body)
    }

    fn all(&self, component: &Component) -> String {
        let name = escaped(&component.name);
        let mut body = format!("{}<h1>{name}</h1><p>{}</p>", self.back(ADDRESS), escaped(component.about.in_tongue(self.tongue)));
        for problem in &component.problems {
            body.push_str(&self.failed(problem.what.in_tongue(self.tongue)));
        }
        for example in &component.examples {
            let (words, own) = (self.say("xem riêng", "alone"), escaped(&example.name));
            body.push_str(&format!(
                "<section class=\"part\"><h2>{own}</h2><p><a href=\"{ADDRESS}{name}/{own}/\">{own}: {words}</a></p>{}</section>",
                self.drawn(component, example)
            ));
        }
        body.push_str(&format!("<section class=\"part\"><h2>{}</h2><dl class=\"lines\">", self.say("Thành phần này được biết gì", "What it is told")));
        for told in &component.options {
            body.push_str(&format!("<div><dt>{}</dt><dd><code>{}</code> {}</dd></div>", escaped(&told.name), escaped(&told.kind), escaped(&told.meaning)));
        }
        body.push_str("</dl></section>");
        self.framed(&component.name, &body)
    }

    fn alone(&self, component: &Component, example: &Example) -> String {
        let (name, own) = (escaped(&component.name), escaped(&example.name));
        let back = self.back(&format!("{ADDRESS}{name}/"));
        self.framed(&format!("{}: {}", component.name, example.name), &format!("{back}<h1>{name}</h1><h2>{own}</h2>{}", self.drawn(component, example)))
    }

    fn back(&self, to: &str) -> String {
        format!("<p><a href=\"{to}\">{}</a></p>", self.say("Quay lại", "Back"))
    }

    fn drawn(&self, component: &Component, example: &Example) -> String {
        let drawn = match self.theme.example(component, example, self.language) {
            Ok(html) if html.trim().is_empty() => {
                format!("<p>{}</p>", self.say("Với các giá trị này, thành phần không vẽ gì.", "Told this, it draws nothing."))
            }
            Ok(html) => html,
            Err(problem) => self.failed(problem.what.in_tongue(self.tongue)),
        };
        format!("<div class=\"minhbach-example\">{drawn}</div>")
    }

    fn failed(&self, words: &str) -> String {
        format!("<p class=\"minhbach-failed\"><strong>{}</strong> {}</p>", self.say("LỖI", "ERROR"), escaped(words))
    }

    fn framed(&self, title: &str, body: &str) -> String {
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{title} – minhbach</title><style>{style}</style></head>\
             <body><main id=\"main\" class=\"band\" tabindex=\"-1\">{body}</main></body></html>",
            lang = escaped(&self.language.tag),
            title = escaped(title),
            style = self.theme.whole_style(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_a_page_and_nothing_else_does() {
        let theme = Theme::load("default", &[], &[]).value.expect("the built-in theme can be read");
        let language = Language::new("vi", &theme.ftl("vi")).value;
        let gallery = Gallery { theme: &theme, language: &language, tongue: Tongue::Vi };
        let list = gallery.page("").expect("there is a list");
        for component in theme.gallery() {
            assert!(list.contains(&format!("href=\"/_gallery/{}/\"", component.name)), "{} is listed", component.name);
            let all = gallery.page(&format!("{}/", component.name)).expect("a component has a page");
            for example in &component.examples {
                let alone = gallery.page(&format!("{}/{}/", component.name, example.name)).expect("an example has a page");
                assert!(!alone.contains("minhbach-failed") && !all.contains("minhbach-failed"), "{}: {}: {alone}", component.name, example.name);
            }
        }
        assert!(gallery.page("khong-co/").is_none() && gallery.page("bar/khong-co/").is_none());
    }
}
