//! A form to be filled in: a guide, the rows, and what the program needs to read it back.
//!
//! Invariant: a form that comes back as it went out changes nothing.
//!
//! May use: diag, mend, model, values, workbook; crates rust_decimal.

use super::VERSION;
use super::paper::{Paper, first_words};
use super::rows::{Row, Slot, Sort};
use crate::diag::{Said, Tongue};
use crate::mend::yaml::Content;
use crate::model::{AsOf, Grain, Hedge, Missing, Quantity, Reading, Standing, Unit};
use crate::values::{self, Locale, dates};
use crate::workbook::write::{Choices, Look, NewCell, NewSheet, NewValue};

/// Where things stand on the sheet of figures.
pub mod place {
    /// Row of the day the figures hold for.
    pub const AS_OF: u32 = 1;
    /// Row of the source of all figures.
    pub const SOURCE: u32 = 2;
    /// Column of both.
    pub const HEAD: u32 = 2;
    /// Row of the heads of columns.
    pub const HEADS: u32 = 4;
    /// Columns in order.
    pub const ID: u32 = 0;
    /// Planned value.
    pub const PLAN: u32 = 4;
    /// Result.
    pub const RESULT: u32 = 5;
    /// State.
    pub const STATE: u32 = 6;
    /// Note.
    pub const NOTE: u32 = 7;
    /// Source.
    pub const SOURCE_OF_ROW: u32 = 8;
    /// How many columns there are.
    pub const COLUMNS: usize = 9;
}

/// The hidden sheet; its name is in no language.
pub const HIDDEN: &str = "_minhbach";

/// Names of the sheets and heads of the columns.
pub fn sheet_name(tongue: Tongue) -> &'static str {
    if tongue == Tongue::Vi { "Số liệu" } else { "Figures" }
}

fn heads(tongue: Tongue) -> [&'static str; place::COLUMNS] {
    match tongue {
        Tongue::Vi => ["Mã dòng", "Địa bàn", "Nội dung", "Đơn vị tính", "Kế hoạch", "Kết quả", "Trạng thái", "Ghi chú", "Nguồn riêng"],
        Tongue::En => ["Line", "Area", "What", "Unit", "Plan", "Result", "State", "Note", "Own source"],
    }
}

/// The states a person can choose, "nothing yet" among them.
pub const STATES: [(Option<Missing>, &str, &str); 7] = [
    (None, "chưa giải ngân", "nothing disbursed yet"),
    (Some(Missing::NotAssigned), "chưa giao", "not yet assigned"),
    (Some(Missing::NotDue), "chưa đến kỳ", "not yet due"),
    (Some(Missing::NoData), "chưa có số liệu", "no data yet"),
    (Some(Missing::NotStated), "không nêu", "not stated"),
    (Some(Missing::NotApplicable), "không áp dụng", "not applicable"),
    (Some(Missing::Withheld), "không công bố", "withheld"),
];

/// A state in words.
pub fn state_words(state: Option<Missing>, tongue: Tongue) -> &'static str {
    let found = STATES.iter().find(|(own, ..)| *own == state).unwrap_or(&STATES[0]);
    if tongue == Tongue::Vi { found.1 } else { found.2 }
}

/// What a form is made for.
#[derive(Clone, Debug)]
pub struct Purpose {
    /// The day its results hold for.
    pub as_of: Option<AsOf>,
    /// The source of all lines of that day, where there is one already.
    pub source: Option<String>,
    /// Ids a source can have.
    pub sources: Vec<String>,
    /// The language of the form.
    pub tongue: Tongue,
}

/// How a value is shown in a cell; the state of a missing one stands in a column of its own.
pub struct Shown {
    /// In the cell.
    pub value: NewValue,
    /// In the column of states.
    pub state: Option<Option<Missing>>,
}

