//! The words for what is wrong in a filled-in form.
//!
//! Invariant: every sentence names the cell as people name it and says what to type instead.
//!
//! May use: diag, workbook.

use crate::diag::{Code, Place, Problem, Said, Severity};
use crate::workbook::{Spot, Unreadable};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &NO_WORKBOOK,
    &NO_FORM,
    &OTHER_VERSION,
    &NUMBER_AND_STATE,
    &UNKNOWN_STATE,
    &BECAME_DATE,
    &PERCENT_OUT_OF_PLACE,
    &CELL_WITHOUT_VALUE,
    &DAY_UNREADABLE,
    &DAY_CHANGED,
    &UNKNOWN_ROW,
    &ROW_TWICE,
    &UNKNOWN_SOURCE,
    &NO_SOURCE,
    &SOURCE_KEPT,
    &NOT_EDITABLE,
    &NO_ROWS,
    &PRINTED_KEPT,
    &TRANSLATION_KEPT,
    &NOTE_WITHOUT_VALUE,
    &STILL_OPEN,
    &NO_SHEET,
    &NO_HEAD,
    &HEAD_TWICE,
    &UNKNOWN_NAME,
    &WRONG_TOTAL,
    &PLACE_NOT_NAMED,
];

static NO_WORKBOOK: Code = Code { number: "MB1001", name: "no-workbook" };
static NO_FORM: Code = Code { number: "MB1002", name: "no-form" };
static OTHER_VERSION: Code = Code { number: "MB1003", name: "form-of-other-version" };
static NUMBER_AND_STATE: Code = Code { number: "MB1004", name: "number-and-state" };
static UNKNOWN_STATE: Code = Code { number: "MB1005", name: "unknown-state" };
static BECAME_DATE: Code = Code { number: "MB1006", name: "cell-became-date" };
static PERCENT_OUT_OF_PLACE: Code = Code { number: "MB1007", name: "percent-out-of-place" };
static CELL_WITHOUT_VALUE: Code = Code { number: "MB1008", name: "cell-without-value" };
static DAY_UNREADABLE: Code = Code { number: "MB1009", name: "form-without-day" };
static DAY_CHANGED: Code = Code { number: "MB1010", name: "day-of-form-changed" };
static UNKNOWN_ROW: Code = Code { number: "MB1011", name: "unknown-row" };
static ROW_TWICE: Code = Code { number: "MB1012", name: "row-twice" };
static UNKNOWN_SOURCE: Code = Code { number: "MB1013", name: "unknown-source-in-form" };
static NO_SOURCE: Code = Code { number: "MB1014", name: "new-day-without-source" };
static SOURCE_KEPT: Code = Code { number: "MB1015", name: "source-of-day-kept" };
static NOT_EDITABLE: Code = Code { number: "MB1016", name: "line-not-editable" };
static NO_ROWS: Code = Code { number: "MB1017", name: "form-without-rows" };
static PRINTED_KEPT: Code = Code { number: "MB1018", name: "printed-words-kept" };
static TRANSLATION_KEPT: Code = Code { number: "MB1019", name: "translation-kept" };
static NOTE_WITHOUT_VALUE: Code = Code { number: "MB1020", name: "note-without-value" };
static STILL_OPEN: Code = Code { number: "MB1021", name: "workbook-still-open" };

static NO_SHEET: Code = Code { number: "MB1022", name: "no-such-sheet" };
static NO_HEAD: Code = Code { number: "MB1023", name: "no-such-head" };
static HEAD_TWICE: Code = Code { number: "MB1024", name: "head-twice" };
static UNKNOWN_NAME: Code = Code { number: "MB1025", name: "unknown-name-in-workbook" };
static WRONG_TOTAL: Code = Code { number: "MB1026", name: "wrong-total" };
static PLACE_NOT_NAMED: Code = Code { number: "MB1027", name: "map-without-area" };

/// A cell as spreadsheets name it in formulas: `[Quý 1.xlsx]Số liệu!F7`.
pub fn cell(file: &str, sheet: &str, spot: Spot) -> Place {
    Place::whole(&format!("[{file}]{sheet}!{}", spot.name()).into())
}

fn problem(code: &'static Code, severity: Severity, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity, place: Some(place), what, why, fix }
}

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    problem(code, Severity::Error, place, what, why, fix)
}

