//! What Windows is told about the program before it runs, and how the program of the tests is linked on Linux; into what
//! people run, nothing is built in on any other system.
//!
//! Windows reads it from a manifest inside `minhbach.exe`: paths may be longer than 260 characters where the machine allows
//! it, words between programs are UTF-8, and the program never asks for the rights of an administrator.
//! <https://learn.microsoft.com/windows/win32/sbscs/application-manifests>
//!
//! Chosen: a build script, because only a linker puts a manifest into the file. Refused: a file `minhbach.exe.manifest`
//! beside it, because the program is handed on as one file.
//!
//! May use: nothing; crates embed-manifest.

use embed_manifest::manifest::ExecutionLevel::AsInvoker;
use embed_manifest::{embed_manifest, new_manifest};

// Cargo listens to what a build script prints.
#[allow(clippy::print_stdout)]
fn main() {
    println!("cargo:rerun-if-changed=src/build.rs");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_some() {
        // The crate's own manifest has long paths and UTF-8 already. Its part about drawn controls would load a library
        // for windows, and there are none here.
        let manifest = new_manifest("minhbach").requested_execution_level(AsInvoker).remove_dependency("Microsoft.Windows.Common-Controls");
        // OK because without its manifest the program is not to be built.
        embed_manifest(manifest).expect("the manifest can be written where Cargo says");
    }
    // `minify-html` brings a table of ten million bytes that are addresses. Where a program may lie anywhere, all of them
    // are written anew at each start, which the tests do two thousand times: theirs lies at one place. What people run keeps
    // lying anywhere, which is harder to attack.
    let is = |what: &str, wanted: &str| std::env::var(what).is_ok_and(|value| value == wanted);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "debug") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
