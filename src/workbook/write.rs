//! New workbooks: sheets described in plain words, written as Excel writes them.
//!
//! Invariant: a number with more digits than a spreadsheet keeps is written as words, so that no digit is lost.
//!
//! May use: nothing; crates jiff, rust_decimal, rust_xlsxwriter.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};

/// A sheet to be written.
#[derive(Clone, Debug, Default)]
pub struct NewSheet {
    /// Its name.
    pub name: String,
    /// Widths of its columns, in letters.
    pub widths: Vec<u32>,
    /// Its cells, row by row.
    pub rows: Vec<Vec<NewCell>>,
    /// How many rows and columns stay in sight.
    pub frozen: Option<(u32, u16)>,
    /// Whether only open cells can be typed into.
    pub protected: bool,
    /// Whether it is hidden so well that only a macro shows it.
    pub hidden: bool,
    /// Whether it is the one to begin with.
    pub first: bool,
    /// Cells with choices or a hint.
    pub choices: Vec<Choices>,
}

/// What may be typed into some cells of one column, and what is said beside them.
#[derive(Clone, Debug)]
pub struct Choices {
    /// First and last row.
    pub rows: (u32, u32),
    /// The column.
    pub column: u16,
    /// Where the choices stand, as a formula such as `=lists!$A$1:$A$6`; empty for a hint alone.
    pub from: String,
    /// Whether anything else is refused.
    pub only: bool,
    /// Title of the hint.
    pub title: String,
    /// The hint.
    pub hint: String,
}

/// What a cell is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewValue {
    /// Nothing.
    Blank,
    /// Words.
    Words(String),
    /// A number.
    Number(Decimal),
    /// A percentage: 45.5 is shown as 45,5%.
    Percent(Decimal),
    /// A day.
    Day(Date),
}

/// How a cell looks and whether it can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The name of the sheet.
    Title,
    /// The head of a column.
    Head,
    /// Not to be changed.
    Fixed,
    /// Not to be changed, and only read by the program.
    Id,
    /// To be filled in.
    Open,
    /// To be filled in with a percentage.
    OpenPercent,
    /// To be filled in with a day.
    OpenDay,
    /// To be filled in with words only; a spreadsheet turns nothing into a date here.
    OpenWords,
    /// Words to be read.
    Prose,
    /// A cell of a table for machines.
    Plain,
}

/// A cell to be written.
#[derive(Clone, Debug)]
pub struct NewCell {
    /// What it holds.
    pub value: NewValue,
    /// How it looks.
    pub look: Look,
}

impl NewCell {
    /// Words that look like this.
    pub fn words(words: impl Into<String>, look: Look) -> Self {
        NewCell { value: NewValue::Words(words.into()), look }
    }

    /// An empty cell that looks like this.
    pub fn blank(look: Look) -> Self {
        NewCell { value: NewValue::Blank, look }
    }
}

/// The bytes of a workbook with these sheets; `None` where a spreadsheet cannot hold them.
pub fn workbook(sheets: &[NewSheet]) -> Option<Vec<u8>> {
    bytes(sheets).ok()
}

