//! The words for what is wrong between files: names that lead nowhere, lines told twice, sources that differ.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity, nearest};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &UNKNOWN_ID,
    &DUPLICATE_ID,
    &DUPLICATE_LINE,
    &SOURCES_DIFFER,
    &PARENT_CIRCLE,
    &SHEET_WITHOUT_AREA,
    &UNKNOWN_CRITERION,
    &FIGURES_WITHOUT_SOURCE,
    &WITHHELD_WITHOUT_REASON,
    &FORECAST_WITHOUT_DAY,
    &PART_ABOVE_WHOLE,
    &TILE_TAKEN,
    &MISSING_FILE,
    &PATH_LEAVES,
    &RELATIVE_LINK,
    &TRANSLATION_ALONE,
    &WRONG_KIND,
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
static TILE_TAKEN: Code = Code { number: "MB0312", name: "tile-taken" };
static MISSING_FILE: Code = Code { number: "MB0402", name: "missing-file" };
static PATH_LEAVES: Code = Code { number: "MB0410", name: "path-leaves-folder" };
static RELATIVE_LINK: Code = Code { number: "MB0404", name: "link-to-nowhere" };
static TRANSLATION_ALONE: Code = Code { number: "MB0411", name: "translation-alone" };
static WRONG_KIND: Code = Code { number: "MB0414", name: "file-of-wrong-kind" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// A name that nothing has.
pub fn unknown_id(place: Place, what: &Said, typed: &str, nearest: Option<&str>, known: &[&str]) -> Problem {
    const SHOWN: usize = 12;
    let list = known.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ") + if known.len() > SHOWN { " …" } else { "" };
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}?"), format!("did you mean: {near}?")),
        None if known.is_empty() => {
            Said::new("thêm tệp khai báo mã này, hoặc xóa chỗ nhắc đến nó.", "add the file that declares it, or delete the line that names it.")
        }
        None => Said::new(format!("dùng một trong các mã đang có: {list}."), format!("use one of the ids there are: {list}.")),
    };
    error(
        &UNKNOWN_ID,
        place,
        Said::new(format!("Không có {} nào mang mã “{typed}”.", what.vi), format!("There is no {} with the id “{typed}”.", what.en)),
        Said::new(
            "điều gắn với mã lạ không hiện ở trang nào, và liên kết tới nó không dẫn đến đâu.",
            "what hangs on an unknown id appears on no page, and a link to it leads nowhere.",
        ),
        fix,
    )
    .meant_if(typed, nearest::only(typed, known.iter().copied()))
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
        Said::new(
            format!("Dòng này đã có ở {first}, cùng nguồn và cùng ngày."),
            format!("This line already stands at {first}, from the same source and for the same day."),
        ),
        Said::new(
            "máy không thể biết giá trị nào đúng, và không bao giờ cộng hai giá trị lại.",
            "nobody can tell which value is right, and they are never added.",
        ),
        Said::new(
            "xóa một dòng; nếu là hai dòng khác nhau, thêm trục phân biệt (component, capital, fund, group).",
            "delete one; if they are different lines, add what tells them apart (component, capital, fund, group).",
        ),
    )
}

