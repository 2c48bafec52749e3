//! A text on its way to the page and back into its file.
//!
//! Invariant: only lines that were typed anew have other bytes; a mark in front of the file and the ends of lines stay.
//!
//! May use: diag, mend, source, parse; crates serde, serde_json.

use serde::Deserialize;
use serde_json::{Value, json};

use super::site::{self, Looked};
use super::{Desk, Stop, files, lines, save};
use crate::mend::write;
use crate::parse;
use crate::source::{self, Found};

/// The longest text that is edited here, in bytes.
const LONGEST: usize = 1024 * 1024;

const MARK: char = '\u{feff}';

/// A file as it is read.
pub struct Read {
    /// All of it.
    pub whole: String,
    /// The hash of its bytes.
    pub hash: String,
}

impl Read {
    /// Without a mark in front.
    pub fn body(&self) -> &str {
        self.whole.strip_prefix(MARK).unwrap_or(&self.whole)
    }

    /// The whole file with what was typed in its place.
    pub fn with(&self, typed: &str) -> String {
        let mark = &self.whole[..self.whole.len() - self.body().len()];
        format!("{mark}{}", lines::kept(self.body(), typed))
    }
}

/// Reads a text file of the site.
pub fn read(found: &Found) -> Result<Read, Stop> {
    let refused = || {
        Stop::told(
            422,
            format!("Tệp {} không phải chữ UTF-8 nên không sửa ở đây được. Gõ minhbach check --fix để chuyển nó sang UTF-8.", found.path),
            format!("{} is not UTF-8 text and cannot be edited here. minhbach check --fix turns it into UTF-8.", found.path),
        )
    };
    let long = || Stop::told(422, format!("Tệp {} quá dài để sửa ở đây.", found.path), format!("{} is too long to be edited here.", found.path));
    let (bytes, hash) = source::read_bytes(found).value.ok_or_else(refused)?;
    if bytes.len() > LONGEST {
        return Err(long());
    }
    Ok(Read { whole: String::from_utf8(bytes).map_err(|_| refused())?, hash: site::words_of(&hash) })
}

/// The text that was asked for.
pub fn show(desk: &Desk, file: &str) -> Result<Value, Stop> {
    site::look(desk, |looked| opened(desk, looked, file))
}

fn opened(desk: &Desk, looked: &Looked<'_>, file: &str) -> Result<Value, Stop> {
    let found = files::text_file(looked.sources, file)?;
    let text = read(found)?;
    let own: Vec<Value> = looked
        .problems
        .iter()
        .filter(|problem| problem.place.as_ref().is_some_and(|place| place.file == found.path))
        .map(|problem| site::problem(problem, desk.tongue))
        .collect();
    let is_prose = matches!(parse::kind::of(file), Some(parse::Kind::Report { .. } | parse::Kind::Prose { .. }));
    Ok(json!({ "file": file, "text": lines::in_browser(text.body()), "hash": text.hash, "prose": is_prose, "problems": own }))
}

/// What the page sends.
#[derive(Debug, Deserialize)]
pub struct Asked {
    file: String,
    hash: String,
    text: String,
    /// What was shown to the person who now says yes.
    #[serde(default)]
    seen: Option<String>,
}

/// Weighs a text; with what was shown, writes it.
pub fn save(desk: &Desk, asked: &Asked) -> Result<Value, Stop> {
    let _held = desk.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    match once(desk, asked) {
        // Somebody saved a file between the look at it and the writing: the second look sees what they wrote.
        Err(Stop::Machine(failure)) => match once(desk, asked) {
            Err(Stop::Machine(_)) => Err(Stop::Machine(failure)),
            second => second,
        },
        outcome => outcome,
    }
}

fn once(desk: &Desk, asked: &Asked) -> Result<Value, Stop> {
    site::look(desk, |looked| weighed(desk, asked, looked))
}

fn weighed(desk: &Desk, asked: &Asked, looked: &Looked<'_>) -> Result<Value, Stop> {
    let found = files::text_file(looked.sources, &asked.file)?;
    let now = read(found)?;
    if now.hash != asked.hash {
        let theirs = lines::in_browser(now.body());
        return Err(Stop::With(409, json!({ "changed": [asked.file], "hash": now.hash, "hunks": lines::hunks(&theirs, &asked.text), "text": theirs })));
    }
    let after = now.with(&asked.text);
    let laid = [(asked.file.clone(), after.clone().into_bytes())];
    let mut ahead = site::Ahead::default();
    if after != now.whole {
        let all = looked.check(&laid)?.into_iter().map(|problem| (None, problem)).collect();
        ahead = site::ahead(&looked.before(&laid)?, all, &[asked.file.as_str()]);
    }
    let told = |all: &[(Option<_>, crate::diag::Problem)]| all.iter().map(|(_, problem)| site::problem(problem, desk.tongue)).collect::<Vec<_>>();
    if !ahead.stops.is_empty() {
        return Err(Stop::With(422, json!({ "problems": told(&ahead.stops), "told": told(&ahead.told) })));
    }
    let seen = save::seen(laid.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let hunks = lines::hunks(now.body(), after.strip_prefix(MARK).unwrap_or(&after));
    let mut answer = json!({ "seen": seen, "files": [{ "file": asked.file, "is_new": false, "hunks": hunks }], "told": told(&ahead.told), "written": false });
    let Some(given) = &asked.seen else { return Ok(answer) };
    if *given != seen {
        return Err(Stop::With(412, answer));
    }
    answer["hash"] = Value::String(site::words_of(&source::hash(after.as_bytes())));
    let path = save::place(looked, &asked.file)?;
    write::all(&looked.sources.root, &[write::Change { path, before: Some(now.whole.into_bytes()), after: Some(after.into_bytes()) }])?;
    answer["written"] = Value::Bool(true);
    Ok(answer)
}

/// Two changes of one text.
#[derive(Debug, Deserialize)]
pub struct Both {
    base: String,
    mine: String,
    theirs: String,
}

/// My change put into their text.
pub fn merge(both: &Both) -> Result<Value, Stop> {
    let merged = lines::merge(&both.base, &both.mine, &both.theirs);
    Ok(json!({ "text": merged.text, "left_out": merged.left_out }))
}
