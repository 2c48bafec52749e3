//! What may be written in the files of `content/`: every field with its shape and its words.
//!
//! One file for each kind of file; fields that stand in many of them are here.
//! Invariant: every field here is read by its reader, and no reader asks for a field that is not here.
//!
//! May use: tree.

use crate::tree::{Choice, Field, Shape, Thing};

pub mod area;
pub mod programme;
pub mod report;
pub mod sheet;
pub mod work;

/// The file's way of writing numbers.
pub const NUMBERS: Field = Field::new(
    "numbers",
    Shape::Choice(LOCALES),
    ("Kiểu viết số", "Style of numbers"),
    (
        "Tệp này viết số theo kiểu nào, nếu khác kiểu chung trong site.toml.",
        "How numbers are written in this file, where it differs from the style set in site.toml.",
    ),
);

/// Ways of writing numbers.
pub const LOCALES: &[Choice] =
    &[Choice::new("vi", "Kiểu Việt Nam: 1.234,5", "Vietnamese: 1.234,5"), Choice::new("en", "Kiểu Anh: 1,234.5", "English: 1,234.5")];

/// What money is counted in.
pub const MONEY_UNIT: Field = Field::new(
    "money_unit",
    Shape::Words,
    ("Đơn vị tiền", "Unit of money"),
    (
        "Đơn vị của mọi số tiền trong tệp. Số nào viết kèm đơn vị riêng thì tính theo đơn vị viết kèm.",
        "The unit of every amount in the file. An amount written with a unit of its own counts in that unit.",
    ),
)
.like(&["triệu đồng", "tỷ đồng", "nghìn đồng", "đồng"]);

/// Who states it.
pub const SOURCE: Field = Field::new(
    "source",
    Shape::Id(Thing::Source),
    ("Nguồn", "Source"),
    (
        "Ai nêu số liệu này: tên tệp của một bài trong content/reports hoặc của một văn bản trong content/documents, không có đuôi.",
        "Who states this: the file name of a report in content/reports or of a document in content/documents, without its ending.",
    ),
);

/// A remark.
pub const NOTE: Field = Field::new(
    "note",
    Shape::Text,
    ("Ghi chú", "Note"),
    ("Điều người đọc cần biết thêm; in trên trang cạnh mục này.", "What readers should know besides; it is printed beside this on the page."),
);

/// The document it rests on.
pub const DOCUMENT: Field = Field::new(
    "document",
    Shape::Id(Thing::Document),
    ("Văn bản", "Document"),
    (
        "Văn bản làm căn cứ: tên tệp trong content/documents, không có đuôi.",
        "The document it rests on: its file name in content/documents, without its ending.",
    ),
);

/// Content that only shows how it is done.
pub const SAMPLE: Field = Field::new(
    "sample",
    Shape::YesNo,
    ("Nội dung mẫu", "Sample"),
    (
        "true: nội dung mẫu, không phải thật. minhbach serve cho xem, có chữ MẪU; check và build không cho công bố. Thay bằng nội dung thật rồi xóa dòng này.",
        "true: sample content, not the real thing. minhbach serve shows it with the word SAMPLE; check and build refuse to publish it. Put the real content in its place and delete this line.",
    ),
);
