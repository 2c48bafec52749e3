//! Figures to put into a text: found by words without their marks, each with the Markdown that says it rightly.
//!
//! Invariant: what is offered has been read back: the address leads to this very figure from this very text.
//!
//! May use: bound, diag, figures, model, pages, pipeline; crates serde_json.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::{Desk, Request, Stop, files, site};
use crate::bound;
use crate::diag::nearest::fold;
use crate::figures::{FigureIx, Origin, SheetFigures, Standpoint};
use crate::model::{AreaIx, AsOf, Period, Record, ReportIx};
use crate::pages::{Here, PageKind};
use crate::pipeline::Shown;

/// At most so many are offered.
const OFFERED: usize = 50;
/// So many figures are looked at before the search gives up: a country has hundreds of thousands.
const LOOKED_AT: usize = 60_000;

/// The figures with these words, those of the text's own places first.
pub fn find(desk: &Desk, request: &Request<'_>) -> Result<Value, Stop> {
    let file = request.asked("file").unwrap_or_default();
    let asked = files::asked_words(&request.asked("q").unwrap_or_default());
    site::shown(desk, &[], |shown| json!({ "figures": found(shown, &file, &asked) }))
}

/// The report a file is a telling of, and the language of a file.
fn text_of(record: &Record, file: &str) -> (Option<ReportIx>, String) {
    for (at, report) in record.reports.iter().enumerate() {
        if let Some(telling) = report.tellings.iter().find(|telling| telling.body.file == file) {
            return (Some(ReportIx(at as u32)), telling.lang.clone());
        }
    }
    let of_page = record.prose.iter().flat_map(|page| &page.tellings).find(|(.., body)| body.file == file);
    (None, of_page.map_or(String::new(), |(lang, ..)| lang.clone()))
}

/// A figure that has the words.
struct Hit<'s> {
    /// First those of the text's own places and year, then the newest, then as they stand.
    rank: (bool, bool, Reverse<Option<AsOf>>, FigureIx),
    sheet: &'s SheetFigures,
    title: String,
}

fn found(shown: &Shown<'_>, file: &str, asked: &[String]) -> Vec<Value> {
    let record = shown.site.record;
    let (report, lang) = text_of(record, file);
    let lang = if lang.is_empty() { shown.site.config.first_language().to_owned() } else { lang };
    let from = report.map_or_else(Standpoint::default, |ix| Standpoint::of(record, ix));
    let at = shown.site.languages.iter().position(|language| language.tag == lang).unwrap_or(0);
    let Some(home) = shown.pages().iter().find(|page| page.kind == PageKind::Home && page.lang == at) else { return Vec::new() };
    let here = Here::new(shown.site, home);
    // The places of the text first, then those that are named.
    let mut areas: Vec<(bool, usize, AreaIx)> = record
        .areas()
        .map(|(ix, area)| {
            let name = fold(&format!("{} {} {}", area.name.get(&lang), area.id, area.id.replace('-', " ")));
            let named = asked.iter().filter(|word| files::has_all(&name, std::slice::from_ref(*word))).count();
            (from.areas.contains(&ix), named, ix)
        })
        .filter(|(own, ..)| *own || !asked.is_empty())
        .collect();
    areas.sort_by_key(|(own, named, ix)| (Reverse(*named), !own, *ix));
    let mut left = LOOKED_AT;
    let mut hits: Vec<Hit<'_>> = Vec::new();
    for (own, _, ix) in areas {
        for sheet in shown.site.figures.of_area(ix).rev() {
            for figure in 0..sheet.figures.len() as FigureIx {
                let one = sheet.figure(figure);
                if one.address.contains('~') || matches!(one.origin, Origin::Replaced(_)) || left == 0 {
                    continue;
                }
                left -= 1;
                let title = here.figure_title(sheet, figure);
                if files::has_all(&fold(&format!("{title} {}", one.address.replace(['/', '-'], " "))), asked) {
                    hits.push(Hit { rank: (!own, sheet.period != Period::year(from.year), Reverse(one.as_of), figure), sheet, title });
                }
            }
        }
        if hits.len() >= 4 * OFFERED {
            break;
        }
    }
    hits.sort_by_key(|hit| hit.rank);
    let offered = hits.into_iter().filter_map(|hit| offer(shown, &from, hit.sheet, hit.rank.3, &lang, &hit.title)).take(OFFERED);
    offered.collect()
}

fn offer(shown: &Shown<'_>, from: &Standpoint<'_>, figures: &SheetFigures, ix: FigureIx, lang: &str, title: &str) -> Option<Value> {
    let (record, all) = (shown.site.record, shown.site.figures);
    let sheet = record.sheets.get(&(figures.area, figures.period))?;
    let address = all.shortest(record, from, figures, ix)?;
    let known = bound::Known::of(figures, sheet, record, ix, lang);
    let (cue, words) = known.to_type(lang);
    let escaped: String =
        words.chars().flat_map(|letter| matches!(letter, '[' | ']' | '\\' | '*' | '_' | '`').then_some('\\').into_iter().chain([letter])).collect();
    let cue = cue.map_or_else(String::new, |cue| format!("{cue} "));
    let figure = figures.figure(ix);
    let place = figures.fact(sheet, ix).map(|fact| format!("{}:{}", fact.place.file, fact.place.spot.line));
    Some(json!({
        "address": address,
        "title": title,
        "words": format!("{cue}{words}"),
        "markdown": format!("{cue}[{escaped}](figure:{address})"),
        "day": figure.as_of.filter(|day| day.known()).map(AsOf::slug),
        "counted": matches!(figure.origin, Origin::Counted { .. }),
        "place": place,
    }))
}
