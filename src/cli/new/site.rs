//! `new site`: a whole small site of sample content to put one's own in place of.
//!
//! May use: diag, mend, scaffold, pipeline; crates clap.

use std::path::PathBuf;

use clap::Command;

use super::answers::{Answers, among};
use super::{Made, Stop, made};
use crate::cli::words::Words;
use crate::cli::{SOUND, Typed, ask, schema};
use crate::diag::{Said, Tongue};
use crate::mend::write;
use crate::pipeline;
use crate::scaffold::site::{self as scaffold, KIND_IDS};

/// `new site`.
pub(super) fn command(words: &Words) -> Command {
    words
        .command(
            "site",
            "trang",
            "Tạo một trang nhỏ có nội dung mẫu, để thay dần bằng nội dung thật",
            "Make a small site of sample content, to be replaced step by step",
        )
        .arg(words.word("folder", ("THƯ MỤC", "FOLDER"), "Thư mục của trang mới", "Folder of the new site").value_parser(clap::value_parser!(PathBuf)))
        .arg(words.value("title", ("TÊN", "TITLE"), "Tên trang", "Title of the site"))
        .arg(words.value("office", ("TÊN", "NAME"), "Cơ quan trả lời người dân", "The office that answers"))
        .arg(words.choice(
            "kind",
            &KIND_IDS,
            "province|district|commune",
            "Trang nói về các tỉnh, các huyện hay các xã",
            "Whether it is about provinces, districts or communes",
        ))
        .arg(words.value("year", ("NĂM", "YEAR"), "Năm của số liệu mẫu (mặc định: năm nay)", "Year of the sample figures (default: this year)"))
        .arg(words.yes())
}

/// Makes a site.
pub(super) fn run(typed: &Typed<'_>) -> Made {
    let tongue = typed.tongue;
    let mut answers = Answers::of(typed);
    let folder = folder(typed, &mut answers);
    let usual = ["Trang minh bạch", "Our programmes in the open"];
    let title = answers.need("title", &Said::new("Tên trang:", "Title of the site:"), Some(pick(usual, tongue)), &Said::new("--title \"…\"", "--title \"…\""));
    let usual = ["Văn phòng UBND (mẫu)", "People's Committee office (sample)"];
    let question = Said::new("Cơ quan trả lời người dân:", "The office that answers:");
    let office = answers.need("office", &question, Some(pick(usual, tongue)), &Said::new("--office \"…\"", "--office \"…\""));
    let list = KIND_IDS.join(", ");
    let question = Said::new(format!("Trang nói về cấp nào ({list})?"), format!("Which kind of areas is it about ({list})?"));
    let kind = answers.need("kind", &question, Some(KIND_IDS[2]), &Said::new("--kind …", "--kind …"));
    let this = ask::today().year().to_string();
    let year = answers.need("year", &Said::new("Năm của số liệu mẫu:", "Year of the sample figures:"), Some(&this), &Said::new("--year …", "--year …"));
    answers.whole()?;
    among(&kind, KIND_IDS.iter().copied(), &Said::new("cấp", "kind"))?;
    let Some(year) = year.parse::<i16>().ok().filter(|year| (1900..=2196).contains(year)) else {
        return Err(Stop::Asked(Said::new(
            format!("“{year}” không phải một năm. Gõ: --year {this}. Chưa ghi gì."),
            format!("“{year}” is no year. Type: --year {this}. Nothing was written."),
        )));
    };
    for taken in ["site.toml", "content"] {
        if std::fs::symlink_metadata(folder.join(taken)).is_ok() {
            return Err(Stop::Asked(Said::new(
                format!("Thư mục {} đã có {taken}, có lẽ là một trang rồi. Chọn thư mục khác: minhbach new site ten-thu-muc. Chưa ghi gì.", folder.display()),
                format!(
                    "The folder {} has {taken} already and may be a site. Choose another: minhbach new site my-site. Nothing was written.",
                    folder.display()
                ),
            )));
        }
    }
    let files = scaffold::files(&scaffold::Site { title, office, kind, year }, tongue);
    made::free(&files, &folder)?;
    let mut changes: Vec<write::Change> = files.iter().map(|file| made::fresh(file, &folder)).collect();
    let laid: Vec<(String, Vec<u8>)> = files.iter().map(|file| (file.path.clone(), file.text.clone().into_bytes())).collect();
    if let Some(looked) = pipeline::look_with(&folder, &laid, &mut Vec::new())? {
        changes.extend(schema::changes(&folder, &looked, tongue)?);
    }
    write::all_in_new(&folder, &changes)?;
    let shown = made::shown(&folder);
    made::told(
        files.iter(),
        &Said::new(format!("Đã tạo trang mẫu trong {shown}:"), format!("Made a sample site in {shown}:")),
        &Said::new(
            format!(
                "xem thử: minhbach serve --site {shown}\n  Mọi tệp đang là mẫu (sample: true) nên chưa công bố được. Thay từng tệp bằng nội dung thật rồi xóa dòng sample; minhbach check cho biết còn tệp nào."
            ),
            format!(
                "look at it: minhbach serve --site {shown}\n  Every file is a sample (sample: true) and cannot be published. Put your own content in and delete the line sample; minhbach check tells which files are left."
            ),
        ),
        tongue,
    );
    Ok(SOUND)
}

fn pick([vi, en]: [&'static str; 2], tongue: Tongue) -> &'static str {
    if tongue == Tongue::Vi { vi } else { en }
}

/// Where it goes: behind the word, by `--site`, or asked for.
fn folder(typed: &Typed<'_>, answers: &mut Answers<'_>) -> PathBuf {
    let named = typed.sub.get_one::<PathBuf>("folder").or_else(|| typed.all.get_one::<PathBuf>("site"));
    match named {
        Some(folder) => folder.clone(),
        None => {
            let usual = pick(["trang-minh-bach", "open-programmes"], typed.tongue);
            PathBuf::from(answers.ask(&Said::new("Thư mục của trang mới:", "Folder of the new site:"), usual))
        }
    }
}
