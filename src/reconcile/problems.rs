//! The words for what does not add up: both values, what they were counted from, and what may have happened.
//!
//! Invariant: an explanation is never more than "may"; with a note of the editor a finding is a notice.
//!
//! May use: model, figures, diag.

use super::Verdict;
use super::book::Book;
use super::explain::{Explanation, Slip};
use super::words::{change, counted, day, in_its_place, list, same, typed, whole, written};
use super::{At, Finding, Rule, series};
use crate::diag::{Code, Problem, Said, Severity};
use crate::model::{Quantity, RateOf, Subject};

/// Every problem this room can notice.
pub const CODES: &[&Code] = &[
    &RATE_MISMATCH,
    &RATE_TRUNCATED,
    &PARTS_ABOVE_TOTAL,
    &PARTS_BELOW_TOTAL,
    &RATE_OUTSIDE_PARTS,
    &PLAN_NOT_ITS_SUM,
    &CRITERIA_MISCOUNTED,
    &DISBURSED_ABOVE_AVAILABLE,
    &CHANGE_MISMATCH,
    &EXCEEDED_MISMATCH,
    &DAY_AFTER_PUBLICATION,
    &SERIES_FALLS,
    &THOUSANDFOLD_JUMP,
    &DOUBTFUL_FIGURE,
];

static RATE_MISMATCH: Code = Code { number: "MB0801", name: "rate-mismatch" };
static RATE_TRUNCATED: Code = Code { number: "MB0802", name: "rate-truncated" };
static PARTS_ABOVE_TOTAL: Code = Code { number: "MB0803", name: "parts-above-total" };
static PARTS_BELOW_TOTAL: Code = Code { number: "MB0804", name: "parts-below-total" };
static RATE_OUTSIDE_PARTS: Code = Code { number: "MB0805", name: "rate-outside-parts" };
static PLAN_NOT_ITS_SUM: Code = Code { number: "MB0806", name: "plan-not-its-sum" };
static CRITERIA_MISCOUNTED: Code = Code { number: "MB0807", name: "criteria-miscounted" };
static DISBURSED_ABOVE_AVAILABLE: Code = Code { number: "MB0808", name: "disbursed-above-available" };
static CHANGE_MISMATCH: Code = Code { number: "MB0809", name: "change-mismatch" };
static EXCEEDED_MISMATCH: Code = Code { number: "MB0810", name: "exceeded-mismatch" };
static DAY_AFTER_PUBLICATION: Code = Code { number: "MB0811", name: "day-after-publication" };
static SERIES_FALLS: Code = Code { number: "MB0812", name: "series-falls" };
static THOUSANDFOLD_JUMP: Code = Code { number: "MB0813", name: "thousandfold-jump" };
static DOUBTFUL_FIGURE: Code = Code { number: "MB0814", name: "doubtful-figure" };

