//! The media types of the files a site has.
//!
//! May use: nothing.

/// Endings, each with its type; texts are told to be UTF-8.
pub const TYPES: [(&str, &str); 23] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("gif", "image/gif"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("ogg", "audio/ogg"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("zip", "application/zip"),
];

/// How many of `TYPES` are texts, which get smaller when compressed.
pub const TEXTS: usize = 8;

/// The ending of a path, in small letters.
pub fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// The type of a file.
pub fn of(path: &str) -> &'static str {
    let ending = ending(path);
    // A feed is XML, but readers of feeds look for its own type.
    if path.ends_with("feed.xml") {
        return "application/atom+xml; charset=utf-8";
    }
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}

/// Whether a file gets smaller when compressed.
pub fn is_packed(path: &str) -> bool {
    let ending = ending(path);
    TYPES[..TEXTS].iter().any(|(known, _)| *known == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compressed_and_pictures_are_not() {
        for (path, kind, packed) in [
            ("index.html", "text/html; charset=utf-8", true),
            ("don-vi/a/so-lieu.CSV", "text/csv; charset=utf-8", true),
            ("feed.xml", "application/atom+xml; charset=utf-8", true),
            ("tep/a.b/anh.jpg", "image/jpeg", false),
            ("tep/a.b/khong-duoi", "application/octet-stream", false),
        ] {
            assert_eq!((of(path), is_packed(path)), (kind, packed), "{path}");
        }
        assert!(TYPES[..TEXTS].iter().all(|(_, kind)| kind.contains("charset")) && TYPES[TEXTS..].iter().all(|(_, kind)| !kind.contains("charset")));
    }
}
