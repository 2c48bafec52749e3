//! What was measured, in tables a person can read and compare with the targets.
//!
//! MB and KB are 1,000,000 and 1,000 bytes throughout.

use std::fmt;
use std::time::Duration;

use crate::corpus::Size;
use crate::rounds::{Build, Series};

/// Memory a build may hold whatever its size, and for each page, in bytes.
const MEMORY: (f64, f64) = (60e6, 12e3);

/// The results of one size.
pub struct Measured {
    /// The size.
    pub size: Size,
    /// A series for each kind of build.
    pub series: Vec<Series>,
}

/// The middle of several values, and their ends.
struct Spread {
    low: f64,
    middle: f64,
    high: f64,
}

impl Spread {
    fn of(values: impl Iterator<Item = f64>) -> Spread {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
        let (half, last) = (values.len() / 2, values.len().saturating_sub(1));
        let middle = if values.len().is_multiple_of(2) { (at(half.saturating_sub(1)) + at(half)) / 2.0 } else { at(half) };
        Spread { low: at(0), middle, high: at(last) }
    }
}

impl Spread {
    fn written(&self, decimals: usize) -> String {
        let Spread { low, middle, high } = self;
        if low.total_cmp(high).is_eq() { format!("{middle:.decimals$}") } else { format!("{middle:.decimals$} ({low:.decimals$}–{high:.decimals$})") }
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

impl Series {
    fn times(&self) -> Spread {
        Spread::of(self.pairs.iter().map(|pair| milliseconds(pair.build.time)))
    }

    fn copies(&self) -> Spread {
        Spread::of(self.pairs.iter().map(|pair| milliseconds(pair.copy.time)))
    }

    fn ratios(&self) -> Spread {
        Spread::of(self.pairs.iter().map(|pair| pair.build.time.as_secs_f64() / pair.copy.time.as_secs_f64()))
    }

    /// The highest of all rounds, in bytes.
    fn peak(&self) -> f64 {
        self.pairs.iter().map(|pair| pair.build.peak).max().unwrap_or(0) as f64
    }

    fn pages(&self) -> f64 {
        self.output.pages.max(1) as f64
    }
}

/// Whether a measured value keeps to its target.
fn verdict(measured: f64, target: f64, unit: &str) -> String {
    if measured <= target { "met".to_owned() } else { format!("missed by {:.2}{unit}", measured - target) }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Size { letter, areas, years, reports } = self.size;
        let output = self.series.iter().find(|s| s.build == Build::Full).map(|s| s.output).unwrap_or_default();
        writeln!(f, "{letter}: {areas} areas × {years} years + {reports} reports")?;
        writeln!(f, "   {} pages, {} files, {:.1} MB with minify-html", output.pages, output.files, output.bytes as f64 / 1e6)?;
        let heads = ["build", "pages", "files", "MB", "ms", "cp -r ms", "ratio to cp -r", "target", "peak MB", "KB/page"];
        let mut rows = vec![heads.map(str::to_owned)];
        for series in &self.series {
            let target = series.build.target();
            rows.push([
                series.build.name().to_owned(),
                series.output.pages.to_string(),
                series.output.files.to_string(),
                format!("{:.1}", series.output.bytes as f64 / 1e6),
                series.times().written(0),
                series.copies().written(0),
                series.ratios().written(2),
                target.map_or("none".to_owned(), |target| format!("≤ {target:.1}: {}", verdict(series.ratios().middle, target, ""))),
                format!("{:.1}", series.peak() / 1e6),
                format!("{:.1}", series.peak() / 1e3 / series.pages()),
            ]);
        }
        write_table(f, &rows)?;
        for series in &self.series {
            let allowed = MEMORY.0 + MEMORY.1 * series.pages();
            let peak = series.peak();
            let words = if peak > 0.0 { verdict(peak / 1e6, allowed / 1e6, " MB") } else { "not measured".to_owned() };
            writeln!(f, "   memory, {}: {:.1} MB of the {:.1} MB allowed: {words}", series.build.name(), peak / 1e6, allowed / 1e6)?;
        }
        Ok(())
    }
}

/// How time and memory of a full build grow from the smallest size to the largest.
pub struct Growth<'m>(pub &'m Measured, pub &'m Measured);

impl fmt::Display for Growth<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Growth(small, large) = self;
        writeln!(f, "Growth from {} to {}: neither time nor memory of a page may rise", small.size.letter, large.size.letter)?;
        let mut rows = vec![["build", "µs/page", "then", "times", "", "cp -r", "KB/page", "then", "times", ""].map(str::to_owned)];
        for (before, after) in small.series.iter().zip(&large.series) {
            let time = |series: &Series| series.times().middle * 1e3 / series.pages();
            let copying = |series: &Series| series.copies().middle * 1e3 / series.pages();
            let memory = |series: &Series| series.peak() / 1e3 / series.pages();
            let grown = |one: f64, two: f64| if one > 0.0 { two / one } else { 0.0 };
            let (slower, larger) = (grown(time(before), time(after)), grown(memory(before), memory(after)));
            rows.push([
                before.build.name().to_owned(),
                format!("{:.1}", time(before)),
                format!("{:.1}", time(after)),
                format!("× {slower:.2}"),
                verdict(slower, 1.0, ""),
                format!("× {:.2}", grown(copying(before), copying(after))),
                format!("{:.1}", memory(before)),
                format!("{:.1}", memory(after)),
                format!("× {larger:.2}"),
                verdict(larger, 1.0, ""),
            ]);
        }
        write_table(f, &rows)?;
        writeln!(f, "   cp -r: how many times as long a page took to copy; what exceeds 1 there is the machine's share.")
    }
}

/// Rows with columns as wide as their widest cell: the first to the left, the others to the right.
fn write_table<const N: usize>(f: &mut fmt::Formatter<'_>, rows: &[[String; N]]) -> fmt::Result {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    for row in rows {
        let mut line = String::from("  ");
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            line += &if column == 0 { format!(" {cell:<width$}") } else { format!("  {cell:>width$}") };
        }
        writeln!(f, "{}", line.trim_end())?;
    }
    Ok(())
}
