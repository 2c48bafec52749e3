//! What the editor says to the person who uses it.
//!
//! Invariant: every sentence stands in Vietnamese and in English; `{0}` and `{1}` are filled in by the page.
//!
//! May use: diag.

use std::collections::BTreeMap;

use crate::diag::Tongue;

/// Every word of the page in one language, by its name.
pub fn all(tongue: Tongue) -> BTreeMap<&'static str, &'static str> {
    WORDS.iter().map(|(id, vi, en)| (*id, if tongue == Tongue::Vi { *vi } else { *en })).collect()
}

const WORDS: &[(&str, &str, &str)] = &[
    ("title", "Sửa số liệu và bài viết", "Edit figures and texts"),
    ("skip", "Đến phần sửa", "Skip to the editor"),
    ("open", "Mở tệp khác", "Open another file"),
    ("to-site", "Về trang", "Back to the site"),
    ("find-label", "Tìm địa bàn, kỳ, bài viết hoặc tên tệp", "Find an area, a period, a text or a file name"),
    ("find-hint", "Gõ không dấu cũng được: sop cop 2023.", "Words without their marks will do: sop cop 2023."),
    ("find-none", "Không tìm thấy gì. Tệp mới thì tạo bằng lệnh minhbach new.", "Nothing was found. New files are made by minhbach new."),
    ("find-count", "{0} kết quả.", "{0} found."),
    ("kind-grid", "Bảng số liệu", "Figures"),
    ("kind-text", "Văn bản", "Text"),
    ("loading", "Đang mở…", "Opening…"),
    (
        "offline",
        "Không gửi được: minhbach serve có còn chạy không? Những gì bạn đã gõ vẫn còn trong trang này.",
        "It could not be sent: is minhbach serve still running? What you typed is still on this page.",
    ),
    (
        "no-key",
        "Cần mở bằng đúng địa chỉ mà minhbach serve --edit in ra. Những gì bạn đã gõ vẫn được giữ trong trình duyệt này.",
        "Open the address that minhbach serve --edit prints. What you typed is still kept in this browser.",
    ),
    ("save", "Xem lại và ghi", "Review and save"),
    ("save-count", "Xem lại và ghi ({0})", "Review and save ({0})"),
    ("drop", "Bỏ các thay đổi", "Drop my changes"),
    ("drop-sure", "Bỏ {0} thay đổi chưa ghi?", "Drop {0} unsaved changes?"),
    ("dropped", "Đã bỏ các thay đổi. Bảng hiện lại đúng như trong tệp.", "Your changes were dropped. This is what the files say."),
    ("nothing", "Chưa có gì khác với tệp, nên không có gì để ghi.", "Nothing differs from the files, so there is nothing to save."),
    ("unsaved", "{0} thay đổi chưa ghi, được giữ trong trình duyệt này.", "{0} unsaved changes, kept in this browser."),
    ("restored", "Đã lấy lại {0} thay đổi chưa ghi từ lần trước.", "{0} unsaved changes of last time were brought back."),
    ("restored-text", "Đã lấy lại phần chữ chưa ghi từ lần trước.", "The unsaved text of last time was brought back."),
    (
        "restored-other",
        "Tệp đã đổi kể từ lần trước; khi ghi, trang sẽ cho xem hai bản.",
        "The file has changed since; both versions will be shown when you save.",
    ),
    ("day", "Kết quả tính đến ngày", "Results as of"),
    ("day-new", "Thêm ngày mới", "Add a new day"),
    ("day-new-label", "Ngày cuối kỳ, ví dụ 30/6/2024", "Last day of the period, such as 30/6/2024"),
    ("day-open", "Mở ngày này", "Open this day"),
    (
        "day-is-new",
        "Ngày mới: mọi dòng đã có sẵn, kết quả để trống. Dòng nào điền thì mới ghi vào tệp.",
        "A new day: all lines are there with empty results. Only lines you fill in are written.",
    ),
    ("day-cancel", "Thôi", "Cancel"),
    ("no-day", "chưa có ngày nào", "no day yet"),
    ("source-label", "Nguồn của các kết quả này (mã bài viết hoặc văn bản)", "Source of these results (id of a report or document)"),
    ("source-of-day", "Nguồn của ngày này: {0}", "Source of this day: {0}"),
    ("as-text", "Sửa dạng chữ: {0}", "Edit as text: {0}"),
    (
        "twice",
        "{0} giá trị được nêu hai lần trong cùng một mốc (hai thời hạn) không có trong bảng: sửa chúng trong tệp.",
        "{0} values told twice in one place (for two dates) are not in the grid; change them in their file.",
    ),
    (
        "grid-help",
        "Phím mũi tên để đi, Enter hoặc gõ thẳng để sửa, Esc để thôi, Ctrl+V để dán một khối từ Excel, Ctrl+Z để lùi lại. Ô trống không xóa gì; muốn xóa hẳn một giá trị thì bấm Shift+Delete.",
        "Arrow keys move, Enter or typing edits, Esc cancels, Ctrl+V pastes a block from Excel, Ctrl+Z undoes. A blank erases nothing; Shift+Delete takes a value out for good.",
    ),
    ("column-name", "Nội dung", "What"),
    ("column-plan", "Kế hoạch", "Plan"),
    ("column-result", "Kết quả", "Result"),
    ("column-state", "Trạng thái", "State"),
    ("column-note", "Ghi chú", "Note"),
    ("column-source", "Nguồn riêng", "Own source"),
    ("was", "trước: {0}", "was: {0}"),
    ("blank", "trống", "blank"),
    ("no-state", "(có số)", "(a number)"),
    ("not-here", "Ô này không sửa ở đây được.", "This cell cannot be edited here."),
    (
        "kept-blank",
        "Ô trống không xóa số đã có. Không có số thì chọn một trạng thái; muốn xóa hẳn thì bấm Shift+Delete.",
        "A blank erases nothing. Where there is no number, choose a state; Shift+Delete takes a value out for good.",
    ),
    ("remove", "Xóa giá trị của ô", "Take the value out"),
    ("removed", "Giá trị {0} sẽ bị xóa khỏi tệp khi ghi. Ctrl+Z để lùi lại.", "{0} goes out of the file when you save. Ctrl+Z undoes."),
    ("remove-none", "Ô này không có giá trị nào trong tệp để xóa.", "This cell has no value in the file to take out."),
    ("will-go", "xóa khỏi tệp", "taken out"),
    ("pasted", "Đã dán {0} ô.", "Pasted {0} cells."),
    ("pasted-blank", "{0} ô trống giữ nguyên như cũ.", "{0} blanks left what was there."),
    (
        "pasted-out",
        "{0} ô rơi vào chỗ không sửa được hoặc ra ngoài bảng nên bị bỏ qua.",
        "{0} cells fell where nothing can be edited, or outside, and were left out.",
    ),
    ("undone", "Đã lùi lại {0} ô.", "Undid {0} cells."),
    ("undo-none", "Không còn gì để lùi lại.", "There is nothing to undo."),
    ("review-title", "Xem lại trước khi ghi", "Review before saving"),
    ("review-cells", "{0} ô đổi trong {1} tệp.", "{0} cells change in {1} files."),
    ("review-lines", "{0} chỗ đổi trong {1}.", "{0} places change in {1}."),
    ("review-before", "Trước", "Before"),
    ("review-after", "Sau", "After"),
    ("review-file", "Tệp, dòng", "File, line"),
    ("review-exact", "Từng dòng của tệp sẽ đổi", "The lines that change"),
    ("review-told", "Cần biết trước khi ghi", "Good to know before saving"),
    (
        "review-follow",
        "Ghi được, nhưng các chỗ có chữ “Lỗi” dưới đây phải sửa tiếp thì trang mới dựng được.",
        "This can be saved, but the site is not built until the places marked “Error” below have been mended too.",
    ),
    ("review-write", "Ghi vào tệp", "Write the files"),
    ("review-back", "Quay lại sửa", "Back to editing"),
    (
        "review-moved",
        "Trang hoặc tệp vừa đổi trong lúc bạn xem. Đây là kết quả mới; xem lại rồi hãy ghi.",
        "Something changed while you looked. This is what it is now; look again before you write.",
    ),
    ("writing", "Đang kiểm tra…", "Checking…"),
    ("written", "Đã ghi. Mọi chữ khác trong tệp được giữ nguyên.", "Saved. Everything else in the files is as it was."),
    ("refused", "Chưa ghi: còn {0} lỗi. Chưa có tệp nào bị thay đổi.", "Not saved: {0} errors are left. No file was changed."),
    ("to-fix", "Cách sửa:", "To fix:"),
    ("why", "Vì sao:", "Why:"),
    ("severity-error", "Lỗi", "Error"),
    ("severity-warning", "Cảnh báo", "Warning"),
    ("severity-note", "Ghi chú", "Note"),
    ("line", "Dòng {0}", "Line {0}"),
    ("line-of", "{0}, dòng {1}", "{0}, line {1}"),
    ("conflict-title", "Tệp vừa được sửa ở nơi khác", "The file was changed elsewhere"),
    (
        "conflict-what",
        "{0} đã đổi kể từ lúc bạn mở. Chưa ghi gì, và những gì bạn gõ vẫn còn đây.",
        "{0} has changed since you opened it. Nothing was written, and what you typed is still here.",
    ),
    ("conflict-base", "Lúc bạn mở", "When you opened it"),
    ("conflict-theirs", "Trong tệp bây giờ", "In the file now"),
    ("conflict-mine", "Bạn gõ", "What you typed"),
    ("conflict-keep", "Giữ phần của tôi, đặt lên bản mới", "Keep mine, put it on the new version"),
    ("conflict-reload", "Bỏ phần của tôi, mở bản mới", "Drop mine, open the new version"),
    ("conflict-later", "Để sau", "Later"),
    ("conflict-kept", "Đã đặt phần của bạn lên bản mới. Xem lại rồi ghi.", "Yours was put on the new version. Review it, then save."),
    (
        "conflict-both",
        "Ở {0} chỗ cả hai bên cùng sửa: giữ chữ của bạn. Chữ của bên kia ở đó là:",
        "In {0} places both changed the same lines: yours was kept. Theirs was:",
    ),
    ("conflict-differs", "Khác nhau giữa tệp bây giờ (−) và chữ của bạn (+)", "Between the file now (−) and your text (+)"),
    ("text-label", "Nội dung tệp {0}", "Text of {0}"),
    ("where", "Dòng {0}, cột {1}", "Line {0}, column {1}"),
    ("problems", "Vấn đề trong tệp này", "Problems in this file"),
    ("problems-none", "Không có vấn đề nào trong tệp này.", "Nothing is wrong in this file."),
    ("problems-elsewhere", "Ngoài ra có {0} lỗi ở tệp khác.", "There are {0} errors in other files."),
    ("preview", "Xem trước", "Preview"),
    ("preview-none", "Chưa vẽ được trang này: sửa các lỗi bên cạnh trước.", "The page cannot be drawn yet: mend the errors beside it first."),
    ("picker", "Chèn con số", "Insert a figure"),
    ("picker-label", "Tìm con số theo địa bàn, chương trình, chỉ tiêu", "Find a figure by area, programme or measure"),
    (
        "picker-hint",
        "Gõ không dấu cũng được: sop cop giai ngan. Mũi tên để chọn, Enter để chèn.",
        "Words without their marks will do: sop cop disbursed. Arrows choose, Enter inserts.",
    ),
    ("picker-count", "{0} con số.", "{0} figures."),
    ("picker-none", "Không có con số nào như thế.", "There is no such figure."),
    ("picker-counted", "trang tự tính", "counted by the site"),
    ("picker-day", "tính đến {0}", "as of {0}"),
    ("inserted", "Đã chèn: {0}", "Inserted: {0}"),
    ("close", "Đóng", "Close"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_name_and_both_languages_fill_in_the_same() {
        assert_eq!(all(Tongue::Vi).len(), WORDS.len());
        for (id, vi, en) in WORDS {
            for part in ["{0}", "{1}"] {
                assert_eq!(vi.contains(part), en.contains(part), "{id}");
            }
            assert!(!vi.is_empty() && !en.is_empty(), "{id}");
        }
    }
}
