//! Questions on a terminal, and the one look at a clock.
//!
//! Invariant: nothing is asked where nobody sits: input and messages must both be a terminal.
//!
//! May use: diag; crates anstream, jiff.

use std::io::{IsTerminal, Write};

use crate::diag::{Said, Tongue};

/// Whether somebody is there to answer.
pub fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for a line; `None` when nothing was said.
pub fn line(question: &Said, tongue: Tongue) -> Option<String> {
    answer(question, tongue).filter(|answer| !answer.is_empty())
}

/// What was typed, without the spaces around it; `None` when the input has ended (Ctrl-D, Ctrl-Z).
fn answer(question: &Said, tongue: Tongue) -> Option<String> {
    anstream::eprint!("{} ", question.in_tongue(tongue));
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    if std::io::stdin().read_line(&mut answer).ok()? == 0 {
        // The key leaves the cursor behind the question.
        anstream::eprintln!();
        return None;
    }
    Some(answer.trim().to_owned())
}

/// Asks whether; anything but a clear yes is a no.
pub fn yes_or_no(question: &Said, tongue: Tongue) -> bool {
    let asked = Said::new(format!("{} [c/K]", question.vi), format!("{} [y/N]", question.en));
    line(&asked, tongue).is_some_and(|answer| is_yes(&answer))
}

/// What somebody wants done with several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// All of them.
    All,
    /// Each is to be asked about.
    Each,
    /// None of them.
    None,
    /// None of them, and nothing more is to be asked: the input has ended.
    Stop,
    /// Nobody sits there to say.
    Nobody,
}

/// Asks whether to do something, or each part of it alone; anything but a clear answer is a no.
pub fn choice(question: &Said, several: bool, tongue: Tongue) -> Choice {
    let (vi, en) = if several { ("[c/K/t; t: hỏi từng chỗ]", "[y/N/e; e: ask about each]") } else { ("[c/K]", "[y/N]") };
    match answer(&Said::new(format!("{} {vi}", question.vi), format!("{} {en}", question.en)), tongue) {
        None => Choice::Stop,
        Some(typed) if is_yes(&typed) => Choice::All,
        Some(typed) if several && ["t", "từng", "từng chỗ", "e", "each"].contains(&typed.to_lowercase().as_str()) => Choice::Each,
        Some(_) => Choice::None,
    }
}

fn is_yes(answer: &str) -> bool {
    ["c", "co", "có", "y", "yes"].contains(&answer.to_lowercase().as_str())
}

/// Today, where the machine is.
pub fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_is_one() {
        assert!(["c", "Có", "CÓ", "co", "y", "YES"].iter().all(|answer| is_yes(answer)));
        assert!(["", "k", "không", "no", "n", "ừ", "cx"].iter().all(|answer| !is_yes(answer)));
    }
}
