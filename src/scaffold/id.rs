//! Ids made from names: `Đắk Lắk` is `dak-lak`.
//!
//! Invariant: what is made here is an id every reader takes, and no name of a device of Windows.
//!
//! May use: diag, source.

use crate::diag::nearest::fold;
use crate::source::is_device;

/// Ids made from a name end at the last whole word before so many letters: they are typed by hand later.
const MADE: usize = 60;
/// The longest id a reader takes.
const LONGEST: usize = 100;

/// An id for something of this name; `None` where it has no letter to make one of.
pub fn of(name: &str) -> Option<String> {
    let folded: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut id = String::new();
    for word in folded.split('-').filter(|word| !word.is_empty()) {
        let longer = if id.is_empty() { word.to_owned() } else { format!("{id}-{word}") };
        if longer.len() > MADE && !id.is_empty() {
            break;
        }
        id = longer;
    }
    id.truncate(LONGEST);
    if is_device(&id) {
        id.push_str("-1");
    }
    (!id.is_empty()).then_some(id)
}

/// Whether a typed id can be one.
pub fn is_sound(id: &str) -> bool {
    (1..=LONGEST).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !is_device(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_id() {
        let check = |name: &str, id: Option<&str>| assert_eq!(of(name).as_deref(), id, "{name}");
        check("Nậm Nhùn", Some("nam-nhun"));
        check("Đắk Lắk", Some("dak-lak"));
        check("  263/QĐ-TTg ", Some("263-qd-ttg"));
        check("Số hộ: \"nước sạch\" #1", Some("so-ho-nuoc-sach-1"));
        check("Cồn", Some("con-1"));
        check("ເມືອງ", None);
        check("…", None);
        let long = of(&"Đường bê tông ".repeat(20)).expect("it has letters");
        assert!(long.len() <= 60 && long.ends_with("tong") || long.ends_with("be") || long.ends_with("duong"), "{long}");
    }

    #[test]
    fn an_id_typed_by_hand_is_looked_at() {
        assert!(["nam-nhun", "2024", "a"].iter().all(|id| is_sound(id)));
        assert!(["", "Nam", "nậm", "a b", "a_b", "con", "lpt1", &"a".repeat(101)].iter().all(|id| !is_sound(id)));
    }
}
