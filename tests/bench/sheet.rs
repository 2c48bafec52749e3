//! Plans and results of one district and year: money of each programme, and a handful of indicators.
//!
//! Invariant: what is disbursed never exceeds what was assigned, the second snapshot never falls behind
//! the first where money is counted, and a stated rate is the rate of the amounts beside it.

use std::fmt::Write as _;

use crate::chance::Chance;
use crate::numeral::{rate, written};
use crate::programme::{Indicator, Programme, Programmes};

/// Everything one district promised and did in a year.
pub struct Sheet<'p> {
    /// The year.
    pub year: u64,
    lines: Vec<Line<'p>>,
    counts: Vec<Count<'p>>,
    /// Decimals of its amounts: whole millions, or thousandths of them.
    digits: u32,
}

/// Money of one programme and kind of capital, in the smallest part the sheet writes.
struct Line<'p> {
    programme: &'p Programme,
    capital: &'static str,
    /// None when nothing was assigned yet.
    assigned: Option<u64>,
    midyear: u64,
    yearend: u64,
    /// Decimals of the stated rate, where the source states one.
    rate_digits: Option<u32>,
}

/// One indicator with its target and what came of it, in tenths or ones.
struct Count<'p> {
    indicator: &'p Indicator,
    digits: u32,
    baseline: Option<u64>,
    target: u64,
    midyear: u64,
    yearend: u64,
    /// A word of the source before the target.
    hedge: &'static str,
    /// Whether the first half-year has only an expectation to show.
    only_expected: bool,
}

/// Where a sheet's numbers come from: ids of reports or documents.
pub struct Sources<'s> {
    /// Of the plan.
    pub plan: &'s str,
    /// Of the snapshot of 30 June.
    pub midyear: &'s str,
    /// Of the snapshot of 31 December.
    pub yearend: &'s str,
}

impl<'p> Sheet<'p> {
    /// The figures of one district and year.
    pub fn of(programmes: &'p Programmes, district: usize, year: u64) -> Sheet<'p> {
        let mut chance = Chance::of(&[2, district as u64, year]);
        let digits = if chance.happens(40) { 3 } else { 0 };
        let mut lines = Vec::new();
        for programme in &programmes.all {
            for (capital, low, high) in [("investment", 4_000, 96_000), ("recurrent", 600, 28_000)] {
                let shown = chance.between(low, high) * 10_u64.pow(digits) + if digits > 0 { chance.between(0, 999) } else { 0 };
                // Four lines in a hundred have paid nothing by midyear.
                let midyear = if chance.happens(4) { 0 } else { shown * chance.between(300, 4_800) / 10_000 };
                let yearend = (midyear + shown * chance.between(2_200, 5_100) / 10_000).min(shown);
                let assigned = (capital == "investment" || chance.happens(82)).then_some(shown);
                let rate_digits = chance.happens(65).then(|| chance.between(1, 2) as u32);
                lines.push(Line { programme, capital, assigned, midyear, yearend, rate_digits });
            }
        }
        let mut order: Vec<&Indicator> = programmes.indicators.iter().collect();
        chance.shuffle(&mut order);
        let several = chance.between(4, 6) as usize;
        let counts = order.into_iter().take(several).map(|indicator| count(indicator, &mut chance)).collect();
        Sheet { year, lines, counts, digits }
    }

    /// `plan.yaml`.
    pub fn plan(&self, name: &str, sources: &Sources<'_>) -> String {
        let mut text = format!(
            "# Vốn giao và mục tiêu năm {} của huyện {name}.\nyear: {}\nmoney_unit: triệu đồng\nsource: {}\nbudget:\n",
            self.year, self.year, sources.plan
        );
        for line in &self.lines {
            let assigned = line.assigned.map_or_else(|| "chưa giao".to_owned(), |amount| written(amount, self.digits));
            text += &format!("  - programme: {}\n    capital: {}\n    assigned: {assigned}\n", line.programme.id, line.capital);
        }
        text.push_str("targets:\n");
        for count in &self.counts {
            text += &format!("  - indicator: {}\n    target: {}{}\n", count.indicator.id, count.hedge, count.written(count.target));
            if let Some(baseline) = count.baseline {
                text += &format!("    baseline: {}\n", count.written(baseline));
            }
            text += &format!("    by: {}-12-31\n", self.year);
        }
        text
    }

    /// `results.yaml`.
    pub fn results(&self, name: &str, sources: &Sources<'_>) -> String {
        let mut text = format!("# Kết quả năm {} của huyện {name}, sáu tháng và cả năm.\nyear: {}\nmoney_unit: triệu đồng\nsnapshots:\n", self.year, self.year);
        for (day, source) in [("06-30", sources.midyear), ("12-31", sources.yearend)] {
            let midyear = day == "06-30";
            text += &format!("  - as_of: {}-{day}\n    source: {source}\n    budget:\n", self.year);
            for line in &self.lines {
                text.push_str(&line.result(midyear, self.digits));
            }
            text.push_str("    indicators:\n");
            for count in &self.counts {
                text += &format!("      - indicator: {}\n", count.indicator.id);
                text += &match (midyear, count.only_expected) {
                    (true, true) => format!("        forecast: dự kiến {}\n        by: {}-12-31\n", count.written(count.yearend), self.year),
                    (true, false) => format!("        actual: {}\n", count.written(count.midyear)),
                    (false, _) => format!("        actual: {}\n", count.written(count.yearend)),
                };
            }
        }
        text
    }

    /// One sentence on one programme's investment money, for a report: what was assigned in the year.
    pub fn promise(&self, programme: &Programme) -> Option<String> {
        let (line, assigned) = self.investment(programme)?;
        Some(format!("được giao {} triệu đồng vốn đầu tư của chương trình {}", written(assigned, self.digits), quoted(line.programme)))
    }

    /// The same for what was disbursed by midyear or by the end of the year.
    pub fn outcome(&self, programme: &Programme, midyear: bool) -> Option<String> {
        let (line, assigned) = self.investment(programme)?;
        let amount = if midyear { line.midyear } else { line.yearend };
        let digits = line.rate_digits.unwrap_or(1);
        Some(format!(
            "giải ngân {} trong {} triệu đồng vốn đầu tư của chương trình {}, đạt {}",
            written(amount, self.digits),
            written(assigned, self.digits),
            quoted(line.programme),
            rate(amount, assigned, digits)
        ))
    }

    fn investment(&self, programme: &Programme) -> Option<(&Line<'p>, u64)> {
        let line = self.lines.iter().find(|line| line.programme.id == programme.id && line.capital == "investment")?;
        line.assigned.map(|assigned| (line, assigned))
    }
}

fn quoted(programme: &Programme) -> String {
    format!("“{}”", programme.short)
}

impl Line<'_> {
    /// The line in a snapshot; nothing where no money was assigned.
    fn result(&self, midyear: bool, digits: u32) -> String {
        let Some(assigned) = self.assigned else { return String::new() };
        let mut text = format!("      - programme: {}\n        capital: {}\n", self.programme.id, self.capital);
        let amount = if midyear { self.midyear } else { self.yearend };
        if amount == 0 {
            text.push_str("        disbursed: chưa giải ngân\n");
            return text;
        }
        let _ = writeln!(text, "        disbursed: {}", written(amount, digits));
        if let Some(digits) = self.rate_digits {
            let _ = write!(text, "        stated_rate: {}\n        rate_of: assigned\n", rate(amount, assigned, digits));
        }
        text
    }
}

