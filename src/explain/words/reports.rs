//! Problems of reports and pages: sources, pictures, links, what Markdown makes of a line.
//!
//! May use: diag.

use super::{added, case, renamed, report};
use crate::diag::Severity::{Error, Notice, Warning};
use crate::explain::Explanation;

const REPORT: &str = "content/reports/2024/bai-hai.md";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "report-without-source",
        weight: Error,
        title: ("Bài không ghi nguồn", "A report without a source"),
        what: ("Phần đầu bài thiếu source, nên không biết bài gốc do ai đăng.", "The top of the report lacks source: who published the original is not said."),
        why: (
            "Con số trong bài chỉ đáng tin khi người đọc tìm được nơi nêu ra nó.",
            "A number can be trusted only when readers find the place that stated it.",
        ),
        fix: (
            "Thêm source với name (tên cơ quan hay trang đăng bài gốc); có địa chỉ thì thêm url.",
            "Add source with name (the office or site of the original), and url where there is one.",
        ),
        example: case(
            "report-without-source",
            "content/reports/2024/bai-mot.md",
            "programmes: [ntm]\n---",
            "programmes: [ntm]\nsource:\n  name: Trang của huyện\n---",
        ),
    },
    Explanation {
        name: "missing-file",
        weight: Error,
        title: ("Không thấy tệp được nhắc đến", "A file that is not there"),
        what: (
            "Bài hay văn bản nhắc đến một ảnh, một tệp không có trong thư mục, hoặc sai một chữ trong tên.",
            "A text or document speaks of a picture or file that is not in the folder, or has a slip in its name.",
        ),
        why: ("Trên trang sẽ có khung ảnh trống hoặc liên kết hỏng.", "The page would have an empty frame or a broken link."),
        fix: (
            "Chép tệp vào cùng thư mục, hoặc viết lại cho đúng tên tệp, cả chữ hoa chữ thường.",
            "Copy the file to the same folder, or write its name as it is, capital letters included.",
        ),
        example: case("missing-file", REPORT, "  - file: duong-moi.svg", "  - file: duong-mo.svg"),
    },
    Explanation {
        name: "picture-without-words",
        weight: Error,
        title: ("Ảnh chưa có lời tả", "A picture without words"),
        what: ("Ảnh thiếu alt: một câu nói trong ảnh có gì.", "The picture lacks alt: one sentence that says what is to be seen."),
        why: (
            "Người khiếm thị nghe câu này thay cho ảnh; người mạng chậm đọc nó trong lúc ảnh chưa tải.",
            "Blind readers hear it in place of the picture; on a slow line it is read while the picture is still to come.",
        ),
        fix: (
            "Thêm alt cho ảnh trong mục pictures ở đầu bài. Tả điều nhìn thấy, không chép lại chú thích.",
            "Add alt to the picture under pictures at the top. Say what is seen; do not repeat the caption.",
        ),
        example: case(
            "picture-without-words",
            REPORT,
            "  - file: duong.svg\n    caption: Đường mới",
            "  - file: duong.svg\n    alt: Con đường bê tông chạy giữa hai nương ngô\n    caption: Đường mới",
        ),
    },
    Explanation {
        name: "link-to-nowhere",
        weight: Error,
        title: ("Liên kết không dẫn đến đâu", "A link that leads nowhere"),
        what: (
            "Địa chỉ trong ngoặc tròn là một đường dẫn tương đối, trống, hoặc chỉ đến một con số không có.",
            "The address in round brackets is a relative path, is empty, or names a figure that is not there.",
        ),
        why: (
            "Bài hiện ở nhiều nơi (trang bài, danh sách, nguồn tin), và đường dẫn tương đối chỉ đúng ở một nơi.",
            "A text appears in several places (its page, lists, feeds), and a relative path is right in one only.",
        ),
        fix: (
            "Chỉ đích bằng mã: area:, programme:, report:, document:, indicator:, page: hoặc figure:. Trang ngoài thì viết đủ https://.",
            "Name what is meant by its id: area:, programme:, report:, document:, indicator:, page: or figure:. Other sites are written out, with https://.",
        ),
        example: report("Xem [trang của huyện](../don-vi/nam-nhun/).", "Xem [trang của huyện](area:nam-nhun)."),
    },
    Explanation {
        name: "raw-html",
        weight: Warning,
        title: ("Bài có mã HTML", "HTML code in a text"),
        what: (
            "Trong bài có thẻ như <b>, <br> hay một đoạn nhúng. Trang không chạy mã HTML mà in nguyên thành chữ.",
            "The text holds tags such as <b>, <br> or an embedded piece. HTML is not run; it is shown as text.",
        ),
        why: ("Mã nhúng có thể chạy chương trình lạ trong máy người đọc.", "Embedded code could run anything on a reader's machine."),
        fix: (
            "Dùng dấu của Markdown: **đậm**, *nghiêng*, [chữ](địa chỉ), dòng trống giữa hai đoạn.",
            "Use the marks of Markdown: **bold**, *italic*, [words](address), an empty line between paragraphs.",
        ),
        example: report("Huyện có <b>hai xã</b> về đích.", "Huyện có **hai xã** về đích."),
    },
    Explanation {
        name: "dangerous-link",
        weight: Error,
        title: ("Loại địa chỉ không được dẫn đến", "A kind of address that is not allowed"),
        what: (
            "Địa chỉ bắt đầu bằng một từ trang không cho dùng, như javascript: hay file:, hoặc gõ nhầm một từ như reports: thay cho report:.",
            "The address begins with a word that is not allowed, such as javascript: or file:, or one was mistyped, such as reports: for report:.",
        ),
        why: (
            "Địa chỉ như vậy có thể chạy mã trong máy người đọc, hoặc không mở được gì.",
            "Such an address could run code on the reader's machine, or opens nothing.",
        ),
        fix: (
            "Dùng https:, mailto:, tel:, # hoặc một mã của trang (area:, report:, figure: …). Cần dẫn tới tệp thì đặt tệp vào content/documents và dùng document:.",
            "Use https:, mailto:, tel:, # or a name of the site (area:, report:, figure: …). To lead to a file put it into content/documents and use document:.",
        ),
        example: report("Xem [bài trước](reports:bai-mot).", "Xem [bài trước](report:bai-mot)."),
    },
    Explanation {
        name: "indented-code",
        weight: Warning,
        title: ("Đoạn văn thụt bốn dấu cách", "A paragraph indented by four spaces"),
        what: (
            "Với Markdown, dòng thụt vào bốn dấu cách là mã máy tính: chữ in kiểu máy đánh chữ và không xuống dòng.",
            "To Markdown a line with four spaces before it is computer code, printed like a typewriter and never wrapped.",
        ),
        why: ("Trên điện thoại, dòng chạy ra ngoài màn hình.", "On a phone the line runs off the screen."),
        fix: ("Xóa các dấu cách ở đầu dòng; thường chúng được dán từ Word.", "Delete the spaces before it; they mostly came from Word."),
        example: report("Mở đầu.\n\n    Đoạn này dán từ Word.", "Mở đầu.\n\nĐoạn này dán từ Word."),
    },
    Explanation {
        name: "false-list",
        weight: Warning,
        title: ("Danh sách gõ bằng dấu khác", "A list with other marks"),
        what: (
            "Dòng bắt đầu bằng •, –, + hay dấu khác của Word không thành danh sách trên trang.",
            "Lines that begin with •, – or another mark from Word do not become a list.",
        ),
        why: ("Các dòng dính vào nhau thành một đoạn, rất khó đọc.", "They run together in one paragraph that is hard to read."),
        fix: (
            "Thay bằng gạch nối và một dấu cách; để một dòng trống trước danh sách.",
            "Put a hyphen and a space in its place, and an empty line before the list.",
        ),
        example: report("Các xã:\n\n• Nậm Manh\n• Nậm Pì", "Các xã:\n\n- Nậm Manh\n- Nậm Pì"),
    },
    Explanation {
        name: "year-list",
        weight: Warning,
        title: ("Năm ở đầu dòng thành số thứ tự", "A year at the beginning becomes a list"),
        what: (
            "Dòng bắt đầu bằng số và dấu chấm, như “2024.”, thành một danh sách đánh số từ 2024.",
            "A line that begins with a number and a full stop, such as “2024.”, becomes a list numbered from 2024.",
        ),
        why: ("Đoạn văn thụt vào như một mục của danh sách.", "The paragraph is indented like an item of a list."),
        fix: ("Thêm dấu \\ trước dấu chấm, hoặc viết câu khác đi.", "Put a \\ before the full stop, or word the sentence differently."),
        example: report("2024. Năm cuối của giai đoạn.", "Năm 2024 là năm cuối của giai đoạn."),
    },
    Explanation {
        name: "path-leaves-folder",
        weight: Error,
        title: ("Đường dẫn ra ngoài thư mục", "A path that leaves its folder"),
        what: ("Tên tệp có ../, bắt đầu từ gốc ổ đĩa hoặc trỏ sang nơi khác.", "The name has ../ in it, begins at the root of the disk or points elsewhere."),
        why: (
            "Chỉ tệp đặt cạnh bài mới được đưa lên trang, để không tệp riêng nào trên máy lọt ra ngoài.",
            "Only files beside the text are published, so that no private file gets out.",
        ),
        fix: ("Chép tệp vào cùng thư mục với bài hay văn bản rồi chỉ viết tên tệp.", "Copy the file beside the text or document and write its name alone."),
        example: case("path-leaves-folder--document", "content/documents/qd-263.yaml", "file: ../../site.toml", "link: https://vanban.chinhphu.vn/qd-263"),
    },
    Explanation {
        name: "translation-alone",
        weight: Error,
        title: ("Có bản dịch mà thiếu bản gốc", "A translation without its original"),
        what: (
            "Tệp .en.md là bản dịch của một bài cùng tên, nhưng bài đó không có trong thư mục.",
            "A file .en.md is the translation of the report of that name, and that report is not there.",
        ),
        why: (
            "Ngày, nguồn và địa bàn lấy từ bản gốc; bản dịch chỉ có lời.",
            "Day, source and areas come from the original; a translation has the words alone.",
        ),
        fix: ("Đặt tên bản dịch đúng với bản gốc, hoặc viết bản gốc trước.", "Name it after its original, or write the original first."),
        example: renamed("translation-alone", "content/reports/2024/bai-hai.en.md", "content/reports/2024/bai-mot.en.md"),
    },
    Explanation {
        name: "identity-number",
        weight: Warning,
        title: ("Giống số căn cước của một người", "Looks like somebody's identity number"),
        what: ("Trong bài có một dãy 12 chữ số viết liền, giống số căn cước công dân.", "The text has twelve digits in a row, as identity cards have."),
        why: (
            "Trang công khai nêu số lượng, không nêu thông tin riêng của người được hỗ trợ; đã lên mạng thì không rút lại được.",
            "A public site tells how many, never private data of those supported; once published it cannot be taken back.",
        ),
        fix: (
            "Xóa số đó và nói chung chung hơn. Nếu là một con số khác, viết có dấu ngăn hàng nghìn.",
            "Delete it and say it in general words. If it is another number, group its thousands.",
        ),
        example: report("Ông A, số căn cước 011099001234, được hỗ trợ nhà ở.", "Một hộ ở xã Nậm Manh được hỗ trợ nhà ở."),
    },
    Explanation {
        name: "picture-out-of-place",
        weight: Error,
        title: ("Trang viết tay không có chỗ cho ảnh", "A hand-written page has no place for pictures"),
        what: ("Ảnh được đặt trong một trang ở content/pages.", "A picture stands in a page of content/pages."),
        why: (
            "Ảnh cần lời tả, chú thích và tên người chụp; chỉ bài trong content/reports có chỗ ghi những điều đó.",
            "A picture needs words, a caption and a credit, and only reports have a place for them.",
        ),
        fix: ("Đưa ảnh vào một bài rồi dẫn đến bài đó.", "Put the picture into a report and link to it."),
        example: case("picture-out-of-place", "content/pages/about.md", "![Trụ sở](tru-so.svg)", "[Xem ảnh trụ sở](report:bai-mot)"),
    },
    Explanation {
        name: "file-of-wrong-kind",
        weight: Error,
        title: ("Loại tệp không đăng được ở đây", "A kind of file that cannot be published here"),
        what: (
            "Ảnh phải là .svg, .png, .jpg, .webp, .avif hay .gif; văn bản kèm theo phải là .pdf, .docx, .xlsx hay tệp tương tự.",
            "Pictures are .svg, .png, .jpg, .webp, .avif or .gif; documents are .pdf, .docx, .xlsx and the like.",
        ),
        why: (
            "Loại khác thì người đọc thấy khung ảnh trống, hoặc tải về một tệp không mở được.",
            "With another kind readers see an empty frame or load a file that opens with nothing.",
        ),
        fix: (
            "Lưu ảnh lại thành một loại dùng được. Tệp PDF không phải ảnh: đặt vào content/documents rồi dẫn đến bằng document:.",
            "Save the picture as one of these kinds. A PDF is no picture: put it into content/documents and link to it with document:.",
        ),
        example: case(
            "file-of-wrong-kind",
            REPORT,
            "pictures:\n  - file: bang.pdf\n    alt: Bảng số liệu\nsource:\n  name: Trang của huyện\n---\nNội dung bài.",
            "source:\n  name: Trang của huyện\n---\nNội dung bài. Xem [bảng số liệu](document:qd-263).",
        ),
    },
    Explanation {
        name: "file-untranslated",
        weight: Notice,
        title: ("Bài hoặc trang chưa có bản dịch", "A report or page without a translation"),
        what: (
            "Trang có hai ngôn ngữ trở lên, mà bài hoặc trang viết tay này chỉ có tệp của ngôn ngữ chính. Bản nháp không tính.",
            "The site has several languages, and the report or page has a file in the first one only. Drafts do not count.",
        ),
        why: (
            "Người đọc ngôn ngữ kia mở liên kết thì gặp bản bằng ngôn ngữ chính.",
            "Who reads the other language follows a link and comes upon the version in the first one.",
        ),
        fix: (
            "Dịch rồi lưu cạnh bản gốc, thêm mã ngôn ngữ trước .md: bai-mot.en.md, index.en.md. Chưa dịch được thì cứ để: ghi chú này không chặn gì.",
            "Translate it and save it beside the original with the language before .md: bai-mot.en.md, index.en.md. It can wait: a note stops nothing.",
        ),
        example: added(
            "file-untranslated--one",
            "content/pages/about.md, và trang có languages = [\"vi\", \"en\"]",
            "content/pages/about.en.md",
            "---\ntitle: About\n---\nA page in both languages.\n",
        ),
    },
];
