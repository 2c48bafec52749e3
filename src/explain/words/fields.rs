//! Problems of the fields of one file.
//!
//! May use: diag.

use super::{case, small};
use crate::diag::Severity::{Error, Notice};
use crate::explain::Explanation;

const AREA: &str = "content/areas/nam-nhun/area.yaml";
const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const PROGRAMME: &str = "content/programmes/ntm.yaml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "unknown-key",
        weight: Error,
        title: ("Không có mục này", "There is no such field"),
        what: (
            "Tên mục trước dấu hai chấm không có trong loại tệp này, thường do gõ nhầm một chữ hoặc đặt mục vào nhầm nhóm.",
            "The name before the colon is none of this kind of file, mostly because of a slip or because it stands in the wrong group.",
        ),
        why: (
            "Giá trị dưới mục lạ sẽ không hiện ở trang nào mà cũng không ai hay.",
            "What stands under an unknown field would appear on no page, and nobody would notice.",
        ),
        fix: (
            "Viết lại tên mục; lời nhắn nêu mục gần giống nhất. Mọi mục dùng được: minhbach schema --reference.",
            "Correct the name; the message tells the nearest one. All fields there are: minhbach schema --reference.",
        ),
        example: case("unknown-key", RESULTS, "        disbursd: 780", "        disbursed: 780"),
    },
    Explanation {
        name: "missing-key",
        weight: Error,
        title: ("Thiếu một mục bắt buộc", "A field that must be there is missing"),
        what: (
            "Nhóm này thiếu một mục không thể không có, hoặc mục có đó mà để trống.",
            "The group lacks a field it cannot do without, or the field stands there empty.",
        ),
        why: ("Thiếu nó thì trang không biết phải in gì, tính thế nào.", "Without it the page does not know what to print or how to count."),
        fix: ("Thêm mục mà lời nhắn nêu tên, thẳng hàng với các mục cùng nhóm.", "Add the field that the message names, in line with the others of its group."),
        example: case(
            "missing-key",
            PROGRAMME,
            "  - id: xa-dat-chuan\n    name: Số xã đạt chuẩn\n    unit: xã\n",
            "  - id: xa-dat-chuan\n    name: Số xã đạt chuẩn\n    unit: xã\n    kind: increase\n",
        ),
    },
    Explanation {
        name: "wrong-shape",
        weight: Error,
        title: ("Giá trị không đúng dạng", "A value of the wrong shape"),
        what: (
            "Ở đây cần một danh sách hoặc một nhóm mục mà đang là một giá trị, hay ngược lại; cũng có thể tệp còn trống.",
            "A list or a group of fields belongs here and there is a single value, or the other way round; or the file is still empty.",
        ),
        why: ("Máy không đoán được giá trị thuộc về mục nào.", "Nobody guesses which field a value belongs to."),
        fix: (
            "Xem cách viết trong ví dụ hay trong một tệp cùng loại: mỗi phần tử một dấu gạch đầu dòng, mỗi mục một dòng, thụt vào hai dấu cách.",
            "Look at the example or at a file of the same kind: a dash for each item, a line for each field, indented by two spaces.",
        ),
        example: case("wrong-shape", PLAN, "budget: 2.487", "budget:\n  - programme: ntm\n    capital: investment\n    assigned: 2.487"),
    },
    Explanation {
        name: "unknown-choice",
        weight: Error,
        title: ("Từ này không nằm trong các từ dùng được", "A word that is none of the choices"),
        what: ("Mục này chỉ nhận vài từ cố định, và từ đang viết không nằm trong đó.", "The field takes only a few fixed words, and this is none of them."),
        why: (
            "Từ quyết định cách tính và cách in; hiểu nhầm thì số bị cộng vào chỗ khác.",
            "The word decides how a number is counted and shown; misread, it is added to something else.",
        ),
        fix: (
            "Chọn một trong các từ mà lời nhắn liệt kê. Từ viết bằng tiếng Anh, trang tự in bằng tiếng Việt.",
            "Choose one of the words the message lists. They are typed in English; pages show them in their own language.",
        ),
        example: case("unknown-choice", PLAN, "    capital: đầu tư", "    capital: investment"),
    },
    Explanation {
        name: "bad-id",
        weight: Error,
        title: ("Mã có ký tự không dùng được", "An id with signs it must not have"),
        what: (
            "Mã (id, tên tệp, tên thư mục) chỉ gồm chữ thường không dấu, chữ số và gạch nối, dài không quá 100 ký tự.",
            "An id (also the name of a file or folder that serves as one) has plain lower-case letters, digits and hyphens, at most 100.",
        ),
        why: (
            "Mã nằm trong địa chỉ trang; chữ có dấu hay dấu cách làm liên kết dễ hỏng khi gửi qua thư, qua tin nhắn.",
            "It is part of an address; accents and spaces break links on their way through mail and messages.",
        ),
        fix: (
            "Bỏ dấu, viết thường, thay dấu cách bằng gạch nối. Tên đầy đủ có dấu ghi ở mục name.",
            "Drop the accents, use lower case, put hyphens for spaces. The full name goes into name.",
        ),
        example: small(
            PROGRAMME,
            "    unit: xã\n    kind: increase",
            "    unit: xã\n    kind: increase\n  - id: Hộ nghèo\n    name: Số hộ nghèo\n    unit: hộ\n    kind: decrease",
            "    unit: xã\n    kind: increase\n  - id: ho-ngheo\n    name: Số hộ nghèo\n    unit: hộ\n    kind: decrease",
        ),
    },
    Explanation {
        name: "unknown-language",
        weight: Error,
        title: ("Trang không có ngôn ngữ này", "A language the site does not have"),
        what: (
            "Có lời viết bằng một ngôn ngữ chưa khai báo ở languages trong site.toml, trong một mục hay trong tên tệp.",
            "There are words in a language that languages in site.toml does not list, in a field or in the name of a file.",
        ),
        why: ("Lời bằng ngôn ngữ chưa khai báo không hiện ở đâu cả.", "Words in a language the site does not have appear nowhere."),
        fix: (
            "Bỏ dòng đó, hoặc thêm ngôn ngữ vào languages, ví dụ languages = [\"vi\", \"en\"].",
            "Delete the line, or add the language to languages, such as languages = [\"vi\", \"en\"].",
        ),
        example: case("unknown-language", "content/areas/nam-nhun/area.yaml", "name:\n  vi: Nậm Nhùn\n  en: Nam Nhun", "name:\n  vi: Nậm Nhùn"),
    },
    Explanation {
        name: "bad-period",
        weight: Error,
        title: ("Không phải một năm hay giai đoạn", "Neither a year nor a range of years"),
        what: (
            "Năm viết bằng bốn chữ số, giai đoạn là năm đầu, gạch nối, năm cuối; năm đầu đứng trước.",
            "A year has four digits; a range is the first year, a hyphen and the last, in this order.",
        ),
        why: (
            "Kế hoạch và kết quả gặp nhau theo năm; năm sai thì số nằm một mình hoặc hiện ở năm khác.",
            "Plan and results meet by their years; with a wrong one, figures stand alone or under another year.",
        ),
        fix: (
            "Viết 2024 hoặc 2021-2025. Thư mục của bài viết cũng mang tên năm: content/reports/2024.",
            "Write 2024 or 2021-2025. Folders of reports are years too: content/reports/2024.",
        ),
        example: case("bad-period", PROGRAMME, "period: 2025-2021", "period: 2021-2025"),
    },
    Explanation {
        name: "period-not-of-folder",
        weight: Error,
        title: ("Năm trong tệp khác năm của thư mục", "A file says another year than its folder"),
        what: (
            "Tệp nằm trong thư mục của một năm nhưng ghi một năm khác, thường do chép từ năm trước sang mà quên sửa.",
            "The file lies in the folder of one year and says another, mostly because it was copied from the year before.",
        ),
        why: ("Số của năm này có thể bị công bố thành số của năm khác.", "Figures of one year could be published under another."),
        fix: ("Sửa dòng year cho đúng với thư mục, hoặc chuyển tệp sang đúng thư mục.", "Correct the line year, or move the file to the folder of its year."),
        example: case("period-not-of-folder", PLAN, "year: 2023", "year: 2024"),
    },
    Explanation {
        name: "line-without-value",
        weight: Error,
        title: ("Dòng không có giá trị", "A line without a value"),
        what: (
            "Dòng có tên chương trình hay chỉ tiêu nhưng chưa có con số hay trạng thái nào.",
            "The line names a programme or an indicator and gives neither a number nor a state.",
        ),
        why: ("Để trống không có nghĩa là 0, mà cũng không cho biết vì sao thiếu.", "A blank is not zero, and does not say why something is missing."),
        fix: (
            "Ghi con số; chưa có thì ghi trạng thái (chưa giao, chưa có số liệu, chưa đến kỳ); thừa thì xóa dòng.",
            "Write the number; where there is none yet, a state (not assigned, no data, not due); delete the line if it is one too many.",
        ),
        example: case("line-without-value", PLAN, "    assigned:\n", "    assigned: chưa giao\n"),
    },
    Explanation {
        name: "rate-without-denominator",
        weight: Error,
        title: ("Tỷ lệ chưa nói tính trên số nào", "A rate that does not say of what"),
        what: (
            "Có stated_rate mà thiếu rate_of, nên không biết phần trăm của vốn giao, của kế hoạch hay của số nào khác.",
            "There is a stated_rate without rate_of, so it may be a share of the assigned money, of the plan or of something else.",
        ),
        why: (
            "Cùng một số giải ngân, tính trên vốn giao hay trên cả vốn chuyển nguồn cho hai tỷ lệ rất khác nhau.",
            "The same disbursement gives very different rates of the assigned money and of all that was available.",
        ),
        fix: (
            "Thêm rate_of: assigned (vốn giao), available (vốn giao và chuyển nguồn), planned, allocated, carried_over hoặc target. Nguồn không nói thì ghi not_stated.",
            "Add rate_of: assigned, available (with what was carried over), planned, allocated, carried_over or target. Where the source does not say, not_stated.",
        ),
        example: case("rate-without-denominator", RESULTS, "        stated_rate: 31,4%\n", "        stated_rate: 31,4%\n        rate_of: assigned\n"),
    },
    Explanation {
        name: "money-without-unit",
        weight: Error,
        title: ("Số tiền không có đơn vị", "Money without a unit"),
        what: (
            "Tệp có số tiền nhưng không ghi là đồng, triệu đồng hay tỷ đồng.",
            "The file has amounts and does not say whether they are dong, million or billion dong.",
        ),
        why: ("Nhầm triệu với tỷ là sai một nghìn lần.", "A million taken for a billion is wrong a thousandfold."),
        fix: (
            "Thêm một dòng money_unit ở đầu tệp, hoặc viết đơn vị ngay sau con số: 2,487 tỷ đồng.",
            "Add a line money_unit at the top of the file, or write the unit after the number: 2,487 tỷ đồng.",
        ),
        example: case("money-without-unit", PLAN, "year: 2024\nsource: bai-mot", "year: 2024\nmoney_unit: triệu đồng\nsource: bai-mot"),
    },
    Explanation {
        name: "printed-without-value",
        weight: Error,
        title: ("Có lời của nguồn nhưng không có con số", "Words of the source without their value"),
        what: (
            "Mục printed chép nguyên văn lời của nguồn về một con số mà dòng này không có.",
            "Under printed stand the source's words for a value that is not on this line.",
        ),
        why: (
            "Lời gốc in cạnh con số để người đọc đối chiếu; không có con số thì không có chỗ in.",
            "They are shown beside the number for comparison; without it there is no place for them.",
        ),
        fix: ("Thêm con số vào dòng, hoặc xóa lời thừa dưới printed.", "Add the value to the line, or delete the words under printed."),
        example: case(
            "printed-without-value",
            RESULTS,
            "        printed:\n          disbursed: 780 triệu đồng\n          planned: 2.487 triệu đồng",
            "        printed:\n          disbursed: 780 triệu đồng",
        ),
    },
    Explanation {
        name: "text-untranslated",
        weight: Notice,
        title: ("Chưa có lời bằng ngôn ngữ thứ hai", "Words that are not there in another language yet"),
        what: (
            "Trang có hai ngôn ngữ trở lên (languages trong site.toml), mà tệp này còn lời chỉ viết bằng một ngôn ngữ. Tên người, tên đất và đơn vị như km, % không tính.",
            "The site has several languages (languages in site.toml), and the file has words in one of them only. Names of people and places do not count, nor do units such as km and %.",
        ),
        why: (
            "Trang bằng ngôn ngữ kia vẫn dựng được, nhưng những chỗ này hiện lời của ngôn ngữ chính.",
            "Pages in the other language are built all the same and show the words of the first language there.",
        ),
        fix: (
            "Để trống sau dấu hai chấm, rồi viết mỗi ngôn ngữ một dòng. Chưa dịch được thì cứ để: ghi chú này không chặn gì, kể cả --strict.",
            "Leave nothing after the colon and write a line for each language. It can wait: a note stops nothing, not even with --strict.",
        ),
        example: case(
            "text-untranslated",
            AREA,
            "about: Huyện biên giới, có sông Đà chảy qua.\nhistorical:\n  vi: Từ 01/07/2025 không còn cấp huyện.\n",
            "about:\n  vi: Huyện biên giới, có sông Đà chảy qua.\n  en: A border district on the river Đà.\nhistorical:\n  vi: Từ 01/07/2025 không còn cấp huyện.\n  en: Since 01/07/2025 there is no district level.\n",
        ),
    },
];
