//! What surrounds every page: title, menu, languages, way back, office, and what machines read of it.
//!
//! Invariant: the same feedback box and footer in the same place on every page.
//!
//! May use: model, figures, cards; crates serde_json.

use serde_json::json;

use super::card::{self, Placed};
use super::embed::Framed;
use super::here::upper_first;
use super::route::Folder;
use super::views::{Frame, LanguageLink, Link, Office};
use super::{Here, PageKind, Site, View, plan, search};
use crate::cards;
use crate::figures::SheetFigures;
use crate::model::area::ResponsibleBody;
use crate::model::{AreaIx, AsOf, Grain};

/// What `base.html` is told.
pub fn frame(here: &Here<'_>, view: &View, own: Option<&Placed>) -> Frame {
    let site = here.site;
    let title = title(here);
    let description = described(here, &title, description(view));
    let area = area_of(here);
    let banner = area.and_then(|ix| site.record.area(ix).historical.as_ref()).map_or_else(String::new, |h| here.text(h).to_owned());
    let article = matches!(here.page.kind, PageKind::Report(_));
    let canonical = match here.page.kind {
        PageKind::NotFound => String::new(),
        PageKind::Moved(at) => here.absolute(&site.moved[at as usize].to),
        PageKind::Embed(of) => dir_of(site, of.page(), here.page.lang).map_or_else(String::new, |dir| here.absolute(&dir)),
        _ => here.absolute(&here.page.dir),
    };
    let photograph = super::report::shared_picture(here);
    let card = shown_by(here, own);
    let size = |side: u16| if card.is_some() { side.to_string() } else { String::new() };
    let (og_image, og_image_alt) = card.as_ref().map_or_else(|| photograph.clone(), |card| (here.absolute(&card.path), card.words()));
    // Search engines show a report by what was seen there.
    let pictured = if photograph.0.is_empty() { &og_image } else { &photograph.0 };
    let frame = Frame {
        lang: here.lang().to_owned(),
        dir: direction(here.lang()).to_owned(),
        site: here.text(&site.config.title).to_owned(),
        json_ld: json_ld(here, &here.marked(title.clone(), is_sample(here)), &description, &canonical, pictured),
        title,
        description,
        home: here.href(&here.names().prefix),
        nav: nav(here),
        languages: languages(here),
        crumbs: crumbs(here),
        canonical,
        feed: feed(here, area),
        oembed: here.oembed(here.page.kind),
        og_type: if article { "article" } else { "website" }.to_owned(),
        og_image,
        og_image_alt,
        og_image_width: size(cards::WIDTH),
        og_image_height: size(cards::HEIGHT),
        banner,
        sample: false,
        noindex: matches!(here.page.kind, PageKind::NotFound | PageKind::Moved(_) | PageKind::Kit(..) | PageKind::Embed(_)),
        office: office(here, &site.config.body),
        footer: footer(here),
        updated: updated(here),
        changed: super::changed::line(here),
    };
    // What was shown is known when all is drawn.
    Frame { sample: is_sample(here), ..frame }
}

/// The card a shared link to this page is shown by: its own, else the site's.
fn shown_by(here: &Here<'_>, own: Option<&Placed>) -> Option<Placed> {
    // Nobody sends on a page that is not there, or a sheet to be printed.
    let is_shared = !matches!(here.page.kind, PageKind::NotFound | PageKind::Kit(..) | PageKind::Embed(_) | PageKind::Feed(_) | PageKind::CorrectionsFeed);
    own.cloned().or_else(|| card::of_site(here.site, here.page.lang)).filter(|_| is_shared)
}

/// Whether the page shows anything of a sample: what it is about, or what was linked to while it was drawn.
pub fn is_sample(here: &Here<'_>) -> bool {
    here.site.record.sample_site || is_about_sample(here.site, here.page.kind) || here.has_shown_sample()
}

