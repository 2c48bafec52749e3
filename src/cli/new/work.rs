//! `new work`: a construction work of an area.
//!
//! May use: diag, model, scaffold; crates clap.

use clap::Command;

use super::Made;
use super::answers::{Answers, among};
use super::ground::{Ground, Ids, known};
use super::made::Batch;
use crate::cli::Typed;
use crate::cli::words::Words;
use crate::diag::Said;
use crate::model::WorkStatus;
use crate::scaffold;

/// `new work`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command("work", "cong-trinh", "Thêm một công trình", "Add a construction work")
        .arg(words.word("name", ("TÊN", "NAME"), "Tên như trong quyết định đầu tư", "Its name, as in the decision to build it"))
        .arg(words.value("area", ("MÃ", "ID"), "Mã địa bàn nơi xây dựng", "Id of the area it stands in"))
        .arg(words.value("programme", ("MÃ", "ID"), "Mã chương trình cấp vốn", "Id of the programme that pays for it"))
        .arg(words.value("status", ("TỪ", "WORD"), "Tình trạng: preparation, implementation…", "Its stage: preparation, implementation …"))
        .arg(words.id())
        .arg(words.yes())
}

/// Makes a work.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let record = ground.record();
    let areas: Vec<&str> = record.areas.iter().map(|area| area.id.as_str()).collect();
    let programmes: Vec<&str> = record.programmes.iter().map(|programme| programme.id.as_str()).collect();
    let statuses = || WorkStatus::ALL.iter().map(|(_, name)| *name);
    let mut answers = Answers::of(typed);
    let name = answers.need("name", &Said::new("Tên công trình:", "Name of the work:"), None, &Said::new("\"Tên công trình\"", "\"Name of the work\""));
    let question = Said::new("Ở địa bàn nào (mã)?", "In which area (id)?");
    let area = answers.need("area", &question, Ground::only(areas.iter().copied()), &Said::new("--area …", "--area …"));
    let programme = answers.may("programme", &Said::new("Chương trình nào cấp vốn (mã)?", "Which programme pays for it (id)?"));
    let list = statuses().collect::<Vec<_>>().join(", ");
    let question = Said::new(format!("Tình trạng ({list}):"), format!("Stage ({list}):"));
    let status = answers.need("status", &question, Some("preparation"), &Said::new("--status …", "--status …"));
    answers.whole()?;
    known(&area, areas.iter().copied(), &Said::new("địa bàn", "area"), "area")?;
    among(&status, statuses(), &Said::new("tình trạng", "stage"))?;
    if let Some(programme) = &programme {
        known(programme, programmes.iter().copied(), &Said::new("chương trình", "programme"), "programme")?;
    }
    let taken = record.works.iter().map(|work| work.id.as_str()).collect();
    let id = Ids { what: Said::new("một công trình khác", "another work"), taken }.choose(answers.typed("id"), &name)?;
    let file = scaffold::work(&scaffold::Work { area, id, name, status, programme }, &ground.habits);
    let next = Said::new(format!("mở {} và điền tiếp", file.path), format!("open {} and fill it in", file.path));
    Batch::one(file).put(typed, &ground, &next)
}
