//! `template`: an Excel form for one area, an area and those below it, or all of them.
//!
//! May use: pipeline, forms, mend, model, values, workbook, diag; crates clap.

use std::path::{Path, PathBuf};

use clap::Command;

use super::words::Words;
use super::{Asked, PROBLEMS, SOUND, WRONG_USE, no_folder, say};
use crate::diag::nearest::nearest;
use crate::diag::{Failure, Said, Tongue};
use crate::forms::blank::{Purpose, sheets};
use crate::forms::{self, DayAt, Paper, rows};
use crate::mend::write;
use crate::model::{AreaIx, AsOf, Period, Record};
use crate::pipeline;
use crate::values::dates;
use crate::workbook;

/// `template`.
pub fn command(words: &Words) -> Command {
    words
        .command("template", "mau", "Tạo biểu Excel để điền số liệu", "Make an Excel form to fill figures in")
        .arg(words.area())
        .arg(words.flag("below", "Cả các địa bàn trực thuộc", "The areas below it too"))
        .arg(words.value("period", ("NĂM", "YEAR"), "Kỳ: 2024 hoặc 2021-2025 (mặc định: kỳ mới nhất)", "Period: 2024 or 2021-2025 (default: the newest)"))
        .arg(words.value("as-of", ("NGÀY", "DAY"), "Kết quả tính đến ngày nào (mặc định: ngày mới nhất)", "The day results hold for (default: the newest)"))
        .arg(words.out("Tên tệp .xlsx", "Name of the .xlsx"))
}

/// Makes the form.
pub fn run(asked: &Asked, tongue: Tongue) -> Result<u8, Failure> {
    if !asked.site.is_dir() {
        return Err(no_folder(&asked.site));
    }
    let mut problems = Vec::new();
    let Some(site) = pipeline::look(&asked.site, &mut problems)? else {
        say::problems(&problems, &asked.site, tongue);
        return Ok(PROBLEMS);
    };
    let tongue = asked.tongue(site.config.first_language(), tongue);
    if crate::diag::any_error(&problems) {
        say::problems(&problems, &asked.site, tongue);
        say::line(Said::new("Sửa các lỗi trên trước khi tạo biểu.", "Mend the errors above before making a form.").in_tongue(tongue));
        return Ok(PROBLEMS);
    }
    let areas = match areas(&site.record, asked) {
        Ok(areas) => areas,
        Err(said) => return Ok(wrong(&said, tongue)),
    };
    let period = match &asked.period {
        Some(typed) => match Period::read(typed) {
            Some(period) => period,
            None => {
                return Ok(wrong(
                    &Said::new(
                        format!("“{typed}” không phải một kỳ. Gõ --period 2024 hoặc --period 2021-2025."),
                        format!("“{typed}” is no period. Type --period 2024 or --period 2021-2025."),
                    ),
                    tongue,
                ));
            }
        },
        None => {
            match site.record.sheets.keys().filter(|(area, _)| areas.contains(area)).map(|(_, period)| *period).max_by_key(|period| (period.last, period.first))
            {
                Some(period) => period,
                None => return Ok(nothing(&areas, &site.record, None, tongue)),
            }
        }
    };
    let as_of = match &asked.as_of {
        Some(typed) => match dates::as_of(typed) {
            Ok(day) if day.known() => Some(day),
            _ => {
                return Ok(wrong(
                    &Said::new(format!("“{typed}” không phải một ngày. Gõ --as-of 30/6/2024."), format!("“{typed}” is no day. Type --as-of 30/6/2024.")),
                    tongue,
                ));
            }
        },
        None => None,
    };
    let papers: Vec<Paper> = areas.iter().filter_map(|area| forms::site::paper(&site.sources, &site.record, site.config.locale, *area, period)).collect();
    if papers.is_empty() {
        return Ok(nothing(&areas, &site.record, Some(period), tongue));
    }
    let as_of = as_of.or_else(|| papers.iter().filter_map(Paper::newest).max_by_key(|day| day.day));
    let language = pipeline::words(if tongue == Tongue::Vi { "vi" } else { "en" });
    let (rows, twice) = rows(&papers, &site.record, &language, as_of.map(DayAt::first));
    let mut of_day: Vec<Option<String>> =
        papers.iter().flat_map(|paper| paper.days().into_iter().filter(|day| day.as_of == as_of).map(|day| day.source).collect::<Vec<_>>()).collect();
    of_day.dedup();
    let purpose = Purpose { as_of, source: if of_day.len() == 1 { of_day.remove(0) } else { None }, sources: forms::site::sources(&site.record), tongue };
    let Some(bytes) = workbook::write::workbook(&sheets(&papers, &rows, &purpose, &site.config.languages)) else {
        return Err(Failure::new(
            "Không tạo được biểu: có chữ dài hơn một ô Excel chứa được.",
            "The form could not be made: some words are longer than a cell of Excel can hold.",
        ));
    };
    let name = asked.area.as_deref().unwrap_or(if tongue == Tongue::Vi { "tat-ca" } else { "all" });
    let out =
        asked.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}-{name}-{}.xlsx", if tongue == Tongue::Vi { "bieu" } else { "form" }, period.slug())));
    if out.exists() {
        let shown = out.display();
        return Ok(wrong(
            &Said::new(
                format!("Đã có tệp {shown}, có thể ai đó đang điền dở. Chọn tên khác: --out …"),
                format!("{shown} is there already, and somebody may be filling it in. Choose another name: --out …"),
            ),
            tongue,
        ));
    }
    write::one(&out, &bytes)?;
    done(&out, (papers.len(), rows.len(), twice), as_of, tongue);
    Ok(SOUND)
}

