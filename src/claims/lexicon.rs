//! The words that tell what a number is, and words as tokens that are compared without keeping them.
//!
//! Invariant: a word list is data; adding a word is one line. Vietnamese words keep their marks (`năm` is no `nam`), other
//! languages are compared without.
//!
//! May use: diag.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A word, a mark, a date or a number of a passage.
pub type Token = u32;

/// What a word does, as bits of one number.
pub type Classes = u32;

const CAPITAL: Token = 1 << 30;
const SPECIAL: Token = 1 << 31;

/// The end of a sentence.
pub const STOP: Token = SPECIAL;
/// A comma.
pub const COMMA: Token = SPECIAL | 1;
/// A semicolon, a colon or a dash between words.
pub const BREAK: Token = SPECIAL | 2;
/// The border between two cells of a table.
pub const CELL: Token = SPECIAL | 3;
/// A number that is bound to no figure.
pub const CLAIM: Token = SPECIAL | 4;
/// A number that is bound to a figure.
pub const BOUND: Token = SPECIAL | 5;
/// The number of a component: `dự án 2`.
pub const PART: Token = SPECIAL | 6;
/// A number that says nothing.
pub const OTHER: Token = SPECIAL | 7;
const YEAR: Token = SPECIAL | 1 << 16;
const YEARS: Token = SPECIAL | 2 << 16;
const MONTH: Token = SPECIAL | 3 << 16;

/// The token of a year.
pub fn year(year: u32) -> Token {
    YEAR | (year & 0xffff)
}

/// The token of several years.
pub fn years(first: u32, last: u32) -> Token {
    YEARS | (first.saturating_sub(1900) & 0xff) << 8 | (last.saturating_sub(1900) & 0xff)
}

/// The token of "up to the end of this month".
pub fn month(month: u32) -> Token {
    MONTH | (month & 0xf)
}

/// What a token says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A year.
    Year(i16),
    /// From one year to another.
    Years(i16, i16),
    /// Up to the end of a month.
    Month(i8),
}

/// What a token says of time, when it does.
pub fn time(token: Token) -> Option<Time> {
    let low = (token & 0xffff) as i16;
    match token & !0xffff {
        YEAR => Some(Time::Year(low)),
        YEARS => Some(Time::Years(1900 + (low >> 8 & 0xff), 1900 + (low & 0xff))),
        MONTH => Some(Time::Month(low as i8)),
        _ => None,
    }
}

/// Whether a token is a word.
pub fn is_word(token: Token) -> bool {
    token & SPECIAL == 0
}

/// Whether a word begins with a capital.
pub fn is_capital(token: Token) -> bool {
    is_word(token) && token & CAPITAL != 0
}

/// The word without its capital.
pub fn lower(token: Token) -> Token {
    if is_word(token) { token & !CAPITAL } else { token }
}

/// The token of one word. `marks` says whether marks count.
pub fn word(text: &str, marks: bool) -> Token {
    let mut letters = ['\0'; 24];
    let mut count = 0;
    let mut capital = false;
    for (at, letter) in text.chars().enumerate() {
        capital |= at == 0 && letter.is_uppercase();
        for low in letter.to_lowercase() {
            if count < letters.len() {
                letters[count] = if marks || low.is_ascii() { low } else { plain(low) };
                count += 1;
            }
        }
    }
    // `hoá` and `hóa` are one word.
    if marks && count >= 2 {
        let pair = (letters[count - 2], letters[count - 1]);
        if let Some((_, new)) = TONES.iter().find(|(old, _)| *old == pair) {
            (letters[count - 2], letters[count - 1]) = *new;
        }
    }
    let mut hash: u32 = 0x811c_9dc5;
    for letter in &letters[..count] {
        hash = (hash ^ u32::from(*letter)).wrapping_mul(0x0100_0193);
    }
    ((hash ^ hash >> 30) & (CAPITAL - 1)) | if capital { CAPITAL } else { 0 }
}

