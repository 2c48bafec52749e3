//! A release: everything that was published on one day, in one small text file.
//!
//! ```text
//! minhbach-release 1
//! label: 2024-quy-1
//! date: 2024-04-05
//!
//! nam-nhun/2024
//! ntm/investment/disbursed@2024-03-31 = 780 million_dong
//! ntm/investment/progress@2024-03-31 := 31.4 percent <- share-assigned 2
//!
//! end: 2 figures, sum 5d41402abc4b2a76
//! ```
//!
//! Invariant: a release is read whole or not at all; a line that was changed, lost or added later is noticed.
//! A country's release has hundreds of thousands of lines: only where each sheet stands is kept in memory.
//!
//! May use: diag; crates jiff.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::listing::{Digest, Line, Listing};
use super::problems::{self, Damage};
use crate::diag::{Checked, Place, Spot};

const FIRST: &str = "minhbach-release 1";

/// Where the lines of one sheet stand in a release.
#[derive(Clone, Debug)]
pub struct Section {
    /// `nam-nhun/2024`
    pub name: String,
    /// Changes whenever a line does.
    pub digest: [u8; 16],
    /// How many figures it has.
    pub figures: u32,
    /// The line of its first figure.
    line: u32,
    /// Where its lines begin and how many bytes they have.
    from: u64,
    length: u64,
}

/// A release that was read.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its label, which is also the name of its file.
    pub label: String,
    /// Its day.
    pub date: Date,
    /// Its file, relative to the site folder.
    pub file: Arc<str>,
    /// Its sheets by name.
    pub sections: Vec<Section>,
    disk: PathBuf,
}

impl Release {
    /// The sheet of a name.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections.binary_search_by(|s| s.name.as_str().cmp(name)).ok().map(|at| &self.sections[at])
    }

    /// The lines of a sheet, with their numbers in the file. A file that changed under our hands has none.
    pub fn lines(&self, section: &Section) -> Vec<(u32, Line)> {
        self.text(section).map_or_else(Vec::new, |text| {
            let lines = text.lines().enumerate();
            lines.filter_map(|(at, text)| Some((section.line + at as u32, Line::read(text)?))).collect()
        })
    }

    /// The lines of the sheet of a name.
    pub fn lines_of(&self, name: &str) -> Vec<(u32, Line)> {
        self.section(name).map_or_else(Vec::new, |section| self.lines(section))
    }

    fn text(&self, section: &Section) -> Option<String> {
        let mut file = File::open(&self.disk).ok()?;
        file.seek(SeekFrom::Start(section.from)).ok()?;
        let mut text = String::new();
        file.take(section.length).read_to_string(&mut text).ok()?;
        let mut digest = Digest::default();
        text.lines().for_each(|line| digest.add(line));
        (digest.finish() == section.digest).then_some(text)
    }

    /// How many figures it has.
    pub fn figures(&self) -> u64 {
        self.sections.iter().map(|s| u64::from(s.figures)).sum()
    }

    /// A line of it as a place.
    pub fn place(&self, line: u32) -> Place {
        Place::at(&self.file, Spot { line, column: 1, width: 1 })
    }
}

/// Reads a release. `file` is its path in the site, `disk` where it lies.
pub fn read(file: &Arc<str>, disk: &Path) -> Checked<Option<Release>> {
    match File::open(disk).map(BufReader::new).map(|lines| Reader::new(file, disk, lines).read()) {
        Ok(Ok(release)) => Checked::sound(Some(release)),
        Ok(Err((line, damage))) => Checked { value: None, problems: vec![problems::release_damaged(file, line, &damage)] },
        Err(error) => Checked { value: None, problems: vec![problems::release_damaged(file, 0, &Damage::Machine(error.to_string()))] },
    }
}

struct Reader<'r> {
    file: &'r Arc<str>,
    disk: &'r Path,
    lines: BufReader<File>,
    /// The line that was read last, and the bytes read so far.
    number: u32,
    bytes: u64,
    text: String,
}

type Hurt = (u32, Damage);

impl<'r> Reader<'r> {
    fn new(file: &'r Arc<str>, disk: &'r Path, lines: BufReader<File>) -> Self {
        Reader { file, disk, lines, number: 0, bytes: 0, text: String::new() }
    }

    /// The next line without its end; `None` at the end of the file.
    fn next(&mut self) -> Result<Option<()>, Hurt> {
        self.text.clear();
        self.number += 1;
        match self.lines.read_line(&mut self.text) {
            Ok(0) => Ok(None),
            Ok(read) => {
                self.bytes += read as u64;
                let end = self.text.trim_end_matches(['\n', '\r']).len();
                self.text.truncate(end);
                Ok(Some(()))
            }
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err((self.number, Damage::Letters)),
            Err(error) => Err((self.number, Damage::Machine(error.to_string()))),
        }
    }

    fn head(&mut self, key: &str) -> Result<String, Hurt> {
        self.next()?;
        let found = self.text.strip_prefix(key).and_then(|rest| rest.strip_prefix(": ")).map(str::to_owned);
        found.ok_or_else(|| (self.number, Damage::Head(key.to_owned())))
    }

