//! The passport of a figure: what, where, as of when, printed as, source, rule, formula and inputs.
//!
//! Invariant: every figure of a sheet has one, at an anchor that is its address.
//!
//! May use: model, figures, history.

use std::collections::HashMap;

use super::Here;
use super::here::upper_first;
use super::table::note;
use super::views::{Line, Link, Passport};
use crate::figures::{About, Figure, FigureIx, Origin, Rule, SheetFigures, What};
use crate::history::Trails;
use crate::model::{Axes, Fact, Measure, Quantity, Record, SourceRef, Subject, Unit};

impl Here<'_> {
    /// Passports of all figures of a sheet that count, in the order of the tables.
    pub fn passports(&self, figures: &SheetFigures) -> Vec<Passport> {
        let all = 0..figures.figures.len() as FigureIx;
        let trails = self.trails(figures);
        let mut earlier: HashMap<&str, Vec<FigureIx>> = HashMap::new();
        for ix in all.clone().filter(|ix| self.is_told_with_the_newest(figures, *ix, &trails)) {
            earlier.entry(figures.base(ix)).or_default().push(ix);
        }
        let own = all.filter(|ix| !matches!(figures.figure(*ix).origin, Origin::Replaced(_)) && !self.is_told_with_the_newest(figures, *ix, &trails));
        own.map(|ix| {
            let mut passport = self.passport_of(figures, ix, &trails);
            let before = earlier.get(figures.figure(ix).address.as_str()).into_iter().flatten();
            passport.earlier = before.map(|ix| self.earlier_line(figures, *ix)).collect();
            passport
        })
        .collect()
    }

    /// Whether a figure was counted for an earlier day and is a line of the newest one's passport: of its own it would only
    /// say the same rule again, and a page of twelve quarters would be heavy with it.
    fn is_told_with_the_newest(&self, figures: &SheetFigures, ix: FigureIx, trails: &Trails) -> bool {
        let figure = figures.figure(ix);
        let counted = matches!(figure.origin, Origin::Counted { .. }) && figure.address.contains('@');
        counted && figures.find(figures.base(ix)).is_some() && self.past(figures, ix, trails).1.is_empty()
    }

    fn earlier_line(&self, figures: &SheetFigures, ix: FigureIx) -> Line {
        let figure = figures.figure(ix);
        let text = match &figure.origin {
            Origin::Counted { rule, inputs, .. } => self.formula(figures, ix, *rule, inputs),
            _ => String::new(),
        };
        Line { name: self.as_of_plain(figure), text, href: figure.address.clone() }
    }

    /// Passports of what replaced plan versions said.
    pub fn replaced(&self, figures: &SheetFigures) -> Vec<Passport> {
        let all = 0..figures.figures.len() as FigureIx;
        let replaced: Vec<FigureIx> = all.filter(|ix| matches!(figures.figure(*ix).origin, Origin::Replaced(_))).collect();
        let trails = if replaced.is_empty() { Trails::default() } else { self.trails(figures) };
        replaced.into_iter().map(|ix| self.passport_of(figures, ix, &trails)).collect()
    }

    fn passport_of(&self, figures: &SheetFigures, ix: FigureIx, trails: &Trails) -> Passport {
        let figure = figures.figure(ix);
        let sheet = self.sheet(figures);
        let mut value = self.value(figures, ix);
        value.href = String::new();
        if let (What::Measure(Measure::Status), false) = (figure.what, value.text.is_empty()) {
            value.text = self.say(&format!("rung-{}", value.text.replace('_', "-")));
        }
        let permanent = figures.permanent(sheet, ix);
        let mut passport = Passport {
            id: figure.address.clone(),
            address: format!("{}/{}/{permanent}", self.site.record.area(figures.area).id, figures.period.slug()),
            permanent: if permanent == figure.address { String::new() } else { permanent },
            title: self.figure_title(figures, ix),
            value,
            lines: Vec::new(),
            rule: String::new(),
            formula: String::new(),
            inputs: Vec::new(),
            earlier: Vec::new(),
            notes: Vec::new(),
            history: Vec::new(),
            cite: String::new(),
        };
        match (&figure.origin, figures.fact(sheet, ix)) {
            (Origin::Counted { rule, inputs, .. }, _) => {
                passport.lines.extend(figure.as_of.map(|_| self.line("passport-as-of", self.as_of_plain(figure))));
                passport.rule = self.rule(*rule);
                passport.formula = self.formula(figures, ix, *rule, inputs);
                passport.inputs = inputs.iter().map(|i| self.input(figures, *i)).collect();
            }
            (_, Some(fact)) => {
                passport.lines = self.fact_lines(figures, figure, fact);
                self.fact_notes(std::iter::once(fact), &mut passport.notes);
                if fact.set_aside {
                    passport.notes.push(note("note", self.say("set-aside")));
                }
                self.other_source_of(figures, ix, fact, &mut passport);
                self.findings_of(figures, ix, &mut passport);
            }
            _ => {}
        }
        let (released, history) = self.past(figures, ix, trails);
        passport.lines.extend(released);
        passport.history = history;
        passport.cite = self.cite_figure(figures, ix, &passport, trails);
        passport
    }

    fn line(&self, name: &str, text: String) -> Line {
        Line { name: self.say(name), text, href: String::new() }
    }

    fn as_of_plain(&self, figure: &Figure) -> String {
        match figure.as_of {
            Some(date) if date.known() => self.date(date),
            _ => self.say("date-unknown"),
        }
    }

    fn fact_lines(&self, figures: &SheetFigures, figure: &Figure, fact: &Fact) -> Vec<Line> {
        let mut lines = vec![self.line("passport-printed", self.printed(fact))];
        if figure.as_of.is_some() {
            lines.push(self.line("passport-as-of", self.as_of_plain(figure)));
        }
        lines.extend(fact.by.map(|by| self.line("passport-by", self.date(by))));
        if let Some(of) = fact.rate_of {
            lines.push(self.line("passport-counted-on", upper_first(&self.say(&format!("of-{}", of.name().replace('_', "-"))))));
        }
        if let Some(source) = fact.source {
            let link = self.source(source);
            lines.push(Line { name: self.say("passport-source"), text: link.text, href: link.href });
            if let SourceRef::Report(ix) = source
                && let Some(telling) = self.site.record.report(ix).telling(self.lang())
            {
                let origin = &telling.origin;
                let words: Vec<&str> = [Some(origin.name.as_str()), origin.title.as_deref()].into_iter().flatten().collect();
                let original = Line { name: self.say("passport-original"), text: words.join(": "), href: origin.url.clone().unwrap_or_default() };
                lines.push(original);
            }
        }
        if self.sheet(figures).versions.len() > 1 && fact.version > 0 {
            lines.push(self.line("passport-version", fact.version.to_string()));
        }
        lines.push(self.line("passport-written", format!("{}:{}", fact.place.file, fact.place.spot.line)));
        lines
    }

    /// The words of the source: as printed, else as typed with its unit.
    fn printed(&self, fact: &Fact) -> String {
        if let Some(printed) = &fact.printed {
            return format!("“{printed}”");
        }
        let reading = &fact.reading;
        let typed = match &reading.quantity {
            Quantity::Words(_) => fact.scope.as_ref().map_or(reading.typed.as_str(), |s| s.get("")),
            _ => &reading.typed,
        };
        // The typed value without its unit stands in a file that names the unit once.
        let first = &self.site.languages[0];
        let unit = match (&reading.unit, &fact.subject) {
            (Unit::Money(money), _) => first.say(&format!("unit-{}", money.name().replace('_', "-"))),
            (Unit::OtherMoney(words), _) => words.clone(),
            (Unit::Bare, Subject::Indicator(ix, _)) if reading.number().is_some() => self.site.record.indicator(*ix).unit.get("").to_owned(),
            _ => String::new(),
        };
        let has_unit = unit.is_empty() || typed.contains(&unit) || reading.missing().is_some() || matches!(reading.quantity, Quantity::NothingYet);
        let glue = if unit.starts_with('%') { "" } else { " " };
        if has_unit || typed.contains('%') { format!("“{typed}”") } else { format!("“{typed}{glue}{unit}”") }
    }

    /// What a figure is, in a whole phrase.
    pub fn figure_title(&self, figures: &SheetFigures, ix: FigureIx) -> String {
        let figure = figures.figure(ix);
        let record = self.site.record;
        let what = match (figure.what, &figure.about) {
            (What::Measure(measure), About::Total { .. }) => self.with("sum-of", &[("what", &self.measure(measure).to_lowercase())]),
            (What::Available, About::Total { .. }) => self.say("sum-of-plans"),
            (What::Measure(measure), _) => self.measure(measure),
            (What::Available, _) => self.say("measure-available"),
            (What::Progress, About::Subject(Subject::Indicator(..))) => self.say("measure-progress"),
            (What::Progress, _) => self.say("measure-rate-counted"),
        };
        let subject = match &figure.about {
            About::Subject(Subject::Money(axes)) => self.axes(record, axes),
            About::Subject(Subject::Indicator(ix, group)) => {
                let indicator = record.indicator(*ix);
                self.shows(record.programme(indicator.programme).sample);
                let name = self.text(&indicator.name);
                let facts = &self.sheet(figures).facts;
                let group_name =
                    facts.iter().find(|f| matches!(&f.subject, Subject::Indicator(i, g) if i == ix && g == group)).and_then(|f| f.group_name.as_ref());
                match group {
                    Some(id) => format!("{name} ({})", group_name.map_or(id.as_str(), |g| self.text(g))),
                    None => name.to_owned(),
                }
            }
            About::Subject(Subject::Criteria(set)) => self.text(&record.set(*set).name).to_owned(),
            About::Total { programme, capital } => {
                let programme = programme.map_or_else(|| self.say("all-programmes"), |ix| self.short(ix).to_owned());
                match capital {
                    Some(capital) => format!("{programme}, {}", self.say(&format!("capital-{}", capital.name())).to_lowercase()),
                    None => programme,
                }
            }
        };
        let place = format!("{}, {}", self.area_name(figures.area), self.language.period(figures.period));
        self.with("figure-title", &[("what", &what), ("subject", &subject), ("place", &place)])
    }

    /// A budget line in words.
    pub fn axes(&self, record: &Record, axes: &Axes) -> String {
        let programme = record.programme(axes.programme);
        self.shows(programme.sample);
        let mut words = vec![self.text(&programme.short).to_owned()];
        words.extend(axes.component.map(|c| programme.components[c.at()].code.clone()));
        words.extend(axes.capital.map(|c| self.say(&format!("capital-{}", c.name())).to_lowercase()));
        words.extend(axes.fund.map(|f| self.say(&format!("fund-{}", f.name().replace('_', "-"))).to_lowercase()));
        words.extend(axes.carried_from.map(|year| self.with("carried-from", &[("year", &year.to_string())]).to_lowercase()));
        words.join(", ")
    }

    fn rule(&self, rule: Rule) -> String {
        match rule {
            Rule::ShareOf(of) => self.with("rule-share", &[("of", &self.say(&format!("of-{}", of.name().replace('_', "-"))))]),
            other => self.say(other.name()),
        }
    }

    /// The rule with its numbers: `780 ÷ 2.487 = 31,4%`.
    fn formula(&self, figures: &SheetFigures, ix: FigureIx, rule: Rule, inputs: &[FigureIx]) -> String {
        let values: Vec<String> = inputs.iter().map(|i| self.value(figures, *i).text).collect();
        let result = {
            let value = self.value(figures, ix);
            self.phrase(&value)
        };
        let left = match (rule, values.as_slice()) {
            (Rule::ShareOf(_) | Rule::ActualOfTarget, [part, whole]) => format!("{part} ÷ {whole}"),
            (Rule::TargetFromExceeded, [actual, more]) => format!("{actual} − {more}"),
            (Rule::WayFromBaseline, [now, start, goal]) => format!("({now} − {start}) ÷ ({goal} − {start})"),
            (Rule::PartOfWhole, [pair]) => pair.replace('/', " ÷ "),
            (_, all) => all.join(" + "),
        };
        format!("{left} = {result}")
    }

    /// A link to the passport of an input, with its value.
    pub fn input(&self, figures: &SheetFigures, ix: FigureIx) -> Link {
        let value = self.value(figures, ix);
        let what = match figures.figure(ix).what {
            What::Measure(measure) => self.measure(measure),
            What::Available => self.say("measure-available"),
            What::Progress => self.say("measure-progress"),
        };
        let what = match &figures.figure(ix).about {
            About::Subject(Subject::Money(axes)) => format!("{what}, {}", self.axes(self.site.record, axes)),
            _ => what,
        };
        Link { href: value.href.clone(), text: format!("{what}: {}", self.phrase(&value)), ..Link::default() }
    }
}
