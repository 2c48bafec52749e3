//! Pages of programmes, components and indicators.
//!
//! Invariant: places are listed, never summed; a component is not a construction work.
//!
//! May use: model, figures.

use super::Here;
use super::contents;
use super::embed::{self, Framed};
use super::here::upper_first;
use super::table::RowName;
use super::views::{
    Column, ComponentLine, ComponentPage, HistoryLine, IndicatorPage, Indicators, Line, Link, Links, ProgrammeCard, ProgrammePage, Programmes, Row, SetView,
    Table,
};
use crate::figures::{IndicatorLine, MoneyLine, SheetFigures};
use crate::model::{ComponentIx, CriteriaSet, IndicatorIx, IndicatorKind, ProgrammeIx};

/// Reports shown on the page of a place, programme or document.
pub const REPORTS: usize = 12;
/// Rows shown of one table; more are in the data files.
pub const ROWS: usize = 60;

/// The list of programmes.
pub fn programmes(here: &Here<'_>) -> Programmes {
    let record = here.site.record;
    let cards = record
        .programmes()
        .map(|(ix, p)| {
            let decision = p.decision.map(|d| here.document(d).text);
            let years = p.period.map(|period| here.language.period(period));
            let mut link = here.programme(ix);
            link.text = here.text(&p.name).to_owned();
            ProgrammeCard {
                link,
                detail: [decision, years].into_iter().flatten().collect::<Vec<_>>().join(" · "),
                description: here.maybe(p.description.as_ref()),
            }
        })
        .collect();
    let table = money(here, here.say("programmes-caption"), |_| true);
    Programmes {
        summary: here
            .with("programmes-summary", &[("count", &here.count("count-programmes", record.programmes.iter().filter(|p| p.members.is_empty()).count()))]),
        cards,
        table,
    }
}

/// Budget lines of all places, newest period first.
fn money(here: &Here<'_>, caption: String, wanted: impl Fn(&MoneyLine) -> bool) -> Table {
    let mut found: Vec<(&SheetFigures, &MoneyLine)> = Vec::new();
    for figures in here.site.figures.all() {
        found.extend(figures.money.iter().filter(|l| wanted(l)).map(|l| (figures, l)));
    }
    found.sort_by(|a, b| (b.0.period.last, b.0.period.first, a.0.area, a.1.axes).cmp(&(a.0.period.last, a.0.period.first, b.0.area, b.1.axes)));
    let all = found.len();
    let rows = found
        .into_iter()
        .take(ROWS)
        .map(|(figures, line)| {
            let mut row = here.money_row(figures, line, RowName::Place);
            row.detail = format!("{} · {}", row.detail, here.short(line.axes.programme));
            row.notes.retain(|n| n.kind == "mismatch" || n.kind == "doubt");
            row
        })
        .collect();
    let mut table = here.money_frame("tien", rows);
    table.caption = caption;
    here.say_what_is_cut(&mut table, all);
    table
}

/// One programme.
pub fn programme(here: &Here<'_>, ix: ProgrammeIx) -> ProgrammePage {
    let record = here.site.record;
    let p = record.programme(ix);
    let mut lines = Vec::new();
    if let Some(decision) = p.decision {
        let link = here.document(decision);
        lines.push(Line { name: here.say("decision"), text: link.text, href: link.href });
    }
    lines.extend(p.period.map(|period| Line { name: here.say("years"), text: upper_first(&here.language.period(period)), href: String::new() }));
    lines.extend(p.lead_agency.as_ref().map(|a| Line { name: here.say("lead-agency"), text: here.text(a).to_owned(), href: String::new() }));
    let mut money = money(here, here.say("money-by-place-caption"), |l| l.axes.programme == ix);
    money.title = here.say("money-by-place");
    let indicators = record.indicators().filter(|(_, i)| i.programme == ix).map(|(i, _)| here.indicator(i)).collect();
    let places = here.site.index.sheets_of_programme[ix.at()].iter().map(|(a, _)| *a).collect::<std::collections::BTreeSet<_>>().len();
    let mut page = ProgrammePage {
        contents: Vec::new(),
        description: here.maybe(p.description.as_ref()),
        summary: here
            .with("programme-summary", &[("components", &here.count("count-components", p.components.len())), ("places", &here.count("count-places", places))]),
        key_figures: embed::key_figures_of_programme(here, ix),
        lines,
        members: Links { title: here.say("members"), links: p.members.iter().map(|m| here.programme(*m)).collect(), empty: String::new() },
        money,
        components: components(here, ix, None),
        indicators: Links { title: here.say("indicators"), links: indicators, empty: here.say("no-indicators") },
        sets: record.sets.iter().filter(|s| s.programme == ix).map(|s| set(here, s)).collect(),
        successors: p
            .successors
            .iter()
            .map(|s| HistoryLine {
                about: None,
                date: String::new(),
                text: here.text(&s.name).to_owned(),
                place: s.programme.map(|ix| here.programme(ix)),
                document: s.document.map(|d| here.document(d)),
                note: here.maybe(s.note.as_ref()),
            })
            .collect(),
        reports: here.site.index.by_programme[ix.at()].iter().take(REPORTS).map(|r| here.card(*r)).collect(),
        cite: if places == 0 { String::new() } else { here.cite_page(None, here.text(&p.name), None, None) },
        embed: here.embed_line(Framed::Programme(ix)),
    };
    page.contents = contents_of_programme(here, &page);
    page
}

