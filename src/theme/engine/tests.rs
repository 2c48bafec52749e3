//! What a theme does with the files of a site, and with its mistakes.
//!
//! May use: nothing.

use super::*;

const BASE: &str = "{# components: link #}\n<title>{{ frame.title }}</title><style>{{ css | safe }}</style>{% block content %}{% endblock content %}";
const BUILTIN: [(&str, &str); 9] = [
    ("layouts/base.html", BASE),
    (
        "layouts/report.html",
        "{# components: bar #}\n{% extends \"layouts/base.html\" %}{% block content %}{{ page.lead }}{{ <bar b={page.lead} /> }}{{ w.skip_link }}{% endblock content %}",
    ),
    ("layouts/feed.xml", "<t>{{ page.lead }}</t>"),
    ("components/bar/bar.html", "{% component bar(b: string, @w: map) %}[{{ b }}{{ w.home }}]{% endcomponent bar %}"),
    ("components/bar/bar.css", "@layer components{.bar{}}"),
    ("components/link/link.html", "{% component link(l: map) %}{{ l.text }}{% endcomponent link %}"),
    ("components/link/link.css", "@layer components{.link{}}"),
    ("css/tokens.css", "@layer tokens{:root{--brand: #111;}}"),
    ("i18n/vi.ftl", "skip-link = Đến\nhome = Nhà"),
];

#[derive(Serialize)]
struct Page {
    lead: String,
}

fn theme(site: &[(&str, &str)], tokens: &[(&str, &str)]) -> (Option<Theme>, Vec<Problem>) {
    let mut problems = Vec::new();
    let builtin = BUILTIN.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let site: Vec<_> = site.iter().map(|(path, text)| ThemeFile::text(path, text)).collect();
    let at = |typed: &str| At { value: typed.to_owned(), spot: Spot::default() };
    let tokens: Vec<_> = tokens.iter().map(|(name, value)| (at(name), at(value))).collect();
    let theme = Theme::assemble(Layers::new("tinh", builtin, &site), &tokens, &mut problems);
    (theme, problems)
}

fn drawn(site: &[(&str, &str)], layout: &str) -> String {
    let (theme, problems) = theme(site, &[]);
    assert_eq!(problems, []);
    let theme = theme.unwrap();
    let language = Language::new("vi", &theme.ftl("vi")).value;
    let frame = Frame { title: "A & B".to_owned(), ..Frame::default() };
    theme.render(layout, &language, &frame, &Page { lead: "x < \"y\"".to_owned() }).unwrap()
}

fn is_shared<T: Send + Sync>() {}

#[test]
fn a_page_is_drawn_with_its_words_and_only_the_style_it_needs() {
    is_shared::<Theme>();
    let style = "@layer tokens{:root{--brand:#111}}@layer components{.link{}}@layer components{.bar{}}";
    let page = drawn(&[], "report.html");
    assert_eq!(page.trim(), format!("<title>A &amp; B</title><style>{style}</style>x &lt; &quot;y&quot;[x &lt; &quot;y&quot;Nhà]Đến"));
    assert_eq!(drawn(&[], "feed.xml"), "<t>x &lt; &quot;y&quot;</t>");
    assert_eq!(drawn(&[("layouts/map.svg", "<text>{{ page.lead }}</text>")], "map.svg"), "<text>x &lt; &quot;y&quot;</text>");
}

#[test]
fn a_site_overrides_a_component_a_layout_and_a_word_and_may_extend_the_built_in_one() {
    let bar = ("components/bar/bar.html", "{% component bar(b: string, @w: map) %}({{ b }}){% endcomponent bar %}");
    assert!(drawn(&[bar], "report.html").contains("(x &lt; &quot;y&quot;)"));
    let report = (
        "layouts/report.html",
        "{# components: link #}\n{% extends \"default/layouts/report.html\" %}{% block content %}before {{ super() }}{% endblock content %}",
    );
    let page = drawn(&[report], "report.html");
    assert!(page.contains("before x &lt;") && page.contains(".bar{}"), "{page}");
    let base = ("layouts/base.html", "mine {% block content %}{% endblock content %}");
    assert!(drawn(&[base], "report.html").starts_with("mine "));
    let included = ("layouts/report.html", "{% include \"default/layouts/feed.xml\" %}");
    assert_eq!(drawn(&[included], "report.html"), "<t>x &lt; &quot;y&quot;</t>");
    assert!(drawn(&[("i18n/vi.ftl", "skip-link = Tới")], "report.html").ends_with("Tới"));
}