/// A typed value as a cell shows it.
pub fn shown(typed: &Content, sort: &Sort, locale: Locale, language: &str) -> Shown {
    let Some(words) = first_words(typed, language) else { return Shown { value: NewValue::Blank, state: None } };
    if let Some(state) = values::missing(&words) {
        return Shown { value: NewValue::Blank, state: Some(state) };
    }
    let as_words = NewValue::Words(words.clone());
    let value = match sort {
        Sort::Words => as_words,
        Sort::Day => match dates::as_of(&words) {
            Ok(AsOf { day, grain: Grain::Day }) => NewValue::Day(day),
            _ => as_words,
        },
        Sort::Number(unit) => match values::read(&words, locale, unit) {
            Ok(reading) if bare(&words, "") && plain(&reading) => number(&reading).map_or(as_words, NewValue::Number),
            _ => as_words,
        },
        Sort::Percent => match values::read(&words, locale, &Unit::Percent) {
            Ok(reading) if bare(&words, "%") && plain(&reading) => number(&reading).map_or(as_words, NewValue::Percent),
            _ => as_words,
        },
    };
    Shown { value, state: None }
}

fn number(reading: &Reading) -> Option<rust_decimal::Decimal> {
    match reading.quantity {
        Quantity::Exact(number) => Some(number.0),
        _ => None,
    }
}

fn bare(words: &str, also: &str) -> bool {
    words.chars().all(|c| c.is_ascii_digit() || ".,- ".contains(c) || also.contains(c))
}

fn plain(reading: &Reading) -> bool {
    reading.hedge == Hedge::Exact && reading.standing == Standing::Actual && reading.change.is_none()
}

/// The sheets of a form.
pub fn sheets(papers: &[Paper], rows: &[Row], purpose: &Purpose, languages: &[String]) -> Vec<NewSheet> {
    vec![guide(purpose.tongue), figures(papers, rows, purpose, languages), hidden(rows, purpose)]
}

fn figures(papers: &[Paper], rows: &[Row], purpose: &Purpose, languages: &[String]) -> NewSheet {
    let tongue = purpose.tongue;
    let said = |vi: &'static str, en: &'static str| if tongue == Tongue::Vi { vi } else { en };
    let first = languages.first().map_or("vi", String::as_str);
    let day = match purpose.as_of {
        Some(AsOf { day, grain: Grain::Day }) => NewValue::Day(day),
        Some(date) if date.known() => NewValue::Words(date.slug()),
        _ => NewValue::Blank,
    };
    let source = purpose.source.clone().map_or(NewValue::Blank, NewValue::Words);
    let line = |label: &str, cell: NewCell| vec![NewCell::words(label, Look::Plain), NewCell::blank(Look::Plain), cell];
    let mut all = vec![
        vec![NewCell::words(said("Số liệu theo dõi chương trình", "Programme figures"), Look::Title)],
        line(said("Tính đến ngày", "As of"), NewCell { value: day, look: Look::OpenDay }),
        line(said("Nguồn chung", "Source of all"), NewCell { value: source, look: Look::OpenWords }),
        vec![],
        heads(tongue).iter().map(|head| NewCell::words(*head, Look::Head)).collect(),
    ];
    for row in rows {
        all.push(cells(&papers[row.paper], row, first, tongue));
    }
    let last = u32::try_from(all.len()).unwrap_or(u32::MAX) - 1;
    let body = (place::HEADS + 1, last.max(place::HEADS + 1));
    let list = |column: char, many: usize| format!("={HIDDEN}!${column}$1:${column}${many}");
    let mut choices = vec![Choices {
        rows: body,
        column: place::STATE as u16,
        from: list('C', STATES.len()),
        only: false,
        title: said("Trạng thái", "State").to_owned(),
        hint: said(
            "Chọn khi không có con số. Có con số thì ghi ở cột Kết quả và để trống ô này. Đừng ghi 0 khi chưa có số liệu.",
            "Choose one when there is no number. With a number in Result, leave this blank. Do not write 0 for missing data.",
        )
        .to_owned(),
    }];
    choices.push(Choices {
        rows: body,
        column: place::RESULT as u16,
        from: String::new(),
        only: false,
        title: said("Kết quả", "Result").to_owned(),
        hint: said(
            "Ghi con số (780) hoặc đúng lời báo cáo (trên 35.215; 6/10; ước 42%). Để trống nghĩa là giữ nguyên.",
            "A number (780) or the report's own words (over 35,215; 6/10). Blank means: leave as it is.",
        )
        .to_owned(),
    });
    if !purpose.sources.is_empty() {
        for (rows, column) in [(body, place::SOURCE_OF_ROW), ((place::SOURCE, place::SOURCE), place::HEAD)] {
            choices.push(Choices {
                rows,
                column: column as u16,
                from: list('D', purpose.sources.len()),
                only: false,
                title: said("Nguồn", "Source").to_owned(),
                hint: said("Chọn mã của bài viết hoặc văn bản nêu con số này.", "Choose the id of the report or document that states the figure.").to_owned(),
            });
        }
    }
    NewSheet {
        name: sheet_name(tongue).to_owned(),
        widths: vec![16, 16, 46, 14, 16, 16, 18, 40, 22],
        rows: all,
        frozen: Some((place::HEADS + 1, 3)),
        protected: true,
        first: true,
        choices,
        ..NewSheet::default()
    }
}

