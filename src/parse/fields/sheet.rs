//! The fields of plans and results: lines, their axes and their values.
//!
//! May use: tree.

use super::{DOCUMENT, MONEY_UNIT, NOTE, NUMBERS, SAMPLE, SOURCE};
use crate::tree::{Choice, Field, Group, Shape, Thing, Value};

const YEAR: Field =
    Field::new("year", Shape::Period, ("Năm", "Year"), ("Năm của tệp; phải trùng tên thư mục.", "The year of the file; it must be that of its folder."))
        .needed_unless("period")
        .like(&["2024"]);

const PERIOD: Field = Field::new(
    "period",
    Shape::Period,
    ("Kỳ nhiều năm", "Period"),
    ("Thay cho year khi thư mục là một giai đoạn, chẳng hạn 2021-2023.", "Instead of year where the folder is a span of years, such as 2021-2023."),
);

/// `plan.yaml`, `plan.v2.yaml`
pub static PLAN: Group = Group {
    name: "plan",
    title: ("Kế hoạch", "Plan"),
    about: (
        "Kế hoạch vốn và chỉ tiêu của một địa bàn trong một kỳ. Kế hoạch điều chỉnh là tệp plan.v2.yaml đặt bên cạnh.",
        "What was planned for a place and period: money and targets. A new version is a file plan.v2.yaml beside it.",
    ),
    fields: &[
        YEAR,
        PERIOD,
        MONEY_UNIT,
        NUMBERS,
        SOURCE,
        DOCUMENT,
        Field::new("date", Shape::Date, ("Ngày quyết định", "Date"), ("Ngày của quyết định giao kế hoạch.", "The day of the decision that set it."))
            .like(&["2024-01-15"]),
        Field::new(
            "reason",
            Shape::Text,
            ("Lý do điều chỉnh", "Reason"),
            ("Với plan.v2.yaml trở đi: vì sao kế hoạch thay đổi.", "From plan.v2.yaml on: why the plan was changed."),
        ),
        Field::new("budget", Shape::Groups(&BUDGET), ("Vốn", "Money"), ("Các dòng vốn, mỗi dòng một mục.", "Budget lines, one entry each.")),
        Field::new("targets", Shape::Groups(&INDICATOR), ("Chỉ tiêu", "Targets"), ("Các chỉ tiêu, mỗi chỉ tiêu một mục.", "Targets, one entry each.")),
        SAMPLE,
    ],
};

/// `results.yaml`
pub static RESULTS: Group = Group {
    name: "results",
    title: ("Kết quả", "Results"),
    about: (
        "Kết quả của một địa bàn trong một kỳ: mỗi ngày và mỗi nguồn là một mục trong snapshots.",
        "What came of it for a place and period: one snapshot for each day and source.",
    ),
    fields: &[
        YEAR,
        PERIOD,
        MONEY_UNIT,
        NUMBERS,
        Field::new(
            "snapshots",
            Shape::Groups(&SNAPSHOT),
            ("Các lần báo cáo", "Snapshots"),
            (
                "Mỗi ngày và mỗi nguồn một mục; đừng sửa mục cũ khi có số mới, hãy thêm mục.",
                "One entry for each day and source; add a new one for new figures and leave the old ones.",
            ),
        ),
        SAMPLE,
    ],
};

static SNAPSHOT: Group = Group {
    name: "snapshot",
    title: ("Một lần báo cáo", "Snapshot"),
    about: ("Những gì một nguồn nêu cho một ngày.", "What one source says for one day."),
    fields: &[
        Field::new("as_of", Shape::Date, ("Tính đến", "As of"), ("Số liệu tính đến ngày nào.", "The day the figures hold for."))
            .needed()
            .like(&["2024-03-31", "2024-Q1"]),
        SOURCE,
        Field::new("budget", Shape::Groups(&BUDGET), ("Vốn", "Money"), ("Các dòng vốn.", "Budget lines.")),
        Field::new("indicators", Shape::Groups(&INDICATOR), ("Chỉ số", "Indicators"), ("Kết quả của các chỉ số.", "What came of the indicators.")),
        Field::new("criteria", Shape::Groups(&CRITERIA), ("Tiêu chí", "Criteria"), ("Kết quả theo bộ tiêu chí.", "Results by criteria sets.")),
    ],
};

