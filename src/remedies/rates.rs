//! The denominator of a stated rate, where one alone gives it.
//!
//! May use: figures, mend, model, values; crates rust_decimal.

use rust_decimal::Decimal;

use super::page::{Page, under, words};
use super::{Case, Step};
use crate::figures::rounding;
use crate::mend::yaml::{Content, Step as To};
use crate::model::{Hedge, Quantity, Unit};
use crate::values::{self, Locale};

/// What a rate can be a share of, in the same line or in the line of the plan.
const OF: [&str; 6] = ["assigned", "available", "planned", "allocated", "carried_over", "target"];

/// What tells a line from others.
const NAMES: [&str; 6] = ["programme", "component", "capital", "fund", "group", "indicator"];

/// `rate_of`, when exactly one of the values there are gives the stated rate.
pub(super) fn denominator(case: &Case<'_>) -> Option<Vec<Step>> {
    let text = case.text()?;
    let page = Page::of(case.file, &text)?;
    let says = page.says()?;
    let path = page.item(case.spot)?;
    let line = under(&says, &path)?;
    // The style of numbers is that of the site; a text that reads in both ways as different numbers is not used.
    let number = |typed: &str| {
        let read = |locale| match values::read(typed, locale, &Unit::Bare) {
            Ok(reading) if reading.hedge == Hedge::Exact => match reading.quantity {
                Quantity::Exact(number) => Some((number.0, reading.unit)),
                _ => None,
            },
            _ => None,
        };
        read(locale(case)?)
    };
    let (rate, _) = number(words(line, "stated_rate")?)?;
    let part = ["disbursed", "actual"].iter().find_map(|key| words(line, key))?;
    let (part, part_unit) = number(part)?;
    let unit = words(&says, "money_unit").map(str::to_owned);
    let plan = plan_line(case, line);
    let mut fits = Vec::new();
    for key in OF {
        let own = words(line, key).map(str::to_owned);
        let planned = || plan.as_ref().and_then(|(line, money)| words(line, key).filter(|_| *money == unit).map(str::to_owned));
        let Some((whole, whole_unit)) = own.or_else(planned).and_then(|typed| number(&typed)) else { continue };
        if whole_unit == part_unit && rounding::percent(part, whole).is_some_and(|percent| rounding::round(percent, rate.scale()) == rate) {
            fits.push((key, whole));
        }
    }
    // Two that are the same number would be two meanings.
    let [(of, _)] = fits.as_slice() else { return None };
    let below_the_rate = after(&text, case.spot.line, &format!("rate_of: {of}"))?;
    (rate != Decimal::ZERO).then(|| case.becomes(&below_the_rate))?
}

/// The text with a line of the same depth behind a line.
fn after(text: &str, line: u32, words: &str) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = line.checked_sub(1)? as usize;
    let own = *lines.get(at)?;
    let depth = own.len() - own.trim_start_matches([' ', '-']).len();
    let end = if own.ends_with("\r\n") { "\r\n" } else { "\n" };
    let own = own.trim_end_matches(['\r', '\n']);
    Some([&lines[..at].concat(), own, end, &" ".repeat(depth), words, end, &lines[at + 1..].concat()].concat())
}

fn locale(case: &Case<'_>) -> Option<Locale> {
    let settings = case.site.text("site.toml")?;
    let numbers = settings.lines().find_map(|line| line.trim().strip_prefix("numbers")?.trim_start().strip_prefix('='));
    match numbers.map(|typed| typed.trim().trim_matches('"')) {
        None | Some("vi") => Some(Locale::Vi),
        Some("en") => Some(Locale::En),
        Some(_) => None,
    }
}

/// The line of the plan about the same thing, and the unit of money there.
fn plan_line(case: &Case<'_>, line: &Content) -> Option<(Content, Option<String>)> {
    let (folder, _) = case.file.rsplit_once('/')?;
    let file = format!("{folder}/plan.yaml");
    // A plan that was changed later has several files, and the source may speak of any.
    if case.site.has(&format!("{folder}/plan.v2.yaml")) {
        return None;
    }
    let text = case.site.text(&file)?;
    let says = Page::of(&file, &text)?.says()?;
    let about = |content: &Content| NAMES.map(|key| words(content, key).map(str::to_owned));
    let own = about(line);
    let mut found = ["budget", "indicators"].into_iter().filter_map(|list| under(&says, &[To::key(list)])).filter_map(|list| match list {
        Content::List(items) => Some(items),
        _ => None,
    });
    let mut same = found.by_ref().flatten().filter(|item| about(item) == own);
    let first = same.next()?.clone();
    let money = words(&says, "money_unit").map(str::to_owned);
    same.next().is_none().then_some((first, money))
}