fn contents_of_programme(here: &Here<'_>, page: &ProgrammePage) -> Vec<Link> {
    let part = |there, id, word: &str| contents::if_there(there, id, || here.say(word));
    let links = |id, links: &Links| contents::if_there(!links.links.is_empty(), id, || links.title.clone());
    contents::of([
        links("members", &page.members),
        contents::if_there(!page.money.rows.is_empty(), &page.money.id, || page.money.title.clone()),
        part(!page.components.is_empty(), "components", "components"),
        links("indicators", &page.indicators),
        part(!page.sets.is_empty(), "criteria", "criteria-sets"),
        part(!page.successors.is_empty(), "successors", "successors"),
        part(!page.reports.is_empty(), "reports", "reports-here"),
        part(!page.cite.is_empty(), "cite", "cite"),
    ])
}

/// The components of a programme, or those within one of them.
fn components(here: &Here<'_>, ix: ProgrammeIx, within: Option<ComponentIx>) -> Vec<ComponentLine> {
    let all = &here.site.record.programme(ix).components;
    let inside = |mut at: usize| loop {
        match all[at].parent {
            None => return within.is_none(),
            Some(parent) if Some(parent) == within => return true,
            Some(parent) => at = parent.at(),
        }
    };
    let base = within.map_or(0, |w| all[w.at()].depth + 1);
    (0..all.len())
        .filter(|at| within.is_none() || inside(*at))
        .map(|at| ComponentLine {
            code: all[at].code.clone(),
            link: here.component(ix, ComponentIx(at as u32)),
            depth: all[at].depth - base,
            kind: here.say(&format!("component-{}", all[at].kind.name().replace('_', "-"))),
        })
        .collect()
}

fn set(here: &Here<'_>, set: &CriteriaSet) -> SetView {
    let years = set.period.map(|p| upper_first(&here.language.period(p)));
    let criteria = (!set.criteria.is_empty()).then(|| here.count("count-criteria", set.criteria.len()));
    let items = set.items.map(|n| here.count("count-items", n as usize));
    SetView {
        id: set.id.clone(),
        name: here.text(&set.name).to_owned(),
        detail: [years, criteria, items].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        document: set.document.map(|d| here.document(d)),
        criteria: set.criteria.iter().map(|c| Line { name: c.number.to_string(), text: here.text(&c.name).to_owned(), href: String::new() }).collect(),
        note: here.maybe(set.note.as_ref()),
    }
}

/// One component.
pub fn component(here: &Here<'_>, p: ProgrammeIx, c: ComponentIx) -> ComponentPage {
    let record = here.site.record;
    let component = &record.programme(p).components[c.at()];
    let programme = here.programme(p);
    let lines = vec![
        Line { name: here.say("code"), text: component.code.clone(), href: String::new() },
        Line { name: here.say("kind"), text: here.say(&format!("component-{}", component.kind.name().replace('_', "-"))), href: String::new() },
        Line { name: here.say("programme"), text: here.text(&record.programme(p).name).to_owned(), href: programme.href },
    ];
    let indicators = record.indicators().filter(|(_, i)| i.programme == p && i.component == Some(c)).map(|(i, _)| here.indicator(i)).collect();
    let works = record
        .works
        .iter()
        .enumerate()
        .filter(|(_, w)| w.programme == Some(p) && w.component == Some(c))
        .map(|(at, _)| super::list::work_link(here, at as u32))
        .collect();
    let mut money = money(here, here.say("money-by-place-caption"), |l| l.axes.programme == p && l.axes.component == Some(c));
    money.title = here.say("money-by-place");
    ComponentPage {
        lines,
        children: components(here, p, Some(c)),
        indicators: Links { title: here.say("indicators"), links: indicators, empty: here.say("no-indicators-of-component") },
        money,
        works: Links { title: here.say("works"), links: works, empty: here.say("no-works") },
    }
}

