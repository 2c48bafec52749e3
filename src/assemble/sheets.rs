//! Plans and results: lines become facts, plan versions replace each other, two sources are told apart.
//!
//! Invariant: a fact's unit fits what it measures; of two sources for one figure exactly one counts.
//!
//! May use: diag, parse, values, model; crates blake3.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::catalogue::component;
use super::{Hall, Written, first_half, problems};
use crate::diag::nearest::fold;
use crate::diag::{Place, Said};
use crate::model::{
    AsOf, Axes, Criteria, Fact, Fund, IndicatorKind, Measure, Missing, Number, Period, PlanVersion, Quantity, RateOf, Reading, Record, Sheet, SourceRef,
    Subject, Unit,
};
use crate::parse::{Entry, Item, ItemSubject, Snapshot, WrittenSheet};
use crate::values::{self, Locale, dates};

type Files<'d> = Vec<&'d (Arc<str>, [u8; 16], &'d WrittenSheet)>;

pub(super) fn sheets(hall: &mut Hall<'_>, written: &Written<'_>, record: &mut Record) {
    let mut by_period: BTreeMap<(&str, Period), Files<'_>> = BTreeMap::new();
    for filed in &written.sheets {
        by_period.entry((&filed.2.area, filed.2.period)).or_default().push(filed);
    }
    for ((area, period), mut files) in by_period {
        files.sort_by_key(|(file, _, s)| (if s.version == 0 { u16::MAX } else { s.version }, file.clone()));
        let Some(area) = hall.names.areas.get(area).copied() else {
            if !hall.unread.areas.contains(area) {
                hall.say(problems::sheet_without_area(Place::whole(&files[0].0), area));
            }
            continue;
        };
        let newest = files.iter().map(|f| f.2.version).max().unwrap_or(0);
        let mut sheet = Sheet { area, period, facts: Vec::new(), replaced: Vec::new(), versions: Vec::new(), digest: [0; 16], sample: false };
        let mut hasher = blake3::Hasher::new();
        for (file, hash, s) in files {
            hasher.update(file.as_bytes()).update(&[0]).update(hash);
            sheet.sample |= s.sample.is_some();
            if s.version > 0 {
                let document = s.document.as_ref().and_then(|id| hall.document(file, id));
                sheet.versions.push(PlanVersion { number: s.version, document, date: s.date, reason: s.reason.clone(), in_force: s.version == newest });
            }
            let facts = facts(hall, written, record, file, s);
            if s.version > 0 && s.version < newest { sheet.replaced.extend(facts) } else { sheet.facts.extend(facts) }
        }
        told_apart(hall, &mut sheet.facts);
        sheet.facts.shrink_to_fit();
        sheet.digest = first_half(&hasher.finalize());
        record.sheets.insert((area, period), Arc::new(sheet));
    }
}

fn facts(hall: &mut Hall<'_>, written: &Written<'_>, record: &Record, file: &Arc<str>, sheet: &WrittenSheet) -> Vec<Fact> {
    let mut facts = Vec::new();
    for snapshot in &sheet.snapshots {
        let own = snapshot.source.as_ref().and_then(|id| hall.source(file, id));
        if snapshot.source.is_none() && snapshot.items.iter().any(|item| item.source.is_none()) {
            let spot = snapshot.items.iter().find(|item| item.source.is_none()).map(|item| item.spot).unwrap_or_default();
            hall.say(problems::figures_without_source(Place::at(file, spot)));
        }
        for item in &snapshot.items {
            let Some((subject, criteria)) = subject(hall, written, file, &item.subject) else { continue };
            let source = match &item.source {
                Some(id) => hall.source(file, id),
                None => own,
            };
            let maker = Maker { file, item, snapshot, subject, source, version: sheet.version, locale: sheet.locale };
            maker.make(hall, record, criteria, &mut facts);
        }
    }
    facts
}

fn subject(hall: &mut Hall<'_>, written: &Written<'_>, file: &Arc<str>, subject: &ItemSubject) -> Option<(Subject, Option<Criteria>)> {
    match subject {
        ItemSubject::Money { programme, component: part, capital, fund, carried_from } => {
            let ix = hall.programme(file, programme)?;
            let component = match part {
                Some(id) => Some(component(hall, file, written.programmes.get(ix.at())?.2, id)?),
                None => None,
            };
            Some((Subject::Money(Axes { programme: ix, component, capital: *capital, fund: *fund, carried_from: *carried_from }), None))
        }
        ItemSubject::Indicator { indicator, group } => {
            let ix = hall.indicator(file, indicator)?;
            Some((Subject::Indicator(ix, group.as_ref().map(|g| g.value.clone())), None))
        }
        ItemSubject::Criteria { set, items, decision, award_year } => {
            let ix = hall.set(file, set)?;
            let known: Vec<u32> = written
                .programmes
                .iter()
                .flat_map(|(_, _, p)| &p.sets)
                .find(|s| s.id.value == set.value)
                .map_or_else(Vec::new, |s| s.criteria.iter().map(|c| c.number).collect());
            for (number, _) in items {
                if !known.contains(&number.value) {
                    hall.say(problems::unknown_criterion(Place::at(file, number.spot), number.value, &set.value, known.len()));
                }
            }
            let decision = decision.as_ref().and_then(|id| hall.document(file, id));
            let states = items.iter().map(|(number, state)| (number.value, *state)).collect();
            Some((Subject::Criteria(ix), Some(Criteria { states, decision, award_year: *award_year })))
        }
    }
}

/// Makes the facts of one line.
struct Maker<'w> {
    file: &'w Arc<str>,
    item: &'w Item,
    snapshot: &'w Snapshot,
    subject: Subject,
    source: Option<SourceRef>,
    version: u16,
    locale: Locale,
}