/// A file that is no workbook this program reads.
pub fn no_workbook(file: &str, why: Unreadable) -> Problem {
    let save = Said::new(
        "mở tệp bằng Excel, chọn File, Save As (Lưu thành), loại “Excel Workbook (*.xlsx)”, rồi nhập tệp mới.",
        "open it in Excel, choose File, Save As, type “Excel Workbook (*.xlsx)”, and import the new file.",
    );
    let (what, fix) = match why {
        Unreadable::Old => (Said::new("Đây là tệp Excel kiểu cũ (.xls).", "This is an Excel file of the old kind (.xls)."), save),
        Unreadable::Binary => (Said::new("Đây là tệp Excel dạng nhị phân (.xlsb).", "This is an Excel file of the binary kind (.xlsb)."), save),
        Unreadable::OpenDocument => (Said::new("Đây là bảng tính LibreOffice (.ods).", "This is a LibreOffice spreadsheet (.ods)."), save),
        Unreadable::Text => (
            Said::new("Đây là tệp chữ (.csv hoặc .txt), không phải sổ Excel.", "This is a text file (.csv or .txt) and no Excel workbook."),
            Said::new(
                "điền vào biểu do lệnh minhbach template tạo ra (.xlsx) rồi nhập biểu đó.",
                "fill in the form that minhbach template makes (.xlsx) and import that.",
            ),
        ),
        Unreadable::Locked => (
            Said::new("Tệp này được đặt mật khẩu mở.", "This file is protected with a password."),
            Said::new(
                "mở tệp, vào File, Info, Protect Workbook, Encrypt with Password, xóa mật khẩu, lưu lại.",
                "open it, go to File, Info, Protect Workbook, Encrypt with Password, remove the password and save.",
            ),
        ),
        Unreadable::Note => (
            Said::new(
                "Đây là tệp tạm của Excel (tên bắt đầu bằng ~$), không phải sổ số liệu.",
                "This is Excel's temporary note (its name begins with ~$) and not the workbook.",
            ),
            Said::new("đóng Excel rồi nhập tệp cùng tên không có ~$.", "close Excel and import the file of the same name without ~$."),
        ),
        Unreadable::OtherOffice => (
            Said::new("Đây là tệp Word hoặc PowerPoint, không phải sổ Excel.", "This is a Word or PowerPoint file and no Excel workbook."),
            Said::new("chép bảng số vào biểu do lệnh minhbach template tạo ra.", "copy the table into the form that minhbach template makes."),
        ),
        Unreadable::Broken => (
            Said::new("Tệp Excel này bị hỏng hoặc chưa tải về hết.", "This Excel file is damaged or was not downloaded completely."),
            Said::new(
                "mở tệp bằng Excel và lưu lại thành tệp mới; không mở được thì xin lại tệp.",
                "open it in Excel and save it as a new file; if it does not open, ask for it again.",
            ),
        ),
        Unreadable::TooLarge => (
            Said::new("Tệp Excel này quá lớn để đọc.", "This Excel file is too large to read."),
            Said::new(
                "chỉ giữ trang số liệu, bỏ ảnh và các trang khác, rồi lưu lại.",
                "keep the sheet of figures only, without pictures and other sheets, and save it again.",
            ),
        ),
        Unreadable::Foreign => (
            Said::new("Tệp này không phải sổ Excel.", "This file is no Excel workbook."),
            Said::new("chọn tệp .xlsx do lệnh minhbach template tạo ra.", "choose the .xlsx that minhbach template made."),
        ),
    };
    let why = Said::new("chỉ đọc được từng ô của tệp .xlsx.", "only an .xlsx can be read cell by cell.");
    error(&NO_WORKBOOK, Place::whole(&file.into()), what, why, fix)
}

/// A workbook that no `minhbach template` made.
pub fn no_form(file: &str) -> Problem {
    error(
        &NO_FORM,
        Place::whole(&file.into()),
        Said::new("Sổ Excel này không phải biểu do lệnh minhbach template tạo ra.", "This workbook is not a form made by minhbach template."),
        Said::new("không có mã dòng thì không biết con số nào thuộc về dòng nào.", "without the ids of lines nobody knows which number belongs where."),
        Said::new("tạo biểu bằng minhbach template rồi chép số vào đó.", "make a form with minhbach template and copy the numbers into it."),
    )
}