fn cells(paper: &Paper, row: &Row, first: &str, tongue: Tongue) -> Vec<NewCell> {
    let look = match row.sort {
        Sort::Number(_) => Look::Open,
        Sort::Percent => Look::OpenPercent,
        Sort::Day => Look::OpenDay,
        Sort::Words => Look::OpenWords,
    };
    let show = |slot: &Slot| slot.typed.as_ref().map(|typed| shown(typed, &row.sort, paper.locale(row.file(paper, slot)), first));
    let open = |slot: &Option<Slot>, states_here: bool| match slot {
        None => NewCell::blank(Look::Fixed),
        Some(slot) => {
            let shown = show(slot);
            let state = shown.as_ref().and_then(|s| s.state).filter(|_| states_here);
            let value = state.map_or_else(|| shown.map_or(NewValue::Blank, |s| s.value), |state| NewValue::Words(state_words(state, tongue).to_owned()));
            NewCell { value, look }
        }
    };
    let state = row.main().and_then(show).and_then(|shown| shown.state);
    let words = |words: Option<String>, look: Look| NewCell { value: words.map_or(NewValue::Blank, NewValue::Words), look };
    let own = if row.leads { Look::OpenWords } else { Look::Fixed };
    vec![
        NewCell::words(row.id.clone(), Look::Id),
        NewCell::words(row.area.clone(), Look::Fixed),
        NewCell::words(row.name.clone(), Look::Fixed),
        NewCell::words(row.unit.clone(), Look::Fixed),
        // The state of a plan stands in its own cell, where a result has the column.
        open(&row.plan, row.result.is_some()),
        open(&row.result, false),
        words(state.map(|state| state_words(state, tongue).to_owned()), Look::OpenWords),
        words(row.note.as_ref().filter(|_| row.leads).and_then(|note| first_words(note, first)), own),
        words(row.source.clone().filter(|_| row.leads), own),
    ]
}

