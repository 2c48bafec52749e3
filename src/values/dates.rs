//! Dates as people write them: `2024-03-31`, `31/3/2024`, `2024-Q1`, `Quý I/2024`, `đầu tháng 10/2024`, `không rõ`.
//!
//! Invariant: a date that is not in the calendar is refused with the reason.
//!
//! May use: diag, model; crates jiff.

use jiff::civil::Date;

use crate::diag::nearest::fold;
use crate::model::{AsOf, Grain};

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It has the form of a date, but the calendar has no such day.
    Impossible,
    /// It has no form known here.
    Unreadable,
}

/// Reads a date with the precision it was written in.
pub fn as_of(typed: &str) -> Result<AsOf, NoDate> {
    let folded = fold(typed.trim());
    if matches!(&*folded, "khong ro" | "khong neu" | "unknown" | "not stated") {
        return Ok(AsOf::UNKNOWN);
    }
    let (grain, rest) = if let Some(rest) = folded.strip_prefix("dau ").or_else(|| folded.strip_prefix("early ")) {
        (Some(Grain::EarlyMonth), rest)
    } else if let Some(rest) = folded.strip_prefix("cuoi ").or_else(|| folded.strip_prefix("late ")) {
        (Some(Grain::LateMonth), rest)
    } else {
        (None, folded.as_str())
    };
    let rest = ["ngay ", "thang ", "nam "].iter().fold(rest.trim(), |rest, word| rest.strip_prefix(word).unwrap_or(rest)).trim();
    match grain {
        None => plain(rest),
        Some(grain) => {
            let month = plain(rest)?;
            if month.grain != Grain::Month {
                return Err(NoDate::Unreadable);
            }
            let day = if grain == Grain::EarlyMonth { Date::new(month.day.year(), month.day.month(), 10).map_err(|_| NoDate::Impossible)? } else { month.day };
            Ok(AsOf { day, grain })
        }
    }
}

/// The one date meant by a text that is none as it stands: other marks between the same numbers (`31.3.2024`, `2024/03/31`),
/// words around it (`hết quý I/2024`), or a month no calendar has where a day could stand (`2024-31-03`).
pub fn meant(typed: &str) -> Option<String> {
    let folded = fold(typed.trim()).replace(['–', '—'], "-");
    let words = ["tinh den ", "den het ", "het ", "den ", "as of ", "until "];
    let mut rest = folded.as_str();
    while let Some(after) = words.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = after.trim_start();
    }
    let bare = ["ngay ", "thang "].iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest)).trim();
    let numbers: Vec<&str> = bare.split(['.', '-', '/']).map(str::trim).collect();
    let digits = |text: &&str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let year = |text: &str| text.len() == 4;
    let tried = match numbers.as_slice() {
        all if !all.iter().all(digits) => rest.replace("-", "/"),
        [a, b, c] if year(a) && !year(b) && !year(c) => format!("{a}-{b}-{c}"),
        [a, b, c] if year(c) && !year(a) && !year(b) => format!("{a}/{b}/{c}"),
        [a, b] if year(a) && !year(b) => format!("{a}-{b}"),
        [a, b] if year(b) && !year(a) => format!("{a}/{b}"),
        _ => return None,
    };
    // Day and month exchanged: only where the calendar leaves no other reading.
    let exchanged = || match numbers.as_slice() {
        [a, b, c] if year(a) && b.parse().is_ok_and(|day: u8| day > 12) => as_of(&format!("{a}-{c}-{b}")).ok(),
        [a, b, c] if year(c) && b.parse().is_ok_and(|day: u8| day > 12) => as_of(&format!("{b}/{a}/{c}")).ok(),
        _ => None,
    };
    let date = as_of(&tried).ok().or_else(exchanged)?;
    matches!(date.grain, Grain::Day | Grain::Month | Grain::Quarter | Grain::Year).then(|| date.slug())
}

fn plain(text: &str) -> Result<AsOf, NoDate> {
    if let Some(date) = in_words(text) {
        return date;
    }
    let quarter = |year: &str, q: i8| Ok(AsOf { day: last_of_month(digits(year, 4)?, q * 3)?, grain: Grain::Quarter });
    if let Some((year, q)) = text.split_once("-q") {
        return quarter(year, digits(q, 1)? as i8);
    }
    if let Some(rest) = text.strip_prefix("quy ") {
        let (q, year) = rest.split_once('/').ok_or(NoDate::Unreadable)?;
        let q = match q.trim() {
            "i" | "1" => 1,
            "ii" | "2" => 2,
            "iii" | "3" => 3,
            "iv" | "4" => 4,
            _ => return Err(NoDate::Unreadable),
        };
        return quarter(year.trim(), q);
    }
    let iso: Vec<&str> = text.split('-').collect();
    let slashed: Vec<&str> = text.split('/').collect();
    match (iso.as_slice(), slashed.as_slice()) {
        ([year, month, day], _) if year.len() == 4 => day_of(year, month, day),
        (_, [day, month, year]) => day_of(year, month, day),
        ([year, month], _) if year.len() == 4 => month_of(year, month),
        (_, [month, year]) => month_of(year, month),
        ([year], _) if year.len() == 4 => Ok(AsOf { day: last_of_month(digits(year, 4)?, 12)?, grain: Grain::Year }),
        _ => Err(NoDate::Unreadable),
    }
}

