//! The texts of a notice kit: to be read out, to be sent on Zalo, to be sent as SMS.
//!
//! Invariant: a line is told whole or not at all, and a text that leaves lines out says how many.
//!
//! May use: figures, i18n, model.

use super::{Told, answer, sms, told, without_scheme};
use crate::figures::SheetFigures;
use crate::i18n::Spoken;
use crate::model::{AreaIx, Missing, Period};
use crate::pages::answer::Standings;
use crate::pages::frame::is_about_sample;
use crate::pages::here::upper_first;
use crate::pages::views::KitText;
use crate::pages::{Here, PageKind};

/// Words a loudspeaker script may have: about two minutes.
pub const MOST_WORDS: usize = 300;
/// Lines of a text for Zalo; a longer one is not read.
const ZALO_LINES: usize = 8;

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names its medium")]
pub enum Medium {
    Loudspeaker,
    Zalo,
    Sms,
}

impl Medium {
    /// All of them.
    pub const ALL: [Medium; 3] = [Medium::Loudspeaker, Medium::Zalo, Medium::Sms];

    /// The name of its file, without accents.
    pub fn file(self, vietnamese: bool) -> &'static str {
        match (self, vietnamese) {
            (Medium::Loudspeaker, true) => "loa.txt",
            (Medium::Loudspeaker, false) => "loudspeaker.txt",
            (Medium::Zalo, _) => "zalo.txt",
            (Medium::Sms, true) => "tin-nhan.txt",
            (Medium::Sms, false) => "sms.txt",
        }
    }
}

/// The text of a medium for a place and period.
pub fn text(here: &Here<'_>, area: AreaIx, period: Period, medium: Medium) -> String {
    let notice = Notice { here, area, period, figures: here.site.figures.sheet(area, period) };
    match medium {
        Medium::Loudspeaker => notice.read_out(),
        Medium::Zalo => notice.zalo(),
        Medium::Sms => notice.sms(),
    }
}

/// The text with its heading and its length, as the page shows it.
pub fn view(here: &Here<'_>, area: AreaIx, period: Period, medium: Medium) -> KitText {
    let text = text(here, area, period, medium);
    let (title, length) = match medium {
        Medium::Loudspeaker => ("kit-loudspeaker", here.count("kit-words", words(&text))),
        Medium::Zalo => ("kit-zalo", here.count("kit-letters", text.chars().count())),
        Medium::Sms => ("kit-sms", here.with("kit-letters-of", &[("count", &sms::length(&text).to_string()), ("most", &sms::MOST.to_string())])),
    };
    let file = medium.file(here.lang().starts_with("vi"));
    KitText { title: here.say(title), length, href: here.href(&format!("{}{file}", here.page.dir)), text }
}

/// What is told, and to whom.
struct Notice<'n> {
    here: &'n Here<'n>,
    area: AreaIx,
    period: Period,
    figures: Option<&'n SheetFigures>,
}

