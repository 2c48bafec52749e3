//! The words for what can be wrong within one file.
//!
//! May use: diag, source.

use crate::diag::{Code, Place, Problem, Said, Severity};
use crate::source::is_device;

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &NO_FRONT_MATTER,
    &OPEN_FRONT_MATTER,
    &UNKNOWN_CHOICE,
    &BAD_ID,
    &UNKNOWN_LANGUAGE,
    &BAD_PERIOD,
    &OTHER_PERIOD,
    &LINE_WITHOUT_VALUE,
    &RATE_WITHOUT_DENOMINATOR,
    &MONEY_WITHOUT_UNIT,
    &PRINTED_WITHOUT_VALUE,
    &SAMPLE_CONTENT,
    &REPORT_WITHOUT_SOURCE,
    &PICTURE_WITHOUT_WORDS,
    &PICTURE_OUT_OF_PLACE,
    &LOST_FILE,
    &IDENTITY_NUMBER,
];

static NO_FRONT_MATTER: Code = Code { number: "MB0009", name: "front-matter-missing" };
static OPEN_FRONT_MATTER: Code = Code { number: "MB0010", name: "front-matter-open" };
static LOST_FILE: Code = Code { number: "MB0015", name: "file-in-no-known-place" };
static UNKNOWN_CHOICE: Code = Code { number: "MB0204", name: "unknown-choice" };
static BAD_ID: Code = Code { number: "MB0205", name: "bad-id" };
static UNKNOWN_LANGUAGE: Code = Code { number: "MB0206", name: "unknown-language" };
static BAD_PERIOD: Code = Code { number: "MB0207", name: "bad-period" };
static OTHER_PERIOD: Code = Code { number: "MB0208", name: "period-not-of-folder" };
static LINE_WITHOUT_VALUE: Code = Code { number: "MB0209", name: "line-without-value" };
static RATE_WITHOUT_DENOMINATOR: Code = Code { number: "MB0210", name: "rate-without-denominator" };
static MONEY_WITHOUT_UNIT: Code = Code { number: "MB0211", name: "money-without-unit" };
static PRINTED_WITHOUT_VALUE: Code = Code { number: "MB0212", name: "printed-without-value" };
static SAMPLE_CONTENT: Code = Code { number: "MB0213", name: "sample-content" };
static IDENTITY_NUMBER: Code = Code { number: "MB0412", name: "identity-number" };
static REPORT_WITHOUT_SOURCE: Code = Code { number: "MB0401", name: "report-without-source" };
static PICTURE_WITHOUT_WORDS: Code = Code { number: "MB0403", name: "picture-without-words" };
static PICTURE_OUT_OF_PLACE: Code = Code { number: "MB0413", name: "picture-out-of-place" };

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}

/// A Markdown file that does not begin with `---`.
pub fn no_front_matter(place: Place) -> Problem {
    error(
        &NO_FRONT_MATTER,
        place,
        Said::new("Tệp này thiếu phần khai báo ở đầu.", "This file lacks the part at its top that says what it is."),
        Said::new("trang cần tiêu đề, ngày và nguồn của bài trước khi in bài.", "a page needs the title, date and source before the text."),
        Said::new(
            "dòng đầu tiên là ---, rồi title: …, và một dòng --- nữa trước bài.",
            "begin with a line ---, then title: …, and another line --- before the text.",
        ),
    )
}

/// Front matter that never ends.
pub fn open_front_matter(place: Place) -> Problem {
    error(
        &OPEN_FRONT_MATTER,
        place,
        Said::new("Phần khai báo ở đầu tệp không có dòng kết thúc.", "The part at the top of this file is never closed."),
        Said::new("máy không biết bài bắt đầu từ đâu.", "it is unknown where the text begins."),
        Said::new("thêm một dòng chỉ có --- trước đoạn văn đầu tiên.", "add a line with only --- before the first paragraph."),
    )
}

