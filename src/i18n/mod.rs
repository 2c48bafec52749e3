//! Words, numbers and dates of a language.
//!
//! Invariant: nothing is rounded or counted here; a word that is missing shows as ⟨its-name⟩ and is remembered.
//!
//! May use: model, diag; crates fluent-bundle, unic-langid, icu_collator, icu_locale_core.

use crate::diag::Checked;
use crate::model::{AsOf, Number, Period};

pub mod dates;
pub mod numbers;
pub mod order;
pub mod problems;
pub mod spoken;
pub mod words;

pub use dates::DateStyle;
pub use numbers::NumberStyle;
pub use order::sort_by_name;
pub use spoken::Spoken;
pub use words::{Arg, Words};

/// Everything that is said differently in another language. Made once, shared by every page.
pub struct Language {
    /// Language tag as the site writes it: `vi`, `en`, `hmn`.
    pub tag: String,
    /// The words of the theme and of the site.
    pub words: Words,
    /// How numbers are written.
    pub style: NumberStyle,
    /// How dates are written.
    pub dates: DateStyle,
}

impl Language {
    /// A language from its word files, named as a person knows them; a later file overrides an earlier one.
    pub fn new(tag: &str, sources: &[(impl AsRef<str>, impl AsRef<str>)]) -> Checked<Self> {
        Language::among(tag, sources, &[])
    }

    /// The same, naming the languages the theme has words for when it has none for this one.
    pub fn among(tag: &str, sources: &[(impl AsRef<str>, impl AsRef<str>)], offered: &[String]) -> Checked<Self> {
        let mut problems = Vec::new();
        if sources.is_empty() {
            problems.push(problems::language_missing(tag, offered));
        }
        let words = Words::read(tag, sources).into_value(&mut problems);
        let style = NumberStyle::of(tag, &words);
        Checked { value: Language { tag: tag.to_owned(), words, style, dates: DateStyle::of(tag) }, problems }
    }

    /// The message `id`.
    pub fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// The message `id` with its arguments filled in.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(id, args)
    }

    /// A number with all the decimals it has: `90.279,336`.
    pub fn decimal(&self, number: Number) -> String {
        numbers::decimal(number, self.style)
    }

    /// A percentage with all the decimals it has: `42,99%`.
    pub fn percent(&self, number: Number) -> String {
        numbers::percent(number, self.style)
    }

    /// A date as precisely as it is known: `31/03/2024`, `đầu tháng 10/2024`.
    pub fn as_of(&self, date: AsOf) -> String {
        dates::as_of(date, self)
    }

    /// The years of a plan: `năm 2024`, `giai đoạn 2021–2023`.
    pub fn period(&self, period: Period) -> String {
        dates::period(period, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_shared<T: Send + Sync>() {}

    #[test]
    fn a_language_is_shared_between_threads() {
        is_shared::<Language>();
    }

    #[test]
    fn a_language_without_words_says_which_there_are() {
        let none: [(&str, &str); 0] = [];
        let checked = Language::among("fr", &none, &["en".to_owned(), "vi".to_owned()]);
        assert_eq!(checked.problems.len(), 1);
        assert_eq!(checked.problems[0].what.en, "The theme has no words in the language “fr”.");
        assert!(checked.problems[0].fix.en.contains("en, vi"), "{}", checked.problems[0].fix.en);
    }

    #[test]
    fn a_language_speaks_through_its_words_numbers_and_dates() {
        let language = Language::new("vi", &[("default/i18n/vi.ftl", "minutes = { $count } phút")]).value;
        assert_eq!(language.say_with("minutes", &[("count", Arg::Count(3))]), "3 phút");
        assert_eq!(language.period(Period::year(2024)), "năm 2024");
        assert_eq!(language.as_of(AsOf::UNKNOWN), "không rõ ngày");
    }
}
