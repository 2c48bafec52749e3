//! Construction works: who builds what, where, for how much, and how far it is. A work is not a component.
//!
//! Invariant: physical and financial progress are two numbers, never one.
//!
//! May use: nothing; crates serde.

use serde::{Deserialize, Serialize};

use super::amount::Reading;
use super::fact::SourceRef;
use super::names::{AreaIx, ComponentIx, ProgrammeIx, Text};
use super::period::AsOf;
use super::report::Picture;

/// How far a work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkStatus {
    /// chuẩn bị đầu tư
    Preparation,
    /// lựa chọn nhà thầu
    Procurement,
    /// đang thi công
    Implementation,
    /// tạm dừng
    Suspended,
    /// hoàn thành, bàn giao
    Completed,
    /// quyết toán
    Settled,
    /// dừng, cắt giảm
    Cancelled,
}

impl WorkStatus {
    /// Every status with its permanent name.
    pub const ALL: [(WorkStatus, &'static str); 7] = [
        (WorkStatus::Preparation, "preparation"),
        (WorkStatus::Procurement, "procurement"),
        (WorkStatus::Implementation, "implementation"),
        (WorkStatus::Suspended, "suspended"),
        (WorkStatus::Completed, "completed"),
        (WorkStatus::Settled, "settled"),
        (WorkStatus::Cancelled, "cancelled"),
    ];

    /// The permanent name used in files and word lists.
    pub fn name(self) -> &'static str {
        WorkStatus::ALL.iter().find(|(status, _)| *status == self).map_or("", |(_, name)| name)
    }
}

/// A step of a work: its name, its date, and its state (`done`, `under_way`, `not_begun`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Name.
    pub name: Text,
    /// When.
    pub date: Option<AsOf>,
    /// How far.
    pub state: Option<String>,
}

/// Someone who owned a work for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Name of the office.
    pub name: Text,
    /// Since when.
    pub from: Option<AsOf>,
    /// Until when.
    pub to: Option<AsOf>,
}

/// One construction work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Id; the name in addresses.
    pub id: String,
    /// Where it belongs.
    pub area: AreaIx,
    /// Name.
    pub name: Text,
    /// Which programme pays.
    pub programme: Option<ProgrammeIx>,
    /// Which component of it.
    pub component: Option<ComponentIx>,
    /// Owners, the latest last.
    pub owners: Vec<Owner>,
    /// Place in words.
    pub place: Option<Text>,
    /// Contractor.
    pub contractor: Option<Text>,
    /// Supervisor.
    pub supervisor: Option<Text>,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// How far it is.
    pub status: WorkStatus,
    /// Planned and actual start.
    pub start: (Option<AsOf>, Option<AsOf>),
    /// Planned and actual end.
    pub finish: (Option<AsOf>, Option<AsOf>),
    /// Planned cost.
    pub plan: Option<Reading>,
    /// Paid so far.
    pub paid: Option<Reading>,
    /// How much is built, as stated.
    pub physical: Option<Reading>,
    /// The day the figures hold for.
    pub as_of: Option<AsOf>,
    /// Who said so.
    pub source: Option<SourceRef>,
    /// Steps.
    pub milestones: Vec<Milestone>,
    /// Pictures.
    pub pictures: Vec<Picture>,
    /// The folder of the pictures, relative to the site folder.
    pub folder: String,
    /// A remark.
    pub note: Option<Text>,
    /// Whether it is a sample, which is not published.
    pub sample: bool,
}
