//! The fields at the top of reports and hand-written pages, and those of the book of corrections.
//!
//! May use: tree.

use super::{DOCUMENT, SAMPLE};
use crate::tree::{Choice, Field, Group, Shape, Thing};

const TITLE: Field = Field::new(
    "title",
    Shape::Words,
    ("Tiêu đề", "Title"),
    ("Tiêu đề. Có dấu hai chấm thì đặt trong ngoặc kép.", "The title. Put it between quotes when it has a colon."),
)
.needed();

const DRAFT: Field = Field::new(
    "draft",
    Shape::YesNo,
    ("Bản nháp", "Draft"),
    ("true: chưa đăng; chỉ thấy trong bản xem trước (serve).", "true: it is not published yet and shows in the preview (serve) only."),
);

/// Pictures of a report or a work.
pub const PICTURES: Field = Field::new(
    "pictures",
    Shape::Groups(&PICTURE),
    ("Ảnh", "Pictures"),
    (
        "Các ảnh đặt cạnh tệp này, mỗi ảnh một mục có lời mô tả.",
        "Pictures that lie beside this file, one entry each, with words for those who cannot see them.",
    ),
);

/// The front matter of `reports/<year>/<slug>.md`
pub static REPORT: Group = Group {
    name: "report",
    title: ("Bài viết", "Report"),
    about: (
        "Phần khai báo ở đầu một bài: tiêu đề, ngày, địa bàn, nguồn. Đứng giữa hai dòng ---. Bản dịch chỉ cần ghi lại các mục có lời.",
        "What a report says of itself at its top, between two lines ---. A translation repeats only the words.",
    ),
    fields: &[
        TITLE.like(&["Nậm Nhùn giải ngân vốn quý I"]),
        Field::new(
            "lead",
            Shape::Words,
            ("Câu mở đầu", "Lead"),
            ("Một hai câu tóm tắt, hiện trên thẻ bài và khi chia sẻ.", "A sentence or two, shown on cards and when shared."),
        ),
        Field::new(
            "published",
            Shape::Date,
            ("Ngày đăng", "Published"),
            (
                "Ngày nguồn đăng bài; không rõ thì ghi: không rõ. Bản dịch không cần ghi.",
                "The day it was published; “không rõ” where nobody knows. A translation need not repeat it.",
            ),
        )
        .like(&["2024-04-02"]),
        Field::new(
            "event",
            Shape::Date,
            ("Ngày diễn ra", "Event"),
            ("Ngày xảy ra việc được kể, nếu khác ngày đăng.", "The day of what it tells, where it is another."),
        ),
        Field::new("authors", Shape::WordList, ("Tác giả", "Authors"), ("Người viết.", "Who wrote it.")),
        Field::new("organisation", Shape::Words, ("Đơn vị", "Organisation"), ("Đơn vị của người viết.", "The authors' organisation.")),
        Field::new(
            "areas",
            Shape::Ids(Thing::Area),
            ("Địa bàn", "Areas"),
            (
                "Bài nói về địa bàn nào: tên thư mục trong content/areas. Bản dịch không cần ghi.",
                "The places it is about: folders in content/areas. A translation need not repeat them.",
            ),
        ),
        Field::new("programmes", Shape::Ids(Thing::Programme), ("Chương trình", "Programmes"), ("Bài nói về chương trình nào.", "The programmes it is about.")),
        Field::new(
            "year",
            Shape::Year,
            ("Năm", "Year"),
            ("Năm của bài; phải trùng tên thư mục.", "The year it is filed under; it must be that of the folder."),
        )
        .like(&["2024"]),
        Field::new(
            "as_of",
            Shape::Date,
            ("Số liệu tính đến", "Figures as of"),
            ("Số trong bài là số của ngày này, nếu khác ngày đăng.", "The day the numbers of the text hold for, where it is not the day of publication."),
        ),
        Field::new("documents", Shape::Ids(Thing::Document), ("Văn bản được dẫn", "Documents"), ("Các văn bản bài dẫn đến.", "Documents it cites.")),
        Field::new("source", Shape::Group(&ORIGIN), ("Bài gốc", "Original"), ("Bài đăng lần đầu ở đâu.", "Where it was first published.")),
        Field::new("cover", Shape::Words, ("Ảnh bìa", "Cover"), ("Tên tệp của ảnh đại diện.", "The file of the picture that stands for it."))
            .like(&["anh.jpg"]),
        PICTURES,
        Field::new("related", Shape::Groups(&RELATED), ("Xem thêm", "Related"), ("Liên kết đến trang khác.", "Links to other sites.")),
        Field::new(
            "summaries",
            Shape::Groups(&SUMMARY),
            ("Tóm tắt tiếng khác", "Summaries"),
            ("Tóm tắt bằng tiếng Thái, tiếng Mông, tiếng khác.", "Summaries in Thai, Hmong and other languages."),
        ),
        Field::new("audio", Shape::Groups(&AUDIO), ("Bản đọc", "Recordings"), ("Bản ghi âm của bài.", "Recordings of the report.")),
        DRAFT,
        SAMPLE,
    ],
};

