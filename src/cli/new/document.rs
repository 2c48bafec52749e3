//! `new document`: a decision or circular figures rest on.
//!
//! May use: diag, scaffold, values, model; crates clap.

use clap::Command;

use super::answers::Answers;
use super::ground::{Ground, Ids};
use super::made::Batch;
use super::{Made, Stop};
use crate::cli::Typed;
use crate::cli::words::Words;
use crate::diag::Said;
use crate::scaffold;
use crate::values::dates;

/// `new document`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command("document", "van-ban", "Thêm một văn bản làm căn cứ", "Add a document figures rest on")
        .arg(words.word("title", ("TRÍCH YẾU", "TITLE"), "Văn bản nói về việc gì", "What it is about"))
        .arg(words.value("number", ("SỐ", "NUMBER"), "Số và ký hiệu: 263/QĐ-TTg", "Number and symbol: 263/QĐ-TTg"))
        .arg(words.day("Ngày ký: 2022-02-22", "The day it was signed: 2022-02-22"))
        .arg(words.id())
        .arg(words.yes())
}

/// Makes a document.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let mut answers = Answers::of(typed);
    let title = answers.need(
        "title",
        &Said::new("Trích yếu (văn bản nói về việc gì):", "What it is about:"),
        None,
        &Said::new("\"Trích yếu\"", "\"What it is about\""),
    );
    let number = answers.may("number", &Said::new("Số và ký hiệu:", "Number and symbol:"));
    let date = answers.may("date", &Said::new("Ngày ký, ví dụ 22/2/2022:", "The day it was signed, such as 22/2/2022:"));
    answers.whole()?;
    let date = date.map(|date| day(&date)).transpose()?;
    let record = ground.record();
    // Figures name reports and documents alike: one id must not mean both.
    let taken = record.documents.iter().map(|own| own.id.as_str()).chain(record.reports.iter().map(|own| own.id.as_str())).collect();
    let ids = Ids { what: Said::new("một văn bản hoặc bài khác", "another document or report"), taken };
    let id = ids.choose(answers.typed("id"), number.as_deref().unwrap_or(&title))?;
    let next = Said::new(
        format!("ghi {id} ở source: hoặc document: của các tệp cần dẫn"),
        format!("write {id} behind source: or document: in the files that rest on it"),
    );
    let file = scaffold::document(&scaffold::Document { id, title, number, date }, &ground.habits);
    Batch::one(file).put(typed, &ground, &next)
}

/// A whole day, as files have it.
pub(super) fn day(typed: &str) -> Result<String, Stop> {
    match dates::as_of(typed) {
        Ok(date) if date.known() && date.grain == crate::model::Grain::Day => Ok(date.day.to_string()),
        _ => Err(Stop::Asked(Said::new(
            format!("“{typed}” không phải một ngày. Gõ: --date 22/2/2022. Chưa ghi gì."),
            format!("“{typed}” is no day. Type: --date 22/2/2022. Nothing was written."),
        ))),
    }
}
