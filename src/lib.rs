//! minhbach makes a static site out of files in which public programmes give account: YAML for plans and
//! results, Markdown for reports. This page is the map of the house; start here.
//!
//! # The line
//!
//! One direction, one type at each boundary, complete when made. A stage has no memory and no clock.
//!
//! | | stage | from | to |
//! |---|---|---|---|
//! | 1 | [`source::gather`] | the site folder | [`source::Sources`]: every file with its stamp, nothing read yet |
//! | 2 | [`config::read`] | `site.toml` | [`config::Config`]: every setting present, unknown keys refused |
//! | 3 | [`parse::document`] | one file | [`parse::Document`]: shape checked, every value with its place; knows no other file |
//! | 4 | [`assemble::record`] | all documents | [`model::Record`]: every name resolved, units agree |
//! | 5 | [`figures::of`] | one sheet of the record | [`figures::SheetFigures`]: every number the public reads, with rule and inputs |
//! | 6 | [`reconcile::of`] | one sheet and those around it | [`reconcile::Finding`]s: what does not add up, and what may have happened |
//! | 6 | [`history::History::of`] | figures, releases and corrections | [`history::History`]: what was published before, and what owes an explanation |
//! | 7 | [`pages::plan()`] | record and figures | [`pages::PagePlan`]s: every address once, each with a key over all it may show |
//! | 8 | [`pages::draw`], [`theme::Theme::render`], [`cards::draw`], [`export`] | one page, card or table | its bytes |
//! | 9 | [`output::Publication`] | path, key and bytes, one file at a time | [`output::Written`]: what is new, unchanged, removed |
//!
//! [`pipeline::run`] is this table as code. Stages 3, 5, 6, 8 and 9 run in parallel. Problems are values
//! ([`diag::Checked`]): collected from all stages, sorted by place, told together. An error stops the line before
//! anything is published; a warning does not. `check` is `build` without stage 9; `check --fix` then lets [`mend`] put
//! right what [`pipeline::certain`] found to have one meaning only, asks about what [`pipeline::asked`] found to have one
//! sensible remedy, and puts into texts what [`weigh`] is certain of.
//!
//! # The rooms
//!
//! - [`diag`]: what is wrong, where, why it matters and what to do, in Vietnamese and English.
//! - [`source`]: the files as they lie on disk.
//! - [`letters`]: Vietnamese as it was stored before Unicode, told apart and put into Unicode.
//! - [`tree`]: YAML and TOML as one tree of texts with places.
//! - [`values`]: from the words of a report (`trên 35.215`, `chưa giao`) to an exact value.
//! - [`markdown`]: prose to safe HTML.
//! - [`claims`]: the numbers a text states, and the words around them.
//! - [`model`]: what a public programme is.
//! - [`parse`]: what was written, file by file.
//! - [`config`]: the settings of a site.
//! - [`assemble`]: from what was written to what it means.
//! - [`figures`]: every number the public reads. The only room that counts and rounds.
//! - [`bound`]: numbers in a text against the figures they name.
//! - [`history`]: what was published before: releases, the book of corrections, and the guard before values that disappear.
//! - [`reconcile`]: what does not add up: rules between figures, and the likeliest reason where one is broken.
//! - [`weigh`]: each number of a text held against the figures.
//! - [`i18n`]: words, numbers and dates of a language.
//! - [`search`]: the index in which a page of the site searches without a server.
//! - [`pages`]: which pages exist and what each is told; [`pages::views`] is the manual of theme authors.
//! - [`cards`]: what a chat shows of a page whose address was sent on.
//! - [`pictures`]: photographs made light, without the place they were taken at.
//! - [`theme`]: layers of a theme, drawing, and making pages smaller.
//! - [`export`]: the same figures as CSV and JSON.
//! - [`host`]: what a host needs beside the pages: headers, types, steps to publish.
//! - [`output`]: the one room that writes a site.
//! - [`mend`]: fixes that are certain, put into the files they belong to.
//! - [`remedies`]: what would mend a problem and is done when somebody agrees.
//! - [`pipeline`]: order, parallelism and memory.
//! - [`workbook`]: spreadsheet files as cells.
//! - [`forms`]: the workbook an officer fills in, and what comes back in it.
//! - [`edit`]: the editor in the browser: figures as a grid, reports as text.
//! - [`serve`]: the site in a browser while it is written.
//! - [`schema`]: what editors are told of each kind of file, so that they complete and explain.
//! - [`explain`]: every problem at length, with a wrong and a right example that are played.
//! - [`doctor`]: what on the machine around a site keeps its commands from working; it changes nothing.
//! - [`scaffold`]: the texts of new files, with a comment on each field.
//! - [`cli`]: the commands and what they say.
//!
//! Each file begins with what it is for, what always holds, and what it may use; the line of a room's `mod.rs`
//! speaks for the whole room. `tests/tidy.rs` believes the lines only if they are true, refuses circles of rooms, and
//! knows the one door of every borrowed crate.
//!
//! # One number
//!
//! Line 10 of `content/areas/nam-nhun/2024/results.yaml` says `disbursed: 780`.
//!
//! 1. `source::gather` finds the file; `source::read_text` reads and hashes it.
//! 2. `tree::yaml` makes the line a [`tree::Kind::Scalar`] with the text `780`, line 10, column 20. No float is made.
//! 3. `parse::sheet` knows the folder (area `nam-nhun`, period 2024), the axes of the item (`ntm`, `investment`) and the
//!    unit of the file (`triệu đồng`); `values::read` turns `780` into a [`model::Reading`], exact, in million dong. The
//!    result is a [`parse::Entry`] with the measure `Disbursed`.
//! 4. `assemble::sheets` resolves `ntm` and the source `nam-nhun-quy-1-2024`, and adds a [`model::Fact`] to the sheet
//!    (Nậm Nhùn, 2024) of the record. The plan file beside it has put `assigned: 2.487` there on the same axes.
//! 5. `figures::money` gives the fact its address, `ntm/investment/disbursed`, and counts
//!    `ntm/investment/progress` = 780 ÷ 2.487 with the rule `ShareOf(Assigned)`: 31.363…, kept whole. The report's own rate,
//!    31,4%, stays a figure of its own, and `reconcile::rates` finds that both can be true.
//! 6. `pages::plan` has `don-vi/nam-nhun/2024/` with a key over this sheet, its sources, the settings and the theme. When
//!    the published page has the same key, the number's way ends here.
//! 7. `pages::table` writes the row (`780`, `31,4%`, a bar of width 31.4, "Đúng tiến độ"), `pages::passport` the proof:
//!    as of 31/03/2024, the source, `content/areas/nam-nhun/2024/results.yaml:10`. `themes/default/components/table/` and
//!    `passport/` draw them; `theme::squeeze` takes out the idle spaces; `output` puts the page in place with all others.
//!
//! The page says `780` and links to `don-vi/nam-nhun/2024/#ntm/investment/disbursed`. [`export`] writes the same figure,
//! `780` with address, unit, date, source and words, to `don-vi/nam-nhun/so-lieu.csv` and to `so-lieu/so-lieu.csv`. Page and
//! file cannot disagree: both read [`figures::Figures`].
//!
//! # What was decided on the way
//!
//! - *Two rooms before `parse`.* [`tree`] and [`values`] were one file in the first drawing. The shape of a file, and what
//!   a number in words means, change for different reasons, and `site.toml` and front matter need both.
//! - *A tree instead of derived structs.* YAML comes from the parser under serde-saphyr. A derived reader stops at the first
//!   wrong field and sees `2.487` only after it has become a float; here a person mends ten things at once.
//! - *Tables of fields.* What may stand in a file is a table ([`tree::Group`]) beside its reader, with words in both
//!   languages. The reader takes its keys and what it needs from it, [`schema`] writes what editors know from the same
//!   table, and a reader that asks for anything else stops in a debug build: neither can drift from the other.
//! - *Flat facts.* No `Plan` and no `Actual`: a plan line and a result are each a [`model::Fact`] on the same axes, because
//!   real reports state plan measures beside results, and a rate beside both.
//! - *Keys before views.* A page's key is made from the digests of what it may show, not from its drawn view, so an
//!   unchanged page costs no drawing. The price is that every input of a page must be in its key (`pages::plan`).
//! - *Text is read once or not at all.* A file with the stamp of the last build is neither opened nor parsed; its document
//!   comes from `pipeline::memo`. Prose is read again only when its page is drawn, so memory does not grow with prose.
//! - *No list of artefacts.* Each file goes to [`output`] as soon as it is made; a national site never lies in memory whole.
//! - *`config` reads like `parse`.* Settings have translated words and are told apart from typing mistakes like everything
//!   else, so `config` uses `parse` and `tree`, and [`parse::Manner`] carries back the little that parsing needs to know.
//! - *`check` is no room.* What is allowed but unwise is noticed where it is known: figures that do not add up in
//!   [`reconcile`], prose in [`markdown`], words in [`i18n`].
//!
//! May use: nothing.

pub mod assemble;
pub mod bound;
pub mod cards;
pub mod claims;
pub mod cli;
pub mod config;
pub mod diag;
pub mod doctor;
pub mod edit;
pub mod explain;
pub mod export;
pub mod figures;
pub mod forms;
pub mod history;
pub mod host;
pub mod i18n;
pub mod letters;
pub mod markdown;
pub mod mend;
pub mod model;
pub mod output;
pub mod pages;
pub mod parse;
pub mod pictures;
pub mod pipeline;
pub mod reconcile;
pub mod remedies;
pub mod scaffold;
pub mod schema;
pub mod search;
pub mod serve;
pub mod source;
pub mod theme;
pub mod tree;
pub mod values;
pub mod weigh;
pub mod workbook;
