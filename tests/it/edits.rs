//! What is edited in a year, for the laws that hold after any edit.

use crate::site::Site;

/// A copy of the repository's site that is built quickly: without its handbook, and two of its programmes without
/// their trees of components, which make half of its pages.
pub fn quick() -> Site {
    let site = Site::repository();
    // Cards are drawn in `cards.rs`, which holds them to the same laws.
    site.replace("site.toml", "minify = \"full\"", "minify = \"quick\"\ncards = false");
    for programme in ["dtts-mn", "gnbv"] {
        let path = format!("content/programmes/{programme}.yaml");
        let mut inside = false;
        let text = site.read(&path);
        let kept = text.lines().filter(|line| {
            if !line.starts_with([' ', '#']) {
                inside = line.starts_with("components:");
            }
            !inside && !line.trim_start().starts_with("component: ")
        });
        site.write(&path, kept.map(|line| format!("{line}\n")).collect::<String>());
    }
    for file in site.files("content/pages").iter().map(|(path, _)| path).filter(|path| path.starts_with("so-tay")) {
        site.remove(&format!("content/pages/{file}"));
    }
    for (about, link) in [("about.md", "[Sổ tay người làm trang](page:so-tay)"), ("about.en.md", "[handbook for authors](page:so-tay)")] {
        site.replace(&format!("content/pages/{about}"), link, "Sổ tay");
    }
    site
}

/// The same with two districts of two provinces and a report of each: three fifths of its pages, of every kind.
pub fn two_districts() -> Site {
    const PLACES: [&str; 5] = ["lai-chau", "nam-nhun", "yen-bai", "lao-cai", "tram-tau"];
    const REPORTS: [&str; 2] = ["nam-nhun-quy-1-2024", "tram-tau-ke-hoach-2024"];
    let site = quick();
    for (folder, kept) in [("content/areas", &PLACES[..]), ("content/reports", &REPORTS[..])] {
        for (file, _) in site.files(folder) {
            if !kept.iter().any(|name| file.split('/').any(|part| part == *name)) {
                site.remove(&format!("{folder}/{file}"));
            }
        }
    }
    for about in ["content/pages/about.md", "content/pages/about.en.md"] {
        let text = site.read(about);
        let names_none_that_is_gone = |line: &&str| !line.contains("](report:") || REPORTS.iter().any(|report| line.contains(report));
        site.write(about, text.lines().filter(names_none_that_is_gone).map(|line| format!("{line}\n")).collect::<String>());
    }
    site
}