/// Whether what a page is about is a sample.
pub fn is_about_sample(site: &Site<'_>, kind: PageKind) -> bool {
    let record = site.record;
    match Framed::shown_by(kind) {
        PageKind::Area(ix) | PageKind::Notice(ix) => record.area(ix).sample,
        PageKind::Period(ix, period) | PageKind::Kit(ix, period) => {
            record.area(ix).sample || record.sheets.get(&(ix, period)).is_some_and(|sheet| sheet.sample)
        }
        PageKind::Programme(ix) | PageKind::Component(ix, _) => record.programme(ix).sample,
        PageKind::Indicator(ix) => record.programme(record.indicator(ix).programme).sample,
        PageKind::Report(ix) => record.report(ix).sample,
        PageKind::Document(ix) => record.document(ix).sample,
        PageKind::Work(ix) => record.works[ix as usize].sample,
        PageKind::Prose(ix) => record.prose[ix as usize].sample,
        PageKind::Method => record.prose.iter().any(|page| page.id == "method" && page.sample),
        PageKind::Corrections | PageKind::CorrectionsFeed => record.sample_corrections,
        // The box finds everything.
        PageKind::Search(..) => record.has_sample(),
        _ => false,
    }
}

/// The direction a language is written in.
pub fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"];
    let primary = lang.split('-').next().unwrap_or(lang);
    if RIGHT_TO_LEFT.contains(&primary) { "rtl" } else { "ltr" }
}

fn area_of(here: &Here<'_>) -> Option<AreaIx> {
    match here.page.kind {
        PageKind::Area(ix) | PageKind::Period(ix, _) | PageKind::Notice(ix) | PageKind::Embed(Framed::Area(ix)) | PageKind::Kit(ix, _) => Some(ix),
        PageKind::Work(ix) => Some(here.site.record.works[ix as usize].area),
        _ => None,
    }
}

/// The title of the page without the site's name.
pub fn title(here: &Here<'_>) -> String {
    title_of(here, here.page.kind)
}

/// The title of any page, in the language of the page it is named on.
pub fn title_of(here: &Here<'_>, kind: PageKind) -> String {
    let record = here.site.record;
    match kind {
        PageKind::Home => here.text(&here.site.config.title).to_owned(),
        PageKind::Areas => here.say("title-areas"),
        PageKind::Area(ix) => upper_first(&here.area_name(ix)),
        PageKind::Embed(of) => title_of(here, of.page()),
        PageKind::Period(ix, period) => here.with("title-period", &[("place", &upper_first(&here.area_name(ix))), ("period", &here.language.period(period))]),
        PageKind::Notice(ix) => {
            let place = upper_first(&here.area_name(ix));
            match here.posted(ix) {
                Some(figures) => here.with("title-notice", &[("place", &place), ("period", &here.language.period(figures.period))]),
                None => place,
            }
        }
        PageKind::Year(None) => here.say("title-years"),
        PageKind::Year(Some(period)) => here.with("title-year", &[("period", &here.language.period(period))]),
        PageKind::Kit(ix, period) => here.with("title-kit", &[("place", &upper_first(&here.area_name(ix))), ("period", &here.language.period(period))]),
        PageKind::Programmes => here.say("title-programmes"),
        PageKind::Programme(ix) => here.text(&record.programme(ix).name).to_owned(),
        PageKind::Component(p, c) => here.text(&record.programme(p).components[c.at()].name).to_owned(),
        PageKind::Indicators => here.say("title-indicators"),
        PageKind::Indicator(ix) => here.text(&record.indicator(ix).name).to_owned(),
        PageKind::Report(ix) => record.report(ix).telling(here.lang()).map_or_else(String::new, |t| t.title.clone()),
        PageKind::Archive(None, _) => here.say("title-reports"),
        PageKind::Archive(Some(year), 1) => here.with("title-reports-year", &[("year", &year.to_string())]),
        PageKind::Archive(Some(year), number) => here.with("title-reports-page", &[("year", &year.to_string()), ("page", &number.to_string())]),
        PageKind::Documents => here.say("title-documents"),
        PageKind::Document(ix) => {
            let document = record.document(ix);
            document.number.clone().map_or_else(|| here.text(&document.title).to_owned(), |n| format!("{n}: {}", here.text(&document.title)))
        }
        PageKind::Works => here.say("title-works"),
        PageKind::Work(ix) => here.text(&record.works[ix as usize].name).to_owned(),
        PageKind::Data => here.say("title-data"),
        PageKind::Method => super::prose::title(here, "method").unwrap_or_else(|| here.say("title-method")),
        PageKind::Corrections | PageKind::CorrectionsFeed => here.say("title-corrections"),
        PageKind::Prose(ix) => super::prose::title(here, &record.prose[ix as usize].id).unwrap_or_default(),
        PageKind::Search(letter, number) => search::title(here, letter, number),
        PageKind::NotFound => here.say("title-not-found"),
        PageKind::Moved(at) => title_of(here, here.site.moved[at as usize].kind),
        PageKind::Feed(None) => here.text(&here.site.config.title).to_owned(),
        PageKind::Feed(Some(ix)) => upper_first(&here.area_name(ix)),
    }
}

