//! The settings of a site, read from `site.toml` and resolved once.
//!
//! Invariant: every setting is present and sound; a missing one has its default, an unknown key is refused.
//!
//! May use: diag, tree, values, parse, model; crates rust_decimal.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diag::{At, Checked, Said, Spot, nearest};
use crate::model::Text;
use crate::model::area::ResponsibleBody;
use crate::parse::{self, Manner, common};
use crate::tree::{Desk, Fields, toml};
use crate::values::Locale;

pub mod fields;
mod host;
pub mod problems;

pub use host::Host;

/// How pages are made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minify {
    /// By minify-html, guarded.
    Full,
    /// By the quick whitespace pass.
    Quick,
    /// Not at all.
    Off,
}

/// A kind of area: province, district, or whatever the country has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaKind {
    /// Id used in area files.
    pub id: String,
    /// What one is called.
    pub name: Text,
    /// What several are called.
    pub plural: Text,
    /// 1 for the highest; areas of different levels are never summed together.
    pub level: u32,
}

/// Every setting of the site.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the site.
    pub title: Text,
    /// One line about it.
    pub tagline: Text,
    /// Languages, the first one at the site's root.
    pub languages: Vec<String>,
    /// How numbers are typed.
    pub locale: Locale,
    /// Absolute address ending in `/`, for feeds, sitemap and shared links.
    pub base_url: Option<String>,
    /// Theme.
    pub theme: String,
    /// How pages are made smaller.
    pub minify: Minify,
    /// Whether links name `index.html`, so that the site opens from a folder or a stick.
    pub portable: bool,
    /// Where the site will lie, if that is known.
    pub host: Option<Host>,
    /// Whether each place and period gets a notice kit.
    pub kit: bool,
    /// Whether pages have share cards, if somebody said so.
    pub cards: Option<bool>,
    /// Reports on one page of the archive.
    pub reports_per_page: usize,
    /// Who answers.
    pub body: ResponsibleBody,
    /// Percentage points behind the elapsed share that still count as on track.
    pub on_track_margin: Decimal,
    /// Theme tokens with their values.
    pub colours: Vec<(At<String>, At<String>)>,
    /// Old addresses of pages, each with its new one.
    pub redirects: Vec<(At<String>, At<String>)>,
    /// Where the theme and the languages are named, for those who find nothing under the name.
    pub spots: Spots,
    /// Kinds of area.
    pub area_kinds: Vec<AreaKind>,
    /// Where it says that it is a sample.
    pub sample: Option<Spot>,
    /// Its texts that lack a language of the site.
    pub untranslated: Vec<At<u8>>,
}

/// Places in `site.toml` that are judged only when the theme is read.
#[derive(Clone, Debug, Default)]
pub struct Spots {
    /// The theme's name.
    pub theme: Spot,
    /// The list of languages.
    pub languages: Spot,
}

impl Config {
    /// The site's first language.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("vi", String::as_str)
    }

    /// What readers of content files need to know.
    pub fn manner(&self) -> Manner {
        Manner { locale: self.locale, languages: self.languages.clone() }
    }

    /// A kind of area by its id.
    pub fn kind(&self, id: &str) -> Option<&AreaKind> {
        self.area_kinds.iter().find(|kind| kind.id == id)
    }
}

/// Reads `site.toml`.
pub fn read(text: &str) -> Checked<Option<Config>> {
    let (config, desk) = noticed(text);
    Checked { value: config, problems: desk.problems }
}

/// The settings, what is noticed in them, and what mistyped words were meant to be.
pub fn noticed(text: &str) -> (Option<Config>, Desk) {
    let file: Arc<str> = Arc::from("site.toml");
    let mut desk = Desk::new(&file);
    let config = toml::read(text, &mut desk).and_then(|root| {
        let fields = desk.fields(&root, &fields::SITE)?;
        resolve(&mut desk, &fields)
    });
    (config, desk)
}

