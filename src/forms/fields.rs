//! The fields of a mapping file.
//!
//! May use: parse, tree.

use crate::parse::fields::sheet::{CAPITAL, CARRIED_FROM, COMPONENT, FUND, PROGRAMME};
use crate::parse::fields::{MONEY_UNIT, SOURCE};
use crate::tree::{Choice, Field, Group, Shape, Thing};

/// A mapping file.
pub static MAPPING: Group = Group {
    name: "mapping",
    title: ("Tệp ánh xạ", "Mapping file"),
    about: (
        "Cách đọc một sổ Excel của nơi khác: cột nào là số gì, tên nào là địa bàn nào. Dùng với minhbach import --map.",
        "How to read somebody else's workbook: which column is which value, which name is which place. For minhbach import --map.",
    ),
    fields: &[
        Field::new("period", Shape::Period, ("Kỳ", "Period"), ("Số trong sổ thuộc năm hoặc kỳ nào.", "The year or span of years the figures belong to."))
            .needed(),
        Field::new("as_of", Shape::Date, ("Tính đến", "As of"), ("Số trong sổ tính đến ngày nào.", "The day the figures hold for."))
            .needed()
            .like(&["30/6/2024"]),
        SOURCE.needed(),
        Field::new(
            "rows",
            Shape::Words,
            ("Cột tên", "Column of names"),
            ("Tiêu đề của cột ghi tên địa bàn hoặc chỉ số.", "The head of the column with the names of places or indicators."),
        )
        .needed()
        .like(&["Đơn vị"]),
        Field::new("columns", Shape::Groups(&COLUMN), ("Các cột số", "Columns"), ("Mỗi cột số một mục.", "One entry for each column of values.")).needed(),
        Field::new(
            "sheet",
            Shape::Words,
            ("Trang tính", "Sheet"),
            ("Tên trang tính; không ghi thì lấy trang đầu tiên.", "Name of the sheet; the first one when left out."),
        )
        .like(&["Biểu 01"]),
        Field::new(
            "area",
            Shape::Id(Thing::Area),
            ("Địa bàn", "Area"),
            ("Mã địa bàn, khi mỗi dòng là một chỉ số.", "The id of the area, where each row is an indicator."),
        ),
        MONEY_UNIT,
        Field::new(
            "names",
            Shape::Open(("tên trong sổ", "names in the workbook")),
            ("Tên trong sổ", "Names"),
            ("Tên trong sổ và mã của nó trên trang; bỏ qua dòng nào thì ghi “-”.", "A name in the workbook and its id on the site; “-” leaves the row out."),
        )
        .like(&["nam-nhun"]),
        Field::new("totals", Shape::WordList, ("Dòng tổng", "Rows of totals"), ("Các dòng tổng trong sổ gọi là gì.", "What rows of totals are called."))
            .like(&["Toàn tỉnh"]),
    ],
};

static COLUMN: Group = Group {
    name: "column",
    title: ("Cột số", "Column"),
    about: ("Một cột số: tiêu đề, và số ấy là gì.", "A column of values: its head, and what the values are."),
    fields: &[
        Field::new(
            "header",
            Shape::Words,
            ("Tiêu đề cột", "Head"),
            ("Chữ ở đầu cột; nhiều tầng thì nối bằng dấu /.", "The words at its head; several rows of heads are joined with /."),
        )
        .needed()
        .like(&["Vốn đầu tư / Giải ngân"]),
        Field::new("measure", Shape::Choice(MEASURES), ("Số gì", "Measure"), ("Cột này là số gì.", "What the column holds.")).needed(),
        PROGRAMME,
        COMPONENT,
        CAPITAL,
        FUND,
        CARRIED_FROM,
    ],
};

const MEASURES: &[Choice] = &[
    Choice::new("planned", "Kế hoạch vốn", "Money planned"),
    Choice::new("assigned", "Vốn giao", "Money assigned"),
    Choice::new("allocated", "Vốn phân bổ", "Money allocated"),
    Choice::new("adjusted", "Điều chỉnh", "Adjustment"),
    Choice::new("carried_over", "Vốn chuyển nguồn", "Money carried over"),
    Choice::new("returned", "Vốn hủy, nộp trả", "Money returned"),
    Choice::new("settled", "Vốn quyết toán", "Money settled"),
    Choice::new("disbursed", "Đã giải ngân", "Money disbursed"),
    Choice::new("work_done", "Giá trị khối lượng", "Value of work done"),
    Choice::new("target", "Chỉ tiêu", "Target"),
    Choice::new("baseline", "Đầu kỳ", "Baseline"),
    Choice::new("actual", "Thực hiện", "Actual"),
    Choice::new("forecast", "Dự kiến", "Forecast"),
    Choice::new("exceeded", "Vượt chỉ tiêu", "Above target"),
    Choice::new("change", "Thay đổi", "Change"),
    Choice::new("stated_rate", "Tỷ lệ nguồn nêu", "Rate the source states"),
    Choice::new("met", "Tiêu chí đạt", "Criteria met"),
    Choice::new("mostly_met", "Tiêu chí cơ bản đạt", "Criteria mostly met"),
    Choice::new("not_met", "Tiêu chí chưa đạt", "Criteria not met"),
    Choice::new("status", "Mức đạt chuẩn", "Level of recognition"),
];
