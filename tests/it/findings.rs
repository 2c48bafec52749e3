//! What does not add up, as readers and editors meet it: on passports, in rows of tables, and in `check`.

use crate::page::Element;
use crate::site::{Site, copy, repository};

fn has_class(element: &Element, class: &str) -> bool {
    element.attribute("class").is_some_and(|all| all.split(' ').any(|c| c == class))
}

/// The site of a case of `tests/problems`, without what only the case needs.
fn case(name: &str) -> Site {
    let site = Site::small();
    copy(&repository().join("tests/problems").join(name), site.path());
    site
}

/// The words of remarks of one kind below an element.
fn notes(element: &Element, kind: &str) -> Vec<String> {
    element.all().iter().filter(|e| has_class(e, kind)).map(|e| e.words()).collect()
}

/// The remarks of one kind in the tables of a page.
fn in_tables(page: &Element, kind: &str) -> Vec<String> {
    page.named("table").iter().flat_map(|table| notes(table, kind)).collect()
}

fn page(site: &Site, path: &str) -> Element {
    crate::page::page(path, &site.read(path))
}

#[test]
fn the_repositorys_own_site_tells_of_two_mismatches_and_one_doubt_and_of_nothing_else() {
    let said = Site::repository().run(&["check", "--strict", "--lang", "vi"]).ended(0);
    let heads: Vec<&str> = said.err.lines().filter(|line| line.contains(" MB")).collect();
    let told = [("GHI CHÚ MB0801", "39,7%", "36.811"), ("GHI CHÚ MB0801", "gần 11,5%", "gần 15,1%"), ("GHI CHÚ MB0814", "170", "ho-duoc-ho-tro-nha-o")];
    assert_eq!(heads.len(), told.len(), "{}", said.err);
    for (head, (code, stated, why)) in heads.iter().zip(told) {
        assert!(head.starts_with(code) && head.contains(stated) && head.contains(why), "{head}");
    }
}

#[test]
fn a_total_and_each_of_its_parts_show_that_they_do_not_agree() {
    let site = case("parts-above-total--areas");
    site.run(&["build"]).ended(0);
    let total = page(&site, "public/don-vi/lai-chau/2024/index.html");
    let passport = total.by_id("ntm/recurrent/disbursed").expect("the total has a passport");
    let said = notes(passport, "note--mismatch").concat();
    assert!(said.contains("1.000") && said.contains("1.100"), "{said}");
    let links: Vec<String> = passport.named("a").iter().filter_map(|a| a.attribute("href").map(str::to_owned)).collect();
    assert!(links.iter().any(|href| href.ends_with("nam-nhun/2024/#ntm/recurrent/disbursed")), "{links:?}");
    assert!(in_tables(&total, "note--mismatch").iter().any(|words| words.contains("1.000") && words.contains("1.100")));
    for part in ["nam-nhun", "muong-te"] {
        let page = page(&site, &format!("public/don-vi/{part}/2024/index.html"));
        let passport = page.by_id("ntm/recurrent/disbursed").expect("the part has a passport");
        let back = passport.named("a").into_iter().find(|a| a.attribute("href").is_some_and(|h| h.ends_with("lai-chau/2024/#ntm/recurrent/disbursed")));
        assert!(back.is_some_and(|a| a.words().contains("không khớp")), "{part} does not lead to the total");
        assert_eq!(in_tables(&page, "note--mismatch").len(), 1, "{part} has no mark in its table");
    }
}

#[test]
fn a_part_that_is_mended_clears_the_pages_of_the_others_too() {
    let site = case("parts-above-total--areas");
    site.run(&["build"]).ended(0);
    site.replace("content/areas/muong-te/2024/results.yaml", "400", "300");
    site.run(&["build"]).ended(0);
    let after = site.files("public");
    for area in ["lai-chau", "nam-nhun", "muong-te"] {
        assert!(notes(&page(&site, &format!("public/don-vi/{area}/2024/index.html")), "note--mismatch").is_empty(), "{area}");
    }
    site.run(&["build", "--fresh"]).ended(0);
    assert!(site.files("public") == after, "a clean build makes another site");
}

#[test]
fn an_older_figure_that_does_not_agree_is_named_with_its_day() {
    let site = case("rate-mismatch--earlier-snapshot");
    site.run(&["build"]).ended(0);
    let marks = in_tables(&page(&site, "public/don-vi/nam-nhun/2024/index.html"), "note--mismatch");
    assert!(marks.len() == 1 && marks[0].contains("25,1%") && marks[0].contains("20,1%") && marks[0].contains("31/01/2024"), "{marks:?}");
}

#[test]
fn a_note_of_the_editor_stands_in_place_of_what_was_found_by_trying() {
    for (name, offered) in [("rate-mismatch", true), ("rate-mismatch--explained-in-a-note", false)] {
        let site = case(name);
        site.run(&["build"]).ended(0);
        let read = page(&site, "public/don-vi/nam-nhun/2024/index.html");
        let passport = read.by_id("ntm/investment/rate").expect("the rate has a passport");
        assert_eq!(passport.words().contains("Có thể"), offered, "{name}: {}", passport.words());
        assert!(name == "rate-mismatch" || passport.words().contains("Báo cáo nêu như vậy."));
    }
}

#[test]
fn where_two_sources_differ_the_table_shows_both_and_the_reason() {
    let site = case("sources-differ");
    let file = "content/areas/nam-nhun/2024/results.yaml";
    site.replace(file, "        actual: 4\n", "        actual: 4\n        chosen: số của huyện mới hơn\n");
    site.run(&["build"]).ended(0);
    let read = page(&site, "public/don-vi/nam-nhun/2024/index.html");
    let said = in_tables(&read, "note").concat();
    assert!(said.contains("số của huyện mới hơn") && said.contains("5 xã"), "{said}");
    for (id, other) in [("xa-dat-chuan/actual", "5 xã"), ("xa-dat-chuan/actual@2024-03-31~other", "4 xã")] {
        let passport = read.by_id(id).unwrap_or_else(|| panic!("{id} has a passport"));
        let words = passport.words();
        assert!(words.contains(other) && words.contains("số của huyện mới hơn"), "{id}: {words}");
    }
}

#[test]
fn a_doubt_is_seen_in_the_table_and_on_the_passport() {
    let site = case("doubtful-figure");
    site.run(&["build"]).ended(0);
    let read = page(&site, "public/don-vi/nam-nhun/2024/index.html");
    let passport = read.by_id("ntm/investment/disbursed").expect("the figure has a passport");
    for notes in [in_tables(&read, "note--doubt"), notes(passport, "note--doubt")] {
        assert!(notes.len() == 1 && notes[0].contains("Báo cáo ghi năm 2023."), "{notes:?}");
    }
}

#[test]
fn the_method_page_tells_every_rule() {
    let site = crate::site::Built::repository();
    for path in ["phuong-phap/index.html", "en/method/index.html"] {
        let words = site.page(path).words();
        let language = if path.starts_with("en/") { "en" } else { "vi" };
        let all = std::fs::read_to_string(repository().join(format!("themes/default/i18n/sentences.{language}.ftl"))).expect("the words are there");
        let names = minhbach::reconcile::Rule::ALL.iter().map(|rule| rule.name());
        for name in names.chain(["check-pair"]) {
            let (_, sentence) = all.split_once(&format!("\n{name} = ")).unwrap_or_else(|| panic!("{name} has no sentence"));
            let sentence = sentence.lines().next().unwrap_or_default();
            assert!(words.contains(sentence), "{path} does not say: {sentence}");
        }
    }
}
