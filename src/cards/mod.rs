//! Share cards: the picture a chat shows of a page whose address was sent on.
//!
//! A card says what its page says: whose site it is, the title, the answer, its day. Whoever reads only the card has read
//! no other number than the page's. Invariant: the same card gives the same bytes on every machine, and no letter the fonts
//! lack is ever drawn as an empty box: such a card is not made.
//!
//! Chosen: a drawing of our own in sixteen colours. Refused: drawing SVG, which brings a whole renderer for a rectangle and
//! some lines of text. Refused: true colours; a palette is a tenth of the bytes, and a site has a card for every page.
//!
//! May use: nothing; crates ab_glyph, notosans, png, blake3, unicode-normalization.

mod letters;
mod paper;
#[cfg(test)]
mod tests;
mod wrap;

use letters::{Style, Weight, plain};
pub use letters::{Typecase, legible};
use paper::{Ink, Paper};
use wrap::{Wrapped, lines};

/// Changes whenever the same card would give other bytes.
const RECIPE: u32 = 1;

/// Width of a card in dots, as services that show shared links ask for it.
pub const WIDTH: u16 = 1200;
/// Its height.
pub const HEIGHT: u16 = 630;

/// So much stays free at the sides; some services round the corners or cut a little off.
const MARGIN: i32 = 72;
const INSIDE: i32 = WIDTH as i32 - 2 * MARGIN;
/// The coloured band that carries the name of the site.
const BAND: i32 = 92;
const RULE: i32 = 546;
/// On which line the numbers stand; what they are follows in up to two lines.
const NUMBERS: i32 = 462;
const GUTTER: i32 = 32;
const LEADING: i32 = 46;
const BEFORE_ANSWER: i32 = 68;

const NAME: Style = Style { weight: Weight::Bold, size: 32 };
const ANSWER: Style = Style { weight: Weight::Regular, size: 34 };
const NUMBER: Style = Style { weight: Weight::Bold, size: 46 };
const LABEL: Style = Style { weight: Weight::Regular, size: 24 };
const FOOT: Style = Style { weight: Weight::Regular, size: 26 };
/// Sizes of a title with the lines it may have: a short one is large.
const TITLES: [(u16, usize); 3] = [(60, 2), (50, 3), (42, 3)];

/// The colours of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The band: red, green, blue.
    pub brand: [u8; 3],
    /// The words on it.
    pub on_brand: [u8; 3],
}

/// One of the few numbers a page begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardNumber {
    /// The number with its unit, as the page has it.
    pub value: String,
    /// What it is.
    pub label: String,
}

/// What a card says. Every word and number is as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareCard {
    /// Whose page it is.
    pub name: String,
    /// Title of the page.
    pub title: String,
    /// The answer in one or two sentences; empty for none.
    pub answer: String,
    /// The first numbers of the page; at most three are drawn, and none that has no room for its unit and label.
    pub numbers: Vec<CardNumber>,
    /// Day and source; as many are drawn as have room.
    pub foot: Vec<String>,
    /// Where the site lies.
    pub address: String,
    /// Its colours.
    pub look: Look,
}

impl ShareCard {
    /// Whether every letter of it can be drawn.
    pub fn is_legible(&self) -> bool {
        self.texts().all(legible)
    }

    /// Changes whenever the card would look otherwise; its file is named by it, because chats keep pictures for weeks.
    pub fn key(&self) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&RECIPE.to_le_bytes()).update(&self.look.brand).update(&self.look.on_brand);
        for text in self.texts() {
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        }
        let mut key = [0; 16];
        key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        key
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let numbers = self.numbers.iter().flat_map(|number| [number.value.as_str(), number.label.as_str()]);
        let words = [&self.name, &self.title, &self.answer, &self.address].into_iter().chain(&self.foot).map(String::as_str);
        words.chain(numbers)
    }
}

