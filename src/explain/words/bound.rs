//! Problems of the numbers of a text, bound to their figures or not yet.
//!
//! May use: diag.

use super::{case, report, small, untried};
use crate::diag::Severity::{Error, Notice, Warning};
use crate::explain::Explanation;

const REPORT: &str = "content/reports/2024/bai-hai.md";

/// Numbers that are bound.
pub const BOUND: &[Explanation] = &[
    Explanation {
        name: "bound-number-differs",
        weight: Error,
        title: ("Con số trong bài khác số liệu", "A number of the text is not the figure"),
        what: (
            "Chữ trong liên kết nêu một số, còn số liệu mà liên kết chỉ đến là số khác.",
            "The words of the link give one number, and the figure it leads to is another.",
        ),
        why: ("Người đọc bấm vào con số sẽ thấy một số khác.", "Readers who follow it find another number."),
        fix: (
            "Viết số đúng với số liệu; nếu số trong bài mới đúng thì sửa tệp số liệu. Để trống [](figure:…) thì trang tự điền.",
            "Write the number of the figure; if the text is right, correct the data. An empty [](figure:…) is filled in by the site.",
        ),
        example: report("Đã giải ngân [790 triệu đồng](figure:ntm/investment/disbursed).", "Đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed)."),
    },
    Explanation {
        name: "bound-number-cut-off",
        weight: Error,
        title: ("Con số bị cắt bớt, không phải làm tròn", "A number that is cut off, not rounded"),
        what: (
            "Bài viết gọn con số bằng cách bỏ các chữ số cuối: 0,78 thành 0,7 thay vì 0,8.",
            "The text shortens the number by dropping digits: 0.78 became 0.7 and not 0.8.",
        ),
        why: ("Số cắt bớt luôn nhỏ hơn số thật.", "A number that is cut off is always too small."),
        fix: ("Làm tròn đúng (từ 5 trở lên thì lên), hoặc viết đủ chữ số.", "Round it (5 and more go up), or write all digits."),
        example: report("Đã giải ngân [0,7 tỷ đồng](figure:ntm/investment/disbursed).", "Đã giải ngân [0,8 tỷ đồng](figure:ntm/investment/disbursed)."),
    },
    Explanation {
        name: "bound-number-too-precise",
        weight: Error,
        title: ("Con số chi tiết hơn số liệu", "A number finer than the figure"),
        what: ("Bài nêu nhiều chữ số hơn số liệu có.", "The text gives more digits than the figure has."),
        why: ("Không nguồn nào nêu số chi tiết đến thế, nên không ai kiểm tra được.", "No source states it so finely, so nobody can check it."),
        fix: (
            "Viết như số liệu; nếu bài có số chi tiết hơn từ nguồn thì ghi số ấy vào tệp số liệu.",
            "Write it as the figure; if the source has the finer number, put that into the data.",
        ),
        example: report("Đạt [31,36%](figure:ntm/investment/rate) kế hoạch.", "Đạt [31,4%](figure:ntm/investment/rate) kế hoạch."),
    },
    Explanation {
        name: "bound-number-wrong-unit",
        weight: Error,
        title: ("Con số trong bài sai đơn vị", "A number of the text in the wrong unit"),
        what: ("Đơn vị viết trong bài khác loại với đơn vị của số liệu.", "The unit in the text is of another kind than that of the figure."),
        why: ("Cùng một số mà khác đơn vị là hai con số khác nhau.", "The same number in another unit is another number."),
        fix: (
            "Viết đúng đơn vị. Triệu và tỷ thì đổi được: 780 triệu là 0,78 tỷ.",
            "Write the right unit. Million and billion may be exchanged: 780 million is 0.78 billion.",
        ),
        example: report("Có [4 huyện](figure:xa-dat-chuan/actual) đạt chuẩn.", "Có [4 xã](figure:xa-dat-chuan/actual) đạt chuẩn."),
    },
    Explanation {
        name: "bound-number-qualifier",
        weight: Error,
        title: ("Thừa hay thiếu chữ “trên”, “gần”, “khoảng”", "“Over”, “nearly” or “about” too much or missing"),
        what: ("Từ chỉ mức độ trước con số không giống trong số liệu.", "The word before the number is not the one of the figure."),
        why: (
            "“Gần 780” và “780” là hai điều khác nhau; thêm hay bớt chữ ấy là đổi con số.",
            "“Nearly 780” and “780” are two things; the word is part of the number.",
        ),
        fix: ("Giữ đúng từ của số liệu, kể cả khi nó đứng ngoài liên kết.", "Keep the word of the figure, also where it stands outside the link."),
        example: report(
            "Đã giải ngân gần [780 triệu đồng](figure:ntm/investment/disbursed).",
            "Đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed).",
        ),
    },
    Explanation {
        name: "bound-forecast-as-fact",
        weight: Error,
        title: ("Số dự kiến viết như đã có", "A forecast told as a fact"),
        what: (
            "Số liệu là số ước, dự kiến hay phấn đấu, còn bài viết như việc đã xong.",
            "The figure is estimated, expected or aimed for, and the text tells it as done.",
        ),
        why: ("Người đọc sẽ tưởng việc đã xong.", "Readers would take it for done."),
        fix: ("Thêm “dự kiến”, “ước” hoặc “sẽ” vào câu.", "Add “expected”, “estimated” or “will” to the sentence."),
        example: case(
            "bound-forecast-as-fact",
            REPORT,
            "Huyện đã có [13 xã](figure:xa-dat-chuan/forecast) đạt chuẩn.",
            "Huyện dự kiến có [13 xã](figure:xa-dat-chuan/forecast) đạt chuẩn.",
        ),
    },
    Explanation {
        name: "bound-number-wrong-direction",
        weight: Error,
        title: ("Nói ngược tăng và giảm", "A rise told as a fall"),
        what: ("Bài viết “tăng” mà số liệu là giảm, hoặc ngược lại.", "The text says “rose” and the figure fell, or the other way round."),
        why: ("Tăng và giảm là hai tin trái ngược.", "A rise and a fall are opposite news."),
        fix: ("Sửa lời trong bài; nếu số liệu ghi ngược thì sửa tệp số liệu.", "Mend the words; if the figure is the wrong way round, mend the data."),
        example: case(
            "bound-number-wrong-direction",
            REPORT,
            "Tỷ lệ hộ nghèo tăng [2,5%](figure:ho-ngheo/actual)",
            "Tỷ lệ hộ nghèo giảm [2,5%](figure:ho-ngheo/actual)",
        ),
    },
    Explanation {
        name: "bound-value-missing",
        weight: Error,
        title: ("Bài nêu số mà số liệu chưa có", "A number where the data has none"),
        what: (
            "Số liệu ghi một trạng thái như “chưa giao”, còn bài viết một con số, hoặc một trạng thái khác.",
            "The data has a state such as “not assigned”, and the text gives a number or another state.",
        ),
        why: (
            "Chưa có số không phải là số 0, và “chưa giao” không phải “chưa giải ngân”.",
            "A missing number is not zero, and “not assigned” is not “not disbursed”.",
        ),
        fix: (
            "Viết đúng trạng thái của số liệu; nếu đã có số thì ghi vào tệp số liệu.",
            "Write the state of the data; if there is a number by now, put it into the data.",
        ),
        example: case(
            "bound-value-missing",
            REPORT,
            "Vốn sự nghiệp là [0 đồng](figure:ntm/recurrent/assigned), nguồn này [chưa giải ngân](figure:ntm/recurrent/assigned).",
            "Vốn sự nghiệp [chưa giao](figure:ntm/recurrent/assigned).",
        ),
    },
    Explanation {
        name: "bound-value-known",
        weight: Error,
        title: ("Bài nói chưa có mà số liệu đã có", "The text says there is none, and there is"),
        what: (
            "Bài viết “chưa giải ngân”, “chưa có số liệu”, còn số liệu đã có một con số.",
            "The text says “nothing disbursed” or “no data”, and the data has a number.",
        ),
        why: ("Người đọc bấm vào sẽ thấy một con số.", "Readers who follow the link find a number."),
        fix: ("Viết con số vào bài, hoặc sửa tệp số liệu.", "Write the number into the text, or correct the data."),
        example: report(
            "Vốn này [chưa giải ngân](figure:ntm/investment/disbursed).",
            "Vốn này đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed).",
        ),
    },
    Explanation {
        name: "bound-number-unreadable",
        weight: Error,
        title: ("Con số trong bài viết theo kiểu khác", "A number of the text in another style"),
        what: (
            "Bài tiếng Việt viết 1.971,5; bài tiếng Anh viết 1,971.5. Số này lẫn hai kiểu.",
            "A Vietnamese text writes 1.971,5 and an English one 1,971.5. This number mixes the two.",
        ),
        why: ("Nhầm kiểu thì số lớn lên hay nhỏ đi hàng nghìn lần.", "In the wrong style it is a thousand times too large or too small."),
        fix: ("Viết theo kiểu của ngôn ngữ bài viết.", "Write it in the style of the text's language."),
        example: report("Vốn giao là [2,487.0 triệu đồng](figure:ntm/investment/assigned).", "Vốn giao là [2.487 triệu đồng](figure:ntm/investment/assigned)."),
    },
    Explanation {
        name: "bound-numbers-in-one-link",
        weight: Error,
        title: ("Hai con số trong một liên kết", "Two numbers in one link"),
        what: ("Chữ trong liên kết có hơn một con số.", "The words of the link hold more than one number."),
        why: (
            "Liên kết chỉ dẫn đến một số liệu; con số thứ hai không được đối chiếu với gì.",
            "A link leads to one figure; the second number is compared with nothing.",
        ),
        fix: ("Mỗi con số một liên kết.", "Give each number a link of its own."),
        example: report(
            "Đã giải ngân [780 triệu đồng, đạt 31,4%](figure:ntm/investment/disbursed).",
            "Đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed), đạt [31,4%](figure:ntm/investment/rate).",
        ),
    },
    Explanation {
        name: "bound-number-not-in-words",
        weight: Error,
        title: ("Con số không có trong lời của số liệu", "A number that is not in the words of the figure"),
        what: (
            "Số liệu được nêu bằng lời, và con số trong bài không có trong lời ấy.",
            "The figure is told in words, and the number of the text does not stand in them.",
        ),
        why: ("Người đọc bấm vào sẽ không thấy con số ấy đâu.", "Readers who follow the link do not find it."),
        fix: ("Dùng con số có trong lời ấy, hoặc sửa tệp số liệu.", "Use a number that stands in those words, or correct the data."),
        example: case(
            "bound-number-not-in-words",
            REPORT,
            "Bộ tiêu chí mới có thêm [9 chỉ tiêu](figure:kho-khan/actual)",
            "Bộ tiêu chí mới có thêm [8 chỉ tiêu](figure:kho-khan/actual)",
        ),
    },
    Explanation {
        name: "bound-words-empty",
        weight: Error,
        title: ("Liên kết trống ở tiêu đề hay lời dẫn", "An empty link in a title or lead"),
        what: (
            "Trong bài, [](figure:…) để trống được và trang tự điền; ở title và lead thì phải viết ra.",
            "In the text an empty [](figure:…) is filled in; in title and lead the words have to be written.",
        ),
        why: (
            "Tiêu đề và lời dẫn được in ở nhiều nơi, người viết cần thấy trước điều sẽ in.",
            "Title and lead are printed in many places, and the writer should see what will be printed.",
        ),
        fix: ("Viết con số vào giữa hai ngoặc vuông; lời nhắn nêu sẵn con số.", "Write the number between the square brackets; the message tells it."),
        example: small(
            "content/reports/2024/bai-mot.md",
            "title: Bài một",
            "title: Nậm Nhùn đạt [](figure:ntm/investment/rate)",
            "title: Nậm Nhùn đạt [31,4%](figure:ntm/investment/rate)",
        ),
    },
    Explanation {
        name: "block-leads-nowhere",
        weight: Error,
        title: ("Không có số liệu cho bảng hay biểu đồ này", "No figures for a table or chart"),
        what: (
            "Bảng, thanh tiến độ hay biểu đồ chỉ đến số liệu không có, hoặc tên gõ sai.",
            "A table, bar or chart names figures that are not there, or has a slip in its name.",
        ),
        why: ("Chỗ đó trong bài sẽ trống.", "That place of the text would be empty."),
        fix: (
            "Sửa địa chỉ; lời nhắn nêu địa chỉ gần giống. Ngoài bài viết thì ghi đủ địa bàn và năm.",
            "Correct the address; the message tells the nearest one. Outside reports write area and year too.",
        ),
        example: report("![Vốn](table:budgets)", "![Vốn](table:budget)"),
    },
    Explanation {
        name: "block-in-text",
        weight: Error,
        title: ("Bảng hay biểu đồ không đứng riêng một đoạn", "A table or chart amid other text"),
        what: ("Dòng ![…](table:…) nằm giữa câu, trong danh sách hay trong ô bảng.", "The ![…](table:…) stands in a sentence, a list or a cell of a table."),
        why: ("Một cái bảng không nằm được trong một câu.", "A table cannot stand inside a sentence."),
        fix: ("Để nó một mình một đoạn, trước và sau có dòng trống.", "Let it be a paragraph of its own, with an empty line before and after."),
        example: report("Xem bảng ![Vốn](table:budget) ở đây.", "Xem bảng ở đây.\n\n![Vốn](table:budget)"),
    },
    Explanation {
        name: "chart-of-words",
        weight: Error,
        title: ("Số liệu bằng lời không vẽ được", "A figure in words cannot be drawn"),
        what: ("Biểu đồ chỉ đến một số liệu được nêu bằng lời.", "The chart names a figure that is told in words."),
        why: ("Biểu đồ cần con số.", "A chart needs numbers."),
        fix: ("In thành bảng bằng table:indicators, hoặc chọn một số liệu có con số.", "Print it with table:indicators, or choose a figure with a number."),
        example: case("chart-of-words", REPORT, "![Khó khăn](chart:kho-khan/actual)\n\n![Khó khăn](table:indicators)", "![Khó khăn](table:indicators)"),
    },
];

