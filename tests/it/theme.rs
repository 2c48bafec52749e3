//! A site's own theme: only what differs, laid over the one in the program.

use crate::page::page;
use crate::site::Site;

/// The small site with a theme of its own, still empty but for a note.
fn themed() -> Site {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\ntheme = \"huyen\"");
    site.write("themes/huyen/README.md", "Giao diện của huyện.\n");
    site
}

#[test]
fn a_layout_may_be_replaced_whole() {
    let site = themed();
    site.write(
        "themes/huyen/layouts/404.html",
        "<!doctype html><html lang=\"{{ frame.lang }}\"><head><title>{{ frame.title }}</title></head><body><main><h1>Lạc đường</h1></main></body></html>",
    );
    site.run(&["build"]).ended(0);
    assert_eq!(page("404.html", &site.read("public/404.html")).named("main")[0].words(), "Lạc đường");
    assert!(site.read("public/index.html").contains("class=header"), "other pages are drawn by the theme in the program");
}

#[test]
fn a_layout_may_extend_the_one_in_the_program() {
    let plain = Site::small();
    plain.run(&["build"]).ended(0);
    let site = themed();
    site.write(
        "themes/huyen/layouts/area.html",
        "{% extends \"default/layouts/area.html\" %}{% block content %}{{ super() }}<p>Trang do huyện giữ.</p>{% endblock content %}",
    );
    site.run(&["build"]).ended(0);
    let words = |site: &Site| page("area", &site.read("public/don-vi/nam-nhun/index.html")).named("main")[0].words();
    assert_eq!(words(&site), format!("{} Trang do huyện giữ.", words(&plain)));
    assert_eq!(site.read("public/don-vi/nam-nhun/2024/index.html"), plain.read("public/don-vi/nam-nhun/2024/index.html"), "no other page differs");
}

#[test]
fn a_component_may_be_replaced_and_every_page_draws_the_new_one() {
    let site = themed();
    site.replace("content/areas/nam-nhun/area.yaml", "kind: district", "kind: district\nhistorical: Đã kết thúc.");
    site.write(
        "themes/huyen/components/banner/banner.html",
        "{% component banner(text: string, @w: map) -%}{% if text %}<p class=\"banner\" id=\"bao\">! {{ text }}</p>{% endif %}{%- endcomponent banner %}\n",
    );
    site.run(&["build"]).ended(0);
    for path in ["don-vi/nam-nhun/index.html", "don-vi/nam-nhun/2024/index.html"] {
        let read = page(path, &site.read(&format!("public/{path}")));
        assert_eq!(read.by_id("bao").map(|e| e.words()).as_deref(), Some("! Đã kết thúc."), "{path}");
    }
}

#[test]
fn the_style_of_a_component_may_be_replaced() {
    let site = themed();
    site.write("themes/huyen/components/banner/banner.css", "@layer components { .banner { border: 9px solid var(--line) } }\n");
    site.run(&["build"]).ended(0);
    let text = site.read("public/index.html");
    assert!(text.contains("border:9px solid var(--line)"), "{}", &text[..2000.min(text.len())]);
    assert_eq!(text.matches(".banner{").count(), 1, "the style it replaces is gone");
}

#[test]
fn a_word_may_be_said_in_another_way() {
    let site = themed();
    site.write("themes/huyen/i18n/vi.ftl", "nav-areas = Bản làng\n");
    let said = site.run(&["build"]).ended(0);
    assert!(page("home", &site.read("public/index.html")).named("nav").iter().any(|nav| nav.words().contains("Bản làng")));
    assert_eq!(said.err, "", "a file that says only what differs is whole");
}

#[test]
fn colours_are_set_in_the_settings_of_the_site() {
    let site = Site::small();
    site.write("site.toml", site.read("site.toml") + "\n[colours]\nbrand = \"#123456\"\nlink_dark = \"#abcdef\"\n");
    site.run(&["build"]).ended(0);
    let text = site.read("public/index.html");
    let (light, dark) = text.split_once("prefers-color-scheme:dark").expect("there is a dark scheme");
    assert!(light.contains("--brand:#123456") && !light.contains("#abcdef") && dark.contains("--link:#abcdef"));
    site.replace("site.toml", "brand = \"#123456\"", "brnad = \"#123456\"");
    let said = site.run(&["check"]).ended(1);
    assert!(said.err.contains("“brnad”") && said.err.contains("did you mean: brand"), "{}", said.err);
    site.replace("site.toml", "brnad = \"#123456\"", "brand = \"red;} body{display:none\"");
    site.run(&["check"]).ended(1);
}

#[test]
fn a_file_of_the_theme_is_published_as_it_is() {
    let site = themed();
    let bytes = [0u8, 159, 146, 150, b'<', b'a', b'>', b' ', b' '];
    site.write("themes/huyen/static/dau/moc.bin", bytes);
    site.run(&["build"]).ended(0);
    assert!(site.files("public").contains(&("dau/moc.bin".to_owned(), bytes.to_vec())));
}

