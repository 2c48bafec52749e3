//! Problems of the theme and of the words of the site.
//!
//! May use: diag.

use super::{case, small, untried};
use crate::diag::Severity::{Error, Warning};
use crate::explain::Explanation;

const SETTINGS: &str = "site.toml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "template-broken",
        weight: Error,
        title: ("Mẫu trang viết sai", "A template that cannot be read"),
        what: (
            "Một mẫu trong thư mục giao diện của trang không đúng cú pháp, hoặc gọi một mẫu, một bộ lọc không có.",
            "A template of the site's theme has an error of grammar, or calls a template or filter that is not there.",
        ),
        why: ("Mọi trang dùng mẫu này đều không dựng được.", "No page that uses it can be drawn."),
        fix: (
            "Sửa chỗ được chỉ. Muốn trở về mẫu có sẵn, xóa tệp này khỏi giao diện của trang.",
            "Mend the place shown. To go back to the built-in template, delete the file from the site's theme.",
        ),
        example: case("template-broken", "themes/tinh/layouts/home.html", "<p>{{ frame.title </p>", "<p>{{ frame.title }}</p>"),
    },
    Explanation {
        name: "template-failed",
        weight: Error,
        title: ("Mẫu trang hỏi điều không có", "A template that asks for what is not there"),
        what: (
            "Mẫu đọc được, nhưng khi dựng một trang, nó dùng một mục mà trang ấy không được biết.",
            "The template can be read, but in drawing a page it asks for something the page is not told.",
        ),
        why: ("Trang ấy không dựng được.", "The page cannot be drawn."),
        fix: (
            "Sửa tên mục. Mỗi mẫu được biết những gì, xem themes/default/README.md.",
            "Correct the name. What each layout is told is written in themes/default/README.md.",
        ),
        example: case("template-failed", "themes/tinh/layouts/report.html", "<p>{{ page.tieu_de }}</p>", "<p>{{ frame.title }}</p>"),
    },
    Explanation {
        name: "unknown-token",
        weight: Error,
        title: ("Giao diện không có màu hay số đo này", "A colour or measure the theme does not have"),
        what: ("Dưới [colours] có một tên mà giao diện không dùng.", "Under [colours] stands a name the theme does not use."),
        why: ("Giá trị sẽ không đổi gì trên trang mà cũng không ai hay.", "It would change nothing, and nobody would notice."),
        fix: ("Viết lại tên; lời nhắn nêu tên gần giống hoặc mọi tên dùng được.", "Correct the name; the message tells the nearest one, or all of them."),
        example: case("unknown-token", SETTINGS, "brnd = \"#7a1f1f\"", "brand = \"#7a1f1f\""),
    },
    Explanation {
        name: "bad-token-value",
        weight: Error,
        title: ("Giá trị không phải màu hay số đo", "A value that is no colour or measure"),
        what: (
            "Màu viết bằng mã như #7a1f1f, số đo viết như 1.5rem; ở đây là chữ khác.",
            "A colour is a code such as #7a1f1f, a measure is such as 1.5rem; here stands something else.",
        ),
        why: ("Giá trị lạ có thể làm hỏng cách trình bày của mọi trang.", "A strange value could break the looks of every page."),
        fix: ("Lấy mã màu trong một chương trình vẽ, dạng # và sáu chữ số, chữ cái.", "Take the code from a drawing program: # and six digits or letters."),
        example: small(SETTINGS, "level = 1\n", "level = 1\n\n[colours]\nbrand = \"7a1f1f\"\n", "level = 1\n\n[colours]\nbrand = \"#7a1f1f\"\n"),
    },
    Explanation {
        name: "theme-missing",
        weight: Error,
        title: ("Không có giao diện này", "A theme that is not there"),
        what: (
            "site.toml chọn một giao diện, nhưng themes không có thư mục tên đó hoặc thư mục trống.",
            "site.toml names a theme, and themes has no such folder, or an empty one.",
        ),
        why: ("Giao diện quyết định cách trình bày mọi trang.", "The theme decides how every page looks."),
        fix: (
            "Viết lại tên, đặt theme = \"default\", hoặc chép thư mục giao diện vào themes.",
            "Correct the name, set theme = \"default\", or copy the theme into themes.",
        ),
        example: case("theme-missing", SETTINGS, "theme = \"tinh\"", "theme = \"default\""),
    },
    Explanation {
        name: "language-missing",
        weight: Error,
        title: ("Giao diện chưa có lời bằng ngôn ngữ này", "The theme has no words in this language"),
        what: (
            "Trang chọn một ngôn ngữ mà giao diện chưa có lời cho các nút, tiêu đề và chú thích.",
            "The site has a language in which the theme has no words for buttons, headings and captions.",
        ),
        why: ("Những chỗ đó trên trang sẽ trống.", "Those places of the pages would be empty."),
        fix: (
            "Chọn ngôn ngữ đã có, hoặc dịch tệp i18n/vi.ftl thành i18n/<mã>.ftl trong giao diện của trang.",
            "Choose a language there is, or translate i18n/vi.ftl as i18n/<code>.ftl in the site's theme.",
        ),
        example: case("language-missing", SETTINGS, "languages = [\"vi\", \"hmn\"]", "languages = [\"vi\", \"en\"]"),
    },
    Explanation {
        name: "words-broken",
        weight: Error,
        title: ("Tệp lời của giao diện viết sai", "A file of words that cannot be read"),
        what: (
            "Một dòng trong tệp .ftl không theo cách viết: tên, dấu bằng, lời hiện ra.",
            "A line of a .ftl file is not written as a name, an equals sign and the words shown.",
        ),
        why: ("Lời viết ở đó sẽ không hiện trên trang nào.", "What is written there would appear on no page."),
        fix: (
            "Tên chỉ gồm chữ không dấu, chữ số và gạch nối; lời dài xuống dòng thì thụt vào bốn dấu cách.",
            "A name has plain letters, digits and hyphens; continued lines are indented by four spaces.",
        ),
        example: case("words-broken", "themes/tinh/i18n/vi.ftl", "đơn vị = Đơn vị", "don-vi = Đơn vị"),
    },
    Explanation {
        name: "word-missing",
        weight: Warning,
        title: ("Bản dịch giao diện thiếu một lời", "A language that lacks a message"),
        what: ("Tiếng Việt của giao diện có lời này, còn ngôn ngữ kia thì chưa.", "The theme has this message in Vietnamese and not in the other language."),
        why: ("Ở chỗ đó trang hiện tiếng Việt giữa những lời tiếng khác.", "Pages show Vietnamese there, amid words of the other language."),
        fix: (
            "Thêm một dòng với tên mà lời nhắn nêu vào tệp .ftl của ngôn ngữ đó.",
            "Add a line with the name the message tells to the .ftl file of that language.",
        ),
        example: untried(
            "themes/tinh/i18n/hmn.ftl",
            "crumb-label = …\n(không có crumb-home)",
            "crumb-label = …\ncrumb-home = Tsev",
            "the example would need every other word of a language",
        ),
    },
];
