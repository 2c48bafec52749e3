//! Where everything of a publication lies, and which folders are refused.
//!
//! Invariant: the published folder is absolute, its links resolved, and holds nothing but the site;
//! the staging folder is its sibling, so that one rename moves a whole site.
//!
//! May use: diag, source.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::failures;
use crate::diag::{Failure, Said};
use crate::source::{hash, leads_to_device};

/// Folders of a site that are written by people.
const OWN: [&str; 6] = ["content", "themes", "src", "tests", ".git", ".minhbach"];

/// The folders and files of one publication.
#[derive(Debug)]
pub struct Places {
    /// The site folder.
    pub root: PathBuf,
    /// The published folder.
    pub out: PathBuf,
    /// The folder beside it where the new site is made.
    pub staging: PathBuf,
}

impl Places {
    /// Resolves both folders; refuses to publish where something else would be lost.
    pub fn of(root: &Path, out: &Path) -> Result<Self, Failure> {
        let root = std::fs::canonicalize(root).map_err(|error| failures::unseen(root, &error))?;
        if leads_to_device(out) {
            return Err(failures::refused_folder(out, Said::new("Windows giữ tên đó cho thiết bị", "Windows keeps that name for a device")));
        }
        let out = resolved(out)?;
        let refuse = |vi: &str, en: &str| Err(failures::refused_folder(&out, Said::new(vi, en)));
        if out.parent().is_none() {
            return refuse("đó là gốc của ổ đĩa", "it is the root of the disk");
        }
        if root.starts_with(&out) {
            return refuse("đó là thư mục trang hoặc thư mục chứa nó", "it is the site folder or holds it");
        }
        // A home that cannot be resolved cannot be hit either.
        if std::env::home_dir().and_then(|home| std::fs::canonicalize(home).ok()).is_some_and(|home| home.starts_with(&out)) {
            return refuse("đó là thư mục cá nhân hoặc thư mục chứa nó", "it is the home folder or holds it");
        }
        if OWN.iter().any(|own| out.starts_with(root.join(own))) {
            return refuse("ở đó là nội dung do người viết", "what people write lies there");
        }
        if std::fs::symlink_metadata(&out).is_ok_and(|metadata| !metadata.is_dir()) {
            return refuse("đó không phải thư mục", "it is not a folder");
        }
        let mut name = OsString::from(".");
        name.push(out.file_name().unwrap_or_default());
        name.push(".minhbach-new");
        let staging = out.with_file_name(name);
        Ok(Places { root, out, staging })
    }

    /// Where the memory of this site is kept.
    pub fn notes(&self) -> PathBuf {
        self.root.join(".minhbach")
    }

    /// The file whose lock keeps two builds apart.
    pub fn lock(&self) -> PathBuf {
        self.notes().join("lock")
    }

    /// What the notes call the published folder: seen from the site folder where it lies in there, so that a
    /// site that was moved or renamed with its notes still knows its own files.
    pub fn called(&self) -> &Path {
        self.out.strip_prefix(&self.root).unwrap_or(&self.out)
    }

    /// The record of what was published into this folder.
    pub fn manifest(&self) -> PathBuf {
        let hash = hash(self.called().as_os_str().as_encoded_bytes());
        let name: String = hash[..4].iter().map(|byte| format!("{byte:02x}")).collect();
        self.notes().join(format!("published-{name}"))
    }

    /// The record of what is about to be published.
    pub fn next_manifest(&self) -> PathBuf {
        self.manifest().with_extension("next")
    }

    /// The new site while it is made.
    pub fn site(&self) -> PathBuf {
        self.staging.join("site")
    }

    /// Old files while new ones take their places.
    pub fn old(&self) -> PathBuf {
        self.staging.join("old")
    }

    /// The list of moves of a commit under way.
    pub fn journal(&self) -> PathBuf {
        self.staging.join("journal")
    }

    /// Where a file of the published site lies.
    pub fn published(&self, path: &str) -> PathBuf {
        below(self.out.clone(), path)
    }
}

/// `path`, written with `/`, below `base`, in the manner of this machine.
pub fn below(mut base: PathBuf, path: &str) -> PathBuf {
    base.reserve_exact(path.len() + 1);
    base.extend(path.split('/').filter(|name| !name.is_empty()));
    base
}

/// Whether `path` names a file below the published folder on every machine.
pub fn is_address(path: &str) -> bool {
    let fits = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(|c: char| c.is_control() || matches!(c, '\\' | ':'));
    path.split('/').all(fits)
}

/// The folders above `path`, the nearest first, without the published folder itself.
pub fn above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(parent, _)| parent.rsplit_once('/')).map(|(parent, _)| parent)
}

/// The absolute path with every link resolved, as far as it exists.
fn resolved(path: &Path) -> Result<PathBuf, Failure> {
    let absolute = std::path::absolute(path).map_err(|error| failures::unseen(path, &error))?;
    match std::fs::canonicalize(&absolute) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == ErrorKind::NotFound && std::fs::symlink_metadata(&absolute).is_err() => match (absolute.parent(), absolute.file_name()) {
            (Some(parent), Some(name)) => Ok(resolved(parent)?.join(name)),
            _ => Err(failures::unseen(path, &error)),
        },
        Err(error) => Err(failures::unseen(path, &error)),
    }
}
