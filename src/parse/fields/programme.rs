//! The fields of programme files and document files.
//!
//! May use: tree.

use super::{DOCUMENT, NOTE, SAMPLE};
use crate::tree::{Choice, Field, Group, Shape, Thing};

const OWN_ID: Field = Field::new(
    "id",
    Shape::Own,
    ("Mã", "Id"),
    (
        "Tên ngắn dùng trong các tệp khác và trong địa chỉ trang: chữ thường không dấu, chữ số, gạch nối. Đã công bố thì đừng đổi.",
        "The short name used in other files and in addresses: a–z, 0–9 and hyphens. Do not change it once it is published.",
    ),
)
.needed();

/// `programmes/<id>.yaml`
pub static PROGRAMME: Group = Group {
    name: "programme",
    title: ("Chương trình", "Programme"),
    about: (
        "Một chương trình: tên, thời gian, quyết định, các dự án thành phần và các chỉ số. Tên tệp là mã của chương trình.",
        "A programme: its name, years, decision, components and indicators. The file name is its id.",
    ),
    fields: &[
        Field::new(
            "name",
            Shape::Text,
            ("Tên chương trình", "Name of the programme"),
            ("Tên đầy đủ, đúng như trong quyết định.", "The full name, as the decision has it."),
        )
        .needed()
        .like(&["Chương trình mục tiêu quốc gia xây dựng nông thôn mới"]),
        Field::new(
            "short",
            Shape::Text,
            ("Tên gọi tắt", "Short name"),
            ("Tên ngắn cho bảng và thực đơn; không có thì dùng tên đầy đủ.", "The name used in tables and menus; without it the full name is used."),
        )
        .like(&["Nông thôn mới"]),
        Field::new(
            "code",
            Shape::Words,
            ("Số quyết định quen gọi", "Number people call it by"),
            ("Số mà mọi người quen dùng để gọi chương trình. Đặt trong ngoặc kép.", "The number people know the programme by. Put it between quotes."),
        )
        .like(&["263", "1719"]),
        Field::new("period", Shape::Period, ("Thời gian thực hiện", "Years"), ("Chương trình chạy trong những năm nào.", "The years the programme runs.")),
        Field::new(
            "decision",
            Shape::Id(Thing::Document),
            ("Quyết định phê duyệt", "Decision"),
            (
                "Văn bản phê duyệt chương trình: tên tệp trong content/documents, không có đuôi.",
                "The document that set the programme up: its file name in content/documents, without its ending.",
            ),
        ),
        Field::new(
            "description",
            Shape::Text,
            ("Giới thiệu", "Description"),
            ("Vài câu dễ hiểu cho người dân: chương trình lo việc gì, cho ai.", "A few plain sentences: what the programme does, and for whom."),
        ),
        Field::new(
            "lead_agency",
            Shape::Text,
            ("Cơ quan chủ trì", "Lead agency"),
            ("Cơ quan chủ trì chương trình ở trung ương.", "The agency that leads the programme."),
        ),
        Field::new(
            "members",
            Shape::Ids(Thing::Programme),
            ("Gồm các chương trình", "Programmes it stands for"),
            (
                "Chỉ dùng cho mục gộp nhiều chương trình: mã của từng chương trình. Số của mục gộp không cộng thêm vào số của từng chương trình.",
                "Only for several programmes told of as one: the id of each. Figures of the whole are not added to those of its members.",
            ),
        ),
        Field::new(
            "successor",
            Shape::Groups(&SUCCESSOR),
            ("Chương trình tiếp nối", "Successor"),
            ("Sau chương trình này là chương trình nào.", "What follows this programme."),
        ),
        Field::new(
            "components",
            Shape::Groups(&COMPONENT),
            ("Dự án thành phần", "Components"),
            (
                "Các dự án thành phần theo thứ tự trong quyết định; tiểu dự án đặt trong components của dự án.",
                "The components in the order of the decision; sub-projects stand in the components of their project.",
            ),
        ),
        Field::new(
            "indicators",
            Shape::Groups(&INDICATOR),
            ("Chỉ số", "Indicators"),
            (
                "Những gì chương trình đo đếm. Kế hoạch và kết quả gọi tên chỉ số bằng mã ở đây.",
                "What the programme measures. Plans and results name an indicator by its id here.",
            ),
        ),
        Field::new(
            "criteria_sets",
            Shape::Groups(&SET),
            ("Bộ tiêu chí", "Criteria sets"),
            ("Các bộ tiêu chí dùng để xét đạt chuẩn.", "The sets of criteria by which places are recognised."),
        ),
        SAMPLE,
    ],
};

static SUCCESSOR: Group = Group {
    name: "successor",
    title: ("Chương trình tiếp nối", "Successor"),
    about: ("Chương trình nối tiếp chương trình này.", "The programme that follows this one."),
    fields: &[
        Field::new("name", Shape::Text, ("Tên", "Name"), ("Tên của chương trình tiếp nối.", "Name of the programme that follows.")).needed(),
        Field::new(
            "programme",
            Shape::Id(Thing::Programme),
            ("Mã chương trình", "Programme"),
            ("Mã của nó, nếu trang này cũng theo dõi.", "Its id, when this site tells of it too."),
        ),
        DOCUMENT,
        NOTE,
    ],
};