/// The name of a card's file: `chia-se-1a2b3c4d.png`, after the word of the language.
pub fn file(word: &str, key: &[u8; 16]) -> String {
    let hash: String = key[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{word}-{hash}.png")
}

/// The card as a PNG.
pub fn draw(card: &ShareCard, letters: &Typecase) -> Vec<u8> {
    let mut paper = Paper::new(WIDTH.into(), HEIGHT.into());
    let mut hand = Hand { paper: &mut paper, letters };
    hand.paper.fill(0, BAND, Ink::Brand);
    hand.line(NAME, Ink::OnBrand, MARGIN, 57, INSIDE, &card.name);
    let below = hand.title(&card.title);
    // The answer comes first: where it needs the room, there are no numbers beside it.
    let numbers = hand.fitting(&card.numbers);
    let with_numbers = hand.lines_of_answer(&card.answer, below, NUMBERS - 60);
    let lines = match with_numbers.cut || numbers.is_empty() {
        true => hand.lines_of_answer(&card.answer, below, RULE - 28),
        false => {
            hand.numbers(numbers);
            with_numbers
        }
    };
    hand.answer(&lines, below);
    hand.paper.fill(RULE, 2, Ink::Faint);
    let address = letters.width(FOOT, &plain(&card.address)).min(INSIDE / 2);
    hand.line(FOOT, Ink::Muted, WIDTH as i32 - MARGIN - address, 596, INSIDE / 2, &card.address);
    hand.foot(&card.foot, INSIDE - address - 40);
    paper.png(&card.look)
}

/// How wide one of so many columns is.
fn column(count: usize) -> i32 {
    let count = i32::try_from(count.max(1)).unwrap_or(1);
    (INSIDE - GUTTER * (count - 1)) / count
}

struct Hand<'h> {
    paper: &'h mut Paper,
    letters: &'h Typecase,
}

impl Hand<'_> {
    /// The title as large as it fits; gives where it ends.
    fn title(&mut self, text: &str) -> i32 {
        let text = plain(text);
        let mut at = BAND;
        for (chance, (size, most)) in TITLES.into_iter().enumerate() {
            let style = Style { weight: Weight::Bold, size };
            let wrapped = lines(&text, most, INSIDE, &|words| self.letters.width(style, words));
            if wrapped.cut && chance + 1 < TITLES.len() {
                continue;
            }
            let height = i32::from(size) * 5 / 4;
            at += 32 - i32::from(size) / 4;
            for line in &wrapped.lines {
                at += height;
                self.write(style, Ink::Text, MARGIN, at, line);
            }
            break;
        }
        at
    }

    /// As much of the answer as there is room for between the title and `floor`.
    fn lines_of_answer(&self, text: &str, below: i32, floor: i32) -> Wrapped {
        let most = usize::try_from((floor - below - BEFORE_ANSWER) / LEADING + 1).unwrap_or(0);
        lines(&plain(text), most, INSIDE, &|words| self.letters.width(ANSWER, words))
    }

    fn answer(&mut self, wrapped: &Wrapped, below: i32) {
        let mut at = below + BEFORE_ANSWER;
        for line in &wrapped.lines {
            self.write(ANSWER, Ink::Text, MARGIN, at, line);
            at += LEADING;
        }
    }

    /// The first three numbers, or fewer: a number is there with its unit and all that is said of it, or not at all.
    fn fitting<'n>(&self, numbers: &'n [CardNumber]) -> &'n [CardNumber] {
        let fits = |number: &CardNumber, column: i32| {
            let value = self.letters.width(NUMBER, &plain(&number.value)) <= column;
            value && !self.label(&number.label, column).cut
        };
        let sound = |count: &usize| numbers.get(..*count).is_some_and(|first| first.iter().all(|number| fits(number, column(*count))));
        let count = [3, 2, 1].into_iter().find(sound).unwrap_or(0);
        &numbers[..count]
    }

    fn label(&self, text: &str, column: i32) -> Wrapped {
        lines(&plain(text), 2, column, &|words| self.letters.width(LABEL, words))
    }

    fn numbers(&mut self, numbers: &[CardNumber]) {
        let column = column(numbers.len());
        let mut x = MARGIN;
        for number in numbers {
            self.line(NUMBER, Ink::Text, x, NUMBERS, column, &number.value);
            let mut y = NUMBERS + 4;
            for line in self.label(&number.label, column).lines {
                y += 30;
                self.write(LABEL, Ink::Muted, x, y, &line);
            }
            x += column + GUTTER;
        }
    }

    fn foot(&mut self, parts: &[String], width: i32) {
        let joined = |count: usize| parts[..count].join(" · ");
        let count = (1..=parts.len()).rev().find(|count| self.letters.width(FOOT, &plain(&joined(*count))) <= width);
        self.line(FOOT, Ink::Muted, MARGIN, 596, width, &joined(count.unwrap_or(parts.len().min(1))));
    }

    /// One line, cut where it is too long.
    fn line(&mut self, style: Style, ink: Ink, x: i32, y: i32, width: i32, text: &str) {
        let wrapped = lines(&plain(text), 1, width, &|words| self.letters.width(style, words));
        for line in &wrapped.lines {
            self.write(style, ink, x, y, line);
        }
    }

    fn write(&mut self, style: Style, ink: Ink, x: i32, y: i32, line: &str) {
        self.letters.write(style, line, |dx, dy, level| self.paper.dot(x + dx, y + dy, ink, level));
    }
}
