//! Tables of budget lines, indicators and criteria, shared by the pages of places, programmes and reports.
//!
//! Invariant: a table shows figures of one unit and says so; a mismatch is printed, never mended.
//!
//! May use: model, figures; crates rust_decimal.

use rust_decimal::Decimal;

use super::Here;
use super::views::{Cell, Column, Link, Note, Row, Table, Value};
use crate::figures::{FigureIx, IndicatorLine, MoneyLine, SheetFigures, TotalLine};
use crate::model::{AsOf, Fact, Hedge, IndicatorKind, Measure, RateOf};

/// What a table of budget lines calls its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RowName {
    /// The programme, with capital and fund below.
    Programme,
    /// The place and period, with capital and fund below.
    Place,
}

impl Here<'_> {
    /// The money of one place and period.
    pub fn money_table(&self, figures: &SheetFigures, wanted: impl Fn(&MoneyLine) -> bool) -> Table {
        let lines: Vec<&MoneyLine> = figures.money.iter().filter(|l| wanted(l)).collect();
        let mut rows: Vec<Row> = lines.iter().map(|line| self.money_row(figures, line, RowName::Programme)).collect();
        if lines.len() == figures.money.len() {
            rows.extend(figures.totals.iter().map(|total| self.total_row(figures, total)));
        }
        let all: Vec<FigureIx> = lines.iter().flat_map(|l| l.stated.iter().flat_map(|(_, ixs)| ixs.iter().copied())).collect();
        // The day of what was disbursed; where nothing was, the day of the plan.
        let done: Vec<FigureIx> = lines.iter().filter_map(|l| l.newest(Measure::Disbursed).or(l.rate)).collect();
        let mut table = self.money_frame("tien", rows);
        table.caption = self.with(
            "money-caption",
            &[
                ("place", &self.area_name(figures.area)),
                ("period", &self.language.period(figures.period)),
                ("as-of", &self.newest_day(figures, if done.is_empty() { &all } else { &done })),
            ],
        );
        table.sources = self.sources(figures, &all);
        self.say_unit_once(&mut table);
        table
    }

    /// Where all amounts of a table have one unit, its caption says it once, as official tables do.
    pub fn say_unit_once(&self, table: &mut Table) {
        let mut values: Vec<&mut Value> =
            table.rows.iter_mut().flat_map(|row| &mut row.cells).filter_map(|cell| cell.value.as_mut()).filter(|v| !v.unit.is_empty()).collect();
        let Some(unit) = values.first().map(|v| v.unit.clone()) else { return };
        if values.len() > 1 && values.iter().all(|v| v.unit == unit) {
            values.iter_mut().for_each(|v| v.unit.clear());
            table.caption = format!("{}. {}", table.caption.trim_end_matches('.'), self.with("unit-once", &[("unit", &unit)]));
        }
    }

    /// Where a table has fewer rows than there are, its caption says so and where the others stand.
    pub fn say_what_is_cut(&self, table: &mut Table, all: usize) {
        let shown = table.rows.len();
        if shown < all {
            let cut = self.with("rows-cut", &[("shown", &shown.to_string()), ("count", &all.to_string())]);
            table.caption = format!("{}. {cut}", table.caption.trim_end_matches('.'));
        }
    }

    /// A money table without its caption.
    pub fn money_frame(&self, id: &str, rows: Vec<Row>) -> Table {
        Table {
            id: id.to_owned(),
            kind: "record".to_owned(),
            title: self.say("money"),
            caption: String::new(),
            columns: vec![
                Column { name: self.say("column-line"), numeric: false },
                Column { name: self.say("column-plan"), numeric: true },
                Column { name: self.say("column-disbursed"), numeric: true },
                Column { name: self.say("column-rate"), numeric: true },
                Column { name: self.say("column-standing"), numeric: false },
            ],
            empty: if rows.is_empty() { self.say("no-money") } else { String::new() },
            rows,
            sources: Vec::new(),
        }
    }

    /// One budget line.
    pub fn money_row(&self, figures: &SheetFigures, line: &MoneyLine, name: RowName) -> Row {
        let sheet = self.sheet(figures);
        let programme = self.programme(line.axes.programme);
        let mut details: Vec<String> = Vec::new();
        let name = match name {
            RowName::Programme => {
                if let Some(component) = line.axes.component {
                    details.push(self.site.record.programme(line.axes.programme).components[component.at()].code.clone());
                }
                programme
            }
            RowName::Place => {
                details.push(self.language.period(figures.period));
                self.area(figures.area)
            }
        };
        details.extend(line.axes.capital.map(|c| self.say(&format!("capital-{}", c.name()))));
        details.extend(line.axes.fund.map(|f| self.say(&format!("fund-{}", f.name().replace('_', "-")))));
        details.extend(line.axes.carried_from.map(|year| self.with("carried-from", &[("year", &year.to_string())])));
        let plan = line.denominator.or_else(|| self.any_plan(line));
        let plan_cell = plan.map_or_else(|| self.nothing_stated(), |(ix, of)| self.plan_value(figures, ix, of));
        let disbursed = line.newest(Measure::Disbursed);
        let disbursed_cell = match disbursed {
            Some(ix) => self.value(figures, ix),
            None if plan.is_some_and(|(ix, _)| figures.reading(sheet, ix).missing().is_some()) => self.dash(),
            None => self.nothing_stated(),
        };
        let rate_cell = match (line.newest(Measure::Rate), line.progress) {
            (Some(rate), _) => self.value(figures, rate),
            (None, Some(progress)) => self.value(figures, progress),
            (None, None) => self.dash(),
        };
        let shown =
            line.newest(Measure::Rate).or(line.progress).and_then(|ix| figures.reading(sheet, ix).number().map(|n| (n.0, figures.reading(sheet, ix).hedge)));
        let label = self.money_sentence(figures, line, plan);
        let bar = self.bar(shown, line.judged, label);
        let declared = self.declared(figures, [disbursed, line.rate].into_iter().flatten());
        Row {
            name,
            detail: details.join(" · "),
            cells: vec![
                cell(plan_cell),
                cell(disbursed_cell),
                cell(rate_cell),
                Cell { standing: Some(self.standing(line.judged, declared)), ..Cell::default() },
            ],
            bar: (plan.is_some() || shown.is_some()).then_some(bar),
            notes: self.money_notes(figures, line),
        }
    }

    fn any_plan(&self, line: &MoneyLine) -> Option<(FigureIx, RateOf)> {
        [
            (Measure::Assigned, RateOf::Assigned),
            (Measure::Planned, RateOf::Planned),
            (Measure::Allocated, RateOf::Allocated),
            (Measure::CarriedOver, RateOf::CarriedOver),
        ]
        .into_iter()
        .find_map(|(m, of)| line.newest(m).map(|ix| (ix, of)))
    }

    /// A plan amount that says which stage of money it is.
    fn plan_value(&self, figures: &SheetFigures, ix: FigureIx, of: RateOf) -> Value {
        let mut value = self.value(figures, ix);
        if value.kind == "number" {
            value.flag = self.say(&format!("stage-{}", of.name().replace('_', "-")));
        }
        value
    }

    /// A sum over lines.
    fn total_row(&self, figures: &SheetFigures, total: &TotalLine) -> Row {
        let name = match (total.programme, total.capital) {
            (Some(programme), _) => self.with("total-of", &[("what", self.short(programme))]),
            (None, Some(capital)) => self.with("total-of", &[("what", &self.say(&format!("capital-{}", capital.name())))]),
            (None, None) => self.say("total-of-all"),
        };
        let sheet = self.sheet(figures);
        let shown = total.progress.and_then(|ix| figures.reading(sheet, ix).number().map(|n| (n.0, figures.reading(sheet, ix).hedge)));
        let judged = total.judged.unwrap_or(crate::figures::Judged { elapsed: None, standing: crate::figures::Standing::NotAssessed });
        let mut notes = Vec::new();
        if total.unassigned > 0 {
            notes.push(note("scope", self.count("total-unassigned", total.unassigned)));
        }
        if total.unreported > 0 {
            notes.push(note("scope", self.count("total-unreported", total.unreported)));
        }
        let whole = self.value(figures, total.whole);
        let label = match total.progress {
            Some(ix) => format!("{name}: {}", self.value(figures, ix).text),
            None => name.clone(),
        };
        Row {
            name: Link { text: name, ..Link::default() },
            detail: self.count("total-lines", total.lines),
            cells: vec![
                cell(whole),
                cell(total.disbursed.map_or_else(|| self.dash(), |ix| self.value(figures, ix))),
                cell(total.progress.map_or_else(|| self.dash(), |ix| self.value(figures, ix))),
                Cell { standing: Some(self.standing(judged, String::new())), ..Cell::default() },
            ],
            bar: shown.map(|s| self.bar(Some(s), judged, label)),
            notes,
        }
    }

    /// The whole statement of a line, for those who do not see its bar.
    fn money_sentence(&self, figures: &SheetFigures, line: &MoneyLine, plan: Option<(FigureIx, RateOf)>) -> String {
        let phrase = |ix: FigureIx| self.phrase(&self.value(figures, ix));
        match (line.newest(Measure::Disbursed), plan, line.newest(Measure::Rate).or(line.progress)) {
            (Some(done), Some((whole, of)), Some(rate)) => self.with(
                "money-sentence",
                &[
                    ("done", &phrase(done)),
                    ("whole", &phrase(whole)),
                    ("rate", &phrase(rate)),
                    ("of", &self.say(&format!("of-{}", of.name().replace('_', "-")))),
                ],
            ),
            (_, _, Some(rate)) => self.with("rate-sentence", &[("rate", &phrase(rate))]),
            _ => line.no_progress.map_or_else(String::new, |why| self.no_progress(why)),
        }
    }

    fn money_notes(&self, figures: &SheetFigures, line: &MoneyLine) -> Vec<Note> {
        let sheet = self.sheet(figures);
        let mut notes = Vec::new();
        self.row_findings(figures, &line.stated, &mut notes);
        if let Some(fact) = line.rate.and_then(|ix| figures.fact(sheet, ix))
            && fact.rate_of == Some(RateOf::NotStated)
        {
            notes.push(note("scope", self.say("denominator-not-stated")));
        }
        if let Some(gap) = self.not_yet_known(figures, line) {
            notes.push(note("note", gap));
        }
        let mine = line.stated.iter().filter_map(|(_, all)| all.first());
        self.fact_notes(mine.filter_map(|ix| figures.fact(sheet, *ix)), &mut notes);
        self.other_sources(figures, &line.stated, &mut notes);
        notes
    }

    /// What other sources give for the same figures, none of it used in sums and rates.
    fn other_sources(&self, figures: &SheetFigures, stated: &[(Measure, Vec<FigureIx>)], notes: &mut Vec<Note>) {
        let sheet = self.sheet(figures);
        for (measure, all) in stated {
            for ix in all.iter().filter(|ix| figures.fact(sheet, **ix).is_some_and(|f| f.set_aside)) {
                let value = self.phrase(&self.value(figures, *ix));
                let words = self.with("other-source", &[("what", &self.measure(*measure)), ("value", &value)]);
                notes.push(note("note", words));
            }
        }
    }

    /// Money known to exist whose amount the source does not give.
    fn not_yet_known(&self, figures: &SheetFigures, line: &MoneyLine) -> Option<String> {
        let why = line.no_progress?;
        let spoken = line.newest(Measure::CarriedOver).is_some_and(|ix| figures.reading(self.sheet(figures), ix).missing().is_some());
        spoken.then(|| self.no_progress(why))
    }

    /// Scope, comparison, remarks and doubts of facts, each said once.
    pub fn fact_notes<'f>(&self, facts: impl Iterator<Item = &'f Fact>, notes: &mut Vec<Note>) {
        for fact in facts {
            let rides_along = fact.scope.as_ref().is_some_and(|s| s.get("") == fact.reading.typed);
            let scope = fact.scope.as_ref().filter(|_| !rides_along);
            let withheld = fact.reason_withheld.as_ref().map(|r| self.with("withheld-because", &[("why", self.text(r))]));
            let chosen = fact.chosen.as_ref().map(|r| self.with("chosen-because", &[("why", self.text(r))]));
            let all = [
                scope.map(|s| ("scope", self.text(s).to_owned())),
                fact.comparison.as_ref().map(|c| ("comparison", self.text(c).to_owned())),
                withheld.map(|w| ("note", w)),
                chosen.map(|w| ("note", w)),
                fact.note.as_ref().map(|n| ("note", self.text(n).to_owned())),
                fact.doubt.as_ref().map(|d| ("doubt", self.text(d).to_owned())),
            ];
            for (kind, text) in all.into_iter().flatten() {
                if !notes.iter().any(|n| n.text == text) {
                    notes.push(note(kind, text));
                }
            }
        }
    }

    /// The indicators of one place and period.
    pub fn indicator_table(&self, figures: &SheetFigures, wanted: impl Fn(&IndicatorLine) -> bool) -> Table {
        let lines: Vec<&IndicatorLine> = figures.indicators.iter().filter(|l| wanted(l) && !self.in_words(l)).collect();
        let rows: Vec<Row> = lines.iter().map(|line| self.indicator_row(figures, line, RowName::Programme)).collect();
        let all: Vec<FigureIx> = lines.iter().flat_map(|l| l.stated.iter().flat_map(|(_, ixs)| ixs.iter().copied())).collect();
        let mut table = self.indicator_frame("chi-tieu", rows);
        table.caption = self.with(
            "indicator-caption",
            &[("place", &self.area_name(figures.area)), ("period", &self.language.period(figures.period)), ("as-of", &self.newest_day(figures, &all))],
        );
        table.sources = self.sources(figures, &all);
        table
    }

    /// Whether an indicator is told in words or dates and belongs into the table of statements.
    pub fn in_words(&self, line: &IndicatorLine) -> bool {
        matches!(self.site.record.indicator(line.indicator).kind, IndicatorKind::Text | IndicatorKind::Milestone)
    }

    /// What one place and period says in words: goals, results and deadlines without numbers.
    pub fn statement_table(&self, figures: &SheetFigures, wanted: impl Fn(&IndicatorLine) -> bool) -> Table {
        let lines: Vec<&IndicatorLine> = figures.indicators.iter().filter(|l| wanted(l) && self.in_words(l)).collect();
        let all: Vec<FigureIx> = lines.iter().flat_map(|l| l.stated.iter().flat_map(|(_, ixs)| ixs.iter().copied())).collect();
        Table {
            id: "neu-bang-loi".to_owned(),
            kind: "record".to_owned(),
            title: self.say("statements"),
            caption: self.with(
                "statements-caption",
                &[("place", &self.area_name(figures.area)), ("period", &self.language.period(figures.period)), ("as-of", &self.newest_day(figures, &all))],
            ),
            columns: vec![Column { name: self.say("column-subject"), numeric: false }, Column { name: self.say("column-statement"), numeric: false }],
            rows: lines.iter().map(|line| self.statement_row(figures, line)).collect(),
            sources: self.sources(figures, &all),
            empty: String::new(),
        }
    }

    /// What one place says in words of an indicator whose page it stands on.
    pub fn statement_of_place(&self, figures: &SheetFigures, line: &IndicatorLine) -> Row {
        let detail = line.group.as_ref().map(|id| self.group_name(figures, line, id));
        let when = self.language.period(figures.period);
        let detail = detail.map_or_else(|| when.clone(), |group| format!("{when} · {group}"));
        Row { name: self.area(figures.area), detail, ..self.statement_row(figures, line) }
    }

    fn statement_row(&self, figures: &SheetFigures, line: &IndicatorLine) -> Row {
        let newest = [(Measure::Actual, "measure-actual"), (Measure::Forecast, "measure-forecast"), (Measure::Target, "measure-target")];
        let said: Vec<(FigureIx, &str)> = newest.into_iter().filter_map(|(m, id)| line.newest(m).map(|ix| (ix, id))).collect();
        let mut value = said.first().map_or_else(|| self.nothing_stated(), |(ix, _)| self.value(figures, *ix));
        // A statement of what happened needs no word for it; a goal or an expectation does.
        if let Some((_, id)) = said.first().filter(|(_, id)| *id != "measure-actual") {
            value.flag = self.say(id).to_lowercase();
        }
        let mut notes = self.indicator_notes(figures, line);
        for (ix, id) in said.iter().skip(1) {
            notes.push(note("note", format!("{}: {}", self.say(id), self.phrase(&self.value(figures, *ix)))));
        }
        Row { name: self.indicator(line.indicator), cells: vec![cell(value)], notes, ..Row::default() }
    }

    /// An indicator table without its caption.
    pub fn indicator_frame(&self, id: &str, rows: Vec<Row>) -> Table {
        Table {
            id: id.to_owned(),
            kind: "record".to_owned(),
            title: self.say("indicators"),
            caption: String::new(),
            columns: vec![
                Column { name: self.say("column-indicator"), numeric: false },
                Column { name: self.say("column-target"), numeric: true },
                Column { name: self.say("column-actual"), numeric: true },
                Column { name: self.say("column-progress"), numeric: true },
                Column { name: self.say("column-standing"), numeric: false },
            ],
            empty: if rows.is_empty() { self.say("no-indicators") } else { String::new() },
            rows,
            sources: Vec::new(),
        }
    }

    /// One indicator.
    pub fn indicator_row(&self, figures: &SheetFigures, line: &IndicatorLine, name: RowName) -> Row {
        let sheet = self.sheet(figures);
        let indicator = self.site.record.indicator(line.indicator);
        let group = line.group.as_ref().map(|id| self.group_name(figures, line, id));
        let (link, detail) = match name {
            RowName::Programme => (self.indicator(line.indicator), group.unwrap_or_default()),
            RowName::Place => {
                let period = self.language.period(figures.period);
                (self.area(figures.area), group.map_or_else(|| period.clone(), |g| format!("{period} · {g}")))
            }
        };
        let target = line.target.map_or_else(|| self.nothing_stated(), |ix| self.value(figures, ix));
        let mut actual = match (line.newest(Measure::Actual), line.newest(Measure::Forecast)) {
            (Some(ix), _) => self.value(figures, ix),
            (None, Some(ix)) => self.forecast(figures, ix),
            (None, None) => self.nothing_stated(),
        };
        let in_words = matches!(indicator.kind, IndicatorKind::Text | IndicatorKind::Milestone);
        if in_words && line.newest(Measure::Actual).is_none() && line.newest(Measure::Forecast).is_none() {
            actual = self.dash();
        }
        let progress = match (line.progress, line.newest(Measure::Rate)) {
            (_, Some(rate)) => self.value(figures, rate),
            (Some(ix), None) => self.value(figures, ix),
            (None, None) => self.dash(),
        };
        let percent = line.progress.and_then(|ix| figures.reading(sheet, ix).number().map(|n| (n.0, figures.reading(sheet, ix).hedge)));
        let label = match line.progress {
            Some(ix) => self.with("progress-sentence", &[("what", &link.text), ("progress", &self.value(figures, ix).text)]),
            None => line.no_progress.map_or_else(String::new, |why| self.no_progress(why)),
        };
        let bar = (!in_words && (percent.is_some() || line.target.is_some())).then(|| self.bar(percent, line.judged, label));
        let mut notes = self.indicator_notes(figures, line);
        if let (Some(gap), Some(why)) = (line.gap, line.no_progress) {
            let unit = self.indicator_unit(line.indicator);
            let words = self.language.decimal(crate::model::Number(gap));
            notes.insert(0, note("note", format!("{} ({words} {unit})", self.no_progress(why))));
        }
        if let Some(ix) = line.newest(Measure::Forecast).filter(|_| line.newest(Measure::Actual).is_some()) {
            notes.push(note("note", self.forecast_words(figures, ix)));
        }
        if let Some(ix) = line.newest(Measure::Exceeded) {
            notes.push(note("note", self.with("exceeded-by", &[("value", &self.phrase(&self.value(figures, ix)))])));
        }
        if let Some(ix) = line.newest(Measure::Change) {
            notes.push(note("note", self.with("changed-by", &[("value", &self.phrase(&self.value(figures, ix)))])));
        }
        let declared = self.declared(figures, [line.newest(Measure::Actual), line.newest(Measure::Forecast)].into_iter().flatten());
        Row {
            name: link,
            detail,
            cells: vec![cell(target), cell(actual), cell(progress), Cell { standing: Some(self.standing(line.judged, declared)), ..Cell::default() }],
            bar,
            notes,
        }
    }

    fn indicator_notes(&self, figures: &SheetFigures, line: &IndicatorLine) -> Vec<Note> {
        let sheet = self.sheet(figures);
        let mut notes = Vec::new();
        self.row_findings(figures, &line.stated, &mut notes);
        let mine = line.stated.iter().filter_map(|(_, all)| all.first());
        self.fact_notes(mine.filter_map(|ix| figures.fact(sheet, *ix)), &mut notes);
        self.other_sources(figures, &line.stated, &mut notes);
        notes
    }

    pub(super) fn group_name(&self, figures: &SheetFigures, line: &IndicatorLine, id: &str) -> String {
        let sheet = self.sheet(figures);
        let named = line.stated.iter().flat_map(|(_, all)| all).filter_map(|ix| figures.fact(sheet, *ix)).find_map(|f| f.group_name.as_ref());
        named.map_or_else(|| id.to_owned(), |name| self.text(name).to_owned())
    }

    /// A forecast with the day it is for.
    fn forecast(&self, figures: &SheetFigures, ix: FigureIx) -> Value {
        let mut value = self.value(figures, ix);
        let by = figures.fact(self.sheet(figures), ix).and_then(|f| f.by);
        value.flag = match by {
            Some(by) => self.with("forecast-by", &[("date", &self.date(by))]),
            None => self.say("standing-forecast"),
        };
        value
    }

    fn forecast_words(&self, figures: &SheetFigures, ix: FigureIx) -> String {
        let value = self.forecast(figures, ix);
        format!("{} ({})", self.phrase(&value), value.flag)
    }

    /// Counts of criteria, and the state of each where it is known.
    pub fn criteria_tables(&self, figures: &SheetFigures) -> Vec<Table> {
        let sheet = self.sheet(figures);
        let mut tables = Vec::new();
        for (at, (set, ixs)) in figures.criteria.iter().enumerate() {
            let mut rows: Vec<Row> = Vec::new();
            for ix in ixs {
                let fact = figures.fact(sheet, *ix);
                let crate::figures::What::Measure(measure) = figures.figure(*ix).what else { continue };
                let mut value = self.value(figures, *ix);
                if measure == Measure::Status {
                    if value.text.is_empty() {
                        continue;
                    }
                    value.text = self.say(&format!("rung-{}", value.text.replace('_', "-")));
                }
                let mut notes = Vec::new();
                let same = self.same_measure(figures, *ix, measure);
                self.row_findings(figures, &same, &mut notes);
                self.fact_notes(fact.into_iter(), &mut notes);
                self.other_sources(figures, &same, &mut notes);
                if let Some(criteria) = fact.and_then(|f| f.criteria.as_ref()) {
                    if let Some(document) = criteria.decision {
                        notes.push(note("note", self.with("recognised-by", &[("document", &self.document(document).text)])));
                    }
                    if let Some(year) = criteria.award_year {
                        notes.push(note("note", self.with("award-year", &[("year", &year.to_string())])));
                    }
                }
                let share = self.pair_share(figures, *ix);
                let judged = crate::figures::Judged { elapsed: None, standing: crate::figures::Standing::NotAssessed };
                let bar = share.map(|s| self.bar(Some((s, Hedge::Exact)), judged, format!("{}: {}", self.measure(measure), value.text)));
                rows.push(Row { name: Link { text: self.measure(measure), ..Link::default() }, cells: vec![cell(value)], bar, notes, ..Row::default() });
            }
            rows.extend(self.criterion_rows(figures, *set, ixs));
            let all: Vec<FigureIx> = ixs.clone();
            tables.push(Table {
                id: format!("tieu-chi-{}", at + 1),
                kind: "record".to_owned(),
                title: self.text(&self.site.record.set(*set).name).to_owned(),
                caption: self.with("criteria-caption", &[("place", &self.area_name(figures.area)), ("as-of", &self.newest_day(figures, &all))]),
                columns: vec![Column { name: self.say("column-criteria"), numeric: false }, Column { name: self.say("column-state"), numeric: true }],
                rows,
                sources: self.sources(figures, &all),
                empty: String::new(),
            });
        }
        tables
    }

    /// Every figure of a criteria set that says the same of it, the newest first.
    fn same_measure(&self, figures: &SheetFigures, ix: FigureIx, measure: Measure) -> [(Measure, Vec<FigureIx>); 1] {
        let own = figures.figure(ix);
        let same =
            |at: &FigureIx| figures.figure(*at).about == own.about && figures.figure(*at).what == own.what && figures.fact(self.sheet(figures), *at).is_some();
        [(measure, (0..figures.figures.len() as FigureIx).filter(same).collect())]
    }

    fn criterion_rows(&self, figures: &SheetFigures, set: crate::model::SetIx, ixs: &[FigureIx]) -> Vec<Row> {
        let sheet = self.sheet(figures);
        let states = ixs.iter().filter_map(|ix| figures.fact(sheet, *ix)).filter_map(|f| f.criteria.as_ref()).flat_map(|c| &c.states);
        let set = self.site.record.set(set);
        let row = |(number, state): &(u32, Measure)| {
            let name = set.criteria.iter().find(|c| c.number == *number).map_or_else(String::new, |c| self.text(&c.name).to_owned());
            Row {
                name: Link { text: format!("{number}. {name}"), ..Link::default() },
                cells: vec![Cell { text: self.measure(*state), ..Cell::default() }],
                ..Row::default()
            }
        };
        states.map(row).collect()
    }

    fn pair_share(&self, figures: &SheetFigures, ix: FigureIx) -> Option<Decimal> {
        match figures.reading(self.sheet(figures), ix).quantity {
            crate::model::Quantity::Pair { part, whole } => crate::figures::rounding::percent(part.0, whole.0),
            _ => None,
        }
    }

    /// The name of a measure.
    pub fn measure(&self, measure: Measure) -> String {
        self.say(&format!("measure-{}", measure.name().replace('_', "-")))
    }

    /// What the sources themselves declare.
    fn declared(&self, figures: &SheetFigures, ixs: impl Iterator<Item = FigureIx>) -> String {
        let sheet = self.sheet(figures);
        let mut ixs = ixs.filter_map(|ix| figures.fact(sheet, ix)).filter_map(|f| f.declared.as_ref());
        ixs.next().map_or_else(String::new, |d| self.text(d).to_owned())
    }

    /// Nothing was stated: not a missing value with a reason, and not zero.
    pub fn nothing_stated(&self) -> Value {
        Value { kind: "missing".to_owned(), text: self.say("nothing-stated"), ..Value::default() }
    }

    fn dash(&self) -> Value {
        Value { kind: "missing".to_owned(), text: "–".to_owned(), ..Value::default() }
    }

    /// The newest day among figures, in words.
    pub fn newest_day(&self, figures: &SheetFigures, ixs: &[FigureIx]) -> String {
        let day: Option<AsOf> = ixs.iter().filter_map(|ix| figures.figure(*ix).as_of).filter(|a| a.known()).max();
        self.as_of(day)
    }

    /// The sources of figures, each once.
    pub fn sources(&self, figures: &SheetFigures, ixs: &[FigureIx]) -> Vec<Link> {
        let sheet = self.sheet(figures);
        let mut sources: Vec<crate::model::SourceRef> = Vec::new();
        for source in ixs.iter().filter_map(|ix| figures.fact(sheet, *ix)).filter_map(|f| f.source) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources.into_iter().map(|s| self.source(s)).collect()
    }
}

impl IndicatorLine {
    /// The newest figure of a measure.
    pub fn newest(&self, measure: Measure) -> Option<FigureIx> {
        match measure {
            Measure::Target => self.target,
            _ => self.stated.iter().find(|(m, _)| *m == measure).and_then(|(_, all)| all.first().copied()),
        }
    }
}

/// A cell with a value.
pub fn cell(value: Value) -> Cell {
    Cell { value: Some(value), ..Cell::default() }
}

/// A remark.
pub fn note(kind: &str, text: String) -> Note {
    Note { kind: kind.to_owned(), text }
}
