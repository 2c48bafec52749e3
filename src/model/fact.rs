//! One stated number: what it measures, where, for when, in which words, and who said so.
//!
//! Invariant: the axes name a line; plan and results meet on the same axes.
//!
//! May use: diag; crates serde.

use serde::{Deserialize, Serialize};

use super::amount::Reading;
use super::names::{ComponentIx, DocumentIx, IndicatorIx, ProgrammeIx, Remark, ReportIx, SetIx};
use super::period::AsOf;
use crate::diag::Place;

/// Whether money builds something lasting or keeps something running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Capital {
    /// vốn đầu tư phát triển
    Investment,
    /// vốn sự nghiệp, kinh phí thường xuyên
    Recurrent,
}

impl Capital {
    /// The permanent name used in files and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Capital::Investment => "investment",
            Capital::Recurrent => "recurrent",
        }
    }
}

/// Whose money it is. Credit and integrated funds are never added to the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fund {
    /// Central and local budget together, where the source does not split them.
    CentralAndLocal,
    /// ngân sách trung ương
    Central,
    /// ngân sách tỉnh
    Province,
    /// ngân sách huyện
    District,
    /// ngân sách xã
    Commune,
    /// vốn đối ứng
    Matching,
    /// tín dụng chính sách
    PolicyCredit,
    /// tín dụng thương mại
    CommercialCredit,
    /// doanh nghiệp, hợp tác xã
    Enterprises,
    /// người dân và cộng đồng
    People,
    /// lồng ghép
    Integrated,
}

impl Fund {
    /// Every fund with its permanent name.
    pub const ALL: [(Fund, &'static str); 11] = [
        (Fund::CentralAndLocal, "central_and_local"),
        (Fund::Central, "central"),
        (Fund::Province, "province"),
        (Fund::District, "district"),
        (Fund::Commune, "commune"),
        (Fund::Matching, "matching"),
        (Fund::PolicyCredit, "policy_credit"),
        (Fund::CommercialCredit, "commercial_credit"),
        (Fund::Enterprises, "enterprises"),
        (Fund::People, "people"),
        (Fund::Integrated, "integrated"),
    ];

    /// The permanent name used in files and addresses.
    pub fn name(self) -> &'static str {
        Fund::ALL.iter().find(|(fund, _)| *fund == self).map_or("", |(_, name)| name)
    }

    /// Whether this money belongs to the budget and may be summed with it.
    pub fn is_budget(self) -> bool {
        use Fund::*;
        matches!(self, CentralAndLocal | Central | Province | District | Commune | Matching)
    }
}

/// The name of a budget line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Axes {
    /// Which programme.
    pub programme: ProgrammeIx,
    /// Which component of it.
    pub component: Option<ComponentIx>,
    /// Which kind of capital; `None` when the source does not split it.
    pub capital: Option<Capital>,
    /// Whose money; `None` when the source does not split it.
    pub fund: Option<Fund>,
    /// The year the money was carried over from.
    pub carried_from: Option<i16>,
}

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A budget line.
    Money(Axes),
    /// An indicator, perhaps of one group of people.
    Indicator(IndicatorIx, Option<String>),
    /// A criteria set.
    Criteria(SetIx),
}

/// Which of the things that can be said of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// kế hoạch vốn
    Planned,
    /// vốn giao
    Assigned,
    /// phân bổ chi tiết
    Allocated,
    /// điều chỉnh, with its sign
    Adjusted,
    /// chuyển nguồn, kéo dài
    CarriedOver,
    /// hủy, nộp trả
    Returned,
    /// quyết toán
    Settled,
    /// giải ngân
    Disbursed,
    /// giá trị khối lượng thực hiện
    WorkDone,
    /// chỉ tiêu kế hoạch
    Target,
    /// đầu kỳ
    Baseline,
    /// thực hiện
    Actual,
    /// dự kiến
    Forecast,
    /// vượt kế hoạch
    Exceeded,
    /// thay đổi so với đầu kỳ
    Change,
    /// tỷ lệ do nguồn nêu
    Rate,
    /// đạt
    Met,
    /// cơ bản đạt
    MostlyMet,
    /// chưa đạt
    NotMet,
    /// mức đạt chuẩn
    Status,
}

