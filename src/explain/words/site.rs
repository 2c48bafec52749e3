//! Problems of settings and of the pages as a whole.
//!
//! May use: diag.

use super::{added, case, renamed, small, untried};
use crate::diag::Severity::{Error, Warning};
use crate::explain::Explanation;

const SETTINGS: &str = "site.toml";

/// The pages that are built.
pub const PAGES: &[Explanation] = &[
    Explanation {
        name: "address-claimed-twice",
        weight: Error,
        title: ("Hai trang cùng một địa chỉ", "Two pages with one address"),
        what: (
            "Tên tệp hay thư mục này cho ra đúng địa chỉ mà một trang khác đã dùng.",
            "The name of this file or folder leads to an address another page has already.",
        ),
        why: ("Một trang sẽ đè lên trang kia và mất hẳn.", "One page would overwrite the other and be gone."),
        fix: ("Đổi tên tệp hoặc thư mục mà lời nhắn nêu.", "Rename the file or folder that the message names."),
        example: renamed("address-claimed-twice", "content/reports/2024/2024.md", "content/reports/2024/tong-ket.md"),
    },
    Explanation {
        name: "page-too-heavy",
        weight: Warning,
        title: ("Trang quá nặng", "A page is too heavy"),
        what: ("Trang này khi nén vẫn nặng hơn giới hạn 14 KB.", "The page, compressed, is heavier than 14 KB."),
        why: (
            "Dưới mức đó, điện thoại trên mạng chậm hiện được trang ngay lượt tải đầu; trên mức đó phải chờ.",
            "Below it a phone on a slow line shows the page at once; above, its owner waits.",
        ),
        fix: (
            "Chia bài dài thành hai bài; số liệu nhiều năm thì để mỗi năm một trang.",
            "Split a long text into two; let figures of many years have a page for each year.",
        ),
        example: untried(
            "",
            "content/reports/2024/tong-ket.md       10.000 chữ",
            "content/reports/2024/tong-ket-vung-cao.md\ncontent/reports/2024/tong-ket-vung-thap.md",
            "the example would be a text of ten thousand words",
        ),
    },
    Explanation {
        name: "page-kept-whole",
        weight: Warning,
        title: ("Trang được giữ nguyên, không rút gọn", "A page that was not made smaller"),
        what: (
            "Sau khi rút gọn, chữ trên trang không còn y như trước, nên trang được giữ nguyên bản đầy đủ.",
            "Made smaller, the words of the page would not have been the same, so it was kept as it was.",
        ),
        why: ("Trang nặng hơn một chút, nhưng không mất chữ nào.", "It is a little heavier, and no word is lost."),
        fix: (
            "Không phải làm gì. Muốn mọi trang rút gọn theo cách nhẹ hơn, đặt minify = \"quick\" trong site.toml.",
            "Nothing has to be done. For a milder way with all pages set minify = \"quick\" in site.toml.",
        ),
        example: untried(
            "content/reports/2024/bai-hai.md",
            "> > > > > > (trích dẫn lồng nhau hàng nghìn tầng)",
            "> (một tầng trích dẫn)",
            "the example would be thousands of quotations in one another",
        ),
    },
    Explanation {
        name: "kit-without-address",
        weight: Warning,
        title: ("Bộ thông báo không có mã QR", "Notice kits without a QR code"),
        what: (
            "Trang có bộ thông báo, nhưng site.toml chưa ghi địa chỉ của trang.",
            "The site has notice kits, and site.toml does not say where the site lies.",
        ),
        why: (
            "Người đọc tờ niêm yết không có mã QR và địa chỉ để mở trang xem đủ số và nguồn.",
            "Who reads the sheet has no QR code and no address to open the page with all figures and their sources.",
        ),
        fix: ("Thêm base_url với địa chỉ thật của trang.", "Add base_url with the true address of the site."),
        example: case("kit-without-address", SETTINGS, "kit = true", "kit = true\nbase_url = \"https://minhbach.example/\""),
    },
    Explanation {
        name: "cards-without-address",
        weight: Warning,
        title: ("Không có thẻ chia sẻ", "No share cards"),
        what: ("site.toml ghi cards = true, nhưng chưa ghi địa chỉ của trang.", "site.toml says cards = true, and does not say where the site lies."),
        why: (
            "Ai nhận được liên kết qua Zalo hay Facebook chỉ thấy chữ, không thấy thẻ có câu trả lời.",
            "Who is sent a link in a chat sees words only, and no card with the answer.",
        ),
        fix: (
            "Thêm base_url với địa chỉ thật của trang, hoặc xóa dòng cards = true.",
            "Add base_url with the true address of the site, or delete the line cards = true.",
        ),
        example: case("cards-without-address", SETTINGS, "cards = true", "cards = true\nbase_url = \"https://minhbach.example/\""),
    },
    Explanation {
        name: "picture-unfit",
        weight: Error,
        title: ("Tệp ảnh không dùng được trên trang", "A file that is no picture for a page"),
        what: ("Tệp này là ảnh HEIC, ảnh AVIF, hoặc không phải là ảnh.", "The file is a HEIC picture, an AVIF picture, or no picture at all."),
        why: (
            "Phần lớn trình duyệt không hiện được ảnh HEIC; và máy phải vẽ lại được ảnh để bỏ nơi chụp ghi kèm trong đó.",
            "Most browsers cannot show HEIC, and a picture must be drawn anew to lose the place a camera wrote into it.",
        ),
        fix: (
            "Lưu ảnh thành JPEG hoặc PNG rồi thay tệp. Trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất.",
            "Save the picture as JPEG or PNG and put it in place of the file. On an iPhone: Settings, Camera, Formats, Most Compatible.",
        ),
        example: untried(
            "",
            "content/reports/2024/bai-hai/anh.jpg       (ảnh HEIC đổi tên)",
            "content/reports/2024/bai-hai/anh.jpg       (ảnh JPEG)",
            "the example would be a photograph",
        ),
    },
    Explanation {
        name: "picture-too-large",
        weight: Error,
        title: ("Ảnh có quá nhiều điểm", "A picture of too many dots"),
        what: ("Ảnh này có hơn 60 triệu điểm ảnh.", "The picture has more than 60 million dots."),
        why: ("Vẽ lại một ảnh như vậy có thể làm đầy bộ nhớ của máy.", "To draw such a picture anew can fill the memory of the machine."),
        fix: ("Thu nhỏ ảnh còn khoảng 2.000 điểm chiều rộng.", "Make it smaller, to about 2,000 dots of width."),
        example: untried(
            "",
            "content/reports/2024/bai-hai/ban-do.png       60.000 × 60.000",
            "content/reports/2024/bai-hai/ban-do.png       2.000 × 2.000",
            "the example would be a picture of three thousand million dots",
        ),
    },
    Explanation {
        name: "picture-broken",
        weight: Error,
        title: ("Ảnh bị hỏng", "A damaged picture"),
        what: ("Ảnh này bị hỏng, hoặc chưa được chép hết.", "The picture is damaged, or not all of it was copied."),
        why: ("Người đọc sẽ chỉ thấy một nửa ảnh hoặc không thấy gì.", "Readers would see half of it, or nothing."),
        fix: ("Chép lại ảnh từ máy ảnh hoặc điện thoại.", "Copy the picture again from the camera or telephone."),
        example: untried(
            "",
            "content/reports/2024/bai-hai/anh.jpg       (mới chép được một nửa)",
            "content/reports/2024/bai-hai/anh.jpg       (đủ cả tệp)",
            "the example would be half a photograph",
        ),
    },
];

