//! Problems of rooms around the content: writing, samples, old letters, what is handed out, hosts and old addresses.
//!
//! May use: diag.

use super::{case, small, untried};
use crate::diag::Severity::{Error, Notice, Warning};
use crate::explain::Explanation;

const SETTINGS: &str = "site.toml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "old-font-text",
        weight: Error,
        title: ("Chữ gõ bằng phông cũ như .VnTime hay VNI", "Text typed for an old font such as .VnTime or VNI"),
        what: (
            "Đoạn này chép từ tệp Word gõ bằng phông .VnTime hay VNI-Times: chữ lưu trong tệp là ký tự khác, chỉ nhìn ra tiếng Việt khi có phông ấy.",
            "This text was copied from a Word file in .VnTime or VNI-Times: other letters are stored, which look Vietnamese in that font only.",
        ),
        why: ("Trên trang, người đọc thấy toàn ký tự lạ, và tìm kiếm không ra.", "On the page readers see strange signs, and a search does not find it."),
        fix: (
            "Gõ minhbach check --fix: máy cho xem vài dòng, hỏi rồi chuyển cả tệp, bản cũ được giữ. Đọc lại tên riêng sau đó. Lời nhắn nói máy không tự chuyển thì dùng UniKey Toolkit (Ctrl+Shift+F6).",
            "Type minhbach check --fix: it shows some lines, asks and converts the whole file; the old one is kept. Read the names again afterwards. Where the message says it is not converted automatically, use UniKey Toolkit (Ctrl+Shift+F6).",
        ),
        example: small(
            "content/reports/2024/bai-mot.md",
            "Vốn quý I đã được giải ngân",
            "Céng hßa x· héi chñ nghÜa ViÖt Nam\n\nVốn quý I đã được giải ngân",
            "Cộng hòa xã hội chủ nghĩa Việt Nam\n\nVốn quý I đã được giải ngân",
        ),
    },
    Explanation {
        name: "sample-content",
        weight: Error,
        title: ("Còn nội dung mẫu", "Sample content is still there"),
        what: (
            "Tệp này là mẫu do minhbach new viết ra (sample: true) và chưa được thay bằng nội dung thật.",
            "The file is a sample written by minhbach new (sample: true) and has not been replaced yet.",
        ),
        why: (
            "Tên và số mẫu không có thật; đã công bố thì người đọc tin là thật.",
            "Names and figures of a sample are made up, and once published readers take them for real.",
        ),
        fix: (
            "Viết nội dung thật rồi xóa dòng sample; tệp không cần thì xóa cả tệp. Xem trước khi còn mẫu: minhbach serve.",
            "Write the real content and delete the line sample; delete the file where it is not needed. To look meanwhile: minhbach serve.",
        ),
        example: small("content/areas/nam-nhun/area.yaml", "kind: district\n", "kind: district\nsample: true\n", "kind: district\n"),
    },
    Explanation {
        name: "tile-taken",
        weight: Warning,
        title: ("Hai địa bàn cùng một ô bản đồ", "Two areas on one tile"),
        what: (
            "Hai địa bàn cùng cấp có cùng row và column ở tile, hoặc ô nằm ngoài bản đồ.",
            "Two areas of one level have the same row and column in tile, or the tile lies off the map.",
        ),
        why: ("Bản đồ ô chỉ vẽ được một địa bàn ở mỗi ô.", "A map of tiles shows one area on each of them."),
        fix: ("Đổi row hoặc column của một địa bàn.", "Change row or column of one of them."),
        example: small(
            "content/areas/nam-nhun/area.yaml",
            "kind: district\n",
            "kind: district\ntile:\n  row: 1\n  column: 30\n",
            "kind: district\ntile:\n  row: 1\n  column: 3\n",
        ),
    },
    Explanation {
        name: "writing-unfinished",
        weight: Error,
        title: ("Lần ghi trước chưa xong", "An earlier writing was not brought to its end"),
        what: (
            "Máy mất điện hay bị tắt giữa lúc ghi nhiều tệp, rồi có tệp bị sửa tay trước khi chạy lại.",
            "The power failed while several files were written, and one of them was changed before the command ran again.",
        ),
        why: (
            "Các tệp ấy thuộc về nhau; nửa mới nửa cũ thì trang nói sai.",
            "These files belong together; half new and half old, the site would tell something wrong.",
        ),
        fix: (
            "Xem từng tệp mà lời nhắn nêu, sửa cho khớp nhau, xóa .minhbach/writing rồi chạy lại.",
            "Look at each file the message names, make them agree, delete .minhbach/writing and run again.",
        ),
        example: untried(
            "",
            "plan.yaml có số mới, results.yaml còn số cũ",
            "plan.yaml và results.yaml cùng có số mới",
            "an interrupted writing has to lie in the memory of the site",
        ),
    },
    Explanation {
        name: "writing-ended",
        weight: Notice,
        title: ("Lần ghi bị dừng nay đã ghi cho xong", "An interrupted writing was brought to its end"),
        what: (
            "Lần trước máy dừng giữa lúc ghi; lần này chương trình đã ghi nốt, hoặc trả mọi tệp về như cũ.",
            "The last writing was interrupted; now it has been ended, or every file was put back as it was.",
        ),
        why: ("Các tệp ghi cùng nhau luôn cùng mới hoặc cùng cũ.", "Files that are written together are all new or all as before."),
        fix: ("Không cần làm gì; nên xem lại các tệp mà lời nhắn nêu.", "Nothing has to be done; a look at the files the message names does no harm."),
        example: untried(
            "",
            "máy tắt khi mới ghi plan.yaml",
            "plan.yaml và results.yaml đã ghi đủ",
            "an interrupted writing has to lie in the memory of the site",
        ),
    },
    Explanation {
        name: "host-without-address",
        weight: Warning,
        title: ("Dựng cho máy chủ mà chưa có địa chỉ", "Made for a host, without an address"),
        what: ("Trang được dựng với --host nhưng site.toml chưa có base_url.", "The site is built with --host, and site.toml has no base_url."),
        why: (
            "Trang báo lỗi 404, nguồn tin và liên kết chia sẻ cần địa chỉ đầy đủ.",
            "The page for lost addresses, feeds and shared links need complete addresses.",
        ),
        fix: ("Thêm base_url với địa chỉ thật của trang.", "Add base_url with the true address of the site."),
        example: case("host-without-address", SETTINGS, "numbers = \"vi\"\n", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"\n"),
    },
    Explanation {
        name: "host-limit",
        weight: Warning,
        title: ("Vượt giới hạn của máy chủ", "Beyond what the host takes"),
        what: (
            "Máy chủ đã chọn chỉ nhận đến một số tệp hay một dung lượng, và trang vượt quá.",
            "The host takes only so many files or so many bytes, and the site has more.",
        ),
        why: ("Máy chủ sẽ không nhận trang, hoặc bỏ qua phần thừa.", "The host will refuse the site or pass over the rest."),
        fix: ("Thu nhỏ ảnh và tệp đính kèm, hoặc chọn máy chủ khác.", "Make pictures and files smaller, or choose another host."),
        example: untried(
            "",
            "content/documents/qd-263.pdf       26 MB (Cloudflare chỉ nhận 25 MB)",
            "content/documents/qd-263.pdf       2 MB",
            "the example would be a file of many megabytes",
        ),
    },
    Explanation {
        name: "page-against-policy",
        weight: Warning,
        title: ("Trang có thứ chính sách bảo mật chặn", "Something on a page the policy stops"),
        what: (
            "Giao diện riêng có style viết ngay trong thẻ, ảnh hay mã lấy từ trang khác.",
            "The site's theme has a style within a tag, or a picture or script of another site.",
        ),
        why: ("Máy chủ chỉ cho phép những gì của chính trang; thứ này sẽ không hiện.", "The host allows only what is the site's own; this will not be shown."),
        fix: ("Đưa kiểu chữ vào tệp css của giao diện, chép ảnh về trang của mình.", "Put styles into the theme's css, and copy pictures into the site."),
        example: untried(
            "themes/tinh/layouts/home.html",
            "<img src=\"https://dem.example/dem.png\" alt=\"\">",
            "<img src=\"{{ here.root }}dem.png\" alt=\"\">",
            "the case has a second mistake of this kind on the same page",
        ),
    },
    Explanation {
        name: "published-address-vanished",
        weight: Error,
        title: ("Địa chỉ đã công bố nay không còn", "A published address is gone"),
        what: (
            "Một trang có trong bản phát hành trước nay không còn ở địa chỉ đó, thường vì đổi tên tệp.",
            "A page of an earlier release is no longer at its address, mostly because a file was renamed.",
        ),
        why: ("Liên kết của người dân và báo chí sẽ gãy.", "Links of readers and of the press would break."),
        fix: (
            "Lấy lại tên cũ, hoặc chỉ đường bằng một dòng dưới [redirects] trong site.toml.",
            "Take the old name back, or lead on with a line below [redirects] in site.toml.",
        ),
        example: untried(
            SETTINGS,
            "(hoi-dap.md đổi tên thành hoi-va-dap.md)",
            "[redirects]\n\"hoi-dap/\" = \"hoi-va-dap/\"",
            "a release with the old address has to be there",
        ),
    },
    Explanation {
        name: "redirect-unreadable",
        weight: Error,
        title: ("Không phải địa chỉ trong trang", "No address of this site"),
        what: (
            "Dưới [redirects] có một địa chỉ của trang khác, hoặc có chữ không nằm trong địa chỉ được.",
            "Below [redirects] stands an address of another site, or one with signs no address has.",
        ),
        why: ("Chỉ chuyển được từ trang này sang trang kia trong cùng một trang web.", "An address can only lead to another page of the same site."),
        fix: ("Viết phần sau tên miền, như trong thanh địa chỉ: \"don-vi/nam-nhun/\".", "Write what stands behind the domain: \"don-vi/nam-nhun/\"."),
        example: small(
            SETTINGS,
            "level = 1\n",
            "level = 1\n\n[redirects]\n\"cu/\" = \"https://xa.example/\"\n",
            "level = 1\n\n[redirects]\n\"cu/\" = \"don-vi/nam-nhun/\"\n",
        ),
    },
    Explanation {
        name: "redirect-address-taken",
        weight: Error,
        title: ("Địa chỉ cũ vẫn đang có trang", "The old address is still a page"),
        what: (
            "Địa chỉ bên trái dưới [redirects] là của một trang đang có, hoặc được viết hai lần.",
            "The address on the left below [redirects] is that of a page, or stands there twice.",
        ),
        why: ("Một địa chỉ chỉ dẫn đến một nơi.", "An address leads to one place."),
        fix: ("Xóa dòng đó, hoặc sửa địa chỉ bên trái.", "Delete the line, or correct the address on the left."),
        example: small(
            SETTINGS,
            "level = 1\n",
            "level = 1\n\n[redirects]\n\"don-vi/nam-nhun/\" = \"phuong-phap/\"\n",
            "level = 1\n\n[redirects]\n\"don-vi/nam-nhun-cu/\" = \"don-vi/nam-nhun/\"\n",
        ),
    },
    Explanation {
        name: "redirect-to-nowhere",
        weight: Error,
        title: ("Chuyển đến trang không có", "Led on to a page that is not there"),
        what: ("Địa chỉ bên phải dưới [redirects] không phải của trang nào.", "The address on the right below [redirects] is that of no page."),
        why: ("Người đọc theo liên kết cũ vẫn không tới đâu.", "Readers who follow the old link still get nowhere."),
        fix: ("Sửa địa chỉ bên phải; lời nhắn nêu địa chỉ gần giống.", "Correct the address on the right; the message tells the nearest one."),
        example: small(
            SETTINGS,
            "level = 1\n",
            "level = 1\n\n[redirects]\n\"don-vi/cu/\" = \"don-vi/nam-nhum/\"\n",
            "level = 1\n\n[redirects]\n\"don-vi/cu/\" = \"don-vi/nam-nhun/\"\n",
        ),
    },
    Explanation {
        name: "redirect-in-steps",
        weight: Error,
        title: ("Chuyển địa chỉ qua nhiều bước", "Led on in several steps"),
        what: ("Địa chỉ mới lại là một địa chỉ đã chuyển.", "The new address is itself one that was moved."),
        why: ("Mỗi bước là một lần chờ, và nhiều máy chủ không đi tiếp.", "Each step is another wait, and many hosts do not go on."),
        fix: ("Cho mỗi địa chỉ cũ dẫn thẳng đến trang hiện có.", "Let each old address lead straight to the page there is."),
        example: small(
            SETTINGS,
            "level = 1\n",
            "level = 1\n\n[redirects]\n\"cu/\" = \"cu-hon/\"\n\"cu-hon/\" = \"don-vi/nam-nhun/\"\n",
            "level = 1\n\n[redirects]\n\"cu/\" = \"don-vi/nam-nhun/\"\n\"cu-hon/\" = \"don-vi/nam-nhun/\"\n",
        ),
    },
    Explanation {
        name: "addresses-damaged",
        weight: Error,
        title: ("Tệp nhớ địa chỉ bị sửa", "The file of addresses was edited"),
        what: (
            "content/addresses.txt do minhbach release viết ra; có dòng bị sửa hoặc còn dấu trộn của git.",
            "content/addresses.txt is written by minhbach release; a line was changed, or git left its marks in it.",
        ),
        why: ("Tệp này nhớ mọi địa chỉ đã công bố, để không liên kết nào gãy.", "It remembers every published address, so that no link breaks."),
        fix: ("Lấy lại tệp từ bản sao lưu hay git.", "Get the file back from a backup or from git."),
        example: case("addresses-damaged", "content/addresses.txt", "<<<<<<< HEAD\n", "phuong-phap/ 2024-q1\n"),
    },
];