/// A form of another version of the program.
pub fn other_version(file: &str, found: &str) -> Problem {
    error(
        &OTHER_VERSION,
        Place::whole(&file.into()),
        Said::new(
            format!("Biểu này thuộc phiên bản “{found}”, chương trình đọc phiên bản {}.", super::VERSION),
            format!("This form is of version “{found}”; this program reads version {}.", super::VERSION),
        ),
        Said::new("các cột có thể đã đổi chỗ hoặc đổi nghĩa.", "columns may have changed place or meaning."),
        Said::new("tạo biểu mới bằng minhbach template rồi chép số sang.", "make a new form with minhbach template and copy the numbers over."),
    )
}

/// A number and a state in one row.
pub fn number_and_state(place: Place, number: &str, state: &str) -> Problem {
    error(
        &NUMBER_AND_STATE,
        place,
        Said::new(
            format!("Dòng này vừa có kết quả “{number}” vừa có trạng thái “{state}”."),
            format!("This row has both the result “{number}” and the state “{state}”."),
        ),
        Said::new("trang chỉ in được một trong hai.", "only one of the two can be published."),
        Said::new("có con số thì xóa ô Trạng thái; chưa có thì xóa ô Kết quả.", "with a number clear the cell State; without one clear the cell Result."),
    )
}

/// Words in the column of states that are no state.
pub fn unknown_state(place: Place, typed: &str) -> Problem {
    error(
        &UNKNOWN_STATE,
        place,
        Said::new(format!("“{typed}” không phải một trạng thái đã biết."), format!("“{typed}” is no known state.")),
        Said::new("mỗi trạng thái có nghĩa riêng và không cái nào là số 0.", "each state means something of its own, and none of them is 0."),
        Said::new(
            "chọn trong danh sách: chưa giải ngân, chưa giao, chưa đến kỳ, chưa có số liệu, không nêu, không áp dụng, không công bố; lời giải thích thì ghi ở cột Ghi chú.",
            "choose from the list: nothing disbursed yet, not yet assigned, not yet due, no data yet, not stated, not applicable, withheld; explanations belong in Note.",
        ),
    )
}

/// A day where a number should be.
pub fn became_date(place: Place, day: &str, meant: &str) -> Problem {
    error(
        &BECAME_DATE,
        place,
        Said::new(format!("Ô này là ngày {day}, không phải con số."), format!("This cell is the day {day} and no number.")),
        Said::new(format!("Excel tự đổi những chữ như {meant} thành ngày tháng."), format!("Excel turns words such as {meant} into dates.")),
        Said::new(format!("gõ dấu nháy trước: '{meant}"), format!("type an apostrophe first: '{meant}")),
    )
}

/// A percentage in a row that counts something else.
pub fn percent_out_of_place(place: Place, percent: &str, unit: &str) -> Problem {
    let unit = if unit.is_empty() { "–" } else { unit };
    error(
        &PERCENT_OUT_OF_PLACE,
        place,
        Said::new(format!("Ô này là {percent}%, còn dòng này tính bằng “{unit}”."), format!("This cell is {percent}%, while the row counts “{unit}”.")),
        Said::new(
            "phần trăm của cái gì thì phải ghi ở dòng tỷ lệ, nếu không trang sẽ in sai.",
            "a share belongs in a row of its own; here it would be published as an amount.",
        ),
        Said::new(format!("ghi con số tính bằng “{unit}”, định dạng ô là Number."), format!("write the number in “{unit}” and format the cell as Number.")),
    )
}

/// A formula that failed, or TRUE and FALSE.
pub fn cell_without_value(place: Place, shown: &str) -> Problem {
    error(
        &CELL_WITHOUT_VALUE,
        place,
        Said::new(format!("Ô này đang hiện “{shown}”."), format!("This cell shows “{shown}”.")),
        Said::new(
            "công thức trong ô bị lỗi hoặc ô không phải con số, nên không có gì để đưa lên trang.",
            "its formula failed or it is no number, so there is nothing to publish.",
        ),
        Said::new("sửa công thức, hoặc gõ thẳng con số vào ô.", "mend the formula, or type the number itself."),
    )
}

