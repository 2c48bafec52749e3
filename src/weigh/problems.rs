//! The words for numbers in texts: not linked to their figure, one slip away from it, or without one.
//!
//! May use: diag.

use super::Slip;
use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&NOT_LINKED, &AMBIGUOUS, &NEAR, &WITHOUT_FIGURE, &MANY_NOT_LINKED, &MANY_WITHOUT];

static NOT_LINKED: Code = Code { number: "MB0871", name: "figure-not-linked" };
static AMBIGUOUS: Code = Code { number: "MB0872", name: "figure-ambiguous" };
static NEAR: Code = Code { number: "MB0873", name: "figure-nearly" };
static WITHOUT_FIGURE: Code = Code { number: "MB0874", name: "number-without-figure" };
static MANY_NOT_LINKED: Code = Code { number: "MB0875", name: "figures-not-linked" };
static MANY_WITHOUT: Code = Code { number: "MB0876", name: "numbers-without-figures" };

/// A figure as messages tell of it.
#[derive(Clone, Debug)]
pub struct Figured {
    /// Its address in a link of the report.
    pub address: String,
    /// Its value, as typed or as counted.
    pub value: Said,
    /// Where it is stated, when it is.
    pub stated: Option<(String, u32)>,
}

impl Figured {
    fn at(&self) -> Said {
        match &self.stated {
            Some((file, line)) => Said::new(format!("{file}, dòng {line}"), format!("{file}, line {line}")),
            None => Said::new(format!("số trang tự tính, {}", self.address), format!("counted by the site, {}", self.address)),
        }
    }
}

/// A number that is a figure and is not linked to it.
pub fn not_linked(place: Place, typed: &str, figure: &Figured, fixable: bool) -> Problem {
    let link = format!("[{typed}](figure:{})", figure.address);
    let own = Said::new(format!("gõ {link}."), format!("type {link}."));
    let both = Said::new(format!("gõ {link}, hoặc chạy minhbach check --fix."), format!("type {link}, or run minhbach check --fix."));
    let at = figure.at();
    Problem {
        code: &NOT_LINKED,
        severity: Severity::Notice,
        place: Some(place),
        what: Said::new(
            format!("“{typed}” đúng với số liệu ({}), nhưng chưa có liên kết đến số liệu đó.", at.vi),
            format!("“{typed}” agrees with a figure ({}), but is not linked to it.", at.en),
        ),
        why: Said::new(
            "có liên kết thì người đọc thấy nguồn của con số, và khi số liệu đổi mà bài không đổi, chương trình sẽ báo.",
            "with a link readers see the source of the number, and when the figure changes and the text does not, you are told.",
        ),
        fix: if fixable { both } else { own },
    }
}

/// A number that may be one of several figures.
pub fn ambiguous(place: Place, typed: &str, figures: &[Figured]) -> Problem {
    let names = figures.iter().map(|f| f.address.as_str()).collect::<Vec<_>>();
    let one = figures.first().map_or("", |f| f.address.as_str());
    let what = match names.as_slice() {
        [only] => Said::new(
            format!("“{typed}” bằng số liệu {only}, nhưng câu này không nói rõ có phải số đó không."),
            format!("“{typed}” equals the figure {only}, but the text does not say whether it is meant."),
        ),
        _ => Said::new(
            format!("“{typed}” có thể là một trong các số liệu này: {}.", names.join(", ")),
            format!("“{typed}” may be one of these figures: {}.", names.join(", ")),
        ),
    };
    Problem {
        code: &AMBIGUOUS,
        severity: Severity::Notice,
        place: Some(place),
        what,
        why: Said::new(
            "chỉ người viết biết con số này nói về số liệu nào; chương trình không đoán.",
            "only the writer knows which figure this number is about; the program does not guess.",
        ),
        fix: Said::new(format!("nếu đúng số đó, gõ [{typed}](figure:{one})."), format!("if it is the one you mean, type [{typed}](figure:{one}).")),
    }
}

