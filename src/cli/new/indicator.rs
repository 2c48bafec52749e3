//! `new indicator`: something a programme measures, put into the programme's file.
//!
//! May use: diag, parse, scaffold, source; crates clap.

use clap::Command;

use super::answers::{Answers, among};
use super::ground::{Ground, Ids, known};
use super::made::Batch;
use super::{Made, Stop};
use crate::cli::Typed;
use crate::cli::words::Words;
use crate::diag::Said;
use crate::parse::{self, Kind};
use crate::scaffold::{NewFile, indicator};
use crate::source;

/// `new indicator`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command("indicator", "chi-so", "Thêm một chỉ số vào chương trình", "Add something a programme measures")
        .arg(words.word("name", ("TÊN", "NAME"), "Tên như trong kế hoạch", "Its name, as in the plan"))
        .arg(words.value("programme", ("MÃ", "ID"), "Mã chương trình", "Id of the programme"))
        .arg(words.value("unit", ("ĐƠN VỊ", "UNIT"), "Đếm bằng gì: xã, hộ, km, %", "What is counted: communes, households, km, %"))
        .arg(words.value("kind", ("TỪ", "WORD"), "Thế nào là tốt: increase, decrease, at_least…", "What is good: increase, decrease, at_least …"))
        .arg(words.id())
        .arg(words.yes())
}

/// Puts an indicator into its programme.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let record = ground.record();
    let programmes: Vec<&str> = record.programmes.iter().map(|programme| programme.id.as_str()).collect();
    let kinds = indicator::kinds();
    let mut answers = Answers::of(typed);
    let name = answers.need("name", &Said::new("Tên chỉ số:", "Name of the indicator:"), None, &Said::new("\"Tên chỉ số\"", "\"Name of the indicator\""));
    let question = Said::new("Của chương trình nào (mã)?", "Of which programme (id)?");
    let programme = answers.need("programme", &question, Ground::only(programmes.iter().copied()), &Said::new("--programme …", "--programme …"));
    let unit = answers.may("unit", &Said::new("Đơn vị tính:", "Unit:"));
    let list = kinds.join(", ");
    let question = Said::new(format!("Thế nào là tốt ({list}):"), format!("What is good ({list}):"));
    let kind = answers.need("kind", &question, Some("increase"), &Said::new("--kind …", "--kind …"));
    answers.whole()?;
    known(&programme, programmes.iter().copied(), &Said::new("chương trình", "programme"), "programme")?;
    among(&kind, kinds.iter().copied(), &Said::new("cách đánh giá", "way to judge"))?;
    let taken = record.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    let id = Ids { what: Said::new("một chỉ số khác", "another indicator"), taken }.choose(answers.typed("id"), &name)?;
    let is_its = |path: &str| matches!(parse::kind::of(path), Some(Kind::Programme { id }) if id == programme);
    let found = ground.looked.sources.files.iter().find(|found| is_its(&found.path));
    let bytes = found.and_then(|found| source::read_bytes(found).value).map(|(bytes, ..)| bytes);
    let (Some(found), Some(bytes)) = (found, bytes) else { return Err(refused(&programme)) };
    let Ok(before) = String::from_utf8(bytes.clone()) else { return Err(refused(&programme)) };
    let Ok(text) = indicator::added(&before, &indicator::Indicator { id: id.clone(), name, unit, kind }, ground.habits.tongue) else {
        return Err(refused(&programme));
    };
    let batch = Batch { new: Vec::new(), changed: vec![(NewFile { path: found.path.to_string(), text }, bytes)] };
    let next = Said::new(
        format!("trong plan.yaml, thêm dưới targets: một dòng indicator: {id} với target"),
        format!("in plan.yaml, add below targets: a line indicator: {id} with its target"),
    );
    batch.put(typed, &ground, &next)
}

fn refused(programme: &str) -> Stop {
    Stop::Asked(Said::new(
        format!(
            "Không thêm được vào tệp của chương trình “{programme}”: sửa các lỗi của tệp (minhbach check), và viết indicators: thành nhiều dòng, mỗi chỉ số bắt đầu bằng “- id:”. Chưa ghi gì."
        ),
        format!(
            "Nothing can be added to the file of the programme “{programme}”: mend its mistakes (minhbach check), and write indicators: on several lines, each one beginning with “- id:”. Nothing was written."
        ),
    ))
}
