//! How fast `minhbach build` is, how much memory it takes, and how both grow with the site.
//!
//! `cargo bench` makes Vietnamese corpora in a temporary folder and measures S and M; `cargo bench -- L` or
//! `-- all` measures more. Everything is compared with `cp -r` of the finished output on the same machine in
//! the same run. Timing never fails here: a target missed is printed as missed. Only a build that does not
//! succeed at all ends the bench with code 1.

#![allow(clippy::print_stdout, reason = "a bench speaks to the person who runs it")]
#![allow(clippy::float_arithmetic, reason = "these are times and sizes, not published numbers")]

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::{Corpus, SIZES, Size};
use table::{Growth, Measured};

mod chance;
mod corpus;
mod live;
mod measure;
mod numeral;
mod place;
mod programme;
mod prose;
mod report;
mod rounds;
mod sheet;
mod table;

const HELP: &str = "\
Usage: cargo bench -- [S] [M] [L] [all] [--rounds N] [--keep DIR]
       cargo bench -- live [S] [M] [L] [all] [--rounds N] [--keep DIR]
       cargo bench -- --make DIR SIZE

  S, M, L, all   sizes to measure (S and M when none is named)
  live           how soon `serve` shows a saved file (L when no size is named)
  --rounds N     pairs of build and cp -r for each kind of build (3; 1 for L); with live, saves of each kind (5)
  --keep DIR     write the corpora into DIR and leave them there
  --make DIR S   only write a corpus of one size into DIR
";

/// What was asked for.
#[derive(Default)]
struct Wish {
    sizes: Vec<Size>,
    rounds: Option<u32>,
    keep: Option<PathBuf>,
    make: Option<PathBuf>,
    live: bool,
    from_cargo: bool,
}

fn main() -> ExitCode {
    let Some(wish) = read(std::env::args().skip(1)) else {
        eprint!("{HELP}");
        return ExitCode::from(2);
    };
    if !wish.from_cargo && wish.sizes.is_empty() && !wish.live {
        // `cargo test --all-targets` runs benches too, and nobody who tests wants to wait for this one.
        println!("Nothing was measured. Run `cargo bench`, or name a size.");
        return ExitCode::SUCCESS;
    }
    let result = match &wish.make {
        Some(folder) => make(folder, &wish.sizes),
        None if wish.live => measure_live(&wish),
        None => measure_all(&wish),
    };
    result.map_or_else(
        |error| {
            eprintln!("The bench stopped: {error}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

/// The arguments; `None` when one of them is not known.
fn read(mut typed: impl Iterator<Item = String>) -> Option<Wish> {
    let mut wish = Wish::default();
    while let Some(word) = typed.next() {
        match word.as_str() {
            // Cargo adds this one to what was typed.
            "--bench" => wish.from_cargo = true,
            "--rounds" => wish.rounds = Some(typed.next()?.parse().ok().filter(|rounds| *rounds > 0)?),
            "--keep" => wish.keep = Some(typed.next()?.into()),
            "--make" => wish.make = Some(typed.next()?.into()),
            "live" => wish.live = true,
            "all" => wish.sizes = SIZES.to_vec(),
            letter => {
                let size = SIZES.into_iter().find(|size| size.letter.eq_ignore_ascii_case(letter))?;
                if !wish.sizes.contains(&size) {
                    wish.sizes.push(size);
                }
            }
        }
    }
    let fits = wish.make.is_none() || wish.sizes.len() == 1;
    fits.then_some(wish)
}

fn make(folder: &Path, sizes: &[Size]) -> io::Result<()> {
    for size in sizes {
        let corpus = Corpus::write(&here(folder)?, *size)?;
        println!("{} is in {}", size.letter, corpus.root.display());
    }
    Ok(())
}

fn measure_live(wish: &Wish) -> io::Result<()> {
    let sizes = if wish.sizes.is_empty() { vec![SIZES[2]] } else { wish.sizes.clone() };
    let workshop = Workshop::open(wish.keep.as_deref())?;
    println!("From a saved file to the new page, through the real `serve`: the file is written, /_live/wait answers, the page is fetched.");
    println!("Wall times on a machine that may do other things too; the goal is held against the median. MB are powers of ten.\n");
    for size in sizes {
        eprintln!("  {}: writing the corpus", size.letter);
        let corpus = Corpus::write(&workshop.folder.join(size.letter), size)?;
        println!("{}: {} districts, {} years, {} reports", size.letter, size.areas, size.years, size.reports);
        live::measure(&corpus, wish.rounds.unwrap_or(5))?;
        if wish.keep.is_none() {
            corpus::remove(&corpus.root)?;
        }
    }
    Ok(())
}

fn measure_all(wish: &Wish) -> io::Result<()> {
    let mut sizes = if wish.sizes.is_empty() { SIZES[..2].to_vec() } else { wish.sizes.clone() };
    sizes.sort_by_key(|size| size.reports);
    let workshop = Workshop::open(wish.keep.as_deref())?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("minhbach build against cp -r of its output: {cores} cores (the targets are set for two), in {}", workshop.folder.display());
    println!("Nothing is synced: builds and copies both write to the page cache. Sources are warm, having just been written.");
    println!("Times are wall times, medians of the rounds with their ends; a ratio is that of a build to the copy made right after it.");
    println!("Peak memory is VmHWM of /proc/<pid>/status, read every 5 ms. MB and KB are powers of ten.\n");
    let mut measured: Vec<Measured> = Vec::new();
    for size in sizes {
        let rounds = wish.rounds.unwrap_or(if size.letter == "L" { 1 } else { 3 });
        eprintln!("  {}: writing the corpus", size.letter);
        let corpus = Corpus::write(&workshop.folder.join(size.letter), size)?;
        let result = Measured { size, series: rounds::of(&corpus, rounds)? };
        println!("{result}");
        println!("   stages of one more full build with minify-html (build --timings):");
        let run = rounds::stages(&corpus)?;
        if run.code == 0 {
            println!("{}", run.said.trim_end());
        } else {
            println!("   not told: the build ended with code {}.", run.code);
        }
        println!();
        measured.push(result);
        if wish.keep.is_none() {
            corpus::remove(&corpus.root)?;
        }
    }
    if let [small, .., large] = measured.as_slice() {
        println!("{}", Growth(small, large));
    }
    Ok(())
}

/// Where corpora lie while they are measured: cleared away afterwards, unless they are to be kept.
struct Workshop {
    folder: PathBuf,
    kept: bool,
}

impl Workshop {
    fn open(keep: Option<&Path>) -> io::Result<Workshop> {
        let folder = match keep {
            Some(folder) => here(folder)?,
            None => std::env::temp_dir().join(format!("minhbach-bench-{}", std::process::id())),
        };
        std::fs::create_dir_all(&folder)?;
        Ok(Workshop { folder, kept: keep.is_some() })
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if !self.kept
            && let Err(error) = corpus::remove(&self.folder)
        {
            eprintln!("{} could not be removed: {error}", self.folder.display());
        }
    }
}

/// A folder as an absolute path: cargo starts a bench in the package's folder, so a relative one counts
/// from there.
fn here(folder: &Path) -> io::Result<PathBuf> {
    std::path::absolute(folder)
}
