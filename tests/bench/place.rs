//! Made-up provinces and districts with names that sound right.
//!
//! Names are put together from syllables, because a made-up number must not stand beside the name of a
//! real place on purpose; where a name exists all the same, that is chance.
//! Invariant: ids are unique, ASCII, and the same whatever the number of districts before them.

use std::collections::HashSet;

use crate::chance::Chance;

/// An area of the corpus.
pub struct Place {
    /// Its id, the name without marks.
    pub id: String,
    /// Its name, without the word for its kind.
    pub name: String,
    /// Where its province stands among the provinces; a province's own place.
    pub province: usize,
}

const FIRST: [&str; 40] = [
    "Mường",
    "Nậm",
    "Bản",
    "Tân",
    "Yên",
    "Phú",
    "Sơn",
    "Nà",
    "Pắc",
    "Chiềng",
    "Bình",
    "Hòa",
    "Thanh",
    "Vĩnh",
    "Đồng",
    "Trà",
    "Đắk",
    "Ia",
    "Quảng",
    "Hương",
    "Phong",
    "Kim",
    "Lương",
    "Tuy",
    "An",
    "Cẩm",
    "Thạch",
    "Khe",
    "Suối",
    "Đông",
    "Tây",
    "Nam",
    "Bắc",
    "Long",
    "Hải",
    "Hồng",
    "Vạn",
    "Bảo",
    "Trường",
    "Lạc",
];

const SECOND: [&str; 36] = [
    "Sơn",
    "Lâm",
    "Thủy",
    "Khê",
    "Hà",
    "Lĩnh",
    "Cang",
    "Mây",
    "Khoa",
    "Giang",
    "Thịnh",
    "Lộc",
    "Phước",
    "Hưng",
    "Trạch",
    "Xuyên",
    "Điền",
    "Quang",
    "Châu",
    "Bồng",
    "Lũng",
    "Vân",
    "Nhai",
    "Hạ",
    "Thượng",
    "Dương",
    "Bằng",
    "Tiến",
    "Ninh",
    "Đức",
    "Xuân",
    "Hiệp",
    "Mộc",
    "Cốc",
    "Trung",
    "Nghĩa",
];

const PROVINCE: [&str; 32] = [
    "Hoàng Liên",
    "Trường Lĩnh",
    "Sông Mơ",
    "Ngàn Sâu",
    "Hải Vân Hà",
    "Thượng Nguyên",
    "Bạch Lâm",
    "Đông Biên",
    "Tam Hà",
    "Lam Kinh Sơn",
    "Cửu Lĩnh",
    "Vân Trường",
    "Mộc Hải",
    "Thanh Khê Giang",
    "Tây Lĩnh",
    "Bảo Giang",
    "Nam Ngàn",
    "Phước Nguyên",
    "Hương Hải",
    "Kim Biên",
    "An Nguyên",
    "Long Khê",
    "Xuân Lĩnh",
    "Vĩnh Nguyên",
    "Tân Biên Hà",
    "Hồng Lĩnh Giang",
    "Bắc Nguyên",
    "Sơn Giang",
    "Đại Ngàn",
    "Trung Lĩnh",
    "Phong Hà",
    "Thạch Giang",
];

/// How many districts a province has, at most.
const DISTRICTS_OF_A_PROVINCE: usize = 25;

/// Provinces and districts, in the order of their making.
pub struct Places {
    /// One for every 25 districts.
    pub provinces: Vec<Place>,
    /// The areas that have plans and results.
    pub districts: Vec<Place>,
}

impl Places {
    /// As many districts as asked, and the provinces they lie in.
    pub fn new(count: usize) -> Places {
        let mut taken = HashSet::new();
        let provinces: Vec<Place> =
            (0..count.div_ceil(DISTRICTS_OF_A_PROVINCE)).map(|province| place(PROVINCE[province % PROVINCE.len()], province, &mut taken)).collect();
        let mut pairs: Vec<String> =
            FIRST.iter().flat_map(|first| SECOND.iter().filter(move |second| *second != first).map(move |second| format!("{first} {second}"))).collect();
        Chance::of(&[1]).shuffle(&mut pairs);
        let districts = pairs.iter().filter(|name| !taken.contains(&slug(name))).take(count).collect::<Vec<_>>();
        let districts = districts.into_iter().enumerate().map(|(at, name)| place(name, at / DISTRICTS_OF_A_PROVINCE, &mut taken)).collect();
        Places { provinces, districts }
    }

    /// The province of a district.
    pub fn province_of(&self, district: usize) -> &Place {
        &self.provinces[self.districts[district].province]
    }

    /// How many districts the province at `province` has.
    pub fn districts_in(&self, province: usize) -> usize {
        self.districts.iter().filter(|d| d.province == province).count()
    }
}

/// A place with an id nobody else has.
fn place(name: &str, province: usize, taken: &mut HashSet<String>) -> Place {
    let plain = slug(name);
    let id = (1..).map(|n| if n == 1 { plain.clone() } else { format!("{plain}-{n}") }).find(|id| taken.insert(id.clone())).unwrap_or(plain);
    Place { id, name: name.to_owned(), province }
}

/// A Vietnamese text as an id: no marks, lower case, hyphens for everything else.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.to_lowercase().chars() {
        match plain(letter) {
            Some(letter) => slug.push(letter),
            None if !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.trim_matches('-').to_owned()
}

/// A lower-case letter without its marks.
fn plain(letter: char) -> Option<char> {
    const FAMILIES: [(&str, char); 7] =
        [("àáảãạăằắẳẵặâầấẩẫậ", 'a'), ("èéẻẽẹêềếểễệ", 'e'), ("ìíỉĩị", 'i'), ("òóỏõọôồốổỗộơờớởỡợ", 'o'), ("ùúủũụưừứửữự", 'u'), ("ỳýỷỹỵ", 'y'), ("đ", 'd')];
    if letter.is_ascii_alphanumeric() {
        return Some(letter);
    }
    FAMILIES.iter().find(|(family, _)| family.contains(letter)).map(|(_, plain)| *plain)
}

/// The name of a commune or village, for prose.
pub fn commune(chance: &mut Chance) -> String {
    format!("{} {}", chance.pick(&FIRST), chance.pick(&SECOND))
}
