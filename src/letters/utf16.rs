//! Two bytes a letter.
//!
//! Invariant: what is not whole and readable as UTF-16 is not taken for it.
//!
//! May use: nothing.

/// How much of the file is looked at to tell the order of its bytes.
const START: usize = 4096;

/// The text of a file in UTF-16, with or without a mark in front.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let (little, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        _ => (order(bytes)?, bytes),
    };
    if !rest.len().is_multiple_of(2) {
        return None;
    }
    let unit = |pair: &[u8]| if little { u16::from_le_bytes([pair[0], pair[1]]) } else { u16::from_be_bytes([pair[0], pair[1]]) };
    let text: String = char::decode_utf16(rest.chunks_exact(2).map(unit)).collect::<Result<_, _>>().ok()?;
    let readable = |letter: char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r');
    text.chars().all(readable).then_some(text)
}

/// Whether the low byte comes first, told by where the zeros of ordinary letters stand; `None` when there are not enough.
fn order(bytes: &[u8]) -> Option<bool> {
    let start = &bytes[..bytes.len().min(START)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    // Of a Vietnamese text in YAML or Markdown at least two letters in five are plain ones.
    let enough = |zeros: usize, other: usize| zeros * 5 > start.len() && zeros > other * 8;
    match (enough(low_first, high_first), enough(high_first, low_first)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