impl Maker<'_> {
    fn make(&self, hall: &mut Hall<'_>, record: &Record, criteria: Option<Criteria>, into: &mut Vec<Fact>) {
        let mut criteria = criteria.map(Box::new);
        for entry in &self.item.entries {
            let place = Place::at(self.file, entry.spot);
            let Some(reading) = self.reading(hall, record, entry, &place) else { continue };
            if reading.missing() == Some(Missing::Withheld) && self.item.reason_withheld.is_none() {
                hall.say(problems::withheld_without_reason(place.clone()));
            }
            if entry.measure == Measure::Forecast && self.item.by.is_none() && reading.missing().is_none() {
                hall.say(problems::forecast_without_day(place.clone()));
            }
            if let Quantity::Pair { part, whole } = reading.quantity
                && part > whole
            {
                hall.say(problems::part_above_whole(place.clone(), &reading.typed));
            }
            let mut fact = self.fact(entry.measure, reading, place);
            fact.printed = entry.printed.clone();
            fact.criteria = if entry.measure == Measure::Status || self.item.entries.len() == 1 { criteria.take() } else { None };
            if let Some(words) = &entry.words {
                fact.reading.typed = words.get("").to_owned();
                // The other languages ride along as the scope of the words.
                fact.scope = fact.scope.or_else(|| Some(words.clone()));
            }
            into.push(fact);
        }
        // Single criteria may be known where no count is stated.
        if let Some(left) = criteria.filter(|c| !c.states.is_empty()) {
            let reading = words_reading(String::new());
            let mut fact = self.fact(Measure::Status, reading, Place::at(self.file, self.item.spot));
            fact.criteria = Some(left);
            into.push(fact);
        }
    }

    fn fact(&self, measure: Measure, reading: Reading, place: Place) -> Fact {
        let item = self.item;
        Fact {
            subject: self.subject.clone(),
            measure,
            reading,
            as_of: item.as_of.or(self.snapshot.as_of),
            by: if matches!(measure, Measure::Forecast | Measure::Target) { item.by } else { None },
            source: self.source,
            printed: None,
            rate_of: (measure == Measure::Rate).then(|| item.rate_of.unwrap_or(RateOf::NotStated)),
            scope: item.scope.clone(),
            note: item.note.clone(),
            doubt: item.doubt.clone(),
            reason_withheld: item.reason_withheld.clone(),
            chosen: item.chosen.clone(),
            set_aside: false,
            declared: item.declared.clone(),
            comparison: item.comparison.clone(),
            group_name: item.group_name.clone(),
            criteria: None,
            place,
            version: self.version,
        }
    }

    /// The value, judged by what it measures.
    fn reading(&self, hall: &mut Hall<'_>, record: &Record, entry: &Entry, place: &Place) -> Option<Reading> {
        if entry.measure == Measure::Status {
            return Some(words_reading(entry.typed.clone()));
        }
        let Subject::Indicator(ix, _) = &self.subject else { return self.number(hall, entry, place) };
        let indicator = record.indicator(*ix);
        if entry.measure == Measure::Rate {
            return self.number(hall, entry, place);
        }
        if values::missing(&entry.typed).is_some() {
            return self.number(hall, entry, place);
        }
        match indicator.kind {
            IndicatorKind::Text => Some(words_reading(entry.typed.clone())),
            IndicatorKind::Milestone => match dates::as_of(&entry.typed) {
                Ok(date) => Some(Reading { quantity: Quantity::Date(date), ..words_reading(entry.typed.clone()) }),
                Err(_) => Some(words_reading(entry.typed.clone())),
            },
            _ => {
                let mut reading = self.number(hall, entry, place)?;
                // A change may be told in per cent or in points, whatever the indicator counts.
                if entry.measure == Measure::Change && matches!(reading.unit, Unit::Percent | Unit::PercentagePoint) {
                    return Some(reading);
                }
                in_own_money(&mut reading, indicator.unit.get(""));
                if !fits(&reading.unit, &indicator.unit.versions) {
                    let wanted = indicator.unit.get("").to_owned();
                    hall.say(values::problems::wrong_unit(place.clone(), &entry.typed, &wanted, &unit_words(&reading.unit)));
                    return None;
                }
                // From here on the unit is the indicator's.
                reading.unit = Unit::Bare;
                Some(reading)
            }
        }
    }

    fn number(&self, hall: &mut Hall<'_>, entry: &Entry, place: &Place) -> Option<Reading> {
        match &entry.reading {
            Ok(reading) => {
                let money = matches!(self.subject, Subject::Money(_));
                // People and enterprises also give labour days, land and goods; they are never added to money.
                let in_kind = matches!(&self.subject, Subject::Money(axes) if matches!(axes.fund, Some(Fund::People | Fund::Enterprises)));
                let criteria = matches!(self.subject, Subject::Criteria(_));
                let sound = match &reading.unit {
                    Unit::Percent => entry.measure == Measure::Rate || !money,
                    Unit::Money(_) | Unit::OtherMoney(_) => entry.measure != Measure::Rate && !criteria,
                    Unit::PercentagePoint | Unit::Times => !money && !criteria,
                    Unit::Of(_) => !money || in_kind,
                    Unit::Bare => true,
                };
                if !sound && reading.missing().is_none() {
                    let found = unit_words(&reading.unit);
                    hall.say(match entry.measure {
                        Measure::Rate => values::problems::no_rate(place.clone(), &entry.typed, &found),
                        _ => values::problems::no_money(place.clone(), &entry.typed, &found),
                    });
                    return None;
                }
                Some(reading.clone())
            }
            Err(why) => {
                hall.say(values::problems::misread(place.clone(), &entry.typed, why, self.locale));
                None
            }
        }
    }
}

