//! Numbers in a text that are bound to a figure: whether the words say what the data says.
//!
//! `đạt [31,4%](figure:ntm/investment/rate)` is what the writer wrote; `read` takes from it what is claimed, `judge`
//! compares the claim with the figure, and `wording` says what to type instead.
//! Invariant: the text is never changed; words without a number and without a state are the writer's own.
//!
//! May use: diag, figures, i18n, markdown, model, values; crates rust_decimal.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diag::{At, Place, Problem, Spot};
use crate::figures::{About, FigureIx, Origin, Rule, SheetFigures, What, money, rounding};
use crate::markdown::FigureUse;
use crate::model::{Measure, Quantity, Reading, Record, Sheet, Standing, Subject, Unit};
use crate::values::Locale;

pub mod blocks;
mod judge;
pub mod problems;
mod read;
mod wording;

pub use judge::Fault;

#[cfg(test)]
mod tests;

/// What is known of a figure when words are compared with it.
#[derive(Clone, Debug)]
pub struct Known<'f> {
    /// Its value.
    reading: &'f Reading,
    /// What standing it has; a forecast is one whatever its words are.
    standing: Standing,
    /// Its unit in the language of the text, where its number does not carry one.
    unit: String,
    class: read::Class,
    /// A counted percentage before it was rounded.
    exact: Option<Decimal>,
    /// Everything a figure told in words says, in all languages.
    texts: Vec<&'f str>,
}

/// The text a link stands in.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// Its file.
    pub file: &'t Arc<str>,
    /// Its language.
    pub lang: &'t str,
    /// How the site's files write numbers: the style of languages that are neither Vietnamese nor English.
    pub locale: Locale,
}

impl<'f> Known<'f> {
    /// What is known of a figure, for a text in a language.
    pub fn of(figures: &'f SheetFigures, sheet: &'f Sheet, record: &'f Record, ix: FigureIx, lang: &str) -> Self {
        let figure = figures.figure(ix);
        let reading = figures.reading(sheet, ix);
        let fact = figures.fact(sheet, ix);
        let unit = match (&reading.unit, &figure.about, figure.what) {
            (Unit::Bare, About::Subject(Subject::Indicator(ix, _)), What::Measure(_)) => record.indicator(*ix).unit.get(lang).to_owned(),
            (Unit::Bare, About::Subject(Subject::Criteria(_)), _) => wording::criteria(lang).to_owned(),
            (unit, _, _) => wording::unit(unit, lang),
        };
        let standing = match figure.what {
            What::Measure(Measure::Forecast) if reading.standing == Standing::Actual => Standing::Forecast,
            _ => reading.standing,
        };
        let mut texts = match &reading.quantity {
            Quantity::Words(words) => vec![words.as_str()],
            _ => Vec::new(),
        };
        texts.extend(fact.and_then(|f| f.scope.as_ref()).filter(|_| !texts.is_empty()).iter().flat_map(|t| &t.versions).map(|(_, words)| words.as_str()));
        let class = read::class(&reading.unit, &unit);
        Known { reading, standing, unit, class, exact: unrounded(figures, sheet, ix), texts }
    }

    /// The figure in words to type: number, qualifiers and unit.
    pub fn phrase(&self, lang: &str) -> String {
        wording::phrase(self, lang)
    }

    /// What a writer types for the figure: a word before the link where it is an expectation, and the words of the link.
    pub fn to_type(&self, lang: &str) -> (Option<String>, String) {
        let words = self.phrase(lang);
        let at = |value: String| At { value, spot: Spot::default() };
        let told = FigureUse {
            address: at(String::new()),
            words: at(words.clone()),
            before: String::new(),
            after: String::new(),
            heading: String::new(),
            front: false,
        };
        let bare = judge::judge(&told, self, &locales(lang, Locale::Vi));
        let cue = bare.is_err_and(|finding| finding.fault == Fault::Forecast).then(|| wording::cue(self.standing, lang));
        (cue, words)
    }
}

