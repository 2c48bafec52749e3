//! Files stored in old letters or another encoding than UTF-8, and what they would hold in Unicode.
//!
//! Invariant: only what people write is looked at: settings and content, not a release, a picture or a theme.
//!
//! May use: diag, letters, parse, source; crates rayon.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Failure;
use crate::letters::{self, Anew, Doubt};
use crate::parse::{self, Kind};
use crate::source;

/// A file that is stored the old way.
#[derive(Clone, Debug)]
pub struct OldFile {
    /// The file, relative to the site folder.
    pub file: Arc<str>,
    /// Its bytes as they lie on disk.
    pub before: Vec<u8>,
    /// What it would be, or why that is left to the person.
    pub anew: Result<Anew, Doubt>,
}

/// Every such file of a site, in order.
pub fn files(root: &Path, out: &Path) -> Result<Vec<OldFile>, Failure> {
    let sources = source::gather(root, out)?.value;
    let wanted =
        |path: &str| path == "site.toml" || parse::kind::of(path).is_some_and(|kind| !matches!(kind, Kind::Other | Kind::Addresses | Kind::Release { .. }));
    let found = sources.files.par_iter().filter(|found| wanted(&found.path) && found.stamp.len <= source::TEXT_LIMIT);
    let old = found.filter_map(|found| {
        let before = source::read_bytes(found).value?.0;
        let anew = letters::anew(&before)?;
        Some(OldFile { file: found.path.clone(), before, anew })
    });
    Ok(old.collect())
}