/// A data file where none is looked for.
pub fn lost_file(place: Place) -> Problem {
    error(
        &LOST_FILE,
        place,
        Said::new("Tệp này nằm ở chỗ không loại nội dung nào dùng đến.", "This file lies where no kind of content belongs."),
        Said::new("nội dung của nó sẽ không hiện trên trang nào.", "what it says would appear on no page."),
        Said::new(
            "đặt vào đúng thư mục: programmes/<mã>.yaml, documents/<mã>.yaml, areas/<mã>/area.yaml, areas/<mã>/<năm>/plan.yaml hoặc results.yaml, areas/<mã>/works/<mã>.yaml, reports/<năm>/<mã>.md, pages/<tên>.md.",
            "move it to programmes/<id>.yaml, documents/<id>.yaml, areas/<id>/area.yaml, areas/<id>/<year>/plan.yaml or results.yaml, areas/<id>/works/<id>.yaml, reports/<year>/<id>.md or pages/<name>.md.",
        ),
    )
}

/// A word that is none of the choices.
pub fn unknown_choice(place: Place, typed: &str, nearest: Option<&str>, all: &[&str]) -> Problem {
    let list = all.join(", ");
    let fix = match nearest {
        Some(near) => Said::new(format!("có phải bạn muốn viết: {near}?"), format!("did you mean: {near}?")),
        None => Said::new(format!("viết một trong các từ: {list}."), format!("write one of: {list}.")),
    };
    error(
        &UNKNOWN_CHOICE,
        place,
        Said::new(format!("“{typed}” không nằm trong các từ dùng được ở đây."), format!("“{typed}” is none of the words known here.")),
        Said::new(format!("ở đây chỉ hiểu: {list}."), format!("only these are understood here: {list}.")),
        fix,
    )
}

/// An id with letters it must not have.
pub fn bad_id(place: Place, typed: &str) -> Problem {
    if is_device(typed) {
        return device(place, typed);
    }
    let (vi, en) = example(typed);
    error(
        &BAD_ID,
        place,
        not_an_id(typed),
        becomes_address(),
        Said::new(
            format!("dùng tối đa 100 chữ thường không dấu, số và dấu gạch ngang{vi}."),
            format!("use at most 100 lower-case letters, digits and hyphens{en}."),
        ),
    )
}

/// A file or folder whose name must serve as an id and cannot.
pub fn bad_name(place: Place, typed: &str) -> Problem {
    if is_device(typed) {
        return device(place, typed);
    }
    let (vi, en) = example(typed);
    error(
        &BAD_ID,
        place,
        not_an_id(typed),
        becomes_address(),
        Said::new(
            format!("mã lấy từ tên tệp hoặc thư mục: đổi tên, dùng tối đa 100 chữ thường không dấu, số và dấu gạch ngang{vi}."),
            format!("the id is the name of the file or folder: rename it, with at most 100 lower-case letters, digits and hyphens{en}."),
        ),
    )
}

/// An id that no folder on Windows can have.
fn device(place: Place, typed: &str) -> Problem {
    error(
        &BAD_ID,
        place,
        Said::new(format!("Mã “{typed}” là tên Windows giữ cho thiết bị."), format!("The id “{typed}” is a name Windows keeps for a device.")),
        Said::new(
            "mã thành tên thư mục của trang, và trên máy Windows không tạo được thư mục tên con, prn, aux, nul, com1 hay lpt1.",
            "an id becomes a folder of the site, and Windows makes no folder named con, prn, aux, nul, com1 or lpt1.",
        ),
        Said::new(format!("đặt mã khác, ví dụ {typed}-1."), format!("choose another id, such as {typed}-1.")),
    )
}

fn not_an_id(typed: &str) -> Said {
    if typed.is_empty() {
        Said::new("Mã ở đây để trống.", "The id here is empty.")
    } else if typed.is_ascii() && typed.len() > 100 {
        Said::new(format!("Mã “{typed}” quá dài."), format!("The id “{typed}” is too long."))
    } else {
        Said::new(format!("Mã “{typed}” có ký tự không dùng được."), format!("The id “{typed}” has characters that cannot be used."))
    }
}

