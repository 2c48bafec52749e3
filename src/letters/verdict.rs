//! Whether a text in sound UTF-8 has old letters in it, and in which of its words.
//!
//! A word weighs only when it is Vietnamese in one reading and not in the other: `héi` is no Vietnamese word and
//! `hội` is one, `Huyện` is one and has no old letter, `hé` could be both and follows its neighbours.
//! Invariant: one odd word makes no old text, and no word of other languages is enough.
//!
//! May use: nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Doubt, Old, Seen, syllable, tables, words};

/// What a word is evidence for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Vietnamese only in old letters.
    Old,
    /// Vietnamese as it stands, and not in old letters.
    New,
    /// Both.
    Either,
    /// Both, and an everyday word only as it stands.
    Likely,
    /// A sign that is a word in old letters, such as `·`; where a line is old it is that word.
    Sign,
    /// Neither: a word of another language, or a name.
    Foreign,
    /// Vietnamese in old letters if a letter that no screen shows was lost from it.
    Lost,
}

/// What a line is, in a text in which not all lines are old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Old,
    New,
    /// Old and new words beside each other.
    Both,
    /// A single old word and no new one: its neighbours decide.
    Weak,
    /// Nothing that decides.
    Open,
}

/// A word of a line that has a letter outside ASCII.
type Word = (Range<usize>, Sort);

/// The old letters of a text.
pub(super) struct Verdict {
    pub(super) old: Old,
    /// Whether the whole text is in them.
    pure: bool,
    lines: Vec<Vec<Word>>,
    kinds: Vec<Kind>,
}

/// A look at the text that costs little: most texts have no letter that Vietnamese in Unicode does not use.
fn has_odd_letters(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| {
        let odd = ('¡'..='þ').contains(&letter) && !tables::is_in_both(letter) && !"°±²³´º¿¯".contains(letter);
        // Two vowels VNI puts beside each other and Vietnamese never does.
        let pair = matches!((before, letter), ('a' | 'e' | 'o', 'â') | ('a', 'ê'));
        before = letter;
        odd || pair
    })
}

