//! Figures in the words of a message: what it measures, as typed, its address, its file and line.
//!
//! May use: model, figures, diag, i18n, values; crates rust_decimal.

use rust_decimal::Decimal;

use super::book::Book;
use super::{At, Counted, Span};
use crate::diag::Said;
use crate::figures::{What, rounding};
use crate::i18n::{NumberStyle, numbers};
use crate::model::{AsOf, Grain, Measure, MoneyUnit, Number, Unit};
use crate::values::{self, Locale};

/// The same words in both languages.
pub fn same(words: impl Into<String>) -> Said {
    let words = words.into();
    Said::new(words.clone(), words)
}

/// A number with its words, as the file has it.
pub fn typed(book: &Book<'_>, at: At) -> String {
    book.other(at.area, at.period).map_or_else(String::new, |book| match book.fact(at.figure) {
        Some(fact) => fact.reading.typed.clone(),
        None => book.reading(at.figure).number().map_or_else(String::new, |n| numbers::decimal(n, NumberStyle::VI)),
    })
}

/// Where a figure is written: `content/areas/nam-nhun/2024/results.yaml:26`.
pub fn written(book: &Book<'_>, at: At) -> String {
    let fact = book.other(at.area, at.period).and_then(|book| book.fact(at.figure));
    fact.map_or_else(String::new, |f| format!("{}:{}", f.place.file, f.place.spot.line))
}

/// A figure whole: đã giải ngân “38.111” (dtts-mn/investment/disbursed, content/areas/nam-nhun/2024/results.yaml:26).
pub fn whole(book: &Book<'_>, at: At) -> Said {
    let Some(own) = book.other(at.area, at.period) else { return same("") };
    let figure = own.own.figure(at.figure);
    let what = match figure.what {
        What::Measure(measure) => measure_words(measure),
        What::Available => Said::new("vốn được dùng", "available"),
        What::Progress => Said::new("tiến độ", "progress"),
    };
    let mut address = figure.address.clone();
    if (at.area, at.period) != (book.own.area, book.own.period) {
        address = format!("{}/{}/{address}", book.record.area(at.area).id, at.period.slug());
    }
    let tail = format!("“{}” ({address}, {})", typed(book, at), written(book, at));
    Said::new(format!("{} {tail}", what.vi), format!("{} {tail}", what.en))
}

/// So many figures are named in one message.
const NAMED: usize = 8;

/// Several figures, the first of many.
pub fn list(book: &Book<'_>, all: &[At]) -> Said {
    let named: Vec<Said> = all.iter().take(NAMED).map(|at| whole(book, *at)).collect();
    let join = |pick: fn(&Said) -> &str| named.iter().map(pick).collect::<Vec<_>>().join("; ");
    let (mut vi, mut en) = (join(|s| &s.vi), join(|s| &s.en));
    if all.len() > NAMED {
        vi.push_str(&format!("; và {} số khác", all.len() - NAMED));
        en.push_str(&format!("; and {} more", all.len() - NAMED));
    }
    Said::new(vi, en)
}

/// What was counted: one value, or from one to another.
pub fn counted(counted: &Counted) -> Said {
    let unit = unit(&counted.unit);
    let glue = if counted.unit == Unit::Percent || unit.vi.is_empty() { "" } else { " " };
    let one = |value: Decimal, style: NumberStyle| numbers::decimal(Number(rounding::round(value, counted.decimals)), style);
    let both = |style: NumberStyle, unit: &str, words: [&str; 4]| {
        let [from, to, least, most] = words;
        let text = match ends(counted) {
            (Some(low), Some(high)) if low == high => one(low, style),
            (Some(low), Some(high)) => {
                format!("{from}{}{unit_in} {to} {}", one(low, style), one(high, style), unit_in = if glue.is_empty() { unit } else { "" })
            }
            (Some(low), None) => format!("{least} {}", one(low, style)),
            (None, Some(high)) => format!("{most} {}", one(high, style)),
            (None, None) => "?".to_owned(),
        };
        format!("{text}{glue}{unit}")
    };
    Said::new(both(NumberStyle::VI, &unit.vi, ["từ ", "đến", "ít nhất", "không quá"]), both(NumberStyle::EN, &unit.en, ["from ", "to", "at least", "at most"]))
}

/// The ends of what was counted, rounded as they are shown; one value where no word makes it a span.
pub fn ends(counted: &Counted) -> (Option<Decimal>, Option<Decimal>) {
    let round = |value: Decimal| rounding::round(value, counted.decimals);
    match counted.nominal {
        Some(value) => (Some(round(value)), Some(round(value))),
        None => (counted.span.low.map(round), counted.span.high.map(round)),
    }
}