static COMPONENT: Group = Group {
    name: "component",
    title: ("Dự án thành phần", "Component"),
    about: ("Một dự án, tiểu dự án hoặc nội dung của chương trình.", "A project, sub-project or content of the programme."),
    fields: &[
        OWN_ID,
        Field::new(
            "code",
            Shape::Words,
            ("Ký hiệu", "Code"),
            ("Ký hiệu ngắn trong quyết định; không có thì lấy mã viết hoa.", "The short code of the decision; without it the id in capitals."),
        )
        .like(&["DA3.TDA2", "ND01"]),
        Field::new(
            "kind",
            Shape::Choice(COMPONENT_KINDS),
            ("Cấp", "Level"),
            ("Đây là dự án, tiểu dự án hay nội dung; không ghi thì theo chỗ đứng.", "Which level it is; without it the place in the tree decides."),
        ),
        Field::new("name", Shape::Text, ("Tên", "Name"), ("Tên đầy đủ, đúng như trong quyết định.", "The full name, as the decision has it.")).needed(),
        Field::new(
            "components",
            Shape::Groups(&COMPONENT),
            ("Thành phần bên trong", "Parts"),
            ("Các tiểu dự án hoặc nội dung thuộc dự án này.", "The sub-projects or contents of this component."),
        ),
    ],
};

const COMPONENT_KINDS: &[Choice] = &[
    Choice::new("project", "Dự án", "Project"),
    Choice::new("sub_project", "Tiểu dự án", "Sub-project"),
    Choice::new("content", "Nội dung", "Content"),
    Choice::new("theme", "Chuyên đề", "Theme"),
];

static INDICATOR: Group = Group {
    name: "indicator",
    title: ("Chỉ số", "Indicator"),
    about: ("Một điều được đo: tên, đơn vị, và thế nào là tốt.", "One thing that is measured: its name, its unit, and what is good."),
    fields: &[
        OWN_ID,
        Field::new("name", Shape::Text, ("Tên chỉ số", "Name of the indicator"), ("Tên gọi như trong kế hoạch.", "Its name, as in the plan."))
            .needed()
            .like(&["Số xã đạt chuẩn nông thôn mới"]),
        Field::new(
            "meaning",
            Shape::Text,
            ("Ý nghĩa", "Meaning"),
            ("Một câu giải thích cho người dân: chỉ số này đo cái gì.", "One sentence for the public: what this measures."),
        ),
        Field::new("unit", Shape::Text, ("Đơn vị tính", "Unit"), ("Đếm bằng gì: xã, hộ, km, %.", "What is counted: communes, households, km, %."))
            .like(&["xã", "hộ", "%"]),
        Field::new(
            "kind",
            Shape::Choice(INDICATOR_KINDS),
            ("Cách đánh giá", "How it is judged"),
            ("Thế nào là tốt, để trang tính tiến độ cho đúng.", "What is good, so that progress is counted rightly."),
        )
        .needed(),
        Field::new(
            "component",
            Shape::Id(Thing::Component),
            ("Thuộc thành phần", "Component"),
            ("Mã của dự án thành phần mà chỉ số này thuộc về.", "The id of the component it belongs to."),
        ),
        Field::new(
            "base",
            Shape::Text,
            ("Tính trên", "Counted on"),
            ("Tỷ lệ này tính trên cái gì, chẳng hạn trên tổng số hộ dân tộc thiểu số.", "What a share is a share of, such as all ethnic minority households."),
        ),
        Field::new(
            "share_of",
            Shape::Id(Thing::Indicator),
            ("Phần của chỉ số", "Share of"),
            ("Mã của chỉ số mà chỉ số này là một phần.", "The id of the indicator this is a part of."),
        ),
        Field::new(
            "cumulative",
            Shape::YesNo,
            ("Lũy kế", "Running total"),
            (
                "true: số sau gồm cả số trước (mặc định); false: mỗi kỳ đếm lại từ đầu.",
                "true: later figures include earlier ones (the default); false: each period counts anew.",
            ),
        ),
        Field::new(
            "period",
            Shape::Choice(TARGET_PERIODS),
            ("Kế hoạch cho", "Target for"),
            ("Kế hoạch là cho một năm hay cho cả giai đoạn.", "Whether the target is for a year or for the whole period."),
        ),
        Field::new(
            "standard",
            Shape::Id(Thing::Set),
            ("Bộ tiêu chí", "Standard"),
            ("Mã của bộ tiêu chí dùng để xét.", "The id of the criteria set by which it is judged."),
        ),
        Field::new(
            "standard_note",
            Shape::Text,
            ("Ghi chú về chuẩn", "Note on the standard"),
            ("Điều cần biết về chuẩn áp dụng, chẳng hạn chuẩn đã thay đổi.", "What to know of the standard, such as that it has changed."),
        ),
    ],
};

