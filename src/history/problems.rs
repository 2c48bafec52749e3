//! The words for what history can notice: numbers that changed without a word, releases that were damaged,
//! entries of the book of corrections that do not say what was said, and values about to disappear.
//!
//! May use: diag, model, values.

use std::sync::Arc;

use super::compare::{Difference, Fate};
use super::guard::Loss;
use super::{canon, words};
use crate::diag::{At, Code, Place, Problem, Said, Severity, Spot, nearest};
use crate::model::Correction;
use crate::values::Locale;

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &CHANGED,
    &VANISHED,
    &RECOUNTED,
    &DAMAGED,
    &MISNAMED,
    &UNKNOWN_FIGURE,
    &AMBIGUOUS_FIGURE,
    &UNKNOWN_RELEASE,
    &BEFORE_DIFFERS,
    &AFTER_DIFFERS,
    &CHANGES_NOTHING,
    &WITHOUT_DATE,
    &WITHOUT_REASON,
    &WITHOUT_WORDS,
    &WITHOUT_FIGURE,
    &DISAPPEAR,
    &ADDRESSES,
];

static CHANGED: Code = Code { number: "MB0601", name: "published-figure-changed" };
static VANISHED: Code = Code { number: "MB0602", name: "published-figure-vanished" };
static RECOUNTED: Code = Code { number: "MB0603", name: "counted-figure-changed" };
static DAMAGED: Code = Code { number: "MB0604", name: "release-damaged" };
static MISNAMED: Code = Code { number: "MB0605", name: "release-misnamed" };
static UNKNOWN_FIGURE: Code = Code { number: "MB0606", name: "correction-of-unknown-figure" };
static AMBIGUOUS_FIGURE: Code = Code { number: "MB0607", name: "correction-of-several-figures" };
static UNKNOWN_RELEASE: Code = Code { number: "MB0608", name: "correction-of-unknown-release" };
static BEFORE_DIFFERS: Code = Code { number: "MB0609", name: "correction-before-differs" };
static AFTER_DIFFERS: Code = Code { number: "MB0610", name: "correction-after-differs" };
static CHANGES_NOTHING: Code = Code { number: "MB0611", name: "correction-changes-nothing" };
static WITHOUT_DATE: Code = Code { number: "MB0612", name: "correction-without-date" };
static WITHOUT_REASON: Code = Code { number: "MB0613", name: "correction-without-reason" };
static WITHOUT_WORDS: Code = Code { number: "MB0614", name: "correction-without-words" };
static WITHOUT_FIGURE: Code = Code { number: "MB0615", name: "correction-without-figure" };
static DISAPPEAR: Code = Code { number: "MB0616", name: "values-disappear" };
static ADDRESSES: Code = Code { number: "MB1315", name: "addresses-damaged" };

fn error(code: &'static Code, place: Option<Place>, what: Said, why: Said, fix: Said) -> Problem {
    Problem { code, severity: Severity::Error, place, what, why, fix }
}

/// A value of a release or of the data, in a message.
fn shown(value: Option<&str>) -> Said {
    match value.map(|value| (canon::read(value), value)) {
        Some((Some(reading), _)) => words::said(&reading),
        Some((None, value)) => Said::new(value, value),
        None => Said::new("không có", "nothing"),
    }
}

/// A value as it would be typed here.
fn typed(value: Option<&str>, locale: Locale) -> String {
    match value {
        None => words::REMOVED[0].to_owned(),
        Some(value) => canon::read(value).map_or_else(|| value.to_owned(), |reading| words::typed(&reading, locale)),
    }
}