/// A fall or a rise in words: the sign of what was counted.
pub fn change(all: &Counted) -> Said {
    let negative = all.nominal.or(all.span.high).is_some_and(|value| value < Decimal::ZERO);
    let turned = if negative {
        Counted { span: all.span.negative(), nominal: all.nominal.map(|n| -n), ..all.clone() }
    } else {
        Counted { span: Span { ..all.span }, ..all.clone() }
    };
    let value = counted(&turned);
    if negative {
        Said::new(format!("giảm {}", value.vi), format!("a fall of {}", value.en))
    } else {
        Said::new(format!("tăng {}", value.vi), format!("a rise of {}", value.en))
    }
}

/// A figure with another number, its words kept, in the style of its file: ready to be typed.
pub fn in_its_place(book: &Book<'_>, at: At, number: Number) -> String {
    let Some(reading) = book.other(at.area, at.period).map(|book| book.reading(at.figure)) else { return String::new() };
    let typed = &reading.typed;
    let is = |text: &str, locale: Locale, number: Number| values::read(text, locale, &reading.unit).is_ok_and(|read| read.number() == Some(number));
    let own = reading.number();
    let (locale, style) = match own {
        Some(own) if !is(typed, Locale::Vi, own) => (Locale::En, NumberStyle::EN),
        _ => (Locale::Vi, NumberStyle::VI),
    };
    let plain = numbers::decimal(number, style);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
    let whole = typed.find(|c: char| c.is_ascii_digit()).map(|at| {
        let from = typed[..at].rfind(|c: char| !digits(c)).map_or(0, |before| before + typed[before..].chars().next().map_or(1, char::len_utf8));
        let to = typed[at..].find(|c: char| !digits(c)).map_or(typed.len(), |end| at + end);
        format!("{}{plain}{}", &typed[..from], &typed[to..])
    });
    whole.filter(|text| is(text, locale, number)).unwrap_or(plain)
}

/// A day: `31/03/2024`, or as precisely as it is known.
pub fn day(day: AsOf) -> String {
    match day.grain {
        Grain::Day => format!("{:02}/{:02}/{}", day.day.day(), day.day.month(), day.day.year()),
        _ => day.slug(),
    }
}

fn unit(unit: &Unit) -> Said {
    match unit {
        Unit::Money(money) => match money {
            MoneyUnit::Dong => Said::new("đồng", "dong"),
            MoneyUnit::Thousand => Said::new("nghìn đồng", "thousand dong"),
            MoneyUnit::Million => Said::new("triệu đồng", "million dong"),
            MoneyUnit::Billion => Said::new("tỷ đồng", "billion dong"),
            MoneyUnit::Trillion => Said::new("nghìn tỷ đồng", "trillion dong"),
            MoneyUnit::Quadrillion => Said::new("triệu tỷ đồng", "quadrillion dong"),
        },
        Unit::Percent => same("%"),
        Unit::PercentagePoint => Said::new("điểm %", "percentage points"),
        Unit::Times => Said::new("lần", "times"),
        Unit::Of(words) | Unit::OtherMoney(words) => same(words.clone()),
        Unit::Bare => same(""),
    }
}

fn measure_words(measure: Measure) -> Said {
    match measure {
        Measure::Planned => Said::new("kế hoạch vốn", "planned"),
        Measure::Assigned => Said::new("vốn giao", "assigned"),
        Measure::Allocated => Said::new("vốn phân bổ", "allocated"),
        Measure::Adjusted => Said::new("điều chỉnh", "adjusted"),
        Measure::CarriedOver => Said::new("vốn chuyển nguồn", "carried over"),
        Measure::Returned => Said::new("vốn hủy, nộp trả", "returned"),
        Measure::Settled => Said::new("quyết toán", "settled"),
        Measure::Disbursed => Said::new("đã giải ngân", "disbursed"),
        Measure::WorkDone => Said::new("khối lượng thực hiện", "work done"),
        Measure::Target => Said::new("chỉ tiêu kế hoạch", "target"),
        Measure::Baseline => Said::new("số đầu kỳ", "baseline"),
        Measure::Actual => Said::new("thực hiện", "actual"),
        Measure::Forecast => Said::new("dự kiến", "forecast"),
        Measure::Exceeded => Said::new("vượt kế hoạch", "above target"),
        Measure::Change => Said::new("thay đổi so với đầu kỳ", "change from the baseline"),
        Measure::Rate => Said::new("tỷ lệ", "rate"),
        Measure::Met => Said::new("đạt", "met"),
        Measure::MostlyMet => Said::new("cơ bản đạt", "mostly met"),
        Measure::NotMet => Said::new("chưa đạt", "not met"),
        Measure::Status => Said::new("mức đạt chuẩn", "status"),
    }
}
