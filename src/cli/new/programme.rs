//! `new programme`: a programme the site gives account of.
//!
//! May use: diag, model, scaffold; crates clap.

use clap::Command;

use super::answers::Answers;
use super::ground::{Ground, Ids};
use super::made::Batch;
use super::{Made, Stop};
use crate::cli::Typed;
use crate::cli::words::Words;
use crate::diag::Said;
use crate::model::Period;
use crate::scaffold;

/// `new programme`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command("programme", "chuong-trinh", "Thêm một chương trình", "Add a programme")
        .arg(words.word("name", ("TÊN", "NAME"), "Tên đầy đủ, như trong quyết định", "Its full name, as in the decision"))
        .arg(words.value("short", ("TÊN", "NAME"), "Tên gọi tắt, cho bảng và thực đơn", "Short name, for tables and menus"))
        .arg(words.value("period", ("NĂM", "YEARS"), "Thời gian thực hiện: 2026-2030", "Its years: 2026-2030"))
        .arg(words.id())
        .arg(words.yes())
}

/// Makes a programme.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let mut answers = Answers::of(typed);
    let name =
        answers.need("name", &Said::new("Tên chương trình:", "Name of the programme:"), None, &Said::new("\"Tên chương trình\"", "\"Name of the programme\""));
    let short = answers.may("short", &Said::new("Tên gọi tắt:", "Short name:"));
    let period = answers.may("period", &Said::new("Những năm nào, ví dụ 2026-2030:", "Which years, such as 2026-2030:"));
    answers.whole()?;
    if let Some(wrong) = period.as_ref().filter(|period| Period::read(period).is_none()) {
        return Err(Stop::Asked(Said::new(
            format!("“{wrong}” không phải một năm hay một giai đoạn. Gõ: --period 2026-2030. Chưa ghi gì."),
            format!("“{wrong}” is neither a year nor a span of years. Type: --period 2026-2030. Nothing was written."),
        )));
    }
    let taken = ground.record().programmes.iter().map(|programme| programme.id.as_str()).collect();
    let ids = Ids { what: Said::new("một chương trình khác", "another programme"), taken };
    let id = ids.choose(answers.typed("id"), short.as_deref().unwrap_or(&name))?;
    let next = Said::new(
        format!("thêm chỉ số: minhbach new indicator \"Tên chỉ số\" --programme {id}"),
        format!("add what it measures: minhbach new indicator \"Name\" --programme {id}"),
    );
    let file = scaffold::programme(&scaffold::Programme { id, name, short, period }, &ground.habits);
    Batch::one(file).put(typed, &ground, &next)
}
