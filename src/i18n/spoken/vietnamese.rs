//! Vietnamese numbers in words, as schoolbooks say them.
//!
//! Chosen: "linh" before a last digit after a hundred ("một trăm linh năm"), "không trăm" where a group of three begins with
//! nothing ("một nghìn không trăm linh năm"), "mốt", "tư" and "lăm" after "mươi". Refused: "lẻ" and "ngàn", which are as right
//! and heard in the south; one text must not mix them.
//! Invariant: no two numbers share their words.
//!
//! May use: nothing.

pub(super) const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A whole number of any length.
pub(super) fn whole(digits: &str) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return DIGITS[0].to_owned();
    }
    let mut words = Vec::new();
    billions(digits, &mut words);
    words.join(" ")
}

/// `tỷ` is said of everything before the last nine digits, and again of what stands before that: "một tỷ tỷ".
fn billions(digits: &str, words: &mut Vec<&'static str>) {
    let (high, low) = digits.split_at(digits.len().saturating_sub(9));
    if !high.is_empty() {
        billions(high, words);
        words.push("tỷ");
    }
    let said = !high.is_empty();
    let padded = format!("{low:0>9}");
    let mut before = said;
    for (at, unit) in [(0, Some("triệu")), (3, Some("nghìn")), (6, None)] {
        let group = &padded[at..at + 3];
        if group == "000" {
            continue;
        }
        three(group, before, words);
        words.extend(unit);
        before = true;
    }
}

/// Three digits; `after` something higher was said, a missing hundred is said too.
fn three(group: &str, after: bool, words: &mut Vec<&'static str>) {
    let [hundreds, tens, ones] = at(group);
    let with_hundred = after || hundreds > 0;
    if with_hundred {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if ones == 0 => return,
        0 if with_hundred => words.extend(["linh", DIGITS[ones]]),
        0 => words.push(DIGITS[ones]),
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, ones) {
        (0, _) | (_, 0) => {}
        (_, 5) => words.push("lăm"),
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (_, ones) => words.push(DIGITS[ones]),
    }
}

/// The decimals of a number: up to three are said as a number with the nothing before it; more, and nothing but nothing, one by one.
pub(super) fn decimals(digits: &str) -> String {
    let mut words = Vec::new();
    match digits.len() {
        2 if !digits.starts_with('0') => three(&format!("0{digits}"), false, &mut words),
        3 if digits != "000" => three(digits, true, &mut words),
        _ => words.extend(digits.bytes().map(|b| DIGITS[usize::from(b - b'0')])),
    }
    words.join(" ")
}

fn at(group: &str) -> [usize; 3] {
    let mut digits = group.bytes().map(|b| usize::from(b - b'0'));
    [(); 3].map(|()| digits.next().unwrap_or_default())
}
