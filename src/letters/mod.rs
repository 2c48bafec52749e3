//! Vietnamese text as it was stored before Unicode: told apart, and put into Unicode.
//!
//! Officers paste from Word files of the .VnTime and VNI fonts, whose letters are Latin ones that only look Vietnamese in
//! that font, and save files from programs that write UTF-16 or the code page of Vietnamese Windows. Both are told by
//! the one thing that cannot be there by chance: read the old way, the words are Vietnamese syllables; read as they
//! stand, they are not.
//! Invariant: text in Unicode, whatever its language, is never taken for old text; where one word could be meant in two
//! ways nothing is converted. Only letters change: signs, digits, spaces and line ends stay.
//!
//! May use: diag; crates unicode-normalization.

use unicode_normalization::UnicodeNormalization;

pub mod problems;

mod bytes;
mod capitals;
mod syllable;
mod tables;
#[cfg(test)]
mod tests;
mod utf16;
mod verdict;
mod words;

/// A way in which text was stored before Unicode, or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Old {
    /// Two bytes a letter, as PowerShell's `>` and “Unicode” in old Notepad write it.
    Utf16,
    /// The code page of Vietnamese Windows, with accents behind their letters.
    Windows1258,
    /// TCVN 5712 as the fonts whose names begin with .Vn use it, also called ABC.
    Tcvn3,
    /// The fonts whose names begin with VNI-.
    Vni,
}

impl Old {
    /// What officers call it; the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Old::Utf16 => "UTF-16",
            Old::Windows1258 => "Windows-1258",
            Old::Tcvn3 => "TCVN3 (ABC)",
            Old::Vni => "VNI",
        }
    }
}

/// A file in Unicode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anew {
    /// How it was stored: first the bytes, then the letters; old letters in a UTF-16 file are two.
    pub was: Vec<Old>,
    /// Its text, in NFC and without a mark in front; line ends as they were.
    pub text: String,
    /// The lines that read differently now.
    pub lines: Vec<Line>,
}

/// A line before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// What it says to those who do not know its font.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// Why old text is left to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Old and new letters stand side by side on this line, and some word of it could be either.
    Mixed(u32),
    /// In copying a letter was lost that no screen shows: the word as it stands on this line, and as it should be.
    Lost(u32, String, String),
}

/// The old letters of a text that is stored soundly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which letters they are.
    pub old: Old,
    /// The line of the first of them, from 1.
    pub line: u32,
    /// Where it begins there, in characters from 1.
    pub column: u32,
    /// How many characters the word has.
    pub width: u32,
    /// That line from the word on, as it is and as it should be.
    pub sample: (String, String),
    /// Why it cannot be converted, when it cannot.
    pub doubt: Option<Doubt>,
}

/// Whether a text shows old letters, and where first.
pub fn seen(text: &str) -> Option<Seen> {
    verdict::of(text).map(|verdict| verdict.seen(text))
}

/// How these bytes are stored, when that is neither UTF-8 nor unknown.
pub fn told(bytes: &[u8]) -> Option<Old> {
    utf16::text(bytes).map(|_| Old::Utf16).or_else(|| bytes::read(bytes).map(|(old, _)| old))
}

/// A file as it would be in Unicode; `None` when it is already, or nobody can tell.
pub fn anew(bytes: &[u8]) -> Option<Result<Anew, Doubt>> {
    if let Some(text) = utf16::text(bytes) {
        // Its letters may be old ones themselves.
        let (text, mut was): (String, Vec<Old>) = (text.nfc().collect(), vec![Old::Utf16]);
        return Some(match converted(&text) {
            None => Ok(Anew { was, lines: lines(&text, &text, true), text }),
            Some(Ok((old, new))) => {
                was.push(old);
                Ok(Anew { was, lines: lines(&text, &new, false), text: new })
            }
            Some(Err(doubt)) => Err(doubt),
        });
    }
    let (old, typed, new) = match std::str::from_utf8(bytes) {
        Ok(text) => {
            let typed: String = text.strip_prefix('\u{feff}').unwrap_or(text).nfc().collect();
            match converted(&typed)? {
                Ok((old, new)) => (old, typed, new),
                Err(doubt) => return Some(Err(doubt)),
            }
        }
        Err(_) => {
            let (old, typed) = bytes::read(bytes)?;
            let new = words::whole(old, &typed);
            (old, typed, new)
        }
    };
    Some(Ok(Anew { was: vec![old], lines: lines(&typed, &new, false), text: new }))
}

fn converted(text: &str) -> Option<Result<(Old, String), Doubt>> {
    let verdict = verdict::of(text)?;
    Some(verdict.convert(text).map(|new| (verdict.old, new)))
}

/// The lines in which two texts differ; with `all`, also those that are the same and not empty.
fn lines(before: &str, after: &str, all: bool) -> Vec<Line> {
    let pairs = before.lines().zip(after.lines()).enumerate();
    let wanted = pairs.filter(|(_, (before, after))| before != after || (all && !after.trim().is_empty()));
    wanted.map(|(at, (before, after))| Line { number: at as u32 + 1, before: before.to_owned(), after: after.to_owned() }).collect()
}
