//! Texts said aloud: the numbers in them become words, and everything else stays.
//!
//! Invariant: a number that is part of a name (`263/QĐ-TTg`, `COVID-19`, `km2`) is left as it is.
//!
//! May use: nothing.

use super::{Spoken, english, vietnamese};

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A text with its numbers in words.
pub(super) fn said(spoken: Spoken, text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let found = starts_word(&out).then(|| spoken.quarter(rest).or_else(|| spoken.numeral(&out, rest))).flatten();
        if let Some((words, len)) = found {
            out.push_str(&words);
            rest = &rest[len..];
        } else if first.is_ascii_digit() {
            // Part of a name: all of it is copied, so that its second half is not taken for a number.
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            out.push_str(&rest[..len]);
            rest = &rest[len..];
        } else if first == '%' {
            glue(&mut out);
            out.push_str(spoken.percent());
            rest = &rest[1..];
            if let Some(what) = rest.strip_prefix('/').filter(|what| what.starts_with(char::is_lowercase)) {
                out.push_str(spoken.each());
                rest = what;
            }
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// Whether a number may begin behind these words: `Bắc-3` and `A/3` are names, `(3` and `: 3` are not.
fn starts_word(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('-' | '/' | '.' | ',' | ':' | '_') => back.next().is_none_or(char::is_whitespace),
        Some(last) => !last.is_alphanumeric(),
    }
}

fn glue(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '\u{a0}', '\n']) {
        out.push(' ');
    }
}

/// A number as it is typed in a text.
struct Numeral<'t> {
    whole: String,
    decimals: &'t str,
    /// Whether its thousands are set apart or it has decimals: such a number is no year and no part of a date.
    plain: bool,
    len: usize,
}

impl Numeral<'_> {
    fn small(&self) -> Option<usize> {
        self.plain.then(|| self.whole.parse().ok()).flatten()
    }
}

impl Spoken {
    fn marks(self) -> (char, char) {
        match self {
            Spoken::Vi => ('.', ','),
            Spoken::En => (',', '.'),
        }
    }

    fn percent(self) -> &'static str {
        match self {
            Spoken::Vi => "phần trăm",
            Spoken::En => "per cent",
        }
    }

    /// For each of what follows: `/năm`.
    fn each(self) -> &'static str {
        match self {
            Spoken::Vi => " mỗi ",
            Spoken::En => " a ",
        }
    }

    /// The number at the beginning of a text; nothing where its marks are not those of the language.
    fn read(self, text: &str) -> Option<Numeral<'_>> {
        let (group, decimal) = self.marks();
        let end = text.find(|c: char| !(c.is_ascii_digit() || c == group || c == decimal)).unwrap_or(text.len());
        // A mark behind the last digit ends a sentence or a part of it.
        let typed = text[..end].trim_end_matches([group, decimal]);
        let (whole, decimals) = typed.split_once(decimal).unwrap_or((typed, ""));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let groups: Vec<&str> = whole.split(group).collect();
        let sound = groups.iter().all(|g| digits(g))
            && (groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3))
            && (decimals.is_empty() && !typed.contains(decimal) || digits(decimals))
            && whole.len() <= 40;
        let plain = groups.len() == 1 && decimals.is_empty();
        sound.then(|| Numeral { whole: groups.concat(), decimals, plain, len: typed.len() }).filter(|n| n.whole.len() <= 30)
    }

    fn words(self, number: &Numeral<'_>) -> String {
        match (self, number.small()) {
            // `0904` is no number of things; it is said digit by digit.
            _ if number.plain && number.whole.len() > 2 && number.whole.starts_with('0') => self.digits(&number.whole),
            (Spoken::En, Some(year @ 1100..=2099)) if number.whole.len() == 4 => english::year(year),
            _ => self.signed(false, &number.whole, number.decimals),
        }
    }

    /// A date, a range, a pair, a percentage or a number at the beginning of `text`, and how long it is.
    fn numeral(self, before: &str, text: &str) -> Option<(String, usize)> {
        let sign = ["-", "−"].into_iter().find(|sign| text.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
        let minus = sign.map_or(0, str::len);
        if !text[minus..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (mut said, mut len) = match self.date(before, text) {
            Some(found) => return Some(found).filter(|(_, len)| ends_word(&text[*len..])),
            None => (String::new(), minus),
        };
        if minus > 0 {
            said.push_str(if self == Spoken::Vi { "âm " } else { "minus " });
        }
        let first = self.read(&text[len..])?;
        let month_of_four = self == Spoken::Vi && last_word(before) == "tháng" && first.small() == Some(4);
        said.push_str(&if month_of_four { "tư".to_owned() } else { self.words(&first) });
        len += first.len;
        let percent = |rest: &str| ["%", " %", "\u{a0}%"].into_iter().find(|sign| rest.starts_with(sign)).map_or(0, str::len);
        let (mut after, per_cent) = (&text[len..], percent(&text[len..]));
        if let Some((joined, second, used)) = self.second(&after[per_cent..]) {
            if per_cent > 0 {
                said = format!("{said} {}", self.percent());
            }
            said = format!("{said} {joined} {}", self.words(&second));
            len += per_cent + used;
            after = &text[len..];
        }
        let per_cent = percent(after);
        if per_cent > 0 {
            said = format!("{said} {}", self.percent());
            len += per_cent;
            after = &text[len..];
        }
        // `1,5%/năm`: for each.
        if let Some(what) = after.strip_prefix('/')
            && what.starts_with(char::is_lowercase)
        {
            return Some((format!("{said}{}", self.each()), len + 1));
        }
        ends_word(after).then_some((said, len))
    }

    /// What is joined to a number: the end of a range or the whole of a pair.
    fn second<'t>(self, after: &'t str) -> Option<(&'static str, Numeral<'t>, usize)> {
        let (range, pair) = match self {
            Spoken::Vi => ("đến", "trên"),
            Spoken::En => ("to", "of"),
        };
        let joins = [("–", range), (" – ", range), ("-", range), (" - ", range), ("/", pair)];
        let (mark, words) = joins.into_iter().find(|(mark, _)| after.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))?;
        let second = self.read(&after[mark.len()..])?;
        let used = mark.len() + second.len;
        Some((words, second, used))
    }

    fn date(self, before: &str, text: &str) -> Option<(String, usize)> {
        match self {
            Spoken::Vi => vietnamese_date(before, text),
            Spoken::En => english_date(text),
        }
    }

    /// `Quý IV/2024`, `Q4 2024`.
    fn quarter(self, text: &str) -> Option<(String, usize)> {
        match self {
            Spoken::Vi => {
                let word = ["Quý ", "quý "].into_iter().find(|word| text.starts_with(word))?;
                let rest = &text[word.len()..];
                let (roman, number) = [("III", "ba"), ("IV", "bốn"), ("II", "hai"), ("I", "một")].into_iter().find(|(roman, _)| rest.starts_with(roman))?;
                let after = &rest[roman.len()..];
                let (year, used) =
                    after.strip_prefix('/').and_then(year_of).map_or((String::new(), 0), |year| (format!(" năm {}", vietnamese::whole(year)), 5));
                ends_word(&after[used..]).then(|| (format!("{word}{number}{year}"), word.len() + roman.len() + used))
            }
            Spoken::En => {
                let rest = text.strip_prefix('Q')?;
                let quarter = rest.chars().next()?.to_digit(10).filter(|n| (1..=4).contains(n))? as usize;
                let year = year_of(rest[1..].strip_prefix(' ')?)?;
                Some((format!("the {} quarter of {}", english::ordinal(quarter), english::year(year.parse().ok()?)), 7))
            }
        }
    }
}