fn bytes(sheets: &[NewSheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same cells make the same bytes, whenever they are written.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2024, 1, 1)?));
    for sheet in sheets {
        fill(book.add_worksheet(), sheet)?;
    }
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &NewSheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    for (column, width) in (0u16..).zip(&sheet.widths) {
        page.set_column_width(column, *width)?;
    }
    for (row, cells) in (0u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            put(page, row, column, cell)?;
        }
        let lines = cells.iter().zip(&sheet.widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(1);
        if lines > 1 {
            page.set_row_height(row, (15 * lines).min(240))?;
        }
    }
    for choices in &sheet.choices {
        let mut rule = DataValidation::new();
        rule = if choices.from.is_empty() { rule.allow_any_value() } else { rule.allow_list_formula(Formula::new(&choices.from)) };
        let style = if choices.only { DataValidationErrorStyle::Stop } else { DataValidationErrorStyle::Information };
        rule = rule.set_error_style(style).set_input_title(short(&choices.title, 32))?.set_input_message(short(&choices.hint, 255))?;
        rule = rule.show_error_message(choices.only);
        page.add_data_validation(choices.rows.0, choices.column, choices.rows.1, choices.column, &rule)?;
    }
    if let Some((rows, columns)) = sheet.frozen {
        page.set_freeze_panes(rows, columns)?;
        page.set_repeat_rows(0, rows.saturating_sub(1))?;
    }
    if sheet.protected {
        let options = ProtectionOptions { format_columns: true, format_rows: true, format_cells: true, ..ProtectionOptions::default() };
        page.protect_with_options(&options);
    }
    if sheet.hidden {
        page.set_very_hidden(true);
    }
    if sheet.first {
        page.set_active(true);
    }
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// How many lines a wrapped cell takes; LibreOffice does not find out by itself.
fn lines(cell: &NewCell, width: u32) -> u32 {
    match (&cell.value, cell.look) {
        (_, Look::Title | Look::Plain | Look::Id) => 1,
        (NewValue::Words(words), _) => (words.chars().count() as u32).div_ceil(width.saturating_sub(2).max(1)),
        _ => 1,
    }
}

/// Excel refuses longer words in a hint.
fn short(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &NewCell) -> Result<(), XlsxError> {
    let format = look(cell.look);
    match &cell.value {
        NewValue::Blank if cell.look == Look::Plain => {}
        NewValue::Blank => drop(page.write_blank(row, column, &format)?),
        NewValue::Words(words) => drop(page.write_string_with_format(row, column, words, &format)?),
        NewValue::Day(day) => {
            let year = u16::try_from(day.year()).unwrap_or(1900);
            let (month, day) = (day.month().unsigned_abs(), day.day().unsigned_abs());
            page.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(year, month, day)?, &format.set_num_format("dd/mm/yyyy"))?;
        }
        NewValue::Number(number) | NewValue::Percent(number) if number.mantissa().unsigned_abs() >= 10u128.pow(15) => {
            page.write_string_with_format(row, column, number.to_string(), &format)?;
        }
        NewValue::Number(number) => {
            let decimals = "0".repeat(number.scale() as usize);
            let code = if decimals.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{decimals}") };
            page.write_with_format(row, column, *number, &format.set_num_format(code))?;
        }
        NewValue::Percent(number) => {
            let decimals = "0".repeat(number.scale() as usize);
            let code = if decimals.is_empty() { "0%".to_owned() } else { format!("0.{decimals}%") };
            let mut share = *number;
            // Dividing by a hundred only moves the decimal mark.
            let _ = share.set_scale(share.scale() + 2);
            page.write_with_format(row, column, share, &format.set_num_format(code))?;
        }
    }
    Ok(())
}

fn look(look: Look) -> Format {
    let grid = || Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0xBFBFBF)).set_align(FormatAlign::Top).set_text_wrap();
    let open = || grid().set_unlocked().set_background_color(Color::RGB(0xFFF9E5));
    match look {
        Look::Title => Format::new().set_bold().set_font_size(14),
        Look::Head => grid().set_bold().set_background_color(Color::RGB(0xDDE7F0)),
        Look::Fixed => grid().set_background_color(Color::RGB(0xF2F2F2)),
        Look::Id => Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xBFBFBF))
            .set_align(FormatAlign::Top)
            .set_font_color(Color::RGB(0x808080))
            .set_background_color(Color::RGB(0xF2F2F2)),
        Look::Open => open(),
        Look::OpenPercent => open().set_num_format("0.00%"),
        Look::OpenDay => open().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
        Look::OpenWords => open().set_num_format("@"),
        Look::Prose => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        Look::Plain => Format::new(),
    }
}