/// One edit of a site, and what it is.
pub type Edit = (&'static str, fn(&Site) -> &Site);

/// What a newsroom does in a year. Each edit is made on top of the ones before.
pub const OF_FIGURES_AND_REPORTS: &[Edit] = &[
    ("the text of a report", |s| s.replace("content/reports/2024/nam-nhun-quy-1-2024/index.md", "\n---\n", "\n---\nMột câu mới ở đầu bài.\n\n")),
    ("the title of a report", |s| s.replace("content/reports/2024/nam-nhun-quy-1-2024/index.md", "title: ", "title: Tin mới – ")),
    ("the English title of a report", |s| s.replace("content/reports/2023/sop-cop-ket-qua-2023/index.en.md", "title: ", "title: News - ")),
    ("the English text of a report", |s| s.replace("content/reports/2023/sop-cop-ket-qua-2023/index.en.md", "\n---\n", "\n---\nA new sentence.\n\n")),
    ("the day a report was published", |s| s.replace("content/reports/2024/tram-tau-ke-hoach-2024/index.md", "published: ", "published: 2024-06-30 #")),
    ("a result", |s| restated(s, "content/areas/nam-nhun/2024/results.yaml", "nam-nhun-quy-1-2024", "13.704", "13.705")),
    ("a plan", |s| restated(s, "content/areas/nam-nhun/2024/plan.yaml", "nam-nhun-quy-1-2024", "49.416", "49.417")),
    ("the plan of an area far from its reports", |s| {
        let target = "](figure:dai-tu/2023/";
        restated(s, "content/areas/dai-tu/2023/plan.yaml", "thai-nguyen-tiep-tuc-thuc-hien", &format!("2023{target}"), &format!("2024{target}"));
        s.replace("content/areas/dai-tu/2023/plan.yaml", "target: 2023", "target: 2024")
    }),
    ("the name of an area", |s| s.replace("content/areas/nam-nhun/area.yaml", "vi: Nậm Nhùn\n", "vi: Nậm Nhùn mới\n")),
    ("names of a province, a programme, an indicator and a document", |s| {
        s.replace("content/areas/thai-nguyen/area.yaml", "vi: Thái Nguyên\n", "vi: Thái Nguyên cũ\n");
        s.replace("content/programmes/ntm.yaml", "vi: Nông thôn mới\n", "vi: Làng mới\n");
        s.replace("content/programmes/gnbv.yaml", "vi: Tỷ lệ hộ nghèo\n", "vi: Tỷ lệ nghèo\n");
        s.replace("content/documents/qd-1719-2021.yaml", "vi: ", "vi: Sửa – ")
    }),
    ("the title of the site", |s| s.replace("site.toml", "Minh bạch các", "Công khai các")),
    ("when something is on track", |s| s.replace("site.toml", "on_track_margin = \"10\"", "on_track_margin = \"0\"")),
    ("a further report, one on a page of the list", |s| {
        s.replace("site.toml", "reports_per_page = 20", "reports_per_page = 1");
        s.write("content/reports/2025/bai-moi/index.md", NEW).write("content/reports/2025/bai-moi/anh.svg", PICTURE);
        s.write("content/reports/2025/bai-moi/index.en.md", "---\ntitle: A new one\nlead: Briefly.\npictures:\n  - file: anh.svg\n    alt: A house\n    caption: A house.\n    credit: The editors\n---\nOne.\n")
    }),
    ("a title that another report links to", |s| s.replace("content/reports/2023/thai-nguyen-tiep-tuc-thuc-hien/index.md", "title: ", "title: Sửa – ")),
    ("a picture drawn anew", |s| s.write("content/reports/2025/bai-moi/anh.svg", PICTURE.replace("640 360", "640 480"))),
    ("a picture under another name", |s| {
        s.remove("content/reports/2025/bai-moi/anh.svg").write("content/reports/2025/bai-moi/nha.svg", PICTURE);
        for file in ["index.md", "index.en.md"] {
            let path = format!("content/reports/2025/bai-moi/{file}");
            s.write(&path, s.read(&path).replace("anh.svg", "nha.svg"));
        }
        s
    }),
    ("a report in one language only", |s| s.remove("content/reports/2025/bai-moi/index.en.md")),
    ("a report in another year", |s| s.replace("content/reports/2025/bai-moi/index.md", "published: 2025-03-01", "published: 2022-03-01")),
    ("a report kept back as a draft", |s| s.replace("content/reports/2025/bai-moi/index.md", "title: ", "draft: true\ntitle: ")),
    ("two old reports", |s| {
        s.write("content/reports/2019/cu-mot.md", OLD).write("content/reports/2019/cu-hai.md", OLD.replace("cũ", "cũ hơn"));
        s.replace("content/reports/2025/bai-moi/index.md", "draft: true\n", "")
    }),
    ("an old report gone", |s| s.remove("content/reports/2019/cu-hai.md")),
    ("links without words, to a report and to figures", |s| {
        s.replace("content/reports/2025/bai-moi/index.md", "\n---\n", "\n---\nXem [](figure:sop-cop/2023/dtts-mn/assigned).\n\n");
        s.replace("content/pages/about.md", "\n---\n", "\n---\nXem [](figure:sop-cop/2023/dtts-mn/assigned), [](report:sop-cop-ket-qua-2023).\n\n")
    }),
    ("links without words to pages written by hand", |s| {
        s.replace("content/reports/2025/bai-moi/index.md", "\n---\n", "\n---\nXem [](page:contact), [](page:method).\n\n");
        s.replace("content/pages/about.md", "\n---\n", "\n---\nXem [](page:contact), [](page:method).\n\n")
    }),
    ("the titles of those pages", |s| {
        s.replace("content/pages/method.md", "title: ", "title: Sửa – ");
        s.replace("content/pages/contact.md", "title: ", "title: Sửa – ")
    }),
    ("a figure that is linked to from afar", |s| restated(s, "content/areas/sop-cop/2023/plan.yaml", "sop-cop-ket-qua-2023", "81.923,000", "81.924,000")),
    ("a report that is linked to from a page", |s| s.replace("content/reports/2023/sop-cop-ket-qua-2023/index.md", "title: ", "title: Sửa – ")),
    ("a report gone", |s| s.remove("content/reports/2025/bai-moi/index.md").remove("content/reports/2025/bai-moi/nha.svg")),
];

/// Changes a number where it is typed in the data and wherever its report says it, in both languages: neither may
/// change without the other.
fn restated<'s>(site: &'s Site, data: &str, report: &str, from: &str, to: &str) -> &'s Site {
    let english = |number: &str| {
        number
            .chars()
            .map(|c| {
                if c == '.' {
                    ','
                } else if c == ',' {
                    '.'
                } else {
                    c
                }
            })
            .collect::<String>()
    };
    let year = if site.path().join("content/reports/2023").join(report).is_dir() { "2023" } else { "2024" };
    let files = [
        (data.to_owned(), false),
        (format!("content/reports/{year}/{report}/index.md"), false),
        (format!("content/reports/{year}/{report}/index.en.md"), true),
    ];
    for (file, in_english) in files {
        let (from, to) = if in_english { (english(from), english(to)) } else { (from.to_owned(), to.to_owned()) };
        site.write(&file, site.read(&file).replace(&from, &to));
    }
    site
}

