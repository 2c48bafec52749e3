//! The default theme held to what it is told: every field a template names exists, and every field is drawn.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{files, text};

/// Type of a value a template sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Words, numbers, truth values.
    Plain,
    /// A view.
    View(String),
    /// Several of the same.
    List(Box<Type>),
    /// Anything else: words of the theme, loop counters.
    Other,
}

/// The views, with the type of each field; and the view of each layout.
pub struct Views {
    /// Fields by view.
    pub fields: BTreeMap<String, BTreeMap<String, Type>>,
    /// The view a layout is given as `page`.
    pub layouts: BTreeMap<String, String>,
}

impl Views {
    /// As `src/pages/views/` declares them; a view says in its first line which layout is given it.
    pub fn declared() -> Views {
        let mut views = Views { fields: BTreeMap::new(), layouts: BTreeMap::new() };
        let (mut name, mut said) = (String::new(), String::new());
        for line in declarations().lines().map(str::trim) {
            if let Some(words) = line.strip_prefix("/// ") {
                said.push_str(words);
            } else if let Some(rest) = line.strip_prefix("pub struct ") {
                name = rest.trim_end_matches(" {").to_owned();
                views.fields.insert(name.clone(), BTreeMap::new());
                if said.contains("as `page`") {
                    let layouts = said.split('`').skip(1).step_by(2).filter(|l| l.ends_with(".html") || l.ends_with(".xml"));
                    layouts.for_each(|l| drop(views.layouts.insert(l.to_owned(), name.clone())));
                }
                said.clear();
            } else if let Some((field, kind)) = line.strip_prefix("pub ").and_then(|l| l.strip_suffix(',')).and_then(|l| l.split_once(": ")) {
                let fields = views.fields.get_mut(&name).unwrap_or_else(|| panic!("{field} stands in no view"));
                fields.insert(field.to_owned(), typed(kind));
                said.clear();
            } else if !line.starts_with('#') {
                said.clear();
            }
        }
        let known: BTreeSet<String> = views.fields.keys().cloned().collect();
        let plain = |kind: &mut Type| {
            let inner = if let Type::List(inner) = kind { &mut **inner } else { kind };
            if matches!(inner, Type::View(name) if !known.contains(name)) {
                *inner = Type::Plain;
            }
        };
        views.fields.values_mut().flat_map(BTreeMap::values_mut).for_each(plain);
        views
    }
}

/// The declarations of all views, wherever in `pages/views` they stand.
fn declarations() -> String {
    let found = files("src/pages").into_iter().filter(|f| f.starts_with("src/pages/views"));
    found.map(|f| text(&f)).collect()
}

/// Whether other layouts begin with this one: it is told what each of them is told.
fn is_begun_from(layout: &str) -> bool {
    let extends = format!("{{% extends \"layouts/{layout}\" %}}");
    files("themes/default/layouts").iter().any(|file| text(file).contains(&extends))
}

fn typed(kind: &str) -> Type {
    if let Some(inner) = kind.strip_prefix("Option<").and_then(|k| k.strip_suffix('>')) {
        typed(inner)
    } else if let Some(inner) = kind.strip_prefix("Vec<").and_then(|k| k.strip_suffix('>')) {
        Type::List(Box::new(typed(inner)))
    } else {
        Type::View(kind.to_owned())
    }
}

/// The options of a component, as its yaml describes them, and the other components it draws.
pub fn options(yaml: &str) -> BTreeMap<String, Type> {
    let head = yaml.split("\nexamples:").next().unwrap_or("");
    let body = head.split_once("\noptions:").map_or("", |(_, body)| body);
    let mut all = BTreeMap::new();
    let mut name = "";
    for line in body.lines() {
        if let Some(n) = line.trim_start().strip_prefix("- name: ") {
            name = n;
        } else if let Some(kind) = line.trim_start().strip_prefix("type: ") {
            let view = |kind: &str| if kind.starts_with(|c: char| c.is_ascii_uppercase()) { Type::View(kind.to_owned()) } else { Type::Plain };
            let kind = kind.trim_matches('\'');
            all.insert(name.to_owned(), kind.strip_prefix("array of ").map_or_else(|| view(kind), |of| Type::List(Box::new(view(of)))));
        }
    }
    all
}

/// A reader of templates.
pub struct Reader<'v> {
    views: &'v Views,
    /// Options by component.
    components: BTreeMap<String, BTreeMap<String, Type>>,
    /// Fields that were named: view and field.
    pub drawn: BTreeSet<(String, String)>,
    /// What is wrong.
    pub wrong: Vec<String>,
    /// Words that were asked for, with `-` as in the word files.
    pub words: BTreeSet<String>,
}

