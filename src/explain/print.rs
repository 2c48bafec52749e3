//! An explanation, and the list of all of them, as a terminal shows them.
//!
//! May use: diag, pipeline.

use std::fmt::Write;

use super::{Example, Explanation, Tried, Words, codes, of};
use crate::diag::{Code, Severity, Tongue};
use crate::pipeline::certain::{self, How};

/// How wide text runs; examples are never broken.
const WIDTH: usize = 92;

/// A problem explained; `mends` says whether `check --fix` can put some of its cases right.
pub fn page(code: &Code, explanation: &Explanation, mends: Option<How>, tongue: Tongue) -> String {
    let vi = tongue == Tongue::Vi;
    let mut out = format!("{}  {}\n", code.number, said(explanation.title, tongue));
    let weight = match (explanation.weight, vi) {
        (Severity::Error, true) => "Lỗi: chưa sửa thì chưa dựng được trang.",
        (Severity::Warning, true) => "Cảnh báo: trang vẫn dựng được, trừ khi dùng --strict.",
        (Severity::Notice, true) => "Ghi chú: không có gì sai, chỉ để biết.",
        (Severity::Error, false) => "An error: nothing is built until it is mended.",
        (Severity::Warning, false) => "A warning: the site is built all the same, unless with --strict.",
        (Severity::Notice, false) => "A note: nothing is wrong, only worth knowing.",
    };
    let name = if vi { "Tên cố định" } else { "Permanent name" };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "  {weight} {name}: {}\n", code.name);
    paragraph(&mut out, if vi { "Nghĩa là" } else { "What it means" }, said(explanation.what, tongue));
    paragraph(&mut out, if vi { "Vì sao" } else { "Why" }, said(explanation.why, tongue));
    example(&mut out, &explanation.example, vi);
    paragraph(&mut out, if vi { "Cách sửa" } else { "To fix" }, said(explanation.fix, tongue));
    let (label, words) = match (mends, vi) {
        (Some(How::AtOnce), true) => ("Tự sửa", "minhbach check --fix sửa những chỗ chỉ có một cách hiểu; chỗ còn lại phải tự sửa."),
        (Some(How::Asked), true) => {
            ("Tự sửa, có hỏi trước", "chỗ nào chỉ có một cách sửa hợp lý thì minhbach check --fix cho xem trước và sau rồi hỏi; --yes là đồng ý trước.")
        }
        (None, true) => ("Tự sửa", "không; chỉ người viết mới biết viết gì mới đúng."),
        (Some(How::AtOnce), false) => ("Automatic fix", "minhbach check --fix mends what can be meant in one way only; the rest is for you."),
        (Some(How::Asked), false) => (
            "Automatic fix, after a question",
            "where one remedy alone makes sense, minhbach check --fix shows before and after and asks; --yes agrees beforehand.",
        ),
        (None, false) => ("Automatic fix", "none; only the writer knows what is right."),
    };
    paragraph(&mut out, label, words);
    out
}

fn example(out: &mut String, example: &Example, vi: bool) {
    let place = |word: &str, file: &str| match (file.is_empty(), vi) {
        (true, _) => format!("{word}:"),
        (false, true) => format!("{word}, trong {file}:"),
        (false, false) => format!("{word}, in {file}:"),
    };
    let added = if let Tried::Added(_, file) = example.tried { file } else { "" };
    let _ = writeln!(out, "  {}\n{}", place(if vi { "Sai" } else { "Wrong" }, example.file), indented(example.wrong));
    let _ = writeln!(out, "  {}\n{}", place(if vi { "Đúng" } else { "Right" }, added), indented(example.right));
}

/// The lines of an example, moved as a whole so that the first column is the sixth.
fn indented(text: &str) -> String {
    let margin = text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0);
    text.lines().map(|line| if line.trim().is_empty() { "\n".to_owned() } else { format!("      {}\n", line[margin..].replace('\t', "→")) }).collect()
}

/// A label and its text, broken between words.
fn paragraph(out: &mut String, label: &str, text: &str) {
    let mut line = format!("  {label}:");
    for word in text.split(' ') {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(out, "{line}");
            line = format!("   {word}");
            continue;
        }
        line.push(' ');
        line.push_str(word);
    }
    let _ = writeln!(out, "{line}\n");
}

/// Every problem on a line of its own, in groups.
pub fn list(tongue: Tongue) -> String {
    let mut out = String::new();
    for (title, codes) in codes::grouped() {
        let _ = writeln!(out, "{}", said(title, tongue));
        for code in codes {
            let title = of(code).map_or(code.name, |explanation| said(explanation.title, tongue));
            let mark = match (certain::how(code.name), tongue) {
                (None, _) => "",
                (Some(How::AtOnce), Tongue::Vi) => " · tự sửa",
                (Some(How::Asked), Tongue::Vi) => " · hỏi rồi sửa",
                (Some(How::AtOnce), Tongue::En) => " · mends itself",
                (Some(How::Asked), Tongue::En) => " · asks, then mends",
            };
            let _ = writeln!(out, "  {}  {title}{mark}", code.number);
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}", tally(tongue));
    out.push_str(match tongue {
        Tongue::Vi => "Xem một mã: minhbach explain MB0102\n",
        Tongue::En => "For one of them: minhbach explain MB0102\n",
    });
    out
}

/// How many problems of the content of a site mend themselves. A form is mended in its workbook, by hand.
fn tally(tongue: Tongue) -> String {
    let all = codes::of_content();
    let count = |how: How| all.iter().filter(|code| certain::how(code.name) == Some(how)).count();
    let (at_once, asked) = (count(How::AtOnce), count(How::Asked));
    match tongue {
        Tongue::Vi => {
            format!("check --fix: trong {} mã mà check báo, {} mã có chỗ tự sửa ({at_once} sửa ngay, {asked} hỏi trước).", all.len(), at_once + asked)
        }
        Tongue::En => format!("check --fix: of {} problems check tells of, it mends {} ({at_once} at once, {asked} after asking).", all.len(), at_once + asked),
    }
}

/// The name of a problem in words.
pub fn title(code: &Code, tongue: Tongue) -> Option<&'static str> {
    of(code).map(|explanation| said(explanation.title, tongue))
}

fn said(words: Words, tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vi => words.0,
        Tongue::En => words.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_keep_their_shape_and_sentences_are_broken_between_words() {
        assert_eq!(indented("    a: 1\n\n      b: 2"), "      a: 1\n\n        b: 2\n");
        assert_eq!(indented("  - a\n\tb"), "        - a\n      →b\n");
        let mut out = String::new();
        paragraph(&mut out, "Why", "word ".repeat(40).trim_end());
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH && !line.ends_with(' ')), "{out}");
        assert_eq!(out.matches("word").count(), 40);
    }
}
