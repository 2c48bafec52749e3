//! A message for the simplest telephone: 160 letters without accents.
//!
//! Invariant: a message is made of whole sentences; a number or an address is never cut.
//!
//! May use: nothing; crates unicode-normalization.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters in one message of the GSM alphabet of seven bits.
pub const MOST: usize = 160;

/// The letters without accents, and only those every telephone has.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match letter {
            'đ' => out.push('d'),
            'Đ' | 'Ð' => out.push('D'),
            '–' | '—' | '−' | '·' => out.push('-'),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' => out.push('\''),
            '…' => out.push_str("..."),
            '×' => out.push('x'),
            '²' => out.push('2'),
            '³' => out.push('3'),
            '%' => out.push('%'),
            letter if letter.is_whitespace() => out.push(' '),
            // What a telephone would count double, or show as a box, is left out.
            '[' | ']' | '{' | '}' | '\\' | '^' | '~' | '|' | '`' => {}
            letter if letter.is_ascii_graphic() => out.push(letter),
            _ => {}
        }
    }
    out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How many places a text of `plain` letters takes.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// The first of `news` that leaves room for all of `needed`, then as many of `more` as have room, each whole and in its order.
/// Without room for any news it is what is needed alone.
pub fn fit(news: &[String], needed: &[String], more: &[String]) -> String {
    let join = |parts: &[&String]| parts.iter().filter(|p| !p.is_empty()).map(|p| plain(p)).collect::<Vec<_>>().join(" ");
    let fits = |parts: &[&String]| length(&join(parts)) <= MOST;
    let with = |told: Option<&String>, extra: &[&String]| -> Vec<String> { told.into_iter().chain(extra.iter().copied()).chain(needed).cloned().collect() };
    let told = news.iter().find(|told| fits(&with(Some(told), &[]).iter().collect::<Vec<_>>()));
    let mut extra: Vec<&String> = Vec::new();
    for part in more {
        extra.push(part);
        if !fits(&with(told, &extra).iter().collect::<Vec<_>>()) {
            extra.pop();
        }
    }
    join(&with(told, &extra).iter().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_accents_and_nothing_else() {
        for (typed, said) in [
            ("Huyện Nậm Nhùn: giải ngân 780 triệu đồng, đạt 31,4%.", "Huyen Nam Nhun: giai ngan 780 trieu dong, dat 31,4%."),
            ("Đắk R'lấp – “Ế Ộ Ữ Ằ”", "Dak R'lap - \"E O U A\""),
            ("4–5 %\u{a0}km²", "4-5 % km2"),
            ("a [b] {c} ~ € ✔", "a b c"),
        ] {
            assert_eq!(plain(typed), said);
            assert!(plain(typed).bytes().all(|b| (b' '..=b'z').contains(&b) && !b"[]\\^`".contains(&b)));
        }
    }

    #[test]
    fn a_message_never_cuts_a_number() {
        let long = format!("{} 35.215 trieu", "x".repeat(130));
        let (short, address, ask) = ("Nam Nhun 2024: 35.215 trieu dong.".to_owned(), "Xem minhbach.example/a/".to_owned(), "Hoi 0215 3000 000".to_owned());
        let said = fit(&[long.clone(), short.clone()], std::slice::from_ref(&address), std::slice::from_ref(&ask));
        assert_eq!(said, format!("{short} {ask} {address}"));
        // What does not fit is left out whole.
        assert_eq!(fit(std::slice::from_ref(&short), std::slice::from_ref(&address), &[long.clone(), ask.clone()]), format!("{short} {ask} {address}"));
        assert_eq!(fit(&["y".repeat(161)], std::slice::from_ref(&address), &[]), address);
        let full = fit(&["y".repeat(160)], &[], &[ask]);
        assert_eq!(length(&full), MOST);
    }
}
