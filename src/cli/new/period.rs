//! `new period`: the next year of areas, or the next span of years, with the lines of the last one and no values.
//!
//! Invariant: a result is never taken over.
//!
//! May use: diag, forms, model, scaffold, values; crates clap.

use clap::Command;

use super::answers::Answers;
use super::ground::{Ground, known};
use super::made::Batch;
use super::{Made, Stop};
use crate::cli::words::Words;
use crate::cli::{Typed, ask, say};
use crate::diag::Said;
use crate::forms;
use crate::model::{AreaIx, Period, Record};
use crate::scaffold::period::{self, New};
use crate::values::dates;

/// `new period`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command(
            "period",
            "ky",
            "Mở năm hoặc giai đoạn mới: chép các dòng của kỳ trước, không chép số",
            "Open a new year or span of years: last period's lines, no values",
        )
        .arg(words.word("period", ("KỲ", "PERIOD"), "2025 hoặc 2026-2030 (mặc định: sau kỳ mới nhất)", "2025 or 2026-2030 (default: after the newest)"))
        .arg(words.area())
        .arg(words.value("source", ("MÃ", "ID"), "Văn bản hoặc bài giao kế hoạch", "The document or report that sets the plan"))
        .arg(words.value(
            "as-of",
            ("NGÀY", "DAY"),
            "Chưa có kết quả tính đến ngày này (mặc định: ngày đầu kỳ)",
            "The day for which there are no results yet (default: the first day)",
        ))
        .arg(words.yes())
}

/// Opens a period.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let record = ground.record();
    let sources: Vec<String> = forms::site::sources(record);
    let mut answers = Answers::of(typed);
    let usual = usual(record).slug();
    let wanted = answers.need("period", &Said::new("Kỳ nào?", "Which period?"), Some(&usual), &Said::new(&usual, &usual));
    let question = Said::new("Kế hoạch do văn bản hoặc bài nào giao (mã)?", "Which document or report sets the plan (id)?");
    let hint = Said::new(
        "--source …  chưa có văn bản thì tạo trước: minhbach new document \"Trích yếu\" --number \"…\"",
        "--source …  where there is none yet, make it first: minhbach new document \"What it is about\" --number \"…\"",
    );
    let source = answers.need("source", &question, None, &hint);
    answers.whole()?;
    let Some(period) = Period::read(&wanted) else {
        return Err(Stop::Asked(Said::new(
            format!("“{wanted}” không phải một kỳ. Gõ: minhbach new period {usual}. Chưa ghi gì."),
            format!("“{wanted}” is no period. Type: minhbach new period {usual}. Nothing was written."),
        )));
    };
    known(&source, sources.iter().map(String::as_str), &Said::new("văn bản hay bài", "document or report"), "document")?;
    let as_of = match answers.typed("as-of") {
        None => period.start().to_string(),
        Some(typed) => match dates::as_of(&typed) {
            Ok(day) if day.known() => day.slug(),
            _ => {
                return Err(Stop::Asked(Said::new(
                    format!("“{typed}” không phải một ngày. Gõ: --as-of 1/1/{}. Chưa ghi gì.", period.first),
                    format!("“{typed}” is no day. Type: --as-of 1/1/{}. Nothing was written.", period.first),
                )));
            }
        },
    };
    let is_document = record.documents.iter().any(|own| own.id == source);
    let chosen = answers.typed("area");
    let areas = areas(record, chosen.as_deref(), period)?;
    let (mut batch, mut left) = (Batch::default(), Vec::new());
    for ix in areas {
        let area = record.area(ix).id.clone();
        if record.sheets.contains_key(&(ix, period)) {
            left.push(area);
            continue;
        }
        let new = New { area, period, source: source.clone(), is_document, as_of: as_of.clone() };
        let last = last(record, ix, period).and_then(|last| forms::site::paper(&ground.looked.sources, record, ground.looked.config.locale, ix, last));
        match last {
            Some(paper) => batch.new.extend(period::after(&paper, &new, &ground.habits)),
            None if chosen.is_some() => batch.new.extend(period::first(record, &new, &ground.habits)),
            None => {}
        }
    }
    if batch.new.is_empty() {
        return Err(Stop::Asked(nothing(&left, period)));
    }
    if !left.is_empty() {
        let list = left.join(", ");
        let words = Said::new(
            format!("Đã có kỳ {} từ trước, để nguyên: {list}.", period.slug()),
            format!("Left as they are, for they have {} already: {list}.", period.slug()),
        );
        say::note(words.in_tongue(ground.tongue));
    }
    let one = chosen.map_or_else(String::new, |id| format!(" --area {id}"));
    let next = Said::new(
        format!("điền kế hoạch vào plan.yaml; có kết quả thì tạo biểu: minhbach template{one} --period {} --as-of 31/3/{}", period.slug(), period.first),
        format!("fill in plan.yaml; when there are results, make a form: minhbach template{one} --period {} --as-of 31/3/{}", period.slug(), period.first),
    );
    batch.put(typed, &ground, &next)
}

/// The period after the newest of the site; this year where it has none.
fn usual(record: &Record) -> Period {
    let newest = record.sheets.keys().map(|(_, period)| *period).max_by_key(|period| (period.last, period.first));
    newest.map_or_else(
        || Period::year(ask::today().year()),
        |newest| {
            let length = newest.last - newest.first;
            Period { first: newest.last + 1, last: newest.last + 1 + length }
        },
    )
}

/// The latest period of an area before this one: of the same length where it has one.
fn last(record: &Record, area: AreaIx, period: Period) -> Option<Period> {
    let length = |period: Period| period.last - period.first;
    let before = || record.sheets_of(area).map(|sheet| sheet.period).filter(|own| own.last < period.first);
    before().filter(|own| length(*own) == length(period)).max_by_key(|own| own.last).or_else(|| before().max_by_key(|own| own.last))
}

/// The area asked for, or all that are still units when the period begins.
fn areas(record: &Record, chosen: Option<&str>, period: Period) -> Result<Vec<AreaIx>, Stop> {
    let Some(id) = chosen else {
        return Ok(record.areas().filter(|(_, area)| area.to.is_none_or(|to| to >= period.start())).map(|(ix, _)| ix).collect());
    };
    known(id, record.areas.iter().map(|area| area.id.as_str()), &Said::new("địa bàn", "area"), "area")?;
    Ok(record.areas().filter(|(_, area)| area.id == id).map(|(ix, _)| ix).collect())
}

fn nothing(left: &[String], period: Period) -> Said {
    let slug = period.slug();
    match left.first() {
        Some(first) => Said::new(
            format!(
                "Đã có kỳ {slug}: content/areas/{first}/{slug}. Lệnh này không ghi đè tệp nào; có kết quả mới thì tạo biểu: minhbach template --period {slug} --as-of 30/6/{}. Chưa ghi gì.",
                period.last
            ),
            format!(
                "There is {slug} already: content/areas/{first}/{slug}. This command writes over nothing; for new results make a form: minhbach template --period {slug} --as-of 30/6/{}. Nothing was written.",
                period.last
            ),
        ),
        None => Said::new(
            format!("Không địa bàn nào có kỳ trước {slug} để chép dòng. Ghi rõ địa bàn để mở kỳ đầu tiên: minhbach new period {slug} --area …. Chưa ghi gì."),
            format!(
                "No area has a period before {slug} whose lines could be taken. Name one to open its first: minhbach new period {slug} --area …. Nothing was written."
            ),
        ),
    }
}
