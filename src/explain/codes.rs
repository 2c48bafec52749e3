//! Every problem of every room, in groups a person looks through.
//!
//! Invariant: a room that tells of problems stands here with its list.
//!
//! May use: diag, assemble, bound, config, forms, history, host, i18n, letters, markdown, mend, pages, parse, pictures, pipeline, reconcile, source, theme, tree, values, weigh.

use super::Words;
use crate::diag::Code;
use crate::{
    assemble, bound, config, forms, history, host, i18n, letters, markdown, mend, pages, parse, pictures, pipeline, reconcile, source, theme, tree, values,
    weigh,
};

/// The problems `check` can tell of, room by room.
const ROOMS: &[&[&Code]] = &[
    assemble::problems::CODES,
    bound::problems::CODES,
    config::problems::CODES,
    history::problems::CODES,
    host::problems::CODES,
    i18n::problems::CODES,
    letters::problems::CODES,
    markdown::problems::CODES,
    mend::problems::CODES,
    pages::moved::CODES,
    pages::plan::CODES,
    parse::problems::CODES,
    pictures::problems::CODES,
    pipeline::problems::CODES,
    reconcile::problems::CODES,
    source::problems::CODES,
    theme::problems::CODES,
    tree::problems::CODES,
    values::problems::CODES,
    weigh::problems::CODES,
];

/// Every problem of the content of a site.
pub fn of_content() -> Vec<&'static Code> {
    ROOMS.concat()
}

/// Every problem there is, by number.
pub fn all() -> Vec<&'static Code> {
    let mut all = ROOMS.concat();
    all.extend(forms::problems::CODES);
    all.sort_by_key(|code| code.number);
    all
}

/// Below which number each group ends, and what its problems are about.
const GROUPS: &[(&str, Words)] = &[
    ("MB0100", ("Tệp và thư mục", "Files and folders")),
    ("MB0200", ("Con số và ngày tháng", "Numbers and dates")),
    ("MB0300", ("Các mục trong một tệp", "Fields of a file")),
    ("MB0400", ("Mã, nguồn và các tệp với nhau", "Ids, sources and files together")),
    ("MB0500", ("Bài viết, ảnh và liên kết", "Reports, pictures and links")),
    ("MB0600", ("Các trang được dựng", "The pages that are built")),
    ("MB0700", ("Số đã công bố và đính chính", "Published numbers and corrections")),
    ("MB0800", ("Giao diện và lời của trang", "Theme and words of the site")),
    ("MB0840", ("Số liệu không khớp nhau", "Figures that do not add up")),
    ("MB0870", ("Con số trong bài đã gắn với số liệu", "Numbers of a text bound to figures")),
    ("MB0900", ("Con số trong bài chưa gắn với số liệu", "Numbers of a text not bound yet")),
    ("MB1000", ("Cài đặt trong site.toml", "Settings in site.toml")),
    ("MB1100", ("Biểu Excel", "Forms in Excel")),
    ("MB1200", ("Việc ghi tệp", "Writing of files")),
    ("MB1400", ("Nơi đặt trang và địa chỉ cũ", "Hosts and old addresses")),
];

/// What is not in a group above.
const OTHER: Words = ("Khác", "Other");

/// The problems by group, each by number.
pub fn grouped() -> Vec<(Words, Vec<&'static Code>)> {
    let mut groups: Vec<(Words, Vec<&'static Code>)> = Vec::new();
    for code in all() {
        let title = GROUPS.iter().find(|(end, _)| code.number < *end).map_or(OTHER, |(_, title)| *title);
        match groups.last_mut() {
            Some((last, codes)) if *last == title => codes.push(code),
            _ => groups.push((title, vec![code])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_end_in_order_and_hold_every_problem_once() {
        assert!(GROUPS.windows(2).all(|two| two[0].0 < two[1].0));
        let grouped: Vec<&str> = grouped().iter().flat_map(|(_, codes)| codes.iter().map(|code| code.number)).collect();
        assert_eq!(grouped, all().iter().map(|code| code.number).collect::<Vec<_>>());
        assert!(grouped.windows(2).all(|two| two[0] < two[1]));
    }
}
