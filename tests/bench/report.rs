//! Made-up reports: three for every district and year, on which its figures rest, and news besides.
//!
//! Invariant: a report's id depends on its subject alone, so that sheets can name their sources before
//! the reports are written.

use crate::chance::Chance;
use crate::numeral::{rate, written};
use crate::place::{Places, commune, slug};
use crate::programme::{Programme, Programmes};
use crate::prose::{MONEY, MONEY_HEADINGS, SUBJECTS, Subject, VOICES};
use crate::sheet::Sheet;

/// What a report is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The year's money was assigned.
    Plan,
    /// Half the year is over.
    Midyear,
    /// The year is over; published in the next.
    Yearend,
    /// News, told apart by its number.
    News(u64),
}

/// One report to write.
pub struct Report {
    /// Its district.
    pub district: usize,
    /// The year it tells of.
    pub year: u64,
    /// What it is for.
    pub occasion: Occasion,
}

/// What reports draw upon.
pub struct World<'w> {
    /// Areas.
    pub places: &'w Places,
    /// Programmes and indicators.
    pub programmes: &'w Programmes,
}

/// All reports of a corpus: plan, midyear and year-end of every district and year, then news, more of it
/// in later years, as such sites grow.
pub fn all(districts: usize, years: &[u64], count: u64) -> Vec<Report> {
    let weights: Vec<u64> = years.iter().enumerate().flat_map(|(at, year)| std::iter::repeat_n(*year, at + 1)).collect();
    let sheets = districts as u64 * years.len() as u64;
    let report = |number: u64| {
        let (round, sheet) = (number / sheets, number % sheets);
        let (district, year) = ((sheet % districts as u64) as usize, years[(sheet / districts as u64) as usize]);
        let occasion = match round {
            0 => Occasion::Plan,
            1 => Occasion::Midyear,
            2 => Occasion::Yearend,
            _ => {
                let mut chance = Chance::of(&[3, number]);
                return Report { district: chance.index(districts), year: *chance.pick(&weights), occasion: Occasion::News(number) };
            }
        };
        Report { district, year, occasion }
    };
    (0..count).map(report).collect()
}

impl Report {
    /// The year whose folder and archive it lies in.
    pub fn folder(&self) -> u64 {
        if self.occasion == Occasion::Yearend { self.year + 1 } else { self.year }
    }

    /// Its id.
    pub fn slug(&self, places: &Places) -> String {
        let area = &places.districts[self.district].id;
        match self.occasion {
            Occasion::Plan => format!("{area}-giao-von-{}", self.year),
            Occasion::Midyear => format!("{area}-giai-ngan-6-thang-{}", self.year),
            Occasion::Yearend => format!("{area}-ket-qua-{}", self.year),
            Occasion::News(number) => format!("{area}-{}-{number}", self.subject().id),
        }
    }

    fn chance(&self, part: u64) -> Chance {
        let occasion = match self.occasion {
            Occasion::Plan => 0,
            Occasion::Midyear => 1,
            Occasion::Yearend => 2,
            Occasion::News(number) => 3 + number,
        };
        Chance::of(&[4, self.district as u64, self.year, occasion, part])
    }

