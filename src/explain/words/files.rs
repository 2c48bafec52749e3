//! Problems of files and folders: what cannot be read at all.
//!
//! May use: diag.

use super::{case, renamed, untried};
use crate::diag::Severity::Error;
use crate::explain::Explanation;

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "broken-structure",
        weight: Error,
        title: ("Không đọc tiếp được tệp", "The file cannot be read any further"),
        what: (
            "Đến dòng này, tệp không còn viết đúng quy tắc: thường vì một giá trị có dấu hai chấm, một dấu ngoặc kép chưa đóng, hoặc các dòng thụt vào lệch nhau.",
            "From this line on the file does not follow the rules of its format: mostly a value with a colon in it, a quote that was not closed, or lines that do not line up.",
        ),
        why: (
            "Những dòng phía sau chưa được đọc, nên số liệu của chúng không lên trang và còn lỗi nào khác cũng chưa biết.",
            "What follows has not been read: its figures would be missing, and further mistakes are not known yet.",
        ),
        fix: (
            "Đặt giá trị vào giữa hai dấu ngoặc kép. Nếu không phải vì dấu hai chấm, xem dòng ngay phía trên: ngoặc đã đóng chưa, các dòng cùng nhóm đã thẳng hàng chưa.",
            "Put the value between quotes. If no colon is to blame, look at the line above: whether every quote is closed, and the lines of the group line up.",
        ),
        example: case(
            "broken-structure",
            "content/areas/nam-nhun/2024/plan.yaml",
            "  vi: Theo Quyết định: điều chỉnh lần 1",
            "  vi: \"Theo Quyết định: điều chỉnh lần 1\"",
        ),
    },
    Explanation {
        name: "duplicate-key",
        weight: Error,
        title: ("Một mục viết hai lần", "A field is written twice"),
        what: (
            "Trong cùng một nhóm có hai dòng mang cùng tên mục, thường do chép thêm một dòng mà quên xóa dòng cũ.",
            "Two lines of one group have the same name, mostly because a line was copied and the old one stayed.",
        ),
        why: (
            "Không ai biết giá trị nào đúng; chọn bừa một giá trị là công bố một con số chưa chắc.",
            "Nobody can tell which value is right, and to pick one would publish a guess.",
        ),
        fix: ("Xem nguồn, giữ dòng đúng và xóa dòng kia.", "Look at the source, keep the right line and delete the other."),
        example: case("duplicate-key", "content/areas/nam-nhun/2024/results.yaml", "        disbursed: 780\n        disbursed: 870", "        disbursed: 780"),
    },
    Explanation {
        name: "tab-indent",
        weight: Error,
        title: ("Thụt đầu dòng bằng phím Tab", "A line is indented with a Tab"),
        what: (
            "Dòng này bắt đầu bằng phím Tab. Tệp YAML chỉ nhận dấu cách ở đầu dòng.",
            "The line begins with a Tab. YAML accepts only spaces at the beginning of a line.",
        ),
        why: (
            "Mỗi máy hiện Tab rộng hẹp khác nhau, nên không biết dòng thuộc nhóm nào.",
            "Every machine shows a Tab differently, so it is unknown which group the line belongs to.",
        ),
        fix: (
            "Thay Tab bằng dấu cách cho thẳng với các dòng cùng nhóm. Nên đặt trình soạn thảo để phím Tab gõ ra dấu cách.",
            "Put spaces in its place, in line with the rest of the group. Better still, set the editor so that the Tab key types spaces.",
        ),
        example: case(
            "tab-indent",
            "content/areas/nam-nhun/2024/plan.yaml",
            "  - programme: ntm\n\tcapital: investment",
            "  - programme: ntm\n    capital: investment",
        ),
    },
    Explanation {
        name: "alias-refused",
        weight: Error,
        title: ("Viết tắt bằng dấu * không dùng được", "A shorthand with * is not accepted"),
        what: (
            "Dấu * ở đầu giá trị là cách viết tắt của YAML, nghĩa là “lấy giá trị ở chỗ có dấu &”. Trong tệp số liệu không dùng cách này.",
            "A * at the beginning of a value is a YAML shorthand for “the value at the &”. Data files do not use it.",
        ),
        why: (
            "Mỗi con số phải đứng ở đúng chỗ của nó để người khác mở tệp ra là đọc được.",
            "Every number has to stand in its own place, so that whoever opens the file can read it.",
        ),
        fix: (
            "Viết lại giá trị đầy đủ và bỏ dấu &. Nếu là lời văn bắt đầu bằng dấu *, đặt trong ngoặc kép.",
            "Write the value out and take away the &. If it is text that begins with *, put it between quotes.",
        ),
        example: case("alias-refused", "content/areas/nam-nhun/2024/plan.yaml", "    assigned: *von", "    assigned: 2.487"),
    },
    Explanation {
        name: "file-too-complex",
        weight: Error,
        title: ("Tệp có quá nhiều giá trị hoặc lồng quá sâu", "A file with too many values, or nested too deeply"),
        what: (
            "Tệp có số giá trị hoặc số tầng lồng nhau nhiều hơn hẳn mọi tệp số liệu thật.",
            "The file has far more values, or far more levels one inside the other, than any real data file.",
        ),
        why: (
            "Đọc hết một tệp như vậy có thể làm máy treo, nên chương trình dừng lại trước.",
            "Reading all of it could bring the machine to a halt, so reading stops before.",
        ),
        fix: (
            "Chia số liệu theo địa bàn và theo năm, mỗi năm một thư mục. Nếu tệp bị chép nhầm nội dung khác, lấy lại tệp cũ.",
            "Split it by area and by year, a folder for each year. If something else was pasted into it by mistake, get the old file back.",
        ),
        example: untried(
            "",
            "content/areas/nam-nhun/2024/results.yaml       số liệu của mọi huyện, mọi năm",
            "content/areas/nam-nhun/2023/results.yaml       số liệu một huyện, một năm\ncontent/areas/nam-nhun/2024/results.yaml",
            "the example would be a file of many thousand lines",
        ),
    },
    Explanation {
        name: "file-too-large",
        weight: Error,
        title: ("Tệp quá lớn", "A file is too large"),
        what: (
            "Tệp nặng hơn mức được đọc cho loại của nó: 4 MB với tệp số liệu và bài viết, nhiều hơn với ảnh.",
            "The file is heavier than is read for its kind: 4 MB for data and reports, more for pictures.",
        ),
        why: (
            "Tệp số liệu lớn như vậy thường là bảng tính hay ảnh bị đổi tên; ảnh lớn thì người đọc dùng điện thoại không tải nổi.",
            "A data file of that size is mostly a workbook or a picture under another name; a picture of that size never reaches a reader's phone.",
        ),
        fix: (
            "Chia tệp số liệu theo địa bàn và năm; thu nhỏ ảnh còn khoảng 1600 điểm chiều ngang trước khi đặt vào.",
            "Split data by area and year; make a picture about 1600 pixels wide before putting it here.",
        ),
        example: untried(
            "",
            "content/reports/2024/IMG_2041.png       18 MB",
            "content/reports/2024/khanh-thanh-cau.jpg       280 KB",
            "the example would be a file of many megabytes",
        ),
    },
    Explanation {
        name: "not-utf8",
        weight: Error,
        title: ("Chữ trong tệp không theo mã UTF-8", "The letters of a file are not stored as UTF-8"),
        what: (
            "Tệp được lưu bằng bảng mã khác: mã TCVN3 (phông .VnTime), VNI, UTF-16 hoặc Windows-1258, hay là tệp Word, Excel đổi đuôi.",
            "The file is stored in another encoding, such as TCVN3 (fonts .VnTime), VNI, UTF-16 or Windows-1258, or is a Word or Excel file under another name.",
        ),
        why: (
            "Đọc nhầm bảng mã thì tên người, tên xã và con số hiện sai trên trang.",
            "Read in the wrong encoding, names of people and places, and numbers, come out wrong on the page.",
        ),
        fix: (
            "TCVN3, VNI, UTF-16 và Windows-1258 thì minhbach check --fix cho xem vài dòng, hỏi rồi chuyển cả tệp, bản cũ được giữ. Tệp khác: mở bằng đúng chương trình đã tạo ra nó rồi lưu lại với mã UTF-8.",
            "TCVN3, VNI, UTF-16 and Windows-1258: minhbach check --fix shows some lines, asks and converts the whole file; the old one is kept. Other files: open them in the program that made them and save them again as UTF-8.",
        ),
        example: untried("content/areas/nam-nhun/area.yaml", "name: NËm Nhïn", "name: Nậm Nhùn", "bytes that are no UTF-8 cannot stand in a text"),
    },
    Explanation {
        name: "symlink-refused",
        weight: Error,
        title: ("Lối tắt dẫn ra ngoài thư mục trang", "A link that leads out of the site folder"),
        what: (
            "Tệp này chỉ là một lối tắt (liên kết tượng trưng) trỏ tới một chỗ ngoài thư mục của trang, hoặc tới chỗ không có gì.",
            "This is not a file but a symbolic link to a place outside the site folder, or to nothing.",
        ),
        why: (
            "Qua lối tắt, tệp riêng trên máy có thể lọt lên trang công khai; máy khác cũng không dựng lại được trang.",
            "Through it a private file of this machine could be published, and no other machine could build the site.",
        ),
        fix: ("Xóa lối tắt, chép tệp thật vào đúng chỗ đó.", "Delete the link and copy the real file to its place."),
        example: untried("", "content/documents/bao-cao.yaml → D:\\Riêng\\bao-cao.yaml", "content/documents/bao-cao.yaml", "a link cannot be written as text"),
    },
    Explanation {
        name: "front-matter-missing",
        weight: Error,
        title: ("Bài thiếu phần khai báo ở đầu", "A report without the part at its top"),
        what: (
            "Bài viết phải mở đầu bằng phần khai báo nằm giữa hai dòng ---: tiêu đề, ngày đăng, địa bàn, nguồn.",
            "A report begins with a part between two lines --- that gives its title, date, areas and source.",
        ),
        why: (
            "Không có phần này thì trang không biết bài tên gì, đăng ngày nào, lấy từ đâu.",
            "Without it the page does not know what the text is called, of which day it is and where it comes from.",
        ),
        fix: (
            "Thêm phần khai báo như ví dụ; dòng --- đầu tiên phải là dòng đầu của tệp.",
            "Add the part as in the example; its first --- has to be the first line of the file.",
        ),
        example: case(
            "front-matter-missing",
            "content/reports/2024/bai-mot.md",
            "Đã giải ngân 780 triệu đồng.",
            "---\ntitle: Bài một\npublished: 2024-04-02\nareas: [nam-nhun]\nsource:\n  name: Trang của huyện\n---\nĐã giải ngân 780 triệu đồng.",
        ),
    },
    Explanation {
        name: "front-matter-open",
        weight: Error,
        title: ("Phần khai báo ở đầu bài chưa đóng", "The part at the top of a report is not closed"),
        what: ("Phần khai báo mở bằng --- nhưng thiếu dòng --- thứ hai.", "The part at the top begins with --- and lacks the second line ---."),
        why: ("Không biết phần khai báo hết ở đâu và bài bắt đầu từ dòng nào.", "It is unknown where that part ends and the text begins."),
        fix: ("Thêm một dòng chỉ có --- ngay trước câu đầu tiên của bài.", "Add a line with only --- right before the first sentence of the text."),
        example: case(
            "front-matter-open",
            "content/reports/2024/bai-mot.md",
            "source:\n  name: Trang của huyện\nĐã giải ngân",
            "source:\n  name: Trang của huyện\n---\nĐã giải ngân",
        ),
    },
    Explanation {
        name: "name-unreadable",
        weight: Error,
        title: ("Tên tệp không dùng được trên máy khác", "A file name other machines cannot hold"),
        what: (
            "Tên tệp hoặc thư mục có ký tự Windows không lưu được (\\ : * ? \" < > |), có dấu chấm hay dấu cách ở cuối, hoặc trùng tên Windows giữ riêng như con, nul.",
            "The name of a file or folder has signs Windows cannot hold (\\ : * ? \" < > |), ends in a full stop or space, or is a name Windows keeps for itself, such as con or nul.",
        ),
        why: ("Chép sang máy Windows hay USB thì tệp này mất hoặc không chép được.", "Copied to Windows or to a stick, the file is lost or cannot be copied."),
        fix: ("Đổi tên, chỉ dùng chữ cái, chữ số, dấu chấm và gạch nối.", "Rename it, with letters, digits, full stops and hyphens only."),
        example: renamed("name-unreadable", "content/documents/qd:1719.yaml", "content/documents/qd-1719.yaml"),
    },
    Explanation {
        name: "file-unreadable",
        weight: Error,
        title: ("Máy không cho đọc tệp", "The machine does not give the file"),
        what: (
            "Người chạy lệnh không có quyền đọc tệp này, tệp đang bị chương trình khác giữ, hoặc đây không phải tệp thường.",
            "Whoever runs the command may not read this file, another program holds it, or it is no ordinary file.",
        ),
        why: ("Bỏ qua nó thì trang thiếu số liệu mà không ai biết.", "Passed over, its figures would be missing and nobody would know."),
        fix: (
            "Đóng tệp ở chương trình khác, cấp quyền đọc cho tệp, hoặc chuyển nó ra khỏi thư mục trang rồi chạy lại.",
            "Close it in the other program, allow it to be read, or move it out of the site folder; then run again.",
        ),
        example: untried(
            "",
            "content/documents/qd-263.yaml       đang mở trong chương trình khác",
            "content/documents/qd-263.yaml       đã lưu và đóng",
            "rights and locks belong to the machine",
        ),
    },
    Explanation {
        name: "two-names-one-place",
        weight: Error,
        title: ("Hai tên tệp mà máy khác coi là một", "Two names that are one file elsewhere"),
        what: (
            "Hai tệp cùng thư mục chỉ khác nhau ở chữ hoa, chữ thường hoặc ở cách ghép dấu tiếng Việt.",
            "Two files of one folder differ only in capital letters, or in how their accents are put together.",
        ),
        why: (
            "Trên Windows và macOS hai tên đó là một tệp, nên khi chép sẽ mất một tệp.",
            "On Windows and macOS both are one file, so one of them is lost in copying.",
        ),
        fix: ("Xóa tệp thừa, hoặc đổi hẳn tên một tệp.", "Delete the one too many, or give one of them another name."),
        example: untried(
            "",
            "content/reports/2024/Anh.svg\ncontent/reports/2024/anh.svg",
            "content/reports/2024/anh-1.svg\ncontent/reports/2024/anh-2.svg",
            "two such files cannot lie side by side on every machine",
        ),
    },
    Explanation {
        name: "file-in-no-known-place",
        weight: Error,
        title: ("Tệp nằm sai chỗ", "A file lies where nothing belongs"),
        what: (
            "Trong content có một tệp nằm ở chỗ không loại nội dung nào dùng đến, thường vì thiếu một cấp thư mục như năm.",
            "In content lies a file where no kind of content is looked for, mostly because a folder such as the year is missing.",
        ),
        why: ("Nội dung của nó sẽ không hiện ở trang nào, mà cũng không ai báo là thiếu.", "What it says would appear on no page, and nobody would miss it."),
        fix: (
            "Chuyển tệp vào đúng thư mục. Số liệu: content/areas/<địa bàn>/<năm>/plan.yaml và results.yaml; bài: content/reports/<năm>/; văn bản: content/documents/.",
            "Move it to its folder. Figures: content/areas/<area>/<year>/plan.yaml and results.yaml; reports: content/reports/<year>/; documents: content/documents/.",
        ),
        example: renamed("file-in-no-known-place", "content/areas/nam-nhun/plan.yaml", "content/areas/nam-nhun/2024/plan.yaml"),
    },
];