/// No day, or one that cannot be read.
pub fn day_unreadable(place: Place, typed: &str) -> Problem {
    let what = if typed.is_empty() {
        Said::new("Ô “Tính đến ngày” để trống.", "The cell “As of” is blank.")
    } else {
        Said::new(format!("“{typed}” ở ô “Tính đến ngày” không đọc được là ngày nào."), format!("“{typed}” in the cell “As of” cannot be read as a date."))
    };
    error(
        &DAY_UNREADABLE,
        place,
        what,
        Said::new("mỗi kết quả phải có ngày thì mới biết là số của kỳ nào.", "a result without its day belongs to no period."),
        Said::new("ghi ngày cuối kỳ, ví dụ 30/6/2024.", "write the last day it covers, such as 30/6/2024."),
    )
}

/// Another day than the form was made for, while it shows results of that day.
pub fn day_changed(place: Place, made_for: &str, found: &str) -> Problem {
    error(
        &DAY_CHANGED,
        place,
        Said::new(
            format!("Biểu này chứa sẵn kết quả đến {made_for}, nay ô “Tính đến ngày” ghi {found}."),
            format!("This form holds the results as of {made_for}; its cell “As of” now says {found}."),
        ),
        Said::new("các ô chưa sửa sẽ biến thành số của kỳ mới.", "cells nobody touched would become figures of the new date."),
        Said::new(
            format!("tạo biểu trống cho kỳ mới: minhbach template … --as-of {found}; hoặc ghi lại {made_for}."),
            format!("make a form for the new date: minhbach template … --as-of {found}; or write {made_for} again."),
        ),
    )
}

/// A row whose id the site does not know.
pub fn unknown_row(place: Place, id: &str, near: Option<&str>) -> Problem {
    let what = if id.is_empty() {
        Said::new("Dòng này có số liệu nhưng không có mã dòng.", "This row holds figures but no id of a line.")
    } else {
        Said::new(format!("Trang không có dòng nào mang mã “{id}”."), format!("The site has no line with the id “{id}”."))
    };
    let near = near.map_or_else(|| Said::new("", ""), |near| Said::new(format!(" Có phải là: {near}?"), format!(" Did you mean: {near}?")));
    error(
        &UNKNOWN_ROW,
        place,
        what,
        Said::new("không biết con số thuộc về dòng nào thì không thể ghi.", "a number that belongs to no line cannot be written."),
        Said::new(
            format!("thêm dòng vào plan.yaml hoặc results.yaml trước, rồi tạo biểu mới; hoặc xóa dòng này khỏi biểu.{}", near.vi),
            format!("add the line to plan.yaml or results.yaml first and make a new form; or remove this row.{}", near.en),
        ),
    )
}

/// One id on two rows.
pub fn row_twice(place: Place, id: &str, other: &str) -> Problem {
    error(
        &ROW_TWICE,
        place,
        Said::new(format!("Mã “{id}” đã có ở ô {other}."), format!("The id “{id}” stands in {other} already.")),
        Said::new("hai dòng cùng mã thì không biết lấy dòng nào.", "of two rows with one id nobody knows which to take."),
        Said::new("xóa một trong hai dòng.", "remove one of the two rows."),
    )
}

/// A source the site does not have.
pub fn unknown_source(place: Place, id: &str, near: Option<&str>) -> Problem {
    let fix = match near {
        Some(near) => Said::new(format!("có phải là: {near}?"), format!("did you mean: {near}?")),
        None => Said::new(
            "chọn trong danh sách của ô, hoặc thêm bài viết hay văn bản vào trang trước.",
            "choose from the list of the cell, or add the report or document to the site first.",
        ),
    };
    error(
        &UNKNOWN_SOURCE,
        place,
        Said::new(format!("Trang không có bài viết hay văn bản nào mang mã “{id}”."), format!("The site has no report or document “{id}”.")),
        Said::new("mỗi con số phải dẫn về nơi nêu ra nó.", "every number leads to where it was stated."),
        fix,
    )
}

/// Results for a new day, and nobody said where they come from.
pub fn no_source(place: Place, day: &str) -> Problem {
    error(
        &NO_SOURCE,
        place,
        Said::new(
            format!("Kết quả đến {day} là số mới mà ô “Nguồn chung” để trống."),
            format!("The results as of {day} are new, and the cell “Source of all” is blank."),
        ),
        Said::new("mỗi con số phải dẫn về nơi nêu ra nó.", "every number leads to where it was stated."),
        Said::new("chọn mã của bài viết hoặc văn bản nêu các con số này.", "choose the id of the report or document that states these figures."),
    )
}