fn becomes_address() -> Said {
    Said::new(
        "mã đi vào địa chỉ trang, và máy chủ cũ chỉ chắc chắn hiểu chữ thường không dấu.",
        "an id becomes part of an address, and old servers are sure of plain lower-case letters only.",
    )
}

/// The typed id as a sound one, for the end of a sentence; nothing when there is none.
fn example(typed: &str) -> (String, String) {
    let plain = crate::diag::nearest::fold(typed).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect::<String>();
    let sound = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if sound.is_empty() || sound.len() > 100 { Default::default() } else { (format!(", ví dụ {sound}"), format!(", such as {sound}")) }
}

/// Something that is no single year.
pub fn bad_year(place: Place, typed: &str) -> Problem {
    error(
        &BAD_PERIOD,
        place,
        Said::new(format!("“{typed}” không phải một năm."), format!("“{typed}” is no year.")),
        Said::new(
            "số gắn với năm sai sẽ bị in vào năm khác hoặc không gặp kế hoạch của nó.",
            "a figure of a wrong year is printed under another one, or never meets its plan.",
        ),
        Said::new("viết một năm bốn chữ số, ví dụ 2023.", "write a year of four digits, such as 2023."),
    )
}

/// The one language of the site that is meant by another way to write its tag.
fn language<'a>(typed: &str, all: &'a [String]) -> Option<&'a str> {
    let folded = crate::diag::nearest::fold(typed);
    let tag = match &*folded {
        "vn" | "vie" | "vi-vn" | "tieng viet" | "vietnamese" => "vi",
        "eng" | "en-us" | "en-gb" | "tieng anh" | "english" => "en",
        tag => tag,
    };
    all.iter().map(String::as_str).find(|known| *known == tag)
}

/// A language the site does not have.
pub fn unknown_language(place: Place, typed: &str, nearest: Option<&str>, all: &[String]) -> Problem {
    let list = all.join(", ");
    let fix = match nearest {
        Some(near) => Said::new(
            format!("có phải bạn muốn viết: {near}? Nếu thêm ngôn ngữ, ghi vào languages trong site.toml."),
            format!("did you mean: {near}? To add a language, list it under languages in site.toml."),
        ),
        None => Said::new(
            format!("dùng {list}, hoặc thêm “{typed}” vào languages trong site.toml."),
            format!("use {list}, or add “{typed}” to languages in site.toml."),
        ),
    };
    error(
        &UNKNOWN_LANGUAGE,
        place,
        Said::new(format!("Trang không có ngôn ngữ “{typed}”."), format!("The site has no language “{typed}”.")),
        Said::new("lời viết cho ngôn ngữ lạ sẽ không hiện ở đâu.", "words for an unknown language would appear nowhere."),
        fix,
    )
    .meant_if(typed, language(typed, all))
}

/// The years of a range that was typed backwards, or with other signs between them.
fn period(typed: &str) -> Option<String> {
    let years: Vec<&str> = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let between = typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-–—/.~".contains(c));
    match years.as_slice() {
        [one, other] if between && one.len() == 4 && other.len() == 4 && one != other => Some(format!("{}-{}", one.min(other), one.max(other))),
        _ => None,
    }
}

/// Something that is no year or range of years.
pub fn bad_period(place: Place, typed: &str) -> Problem {
    error(
        &BAD_PERIOD,
        place,
        Said::new(format!("“{typed}” không phải một năm hay một giai đoạn."), format!("“{typed}” is neither a year nor a range of years.")),
        Said::new("kế hoạch và kết quả gặp nhau theo năm hoặc giai đoạn.", "plan and results meet by year or range of years."),
        Said::new("viết 2024 hoặc 2021-2025.", "write 2024 or 2021-2025."),
    )
    .meant_if(typed, period(typed).as_deref())
}

