//! The fields of `site.toml`.
//!
//! May use: parse, tree.

use crate::parse::fields::{LOCALES, SAMPLE, area::BODY};
use crate::tree::{Choice, Field, Group, Shape, Thing};

/// `site.toml`
pub static SITE: Group = Group {
    name: "site",
    title: ("Cấu hình trang", "Settings of the site"),
    about: ("Tên trang, ngôn ngữ, kiểu viết số, nơi trả lời, các cấp địa bàn.", "Title, languages, style of numbers, who answers, kinds of areas."),
    fields: &[
        Field::new("title", Shape::Text, ("Tên trang", "Title"), ("Tên của trang.", "Name of the site.")).needed(),
        Field::new("tagline", Shape::Text, ("Dòng giới thiệu", "Tagline"), ("Một dòng dưới tên trang.", "One line about the site.")),
        Field::new(
            "languages",
            Shape::Languages,
            ("Ngôn ngữ", "Languages"),
            ("Mã ngôn ngữ của trang; ngôn ngữ đầu tiên nằm ở địa chỉ gốc.", "Language tags; the first one lies at the site's root."),
        ),
        Field::new(
            "numbers",
            Shape::Choice(LOCALES),
            ("Kiểu viết số", "Style of numbers"),
            ("Số trong các tệp được viết theo kiểu nào.", "How numbers are written in the files."),
        ),
        Field::new(
            "base_url",
            Shape::Words,
            ("Địa chỉ trang", "Address of the site"),
            ("Địa chỉ đầy đủ trên mạng, cho liên kết chia sẻ, tin RSS và sơ đồ trang.", "The full address, for shared links, feeds and the sitemap."),
        )
        .like(&["https://minhbach.example/"]),
        Field::new(
            "theme",
            Shape::Id(Thing::Free),
            ("Giao diện", "Theme"),
            ("Tên thư mục trong themes/; không ghi thì dùng default.", "A folder in themes/; default when left out."),
        )
        .like(&["default"]),
        Field::new(
            "minify",
            Shape::Choice(MINIFY),
            ("Thu gọn trang", "Smaller pages"),
            ("Thu gọn mã của trang đến mức nào.", "How far pages are made smaller."),
        ),
        Field::new(
            "portable",
            Shape::YesNo,
            ("Mở được từ USB", "Portable"),
            ("true: mở được ngay từ thư mục hoặc USB, không cần máy chủ.", "true: the site opens straight from a folder or a stick."),
        ),
        Field::new(
            "host",
            Shape::Choice(HOSTS),
            ("Máy chủ", "Host"),
            ("Nơi đặt trang: build viết thêm những gì nơi đó cần.", "Where the site will lie: build adds what that host needs."),
        ),
        Field::new(
            "kit",
            Shape::YesNo,
            ("Bộ thông báo", "Notice kits"),
            (
                "true: mỗi nơi, mỗi kỳ có bộ thông báo: tờ A4 có mã QR, bài đọc loa, Zalo, SMS.",
                "true: each place and period has a notice kit: an A4 sheet with a QR code, texts for loudspeaker, Zalo and SMS.",
            ),
        ),
        Field::new(
            "cards",
            Shape::YesNo,
            ("Thẻ chia sẻ", "Share cards"),
            (
                "Thẻ hiện ra khi gửi liên kết qua Zalo, Facebook. Có base_url thì trang có thẻ; false: không làm thẻ.",
                "The picture a chat shows of a page. A site with base_url has them; false: none.",
            ),
        ),
        Field::new(
            "reports_per_page",
            Shape::Count,
            ("Số bài một trang", "Reports on a page"),
            ("Từ 1 đến 500; không ghi thì 20.", "From 1 to 500; 20 when left out."),
        )
        .like(&["20"]),
        Field::new(
            "body",
            Shape::Group(&BODY),
            ("Nơi trả lời", "Who answers"),
            ("Ai trả lời người dân về số liệu trên trang.", "Who answers questions about the figures."),
        ),
        Field::new("standing", Shape::Group(&STANDING), ("Đánh giá tiến độ", "Judging progress"), ("Thế nào là đúng tiến độ.", "What counts as on track.")),
        Field::new(
            "colours",
            Shape::Open(("màu của giao diện", "colours of the theme")),
            ("Màu", "Colours"),
            ("Đổi màu của giao diện: tên màu và mã màu.", "Colours of the theme: a token and its colour."),
        )
        .like(&["#7a1f1f"]),
        Field::new(
            "redirects",
            Shape::Open(("địa chỉ cũ và mới", "old and new addresses")),
            ("Địa chỉ đã chuyển", "Moved addresses"),
            (
                "Địa chỉ cũ của một trang và địa chỉ mới; cả những gì ở dưới cũng chuyển theo.",
                "The old address of a page and its new one; everything below moves too.",
            ),
        )
        .like(&["don-vi/nam-nhun/"]),
        Field::new(
            "area_kinds",
            Shape::Groups(&AREA_KIND),
            ("Các cấp địa bàn", "Kinds of areas"),
            ("Tỉnh, huyện, xã…: mỗi cấp một mục [[area_kinds]].", "Province, district, commune …: one [[area_kinds]] each."),
        ),
        SAMPLE,
    ],
};