impl<'v> Reader<'v> {
    /// A reader that has read nothing.
    pub fn new(views: &'v Views) -> Self {
        let yaml = files("themes/default/components").into_iter().filter(|f| f.ends_with(".yaml"));
        let components = yaml.map(|f| (f.rsplit('/').nth(1).unwrap_or("").to_owned(), options(&text(&f)))).collect();
        Reader { views, components, drawn: BTreeSet::new(), wrong: Vec::new(), words: BTreeSet::new() }
    }

    /// Reads every layout and component of the default theme.
    pub fn read_all(&mut self) {
        for file in files("themes/default") {
            let name = file.rsplit('/').next().unwrap_or("").to_owned();
            let mut known: BTreeMap<String, Type> = [("w", Type::Other), ("css", Type::Plain), ("loop", Type::Other)].map(|(n, t)| (n.to_owned(), t)).into();
            if file.starts_with("themes/default/layouts/") {
                known.insert("frame".to_owned(), Type::View("Frame".to_owned()));
                match self.views.layouts.get(&name) {
                    Some(view) => drop(known.insert("page".to_owned(), Type::View(view.clone()))),
                    None if !is_begun_from(&name) => self.wrong.push(format!("{file}: no view says that it is given to {name}")),
                    None => {}
                }
            } else if file.starts_with("themes/default/components/") && name.ends_with(".html") {
                known.extend(self.components.get(name.trim_end_matches(".html")).cloned().unwrap_or_default());
            } else {
                continue;
            }
            self.read(&file, &text(&file), known);
        }
    }

    /// Reads one template.
    pub fn read(&mut self, file: &str, template: &str, mut known: BTreeMap<String, Type>) {
        let mut shadowed: Vec<(String, Option<Type>)> = Vec::new();
        for (number, piece) in pieces(template) {
            let place = format!("{file}:{number}");
            let mut words = piece.split_whitespace();
            match words.next() {
                Some("for") => {
                    let (name, list) = piece["for ".len()..].split_once(" in ").unwrap_or((piece, ""));
                    let kind = self.element(&place, list, &known);
                    shadowed.push((name.trim().to_owned(), known.insert(name.trim().to_owned(), kind)));
                }
                Some("endfor") => match shadowed.pop() {
                    Some((name, Some(kind))) => drop(known.insert(name, kind)),
                    Some((name, None)) => drop(known.remove(&name)),
                    None => self.wrong.push(format!("{place}: endfor without for")),
                },
                Some("set") => {
                    let (name, value) = piece["set ".len()..].split_once('=').unwrap_or((piece, ""));
                    let kind = self.expression(&place, value, &known);
                    known.insert(name.trim().to_owned(), kind);
                }
                Some("if" | "elif") => drop(self.expression(&place, piece.split_once(' ').map_or("", |(_, e)| e), &known)),
                Some("component" | "endcomponent" | "block" | "endblock" | "extends" | "else" | "endif" | "include") | None => {}
                Some(_) => drop(self.expression(&place, piece, &known)),
            }
        }
    }

    /// The type of the elements of a list.
    fn element(&mut self, place: &str, list: &str, known: &BTreeMap<String, Type>) -> Type {
        match self.expression(place, list, known) {
            Type::List(inner) => *inner,
            Type::Other => Type::Other,
            other => {
                self.wrong.push(format!("{place}: `{}` is no list but {other:?}", list.trim()));
                Type::Other
            }
        }
    }