/// A difference from the latest release that no entry explains.
pub fn unexplained(difference: &Difference, release: &str, locale: Locale) -> Problem {
    let Difference { address, fate, place, .. } = difference;
    let (before, after) = (shown(difference.before.as_deref()), shown(difference.after.as_deref()));
    let command = format!("minhbach new correction {address}");
    match fate {
        Fate::Vanished => error(
            &VANISHED,
            place.clone(),
            Said::new(
                format!("Số đã công bố nay không còn mà chưa có đính chính: {address}, bản {release} công bố {}.", before.vi),
                format!("A published figure is gone without a correction: {address}, which release {release} gave as {}.", before.en),
            ),
            Said::new("người dân và báo chí có thể đã dùng số này.", "citizens and newspapers may have used this number."),
            Said::new(
                format!("xóa nhầm thì ghi lại số đó; bỏ thật thì gõ: {command}"),
                format!("if it was taken out by mistake, put it back; if it should go: {command}"),
            ),
        ),
        Fate::Recounted => error(
            &RECOUNTED,
            place.clone(),
            Said::new(
                format!("Số do trang tính nay khác dù số gốc không đổi: {address}, bản {release} công bố {}, nay là {}.", before.vi, after.vi),
                format!(
                    "A counted figure changed although what it is counted from did not: {address}, release {release} said {}, now {}.",
                    before.en, after.en
                ),
            ),
            Said::new("cách tính đã khác, và người đọc cần biết vì sao.", "the way it is counted is another one, and readers are owed the reason."),
            Said::new(
                format!("nếu đổi rate_of hay loại chỉ tiêu là nhầm thì đổi lại; nếu đúng thì gõ: {command}"),
                format!("if rate_of or the kind of the indicator was changed by mistake, change it back; if it is right: {command}"),
            ),
        ),
        _ => {
            let old = typed(difference.before.as_deref(), locale);
            let new = typed(difference.after.as_deref(), locale);
            error(
                &CHANGED,
                place.clone(),
                Said::new(
                    format!("Số đã công bố bị đổi mà chưa có đính chính: {address}, bản {release} công bố {}, nay là {}.", before.vi, after.vi),
                    format!("A published figure changed without a correction: {address}, release {release} said {}, now {}.", before.en, after.en),
                ),
                Said::new(format!("người dân và báo chí có thể đã dùng số {}.", before.vi), format!("citizens and newspapers may have used {}.", before.en)),
                Said::new(
                    format!("gõ nhầm thì sửa lại {old}; số mới {new} đúng thì gõ: {command}"),
                    format!("if it is a typing mistake, restore {old}; if {new} is right: {command}"),
                ),
            )
        }
    }
}

/// What is wrong with the file of a release.
#[derive(Debug)]
pub enum Damage {
    /// It does not begin as a release.
    First,
    /// A line of the head is missing or cannot be read.
    Head(String),
    /// A line that no release has, or that is not in its order.
    Line(String),
    /// Letters that are not UTF-8.
    Letters,
    /// It has no end.
    CutOff,
    /// It counts other figures at its end than it has.
    Count(String, u64),
    /// A line was changed after it had been made.
    Sum,
    /// The machine could not read it.
    Machine(String),
}

/// The file of a release is not as it was made.
pub fn release_damaged(file: &Arc<str>, line: u32, damage: &Damage) -> Problem {
    let what = match damage {
        Damage::First => Said::new("Tệp này không bắt đầu như một bản phát hành.", "This file does not begin as a release does."),
        Damage::Head(key) => {
            Said::new(format!("Phần đầu bản phát hành thiếu dòng “{key}: …” ở đây."), format!("The head of this release lacks the line “{key}: …” here."))
        }
        Damage::Line(typed) => Said::new(
            format!("Dòng này của bản phát hành không đọc được hoặc không đúng chỗ: “{typed}”."),
            format!("This line of the release cannot be read, or is out of its order: “{typed}”."),
        ),
        Damage::Letters => Said::new("Dòng này của bản phát hành có chữ hỏng.", "This line of the release has letters that cannot be read."),
        Damage::CutOff => Said::new("Bản phát hành bị cụt: thiếu dòng cuối “end: …”.", "The release was cut off: its last line “end: …” is missing."),
        Damage::Count(said, found) => Said::new(
            format!("Dòng cuối ghi “{said}” nhưng bản phát hành có {found} con số."),
            format!("The last line says “{said}”, but the release has {found} figures."),
        ),
        Damage::Sum => Said::new("Bản phát hành này đã bị sửa sau khi phát hành.", "This release was changed after it had been made."),
        Damage::Machine(why) => Said::new(format!("Không đọc được bản phát hành này: {why}."), format!("This release cannot be read: {why}.")),
    };
    let place = if line == 0 { Place::whole(file) } else { Place::at(file, Spot { line, column: 1, width: 1 }) };
    error(
        &DAMAGED,
        Some(place),
        what,
        Said::new(
            "bản phát hành là bằng chứng về những gì đã công bố; hỏng thì không so được nữa.",
            "a release is the proof of what was published; without it nothing can be compared.",
        ),
        Said::new(
            "lấy lại tệp này từ bản sao lưu hoặc kho lưu trữ (git); đừng sửa tay.",
            "take this file back from a backup or from version control (git); do not mend it by hand.",
        ),
    )
}