/// What an editor of the whole site does. Each edit is made on top of the ones before.
pub const OF_PLACES_PAGES_AND_THEME: &[Edit] = &[
    ("a further area with two periods and a work", |s| {
        s.write("content/areas/muong-te/area.yaml", "name:\n  vi: Mường Tè\n  en: Muong Te\nkind: district\nparent: lai-chau\n");
        s.write("content/areas/muong-te/2024/plan.yaml", PLAN.replace("2025", "2024")).write("content/areas/muong-te/2025/plan.yaml", PLAN);
        s.write(
            "content/areas/muong-te/works/cau.yaml",
            "name:\n  vi: Cầu bản Một\n  en: Bridge\nprogramme: ntm\nstatus: implementation\nphysical_progress: 60%\nas_of: 2025-03-31\nsource: qd-1719-2021\n",
        )
    }),
    ("a second version of a plan", |s| {
        s.write("content/areas/muong-te/2025/plan.v2.yaml", format!("{PLAN}document: qd-90-2022\ndate: 2025-05-01\nreason: Điều chỉnh\n").replace("100", "90"))
    }),
    ("results of one period", |s| s.write("content/areas/muong-te/2025/results.yaml", RESULTS)),
    ("the day of the results of one period", |s| s.replace("content/areas/muong-te/2025/results.yaml", "2025-03-31", "2025-06-30")),
    ("a period gone", |s| {
        s.remove("content/areas/muong-te/2025/plan.yaml").remove("content/areas/muong-te/2025/plan.v2.yaml").remove("content/areas/muong-te/2025/results.yaml")
    }),
    ("an area gone", |s| {
        s.remove("content/areas/muong-te/area.yaml").remove("content/areas/muong-te/2024/plan.yaml").remove("content/areas/muong-te/works/cau.yaml")
    }),
    ("the page about the site", |s| s.replace("content/pages/about.md", "\n---\n", "\n---\nThêm một câu.\n\n")),
    ("the page on the method, and a page of its own", |s| {
        s.replace("content/pages/method.en.md", "\n---\n", "\n---\nOne more sentence.\n\n");
        s.write("content/pages/huong-dan.md", "---\ntitle: Hướng dẫn\n---\nĐọc [Nậm Nhùn](area:nam-nhun).\n")
    }),
    ("a page of its own gone", |s| s.remove("content/pages/huong-dan.md")),
    ("a theme of its own", |s| {
        s.replace("site.toml", "theme = \"default\"", "theme = \"rieng\"");
        s.write(
            "themes/rieng/layouts/area.html",
            "{% extends \"default/layouts/area.html\" %}{% block content %}<p>Riêng</p>{{ super() }}{% endblock content %}",
        )
    }),
    ("a template of the theme", |s| s.replace("themes/rieng/layouts/area.html", "Riêng", "Của huyện")),
    ("a word, a style and a static file of the theme", |s| {
        s.write("themes/rieng/i18n/vi.ftl", "nav-areas = Nơi\n").write("themes/rieng/static/dau.svg", PICTURE);
        s.write("themes/rieng/components/banner/banner.css", ".banner { border: 1px solid var(--line) }\n")
    }),
    ("files of the theme gone", |s| s.remove("themes/rieng/layouts/area.html").remove("themes/rieng/static/dau.svg")),
    ("a colour, and the theme put away", |s| {
        s.replace("site.toml", "theme = \"rieng\"", "theme = \"default\"");
        s.replace("site.toml", "[standing]", "[colours]\nbrand = \"#224466\"\n\n[standing]")
    }),
    ("pages left as they are, at another address", |s| {
        s.replace("site.toml", "minify = \"quick\"", "minify = \"off\"");
        s.replace("site.toml", "https://minhbach.example/", "https://minhbach.example/trang/")
    }),
];

const PLAN: &str = "year: 2025\nmoney_unit: triệu đồng\nsource: qd-1719-2021\nbudget:\n  - programme: ntm\n    capital: investment\n    assigned: 100\n";

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\"><rect width=\"640\" height=\"360\" fill=\"#ccc\"/></svg>\n";

const NEW: &str = "---\ntitle: Bài mới\nlead: Ngắn gọn.\npublished: 2025-03-01\nareas: [nam-nhun, thai-nguyen]\nprogrammes: [ntm]\ndocuments: [qd-1719-2021]\nsource:\n  name: Trang của huyện\ncover: anh.svg\npictures:\n  - file: anh.svg\n    alt: Một ngôi nhà\n    caption: Ngôi nhà.\n    credit: Nhóm biên tập\n    illustration: true\n---\nXem [bài trước](report:thai-nguyen-tiep-tuc-thuc-hien) và [](report:thai-nguyen-tiep-tuc-thuc-hien).\n\n![](anh.svg)\n";

const RESULTS: &str = "year: 2025\nmoney_unit: triệu đồng\nsnapshots:\n  - as_of: 2025-03-31\n    source: qd-1719-2021\n    budget:\n      - programme: ntm\n        capital: investment\n        disbursed: 10\n";

const OLD: &str = "---\ntitle: Bài cũ\nlead: Ngắn gọn.\npublished: 2019-03-01\nareas: [nam-nhun]\nsource:\n  name: Trang của huyện\n---\nMột.\n";