const MINIFY: &[Choice] = &[
    Choice::new("full", "Thu gọn hết mức (mặc định)", "As small as possible (the default)"),
    Choice::new("quick", "Thu gọn nhanh", "Quickly"),
    Choice::new("off", "Không thu gọn", "Not at all"),
];

const HOSTS: &[Choice] = &[
    Choice::new("github", "GitHub Pages", "GitHub Pages"),
    Choice::new("gitlab", "GitLab Pages", "GitLab Pages"),
    Choice::new("cloudflare", "Cloudflare Pages", "Cloudflare Pages"),
    Choice::new("netlify", "Netlify", "Netlify"),
    Choice::new("nginx", "Máy chủ nginx", "A server with nginx"),
    Choice::new("apache", "Máy chủ Apache", "A server with Apache"),
    Choice::new("iis", "Máy chủ Windows (IIS)", "A Windows server (IIS)"),
    Choice::new("s3", "Amazon S3", "Amazon S3"),
];

static STANDING: Group = Group {
    name: "standing",
    title: ("Đánh giá tiến độ", "Judging progress"),
    about: ("Thế nào là đúng tiến độ.", "What counts as on track."),
    fields: &[Field::new(
        "on_track_margin",
        Shape::Margin,
        ("Chậm bao nhiêu vẫn là đúng", "Margin"),
        (
            "Chậm hơn thời gian bao nhiêu điểm phần trăm vẫn coi là đúng tiến độ, từ 0 đến 100; không ghi thì 10.",
            "Percentage points behind the elapsed time that still count as on track, from 0 to 100; 10 when left out.",
        ),
    )
    .like(&["10"])],
};

static AREA_KIND: Group = Group {
    name: "area_kind",
    title: ("Cấp địa bàn", "Kind of area"),
    about: ("Một cấp địa bàn.", "A kind of area."),
    fields: &[
        Field::new("id", Shape::Own, ("Mã", "Id"), ("Mã dùng trong kind: của tệp địa bàn.", "The id used in kind: of area files.")).needed(),
        Field::new("name", Shape::Text, ("Tên gọi", "Name"), ("Gọi một nơi thuộc cấp này là gì.", "What one is called.")).needed().like(&["Huyện"]),
        Field::new("plural", Shape::Text, ("Tên gọi chung", "Plural"), ("Gọi nhiều nơi thuộc cấp này là gì.", "What several are called.")).like(&["Các huyện"]),
        Field::new(
            "level",
            Shape::Count,
            ("Bậc", "Level"),
            ("1 là cao nhất; khác bậc thì không cộng chung.", "1 is the highest; places of different levels are never summed."),
        )
        .like(&["1", "2"]),
    ],
};
