//! Names of things: which area, which programme, and words that exist in several languages.
//!
//! Invariant: an index is only ever made by `assemble` for the list it points into.
//!
//! May use: nothing; crates serde.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index! {
    /// Which area of the record.
    AreaIx,
    /// Which programme of the record.
    ProgrammeIx,
    /// Which component of one programme, counted in the order of its tree.
    ComponentIx,
    /// Which indicator of the record.
    IndicatorIx,
    /// Which criteria set of the record.
    SetIx,
    /// Which document of the record.
    DocumentIx,
    /// Which report of the record.
    ReportIx,
}

/// Words in one or several languages. The language of a text written once is the site's first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Language tag and words, the site's first language first; the tag is empty when written once.
    pub versions: Vec<(String, String)>,
}

/// Words that most lines and facts are without: a line keeps little room for them, and shares them with its facts.
pub type Remark = Arc<Text>;

impl Text {
    /// Words written once, in the site's first language.
    pub fn plain(words: impl Into<String>) -> Self {
        Text { versions: vec![(String::new(), words.into())] }
    }

    /// The words in `lang`, or in the first language there is; never fails on a text that has words.
    pub fn get(&self, lang: &str) -> &str {
        self.find(lang).or_else(|| self.versions.first().map(|(_, words)| words.as_str())).unwrap_or("")
    }

    /// The words in exactly this language.
    pub fn find(&self, lang: &str) -> Option<&str> {
        self.versions.iter().find(|(tag, _)| tag == lang).map(|(_, words)| words.as_str())
    }
}