/// What was found, in words.
pub fn of_finding(book: &Book<'_>, finding: &Finding) -> Problem {
    let stated = typed(book, finding.stated);
    let should = finding.counted.as_ref().map_or_else(|| same(""), counted);
    let above = finding.stated_is_above(book.figures, book.record);
    let (code, said) = match (finding.rule, finding.verdict) {
        (Rule::Rate, Verdict::Truncated) => (
            &RATE_TRUNCATED,
            Said::new(
                format!("Nguồn nêu “{stated}”, nhưng đó là số bị cắt bớt: tính lại và làm tròn là {}.", should.vi),
                format!("The source states “{stated}”, which is cut off, not rounded: recomputed it is {}.", should.en),
            ),
        ),
        (Rule::Rate, _) => (
            &RATE_MISMATCH,
            Said::new(
                format!("Nguồn nêu “{stated}”, nhưng tính lại từ số liệu là {}.", should.vi),
                format!("The source states “{stated}”, but its figures give {}.", should.en),
            ),
        ),
        (Rule::Parts, _) if above => (
            &PARTS_BELOW_TOTAL,
            Said::new(
                format!("Tổng nêu “{stated}”, nhưng các phần cộng lại chỉ là {}, dù đã đủ các phần.", should.vi),
                format!("The total is given as “{stated}”, but its parts add up to only {}, although all of them are there.", should.en),
            ),
        ),
        (Rule::Parts, _) => (
            &PARTS_ABOVE_TOTAL,
            Said::new(
                format!("Tổng nêu “{stated}”, nhưng các phần cộng lại là {}, lớn hơn tổng.", should.vi),
                format!("The total is given as “{stated}”, but its parts add up to {}, more than the total.", should.en),
            ),
        ),
        (Rule::RateBetween, _) => (
            &RATE_OUTSIDE_PARTS,
            Said::new(
                format!("Tỷ lệ chung nêu “{stated}”, nhưng tỷ lệ của các phần chỉ {}.", should.vi),
                format!("The rate of the whole is given as “{stated}”, but the rates of its parts run {}.", should.en),
            ),
        ),
        (Rule::PlanSum, _) => (
            &PLAN_NOT_ITS_SUM,
            Said::new(
                format!("Kế hoạch vốn nêu “{stated}”, nhưng vốn giao, vốn chuyển nguồn và điều chỉnh cộng lại là {}.", should.vi),
                format!("The plan is given as “{stated}”, but assigned, carried over and adjusted add up to {}.", should.en),
            ),
        ),
        (Rule::CriteriaOfSet, _) => (
            &CRITERIA_MISCOUNTED,
            Said::new(
                format!("Nêu “{stated}” tiêu chí, nhưng bộ tiêu chí này có {}.", should.vi),
                format!("“{stated}” criteria are given, but the set has {}.", should.en),
            ),
        ),
        (Rule::CriteriaSum, _) => (
            &CRITERIA_MISCOUNTED,
            Said::new(
                format!("Số tiêu chí đạt, cơ bản đạt và chưa đạt cộng lại là {}, nhưng bộ tiêu chí có {}.", should.vi, size(book, finding)),
                format!("The criteria met, mostly met and not met add up to {}, but the set has {}.", should.en, size(book, finding)),
            ),
        ),
        (Rule::CriteriaStates, _) => (
            &CRITERIA_MISCOUNTED,
            Said::new(
                format!("Nêu “{stated}” tiêu chí, nhưng đếm từng tiêu chí ở items: là {}.", should.vi),
                format!("“{stated}” criteria are given, but counting the single ones under items: gives {}.", should.en),
            ),
        ),
        (Rule::Available, _) => (
            &DISBURSED_ABOVE_AVAILABLE,
            Said::new(
                format!("Đã giải ngân “{stated}”, nhiều hơn số vốn có là {}.", should.vi),
                format!("“{stated}” is given as disbursed, more than the {} there are.", should.en),
            ),
        ),
        (Rule::Change, _) => {
            let should = finding.counted.as_ref().map_or_else(|| same(""), change);
            let said = Said::new(
                format!("Nguồn nêu thay đổi “{stated}”, nhưng so kết quả với số đầu kỳ là {}.", should.vi),
                format!("The change is given as “{stated}”, but the result against the baseline is {}.", should.en),
            );
            (&CHANGE_MISMATCH, said)
        }
        (Rule::Exceeded, _) => (
            &EXCEEDED_MISMATCH,
            Said::new(
                format!("Nguồn nêu vượt kế hoạch “{stated}”, nhưng so kết quả với kế hoạch là {}.", should.vi),
                format!("“{stated}” is given as above target, but the result against the target is {}.", should.en),
            ),
        ),
        (Rule::Day, _) => (&DAY_AFTER_PUBLICATION, days(book, finding)),
        (Rule::Series, _) => (&SERIES_FALLS, falls(book, finding)),
        (Rule::Jump, _) => {
            let said = if above {
                Said::new(format!("“{stated}” lớn gấp khoảng một nghìn lần {}.", should.vi), format!("“{stated}” is about a thousand times {}.", should.en))
            } else {
                Said::new(
                    format!("“{stated}” chỉ bằng khoảng một phần nghìn của {}.", should.vi),
                    format!("“{stated}” is about a thousandth of {}.", should.en),
                )
            };
            (&THOUSANDFOLD_JUMP, said)
        }
    };
    Problem {
        code,
        severity: if finding.noted { Severity::Notice } else { Severity::Warning },
        place: book.fact(finding.stated.figure).map(|f| f.place.clone()),
        what: with_inputs(book, finding, said),
        why: why(finding),
        fix: fix(finding),
    }
}