    /// Follows every path of an expression; its type is that of a single path, or of a list made from one.
    fn expression(&mut self, place: &str, typed: &str, known: &BTreeMap<String, Type>) -> Type {
        let code = without_strings(typed);
        let code = code.trim();
        if let Some(inner) = code.strip_prefix('[').and_then(|c| c.strip_suffix(']'))
            && let Some((_, rest)) = inner.split_once(" for ")
        {
            // `[r for r in rows if r.bar]`
            let (name, rest) = rest.split_once(" in ").unwrap_or((rest, ""));
            let (list, condition) = rest.split_once(" if ").unwrap_or((rest, ""));
            let element = self.element(place, list, known);
            let mut within = known.clone();
            within.insert(name.trim().to_owned(), element.clone());
            self.expression(place, condition, &within);
            return Type::List(Box::new(element));
        }
        if code.contains(" for ") && !code.starts_with('<') {
            // A list inside something larger: only its own names are unknown here.
            let inner = code.find('[').zip(code.rfind(']')).map(|(from, to)| &code[from..=to]).unwrap_or("");
            self.expression(place, inner, known);
            return Type::Other;
        }
        let mut kinds = Vec::new();
        let mut rest = code;
        while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_') {
            let before = rest[..at].chars().next_back().unwrap_or(' ');
            let end = at + path_length(&rest[at..]);
            let (path, after) = (&rest[at..end], rest[end..].trim_start());
            let is_argument = after.starts_with('=') && !after.starts_with("==");
            let is_name = matches!(before, '<' | '.' | '|') || rest[..at].trim_end().ends_with('|') || after.starts_with('(') || is_argument;
            if !is_name && !KEYWORDS.contains(&path) {
                kinds.push(self.follow(place, path, known));
            }
            rest = &rest[end..];
        }
        if code.starts_with('<') {
            self.arguments(place, code, known);
            return Type::Other;
        }
        match &kinds[..] {
            [one] if !code.contains(['|', '+', '(']) => one.clone(),
            [] => Type::Plain,
            _ => Type::Other,
        }
    }

    /// What a component is given must be what it asks for.
    fn arguments(&mut self, place: &str, code: &str, known: &BTreeMap<String, Type>) {
        let name: String = code.chars().skip(1).take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        let Some(options) = self.components.get(&name).cloned() else {
            self.wrong.push(format!("{place}: there is no component `{name}`"));
            return;
        };
        for (argument, value) in code.split(' ').filter_map(|a| a.split_once("={")) {
            let value = value.trim_end_matches(['/', '>', ' ']).trim_end_matches('}');
            let simple = path_length(value) == value.len() && !value.is_empty();
            match options.get(argument) {
                None => self.wrong.push(format!("{place}: component `{name}` has no option `{argument}`")),
                Some(wanted) if simple && !KEYWORDS.contains(&value) => {
                    let given = self.follow(place, value, known);
                    if given != *wanted && given != Type::Other {
                        self.wrong.push(format!("{place}: `{name}` wants {wanted:?} as `{argument}` and is given {given:?}"));
                    }
                }
                Some(_) => {}
            }
        }
    }

    /// The type a path leads to; every step must exist.
    fn follow(&mut self, place: &str, path: &str, known: &BTreeMap<String, Type>) -> Type {
        let path = without_indexes(path);
        let mut steps = path.split('.');
        let first = steps.next().unwrap_or("");
        let (root, index) = first.split_once('[').map_or((first.trim_end_matches('?'), false), |(r, _)| (r, true));
        let Some(mut kind) = known.get(root).cloned() else {
            self.wrong.push(format!("{place}: `{root}` is given by nobody"));
            return Type::Other;
        };
        if root == "w" {
            self.words.extend(steps.next().map(|word| word.replace('_', "-")));
            return Type::Other;
        }
        if index {
            kind = inner(kind);
        }
        for step in steps {
            let (field, index) = step.split_once('[').map_or((step, false), |(f, _)| (f, true));
            let field = field.trim_end_matches('?');
            kind = match &kind {
                Type::View(view) => match self.views.fields.get(view).and_then(|fields| fields.get(field)) {
                    Some(kind) => {
                        self.drawn.insert((view.clone(), field.to_owned()));
                        kind.clone()
                    }
                    None => {
                        self.wrong.push(format!("{place}: {view} has no `{field}`"));
                        return Type::Other;
                    }
                },
                Type::Other => return Type::Other,
                other => {
                    self.wrong.push(format!("{place}: `{path}`: {other:?} has no `{field}`"));
                    return Type::Other;
                }
            };
            if index {
                kind = inner(kind);
            }
        }
        kind
    }
}

const KEYWORDS: &[&str] = &["and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "super", "defined"];

fn inner(kind: Type) -> Type {
    if let Type::List(inner) = kind { *inner } else { Type::Other }
}

/// How long the path is that begins here: names, points and indexes.
fn path_length(code: &str) -> usize {
    let mut depth = 0_u32;
    let end = code.find(|c: char| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        !(c.is_ascii_alphanumeric() || "_.?[]".contains(c) || depth > 0)
    });
    end.unwrap_or(code.len())
}

/// The path with nothing between the brackets of an index.
fn without_indexes(path: &str) -> String {
    let mut depth = 0_u32;
    let outside = |c: &char| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        true
    };
    path.chars().filter(outside).collect()
}

/// What stands between braces in a template, each with its line, without the marks that trim blanks.
fn pieces(template: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(open) = template[at..].find('{').map(|o| at + o) {
        let close = match template.as_bytes().get(open + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        // `{{ <c x={y} /> }}`: the inner brace is followed by more than a brace.
        let from = open + 2;
        let mut end = from + template[from..].find(close).unwrap_or(template.len() - from);
        while template[end..].starts_with("}}}") {
            end += 1;
        }
        if close != "#}" {
            all.push((template[..open].matches('\n').count() + 1, template[from..end].trim_start_matches('-').trim_end_matches('-').trim()));
        }
        at = (end + 2).min(template.len());
    }
    all
}

fn without_strings(code: &str) -> String {
    let mut inside = None;
    let keep = |c: char| match inside {
        Some(mark) => {
            if c == mark {
                inside = None;
            }
            ' '
        }
        None if c == '"' || c == '\'' => {
            inside = Some(c);
            ' '
        }
        None => c,
    };
    code.chars().map(keep).collect()
}