/// A folder of reports that is named after no year.
pub fn bad_year_folder(place: Place, folder: &str) -> Problem {
    error(
        &BAD_PERIOD,
        place,
        Said::new(format!("Thư mục “{folder}” không phải một năm."), format!("The folder “{folder}” is no year.")),
        Said::new("bài được xếp theo năm, và năm lấy từ tên thư mục.", "reports are listed by year, and the year is the name of their folder."),
        Said::new("chuyển bài sang thư mục của năm, ví dụ content/reports/2024.", "move the report to the folder of its year, such as content/reports/2024."),
    )
}

/// The year in the file is not that of its folder.
pub fn other_period(place: Place, typed: &str, folder: &str) -> Problem {
    error(
        &OTHER_PERIOD,
        place,
        Said::new(format!("Tệp ghi “{typed}” nhưng nằm trong thư mục “{folder}”."), format!("The file says “{typed}” but lies in the folder “{folder}”.")),
        Said::new("số của năm này có thể bị in vào năm khác.", "figures of one year could be printed under another."),
        Said::new(
            format!("sửa lại thành {folder}, hoặc chuyển tệp sang thư mục đúng (tên thư mục là năm, như 2024)."),
            format!("write {folder}, or move the file to the right folder (its name is the year, such as 2024)."),
        ),
    )
}

/// A line that names something and says nothing of it.
pub fn line_without_value(place: Place) -> Problem {
    error(
        &LINE_WITHOUT_VALUE,
        place,
        Said::new("Dòng này không có giá trị nào.", "This line holds no value."),
        Said::new("để trống không có nghĩa là 0, cũng không nói vì sao thiếu.", "a blank does not mean 0, nor does it say why a value is missing."),
        Said::new(
            "ghi giá trị (ví dụ assigned: 2.487) hoặc trạng thái (ví dụ assigned: chưa giao), hoặc xóa dòng.",
            "write a value (such as assigned: 2.487), a state (such as assigned: not assigned), or delete the line.",
        ),
    )
}

/// A rate whose denominator is not named.
pub fn rate_without_denominator(place: Place) -> Problem {
    error(
        &RATE_WITHOUT_DENOMINATOR,
        place,
        Said::new("Tỷ lệ này chưa nói tính trên số nào.", "This rate does not say what it is a share of."),
        Said::new(
            "“tỷ lệ giải ngân” có ít nhất năm cách tính; không nêu mẫu số thì người đọc hiểu sai.",
            "“rate of disbursement” has at least five meanings; without its denominator it misleads.",
        ),
        Said::new(
            "thêm rate_of: assigned (hoặc available, planned, allocated, carried_over, target); nguồn không nói thì ghi rate_of: not_stated.",
            "add rate_of: assigned (or available, planned, allocated, carried_over, target); where the source does not say, rate_of: not_stated.",
        ),
    )
}

/// Money without a unit.
pub fn money_without_unit(place: Place, typed: &str) -> Problem {
    error(
        &MONEY_WITHOUT_UNIT,
        place,
        Said::new(format!("Số tiền “{typed}” không có đơn vị."), format!("The amount “{typed}” has no unit.")),
        Said::new("triệu và tỷ khác nhau một nghìn lần.", "a million and a billion differ a thousandfold."),
        Said::new(
            "thêm một dòng money_unit: triệu đồng ở đầu tệp, hoặc viết đơn vị sau số.",
            "add a line money_unit: triệu đồng at the top of the file, or write the unit after the number.",
        ),
    )
}

/// `printed:` for a measure that is not on the line.
pub fn printed_without_value(place: Place, key: &str, near: Option<&str>) -> Problem {
    error(
        &PRINTED_WITHOUT_VALUE,
        place,
        Said::new(
            format!("“printed” nhắc đến “{key}”, nhưng dòng này không có giá trị đó."),
            format!("“printed” speaks of “{key}”, but this line has no such value."),
        ),
        Said::new("lời gốc phải đi kèm một con số để người đọc đối chiếu.", "the words of the source belong to a value the reader can compare."),
        Said::new(format!("thêm {key}: … vào dòng này, hoặc xóa dòng printed."), format!("add {key}: … to this line, or delete the printed line.")),
    )
    .meant_if(key, near)
}

