//! What may be typed after `check`; `build.rs` runs it, for both are one engine.
//!
//! May use: nothing; crates clap.

use clap::Command;

use super::words::Words;

/// `check`.
pub fn command(words: &Words) -> Command {
    words
        .command("check", "kiemtra", "Kiểm tra mọi tệp, không ghi gì", "Check every file, write nothing")
        .arg(words.flag(
            "fix",
            "Tự sửa những chỗ chắc chắn: phím Tab, dấu ghép rời, mục gõ nhầm, liên kết của con số",
            "Mend what is certain: Tabs, accents, mistyped fields, links of numbers",
        ))
        .arg(words.strict())
        .arg(words.timings())
}
