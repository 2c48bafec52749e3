//! What the words of a text mean to the programmes of this site: names, measures, kinds of money, places.
//!
//! Made once for a site; a text is then read in its tokens.
//! Invariant: a name that fits two programmes is no name of either.
//!
//! May use: claims, model.

use std::collections::{BTreeMap, HashMap};

use crate::claims::lexicon::{self, Token};
use crate::model::{AreaIx, Capital, Fund, IndicatorIx, ProgrammeIx, Record, Text};

/// What is done with money, or which side of an indicator is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// kế hoạch
    Plan,
    /// giao
    Assigned,
    /// phân bổ
    Allocated,
    /// điều chỉnh
    Adjusted,
    /// kéo dài, chuyển nguồn
    Carried,
    /// giải ngân
    Disbursed,
    /// hủy, nộp trả
    Returned,
    /// quyết toán
    Settled,
    /// khối lượng
    Work,
    /// mục tiêu, phấn đấu
    Aim,
    /// dự kiến
    Forecast,
    /// vượt
    Exceeded,
    /// còn lại: what is left, or missing, is counted and stated nowhere
    Left,
}

/// What some words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// A programme by its name.
    Programme(ProgrammeIx),
    /// Words that begin a programme's name and mean more often something else.
    NearProgramme(ProgrammeIx),
    /// Several programmes together.
    All,
    /// A place with a page here.
    Area(AreaIx),
    /// A place without one, or a wider one.
    Elsewhere,
    /// What is done with it.
    Side(Side),
    /// Which capital.
    Capital(Capital),
    /// Whose money.
    Fund(Fund),
    /// A part of a programme.
    Part,
    /// The year before.
    LastYear,
    /// The year after.
    NextYear,
}

/// Some words of a text and what they mean.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// The first of them.
    pub at: usize,
    /// The one after the last.
    pub end: usize,
    /// What they mean.
    pub meaning: Meaning,
}

type Phrases = HashMap<Token, Vec<(Vec<Token>, Meaning)>>;

/// The words of a site, with marks and without.
pub struct Vocabulary {
    phrases: [Phrases; 2],
    places: [HashMap<Token, ()>; 2],
    indicators: [Vec<Vec<Token>>; 2],
    units: [Vec<Vec<Token>>; 2],
    /// What the initials in programme names stand for.
    initials: [HashMap<Token, Vec<Token>>; 2],
}

use Capital::{Investment, Recurrent};
use Meaning as M;
use Side as S;