/// Two sources give different values and none was chosen.
pub fn sources_differ(place: Place, first: &str, values: &Said) -> Problem {
    error(
        &SOURCES_DIFFER,
        place,
        Said::new(
            format!("Hai nguồn nêu cùng một số: {} ({first}), và chưa chọn nguồn nào.", values.vi),
            format!("Two sources give the same figure: {} ({first}), and none was chosen.", values.en),
        ),
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

/// Two places of one kind within one place that are set on the same tile, or one that is set off the map.
pub fn tile_taken(place: Place, id: &str, other: Option<&str>, most: u32) -> Problem {
    let what = match other {
        Some(other) => Said::new(
            format!("Đơn vị “{id}” và “{other}” cùng đặt trên một ô của bản đồ."),
            format!("The areas “{id}” and “{other}” are set on one tile of the map."),
        ),
        None => Said::new(format!("Ô của đơn vị “{id}” nằm ngoài bản đồ."), format!("The tile of the area “{id}” lies off the map.")),
    };
    let fix =
        Said::new(format!("chọn một ô còn trống: row: và column: từ 1 đến {most}."), format!("choose a tile that is free: row: and column: from 1 to {most}."));
    let why = Said::new("đơn vị này sẽ đứng dưới bản đồ thay vì trên bản đồ.", "this area will stand below the map and not on it.");
    Problem { code: &TILE_TAKEN, severity: Severity::Warning, place: Some(place), what, why, fix }
}

/// Figures of an area that has no `area.yaml`.
pub fn sheet_without_area(place: Place, area: &str) -> Problem {
    error(
        &SHEET_WITHOUT_AREA,
        place,
        Said::new(
            format!("Có số liệu của “{area}” nhưng chưa có tệp giới thiệu đơn vị này."),
            format!("There are figures of “{area}” but no file that says what it is."),
        ),
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
        Said::new(
            "thêm source: với mã của bài hoặc văn bản, ở đầu kỳ số liệu hoặc ở dòng này.",
            "add source: with the id of a report or document, to the snapshot or to this line.",
        ),
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
    if path.is_empty() {
        return error(
            &MISSING_FILE,
            place,
            Said::new("Ở đây thiếu tên tệp.", "The name of a file is missing here."),
            Said::new("trên trang sẽ có một khung ảnh trống hoặc một liên kết hỏng.", "the page would show an empty frame or a broken link."),
            Said::new("viết tên một tệp đặt cạnh bài, hoặc xóa chỗ này.", "write the name of a file that lies beside the text, or delete this place."),
        );
    }
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
        Said::new(format!("Đường dẫn “{typed}” đi ra khỏi thư mục chứa tệp này."), format!("The path “{typed}” leaves the folder of this file.")),
        Said::new("chỉ những tệp đặt cạnh tệp này mới được đưa lên trang.", "only files that lie beside this one are published."),
        Said::new("chép tệp vào cùng thư mục và chỉ viết tên tệp.", "copy the file into the same folder and write its name only."),
    )
}

/// A file of a kind that is not published in this place.
pub fn wrong_kind(place: Place, typed: &str, endings: &[&str]) -> Problem {
    let list = endings.join(", ");
    error(
        &WRONG_KIND,
        place,
        Said::new(format!("Tệp “{typed}” không thuộc loại đăng được ở đây."), format!("The file “{typed}” is not of a kind that is published here.")),
        Said::new(
            "người đọc sẽ thấy khung ảnh trống, tệp số liệu thô hoặc một trang lạ.",
            "readers would see an empty frame, a raw data file or a foreign page.",
        ),
        Said::new(format!("dùng tệp có đuôi {list}."), format!("use a file that ends in {list}.")),
    )
}

/// A link to a figure nobody stated.
pub fn figure_nowhere(place: Place, address: &str, nearest: Option<&str>) -> Problem {
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: figure:{near}?"), format!("did you mean: figure:{near}?")),
        None => Said::new(
            "viết figure:<đơn vị>/<năm>/<chương trình>/<nguồn vốn>/disbursed, hoặc bỏ đơn vị và năm khi bài chỉ nói về một đơn vị.",
            "write figure:<area>/<year>/<programme>/<capital>/disbursed, or leave area and year out when the report is about one area.",
        ),
    };
    error(
        &RELATIVE_LINK,
        place,
        Said::new(format!("Không có con số nào mang địa chỉ “{address}”."), format!("No figure has the address “{address}”.")),
        Said::new("liên kết này không dẫn đến số liệu nào.", "the link would lead to no figure."),
        fix,
    )
}

/// A source or link that is still a draft.
pub fn names_a_draft(place: Place, id: &str) -> Problem {
    draft_named(
        place,
        Said::new(format!("Bài “{id}” còn là bản nháp."), format!("The report “{id}” is still a draft.")),
        Said::new("xóa dòng draft: true trong bài đó, hoặc dùng nguồn khác.", "delete the line draft: true in that report, or name another source."),
    )
}

/// A link to a hand-written page that is still a draft.
pub fn names_a_draft_page(place: Place, id: &str) -> Problem {
    draft_named(
        place,
        Said::new(format!("Trang “{id}” còn là bản nháp."), format!("The page “{id}” is still a draft.")),
        Said::new("xóa dòng draft: true trong trang đó, hoặc bỏ liên kết này.", "delete the line draft: true in that page, or take this link out."),
    )
}

fn draft_named(place: Place, what: Said, fix: Said) -> Problem {
    let why = Said::new("bản nháp không được công bố, nên người đọc không tới được.", "a draft is not published, so readers could not reach it.");
    error(&UNKNOWN_ID, place, what, why, fix)
}

/// A relative link in prose.
pub fn relative_link(place: Place, typed: &str, meant: Option<&str>) -> Problem {
    let (what, why) = if typed.is_empty() {
        (
            Said::new("Liên kết này chưa có địa chỉ.", "This link has no address."),
            Said::new("người đọc bấm vào mà không tới đâu cả.", "readers would follow it and get nowhere."),
        )
    } else {
        (
            Said::new(format!("Liên kết “{typed}” không dẫn đến đâu."), format!("The link “{typed}” leads nowhere.")),
            Said::new("địa chỉ tương đối sẽ hỏng khi bài hiện ở chỗ khác hoặc đổi địa chỉ.", "a relative address breaks when the text appears elsewhere."),
        )
    };
    error(
        &RELATIVE_LINK,
        place,
        what,
        why,
        Said::new(
            "dùng area:<mã>, programme:<mã>, report:<mã>, document:<mã>, indicator:<mã>, page:<tên>, hoặc địa chỉ đầy đủ https://….",
            "use area:<id>, programme:<id>, report:<id>, document:<id>, indicator:<id>, page:<name>, or a complete address https://….",
        ),
    )
    .meant_if(typed, meant)
}

/// A translation whose original is not there.
pub fn translation_alone(place: Place, slug: &str, first: &str) -> Problem {
    let name = if place.file.contains("/index.") { "index.md".to_owned() } else { format!("{slug}.md") };
    error(
        &TRANSLATION_ALONE,
        place,
        Said::new(
            format!("Bài “{slug}” có bản dịch nhưng thiếu bản gốc ({first})."),
            format!("The report “{slug}” has a translation but lacks its original ({first})."),
        ),
        Said::new(
            "ngày, nguồn và đơn vị được lấy từ bản ngôn ngữ đầu tiên của trang.",
            "date, source and areas come from the version in the site's first language.",
        ),
        Said::new(format!("thêm tệp {name} cùng thư mục."), format!("add a file {name} beside it.")),
    )
}
