//! The figures of one sheet as lines: a permanent address and a value, sorted.
//!
//! Invariant: one address, one line; the same figures give the same lines on every machine.
//!
//! May use: model, figures; crates blake3.

use super::canon;
use crate::figures::{About, FigureIx, Origin, Rule, SheetFigures};
use crate::model::{Quantity, Reading, Record, Sheet, Subject, Unit};

/// One figure as a release writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The permanent address within its sheet.
    pub address: String,
    /// The value, as `canon` writes it.
    pub value: String,
    /// For a counted figure its rule and how many inputs it has: `share-assigned 2`.
    pub rule: Option<String>,
}

impl Line {
    /// Whether a source stated it.
    pub fn is_stated(&self) -> bool {
        self.rule.is_none()
    }

    /// The line as it stands in the file.
    pub fn written(&self) -> String {
        match &self.rule {
            None => format!("{} = {}", self.address, self.value),
            Some(rule) => format!("{} := {} <- {rule}", self.address, self.value),
        }
    }

    /// A line of a file, read; `None` when it is none that `written` makes.
    pub fn read(text: &str) -> Option<Line> {
        let (address, rest) = text.split_once(' ')?;
        let (value, rule) = match rest.strip_prefix("= ") {
            Some(value) => (value, None),
            None => rest.strip_prefix(":= ")?.rsplit_once(" <- ").map(|(value, rule)| (value, Some(rule.to_owned())))?,
        };
        let known = |c: char| c.is_ascii_alphanumeric() || "-_/@~".contains(c);
        let sound = !address.is_empty() && address.chars().all(known) && canon::read(value).is_some();
        let counted = rule.as_ref().is_none_or(|rule| rule.split_once(' ').is_some_and(|(_, n)| n.parse::<u32>().is_ok()));
        (sound && counted).then(|| Line { address: address.to_owned(), value: value.to_owned(), rule })
    }
}

/// All figures of a sheet, sorted by address.
#[derive(Clone, Debug)]
pub struct Listing {
    /// `nam-nhun/2024`
    pub name: String,
    /// The lines, each with the figure it tells of.
    pub lines: Vec<(Line, FigureIx)>,
}

/// The name of a sheet in releases and addresses.
pub fn name(record: &Record, figures: &SheetFigures) -> String {
    format!("{}/{}", record.area(figures.area).id, figures.period.slug())
}

/// The address without its day and without what tells it from others on the same line.
pub fn base(address: &str) -> &str {
    &address[..address.find(['@', '~']).unwrap_or(address.len())]
}

/// Lists the figures of a sheet.
pub fn of(record: &Record, sheet: &Sheet, figures: &SheetFigures) -> Listing {
    let all = 0..figures.figures.len() as FigureIx;
    let mut lines: Vec<(Line, FigureIx)> = all
        .map(|ix| {
            let rule = match &figures.figure(ix).origin {
                Origin::Counted { rule, inputs, .. } => Some(format!("{} {}", rule_name(*rule), inputs.len())),
                Origin::Stated(_) | Origin::Replaced(_) => None,
            };
            (Line { address: figures.permanent(sheet, ix), value: value(record, sheet, figures, ix), rule }, ix)
        })
        .collect();
    lines.sort_by(|(a, _), (b, _)| (&a.address, &a.value).cmp(&(&b.address, &b.value)));
    // Two figures of one address would be a mistake of ours; a release must be readable all the same.
    let mut twins = 1;
    for at in 1..lines.len() {
        let first = lines[at - twins].0.address.clone();
        twins = if lines[at].0.address == first { twins + 1 } else { 1 };
        if twins > 1 {
            lines[at].0.address = format!("{first}~{twins}");
        }
    }
    lines.sort_by(|(a, _), (b, _)| a.address.cmp(&b.address));
    Listing { name: name(record, figures), lines }
}

/// The value of a figure. What an indicator counts stands in its programme; here it is part of the value: 4 communes
/// that become 4 households have changed.
pub fn value(record: &Record, sheet: &Sheet, figures: &SheetFigures, ix: FigureIx) -> String {
    let reading = figures.reading(sheet, ix);
    match &figures.figure(ix).about {
        About::Subject(Subject::Indicator(indicator, _)) if reading.unit == Unit::Bare && counts(&reading.quantity) => {
            let unit = match record.indicator(*indicator).unit.get("") {
                "%" => Unit::Percent,
                words => Unit::Of(words.to_owned()),
            };
            canon::line(&Reading { unit, ..reading.clone() })
        }
        _ => canon::line(reading),
    }
}

fn counts(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Exact(_) | Quantity::Range(..) | Quantity::Pair { .. })
}

impl Listing {
    /// Changes whenever a line does.
    pub fn digest(&self) -> [u8; 16] {
        let mut digest = Digest::default();
        self.lines.iter().for_each(|(line, _)| digest.add(&line.written()));
        digest.finish()
    }

    /// Changes whenever a stated line does.
    pub fn digest_of_stated(&self) -> [u8; 16] {
        let mut digest = Digest::default();
        self.stated().for_each(|line| digest.add(&line.written()));
        digest.finish()
    }

    /// The lines sources have stated.
    pub fn stated(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().map(|(line, _)| line).filter(|line| line.is_stated())
    }
}

/// A hash over lines, whatever their line ends.
#[derive(Default)]
pub struct Digest(blake3::Hasher);

impl Digest {
    /// Adds a line.
    pub fn add(&mut self, line: &str) {
        self.0.update(line.as_bytes()).update(b"\n");
    }

    /// The hash.
    pub fn finish(&self) -> [u8; 16] {
        let mut half = [0; 16];
        half.copy_from_slice(&self.0.finalize().as_bytes()[..16]);
        half
    }
}

fn rule_name(rule: Rule) -> String {
    let name = rule.name().trim_start_matches("rule-");
    match rule {
        Rule::ShareOf(of) => format!("{name}-{}", of.name()),
        _ => name.to_owned(),
    }
}
