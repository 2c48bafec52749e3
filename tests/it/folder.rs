//! How folders look, and how they differ.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How every file and folder below a folder looks: bytes, and when it was changed.
pub type Shape = BTreeMap<String, (Option<Vec<u8>>, SystemTime)>;

/// How a folder looks now.
pub fn shape(root: &Path) -> Shape {
    let mut shape = Shape::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("the folder is there").map(|e| e.expect("an entry").path()).chain([folder.clone()]) {
            let metadata = fs::symlink_metadata(&path).expect("it is there");
            let name = path.strip_prefix(root).expect("below its root").to_string_lossy().replace('\\', "/");
            let bytes = metadata.is_file().then(|| fs::read(&path).expect("it can be read"));
            if metadata.is_dir() && path != folder {
                folders.push(path);
            }
            shape.insert(name, (bytes, metadata.modified().expect("the disk keeps times")));
        }
    }
    shape
}

/// What became of every file and folder that does not look as it did.
pub fn differences(before: &Shape, after: &Shape) -> Vec<String> {
    let mut told = Vec::new();
    for (name, (bytes, time)) in after {
        match before.get(name) {
            None => told.push(format!("new: {name}")),
            Some((old, _)) if old != bytes => told.push(format!("changed: {name}")),
            Some((_, old)) if old != time => told.push(format!("touched: {name}")),
            Some(_) => {}
        }
    }
    told.extend(before.keys().filter(|name| !after.contains_key(*name)).map(|name| format!("gone: {name}")));
    told
}

/// Says which files differ, and not their bytes.
#[track_caller]
pub fn same_files(wanted: &[(String, Vec<u8>)], found: &[(String, Vec<u8>)]) {
    let map = |files: &[(String, Vec<u8>)]| -> BTreeMap<String, Vec<u8>> { files.iter().cloned().collect() };
    let (wanted, found) = (map(wanted), map(found));
    let mut told: Vec<String> = wanted.keys().filter(|path| !found.contains_key(*path)).map(|path| format!("missing: {path}")).collect();
    for (path, bytes) in &found {
        match wanted.get(path) {
            None => told.push(format!("too many: {path}")),
            Some(other) if other != bytes => told.push(first_difference(path, other, bytes)),
            Some(_) => {}
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

fn first_difference(path: &str, wanted: &[u8], found: &[u8]) -> String {
    let at = wanted.iter().zip(found).position(|(a, b)| a != b).unwrap_or(wanted.len().min(found.len()));
    let near = |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(60)..bytes.len().min(at + 60)]).into_owned();
    format!("differs: {path} at byte {at}\n    wanted: {}\n    found:  {}", near(wanted), near(found))
}

/// Makes every file look as if it was written an hour ago, so that its stamp can be trusted.
pub fn age(root: &Path) {
    let then = SystemTime::now() - Duration::from_secs(3600);
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("the folder is there").map(|e| e.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(then)).expect("times can be set");
            }
        }
    }
}

/// Copies a folder, the last name first.
pub fn copy_backwards(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    let mut entries: Vec<_> = fs::read_dir(from).expect("the folder is there").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries.into_iter().rev() {
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_backwards(&path, &target);
        } else {
            fs::write(&target, fs::read(&path).expect("it can be read")).expect("it can be written");
        }
    }
}