fn description(view: &View) -> String {
    let text = match view {
        View::Home(v) => &v.summary,
        View::Areas(v) => &v.summary,
        View::Area(v) => &v.summary,
        View::Period(v) => &v.block.summary,
        View::Notice(v) => &v.summary,
        View::Kit(v) => &v.summary,
        View::Year(v) => &v.summary,
        View::Programmes(v) => &v.summary,
        View::Programme(v) => &v.summary,
        View::Indicator(v) => &v.meaning,
        View::Report(v) => &v.lead.iter().map(|part| part.text.as_str()).collect::<String>(),
        View::Archive(v) => &v.summary,
        View::Documents(v) => &v.summary,
        View::Works(v) => &v.summary,
        View::Work(v) => &v.summary,
        View::Data(v) => &v.summary,
        View::Search(v) => &v.summary,
        _ => "",
    };
    shorten(text, 200)
}

/// A page that says nothing of itself is described by its title and what the site is about.
fn described(here: &Here<'_>, title: &str, description: String) -> String {
    if !description.is_empty() {
        return description;
    }
    let config = &here.site.config;
    let site = [&config.tagline, &config.title].map(|text| here.text(text)).into_iter().find(|text| !text.is_empty()).unwrap_or("");
    if title == site { site.to_owned() } else { shorten(&format!("{title}. {site}"), 200) }
}

/// At most so many letters, cut at a word.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

fn nav(here: &Here<'_>) -> Vec<Link> {
    let items = [
        (Folder::Areas, "nav-areas"),
        (Folder::Programmes, "nav-programmes"),
        (Folder::Reports, "nav-reports"),
        (Folder::Data, "nav-data"),
        (Folder::Contact, "nav-contact"),
        (Folder::Search, "nav-search"),
    ];
    let has_contact = here.site.record.prose.iter().any(|p| p.id == "contact");
    items.iter().filter(|(folder, _)| *folder != Folder::Contact || has_contact).map(|(folder, id)| here.folder(*folder, &here.say(id))).collect()
}

fn footer(here: &Here<'_>) -> Vec<Link> {
    let mut items = vec![
        (Folder::Method, "footer-method"),
        (Folder::Corrections, "footer-corrections"),
        (Folder::Indicators, "footer-indicators"),
        (Folder::Documents, "footer-documents"),
        (Folder::Works, "footer-works"),
    ];
    let written = |id: &str| here.site.record.prose.iter().any(|p| p.id == id);
    items.extend(written("accessibility").then_some((Folder::Accessibility, "footer-accessibility")));
    items.extend(written("about").then_some((Folder::About, "footer-about")));
    items.iter().map(|(folder, id)| here.folder(*folder, &here.say(id))).collect()
}

/// The same page in every language it exists in.
fn languages(here: &Here<'_>) -> Vec<LanguageLink> {
    let site = here.site;
    if matches!(here.page.kind, PageKind::NotFound | PageKind::Moved(_)) || site.languages.len() < 2 {
        return Vec::new();
    }
    let mut links = Vec::new();
    for (at, language) in site.languages.iter().enumerate() {
        let Some(dir) = same_page(here, at) else { continue };
        links.push(LanguageLink {
            lang: language.tag.clone(),
            name: language.say("language-name"),
            href: here.href(&dir),
            // A letter of the list is no translation of the search page it leads to in another language.
            absolute: if matches!(here.page.kind, PageKind::Search(Some(_), _)) { String::new() } else { here.absolute(&dir) },
            current: at == here.page.lang,
        });
    }
    links
}

