//! Addresses of figures: stable, readable, the same on pages, in downloads and in links.
//!
//! Invariant: an address depends on ids and dates only, never on the order of lines.
//!
//! May use: model.

use crate::model::{AsOf, Axes, Capital, Fact, ProgrammeIx, Record, Subject};

/// The address of a budget line within its sheet: `ntm/da1/investment/central/from-2022`.
pub fn of_axes(record: &Record, axes: &Axes) -> String {
    let programme = record.programme(axes.programme);
    let mut address = programme.id.clone();
    if let Some(component) = axes.component {
        address.push('/');
        address.push_str(&programme.components[component.at()].id);
    }
    for part in [axes.capital.map(Capital::name), axes.fund.map(|f| f.name())].into_iter().flatten() {
        address.push('/');
        address.push_str(part);
    }
    if let Some(year) = axes.carried_from {
        address.push_str(&format!("/from-{year}"));
    }
    address
}

/// The address of a subject within its sheet.
pub fn of_subject(record: &Record, subject: &Subject) -> String {
    match subject {
        Subject::Money(axes) => of_axes(record, axes),
        Subject::Indicator(ix, None) => record.indicator(*ix).id.clone(),
        Subject::Indicator(ix, Some(group)) => format!("{}/{group}", record.indicator(*ix).id),
        Subject::Criteria(set) => record.set(*set).id.clone(),
    }
}

/// The address of a stated figure, with its day when it is not the newest.
pub fn of_fact(record: &Record, fact: &Fact, day: Option<AsOf>) -> String {
    let mut address = format!("{}/{}", of_subject(record, &fact.subject), fact.measure.name());
    if let Some(day) = day {
        address.push('@');
        address.push_str(&day.slug());
    }
    address
}

/// The address of a total.
pub fn of_total(record: &Record, programme: Option<ProgrammeIx>, capital: Option<Capital>) -> String {
    let programme = programme.map_or("all", |ix| record.programme(ix).id.as_str());
    match capital {
        Some(capital) => format!("total/{programme}/{}", capital.name()),
        None => format!("total/{programme}"),
    }
}
