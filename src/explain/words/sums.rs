//! Problems of figures that do not add up.
//!
//! May use: diag.

use super::{case, small};
use crate::diag::Severity::{Notice, Warning};
use crate::explain::Explanation;

const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "rate-mismatch",
        weight: Warning,
        title: ("Tỷ lệ không khớp với số tiền", "A rate that does not follow from its amounts"),
        what: ("Tỷ lệ nguồn nêu khác với tỷ lệ tính lại từ chính các số của nó.", "The rate of the source is not what its own amounts give."),
        why: ("Trang in cả hai số, không sửa số nào; người đọc sẽ hỏi vì sao.", "Both are printed and neither is changed; readers will ask why."),
        fix: (
            "Đối chiếu với nguồn: chữ số đảo chỗ, sai mẫu số (rate_of), hay nhầm dòng. Nguồn đúng là viết như vậy thì thêm note giải thích.",
            "Compare with the source: digits exchanged, another denominator (rate_of), another line. If the source does say so, add a note that explains it.",
        ),
        example: case("rate-mismatch", RESULTS, "        disbursed: 780\n        stated_rate: 41,4%", "        disbursed: 780\n        stated_rate: 31,4%"),
    },
    Explanation {
        name: "rate-truncated",
        weight: Warning,
        title: ("Tỷ lệ bị cắt bớt, không phải làm tròn", "A rate that is cut off, not rounded"),
        what: (
            "Nguồn bỏ các chữ số sau thay vì làm tròn: 31,38 thành 31,3 chứ không phải 31,4.",
            "The source dropped digits instead of rounding: 31.38 became 31.3, not 31.4.",
        ),
        why: (
            "Trang làm tròn theo một cách, nên hai số cạnh nhau sẽ lệch một đơn vị cuối.",
            "The site rounds in one way, so the two numbers differ by one in the last digit.",
        ),
        fix: ("Gõ nhầm thì sửa. Nguồn viết như vậy thì giữ nguyên và thêm note.", "Mend it if it was a slip. If the source says so, leave it and add a note."),
        example: case("rate-truncated", RESULTS, "        stated_rate: 31,3%", "        stated_rate: 31,4%"),
    },
    Explanation {
        name: "parts-above-total",
        weight: Warning,
        title: ("Các phần cộng lại lớn hơn tổng", "Parts above their total"),
        what: ("Các dự án, nguồn vốn hay địa bàn cộng lại nhiều hơn số tổng.", "Components, funds or areas add up to more than the total."),
        why: ("Một trong các số chắc chắn sai, hoặc một khoản được kể hai lần.", "One of them is wrong, or something is counted twice."),
        fix: (
            "Tìm số gõ sai, hoặc dòng đã nằm trong dòng khác. Nguồn viết như vậy thì thêm note vào dòng tổng.",
            "Look for a mistyped number, or a line that is part of another. If the source says so, add a note to the total.",
        ),
        example: case(
            "parts-above-total",
            PLAN,
            "  - programme: ntm\n    assigned: 2.487\n  - programme: ntm\n    component: nd01\n    assigned: 1.500\n  - programme: ntm\n    component: nd02\n    assigned: 1.200",
            "  - programme: ntm\n    assigned: 2.700\n  - programme: ntm\n    component: nd01\n    assigned: 1.500\n  - programme: ntm\n    component: nd02\n    assigned: 1.200",
        ),
    },
    Explanation {
        name: "parts-below-total",
        weight: Warning,
        title: ("Các phần cộng lại nhỏ hơn tổng", "Parts below their total"),
        what: ("Mọi phần đã có đủ mà cộng lại vẫn chưa bằng số tổng.", "All parts are there, and they add up to less than the total."),
        why: ("Có phần bị gõ thiếu, hoặc số tổng kể thêm một khoản không nêu.", "A part was mistyped, or the total holds something that is not told."),
        fix: (
            "Đối chiếu từng phần với nguồn. Tổng có khoản khác thì thêm một dòng cho khoản đó, hoặc note giải thích.",
            "Compare each part with the source. If the total holds more, add a line for it, or a note.",
        ),
        example: case(
            "parts-below-total",
            PLAN,
            "  - programme: ntm\n    assigned: 3.800\n  - programme: ntm\n    capital: investment\n    assigned: 2.487\n  - programme: ntm\n    capital: recurrent\n    assigned: 1.013",
            "  - programme: ntm\n    assigned: 3.500\n  - programme: ntm\n    capital: investment\n    assigned: 2.487\n  - programme: ntm\n    capital: recurrent\n    assigned: 1.013",
        ),
    },
    Explanation {
        name: "rate-outside-parts",
        weight: Warning,
        title: ("Tỷ lệ chung nằm ngoài tỷ lệ các phần", "A rate outside those of its parts"),
        what: ("Tỷ lệ chung cao hơn phần cao nhất hoặc thấp hơn phần thấp nhất.", "The rate of the whole is above its highest part or below its lowest."),
        why: ("Trung bình không thể vượt ra ngoài các phần, nên có một số sai.", "A mean cannot lie outside its parts, so one of them is wrong."),
        fix: (
            "Xem lại tỷ lệ chung và tỷ lệ từng phần trong nguồn, cả mẫu số rate_of.",
            "Look at the rates of the whole and of the parts in the source, and at rate_of.",
        ),
        example: case(
            "rate-outside-parts",
            RESULTS,
            "      - programme: ntm\n        stated_rate: 50%\n        rate_of: assigned\n      - programme: ntm\n        capital: investment\n        stated_rate: 20%\n        rate_of: assigned\n      - programme: ntm\n        capital: recurrent\n        stated_rate: 40%",
            "      - programme: ntm\n        stated_rate: 30%\n        rate_of: assigned\n      - programme: ntm\n        capital: investment\n        stated_rate: 20%\n        rate_of: assigned\n      - programme: ntm\n        capital: recurrent\n        stated_rate: 40%",
        ),
    },
    Explanation {
        name: "plan-not-its-sum",
        weight: Warning,
        title: ("Kế hoạch vốn không bằng các khoản cộng lại", "Planned money that is not its sum"),
        what: (
            "Kế hoạch vốn khác với vốn giao, vốn chuyển nguồn và điều chỉnh cộng lại.",
            "The planned money is not what was assigned, carried over and adjusted, added up.",
        ),
        why: ("Mọi tỷ lệ tính trên kế hoạch sẽ sai theo.", "Every rate of the plan is wrong with it."),
        fix: (
            "Đối chiếu từng khoản; lời nhắn nêu lỗi có thể có, như hai chữ số đảo chỗ.",
            "Compare each of them; the message tells what may have happened, such as two digits exchanged.",
        ),
        example: case(
            "plan-not-its-sum",
            PLAN,
            "    planned: 90.729,336\n    assigned: 81.923,000\n    carried_over: 8.356,336",
            "    planned: 90.279,336\n    assigned: 81.923,000\n    carried_over: 8.356,336",
        ),
    },
    Explanation {
        name: "criteria-miscounted",
        weight: Warning,
        title: ("Số tiêu chí không khớp", "Criteria that are miscounted"),
        what: (
            "Số tiêu chí đạt, cơ bản đạt và chưa đạt cộng lại khác với số tiêu chí của bộ.",
            "Criteria met, mostly met and not met do not add up to those of the set.",
        ),
        why: ("Người đọc cộng lại là thấy ngay thừa hay thiếu.", "Whoever adds them up sees at once that something is missing or too much."),
        fix: ("Xem lại từng con số trong nguồn, và bộ tiêu chí nào được dùng (set).", "Look at each number in the source, and at which set is meant."),
        example: case(
            "criteria-miscounted",
            RESULTS,
            "      - set: bo-thu\n        met: 3\n        mostly_met: 1\n        not_met: 2",
            "      - set: bo-thu\n        met: 3\n        mostly_met: 1\n        not_met: 1",
        ),
    },
    Explanation {
        name: "disbursed-above-available",
        weight: Warning,
        title: ("Giải ngân nhiều hơn số vốn có", "More disbursed than there was"),
        what: ("Số đã giải ngân lớn hơn vốn giao cộng vốn chuyển nguồn.", "What was disbursed is more than was assigned and carried over."),
        why: (
            "Không thể tiêu quá số vốn có; thường là nhầm đơn vị, nhầm dấu, hoặc thiếu vốn chuyển nguồn.",
            "Nobody spends more than there is; mostly a unit or mark is wrong, or money carried over is missing.",
        ),
        fix: (
            "Xem lại hai số và đơn vị; có vốn chuyển nguồn thì thêm carried_over.",
            "Look at both numbers and their unit; where money was carried over, add carried_over.",
        ),
        example: case("disbursed-above-available", RESULTS, "        disbursed: 2.780", "        disbursed: 780"),
    },
    Explanation {
        name: "change-mismatch",
        weight: Warning,
        title: ("Mức tăng giảm không khớp", "A change that does not follow"),
        what: ("Mức tăng, giảm nguồn nêu khác với kết quả trừ số đầu kỳ.", "The change of the source is not the result less the baseline."),
        why: ("Người đọc trừ hai số sẽ ra số khác.", "Whoever subtracts finds another number."),
        fix: (
            "Đối chiếu ba số với nguồn: đầu kỳ (baseline), kết quả (actual), thay đổi (change).",
            "Compare all three with the source: baseline, actual, change.",
        ),
        example: case(
            "change-mismatch",
            RESULTS,
            "        baseline: 6,23%\n        actual: 3,81%\n        change: giảm 2,24%",
            "        baseline: 6,23%\n        actual: 3,81%\n        change: giảm 2,42%",
        ),
    },
    Explanation {
        name: "exceeded-mismatch",
        weight: Warning,
        title: ("Mức vượt kế hoạch không khớp", "An excess that does not follow"),
        what: ("Mức vượt nguồn nêu khác với kết quả trừ kế hoạch.", "The excess of the source is not the result less the target."),
        why: ("Trang in cả hai, và chúng nói hai điều khác nhau.", "Both are printed, and they say two different things."),
        fix: ("Xem lại kết quả, chỉ tiêu kế hoạch và mức vượt trong nguồn.", "Look at the result, the target and the excess in the source."),
        example: case("exceeded-mismatch", RESULTS, "        actual: 13\n        exceeded: 2", "        actual: 13\n        exceeded: 3"),
    },
    Explanation {
        name: "day-after-publication",
        weight: Warning,
        title: ("Số liệu của ngày sau khi nguồn ra", "Figures of a day after their source"),
        what: ("Số ghi là tính đến một ngày muộn hơn ngày nguồn được đăng.", "The figures are as of a day later than their source was published."),
        why: (
            "Một văn bản không thể nêu số của ngày chưa đến; ngày hoặc nguồn bị ghi nhầm.",
            "A document cannot tell of a day to come; the day or the source is wrong.",
        ),
        fix: ("Sửa as_of hoặc source. Nếu là số dự kiến thì dùng forecast với by.", "Correct as_of or source. What is expected goes into forecast with by."),
        example: case("day-after-publication", RESULTS, "  - as_of: 2024-06-30\n    source: bai-mot", "  - as_of: 2024-03-31\n    source: bai-mot"),
    },
    Explanation {
        name: "series-falls",
        weight: Warning,
        title: ("Số cộng dồn lại giảm", "A running total that falls"),
        what: ("Số cộng dồn từ đầu năm của kỳ sau nhỏ hơn kỳ trước.", "The running total of a later day is below that of an earlier one."),
        why: ("Đã giải ngân thì không tự nhỏ đi; một trong hai kỳ bị ghi nhầm.", "What was disbursed does not shrink by itself; one of the two days is wrong."),
        fix: ("Xem lại cả hai kỳ. Nếu vốn bị thu hồi thật thì thêm note giải thích.", "Look at both days. If money was really taken back, say so in a note."),
        example: case(
            "series-falls",
            RESULTS,
            "        disbursed: 870\n  - as_of: 2024-03-31\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 780",
            "        disbursed: 870\n  - as_of: 2024-03-31\n    source: bai-mot\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 910",
        ),
    },
    Explanation {
        name: "thousandfold-jump",
        weight: Warning,
        title: ("Số nhảy khoảng một nghìn lần", "A jump by about a thousand"),
        what: (
            "So với kỳ trước hay năm trước, số này lớn hoặc nhỏ gấp chừng nghìn lần.",
            "Compared with the day or year before, the number is about a thousand times larger or smaller.",
        ),
        why: ("Thường là nhầm triệu với tỷ, hay nhầm dấu chấm với dấu phẩy.", "Mostly a million was taken for a billion, or a dot for a comma."),
        fix: ("Xem lại đơn vị và dấu ngăn ở cả hai chỗ mà lời nhắn nêu.", "Look at the unit and the marks in both places the message tells."),
        example: case("thousandfold-jump", RESULTS, "        disbursed: 0,700", "        disbursed: 700"),
    },
    Explanation {
        name: "doubtful-figure",
        weight: Notice,
        title: ("Con số đang bị nghi vấn", "A figure that is in doubt"),
        what: ("Dòng này có doubt: ai đó đã ghi rằng con số cần kiểm tra lại.", "The line has doubt: somebody wrote that the figure has to be looked at."),
        why: ("Trang in con số kèm lời nghi vấn; ở đây chỉ nhắc để đừng quên.", "The page shows it with the doubt; this is a reminder."),
        fix: ("Hỏi lại nguồn. Rõ rồi thì sửa số nếu cần và xóa doubt.", "Ask the source. When it is clear, mend the number if need be and delete doubt."),
        example: small(
            RESULTS,
            "        rate_of: assigned\n",
            "        rate_of: assigned\n        doubt: Báo cáo ghi năm 2023.\n",
            "        rate_of: assigned\n        note: Báo cáo gõ nhầm năm, huyện đã xác nhận.\n",
        ),
    },
];