const STATED_RATE: Field = Field::new(
    "stated_rate",
    Shape::Value(Value::Percent),
    ("Tỷ lệ nguồn nêu", "Rate the source states"),
    ("Tỷ lệ chính nguồn viết ra; luôn kèm rate_of. Đừng tự tính.", "The rate the source itself prints, always with rate_of. Do not work it out."),
)
.with("rate_of")
.like(&["31,4%"]);

const RATE_OF: Field = Field::new(
    "rate_of",
    Shape::Choice(RATES_OF),
    ("Tỷ lệ trên cái gì", "Rate of what"),
    ("Tỷ lệ nguồn nêu tính trên số nào.", "What the stated rate is a share of."),
);

const RATES_OF: &[Choice] = &[
    Choice::new("assigned", "Trên vốn giao", "Of the money assigned"),
    Choice::new("available", "Trên vốn được dùng: giao, chuyển nguồn, điều chỉnh", "Of the money available: assigned, carried over, adjusted"),
    Choice::new("planned", "Trên kế hoạch vốn", "Of the money planned"),
    Choice::new("allocated", "Trên vốn đã phân bổ", "Of the money allocated"),
    Choice::new("carried_over", "Trên vốn chuyển nguồn", "Of the money carried over"),
    Choice::new("target", "Trên chỉ tiêu kế hoạch", "Of the target"),
    Choice::new("not_stated", "Nguồn không nói", "The source does not say"),
];

const AS_OF: Field = Field::new(
    "as_of",
    Shape::Date,
    ("Ngày riêng", "Day of its own"),
    ("Dòng này tính đến ngày khác với cả mục.", "This line holds for another day than the rest."),
);

const BY: Field =
    Field::new("by", Shape::Date, ("Đến hạn", "By"), ("Ngày phải xong hoặc ngày dự kiến.", "The day it is due or expected.")).like(&["2024-12-31"]);

const PRINTED: Field = Field::new(
    "printed",
    Shape::Printed,
    ("Nguyên văn", "Words of the source"),
    (
        "Nguyên văn trong nguồn, khi khác cách viết ở đây; nhiều số thì ghi theo tên từng số.",
        "The words of the source where they differ from what is typed here; with several values, one line for each by its key.",
    ),
)
.like(&["gần tám trăm triệu đồng"]);

const SCOPE: Field = Field::new(
    "scope",
    Shape::Text,
    ("Phạm vi", "Scope"),
    ("Lời thuộc về ý nghĩa của số, chẳng hạn chỉ tính các xã vùng III.", "Words that are part of the meaning, such as: communes of zone III only."),
);

const DOUBT: Field = Field::new(
    "doubt",
    Shape::Text,
    ("Điều còn ngờ", "Doubt"),
    ("Vì sao số này đáng ngờ; in cạnh số.", "Why this figure is doubtful; it is printed beside it."),
);

const REASON_WITHHELD: Field = Field::new(
    "reason_withheld",
    Shape::Text,
    ("Vì sao không công bố", "Why it is withheld"),
    ("Bắt buộc khi giá trị là: không công bố.", "Must be there where a value is “không công bố”."),
);

const CHOSEN: Field = Field::new(
    "chosen",
    Shape::Text,
    ("Vì sao chọn nguồn này", "Why this source"),
    ("Khi hai nguồn nêu khác nhau: vì sao lấy số này.", "Where two sources differ: why this one was taken."),
);

const DECLARED: Field = Field::new(
    "declared",
    Shape::Text,
    ("Đánh giá của nguồn", "Standing the source declares"),
    ("Lời đánh giá của chính nguồn, chẳng hạn: vượt kế hoạch.", "The source's own judgement, such as: ahead of plan."),
);

