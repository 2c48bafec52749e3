//! Numbers as Vietnamese reports print them: dots between thousands, a comma before decimals.
//!
//! Invariant: only whole numbers are counted with; a decimal is a whole number of its smallest part.

/// `units` with its last `digits` digits after the comma: (90279336, 3) is `90.279,336`.
pub fn written(units: u64, digits: u32) -> String {
    let one = 10_u64.pow(digits);
    let whole = (units / one).to_string();
    let mut text = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if digits > 0 {
        text.push_str(&format!(",{:0width$}", units % one, width = digits as usize));
    }
    text
}

/// `part` of `whole` as a percentage with one or two decimals, a half rounded up.
pub fn rate(part: u64, whole: u64, digits: u32) -> String {
    let scale = 100 * 10_u64.pow(digits);
    let twice = part * scale * 2 + whole;
    format!("{}%", written(twice / (whole * 2), digits))
}

/// The written whole number that follows `typed`; `None` when `typed` is not a plain whole number.
pub fn next(typed: &str) -> Option<String> {
    let plain = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let number: u64 = digits.parse().ok().filter(|_| plain)?;
    Some(written(number + 1, 0))
}
