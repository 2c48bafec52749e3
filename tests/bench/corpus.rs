//! A whole site to measure with: settings, programmes, areas with plans and results, and reports.
//!
//! Invariant: the same size and the same programme files give the same bytes, on every machine.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::numeral;
use crate::place::{Place, Places};
use crate::programme::{self, Programmes};
use crate::report::{self, Occasion, Report, World};
use crate::sheet::{Sheet, Sources};

/// How large a corpus is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Its letter.
    pub letter: &'static str,
    /// Districts with plans and results; provinces come on top, one for every 25.
    pub areas: usize,
    /// Years with plans and results; reports on the last of them reach into the next year.
    pub years: u64,
    /// Reports.
    pub reports: u64,
}

/// The sizes the targets are set for, smallest first.
pub const SIZES: [Size; 3] = [
    Size { letter: "S", areas: 50, years: 3, reports: 500 },
    Size { letter: "M", areas: 300, years: 5, reports: 5_000 },
    Size { letter: "L", areas: 700, years: 5, reports: 20_000 },
];

const LAST_YEAR: u64 = 2025;

/// How pages are to be made smaller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Minify {
    /// By the quick whitespace pass.
    Quick,
    /// By minify-html.
    Full,
}

/// A corpus on disk.
pub struct Corpus {
    /// The site's folder.
    pub root: PathBuf,
    changed_report: PathBuf,
    changed_results: Vec<PathBuf>,
}

impl Corpus {
    /// Writes a corpus into `root`, which must be empty or absent.
    pub fn write(root: &Path, size: Size) -> io::Result<Corpus> {
        if root.exists() && fs::read_dir(root)?.next().is_some() {
            return Err(io::Error::other(format!("{} is not empty; name a new folder", root.display())));
        }
        let content = root.join("content");
        fs::create_dir_all(&content)?;
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let programmes = programme::copy(&own, &content)?;
        let places = Places::new(size.areas);
        let years: Vec<u64> = (LAST_YEAR + 1 - size.years..=LAST_YEAR).collect();
        let reports = report::all(size.areas, &years, size.reports);

        write(&content.join("corrections.yaml"), "# Sổ đính chính: chưa có mục nào.\ncorrections: []\n")?;
        for (name, text) in PAGES {
            write(&content.join("pages").join(name), text)?;
        }
        write_areas(&content, &places)?;
        let changed_results = write_sheets(&content, &places, &programmes, &years)?;
        let world = World { places: &places, programmes: &programmes };
        for report in &reports {
            write(&report_path(&content, report, &places), &report.text(&world))?;
        }
        let changed_report = report_path(&content, &reports[reports.len() / 2], &places);
        let corpus = Corpus { root: root.to_owned(), changed_report, changed_results };
        corpus.set_minify(Minify::Full)?;
        Ok(corpus)
    }

    /// Writes the settings with this way of making pages smaller.
    pub fn set_minify(&self, minify: Minify) -> io::Result<()> {
        let way = match minify {
            Minify::Quick => "quick",
            Minify::Full => "full",
        };
        write(&self.root.join("site.toml"), &SITE.replace("{minify}", way))
    }

    /// Adds a sentence to the end of one report.
    pub fn change_report(&self, time: u32) -> io::Result<()> {
        let mut text = fs::read_to_string(&self.changed_report)?;
        let _ = write!(text, "\nBổ sung lần {time}: huyện đã gửi báo cáo đến tỉnh.\n");
        fs::write(&self.changed_report, text)
    }

    /// Raises one counted result of one district by one: the last that is a plain whole number.
    pub fn change_results(&self) -> io::Result<()> {
        let (path, text) = self.raised()?;
        fs::write(path, text)
    }

    /// The file of these results, and what it says then.
    fn raised(&self) -> io::Result<(&Path, String)> {
        for path in &self.changed_results {
            let text = fs::read_to_string(path)?;
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let raised = lines.iter_mut().rev().find_map(|line| {
                let (key, typed) = line.split_once("actual: ")?;
                let next = numeral::next(typed)?;
                *line = format!("{key}actual: {next}");
                Some(())
            });
            if raised.is_some() {
                return Ok((path, lines.join("\n") + "\n"));
            }
        }
        Err(io::Error::other("no district of the corpus has a whole number to change"))
    }

