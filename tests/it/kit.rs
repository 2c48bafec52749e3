//! Notice kits: what they say is what the pages say, they fit what they are for, and they come and go with `--kit`.

use super::page::{Element, page};
use super::site::Site;

/// The small site, with an address and a telephone.
fn small() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nbase_url = \"https://minhbach.example/\"");
    site.replace("site.toml", "name = \"Nhóm thử\"", "name = \"Nhóm thử\"\nphone = \"0213 000 125\"");
    site
}

fn has_code(sheet: &Element) -> bool {
    sheet.named("path").iter().any(|path| path.attribute("class") == Some("kit__ink"))
}

const KIT: &str = "public/don-vi/nam-nhun/2024/bo-thong-bao/";

#[test]
fn a_kit_has_a_sheet_and_three_texts() {
    let site = small();
    site.run(&["build", "--kit"]).ended(0);
    assert_eq!(
        site.read(&format!("{KIT}loa.txt")),
        "Kính thưa bà con! Nhóm thử xin thông báo. Huyện Nậm Nhùn, năm hai nghìn không trăm hai mươi tư.\n\n\
         Tính đến ngày ba mươi mốt tháng ba năm hai nghìn không trăm hai mươi tư, huyện Nậm Nhùn đã giải ngân bảy trăm tám mươi triệu đồng trong hai nghìn bốn trăm tám mươi bảy triệu đồng, đạt ba mươi mốt phẩy bốn phần trăm. Phạm vi: Nông thôn mới, vốn đầu tư.\n\n\
         Nông thôn mới, vốn đầu tư: vốn hai nghìn bốn trăm tám mươi bảy triệu đồng (vốn giao); đã giải ngân bảy trăm tám mươi triệu đồng; đạt ba mươi mốt phẩy bốn phần trăm. Đúng tiến độ.\n\n\
         Số xã đạt chuẩn: kế hoạch mười xã; thực hiện bốn xã; tiến độ bốn mươi phẩy không phần trăm. Đúng tiến độ.\n\n\
         Bà con thấy số nào chưa đúng hoặc cần hỏi thêm, xin gọi số điện thoại không hai một ba, không không không, một hai năm.\n\n\
         Bảng số được niêm yết và đăng trên mạng để bà con cùng xem và kiểm tra; quét mã trên tờ niêm yết để mở trang.\n\n\
         Xin cảm ơn bà con đã lắng nghe.\n"
    );
    assert_eq!(
        site.read(&format!("{KIT}tin-nhan.txt")),
        "Nam Nhun 2024 den 31/03/2024: giai ngan 780 trieu dong trong 2.487 trieu dong, dat 31,4% (Nong thon moi, von dau tu). minhbach.example/don-vi/nam-nhun/2024/"
    );
    let zalo = site.read(&format!("{KIT}zalo.txt"));
    assert!(zalo.starts_with("Huyện Nậm Nhùn, năm 2024\n\nTính đến 31/03/2024, huyện Nậm Nhùn đã giải ngân 780 triệu đồng"), "{zalo}");
    assert!(zalo.contains("▶ Số xã đạt chuẩn: kế hoạch 10 xã; thực hiện 4 xã"), "{zalo}");
    assert!(zalo.contains("https://minhbach.example/don-vi/nam-nhun/2024/\n"), "{zalo}");
    let sheet = page("notice", &site.read(&format!("{KIT}index.html")));
    let words = sheet.words();
    for told in ["Nhóm thử", "Thông báo: Huyện Nậm Nhùn, năm 2024", "780", "2.487", "31,4%", "0213 000 125", "minhbach.example/don-vi/nam-nhun/2024/"]
    {
        assert!(words.contains(told), "{told}: {words}");
    }
    assert!(has_code(&sheet), "the address is a QR code");
    let period = page("period", &site.read("public/don-vi/nam-nhun/2024/index.html"));
    assert!(period.links().contains(&"bo-thong-bao/"), "the page of the period leads to its kit");
    assert!(!site.read("public/sitemap.xml").contains("bo-thong-bao"), "search engines find the page itself");
}

