//! The words for what can be wrong with the shape of a file.
//!
//! May use: diag.

use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] =
    &[&YAML_BROKEN, &DUPLICATE_KEY, &TAB_INDENT, &ALIAS_REFUSED, &TREE_TOO_LARGE, &COMMA_IN_BRACES, &UNKNOWN_KEY, &MISSING_KEY, &WRONG_SHAPE];

static YAML_BROKEN: Code = Code { number: "MB0001", name: "broken-structure" };
static DUPLICATE_KEY: Code = Code { number: "MB0002", name: "duplicate-key" };
static TAB_INDENT: Code = Code { number: "MB0003", name: "tab-indent" };
static ALIAS_REFUSED: Code = Code { number: "MB0004", name: "alias-refused" };
static TREE_TOO_LARGE: Code = Code { number: "MB0005", name: "file-too-complex" };
static COMMA_IN_BRACES: Code = Code { number: "MB0105", name: "comma-in-braces" };
static UNKNOWN_KEY: Code = Code { number: "MB0201", name: "unknown-key" };
static MISSING_KEY: Code = Code { number: "MB0202", name: "missing-key" };
static WRONG_SHAPE: Code = Code { number: "MB0203", name: "wrong-shape" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// The text does not follow YAML (or, for `site.toml`, TOML) from here on.
pub fn broken_structure(place: Place, quoted: Option<String>) -> Problem {
    let fix = match quoted {
        Some(line) => Said::new(
            format!("giá trị có dấu hai chấm hoặc ký hiệu đặc biệt thì đặt trong ngoặc kép: {line}"),
            format!("a value with a colon or a special sign goes between quotes: {line}"),
        ),
        None => Said::new(
            "xem lại dòng này và dòng ngay trên: thụt đầu dòng bằng dấu cách và thẳng hàng, sau dấu hai chấm có một dấu cách, dấu ngoặc kép có mở có đóng.",
            "look at this line and the one above it: indent with spaces and line up, put one space after a colon, close every quote that was opened.",
        ),
    };
    error(
        &YAML_BROKEN,
        place,
        Said::new("Máy không đọc tiếp được tệp từ chỗ này.", "The file cannot be read any further from here."),
        Said::new("phần sau chỗ này chưa được đọc, nên chưa biết còn lỗi nào khác.", "what follows has not been read, so further mistakes are not known yet."),
        fix,
    )
}

/// `site.toml` does not follow its grammar from here on.
pub fn broken_settings(place: Place, quoted: Option<String>) -> Problem {
    let fix = match quoted {
        Some(line) => Said::new(format!("đặt chữ trong ngoặc kép: {line}"), format!("put words between quotes: {line}")),
        None => Said::new(
            "xem lại dòng này: mỗi dòng một mục, viết ten = \"giá trị\"; chữ nằm giữa hai dấu ngoặc kép, ngoặc nào mở cũng phải đóng.",
            "look at this line: one setting a line, written name = \"value\"; words stand between two quotes, and what is opened is closed.",
        ),
    };
    Problem { fix, ..broken_structure(place, None) }
}

/// A second `---` in a data file.
pub fn second_document(place: Place) -> Problem {
    error(
        &YAML_BROKEN,
        place,
        Said::new("Dòng --- này mở thêm một phần thứ hai trong tệp.", "This line --- begins a second part of the file."),
        Said::new("mỗi tệp chỉ có một phần; phần sau sẽ không hiện trên trang nào.", "a file has one part only; what follows would appear on no page."),
        Said::new("xóa dòng ---, hoặc chuyển phần sau sang một tệp riêng.", "delete the line ---, or move what follows to a file of its own."),
    )
}

/// A file, or the top of a report, without a single field.
pub fn empty_file(place: Place, wanted: &Said) -> Problem {
    error(
        &WRONG_SHAPE,
        place,
        Said::new("Tệp này chưa khai báo gì.", "This file says nothing yet."),
        Said::new(
            "tệp trống không nói được số liệu chưa có hay đã bị xóa nhầm.",
            "an empty file does not tell whether figures are still to come or were deleted by mistake.",
        ),
        Said::new(format!("viết {}, hoặc xóa tệp.", wanted.vi), format!("write {}, or delete the file.", wanted.en)),
    )
}

/// One key stands twice in one group.
pub fn duplicate_key(place: Place, key: &str, first_line: u32) -> Problem {
    error(
        &DUPLICATE_KEY,
        place,
        Said::new(format!("Mục “{key}” được viết hai lần."), format!("The field “{key}” is written twice.")),
        Said::new(
            format!("lần đầu ở dòng {first_line}; máy không thể biết giá trị nào đúng."),
            format!("it first stands on line {first_line}; nobody can tell which value is right."),
        ),
        Said::new("giữ lại một dòng, xóa dòng kia.", "keep one of the two lines and delete the other."),
    )
}

/// A line is indented with a tab.
pub fn tab_indent(place: Place) -> Problem {
    error(
        &TAB_INDENT,
        place,
        Said::new("Dòng này thụt vào bằng phím Tab.", "This line is indented with a Tab."),
        Said::new(
            "tệp YAML chỉ nhận dấu cách, nên máy không biết dòng này thuộc mục nào.",
            "YAML accepts spaces only, so it is unknown which field the line belongs to.",
        ),
        Said::new("thay mỗi Tab bằng dấu cách cho thẳng với các dòng cùng nhóm.", "replace each Tab with spaces, in line with the rest of the group."),
    )
}

/// An alias (`*name`) was used.
pub fn alias_refused(place: Place) -> Problem {
    error(
        &ALIAS_REFUSED,
        place,
        Said::new("Dấu * ở đây là cách viết tắt không dùng được.", "The * here is a shorthand that is not accepted."),
        Said::new(
            "mỗi số phải đứng ở chỗ của nó để người đọc tệp thấy được, và viết tắt lồng nhau có thể làm máy quá tải.",
            "each value must stand where it is read, and nested shorthands can overload the machine.",
        ),
        Said::new(
            "viết lại giá trị đầy đủ; nếu là chữ bắt đầu bằng dấu *, đặt trong ngoặc kép.",
            "write the value out in full; if it is text that begins with *, put it between quotes.",
        ),
    )
}

/// More values or deeper nesting than any real file has.
pub fn file_too_complex(place: Place) -> Problem {
    error(
        &TREE_TOO_LARGE,
        place,
        Said::new("Tệp này có quá nhiều giá trị hoặc lồng quá sâu.", "This file holds too many values or is nested too deeply."),
        Said::new(
            "một tệp số liệu thật không bao giờ như vậy; máy dừng đọc để khỏi quá tải.",
            "no real data file is like that; reading stopped to protect the machine.",
        ),
        Said::new("chia tệp theo đơn vị và theo năm, mỗi năm một thư mục.", "split it by area and by year, one folder a year."),
    )
}

/// `{planned: 318,4}`: the decimal comma was read as the end of the value.
pub fn comma_in_braces(place: Place, digits: &str) -> Problem {
    error(
        &COMMA_IN_BRACES,
        place,
        Said::new(format!("“{digits}” bị tách khỏi số đứng trước nó."), format!("“{digits}” has been cut off from the number before it.")),
        Said::new(
            "trong ngoặc nhọn { }, dấu phẩy ngăn các mục, nên 318,4 thành 318 và 4.",
            "inside braces { } a comma separates fields, so 318,4 becomes 318 and 4.",
        ),
        Said::new("bỏ ngoặc nhọn và viết mỗi giá trị trên một dòng.", "drop the braces and write one value per line."),
    )
}

/// A key nobody knows.
pub fn unknown_key(place: Place, key: &str, nearest: Option<&str>, known: &[&str]) -> Problem {
    let list = known.join(", ");
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}: ?"), format!("did you mean: {near}: ?")),
        None => Said::new(format!("dùng một trong các mục: {list}."), format!("use one of: {list}.")),
    };
    error(
        &UNKNOWN_KEY,
        place,
        Said::new(format!("Ở đây không có mục “{key}”."), format!("There is no field “{key}” here.")),
        Said::new("giá trị viết dưới mục lạ sẽ không hiện trên trang nào.", "what is written under an unknown field would appear on no page."),
        fix,
    )
}