/// Settings.
pub const SETTINGS_WORDS: &[Explanation] = &[
    Explanation {
        name: "bad-language-tag",
        weight: Error,
        title: ("Không phải mã ngôn ngữ", "No code of a language"),
        what: (
            "languages liệt kê mã ngôn ngữ như vi, en, hmn; ở đây có một từ không phải mã.",
            "In languages stand codes such as vi, en, hmn; one of them is no code.",
        ),
        why: ("Trình đọc màn hình chọn giọng đọc theo mã này.", "Screen readers choose their voice by it."),
        fix: ("Viết mã hai hoặc ba chữ cái: vi, en, hmn (Mông), km (Khmer).", "Write the code of two or three letters: vi, en, hmn (Hmong), km (Khmer)."),
        example: case("bad-language-tag", SETTINGS, "languages = [\"vi\", \"tiếng Anh\"]", "languages = [\"vi\", \"en\"]"),
    },
    Explanation {
        name: "bad-base-url",
        weight: Error,
        title: ("Địa chỉ trang chưa đầy đủ", "The site's address is not complete"),
        what: ("base_url phải là địa chỉ đầy đủ, có https:// ở đầu.", "base_url has to be a complete address, with https:// before it."),
        why: (
            "Nguồn tin, sơ đồ trang và liên kết chia sẻ cần địa chỉ đầy đủ mới mở được từ nơi khác.",
            "Feeds, the sitemap and shared links open from elsewhere only with a complete address.",
        ),
        fix: ("Viết đủ địa chỉ; chưa có tên miền thì xóa dòng này.", "Write it in full; without an address of its own the site does without this line."),
        example: case("bad-base-url", SETTINGS, "base_url = \"laichau.gov.vn\"", "base_url = \"https://laichau.gov.vn/\""),
    },
    Explanation {
        name: "bad-margin",
        weight: Error,
        title: ("Ngưỡng “đúng tiến độ” không hợp lệ", "A margin that is no number of points"),
        what: (
            "on_track_margin là số điểm phần trăm từ 0 đến 100, viết trong ngoặc kép.",
            "on_track_margin is a number of percentage points from 0 to 100, between quotes.",
        ),
        why: (
            "Ngưỡng này quyết định việc nào bị gọi là chậm, và được in ở trang cách tính.",
            "It decides what is called late, and is printed on the page about method.",
        ),
        fix: ("Viết một số như \"10\".", "Write a number such as \"10\"."),
        example: small(SETTINGS, "level = 1\n", "level = 1\n\n[standing]\non_track_margin = \"10%\"\n", "level = 1\n\n[standing]\non_track_margin = \"10\"\n"),
    },
    Explanation {
        name: "no-settings",
        weight: Error,
        title: ("Không có tệp site.toml", "There is no site.toml"),
        what: (
            "Thư mục đang đứng không có site.toml, nên không phải thư mục của một trang.",
            "The current folder has no site.toml, so it is not that of a site.",
        ),
        why: (
            "Tệp này cho biết tên trang, ngôn ngữ, cách viết số và các loại địa bàn.",
            "It says the site's title, languages, number style and kinds of areas.",
        ),
        fix: (
            "Chạy lệnh trong thư mục của trang, hoặc chỉ thư mục bằng --site. Làm trang mới thì tạo site.toml như ví dụ.",
            "Run the command in the site's folder, or name it with --site. For a new site make site.toml as in the example.",
        ),
        example: added(
            "no-settings",
            "content/       có nội dung, nhưng cạnh đó không có site.toml",
            SETTINGS,
            "title = \"Trang thử\"\nlanguages = [\"vi\"]\nnumbers = \"vi\"\n\n[[area_kinds]]\nid = \"district\"\nname = \"Huyện\"\nplural = \"Các huyện\"\nlevel = 1\n",
        ),
    },
    Explanation {
        name: "bad-reports-per-page",
        weight: Error,
        title: ("Số bài trên một trang không hợp lệ", "A number of reports that is not possible"),
        what: (
            "reports_per_page là số bài in trên mỗi trang danh sách, từ 1 đến 500.",
            "reports_per_page is how many reports a page of a list shows, from 1 to 500.",
        ),
        why: ("Không có bài nào thì danh sách trống; quá nhiều thì trang tải chậm.", "With none the list is empty; with too many it loads slowly."),
        fix: ("Viết một số như 20, hoặc xóa dòng này để dùng 20.", "Write a number such as 20, or delete the line, which means 20."),
        example: case("bad-reports-per-page", SETTINGS, "reports_per_page = 0", "reports_per_page = 20"),
    },
    Explanation {
        name: "area-kind-twice",
        weight: Error,
        title: ("Một loại địa bàn khai báo hai lần", "A kind of area that is told twice"),
        what: ("Hai nhóm [[area_kinds]] mang cùng một id.", "Two groups [[area_kinds]] have the same id."),
        why: (
            "Không biết địa bàn thuộc cấp nào và được cộng cùng những địa bàn nào.",
            "It is unknown of which level an area is and with which others it is added up.",
        ),
        fix: ("Đổi id của một nhóm, hoặc xóa nhóm thừa.", "Give one of them another id, or delete the one too many."),
        example: case("area-kind-twice", SETTINGS, "id = \"district\"\nname = \"Quận\"", "id = \"urban-district\"\nname = \"Quận\""),
    },
];