impl Measure {
    /// Every measure with its permanent name.
    pub const ALL: [(Measure, &'static str); 20] = [
        (Measure::Planned, "planned"),
        (Measure::Assigned, "assigned"),
        (Measure::Allocated, "allocated"),
        (Measure::Adjusted, "adjusted"),
        (Measure::CarriedOver, "carried_over"),
        (Measure::Returned, "returned"),
        (Measure::Settled, "settled"),
        (Measure::Disbursed, "disbursed"),
        (Measure::WorkDone, "work_done"),
        (Measure::Target, "target"),
        (Measure::Baseline, "baseline"),
        (Measure::Actual, "actual"),
        (Measure::Forecast, "forecast"),
        (Measure::Exceeded, "exceeded"),
        (Measure::Change, "change"),
        (Measure::Rate, "rate"),
        (Measure::Met, "met"),
        (Measure::MostlyMet, "mostly_met"),
        (Measure::NotMet, "not_met"),
        (Measure::Status, "status"),
    ];

    /// The permanent name used in files and addresses.
    pub fn name(self) -> &'static str {
        Measure::ALL.iter().find(|(measure, _)| *measure == self).map_or("", |(_, name)| name)
    }
}

/// What a stated rate is a share of. It may be unknown, but it is never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RateOf {
    /// Of what was assigned.
    Assigned,
    /// Of what was available: assigned and carried over, with adjustments.
    Available,
    /// Of the plan.
    Planned,
    /// Of what was allocated in detail.
    Allocated,
    /// Of what was carried over.
    CarriedOver,
    /// Of an indicator's target.
    Target,
    /// The source does not say.
    NotStated,
}

impl RateOf {
    /// Every denominator with its permanent name.
    pub const ALL: [(RateOf, &'static str); 7] = [
        (RateOf::Assigned, "assigned"),
        (RateOf::Available, "available"),
        (RateOf::Planned, "planned"),
        (RateOf::Allocated, "allocated"),
        (RateOf::CarriedOver, "carried_over"),
        (RateOf::Target, "target"),
        (RateOf::NotStated, "not_stated"),
    ];

    /// The permanent name used in files and word lists.
    pub fn name(self) -> &'static str {
        RateOf::ALL.iter().find(|(of, _)| *of == self).map_or("", |(_, name)| name)
    }
}

/// Who said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceRef {
    /// A report of this site, which names its original.
    Report(ReportIx),
    /// A document.
    Document(DocumentIx),
}

/// The states of single criteria, where the source gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// Criterion number and its state (`Met`, `MostlyMet` or `NotMet`).
    pub states: Vec<(u32, Measure)>,
    /// The document that recognised the status.
    pub decision: Option<DocumentIx>,
    /// The year the award counts for, which may differ from the decision's date.
    pub award_year: Option<i16>,
}

/// One stated number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub subject: Subject,
    /// What of it.
    pub measure: Measure,
    /// The value as read.
    pub reading: Reading,
    /// The day it holds for.
    pub as_of: Option<AsOf>,
    /// The day it is expected or due for.
    pub by: Option<AsOf>,
    /// Who said so.
    pub source: Option<SourceRef>,
    /// The words of the source, where they differ from the value as typed.
    pub printed: Option<String>,
    /// What a rate is a share of.
    pub rate_of: Option<RateOf>,
    /// Words that are part of the meaning ("without carried-over money").
    pub scope: Option<Remark>,
    /// A remark for the reader.
    pub note: Option<Remark>,
    /// What is doubtful about it.
    pub doubt: Option<Remark>,
    /// Why it is withheld.
    pub reason_withheld: Option<Remark>,
    /// Why this source was chosen where two differ.
    pub chosen: Option<Remark>,
    /// Set by `assemble` on the other one of two differing sources: it is kept and shown, but not counted.
    pub set_aside: bool,
    /// A standing the source itself declares.
    pub declared: Option<Remark>,
    /// How the source compares it ("below the national average").
    pub comparison: Option<Remark>,
    /// How a group is called.
    pub group_name: Option<Remark>,
    /// Single criteria and the award, on a criteria fact.
    pub criteria: Option<Box<Criteria>>,
    /// Where it is written.
    pub place: Place,
    /// The plan version it comes from (1 for the first); 0 for results.
    pub version: u16,
}
