//! The `May use:` lines: what a file says it uses, and whether that is so.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{Source, text};

/// What a line allows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Rooms, each with the only part of it that may be used, if it names one: `pages (views)`.
    pub rooms: BTreeMap<String, Option<String>>,
    /// Crates as Cargo names them.
    pub crates: BTreeSet<String>,
}

impl Line {
    /// The line at the head of a file.
    pub fn of(source: &Source) -> Option<Line> {
        let head = source.head();
        let said = head.split_once("May use:")?.1.split_once('.').map(|(line, _)| line.trim().to_owned())?;
        let (rooms, crates) = said.split_once("; crates ").map_or((said.as_str(), ""), |(r, c)| (r, c));
        let list = |s: &str| s.split(',').map(|n| n.trim().to_owned()).filter(|n| !n.is_empty() && n != "nothing" && n != "–").collect::<Vec<_>>();
        let room = |name: String| match name.split_once(" (") {
            Some((room, part)) => (room.to_owned(), Some(part.trim_end_matches(')').to_owned())),
            None => (name, None),
        };
        Some(Line { rooms: list(rooms).into_iter().map(room).collect(), crates: list(crates).into_iter().collect() })
    }

    /// As it would be typed.
    pub fn typed(&self) -> String {
        let room = |(name, part): (&String, &Option<String>)| part.as_ref().map_or_else(|| name.clone(), |part| format!("{name} ({part})"));
        let rooms = if self.rooms.is_empty() { "nothing".to_owned() } else { self.rooms.iter().map(room).collect::<Vec<_>>().join(", ") };
        let crates = self.crates.iter().cloned().collect::<Vec<_>>().join(", ");
        if crates.is_empty() { format!("May use: {rooms}.") } else { format!("May use: {rooms}; crates {crates}.") }
    }
}

/// The file with its line as it is true; names keep their order, new ones come last.
pub fn mended(source: &Source, is: &Line) -> String {
    let head = source.typed.lines().take_while(|l| l.starts_with("//!")).count();
    let mut lines: Vec<String> = source.typed.lines().map(str::to_owned).collect();
    let at = lines[..head].iter().position(|l| l.starts_with("//! May use:"));
    let said = at.map_or_else(String::new, |at| lines[at..head].join(" "));
    let place = |name: &str| said.find(&format!(" {name}")).unwrap_or(usize::MAX);
    let mut rooms: Vec<String> = is.rooms.iter().map(|(name, part)| part.as_ref().map_or_else(|| name.clone(), |part| format!("{name} ({part})"))).collect();
    let mut crates: Vec<String> = is.crates.iter().cloned().collect();
    rooms.sort_by_key(|name| place(name));
    crates.sort_by_key(|name| place(name));
    let rooms = if rooms.is_empty() { "nothing".to_owned() } else { rooms.join(", ") };
    let crates = if crates.is_empty() { String::new() } else { format!("; crates {}", crates.join(", ")) };
    let line = format!("//! May use: {rooms}{crates}.");
    match at {
        Some(at) => drop(lines.splice(at..head, [line])),
        None => drop(lines.splice(head..head, ["//!".to_owned(), line])),
    }
    lines.join("\n") + "\n"
}

/// What the files of `src/` use, by path. A `mod.rs` (or `<room>.rs`) speaks for its whole room, tests left out.
pub fn true_lines(sources: &[Source]) -> BTreeMap<String, Line> {
    let rooms = rooms();
    let dependencies: BTreeSet<String> = dependencies().iter().map(|name| name.replace('-', "_")).collect();
    let mut lines = BTreeMap::new();
    for source in sources {
        let theirs = |s: &&Source| s.path == source.path || (source.speaks_for_room() && s.room() == source.room() && !s.is_test());
        let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut crates = BTreeSet::new();
        for part in sources.iter().filter(theirs) {
            part.rooms(&rooms).into_iter().for_each(|(room, what)| parts.entry(room).or_default().extend(what));
            crates.extend(part.crates(&dependencies).into_iter().map(|name| cargo_name(&name)));
        }
        let said = Line::of(source).unwrap_or_default();
        // A part is only claimed where the line claims it.
        let part = |room: &str, what: &BTreeSet<String>| said.rooms.get(room).cloned().flatten().filter(|only| what.iter().all(|w| w == only));
        lines.insert(source.path.clone(), Line { rooms: parts.iter().map(|(room, what)| (room.clone(), part(room, what))).collect(), crates });
    }
    lines
}

/// The rooms, as `src/lib.rs` lists them.
pub fn rooms() -> BTreeSet<String> {
    text("src/lib.rs").lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// Every crate `Cargo.toml` asks for, tests included.
pub fn dependencies() -> BTreeSet<String> {
    section(|name| name.ends_with("dependencies]"))
}

/// The crates only tests ask for.
pub fn test_dependencies() -> BTreeSet<String> {
    section(|name| name == "[dev-dependencies]")
}

fn section(wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in text("Cargo.toml").lines() {
        if line.starts_with('[') {
            inside = wanted(line);
        } else if inside && let Some((name, _)) = line.split_once(" = ") {
            names.insert(name.to_owned());
        }
    }
    names
}

fn cargo_name(name: &str) -> String {
    dependencies().into_iter().find(|d| d.replace('-', "_") == name).unwrap_or_else(|| name.to_owned())
}