/// Where this page lies in another language.
fn same_page(here: &Here<'_>, lang: usize) -> Option<String> {
    match here.page.kind {
        PageKind::NotFound => Some(here.site.names[lang].prefix.clone()),
        // The letters of another language are others.
        PageKind::Search(Some(_), _) if lang != here.page.lang => Some(here.site.names[lang].folder(Folder::Search)),
        kind => dir_of(here.site, kind, lang),
    }
}

/// Where a page lies in a language; nothing for a report that is not told in it.
pub fn dir_of(site: &Site<'_>, kind: PageKind, lang: usize) -> Option<String> {
    let (record, names) = (site.record, &site.names[lang]);
    Some(match kind {
        PageKind::Home | PageKind::Feed(None) | PageKind::NotFound => names.prefix.clone(),
        PageKind::Moved(_) => return None,
        PageKind::Areas => names.folder(Folder::Areas),
        PageKind::Area(ix) | PageKind::Feed(Some(ix)) => names.page(Folder::Areas, &record.area(ix).id),
        PageKind::Period(ix, period) => format!("{}{}/", names.page(Folder::Areas, &record.area(ix).id), period.slug()),
        PageKind::Notice(ix) => format!("{}{}/", names.page(Folder::Areas, &record.area(ix).id), names.word(Folder::Notice)),
        PageKind::Embed(of) => of.dir(names, record),
        PageKind::Year(None) => names.folder(Folder::Periods),
        PageKind::Year(Some(period)) => format!("{}{}/", names.folder(Folder::Periods), period.slug()),
        PageKind::Kit(ix, period) => format!("{}{}/{}/", names.page(Folder::Areas, &record.area(ix).id), period.slug(), names.word(Folder::Kit)),
        PageKind::Programmes => names.folder(Folder::Programmes),
        PageKind::Programme(ix) => names.page(Folder::Programmes, &record.programme(ix).id),
        PageKind::Component(p, c) => {
            let programme = record.programme(p);
            format!("{}{}/", names.page(Folder::Programmes, &programme.id), programme.components[c.at()].id)
        }
        PageKind::Indicators => names.folder(Folder::Indicators),
        PageKind::Indicator(ix) => names.page(Folder::Indicators, &record.indicator(ix).id),
        PageKind::Report(ix) => {
            let report = record.report(ix);
            plan::told_in(report, &site.languages[lang].tag).then(|| names.page(Folder::Reports, &report.id))?
        }
        PageKind::Archive(year, number) => plan::archive_dir(site, lang, year, number),
        PageKind::Documents => names.folder(Folder::Documents),
        PageKind::Document(ix) => names.page(Folder::Documents, &record.document(ix).id),
        PageKind::Works => names.folder(Folder::Works),
        PageKind::Work(ix) => names.page(Folder::Works, &record.works[ix as usize].id),
        PageKind::Data => names.folder(Folder::Data),
        PageKind::Method => names.folder(Folder::Method),
        PageKind::Corrections | PageKind::CorrectionsFeed => names.folder(Folder::Corrections),
        PageKind::Prose(ix) => match record.prose[ix as usize].id.as_str() {
            "about" => names.folder(Folder::About),
            "accessibility" => names.folder(Folder::Accessibility),
            "contact" => names.folder(Folder::Contact),
            id => format!("{}{id}/", names.prefix),
        },
        PageKind::Search(letter, number) => search::dir(site, lang, letter, number),
    })
}

