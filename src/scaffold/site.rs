//! A whole small site of made-up content: settings, a programme, its decision, two areas with a plan and results, a
//! report bound to its figures, and a page that says whom to ask.
//!
//! Invariant: every file of it says that it is a sample, and without these lines the site is sound.
//!
//! May use: diag, schema.

use super::commented::{Entries, Page, Value};
use super::{NewFile, said, settings};
use crate::diag::Tongue;
use crate::schema::Kind;

/// Kinds of areas a site can be about: id, name and plural in Vietnamese and in English; the highest first.
const KINDS: [(&str, [&str; 2], [&str; 2]); 3] = [
    ("province", ["Tỉnh", "Province"], ["Các tỉnh", "Provinces"]),
    ("district", ["Huyện", "District"], ["Các huyện", "Districts"]),
    ("commune", ["Xã", "Commune"], ["Các xã", "Communes"]),
];

/// The ids of kinds a new site can be about.
pub const KIND_IDS: [&str; 3] = [KINDS[0].0, KINDS[1].0, KINDS[2].0];

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its title.
    pub title: String,
    /// The office that answers.
    pub office: String,
    /// The kind of its areas, one of [`KIND_IDS`].
    pub kind: String,
    /// The year of its figures.
    pub year: i16,
}

/// Every file of the site.
pub fn files(site: &Site, tongue: Tongue) -> Vec<NewFile> {
    let maker = Maker { site, tongue };
    let mut all = vec![maker.settings(), maker.programme(), maker.decision()];
    for place in &PLACES {
        all.extend([maker.area(place), maker.plan(place), maker.results(place)]);
    }
    all.extend([maker.report(), maker.contact()]);
    all
}