/// A key that must be there is not.
pub fn missing_key(place: Place, key: &str) -> Problem {
    let line = if place.file.ends_with(".toml") { format!("{key} = \"…\"") } else { format!("{key}: …") };
    error(
        &MISSING_KEY,
        place,
        Said::new(format!("Thiếu mục “{key}”."), format!("The field “{key}” is missing.")),
        Said::new("không có mục này thì trang không nói được đây là gì.", "without it the page cannot say what this is."),
        Said::new(format!("thêm một dòng “{line}” vào nhóm bắt đầu ở đây."), format!("add a line “{line}” to the group that begins here.")),
    )
}

/// A key that must say something stands there with nothing after it.
pub fn empty_key(place: Place, key: &str) -> Problem {
    error(
        &MISSING_KEY,
        place,
        Said::new(format!("Mục “{key}” đang để trống."), format!("The field “{key}” is empty.")),
        Said::new("không có mục này thì trang không nói được đây là gì.", "without it the page cannot say what this is."),
        Said::new("viết giá trị vào sau dấu hai chấm.", "write the value after the colon."),
    )
}

/// Fields were wanted and nothing follows.
pub fn nothing_here(place: Place, wanted: &Said) -> Problem {
    error(
        &WRONG_SHAPE,
        place,
        Said::new(format!("Chỗ này cần {}, nhưng đang để trống.", wanted.vi), format!("Here {} should stand, but there is nothing.", wanted.en)),
        Said::new("máy không đoán điều chưa viết.", "nobody guesses what was not written."),
        Said::new("viết các mục đó, mỗi mục một dòng, hoặc xóa chỗ này.", "write those fields, one a line, or delete this place."),
    )
}

/// Words stand where a group of fields was wanted.
pub fn words_for_fields(place: Place, wanted: &Said, found: &Said, first: &str) -> Problem {
    let fix = Said::new(
        format!("xuống dòng sau dấu hai chấm, thụt vào hai dấu cách rồi viết từng mục, ví dụ {first}: …"),
        format!("begin a new line after the colon, indent it by two spaces and write each field, such as {first}: …"),
    );
    Problem { fix, ..wrong_shape(place, wanted, found) }
}

/// A list where words were wanted, words where a group was wanted …
pub fn wrong_shape(place: Place, wanted: &Said, found: &Said) -> Problem {
    error(
        &WRONG_SHAPE,
        place,
        Said::new(format!("Chỗ này cần {}, nhưng đang là {}.", wanted.vi, found.vi), format!("Here {} should stand, but there is {}.", wanted.en, found.en)),
        Said::new("máy không đoán giá trị thuộc về mục nào.", "nobody guesses which field a value belongs to."),
        Said::new(
            "xem lại thụt đầu dòng và dấu gạch đầu dòng, theo một tệp mẫu cùng loại.",
            "compare the indentation and the dashes with a sound file of the same kind.",
        ),
    )
}
