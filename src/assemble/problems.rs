//! The words for what is wrong between files: names that lead nowhere, lines told twice, sources that differ.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &UNKNOWN_ID, &DUPLICATE_ID, &DUPLICATE_LINE, &SOURCES_DIFFER, &PARENT_CIRCLE, &SHEET_WITHOUT_AREA, &UNKNOWN_CRITERION, &FIGURES_WITHOUT_SOURCE,
    &WITHHELD_WITHOUT_REASON, &FORECAST_WITHOUT_DAY, &PART_ABOVE_WHOLE, &MISSING_FILE, &PATH_LEAVES, &RELATIVE_LINK, &TRANSLATION_ALONE,
];

static UNKNOWN_ID: Code = Code { number: "MB0301", name: "unknown-id" };
static DUPLICATE_ID: Code = Code { number: "MB0302", name: "duplicate-id" };
static DUPLICATE_LINE: Code = Code { number: "MB0303", name: "duplicate-line" };
static SOURCES_DIFFER: Code = Code { number: "MB0304", name: "sources-differ" };
static PARENT_CIRCLE: Code = Code { number: "MB0305", name: "parent-circle" };
static SHEET_WITHOUT_AREA: Code = Code { number: "MB0306", name: "sheet-without-area" };
static UNKNOWN_CRITERION: Code = Code { number: "MB0307", name: "unknown-criterion" };
static FIGURES_WITHOUT_SOURCE: Code = Code { number: "MB0308", name: "figures-without-source" };
static WITHHELD_WITHOUT_REASON: Code = Code { number: "MB0309", name: "withheld-without-reason" };
static FORECAST_WITHOUT_DAY: Code = Code { number: "MB0310", name: "forecast-without-day" };
static PART_ABOVE_WHOLE: Code = Code { number: "MB0311", name: "part-above-whole" };
static MISSING_FILE: Code = Code { number: "MB0402", name: "missing-file" };
static PATH_LEAVES: Code = Code { number: "MB0410", name: "path-leaves-folder" };
static RELATIVE_LINK: Code = Code { number: "MB0404", name: "link-to-nowhere" };
static TRANSLATION_ALONE: Code = Code { number: "MB0411", name: "translation-alone" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// A name that nothing has.
pub fn unknown_id(place: Place, what: &Said, typed: &str, nearest: Option<&str>) -> Problem {
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}?"), format!("did you mean: {near}?")),
        None => Said::new("xem lại mã: mã là tên tệp hoặc tên thư mục, không có đuôi.", "look up the id: it is the name of the file or folder, without its ending."),
    };
    error(
        &UNKNOWN_ID,
        place,
        Said::new(format!("Không có {} nào mang mã “{typed}”.", what.vi), format!("There is no {} with the id “{typed}”.", what.en)),
        Said::new("số liệu gắn với mã lạ sẽ không hiện ở đâu.", "what hangs on an unknown id would appear nowhere."),
        fix,
    )
}

/// A name two things have.
pub fn duplicate_id(place: Place, what: &Said, id: &str, first: &str) -> Problem {
    error(
        &DUPLICATE_ID,
        place,
        Said::new(format!("Đã có {} mang mã “{id}” ({first}).", what.vi), format!("Another {} already has the id “{id}” ({first}).", what.en)),
        Said::new("hai thứ cùng mã sẽ tranh nhau một địa chỉ trang.", "two things of one id would claim the same address."),
        Said::new("đổi một trong hai mã; mã nào đã công bố thì giữ nguyên.", "rename one of them; keep the id that has been published."),
    )
}

/// A line written twice by one source.
pub fn duplicate_line(place: Place, first: &str) -> Problem {
    error(
        &DUPLICATE_LINE,
        place,
        Said::new(format!("Dòng này đã có ở {first}, cùng nguồn và cùng ngày."), format!("This line already stands at {first}, from the same source and for the same day.")),
        Said::new("máy không thể biết giá trị nào đúng, và không bao giờ cộng hai giá trị lại.", "nobody can tell which value is right, and they are never added."),
        Said::new("xóa một dòng; nếu là hai dòng khác nhau, thêm trục phân biệt (component, capital, fund, group).", "delete one; if they are different lines, add what tells them apart (component, capital, fund, group)."),
    )
}