const FIXED: &[(&str, Meaning)] = &[
    ("giải ngân", M::Side(S::Disbursed)),
    ("đã chi", M::Side(S::Disbursed)),
    ("disbursed", M::Side(S::Disbursed)),
    ("disbursement", M::Side(S::Disbursed)),
    ("spent", M::Side(S::Disbursed)),
    ("giao", M::Side(S::Assigned)),
    ("được giao", M::Side(S::Assigned)),
    ("vốn giao", M::Side(S::Assigned)),
    ("kế hoạch vốn giao", M::Side(S::Assigned)),
    ("kế hoạch giao", M::Side(S::Assigned)),
    ("kế hoạch vốn được giao", M::Side(S::Assigned)),
    ("assigned", M::Side(S::Assigned)),
    ("kế hoạch", M::Side(S::Plan)),
    ("kế hoạch vốn", M::Side(S::Plan)),
    ("planned", M::Side(S::Plan)),
    ("plan", M::Side(S::Plan)),
    ("phân bổ", M::Side(S::Allocated)),
    ("allocated", M::Side(S::Allocated)),
    ("điều chỉnh", M::Side(S::Adjusted)),
    ("adjusted", M::Side(S::Adjusted)),
    ("bổ sung", M::Side(S::Adjusted)),
    ("chuyển nguồn", M::Side(S::Carried)),
    ("kéo dài", M::Side(S::Carried)),
    ("chuyển sang", M::Side(S::Carried)),
    ("carried over", M::Side(S::Carried)),
    ("nộp trả", M::Side(S::Returned)),
    ("thu hồi", M::Side(S::Returned)),
    ("returned", M::Side(S::Returned)),
    ("quyết toán", M::Side(S::Settled)),
    ("settled", M::Side(S::Settled)),
    ("khối lượng thực hiện", M::Side(S::Work)),
    ("giá trị khối lượng", M::Side(S::Work)),
    ("nghiệm thu", M::Side(S::Work)),
    ("mục tiêu", M::Side(S::Aim)),
    ("chỉ tiêu", M::Side(S::Aim)),
    ("phấn đấu", M::Side(S::Aim)),
    ("đăng ký", M::Side(S::Aim)),
    ("target", M::Side(S::Aim)),
    ("aim", M::Side(S::Aim)),
    ("aims", M::Side(S::Aim)),
    ("dự kiến", M::Side(S::Forecast)),
    ("expected", M::Side(S::Forecast)),
    ("vượt", M::Side(S::Exceeded)),
    ("exceeded", M::Side(S::Exceeded)),
    ("còn lại", M::Side(S::Left)),
    ("còn thiếu", M::Side(S::Left)),
    ("chưa giải ngân", M::Side(S::Left)),
    ("chưa phân bổ", M::Side(S::Left)),
    ("chưa giao", M::Side(S::Left)),
    ("chênh lệch", M::Side(S::Left)),
    ("left", M::Side(S::Left)),
    ("remaining", M::Side(S::Left)),
    ("vốn đầu tư", M::Capital(Investment)),
    ("đầu tư phát triển", M::Capital(Investment)),
    ("vốn đầu tư phát triển", M::Capital(Investment)),
    ("đầu tư công", M::Capital(Investment)),
    ("investment", M::Capital(Investment)),
    ("vốn sự nghiệp", M::Capital(Recurrent)),
    ("sự nghiệp", M::Capital(Recurrent)),
    ("kinh phí sự nghiệp", M::Capital(Recurrent)),
    ("kinh phí thường xuyên", M::Capital(Recurrent)),
    ("recurrent", M::Capital(Recurrent)),
    ("ngân sách trung ương", M::Fund(Fund::Central)),
    ("vốn trung ương", M::Fund(Fund::Central)),
    ("central budget", M::Fund(Fund::Central)),
    ("ngân sách tỉnh", M::Fund(Fund::Province)),
    ("ngân sách huyện", M::Fund(Fund::District)),
    ("ngân sách xã", M::Fund(Fund::Commune)),
    ("ngân sách địa phương", M::Fund(Fund::Province)),
    ("local budget", M::Fund(Fund::Province)),
    ("đối ứng", M::Fund(Fund::Matching)),
    ("matching", M::Fund(Fund::Matching)),
    ("tín dụng", M::Fund(Fund::PolicyCredit)),
    ("vốn vay", M::Fund(Fund::PolicyCredit)),
    ("cho vay", M::Fund(Fund::PolicyCredit)),
    ("credit", M::Fund(Fund::PolicyCredit)),
    ("loans", M::Fund(Fund::PolicyCredit)),
    ("doanh nghiệp", M::Fund(Fund::Enterprises)),
    ("xã hội hóa", M::Fund(Fund::Enterprises)),
    ("đóng góp", M::Fund(Fund::People)),
    ("nhân dân", M::Fund(Fund::People)),
    ("lồng ghép", M::Fund(Fund::Integrated)),
    ("ba chương trình", M::All),
    ("các chương trình", M::All),
    ("cả ba", M::All),
    ("three programmes", M::All),
    ("cùng kỳ", M::LastYear),
    ("năm trước", M::LastYear),
    ("năm ngoái", M::LastYear),
    ("last year", M::LastYear),
    ("year before", M::LastYear),
    ("previous year", M::LastYear),
    ("năm sau", M::NextYear),
    ("năm tới", M::NextYear),
    ("next year", M::NextYear),
    ("cả nước", M::Elsewhere),
    ("toàn quốc", M::Elsewhere),
    ("toàn vùng", M::Elsewhere),
    ("nationwide", M::Elsewhere),
    ("national average", M::Elsewhere),
    ("tiểu dự án", M::Part),
    ("công trình", M::Part),
    ("gói thầu", M::Part),
];

const PLACES: &str = "xã phường huyện tỉnh thôn bản buôn ấp xóm trấn phố commune district province village town city";
const NO_WORDS: &str = "số tỷ tỉ lệ trong năm được của và các là có cho the of in a and to that for year with by on as are is share number";

