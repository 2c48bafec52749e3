//! A site in a folder of its own, run through the real binary.
//!
//! `Site::small()` is the smallest site that builds; `Site::repository()` is a copy of this repository's
//! own. Files are then added, changed or removed, and `run` tells what the program said.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use rayon::prelude::*;
use tempfile::TempDir;

use crate::page::{Element, page};

/// A site in a temporary folder.
pub struct Site {
    folder: TempDir,
}

/// What the program said and how it ended.
pub struct Said {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// The same with paths as every machine but Windows writes them, so that one expectation stands for both.
    pub fn slashed(mut self) -> Self {
        if cfg!(windows) {
            self.out = self.out.replace('\\', "/");
            self.err = self.err.replace('\\', "/");
        }
        self
    }

    /// Panics with everything that was said unless the program ended with `code`.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code\n--- stdout\n{}\n--- stderr\n{}", self.out, self.err);
        self
    }
}

/// The repository's root.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Site {
    /// An empty folder.
    pub fn empty() -> Self {
        Site { folder: TempDir::new().expect("a temporary folder can be made") }
    }

    /// The smallest site that builds: one programme, one area with a plan and results, one report.
    pub fn small() -> Self {
        let site = Site::empty();
        copy(&repository().join("tests/sites/small"), site.path());
        site
    }

    /// A copy of the repository's own site.
    pub fn repository() -> Self {
        let site = Site::empty();
        copy(&repository().join("content"), &site.path().join("content"));
        fs::copy(repository().join("site.toml"), site.path().join("site.toml")).expect("site.toml is there");
        site
    }

    /// The site's folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, making its folders.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
        fs::write(path, text).expect("the file can be written");
        self
    }

    /// Reads a file.
    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Changes one piece of a file; the piece must be there.
    #[track_caller]
    pub fn replace(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not contain {from:?}");
        self.write(path, text.replacen(from, to, 1))
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path().join(path)).expect("the file can be removed");
        self
    }

    /// Runs the program in the site's folder, with messages in English unless `--lang` says otherwise.
    pub fn run(&self, args: &[&str]) -> Said {
        if args.contains(&"--lang") { self.run_as_typed(args) } else { self.run_as_typed(&[&["--lang", "en"], args].concat()) }
    }

    /// Runs the program in the site's folder on a machine that speaks English.
    pub fn run_as_typed(&self, args: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minhbach"));
        command.current_dir(self.path()).env("NO_COLOR", "1").env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        said(command.args(args).output().expect("the program can be run"))
    }

    /// Every file below a folder of the site with its bytes, in order.
    /// Every file below a folder, as `files` gives them.
    pub fn at(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        walk(folder, folder, &mut files);
        files.sort();
        files
    }

    pub fn files(&self, below: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        walk(&self.path().join(below), &self.path().join(below), &mut files);
        files.sort();
        files
    }
}

/// A site that was built once and is only looked at.
pub struct Built {
    folder: PathBuf,
    read: OnceLock<BTreeMap<String, Element>>,
}

impl Built {
    /// This repository's own site. Every test of this run looks at the same one.
    pub fn repository() -> &'static Self {
        static BUILT: OnceLock<Built> = OnceLock::new();
        BUILT.get_or_init(|| Built::from(Site::repository(), "repository"))
    }

    /// The smallest site, not minified so that a person can read it.
    pub fn small() -> &'static Self {
        static BUILT: OnceLock<Built> = OnceLock::new();
        BUILT.get_or_init(|| {
            let site = Site::small();
            site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nminify = \"off\"");
            Built::from(site, "small")
        })
    }

    fn from(site: Site, name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("built-{name}"));
        let _ = fs::remove_dir_all(&folder);
        site.run(&["build", "--out", &folder.to_string_lossy()]).ended(0);
        Built { folder, read: OnceLock::new() }
    }

    /// The text of a published file.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Every published file with its bytes, in order.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        walk(&self.folder, &self.folder, &mut files);
        files.sort();
        files
    }

    /// Every page by its path, read once for all tests.
    pub fn pages(&self) -> &BTreeMap<String, Element> {
        self.read.get_or_init(|| {
            let pages = self.files().into_par_iter().filter(|(path, _)| path.ends_with(".html"));
            pages.map(|(path, bytes)| (path.clone(), page(&path, std::str::from_utf8(&bytes).expect("pages are UTF-8")))).collect()
        })
    }

    /// One page.
    #[track_caller]
    pub fn page(&self, path: &str) -> &Element {
        self.pages().get(path).unwrap_or_else(|| panic!("there is no page {path}"))
    }
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("below its root").to_string_lossy().replace('\\', "/");
            files.push((name, fs::read(&path).expect("the file can be read")));
        }
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|e| panic!("{}: {e}", from.display())) {
        let entry = entry.expect("an entry can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}
