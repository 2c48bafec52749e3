//! The components of a theme with their examples, for whoever draws: each drawn by the theme itself.
//!
//! A component is the folder `components/<name>/`, and its examples stand in `<name>.yaml` beside its template; nothing else
//! has to be told of it.
//! Invariant: an example is drawn as a page draws the component, with the words of a language.
//!
//! May use: diag, tree, i18n; crates serde_json.

use serde_json::{Map, Value};

use super::Theme;
use crate::diag::{Problem, Said};
use crate::i18n::Language;
use crate::tree::{Desk, Kind, Node, yaml};

/// A component, as its `<name>.yaml` tells of it.
#[derive(Clone, Debug)]
pub struct Component {
    /// Its name: `bar`.
    pub name: String,
    /// What it is, in one sentence.
    pub about: Said,
    /// What it is told.
    pub options: Vec<Told>,
    /// Each state it can honestly be in.
    pub examples: Vec<Example>,
    /// What is wrong with the file that tells of it.
    pub problems: Vec<Problem>,
}

/// Something a component is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// Its type: `string`, or the name of a view.
    pub kind: String,
    /// What it means.
    pub meaning: String,
}

/// One example of a component.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its name: `far-over-plan`.
    pub name: String,
    /// What the component is told.
    pub values: Map<String, Value>,
}

impl Theme {
    /// Every component that has examples, by name.
    pub fn gallery(&self) -> Vec<Component> {
        let told = |path: &str| {
            let name = path.strip_prefix("components/")?.strip_suffix(".yaml")?;
            let (folder, _) = name.split_once('/').filter(|(folder, file)| folder == file)?;
            let (whole, text) = self.file(path)?;
            Some(read(folder, &whole, text))
        };
        self.files("components/").into_iter().filter_map(told).collect()
    }

    /// One example as a page would show it; empty where the component draws nothing.
    #[expect(clippy::result_large_err, reason = "an example fails rarely, and is told like a page that does")]
    pub fn example(&self, component: &Component, example: &Example, language: &Language) -> Result<String, Problem> {
        self.component(&component.name, &example.values, language)
    }
}

fn read(name: &str, file: &str, text: &str) -> Component {
    let mut desk = Desk::new(&file.into());
    let root = yaml::read(text, 1, &mut desk);
    let root = root.as_ref();
    let group = |key: &str| root.and_then(|root| get(root, key));
    let all = |key: &str| match group(key).map(|node| &node.kind) {
        Some(Kind::List(items)) => items.as_slice(),
        _ => &[],
    };
    let words = |node: Option<&Node<'_>>, key: &str| node.and_then(|node| get(node, key)).map_or_else(String::new, scalar);
    let about = group("description");
    Component {
        name: name.to_owned(),
        about: Said::new(words(about, "vi"), words(about, "en")),
        options: all("options")
            .iter()
            .map(|option| Told { name: words(Some(option), "name"), kind: words(Some(option), "type"), meaning: words(Some(option), "meaning") })
            .collect(),
        examples: all("examples")
            .iter()
            .map(|example| {
                let values = get(example, "values").map(value);
                Example { name: words(Some(example), "name"), values: values.and_then(|values| values.as_object().cloned()).unwrap_or_default() }
            })
            .collect(),
        problems: desk.problems,
    }
}

fn get<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    match &node.kind {
        Kind::Map(entries) => entries.iter().find(|(own, _)| own.text == key).map(|(_, value)| value),
        _ => None,
    }
}

fn scalar(node: &Node<'_>) -> String {
    match &node.kind {
        Kind::Scalar { text, .. } => text.to_string(),
        _ => String::new(),
    }
}

/// Views hold words and truth values, never numbers to count with: what is not `true`, `false` or nothing is words.
fn value(node: &Node<'_>) -> Value {
    match &node.kind {
        Kind::Scalar { text, plain: true } if matches!(&**text, "true" | "false") => Value::Bool(text == "true"),
        Kind::Scalar { text, plain: true } if text == "null" => Value::Null,
        Kind::Scalar { text, .. } => Value::String(text.to_string()),
        Kind::Map(entries) => Value::Object(entries.iter().map(|(key, node)| (key.text.to_string(), value(node))).collect()),
        Kind::List(items) => Value::Array(items.iter().map(value).collect()),
        Kind::Empty => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_known_by_the_file_in_its_folder() {
        let text = "name: bar\ndescription:\n  vi: Thanh.\n  en: A bar.\noptions:\n- name: b\n  type: Bar\n  meaning: widths\nexamples:\n- name: late\n  values:\n    b: {width: 62, over: false, note: 'true', to: null, parts: []}\n";
        let told = read("bar", "default/components/bar/bar.yaml", text);
        assert!(told.problems.is_empty() && told.about == Said::new("Thanh.", "A bar."), "{told:?}");
        assert_eq!(told.options, [Told { name: "b".to_owned(), kind: "Bar".to_owned(), meaning: "widths".to_owned() }]);
        let values = serde_json::json!({ "b": { "width": "62", "over": false, "note": "true", "to": null, "parts": [] } });
        assert_eq!(Value::Object(told.examples[0].values.clone()), values);
        let broken = read("bar", "themes/x/components/bar/bar.yaml", "examples: [");
        assert!(broken.examples.is_empty() && !broken.problems.is_empty());
    }
}
