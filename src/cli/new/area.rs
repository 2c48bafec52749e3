//! `new area`: a place of the site.
//!
//! May use: diag, scaffold; crates clap.

use clap::Command;

use super::answers::{Answers, among};
use super::ground::{Ground, Ids, known};
use super::made::Batch;
use super::{Made, Stop};
use crate::cli::Typed;
use crate::cli::words::Words;
use crate::diag::Said;
use crate::scaffold;

/// `new area`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command("area", "dia-ban", "Thêm một địa bàn", "Add an area")
        .arg(words.word("name", ("TÊN", "NAME"), "Tên riêng, không kèm cấp: \"Nậm Nhùn\"", "Its name without its kind: \"Nậm Nhùn\""))
        .arg(words.value("kind", ("CẤP", "KIND"), "Mã của cấp, như trong site.toml", "Id of its kind, as in site.toml"))
        .arg(words.value("parent", ("MÃ", "ID"), "Mã địa bàn cấp trên", "Id of the area it lies in"))
        .arg(words.id())
        .arg(words.yes())
}

/// Makes an area.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let kinds = &ground.looked.config.area_kinds;
    if kinds.is_empty() {
        return Err(Stop::Asked(Said::new(
            "site.toml chưa có cấp địa bàn nào. Thêm vào cuối tệp: [[area_kinds]] rồi id, name, plural, level, mỗi mục một dòng. Chưa ghi gì.",
            "site.toml has no kind of area yet. Add at its end: [[area_kinds]], then id, name, plural and level, a line each. Nothing was written.",
        )));
    }
    let ids = || kinds.iter().map(|kind| kind.id.as_str());
    // The kind most areas have is the likeliest.
    let usual =
        kinds.iter().max_by_key(|kind| (ground.record().areas.iter().filter(|area| area.kind == kind.id).count(), kind.level)).map(|kind| kind.id.as_str());
    let mut answers = Answers::of(typed);
    let name = answers.need("name", &Said::new("Tên địa bàn:", "Name of the area:"), None, &Said::new("\"Tên địa bàn\"", "\"Name of the area\""));
    let list = ids().collect::<Vec<_>>().join(", ");
    let question = Said::new(format!("Cấp ({list}):"), format!("Kind ({list}):"));
    let kind = answers.need("kind", &question, usual, &Said::new("--kind …", "--kind …"));
    let parent = answers.may("parent", &Said::new("Thuộc địa bàn nào (mã)?", "Which area does it lie in (id)?"));
    answers.whole()?;
    among(&kind, ids(), &Said::new("cấp địa bàn", "kind of area"))?;
    let taken: Vec<&str> = ground.record().areas.iter().map(|area| area.id.as_str()).collect();
    if let Some(parent) = &parent {
        known(parent, taken.iter().copied(), &Said::new("địa bàn", "area"), "area")?;
    }
    let id = Ids { what: Said::new("một địa bàn khác", "another area"), taken }.choose(answers.typed("id"), &name)?;
    let file = scaffold::area(&scaffold::Area { id: id.clone(), name, kind, parent }, &ground.habits);
    let next = Said::new(format!("minhbach new period --area {id}"), format!("minhbach new period --area {id}"));
    Batch::one(file).put(typed, &ground, &next)
}