/// Both values, then what they were counted from, then what may have happened.
fn with_inputs(book: &Book<'_>, finding: &Finding, said: Said) -> Said {
    let Said { mut vi, mut en, .. } = said;
    if !finding.inputs.is_empty() {
        let mut all = finding.inputs.clone();
        if finding.rule == Rule::CriteriaSum {
            all.insert(0, finding.stated);
        }
        let inputs = list(book, &all);
        let (beside_vi, beside_en) = if finding.rule == Rule::Day { ("Cùng với", "Together with") } else { ("So với", "Compared with") };
        vi.push_str(&format!(" {beside_vi}: {}.", inputs.vi));
        en.push_str(&format!(" {beside_en}: {}.", inputs.en));
    }
    let reasons: Vec<Said> = finding.explanations.iter().map(|e| reason(book, e)).collect();
    if !reasons.is_empty() {
        let join = |pick: fn(&Said) -> &str, or: &str| reasons.iter().map(pick).collect::<Vec<_>>().join(or);
        vi.push_str(&format!(" Có thể {}.", join(|s| &s.vi, "; hoặc ")));
        en.push_str(&format!(" It may be that {}.", join(|s| &s.en, "; or that ")));
    }
    Said::new(vi, en)
}

/// How many criteria the set has that a figure counts.
fn size(book: &Book<'_>, finding: &Finding) -> usize {
    book.set_size(finding.stated.figure).unwrap_or(0)
}

fn days(book: &Book<'_>, finding: &Finding) -> Said {
    let fact = book.fact(finding.stated.figure);
    let told = fact.and_then(|f| f.as_of).map_or_else(String::new, day);
    let out = fact.and_then(|f| f.source).and_then(|s| series::published(book.record, s)).map_or_else(String::new, day);
    Said::new(
        format!("“{}” được ghi là tính đến {told}, nhưng nguồn của nó ra ngày {out}.", typed(book, finding.stated)),
        format!("“{}” is given as of {told}, but its source came out on {out}.", typed(book, finding.stated)),
    )
}

fn falls(book: &Book<'_>, finding: &Finding) -> Said {
    let of = |at: &At| book.own.figure(at.figure).as_of.map_or_else(String::new, day);
    let (now, then) = (typed(book, finding.stated), finding.inputs.first().map_or_else(String::new, |at| typed(book, *at)));
    let (after, before) = (of(&finding.stated), finding.inputs.first().map_or_else(String::new, of));
    Said::new(
        format!("Số cộng dồn đến {after} là “{now}”, thấp hơn “{then}” của {before}."),
        format!("The running figure up to {after} is “{now}”, lower than “{then}” of {before}."),
    )
}

fn why(finding: &Finding) -> Said {
    if finding.noted {
        Said::new(
            "trang in cả hai số kèm lời giải thích ở note:; ở đây chỉ nhắc lại, không chặn việc xuất bản.",
            "the page prints both with the explanation in note:; this is a reminder and stops nothing.",
        )
    } else if matches!(finding.rule, Rule::Day | Rule::Series | Rule::Jump) {
        Said::new(
            "trang in số như nguồn nêu kèm lời nhắc và không sửa số nào; người đọc sẽ hỏi vì sao.",
            "the page prints the figure as its source has it, with a remark, and corrects nothing; readers will ask why.",
        )
    } else {
        Said::new("trang in cả hai số và không sửa số nào; người đọc sẽ hỏi vì sao.", "the page prints both and corrects neither; readers will ask why.")
    }
}

fn fix(finding: &Finding) -> Said {
    if finding.noted {
        Said::new(
            "không cần làm gì; khi nguồn đính chính thì sửa số và bỏ note:.",
            "nothing needs doing; when the source corrects itself, mend the number and remove note:.",
        )
    } else {
        Said::new(
            "đối chiếu lại với nguồn; nếu gõ đúng như nguồn, thêm note: giải thích cho người đọc.",
            "compare with the source; if it is typed as the source has it, add note: with an explanation for readers.",
        )
    }
}

