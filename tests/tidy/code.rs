//! Rust files as `tidy` reads them: the words at their head, and the code without comments, strings and tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the repository.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every file below a folder of the repository, as `folder/…`, in order.
pub fn files(folder: &str) -> Vec<String> {
    fn walk(folder: &Path, name: &str, all: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{name}: {e}")) {
            let entry = entry.unwrap_or_else(|e| panic!("{name}: {e}"));
            let name = format!("{name}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() { walk(&entry.path(), &name, all) } else { all.push(name) }
        }
    }
    let mut all = Vec::new();
    walk(&root().join(folder), folder, &mut all);
    all.sort();
    all
}

/// A file of `src/`.
pub struct Source {
    /// `src/parse/plan.rs`
    pub path: String,
    /// The file as typed.
    pub typed: String,
    /// The same lines with comments, strings and test modules blanked.
    pub code: String,
    /// Where it stands among the modules: `["parse", "plan"]`; empty for `lib.rs`, `main.rs` and `build.rs`.
    pub module: Vec<String>,
}

impl Source {
    /// Every Rust file of `src/`.
    pub fn all() -> Vec<Source> {
        files("src").into_iter().filter(|path| path.ends_with(".rs")).map(|path| Source::of(&path, text(&path))).collect()
    }

    /// A file as it is typed.
    pub fn of(path: &str, typed: String) -> Source {
        let code = without_tests(blanked(&typed));
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        let module = if matches!(inside, "lib" | "main" | "build") { Vec::new() } else { inside.split('/').map(str::to_owned).collect() };
        Source { path: path.to_owned(), typed, code, module }
    }

    /// The room it belongs to; `lib`, `main` and `build` belong to none.
    pub fn room(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }

    /// Whether it speaks for its room.
    pub fn speaks_for_room(&self) -> bool {
        self.module.len() == 1
    }

    /// Whether it holds nothing but tests.
    pub fn is_test(&self) -> bool {
        self.module.iter().skip(1).any(|name| name == "tests" || name.ends_with("_tests"))
    }

    /// The words at its head, one string.
    pub fn head(&self) -> String {
        self.typed.lines().take_while(|l| l.starts_with("//!")).map(|l| l.trim_start_matches("//!").trim()).collect::<Vec<_>>().join(" ")
    }

    /// The rooms it uses besides its own, each with what it uses of it (`views`, or `*` for the room itself).
    pub fn rooms(&self, known: &BTreeSet<String>) -> BTreeMap<String, BTreeSet<String>> {
        let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for path in self.paths() {
            let Some((room, rest)) = self.room_of(&path) else { continue };
            if known.contains(&room) && self.room() != Some(&room) {
                used.entry(room).or_default().insert(rest.unwrap_or_else(|| "*".to_owned()));
            }
        }
        used
    }

    /// The crates it uses, of those known.
    pub fn crates(&self, known: &BTreeSet<String>) -> BTreeSet<String> {
        let imported: Vec<Vec<String>> = self.paths().into_iter().filter(|p| p.first().is_some_and(|first| !known.contains(first))).collect();
        let here = |name: &str| imported.iter().any(|p| p.last().is_some_and(|last| last == name)) || self.code.contains(&format!("mod {name};"));
        known.iter().filter(|name| self.mentions(name) && !here(name)).cloned().collect()
    }

    /// Whether a path begins with this name: `name::…`.
    fn mentions(&self, name: &str) -> bool {
        self.code.match_indices(&format!("{name}::")).any(|(at, _)| {
            let before = self.code[..at].chars().next_back().unwrap_or(' ');
            !(before.is_alphanumeric() || before == '_' || before == ':')
        })
    }

