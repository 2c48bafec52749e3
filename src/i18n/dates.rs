//! Dates and periods in words, exactly as precise as they are known.
//!
//! Vietnamese and English patterns stand here, because a theme must not be able to misstate a date;
//! any further language gets the international form `2024-03-31`.
//!
//! May use: model.

use super::Language;
use crate::model::{AsOf, Grain, Period};

/// Which pattern a language follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `31/03/2024`, `tháng 3/2024`, `Quý I/2024`.
    Vi,
    /// `31 March 2024`, `March 2024`, `Q1 2024`.
    En,
    /// `2024-03-31`, `2024-03`, `2024-Q1`.
    Iso,
}

impl DateStyle {
    /// The style of a language.
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or(tag) {
            "vi" => DateStyle::Vi,
            "en" => DateStyle::En,
            _ => DateStyle::Iso,
        }
    }
}

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A date as a reader is told it.
pub fn as_of(date: AsOf, language: &Language) -> String {
    let (year, month, day) = (date.day.year(), date.day.month(), date.day.day());
    // OK because a calendar month is 1 to 12.
    let name = MONTHS[usize::from(month.unsigned_abs()) - 1];
    let quarter = usize::from((month.unsigned_abs() - 1) / 3);
    match (language.dates, date.grain) {
        (DateStyle::Vi, Grain::Day) => format!("{day:02}/{month:02}/{year}"),
        (DateStyle::Vi, Grain::Month) => format!("tháng {month}/{year}"),
        (DateStyle::Vi, Grain::EarlyMonth) => format!("đầu tháng {month}/{year}"),
        (DateStyle::Vi, Grain::LateMonth) => format!("cuối tháng {month}/{year}"),
        (DateStyle::Vi, Grain::Quarter) => format!("Quý {}/{year}", ["I", "II", "III", "IV"][quarter]),
        (DateStyle::Vi, Grain::Year) => format!("năm {year}"),
        (DateStyle::Vi, Grain::Unknown) => "không rõ ngày".to_owned(),
        (DateStyle::En, Grain::Day) => format!("{day} {name} {year}"),
        (DateStyle::En, Grain::Month) => format!("{name} {year}"),
        (DateStyle::En, Grain::EarlyMonth) => format!("early {name} {year}"),
        (DateStyle::En, Grain::LateMonth) => format!("late {name} {year}"),
        (DateStyle::En, Grain::Quarter) => format!("Q{} {year}", quarter + 1),
        (DateStyle::En, Grain::Year) => year.to_string(),
        (DateStyle::En, Grain::Unknown) => "date not stated".to_owned(),
        (DateStyle::Iso, Grain::EarlyMonth | Grain::LateMonth) => format!("{year}-{month:02}"),
        (DateStyle::Iso, Grain::Unknown) => language.words.say("date-unknown"),
        (DateStyle::Iso, _) => date.slug(),
    }
}

/// The years of a plan as a reader is told them.
pub fn period(period: Period, language: &Language) -> String {
    let Period { first, last } = period;
    match (language.dates, first == last) {
        (DateStyle::Vi, true) => format!("năm {first}"),
        (DateStyle::Vi, false) => format!("giai đoạn {first}–{last}"),
        (_, true) => first.to_string(),
        (_, false) => format!("{first}–{last}"),
    }
}

/// The form machines read, for `<time datetime>`; empty where HTML has none for it (a quarter, an unknown date).
pub fn machine(date: AsOf) -> String {
    let (year, month) = (date.day.year(), date.day.month());
    match date.grain {
        Grain::Day => date.day.to_string(),
        Grain::Month | Grain::EarlyMonth | Grain::LateMonth => format!("{year:04}-{month:02}"),
        Grain::Year => format!("{year:04}"),
        Grain::Quarter | Grain::Unknown => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_is_told_as_precisely_as_it_is_known() {
        let language = |tag: &str| Language::new(tag, &[("x.ftl", "date-unknown = tsis paub")]).value;
        let (vi, en, hmn) = (language("vi"), language("en"), language("hmn"));
        let october = date(2024, 10, 10);
        for (day, grain, in_vi, in_en, in_hmn, in_html) in [
            (date(2024, 3, 31), Grain::Day, "31/03/2024", "31 March 2024", "2024-03-31", "2024-03-31"),
            (date(2024, 4, 2), Grain::Day, "02/04/2024", "2 April 2024", "2024-04-02", "2024-04-02"),
            (date(2024, 3, 31), Grain::Month, "tháng 3/2024", "March 2024", "2024-03", "2024-03"),
            (october, Grain::EarlyMonth, "đầu tháng 10/2024", "early October 2024", "2024-10", "2024-10"),
            (october, Grain::LateMonth, "cuối tháng 10/2024", "late October 2024", "2024-10", "2024-10"),
            (date(2024, 3, 31), Grain::Quarter, "Quý I/2024", "Q1 2024", "2024-Q1", ""),
            (date(2024, 12, 31), Grain::Quarter, "Quý IV/2024", "Q4 2024", "2024-Q4", ""),
            (date(2024, 12, 31), Grain::Year, "năm 2024", "2024", "2024", "2024"),
            (AsOf::UNKNOWN.day, Grain::Unknown, "không rõ ngày", "date not stated", "tsis paub", ""),
        ] {
            let at = AsOf { day, grain };
            assert_eq!((as_of(at, &vi).as_str(), as_of(at, &en).as_str(), as_of(at, &hmn).as_str()), (in_vi, in_en, in_hmn));
            assert_eq!(machine(at), in_html);
        }
        let (one, three) = (Period::year(2024), Period { first: 2021, last: 2023 });
        assert_eq!((period(one, &vi).as_str(), period(three, &vi).as_str()), ("năm 2024", "giai đoạn 2021–2023"));
        assert_eq!((period(one, &en).as_str(), period(three, &en).as_str()), ("2024", "2021–2023"));
    }
}
