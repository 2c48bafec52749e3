//! Hand-written pages, the method page with its rules, and the page for lost addresses.
//!
//! Invariant: the rules printed on the method page are those the figures follow, thresholds included.
//!
//! May use: model, figures, reconcile; crates rust_decimal.

use super::report::Resolver;
use super::route::Folder;
use super::views::{Line, Link, Method, NotFound, ProsePage, TextPart};
use super::{Here, PageKind, View, blocks, contents, frame};
use crate::figures::{Judged, Standing, Standpoint};
use crate::model::{Body, Hedge, Number};
use rust_decimal::Decimal;

/// The title of a hand-written page in the page's language, else in the first.
pub fn title(here: &Here<'_>, id: &str) -> Option<String> {
    telling(here, id).map(|(title, _)| title.to_owned())
}

/// A link to a hand-written page, or to the method page, which every site has. The titles of all of them are in the
/// key of every page.
pub fn link(here: &Here<'_>, id: &str) -> Option<Link> {
    let kind = match here.site.record.prose.iter().position(|p| p.id == id) {
        _ if id == "method" => PageKind::Method,
        at => PageKind::Prose(at? as u32),
    };
    Some(here.link(&frame::dir_of(here.site, kind, here.page.lang)?, frame::title_of(here, kind)))
}

fn telling<'h>(here: &Here<'h>, id: &str) -> Option<(&'h str, &'h Body)> {
    let page = here.site.record.prose.iter().find(|p| p.id == id)?;
    let told = page.tellings.iter().find(|(lang, _, _)| lang == here.lang()).or_else(|| page.tellings.first())?;
    Some((&told.1, &told.2))
}

fn body(here: &Here<'_>, id: &str) -> (Vec<TextPart>, Vec<Link>) {
    let Some((_, body)) = telling(here, id) else { return (Vec::new(), Vec::new()) };
    blocks::text(&body.file, &Resolver { here, report: None, telling: None }, &Standpoint::default())
}

/// A hand-written page; the contact page begins with the office that answers.
pub fn page(here: &Here<'_>, ix: u32) -> (&'static str, View) {
    let id = here.site.record.prose[ix as usize].id.as_str();
    let contact = id == "contact";
    let (body, parts) = body(here, id);
    let view = View::Prose(Box::new(ProsePage { contents: contents::of([parts]), body, contact }));
    (if contact { "layouts/contact.html" } else { "layouts/page.html" }, view)
}

/// The method page.
pub fn method(here: &Here<'_>) -> Method {
    let margin = here.language.decimal(Number(here.site.config.on_track_margin));
    let line = |name: &str, text: String| Line { name: here.say(name), text, href: String::new() };
    let pair = |id: &str| line(&format!("{id}-name"), here.say(id));
    let judged = |standing| Judged { elapsed: None, standing };
    let half = Decimal::from(50);
    let with_pace = |standing| Judged { elapsed: Some(Decimal::from(75)), standing };
    let bar = |percent: Option<(Decimal, Hedge)>, judged, label: &str| here.bar(percent, judged, here.say(label));
    let (body, parts) = body(here, "method");
    let mut page = Method {
        contents: Vec::new(),
        body,
        rules: vec![
            pair("method-money"),
            pair("method-denominator"),
            pair("method-indicator"),
            line("method-standing-name", here.with("method-standing", &[("margin", &margin)])),
            pair("method-sums"),
            pair("method-rounding"),
            pair("method-hedges"),
            pair("method-mismatch"),
        ],
        checks: crate::reconcile::Rule::ALL.iter().map(|rule| pair(rule.name())).chain(std::iter::once(pair("check-pair"))).collect(),
        missing: ["not-assigned", "not-due", "no-data", "not-stated", "not-applicable", "withheld"]
            .iter()
            .map(|id| line(&format!("missing-{id}"), here.say(&format!("missing-{id}-meaning"))))
            .chain(std::iter::once(line("nothing-disbursed", here.say("nothing-disbursed-meaning"))))
            .collect(),
        hedges: ["over", "nearly", "about", "under", "at-least"]
            .iter()
            .map(|id| line(&format!("hedge-{id}"), here.say(&format!("hedge-{id}-meaning"))))
            .collect(),
        standings: [(Standing::Met, "met"), (Standing::OnTrack, "on-track"), (Standing::Behind, "behind"), (Standing::NotAssessed, "not-assessed")]
            .into_iter()
            .map(|(s, id)| here.standing(judged(s), here.say(&format!("standing-{id}-meaning"))))
            .collect(),
        bars: vec![
            bar(Some((Decimal::from(80), Hedge::Exact)), with_pace(Standing::OnTrack), "bar-share"),
            bar(Some((half, Hedge::Exact)), with_pace(Standing::Behind), "bar-behind"),
            bar(Some((Decimal::from(150), Hedge::Exact)), judged(Standing::Met), "bar-over"),
            bar(Some((half, Hedge::AtLeast)), judged(Standing::NotAssessed), "bar-at-least"),
            bar(Some((Decimal::ZERO, Hedge::Exact)), with_pace(Standing::Behind), "bar-zero"),
            bar(None, judged(Standing::NotAssessed), "bar-unknown"),
        ],
    };
    let part = |there: bool, id: &str, word: &str| contents::if_there(there, id, || here.say(word));
    page.contents = contents::of([
        parts,
        part(!page.rules.is_empty(), "method-rules", "rules"),
        part(!page.checks.is_empty(), "method-checks", "checks"),
        part(!page.standings.is_empty(), "method-standings", "standings"),
        part(!page.bars.is_empty(), "method-bars", "bars"),
        part(!page.missing.is_empty(), "method-missing", "missing-values"),
        part(!page.hedges.is_empty(), "method-hedges", "hedges"),
    ]);
    page
}

/// The page for lost addresses.
pub fn not_found(here: &Here<'_>) -> NotFound {
    let mut links = vec![here.link(&here.names().prefix, here.say("crumb-home"))];
    links.extend(
        [(Folder::Areas, "nav-areas"), (Folder::Programmes, "nav-programmes"), (Folder::Reports, "nav-reports")]
            .map(|(folder, id)| here.folder(folder, &here.say(id))),
    );
    for link in &mut links {
        link.current = false;
    }
    NotFound { search: super::search::address(here), links }
}