/// `31 thang 3 nam 2024`, `thang 3 nam 2024`, `quy 1 nam 2024`, `31 march 2024`, `march 2024`, `q1 2024`; `None` for other forms.
fn in_words(text: &str) -> Option<Result<AsOf, NoDate>> {
    const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let month = |word: &str| MONTHS.iter().position(|name| *name == word).map(|at| (at + 1).to_string());
    let quarter = |q: &str, year: &str| Some(plain(&format!("quy {q}/{year}")));
    match text.split([' ', ',']).filter(|word| !word.is_empty()).collect::<Vec<_>>().as_slice() {
        [day, "thang", month, "nam", year] => Some(day_of(year, month, day)),
        [day, "thang", rest] => rest.split_once('/').map(|(month, year)| day_of(year, month, day)),
        [month, "nam", year] => Some(month_of(year, month)),
        ["quy", q, "nam", year] => quarter(q, year),
        [q, year] if q.len() == 2 && q.starts_with('q') => quarter(&q[1..], year),
        [day, name, year] => month(name).map(|month| day_of(year, &month, day)),
        [name, year] => month(name).map(|month| month_of(year, &month)),
        _ => None,
    }
}

fn day_of(year: &str, month: &str, day: &str) -> Result<AsOf, NoDate> {
    let date = Date::new(digits(year, 4)?, digits(month, 2)? as i8, digits(day, 2)? as i8).map_err(|_| NoDate::Impossible)?;
    Ok(AsOf::day(date))
}

fn month_of(year: &str, month: &str) -> Result<AsOf, NoDate> {
    Ok(AsOf { day: last_of_month(digits(year, 4)?, digits(month, 2)? as i8)?, grain: Grain::Month })
}

fn last_of_month(year: i16, month: i8) -> Result<Date, NoDate> {
    Date::new(year, month, 1).map(Date::last_of_month).map_err(|_| NoDate::Impossible)
}

fn digits(text: &str, most: usize) -> Result<i16, NoDate> {
    let sound = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit()) && (most != 4 || text.len() == 4);
    if sound { text.parse().map_err(|_| NoDate::Unreadable) } else { Err(NoDate::Unreadable) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_precisely_as_written() {
        for (typed, slug, day) in [
            ("2024-03-31", "2024-03-31", "2024-03-31"),
            ("31/3/2024", "2024-03-31", "2024-03-31"),
            ("ngày 02/10/2024", "2024-10-02", "2024-10-02"),
            ("2024-03", "2024-03", "2024-03-31"),
            ("tháng 4/2024", "2024-04", "2024-04-30"),
            ("2024-Q1", "2024-Q1", "2024-03-31"),
            ("Quý IV/2023", "2023-Q4", "2023-12-31"),
            ("2023", "2023", "2023-12-31"),
            ("đầu 2024-10", "2024-10-early", "2024-10-10"),
            ("cuối tháng 3/2024", "2024-03-late", "2024-03-31"),
            ("ngày 31 tháng 3 năm 2024", "2024-03-31", "2024-03-31"),
            ("31 tháng 3/2024", "2024-03-31", "2024-03-31"),
            ("tháng 3 năm 2024", "2024-03", "2024-03-31"),
            ("quý I năm 2024", "2024-Q1", "2024-03-31"),
            ("31 March 2024", "2024-03-31", "2024-03-31"),
            ("early October 2024", "2024-10-early", "2024-10-10"),
            ("March 2024", "2024-03", "2024-03-31"),
            ("Q1 2024", "2024-Q1", "2024-03-31"),
        ] {
            let read = as_of(typed).unwrap_or_else(|e| panic!("{typed}: {e:?}"));
            assert_eq!((read.slug().as_str(), read.day.to_string().as_str()), (slug, day), "{typed}");
        }
        assert_eq!(as_of("không rõ"), Ok(AsOf::UNKNOWN));
    }

    #[test]
    fn a_date_in_another_form_has_one_meaning_or_none() {
        for (typed, date) in [
            ("31.3.2024", "2024-03-31"),
            ("31-3-2024", "2024-03-31"),
            ("2024/03/31", "2024-03-31"),
            ("2024.03.31", "2024-03-31"),
            ("2024-31-03", "2024-03-31"),
            ("03/31/2024", "2024-03-31"),
            ("hết quý I/2024", "2024-Q1"),
            ("tính đến hết ngày 31/3/2024", "2024-03-31"),
            ("03-2024", "2024-03"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(date), "{typed}");
        }
        for typed in ["2024-02-30", "31/4/2024", "hết quý I", "24-3-1", "hôm qua", "", "2024-13", "20240331", "30/2/2024", "không rõ"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_not_in_the_calendar_is_refused() {
        for typed in ["2024-02-30", "31/4/2024", "2023-13", "2024-Q5", "29/2/2023"] {
            assert_eq!(as_of(typed), Err(NoDate::Impossible), "{typed}");
        }
        for typed in ["hôm qua", "24-3-1", "3/24", "2024-03-31T08:00", "", "20240331"] {
            assert_eq!(as_of(typed), Err(NoDate::Unreadable), "{typed}");
        }
    }
}