fn crumbs(here: &Here<'_>) -> Vec<Link> {
    let record = here.site.record;
    let home = here.link(&here.names().prefix, here.say("crumb-home"));
    let folder = |folder, id: &str| here.folder(folder, &here.say(id));
    let mut way = match here.page.kind {
        PageKind::Home | PageKind::Feed(_) | PageKind::CorrectionsFeed | PageKind::NotFound | PageKind::Moved(_) => return Vec::new(),
        PageKind::Area(ix) => {
            let mut way = vec![home, folder(Folder::Areas, "nav-areas")];
            way.extend(record.area(ix).parent.map(|parent| here.area(parent)));
            way
        }
        PageKind::Year(Some(_)) => vec![home, folder(Folder::Areas, "nav-areas"), folder(Folder::Periods, "title-years")],
        PageKind::Year(None) => vec![home, folder(Folder::Areas, "nav-areas")],
        PageKind::Period(ix, _) | PageKind::Notice(ix) => {
            let mut way = vec![home, folder(Folder::Areas, "nav-areas")];
            way.extend(record.area(ix).parent.map(|parent| here.area(parent)));
            way.push(here.area(ix));
            way
        }
        PageKind::Programme(_) => vec![home, folder(Folder::Programmes, "nav-programmes")],
        PageKind::Component(p, c) => {
            let mut way = vec![home, folder(Folder::Programmes, "nav-programmes"), here.programme(p)];
            if let Some(parent) = record.programme(p).components[c.at()].parent {
                let mut link = here.component(p, parent);
                link.text = record.programme(p).components[parent.at()].code.clone();
                way.push(link);
            }
            way
        }
        PageKind::Indicator(ix) => vec![home, folder(Folder::Programmes, "nav-programmes"), here.programme(record.indicator(ix).programme)],
        PageKind::Report(ix) => vec![
            home,
            folder(Folder::Reports, "nav-reports"),
            here.link(&plan::archive_dir(here.site, here.page.lang, Some(record.report(ix).year), 1), record.report(ix).year.to_string()),
        ],
        PageKind::Archive(Some(_), _) => vec![home, folder(Folder::Reports, "nav-reports")],
        PageKind::Document(_) => vec![home, folder(Folder::Documents, "footer-documents")],
        PageKind::Search(Some(_), _) => vec![home, folder(Folder::Search, "nav-search")],
        PageKind::Work(ix) => vec![home, folder(Folder::Works, "footer-works"), here.area(record.works[ix as usize].area)],
        _ => vec![home],
    };
    let words = match here.page.kind {
        PageKind::Component(p, c) => record.programme(p).components[c.at()].code.clone(),
        PageKind::Programme(ix) => here.text(&record.programme(ix).short).to_owned(),
        PageKind::Period(_, period) | PageKind::Year(Some(period)) => here.period(period),
        PageKind::Notice(_) => here.say("notice"),
        PageKind::Document(ix) => here.document(ix).text,
        _ => shorten(&title(here), 60),
    };
    way.push(Link { href: here.href(&here.page.dir), text: words, lang: String::new(), current: true });
    way
}

