//! What the share card of a page says: its title, its answer and its first numbers, as they stand on the page.
//!
//! A page of a place, a period, a programme, an indicator, a report or a work has a card of its own; every other page is
//! shown by the card of the site. A page whose letters cannot be drawn is shown by the site's card too, in the page's
//! language or else in the first one. Invariant: nothing is counted here; a card repeats words of the view.
//!
//! May use: cards, i18n.

use super::list::drawn_folder;
use super::route::Folder;
use super::views::{KeyFigure, Value};
use super::{Here, PageKind, PagePlan, Site, View, frame};
use crate::cards::{self, CardNumber, Look, ShareCard};
use crate::i18n::Arg;

/// A card and where it lies.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Its file, in the folder of what is drawn, on the same way as its page.
    pub path: String,
    /// Changes whenever its bytes would.
    pub key: [u8; 16],
    /// What it says.
    pub card: ShareCard,
}

impl Placed {
    fn new(site: &Site<'_>, dir: &str, word: &str, card: ShareCard) -> Option<Self> {
        let key = card.key();
        card.is_legible().then(|| Placed { path: format!("{}{dir}{}", drawn_folder(site), cards::file(word, &key)), key, card })
    }

    /// Its words, for those who hear it.
    pub fn words(&self) -> String {
        let ShareCard { title, answer, .. } = &self.card;
        let words = if answer.is_empty() { title.clone() } else { format!("{title}. {answer}") };
        frame::shorten(&words, 300)
    }
}

/// Whether pages of this kind have cards of their own.
pub fn has_own(kind: PageKind) -> bool {
    use PageKind::{Area, Home, Indicator, Period, Programme, Report, Work, Year};
    matches!(kind, Home | Area(_) | Period(..) | Year(Some(_)) | Programme(_) | Indicator(_) | Report(_) | Work(_))
}

/// Whether a file with this key is the card of a page.
pub fn is_of(site: &Site<'_>, page: &PagePlan, path: &str, key: &[u8; 16]) -> bool {
    let word = site.names[page.lang].word(Folder::Card);
    path.strip_prefix(&*drawn_folder(site)).and_then(|way| way.strip_prefix(&page.dir)) == Some(&*cards::file(word, key))
}

/// How the path of the card of a page begins.
pub fn beginning(site: &Site<'_>, page: &PagePlan) -> String {
    format!("{}{}{}-", drawn_folder(site), page.dir, site.names[page.lang].word(Folder::Card))
}

/// The card of a page that has one of its own.
pub fn own(here: &Here<'_>, view: &View) -> Option<Placed> {
    let look = here.site.cards?;
    let config = here.site.config;
    let title = here.marked(frame::title(here), frame::is_sample(here));
    let mut card = ShareCard { title, ..empty(here.site, here.page.lang, look) };
    let day = || vec![frame::updated(here)];
    let (answer, foot) = match view {
        View::Home(v) => {
            card.numbers = numbers(&v.key_figures);
            (v.summary.clone(), Vec::new())
        }
        View::Area(v) => {
            card.numbers = numbers(&v.key_figures);
            (v.summary.clone(), day())
        }
        View::Period(v) => (v.block.summary.clone(), day()),
        View::Year(v) => (v.summary.clone(), Vec::new()),
        View::Programme(v) => (v.summary.clone(), Vec::new()),
        View::Indicator(v) => (if v.meaning.is_empty() { v.rule.clone() } else { v.meaning.clone() }, Vec::new()),
        View::Report(v) => {
            let publisher = v.origin.first().map(|line| line.text.clone());
            (v.lead.iter().map(|part| part.text.as_str()).collect(), std::iter::once(v.date.clone()).chain(publisher).collect())
        }
        View::Work(v) => (v.summary.clone(), day()),
        _ => return None,
    };
    if !has_own(here.page.kind) {
        return None;
    }
    // Who answers is said once: in the band of the first page, whose title is the site's name, else below.
    let body = here.text(&config.body.name).to_owned();
    if here.page.kind == PageKind::Home {
        card.name = body;
    } else {
        card.foot = foot.into_iter().filter(|part| !part.is_empty()).collect();
        if card.foot.is_empty() {
            card.foot.push(body);
        }
    }
    card.answer = answer;
    Placed::new(here.site, &here.page.dir, here.names().word(Folder::Card), card)
}

/// The card of the site in a language, else in the first one; none where even its name has letters that cannot be drawn.
pub fn of_site(site: &Site<'_>, lang: usize) -> Option<Placed> {
    let look = site.cards?;
    let (config, tag) = (site.config, site.languages[lang].tag.as_str());
    let (mut title, body) = (config.title.get(tag).to_owned(), config.body.name.get(tag).to_owned());
    if site.record.sample_site {
        title = site.languages[lang].say_with("sample-title", &[("title", Arg::Text(&title))]);
    }
    let card = ShareCard { name: body, title, answer: config.tagline.get(tag).to_owned(), ..empty(site, lang, look) };
    // Not to be taken for the card of the first page, which lies in the same folder.
    let word = format!("{}-site", site.names[lang].word(Folder::Card));
    let placed = Placed::new(site, &site.names[lang].prefix, &word, card);
    if placed.is_none() && lang > 0 { of_site(site, 0) } else { placed }
}

fn empty(site: &Site<'_>, lang: usize, look: Look) -> ShareCard {
    let address = site.config.base_url.as_deref().unwrap_or("");
    ShareCard {
        name: site.config.title.get(&site.languages[lang].tag).to_owned(),
        title: String::new(),
        answer: String::new(),
        numbers: Vec::new(),
        foot: Vec::new(),
        address: address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/').to_owned(),
        look,
    }
}

fn numbers(figures: &[KeyFigure]) -> Vec<CardNumber> {
    let one = |KeyFigure { value: Value { text, unit, flag, .. }, label }: &KeyFigure| CardNumber {
        value: if unit.is_empty() { text.clone() } else { format!("{text} {unit}") },
        label: if flag.is_empty() { label.clone() } else { format!("{label} ({flag})") },
    };
    figures.iter().take(3).map(one).collect()
}