#[test]
fn every_broken_file_of_a_site_is_named_with_its_place_and_the_built_in_one_stands_in() {
    let (theme, problems) = theme(
        &[
            ("layouts/report.html", "<p>\n{% if %}"),
            ("layouts/a.html", "\n {{ page.x | nofilter }}{{ <nothing /> }}"),
            ("layouts/b.html", "{% extends \"layouts/none.html\" %}"),
            ("components/c/c.html", "{% component link(l: map) %}{% endcomponent link %}"),
            ("components/d/d.html", "{% component link(l: map) %}{% endcomponent link %}"),
        ],
        &[],
    );
    let mut places: Vec<_> = problems.iter().map(|p| p.place.as_ref().map(|p| (p.file.to_string(), p.spot.line, p.spot.column)).unwrap()).collect();
    places.sort();
    let wanted = [
        ("themes/tinh/components/c/c.html", 0, 0),
        ("themes/tinh/layouts/a.html", 2, 14),
        ("themes/tinh/layouts/a.html", 2, 28),
        ("themes/tinh/layouts/b.html", 0, 0),
        ("themes/tinh/layouts/report.html", 2, 7),
    ];
    assert_eq!(places, wanted.map(|(file, line, column)| (file.to_owned(), line, column)));
    assert!(problems.iter().all(|p| p.code.name == "template-broken"));
    assert!(theme.is_some());
}

#[test]
fn a_broken_built_in_file_is_named_as_such_and_nothing_is_drawn() {
    let mut problems = Vec::new();
    let layers = Layers::new("default", [("layouts/a.html".to_owned(), b"{{ ".to_vec())], &[]);
    assert!(Theme::assemble(layers, &[], &mut problems).is_none());
    assert_eq!(problems[0].place.as_ref().map(|p| &*p.file), Some("default/layouts/a.html"));
}

#[test]
fn a_template_that_fails_names_the_page_and_the_place() {
    let theme = theme(&[("layouts/report.html", "<p>\n{{ page.nothing }}")], &[]).0.unwrap();
    let language = Language::new("vi", &theme.ftl("vi")).value;
    let frame = Frame { title: "Nậm Nhùn".to_owned(), ..Frame::default() };
    let page = Page { lead: String::new() };
    let problem = theme.render("report.html", &language, &frame, &page).unwrap_err();
    let place = problem.place.as_ref().map(|p| (&*p.file, p.spot.line, p.spot.column));
    assert_eq!((problem.code.name, place), ("template-failed", Some(("themes/tinh/layouts/report.html", 2, 9))));
    assert!(problem.what.vi.contains("“Nậm Nhùn”") && problem.what.en.contains("nothing"), "{}", problem.what.en);
    assert!(theme.render("none.html", &language, &frame, &page).unwrap_err().what.en.contains("layouts/none.html"));
}

#[test]
fn a_layout_that_names_an_unknown_component_and_a_theme_without_files_are_problems() {
    let (_, problems) = theme(&[("layouts/a.html", "{# components: bra #}")], &[]);
    assert!(problems[0].what.en.contains("“bra”"));
    let problems = Theme::load("tinh", &[], &[]).problems;
    assert_eq!(problems.iter().map(|p| p.code.name).collect::<Vec<_>>(), ["theme-missing"]);
}

#[test]
fn the_digest_changes_with_templates_words_and_tokens_only() {
    let digest = |site: &[(&str, &str)], tokens: &[(&str, &str)]| theme(site, tokens).0.unwrap().digest();
    let plain = digest(&[], &[]);
    assert_eq!(plain, digest(&[("README.md", "x"), ("static/a.css", "x")], &[]));
    for other in [
        digest(&[("layouts/x.html", "")], &[]),
        digest(&[("i18n/vi.ftl", "a = b")], &[]),
        digest(&[("css/site.css", "")], &[]),
        digest(&[], &[("brand", "#222")]),
    ] {
        assert_ne!(plain, other);
    }
    assert!(theme(&[], &[("brand", "#222")]).0.unwrap().style("report.html").unwrap().contains("--brand:#222"));
}

#[test]
fn the_built_in_theme_can_be_read_and_its_layouts_style_what_they_use() {
    let checked = Theme::load("default", &[], &[]);
    assert_eq!(checked.problems, []);
    let theme = checked.value.unwrap();
    assert!(["vi", "en"].iter().all(|tag| theme.languages().iter().any(|t| t == tag)));
    for (layout, (name, _)) in &theme.layouts {
        let listed = components(&theme.layers, name, &mut Vec::new());
        let mut seen = BTreeSet::new();
        let mut open: Vec<String> = vec![name.clone()];
        for begun in ["base.html", "bare.html"] {
            if theme.layers.text(name).is_some_and(|text| text.contains(&format!("{{% extends \"layouts/{begun}\" %}}"))) {
                open.push(format!("default/layouts/{begun}"));
            }
        }
        while let Some(file) = open.pop().filter(|_| layout.ends_with(".html")) {
            for call in theme.layers.text(&file).unwrap_or("").split("{{ <").skip(1) {
                let component = call.split([' ', '/']).next().unwrap_or("").to_owned();
                if seen.insert(component.clone()) {
                    open.push(format!("default/components/{component}/{component}.html"));
                }
            }
        }
        for component in seen.iter().filter(|c| theme.layers.find(&format!("components/{c}/{c}.css")).is_some()) {
            assert!(listed.contains(component), "layouts/{layout} uses {component} without naming it in its first line");
        }
    }
}
