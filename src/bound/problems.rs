//! The words for bound numbers that do not say what the data says.
//!
//! May use: diag.

use super::Fault;
use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &DIFFERS,
    &CUT_OFF,
    &TOO_PRECISE,
    &WRONG_UNIT,
    &QUALIFIER,
    &FORECAST_AS_FACT,
    &WRONG_DIRECTION,
    &VALUE_MISSING,
    &VALUE_KNOWN,
    &UNREADABLE,
    &SEVERAL,
    &NOT_IN_WORDS,
    &EMPTY,
    &BLOCK_NOWHERE,
    &CHART_OF_WORDS,
];

static DIFFERS: Code = Code { number: "MB0841", name: "bound-number-differs" };
static CUT_OFF: Code = Code { number: "MB0842", name: "bound-number-cut-off" };
static TOO_PRECISE: Code = Code { number: "MB0843", name: "bound-number-too-precise" };
static WRONG_UNIT: Code = Code { number: "MB0844", name: "bound-number-wrong-unit" };
static QUALIFIER: Code = Code { number: "MB0845", name: "bound-number-qualifier" };
static FORECAST_AS_FACT: Code = Code { number: "MB0846", name: "bound-forecast-as-fact" };
static WRONG_DIRECTION: Code = Code { number: "MB0847", name: "bound-number-wrong-direction" };
static VALUE_MISSING: Code = Code { number: "MB0848", name: "bound-value-missing" };
static VALUE_KNOWN: Code = Code { number: "MB0849", name: "bound-value-known" };
static UNREADABLE: Code = Code { number: "MB0850", name: "bound-number-unreadable" };
static SEVERAL: Code = Code { number: "MB0851", name: "bound-numbers-in-one-link" };
static NOT_IN_WORDS: Code = Code { number: "MB0852", name: "bound-number-not-in-words" };
static EMPTY: Code = Code { number: "MB0853", name: "bound-words-empty" };
static BLOCK_NOWHERE: Code = Code { number: "MB0854", name: "block-leads-nowhere" };
static CHART_OF_WORDS: Code = Code { number: "MB0856", name: "chart-of-words" };

/// What a message needs to know.
pub(super) struct Told<'t> {
    /// Where the words of the link stand.
    pub place: Place,
    /// The words.
    pub words: String,
    /// The address as typed.
    pub address: &'t str,
    /// The figure in words.
    pub figure: String,
    /// Where it is written, or its inputs are.
    pub stands: Vec<String>,
    /// What may be typed.
    pub right: Vec<String>,
    /// Whether the words are right in the style of numbers of another language.
    pub same_elsewhere: bool,
    /// A word that tells an expectation.
    pub cue: String,
    /// A qualifier that stands before the link, outside its brackets.
    pub outside: Option<String>,
}

impl Told<'_> {
    /// `“780 triệu đồng” (content/…:10)`.
    fn figure(&self) -> Said {
        let stands = self.stands.join(", ");
        let place = if stands.is_empty() { String::new() } else { format!(" ({stands})") };
        Said::new(format!("“{}”{place}", self.figure), format!("“{}”{place}", self.figure))
    }

    /// The link with the right words in it.
    fn right(&self) -> Said {
        let links: Vec<String> = self.right.iter().map(|words| format!("[{words}](figure:{})", self.address)).collect();
        let links = if links.is_empty() { vec![format!("[](figure:{})", self.address)] } else { links };
        Said::new(links.join(" hoặc "), links.join(" or "))
    }
}