#[test]
fn a_broken_template_is_named_by_file_and_line_and_all_of_them_in_one_go() {
    let site = themed();
    site.run(&["build"]).ended(0);
    let before = site.files("public");
    site.write("themes/huyen/layouts/area.html", "{% extends \"default/layouts/area.html\" %}\n{% block content %}\n{% if %}\n{% endblock content %}\n");
    site.write(
        "themes/huyen/layouts/report.html",
        "{% extends \"default/layouts/report.html\" %}\n{% block content %}\n\n{{ page. }}\n{% endblock content %}\n",
    );
    for command in ["check", "build"] {
        let said = site.run(&[command]).ended(1);
        for place in ["themes/huyen/layouts/area.html:3:", "themes/huyen/layouts/report.html:4:"] {
            assert!(said.err.contains(place), "{place}\n{}", said.err);
        }
        assert!(said.err.contains("{% if %}"), "the line is shown\n{}", said.err);
    }
    assert_eq!(before, site.files("public"));
}

#[test]
fn a_template_that_asks_for_what_it_is_not_told_is_named_by_file_and_line() {
    let site = themed();
    site.write(
        "themes/huyen/layouts/area.html",
        "{% extends \"default/layouts/area.html\" %}\n{% block content %}\n<p>{{ page.population.total }}</p>\n{% endblock content %}\n",
    );
    for command in ["check", "build"] {
        let said = site.run(&[command]).ended(1);
        assert!(said.err.contains("themes/huyen/layouts/area.html:3:") && said.err.contains("population"), "{}", said.err);
        assert!(said.err.contains("Huyện Nậm Nhùn"), "the page is named\n{}", said.err);
    }
}

#[test]
fn a_template_that_extends_nothing_is_named() {
    let site = themed();
    site.write("themes/huyen/layouts/area.html", "{% extends \"layouts/nowhere.html\" %}\n");
    let said = site.run(&["check"]).ended(1);
    assert!(said.err.contains("themes/huyen/layouts/area.html") && said.err.contains("nowhere"), "{}", said.err);
}

#[test]
fn a_theme_that_is_not_there_is_told() {
    let site = Site::small();
    site.replace("site.toml", "numbers = \"vi\"", "numbers = \"vi\"\ntheme = \"huyen\"");
    let said = site.run(&["check"]).ended(1);
    assert!(said.err.contains("no files in themes/huyen"), "{}", said.err);
}

#[test]
fn a_language_the_theme_has_no_words_for_is_told_with_what_to_add() {
    let site = Site::small();
    site.replace("site.toml", "languages = [\"vi\"]", "languages = [\"vi\", \"hmn\"]");
    let said = site.run(&["build"]).ended(1);
    assert!(said.err.contains("no words in the language “hmn”") && said.err.contains("add a file i18n/hmn.ftl"), "{}", said.err);
    assert!(!site.path().join("public").exists());
}

#[test]
fn a_further_language_may_begin_with_a_few_words_and_the_rest_is_told() {
    let site = themed();
    site.replace("site.toml", "languages = [\"vi\"]", "languages = [\"vi\", \"hmn\"]");
    site.write("themes/huyen/i18n/hmn.ftl", "language-name = Hmoob\nnav-areas = Cheeb tsam\n");
    let said = site.run(&["build"]).ended(0);
    assert!(said.err.contains("language “hmn” lacks the message “address”") && said.err.contains("themes/huyen/i18n/hmn.ftl"), "{}", said.err);
    assert!(!said.err.contains("“nav-areas”"), "what is there is not lacking\n{}", said.err);
    let home = page("home", &site.read("public/hmn/index.html"));
    assert_eq!(home.named("html")[0].attribute("lang"), Some("hmn"));
    assert!(
        home.words().contains("Cheeb tsam") && home.words().contains("Chương trình") && !home.words().contains('⟨'),
        "the rest stands in Vietnamese: {}",
        home.words()
    );
    let vietnamese = page("home", &site.read("public/index.html"));
    assert!(vietnamese.links().contains(&"hmn/") && vietnamese.words().contains("Hmoob"), "each language leads to the other");
    let area = page("area", &site.read("public/hmn/areas/nam-nhun/index.html"));
    assert!(area.words().contains("Nậm Nhùn"), "names nobody translated stand as they are");
}

#[test]
fn a_report_told_in_one_language_is_linked_from_the_other_and_not_lost() {
    let site = Site::small();
    site.replace("site.toml", "languages = [\"vi\"]", "languages = [\"vi\", \"en\"]");
    site.run(&["build"]).ended(0);
    assert!(!site.path().join("public/en/reports/bai-mot").exists());
    let area = page("area", &site.read("public/en/areas/nam-nhun/index.html"));
    let link = area.named("a").into_iter().find(|a| a.attribute("href") == Some("../../../tin/bai-mot/")).expect("the report is linked to");
    assert_eq!(link.attribute("lang").or(link.attribute("hreflang")), Some("vi"), "and it is said in which language it is");
}