/// A file that is still a sample.
pub fn sample_content(place: Place) -> Problem {
    error(
        &SAMPLE_CONTENT,
        place,
        Said::new("Tệp này còn là nội dung mẫu.", "This file is still sample content."),
        Said::new(
            "tên và số mẫu không có thật; đã công bố thì người đọc tin là thật.",
            "names and figures of a sample are made up, and once published readers take them for real.",
        ),
        Said::new(
            "thay bằng nội dung thật rồi xóa dòng sample, hoặc xóa cả tệp nếu không cần. Muốn xem trang khi còn mẫu: minhbach serve",
            "put the real content in its place and delete the line sample, or delete the file where it is not needed. To see the site meanwhile: minhbach serve",
        ),
    )
}

/// A report that does not say where it comes from.
pub fn report_without_source(place: Place) -> Problem {
    error(
        &REPORT_WITHOUT_SOURCE,
        place,
        Said::new("Bài này không ghi nguồn.", "This report names no source."),
        Said::new("mỗi con số phải có nguồn để người dân tự kiểm tra được.", "every number needs a source that citizens can check."),
        Said::new(
            "thêm vào phần đầu tệp: source: rồi ở dòng dưới, thụt hai dấu cách, name: tên nơi đăng bài gốc.",
            "add to the top of the file: source: and below it, indented by two spaces, name: who published the original.",
        ),
    )
}

/// A picture without words for those who cannot see it.
pub fn picture_without_words(place: Place, file: &str) -> Problem {
    error(
        &PICTURE_WITHOUT_WORDS,
        place,
        Said::new(format!("Ảnh “{file}” chưa có lời tả (alt)."), format!("The picture “{file}” has no words that describe it (alt).")),
        Said::new(
            "người không nhìn được, và người tắt ảnh để tiết kiệm mạng, sẽ không biết trong ảnh có gì.",
            "people who cannot see it, or who switched pictures off, would not know what it shows.",
        ),
        Said::new(
            "dưới pictures ở đầu tệp, ghi file: tên ảnh và alt: một câu nói trong ảnh có gì.",
            "under pictures at the top of the file write file: the picture's name and alt: one sentence that says what is to be seen.",
        ),
    )
}

/// A picture in a hand-written page, which has no place for its credit.
pub fn picture_out_of_place(place: Place, file: &str) -> Problem {
    error(
        &PICTURE_OUT_OF_PLACE,
        place,
        Said::new(format!("Trang viết tay không hiện được ảnh “{file}”."), format!("A hand-written page cannot show the picture “{file}”.")),
        Said::new(
            "chỉ bài trong content/reports có chỗ ghi lời tả, chú thích và nguồn ảnh.",
            "only reports in content/reports have a place for its description, caption and credit.",
        ),
        Said::new(
            "xóa ảnh, hoặc đưa ảnh vào một bài rồi dẫn tới bài đó: [chữ](report:<mã>).",
            "delete the picture, or show it in a report and link to that: [words](report:<id>).",
        ),
    )
}

/// Twelve digits that may be a person's identity number.
pub fn identity_number(place: Place) -> Problem {
    Problem {
        severity: Severity::Warning,
        ..error(
            &IDENTITY_NUMBER,
            place,
            Said::new("Dãy 12 chữ số này giống số căn cước của một người.", "These 12 digits look like a person's identity number."),
            Said::new(
                "trang công khai chỉ nêu số lượng, không nêu thông tin riêng của người được hỗ trợ.",
                "a public page gives counts, not private details of those who were helped.",
            ),
            Said::new(
                "xóa số này; nếu là một con số khác, viết có dấu ngăn hàng nghìn.",
                "delete it; if it is another number, write it with grouped thousands.",
            ),
        )
    }
}