fn resolve(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<Config> {
    let languages = languages(desk, fields);
    let locale = common::choice_at(desk, fields, "numbers", &[(Locale::Vi, "vi"), (Locale::En, "en")]).unwrap_or(Locale::Vi);
    let manner = Manner { locale, languages: languages.clone() };
    // What is missing has been noted; the rest of the site is still looked at.
    let title = common::need_text(desk, fields, "title", &manner).unwrap_or_default();
    let body = fields.get("body").and_then(|node| parse::area::body(desk, node, &manner)).unwrap_or_default();
    let standing = common::group_at(desk, fields, "standing");
    let margin = standing.and_then(|f| decimal(desk, &f, "on_track_margin")).unwrap_or(Decimal::TEN);
    let minify = [(Minify::Full, "full"), (Minify::Quick, "quick"), (Minify::Off, "off")];
    let mut config = Config {
        title,
        tagline: common::text_at(desk, fields, "tagline", &manner).unwrap_or_default(),
        base_url: base_url(desk, fields),
        theme: common::id_at(desk, fields, "theme").map_or_else(|| "default".to_owned(), |t| t.value),
        minify: common::choice_at(desk, fields, "minify", &minify).unwrap_or(Minify::Full),
        portable: common::yes_at(desk, fields, "portable").unwrap_or(false),
        host: common::choice_at(desk, fields, "host", &Host::ALL),
        kit: common::yes_at(desk, fields, "kit").unwrap_or(false),
        cards: common::yes_at(desk, fields, "cards"),
        reports_per_page: per_page(desk, fields).unwrap_or(20),
        body,
        on_track_margin: margin,
        colours: colours(desk, fields),
        redirects: redirects(desk, fields),
        area_kinds: area_kinds(desk, fields, &manner),
        sample: common::sample_at(desk, fields),
        spots: Spots {
            theme: fields.get("theme").map_or_else(Spot::default, |n| n.spot),
            languages: fields.get("languages").map_or_else(Spot::default, |n| n.spot),
        },
        languages,
        locale,
        untranslated: Vec::new(),
    };
    config.untranslated = std::mem::take(&mut desk.untranslated);
    Some(config)
}

fn languages(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<String> {
    let found = fields.get("languages").map_or_else(Vec::new, |node| desk.texts(node));
    let mut languages: Vec<String> = Vec::new();
    for tag in found {
        let sound = (2..=12).contains(&tag.value.len()) && tag.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !sound {
            let tongue = match &*nearest::fold(&tag.value) {
                "tieng viet" | "vietnamese" => Some("vi"),
                "tieng anh" | "english" => Some("en"),
                _ => None,
            };
            desk.say(problems::bad_language(desk.place(tag.spot), &tag.value).meant_if(&tag.value, tongue));
        } else if !languages.contains(&tag.value) {
            languages.push(tag.value);
        }
    }
    if languages.is_empty() { vec!["vi".to_owned()] } else { languages }
}

/// Reports on one page: at least one, at most what a telephone can show.
fn per_page(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<usize> {
    let found = fields.text(desk, "reports_per_page")?;
    let number = found.value.parse().ok().filter(|n| (1..=500).contains(n));
    if number.is_none() {
        desk.say(problems::bad_count(desk.place(found.spot), &found.value));
    }
    number
}

/// An absolute address, always ending in `/`.
fn base_url(desk: &mut Desk, fields: &Fields<'_, '_>) -> Option<String> {
    let found = fields.text(desk, "base_url").filter(|u| !u.value.is_empty())?;
    let rest = found.value.strip_prefix("https://").or_else(|| found.value.strip_prefix("http://"));
    let (host, path) = rest.map_or(("", ""), |r| r.split_once('/').unwrap_or((r, "")));
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    let sound = name.starts_with(char::is_alphanumeric)
        && name.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-')
        && port.parse::<u16>().is_ok()
        && !path.split('/').any(|part| part == "..")
        && !path.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>?#\\".contains(c));
    if !sound {
        desk.say(problems::bad_address(desk.place(found.spot), &found.value));
        return None;
    }
    Some(if found.value.ends_with('/') { found.value } else { found.value + "/" })
}

fn decimal(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str) -> Option<Decimal> {
    let found = fields.text(desk, key)?;
    let number = Decimal::from_str_exact(&found.value.replace(',', ".")).ok().filter(|n| *n >= Decimal::ZERO && *n <= Decimal::ONE_HUNDRED);
    if number.is_none() {
        let bare = found.value.trim_end_matches('%').trim_end();
        let sound = Decimal::from_str_exact(&bare.replace(',', ".")).is_ok_and(|n| n >= Decimal::ZERO && n <= Decimal::ONE_HUNDRED);
        desk.say(problems::bad_margin(desk.place(found.spot), &found.value).meant_if(&found.value, sound.then_some(bare)));
    }
    number
}

fn colours(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<(At<String>, At<String>)> {
    let wanted = Said::new("các màu (brand = \"#7a1f1f\" …)", "colours (brand = \"#7a1f1f\" …)");
    let fix = Said::new(
        "viết một dòng [colours], rồi ở dưới mỗi màu một dòng: brand = \"#7a1f1f\".",
        "write a line [colours], and below it each colour on a line: brand = \"#7a1f1f\".",
    );
    pairs(desk, fields, "colours", (wanted, fix))
}

fn redirects(desk: &mut Desk, fields: &Fields<'_, '_>) -> Vec<(At<String>, At<String>)> {
    let wanted = Said::new("các địa chỉ (\"cũ/\" = \"mới/\" …)", "addresses (\"old/\" = \"new/\" …)");
    let fix = Said::new(
        "viết một dòng [redirects], rồi ở dưới mỗi địa chỉ một dòng: \"don-vi/cu/\" = \"don-vi/moi/\".",
        "write a line [redirects], and below it each address on a line: \"don-vi/cu/\" = \"don-vi/moi/\".",
    );
    pairs(desk, fields, "redirects", (wanted, fix))
}

/// A table of names and words; of anything else it is told what is wanted and how it is typed.
fn pairs(desk: &mut Desk, fields: &Fields<'_, '_>, key: &str, (wanted, fix): (Said, Said)) -> Vec<(At<String>, At<String>)> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    let mut all = Vec::new();
    if let crate::tree::Kind::Map(entries) = &node.kind {
        for (key, value) in entries {
            if let Some(words) = desk.text(value) {
                all.push((At { value: key.text.to_string(), spot: key.spot }, words));
            }
        }
    } else {
        let problem = crate::tree::problems::wrong_shape(desk.place(node.spot), &wanted, &crate::tree::shape(node));
        desk.say(crate::diag::Problem { fix, ..problem });
    }
    all
}

fn area_kinds(desk: &mut Desk, fields: &Fields<'_, '_>, manner: &Manner) -> Vec<AreaKind> {
    let mut kinds: Vec<AreaKind> = Vec::new();
    for f in common::groups_at(desk, fields, "area_kinds") {
        let Some(id) = common::own_id(desk, &f) else { continue };
        let Some(name) = common::need_text(desk, &f, "name", manner) else { continue };
        let plural = common::text_at(desk, &f, "plural", manner).unwrap_or_else(|| name.clone());
        if kinds.iter().any(|kind| kind.id == id.value) {
            desk.say(problems::kind_twice(desk.place(id.spot), &id.value));
            continue;
        }
        let level = common::count_at(desk, &f, "level").unwrap_or(kinds.len() as u32 + 1);
        kinds.push(AreaKind { id: id.value, name, plural, level });
    }
    kinds
}

/// The kind of area a mistyped one probably meant.
pub fn nearest_kind<'c>(config: &'c Config, typed: &str) -> Option<&'c str> {
    nearest::nearest(typed, config.area_kinds.iter().map(|kind| kind.id.as_str()))
}