type Pair = (char, char);

const TONES: &[(Pair, Pair)] = &[
    (('o', 'á'), ('ó', 'a')),
    (('o', 'à'), ('ò', 'a')),
    (('o', 'ả'), ('ỏ', 'a')),
    (('o', 'ã'), ('õ', 'a')),
    (('o', 'ạ'), ('ọ', 'a')),
    (('o', 'é'), ('ó', 'e')),
    (('o', 'è'), ('ò', 'e')),
    (('o', 'ẻ'), ('ỏ', 'e')),
    (('u', 'ý'), ('ú', 'y')),
    (('u', 'ỳ'), ('ù', 'y')),
    (('u', 'ỷ'), ('ủ', 'y')),
    (('u', 'ỵ'), ('ụ', 'y')),
];

/// A letter without its marks.
fn plain(letter: char) -> char {
    let mut buffer = [0; 4];
    crate::diag::nearest::fold(letter.encode_utf8(&mut buffer)).chars().next().unwrap_or(letter)
}

/// Words after which a number is a date.
pub const DATE: Classes = 1;
/// Words after which "30/9" is a date unless it counts something.
pub const UNTIL: Classes = 1 << 1;
/// Words after which a number is the number of a document.
pub const PAPER: Classes = 1 << 2;
/// Words after which a number is a name.
pub const LABEL: Classes = 1 << 3;
/// Words for the parts of a programme.
pub const COMPONENT: Classes = 1 << 4;
/// What is counted.
pub const COUNTED: Classes = 1 << 5;
/// Lengths of time, ages and other numbers that are no figures.
pub const SPAN: Classes = 1 << 6;
/// trăm, nghìn, triệu, tỷ
pub const SCALE: Classes = 1 << 7;
/// đồng
pub const DONG: Classes = 1 << 8;
/// và, and
pub const AND: Classes = 1 << 9;
/// đến, tới
pub const TO: Classes = 1 << 10;
/// Units written without a space.
pub const GLUED: Classes = 1 << 11;
/// Months by name.
pub const MONTHS: Classes = 1 << 12;
/// The year word.
pub const YEARWORD: Classes = 1 << 13;
/// The month word.
pub const MONTHWORD: Classes = 1 << 14;
/// The quarter word.
pub const QUARTER: Classes = 1 << 15;
/// số
pub const NUMBERWORD: Classes = 1 << 16;
/// Words for shares at the head of a column.
pub const SHARE: Classes = 1 << 17;
/// Words at the head of a column of running numbers or dates.
pub const RUNNING: Classes = 1 << 18;
/// Words before a telephone or account number.
pub const CALL: Classes = 1 << 19;
/// giờ
pub const HOUR: Classes = 1 << 20;
/// Words a number in words may begin with.
pub const SPELLED: Classes = 1 << 21;