const COMPARISON: Field = Field::new(
    "comparison",
    Shape::Text,
    ("So sánh của nguồn", "Comparison the source makes"),
    ("Lời so sánh của nguồn, chẳng hạn: cao hơn cùng kỳ.", "The source's own comparison, such as: more than a year before."),
);

const fn money(key: &'static str, title: (&'static str, &'static str), about: (&'static str, &'static str)) -> Field {
    Field::new(key, Shape::Value(Value::Money), title, about)
}

/// Axes of a budget line, for lines and for columns of a workbook.
pub const PROGRAMME: Field =
    Field::new("programme", Shape::Id(Thing::Programme), ("Chương trình", "Programme"), ("Mã của chương trình.", "The id of the programme."));
/// See [`PROGRAMME`].
pub const COMPONENT: Field = Field::new(
    "component",
    Shape::Id(Thing::Component),
    ("Dự án thành phần", "Component"),
    ("Mã của dự án thành phần, khi nguồn tách riêng.", "The id of the component, where the source splits it."),
);
/// See [`PROGRAMME`].
pub const CAPITAL: Field = Field::new(
    "capital",
    Shape::Choice(CAPITALS),
    ("Loại vốn", "Kind of capital"),
    ("Vốn đầu tư hay vốn sự nghiệp, khi nguồn tách riêng.", "Investment or recurrent, where the source splits it."),
);
/// See [`PROGRAMME`].
pub const FUND: Field = Field::new(
    "fund",
    Shape::Choice(FUNDS),
    ("Nguồn vốn", "Fund"),
    (
        "Tiền của ai, khi nguồn tách riêng. Tín dụng, lồng ghép không cộng vào ngân sách.",
        "Whose money it is, where the source splits it. Credit and integrated funds are not added to the budget.",
    ),
);
/// See [`PROGRAMME`].
pub const CARRIED_FROM: Field = Field::new(
    "carried_from",
    Shape::Year,
    ("Chuyển từ năm", "Carried over from"),
    ("Vốn kéo dài từ năm nào sang.", "The year the money was carried over from."),
)
.like(&["2023"]);

const CAPITALS: &[Choice] =
    &[Choice::new("investment", "Vốn đầu tư phát triển", "Investment capital"), Choice::new("recurrent", "Vốn sự nghiệp", "Recurrent capital")];

const FUNDS: &[Choice] = &[
    Choice::new("central_and_local", "Trung ương và địa phương, không tách", "Central and local budgets together"),
    Choice::new("central", "Ngân sách trung ương", "Central budget"),
    Choice::new("province", "Ngân sách tỉnh", "Provincial budget"),
    Choice::new("district", "Ngân sách huyện", "District budget"),
    Choice::new("commune", "Ngân sách xã", "Commune budget"),
    Choice::new("matching", "Vốn đối ứng", "Matching funds"),
    Choice::new("policy_credit", "Tín dụng chính sách", "Policy credit"),
    Choice::new("commercial_credit", "Tín dụng thương mại", "Commercial credit"),
    Choice::new("enterprises", "Doanh nghiệp, hợp tác xã", "Enterprises and cooperatives"),
    Choice::new("people", "Người dân đóng góp", "Contributions from residents"),
    Choice::new("integrated", "Vốn lồng ghép", "Funds integrated from other programmes"),
];