/// The problem of a link whose words are not those of its figure.
pub(super) fn of(fault: Fault, told: Told<'_>) -> Problem {
    let words = told.outside.as_ref().map_or_else(|| told.words.clone(), |outside| format!("{outside} {}", told.words));
    let (figure, right) = (told.figure(), told.right());
    let reader = || Said::new("người đọc bấm vào số này sẽ thấy một số khác.", "a reader who follows the number finds another one.");
    let or_data = || {
        Said::new(
            format!("viết {}; nếu số trong bài mới đúng, sửa tệp số liệu.", right.vi),
            format!("write {}; if the text is right, correct the data file.", right.en),
        )
    };
    let write = || Said::new(format!("viết {}.", right.vi), format!("write {}.", right.en));
    let (code, what, why, fix) = match fault {
        Fault::Differs => (
            &DIFFERS,
            Said::new(format!("Bài viết “{words}”, còn số liệu là {}.", figure.vi), format!("The text says “{words}”, but the figure is {}.", figure.en)),
            reader(),
            or_data(),
        ),
        Fault::Truncated => (
            &CUT_OFF,
            Said::new(
                format!("“{words}” là số bị cắt bớt, không phải làm tròn: số liệu là {}.", figure.vi),
                format!("“{words}” is cut off, not rounded: the figure is {}.", figure.en),
            ),
            Said::new(
                "mọi số trên trang được làm tròn theo một cách; số cắt bớt nhỏ hơn số thật.",
                "all numbers of the site are rounded in one way; one that is cut off is too small.",
            ),
            write(),
        ),
        Fault::TooPrecise => (
            &TOO_PRECISE,
            Said::new(
                format!("“{words}” có nhiều chữ số hơn số liệu, vốn là {}.", figure.vi),
                format!("“{words}” has more digits than the figure, which is {}.", figure.en),
            ),
            Said::new("không nguồn nào nêu số chi tiết đến thế.", "no source states the number as finely."),
            or_data(),
        ),
        Fault::Unit => (
            &WRONG_UNIT,
            Said::new(
                format!("“{words}” có đơn vị khác với số liệu, vốn là {}.", figure.vi),
                format!("“{words}” is in another unit than the figure, which is {}.", figure.en),
            ),
            Said::new("cùng một số mà khác đơn vị là hai con số khác nhau.", "the same number in another unit is another number."),
            write(),
        ),
        Fault::Hedge => (
            &QUALIFIER,
            Said::new(
                format!("“{words}” không giữ đúng từ chỉ mức độ của số liệu, vốn là {}.", figure.vi),
                format!("“{words}” does not keep the qualifier of the figure, which is {}.", figure.en),
            ),
            Said::new(
                "“trên”, “gần”, “khoảng” là một phần của con số; thêm hay bớt thì số không còn đúng.",
                "“over”, “nearly” and “about” are part of a number; with one more or one less it is no longer true.",
            ),
            match &told.outside {
                Some(outside) => Said::new(
                    format!("viết {}, và bỏ “{outside}” trước liên kết.", right.vi),
                    format!("write {}, and take out “{outside}” before the link.", right.en),
                ),
                None => write(),
            },
        ),
        Fault::Forecast => (
            &FORECAST_AS_FACT,
            Said::new(
                format!("“{words}” được viết như việc đã có, còn số liệu là số {}: {}.", told.cue, figure.vi),
                format!("“{words}” is told as a fact, but the figure is one to come (“{}”): {}.", told.cue, figure.en),
            ),
            Said::new("người đọc sẽ tưởng việc đã xong.", "readers would take it for done."),
            Said::new(format!("thêm “{}” vào câu, ngay trước {}.", told.cue, right.vi), format!("add “{}” to the sentence, before {}.", told.cue, right.en)),
        ),
        Fault::Direction => (
            &WRONG_DIRECTION,
            Said::new(
                format!("Bài nói tăng giảm ngược với số liệu, vốn là {}.", figure.vi),
                format!("The text has the change the wrong way round: the figure is {}.", figure.en),
            ),
            Said::new("tăng và giảm là hai tin trái ngược.", "a rise and a fall are opposite news."),
            write(),
        ),
        Fault::NoValue(_) => (
            &VALUE_MISSING,
            Said::new(
                format!("Bài viết “{words}”, nhưng số này không có: số liệu ghi {}.", figure.vi),
                format!("The text says “{words}”, but there is no such number: the data says {}.", figure.en),
            ),
            Said::new(
                "chưa có số không phải là số 0, và không phải lý do nào cũng giống nhau.",
                "a missing number is not zero, and one reason is not another.",
            ),
            or_data(),
        ),
        Fault::HasValue => (
            &VALUE_KNOWN,
            Said::new(
                format!("Bài viết “{words}”, nhưng số này đã có: {}.", figure.vi),
                format!("The text says “{words}”, but there is a number: {}.", figure.en),
            ),
            reader(),
            or_data(),
        ),
        Fault::Unreadable(_) => (
            &UNREADABLE,
            Said::new(
                format!("Không đọc được “{words}” theo cách viết số của bài; số liệu là {}.", figure.vi),
                format!("“{words}” cannot be read in the number style of this text; the figure is {}.", figure.en),
            ),
            Said::new(
                "bài tiếng Việt viết 1.971,5 còn bài tiếng Anh viết 1,971.5; lẫn hai cách thì số lớn lên hay nhỏ đi nghìn lần.",
                "a Vietnamese text writes 1.971,5 and an English one 1,971.5; mixed up, a number is a thousand times too large or too small.",
            ),
            write(),
        ),
        Fault::Several => (
            &SEVERAL,
            Said::new(
                format!("Liên kết “{words}” chứa hơn một con số, còn số liệu chỉ có một: {}.", figure.vi),
                format!("The link “{words}” holds more than one number, and the figure is one: {}.", figure.en),
            ),
            Said::new("con số thứ hai không được đối chiếu với số liệu nào.", "the second number is compared with nothing."),
            Said::new(
                format!("viết {} và đặt con số kia trong một liên kết khác.", right.vi),
                format!("write {} and put the other number into a link of its own.", right.en),
            ),
        ),
        Fault::NotInWords => (
            &NOT_IN_WORDS,
            Said::new(
                format!("Con số trong “{words}” không có trong số liệu, vốn viết bằng lời: {}.", figure.vi),
                format!("The number in “{words}” does not stand in the figure, which is told in words: {}.", figure.en),
            ),
            reader(),
            Said::new("dùng đúng con số có trong lời ấy, hoặc sửa tệp số liệu.", "use a number that stands in those words, or correct the data file."),
        ),
    };
    let problem = error(code, told.place, what, why, fix);
    let [first, ..] = told.right.as_slice() else { return problem };
    let same_number = !number(first).is_empty() && number(first) == number(&told.words);
    match fault {
        // What is cut off has one right form.
        Fault::Truncated if told.outside.is_none() => problem.meant_if(&told.words, Some(first)),
        // Read in the other style it is the number of the figure.
        Fault::Unreadable(_) if told.same_elsewhere => problem.meant_if(&told.words, Some(first)),
        // The first number is the figure's: the link ends behind it, and every word stays.
        Fault::Several => match told.words.strip_prefix(first.as_str()).filter(|rest| rest.starts_with([',', ';', ' '])) {
            Some(rest) => problem.meant(format!("{}](figure:{})", told.words, told.address), format!("{first}](figure:{}){rest}", told.address)),
            None => problem,
        },
        // With fewer digits, or with its own unit, it is the same number still.
        Fault::TooPrecise if told.outside.is_none() => problem.likely_if(&told.words, Some(first)),
        Fault::Unit | Fault::Hedge if same_number => problem.likely_if(&told.words, Some(first)),
        _ => problem,
    }
}

