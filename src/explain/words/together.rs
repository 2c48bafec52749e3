//! Problems only several files together show: ids, sources, the same thing twice.
//!
//! May use: diag.

use super::{added, case};
use crate::diag::Severity::Error;
use crate::explain::Explanation;

const PLAN: &str = "content/areas/nam-nhun/2024/plan.yaml";
const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "unknown-id",
        weight: Error,
        title: ("Không có gì mang mã này", "Nothing has this id"),
        what: (
            "Dòng này nhắc đến một chương trình, chỉ tiêu, địa bàn, bài hay văn bản mà trang không có, hoặc còn là bản nháp.",
            "The line speaks of a programme, indicator, area, report or document that the site does not have, or that is still a draft.",
        ),
        why: ("Số liệu gắn với mã lạ không hiện ở trang nào.", "What belongs to an unknown id appears on no page."),
        fix: (
            "Viết lại mã; lời nhắn nêu mã gần giống nhất. Nếu chưa có thì thêm tệp cho nó trước.",
            "Correct the id; the message tells the nearest one. If there is none yet, add its file first.",
        ),
        example: case("unknown-id", RESULTS, "      - indicator: xa-dat-chaun", "      - indicator: xa-dat-chuan"),
    },
    Explanation {
        name: "duplicate-id",
        weight: Error,
        title: ("Hai thứ cùng một mã", "Two things with one id"),
        what: ("Hai chỉ tiêu, hai bài hay hai tệp cùng loại mang một mã.", "Two indicators, two reports or two files of one kind have the same id."),
        why: ("Mã là địa chỉ trang, và một địa chỉ chỉ dẫn đến một nơi.", "An id is an address, and an address leads to one place."),
        fix: (
            "Đổi một trong hai mã; mã đã công bố thì giữ nguyên để liên kết của người đọc không gãy.",
            "Change one of them; keep the one that was published, so that readers' links stay whole.",
        ),
        example: case("duplicate-id", "content/programmes/gnbv.yaml", "  - id: xa-dat-chuan", "  - id: xa-dat-chuan-gnbv"),
    },
    Explanation {
        name: "duplicate-line",
        weight: Error,
        title: ("Một số liệu ghi hai lần", "A figure stated twice"),
        what: (
            "Hai dòng cùng chương trình, cùng loại vốn, cùng ngày và cùng nguồn nêu cùng một đại lượng.",
            "Two lines of the same programme, kind of capital, day and source give the same measure.",
        ),
        why: (
            "Không biết số nào đúng, và chương trình không bao giờ tự cộng hai số lại.",
            "Nobody can tell which is right, and two numbers are never added by themselves.",
        ),
        fix: (
            "Xóa một dòng. Nếu là hai khoản khác nhau, ghi thêm điều phân biệt: component (dự án), capital, fund (nguồn vốn) hay group.",
            "Delete one. If they are two different amounts, say what tells them apart: component, capital, fund or group.",
        ),
        example: case(
            "duplicate-line",
            RESULTS,
            "      - programme: ntm\n        capital: investment\n        disbursed: 870",
            "      - programme: ntm\n        capital: recurrent\n        disbursed: 870",
        ),
    },
    Explanation {
        name: "sources-differ",
        weight: Error,
        title: ("Hai nguồn nêu hai số khác nhau", "Two sources give two numbers"),
        what: (
            "Hai nguồn nêu cùng một con số vào cùng một ngày nhưng không bằng nhau, và chưa nói dùng số nào để tính.",
            "Two sources state the same figure for the same day and do not agree, and none has been chosen for counting.",
        ),
        why: (
            "Trang in cả hai, nhưng tổng và tỷ lệ chỉ tính được từ một số; chọn số nào là việc của người có trách nhiệm.",
            "Both are printed, but totals and rates are counted from one, and somebody answerable has to choose.",
        ),
        fix: ("Thêm chosen kèm lý do vào đúng một trong hai dòng.", "Add chosen with the reason to exactly one of the two lines."),
        example: case(
            "sources-differ",
            RESULTS,
            "    source: bao-cao\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: 5",
            "    source: bao-cao\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: 5\n        chosen: Báo cáo của UBND huyện, ban hành sau",
        ),
    },
    Explanation {
        name: "parent-circle",
        weight: Error,
        title: ("Địa bàn thuộc về chính nó", "An area that belongs to itself"),
        what: (
            "Theo các mục parent, đi từ địa bàn này lên cấp trên rồi lại quay về chính nó.",
            "Going up from this area by parent leads back to the area itself.",
        ),
        why: (
            "Không vẽ được đường từ tỉnh xuống xã và không biết cộng số của ai vào ai.",
            "No path from province to commune can be drawn, and it is unknown whose figures are part of whose.",
        ),
        fix: ("Ghi parent là đơn vị cấp trên trực tiếp; cấp cao nhất thì không có parent.", "Let parent be the area right above; the highest one has none."),
        example: case(
            "parent-circle",
            "content/areas/nam-nhun/area.yaml",
            "name: Nậm Nhùn\nkind: district\nparent: nam-po\n",
            "name: Nậm Nhùn\nkind: district\n",
        ),
    },
    Explanation {
        name: "sheet-without-area",
        weight: Error,
        title: ("Có số liệu nhưng chưa có địa bàn", "Figures of an area that is not introduced"),
        what: ("Thư mục của địa bàn có số liệu nhưng thiếu tệp area.yaml.", "The folder of an area has figures and lacks its file area.yaml."),
        why: ("Trang không biết địa bàn tên gì, thuộc cấp nào.", "The page knows neither its name nor its kind."),
        fix: (
            "Tạo tệp area.yaml trong thư mục đó với name và kind. Nếu thư mục gõ sai tên thì đổi tên thư mục.",
            "Make area.yaml in that folder with name and kind. If the folder is misspelt, rename it.",
        ),
        example: added(
            "sheet-without-area",
            "content/areas/nam-po/2024/plan.yaml       chưa có content/areas/nam-po/area.yaml",
            "content/areas/nam-po/area.yaml",
            "name: Nậm Pồ\nkind: district\n",
        ),
    },
    Explanation {
        name: "unknown-criterion",
        weight: Error,
        title: ("Bộ tiêu chí không có tiêu chí này", "A criterion the set does not have"),
        what: (
            "Số thứ tự tiêu chí không có trong bộ tiêu chí khai báo ở tệp chương trình.",
            "The number of the criterion is not in the set as the programme's file has it.",
        ),
        why: ("Kết quả của một tiêu chí không có thật không in vào đâu được.", "The result of a criterion that does not exist can be shown nowhere."),
        fix: (
            "Xem số thứ tự trong văn bản ban hành bộ tiêu chí; thiếu thì thêm vào tệp chương trình.",
            "Look up the number in the decision that issued the set; if it is missing, add it to the programme's file.",
        ),
        example: case("unknown-criterion", RESULTS, "          - criterion: 10", "          - criterion: 1"),
    },
    Explanation {
        name: "figures-without-source",
        weight: Error,
        title: ("Số liệu không ghi nguồn", "Figures without a source"),
        what: ("Những con số này không nói lấy từ bài viết hay văn bản nào.", "These figures do not say from which report or document they come."),
        why: (
            "Mỗi con số trên trang dẫn về nơi nêu ra nó để người dân tự kiểm tra.",
            "Every number on a page leads to where it was stated, so that citizens can check it.",
        ),
        fix: (
            "Thêm source với mã của một bài trong content/reports hoặc một văn bản trong content/documents, ở đầu tệp hay ở riêng dòng đó.",
            "Add source with the id of a report in content/reports or a document in content/documents, at the top of the file or on the line itself.",
        ),
        example: case("figures-without-source", PLAN, "money_unit: triệu đồng\nbudget:", "money_unit: triệu đồng\nsource: bai-mot\nbudget:"),
    },
    Explanation {
        name: "withheld-without-reason",
        weight: Error,
        title: ("Không công bố mà không nêu lý do", "Withheld without a reason"),
        what: ("Giá trị ghi “không công bố” nhưng thiếu căn cứ.", "The value is withheld and no ground is given."),
        why: (
            "Luật chỉ cho giữ kín khi có căn cứ, và người đọc có quyền biết căn cứ ấy.",
            "The law lets a number be kept back only on a ground, and readers may know which.",
        ),
        fix: (
            "Thêm reason_withheld với căn cứ, thường là điều khoản của một văn bản.",
            "Add reason_withheld with the ground, mostly an article of a law or decision.",
        ),
        example: case(
            "withheld-without-reason",
            PLAN,
            "    assigned: không công bố",
            "    assigned: không công bố\n    reason_withheld: Điều 7 Luật Bảo vệ bí mật nhà nước",
        ),
    },
    Explanation {
        name: "forecast-without-day",
        weight: Error,
        title: ("Số dự kiến chưa nói cho khi nào", "A forecast without its day"),
        what: ("Có forecast nhưng thiếu by, nên không biết dự kiến đạt vào lúc nào.", "There is a forecast without by, so it is unknown for when it is meant."),
        why: ("Không có ngày thì sau này không ai so được dự kiến với kết quả.", "Without a day nobody can hold it against the result later."),
        fix: ("Thêm by với ngày dự kiến, ví dụ by: 2024-12-31.", "Add by with the day, such as by: 2024-12-31."),
        example: case("forecast-without-day", RESULTS, "        forecast: khoảng 9", "        forecast: khoảng 9\n        by: 2024-12-31"),
    },
    Explanation {
        name: "part-above-whole",
        weight: Error,
        title: ("Phần lớn hơn tổng", "A part above its whole"),
        what: ("“6/10” nghĩa là 6 trong 10. Ở đây số trước lớn hơn số sau.", "“6/10” means 6 of 10. Here the first number is larger than the second."),
        why: ("Chắc chắn có một số sai, thường do viết đảo chỗ.", "One of them is certainly wrong, mostly because they changed places."),
        fix: ("Xem hai số trong nguồn rồi viết lại.", "Look at both in the source and write them anew."),
        example: case("part-above-whole", RESULTS, "        actual: 7/6 xã", "        actual: 6/7 xã"),
    },
];