/// A budget line.
pub static BUDGET: Group = Group {
    name: "budget_line",
    title: ("Dòng vốn", "Budget line"),
    about: ("Một dòng vốn: tên dòng là các trục, sau đó là các số tiền.", "A budget line: the axes name it, then come its amounts."),
    fields: &[
        PROGRAMME.needed(),
        COMPONENT,
        CAPITAL,
        FUND,
        CARRIED_FROM,
        money("planned", ("Kế hoạch vốn", "Planned"), ("Kế hoạch vốn được duyệt.", "The money planned.")).like(&["2.487"]),
        money("assigned", ("Vốn giao", "Assigned"), ("Vốn cấp trên đã giao.", "The money assigned.")).like(&["2.487"]),
        money("allocated", ("Vốn phân bổ", "Allocated"), ("Vốn đã phân bổ chi tiết.", "The money allocated in detail.")),
        money("adjusted", ("Điều chỉnh", "Adjustment"), ("Phần điều chỉnh, kèm dấu: -120 là giảm.", "The adjustment with its sign: -120 is a cut."))
            .like(&["-120"]),
        money("carried_over", ("Vốn chuyển nguồn", "Carried over"), ("Vốn năm trước chuyển sang, kéo dài.", "Money carried over from the year before.")),
        money("returned", ("Vốn hủy, nộp trả", "Returned"), ("Vốn bị hủy hoặc nộp trả.", "Money that lapsed or was returned.")),
        money("settled", ("Vốn quyết toán", "Settled"), ("Vốn đã quyết toán.", "Money settled in the final accounts.")),
        money("disbursed", ("Đã giải ngân", "Disbursed"), ("Vốn đã giải ngân.", "The money disbursed.")).like(&["780", "trên 35.215", "chưa giải ngân"]),
        money("work_done", ("Giá trị khối lượng", "Value of work done"), ("Giá trị khối lượng đã thực hiện.", "The value of the work done.")),
        STATED_RATE,
        RATE_OF,
        AS_OF,
        BY,
        SOURCE,
        PRINTED,
        SCOPE,
        NOTE,
        DOUBT,
        REASON_WITHHELD,
        CHOSEN,
        DECLARED,
        COMPARISON,
    ],
};

const fn counted(key: &'static str, title: (&'static str, &'static str), about: (&'static str, &'static str)) -> Field {
    Field::new(key, Shape::Value(Value::Any), title, about)
}

/// A line of an indicator.
pub static INDICATOR: Group = Group {
    name: "indicator_line",
    title: ("Dòng chỉ số", "Line of an indicator"),
    about: ("Chỉ tiêu và kết quả của một chỉ số.", "Target and result of an indicator."),
    fields: &[
        Field::new(
            "indicator",
            Shape::Id(Thing::Indicator),
            ("Chỉ số", "Indicator"),
            ("Mã của chỉ số, như trong tệp chương trình.", "The id of the indicator, as in its programme's file."),
        )
        .needed(),
        Field::new(
            "group",
            Shape::Id(Thing::Free),
            ("Nhóm người", "Group of people"),
            ("Mã ngắn của nhóm người được tính riêng, chẳng hạn phu-nu.", "A short id of the group counted apart, such as women."),
        ),
        Field::new("group_name", Shape::Text, ("Tên nhóm", "Name of the group"), ("Tên của nhóm, in trên trang.", "The group's name, as printed.")),
        counted("target", ("Chỉ tiêu", "Target"), ("Chỉ tiêu kế hoạch.", "What was aimed for.")).like(&["10", "phấn đấu 13"]),
        counted("baseline", ("Đầu kỳ", "Baseline"), ("Số lúc bắt đầu.", "The value at the start.")),
        counted("actual", ("Thực hiện", "Actual"), ("Kết quả đạt được.", "What was reached.")).like(&["4", "6/10", "42,99%"]),
        counted("forecast", ("Dự kiến", "Forecast"), ("Số dự kiến; ghi ngày trong by.", "What is expected; write the day in by.")),
        counted("exceeded", ("Vượt", "Above target"), ("Vượt chỉ tiêu bao nhiêu.", "By how much the target was exceeded.")),
        counted("change", ("Thay đổi", "Change"), ("Tăng hay giảm so với đầu kỳ.", "Rise or fall from the baseline.")).like(&["giảm 2,42%"]),
        STATED_RATE,
        RATE_OF,
        AS_OF,
        BY,
        SOURCE,
        PRINTED,
        SCOPE,
        NOTE,
        DOUBT,
        REASON_WITHHELD,
        CHOSEN,
        DECLARED,
        COMPARISON,
    ],
};

