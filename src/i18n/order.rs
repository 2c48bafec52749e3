//! The order of names in a language: in Vietnamese `a ă â`, `d đ`, and Phường 2 before Phường 10.
//!
//! Invariant: the order never depends on where names were read; equal names keep the order of their bytes.
//!
//! May use: nothing; crates icu_collator, icu_locale_core.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

/// Sorts things by their names, as a reader of the language `tag` would look for them.
pub fn sort_by_name<'k, T: Copy>(tag: &str, items: &mut [T], key: impl Fn(T) -> &'k str) {
    if items.len() < 2 {
        return;
    }
    match collator(tag) {
        Some(collator) => items.sort_by(|a, b| {
            let (a, b) = (key(*a), key(*b));
            collator.compare(a, b).then_with(|| a.cmp(b))
        }),
        None => items.sort_by(|a, b| key(*a).cmp(key(*b))),
    }
}

/// The collation of a language; that of all languages when it has none of its own.
fn collator(tag: &str) -> Option<CollatorBorrowed<'static>> {
    let locale = Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN);
    let mut preferences = CollatorPreferences::from(&locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    // The data are compiled in, so this cannot fail; were it to, names would still be sorted, by their letters.
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(tag: &str, expected: &[&str]) {
        let mut names: Vec<&str> = expected.iter().rev().copied().collect();
        sort_by_name(tag, &mut names, |name| name);
        assert_eq!(names, expected);
    }

    #[test]
    fn vietnamese_names_stand_in_vietnamese_order() {
        sorted("vi", &["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"]);
        sorted("vi", &["An", "Ân Thi", "Dak", "Dầu Tiếng", "Đà Nẵng", "Đắk Lắk", "Yên Châu"]);
        sorted("vi", &["Nậm Nhùn", "Nga Sơn", "Sông Mã", "Sốp Cộp", "Sơn La"]);
        sorted("vi", &["Phường 2", "Phường 10", "Quận 1", "Quận 12"]);
        sorted("en", &["Quan 2", "Quan 10", "Zebra"]);
        sorted("not a tag", &["a", "b 2", "b 10"]);
    }

    #[test]
    fn things_are_sorted_by_the_name_given() {
        let mut areas = [(1, "Đại Từ"), (2, "Định Hóa"), (3, "Bắc Giang")];
        sort_by_name("vi", &mut areas, |(_, name)| name);
        assert_eq!(areas.map(|(id, _)| id), [3, 1, 2]);
    }
}
