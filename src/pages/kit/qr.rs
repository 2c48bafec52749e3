//! An address as a QR code, drawn as one SVG path: sharp at any size, and nothing to load.
//!
//! Invariant: the white margin of four modules that readers need is part of the drawing.
//!
//! May use: nothing; crates qrcodegen.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::pages::views::QrView;

/// White modules around the code, as its standard asks.
const MARGIN: i32 = 4;

/// The code of an address; `None` for none, and for one too long to be a code.
pub fn of(address: &str) -> Option<QrView> {
    if address.is_empty() {
        return None;
    }
    // Medium: paper on a notice board is torn and rained on.
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN));
            }
            x += run.max(1);
        }
    }
    Some(QrView { size: (code.size() + 2 * MARGIN).to_string(), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules a path paints.
    fn painted(path: &str) -> Vec<(i32, i32)> {
        let mut found = Vec::new();
        for run in path.split('z').filter(|run| !run.is_empty()) {
            let (place, rest) = run[1..].split_once('h').expect("a run has a length");
            let (x, y) = place.split_once(' ').expect("a run has a place");
            let (x, y, length): (i32, i32, i32) = (x.parse().unwrap(), y.parse().unwrap(), rest.split('v').next().unwrap().parse().unwrap());
            found.extend((x..x + length).map(|x| (x, y)));
        }
        found
    }

    #[test]
    fn the_path_paints_every_module_once_and_leaves_the_margin_white() {
        let address = "https://minhbach.example/don-vi/nam-nhun/2024/";
        let view = of(address).expect("the address is short enough");
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).unwrap();
        let dark: Vec<(i32, i32)> = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .map(|(x, y)| (x + 4, y + 4))
            .collect();
        assert_eq!(painted(&view.path), dark);
        assert_eq!(view.size, (code.size() + 8).to_string());
        assert!(dark.contains(&(4, 4)), "a code begins with the corner of its first square");
    }

    #[test]
    fn no_address_has_no_code() {
        assert!(of("").is_none() && of(&"x".repeat(5000)).is_none());
    }
}
