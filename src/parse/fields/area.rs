//! The fields of area files, and of the office that answers.
//!
//! May use: tree.

use super::{DOCUMENT, NOTE, SAMPLE};
use crate::tree::{Choice, Field, Group, Shape, Thing};

/// Who answers, in `site.toml` and in area files.
pub static BODY: Group = Group {
    name: "body",
    title: ("Nơi trả lời", "Who answers"),
    about: ("Cơ quan hoặc bộ phận trả lời người dân về số liệu trên trang.", "The office that answers questions about the figures."),
    fields: &[
        Field::new("name", Shape::Text, ("Tên cơ quan", "Name"), ("Tên cơ quan hoặc bộ phận.", "Name of the office.")).needed(),
        Field::new("person", Shape::Text, ("Người phụ trách", "Person"), ("Người hoặc chức danh phụ trách.", "The person or post in charge.")).proper(),
        Field::new("address", Shape::Text, ("Địa chỉ", "Address"), ("Nơi người dân có thể đến.", "Where people can come.")).proper(),
        Field::new("phone", Shape::Words, ("Điện thoại", "Telephone"), ("Số điện thoại, đặt trong ngoặc kép.", "The number, between quotes."))
            .like(&["0213 3910 112"]),
        Field::new("email", Shape::Words, ("Thư điện tử", "E-mail"), ("Địa chỉ thư điện tử của cơ quan.", "The office's address for e-mail."))
            .like(&["bbt@example.org"]),
        Field::new("hours", Shape::Text, ("Giờ tiếp dân", "Hours"), ("Khi nào người dân đến hoặc gọi được.", "When people can come or call.")),
        Field::new(
            "licence",
            Shape::Text,
            ("Điều kiện sử dụng lại", "Licence"),
            ("Số liệu được dùng lại với điều kiện nào.", "On what terms the figures may be used again."),
        ),
        Field::new("answer_time", Shape::Text, ("Thời hạn trả lời", "Answering time"), ("Trả lời trong bao lâu.", "How soon an answer comes.")),
    ],
};

/// `areas/<id>/area.yaml`
pub static AREA: Group = Group {
    name: "area",
    title: ("Địa bàn", "Area"),
    about: (
        "Một địa bàn: tên, cấp, thuộc đâu, và đã thay đổi thế nào. Tên thư mục là mã của địa bàn.",
        "A place: its name, kind, parent, and what became of it. The folder's name is its id.",
    ),
    fields: &[
        Field::new("name", Shape::Text, ("Tên địa bàn", "Name"), ("Tên riêng, không kèm cấp: Nậm Nhùn.", "Its name without its kind: Nậm Nhùn."))
            .needed()
            .proper()
            .like(&["Nậm Nhùn"]),
        Field::new(
            "kind",
            Shape::Id(Thing::AreaKind),
            ("Cấp", "Kind"),
            ("Tỉnh, huyện, xã…: mã trong [[area_kinds]] của site.toml.", "Province, district, commune …: an id of [[area_kinds]] in site.toml."),
        )
        .needed(),
        Field::new(
            "parent",
            Shape::Id(Thing::Area),
            ("Thuộc", "Parent"),
            ("Mã của địa bàn cấp trên: tên thư mục trong content/areas.", "The id of the area it lies in: its folder in content/areas."),
        ),
        Field::new(
            "code",
            Shape::Words,
            ("Mã hành chính", "Official code"),
            ("Mã đơn vị hành chính, đặt trong ngoặc kép.", "The official code, between quotes."),
        )
        .like(&["112"]),
        Field::new(
            "aliases",
            Shape::WordList,
            ("Tên gọi khác", "Other names"),
            ("Tên cũ, tên thường gọi: để nhận ra địa bàn trong bài và trong bảng Excel.", "Old and everyday names, by which texts and workbooks may call it."),
        ),
        Field::new("about", Shape::Text, ("Giới thiệu", "About"), ("Một hai câu về địa bàn.", "A sentence or two about the place.")),
        Field::new("valid", Shape::Group(&VALID), ("Tồn tại", "In being"), ("Từ ngày nào đến ngày nào.", "From which day to which.")),
        Field::new(
            "lineage",
            Shape::Groups(&LINEAGE),
            ("Đã thay đổi thế nào", "What became of it"),
            ("Sáp nhập, chia tách, đổi tên: mỗi lần một mục.", "Mergers, splits, new names: one entry each."),
        ),
        Field::new(
            "historical",
            Shape::Text,
            ("Dòng cho địa bàn đã kết thúc", "Line for a place that has ended"),
            ("Một câu in trên trang của địa bàn không còn tồn tại.", "A sentence printed on the page of a place that is no more."),
        ),
        Field::new(
            "members",
            Shape::Ids(Thing::Area),
            ("Gồm các địa bàn", "Members"),
            ("Chỉ cho nhóm địa bàn: mã của từng địa bàn trong nhóm.", "Only for a group of places: the id of each."),
        ),
        Field::new(
            "members_count",
            Shape::Count,
            ("Số địa bàn trong nhóm", "Number of members"),
            ("Nhóm có bao nhiêu địa bàn, kể cả những nơi chưa có trang.", "How many places the group has, with or without a page here."),
        ),
        Field::new(
            "parts",
            Shape::Group(&PARTS),
            ("Số đơn vị bên trong", "Its parts"),
            ("Có bao nhiêu đơn vị cấp dưới, để biết tổng đã đủ hay chưa.", "How many places of a lower kind it has, so that a sum is known to be whole."),
        ),
        Field::new(
            "tile",
            Shape::Group(&TILE),
            ("Ô trên bản đồ ô", "Tile on the map"),
            (
                "Hàng và cột của địa bàn trên bản đồ ô vuông; nơi không ghi thì đứng dưới bản đồ.",
                "Row and column of the place on the map of tiles; places without one stand below the map.",
            ),
        ),
        Field::new(
            "body",
            Shape::Group(&BODY),
            ("Nơi trả lời", "Who answers"),
            ("Ai trả lời về địa bàn này, nếu khác nơi nêu trong site.toml.", "Who answers for this place, where it is not the office in site.toml."),
        ),
        SAMPLE,
    ],
};

