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
    anstream::eprint!("{} ", question.in_tongue(tongue));
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).ok()?;
    let answer = answer.trim();
    (!answer.is_empty()).then(|| answer.to_owned())
}

/// Asks whether; anything but a clear yes is a no.
pub fn yes_or_no(question: &Said, tongue: Tongue) -> bool {
    let asked = Said::new(format!("{} [c/K]", question.vi), format!("{} [y/N]", question.en));
    line(&asked, tongue).is_some_and(|answer| is_yes(&answer))
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
