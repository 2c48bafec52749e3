//! English numbers in words, as they are said in Britain: "one thousand and five".
//!
//! Invariant: no two numbers share their words.
//!
//! May use: nothing.

pub(super) const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Names of the groups of three, from the last; the longest number that can be kept has ten groups.
const GROUPS: [&str; 10] = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion", "septillion", "octillion"];

/// A whole number of at most thirty digits.
pub(super) fn whole(digits: &str) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return SMALL[0].to_owned();
    }
    let width = digits.len().next_multiple_of(3);
    let padded = format!("{digits:0>width$}");
    let mut words: Vec<String> = Vec::new();
    for (at, name) in (0..width).step_by(3).zip(GROUPS[..width / 3].iter().rev()) {
        let group: usize = padded[at..at + 3].parse().unwrap_or_default();
        if group == 0 {
            continue;
        }
        // "one thousand and five", but "one million five thousand".
        if group < 100 && name.is_empty() && !words.is_empty() {
            words.push("and".to_owned());
        }
        words.push(below_thousand(group));
        if !name.is_empty() {
            words.push((*name).to_owned());
        }
    }
    words.join(" ")
}

fn below_thousand(number: usize) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    match (hundreds, rest) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} hundred", SMALL[hundreds]),
        (hundreds, rest) => format!("{} hundred and {}", SMALL[hundreds], below_hundred(rest)),
    }
}

fn below_hundred(number: usize) -> String {
    match (number / 10, number % 10) {
        _ if number < 20 => SMALL[number].to_owned(),
        (tens, 0) => TENS[tens].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens], SMALL[ones]),
    }
}

/// A year as it is said: "twenty twenty-four", "nineteen oh five", "two thousand and five".
pub(super) fn year(year: usize) -> String {
    match (year / 100, year % 100) {
        (20, rest) if rest < 10 => whole(&year.to_string()),
        (century, 0) => format!("{} hundred", below_hundred(century)),
        (century, rest) if rest < 10 => format!("{} oh {}", below_hundred(century), SMALL[rest]),
        (century, rest) => format!("{} {}", below_hundred(century), below_hundred(rest)),
    }
}

/// The day of a month: "first", "thirty-first".
pub(super) fn ordinal(day: usize) -> String {
    const FIRST: [&str; 20] = [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    match (day / 10, day % 10) {
        _ if day < 20 => FIRST[day].to_owned(),
        (tens, 0) => format!("{}ieth", TENS[tens].trim_end_matches('y')),
        (tens, ones) => format!("{}-{}", TENS[tens], FIRST[ones]),
    }
}