static VALID: Group = Group {
    name: "valid",
    title: ("Tồn tại", "In being"),
    about: ("Địa bàn tồn tại trong khoảng thời gian nào.", "When the place was a unit."),
    fields: &[
        Field::new("from", Shape::Date, ("Từ ngày", "From"), ("Ngày bắt đầu.", "The first day.")).like(&["2013-01-01"]),
        Field::new("to", Shape::Date, ("Đến ngày", "To"), ("Ngày cuối cùng.", "The last day.")).like(&["2025-06-30"]),
    ],
};

static PARTS: Group = Group {
    name: "parts",
    title: ("Số đơn vị bên trong", "Its parts"),
    about: ("Cấp nào, bao nhiêu đơn vị.", "Which kind, and how many."),
    fields: &[
        Field::new("kind", Shape::Id(Thing::AreaKind), ("Cấp", "Kind"), ("Mã của cấp, như trong site.toml.", "The id of the kind, as in site.toml.")).needed(),
        Field::new("count", Shape::Count, ("Số lượng", "Count"), ("Bao nhiêu đơn vị.", "How many.")).needed(),
    ],
};

static TILE: Group = Group {
    name: "tile",
    title: ("Ô trên bản đồ ô", "Tile on the map"),
    about: ("Hàng đếm từ bắc xuống nam, cột đếm từ tây sang đông, đều từ 1 đến 24.", "Rows count from the north, columns from the west, both from 1 to 24."),
    fields: &[
        Field::new("row", Shape::Count, ("Hàng", "Row"), ("Hàng thứ mấy, từ trên xuống.", "Which row, from the top.")).needed().like(&["1"]),
        Field::new("column", Shape::Count, ("Cột", "Column"), ("Cột thứ mấy, từ trái sang.", "Which column, from the left.")).needed().like(&["3"]),
    ],
};

static LINEAGE: Group = Group {
    name: "lineage",
    title: ("Một lần thay đổi", "A change"),
    about: ("Việc gì xảy ra với địa bàn, với nơi nào, khi nào.", "What happened to the place, with which other, and when."),
    fields: &[
        Field::new("how", Shape::Choice(LINEAGE_ENDS), ("Việc gì", "What happened"), ("Sáp nhập, chia tách, đổi tên…", "A merger, a split, a new name …"))
            .needed(),
        Field::new(
            "area",
            Shape::Id(Thing::Area),
            ("Địa bàn kia", "The other area"),
            ("Mã của địa bàn kia, nếu có trang ở đây.", "The id of the other area, when it has a page here."),
        ),
        Field::new(
            "name",
            Shape::Text,
            ("Tên địa bàn kia", "Its name"),
            ("Tên của địa bàn kia, nếu không có trang ở đây.", "The other area's name, when it has no page here."),
        )
        .proper(),
        Field::new(
            "extent",
            Shape::Choice(EXTENTS),
            ("Toàn bộ hay một phần", "Whole or part"),
            ("Cả địa bàn hay chỉ một phần.", "The whole place or a part of it."),
        ),
        Field::new("date", Shape::Date, ("Ngày", "Date"), ("Ngày có hiệu lực.", "The day it took effect.")).like(&["2025-07-01"]),
        DOCUMENT,
        NOTE,
    ],
};

const LINEAGE_ENDS: &[Choice] = &[
    Choice::new("merged_into", "Sáp nhập vào", "Merged into"),
    Choice::new("split_into", "Chia tách thành", "Split into"),
    Choice::new("part_of", "Nay thuộc", "Now part of"),
    Choice::new("ended", "Kết thúc hoạt động", "Ended"),
    Choice::new("renamed", "Đổi tên thành", "Renamed to"),
    Choice::new("formed_from", "Hình thành từ", "Formed from"),
];

const EXTENTS: &[Choice] = &[Choice::new("whole", "Toàn bộ", "The whole"), Choice::new("part", "Một phần", "A part")];
