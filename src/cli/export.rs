//! `export`: every figure of the site, or of one area, as Excel, CSV or JSON.
//!
//! May use: pipeline, export, figures, mend, diag, workbook; crates clap.

use std::path::PathBuf;

use clap::Command;

use super::words::Words;
use super::{Asked, PROBLEMS, SOUND, WRONG_USE, no_folder, say};
use crate::diag::nearest::nearest;
use crate::diag::{self, Failure, Said, Tongue};
use crate::export;
use crate::figures::SheetFigures;
use crate::mend::write;
use crate::pipeline;
use crate::workbook;

/// `export`.
pub fn command(words: &Words) -> Command {
    words
        .command("export", "xuat", "Xuất mọi con số thành tệp Excel, CSV hoặc JSON", "Write every figure as Excel, CSV or JSON")
        .arg(words.choice("format", &["xlsx", "csv", "json"], "xlsx|csv|json", "Dạng tệp (mặc định: xlsx)", "Kind of file (default: xlsx)"))
        .arg(words.area())
        .arg(words.out("Tên tệp", "Name of the file"))
}

/// Writes the file.
pub fn run(asked: &Asked, tongue: Tongue) -> Result<u8, Failure> {
    if !asked.site.is_dir() {
        return Err(no_folder(&asked.site));
    }
    let mut problems = Vec::new();
    let site = pipeline::look(&asked.site, &mut problems)?;
    let Some(site) = site.filter(|_| !diag::any_error(&problems)) else {
        diag::sort(&mut problems);
        say::problems(&problems, &asked.site, tongue);
        say::line(Said::new("Sửa các lỗi trên trước khi xuất số liệu.", "Mend the errors above before writing figures.").in_tongue(tongue));
        return Ok(PROBLEMS);
    };
    let tongue = asked.tongue(site.config.first_language(), tongue);
    if let Some(id) = asked.area.as_deref().filter(|id| !site.record.areas.iter().any(|area| area.id == *id)) {
        let near = nearest(id, site.record.areas.iter().map(|area| area.id.as_str()));
        let near = near.map_or_else(|| Said::new("", ""), |near| Said::new(format!(" Có phải là: {near}?"), format!(" Did you mean: {near}?")));
        say::note(Said::new(format!("Không có địa bàn “{id}”.{}", near.vi), format!("There is no area “{id}”.{}", near.en)).in_tongue(tongue));
        return Ok(WRONG_USE);
    }
    let figures = site.figures();
    let wanted = |sheet: &&SheetFigures| asked.area.as_ref().is_none_or(|id| site.record.area(sheet.area).id == *id);
    let chosen = || figures.all().filter(wanted);
    let count: usize = chosen().map(|sheet| sheet.figures.len()).sum();
    let format = asked.format.as_deref().unwrap_or("xlsx");
    let title = site.config.title.get(if tongue == Tongue::Vi { "vi" } else { "en" });
    let licence = site.config.body.licence.as_ref().map_or("", |licence| licence.get(""));
    let mut bytes = Vec::new();
    let whole = match format {
        "csv" => export::csv(&mut bytes, &site.record, chosen()).is_ok(),
        "json" => export::json(&mut bytes, title, licence, &site.record, &site.history(&asked.site, &figures), chosen()).is_ok(),
        _ => match workbook::write::workbook(&[export::sheet(if tongue == Tongue::Vi { "Số liệu" } else { "Figures" }, &site.record, chosen())]) {
            Some(made) => {
                bytes = made;
                true
            }
            None => false,
        },
    };
    if !whole {
        return Err(Failure::new(
            "Không xuất được: nhiều dòng hoặc chữ dài hơn một trang Excel chứa được. Thử --format csv hoặc --area.",
            "The figures could not be written: more rows or longer words than a sheet of Excel can hold. Try --format csv or --area.",
        ));
    }
    let name = asked.area.as_deref().unwrap_or("tat-ca");
    let out = asked.out.clone().unwrap_or_else(|| PathBuf::from(format!("so-lieu-{name}.{format}")));
    write::one(&out, &bytes)?;
    let shown = out.display();
    say::line(&match tongue {
        Tongue::Vi => format!("{} Đã xuất {count} con số → {shown}", say::mark(true)),
        Tongue::En => format!("{} Wrote {} → {shown}", say::mark(true), say::many(count, "figure")),
    });
    if format == "csv" {
        // Excel of a Vietnamese or French system reads decimal points as something else: 22.5 became a day in May.
        say::line(match tongue {
            Tongue::Vi => "  Tệp CSV là cho máy đọc (dấu chấm thập phân). Mở bằng Excel thì xuất: --format xlsx",
            Tongue::En => "  The CSV file is for machines (decimal points). To open it in Excel write: --format xlsx",
        });
    }
    Ok(SOUND)
}
