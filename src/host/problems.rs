//! The words for what a host would refuse, and for what a page has that its host is told not to allow.
//!
//! May use: config, diag.

use crate::config::Host;
use crate::diag::{Code, Place, Problem, Said, Severity};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[&WITHOUT_ADDRESS, &BEYOND, &REFUSED];

static WITHOUT_ADDRESS: Code = Code { number: "MB1301", name: "host-without-address" };
static BEYOND: Code = Code { number: "MB1302", name: "host-limit" };
static REFUSED: Code = Code { number: "MB1303", name: "page-against-policy" };

fn warning(code: &'static Code, place: Option<Place>, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Warning, place, what, why, fix }
}

/// A site on its way to a host does not know its address.
pub fn without_address(host: Host) -> Problem {
    warning(
        &WITHOUT_ADDRESS,
        Some(Place::whole(&"site.toml".into())),
        Said::new(format!("Trang sắp đưa lên {} mà chưa có base_url.", host.name()), format!("The site is made for {}, but has no base_url.", host.name())),
        Said::new(
            "404.html hiện ở mọi địa chỉ nên liên kết của nó phải đầy đủ; bản đồ trang, nguồn tin, ảnh và địa chỉ khi chia sẻ cũng vậy.",
            "404.html is shown at any address, so its links have to be complete; so have the sitemap, feeds, and what is shown when a page is shared.",
        ),
        Said::new(
            "viết vào site.toml địa chỉ thật, chẳng hạn: base_url = \"https://ten-mien.vn/\"",
            "write the true address into site.toml, such as: base_url = \"https://example.org/\"",
        ),
    )
}

/// More files than the host takes.
pub fn too_many_files(count: usize, most: usize) -> Problem {
    warning(
        &BEYOND,
        None,
        Said::new(format!("Trang có {count} tệp, Cloudflare Pages chỉ nhận {most}."), format!("The site has {count} files; Cloudflare Pages takes {most}.")),
        Said::new("máy chủ sẽ không nhận trang.", "the host will not take the site."),
        Said::new("dùng máy chủ khác (minhbach build --host nginx), hoặc gói trả phí.", "use another host (minhbach build --host nginx), or a paid plan."),
    )
}

/// A file larger than the host takes.
pub fn file_too_large(path: &str, bytes: u64, most: u64) -> Problem {
    warning(
        &BEYOND,
        None,
        Said::new(
            format!("Tệp {path} có {bytes} byte, Cloudflare Pages chỉ nhận đến {most}."),
            format!("The file {path} has {bytes} bytes; Cloudflare Pages takes {most}."),
        ),
        Said::new("máy chủ sẽ không nhận trang.", "the host will not take the site."),
        Said::new("thu nhỏ tệp, chia làm nhiều tệp, hoặc dùng máy chủ khác.", "make the file smaller, split it, or use another host."),
    )
}

/// A site larger than the host takes.
pub fn site_too_large(bytes: u64, most: u64) -> Problem {
    warning(
        &BEYOND,
        None,
        Said::new(format!("Cả trang có {bytes} byte, GitHub Pages chỉ nhận đến {most}."), format!("The site has {bytes} bytes; GitHub Pages takes {most}.")),
        Said::new("máy chủ sẽ không nhận trang.", "the host will not take the site."),
        Said::new("thu nhỏ ảnh và tệp ghi âm, hoặc dùng máy chủ khác.", "make pictures and recordings smaller, or use another host."),
    )
}

/// More moved addresses than the host reads rules for.
pub fn too_many_redirects(count: usize, most: usize) -> Problem {
    let problem = warning(
        &BEYOND,
        None,
        Said::new(
            format!("Có {count} địa chỉ đã chuyển, Cloudflare Pages chỉ đọc {most} quy tắc."),
            format!("{count} addresses are moved; Cloudflare Pages reads {most} rules."),
        ),
        Said::new(
            "những địa chỉ còn lại vẫn chuyển được nhờ trang nằm ở đó, chỉ chậm hơn một chút.",
            "the others are still moved by the pages that lie there, only a little slower.",
        ),
        Said::new("không cần làm gì.", "nothing needs doing."),
    );
    problem.as_notice()
}

/// A header longer than the host reads.
pub fn line_too_long(letters: usize, most: usize) -> Problem {
    warning(
        &BEYOND,
        Some(Place::whole(&"_headers".into())),
        Said::new(
            format!("Chính sách bảo mật dài {letters} chữ, Cloudflare Pages chỉ đọc dòng đến {most}."),
            format!("The security policy has {letters} letters; Cloudflare Pages reads lines of {most}."),
        ),
        Said::new(
            "mỗi kiểu trang có một đoạn màu sắc riêng; quá nhiều kiểu thì dòng này bị bỏ qua và trang mất lớp bảo vệ.",
            "every kind of page has a style of its own; with too many, the line is passed over and pages lose their protection.",
        ),
        Said::new("bớt các tệp layouts/ hoặc <style> riêng trong giao diện của trang.", "have fewer layouts/ or <style> of its own in the site's theme."),
    )
}

/// Something on a page that the policy would stop.
pub fn refused(path: &str, tag: &str) -> Problem {
    warning(
        &REFUSED,
        None,
        Said::new(format!("Trang {path} có thứ mà chính sách bảo mật chặn: {tag}"), format!("The page {path} has something the security policy stops: {tag}")),
        Said::new(
            "máy chủ chỉ cho phép kiểu chữ của giao diện, ảnh và tệp của chính trang; thứ này sẽ không hiện hoặc không chạy.",
            "the host allows styles of the theme and pictures and files of the site itself; this will not be shown or will not run.",
        ),
        Said::new(
            "bỏ nó khỏi giao diện trong themes/, hoặc chép tệp về trang của mình.",
            "take it out of the theme in themes/, or copy the file into the site.",
        ),
    )
}