/// The first number in some words, as typed.
fn number(words: &str) -> &str {
    let start = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    let rest = &words[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ','])
}

/// A title or lead with an empty link: it is printed in many places, and the writer should see what.
pub(super) fn empty(place: Place, address: &str, figure: &str) -> Problem {
    error(
        &EMPTY,
        place,
        Said::new("Liên kết trong tiêu đề hay đoạn mở đầu chưa có chữ.", "A link in the title or the lead has no words."),
        Said::new(
            "tiêu đề và đoạn mở đầu được in ở nhiều nơi, nên người viết cần thấy trước điều sẽ in.",
            "title and lead are printed in many places, so the writer should see what will be printed.",
        ),
        Said::new(format!("viết [{figure}](figure:{address})."), format!("write [{figure}](figure:{address}).")),
    )
    .meant("", figure)
}

/// A table, bar or chart of something that is not there; the addresses there are, when the place is known.
pub(super) fn block_nowhere(place: Place, typed: &str, near: Option<String>, known: Vec<String>) -> Problem {
    let fix = match (near, known.as_slice()) {
        (Some(near), _) => Said::new(format!("có phải bạn muốn viết: {near}?"), format!("did you mean: {near}?")),
        (None, []) => Said::new(
            "viết đủ đơn vị và năm, như table:nam-nhun/2024/budget; trong bài viết có thể bỏ đơn vị và năm của bài.",
            "write place and year, as in table:nam-nhun/2024/budget; within a report, its own place and year may be left out.",
        ),
        (None, known) => Said::new(format!("ở đây có: {}.", known.join(", ")), format!("there are: {}.", known.join(", "))),
    };
    error(
        &BLOCK_NOWHERE,
        place,
        Said::new(format!("Không có số liệu nào cho “{typed}”."), format!("There are no figures for “{typed}”.")),
        Said::new("chỗ này của bài sẽ trống.", "this place in the text would be empty."),
        fix,
    )
}

/// A chart of something that is told in words.
pub(super) fn chart_of_words(place: Place, typed: &str) -> Problem {
    error(
        &CHART_OF_WORDS,
        place,
        Said::new(format!("“{typed}” là số liệu bằng lời, không vẽ thành biểu đồ được."), format!("“{typed}” is told in words and cannot be drawn.")),
        Said::new("biểu đồ cần con số.", "a chart needs numbers."),
        Said::new("dùng table:indicators để in lời ấy thành bảng.", "use table:indicators to print the words in a table."),
    )
    .likely_if(typed, Some("table:indicators"))
}

fn error(code: &'static Code, place: Place, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place: Some(place), what, why, fix }
}