fn words_reading(typed: String) -> Reading {
    Reading { quantity: Quantity::Words(typed.clone()), unit: Unit::Bare, hedge: Default::default(), standing: Default::default(), change: None, typed }
}

/// The written unit wins, but an indicator is shown in its own: `1,2 tỷ đồng` of one counted in `triệu đồng` is 1.200.
fn in_own_money(reading: &mut Reading, unit: &str) {
    let (Unit::Money(written), Some(own)) = (&reading.unit, values::words::money(&fold(unit))) else { return };
    let convert = |n: Number| values::in_unit(n, *written, own);
    let converted = match reading.quantity {
        Quantity::Exact(n) => convert(n).map(Quantity::Exact),
        Quantity::Range(a, b) => convert(a).zip(convert(b)).map(|(a, b)| Quantity::Range(a, b)),
        _ => None,
    };
    if let Some(quantity) = converted {
        reading.quantity = quantity;
        reading.unit = Unit::Money(own);
    }
}

/// Whether a written unit is the indicator's. Papers write "%" for percentage points, so that is accepted.
fn fits(written: &Unit, versions: &[(String, String)]) -> bool {
    versions.is_empty()
        || versions.iter().any(|(_, unit)| {
            let unit = fold(unit);
            let points = unit.starts_with("diem") || unit.starts_with("percentage point");
            match written {
                Unit::Bare => true,
                Unit::Percent => unit.starts_with('%') || unit.starts_with("percent") || points,
                Unit::PercentagePoint => points,
                Unit::Times => unit.starts_with("lan") || unit.starts_with("times"),
                Unit::Money(money) => values::words::money(&unit) == Some(*money) || unit.starts_with(&fold(&money_words(*money))),
                Unit::OtherMoney(words) | Unit::Of(words) => {
                    let words = fold(words);
                    words == unit || unit.starts_with(&words) || words.starts_with(&unit)
                }
            }
        })
}

