//! What `check` tells programs: one line each, JSON, SARIF, GitHub. Nothing else goes to standard output, and nothing an
//! author typed can break it.

use serde_json::Value;

use super::problems;
use super::site::{Said, Site};

const FORMATS: [&str; 4] = ["short", "json", "sarif", "github"];

fn check(site: &Site, format: &str) -> Said {
    site.run(&["check", "--format", format])
}

fn json(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}\n{}", said.out))
}

/// A field that is not known, in a file of a bad name, whose text would command a terminal, a runner and a right-to-left
/// reader.
fn hostile() -> Site {
    let site = Site::small();
    let text = "name: Nậm Nhùn\nkind: district\n\"a\\e[2J\\u202E%0A\\n::error::x,y:z\\x07\\x85\\u2028\": 1\n";
    site.write("content/areas/nam-nhun/area.yaml", text);
    site.write("content/areas/a,b%25 c/area.yaml", "name: A\nkind: district\n");
    site
}

#[test]
fn a_sound_site_is_told_as_sound() {
    let site = Site::small();
    for format in ["short", "github"] {
        let said = check(&site, format).ended(0);
        assert_eq!((said.out.as_str(), said.err.as_str()), ("", ""), "{format}");
    }
    let told = json(&check(&site, "json").ended(0));
    assert_eq!(told["summary"]["stopped"], false);
    assert_eq!(told["problems"].as_array().map(Vec::len), Some(0));
    assert_eq!(json(&check(&site, "sarif").ended(0))["runs"][0]["results"].as_array().map(Vec::len), Some(0));
    assert!(check(&site, "human").ended(0).out.contains("no errors"));
}

#[test]
fn nothing_is_left_out_and_nothing_else_is_said() {
    let site = problems::site("unknown-key--one-file-full-of-them");
    let human = site.run(&["check"]).ended(1);
    let told = json(&check(&site, "json").ended(1));
    let count = told["problems"].as_array().map_or(0, Vec::len);
    assert!(count > 20 && human.err.contains("more in this file"), "the case holds more than a person is shown");
    assert_eq!(told["summary"]["errors"], count);
    for format in ["short", "github"] {
        let said = check(&site, format).ended(1);
        assert_eq!((said.out.lines().count(), said.err.as_str()), (count, ""), "{format}");
    }
    let sarif = json(&check(&site, "sarif").ended(1));
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(count));
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_problem_is_told_with_place_and_remedy() {
    let site = problems::site("unknown-key");
    let said = check(&site, "short").ended(1);
    assert_eq!(
        said.out,
        "content/areas/nam-nhun/2024/results.yaml:9:9: error MB0201: There is no field “disbursd” here. — did you mean: disbursed: ? Automatic fix: minhbach check --fix\n"
    );
    let said = site.run(&["check", "--format", "short", "--lang", "vi"]).ended(1);
    assert!(said.out.contains("results.yaml:9:9: lỗi MB0201: Ở đây không có mục “disbursd”. — "), "{}", said.out);
    let told = json(&check(&site, "json").ended(1));
    assert_eq!((&told["format"], &told["version"]), (&"minhbach-check".into(), &1.into()));
    let problem = &told["problems"][0];
    assert_eq!((&problem["code"], &problem["name"], &problem["severity"]), (&"MB0201".into(), &"unknown-key".into(), &"error".into()));
    assert_eq!((&problem["line"], &problem["column"], &problem["width"]), (&9.into(), &9.into(), &8.into()));
    assert_eq!(problem["file"], "content/areas/nam-nhun/2024/results.yaml");
    for part in ["what", "why", "fix"] {
        assert!(problem[part]["vi"].is_string() && problem[part]["en"].is_string(), "{part}");
    }
    let said = check(&site, "github").ended(1);
    assert!(said.out.starts_with("::error file=content/areas/nam-nhun/2024/results.yaml,line=9,col=9,endColumn=17,title=MB0201 unknown-key::There is"));
    assert!(said.out.contains("%0AWhy: ") && said.out.contains("%0ATo fix: "), "{}", said.out);
    // From the folder above, places can be opened from there.
    let above = Site::empty();
    super::site::copy(site.path(), &above.path().join("trang mới"));
    let said = above.run(&["--site", "./trang mới", "check", "--format", "short"]).ended(1);
    assert!(said.out.starts_with("trang mới/content/areas/"), "{}", said.out);
    let sarif = json(&above.run(&["--site", "trang mới", "check", "--format", "sarif"]).ended(1));
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "trang%20m%E1%BB%9Bi/content/areas/nam-nhun/2024/results.yaml");
    assert_eq!((&place["region"]["startColumn"], &place["region"]["endColumn"]), (&9.into(), &17.into()));
}