/// The office that answers, with the page named in the subject of a letter.
pub fn office(here: &Here<'_>, body: &ResponsibleBody) -> Office {
    let phone = body.phone.clone().unwrap_or_default();
    let email = body.email.clone().unwrap_or_default();
    let subject: String = here.with("mail-subject", &[("page", &format!("/{}", here.page.dir))]);
    Office {
        name: here.text(&body.name).to_owned(),
        person: here.maybe(body.person.as_ref()),
        address: here.maybe(body.address.as_ref()),
        phone_href: if phone.is_empty() {
            String::new()
        } else {
            format!("tel:{}", phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
        },
        phone,
        email_href: if email.is_empty() { String::new() } else { format!("mailto:{email}?subject={}", percent_encode(&subject)) },
        email,
        hours: here.maybe(body.hours.as_ref()),
        answer_time: here.maybe(body.answer_time.as_ref()),
        licence: here.maybe(body.licence.as_ref()),
    }
}

fn percent_encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn feed(here: &Here<'_>, area: Option<AreaIx>) -> String {
    if matches!(here.page.kind, PageKind::Corrections) {
        return here.href(&format!("{}feed.xml", here.page.dir));
    }
    match area.filter(|ix| !here.site.index.by_area[ix.at()].is_empty()) {
        Some(ix) => here.href(&format!("{}feed.xml", here.area_dir(ix))),
        None => here.href(&format!("{}feed.xml", here.names().prefix)),
    }
}

/// Says which day the newest figure of a page holds for.
pub(super) fn updated(here: &Here<'_>) -> String {
    newest_day(here).map_or_else(String::new, |day| here.with("updated", &[("date", &here.date(day))]))
}

/// The day of the newest figure a page of a place holds.
pub fn newest_day(here: &Here<'_>) -> Option<AsOf> {
    let (all, one) = (&here.site.figures, |s: &SheetFigures| s.figures.iter().filter_map(|f| f.as_of).collect::<Vec<_>>());
    let days: Vec<AsOf> = match here.page.kind {
        PageKind::Area(ix) | PageKind::Embed(Framed::Area(ix)) => all.of_area(ix).flat_map(one).collect(),
        PageKind::Notice(ix) => here.posted(ix).map(one).unwrap_or_default(),
        PageKind::Period(ix, period) => all.sheet(ix, period).map(one).unwrap_or_default(),
        PageKind::Work(ix) => here.site.record.works[ix as usize].as_of.into_iter().collect(),
        _ => Vec::new(),
    };
    days.into_iter().filter(|a| a.known() && a.grain != Grain::Year).max()
}

/// What search engines read: a report is a NewsArticle, figures are a Dataset.
fn json_ld(here: &Here<'_>, title: &str, description: &str, canonical: &str, image: &str) -> String {
    let publisher = json!({"@type": "Organization", "name": here.text(&here.site.config.body.name)});
    let mut value = match here.page.kind {
        PageKind::Report(ix) => {
            let report = here.site.record.report(ix);
            let telling = report.telling(here.lang());
            let mut value = json!({"@context": "https://schema.org", "@type": "NewsArticle", "headline": shorten(title, 110), "description": description,
                "inLanguage": here.lang(), "publisher": publisher, "isAccessibleForFree": true});
            let date = if report.published.known() { Some(report.published) } else { report.event };
            if let Some(date) = date.filter(|d| d.grain == Grain::Day) {
                value["datePublished"] = json!(date.day.to_string());
            }
            if let Some(telling) = telling {
                let authors: Vec<_> = telling.authors.iter().map(|name| json!({"@type": "Person", "name": name})).collect();
                if !authors.is_empty() {
                    value["author"] = json!(authors);
                }
                let mut based_on = json!({"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": telling.origin.name}});
                if let Some(title) = &telling.origin.title {
                    based_on["name"] = json!(title);
                }
                if let Some(url) = &telling.origin.url {
                    based_on["url"] = json!(url);
                }
                value["isBasedOn"] = based_on;
            }
            if !image.is_empty() {
                value["image"] = json!([image]);
            }
            value
        }
        PageKind::Area(ix) | PageKind::Period(ix, _) => {
            if here.site.figures.of_area(ix).next().is_none() {
                return String::new();
            }
            let csv = here.absolute(&super::list::area_file(here.site, ix, "csv"));
            let json_file = here.absolute(&super::list::area_file(here.site, ix, "json"));
            dataset(here, title, description, publisher, &[(csv, "text/csv"), (json_file, "application/json")])
        }
        PageKind::Data => {
            let files = [(here.absolute(super::list::SITE_CSV), "text/csv"), (here.absolute(super::list::SITE_JSON), "application/json")];
            dataset(here, title, description, publisher, &files)
        }
        _ => return String::new(),
    };
    if !canonical.is_empty() {
        value["url"] = json!(canonical);
    }
    // Inside a script element only `<` could end it.
    value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

fn dataset(here: &Here<'_>, title: &str, description: &str, publisher: serde_json::Value, files: &[(String, &str)]) -> serde_json::Value {
    let mut value = json!({"@context": "https://schema.org", "@type": "Dataset", "name": title, "description": if description.is_empty() { title } else { description },
        "inLanguage": here.lang(), "isAccessibleForFree": true, "creator": publisher});
    if let Some(licence) = here.site.config.body.licence.as_ref() {
        value["usageInfo"] = json!(here.text(licence));
    }
    let files: Vec<_> = files
        .iter()
        .filter(|(url, _)| !url.is_empty())
        .map(|(url, kind)| json!({"@type": "DataDownload", "contentUrl": url, "encodingFormat": kind}))
        .collect();
    if !files.is_empty() {
        value["distribution"] = json!(files);
    }
    value
}