#[test]
fn kits_come_and_go_and_a_second_build_writes_nothing() {
    let site = small();
    site.run(&["build"]).ended(0);
    let without = site.files("public");
    assert!(site.run(&["build", "--kit"]).ended(0).out.contains("new or changed"));
    let with = site.files("public");
    assert_eq!(with.iter().filter(|(path, _)| path.contains("bo-thong-bao")).count(), 4);
    assert!(site.run(&["build", "--bo-thong-bao"]).ended(0).out.contains("0 files new or changed"));
    site.run(&["build", "--kit", "--fresh", "--out", "again"]).ended(0);
    assert_eq!(site.files("again"), with, "from memory as from the beginning");
    site.run(&["build"]).ended(0);
    assert_eq!(site.files("public"), without, "without --kit they are gone");
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\nkit = true");
    site.run(&["build", "--out", "again"]).ended(0);
    assert_eq!(site.files("again"), with, "the setting is the same as the option");
}

#[test]
fn a_kit_follows_its_figures_and_nothing_missing_becomes_zero() {
    let site = small();
    site.run(&["build", "--kit"]).ended(0);
    site.replace(
        "content/areas/nam-nhun/2024/results.yaml",
        "disbursed: 780\n        stated_rate: 31,4%\n        rate_of: assigned",
        "disbursed: chưa có số liệu",
    );
    site.run(&["build", "--kit"]).ended(0);
    for file in ["loa.txt", "zalo.txt", "tin-nhan.txt"] {
        let text = site.read(&format!("{KIT}{file}"));
        let no_figures = if file == "tin-nhan.txt" { "giai ngan chua co so lieu" } else { "giải ngân: chưa có số liệu" };
        assert!(text.contains(no_figures), "{file}: {text}");
        assert!(!text.contains("780") && !text.contains("bảy trăm") && !text.contains("0 triệu") && !text.contains("không triệu"), "{file}: {text}");
    }
}

#[test]
fn without_an_address_the_sheet_has_no_code_and_the_build_says_so() {
    let site = Site::small();
    let said = site.run(&["build", "--kit"]).ended(0);
    assert!(said.err.contains("MB0504"), "{}", said.err);
    assert!(!has_code(&page("notice", &site.read(&format!("{KIT}index.html")))));
    assert!(!site.read(&format!("{KIT}tin-nhan.txt")).contains("http"));
    // Under --strict a warning stops the build.
    site.run(&["build", "--kit", "--strict"]).ended(1);
}

#[test]
fn every_kit_of_this_repository_fits_its_medium_and_says_what_its_page_says() {
    let site = Site::repository();
    site.run(&["build", "--kit"]).ended(0);
    let numbers = |text: &str| -> Vec<String> {
        let marks = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        text.split(|c: char| !marks(c)).map(|n| n.trim_matches(['.', ',']).to_owned()).filter(|n| n.chars().any(|c| c.is_ascii_digit())).collect()
    };
    let mut seen = 0;
    for (path, bytes) in site.files("public") {
        let Some((folder, file)) = path.rsplit_once('/') else { continue };
        if !file.ends_with(".txt") || !(folder.ends_with("bo-thong-bao") || folder.ends_with("notice-kit")) {
            continue;
        }
        seen += 1;
        let text = String::from_utf8(bytes).expect("texts are UTF-8");
        match file {
            "tin-nhan.txt" | "sms.txt" => {
                assert!(text.len() <= 160, "{path}: {} {text}", text.len());
                assert!(text.bytes().all(|b| (b' '..=b'z').contains(&b) && !b"[]\\^`".contains(&b)), "{path}: {text}");
            }
            "loa.txt" | "loudspeaker.txt" => assert!(text.split_whitespace().count() <= 300, "{path}: {text}"),
            _ => {}
        }
        let parent = folder.rsplit_once('/').expect("a kit lies below its page").0;
        let told = page(parent, &site.read(&format!("public/{parent}/index.html"))).words();
        let there = numbers(&told);
        // A line of Zalo begins with its mark.
        for line in text.lines().filter(|line| line.starts_with(['✔', '▶', '▼', '–'])) {
            for number in numbers(line) {
                assert!(there.contains(&number), "{path}: {number} in {line:?} is not on its page");
            }
        }
    }
    assert!(seen > 20, "{seen} texts");
}
