//! What must hold between figures, and whether it does.
//!
//! Invariant: when true values within the words' bounds satisfy an equation, its verdict is never a mismatch.
//!
//! May use: model, figures; crates rust_decimal.

use rust_decimal::Decimal;

use super::At;
use super::span::{Span, shifted};
use crate::figures::rounding;
use crate::model::{Hedge, Number, Quantity, Reading, Unit};

/// What a comparison of a stated with a recomputed value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both can be true.
    Consistent,
    /// The stated value was cut off, not rounded.
    Truncated,
    /// They cannot both be true.
    Mismatch,
    /// There is nothing to recompute from.
    NotCheckable,
}

/// How the stated value hangs together with the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Stated = the first in percent of the sum of the rest.
    Share,
    /// Stated = the sum.
    Sum,
    /// Stated = the sum in percent of the first, as a change of it.
    Change,
    /// Stated is at least the sum: a total holds its parts.
    NotBelow,
    /// Stated is at most the sum: no more than there is.
    NotAbove,
    /// Stated lies between the lowest and the highest.
    Between,
    /// Stated is no less than it was before.
    Grows,
}

/// One value of an equation, in the equation's unit.
#[derive(Clone, Debug)]
pub struct Term {
    /// Which figure.
    pub at: At,
    /// Its number as printed; `None` for a range.
    pub number: Option<Number>,
    /// The word before it.
    pub hedge: Hedge,
    /// Whether it counts whole things.
    pub counted: bool,
    /// Decimal places between its unit and the equation's.
    pub shift: i32,
    /// Whether it is taken away.
    pub negative: bool,
    /// Between which values it lies, shift and sign applied.
    pub span: Span,
}

impl Term {
    /// A reading in the unit `base`; `None` when it has no number or counts something else.
    pub fn of(at: At, reading: &Reading, base: &Unit, counted: bool) -> Option<Self> {
        let shift = places(reading, base)?;
        let (number, hedge) = match reading.quantity {
            Quantity::Range(..) => (None, Hedge::Exact),
            _ => (Some(reading.number()?), reading.hedge),
        };
        let span = Span::of(reading, counted)?.shifted(shift)?;
        let exact = counted || matches!(reading.quantity, Quantity::Pair { .. } | Quantity::NothingYet);
        Some(Term { at, number, hedge, counted: exact, shift, negative: false, span })
    }

    /// The whole of "6/10".
    pub fn whole_of_pair(at: At, reading: &Reading) -> Option<Self> {
        let Quantity::Pair { whole, .. } = reading.quantity else { return None };
        Some(Term { at, number: Some(whole), hedge: Hedge::Exact, counted: true, shift: 0, negative: false, span: Span::exactly(whole.0) })
    }

    /// A whole number that no figure states, such as the size of a criteria set.
    pub fn count(at: At, count: usize) -> Self {
        let value = Decimal::from(count as u64);
        Term { at, number: Some(Number(value)), hedge: Hedge::Exact, counted: true, shift: 0, negative: false, span: Span::exactly(value) }
    }

    /// The same, taken away.
    pub fn taken(mut self) -> Self {
        self.negative = !self.negative;
        self.span = self.span.negative();
        self
    }

    /// The same words with another number.
    pub fn with(&self, number: Number) -> Option<Self> {
        let span = Span::with(number, self.hedge, self.counted)?.shifted(self.shift)?;
        let span = if self.negative { span.negative() } else { span };
        Some(Term { number: Some(number), span, ..self.clone() })
    }

    /// The number itself in the equation's unit.
    pub fn value(&self) -> Option<Decimal> {
        let value = shifted(self.number?.0, self.shift)?;
        Some(if self.negative { -value } else { value })
    }
}

/// Decimal places between a reading's unit and another; `None` when they cannot be compared.
fn places(reading: &Reading, base: &Unit) -> Option<i32> {
    match (&reading.unit, base) {
        (Unit::Money(own), Unit::Money(base)) => Some(own.zeros() as i32 - base.zeros() as i32),
        (own, base) if own == base => Some(0),
        // "Nothing disbursed yet" is zero in every unit.
        _ if reading.quantity == Quantity::NothingYet => Some(0),
        _ => None,
    }
}

