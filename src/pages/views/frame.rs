//! What stands around every page: its head, its menus, who answers and the way through the site.
//!
//! May use: nothing; crates serde.

use serde::Serialize;

use super::link::Link;

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// Language tag.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Address, relative to the page.
    pub href: String,
    /// Absolute address for `hreflang`; empty without `base_url`.
    pub absolute: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

/// The office that answers, shown in the feedback box and the footer of every page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Office {
    /// Name.
    pub name: String,
    /// Person in charge; empty when not given, like every field below.
    pub person: String,
    /// Address.
    pub address: String,
    /// Telephone as printed.
    pub phone: String,
    /// `tel:` address.
    pub phone_href: String,
    /// E-mail.
    pub email: String,
    /// `mailto:` address with the page in its subject.
    pub email_href: String,
    /// Opening hours.
    pub hours: String,
    /// How soon an answer is promised.
    pub answer_time: String,
    /// Licence line.
    pub licence: String,
}

/// What `base.html` and `bare.html` are told on every page, as `frame`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Frame {
    /// Language of the page.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Name of the site.
    pub site: String,
    /// Title of the page without the site's name.
    pub title: String,
    /// One sentence for search engines and shared links.
    pub description: String,
    /// Way to the site's root in the page's language: `../../`, or empty on the home page.
    pub home: String,
    /// Main menu.
    pub nav: Vec<Link>,
    /// The page in each language it exists in, itself included.
    pub languages: Vec<LanguageLink>,
    /// Way from the home page, the page itself last; empty on the home page.
    pub crumbs: Vec<Link>,
    /// Absolute address; empty without `base_url`.
    pub canonical: String,
    /// Feed of this page, else of the site: relative address.
    pub feed: String,
    /// Absolute address by which programs learn how to frame this page (oEmbed); empty for none.
    pub oembed: String,
    /// Open Graph kind: `website` or `article`.
    pub og_type: String,
    /// Absolute address of the picture for shared links: the card of the page or of the site, else a report's photograph;
    /// empty for none.
    pub og_image: String,
    /// Width of that picture in dots; empty where it is not known.
    pub og_image_width: String,
    /// Its height.
    pub og_image_height: String,
    /// Words for that picture.
    pub og_image_alt: String,
    /// JSON-LD, already safe inside a script element; empty for none.
    pub json_ld: String,
    /// Line saying that this place has ended; empty otherwise.
    pub banner: String,
    /// Whether the page shows sample content. Such a page is seen in a preview and never published.
    pub sample: bool,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// Who answers.
    pub office: Office,
    /// Links of the footer: method, corrections, data, about.
    pub footer: Vec<Link>,
    /// "Latest figures of this page: …"; empty where a page holds none.
    pub updated: String,
    /// The last change of the page: a release, a correction, or the newest day it speaks of; no words where nothing is known.
    pub changed: Link,
}
