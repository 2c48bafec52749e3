//! The words of a theme in one language, with plural forms.
//!
//! Words are kept in Fluent files (`themes/<name>/i18n/<tag>.ftl`), which translators' tools know.
//! Invariant: saying a message never fails; one that is missing shows as ⟨its-name⟩ and is remembered.
//!
//! May use: diag; crates fluent-bundle, unic-langid.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::numbers::{NumberStyle, grouped};
use super::problems;
use crate::diag::{Checked, Place, Spot};

/// What fills a gap in a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Words or an already formatted number or date. A year is words too: it has no thousands.
    Text(&'a str),
    /// A whole number that chooses the plural form, printed with the language's thousands.
    Count(i64),
}

/// All messages of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Messages without gaps, ready to hand out; they are most of them, and every page asks for many.
    fixed: HashMap<String, String>,
    ids: Vec<String>,
    missing: Mutex<BTreeMap<String, u32>>,
}

impl Words {
    /// Reads word files, each given with the name a person knows it by; a later file overrides an earlier one.
    pub fn read(tag: &str, sources: &[(impl AsRef<str>, impl AsRef<str>)]) -> Checked<Self> {
        let mut problems = Vec::new();
        // A tag Fluent cannot read has the plural rules of no language: one form for all counts.
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        let mut ids = Vec::new();
        for (name, text) in sources {
            let (name, text) = (name.as_ref(), text.as_ref().trim_start_matches('\u{feff}'));
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
                let file: Arc<str> = name.into();
                problems.extend(errors.iter().map(|error| {
                    let place = Place::at(&file, spot(text, error.pos.start));
                    problems::words_broken(place, &error.kind.to_string())
                }));
                resource
            });
            bundle.add_resource_overriding(resource);
            ids.extend(message_ids(text));
        }
        let mut words = Words { bundle, fixed: HashMap::new(), ids: Vec::new(), missing: Mutex::default() };
        words.fixed = ids.iter().copied().filter_map(|id| Some((id.to_owned(), words.without_gaps(id)?))).collect();
        words.ids = ids.into_iter().map(str::to_owned).collect();
        // A formatter is a plain function, so the style of a third language cannot reach into it: it has no thousands there.
        match NumberStyle::of(tag, &words).group {
            Some('.') => words.bundle.set_formatter(Some(count_with::<'.', _>)),
            Some(',') => words.bundle.set_formatter(Some(count_with::<',', _>)),
            Some('\u{a0}' | '\u{202f}' | ' ') => words.bundle.set_formatter(Some(count_with::<'\u{a0}', _>)),
            _ => {}
        }
        Checked { value: words, problems }
    }

    /// The message `id`, as it stands.
    pub fn say(&self, id: &str) -> String {
        match self.fixed.get(id) {
            Some(words) => words.clone(),
            None => self.say_with(id, &[]),
        }
    }

    /// The message `id` without copying it; `None` when it is missing or has gaps.
    pub fn fixed(&self, id: &str) -> Option<&str> {
        self.fixed.get(id).map(String::as_str)
    }

    /// The message `id` with its gaps filled.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return self.not_found(id);
        };
        let mut gaps = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => gaps.set(*name, *text),
                Arg::Count(count) => gaps.set(*name, *count),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&gaps), &mut errors).into_owned()
    }

    /// The messages of a whole language that this one lacks, sorted.
    pub fn lacking(&self, whole: &Words) -> Vec<String> {
        let mut lacking: Vec<String> = whole.ids.iter().filter(|id| whole.has(id) && !self.has(id)).cloned().collect();
        lacking.sort();
        lacking.dedup();
        lacking
    }

    /// Whether there is a message `id`.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// All messages without gaps, under the names templates use: `-` becomes `_`. Sorted by name.
    pub fn map(&self) -> Vec<(String, String)> {
        let mut all: Vec<_> = self.fixed.iter().map(|(id, words)| (id.replace('-', "_"), words.clone())).collect();
        all.sort();
        all
    }

    /// The messages asked for that do not exist, each with how often it was asked for.
    pub fn missing(&self) -> Vec<(String, u32)> {
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        missing.iter().map(|(id, times)| (id.clone(), *times)).collect()
    }

    fn not_found(&self, id: &str) -> String {
        *self.missing.lock().unwrap_or_else(PoisonError::into_inner).entry(id.to_owned()).or_default() += 1;
        format!("⟨{id}⟩")
    }

    fn without_gaps(&self, id: &str) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(words)
    }
}