/// A counted percentage as it was before rounding.
fn unrounded(figures: &SheetFigures, sheet: &Sheet, ix: FigureIx) -> Option<Decimal> {
    let Origin::Counted { reading, rule, inputs } = &figures.figure(ix).origin else { return None };
    let shown = reading.number()?;
    let input = |at: usize| inputs.get(at).map(|ix| figures.reading(sheet, *ix));
    let number = |at: usize| input(at).and_then(Reading::number).map(|n| n.0);
    let exact = match rule {
        Rule::ShareOf(_) | Rule::ActualOfTarget => money::share_of(input(0)?, input(1)?)?,
        Rule::PartOfWhole => match input(0)?.quantity {
            Quantity::Pair { part, whole } => rounding::percent(part.0, whole.0)?,
            _ => return None,
        },
        Rule::WayFromBaseline => {
            let (now, start, goal) = (number(0)?, number(1)?, number(2)?);
            rounding::percent(now.checked_sub(start)?, goal.checked_sub(start)?)?
        }
        _ => return None,
    };
    // A target that is held or not is told as 100 or 0, whatever the quotient is.
    (rounding::round(exact, shown.decimals()) == shown.0).then_some(exact)
}

/// Compares the words of one link with a figure: why they do not say what it says.
pub fn fault(told: &FigureUse, known: &Known<'_>, lang: &str, locale: Locale) -> Option<Fault> {
    judge::judge(told, known, &locales(lang, locale)).err().map(|finding| finding.fault)
}

fn locales(lang: &str, site: Locale) -> Vec<Locale> {
    match lang.split('-').next().unwrap_or(lang).parse() {
        Ok(own) => vec![own],
        // A language nobody described here may follow either style.
        Err(()) => vec![site, if site == Locale::Vi { Locale::En } else { Locale::Vi }],
    }
}

/// Judges one link of a text against the figure it leads to.
pub fn problem(told: &FigureUse, text: Text<'_>, record: &Record, (of_sheet, ix): (&SheetFigures, FigureIx)) -> Option<Problem> {
    let sheet = record.sheets.get(&(of_sheet.area, of_sheet.period))?;
    let known = Known::of(of_sheet, sheet, record, ix, text.lang);
    let place = Place::at(text.file, told.words.spot);
    let locales = locales(text.lang, text.locale);
    if told.words.value.trim().is_empty() {
        return told.front.then(|| problems::empty(place, &told.address.value, &known.phrase(text.lang)));
    }
    let finding = judge::judge(told, &known, &locales).err()?;
    let right = wording::right(told, &known, text.lang, &locales, &finding);
    // What cannot be read in the style of this text may say just that in the other one.
    let other = [Locale::Vi, Locale::En].into_iter().filter(|other| !locales.contains(other)).collect::<Vec<_>>();
    let same_elsewhere = !other.is_empty() && judge::judge(told, &known, &other).is_ok();
    let told = problems::Told {
        place,
        words: told.words.value.split_whitespace().collect::<Vec<_>>().join(" "),
        address: &told.address.value,
        figure: known.phrase(text.lang),
        stands: stands(of_sheet, sheet, ix),
        right,
        cue: wording::cue(known.standing, text.lang),
        same_elsewhere,
        outside: finding.hedged_before.then(|| told.before.split_whitespace().next_back().unwrap_or("").to_owned()),
    };
    Some(problems::of(finding.fault, told))
}

/// Where a figure is written; for a counted one, where its inputs are.
fn stands(figures: &SheetFigures, sheet: &Sheet, ix: FigureIx) -> Vec<String> {
    match &figures.figure(ix).origin {
        Origin::Counted { inputs, .. } => {
            let mut all: Vec<String> = inputs.iter().flat_map(|ix| stands(figures, sheet, *ix)).collect();
            all.dedup();
            all.truncate(3);
            all
        }
        _ => figures.fact(sheet, ix).map(|f| format!("{}:{}", f.place.file, f.place.spot.line)).into_iter().collect(),
    }
}
