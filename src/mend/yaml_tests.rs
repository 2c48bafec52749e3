//! Edits tried on files as people write them, and on files nobody would.
//!
//! May use: nothing; crates proptest.

use proptest::prelude::*;

use super::*;

fn path(typed: &str) -> Vec<Step> {
    let step = |part: &str| part.parse().map_or_else(|_| Step::key(part), Step::Item);
    typed.split('/').filter(|part| !part.is_empty()).map(step).collect()
}

fn set(at: &str, words: &str) -> Edit {
    Edit::Set { path: path(at), value: Content::words(words) }
}

#[track_caller]
fn check(text: &str, edits: &[Edit], expected: &str) {
    assert_eq!(edit(text, edits).as_deref(), Ok(expected));
}

const RESULTS: &str = "\
# Kết quả quý I.
year: 2024
snapshots:
  - as_of: 2024-03-31
    source: 'bai-mot'   # báo cáo
    budget:
      - programme: ntm
        disbursed: 780 # chưa đối chiếu

      # Vốn sự nghiệp
      - programme: ntm
        capital: recurrent
        disbursed:
    # hết
";

#[test]
fn a_value_changes_and_nothing_else() {
    check(RESULTS, &[set("snapshots/0/budget/0/disbursed", "1.780,5")], &RESULTS.replace("780 #", "1.780,5 #"));
    check(RESULTS, &[set("snapshots/0/source", "bai-hai")], &RESULTS.replace("'bai-mot'", "'bai-hai'"));
    check(RESULTS, &[set("snapshots/0/source", "it's")], &RESULTS.replace("'bai-mot'", "'it''s'"));
    check(RESULTS, &[set("snapshots/0/budget/1/disbursed", "chưa giải ngân")], &RESULTS.replace("disbursed:\n", "disbursed: chưa giải ngân\n"));
    check("a: ~ # x\nb: \"1\"", &[set("a", "2"), set("b", "hai \"ba\"")], "a: 2 # x\nb: \"hai \\\"ba\\\"\"");
    check("a: # chưa có\nb: 1\n", &[set("a", "2")], "a: 2 # chưa có\nb: 1\n");
    check("a: |\n  một\n  hai\nb: >-\n  ba\n", &[set("a", "x"), set("b", "y")], "a: x\nb: y\n");
    check("a: một\n  hai\nb: 1\n", &[set("a", "x")], "a: x\nb: 1\n");
    check("a: {b: 1, c: 2}\n", &[set("a/b", "2,5"), set("a/c", "3")], "a: {b: \"2,5\", c: 3}\n");
    check("a: 1\n", &[set("a", "Xã: Sốp")], "a: \"Xã: Sốp\"\n");
    check("a: 1\n", &[set("a", "50% # x")], "a: \"50% # x\"\n");
}

#[test]
fn a_key_a_line_and_a_snapshot_are_added_where_they_belong() {
    check(RESULTS, &[set("snapshots/0/budget/0/note", "mới")], &RESULTS.replace("780 # chưa đối chiếu\n", "780 # chưa đối chiếu\n        note: mới\n"));
    let line = Content::Map(vec![("programme".into(), Content::words("gnbv")), ("disbursed".into(), Content::words("13.704"))]);
    let push = Edit::Push { path: path("snapshots/0/budget"), item: line.clone() };
    check(RESULTS, std::slice::from_ref(&push), &RESULTS.replace("disbursed:\n", "disbursed:\n      - programme: gnbv\n        disbursed: 13.704\n"));
    let snapshot = Content::Map(vec![("as_of".into(), Content::words("2024-06-30")), ("budget".into(), Content::List(vec![line.clone()]))]);
    let after = "disbursed: 5\n      - programme: gnbv\n        disbursed: 13.704\n  - as_of: 2024-06-30\n    budget:\n      - programme: gnbv\n        disbursed: 13.704\n";
    let all = [Edit::Push { path: path("snapshots"), item: snapshot }, push, set("snapshots/0/budget/1/disbursed", "5")];
    check(RESULTS, &all, &RESULTS.replace("disbursed:\n", after));
    check(
        "a:\n- b: 1\r\n- b: 2",
        &[Edit::Push { path: path("a"), item: Content::Map(vec![("b".into(), Content::words("3"))]) }],
        "a:\n- b: 1\r\n- b: 2\r\n- b: 3",
    );
    let list = Edit::Set { path: path("x"), value: Content::List(vec![line]) };
    check("a:\n- b: 1\n", &[list], "a:\n- b: 1\nx:\n- programme: gnbv\n  disbursed: 13.704\n");
    check(
        "l: [a, b ] # c\nm: {a: 1 }\n",
        &[Edit::Push { path: path("l"), item: Content::words("d, e") }, set("m/b", "2")],
        "l: [a, b, \"d, e\" ] # c\nm: {a: 1, b: 2 }\n",
    );
}

#[test]
fn marks_in_front_and_line_ends_survive() {
    let windows = format!("\u{feff}{}", RESULTS.replace('\n', "\r\n"));
    check(&windows, &[set("snapshots/0/budget/0/note", "mới")], &windows.replace("đối chiếu\r\n", "đối chiếu\r\n        note: mới\r\n"));
    check(&windows, &[], &windows);
    check(RESULTS, &[set("snapshots/0/budget/0/disbursed", "780")], RESULTS);
}