/// The label in a release is not the name of its file.
pub fn release_misnamed(file: &Arc<str>, label: &str) -> Problem {
    error(
        &MISNAMED,
        Some(Place::at(file, Spot { line: 2, column: 1, width: 1 })),
        Said::new(format!("Tệp này là bản phát hành “{label}” nhưng mang tên khác."), format!("This file is the release “{label}” under another name.")),
        Said::new("một bản phát hành chỉ có một tên, là tên mà đính chính nhắc đến.", "a release has one name, the one that corrections speak of."),
        Said::new(format!("đổi tên tệp lại thành content/releases/{label}.txt."), format!("give the file its name back: content/releases/{label}.txt.")),
    )
}

fn place_of(correction: &Correction, at: Option<&At<String>>) -> Option<Place> {
    Some(at.map_or_else(|| correction.place.clone(), |at| Place::at(&correction.place.file, at.spot)))
}

/// An entry names a figure nobody published.
pub fn unknown_figure(correction: &Correction, figure: &At<String>, release: &str, near: Option<&str>) -> Problem {
    let typed = &figure.value;
    let said = near.map_or_else(
        || Said::new("chép địa chỉ ghi ở dòng “Địa chỉ” của con số trên trang.", "copy the address printed with the figure on its page."),
        |near| Said::new(format!("có phải bạn muốn ghi: {near}"), format!("did you mean: {near}")),
    );
    error(
        &UNKNOWN_FIGURE,
        place_of(correction, Some(figure)),
        Said::new(
            format!("Không có con số nào ở địa chỉ “{typed}”, trong bản {release} cũng như bây giờ."),
            format!("There is no figure “{typed}”, neither in release {release} nor now."),
        ),
        Said::new("đính chính phải chỉ đúng con số được sửa.", "a correction must point at the figure that was put right."),
        said,
    )
    .likely_if(typed, near)
}

/// An entry names a line on which several figures stand.
pub fn ambiguous_figure(correction: &Correction, figure: &At<String>, found: &[String]) -> Problem {
    let some = found.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
    error(
        &AMBIGUOUS_FIGURE,
        place_of(correction, Some(figure)),
        Said::new(format!("Địa chỉ “{}” chỉ {} con số.", figure.value, found.len()), format!("The address “{}” means {} figures.", figure.value, found.len())),
        Said::new("đính chính phải chỉ đúng một con số.", "a correction must point at one figure."),
        Said::new(format!("ghi địa chỉ đầy đủ, cả ngày: {some}"), format!("write the full address, with its day: {some}")),
    )
}

/// An entry names a release that is not there.
pub fn unknown_release(correction: &Correction, label: &At<String>, near: Option<&str>, known: &[&str]) -> Problem {
    let some = known.iter().rev().take(4).copied().collect::<Vec<_>>().join(", ");
    let fix = match (near, known.is_empty()) {
        (Some(near), _) => Said::new(format!("có phải bạn muốn ghi: release: {near}"), format!("did you mean: release: {near}")),
        (None, false) => Said::new(format!("ghi một trong các bản: {some}"), format!("write one of: {some}")),
        (None, true) => Said::new("làm bản phát hành đầu tiên trước: minhbach release <tên>", "make the first release before it: minhbach release <label>"),
    };
    error(
        &UNKNOWN_RELEASE,
        place_of(correction, Some(label)),
        Said::new(format!("Không có bản phát hành “{}”.", label.value), format!("There is no release “{}”.", label.value)),
        Said::new("đính chính nói bản nào đã công bố số cũ.", "a correction says which release gave the old number."),
        fix,
    )
    .meant_if(&label.value, nearest::only(&label.value, known.iter().copied()))
}

/// An entry, and no release it could correct.
pub fn no_release(correction: &Correction) -> Problem {
    error(
        &UNKNOWN_RELEASE,
        place_of(correction, correction.figure.as_ref()),
        Said::new("Có đính chính nhưng trang chưa phát hành bản nào.", "There is a correction, but nothing has been released yet."),
        Said::new("đính chính nói bản nào đã công bố số cũ.", "a correction says which release gave the old number."),
        Said::new(
            "làm bản phát hành đầu tiên trước: minhbach release <tên>, hoặc bỏ mục này.",
            "make the first release before it: minhbach release <label>, or take the entry out.",
        ),
    )
}