impl Notice<'_> {
    fn title(&self) -> String {
        let here = self.here;
        here.with("title-period", &[("place", &upper_first(&here.area_name(self.area))), ("period", &here.language.period(self.period))])
    }

    /// That the text is of a sample and not to be handed on; none where it is not.
    fn mark(&self) -> Option<String> {
        let (site, seen) = (self.here.site, self.here.apart());
        let programmes = self.figures.into_iter().flat_map(|figures| &figures.money).map(|line| line.axes.programme);
        let indicators = self.figures.into_iter().flat_map(|figures| &figures.indicators).map(|line| site.record.indicator(line.indicator).programme);
        programmes.chain(indicators).for_each(|programme| seen.shows(site.record.programme(programme).sample));
        let is_sample = site.record.sample_site || is_about_sample(site, PageKind::Period(self.area, self.period)) || seen.has_shown_sample();
        is_sample.then(|| self.here.say("sample-text"))
    }

    /// The answer, or that nothing is known yet.
    fn answer(&self) -> String {
        self.figures.map_or_else(|| upper_first(&self.here.missing(Missing::NoData)), |figures| answer(self.here, figures))
    }

    fn told(&self) -> Vec<Told> {
        self.figures.map_or_else(Vec::new, |figures| told(self.here, figures))
    }

    fn address(&self) -> String {
        without_scheme(&self.here.absolute(&self.here.period_dir(self.area, self.period))).to_owned()
    }

    fn phone(&self) -> &str {
        self.here.site.config.body.phone.as_deref().unwrap_or("")
    }

    /// A line of the tables as a sentence: "Nông thôn mới, vốn đầu tư: vốn 2.487 triệu đồng; đã giải ngân 780 triệu đồng; đạt 31,4%. Đúng tiến độ."
    fn sentence(told: &Told) -> String {
        let standing = told.standing.as_ref().map_or_else(String::new, |standing| format!(" {}.", standing.word));
        format!("{}: {}.{standing}", told.name, told.parts.join("; "))
    }

    fn read_out(&self) -> String {
        let here = self.here;
        let spoken = Spoken::of(here.lang());
        let aloud = |text: &str| spoken.map_or_else(|| text.to_owned(), |spoken| upper_first(&spoken.text(text)));
        let body = here.text(&here.site.config.body.name);
        let mut head: Vec<String> = self.mark().into_iter().collect();
        head.extend([here.with("kit-greeting", &[("body", body), ("title", &aloud(&self.title()))]), aloud(&self.answer())]);
        let mut foot = Vec::new();
        if !self.phone().is_empty() {
            let digits = spoken.map_or_else(|| self.phone().to_owned(), |spoken| spoken.digits(self.phone()));
            foot.push(here.with("kit-call", &[("phone", &digits)]));
        }
        foot.push(here.say(if self.address().is_empty() { "kit-posted" } else { "kit-posted-and-online" }));
        foot.push(here.say("kit-thanks"));
        let lines: Vec<String> = self.told().iter().map(|told| aloud(&Self::sentence(told))).collect();
        let left_out = |left: usize| (left > 0).then(|| aloud(&here.count("kit-more", left)));
        let whole = |shown: usize| {
            let lines = lines[..shown].iter().cloned().chain(left_out(lines.len() - shown));
            head.iter().cloned().chain(lines).chain(foot.iter().cloned()).collect::<Vec<_>>().join("\n\n") + "\n"
        };
        let most = (0..=lines.len()).rev().find(|shown| words(&whole(*shown)) <= MOST_WORDS);
        match most {
            Some(shown) => whole(shown),
            // A sentence of the answer that long is told by its title.
            None => {
                head.pop();
                head.into_iter().chain(left_out(lines.len())).chain(foot).collect::<Vec<_>>().join("\n\n") + "\n"
            }
        }
    }

    /// How many lines are how far, in one sentence.
    fn standings(&self) -> Option<String> {
        let Standings { good, late, open } = self.here.standings([self.figures?]);
        let count = |count: usize| count.to_string();
        (good + late + open > 0).then(|| self.here.with("sms-standings", &[("good", &count(good)), ("late", &count(late)), ("open", &count(open))]))
    }

    fn zalo(&self) -> String {
        let here = self.here;
        let told = self.told();
        let mut lines: Vec<String> = self.mark().into_iter().collect();
        lines.extend([self.title(), String::new(), self.answer()]);
        if !told.is_empty() {
            lines.push(String::new());
        }
        for told in told.iter().take(ZALO_LINES) {
            let symbol = told.standing.as_ref().map_or("–", |standing| standing.symbol.as_str());
            lines.push(format!("{symbol} {}", Self::sentence(told)));
        }
        if told.len() > ZALO_LINES {
            lines.push(here.count("kit-more", told.len() - ZALO_LINES));
        }
        lines.push(String::new());
        let address = here.absolute(&here.period_dir(self.area, self.period));
        lines.extend((!address.is_empty()).then(|| here.with("kit-look", &[("address", &address)])));
        lines.extend((!self.phone().is_empty()).then(|| here.with("kit-ask", &[("phone", self.phone())])));
        lines.push(here.text(&here.site.config.body.name).to_owned());
        lines.join("\n") + "\n"
    }

    fn sms(&self) -> String {
        let here = self.here;
        let place = format!("{} {}", here.text(&here.site.record.area(self.area).name), self.period.slug());
        let mut news = match self.figures.and_then(|figures| here.headline_of(figures)) {
            Some(headline) => {
                let figures = headline.figures;
                let phrase = |ix| here.phrase(&here.value(figures, ix));
                let day = headline.disbursed.or(headline.rate).and_then(|ix| figures.figure(ix).as_of).filter(|day| day.known());
                let date = day.map_or_else(String::new, |day| here.with("sms-date", &[("date", &here.date(day))]));
                let scope = if headline.scope.is_empty() { String::new() } else { format!(" ({})", headline.scope) };
                let rate = headline.rate.map(phrase).unwrap_or_default();
                let short = here.with("sms-rate", &[("place", &place), ("date", &date), ("rate", &rate), ("scope", &scope)]);
                match headline.disbursed.zip(headline.whole) {
                    Some((done, whole)) => {
                        let (done, whole) = (phrase(done), phrase(whole));
                        vec![
                            here.with(
                                "sms-money",
                                &[("place", &place), ("date", &date), ("done", &done), ("whole", &whole), ("rate", &rate), ("scope", &scope)],
                            ),
                            short,
                        ]
                    }
                    None => vec![short],
                }
            }
            // Where no money is spoken of, its absence is no news.
            None if self.figures.is_some_and(|figures| figures.money.is_empty()) => {
                let count = self.figures.map_or(0, |figures| figures.figures.len());
                vec![here.with("sms-figures", &[("place", &place), ("figures", &here.count("count-figures", count))])]
            }
            None => vec![here.with("sms-none", &[("place", &place), ("value", &here.missing(Missing::NoData))])],
        };
        if self.mark().is_some() {
            news.iter_mut().for_each(|told| *told = here.with("sample-title", &[("title", told)]));
        }
        let ask = (!self.phone().is_empty()).then(|| here.with("sms-ask", &[("phone", self.phone())]));
        let more: Vec<String> = self.standings().into_iter().chain(ask).collect();
        let needed: Vec<String> = Some(self.address()).filter(|address| !address.is_empty()).into_iter().collect();
        sms::fit(&news, &needed, &more)
    }
}

/// Words as they are spoken: what stands between spaces.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
