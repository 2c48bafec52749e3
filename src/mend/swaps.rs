//! Pieces of a text that give way to what was meant by them.
//!
//! Invariant: a piece that does not stand at its place, or could be two pieces there, stays as it is.
//!
//! May use: diag.

use std::ops::Range;

use crate::diag::Swap;

/// The text with every piece swapped that can be found.
pub fn swapped(text: &str, swaps: &[&Swap]) -> String {
    let mut places: Vec<(Range<usize>, &str)> = swaps.iter().filter_map(|swap| Some((range(text, swap)?, swap.is.as_str()))).collect();
    places.sort_by_key(|(range, _)| (range.start, range.end));
    places.dedup();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, is) in places {
        // Two problems may know something about one piece: the first is taken, the other is told again.
        if range.start < done {
            continue;
        }
        out.push_str(&text[done..range.start]);
        out.push_str(is);
        done = range.end;
    }
    out + &text[done..]
}

/// Where the piece stands: at the spot itself, or once among the words the spot is about.
pub fn range(text: &str, swap: &Swap) -> Option<Range<usize>> {
    let line = swap.spot.line.checked_sub(1)? as usize;
    let from: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let line = text[from..].split('\n').next()?;
    let mut letters = line.char_indices().map(|(at, _)| at).chain([line.len()]);
    let start = from + letters.nth(swap.spot.column.checked_sub(1)? as usize)?;
    if text[start..].starts_with(&swap.was) {
        return Some(start..start + swap.was.len());
    }
    let end = text[start..from + line.len()].char_indices().nth(swap.spot.width as usize).map_or(from + line.len(), |(at, _)| start + at);
    let mut found = text[start..end].match_indices(&swap.was);
    match (found.next(), found.next()) {
        (Some((at, _)), None) => Some(start + at..start + at + swap.was.len()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Spot;

    fn swap(line: u32, column: u32, width: u32, was: &str, is: &str) -> Swap {
        Swap { spot: Spot { line, column, width }, was: was.to_owned(), is: is.to_owned() }
    }

    #[test]
    fn a_piece_gives_way_at_its_place_alone() {
        let text = "Đã: \"31.4%\"\r\nNậm: 31.4%\n";
        let check = |swaps: &[Swap], after: &str| assert_eq!(swapped(text, &swaps.iter().collect::<Vec<_>>()), after);
        check(&[swap(1, 5, 7, "31.4%", "31,4%")], "Đã: \"31,4%\"\r\nNậm: 31.4%\n");
        check(&[swap(2, 6, 5, "31.4%", "31,4%"), swap(1, 1, 2, "Đã", "Da")], "Da: \"31.4%\"\r\nNậm: 31,4%\n");
        // What is not there, is there twice, or lies beyond the text.
        check(&[swap(2, 6, 5, "31,4%", "x")], text);
        check(&[swap(1, 4, 8, "\"", "x")], text);
        check(&[swap(9, 1, 1, "a", "b"), swap(0, 1, 1, "a", "b"), swap(1, 99, 1, "a", "b")], text);
        // Two swaps of one piece: the first.
        check(&[swap(2, 1, 3, "Nậm", "Nam"), swap(2, 1, 3, "Nậm", "Nam"), swap(2, 2, 1, "ậ", "a")], "Đã: \"31.4%\"\r\nNam: 31.4%\n");
        // Nothing may give way to something.
        check(&[swap(2, 5, 1, "", "x")], "Đã: \"31.4%\"\r\nNậm:x 31.4%\n");
    }
}