/// A number that is one slip away from the figure its words mean.
pub fn nearly(place: Place, typed: &str, figure: &Figured, slip: Slip) -> Problem {
    let at = figure.at();
    let how = match slip {
        Slip::Transposed => Said::new("hai chữ số có vẻ bị đổi chỗ", "two digits seem to have changed places"),
        Slip::Digit => Said::new("một chữ số có vẻ bị gõ sai, thiếu hoặc thừa", "one digit seems mistyped, missing or too many"),
        Slip::Scale => Said::new("dấu chấm, dấu phẩy hoặc đơn vị (triệu, tỷ) có vẻ sai chỗ", "a mark or the unit (million, billion) seems misplaced"),
        Slip::Bound => Said::new("chữ trước con số (trên, gần, dưới …) nói ngược", "the word before the number (over, nearly, under …) says the opposite"),
        Slip::Close => Said::new("hai số gần nhau", "the two are close"),
    };
    Problem {
        code: &NEAR,
        severity: Severity::Warning,
        place: Some(place),
        what: Said::new(
            format!("Bài viết “{typed}”, còn số liệu là {} ({}): {}.", figure.value.vi, at.vi, how.vi),
            format!("The text says “{typed}”, but the figure is {} ({}): {}.", figure.value.en, at.en, how.en),
        ),
        why: Said::new(
            "bài và bảng số liệu trên cùng một trang không được nói hai số khác nhau về một việc.",
            "a text and the table on the same page must not give two numbers for one thing.",
        ),
        fix: Said::new(
            format!(
                "đối chiếu với nguồn rồi sửa bên sai; khi đã đúng, gõ liên kết (figure:{}). Nếu bài nói về một số khác, viết rõ đó là số gì.",
                figure.address
            ),
            format!(
                "compare with the source and mend the wrong side; when right, link it (figure:{}). If the text means another number, say which.",
                figure.address
            ),
        ),
    }
}

/// The numbers of one text that no figure stands behind.
pub fn without_figure(place: Place, typed: &[(String, u32)]) -> Problem {
    const SHOWN: usize = 12;
    let list = |line: &str| typed.iter().take(SHOWN).map(|(words, at)| format!("“{words}” ({line} {at})")).collect::<Vec<_>>().join(", ");
    let more = typed.len().saturating_sub(SHOWN);
    let (vi, en) = if more > 0 { (format!(" và {more} số khác"), format!(" and {more} more")) } else { (String::new(), String::new()) };
    Problem {
        code: &WITHOUT_FIGURE,
        severity: Severity::Notice,
        place: Some(place),
        what: Said::new(format!("Không có số liệu nào cho {}{vi}.", list("dòng")), format!("There is no figure for {}{en}.", list("line"))),
        why: Said::new(
            "những số này chỉ có trong bài: không bảng nào, tệp tải về nào có, và không ai kiểm tra lại được.",
            "these numbers stand in the text alone: no table and no download has them, and nobody can check them.",
        ),
        fix: Said::new(
            "không bắt buộc; nếu là số liệu của chương trình, ghi vào plan.yaml hoặc results.yaml của đơn vị.",
            "nothing must be done; what belongs to a programme can be written into the area's plan.yaml or results.yaml.",
        ),
    }
}

/// So many texts, in English.
fn texts_in_english(texts: usize) -> String {
    if texts == 1 { "1 text".to_owned() } else { format!("{texts} texts") }
}

/// Too many numbers to tell of one by one.
pub fn many_not_linked(numbers: usize, texts: usize, first: &str) -> Problem {
    Problem {
        code: &MANY_NOT_LINKED,
        severity: Severity::Notice,
        place: None,
        what: Said::new(
            format!("{numbers} con số trong {texts} bài đúng với số liệu nhưng chưa có liên kết; bài đầu tiên là {first}."),
            format!("{numbers} numbers in {} agree with figures and are not linked; the first text is {first}.", texts_in_english(texts)),
        ),
        why: Said::new(
            "có liên kết thì người đọc thấy nguồn của con số, và khi số liệu đổi mà bài không đổi, chương trình sẽ báo.",
            "with a link readers see the source of the number, and when the figure changes and the text does not, you are told.",
        ),
        fix: Said::new(
            "chạy minhbach check --fix để gắn những liên kết chắc chắn; chương trình không đổi gì khác trong tệp.",
            "run minhbach check --fix to add the certain links; nothing else in the files is changed.",
        ),
    }
}

/// Too many texts with numbers that no figure stands behind.
pub fn many_without(numbers: usize, texts: usize, first: &str) -> Problem {
    Problem {
        code: &MANY_WITHOUT,
        severity: Severity::Notice,
        place: None,
        what: Said::new(
            format!("{numbers} con số trong {texts} bài không có hoặc không rõ là số liệu nào; bài đầu tiên là {first}."),
            format!("{numbers} numbers in {} have no figure, or none that is certain; the first text is {first}.", texts_in_english(texts)),
        ),
        why: Said::new(
            "những số này chỉ có trong bài: không bảng nào, tệp tải về nào có, và không ai kiểm tra lại được.",
            "these numbers stand in the text alone: no table and no download has them, and nobody can check them.",
        ),
        fix: Said::new(
            "không bắt buộc; nếu là số liệu của chương trình, ghi vào plan.yaml hoặc results.yaml của đơn vị.",
            "nothing must be done; what belongs to a programme can be written into the area's plan.yaml or results.yaml.",
        ),
    }
}