/// What may have happened, as the end of "it may be that …".
fn reason(book: &Book<'_>, explanation: &Explanation) -> Said {
    let at = whole(book, explanation.at);
    let was = typed(book, explanation.at);
    let is = explanation.mended.map_or_else(String::new, |n| in_its_place(book, explanation.at, n));
    let meant = list(book, &explanation.meant);
    match explanation.slip {
        Slip::Transposed => Said::new(
            format!("hai chữ số bị đảo: “{was}” ({}) lẽ ra là {}", written(book, explanation.at), is),
            format!("two digits changed places: “{was}” ({}) should be {}", written(book, explanation.at), is),
        ),
        Slip::Slipped => Said::new(
            format!("các chữ số bị xô lệch khi gõ: “{was}” ({}) lẽ ra là {}", written(book, explanation.at), is),
            format!("digits slipped in typing: “{was}” ({}) should be {}", written(book, explanation.at), is),
        ),
        Slip::Digit => Said::new(
            format!("một chữ số bị gõ nhầm: “{was}” ({}) lẽ ra là {}", written(book, explanation.at), is),
            format!("one digit was mistyped: “{was}” ({}) should be {}", written(book, explanation.at), is),
        ),
        Slip::Factor(_) => Said::new(
            format!("dấu phân cách hoặc đơn vị bị nhầm: “{was}” ({}) lẽ ra là {}", written(book, explanation.at), is),
            format!("a separator or unit is wrong: “{was}” ({}) should be {}", written(book, explanation.at), is),
        ),
        Slip::Denominator(of) => Said::new(
            format!("tỷ lệ được tính trên {}: {}", of_words(of).vi, meant.vi),
            format!("the rate is counted on what was {}: {}", of_words(of).en, meant.en),
        ),
        Slip::WithCarriedOver => {
            Said::new(format!("nguồn tính cả vốn chuyển nguồn: {}", meant.vi), format!("the source includes what was carried over: {}", meant.en))
        }
        Slip::OtherWhole => Said::new(format!("nguồn tính trên phạm vi khác: {}", meant.vi), format!("the source counts on another scope: {}", meant.en)),
        Slip::OlderPlan => Said::new(format!("nguồn tính trên kế hoạch cũ: {}", meant.vi), format!("the source counts on an earlier plan: {}", meant.en)),
        Slip::OtherLine => Said::new(
            format!("số của dòng khác bị lấy nhầm: thay cho {} là {}", at.vi, meant.vi),
            format!("another line's amount was taken: {} in place of {}", meant.en, at.en),
        ),
        Slip::LeftOut => Said::new(format!("tổng bỏ sót {}", meant.vi), format!("the total leaves out {}", meant.en)),
        Slip::CountedTwice => Said::new(format!("tổng cộng hai lần {}", meant.vi), format!("the total counts twice {}", meant.en)),
        Slip::CountedToo => {
            Said::new(format!("tổng cộng cả khoản không thuộc nó: {}", meant.vi), format!("the total counts what is no part of it: {}", meant.en))
        }
        Slip::Direction => Said::new("tăng và giảm bị ghi ngược", "a rise and a fall were exchanged"),
    }
}

/// A denominator in words.
fn of_words(of: RateOf) -> Said {
    match of {
        RateOf::Assigned => Said::new("vốn giao", "assigned"),
        RateOf::Available => Said::new("vốn được dùng", "available"),
        RateOf::Planned => Said::new("kế hoạch vốn", "planned"),
        RateOf::Allocated => Said::new("vốn đã phân bổ", "allocated"),
        RateOf::CarriedOver => Said::new("vốn chuyển nguồn", "carried over"),
        RateOf::Target => Said::new("chỉ tiêu", "targeted"),
        RateOf::NotStated => Said::new("số không nêu", "not stated"),
    }
}

/// What editors themselves doubt, one notice a line; `page` is where it is shown.
pub fn doubts(book: &Book<'_>, page: impl Fn() -> String) -> Vec<Problem> {
    let mut told: Vec<(&Subject, &str)> = Vec::new();
    let mut problems = Vec::new();
    for fact in &book.sheet.facts {
        let Some(doubt) = &fact.doubt else { continue };
        if told.contains(&(&fact.subject, doubt.get(""))) {
            continue;
        }
        told.push((&fact.subject, doubt.get("")));
        let address =
            format!("{}/{}/{}", book.record.area(book.own.area).id, book.own.period.slug(), crate::figures::address::of_fact(book.record, fact, None));
        let value = match fact.reading.quantity {
            Quantity::Words(_) => String::new(),
            _ => format!("“{}” ", fact.reading.typed),
        };
        let page = page();
        problems.push(Problem {
            code: &DOUBTFUL_FIGURE,
            severity: Severity::Notice,
            place: Some(fact.place.clone()),
            what: Said::new(
                format!("Số {value}({address}) được ghi là cần kiểm tra lại: “{}”", doubt.get("vi")),
                format!("The figure {value}({address}) is marked as doubtful: “{}”", doubt.get("en")),
            ),
            why: Said::new(
                format!("trang {page} in số này kèm lời nghi vấn; ở đây chỉ nhắc lại, không chặn việc xuất bản."),
                format!("the page {page} prints it with this doubt; this is a reminder and stops nothing."),
            ),
            fix: Said::new(
                "hỏi lại nguồn; khi đã rõ thì sửa số nếu cần và bỏ doubt:.",
                "ask the source; when it is clear, mend the number if need be and remove doubt:.",
            ),
        });
    }
    problems
}