    /// Every path of the code that begins with `crate`, `super` or `minhbach`, or is imported; groups are spread out.
    fn paths(&self) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for start in ["crate::", "super::", "minhbach::"] {
            for (at, _) in self.code.match_indices(start) {
                let before = self.code[..at].chars().next_back().unwrap_or(' ');
                if !(before.is_alphanumeric() || before == '_' || before == ':') {
                    spread(&self.code[at..], &mut Vec::new(), &mut all);
                }
            }
        }
        for (at, _) in self.code.match_indices("use ") {
            if self.code[..at].ends_with(['\n', ' ', '{', ')']) {
                spread(self.code[at + 4..].trim_start(), &mut Vec::new(), &mut all);
            }
        }
        all
    }

    /// The room a path leads to and what follows, when it begins at the root of the crate.
    fn room_of(&self, path: &[String]) -> Option<(String, Option<String>)> {
        let ups = path.iter().take_while(|p| *p == "super").count();
        let begins = matches!(path.first().map(String::as_str), Some("crate" | "minhbach"));
        let skip = if begins {
            1
        } else if ups > 0 && ups == self.module.len() {
            ups
        } else {
            return None;
        };
        Some((path.get(skip)?.clone(), path.get(skip + 1).cloned()))
    }
}

/// Spreads a path with its groups: `a::{b, c::d}` is `a::b` and `a::c::d`. Ends of paths that are no names are left out.
/// Returns how many bytes were read.
fn spread(code: &str, before: &mut Vec<String>, all: &mut Vec<Vec<String>>) -> usize {
    let depth = before.len();
    let mut at = 0;
    loop {
        let rest = &code[at..];
        let word = rest.len() - rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len();
        if word == 0 && rest.starts_with('{') {
            at += 1;
            loop {
                at += code[at..].len() - code[at..].trim_start_matches([' ', '\n', ',']).len();
                if code[at..].starts_with('}') || code[at..].is_empty() {
                    at = (at + 1).min(code.len());
                    break;
                }
                let read = spread(&code[at..], before, all);
                at += read.max(1);
            }
            break;
        }
        if word > 0 {
            before.push(rest[..word].to_owned());
            at += word;
        }
        if word > 0 && code[at..].starts_with("::") {
            at += 2;
            continue;
        }
        if code[at..].starts_with(" as ") {
            let name: String = code[at + 4..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            at += 4 + name.len();
            before.push(name);
        }
        all.push(before.clone());
        break;
    }
    before.truncate(depth);
    at
}

/// The code with comments and the insides of strings and characters as blanks; lines stay lines.
fn blanked(typed: &str) -> String {
    let bytes = typed.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    let blank = |from: usize, to: usize, out: &mut Vec<u8>| out.extend(bytes[from..to].iter().map(|b| if *b == b'\n' { b'\n' } else { b' ' }));
    while at < bytes.len() {
        let rest = &typed.as_bytes()[at..];
        let named = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
        let end = if rest.starts_with(b"//") {
            at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            at + typed[at..].find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = (!named).then(|| raw_string(rest)).flatten() {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = rest.iter().position(|b| *b == b'"').map_or(0, |q| q + 1);
            at + open + typed[at + open..].find(&close).map_or(rest.len() - open, |end| end + close.len())
        } else if rest[0] == b'"' {
            let mut end = at + 1;
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            (end + 1).min(bytes.len())
        } else if rest[0] == b'\'' {
            character(&typed[at..]).map_or(at, |width| at + width)
        } else {
            at
        };
        if end > at {
            blank(at, end, &mut out);
            at = end;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The number of hashes when a raw string begins here.
fn raw_string(rest: &[u8]) -> Option<usize> {
    let after = rest.strip_prefix(b"br").or_else(|| rest.strip_prefix(b"r"))?;
    let hashes = after.iter().take_while(|b| **b == b'#').count();
    (after.get(hashes) == Some(&b'"')).then_some(hashes)
}

/// How long the character literal is that begins here; `None` for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        return rest[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| at + 3);
    }
    let (at, next) = chars.next()?;
    (next == '\'').then_some(at + 1)
}

/// The code with every item under `#[cfg(test)]` blanked.
fn without_tests(code: String) -> String {
    let mut out = code;
    while let Some(at) = out.find("#[cfg(test)]") {
        let rest = &out[at..];
        let (stop, brace) = (rest.find(';').unwrap_or(rest.len()), rest.find('{').unwrap_or(rest.len()));
        let end = if stop < brace {
            at + stop + 1
        } else {
            let mut depth = 0_i32;
            let close = rest.char_indices().skip_while(|(i, _)| *i < brace).find(|(_, c)| {
                depth += i32::from(*c == '{') - i32::from(*c == '}');
                depth == 0
            });
            at + close.map_or(rest.len(), |(i, _)| i + 1)
        };
        let blanks: String = out[at..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(at..end, &blanks);
    }
    out
}
