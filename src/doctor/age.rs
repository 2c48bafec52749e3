//! Whether what was made from the content is as new as the content: schemas, the published site; and what lies around it.
//!
//! May use: diag, mend, pipeline, schema.

use std::path::Path;

use super::around::{self, Around};
use super::{Asked, Finding, at_places, megabytes};
use crate::diag::{Said, Tongue};
use crate::mend;
use crate::pipeline;
use crate::schema::{self, Names};

/// A memory larger than this is worth knowing of: a country's takes a third of it.
const LARGE: u64 = 1024 * 1024 * 1024;

/// Names of folders that are copied to other machines while one works in them.
const SHARED: [&str; 9] = ["onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "iclouddrive", "mobile documents", "nextcloud"];

/// Looks at everything that may be old; says the first language of the site.
pub fn look(asked: &Asked, around: &Around, findings: &mut Vec<Finding>) -> Option<String> {
    findings.extend(shared(&asked.root));
    memory(around, findings);
    published(around, findings);
    schemas(asked, findings)
}

/// A folder that is copied elsewhere all the time.
pub(super) fn shared(root: &Path) -> Option<Finding> {
    let real = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let name = real.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).find(|name| {
        let small = name.to_lowercase();
        // OneDrive of an office is called "OneDrive - So Tai chinh".
        SHARED.iter().any(|shared| small == *shared || small.strip_prefix(shared).is_some_and(|rest| rest.starts_with([' ', '-', '_', '('])))
    })?;
    Some(Finding::remark(
        "shared-folder",
        Said::new(
            format!("Trang nằm trong thư mục đồng bộ “{name}”: phần mềm đồng bộ có thể giữ tệp đúng lúc máy ghi, hoặc đưa về bản cũ."),
            format!("The site lies in the shared folder “{name}”: the program that copies it may hold a file while it is written, or bring an old one back."),
        ),
        Said::new(
            "tạm dừng đồng bộ khi dựng hay nhập; hoặc để trang ở thư mục khác, chẳng hạn D:\\trang, rồi chép public lên.",
            "pause it during a build or an import; or keep the site elsewhere, such as D:\\site, and copy public from there.",
        ),
    ))
}

fn memory(around: &Around, findings: &mut Vec<Finding>) {
    let bytes = around::bytes(&around.memory);
    let what = Said::new(format!("Bộ nhớ đệm .minhbach: {} MB.", megabytes(bytes, ',')), format!("The memory .minhbach: {} MB.", megabytes(bytes, '.')));
    findings.push(match bytes > LARGE {
        true => Finding::remark(
            "memory",
            what,
            Said::new(
                "có thể xóa thư mục .minhbach: lần dựng sau lâu hơn, và máy quên lần dựng trước.",
                "the folder .minhbach can be deleted: the next build takes longer, and the last one is forgotten.",
            ),
        ),
        false => Finding::fine("memory", what.vi, what.en),
    });
}

fn published(around: &Around, findings: &mut Vec<Finding>) {
    let build = || Said::new("chạy minhbach build.", "run minhbach build.");
    if around.published.is_empty() {
        let what = Said::new("Trang chưa được dựng lần nào.", "The site has not been built yet.");
        findings.push(Finding::remark("published", what, build()));
        return;
    }
    // A build that finds nothing to write still renews its memory.
    let made = around::newest(around.published.iter().chain(&around.memory));
    let newest = around::newest(around.content());
    findings.push(match (newest, made) {
        (Some((entry, time)), Some((_, made))) if time > made => Finding::remark(
            "published",
            Said::new(format!("Tệp {} mới hơn trang đã dựng trong public.", entry.name), format!("{} is newer than the site in public.", entry.name)),
            build(),
        ),
        _ => Finding::fine("published", "Trang đã dựng không cũ hơn nội dung.", "The built site is not older than the content."),
    });
}

/// Holds `.schema/` against what it would be now.
fn schemas(asked: &Asked, findings: &mut Vec<Finding>) -> Option<String> {
    // Whoever looks at a site as a whole brings an interrupted writing to its end, and here nothing is changed.
    if mend::is_waiting(&asked.root) {
        return None;
    }
    let looked = pipeline::look(&asked.root, &mut Vec::new()).ok().flatten()?;
    let language = looked.config.first_language().to_owned();
    if asked.root.join(".schema").is_dir() {
        let names = Names::of(&looked.record, &looked.config);
        let is_old = |path: &str, text: &str| std::fs::read_to_string(asked.root.join(path)).map_or(true, |held| held.replace("\r\n", "\n") != text);
        let old_in = |tongue: Tongue| -> Vec<String> {
            schema::files(&names, tongue).iter().filter(|file| is_old(&file.path, &file.text)).map(|file| file.path.clone()).collect()
        };
        // They may have been asked for in either language.
        let (vi, en) = (old_in(Tongue::Vi), old_in(Tongue::En));
        let old = if en.len() < vi.len() { en } else { vi };
        findings.push(match old.is_empty() {
            true => Finding::fine("schemas", "Lược đồ cho trình soạn thảo đúng với trang hiện nay.", "The schemas for editors say what the site is now."),
            false => Finding::remark(
                "schemas",
                at_places("Lược đồ cho trình soạn thảo đã cũ", "The schemas for editors are out of date", &old),
                Said::new("chạy minhbach schema.", "run minhbach schema."),
            ),
        });
    }
    Some(language)
}