    fn read(mut self) -> Result<Release, Hurt> {
        self.next()?;
        if self.text.trim_start_matches('\u{feff}') != FIRST {
            return Err((1, Damage::First));
        }
        let label = self.head("label")?;
        let date = self.head("date")?;
        let Ok(date) = date.parse::<Date>() else { return Err((self.number, Damage::Head("date".to_owned()))) };
        let mut sum = Digest::default();
        [label.as_str(), &date.to_string()].iter().for_each(|text| sum.add(text));
        let mut sections: Vec<Section> = Vec::new();
        let mut figures = 0_u64;
        loop {
            if self.next()?.is_none() {
                return Err((self.number, Damage::CutOff));
            }
            if !self.text.is_empty() {
                return Err((self.number, Damage::Line(self.text)));
            }
            if self.next()?.is_none() {
                return Err((self.number, Damage::CutOff));
            }
            if let Some(end) = self.text.strip_prefix("end: ") {
                let expected = ended(figures, &sum);
                if end != expected {
                    let counted = expected.split_once(',').map_or("", |(count, _)| count);
                    let number = self.number;
                    return Err((number, if end.split(',').next() == Some(counted) { Damage::Sum } else { Damage::Count(end.to_owned(), figures) }));
                }
                break;
            }
            let section = self.section(sections.last().map(|s| s.name.as_str()))?;
            figures += u64::from(section.figures);
            sum.add(&section.name);
            sum.add(&hex(&section.digest));
            sections.push(section);
        }
        while self.next()?.is_some() {
            if !self.text.is_empty() {
                return Err((self.number, Damage::Line(self.text)));
            }
        }
        Ok(Release { label, date, file: self.file.clone(), disk: self.disk.to_owned(), sections })
    }

    /// A sheet: its name has just been read, its lines go on to the next blank one.
    fn section(&mut self, before: Option<&str>) -> Result<Section, Hurt> {
        let name = self.text.clone();
        let sound = name.split_once('/').is_some_and(|(area, period)| !area.is_empty() && !period.is_empty()) && !name.contains([' ', '=', '@']);
        if !sound || before.is_some_and(|before| before >= name.as_str()) {
            return Err((self.number, Damage::Line(name)));
        }
        let (from, line) = (self.bytes, self.number + 1);
        let (mut digest, mut figures, mut length) = (Digest::default(), 0, 0);
        let mut last = String::new();
        loop {
            let ahead = self.lines.fill_buf().map_err(|error| (self.number, Damage::Machine(error.to_string())))?;
            if ahead.is_empty() || matches!(ahead[0], b'\n' | b'\r') {
                return Ok(Section { name, digest: digest.finish(), figures, line, from, length });
            }
            self.next()?;
            match Line::read(&self.text) {
                Some(line) if line.address > last => {
                    digest.add(&self.text);
                    last = line.address;
                }
                _ => return Err((self.number, Damage::Line(std::mem::take(&mut self.text)))),
            }
            figures += 1;
            length = self.bytes - from;
        }
    }
}

fn hex(digest: &[u8; 16]) -> String {
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn ended(figures: u64, sum: &Digest) -> String {
    format!("{figures} figures, sum {}", hex(&sum.finish()))
}

/// Writes a release, sheet by sheet in the order of their names. `keep` says which lines are kept.
pub fn write<'l>(
    out: &mut dyn Write,
    label: &str,
    date: Date,
    listings: impl Iterator<Item = std::borrow::Cow<'l, Listing>>,
    keep: impl Fn(&Line) -> bool,
) -> io::Result<u64> {
    let mut sum = Digest::default();
    [label, &date.to_string()].iter().for_each(|text| sum.add(text));
    let mut figures = 0;
    writeln!(out, "{FIRST}\nlabel: {label}\ndate: {date}\n")?;
    for listing in listings {
        let mut lines = listing.lines.iter().map(|(line, _)| line).filter(|line| keep(line)).peekable();
        if lines.peek().is_none() {
            continue;
        }
        writeln!(out, "{}", listing.name)?;
        let mut digest = Digest::default();
        for line in lines {
            let text = line.written();
            digest.add(&text);
            writeln!(out, "{text}")?;
            figures += 1;
        }
        sum.add(&listing.name);
        sum.add(&hex(&digest.finish()));
        writeln!(out)?;
    }
    writeln!(out, "end: {}", ended(figures, &sum))?;
    Ok(figures)
}

/// Why a label cannot be the name of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLabel {
    /// It holds other letters than `a`–`z`, `0`–`9` and `-`, or is empty or too long.
    Letters,
    /// Windows keeps the name for a device.
    Device,
}

/// Whether a label can be a file's name on every machine.
pub fn label(typed: &str) -> Result<(), BadLabel> {
    let letters = typed.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !letters || typed.is_empty() || typed.len() > 60 || typed.starts_with('-') || typed.ends_with('-') {
        return Err(BadLabel::Letters);
    }
    let port = typed.strip_prefix("com").or_else(|| typed.strip_prefix("lpt")).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    if port || matches!(typed, "con" | "prn" | "aux" | "nul") { Err(BadLabel::Device) } else { Ok(()) }
}
