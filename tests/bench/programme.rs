//! The repository's own programmes: copied into the corpus, and read for the ids its figures use.
//!
//! The files are read by their lines, in the layout this repository writes them in, so that the bench
//! shares no code with what it measures.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A programme that has money of its own.
pub struct Programme {
    /// Its id.
    pub id: String,
    /// Its short Vietnamese name.
    pub short: String,
    /// The id of the decision that set it up.
    pub decision: String,
}

/// An indicator that can be counted in a district and year.
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// What it is counted in, in Vietnamese.
    pub unit: String,
    /// Whether less of it is better.
    pub falls: bool,
}

/// Programmes and indicators found in the repository.
pub struct Programmes {
    /// Those with money of their own, by id.
    pub all: Vec<Programme>,
    /// Those with a number, in the order of the files.
    pub indicators: Vec<Indicator>,
}

/// Copies `programmes` and `documents` of the repository's content into `content`, in Vietnamese only, and
/// reads them on the way.
pub fn copy(from: &Path, content: &Path) -> io::Result<Programmes> {
    let mut found = Programmes { all: Vec::new(), indicators: Vec::new() };
    for room in ["documents", "programmes"] {
        fs::create_dir_all(content.join(room))?;
        for file in files(&from.join(room))? {
            let Some(name) = file.file_name() else { continue };
            if file.extension().is_none_or(|end| end != "yaml") {
                fs::copy(&file, content.join(room).join(name))?;
                continue;
            }
            let text = in_vietnamese(&fs::read_to_string(&file)?);
            fs::write(content.join(room).join(name), &text)?;
            if let Some(id) = file.file_stem().and_then(|s| s.to_str()).filter(|_| room == "programmes") {
                found.read(id, &text);
            }
        }
    }
    if found.all.is_empty() || found.indicators.len() < 6 {
        return Err(io::Error::other(format!("{} holds no programmes the bench can use", from.display())));
    }
    Ok(found)
}

/// The files of a folder, by name: the order a folder lists them in differs between machines.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

/// The file without its English lines: words in a language the site does not have are a problem.
fn in_vietnamese(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.trim_start().starts_with("en:")).collect()
}

impl Programmes {
    fn read(&mut self, id: &str, text: &str) {
        let lines: Vec<&str> = text.lines().collect();
        let counted = lines.iter().position(|line| *line == "indicators:").map_or(&[][..], |at| &lines[at + 1..]);
        let counted = &counted[..counted.iter().position(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).unwrap_or(counted.len())];
        for block in counted.split(|line| line.trim().is_empty()).flat_map(entries) {
            self.indicators.extend(indicator(&block));
        }
        // A programme that stands for several has no money of its own here.
        if !lines.contains(&"members:") {
            let short = under(&lines, "short:").or_else(|| under(&lines, "name:")).unwrap_or_default();
            self.all.push(Programme { id: id.to_owned(), short, decision: value(&lines, "decision:").unwrap_or_default() });
        }
    }
}

/// The list entries of `lines`, each from its `- id:` to the next.
fn entries<'t>(lines: &[&'t str]) -> Vec<Vec<&'t str>> {
    let mut entries: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        if let Some(first) = line.strip_prefix("  - ") {
            entries.push(vec![first]);
        } else if let (Some(entry), Some(rest)) = (entries.last_mut(), line.strip_prefix("    ")) {
            entry.push(rest);
        }
    }
    entries
}

/// The indicator an entry tells of, when it can be counted in one district and one year.
fn indicator(entry: &[&str]) -> Option<Indicator> {
    let unit = value(entry, "unit:").filter(|u| !u.is_empty()).or_else(|| under(entry, "unit:"))?;
    let kind = value(entry, "kind:")?;
    let whole_period = value(entry, "period:").is_some_and(|p| p == "whole");
    let of_provinces = unit.contains("huyện");
    if whole_period || of_provinces || !["increase", "decrease"].contains(&kind.as_str()) {
        return None;
    }
    Some(Indicator { id: value(entry, "id:")?, unit, falls: kind == "decrease" })
}

/// What stands after a key at the left margin.
fn value(lines: &[&str], key: &str) -> Option<String> {
    let rest = lines.iter().find_map(|line| line.strip_prefix(key))?;
    Some(rest.trim().trim_matches('"').to_owned())
}

/// The Vietnamese words under a key at the left margin.
fn under(lines: &[&str], key: &str) -> Option<String> {
    let at = lines.iter().position(|line| line.trim_end() == key)?;
    lines.get(at + 1)?.trim().strip_prefix("vi:").map(|words| words.trim().trim_matches('"').to_owned())
}