/// Two sources give different values and none was chosen.
pub fn sources_differ(place: Place, first: &str, values: &Said) -> Problem {
    error(
        &SOURCES_DIFFER,
        place,
        Said::new(format!("Hai nguồn nêu cùng một số: {} ({first}), và chưa chọn nguồn nào.", values.vi), format!("Two sources give the same figure: {} ({first}), and none was chosen.", values.en)),
        Said::new("cả hai được giữ và in ra, nhưng chỉ một số được dùng để tính.", "both are kept and printed, but only one is used in sums and rates."),
        Said::new("thêm chosen: kèm lý do vào đúng một trong hai dòng.", "add chosen: with the reason to exactly one of the two lines."),
    )
}

/// An area that is its own ancestor.
pub fn parent_circle(place: Place, id: &str) -> Problem {
    error(
        &PARENT_CIRCLE,
        place,
        Said::new(format!("Đơn vị “{id}” cuối cùng lại thuộc về chính nó."), format!("The area “{id}” ends up belonging to itself.")),
        Said::new("không thể vẽ đường dẫn từ tỉnh xuống xã.", "no way from province to commune can be drawn."),
        Said::new("sửa parent: cho đúng đơn vị cấp trên.", "mend parent: to name the area above it."),
    )
}

/// Figures of an area that has no `area.yaml`.
pub fn sheet_without_area(place: Place, area: &str) -> Problem {
    error(
        &SHEET_WITHOUT_AREA,
        place,
        Said::new(format!("Có số liệu của “{area}” nhưng chưa có tệp giới thiệu đơn vị này."), format!("There are figures of “{area}” but no file that says what it is.")),
        Said::new("trang không biết tên và cấp của đơn vị.", "its name and kind are unknown."),
        Said::new(format!("tạo content/areas/{area}/area.yaml với name: và kind:."), format!("make content/areas/{area}/area.yaml with name: and kind:.")),
    )
}

/// A criterion number the set does not have.
pub fn unknown_criterion(place: Place, number: u32, set: &str, count: usize) -> Problem {
    error(
        &UNKNOWN_CRITERION,
        place,
        Said::new(format!("Bộ tiêu chí “{set}” không có tiêu chí số {number}."), format!("The criteria set “{set}” has no criterion {number}.")),
        Said::new(format!("bộ này có {count} tiêu chí."), format!("the set has {count} criteria.")),
        Said::new("xem lại số thứ tự trong văn bản ban hành bộ tiêu chí.", "look up the number in the document that sets the criteria."),
    )
}

/// Figures nobody is named for.
pub fn figures_without_source(place: Place) -> Problem {
    error(
        &FIGURES_WITHOUT_SOURCE,
        place,
        Said::new("Số liệu này không ghi nguồn.", "These figures name no source."),
        Said::new("mỗi con số phải có nguồn để người dân tự kiểm tra được.", "every number needs a source that citizens can check."),
        Said::new("thêm source: với mã của bài hoặc văn bản, ở đầu kỳ số liệu hoặc ở dòng này.", "add source: with the id of a report or document, to the snapshot or to this line."),
    )
}

/// A withheld value without the reason.
pub fn withheld_without_reason(place: Place) -> Problem {
    error(
        &WITHHELD_WITHOUT_REASON,
        place,
        Said::new("Giá trị không công bố nhưng chưa nêu lý do.", "The value is withheld, but the reason is not given."),
        Said::new("luật chỉ cho giữ kín khi có căn cứ, và người đọc có quyền biết căn cứ đó.", "withholding needs a legal ground, and the reader may know it."),
        Said::new("thêm reason_withheld: kèm căn cứ.", "add reason_withheld: with the ground."),
    )
}