#[test]
fn what_cannot_be_done_cleanly_is_refused() {
    let refused = |text: &str, change: Edit| edit(text, &[change]).unwrap_err();
    assert_eq!(refused("a: [1\n", set("a", "2")), Refused::Unreadable);
    assert_eq!(refused("a: 1\n", set("b/c", "2")), Refused::NoSuchPlace);
    assert_eq!(refused("a: 1\n", set("a/b", "2")), Refused::Form);
    assert_eq!(refused("a:\n  b: 1\n", set("a", "2")), Refused::Form);
    assert_eq!(refused("l: []\n", Edit::Push { path: path("l"), item: Content::words("a") }), Refused::Form);
    // The empty lines at the end of such a text belong to it.
    assert_eq!(refused("m:\n  a: |+\n    x\n\n\nb: 1\n", set("m/n", "1")), Refused::Form);
    assert_eq!(edit("a: 1\n", &[set("a", "2"), set("a", "3")]), Err(Refused::Form));
}

/// A value as somebody may type it, in one of the ways YAML allows.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]{0,2}(\\.[0-9]{3}){0,2}(,[0-9]{1,3})?",
        "(trên|gần|khoảng) [0-9]{1,3}%",
        Just(String::new()),
        Just("~".to_owned()),
        "'[a-zđ ]{0,8}('')?'",
        "\"[a-zđ: #]{0,8}(\\\\n)?\"",
        Just("{vi: một, en: one}".to_owned()),
        Just("|\n          một\n          hai".to_owned()),
    ]
}

/// A results file with comments, odd spaces and its own way of indenting.
fn file() -> impl Strategy<Value = String> {
    let line = (value(), value(), prop_oneof![Just(""), Just(" # ghi chú: x"), Just("   ")], any::<bool>());
    (proptest::collection::vec(proptest::collection::vec(line, 1..4), 1..4), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(snapshots, windows, marked, flush, open)| {
            let lead = if flush { "" } else { "  " };
            let mut text = String::from("# đầu\nyear: 2024\nsnapshots:\n");
            for (at, lines) in snapshots.iter().enumerate() {
                text += &format!("{lead}- as_of: 2024-0{}-01\n{lead}  budget:\n", at + 1);
                for (at, (a, b, comment, gap)) in lines.iter().enumerate() {
                    let comment = if a.contains('\n') || a.is_empty() { "" } else { comment };
                    text += &format!("{lead}    - programme: p{at}\n{lead}      assigned: {a}{comment}\n");
                    text += &format!("{lead}      disbursed: {b}\n");
                    text += if *gap { "\n    # giữa\n" } else { "" };
                }
            }
            let text = if open { text.trim_end().to_owned() } else { text };
            let text = if windows { text.replace('\n', "\r\n") } else { text };
            if marked { format!("\u{feff}{text}") } else { text }
        },
    )
}

/// The paths of all values that are words or nothing, and of all maps and lists.
fn places(content: &Content, at: Vec<Step>, values: &mut Vec<Vec<Step>>, maps: &mut Vec<Vec<Step>>, lists: &mut Vec<Vec<Step>>) {
    let under = |step: Step| at.iter().cloned().chain([step]).collect::<Vec<_>>();
    match content {
        Content::Map(entries) => {
            entries.iter().for_each(|(key, value)| places(value, under(Step::key(key.clone())), values, maps, lists));
            maps.push(at);
        }
        Content::List(items) => {
            items.iter().enumerate().for_each(|(n, item)| places(item, under(Step::Item(n)), values, maps, lists));
            lists.push(at);
        }
        _ => values.push(at),
    }
}

/// How much of the old text is still there, in order: all of it but the value that was set.
fn kept(old: &str, new: &str) -> (usize, usize) {
    let front = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let back = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count().min(old.len().min(new.len()) - front);
    (front, old.len() - front - back)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edit_does_what_was_asked_and_nothing_else(text in file(), words in "[0-9a-zđ.,:#%'\"\\[\\]{}!&*|>@` \\-]{0,12}", pick in any::<prop::sample::Index>(), kind in 0..3) {
        let before = says(&text).expect("the file can be read");
        prop_assert_eq!(edit(&text, &[]), Ok(text.clone()));
        let (mut values, mut maps, mut lists) = Default::default();
        places(&before, Vec::new(), &mut values, &mut maps, &mut lists);
        let change = match kind {
            0 => Edit::Set { path: pick.get(&values).clone(), value: Content::words(words) },
            1 => Edit::Set { path: pick.get(&maps).iter().cloned().chain([Step::key("note")]).collect(), value: Content::words(words) },
            _ => {
                let item = Content::Map(vec![("programme".into(), Content::words("mới")), ("note".into(), Content::words(words))]);
                Edit::Push { path: pick.get(&lists).clone(), item }
            }
        };
        let mut meant = before.clone();
        apply(&mut meant, &change).expect("the place is there");
        let after = edit(&text, std::slice::from_ref(&change));
        prop_assert!(after.is_ok(), "{:?} refused: {:?}\n{}", change, after, text);
        let after = after.unwrap();
        prop_assert_eq!(says(&after), Some(meant.clone()), "{}", after);
        // What was taken out is no more than the value that was set.
        let (front, gone) = kept(&text, &after);
        if kind > 0 {
            prop_assert_eq!(gone, 0, "{}\n---\n{}", text, after);
        } else {
            let taken = &text[..front + gone][front..];
            prop_assert!(!taken.contains("programme") && !taken.contains("# g"), "took {:?}", taken);
        }
    }
}