impl Count<'_> {
    fn written(&self, value: u64) -> String {
        let percent = if self.indicator.unit == "%" { "%" } else { "" };
        format!("{}{percent}", written(value, self.digits))
    }
}

/// A target and its results of a size that fits the indicator's unit.
fn count<'p>(indicator: &'p Indicator, chance: &mut Chance) -> Count<'p> {
    let hedge = if chance.happens(20) { "phấn đấu " } else { "" };
    let only_expected = chance.happens(15);
    let known_before = chance.happens(60);
    let share = indicator.unit == "%";
    let (digits, baseline, target, midyear, yearend) = if share && indicator.falls {
        let baseline = chance.between(110, 460);
        let target = baseline - chance.between(20, 60);
        let midyear = baseline - chance.between(5, 25);
        (1, known_before.then_some(baseline), target, midyear, midyear - chance.between(5, 45))
    } else if share {
        let baseline = chance.between(520, 860);
        let target = baseline + chance.between(20, 110);
        let midyear = baseline + chance.between(0, 40);
        (1, known_before.then_some(baseline), target, midyear, (midyear + chance.between(5, 80)).min(1_000))
    } else if indicator.unit.starts_with("điểm") {
        let target = chance.between(20, 65);
        let midyear = target * chance.between(20, 55) / 100;
        (1, None, target, midyear, midyear + target * chance.between(30, 60) / 100)
    } else {
        let (low, high) = match indicator.unit.as_str() {
            "xã" => (1, 6),
            "dự án" => (5, 10),
            "hộ" => (60, 1_400),
            _ => (4, 40),
        };
        let target = chance.between(low, high);
        let midyear = target * chance.between(10, 60) / 100;
        (0, None, target, midyear, midyear + target * chance.between(20, 60) / 100)
    };
    Count { indicator, digits, baseline, target, midyear, yearend, hedge, only_expected }
}
