//! Problems of numbers that were published before: releases and the book of corrections.
//!
//! May use: diag.

use super::{case, renamed, sound, untried};
use crate::diag::Severity::Error;
use crate::explain::Explanation;

const RESULTS: &str = "content/areas/nam-nhun/2024/results.yaml";
const CORRECTIONS: &str = "content/corrections.yaml";

/// The explanations.
pub const WORDS: &[Explanation] = &[
    Explanation {
        name: "published-figure-changed",
        weight: Error,
        title: ("Số đã công bố bị đổi mà chưa có đính chính", "A published number changed without a correction"),
        what: (
            "Bản phát hành gần nhất công bố một số; tệp số liệu nay ghi số khác cho đúng ngày ấy.",
            "The latest release published one number; the data now says another for the same day.",
        ),
        why: (
            "Người dân và báo chí có thể đã dùng số cũ. Sửa lặng lẽ thì không ai còn tin trang.",
            "Citizens and the press may have used the old one. A silent change costs their trust.",
        ),
        fix: (
            "Gõ nhầm thì sửa lại số cũ. Số mới đúng thì chạy minhbach new correction với địa chỉ của con số và nói vì sao. Số của kỳ mới thì thêm snapshot mới, đừng ghi đè.",
            "If it was a slip, put the old number back. If the new one is right, run minhbach new correction with its address and say why. Figures of a new day get a snapshot of their own.",
        ),
        example: case("published-figure-changed", RESULTS, "        actual: 5", "        actual: 4"),
    },
    Explanation {
        name: "published-figure-vanished",
        weight: Error,
        title: ("Số đã công bố nay không còn", "A published number is gone"),
        what: ("Một con số có trong bản phát hành gần nhất nay không còn trong tệp số liệu.", "A number of the latest release is no longer in the data."),
        why: ("Liên kết đến con số ấy sẽ gãy, và không ai biết vì sao số biến mất.", "Links to it break, and nobody knows why it went."),
        fix: (
            "Xóa nhầm thì ghi lại. Bỏ thật thì chạy minhbach new correction và nói vì sao.",
            "If it was deleted by mistake, put it back. If it is to go, run minhbach new correction and say why.",
        ),
        example: case(
            "published-figure-vanished",
            RESULTS,
            "        rate_of: assigned\n",
            "        rate_of: assigned\n    indicators:\n      - indicator: xa-dat-chuan\n        actual: 4\n",
        ),
    },
    Explanation {
        name: "counted-figure-changed",
        weight: Error,
        title: ("Số trang tự tính nay khác đi", "A counted number came out differently"),
        what: (
            "Số gốc không đổi nhưng kết quả tính từ chúng lại đổi: cách tính đã khác.",
            "The numbers it is counted from are as they were, yet the result is another: it is counted differently.",
        ),
        why: (
            "Người đọc so hai kỳ sẽ tưởng là có tiến bộ hay thụt lùi, trong khi chỉ cách tính thay đổi.",
            "Readers who compare two periods would see progress or decline where only the way of counting changed.",
        ),
        fix: (
            "Nếu đổi kind hay rate_of là nhầm thì đổi lại; nếu đúng, chạy minhbach new correction và nói vì sao.",
            "If kind or rate_of was changed by mistake, change it back; if it is right, run minhbach new correction and say why.",
        ),
        example: case("counted-figure-changed", "content/programmes/ntm.yaml", "    kind: at_least", "    kind: increase"),
    },
    Explanation {
        name: "release-damaged",
        weight: Error,
        title: ("Bản phát hành bị sửa hoặc hỏng", "A release that was edited or damaged"),
        what: (
            "Một tệp trong content/releases không còn như lúc chương trình ghi ra: có dòng bị sửa, mất hay thêm.",
            "A file in content/releases is not as it was written: a line was changed, lost or added.",
        ),
        why: (
            "Bản phát hành là bằng chứng về những gì đã công bố; sửa nó thì không còn gì để đối chiếu.",
            "A release is the proof of what was published; once edited there is nothing to compare with.",
        ),
        fix: (
            "Lấy lại tệp từ bản sao lưu hay từ git. Không sửa tay; muốn sửa số đã công bố thì dùng minhbach new correction.",
            "Get the file back from a backup or from git. Never edit it; published numbers are put right with minhbach new correction.",
        ),
        example: case(
            "release-damaged",
            "content/releases/q1.txt",
            "ntm/investment/disbursed@2024-03-31 = 7 80 million_dong",
            "ntm/investment/disbursed@2024-03-31 = 780 million_dong",
        ),
    },
    Explanation {
        name: "release-misnamed",
        weight: Error,
        title: ("Bản phát hành mang tên khác", "A release under another name"),
        what: ("Tên tệp không giống tên ghi trong dòng label của nó.", "The name of the file is not the one in its line label."),
        why: ("Các mục đính chính nhắc đến bản phát hành bằng tên; hai tên thì không tìm ra.", "Corrections name a release; under two names it is not found."),
        fix: ("Đổi tên tệp lại cho đúng với label.", "Rename the file as its label says."),
        example: renamed("release-misnamed", "content/releases/quy-1.txt", "content/releases/q1.txt"),
    },
    Explanation {
        name: "correction-of-unknown-figure",
        weight: Error,
        title: ("Đính chính một con số không có", "A correction of a number that is not there"),
        what: (
            "Địa chỉ ở figure không phải của con số nào, trong bản phát hành cũng như bây giờ.",
            "The address in figure is that of no number, neither in the release nor now.",
        ),
        why: ("Người đọc phải thấy được số nào đã sửa.", "Readers have to see which number was put right."),
        fix: (
            "Chép địa chỉ từ trang của con số; lời nhắn nêu địa chỉ gần giống nhất.",
            "Copy the address from the page of the number; the message tells the nearest one.",
        ),
        example: sound(
            "accepted--correction",
            CORRECTIONS,
            "  - figure: nam-nhun/2024/xa-dat-chuan/actua@2024-03-31",
            "  - figure: nam-nhun/2024/xa-dat-chuan/actual@2024-03-31",
        ),
    },
    Explanation {
        name: "correction-of-several-figures",
        weight: Error,
        title: ("Địa chỉ chỉ nhiều con số", "An address of several numbers"),
        what: (
            "Cùng một dòng có số của nhiều ngày, mà địa chỉ không ghi ngày nào.",
            "The line has numbers of several days, and the address names none of them.",
        ),
        why: ("Một mục đính chính chỉ sửa đúng một con số.", "A correction puts right one number."),
        fix: ("Ghi thêm ngày vào cuối địa chỉ, sau dấu @.", "Add the day at the end of the address, after an @."),
        example: untried(
            CORRECTIONS,
            "  - figure: nam-nhun/2024/xa-dat-chuan/actual",
            "  - figure: nam-nhun/2024/xa-dat-chuan/actual@2024-03-31",
            "the case has an entry that is wrong in a second way too",
        ),
    },
    Explanation {
        name: "correction-of-unknown-release",
        weight: Error,
        title: ("Đính chính nhắc đến bản phát hành không có", "A correction names a release that is not there"),
        what: ("Mục release ghi một tên không có trong content/releases.", "The field release has a name that is not in content/releases."),
        why: ("Đính chính phải nói bản nào đã công bố số cũ.", "A correction says which release published the old number."),
        fix: ("Ghi tên một bản phát hành đã có; lời nhắn liệt kê các bản.", "Write the name of a release there is; the message lists them."),
        example: sound("accepted--correction", CORRECTIONS, "    release: Q1", "    release: q1"),
    },
    Explanation {
        name: "correction-before-differs",
        weight: Error,
        title: ("Số cũ trong đính chính không đúng số đã công bố", "The old number of a correction was not published"),
        what: ("Mục before ghi một số khác với số trong bản phát hành.", "The field before has another number than the release."),
        why: ("Người đọc phải thấy đúng số mình đã dùng.", "Readers have to find the number they used."),
        fix: ("Ghi lại before như bản phát hành; lời nhắn nêu số ấy.", "Write before as the release has it; the message tells the number."),
        example: case("correction-before-differs", CORRECTIONS, "    before: 3", "    before: 4"),
    },
    Explanation {
        name: "correction-after-differs",
        weight: Error,
        title: ("Số mới trong đính chính không giống số liệu", "The new number of a correction is not the data's"),
        what: ("Mục after ghi một số, tệp số liệu lại ghi số khác.", "The field after has one number and the data has another."),
        why: ("Sổ đính chính và các bảng trên trang phải nói một số.", "The book of corrections and the tables have to say one number."),
        fix: (
            "Mục chưa công bố thì sửa after cho giống số liệu. Đã công bố rồi thì giữ nguyên và thêm một mục mới bằng minhbach new correction.",
            "If the entry was not published yet, write after as the data has it. If it was, leave it and add another one with minhbach new correction.",
        ),
        example: case("correction-after-differs", CORRECTIONS, "    after: 6", "    after: 5"),
    },
    Explanation {
        name: "correction-changes-nothing",
        weight: Error,
        title: ("Đính chính không đổi gì", "A correction that changes nothing"),
        what: ("Số cũ và số mới của mục này là một.", "The old and the new number of the entry are one."),
        why: ("Một đính chính không đổi gì làm người đọc nghi ngờ vô cớ.", "A correction that changes nothing makes readers doubt without cause."),
        fix: (
            "Ghi đúng số cũ và số mới, hoặc bỏ mục này nếu chưa công bố.",
            "Write the old and the new number as they are, or take the entry out while it is unpublished.",
        ),
        example: sound("accepted--correction", CORRECTIONS, "    before: 4\n    after: 4", "    before: 4\n    after: 5"),
    },
    Explanation {
        name: "correction-without-date",
        weight: Error,
        title: ("Đính chính chưa ghi ngày", "A correction without its day"),
        what: ("Mục đính chính thiếu date.", "The entry lacks date."),
        why: ("Người đọc cần biết số được sửa từ ngày nào.", "Readers need to know since when the number is put right."),
        fix: ("Thêm date với ngày công bố đính chính.", "Add date with the day the correction is published."),
        example: case("correction-without-date", CORRECTIONS, "    why: Đếm thiếu một xã\n", "    why: Đếm thiếu một xã\n    date: 2024-05-02\n"),
    },
    Explanation {
        name: "correction-without-reason",
        weight: Error,
        title: ("Đính chính chưa nói vì sao", "A correction without a reason"),
        what: ("Mục đính chính thiếu why.", "The entry lacks why."),
        why: ("Số đổi mà không có lý do thì không ai tin cả số cũ lẫn số mới.", "A number that changes for no reason is believed neither before nor after."),
        fix: ("Thêm why với một câu ngắn, nói điều gì đã sai.", "Add why with a short sentence on what was wrong."),
        example: case("correction-without-reason", CORRECTIONS, "    after: 5\n", "    after: 5\n    why: Đếm thiếu một xã\n"),
    },
    Explanation {
        name: "correction-without-words",
        weight: Error,
        title: ("Đính chính bài viết chưa nói sửa gì", "A correction of a text that does not say of what"),
        what: ("Mục sửa lời một bài (report) nhưng thiếu what.", "The entry is about the words of a report and lacks what."),
        why: ("Người đã đọc bài cần biết điều gì không còn đúng.", "Whoever read the text needs to know what is no longer true."),
        fix: ("Thêm what, nói chỗ nào đã sửa.", "Add what and say which place was changed."),
        example: case("correction-without-words", CORRECTIONS, "    why: Gõ nhầm\n", "    what: Tên xã ở đoạn hai\n    why: Gõ nhầm\n"),
    },
    Explanation {
        name: "correction-without-figure",
        weight: Error,
        title: ("Đính chính chưa nói sửa con số hay bài nào", "A correction of nothing"),
        what: ("Mục đính chính không có figure, cũng không có report.", "The entry has neither figure nor report."),
        why: ("Người đọc cần biết điều gì được sửa.", "Readers need to know what was put right."),
        fix: (
            "Thêm figure với địa chỉ con số, hoặc report với mã bài và what.",
            "Add figure with the address of the number, or report with the id of the text, and what.",
        ),
        example: case(
            "correction-without-figure",
            CORRECTIONS,
            "  - kind: correction\n    why: Gõ nhầm",
            "  - report: bai-mot\n    kind: correction\n    what: Tên xã ở đoạn hai\n    why: Gõ nhầm",
        ),
    },
    Explanation {
        name: "values-disappear",
        weight: Error,
        title: ("Nhiều số đã công bố sắp biến mất", "Many published values would disappear"),
        what: (
            "So với lần dựng trước hay bản phát hành gần nhất, hơn năm con số sẽ không còn trên trang.",
            "Compared with the last build or the latest release, more than five values would be gone.",
        ),
        why: (
            "Mất nhiều số một lúc thường là do mất tệp hay đổi nhầm tên thư mục, và liên kết của người đọc sẽ gãy.",
            "So many at once are mostly lost with a file or a renamed folder, and readers' links break.",
        ),
        fix: (
            "Lấy lại tệp, hoặc đổi lại tên thư mục. Nếu đúng là bỏ các số ấy, chạy lại với --let-go và số lượng mà lời nhắn nêu.",
            "Get the file back, or rename the folder as it was. If the values are really to go, run again with --let-go and the count the message tells.",
        ),
        example: untried(
            "",
            "content/areas/nam-nhum/2024/results.yaml       thư mục bị đổi tên",
            "content/areas/nam-nhun/2024/results.yaml",
            "an earlier build with many values has to lie there",
        ),
    },
];
