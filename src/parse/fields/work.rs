//! The fields of works.
//!
//! May use: tree.

use super::{MONEY_UNIT, NOTE, NUMBERS, SAMPLE, SOURCE, report::PICTURES};
use crate::tree::{Choice, Field, Group, Shape, Thing, Value};

/// `areas/<id>/works/<id>.yaml`
pub static WORK: Group = Group {
    name: "work",
    title: ("Công trình", "Work"),
    about: (
        "Một công trình: ai làm, ở đâu, bao nhiêu tiền, làm đến đâu. Tên tệp là mã của công trình.",
        "A construction work: who builds it, where, for how much, and how far it is. The file name is its id.",
    ),
    fields: &[
        Field::new("name", Shape::Text, ("Tên công trình", "Name"), ("Tên như trong quyết định đầu tư.", "Its name, as in the decision to build it.")).needed(),
        Field::new(
            "programme",
            Shape::Id(Thing::Programme),
            ("Chương trình", "Programme"),
            ("Mã của chương trình cấp vốn.", "The id of the programme that pays for it."),
        ),
        Field::new("component", Shape::Id(Thing::Component), ("Dự án thành phần", "Component"), ("Mã của dự án thành phần.", "The id of the component.")),
        Field::new(
            "owner",
            Shape::TextOrGroups(&OWNER),
            ("Chủ đầu tư", "Owner"),
            ("Tên chủ đầu tư; đã đổi chủ thì ghi danh sách, mỗi chủ một mục.", "Who has it built; where that changed, a list with one entry each."),
        ),
        Field::new("place", Shape::Text, ("Địa điểm", "Place"), ("Thôn, bản, xã nơi xây dựng.", "The village or commune it stands in.")).proper(),
        Field::new("contractor", Shape::Text, ("Nhà thầu", "Contractor"), ("Đơn vị thi công.", "Who builds it.")).proper(),
        Field::new("supervisor", Shape::Text, ("Giám sát", "Supervisor"), ("Đơn vị hoặc ban giám sát.", "Who supervises the building.")).proper(),
        Field::new("contact", Shape::Text, ("Liên hệ", "Contact"), ("Hỏi ai về công trình này.", "Whom to ask about this work.")).proper(),
        Field::new("status", Shape::Choice(STATUSES), ("Tình trạng", "Status"), ("Công trình đang ở bước nào.", "Which stage it has reached.")).needed(),
        Field::new("start", Shape::Group(&DATES), ("Khởi công", "Start"), ("Ngày khởi công theo kế hoạch và thực tế.", "Planned and actual start.")),
        Field::new("finish", Shape::Group(&DATES), ("Hoàn thành", "Finish"), ("Ngày hoàn thành theo kế hoạch và thực tế.", "Planned and actual finish.")),
        MONEY_UNIT,
        NUMBERS,
        Field::new("plan", Shape::Value(Value::Money), ("Tổng mức đầu tư", "Planned money"), ("Số tiền được duyệt.", "The amount approved.")).like(&["14.900"]),
        Field::new("paid", Shape::Value(Value::Money), ("Đã giải ngân", "Paid"), ("Số tiền đã trả.", "What has been paid.")).like(&["4.500"]),
        Field::new(
            "physical_progress",
            Shape::Value(Value::Percent),
            ("Tiến độ xây dựng", "Physical progress"),
            ("Phần khối lượng đã làm, tính bằng %. Khác với phần tiền đã trả.", "How much of the work is done, in percent. It is not the share paid."),
        )
        .like(&["65%"]),
        Field::new("as_of", Shape::Date, ("Tính đến", "As of"), ("Số liệu tính đến ngày nào.", "The day the figures hold for.")).like(&["2024-06-30"]),
        SOURCE,
        Field::new(
            "milestones",
            Shape::Groups(&MILESTONE),
            ("Các mốc", "Milestones"),
            ("Những bước chính với ngày và tình trạng.", "The main steps with their dates and states."),
        ),
        PICTURES,
        NOTE,
        SAMPLE,
    ],
};

static OWNER: Group = Group {
    name: "owner",
    title: ("Chủ đầu tư", "Owner"),
    about: ("Một chủ đầu tư và thời gian.", "One owner, and when."),
    fields: &[
        Field::new("name", Shape::Text, ("Tên", "Name"), ("Tên của chủ đầu tư.", "Name of the owner.")).needed().proper(),
        Field::new("from", Shape::Date, ("Từ", "From"), ("Từ ngày nào.", "From which day.")),
        Field::new("to", Shape::Date, ("Đến", "To"), ("Đến ngày nào.", "To which day.")),
    ],
};

static DATES: Group = Group {
    name: "dates",
    title: ("Kế hoạch và thực tế", "Planned and actual"),
    about: ("Ngày theo kế hoạch và ngày thực tế.", "The planned day and the actual one."),
    fields: &[
        Field::new("planned", Shape::Date, ("Kế hoạch", "Planned"), ("Ngày theo kế hoạch.", "The planned day.")),
        Field::new("actual", Shape::Date, ("Thực tế", "Actual"), ("Ngày thực tế.", "The actual day.")),
    ],
};

static MILESTONE: Group = Group {
    name: "milestone",
    title: ("Mốc", "Milestone"),
    about: ("Một bước của công trình.", "A step of the work."),
    fields: &[
        Field::new("name", Shape::Text, ("Tên mốc", "Name"), ("Bước gì.", "Which step.")).needed(),
        Field::new("date", Shape::Date, ("Ngày", "Date"), ("Ngày của bước này.", "The day of this step.")),
        Field::new("state", Shape::Choice(STATES), ("Tình trạng", "State"), ("Đã xong hay chưa.", "Whether it is done.")),
    ],
};

const STATUSES: &[Choice] = &[
    Choice::new("preparation", "Chuẩn bị đầu tư", "In preparation"),
    Choice::new("procurement", "Lựa chọn nhà thầu", "Choosing a contractor"),
    Choice::new("implementation", "Đang thi công", "Being built"),
    Choice::new("suspended", "Tạm dừng", "Suspended"),
    Choice::new("completed", "Hoàn thành, bàn giao", "Completed and handed over"),
    Choice::new("settled", "Đã quyết toán", "Accounts settled"),
    Choice::new("cancelled", "Dừng, cắt giảm", "Cancelled"),
];

const STATES: &[Choice] =
    &[Choice::new("done", "Đã xong", "Done"), Choice::new("under_way", "Đang làm", "Under way"), Choice::new("not_begun", "Chưa bắt đầu", "Not begun")];