const INDICATOR_KINDS: &[Choice] = &[
    Choice::new("increase", "Càng cao càng tốt", "Higher is better"),
    Choice::new("decrease", "Càng thấp càng tốt", "Lower is better"),
    Choice::new("at_least", "Giữ từ mức kế hoạch trở lên", "To be kept at or above the target"),
    Choice::new("at_most", "Giữ không quá mức kế hoạch", "To be kept at or below the target"),
    Choice::new("range", "Nằm trong khoảng kế hoạch", "To lie within the target range"),
    Choice::new("milestone", "Một mốc công việc: xong, đang làm, chưa bắt đầu", "A milestone: done, under way, not begun"),
    Choice::new("count_of", "Đếm số đơn vị đạt trong tổng số (6/10)", "How many out of a total (6/10)"),
    Choice::new("text", "Nêu bằng lời, không có con số", "Told in words, without a number"),
];

const TARGET_PERIODS: &[Choice] = &[Choice::new("year", "Từng năm", "Each year"), Choice::new("whole", "Cả giai đoạn", "The whole period")];

static SET: Group = Group {
    name: "criteria_set",
    title: ("Bộ tiêu chí", "Criteria set"),
    about: ("Một bộ tiêu chí để xét công nhận.", "A set of criteria by which places are recognised."),
    fields: &[
        OWN_ID,
        Field::new("name", Shape::Text, ("Tên", "Name"), ("Tên của bộ tiêu chí.", "Name of the set.")).needed(),
        DOCUMENT,
        Field::new(
            "area_kind",
            Shape::Id(Thing::AreaKind),
            ("Cấp địa bàn", "Kind of area"),
            (
                "Bộ tiêu chí này xét địa bàn cấp nào: mã trong [[area_kinds]] của site.toml.",
                "Which kind of area it judges: an id of [[area_kinds]] in site.toml.",
            ),
        ),
        Field::new("period", Shape::Period, ("Giai đoạn", "Years"), ("Bộ tiêu chí áp dụng trong những năm nào.", "The years it applies to.")),
        Field::new("items", Shape::Count, ("Số tiêu chí", "Number of criteria"), ("Bộ này có bao nhiêu tiêu chí.", "How many criteria it has.")),
        NOTE,
        Field::new(
            "criteria",
            Shape::Groups(&CRITERION),
            ("Các tiêu chí", "Criteria"),
            ("Từng tiêu chí với số và tên.", "Each criterion with its number and name."),
        ),
    ],
};

static CRITERION: Group = Group {
    name: "criterion",
    title: ("Tiêu chí", "Criterion"),
    about: ("Một tiêu chí của bộ.", "One criterion of the set."),
    fields: &[
        Field::new("number", Shape::Count, ("Số", "Number"), ("Tiêu chí số mấy.", "Its number in the set.")).needed(),
        Field::new("name", Shape::Text, ("Tên", "Name"), ("Tên của tiêu chí.", "Name of the criterion.")).needed(),
    ],
};

/// `documents/<id>.yaml`
pub static PAPER: Group = Group {
    name: "document",
    title: ("Văn bản", "Document"),
    about: (
        "Một quyết định, nghị quyết, kế hoạch mà số liệu dẫn đến. Tên tệp là mã của văn bản.",
        "A decision, resolution or plan that figures point to. The file name is its id.",
    ),
    fields: &[
        Field::new("number", Shape::Words, ("Số hiệu", "Number"), ("Số và ký hiệu của văn bản.", "Number and symbol of the document.")).like(&["263/QĐ-TTg"]),
        Field::new("kind", Shape::Text, ("Loại văn bản", "Kind of document"), ("Quyết định, nghị quyết, kế hoạch…", "Decision, resolution, plan …"))
            .like(&["Quyết định"]),
        Field::new("issuer", Shape::Text, ("Cơ quan ban hành", "Issued by"), ("Cơ quan ban hành văn bản.", "Who issued it.")).like(&["Thủ tướng Chính phủ"]),
        Field::new("date", Shape::Date, ("Ngày ban hành", "Date"), ("Ngày ký.", "The day it was signed.")).like(&["2022-02-22"]),
        Field::new("title", Shape::Text, ("Trích yếu", "Title"), ("Văn bản nói về việc gì.", "What it is about.")).needed(),
        Field::new(
            "link",
            Shape::Words,
            ("Địa chỉ trên mạng", "Link"),
            ("Nơi đọc được văn bản, bắt đầu bằng https://", "Where it can be read, beginning with https://"),
        )
        .like(&["https://vanban.chinhphu.vn/"]),
        Field::new(
            "file",
            Shape::Words,
            ("Tệp đăng kèm", "File"),
            ("Tệp PDF đặt cạnh tệp này, đăng cùng trang.", "A PDF beside this file, published with the site."),
        )
        .like(&["qd-263.pdf"]),
        NOTE,
        SAMPLE,
    ],
};
