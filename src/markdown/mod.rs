//! Prose: CommonMark to safe HTML.
//!
//! A text is looked at twice: `outline` when its file is read, to say what it links to and what is wrong with it;
//! `html` when its page is drawn. Both read it with the same `parser`, so that they cannot disagree.
//! Invariant: no HTML typed by an author reaches a page, and no address outside the few kinds in `links`.
//!
//! May use: diag; crates pulldown-cmark, serde.

use pulldown_cmark::{Options, Parser};

mod html;
mod line;
mod links;
mod outline;
mod passages;
mod position;
pub mod problems;
mod raw;

pub use html::{CALLOUTS, Part, Picture, Resolve, Resolved, Text, Words, html};
pub use line::{Piece, line, links_of_line, plain_line};
pub use links::is_safe_address;
pub use outline::{FigureUse, Outline, PictureUse, outline, outline_with};
pub use passages::{Linked, Passage, PassageKind, Stretch};

/// CommonMark with tables, struck-out words and notices (`> [!NOTE]`). Definition lists, typographic quotes and footnotes
/// stay off: each changes the meaning of something people type for another reason.
fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM)
}