/// A made-up place with its made-up figures, in Vietnamese and in English.
struct Place {
    id: &'static str,
    name: [&'static str; 2],
    /// Money assigned, then paid, in million dong.
    investment: [[&'static str; 2]; 2],
    recurrent: [[&'static str; 2]; 2],
    roads: [[&'static str; 2]; 2],
    water: [[&'static str; 2]; 2],
}

const PLACES: [Place; 2] = [
    Place {
        id: "mau-mot",
        name: ["Mẫu Một", "Sample One"],
        investment: [["1.200", "1,200"], ["780", "780"]],
        recurrent: [["300", "300"], ["150", "150"]],
        roads: [["5", "5"], ["2,5", "2.5"]],
        water: [["95%", "95%"], ["91,5%", "91.5%"]],
    },
    Place {
        id: "mau-hai",
        name: ["Mẫu Hai", "Sample Two"],
        investment: [["2.050", "2,050"], ["1.025", "1,025"]],
        recurrent: [["420", "420"], ["210", "210"]],
        roads: [["8", "8"], ["4", "4"]],
        water: [["90%", "90%"], ["88%", "88%"]],
    },
];

const PROGRAMME: &str = "chuong-trinh-mau";
const DECISION: &str = "quyet-dinh-mau";
const REPORT: &str = "bao-cao-mau";
const ROADS: &str = "duong-be-tong";
const WATER: &str = "nuoc-sach";

struct Maker<'m> {
    site: &'m Site,
    tongue: Tongue,
}

impl Maker<'_> {
    fn said(&self, vi: &str, en: &str) -> Value {
        Value::words(said(self.tongue, vi, en))
    }

    fn one(&self, pair: [&str; 2]) -> Value {
        self.said(pair[0], pair[1])
    }

    fn page(&self, kind: Kind, path: String, mut entries: Entries, offered: &[&'static str]) -> NewFile {
        entries.push(("sample", Value::words("true")));
        let text = Page { kind, path: &path, entries, offered }.text(self.tongue);
        NewFile { path, text }
    }

    fn settings(&self) -> NewFile {
        let own = KINDS.iter().position(|(id, ..)| *id == self.site.kind).unwrap_or(KINDS.len() - 1);
        // The province is there from the start: districts and communes have been one level since July 2025.
        let kinds = KINDS.iter().enumerate().filter(|(at, _)| *at == own || *at == 0);
        let kind = |(at, (id, name, plural)): (usize, &(&str, [&str; 2], [&str; 2]))| {
            vec![("id", Value::words(*id)), ("name", self.one(*name)), ("plural", self.one(*plural)), ("level", Value::words((at + 1).to_string()))]
        };
        let language = said(self.tongue, "vi", "en");
        let office = vec![
            ("name", Value::words(&self.site.office)),
            ("person", self.said("Người phụ trách (mẫu)", "Person in charge (sample)")),
            ("address", self.said("Địa chỉ (mẫu)", "Address (sample)")),
            ("phone", Value::words("0200 000 000")),
            ("email", Value::words("mau@example.org")),
        ];
        let entries = vec![
            ("title", Value::words(&self.site.title)),
            ("tagline", self.said("Kế hoạch và kết quả, kèm nguồn", "What was planned and what came of it, with sources")),
            ("languages", Value::Ids(vec![language.clone()])),
            ("numbers", Value::words(language)),
            ("portable", Value::words("true")),
            ("sample", Value::words("true")),
            ("body", Value::Group(office)),
            ("area_kinds", Value::Groups(kinds.map(kind).collect())),
        ];
        NewFile { path: "site.toml".to_owned(), text: settings::text(&entries, self.tongue) }
    }

    fn programme(&self) -> NewFile {
        let indicator =
            |id: &str, name: Value, unit: Value, kind: &str| vec![("id", Value::words(id)), ("name", name), ("unit", unit), ("kind", Value::words(kind))];
        let indicators = vec![
            indicator(ROADS, self.said("Đường thôn được đổ bê tông", "Village roads paved"), Value::words("km"), "increase"),
            indicator(WATER, self.said("Hộ dùng nước sạch", "Households with clean water"), Value::words("%"), "at_least"),
        ];
        let entries = vec![
            ("name", self.said("Chương trình mẫu: nông thôn mới", "Sample programme: new countryside")),
            ("short", self.said("Chương trình mẫu", "Sample programme")),
            ("period", Value::words(format!("{}-{}", self.site.year, self.site.year + 4))),
            ("decision", Value::words(DECISION)),
            ("indicators", Value::Groups(indicators)),
        ];
        self.page(Kind::Programme, format!("content/programmes/{PROGRAMME}.yaml"), entries, &["code", "description", "lead_agency", "components"])
    }

    fn decision(&self) -> NewFile {
        let entries = vec![
            ("number", self.said("00/QĐ-MẪU", "00/SAMPLE")),
            ("title", self.said("Phê duyệt chương trình và giao kế hoạch (mẫu)", "On the programme and its plan (sample)")),
            ("date", Value::words(format!("{}-01-10", self.site.year))),
        ];
        self.page(Kind::Document, format!("content/documents/{DECISION}.yaml"), entries, &["kind", "issuer", "link", "file"])
    }

    fn area(&self, place: &Place) -> NewFile {
        let entries = vec![("name", self.one(place.name)), ("kind", Value::words(&self.site.kind))];
        self.page(Kind::Area, format!("content/areas/{}/area.yaml", place.id), entries, &["parent", "code", "about"])
    }

    fn head(&self) -> Entries {
        vec![("year", Value::words(self.site.year.to_string())), ("money_unit", self.said("triệu đồng", "million dong"))]
    }

    /// The lines of a place: its money under `money`, what it measures under `counted`.
    fn lines(&self, place: &Place, at: usize, money: &'static str, counted: &'static str) -> [Value; 2] {
        let budget =
            |capital: &str, amount: [&str; 2]| vec![("programme", Value::words(PROGRAMME)), ("capital", Value::words(capital)), (money, self.one(amount))];
        let indicator = |id: &str, value: [&str; 2]| vec![("indicator", Value::words(id)), (counted, self.one(value))];
        [
            Value::Groups(vec![budget("investment", place.investment[at]), budget("recurrent", place.recurrent[at])]),
            Value::Groups(vec![indicator(ROADS, place.roads[at]), indicator(WATER, place.water[at])]),
        ]
    }

    fn plan(&self, place: &Place) -> NewFile {
        let [budget, targets] = self.lines(place, 0, "assigned", "target");
        let mut entries = self.head();
        entries.extend([("document", Value::words(DECISION)), ("budget", budget), ("targets", targets)]);
        self.page(Kind::Plan, format!("content/areas/{}/{}/plan.yaml", place.id, self.site.year), entries, &[])
    }

    fn results(&self, place: &Place) -> NewFile {
        let [budget, indicators] = self.lines(place, 1, "disbursed", "actual");
        let day = Value::words(format!("{}-06-30", self.site.year));
        let snapshot = vec![("as_of", day), ("source", Value::words(REPORT)), ("budget", budget), ("indicators", indicators)];
        let mut entries = self.head();
        entries.push(("snapshots", Value::Groups(vec![snapshot])));
        self.page(Kind::Results, format!("content/areas/{}/{}/results.yaml", place.id, self.site.year), entries, &[])
    }

    fn report(&self) -> NewFile {
        let year = self.site.year;
        let entries = vec![
            ("title", self.said("Bài mẫu: sáu tháng đầu năm", "Sample report: the first half of the year")),
            ("lead", self.said("Câu mở đầu nói ý chính của bài.", "A first sentence with what matters most.")),
            ("published", Value::words(format!("{year}-07-05"))),
            ("areas", Value::Ids(PLACES.iter().map(|place| place.id.to_owned()).collect())),
            ("programmes", Value::Ids(vec![PROGRAMME.to_owned()])),
            ("source", Value::Group(vec![("name", Value::words(&self.site.office))])),
        ];
        let front = self.page(Kind::Report, format!("content/reports/{year}/{REPORT}.md"), entries, &["event", "authors", "pictures"]);
        let [one, two] = &PLACES;
        let figure = |place: &Place, what: &str| format!("{}/{year}/{what}", place.id);
        let text = match self.tongue {
            Tongue::Vi => format!(
                "Đến hết tháng 6, [{}](area:{}) đã giải ngân [{} triệu đồng](figure:{}) vốn đầu tư, [{}](area:{}) đã giải ngân [{} triệu đồng](figure:{}).\n\nVề hạ tầng, [{}](area:{}) đã đổ bê tông [{} km](figure:{}) đường thôn.\n\n![Vốn của địa bàn thứ nhất](table:{}/{year}/budget)\n",
                one.name[0],
                one.id,
                one.investment[1][0],
                figure(one, "chuong-trinh-mau/investment/disbursed"),
                two.name[0],
                two.id,
                two.investment[1][0],
                figure(two, "chuong-trinh-mau/investment/disbursed"),
                one.name[0],
                one.id,
                one.roads[1][0],
                figure(one, "duong-be-tong/actual"),
                one.id,
            ),
            Tongue::En => format!(
                "By the end of June, [{}](area:{}) had paid out [{} million dong](figure:{}) of its investment capital, and [{}](area:{}) [{} million dong](figure:{}).\n\nOf its village roads, [{}](area:{}) had paved [{} km](figure:{}).\n\n![Money of the first place](table:{}/{year}/budget)\n",
                one.name[1],
                one.id,
                one.investment[1][1],
                figure(one, "chuong-trinh-mau/investment/disbursed"),
                two.name[1],
                two.id,
                two.investment[1][1],
                figure(two, "chuong-trinh-mau/investment/disbursed"),
                one.name[1],
                one.id,
                one.roads[1][1],
                figure(one, "duong-be-tong/actual"),
                one.id,
            ),
        };
        NewFile { text: format!("---\n{}---\n{text}", front.text), ..front }
    }

    fn contact(&self) -> NewFile {
        let entries = vec![("title", self.said("Liên hệ", "Contact"))];
        let front = self.page(Kind::Page, "content/pages/contact.md".to_owned(), entries, &[]);
        let text = said(
            self.tongue,
            "Bạn thấy con số chưa đúng, hay muốn hỏi thêm? Hãy gọi hoặc viết cho cơ quan ghi ở cuối mỗi trang.\n",
            "Is a figure wrong, or do you want to know more? Call or write to the office named at the foot of every page.\n",
        );
        NewFile { text: format!("---\n{}---\n{text}", front.text), ..front }
    }
}
