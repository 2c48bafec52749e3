//! The theme and the words of a site, and what every page shares.
//!
//! Invariant: a theme that leaves something out is drawn with what the built-in one has.
//!
//! May use: theme, i18n, config, host, source, diag, model, pages.

use super::memo;
use super::pictures::{self, Album};
use super::still::Wanted;
use crate::config::Config;
use crate::diag::{Place, Problem, Spot};
use crate::host;
use crate::i18n::{self, Language};
use crate::model::Record;
use crate::pages::key::KeyMaker;
use crate::source::{self, Sources};
use crate::theme::{self, Theme, ThemeFile};

/// The theme of a site.
pub(super) fn theme(sources: &Sources, config: &Config, problems: &mut Vec<Problem>) -> Option<Theme> {
    let prefix = format!("themes/{}/", config.theme);
    let mut files = Vec::new();
    for found in sources.files.iter().filter(|f| f.path.starts_with(&prefix)) {
        if let Some((bytes, _)) = source::read_bytes(found).into_value(problems) {
            // A file of `themes/default` that is as the program carries it is not laid over itself.
            if config.theme != "default" || !theme::is_builtin(&found.path[prefix.len()..], &bytes) {
                files.push(ThemeFile { path: found.path.to_string(), bytes });
            }
        }
    }
    let mut loaded = Theme::load(&config.theme, &files, &config.colours);
    locate(&mut loaded.problems, "theme-missing", config.spots.theme);
    loaded.into_value(problems)
}

/// The language every theme has all words in.
const WHOLE: &str = "vi";

/// The languages of a site, the first one first.
pub(super) fn languages(config: &Config, theme: &Theme, problems: &mut Vec<Problem>) -> Vec<Language> {
    let offered = theme.languages();
    let all: Vec<Language> = config
        .languages
        .iter()
        .map(|tag| {
            // A language may begin with a few words: the rest stands in Vietnamese until it is translated.
            let own = theme.ftl(tag);
            let sources = if own.is_empty() || tag == WHOLE { own } else { [theme.ftl(WHOLE), own].concat() };
            let mut language = Language::among(tag, &sources, &offered);
            locate(&mut language.problems, "language-missing", config.spots.languages);
            language.into_value(problems)
        })
        .collect();
    let whole = Language::new(WHOLE, &theme.ftl(WHOLE)).value;
    for language in all.iter().filter(|language| language.tag != WHOLE && offered.contains(&language.tag)) {
        let own = Language::new(&language.tag, &theme.ftl(&language.tag)).value;
        let file = format!("themes/{}/i18n/{}.ftl", config.theme, language.tag);
        problems.extend(own.words.lacking(&whole.words).iter().map(|id| i18n::problems::word_missing(&file, &language.tag, id)));
    }
    all
}

/// The theme knows no settings: where they name what it does not have is said here.
fn locate(problems: &mut [Problem], name: &str, spot: Spot) {
    let here = problems.iter_mut().filter(|problem| problem.code.name == name);
    here.for_each(|problem| problem.place = Some(Place::at(&"site.toml".into(), spot)));
}

/// What every page may show: settings, theme, this program, and what the record shares.
pub(super) fn shared_key(record: &Record, config_hash: &source::Hash, theme: &Theme, album: &Album, sources: &Sources, wanted: Wanted) -> [u8; 16] {
    let mut key = KeyMaker::new(&memo::program());
    key.add(&[u8::from(wanted.portable), u8::from(wanted.kit), u8::from(wanted.host.is_some_and(host::sends_no_headers))]);
    key.add(config_hash);
    key.add(&theme.digest());
    key.add(&record.digest);
    for prose in &record.prose {
        key.add(prose.id.as_bytes());
        prose.tellings.iter().for_each(|(lang, title, _)| {
            key.add(lang.as_bytes());
            key.add(title.as_bytes());
        });
    }
    // Pictures carry their size and the names of their files on pages.
    key.add(&album.digest());
    // Recordings carry what they weigh.
    for found in sources.files.iter().filter(|f| pictures::is_recording(&f.path)) {
        key.add(found.path.as_bytes());
        key.add(&found.stamp.len.to_le_bytes());
    }
    key.finish()
}