/// A forecast for no day.
pub fn forecast_without_day(place: Place) -> Problem {
    error(
        &FORECAST_WITHOUT_DAY,
        place,
        Said::new("Số dự kiến này chưa nói cho thời điểm nào.", "This forecast does not say for when."),
        Said::new("sau này không thể so dự kiến với kết quả.", "it could never be compared with what happened."),
        Said::new("thêm by: với ngày dự kiến, ví dụ by: 2025-12-31.", "add by: with the day it is for, such as by: 2025-12-31."),
    )
}

/// "7/6": more than all.
pub fn part_above_whole(place: Place, typed: &str) -> Problem {
    error(
        &PART_ABOVE_WHOLE,
        place,
        Said::new(format!("“{typed}”: phần lớn hơn tổng."), format!("“{typed}”: the part is larger than the whole.")),
        Said::new("“6/10” nghĩa là 6 trong 10; số trước không thể lớn hơn số sau.", "“6/10” means 6 of 10; the first number cannot exceed the second."),
        Said::new("xem lại hai số trong nguồn; nếu đảo chỗ thì viết lại cho đúng.", "look both numbers up in the source; exchange them if they were swapped."),
    )
}

/// A file that is not there.
pub fn missing_file(place: Place, path: &str, nearest: Option<&str>) -> Problem {
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}?"), format!("did you mean: {near}?")),
        None => Said::new(format!("chép tệp vào {path}, hoặc xóa chỗ nhắc đến nó."), format!("put the file at {path}, or delete the line that names it.")),
    };
    error(
        &MISSING_FILE,
        place,
        Said::new(format!("Không thấy tệp “{path}”."), format!("There is no file “{path}”.")),
        Said::new("trên trang sẽ có một khung ảnh trống hoặc một liên kết hỏng.", "the page would show an empty frame or a broken link."),
        fix,
    )
}

/// A file name that leaves its folder.
pub fn path_leaves(place: Place, typed: &str) -> Problem {
    error(
        &PATH_LEAVES,
        place,
        Said::new(format!("Đường dẫn “{typed}” đi ra khỏi thư mục của bài."), format!("The path “{typed}” leaves the folder it stands in.")),
        Said::new("chỉ những tệp đặt cạnh bài mới được đưa lên trang.", "only files that lie beside the text are published."),
        Said::new("chép tệp vào cùng thư mục và chỉ viết tên tệp.", "copy the file into the same folder and write its name only."),
    )
}

/// A relative link in prose.
pub fn relative_link(place: Place, typed: &str) -> Problem {
    error(
        &RELATIVE_LINK,
        place,
        Said::new(format!("Liên kết “{typed}” không dẫn đến đâu."), format!("The link “{typed}” leads nowhere.")),
        Said::new("địa chỉ tương đối sẽ hỏng khi bài hiện ở chỗ khác hoặc đổi địa chỉ.", "a relative address breaks when the text appears elsewhere."),
        Said::new(
            "dùng area:<mã>, programme:<mã>, report:<mã>, document:<mã>, indicator:<mã>, hoặc địa chỉ đầy đủ https://….",
            "use area:<id>, programme:<id>, report:<id>, document:<id>, indicator:<id>, or a complete address https://….",
        ),
    )
}

/// A translation whose original is not there.
pub fn translation_alone(place: Place, slug: &str, first: &str) -> Problem {
    error(
        &TRANSLATION_ALONE,
        place,
        Said::new(format!("Bài “{slug}” có bản dịch nhưng thiếu bản {first}."), format!("The report “{slug}” has a translation but lacks its version in {first}.")),
        Said::new("ngày, nguồn và đơn vị được lấy từ bản ngôn ngữ đầu tiên của trang.", "date, source and areas come from the version in the site's first language."),
        Said::new("thêm index.md (hoặc <mã>.md) cùng thư mục.", "add index.md (or <id>.md) beside it."),
    )
}
