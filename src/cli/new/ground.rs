//! The site something new is put into: what it has, in which language it speaks, how its files are laid out.
//!
//! Invariant: an id is given once.
//!
//! May use: diag, model, pipeline, scaffold.

use super::Stop;
use crate::cli::{Typed, no_folder, say, tongue as tongue_of};
use crate::diag::nearest::nearest;
use crate::diag::{Said, Tongue};
use crate::model::Record;
use crate::pipeline::{self, Looked};
use crate::scaffold::{Habits, id};

/// A site that is there.
pub(super) struct Ground {
    pub(super) looked: Looked,
    pub(super) habits: Habits,
    /// The language of messages; comments in files are in the site's own.
    pub(super) tongue: Tongue,
}

impl Ground {
    /// Looks at the site; without readable settings nothing can be put into it.
    pub(super) fn of(typed: &Typed<'_>) -> Result<Self, Stop> {
        let options = typed.options(false);
        let site = &options.site;
        if !site.is_dir() {
            return Err(no_folder(site).into());
        }
        let mut problems = Vec::new();
        let Some(looked) = pipeline::look(site, &mut problems)? else {
            say::problems(&problems, site, typed.tongue);
            let words = Said::new("Chưa có trang thì tạo trước: minhbach new site", "Where there is no site yet, make one: minhbach new site");
            say::note(words.in_tongue(typed.tongue));
            return Err(Stop::Told);
        };
        let tongue: Tongue = options.lang.or_else(|| tongue_of(looked.config.first_language())).unwrap_or(typed.tongue);
        let comments = tongue_of(looked.config.first_language()).unwrap_or(tongue);
        let habits = Habits::of(looked.sources.files.iter().map(|found| &*found.path), comments);
        Ok(Ground { looked, habits, tongue })
    }

    pub(super) fn record(&self) -> &Record {
        &self.looked.record
    }

    /// The only one, where there is only one.
    pub(super) fn only<'a>(mut all: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        all.next().filter(|_| all.next().is_none())
    }
}

/// What an id is for, and the ids that are taken.
pub(super) struct Ids<'a> {
    pub(super) what: Said,
    pub(super) taken: Vec<&'a str>,
}

impl Ids<'_> {
    /// The id typed, or one made from the name; refused where it is no id or is taken.
    pub(super) fn choose(&self, typed: Option<String>, name: &str) -> Result<String, Stop> {
        let chosen = match typed {
            Some(typed) if id::is_sound(&typed) => typed,
            Some(typed) => return Err(Stop::Asked(bad(&typed))),
            None => id::of(name).ok_or_else(|| {
                Stop::Asked(Said::new(
                    format!("Không lập được mã từ tên “{name}”. Gõ thêm: --id ma-ngan. Chưa ghi gì."),
                    format!("No id can be made from the name “{name}”. Add: --id short-name. Nothing was written."),
                ))
            })?,
        };
        if !self.taken.contains(&chosen.as_str()) {
            return Ok(chosen);
        }
        let free = (2..).map(|number| format!("{chosen}-{number}")).find(|free| !self.taken.contains(&free.as_str())).unwrap_or_default();
        Err(Stop::Asked(Said::new(
            format!("Mã “{chosen}” đã có {} dùng. Nếu đây là mục khác, gõ thêm: --id {free}. Chưa ghi gì.", self.what.vi),
            format!("The id “{chosen}” is taken by {}. If this is another one, add: --id {free}. Nothing was written.", self.what.en),
        )))
    }
}

fn bad(typed: &str) -> Said {
    let (vi, en) = match id::of(typed) {
        Some(sound) => (format!(" Ví dụ: --id {sound}."), format!(" Such as: --id {sound}.")),
        None => Default::default(),
    };
    Said::new(
        format!(
            "“{typed}” không dùng làm mã được: mã chỉ có chữ thường không dấu, chữ số và gạch nối, dài tối đa 100, không trùng tên thiết bị của Windows.{vi} Chưa ghi gì."
        ),
        format!("“{typed}” cannot be an id: an id has only a–z, 0–9 and hyphens, at most 100 of them, and is no device of Windows.{en} Nothing was written."),
    )
}

/// A thing that must be there already.
pub(super) fn known<'a>(typed: &str, all: impl Iterator<Item = &'a str> + Clone, what: &Said, make: &str) -> Result<(), Stop> {
    if all.clone().any(|known| known == typed) {
        return Ok(());
    }
    let near = nearest(typed, all);
    let (vi, en) = match near {
        Some(near) => (format!("Có phải là: {near}?"), format!("Did you mean: {near}?")),
        None => (format!("Tạo trước: minhbach new {make}"), format!("Make it first: minhbach new {make}")),
    };
    Err(Stop::Asked(Said::new(
        format!("Không có {} “{typed}”. {vi} Chưa ghi gì.", what.vi),
        format!("There is no {} “{typed}”. {en} Nothing was written.", what.en),
    )))
}