    fn subject(&self) -> &'static Subject {
        self.chance(0).pick(&SUBJECTS)
    }

    /// The whole file: front matter and text.
    pub fn text(&self, world: &World<'_>) -> String {
        let mut chance = self.chance(1);
        let programme = chance.pick(&world.programmes.all);
        let words = Words::new(&world.places.districts[self.district].name, self, &mut chance);
        let (title, lead) = self.headline(world, programme, &words, &mut chance);
        let front = self.front(world, programme, &words, [&title, &lead], &mut chance);
        let body = self.body(world, programme, &words, &mut chance);
        format!("---\n{front}---\n{body}")
    }

    fn headline(&self, world: &World<'_>, programme: &Programme, words: &Words, chance: &mut Chance) -> (String, String) {
        let sheet = Sheet::of(world.programmes, self.district, self.year);
        let (area, year) = (&words.district, self.year);
        let (title, told) = match self.occasion {
            Occasion::Plan => (
                format!("Huyện {area} giao vốn các chương trình mục tiêu quốc gia năm {year}"),
                sheet.promise(programme).map(|p| format!("Năm {year}, huyện {area} {p}.")),
            ),
            Occasion::Midyear => (
                format!("Sáu tháng đầu năm {year}, huyện {area} giải ngân đến đâu"),
                sheet.outcome(programme, true).map(|o| format!("Đến ngày 30/6/{year}, huyện {area} {o}.")),
            ),
            Occasion::Yearend => (
                format!("Kết quả năm {year} của huyện {area} qua các con số"),
                sheet.outcome(programme, false).map(|o| format!("Đến ngày 31/12/{year}, huyện {area} {o}.")),
            ),
            Occasion::News(_) => (words.fill(chance.pick::<&str>(self.subject().titles), chance), None),
        };
        let lead = words.fill(chance.pick::<&str>(self.subject().leads), chance);
        (title, told.map_or(lead.clone(), |told| format!("{told} {}", lead.split_inclusive(". ").last().unwrap_or(&lead))))
    }

    fn front(&self, world: &World<'_>, programme: &Programme, words: &Words, headline: [&str; 2], chance: &mut Chance) -> String {
        let [title, lead] = headline;
        let places = world.places;
        let area = &places.districts[self.district];
        let (month, day) = (words.published, chance.between(2, 26));
        let mut areas = vec![area.id.as_str()];
        let neighbours: Vec<&str> = places.districts.iter().filter(|d| d.province == area.province && d.id != area.id).map(|d| d.id.as_str()).collect();
        let others = if matches!(self.occasion, Occasion::News(_)) { chance.between(0, 2) } else { 0 };
        for _ in 0..others.min(neighbours.len() as u64) {
            let next = *chance.pick(&neighbours);
            if !areas.contains(&next) {
                areas.push(next);
            }
        }
        let mut programmes = vec![programme.id.as_str()];
        if !matches!(self.occasion, Occasion::News(_)) {
            programmes.extend(world.programmes.all.iter().map(|p| p.id.as_str()).filter(|id| *id != programme.id));
        }
        let mut authors = String::new();
        let writer = chance.index(AUTHORS.len());
        for at in 0..chance.between(1, 2) as usize {
            authors += &format!("  - {}\n", AUTHORS[(writer + at) % AUTHORS.len()]);
        }
        let folder = self.folder();
        format!(
            "title: {title}\nlead: {lead}\npublished: {folder}-{month:02}-{day:02}\nauthors:\n{authors}areas: [{}]\nprogrammes: [{}]\nyear: {folder}\nsource:\n  name: Trang thông tin điện tử huyện {}\n  title: {}\n  date: {folder}-{month:02}-{:02}\n",
            areas.join(", "),
            programmes.join(", "),
            area.name,
            self.original_title(&area.name),
            day - 1,
        )
    }

    fn original_title(&self, area: &str) -> String {
        match self.occasion {
            Occasion::Plan => format!("Nghị quyết về phân bổ vốn năm {} trên địa bàn huyện {area}", self.year),
            Occasion::Midyear => format!("Báo cáo tình hình thực hiện sáu tháng đầu năm {} huyện {area}", self.year),
            Occasion::Yearend => format!("Báo cáo kết quả thực hiện năm {} huyện {area}", self.year),
            Occasion::News(number) => format!("Tin hoạt động số {number} của huyện {area}"),
        }
    }

    fn body(&self, world: &World<'_>, programme: &Programme, words: &Words, chance: &mut Chance) -> String {
        let subject = self.subject();
        let paragraphs = chance.between(4, 8) as usize;
        // Sentences run to some twenty words each: 150 to 400 words in all.
        let sentences = chance.between(8, 17).max(paragraphs as u64 + 2) as usize;
        let mut pool = self.pool(subject, sentences, chance);
        let area = &world.places.districts[self.district];
        let province = world.places.province_of(self.district);
        let mut text = format!(
            "Huyện [{}](area:{}), tỉnh {}, thực hiện chương trình [{}](programme:{}) trong năm {}.",
            area.name, area.id, province.name, programme.short, programme.id, self.year
        );
        let heading_before = paragraphs / 2;
        let table_after = chance.happens(30).then_some(heading_before);
        for paragraph in 0..paragraphs {
            if paragraph == heading_before {
                let heading = if chance.happens(50) { chance.pick(&MONEY_HEADINGS) } else { chance.pick(subject.headings) };
                text += &format!("## {heading}\n\n");
            }
            let left = paragraphs - paragraph;
            for _ in 0..pool.len().div_ceil(left) {
                let sentence = pool.remove(0);
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                text.push_str(&words.fill(sentence, chance));
            }
            text.push_str("\n\n");
            if table_after == Some(paragraph) {
                text.push_str(&table(words, chance));
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// The sentences of this report in their order: the subject, then money, then what people say.
    fn pool(&self, subject: &'static Subject, sentences: usize, chance: &mut Chance) -> Vec<&'static str> {
        let mut parts = [subject.sentences.to_vec(), MONEY.to_vec(), VOICES.to_vec()];
        let about_money = !matches!(self.occasion, Occasion::News(_));
        let money = if about_money { sentences / 2 } else { sentences / 4 };
        let voices = sentences / 4;
        let counts = [sentences - money - voices, money, voices];
        let mut pool = Vec::new();
        for (part, count) in parts.iter_mut().zip(counts) {
            chance.shuffle(part);
            pool.extend(part.iter().take(count));
        }
        pool
    }
}

/// A small table of communes with what they planned and spent.
fn table(words: &Words, chance: &mut Chance) -> String {
    let mut text = "| Xã | Kế hoạch (triệu đồng) | Đã giải ngân | Tỷ lệ |\n|---|---:|---:|---:|\n".to_owned();
    let mut communes = vec![words.commune.clone(), words.other_commune.clone()];
    communes.extend((0..chance.between(1, 3)).map(|_| commune(chance)));
    for name in communes {
        let plan = chance.between(800, 9_000);
        let paid = plan * chance.between(12, 97) / 100;
        text += &format!("| {name} | {} | {} | {} |\n", written(plan, 0), written(paid, 0), rate(paid, plan, 1));
    }
    text + "\n"
}

/// The places a report names throughout.
struct Words {
    district: String,
    commune: String,
    other_commune: String,
    village: String,
    year: u64,
    /// Month of publication.
    published: u64,
    /// Months of the year it can tell of.
    months: u64,
}

impl Words {
    fn new(district: &str, report: &Report, chance: &mut Chance) -> Words {
        let published = match report.occasion {
            Occasion::Plan => chance.between(1, 2),
            Occasion::Midyear => 7,
            Occasion::Yearend => 1,
            Occasion::News(_) => chance.between(2, 12),
        };
        // What is told of the year's months lies before the day of publication, but for a plan, which
        // looks back on the year before.
        let months = if matches!(report.occasion, Occasion::Plan | Occasion::Yearend) { 12 } else { published - 1 };
        let commune_name = commune(chance);
        // Two communes of one district do not share a name.
        let other_commune =
            (0..9).map(|_| commune(chance)).find(|other| slug(other) != slug(&commune_name)).unwrap_or_else(|| format!("{commune_name} Thượng"));
        Words { district: district.to_owned(), commune: commune_name, other_commune, village: commune(chance), year: report.year, published, months }
    }

    /// A sentence with its places and numbers put in.
    fn fill(&self, sentence: &str, chance: &mut Chance) -> String {
        let mut text = String::new();
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&match slot {
                "huyen" => self.district.clone(),
                "xa" => self.commune.clone(),
                "xa2" => self.other_commune.clone(),
                "thon" => self.village.clone(),
                "nam" => self.year.to_string(),
                "so" => written(chance.between(34, 1_280), 0),
                "it" => chance.between(2, 9).to_string(),
                "tien" => written(chance.between(180, 24_000), 0),
                "pt" => format!("{}%", written(chance.between(123, 968), 1)),
                "km" => written(chance.between(11, 98), 1),
                "thang" => chance.between(1, self.months).to_string(),
                unknown => unreachable!("no report knows what {unknown} is"), // OK because prose.rs lists every slot.
            });
            rest = after;
        }
        text + rest
    }
}

const AUTHORS: [&str; 14] = [
    "Lò Thị Mai",
    "Hoàng Văn Thắng",
    "Nguyễn Thu Hà",
    "Giàng A Páo",
    "Trần Quốc Toàn",
    "Vàng Thị Dín",
    "Đinh Công Sơn",
    "Phạm Hồng Nhung",
    "Y Thu Trang",
    "A Lăng Bình",
    "Lý Mùi Pham",
    "Quách Thị Yến",
    "Sầm Văn Lực",
    "Bùi Minh Khuê",
];