/// Numbers that are not bound yet.
pub const FREE: &[Explanation] = &[
    Explanation {
        name: "figure-not-linked",
        weight: Notice,
        title: ("Con số đúng nhưng chưa có liên kết", "A right number without its link"),
        what: ("Con số trong bài đúng với một số liệu nhưng chưa gắn liên kết đến đó.", "A number of the text agrees with a figure and is not linked to it."),
        why: (
            "Có liên kết thì người đọc thấy nguồn; và khi số liệu đổi mà bài không đổi, chương trình sẽ báo.",
            "With a link readers see its source; and when the figure changes and the text does not, you are told.",
        ),
        fix: ("Chạy minhbach check --fix, hoặc tự gõ liên kết mà lời nhắn nêu.", "Run minhbach check --fix, or type the link the message tells."),
        example: report(
            "Vốn đầu tư nông thôn mới đã giải ngân 780 triệu đồng.",
            "Vốn đầu tư nông thôn mới đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed).",
        ),
    },
    Explanation {
        name: "figure-ambiguous",
        weight: Notice,
        title: ("Con số có thể là nhiều số liệu", "A number that may be several figures"),
        what: (
            "Con số bằng vài số liệu, hoặc câu văn không nói rõ là số nào.",
            "The number equals several figures, or the sentence does not say which is meant.",
        ),
        why: ("Chỉ người viết biết; chương trình không đoán.", "Only the writer knows; nobody guesses."),
        fix: (
            "Gõ liên kết đến đúng số liệu, hoặc viết rõ hơn, chẳng hạn “vốn giao là …”.",
            "Link it to the right one, or say more, such as “the assigned money is …”.",
        ),
        example: case(
            "figure-ambiguous",
            REPORT,
            "Con số 2.487 triệu đồng được nhắc lại",
            "Con số [2.487 triệu đồng](figure:ntm/investment/assigned) được nhắc lại",
        ),
    },
    Explanation {
        name: "figure-nearly",
        weight: Warning,
        title: ("Con số gần giống số liệu", "A number that is nearly the figure"),
        what: (
            "Câu văn nói về một số liệu, nhưng con số lệch một chút: đảo chữ số, sai dấu, sai đơn vị, hay “trên” thành “gần”.",
            "The sentence is about a figure and its number is slightly off: digits exchanged, a mark or unit misplaced, “over” for “nearly”.",
        ),
        why: ("Bài và bảng trên cùng một trang sẽ nói hai số khác nhau.", "The text and the table of one page would give two numbers."),
        fix: (
            "Đối chiếu với nguồn, sửa bên sai rồi gắn liên kết. Nếu bài nói về số khác thì viết rõ.",
            "Compare with the source, mend the wrong side and link it. If another number is meant, say which.",
        ),
        example: report(
            "Vốn đầu tư nông thôn mới được giao 2.478 triệu đồng trong năm 2024.",
            "Vốn đầu tư nông thôn mới được giao [2.487 triệu đồng](figure:ntm/investment/assigned) trong năm 2024.",
        ),
    },
    Explanation {
        name: "number-without-figure",
        weight: Notice,
        title: ("Con số chỉ có trong bài", "A number that stands in the text alone"),
        what: ("Không có số liệu nào ứng với những con số này.", "There is no figure behind these numbers."),
        why: ("Không bảng nào, tệp tải về nào có chúng, và không ai kiểm tra lại được.", "No table and no download has them, and nobody can check them."),
        fix: (
            "Không bắt buộc. Nếu là số liệu của chương trình, ghi vào results.yaml rồi gắn liên kết.",
            "Nothing must be done. What belongs to a programme goes into results.yaml and is linked.",
        ),
        example: report("Nhân dân hiến 4.250 m2 đất làm đường.", "Nhân dân hiến đất làm đường."),
    },
    Explanation {
        name: "figures-not-linked",
        weight: Notice,
        title: ("Rất nhiều con số chưa có liên kết", "Very many numbers without links"),
        what: (
            "Hơn hai trăm con số đúng với số liệu nhưng chưa có liên kết; chúng được báo gộp một lần.",
            "More than two hundred numbers agree with figures and are not linked; they are told of together.",
        ),
        why: (
            "Có liên kết thì người đọc thấy nguồn, và bài không thể lệch khỏi số liệu mà không ai biết.",
            "With links readers see the sources, and texts cannot drift from the data unnoticed.",
        ),
        fix: (
            "Chạy minhbach check --fix để gắn những liên kết chắc chắn; chữ khác giữ nguyên.",
            "Run minhbach check --fix to add the certain ones; every other letter stays.",
        ),
        example: untried(
            "content/reports/2024/bai-hai.md",
            "Đã giải ngân 780 triệu đồng. (và hơn 200 chỗ như thế)",
            "Đã giải ngân [780 triệu đồng](figure:ntm/investment/disbursed).",
            "the example would be two hundred sentences long",
        ),
    },
    Explanation {
        name: "numbers-without-figures",
        weight: Notice,
        title: ("Rất nhiều con số chỉ có trong bài", "Very many numbers that stand in texts alone"),
        what: (
            "Hơn hai trăm bài có con số mà không có số liệu, hoặc không rõ là số nào; chúng được báo gộp một lần.",
            "More than two hundred texts have numbers without a figure, or without a certain one; they are told of together.",
        ),
        why: (
            "Những số này không có trong bảng hay tệp tải về, và không ai kiểm tra lại được.",
            "They are in no table and no download, and nobody can check them.",
        ),
        fix: ("Không bắt buộc. Ghi dần các số quan trọng vào results.yaml.", "Nothing must be done. Put the important ones into results.yaml by and by."),
        example: untried(
            "content/reports/2024/bai-hai.md",
            "Hơn 200 người dự họp. (và hơn 200 bài như thế)",
            "Có [4 xã](figure:xa-dat-chuan/actual) đạt chuẩn.",
            "the example would be two hundred reports",
        ),
    },
];