/// Every indicator by programme.
pub fn indicators(here: &Here<'_>) -> Indicators {
    let record = here.site.record;
    let groups = record
        .programmes()
        .map(|(ix, p)| Links {
            title: here.text(&p.short).to_owned(),
            links: record.indicators().filter(|(_, i)| i.programme == ix).map(|(i, _)| here.indicator(i)).collect(),
            empty: String::new(),
        })
        .filter(|group| !group.links.is_empty())
        .collect();
    Indicators { groups }
}

/// One indicator in every place and period.
pub fn indicator(here: &Here<'_>, ix: IndicatorIx) -> IndicatorPage {
    let record = here.site.record;
    let indicator = record.indicator(ix);
    let mut lines = Vec::new();
    let unit = here.indicator_unit(ix);
    if !unit.is_empty() {
        lines.push(Line { name: here.say("unit"), text: unit.clone(), href: String::new() });
    }
    lines.extend(indicator.base.as_ref().map(|b| Line { name: here.say("counted-on"), text: here.text(b).to_owned(), href: String::new() }));
    if let Some(of) = indicator.share_of {
        let link = here.indicator(of);
        lines.push(Line { name: here.say("share-of"), text: link.text, href: link.href });
    }
    let programme = here.programme(indicator.programme);
    lines.push(Line { name: here.say("programme"), text: programme.text, href: programme.href });
    if let Some(c) = indicator.component {
        let link = here.component(indicator.programme, c);
        lines.push(Line { name: here.say("component"), text: link.text, href: link.href });
    }
    if let Some(set) = indicator.standard {
        lines.push(Line { name: here.say("standard"), text: here.text(&record.set(set).name).to_owned(), href: String::new() });
    }
    lines.extend(indicator.standard_note.as_ref().map(|n| Line { name: here.say("standard"), text: here.text(n).to_owned(), href: String::new() }));
    let in_words = matches!(indicator.kind, IndicatorKind::Text | IndicatorKind::Milestone);
    let mut rows: Vec<(&SheetFigures, Row)> = Vec::new();
    for figures in here.site.index.sheets_of_indicator[ix.at()].iter().filter_map(|(a, p)| here.site.figures.sheet(*a, *p)) {
        let row = |line: &IndicatorLine| if in_words { here.statement_of_place(figures, line) } else { here.indicator_row(figures, line, RowName::Place) };
        rows.extend(figures.indicators.iter().filter(|l| l.indicator == ix).map(|l| (figures, row(l))));
    }
    rows.sort_by(|a, b| (b.0.period.last, a.0.area).cmp(&(a.0.period.last, b.0.area)));
    let all = rows.len();
    let rows: Vec<Row> = rows.into_iter().take(ROWS).map(|(_, row)| row).collect();
    let mut table: Table = here.indicator_frame("noi-va-ky", rows);
    table.title = here.say("every-place");
    table.caption = if unit.is_empty() { here.say("indicator-places-caption") } else { here.with("indicator-places-caption-unit", &[("unit", &unit)]) };
    here.say_what_is_cut(&mut table, all);
    if in_words {
        // A sentence has no plan and no rate.
        table.columns = vec![table.columns.swap_remove(0), Column { name: here.say("column-statement"), numeric: false }];
    }
    table.columns[0].name = here.say("column-place");
    let trend = here.trend_of_indicator(ix);
    IndicatorPage {
        trend,
        meaning: here.maybe(indicator.meaning.as_ref()),
        rule: here.say(rule_of(indicator.kind)),
        lines,
        cite: if table.rows.is_empty() { String::new() } else { here.cite_page(None, here.text(&indicator.name), None, None) },
        table,
        embed: here.embed_line(Framed::Indicator(ix)),
    }
}

fn rule_of(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Increase => "kind-increase",
        IndicatorKind::Decrease => "kind-decrease",
        IndicatorKind::AtLeast => "kind-at-least",
        IndicatorKind::AtMost => "kind-at-most",
        IndicatorKind::Range => "kind-range",
        IndicatorKind::Milestone => "kind-milestone",
        IndicatorKind::CountOf => "kind-count-of",
        IndicatorKind::Text => "kind-text",
    }
}
