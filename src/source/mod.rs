//! The files of a site as they lie on disk.
//!
//! Invariant: every path is relative to the site folder, written with `/`, in NFC, and stays inside it.
//!
//! May use: diag; crates walkdir, blake3, fs-err, unicode-normalization.