/// Another source for a day that has one already.
pub fn source_kept(place: Place, written: &str, found: &str, at: &str) -> Problem {
    error(
        &SOURCE_KEPT,
        place,
        Said::new(
            format!("Kết quả của ngày này đã ghi nguồn “{written}”, ô này ghi “{found}”."),
            format!("The results of this day name the source “{written}”; this cell says “{found}”."),
        ),
        Said::new("đổi nguồn chung là đổi nguồn của mọi con số trong ngày đó.", "another source of all would be another source for every figure of that day."),
        Said::new(
            format!("ghi lại “{written}”; dòng nào có nguồn khác thì ghi ở cột “Nguồn riêng”; muốn đổi hẳn thì sửa trong {at}."),
            format!("write “{written}” again; where a line has another source use the column “Own source”; to change it for good edit {at}."),
        ),
    )
}

/// A line written in a form in which it cannot be changed without touching its neighbours.
pub fn not_editable(place: Place, file: &str) -> Problem {
    error(
        &NOT_EDITABLE,
        place,
        Said::new(
            format!("Ô này đổi một giá trị mà trong {file} được viết theo cách không sửa tự động được."),
            format!("This cell changes a value that {file} writes in a way that cannot be edited by itself."),
        ),
        Said::new("sửa tự động ở đó có thể làm đổi cả những gì bên cạnh.", "an edit there could change what stands beside it."),
        Said::new(
            format!("mở {file} và sửa bằng tay, hoặc viết mỗi mục trên một dòng rồi nhập lại."),
            format!("open {file} and change it by hand, or write each field on a line of its own and import again."),
        ),
    )
}

/// A form without a single row.
pub fn no_rows(file: &str, sheet: &str) -> Problem {
    error(
        &NO_ROWS,
        Place::whole(&file.into()),
        Said::new(format!("Trang “{sheet}” không có dòng số liệu nào."), format!("The sheet “{sheet}” holds no row of figures.")),
        Said::new("không có gì để nhập, nên không có gì được ghi.", "there is nothing to import, so nothing is written."),
        Said::new("tạo lại biểu bằng minhbach template.", "make the form again with minhbach template."),
    )
}

/// The words of the source beside a value that changes.
pub fn printed_kept(place: Place, file: &str) -> Problem {
    problem(
        &PRINTED_KEPT,
        Severity::Warning,
        place,
        Said::new(
            format!("Con số đổi, nhưng trong {file} dòng này còn mục printed: với lời của nguồn về số cũ."),
            format!("The number changes, but in {file} its line keeps printed: with the source's words for the old one."),
        ),
        Said::new("trang in lời ấy bên cạnh con số như là lời của nguồn.", "the page shows those words beside the number as what the source says."),
        Said::new("sửa hoặc xóa mục printed: của dòng đó.", "change or remove printed: of that line."),
    )
}

/// Words that exist in other languages too.
pub fn translation_kept(place: Place, file: &str) -> Problem {
    problem(
        &TRANSLATION_KEPT,
        Severity::Warning,
        place,
        Said::new(
            format!("Lời này còn có bản bằng tiếng khác trong {file}, và bản đó không đổi theo."),
            format!("These words exist in another language too in {file}, and that version stays as it is."),
        ),
        Said::new("hai bản có thể nói hai điều khác nhau.", "the two versions may say different things."),
        Said::new("xem lại bản kia và sửa trong tệp.", "look at the other version and change it in the file."),
    )
}

/// A note on a line that has no value for this day.
pub fn note_without_value(place: Place) -> Problem {
    error(
        &NOTE_WITHOUT_VALUE,
        place,
        Said::new("Dòng này có ghi chú hoặc nguồn riêng nhưng chưa có kết quả.", "This row has a note or a source of its own but no result."),
        Said::new("trang chỉ có chỗ cho ghi chú của một con số.", "a note is published beside a number only."),
        Said::new("ghi kết quả, hoặc chọn trạng thái “chưa có số liệu”.", "write the result, or choose the state “no data yet”."),
    )
}

/// A workbook that is open in Excel while it is read.
pub fn still_open(file: &str) -> Problem {
    problem(
        &STILL_OPEN,
        Severity::Warning,
        Place::whole(&file.into()),
        Said::new("Tệp này có vẻ đang mở trong Excel.", "This file seems to be open in Excel."),
        Said::new("chỉ những gì đã lưu mới được đọc.", "only what has been saved is read."),
        Said::new("lưu tệp, đóng Excel rồi chạy lại nếu còn thay đổi chưa lưu.", "save it, close Excel and run again if something was not saved yet."),
    )
}