fn money_words(unit: crate::model::MoneyUnit) -> String {
    use crate::model::MoneyUnit::*;
    match unit {
        Dong => "đồng",
        Thousand => "nghìn đồng",
        Million => "triệu đồng",
        Billion => "tỷ đồng",
        Trillion => "nghìn tỷ đồng",
        Quadrillion => "triệu tỷ đồng",
    }
    .to_owned()
}

fn unit_words(unit: &Unit) -> String {
    match unit {
        Unit::Money(money) => money_words(*money),
        Unit::OtherMoney(words) | Unit::Of(words) => words.clone(),
        Unit::Percent => "%".to_owned(),
        Unit::PercentagePoint => "điểm %".to_owned(),
        Unit::Times => "lần".to_owned(),
        Unit::Bare => "–".to_owned(),
    }
}

/// Two facts for one figure and day: a line written twice, or two sources of which one must be chosen.
fn told_apart(hall: &mut Hall<'_>, facts: &mut [Fact]) {
    // A line may have several targets or forecasts, each for a day of its own.
    type Name<'f> = (&'f Subject, Measure, Option<AsOf>, Option<AsOf>);
    let mut by_name: HashMap<Name<'_>, Vec<usize>> = HashMap::new();
    for (at, fact) in facts.iter().enumerate() {
        by_name.entry((&fact.subject, fact.measure, fact.as_of, fact.by)).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = by_name.into_values().filter(|group| group.len() > 1).collect();
    groups.sort();
    for group in groups {
        let chosen: Vec<usize> = group.iter().copied().filter(|at| facts[*at].chosen.is_some()).collect();
        let first = &facts[group[0]];
        let same_source = group[1..].iter().find(|at| facts[**at].source == first.source);
        if let Some(at) = same_source {
            let other = format!("{}:{}", first.place.file, first.place.spot.line);
            hall.say(problems::duplicate_line(facts[*at].place.clone(), &other));
            continue;
        }
        match chosen.as_slice() {
            [one] => {
                for at in group.iter().filter(|at| *at != one) {
                    facts[*at].set_aside = true;
                }
            }
            _ => {
                let other = format!("{}:{}", first.place.file, first.place.spot.line);
                let values = Said::new(
                    format!("“{}” và “{}”", first.reading.typed, facts[group[1]].reading.typed),
                    format!("“{}” and “{}”", first.reading.typed, facts[group[1]].reading.typed),
                );
                hall.say(problems::sources_differ(facts[group[1]].place.clone(), &other, &values));
            }
        }
    }
}
