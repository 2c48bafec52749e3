//! How a value is said: its number in the language's style, the words that bound it, its unit.
//!
//! Invariant: nothing is rounded here; a missing value is a word.
//!
//! May use: model, figures; crates rust_decimal.

use super::Here;
use super::views::{Bar, StandingView, Value};
use crate::figures::{FigureIx, Judged, NoProgress, Origin, SheetFigures, Standing, What, rounding};
use crate::model::{Change, Hedge, IndicatorIx, Measure, Missing, Number, Quantity, Reading, Standing as Kind, Subject, Unit};
use rust_decimal::Decimal;

impl Here<'_> {
    /// A figure as a value that links to its passport.
    pub fn value(&self, figures: &SheetFigures, ix: FigureIx) -> Value {
        let figure = figures.figure(ix);
        let sheet = self.sheet(figures);
        let reading = figures.reading(sheet, ix);
        let mut value = self.reading(reading, &self.unit_of(figures, ix));
        value.href = self.passport(figures, &figure.address);
        value.mark = self.mark(figures, ix);
        if let Some(words) = figures.fact(sheet, ix).filter(|f| matches!(f.reading.quantity, Quantity::Words(_))).and_then(|f| f.scope.as_ref()) {
            // Words written in several languages ride along with their fact.
            if words.get("") == reading.typed {
                value.text = self.text(words).to_owned();
            }
        }
        if matches!(figure.origin, Origin::Counted { .. }) {
            value.flag = self.say("counted-by-site");
        }
        value
    }

    /// The unit of a figure in words; empty where the number carries it.
    pub fn unit_of(&self, figures: &SheetFigures, ix: FigureIx) -> String {
        let figure = figures.figure(ix);
        let reading = figures.reading(self.sheet(figures), ix);
        match (&reading.unit, &figure.about, figure.what) {
            (Unit::Percent, _, _) => String::new(),
            (Unit::Bare, crate::figures::About::Subject(Subject::Indicator(ix, _)), What::Measure(_)) => self.indicator_unit(*ix),
            (Unit::Bare, crate::figures::About::Subject(Subject::Criteria(_)), _) => self.say("unit-criteria"),
            (unit, _, _) => self.unit(unit),
        }
    }

    /// The unit of an indicator in words.
    pub fn indicator_unit(&self, ix: IndicatorIx) -> String {
        self.text(&self.site.record.indicator(ix).unit).to_owned()
    }

    /// A unit in words.
    pub fn unit(&self, unit: &Unit) -> String {
        match unit {
            Unit::Money(money) => self.say(&format!("unit-{}", money.name().replace('_', "-"))),
            Unit::OtherMoney(words) | Unit::Of(words) => words.clone(),
            Unit::Percent => String::new(),
            Unit::PercentagePoint => self.say("unit-percentage-point"),
            Unit::Times => self.say("unit-times"),
            Unit::Bare => String::new(),
        }
    }

    /// A reading as a value without a link.
    pub fn reading(&self, reading: &Reading, unit: &str) -> Value {
        let kind = match reading.quantity {
            Quantity::Exact(_) | Quantity::Range(..) | Quantity::Pair { .. } => "number",
            Quantity::NothingYet => "zero",
            Quantity::Missing(_) => "missing",
            Quantity::Date(_) => "date",
            Quantity::Words(_) => "words",
        };
        let has_number = kind == "number";
        let sign = if unit == "%" || reading.unit == Unit::Percent && unit.is_empty() { "%" } else { "" };
        let text = match &reading.quantity {
            Quantity::Exact(n) => format!("{}{sign}", self.language.decimal(*n)),
            Quantity::Range(a, b) => format!("{}–{}{sign}", self.language.decimal(*a), self.language.decimal(*b)),
            Quantity::Pair { part, whole } => format!("{}/{}", self.language.decimal(*part), self.language.decimal(*whole)),
            Quantity::NothingYet => self.say("nothing-disbursed"),
            Quantity::Missing(missing) => self.missing(*missing),
            Quantity::Date(date) => self.date(*date),
            Quantity::Words(words) => words.clone(),
        };
        let text = if has_number { self.hedged(reading, &text) } else { text };
        let flag = match reading.standing {
            Kind::Actual => String::new(),
            Kind::Estimate => self.say("standing-estimate"),
            Kind::Forecast => self.say("standing-forecast"),
            Kind::Aspired => self.say("standing-aspired"),
            Kind::Provisional => self.say("standing-provisional"),
        };
        let unit = if has_number && sign.is_empty() { unit.to_owned() } else { String::new() };
        Value { kind: kind.to_owned(), text, unit, flag, ..Value::default() }
    }

    /// The number with the words that bound it: `giảm trên 6,5`.
    fn hedged(&self, reading: &Reading, number: &str) -> String {
        let change = match reading.change {
            None => None,
            Some(Change::Fall) => Some(self.say("change-fall")),
            Some(Change::Rise) => Some(self.say("change-rise")),
        };
        let hedge = match reading.hedge {
            Hedge::Exact => None,
            Hedge::Over => Some("hedge-over"),
            Hedge::Nearly => Some("hedge-nearly"),
            Hedge::About => Some("hedge-about"),
            Hedge::Under => Some("hedge-under"),
            Hedge::AtLeast => Some("hedge-at-least"),
        };
        let hedge = hedge.map(|id| self.say(id));
        let parts: Vec<&str> = [change.as_deref(), hedge.as_deref(), Some(number)].into_iter().flatten().collect();
        parts.join(" ")
    }

    /// A kind of missing value in words.
    pub fn missing(&self, missing: Missing) -> String {
        self.say(&format!("missing-{}", missing.name().replace('_', "-")))
    }

    /// A counted percentage in words, to one decimal.
    pub fn percent(&self, value: Decimal) -> String {
        self.language.percent(Number(rounding::round(value, 1)))
    }

    /// The whole of a value in one phrase: `trên 35.215 triệu đồng`.
    pub fn phrase(&self, value: &Value) -> String {
        if value.unit.is_empty() { value.text.clone() } else { format!("{} {}", value.text, value.unit) }
    }

    /// A figure inside a sentence: an expectation says that it is one.
    pub fn in_sentence(&self, figures: &SheetFigures, ix: FigureIx) -> String {
        let reading = figures.reading(self.sheet(figures), ix);
        let value = self.value(figures, ix);
        let standing = match (reading.standing, figures.figure(ix).what) {
            (Kind::Actual, What::Measure(Measure::Forecast)) => self.say("standing-forecast"),
            (Kind::Actual, _) => String::new(),
            _ => self.reading(reading, "").flag,
        };
        let words = self.phrase(&value);
        if standing.is_empty() || matches!(value.kind.as_str(), "missing" | "words") { words } else { format!("{standing} {words}") }
    }

    /// A standing with its word and symbol.
    pub fn standing(&self, judged: Judged, declared: String) -> StandingView {
        let (tone, word, symbol) = match judged.standing {
            Standing::Met => ("met", "standing-met", "✔"),
            Standing::OnTrack => ("track", "standing-on-track", "▶"),
            Standing::Behind => ("late", "standing-behind", "▼"),
            Standing::NotAssessed => ("none", "standing-not-assessed", "–"),
        };
        StandingView { tone: tone.to_owned(), word: self.say(word), symbol: symbol.to_owned(), declared }
    }

    /// Why there is no percentage, in a sentence.
    pub fn no_progress(&self, why: NoProgress) -> String {
        match why {
            NoProgress::PlanMissing(missing) => self.with("no-progress-plan-missing", &[("why", &self.missing(missing))]),
            NoProgress::ResultMissing(missing) => self.with("no-progress-result-missing", &[("why", &self.missing(missing))]),
            NoProgress::NoPlan => self.say("no-progress-no-plan"),
            NoProgress::NoResult => self.say("no-progress-no-result"),
            NoProgress::PlanZero => self.say("no-progress-plan-zero"),
            NoProgress::AboveTarget => self.say("no-progress-above-target"),
            NoProgress::AtOrBelowTarget => self.say("no-progress-at-or-below-target"),
            NoProgress::TargetIsBaseline => self.say("no-progress-target-is-baseline"),
            NoProgress::InWords => self.say("no-progress-in-words"),
            NoProgress::OtherUnit => self.say("no-progress-other-unit"),
        }
    }

    /// A bar for a percentage, or for the lack of one.
    pub fn bar(&self, percent: Option<(Decimal, Hedge)>, judged: Judged, label: String) -> Bar {
        let tone = match judged.standing {
            Standing::Met => "met",
            Standing::OnTrack => "track",
            Standing::Behind => "late",
            Standing::NotAssessed => "plain",
        };
        let pace = judged.elapsed.filter(|e| *e < Decimal::ONE_HUNDRED).map(svg).unwrap_or_default();
        let Some((value, hedge)) = percent.filter(|(value, _)| *value >= Decimal::ZERO) else {
            return Bar { kind: "unknown".to_owned(), tone: tone.to_owned(), label, ..Bar::default() };
        };
        let end = Decimal::from(125);
        let mut bar = Bar { kind: "share".to_owned(), width: svg(value.min(end)), over: value > end, pace, tone: tone.to_owned(), label, ..Bar::default() };
        // "At least" and "at most" are known from one side only: the open part is drawn lighter.
        let step = Decimal::from(2);
        if hedge != Hedge::Exact && value < end {
            let (from, to) = match hedge {
                Hedge::Over | Hedge::AtLeast => (value, value + step),
                Hedge::Nearly | Hedge::Under => (value - step, value),
                _ => (value - step, value + step),
            };
            bar.from = svg(from.max(Decimal::ZERO));
            bar.to = svg(to.min(end));
            bar.kind = "band".to_owned();
        }
        bar
    }
}

/// A length for SVG: one decimal, a dot, no needless zeros.
pub fn svg(value: Decimal) -> String {
    rounding::round(value, 1).normalize().to_string()
}