/// An entry says that something else was said than was.
pub fn before_differs(correction: &Correction, address: &str, said: Option<&str>, release: &str, chained: bool, locale: Locale) -> Problem {
    let (was, right) = (shown(said), typed(said, locale));
    let by = if chained {
        Said::new("mục đính chính trước ghi là", "the entry before it ends in")
    } else {
        Said::new(format!("bản {release} công bố"), format!("release {release} said"))
    };
    let what = match &correction.before {
        Some(before) => Said::new(
            format!("Mục này ghi before: {} nhưng {} {}: {address}.", before.value, by.vi, was.vi),
            format!("This entry says before: {}, but {} {}: {address}.", before.value, by.en, was.en),
        ),
        None => Said::new(
            format!("Mục này chưa ghi số cũ; {} {}: {address}.", by.vi, was.vi),
            format!("This entry does not say the old value; {} {}: {address}.", by.en, was.en),
        ),
    };
    error(
        &BEFORE_DIFFERS,
        place_of(correction, correction.before.as_ref()),
        what,
        Said::new("người đọc phải thấy đúng số đã công bố trước đây.", "readers must see the number that was really published."),
        Said::new(format!("ghi: before: {right}"), format!("write: before: {right}")),
    )
    .meant_if(correction.before.as_ref().map_or("", |before| before.value.as_str()), correction.before.as_ref().map(|_| right.as_str()))
}

/// An entry says that something else is said now than is.
pub fn after_differs(correction: &Correction, address: &str, now: Option<&str>, next: Option<&str>, locale: Locale) -> Problem {
    let (is, right) = (shown(now), typed(now, locale));
    let by = match next {
        Some(next) => Said::new(format!("bản {next} công bố"), format!("release {next} says")),
        None => Said::new("số liệu bây giờ là", "the data now say"),
    };
    let after = correction.after.as_ref().map_or("", |after| after.value.as_str());
    error(
        &AFTER_DIFFERS,
        place_of(correction, correction.after.as_ref()),
        Said::new(
            format!("Mục này ghi after: {after} nhưng {} {}: {address}.", by.vi, is.vi),
            format!("This entry says after: {after}, but {} {}: {address}.", by.en, is.en),
        ),
        Said::new("số trong sổ đính chính và số trên trang phải là một.", "the book of corrections and the page must say the same."),
        if next.is_some() {
            Said::new(format!("ghi: after: {right}"), format!("write: after: {right}"))
        } else {
            Said::new(
                format!("mục này chưa công bố thì ghi: after: {right}; đã công bố rồi thì thêm một mục mới: minhbach new correction {address}"),
                format!("if this entry is not published yet, write: after: {right}; if it is, add another one: minhbach new correction {address}"),
            )
        },
    )
}

/// An entry does not say what is said now.
pub fn after_missing(correction: &Correction, address: &str, now: Option<&str>, locale: Locale) -> Problem {
    let (is, right) = (shown(now), typed(now, locale));
    error(
        &AFTER_DIFFERS,
        place_of(correction, None),
        Said::new(
            format!("Mục này chưa ghi số mới; số liệu bây giờ là {}: {address}.", is.vi),
            format!("This entry does not say the new value; the data now say {}: {address}.", is.en),
        ),
        Said::new("số trong sổ đính chính và số trên trang phải là một.", "the book of corrections and the page must say the same."),
        Said::new(format!("ghi: after: {right}"), format!("write: after: {right}")),
    )
}

/// An entry whose old and new value are one.
pub fn changes_nothing(correction: &Correction, address: &str) -> Problem {
    error(
        &CHANGES_NOTHING,
        place_of(correction, correction.after.as_ref()),
        Said::new(format!("Số cũ và số mới của mục này là một: {address}."), format!("The old and the new value of this entry are the same: {address}.")),
        Said::new("một đính chính không đổi gì làm người đọc nghi ngờ vô cớ.", "a correction that changes nothing makes readers doubt for no reason."),
        Said::new("bỏ mục này, hoặc ghi số mới vào after:.", "take the entry out, or write the new value into after:."),
    )
}

/// An entry without its day.
pub fn without_date(correction: &Correction) -> Problem {
    error(
        &WITHOUT_DATE,
        place_of(correction, None),
        Said::new("Mục đính chính này chưa ghi ngày.", "This correction has no date."),
        Said::new("người đọc cần biết số được sửa từ ngày nào.", "readers need to know since when the number is another."),
        Said::new("thêm một dòng, chẳng hạn: date: 2024-05-02", "add a line such as: date: 2024-05-02"),
    )
}

/// An entry without its reason.
pub fn without_reason(correction: &Correction) -> Problem {
    error(
        &WITHOUT_REASON,
        place_of(correction, None),
        Said::new("Mục đính chính này chưa nói vì sao.", "This correction does not say why."),
        Said::new(
            "số đổi mà không có lý do thì không ai tin cả số cũ lẫn số mới.",
            "a number that changes without a reason makes both the old and the new one doubtful.",
        ),
        Said::new("thêm một dòng, chẳng hạn: why: Gõ nhầm một chữ số", "add a line such as: why: A digit was mistyped"),
    )
}

