//! The theme inside the program, so that a site needs no theme files at all.
//!
//! It is `themes/default` as it was when the program was compiled. A file added there is only seen after
//! the next change to a Rust file or a `cargo clean -p minhbach`; a changed file is seen at once.
//!
//! May use: nothing; crates include_dir.

use include_dir::{Dir, DirEntry, include_dir};

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Every file of the built-in theme: its path inside the theme, with `/`, and its bytes; sorted by path.
pub(super) fn files() -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    collect(&DEFAULT, &mut found);
    found.sort();
    found
}

/// Whether the built-in theme carries exactly this file.
pub fn is_builtin(path: &str, bytes: &[u8]) -> bool {
    DEFAULT.get_file(path).is_some_and(|file| file.contents() == bytes)
}

fn collect(folder: &'static Dir<'static>, found: &mut Vec<(String, &'static [u8])>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, found),
            DirEntry::File(file) => found.push((file.path().to_string_lossy().replace('\\', "/"), file.contents())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_carries_its_theme() {
        let files = files();
        for wanted in ["layouts/base.html", "layouts/feed.xml", "css/tokens.css", "components/table/table.html", "i18n/vi.ftl", "i18n/en.ftl"] {
            assert!(files.iter().any(|(path, bytes)| path == wanted && !bytes.is_empty()), "{wanted}");
        }
    }
}
