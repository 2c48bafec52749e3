//! The suites that need more than Rust. `cargo test` names them as left out; each is a script that installs what it needs.

use std::path::Path;
use std::process::Command;

fn goes_well(script: &str) {
    let status =
        Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(script)).env("MINHBACH", env!("CARGO_BIN_EXE_minhbach")).status().expect("bash is there");
    assert!(status.success(), "{script} found something wrong; its words are above");
}

#[test]
#[ignore = "LEFT OUT, needs Node.js: tests/day/run"]
fn an_officers_day_goes_well() {
    goes_well("tests/day/run");
}

#[test]
#[ignore = "LEFT OUT, needs Chromium, Java and Node.js: tests/browser/run"]
fn a_real_browser_finds_nothing_wrong() {
    goes_well("tests/browser/run");
}
