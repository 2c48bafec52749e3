//! Laws of `check --fix`: what it puts into a text are links and nothing else, and a second time it puts nothing.

use std::sync::Arc;

use minhbach::claims::Claims;
use minhbach::config;
use minhbach::mend::{self, Insert};
use minhbach::parse::{self, Document};
use minhbach::pipeline;
use proptest::prelude::*;

use super::site::Site;

const FRONT: &str = "---\ntitle: Thử\npublished: 2024-05-02\nareas: [nam-nhun]\nsource:\n  name: Trang\n---\n";

/// Pieces of texts: numbers in and around everything Markdown knows.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "780 triệu đồng",
        "trên 2.487",
        "31,4%",
        "6/10 xã",
        "4 - 5%",
        "năm 2024",
        "dự án 2",
        "71 tỷ 355 triệu đồng",
        "42.99%",
        "một nửa",
        "[780](figure:ntm/investment/disbursed)",
        "[Quyết định 263](document:qd-263)",
        "**780",
        "780**",
        "*12*",
        "`780 xã`",
        "![780](a.svg)",
        "!",
        "[",
        "](",
        "](x)",
        "\\",
        "|",
        "\n| 780 | 31,4% |\n|---|---|\n| 12 xã | 5 |\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\r\n",
        "<b>",
        "&amp; ",
        "~~",
        "\u{a0}",
        " ",
        " đã giải ngân ",
        "đ",
        "x",
        ". ",
        "<!-- 780 -->",
        "\n    ",
        "\n```\n780\n```\n",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn claims(text: &str) -> Claims {
    let file: Arc<str> = "content/reports/2024/bai-hai.md".into();
    let kind = parse::kind::of(&file).expect("the path is known");
    let settings = "title = \"Thử\"\nlanguages = [\"vi\"]\nnumbers = \"vi\"\n[[area_kinds]]\nid = \"district\"\nname = \"Huyện\"\nlevel = 1\n";
    let manner = config::read(settings).value.expect("the settings are sound").manner();
    match parse::document(&file, &kind, text, &manner).value {
        Some(Document::Report(report)) => Arc::unwrap_or_clone(report.claims),
        _ => panic!("the text is a report"),
    }
}

/// The links that can be put into a text.
fn put_in(text: &str) -> Vec<Insert> {
    let links = claims(text).all.iter().filter_map(|claim| pipeline::links(claim, "ntm/investment/disbursed")).flatten().collect();
    pipeline::harmless(text, links)
}

/// The text with every number linked that can be.
fn linked(text: &str) -> (String, usize) {
    let inserts = put_in(text);
    let count = inserts.len() / 2;
    let mended = mend::mended(text.as_bytes(), &inserts).expect("every place is there");
    (String::from_utf8(mended).expect("the text stays a text"), count)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn links_come_off_again_and_leave_the_very_text(prose in pieces()) {
        let text = format!("{FRONT}{prose}");
        let (mended, count) = linked(&text);
        // Brackets that were there before stay: only what was put in is taken out again.
        let mut put_in = put_in(&text);
        put_in.sort_by_key(|insert| insert.at);
        let mut left = mended.clone();
        let total: usize = put_in.iter().map(|insert| insert.text.len()).sum();
        let mut before = total;
        for insert in put_in.iter().rev() {
            before -= insert.text.len();
            let at = insert.at + before;
            prop_assert_eq!(&left[at..at + insert.text.len()], &insert.text);
            left.replace_range(at..at + insert.text.len(), "");
        }
        prop_assert_eq!(&left, &text);
        // Every link that was put in is one: its number is no claim any more, and a second time there is no more to do.
        let linkable = |text: &str| claims(text).all.iter().filter(|c| pipeline::links(c, "a/b").is_some()).count();
        prop_assert!(linkable(&mended) + count <= linkable(&text), "{} of {:?} became {:?}", count, text, mended);
        prop_assert_eq!(linked(&mended).0, mended);
    }

    #[test]
    fn any_text_has_claims_that_stand_where_they_say(prose in "\\PC{0,60}") {
        let text = format!("{FRONT}{prose}");
        for claim in claims(&text).all {
            if let Some((start, length)) = claim.bytes {
                let typed = &text[start as usize..(start + length) as usize];
                prop_assert_eq!(typed.split_whitespace().collect::<Vec<_>>().join(" "), claim.reading.typed);
            }
        }
    }
}

/// A report whose numbers are figures, as different editors write files.
const REPORT: &str = "---\ntitle: Bài hai\npublished: 2024-05-02\nareas: [nam-nhun]\nprogrammes: [ntm]\nsource:\n  name: Trang của huyện\n---\nVốn đầu tư nông thôn mới được giao 2.487 triệu đồng, đã giải ngân 780 triệu đồng, đạt 31,4% kế hoạch. Có 200 người dự họp.\n";

#[test]
fn what_is_certain_is_linked_and_every_other_byte_stays() {
    let plain = REPORT.to_owned();
    for (name, text) in
        [("plain", plain.clone()), ("crlf", plain.replace('\n', "\r\n")), ("mark", format!("\u{feff}{plain}")), ("no end", plain.trim_end().to_owned())]
    {
        let site = Site::small();
        let path = "content/reports/2024/bai-hai.md";
        site.write(path, &text);
        let said = site.run(&["check", "--fix", "--lang", "en"]).ended(0);
        let linked = site.read(path);
        assert!(said.out.contains("linked 3 numbers") || said.err.contains("linked 3 numbers"), "{name}: {}{}", said.out, said.err);
        let expected = text
            .replace("2.487 triệu đồng", "[2.487 triệu đồng](figure:ntm/investment/assigned)")
            .replace("780 triệu đồng", "[780 triệu đồng](figure:ntm/investment/disbursed)")
            .replace("31,4%", "[31,4%](figure:ntm/investment/rate)");
        assert_eq!(linked, expected, "{name}");
        let again = site.run(&["check", "--fix", "--lang", "en"]).ended(0);
        assert!(format!("{}{}", again.out, again.err).contains("nothing to mend"), "{name}: {}", again.out);
        assert_eq!(site.read(path), expected, "{name}: a second time changes nothing");
    }
}

#[test]
fn what_is_wrong_elsewhere_is_mended_first() {
    let site = Site::small();
    let path = "content/reports/2024/bai-hai.md";
    site.write(path, REPORT);
    site.replace("content/areas/nam-nhun/2024/results.yaml", "disbursed: 780", "disbursed: 780.5");
    site.run(&["check", "--fix"]).ended(1);
    assert_eq!(site.read(path), REPORT);
}
