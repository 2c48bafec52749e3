//! What VS Code needs to find the schemas without a line in each file: which extensions to offer, which schema is for
//! which files.
//!
//! Invariant: settings somebody has made are kept byte for byte; what cannot be added safely is told instead.
//!
//! May use: nothing; crates serde_json.

use serde_json::{Map, Value, json};

use super::{Kind, SchemaFile, pretty};

/// The list of extensions VS Code offers to install.
pub const EXTENSIONS: &str = ".vscode/extensions.json";
/// The settings of the folder.
pub const SETTINGS: &str = ".vscode/settings.json";

/// The two files for a folder that has none.
pub fn files() -> Vec<SchemaFile> {
    let file = |path: &str, value: Map<String, Value>| SchemaFile { path: path.to_owned(), text: pretty(&Value::Object(value)) };
    vec![file(EXTENSIONS, extensions()), file(SETTINGS, settings())]
}

fn extensions() -> Map<String, Value> {
    Map::from_iter([("recommendations".to_owned(), json!(["redhat.vscode-yaml", "tamasfe.even-better-toml"]))])
}

fn settings() -> Map<String, Value> {
    let globs = |kind: &(Kind, &str, &'static [&'static str])| {
        let own: Vec<&str> = kind.2.iter().copied().filter(|glob| !glob.ends_with(".toml")).collect();
        (!own.is_empty()).then(|| (format!("./{}", kind.0.file()), json!(own)))
    };
    Map::from_iter([
        ("yaml.schemas".to_owned(), Value::Object(Kind::ALL.iter().filter_map(globs).collect())),
        ("evenBetterToml.schema.associations".to_owned(), json!({ "site\\.toml$": format!("./{}", Kind::Site.file()) })),
    ])
}

/// What becomes of a file that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It says everything already.
    Said,
    /// The same text with what was missing added at its end.
    Added(String),
    /// It cannot be added to safely; this is to be added by hand.
    ByHand(String),
}

/// Adds to a file what it lacks of ours, and changes nothing else in it.
pub fn joined(path: &str, text: &str) -> Joined {
    let ours = if path == EXTENSIONS { extensions() } else { settings() };
    // Comments and commas before a closing bracket, which VS Code allows, are not understood here and so not touched.
    let Ok(Value::Object(theirs)) = serde_json::from_str::<Value>(text) else {
        return Joined::ByHand(pretty(&Value::Object(ours)));
    };
    let lacking: Map<String, Value> = ours.into_iter().filter(|(key, value)| !theirs.get(key).is_some_and(|their| holds(their, value))).collect();
    if lacking.is_empty() {
        return Joined::Said;
    }
    let end = text.rfind('}').filter(|_| lacking.keys().all(|key| !theirs.contains_key(key)));
    let Some(end) = end else { return Joined::ByHand(pretty(&Value::Object(lacking))) };
    let line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let before = text[..end].trim_end();
    let comma = if theirs.is_empty() { "" } else { "," };
    let added = pretty(&Value::Object(lacking));
    let inside = added.trim().trim_start_matches('{').trim_end_matches('}').trim_end().replace('\n', line);
    Joined::Added(format!("{before}{comma}{inside}{line}{}", &text[end..]))
}

/// Whether a value says at least what `ours` says.
fn holds(theirs: &Value, ours: &Value) -> bool {
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => ours.iter().all(|(key, own)| theirs.get(key).is_some_and(|their| holds(their, own))),
        (Value::Array(theirs), Value::Array(ours)) => ours.iter().all(|own| theirs.contains(own)),
        _ => theirs == ours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_somebody_made_are_kept_byte_for_byte() {
        let typed = "{\n    \"editor.rulers\": [1.50, 1e2],\n    \"x\": \"\\u00e9\"\n}\n";
        let Joined::Added(new) = joined(SETTINGS, typed) else { panic!("nothing was added") };
        assert!(new.starts_with(typed.trim_end().trim_end_matches('}').trim_end()), "{new}");
        assert!(serde_json::from_str::<Value>(&new).is_ok(), "{new}");
        assert_eq!(joined(SETTINGS, &new), Joined::Said);
        let Joined::Added(new) = joined(SETTINGS, "{}") else { panic!("nothing was added") };
        assert_eq!(joined(SETTINGS, &new), Joined::Said);
        for file in files() {
            assert_eq!(joined(&file.path, &file.text), Joined::Said, "{}", file.path);
        }
        for theirs in ["{ // mine\n}", "{\"a\": 1,}", "[]", "", "{\"yaml.schemas\": {\"x.json\": \"*.yaml\"}, \"evenBetterToml.schema.associations\": {}}"] {
            assert!(matches!(joined(SETTINGS, theirs), Joined::ByHand(_)), "{theirs}");
        }
    }
}
