//! One run of a command: how long it took, how much memory it had at most, and what it said.
//!
//! Memory is the kernel's own high-water mark of the process (`VmHWM` of `/proc/<pid>/status`), read every
//! five milliseconds until the process ends; only what it grows by in its last moments can be missed.
//! `wait4` would tell exactly, but needs unsafe code or another crate. Elsewhere than on Linux memory is
//! not measured.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What one run cost.
pub struct Run {
    /// Wall time from start to end.
    pub time: Duration,
    /// Most memory held, in bytes; 0 when it could not be read.
    pub peak: u64,
    /// Exit code; -1 when ended by a signal.
    pub code: i32,
    /// What it wrote to standard error.
    pub said: String,
}

/// Runs a command in `folder` and waits for it.
pub fn run(command: &mut Command, folder: &Path) -> io::Result<Run> {
    // A file instead of a pipe: nobody has to read along, and the command never waits for a reader.
    let log = std::env::temp_dir().join(format!("minhbach-bench-{}.log", std::process::id()));
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&log)?);
    let ended = AtomicBool::new(false);
    let start = Instant::now();
    let mut child = command.spawn()?;
    let status = File::open(format!("/proc/{}/status", child.id()));
    let (result, time, peak) = thread::scope(|scope| {
        let watch = scope.spawn(|| status.map_or(0, |status| highest(status, &ended)));
        let result = child.wait();
        let time = start.elapsed();
        ended.store(true, Ordering::Relaxed);
        (result, time, watch.join().unwrap_or(0))
    });
    let said = String::from_utf8_lossy(&std::fs::read(&log)?).into_owned();
    std::fs::remove_file(&log)?;
    Ok(Run { time, peak, code: result?.code().unwrap_or(-1), said })
}

/// Follows a process until it ends. The open file belongs to this process alone: once it is gone, reading
/// fails, even if another process has got its number.
fn highest(mut status: File, ended: &AtomicBool) -> u64 {
    let mut peak = 0;
    let mut text = String::new();
    while !ended.load(Ordering::Relaxed) {
        text.clear();
        if status.seek(SeekFrom::Start(0)).and_then(|_| status.read_to_string(&mut text)).is_err() {
            break;
        }
        let kibibytes = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
        peak = peak.max(kibibytes.unwrap_or(0) * 1024);
        thread::sleep(Duration::from_millis(5));
    }
    peak
}

/// What a finished site consists of.
#[derive(Clone, Copy, Default)]
pub struct Output {
    /// HTML files.
    pub pages: u64,
    /// All files.
    pub files: u64,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Counts the files of a folder.
pub fn output(folder: &Path) -> io::Result<Output> {
    let mut sum = Output::default();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                open.push(entry.path());
                continue;
            }
            sum.files += 1;
            sum.bytes += entry.metadata()?.len();
            sum.pages += u64::from(entry.path().extension().is_some_and(|end| end == "html"));
        }
    }
    Ok(sum)
}