const WORDS: &[(Classes, &str)] = &[
    (DATE, "ngày sáng trưa chiều tối đêm hôm nhật lễ dịp mồng mùng rằm on morning afternoon evening dated"),
    (UNTIL, "đến tới từ trước sau hết until till by from before after since"),
    (
        PAPER,
        "quyết định nghị quyết thông tư công văn nghị định chỉ thị luật văn bản tờ trình thông báo hướng dẫn kết luận decision resolution circular decree directive law document qđ nq tt nđ no",
    ),
    (
        LABEL,
        "án nội dung tiêu chí chí điểm điều khoản mục chương phần nhóm phụ lục bảng biểu hình tổ đội cụm quận lộ khóa khoá kỳ lớp loại hạng bậc đợt vùng thứ thôn bản xóm ấp kỷ mức phường đoạn trang bước tập ảnh mẫu cấp bài khối top tầng phòng nhà project sub-project subproject criterion criteria article group phase component annex table figure section chapter point item class grade level type no number route version part round page form step stage floor room covid",
    ),
    (COMPONENT, "án project sub-project subproject component"),
    (
        COUNTED,
        "xã phường huyện tỉnh thôn bản ấp xóm buôn làng thị hộ người nhân lao công dự mô sản sản_phẩm hội đảng cán bộ học trẻ em cháu phụ km ha m m2 kg tấn con cây căn nhà ngôi lớp trường trạm cầu chợ điểm tuyến lượt cuộc buổi ca chi tiêu chỉ chương đơn doanh hợp sở cơ nhóm vị đại thành đầu bò trâu lợn gà dê suất gia hạng gói phòng giường bể bồn giếng vụ chủ câu tổ văn ý đoàn hồ kênh cụm nội tin bài mét lít commune communes district districts village villages household households people persons products product projects project schools classes workers women children works models criteria targets km hectares metres houses homes cows officials members towns cities provinces programmes programme students trainees teachers clinics wells toilets latrines roads bridges courses visits jobs",
    ),
    (
        SPAN,
        "tháng năm ngày tuần giờ phút giây quý đêm tuổi thế sao độ month months year years day days week weeks hour hours minute minutes quarter quarters stars star",
    ),
    (SCALE, "nghìn ngàn triệu tỷ tỉ thousand million billion trillion"),
    (DONG, "đồng vnd vnđ đ dong"),
    (AND, "và and hoặc or"),
    (TO, "đến tới to"),
    (GLUED, "km ha m kg tr đ tỷ triệu tấn"),
    (MONTHS, "january february march april may june july august september october november december"),
    (YEARWORD, "năm year"),
    (MONTHWORD, "tháng month months"),
    (QUARTER, "quý quarter"),
    (NUMBERWORD, "số no number"),
    (SHARE, "tỷ_lệ tỉ_lệ rate share percent"),
    (RUNNING, "tt stt no ngày date"),
    (CALL, "thoại đt hotline khoản cccd cmnd phone tel fax"),
    (HOUR, "giờ h"),
    (
        SPELLED,
        "một hai ba bốn năm sáu bảy bẩy tám chín mười one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half a",
    ),
];

static CLASSES: LazyLock<[HashMap<Token, Classes>; 2]> = LazyLock::new(|| [false, true].map(classes_with));

fn classes_with(marks: bool) -> HashMap<Token, Classes> {
    let mut all: HashMap<Token, Classes> = HashMap::new();
    for (class, words) in WORDS {
        for text in words.split(' ') {
            *all.entry(lower(word(text, marks))).or_default() |= class;
        }
    }
    all
}

/// What a word does.
pub fn classes(token: Token, marks: bool) -> Classes {
    if is_word(token) { CLASSES[usize::from(marks)].get(&lower(token)).copied().unwrap_or(0) } else { 0 }
}

/// The tokens of a phrase: its words alone.
pub fn phrase(text: &str, marks: bool) -> Vec<Token> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '-' && !marks)).filter(|w| !w.is_empty());
    parts.map(|part| word(part, marks)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_their_marks_and_not_by_their_capitals() {
        assert_ne!(lower(word("năm", true)), lower(word("nam", true)));
        assert_eq!(lower(word("năm", false)), lower(word("Nam", false)));
        assert_eq!(lower(word("Hoá", true)), lower(word("hóa", true)));
        assert!(is_capital(word("Nậm", true)) && !is_capital(word("nậm", true)));
    }

    #[test]
    fn times_come_back() {
        assert_eq!(time(year(2024)), Some(Time::Year(2024)));
        assert_eq!(time(years(2021, 2025)), Some(Time::Years(2021, 2025)));
        assert_eq!(time(month(9)), Some(Time::Month(9)));
        for token in [STOP, COMMA, BREAK, CELL, CLAIM, BOUND, PART, OTHER, word("năm", true)] {
            assert_eq!(time(token), None);
        }
    }
}