const fn criteria(key: &'static str, title: (&'static str, &'static str), about: (&'static str, &'static str)) -> Field {
    Field::new(key, Shape::Value(Value::Count), title, about)
}

/// A line of a criteria set.
pub static CRITERIA: Group = Group {
    name: "criteria_line",
    title: ("Dòng tiêu chí", "Line of a criteria set"),
    about: ("Kết quả của một bộ tiêu chí.", "What came of a criteria set."),
    fields: &[
        Field::new(
            "set",
            Shape::Id(Thing::Set),
            ("Bộ tiêu chí", "Criteria set"),
            ("Mã của bộ tiêu chí, như trong tệp chương trình.", "The id of the set, as in its programme's file."),
        )
        .needed(),
        criteria("met", ("Đạt", "Met"), ("Bao nhiêu tiêu chí đạt.", "How many criteria are met.")).like(&["17", "17/19"]),
        criteria("mostly_met", ("Cơ bản đạt", "Mostly met"), ("Bao nhiêu tiêu chí cơ bản đạt.", "How many are mostly met.")),
        criteria("not_met", ("Chưa đạt", "Not met"), ("Bao nhiêu tiêu chí chưa đạt.", "How many are not met.")),
        Field::new("items", Shape::Groups(&ITEM), ("Từng tiêu chí", "Single criteria"), ("Tình trạng của từng tiêu chí.", "The state of each criterion.")),
        Field::new(
            "status",
            Shape::Choice(LADDER),
            ("Mức đạt chuẩn", "Level of recognition"),
            ("Địa bàn được công nhận mức nào.", "At which level the place is recognised."),
        ),
        Field::new(
            "decision",
            Shape::Id(Thing::Document),
            ("Quyết định công nhận", "Decision"),
            ("Văn bản công nhận: tên tệp trong content/documents.", "The document that recognised it: its file name in content/documents."),
        ),
        Field::new(
            "award_year",
            Shape::Year,
            ("Năm được công nhận", "Year of recognition"),
            ("Công nhận cho năm nào.", "The year the recognition counts for."),
        )
        .like(&["2024"]),
        AS_OF,
        SOURCE,
        PRINTED,
        SCOPE,
        NOTE,
        DOUBT,
        CHOSEN,
        DECLARED,
        REASON_WITHHELD,
        COMPARISON,
        BY,
    ],
};

/// The rungs a place can stand on.
pub const LADDER: &[Choice] = &[
    Choice::new("not_met", "Chưa đạt", "Not met"),
    Choice::new("mostly_met", "Cơ bản đạt", "Mostly met"),
    Choice::new("recognised", "Đạt chuẩn", "Recognised"),
    Choice::new("advanced", "Nâng cao", "Advanced"),
    Choice::new("model", "Kiểu mẫu", "Model"),
    Choice::new("modern", "Hiện đại", "Modern"),
];

static ITEM: Group = Group {
    name: "criterion_state",
    title: ("Một tiêu chí", "A criterion"),
    about: ("Một tiêu chí với tình trạng.", "A criterion with its state."),
    fields: &[
        Field::new("criterion", Shape::Count, ("Số tiêu chí", "Number"), ("Tiêu chí số mấy.", "Its number in the set.")).needed(),
        Field::new("state", Shape::Choice(STATES), ("Tình trạng", "State"), ("Đạt hay chưa.", "Met or not.")).needed(),
        Field::new(
            "note",
            Shape::Text,
            ("Ghi chú riêng", "Note for editors"),
            ("Ghi chú cho người biên tập; không in trên trang.", "A note for those who edit the file; it is not printed."),
        ),
    ],
};

const STATES: &[Choice] =
    &[Choice::new("met", "Đạt", "Met"), Choice::new("mostly_met", "Cơ bản đạt", "Mostly met"), Choice::new("not_met", "Chưa đạt", "Not met")];
