//! One value as it is printed, and how it stands: its bar, its standing, what is remarked on it.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

/// One value, printed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Value {
    /// `number`, `zero` (said in words), `missing`, `words`, `date`.
    pub kind: String,
    /// The value with the words that bound it: `trên 35.215`, `chưa giao`, `42,99%`.
    pub text: String,
    /// Its unit, empty where the text carries it or the table's heading does.
    pub unit: String,
    /// What standing it has, in words: `ước`, `dự kiến`, `tính lại`; empty for a plain actual value.
    pub flag: String,
    /// Its passport, relative to the page; empty for none.
    pub href: String,
    /// That it was put right after it had been published: `đã đính chính`; empty for most.
    pub mark: String,
}

/// A progress bar. Numbers are SVG units on a scale where 100 is the whole and 125 the end of the track.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Bar {
    /// `share` (a filled part), `band` (known only as from–to), `unknown` (no plan or no result), `target_range` (value within an allowed range).
    pub kind: String,
    /// Width of the filled part, such as `71.3`; never above 125.
    pub width: String,
    /// Where an uncertain part or an allowed range begins; empty for none.
    pub from: String,
    /// Where it ends; empty for none.
    pub to: String,
    /// Whether the value goes on beyond the track.
    pub over: bool,
    /// Place of the mark for the share of time gone by; empty for none.
    pub pace: String,
    /// `met`, `track`, `late` or `plain`.
    pub tone: String,
    /// The whole statement in words, for those who do not see the bar.
    pub label: String,
}

/// A standing: always a word and a symbol, never colour alone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StandingView {
    /// `met`, `track`, `late`, `none`.
    pub tone: String,
    /// The word.
    pub word: String,
    /// The symbol.
    pub symbol: String,
    /// A standing the source itself declares, in its words; empty for none.
    pub declared: String,
}

/// A remark below a row or a passport.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// `note`, `doubt`, `mismatch`, `scope`, `comparison`.
    pub kind: String,
    /// Its words.
    pub text: String,
}

/// One of the few numbers a page begins with.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigure {
    /// The number.
    pub value: Value,
    /// What it is.
    pub label: String,
}