    /// The name of the report that is changed.
    pub fn report(&self) -> String {
        self.changed_report.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Where the page of the results that are changed lies.
    pub fn results_page(&self) -> io::Result<String> {
        let (path, _) = self.raised()?;
        let mut way = path.iter().rev().skip(1).map(|part| part.to_string_lossy());
        let (year, area) = (way.next().unwrap_or_default(), way.next().unwrap_or_default());
        Ok(format!("/don-vi/{area}/{year}/"))
    }

    /// Removes the site and everything an earlier build remembered.
    pub fn forget(&self) -> io::Result<()> {
        for folder in ["public", ".minhbach"] {
            remove(&self.root.join(folder))?;
        }
        Ok(())
    }
}

/// Removes a folder that may be absent.
pub fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn report_path(content: &Path, report: &Report, places: &Places) -> PathBuf {
    content.join("reports").join(report.folder().to_string()).join(format!("{}.md", report.slug(places)))
}

fn write_areas(content: &Path, places: &Places) -> io::Result<()> {
    let file = |place: &Place| content.join("areas").join(&place.id).join("area.yaml");
    for (at, province) in places.provinces.iter().enumerate() {
        let (name, count) = (&province.name, places.districts_in(at));
        let text = format!(
            "# Tỉnh {name}, một tỉnh do máy đặt tên để đo tốc độ.\nname: {name}\nkind: province\nabout: Tỉnh {name} có {count} huyện được theo dõi.\nparts:\n  kind: district\n  count: {count}\n"
        );
        write(&file(province), &text)?;
    }
    for (at, district) in places.districts.iter().enumerate() {
        let (name, province) = (&district.name, places.province_of(at));
        let text = format!(
            "# Huyện {name}, một huyện do máy đặt tên để đo tốc độ.\nname: {name}\nkind: district\nparent: {}\nabout: Huyện {name}, tỉnh {}. Trang có vốn giao, giải ngân và kết quả từng năm.\n",
            province.id, province.name
        );
        write(&file(district), &text)?;
    }
    Ok(())
}

/// Writes every plan and results file; returns the results of the last year.
fn write_sheets(content: &Path, places: &Places, programmes: &Programmes, years: &[u64]) -> io::Result<Vec<PathBuf>> {
    let mut last = Vec::new();
    for (at, district) in places.districts.iter().enumerate() {
        for year in years {
            let sheet = Sheet::of(programmes, at, *year);
            let source = |occasion| Report { district: at, year: *year, occasion }.slug(places);
            let (plan, midyear, yearend) = (source(Occasion::Plan), source(Occasion::Midyear), source(Occasion::Yearend));
            // One plan in five rests on a decision instead of a report.
            let decision = programmes.all.iter().map(|p| p.decision.as_str()).find(|id| !id.is_empty());
            let plan = decision.filter(|_| (at as u64 + year).is_multiple_of(5)).unwrap_or(&plan);
            let sources = Sources { plan, midyear: &midyear, yearend: &yearend };
            let folder = content.join("areas").join(&district.id).join(year.to_string());
            write(&folder.join("plan.yaml"), &sheet.plan(&district.name, &sources))?;
            write(&folder.join("results.yaml"), &sheet.results(&district.name, &sources))?;
            if Some(year) == years.last() {
                last.push(folder.join("results.yaml"));
            }
        }
    }
    Ok(last)
}

const SITE: &str = r#"# Kho mẫu để đo tốc độ: tên nơi, con số và lời văn do máy ghép, không nói về nơi nào có thật.

title = { vi = "Kho mẫu đo tốc độ" }
tagline = { vi = "Tên nơi và con số ở đây do máy ghép, chỉ để đo" }
languages = ["vi"]
numbers = "vi"
base_url = "https://minhbach.example/"
theme = "default"
minify = "{minify}"
reports_per_page = 20

[body]
name = { vi = "Nhóm đo tốc độ" }
person = { vi = "Người đo" }
address = { vi = "Kho mẫu, không có trụ sở" }
email = "do-toc-do@example.org"
licence = { vi = "Số liệu do máy ghép, dùng tự do." }

[standing]
on_track_margin = "10"

[[area_kinds]]
id = "province"
name = { vi = "Tỉnh" }
plural = { vi = "Các tỉnh" }
level = 1

[[area_kinds]]
id = "district"
name = { vi = "Huyện" }
plural = { vi = "Các huyện" }
level = 2

# Bộ tiêu chí của các chương trình nói đến xã.
[[area_kinds]]
id = "commune"
name = { vi = "Xã" }
plural = { vi = "Các xã" }
level = 3
"#;

const PAGES: [(&str, &str); 3] = [
    ("about.md", "---\ntitle: Giới thiệu\n---\nĐây là kho mẫu để đo tốc độ. Tên nơi, con số và lời văn do máy ghép.\n"),
    ("contact.md", "---\ntitle: Liên hệ\n---\nKho mẫu không nhận thư.\n"),
    ("method.md", "---\ntitle: Cách tính\n---\nTỷ lệ giải ngân là số đã giải ngân chia cho vốn giao, làm tròn một lần ở bước cuối.\n"),
];
