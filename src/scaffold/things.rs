//! Areas, programmes, documents, works and reports, each a file of its own.
//!
//! Invariant: only what was asked for is stated; everything else is offered in a comment.
//!
//! May use: schema.

use super::commented::{Page, Value, comment};
use super::{Habits, NewFile, said};
use crate::schema::Kind;

/// An area to be.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its folder.
    pub id: String,
    /// Its name without its kind.
    pub name: String,
    /// The id of its kind.
    pub kind: String,
    /// The area it lies in.
    pub parent: Option<String>,
}

/// `content/areas/<id>/area.yaml`
pub fn area(area: &Area, habits: &Habits) -> NewFile {
    let path = habits.data(&format!("content/areas/{}/area", area.id));
    let mut entries = vec![("name", Value::words(&area.name)), ("kind", Value::words(&area.kind))];
    entries.extend(area.parent.as_ref().map(|parent| ("parent", Value::words(parent))));
    page(Kind::Area, path, entries, &["parent", "code", "aliases", "about", "body"], habits)
}

/// A programme to be.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Its file.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: Option<String>,
    /// Its years.
    pub period: Option<String>,
}

/// `content/programmes/<id>.yaml`
pub fn programme(programme: &Programme, habits: &Habits) -> NewFile {
    let path = habits.data(&format!("content/programmes/{}", programme.id));
    let mut entries = vec![("name", Value::words(&programme.name))];
    entries.extend(programme.short.as_ref().map(|short| ("short", Value::words(short))));
    entries.extend(programme.period.as_ref().map(|period| ("period", Value::words(period))));
    let offered = ["short", "code", "period", "decision", "description", "lead_agency", "components"];
    let mut file = page(Kind::Programme, path, entries, &offered, habits);
    let hint = said(habits.tongue, "Thêm chỉ số vào đây bằng lệnh", "Add what it measures by the command");
    for line in comment(&format!("{hint}: minhbach new indicator --programme {}", programme.id), 0) {
        file.text.push_str(&format!("{line}\n"));
    }
    file
}

/// A document to be.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its file.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// The day it was signed.
    pub date: Option<String>,
}

/// `content/documents/<id>.yaml`
pub fn document(document: &Document, habits: &Habits) -> NewFile {
    let path = habits.data(&format!("content/documents/{}", document.id));
    let mut entries = Vec::new();
    entries.extend(document.number.as_ref().map(|number| ("number", Value::words(number))));
    entries.push(("title", Value::words(&document.title)));
    entries.extend(document.date.as_ref().map(|date| ("date", Value::words(date))));
    page(Kind::Document, path, entries, &["number", "date", "kind", "issuer", "link", "file"], habits)
}

/// A construction work to be.
#[derive(Clone, Debug)]
pub struct Work {
    /// The area it stands in.
    pub area: String,
    /// Its file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Which stage it has reached.
    pub status: String,
    /// The programme that pays for it.
    pub programme: Option<String>,
}

/// `content/areas/<id>/works/<id>.yaml`
pub fn work(work: &Work, habits: &Habits) -> NewFile {
    let path = habits.data(&format!("content/areas/{}/works/{}", work.area, work.id));
    let mut entries = vec![("name", Value::words(&work.name))];
    entries.extend(work.programme.as_ref().map(|programme| ("programme", Value::words(programme))));
    entries.push(("status", Value::words(&work.status)));
    let offered = [
        "programme",
        "component",
        "owner",
        "place",
        "contractor",
        "supervisor",
        "contact",
        "start",
        "finish",
        "money_unit",
        "plan",
        "paid",
        "physical_progress",
        "as_of",
        "source",
    ];
    page(Kind::Work, path, entries, &offered, habits)
}

/// A report to be.
#[derive(Clone, Debug)]
pub struct Report {
    /// The year it is filed under.
    pub year: i16,
    /// Its file or folder.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day it is published.
    pub published: String,
    /// The places it is about.
    pub areas: Vec<String>,
    /// The programmes it is about.
    pub programmes: Vec<String>,
    /// Who publishes it.
    pub publisher: String,
}

/// `content/reports/<year>/<slug>.md`
pub fn report(report: &Report, habits: &Habits) -> NewFile {
    let path = habits.report(report.year, &report.id);
    let mut entries = vec![("title", Value::words(&report.title)), ("published", Value::words(&report.published)), ("areas", Value::Ids(report.areas.clone()))];
    if !report.programmes.is_empty() {
        entries.push(("programmes", Value::Ids(report.programmes.clone())));
    }
    entries.push(("source", Value::Group(vec![("name", Value::words(&report.publisher))])));
    let offered = ["programmes", "lead", "event", "authors", "as_of", "documents", "cover", "pictures", "draft"];
    let front = page(Kind::Report, path, entries, &offered, habits);
    let how = said(
        habits.tongue,
        "<!-- Viết bài từ đây. Cách một dòng trống là đoạn mới. Con số nối với số liệu: [780 triệu đồng](figure:nam-nhun/2024/ntm/investment/disbursed); bảng: ![Vốn](table:budget). Dòng này không hiện trên trang. -->",
        "<!-- Write from here on. An empty line begins a paragraph. A number bound to its figure: [780 million dong](figure:nam-nhun/2024/ntm/investment/disbursed); a table: ![Money](table:budget). This line is not shown. -->",
    );
    NewFile { text: format!("---\n{}---\n{how}\n", front.text), ..front }
}

fn page(kind: Kind, path: String, entries: super::commented::Entries, offered: &[&'static str], habits: &Habits) -> NewFile {
    let text = Page { kind, path: &path, entries, offered }.text(habits.tongue);
    NewFile { path, text }
}