fn wrong(said: &Said, tongue: Tongue) -> u8 {
    say::note(said.in_tongue(tongue));
    WRONG_USE
}

fn nothing(areas: &[AreaIx], record: &Record, period: Option<Period>, tongue: Tongue) -> u8 {
    let name = areas.first().filter(|_| areas.len() == 1).map(|area| record.area(*area).id.clone());
    let of = name.map_or_else(|| Said::new("Các địa bàn này", "These areas"), |name| Said::new(format!("Địa bàn “{name}”"), format!("The area “{name}”")));
    let when = period.map_or_else(|| Said::new("", ""), |period| Said::new(format!(" cho kỳ {}", period.slug()), format!(" for {}", period.slug())));
    say::note(
        Said::new(
            format!("{} chưa có plan.yaml hay results.yaml{}, nên biểu không có dòng nào. Thêm kế hoạch trước, rồi tạo biểu.", of.vi, when.vi),
            format!("{} have no plan.yaml and no results.yaml{}, so a form would have no rows. Add the plan first.", of.en, when.en).replace("” have", "” has"),
        )
        .in_tongue(tongue),
    );
    PROBLEMS
}

fn areas(record: &Record, asked: &Asked) -> Result<Vec<AreaIx>, Said> {
    let Some(id) = &asked.area else { return Ok(record.areas().map(|(ix, _)| ix).collect()) };
    let Some((own, _)) = record.areas().find(|(_, area)| area.id == *id) else {
        let near = nearest(id, record.areas.iter().map(|area| area.id.as_str()));
        let near = near.map_or_else(|| Said::new("", ""), |near| Said::new(format!(" Có phải là: {near}?"), format!(" Did you mean: {near}?")));
        return Err(Said::new(format!("Không có địa bàn “{id}”.{}", near.vi), format!("There is no area “{id}”.{}", near.en)));
    };
    let below = |ix: AreaIx| {
        // No area is its own ancestor; `check` sees to that.
        let mut at = Some(ix);
        let mut steps = 0;
        while let Some(now) = at.filter(|now| *now != own && steps < 20) {
            at = record.area(now).parent;
            steps += 1;
        }
        at == Some(own)
    };
    Ok(record.areas().map(|(ix, _)| ix).filter(|ix| *ix == own || asked.below && below(*ix)).collect())
}

fn done(out: &Path, (areas, rows, twice): (usize, usize, usize), as_of: Option<AsOf>, tongue: Tongue) {
    let shown = out.display();
    let day = as_of.map_or_else(
        || Said::new("chưa ghi ngày", "no day yet"),
        |day| Said::new(format!("kết quả đến {}", day.slug()), format!("results as of {}", day.slug())),
    );
    let day = day.in_tongue(tongue);
    say::line(&match tongue {
        Tongue::Vi => format!("{} Đã tạo biểu {shown}: {areas} địa bàn, {rows} dòng, {day}.", say::mark(true)),
        Tongue::En => format!("{} Made the form {shown}: {}, {}, {day}.", say::mark(true), say::many(areas, "area"), say::many(rows, "row")),
    });
    if twice > 0 {
        say::line(&match tongue {
            Tongue::Vi => format!("  Bỏ ra ngoài biểu {twice} giá trị được nêu hai lần (hai nguồn hoặc hai thời hạn): sửa chúng trong tệp."),
            Tongue::En => {
                format!("  Left out of the form: {} told twice (by two sources or for two dates); change them in their files.", say::many(twice, "value"))
            }
        });
    }
    say::line(&match tongue {
        Tongue::Vi => format!("  Bước tiếp theo: điền biểu bằng Excel, lưu lại, rồi gõ: minhbach import \"{shown}\""),
        Tongue::En => format!("  Next: fill it in with Excel, save it, then type: minhbach import \"{shown}\""),
    });
}
