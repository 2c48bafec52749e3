//! `new report`: a report, by which figures come to have a source.
//!
//! May use: diag, scaffold; crates clap.

use clap::Command;

use super::document::day;
use super::ground::{Ground, Ids, known};
use super::made::Batch;
use super::{Made, answers::Answers};
use crate::cli::words::Words;
use crate::cli::{Typed, ask};
use crate::diag::Said;
use crate::scaffold;

/// `new report`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command("report", "bai", "Thêm một bài viết", "Add a report")
        .arg(words.word("title", ("TIÊU ĐỀ", "TITLE"), "Tiêu đề của bài", "Its title"))
        .arg(words.value("area", ("MÃ,MÃ", "ID,ID"), "Mã các địa bàn bài nói đến, cách nhau dấu phẩy", "Ids of the areas it is about, with commas between"))
        .arg(words.value("programme", ("MÃ,MÃ", "ID,ID"), "Mã các chương trình bài nói đến", "Ids of the programmes it is about"))
        .arg(words.value(
            "publisher",
            ("TÊN", "NAME"),
            "Nơi đăng bài gốc (mặc định: cơ quan trong site.toml)",
            "Who published it (default: the office in site.toml)",
        ))
        .arg(words.day("Ngày đăng (mặc định: hôm nay)", "The day of publication (default: today)"))
        .arg(words.id())
        .arg(words.yes())
}

/// Makes a report.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let ground = Ground::of(typed)?;
    let (record, config) = (ground.record(), &ground.looked.config);
    let all_areas: Vec<&str> = record.areas.iter().map(|area| area.id.as_str()).collect();
    let all_programmes: Vec<&str> = record.programmes.iter().map(|programme| programme.id.as_str()).collect();
    let mut answers = Answers::of(typed);
    let title = answers.need("title", &Said::new("Tiêu đề bài:", "Title of the report:"), None, &Said::new("\"Tiêu đề bài\"", "\"Title of the report\""));
    let question = Said::new("Nói về địa bàn nào (mã, cách nhau dấu phẩy)?", "Which areas is it about (ids, with commas between)?");
    let areas = answers.need("area", &question, Ground::only(all_areas.iter().copied()), &Said::new("--area …", "--area …"));
    let programmes = answers.may("programme", &Said::new("Nói về chương trình nào (mã)?", "Which programmes is it about (ids)?"));
    let office = Some(scaffold::plain(config.body.name.get(config.first_language()))).filter(|name| !name.is_empty());
    let question = Said::new("Nơi đăng bài gốc:", "Who published it:");
    let publisher = answers.need("publisher", &question, office.as_deref(), &Said::new("--publisher \"Tên cơ quan\"", "--publisher \"Name of the office\""));
    let today = ask::today().to_string();
    let published = answers.need("date", &Said::new("Ngày đăng:", "The day of publication:"), Some(&today), &Said::new("--date …", "--date …"));
    answers.whole()?;
    let (areas, programmes) = (listed(&areas), listed(programmes.as_deref().unwrap_or("")));
    for area in &areas {
        known(area, all_areas.iter().copied(), &Said::new("địa bàn", "area"), "area")?;
    }
    for programme in &programmes {
        known(programme, all_programmes.iter().copied(), &Said::new("chương trình", "programme"), "programme")?;
    }
    let published = day(&published)?;
    let year = published.split('-').next().and_then(|year| year.parse().ok()).unwrap_or_default();
    let taken = record.reports.iter().map(|own| own.id.as_str()).chain(record.documents.iter().map(|own| own.id.as_str())).collect();
    let id = Ids { what: Said::new("một bài hoặc văn bản khác", "another report or document"), taken }.choose(answers.typed("id"), &title)?;
    let report = scaffold::Report { year, id: id.clone(), title, published, areas, programmes, publisher };
    let next = Said::new(
        format!("viết bài, xem bằng minhbach serve; số liệu của bài ghi source: {id}"),
        format!("write it and look at it with minhbach serve; figures it states name it by source: {id}"),
    );
    Batch::one(scaffold::report(&report, &ground.habits)).put(typed, &ground, &next)
}

fn listed(typed: &str) -> Vec<String> {
    typed.split([',', ' ']).map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
