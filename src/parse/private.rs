//! What looks like a person's identity number: such numbers do not belong on a public page.
//!
//! Invariant: a warning only; a number may look like one by chance.
//!
//! May use: diag.

use super::problems;
use crate::diag::{Place, Problem, Spot};
use std::sync::Arc;

/// Digits of a Vietnamese citizen's identity number.
const DIGITS: usize = 12;

/// Every run of exactly twelve digits that stands alone.
pub fn identity_numbers(text: &str, file: &Arc<str>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let end = bytes[at..].iter().position(|b| !b.is_ascii_digit()).map_or(bytes.len(), |n| at + n);
            let joined = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || b"-_/.,".contains(b));
            let alone = !joined(at.checked_sub(1).and_then(|n| bytes.get(n))) && !bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-');
            if end - at == DIGITS && alone {
                let column = line[..at].chars().count() as u32 + 1;
                found.push(problems::identity_number(Place::at(file, Spot { line: index as u32 + 1, column, width: DIGITS as u32 })));
            }
            at = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_twelve_digits_alone_look_like_a_person() {
        let count = |text: &str| identity_numbers(text, &Arc::from("x.md")).len();
        assert_eq!(count("CCCD 012345678901."), 1);
        for other in ["02133910112", "1234567890123", "90.279,336", "/012345678901", "a012345678901", "012345678901-a"] {
            assert_eq!(count(other), 0, "{other}");
        }
    }
}