/// What must hold.
#[derive(Clone, Debug)]
pub struct Equation {
    /// How.
    pub form: Form,
    /// The value the source states.
    pub stated: Term,
    /// The values it hangs together with.
    pub terms: Vec<Term>,
    /// Whether the source says that it rose or fell.
    pub directed: bool,
}

impl Equation {
    /// What must hold between a stated value and others.
    pub fn new(form: Form, stated: Term, terms: Vec<Term>) -> Self {
        Equation { form, stated, terms, directed: false }
    }

    /// What the stated value should be; `None` when it cannot be counted.
    pub fn counted(&self) -> Option<Span> {
        let sum = |terms: &[Term]| terms.iter().try_fold(Span::exactly(Decimal::ZERO), |sum, term| sum.plus(term.span));
        match self.form {
            Form::Share => {
                let (part, whole) = self.terms.split_first()?;
                Span::share(part.span, sum(whole)?)
            }
            Form::Change => {
                let (first, _) = self.terms.split_first()?;
                let base = if first.negative { first.span.negative() } else { first.span };
                Span::share(sum(&self.terms)?, base)
            }
            Form::Sum | Form::NotBelow | Form::NotAbove | Form::Grows => sum(&self.terms),
            Form::Between => {
                let open = |end: Option<Option<Decimal>>| end.flatten();
                let low = if self.terms.iter().any(|t| t.span.low.is_none()) { None } else { open(self.terms.iter().map(|t| t.span.low).min()) };
                let high = if self.terms.iter().any(|t| t.span.high.is_none()) { None } else { open(self.terms.iter().map(|t| t.span.high).max()) };
                (!self.terms.is_empty()).then_some(Span { low, high })
            }
        }
    }

    /// The same from the numbers as printed; `None` where words or ranges make it a span.
    pub fn nominal(&self) -> Option<Decimal> {
        if self.form == Form::Between || self.terms.iter().any(|t| t.hedge != Hedge::Exact) {
            return None;
        }
        let sum = |terms: &[Term]| terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value()?));
        match self.form {
            Form::Share => {
                let (part, whole) = self.terms.split_first()?;
                rounding::percent(part.value()?, sum(whole)?)
            }
            Form::Change => rounding::percent(sum(&self.terms)?, self.terms.first()?.value()?.abs()),
            _ => sum(&self.terms),
        }
    }

    /// From the lowest to the highest value as printed, for readers.
    pub fn printed_ends(&self) -> Option<Span> {
        let spans: Vec<Span> = self.terms.iter().map(|t| t.value().filter(|_| t.hedge == Hedge::Exact).map_or(t.span, Span::exactly)).collect();
        let low = spans.iter().map(|s| s.low).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min());
        let high = spans.iter().map(|s| s.high).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
        (!spans.is_empty()).then_some(Span { low, high })
    }

    /// Whether it holds.
    pub fn verdict(&self) -> Verdict {
        let Some(counted) = self.counted() else { return Verdict::NotCheckable };
        let stated = self.stated.span;
        let holds = match self.form {
            Form::NotBelow | Form::Grows => !counted.is_above(stated),
            Form::NotAbove => !stated.is_above(counted),
            _ => stated.meets(counted),
        };
        match (holds, self.form) {
            (true, _) => Verdict::Consistent,
            (false, Form::Share) if self.cut_off(counted) => Verdict::Truncated,
            _ => Verdict::Mismatch,
        }
    }

    /// Whether the stated value is what is left when the digits behind it are cut off.
    fn cut_off(&self, counted: Span) -> bool {
        let Some(number) = self.stated.number.filter(|_| self.stated.hedge == Hedge::Exact) else { return false };
        let step = Decimal::new(1, number.decimals());
        number.0.checked_add(step).is_some_and(|next| Span { low: Some(number.0), high: Some(next) }.meets(counted))
    }

    /// The same with one value exchanged: 0 is the stated one, the others follow.
    pub fn replacing(&self, place: usize, term: Term) -> Self {
        let mut other = self.clone();
        match place {
            0 => other.stated = term,
            _ => other.terms[place - 1] = term,
        }
        other
    }

    /// The value at a place: 0 is the stated one.
    pub fn term(&self, place: usize) -> Option<&Term> {
        if place == 0 { Some(&self.stated) } else { self.terms.get(place - 1) }
    }
}