/// A sheet the workbook does not have.
pub fn no_sheet(place: Place, name: &str, there: &[&str]) -> Problem {
    let there = there.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    error(
        &NO_SHEET,
        place,
        Said::new(format!("Sổ Excel không có trang “{name}”."), format!("The workbook has no sheet “{name}”.")),
        Said::new("không có trang đó thì không có gì để đọc.", "without it there is nothing to read."),
        Said::new(format!("ghi một trong các trang: {there}."), format!("name one of its sheets: {there}.")),
    )
}

/// A head of a column that is not there.
pub fn no_head(place: Place, head: &str, near: Option<&str>) -> Problem {
    let fix = match near {
        Some(near) => Said::new(format!("có phải là: {near}"), format!("did you mean: {near}")),
        None => Said::new(
            "chép đúng chữ ở đầu cột; ô gộp phía trên viết trước, cách nhau bằng dấu / .",
            "copy the words at the head of the column; a merged cell above comes first, with a / between them.",
        ),
    };
    error(
        &NO_HEAD,
        place,
        Said::new(format!("Không thấy cột nào có tiêu đề “{head}”."), format!("No column has the head “{head}”.")),
        Said::new(
            "cột được nhận ra bằng tiêu đề, để chèn thêm cột không làm lệch số.",
            "columns are known by their heads, so that an inserted one moves nothing.",
        ),
        fix,
    )
}

/// A head that several columns have.
pub fn head_twice(place: Place, head: &str, columns: &[String]) -> Problem {
    let columns = columns.join("; ");
    error(
        &HEAD_TWICE,
        place,
        Said::new(format!("Nhiều cột có tiêu đề “{head}”."), format!("Several columns have the head “{head}”.")),
        Said::new("không biết lấy cột nào.", "nobody knows which of them is meant."),
        Said::new(format!("viết cả ô gộp phía trên: {columns}."), format!("write the merged cell above it too: {columns}.")),
    )
}

/// A name in the workbook that is neither an area nor an indicator.
pub fn unknown_name(place: Place, name: &str, near: Option<&str>, map: &str) -> Problem {
    let near = near.map_or_else(|| Said::new("<mã>", "<id>"), |near| Said::new(near, near));
    error(
        &UNKNOWN_NAME,
        place,
        Said::new(
            format!("“{name}” chưa chỉ rõ một địa bàn hay một chỉ tiêu nào của trang."),
            format!("“{name}” does not name one area or one indicator of the site."),
        ),
        Said::new("không biết con số thuộc về đâu thì không thể ghi.", "a number that belongs nowhere cannot be written."),
        Said::new(
            format!("thêm vào mục names: của {map}:  \"{name}\": {}   hoặc \"{name}\": \"-\" để bỏ qua dòng này.", near.vi),
            format!("add to names: in {map}:  \"{name}\": {}   or \"{name}\": \"-\" to leave the row out.", near.en),
        ),
    )
}

/// A row of totals that is not the sum of its rows.
pub fn wrong_total(place: Place, stated: &str, sum: &str) -> Problem {
    error(
        &WRONG_TOTAL,
        place,
        Said::new(format!("Dòng tổng ghi {stated}, cộng các dòng được {sum}."), format!("The row of totals says {stated}; its rows add up to {sum}.")),
        Said::new("một trong các dòng, hoặc chính dòng tổng, đang sai.", "one of the rows, or the total itself, is wrong."),
        Said::new("tìm dòng sai và sửa; dòng tổng không được nhập.", "find the wrong row and mend it; totals are not imported."),
    )
}

/// Rows are indicators, and nobody said of which area.
pub fn map_without_area(place: Place, name: &str) -> Problem {
    error(
        &PLACE_NOT_NAMED,
        place,
        Said::new(
            format!("“{name}” là một chỉ tiêu, nhưng chưa biết là của địa bàn nào."),
            format!("“{name}” is an indicator, but of which area is not said."),
        ),
        Said::new("cùng một chỉ tiêu có số khác nhau ở mỗi địa bàn.", "one indicator has another number in each area."),
        Said::new("thêm dòng area: vào tệp ánh xạ, ví dụ area: nam-nhun", "add a line area: to the mapping file, such as area: nam-nhun"),
    )
}