/// The names of the messages of a file: a message begins at the first column, everything else is indented.
fn message_ids(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end_matches(' ');
        let word = id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        word.then_some(id)
    })
}

fn count_with<const GROUP: char, M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        // A count was a whole number when it came in, far below where a float loses whole numbers.
        FluentValue::Number(number) => Some(grouped(&number.as_string(), GROUP)),
        _ => None,
    }
}

/// Where byte `at` of a text stands.
fn spot(text: &str, at: usize) -> Spot {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Spot { line: count(before.matches('\n').count() + 1), column: count(before[line_start..].chars().count() + 1), width: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_file_overrides_an_earlier_one() {
        let words = Words::read("en", &[("default", "home = Home\nareas = Places"), ("site", "areas = Districts")]).value;
        assert_eq!(words.say("home"), "Home");
        assert_eq!(words.say("areas"), "Districts");
        assert_eq!(words.fixed("areas"), Some("Districts"));
    }

    #[test]
    fn counts_choose_the_plural_and_carry_their_thousands() {
        let source = "reports = { $n ->\n    [one] one report\n   *[other] { $n } reports\n }\nby = by { $name }";
        let en = Words::read("en", &[("en.ftl", source)]).value;
        assert_eq!(en.say_with("reports", &[("n", Arg::Count(1))]), "one report");
        assert_eq!(en.say_with("reports", &[("n", Arg::Count(20_000))]), "20,000 reports");
        assert_eq!(en.say_with("by", &[("name", Arg::Text("Nậm <Nhùn>"))]), "by Nậm <Nhùn>");
        let vi = Words::read("vi", &[("vi.ftl", "reports = { $n } bài")]).value;
        assert_eq!(vi.say_with("reports", &[("n", Arg::Count(1_234_567))]), "1.234.567 bài");
        let fr = Words::read("fr", &[("fr.ftl", "number-decimal = ,\nnumber-group = {\"\u{a0}\"}\nreports = { $n } articles")]).value;
        assert_eq!(fr.say_with("reports", &[("n", Arg::Count(4200))]), "4\u{a0}200 articles");
    }

    #[test]
    fn a_missing_message_shows_its_name_and_is_remembered() {
        let words = Words::read("en", &[("en.ftl", "home = Home")]).value;
        assert_eq!(words.say("nowhere"), "⟨nowhere⟩");
        assert_eq!(words.say_with("nowhere", &[]), "⟨nowhere⟩");
        assert!(words.has("home") && !words.has("nowhere"));
        assert_eq!(words.missing(), [("nowhere".to_owned(), 2)]);
    }

    #[test]
    fn templates_get_every_message_without_gaps() {
        let source = "-brand = Minh bạch\nskip-link = Skip to { -brand }\nby = by { $name }\nlong =\n    two\n    lines = one\n";
        let words = Words::read("en", &[("en.ftl", source)]).value;
        let all = [("long", "two\nlines = one"), ("skip_link", "Skip to Minh bạch")];
        assert_eq!(words.map(), all.map(|(id, said)| (id.to_owned(), said.to_owned())));
    }

    #[test]
    fn a_broken_word_file_is_a_problem_with_its_place_and_the_rest_still_speaks() {
        let checked = Words::read("vi", &[("themes/tinh/i18n/vi.ftl", "home = Trang chủ\nđơn vị = Đơn vị\nnews = Tin\n")]);
        assert_eq!(checked.value.say("news"), "Tin");
        let problem = &checked.problems[0];
        assert_eq!((problem.code.name, checked.problems.len()), ("words-broken", 1));
        let place = problem.place.as_ref().map(|place| (&*place.file, place.spot.line, place.spot.column));
        assert_eq!(place, Some(("themes/tinh/i18n/vi.ftl", 2, 1)));
    }
}