impl Vocabulary {
    /// The words of a site.
    pub fn of(record: &Record) -> Self {
        let [without, with] = [false, true].map(|marks| Vocabulary::phrases(record, marks));
        let places = [false, true].map(|marks| tokens(PLACES, marks).map(|t| (t, ())).collect());
        let names = [false, true].map(|marks| {
            let idle: Vec<Token> = tokens(NO_WORDS, marks).collect();
            let name = |text: &Text| {
                let mut all: Vec<Token> = words_of(text, marks).into_iter().map(lexicon::lower).filter(|t| !idle.contains(t)).collect();
                all.sort_unstable();
                all.dedup();
                all
            };
            record.indicators.iter().map(|i| name(&i.name)).collect::<Vec<_>>()
        });
        let units = [false, true].map(|marks| record.indicators.iter().map(|i| words_of(&i.unit, marks).into_iter().map(lexicon::lower).collect()).collect());
        Vocabulary { phrases: [without.0, with.0], places, indicators: names, units, initials: [without.1, with.1] }
    }

    fn phrases(record: &Record, marks: bool) -> (Phrases, HashMap<Token, Vec<Token>>) {
        let mut all: BTreeMap<Vec<Token>, Vec<Meaning>> = BTreeMap::new();
        let mut add = |words: Vec<Token>, meaning: Meaning| {
            if !words.is_empty() {
                let meanings = all.entry(words.into_iter().map(lexicon::lower).collect()).or_default();
                if !meanings.contains(&meaning) {
                    meanings.push(meaning);
                }
            }
        };
        for (text, meaning) in FIXED {
            add(lexicon::phrase(text, marks), *meaning);
        }
        let mut initials: HashMap<Token, Vec<Token>> = HashMap::new();
        for (ix, programme) in record.programmes() {
            let together = !programme.members.is_empty();
            for text in [&programme.short, &programme.name] {
                for (_, typed) in &text.versions {
                    let words: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
                    let own = own_name(&words);
                    let meaning = if together { Meaning::All } else { Meaning::Programme(ix) };
                    let hashed = |words: &[&str]| words.iter().map(|w| lexicon::word(w, marks)).collect::<Vec<_>>();
                    add(hashed(own), meaning);
                    if together {
                        continue;
                    }
                    if own.len() >= 4 {
                        for length in own.len().div_ceil(2)..own.len() {
                            add(hashed(&own[..length]), Meaning::NearProgramme(ix));
                        }
                    }
                    for (run, whole) in runs(own) {
                        let letters: String = run.iter().filter_map(|w| w.chars().next()).collect();
                        let token = lexicon::lower(lexicon::word(&letters, marks));
                        initials.entry(token).or_insert_with(|| hashed(run).into_iter().map(lexicon::lower).collect());
                        add(vec![token], if whole { Meaning::Programme(ix) } else { Meaning::NearProgramme(ix) });
                    }
                }
            }
        }
        for (ix, area) in record.areas() {
            for (_, typed) in &area.name.versions {
                add(lexicon::phrase(typed, marks), Meaning::Area(ix));
            }
            for alias in &area.aliases {
                add(lexicon::phrase(alias, marks), Meaning::Area(ix));
            }
        }
        let mut phrases = Phrases::new();
        for (mut words, meanings) in all {
            let Some(meaning) = one_meaning(&meanings) else { continue };
            let first = words.remove(0);
            phrases.entry(first).or_default().push((words, meaning));
        }
        phrases.values_mut().for_each(|list| list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        (phrases, initials)
    }

    /// What the words of a text mean, from its beginning to its end.
    pub fn mentions(&self, text: &[Token], marks: bool) -> Vec<Mention> {
        let (phrases, places) = (&self.phrases[usize::from(marks)], &self.places[usize::from(marks)]);
        let mut all = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let token = lexicon::lower(text[at]);
            if text[at] == lexicon::PART {
                all.push(Mention { at, end: at + 1, meaning: Meaning::Part });
            }
            if let Some((end, meaning)) = phrases.get(&token).and_then(|list| longest(list, text, at)) {
                all.push(Mention { at, end, meaning });
                at = end;
                continue;
            }
            // A place by its kind: "xã Nậm Manh", "Nam Manh commune".
            if lexicon::is_word(text[at]) && places.contains_key(&token) {
                let next_is_name = text.get(at + 1).is_some_and(|t| lexicon::is_capital(*t))
                    && phrases.get(&lexicon::lower(text[at + 1])).is_none_or(|list| longest(list, text, at + 1).is_none());
                let named_before = !marks && at > 0 && lexicon::is_capital(text[at - 1]) && all.last().is_none_or(|m: &Mention| m.end != at);
                if next_is_name || named_before {
                    let end = at + 1 + text[at + 1..].iter().take_while(|t| lexicon::is_capital(**t)).count();
                    all.push(Mention { at, end, meaning: Meaning::Elsewhere });
                    at = end;
                    continue;
                }
            }
            at += 1;
        }
        all
    }

