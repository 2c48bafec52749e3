//! What a public programme is: its areas, plans, results, indicators, criteria, documents, works and reports.
//!
//! Invariant: everything here is already resolved and sound; a missing value has a kind and is never zero.
//!
//! May use: diag; crates rust_decimal, jiff, serde.

pub mod amount;
pub mod area;
pub mod correction;
pub mod fact;
pub mod names;
pub mod period;
pub mod programme;
pub mod record;
pub mod report;
pub mod work;

pub use amount::{Change, Hedge, Missing, MoneyUnit, Number, Quantity, Reading, Standing, Unit};
pub use area::{Area, Lineage, LineageEnd, Parts};
pub use correction::{Correction, CorrectionKind};
pub use fact::{Axes, Capital, Criteria, Fact, Fund, Measure, RateOf, SourceRef, Subject};
pub use names::{AreaIx, ComponentIx, DocumentIx, IndicatorIx, ProgrammeIx, Remark, ReportIx, SetIx, Text};
pub use period::{AsOf, Grain, Period};
pub use programme::{Component, ComponentKind, CriteriaSet, Criterion, Document, Indicator, IndicatorKind, Programme, Successor};
pub use record::{PlanVersion, Record, Sheet};
pub use report::{Audio, Body, Origin, Picture, Related, Report, Telling, Translation};
pub use work::{Milestone, Work, WorkStatus};