/// An entry about a report that does not say what was put right.
pub fn without_words(correction: &Correction) -> Problem {
    error(
        &WITHOUT_WORDS,
        place_of(correction, None),
        Said::new("Mục này sửa lời một bài nhưng chưa nói sửa gì.", "This entry corrects the words of a report, but does not say which."),
        Said::new("người đã đọc bài cần biết điều gì không còn đúng.", "who has read the report needs to know what no longer holds."),
        Said::new("thêm một dòng, chẳng hạn: what: Tên xã ở đoạn hai", "add a line such as: what: The name of the commune in the second paragraph"),
    )
}

/// An entry about nothing.
pub fn without_figure(correction: &Correction) -> Problem {
    error(
        &WITHOUT_FIGURE,
        place_of(correction, None),
        Said::new("Mục đính chính này chưa nói sửa con số hay bài nào.", "This correction names neither a figure nor a report."),
        Said::new("người đọc cần biết điều gì được sửa.", "readers need to know what was put right."),
        Said::new(
            "thêm figure: với địa chỉ của con số, hoặc report: với tên bài và what: với lời sửa.",
            "add figure: with the address of the figure, or report: with the name of the report and what: with what was put right.",
        ),
    )
}

/// More than a few published values would disappear.
pub fn values_disappear(loss: &Loss, asked: Option<usize>) -> Problem {
    let count = loss.gone.len();
    let first = loss.gone.iter().take(3).map(|(address, _)| address.as_str()).collect::<Vec<_>>().join(", ");
    let more = count.saturating_sub(3);
    let renamed = loss.renamed.as_ref().map_or_else(
        || Said::new("", ""),
        |r| {
            Said::new(
                format!(" {} số trong đó nay đứng dưới tên “{}” thay cho “{}” với đúng giá trị cũ.", r.values, r.to, r.from),
                format!(" {} of them stand under the name “{}” instead of “{}” now, with the same values.", r.values, r.to, r.from),
            )
        },
    );
    let wrong = asked.map_or_else(
        || Said::new("", ""),
        |asked| Said::new(format!(" (--let-go ghi {asked}, mà đúng ra là {count}.)"), format!(" (--let-go said {asked}; it is {count}.)")),
    );
    let back = if loss.renamed.is_some() {
        Said::new("nếu đổi tên là nhầm thì đổi lại tên cũ", "if the new name is a mistake, take the old one back")
    } else {
        Said::new("nếu mất tệp hay xóa nhầm thì lấy lại", "if a file was lost or taken out by mistake, put it back")
    };
    error(
        &DISAPPEAR,
        None,
        Said::new(
            format!("{count} con số đã công bố sẽ biến mất khỏi trang: {first} và {more} số khác.{}{}", renamed.vi, wrong.vi),
            format!("{count} published values would disappear from the site: {first} and {more} more.{}{}", renamed.en, wrong.en),
        ),
        Said::new(
            "mất nhiều số một lúc thường là do mất tệp hay đổi tên nhầm, và liên kết của người đọc sẽ gãy.",
            "many values going at once are mostly a lost file or a mistaken new name, and readers' links would break.",
        ),
        Said::new(
            format!("{}; nếu đúng là bỏ các số này, chạy lại với: --let-go {count}", back.vi),
            format!("{}; if these values should really go, run again with: --let-go {count}", back.en),
        ),
    )
}

/// A line of the published addresses that cannot be read; without words, the first one.
pub fn addresses_damaged(line: u32, typed: Option<&str>) -> Problem {
    let place = Place::at(&super::addresses::FILE.into(), Spot { line, column: 1, width: 1 });
    let what = match typed {
        Some(typed) => Said::new(format!("Không đọc được dòng này: “{typed}”."), format!("This line cannot be read: “{typed}”.")),
        None => Said::new("Dòng đầu của tệp đã bị sửa.", "The first line of the file was changed."),
    };
    error(
        &ADDRESSES,
        Some(place),
        what,
        Said::new(
            "tệp này nhớ mọi địa chỉ đã công bố, để không liên kết nào bị gãy; chỉ minhbach release viết vào đây.",
            "this file remembers every published address, so that no link breaks; only minhbach release writes it.",
        ),
        Said::new("lấy lại tệp cũ từ bản sao lưu hoặc Git.", "take the old file back from a backup or from Git."),
    )
}