    /// The words of an indicator's name that tell it from others.
    pub fn indicator(&self, ix: IndicatorIx, marks: bool) -> &[Token] {
        &self.indicators[usize::from(marks)][ix.at()]
    }

    /// The words of an indicator's unit.
    pub fn unit(&self, ix: IndicatorIx, marks: bool) -> &[Token] {
        &self.units[usize::from(marks)][ix.at()]
    }

    /// What initials stand for.
    pub fn spelled_out(&self, token: Token, marks: bool) -> Option<&[Token]> {
        self.initials[usize::from(marks)].get(&lexicon::lower(token)).map(Vec::as_slice)
    }
}

fn tokens(list: &str, marks: bool) -> impl Iterator<Item = Token> {
    list.split(' ').map(move |w| lexicon::lower(lexicon::word(w, marks)))
}

/// The words of a name in the language that has marks, or in all others.
fn words_of(text: &Text, marks: bool) -> Vec<Token> {
    let fits = |tag: &str| tag.is_empty() || tag.starts_with("vi") == marks;
    let chosen: Vec<&(String, String)> = text.versions.iter().filter(|(tag, _)| fits(tag)).collect();
    let chosen = if chosen.is_empty() { text.versions.iter().collect() } else { chosen };
    chosen.iter().take(1).flat_map(|(_, words)| lexicon::phrase(words, marks)).collect()
}

/// A programme's name without what all programmes are called.
fn own_name<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    const BEGINNINGS: [&str; 5] =
        ["chương trình mục tiêu quốc gia", "chương trình mtqg", "chương trình", "national target programme on", "national target programme for"];
    let low: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    for beginning in BEGINNINGS {
        let parts: Vec<&str> = beginning.split(' ').collect();
        if low.len() > parts.len() && low.iter().zip(&parts).all(|(a, b)| a == b) {
            let rest = &words[parts.len()..];
            return if rest.len() > 2 && rest[0].eq_ignore_ascii_case("xây") { &rest[2..] } else { rest };
        }
    }
    words
}

/// Runs of at least three words from the beginning of a name; whether a run is the whole name.
fn runs<'w, 'a>(words: &'w [&'a str]) -> impl Iterator<Item = (&'w [&'a str], bool)> {
    (0..words.len().min(12)).flat_map(move |from| (from + 3..=words.len()).map(move |to| (&words[from..to], from == 0 && to == words.len())))
}

/// The longest phrase that stands at `at`; a place must be written with capitals.
fn longest(list: &[(Vec<Token>, Meaning)], text: &[Token], at: usize) -> Option<(usize, Meaning)> {
    list.iter().find_map(|(rest, meaning)| {
        let end = at + 1 + rest.len();
        let same = text.get(at + 1..end)?.iter().zip(rest).all(|(a, b)| lexicon::lower(*a) == *b);
        let capital = !matches!(meaning, Meaning::Area(_)) || text[at..end].iter().all(|t| lexicon::is_capital(*t));
        (same && capital).then_some((end, *meaning))
    })
}

/// The meaning of words that several things are called by; none when they differ.
fn one_meaning(meanings: &[Meaning]) -> Option<Meaning> {
    let strong: Vec<Meaning> = meanings.iter().copied().filter(|m| !matches!(m, Meaning::NearProgramme(_))).collect();
    match (strong.as_slice(), meanings) {
        ([one], _) | ([], [one]) => Some(*one),
        // Places of one name: places are compared by their names.
        (all, _) if all.len() > 1 && all.iter().all(|m| matches!(m, Meaning::Area(_))) => all.first().copied(),
        _ => None,
    }
}