static ORIGIN: Group = Group {
    name: "origin",
    title: ("Bài gốc", "Original"),
    about: ("Bài đăng lần đầu ở đâu, do ai viết.", "Where it was first published, and by whom."),
    fields: &[
        Field::new("name", Shape::Words, ("Nơi đăng", "Publisher"), ("Tên báo, trang tin, cơ quan.", "Name of the newspaper, site or office.")).needed(),
        Field::new(
            "url",
            Shape::Words,
            ("Địa chỉ", "Address"),
            ("Địa chỉ bài gốc, bắt đầu bằng https://", "The address of the original, beginning with https://"),
        )
        .like(&["https://namnhun.laichau.gov.vn/"]),
        Field::new("title", Shape::Words, ("Tiêu đề gốc", "Original title"), ("Tiêu đề của bài gốc.", "Title of the original.")),
        Field::new("author", Shape::Words, ("Tác giả gốc", "Author"), ("Người viết bài gốc.", "Who wrote the original.")),
        Field::new(
            "date",
            Shape::Date,
            ("Ngày đăng gốc", "Date"),
            ("Ngày đăng bài gốc; không rõ thì ghi: không rõ.", "The day of the original; “không rõ” where nobody knows."),
        ),
        Field::new(
            "licence",
            Shape::Words,
            ("Điều kiện sử dụng", "Licence"),
            ("Bài gốc cho dùng lại với điều kiện nào.", "On what terms the original may be used."),
        ),
    ],
};

static PICTURE: Group = Group {
    name: "picture",
    title: ("Ảnh", "Picture"),
    about: ("Một ảnh với lời mô tả.", "A picture with its words."),
    fields: &[
        Field::new("file", Shape::Words, ("Tệp", "File"), ("Tên tệp ảnh, đặt cạnh tệp này.", "The picture's file, beside this one."))
            .needed()
            .like(&["anh.jpg"]),
        Field::new(
            "alt",
            Shape::Words,
            ("Lời mô tả", "Description"),
            ("Ảnh cho thấy gì, cho người không nhìn thấy ảnh.", "What it shows, for those who cannot see it."),
        ),
        Field::new("caption", Shape::Words, ("Chú thích", "Caption"), ("Dòng in dưới ảnh.", "The line below it.")),
        Field::new("credit", Shape::Words, ("Người chụp", "Credit"), ("Ai chụp, ai cho dùng.", "Who took it.")),
        Field::new(
            "illustration",
            Shape::YesNo,
            ("Ảnh minh họa", "Illustration"),
            ("true: ảnh minh họa, không chụp tại nơi này.", "true: it illustrates, and does not show this place."),
        ),
    ],
};

static RELATED: Group = Group {
    name: "related",
    title: ("Xem thêm", "Related"),
    about: ("Một liên kết.", "A link."),
    fields: &[
        Field::new("title", Shape::Words, ("Tiêu đề", "Title"), ("Tên của trang được dẫn.", "What it is called.")).needed(),
        Field::new("url", Shape::Words, ("Địa chỉ", "Address"), ("Bắt đầu bằng https://", "Beginning with https://")).needed().like(&["https://example.org/"]),
    ],
};

static SUMMARY: Group = Group {
    name: "summary",
    title: ("Tóm tắt", "Summary"),
    about: ("Tóm tắt bài bằng một thứ tiếng khác.", "A summary in another language."),
    fields: &[
        Field::new(
            "lang",
            Shape::Words,
            ("Tiếng", "Language"),
            ("Mã ngôn ngữ: blt (Thái Đen), hmn (Mông), vi, en.", "Language tag: blt (Tai Dam), hmn (Hmong), vi, en."),
        )
        .needed()
        .like(&["blt", "hmn"]),
        Field::new("title", Shape::Words, ("Tiêu đề", "Title"), ("Tiêu đề bằng tiếng ấy.", "The title in that language.")),
        Field::new("text", Shape::Words, ("Lời", "Text"), ("Lời tóm tắt.", "The summary.")).needed(),
        Field::new("audio", Shape::Words, ("Tệp âm thanh", "Recording"), ("Bản đọc của lời tóm tắt.", "A recording of the summary.")).like(&["tom-tat.mp3"]),
    ],
};

