//! Problems of single values: numbers, states, units, days.
//!
//! May use: diag.

use super::{case, small};
use crate::diag::Severity::Error;
use crate::explain::Explanation;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "unreadable-value",
        weight: Error,
        title: ("Giá trị không đọc được", "A value that cannot be read"),
        what: (
            "Ở đây phải là một con số hoặc một trạng thái như “chưa giao”, “chưa có số liệu”; điều đang viết không phải cả hai.",
            "A number or a state such as “not assigned” or “no data” belongs here; what stands here is neither.",
        ),
        why: (
            "Trang không in điều máy không hiểu và không bao giờ thay bằng số 0: số 0 nghĩa là không làm được gì.",
            "What is not understood is not printed, and never replaced by 0: a zero means that nothing was done.",
        ),
        fix: (
            "Viết số bằng chữ số (4; 42,99%; trên 35.215; 6/10; 4 - 5). Chưa có số thì viết một trạng thái: chưa giao, chưa đến kỳ, chưa có số liệu, không nêu, không áp dụng, không công bố, chưa giải ngân. Lời giải thích để ở mục note.",
            "Write digits (4; 42,99%; trên 35.215; 6/10; 4 - 5). Where there is no number yet, write a state: not assigned, not due, no data, not stated, not applicable, withheld, nothing disbursed. An explanation goes into note.",
        ),
        example: case("unreadable-value", RESULTS, "        actual: bốn xã", "        actual: 4 xã"),
    },
    Explanation {
        name: "number-of-other-style",
        weight: Error,
        title: ("Số viết theo kiểu khác", "A number in another style"),
        what: (
            "Kiểu Việt Nam viết 2.487,5 (dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân); kiểu Anh viết ngược lại: 2,487.5. Số này viết theo kiểu mà tệp không dùng.",
            "The Vietnamese way writes 2.487,5 (a dot groups thousands, a comma begins decimals); the English way is 2,487.5. This number is not in the style of the file.",
        ),
        why: (
            "Hiểu sai một dấu là số lớn lên hay nhỏ đi hàng nghìn lần, nên máy không đoán.",
            "One mark misread makes a number a thousand times too large or too small, so nobody guesses.",
        ),
        fix: (
            "Xem lại số trong nguồn rồi viết theo kiểu ghi ở numbers trong site.toml (\"vi\" hoặc \"en\"). Dán từ bảng tính tiếng Anh thì 31.4 phải thành 31,4.",
            "Look at the number in the source and write it in the style that numbers in site.toml names (\"vi\" or \"en\"). What was pasted from an English sheet as 31.4 becomes 31,4.",
        ),
        example: case("number-of-other-style", RESULTS, "        stated_rate: 31.4%", "        stated_rate: 31,4%"),
    },
    Explanation {
        name: "wrong-unit",
        weight: Error,
        title: ("Đơn vị không hợp với chỉ tiêu", "A unit that does not fit"),
        what: (
            "Đơn vị viết sau con số khác với đơn vị của chỉ tiêu hay của số tiền ở dòng này.",
            "The unit after the number is not that of the indicator, or of the money, on this line.",
        ),
        why: (
            "Số khác đơn vị không cộng và không so sánh được; in ra thì người đọc hiểu sai.",
            "Numbers in different units can neither be added nor compared; printed, they mislead.",
        ),
        fix: (
            "Viết số theo đơn vị của chỉ tiêu (mục unit trong tệp chương trình), hoặc chọn đúng chỉ tiêu. Nếu đơn vị của chỉ tiêu ghi sai thì sửa ở tệp chương trình.",
            "Write it in the unit of the indicator (unit in the programme's file), or choose the right indicator. If the unit of the indicator is wrong, mend the programme's file.",
        ),
        example: case("wrong-unit", RESULTS, "        actual: 4 hộ", "        actual: 4 xã"),
    },
    Explanation {
        name: "impossible-date",
        weight: Error,
        title: ("Lịch không có ngày này", "A day no calendar has"),
        what: (
            "Ngày tháng viết đúng kiểu nhưng lịch không có, như 30 tháng 2 hay tháng 13.",
            "The date is well written, but no calendar has it, such as 30 February or month 13.",
        ),
        why: (
            "Không có ngày đúng thì không biết số thuộc kỳ nào và không so được với kỳ khác.",
            "Without its day a number belongs to no period and cannot be compared.",
        ),
        fix: (
            "Xem lại ngày trong nguồn. Chỉ biết tháng hay quý thì viết 2024-02 hoặc 2024-Q1.",
            "Look at the source again. Where only the month or quarter is known, write 2024-02 or 2024-Q1.",
        ),
        example: small(RESULTS, "  - as_of: 2024-03-31", "  - as_of: 2024-31-03", "  - as_of: 2024-03-31"),
    },
    Explanation {
        name: "comma-in-braces",
        weight: Error,
        title: ("Dấu phẩy thập phân nằm trong ngoặc { }", "A decimal comma inside { }"),
        what: (
            "Trong ngoặc nhọn, dấu phẩy dùng để ngăn các mục. Vì vậy 318,4 bị tách thành 318 và 4.",
            "Inside braces a comma separates fields, so 318,4 is cut into 318 and 4.",
        ),
        why: ("Phần thập phân mất đi mà nhìn vẫn như đúng.", "The decimals are lost, and it still looks right."),
        fix: ("Bỏ ngoặc nhọn, viết mỗi mục trên một dòng.", "Drop the braces and write each field on a line of its own."),
        example: small(
            RESULTS,
            "      - programme: ntm\n        capital: investment\n        disbursed: 780\n        stated_rate: 31,4%\n        rate_of: assigned",
            "      - {programme: ntm, capital: investment, disbursed: 780,5}",
            "      - programme: ntm\n        capital: investment\n        disbursed: 780,5",
        ),
    },
    Explanation {
        name: "unreadable-date",
        weight: Error,
        title: ("Ngày tháng không đọc được", "A date that cannot be read"),
        what: (
            "Ở đây phải là một ngày, tháng, quý hoặc năm, nhưng lời đang viết không theo cách nào trong số đó.",
            "A day, month, quarter or year belongs here; what stands here is none of them.",
        ),
        why: (
            "Con số nào cũng phải biết tính đến ngày nào thì người đọc mới so sánh được.",
            "A number can be compared only when it is known for which day it holds.",
        ),
        fix: (
            "Viết 2024-03-31, 31/3/2024, 2024-03, 2024-Q1, 2024, cuối 2024-03, hoặc “không rõ” khi nguồn không nói.",
            "Write 2024-03-31, 31/3/2024, 2024-03, 2024-Q1, 2024, late 2024-03, or “unknown” where the source does not say.",
        ),
        example: small(RESULTS, "  - as_of: 2024-03-31", "  - as_of: 31.3.2024", "  - as_of: 31/3/2024"),
    },
];