fn hidden(rows: &[Row], purpose: &Purpose) -> NewSheet {
    let mut all = vec![vec![]; rows.len().max(STATES.len()).max(purpose.sources.len()).max(4)];
    let mut put = |row: usize, column: usize, words: &str| {
        let cells: &mut Vec<NewCell> = &mut all[row];
        while cells.len() <= column {
            cells.push(NewCell::blank(Look::Plain));
        }
        cells[column] = NewCell::words(words, Look::Plain);
    };
    put(0, 0, "minhbach-form");
    put(1, 0, VERSION);
    put(2, 0, &purpose.as_of.map_or_else(String::new, AsOf::slug));
    // Whether results of that day were there: only then a changed day would move them.
    put(3, 0, if rows.iter().any(|row| row.result.as_ref().is_some_and(|slot| slot.typed.is_some())) { "filled" } else { "empty" });
    rows.iter().enumerate().for_each(|(at, row)| put(at, 1, &row.id));
    STATES.iter().enumerate().for_each(|(at, (_, vi, en))| put(at, 2, if purpose.tongue == Tongue::Vi { vi } else { en }));
    purpose.sources.iter().enumerate().for_each(|(at, id)| put(at, 3, id));
    NewSheet { name: HIDDEN.to_owned(), rows: all, hidden: true, ..NewSheet::default() }
}

/// How to fill it in.
fn guide(tongue: Tongue) -> NewSheet {
    let lines = [
        Said::new("Cách điền biểu này", "How to fill in this form"),
        Said::new(
            "1. Mở trang “Số liệu”. Chỉ điền vào ô màu vàng nhạt; các ô xám là mã và tên, máy cần để nhận ra từng dòng.",
            "1. Open the sheet “Figures”. Fill in the pale yellow cells only; grey cells hold ids and names by which each line is recognised.",
        ),
        Said::new(
            "2. Xem ô “Tính đến ngày”. Nếu là kỳ mới, ghi ngày cuối kỳ và chọn “Nguồn chung”: bài viết hoặc văn bản nêu các con số này.",
            "2. Look at “As of”. For a new date, write the last day it covers and choose “Source of all”: the report or document that states the figures.",
        ),
        Said::new(
            "3. Cột “Kế hoạch” và “Kết quả”: ghi con số theo đơn vị ở cột “Đơn vị tính”, hoặc đúng lời báo cáo: trên 35.215; gần 11,5%; 6/10; ước 42%.",
            "3. “Plan” and “Result”: write the number in the unit of the column “Unit”, or the report's own words: over 35,215; nearly 11.5%; 6/10.",
        ),
        Said::new(
            "4. Không có con số thì chọn một dòng ở cột “Trạng thái” và để trống ô kết quả. Đừng ghi 0: 0 nghĩa là không làm được gì.",
            "4. Where there is no number choose a line in “State” and leave the result blank. Do not write 0: 0 means that nothing was done.",
        ),
        Said::new(
            "5. Ô để trống nghĩa là giữ nguyên như trên trang. Xóa trắng một ô không xóa con số đã công bố.",
            "5. A blank cell means: as it is on the site. Emptying a cell does not remove a published number.",
        ),
        Said::new(
            "6. Excel có thể tự đổi 6/10 thành ngày 6 tháng 10. Gõ dấu nháy trước: '6/10.",
            "6. Excel may turn 6/10 into 6 October. Type an apostrophe first: '6/10.",
        ),
        Said::new(
            "7. Lưu tệp, đóng Excel rồi gõ: minhbach import <tên tệp>. Lệnh này chỉ cho xem những ô sẽ đổi; thêm --write để ghi.",
            "7. Save the file, close Excel and type: minhbach import <file>. It only shows what would change; add --write to write it.",
        ),
        Said::new(
            "Ô nào sai sẽ được tô đỏ và có lời giải thích trong một bản sao của tệp này. Chưa sửa hết thì chưa tệp nào bị thay đổi.",
            "Wrong cells turn red, with an explanation, in a copy of this file. Nothing is changed until all are mended.",
        ),
    ];
    let name = if tongue == Tongue::Vi { "Hướng dẫn" } else { "Guide" };
    let cell = |(at, line): (usize, &Said)| vec![NewCell::words(line.in_tongue(tongue), if at == 0 { Look::Title } else { Look::Prose })];
    NewSheet { name: name.to_owned(), widths: vec![110], rows: lines.iter().enumerate().map(cell).collect(), protected: true, ..NewSheet::default() }
}