static AUDIO: Group = Group {
    name: "audio",
    title: ("Bản đọc", "Recording"),
    about: ("Một bản ghi âm.", "A recording."),
    fields: &[
        Field::new("file", Shape::Words, ("Tệp", "File"), ("Tên tệp âm thanh, đặt cạnh bài.", "The file, beside the report.")).needed().like(&["bai.mp3"]),
        Field::new("lang", Shape::Words, ("Tiếng", "Language"), ("Mã ngôn ngữ của bản đọc.", "Language tag of the recording.")).needed().like(&["vi"]),
        Field::new("minutes", Shape::Count, ("Số phút", "Minutes"), ("Dài bao nhiêu phút.", "How many minutes it lasts.")),
    ],
};

/// The front matter of `pages/<name>.md`
pub static PAGE: Group = Group {
    name: "page",
    title: ("Trang viết tay", "Page"),
    about: ("Phần khai báo ở đầu một trang viết tay.", "What a hand-written page says of itself at its top."),
    fields: &[TITLE.like(&["Giới thiệu"]), DRAFT, SAMPLE],
};

/// `corrections.yaml`
pub static CORRECTIONS: Group = Group {
    name: "corrections",
    title: ("Sổ đính chính", "Book of corrections"),
    about: (
        "Mỗi lần một con số đã công bố được sửa là một mục. Lệnh minhbach new correction tự ghi số cũ, số mới.",
        "One entry for every published number that was put right. minhbach new correction writes it with the old and the new value.",
    ),
    fields: &[
        Field::new(
            "corrections",
            Shape::Groups(&CORRECTION),
            ("Các đính chính", "Corrections"),
            ("Các mục đính chính; chưa có thì ghi [].", "The entries; [] while there are none."),
        ),
        SAMPLE,
    ],
};

static CORRECTION: Group = Group {
    name: "correction",
    title: ("Đính chính", "Correction"),
    about: ("Một lần sửa.", "One correction."),
    fields: &[
        Field::new(
            "figure",
            Shape::Words,
            ("Địa chỉ con số", "Address of the figure"),
            (
                "Địa chỉ in ở mục nguồn của con số: địa bàn, kỳ, các trục, tên số liệu.",
                "The address printed with the figure's proof: area, period, axes, measure.",
            ),
        )
        .like(&["nam-nhun/2024/ntm/investment/disbursed"]),
        Field::new("report", Shape::Id(Thing::Report), ("Bài được sửa", "Report"), ("Mã của bài có lời được sửa.", "The report whose words were put right.")),
        Field::new("kind", Shape::Choice(CORRECTION_KINDS), ("Loại", "Kind"), ("Sửa lỗi, hay biết rõ hơn.", "An error, or better knowledge.")),
        Field::new("release", Shape::Words, ("Bản phát hành", "Release"), ("Sửa so với bản phát hành nào.", "Which release it corrects."))
            .like(&["2024-quy-1"]),
        Field::new("before", Shape::Text, ("Số cũ", "Before"), ("Trước đây ghi thế nào.", "What was said.")).like(&["780"]),
        Field::new("after", Shape::Text, ("Số mới", "After"), ("Nay ghi thế nào.", "What is said since.")).like(&["870"]),
        Field::new(
            "what",
            Shape::Text,
            ("Sửa lời gì", "What was put right"),
            ("Với bài viết: câu nào đã sửa thành câu nào.", "For a text: which words became which."),
        ),
        Field::new("why", Shape::Text, ("Vì sao", "Why"), ("Lý do, để người đọc hiểu.", "The reason, for readers.")),
        DOCUMENT,
        Field::new("date", Shape::Date, ("Ngày", "Date"), ("Ngày đính chính.", "The day it was made.")).like(&["2024-05-02"]),
    ],
};

const CORRECTION_KINDS: &[Choice] = &[
    Choice::new("correction", "Đính chính: trước đây ghi sai", "Correction: it was wrong"),
    Choice::new("revision", "Điều chỉnh: trước đúng, nay biết rõ hơn", "Revision: right for its day, known better now"),
];