/// Four digits that are a year, at the beginning of a text.
fn year_of(text: &str) -> Option<&str> {
    let year = text.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()) && year.starts_with(['1', '2']))?;
    (!text[4..].starts_with(|c: char| c.is_ascii_digit())).then_some(year)
}

/// Whether what was read ends where a word ends: behind `263` in `263/QĐ` and `3` in `3a` it does not.
fn ends_word(after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        None => true,
        Some('-' | '/' | '_') => next.next().is_none_or(char::is_whitespace),
        Some('.' | ',' | ':') => !next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
    }
}

fn last_word(before: &str) -> String {
    before.split_whitespace().next_back().unwrap_or("").to_lowercase()
}

/// `31/03/2024`, `tháng 3/2024`, `ngày 22/2`.
fn vietnamese_date(before: &str, text: &str) -> Option<(String, usize)> {
    let two = |text: &str, most: usize| {
        let len = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
        let number = text[..len].parse().ok().filter(|n| (1..=most).contains(n))?;
        Some((number, len)).filter(|_| !text[len..].starts_with(|c: char| c.is_ascii_digit()))
    };
    let month_words = |month: usize| if month == 4 { "tư".to_owned() } else { vietnamese::whole(&month.to_string()) };
    let year_words = |year: &str| format!(" năm {}", vietnamese::whole(year));
    let word = last_word(before);
    if word == "tháng" {
        let (month, len) = two(text, 12)?;
        let year = year_of(text[len..].strip_prefix('/')?)?;
        return Some((format!("{}{}", month_words(month), year_words(year)), len + 5));
    }
    let (day, day_len) = two(text, 31)?;
    let rest = text[day_len..].strip_prefix('/')?;
    let (month, month_len) = two(rest, 12)?;
    let year = rest[month_len..].strip_prefix('/').and_then(year_of);
    // Without a year only the word "ngày" tells a day from a pair.
    let named = word == "ngày";
    if year.is_none() && !named {
        return None;
    }
    let article = if named { "" } else { "ngày " };
    let early = if day <= 10 { "mùng " } else { "" };
    let words = format!("{article}{early}{} tháng {}{}", vietnamese::whole(&day.to_string()), month_words(month), year.map_or_else(String::new, year_words));
    Some((words, day_len + 1 + month_len + if year.is_some() { 5 } else { 0 }))
}

/// `31 March 2024`.
fn english_date(text: &str) -> Option<(String, usize)> {
    let len = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let day = text[..len].parse().ok().filter(|day| (1..=31).contains(day))?;
    let rest = text[len..].strip_prefix(' ')?;
    let month = MONTHS.into_iter().find(|month| rest.starts_with(month))?;
    let year = rest[month.len()..].strip_prefix(' ').and_then(year_of)?;
    Some((format!("the {} of {month} {}", english::ordinal(day), english::year(year.parse().ok()?)), len + 1 + month.len() + 5))
}