/// The text with spaces in place of its code: what somebody shows as code is shown as typed, be it old or new.
fn without_code(text: &str) -> String {
    let mut inside = false;
    let blank = |piece: &str| " ".repeat(piece.len());
    let line = |line: &str| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        if inside || fence {
            return blank(line);
        }
        let pieces: Vec<&str> = line.split('`').collect();
        let last = pieces.len() - 1;
        // A tick that has no other stands for itself.
        let code = |at: usize| at % 2 == 1 && at < last;
        pieces.iter().enumerate().map(|(at, piece)| if code(at) { blank(piece) } else { (*piece).to_owned() }).collect::<Vec<_>>().join(" ")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The verdict on a text; `None` when nothing in it is old.
pub(super) fn of(text: &str) -> Option<Verdict> {
    if !has_odd_letters(text) {
        return None;
    }
    let text = &without_code(text);
    let tried = [Old::Tcvn3, Old::Vni, Old::Windows1258].into_iter().filter_map(|old| with(old, text));
    // Of two that fit equally well none is certain, and the first one stands only if it explains more.
    let mut all: Vec<(usize, Verdict)> = tried.collect();
    all.sort_by_key(|(said, _)| std::cmp::Reverse(*said));
    let second = all.get(1).map_or(0, |(said, _)| *said);
    all.into_iter().next().filter(|(said, _)| *said > second).map(|(_, verdict)| verdict)
}

/// The verdict when the old letters are these, and how many words speak for it.
fn with(old: Old, text: &str) -> Option<(usize, Verdict)> {
    let lines: Vec<Vec<Word>> = text.split('\n').map(|line| sorted(old, line)).collect();
    let all = || text.split('\n').zip(&lines).flat_map(|(line, words)| words.iter().map(move |(run, sort)| (&line[run.clone()], *sort)));
    let of = |wanted: Sort| all().filter(move |(_, sort)| *sort == wanted);
    let said: BTreeSet<&str> = of(Sort::Old).chain(of(Sort::Lost)).map(|(word, _)| word).collect();
    if said.len() < 2 || !said.iter().any(|word| has_odd_letters(word)) {
        return None;
    }
    let kinds: Vec<Kind> = text.split('\n').zip(&lines).map(|(line, words)| kind(line, words)).collect();
    let pure =
        of(Sort::New).count() == 0 && !kinds.contains(&Kind::New) && said.len() >= 4 * of(Sort::Foreign).map(|(word, _)| word).collect::<BTreeSet<_>>().len();
    (pure || kinds.iter().any(|kind| matches!(kind, Kind::Old | Kind::Both))).then_some((said.len(), Verdict { old, pure, lines, kinds }))
}

fn sorted(old: Old, line: &str) -> Vec<Word> {
    words::runs(old, line).into_iter().filter_map(|run| sort(old, &line[run.clone()]).map(|sort| (run, sort))).collect()
}

fn sort(old: Old, word: &str) -> Option<Sort> {
    if word.is_ascii() {
        return None;
    }
    let said = words::meant(old, word);
    let is_old = said.as_deref().is_some_and(syllable::is_one);
    if !word.chars().any(char::is_alphabetic) {
        let is_word = is_old && !word.contains(['×', '÷']);
        return is_word.then(|| if word.chars().nth(1).is_some() { Sort::Either } else { Sort::Sign });
    }
    // QĐ, NĐ-CP: no word in either reading, and part of whatever stands around it.
    if !is_old && is_short(said.as_deref().unwrap_or(word)) {
        return said.map(|_| Sort::Either);
    }
    Some(match (is_old, is_new(word)) {
        (true, true) if is_everyday(word) && !said.as_deref().is_some_and(is_everyday) => Sort::Likely,
        (true, true) => Sort::Either,
        (true, false) => Sort::Old,
        (false, true) => Sort::New,
        (false, false) if old == Old::Tcvn3 && said.is_some_and(|said| restored(&said).is_some()) => Sort::Lost,
        (false, false) => Sort::Foreign,
    })
}

/// Whether a word is an abbreviation in capitals.
fn is_short(word: &str) -> bool {
    word.chars().count() <= 5 && word.chars().all(char::is_uppercase)
}

/// Everyday words that could be others in old letters.
const EVERYDAY: &str = " không có công nông thôn dân trình tình hình mình xã rõ quý lý phí vùng cùng tháng sáng nói núi phòng \
thông tâm nhân thân phân cân ông hộ bộ số với mới tới lớn một cũ năm bò ba ";

fn is_everyday(word: &str) -> bool {
    EVERYDAY.contains(&format!(" {} ", word.to_lowercase()))
}

/// Whether a word is Vietnamese, or plain, as it stands; signs that stand before or behind words are no part of it.
fn is_new(word: &str) -> bool {
    let word = word.trim_start_matches(['«', '§', '©', '·', '¶', 'µ']).trim_end_matches(['»', '®', '©', '·', '¹', 'ª']);
    let letters = word.chars().all(|letter| letter.is_alphabetic() || words::is_accent(letter));
    letters && (word.is_ascii() || (is_cased_as_a_word(word) && syllable::is_one(word)))
}

/// Small letters, capitals, or a capital in front; old letters stand as capitals in the midst of small ones.
fn is_cased_as_a_word(word: &str) -> bool {
    let behind_first = || word.chars().skip(1);
    !behind_first().any(char::is_uppercase) || !word.chars().any(char::is_lowercase)
}

/// The word with the ư that was lost before its ơ: TCVN3 stores it as the hyphen no screen shows, which is gone as soon
/// as a text passes through a web page. No Vietnamese word has ơng or ơc.
fn restored(said: &str) -> Option<String> {
    let at = said.find(['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'])?;
    let whole = format!("{}ư{}", &said[..at], &said[at..]);
    syllable::is_one(&whole).then_some(whole)
}

fn kind(line: &str, words: &[Word]) -> Kind {
    let of = |wanted: Sort| words.iter().filter(move |(_, sort)| *sort == wanted);
    let old = of(Sort::Old).chain(of(Sort::Lost)).map(|(run, _)| &line[run.clone()]).collect::<BTreeSet<_>>().len();
    match (old, of(Sort::New).count(), of(Sort::Foreign).count()) {
        (2.., 0, foreign) if foreign * 4 <= old => Kind::Old,
        // A name or two in many words of a line is not yet a part of it that was pasted.
        (2.., new @ 1.., 0) if old * 2 >= new || old >= 4 => Kind::Both,
        (1.., 0, _) => Kind::Weak,
        (_, 1.., _) => Kind::New,
        _ if of(Sort::Likely).count() > 0 => Kind::New,
        _ => Kind::Open,
    }
}

impl Verdict {
    /// The text in Unicode.
    pub(super) fn convert(&self, text: &str) -> Result<String, Doubt> {
        let lines: Vec<&str> = text.split('\n').collect();
        if self.pure {
            (0..lines.len()).try_for_each(|at| self.is_whole(at, lines[at]))?;
            return Ok(words::whole(self.old, text));
        }
        let new: Vec<String> = (0..lines.len()).map(|at| self.convert_line(at, lines[at])).collect::<Result<_, _>>()?;
        Ok(new.join("\n"))
    }

    /// Nothing was lost from the line.
    fn is_whole(&self, at: usize, line: &str) -> Result<(), Doubt> {
        let Some((run, _)) = self.lines[at].iter().find(|(_, sort)| *sort == Sort::Lost) else { return Ok(()) };
        let word = &line[run.clone()];
        let meant = words::meant(self.old, word).and_then(|said| restored(&said)).unwrap_or_default();
        Err(Doubt::Lost(at as u32 + 1, word.to_owned(), meant))
    }

    /// A line of a text that is old in part.
    fn convert_line(&self, at: usize, line: &str) -> Result<String, Doubt> {
        const WHOLE: &[Sort] = &[Sort::Old, Sort::Either, Sort::Likely, Sort::Sign];
        let either = self.lines[at].iter().any(|(_, sort)| matches!(sort, Sort::Either | Sort::Likely));
        let wanted: &[Sort] = match self.kinds[at] {
            Kind::Old => WHOLE,
            Kind::Both if either => return Err(Doubt::Mixed(at as u32 + 1)),
            Kind::Both => &[Sort::Old],
            Kind::New => &[],
            Kind::Weak | Kind::Open => {
                let decides = |kind: &&Kind| matches!(kind, Kind::Old | Kind::New | Kind::Both);
                let (before, after) = (self.kinds[..at].iter().rev().find(decides), self.kinds[at + 1..].iter().find(decides));
                match (before.copied(), after.copied()) {
                    (Some(Kind::Old), Some(Kind::Old) | None) | (None, Some(Kind::Old)) => WHOLE,
                    _ if self.kinds[at] == Kind::Weak => return Err(Doubt::Mixed(at as u32 + 1)),
                    (Some(Kind::Old), _) | (_, Some(Kind::Old)) if either => return Err(Doubt::Mixed(at as u32 + 1)),
                    _ => &[],
                }
            }
        };
        if !wanted.is_empty() {
            self.is_whole(at, line)?;
        }
        let chosen = self.lines[at].iter().filter(|(_, sort)| wanted.contains(sort));
        let said = |run: &Range<usize>| words::meant(self.old, &line[run.clone()]).unwrap_or_else(|| line[run.clone()].to_owned());
        Ok(words::replaced(line, &chosen.map(|(run, _)| (run.clone(), said(run))).collect::<Vec<_>>()))
    }

    /// What is told of the text.
    pub(super) fn seen(&self, text: &str) -> Seen {
        const SAMPLE: usize = 8;
        let is_first = |at: &usize| self.pure || matches!(self.kinds[*at], Kind::Old | Kind::Both);
        // Where the line is old, so are its words that could be either.
        let is_old = |at: usize, sort: Sort| match self.kinds[at] {
            Kind::Both => matches!(sort, Sort::Old | Sort::Lost),
            _ => !matches!(sort, Sort::New | Sort::Foreign),
        };
        let first_of = |at: usize| self.lines[at].iter().find(|(_, sort)| is_old(at, *sort)).map(|(run, _)| (at, run.clone()));
        let found = (0..self.lines.len()).filter(is_first).find_map(first_of);
        // OK because a verdict stands on old words.
        let (at, run) = found.unwrap_or((0, 0..0));
        let line = text.split('\n').nth(at).unwrap_or_default();
        let words: Vec<&str> = line[run.start..].split(' ').take(SAMPLE).collect();
        let typed = words.join(" ").trim_end().to_owned();
        let count = |text: &str| text.chars().count() as u32;
        Seen {
            old: self.old,
            line: at as u32 + 1,
            column: count(&line[..run.start]) + 1,
            width: count(&line[run.clone()]),
            sample: (typed.clone(), self.sample(&typed)),
            doubt: self.convert(text).err(),
        }
    }

    /// What a piece of a line says.
    fn sample(&self, typed: &str) -> String {
        let meant = |run: &Range<usize>| words::meant(self.old, &typed[run.clone()]).map(restored_or);
        let old = sorted(self.old, typed).into_iter().filter(|(_, sort)| matches!(sort, Sort::Old | Sort::Lost | Sort::Either | Sort::Likely | Sort::Sign));
        match self.pure {
            true if !sorted(self.old, typed).iter().any(|(_, sort)| *sort == Sort::Lost) => words::whole(self.old, typed),
            _ => words::replaced(typed, &old.filter_map(|(run, _)| meant(&run).map(|said| (run, said))).collect::<Vec<_>>()),
        }
    }
}

/// The word as it is when it is one, and otherwise with the letter that was lost.
fn restored_or(said: String) -> String {
    if syllable::is_one(&said) { said } else { restored(&said).unwrap_or(said) }
}
