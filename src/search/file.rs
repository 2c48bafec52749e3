//! An index file: a script that hands its entries to the page that searches, and does nothing else.
//!
//! Invariant: whatever is typed in an entry, the script is one call with texts and small numbers.
//!
//! May use: nothing; crates serde_json.

use serde_json::json;

use super::Group;

/// What the first file says of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What comes after the folder of a page in its address: nothing, or `index.html`.
    pub tail: &'static str,
    /// Files with things that have no day, then files with reports.
    pub files: [usize; 2],
    /// Which word stands in which file; empty where all of them may be loaded at once.
    pub directory: String,
}

/// The text of the file `number`. The first one, and no other, has a head.
pub fn file(number: usize, block: &[Group], head: Option<&Head>) -> Vec<u8> {
    let groups: Vec<_> = block
        .iter()
        .map(|group| {
            let texts: Vec<&str> = group.entries.iter().flat_map(|e| [&*e.title, &*e.id, &*e.detail, &*e.summary]).collect();
            json!([group.rank, group.label, group.base, texts])
        })
        .collect();
    let mut script = format!("minhbach({number},{}", json!(groups));
    if let Some(head) = head {
        script.push_str(&format!(",{}", json!([head.tail, head.files, head.directory])));
    }
    script.push_str(")\n");
    // Old telephones take these two for the end of a line, and no text may look like a tag.
    script.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::super::Entry;
    use super::*;

    #[test]
    fn whatever_is_typed_stays_a_text() {
        let title = "</script><b onclick=\"x\">\u{2028}\u{2029}\\\" + alert(1) + \"\n`${x}`";
        let group =
            Group { rank: 7, label: "Tin".into(), base: "../tin/".into(), entries: vec![Entry { title: title.into(), id: "a".into(), ..Entry::default() }] };
        let text = String::from_utf8(file(0, &[group], Some(&Head { tail: "index.html", files: [1, 0], directory: "a ##".into() }))).expect("it is text");
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}']) && text.lines().count() == 1, "{text}");
        let call = text.strip_prefix("minhbach(").and_then(|t| t.strip_suffix(")\n")).expect("it is one call");
        let read: serde_json::Value = serde_json::from_str(&format!("[{call}]")).expect("with texts and numbers");
        assert_eq!(read, json!([0, [[7, "Tin", "../tin/", [title, "a", "", ""]]], ["index.html", [1, 0], "a ##"]]));
    }
}
