//! Problems of forms in Excel and of workbooks of other offices.
//!
//! May use: diag.

use super::untried;
use crate::diag::Severity::{Error, Warning};
use crate::explain::{Example, Explanation, IN_A_WORKBOOK};

/// Cells of the sheet of a form.
const fn cells(wrong: &'static str, right: &'static str) -> Example {
    untried("bieu.xlsx", wrong, right, IN_A_WORKBOOK)
}

/// Lines of a mapping file.
const fn map(wrong: &'static str, right: &'static str) -> Example {
    untried("map.yaml", wrong, right, IN_A_WORKBOOK)
}

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "no-workbook",
        weight: Error,
        title: ("Không mở được sổ Excel", "A workbook that cannot be opened"),
        what: (
            "Tệp không phải .xlsx, bị hỏng, có mật khẩu, hoặc là tệp .xls kiểu cũ.",
            "The file is no .xlsx, is damaged, has a password, or is an .xls of the old kind.",
        ),
        why: ("Không mở được thì không có số nào để nhập.", "Without it there is nothing to import."),
        fix: (
            "Mở tệp trong Excel rồi lưu lại: File, Save As, loại Excel Workbook (.xlsx), không đặt mật khẩu.",
            "Open it in Excel and save it again: File, Save As, Excel Workbook (.xlsx), without a password.",
        ),
        example: untried("", "bieu-2024.xls\nbieu-2024.pdf", "bieu-2024.xlsx", IN_A_WORKBOOK),
    },
    Explanation {
        name: "no-form",
        weight: Error,
        title: ("Không phải biểu của minhbach", "Not a form of minhbach"),
        what: (
            "Sổ Excel này không do minhbach template tạo ra, hoặc các dòng, trang ẩn đã bị xóa.",
            "The workbook was not made by minhbach template, or its hidden parts were deleted.",
        ),
        why: ("Không có mã dòng thì không biết con số nào thuộc về dòng nào.", "Without the ids of its rows nobody knows where a number belongs."),
        fix: (
            "Tạo biểu bằng minhbach template rồi chép số vào. Sổ của cơ quan khác thì nhập với --map.",
            "Make a form with minhbach template and copy the numbers. A workbook of another office is imported with --map.",
        ),
        example: untried("", "minhbach import bao-cao-cua-so.xlsx", "minhbach import bao-cao-cua-so.xlsx --map map.yaml", IN_A_WORKBOOK),
    },
    Explanation {
        name: "form-of-other-version",
        weight: Error,
        title: ("Biểu của phiên bản khác", "A form of another version"),
        what: ("Biểu do một phiên bản khác của chương trình tạo ra.", "The form was made by another version of the program."),
        why: ("Các cột có thể đã đổi chỗ hoặc đổi nghĩa.", "Columns may have moved or changed their meaning."),
        fix: ("Tạo biểu mới rồi chép số sang.", "Make a new form and copy the numbers."),
        example: untried("", "bieu-nam-nhun-2022.xlsx       tạo từ năm 2022", "minhbach template --area nam-nhun --period 2024", IN_A_WORKBOOK),
    },
    Explanation {
        name: "number-and-state",
        weight: Error,
        title: ("Vừa có số vừa có trạng thái", "A number and a state at once"),
        what: ("Một dòng có cả kết quả lẫn trạng thái như “chưa có số liệu”.", "A row has a result and a state such as “no data”."),
        why: ("Hai điều trái nhau; trang chỉ in được một.", "They contradict each other; one of them can be printed."),
        fix: ("Có số thì xóa ô Trạng thái; chưa có thì xóa ô Kết quả.", "With a number clear the cell State; without one clear the cell Result."),
        example: cells("Kết quả   Trạng thái\n790       chưa có số liệu", "Kết quả   Trạng thái\n790"),
    },
    Explanation {
        name: "unknown-state",
        weight: Error,
        title: ("Trạng thái không có trong danh sách", "A state that is not in the list"),
        what: ("Ô Trạng thái có một lời không phải trạng thái đã biết.", "The cell State has words that are no known state."),
        why: ("Mỗi trạng thái có nghĩa riêng, và không cái nào là số 0.", "Each state has a meaning of its own, and none of them is zero."),
        fix: ("Chọn trong danh sách của ô; lời giải thích ghi ở cột Ghi chú.", "Choose from the list of the cell; put explanations into the column Note."),
        example: cells("Trạng thái\nđang làm", "Trạng thái          Ghi chú\nchưa có số liệu     Đang tổng hợp"),
    },
    Explanation {
        name: "cell-became-date",
        weight: Error,
        title: ("Excel đã đổi con số thành ngày", "Excel turned a number into a date"),
        what: ("Gõ 6/10 (6 trong 10), Excel hiểu là ngày 6 tháng 10.", "6/10 was typed (6 of 10), and Excel took it for a date."),
        why: ("Ngày tháng không phải kết quả; in ra thì thành một con số vô nghĩa.", "A date is no result; printed it would be a senseless number."),
        fix: ("Gõ dấu nháy đơn trước: '6/10.", "Type an apostrophe first: '6/10."),
        example: cells("Kết quả\n06/10/2024", "Kết quả\n'6/10"),
    },
    Explanation {
        name: "percent-out-of-place",
        weight: Error,
        title: ("Phần trăm ở dòng tính bằng đơn vị khác", "A percentage where something else is counted"),
        what: (
            "Ô có định dạng phần trăm, còn dòng này tính bằng tiền, xã hay hộ.",
            "The cell is a percentage, and the row counts money, communes or households.",
        ),
        why: ("43% là phần trăm của cái gì thì phải ghi ở dòng tỷ lệ.", "A share belongs in a row of its own."),
        fix: ("Ghi con số theo đơn vị của dòng và đổi định dạng ô thành Number.", "Write the number in the unit of the row and format the cell as Number."),
        example: cells("Đơn vị        Kết quả\ntriệu đồng    43%", "Đơn vị        Kết quả\ntriệu đồng    1.069"),
    },
    Explanation {
        name: "cell-without-value",
        weight: Error,
        title: ("Ô không cho ra con số", "A cell without a value"),
        what: (
            "Công thức trong ô bị lỗi (#REF!, #DIV/0!), hoặc ô là TRUE, FALSE.",
            "The formula of the cell failed (#REF!, #DIV/0!), or the cell is TRUE or FALSE.",
        ),
        why: ("Không có gì để đưa lên trang.", "There is nothing to publish."),
        fix: ("Sửa công thức, hoặc gõ thẳng con số.", "Mend the formula, or type the number itself."),
        example: cells("Kết quả\n#REF!", "Kết quả\n780"),
    },
    Explanation {
        name: "form-without-day",
        weight: Error,
        title: ("Biểu chưa ghi tính đến ngày nào", "A form without its day"),
        what: ("Ô “Tính đến ngày” trống hoặc không đọc được thành ngày.", "The cell “As of” is blank or cannot be read as a date."),
        why: ("Không có ngày thì không biết là số của kỳ nào.", "Without a day the figures belong to no period."),
        fix: ("Ghi ngày cuối kỳ.", "Write the last day they cover."),
        example: cells("Tính đến ngày    quý một", "Tính đến ngày    31/3/2024"),
    },
    Explanation {
        name: "day-of-form-changed",
        weight: Error,
        title: ("Biểu có sẵn số mà ngày bị đổi", "The day of a filled form was changed"),
        what: (
            "Biểu được tạo kèm số của một ngày, nay ô “Tính đến ngày” ghi ngày khác.",
            "The form came with the results of one day, and its cell “As of” now says another.",
        ),
        why: ("Những ô chưa sửa sẽ thành số của kỳ mới.", "Cells nobody touched would become figures of the new day."),
        fix: (
            "Tạo biểu trống cho ngày mới bằng --as-of, hoặc ghi lại ngày cũ.",
            "Make an empty form for the new day with --as-of, or write the old day again.",
        ),
        example: untried("", "Tính đến ngày    31/3/2024 → 30/6/2024", "minhbach template --area nam-nhun --period 2024 --as-of 30/6/2024", IN_A_WORKBOOK),
    },
    Explanation {
        name: "unknown-row",
        weight: Error,
        title: ("Dòng có mã trang không biết", "A row the site does not know"),
        what: (
            "Cột mã của dòng này ghi một mã không có trong số liệu của trang, hoặc để trống.",
            "The id of this row is none of the site's lines, or is blank.",
        ),
        why: ("Không biết con số thuộc về dòng nào thì không ghi được.", "A number that belongs to no line cannot be written."),
        fix: (
            "Đừng sửa cột mã. Cần dòng mới thì thêm vào plan.yaml hoặc results.yaml trước, rồi tạo biểu mới.",
            "Leave the ids as they are. For a new line add it to plan.yaml or results.yaml first, then make a new form.",
        ),
        example: cells("nam-nhun/2024/ntn/investment/disbursed", "nam-nhun/2024/ntm/investment/disbursed"),
    },
    Explanation {
        name: "row-twice",
        weight: Error,
        title: ("Hai dòng cùng một mã", "Two rows with one id"),
        what: ("Một mã đứng ở hai dòng, thường do chép thêm dòng.", "One id stands on two rows, mostly because a row was copied."),
        why: ("Không biết lấy dòng nào.", "Nobody knows which of them to take."),
        fix: ("Xóa một trong hai dòng.", "Remove one of them."),
        example: cells("ntm/investment/disbursed    780\nntm/investment/disbursed    790", "ntm/investment/disbursed    790"),
    },
    Explanation {
        name: "unknown-source-in-form",
        weight: Error,
        title: ("Nguồn trang không có", "A source the site does not have"),
        what: ("Ô nguồn ghi một mã không phải bài viết hay văn bản nào của trang.", "The source is the id of no report or document of the site."),
        why: ("Con số nào cũng phải dẫn về nơi nêu ra nó.", "Every number leads to where it was stated."),
        fix: (
            "Chọn trong danh sách của ô; nguồn mới thì thêm bài hay văn bản trước.",
            "Choose from the list of the cell; for a new source add the report or document first.",
        ),
        example: cells("Nguồn riêng    bai-moi", "Nguồn riêng    bai-mot"),
    },
    Explanation {
        name: "new-day-without-source",
        weight: Error,
        title: ("Số của kỳ mới chưa có nguồn", "Results of a new day without a source"),
        what: ("Biểu có số cho một ngày mới mà ô “Nguồn chung” để trống.", "The form has results of a new day, and its cell “Source of all” is blank."),
        why: ("Con số nào cũng phải dẫn về nơi nêu ra nó.", "Every number leads to where it was stated."),
        fix: ("Chọn mã của bài viết hay văn bản nêu các số này.", "Choose the id of the report or document that states them."),
        example: cells("Nguồn chung", "Nguồn chung    bao-cao-quy-2"),
    },
    Explanation {
        name: "source-of-day-kept",
        weight: Error,
        title: ("Ngày này đã có nguồn khác", "The day has another source already"),
        what: (
            "Số của ngày này đã ghi một nguồn, ô “Nguồn chung” lại ghi nguồn khác.",
            "The results of this day name one source, and the cell “Source of all” names another.",
        ),
        why: ("Đổi nguồn chung là đổi nguồn của mọi con số trong ngày đó.", "Another source of all would be that of every figure of the day."),
        fix: (
            "Ghi lại nguồn cũ; riêng dòng nào có nguồn khác thì ghi ở cột “Nguồn riêng”.",
            "Write the old source again; where one row has another, use the column “Own source”.",
        ),
        example: cells("Nguồn chung    qd-263", "Nguồn chung    bai-mot      Nguồn riêng (một dòng)    qd-263"),
    },
    Explanation {
        name: "line-not-editable",
        weight: Error,
        title: ("Giá trị viết theo cách không tự sửa được", "A value that cannot be edited by itself"),
        what: (
            "Trong tệp số liệu, giá trị này viết theo cách (như trong ngoặc nhọn, nhiều dòng) mà sửa tự động dễ làm hỏng chỗ bên cạnh.",
            "In the data the value is written in a way (in braces, over several lines) in which an edit could damage its neighbours.",
        ),
        why: ("Chương trình chỉ ghi khi chắc chắn không đổi gì khác.", "Nothing is written unless everything else certainly stays."),
        fix: (
            "Viết mỗi mục trên một dòng rồi nhập lại, hoặc sửa tệp bằng tay.",
            "Write each field on a line of its own and import again, or edit the file by hand.",
        ),
        example: untried(
            "content/areas/nam-nhun/2024/results.yaml",
            "- {indicator: xa-dat-chuan, actual: &a 4}",
            "- indicator: xa-dat-chuan\n  actual: 4",
            IN_A_WORKBOOK,
        ),
    },
    Explanation {
        name: "form-without-rows",
        weight: Error,
        title: ("Biểu không có dòng số liệu", "A form without rows"),
        what: ("Trang số liệu của biểu không còn dòng nào.", "The sheet of figures has no row left."),
        why: ("Không có gì để nhập.", "There is nothing to import."),
        fix: ("Tạo lại biểu bằng minhbach template.", "Make the form again with minhbach template."),
        example: untried("", "bieu.xlsx       mọi dòng đã bị xóa", "minhbach template --area nam-nhun --period 2024", IN_A_WORKBOOK),
    },
    Explanation {
        name: "printed-words-kept",
        weight: Warning,
        title: ("Lời của nguồn còn nói số cũ", "Words of the source about the old number"),
        what: (
            "Con số đổi, nhưng dòng ấy còn printed: chép lời của nguồn về số cũ.",
            "The number changes, and its line keeps printed: with the source's words for the old one.",
        ),
        why: ("Trang in lời ấy cạnh số mới như là lời của nguồn.", "The page shows them beside the new number as what the source says."),
        fix: ("Mở tệp, sửa hoặc xóa printed của dòng đó.", "Open the file and change or delete printed of that line."),
        example: untried(
            "content/areas/nam-nhun/2024/results.yaml",
            "disbursed: 790\nprinted:\n  disbursed: 780 triệu đồng",
            "disbursed: 790\nprinted:\n  disbursed: 790 triệu đồng",
            IN_A_WORKBOOK,
        ),
    },
    Explanation {
        name: "translation-kept",
        weight: Warning,
        title: ("Bản dịch của lời này không đổi theo", "A translation that does not follow"),
        what: (
            "Ghi chú đổi trong biểu, còn bản bằng tiếng khác trong tệp vẫn như cũ.",
            "A note changes in the form, and its version in another language stays.",
        ),
        why: ("Hai bản có thể nói hai điều khác nhau.", "The two may say different things."),
        fix: ("Xem lại bản kia trong tệp và sửa.", "Look at the other version in the file and mend it."),
        example: untried(
            "content/areas/nam-nhun/2024/results.yaml",
            "note:\n  vi: Chưa khớp\n  en: Agrees",
            "note:\n  vi: Chưa khớp\n  en: Does not agree yet",
            IN_A_WORKBOOK,
        ),
    },
    Explanation {
        name: "note-without-value",
        weight: Error,
        title: ("Có ghi chú mà chưa có kết quả", "A note without a result"),
        what: (
            "Dòng có ghi chú hoặc nguồn riêng nhưng ô Kết quả và Trạng thái đều trống.",
            "The row has a note or a source of its own, and neither result nor state.",
        ),
        why: ("Ghi chú in cạnh một con số; không có số thì không có chỗ in.", "A note is printed beside a number; without one there is no place for it."),
        fix: ("Ghi kết quả, hoặc chọn “chưa có số liệu”.", "Write the result, or choose “no data”."),
        example: cells(
            "Kết quả   Trạng thái   Ghi chú\n                       Đang tổng hợp",
            "Kết quả   Trạng thái        Ghi chú\n          chưa có số liệu   Đang tổng hợp",
        ),
    },
    Explanation {
        name: "workbook-still-open",
        weight: Warning,
        title: ("Sổ còn đang mở trong Excel", "A workbook that is still open"),
        what: ("Có dấu hiệu tệp đang mở trong Excel.", "There are signs that the file is open in Excel."),
        why: ("Chỉ những gì đã lưu mới được đọc.", "Only what has been saved is read."),
        fix: ("Lưu, đóng Excel rồi nhập lại.", "Save, close Excel and import again."),
        example: untried("", "bieu.xlsx\n~$bieu.xlsx", "bieu.xlsx", IN_A_WORKBOOK),
    },
    Explanation {
        name: "no-such-sheet",
        weight: Error,
        title: ("Sổ không có trang này", "A sheet the workbook does not have"),
        what: ("Tệp ánh xạ nêu một trang không có trong sổ Excel.", "The mapping file names a sheet that is not in the workbook."),
        why: ("Không có trang thì không có gì để đọc.", "Without it there is nothing to read."),
        fix: (
            "Chép đúng tên ở dưới đáy cửa sổ Excel; lời nhắn liệt kê các trang có.",
            "Copy the name from the bottom of Excel's window; the message lists the sheets there are.",
        ),
        example: map("sheet: Biểu 3", "sheet: Biểu 2"),
    },
    Explanation {
        name: "no-such-head",
        weight: Error,
        title: ("Không thấy cột có tiêu đề này", "No column with this head"),
        what: (
            "Không cột nào có đúng chữ ở header. Ô gộp phía trên phải viết trước, cách bằng dấu /.",
            "No column has the words of header. A merged cell above it comes first, with a / between.",
        ),
        why: ("Cột được nhận ra bằng tiêu đề, để chèn thêm cột không làm lệch số.", "Columns are known by their heads, so that an inserted one moves nothing."),
        fix: ("Chép đúng chữ ở đầu cột; lời nhắn nêu tiêu đề gần giống.", "Copy the words at the head of the column; the message tells the nearest one."),
        example: map("- header: Giải nganh", "- header: Xây dựng nông thôn mới / Giải ngân"),
    },
    Explanation {
        name: "head-twice",
        weight: Error,
        title: ("Nhiều cột cùng một tiêu đề", "Several columns with one head"),
        what: ("Tiêu đề ở header có ở hơn một cột.", "More than one column has the words of header."),
        why: ("Không biết lấy cột nào.", "Nobody knows which of them is meant."),
        fix: ("Viết cả ô gộp phía trên.", "Write the merged cell above it too."),
        example: map("- header: Giải ngân", "- header: Giảm nghèo / Giải ngân"),
    },
    Explanation {
        name: "unknown-name-in-workbook",
        weight: Error,
        title: ("Tên trong sổ chưa rõ là gì của trang", "A name in the workbook that is not known"),
        what: (
            "Tên ở đầu dòng không giống tên một địa bàn hay chỉ tiêu nào, hoặc giống nhiều hơn một.",
            "The name of the row is that of no area or indicator, or of more than one.",
        ),
        why: ("Không biết con số thuộc về đâu thì không ghi được.", "A number that belongs nowhere cannot be written."),
        fix: (
            "Thêm tên ấy vào names trong tệp ánh xạ với mã của trang; \"-\" để bỏ qua dòng.",
            "Add it to names in the mapping file with the site's id; \"-\" leaves the row out.",
        ),
        example: map("names:\n  \"H. Nậm Nhùn\": nam-nhun", "names:\n  \"H. Nậm Nhùn\": nam-nhun\n  \"H. Mường Tè\": muong-te"),
    },
    Explanation {
        name: "wrong-total",
        weight: Error,
        title: ("Dòng tổng không bằng các dòng cộng lại", "A total that is not the sum of its rows"),
        what: ("Dòng “Tổng” của sổ khác với các dòng của nó cộng lại.", "The row of totals is not what its rows add up to."),
        why: ("Một dòng, hoặc chính dòng tổng, đang sai.", "One of the rows, or the total itself, is wrong."),
        fix: (
            "Tìm dòng sai và sửa; dòng tổng chỉ để kiểm tra, không được nhập.",
            "Find the wrong row and mend it; totals are for checking and are not imported.",
        ),
        example: untried(
            "so-tai-chinh.xlsx",
            "Nậm Nhùn    1.200\nNậm Pồ        800\nTổng        2.100",
            "Nậm Nhùn    1.200\nNậm Pồ        800\nTổng        2.000",
            IN_A_WORKBOOK,
        ),
    },
    Explanation {
        name: "map-without-area",
        weight: Error,
        title: ("Chưa biết chỉ tiêu của địa bàn nào", "An indicator of an unknown area"),
        what: (
            "Dòng của sổ là chỉ tiêu, mà tệp ánh xạ không nói của địa bàn nào.",
            "The rows are indicators, and the mapping file does not say of which area.",
        ),
        why: ("Cùng một chỉ tiêu, mỗi địa bàn một số.", "One indicator has another number in each area."),
        fix: ("Thêm area với mã địa bàn vào tệp ánh xạ.", "Add area with the id of the area to the mapping file."),
        example: map("period: 2024\nrows: Chỉ tiêu", "period: 2024\narea: nam-nhun\nrows: Chỉ tiêu"),
    },
];