#[test]
fn sarif_has_everything_its_standard_asks_for() {
    for name in ["unknown-key", "no-settings", "all--ten-mistakes-in-five-files", "bad-id--folder"] {
        let told = json(&check(&problems::site(name), "sarif"));
        assert_eq!(told["version"], "2.1.0");
        let run = &told["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules are a list");
        assert!(run["tool"]["driver"]["name"].is_string());
        let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
        assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "a rule is told once");
        let words = |value: &Value| value["text"].as_str().is_some_and(|text| !text.is_empty());
        assert!(rules.iter().all(|rule| words(&rule["shortDescription"]) && words(&rule["help"])));
        let results = run["results"].as_array().expect("results are a list");
        assert!(!results.is_empty(), "{name}");
        for result in results {
            assert!(words(&result["message"]) && ["error", "warning", "note"].iter().any(|level| result["level"] == *level));
            let index = result["ruleIndex"].as_u64().expect("a result names its rule") as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
            for place in result["locations"].as_array().expect("places are a list") {
                let uri = place["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a place has an address");
                assert!(!uri.starts_with('/') && uri.bytes().all(|b| b.is_ascii_graphic() && b != b'\\' && b != b':'), "{uri}");
                if let Some(region) = place["physicalLocation"].get("region") {
                    let number = |key: &str| region[key].as_u64().unwrap_or(0);
                    assert!(number("startLine") > 0 && number("startColumn") > 0 && number("endColumn") > number("startColumn"), "{region}");
                }
            }
        }
    }
}

#[test]
fn what_an_author_typed_breaks_no_format() {
    let site = hostile();
    let told = json(&check(&site, "json").ended(1));
    let problems = told["problems"].as_array().expect("problems are a list");
    let typed = |problem: &&Value| problem["what"]["en"].as_str().is_some_and(|what| what.contains("a\u{1b}[2J\u{202e}%0A\n::error::x,y:z\u{7}\u{85}\u{2028}"));
    assert!(problems.iter().any(|problem| typed(&problem)), "a program gets the text as it is");
    for format in FORMATS {
        let said = check(&site, format).ended(1);
        let hidden = |c: char| c != '\n' && c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!said.out.contains(hidden), "{format}: {:?}", said.out);
        assert_eq!(check(&site, format).out, said.out, "{format} says the same twice");
    }
    let short = check(&site, "short").out;
    assert_eq!(short.lines().count(), problems.len(), "{short}");
    let github = check(&site, "github").out;
    assert_eq!(github.lines().count(), problems.len(), "{github}");
    assert!(github.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{github}");
    // A comma in a name is no property, and a per cent sign no escape.
    assert!(github.contains("file=content/areas/a%2Cb%2525 c"), "{github}");
    assert!(!github.contains("J%0A"), "{github}");
    assert!(github.contains("%250A"), "{github}");
}

#[test]
fn warnings_stop_only_when_they_are_asked_to() {
    let site = problems::site("rate-truncated");
    let warned = json(&check(&site, "json").ended(0));
    assert_eq!((&warned["summary"]["errors"], &warned["summary"]["stopped"]), (&0.into(), &false.into()));
    assert!(warned["summary"]["warnings"].as_u64().is_some_and(|count| count > 0), "{warned}");
    let strict = json(&site.run(&["check", "--strict", "--format", "json"]).ended(1));
    assert_eq!((&strict["problems"], &strict["summary"]["stopped"]), (&warned["problems"], &true.into()));
    assert!(check(&site, "github").ended(0).out.starts_with("::warning "));
}

#[test]
fn what_was_mended_is_told_beside_and_not_within() {
    let site = problems::site("unknown-key");
    let said = site.run(&["check", "--fix", "--format", "json"]).ended(0);
    assert_eq!(json(&said)["problems"].as_array().map(Vec::len), Some(0));
    assert!(said.err.contains("mended") && said.err.contains("disbursed"), "{}", said.err);
    let said = site.run(&["check", "--fix", "--timings", "--format", "sarif"]).ended(0);
    json(&said);
}

#[test]
fn a_failure_of_the_machine_is_told_to_the_person() {
    let site = Site::empty();
    for format in FORMATS {
        let said = site.run(&["--site", "nowhere", "check", "--format", format]).ended(3);
        assert!(said.out.is_empty() && said.err.contains("nowhere"), "{format}");
    }
    let said = site.run(&["check", "--format", "xml"]).ended(2);
    assert!(said.out.is_empty());
}
