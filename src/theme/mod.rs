//! Layers of a theme, and rendering.
//!
//! A site's own theme holds only what differs: each of its files takes the place of the file of the same
//! name in the built-in theme, and may still extend or include that one as `default/<file>`.
//! Invariant: templates draw what they are told; whatever can be prepared is prepared once, when the theme is loaded.
//!
//! May use: pages (views), i18n, diag, tree; crates tera, include_dir, minify-html, html5gum, blake3, serde, serde_json.

mod builtin;
mod css;
mod engine;
mod gallery;
mod inline;
mod layers;
pub mod problems;
mod scan;
mod squeeze;
mod tokens;

pub use builtin::is_builtin;
pub use engine::Theme;
pub use gallery::{Component, Example, Told};
pub use inline::{Inline, inline};
pub use layers::ThemeFile;
pub use squeeze::{Minify, Squeezed, squeeze};
